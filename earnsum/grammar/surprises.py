"""Surprises: results that were not expected, by the words for them and by which way they moved."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import COSTS
from earnsum.grammar.tokens import Token, entry_of
from earnsum.model import Verdict
from earnsum.patterns import re
from earnsum.text.marks import Quantity

_SURPRISED = ("surpris", "stunned", "unexpectedly")
"""How words begin by which somebody is surprised with a profit or a loss."""
_MOVE = re.compile(r"%?_?(?P<way>[UD])(?!M)")


def is_surprise(words: str) -> bool:
    """Tell words for a result that was not expected ("an unexpected", "posts surprise"): a profit then beats, a loss misses."""
    return words.rpartition(" ")[2] in ("surprise", "unexpected", "surprising", "shock") or words.startswith(_SURPRISED)


def verdict_on_surprise(tokens: Sequence[Token], at: int, tags: str, said: int) -> Verdict | None:
    """
    Return the verdict on what moved in a way that was not expected, or was a surprise of so much; None where neither is told.

    "Sales posted an unexpected drop", "revenue represents a surprise of -0.26% over the consensus".
    """
    size = tokens[said + 2].mark if tags.startswith("o%", said + 1) else None
    if isinstance(size, Quantity):
        return "miss" if size.value < 0 else "beat"
    move = _MOVE.match(tags, said + 1)
    if move is None:
        return None
    entry = entry_of(tokens[at].mark)
    bad = entry is not None and (entry.loss or entry.metric in COSTS)
    return "beat" if (move["way"] == "D") == bad else "miss"
