"""
Carried scopes: a part that a figure shares with the one before it in its sentence.

"The cloud arm made $5 million on sales of $40 million, with a margin of 12%": the sales and the margin are the arm's, though
it is named once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.told import Fact
from earnsum.model import Span
from earnsum.patterns import regex

_MARGINS = frozenset({"operating_margin", "gross_margin", "ebitda_margin", "net_margin", "margin"})
_SALES = regex.compile(r",?\ (?:on|off|from)\ (?:[a-z-]++\ ){0,3}?(?:sales|revenues?|turnover)\b[^;,$]*$")
_ITS_OWN = r"(?:(?!gross|group|overall|total)[\w-]++\ ){0,4}?margins?\b[^;$]*$"
_MARGIN = regex.compile(
    rf"\b(?:with|and|at|for|giving|lifting|taking|as)\ (?:(?:an?|the|its)\ )?{_ITS_OWN}|,\ (?:an?|the|its)\ {_ITS_OWN}"
)


def with_carried_scopes(folded: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield a sentence's facts in order, sales and margins that hang on a part's figure with that part."""
    before: Fact | None = None
    for fact in facts:
        told = fact
        if before is not None and before.scope and fact.scope is None and fact.figure is not None and before.figure is not None:
            between = Span(before.figure.extent.end, fact.figure.span.start).of(folded)
            told = fact._replace(scope=before.scope) if _hangs_on(fact, between) else fact
        if fact.role in ("actual", "change") and fact.figure is not None:
            before = told
        yield told


def _hangs_on(fact: Fact, between: str) -> bool:
    if fact.metric == "revenue":
        return fact.role == "actual" and _SALES.search(between) is not None
    return fact.metric in _MARGINS and _MARGIN.search(between) is not None
