"""Output when something is in its way: several writers, a kill, a full disk, a folder that may not be written to."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import COMMAND, ENVIRONMENT, run

from earnsum.commandline.output import OutputError, opened
from earnsum.patterns import kept

BEAT = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.49 a share.\n"
FORMATS = ("table", "json", "jsonl", "csv", "markdown", "html")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "acme.txt"
    path.write_text(BEAT)
    return path


def test_eight_processes_append_whole_lines_to_one_file(article: Path) -> None:
    article.write_text(BEAT + "The weather was fine in the town where it all began.\n" * 100)
    out = article.with_name("out")
    with out.open("ab") as stream:
        several = [
            subprocess.Popen([*COMMAND, "-f", "jsonl", "--with-text", *[article] * 6], stdout=stream, env=ENVIRONMENT)
            for _ in range(8)
        ]
        assert [process.wait() for process in several] == [0] * 8
    records = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(records) == 8 * 6
    assert {record["text"] for record in records} == {article.read_text().strip()}


@pytest.mark.parametrize("old", [None, "what was there before\n"])
def test_a_kill_leaves_the_old_file_or_the_new_one_and_nothing_else(old: str | None, tmp_path: Path) -> None:
    """Kill at moments spread over the run; the file is then what it was, or whole."""
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "out.jsonl"
    (tmp_path / "acme.txt").write_text(BEAT)
    command = [*COMMAND, "-f", "jsonl", "-o", str(out), *["acme.txt"] * 300]
    began = time.monotonic()
    subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, check=True)
    whole, took = out.read_text(), time.monotonic() - began
    dice = random.Random(1)  # noqa: S311 - no secret
    for _ in range(6):
        out.unlink(missing_ok=True)
        if old is not None:
            out.write_text(old)
        with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.DEVNULL) as process:
            time.sleep(dice.uniform(0, took))
            process.send_signal(signal.SIGKILL)
        left = {path.name: path.read_text() for path in folder.iterdir()}
        assert left in ({}, {"out.jsonl": old}, {"out.jsonl": whole})


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_full_device_is_one_clear_line(fmt: str, article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "-f", fmt, article, article], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, "earnsum: standard output: No space left on device\n")
    ran = run("-f", fmt, "-o", "/dev/full", article)
    assert (ran.status, ran.out, ran.err) == (2, "", "earnsum: /dev/full: No space left on device\n")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that holds 64 kB; only root can make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if (
        os.getuid()
        or mount is None
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False).returncode
    ):
        pytest.skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_leaves_no_file(small_disk: Path, article: Path) -> None:
    out = small_disk / "out.jsonl"
    ran = run("-f", "jsonl", "-o", out, *[article] * 300)
    assert (ran.status, ran.err) == (2, f"earnsum: {out}: No space left on device\n")
    assert list(small_disk.iterdir()) == []


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Be nobody for a while, where the tests are run by root, who may write everywhere."""
    before = os.geteuid()
    if not before:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_that_may_not_be_written_to_is_one_clear_line() -> None:
    with pytest.raises(OutputError, match=r"^/earnsum.jsonl: Permission denied$"), opened("/earnsum.jsonl"):
        pass


def test_a_file_without_a_name_and_a_hidden_one_come_out_alike(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system has no nameless files, a hidden one does."""
    for name in ("nameless", "hidden"):
        with opened(str(tmp_path / name)) as write:
            write("one\n")
            assert not (tmp_path / name).exists()
            write("two\n")
        assert (tmp_path / name).read_text() == "one\ntwo\n"
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    modes = {path.name: path.stat().st_mode for path in tmp_path.iterdir()}
    assert modes["nameless"] == modes["hidden"]
    assert len(modes) == 2


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_rights_and_a_failure_its_content(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old\n")
    path.chmod(mode)
    with contextlib.suppress(RuntimeError), opened(str(path)) as write:
        write("half")
        raise RuntimeError
    assert path.read_text() == "old\n"
    with opened(str(path)) as write:
        write("new\n")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new\n", mode)
    assert [found.name for found in tmp_path.iterdir()] == ["out"]


def test_what_cannot_be_kept_leaves_nothing_behind(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_places", lambda *_, **__: iter([str(small_disk / "kept")]))
    kept.keep("x", (1,), lambda: {"x": "x" * 200_000})
    assert list(small_disk.iterdir()) == []
    kept.keep("x", (1,), lambda: {"x": "y"})
    assert kept.read_kept("x", (1,)) == {"x": "y"}
    assert kept.read_kept("x", (2,)) == {}
    (small_disk / "kept").write_bytes(b"rubbish")
    assert kept.read_kept("x", (1,)) == {}
