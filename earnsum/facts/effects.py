"""
Effects: by how much something moved a metric, or how much of one is within another, which is the level of neither.

"The fall was due to a 5% drop in the price", "a $325 million hit to revenue", "profit included a gain of $122 million".
"""

from __future__ import annotations

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import COSTS, EARNINGS
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import is_called
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.sums import SUM
from earnsum.text.terms import PERIOD, POSTED, RESULT

_WEIGHS_ON = regex.compile(
    r"(?r)\b(?:impact|effects?|drag|headwinds?|tailwinds?)\b[^.;,$%0-9]{0,60}\bon "
    r"(?:(?:its|our|the|net|total|q[1-4]|full-year|annual|reported) ){0,3}$"
)
"""``sees adverse effects from currency on sales of about $25 million``: by how much sales are lower"""


def is_what_weighs_on(sentence: Sentence, reading: Reading) -> bool:
    """Tell what something else does to a metric, by words before the metric's name or the figure."""
    at = reading.figure.extent.start
    named = min(reading.metric.span.start, at) if reading.metric is not None else at
    return _WEIGHS_ON.match(sentence.folded, sentence.span.start, named) is not None


_MOVE = rf"{MOVE} in "
_CAUSE = (
    r"(?:volumes?|prices?|pricing|shipments|costs?|expenses|traffic|demand|transactions|fares|yields?|tickets?"
    r"|share count|shares)\b"
)
_OF_A_CAUSE = regex.compile(rf"\b{_MOVE}(?:[a-z-]++ ){{0,3}}?{_CAUSE} (?:of|by) [a-z ]{{0,16}}$")
_IN_A_CAUSE = re.compile(
    rf" (?:[a-z-]++ ){{0,2}}?{_MOVE}(?:(?!(?:as|on|after|when|because|amid)\b)[\w'-]++ ){{0,3}}?{_CAUSE}"
    rf"(?! {RESULT})"
    r"| (?:cuts?|reductions?) (?:in|to|of) (?:its |the )?(?:[a-z-]++ ){0,2}?"
    r"(?:jobs|staff|workforce|headcount|payroll|spending|budgets?|positions)\b"
    r"| (?:more|fewer) (?:[a-z-]++ )?shares\b"
    r"| (?:organic |shipment |unit |sales )?(?:volume|pricing|price|mix|traffic) (?:growth|increases?|gains?|declines?|benefits?)\b"
    r"| (?:higher|lower) (?:organic |shipment |unit |sales )?(?:volumes?|pricing|prices?|traffic)\b"
)
"""``the fall was driven by a decrease in volume of approximately 8%``, ``by a 5% drop in the price``: what moved sales"""
_IN_WHO_BUYS = re.compile(rf" (?:volume|unit|price|pricing|traffic|ticket|customer|subscriber|headcount) {MOVE}\b")
"""``sales were up on 3% customer growth``"""


def is_what_would_have_been(sentence: Sentence, reading: Reading) -> bool:
    """Tell a change that there would have been but for something else ("sales would have been 2 percent higher", "risen 2% if")."""
    figure = reading.figure.extent
    if _WOULD_HAVE_MOVED.search(sentence.folded, max(0, figure.start - 40), figure.start) is not None:
        return _IF.match(sentence.folded, figure.end) is not None
    return sentence.folded.endswith(_BY_AS_MUCH, 0, figure.start) and _HIGHER.match(sentence.folded, figure.end) is not None


