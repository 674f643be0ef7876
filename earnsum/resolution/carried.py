"""Carried on: the metric or the period of a figure that names none, from what the sentences before told."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.answers import BEFORE, in_its_unit, is_like
from earnsum.grammar.shape import OF_ANOTHER_PERIOD
from earnsum.grammar.tokens import figure_tag
from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import Draft
from earnsum.resolution.pools import EXPECTED
from earnsum.text.marks import Quantity, negative


def of_period_before(fact: Fact, guidance: Sequence[Draft]) -> Fact:
    """Return an outlook that names no period as one of the period just guided to ("For 2021 … . EPS is expected to be $8")."""
    last = guidance[-1] if guidance else None
    if fact.period is not None or last is None or last.period is None or not 0 <= fact.index - last.index <= 1:
        return fact
    return fact._replace(period=last.period, kind=last.kind)


def of_other_periods(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, what a sentence tells of another period of what the one before is on alone, as that ("Im Jahr waren es 5")."""
    found: list[Fact] = []
    for fact in facts:
        named = fact
        if fact.shape == OF_ANOTHER_PERIOD and fact.metric is None:
            told = [f for f in facts if f.index == fact.index - 1 and f.role == "actual" and f.metric and f.scope is None]
            if len({f.metric for f in told}) == 1:
                named = fact._replace(metric=told[-1].metric, basis=told[-1].basis, generic=told[-1].generic)
        found.append(named)
    return found


def answering(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """
    Return a figure without a metric as one of what the sentence before said was expected ("It got 39 cents").

    Several are of as many expectations, in their order ("It delivered $5 billion and $300 million").
    """
    expected: list[Fact] = []
    came = {(other.metric, other.scope) for other in facts if other.role == "actual" and other.index == fact.index - 1}
    for other in facts:
        if (other.metric, other.scope) in came:
            continue  # "Sales were $5 million, $1 million above estimates.  It was $2 million in Asia"
        if other.role in BEFORE and other.index == fact.index - 1 and other.figure and fact.figure:
            metric = other.metric or ("eps" if other.figure.per_share else None)
            figure = in_its_unit(fact.figure, other.figure)
            if metric is not None and is_like(fact.figure, other.figure) and _are_alike(figure, other.figure):
                # "Last year's loss was $9 million.  This year's was $5 million": a loss again
                lost = other.role == "prior" and other.figure.value < 0 < figure.value and not figure.signed
                figure = negative(figure) if lost else figure
                expected.append(fact._replace(metric=metric, figure=figure, scope=other.scope, basis=other.basis))
    named = list({(one.metric, one.scope): one for one in reversed(expected)}.values())[::-1]
    turn = sum(_is_another_answer(other, fact) for other in facts)
    return named[turn] if turn < len(named) else None


_SUMS = frozenset("revenue net_income operating_income pretax_income ebitda net_interest_income bookings billings orders".split())


def judged_before(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """
    Return a sum set against what was expected as one of the metric that the sentence before judges in words.

    "It beat estimates for revenue.  It posted $5 million, above the $4 million expected".
    """
    before = [f for f in facts if f.role is None and f.verdict and f.metric and f.index == fact.index - 1]
    against = any(f.role in EXPECTED and f.index == fact.index and f.metric is None and _is_of_one(f, fact) for f in facts)
    if len({(f.metric, f.scope) for f in before}) != 1 or not against or fact.figure is None or not fact.figure.scaled:
        return None
    told = before[0]
    return fact._replace(metric=told.metric, scope=told.scope, basis=told.basis) if told.metric in _SUMS else None


def _is_another_answer(told: Fact, fact: Fact) -> bool:
    """Tell a figure of the same kind, told before in the same sentence, that names no metric either."""
    if told.role != "actual" or told.metric is not None or told.index != fact.index or told.at >= fact.at:
        return False
    return _is_of_one(told, fact) and told.figure is not None and fact.figure is not None and is_like(fact.figure, told.figure)


_BEFORE_NOW = frozenset({"previous", *EXPECTED})
"""Roles of what a sentence may tell that the next sets an outlook against, of the same metric."""
_SOON = 5
"""Tokens within which a sentence tells an outlook that goes on from the one before."""


def carried_on(fact: Fact, facts: Sequence[Fact], guidance: Sequence[Draft]) -> Fact | None:
    """
    Return an outlook without a metric as one of the metric just told of.

    In its own sentence ("it predicted earnings of $3; it now sees $4"), in an outlook just given ("for the full year, it sees
    $2 billion"), or in what the sentence before says was expected, or the outlook until then ("It now sees $2.80").
    """
    here = [
        f for f in facts if f.index == fact.index and f.at < fact.at and f.metric and f.role in ("guide", "previous", *EXPECTED)
    ]
    if told := [f for f in here if _is_of_one(f, fact)]:
        return fact._replace(metric=told[-1].metric, scope=told[-1].scope, basis=fact.basis or told[-1].basis)
    figure = fact.figure
    before = [d for d in guidance if fact.index - d.index in (0, 1) and d.figure and figure and _are_alike(d.figure, figure)]
    if before:
        return fact._replace(metric=before[-1].metric, scope=before[-1].scope, basis=fact.basis or before[-1].basis)
    told = []
    if fact.at <= _SOON:
        told = [f for f in facts if f.index == fact.index - 1 and f.metric and f.role in _BEFORE_NOW and _is_of_one(f, fact)]
    if not told:
        told = _reported_alone(fact, facts)
    if not told:
        return None
    other = told[0]._replace(period=None) if told[0].role == "actual" else told[0]
    return fact._replace(
        metric=other.metric, scope=other.scope, basis=fact.basis or other.basis, period=fact.period or other.period
    )


def _reported_alone(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """Return the one metric that the sentence before reports, where an outlook was moved ("It raised its forecast")."""
    if fact.revision not in {"raised", "lowered", "kept"}:
        return []
    told = [f for f in facts if f.index == fact.index - 1 and f.metric and f.role in ("actual", "prior", "change")]
    alone = len({(f.metric, f.scope) for f in told}) == 1 and not told[0].scope
    return [f for f in told if f.role == "actual" and _is_of_one(f, fact)] if alone else []


def _is_of_one(told: Fact, fact: Fact) -> bool:
    return told.figure is not None and fact.figure is not None and _are_alike(told.figure, fact.figure)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures may be of one metric by their units: a sum is not per share."""
    return one.unit == other.unit and {figure_tag(one), figure_tag(other)} != {"s", "$"}


_A_SHARE = 10
"""Money below this, without a scale word, is an outlook of earnings a share where those were just told ("it sees 33 cents")."""


def a_share(fact: Fact, results: Sequence[Draft]) -> Fact | None:
    """Return an outlook of a few cents as one of the earnings a share told in the sentences before it."""
    figure = fact.figure
    if figure is None or figure.kind != "money" or figure.scaled or abs(figure.value) >= _A_SHARE:
        return None
    before = [d for d in results if d.metric == "eps" and fact.index - d.index in (0, 1, 2)]
    return fact._replace(metric="eps", basis=before[-1].basis) if before else None
