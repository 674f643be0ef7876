"""Changes: by how much something rose or fell is given to its row, or opens one where no level is told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import LEAD, PROFITS, Draft, new_draft, open_draft
from earnsum.resolution.pools import REACH, is_another_sum, is_same_figure, same_sentence

_ONWARD = 4
"""Tokens from a change to the level that it led to ("rose 5% to a record $3 billion")."""


def _with_level(fact: Fact, results: list[Draft]) -> list[Draft]:
    """
    Return the rows of a change's sentence, but of no part told later ("revenue rose 14% and cloud revenue hit $3 billion").

    Nor a rate of another period ("same-store sales rose 3% in the quarter and 2% in the year").
    """
    here = [d for d in same_sentence(results, fact) if not d.scope or fact.scope or d.at - fact.at <= _ONWARD]
    return [d for d in here if not d.is_rate or fact.kind in (d.kind, None) or d.kind is None]


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
        told = draft.change is None or _is_same_change(fact, draft.change)
        free = told if sequential else draft.is_unmoved
        if free and draft.metric == fact.metric and (_is_same_part(draft.scope, fact.scope) or not (fact.scope or draft.is_rate)):
            if not draft.is_rate:
                draft.take("change", fact)
            return
    if sequential:
        return
    if fact.metric == "same_store_sales":
        open_draft(results, fact)
    elif not fact.metric.endswith(("_margin", "_rate")):
        _open_change(fact, results)


_CALLED = frozenset({"group", "unit", "division", "business", "segment", "arm"})


def _is_same_part(one: str | None, other: str | None) -> bool:
    """Tell a part's name, with and without what it is ("Anvil posted sales of $5 million, with sales at Anvil Group up")."""
    return one == other or (one is not None and other is not None and set(one.split()) ^ set(other.split()) <= _CALLED)


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
    return draft.scope is not None or is_same_figure(draft.change, fact)


def join_orphans(results: list[Draft]) -> None:
    """
    Join changes told without their level ("Acme profit rises 20%" in a title) with the level's row.

    A profit of no kind may be any of the text's profits; where two changes differ by more than rounding, both stay.
    """
    for orphan in [d for d in results if d.actual is None and d.change is not None]:
        generic = orphan.change is not None and orphan.change.generic
        levels = [d for d in results if d.actual is not None and not d.is_rate]
        levels = [d for d in levels if d.kind == orphan.kind or d.metric == orphan.metric == "dividend"]
        levels = [d for d in levels if d.metric == orphan.metric or (generic and d.metric in {*PROFITS, "eps"})]
        homes = [d for d in levels if d.scope == orphan.scope]
        alike = [d for d in homes if (d.metric, d.basis) == (orphan.metric, orphan.basis) and d.prior is not None] or homes
        if homes and orphan.index > LEAD and all(_contradicts(d, orphan) for d in alike):
            results.remove(orphan)  # a part's, or another's, that no word tells from the company's
            continue
        if not homes and orphan.index <= LEAD and (orphan.metric, orphan.basis) == ("ebitda", "adjusted"):
            # "Core profit" in a title is of any of them.
            profits = [d for d in results if d.actual is not None and d.metric in PROFITS and d.basis == orphan.basis]
            homes = [d for d in profits if orphan.change is not None and is_same_figure(d.change, orphan.change)]
        homes = [d for d in homes if orphan.prior is None or d.metric == orphan.metric or not is_another_sum(d, orphan.prior)]
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
        # a title does not tell that it is of the company by itself
        by_itself = [d for d in levels if orphan.scope is None and d.scope in _BY_ITSELF]
        same = [d for d in (*homes, *by_itself) if _is_same_change(d.change, orphan.change)]
        if same:
            if orphan.change is not None and _is_finer(orphan.change, same[0].change):
                same[0].take("change", orphan.change)
            _join(results, orphan, same[0])
        elif free and orphan.change is not None and (free[0].metric == orphan.metric or all(d.change is None for d in homes)):
            free[0].take("change", orphan.change)
            _join(results, orphan, free[0])


_BY_ITSELF = frozenset({"standalone", "stand-alone"})
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
    told_later = b.index < a.index and (a.change_kind, b.change_kind) == ("sequential", None)  # "down 63%": 62.6% on the quarter
    if a.change_kind != b.change_kind and not told_later and (a.index == b.index or not is_same_figure(a, b)):
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


def _is_finer(new: Fact, old: Fact | None) -> bool:
    """Tell whether a change is written with more digits than the same one in the title."""
    if old is None or old.figure is None or new.figure is None:
        return False
    return len(new.figure.value.as_tuple().digits) > len(old.figure.value.as_tuple().digits)
