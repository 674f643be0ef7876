"""
Quarters before: levels that a figure is set against, and that are not of a year ago.

"Profit rose 5% sequentially to $9 million from $8 million", "compared with $8 million in the June quarter (up 12%) and $7
million a year ago": neither the 8 million nor the 12% are of a year.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.patterns import regex

_UNDATED = frozenset({"from FIGURE", "versus FIGURE"})
"""Shapes of an old level that do not say when it was."""
_AND_THEN = regex.compile(r"(?i)[^;$]{0,40}?\b(?:quarter|three\ months|q[1-4]\w*+)\b[^;]{0,30}?\band\ [^;0-9]{0,30}$")
"""What stands between the level of a quarter and that of a year ago."""


def without_quarter_before(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Leave out a sentence's levels of the quarter before, and by how much a figure changed from them."""
    until = -1
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: f.at):
        if fact.role == "prior":
            alike = [f for f in facts if (f.metric, f.scope, f.basis) == (fact.metric, fact.scope, fact.basis)]
            a_year_ago = [f.at for f in alike if _is_a_year_ago(folded, f, fact)]
            until = max([until, *a_year_ago])
            sequential = {f.change_kind for f in alike if f.role == "change"} == {"sequential"}
            if a_year_ago or (fact.shape in _UNDATED and sequential):
                continue
        if not (fact.role == "change" and fact.at < until):
            kept.append(fact)
    return kept


def _is_a_year_ago(folded: str, fact: Fact, before: Fact) -> bool:
    """Tell the level of a year ago, told behind one of a quarter."""
    if fact.role != "prior" or "year ago" not in fact.shape or fact.figure is None or before.figure is None or fact.at <= before.at:
        return False
    return _AND_THEN.fullmatch(folded, before.figure.extent.end, fact.figure.span.start) is not None
