"""The periods that may be the one reported: neither that of an outlook, nor one compared with, nor that of a record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from earnsum.grammar.tokens import GUIDANCE_TAG, Cue
from earnsum.patterns import re, regex
from earnsum.periods.find import CAME_NEXT
from earnsum.text.firms import FIRM
from earnsum.text.marks import PeriodMark
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTED, ITS, OUTLOOK, POSTED, REVISED, REVISES

_PAST = re.compile(r"(?:past|over the last|in the last) $|^past ")
_OUTLOOK = regex.compile(
    r"[.!?]\s|\n|\b(?:after|following|as (?:the (?:[a-z]++ )?[a-z]++|it|[A-Z]\w++) (?:reported|posted))\b|。|"
    rf"{CAME_NEXT}|(?<=[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}])\ "
)
"""What ends an outlook's reach: its sentence's end, and what led to it ("raises outlook after a strong third quarter")."""
_AHEAD = re.compile(
    r"(?:\ (?:ending|that\ ends)\ [\w.\ ]{3,20})?"
    r",?\ (?:(?!and\ |but\ |earned\b|lost\b|posted\b|reported\b|beat\b)[\w'.&-]++\ ){1,12}?(?:now\ |still\ |also\ |has\ )?(?:"
    r"(?:expects?|sees|forecasts?|projects?|anticipates?|guides|predicts?|(?<!analysts\ )(?<!Street\ )projected)\b"
    r"|(?:is|are)\ (?:now\ |still\ )?(?:project|target|guid|look|forecast|model|expect)ing\b"
    rf"|(?:{REVISED}|kept|maintained|affirmed|reaffirmed|reiterated"
    r"|gave|offered|issued|provided|backed)\ (?:its|an?|the|earlier|previous)\ (?:[\w-]++\ ){0,4}?"
    rf"(?:{OUTLOOK}|views?|expectations?)\b)"
)
_FOR = re.compile(r"\b(?:For|In|As\ for|Looking\ (?:ahead\ )?to|Turning\ to)\ (?:the\ |its\ )?$")
"""``For 2021, the company now expects``"""
_HOW = r"(?:(?:adjusted|underlying|core|fiscal|weak|strong|lower|higher) ){0,2}"
_FORECAST = regex.compile(
    r"(?<!\b(?:the|had|than|beat|beats|analysts|street|average|missed|topped) )forecasts? (?:an? |its )?" + _HOW + "$"
    rf"|\b(?:it|{FIRM}) (?:now |still )?expect(?:s|ed) (?:its )?$"
    r"|(?<!\b(?:analysts|street|consensus|estimates?|had|which|that) )(?:called for|guided (?:for|to)) (?:an? |its )?" + _HOW + "$"
    r"|(?<!\b(?:missed|beat|topped|above|below|than|exceeded|surpassed|met|of|with) )\b(?:its|their|an?|company's) "
    rf"(?:[a-z-]++ ){{0,2}}{OUTLOOK} for (?:the |its )?" + _HOW + "$"
)
"""``Acme forecast fourth-quarter revenue``, ``it called for first-quarter revenue``, ``kept its forecast for the third quarter``"""

_FORECAST_FOR = re.compile(
    rf"\b(?:{REVISES}|(?:maintain|reaffirm|withdr[ae]w)[a-z]*)"
    rf" (?:{ITS} )?(?:[\w-]+ ){{0,4}}"
    rf"(?:{OUTLOOK}|views?|expectations?) for (?:the |its )?$"
)
"""``was forced to cut its profit forecast for the fiscal year``"""
_BEAT = (
    r"(?:beat|topp?|miss|exceed|surpass|met\b|meet|match|trail|crush|above|below|past\b|ahead|short|than\b|Street|[Cc]onsensus"
    r"|[Aa]nalysts?\b)"
)
"""``first-quarter earnings exceeded the Street's view``: what was beaten, and no outlook of the quarter"""
_ITS_FORECAST = re.compile(
    rf"(?:'s)? (?:(?!{_BEAT})[A-Za-z-]+ ){{0,3}}(?:as well as (?:[A-Za-z-]+ ){{1,2}})?"
    r"(?:(?:forecasts?|guidance|outlook|targets?|views?|projections?)"
    rf"|(?:is|are) (?:now )?(?:{EXPECTED}|guided|put) (?:at|to|between|in)"
    r"|(?:will|should|would) (?:be|come|total|reach|rise|fall|grow|drop)|consensus (?:is|stands|calls)"
    r"|(?:will not|won't|could|might|may) (?:meet|miss|beat|top|exceed|fall|rise|drop|come|trail|lag))\b"
)
"""``its full-year profit forecast``, ``third-quarter revenue is seen at``"""


