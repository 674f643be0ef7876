"""
Pools: to which rows a fact may belong, the likeliest first.

The same metric, scope and unit; told before rather than after, the nearest
sentence first, and there the nearest figure before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import IN_MONEY, PROFITS, Draft, unit_fits

UNFORECAST = frozenset({"charge", "dividend", "buyback", "cash", "debt", "capex", "tax_rate", "provisions", "orders", "backlog"})
"""Metrics that a consensus without a name is never about."""

_FORECAST_BEHIND = frozenset({"orders", "backlog", "capex", "provisions"})
"""Of those, what one may be about right behind them ("Its backlog was $9 billion. Analysts had expected $8 billion")."""

REACH = 12
"""How many sentences back a consensus may look for the figure that it is about."""

AHEAD, AHEAD_BY_NAME = 2, 8
"""How many sentences on, where none before has it; and how many where the consensus names its metric."""

EXPECTED = ("estimate", "later")
_CLOSE = Decimal("1.2")
_PLAUSIBLE = 2
"""How many times as large as a figure an expectation of it is as a rule, and may be, before it is rather of another one …"""
_DOUBTFUL = 8
_OF_THE_WHOLE = 4
_ABSURD = 20
"""… and before what is set against it is of no such figure at all, where no metric is named: a sum, and a share's few cents."""


def same_sentence(drafts: Iterable[Draft], fact: Fact) -> list[Draft]:
    """Return the drafts of a fact's own sentence that it may belong to, the nearest first."""
    return nearest_first([d for d in drafts if (d.index == fact.index or fact.index in d.again) and _may_belong(d, fact)], fact)


def near(drafts: Collection[Draft], fact: Fact) -> list[Draft]:
    """Return the drafts of the sentences before, and of the next few, that a fact may belong to, the nearest first."""
    found = []
    ahead = AHEAD_BY_NAME if fact.metric and fact.role == "estimate" else AHEAD
    of_whole = fact.role in EXPECTED and any(not d.scope and _may_belong(d, fact) and not _is_unlike(d, fact) for d in drafts)
    for draft in drafts:
        index, _ = draft.place(fact.index)
        if not index - ahead <= fact.index <= index + REACH or not _may_belong(draft, fact):
            continue
        if fact.index < index - AHEAD and _differ(draft, fact, _PLAUSIBLE):
            continue
        undated = draft.period is None and (draft.guidance or (index == fact.index and draft.kind is None))
        other_period = not undated and fact.period is not None and fact.kind != draft.kind and fact.role in ("estimate", "gap")
        narrower = bool(fact.scope) and not draft.scope
        unnamed = fact.metric is None and index != fact.index
        wider = bool(draft.scope and not fact.scope)
        of_part = wider and not (index == fact.index - 1 and _is_alone(draft, drafts, fact))
        elsewhere = wider and of_whole and index != fact.index and _is_unlike(draft, fact)
        unforecast = (
            fact.role != "prior"
            and draft.metric in UNFORECAST
            and not (index == fact.index - 1 and _is_alone(draft, drafts, fact) and _is_of_before(draft, drafts))
        )
        unnamed = unnamed and (of_part or unforecast or (fact.role in EXPECTED and _is_no_estimate(draft, fact)))
        if not (other_period or narrower or unnamed or elsewhere):
            found.append(draft)
    found = nearest_first(found, fact)
    return [] if found and _is_beside_compared(found[0], drafts, fact) else found


def _is_beside_compared(draft: Draft, drafts: Iterable[Draft], fact: Fact) -> bool:
    """Tell a row of another period than the main one's, of which the consensus is told already: one far on is of no other."""
    far = fact.metric is None and fact.role in EXPECTED and fact.index > draft.place(fact.index)[0] + 1
    if not far or draft.guidance or draft.kind == fact.kind or fact.period is not None:
        return False
    return any((d.metric, d.kind, d.scope) == (draft.metric, fact.kind, draft.scope) and d.estimate is not None for d in drafts)


def _is_alone(draft: Draft, drafts: Iterable[Draft], fact: Fact) -> bool:
    """Tell whether no other figure of its kind and size is told with a draft: what follows is about it, though a part's."""
    rivals = (d for d in drafts if d is not draft and d.index == draft.index)
    if fact.figure is None:
        return not any(rivals)
    others = [d for d in rivals if unit_fits(d, fact.figure)]
    return not others or (not _differ(draft, fact, _CLOSE) and all(_differ(d, fact, _DOUBTFUL) for d in others))


