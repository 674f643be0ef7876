"""
The terminal: tables, the sentences behind them, and a scoreboard for many articles.

Rich lays out the tables.  Article text reaches it only as `Text` made of characters that
`plain` let through, so that markup and escapes in an article stay inert.  Everything is drawn
into a string, because workers draw and only the main process writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from earnsum.model import Row, Summary
from earnsum.render import Piece, Score, View
from earnsum.render.cells import Line, Section
from earnsum.render.evidence import evidence
from earnsum.render.names import row_name
from earnsum.render.report import Reporter
from earnsum.render.safe import CONTROLS, plain
from earnsum.render.scoreboard import one_by_one, score, scoreboard, totals
from earnsum.render.styles import STYLES
from earnsum.render.words import ROLES
from earnsum.rows import Only

UNFOLDED = 100_000
GUTTER = 2
INDENT = (0, 0, 0, 4)
WIDEST_NAME = 26
"""A name may fold beyond this before a column gives way."""
NARROW_NAME = 16
"""It may fold to this before one of the last columns does."""
CLIPPED_NAME = 18
"""On a scoreboard it is cut off there instead."""
_CELLS = {"actual": "heading", **dict.fromkeys(("estimate", "prior", "previous", "change"), "")}
"""In a table the columns tell the roles, and colour is for the verdicts."""


def text(shown: str, style: str = "") -> Text:
    """Return text that Rich takes as it is; marks of direction, which some locales put into figures, are not for a terminal."""
    look = STYLES.get(style)
    return Text(CONTROLS.sub("", shown), style=look.terminal if look else "", no_wrap=False)


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
        return Piece("\n".join(self._draw(list(self._article(summary))) for summary in summaries), scores)

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
            yield self._draw([Text(), *self._scoreboard(scores)])

    def _draw(self, parts: Sequence[RenderableType]) -> str:
        out = StringIO()
        console = Console(
            file=out,
            width=self._width,
            force_terminal=self._view.escapes,
            color_system=self._view.colors,  # type: ignore[arg-type]  # Rich's own name for it
            no_color=self._view.colors is None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        for part in parts:
            console.print(part)
        return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))

    def _article(self, summary: Summary) -> Iterator[RenderableType]:
        report = self._report
        if self._view.header:
            who, where = report.heading(summary)
            yield text(who, "company")
            if where:
                yield text(where, "quiet")
        sections = report.sections(summary)
        for section in sections:
            yield Text()
            yield text(section.title, "heading")
            yield self._table(section)
            if self._view.explain:
                for line in section.lines:
                    if line.row:
                        yield from self._explained(summary, line.row)
        if note := report.note(sections):
            yield text(note, "quiet")
        warnings = report.warnings(summary)
        if warnings:
            yield Text()
        for warning in warnings:
            yield text(f"! {warning}", "warning")

    def _table(self, section: Section) -> RichTable:
        section = fit(section, self._width)
        table = RichTable(
            box=box.SIMPLE_HEAD,
            show_edge=False,
            pad_edge=False,
            padding=(0, GUTTER - 1, 0, 0),
            collapse_padding=True,
            header_style="",
        )
        for column in section.columns:
            table.add_column(
                text(column.heading, "quiet"),
                justify="right" if column.is_number else "left",
                no_wrap=column is not section.columns[0],
                overflow="fold",
            )
        for line in section.lines:
            table.add_row(*(text(cell.text, _CELLS.get(cell.style, cell.style)) for cell in line.cells))
        return table

    def _explained(self, summary: Summary, row: Row) -> Iterator[RenderableType]:
        """Yield a row's sentences with its figures marked by colour and by the name of their role, and the shapes that read it."""
        words = self._report.words
        yield Text()
        yield Padding(text(row_name(words, summary, row), "heading"), (0, 0, 0, 2))
        for piece in evidence(summary, row):
            line = Text()
            for part in piece:
                shown = plain(part.text)
                if part.role is None:
                    line.append(shown)
                else:
                    line.append_text(text(shown, part.role))
                    line.append_text(text(f"[{words(ROLES[part.role])}]", "quiet"))
            yield Padding(line, INDENT)
        if row.shapes:
            yield Padding(text(f"{words('read as')}: " + "; ".join(plain(shape) for shape in row.shapes), "quiet"), INDENT)

    def _scoreboard(self, scores: Sequence[Score]) -> list[RenderableType]:
        section = clipped(fit(scoreboard(self._report, scores), self._width, CLIPPED_NAME), self._width)
        return [text(section.title, "heading"), self._table(section), *(text(total.told) for total in totals(self._report, scores))]


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
