"""
Progress: one line on a terminal's stderr that says how far, how fast and how long yet.

Where stderr is no terminal, but progress was asked for, a plain line now and then.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

EVERY = 0.1
EVERY_PLAIN = 5.0
CLEAR = "\r\x1b[K"


class Progress:
    """Counts articles; `total` is None where nobody knows."""

    def __init__(self, stream: TextIO, total: int | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count."""
        self._stream = stream
        self._total = total
        self._clock = clock
        self._began = self._shown = clock()
        self._count = 0
        self._on_terminal = stream.isatty()
        self._is_drawn = False

    def step(self) -> None:
        """Count an article, and say so now and then."""
        self._count += 1
        now = self._clock()
        if now - self._shown >= (EVERY if self._on_terminal else EVERY_PLAIN):
            self._shown = now
            self._say(now)

    def clear(self) -> None:
        """Take the line away, before something else is written to the terminal."""
        if self._is_drawn:
            self._stream.write(CLEAR)
            self._stream.flush()
            self._is_drawn = False

    def line(self, now: float) -> str:
        """Return the line: "1,200 of 5,000 articles, 800 a second, 0:05 left"."""
        rate = self._count / max(now - self._began, 1e-9)
        if self._total is None:
            return f"{self._count:,} articles, {rate:,.0f} a second"
        left = int((self._total - self._count) / rate) if rate else 0
        hours, rest = divmod(max(left, 0), 3600)
        clock = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
        return f"{self._count:,} of {self._total:,} articles, {rate:,.0f} a second, {clock} left"

    def _say(self, now: float) -> None:
        if self._on_terminal:
            self._stream.write(f"{CLEAR}{self.line(now)}")
            self._is_drawn = True
        else:
            self._stream.write(f"earnsum: {self.line(now)}\n")
        self._stream.flush()
