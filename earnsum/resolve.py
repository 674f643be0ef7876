"""
Resolution: facts of many sentences become rows.

What was reported opens a row; what analysts expected, what it was a year ago
and how much it changed are given to the row they belong to: the same metric,
the nearest sentence, the adjusted figure before the reported one where a
consensus names neither.  Nothing is guessed: a figure that finds no row has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from earnsum.drafts import PROFITS, UNDATED, Draft, is_told_again, new_draft, open_draft, open_margin, unit_fits
from earnsum.facts import STOCKS, Fact
from earnsum.finish import Resolved, finish
from earnsum.model import Period

UNFORECAST = frozenset({"charge", "dividend", "buyback", "cash", "debt", "capex", "tax_rate", "provisions", "orders", "backlog"})
"""Metrics that a consensus without a name is never about."""

REACH = 12
"""How many sentences back a consensus may look for the figure that it is about."""

OUTLOOK_REACH = 3

SHORT = 400
"""Letters of a brief, which may tell a dividend alone."""

_TWO_BASES = frozenset({"eps", "net_income", "operating_income", "pretax_income"})


def resolve_facts(facts: Sequence[Fact], text: str, main: Period) -> tuple[list[Resolved], list[Resolved]]:
    """Return the rows of the results and of the outlook, in the order of the text."""
    facts = [replace(fact, kind=fact.period.kind if fact.period is not None else main.kind) for fact in facts]
    facts = _with_lists(facts)
    results: list[Draft] = []
    guidance: list[Draft] = []
    for fact in facts:
        if fact.role == "guide":
            named = fact if fact.metric else _carried_on(fact, guidance)
            if named is not None and not is_told_again(guidance, named):
                open_draft(guidance, named, guidance=True)
        elif fact.role == "actual" and fact.metric:
            open_draft(results, fact)
        elif fact.role == "margin":
            open_margin(results, fact)
    for fact in facts:
        if fact.role == "change":
            _give_change(fact, results, guidance)
        elif fact.role == "prior":
            _give_prior(fact, results, guidance)
        elif fact.role == "previous":
            _give_first(fact, _near(guidance, fact), "previous")
    _join_orphans(results)
    outlooks = {fact.index for fact in facts if fact.role == "guide" and fact.metric is None}
    for fact in facts:
        if fact.role == "estimate" and (fact.metric or fact.index not in outlooks):
            _give_estimate(fact, results, guidance)
        elif fact.role == "later":
            _give_later(fact, guidance)
    gaps = [fact for fact in facts if fact.role == "gap"]
    for fact in sorted(gaps, key=lambda gap: not _same_sentence(results, gap)):  # its own sentence's first
        _give_gap(fact, results)
    for fact in facts:
        if fact.role is None and fact.metric is None:
            _give_to_before(fact, results, text)
        elif fact.role is None:
            _give_verdict(fact, results)
    if main.kind is None and len(text) > SHORT and all(draft.metric in UNDATED for draft in results):
        results = []  # a story on a dividend or a buyback announced apart from results
    money = _currency(facts)
    return [finish(d, text, money) for d in results], [finish(d, text, money) for d in guidance]


def _carried_on(fact: Fact, guidance: Sequence[Draft]) -> Fact | None:
    """Return an outlook without a metric as one of the metric just guided to ("for the full year, it sees $2 billion")."""
    before = [d for d in guidance if d.index == fact.index - 1 and d.figure and fact.figure and d.figure.unit == fact.figure.unit]
    return replace(fact, metric=before[-1].metric, scope=before[-1].scope, basis=before[-1].basis) if before else None


def _currency(facts: Sequence[Fact]) -> str:
    """Return the currency that most figures are in: that of one which names none ("sales rose to 26.3 billion")."""
    units = Counter(fact.figure.unit for fact in facts if fact.figure is not None and fact.figure.kind == "money")
    return units.most_common(1)[0][0] if units else "USD"


# ---------------------------------------------------------------- who may get it


def _same_sentence(drafts: Iterable[Draft], fact: Fact) -> list[Draft]:
    """Return the drafts of a fact's own sentence that it may belong to, the nearest first."""
    return _sorted([d for d in drafts if (d.index == fact.index or fact.index in d.again) and _may_belong(d, fact)], fact)


