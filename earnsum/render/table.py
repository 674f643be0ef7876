"""
The terminal: tables, the sentences behind them, and a scoreboard for many articles.

Where there is no terminal nothing is folded or coloured, and the lines are drawn here; where there is one, Rich does both (see
`folded`), which takes longer to load than an article takes to read.  Everything is drawn into a string, because workers draw
and only the main process writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from earnsum.model import Row, Summary
from earnsum.render import Piece, Score, View
from earnsum.render.cells import Cell, Line, Said, Section
from earnsum.render.evidence import evidence
from earnsum.render.names import row_name
from earnsum.render.report import Reporter
from earnsum.render.safe import CONTROLS, plain
from earnsum.render.scoreboard import one_by_one, score, scoreboard, totals
from earnsum.render.words import ROLES
from earnsum.selection import Only

UNFOLDED = 100_000
GUTTER = 2
INDENT = 4
WIDEST_NAME = 26
"""A name may fold beyond this before a column gives way."""
NARROW_NAME = 16
"""It may fold to this before one of the last columns does."""
CLIPPED_NAME = 18
"""On a scoreboard it is cut off there instead."""
_CELLS = {"actual": "heading", **dict.fromkeys(("estimate", "prior", "previous", "change"), "")}
"""In a table the columns tell the roles, and colour is for the verdicts."""


def said(shown: str, style: str = "", indent: int = 0) -> Said:
    """Return a line of text; marks of direction, which some locales put into figures, are not for a terminal."""
    return Said(((CONTROLS.sub("", shown), style),), indent)


class Table:
    """Tables for people at a terminal."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._view = view
        self._report = Reporter(view.locale)
        self._width = view.width or UNFOLDED
        self._is_board_alone = view.only is Only.HEADLINE and not view.explain

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's tables, or nothing but its scores where one line an article was asked for."""
        scores = tuple(score(self._report, summary) for summary in summaries)
        if self._is_board_alone:
            return Piece("", scores)
        return Piece("\n".join(self._draw(self._article(summary)) for summary in summaries), scores)

    def failure(self, source: str, code: str, message: str) -> Piece:  # noqa: ARG002 - it stands on stderr
        """Return nothing: the error goes to stderr."""
        return Piece("")

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the articles as they come, then the scoreboard."""
        scores: list[Score] = []
        yield from one_by_one(pieces, scores)
        if self._is_board_alone and scores:
            yield self._draw(self._scoreboard(scores))
        elif len(scores) > 1:
            yield self._draw([Said(), *self._scoreboard(scores)])

    def _draw(self, parts: Iterable[Said | Section]) -> str:
        lines = _folded(parts, self._view) if is_folded(self._view) else _plain(parts)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _article(self, summary: Summary) -> Iterator[Said | Section]:
        report = self._report
        if self._view.header:
            who, where = report.heading(summary)
            yield said(who, "company")
            if where:
                yield said(where, "quiet")
        sections = report.sections(summary)
        for section in sections:
            yield Said()
            yield said(section.title, "heading")
            yield self._fitting(section)
            if self._view.explain:
                for line in section.lines:
                    if line.row:
                        yield from self._explained(summary, line.row)
        if note := report.note(sections):
            yield said(note, "quiet")
        warnings = report.warnings(summary)
        if warnings:
            yield Said()
        for warning in warnings:
            yield said(f"! {warning}", "warning")

    def _fitting(self, section: Section) -> Section:
        return _styled(fit(section, self._width) if is_folded(self._view) else section)

    def _explained(self, summary: Summary, row: Row) -> Iterator[Said]:
        """Yield a row's sentences with its figures marked by colour and by the name of their role, and the shapes that read it."""
        words = self._report.words
        yield Said()
        yield said(row_name(words, summary, row), "heading", indent=2)
        for piece in evidence(summary, row):
            pieces: list[tuple[str, str]] = []
            for part in piece:
                shown = plain(part.text)
                if part.role is None:
                    pieces.append((shown, ""))
                else:
                    pieces += [(shown, part.role), (f"[{words(ROLES[part.role])}]", "quiet")]
            yield Said(tuple(pieces), INDENT)
        if row.shapes:
            yield said(f"{words('read as')}: " + "; ".join(plain(shape) for shape in row.shapes), "quiet", INDENT)

    def _scoreboard(self, scores: Sequence[Score]) -> list[Said | Section]:
        section = scoreboard(self._report, scores)
        if is_folded(self._view):
            section = fit(clipped(fit(section, self._width, CLIPPED_NAME), self._width), self._width)
        return [said(section.title, "heading"), _styled(section), *(said(total.told) for total in totals(self._report, scores))]


