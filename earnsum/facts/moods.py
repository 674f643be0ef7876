"""
Moods: what no result can be by its verb or its form.

A range, or what a plant could build, is an outlook whatever else the sentence says; what a merger might bring is nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from earnsum.facts.foreseen import is_dividend_to_come
from earnsum.facts.leftout import would_be_without
from earnsum.facts.outlooks import is_stood_by
from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import RISE_FIRST
from earnsum.grammar.tokens import GUIDANCE_TAG, is_called
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.moves import MOVED
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTED, EXPECTS, ITS, OUTLOOK, POSTED

_NEAR = 30

_IN_RANGES = frozenset({"charge", "dividend", "buyback"})
"""What may be a range though it is no outlook; what was reported is one figure …"""
_CAME = regex.compile(
    r"\b(?:made|earned|posted|(?<!\b(?:fy|year|q[1-4]|[0-9]{4}) )reported|recorded|booked|lost|generated|(?<!\b(?:where|as) it )was"
    r"|(?<!\b(?:where|as) they )were|had|came in|stood"
    r"|totall?ed|reached"
    r"|rose|fell|grew|jumped|climbed|dropped|slid|sank|slumped|surged|soared|tumbled|plunged|shrank|declined)\b(?!.*\bexpect)"
)
"""… unless a verb says that it was ("it made a profit of between $5 million and $6 million")."""
_CHANGED = re.compile(rf"\b(?:saw|seen|showed|delivered|achieved|{MOVED}|up|down)\b")
_TO_CHANGE = regex.compile(
    r"(?: growth)? to (?:grow|rise|increase|climb|fall|decline|drop|decrease|be(?: up| down)?)(?: by)? "
    rf"(?:between |(?:with)?in (?:the|a) range of )?{ABOUT}"
)
"""``For the full year, sales to decline 2% to 4%``: in bullets an outlook needs no other verb."""
_HELD = re.compile(r"(?:[*-]\ )?(?:[\w&.'-]++\ (?:-\ )?){0,3}?(?:maintain(?:ed|s|ing)|kept|keeps|backed|confirmed|held)\b")
"""``Maintained full-year sales growth of 7% to 9%``"""
_MAY = regex.compile(
    r"\b(?:could|may|might|would|will|should)\ (?:also\ |still\ |now\ |only\ )?(?:(?:end|finish"
    r"|close)\ the\ \w++\ with\ |post\ |report\ )?$"
    r"|\b(?:will|would|plans\ to)\ (?:also\ |now\ )?(?:book|incur)\ (?:an?\ |about\ )?"
    r"[$£€]?[0-9][\w.,]*+\ (?:[a-z]++\ ){0,4}$"
    r"|\b(?:will|would|plans\ to|expects\ to)\ [^.;]{0,80}?,?\ and\ (?:[a-z]++\ )?(?:take|book|record|incur)\ "
    r"(?:an?\ )?(?:[\w.$]++\ ){0,3}$"
    r"|\b(?:would|will|(?:expect|hope|aim|plan)s?\ to)\ [\"']?(?:[a-z]+ly\ )?(?:exceed|top|surpass|beat|pass)[\"']?\ "
    r"(?:[a-z-]++\ ){0,2}$"
    r"|(?<![^\n])(?:[A-Z][\w&.'-]*+\ ){1,3}[\"'‘]?[Tt]o\ (?i:post|report|book|record|suffer|take|see|show|incur)\ "
    r"(?:[\w.,$£€¥'’-]++\ ){0,6}$"
)
"""Before a verb that is a metric's name: "the plant could build 500,000 cars this year"; in a title "Acme to post $2bn loss"."""


