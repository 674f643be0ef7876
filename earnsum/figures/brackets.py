"""
Brackets: numbers that share a unit or a scale with the one in the brackets behind them.

The year before or what was expected, as Nordic and German reports write it: "EUR 63.1 (58.2) million", "28 (Vorjahr 59) Millionen
Euro", "19 bis 21 (2021: 22,7) Prozent".
"""

from __future__ import annotations

from itertools import pairwise

from earnsum.figures.amounts import BESIDE, Amount
from earnsum.figures.currencies import AFTER
from earnsum.figures.forms import per_share_pattern
from earnsum.figures.numerals import ONE, SCALES, scale_of
from earnsum.figures.ranges import adopt, ratio
from earnsum.patterns import regex

_SCALE_BEHIND = regex.compile(
    r"(?i)(?:\ (?:loss|profit)|,\ (?:of\ which|incl|excl)[^()]{3,60})?\)\ "
    r"(?P<scale>million(?:en)?|billion|thousand|mn|mln|bn|bln|m|mio|mrd|mill|milliarden)\b\.?|\)|,\ (?:of\ which|incl|excl)\w*+"
)
"""What stands behind the year before: "42 (57, including a gain of 12 million) million" as well."""
FAR = 20
"""Times as large: two that share a unit or a scale are nearer than that."""
_IN_BRACKETS = regex.compile(
    rf"(?:\ (?:zu|an|ab|ein|zurück|{BESIDE}))?\ \("
    r"(?:(?:[Bb]isher|[Bb]islang|[Zz]uvor|[Pp]rognose|[Kk]onsens|[Ee]rwartet|Erwartung|Schätzung|[Vv]orjahr|"
    r"i\.\ ?V\.|VJ|[Cc]onsensus|[Ee]st\.?|attendu):?\ "
    r"|(?:[QH]?[0-9]{1,2}(?:-[0-9]{1,2})?[/\ ])?(?:19|20)[0-9]{2}:\ |(?:an?\ )?(?:net\ )?(?:loss|profit)(?:\ of|:)?\ )?"
)


def with_year_before(amounts: list[Amount], folded: str) -> list[Amount]:
    """
    Let a number in brackets behind a sum share its unit and scale: the year before, as Nordic reports write it.

    "EUR 63.1 (58.2) million" is 63.1 million and 58.2 million, "SEK 415 m (554)" 415 million and 554 million; "2.5% (1.0)" are
    two rates.
    """
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        if b.kind == "bare" and b.scaled and a.kind == "money" and not a.scaled and folded[a.right : b.left] == " ":
            this = a._replace(scale=b.scale, scaled=True)  # the brackets of "EUR 63.1 (58.2) million" lost on the way
            if ratio(this, before := adopt(b, a)._replace(scale=b.scale, scaled=True)) <= FAR:
                found[at], found[at + 1] = this, before
        if _is_scale_left_out(a, b) and folded[a.right : b.left] == " (" and folded.startswith(")", b.right):
            found[at + 1] = b._replace(scale=a.scale, scaled=True)  # "DKK 492 million (DKK 523)"
        if b.kind != "bare" or b.scaled or not _IN_BRACKETS.fullmatch(folded, a.right, b.left):
            continue
        if a.kind in ("percent", "bare"):
            named = folded[b.left - 2 : b.left].startswith(":")  # "10 (bisher: 8) Prozent"
            found[at], found[at + 1] = _rates(a, b, folded, named=named)
        if a.kind != "money":
            continue
        behind = _SCALE_BEHIND.match(folded, b.right)
        if behind is None:
            continue
        word = behind.group("scale")
        scale = scale_of(word) if word and not a.scaled else a.scale
        this, before = a._replace(scale=scale, scaled=scale != ONE), adopt(b, a)._replace(scale=scale, scaled=scale != ONE)
        if not b.plain or ratio(this, before) <= FAR:  # "(2)" may be a note's number
            found[at], found[at + 1] = this, before
    return found


_ALIKE = 3
"""Times as large: a whole sum without the scale of the one before is nearer than that, and no sum a share."""


def _is_scale_left_out(a: Amount, b: Amount) -> bool:
    whole = a.kind == b.kind == "money" and a.unit == b.unit and a.scaled and not b.scaled and b.plain
    return whole and ratio(a, b._replace(scale=a.scale)) <= _ALIKE


RANGES_TO = regex.compile(r"\ (?:bis|to|à|a|und|and|et|y)\ |-")
_RANGE_BEFORE = regex.compile(r"\ \((?:[\w./]+:?\ ){0,3}")


