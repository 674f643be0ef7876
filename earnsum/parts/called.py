"""
Called: words that elsewhere name a part, and here the company as a whole.

"The streaming service's revenue" is the company's where it is what the shares are of, and "standalone revenue" where no
group is told of beside it.  Where one is, the company alone is a part of it.
"""

from __future__ import annotations

from decimal import Decimal

from earnsum.grammar.told import Fact
from earnsum.model import Company
from earnsum.parts.ownnames import is_whole
from earnsum.patterns import re

_CALLED = re.compile(
    r"(?:\A[^\n:—]{1,60}?(?: -{1,2} | ?— ?|: )(?:Shares (?:of|in) )?[Tt]he |\b(?:[Ss]hares|[Ss]tock) (?:of|in) the )"
    r"(?P<what>(?:[\w-]++ ){1,3}?(?:platform|service|network|brand|business))\b(?! of\b)"
)
"""How a brief tells what its company is: "Acme (ACM) - The streaming service's revenue", "shares of the dating platform"."""


def of_who_is_called(folded: str, facts: list[Fact]) -> list[Fact]:
    """Return facts, without scope where that only says what the company is called in the paragraph."""
    if not any(fact.scope for fact in facts):
        return facts
    start = folded.rfind("\n", 0, facts[0].sentence.start) + 1
    called = [match["what"].lower() for match in _CALLED.finditer(folded[start : facts[0].sentence.end])]
    parts = {fact.scope for fact in facts if fact.scope and any(_says_no_more(fact.scope, what) for what in called)}
    return [fact._replace(scope=None) if fact.scope in parts else fact for fact in facts] if parts else facts


def _says_no_more(scope: str, what: str) -> bool:
    """Tell "media platform" from what "the social media platform" does, and "fitness" in "the fitness brand"."""
    return what.endswith(scope) or what.rpartition(" ")[0] == scope


_FORM = re.compile(r",? (?:inc|corp|corporation|ltd|limited|bhd|berhad|tbk|plc|llc)\.?$")


def without_form(fact: Fact) -> Fact:
    """Return a fact of a part that is a company of the company's, as it is called ("revenue of Acme Land Inc.")."""
    return fact._replace(scope=_FORM.sub("", fact.scope)) if fact.scope else fact


_ALONE = frozenset({"standalone", "stand-alone"})
_LEAD = 200
"""Letters behind the first sentence of results, often a title, in which a report says whose they are."""
_WITH_GROUP = re.compile(r"(?i)\bconsolidated\b")


def alone_is_whole(folded: str, facts: list[Fact]) -> list[Fact]:
    """Return facts, a company without its subsidiaries as the whole one where its report opens so and tells of no group."""
    if not any(fact.scope in _ALONE for fact in facts) or _WITH_GROUP.search(folded):
        return facts
    if any(_is_of_group(fact, facts) for fact in facts):
        return facts
    opens_so = "alone " in folded[: facts[0].sentence.end + _LEAD].lower()
    return [f._replace(scope=None) if f.scope in _ALONE else f for f in facts] if opens_so else facts


_ROUNDED = Decimal("0.01")
"""As far as a title's level may be from the same one in full."""


def _is_of_group(fact: Fact, facts: list[Fact]) -> bool:
    """Tell a level of all of it from what it made alone, which is another ("net profit of $5 million, standalone $3 million")."""
    if fact.scope is not None or fact.role != "actual" or fact.figure is None or (fact.period and fact.period.kind == "year"):
        return False
    alone = (f.figure for f in facts if f.scope in _ALONE and f.role == "actual" and f.metric == fact.metric and f.figure)
    return any(abs(figure.value - fact.figure.value) > _ROUNDED * abs(fact.figure.value) for figure in alone)


_APART_FROM_GROUP = re.compile(
    r"(?P<name>[A-Z][\w&-]*+(?: [A-Z][\w&-]*+){0,3}) alone\b"
    r"|(?<!holders of )(?<!owners of )(?<!members of )(?<!attributable to )"
    r"\b[Tt]he (?P<parent>parent (?:company|bank|firm))(?:'s| alone)? (?!of\b|(?:share|equity|stock) ?holders\b|owners\b)"
)
_GROUP = re.compile(r"\b(?:[Gg]roup(?:'s)?|[Cc]onsolidated|subsidiaries)\b")


def without_group(folded: str, facts: list[Fact], company: Company) -> list[Fact]:
    """Return facts, those of the company alone ("Acme alone made") as of a part of the group that the text tells of."""
    said = facts[0].sentence.of(folded) if facts else ""
    apart = _APART_FROM_GROUP.search(said) if " alone" in said or "arent " in said else None
    if apart is None or _GROUP.search(said, apart.end()) or not _GROUP.search(folded):
        return facts
    name = apart["name"]
    if name is not None and (company.name is None or not is_whole(name, company)):
        return facts
    start, scope = facts[0].sentence.start + apart.start(), apart["parent"] or f"{name} alone".lower()
    own = [f.scope is None and f.figure is not None and f.figure.span.start > start for f in facts]
    return [fact._replace(scope=scope) if alone else fact for fact, alone in zip(facts, own, strict=True)]
