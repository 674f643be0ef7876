"""The main period: which of those that an article names it reports on, and which is the same a year before."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.model import Period
from earnsum.patterns import re, regex
from earnsum.periods.kinds import MONTH_NUMBER
from earnsum.text.marks import PeriodMark

_LEAD = 900
_TOLD = 250
"""Where a story that tells only later of the full year has told of a part of it."""
_SENTENCE_EAST = 80
"""Letters within which a Chinese or Japanese sentence that names the business year names the quarter of it."""
_NEAR = 600
"""Letters within which a period without a year is named again with one."""
_EXACT = {"quarter": 0, "half": 0, "nine_months": 0, "year": 1, "month": 2}


def main_period(periods: Sequence[PeriodMark], *, title_end: int, published: str | None) -> Period:
    """
    Choose the period that the article reports on.

    What stands first in the title and the lead is it; a quarter or half there beats a full year, since a year is also
    named as background.  Periods that are compared with, or yet to come, serve only where nothing else is named.
    """
    kinds = [mark for mark in periods if mark.kind is not None]
    lead = [mark for mark in kinds if mark.when is None and mark.span.start < title_end + _LEAD]
    whole = [mark for mark in kinds if mark.when is None]
    dated = [mark for mark in lead if _is_dated(mark) or mark.label == "last year"]
    vague = dated and all(mark in dated or mark.kind == "month" for mark in lead)
    vague = vague or all(mark.kind == "month" and mark.span.start >= title_end and not mark.reported for mark in lead)
    if vague and sum(mark.kind not in ("year", "month") for mark in whole) > 1:
        lead = []  # a bare "in 2004", "in May 2004", "in May" or "last year" is background where quarters are told of later
    title = [mark for mark in lead if mark.span.end <= title_end and not mark.label.isdigit()]
    own = [mark for mark in lead if mark.reported]
    pools = (
        own,
        title,
        lead,
        whole,
        *([m for m in kinds if m.when == when] for when in ("previous", "year_ago", "next", "other_year")),
    )
    pool = next((pool for pool in pools if pool), None)
    if pool is None:
        return Period()
    first = min(pool, key=lambda mark: (0 if mark.reported else _EXACT[mark.kind or "month"], mark.span))
    if pool[0].kind == "year" and _is_a_quarter_of_it(first, pool[0], title_end):
        first = pool[0]
    told = next((mark for mark in lead if mark.span.end <= title_end and mark.label.isdigit() and mark.kind == "year"), None)
    body = next((mark for mark in lead if mark.span.start >= title_end), None)
    of_year = body is not None and body.label.startswith(("last year", *_OF_SOME_YEAR))
    ends = told is not None and (told.span.end >= title_end - 1 or of_year)
    if told is not None and ends and not title and body is not None and body.kind == "year":
        first = told  # "Profit up 9% in 2024", "2024 profit rose … full-year profit", and "in the fourth quarter" far below
    if first.label == "last year" and first.when == "year_ago":
        return Period()  # "up from $2.5 billion last year": the same quarter of it, as often as not
    if first.when is None and first.label.startswith("full") and first.span.start > title_end + _TOLD:
        # "For the full year, it earned": what was told before is of something else, if not of a quarter told of later
        parts = [mark for mark in whole if mark.kind != "year"]
        return main_period(parts, title_end=title_end, published=published) if parts else Period()
    if (compared := _quarter_compared(kinds, first)) is not None:
        first, kinds = compared, []
    same = [mark for mark in kinds if mark.kind == first.kind and mark.when == first.when]
    if first.kind == "year" and first.year is None and (last := _last_quarter(whole)) is not None:
        first = first._replace(year=last.year, end=last.end)
    return _period(_fullest(first, same, published), same, published)


_LAST_OF = {"H1": ("Q2", None), "9M": ("Q3", None), "FY": ("Q4", None)}
"""Which quarter a stretch of the year ends with that is told of behind it."""
_LAST_YEAR = re.compile(r"(?:,? (?:of |in )?last year\b|\blast year's )")


def _quarter_compared(kinds: Sequence[PeriodMark], first: PeriodMark) -> PeriodMark | None:
    """Return the quarter that a story is on which only last year's is named of ("its loss of last year's third quarter")."""
    ended = _LAST_OF.get(first.fiscal_period or "") if first.when is None and first.year is None else None
    if ended is None or any(mark.kind == "quarter" and mark.when is None for mark in kinds):
        return None
    told = kinds[0]
    if told.kind != "quarter" or told.when != "year_ago" or told.year is not None or told.fiscal_period not in ended:
        return None
    return told._replace(when=None, label=_LAST_YEAR.sub("", told.label))


