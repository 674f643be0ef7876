"""What is read: a folder's articles, or the project's own samples and cases."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"


def texts(folder: str | None) -> list[str]:
    """Return the texts of a folder; without one, news that are made of the cases, five sentences each."""
    if folder:
        return [path.read_text("utf-8", "replace") for path in sorted(Path(folder).glob("*.txt"))]
    cases = [
        " ".join(case["text"].split())
        for path in sorted((HERE.parent / "cases").glob("*.toml"))
        for case in tomllib.loads(path.read_text())["case"]
    ]
    made = ["\n\n".join(cases[at : at + 5]) for at in range(0, len(cases), 5)]
    return [path.read_text() for path in sorted(SAMPLES.glob("*.txt"))] + made


def pages(folder: str | None) -> list[str]:
    """Return pages: a folder's, or the samples'."""
    paths = sorted(Path(folder).rglob("*.html")) if folder else sorted(SAMPLES.glob("*.html"))
    return [path.read_text("utf-8", "replace") for path in paths]
