"""
Closings: lists of parts whose metric is named at their end.

"Options brought in $163 million, crypto $48 million and equities $36 million of transaction revenue": each figure has
its part before it, and the last one the name of what they all are.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called
from earnsum.names.companies import NameMark
from earnsum.parts.lists import PARTED, measure
from earnsum.parts.partnames import KINDS, NO_PART
from earnsum.patterns import re, regex

_NAME = rf"(?:(?i:the|its)\ )?(?P<name>[\w&'/-]++(?:\ [\w&'/-]++){{0,2}}?)(?:\ {KINDS})?"
_BROUGHT = (
    r"(?:brought(?:\ in)?|contributed|generated|added|delivered|produced|provided|yielded|pulled\ in|took\ in|chipped\ in|made|"
    r"earned|booked|accounted\ for|had|posted)"
)
_HEDGE = r"(?:\ (?:about|around|some|roughly|nearly|almost|just|another|a\ further))?"
_FIRST = re.compile(rf"(?:[^$]*(?:[,;:]|\b(?:while|as|and))\ )?{_NAME}\ {_BROUGHT}{_HEDGE}\ ", re.VERBOSE)
_MANY = 2
_FURTHER = regex.compile(rf"(?:,|,?\ (?:and|while))\ {_NAME}(?:\ {_BROUGHT})?{_HEDGE}\ ", regex.VERBOSE)


def read_closings(folded: str, start: int, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a sentence that begins at `start`, those of such a list with its metric and their parts."""
    found = list(readings)
    for last, head in enumerate(readings):
        if not _closes(head):
            continue
        first = last
        while first and _is_before(head, readings[first - 1]):
            first -= 1
        members = range(first, last + 1)
        parts = [_part(folded, start, tokens, readings, index, opens=index == first) for index in members]
        if len(parts) > _MANY and parts[0] is None and all(parts[1:]):  # a capital that only opens the sentence
            parts[0] = _part(folded, start, [], readings, first, opens=True)
        if len(parts) > 1 and all(parts):
            for index, part in zip(members, parts, strict=True):
                found[index] = head._replace(at=readings[index].at, figure=readings[index].figure, part=part)
    return found


def _closes(reading: Reading) -> bool:
    """Tell whether a figure's metric is named behind it."""
    behind = reading.metric_at is not None and reading.metric_at > reading.at
    return behind and reading.role == "actual" and is_called(reading.metric, PARTED)


def _is_before(head: Reading, reading: Reading) -> bool:
    """Tell whether a figure may be of the list that a head closes: it is of the same metric, or of none by itself."""
    same = reading.metric is None or (head.metric is not None and reading.metric.entry == head.metric.entry)
    return same and reading.role == "actual" and measure(reading.figure) == measure(head.figure)


def _part(  # noqa: PLR0913 - a figure, and where it stands
    folded: str, start: int, tokens: Sequence[Token], readings: Sequence[Reading], index: int, *, opens: bool
) -> str | None:
    """Return the part named right before a figure of a list; None where none is, or a company."""
    figure = readings[index].figure.extent.start
    begin = start if opens else readings[index - 1].figure.extent.end
    match = (_FIRST if opens else _FURTHER).fullmatch(folded, begin, figure)
    if match is None or not NO_PART.isdisjoint(match["name"].lower().split()):
        return None
    named = any(isinstance(t.mark, NameMark) and match.start("name") <= t.start < match.end("name") for t in tokens)
    return None if named else match["name"].lower()
