"""
Phrasing: which phrase shapes and verdicts in words each language is read by.

Kept apart from the shapes themselves so that a new language is a lexicon and a line here.
"""

from __future__ import annotations

from functools import cache

import regex

from earnsum.shapes import SHAPES, Shape
from earnsum.shapes_abroad import ABROAD, ABROAD_LATE, ABROAD_SAYS
from earnsum.shapes_cjk import CJK, CJK_SAYS

_SHAPES: dict[str, tuple[Shape, ...]] = (
    {"en": SHAPES} | dict.fromkeys(("de", "fr", "es"), (*ABROAD, *SHAPES, *ABROAD_LATE)) | dict.fromkeys(("ja", "ko", "zh"), CJK)
)


def shapes_of(language: str) -> tuple[Shape, ...]:
    """Return a language's shapes, most telling first."""
    return _SHAPES[language]


@cache
def verdicts_of(language: str, english: tuple[tuple[str, str], ...]) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Return how a language says that something beat, missed or met expectations: the English ways, its own, or both."""
    own = {"en": english, **dict.fromkeys(("ja", "ko", "zh"), CJK_SAYS)}
    says = own.get(language, (*english, *ABROAD_SAYS))
    return tuple((name, regex.compile(pattern)) for name, pattern in says)
