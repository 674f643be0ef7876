"""To come: which outlook an expectation of a period to come is of, by the period and the metric that both name."""

from __future__ import annotations

from earnsum.grammar.told import Fact
from earnsum.patterns import re
from earnsum.resolution.drafts import Draft
from earnsum.resolution.likely import OF_ANOTHER_SIZE, of_right_basis, times_off
from earnsum.resolution.pools import give_first, near, same_sentence

OUTLOOK_REACH = 3
"""Sentences within which an outlook is told before what analysts expect of it."""


def of_period_named(fact: Fact, results: list[Draft], guidance: list[Draft]) -> list[Draft]:
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


def of_reported_period_named(fact: Fact, results: list[Draft], guidance: list[Draft]) -> list[Draft]:
    """Return what was reported of the very period that a consensus names, where an outlook is told between ("for the fourth")."""
    if fact.metric is None or fact.scope or not any(d.index == fact.index - 1 for d in guidance):
        return []
    told = [d for d in near(results, fact) if d.estimate is None and d.actual is not None and d.index < fact.index]
    named = any(_is_of_period_named(d, fact) for d in results)  # of a quarter's row that names none, others do
    return [
        d
        for d in told
        if d.metric == fact.metric
        and not d.scope
        and (_is_of_period_named(d, fact) or (named and d.kind == fact.kind and _is_of_period_named(d, fact) is None))
    ]


def _is_of_period_named(draft: Draft, fact: Fact) -> bool | None:
    """Tell whether a row is of the period that a consensus names; None where one of them names none."""
    its, own = draft.period, fact.period
    if its is None or own is None or None in (its.fiscal_period, own.fiscal_period):
        return None
    return its.fiscal_period == own.fiscal_period and (None in (its.year, own.year) or its.year == own.year)


def is_of_another_named(draft: Draft, fact: Fact) -> bool:
    """Tell an outlook for another quarter or year than the one that a consensus names, in another sentence."""
    apart = fact.metric is not None and _is_of_period_named(draft, fact) is False
    return draft.index != fact.index and (apart or _is_of_other_year(draft, fact))


def is_of_next(fact: Fact, guidance: list[Draft]) -> bool:
    """Tell a consensus of the period to come: told in the present, or with an outlook of that period."""
    period = fact.period
    if period is None or period.when != "next":
        return False
    alike = (d.period for d in near(guidance, fact) if d.period is not None and d.period.when == "next")
    return fact.present or any(other.fiscal_period == period.fiscal_period is not None for other in alike)


def is_of_outlook_in_words(fact: Fact, results: list[Draft]) -> bool:
    """Tell a consensus of a quarter to come that nothing told is of ("It expects Q3 sales to grow, below the 9% seen")."""
    period = fact.period
    if period is None or period.when != "next" or period.fiscal_period is None:
        return False
    told = [d for d in results if d.metric == fact.metric]
    if any(_is_of_period_named(d, fact) is True for d in told):
        return False
    return all(d.period is not None for d in told) or any(d.estimate is not None for d in told)


def is_of_coming(draft: Draft, fact: Fact, results: list[Draft]) -> bool:
    """Tell a consensus that names the metric and the period of an outlook, which no result is of ("Q3 EPS view 15 cents")."""
    if fact.metric is None or fact.period is None or draft.period is None or any(d.period == fact.period for d in results):
        return False
    if fact.period.label == draft.period.label:
        return all(d.period is None or d.period.label != fact.period.label for d in results)
    if fact.period.kind != draft.period.kind:
        return False
    told = [d for d in results if d.metric == fact.metric]
    other = bool(told) and all(_is_of_period_named(d, fact) is False for d in told)
    return (other and _is_of_period_named(draft, fact) is None) or all(d.kind != fact.period.kind for d in results)


def just_ahead(guidance: list[Draft], fact: Fact) -> list[Draft]:
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
    return [d for d in found if told and (d.period is None or d.kind in told) and times_off(d, fact) < OF_ANOTHER_SIZE]


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
        give_first(fact, just_ahead(guidance, fact), "estimate")
