"""
Both periods: what a sentence tells of a quarter, and then of its year without naming the metric again.

"Acme earned $12 million, or 30 cents a share, in the quarter and $47 million, or $1.20 a share, for the year": that is lent
between figures that are read already, each with what it is a share. What `grammar.again` puts among the words is read anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.read import DEFAULT_SHAPE, Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import Token
from earnsum.grammar.told import Fact
from earnsum.patterns import regex
from earnsum.text.marks import PeriodMark, Quantity
from earnsum.text.sums import SUM
from earnsum.text.terms import ITS

_PERIOD = (
    rf"(?:{ITS}\ (?!(?:previous|preceding|prior|last|same|year-)\b)(?:[\w-]++\ ){{0,3}}"
    r"(?:quarter|half|year|period|(?:three|six|nine|12|twelve)\ months)|(?:[369]|12|six|nine|twelve)\ months)"
)
_SHARE = rf"(?:,\ or\ (?:{SUM}|[\w.]+)(?:\ (?:a|per)\ share)?,?)?"
_AND = regex.compile(rf"{_SHARE}\ (?:in|for|during)\ {_PERIOD},?\ and\ (?:of\ )?")
_OF_THE_OTHER = regex.compile(rf"{_SHARE}\ (?:in|for|during)\ {_PERIOD}\b(?!\ (?:of\ )?(?:19|20)[0-9])")
_OR = regex.compile(r",?\ or\ ")
_NEAR = 20
_IN = regex.compile(r"\ (?:in|for|during)\ (?:the\ )?")
_AND_ONE = regex.compile(r",?\ and\ (?:(?:in|for|during)\ )?(?:the\ )?")


def with_both_periods(
    folded: str, tokens: Sequence[Token], periods: Sequence[PeriodMark], readings: Sequence[Reading]
) -> list[Reading]:
    """Return readings, figures of a second period with the metrics of those of the first."""
    found = list(readings)
    for at, reading in enumerate(found):
        first = next((r for r in found[:at] if _goes_on(folded, tokens, r, reading)), None)
        if first is None and at and reading.metric is None and _in_turn(folded, periods, found[at - 1].figure, reading.figure):
            first = found[at - 1] if found[at - 1].metric is not None else None
        if first is None:
            continue
        found[at] = reading._replace(metric=first.metric, metric_at=first.metric_at, shape=DEFAULT_SHAPE)
        share = found[at + 1] if at + 1 < len(found) else None
        if (
            share is not None
            and share.metric is None
            and _OR.fullmatch(folded, reading.figure.extent.end, share.figure.extent.start)
        ):
            found[at + 1] = share._replace(metric=first.metric, metric_at=first.metric_at, shape=DEFAULT_SHAPE)
    return found


def _goes_on(folded: str, tokens: Sequence[Token], first: Reading, reading: Reading) -> bool:
    """Tell a figure without a metric behind one of its kind and "in the quarter and", which its own period follows."""
    if first.metric is None or reading.metric is not None or first.role != "actual" or reading.role != "actual":
        return False
    if tokens[first.at].tag != tokens[reading.at].tag:
        return False
    between = _AND.fullmatch(folded, first.figure.extent.end, reading.figure.extent.start)
    return between is not None and _OF_THE_OTHER.match(folded, reading.figure.extent.end) is not None


def _in_turn(folded: str, periods: Sequence[PeriodMark], one: Quantity, other: Quantity) -> tuple[PeriodMark, PeriodMark] | None:
    """Return the two periods that two figures are of in turn ("$5 million and $4 million in 2008 and 2007, respectively")."""
    if one.unit != other.unit or _AND_ONE.fullmatch(folded, one.extent.end, other.extent.start) is None:
        return None
    for pair in pairwise(periods):
        behind = _IN.fullmatch(folded, other.extent.end, pair[0].span.start)
        before = pair[1].span.end <= one.span.start <= pair[1].span.end + _NEAR
        if (behind or before) and _AND_ONE.fullmatch(folded, pair[0].span.end, pair[1].span.start):
            return pair
    return None


def with_periods_in_turn(folded: str, periods: Sequence[PeriodMark], facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, two figures of a metric with two periods told in their order, the earlier of two years as a year ago."""
    found = list(facts)
    for at, (one, other) in enumerate(pairwise(facts)):
        if one.figure is None or other.figure is None or (one.metric, one.scope) != (other.metric, other.scope):
            continue
        pair = _in_turn(folded, periods, one.figure, other.figure)
        if pair is not None and {one.role, other.role} <= {"actual", "prior"}:
            years = [period.year or 0 for period in pair]
            old = pair[0].kind == pair[1].kind and years[1] == years[0] + 1
            roles: tuple[Role, Role] = ("prior", "actual") if old else ("actual", "prior" if years[0] == years[1] + 1 else "actual")
            told = (pair[1], pair[1]) if old else pair
            found[at : at + 2] = [
                f._replace(role=role, period=period) for f, role, period in zip((one, other), roles, told, strict=True)
            ]
    return found


def with_period_of_share(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, a sum with the period that stands behind what it is a share ("$47 million, or $1.20 a share, for the year")."""
    found = list(facts)
    for at, (fact, share) in enumerate(pairwise(facts)):
        if fact.figure is None or share.figure is None or share.period is None or share.metric != "eps" or fact.role != share.role:
            continue
        behind = share.period.span.start >= share.figure.extent.end
        if behind and _OR.fullmatch(folded, fact.figure.extent.end, share.figure.extent.start):
            found[at] = fact._replace(period=share.period)
    return found
