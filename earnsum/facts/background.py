"""
Background: figures that a report tells beside its results, of years long past, of what shares are worth or as an example.

"It went public in 2019, a year in which it lost $80 million", "a company with a
profit of $10 million and 5 million shares has an EPS of $2": nobody reports these.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from earnsum.facts.background_others import OTHERS
from earnsum.facts.background_sums import SUMS
from earnsum.facts.background_times import TIMES
from earnsum.facts.elsewhere import told_elsewhere
from earnsum.facts.targets import A_YEAR, of_targets
from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.terms import RESULT

_EXAMPLE = regex.compile(
    r"(?i)\b(?:suppose|imagine|(?:let's|let us) say|for (?:example|instance),? (?:if )?an? )\b"
    r"|\b(?:if|when) an? (?:[\w-]++ ){0,2}?(?:company|firm|business|retailer|bank|stock)(?:'s)? "
    r"(?:has|had|earns|earned|makes|reports|posts)\b"
    r"|\ban? (?:company|firm|business) (?:with|that (?:has(?! been\b)|earns|makes|reports))\b"
    r"|\b(?:earnings per share|eps|ebitda|revenue|profit|margin) (?:is|are|means|equals) (?:[\w'-]++ ){0,5}?"
    r"(?:divided by|minus|multiplied by)\b"
)
"""A sentence that explains, whose figures are made up."""

_TIMES = rf"[0-9.]++ times (?:[\w'-]++ ){{0,4}}?{RESULT}\b"
_VALUED = regex.compile(
    r"(?i)\b(?:stock|shares|valued|valuation|price|priced|trad(?:es|ed|ing)|multiple)\b[^;]*?"
    rf"\b(?:impl(?:y|ies|ied|ying)\b|pric(?:es|ing) in\b|{_TIMES})|\b{_TIMES}, (?:which )?impl"
)
"""A sentence on what shares cost, and what growth that implies."""

_CLAUSES = (*TIMES, *OTHERS, *SUMS)

_IN_YEARS = regex.compile(rf"(?:[$£€]?[0-9][0-9.,]*+[a-z]*+(?: [mb]illion)? in (?P<year>{A_YEAR})(?:,? and |, |$|[.;])){{3,}}")
"""``losses of £14m in 2015, £17m in 2016 and £5m in 2018``"""

_MADE_UP = (
    *("suppose", "imagine", " say", "example", "instance", "divided by", "minus", "multiplied by"),
    *("if a", "when a", "a company ", "a firm ", "a business "),
)
_IMPLYING = ("impl", "prices in", "pricing in", " times ")


@lru_cache(maxsize=2)
def _clauses_in(folded: str) -> list[tuple[str, regex.Pattern[str]]]:
    return [(words, pattern) for words, pattern in _CLAUSES if words in folded]


def background_of(folded: str, sentence: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence that no result is told in."""
    text = sentence.of(folded)
    low = text.lower()
    explains = any(words in low for words in _MADE_UP) and _EXAMPLE.search(text)
    if explains or (any(words in low for words in _IMPLYING) and _VALUED.search(text)):
        yield sentence
        return
    yield from of_targets(folded, sentence, text)
    yield from (Span(sentence.start + start, sentence.start + end) for start, end in told_elsewhere(text))
    if (listed := _IN_YEARS.search(text)) and listed.captures("year") == sorted(listed.captures("year")):
        yield Span(sentence.start + listed.start(), sentence.start + listed.end())
    for pattern in (pattern for words, pattern in _clauses_in(folded) if words in text):
        for match in pattern.finditer(text):
            start, end = match.span("then" if "then" in pattern.groupindex else 0)
            yield Span(sentence.start + start, sentence.start + end)
