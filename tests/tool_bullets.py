"""
Count which bullets of the ECTSum summaries give a row: ``python tests/tool_bullets.py [--show]``.

A bullet is wanted that gives a figure with the name of earnings a share, of revenue, or of an outlook, other than revenue of an
order or a hectolitre, what a purchase will add and the sale of assets; it is read when a figure of some row stands in it, or when
a row's figure is told again in it.  With --show those not read are printed too; most tell of costs, cash or markets in the words
of an outlook.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator

import evalset
import regex

from earnsum.model import Summary
from earnsum.pipeline import summarize

BULLETS = evalset.SHARED.parent / "ectsum" / "test-bullets.jsonl"
_NUMBER = regex.compile(r"[0-9][0-9.,]*+")
_FIGURE = regex.compile(r"[$€£%]|\b[0-9][0-9.,]*+ (?:percent|cents|million|billion)")
_KINDS = {
    "outlook": regex.compile(
        r"\b(?:sees|expects?|expecting|anticipates?|outlook|guidance|forecasts?|guides?|targets?|raises|reaffirms?)\b"
    ),
    "eps": regex.compile(r"\b(?:earnings|loss|income|profit|ffo)(?: \([a-z ]+\))? per\b[\w ]*\b(?:share|unit)\b|\beps\b"),
    "revenue": regex.compile(
        r"^(?!.*\b(?:will add|asset sales)\b).*\b(?:revenues?|sales)\b(?!(?: revenue)? (?:per|pipeline|carloads)\b)"
    ),
}


def kind_of(bullet: str) -> str | None:
    """Return what a bullet tells, or None where it gives no figure of interest."""
    if _FIGURE.search(bullet) is None:
        return None
    return next((kind for kind, words in _KINDS.items() if words.search(bullet)), None)


def figures_of(summary: Summary) -> Iterator[tuple[int, str]]:
    """Yield the place and the text of every figure of a summary's rows."""
    for row in (*summary.results, *summary.guidance):
        for figure in (row.actual, row.estimate, row.prior, row.previous, row.change):
            if figure is not None:
                yield figure.span.start, figure.text


def _is_told(figure: str, bullet: str) -> bool:
    """Tell whether a figure stands in a bullet, however its scale is written."""
    number = _NUMBER.search(figure)
    return number is not None and number.group() in bullet


def read(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (kind, bullet, whether it is read) for the wanted bullets of one summary."""
    bulleted = "\n".join(f"* {line}" for line in text.split("\n"))
    figures = list(figures_of(summarize(bulleted)[0]))
    at = 0
    for line in bulleted.split("\n"):
        if kind := kind_of(line):
            yield kind, line, any(at <= place < at + len(line) or _is_told(told, line) for place, told in figures)
        at += len(line) + 1


def count() -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many bullets of each kind are read, how many are wanted, and those that are not read."""
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    missed: list[str] = []
    for line in BULLETS.read_text("utf-8").splitlines():
        for kind, bullet, is_read in read(json.loads(line)["text"]):
            wanted[kind] += 1
            found[kind] += is_read
            if not is_read:
                missed.append(f"{kind:8} {bullet}")
    return found, wanted, missed


def report(*, show: bool) -> str:
    """Return the share of bullets that are read, by kind."""
    found, wanted, missed = count()
    lines = [f"{kind:8} {found[kind]:5} of {number:5}  {found[kind] / number:.3f}" for kind, number in sorted(wanted.items())]
    total = f"{'all':8} {found.total():5} of {wanted.total():5}  {found.total() / wanted.total():.3f}"
    return "\n".join([*(missed if show else ()), *lines, total])


if __name__ == "__main__":
    sys.stdout.write(report(show="--show" in sys.argv[1:]) + "\n")
