"""
Effects: by how much something moved a metric, or how much of one is within another, which is the level of neither.

"The fall was due to a 5% drop in the price", "a $325 million hit to revenue", "profit included a gain of $122 million".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import COSTS, EARNINGS, LOST
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import is_called
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.moves import MOVE
from earnsum.text.sums import SUM
from earnsum.text.terms import PERIOD, RESULT, SALES

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
)
"""``the fall was driven by a decrease in volume of approximately 8%``, ``by a 5% drop in the price``: what moved sales"""
_IN_WHO_BUYS = re.compile(rf" (?:volume|unit|price|pricing|traffic|ticket|customer|subscriber|headcount) {MOVE}\b")
"""``sales were up on 3% customer growth``"""


def is_what_would_have_been(sentence: Sentence, reading: Reading) -> bool:
    """Tell a change that there would have been but for something else ("sales would have been 2 percent higher")."""
    figure = reading.figure.extent
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


_CAUSED = regex.compile(
    r"\b(?:caus(?:es?|ed|ing) (?:it |the company )?(?:an? )?(?:(?!net\b)[a-z-]++ ){0,2}(?:(?<=\bdaily )net )?loss(?:es)?"
    r"|(?:investment|credit|loan|catastrophe|hedging|underwriting|currency|exchange|securities|trading|private[ -]equity|venture"
    r"|mark-to-market|translation|unrealized|paper|abnormal|exceptional|extraordinary) loss(?:es)?"
    r"|(?i:included) in [^,;$£€]{3,60} (?:was|were) (?:an? )?(?:[a-z-]++ ){0,2}loss(?:es)?)"
    rf" (?:of|in excess of|worth|totall?ing) {ABOUT}$"
)
"""``The strike caused losses of $3 million``, ``trading losses of $3 million``: of an event or a business, and not of a period"""
_ON_SOMETHING = re.compile(
    r"(?: (?:after|before) tax(?:es)?)?(?:,? or \$?[0-9.]+ (?:cents )?(?:a|per) share,?)?"
    r" (?:(?:related|relating|tied|linked) to|(?:connected|associated) with|(?:stemming|arising|resulting) from"
    r"|(?:on|from|for) (?:its own |the |its |an? )?(?:[a-z-]++ ){0,2}?(?:sale of|disposals?|loans?|mortgages?|invest(?:ing|ments?)"
    r"|securities|derivatives?|hedg\w++|bets?|trad(?:es|ing)|debt|extinguishment|assets|swaps?|contracts?|holdings?"
    r"|stock (?:portfolio|holdings)|stocks|equities|bonds|settlements?|discontinued))\b"
    r"(?! (?:loss|charge|write|provision|impairment))"
)
"""``a loss of $3 million related to its exit from Asia``, ``losses of $3 million on bad loans``: a part of what was lost"""
_LOST_ON = re.compile(
    r" on (?:its own |the |its |an? )?(?:[a-z-]++ ){0,2}?(?:mortgages?|loans?|bets?|trad(?:es|ing)|derivatives?|securities|bonds"
    r"|swaps?|stocks|equities|investments|holdings|contracts?|hedg\w++|stakes?|(?:fair |market )?values? of)\b"
    r"(?! (?:loss|charge|write|provision|impairment))"
)
"""``lost $13 million on risky mortgages``"""
_KIND = (
    r"(?:securities|[Cc]redit|[Ll]oan|[Ll]ease|[Mm]ortgage|[Uu]nreali[sz]ed|[Pp]aper|mark-to-market|[Ii]nsured"
    r"|[Pp]rivate[ -]equity|[Dd]erivatives?|possible|maximum|daily)"
)
_OF_A_KIND = regex.compile(rf"\b{_KIND}(?: (?:and [a-z]++|after-tax|pre-tax|pretax|net))? $")
"""``loan and lease losses rose``, ``a private equity loss``, ``unrealized after-tax losses``: what one thing lost"""
_LOSSES_ON = regex.compile(
    r" (?:of|in|worth of) (?:(?:cumulative|combined|total|net|[a-z]++-related) )?losses"
    rf"(?: (?:on|across|around|among|tied to|related to|since)\b(?! {SALES}\b)|,? and (?:finally )?[a-z]+ing\b)"
)
"""``some $200 billion of losses around the globe``, ``$2 billion of net losses on bad loans``"""
_LOST_OF = regex.compile(r" (?:in|of|from) (?:its |their |stock )?(?:market|a single|one|any (?:one|single))\b(?! segment)")
"""``lost $15 billion in market value``, ``prepared to lose $6 billion from a single storm``"""
_OF_A_PERIOD = ("net ", "quarterly ", "quarter ", "annual ", "year ", "half ", "operating ", "pretax ", "pre-tax ", "adjusted ")
"""What a loss of a period is called, which may also be said to be related to something."""


_LOSSES = frozenset({"loss", "losses", "net loss", "net losses"})


def is_of_a_kind(sentence: Sentence, reading: Reading) -> bool:
    """Tell losses of one kind, on loans, on paper or at most, whatever is told of them."""
    name = reading.metric
    if name is None or name.words not in _LOSSES:
        return False
    return _OF_A_KIND.search(sentence.folded, sentence.span.start, name.span.start) is not None


def is_caused(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a loss that an event caused, or that was made on one thing."""
    start, figure, name = sentence.span.start, reading.figure, reading.metric
    if metric not in ("net_income", "eps") or name is None or reading.role not in ("actual", "prior"):
        return False
    if _CAUSED.search(sentence.folded, start, figure.span.start) is not None or is_of_a_kind(sentence, reading):
        return True
    if name.words in LOST and metric == "net_income" and _LOST_ON.match(sentence.folded, figure.extent.end):
        return True
    one_thing = _LOST_OF if name.words in LOST else _LOSSES_ON
    if one_thing.match(sentence.folded, figure.extent.end):
        return True
    if name.words not in ("loss", "losses", "net losses") or sentence.folded.endswith(_OF_A_PERIOD, start, name.span.start):
        return False
    end = max(name.span.end, figure.extent.end)
    return _ON_SOMETHING.match(sentence.folded, end + (metric == "eps" and sentence.folded.startswith(",", end))) is not None


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


