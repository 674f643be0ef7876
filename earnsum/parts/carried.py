"""
Carried scopes: a part that a figure shares with the one before it in its sentence.

"The cloud arm made $5 million on sales of $40 million, with a margin of 12%", "revenue at the parks division doubled to $7
billion, and its operating income rose to $2 billion": the sales, the margin and the income are the part's, though it is named once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.metrics import MARGINS_OF_SALES
from earnsum.grammar.told import Fact
from earnsum.model import Span
from earnsum.names.scopewords import NATIONAL, is_on_the_map
from earnsum.parts.beside import WHOLE_BEHIND
from earnsum.parts.partnames import OWNER
from earnsum.patterns import ABOUT, regex
from earnsum.text.moves import MOVE
from earnsum.text.sums import SUM
from earnsum.text.terms import ITS, POSTED, RESULT, SALES, UNIT

_MARGINS = MARGINS_OF_SALES | {"margin"}
_SALES = regex.compile(rf",?\ (?:on|off|from)\ (?:[a-z-]++\ ){{0,3}}?{SALES}\b[^;,$]*$")
_ITS_OWN = r"(?:(?!gross|group|overall|total)[\w-]++\ ){0,4}?margins?\b[^;$]*$"
_MARGIN = regex.compile(
    rf"\b(?:with|and|at|for|giving|lifting|taking|as)\ (?:(?:{ITS}|an?)\ )?{_ITS_OWN}|,\ (?:{ITS}|an?)\ {_ITS_OWN}"
)

_TO_A_LEVEL = rf"(?:\ to\ (?:{SUM}|[\w.]+))?"
_LIKE_FOR_LIKE = regex.compile(
    rf"(?i){_TO_A_LEVEL},?\ (?:and|with|while|but|although|as)\ (?:an?\ |its\ )?"
    r"(?:like-for-like|same-store|comparable|lfls?\b|comps\b)"
)
"""Behind the sales of a part, those of its shops that were open a year ago ("and like-for-likes climbed 2%")."""

_KIND = rf"(?:{UNIT}|brand|chain)"
_OF_THE_PART = regex.compile(
    rf"\b(?:the|that|this)\ {_KIND}(?:'s)?\b(?!\ (?:of|that|which|whose)\b)"
    r"|\b(?:profits?|margins?|sales|revenues?|income|loss(?:es)?)\ (?:in\ (?:the|that|this)\ (?:region|country)|there)\b"
    r"|\b(?:and|with|while|but)\ (?:an?\ |its\ )?(?:segment|divisional|segmental)\ (?:adjusted\ )?"
    rf"(?:{RESULT}|operating|margins?)\b"
)
_FROM = rf"(?:\ (?:from|compared\ (?:with|to)|versus|against)\ (?:{SUM}|[0-9.]+))?"
_OF_ITS_MOVE = rf"(?:\ {MOVE}\ in\ (?:sales|revenues?|profits?|orders))?"
_WHEN = rf"{_OF_ITS_MOVE}{_FROM}(?:\ \([^()]*\))?(?:\ (?:in|for|during)\ {ITS}\ [a-z -]++)?"
_ITS = regex.compile(rf"{_WHEN}(?:,|;|\ -)?\ (?:and|while|but|as|with)\ its\ [a-z ]+$")
_AND = regex.compile(
    rf"{_WHEN}(?:,?\ (?:and|while|but)|;)\ (?!(?:the|its|their|total|overall|group|consolidated|net)\b)[a-zA-Z ]+"
    r"(?:,\ excluding\ [a-z -]+,[a-z ]+)?$"
)
_CALLED_PART = regex.compile(rf"\b{_KIND}(?:'s)?\b")
_AT_THE_PART = regex.compile(r"(?:At|In|Within|For|Looking\ at|Turning\ to)\ (?:the\ |its\ )?(?:[\w&'-]++\ ){1,4}?[\w&'-]++,\ ")
_OF_PARTS = frozenset({"revenue", "operating_income", "ebitda", "gross_profit", "orders"})
"""What is told of parts; a net income is where the sentence begins with "At the investment bank, …"."""
_ITS_PROFIT = regex.compile(
    r",?\ (?:while|but|and|with|as|though)\ its\ (?:(?!group|overall|total|net)[a-z-]++\ )?"
    r"(?:loss(?:es)?|profits?|earnings|ebitda)\b[^;,$]*$"
)
"""The profit of a part whose sales were told just before."""
_IT_MADE = regex.compile(
    rf"{_TO_A_LEVEL}{_FROM},?\ (?:but|and|though|although|while|yet|as)\ it\ (?:also\ |still\ )?"
    rf"(?:{POSTED}|swung|ran)\b[^;,$]*$"
)
"""``Sales at the games division rose to $3 billion, but it lost $300 million``"""
_SUBJECT = regex.compile(
    r"(?:[*-]\ )?(?:(?:But|However|Meanwhile|Overall|And|Still),?\ )?"
    rf"(?:(?:The|Its|Our|the|its|{OWNER}|[Tt]he\ [a-z]++'s)\ )?"
    r"(?:[a-z-]++\ ){0,2}"
)
"""What may stand before a part's name where a sentence is on it."""
_TOO = regex.compile(
    rf"(?:\ {MOVE}\ in\ (?:net\ )?{SALES}|{_TO_A_LEVEL}{_FROM}),?\ (?:and|with|as\ well\ as)\ "
    r"(?:an?\ |(?:operating\ |underlying\ )?(?:profits?|earnings|losses)\ "
    r"(?:up|down|rising|falling|climbing|growing|ahead)\ (?:(?:by|to|at)\ )?"
    r"|(?:an?\ )?(?:operating\ )?(?:profits?|loss(?:es)?)\ (?:of|at)\ )$"
)
"""
``Perfumes posted sales growth of 13% and a 22% rise in profits``, ``a 13% gain in sales and …``, ``… with profits up 30%``,
also behind the sales of a year ago
"""
_GROWTH_OF_ITS = regex.compile(rf"\ {MOVE}\ in\ its\ (?:revenues?|sales|profits?)\b")
"""``Anvil won a million customers, leading to a 10% increase in its revenues``"""


