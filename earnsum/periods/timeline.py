"""
The timeline: how the periods that an article names stand to the one that it reports.

`find` reads each name by itself; once the main period is known, "in Q2 2009"
turns out to be a year ago, "in the second quarter" of a third-quarter report
the quarter before, "fiscal 2023" of a 2022 report yet to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.model import Period, PeriodKind, Span
from earnsum.patterns import re, regex
from earnsum.periods.kinds import EARLY_QUARTERS
from earnsum.periods.lastyear import is_contrasted, is_whole_year
from earnsum.periods.main import OF_LAST_YEAR, is_of_year_before, same_period_a_year_before
from earnsum.periods.reported import ends_last_year, had_posted, is_compared, is_set_against
from earnsum.text.marks import PeriodMark, When, within

LAST_YEAR = frozenset({"last year", "the year before", "year before", "prior year", "previous year", "the previous year"})
"""In the report of a quarter these are the same quarter of the year before."""


def place_periods(periods: Sequence[PeriodMark], main: Period, folded: str, published: str | None = None) -> list[PeriodMark]:
    """Return the periods with `when` filled where the main period decides it; "annual active users" names none."""
    told = min((mark.span.start for mark in periods if mark.label == main.label), default=len(folded))
    undated = not (main.fiscal_year or main.end) and any(word in folded for word in _SAME)
    if undated and (before := _SAME_PERIOD.search(folded)):
        main = main._replace(fiscal_year=int(before["year"]) + 1)
    if main.kind == "quarter" and main.fiscal_period is None:  # "the first quarter ended Sept. 30"
        main = main._replace(fiscal_period=next((mark.fiscal_period for mark in periods if mark.label == main.label), None))
    months = _months_of(periods, main, folded)
    placed = [
        mark._replace(when=_of_another_quarter(mark, main) if mark.when else _when(mark, main, folded, after=told, months=months))
        for mark in (_as_reported(mark, main, folded) for mark in periods)
        if not folded.startswith(" active", mark.span.end)
    ]
    placed = [mark._replace(when="previous") if _is_of_figure_before(mark, main, folded) else mark for mark in placed]
    so_far = _SO_FAR.get(main.fiscal_period or "")
    placed = [mark._replace(kind=so_far) if mark.kind is None and mark.label in _TO_DATE else mark for mark in placed]
    if all(mark.year is None for mark in placed):
        return placed
    dated = main.fiscal_year or main.end
    bases: frozenset[int] = frozenset() if dated else _base_years(folded)
    if not dated and _LATER.search(folded) and any(mark.when == "year_ago" and mark.year is None for mark in placed):
        placed = [mark._replace(when=None) if mark.year == _BEFORE_COVID else mark for mark in placed]
        bases |= {_BEFORE_COVID}
    placed = [
        mark._replace(when="year_ago") if _is_before_another(mark, placed, main) or is_contrasted(mark, placed, folded) else mark
        for mark in placed
    ]
    if not dated:
        placed = [mark._replace(when="year_ago") if _is_ours_of_then(mark, main, folded, published) else mark for mark in placed]
    others = [m.when is None and m.year is not None and (m.year in bases or _is_another(m, placed, folded)) for m in placed]
    return [mark._replace(when="other_year") if other else mark for mark, other in zip(placed, others, strict=True)]


def _is_ours_of_then(mark: PeriodMark, main: Period, folded: str, published: str | None) -> bool:
    """Tell the quarter of a year that one without a year is compared with ("down from $5 million in 2008's third quarter")."""
    if (
        mark.when is not None
        or mark.year is None
        or (mark.year == _BEFORE_COVID and _LATER.search(folded) is not None)
        or mark.kind not in (main.kind, "year")
        or main.kind not in ("quarter", "half")
    ):
        return False
    if had_posted(folded, mark) or (mark.kind == main.kind and is_of_year_before(mark, main, published)):
        return True
    return mark.kind == "quarter" and mark.fiscal_period == main.fiscal_period is not None and is_compared(folded, mark)


_TO_DATE = frozenset({"year-to-date", "year to date"})
_SO_FAR: dict[str, PeriodKind] = {
    "Q1": "quarter",
    "Q2": "half",
    "H1": "half",
    "Q3": "nine_months",
    "9M": "nine_months",
    "Q4": "year",
}
"""How much of the year is over that a report on a quarter gives beside it."""

_ITS_OWN = frozenset({"nine_months", "half"})
"""Kinds of periods that a report on a quarter or a year tells of beside that, and of the year before them."""


_NEAR_BY = 250


def _is_before_another(mark: PeriodMark, periods: Sequence[PeriodMark], main: Period) -> bool:
    """Tell a period that another is a year after ("the first nine months of 1997", and of 1998), where no year is the main one."""
    if mark.when is not None or mark.year is None:
        return False
    alike = (mark.kind, mark.year + 1, mark.fiscal, None)  # but "the half year ended September 2024 (H1FY25)" is one
    told = [other for other in periods if (other.kind, other.year, other.fiscal, other.when) == alike]
    if mark.kind == main.kind == "quarter" and not (main.fiscal_year or main.end):  # told right before it
        beside = (o for o in told if o.fiscal_period == mark.fiscal_period and 0 < mark.span.start - o.span.start < _NEAR_BY)
        return mark.fiscal_period == main.fiscal_period and any(beside)
    return mark.kind in _ITS_OWN and mark.kind != main.kind and bool(told)


_SAME = tuple(
    f"{period} {link} {century}" for period in ("period", "quarter", "months") for link in ("of", "in") for century in (19, 20)
)
_SAME_PERIOD = regex.compile(
    r"\b(?:same|corresponding|comparable) (?:period|quarter|three months) (?:of|in) (?!2019)(?P<year>(?:19|20)[0-9]{2})\b"
)
"""``compared with a profit of $3 million in the same period of 2014``: the report is of the year after."""
_BASE = regex.compile(
    r"(?i)\b(?P<year>20[0-9]{2})(?:['’]s)?[- ](?:pre-pandemic )?(?:levels?|baseline)\b"
    r"|\bpre-(?:pandemic|covid|crisis)[^.;]{0,30}?\b(?P<year>20[0-9]{2})\b"
    r"|\b(?P<year>20[0-9]{2})\b[^.;]{0,24}?,? before (?:the )?(?:pandemic|covid|crisis|coronavirus)"
)
_BASES = ("level", "baseline", "pandemic", "covid", "crisis", "coronavirus")
"""A year that is called a base to compare with: "above 2019 levels", "the same quarter of 2019, before the pandemic"."""


_BEFORE_COVID = 2019
_LATER = regex.compile(r"(?i)\b(?:2021|2022|2023|omicron|vaccines?|pandemic|pre-covid)\b")
"""What shows that an article is of the years in which everybody compared with 2019, beside a year ago."""


def _base_years(folded: str) -> frozenset[int]:
    """Return the years that an article compares with because they were normal, not because they are a year ago."""
    low = folded.lower()
    if not any(word in low for word in _BASES):
        return frozenset()
    return frozenset(int(year) for match in _BASE.finditer(folded) for year in match.captures("year"))


_BESIDE = regex.compile(r",? (?:and|but) (?:[a-z]++ ){0,3}?[0-9.]++(?:%| per ?cent| pct) (?:[a-z]++ ){1,3}")

_BESIDES = 120
"""Within so many letters what is told beside something stands."""


def _is_another(mark: PeriodMark, periods: Sequence[PeriodMark], folded: str) -> bool:
    """Tell a year that is no year ago, as that is told beside it ("up 12% from 2019 and up 40% from a year earlier")."""
    for other in within(periods, Span(max(0, mark.span.start - _BESIDES), mark.span.end + _BESIDES)):
        first, second = sorted((mark.span, other.span))
        if other.when == "year_ago" and other.year is None and _BESIDE.fullmatch(folded, first.end, second.start):
            return True
    return False


_FIGURE_BEFORE = regex.compile(
    r"\b(?:from|than|versus|vs|against|compared (?:with|to)|after|having)\b(?:[^,;.]|\.(?=[0-9])){0,40}"
    r"[0-9](?:[^,;.]|\.(?=[0-9])){0,12} in the $"
)
"""``narrowed to 2.4% from 2.8% in the first three months``, ``having fallen 2% in …``: of the figure compared with"""


def _is_of_figure_before(mark: PeriodMark, main: Period, folded: str) -> bool:
    """Tell the quarter, without a year, that another figure is of than those reported."""
    if (
        mark.when is not None
        or mark.year is not None
        or mark.kind != "quarter"
        or mark.label == main.label
        or mark.fiscal_period is None
    ):
        return False
    other = main.kind != "quarter" or main.fiscal_period != mark.fiscal_period
    return other and _FIGURE_BEFORE.search(folded, max(0, mark.span.start - 80), mark.span.start) is not None


def _as_reported(mark: PeriodMark, main: Period, folded: str) -> PeriodMark:
    """Return the quarter of last year that is the one reported as no earlier one."""
    same = mark.label == main.label and ends_last_year(mark)
    return mark._replace(when=None) if same and not is_set_against(folded, mark) else mark


def _of_another_quarter(mark: PeriodMark, main: Period) -> When | None:
    """
    Return when a period was that says so itself; "the fourth quarter of last year" is the one before a first quarter.

    "$50 million in 2020 and $60 million in the same period of 2021" has both years, of which the later may be the one reported.
    """
    ours, its = main.fiscal_period, mark.fiscal_period
    year = main.fiscal_year or (main.end and int(main.end[:4]))
    if mark.when == "year_ago" and mark.year is not None and mark.year == year and its is None:
        return None
    if mark.when != "year_ago" or not (mark.kind == main.kind == "quarter" and ours and its) or its == ours:
        return mark.when
    return "previous" if (ours, its) == ("Q1", "Q4") else "other_year"


_THAN = regex.compile(
    r" ?(?:의 )?(?:[^\s0-9]{1,6} ?)?\(?[0-9][^\s()。]{2,16}\)? ?(?:보다|대비|에서|의|에 비해|と比べ|に比べ|から)"
    r"| ?(?:보다|대비|[와과] (?:비교|견)|에 (?:비[해하]|견))"
)
_THAT_WAS = regex.compile("(?:이던|였던) $")


_HALVES = {"상반": (None, "Q1", "Q2", "H1"), "하반": (None, "Q3", "Q4", "H2")}
"""By what a half of last year is called ("지난해 상반기"), the periods reported beside which it is the year before's."""


