r"""
How figures are written: sentences, and below each what is read of them, in `tests/figures/*.txt`.

A line is `text = value unit`, or `text = low..high unit`, then what else is said of the figure: its kind where it is neither money
nor percent, `a share`, a hedge, `signed`, `scaled`.  An empty end is open, "-" no unit, "\n" a line's end; "@ decimal comma" says
how numbers are written from there on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from earnsum.figures.find import find_figures
from earnsum.text.marks import Quantity
from earnsum.text.sentences import fold

FOLDER = Path(__file__).parent / "figures"


def cases() -> Iterator[tuple[str, bool, list[str]]]:
    """Yield each sentence, whether decimals have a comma, and what is read."""
    for path in sorted(FOLDER.glob("*.txt")):
        comma, sentence, figures = False, "", list[str]()
        for line in [*path.read_text("utf-8").splitlines(), "#"]:
            if line.startswith("  "):
                figures.append(line.strip())
                continue
            if sentence:
                yield sentence, comma, figures
            comma = line == "@ decimal comma" if line.startswith("@") else comma
            sentence, figures = ("" if not line or line[0] in "#@" else line), []


def told(q: Quantity, text: str) -> str:
    """Return a figure as the files have it."""
    low, high = ("" if end is None else str(end) for end in (q.low, q.high))
    value = f"{q.value}" if q.low == q.high else f"{low}..{high}"
    marks = [q.approx or "", "a share" * q.per_share, "signed" * q.signed, "scaled" * q.scaled]
    kind = "" if q.kind in ("money", "percent") else q.kind
    return " ".join([f"{q.span.of(text)} = {value} {q.unit or '-'}", *filter(None, [kind, marks[1], marks[0], *marks[2:]])])


@pytest.mark.parametrize(("sentence", "comma", "figures"), list(cases()))
def test_figures_are_read_as_they_are_written(sentence: str, comma: bool, figures: list[str]) -> None:  # noqa: FBT001
    text = sentence.replace("\\n", "\n")
    found = find_figures(fold(text), decimal_comma=comma)
    assert [told(q, text) for q in found] == figures
    assert all(q.low is None or q.high is None or q.low + q.high == 2 * q.value for q in found)
    assert all("E" not in str(q.value) for q in found)


def test_there_are_cases() -> None:
    assert len(list(cases())) > 300
