"""
Outlooks of which only what analysts expect is told: "it guided below the consensus of $1.10 a share on sales of $2 billion".

What is expected there is of no result told before, and how the outlook is beside it is all that is known of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.facts.sentence import Sentence
from earnsum.grammar.tokens import figure_tag
from earnsum.grammar.told import Fact
from earnsum.model import Verdict
from earnsum.patterns import regex

_AGAINST = regex.compile(r"(?<![AM][_B]{0,2})[Gf](?P<of>[_noTZK]{0,5})(?P<v>[bmiqw])(?=[_oAB]{0,3}[Ns$])")
_VERDICTS: dict[str, Verdict] = {"b": "beat", "q": "beat", "m": "miss", "w": "miss", "i": "in_line"}
_OF_A_PERIOD = frozenset(
    "for in of the its a an next current this coming following upcoming first second third fourth full fiscal quarter year half "
    "q1 q2 q3 q4 that which was is were are came mostly largely slightly somewhat well far just bit also both and at".split()
)
"""What may stand between an outlook and the word that judges it."""


def with_outlooks_against(sentence: Sentence, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, before each expectation that an outlook without a figure is set against the verdict on that outlook."""
    if any(fact.role in ("guide", "actual") or fact.coming for fact in facts):
        return list(facts)
    found = _AGAINST.search(sentence.tags)
    if found is None or not _leads_to_verdict(sentence, found):
        return list(facts)
    return [told for fact in facts for told in _judged(fact, found.start("v"), _VERDICTS[found["v"]])]


def _leads_to_verdict(sentence: Sentence, found: regex.Match[str]) -> bool:
    between = sentence.folded[sentence.tokens[found.start()].end : sentence.tokens[found.start("v")].start]
    return all(word.strip(",") in _OF_A_PERIOD or word.isdigit() for word in between.lower().split())


def _judged(fact: Fact, said_at: int, verdict: Verdict) -> Iterator[Fact]:
    if fact.role == "estimate" and fact.at > said_at and fact.figure is not None:
        metric = fact.metric or ("eps" if figure_tag(fact.figure) == "s" else None)
        if metric is not None:
            fact = fact._replace(metric=metric)
            yield fact._replace(role=None, figure=None, verdict=verdict, coming=True, shape="an outlook, above estimates")
    yield fact
