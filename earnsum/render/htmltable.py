"""
Sections as HTML tables: those of an article, whose cells lead to the text, and the scoreboard, which a script can sort.

Columns carry how soon they give way as a class, so that a narrow screen leaves out what a narrow
terminal does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape as escape_html

from earnsum.model import Span
from earnsum.render import Score
from earnsum.render.cells import Cell, Column, Line, Section
from earnsum.render.chart import spark
from earnsum.render.report import VERDICT_SIGNS
from earnsum.render.safe import plain


def escape(text: str) -> str:
    r"""
    Return text as HTML, on one line.

    >>> escape("<b>\x1b[1m & \"x\"")
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return escape_html(plain(text))


def table(
    section: Section, of: str, ids: Mapping[int, str], targets: Mapping[Span, str], notes: Mapping[int, str]
) -> Iterator[str]:
    """
    Yield a section of an article of somebody.

    Lines get the ids and, under their names, the notes that are given by their identity; cells lead to the targets of their spans.
    """
    columns = section.columns
    yield f"<h3>{escape(section.title)}</h3>\n{_scroll(f'{section.title}, {of}')}<table>\n"
    yield from _head(columns)
    for line in section.lines:
        name = escape(line.cells[0].text)
        if line.row is None:
            yield f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{name}</th></tr>\n'
            continue
        anchor = f' id="{ids[id(line)]}"' if ids else ""
        note = f"<small>{escape(notes[id(line)])}</small>" if id(line) in notes else ""
        yield f'<tr{anchor}><th scope="row">{_linked(line.cells[0], targets)}{note}</th>'
        for column, cell in zip(columns[1:], line.cells[1:], strict=True):
            shown = _linked(cell, targets) if column.heading else _bar(cell)
            yield f"<td{_class(column, cell)}>{shown}</td>"
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def board(section: Section, scores: Sequence[Score], sources: Sequence[str]) -> Iterator[str]:
    """Yield the scoreboard, whose names lead to their articles where these have an anchor."""
    yield f'{_scroll(section.title)}<table class="board">\n'
    yield from _head(section.columns)
    for line, scored, source in zip(section.lines, scores, sources, strict=True):
        name = escape(line.cells[0].text)
        name = f'<a href="#{scored.anchor}">{name}</a>' if scored.anchor else name
        yield f'<tr><th scope="row" title="{escape(source)}">{name}</th>'
        for column, cell in zip(section.columns[1:], line.cells[1:], strict=True):
            sort = f' data-v="{cell.value:f}"' if cell.value is not None else ""
            yield f"<td{_class(column, cell)}{sort}>{escape(cell.text)}</td>"
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def names(lines: Sequence[Line], anchor: str) -> dict[int, str]:
    """Return an id on the page for each line of an article, by the line's identity."""
    return {id(line): f"{anchor}-r{number}" for number, line in enumerate(lines, start=1)}


def _scroll(title: str) -> str:
    return f'<div class="scroll" role="region" aria-label="{escape(title)}" tabindex="0">'


def _head(columns: Sequence[Column]) -> Iterator[str]:
    yield "<thead><tr>"
    for column in columns:
        of = f'<span class="unseen">{escape(column.of)} </span>' if column.of else ""
        tag = "th" if column.heading else "td"
        scope = ' scope="col"' if column.heading else ""
        yield f"<{tag}{scope}{_class(column)}>{of}{escape(column.heading)}</{tag}>"
    yield "</tr></thead>\n<tbody>\n"


def _linked(cell: Cell, targets: Mapping[Span, str]) -> str:
    """Return a cell's text, leading to where it was read where that is on the page."""
    target = targets.get(cell.span) if cell.span else None
    said = escape(cell.text.strip())
    return f'<a href="#{target}">{said}</a>' if target and said else said


def _bar(cell: Cell) -> str:
    return spark(cell.value) if cell.value is not None else ""


def _class(column: Column, cell: Cell | None = None) -> str:
    """Return the class attribute of a cell: figures stand to the right, verdicts are coloured, less important columns may go."""
    names = ["n"] * column.is_number + [f"g{column.gives_way}"] * bool(column.gives_way)
    names += [cell.style] if cell and cell.style in VERDICT_SIGNS else []
    return f' class="{" ".join(names)}"' if names else ""