_BEATEN = re.compile(
    r"\b(?:beats?|beating|topp(?:ed|ing)|tops|missed|misses|missing|exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|met|meets|trailed|crushed"
    r"|fell (?:just |well |far )?short of) (?:(?!and |but |as |while )[\w'.&-]+ ){0,4}$"
)


def _is_of_its_forecast(folded: str, period: PeriodMark) -> bool:
    """Tell what an outlook is of, and not what was beaten ("beat the Street's first-quarter revenue forecast")."""
    if _ITS_FORECAST.match(folded, period.span.end) is None:
        return False
    return _BEATEN.search(folded, max(0, period.span.start - 60), period.span.start) is None


_COMPARED = regex.compile(
    r"\b(?:above|below|than|versus|vs\.?|against|compared\ (?:to|with)|from)\ "
    r"(?:that\ of\ |those\ of\ |(?:an?\ |the\ )?(?:[a-z]+\ ){0,2}(?:of\ )?\p{Sc}?[0-9][0-9.,]*+(?:bn|m|tn|p|c)?(?:\ [a-z]+){0,3}"
    r"(?:,?\ or\ \p{Sc}?[0-9][0-9.,]*+(?:bn|m|tn|p|c)?(?:\ [a-z]+){0,3},?)?\ (?:(?:it|they|[A-Z][\w&.'-]*+)\ (?:had\ )?[a-z]+\ )?)?"
    r"(?:in\ |for\ |during\ )?(?:the\ )?(?:same\ |corresponding\ )?$"
)
"""What stands before a dated period that results are measured against: "10% above", "compared with $3 billion in"."""


_FROM_THE = regex.compile(r"\b(?:from|than|than\ in|compared\ with|compared\ to|versus)\ the\ $")
_A_YEAR_BEFORE = regex.compile(
    r",? (?:a year|one year|of last|last year|in (?:19|20)|of (?:19|20)|(?:last|the prior|the previous) )"
)
"""``a decline from the fourth quarter``: of the quarter before, unless it is of the year before."""


_A_SPAN = re.compile(
    r"\ba (?:[a-z]+[- ])?(?:six|nine|6|9)-month (?!(?:net|pre-?tax|operating|adjusted|core|underlying|group|gross|profit|loss"
    r"|income|earnings|sales|revenue|turnover|result|ebit|period|report|gain|rise|fall|increase|drop)s?\b)[a-z]"
)
"""``a 9-month hurdle``: how long something takes"""


def reported_periods(folded: str, periods: list[PeriodMark], cues: Sequence[Cue]) -> list[PeriodMark]:
    """Return the periods that may be the reported one, if any: not those of an outlook, nor of how a stock has moved."""
    if not periods:
        return []
    outlooks = [cue.span.start for cue in cues if cue.tag == GUIDANCE_TAG and not _is_of_analysts(folded, cue.span.start)]
    kept: list[PeriodMark] = []
    years = {period.year for period in periods if period.kind == "year"}
    for period in periods:
        before = bisect_left(outlooks, period.span.start)
        told = before > 0 and _OUTLOOK.search(folded, outlooks[before - 1], period.span.start) is None
        told = told or _FORECAST.search(folded, max(0, period.span.start - 40), period.span.start) is not None
        told = told or _is_of_its_forecast(folded, period) or _opens_outlook(folded, period)
        told = told or _is_its_expectation(folded, period)
        told = told or _FORECAST_FOR.search(folded, max(0, period.span.start - 90), period.span.start) is not None
        told = told or _is_of_a_consensus(folded, period)
        told = told or (bool(kept) and folded.startswith((" alone", " by itself", " on its own"), period.span.end))
        past = period.label.startswith("past ") or _PAST.search(folded, max(0, period.span.start - 14), period.span.start)
        past = past or _A_SPAN.search(folded, max(0, period.span.start - 14), period.span.end + 20)
        if not (told or past or is_compared(folded, period) or _is_record(folded, period) or _may_come(folded, period, years)):
            kept.append(_as_first_named(period, kept, folded))
    return _behind_outlook(folded, kept)


