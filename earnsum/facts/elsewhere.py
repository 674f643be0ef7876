"""
Elsewhere: what is told on exchanges and in newspapers, and by no company.

"They have lost 3 percent this year, against a 5 percent rise in the broader market", "Acme is likely to post a loss of $5 million,
a newspaper reported".
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.patterns import ABOUT, regex
from earnsum.text.moves import MOVED

_INDEX = (
    r"(?:(?:broader|wider|overall|local|broad) (?:[a-z]++ ){0,2}?markets?\b|[Bb]enchmark|(?:stock|share) (?:market|index|average)"
    r"|(?:[Ii]nd(?:ex|ices)|subindex|sub-index)\b(?! funds?\b)"
    r"|Nikkei(?! (?:newspaper|business|financial|daily|[a-z]++ (?:said|reported))\b)|KOSPI|Kospi|TOPIX|Topix"
    r"|Hang Seng|Sensex|Nifty|S&P(?: 500|/)|FTSE|Dow\b|Nasdaq (?:100|Composite)|DAX\b|CAC\b|Stoxx|STOXX|Taiex|TAIEX|Straits Times)"
)
_MOVES = (
    r"closed|ended|settled|finished|fallen|fell|risen|rose|gained|lost|dropped|climbed|jumped|slid|surged|tumbled|slipped|shed"
    r"|declined|advanced|added|traded|were (?:up|down|trading)|are (?:up|down)|was (?:up|down|trading)|is (?:up|down)"
)
_AGAINST_INDEX = regex.compile(
    rf"\b(?:(?:[Ss]hares|[Ss]tock|share price)\b|(?:[Tt]hey|[Ii]t) (?:(?:have|has|had) )?(?:{_MOVES})\b)[^;]*?\b{_INDEX}"
    r"(?:(?!\b(?:after|when|as (?:it|the)|because)\b)[^;])*"
)
"""``They have lost 3 percent this year, against a 5 percent rise in the broader market``: how shares did beside an index"""

_IN_A_PAPER = regex.compile(
    r"\b(?:newspaper|daily|paper) (?:also )?(?:said|says|reported|reports)\b(?! (?:its|it|quarterly|net|revenue|earnings)\b)"
    r"|\bmedia (?:also )?(?:said|say|reported|report)\b"
)
_YET_TO_COME = regex.compile(r"\b(?:likely|expect(?:s|ed)?|set to|may|might|will|would|could|plans?|planning|forecast|poised)\b")
"""``Acme is likely to post a loss of $5 million, a newspaper reported``: what no company says"""


_PRICE = r"\p{Sc}?[0-9]++(?:\.[0-9]++)?(?! ?(?:[mb]illion|[mb]n?\b|%|per))"
_AND_ITS_SHARES = regex.compile(
    rf"(?:\b(?:and|but|it)|,) (?:also |then )?(?:{MOVED}|added|lost|shed|leaped|popped|put on|gave up) (?:by )?{ABOUT}"
    rf"{_PRICE},? (?:or )?{ABOUT}[0-9.]++ ?(?:%|per ?cent\b|pct\b)(?:,? (?:[a-z]++ )?(?:to|at) (?:[a-z]++ )?{_PRICE})?+"
)
"""``Acme raised its forecast and climbed $6.80, or 4.3 percent, to $164.99``: what its shares did, in a clause without them"""


def told_elsewhere(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence on how shares did beside an index, and of what a newspaper says is to come."""
    if _IN_A_PAPER.search(text) is not None and _YET_TO_COME.search(text) is not None:
        yield 0, len(text)
    elif (shares := _AGAINST_INDEX.search(text)) is not None:
        yield shares.span()
    else:
        yield from (found.span() for found in _AND_ITS_SHARES.finditer(text))
