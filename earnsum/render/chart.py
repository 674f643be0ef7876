"""
The chart of surprises: how many articles beat or missed by how much, as inline SVG.

A histogram, because it says as much of a thousand articles as of ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from html import escape

from earnsum.model import Row
from earnsum.render import Score
from earnsum.render.report import Reporter

STEP = Decimal("2.5")
REACH = 8
"""Steps to each side; what lies beyond counts in the outermost."""
BAR, TALL, GAP = 18, 80, 40


def histogram(report: Reporter, scores: Sequence[Score]) -> str:
    """Return the charts of earnings and of revenue, side by side; nothing where there is nothing to show."""
    shown = []
    for title, of in (("EPS", _eps), (report.words("Revenue"), _revenue)):
        surprises = [row.surprise.pct for line in scores if (row := of(line)) and row.surprise]
        counts = Counter(bin_of(pct) for pct in surprises if pct is not None)
        if counts:
            shown.append((title, counts))
    if not shown:
        return ""
    wide = BAR * 2 * REACH
    parts = "".join(_one(report, title, counts, n * (wide + GAP) + GAP // 2) for n, (title, counts) in enumerate(shown))
    width, height = len(shown) * (wide + GAP), TALL + 44
    label = escape(report.words("Surprises in percent"))
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg class="chart" role="img" aria-label="{label}" {size}>{parts}</svg>\n'


def _eps(score: Score) -> Row | None:
    return score.eps


def _revenue(score: Score) -> Row | None:
    return score.revenue


def bin_of(pct: Decimal) -> int:
    """
    Return the step that a surprise falls into; 0 begins at 0 %.

    >>> [bin_of(Decimal(p)) for p in ("0", "2.4", "-0.1", "-99", "99")]
    [0, 0, -1, -8, 7]
    """
    return max(-REACH, min(REACH - 1, int((pct / STEP).to_integral_value(ROUND_FLOOR))))


def _one(report: Reporter, title: str, counts: Counter[int], left: int) -> str:
    most = max(counts.values())
    bars = []
    for step, count in sorted(counts.items()):
        high = max(1, round(count * TALL / most))
        x = left + (step + REACH) * BAR
        start, end = (report.numbers.percent(STEP * n, signed=True) for n in (step, step + 1))
        bars.append(
            f'<rect class="{"down" if step < 0 else "up"}" x="{x + 1}" y="{TALL + 18 - high}" width="{BAR - 2}" height="{high}">'
            f"<title>{escape(f'{start} … {end}: {count}')}</title></rect>"
        )
    axis = "".join(
        f'<text x="{left + (step + REACH) * BAR}" y="{TALL + 34}" text-anchor="middle">'
        f"{escape(report.numbers.percent(STEP * step, signed=True))}</text>"
        for step in (-REACH, -REACH // 2, 0, REACH // 2, REACH)
    )
    base = f'<line x1="{left}" x2="{left + BAR * 2 * REACH}" y1="{TALL + 18}" y2="{TALL + 18}"/>'
    return f'<text x="{left}" y="12">{escape(title)}</text>{"".join(bars)}{base}{axis}'
