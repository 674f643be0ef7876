"""A year ago: changes and the figures of the year before are given to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.metrics import COSTS, DECLARED, STOCKS
from earnsum.grammar.shape import FROM, UP_FROM, VERSUS
from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import PROFITS, Draft, new_draft, open_draft
from earnsum.resolution.likely import times_off
from earnsum.resolution.pools import REACH, give_first, is_absurd, near, same_sentence
from earnsum.text.marks import negative

_ONWARD = 4
"""Tokens from a change to the level that it led to ("rose 5% to a record $3 billion")."""


def _with_level(fact: Fact, results: list[Draft]) -> list[Draft]:
    """Return the rows of a change's sentence, but of no part told later ("revenue rose 14% and cloud revenue hit $3 billion")."""
    return [d for d in same_sentence(results, fact) if not d.scope or fact.scope or d.at - fact.at <= _ONWARD]


def give_change(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a change to the row of its own sentence; one told apart from its level opens a row (see `join_orphans`)."""
    sequential = fact.change_kind == "sequential"
    if any(d.index == fact.index and d.metric == fact.metric and d.at < fact.at for d in guidance):
        return
    if fact.metric is None:
        before = [d for d in results if fact.index - 1 in (d.index, *d.again)]
        if before and not sequential and not any(d.index == fact.index - 1 for d in guidance):
            _give_to_before(fact, before, results)
        return
    for draft in sorted(_with_level(fact, results), key=lambda d: (d.scope != fact.scope, d.basis != fact.basis)):
        free = draft.change is None if sequential else draft.is_unmoved
        if free and draft.metric == fact.metric and (draft.scope == fact.scope or not (fact.scope or draft.is_rate)):
            if not draft.is_rate:
                draft.take("change", fact)
            return
    if sequential:
        return
    if fact.metric == "same_store_sales":
        open_draft(results, fact)
    elif not fact.metric.endswith(("_margin", "_rate")):
        _open_change(fact, results)


def give_changes_in_turn(facts: Sequence[Fact], results: Sequence[Draft]) -> list[Fact]:
    """
    Give changes, and levels of a year ago, in a row, in a sentence that names no metric, to as many rows of the one before.

    Return the facts that are left.

    "Duff reported sales of $5 billion and a profit of $1 billion.  On the year they rose 11% and 38% respectively."
    """
    given: set[tuple[int, int]] = set()
    for index in sorted({fact.index for fact in facts if fact.role == "change" and fact.metric is None and fact.in_turn}):
        here = [f for f in facts if f.index == index]
        told = [(d.at if d.index == index - 1 else d.again.get(index - 1), d) for d in results if d.actual is not None]
        rows = [row for _, row in sorted(((at, row) for at, row in told if at is not None), key=lambda pair: pair[0])]
        bare = all(f.role in ("change", "prior") and f.metric is None and f.change_kind is None for f in here)
        for role in ("change", "prior"):
            run = [f for f in here if f.role == role]
            if bare and len(run) == len(rows) > 1 and all(getattr(d, role) is None and not d.is_rate for d in rows):
                for fact, row in zip(run, rows, strict=True):
                    row.take(role, fact)
        if bare and len(here) > 1:  # one by one they are of nothing that can be told
            given |= {(fact.index, fact.at) for fact in here}
    return [fact for fact in facts if (fact.index, fact.at) not in given]


def _give_to_before(fact: Fact, before: Sequence[Draft], results: list[Draft]) -> None:
    """Give a change to the row told last; one of sales that is reckoned otherwise ("Organic growth was 4%") opens a row."""
    sold = [d for d in before if d.metric == "revenue" and d.change is not None]
    if fact.change_kind is not None and sold:
        _open_change(fact._replace(metric="revenue", scope=sold[-1].scope, basis=sold[-1].basis), results)
    else:
        for row in _told_last([d for d in before if d.actual is not None and d.is_unmoved and not d.is_rate]):
            row.take("change", fact)


def _told_last(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the row told last, or the profit of which that is the share ("It earned $5, or 9 cents a share. That was up 4%")."""
    *_, profit, last = [None, None, *drafts]
    if last is None:
        return []
    whole = profit is not None and last.metric == "eps" and profit.metric in PROFITS and profit.index == last.index
    return [profit if whole and profit is not None else last]


def _open_change(fact: Fact, results: list[Draft]) -> None:
    """Open a row for a change without its level, unless one tells it already, perhaps in whole percent."""
    beside = [d for d in results if d.index == fact.index and d.metric == fact.metric and d.at < fact.at]
    if fact.change_kind is not None and not fact.scope and beside and all(d.scope for d in beside):
        fact = fact._replace(scope=beside[-1].scope)  # "cloud sales were up 15% in dollars, 18% in constant currency"
    told = next((draft for draft in results if _tells_again(draft, fact)), None)
    if told is None:
        results.append(new_draft(fact, "change"))
    elif _is_finer(fact, told.change):
        told.take("change", fact)


def _tells_again(draft: Draft, fact: Fact) -> bool:
    """Tell whether a change without its level was told before of the same part."""
    same = (draft.metric, draft.scope, draft.kind) == (fact.metric, fact.scope, fact.kind)
    if not same or draft.actual is not None or draft.change is None or not _is_same_change(draft.change, fact):
        return False
    return draft.scope is not None or _is_same_figure(draft.change, fact)


def join_orphans(results: list[Draft]) -> None:
    """
    Join changes told without their level ("Acme profit rises 20%" in a title) with the level's row.

    A profit of no kind may be any of the text's profits; where two changes differ by more than rounding, both stay.
    """
    for orphan in [d for d in results if d.actual is None and d.change is not None]:
        generic = orphan.change is not None and orphan.change.generic
        homes = [d for d in results if d.actual is not None and not d.is_rate and d.scope == orphan.scope]
        homes = [d for d in homes if d.kind == orphan.kind or d.metric == orphan.metric == "dividend"]
        homes = [d for d in homes if d.metric == orphan.metric or (generic and d.metric in {*PROFITS, "eps"})]
        alike = [d for d in homes if (d.metric, d.basis) == (orphan.metric, orphan.basis) and d.prior is not None] or homes
        if homes and orphan.index > _LEAD and all(_contradicts(d, orphan) for d in alike):
            results.remove(orphan)  # a part's, or another's, that no word tells from the company's
            continue
        if not homes and orphan.index <= _LEAD and (orphan.metric, orphan.basis) == ("ebitda", "adjusted"):
            # "Core profit" in a title is of any of them.
            profits = [d for d in results if d.actual is not None and d.metric in PROFITS and d.basis == orphan.basis]
            homes = [d for d in profits if orphan.change is not None and _is_same_figure(d.change, orphan.change)]
        homes = [d for d in homes if orphan.prior is None or d.metric == orphan.metric or not _is_another_sum(d, orphan.prior)]
        free = [d for d in homes if d.is_unmoved and (d.metric == orphan.metric or abs(d.index - orphan.index) <= REACH)]
        free.sort(
            key=lambda d: (
                _contradicts(d, orphan),
                d.metric != orphan.metric,
                d.index + 1 != orphan.index,
                (d.basis == "adjusted") != (orphan.basis == "adjusted"),
                d.metric == "eps",
                d.index,
            )
        )
        same = [d for d in homes if _is_same_change(d.change, orphan.change)]
        if same:
            if orphan.change is not None and _is_finer(orphan.change, same[0].change):
                same[0].take("change", orphan.change)
            _join(results, orphan, same[0])
        elif free and orphan.change is not None and (free[0].metric == orphan.metric or all(d.change is None for d in homes)):
            free[0].take("change", orphan.change)
            _join(results, orphan, free[0])


_LEAD = 2
"""The last sentence of a title and lead, whose change may be one that the text reckons otherwise"""
_FAR = Decimal(10)


def _contradicts(draft: Draft, orphan: Draft) -> bool:
    """Tell a change that is by far not the one between the two levels of a row."""
    new, old, told = draft.figure, draft.prior and draft.prior.figure, orphan.change and orphan.change.figure
    if new is None or old is None or told is None or new.unit != old.unit or not (old.value and new.value):
        return False
    if new.value * old.value < 0:
        return True  # a profit fell to a loss at no rate
    computed = (new.value / old.value - 1) * 100
    off = abs(computed - told.value) if new.value > 0 else abs(abs(computed) - abs(told.value))  # a loss's is told either way
    return off > max(_FAR, abs(computed) / 2)


def _join(results: list[Draft], orphan: Draft, home: Draft) -> None:
    """Give what else an orphan has to the row that it is joined with ("revenue rose 17% from $7 billion")."""
    results.remove(orphan)
    home.moved.add(orphan.index)
    if orphan.prior is not None and home.prior is None:
        home.take("prior", orphan.prior)


def _is_same_change(a: Fact | None, b: Fact | None) -> bool:
    """Tell whether two changes are one, of which either may be rounded."""
    if a is None or b is None or a.figure is None or b.figure is None:
        return False
    if a.change_kind != b.change_kind and (a.index == b.index or not _is_same_figure(a, b)):
        return False  # "rose 6%, or 5.8% organically"
    one, other = a.figure.value, b.figure.value
    if "over" in (a.figure.approx, b.figure.approx) and one * other > 0:
        bound, level = (one, other) if a.figure.approx == "over" else (other, one)
        return bound % _TENS == 0 and 0 <= abs(level) - abs(bound) < _TENS  # "up more than 30%", "逾3成", which was 34.1%
    if "about" in (a.figure.approx, b.figure.approx) and one * other > 0 and (one % _TENS == 0 or other % _TENS == 0):
        return abs(one - other) <= _HALF_OF_TEN  # "2割増", which was 18%
    return abs(one - other) < Decimal(1).scaleb(min(0, max(_exponent(one), _exponent(other))))


_TENS, _HALF_OF_TEN = 10, 5


def _exponent(value: Decimal) -> int:
    """Return the place of a number's last digit: 0 for a whole one, -1 for tenths."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_same_figure(a: Fact | None, b: Fact) -> bool:
    return a is not None and a.figure is not None and b.figure is not None and a.figure.value == b.figure.value


def _is_finer(new: Fact, old: Fact | None) -> bool:
    """Tell whether a change is written with more digits than the same one in the title."""
    if old is None or old.figure is None or new.figure is None:
        return False
    return len(new.figure.value.as_tuple().digits) > len(old.figure.value.as_tuple().digits)


def give_prior(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give the figure of a year ago to its row; in an outlook, "from X" is the outlook until now."""
    said = "year ago" in fact.shape
    fact = _past_a_charge(fact, results)
    mine = same_sentence(results, fact)
    if not mine and (olds := same_sentence(guidance, fact)) and olds[0].at < fact.at:
        if not said:
            give_first(fact, olds[:1], "previous")
        return
    if (mine and _is_same_figure(mine[0].prior, fact)) or (not mine and _is_of_outlook(fact, guidance)):
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
        d.prior is not None and min(d.index, d.prior.index) <= fact.index and _is_same_figure(d.prior, fact) for d in pool
    ):
        return
    fits = [
        d
        for d in pool
        if (d.actual is not None or (d.change is not None and d.index <= fact.index and _is_level(fact)))
        and (said or d.metric not in STOCKS | DECLARED)
        and not _is_another_sum(d, fact)
        and not (fact.basis and d.basis and fact.basis != d.basis)
        and not (d.scope and d.index > fact.index and fact.metric and not fact.scope)  # a part's own is told with it
        and (
            said or not d.is_rate or d.metric.endswith("_margin") or fact.shape != VERSUS
        )  # "sales rose 3% versus 4%": who says so?
    ]
    if fact.metric is None and fits and is_absurd(fits[0], fact):
        return  # what the chief was paid last year, beside the company's sales
    fits = fits if fact.metric else [d for d in fits if not is_absurd(d, fact)]
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
            ),
        ),
        "prior",
    )
    alone = fact.shape == FROM or (said and not results)
    if not given and alone and _is_told_nowhere(fact, [*results, *guidance]):
        results.append(new_draft(fact, "prior"))  # "revenue fell from $5 million", and nobody says to what


