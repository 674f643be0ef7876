"""Many articles: order, failures, workers that die, lists of names, whole records."""

from __future__ import annotations

import io
import multiprocessing
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from earnsum.commandline.batch import Done, Failure
from earnsum.commandline.command import reading
from earnsum.commandline.output import OutputError, opened
from earnsum.commandline.parallel import AHEAD, CHUNK, read_all
from earnsum.commandline.progress import Progress
from earnsum.commandline.sources import listed
from earnsum.errors import InputError
from earnsum.render import Piece


@dataclass(frozen=True)
class Echo:
    """Work that says its input's name; some names are trouble."""

    scars: str = ""

    def __call__(self, name: Any) -> Done:
        """Say the name, or die."""
        if name.startswith("die"):
            os._exit(7)
        if name.startswith("once") and not os.path.exists(self.scars):  # noqa: PTH110
            Path(self.scars).touch()
            os._exit(7)
        if name.startswith("slow"):
            time.sleep(0.2)
        return Done(Piece(f"{name}\n"), found=True)

    def failed(self, failure: Failure) -> Done:
        """Say the code."""
        return Done(Piece(f"{failure.source}: {failure.code}\n"), failure=failure)


def texts(names: list[str], work: Echo, jobs: int) -> list[str]:
    return [done.piece.text.strip() for done in read_all(names, work, jobs=jobs)]


@pytest.mark.parametrize("jobs", [1, 2, 0])
def test_order_is_kept(jobs: int) -> None:
    names = ["slow", *map(str, range(3 * CHUNK)), "-", "slow too", "last"]
    assert texts(names, Echo(), jobs) == names
    assert texts([], Echo(), jobs) == []


def test_a_worker_that_dies_takes_no_other_article_with_it() -> None:
    names = [*map(str, range(40)), "die", *map(str, range(40, 80))]
    assert texts(names, Echo(), 2) == [name if name != "die" else "die: worker-died" for name in names]


def test_an_article_whose_worker_died_is_tried_once_more(tmp_path: Path) -> None:
    names = ["a", "b", "once", "c"]
    assert texts(names, Echo(str(tmp_path / "scar")), 2) == names


def test_no_more_is_read_ahead_than_keeps_the_workers_busy() -> None:
    taken = 0

    def names() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10_000):
            yield str(taken)

    done = read_all(names(), Echo(), jobs=2)
    next(done)
    assert taken <= AHEAD * 2 * CHUNK
    done.close()


def test_workers_end_with_the_work() -> None:
    done = read_all(map(str, range(1000)), Echo(), jobs=2)
    next(done)
    done.close()
    for child in multiprocessing.active_children():
        child.join(5)
    assert not multiprocessing.active_children()


def test_workers_end_where_what_they_read_cannot_be_written() -> None:
    def written() -> None:
        with reading(map(str, range(1000)), Echo(), 2) as done:
            next(iter(done))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as kept:
        written()
    assert kept.tb  # and with it the frames that know the work
    for child in multiprocessing.active_children():
        child.join(5)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(
    ("content", "nul", "expected"),
    [
        (b"a.txt\nb c.txt\n\nd\n", False, ["a.txt", "b c.txt", "d"]),
        (b"a\r\nb", False, ["a", "b"]),
        (b"a\nb\0c\0", True, ["a\nb", "c"]),
        (b"caf\xe9\n", False, ["caf\udce9"]),
        (b"", False, []),
        (b"x" * 70_000 + b"\ny\n", False, ["x" * 70_000, "y"]),
    ],
)
def test_listed_names(content: bytes, nul: bool, expected: list[str], tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "names").write_bytes(content)
    assert list(listed(str(tmp_path / "names"), nul=nul)) == expected


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(listed("nowhere", nul=False))


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)

    def half() -> None:
        with opened(str(path)) as write:
            write("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert path.read_text() == "old"
    with opened(str(path)) as write:
        write("new é\n")
        assert path.read_text() == "old"
    assert path.read_text("utf-8") == "new é\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_is_followed_and_a_device_written_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with opened(str(tmp_path / "link")) as write:
        write("x")
    assert (tmp_path / "real").read_text() == "x"
    assert (tmp_path / "link").is_symlink()
    with opened("/dev/null") as write:
        write("x")
    assert Path("/dev/null").is_char_device()


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nowhere/out: No such file"), opened(str(tmp_path / "nowhere" / "out")):
        pass


class Terminal(io.StringIO):
    """What says of itself that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_on_a_terminal_is_one_line_that_goes_away() -> None:
    now = iter([0.0, 0.05, 1.0, 1.05, 2.0])
    stream = Terminal()
    progress = Progress(stream, 8, clock=lambda: next(now))
    for _ in range(4):
        progress.step()
    progress.clear()
    shown = stream.getvalue().split("\r\x1b[K")
    assert shown == ["", "2 of 8 articles, 2 a second, 0:03 left", "4 of 8 articles, 2 a second, 0:02 left", ""]


def test_progress_elsewhere_is_a_plain_line_now_and_then() -> None:
    now = iter([0.0, 1.0, 10.0])
    stream = io.StringIO()
    progress = Progress(stream, None, clock=lambda: next(now))
    progress.step()
    progress.step()
    progress.clear()
    assert stream.getvalue() == "earnsum: 2 articles, 0 a second\n"
