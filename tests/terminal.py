"""A terminal for tests: a command on a pseudo-terminal of its own, with the program on its path."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 30
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|.)")


def installed(folder: Path) -> dict[str, str]:
    """Put the command into the folder's `bin`, and return an environment that finds it there."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "earnsum"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m earnsum "$@"\n')
    command.chmod(0o755)
    return {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


class Terminal:
    """The other end of a command's terminal."""

    def __init__(self, master: int) -> None:
        """Take the file that stands for it."""
        self._master = master

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def until(self, words: str) -> str:
        """Wait until words have been written; return all that was, without the escapes that draw it."""
        seen = b""
        end = time.monotonic() + PATIENCE
        while words.encode() not in seen:
            assert time.monotonic() < end, f"{words!r} did not come up in {seen.decode(errors='replace')!r}"
            if select.select([self._master], [], [], 0.1)[0]:
                seen += ESCAPES.sub(b"", os.read(self._master, 1 << 16))
        return seen.decode(errors="replace")


@contextmanager
def started(command: Sequence[str], folder: Path, environment: dict[str, str], columns: int = 200) -> Iterator[Terminal]:
    """Start a command on a terminal, and end it."""
    import fcntl  # noqa: PLC0415 - no such thing on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def own_terminal() -> None:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

    with subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=environment,
        preexec_fn=own_terminal,  # noqa: PLW1509 - no threads here
    ) as process:
        os.close(slave)
        try:
            yield Terminal(master)
        finally:
            process.kill()
            os.close(master)
