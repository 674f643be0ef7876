"""
Many articles: read each, in order, in as many processes as asked for, and write what came of it.

An input that fails never stops the others.  A worker process that dies takes only its share
of articles with it: those are tried once more, each alone, and the one that kills again is recorded as
failed.  No more articles are under way at a time than keep the workers busy, so memory does not
grow with their number.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from earnsum.errors import InputError
from earnsum.render import Format, Piece, Renderer, View, renderer
from earnsum.rows import select

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from earnsum.commandline.output import Write
    from earnsum.commandline.sources import TextRecord
    from earnsum.intake.article import Article
    from earnsum.reading.options import Options

    Input = str | TextRecord | InputError
    """A name, a record that holds an article, or why there is neither."""

CHUNK = 16
AHEAD = 3
"""Chunks under way for each worker."""

LAST = 2
"""At how many times the time at which reading stops an input is given up."""

PATIENCE = 2.0
"""Seconds that a worker has to end."""


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

    def _opened(self, name: Input) -> Callable[[], Article]:
        """Read what an input holds, and return how to make an article of it."""
        from earnsum.intake.article import article_of_record, read_article  # noqa: PLC0415

        if isinstance(name, InputError):
            raise name
        if not isinstance(name, str):
            return lambda: article_of_record(name.fields, name.text, name.source)
        from earnsum.commandline.sources import read_source  # noqa: PLC0415

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


def run(names: Iterable[Input], work: Reading, *, jobs: int, write: Write, report: Callable[[Done], None]) -> ExitStatus:
    """Read all inputs, write the output as it comes, tell `report` of each, and return how it went."""
    found = failed = False

    def pieces() -> Iterator[Piece]:
        nonlocal found, failed
        for done in read_all(names, work, jobs=jobs):
            found |= done.found
            failed |= done.failure is not None
            report(done)
            yield done.piece

    for text in work.renderer.pages(pieces()):
        if text:
            write(text)
    if failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if found else ExitStatus.NOTHING


def read_all(names: Iterable[Input], work: Work, *, jobs: int) -> Iterator[Done]:
    """Yield what came of each input, in order."""
    if jobs == 1:
        return map(work, names)
    return _read_in_parallel(iter(names), work, jobs or cores())


def cores() -> int:
    """Return how many processors this process may use."""
    import os  # noqa: PLC0415

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Share(NamedTuple):
    """Inputs given to a worker together; standard input is read here, when its turn comes."""

    names: tuple[Input, ...]
    future: Future[list[Done]] | None = None


def _read_in_parallel(names: Iterator[Input], work: Work, jobs: int) -> Iterator[Done]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = _pool(work, jobs)
    under_way: deque[_Share] = deque()
    shares = _shares(names)
    try:
        while True:
            for new in islice(shares, max(0, AHEAD * jobs - len(under_way))):
                under_way.append(_submit(pool, new))
            if not under_way:
                return
            share = under_way.popleft()
            try:
                yield from [work(name) for name in share.names] if share.future is None else share.future.result()
            except BrokenProcessPool:
                _stop(pool)
                for name in share.names:
                    yield _read_alone(name, work)
                pool = _pool(work, jobs)
                under_way = deque(_again(pool, other) for other in under_way)
    finally:
        _stop(pool)


def _again(pool: ProcessPoolExecutor, share: _Share) -> _Share:
    """Give a share out anew, unless it was finished before the pool broke."""
    future = share.future
    if future is None or (future.done() and not future.cancelled() and future.exception() is None):
        return share
    return _submit(pool, share.names)


def _submit(pool: ProcessPoolExecutor, names: tuple[Input, ...]) -> _Share:
    """Give a share to the pool; standard input stays here, and what a broken pool refuses counts as broken with it."""
    from concurrent.futures import Future  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    if names == ("-",):
        return _Share(names)
    try:
        return _Share(names, pool.submit(_read_share, names))
    except BrokenProcessPool as error:
        refused: Future[list[Done]] = Future()
        refused.set_exception(error)
        return _Share(names, refused)


def _shares(names: Iterator[Input]) -> Iterator[tuple[Input, ...]]:
    """Cut the names into shares, small ones first so that every worker soon has something, and standard input alone."""
    share: list[Input] = []
    size = 1
    for name in names:
        if name == "-":
            if share:
                yield tuple(share)
                share = []
            yield (name,)
            continue
        share.append(name)
        if len(share) >= size:
            yield tuple(share)
            share = []
            size = min(CHUNK, size + 1)
    if share:
        yield tuple(share)


def _read_alone(name: Input, work: Work) -> Done:
    """Read an input in a process of its own; where that dies, say so."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = _pool(work, 1)
    try:
        return pool.submit(_read_share, (name,)).result()[0]
    except BrokenProcessPool:
        return work.failed(Failure(source_of(name), "worker-died", "could not be read: the process that read it died, twice"))
    finally:
        _stop(pool)


def _pool(work: Work, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for several processes

    return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,))


def _stop(pool: ProcessPoolExecutor) -> None:
    """End a pool at once, whatever it is doing."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    manager = getattr(pool, "_executor_manager_thread", None)
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(PATIENCE)
        if process.is_alive():  # stuck where it does not heed the first signal
            process.kill()
            process.join(PATIENCE)
    if manager is not None:  # the interpreter wakes it at the end, and complains where it finds it half gone
        manager.join(PATIENCE)


_work: Work | None = None
"""In a worker: the work, sent once and not with every share."""


def _begin(work: Work) -> None:
    """Set a worker up; Ctrl-C is the main process's business, which then ends the workers."""
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _work  # noqa: PLW0603 - the one thing that a worker keeps between shares
    _work = work


def _read_share(names: tuple[Input, ...]) -> list[Done]:
    assert _work is not None  # noqa: S101
    return [_work(name) for name in names]


def listed(path: str, *, nul: bool) -> Iterator[str]:
    """Yield the names that a file lists, one a line or NUL-separated, as they are read; ``-`` is standard input."""
    import os  # noqa: PLC0415

    mark = b"\0" if nul else b"\n"
    try:
        with sys.stdin.buffer if path == "-" else open(path, "rb") as stream:  # noqa: PTH123 - either stream
            rest = b""
            while block := os.read(stream.fileno(), 1 << 16):
                *whole, rest = (rest + block).split(mark)
                yield from (os.fsdecode(name.removesuffix(b"\r") if not nul else name) for name in whole if name.strip())
            if rest.strip():
                yield os.fsdecode(rest)
    except OSError as error:
        raise InputError(path, "unreadable", f"cannot be read: {error.strerror}") from error
