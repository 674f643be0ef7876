"""
Which period: of the times that a sentence names, the one that a figure is of.

Right behind it, else nearest before, else next; neither the one that it is compared with nor when something else was.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.thenornow import OF_AN_OUTLOOK
from earnsum.grammar.tokens import Cue
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.reported import is_foreseen
from earnsum.text.marks import LONG_TERM, PeriodMark
from earnsum.text.sums import SUM
from earnsum.text.terms import OUTLOOK, RESULT, REVISES, SALES

_RIGHT_BEHIND = regex.compile(
    rf"(?: (?:an?|per) (?:diluted )?share)?(?: \([^()]{{1,24}}\)| from {SUM})?"
    rf"(?: on (?:(?:[a-z]+ ){{0,2}}of )?{ABOUT}{SUM}(?:(?: to |-){SUM})?(?: in {SALES})?)?"
    r",?(?: (?:for|in|during|at|over)(?: (?:the|its|all of))?)? $"
)
"""``$2.10 to $2.20 for the year``, ``$2 a share on revenue of $5 million for``: what stands between a figure and its period."""


_AGAINST = re.compile(r"\b(?:from|versus|vs\.?|than|against|compared\ (?:with|to))(?:\ the)? $")
"""``up 11% from 2019``: with which period a figure is compared, and of which it is not."""
_AGAINST_ENDS = (
    "from ",
    "versus ",
    "vs ",
    "vs. ",
    "than ",
    "against ",
    "with ",
    "to ",
    "from the ",
    "than the ",
    "with the ",
    "to the ",
)


_GOES_ON = re.compile(
    r", (?:lifting|bringing|taking|pushing|sending|raising|boosting|driving) (?:its |the |total |net ){0,2}"
    rf"{RESULT} (?:for|in) (?:the )?$"
    r"|(?:,|;)? (?:and|but|while) (?:it|they|we|management|the (?:[a-z]+ ){0,2}[a-z]+|[A-Z][\w&']+) (?:[a-z]+ ){0,3}"
    rf"(?:expect|see|said|says|forecast|predict|anticipat|{REVISES}|reaffirm|reiterat|maintain|gave|issued|guided)"
    rf"|(?:,|;)? (?:and|but|while) (?:[a-z]+ )?(?:{REVISES}|(?:reaffirm|reiterat|maintain)ed|kept|backed|confirmed"
    rf"|stuck (?:to|by|with)|left|gave|issued) (?:its|their|the) (?:[a-z-]+ ){{0,3}}{OUTLOOK} "
)
"""``the profit beat forecasts of £59m, and it expects full-year revenues to rise``: the period of another clause."""
_AND_FOR = re.compile(r"[,;] (?:and |but |while )?for (?:the |its )?$")
"""``it earned 42 cents a share, and for the full year it sees``: the same"""


_OF_THEN = regex.compile(
    r"\b(?:compared (?:with|to)|versus|against|(?P<from>from(?! (?:[a-z]+ ){0,2}operations\b)))"
    r" (?:(?! to [$€£0-9]| and (?:in|for)\b)[^;]){0,40}?"
    r"\b(?:in(?P<the> the)?|(?:at )?(?:the )?end of) $"
)
"""``compared with $721 million in 2020, on revenue of $53 billion``: of the figure compared with"""
_OF_THEN_ENDS = ("in ", "end of ", "in the ")


_BECAUSE = regex.compile(r"\b(?:due to|because|after|following|acquisition|takeover|merger|when|which|since)\b")
"""``fell to $66 million, due to an acquisition in February``: when something else was"""


_ON_THE_YEAR = regex.compile(r".{0,12}?\b(?:on (?:the )?|turn of the )year$")
"""``broadly flat on the year``: against the one before; ``at the turn of the year``"""


_OF_THE_NEXT = re.compile(r"(?:full-year|half-year|annual|(?:first|second|third|fourth)-(?:quarter|half)) [a-z]")
"""``profit rises to $160 million, full-year sales affirmed``: of the next phrase"""
_LABELS_NEXT = re.compile(
    rf" (?!(?:on|with|and|but|from|versus|as|plus) )(?:[\w-]++ ){{0,3}}?(?:{OUTLOOK}: "
    r"|(?:ffo|eps|earnings|revenues?|sales|net income|ebitda|capex)\b"
    r"(?: per (?:diluted )?share)? (?:(?:of|between|about|in|up|down|at|growth) |[$€£0-9])|(?:um|auf|waren es) )"
)
"""``FFO of 60 cents, fy FFO $2.30``, ``guidance: $301 million Full year guidance: $1.2 billion``: of the next figure"""


_OF_THE_NEXT_METRIC = regex.compile(
    r"[^;0-9]{0,40}[,;] (?:while|whereas|but|and) (?:(?:its|the|net|operating|pretax|group|full-year|annual) ){0,3}"
    rf"(?:{RESULT}|margin|output|production) (?:for|in|over) (?:the )?"
)
"""``fell 3 percent to $4 million, while net profit for the year rose``: of another metric, whose figure comes then"""
_OF_SHARES = re.compile(
    rf"[^;\n]*\b(?:shares|(?:the|its) (?:stock|share price))\b(?![^;\n]*\b{RESULT}\b)[^;\n]*"
    r"(?:%|\bper ?cent|\bvalue),?(?: (?:so far|for|over))?(?: the)? $"
)
"""``grew 4% as shares fell, leaving the stock down 34% year to date``"""
_SINCE_WHEN = re.compile(
    r"(?:\bsince|\b(?:best|worst|(?:strong|weak|high|low|bigg|larg|fast|slow|steep|poor)est) (?:[a-z-]+ ){0,4}(?:since|of|in))"
    r"(?: the)? $"
)
"""``its best showing since the second half of 2021``, ``the strongest quarter of 2021``: how a record is reckoned"""
_WHICH = regex.compile(
    r", (?:which|who|whose|where) (?:[^,;.\n]|\.(?:(?<=\b[A-Z]\.)|(?!\ [A-Z])))*$"
    r"|\b(?:(?:[Ee]xclud|[Aa]djust|[Ss]tripp|[Cc]ount)ing(?: for| out)?|[Ww]ithout|Before) [^,;.\n]*$"
)
_WHICH_BEHIND = regex.compile(r"[^,;$%£€]{8,}, (?:which|who|whose|where) (?!(?:ended|ends|runs|closed)\b)[^,;$%£€0-9]*[^;$%£€]*?")
"""``fell 15 percent despite a show for the doll, which marks its 50th year in``"""
_IN_VIEW_OF = regex.compile(
    r"\b(?:As\ a\ result\ of|Based\ on|Given|Following|After|Despite|Reflecting|Because\ of|Due\ to|Thanks\ to|Citing"
    r"|In\ light\ of|On\ the\ back\ of)\ [^,;.\n]*$"
)
_HOW_IT_WENT = regex.compile(
    r",|\ (?:[a-z-]++\ ){0,2}?(?:results?|performance|shortfall|momentum|showing|strength|weakness|softness|beat|miss|loss|profits?"
    r"|sales|earnings|revenues?)\b"
)
"""``Based on first-half results, it now expects sales of``: on what an outlook rests"""


def _is_of_a_time(period: PeriodMark) -> bool:
    """Tell a month, last year or this one, or a year by its number: when anything may have been, or may come."""
    label = period.label or ""
    return period.kind == "month" or label in {"last year", "this year", "next year"} or label.isdigit()


def _is_aside(folded: str, period: Span, figure: Span, why: regex.Pattern[str] = _WHICH) -> bool:
    """
    Tell when something else was, of which a clause before tells.

    "Acme, which bought Initech in May, earned $5 million"; "Excluding costs of a 2006 buyout, profit was $6 million".
    """
    if period.start >= figure.end:
        return _WHICH_BEHIND.fullmatch(folded, figure.end, period.start) is not None
    end = folded.find(",", period.end, figure.start)
    return end >= 0 and why.search(folded, max(0, period.start - 120), period.start) is not None


_FORETOLD_IN = re.compile(
    r"\b(?:projected|forecast|expected|predicted|guided(?: for| to)?|gave|given|issued|provided|announced|said|set|outlined"
    r"|targeted) (?:back |earlier )?in $"
)
"""``the $5 billion it projected in December``"""
_GIVEN_WITH = re.compile(
    r"\b(?:gave|given|issued|provided|announced|set|offered) (?:back )?(?:in|during|with|at|alongside|as part of) (?:its |the )?$"
)
"""``prior guidance provided during Q2 results of``: when it was told"""
_AND_REVISED = re.compile(r",? (?:revis|rais|lower|cut|slash|trimm|increas|reduc|upgrad|downgrad)(?:ed|ing)\b")
"""``forecast a profit of $30 million in November, revised down from``: when that was said, too"""
_WHEN_FORETOLD = regex.compile(
    r",? (?:it|they|we|the \w++|[A-Z][\w&-]++) had (?:already |also |first |previously )?(?:been )?"
    r"(?:forecast|expect|project|predict|anticipat|target|guid|estimat|flagg|spoken of|talked of|said it|pencilled in|thought|seen)"
)
"""``In March it had forecast sales of``: when that was said, not of which month it was"""


_WHEN_SAID = frozenset({"last quarter", "last month", "the last quarter", "past quarter"})
"""``its guidance, which was increased last quarter to $2.40``: when that was said"""


_OF_MONTHS = regex.compile(
    r"\b(?:two|four|five|seven|eight|ten|eleven|[24578]|1[01])[ -]month| weeks (?:of|in) |^(?:[a-z]+ )?quarter[ -]to|^so far|月$",
    regex.IGNORECASE,
)
"""``the first four months``, ``so far this quarter``, ``前十月``: of no kind, and yet not the quarter's"""


