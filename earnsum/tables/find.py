"""
Tables in an article's text: lines of cells under a head, with the unit that they are counted in.

Every way in writes a table's row as one line, "Net sales | $293,618 | $303,457", so tables of pages, of Markdown and of plain
text are read alike, and every span is one of the article's text.  What stands in lines without cells above the rows and
between them (a title, "in thousands", "Earnings per share:") is kept with the rows that it is said of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.tables.cells import Cell, Scale, find_scale, read_cell
from earnsum.tables.columns import Column, fill_columns, is_noise, kind_of, read_head_cell

CELL_MARK = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A line of figures: what it is called, under which heading it stands, and its cells."""

    span: Span
    caption: str
    under: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under one head; `title` is what stands above it, `scale` what its amounts are counted in, where that is said."""

    title: str
    scale: Scale | None
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the text: its cells of figures, or what it says as a table's head, or only words."""

    span: Span
    words: str
    cells: tuple[Cell, ...] = ()
    head: tuple[Column, ...] = ()
    is_foreign: bool = False
    """Whether it heads columns by other things than periods: regions, adjustments."""
    is_prose: bool = False

    @property
    def is_mute(self) -> bool:
        """Whether it is a row of several figures of which some say nothing without a head: "148,200 | 133,500"."""
        told = (cell.scale or cell.unit == "%" or (cell.unit and cell.pointed) for cell in self.cells if cell.value is not None)
        return len(self.cells) > 1 and not all(told)

    @property
    def is_head(self) -> bool:
        """Whether it is a line of cells that head columns."""
        return self.is_foreign or len(self.head) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of a text, in order, and the lines of cells that are no sentences: rows of figures and their heads."""

    found: tuple[Table, ...] = ()
    lines: tuple[Span, ...] = ()

    def blanked(self, text: str) -> str:
        """Return the text with those lines blank, so that nobody reads them as sentences; spans stay what they are."""
        if not self.lines:
            return text
        pieces, end = [], 0
        for line in self.lines:
            pieces += [text[end : line.start], " " * (line.end - line.start)]
            end = line.end
        return "".join([*pieces, text[end:]])


def find_tables(folded: str, *, decimal_comma: bool = False) -> Tables:
    r"""
    Find the tables of a folded text.

    >>> text = "Profit rose.\nIn millions, three months ended June 30,\n2022 | 2021\nRevenue | $2,140 | $1,964\nUnits | 5"
    >>> tables = find_tables(text)
    >>> [(row.caption, str(row.cells[0].value)) for row in tables.found[0].rows], tables.found[0].columns[1].year
    ([('Revenue', '2140'), ('Units', '5')], 2021)
    """
    if CELL_MARK not in folded:
        return Tables()
    lines = list(_lines(folded, decimal_comma=decimal_comma))
    read = [(table, part) for part in _parted(lines) if (table := _table(part)) is not None]
    inside = {line.span for _, part in read for line in part if CELL_MARK in line.words or line.cells}
    blank = (line.span for line in lines if line.span in inside or line.is_head or line.is_mute)
    return Tables(found=tuple(table for table, _ in read if not _is_of_a_share(table)), lines=tuple(blank))


_OF_A_SHARE = regex.compile(
    r"(?i)\b(?:market cap|p/e|ttm|52[- ]w(?:ee)?k|dividend yield|yield|day(?:'s)? range|volume|previous close|beta)\b"
)


def _is_of_a_share(table: Table) -> bool:
    """Tell what a page says of a share beside its story: its price, its market value, what was earned on it in a year."""
    return sum(_OF_A_SHARE.search(row.caption) is not None for row in table.rows) > 1


# Lines --------------------------------------------------------------------------------------------------------------

_PROSE = 160
_SENTENCE = 40
_TWO = regex.compile(r"[a-z]{3}[.!?] \p{Lu}\p{Ll}")
_STOP = regex.compile(r"[.!?][\"')]*$")
_UNIT = regex.compile(r"\W*[$€£¥]?\W?(?:m|mn|bn|k|000s?|%|million|thousand)?\W*", regex.IGNORECASE)
_YEAR = regex.compile(r"\(?(?:19|20)[0-9]{2}\)?")
_TRAILING = regex.compile(r"(?i)\b(?:trailing|rolling|last) (?:twelve|12|four|4)\b")
_FEW = 2
_MOST_CELLS = 100


def _lines(folded: str, *, decimal_comma: bool = False) -> Iterator[_Line]:
    """Tell what each line is that holds anything."""
    start = 0
    for text in folded.split("\n"):
        span = Span(start, start + len(text))
        start = span.end + 1
        if not text.strip():
            continue
        if CELL_MARK in text:
            yield _line_of_cells(folded, span, _parts(text, span.start), decimal_comma=decimal_comma)
        elif _is_prose(text):
            yield _Line(span=span, words=text, is_prose=True)
        else:
            head = read_head_cell(text)
            yield _Line(span=span, words=text, head=(head,) if head else ())


def _is_prose(text: str) -> bool:
    """Tell a paragraph or a list item from a title, a heading, a line of a head."""
    is_long = len(text) > _PROSE or (len(text) > _SENTENCE and _STOP.search(text) is not None)
    return is_long or text.startswith(("- ", "• ")) or _TWO.search(text) is not None


def _parts(text: str, offset: int) -> list[Span]:
    """Return where the cells of a line stand."""
    parts = []
    for cell in text.split(CELL_MARK):
        lead = len(cell) - len(cell.lstrip())
        parts.append(Span(offset + lead, offset + lead + len(cell.strip())))
        offset += len(cell) + len(CELL_MARK)
    return parts


def _line_of_cells(folded: str, span: Span, parts: Sequence[Span], *, decimal_comma: bool) -> _Line:
    """Tell a head, which names periods, from a row of figures and from a row of words."""
    if len(parts) > _MOST_CELLS:
        return _Line(span=span, words=span.of(folded), is_foreign=True)
    cells = [read_cell(folded, part, decimal_comma=decimal_comma) for part in parts]
    heads = [
        None if cell and cell.value is not None and not _YEAR.fullmatch(part.of(folded)) else read_head_cell(part.of(folded))
        for part, cell in zip(parts, cells, strict=True)
    ]
    said = [head is not None or is_noise(part.of(folded)) for head, part in zip(heads, parts, strict=True)]
    holds_figures = any(cell and not head for cell, head in zip(cells, heads, strict=True))
    is_head = any(heads[1:]) and 3 * said[1:].count(False) < len(parts) and not holds_figures
    if is_head and not _TRAILING.search(folded, *span):
        labelled = _is_label(parts[0].of(folded), heads)
        kind = kind_of(parts[0].of(folded)) if labelled else None  # "For the quarter ended June 30 | 2024 | 2023"
        columns = (head or Column(part="level" if known else "other") for head, known in zip(heads, said, strict=True))
        head = tuple(replace(column, kind=column.kind or kind) for column in columns)[labelled:]
        return _Line(span=span, words=span.of(folded), head=head)
    first = next((n for n, cell in enumerate(cells) if n and cell is not None), len(cells))
    figures = [cell for cell in cells[first:] if cell is not None]
    words = " ".join(part.of(folded) for part in parts[:first])
    if cells[0] is not None or len(figures) < len(cells) - first or not any(cell.value is not None for cell in figures):
        return _Line(span=span, words=span.of(folded), is_foreign=first == len(cells) > _FEW)
    return _Line(span=span, words=words, cells=tuple(figures))


def _is_label(text: str, heads: Sequence[Column | None]) -> bool:
    """Tell whether the first cell of a head stands over the rows' names and not over a column of figures."""
    first, others = heads[0], [head for head in heads[1:] if head and head.part == "level"]
    if first is None:
        return not (is_noise(text) and _UNIT.fullmatch(text))
    return first.kind is not None and first.year is None and bool(others) and all(head.year for head in others)


