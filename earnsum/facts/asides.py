"""
Asides: figures that are no fact of what is reported.

What stands beside a figure may say that it is a broker's, a goal, a price, a volume or of another time; what looks like a
figure of a year ago may be one of now.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.facts.outlooks import is_a_brokers, is_given_up, is_goal, is_no_outlook
from earnsum.facts.senses import entry_meant
from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import BASED, COSTS, STOCKS
from earnsum.grammar.read import DEFAULT_SHAPE, Reading
from earnsum.grammar.shapes import A_YEAR_AGO, IN_BRACKETS, IT_WAS_A_YEAR_AGO, MORE_THAN_A_YEAR_AGO
from earnsum.grammar.tokens import is_called
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import Quantity

_THAN_IN = regex.compile(
    r"\ (?:more|less|higher|lower|fewer|better)\ than\ (?:in|during)\ (?:the\ )?(?![^,.;]{0,40}?"
    r"(?:\b(?:19|20)[0-9]{2}\b|year|same|corresponding|ago|earlier|before|compar|reference))"
)
_SAME_PERIOD = re.compile(r"\ (?:in|for|during|over)\ the\ same\ (?:period|quarter|three\ months)(?=[.,;\n]|$)")
_STANDS_AT = regex.compile(
    r"(?:^|[.!?]\s|\n)[A-Z][\w '-]{2,70}\ (?:stood\ at|was|were|came\ (?:to|in\ at)|totall?ed|reached|hit)\ $"
)
"""``Net income stood at $15 billion for the same period.``: the one just told of"""
_YEAR_ON_YEAR = regex.compile(r"(?i)\ ?\(?(?:yoy|y-o-y|y/y|(?:year[- ])?(?:on|over)[- ]year)\b")


_A_SENTENCE = 80
_AGO_AT = re.compile(r"\b(?:from|than) (?:a |the )?year[- ](?:ago|earlier),? at $")
"""``fell 0.5% from a year ago at $1.2 billion``: at which they are now"""
_AGO_AT_LENGTH = 26


def unless_a_rate(folded: str, reading: Reading) -> Reading:
    """Return a sum before "year on year", which says how it changed and not when, as reported; skip one against a quarter."""
    extent = reading.figure.extent
    same = _SAME_PERIOD.match(folded, extent.end) and _STANDS_AT.search(folded, max(0, extent.start - _A_SENTENCE), extent.start)
    if (same and reading.shape in {A_YEAR_AGO, IT_WAS_A_YEAR_AGO}) or (
        reading.shape == A_YEAR_AGO and _YEAR_ON_YEAR.match(folded, extent.end)
    ):
        return reading._replace(role="actual", shape=DEFAULT_SHAPE)
    if reading.role == "prior" and _AGO_AT.search(folded, max(0, extent.start - _AGO_AT_LENGTH), extent.start):
        return reading._replace(role="actual", shape=DEFAULT_SHAPE)
    if reading.shape == MORE_THAN_A_YEAR_AGO and _THAN_IN.match(folded, reading.figure.extent.end):
        return reading._replace(role="skip")  # "23% more than in the first quarter": of this year
    return reading


def unless_of_another(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, those in brackets as reported where they are of another metric ("sales of $5 (a profit of $1)")."""
    kept = list(readings)
    for place, (before, reading) in enumerate(pairwise(readings), 1):
        if reading.shape == IN_BRACKETS and reading.role == "prior" and before.metric is not None and reading.metric is not None:
            one, other = before.metric.entry, reading.metric.entry
            swung = other is not None and other.generic and one is not None and one.metric in BASED  # "(a loss of $1)"
            if one is not None and other is not None and not swung and one.metric not in (other.metric, other.share):
                kept[place] = reading._replace(role="actual", shape=DEFAULT_SHAPE)
    return kept


