"""Likely rows: which of the rows near a consensus it is of, by basis, by size, or by the growth that it is of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.told import Fact
from earnsum.model import Verdict
from earnsum.resolution.drafts import PROFITS, Draft
from earnsum.resolution.pools import near

TWO_BASES = frozenset({"eps", "net_income", "operating_income", "pretax_income"})


def is_organic(draft: Draft, pool: Sequence[Draft]) -> bool:
    """Tell a level that grew organically beside the one as reported, which a consensus is of."""
    if draft.change is None or draft.change.change_kind != "organic":
        return False
    alike = [d for d in pool if (d.metric, d.scope, d.kind) == (draft.metric, draft.scope, draft.kind) and d is not draft]
    return any(d.change is not None and d.change.change_kind is None for d in alike)


_NEAR_ENOUGH = Decimal("1.1")
"""How many times as large as an expectation a figure may be, and nobody looks for a likelier one."""


def of_right_size(pool: list[Draft], fact: Fact) -> list[Draft]:
    """
    Return drafts, those first of the whole, of the period, or of the profit, whose figure is by far the closest to a consensus.

    One that names its part or its period is of that, and one of a "net profit" of no other.
    """
    first = pool[0]
    if fact.metric is None or fact.scope or fact.period or first.index == fact.index or not _is_unlikely(first, fact):
        return pool
    alike = PROFITS if fact.generic and first.metric in PROFITS else (first.metric,)
    likely = [draft for draft in pool if draft.metric in alike and draft.scope in (None, first.scope)]
    best = min(likely, key=lambda draft: times_off(draft, fact))
    if _which(best) == _which(first) or 3 * (times_off(best, fact) - 1) > times_off(first, fact) - 1:
        return pool
    return sorted(pool, key=lambda draft: _which(draft) != _which(best))


def _which(draft: Draft) -> tuple[object, ...]:
    return draft.metric, draft.scope, draft.kind


def _is_unlikely(draft: Draft, fact: Fact) -> bool:
    return _NEAR_ENOUGH < times_off(draft, fact) < Decimal("Infinity")


OF_ANOTHER_SIZE = 2
"""How many times as large, or as small, as a figure an expectation is that is rather of another."""


def times_off(draft: Draft, fact: Fact) -> Decimal:
    """Return how many times as large the larger of a draft's figure and an expectation is."""
    if draft.figure is None or fact.figure is None or draft.figure.value * fact.figure.value <= 0:
        return Decimal("Infinity")
    small, large = sorted((abs(draft.figure.value), abs(fact.figure.value)))
    return large / small


def of_right_basis(pool: list[Draft], fact: Fact) -> Draft:
    """Choose among drafts, nearest first: the basis that the consensus names, else the adjusted one beside a reported one."""
    if (
        pool[0].guidance and fact.figure is not None and fact.figure.value < 0
    ):  # a loss that was expected is of no profit beside the loss
        pool = [d for d in pool if d.figure is not None and d.figure.value < 0] or pool
    named = [d for d in pool if fact.basis and d.basis == fact.basis]
    if named:
        return named[0]
    first = pool[0]
    beside = first.index == fact.index and first.at < fact.at
    told = [d for d in pool if d.index == fact.index and d.basis == "adjusted"]
    if beside and not any(d.at < fact.at or d.metric == "eps" for d in told):
        return first
    if (first.metric in TWO_BASES or first.basis == "gaap") and fact.basis != "gaap":
        same = (d for d in pool if d.basis == "adjusted" and (d.metric, d.scope) == (first.metric, first.scope))
        adjusted = next(same, first)
        if first.metric != "eps" and first.index + 1 == fact.index < adjusted.index:
            return first  # a sum just told, of which nothing adjusted has been told yet
        return first if _is_far(adjusted, first, fact) else adjusted
    return first


_FAR_OFF = Decimal("1.5")


def _is_far(adjusted: Draft, reported: Draft, fact: Fact) -> bool:
    """Tell an adjusted figure that is by far farther from a consensus than the reported one is."""
    off = times_off(adjusted, fact)
    return off > _FAR_OFF and off - 1 > 3 * (times_off(reported, fact) - 1)


def grown_row(fact: Fact, results: list[Draft], free: list[Draft]) -> Draft | None:
    """Return the row whose change an expected growth is set against ("revenue rose 24%; the consensus was for 20% growth")."""
    if fact.figure is None or fact.figure.kind != "percent":
        return None
    pool = [
        d for d in near(results, fact._replace(role="change")) if not d.is_rate and not d.is_compared and judged_growth(fact, d)
    ]
    ahead = -1 if fact.metric else 0  # "Analysts had expected sales growth of 3%. Sales grew 4% to $5 million"
    pool = [d for d in pool if ahead <= fact.index - d.place(fact.index)[0] <= _GROWTH_REACH]
    if not pool:
        return None
    grown = fact.index - pool[0].place(fact.index)[0]
    level = free[0].place(fact.index)[0] - fact.index if free else _GROWTH_REACH + 1
    if -grown <= level < grown:  # one that is nearer, or as near and told before
        return None
    rivals = {d.metric for d in pool if d.index == pool[0].index}
    return pool[0] if fact.metric or len(rivals) == 1 else None


def judged_growth(fact: Fact, draft: Draft) -> Verdict | None:
    """Return how a change stands to an expected growth; None where they seem to differ in sign, and no word says so."""
    change = draft.change
    if change is None or change.figure is None or fact.figure is None or change.change_kind == "sequential":
        return None
    if (change.figure.value < 0) != (fact.figure.value < 0) and not fact.side:
        return None
    if change.figure.value == fact.figure.value:
        return "in_line"
    return "beat" if change.figure.value > fact.figure.value else "miss"


_GROWTH_REACH = 2


_BOTH = 2


def give_right_behind(facts: Sequence[Fact], results: Sequence[Draft]) -> list[Fact]:
    """
    Give two consensuses to the reported and the adjusted earnings that each follows; return the facts that are left to be given.

    "It earned 42 cents a share. Analysts had expected 40. Excluding items, it earned 45. Analysts had expected 44."
    """
    shares = [f for f in facts if f.role == "estimate" and f.metric in (None, "eps") and _is_a_share(f) and f.basis is None]
    rows = [d for d in results if d.metric == "eps" and not d.scope and d.actual is not None and d.estimate is None]
    if len(shares) != _BOTH or len(rows) != _BOTH or [d.basis for d in rows].count("adjusted") != 1:
        return list(facts)
    pairs = [(fact, row) for fact in shares for row in rows if row.index == fact.index - 1]
    if [fact for fact, _ in pairs] != shares or pairs[0][1] is pairs[1][1]:
        return list(facts)
    for fact, row in pairs:
        row.take("estimate", fact)
    return [fact for fact in facts if not any(fact is other for other in shares)]


def _is_a_share(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.per_share and not fact.scope
