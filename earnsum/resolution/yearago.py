"""A year ago: the figures of the year before are given to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.metrics import COSTS, DECLARED, STOCKS
from earnsum.grammar.shape import FROM, UP_FROM, VERSUS
from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import PROFITS, Draft, new_draft
from earnsum.resolution.likely import times_off
from earnsum.resolution.pools import give_first, is_absurd, is_another_sum, is_same_figure, near, same_sentence
from earnsum.text.marks import negative

_NEXT = 4
"""Tokens from a level to one right behind it that it is set against ("which earned $2 million, down from $80 million")."""


def give_prior(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give the figure of a year ago to its row; in an outlook, "from X" is the outlook until now."""
    said = "year ago" in fact.shape
    fact = _of_what_was_told(_past_a_charge(fact, results), results)
    mine = same_sentence(results, fact)
    if not mine and (olds := same_sentence(guidance, fact)) and olds[0].at < fact.at:
        if not said:
            give_first(fact, olds[:1], "previous")
        return
    if (mine and is_same_figure(mine[0].prior, fact)) or (not mine and _is_of_outlook(fact, guidance)):
        return  # told again, of a row that has it, or what an outlook's growth is from
    before = _told_before(fact, [*results, *guidance]) if fact.shape == UP_FROM and not mine else []
    last = fact.index - 1
    told = [d.guidance for d in (*results, *guidance) if d.index == last or (d.previous is not None and d.previous.index == last)]
    if (fact.metric is None or fact.generic) and not mine and told and all(told):
        give_first(fact, before, "previous")  # "That's up from $4 to $5", of an outlook just told
        return
    if said:
        before = [d for d in near(results, fact) if d not in mine and (not mine or d.index < fact.index)]
    others = [d for d in before if not d.guidance and not _is_of_reported(fact, d, results)]
    pool = [*mine, *others]
    if not mine and any(
        d.prior is not None and min(d.index, d.prior.index) <= fact.index and is_same_figure(d.prior, fact) for d in pool
    ):
        return
    fits = [
        d
        for d in pool
        if (d.actual is not None or (d.change is not None and d.index <= fact.index and _is_level(fact)))
        and (said or d.metric not in STOCKS | DECLARED)
        and not is_another_sum(d, fact)
        and not (fact.basis and d.basis and fact.basis != d.basis)
        and not (d.scope and d.index > fact.index and fact.metric and not fact.scope)  # a part's own is told with it
        and (
            said or not d.is_rate or d.metric.endswith("_margin") or fact.shape != VERSUS
        )  # "sales rose 3% versus 4%": who says so?
    ]
    beside = bool(fits) and fits[0].index == fact.index and 0 < fact.at - fits[0].at <= _NEXT
    if fact.metric is None and fits and is_absurd(fits[0], fact) and not beside:
        return  # what the chief was paid last year, beside the company's sales
    fits = fits if fact.metric or beside else [d for d in fits if not is_absurd(d, fact)]
    if fact.metric is None and fits and _is_loss(fits[0]) and fact.figure is not None and not fact.figure.signed:
        fact = fact._replace(figure=negative(fact.figure))  # "That was down from 28 cents a year ago", of a loss
    pairs = {d.index for d in results if d.prior is not None and d.prior.index == fact.index != d.index}
    given = give_first(
        fact,
        sorted(
            fits,
            key=lambda d: (
                bool(fact.basis) and d.basis != fact.basis,
                bool(pairs) and d.index not in pairs,
                _is_reckoned_otherwise(d, fits),
                _is_rather_reported(fact, d, fits),
            ),
        ),
        "prior",
    )
    alone = fact.shape == FROM or (said and not results)
    if not given and alone and _is_told_nowhere(fact, [*results, *guidance]):
        results.append(new_draft(fact, "prior"))  # "revenue fell from $5 million", and nobody says to what


def _of_what_was_told(fact: Fact, results: Sequence[Draft]) -> Fact:
    """Return a sum that is beside one a share, and so a profit's, as unnamed where no profit has been told (but funds, say)."""
    unnamed = fact.metric == "net_income" and fact.generic and fact.shape.startswith("compared") and not fact.named
    if not unnamed or any(d.metric in PROFITS for d in results):
        return fact
    return fact._replace(metric=None, generic=False)


