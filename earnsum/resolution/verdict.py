"""
Verdicts: surprise, beat or miss, and the warnings that no other tool gives.

Figures decide where both stand in the text; words decide otherwise; where they
disagree the figures win and a warning says so.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from earnsum.grammar.told import Fact
from earnsum.model import Caveat, Figure, Row, Surprise, Verdict
from earnsum.resolution.finish import Resolved, half_step

UNJUDGED = frozenset({"capex", "charge", "provisions", "debt", "tax_rate"})
"""More is neither good nor bad here: no verdict unless the text gives one."""

SLACK = Decimal(2)
"""Percentage points by which a stated change may differ from the one between its levels: both are rounded."""

_CENT = Decimal("0.01")
_AMPLE = Context(prec=80)
"""Digits for the largest figure in percent of the smallest."""


def judge(resolved: Resolved, tolerance: Decimal = Decimal(0)) -> tuple[Row, list[Caveat]]:
    """Return a row with its surprise and verdict, and the warnings that its figures and words give rise to."""
    row, said = _with_gap(resolved), resolved.said
    actual, estimate = row.actual, row.estimate
    caveats = [*_change_caveats(row)]
    if actual is None or estimate is None or actual.unit != estimate.unit:
        if actual is not None and estimate is not None:
            caveats.append(_caveat("currency-mismatch", row, f"{actual.text} and {estimate.text} are not in one unit", estimate))
        return row._replace(verdict=said, verdict_from="words" if said else None), caveats
    estimate = estimate if resolved.named else _signed_like(actual, estimate, said, resolved.gap)
    row = row._replace(estimate=estimate, surprise=surprise_of(actual, estimate))
    verdict = (
        None
        if row.metric in UNJUDGED
        else "in_line"
        if _is_within(actual, estimate)
        else compare(actual.value, estimate.value, tolerance)
    )
    if said and verdict and {said, verdict} == {"beat", "miss"}:
        claim = f"the text says {_words(said)}, its figures ({actual.text} against {estimate.text}) say {_words(verdict)}"
        caveats.append(_caveat("claim-contradicts-figures", row, claim))
    if resolved.mismatch:
        claim = f"{actual.text} and the estimate of {estimate.text} are on different bases"
        caveats.append(_caveat("basis-mismatch", row, claim, estimate))
    caveats += _surprise_caveats(row, resolved.gap)
    return row._replace(verdict=verdict or said, verdict_from="figures" if verdict else "words" if said else None), caveats


def judge_outlook(resolved: Resolved) -> Row:
    """
    Return an outlook's row with its surprise and its verdict against the consensus for that period.

    A beat is a range that lies above the consensus, a miss one below; a consensus within it is in line.  A bound stands for
    its figure ("at least $2.75").
    """
    row = _with_gap(resolved)
    actual, estimate = row.actual, row.estimate
    if actual is None or estimate is None or actual.unit != estimate.unit:
        return row._replace(verdict=resolved.said, verdict_from="words") if resolved.said and row.verdict is None else row
    estimate = estimate if resolved.named else _signed_like(actual, estimate)
    verdict: Verdict = "in_line"
    low, high = (actual.value if end is None else end for end in (actual.low, actual.high))
    if low > estimate.value:
        verdict = "beat"
    elif high < estimate.value:
        verdict = "miss"
    return row._replace(estimate=estimate, surprise=surprise_of(actual, estimate), verdict=verdict, verdict_from="figures")


def _is_within(actual: Figure, estimate: Figure) -> bool:
    """Tell a figure that lies in the range of what analysts expected."""
    low, high = estimate.low, estimate.high
    return low is not None and high is not None and low < high and low <= actual.value <= high


def compare(actual: Decimal, estimate: Decimal, tolerance: Decimal = Decimal(0)) -> Verdict:
    """
    Return how an actual figure stands to an estimate; `tolerance`, in percent of the estimate, widens in_line.

    >>> compare(Decimal("1.58"), Decimal("1.79"))
    'miss'
    >>> compare(Decimal("1.00"), Decimal("1.01"), tolerance=Decimal(1))
    'in_line'
    """
    if abs(actual - estimate) <= abs(estimate) * tolerance / 100:
        return "in_line"
    return "beat" if actual > estimate else "miss"


def surprise_of(actual: Figure, estimate: Figure) -> Surprise:
    """Return actual − estimate, and that in percent of the estimate's size to two places (None where it is 0)."""
    amount = actual.value - estimate.value
    if not estimate.value:
        return Surprise(amount=amount, pct=None)
    pct = (amount / abs(estimate.value) * 100).quantize(_CENT, ROUND_HALF_EVEN, _AMPLE)
    return Surprise(amount=amount, pct=pct)


