"""
The timeline: how the periods that an article names stand to the one that it reports.

`find` reads each name by itself; once the main period is known, "in Q2 2009"
turns out to be a year ago, "in the second quarter" of a third-quarter report
the quarter before, "fiscal 2023" of a 2022 report yet to come.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from earnsum.grammar.tokens import GUIDANCE_TAG, Cue
from earnsum.model import Period, PeriodKind, Span
from earnsum.patterns import re, regex
from earnsum.periods.main import same_period_a_year_before
from earnsum.text.firms import FIRM
from earnsum.text.marks import PeriodMark, When, within

LAST_YEAR = frozenset({"last year", "the year before", "year before", "prior year", "previous year", "the previous year"})
"""In the report of a quarter these are the same quarter of the year before."""


_PAST = re.compile(r"(?:past|over the last|in the last) $|^past ")
_OUTLOOK = regex.compile(r"[.!?]\s|\n|\b(?:after|following)\b")
"""What ends an outlook's reach: its sentence's end, and what led to it ("raises outlook after a strong third quarter")."""
_AHEAD = re.compile(
    r",?\ (?:[\w'.&-]++\ ){1,4}?(?:now\ |still\ |also\ |has\ )?(?:"
    r"(?:expects?|sees|forecasts?|projects?|anticipates?|guides|predicts?)\b"
    r"|(?:raised|lifted|boosted|hiked|upped|cut|lowered|reduced|trimmed|narrowed|kept|maintained|affirmed|reaffirmed|reiterated"
    r"|gave|offered|issued|provided|backed)\ (?:its|an?|the|earlier|previous)\ (?:[\w-]++\ ){0,4}?"
    r"(?:guidance|outlook|forecasts?|targets?|views?|projections?|expectations?)\b)"
)
_FOR = re.compile(r"\b(?:For|In)\ (?:the\ |its\ )?$")
"""``For 2021, the company now expects``"""
_HOW = r"(?:(?:adjusted|underlying|core|fiscal|weak|strong|lower|higher) ){0,2}"
_FORECAST = regex.compile(
    r"(?<!\b(?:the|had|than|beat|beats|analysts|street|average|missed|topped) )forecasts? (?:an? |its )?" + _HOW + "$"
    rf"|\b(?:it|{FIRM}) (?:now |still )?expect(?:s|ed) (?:its )?$"
    r"|(?<!\b(?:analysts|street|consensus|estimates?|had|which|that) )(?:called for|guided (?:for|to)) (?:an? |its )?" + _HOW + "$"
    r"|(?<!\b(?:missed|beat|topped|above|below|than|exceeded|surpassed|met|of|with) )\b(?:its|their|an?|company's) "
    r"(?:[a-z-]++ ){0,2}(?:forecasts?|outlook|guidance|targets?) for (?:the |its )?" + _HOW + "$"
)
"""``Acme forecast fourth-quarter revenue``, ``it called for first-quarter revenue``, ``kept its forecast for the third quarter``"""

_FORECAST_FOR = re.compile(
    r"\b(?:cut|cuts|cutting|(?:rais|lower|slash|trim|lift|boost|hik|narrow|updat|maintain|reaffirm|withdr[ae]w)[a-z]*)"
    r" (?:its|their|the) (?:[\w-]+ ){0,4}"
    r"(?:forecasts?|guidance|outlook|targets?|views?|projections?|expectations?) for (?:the |its )?$"
)
"""``was forced to cut its profit forecast for the fiscal year``"""
_ITS_FORECAST = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:forecasts?|guidance|outlook|targets?|views?|projections?"
    r"|(?:is|are) (?:now )?(?:pegged|seen|expected|forecast|projected|guided|put) (?:at|to|between|in)|(?:will|should|would) be)\b"
)
"""``its full-year profit forecast``, ``third-quarter revenue is seen at``"""


_COMPARED = regex.compile(
    r"\b(?:above|below|than|versus|vs\.?|against|compared\ (?:to|with)|from)\ "
    r"(?:that\ of\ |those\ of\ |(?:an?\ |the\ )?(?:[a-z]+\ ){0,2}(?:of\ )?\p{Sc}?[0-9][0-9.,]*+(?:\ [a-z]+){0,3}"
    r"(?:,?\ or\ \p{Sc}?[0-9][0-9.,]*+(?:\ [a-z]+){0,3},?)?\ )?"
    r"(?:in\ |for\ |during\ )?(?:the\ )?(?:same\ |corresponding\ )?$"
)
"""What stands before a dated period that results are measured against: "10% above", "compared with $3 billion in"."""


_FROM_THE = regex.compile(r"\b(?:from|than|than\ in|compared\ with|compared\ to|versus)\ the\ $")
_A_YEAR_BEFORE = regex.compile(
    r",? (?:a year|one year|of last|last year|in (?:19|20)|of (?:19|20)|(?:last|the prior|the previous) )"
)
"""``a decline from the fourth quarter``: of the quarter before, unless it is of the year before."""


def reported_periods(folded: str, periods: list[PeriodMark], cues: Sequence[Cue]) -> list[PeriodMark]:
    """Return the periods that may be the reported one, if any: not those of an outlook, nor of how a stock has moved."""
    if not periods:
        return []
    outlooks = [cue.span.start for cue in cues if cue.tag == GUIDANCE_TAG]
    kept: list[PeriodMark] = []
    years = {period.year for period in periods if period.kind == "year"}
    for period in periods:
        before = bisect_left(outlooks, period.span.start)
        told = before > 0 and _OUTLOOK.search(folded, outlooks[before - 1], period.span.start) is None
        told = told or _FORECAST.search(folded, max(0, period.span.start - 40), period.span.start) is not None
        told = told or _ITS_FORECAST.match(folded, period.span.end) is not None or _opens_outlook(folded, period)
        told = told or _is_its_expectation(folded, period)
        told = told or _FORECAST_FOR.search(folded, max(0, period.span.start - 90), period.span.start) is not None
        told = told or (bool(kept) and folded.startswith((" alone", " by itself", " on its own"), period.span.end))
        past = period.label.startswith("past ") or _PAST.search(folded, max(0, period.span.start - 14), period.span.start)
        if not (told or past or _is_compared(folded, period) or _is_record(folded, period) or _may_come(folded, period, years)):
            kept.append(period)
    return kept


_SINCE = re.compile(r"\bsince (?:[a-z'-]+ ){0,5}$")
"""``the biggest drop since a similar one in the third quarter of 2014``"""
_MAY = re.compile(r"\b(?:may|could|might|would) (?![^.\n]*\b(?:after|following)\b)[^.\n]*$")
"""``that demand may slow in the second half``"""


def _is_record(folded: str, period: PeriodMark) -> bool:
    """Tell a period that is only named for how long nothing like it has been seen."""
    start = period.span.start
    return folded.find("since", max(0, start - 60), start) >= 0 and _SINCE.search(folded, max(0, start - 60), start) is not None


_WILL = re.compile(
    r"\b(?:will|would|(?:is|are) going to|(?:plan|aim|intend|hope|expect)s? to|(?:it|company|group) expect(?:s|ed)) "
    r"(?![^.;\n]*\b(?:after|following|than|from|with|was|were)\b)(?:[^.;\n]|\.(?=[0-9]))*$"
)
"""``it would launch two models in fiscal 2014``"""


def _may_come(folded: str, period: PeriodMark, years: Collection[int | None]) -> bool:
    """Tell a half that is talked of as still to come, or a year behind one that is told of too."""
    start = period.span.start
    ahead = period.kind == "year" and period.year is not None and period.year - 1 in years
    words = _WILL if ahead else _MAY if period.kind == "half" and period.year is None else None
    return words is not None and words.search(folded, max(0, start - 90), start) is not None


_EXPECTATIONS = re.compile(r"(?: [a-z-]+){0,3} expectations\b")


def _is_its_expectation(folded: str, period: PeriodMark) -> bool:
    """Tell the company's own expectations by "its" ("cut its full-year profit expectations")."""
    own = folded.endswith((" its ", " our ", " their "), 0, period.span.start)
    return own and _EXPECTATIONS.match(folded, period.span.end) is not None


