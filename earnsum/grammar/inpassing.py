"""
In passing: what is said between the words of a sentence that shapes look for, and taken out before they do.

"Revenue, meanwhile, was weaker than expected", "analysts expected Acme, which runs mills in 23 states, to earn 69 cents".
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.grammar.tokens import Token, first_word, tags_of
from earnsum.patterns import re, regex

_Places = Iterator[tuple[int, int]]


def without_asides(tokens: list[Token]) -> list[Token]:
    """
    Return tokens without what is said in passing, and without whose estimates a consensus is made of.

    Behind a subject ("Revenue, meanwhile, was weaker than expected"), or between what analysts expected of two metrics ("9 cents a
    share, in line with its guidance, and sales of $2 billion"); "the consensus, based on six forecasts, was $5 million".
    """
    for asides in (
        _as_said,
        _left_out_then,
        _than_foreseen,
        _who_it_is,
        _of_expected,
        _moves_expected,
        _as_guided,
        _included,
        _leading_on,
    ):
        for start, end in sorted(asides(tokens, tags_of(tokens)), reverse=True):
            del tokens[start:end]
    return tokens


_AS_SAID = re.compile(r"^[_&]?(?P<aside>/g_?[o_]?,|/_,)")


def _as_said(tokens: list[Token], tags: str) -> _Places:
    """Yield that a sentence only says again what is known ("As previously reported, sales rose 5%")."""
    found = _AS_SAID.match(tags)
    if found is not None and first_word(tokens[found.start("aside")]) == "as":
        yield found.span("aside")


_LEFT_OUT_THEN = re.compile(
    r"^[B_][^;s$%#dM]{0,16}?[^,;&](?P<aside>Y),(?=[K_]{0,2}[Mo][^;]*[rV])|^B(?P<then>Y),(?=[K_]{0,2}[Mo][^;]*[rV])"
)
_LEAVING_OUT = frozenset("excluding before without adjusting adjusted including stripping barring".split())


def _left_out_then(tokens: list[Token], tags: str) -> _Places:
    """
    Yield when that was which a sentence begins with leaving out, where it goes on to compare.

    "Excluding a charge a year ago, it earned $5 million, up from $4 million".
    """
    found = _LEFT_OUT_THEN.match(tags)
    if found is not None and first_word(tokens[0]) in _LEAVING_OUT:
        yield found.span("aside" if found["aside"] else "then")


_THAN_FORESEEN = regex.compile(r"(?<=M[^;,s$%#]{0,9}[Go])(?P<aside>(?:[qwbm]|_?c)[K_]?g[NfG]?,)(?=(?:[UD]t?|o|R)_?[s$%#])")


def _than_foreseen(tokens: list[Token], tags: str) -> _Places:
    """Yield that a metric is not as a company had foreseen ("Sales would be better than it had expected, rising to $5 million")."""
    for found in _THAN_FORESEEN.finditer(tags) if "g" in tags else ():
        if first_word(tokens[found.end("aside")]) != "of":
            yield found.span("aside")


_WHO_IT_IS = regex.compile(
    r"^[_&KaotH]{0,4}+(?:[_&Kaot,]{0,8}?(?<=[_K]))?(?P<aside>,/(?![^,]*(?:[bmiqw][_AoK]{0,4}[Nf]|[ENJ]))[^,;:s$%#p]{1,16},)"
    r"(?=[^,;%s$#]{0,8}[oMUDFbmiqw$s])"
)
_WHICH = frozenset({"which", "who", "whose"})


def _who_it_is(tokens: list[Token], tags: str) -> _Places:
    """Yield what a clause says of whom a sentence begins with ("Acme, which raised its outlook a year ago, earned $5 million")."""
    found = _WHO_IT_IS.match(tags)
    if found is not None and first_word(tokens[found.start("aside") + 1]) in _WHICH:
        yield found.span("aside")


_WHO_IS_EXPECTED = re.compile(r"E[K_]{0,2}(?P<aside>[,:]/[^;s$%M]{1,30}?[,:])(?=t_?M)")
_OF_A_SOURCE = re.compile(r"A(?P<aside>,[_gtnKA/&o]{1,7},)(?=E)")
_A_BASIS = re.compile(r"^_?B(?P<aside>:/[^:;s$%#M]{1,20}:)")
_ON_A_BASIS = re.compile(r"N(?P<aside>a_)(?=[oi])")
_SUCH_A_BASIS = frozenset({"basis", "same"})


def _of_expected(tokens: list[Token], tags: str) -> _Places:
    """
    Yield what is told of who was expected to earn, and on what basis an estimate is ("The estimate on that basis was").

    So is how a source was called ("the $5 analysts polled by LSEG, formerly Refinitiv, had expected"), and what a basis means that
    opens a sentence ("On an adjusted basis -- which leaves out costs -- it earned").
    """
    yield from (found.span("aside") for asides in (_WHO_IS_EXPECTED, _OF_A_SOURCE, _A_BASIS) for found in asides.finditer(tags))
    for found in _ON_A_BASIS.finditer(tags):
        if first_word(tokens[found.end("aside") - 1]) in _SUCH_A_BASIS:
            yield found.span("aside")


_MOVE_EXPECTED = regex.compile(
    r"A[^;]*?E_?B?M[_o]{0,3}[s$](?:(?P<aside>\([UD]_?%[_QYn]{0,3}\))|[^;()])*&B?M[_o]{0,3}[s$](?P<aside>\([UD]_?%[_QYn]{0,3}\))?"
)


def _moves_expected(_: list[Token], tags: str) -> _Places:
    """Yield how what is expected would move ("analysts had pegged profit at $3 million (down 5%) and revenue at $9 million")."""
    move = _MOVE_EXPECTED.search(tags) if "(" in tags and "E" in tags else None
    yield from move.spans("aside") if move is not None else ()


_AS_GUIDED = re.compile(r"A[^;/]*E[^;/]*[s$%#MF][_nTZ.]{0,3}(?P<aside>,(?P<how>[_in])[_ouK]{0,3}[Gfg]{1,2},)(?=&)")
_AS = frozenset(("in", "as", "matching", "consistent", "within"))


def _as_guided(tokens: list[Token], tags: str) -> _Places:
    """Yield that one of two estimates is as the company guided."""
    for found in _AS_GUIDED.finditer(tags):
        if first_word(tokens[found.start("how")]) in _AS:
            yield found.span("aside")
            return


_INCLUDED = re.compile(
    r"(?<=s),?(?:u|/?_)[_oBX]{0,2}s[_oMXBan]{0,3}[_oMXBan/]{1,3}(?=,[UD]?[rV]_?[$s])|(?<=M),[_u]s[_oMXBanUDr]{1,5},(?=[oUDt])"
    r"|(?<=M),[_B][_oMXBanUD&]{0,9}&[_oMXBanUD]{1,4},(?=o?[s$%#])"
)
_INCLUDING = frozenset("including includes included excluding before reflecting".split())


def _included(tokens: list[Token], tags: str) -> _Places:
    """Yield what is in a figure or not ("$3.79 a share, which included a 12-cent charge, up from", "Profit, excluding …, was")."""
    for found in _INCLUDED.finditer(tags):
        if any(token.first in _INCLUDING or first_word(token) in _INCLUDING for token in tokens[found.start() : found.start() + 3]):
            yield found.span()


_LEADING_ON = regex.compile(
    r"(?<=[MK]),(?:a?(?P<said>[_/]))?,(?=[oUDbmiqwjktG_])|(?<=[NEf]),(?P<said>[_/])(?=,[oM][s$%#d])|(?<=N),[_aAfNrEoyK&]{1,8},(?=o?[s$%#])"
    r"|(?<=[NE]),/(?P<said>_)r(?=[s$%#])"
)
_SAID_IN_PASSING = frozenset(
    {"meanwhile", "however", "though", "moreover", "nevertheless", "nonetheless", "instead", "other", "ranged"}
)


def _leading_on(tokens: list[Token], tags: str) -> _Places:
    """Yield commas with no more between them than a word that leads on, what a consensus is made of, and that it "ranged from"."""
    for found in _LEADING_ON.finditer(tags):
        if found["said"] is None or first_word(tokens[found.start("said")]) in _SAID_IN_PASSING:
            yield found.span()
