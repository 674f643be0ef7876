"""
How each pattern's search grows with hostile text: every pattern that the program declares, against runs of what it looks for.

    python tests/fuzz/backtracking.py

A run is a unit repeated (a letter, a sign, a word that stands in the pattern itself), alone and with an end that does not fit.
What is printed takes more than three times as long for twice the text when it is searched for by itself.  Most such patterns are
matched at one place, or in a window of a few letters, so the last number is how the whole program's time grows with the same
runs: in prose, in lines, in a cell and in a page; what is linear stays near 2.  No test, since it is a matter of time.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import time
from contextlib import suppress
from types import FrameType
from typing import Any

import earnsum
from earnsum.grammar.roles import roles_of
from earnsum.patterns import engines
from earnsum.text.sentences import LONGEST

SIZES = (2_000, 4_000, 8_000)
NOTICED = 0.02
"""Seconds below which nothing is said of a search."""
GROWTH = 3.0
LONG = 64_000
"""Letters that the whole program is given, and twice as many."""
PATIENCE = 5.0

UNITS = (
    *"a A 1 0 . , ; : - – — ' \" ( ) [ ] < > / | * _ ` # $ € % & = + @ ! ? \\".split(),
    *"Aa A. a. 1, 1. 1- (a a- a' </a> <a> [a]( &a &a; a= 億 の 1億 é M, M& M_ MF s, _, %,".split(),
    *(" ", "\n", " \n", "\t", "a ", "A ", "Aa ", "1 ", "$1 ", "$1, ", "1% ", "(a) ", "a, ", "a\n", "A. ", "Aa. ", "- a\n", "<a "),
)
TAGS = "MKNEAfGbmqwijkcs$%#dpUDVtnoxrYQW_,;:&()/=BCSH"
_WORD = re.compile(r"[A-Za-z]{2,12}")


class Slow(Exception):  # noqa: N818 - no error
    """A search took too long to wait for."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Slow


def seconds(pattern: Any, text: str | bytes) -> float:
    """Return how long it takes to find all that matches in a text."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        for _ in pattern.finditer(text):
            pass
    except Slow:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def worst(pattern: Any, source: str | bytes) -> tuple[float, tuple[str, str], list[float]]:
    """Return the largest growth, the unit and the end that it is met with, and the times."""
    letters = source if isinstance(source, str) else source.decode("latin-1")
    found = (0.0, ("", ""), [0.0])
    words = dict.fromkeys(_WORD.findall(letters))
    for unit in (*UNITS, *[f"{word} " for word in list(words)[:40]]):
        for end in ("", "!", "\n"):
            times = []
            for size in SIZES:
                text = unit * (size // len(unit)) + end
                times.append(seconds(pattern, text if isinstance(source, str) else text.encode()))
                if times[-1] < NOTICED / 8 or times[-1] >= PATIENCE:
                    break
            growth = times[-1] / times[-2] if len(times) > 1 else 2.0
            if times[-1] >= PATIENCE:
                growth = 99.0
            if times[-1] > NOTICED and growth > found[0]:
                found = (growth, (unit, end), times)
    return found


def whole(unit: str, end: str) -> float:
    """Return the largest growth of the whole program's time with runs of a unit."""
    from growth import NEWS, repeated  # noqa: PLC0415 - which has its units from here
    from growth import seconds as reading  # noqa: PLC0415

    news = "Acme Corp. said first-quarter profit rose to $1.58 a share "
    texts = (
        repeated(unit, NEWS, end),
        repeated(unit, news, f"{end}.\n\n{NEWS}"),
        repeated(f"{unit * 40}{end}\n\n", NEWS),
        repeated(unit, f"{NEWS}Net sales | $293 | ", f"{end} | $303\n"),
        repeated(unit, f"<html><body><p>{NEWS}</p><p>", f"{end}</p><p>{NEWS}"),
    )
    return max(reading(text(2 * LONG)) / max(reading(text(LONG)), 0.02) for text in texts)


def worst_sentence(language: str) -> tuple[float, str]:
    """Return how long the shapes of a language take, together, for the longest sentence there is, and the pair of tags it is of."""
    pairs = [one + other for one in TAGS for other in TAGS]
    longest = LONGEST // 2  # a tag stands for a letter and a blank at least

    def taken(pair: str) -> float:
        start = time.process_time()
        roles_of((pair * longest)[:longest], language)  # the one place where all shapes are tried
        return time.process_time() - start

    return max((taken(pair), pair) for pair in pairs)


def main() -> None:
    """Load everything, and try each pattern."""
    for language in ("en", "de", "ja"):
        print("shapes, {}: {:.3f}s for {!r}".format(language, *worst_sentence(language)), flush=True)  # noqa: T201
    signal.signal(signal.SIGVTALRM, _ring)
    for module in pkgutil.walk_packages(earnsum.__path__, "earnsum."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # an extra that is not installed
                importlib.import_module(module.name)
    for engine in (engines.re, engines.regex):
        for (source, _), pattern in list(engine.declared.items()):
            growth, unit, times = worst(pattern, source)
            if growth > GROWTH:
                shown = " ".join(str(source)[:100].split())
                run = repr("".join(unit))
                print(f"x{growth:4.1f} {times[-1]:7.3f}s {run:16} whole x{whole(*unit):3.1f} {engine.name:5} {shown}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
