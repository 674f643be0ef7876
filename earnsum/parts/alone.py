"""
Alone: the company without its subsidiaries, beside figures that include them ("on a standalone basis, net profit fell").

What a clause says of its figures holds until it says otherwise ("…, while consolidated profit rose").
"""

from __future__ import annotations

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.sums import SUM

_ALONE = r"(?P<name>stand-?alone|separate|parent(?:-only)?|non-consolidated|unconsolidated)"
_ON_A_BASIS = rf"[Oo]n\ (?:an?|the)\ (?:{_ALONE}|consolidated|group)\ (?:basis|level)\b|[Aa]t\ (?:an?|the)\ {_ALONE}\ level\b"
_SAID = regex.compile(
    rf"(?:^|(?<=\n|[.!?]\ |,\ |;\ )|(?<=\b(?:while|but|and|whereas|[Hh]owever|[Aa]lso)\ ))(?:{_ON_A_BASIS})"
    r"|(?<=(?:;|\b(?:while|but|and|whereas|against|from))\ (?:[a-z]++\ ){0,3})consolidated\b(?!\ basis)"
)
_BEHIND = regex.compile(rf"(?:(?:,?\ [a-z-]++){{0,4}}\ {SUM}(?:\ [a-z]++){{0,5}}?)?\ (?:{_ON_A_BASIS}|on\ {_ALONE}\ basis\b)")
"""``It made a profit of Rs 95 crore in the quarter on a standalone basis``"""


def told_alone(folded: str, sentence: Span, end: int) -> str | None:
    """Return what a sentence calls the company by itself, where it says so of the metric that ends at `end`."""
    if (
        "alone" not in (said := sentence.of(folded))
        and "consolidated" not in said
        and "separate" not in said
        and "parent" not in said
    ):
        return None
    told = [match["name"] for match in _SAID.finditer(folded, sentence.start, end)]
    if not told and (behind := _BEHIND.match(folded, end, sentence.end)) is not None:
        return behind["name"]
    return told[-1] if told else None
