"""Walking through a summary: every figure, change and span that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.model import Change, Figure, Row, Span, Summary


def rows(summary: Summary) -> tuple[Row, ...]:
    return (*summary.results, *summary.guidance)


def quotes(summary: Summary) -> Iterator[Figure | Change]:
    """Yield all that quotes the article."""
    for row in rows(summary):
        yield from (part for part in (row.actual, row.estimate, row.prior, row.change, row.previous) if part is not None)


def spans(summary: Summary) -> Iterator[Span]:
    yield from (quote.span for quote in quotes(summary))
    yield from (row.span for row in rows(summary))
    yield from (caveat.span for caveat in summary.warnings if caveat.span is not None)


def check(summary: Summary) -> None:
    """Assert what holds of every summary: each span lies in the text, and a quotation stands where it says."""
    for quote in quotes(summary):
        assert quote.span.of(summary.text) == quote.text
        assert quote.text
    for span in spans(summary):
        assert 0 <= span.start < span.end <= len(summary.text)
