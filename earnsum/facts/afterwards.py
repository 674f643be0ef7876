"""
Afterwards: the profit or loss that a new one comes after is that of the year before.

"Acme lost $9 million, or 16 cents a share, after a profit of $44 million, or 78 cents a share, in 2010."
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.metrics import EARNINGS
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import is_called
from earnsum.patterns import regex
from earnsum.text.terms import ITS, POSTED

AFTER = "FIGURE after METRIC FIGURE"

_PROFITS = EARNINGS - {"eps"}
_BEHIND_AFTER = regex.compile(
    r"(?i)\b(?:after|following)\ (?:(?:posting|reporting|making|recording|booking|suffering|having)\ )?"
    r"(?:an?\ )?(?:[\w-]++\ ){0,2}?$"
)
_WHEN = regex.compile(
    r"(?i)\b(?:(?:same|corresponding|comparable|year|ago|earlier|before|previous)\b[\w\ -]{0,20},?\ (?:when|(?:in|during)\ which)"
    r"|(?:a|one)\ year\ (?:after|since))\ "
    rf"(?:(?:it|they|the\ [a-z]++|(?-i:[A-Z])[\w&]++(?:\ (?-i:[A-Z])[\w&]++)?)\ (?:had\ )?(?:{POSTED}\ )?"
    r"|(?:posting|reporting|making|recording|booking|suffering|having)\ )?"
    rf"(?:(?:{ITS}|an?)\ )?(?:[\w-]++\ ){{0,2}}?$"
)
"""``from $17 million a year ago, when it made a loss of $1 million``, ``a year after it had a loss of $1 million``"""

_ON_A_SALE = regex.compile(r",? (?:on|from) (?:the |a |its )?(?:sale|disposal|discontinued|divestiture|settlement)")
_NEAR = 80


def with_years_before(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a profit that stands behind "after" and another profit as that of the year before."""
    profits = [r for r in readings if r.role == "actual" and is_called(r.metric, _PROFITS)]
    after = {r.metric_at for r in profits[1:] if r.metric_at != profits[0].metric_at and _stands_behind(_BEHIND_AFTER, folded, r)}
    old = after | {r.metric_at for r in readings if r.role == "actual" and r.metric and _stands_behind(_WHEN, folded, r)}
    old -= {r.metric_at for r in readings if r.role == "change"}
    told = [r._replace(role="prior", shape=AFTER) if r.role == "actual" and r.metric_at in old else r for r in readings]
    for place, (last, r) in enumerate(pairwise(told), 1):
        alike = (
            r.role == last.role == "actual" and r.metric is None and last.metric is not None and r.figure.unit == last.figure.unit
        )
        if (
            alike
            and folded[last.figure.extent.end : r.figure.extent.start].strip(" ,") == "after"
            and "prior" in (before.role for before in told[:place])
        ):
            told[place] = r._replace(role="prior", shape=AFTER, metric=last.metric, metric_at=last.metric_at)
    return told


def _stands_behind(words: regex.Pattern[str], folded: str, reading: Reading) -> bool:
    """Tell whether the name of a reading's metric stands right behind some words, and its figure is no gain on a sale."""
    start = reading.metric.span.start if reading.metric is not None else 0
    return (
        start < reading.figure.span.start
        and words.search(folded, max(0, start - _NEAR), start) is not None
        and _ON_A_SALE.match(folded, reading.figure.extent.end) is None
    )
