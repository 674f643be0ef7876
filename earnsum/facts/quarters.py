"""
Quarters before: levels that a figure is set against, and that are not of a year ago.

"Profit rose 5% sequentially to $9 million from $8 million", "compared with $8 million in the June quarter (up 12%) and $7
million a year ago": neither the 8 million nor the 12% are of a year.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import STOCKS
from earnsum.grammar.shape import UNDATED
from earnsum.grammar.told import Fact
from earnsum.patterns import regex

_AND_THEN = regex.compile(r"(?i)[^;$]{0,40}?\b(?:quarter|three\ months|q[1-4]\w*+)\b[^;]{0,30}?\band\ [^;0-9]{0,30}$")
"""What stands between the level of a quarter and that of a year ago."""


def without_quarter_before(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Leave out a sentence's levels of the quarter before, and by how much a figure changed from them."""
    until = -1
    kept: list[Fact] = []
    facts = [_as_of_an_end(folded, fact) for fact in _without_whole_year(folded, facts)]
    for fact in sorted(facts, key=lambda f: f.at):
        if fact.role == "prior":
            alike = [f for f in facts if (f.metric, f.scope, f.basis) == (fact.metric, fact.scope, fact.basis)]
            a_year_ago = [f.at for f in alike if _is_a_year_ago(folded, f, fact)]
            until = max([until, *a_year_ago])
            sequential = {f.change_kind for f in alike if f.role == "change"} == {"sequential"}
            if a_year_ago or (fact.shape in UNDATED and sequential) or _is_of_another_month(folded, fact, facts):
                continue
        if not (fact.role == "change" and fact.at < until):
            kept.append(fact)
    return kept


_WHOLE_YEAR = regex.compile(
    r" (?:in|for|during|over) (?:all|the (?:whole|entirety)|the entire) (?:of )?(?=last year|(?:19|20)[0-9]{2}|the year)"
)


def _without_whole_year(folded: str, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Return facts without the level of a whole year that one of a part of a year is set against, and that period of none."""
    whole = [f for f in facts if f.figure is not None and _WHOLE_YEAR.match(folded, f.figure.extent.end)]
    if not whole or any(f.role != "prior" for f in whole):
        return facts
    end = whole[0].figure.extent.end if whole[0].figure else 0
    kept = (f for f in facts if f not in whole)
    return [f._replace(period=None) if f.period is not None and f.period.span.start > end else f for f in kept]


_AT_AN_END = STOCKS | {"backlog", "aum", "stores", "headcount"}
_AT_MONTH = regex.compile(
    r"(?i)(?: (?:as )?(?:at|of|on|from|in))?(?: the)?(?: end[- ]of| end[- ]| close of)?(?: [0-3]?[0-9])? ?"
    r"(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: [0-3]?[0-9])?\b(?!,? ?(?:19|20)[0-9])"
)
"""``402 million at the end of September, compared with 431 million at the end of June``"""
_AT_MONTH_BEFORE = regex.compile(
    r"(?i)\b(?:at|of|on)(?: the)?(?: end of)?(?: [0-3]?[0-9])? (jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"(?: [0-3]?[0-9])?(?:,? 20[0-9]{2})?,? [^.;,0-9]{0,24}$"
)
"""``The backlog as of March 31, 2021, was $2 billion``"""


_NEAR = 60
_AS_OF = regex.compile(r"\b(?:as (?:of|on|at)|at|on|over|than|from|against)(?: the)?(?: end(?: of|-)?)? ?$")


def _as_of_an_end(folded: str, fact: Fact) -> Fact:
    """Return a stock of things without the month that it was so large at the end of ("a backlog of $9 billion as of December")."""
    period = fact.period
    if fact.metric not in _AT_AN_END or period is None or period.kind != "month":
        return fact
    told = _AS_OF.search(folded, max(0, period.span.start - 24), period.span.start) is not None
    return fact._replace(period=None) if told else fact


def _is_of_another_month(folded: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Tell a stock of things as it was at the end of another month of this year."""
    if fact.metric not in _AT_AN_END or fact.figure is None or (then := _AT_MONTH.match(folded, fact.figure.extent.end)) is None:
        return False
    figures = [f.figure.extent for f in facts if f.role == "actual" and f.figure and f.metric == fact.metric]
    now = (_AT_MONTH.match(folded, at.end) or _AT_MONTH_BEFORE.search(folded, max(0, at.start - _NEAR), at.start) for at in figures)
    return any(month is not None and month[1].lower() != then[1].lower() for month in now)


def _is_a_year_ago(folded: str, fact: Fact, before: Fact) -> bool:
    """Tell the level of a year ago, told behind one of a quarter."""
    if fact.role != "prior" or "year ago" not in fact.shape or fact.figure is None or before.figure is None or fact.at <= before.at:
        return False
    return _AND_THEN.fullmatch(folded, before.figure.extent.end, fact.figure.span.start) is not None