def _is_compared(folded: str, period: PeriodMark) -> bool:
    start, end = period.span
    if period.year is not None and _HAD_POSTED.search(folded, max(0, start - 120), start):
        return True
    if period.year is None:
        before = period.kind == "quarter" and _FROM_THE.search(folded, max(0, start - 20), start) is not None
        return before and _A_YEAR_BEFORE.match(folded, end) is None
    return _COMPARED.search(folded, max(0, start - 80), start) is not None


def _opens_outlook(folded: str, period: PeriodMark) -> bool:
    """Tell whether a sentence begins with a period that the company then says what it expects of."""
    return _FOR.search(folded, max(0, period.span.start - 8), period.span.start) is not None and is_foreseen(folded, period)


def is_foreseen(folded: str, period: PeriodMark) -> bool:
    """Tell a period behind which it is said what the company expects of it ("and for 2021, it sees sales of")."""
    return _AHEAD.match(folded, period.span.end) is not None


def place_periods(periods: Sequence[PeriodMark], main: Period, folded: str) -> list[PeriodMark]:
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
        for mark in periods
        if not folded.startswith(" active", mark.span.end)
    ]
    so_far = _SO_FAR.get(main.fiscal_period or "")
    placed = [mark._replace(kind=so_far) if mark.kind is None and mark.label in _TO_DATE else mark for mark in placed]
    if all(mark.year is None for mark in placed):
        return placed
    dated = main.fiscal_year or main.end
    bases: frozenset[int] = frozenset() if dated else _base_years(folded)
    if not dated and _LATER.search(folded) and any(mark.when == "year_ago" and mark.year is None for mark in placed):
        placed = [mark._replace(when=None) if mark.year == _BEFORE_COVID else mark for mark in placed]
        bases |= {_BEFORE_COVID}
    placed = [mark._replace(when="year_ago") if _is_before_another(mark, placed, main) else mark for mark in placed]
    if not dated:
        placed = [mark._replace(when="year_ago") if _is_ours_of_then(mark, main, folded) else mark for mark in placed]
    others = [m.when is None and m.year is not None and (m.year in bases or _is_another(m, placed, folded)) for m in placed]
    return [mark._replace(when="other_year") if other else mark for mark, other in zip(placed, others, strict=True)]


