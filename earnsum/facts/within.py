"""
Within: what a result includes or leaves out, which is not its level.

"Profit included a gain of $122 million", "a sales gain of $3 million", "including non-recurring net income of $2 million".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import COSTS
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import is_called
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.sums import SUM

_WITHIN = 90
_WITHIN_IT = (
    r"\b(?:includ(?:es?|ed|ing)|exclud(?:es?|ed|ing)|reflect(?:s|ed|ing)"
    r"|(?:helped|boosted|lifted|aided|buoyed|inflated|flattered|swelled|offset|hurt|dented|weighed down|dragged down) by)"
    r" (?:(?:[a-z-]++ ){1,5}?(?:and|plus) )?(?:an? )?"
)
_A_GAIN_OF = regex.compile(
    rf"(?:{_WITHIN_IT}(?:[a-z-]++ ){{0,4}}?"
    r"(?:gains?|benefits?|lift|boost|hit|credits?|recovery|(?:other|interest|insurance|license) income)"
    r"|\binclud(?:es?|ed|ing) (?:an? )?loss(?:es)?)"
    rf" (?:of|totall?ing|worth) {ABOUT}(?:{SUM},? or )?$"
)
"""``earnings included a gain of $122 million``, ``including a gain of $9 million, or 3 cents a share``"""
_AS_A_GAIN = r"[ -](?:[a-z-]++ ){0,3}?(?:gain|loss|benefit|credit|windfall)\b"
_SUM_WITHIN = regex.compile(rf"{_WITHIN_IT}{ABOUT}$")
_SHARE_WITHIN = regex.compile(rf"{_WITHIN_IT}{ABOUT}{SUM}{_AS_A_GAIN}(?: [^,;]{{3,40}})?,? (?:or|worth|equal to) {ABOUT}$")
_IS_A_GAIN = regex.compile(_AS_A_GAIN)
"""``which included a $9 million gain, or 3 cents a share``"""

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

_SOLD = regex.compile(
    r"\b(?:[Ss]elling|[Dd]isposing of|[Ss]pinning off|[Ss]ales? of (?:a|the|its) (?:stake|unit|business|building|headquarters))"
    rf"[^,;.$£€0-9]{{1,60}} (?:generated|generates|brought in|raised|yielded|fetched|made)(?: it)? {ABOUT}$"
)
"""``selling those assets generated about $8 billion``: what was paid for something, too"""
_IN_GAINS = re.compile(r" (?:in|of|worth of) (?:[a-z-]++ ){0,3}(?:gains?|benefits?|credits?|windfalls?|write-?ups)\b")
_CAUSED_BY = regex.compile(
    rf"\b(?:because of|thanks to|due to|owing to|on the back of|on|(?:helped|boosted|lifted|aided|buoyed) by) {ABOUT}$"
)
"""``rose because of more than $5 million in one-time gains``"""
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
    near = max(sentence.span.start, figure.start - _WITHIN)
    return (
        _A_GAIN_OF.search(sentence.folded, near, figure.start) is not None
        or _SHARE_WITHIN.search(sentence.folded, near, figure.start) is not None
        or (_IS_A_GAIN.match(sentence.folded, figure.end) and _SUM_WITHIN.search(sentence.folded, near, figure.start)) is not None
        or (
            _OF_LOSSES.match(sentence.folded, figure.end) is not None
            and _INCLUDING_IT.search(sentence.folded, near, figure.start) is not None
        )
        or _ON_WHAT_IS_HELD.match(sentence.folded, figure.end) is not None
        or _DUE_TO_IT.search(sentence.folded, sentence.span.start, figure.start) is not None
        or _AND_MORE.search(sentence.folded, sentence.span.start, figure.start) is not None
        or _NETTED.search(sentence.folded, near, figure.start) is not None
        or _SOLD.search(sentence.folded, sentence.span.start, figure.start) is not None
        or (_IN_GAINS.match(sentence.folded, figure.end) and _CAUSED_BY.search(sentence.folded, near, figure.start)) is not None
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


_APART = regex.compile(
    r"(?:,| \(|,? but)? ?(?:excluding|before|after|without|barring|minus|less|net of|not (?:including|counting)) "
    r"(?:[a-z0-9$-]++ ){0,5}?"
    r"(?:charges?|costs?|expenses?|items?|gains?|benefits?|write-?(?:downs?|offs?)|impairments?)"
    r" (?:of|totall?ing|worth|amounting to|ranging|between|estimated at|(?:that|which) (?:may|could|will) (?:range|be|total)) "
    rf"{ABOUT}(?:(?:from|between) )?"
    rf"(?:{SUM}(?:(?:,? or|,? and| to) ))?$"
)
"""``earnings of 12 cents a share, excluding charges of $50 million``: what is not in the level told before it"""
_INCLUDING = regex.compile(r"(?: (?:for|in) [\w ]{2,24})?(?:,| \(|,? and)? ?(?:in|ex)cluding (?:an? )?(?:[a-z-]++ ){0,3}")


def is_included(sentence: Sentence, reading: Reading) -> bool:
    """
    Tell an income that is within another ("a profit of $9 million, including non-recurring net income of $2 million").

    So is a sum of one just told ("capital spending of $9 million, of which $2 million is for new shops"), and what is left out.
    """
    if _is_of_that(sentence, reading) or _is_apart(sentence, reading):
        return True
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


_OF_WHICH = regex.compile(rf"\bof (?:which|that|this|it|those),? {ABOUT}$")
_OF_THAT = re.compile(r" of (?:that|this|it|which|the total)\b")


def _is_of_that(sentence: Sentence, reading: Reading) -> bool:
    """Tell a sum of the one told before it in the sentence, of the same metric."""
    figure = reading.figure
    told = any(at == reading.metric_at and other.span.start < figure.span.start for at, other in sentence.levels)
    of_outlook = reading.role == "guide" or is_called(reading.metric, {"capex"})  # "of which $3 billion came from parts" are sales
    if not told or not of_outlook or figure.kind != "money":
        return False
    before = (max(sentence.span.start, figure.extent.start - _WITHIN), figure.extent.start)
    return _OF_THAT.match(sentence.folded, figure.extent.end) is not None or _OF_WHICH.search(sentence.folded, *before) is not None


def _is_apart(sentence: Sentence, reading: Reading) -> bool:
    """Tell the sum of what is left out of the level told before it."""
    figure = reading.figure
    told = [other.extent.end for at, other in sentence.levels if at == reading.metric_at and other.extent.end < figure.extent.start]
    return bool(told) and figure.kind == "money" and _APART.search(sentence.folded, max(told), figure.extent.start) is not None


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
