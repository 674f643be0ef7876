"""The development set, where it is at hand beside the checkout: running the program over it and scoring what comes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "eval"
ABSENT = "the development set is not beside the checkout"


def articles() -> list[Path]:
    return sorted((SHARED / "articles").glob("*.txt"))


def pages() -> list[Path]:
    return sorted((SHARED / "html" / "pages").glob("*.html"))


def read(inputs: Iterable[Path], package: Path = ROOT) -> str:
    """Return the JSON lines that the program, as it stands in a folder, prints for some inputs."""
    done = subprocess.run(
        [sys.executable, "-m", "earnsum", "-f", "jsonl", "--files-from", "-"],
        input="\n".join(map(str, inputs)),
        capture_output=True,
        text=True,
        cwd=package,
        env=os.environ | {"PYTHONPATH": str(package)},
        check=False,
    )
    if done.returncode == 2:
        raise RuntimeError(done.stderr)
    return done.stdout


def score(output: str, gold: Path, *arguments: str) -> dict[str, Any]:
    """Return kind → precision, recall, f1 and counts, and how many articles had no output."""
    done = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(gold), "--json", *arguments],
        input=output,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
