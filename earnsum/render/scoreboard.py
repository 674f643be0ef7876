"""The scoreboard: one line an article, and how many beat, met and missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from earnsum.model import Row, Summary
from earnsum.render import Score
from earnsum.render.names import short_period
from earnsum.render.report import Cell, Column, Line, Reporter, Section, used
from earnsum.render.safe import plain
from earnsum.render.words import VERDICTS
from earnsum.rows import is_headline


def score(report: Reporter, summary: Summary, anchor: str = "") -> Score:
    """Return what the scoreboard says of a summary."""
    rows = [row for row in summary.results if is_headline(row)]
    found = summary.results or summary.guidance
    return Score(
        source=summary.source,
        item=summary.item,
        company=summary.company.name,
        ticker=summary.company.ticker,
        period=short_period(report.words, summary.period) if found else None,
        published=summary.published,
        eps=_best(row for row in rows if row.metric == "eps"),
        revenue=_best(row for row in rows if row.metric == "revenue"),
        anchor=anchor,
    )


def _best(rows: Iterable[Row]) -> Row | None:
    """Choose the row that compares; of several, or none, the first."""
    return min(rows, key=lambda row: (row.estimate is None, row.verdict is None), default=None)


def tally(scores: Iterable[Score], of: Callable[[Score], Row | None]) -> dict[str, int]:
    """Count the verdicts on one metric."""
    counts = dict.fromkeys(VERDICTS, 0)
    for line in scores:
        row = of(line)
        if row and row.verdict:
            counts[row.verdict] += 1
    return counts


def scoreboard(report: Reporter, scores: Sequence[Score]) -> Section:
    """Return one line an article: who, when, earnings per share and revenue with their verdicts."""
    words = report.words
    columns = (
        Column(words("Company"), is_number=False),
        Column(words("Ticker"), is_number=False, gives_way=3),
        Column(words("Period"), is_number=False, gives_way=2),
        Column("EPS"),
        Column(words("Estimate"), gives_way=4),
        Column("%", gives_way=1),
        Column(words("Verdict"), is_number=False),
        Column(words("Revenue")),
        Column(words("Estimate"), gives_way=4),
        Column("%", gives_way=1),
        Column(words("Verdict"), is_number=False),
        Column(words("Source"), is_number=False, gives_way=5),
    )
    lines = (
        Line(
            (
                Cell(plain(line.company or report.file(line)), "heading"),
                Cell(plain(line.ticker or "")),
                Cell(plain(line.period or "")),
                *_pair(report, line.eps),
                *_pair(report, line.revenue),
                Cell(plain(report.source(line)), "quiet"),
            )
        )
        for line in scores
    )
    return used(Section(words("Scoreboard"), columns, tuple(lines)))


def _pair(report: Reporter, row: Row | None) -> tuple[Cell, ...]:
    if row is None:
        return (Cell(), Cell(), Cell(), Cell())
    actual = report.numbers.figure(row.actual) if row.actual else ""
    if not actual and row.change:
        actual = report.numbers.percent(row.change.pct, signed=True)
    estimate = report.numbers.figure(row.estimate) if row.estimate else ""
    return (
        Cell(actual, value=row.actual.value if row.actual else None),
        Cell(estimate, value=row.estimate.value if row.estimate else None),
        Cell(report.surprise_pct(row), row.verdict or "", value=row.surprise.pct if row.surprise else None),
        report.verdict(row),
    )


def totals(report: Reporter, scores: Sequence[Score]) -> list[str]:
    """Return how many beat, met and missed, on each of the two headline metrics."""
    words = report.words
    lines = []
    for name, counts in (("EPS", tally(scores, lambda s: s.eps)), (words("Revenue"), tally(scores, lambda s: s.revenue))):
        if any(counts.values()):
            lines.append(
                f"{name}: " + " · ".join(f"{counts[verdict]} {words(VERDICTS[verdict])}" for verdict in ("beat", "in_line", "miss"))
            )
    return lines
