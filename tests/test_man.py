"""The manual page says what the help says, is in order, and is shipped."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from man import PAGE, page

ROOT = Path(__file__).parent.parent


def test_the_page_is_that_of_the_help() -> None:
    assert PAGE.read_text("utf-8") == page(), "where the help has changed: python tests/man.py"


def test_the_wheel_holds_it_where_man_looks() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["shared-data"] == {str(PAGE.relative_to(ROOT)): "share/man/man1/earnsum.1"}


@pytest.mark.parametrize(
    "command", [["groff", "-man", "-Tutf8", "-ww", "-z"], ["mandoc", "-Tlint", "-Wwarning"]], ids=lambda c: c[0]
)
def test_it_is_in_order(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} is installed: apt-get install {command[0]}")
    done = subprocess.run([*command, PAGE], capture_output=True, text=True, check=False)
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
    assert complaints == []