def _is_ours_of_then(mark: PeriodMark, main: Period, folded: str) -> bool:
    """Tell the quarter of a year that one without a year is compared with ("down from $5 million in 2008's third quarter")."""
    if (
        mark.when is not None
        or mark.year in (None, _BEFORE_COVID)
        or mark.kind != main.kind
        or mark.kind not in ("quarter", "half")
    ):
        return False
    if _HAD_POSTED.search(folded, max(0, mark.span.start - 120), mark.span.start):
        return True
    return mark.kind == "quarter" and mark.fiscal_period == main.fiscal_period is not None and _is_compared(folded, mark)


_HAD_POSTED = regex.compile(
    r"\bhad (?:[a-z]+ )?(?:reported|posted|logged|clocked|recorded|registered|earned|made|booked|netted|incurred|suffered) "
    r"[^.;\n]{0,40}(?:[0-9]\.[0-9][^.;\n]{0,40})?$"
)
"""``The company had logged a profit of $47 million in the October-December quarter of 2023``"""


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


def _is_before_another(mark: PeriodMark, periods: Sequence[PeriodMark], main: Period) -> bool:
    """Tell a period beside the main one that another is a year after ("the first nine months of 1997", and those of 1998)."""
    if mark.when is not None or mark.year is None or mark.kind not in _ITS_OWN or mark.kind == main.kind:
        return False
    return any(other.kind == mark.kind and other.year == mark.year + 1 and other.when is None for other in periods)


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


