"""Completion in the shells themselves: each is told of the command as the README says, and asked what a tab would give."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from terminal import ROOT, installed, started

README = (ROOT / "README.md").read_text("utf-8")
SETUP = {"bash": 'eval "$(earnsum --show-completion)"', "zsh": 'eval "$(earnsum --show-completion)"'}
SETUP["fish"] = "earnsum --show-completion | source"
START = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}
CASES = {
    "earnsum -f mark": "markdown",
    "earnsum --format jsonl --only head": "headline",
    "earnsum --only comp": "compared",
    "earnsum --lang j": "ja",
    "earnsum article": "article-of-today.txt",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "article-of-today.txt").write_text("")
    return installed(tmp_path)


def needed(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} is installed: apt-get install {shell}")


@pytest.mark.parametrize("shell", START)
def test_a_tab_completes_values_and_names_of_files(shell: str, tmp_path: Path, environment: dict[str, str]) -> None:
    needed(shell)
    own = "autoload -U compinit; compinit -u -D; " if shell == "zsh" else ""
    with started(START[shell], tmp_path, environment) as terminal:
        terminal.type(f"PS1='st''ill> '; {own}{SETUP[shell]}\n")
        for typed, completed in CASES.items():
            terminal.until("still> ")
            terminal.type(f"{typed}\t")
            terminal.until(completed)
            terminal.type("\x15\n")


def test_fish_completes_values_options_and_names_of_files(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("fish")
    asked = CASES | {"earnsum --toler": "--tolerance"}
    script = f"{SETUP['fish']}; " + "; ".join(f"complete -C '{typed}'" for typed in asked)
    command = ["fish", "--no-config", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == list(asked.values())


@pytest.mark.parametrize("shell", SETUP)
def test_the_readme_says_so(shell: str) -> None:
    assert shell in README
    assert f"`{SETUP[shell]}`" in README