def _is_compared_with(mark: PeriodMark, folded: str) -> bool:
    """Tell that a stretch of last year is compared with ("6조원보다"), and not the one reported."""
    before = _THAT_WAS.search(folded, max(0, mark.span.start - 4), mark.span.start)
    return before is not None or _THAN.match(folded, mark.span.end) is not None


def _is_of_last_year(mark: PeriodMark, main: Period, folded: str) -> bool:
    """Tell a stretch of last year by its name, which is not the one reported."""
    if not OF_LAST_YEAR.match(mark.label):
        return False
    ours = OF_LAST_YEAR.match(main.label or "") is not None
    same = mark.fiscal_period == main.fiscal_period
    if same and mark.kind == "quarter" and mark.fiscal_period in EARLY_QUARTERS and not ours:
        return True  # "지난해 3분기 EPS는": reported in the year it is of, and of a year ago wherever it stands
    if ours and mark.kind != main.kind == "year":
        return False  # "지난해 4분기 5억원의 영업손실", in a report on that year
    if mark.kind == "half" and not ours and main.fiscal_period in _HALVES.get(mark.label[-3:-1], ()):
        return True  # "지난해 상반기에는 매출 5억원을 올렸다"
    return (same or mark.kind != main.kind) and _is_compared_with(mark, folded)


