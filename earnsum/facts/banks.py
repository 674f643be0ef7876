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
_CALLED = regex.compile(r"\b(?:bank|lender)\b")
_LEAD = 1500
"""Letters of a text in which a bank is called one."""
_IMPAIRED = regex.compile(
    r"(?i)(?<!\b(?:goodwill|venture|assets?|intangibles?|investment|stake|software|property) )\bimpairments?\b"
    r"(?! (?:of|on) (?:goodwill|assets|intangible))"
)

_INCOME = regex.compile(r"(?i)\boperating income\b")
_PROFIT = regex.compile(r"(?i)\boperating (?:profits?|loss(?:es)?|earnings|result)\b|\bebit\b")


def is_bank(folded: str, company: Company) -> bool:
    """Tell whether a text is about a bank: by its name, or as the lead calls it, where interest income is told of."""
    if _NAME.search(company.name or ""):
        return True
    return "interest income" in folded.lower() and _CALLED.search(folded, 0, _LEAD) is not None


def as_told_of_bank(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Return a bank's facts: its impairments are provisions, its operating income is all that it takes in before costs."""
    return [_as_told(folded, fact) for fact in facts]


def _as_told(folded: str, fact: Fact) -> Fact:
    if fact.metric == "charge" and _IMPAIRED.search(folded, *fact.sentence):
        return fact._replace(metric="provisions")
    if fact.metric == "operating_income" and _INCOME.search(folded, *fact.sentence) and not _PROFIT.search(folded, *fact.sentence):
        return fact._replace(metric="revenue")
    return fact
