"""
The quarter told of: of several that a story names by their number, that of which a result is told.

"Shares fell on fears for the fourth quarter.  Third-quarter profit rose to $47 million": whatever stands first, it reports the
third.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from earnsum.patterns import regex
from earnsum.periods.kinds import EARLY_QUARTERS
from earnsum.text.marks import PeriodMark

_RESULT = (
    r"(?:\([A-Z][\w. -]{2,16}\)\ )?(?i:(?!(?:cash|dividends?|guidance|forecasts?|outlook)\b)[a-z-]++\ ){0,3}?"
    r"(?i:profits?|income|earnings|loss(?:es)?|revenues?|sales|turnover|results|eps|a?ffo)\b"
)
_DONE = (
    r"(?:rose|fell|was|were|came|climbed|jumped|surged|soared|grew|gained|declined|dropped|decreased|increased|slid|slipped|sank"
    r"|plunged|tumbled|shrank|doubled|tripled|narrowed|widened|swelled|advanced|edged|inched|rebounded|totall?ed|amounted|reached"
    r"|hit|beat|missed|topped|exceeded|surpassed|met|matched|posted|reported|earned|made|lost|booked|recorded|logged|had|swung"
    r"|saw|generated|equaled|stood|up|down)"
)
_TO_COME = regex.compile(
    r"(?<![\w-])(?<!than\ )(?:expect\w*|forecasts?|forecasting|outlook|guid\w+|will|won't|would|could|should|may|might|sees?"
    r"|seeing|seen|project\w*|anticipat\w+|predict\w*|looks?|looking|plan(?:s|ned|ning)?\ to|target\w*"
    r"|hop(?:e|es|ed|ing)|[Aa]nalysts'?|Street|estimates?|estimated|likely|ahead|delay\w*|scheduled|due)\b"
)
"""What tells a sentence of what is yet to come, or of what somebody thinks."""
_AGAINST = regex.compile(
    r"\b(?:from|than|versus|vs\.?|against|compare[sd]?\ (?:with|to)|since|after|before|until|through|as|revers(?:es|ed|ing))"
    r"(?:\ (?:in|for|the|its|that|those|of|(?:[A-Z]{1,3})?\p{Sc}?[0-9][0-9.,]*+(?:m|bn)?|[mb]illion|cents|percent|an?|per|share|or"
    r"|profits?|loss|around|about|nearly|just|only|roughly)){0,9}\ ?$"
)
"""What makes the quarter behind it one that is compared with, or a time."""
_OF_QUARTER = regex.compile(r"\ " + _RESULT + r"(?=[^.;\n]{0,80}?\b" + _DONE + r"\b|(?:\ of)?\ (?:\p{Sc}|[0-9]))")
"""``third-quarter profit rose``, ``third-quarter revenue of $8.7 billion``"""
_POSTED = regex.compile(
    r"\b(?:posts?|posted|posting|reports?|reported|reporting|swung|swings|turn(?:s|ed)|logged|booked|recorded|announce[sd]|earned)"
    r"\ (?:(?!and\b|but\b)[\w$%.,'-]++\ ){0,8}$"
)
"""``posted a record third-quarter profit``, ``reported a loss of $1 billion for the third quarter``"""
_IN = regex.compile(r"\b(?:[Ii]n|[Ff]or|[Dd]uring)\ (?:the\ |its\ )?(?:fiscal\ |latest\ |most\ recent\ )?$")
_AS_IT = regex.compile(r"\b(?:as|when|while) (?:the (?:[a-z]++ )?[a-z]++|it|[A-Z]\w++) (?=(?:reported|posted)\b)")
"""``The guidance came as the chip maker reported``: what is yet to come is of the clause before"""
_HAD = regex.compile(r"\bhad (?:previously |earlier )?(?:reported|posted|earned|made|lost|booked|logged|recorded)\b")
"""``It had reported a profit of $3 million in the fourth quarter``: of a quarter before"""
_SUM = r"\b(?:[^.;\n]|\.(?=[0-9])){0,60}?(?:(?:\p{Sc}|\b[A-Z]{1,3}\$?)\ ?[0-9]|[0-9]\ (?:percent|cents)|[0-9]%)"
_MADE = regex.compile(r"\b" + _DONE + _SUM)
_HAD_MADE = regex.compile(r"\b(?:" + _DONE + "|of)" + _SUM)
_RESULTS = regex.compile(r"\ " + _RESULT)
_IN_A_ROW = (" in a row", " running", " straight")
"""``jumped for the second quarter in a row``: no number of a period"""
_REACH = 300
_STOP = regex.compile(r"[.!?]\s|\n|;")


def of_told(folded: str, periods: Sequence[PeriodMark], title_end: int) -> list[PeriodMark]:
    """
    Return the periods without those of which no result is told, where one is told of a numbered quarter or half.

    What the title names stays, and so does a date ("in the three months ended June 30").
    """
    if _is_of_a_year(folded, periods, title_end):
        return [mark for mark in periods if mark.kind == "year"]
    if _opens_on_last_year(folded, periods, title_end):
        return [mark for mark in periods if mark.kind == "year" and not mark.label.isdigit()]
    told = {mark.fiscal_period for mark in periods if _is_numbered(mark) and (mark.reported or _is_told_of(folded, mark))}
    told -= _before_last_quarter(periods, title_end)
    if not told:
        return list(periods)
    return [mark for mark in periods if mark.span.end <= title_end or _may_be_reported(folded, mark, told)]


def _before_last_quarter(periods: Sequence[PeriodMark], title_end: int) -> set[str | None]:
    """
    Return the quarters before "last quarter", which a story names first: last year's, beside them, is of another number.

    "Last quarter it made $3 million, from $2 million in the third quarter last year and $1 million in the second quarter."
    """
    first = next(iter(_lead(periods, title_end)), None)
    if first is None or first.label != "last quarter":
        return set()
    ago = {mark.fiscal_period for mark in periods if mark.when == "year_ago" and mark.kind == "quarter"} - {None}
    return {mark.fiscal_period for mark in periods if _is_numbered(mark)} - ago if ago else set()


_DATED_YEAR = regex.compile(r"(?i)(?:12|twelve|52|53)[ -](?:months|weeks)|(?:financial |fiscal )?year (?:to|end)")
_OF_A_YEAR = ("full", "annual", "yearly")
_IN_PASSING = regex.compile(r", (?:which|where|who|whose)\b[^,;.]{0,80}$")
"""What a relative clause tells of, in which no report names its period first."""
_LEAD = 900


def _is_of_a_year(folded: str, periods: Sequence[PeriodMark], title_end: int) -> bool:
    """
    Tell a report on a year that it gives the date of, and names first, from the parts of it that it speaks of in passing.

    "Annual profit fell.  Acme, which had a poor second half, made £5 million in the year to March 31."
    """
    lead = [
        mark for mark in _lead(periods, title_end) if mark.span.end <= title_end or not _IN_PASSING.search(_around(folded, mark)[0])
    ]
    year = next((mark for mark in lead if mark.kind == "year" and _DATED_YEAR.match(mark.label)), None)
    if year is None or not (lead[0] == year or lead[0].label.startswith(_OF_A_YEAR)):
        return False
    before = [mark for mark in lead if mark.kind != "year" and mark.span.start < year.span.start]
    return not any(m.span.end <= title_end or m.reported or (_is_numbered(m) and _is_told_of(folded, m)) for m in before)


def _lead(periods: Sequence[PeriodMark], title_end: int) -> list[PeriodMark]:
    return [mark for mark in periods if mark.kind is not None and mark.when is None and mark.span.start < title_end + _LEAD]


_ENDS_YEAR = regex.compile("(?i)(?:fourth|final|last|december)\\b|q4|4q|oct[a-z.]*[-–]dec")
_OPENS_SENTENCE = regex.compile(r"(?:^|[.!?\n]\"?\s+)(?:In|For|During|Over)\ (?:just\ )?(?:the\ |its\ )?$")
_RECKONED = regex.compile(r"(?i)\b(?:profits?|income|earnings|loss(?:es)?|revenues?|sales|turnover|earned|lost|made)\b")


def _opens_on_last_year(folded: str, periods: Sequence[PeriodMark], title_end: int) -> bool:
    """Tell a report on "last year", which it tells of first, from how the end of it went ("In the second half, it made")."""
    year = next((mark for mark in _lead(periods, title_end) if not mark.label.isdigit()), None)
    parts = [mark for mark in periods if mark.kind in ("quarter", "half", "nine_months") and mark.when is None]
    if year is None or year.label.lower() != "last year" or not parts or year.span.start > parts[0].span.start:
        return False
    if any(mark.fiscal_period not in ("Q4", "H2") and not _ENDS_YEAR.match(mark.label) for mark in parts):
        return False
    if _OPENS_SENTENCE.search(folded, max(0, parts[0].span.start - 30), parts[0].span.start) is None:
        return False
    before, behind = _around(folded, year)
    told = _RECKONED.search(before + behind) is not None and any(map(str.isdigit, before + behind))
    return told and not (_AGAINST.search(before) or _WHICH.search(before) or _TO_COME.search(before))


_WHICH = regex.compile(r"\b(?:which|who|that|whose|after|since)\b")


def _is_numbered(mark: PeriodMark) -> bool:
    return mark.kind in ("quarter", "half") and mark.fiscal_period is not None and mark.when is None


def _may_be_reported(folded: str, mark: PeriodMark, told: Collection[str | None]) -> bool:
    if _is_numbered(mark):
        return mark.fiscal_period in told
    if mark.year is not None or mark.label.startswith(_VAGUE):
        return mark.year is not None
    aside = mark.kind == "month" or (mark.label in _THE_YEAR and EARLY_QUARTERS.issuperset(told))
    return not aside or _is_told_of(folded, mark)


_VAGUE = ("this ", "last quarter", "latest ", "most recent ", "holiday ")
"""Quarters that are any of several, where one of them is named by its number."""
_THE_YEAR = frozenset({"year", "annual", "full year", "full-year"})
"""What no results are of with those of an early quarter, and may well be with those of the last."""


def _around(folded: str, mark: PeriodMark) -> tuple[str, str]:
    """Return what a sentence says before a period, and behind it."""
    at, behind = mark.span
    start = max((stop.end() for stop in _STOP.finditer(folded, max(0, at - _REACH), at)), default=max(0, at - _REACH))
    stop = _STOP.search(folded, behind, behind + _REACH)
    return folded[start:at], folded[behind : stop.start() if stop else min(len(folded), behind + _REACH)]


def _is_told_of(folded: str, mark: PeriodMark) -> bool:
    """Tell a period by the words around it: a result of it that was made, and nothing that is to come."""
    before, after = _around(folded, mark)
    behind, end = mark.span.end, mark.span.end + len(after)
    told_as = max((clause.end() for clause in _AS_IT.finditer(before)), default=0)
    if _TO_COME.search(before, told_as) or _HAD.search(before) or _AGAINST.search(before) or folded.startswith(_IN_A_ROW, behind):
        return False
    if _OF_QUARTER.match(folded, behind, end) or (_POSTED.search(before) and _RESULTS.match(folded, behind, end)):
        return True
    if _IN.search(before) is None:
        return False
    if _HAD_MADE.search(before):
        return True
    made = _MADE.search(folded, behind, end)
    return made is not None and _TO_COME.search(folded, behind, made.start()) is None
