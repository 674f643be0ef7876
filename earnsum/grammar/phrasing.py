"""
Phrasing: which phrase shapes and verdicts in words each language is read by.

Kept apart from the shapes themselves so that a new language is a lexicon and a line here.
"""

from __future__ import annotations

from functools import cache

from earnsum.grammar.shapes import SHAPES, Shape
from earnsum.grammar.shapes_abroad import ABROAD, ABROAD_LATE, ABROAD_SAYS
from earnsum.grammar.shapes_cjk import CJK, CJK_SAYS
from earnsum.model import Span
from earnsum.patterns import regex

_SHAPES: dict[str, tuple[Shape, ...]] = (
    {"en": SHAPES} | dict.fromkeys(("de", "fr", "es"), (*ABROAD, *SHAPES, *ABROAD_LATE)) | dict.fromkeys(("ja", "ko", "zh"), CJK)
)


def shapes_of(language: str) -> tuple[Shape, ...]:
    """Return a language's shapes, most telling first."""
    return _SHAPES[language]


def verdicts_of(language: str, english: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return how a language says that something beat, missed or met expectations: the English ways, its own, or both."""
    own = {"en": english, **dict.fromkeys(("ja", "ko", "zh"), CJK_SAYS)}
    return own.get(language, (*english, *ABROAD_SAYS))


# How a sentence begins that goes on about the figure of the one before; where the subject may be left out, with the verdict itself.
_BACK = {
    "en": r"(?:That|This|These|Those|Both)\b(?! quarter)|(?:The|Its|These|Those) (?:figure|result|number|total|amount|sum)s?\b",
    "de": r"Damit\b|Das\b(?! \p{Lu})|Dies\b|Beides\b|Die(?:ser?|ses)? (?:Werte?|Zahl(?:en)?|Ergebnisse?|Summe|Betrag)\b",
    "fr": r"C'(?:est|était)\b|Ce(?:la|ci)\b|(?:Ce(?:s|tte|t)?|Un) (?:résultat|chiffre|montant|niveau|total)s?\b|Il est\b",
    "es": r"Est[aeo]s?\b|Es(?:to|o|a)?\b|Son\b|(?:La|Las|Los|El) (?:cifras?|datos?|resultados?)\b|Así\b|Ambas?\b",
    "ja": r"これは|いずれも|事前の|市場|アナリスト|コンセンサス|quick|QUICK",
    "ko": r"이는|시장|증권가|컨센서스|당초|이것은",
    "zh": r"这|該|该|均|均?(?:好于|高于|低于|超出|超过|超過|高於|低於|逊于|符合)",
}


@cache
def _back(language: str) -> regex.Pattern[str]:
    return regex.compile(_BACK[language])


_OF_THAT = regex.compile(r"(?P<v>[bmiqw])[_oAKBnID~]{0,4}[NfEA]|[NEA][_oAKBIt,]{0,4}(?P<v>[bmi])|(?P<v>[jk])")
_OF_SOMETHING_ELSE = regex.compile(r"[MHXGs$%#dp!gP^v2]")


def find_verdict_of_before(language: str, folded: str, sentence: Span, tags: str) -> int | None:
    """
    Return the token of a verdict that is said of the figure told before ("That was below expectations").

    Only in a sentence that begins with a word for that figure and names nothing else that may have been expected.
    """
    tags = tags[: tags.find("/", 2)] if tags.find("/", 2) > 0 else tags  # "That beat estimates, but it amounts to …"
    if _OF_SOMETHING_ELSE.search(tags) or not _back(language).match(folded, sentence.start):
        return None
    found = _OF_THAT.search(tags)
    return found.start("v") if found else None
