"""
Margins: which one a margin without a name is.

"Ebitda rose 53% to $159 million, with margins improving to 6.8%": the margin of the profit just told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.facts.naming import MARGINS
from earnsum.grammar.told import Fact

UNNAMED = "margin"
"""The metric of a margin without a name, which no row has."""

_REACH = 2
_SELDOM = "net_income"
"""Told of everywhere, but its margin with its name only."""


def name_margins(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield facts in order, margins without a name as those of the profit before them; without one they are of nothing known."""
    profit: Fact | None = None
    for fact in facts:
        if fact.metric in MARGINS and fact.metric != _SELDOM:
            profit = fact
        if fact.metric != UNNAMED:
            yield fact
        elif profit is not None and fact.index - profit.index <= _REACH and fact.role != "change":
            yield fact._replace(
                metric=MARGINS[profit.metric or ""], scope=fact.scope or profit.scope, basis=fact.basis or profit.basis
            )