# Tables -------------------------------------------------------------------------------------------------------------

_TITLE = regex.compile(
    r"""(?xi) \bstatements?\ of\b | balance\ sheet | reconciliation | \bsegment | highlights | summary | supplement
    | financial\ (?:data|information|results) | results\ of\ operations | guidance | outlook
    | \bin\ (?:thousands|millions|billions) | non-gaap\ (?:results|measures)"""
)
_TITLES = 8


def _parted(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """
    Part the lines into stretches that hold one table each: a title, prose or a new head after rows begins another.

    A head without a title of its own stands under the title above, and under what has been said since the last row.
    """
    part: list[_Line] = []
    title: list[_Line] = []
    since: list[_Line] = []
    has_rows = False
    for line in lines:
        is_head = bool(line.head) or line.is_foreign
        if line.is_prose or (has_rows and (is_head or (not line.cells and _TITLE.search(line.words)))):
            yield part
            title = [*title, *since][-_TITLES:] if is_head else []
            part, since, has_rows = [*title], [], False
        if line.is_prose:
            continue
        part.append(line)
        if line.cells:
            has_rows, since = True, []
        elif has_rows:
            since.append(line)
        elif not is_head:
            title = [*title, line][-_TITLES:]
    yield part


def _table(part: Sequence[_Line]) -> Table | None:
    """Put a stretch of lines together; None where it has no rows, or no head that says of which periods they are."""
    title: list[str] = []
    head: list[tuple[Column, ...]] = []
    rows: list[TableRow] = []
    under = ""
    foreign = False
    for line in part:
        if line.cells:
            rows.append(TableRow(span=line.span, caption=line.words, under=under, cells=line.cells))
            continue
        if CELL_MARK not in line.words:
            under = line.words
        if line.head:
            head.append(line.head)
        foreign = foreign or line.is_foreign
        if not rows:
            title.append(line.words)
    columns = fill_columns(head) or _told_by_cells(rows)
    if not rows or not columns or foreign:
        return None
    scale = next((found for words in reversed(title) if (found := find_scale(words))), None)
    above = "\n".join(first for words in title if (first := words.partition(CELL_MARK)[0]) == words or not read_head_cell(first))
    return Table(title=above, scale=scale, columns=tuple(columns), rows=tuple(rows))


def _told_by_cells(rows: Sequence[TableRow]) -> list[Column]:
    """Return the columns of a table without a head whose cells say which of them is expected: "$1.42 | vs. $1.31 expected"."""
    shapes = {tuple(cell.expected for cell in row.cells) for row in rows}
    return [Column(), Column(part="estimate")] if shapes == {(False, True)} else []
