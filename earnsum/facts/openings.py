"""
Openings: a sentence that opens with the same period a year before tells of that, and of no result.

"In the third quarter last year, Acme recorded a loss attributable to its owners of $44 million, or 81 cents a share."
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.answers import NOW
from earnsum.facts.signs import signed_change
from earnsum.grammar.read import Reading
from earnsum.grammar.shape import IT_WAS_A_YEAR_AGO, UNDATED, UP_FROM
from earnsum.grammar.tokens import is_called
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.marks import PeriodMark

_OPENING = re.compile(r"[_n]{0,2}Y(?=[,M][^V]*$)")
_NAMED_THEN = re.compile(r"[_K]{0,2}B?MnY(?=[UDo_][^V;,/&]*$)")
"""``Same-store sales in the year-ago quarter fell 1.1%``"""
_OF_THEN = r"(?=[^,]*\b(?:year|ago|earlier))(?![^,]*\bfourth quarter (?:of )?last year)"
"""Not "in the same period", which is the one just told of, nor the quarter that a report of January is on."""
_THEN = regex.compile(rf"(?:In|During|For|A|One)\b{_OF_THEN}")
_WAS_THEN = regex.compile(
    r"[^,;]{4,60}? (?:in|for|during) "
    rf"(?:(?=last year's)|the (?=year)|the (?:same|comparable|corresponding|first|second|third) ){_OF_THEN}"
)
_CLOSING = re.compile(r"[_Ko]{0,3}M?[_o]{0,3}[UD][_oy]{0,2}%nY_?")
"""``Same-store sales fell 1.1% in the year-ago quarter``"""
_RATES = frozenset({"same_store_sales"})
"""What is a rate by itself: that of the year before is one to set beside the new one."""


_SUBJECT = re.compile(
    r"_?Y(?:,[^,;s$%#dM]{1,8},)?[_oyuMDUE][_oyuMBanDUEL:]*+(?:,[_oyuaMBnDUE]++)*[s$%#](?:[|,&_MBoan]*[s$%#])*(?=[,;/&_no]|$)"
)
_SAW = regex.compile(
    r"(?:'s)?(?:,[^,;$%0-9]{3,50},)?(?: (?!in\b|on\b|the\b|they\b|its\b|we\b)[a-z-]++){0,4}? "
    r"(?:(?:had|have|has) (?:been|[a-z]+(?:ed|en))|was|were|had|saw|brought|yielded"
    r"|ended|closed|finished|produced|generated|delivered|showed|registered|featured|marked|turned out|gave|contained|proved)\b"
)
"""``Last year's third quarter was marred by a loss of $5 million``, ``The year-ago quarter's loss was bigger, at $5 million``"""


def of_year_before(folded: str, span: Span, tags: str, periods: Sequence[PeriodMark], readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a sentence that opens, or ends, with a year ago as of then; growth of then is of no use."""
    opens = any(
        how.match(tags) is not None and then.match(folded, span.start) is not None
        for how, then in ((_OPENING, _THEN), (_NAMED_THEN, _WAS_THEN))
    )
    if any(period.when is None and period.kind is not None for period in periods):
        return list(readings)
    if opens or _CLOSING.fullmatch(tags):
        # "In the year-ago quarter, it was $1 million; it rose to $2 million this time"
        turns = readings and ";" in tags and NOW.search(folded, readings[0].figure.extent.end, span.end)
        now = tags.index(";") if turns else len(tags)
        return [_of_then(reading) if reading.at < now else reading for reading in readings]
    then = periods[0] if periods and periods[0].when == "year_ago" and periods[0].kind != "year" else None
    told = _SUBJECT.match(tags) if then is not None and _SAW.match(folded, then.span.end) else None
    return [_of_then(r) if told is not None and r.role == "actual" and r.at < told.end() else r for r in readings]


_HAD_BEEN = re.compile(
    r"(?:(?:It|They|This|That|[A-Z](?=[^,;]{4,60} had ))(?:[^,;0-9]|(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?){0,60}? had "
    r"(?:stood at|been|come (?:to|in at)|ended (?:in|with|at)|amounted to|totall?ed|reached)"
    r"|(?:Then|Back then|At (?:the|that) time),? (?:it|they|that|the [a-z]++) "
    r"(?:was|were|(?:had )?(?:stood at|came to|totall?ed|amounted to|reached|been|made|earned|lost))) "
    rf"{ABOUT}(?:an? (?:(?:net|operating|pre-?tax) )?(?:profit|loss) of )?$"
)
_AT_THAT_TIME = ("Then", "Back then", "At th")
_ENDS = re.compile(r"[.,;]|$")
"""``Then it was $3 million, a record``, and not ``Then it was $3 million in debt``"""
_SAID = re.compile(r"\b(?:said|says|added|told|expected|forecast|guid|outlook|target|previous(?:ly)?|if)", re.IGNORECASE)
"""What is said is put a tense back, and what was foreseen was so before it came."""
_CLAUSE = re.compile(r"[;:] | [-:] |, (?:where|when|while|and|which) ")


