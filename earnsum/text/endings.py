"""
Endings: a text that breaks off, as teasers, news interfaces and paywalls leave it.

What follows the break may be what the article is about, so a summary says so.
"""

from __future__ import annotations

from earnsum.model import Span
from earnsum.patterns import regex

_DOTS = regex.compile(r"(?r)(?:\.\.\.|…)[\"')\]”’]*(?: ?\[\+?[0-9,]++ (?:more )?char(?:acter)?s?\])?$|\[\+[0-9,]++ chars?\]$")
_LEADING_ON = regex.compile(
    r"(?r)(?:,| (?:a|an|the|of|to|from|by|in|on|at|for|with|and|or|but|that|which|because|than|was|were|is|are|its|their))$"
)
_PROSE = 60


def find_break(folded: str) -> Span | None:
    r"""
    Return the last line where the text breaks off in it: with dots, or in the middle of a long sentence.

    >>> find_break("Acme beats forecasts\n\nAcme earned $1.58 a share, above the…") is not None, find_break("Acme beats forecasts.")
    (True, None)
    """
    end = len(folded.rstrip())
    start = folded.rfind("\n", 0, end) + 1
    is_broken = _DOTS.match(folded, start, end) or (end - start >= _PROSE and _LEADING_ON.match(folded, start, end))
    return Span(start, end) if is_broken else None
