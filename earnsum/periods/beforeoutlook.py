"""
Before an outlook: what the company made in the same period of the year before is told beside its outlook, and is no result.

"It expects fourth-quarter earnings of 48 cents a share.  It posted 62 cents in the fourth quarter of 2003."
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from earnsum.grammar.told import Fact
from earnsum.model import Period
from earnsum.periods.kinds import EARLY_QUARTERS
from earnsum.text.marks import PeriodMark, within

_REACH = 2
"""How many sentences behind the outlook the year before it may be told."""
_TOLD = frozenset({"actual", "change", "prior", "margin"})
_COMING = frozenset({"guide", "previous", "estimate", "later", None})
"""Roles of what is to come, and of what a verdict says of it."""


def without_year_before_outlook(facts: Sequence[Fact], periods: Sequence[PeriodMark], main: Period) -> list[Fact]:
    """Return facts, those left out that are of the very quarter or year just guided to, a year before."""
    if main.kind != "quarter" or all(fact.role != "guide" for fact in facts):
        return list(facts)
    guided: dict[int, set[str]] = {}
    kept: list[Fact] = []
    ahead = -1  # the last sentence that told only of what is to come
    for index, group in groupby(facts, key=lambda fact: fact.index):
        here = list(group)
        if ahead == index - 1 and all(f.role == "prior" for f in here) and _is_of_same(within(periods, here[0].sentence)):
            continue
        goes_on = ahead == index - 1 or any(f.role == "guide" for f in here)
        ahead = index if goes_on and all(f.role in _COMING for f in here) else ahead
        if coming := {f.period.fiscal_period for f in here if f.role == "guide" and f.period and f.period.fiscal_period}:
            guided[index] = coming
        near = {period for at in range(index - _REACH, index) for period in guided.get(at, ())}
        named = [mark for mark in within(periods, here[0].sentence) if mark.fiscal_period is not None]
        told = all(f.role in _TOLD and f.metric != "dividend" for f in here)
        past = bool(named) and told and all(_is_of_year_before(m, main, near) for m in named)
        kept += () if past else here
    return kept


def _is_of_same(named: Iterable[PeriodMark]) -> bool:
    """Tell the same quarter a year ago, which behind an outlook is that of the one to come ("In the same period a year ago")."""
    return any(mark.when == "year_ago" and mark.label.startswith(_SAME) for mark in named)


_SAME = ("same ", "the same ", "comparable ", "corresponding ")


def _is_of_year_before(mark: PeriodMark, main: Period, guided: set[str]) -> bool:
    """Tell a period that an outlook was just given for, by its year or by "last year", and that is not reported."""
    if mark.fiscal_period not in guided or mark.fiscal_period == main.fiscal_period:
        return False
    if mark.kind == "year":
        return main.fiscal_period in EARLY_QUARTERS and mark.year is not None and mark.when != "next"
    return mark.when in ("year_ago", "other_year") or (mark.when == "next" and mark.year is not None)
