"""
Margins: which one a margin without a name is.

"Ebitda rose 53% to $159 million, with margins improving to 6.8%": the margin of the profit just told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.metrics import MARGINS, UNNAMED_MARGIN
from earnsum.grammar.told import Fact

_MARGINS = frozenset(MARGINS.values())
_REACH = 2
_OF_BUSINESSES = frozenset({"operating_margin", "ebitda_margin"})
"""Margins that a text, once it has told one by its name, goes on to tell of its parts without."""
_AHEAD = frozenset({"estimate", "guide", "previous"})
"""What is said of a margin to come is of the one just told, whatever profit stands between."""
_SELDOM = "net_income"
"""Told of everywhere, but its margin with its name only."""


def name_margins(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield facts in order, margins without a name as those of the profit before them, expected ones as the margin just told of."""
    profit: Fact | None = None
    margin: Fact | None = None
    for fact in facts:
        if fact.metric in MARGINS and fact.metric != _SELDOM:
            profit = fact
        if fact.metric in _MARGINS and fact.role == "actual":
            margin = fact
        if fact.metric != UNNAMED_MARGIN:
            yield fact
        elif fact.role in _AHEAD and margin is not None and fact.index - margin.index <= _REACH:
            yield fact._replace(metric=margin.metric, scope=fact.scope or margin.scope)
        elif profit is not None and fact.index - profit.index <= _REACH and fact.role != "change":
            yield fact._replace(
                metric=MARGINS[profit.metric or ""], scope=fact.scope or profit.scope, basis=fact.basis or profit.basis
            )
        elif margin is not None and margin.metric in _OF_BUSINESSES and fact.role != "change":
            yield fact._replace(metric=margin.metric, basis=fact.basis or margin.basis)