_TO_THE_TUNE = regex.compile(rf"(?<!\b(?:red|black),? )\bto the (?:tune|extent) of {ABOUT}$")


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


_WITHIN = 90
_A_GAIN_OF = regex.compile(
    r"\b(?:includ(?:es?|ed|ing)|exclud(?:es?|ed|ing)|reflect(?:s|ed|ing)"
    r"|(?:helped|boosted|lifted|aided|buoyed|inflated|flattered|swelled|offset) by)"
    r" (?:(?:[a-z-]++ ){1,5}?(?:and|plus) )?(?:an? )?(?:[a-z-]++ ){0,4}?"
    r"(?:gains?|benefits?|lift|boost|hit|credits?|recovery|(?:other|interest|insurance|license) income) (?:of|totall?ing|worth) "
    rf"{ABOUT}(?:{SUM},? or )?$"
)
"""``earnings included a gain of $122 million``, ``including a gain of $9 million, or 3 cents a share``"""

_ON_WHAT_IS_HELD = re.compile(
    r" (?:loss|losses|gains?|profits?) (?:[a-z]+ )?(?:on|from) (?:its |an? |the )?(?:[a-z]++ )?"
    r"(?:sale of|investments?|securities|derivatives?|hedg\w++|extinguishment|retirement|disposals?|divestitures?)\b"
)
"""``charges of $10 million and a $4 million loss on investments``, ``a $4 million profit realised on the sale of a depot``"""


_DUE_TO_IT = regex.compile(
    r"\b(?:attribut(?:ed|es|ing|able)\b[^.;:]{0,60}? to|(?:due|owing|thanks) to|because of|on the back of)"
    r" (?:(?:the|an?|its|one-off|mainly|largely|net) )*"
    r"(?:(?:recognition|reversal|absence|receipt|disposal|write-?back|sale|forfeiture) of [^.,;:$£€%0-9]{0,60}"
    rf"|(?:[a-z-]++ ){{0,3}}?(?:gains?|windfall|(?:one-[a-z]++|extraordinary|special|valuation) profits?) (?:of|worth) {ABOUT})$"
)
"""``attributed the rise in net profit to the recognition of a $5 million compensation``, ``due to a gain of $5 million``"""
_NETTED = regex.compile(
    r"\bnett(?:ing|ed) (?!(?:about|around|nearly|almost|over|some|an?|net|roughly)\b)"
    r"(?:(?!profits?\b|earnings\b|income\b|loss\b)[^,;.$£€0-9 ]++ ){1,7}$"
)
"""``a sale that netted Acme around £170m``: what it was paid for something"""

_INCLUDING_IT = regex.compile(rf"\bincluding {ABOUT}$")
_OF_LOSSES = re.compile(r" (?:of|in) (?:[\w'&.-]+ ){0,3}(?:losses|costs|charges|gains|expenses|write-?downs|impairments)\b")
"""``an operating loss of $4 million, including $3 million of Anvil losses``: what is within another"""


_AND_MORE = regex.compile(
    r"\b(?:includ(?:es?|ed|ing)|reflect(?:s|ed|ing)) (?:an? )?(?:[a-z-]++ ){0,4}?"
    r"(?:charges?|costs?|gains?|items|expenses|benefits?|write-?downs?) (?:of|totall?ing) (?:[^.;\n]|\.(?=[0-9])){3,120}, and "
    rf"{ABOUT}$"
)
"""``The loss included charges of 38 cents a share related to a plant, and 27 cents``"""


