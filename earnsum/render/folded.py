"""
Folded: lines and tables for a terminal, as wide and as colourful as it is; Rich lays them out.

Article text reaches Rich only as `Text` made of characters that `plain` let through, so that markup and escapes in an article
stay inert.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from earnsum.render import View
from earnsum.render.cells import Said, Section
from earnsum.render.styles import STYLES


def drawn(parts: Iterable[Said | Section], view: View, width: int) -> list[str]:
    """Return the lines of parts."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=view.escapes,
        color_system=view.colors,  # type: ignore[arg-type]  # Rich's own name for it
        no_color=view.colors is None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(_line(part) if isinstance(part, Said) else _table(part))
    return out.getvalue().removesuffix("\n").split("\n")


def _text(shown: str, style: str) -> Text:
    look = STYLES.get(style)
    return Text(shown, style=look.terminal if look else "", no_wrap=False)


def _line(said: Said) -> RenderableType:
    line = _text(*said.pieces[0]) if len(said.pieces) == 1 else Text()
    for piece in said.pieces if len(said.pieces) > 1 else ():
        line.append_text(_text(*piece))
    return Padding(line, (0, 0, 0, said.indent)) if said.indent else line


def _table(section: Section) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), collapse_padding=True, header_style=""
    )
    for column in section.columns:
        table.add_column(
            _text(column.heading, "quiet"),
            justify="right" if column.is_number else "left",
            no_wrap=column is not section.columns[0],
            overflow="fold",
        )
    for line in section.lines:
        table.add_row(*(_text(cell.text, cell.style) for cell in line.cells))
    return table
