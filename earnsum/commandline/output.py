"""
Output: bytes to standard output or to a file, whole records at a time.

Apart from everything else because its rules are the operating system's: a reader that went
away is no error, a file appears only when it is complete, two processes that append to one
file must not mix their lines, and Ctrl-C must not cut a record in half.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Write(Protocol):
    """Writes a text, whole."""

    def __call__(self, text: str) -> None:
        """Write."""


class OutputError(Exception):
    """Output could not be written; the text is what a person should read."""


class ReaderGone(Exception):  # noqa: N818 - no error: whoever reads has seen enough
    """The reader of standard output closed it."""


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[Write]:
    """Give a function that writes to a file, which appears when all is written, or to standard output."""
    if path in (None, "-"):
        yield _standard_output
        return
    from pathlib import Path  # noqa: PLC0415 - standard output has no path

    target = Path(os.path.realpath(path or ""))
    try:
        if target.exists() and not target.is_file():
            with target.open("wb", buffering=0) as stream:
                yield lambda text: _write(stream.fileno(), text)
        else:
            with _replacing(target) as write:
                yield write
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise OutputError(message) from error


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[Write]:
    """Write a draft and have it take the target's place at the end, with the rights that a new or the old file has."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    descriptor, is_named = _open_draft(draft)
    try:
        try:
            if target.exists():
                os.chmod(descriptor, target.stat().st_mode & 0o7777)  # noqa: PTH101 - it may have no name yet
            yield lambda text: _write(descriptor, text)
            if not is_named:
                os.link(_OPEN_FILE.format(descriptor), draft, src_dir_fd=descriptor)  # any but the default has it follow the link
        finally:
            os.close(descriptor)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


_OPEN_FILE = "/proc/self/fd/{}"


def _open_draft(draft: Path) -> tuple[int, bool]:
    """Open a file that has no name yet, so that nothing is left of it after a kill; a hidden one where the system has no such."""
    if hasattr(os, "O_TMPFILE"):
        with contextlib.suppress(OSError):
            descriptor = os.open(draft.parent, os.O_WRONLY | os.O_TMPFILE, 0o666)
            if os.path.exists(_OPEN_FILE.format(descriptor)):  # noqa: PTH110
                return descriptor, False
            os.close(descriptor)
    return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), True


def _standard_output(text: str) -> None:
    """Write to standard output at once, in one call where the system allows."""
    try:
        _write(sys.stdout.fileno(), text)
    except BrokenPipeError as error:
        _silence()
        raise ReaderGone from error
    except OSError as error:
        _silence()
        message = f"standard output: {error.strerror}"
        raise OutputError(message) from error


def _silence() -> None:
    """Point standard output at nothing, so that the interpreter's last flush meets no closed pipe."""
    with contextlib.suppress(OSError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _write(descriptor: int, text: str) -> None:
    """Write all of a text; a signal waits until it is out."""
    left = memoryview(text.encode("utf-8", "replace"))
    with _undisturbed():
        while left:
            left = left[os.write(descriptor, left) :]


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
