"""
Expectations: what analysts expected, in figures or as a difference, is given to its row.

A consensus that names no basis is of the adjusted figure, where one stands beside the reported one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.shape import ABOVE_EXPECTED
from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import Draft
from earnsum.resolution.likely import (
    TWO_BASES,
    grown_row,
    is_organic,
    judged_growth,
    of_right_basis,
    of_right_size,
    times_off,
)
from earnsum.resolution.pools import give_first, is_absurd, near, same_sentence
from earnsum.resolution.tocome import (
    OUTLOOK_REACH,
    give_later,
    is_of_another_named,
    is_of_coming,
    is_of_next,
    is_of_outlook_in_words,
    just_ahead,
    of_period_named,
    of_reported_period_named,
)


def give_estimate(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a consensus to the outlook of its own sentence, to a reported figure, or to an outlook just told."""
    if own := of_period_named(fact, results, guidance):
        of_right_basis(own, fact).take("estimate", fact)
        return
    if told := of_reported_period_named(fact, results, guidance):
        of_right_basis(told, fact).take("estimate", fact)
        return
    guidance = [d for d in guidance if not is_of_another_named(d, fact)]
    if is_of_next(fact, guidance):
        give_later(fact, results, guidance)
        return
    if coming := [
        d for d in near(guidance, fact) if d.estimate is None and d.index < fact.index and is_of_coming(d, fact, results)
    ]:
        of_right_basis(coming, fact).take("estimate", fact)
        return
    mine = same_sentence(results, fact)
    if not mine and not near(guidance, fact) and is_of_outlook_in_words(fact, results):
        return
    if not mine and give_first(fact, [d for d in same_sentence(guidance, fact) if d.at <= fact.at], "estimate"):
        return
    _give_to_told(fact, results, guidance)


def is_of_adjusted_untold(fact: Fact, facts: Sequence[Fact], results: Sequence[Draft]) -> bool:
    """
    Tell a consensus that adjusted earnings are only said to have met, beaten or missed, beside the reported ones.

    "Acme earned 12 cents a share. Excluding a charge, earnings met analysts' expectations of 13 cents."
    """
    if fact.basis != "adjusted" or fact.metric not in TWO_BASES or not results:
        return False
    here = [other for other in facts if other.index == fact.index]
    judged = fact.shape == ABOVE_EXPECTED or any(f.role is None for f in here)
    if not judged or any(f.role in ("actual", "gap", "guide") for f in here):
        return False
    rows = [d for d in results if d.metric == fact.metric and d.scope == fact.scope]
    return bool(rows) and all(d.basis != "adjusted" and d.index < fact.index for d in rows)


