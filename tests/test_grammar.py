"""The developer's door: how a sentence is read, on one page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from earnsum.grammar.__main__ import show

ROOT = Path(__file__).parent.parent
SENTENCE = "Acme earned 25 cents a share, beating the 24 cents analysts had expected."


def test_the_command_prints_marks_tags_and_shapes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "earnsum.grammar", SENTENCE], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    sentence, tags, *figures = done.stdout.splitlines()
    assert done.stderr == ""
    assert sentence == SENTENCE
    assert tags.split()[:4] == ["KMs,bsAE", "K=Acme", "M=earned", "s=25"]
    assert [line.split()[:3] for line in figures] == [
        ["25", "cents", "actual"],
        ["24", "cents", "estimate"],
        ["beat", "metric", "earned"],
    ]
    assert "by: above the FIGURES expected" in figures[1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("EPS was $1.58 versus $1.79 expected.", ["$1.79", "estimate", "versus FIGURES expected"]),
        ("Revenue also topped forecasts.", ["beat", "metric", "Revenue", "METRIC beat estimates"]),
        ("Nothing happened.", ["Nothing happened.", "_"]),
        ("", []),
    ],
)
def test_what_is_shown(text: str, parts: list[str]) -> None:
    shown = "\n".join(show(text))
    assert all(part in shown for part in parts)
    assert bool(shown) is bool(text)
