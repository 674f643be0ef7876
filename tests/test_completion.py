"""Completion in the shells themselves: each is started on a terminal, told of the command as the README says, and given a tab."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHELLS = {
    "bash": ("bash --norc --noprofile -i", 'eval "$(earnsum --show-completion)"'),
    "zsh": ("zsh -f -i", 'autoload -U compinit; compinit -u -D; eval "$(earnsum --show-completion)"'),
}
PATIENCE = 20


ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|.)")


class Shell:
    """A shell on a terminal."""

    def __init__(self, master: int) -> None:
        """Take the terminal's other end."""
        self._master = master

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def read(self, wait: float) -> bytes:
        """Return what is written now, or nothing after so many seconds."""
        block = os.read(self._master, 1 << 16) if select.select([self._master], [], [], wait)[0] else b""
        return ESCAPES.sub(b"", block)

    def until(self, words: str) -> None:
        """Wait until words have been written."""
        seen = b""
        end = time.monotonic() + PATIENCE
        while words.encode() not in seen:
            assert time.monotonic() < end, f"{words!r} did not come up in {seen.decode(errors='replace')!r}"
            seen += self.read(0.1)


def environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


@contextmanager
def started(command: str, folder: Path, columns: int = 200) -> Iterator[Shell]:
    """Start a command on a terminal of its own, in a folder whose `bin` is on its path."""
    import fcntl  # noqa: PLC0415 - no such thing on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def own_terminal() -> None:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

    with subprocess.Popen(
        command.split(),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=environment(folder),
        preexec_fn=own_terminal,  # noqa: PLW1509
    ) as process:
        os.close(slave)
        try:
            yield Shell(master)
        finally:
            process.kill()
            os.close(master)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an article and, in `bin`, the command."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "earnsum"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m earnsum "$@"\n')
    command.chmod(0o755)
    (tmp_path / "article-of-today.txt").write_text("")
    return tmp_path


CASES = {
    "earnsum -f mark": "markdown",
    "earnsum --format jsonl --only head": "headline",
    "earnsum --only comp": "compared",
    "earnsum --lang j": "ja",
}


def needed(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} is installed: apt-get install {shell}")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_tab_completes_values_and_names_of_files(shell: str, folder: Path) -> None:
    needed(shell)
    command, setup = SHELLS[shell]
    with started(command, folder) as terminal:
        terminal.type(f"PS1='st''ill> '; {setup}\n")
        for typed, completed in (CASES | {"earnsum article": "article-of-today.txt"}).items():
            terminal.until("still> ")
            terminal.type(f"{typed}\t")
            terminal.until(completed)
            terminal.type("\x15\n")


def test_fish_completes_values_options_and_names_of_files(folder: Path) -> None:
    needed("fish")
    asked = CASES | {"earnsum --toler": "--tolerance", "earnsum article": "article-of-today.txt"}
    script = "earnsum --show-completion | source; " + "; ".join(f"complete -C '{typed}'" for typed in asked)
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], cwd=folder, env=environment(folder), capture_output=True, text=True, check=True
    )
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == list(asked.values())
