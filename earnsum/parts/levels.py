"""
Levels: less than what the company as a whole made, told right behind a part of it, is the part's.

"Sales came to $9 billion, and profit to $700 million. … Cloud sales rose 5% to $2 billion. Profit fell to $30 million": no company
reports its profit twice, and the cloud is what is spoken of.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from earnsum.grammar.told import Fact
from earnsum.model import Period
from earnsum.text.marks import is_clearly_less

_SUMS = frozenset({"revenue", "operating_income", "ebitda", "gross_profit", "net_income", "pretax_income", "bookings"})
"""Metrics that a whole has more of than each of its parts."""

_TOLD_ONCE = _SUMS | {"eps"}
"""… and what a company tells of itself once, as a whole."""

_OF_LEVELS = frozenset({"actual", "change", "prior", "estimate", "gap"})


class Whole(NamedTuple):
    """What the company as a whole made of a metric, in the period that the story is on."""

    metric: str
    basis: str | None
    unit: str
    value: Decimal


def wholes_told(facts: Sequence[Fact], main: Period, wholes: Sequence[Whole]) -> tuple[Whole, ...]:
    """Return what was told of the whole so far, and by a sentence's facts: the first level of each metric."""
    known = {whole[:3] for whole in wholes}
    told = [_level(fact) for fact in facts if fact.scope is None and _is_of_main(fact, main)]
    return (*wholes, *(whole for whole in told if whole is not None and whole[:3] not in known))


def of_the_part(facts: Sequence[Fact], wholes: Collection[Whole], main: Period, part: str | None) -> list[Fact]:
    """Return a sentence's facts, those of levels that are less than the whole's with the part that was told of last."""
    carried: dict[str, str] = {}
    for fact in facts:
        if fact.scope is not None:
            part = fact.scope
        elif part is not None and fact.metric is not None and fact.metric not in carried and _is_less(fact, wholes, main):
            carried[fact.metric] = part
    return [_carried(fact, carried) for fact in facts]


_ALIKE = Decimal("0.15")


def goes_on_with_rival(facts: Sequence[Fact], wholes: Collection[Whole], main: Period) -> bool:
    """
    Tell whether a paragraph that names nobody goes on about the rival that spoke at the end of the one before.

    It tells quite another level of what the company has told of itself: "Anvil earned $2 billion. … Revenue rose to $9 billion".
    """
    if any(fact.scope is not None for fact in facts):
        return False
    levels = [_level(fact) for fact in facts if _is_of_main(fact, main)]
    return any(
        level is not None and w[:3] == level[:3] and abs(level.value - w.value) > _ALIKE * abs(w.value)
        for level in levels
        for w in wholes
    )


def _carried(fact: Fact, carried: dict[str, str]) -> Fact:
    part = carried.get(fact.metric or "")
    return fact._replace(scope=part) if part is not None and fact.scope is None and fact.role in _OF_LEVELS else fact


def _level(fact: Fact) -> Whole | None:
    figure = fact.figure
    if fact.role != "actual" or fact.metric not in _TOLD_ONCE or figure is None or figure.kind != "money":
        return None
    return Whole(fact.metric, fact.basis, figure.unit, figure.value)


def _is_less(fact: Fact, wholes: Collection[Whole], main: Period) -> bool:
    level = _level(fact) if fact.metric in _SUMS and _is_of_main(fact, main) else None
    return level is not None and any(w[:3] == level[:3] and is_clearly_less(level.value, w.value) for w in wholes)


def _is_of_main(fact: Fact, main: Period) -> bool:
    """Tell whether a figure is of the period that the story is on."""
    return fact.period is None or (fact.period.when is None and fact.period.kind in (None, main.kind))