_BEGUN_IN = regex.compile(r"\b(?:since|founded|established|foundation|inception|began|went public)\b[^.;,$€£0-9]{0,40}$")
"""``the highest since its foundation in 1968, and topped``: of no period that is reported"""


def named_with(periods: Sequence[PeriodMark], figure_end: int, name: Cue | None) -> PeriodMark | None:
    """Return the period that a metric behind its figure is named with ("a 5 percent rise in full-year sales")."""
    if name is None:
        return None
    own = (p for p in periods if figure_end < p.span.start and p.span.end + 1 == name.span.start)
    return next((p for p in own if _may_be_reported(p, coming=True)), None)


def find_period(periods: Sequence[PeriodMark], folded: str, figure: Span, *, coming: bool) -> PeriodMark | None:
    """
    Return the reported period of a figure in its sentence: right behind it, else nearest before, else next.

    `coming`: it may be one yet to come, as that of an outlook.
    """
    best = None
    for period in periods:
        start = period.span.start
        if (
            not _may_be_reported(period, coming=coming)
            or _is_compared_with(folded, period, figure, coming=coming)
            or _is_when_else(folded, period, figure, coming=coming)
            or (start >= figure.end and _is_of_what_follows(folded, period, figure))
            or (best is not None and _is_year_of_it(folded, period, best))
        ):
            continue
        behind = start >= figure.end and period.label.isascii()  # in the East a period stands before its figures
        if start < figure.start or best is None or (behind and _RIGHT_BEHIND.fullmatch(folded, figure.end, start)):
            best = period
        if start >= figure.start:
            break
    return best