def _is_of_before(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Tell what a consensus right behind it may be about; a dividend only where no earnings a share are told of."""
    return draft.metric in _FORECAST_BEHIND or (draft.metric == "dividend" and all(d.metric != "eps" for d in drafts))


_OF_A_SHOP = frozenset({"revenue", "same_store_sales"})


def _may_belong(draft: Draft, fact: Fact) -> bool:
    """Tell whether metric, scope and unit allow that a fact is said of a draft's figure."""
    by_percent = fact.role == "gap" and fact.figure is not None and fact.figure.kind == "percent"  # of any figure
    alike: frozenset[str] = PROFITS if fact.generic else frozenset()
    if by_percent and (fact.generic or fact.metric in ("eps", "net_income")):
        alike = PROFITS | {"eps"}
    if fact.role in EXPECTED and fact.metric == "revenue" and fact.scope and fact.scope == draft.scope and draft.is_rate:
        alike = _OF_A_SHOP  # "like-for-like food sales rose 9%; a rise of 8% in food sales was expected"
    if fact.metric is not None and draft.metric != fact.metric and not {draft.metric, fact.metric} <= alike:
        return False
    if fact.scope and draft.scope and set(fact.scope.split()).isdisjoint(draft.scope.split()):
        return False
    if fact.figure is None or fact.role == "change":
        return True
    if by_percent or (fact.role == "gap" and fact.figure.kind == "points"):
        return by_percent or draft.is_rate
    if fact.role == "prior" and fact.figure.kind == "percent" and draft.figure is None and draft.metric in IN_MONEY:
        return False
    return unit_fits(draft, fact.figure)


def nearest_first(drafts: list[Draft], fact: Fact) -> list[Draft]:
    """Sort drafts: told before a fact rather than after, the nearest sentence first, and there the nearest before."""

    def distance(draft: Draft) -> tuple[bool, float, float, int]:
        index, at = draft.place(fact.index)
        later, far = index > fact.index, float(abs(fact.index - index))
        if draft.scope and not fact.scope and fact.metric is not None and fact.role in EXPECTED and far > 1:
            far += _OF_THE_WHOLE
        if fact.in_turn and not far:
            return (later, far, False, at)
        if fact.metric is None and far:
            doubt = _doubt_of_size(draft, fact)
            if fact.role == "prior":
                return (later, far, doubt, at)
            return (later, far + doubt, 0, -at if fact.role in EXPECTED and not fact.listed else at)
        return (later, far, not far and at > fact.at, abs(fact.at - at))

    return sorted(drafts, key=distance)


def is_absurd(draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure that names no metric is by far too large or too small to be set against a draft's."""
    if draft.metric == "eps" and draft.figure and fact.figure and abs(draft.figure.value - fact.figure.value) < 1:
        return False  # of half a dollar a penny may well come
    return _differ(draft, fact, _ABSURD)


def _is_no_estimate(draft: Draft, fact: Fact) -> bool:
    """Tell an expectation without a name that is of no such figure by its size, the less so where the figure is told after it."""
    if draft.metric == "eps" and fact.index < draft.index and fact.figure is not None and fact.figure.kind == "money":
        return is_absurd(draft, fact) or (not fact.figure.per_share and _differ(draft, fact, _DOUBTFUL))  # "prices below $10"
    if draft.metric == "eps" or fact.figure is None or fact.figure.kind != "money":
        return is_absurd(draft, fact)
    return _differ(draft, fact, _PLAUSIBLE**2 if fact.index < draft.index else _DOUBTFUL)


def _is_unlike(draft: Draft, fact: Fact) -> bool:
    """Tell an expectation that is rather of another figure, since this one is far smaller or larger."""
    return _differ(draft, fact, _PLAUSIBLE**2)


def _differ(draft: Draft, fact: Fact, times: Decimal | int) -> bool:
    if draft.figure is None or fact.figure is None:
        return False
    mine, told = abs(draft.figure.value), abs(fact.figure.value)
    if draft.metric == "eps" and fact.figure.kind == "bare" and told >= 1 > mine:
        told /= 100  # "59 cents a share. The Street wanted 42"
    small, large = sorted((mine, told))
    return large > times * small > 0


def _doubt_of_size(draft: Draft, fact: Fact) -> float:
    """Return how doubtful the sizes make that an expectation, or a year ago, is of a draft's figure, in sentences."""
    if fact.role not in (*EXPECTED, "prior") or not _differ(draft, fact, _PLAUSIBLE):
        return 0
    if _differ(draft, fact, _DOUBTFUL):
        return 4
    return 1.5 if _differ(draft, fact, _PLAUSIBLE**2) else 1


def give_first(fact: Fact, pool: Iterable[Draft], role: str) -> bool:
    """Give a fact to the first draft that has none in its role; tell whether there was one."""
    for draft in pool:
        if getattr(draft, role) is None:
            draft.take(role, fact)
            return True
    return False


def is_same_figure(a: Fact | None, b: Fact) -> bool:
    """Tell whether two facts are of one value."""
    return a is not None and a.figure is not None and b.figure is not None and a.figure.value == b.figure.value


_COUNTED = frozenset({"production", "deliveries", "subscribers", "users", "stores", "headcount"})
"""What has no price of a year ago ("production rose 5%. It was paid $34 a barrel, down from $63 a year earlier")."""


def is_another_sum(draft: Draft, fact: Fact) -> bool:
    """Tell money beside what is counted, and millions beside what is a share's."""
    figure = fact.figure
    return figure is not None and figure.kind == "money" and (draft.metric in _COUNTED or (draft.metric == "eps" and figure.scaled))