def _last_quarter(periods: Sequence[PeriodMark]) -> PeriodMark | None:
    """Return the fourth quarter, with its year, that a story on a year tells of too: the latest of what it names with one."""
    dated = [mark for mark in periods if mark.year is not None]
    latest = max(dated, key=lambda mark: (mark.year or 0, mark.fiscal_period == "Q4"), default=None)
    return latest if latest is not None and latest.fiscal_period == "Q4" else None


def _is_a_quarter_of_it(mark: PeriodMark, year: PeriodMark, title_end: int) -> bool:
    """Tell a period named far behind the year that a story is on ("2023年营收…", and how the last quarter of it went)."""
    if year.label.startswith(_OF_THE_YEAR) and mark.span.start > title_end + _LEAD // 2:
        return True
    return year.label.endswith("年") and mark.span.start > year.span.end + _SENTENCE_EAST


def may_be_to_come(period: Period) -> bool:
    """Tell a year or a half that no end of is told: that of an outlook, where no result is said to be of one."""
    return period.kind in {"year", "half"} and period.label is not None and not any(word in period.label for word in _WITH_ITS_END)


_WITH_ITS_END = (" to ", " end", "months")
_OF_SOME_YEAR = ("full", "annual")
_OF_THE_YEAR = (*_OF_SOME_YEAR, "abgelaufene", "vergangene", "geschäftsjahr", "exercice", "année écoulée")
"""How the year is called, too, that a story tells of before a quarter of it ("Allein im vierten Quartal")."""


def _is_dated(mark: PeriodMark) -> bool:
    """Tell a bare year, or a month of one: a date as much as a period."""
    return mark.label.isdigit() if mark.kind == "year" else mark.kind == "month" and mark.year is not None


def _fullest(first: PeriodMark, same: Sequence[PeriodMark], published: str | None) -> PeriodMark:
    """Choose the mention that says most of the period first named: one with a year, if not too far off, else a numbered one."""
    if first.year is not None:
        return first
    number = first.fiscal_period
    dated = [
        m for m in (same if published else same[:2]) if m.year and number in (None, m.fiscal_period) and _is_recent(m, published)
    ]
    numbered = [m for m in same if number is not None and m.fiscal_period == number and m.year]
    undated = not published and first.kind != "year"
    if undated:
        dated = [m for m in dated if m.span.start - first.span.end < _NEAR]
    if (not dated or undated) and len({m.year for m in numbered}) > 1:  # "Q3FY25", and Q3FY24 that it is compared with
        dated = [max(numbered, key=lambda m: m.year or 0)]
    if dated:
        return dated[0]
    named = [m for m in same if m.fiscal_period or (len(m.label.split()) > 1 and not OF_LAST_YEAR.match(m.label))]
    return named[0] if named and number is None else first


OF_LAST_YEAR = re.compile("昨年|前年|去年|작년|지난해|전년")
"""How a stretch of last year begins ("지난해 3분기"), which in January may be the one reported."""


def _is_recent(mark: PeriodMark, published: str | None) -> bool:
    """Tell whether a dated period can be the one that an article of that day reports: not the one a year before."""
    found = _MONTH_OF.match(published or "")
    if found is None or mark.year is None:
        return True
    if mark.end is None:
        return mark.year >= int(found[1])
    return -1 <= _months_since(mark.end, found) < _LATEST