_BEFORE = 3
"""Quarters ahead, of four, that the one before stands."""
_EXPECTED = regex.compile(
    r"\b(?:[Aa]nalysts|Wall Street)\b[^.;$£€%0-9]{0,60}? (?:expected|expecting|looking for|looked for|forecast|predicted|projected"
    r"|estimated|anticipated)\b[^.;,$£€%0-9]{0,40}$"
)


_LOOKING_AHEAD = regex.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecasts?|forecasting|sees?|projects?|projecting|guidance|outlook|estimates?|anticipates?|assumes?"
    r"|looking for)\b(?:[^.;\n]|\.(?=[0-9])){0,150}$"
)
"""``It expects 55 cents for the third quarter and 59 cents for the fourth``: two quarters ahead, and not two back …"""
_NEXT_BUT_ONE = {"Q1": "fourth", "Q2": "first", "Q3": "second", "Q4": "third"}
"""… nor in the new year, where the one between is told too ("8 percent in the first quarter and 8.5 percent in the second")."""


def _when(mark: PeriodMark, main: Period, folded: str, *, after: int, months: str) -> When | None:
    last_years = bool(OF_LAST_YEAR.match(mark.label)) and _is_compared_with(mark, folded)
    if same_period_a_year_before(mark, main) or _is_of_last_year(mark, main, folded):
        return "year_ago"
    opens = mark.label == "last quarter" and _BEGINS.search(folded, max(0, mark.span.start - 12), mark.span.end + 1)
    if mark.label.startswith("previous quarter") or (opens and main.fiscal_period):
        return "previous"  # "ended June 2022", which may be that of a year ago; "Last quarter, it lost", in a report on the third
    if mark.label.lower() in LAST_YEAR and (main.kind not in (None, "year") or folded.startswith("'s ", mark.span.end)):
        return None if is_whole_year(folded, mark) else "year_ago"
    year = main.fiscal_year or (int(main.end[:4]) if main.end else None)
    whole = main.kind not in (None, "year") and main.fiscal_period != "Q4"
    of_whole = mark.kind == "year" and whole  # of the last whole year, 2 years before is a year ago
    if mark.year is not None and year is not None and mark.year < year - 1 - of_whole:
        return "other_year"
    ours, its = main.fiscal_period, mark.fiscal_period
    if mark.kind == main.kind == "quarter" and its and ours and its != ours:
        ahead = (int(its[1]) - int(ours[1])) % 4
        passed = last_years and not OF_LAST_YEAR.match(main.label or "")
        expected = ahead == _BEFORE and _EXPECTED.search(folded, max(0, mark.span.start - 100), mark.span.start)
        before: When | None = None if expected else "previous"  # "Analysts had expected a third-quarter loss of 5 cents"
        foretold = _LOOKING_AHEAD.search(folded, max(0, mark.span.start - 160), mark.span.start) if ahead == _BEFORE - 1 else None
        if foretold is not None and (its > ours or _NEXT_BUT_ONE[its] in foretold.group().lower()):
            before = "next"
        return ("other_year" if passed else "next") if ahead == 1 else before
    opens = not _MONTH.search(months.lower()) and _OPENS.search(folded, max(0, mark.span.start - 12), mark.span.start)
    return None if opens or mark.span.start < after else _by_months(mark, main, folded, months)