_YEAR_FORESEEN = re.compile(r"[^\n]*?((?:20)?[0-9]{2}年(?:1[0-2]|[1-9])月期)[^\n]*?(?:修正|予想|見通し|計画|据え置)")
_CAME_OUT = re.compile(r"の?(?:連結|単独)?(?:決算|業績)")


_AHEAD_EAST = regex.compile(
    r"の?(?:連結|単独)?(?:[\p{Han}]{0,6}?)(?:指引|展望|财测|预测|目标|予想|見通し)|[\p{Hangul} ]{0,10}?(?:가이던스|목표|전망)"
)


def _behind_outlook(folded: str, periods: list[PeriodMark]) -> list[PeriodMark]:
    """
    Return periods without the year of an Eastern outlook, where another is told of.

    One that is named for its outlook ("上调全年指引"), or the business year of a Japanese title where results came of a part.
    """
    if any(p.kind != "year" and p.when is None for p in periods):
        periods = [p for p in periods if p.kind != "year" or _AHEAD_EAST.match(folded, p.span.end) is None]
    title = _YEAR_FORESEEN.match(folded)
    if title is None:
        return periods
    came = any(p.kind != "year" and p.when is None and _CAME_OUT.match(folded, p.span.end) for p in periods)
    year = title[1].removeprefix("20")
    return [p for p in periods if not (came and p.kind == "year" and p.label.removeprefix("20") == year)]


_CONSENSUS_FOR = re.compile(r"\b[Cc]onsensus (?:[a-z]+ )?for (?:the )?$")
_STANDS = re.compile(r"[^.;\n]{0,40}? (?:is|stands at|calls for) ")


def _is_of_a_consensus(folded: str, period: PeriodMark) -> bool:
    """Tell the period of what is expected as yet ("Consensus for Q4 FFO is 85 cents"), where "was" tells of one reported."""
    before = _CONSENSUS_FOR.search(folded, max(0, period.span.start - 30), period.span.start)
    return before is not None and _STANDS.match(folded, period.span.end) is not None


_OF_ANALYSTS = re.compile(r"(?:Street's|[Aa]nalysts'|[Cc]onsensus) (?:[\w-]+ ){0,4}$")


def _is_of_analysts(folded: str, at: int) -> bool:
    """Tell an outlook that is analysts' for what was reported, or beaten ("missed expectations for the second quarter")."""
    return any(said.search(folded, max(0, at - 50), at) for said in (_OF_ANALYSTS, _BEATEN))


_LAST_PARTS = frozenset({"Q4", "H2"})


def ends_last_year(period: PeriodMark) -> bool:
    """Tell the last quarter or half of last year ("the final quarter of last year", "October and December last year")."""
    label = period.label.lower()
    last = period.fiscal_period in _LAST_PARTS or "december" in label
    return last and period.when == "year_ago" and label.endswith("last year") and period.kind in {"quarter", "half"}


_UNNAMED = frozenset({"quarter", "quarterly", "the quarter"})


def _as_first_named(period: PeriodMark, before: Sequence[PeriodMark], folded: str) -> PeriodMark:
    """
    Return the last quarter or half of last year, where no period is named before it, as one that may be reported.

    "The company earned $5 million in the final three months of last year": so writes who reports on it in January.
    """
    if not ends_last_year(period) or any(mark.when is None and mark.label.lower() not in _UNNAMED for mark in before):
        return period
    return period if is_set_against(folded, period) else period._replace(when=None)


_IS_SET_AGAINST = regex.compile(
    r"\b(?:from|than|versus|vs|against|compared (?:with|to)|relative to|over|up on|down on|on)\b(?:[^,;.]|\.(?=[0-9])){0,40}$"
)


def is_set_against(folded: str, period: PeriodMark) -> bool:
    """Tell a period behind "from", "than" or "compared with", also with a figure between."""
    start = period.span.start
    return _IS_SET_AGAINST.search(folded, max(0, start - 60), start) is not None