def _past_a_charge(fact: Fact, results: Sequence[Draft]) -> Fact:
    """
    Return the year-ago figure that stands behind a charge as the profit's before that, if it is far nearer in size.

    "Net income fell to $60 million, after a $5 million charge, from $66 million a year ago."
    """
    if fact.metric not in COSTS:
        return fact
    here = [d for d in results if d.index == fact.index and d.at < fact.at]
    off = min((times_off(d, fact) for d in here if d.metric in COSTS), default=Decimal(0))
    profits = [d for d in here if d.metric in {*PROFITS, "eps"} and d.prior is None and _moved_from(d, fact)]
    profits = [d for d in profits if times_off(d, fact) * _FAR_NEARER < off]
    return fact._replace(metric=profits[-1].metric, scope=profits[-1].scope) if profits else fact


_FAR_NEARER = 3


def _moved_from(draft: Draft, fact: Fact) -> bool:
    """Tell whether a row may have moved from a level, by the direction of its change."""
    change = draft.change.figure if draft.change is not None else None
    if change is None or draft.figure is None or fact.figure is None:
        return True
    return (draft.figure.value - fact.figure.value) * change.value >= 0


def _is_of_outlook(fact: Fact, guidance: Sequence[Draft]) -> bool:
    """Tell the level that a growth to come is from ("sees sales growth of 14% versus $3 billion a year earlier")."""
    return any((d.index, d.metric, d.scope) == (fact.index, fact.metric, fact.scope) and d.at < fact.at for d in guidance)


def _is_another_sum(draft: Draft, fact: Fact) -> bool:
    """Tell money beside what is counted, and millions beside what is a share's."""
    figure = fact.figure
    return figure is not None and figure.kind == "money" and (draft.metric in _COUNTED or (draft.metric == "eps" and figure.scaled))


def _is_of_reported(fact: Fact, draft: Draft, results: Sequence[Draft]) -> bool:
    """Tell the share of a reported loss from adjusted earnings ("a net loss of $5m, against $2m, or 4 cents, a year ago")."""
    reported = any(d.index == fact.index and d.metric == "net_income" and d.basis != "adjusted" for d in results)
    return reported and draft.basis == "adjusted" and draft.metric == "eps" and not fact.basis


def _told_before(fact: Fact, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the rows of the sentence before that a figure may be of."""
    return [d for d in near(drafts, fact) if fact.index - 1 in (d.index, *d.again)]


_COUNTED = frozenset({"production", "deliveries", "subscribers", "users", "stores", "headcount"})
"""What has no price of a year ago ("production rose 5%. It was paid $34 a barrel, down from $63 a year earlier")."""


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
