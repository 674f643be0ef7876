"""
Pairs: amounts that lend each other a unit, make up one sum, or cancel each other, before ranges are looked for.

The year before in brackets ("EUR 63.1 (58.2) million"), small change behind whole coins ("120円50銭"), the two sides of an
exchange rate ("$1 = 0.7351 pounds").
"""

from __future__ import annotations

from itertools import pairwise

from earnsum.amounts import Amount
from earnsum.numerals import ONE, scale_of
from earnsum.patterns import regex
from earnsum.ranges import adopt, of_one_money, ratio

_SCALE_BEHIND = regex.compile(r"(?i)\)\ (?P<scale>million|billion|thousand|mn|mln|bn|bln|m|mio|mrd)\b\.?|\)")
_FAR = 20


def with_year_before(amounts: list[Amount], folded: str) -> list[Amount]:
    """
    Let a number in brackets behind a sum share its unit and scale: the year before, as Nordic reports write it.

    "EUR 63.1 (58.2) million" is 63.1 million and 58.2 million, "SEK 415 m (554)" 415 million and 554 million; "2.5% (1.0)" are
    two rates.
    """
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        if b.kind != "bare" or folded[a.right : b.left] != " (" or b.scaled:
            continue
        if a.kind in ("percent", "bare"):
            found[at], found[at + 1] = _rates(a, b, folded)
        if a.kind != "money":
            continue
        behind = _SCALE_BEHIND.match(folded, b.right)
        if behind is None:
            continue
        word = behind.group("scale")
        scale = scale_of(word) if word and not a.scaled else a.scale
        this, before = a._replace(scale=scale, scaled=scale != ONE), adopt(b, a)._replace(scale=scale, scaled=scale != ONE)
        if ratio(this, before) <= _FAR:
            found[at], found[at + 1] = this, before
    return found


def _rates(a: Amount, b: Amount, folded: str) -> tuple[Amount, Amount]:
    """Let two numbers be rates where one is, or a percent sign stands behind both: "2.5% (1.0)", "2.6 (2.9)%"."""
    broken = a.number % 1 != 0 or b.number % 1 != 0  # "5% (1)" may be a footnote
    if a.kind == "percent" and broken and folded.startswith(")", b.right) and not folded.startswith(")%", b.right):
        return a, adopt(b, a)
    if a.kind == "bare" and broken and folded.startswith(")%", b.right):
        return a._replace(kind="percent", unit="%"), b._replace(kind="percent", unit="%", right=b.right)
    return a, b


def with_small_change(amounts: list[Amount], folded: str) -> list[Amount]:
    """Add small change to the whole coins it is written behind: "120円50銭"."""
    found: list[Amount] = []
    for b in amounts:
        a = found[-1] if found else None
        if (
            a is not None
            and b.start == a.right
            and b.coin < ONE == a.coin == a.scale == b.scale
            and b.number * b.coin < 1
            and a.kind == b.kind == "money"
            and of_one_money(a, b)
            and not folded[a.end - 1].isdigit()
        ):
            found[-1] = a._replace(end=b.end, right=b.right, number=a.number + b.number * b.coin, per_share=b.per_share)
        else:
            found.append(b)
    return found


def without_rates(amounts: list[Amount], folded: str) -> list[Amount]:
    """Leave out both sides of an exchange rate: "($1 = 0.7351 pounds)"."""
    rates: set[int] = set()
    for at, (a, b) in enumerate(pairwise(amounts)):
        if b.left - a.right <= 3 and folded[a.right : b.left].strip() == "=":
            rates |= {at, at + 1}
    return [amount for at, amount in enumerate(amounts) if at not in rates]