_COMES_TO = (
    r"(?:(?:also|still|now|only|probably|likely|again|therefore|thus|easily|even)\ )?"
    r"(?:be|total|reach|exceed|top|surpass|come|amount|hit|rise|grow|improve|climb|increase|fall|drop|decline|decrease|narrow|widen"
    r"|stand|average|end|land|lie|range|remain|stay|settle|equal|approach|go|double|triple|jump|slip|shrink|rebound|recover|swing"
    r"|match|beat|pass)\ (?:(?:last|this|the)\ (?:[a-z]++\ )?(?:year|quarter)'s\ )?(?:[a-z-]++\ ){0,4}$"
)
_TO_BE = re.compile(
    r"(?:\ for\ (?:the\ )?[\w\ -]{2,24})?\ to\ be\ (?:(?:now|about|approximately|around|roughly|at\ least|between|up|down)\ )?"
    r"(?:in\ (?:a|the)?\ ?range\ of\ )?"
)
"""``Free cash flow to be about``: in bullets as well"""
_WILL = re.compile(
    r"\b(?:will|would|should|shall|(?:is|are|were|was|looks?|seems?)\ (?:set|due|bound|believed|poised|certain|sure)\ to)\ "
    + _COMES_TO
)
"""``net sales will exceed``, ``profit is set to reach``: before a figure that is yet to come"""
_ITS_OUTLOOK_IS = re.compile(
    rf"\b{OUTLOOK}(?: (?:of|for|in) [^.;,$€£]{{2,24}})?, which (?:includes?|included|calls? for|called for)"
    r" (?:[a-z-]++ ){0,2}$"
)
"""``kept its outlook for the year, which includes sales of``"""
_IMPLIES = regex.compile(
    r"(?i)\b(?:(?:that|this|which) (?:implies|indicates|suggests|implying|would (?:imply|indicate|suggest|mean|translate (?:in)?to"
    r"|equate to|work out (?:to|at)|correspond to))|(?:outlook|forecast|guidance|range|target|mid-?point) (?:implies|indicates"
    r"|suggests|points to|translates (?:in)?to|equates to|works out (?:to|at)|corresponds to)) (?:[\w.-]++ ){0,4}?$"
)
"""``That implies sales of``: what an outlook comes to"""
_REVISES_TO = regex.compile(
    r"\b(?:revis|adjust|updat|chang|rais|lift|increas|upgrad|hik|boost|bump|nudg|upp|cut|lower|reduc|trimm?|slash|downgrad)"
    r"(?:ed|es|e|s|ing|ting)?(?<!\bhad \w+) "
    rf"{ITS} (?:[\w-]++ ){{0,4}}?(?:{OUTLOOK}|plans?|goals?)"
    r"(?: (?:for|of) [\w ]{2,24})? (?:up |upwards? |down |downwards? )?"
    r"(?:by (?:an? (?:penny|nickel|dime|quarter)|[$€£]?[0-9.]++ ?(?:%|per ?cent|pct|cents?|[mb]illion)?)(?: a share)?,? )?"
    rf"to {ABOUT}$"
)
"""``the group revised the full-year profit projections to``: before what it expects now, whoever else projects"""
_PUT_AT = regex.compile(
    r"\b(?:(?:puts?|pegs|pegged|saw) (?:its |the )?(?:full-year|annual|this year's|next year's|current-quarter|next-quarter)"
    r"|(?:puts|pegs) (?:its |the )?(?:(?:fiscal|financial|business) (?:year )?)?20[0-9]{2}(?:[-/][0-9]{2,4})?) "
    rf"(?:[a-z]++ ){{1,3}}at (?:{SUM}(?:[^;.]|\.(?=[0-9])){{0,40}}? and (?:[a-z]++ ){{1,3}}at )?(?:between )?{ABOUT}$"
)
"""``Acme put full-year earnings at``: of a year that is not over in the report of a quarter"""
_BY_A_YEAR = re.compile(r",? by (?:fiscal |financial |FY ?)?(?:year )?(?:20[0-9]{2}|[0-9]{2})\b(?! (?:percent|per cent|%))")
"""``raises its goal for earnings per share to $3.50 by fiscal 2024``"""
_MIGHT = re.compile(rf"\b(?:could|may|might)\ {_COMES_TO}")
"""``sales may come to``: before one that nobody stands for"""