_SINCE = re.compile(r"\bsince (?:[a-z'-]+ ){0,5}$")
"""``the biggest drop since a similar one in the third quarter of 2014``"""
_RECORD_SUM = regex.compile(
    r"\b(?:(?:high|larg|bigg|low|wor|mo|be|strong)e?st\b(?:[^.;\n]{0,30}?[ ,])?(?:since|behind|after)"
    r"|(?:previous|prior|earlier|old|all-time) (?:[a-z]++ )?(?:high|record|peak|best|low)(?: of)?)"
    rf" (?:the |its |an? )?(?:[a-z]++ )?{SUM}(?: [a-z]++){{0,4}} (?:in|for|of)(?: the)? $"
)
"""``the second-highest after the $3 billion recorded in the first half of 2018``, ``its previous high of $5 billion in May``"""
_MAY = re.compile(r"\b(?:may|could|might|would) (?![^.\n]*\b(?:after|following)\b)[^.\n]*$")
"""``that demand may slow in the second half``"""


def _is_record(folded: str, period: PeriodMark) -> bool:
    """Tell a period that is only named for how long nothing like it has been seen."""
    start = period.span.start
    since = folded.find("since", max(0, start - 60), start) >= 0 and _SINCE.search(folded, max(0, start - 60), start) is not None
    return since or _RECORD_SUM.search(folded, max(0, start - 110), start) is not None


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


_HAD_POSTED = regex.compile(
    rf"\bhad (?:[a-z]+ )?{POSTED} "
    r"(?:[^.;\n]|(?<=[0-9])\.(?=[0-9])){0,80}$"
)
"""``The company had logged a profit of $47 million in the October-December quarter of 2023``"""


_IN_WHICH_IT_HAD = regex.compile(
    r",? (?:[\w.&'-]++(?<!\b[a-z0-9]+\.) ){1,6}?"
    r"had (?:reported|posted|logged|recorded|registered|earned|made|lost|booked|netted|incurred|suffered"
    r"|turned|generated|stood)\b"
)
"""``In fiscal 2015 it had earned $12 billion``"""


_IN_WHICH_IT_WAS = regex.compile(
    r",? (?:it|they|(?:the|that) (?:comparable |corresponding |same )?(?:figure|number|total|sum|amount))"
    r" (?:had been|was|were|stood at|came to|totall?ed|amounted to|reached)"
    r" (?:(?:about|around|some|nearly|almost|only|just|over|under|an?|net|profit|loss|of) ){0,4}\p{Sc}?[0-9]"
)
"""``In the third quarter of 2020 it was $8 million``: no other period than that reported is told of so"""


def had_posted(folded: str, period: PeriodMark) -> bool:
    """Tell the period of what the company had posted before, or of what a figure just told had been."""
    if _IN_WHICH_IT_HAD.match(folded, period.span.end) or _IN_WHICH_IT_WAS.match(folded, period.span.end):
        return True
    return _HAD_POSTED.search(folded, max(0, period.span.start - 120), period.span.start) is not None


def is_compared(folded: str, period: PeriodMark) -> bool:
    """Tell a dated period, or a quarter without a year, that a figure is compared with by the words before it."""
    start, end = period.span
    if period.year is not None and had_posted(folded, period):
        return True
    if period.year is None:
        before = period.kind == "quarter" and _FROM_THE.search(folded, max(0, start - 20), start) is not None
        return before and _A_YEAR_BEFORE.match(folded, end) is None
    return _COMPARED.search(folded, max(0, start - 80), start) is not None


def _opens_outlook(folded: str, period: PeriodMark) -> bool:
    """Tell whether a sentence begins with a period that the company then says what it expects of."""
    opens = folded.startswith(("For ", "In "), period.span.start) or _FOR.search(
        folded, max(0, period.span.start - 24), period.span.start
    )
    return bool(opens) and is_foreseen(folded, period)


def is_foreseen(folded: str, period: PeriodMark) -> bool:
    """Tell a period behind which it is said what the company expects of it ("and for 2021, it sees sales of")."""
    return _AHEAD.match(folded, period.span.end) is not None
