"""
Parts: what a sentence goes on to tell of other parts of the company, "from" each.

"Revenue from Europe was $5 million, from Asia $7 million and from Africa $2 million": to the
grammar a figure behind "from" is one of a year ago; here, behind a part's name, it is not.
Lists whose figures stand alone are read before (`lists`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from earnsum.facts import Fact
from earnsum.marks import Quantity
from earnsum.mentions import Token

SPREAD = frozenset({"revenue", "operating_income", "net_income", "ebitda", "orders", "deliveries", "production", "subscribers"})
"""Metrics that are told for parts of a company."""

_CAPITAL = r"(?:[A-Z][\w&'-]*+|U\.[SK]\.)"
_GOES_ON = regex.compile(
    rf"[,;]?(?:\ and)?\ from\ (?:the\ |its\ )?(?P<name>{_CAPITAL}(?:\ (?:and\ |&\ |of\ )?{_CAPITAL}){{0,3}})"
    r"(?:\ (?:was|were|at|of))?:?\ ",
    regex.VERBOSE,
)
"""What stands between one part's figure and the next one's: ", from Asia $7 million"."""


def spread_over_parts(folded: str, facts: Sequence[Fact], tokens: Sequence[Token]) -> list[Fact]:
    """Return a sentence's facts, those that a list gives to other parts with their names."""
    bases = [fact for fact in facts if fact.scope and fact.metric in SPREAD and fact.role == "actual"]
    more = {one.at: one for base in bases for one in _listed(folded, tokens, base)}
    return sorted([*(fact for fact in facts if fact.at not in more), *more.values()], key=lambda fact: fact.at)


def _listed(folded: str, tokens: Sequence[Token], fact: Fact) -> Iterator[Fact]:
    """Yield the facts of the parts that follow one."""
    for at in range(fact.at + 1, len(tokens)):
        figure = tokens[at].mark
        if not isinstance(figure, Quantity):
            continue
        match = _GOES_ON.fullmatch(folded, tokens[fact.at].end, tokens[at].start)
        if match is None or fact.figure is None or figure.unit != fact.figure.unit:
            return
        fact = replace(fact, figure=figure, at=at, scope=match["name"].lower())
        yield fact