def _is_range_and_before(ends: list[Amount], folded: str) -> bool:
    """Tell three or four numbers that are a range, and in brackets the number or range before it."""
    pairs = [(ends[0], ends[1]), *([(ends[2], ends[3])] if len(ends) > 3 else [])]
    joined = all(RANGES_TO.fullmatch(folded, low.right, high.left) for low, high in pairs)
    return joined and _RANGE_BEFORE.fullmatch(folded, ends[1].right, ends[2].left) is not None


_YEAR_BEFORE = regex.compile(
    r"\ \((?:(?:[Vv]orjahr\w*|VJ|Vj\.?|i\.\ ?V\.|[Ee]rwartet|[Kk]onsens\w*|[Pp]rognosen?|[Ss]chätzung(?:en)?|"
    r"year\ (?:ago|earlier))\ ?:?\ )?"
)
_PERCENT_BEHIND = (")%", ") %", ") Prozent", ") percent", ") per cent", ") pct")
_SCALE_AND_UNIT = regex.compile(r"\)\ (?P<scale>[A-Za-z]{2,10})\b\.?(?:\ (?P<unit>[A-Za-z]+)\b)?")


def with_sum_behind(amounts: list[Amount], folded: str) -> list[Amount]:
    """
    Let two numbers share the scale and the money told behind their brackets ("28 (Vorjahr 59) Millionen Euro").

    So do those without a scale ("1,01 (0,61) Euro je Aktie"), and the ends of a range and of what was before: "650 bis 700
    (bisher: 600 bis 650) Millionen Euro", "19 bis 21 (2021: 22,7) Prozent".
    """
    found = list(amounts)
    places = ((at, at + size) for size in (3, 4, 2) for at in range(len(amounts) - size + 1)) if ") " in folded else ()
    for start, stop in places:
        ends = amounts[start:stop]
        if not all(end.kind == "bare" for end in ends):
            continue
        behind = _SCALE_AND_UNIT.match(folded, ends[-1].right)
        if len(ends) > 2 and folded.startswith(_PERCENT_BEHIND, ends[-1].right) and _is_range_and_before(ends, folded):
            found[start:stop] = [end._replace(kind="percent", unit="%") for end in ends]
        if behind is None:
            continue
        if behind["scale"].lower() not in SCALES:
            if len(ends) == 2 and (coins := _coins_behind(ends, behind, folded)):
                found[start:stop] = coins
            continue
        unit = AFTER.get((behind["unit"] or "").lower())
        if len(ends) == 2:
            told = _YEAR_BEFORE.fullmatch(folded, ends[0].right, ends[1].left)
            shares = told is not None and (unit is not None or told.group() != " (")
        else:
            shares = _is_range_and_before(ends, folded)
        if shares:
            lent = [end._replace(scale=scale_of(behind["scale"]), scaled=True) for end in ends]
            found[start:stop] = [end._replace(kind="money", unit=unit) for end in lent] if unit else lent
    return found


def _coins_behind(ends: list[Amount], behind: regex.Match[str], folded: str) -> list[Amount]:
    """Return two broken numbers, of which the second stands in brackets, as the money named behind them, unless it is no money."""
    unit = AFTER.get(behind["scale"].lower())
    if unit is None or any(end.plain for end in ends) or not _YEAR_BEFORE.fullmatch(folded, ends[0].right, ends[1].left):
        return []
    each = per_share_pattern().match(folded, behind.end("scale")) is not None
    return [end._replace(kind="money", unit=unit, per_share=each) for end in ends]


_LEAST_RATE = 7
"""From so much on a whole number in brackets behind a rate like it is no footnote: "11 percent (10)"."""


def _rates(a: Amount, b: Amount, folded: str, *, named: bool) -> tuple[Amount, Amount]:
    """Let two numbers be rates where one is, or a percent sign stands behind both: "2.5% (1.0)", "2.6 (2.9)%"."""
    broken = named or a.number % 1 != 0 or b.number % 1 != 0  # "5% (1)" may be a footnote
    if (
        a.kind == "percent"
        and (broken or _LEAST_RATE <= b.number <= 2 * a.number <= 4 * b.number)
        and folded.startswith(")", b.right)
        and not folded.startswith((")%", ") %"), b.right)
    ):
        return a, adopt(b, a)
    if a.kind == "bare" and broken and folded.startswith(_PERCENT_BEHIND, b.right):
        return a._replace(kind="percent", unit="%"), b._replace(kind="percent", unit="%", right=b.right)
    return a, b