_MONTH_OF = regex.compile("([0-9]{4})-([0-9]{2})")
_LATEST, _LATEST_OF_BEFORE = 9, 21
"""Months after its end within which a period is reported, and within which the same one of the year before is compared with."""


def _months_since(end: str, published: regex.Match[str]) -> int:
    return 12 * (int(published[1]) - int(end[:4])) + int(published[2]) - int(end[5:])


def is_of_year_before(mark: PeriodMark, main: Period, published: str | None) -> bool:
    """Tell the main period's own of the year before, where that names no year, by when the article came out."""
    found = _MONTH_OF.match(published or "")
    if found is None or mark.end is None or mark.fiscal or mark.fiscal_period != main.fiscal_period:
        return False
    return _LATEST <= _months_since(mark.end, found) < _LATEST_OF_BEFORE


def _period(mark: PeriodMark, same: Sequence[PeriodMark], published: str | None) -> Period:
    """Write a mark as the record's period."""
    fiscal = any(other.fiscal and other.fiscal_period == mark.fiscal_period for other in same)
    month = re.search(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", mark.label.lower())
    end = mark.end if month or not fiscal else None
    if end is None:  # "the quarter ended December 2024 (Q3FY25)"
        end = next((other.end for other in same if 0 <= mark.span.start - other.span.end <= len(" (")), None)
    if end is None and published and (named := next((m for m in same if _last_month(m.label)), None)) is not None:
        end = _last_before(_last_month(named.label), published)
    stated = mark.fiscal or (mark.fiscal_period is not None and not month)
    short = mark.fiscal_period if mark.kind != "year" or mark.fiscal else None
    return Period(
        kind=mark.kind,
        label=mark.label,
        end=end,
        fiscal_year=mark.year if stated else None,
        fiscal_period=short if stated else None,
    )


def _last_month(label: str) -> int:
    """Read the month that a label ends with, 0 where it names none."""
    months = re.findall(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", label)
    return MONTH_NUMBER[months[-1].lower()] if months else 0


def _last_before(month: int, published: str) -> str | None:
    """Find the last such month that was over, or nearly so, when the article came out."""
    found = _MONTH_OF.match(published)
    if found is None:
        return None
    year = int(found[1]) - (month > int(found[2]))
    return f"{year}-{month:02}"


_OF_BROKEN_YEAR = regex.compile(r"(?i)fy|(?:19|20)[0-9]{2}[/-][0-9]{2}\b")
"""Says of a label that its fiscal year ends in another calendar year than it began."""


def same_period_a_year_before(mark: PeriodMark, main: Period) -> bool:
    """
    Tell whether a dated period ("in Q2 2009", "in 2005") is the main one a year earlier.

    >>> from earnsum.periods.find import find_periods
    >>> [earlier] = find_periods("in the fourth quarter of 2007")
    >>> same_period_a_year_before(earlier, Period(kind="quarter", end="2008-12", fiscal_year=2008, fiscal_period="Q4"))
    True
    """
    if mark.when == "year_ago" or mark.year is None:
        return mark.when == "year_ago"
    if mark.kind == main.kind and mark.end and main.end:
        return mark.end == f"{int(main.end[:4]) - 1}{main.end[4:]}"
    year = main.fiscal_year or (int(main.end[:4]) if main.end else None)
    # June 2022 may be of Q1FY23, December 1996 of the first half of 1996/97
    itself = mark.end and not mark.fiscal and not main.end and _OF_BROKEN_YEAR.search(main.label or "")
    if year is None or mark.year != year - 1 or itself:
        return False
    if mark.kind != main.kind:
        # "from 12 million in 2005", of a quarter that was named by its number and year.
        return mark.kind == "year" and main.kind in ("quarter", "half", "nine_months") and mark.when is None and not mark.fiscal
    return mark.fiscal_period is None or main.fiscal_period is None or mark.fiscal_period == main.fiscal_period