_NEXT_CLAUSE = regex.compile(
    r"[;:]|,(?=[ \n])(?! (?:taking|bringing|lifting|making|raising)\b)"
    r"|\b(?:and|but|while|as|said|says|after|because|due to|on the heels of|amid|with)\b"
)
_OPENS = regex.compile(r"(?:^|[.\n] ?)(?:In|During|For|Over) (?:the |its )?$")


def in_own_clause(periods: Sequence[PeriodMark], folded: str, said: Span) -> list[PeriodMark]:
    """
    Return the times in the clause of what a board declares, from its name to its figure, which is of no other.

    "It posted a rise in quarterly profit and announced a $2 billion buyback": that is of no quarter.
    """
    own = []
    for period in periods:
        start, end = period.span
        if end <= said.start:
            opens = _OPENS.search(folded, max(0, start - 14), start) is not None and folded.startswith(", ", end)
            between = end + 2 if opens else end, said.start
        else:
            between = said.end, start
        if _NEXT_CLAUSE.search(folded, *between) is None:
            own.append(period)
    return own


_OF_YEAR = re.compile(r" (?!results\b)(?:(?!and\b|but\b|to\b|from\b)[a-z]+ ){1,3}(?:for|of|in) $")
"""``first-quarter profits for 2001``: of which year the quarter is"""


def _is_year_of_it(folded: str, period: PeriodMark, best: PeriodMark) -> bool:
    """Tell the year of a quarter or half that is named right before it."""
    if not period.label.isdigit() or best.kind in (None, "year", "month"):
        return False
    return _OF_YEAR.fullmatch(folded, best.span.end, period.span.start) is not None