def _give_to_told(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a consensus to what it is of among the figures told near it: a reported one, or an outlook."""
    pool = near(results, fact)
    if any(_is_known(d.estimate, fact) for d in pool):
        return
    for draft in (*pool, *near(guidance, fact)):
        if _narrows(draft.estimate, fact):
            draft.take("estimate", fact)
            return
    free = [d for d in pool if d.estimate is None and d.actual is not None]
    free = [d for d in free if d.index == fact.index or not is_organic(d, free)]
    settled = max((d.index for d in free if d.index != fact.index and _is_off_otherwise(d, fact)), default=-1)
    free = [d for d in free if d.index == fact.index or d.index > settled]
    if fact.generic and fact.figure is not None and fact.figure.value < 0:  # a loss expected is of no EBITDA above zero
        own = [d for d in free if d.index == fact.index or d.metric in ("eps", "net_income")]
        free = [d for d in free if d in own or (d.figure is not None and d.figure.value < 0)] or free
    if fact.metric and any(d.metric == fact.metric and not d.scope and d.estimate is not None for d in pool):
        free = [d for d in free if d.scope == fact.scope or d.index == fact.index]  # the whole's has come; no part's is told so
    free = [d for d in free if fact.metric not in _LEVELS_OR_ADDED or fact.index == d.index or not is_absurd(d, fact)]
    free = [d for d in free if d.metric != "revenue" or d.index == fact.index or d.scope or not _is_of_a_year(d, fact)]
    outlooks = [
        d
        for d in near(guidance, fact)
        if d.estimate is None
        and (0 <= fact.index - d.place(fact.index)[0] < OUTLOOK_REACH + fact.present or _holds_rather(d, free, fact))
        and not _is_told_after(d, free, fact)
    ]
    if not (fact.present and outlooks) and (grown := grown_row(fact, results, free)) is not None:
        grown.said = judged_growth(fact, grown)
        grown.note(fact)
        return
    if outlooks and (
        not free
        or fact.present
        or not outlooks[0].index <= free[0].index <= fact.index
        or _is_rather_of(outlooks[0], free[0], fact)
    ):
        pool = outlooks
    elif fact.present and any(d.metric == fact.metric and 0 <= fact.index - d.index < OUTLOOK_REACH for d in guidance):
        pool = []  # of an outlook that is told as growth, or has its consensus
    else:
        told = {d.metric for d in results}
        pool = free or [d for d in just_ahead(guidance, fact) if d.metric not in told]
    if pool:
        of_right_basis(of_right_size(pool, fact), fact).take("estimate", fact)


def _is_off_otherwise(draft: Draft, fact: Fact) -> bool:
    """Tell a figure that its sentence says is off what was expected by quite another sum ("2 cents below the forecast")."""
    gap = draft.gap.figure if draft.gap is not None else None
    if gap is None or gap.kind != "money" or draft.figure is None or fact.figure is None:
        return False
    off = abs(draft.figure.value - fact.figure.value)
    return not abs(gap.value) <= off * 2 <= abs(gap.value) * 4


_YEAR_TO_QUARTER = 3
"""How many times as large as a quarter's sales an expectation is at the least that is rather of a year's."""


def _is_of_a_year(draft: Draft, fact: Fact) -> bool:
    """Tell an expectation that is many times as large as what a quarter brought."""
    if draft.figure is None or fact.figure is None or not 0 < draft.figure.value < fact.figure.value:
        return False
    return times_off(draft, fact) >= _YEAR_TO_QUARTER


_LEVELS_OR_ADDED = (None, "subscribers", "users")
"""What an expectation may be of by its size only: it names none, or how many there are for how many came"""


def _holds_rather(outlook: Draft, told: Sequence[Draft], fact: Fact) -> bool:
    """Tell an outlook told before that a consensus lies within the range of, which it is far from what was reported."""
    own, new = outlook.figure, fact.figure
    if own is None or new is None or not told or outlook.index > fact.index or own.low is None or own.high is None:
        return False
    return own.low <= new.value <= own.high and not same_sentence(list(told), fact) and times_off(told[0], fact) > _NEAR_ENOUGH


def _is_told_after(outlook: Draft, told: Sequence[Draft], fact: Fact) -> bool:
    """Tell an outlook behind what a result beat ("It earned $1. That beat the 90 cents expected, and it sees $4 this year")."""
    if not told or outlook.index != fact.index or outlook.at < fact.at:
        return False
    return times_off(told[0], fact) <= times_off(outlook, fact)


_NEAR_ENOUGH = Decimal("1.2")
"""How many times as large as what was expected a result is at the most, where that also lies within an outlook."""


def _is_rather_of(outlook: Draft, told: Draft, fact: Fact) -> bool:
    """Tell a consensus of the outlook that ends the sentence before, nearer in size than the result that it is told with."""
    together = outlook.index == told.index < fact.index and outlook.metric == told.metric and outlook.at > told.at
    return together and times_off(outlook, fact) < times_off(told, fact)


def _is_known(old: Fact | None, new: Fact) -> bool:
    """Tell whether a consensus was told before (a bullet's again in the body), which may leave out that it was for a loss."""
    if old is None or old.index == new.index or old.figure is None or new.figure is None or old.figure.kind == "percent":
        return False
    return abs(old.figure.value) == abs(new.figure.value) and old.figure.unit == new.figure.unit


def _narrows(old: Fact | None, new: Fact) -> bool:
    """Tell whether a consensus follows the range of forecasts that it is taken from."""
    if old is None or old.index != new.index or old.figure is None or new.figure is None:
        return False
    low, high = old.figure.low, old.figure.high
    return low is not None and high is not None and low < high and not new.figure.is_range and low <= new.figure.value <= high


def _adjusted_first(pool: list[Draft], fact: Fact) -> list[Draft]:
    """Put adjusted earnings before those reported in the same sentence, unless what goes on about them names its own basis."""
    if fact.basis is not None:
        return [d for d in pool if d.basis == fact.basis] or pool
    if not pool:
        return pool
    first = pool[0]
    alike = [d for d in pool if (d.metric, d.index, d.basis, d.scope) == (first.metric, first.index, "adjusted", first.scope)]
    return alike or pool


def give_gap(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give the difference by which a figure beat or missed to its row; one in percent says only which of the two."""
    own = same_sentence([*results, *guidance], fact)
    pool = [d for d in own if d.at < fact.at] or own or _adjusted_first(near(results, fact), fact)[:1]
    for draft in pool:
        if draft.actual is None or draft.gap is not None:
            continue
        if fact.figure is not None and fact.figure.kind in ("percent", "points"):
            draft.said = "beat" if fact.side and fact.side[-1] in "bUjq" else "miss"
        if fact.figure is not None and fact.figure.kind == "points" and not draft.is_rate:
            draft.note(fact)
        else:
            draft.take("gap", fact)
        return
