"""
Statements: what the tables of an article say of its company's results.

Of all that a press release prints below its text only what a summary holds is taken: the rows that name a metric, of the
period that was just reported, with the figure of a year ago beside it.  What a company owns and owes is no result, and
neither are other quarters, adjustments and weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from earnsum.captions import Caption, read_caption
from earnsum.cells import Cell, find_scale
from earnsum.columns import Column, kind_of
from earnsum.finish import tidy
from earnsum.model import Change, Figure, Period, PeriodKind, Row
from earnsum.patterns import regex
from earnsum.tables import Table, TableRow

SHAPE = "CAPTION | FIGURE of a table"

_OWNED = regex.compile(r"(?i)balance sheets?|financial (?:position|condition)\b|assets and liabilities")
_AHEAD = regex.compile(r"(?i)guidance|outlook|forecast|targets?\b|expect")
_SO_FAR: dict[str | None, PeriodKind] = {"Q1": "quarter", "Q2": "half", "Q3": "nine_months", "Q4": "year"}
_YEAR = range(11, 14)
"""Months between a period and the same one a year ago; a year of weeks ends some days sooner or later."""

_FULL = Decimal(1_000_000)
"""An amount as large as this needs no caption to say that it is not counted in thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the article says of all its tables: its main period, its language, and the currency of figures that name none."""

    text: str
    main: Period
    language: str
    money: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Which columns a row of one period is made of."""

    kind: PeriodKind | None
    actual: int
    prior: int | None
    estimate: int | None
    change: int | None


def read_statements(tables: Sequence[Table], setting: Setting) -> list[list[Row]]:
    """
    Return the rows that tables hold, in order: of each metric and period those that may be it, the likeliest first.

    An income may stand there before and after what belongs to others; the owners' comes first.
    """
    rivals: dict[tuple[object, ...], list[tuple[bool, Row]]] = {}
    for table in tables:
        if _OWNED.search(table.title) or _AHEAD.search(table.title):
            continue
        for choice in _choices(table, setting.main):
            for caption, row in _rows(table, choice, setting):
                rivals.setdefault((row.metric, row.basis, row.shares, row.period), []).append((not caption.owned, row))
    return [[row for _, row in sorted(same, key=lambda rival: rival[0])] for same in rivals.values()]


# Columns ------------------------------------------------------------------------------------------------------------


def _choices(table: Table, main: Period) -> Iterator[_Choice]:
    """Yield for each kind of period the column just reported and those that it is compared with."""
    stated = kind_of(table.title) or main.kind
    kinds: list[PeriodKind | None] = [
        (_SO_FAR.get(main.fiscal_period) if column.to_date else None) or column.kind or stated for column in table.columns
    ]
    for kind in dict.fromkeys(kinds):
        places = [n for n, column in enumerate(table.columns) if kinds[n] == kind and _is_told(column, main)]
        actual = _latest(table.columns, places)
        if actual is None or not _is_reported(table.columns[actual], kind, main):
            continue
        after = next((n for n in range(actual, len(kinds)) if kinds[n] != kind and table.columns[n].part == "level"), len(kinds))
        yield _Choice(
            kind=kind,
            actual=actual,
            prior=_year_ago(table.columns, places, actual) or _only(table.columns, "prior", actual, after),
            estimate=_only(table.columns, "estimate", actual, after),
            change=_only(table.columns, "change", actual, after),
        )


def _is_told(column: Column, main: Period) -> bool:
    """Tell a column of levels; one of the year so far counts only where it is known how far that is."""
    return column.part == "level" and (not column.to_date or main.fiscal_period in _SO_FAR)


def _latest(columns: Sequence[Column], places: Sequence[int]) -> int | None:
    """Return the column of the latest period; None where two are, or where several say no year."""
    if len(places) < 2:
        return places[0] if places else None
    months = {n: columns[n].months for n in places}
    if None in months.values():
        return None
    latest = max(months.values(), key=lambda end: end or 0)
    found = [n for n in places if months[n] == latest]
    return found[0] if len(found) == 1 else None


def _is_reported(column: Column, kind: PeriodKind | None, main: Period) -> bool:
    """Tell whether a column is of the period that the text reports, as far as both are dated."""
    if main.end is None or column.months is None or not column.dated or (kind != main.kind and column.kind):
        return True
    year, month = map(int, main.end.split("-"))
    return abs(column.months - (year * 12 + month)) <= 1


