"""Spreads: outlooks whose two ends are told apart ("from $2.40 to $2.50", "down 1% to up 2%")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from earnsum.grammar.told import Fact
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity


def with_ranges(tags: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Join the two ends of an outlook told apart ("from $2.40 to $2.50", "down 1% to up 2%", "down 2% to flat")."""
    skip = False
    for fact, following in zip_longest(facts, facts[1:]):
        if skip:
            skip = False
            continue
        between = tags[fact.at + 1 : following.at] if following is not None else ""
        if (
            following is not None
            and fact.figure is not None
            and following.figure is not None
            and _are_ends(fact, following, between)
        ):
            if tags[fact.at - 1 : fact.at] == "y":
                continue  # "cut its outlook by $1 billion to $50 billion"
            yield _range(fact, fact.figure, following.figure)
            skip = True
        elif (
            fact.role == "guide" and fact.figure is not None and tags.startswith(_TO_NOTHING.get(fact.figure.kind, ()), fact.at + 1)
        ):
            yield _range(fact, fact.figure, fact.figure._replace(value=Decimal(0)))
        elif fact.role == "guide" and fact.figure is not None and _FLAT_TO.search(tags, 0, fact.at):
            yield _range(fact, fact.figure._replace(value=Decimal(0)), fact.figure)
        else:
            yield fact


_FLAT_TO = re.compile(r"~[t&][UD]?$|F[t&](?:Mo)?$")
_TO_NOTHING = {"percent": ("t~", "&~"), "money": ("tF", "&F", "F")}
"""``down 2% to flat``, ``a loss of 5 cents to breakeven``, ``between breakeven and a profit of 5 cents``"""
_SPREAD = regex.compile(r"(?:[UD]_?)?[t&](?:[UD][_o]?)?|:[UD]")
_TO_UP = regex.compile(r"t[UD][_o]?")
_LOSS_TO_PROFIT = regex.compile(r"[,_]?tMo?|Mt|&Mo?")
"""``a loss of 5 cents to a profit of``, ``a $5 million loss to a $3 million profit``, ``between a loss of … and a profit of``"""


def _are_ends(a: Fact, b: Fact, between: str) -> bool:
    """Tell whether two figures are the ends of one range."""
    if a.figure is None or b.figure is None or a.figure.unit != b.figure.unit:
        return False
    if a.role == "previous":  # "up from its guidance of down 1% to up 1%": by itself the second end may be anything
        return between == "t" if b.role == "previous" else a.figure.kind == "percent" and _TO_UP.fullmatch(between) is not None
    if a.role != b.role or a.role != "guide" or a.figure.is_range or b.figure.is_range:
        return False
    if a.figure.kind == "percent":
        return _SPREAD.fullmatch(between) is not None
    told_apart = a.metric == b.metric and a.figure.value < 0 < b.figure.value
    return between == "t" or (told_apart and _LOSS_TO_PROFIT.fullmatch(between) is not None)


def _range(fact: Fact, a: Quantity, b: Quantity) -> Fact:
    low, high = sorted((a.value, b.value))
    span = Span(a.span.start, max(a.span.end, b.span.end))
    return fact._replace(figure=a._replace(value=(low + high) / 2, low=low, high=high, span=span, extent=span))