def _near(drafts: Iterable[Draft], fact: Fact) -> list[Draft]:
    """Return the drafts of the sentences before (and the next two) that a fact may belong to, the nearest first."""
    found = []
    for draft in drafts:
        if not draft.index - 2 <= fact.index <= draft.index + REACH or not _may_belong(draft, fact):
            continue
        other_period = fact.period is not None and fact.kind != draft.kind and fact.role in ("estimate", "gap")
        narrower = bool(fact.scope) and not draft.scope
        unnamed = fact.metric is None and draft.index != fact.index and (bool(draft.scope) or draft.metric in UNFORECAST)
        if not (other_period or narrower or unnamed):
            found.append(draft)
    return _sorted(found, fact)


def _may_belong(draft: Draft, fact: Fact) -> bool:
    """Tell whether metric, scope and unit allow that a fact is said of a draft's figure."""
    meant = fact.generic and draft.metric in PROFITS and fact.metric in PROFITS
    if fact.metric is not None and draft.metric != fact.metric and not meant:
        return False
    if fact.scope and draft.scope and set(fact.scope.split()).isdisjoint(draft.scope.split()):
        return False
    return fact.figure is None or fact.role == "change" or unit_fits(draft, fact.figure)


def _sorted(drafts: list[Draft], fact: Fact) -> list[Draft]:
    """Sort drafts: told before a fact rather than after, the nearest sentence first, and there the nearest before."""

    def distance(draft: Draft) -> tuple[bool, int, bool, int]:
        index, at = draft.place(fact.index)
        later, far = index > fact.index, abs(fact.index - index)
        if fact.in_turn and fact.metric is None and not far:
            return (later, far, False, at)
        if fact.metric is None and far:
            return (later, far, _is_of_other_size(draft, fact), -at if fact.role in _EXPECTED and not fact.listed else at)
        return (later, far, not far and at > fact.at, abs(fact.at - at))

    return sorted(drafts, key=distance)


def _with_lists(facts: Sequence[Fact]) -> list[Fact]:
    """Mark expectations that name no metric and stand in a row ("the consensus was 5 cents and $3 billion"): in the order of the figures."""
    bare = Counter(fact.index for fact in facts if fact.metric is None and fact.role in _EXPECTED)
    return [replace(fact, listed=True) if fact.metric is None and bare[fact.index] > 1 else fact for fact in facts]


_EXPECTED = ("estimate", "later")
_PLAUSIBLE = 2
"""How many times as large as a figure an expectation of it may be, before it is rather of another one."""


def _is_of_other_size(draft: Draft, fact: Fact) -> bool:
    """Tell whether an expectation is too large or too small to be of a draft's figure, as far as their sizes tell."""
    if draft.figure is None or fact.figure is None or fact.role not in _EXPECTED:
        return False
    small, large = sorted((abs(draft.figure.value), abs(fact.figure.value)))
    return large > _PLAUSIBLE * small > 0


def _give_first(fact: Fact, pool: Iterable[Draft], role: str) -> bool:
    """Give a fact to the first draft that has none in its role; tell whether there was one."""
    for draft in pool:
        if getattr(draft, role) is None:
            draft.take(role, fact)
            return True
    return False


# ---------------------------------------------------------------- a year ago