def with_carried_scopes(folded: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield a sentence's facts in order, what hangs on a part's figure or goes on about it with that part."""
    parted = any(fact.scope for fact in facts)  # else there is nothing to carry on
    yield from _carried(folded, facts) if parted else facts


def _carried(folded: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    before: Fact | None = None
    carried = False
    for fact in facts:
        told = fact
        if before is not None and before.scope and fact.scope is None and fact.figure is not None and before.figure is not None:
            opening = Span(fact.sentence.start, before.figure.extent.start).of(folded)
            between = Span(before.figure.extent.end, fact.figure.span.start).of(folded)
            carried = (carried and _LEADS_ON.fullmatch(between) is not None) or _hangs_on(folded, fact, before.scope, between)
            carried = carried or _GROWTH_OF_ITS.match(folded, fact.figure.extent.end, fact.sentence.end) is not None
            carried = carried or _goes_on(fact, before, opening, between)
            carried = carried or (
                ((_is_subject(opening, before.scope) and _does_too(fact, before, between)) or _is_profit_too(fact, before, between))
                and not _outgrows(fact, before, facts)
            )
            carried = carried and not (_A_SHARE.search(opening) and _AND_THEN.search(between))
            carried = carried and WHOLE_DID.search(between) is None and WHOLE_BEHIND.match(folded, fact.figure.extent.end) is None
            told = fact._replace(scope=before.scope) if carried else fact
        if fact.role in ("actual", "change") and fact.figure is not None:
            before = told
        yield told


_A_SHARE = regex.compile(rf"\b(?:of which|including|of that),? {ABOUT}$")
_AND_THEN = regex.compile(rf", (?:and|while|but|whereas) (?:[a-z-]++ ){{0,2}}?{RESULT}\b")
"""``sales of $9 billion, of which $3 billion came from its cloud unit, and net income was``: the company's again"""
_HIGHER = rf"\ (?:higher|lower|increased)\ {SALES}\ of"
WHOLE_DID = regex.compile(
    r"\b[Tt]he (?P<name>company|group|firm|conglomerate|corporation|giant|retailer|grocer|lender|insurer|parent|[a-z-]*maker)(?:"
    rf" (?:as a whole |itself |also |again |still |overall )?(?:{POSTED}|had|saw|swung|turned)|'s (?:[a-z-]++ ){{0,2}}?{RESULT})\b"
)
"""Who reports is the company again, behind a part of it ("while the company made a net profit of")."""

_LEADS_ON = regex.compile(
    r"(?:\ (?i:y-o-y|yoy|year[\ -]on[\ -]year|on\ the\ year))?"
    rf"(?:\ {MOVE}\ in\ (?:[a-z-]++\ ){{0,2}}?{RESULT})?,?\ (?:to|from|at|or|up|down)\ (?:a\ (?:loss|profit)\ of\ )?"
    rf"|{_HIGHER}\ "
)
"""From a change to its level, and on to that of a year ago."""

_ON = regex.compile(r"\ on\ (?:an?\ )?$")
_ON_HIGHER = regex.compile(rf"{_HIGHER}\b|\ {MOVE}\ in\ (?:net\ )?{SALES}\b")
"""``profits rose to $31 million on 5% higher turnover of $712 million``, ``profit fell 38% on a 9% decline in sales``"""
_AS_SALES = regex.compile(rf",?\ (?:even\ )?as\ {SALES}\ [a-z ]+$")
"""``UK profits slipped to $4 million, as revenue dropped``"""


def _is_on_higher(folded: str, fact: Fact) -> bool:
    return fact.figure is not None and _ON_HIGHER.match(folded, fact.figure.extent.end) is not None


_SHOPLESS = frozenset({"digital", "online", "internet", "e-commerce", "ecommerce", "web", "wholesale"})
"""Parts beside which what is told of shops is told of all of them ("digital sales rose 8%, while comparable store sales fell")."""


def _hangs_on(folded: str, fact: Fact, before: str, between: str) -> bool:
    if fact.metric == "net_income" and _ITS_PROFIT.search(between):
        return True
    if fact.metric == "revenue" and fact.role == "change":
        return _AS_SALES.fullmatch(between) is not None or (_ON.search(between) is not None and _is_on_higher(folded, fact))
    if fact.metric == "revenue":
        return fact.role == "actual" and (_SALES.search(between) or _AS_SALES.fullmatch(between)) is not None
    if fact.metric == "same_store_sales":
        return before not in _SHOPLESS and fact.role in ("actual", "change") and _LIKE_FOR_LIKE.match(between) is not None
    return fact.metric in _MARGINS and _MARGIN.search(between) is not None


def _is_subject(opening: str, part: str) -> bool:
    """Tell whether a sentence begins with the name of a part."""
    name = opening.lower().find(part)
    return name >= 0 and _SUBJECT.fullmatch(opening, 0, name) is not None and part not in NATIONAL | KINDS_OF_SALES


def _does_too(fact: Fact, before: Fact, between: str) -> bool:
    """Tell whether the next thing told is of the part that the sentence began with."""
    if fact.role not in ("actual", "change", "prior") or fact.metric == before.metric:
        return False
    if fact.metric == "net_income":
        return _TOO.fullmatch(between) is not None
    return fact.metric in _OF_PARTS and (_AND.match(between) or _TOO.fullmatch(between)) is not None


PROFITS_OF_PARTS = frozenset(
    {"operating_income", "operating_margin", "ebitda", "ebitda_margin", "pretax_income", "orders", "backlog"}
)
"""What is told of a part right behind its sales or its profit, unless the whole is named again."""
KINDS_OF_SALES = frozenset({"service", "subscription", "advertising", "ad", "product", "license", "recurring", "online", "digital"})
"""What sales are of, and no part that makes a profit ("Recurring revenue rose 5%, and operating profit 3%")."""
_WHOLE = regex.compile(r"\b(?:total|overall|group(?!\ of\b)|company|consolidated|combined|net)\b|\ [A-Z][a-z]{2}")
"""The whole, or somebody by name."""


def _is_profit_too(fact: Fact, before: Fact, between: str) -> bool:
    """Tell the profit of the part whose sales or other profit was told right before it."""
    if fact.role not in ("actual", "change", "prior") or fact.metric not in PROFITS_OF_PARTS or fact.metric == before.metric:
        return False
    part = before.scope or ""
    if between.count(")") > between.count("("):  # the part was told of in brackets alone
        return False
    sums = before.metric == "revenue" or before.metric in PROFITS_OF_PARTS
    return sums and part not in KINDS_OF_SALES and not is_on_the_map(part) and _WHOLE.search(between) is None


def _outgrows(fact: Fact, before: Fact, facts: Sequence[Fact]) -> bool:
    """Tell a profit that is more than the part's sales: it is the whole's."""
    if before.metric != "revenue" or fact.metric in ("revenue", "orders", "backlog"):
        return False
    profits = [f.figure for f in facts if f.metric == fact.metric and f.role == "actual" and f.figure is not None]
    sales = [
        f.figure for f in facts if f.metric == "revenue" and f.scope == before.scope and f.role == "actual" and f.figure is not None
    ]
    return bool(profits and sales) and abs(profits[0].value) > abs(sales[-1].value)


def _goes_on(fact: Fact, before: Fact, opening: str, between: str) -> bool:
    """Tell whether a sentence goes on about the part of the figure before: by a word for it, "its", or naming nobody else."""
    if fact.role not in ("actual", "change"):
        return False
    if _OF_THE_PART.search(between):
        return True
    at_the_part = _AT_THE_PART.match(opening) is not None
    of_part = _CALLED_PART.search(opening) is not None and " said" not in opening
    if fact.metric == "net_income" and of_part and _IT_MADE.fullmatch(between):
        return True
    called = fact.metric in _OF_PARTS and _CALLED_PART.search(opening) is not None
    if fact.metric == before.metric or not (at_the_part or called):
        return False
    return (_ITS.match(between) or _AND.match(between)) is not None