_LAST_YEARS = re.compile("昨年|前年|去年|작년|지난해|전년")
"""How a quarter of last year begins ("지난해 3분기"), which in January may be the one reported, …"""
_THAN = regex.compile(
    r" ?(?:의 )?(?:[^\s0-9]{1,6} ?)?\(?[0-9][^\s()。]{2,16}\)? ?(?:보다|대비|에서|의|에 비해|と比べ|に比べ|から)"
    r"| ?(?:보다|대비|[와과] (?:비교|견)|에 (?:비[해하]|견))"
)
_THAT_WAS = regex.compile("(?:이던|였던) $")


def _is_compared_with(mark: PeriodMark, folded: str) -> bool:
    """Tell that it is compared with (… "6조원보다")."""
    before = _THAT_WAS.search(folded, max(0, mark.span.start - 4), mark.span.start)
    return before is not None or _THAN.match(folded, mark.span.end) is not None


def _when(mark: PeriodMark, main: Period, folded: str, *, after: int, months: str) -> When | None:
    last_years = bool(_LAST_YEARS.match(mark.label)) and _is_compared_with(mark, folded)
    if same_period_a_year_before(mark, main) or (
        last_years and (mark.fiscal_period == main.fiscal_period or mark.kind != main.kind)
    ):
        return "year_ago"
    opens = mark.label == "last quarter" and _BEGINS.search(folded, max(0, mark.span.start - 6), mark.span.start)
    if mark.label.startswith("previous quarter") or (opens and main.fiscal_period):
        return "previous"  # "ended June 2022", which may be that of a year ago; "Last quarter, it lost", in a report on the third
    if mark.label.lower() in LAST_YEAR and (main.kind not in (None, "year") or folded.startswith("'s ", mark.span.end)):
        return "year_ago"
    year = main.fiscal_year or (int(main.end[:4]) if main.end else None)
    of_whole = mark.kind == "year" and main.kind not in (None, "year")  # of the last whole year, 2 years before is a year ago
    if mark.year is not None and year is not None and mark.year < year - 1 - of_whole:
        return "other_year"
    ours, its = main.fiscal_period, mark.fiscal_period
    if mark.kind == main.kind == "quarter" and its and ours and its != ours:
        ahead = (int(its[1]) - int(ours[1])) % 4
        passed = last_years and not _LAST_YEARS.match(main.label or "")
        return ("other_year" if passed else "next") if ahead == 1 else "previous"
    named_first = mark.span.start < after or _OPENS.search(folded, max(0, mark.span.start - 12), mark.span.start)
    return None if named_first else _by_months(mark, main, folded, months)


_THIS_FISCAL = re.compile(r"[\w -]{5,40}? (?:of )?(?:the current|this) (?:fiscal|financial)\b")
_FROM_APRIL = {"jun": "Q1", "sep": "Q2", "dec": "Q3", "mar": "Q4"}
"""Which quarter of "the current fiscal" a month ends, where that is said: in India, whose years begin in April."""
_BEGINS = re.compile(r"(?:^|[.!?\n]['\"]?\s*)$")
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
    if first is None or _SET_AGAINST.search(folded, max(0, first.span.start - 60), first.span.start):
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
    ahead = (_MONTHS.index(there[-1][:3]) - _MONTHS.index(here[-1][:3])) % 12 if here and there else 0
    return {3: "next", 6: "previous", 9: "previous"}.get(ahead)  # type: ignore[return-value]


def _indian_quarter(label: str | None) -> str | None:
    """Return the quarter of a year from April that a period is called by its last month."""
    return _FROM_APRIL.get((_MONTH.findall((label or "").lower()) or [""])[-1][:3])
