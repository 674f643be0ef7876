"""
Other times: figures of another time, place, count or volume than what a report is on.

"When it opened, sales were $2 million", "customers with over $100,000 of revenue rose 8%", "5,000 cars a month".
"""

from __future__ import annotations

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import STOCKS
from earnsum.grammar.read import Reading
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.marks import Quantity
from earnsum.text.terms import POSTED, RESULT


def before_figure(sentence: Sentence, reading: Reading) -> tuple[int, int]:
    """Return where a sentence's text before a figure begins and ends."""
    return sentence.span.start, reading.figure.span.start


_MADE = frozenset({"production", "deliveries"})


def is_of_another_time(folded: str, figure: Span, metric: str | None) -> bool:
    """Tell the sum of many years, and how many a month are made."""
    years = metric not in STOCKS and _SINCE.match(folded, figure.end)
    years = years or (folded.endswith(" the ", 0, figure.start) and _OF_A_YEAR.match(folded, figure.end))
    made = metric in _MADE and (_A_MONTH.match(folded, figure.end) or _CAN.search(folded, max(0, figure.start - 60), figure.start))
    return bool(years or made)


_SINCE = re.compile(r" since (?:(?:early|late|mid|the [a-z]++ (?:quarter|half) of|[A-Z][a-z]++) )?(?:19|20)[0-9]{2}\b")
"""``total charges of $15 billion since 2013``: of all these years"""
_OF_A_YEAR = re.compile(
    rf" (?:(?:net|operating|quarterly|annual) )?{RESULT}"
    rf" (?:it |{POSTED} )?(?:in|for) (?:the (?:first|second|third|fourth) quarter of )?"
    r"(?:19|20)[0-9]{2}\b"
)
"""``fell far short of the $1 billion profit in the second quarter of 2019``"""
_A_MONTH = regex.compile(r" (?:[a-z]++ ){0,2}(?:a|per|each|every) (?:month|week)\b")
"""``production settled at 20 jets a month``: how fast it makes them"""
_CAN = regex.compile(r"\b(?:able to|capable of|capacity (?:to|of|for)|can|could) (?:build|mak|produc)[a-z]* (?:[a-z]++ ){0,3}$")
"""``a plant that will be able to build 400,000 vehicles a year``: how many it may"""
_BEFORE_THE_PANDEMIC = regex.compile(r"[^;%$]{0,60}\b(?:before the (?:[\w-]++ )?pandemic|pre-pandemic)\b")


def is_before_the_pandemic(sentence: Sentence, at: int) -> bool:
    """Tell what is compared with the time before the pandemic, by the words behind a place."""
    end = sentence.span.end
    return sentence.folded.find("pandemic", at, end) >= 0 and _BEFORE_THE_PANDEMIC.match(sentence.folded, at, end) is not None


_HAD_ADDED = regex.compile(
    r"(?<!\b(?:said|revealed|disclosed|announced|reported|says|that) (?:that )?(?:it|they|[A-Z]\w+) )"
    r"\bhad (?:already |previously )?(?:added|gained|lost|shed) (?:[a-z]++ ){0,3}$"
)
"""``It had added 2 million in the quarter before``"""
_LEFT_OUT = regex.compile(rf"\b(?:removal of|excluding|including|of which) {ABOUT}$")
"""``the total reflects the removal of 2 million subscribers``: by which the stock differs"""


def is_of_a_part(sentence: Sentence, reading: Reading) -> bool:
    """Tell by how much a stock of things rose or fell, or what was taken out of it."""
    moved = sentence.tags[reading.at - 1 : reading.at] in ("U", "D")
    return moved or _LEFT_OUT.search(sentence.folded, *before_figure(sentence, reading)) is not None


_EACH_CUSTOMER = regex.compile(
    r"\b(?:customers?|clients?|accounts?)\b[^.;$]{0,40}?\b(?:each|with|contributing|generating|paying|spending)\b[^.;$]{0,30}$"
)
"""``customers with more than $100,000 in recurring revenue``: what each of them pays."""

_PAID = regex.compile(rf"\b(?:for|worth|pay|pays|paying|paid|offer|offered|valued at) {ABOUT}$")
"""``the sale of the business for $3 billion in cash``: the price"""
_OF_ANOTHER_COUNT = {"arr": _EACH_CUSTOMER, "subscriber_adds": _HAD_ADDED, "cash": _PAID}


