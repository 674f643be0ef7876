"""
In order: expectations that belong to the rows they stand beside, by their place in the sentence alone.

Several in a row are of as many parts in a row; one right behind a result or an outlook, in a sentence that tells both, is of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.resolution.drafts import Draft, unit_fits
from earnsum.resolution.likely import OF_ANOTHER_SIZE, times_off
from earnsum.resolution.pools import same_sentence


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
    if told is None or times_off(told, fact) < OF_ANOTHER_SIZE:
        return told
    return told if min(pool, key=lambda d: times_off(d, fact)) is told else None


def _parts(results: Sequence[Draft], index: int, told: Sequence[Fact]) -> list[Draft]:
    """Return a sentence's rows of one metric, each of another part, that expectations may all be of."""
    figures = [fact.figure for fact in told if fact.figure is not None]
    parts = [d for d in results if d.index == index and d.actual is not None and d.estimate is None]
    parts = [d for d in parts if d.scope and all(unit_fits(d, figure) for figure in figures)]
    one = len({d.metric for d in parts}) == 1 and len({d.scope for d in parts}) == len(parts)
    parts.sort(key=lambda d: d.at)
    alike = one and {f.metric for f in told} <= {None, parts[0].metric} and {f.scope for f in told} in ({None}, {parts[0].scope})
    return parts if alike else []
