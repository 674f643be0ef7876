"""
Targets: what a report tells of a company that is bought or sold.

"Acme agreed to buy Anvil, which had revenue of $1 billion last year": figures of a deal, which nobody reports here.
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.deals import DEAL_FOR, DEALT
from earnsum.text.terms import RESULT, SALES, UNIT

A_YEAR = r"(?:19|20)[0-9]{2}"
_HAD = "had has generated generates posted reported recorded earned made booked lost brings brought".replace(" ", "|")
_WORD = r"[A-Z](?:[\w&-]|'(?!s (?:[a-z]++ )?(?:sales|revenue|profit|earning)))*+"
_TARGET = regex.compile(
    rf"(?P<name>(?!(?:It|They|We|He|She|This|That) ){_WORD}(?: {_WORD}){{0,3}})"
    r"(?: Inc\.| Corp\.| Co\.)?(?:,? which|,? a [^,;]{3,60},)?"
    rf"(?: (?:{_HAD})\b(?P<told>[^;]*)|'s (?P<told>(?:[a-z]++ )?{RESULT}\b[^;]*))"
)
_SOLD = regex.compile(
    rf"\b(?:{DEALT}|{DEAL_FOR})\b"
    rf"[^.;\n]{{0,60}}\b(?:{UNIT}|brand|chain)\b"
)
"""``it will sell its soup brand for $50 million``"""
_WHAT = rf"[Tt]he (?:{UNIT}|brand|chain)"
_OF_WHAT = regex.compile(
    rf"{_WHAT} (?:{_HAD})\b(?P<told>[^;]*)|(?:[Rr]evenues?|[Ss]ales) (?:at|of|from) {_WHAT} (?:was|were|totall?ed)(?P<told>[^;]*)"
)
_OF_A_YEAR = regex.compile(
    rf"\b(?:annual(?:ly)?|a year(?! (?:ago|earlier|before))"
    rf"|last (?:fiscal )?year|in (?:fiscal )?{A_YEAR}|the (?:previous|prior|latest) (?:fiscal )?year)\b"
)
_DEALT = regex.compile(
    rf"(?i)\b(?:{DEALT}|{DEAL_FOR}|spin(?:ning)? off|spun off"
    r"|(?:merg(?:er|es?|ed|ing)|combination) with|(?:bid|deal|offer) (?:for|to \w+)) "
    r"(?:[\w'.%-]++ ){0,5}$"
)
_IN_PASSING = regex.compile(
    rf"\b(?:{DEALT}|{DEAL_FOR})\b"
    r"[^.;$€£%]{3,120}?"
    rf"(?P<told>,? (?:whose (?:annual )?(?:net )?{SALES}|(?:which|that) (?:had|has|generated|recorded|posted)"
    rf"|with (?:annual )?(?:net )?{SALES} of)\b[^;]*)"
)
"""``It has bought the retailer Duff, whose net sales were $7 million last year``"""
_AROUND = 60
_BEFORE = 160


def of_targets(folded: str, sentence: Span, text: str) -> Iterator[Span]:
    """Yield what a sentence tells of the year of a company that is bought or sold ("Anvil had revenue of $1 billion last year")."""
    if not _OF_A_YEAR.search(text):
        return
    for match in _TARGET.finditer(text):
        if _OF_A_YEAR.search(match["told"]) and _is_dealt_in(folded, match["name"]):
            yield Span(sentence.start + match.start("told"), sentence.start + match.end())
    for match in _IN_PASSING.finditer(text):
        if _OF_A_YEAR.search(match["told"]):
            yield Span(sentence.start + match.start("told"), sentence.start + match.end())
    for match in _OF_WHAT.finditer(text):
        sold = _SOLD.search(folded, max(0, sentence.start - _BEFORE), sentence.start)
        if sold is not None and _OF_A_YEAR.search(match["told"]):
            yield Span(sentence.start + match.start("told"), sentence.start + match.end())


def _is_dealt_in(folded: str, name: str) -> bool:
    """Tell whether a text speaks of buying or selling who goes by a name, which is not whom its title is about."""
    at = folded.find(name)
    if at == 0:
        return False
    while at >= 0:
        if _DEALT.search(folded, max(0, at - _AROUND), at):
            return True
        at = folded.find(name, at + len(name))
    return False
