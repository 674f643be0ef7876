"""
The timeline: how the periods that an article names stand to the one that it reports.

`periods` reads each name by itself; once the main period is known, "in Q2 2009"
turns out to be a year ago, "in the second quarter" of a third-quarter report
the quarter before, "fiscal 2023" of a 2022 report yet to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.marks import PeriodMark, When
from earnsum.model import Period
from earnsum.periods import same_period_a_year_before

LAST_YEAR = frozenset({"last year", "the year before", "year before", "prior year", "previous year", "the previous year"})
"""In the report of a quarter these are the same quarter of the year before."""


def place_periods(periods: Sequence[PeriodMark], main: Period, folded: str) -> list[PeriodMark]:
    """Return the periods with `when` filled where the main period decides it; "annual active users" names none."""
    return [
        mark if mark.when is not None else mark._replace(when=_when(mark, main, folded))
        for mark in periods
        if not folded.startswith(" active", mark.span.end)
    ]


def _when(mark: PeriodMark, main: Period, folded: str) -> When | None:
    if same_period_a_year_before(mark, main):
        return "year_ago"
    if mark.label.startswith("previous quarter"):  # "ended June 2022", which may be that of a year ago
        return "previous"
    if mark.label.lower() in LAST_YEAR and (main.kind not in (None, "year") or folded.startswith("'s ", mark.span.end)):
        return "year_ago"
    year = main.fiscal_year or (int(main.end[:4]) if main.end else None)
    if mark.year is not None and year is not None and mark.year < year - 1:
        return "other_year"
    ours, its = main.fiscal_period, mark.fiscal_period
    if mark.kind == main.kind == "quarter" and its and ours and its != ours:
        ahead = (int(its[1]) - int(ours[1])) % 4
        return "next" if ahead == 1 else "previous"
    return None