def is_a_gain(sentence: Sentence, reading: Reading) -> bool:
    """Tell a gain that a result includes or leaves out, and what is gained or lost on what a company holds."""
    figure = reading.figure.extent
    return (
        _A_GAIN_OF.search(sentence.folded, max(sentence.span.start, figure.start - _WITHIN), figure.start) is not None
        or (
            _OF_LOSSES.match(sentence.folded, figure.end) is not None
            and _INCLUDING_IT.search(sentence.folded, max(sentence.span.start, figure.start - _WITHIN), figure.start) is not None
        )
        or _ON_WHAT_IS_HELD.match(sentence.folded, figure.end) is not None
        or _DUE_TO_IT.search(sentence.folded, sentence.span.start, figure.start) is not None
        or _AND_MORE.search(sentence.folded, sentence.span.start, figure.start) is not None
        or _NETTED.search(sentence.folded, max(sentence.span.start, figure.start - _WITHIN), figure.start) is not None
    )


_WHAT_CAME = re.compile(r" (?:gains?|profits?)\b")
_BY_SELLING = ("capital ", "disposal ", "divestment ")


def is_of_a_disposal(sentence: Sentence, reading: Reading) -> bool:
    """Tell what came of selling something ("a sales gain of $3 million", "a capital loss"), which is no revenue and no profit."""
    name = reading.metric
    if name is None or reading.figure.kind != "money":
        return False
    if name.words == "sales":
        return _WHAT_CAME.match(sentence.folded, name.span.end) is not None
    return name.entry is not None and name.entry.generic and sentence.folded.endswith(_BY_SELLING, 0, name.span.start)


_INCLUDING = regex.compile(r"(?: (?:for|in) [\w ]{2,24})?(?:,| \(|,? and)? ?(?:in|ex)cluding (?:an? )?(?:[a-z-]++ ){0,3}")


def is_included(sentence: Sentence, reading: Reading) -> bool:
    """Tell an income that is within another ("a profit of $9 million, including non-recurring net income of $2 million")."""
    name = reading.metric
    if (
        name is None
        or reading.metric_at is None
        or reading.metric_at > reading.at
        or not is_called(name, {"net_income", "earnings"})
    ):
        return False
    told = [figure.extent.end for _, figure in sentence.levels if figure.extent.end < name.span.start]
    return bool(told) and _INCLUDING.fullmatch(sentence.folded, max(told), name.span.start) is not None


_INCLUDES = regex.compile(
    r" (?:(?:report|results?|figures?) )?(?:(?:for|in) (?:the )?[^,;$£€]{4,40}? )?(?:also )?"
    r"(?:includes?|included|reflects?|reflected|benefited from|benefitted from"
    r"|(?:was|were) (?:[a-z]+ly |also )?"
    r"(?:impacted|affected|hit|hurt|boosted|helped|lifted|swelled|inflated|dented|weighed down) by)"
    rf"\b[^,;:]*(?:, which (?:amounted to|came to|was|were|totall?ed) {ABOUT})?$"
)


_A_BOOST = re.compile(r" an? (?:[a-z-]+ ){0,3}(?:boost|lift|gain|increase|hit|reduction|decrease) of (?:[a-z]+ ){0,2}$")


def is_within(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """
    Tell a sum that a metric only includes, and what that is set against.

    ``profit included a gain of $3 million, compared with $5 million``
    """
    if reading.role not in ("actual", "prior"):
        return False
    told = [r for r in beside if r.role == "actual" and r.metric_at == reading.metric_at and r.at <= reading.at]
    if len(told) > 1 and sentence.tags[told[-2].at + 1 : told[-1].at] in (",|", "|"):
        told.pop()  # "included a gain of $3 million, or 2 cents a share"
    return bool(told) and _is_included(sentence, told[-1])


def _is_included(sentence: Sentence, reading: Reading) -> bool:
    """Tell a sum that the metric named before it only includes ("profit included $600 million from the sale of a pipeline")."""
    if reading.metric is None or reading.metric_at is None or reading.metric_at > reading.at:
        return False
    if reading.figure.kind != "money" or is_called(reading.metric, COSTS):
        return False
    grown = set("UDt") & set(sentence.tags[reading.metric_at : reading.at])
    grown -= set("UD") if _A_BOOST.search(sentence.folded, reading.metric.span.end, reading.figure.extent.start) else set()
    return not grown and _INCLUDES.match(sentence.folded, reading.metric.span.end, reading.figure.extent.start) is not None
