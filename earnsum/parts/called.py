"""
Called: words that elsewhere name a part, and here the company as a whole.

"The streaming service's revenue" is the company's where it is what the shares are of, and "standalone revenue" where no
group is told of beside it.
"""

from __future__ import annotations

from earnsum.grammar.told import Fact
from earnsum.patterns import re

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