def is_folded(view: View) -> bool:
    """Tell a terminal, or a width that was asked for."""
    return view.width is not None or view.escapes or view.colors is not None


def _folded(parts: Iterable[Said | Section], view: View) -> list[str]:
    from earnsum.render.folded import drawn  # noqa: PLC0415 - it loads Rich

    return drawn(parts, view, view.width or UNFOLDED)


def _plain(parts: Iterable[Said | Section]) -> Iterator[str]:
    """Yield the lines of parts as they are."""
    for part in parts:
        if isinstance(part, Said):
            yield " " * part.indent + "".join(text for text, _ in part.pieces)
        else:
            yield from _ruled(part)


def _ruled(section: Section) -> Iterator[str]:
    """Yield the lines of a table: its headings, a rule, its rows."""
    widths = _widths(section)
    for number, texts in enumerate(_texts(section)):
        yield (" " * GUTTER).join(
            " " * (width - cell_len(text)) + text if column.is_number else text + " " * (width - cell_len(text))
            for text, width, column in zip(texts, widths, section.columns, strict=True)
        )
        if not number:
            yield "─" * (sum(widths) + GUTTER * (len(widths) - 1))


def _texts(section: Section) -> Iterator[list[str]]:
    yield [column.heading for column in section.columns]
    yield from ([cell.text for cell in line.cells] for line in section.lines)


def _styled(section: Section) -> Section:
    """Return the section as a terminal shows it: without marks of direction, with styles for verdicts alone."""
    columns = tuple(column._replace(heading=CONTROLS.sub("", column.heading)) for column in section.columns)
    lines = tuple(
        Line(tuple(Cell(CONTROLS.sub("", cell.text), _CELLS.get(cell.style, cell.style)) for cell in line.cells), line.row)
        for line in section.lines
    )
    return Section(section.title, columns, lines)


def fit(section: Section, width: int, name: int = WIDEST_NAME) -> Section:
    """
    Return the section with columns left out, the least important first, until its width suffices for names as wide as that.

    The last ones go only where even narrow names leave them no room.
    """
    while _width(section, name) > width:
        least = max(column.gives_way for column in section.columns)
        if not least or (least == 1 and _width(section, min(name, NARROW_NAME)) <= width):
            break
        keep = [n for n, column in enumerate(section.columns) if column.gives_way < least]
        lines = tuple(Line(tuple(line.cells[n] for n in keep), line.row) for line in section.lines)
        section = Section(section.title, tuple(section.columns[n] for n in keep), lines)
    return section


def clipped(section: Section, width: int) -> Section:
    """Return the section with its names cut off where they would fold, for a table of one line each."""
    room = max(CLIPPED_NAME // 2, width - sum(_widths(section)[1:]) - GUTTER * (len(section.columns) - 1))
    lines = (
        Line((line.cells[0]._replace(text=_cut(line.cells[0].text, room)), *line.cells[1:]), line.row) for line in section.lines
    )
    return Section(section.title, section.columns, tuple(lines))


def _cut(shown: str, room: int) -> str:
    return shown if cell_len(shown) <= room else set_cell_size(shown, room - 1).rstrip() + "…"


def _width(section: Section, name: int) -> int:
    """Return the columns that a section takes, its names folded to a width, though not within words."""
    widths = _widths(section)
    names = (section.columns[0].heading, *(line.cells[0].text for line in section.lines))
    word = max(cell_len(word) for said in names for word in (said.split() or [""]))
    return min(widths[0], max(name, word)) + sum(widths[1:]) + GUTTER * (len(widths) - 1)


def _widths(section: Section) -> list[int]:
    return [
        max(cell_len(column.heading), *(cell_len(line.cells[n].text) for line in section.lines))
        for n, column in enumerate(section.columns)
    ]