def _give_change(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a change to the row of its own sentence; one told apart from its level opens a row (see `_join_orphans`)."""
    sequential = fact.change_kind == "sequential"
    if any(d.index == fact.index and d.metric == fact.metric and d.at < fact.at for d in guidance):
        return
    if fact.metric is None:
        before = [d for d in results if d.index == fact.index - 1 and d.actual is not None]
        if before and not sequential and not any(d.index == fact.index - 1 for d in guidance):
            _give_first(fact, before[-1:], "change")
        return
    for draft in _same_sentence(results, fact):
        free = draft.change is None or (draft.change.change_kind == "sequential" and not sequential)
        if free and draft.metric == fact.metric and (draft.scope == fact.scope or not fact.scope):
            if not draft.is_rate:
                draft.take("change", fact)
            return
    if sequential:
        return
    if fact.metric == "same_store_sales":
        open_draft(results, fact)
    elif not fact.metric.endswith(("_margin", "_rate")):
        results.append(new_draft(fact, "change"))


def _join_orphans(results: list[Draft]) -> None:
    """
    Join changes told without their level ("Acme profit rises 20%" in a title) with the level's row.

    A profit of no kind may be any of the text's profits; where two changes differ by more than rounding, both stay.
    """
    for orphan in [d for d in results if d.actual is None and d.change is not None]:
        generic = orphan.change is not None and orphan.change.generic
        homes = [d for d in results if d.actual is not None and not d.is_rate and (d.scope, d.kind) == (orphan.scope, orphan.kind)]
        homes = [d for d in homes if d.metric == orphan.metric or (generic and d.metric in {*PROFITS, "eps"})]
        free = [d for d in homes if d.change is None and (d.metric == orphan.metric or abs(d.index - orphan.index) <= REACH)]
        free.sort(key=lambda d: (d.metric != orphan.metric, d.basis == "adjusted", d.metric == "eps", d.index))
        same = [d for d in homes if _is_same_change(d.change, orphan.change)]
        if same:
            if orphan.change is not None and _is_finer(orphan.change, same[0].change):
                same[0].take("change", orphan.change)
            results.remove(orphan)
        elif free and orphan.change is not None and (free[0].metric == orphan.metric or all(d.change is None for d in homes)):
            free[0].take("change", orphan.change)
            results.remove(orphan)


def _is_same_change(a: Fact | None, b: Fact | None) -> bool:
    """Tell whether two changes are one, rounded to a whole number."""
    if a is None or b is None or a.figure is None or b.figure is None:
        return False
    return abs(a.figure.value - b.figure.value) < 1


def _is_finer(new: Fact, old: Fact | None) -> bool:
    """Tell whether a change is written with more places than one of the title."""
    places = [fact.figure.value.as_tuple().exponent for fact in (new, old) if fact is not None and fact.figure is not None]
    return places[0] < places[-1]  # type: ignore[operator] - finite numbers


def _give_prior(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give the figure of a year ago to its row; in an outlook, "from X" is the outlook until now."""
    said = "year ago" in fact.shape
    mine = _same_sentence(results, fact)
    if not said and not mine:
        olds = _same_sentence(guidance, fact)
        if olds and olds[0].at < fact.at:
            _give_first(fact, olds[:1], "previous")
            return
    pool = [*mine, *(d for d in _near(results, fact) if d not in mine)] if said else mine
    fits = [
        d
        for d in pool
        if (d.actual is not None or (d.change is not None and fact.figure is not None and fact.figure.kind != "percent"))
        and (said or d.metric not in STOCKS | UNDATED)
        and not (fact.basis and d.basis and fact.basis != d.basis)
    ]
    _give_first(fact, fits, "prior")


# ---------------------------------------------------------------- what was expected


def _give_estimate(fact: Fact, results: list[Draft], guidance: list[Draft]) -> None:
    """Give a consensus to the outlook of its own sentence, to a reported figure, or to an outlook just told."""
    if fact.present and fact.period is not None and fact.period.when == "next":
        _give_later(fact, guidance)
        return
    mine = _same_sentence(results, fact)
    if not mine and _give_first(fact, [d for d in _same_sentence(guidance, fact) if d.at < fact.at], "estimate"):
        return
    pool = _near(results, fact)
    if any(_is_known(d.estimate, fact) for d in pool):
        return
    for draft in pool:
        if _narrows(draft.estimate, fact):
            draft.take("estimate", fact)
            return
    free = [d for d in pool if d.estimate is None and d.actual is not None]
    outlooks = [d for d in _near(guidance, fact) if d.estimate is None and 0 <= fact.index - d.index < OUTLOOK_REACH]
    if outlooks and (not free or fact.present or outlooks[0].index > free[0].index):
        outlooks[0].take("estimate", fact)
    elif free:
        _of_right_basis(free, fact).take("estimate", fact)


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


def _of_right_basis(pool: list[Draft], fact: Fact) -> Draft:
    """Choose among drafts, nearest first: the basis that the consensus names, else the adjusted one beside a reported one."""
    named = [d for d in pool if fact.basis and d.basis == fact.basis]
    if named:
        return named[0]
    first = pool[0]
    beside = first.index == fact.index and first.at < fact.at
    if beside and not any(d.index == fact.index and d.basis == "adjusted" for d in pool):
        return first
    if first.metric in _TWO_BASES and fact.basis != "gaap":
        return next((d for d in pool if d.basis == "adjusted" and (d.metric, d.scope) == (first.metric, first.scope)), first)
    return first


def _give_later(fact: Fact, guidance: list[Draft]) -> None:
    """Give what analysts expect of a period to come to an outlook told shortly before."""
    pool = [d for d in _near(guidance, fact) if d.estimate is None and 0 <= fact.index - d.index <= OUTLOOK_REACH]
    same = [d for d in pool if fact.period is None or d.period is None or fact.period.kind == d.period.kind]
    _give_first(fact, same or pool, "estimate")


def _give_gap(fact: Fact, results: list[Draft]) -> None:
    """Give the difference by which a figure beat or missed to its row; one in percent says only which of the two."""
    pool = _same_sentence(results, fact) or _near(results, fact)[:1]
    for draft in pool:
        if draft.actual is None or draft.gap is not None:
            continue
        if fact.figure is not None and fact.figure.kind in ("percent", "points"):
            draft.said = "beat" if fact.side and fact.side[-1] in "bUjq" else "miss"
            draft.note(fact)
        else:
            draft.take("gap", fact)
        return


def _give_to_before(fact: Fact, results: list[Draft], text: str) -> None:
    """Give a verdict that names no metric to the figure just told, in the sentence before and the same paragraph."""
    before = [d for d in results if d.index == fact.index - 1 and d.actual is not None]
    before = [d for d in before if "\n" not in text[d.sentence.end : fact.sentence.start]]
    metrics = {d.metric for d in before}
    if len(metrics) != 1 and metrics != {"net_income", "eps"}:
        return  # of several figures, it may be any
    last = max(before, key=lambda d: d.at)
    if last.said is None:
        last.said = fact.verdict  # beside an estimate it is kept for the warning where the two disagree
        last.note(fact)


def _give_verdict(fact: Fact, results: list[Draft]) -> None:
    """Give a verdict in words to its row, or a row of its own; figures that decide are left alone."""
    pool = [d for d in results if d.metric == fact.metric and d.scope == fact.scope]
    if fact.metric == "eps" and fact.generic and not pool:
        pool = [d for d in results if d.metric in PROFITS and not d.scope]
    if fact.basis == "adjusted":
        pool = [d for d in pool if d.basis == "adjusted"] or pool
    if any(d.is_compared for d in pool):
        for draft in pool:
            if draft.estimate is not None and draft.said is None:
                draft.said = fact.verdict  # kept beside the figures, for the warning where they disagree
        return
    if not pool:
        draft = new_draft(fact)
        results.append(draft)
    else:
        pool = _sorted(pool, fact)
        draft = next((d for d in pool if d.basis == "adjusted"), pool[0])
    draft.said = fact.verdict
    draft.note(fact)
    if fact.exact and draft.figure is not None:
        draft.gap = replace(fact, figure=replace(draft.figure, value=Decimal(0)))