_THIS_FISCAL = re.compile(r"[\w -]{5,40}? (?:of )?(?:the current|this) (?:fiscal|financial)\b")
_FROM_APRIL = {"jun": "Q1", "sep": "Q2", "dec": "Q3", "mar": "Q4"}
"""Which quarter of "the current fiscal" a month ends, where that is said: in India, whose years begin in April."""
_BEGINS = re.compile(r"(?:(?:^|[.!?\n]['\"]?\s*)last quarter|[,;] (?:and|but|while) last quarter,)", re.IGNORECASE)
"""``Last quarter, it lost``, ``A year ago, it earned 5 cents, and last quarter, it earned 4``"""
_OPENS = re.compile(r"(?:^|[.!?\n]\s*)(?:For|In)\ (?:the\ )?$")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


_SET_AGAINST = regex.compile(r"\b(?:from|than|versus|against|with|to|after|over|before)\b[^,;.]{0,40}$")


def _months_of(periods: Sequence[PeriodMark], main: Period, folded: str) -> str:
    """Return by which months the main quarter is called, in its name or where the text first says so ("Q3", then "July-Sept")."""
    label = main.label or ""
    if main.kind != "quarter" or _MONTH.search(label.lower()):
        return label
    called = (mark for mark in periods if mark.kind == "quarter" and mark.when is None and _MONTH.search(mark.label.lower()))
    first = next(called, None)
    compared = first is not None and _SET_AGAINST.search(folded, max(0, first.span.start - 60), first.span.start)
    if first is None or compared or had_posted(folded, first):
        return label
    return first.label if first.fiscal_period in (None, main.fiscal_period) else label


def _by_months(mark: PeriodMark, main: Period, folded: str, months: str) -> When | None:
    """Return where a quarter stands that is called after its months ("the June quarter" in a report on July to September)."""
    if mark.kind == main.kind == "quarter" and _THIS_FISCAL.match(folded, mark.span.start):
        ours, its = _indian_quarter(main.label) or main.fiscal_period, mark.fiscal_period or _indian_quarter(mark.label)
        return "previous" if ours is not None and its is not None and its < ours else None
    if mark.kind != "quarter" or main.kind != "quarter" or (mark.end and main.end and mark.year != int(main.end[:4])):
        return None
    here, there = _MONTH.findall(months.lower()), _MONTH.findall(mark.label.lower())
    if there and not here and had_posted(folded, mark):
        return "previous"  # "in Q3; it had lost $25 million in the September quarter"
    ahead = (_MONTHS.index(there[-1][:3]) - _MONTHS.index(here[-1][:3])) % 12 if here and there else 0
    return {3: "next", 6: "previous", 9: "previous"}.get(ahead)  # type: ignore[return-value]


def _indian_quarter(label: str | None) -> str | None:
    """Return the quarter of a year from April that a period is called by its last month."""
    return _FROM_APRIL.get((_MONTH.findall((label or "").lower()) or [""])[-1][:3])
