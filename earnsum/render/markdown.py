"""
Markdown: tables that GitHub and Obsidian draw, and that read well where nothing draws them.

Cells are padded, so that the source lines up in a chat or a plain mail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from earnsum.model import Row, Summary
from earnsum.patterns import re
from earnsum.render import Piece, Score, View
from earnsum.render.cells import Section
from earnsum.render.evidence import evidence
from earnsum.render.names import row_name
from earnsum.render.report import Reporter
from earnsum.render.safe import plain
from earnsum.render.scoreboard import one_by_one, score, scoreboard, totals
from earnsum.render.words import ROLES
from earnsum.selection import Only

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|&]|~~|\$(?=[^0-9\s])|(?<=\w)@(?=\w)|(?<=\w):(?=//)")
"""What Markdown and its dialects (tables, TeX, mail and web addresses) read as other than itself."""
STARTS = re.compile(r"^(?:[#=+-]|[0-9]+(?=[.)]))")
"""What begins a heading or a list where it begins a line."""


def escape(text: str) -> str:
    r"""
    Return text with nothing left that Markdown or HTML would read.

    >>> print(escape("a|b <b> [x](y) $1.58 5* http://x"))
    a\|b \<b\> \[x\](y) $1.58 5\* http\://x
    """
    return SPECIAL.sub(lambda match: "\\" + match.group(), plain(text))


def block(text: str) -> str:
    r"""
    Return text that may begin a line.

    >>> print(block("- no list"), block("1. neither"))
    \- no list 1\. neither
    """
    return _unlisted(escape(text))


def _unlisted(shown: str) -> str:
    return STARTS.sub(lambda match: match.group() + "\\" if match.group().isdigit() else "\\" + match.group(), shown)


class Markdown:
    """A heading and tables for each article."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._view = view
        self._report = Reporter(view.locale)
        self._is_board_alone = view.only is Only.HEADLINE and not view.explain

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's sections."""
        scores = tuple(score(self._report, summary) for summary in summaries)
        if self._is_board_alone:
            return Piece("", scores)
        return Piece("\n".join("\n".join(self._article(summary)) for summary in summaries), scores)

    def failure(self, source: str, code: str, message: str) -> Piece:  # noqa: ARG002 - it stands on stderr
        """Return nothing: the error goes to stderr."""
        return Piece("")

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the articles as they come, then the scoreboard."""
        scores: list[Score] = []
        yield from one_by_one(pieces, scores)
        if (self._is_board_alone and scores) or len(scores) > 1:
            section = scoreboard(self._report, scores)
            lines = [
                f"## {escape(section.title)}",
                "",
                *table(section),
                "",
                *(f"- {escape(total.told)}" for total in totals(self._report, scores)),
            ]
            yield ("" if self._is_board_alone else "\n") + "\n".join(lines) + "\n"

    def _article(self, summary: Summary) -> Iterator[str]:
        report = self._report
        if self._view.header:
            who, where = report.heading(summary)
            yield f"## {escape(who)}"
            yield ""
            if where:
                yield block(where)
                yield ""
        sections = report.sections(summary)
        for section in sections:
            yield f"### {escape(section.title)}"
            yield ""
            yield from table(section)
            yield ""
            if self._view.explain:
                for line in section.lines:
                    if line.row:
                        yield from self._explained(summary, line.row)
        if note := report.note(sections):
            yield escape(note)
            yield ""
        for warning in report.warnings(summary):
            yield f"> **{escape(self._report.words('Warning'))}:** {escape(warning)}"
            yield ""

    def _explained(self, summary: Summary, row: Row) -> Iterator[str]:
        words = self._report.words
        yield f"**{escape(row_name(words, summary, row))}**"
        yield ""
        for piece in evidence(summary, row):
            shown = (f"**{escape(p.text)}** ({escape(words(ROLES[p.role]))})" if p.role else escape(p.text) for p in piece)
            yield "> " + _unlisted("".join(shown).strip())
            yield ">"
        if row.shapes:
            yield f"> {escape(words('read as'))}: {escape('; '.join(row.shapes))}"
        yield ""


def table(section: Section) -> Iterator[str]:
    """Yield a section as the lines of a table."""
    columns = [column for column in section.columns if column.heading or column.is_number]
    keep = [n for n, column in enumerate(section.columns) if column in columns]
    cells = [[escape(section.columns[n].heading) for n in keep]]
    cells += [
        [_cell(line.cells[n].text, is_heading=line.cells[n].style == "heading" and not n) for n in keep] for line in section.lines
    ]
    widths = [max(3, *(_width(row[n]) for row in cells)) for n in range(len(keep))]
    for number, row in enumerate(cells):
        yield "| " + " | ".join(_pad(t, w, right=c.is_number) for t, w, c in zip(row, widths, columns, strict=True)) + " |"
        if number == 0:
            yield (
                "| "
                + " | ".join("-" * (w - 1) + (":" if c.is_number else "-") for w, c in zip(widths, columns, strict=True))
                + " |"
            )


def _cell(text: str, *, is_heading: bool) -> str:
    shown = escape(text.strip())
    return f"**{shown}**" if is_heading and shown else shown


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _pad(text: str, width: int, *, right: bool) -> str:
    room = " " * (width - _width(text))
    return room + text if right else text + room
