"""
Houses: what one analysts' firm expected, that only its name tells of.

"Initech Securities had forecast a profit of $5 million" and "Initech was expecting" are no outlooks, where the company is
called otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.shape import FORETOLD_BY_ONE
from earnsum.grammar.told import Fact
from earnsum.model import Company
from earnsum.names.companies import NameMark
from earnsum.parts.ownnames import is_same
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM
from earnsum.text.places import places_of
from earnsum.text.terms import EXPECTED, OUTLOOK, POSTED

_FORECASTS = re.compile(r"(?:[o_]{1,2},)?[_A]{0,2}K(?:g|EK)[MBo_]{1,4}[s$%]")
"""``Initech Securities had forecast a profit of $5 million``, ``was expecting Acme's margin at 5%``"""
_NAME = r"[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}?"
_HOUSE = regex.compile(
    r"(?:Meanwhile, |By contrast, |, (?:while|and|but|although|whereas) |; )?(?:[Bb]rokers? |[Bb]rokerage )?(?:[Aa]n? )?"
    rf"(?P<name>(?!(?:The|It|They|We|He|She|You|This|That|Its|Management|Executives|Officials|Bosses"
    rf"|Analysts|Investors|Brokers|Brokerages|Economists|Nobody) ){_NAME})(?:(?:,| and) {_NAME}){{0,2}}"
    r"(?: (?:note|report|preview))?(?:"
    rf"(?:'s (?:(?:own )?(?:{OUTLOOK}|estimate)s? (?:was|had been|were)|analysts? had)"
    r"| (?:was|were|had been) (?:also )?"
    r"(?:expecting|forecasting|looking for|projecting|predicting|anticipating|tipping|pencill?ing in)"
    rf"| had (?:also |been )?(?:{EXPECTED}|pencill?ed in))"
    r"| (?:Capital|Securities|Research|Investments?|Brokerage|Capital Markets|Partners)"
    rf"(?: and [A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){{0,3}}?)? {EXPECTED}"
    rf"| {EXPECTED} (?:that )?(?:the {FIRM}|{_NAME}) (?:would|to))\b"
)
_CLAUSE = regex.compile(r", (?:while|and|but|although|whereas) (?=[A-Zb])|; (?=[A-Z])")
_ONES = regex.compile(
    rf"\b(?:above|below|beat(?:ing)?|beats|miss(?:ed|es|ing)?|topp(?:ed|ing)|tops|exceed(?:ed|ing)?|than|with|of|to|against|versus|vs)"
    rf" (?:brokers? )?(?P<name>(?!(?:The|Its|Management) ){_NAME})'s? (?:[a-z-]++ ){{0,3}}?"
    rf"(?:{OUTLOOK}|expectation)s? (?:of|for) (?:an? )?(?:[a-z-]++ ){{0,3}}(?:of )?$"
)
"""``below Initech's forecast of``: whose it is, where the company is called otherwise"""
_BUT_IT = regex.compile(
    r" (?:but|while|whereas|yet|however) (?:it|they|the [a-z]++|[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}) "
    rf"(?:(?:instead|actually|on [A-Z][a-z]+|also) )?(?:{POSTED}|said|swung|turned)\b"
    rf"|, (?:but|while|whereas|yet|so) (?=(?:the )?[^,;0-9]{{0,8}}[0-9][^,;]{{2,24}} (?:(?:it|that it) )?{POSTED}\b)"
)
"""``Wall Street had expected a loss but Acme on Monday said it earned``: from there on, what came"""
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
        return [_expected(fact) for fact in facts if fact.role in ("previous", "guide")], []
    foretold = any(fact.role == "estimate" for fact in facts)
    if not (foretold or any(fact.role in _HOPES for fact in facts)):
        return _told(facts), marks
    start, end = facts[0].sentence
    house = _HOUSE.match(folded, start, end)
    if foretold:  # "Roe had forecast", who is the company's
        ours = house is not None and _is_foreman(folded, house["name"])
        return _told([fact for fact in facts if not (ours and fact.role == "estimate")]), marks
    if house is not None and _is_house(folded, house["name"], company):
        own = _BUT_IT.search(folded, house.end(), end)
        its = [fact for fact in facts if own is not None and fact.figure is not None and fact.figure.span.start > own.end()]
        theirs = [_expected(fact) for fact in facts if fact.role in _HOPES and fact not in its]
        return theirs + its, [(at, mark) for at, mark in marks if its and own is not None and mark.span.start > own.start()]
    kept = [_expected(fact) if _is_of_one(folded, fact, company) else fact for fact in facts]
    return _told(kept), marks


def _expected(fact: Fact) -> Fact:
    return fact._replace(role="estimate", scope=None, shape=FORETOLD_BY_ONE)


def _told(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out what the company itself had expected, of which nothing is told."""
    return [fact for fact in facts if fact.shape != FORETOLD_BY_ONE or fact.role == "estimate"]


def _is_of_one(folded: str, fact: Fact, company: Company) -> bool:
    """Tell a figure that somebody named right before it had expected ("…, while Initech Securities had forecast $5 million")."""
    if fact.role != "previous" or fact.figure is None:
        return False
    start, end = fact.sentence.start, fact.figure.extent.start
    found = _ONES.search(folded, start, end)
    if found is None and (clauses := list(_CLAUSE.finditer(folded, start, end))):
        found = _HOUSE.match(folded, clauses[-1].start(), end)
    return found is not None and _is_house(folded, found["name"], company)


def _is_house(folded: str, name: str, company: Company) -> bool:
    return not (is_same(name, company) or _is_foreman(folded, name))


def _is_foreman(folded: str, name: str) -> bool:
    """Tell the name of somebody who speaks for the company ("chief executive Jane Roe said", before "Roe had forecast")."""
    return any(_FOREMAN.search(folded, max(0, at - 60), at) is not None for at in places_of(folded, name))
