"""
Headings: what the line above a list says of its items.

"For the second quarter, Acme expects:" makes outlook of the figures in the
bullets below it, "Here is what analysts are looking for:" expectations, "Here is how
it did against estimates:" of what stands behind "vs.", "Full-Year Highlights" says when all that was, and "Highlights (QoQ)"
sets all that follows against the quarter before; the bullets themselves say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import Cue, Token, tags_of
from earnsum.grammar.told import Fact
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.marks import PeriodMark, Quantity
from earnsum.text.terms import EXPECTED, OUTLOOK

_ITEM = regex.compile(r"[-*•·–›»▪●■►]\s")
_NAMED_ITEM = regex.compile(r"[A-Z][^:.;]{1,50}:\s\S")
_HERE = re.compile(r"(?:Here's|Here is|Here are|Below (?:is|are)) ")
_LONG = 160
_EXPECTS = frozenset("GEfP")


def heading_role(folded: str, sentence: Span, tokens: Sequence[Token], above: Role | None) -> Role | None:
    """Return the role that a heading gives to the figures of its list; `above` holds while the items go on."""
    text = sentence.of(folded)
    if above is not None and (_ITEM.match(text) or (above in ("estimate", "later") and _NAMED_ITEM.match(text))):
        return above
    tags = {token.tag for token in tokens}
    of_outlook = len(text) <= _TITLE and _OUTLOOK.match(text) is not None and _is_line(folded, sentence, tokens)
    if of_outlook or len(text) > _LONG or not (text.endswith(":") or _HERE.match(text)):
        # "Revenue: $5 billion vs. $4 billion expected": what the next items stand against needs no word
        set_against = "V" in tags and not tags.isdisjoint("EN") and "Y" not in tags
        by_itself = set_against and _NAMED_ITEM.match(text) and not text.endswith(_ENDS)
        return "guide" if of_outlook else "estimate" if by_itself else None
    told = any(isinstance(token.mark, Quantity) for token in tokens)
    if "A" in tags and "Y" not in tags and (how := _HOW_IT_DOES.search(text)) is not None:
        return "later" if how["will"] else "estimate"
    if "V" in tags and not told:
        return "estimate" if not tags.isdisjoint("AN") and "Y" not in tags else None
    if told or tags.isdisjoint(_EXPECTS):
        return None
    return "later" if "A" in tags else "guide"


_OUTLOOK = regex.compile(rf"(?i)^(?:(?!and\b)[\w'/-]++ ){{0,5}}?{OUTLOOK}(?: for (?:[\w'/-]++ ?){{1,5}})?:?$")
_BLANK = " \t"
_TITLE = 100
_ENDS = (".", "!", "?", ";", ",", "。")


def _is_line(folded: str, sentence: Span, tokens: Sequence[Token]) -> bool:
    """Tell a short line of its own that tells no figure and does not end as a sentence does."""
    start, end = sentence
    return (
        end - start <= _TITLE
        and _opens_line(folded, sentence)
        and folded[end : folded.find("\n", end)].strip(_BLANK) == ""
        and not folded.endswith(_ENDS, start, end)
        and not any(isinstance(token.mark, Quantity) for token in tokens)
    )


def _opens_line(folded: str, sentence: Span) -> bool:
    return folded[folded.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip(_BLANK) == ""


def period_of_list(
    folded: str, sentence: Span, tokens: Sequence[Token], periods: Sequence[PeriodMark], above: PeriodMark | None
) -> PeriodMark | None:
    """
    Return the one period that a line names for the items below it ("Full-Year Highlights"); `above` holds while they go on.

    A line that is the period alone ("Fourth quarter") heads all that stands below it, up to the next line by itself.
    """
    text = sentence.of(folded)
    if not _ITEM.match(text) and _is_line(folded, sentence, tokens):
        named = [period for period in periods if period.kind is not None]
        return named[0] if len({period.kind for period in named}) == 1 and named[0].when in (None, "next") else None
    if above is None or not _opens_line(folded, sentence):
        return above
    is_item = _ITEM.match(text) is not None or (len(text) <= _LONG and not text.endswith(_ENDS))
    return above if is_item or _is_alone(folded, above) else None


def _is_alone(folded: str, period: PeriodMark) -> bool:
    """Tell a period that is a line by itself."""
    start, end = folded.rfind("\n", 0, period.span.start) + 1, folded.find("\n", period.span.end)
    return not (folded[start : period.span.start] + folded[period.span.end : end]).strip(" \t:*")


def of_list(facts: Sequence[Fact], periods: Sequence[PeriodMark], above: PeriodMark | None) -> list[Fact]:
    """Return the facts of a list's item that names no period as of that which its heading names."""
    if above is None or any(period.kind is not None and period.when != "year_ago" for period in periods):
        return list(facts)
    return [fact._replace(period=above) if _takes_period(fact) else fact for fact in facts]


def _takes_period(fact: Fact) -> bool:
    return fact.period is None and fact.role in _OF_PERIOD and fact.metric not in DECLARED


_OF_PERIOD = frozenset({"actual", "change", "margin", "guide"})


_BY_PART = regex.compile(
    r"(?i)\b(?:by|per)\ (?:[\w-]++\ )?(?:segment|division|unit|business(?:\ unit|\ line|\ segment)?|region|"
    r"geography|country|market|product(?:\ line)?|brand|chain|category|drug)s?\b|"
    r"\b(?:segment|segmental|divisional|regional|geographic|product)\ (?:net\ )?(?:revenues?|sales|profits?)\b"
)
_PART_ALONE = regex.compile(r"_(?::|$)|_(?=[$%#])")