_IS_LIKELY = re.compile(
    r"(?: (?:this|next) (?:year|quarter))?(?: (?:is|are|looks?|seems?|remains?|should be|would be))?"
    r"(?: (?:also|still|now|more|most|very))? (?:likely(?! to)|possible|achievable|attainable|feasible|realistic|conceivable"
    r"|(?:with)?in (?:its )?reach|in (?:sight|prospect|store))\b"
)
"""``Earnings of $3 a share are possible``, ``with $18 billion of sales likely``: what may come, behind its figure"""


_EXPECTS_IT_TO = regex.compile(
    r"(?<!\b(?:[Aa]nalysts|Street|[Mm]arket|[Ii]nvestors)(?: now| had)? )"
    rf"\b{EXPECTS} [^;]{{3,120}}, to "
    r"(?:reach|be|total|(?:come(?: in)?|amount) (?:to|at)"
    r"|(?:rise|grow|climb|fall|drop|increase|decline|decrease)(?: (?:to|at|by))?) "
    r"(?:[a-z]++ ){0,2}(?:[0-9.]++ ?(?:%|per ?cent|pct) to )?$"
)
"""``It expects revenue in its second quarter, which runs to January, to reach``: behind a clause put in"""
_SHOULD_HAVE = re.compile(
    r"\bshould have (?:been|reached|come|hit|topped|risen|grown|fallen|totall?ed|amounted) (?:[a-z-]++ ){0,3}$"
)
"""``Revenue, which should have reached $5 million by its own plan``: what never came"""


_WOULD_HAVE_POSTED = regex.compile(rf"\bwould have (?:{POSTED}|had) an? (?:[a-z]++ ){{0,2}}$")
"""``excluding the gain, it would have posted a loss of``: what was reported, reckoned in another way"""


_WHICH_EXPECTS = re.compile(
    rf"[^,;:]{{2,60}}, (?:which|who) (?:[a-z]+ ){{0,2}}?(?:{EXPECTS}|plans)\b[^;]*?, "
    rf"(?:[a-z]+ )?(?:{POSTED}|swung|had|saw|announced|said)\b"
    r"(?![^;]*\b(?:expect|sees\b|forecast|anticipat|predict|will\b|would\b))"
)
"""``Acme, which expects to close the deal soon, reported a profit of``: what it made, behind what it expects"""


_PLANS = f"(?:{EXPECTS}|plans|aims|intends|hopes)"
_LOOKS_AHEAD = (
    rf"(?:{_PLANS}|expecting|will|would|(?:is|are) (?:now |also )?(?:{EXPECTED}|likely|set|due)"
    r"|to (?:be|rise|fall|grow|reach|come|climb|drop|increase|decline|decrease))"
)
_WHERE_IT_EXPECTS = regex.compile(
    rf"(?:(?!\b{_LOOKS_AHEAD}\b)[^;])*?, (?:which|where|who|whom|whose) (?:[\w&.'-]++ ){{0,5}}?{_PLANS}\b"
    rf"(?:[^,;]|,(?=[0-9]))*, (?:(?!\b{_LOOKS_AHEAD}\b)[^;])*"
)
"""``On the coast, where it plans to open 40 shops, profit rose to``: what came, in the clause that goes on behind its plans"""


_JUDGED_OUTLOOK = re.compile(r"[K_nMoB]{0,6}[Gf][^s$%#d;/&bmiqw]{0,8}[bmiqw][^s$%#d;/&]{0,8}[:,][u_]{0,2}[MB_o]{0,4}[s$%#]")
"""``Its forecast for the third quarter fell short of estimates: revenue of $4 million, versus``: what it foresees"""


_WAS_FORECAST = re.compile(r"J(?!.*[AN])")
"""``Free cash flow was forecast to range from``: by the company, where no analyst is named"""


