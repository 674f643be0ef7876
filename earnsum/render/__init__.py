"""
Renderers: summaries in, text out.

Each format is a module with one class.  `piece` shows one article and depends on
nothing else, so that worker processes can do it; `pages` joins the pieces in order and
adds what belongs to the whole (a heading, a scoreboard).  Nothing here does output, and
a format's module is loaded only when it is asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from earnsum.model import Row, Summary
from earnsum.selection import Only


class Format(StrEnum):
    """An output format."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


class Score(NamedTuple):
    """What a scoreboard says of one summary; `anchor` names its section on a page."""

    source: str
    item: int | None
    company: str | None
    ticker: str | None
    period: str | None
    published: str | None
    earnings: Row | None
    revenue: Row | None
    anchor: str = ""


class Piece(NamedTuple):
    """One article as shown, and its lines on the scoreboard, where the format has one."""

    text: str
    scores: tuple[Score, ...] = ()


class View(NamedTuple):
    """How to show: everything that renderers may know of the command line and the terminal."""

    locale: str = "en_US"
    only: Only | None = None
    explain: bool = False
    header: bool = True
    with_text: bool = False
    width: int | None = None
    """Columns of the terminal; None where there is none, and nothing is folded or left out."""
    colors: str | None = None
    """Rich's name of the colour system; None without colour."""
    is_file: bool = False
    """Whether the output is a file of its own, and not a stream that others read or add to."""
    escapes: bool = False
    """Whether bold and underline may be used (a terminal that is not dumb)."""


class Renderer(Protocol):
    """A format."""

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Show one article."""

    def failure(self, source: str, code: str, message: str) -> Piece:
        """Show that an input could not be read (most formats say nothing: it is reported elsewhere)."""

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the whole output, piece after piece."""


def renderer(fmt: Format, view: View) -> Renderer:
    """Return the renderer of a format, loading nothing that another format needs."""
    from importlib import import_module  # noqa: PLC0415 - only what is used is loaded

    module, name = _WHERE[fmt]
    made: Any = getattr(import_module(f"earnsum.render.{module}"), name)(view)
    renderer: Renderer = made
    return renderer


_WHERE = {
    Format.TABLE: ("table", "Table"),
    Format.JSON: ("jsonl", "Json"),
    Format.JSONL: ("jsonl", "JsonLines"),
    Format.CSV: ("csv", "Csv"),
    Format.MARKDOWN: ("markdown", "Markdown"),
    Format.HTML: ("html", "Html"),
}
