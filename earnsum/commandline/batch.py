"""
Many articles: read each, and write what came of it.

An input that fails never stops the others.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from earnsum.commandline.output import Write
from earnsum.commandline.sources import TextRecord, read_source
from earnsum.errors import InputError
from earnsum.reading.options import Options
from earnsum.render import Format, Piece, Renderer, View, renderer
from earnsum.selection import select

if TYPE_CHECKING:
    from earnsum.intake.article import Article

Input = str | TextRecord | InputError
"""A name, a record that holds an article, or why there is neither."""

LAST = 2
"""At how many times the time at which reading stops an input is given up."""


class ExitStatus(IntEnum):
    """What the process says at its end, as grep does."""

    FOUND = 0
    NOTHING = 1
    FAILED = 2


class Failure(NamedTuple):
    """Why an input gave nothing."""

    source: str
    code: str
    message: str


class Done(NamedTuple):
    """What came of one input."""

    piece: Piece
    found: bool = False
    failure: Failure | None = None


class Work(Protocol):
    """Reads one input; must travel to other processes."""

    def __call__(self, name: Input) -> Done:
        """Read it and show it; never raises on account of the input."""

    def failed(self, failure: Failure) -> Done:
        """Show that it could not be read."""


class Reading:
    """The work of this program: from an input's name to its piece of the output."""

    def __init__(self, options: Options, fmt: Format, view: View, max_bytes: int) -> None:
        """Take what the reading and the showing heed."""
        self._asked = (options, fmt, view, max_bytes)
        self._renderer: Renderer | None = None

    def __call__(self, name: Input) -> Done:
        """Read an article, summarize it, and show it."""
        from earnsum.commandline.timelimit import time_limit  # noqa: PLC0415
        from earnsum.pipeline import summarize_article  # noqa: PLC0415 - after the command line is known to be right

        options, _, view, _ = self._asked
        source = source_of(name)
        try:
            article_of = self._opened(name)
            with time_limit(source, options.timeout and LAST * options.timeout):
                article = article_of()
                summaries = [select(summary, view.only) for summary in summarize_article(article, options)]
                return Done(self.renderer.piece(summaries), found=any(s.results or s.guidance for s in summaries))
        except InputError as error:
            return self.failed(Failure(source, error.code, error.message))
        except Exception as error:  # noqa: BLE001 - a defect in reading one article must not lose the other 99,999
            return self.failed(Failure(source, "internal", f"could not be read: {type(error).__name__}: {error}; please report it"))

    def _opened(self, name: Input) -> "Callable[[], Article]":
        """Read what an input holds, and return how to make an article of it."""
        from earnsum.intake.article import article_of_record, read_article  # noqa: PLC0415

        if isinstance(name, InputError):
            raise name
        if not isinstance(name, str):
            return lambda: article_of_record(name.fields, name.text, name.source)
        data = read_source(name, max_bytes=self._asked[3])
        return lambda: read_article(data, source=name)

    def failed(self, failure: Failure) -> Done:
        """Show the failure as the format does."""
        return Done(self.renderer.failure(failure.source, failure.code, failure.message), failure=failure)

    @property
    def renderer(self) -> Renderer:
        """The renderer, made once a process."""
        if self._renderer is None:
            _, fmt, view, _ = self._asked
            self._renderer = renderer(fmt, view)
        return self._renderer

    def __getstate__(self) -> tuple[Options, Format, View, int]:
        """Leave the renderer behind when travelling."""
        return self._asked

    def __setstate__(self, state: tuple[Options, Format, View, int]) -> None:
        """Arrive without one."""
        self._asked = state
        self._renderer = None


def source_of(name: Input) -> str:
    """Return what an input is called."""
    return name if isinstance(name, str) else name.source


def run(done: Iterable[Done], renderer: Renderer, write: Write, report: Callable[[Done], None]) -> ExitStatus:
    """Write what came of each input as it comes, tell `report` of it, and return how it went."""
    found = failed = False

    def pieces() -> Iterator[Piece]:
        nonlocal found, failed
        for one in done:
            found |= one.found
            failed |= one.failure is not None
            report(one)
            yield one.piece

    for text in renderer.pages(pieces()):
        if text:
            write(text)
    if failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if found else ExitStatus.NOTHING
