"""
Called: words that elsewhere name a part, and here the company as a whole.

"The streaming service's revenue" is the company's where it is what the shares are of, and "standalone revenue" where no
group is told of beside it.
"""

from __future__ import annotations

from earnsum.grammar.told import Fact
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


_ALONE = frozenset({"standalone", "stand-alone"})
_LEAD = 200
"""Letters behind the first sentence of results, often a title, in which a report says whose they are."""
_WITH_GROUP = re.compile(r"(?i)\bconsolidated\b")


def alone_is_whole(folded: str, facts: list[Fact]) -> list[Fact]:
    """Return facts, a company without its subsidiaries as the whole one where its report opens so and tells of no group."""
    if not any(fact.scope in _ALONE for fact in facts) or _WITH_GROUP.search(folded):
        return facts
    opens_so = "alone " in folded[: facts[0].sentence.end + _LEAD].lower()
    return [f._replace(scope=None) if f.scope in _ALONE else f for f in facts] if opens_so else facts
