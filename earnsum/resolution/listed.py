"""Lists: expectations and figures of a year ago that stand in a row are marked, to be given in turn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.resolution.pools import EXPECTED


def with_lists(facts: Sequence[Fact]) -> list[Fact]:
    """
    Mark expectations that stand in a row.

    Those without a metric ("the consensus was 5 cents and $3 billion"), and as many of one metric as the company has outlooks of.
    """
    if sum(fact.role in EXPECTED for fact in facts) <= 1:
        return list(facts)
    bare = Counter(fact.index for fact in facts if fact.metric is None and fact.role in EXPECTED)
    facts = [fact._replace(listed=True) if fact.metric is None and bare[fact.index] > 1 else fact for fact in facts]
    own = Counter((fact.index, fact.metric) for fact in facts if fact.metric and fact.role == "guide")
    theirs = Counter((fact.index, fact.metric) for fact in facts if fact.metric and fact.role in EXPECTED)
    paired = {key for key, count in theirs.items() if count > 1 and own[key] == count}
    return [
        fact._replace(in_turn=True, period=None) if fact.role in EXPECTED and (fact.index, fact.metric) in paired else fact
        for fact in facts
    ]


def with_years_in_turn(facts: Sequence[Fact]) -> list[Fact]:
    """
    Mark the figures of a year ago that stand in a row behind as many levels of one metric.

    "It made $45 million in the quarter and $88 million in the half, compared with $40 million and $79 million."
    """
    levels, priors = defaultdict[int, list[Fact]](list), defaultdict[int, list[Fact]](list)
    for fact in facts:
        if fact.role in ("actual", "prior") and (fact.metric or fact.role == "prior"):
            (levels if fact.role == "actual" else priors)[fact.index].append(fact)
    paired = {index for index, olds in priors.items() if len(olds) > 1 and _are_in_turn(levels[index], olds)}
    return [fact._replace(in_turn=True) if fact.role == "prior" and fact.index in paired else fact for fact in facts]


def _are_in_turn(levels: Sequence[Fact], olds: Sequence[Fact]) -> bool:
    """Tell whether as many figures of a year ago follow levels of one metric."""
    metrics = {fact.metric for fact in levels}
    alike = len(metrics) == 1 and all(fact.metric is None or fact.metric in metrics for fact in olds)
    return alike and len(levels) == len(olds) and max(fact.at for fact in levels) < min(fact.at for fact in olds)