def is_of_another_count(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a figure of a metric that its own words make one of each customer, of another quarter, of a price."""
    pattern = _OF_ANOTHER_COUNT.get(metric or "")
    return pattern is not None and pattern.search(sentence.folded, *before_figure(sentence, reading)) is not None


_WHEN_IT_WAS = re.compile(
    r"\b(?:(?:year|level|[0-9]{4}),? when (?:it|they) (?:was|were|reached|stood at|totall?ed|came to) (?:[a-z]+ )?"
    r"|(?:previous|preceding|prior) (?:quarter|three months),? when (?:it|they) [a-z]+ (?:an? (?:[a-z]+ )?(?:profit|loss) of )?"
    r"|(?:from|than|over|on)(?: in)? the (?:first|second|third|fourth) quarter,? when "
    r"(?:it|they|the company|[A-Z]\w+(?: [A-Z]\w+){0,2}) (?:said (?:it|they) )?"
    r"(?:had|earned|lost|added|shed|made|posted|reported|booked|recorded|generated) (?:an? (?:[a-z]+ )?(?:profit|loss) of )?"
    r"(?:\S+ (?:million|billion),? or )?)$"
)
"""``to remain below the 2009 level when it reached $5 million``: a figure of then"""


_GREW_THEN = regex.compile(
    r"\b(?:from|than|over|since|versus|against|with|on)(?: in| that (?:of|in))? "
    r"(?:the (?:first|second|third|fourth|previous|prior|preceding|final) (?:quarter|half|three months|period)"
    r"|(?:a|the) year (?:ago|earlier|before)|last quarter),? when [^,;$%]{3,60}$"
)
"""``a deceleration from the third quarter, when its sales rose 26 percent``: how it grew then"""
_IN_A_PAST_PERIOD = regex.compile(
    r"\b(?:(?:a|one|the) year (?:ago|earlier|before)|(?<!since )last year"
    r"|(?:same|year-ago|year-earlier|prior-year|year-before|corresponding|comparable)"
    r" (?:fiscal )?(?:quarter|period|half|three months)"
    r"(?: (?:of|in|a|last) (?:last year|year|year (?:ago|earlier)|(?:19|20)[0-9]{2}))?"
    r"|(?:quarter|period|half) of (?:last year|(?:19|20)[0-9]{2})),? "
    r"(?:when|(?:during|in) which|(?:a (?:quarter|period|time) )?(?:that|which) (?:also )?(?:had|included|contained|saw)) "
    r"(?:[^,;]|,(?=[0-9])|, or (?=[$£€0-9]))*$"
)
"""``against a loss a year earlier, when it took $800 million in charges``, ``the year-ago period, in which wine sales rose 9%``"""


def is_of_then(sentence: Sentence, reading: Reading) -> bool:
    """Tell a figure of another time, on which a clause with "when" or "in which" is."""
    before = before_figure(sentence, reading)
    past = reading.role in ("actual", "change") and _IN_A_PAST_PERIOD.search(sentence.folded, *before) is not None
    if past or sentence.folded.find(" when ", *before) < 0:
        return past
    return (_GREW_THEN if reading.role == "change" else _WHEN_IT_WAS).search(sentence.folded, *before) is not None


def is_somewhere(sentence: Sentence, reading: Reading) -> bool:
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
_BY_VOLUME = regex.compile(
    r"(?: (?:in [A-Z][\w.-]*+(?: and [A-Z][\w.-]*+)?|globally|worldwide))?,? (?:by|in) (?:[a-z]++ )?volumes?\b"
)
"""``sales rose 29 percent by volume``, ``sales in volume terms fell``"""
_VOLUME_MOVED = regex.compile(
    r"(?r)\b(?:volumes?|pric(?:e|es|ing)|mix|footfall|traffic)"
    r" (?:growth|increases?|gains?|rises?|improvements?|declines?|decreases?|drops?|falls?)"
    r"(?: of(?: (?:about|around|over|nearly))?)? "
)
"""``sales benefited from volume growth of 4 percent``"""
_IN_VOLUME = regex.compile(r"(?:[Ii]n volume terms|[Bb]y volume|[Mm]easured (?:by|in) volumes?),? ")
VOLUMES = frozenset("liters litres hectoliters hectolitres tons tonnes barrels bottles kilograms kilos".split())
"""What sales are told of as a volume in, which is no revenue."""


_PAYING = regex.compile(
    r"\b(?:customers?|clients?|accounts?|users?)\b[^.;]{0,40}?[0-9][0-9,]*+(?:k|\ million)?\ (?:in|of)\ (?:[\w-]++\ ){0,3}$"
)


def is_of_customers(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of the number of those who pay so much ("customers with over $100,000 in annual revenue rose 8%")."""
    if reading.metric is None or not sentence.tags.startswith(("_", "#", "n", "T")):
        return False
    return _PAYING.search(sentence.folded, sentence.span.start, reading.metric.span.start) is not None


def is_of_volume(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of sales whose level is a volume, to which they rose or which was told before it, or that is one by volume."""
    ends = [reading.figure.extent.end, *([reading.metric.span.end] if reading.metric is not None else [])]
    if any(_BY_VOLUME.match(sentence.folded, end) for end in ends) or _IN_VOLUME.match(sentence.folded, sentence.span.start):
        return True
    if _VOLUME_MOVED.match(sentence.folded, sentence.span.start, reading.figure.span.start):
        return True
    if (counted := _OF_A_VOLUME.search(sentence.tags, reading.metric_at or 0, reading.at)) is not None:
        return all(figure is not sentence.tokens[counted.start()].mark for _, figure in sentence.levels)
    stop = next((at for at in range(reading.at + 1, len(sentence.tags)) if sentence.tags[at] in ";/&"), len(sentence.tags))
    found = _TO_VOLUME.search(sentence.tags, reading.at, stop)
    mark = sentence.tokens[found.start("volume")].mark if found else None
    return isinstance(mark, Quantity) and mark.noun is not None and not VOLUMES.isdisjoint(mark.noun.split())