def is_of_a_cause(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a change of what moved sales or a profit: of volumes, prices, costs, and, for sales, of how many buy."""
    figure = reading.figure
    return (
        _IN_A_CAUSE.match(sentence.folded, figure.extent.end, sentence.span.end) is not None
        or (metric == "revenue" and _IN_WHO_BUYS.match(sentence.folded, figure.extent.end) is not None)
        or _OF_A_CAUSE.search(sentence.folded, sentence.span.start, figure.span.start) is not None
        or _is_by_a_cause(sentence, reading)
    )


_ABOUT = rf"(?:an?[ ])?{ABOUT}"
_NOT_ORGANIC = (
    r"(?:currenc|(?:foreign\ )?exchange|fx\b|forex|translation|acqui(?:red|siti)|divest|disposal|hurricane|strike|storm|calendar"
    r"|leap|(?:extra|additional|53rd|fewer)\ (?:trading\ |selling\ )?(?:week|day)|tariff|hedg"
    r"|(?:strong|weak)(?:er)?\ (?:US\ |U\.S\.\ )?(?:dollar|euro|pound|sterling|yen|yuan|won|real|peso|rupee|krona|franc|rand)\b)"
    r"[^.;:,$%]{0,60}?"
)
_TOLD_OF = (
    rf"(?:{RESULT}|growth)(?:\ growth)?"
    rf"(?:\ (?:in|for)\ the\ (?:[a-z]++\ )?{PERIOD})?"
)
_BY_A_CAUSE = regex.compile(
    rf"""(?i)\b(?: (?:was|were|been)\ (?:[a-z]+ly\ )?(?:impacted|affected|hurt|dented|depressed)\ by
        | (?:impact|affect|hurt|dent)(?:s|ed)?\ (?:[\w'-]++\ ){{0,3}}?{_TOLD_OF}\ by
        | {_NOT_ORGANIC}\ (?:reduc|increas|cut|lift|boost|lower|decreas|rais|trimm?|help|benefit|inflat)(?:ed|es|e|s|ted)?
          \ (?:[\w'-]++\ ){{0,3}}?{_TOLD_OF}(?:\ by)?
        | (?:pricing|prices|mix|volumes?|{_NOT_ORGANIC})
          \ (?:added|contributed|shaved|knocked|took|subtracted|clipped|lopped)(?:\ off)?
        )\ {_ABOUT}$""",
    regex.VERBOSE,
)
"""``currency reduced sales by 3%``, ``growth was hurt by 0.7%``, ``pricing added 4%``: what one thing did to them"""
_ONWARD_TO = re.compile(rf" to {ABOUT}[$€£A-Z0-9]| {MOVE}\b")
"""``lifted sales by 30% to €2 billion``, ``was hurt by a 4% fall in sales of soup``"""


def _is_by_a_cause(sentence: Sentence, reading: Reading) -> bool:
    """Tell what currencies, an acquisition and the like added to a metric or took from it; what leads to a level is all of it."""
    folded, figure = sentence.folded, reading.figure
    if figure.kind == "money" or reading.role not in ("change", "actual") or _ONWARD_TO.match(folded, figure.extent.end):
        return False
    return _BY_A_CAUSE.search(folded, sentence.span.start, figure.extent.start) is not None


_IN_COSTS = re.compile(
    rf" (?:of (?:those|these|that) {RESULT}|hit to|blow to|drag on"
    r"|of (?:[a-z-]++ ){1,3}(?:costs|charges|expenses)"
    r"|in (?:[\w'&-]++ ){0,3}(?:costs|charges|deficit|arrears|expenses|savings|damages|fines|fees)"
    r"|for (?:[\w'&-]++ ){0,3}(?:costs|charges|arrears|expenses|damages|fines|legal fees)"
    r"|in (?:[a-z]++-related|credit|loan|trading|investment|catastrophe|hedging|underwriting) losses"
    r"|(?:pay |bonus |remuneration )?(?:package|salary|payout|bonus)"
    r"|(?:from|out of|off) (?:its |the |their )?(?:[a-z-]++ ){0,2}(?:costs?|cost base|expenses|spending|budgets?|payroll)"
    r"|(?!(?:when|if|once|with|excluding|including|before|without|minus|less|plus|not|after|barring|despite|on|and|as) )"
    r"(?:[a-z-]++ ){0,2}(?:benefits?|boost|lift|gains?|tailwind|headwind)"
    r" (?:from|on|related to|due to|tied to|associated with))\b"
)
"""``it overcame $1.5 billion in costs``, ``a $325 million hit to revenue``, ``an eight-cent benefit from an extra week``"""
_IN_LOSSES = re.compile(r" in (?:(?!provisions?\b|allowances?\b|for\b)[a-z-]++ ){0,3}?losses\b")
"""``revenue of the unit fell 20%, and it suffered $2 billion in losses on tankers``: of no metric but a profit"""
_MOVED_BY = re.compile(
    r" (?:(?:pre-?tax|net|operating|annual|trading|full-year|half-year|quarterly|underlying) ){0,2}"
    rf"{RESULT} (?:hit|revision|restatement|boost|uplift|shortfall|gap"
    r"|hole|blow|upgrade|downgrade|cut|rise|increase|jump|improvement|swing|warning)\b(?! [0-9])"
)
"""``a $300m profit revision``, ``a £20m profit hit``: by how much a profit moved or will"""


_TO_THE_TUNE = regex.compile(
    rf"(?<!\b(?:red|black),? )(?<!\b(?:{POSTED}|had|made) (?:[\w-]++ ){{0,4}}?{RESULT} )\bto the (?:tune|extent) of {ABOUT}$"
)
"""``profit improved to the tune of $5 million``, but what was posted to the tune of so much is that"""


_MOVED_IT_BY = regex.compile(
    r"(?i)\b(?:charges?|gains?|costs?|items?|benefits?|credits?|write-?downs?|impairments?)\b[^.;:]{0,60}?\b"
    r"(?:reduc|lower|increas|boost|cut|benefit|hurt|rais)(?:e[ds]?|ed|s|ting|ing)?\ (?:[\w&/-]++\ ){0,5}?"
    rf"{_TOLD_OF}(?:\ per\ share)?\ by\ {_ABOUT}$"
)
"""``a tax charge that reduced both GAAP and non-GAAP EPS by $0.28``"""


_MORE_BY = regex.compile(
    r"(?:(?i:earnings|profits?|income|results|eps) (?:was|were|(?:has|have) been) (?:also )?"
    r"(?:reduced|cut|lowered|increased|boosted|lifted|helped|hurt|dented) (?:by )?"
    rf"|, and by (?:{SUM},? or )?)"
    rf"{ABOUT}$"
)
"""``Earnings were also reduced 13 cents a share for a lawsuit``, ``reduced profit by $7 million for debts, and by $2 million``"""
_ADDED = regex.compile(rf"\b(?:add|shave|knock|clipp|chopp|lopp|trimm|slic|subtract)(?:s|ed|ing) {ABOUT}$")
_SHARE_OF_IT = regex.compile(
    r"(?i)\b(?:charges?|items?|costs?|write-?downs?|impairments?|operations) [^.;,]{0,40}?\b(?:responsible|accounted) for (?:an? )?"
    rf"(?:[a-z-]++ ){{0,2}}?(?:loss|losses|gains?) (?:of|amounting to|totall?ing|worth) {ABOUT}$"
)
"""``one-time charges were responsible for losses of 4 cents a share``"""
_TO_IT = re.compile(
    r"(?:,? or [^,;]{2,24},)? (?:to|from|off) (?:its |the |their |net |adjusted |quarterly |overall |reported |[a-z]+-quarter )*"
    rf"{RESULT}\b"
)
"""``a lower tax rate, which added 6 cents to earnings``"""


def is_by_how_much(sentence: Sentence, reading: Reading) -> bool:
    """Tell a sum by which a metric named behind it, or before "to the tune of", moved."""
    figure = reading.figure
    if figure.kind != "money":
        return False
    start = figure.extent.start
    return (
        _MOVED_BY.match(sentence.folded, figure.extent.end) is not None
        or _TO_THE_TUNE.search(sentence.folded, max(0, start - 40), start) is not None
        or _MOVED_IT_BY.search(sentence.folded, sentence.span.start, start) is not None
        or _SHARE_OF_IT.search(sentence.folded, sentence.span.start, start) is not None
        or (not is_called(reading.metric, COSTS) and _MORE_BY.search(sentence.folded, sentence.span.start, start) is not None)
        or (_TO_IT.match(sentence.folded, figure.extent.end) and _ADDED.search(sentence.folded, sentence.span.start, start))
        is not None
    )


_SAVING = regex.compile(
    r"\b(?:sav(?:e|es|ed|ing)|cost(?:s|ing)?)\ (?:(?:it|them|the\ [a-z]++|[A-Z][\w&-]++)\ )?"
    rf"{ABOUT}$"
)
"""``closed stores, saving $25 million in annual EBITDA``, ``a flood cost the brewer roughly $20 million``"""


_WOULD_HAVE = re.compile(
    rf"\bwould have (?:been|reached|come to|totall?ed|amounted to|stood at) {ABOUT}"
    rf"(?:{SUM} and )?$"
)
"""``Including deferred sales, revenue would have reached $11 million``: what did not come"""
_WOULD_HAVE_MOVED = re.compile(
    rf"\bwould(?:'ve| have) (?:only |still )?(?:{MOVED}|grown|risen|fallen|shrunk|gone) (?:by )?{ABOUT}\Z"
)
_IF = re.compile(r"[^.;,$]{0,40}? (?:if|had|were it|but for)\b")
_BY_AS_MUCH = ("would have been ", "would have been about ", "would have been around ")
_HIGHER = re.compile(r" (?:higher|lower|greater|better|more|less)\b")
"""``revenue would have been $8 million higher``: by how much something moved it"""


def is_in_costs(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a sum of costs, of what is saved, or of what helped or hurt a metric, told beside that metric."""
    figure = reading.figure.extent
    if metric not in COSTS and _IN_COSTS.match(sentence.folded, figure.end):
        return True
    if metric not in EARNINGS | COSTS and _IN_LOSSES.match(sentence.folded, figure.end):
        return True
    if sentence.folded.endswith(_BY_AS_MUCH, 0, figure.start) and _HIGHER.match(sentence.folded, figure.end):
        return True
    if metric == "revenue" and _WOULD_HAVE.search(sentence.folded, max(0, figure.start - 40), figure.start):
        return True
    return reading.figure.kind == "money" and _SAVING.search(sentence.folded, max(0, figure.start - 40), figure.start) is not None
