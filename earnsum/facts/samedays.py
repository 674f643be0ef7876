"""
Same days: what stood on a day is set against what did on the same day of the year before.

"Net debt at March 31, 2021, was £7.3 billion, compared with £7.4 billion at March 31, 2020", "(30 June 2018: £6.1m)".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from earnsum.grammar.read import Reading
from earnsum.grammar.shape import A_YEAR_AGO
from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.periods.kinds import MONTH_NUMBER

_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\.|[a-z]{2,6})?)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_DATE = (
    rf"(?i:(?:the )?(?:{_MONTH} [0-9]{{1,2}}(?:,? {_YEAR})?|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|end[ -](?:of )?(?:{_MONTH})?(?:(?: of)? ?{_YEAR})?|(?:financial )?year[ -]?end,? (?:of )?(?:in )?(?:{_YEAR})?))"
)
_AT = r"(?:at|on|as (?:of|at|on)|by) "
_TO = r"(?:to|end(?:ed|ing)) "
_DATES = regex.compile(rf"\b(?:{_AT}|{_TO}){_DATE}")
_BEHIND = regex.compile(rf",? {_AT}{_DATE}")
_IN_BRACKETS = regex.compile(rf"[(;] ?(?:{_AT})?{_DATE}: ?$")
_LONGEST = 40


def with_same_day_before(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a level of a day as that of a year ago where another is of the same day a year on, else as none."""
    if len(readings) < 2 or not (days := _days_of(folded)):
        return list(readings)
    here = [day for place, day in days if span.start <= place < span.end]
    later = {day for _, day in days if day not in here}
    return [_of_day(folded, here, later, readings, place) for place in range(len(readings))]


@lru_cache(maxsize=2)
def _days_of(folded: str) -> list[tuple[int, tuple[int, int]]]:
    """Return the days that a text names, each with its place."""
    return [(found.start(), _day_of(found)) for found in _DATES.finditer(folded)]


def _of_day(
    folded: str, here: Sequence[tuple[int, int]], elsewhere: Collection[tuple[int, int]], readings: Sequence[Reading], place: int
) -> Reading:
    reading = readings[place]
    if place == 0 or reading.role not in ("prior", "actual", "skip") or "year ago" in reading.shape:
        return reading
    end, start = reading.figure.extent.end, reading.figure.extent.start
    bracketed = _IN_BRACKETS.search(folded, max(0, start - _LONGEST), start)
    found = bracketed if bracketed or reading.role != "prior" else _BEHIND.match(folded, end)
    before = next((r for r in reversed(readings[:place]) if r.role == "actual" and r.figure.unit == reading.figure.unit), None)
    if found is None or before is None or (day := _day_of(found))[1] == 0:
        return reading
    others = [other for other in here if other != day] or elsewhere
    if (day[0], 0) in here or (day[0], day[1] + 1) in others:
        metric, at = (reading.metric, reading.metric_at) if reading.metric else (before.metric, before.metric_at)
        return reading._replace(role="prior", shape=A_YEAR_AGO, metric=metric, metric_at=at)
    return reading if others is elsewhere or any(month == day[0] for month, _ in others) else reading._replace(role="skip")


def _day_of(found: regex.Match[str]) -> tuple[int, int]:
    """Return the month and the year of a date, 0 where it names none; the end of a year is that of December."""
    month, year = (found.captures("month") or [""])[0], (found.captures("year") or ["0"])[0]
    return (MONTH_NUMBER[month[:3].lower()] if month else 12), int(year)