def _past_a_charge(fact: Fact, results: Sequence[Draft]) -> Fact:
    """
    Return the year-ago figure that stands behind a charge as the profit's before that, if it is far nearer in size.

    "Net income fell to $60 million, after a $5 million charge, from $66 million a year ago."
    """
    if fact.metric not in COSTS:
        return fact
    here = [d for d in results if d.index == fact.index and d.at < fact.at]
    costs = [times_off(d, fact) for d in here if d.metric in COSTS]
    if not costs and fact.metric != "charge":
        return fact
    off = min(costs, default=_NO_SUM)
    profits = [d for d in here if d.metric in {*PROFITS, "eps"} and d.prior is None and _moved_from(d, fact)]
    profits = [d for d in profits if times_off(d, fact) * _FAR_NEARER < off]
    return fact._replace(metric=profits[-1].metric, scope=profits[-1].scope) if profits else fact


_FAR_NEARER = 3
_NO_SUM = Decimal(9)
"""``fell to $60 million after the charge from $66 million``, where the charge has no sum of its own: not too far from the profit"""


def _moved_from(draft: Draft, fact: Fact) -> bool:
    """Tell whether a row may have moved from a level, by the direction of its change."""
    change = draft.change.figure if draft.change is not None else None
    if change is None or draft.figure is None or fact.figure is None:
        return True
    return (draft.figure.value - fact.figure.value) * change.value >= 0


def _is_of_outlook(fact: Fact, guidance: Sequence[Draft]) -> bool:
    """Tell the level that a growth to come is from ("sees sales growth of 14% versus $3 billion a year earlier")."""
    return any((d.index, d.metric, d.scope) == (fact.index, fact.metric, fact.scope) and d.at < fact.at for d in guidance)


def _is_of_reported(fact: Fact, draft: Draft, results: Sequence[Draft]) -> bool:
    """Tell the share of a reported loss from adjusted earnings ("a net loss of $5m, against $2m, or 4 cents, a year ago")."""
    reported = any(d.index == fact.index and d.metric == "net_income" and d.basis != "adjusted" for d in results)
    return reported and draft.basis == "adjusted" and draft.metric == "eps" and not fact.basis


def _is_rather_reported(fact: Fact, draft: Draft, pool: Sequence[Draft]) -> bool:
    """Tell an adjusted row, told in another sentence, beside the reported one whose size is nearer to a level of no said basis."""
    if fact.basis or draft.basis != "adjusted" or draft.index == fact.index:
        return False
    alike = (d for d in pool if (d.metric, d.scope, d.kind) == (draft.metric, draft.scope, draft.kind) and d.basis != "adjusted")
    return any(d.prior is None and times_off(d, fact) < times_off(draft, fact) for d in alike)


def _told_before(fact: Fact, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the rows of the sentence before that a figure may be of."""
    return [d for d in near(drafts, fact) if fact.index - 1 in (d.index, *d.again)]


def _is_reckoned_otherwise(draft: Draft, pool: Sequence[Draft]) -> bool:
    """Tell a second rate ("fell 5% (6% at constant currency) from $5 million") beside the row that has the level."""
    if draft.actual is not None or draft.change is None or draft.change.change_kind is None:
        return False
    return any(d.actual is not None and (d.metric, d.scope, d.index) == (draft.metric, draft.scope, draft.index) for d in pool)


def _is_level(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind != "percent"


def _is_loss(draft: Draft) -> bool:
    return draft.metric in PROFITS | {"eps"} and draft.figure is not None and draft.figure.value < 0


def _is_told_nowhere(fact: Fact, drafts: Sequence[Draft]) -> bool:
    """Tell a sum of a metric that nothing else in the text is told of."""
    if fact.figure is None or not fact.figure.scaled or fact.metric in {None, *DECLARED, *STOCKS}:
        return False
    return all(draft.metric != fact.metric for draft in drafts)
