"""Glosses: what is said in passing between a metric and its verb or figure, and names no metric of that figure."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.tokens import Token, first_word, is_called
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.terms import RESULT

_ASIDE = re.compile(r",[/|u][^,;s$%#dp]*+,$|,/(?!M)(?:(?!,M,B,)[^;s$%#dpUDbmo/])*,$|:[^:;s$%#d]++:$")
"""``, which strip out charges,``: what is said between a subject, its verb and the figure names no metric of that figure."""

_WHICH = re.compile(r",[/_o][^,;]*+,$")
"""``, which included a charge of $5 million, fell``: what a relative clause says of a metric, with figures of its own."""

_RELATIVE = frozenset({"which", "whose"})
_OPENS_WHICH = _RELATIVE | frozenset({"usually", "typically", "traditionally", "normally", "historically"})
"""``Profit in the fourth quarter, usually its strongest because of the holidays, fell``: the same of a season."""
_VERB_NEXT = (",o", ",t", ",G", ",J", ",y", ",r", ",_r", ",_t", ",_U", ",_D")
"""What stands behind the comma that ends an aside: a verb, or where it led from and to (", went from")."""

_APPOSED = re.compile(r"M,_[^,;s$%#dUD/&M]*+M[^,;s$%#dUD/&]*+,$")
"""``Net interest income, a key source of revenue for lenders, rose``: what a metric is names none of a figure behind it."""

_GAUGE = regex.compile(r"M,_[^;s$%#d]*,$")
_GAUGES = frozenset(
    "key closely considered seen viewed regarded important common crucial critical vital measure metric gauge barometer indicator "
    "benchmark yardstick figure percentage share proportion portion difference".split()
)
"""``Same-store sales, a key measure because it excludes new stores, rose``: so begins what such sales tell of a retailer"""

_OR_METRIC = ",|M"
_BY_NAME = frozenset({"ebitda", "operating_income"})
"""``Its core earnings, or EBITDA, rose to``: an aside that says which of the profits it is names that of a figure behind it."""

_CAUSE = regex.compile(r",_[^,;]*+,$|(?<=M[_nQY]{0,3}),/[^,;]*+,$")
"""``, weighed down by a charge of $5 million,``: what moved a metric names none of a figure behind it."""

_BRACKETS = re.compile(r"\((?!BM\))[^()]{2,}\)$")
"""``(interest earned minus interest expended)``: what explains a name names no metric of the figure behind it."""

_CAUSING = frozenset(
    """
    helped boosted driven lifted supported aided hurt reflecting offset buoyed fuelled fueled dragged weighed underpinned
    excluding not after hit dented depressed burdened reduced lowered held pulled inflated swollen flattered crimped
    squeezed impacted affected led
    """.split()
)
"""How an aside begins that says what moved a metric, or what is left out of it ("sales, not including those of Duff, rose")."""

_REACH = 24
"""Tokens that an aside may have."""


def opens_cause(token: Token) -> bool:
    """Tell whether words that nobody knows, or a phrase that means nothing by itself, begin as what moved a metric."""
    return first_word(token) in _CAUSING


_OPEN = regex.compile(r"(?<=M[_nQY]{0,3}),(?P<aside>[/_o][^,;]*)$")
_OF_ITEMS = frozenset("included includes hurt hit dented boosted helped reduced depressed inflated".split())


def open_cause(tokens: Sequence[Token], tags: str, at: int) -> int:
    """Return from where on what is said before a token is of what moved a metric ("profit, hit by a $5 million charge, fell")."""
    opened = _OPEN.search(tags, max(0, at - _REACH), at)
    if opened is None:
        return 0
    words = [first_word(tokens[place]) for place in range(opened.start("aside"), min(opened.start("aside") + 2, at))]
    of_items = len(words) > 1 and words[0] in _RELATIVE and words[1] in _OF_ITEMS
    of_items = of_items and not (words[1] == "hit" and tags[opened.start("aside") + 2 : at] in ("", "_"))  # a level that it hit
    return opened.start("aside") if of_items or words[0] in _CAUSING else 0


def gloss_before(tokens: Sequence[Token], tags: str, at: int, *, first: bool) -> int | None:
    """Return where an explanation begins that ends before or at a token: an aside before a verb, or brackets."""
    told = tags[at] in "UD" and tags[at - 1 : at] == ","
    goes_on = tags.startswith(_VERB_NEXT, at)
    which = _WHICH.search(tags, max(0, at - _REACH), at + goes_on) if told or goes_on else None
    if which is not None and first_word(tokens[which.start() + 1]) in _OPENS_WHICH:
        return which.start()
    if told and (apposed := _APPOSED.search(tags, max(0, at - _REACH), at)) is not None:
        return apposed.start() + 1
    gauge = _GAUGE.search(tags, max(0, at - _REACH), at + goes_on) if told or goes_on else None
    if gauge is not None and first_word(tokens[gauge.start() + 2]) in _GAUGES:
        return gauge.start() + 1
    cause = _CAUSE.search(tags, max(0, at - _REACH), at + 1) if tags[at] == "," and tags[at + 1] != "/" else None
    if cause is not None and opens_cause(tokens[cause.start() + 1]):
        return cause.start()
    if tags[at] in "UD" or goes_on:
        gloss = _ASIDE.search(tags, max(0, at - _REACH), at + (tags[at] == ","))
    elif tags[at] == ")" and first:
        gloss = _BRACKETS.search(tags, 0, at + 1)
    else:
        gloss = None
    if gloss is None or _says_which(tokens, tags, gloss.start()) or _is_subject(tokens, gloss):
        return None
    return gloss.start()


_SUBJECT = re.compile(r",/[_BK]{0,2}M[_onrKA]{0,5}(?:[bmiqw][^,]*)?,")
_CLAUSES = frozenset({"but", "while", "whereas", "as", "although", "though", "even"})


def _is_subject(tokens: Sequence[Token], gloss: re.Match[str] | regex.Match[str]) -> bool:
    """
    Tell a subject that an aside of its own follows, or its verdict, before its figure.

    "It beat estimates, but comparable sales, down 5%, missed", "…, but sales fell short of what was forecast, at $5 million".
    """
    return _SUBJECT.fullmatch(gloss.group()) is not None and first_word(tokens[gloss.start() + 1]) in _CLAUSES


def _says_which(tokens: Sequence[Token], tags: str, at: int) -> bool:
    return tags.startswith(_OR_METRIC, at) and is_called(tokens[at + 2].mark, _BY_NAME)


_LEFT_OUT = regex.compile(
    r"(?:But |And |However, )?"
    r"(?:Excluding|Including|Without|Not counting|Stripping out|Adjust(?:ing|ed) for|Before|Barring|Leaving out)\b"
    rf"[^;]*?,(?= (?:(?:the|it|they|its|net|adjusted|total|group|overall|analysts|{RESULT})\b|[A-Z]))"
)


def left_out_until(folded: str, sentence: Span) -> int:
    """
    Return where a sentence's own clause begins, behind an opening on what is left out of its figures.

    "Excluding gains from the sale of Anvil stock, the company earned 91 cents": who and what stand before are not told of.
    """
    match = _LEFT_OUT.match(folded, *sentence)
    return match.end() if match is not None else sentence.start
