"""The everyday command is what Typer would have made of it, or is left to Typer."""

from __future__ import annotations

import sys

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from earnsum.commandline import cli, command
from earnsum.commandline.command import Request
from earnsum.commandline.everyday import everyday

WORDS = """
    -f --format -fjsonl -fcsv --format=jsonl --format=xml -f=json jsonl csv table xml -o --output -o- --output= out -x --explain
    -xf -j -j4 -j0 --jobs --jobs=-1 --jobs=2 4 0 -1 x --only --only=results headline --files-from - -- -0 --null --progress
    --no-progress --no-header --with-text --lang en --dollar CAD --tolerance 1 --max-bytes 1000 --help --version --schema a.txt
""".split()


def typers(arguments: list[str]) -> Request | None:
    """Return what Typer makes of a command; None where it refuses or does something else."""
    asked: list[Request] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "obey", asked.append)
        try:
            typer.main.get_command(cli.app)(arguments, standalone_mode=False)
        except Exception:  # noqa: BLE001 - wrong usage, in whatever way
            return None
    return asked[0] if asked else None


@pytest.mark.parametrize(
    "line",
    ["", "-", "a.txt", "-f jsonl a.txt b.txt", "-x a.txt", "--format=csv -j4 -- -x", "-j 2 -f json -o out a", "--files-from - -0"],
)
def test_an_everyday_command_is_read_as_typer_reads_it(line: str) -> None:
    request = everyday(line.split())
    assert request is not None
    assert request == typers(line.split())


@given(st.lists(st.sampled_from(WORDS), max_size=5))
def test_any_command_is_read_as_typer_reads_it_or_left_to_typer(arguments: list[str]) -> None:
    request = everyday(arguments)
    assert request is None or request == typers(arguments)


@pytest.mark.parametrize(
    "line", ["--help", "-h", "--version", "--lang xx a", "-f xml a", "-j x", "-j", "--forma=csv", "-xf csv a", "--output= a"]
)
def test_what_needs_more_is_left_to_typer(line: str) -> None:
    assert everyday(line.split()) is None


def test_completion_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_EARNSUM_COMPLETE", "complete_bash")
    assert everyday(["a.txt"]) is None


def test_wildcards_are_left_to_typer_where_no_shell_resolves_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("earnsum.commandline.everyday.os.name", "nt")
    monkeypatch.setattr(sys, "platform", "win32")
    assert everyday(["*.txt"]) is None
