"""
Conventions: whether the comma or the point parts a number's decimals.

The article's language says what is usual, its numbers what it does: "1.234,5" and "12,5 %" have a decimal comma in English
too, and a Mexican "1,234.5" or a Swiss "1.5 Mio." none in Spanish or German.  "1.234" by itself says nothing.
"""

from typing import NamedTuple

from earnsum.model import Span
from earnsum.patterns import re, regex

_UNIT = r"(?=\ ?(?:[%€]|[MmBb](?:io|rd|ln|n|illi|d)|(?i:tril|eur|per\ ?cent|prozent|pour\ cent|por\ cien)))"


def _decimals(mark: str, group: str) -> re.Pattern[str]:
    """Return what only numbers with this decimal mark look like: grouped with the other one, or with one or two decimals."""
    return re.compile(  # the look ahead at a digit makes it seven times as fast
        rf"""(?=[0-9])(?<![0-9.,])(?:
            [0-9]{{1,3}}(?>(?:{group}[0-9]{{3}}){{1,6}}){mark}[0-9]{{1,2}}
          | [0-9]{{1,3}}(?>(?:{group}[0-9]{{3}}){{2,6}})
          | [0-9]{{1,6}}+{mark}[0-9]{{1,2}}{_UNIT}
        )(?![0-9]|[.,][0-9])""",
        re.VERBOSE,
    )


_COMMA, _POINT = _decimals(",", r"\."), _decimals(r"\.", ",")
_HAS_COMMA, _HAS_POINT = regex.compile("[0-9],[0-9]"), regex.compile("[0-9][.][0-9]")
_LATIN_AMERICAN = regex.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{3} (?:millones|mdd|mdp)\b")
"""``1,250 millones``: thousands of millions, which Spain writes "1.250 millones" """
_EITHER = regex.compile(r"(?<![0-9.,])[0-9]{1,3}[.,][0-9]{3}(?![0-9]|[.,][0-9])")
_CLEAR = 3
"""How many times as often as the other one a convention is met, to be the article's."""


class Convention(NamedTuple):
    """Whether the comma parts decimals, and the first number that may be read either way, where the article mixes both."""

    decimal_comma: bool
    doubtful: Span | None = None


def find_convention(folded: str, *, usual: bool) -> Convention:
    """
    Return how an article writes numbers; `usual` is whether its language has a decimal comma.

    >>> find_convention("Revenue rose 12,5% to 1.234 million euros.", usual=False)
    Convention(decimal_comma=True, doubtful=None)
    >>> find_convention("Sales of 1.234 million, up 12,5% from 1.1 million.", usual=False).doubtful
    Span(start=9, end=14)
    """
    commas = len(_COMMA.findall(folded)) if _HAS_COMMA.search(folded) else 0
    if not (commas or usual):
        return Convention(decimal_comma=False)
    points = len(_POINT.findall(folded)) if _HAS_POINT.search(folded) else 0
    few, many = sorted((commas, points))
    if many > few * _CLEAR:
        return Convention(commas > points)
    if not many and _LATIN_AMERICAN.search(folded):
        return Convention(decimal_comma=False)
    doubtful = _EITHER.search(folded) if few else None
    return Convention(usual, Span(*doubtful.span()) if doubtful else None)
