"""
Asides: figures that are no fact of what is reported.

What stands beside a figure may say that it is a broker's, a goal, a price, a volume or of another time, or an effect (`effects`).
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.effects import (
    is_a_gain,
    is_by_how_much,
    is_caused,
    is_in_costs,
    is_included,
    is_of_a_cause,
    is_of_a_disposal,
    is_what_weighs_on,
    is_what_would_have_been,
    is_within,
)
from earnsum.facts.foreseen import is_guessed
from earnsum.facts.outlooks import is_a_brokers, is_added_to_it, is_called_a_goal, is_given_up, is_goal, is_no_outlook
from earnsum.facts.prices import is_a_price
from earnsum.facts.reckoned import is_told_otherwise
from earnsum.facts.senses import entry_meant
from earnsum.facts.sentence import Sentence
from earnsum.grammar.glosses import left_out_until
from earnsum.grammar.metrics import COSTS, STOCKS
from earnsum.grammar.read import Reading
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.marks import Quantity


def is_no_result(sentence: Sentence, reading: Reading, beside: Sequence[Reading], metric: str | None) -> bool:
    """Tell a figure that stands beside a metric and is no result, outlook or change of it; `beside` are all of its sentence."""
    if is_guessed(sentence, reading):
        return True
    if reading.role == "change":
        told = is_told_otherwise(sentence, reading, beside) or _is_somewhere(sentence, reading)
        told = told or is_what_would_have_been(sentence, reading) or _is_of_then(sentence, reading)
        return told or _is_another_growth(sentence, reading, metric)
    return (
        is_what_weighs_on(sentence, reading)
        or (reading.figure.kind == "percent" and is_told_otherwise(sentence, reading, beside))
        or is_caused(sentence, reading, metric)
        or is_by_how_much(sentence, reading)
        or is_of_a_disposal(sentence, reading)
        or is_included(sentence, reading)
        or is_within(sentence, reading, beside)
        or (reading.role == "guide" and (_is_no_outlook(sentence, reading, beside) or _is_a_rate_of(reading, metric)))
        or (reading.role == "actual" and _is_no_actual(sentence, reading, metric))
        or (metric in STOCKS and _is_of_a_part(sentence, reading))
        or is_a_price(sentence, reading, metric)
        or _is_of_another_count(sentence, reading, metric)
        or _is_of_then(sentence, reading)
        or _is_somewhere(sentence, reading)
        or (metric not in COSTS and reading.figure.extent.end < left_out_until(sentence.folded, sentence.span))
        or _ON_TOP_OF.match(sentence.folded, sentence.span.start, reading.figure.extent.start) is not None
    )


_IN_AN_ASIDE = regex.compile(r"^[^,;]{3,80}, (?:the|an?|which|who|whose) [^,;$%0-9]{3,100}$")


def _is_of_who_is_explained(sentence: Sentence, reading: Reading) -> bool:
    """Tell a change of what is explained by a clause with a metric ("Shipments, which provide most of its profit, fell 4%")."""
    name, at = reading.metric, reading.metric_at
    if (
        name is None
        or at is None
        or not sentence.folded.startswith(", ", name.span.end)
        or name.span.end > reading.figure.span.start
    ):
        return False
    clause = sentence.folded[sentence.span.start : name.span.start]
    return METRIC_TAG not in sentence.tags[:at] and _IN_AN_ASIDE.match(clause) is not None


def _is_another_growth(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a change of a volume, of a share's price, of what moved a metric, from before the pandemic, or that would be."""
    return (
        _is_before_the_pandemic(sentence, reading.figure.extent.end)
        or _is_of_who_is_explained(sentence, reading)
        or is_of_a_cause(sentence, reading, metric)
        or _is_of_a_share(sentence, reading)
        or (metric == "revenue" and (_is_of_volume(sentence, reading) or _is_of_customers(sentence, reading)))
        or _WOULD_BE.search(sentence.folded, *_before(sentence, reading)) is not None
    )


