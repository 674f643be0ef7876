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
from earnsum.intake.columns import is_tabular
from earnsum.intake.wrapping import join_ragged
from earnsum.patterns import regex

_ROW = regex.compile(r"(?m)\S {3,}+[$€£(]{0,2}+ ?[0-9][0-9.,]*+\)?%?(?: {2,}+[$€£(]{0,2}+ ?[0-9][0-9.,]*+\)?%?)++ *+$")
_TABLE = 3
"""Rows of figures that make a table of a page's lines."""


def read_pdf(data: bytes, source: str) -> str:
    """Return the text of a PDF, pages separated by blank lines; a page with a table keeps its columns."""
    try:
        pypdf: Any = importlib.import_module("pypdf")
    except ImportError as error:
        advice = "is a PDF; install the extra (pip install 'earnsum[pdf]'), or: pdftotext -layout FILE - | earnsum"
        raise InputError(source, "unsupported", advice) from error
    try:
        return "\n\n".join(_text_of(page) for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except Exception as error:  # any damage inside a PDF, of which the package has many kinds
        raise InputError(source, "unreadable", "is a damaged or locked PDF; try: pdftotext -layout FILE - | earnsum") from error


def _text_of(page: Any) -> str:
    """Return a page as it is laid out where that shows a table, else in reading order, which two columns of prose need."""
    laid_out = page.extract_text(extraction_mode="layout") or ""
    if len(_ROW.findall(laid_out)) < _TABLE:
        return join_ragged(page.extract_text() or "")
    return "\n".join(line if is_tabular(line) else line.strip() for line in join_ragged(laid_out).split("\n"))
