"""
Needs: which tags a sentence must have for a pattern over tags to be found in it.

Most shapes are of words that a sentence does not have, and to see that it lacks them takes a hundredth of a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from importlib.util import source_hash
from typing import Any

from earnsum.patterns import re
from earnsum.patterns.kept import kept_or_made, version_of

Clauses = frozenset[frozenset[str]]
"""Sets of tags; a text that has no tag of one of them does not match."""

Live = Callable[[frozenset[str]], list[int]]
"""What returns the numbers of the patterns that may be found in a text with these tags."""

_NOTHING: Clauses = frozenset()
_PIECE = re.compile(
    r"""(?P<blank>\s+) | (?P<group>\((?:\?(?:P<\w+>|<?[=!]|:))?) | (?P<end>\)) | (?P<or>\|)
      | (?P<count>(?:(?P<optional>[*?]|\{[0,][^}]*\})|\+|\{[1-9][^}]*\})[+?]?)
      | (?P<tags>\[(?!\^)(?:\\.|[^\]\\])+\]|\\\W|[^\[\\^$.]) | (?P<any>\[\^(?:\\.|[^\]\\])+\]|\\\w|[\^$.])""",
    re.VERBOSE,
)
_MOST = 8
"""Clauses that are kept of a choice; fewer tell less, and never what is wrong."""


def needs_of(pattern: str) -> list[Clauses]:
    """
    Return what each alternative of a pattern over tags needs.

    >>> [sorted(map(sorted, clauses)) for clauses in needs_of("(?<! H ) [UD] _? y (?P<skip>%) | (?: A | N+ ) E*")]
    [[['%'], ['D', 'U'], ['y']], [['A', 'N']]]
    """
    return _alternatives(_PIECE.finditer(pattern))


def _alternatives(pieces: Iterator[re.Match[str]]) -> list[Clauses]:
    """Read the alternatives up to the end of a group."""
    found: list[Clauses] = []
    needed = last = _NOTHING
    for piece in pieces:
        match piece.lastgroup:
            case "group":
                inner = reduce(_either, _alternatives(pieces))
                needed, last = needed | last, _NOTHING if piece[0].endswith("!") else inner
            case "tags":
                needed, last = needed | last, frozenset([frozenset(piece[0].strip("[]").replace("\\", ""))])
            case "any":
                needed, last = needed | last, _NOTHING
            case "count" if piece["optional"]:
                last = _NOTHING
            case "or":
                found.append(needed | last)
                needed = last = _NOTHING
            case "end":
                break
    return [*found, needed | last]


def _either(one: Clauses, other: Clauses) -> Clauses:
    """Return what is needed where one of two is."""
    return frozenset(sorted({a | b for a in one for b in other}, key=lambda tags: (len(tags), sorted(tags)))[:_MOST])


def sieve(name: str, patterns: Sequence[str]) -> Live:
    """Return what tells which of some patterns may be found in a text with these tags; what they need is kept under the name."""
    stamp = (int.from_bytes(source_hash("\n".join(patterns).encode()), "little"), *version_of(__file__))
    kept = kept_or_made(f"needs.{name}", stamp, lambda: _table(patterns))
    return _live(kept["wholes"], kept["lacking"])


def _live(wholes: Sequence[int], lacking: Sequence[tuple[frozenset[str], int]]) -> Live:
    """
    Return what tells which patterns may be found.

    >>> _live(**_table(["A E", "U y? %", "% | M"]))(frozenset("MAE"))
    [0, 2]
    """

    @lru_cache(maxsize=1024)
    def live(tags: frozenset[str]) -> list[int]:
        dead = 0
        for clause, alternatives in lacking:
            if clause.isdisjoint(tags):
                dead |= alternatives
        return [number for number, whole in enumerate(wholes) if whole & ~dead]

    return live


def _table(patterns: Sequence[str]) -> dict[str, Any]:
    """Return the bits of each pattern's alternatives, and of each clause the bits of the alternatives that need it."""
    wholes: list[int] = []
    lacking: dict[frozenset[str], int] = {}
    bit = 1
    for pattern in patterns:
        first = bit
        for clauses in needs_of(pattern):
            for clause in clauses:
                lacking[clause] = lacking.get(clause, 0) | bit
            bit <<= 1
        wholes.append(bit - first)
    return {"wholes": wholes, "lacking": list(lacking.items())}
