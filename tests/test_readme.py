"""
The README is true: what it shows is what the program prints, and its commands do what they say.

`python tests/test_readme.py` writes the shown output anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "LC_ALL": "C.UTF-8",
    "COLUMNS": "100",
    "URL": "file:///dev/null",
}

_SHOWN = re.compile(r"(?<=```console\n\$ )([^\n]+)\n(.*?)(?=```)", re.DOTALL)
_SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
_TOML = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def run(command: str, cwd: Path = ROOT) -> str:
    """Return what a command prints, with the program and the interpreter of this checkout."""
    interpreter = shlex.quote(sys.executable)
    command = re.sub(r"^python\b", interpreter, command)
    command = re.sub(r"(?<![\w/.])earnsum(?= )(?! samples/\S+ &&)", f"{interpreter} -m earnsum", command)
    done = subprocess.run(
        ["bash", "-c", command], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def renewed(text: str) -> str:
    """Return the README with every shown output as it is now."""
    return _SHOWN.sub(lambda match: f"{match[1]}\n{plain(run(match[1]))}", text)


def plain(output: str) -> str:
    return "".join(line.rstrip() + "\n" for line in output.splitlines())


def test_what_is_shown_is_what_is_printed() -> None:
    text = README.read_text("utf-8")
    assert len(_SHOWN.findall(text)) == 3
    assert renewed(text) == text


USES = [
    line
    for block in _SHELL.findall(README.read_text("utf-8").partition("\n## Recipes\n")[0])
    for line in block.splitlines()
    if "venv" not in line and not line.startswith("curl")
]


@pytest.mark.parametrize("command", USES)
def test_a_use_works(command: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    output = run(command.replace("find samples", "find -L samples"), cwd=tmp_path)
    written = [path.read_text("utf-8") for path in tmp_path.iterdir() if path.is_file()]
    assert any("Initech" in text or "Duff" in text for text in [output, *written])


def test_the_python_example() -> None:
    code, *_ = _PYTHON.findall(README.read_text("utf-8"))
    expected = code.rpartition("# ")[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == expected


def test_the_case_shown_is_a_case() -> None:
    [shown] = (tomllib.loads(block)["case"][0] for block in _TOML.findall(README.read_text("utf-8")))
    themes = (tomllib.loads(path.read_text("utf-8"))["case"] for path in (ROOT / "tests" / "cases").glob("*.toml"))
    assert shown in [case for cases in themes for case in cases]


def test_the_commands_to_set_up_are_those_of_the_checks() -> None:
    blocks = _SHELL.findall(README.read_text("utf-8"))
    checks = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    [command] = [block.strip() for block in blocks if "[dev]" in block]
    *_, install, test = command.split(" && ")
    assert any(
        line.startswith("pip install") and install.removeprefix("pip install ").removesuffix("]'") in line for line in checks
    )
    assert [line for line in checks if line.split(" || ")[0] == test]


def test_files_named_are_there() -> None:
    named = re.findall(r"`((?:earnsum|tests|samples)/[\w./-]*[a-z/])`", README.read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
