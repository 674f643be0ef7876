"""
Rows of tables: what every reader of tables asks of a table and its lines.

Whether it tells of results or of what is to come, on which basis it is by its title, which line names a metric, and which cell
of a line stands in which column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from earnsum.grammar.metrics import BASED
from earnsum.model import Basis, Period, Row
from earnsum.patterns import regex
from earnsum.tables.captions import Caption, read_caption
from earnsum.tables.cells import Cell
from earnsum.tables.columns import Column
from earnsum.tables.figures import RowReader
from earnsum.tables.find import Table, TableRow

SHAPE = "CAPTION | FIGURE of a table"
"""How a row of a table is read, for ``--explain``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the article says of all its tables: its main period, its language, and the currency of figures that name none."""

    text: str
    main: Period
    language: str
    money: str
    told: tuple[Row, ...] = ()
    """The rows of its text, by which a table that does not say what it counts in is understood."""


_AHEAD = regex.compile(r"(?i)guidance|outlook|\bforecast\b|\bexpects\b")
_NEAREST = 3
"""Lines above a table that are its own title."""


def is_outlook(table: Table) -> bool:
    """Tell a table of what the company guides to, by its title or its columns."""
    nearest = "\n".join(table.title.split("\n")[-_NEAREST:])
    return bool(_AHEAD.search(nearest)) or any(column.part in ("outlook", "low", "high") for column in table.columns)


def captions_of(table: Table, setting: Setting) -> Iterator[tuple[int, Caption]]:
    """Yield the lines that name a metric, each with what it names, on the basis of the table's title where it has none itself."""
    basis = _basis_of(table.title)
    for n, line in enumerate(table.rows):
        caption = read_caption(line.caption, line.under, language=setting.language)
        if caption and caption.metric in BASED:
            caption = replace(caption, basis=caption.basis or basis)
        elif caption and caption.basis == "gaap":
            caption = replace(caption, basis=None)
        if caption:
            yield n, caption


def reader_of(table: Table, line: TableRow, caption: Caption, setting: Setting) -> RowReader:
    """Return what reads a line's cells."""
    return RowReader(line=line, caption=caption, scale=table.scale, text=setting.text, money=setting.money)


def _basis_of(title: str) -> Basis | None:
    """Return the basis that a table's own title names; one that goes from one basis to the other names none."""
    for line in reversed(title.split("\n")[-_NEAREST:]):
        if (adjusted := _ADJUSTED.search(line)) or _GAAP.search(line):
            both = adjusted and _GAAP.search(_ADJUSTED.sub("", line))
            return None if both or _RECONCILED.search(line) else "adjusted" if adjusted else "gaap"
    return None


_ADJUSTED = regex.compile(r"(?i)non-?\s?(?:gaap|ifrs)\b")
_GAAP = regex.compile(r"(?i)\b(?:gaap|ifrs)\b")
_RECONCILED = regex.compile(r"(?i)reconcil")


def fitted(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Cell | None] | None:
    """Return a cell a column; a row may leave out its changes, or give shares of sales that no head names."""
    if len(cells) == len(columns):
        return list(cells)
    if len(cells) < len(columns) and _ends_early(cells, columns):
        return [*cells, *[None] * (len(columns) - len(cells))]
    levels = [n for n, column in enumerate(columns) if column.part not in ("change", "other")]
    for some in (list(cells), [cell for cell in cells if cell.unit != "%"]):
        if len(some) == len(levels):
            placed: list[Cell | None] = [None] * len(columns)
            for n, cell in zip(levels, some, strict=True):
                placed[n] = cell
            return placed
    return None


def _ends_early(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Tell a line that leaves out only its last columns, none of them a level: the percent signs are where they should be."""
    missing = any(column.part not in ("change", "other") for column in columns[len(cells) :])
    return not missing and all(
        (cell.unit == "%") == (column.part == "change") for cell, column in zip(cells, columns, strict=False)
    )
