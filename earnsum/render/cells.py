"""
Cells: what a table is made of before any format draws it.

Each format draws them in its own way; what a cell says, what it was read from and how soon its
column gives way where room is short is the same for all.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from earnsum.model import Row, Span

Role = Literal["actual", "estimate", "prior", "change", "previous"]


class Cell(NamedTuple):
    """Text, the style it is drawn in (a name in `styles`), the span it was read from, and the number that it shows."""

    text: str = ""
    style: str = ""
    span: Span | None = None
    value: Decimal | None = None


class Column(NamedTuple):
    """A column: its heading, whether it holds figures, how soon it gives way (0 never) where room is short, and what it is of."""

    heading: str
    is_number: bool = True
    gives_way: int = 0
    of: str = ""


class Line(NamedTuple):
    """A row of cells; a line without a row is a heading between rows."""

    cells: tuple[Cell, ...]
    row: Row | None = None


class Section(NamedTuple):
    """A titled table."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


class Said(NamedTuple):
    """A line of text: its pieces with the styles that they are drawn in, and how far in it stands."""

    pieces: tuple[tuple[str, str], ...] = ()
    indent: int = 0


def used(section: Section) -> Section:
    """Return the section without the columns that are empty on every line."""
    keep = [n for n in range(len(section.columns)) if n == 0 or any(line.cells[n].text for line in section.lines)]
    lines = tuple(Line(tuple(line.cells[n] for n in keep), line.row) for line in section.lines)
    return Section(section.title, tuple(section.columns[n] for n in keep), lines)


BAR_HALF = 5
BAR_FULL = Decimal(20)
"""The surprise, in percent, that fills half of the bar."""


def bar(pct: Decimal | None) -> str:
    """
    Draw a surprise as a bar that grows from the middle, cut off at 20 %.

    >>> bar(Decimal(10)), bar(Decimal("-11.7")), bar(None)
    ('     │██▌  ', '  ▐██│     ', '')
    """
    if pct is None:
        return ""
    halves = int(min(abs(pct), BAR_FULL) * BAR_HALF * 2 / BAR_FULL)
    if not halves and pct:
        halves = 1
    full, half = divmod(halves, 2)
    if pct < 0:
        return ("▐" * half + "█" * full).rjust(BAR_HALF) + "│" + " " * BAR_HALF
    return " " * BAR_HALF + "│" + ("█" * full + "▌" * half).ljust(BAR_HALF)
