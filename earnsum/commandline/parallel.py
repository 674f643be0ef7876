"""
Several processes: inputs are given out in shares, and what came of each is told in their order.

A worker process that dies takes only its share of articles with it: those are tried once more, each alone, and the one that
kills again is recorded as failed.  No more articles are under way at a time than keep the workers busy, so memory does not
grow with their number.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import NamedTuple

from earnsum.commandline.batch import Done, Failure, Input, Work, source_of

CHUNK = 16
AHEAD = 3
"""Chunks under way for each worker."""

PATIENCE = 2.0
"""Seconds that a worker has to end."""


class _Share(NamedTuple):
    """Inputs given to a worker together; standard input is read here, when its turn comes."""

    names: tuple[Input, ...]
    future: Future[list[Done]] | None = None


def read_all(names: Iterable[Input], work: Work, *, jobs: int) -> Generator[Done]:
    """Yield what came of each input, in order; 0 jobs are as many as there are processors."""
    jobs = jobs or _cores()
    pool = _pool(work, jobs)
    under_way: deque[_Share] = deque()
    shares = _shares(iter(names))
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


def _cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _again(pool: ProcessPoolExecutor, share: _Share) -> _Share:
    """Give a share out anew, unless it was finished before the pool broke."""
    future = share.future
    if future is None or (future.done() and not future.cancelled() and future.exception() is None):
        return share
    return _submit(pool, share.names)


def _submit(pool: ProcessPoolExecutor, names: tuple[Input, ...]) -> _Share:
    """Give a share to the pool; standard input stays here, and what a broken pool refuses counts as broken with it."""
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
    pool = _pool(work, 1)
    try:
        return pool.submit(_read_share, (name,)).result()[0]
    except BrokenProcessPool:
        return work.failed(Failure(source_of(name), "worker-died", "could not be read: the process that read it died, twice"))
    finally:
        _stop(pool)


def _pool(work: Work, jobs: int) -> ProcessPoolExecutor:
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
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _work  # noqa: PLW0603 - the one thing that a worker keeps between shares
    _work = work


def _read_share(names: tuple[Input, ...]) -> list[Done]:
    assert _work is not None  # noqa: S101
    return [_work(name) for name in names]
