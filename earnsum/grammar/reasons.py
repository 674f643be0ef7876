"""
Reasons and asides: why a metric moved, or whose it is, told between it and the verdict that is said of it.

"Profit rose 12 percent on strong truck sales, beating estimates" is a verdict on the profit, and so is "profit at Acme, the
maker of widgets, beat estimates".  What stands between is left out of what the verdict shapes see.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from earnsum.grammar.tokens import OTHER_TAG, Token, first_word
from earnsum.patterns import re, regex

_OPENERS = frozenset(
    (
        "on as after amid despite because since following thanks due owing helped boosted driven lifted fueled fuelled buoyed aided"
        " led weighed dragged hit pressured bolstered supported spurred propelled powered dented squeezed hurt hampered underpinned"
        " reflecting partly mainly largely mostly primarily"
    ).split()
)
"""How a reason begins."""


def opens_reason(token: Token) -> bool:
    """Tell a word that a reason begins with."""
    return first_word(token) in _OPENERS


_VERDICT = r"(?=(?:,_?|(?<!Mo[_K](?:,[_K]){0,9}),?(?P<but>[&/])[_oKe]{0,3})(?P<v>[bmiqw])[_oAK]{0,3}(?:[s$%#d]_?)?[NfEA])"
_TO_VERDICT = regex.compile(rf"[^;:()NEAfGvbmiqws$#dp]{{1,12}}?{_VERDICT}")
_WITH_FIGURES = regex.compile(rf"[^;:()NEAfGvbmiqw]{{1,12}}?{_VERDICT}")
"""The rest of a reason up to a verdict that a comma or "but" sets apart from it; with figures behind a participle ("hurt by")."""

_ASIDE = regex.compile(
    r"(?<=[M210]o?|[M210][_o][K_]{1,2}),(?:/![BK]?M|/[_o]?[wqUD][rc]?Y|[^,;:()NEAfGvbmiqws$#dpM210UD][^;:()NEfGvbmiqws$dpM210]{0,11}?),"
    r"(?=[_oBK]{0,3}(?:(?P<v>[bmiqw])[_oAK]{0,3}[NfEA]|(?P<v>[jkCS])(?:$|[^_BM])))"
)
"""``profit at Acme, the maker of widgets, was better than expected``: what a comma sets apart on either side"""

_MEASURED = frozenset("M210e")
_BUT = frozenset("but yet though although and still while however".split())
_OWN_CLAUSE = re.compile(r"M[_B]{0,2}[UDo]")
"""``as revenue climbed, beating estimates``: a verdict that may be on either"""


class Reason(NamedTuple):
    """Where a reason's tokens start and end, the verdict behind it, and whether that may as well be on what the reason tells."""

    start: int
    end: int
    said_at: int
    is_of_either: bool


def find_reasons(tokens: Sequence[Token], tags: str) -> Iterator[Reason]:
    """Yield the reasons that stand between a metric and a verdict, and the asides."""
    asides = list(_ASIDE.finditer(tags))
    for aside in asides:
        yield Reason(start=aside.start(), end=aside.end(), said_at=aside.start("v"), is_of_either=False)
    end = 0
    for at, token in enumerate(tokens):
        if any(aside.start() <= at < aside.end() for aside in asides):
            continue  # but not a reason that only ends in one ("on higher sales, the bank said, beating estimates")
        if at < end or not opens_reason(token) or _MEASURED.isdisjoint(tags[_clause_start(tags, at) : at]):
            continue
        behind = (_WITH_FIGURES if token.tag == OTHER_TAG else _TO_VERDICT).match(tags, at + 1)
        if behind is None or (behind["but"] == "/" and first_word(tokens[behind.start("but")]) not in _BUT):
            continue
        end = behind.end()
        yield Reason(
            start=at - 1 if tags[at - 1] == "," else at,
            end=end,
            said_at=behind.start("v"),
            is_of_either=tags[at] == "/" and _OWN_CLAUSE.search(tags, at, end) is not None,
        )


def _clause_start(tags: str, at: int) -> int:
    return max(tags.rfind(mark, 0, at) for mark in ";:(") + 1
