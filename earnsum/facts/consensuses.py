"""
Consensuses: a sentence that is about what analysts expect and nothing else, in all its figures.

"The consensus is for sales of $5 billion, which implies growth of 3%, a same-store sales decline of 2% and EPS of $1.20": what
stands behind the first is expected too, though in words that tell of results elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.patterns import re, regex

_SUBJECT = re.compile(r"_?A?[AK]?_?N[oA_]|_?A[_oA]{0,3}[GEf]")
"""``The FactSet consensus is for``, ``Analysts surveyed by FactSet are expecting``"""
_TIPPED = re.compile(r"[^s$%#d;/bmiqwkjV]*%[_o]{1,3}A[_oA]{0,2}E[_T]{0,2}")
"""``Sales growth of 3% was what the market had been tipping``"""
_NOTHING_ELSE = re.compile(r"[^bmiqwVHYK;Q]*")
_TURNS = regex.compile(r"\b(?:while|but|although|though|whereas|compared|versus|reported|posted|company|its?|from)\b")
_READ_OTHERWISE = frozenset({"actual", "change", "guide"})


def of_one_consensus(folded: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, those behind the first expectation of a sentence on the consensus as expectations too."""
    if len(readings) == 1 and readings[0].role == "change" and _TIPPED.fullmatch(tags):
        return [readings[0]._replace(role="estimate")]
    first = next((place for place, reading in enumerate(readings) if reading.role in ("estimate", "later")), None)
    if first is None or len(readings) == 1 or not _SUBJECT.match(tags):
        return list(readings)
    start, last = readings[first], readings[-1]
    if not _NOTHING_ELSE.fullmatch(tags, start.at, last.at) or _TURNS.search(
        folded, start.figure.extent.end, last.figure.extent.start
    ):
        return list(readings)
    return [
        reading._replace(role=start.role) if place > first and reading.role in _READ_OTHERWISE else reading
        for place, reading in enumerate(readings)
    ]