def with_what_had_been(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, the first figure of a sentence or clause that says what had been as that of the year before.

    "Profit halved to $5 million. It had stood at $10 million, the most in seven years."
    """
    told = span.of(folded)
    if not (" had " in told or "hen " in told or " time" in told) or _SAID.search(folded, *span):
        return list(readings)
    return [_of_then(r) if r.role == "actual" and _had_been(folded, span, r) else r for r in readings]


def _had_been(folded: str, span: Span, reading: Reading) -> bool:
    """Tell whether a figure stands right behind what says that it had been so, in a clause that begins with its metric."""
    end = reading.figure.extent.start
    starts = [span.start, *(found.end() for found in _CLAUSE.finditer(folded, span.start, end))]
    head = folded[starts[-1] : end]
    if head.startswith(_AT_THAT_TIME) and _ENDS.match(folded, reading.figure.extent.end) is None:
        return False
    return _HAD_BEEN.fullmatch(head[:1].upper() + head[1:]) is not None


_SET_BESIDE = re.compile(
    r"(?:That|This|It|(?:The|That|This) (?:rise|increase|growth|gain|jump|fall|drop|decline|slump|figure|rate|pace|performance))"
    r"(?:'s)? (?:(?:was|is|would|will|be|also|had|came|comes|marked|represent(?:s|ed)"
    r"|[a-z]+ly|an?|much|the|slight|sharp|best|worst) ){0,4}"
    r"(?:follow(?:s|ed|ing)|compare[sd] (?:with|to)|after|behind|up|down|slow(?:er|down)|faster|better|worse|lower|higher"
    r"|weaker|stronger|more|less|improvement|acceleration|deceleration|pick-up)\b"
)
"""How a sentence begins that sets beside a rate just told what it was in another period."""


def beside_another(folded: str, span: Span, periods: Sequence[PeriodMark], readings: Sequence[Reading]) -> list[Reading]:
    """Leave out the rates of a period before, with which those just told are compared ("That followed 2% in the first quarter")."""
    named = [period.when for period in periods if period.kind is not None or period.when == "year_ago"]
    if not named or _SET_BESIDE.match(folded, span.start) is None:
        return list(readings)
    if "year_ago" not in named:
        return [r._replace(role="skip") if r.figure.kind == "percent" and r.role in _ROSE else r for r in readings]
    return [r if _COMPARED.fullmatch(folded, span.start, r.figure.extent.start) is None else _rate_of_then(r) for r in readings]


_GOES_ON = re.compile(
    r"(?:That|This|It|Those|These|They|Both|(?:The|Those|These|Both|That) (?:figure|number|result|total|sum|amount)s?)"
    r"(?:'s|'re|,)? "
    r"(?:(?:is|are|was|were|both|also|marked|represents?|represented|well|slightly|sharply|an?|drop|decrease|decline|fall|rise"
    r"|increase|improvement|jump) ){0,4}(?:down|up|(?:lower|higher|less|more) than|compare[sd]? (?:with|to)|from|versus|vs\.?)\b"
)
"""How a sentence begins that says what the figures told in the one before are up or down from."""
_AT_A_TIME = re.compile(
    r"(?:%| (?:in|at|on|for|since|during|before|over|after|three|two|four|five|ten|last|the|ago|earlier|just|when|seen|set)\b)"
)
"""When that was, though no period is named: "up from $5 million in May"."""


def against_before(folded: str, span: Span, periods: Sequence[PeriodMark], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, what the figures of the sentence before are said to be up from as such, where no period is named."""
    own = any(r.role == "actual" and r.metric for r in readings)
    if own or periods or _GOES_ON.match(folded, span.start) is None:
        return list(readings)
    found = list(readings)
    for place, r in enumerate(found):
        last = found[place - 1] if place else None
        beside = (
            last is not None and last.shape == UP_FROM and _AND.fullmatch(folded, last.figure.extent.end, r.figure.extent.start)
        )
        undated = _AT_A_TIME.match(folded, r.figure.extent.end) is None
        if undated and ((r.role == "prior" and r.shape in UNDATED) or (beside and r.role == "actual")):
            found[place] = r._replace(role="prior", shape=UP_FROM)
    return found


_AND = re.compile(r",? (?:and|or) ")

_ROSE = ("change", "actual", "guide")
_COMPARED = re.compile(
    r"(?:That|This|It) (?:also )?(?:compare[sd] (?:with|to)|follow(?:s|ed)"
    r"|(?:was|is) (?:[a-z]+ly )?(?:down|up|slower|faster|lower|higher|weaker|stronger) (?:than|from)) (?:an? )?(?:[a-z]+ of )?"
)


def _rate_of_then(reading: Reading) -> Reading:
    if reading.role != "change" or reading.metric is not None:
        return reading
    return reading._replace(role="prior", shape=IT_WAS_A_YEAR_AGO, figure=signed_change(reading.figure, reading.side))


def _of_then(reading: Reading) -> Reading:
    if reading.role == "actual":
        return reading._replace(role="prior", shape=IT_WAS_A_YEAR_AGO)
    if reading.role == "change" and is_called(reading.metric, _RATES):
        rate = signed_change(reading.figure, reading.side)
        return reading._replace(role="prior", shape=IT_WAS_A_YEAR_AGO, figure=rate)
    return reading._replace(role="skip") if reading.role in ("change", "margin") else reading
