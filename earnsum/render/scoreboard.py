"""The scoreboard: one line an article, and how many beat, met and missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from earnsum.model import Row, Summary
from earnsum.render import Piece, Score
from earnsum.render.cells import Cell, Column, Line, Section, used
from earnsum.render.report import Reporter
from earnsum.render.safe import plain
from earnsum.render.words import VERDICTS

PROFITS = ("net_income", "operating_income", "pretax_income", "ebitda", "ffo")
"""What may stand for earnings on a scoreboard, the first choice first."""


def one_by_one(pieces: Iterable[Piece], scores: list[Score]) -> Iterator[str]:
    """Yield the articles as they come, an empty line between, and put what the scoreboard says of them into `scores`."""
    for piece in pieces:
        if piece.text:
            yield ("\n" if scores else "") + piece.text
        scores.extend(piece.scores)


def score(report: Reporter, summary: Summary, anchor: str = "") -> Score:
    """Return what the scoreboard says of a summary."""
    own = [row for row in summary.results if row.scope is None]
    found = summary.results or summary.guidance
    return Score(
        source=summary.source,
        item=summary.item,
        company=summary.company.name,
        ticker=summary.company.ticker,
        period=report.short_period(summary) if found else None,
        published=summary.published,
        earnings=_earnings(own),
        revenue=_best(row for row in own if row.metric == "revenue"),
        anchor=anchor,
    )


def _earnings(own: Sequence[Row]) -> Row | None:
    """Choose earnings per share, or another profit of the company where that alone has a verdict, or is there at all."""
    per_share = _best(row for row in own if row.metric == "eps")
    profit = _best(row for metric in PROFITS for row in own if row.metric == metric)
    if per_share is None or (profit and profit.verdict and not per_share.verdict):
        return profit
    return per_share


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


def scoreboard(report: Reporter, scores: Sequence[Score], source: Callable[[Score], str] | None = None) -> Section:
    """Return one line an article: who, when, earnings and revenue with their verdicts, and what `source` calls it."""
    words = report.words
    columns = (
        Column(words("Company"), is_number=False),
        Column(words("Ticker"), is_number=False, gives_way=4),
        Column(words("Period"), is_number=False, gives_way=3),
        *_pair_columns(report, words("Earnings")),
        *_pair_columns(report, words("Revenue")),
        Column(words("Source"), is_number=False, gives_way=6),
    )
    lines = (
        Line(
            (
                Cell(plain(line.company or report.file(line)), "heading"),
                Cell(plain(line.ticker or "")),
                Cell(plain(line.period or "")),
                *_pair(report, line.earnings),
                *_pair(report, line.revenue),
                Cell(plain((source or report.source)(line)), "quiet"),
            )
        )
        for line in scores
    )
    return used(Section(words("Scoreboard"), columns, tuple(lines)))


def _pair_columns(report: Reporter, name: str) -> tuple[Column, ...]:
    words = report.words
    return (
        Column(name, gives_way=1),
        Column(words("Estimate"), gives_way=5, of=name),
        Column("%", gives_way=2, of=name),
        Column(words("Verdict"), is_number=False, of=name),
    )


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


class Total(NamedTuple):
    """How many beat, met and missed on a headline metric, in words, and the surprises behind that in percent."""

    told: str
    surprises: tuple[Decimal, ...]


def totals(report: Reporter, scores: Sequence[Score]) -> list[Total]:
    """Return the totals of the headline metrics that anybody has a verdict on."""
    words = report.words
    found = []
    for name, of in (("Earnings", attrgetter("earnings")), ("Revenue", attrgetter("revenue"))):
        counts = tally(scores, of)
        if any(counts.values()):
            told = " · ".join(f"{counts[verdict]} {words(VERDICTS[verdict])}" for verdict in ("beat", "in_line", "miss"))
            rows = [row for row in map(of, scores) if row and row.surprise and row.surprise.pct is not None]
            found.append(Total(f"{words(name)}: {told}", tuple(row.surprise.pct for row in rows)))
    return found