_FOR_YEARS = regex.compile(
    r"(?: [a-z][\w'-]*+){0,6}? (?:by (?:the end of )?(?:fiscal |FY ?)?20[0-9]{2}\b|annually\b|per annum\b"
    r"|(?:a|each|every|per) year\b(?! (?:ago|earlier|before|from))"
    r"|(?:over|for|in) the (?:next|coming) (?:few|several|two|three|four|five|[2-9]|10) years)"
)
"""``4 percent to 6 percent by 2012``, ``$4 billion annually``: for years to come, and for no quarter"""
_OVER_YEARS = regex.compile(
    r"\b(?:compound(?:ed)? annual|average annual"
    r"|over the (?:next|coming) (?:few|several|two|three|four|five|[2-9]|10) years)\b[^.;$€£0-9]{0,60}$"
)


def for_years(folded: str, sentence: Span, figure: Span, *, is_rate: bool) -> PeriodMark | None:
    """Return for how long an outlook is that is one for years ("average annual growth of 7 percent", "5 percent by 2012")."""
    found = _FOR_YEARS.match(folded, figure.end, sentence.end) or _OVER_YEARS.search(folded, sentence.start, figure.start)
    if found is None or (not is_rate and found.group().rstrip().endswith(" years")):  # what is spent over years is of none
        return None
    return PeriodMark(span=Span(found.start(), found.end()), kind="year", label=LONG_TERM)


def _may_be_reported(period: PeriodMark, *, coming: bool) -> bool:
    """Tell a time that figures are reported of, by itself: not a year ago, and to come only where an outlook is read."""
    if period.when in ("year_ago", "previous", "other_year") or (period.when == "next" and not coming):
        return False
    if period.kind is None and not _OF_MONTHS.search(period.label):
        return False
    return not (coming and period.label in _WHEN_SAID)


def _is_compared_with(folded: str, period: PeriodMark, figure: Span, *, coming: bool) -> bool:
    """Tell a time that only another figure is of, the one compared with ("up 11% from 2019")."""
    start = period.span.start
    if folded.endswith(_AGAINST_ENDS, 0, start) and _AGAINST.search(folded, max(0, start - 18), start):
        return True
    if folded.endswith("year", start, period.span.end) and _ON_THE_YEAR.match(folded, max(0, start - 12), period.span.end):
        return True
    then = _OF_THEN.search(folded, max(0, start - 64), start) if folded.endswith(_OF_THEN_ENDS, 0, start) else None
    return then is not None and (
        period.year is not None
        or period.kind == "month"
        or not (then["from"] or then["the"])
        or (coming and period.kind == "quarter" and then.start() >= figure.end)
    )


def _is_when_else(folded: str, period: PeriodMark, figure: Span, *, coming: bool) -> bool:
    """Tell when something was said, was done or began, of which no figure is."""
    span, start = period.span, period.span.start
    if coming and _HOW_IT_WENT.match(folded, span.end) and _GIVEN_WITH.search(folded, max(0, start - 32), start):
        return True
    if period.kind == "month" and (
        (start < figure.start and _WHEN_FORETOLD.match(folded, span.end))
        or (coming and _FORETOLD_IN.search(folded, max(0, start - 32), start))
        or (coming and start >= figure.end and _AND_REVISED.match(folded, span.end))
        or (start >= figure.end and _BECAUSE.search(folded, figure.end, start))
        or _GOES_ON.search(folded, start, figure.start)
    ):
        return True
    if start < figure.start and (
        OF_AN_OUTLOOK.fullmatch(folded, span.end, figure.start)
        or (period.kind == "year" and _BEGUN_IN.search(folded, max(0, start - 60), start))
    ):
        return True
    rests_on = coming and _HOW_IT_WENT.match(folded, span.end) is not None
    return (_is_of_a_time(period) and _is_aside(folded, span, figure)) or (
        rests_on and _is_aside(folded, span, figure, _IN_VIEW_OF)
    )


def _is_of_what_follows(folded: str, period: PeriodMark, figure: Span) -> bool:
    """Tell a time behind a figure that the next clause or the next figure is of."""
    start = period.span.start
    return (
        (period.when in ("next", None) and _GOES_ON.search(folded, figure.end, start) is not None)
        or _LABELS_NEXT.match(folded, period.span.end) is not None
        or (_AND_FOR.search(folded, figure.end, start) is not None and is_foreseen(folded, period))
        or (folded.startswith(", ", figure.end) and _OF_THE_NEXT.match(folded, start) is not None)
        or _OF_THE_NEXT_METRIC.fullmatch(folded, figure.end, start) is not None
        or _OF_SHARES.fullmatch(folded, figure.end, start) is not None
        or _SINCE_WHEN.search(folded, figure.end, start) is not None
    )
