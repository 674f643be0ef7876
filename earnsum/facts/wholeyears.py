"""Whole years: what a part of a year is measured by and is no year ago ("already above last year's full-year profit of $5")."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import STOCKS
from earnsum.grammar.told import Fact
from earnsum.model import Period
from earnsum.patterns import regex
from earnsum.text.moves import MOVE

_PARTS = frozenset({"quarter", "half", "nine_months", "month"})
_MEASURED = frozenset({"actual", "prior"})
_PAST = (
    r"(?:last|(?:the )?(?:previous|prior|preceding)) (?:fiscal |financial )?year|the year before|(?:fiscal |FY)?(?:19|20)[0-9]{2}"
    r"(?![/-][0-9]|'s\b| (?:first|second|third|fourth|quarter|half))"
)
_OF_LESS = r"(?:quarter|half|(?:three|six|nine|[369]) months|same period|corresponding period)"
_BY = (
    r"(?:above|below|(?:exceed|surpass|eclips|match|outstrip|outdo|equal|near|beat|topp)(?:s|es|ed|ing)?|tops|more than|less than"
    r"|higher than|lower than|compared (?:with|to)|against|versus|than"
    r"|(?:half|thirds?|quarters|percent|per cent|%)(?: of)?(?= (?:the|its|last|what))|twice|double|triple|times|close to|short of"
    r"|equivalent to|equal to|in line with)"
)
_WHOLE_BEFORE = regex.compile(
    rf"\b{_BY}\b(?P<said>[^.;$]{{0,40}}?\b(?:full[- ]year|annual|whole[- ]year|entire|12-month) (?!{MOVE}\b)[^.;,$]{{0,50}}?)$"
)
"""``surpassing last year's full-year profit of $5``"""
_WHOLE_BEHIND = regex.compile(
    rf"(?: [\w'-]++){{0,6}}? (?:in|for|during|over|from|of) (?:all|the whole|the entire|the entirety|the full|whole|full)(?: year)?"
    rf"(?: of| in)? (?:{_PAST})\b"
)
"""``the $5 that it earned in all of last year``"""
_SHARE = regex.compile(
    r"\b(?:(?:half|third|two-thirds|quarters|[0-9.]++ ?(?:percent|per cent|pct|%)) of|(?:twice|double|triple|times)(?: of)?)"
    r" (?:the|its|what it|an?)(?: [a-z-]++){0,4} $"
)
_OF_THAT_YEAR = regex.compile(rf"(?: (?!{_OF_LESS}\b)[\w'-]++){{0,8}}? (?:in|for|during|over|from|of) (?:{_PAST})\b")
"""``more than half of the $5 profit that it reported for 2024``"""
_PAST_YEAR = regex.compile(rf"\b(?:{_PAST})\b")
_LESS = regex.compile(rf"\b{_OF_LESS}\b")
_REACH = 120


def without_whole_years(folded: str, facts: Sequence[Fact], main: Period) -> list[Fact]:
    """Return facts of a part of a year without the levels of a whole year that one of them is set against."""
    if main.kind not in _PARTS:
        return list(facts)
    return [fact for fact in facts if not _is_of_whole_year(folded, fact)]


def _is_of_whole_year(folded: str, fact: Fact) -> bool:
    if fact.role not in _MEASURED or fact.figure is None or fact.metric in STOCKS:
        return False
    start, end = fact.figure.extent
    stop = min(fact.sentence.end, end + _REACH)
    low = max(fact.sentence.start, start - _REACH)
    if (before := _WHOLE_BEFORE.search(folded, low, start)) is not None and _LESS.search(before["said"]) is None:
        return _PAST_YEAR.search(before[0]) is not None or _OF_THAT_YEAR.match(folded, end, stop) is not None
    if _SHARE.search(folded, low, start) is not None and _OF_THAT_YEAR.match(folded, end, stop) is not None:
        return True
    behind = _WHOLE_BEHIND.match(folded, end, stop)
    return behind is not None and regex.search(rf"\b{_BY}\b[^.;$]{{0,40}}$", folded[low:start]) is not None
