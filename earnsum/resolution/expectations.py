"""
Expectations: what analysts expected, in figures or as a difference, is given to its row.

A consensus that names no basis is of the adjusted figure, where one stands beside the reported one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.shape import ABOVE_EXPECTED
from earnsum.grammar.told import Fact
from earnsum.patterns import re
from earnsum.resolution.drafts import Draft, unit_fits
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

OUTLOOK_REACH = 3


def give_estimate(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a consensus to the outlook of its own sentence, to a reported figure, or to an outlook just told."""
    if own := _of_period_named(fact, results, guidance):
        of_right_basis(own, fact).take("estimate", fact)
        return
    guidance = [d for d in guidance if not _is_of_another_named(d, fact)]
    if _is_of_next(fact, guidance):
        give_later(fact, results, guidance)
        return
    if coming := [
        d for d in near(guidance, fact) if d.estimate is None and d.index < fact.index and _is_of_coming(d, fact, results)
    ]:
        coming[0].take("estimate", fact)
        return
    mine = same_sentence(results, fact)
    if not mine and not near(guidance, fact) and _is_of_outlook_in_words(fact, results):
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


def _of_period_named(fact: Fact, results: list[Draft], guidance: list[Draft]) -> list[Draft]:
    """Return the outlooks of the very period that a consensus names, of which nothing is reported, wherever they are told."""
    if fact.metric is None or fact.scope or fact.period is None or fact.period.fiscal_period is None:
        return []
    if any(d.metric == fact.metric and _is_of_period_named(d, fact) is not False for d in results):
        return []
    if any(d.index == fact.index for d in guidance):
        return []
    pool = [d for d in near(guidance, fact) if d.estimate is None and d.metric == fact.metric]
    if any(d.index == fact.index - 1 and _is_of_period_named(d, fact) is None for d in pool):
        return []  # "On that basis, analysts had expected $2 this year"
    return [d for d in pool if _is_of_period_named(d, fact)]


def _is_of_period_named(draft: Draft, fact: Fact) -> bool | None:
    """Tell whether a row is of the period that a consensus names; None where one of them names none."""
    its, own = draft.period, fact.period
    if its is None or own is None or None in (its.fiscal_period, own.fiscal_period):
        return None
    return its.fiscal_period == own.fiscal_period and (None in (its.year, own.year) or its.year == own.year)


def _is_of_another_named(draft: Draft, fact: Fact) -> bool:
    """Tell an outlook for another quarter or year than the one that a consensus names, in another sentence."""
    apart = fact.metric is not None and _is_of_period_named(draft, fact) is False
    return draft.index != fact.index and (apart or _is_of_other_year(draft, fact))


def _is_of_next(fact: Fact, guidance: list[Draft]) -> bool:
    """Tell a consensus of the period to come: told in the present, or with an outlook of that period."""
    period = fact.period
    if period is None or period.when != "next":
        return False
    alike = (d.period for d in near(guidance, fact) if d.period is not None and d.period.when == "next")
    return fact.present or any(other.fiscal_period == period.fiscal_period is not None for other in alike)


def _is_of_outlook_in_words(fact: Fact, results: list[Draft]) -> bool:
    """Tell a consensus of a quarter to come that nothing told is of ("It expects Q3 sales to grow, below the 9% seen")."""
    period = fact.period
    if period is None or period.when != "next" or period.fiscal_period is None:
        return False
    told = [d for d in results if d.metric == fact.metric]
    if any(_is_of_period_named(d, fact) is True for d in told):
        return False
    return all(d.period is not None for d in told) or any(d.estimate is not None for d in told)


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
        pool = free or [d for d in _just_ahead(guidance, fact) if d.metric not in told]
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


def _just_ahead(guidance: list[Draft], fact: Fact) -> list[Draft]:
    """
    Return the outlooks of the next sentence, for a consensus told before ("Analysts had expected $3. It now sees $2.80").

    One that names no period is of that of the outlook just told ("It sees EPS of $1. Analysts expect $2 on revenue of $5 billion").
    """
    found = [d for d in near(guidance, fact) if d.estimate is None and d.index == fact.index + 1]
    if fact.period is not None:
        return [d for d in found if d.period is None or d.kind == fact.kind]
    before = [d for d in guidance if d.index == fact.index - 1]
    if fact.metric is None or not (fact.present or fact.role == "later") or any(d.metric == fact.metric for d in before):
        return []
    told = {d.kind for d in before}
    return [d for d in found if told and (d.period is None or d.kind in told) and times_off(d, fact) < _OF_ANOTHER_SIZE]


