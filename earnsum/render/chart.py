"""
Charts, as inline SVG: how many articles beat or missed by how much, and the bar beside one surprise.

A histogram, because it says as much of a thousand articles as of ten.  Nothing here needs a
style attribute, which the page's policy would refuse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal
from html import escape

from earnsum.render.cells import BAR_FULL
from earnsum.render.report import Reporter

STEP = Decimal("2.5")
REACH = 8
"""Steps to each side; what lies beyond counts in the outermost."""
BAR, TALL, MARGIN = 18, 80, 24
SPARK = 30
"""Half the width of the bar beside a surprise."""


def bin_of(pct: Decimal) -> int:
    """
    Return the step that a surprise falls into; 0 begins at 0 %.

    >>> [bin_of(Decimal(p)) for p in ("0", "2.4", "-0.1", "-99", "99")]
    [0, 0, -1, -8, 7]
    """
    return max(-REACH, min(REACH - 1, int((pct / STEP).to_integral_value(ROUND_FLOOR))))


def histogram(report: Reporter, surprises: Iterable[Decimal]) -> str:
    """Return the chart of surprises in percent, which it also tells in words; nothing where there are none."""
    counts = sorted(Counter(map(bin_of, surprises)).items())
    if not counts:
        return ""
    most = max(count for _, count in counts)
    told = [f"{_step(report, step)}: {count}" for step, count in counts]
    bars = "".join(_bar(step, count, _high(count, most), said) for (step, count), said in zip(counts, told, strict=True))
    width, height = 2 * (REACH * BAR + MARGIN), TALL + 34
    label = escape(f"{report.words('Surprises in percent')}. {'; '.join(told)}")
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg role="img" aria-label="{label}" {size}>{bars}{"".join(_axis(report, width))}</svg>'


def _bar(step: int, count: int, high: int, said: str) -> str:
    left, top = MARGIN + (step + REACH) * BAR, TALL + 14 - high
    return (
        f'<rect class="{"down" if step < 0 else "up"}" x="{left + 1}" y="{top}" width="{BAR - 2}" height="{high}">'
        f"<title>{escape(said)}</title></rect>"
        f'<text x="{left + BAR // 2}" y="{top - 3}" text-anchor="middle">{count}</text>'
    )


def _high(count: int, most: int) -> int:
    return max(1, round(count * TALL / most))


def _step(report: Reporter, step: int) -> str:
    """Return what a step holds: from where to where, or beyond what."""
    low, high = (report.numbers.percent(STEP * n, signed=True) for n in (step, step + 1))
    if step == -REACH:
        return f"< {high}"
    return f"≥ {low}" if step == REACH - 1 else f"{low} – {high}"


def _axis(report: Reporter, width: int) -> Iterator[str]:
    yield f'<line x1="{MARGIN}" x2="{width - MARGIN}" y1="{TALL + 14}" y2="{TALL + 14}"/>'
    for step in range(-REACH, REACH + 1, REACH // 2):
        at = report.numbers.percent(STEP * step, signed=True)
        yield f'<text x="{MARGIN + (step + REACH) * BAR}" y="{TALL + 30}" text-anchor="middle">{escape(at)}</text>'


def spark(pct: Decimal) -> str:
    """
    Return the bar of one surprise, from the middle, cut off where the terminal's is.

    >>> spark(Decimal(-10)).partition(">")[2]
    '<path d="M30 0v10"/><rect x="15" y="2" width="15" height="6"/></svg>'
    """
    size = max(1, round(min(abs(pct), BAR_FULL) * SPARK / BAR_FULL)) if pct else 0
    x = SPARK - size if pct < 0 else SPARK
    bar = f'<rect x="{x}" y="2" width="{size}" height="6"/>'
    return f'<svg class="bar" width="{2 * SPARK}" height="10" aria-hidden="true"><path d="M{SPARK} 0v10"/>{bar}</svg>'
