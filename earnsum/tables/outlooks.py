"""
Outlook tables: what the company guides to, where it says so in a table.

"Revenue | $98 - $100 | $405 - $410" under "Q3 2024 | FY 2024", or "Low | High" under each of them, or the new guidance beside
the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from earnsum.model import Figure, Revision, Row
from earnsum.resolution.finish import Resolved
from earnsum.tables.captions import Caption
from earnsum.tables.cells import Cell
from earnsum.tables.columns import Column, kind_of
from earnsum.tables.find import Table
from earnsum.tables.rows import SHAPE, Setting, captions_of, fitted, is_outlook, reader_of


def join_outlooks(told: Sequence[Resolved], tables: Sequence[Table], setting: Setting) -> list[Resolved]:
    """Return the outlook of the text, and behind it what only tables guide to."""
    rows = list(told)
    for table in filter(is_outlook, tables):
        for row in _rows(table, setting):
            if not any(_is_known(known.row, row) for known in rows):
                rows.append(Resolved(row, None, None))
    return rows


def _is_known(told: Row, stated: Row) -> bool:
    """Tell whether there is an outlook already of a metric, part and period; where the figures are one, so is the basis."""
    if (told.metric, told.scope) != (stated.metric, stated.scope) or (told.period or stated.period) != (
        stated.period or told.period
    ):
        return False
    mine, other = (row.actual and (row.actual.low, row.actual.high, row.actual.unit) for row in (told, stated))
    if mine and other and mine[2] != other[2]:
        return False
    return told.basis == stated.basis or (mine is not None and mine == other)


def _rows(table: Table, setting: Setting) -> Iterator[Row]:
    kinds = [column.kind or kind_of(table.title) for column in table.columns]
    for n, caption in captions_of(table, setting):
        line = table.rows[n]
        cells = fitted(line.cells, table.columns)
        if cells is None:
            continue
        for low, high, previous in _choices(table.columns):
            guided = _as_growth(caption, cells[low], line.caption)
            reader = reader_of(table, line, guided, setting)
            actual = reader.range_of(cells[low], cells[high])
            old = reader.range_of(cells[previous], cells[previous]) if previous is not None else None
            if actual is not None:
                yield Row(
                    metric=guided.metric,
                    basis=guided.basis,
                    shares=guided.shares,
                    period=kinds[low],
                    actual=actual,
                    previous=old,
                    revision=_revision(actual, old),
                    span=line.span,
                    shapes=(SHAPE,),
                )


def _choices(columns: Sequence[Column]) -> Iterator[tuple[int, int, int | None]]:
    """Yield the columns of each outlook: those of its ends, and of what was guided to before."""
    parts = [column.part for column in columns]
    wanted = "outlook" if "outlook" in parts else "level"
    for n, part in enumerate(parts):
        if part == "low" and "high" in parts[n : n + 3]:
            yield n, parts.index("high", n), None
        elif part == wanted and "low" not in parts:
            yield n, n, n + 1 if parts[n + 1 : n + 2] == ["previous"] else n - 1 if n and parts[n - 1] == "previous" else None


def _as_growth(caption: Caption, cell: Cell | None, words: str) -> Caption:
    """Return a caption as one of a rate where its figure is one: "Revenue growth | 5% - 7%"."""
    is_rate = cell is not None and cell.unit == "%" and (caption.metric == "revenue" or "growth" in words.lower())
    return replace(caption, unit="percent") if is_rate else caption


def _revision(actual: Figure, previous: Figure | None) -> Revision | None:
    """Return what became of an outlook, as its new and old figures show."""
    if previous is None or actual.unit != previous.unit:
        return None
    if actual.value == previous.value:
        return "kept" if (actual.low, actual.high) == (previous.low, previous.high) else None
    return "raised" if actual.value > previous.value else "lowered"
