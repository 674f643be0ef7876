"""
A limit on the time that one input may take: the last net, under bounded texts and patterns that take linear time.

An alarm ends whatever is at work, a pattern in the midst of a match too.  Only the main thread of a process on Unix has one;
elsewhere there is `Options.timeout` alone, at which reading stops between two sentences.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from earnsum.errors import InputError


@contextmanager
def time_limit(source: str, seconds: float | None) -> Iterator[None]:
    """Raise InputError where what is done inside takes more than so many seconds of the processor; None for no limit."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise InputError(source, "timeout", f"took more than {seconds:g} seconds to read; raise the limit with --timeout")

    try:
        before = signal.signal(signal.SIGVTALRM, ring) if seconds is not None else None
    except (AttributeError, ValueError):  # no such signal, or not the main thread
        before = None
    if before is None or seconds is None:
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
