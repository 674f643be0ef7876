"""
Periods carried on: what a paragraph goes on to tell of the period that its sentence before was about.

"For the nine months, Acme earned $3 million. Sales rose to $20 million": the sales are of the nine months too, though
the article reports a quarter.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.model import Period
from earnsum.text.marks import PeriodMark

_REPORTED = frozenset({"actual", "change", "margin", "prior"})


def with_carried_period(facts: Sequence[Fact], periods: Sequence[PeriodMark], carried: PeriodMark | None) -> list[Fact]:
    """Return a sentence's facts, those of no period as of the one `carried`, if the sentence names none of its own."""
    if carried is None or _is_named(periods):
        return list(facts)
    return [fact._replace(period=carried) if fact.period is None and fact.role in _REPORTED else fact for fact in facts]


def carried_on(facts: Sequence[Fact], periods: Sequence[PeriodMark], carried: PeriodMark | None, main: Period) -> PeriodMark | None:
    """Return the period that the next sentence may go on about: that of all the facts of this one, where it is not the main one."""
    told = [fact.period for fact in facts if fact.role in _REPORTED]
    if not told:
        return None if _is_named(periods) else carried
    kinds = {period.kind if period is not None else None for period in told}
    first = told[0]
    return first if len(kinds) == 1 and first is not None and first.kind not in (main.kind, "month") else None


def _is_named(periods: Sequence[PeriodMark]) -> bool:
    """Tell whether a sentence names a period of its own."""
    return any(period.when is None and period.kind for period in periods)
