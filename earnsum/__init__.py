"""
Read an earnings article: what was reported against what analysts expected.

    from earnsum import summarize

    [summary] = summarize(text)

Names are loaded when they are first used, so that importing the package costs
nothing to a program that only wants its version, or one format of many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from earnsum.errors import InputError
    from earnsum.intake.article import Article, read_article
    from earnsum.model import Caveat, Change, Company, Figure, Period, Row, Span, Summary, Surprise
    from earnsum.pipeline import summarize, summarize_article
    from earnsum.reading.options import Options

__version__ = "0.1.0"

_HOME = {
    "intake.article": ("Article", "read_article"),
    "errors": ("InputError",),
    "model": ("Caveat", "Change", "Company", "Figure", "Period", "Row", "Span", "Summary", "Surprise"),
    "pipeline": ("summarize", "summarize_article"),
    "reading.options": ("Options",),
}

__all__ = [
    "Article",
    "Caveat",
    "Change",
    "Company",
    "Figure",
    "InputError",
    "Options",
    "Period",
    "Row",
    "Span",
    "Summary",
    "Surprise",
    "__version__",
    "read_article",
    "summarize",
    "summarize_article",
]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that it lives in."""
    from importlib import import_module  # noqa: PLC0415 - not needed to import the package

    for home, names in _HOME.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names too."""
    return sorted({*globals(), *__all__})
