"""
CSV: the flat rows, one a line, for spreadsheets and databases.

Text cells that a spreadsheet would run as a formula get an apostrophe in front.  Numbers
never do: a loss begins with a minus sign.  A file of its own begins with a byte-order mark,
without which Excel takes it for another encoding; a stream, which may be added to a file, does not.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from earnsum.model import Summary
from earnsum.patterns import re
from earnsum.render import Piece, View
from earnsum.render.safe import plain
from earnsum.rows import COLUMN_NAMES, flat_rows

BYTE_ORDER_MARK = "\ufeff"
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
HARMLESS = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?|-")
"""A number, and the dash by itself that stands for standard input."""


def cell(value: Any) -> str:
    r"""
    Return a value as a cell.

    >>> [cell(v) for v in ("=1+1", "-0.12", Decimal("-1E+3"), None, True, "a\nb")]
    ["'=1+1", '-0.12', '-1000', '', 'true', 'a b']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return format(value, "f")
    text = plain(str(value)).strip()
    return f"'{text}" if FORMULA.match(text) and not HARMLESS.fullmatch(text) else text


def line(cells: Iterable[str]) -> str:
    """Return cells as a line of CSV."""
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


class Csv:
    """A header and one line a row."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._header = view.header
        self._mark = BYTE_ORDER_MARK if view.is_file and view.header else ""

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's rows."""
        rows = (row for summary in summaries for row in flat_rows(summary))
        return Piece("".join(line(cell(row[name]) for name in COLUMN_NAMES) for row in rows))

    def failure(self, source: str, code: str, message: str) -> Piece:  # noqa: ARG002 - the columns have no place for it
        """Return nothing: the error goes to stderr."""
        return Piece("")

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the header, then the rows as they come."""
        if self._header:
            yield self._mark + line(COLUMN_NAMES)
        for piece in pieces:
            yield piece.text