def _is_a_rate_of(reading: Reading, metric: str | None) -> bool:
    """Tell a rate beside a debt ("the charge-off rate of card debt will be 4.5%")."""
    return metric == "debt" and reading.figure.kind == "percent"


def _is_no_actual(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a figure that is told of as reported and is of costs, a gain, a goal, what was given up, or of another time."""
    figure = reading.figure.extent
    return (
        is_in_costs(sentence, reading, metric)
        or (reading.figure.kind == "money" and is_added_to_it(sentence.folded, *_before(sentence, reading)))
        or is_a_gain(sentence, reading)
        or is_goal(sentence.folded, figure)
        or is_called_a_goal(sentence.folded, figure)
        or is_given_up(sentence.folded, sentence.span.start, figure.start)
        or _is_of_another_time(sentence.folded, figure, metric)
        or (metric == "debt" and _is_debt_moved(sentence, reading))
        or (reading.metric is not None and _is_where_from(sentence, reading))
        or (sentence.language in UNSPACED and metric in _SUMS and reading.figure.kind == "percent")
    )


_CAME_FROM = re.compile(
    r"(?: |, or [0-9.,]+ ?(?:%|pct|percent|per cent),? )of (?:the |its |this |total |(?:[a-z]+ )?[A-Za-z]+'s )?(?:[a-z-]+ ){0,3}?"
    r"(?:sales|revenues?|turnover|profits?|earnings|income|orders)"
    r" (?:came|comes?|stem\w*|originat\w*|result\w*|arose"
    r"|(?:was|were|is|are) (?:due|attributable|related|derived|generated|made))"
    r" (?:from|to|by|in|outside)\b"
)
"""``$5 million of the sales came from acquisitions``: a share, and not what they were"""


def _is_where_from(sentence: Sentence, reading: Reading) -> bool:
    figure, name = reading.figure.extent, reading.metric
    behind = name is not None and name.span.start > figure.end
    return behind and _CAME_FROM.match(sentence.folded, figure.end, sentence.span.end) is not None


_SUMS = frozenset({"revenue", "operating_income", "net_income", "ebitda"})
"""What a rate that is no change of it has a share in (``收入占总收入的70%``)."""

_DEBT_MOVED = re.compile(
    r"\b(?:refinanc(?:e|ed|ing)|repa(?:y|id|ying|yment of)|pa(?:y|id|ying) (?:off|down)|retir(?:e|ed|ing)|redeem(?:ed|ing)?"
    r"|restructur(?:e|ed|ing)|issu(?:e|ed|ing)|rais(?:e|ed|ing)|roll(?:ed|ing)? over|t(?:ake|ook|aking) on|assum(?:e|ed|ing)"
    r"|swap(?:ped|ping)?|secur(?:e|ed|ing)) (?:(?:about|some|around|up to|all of|part of|its|the|an?|new|additional|existing) )*"
    r"(?:[$£€¥][0-9.,]++[a-z ]*? (?:of |in )?)?(?:[a-z-]++ ){0,2}debts?\b[^.;,]{0,30}$"
)
"""``plans to refinance debt of $5 million``: what is done with a part of it, and not how much there is"""
_ISSUED = regex.compile(
    r"\b(?:issu|rais|sold|sell|rais|repa|refinanc|redeem|retir|plac|borrow|subscrib|bought back|pa(?:y|id) (?:off|down))[a-z]*\b"
    r"[^.;,$£€0-9]{0,20}$"
)
_OF_DEBT = regex.compile(r" (?:of|in|worth of) (?:[a-z-]++ ){0,3}?(?:debts?|bonds|notes)\b")
"""``issued $1 billion in unsecured debt``"""


def _is_debt_moved(sentence: Sentence, reading: Reading) -> bool:
    before = _before(sentence, reading)
    if _DEBT_MOVED.search(sentence.folded, *before) is not None:
        return True
    of_debt = _OF_DEBT.match(sentence.folded, reading.figure.extent.end)
    return of_debt is not None and _ISSUED.search(sentence.folded, *before) is not None


def _before(sentence: Sentence, reading: Reading) -> tuple[int, int]:
    return sentence.span.start, reading.figure.span.start


_ON_TOP_OF = regex.compile(r"(?r)\bon top of (?:an?|the|its|last year's) $")
"""``on top of the 3.1% increase of last year``"""
_OF_A_COST = re.compile(r"\$,?\|$")
_OF_ANOTHER_SUM = regex.compile(r"(?<![UD][_oy]{0,3})%o[_BTnY]{0,2}M(?![_o]{0,2}[UD])")
"""``it will return 50% of free cash flow``: a share of a metric, which does not say how much that will be"""


_A_YEAR_ABROAD = regex.compile(
    r" (?:par an|pro Jahr|jährlich|im Jahresdurchschnitt|al año|anual(?:es)? (?:de media|en promedio|compuest))\b"
)
"""``une croissance d'au moins 3% par an``: a goal for years"""


def _is_no_outlook(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an outlook's figure that is a broker's, a share of something, a charge ("$30 million, or 6 cents a share"), or none."""
    if is_a_brokers(sentence.folded, sentence.tokens):
        return True
    before = beside[beside.index(reading) - 1] if _OF_A_COST.search(sentence.tags, 0, reading.at) else None
    if before is not None and (entry := entry_meant(sentence.tokens, before)) is not None and entry.name in COSTS:
        return True
    named = reading.metric.span.end if reading.metric is not None else None
    if sentence.language != ENGLISH:
        return _A_YEAR_ABROAD.match(sentence.folded, reading.figure.extent.end) is not None
    behind = (reading.metric_at or 0) > reading.at
    if _OF_ANOTHER_SUM.match(sentence.tags, reading.at) if behind else _has_another_subject(sentence, reading):
        return True
    if reading.figure.kind == "money" and is_added_to_it(sentence.folded, *_before(sentence, reading)):
        return True
    return is_no_outlook(sentence.folded, sentence.span.start, named, reading.figure.extent)


_OF_ANOTHER_SUBJECT = re.compile(r"[GE](?P<what>_)[UD][_yo]{0,3}$")
_SUBJECT_TO_MOVE = re.compile(
    r"(?:(?:the|its|total|overall|global|customer|car|vehicle|market|industry|steel|oil|energy|raw) )*(?:[a-z]+ )?"
    r"(?:demand|volumes?|prices?|markets?|costs|expenses|spending|shipments|traffic|capacity|inflation|consumption|wages|rates"
    r"|registrations|industry|economy|headcount|staff|inventories|stocks) "
)
"""``an operating loss of $5 million, saying it expected demand to fall 10%``"""


def _has_another_subject(sentence: Sentence, reading: Reading) -> bool:
    """Tell an outlook on what is no metric, behind one that was told of."""
    found = _OF_ANOTHER_SUBJECT.search(sentence.tags, 0, reading.at)
    return (
        found is not None
        and reading.metric_at is not None
        and reading.metric_at < found.start()
        and _SUBJECT_TO_MOVE.match(sentence.folded, sentence.tokens[found.start("what")].start) is not None
    )


_IT = regex.compile(
    rf"(?i)\b(?:(?:it|which|the (?:stock|{FIRM}))(?:'s| is| has)|(?:leaving|putting|sending) it)"
    r"(?: (?:been|now|also|still|already|more than|about|nearly|almost|roughly|around|over))*"
    r" (?:up|down|off|higher|lower|gained|lost|risen|fallen|rallied|climbed|dropped|jumped|surged|soared|slid|tumbled|shed|sunk)"
    r"(?: (?:by|about|more than|nearly|roughly|around|over|almost|some))* $"
)
"""``Acme jumped, leaving it up``, ``the stock has gained about``"""
_SO_FAR = regex.compile(
    r"(?i)(?: so far)? (?:year[- ]to[- ]date|ytd|this year|(?:for|on) the year"
    r"|since (?:its|going|the (?:start|beginning))|in (?:pre-?market|after[- ]hours|extended|early|midday))\b"
)
"""``… the maker of kettles, which is down 16% year to date``: its price, whatever was told before"""

_WOULD_BE = regex.compile(
    r"\bwould (?:still |also |thus |then )?(?:mean|represent|be|mark|equate to|amount to|imply|lead to|result in)"
    r"(?: an?)?(?: [a-z-]++){0,2} $"
)
"""``The forecast would still mean a 33% drop from a year earlier``"""


def _is_of_a_share(sentence: Sentence, reading: Reading) -> bool:
    """Tell how far a share's price has come."""
    if not _SO_FAR.match(sentence.folded, reading.figure.extent.end):
        return False
    return _IT.search(sentence.folded, *_before(sentence, reading)) is not None


_MADE = frozenset({"production", "deliveries"})


def _is_of_another_time(folded: str, figure: Span, metric: str | None) -> bool:
    """Tell the sum of many years, and how many a month are made."""
    years = metric not in STOCKS and _SINCE.match(folded, figure.end)
    years = years or (folded.endswith(" the ", 0, figure.start) and _OF_A_YEAR.match(folded, figure.end))
    made = metric in _MADE and (_A_MONTH.match(folded, figure.end) or _CAN.search(folded, max(0, figure.start - 60), figure.start))
    return bool(years or made)


_SINCE = re.compile(r" since (?:(?:early|late|mid|the [a-z]++ (?:quarter|half) of|[A-Z][a-z]++) )?(?:19|20)[0-9]{2}\b")
"""``total charges of $15 billion since 2013``: of all these years"""
_OF_A_YEAR = re.compile(
    r" (?:(?:net|operating|quarterly|annual) )?(?:profit|loss|income|earnings|revenue|sales)"
    r" (?:it |(?:posted|reported|earned|made|recorded) )?(?:in|for) (?:the (?:first|second|third|fourth) quarter of )?"
    r"(?:19|20)[0-9]{2}\b"
)
"""``fell far short of the $1 billion profit in the second quarter of 2019``"""
_A_MONTH = regex.compile(r" (?:[a-z]++ ){0,2}(?:a|per|each|every) (?:month|week)\b")
"""``production settled at 20 jets a month``: how fast it makes them"""
_CAN = regex.compile(r"\b(?:able to|capable of|capacity (?:to|of|for)|can|could) (?:build|mak|produc)[a-z]* (?:[a-z]++ ){0,3}$")
"""``a plant that will be able to build 400,000 vehicles a year``: how many it may"""
_BEFORE_THE_PANDEMIC = regex.compile(r"[^;%$]{0,60}\b(?:before the (?:[\w-]++ )?pandemic|pre-pandemic)\b")


def _is_before_the_pandemic(sentence: Sentence, at: int) -> bool:
    end = sentence.span.end
    return sentence.folded.find("pandemic", at, end) >= 0 and _BEFORE_THE_PANDEMIC.match(sentence.folded, at, end) is not None


_HAD_ADDED = regex.compile(r"\bhad (?:already |previously )?(?:added|gained|lost|shed) (?:[a-z]++ ){0,3}$")
"""``It had added 2 million in the quarter before``"""
_LEFT_OUT = regex.compile(r"\b(?:removal of|excluding|including|of which) (?:about |some |nearly |around )?$")
"""``the total reflects the removal of 2 million subscribers``: by which the stock differs"""


def _is_of_a_part(sentence: Sentence, reading: Reading) -> bool:
    """Tell by how much a stock of things rose or fell, or what was taken out of it."""
    moved = sentence.tags[reading.at - 1 : reading.at] in ("U", "D")
    return moved or _LEFT_OUT.search(sentence.folded, *_before(sentence, reading)) is not None


_EACH_CUSTOMER = regex.compile(
    r"\b(?:customers?|clients?|accounts?)\b[^.;$]{0,40}?\b(?:each|with|contributing|generating|paying|spending)\b[^.;$]{0,30}$"
)
"""``customers with more than $100,000 in recurring revenue``: what each of them pays."""

_PAID = regex.compile(r"\b(?:for|worth|pay|pays|paying|paid|offer|offered|valued at) (?:about |some |around |up to |nearly )?$")
"""``the sale of the business for $3 billion in cash``: the price"""
_OF_ANOTHER_COUNT = {"arr": _EACH_CUSTOMER, "subscriber_adds": _HAD_ADDED, "cash": _PAID}


def _is_of_another_count(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a figure of a metric that its own words make one of each customer, of another quarter, of a price."""
    pattern = _OF_ANOTHER_COUNT.get(metric or "")
    return pattern is not None and pattern.search(sentence.folded, *_before(sentence, reading)) is not None


_WHEN_IT_WAS = re.compile(
    r"\b(?:(?:year|level|[0-9]{4}),? when (?:it|they) (?:was|were|reached|stood at|totall?ed|came to) (?:[a-z]+ )?"
    r"|(?:previous|preceding|prior) (?:quarter|three months),? when (?:it|they) [a-z]+ (?:an? (?:[a-z]+ )?(?:profit|loss) of )?"
    r"|(?:from|than|over|on)(?: in)? the (?:first|second|third|fourth) quarter,? when "
    r"(?:it|they|the company|[A-Z]\w+(?: [A-Z]\w+){0,2}) (?:said (?:it|they) )?"
    r"(?:had|earned|lost|added|shed) (?:\S+ (?:million|billion),? or )?)$"
)
"""``to remain below the 2009 level when it reached $5 million``: a figure of then"""


_GREW_THEN = regex.compile(
    r"\b(?:from|than|over|since|versus|against|with|on)(?: in| that (?:of|in))? "
    r"(?:the (?:first|second|third|fourth|previous|prior|preceding|final) (?:quarter|half|three months|period)"
    r"|(?:a|the) year (?:ago|earlier|before)|last quarter),? when [^,;$%]{3,60}$"
)
"""``a deceleration from the third quarter, when its sales rose 26 percent``: how it grew then"""


def _is_of_then(sentence: Sentence, reading: Reading) -> bool:
    """Tell a figure of another time, which "when" tells of."""
    before = _before(sentence, reading)
    if sentence.folded.find(" when ", *before) < 0:
        return False
    return (_GREW_THEN if reading.role == "change" else _WHEN_IT_WAS).search(sentence.folded, *before) is not None


def _is_somewhere(sentence: Sentence, reading: Reading) -> bool:
    """Tell what is told of a place or a trade that no rule can name ("it did well with the young, where sales rose 8%")."""
    name = reading.metric
    if name is None or reading.part or reading.metric_at is None:
        return False
    where = sentence.folded.endswith((" where ", " where its "), sentence.span.start, name.span.start)
    return where and sentence.scope_of(reading.metric_at) is None


_TO_VOLUME = regex.compile(r"t(?P<volume>[#d])")
"""``sales rose 5% to 15 million litres``"""
_OF_A_VOLUME = regex.compile(r"#_[^s$%#dMGA;/&]{0,7},_[UD][_oy]{0,2}$")
"""``sales rose 4%; a total of 3 million lamps were sold in Asia, representing an increase of 7%``"""
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
    """Tell a growth of sales whose level is a volume, to which they rose or which was told before it."""
    if (counted := _OF_A_VOLUME.search(sentence.tags, reading.metric_at or 0, reading.at)) is not None:
        return all(figure is not sentence.tokens[counted.start()].mark for _, figure in sentence.levels)
    stop = next((at for at in range(reading.at + 1, len(sentence.tags)) if sentence.tags[at] in ";/&"), len(sentence.tags))
    found = _TO_VOLUME.search(sentence.tags, reading.at, stop)
    mark = sentence.tokens[found.start("volume")].mark if found else None
    return isinstance(mark, Quantity) and mark.noun is not None and not VOLUMES.isdisjoint(mark.noun.split())
