"""
Banks: words that mean another metric where the company lends.

A manufacturer's impairment is a charge; a bank's are its provisions for loans that may not be repaid.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import Fact
from earnsum.model import Company
from earnsum.patterns import regex

_NAME = regex.compile(r"(?i)\b(?:bank|banks|bancorp|bancshares|bankshares|banco|banque|banca)\b")
_CALLED = regex.compile(r"\b(?<!investment )(?:bank|lender)\b")
_LENDING = ("interest income", "interest margin", "bad debt", "bad loans", "loan losses", "core capital", "capital ratio")
"""What only those who lend tell of."""
_LEAD = 1500
"""Letters of a text in which a bank is called one."""
_IMPAIRED = regex.compile(
    r"(?i)(?<!\b(?:goodwill|venture|assets?|intangibles?|investment|stake|software|property) )\bimpairments?\b"
    r"(?! (?:of|on) (?:goodwill|assets|intangible))"
)

_INCOME = regex.compile(r"(?i)\boperating income\b")
_REVENUE = regex.compile(r"(?i)\b(?:revenues?|sales|turnover)\b(?! from)")
"""Told beside an operating income, it is what was taken in, and the other a profit."""
_PROFIT = regex.compile(r"(?i)\boperating (?:profits?|loss(?:es)?|earnings|result)\b|\bebit\b")


def is_bank(folded: str, company: Company) -> bool:
    """Tell whether a text is about a bank: by its name, or as the lead calls it, where what was lent is told of."""
    if _NAME.search(company.name or ""):
        return True
    low = folded.lower()
    return any(words in low for words in _LENDING) and _CALLED.search(folded, 0, _LEAD) is not None


def as_told_of_bank(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Return a bank's facts: its impairments are provisions, its operating income is all that it takes in before costs."""
    british = _BEFORE_TAX.search(folded) is not None
    taken = {fact.sentence for fact in facts if fact.metric == "revenue" and _REVENUE.search(folded, *fact.sentence)}
    return [_as_told(folded, fact, british=british, taken=fact.sentence in taken) for fact in facts]


_BEFORE_TAX = regex.compile(r"(?i)\bpre-?tax (?:profit|loss)|\b(?:profit|loss) before tax")
"""How British banks tell their profit: what they call income by itself, others call revenue."""
_TAKEN_IN = regex.compile(
    r"(?i)(?<!\b(?:net|interest|operating|pre-?tax|investment|fee|trading|comprehensive|other|commission|premium) )\bincome\b"
    r"(?! (?:tax|from|before|attributable))"
)
_EARNED = regex.compile(r"(?i)\b(?:profits?|loss(?:es)?|earnings|earned|net income)\b")
_PROFITS = frozenset({"net_income", "operating_income", "pretax_income"})
_BEHIND = 30
"""Letters behind a figure in which it may yet be said what it is of."""


def _as_told(folded: str, fact: Fact, *, british: bool, taken: bool) -> Fact:
    start, end = fact.figure.extent if fact.figure is not None else (fact.sentence.end, fact.sentence.end)
    of_profit = fact.metric in _PROFITS or (fact.metric == "eps" and fact.figure is None)
    if british and of_profit and _is_taken_in(folded, fact.sentence.start, start):
        return fact._replace(metric="revenue", generic=False)
    if fact.metric == "charge" and _IMPAIRED.search(folded, fact.sentence.start, min(end + _BEHIND, fact.sentence.end)):
        return fact._replace(metric="provisions")
    named = fact.metric == "operating_income" and _INCOME.search(folded, *fact.sentence)
    if named and not taken and not _PROFIT.search(folded, *fact.sentence):
        return fact._replace(metric="revenue")
    return fact


def _is_taken_in(folded: str, start: int, at: int) -> bool:
    """Tell whether what a figure at a place is of was last called income, and not a profit."""
    income = max((match.start() for match in _TAKEN_IN.finditer(folded, start, at)), default=-1)
    return income > max((match.start() for match in _EARNED.finditer(folded, start, at)), default=-1)
