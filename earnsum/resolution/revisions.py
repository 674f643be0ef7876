"""Revisions: a company's outlook until now is given to the new one."""

from __future__ import annotations

from decimal import Decimal

from earnsum.grammar.shape import OF_ONE_TOLD
from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import Draft
from earnsum.resolution.likely import times_off
from earnsum.resolution.pools import give_first, is_absurd, near, same_sentence
from earnsum.resolution.tocome import OUTLOOK_REACH
from earnsum.text.marks import negative


def give_previous(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """
    Give a company's outlook until now to its new one, rather one told before it, of the same period and on the same basis.

    One that a result is set against has come due: "sales rose to $5 million, above its guidance of $4 million".
    """
    if any(d.at < fact.at for d in same_sentence(results, fact)) and not same_sentence(guidance, fact):
        return
    pool = [d for d in near(guidance, fact) if fact.index - d.index <= OUTLOOK_REACH and not _is_of_other_quarter(d, fact)]
    pool = [d for d in pool if fact.metric or d.index == fact.index or not is_absurd(d, fact)]
    pool = [d for d in pool if fact.shape != OF_ONE_TOLD or 0 <= fact.index - d.index <= 1]
    pool = [d for d in pool if d.index <= fact.index] or [d for d in pool if not _has_come_due(fact, d, results)]
    pool = [d for d in pool if fact.period is not None and d.kind == fact.kind] or pool
    if fact.basis is None:  # "It sees $1. Excluding items, it sees $2. Previously, it forecast $2.50": of the one told last
        pool = [d for d in pool if d.index == pool[0].index]
    pool = [d for d in pool if d.basis == fact.basis] or pool
    give_first(_signed_like(pool[0], fact) if pool else fact, pool, "previous")


def _has_come_due(fact: Fact, outlook: Draft, results: list[Draft]) -> bool:
    """
    Tell an outlook of the period reported, nearer to what came than to the outlook that is only told after it.

    What came right before is what it is set against, where it names no period ("This is less than the guidance of $5 million").
    """
    told = [d for d in results if d.metric == outlook.metric and d.index < fact.index]
    beside = [d for d in told if fact.period is None and d.index == fact.index - 1]
    return any(times_off(d, fact) < times_off(outlook, fact) for d in told) or any(times_off(d, fact) < _NEAR for d in beside)


_NEAR = Decimal("1.2")
"""How many times as large as an outlook that has come due what came is at the most."""


def _signed_like(draft: Draft, fact: Fact) -> Fact:
    """Return an outlook until now as a fall, where no word of its own says, as the new one is ("down 7%, instead of 10%")."""
    new, old = draft.figure, fact.figure
    if new is None or old is None or {new.kind, old.kind} != {"percent"} or old.signed or new.signed:
        return fact
    fell = new.high is not None and new.high < 0 < old.value and 0 < old.extent.start - new.extent.end <= len(" instead of the ")
    return fact._replace(figure=negative(old)) if fell else fact


def _is_of_other_quarter(draft: Draft, fact: Fact) -> bool:
    """Tell an outlook from one of another quarter by their numbers ("had forecast second-quarter revenue", now reported)."""
    periods = (draft.period, fact.period)
    named = {p.fiscal_period for p in periods if p is not None and p.fiscal_period is not None}
    return len(named) == len(periods) and draft.index != fact.index