def _year_ago(columns: Sequence[Column], places: Sequence[int], actual: int) -> int | None:
    now = columns[actual]
    for n in places:
        then = columns[n]
        if now.months is None or then.months is None or n == actual:
            continue
        if now.months - then.months in (_YEAR if now.month and then.month else (12,)):
            return n
    return None


def _only(columns: Sequence[Column], part: str, start: int, end: int) -> int | None:
    """Return the first column of a kind between two places."""
    return next((n for n in range(start, end) if columns[n].part == part), None)


# Rows ---------------------------------------------------------------------------------------------------------------


def _rows(table: Table, choice: _Choice, setting: Setting) -> Iterator[tuple[Caption, Row]]:
    for line in table.rows:
        caption = read_caption(line.caption, line.under, language=setting.language)
        cells = _fitted(line.cells, table.columns) if caption else None
        if caption is None or cells is None:
            continue
        reader = _Reader(table, line, caption, setting)
        actual = reader.figure(cells[choice.actual])
        if actual is None:
            continue
        yield (
            caption,
            Row(
                metric=caption.metric,
                basis=caption.basis,
                shares=caption.shares,
                period=choice.kind,
                actual=actual,
                estimate=reader.figure(cells[choice.estimate]) if choice.estimate is not None else None,
                prior=reader.figure(cells[choice.prior]) if choice.prior is not None else None,
                change=reader.change(cells[choice.change]) if choice.change is not None else None,
                span=line.span,
                shapes=(SHAPE,),
            ),
        )


def _fitted(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Cell | None] | None:
    """Return a cell a column; a row may leave out its changes, or give shares of sales that no head names."""
    if len(cells) == len(columns):
        return list(cells)
    levels = [n for n, column in enumerate(columns) if column.part != "change"]
    for some in (list(cells), [cell for cell in cells if cell.unit != "%"]):
        if len(some) == len(levels):
            placed: list[Cell | None] = [None] * len(columns)
            for n, cell in zip(levels, some, strict=True):
                placed[n] = cell
            return placed
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the cells of one row as what its caption says that they are."""

    table: Table
    line: TableRow
    caption: Caption
    setting: Setting

    def figure(self, cell: Cell | None) -> Figure | None:
        """Return a cell as a figure of the record; None where it is empty, or cannot be what the caption says."""
        if cell is None or cell.value is None:
            return None
        unit = self._unit(cell)
        factor = self._factor(cell, unit)
        if unit is None or factor is None:
            return None
        value = tidy(self._signed(cell.value) * factor)
        return Figure(value=value, low=value, high=value, unit=unit, text=cell.span.of(self.setting.text), span=cell.span)

    def change(self, cell: Cell | None) -> Change | None:
        """Return a cell as a change in percent; the percent sign may stand in the head alone."""
        if cell is None or cell.value is None or cell.unit not in ("%", "") or self.caption.unit == "percent":
            return None
        return Change(pct=cell.value, text=cell.span.of(self.setting.text), span=cell.span) if cell.unit == "%" else None

    def _unit(self, cell: Cell) -> str | None:
        kind = self.caption.unit
        if kind == "percent":
            return "%" if cell.unit == "%" or (not cell.unit and "%" in self.line.caption) else None
        if cell.unit in ("%", "bps", "bp", "pp", "x") or cell.unit.startswith("pt"):
            return None
        if kind == "count":
            return "count" if not cell.unit else None
        if kind == "share" and not (cell.pointed or cell.value == 0):
            return None
        named = self.table.scale.currency if self.table.scale else ""
        return cell.unit if cell.unit not in ("", "$") else named or self.setting.money

    def _factor(self, cell: Cell, unit: str | None) -> Decimal | None:
        if cell.scale is not None:
            return cell.scale
        if unit == "%" or self.caption.unit == "share":
            return Decimal(1)
        said = find_scale(self.line.caption) or (self.table.scale if self.caption.unit == "money" else None)
        if said is not None:
            return said.factor
        full = self.caption.unit == "count" or any(
            other.value is not None and abs(other.value) >= _FULL for other in self.line.cells
        )
        return Decimal(1) if full else None

    def _signed(self, value: Decimal) -> Decimal:
        """Return a loss below zero, and what is spent above it, however the table writes them."""
        if self.caption.metric in ("capex", "provisions"):
            return abs(value)
        is_signed = any(cell.value is not None and cell.value < 0 for cell in self.line.cells)
        return -value if self.caption.loss and not is_signed else value
