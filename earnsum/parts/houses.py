"""
Houses: what one analysts' firm expected, that only its name tells of.

"Initech Securities had forecast a profit of $5 million" and "Initech was expecting" are no outlooks, where the company is
called otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.model import Company
from earnsum.names.companies import NameMark
from earnsum.parts.ownnames import is_same
from earnsum.patterns import re, regex
from earnsum.text.places import places_of

_FORECASTS = re.compile(r"(?:[o_]{1,2},)?[_A]{0,2}K(?:g|EK)[MBo_]{1,4}[s$%]")
"""``Initech Securities had forecast a profit of $5 million``, ``was expecting Acme's margin at 5%``"""
_NAME = r"[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}?"
_HOUSE = regex.compile(
    rf"(?:Meanwhile, |By contrast, )?(?P<name>(?!(?:The|It|They|We|He|She|You|This|That|Its|Management|Executives|Officials|Bosses"
    rf"|Analysts|Investors|Brokers|Brokerages|Economists|Nobody) ){_NAME})(?:(?:,| and) {_NAME}){{0,2}}(?:"
    r"(?:'s (?:(?:own )?(?:forecast|estimate|projection)s? (?:was|had been|were)|analysts? had)"
    r"| (?:was|were|had been) (?:also )?"
    r"(?:expecting|forecasting|looking for|projecting|predicting|anticipating|tipping|pencill?ing in)"
    r"| had (?:also |been )?(?:tipped|pencill?ed in|forecast|predicted|projected|estimated|expected|anticipated|pegged))"
    r"| (?:Capital|Securities|Research|Investments?|Brokerage|Capital Markets|Partners)"
    r"(?: and [A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}?)? (?:forecast|projected|estimated|expected|predicted))\b"
)
_FOREMAN = regex.compile(
    r"(?i)\b(?:chief|CEO|CFO|chair(?:man|woman|person)?|president|director|founder|head|minister|officer)\b[^.,;\n]{0,40}$"
)
"""Who may have expected it for the company, where a name stands."""
_HOPES = frozenset({"previous", "guide", "actual"})


def as_houses_expect(
    folded: str, facts: Sequence[Fact], tags: str, marks: list[tuple[int, NameMark]], company: Company
) -> tuple[list[Fact], list[tuple[int, NameMark]]]:
    """Return what somebody else had forecast as what was expected, and nobody named; else the facts and names as they are."""
    if marks and _FORECASTS.match(tags) and not is_same(marks[0][1].name, company):
        return [fact._replace(role="estimate", scope=None) for fact in facts if fact.role in ("previous", "guide")], []
    if any(fact.role == "estimate" for fact in facts) or not any(fact.role in _HOPES for fact in facts):
        return list(facts), marks
    house = _HOUSE.match(folded, *facts[0].sentence)
    if house is None or is_same(house["name"], company) or _is_foreman(folded, house["name"]):
        return list(facts), marks
    return [fact._replace(role="estimate", scope=None) for fact in facts if fact.role in _HOPES], []


def _is_foreman(folded: str, name: str) -> bool:
    """Tell the name of somebody who speaks for the company ("chief executive Jane Roe said", before "Roe had forecast")."""
    return any(_FOREMAN.search(folded, max(0, at - 60), at) is not None for at in places_of(folded, name))
