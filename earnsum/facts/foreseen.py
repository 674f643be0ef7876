"""
Foreseen: whether a figure beside words of an outlook is one, by what it measures and by who says so.

What a board declares is no outlook, what a company plans to spend is one, and what others foresee is an estimate.
"""

from __future__ import annotations

from earnsum.facts.outlooks import has_author
from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import FROM
from earnsum.grammar.tokens import first_word
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import Quantity
from earnsum.text.moves import MOVE
from earnsum.text.terms import EXPECTED, EXPECTS, ITS

_KEPT = frozenset({"maintained", "maintains", "will"})
"""What a board does with a dividend: that declares it ("maintained its dividend at 18 cents", "the dividend will be 4p")."""
_EXPECTED_BEHIND = re.compile(r"[_noT]{0,3}G|f")
_EXPECTED_BEFORE = re.compile(r"G[_oBK]{0,3}(?:\$n_?)?$|G[^;/]*[s$%#d][_noT]{0,2}(?:,&?|&)B?$")


def is_authored(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a figure, where it is an outlook, is a company's own."""
    return reading.role != "guide" or has_author(sentence.folded, sentence.tokens, sentence.tags, reading.at)


_PLANNED = regex.compile(
    r"(?i)\b(?:plans?|planned|planning|budgets|budgeted|earmarks|earmarked)\ (?:an?\ )?(?:(?:[a-z]++|20[0-9]{2})\ ){0,2}$"
)


_TARGET = regex.compile(r"\b(?:target|budget(?:ed)?|plan(?:ned)?|forecast)\b")


def _is_planned(sentence: Sentence, reading: Reading) -> bool:
    """Tell what is yet to be spent ("it plans capital expenditure of $4 billion")."""
    if reading.metric is not None and (
        "budget" in reading.metric.words
        or _TARGET.search(sentence.folded, reading.metric.span.end, max(reading.metric.span.end, reading.figure.span.start))
    ):
        return True
    start = reading.metric.span.start if reading.metric is not None else reading.figure.span.start
    return sentence.language == ENGLISH and _PLANNED.search(sentence.folded, sentence.span.start, start) is not None


_MEANS_TO_PAY = regex.compile(
    r"\b(?:intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|hop(?:es|ed|ing)|expect(?:s|ed|ing)?|target(?:s|ed|ing)?"
    r"|promis(?:es|ed|ing)|pledg(?:es|ed|ing)|commit(?:s|ted|ment)|decision|intention|policy|confirmed|reaffirmed)"
    r"(?: [^;$£€]{0,60}?(?:,? and))? to (?:pay|declare|distribute|return|raise|lift|increase) (?P<what>[^;$£€]*)$"
)
_OF_ALL_THE_YEAR = regex.compile(r"\b(?:total|full[- ]year|whole[- ]year|annual|yearly)\b")


def is_dividend_to_come(folded: str, span: Span, figure: Quantity) -> bool:
    """Tell what a company means to pay for a year ("intends to pay a total dividend of 27p"), or at least."""
    found = _MEANS_TO_PAY.search(folded, span.start, figure.span.start)
    return found is not None and (figure.is_range or _OF_ALL_THE_YEAR.search(found["what"]) is not None)


def _is_declared(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell what a board declares or proposes beside an outlook, and does not foresee."""
    if sentence.language == "de":  # "die Aktionäre sollen eine Dividende von 2 Euro erhalten"
        return metric == "dividend"
    if sentence.language != ENGLISH or metric not in DECLARED:
        return False
    if metric == "dividend" and is_dividend_to_come(sentence.folded, sentence.span, reading.figure):
        return False
    named = reading.metric_at or 0
    before = _EXPECTED_BEFORE.search(sentence.tags, 0, named)
    foreseen = before is not None and first_word(sentence.tokens[before.start()]) not in _KEPT
    behind = _EXPECTED_BEHIND.match(sentence.tags, named + 1)
    return not foreseen and (behind is None or first_word(sentence.tokens[behind.end() - 1]) in _KEPT)


_AS_PLANNED: dict[Role, Role] = {"actual": "guide", "change": "guide", "prior": "previous"}
_SOURCED = regex.compile(r"[^VNEfbmiqwG;/]*(?:,_?a?N[_oar]{0,3})?A[A_,N]*(?:[;/]|r[s$%#d]|,[UD][_q]?[%p]|$)")
"""``, according to analysts``, ``, based on the average forecast of 12 analysts``"""
_SOURCED_BEFORE = regex.compile(r"A[A_,N]*,[UD][_q]?$|A[_oA]{0,3}[GEf][K_]{1,3},/[^,;/s$%#d]{1,8},[^s$%#d;/]*$")
"""``…, according to FactSet, up 5%``, ``analysts expect Anvil, which makes lamps, to post a profit of $5 million``"""
_WAS_SEEN = regex.compile(r"\b(?:was|were|had been) (?!up\b|down\b)[^.;,$€£¥0-9]{3,30}$")
"""``was seen at``, ``had been forecast at``: of what has been reported, where "is seen" is of what is to come"""


def _is_of_analysts(tags: str, at: int) -> bool:
    """Tell an outlook whose source is told behind it or before it."""
    return _SOURCED.match(tags, at + 1) is not None or _SOURCED_BEFORE.search(tags, 0, at) is not None


_PEGGED = regex.compile(
    r"\b(?:estimates?|forecasts?|expectations|consensus|poll|analysts|brokerages)\b[^.;]{0,60}?\bpegged\b[^.;]{0,60}$"
)
"""``beating poll estimates, which were pegged at $5 million and 23 percent``"""


_PROJECTED = regex.compile(
    r"\b(?:expectations|market|[Aa]nalysts|estimates|consensus|poll|Street|brokerages)\b[^.;]{0,30}?"
    rf"\b{EXPECTED} (?:{ITS}|an?) [^,;]{{0,40}}?"
    rf"\b{MOVE} (?:in [a-z ]{{3,20}} )?to {ABOUT}$"
)
"""``expectations, which had projected a 4% rise to $889 million``"""

_AVERAGE_WAS = regex.compile(
    r"\b(?:average|mean|median|consensus|analysts?'?|Street) (?:[\w-]++ ){0,2}?(?:estimate|forecast|projection|expectation)s?"
    rf" (?:for|of|on) (?:(?!\bof\b|\b{EXPECTED}\b)[^.;,$€£¥0-9]){{3,70}}? (?:was|is|were|stood|sat|came in|comes in|stands|remains)"
    rf" (?:at |for )?{ABOUT}$"
)
"""``The average estimate for its revenue going into the report was at $5 million``"""


_EXPECTS = (
    rf"(?:(?:estimat|anticipat)(?:es?|ed|ing)|(?:{EXPECTS}|model)(?:s|ed|ing)?"
    r"|(?:fore)?s(?:ees?|aw)|(?:(?:is|are|was|were) )?look(?:s|ing)? for|pencil(?:s|led|ed) in)"
)
_NOT_TOLD = r"(?<!\b(?:to|told|tells|with|for|by|warned|when|than) )\b"
_NO_GAP = (
    r"(?! (?:it|they|the company|which|who had|and(?! [A-Z])|estimates?|expectations|forecasts?|projections?|consensus|views?)\b)"
)
_UP_TO = (
    r"(?:(?!\b(?:beat|missed|topped|but|while|although|after|than|compared|versus|reported|posted|earned|delivered|came"
    r"|made|and (?:it|they|management|executives|the (?:company|group|retailer|[a-z]+maker)"
    r"|up|down|rising|falling|growing|represent(?:s|ed|ing)|mark(?:s|ed|ing)))\b)[^;:,.]|\.[0-9])*$"
)
_ONE_EXPECTS = regex.compile(
    rf"{_NOT_TOLD}(?:(?:[Aa]nalysts?|brokerages?)\b(?!'|(?<=t) (?:estimates|forecasts))(?:{_NO_GAP}[^.;$%]){{0,70}}?"
    rf"|[Ii]nvestors(?: had)?) {_EXPECTS}\b{_UP_TO}"
    rf"|\b(?:[Ww]e|I) (?:now |still |currently |continue to )*(?:{EXPECTS}|model)\b" + _UP_TO
)
_WHO_HAD = regex.compile(
    r"\b(?:[Aa]n? (?:[\w-]++ ){0,2}analyst\b[^.;$%]{0,60}?|[A-Z]\w++ [A-Z][\w-]++(?: (?:of|at|from) [A-Z][^.;$%]{0,40}?"
    r"|, who (?:covers|follows|tracks)\b[^.;$%]{3,60}?)),?(?: who)? had (?:been )?" + _EXPECTS + r"\b" + _UP_TO
)
"""``Jane Doe of Globex, who had been modeling earnings of $2``"""
_IN_A_NOTE = regex.compile(
    rf"{_NOT_TOLD}(?:[Aa]nalysts?|[Ii]nvestors|Wall Street|[Ss]trategists?)\b(?! (?:call|meeting|day))"
    r"|\b(?:wrote|said) in (?:a|an|his|her|their) (?:[\w-]++ ){0,2}?(?:note|report)\b"
)
_IS_MY_GUESS = regex.compile(
    r"(?: [a-z-]++){0,4}? (?:is|was|remains) (?:now )?(?:our|my) (?:[a-z-]++ ){0,2}?(?:expectation|estimate|forecast|assumption)\b"
)
_WHISPERED = regex.compile(r"\bwhisper(?:ed)?['\"]? (?:numbers?|estimates?|targets?|figures?)\b[^.;$%0-9]{0,30}$")
_GUESSED = frozenset({"actual", "change", "guide"})


def is_guessed(sentence: Sentence, reading: Reading) -> bool:
    """
    Tell what an analyst expects, in words that are no estimate of all of them.

    "Jane Doe, an analyst at Globex, was looking for sales growth of 13 percent", "we see EPS of $3, she said in a note".
    """
    folded, (start, end) = sentence.folded, sentence.span
    if reading.role not in _GUESSED or sentence.language != ENGLISH:
        return False
    if folded.find("whisper", start, end) >= 0 and _WHISPERED.search(folded, start, reading.figure.extent.start) is not None:
        return True
    if folded.find(" had ", start, end) >= 0 and _WHO_HAD.search(folded, start, reading.figure.extent.start) is not None:
        return True
    if _IN_A_NOTE.search(folded, start, end) is None:
        return False
    if _IS_MY_GUESS.match(folded, reading.figure.extent.end, end):
        return True
    return _ONE_EXPECTS.search(folded, start, reading.figure.extent.start) is not None


_LEVELS_LEAD = (" to ", " to about ", " to around ")


def _is_anothers(sentence: Sentence, reading: Reading) -> bool:
    """Tell what estimates were pegged at, and the level that a rise was projected to."""
    folded, start, end = sentence.folded, sentence.span.start, reading.figure.extent.start
    if reading.role == "guide":
        return folded.find("pegged", start, end) >= 0 and _PEGGED.search(folded, start, end) is not None
    if reading.role == "actual":
        if folded.find(" estimate", start, end) >= 0 and _AVERAGE_WAS.search(folded, start, end):
            return True
        return folded.endswith(_LEVELS_LEAD, start, end) and _PROJECTED.search(folded, start, end) is not None
    return False


_ESTIMATED_AT = regex.compile(r"\bestimated (?:[\w'-]++ ){0,6}?at ")
_IS_OVER = regex.compile(r"\bpreliminary\b|(?<!\b(?:from|than|with|to|against|over|on) )\blast year\b")
"""``profit is estimated at 9 trillion won in the last three months of last year``: what a company says of a time that is over"""


_ESTIMATED = " estimated to have "
"""What a company says of a quarter that is over, and analysts of one that is to be reported."""


def _is_preliminary(sentence: Sentence, reading: Reading) -> bool:
    """Tell what a company estimates that it earned in a time that is over, and how much more that is."""
    folded, start = sentence.folded, sentence.span.start
    estimated = "A" not in sentence.tags and _ESTIMATED_AT.search(folded, start, reading.figure.extent.start) is not None
    return estimated and _IS_OVER.search(folded, *sentence.span) is not None


def role_meant(sentence: Sentence, reading: Reading, metric: str | None) -> Role:
    """
    Return a figure's role, as its metric and who foresees it settle it.

    A dividend declared beside an outlook is none ("cut its outlook and raised its dividend"), nor is what is expected "according
    to FactSet".
    """
    foretold = reading.role == "guide" and not is_authored(sentence, reading)
    estimated = reading.role in _GUESSED and sentence.folded.find(_ESTIMATED, *sentence.span) >= 0
    if (foretold or estimated) and _is_of_analysts(sentence.tags, reading.at):
        seen = foretold and _WAS_SEEN.search(sentence.folded, sentence.span.start, reading.figure.extent.start)
        return "estimate" if seen else "later"
    if _is_anothers(sentence, reading):
        return "estimate"
    behind = reading.shape == FROM and reading.metric is not None and reading.metric.span.start > reading.figure.span.start
    if (reading.role == "margin" and metric is not None) or (behind and metric == "charge"):
        return "actual"  # "it suffered from a $5 million charge"
    if reading.role == "guide" and (_is_declared(sentence, reading, metric) or _is_preliminary(sentence, reading)):
        return "change" if reading.figure.kind == "percent" else "actual"
    if metric == "capex" and reading.role in _AS_PLANNED and _is_planned(sentence, reading):
        return _AS_PLANNED[reading.role]
    return reading.role
