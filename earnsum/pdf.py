"""
PDF, where the optional package for it is installed.

Apart, because it is the one kind of input that needs a package of its own, and
because a missing package must give advice and not a traceback.
"""

from __future__ import annotations

import importlib
import io
from typing import Any

from earnsum.errors import InputError


def read_pdf(data: bytes, source: str) -> str:
    """Return the text of a PDF, pages separated by blank lines."""
    try:
        pypdf: Any = importlib.import_module("pypdf")
    except ImportError as error:
        advice = "is a PDF; install the extra (pip install 'earnsum[pdf]'), or: pdftotext -layout FILE - | earnsum"
        raise InputError(source, "unsupported", advice) from error
    try:
        return "\n\n".join(page.extract_text() or "" for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except Exception as error:  # any damage inside a PDF, of which the package has many kinds
        raise InputError(source, "unreadable", "is a damaged or locked PDF; try: pdftotext -layout FILE - | earnsum") from error