_A_SUM = Decimal(1_000_000)
_FAR = 5
"""So many times as large as a count that was lost, an estimate without a sign is rather of what was to come."""


def _signed_like(actual: Figure, estimate: Figure, said: Verdict | None = None, gap: Fact | None = None) -> Figure:
    """Give an estimate that names no profit the sign of the loss it is compared with, unless the text says otherwise."""
    if actual.unit == "%" or actual.value >= 0 or estimate.value <= 0:
        return estimate
    if actual.unit == "count" and estimate.value > abs(actual.value) * _FAR:
        return estimate  # it lost 200,000 subscribers where 2.7 million more were expected
    if said and said != compare(actual.value, -estimate.value) and not _is_as_large(actual.value, estimate.value):
        return estimate
    if gap is not None and _is_off_by(gap, actual.value - estimate.value, estimate.value):  # "missing $0.01 by 3300 percent"
        return estimate
    low = None if estimate.high is None else -estimate.high
    high = None if estimate.low is None else -estimate.low
    return estimate._replace(value=-estimate.value, low=low, high=high)


def _is_as_large(loss: Decimal, estimate: Decimal) -> bool:
    """Tell a sum that is so near to a loss that it was the loss expected, whatever the verb says; cents are often alike."""
    return estimate >= _A_SUM and abs(abs(loss) - estimate) <= estimate / 10


def _is_off_by(gap: Fact, amount: Decimal, estimate: Decimal) -> bool:
    """Tell whether a stated difference, in percent of the estimate or as an amount, is this amount, but for rounding."""
    if gap.figure is None or not estimate:
        return False
    stated = abs(gap.figure.value)
    computed = abs(amount / estimate * 100 if gap.figure.kind == "percent" else amount)
    return abs(computed - stated) <= stated / 100


def _with_gap(resolved: Resolved) -> Row:
    """Fill the estimate from a stated difference ("beat by 3 cents")."""
    row, gap = resolved.row, resolved.gap
    if gap is None or gap.figure is None or gap.figure.kind == "percent" or row.actual is None or row.estimate is not None:
        return row
    size = abs(gap.figure.value)
    better = bool(gap.side) and gap.side[-1] in "bUjq"
    value = row.actual.value - size if better else row.actual.value + size
    # its text and place are those of the difference that it was computed from
    estimate = Figure(
        value=value,
        low=value,
        high=value,
        unit=row.actual.unit,
        derived=True,
        by=gap.by,
        analysts=gap.analysts,
        text=resolved.gap_text,
        span=gap.figure.span,
    )
    return row._replace(estimate=estimate)


def _change_caveats(row: Row) -> list[Caveat]:
    """Warn where a stated change is not the one between the two levels beside it."""
    actual, prior, change = row.actual, row.prior, row.change
    if actual is None or prior is None or change is None or change.kind or actual.unit != prior.unit:
        return []
    if actual.value <= 0 or prior.value <= 0:
        return []
    computed = (actual.value / prior.value - 1) * 100
    rounding = (half_step(actual) / actual.value + half_step(prior) / prior.value) * (100 + computed)
    if abs(computed - change.pct) <= max(SLACK, abs(change.pct) / 10, rounding):
        return []
    shown = f"{computed:.1f}%"
    claim = f"the text says {change.text}, but from {prior.text} to {actual.text} it is {shown}"
    return [Caveat(code="change-contradicts-levels", message=f"{row.metric}: {claim}", span=change.span)]


def _surprise_caveats(row: Row, gap: Fact | None) -> list[Caveat]:
    """Warn where a stated difference, as a sum or in percent of the estimate, is not the one between actual and estimate."""
    if gap is None or gap.figure is None or row.surprise is None or row.actual is None:
        return []
    if row.estimate is None or row.estimate.derived:
        return []
    stated = abs(gap.figure.value)
    if gap.figure.kind == "percent":
        if row.surprise.pct is None:
            return []
        rounding = (half_step(row.actual) + half_step(row.estimate)) / abs(row.estimate.value) * 100
        agrees = abs(abs(row.surprise.pct) - stated) <= max(SLACK, stated / 10, rounding)
    else:
        agrees = abs(abs(row.surprise.amount) - stated) <= stated / 10
    if agrees:
        return []
    claim = f"the stated difference is not that between {row.actual.text} and {row.estimate.text}"
    return [Caveat(code="surprise-contradicts-figures", message=f"{row.metric}: {claim}", span=gap.figure.span)]


def _caveat(code: str, row: Row, claim: str, figure: Figure | None = None) -> Caveat:
    return Caveat(code=code, message=f"{row.metric}: {claim}", span=figure.span if figure is not None else row.span)


def _words(verdict: Verdict) -> str:
    return verdict.replace("_", " ")