def metric_of_list(folded: str, sentence: Span, tokens: Sequence[Token], above: Cue | None) -> Cue | None:
    """Return the metric that a line names for the parts listed below it ("Sales by business:"); `above` holds while items go on."""
    text = sentence.of(folded)
    if above is None and not text.endswith(":"):
        return None
    named = [token.mark for token in tokens if token.tag == METRIC_TAG]
    if above is not None and not named and (_ITEM.match(text) or _NAMED_ITEM.match(text)):
        return above
    if not text.endswith(":") or len(text) > _LONG or any(isinstance(token.mark, Quantity) for token in tokens):
        return None
    only = named[0] if len(named) == 1 and isinstance(named[0], Cue) else None
    return only if _BY_PART.search(text) else None


def with_metric_of_list(tokens: Sequence[Token], metric: Cue | None) -> list[Token]:
    """Return the tokens of a list's item with its metric behind the part's name ("- Pumps: $14 billion, up 6%")."""
    told = list(tokens)
    found = _PART_ALONE.match(tags_of(tokens)) if metric is not None else None
    if metric is None or found is None or any(token.tag == METRIC_TAG for token in tokens):
        return told
    at = tokens[0].end
    behind = Token(METRIC_TAG, at, at, metric._replace(span=Span(at, at)), metric.words)
    return [told[0], behind, *told[found.end() :]]


_HOW_IT_DOES = regex.compile(
    rf"\bhow\b[^.;]{{1,50}}\b(?:performed|did|fared|stacked up|came out|measured up|(?P<will>(?:is|are) {EXPECTED}))\b"
)
"""``Here is how Acme did in the metrics that analysts watch:``: reported figures against what was expected, or what is"""


_ESTIMATES = regex.compile(
    r"(?:Estimates?|Expectations?|Consensus(?: estimates?)?|(?:Wall Street|Street|Analyst) (?:estimates|views?)): "
)
_LABEL_LENGTH = 32
_LABEL = regex.compile(r"[A-Z][a-z]++(?: [a-z]++)?: ")


def is_of_estimates(folded: str, sentence: Span, *, above: bool) -> bool:
    """Tell a sentence labelled as what was expected ("Estimates: EPS of $2 …"), or, with one `above` it, in such a paragraph."""
    labelled = folded.find(": ", sentence.start, sentence.start + _LABEL_LENGTH) >= 0
    return (labelled and _ESTIMATES.match(folded, sentence.start) is not None) or (
        above and _LABEL.match(folded, sentence.start) is None
    )


def as_estimates(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts of a sentence that tells what was expected: its levels, or growth where it tells nothing else."""
    levels = [fact for fact in facts if fact.figure is not None and fact.figure.kind != "percent"]
    return [fact._replace(role="estimate", period=None) if fact.figure is not None else fact for fact in levels or facts]


_OF_QUARTERS = regex.compile(r"(?i)\([^()]*\b(?:qoq|q-o-q|quarter[- ](?:on|over)[- ]quarter|sequential)\b[^()]*\):?$")

_OF_NO_VERB = regex.compile(r"(?:[-*•·–]\s)?[A-Z][\w&'/ -]{1,40}? (?:up|down|flat|at)\b[^;]*\.$")
"""``Revenue up 3% to Rs 200 crore versus Rs 194 crore.``: a line of a list, stop or no stop"""


def is_against_quarter(folded: str, sentence: Span, *, above: bool) -> bool:
    """Tell a heading whose list is set against the quarter before ("Q3 Highlights (Consolidated, QoQ)"), or a line of that list."""
    text = sentence.of(folded)
    if len(text) <= _LONG and text.endswith((")", "):")) and _OF_QUARTERS.search(text):
        return True
    is_line = not text.endswith(_ENDS) or _OF_NO_VERB.match(text) is not None
    return above and len(text) <= _LONG and is_line and "yoy" not in text.lower()


def against_quarter(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts of a line whose old levels and changes are all against the quarter before."""
    kept = [fact for fact in facts if fact.role != "prior"]
    return [fact._replace(change_kind="sequential") if fact.role == "change" else fact for fact in kept]


_FOR = re.compile(r"(?:[-*•·–]\s)?(?:(?:For|In)\s)?(?:the\s)?")


_COMPANY_SAW = re.compile(r", (?:it|the company|[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,3}) saw ")
"""``For the current quarter, Acme saw a loss of 5 cents``"""


def opens_with_coming(folded: str, sentence: Span, periods: Sequence[PeriodMark]) -> bool:
    """Tell whether a sentence is headed by a period yet to come ("For Q3: sales growth of 2%", "For Q3, Acme saw"): an outlook."""
    first = periods[0] if periods else None
    return (
        first is not None
        and first.when == "next"
        and _FOR.fullmatch(folded, sentence.start, first.span.start) is not None
        and (folded.startswith(":", first.span.end) or _COMPANY_SAW.match(folded, first.span.end) is not None)
    )


def under_heading(facts: Sequence[Fact], role: Role | None) -> list[Fact]:
    """
    Return the facts of a list's item in the role that its heading gives.

    Under "compared with consensus estimates:" that is of what each figure stands against.
    """
    if role is None:
        return list(facts)
    if role == "estimate":
        return [
            fact._replace(role=role) if fact.role == "prior" and fact.metric and not _of_last_year(fact) else fact for fact in facts
        ]
    return [fact._replace(role=role) if fact.role in ("actual", "change") and fact.metric else fact for fact in facts]


def _of_last_year(fact: Fact) -> bool:
    """Tell a figure that its own words set a year back."""
    return fact.shape.endswith(" a year ago")
