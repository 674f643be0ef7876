"""
Figures of tables: a cell read as what the caption of its row says that it is.

The caption tells what may stand there, the table what its amounts are counted in; a cell that cannot be what the caption
says, such as a share of sales in a row of sales, gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from earnsum.model import Change, Figure, Span
from earnsum.patterns import regex
from earnsum.resolution.finish import half_step, tidy
from earnsum.tables.captions import Caption
from earnsum.tables.cells import Cell, Scale, find_scale
from earnsum.tables.find import TableRow

_HUNDREDTHS = regex.compile(r"(?i)\b(?:pence|cents)\b|\((?:p|c)\)")
_FULL = Decimal(1_000_000)
"""An amount as large as this needs no caption to say that it is not counted in thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads the cells of one row; `money` is the currency of figures that name none, `text` what spans point into."""

    line: TableRow
    caption: Caption
    scale: Scale | None
    text: str
    money: str

    def figure(self, cell: Cell | None) -> Figure | None:
        """Return a cell as a figure of the record; None where it is empty, a range, or cannot be what the caption says."""
        return self.range_of(cell, cell) if cell is not None and cell.high is None else None

    def range_of(self, low: Cell | None, high: Cell | None) -> Figure | None:
        """Return two cells, or one twice, as the ends of a figure; None where one is empty or cannot be what the caption says."""
        if low is None or high is None or low.value is None or high.value is None:
            return None
        unit = self._unit(low)
        factor = self._factor(low, unit)
        if unit is None or factor is None or self._unit(high) != unit:
            return None
        upper = high.value if high.high is None else high.high
        ends = sorted(self._signed(end) * factor for end in (low.value, upper))
        span = Span(low.span.start, high.span.end)
        middle = tidy(sum(ends, Decimal(0)) / 2) if ends[0] != ends[1] else tidy(ends[0])
        return Figure(value=middle, low=tidy(ends[0]), high=tidy(ends[1]), unit=unit, text=span.of(self.text), span=span)

    def change(self, cell: Cell | None) -> Change | None:
        """Return a cell as a change in percent; None beside a rate, which changes by points."""
        if cell is None or cell.value is None or cell.unit not in ("%", "") or self.caption.unit == "percent":
            return None
        return Change(pct=cell.value, text=cell.span.of(self.text), span=cell.span)

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
        return cell.unit if cell.unit not in ("", "$") else (self.scale.currency if self.scale else "") or self.money

    def _factor(self, cell: Cell, unit: str | None) -> Decimal | None:
        """Return what to multiply a cell by; None where an amount's scale is nowhere said."""
        if cell.scale is not None:
            return cell.scale
        if self.caption.unit == "share" and _HUNDREDTHS.search(self.line.caption):
            return Decimal("0.01")
        if unit == "%" or self.caption.unit == "share":
            return Decimal(1)
        said = find_scale(self.line.caption) or (self.scale if self.caption.unit == "money" else None)
        if said is not None:
            return said.factor
        largest = max(abs(other.value) for other in self.line.cells if other.value is not None)
        return Decimal(1) if self.caption.unit == "count" or largest >= _FULL else None

    def _signed(self, value: Decimal) -> Decimal:
        """Return a loss below zero, and what is spent above it, however the table writes them."""
        if self.caption.metric == "capex":
            return abs(value)
        is_signed = any(cell.value is not None and cell.value < 0 for cell in self.line.cells)
        return -value if self.caption.loss and not is_signed else value


def is_rounded(figure: Figure, exact: Figure) -> bool:
    """Tell whether a figure of the text is a table's, as exactly as its own digits say ("$44.2 million" of 44,172 thousand)."""
    return figure.unit == exact.unit and abs(figure.value - exact.value) <= half_step(figure)
