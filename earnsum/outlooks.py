"""
Outlooks: whose they are.

A preview tells what somebody reckons a company will report ("sales are expected to be $5 million", "he expects a loss"), in
words that a company's own outlook may have too.  Where nothing was reported, an outlook counts only if somebody answers for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.mentions import Cue, Token
from earnsum.patterns import regex

OUTLOOK_TAGS = "GfEN"

_NOBODY = regex.compile(
    r"(?:(?:is|are|was|were|be|been) )?(?:expected|projected|forecast|anticipated|estimated|predicted|seen|pegged|put|likely)\b"
    r"|(?:will|should|could|probably)\b"
)
"""How words begin that tell what is expected, and not by whom."""

_SAYS = regex.compile(r"\b(?:said|says|saying|announced|told|warned|confirmed)\b")
_BROKER = regex.compile(
    r"\b(?:analysts?|broker(?:age)?)\b(?!')(?:(?! and )[^.,;]){0,60}?"
    r"\b(?:said|says|wrote|writes|thinks?|believes?|sees?|warned|downgraded|cut)\b"
)

_AUTHOR = regex.compile(r"K[_oBMtE^vUD~]{0,5}$")
_OTHERS = frozenset({"he", "she", "they", "executives"})


def has_author(folded: str, tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether an outlook is a company's by its own words: the company expects it, said it, or calls it its guidance."""
    cue = next((i for i in range(at - 1, -1, -1) if tags[i] in OUTLOOK_TAGS), None)
    if cue is None or _SAYS.search(folded, tokens[0].start, tokens[-1].end):
        return True
    if "A" in tags[:cue]:
        return False
    mark = tokens[cue].mark
    words = mark.words if isinstance(mark, Cue) else ""
    author = _AUTHOR.search(tags, 0, cue)
    named = author is not None and folded[tokens[author.start()].start : tokens[author.start()].end].lower() not in _OTHERS
    return named if tags[cue] != "G" or words in {"expect", "predict", "anticipate"} else not _NOBODY.match(words)


def is_a_brokers(folded: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence gives what a broker says, which is no outlook ("a Big Bank analyst said EBITDA could fall")."""
    return _BROKER.search(folded, tokens[0].start, tokens[-1].end) is not None