def as_outlook(folded: str, span: Span, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, as outlook what no result can be: a range, and what could or will be."""
    if _WAS_FORECAST.search(tags) and "A" not in tags:
        revised = any(r.role == "previous" for r in readings)
        readings = [
            r._replace(role="guide")
            if (r.role == "estimate" and (revised or r.figure.is_range)) or _is_said_to_come(folded, span, tags, r)
            else r
            for r in readings
        ]
    if GUIDANCE_TAG not in tags:
        came = {r.metric_at for r in readings if r.role == "actual" and r.metric_at is not None}
        readings = [r._replace(role="prior") if r.metric_at in came and _was_before(folded, r) else r for r in readings]
    if (judged := _JUDGED_OUTLOOK.match(tags)) is not None:
        at = judged.end() - 1
        readings = [r._replace(role="guide") if r.role == "actual" and r.at == at else r for r in readings]
    readings = [r if (role := _role_by_mood(folded, span, tags, r)) == r.role else _moved(tags, r, role) for r in readings]
    readings = [r._replace(role="guide") if _is_yet_to_be(folded, span, r) else r for r in readings]
    guided = {r.metric_at: r.at for r in reversed(readings) if r.role == "guide"}
    readings = [r._replace(role="guide") if _goes_on(r, guided) or _is_added(tags, r, guided) else r for r in readings]
    no_results = [*leading_to_levels(folded, readings), *_middles(folded, span, readings), *_to_be_passed(folded, tags, readings)]
    return [r._replace(role="skip") if r in no_results else r for r in readings]


def _moved(tags: str, reading: Reading, role: Role) -> Reading:
    """Return a reading in another role; a rate that a metric rose or fell by, once it is of no outlook, is a change."""
    side = tags[reading.at - 1 : reading.at]
    if (reading.role, role, reading.figure.kind) == ("guide", "actual", "percent") and side in ("U", "D"):
        return reading._replace(role="change", side=side)
    return reading._replace(role=role)


_SAYS = regex.compile(
    r"\b(?:said|says|saying|added|adding|announced|warned|cautioned|noted|told [a-z]++)"
    r"(?: on [A-Z][a-z]++day)?(?: that)? [^.;,$€£]{0,60}$"
)


def _is_said_to_come(folded: str, span: Span, tags: str, reading: Reading) -> bool:
    """Tell what a company itself says is expected ("It said revenue was expected to be $5 million in 2009")."""
    name = reading.metric_at
    if reading.role not in ("estimate", "change") or reading.metric is None or name is None or name > reading.at:
        return False
    return "J" in tags[name : reading.at] and _SAYS.search(folded, span.start, reading.metric.span.start) is not None


def _was_before(folded: str, reading: Reading) -> bool:
    """Tell what a result was before ("Revenue improved to $9 million from $8 million previously"), and no outlook until now."""
    start, end = reading.figure.extent
    return reading.role == "previous" and folded.startswith(" previously", end) and folded.endswith("from ", 0, start)


_MIDDLE = regex.compile(
    rf"\bmid-?point(?: (?:of|for) (?:{ITS}|that|this)(?: new)? (?:[\w-]++ ){{0,4}}?(?:{OUTLOOK}|range|view)s?)?"
    r"(?:,? (?:of|at|is|was|would be|comes to|works out to)|,)? "
    r"(?:(?:about|around|just|roughly|nearly|below|above|under|over|or) )*$"
)


_IS_MIDDLE = re.compile(r"(?: an?| per)?(?: share)?,? the mid-?point (?:of|for) ")


_WHICH_IS = regex.compile(r",?(?: (?:a share|which|that))* (?:would|will|is|implies|represents|suggests)\b[^;.]{0,40}")
"""``the midpoint, $4.05, would be`` 3% below last year's: what it comes to"""


def _middles(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return the middles of outlooks, which are no results ("This implies a midpoint of just below $2.50")."""
    if folded.find("point", *span) < 0:
        return []
    told = (r for r in readings if r.role == "actual" or (r.role == "guide" and r.metric is None))
    middles = [
        r for r in told if _MIDDLE.search(folded, span.start, r.figure.extent.start) or _IS_MIDDLE.match(folded, r.figure.span.end)
    ]
    ends = [r.figure.extent.end for r in middles]
    grown = (r for r in readings if r.figure.kind == "percent" and r.role in ("guide", "change"))
    return middles + [r for r in grown if any(_WHICH_IS.fullmatch(folded, end, r.figure.extent.start) for end in ends)]


_SHALL_PASS = regex.compile(r"\b(?:will|would|should|shall)\ (?:[a-z]+ly\ )?[a-z]+[^;.,]*$")


def _to_be_passed(folded: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return the levels of a year ago that an outlook names alone ("profit is expected to exceed last year's $5 million")."""
    told = {r.metric_at for r in readings if r.role != "prior"}
    return [
        r
        for r in readings
        if r.role == "prior"
        and r.metric is not None
        and r.metric_at is not None
        and r.metric_at < r.at
        and r.metric_at not in told
        and (
            (GUIDANCE_TAG in tags[r.metric_at : r.at] and ";" not in tags[r.metric_at : r.at])
            or _SHALL_PASS.search(folded, r.metric.span.end, r.figure.extent.start)
        )
    ]


_TO_A_LEVEL = re.compile(
    r"(?: (?:from|on|year|yoy|y/y|over|compared)\b[^,.;]{0,30}?)?"
    rf" to (?:between |a range of )?{ABOUT}"
    r"|(?: (?:de|del|des|de la|de los) [^,.;$€0-9]{2,40}?)? (?:auf|à|a|hasta)"
    r"(?: (?:mehr als|über|rund|etwa|circa|knapp|environ|près de|plus de|unos|los|las|cerca de|más de|mindestens|au moins)){0,2} "
)


def leading_to_levels(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return the rates of outlooks by which a level is reached ("sales are expected to drop 12% to $6 billion")."""
    return [
        one
        for one, other in pairwise(readings)
        if (one.role, other.role, one.figure.kind) == ("guide", "guide", "percent")
        and other.figure.kind in ("money", "count")
        and _TO_A_LEVEL.fullmatch(folded, one.figure.extent.end, other.figure.extent.start)
        and not is_called(one.metric, DECLARED)
    ]


def _role_by_mood(folded: str, span: Span, tags: str, reading: Reading) -> Role:
    """Return a reading's role by its verb: none of what may come or others say will, a result's of what would have been."""
    if reading.metric is None or reading.figure.is_range:
        return reading.role
    name = reading.metric.span
    started = folded.endswith("having ", 0, name.start) or _WHICH_WAS.search(folded, name.start, reading.figure.extent.start)
    if reading.role == "guide" and started:
        return "skip"  # "it reckons with Ebitda of around 260 million, having earned 273 million in 2017"
    if reading.role == "guide" and name.start < reading.figure.span.start:
        came = _WOULD_HAVE_POSTED.search(folded, span.start, name.start) or _came_behind(folded, span, reading)
        came = came or would_be_without(folded, span.start, reading.figure.extent.start)
        return ("change" if reading.figure.kind == "percent" and reading.side else "actual") if came else "guide"
    if reading.role == "previous" and _came_behind(folded, span, reading):
        return "prior"
    if reading.role not in ("actual", "change"):
        return reading.role
    tail = (folded, name.end, reading.figure.extent.start)
    return "skip" if _MIGHT.search(*tail) or _SHOULD_HAVE.search(*tail) or ("A" in tags and _WILL.search(*tail)) else reading.role


_WHICH_WAS = regex.compile(rf", which (?:was|were|stood at|came to|totall?ed|amounted to|reached) {ABOUT}$")
"""``forecast spending, which was $5 million last year, to fall``: what an outlook starts from"""


def _came_behind(folded: str, span: Span, reading: Reading) -> bool:
    told = span.start, reading.figure.span.start
    if folded.find(", wh", *told) < 0:
        return False
    return _WHICH_EXPECTS.match(folded, *told) is not None or _WHERE_IT_EXPECTS.fullmatch(folded, *told) is not None


def _goes_on(reading: Reading, guided: Mapping[int | None, int]) -> bool:
    """Tell a range of growth behind an outlook of another metric ("is projecting: EPS of $4 to $5; revenue growth of 4% to 5%")."""
    is_growth = reading.role == "change" and reading.figure.is_range and reading.metric is not None
    return is_growth and reading.metric_at not in guided and any(at < reading.at for at in guided.values())


_ADDED = regex.compile(r"(?<=[Gf][^;/]*[s$%#d][^;/UD]*)(?:&[_B]?(?:Mo*[s$%#d](?=$|[,;])|[s$#d]n?(?=M))|,?aMo*[s$#d](?=$|[,;]))")
"""``expects a margin of 5% instead of 6%, and free cash flow of $4 million``, ``…, on sales of $9 million``: of the same outlook"""


def _is_added(tags: str, reading: Reading, guided: Mapping[int | None, int]) -> bool:
    """Tell a level behind an outlook of another metric, without a verb of its own."""
    if reading.role != "actual" or reading.metric_at is None or reading.metric_at in guided:
        return False
    before = max((at for at in guided.values() if at < reading.at), default=None)
    if before is None or max(reading.metric_at, reading.at) < before:
        return False
    start = max(tags.rfind("G", 0, before), tags.rfind("f", 0, before))
    return start >= 0 and any(found.end() == reading.at + 1 for found in _ADDED.finditer(tags, start))


def _is_yet_to_be(folded: str, span: Span, reading: Reading) -> bool:
    name, figure = reading.metric, reading.figure
    if name is None or name.entry is None or reading.role not in ("actual", "change"):
        return False
    ahead = (folded, name.span.end, figure.extent.start)
    included = _ITS_OUTLOOK_IS.search(folded, span.start, name.span.start) or _IMPLIES.search(folded, span.start, name.span.start)
    if included is None and folded.find(", to ", *ahead[1:]) >= 0:
        included = _EXPECTS_IT_TO.search(folded, span.start, figure.extent.start)
    named_end = max(figure.extent.end, name.span.end if name.span.start - figure.extent.end <= len(" of net ") else 0)
    if (
        included
        or _IS_LIKELY.match(folded, named_end)
        or _PUT_AT.search(folded, span.start, figure.extent.start)
        or (_BY_A_YEAR.match(folded, figure.extent.end) and not _CAME.search(folded, span.start, figure.span.start))
        or (_WILL.search(*ahead) and not would_be_without(folded, span.start, figure.extent.start))
        or (name.entry.name == "dividend" and is_dividend_to_come(folded, span, figure))
        or _TO_BE.fullmatch(*ahead)
        or _REVISES_TO.search(folded, span.start, figure.extent.start)
        or is_stood_by(folded, figure.extent)
    ):
        return True
    if reading.role == "change" and reading.shape == RISE_FIRST and figure.is_range:
        return _CAME.search(folded, span.start, figure.span.start) is None and _CHANGED.search(folded, *span) is None
    if reading.role == "change":
        to_come = _TO_CHANGE.fullmatch(folded, name.span.end, figure.span.start) or _HELD.match(folded, span.start, name.span.start)
        return figure.is_range and to_come is not None
    if figure.is_range and figure.low is not None and figure.high is not None and name.entry.name not in _IN_RANGES:
        start = max(span.start, min(name.span.start, figure.span.start) - _NEAR)
        return _CAME.search(folded, start, figure.span.start) is None
    return _MAY.search(folded, span.start, name.span.start) is not None
