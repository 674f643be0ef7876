"""
The pattern engines `re` and `regex`: the modules for a type checker, what stands for them (`engines`) for the program.

Patterns are declared where their rules are, by hundreds; from here, they are compiled only when used, and once for good: what
is compiled is `kept` for the next start.
A pattern made of an article's words is none of them: it would be kept for ever (use a search in the string).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

__all__ = ["ABOUT", "any_of", "re", "regex"]

if TYPE_CHECKING:
    import re

    import regex
else:
    from earnsum.patterns.engines import re, regex


def any_of(words: Iterable[str], *, backwards: bool = False) -> str:
    """
    Return alternatives by first letter, or by last for a match backwards; longest first, so that none is cut short by another.

    >>> any_of(["asset", "assets", "beer"])
    '(?:a(?:ssets|sset)|b(?:eer))'
    """
    longest_first = sorted(sorted(set(words)), key=len, reverse=True)
    if not longest_first:
        msg = "an empty alternative matches everything"
        raise ValueError(msg)
    groups: dict[str, list[str]] = {}
    for word in longest_first:
        letter, rest = (word[-1], word[:-1]) if backwards else (word[0], word[1:])
        groups.setdefault(letter, []).append(rest if rest.isalnum() else re.escape(rest))
    ends = ((re.escape(letter), f"(?:{'|'.join(rests)})" if any(rests) else "") for letter, rests in groups.items())
    return f"(?:{'|'.join(rest + letter if backwards else letter + rest for letter, rest in ends)})"


_HEDGING = (
    "about|around|roughly|approximately|some|nearly|almost|close to|just|only|well|slightly|a little|a mere|an estimated"
    "|over|under|above|below|more than|less than|up to|at least|as much as|as many as|another|additional|an additional|a further"
).split("|")
ABOUT = rf"(?:{any_of(_HEDGING)}\ ){{0,3}}"
"""What may stand before a figure and tells nothing of whose it is ("some ", "just over "), with the space behind it."""