_WEIGHS_ON = re.compile(
    r"\b(?:impact|effects?|drag|headwinds?|tailwinds?)\b[^.;,$%0-9]{0,60}\bon "
    r"(?:(?:its|our|the|net|total|q[1-4]|full-year|annual|reported) ){0,3}$"
)
"""``sees adverse effects from currency on sales of about $25 million``: by how much sales are lower"""
_ON_TOP_OF = re.compile(r"\bon top of (?:an?|the|its|last year's) $")
_BOUGHT_FOR = re.compile(
    r"\b(?:acquisition|purchase|takeover|sale) of (?:[\w.&'-]+ ){1,5}(?:for|worth|valued at) (?:about |up to |nearly |roughly )?$"
)
"""``announcing the acquisition of AdWorks for $22 million``"""
_OF_A_COST = re.compile(r"\$,?\|$")
_OF_ANOTHER_SUM = regex.compile(r"(?<![UD][_oy]{0,3})%o[_BTnY]{0,2}M(?![_o]{0,2}[UD])")
"""``it will return 50% of free cash flow``: a share of a metric, which does not say how much that will be"""


def _is_no_outlook(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an outlook's figure that is of something else: by its words, or a charge a share ("$30 million, or 6 cents a share")."""
    before = beside[beside.index(reading) - 1] if _OF_A_COST.search(sentence.tags, 0, reading.at) else None
    if before is not None and (entry := entry_meant(sentence.tokens, before)) is not None and entry.name in COSTS:
        return True
    named = reading.metric.span.end if reading.metric is not None else None
    if sentence.language != ENGLISH:
        return False
    if (reading.metric_at or 0) > reading.at and _OF_ANOTHER_SUM.match(sentence.tags, reading.at):
        return True
    return is_no_outlook(sentence.folded, sentence.span.start, named, reading.figure.extent)


def _is_of_an_effect(sentence: Sentence, reading: Reading) -> bool:
    """Tell what something else does to a metric, what a company is bought for, and growth that comes on top of another's."""
    start, at = sentence.span.start, reading.figure.extent.start
    named = min(reading.metric.span.start, at) if reading.metric is not None else at
    if _WEIGHS_ON.search(sentence.folded, start, named) or _ON_TOP_OF.search(sentence.folded, start, at):
        return True
    return reading.figure.kind == "money" and _BOUGHT_FOR.search(sentence.folded, start, at) is not None


def is_no_result(sentence: Sentence, reading: Reading, beside: Sequence[Reading], metric: str | None) -> bool:
    """Tell a figure that is a broker's, of a volume, of another time, or by how much a stock of things rose."""
    figure = reading.figure.extent
    guided = reading.role == "guide"
    theirs = _is_of_an_effect(sentence, reading)
    theirs = theirs or (guided and (is_a_brokers(sentence.folded, sentence.tokens) or _is_no_outlook(sentence, reading, beside)))
    caused = metric == "net_income" and _CAUSED.search(sentence.folded, *_before(sentence, reading)) is not None
    if reading.role == "change" and not _is_before_the_pandemic(sentence, figure.end):
        of_others = metric == "revenue" and (_is_of_volume(sentence, reading) or _is_of_customers(sentence, reading))
        before = _before(sentence, reading)
        of_a_price = _SO_FAR.match(sentence.folded, figure.end) and _IT.search(sentence.folded, *before)
        moved = of_a_price or _IN_A_CAUSE.match(sentence.folded, figure.end, sentence.span.end)
        others = (pattern.search(sentence.folded, *before) is not None for pattern in (_WOULD_BE, _OF_A_CAUSE))
        return of_others or moved is not None or any(others)
    if theirs or caused or reading.role == "change" or _OF_A_CURRENCY.match(sentence.folded, figure.end):
        return True
    aside = metric not in COSTS and _IN_COSTS.match(sentence.folded, figure.end) is not None
    spent = reading.figure.kind == "money" and _SAVING.search(sentence.folded, max(0, figure.start - 40), figure.start)
    aside = aside or bool(spent)
    a_price = reading.figure.kind == "money" and not reading.figure.scaled and reading.figure.value < _A_PRICE
    aside = aside or is_goal(sentence.folded, figure.start) or is_given_up(sentence.folded, sentence.span.start, figure.start)
    of_stock = metric in STOCKS and (
        sentence.tags[reading.at - 1 : reading.at] in ("U", "D") or _LEFT_OUT.search(sentence.folded, *_before(sentence, reading))
    )
    if of_stock or (reading.role == "actual" and aside) or (metric == "buyback" and a_price):
        return True
    told = [r for r in beside if r.metric_at == reading.metric_at and r.at <= reading.at]
    mine = [r for r in told if r.role == "actual"][-1:] if reading.role in ("actual", "prior") else []
    if any(_is_within(sentence, r) for r in mine):
        return True  # also what it is set against ("profit included a gain of $3 million, compared with $5 million")
    if reading.role == "actual" and (
        _A_GAIN_OF.search(sentence.folded, max(sentence.span.start, figure.start - _WITHIN), figure.start)
        or _ON_WHAT_IS_HELD.match(sentence.folded, figure.end)
        or _is_of_another_time(sentence.folded, figure, metric)
    ):
        return True
    then = _WHEN_IT_WAS if sentence.folded.find(" when ", *_before(sentence, reading)) >= 0 else None
    patterns = (then, _OF_ANOTHER_COUNT.get(metric or ""))
    return any(pattern is not None and pattern.search(sentence.folded, *_before(sentence, reading)) for pattern in patterns)


_IT = regex.compile(
    r"(?i)\b(?:(?:it|which|the (?:company|stock|firm|group|retailer|chipmaker))(?:'s| is| has)|(?:leaving|putting|sending) it)"
    r"(?: (?:been|now|also|still|already|more than|about|nearly|almost|roughly|around|over))*"
    r" (?:up|down|off|higher|lower|gained|lost|risen|fallen|rallied|climbed|dropped|jumped|surged|soared|slid|tumbled|shed|sunk)"
    r"(?: (?:by|about|more than|nearly|roughly|around|over|almost|some))* $"
)
_SO_FAR = regex.compile(
    r"(?i)(?: so far)? (?:year[- ]to[- ]date|ytd|this year|(?:for|on) the year"
    r"|since (?:its|going|the (?:start|beginning))|in (?:pre-?market|after[- ]hours|extended|early|midday))\b"
)
"""``… the water purifier, which is down 16% year to date``: its price, whatever was told before"""

_WOULD_BE = regex.compile(
    r"\bwould (?:still |also |thus |then )?(?:mean|represent|be|mark|equate to|amount to|imply|lead to|result in)"
    r"(?: an?)?(?: [a-z-]++){0,2} $"
)
"""``The forecast would still mean a 33% drop from a year earlier``"""

_MOVE = r"(?:increase|rise|gain|growth|improvement|jump|decrease|decline|drop|fall|slide|reduction) in "
_CAUSE = r"(?:volumes?|prices?|pricing|shipments|costs?|expenses|traffic|demand|transactions|fares|yields?|tickets?)\b"
_OF_A_CAUSE = regex.compile(rf"\b{_MOVE}(?:[a-z-]++ ){{0,3}}?{_CAUSE} of [a-z ]{{0,16}}$")
_IN_A_CAUSE = regex.compile(rf" (?:[a-z-]++ ){{0,2}}?{_MOVE}(?:[\w'-]++ ){{0,3}}?{_CAUSE}(?! (?:sales|revenue|income|profit))")
"""``the fall was driven by a decrease in volume of approximately 8%``, ``by a 5% drop in the price``: what moved sales"""

_INCLUDES = regex.compile(
    r" (?:(?:report|results?|figures?) )?(?:(?:for|in) the [^,;$£€]{5,40}? )?(?:also )?"
    r"(?:includes?|included|reflects?|reflected|benefited from|benefitted from)\b[^,;:]*$"
)

_WITHIN = 90
_A_GAIN_OF = regex.compile(
    r"\b(?:includ(?:es?|ed|ing)|exclud(?:es?|ed|ing)|reflect(?:s|ed|ing)) (?:an? )?(?:[a-z-]++ ){0,4}?"
    r"(?:gains?|benefits?|credits?|recovery|(?:other|interest|insurance|license) income) (?:of|totall?ing|worth) "
    r"(?:about |roughly |nearly )?(?:[$€£][0-9.]++ [a-z]illion,? or )?$"
)
"""``earnings included a gain of $122 million``, ``including a gain of $9 million, or 3 cents a share``"""

_ON_WHAT_IS_HELD = regex.compile(
    r" (?:loss|losses|gains?) (?:on|from) (?:its |an? |the )?(?:[a-z]++ )?"
    r"(?:investments?|securities|derivatives?|hedg\w++|extinguishment|retirement|disposals?|divestitures?)\b"
)
"""``charges of $10 million and a $4 million loss on investments``"""


def _is_of_another_time(folded: str, figure: Span, metric: str | None) -> bool:
    """Tell the sum of many years, and how many a month are made."""
    years = metric not in STOCKS and _SINCE.match(folded, figure.end)
    made = metric in _MADE and (_A_MONTH.match(folded, figure.end) or _CAN.search(folded, max(0, figure.start - 60), figure.start))
    return bool(years or made)


_CAUSED = regex.compile(
    r"\bcaus(?:es?|ed|ing) (?:it |the company )?(?:an? )?(?:(?!net\b)[a-z-]++ ){0,2}loss(?:es)? of "
    r"(?:about |around |some |over |nearly )?$"
)
"""``The strike caused losses of $3 million``: of an event, and not of a period"""


def _is_within(sentence: Sentence, reading: Reading) -> bool:
    """Tell a sum that the metric named before it only includes ("profit included $600 million from the sale of a pipeline")."""
    if reading.metric is None or reading.metric_at is None or reading.metric_at > reading.at:
        return False
    if reading.figure.kind != "money" or is_called(reading.metric, COSTS):
        return False
    grown = set("UDt") & set(sentence.tags[reading.metric_at : reading.at])
    return not grown and _INCLUDES.match(sentence.folded, reading.metric.span.end, reading.figure.extent.start) is not None


_SINCE = re.compile(r" since (?:(?:early|late|mid|the [a-z]++ (?:quarter|half) of|[A-Z][a-z]++) )?(?:19|20)[0-9]{2}\b")
"""``total charges of $15 billion since 2013``: of all these years"""
_A_MONTH = regex.compile(r" (?:[a-z]++ ){0,2}(?:a|per|each|every) (?:month|week)\b")
"""``production settled at 20 jets a month``: how fast it makes them"""
_CAN = regex.compile(r"\b(?:able to|capable of|capacity (?:to|of|for)|can|could) (?:build|mak|produc)[a-z]* (?:[a-z]++ ){0,3}$")
"""``a plant that will be able to build 400,000 vehicles a year``: how many it may"""
_IN_COSTS = re.compile(
    r" (?:of (?:those|these|that) (?:sales|revenues?|profits?|earnings)|hit to|blow to|drag on"
    r"|in (?:[a-z-]++ )?(?:costs|deficit|arrears|expenses|savings|damages|fines|fees)"
    r"|(?:pay |bonus |remuneration )?(?:package|salary|payout|bonus)"
    r"|(?:from|out of|off) (?:its |the |their )?(?:[a-z-]++ ){0,2}(?:costs?|cost base|expenses|spending|budgets?|payroll)"
    r"|(?:[a-z-]++ ){0,2}(?:benefits?|boost|gains?|tailwind|headwind) (?:from|on|related to|due to|tied to|associated with))\b"
)
"""``it overcame $1.5 billion in costs``, ``a $325 million hit to revenue``, ``an eight-cent benefit from an extra week``"""
_OF_A_CURRENCY = re.compile(r" (?:to|versus|against|per) (?:the |a |one )?(?:U\.?S\.? )?(?:dollar|euro|pound)\b")
"""``an exchange rate of 111 yen versus the U.S. dollar``"""
_BEFORE_THE_PANDEMIC = regex.compile(r"[^;%$]{0,60}\b(?:before the (?:[\w-]++ )?pandemic|pre-pandemic)\b")


def _is_before_the_pandemic(sentence: Sentence, at: int) -> bool:
    end = sentence.span.end
    return sentence.folded.find("pandemic", at, end) >= 0 and _BEFORE_THE_PANDEMIC.match(sentence.folded, at, end) is not None


_HAD_ADDED = regex.compile(r"\bhad (?:already |previously )?(?:added|gained|lost|shed) (?:[a-z]++ ){0,3}$")
"""``It had added 2 million in the quarter before``"""
_LEFT_OUT = regex.compile(r"\b(?:removal of|excluding|including|of which) (?:about |some |nearly |around )?$")
"""``the total reflects the removal of 2 million subscribers``: by which the stock differs"""


def _before(sentence: Sentence, reading: Reading) -> tuple[int, int]:
    return sentence.span.start, reading.figure.span.start


_EACH_CUSTOMER = regex.compile(
    r"\b(?:customers?|clients?|accounts?)\b[^.;$]{0,40}?\b(?:each|with|contributing|generating|paying|spending)\b[^.;$]{0,30}$"
)
"""``customers with more than $100,000 in recurring revenue``: what each of them pays."""

_CUMULATIVE = regex.compile(r"\bcumulative [^.;$£€]*$")
"""``its total cumulative charge for the spill was $43 billion``: of years"""
_PAID = regex.compile(r"\b(?:for|worth|pay|pays|paying|paid|offer|offered|valued at) (?:about |some |around |up to |nearly )?$")
"""``the sale of the business for $3 billion in cash``: the price"""
_OF_ANOTHER_COUNT = {"arr": _EACH_CUSTOMER, "subscriber_adds": _HAD_ADDED, "cash": _PAID, "charge": _CUMULATIVE}
_SAVING = regex.compile(
    r"\b(?:sav(?:e|es|ed|ing)|cost(?:s|ing)?)\ (?:(?:it|them|the\ [a-z]++|[A-Z][\w&-]++)\ )?"
    r"(?:(?:about|some|up\ to|an\ estimated|roughly|nearly|around|almost|more\ than|an\ additional)\ )?$"
)
"""``closed stores, saving $25 million in annual EBITDA``, ``a flood cost the brewer roughly $20 million``"""
_MADE = frozenset({"production", "deliveries"})
_A_PRICE = 100_000
"""What is paid for a share and not for all of them: "bought back 742,000 shares for $53.42 each"."""

_WHEN_IT_WAS = re.compile(
    r"\b(?:(?:year|level|[0-9]{4}),? when (?:it|they) (?:was|were|reached|stood at|totall?ed|came to) (?:[a-z]+ )?"
    r"|(?:previous|preceding|prior) (?:quarter|three months),? when (?:it|they) [a-z]+ (?:an? (?:[a-z]+ )?(?:profit|loss) of )?"
    r"|(?:from|than)(?: in)? the (?:first|second|third|fourth) quarter,? when "
    r"(?:it|they|the company|[A-Z]\w+(?: [A-Z]\w+){0,2}) (?:said (?:it|they) )?(?:had|earned|lost|added|shed) )$"
)
"""``to remain below the 2009 level when it reached $5 million``: a figure of then"""

_TO_VOLUME = regex.compile(r"t(?P<volume>[#d])")
VOLUMES = frozenset("liters litres hectoliters hectolitres tons tonnes barrels bottles kilograms kilos".split())
"""What sales are told of as a volume in, which is no revenue."""


_PAYING = regex.compile(
    r"\b(?:customers?|clients?|accounts?|users?)\b[^.;]{0,40}?[0-9][0-9,]*+(?:k|\ million)?\ (?:in|of)\ (?:[\w-]++\ ){0,3}$"
)


def _is_of_customers(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of the number of those who pay so much ("customers with over $100,000 in annual revenue rose 8%")."""
    if reading.metric is None or not sentence.tags.startswith(("_", "#", "n", "T")):
        return False
    return _PAYING.search(sentence.folded, sentence.span.start, reading.metric.span.start) is not None


def _is_of_volume(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of sales whose level is a volume ("sales rose 5% to 15 million litres")."""
    stop = next((at for at in range(reading.at + 1, len(sentence.tags)) if sentence.tags[at] in ";/&"), len(sentence.tags))
    found = _TO_VOLUME.search(sentence.tags, reading.at, stop)
    mark = sentence.tokens[found.start("volume")].mark if found else None
    return isinstance(mark, Quantity) and mark.noun is not None and not VOLUMES.isdisjoint(mark.noun.split())
