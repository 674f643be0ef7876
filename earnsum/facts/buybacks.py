"""
Buybacks: by how much a programme was raised, which is what a board now approves.

"It increased its share repurchase authorization by $2 billion to $2.4 billion", "a $500 million addition to its buyback plan":
of other metrics such a figure says only by how much they moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, is_called
from earnsum.patterns import re, regex
from earnsum.text.sums import SUM

_BY = regex.compile(
    r"\b(?:buyback|repurchase)s? (?:(?:program(?:me)?|plan|authori[sz]ation|amount|capacity|limit|mandate) ){0,2}"
    r"by (?:up to |another |a further )?$"
)
_ADDED_TO = re.compile(
    rf" (?:(?:addition|increase|expansion|boost|top-up) (?:to|of|in)|(?:more )?to)"
    rf" (?:its |the |the company's )?(?:existing |current )?(?:{SUM} )?(?:share |stock )?"
    r"(?:buyback|repurchase)s?\b"
)
_TO_A_SUM = re.compile(rf" to {SUM}")
"""``raised its buyback plan by $500 million to $1.5 billion``"""
_OLD_PLAN = re.compile(
    r"\b(?:previous|prior|earlier|existing|old) (?:[a-z-]+ ){0,3}?(?:program(?:me)?|plan|authori[sz]ation)s?\b[^.;,]{0,40}$"
)
"""``replaces a previous program that had $3 billion remaining``"""
_EXISTING = ("existing ", "current ", "has spent ", "have spent ", "has used ")
"""``added $1 billion to its existing $200 million buyback``, ``it has spent $5 billion to buy back stock``: none that is news"""
_NEAR = 80


def of_raised_buybacks(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, the sums by which a buyback was raised as what is bought back; of two, the one that it was raised to."""
    named = next((at for at, token in enumerate(tokens) if is_called(token.mark, {"buyback"})), None)
    if named is None:
        return list(readings)
    return [_raised(folded, tokens, named, reading) for reading in readings]


_OF_DEBT = re.compile(
    r" (?:worth )?(?:of|in) (?:its |the |their )?(?:own |outstanding )*(?:[a-z-]+ )?(?:bonds|debt|notes|loans|debentures)\b"
)
"""``spent on buying back $275 million of its own bonds``"""


def _raised(folded: str, tokens: Sequence[Token], named: int, reading: Reading) -> Reading:
    figure = reading.figure
    start, end = figure.extent
    bought = figure.kind == "money" and is_called(reading.metric, {"buyback"})
    if bought and reading.role == "actual" and folded.endswith(_EXISTING, 0, start):
        return reading._replace(role="skip")
    of_old = _OLD_PLAN.search(folded, tokens[named].start, start)
    if bought and (of_old or _OF_DEBT.match(folded, end)):
        return reading._replace(role="skip")
    if figure.kind != "money" or not (_BY.search(folded, max(0, start - _NEAR), start) or _ADDED_TO.match(folded, end)):
        return reading
    if _TO_A_SUM.match(folded, end):
        return reading._replace(role="skip")
    if figure.high is not None and figure.is_range:  # "by $2 billion to $2.4 billion"
        figure = figure._replace(value=figure.high, low=figure.high)
    mark = tokens[named].mark
    return reading._replace(role="actual", figure=figure, metric=mark if isinstance(mark, Cue) else None, metric_at=named)