def give_in_turn(facts: Sequence[Fact], results: Sequence[Draft]) -> list[Fact]:
    """
    Give expectations in a row to as many parts in a row; return the facts that are left to be given.

    "Sales rose 6% at Duff and 2% at Taco Hut, compared with estimates of 5% and 3%."
    """
    given: set[tuple[int, int]] = set()
    for index in sorted({fact.index for fact in facts if fact.role == "estimate"}):
        told = [f for f in facts if f.index == index and f.role == "estimate" and f.figure is not None]
        for parts in (_parts(results, index, told), _parts(results, index - 1, told)):
            if len(parts) == len(told) > 1 and not given.intersection((f.index, f.at) for f in told):
                for fact, part in zip(told, parts, strict=True):
                    part.take("estimate", fact)
                    given.add((fact.index, fact.at))
    return [fact for fact in facts if (fact.index, fact.at) not in given]


def give_beside(facts: Sequence[Fact], results: Sequence[Draft], guidance: Sequence[Draft]) -> list[Fact]:
    """
    Give expectations to the result or to the outlook that each stands right behind, where a sentence tells both, and is as large.

    "It earned 42 cents a share, above the 40 cents expected, and sees 45 cents this quarter, below the 47 cents expected."
    Return the facts that are left to be given.
    """
    given: list[Fact] = []
    for index in {d.index for d in results}.intersection(d.index for d in guidance):
        told = [f for f in facts if f.index == index and f.role == "estimate" and f.figure is not None]
        rows = [(f, _told_before(f, same_sentence([*results, *guidance], f))) for f in told]
        if len({id(row) for _, row in rows}) != len(rows):
            continue  # two behind one: as many as the levels before them, in turn
        for fact, row in rows:
            if row is not None and row.estimate is None and (row.guidance or not fact.present):
                row.take("estimate", fact)
                given.append(fact)
    return [fact for fact in facts if not any(fact is other for other in given)]


def _told_before(fact: Fact, pool: Sequence[Draft]) -> Draft | None:
    """Return the row told last before an expectation, where both a result and an outlook of its sentence may be meant."""
    pool = [d for d in pool if d.index == fact.index and d.figure is not None]
    if {d.guidance for d in pool} != {True, False}:
        return None
    told = max((d for d in pool if d.at < fact.at), key=lambda d: d.at, default=None)
    if told is None or times_off(told, fact) < _OF_ANOTHER_SIZE:
        return told
    return told if min(pool, key=lambda d: times_off(d, fact)) is told else None


_OF_ANOTHER_SIZE = 2


def _parts(results: Sequence[Draft], index: int, told: Sequence[Fact]) -> list[Draft]:
    """Return a sentence's rows of one metric, each of another part, that expectations may all be of."""
    figures = [fact.figure for fact in told if fact.figure is not None]
    parts = [d for d in results if d.index == index and d.actual is not None and d.estimate is None]
    parts = [d for d in parts if d.scope and all(unit_fits(d, figure) for figure in figures)]
    one = len({d.metric for d in parts}) == 1 and len({d.scope for d in parts}) == len(parts)
    parts.sort(key=lambda d: d.at)
    alike = one and {f.metric for f in told} <= {None, parts[0].metric} and {f.scope for f in told} in ({None}, {parts[0].scope})
    return parts if alike else []


def _is_of_coming(draft: Draft, fact: Fact, results: list[Draft]) -> bool:
    """Tell a consensus that names the metric and the period of an outlook, which no result is of ("Q3 EPS view 15 cents")."""
    if fact.metric is None or fact.period is None or draft.period is None or any(d.period == fact.period for d in results):
        return False
    if fact.period.label == draft.period.label:
        return all(d.period is None or d.period.label != fact.period.label for d in results)
    return fact.period.kind == draft.period.kind and all(d.kind != fact.period.kind for d in results)


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


_YEAR = re.compile(r"\b20[0-9]{2}\b")


def _is_of_other_year(draft: Draft, fact: Fact) -> bool:
    """Tell what is expected of another year than an outlook is of, where both are told by their numbers."""
    if draft.period is None or fact.period is None:
        return False
    own, other = set(_YEAR.findall(draft.period.label)), set(_YEAR.findall(fact.period.label))
    return bool(own and other) and own.isdisjoint(other)


def give_later(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give what analysts expect of a period to come to an outlook told before, or to the result that it stands beside."""
    pool = [d for d in near(guidance, fact) if d.estimate is None and d.index <= fact.index and not _is_of_other_year(d, fact)]
    close = [d for d in pool if fact.index - d.place(fact.index)[0] <= OUTLOOK_REACH]
    same = [d for d in pool if d.period is not None and fact.period is not None and fact.period.kind == d.period.kind]
    loose = [d for d in close if fact.period is None or d.period is None]
    if fact.metric is None:
        same = [d for d in same if d in close]
    if outlooks := same or loose:
        of_right_basis(outlooks, fact).take("estimate", fact)
    elif not give_first(fact, same_sentence(results, fact), "estimate"):
        give_first(fact, _just_ahead(guidance, fact), "estimate")


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
