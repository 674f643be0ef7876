"""
Roles: what each figure of a sentence is: what was reported, expected, or reported before, a change, an outlook.

The first shape that catches a figure says so.  Apart from the shapes, because what opens a sentence ("Against expectations
of 71 cents") or stands on the other side ("vs. $5.3 billion") may say otherwise.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from earnsum.grammar.needs import Live, sieve
from earnsum.grammar.phrasing import shapes_of
from earnsum.grammar.shapes import FIGURES
from earnsum.patterns import regex

Role = Literal["actual", "estimate", "later", "gap", "prior", "change", "guide", "previous", "margin", "skip"]
"""`later`: what analysts expect of a period to come; `gap`: by how much it beat or missed; `guide`: the company's outlook."""


def roles_of(tags: str, language: str) -> dict[int, tuple[Role, str, str]]:
    """Return token index → (role, shape name, direction) for the figures that shapes catch; the first shape wins."""
    found: dict[int, tuple[Role, str, str]] = {}
    told = frozenset(tags)
    if told.isdisjoint(FIGURES + "p"):
        return found
    shapes, live = _shapes(language)
    for name, pattern in [shapes[number] for number in live(told)]:
        for match in pattern.finditer(tags):
            side = "".join(match.captures("side")) if "side" in pattern.groupindex else ""
            for role, number in pattern.groupindex.items():
                for at in match.starts(number) if role != "side" else ():
                    if at >= 0:
                        found.setdefault(at, (role, name, side))  # type: ignore[arg-type]
    return found


@cache
def _shapes(language: str) -> tuple[list[tuple[str, regex.Pattern[str]]], Live]:
    """Return the shapes of a language by name, and what tells which of them may be found."""
    shapes = shapes_of(language)
    return [(shape.name, shape.compiled()) for shape in shapes], sieve(
        f"shapes.{language}", [shape.written_out() for shape in shapes]
    )
