"""
Quarters before: levels that a figure is set against, and that are not of a year ago.

"Profit rose 5% sequentially to $9 million from $8 million".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact

_UNDATED = frozenset({"from FIGURE", "versus FIGURE"})
"""Shapes of an old level that do not say when it was."""


def without_quarter_before(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out a sentence's levels of the quarter before."""
    return [fact for fact in sorted(facts, key=lambda f: f.at) if not (fact.shape in _UNDATED and _is_sequential(fact, facts))]


def _is_sequential(old: Fact, facts: Sequence[Fact]) -> bool:
    alike = [f for f in facts if (f.metric, f.scope, f.basis) == (old.metric, old.scope, old.basis)]
    return old.role == "prior" and {f.change_kind for f in alike if f.role == "change"} == {"sequential"}
