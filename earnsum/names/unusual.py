"""
Unusual names: what looks like another word and yet is a company: in small letters ("acme.com"), or a word like "next".

How a text uses such a word tells: small letters open no paragraph but as a name, and only a name reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.names.scopewords import PLACES
from earnsum.names.words import COMMON, OPENERS, PLAIN, is_common, words_in
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVED
from earnsum.text.places import places_of

_SAYS = (
    r"(?:has|had|is|was|said|says|reported|reports|posted|posts|expects|expected|raised|raises|lifted|lifts|cut|cuts|made|makes|lost|"
    r"earned|swung|beat|beats|narrowed|plans|warned|saw|sees|will)"
)
_OWNED = (
    r"(?:shares?|sales|profits?|earnings|revenues?|results|losses|stock|net|operating|pre-tax|first|second|third|fourth|full|total)"
)
_SMALL = re.compile(
    rf"(?<![^\n])(?P<name>(?:[a-z]|[0-9](?=[a-z]))[a-z0-9&-]{{1,20}}(?:\.[a-z]{{2,3}})?)"
    rf"(?=(?:'s)?,?\ (?:{_SAYS}|{_OWNED}|{MOVED}|the|an?|on\ [A-Z][a-z]+day)\b|'s\ )"
)
_MODIFIERS = ("Next", "Now", "Here", "Still", "Very")
"""Words that go before others, of which none says or owns anything but as a name."""
_TRADE = r"(?:retailer|chain|group|firm|company|rival|bank|brand|in|of|at|by|and)"
_NOT_TIMES = r"(?!\ (?:year|week|month|quarter|season|summer|winter|spring|generation|day|up|to|in|on)\b)"
_LINKS = words_in("and but who which that while then also there this here these those what when where both")


def small_names(folded: str) -> frozenset[str]:
    r"""
    Return the names that a text writes in small letters, though it opens paragraphs with them.

    >>> sorted(small_names("acme lifts its outlook\n\nacme said on Friday that sales rose. It is based in Rome."))
    ['acme']
    """
    if not any(line[:1].islower() or line[1:2].islower() for line in folded.split("\n")):
        return frozenset()
    found = {match["name"] for match in _SMALL.finditer(folded)}
    return frozenset(
        name
        for name in found
        if name not in COMMON | PLAIN | _LINKS
        and not is_common(name, first=True)
        and folded.count(name) > 1
        and not any(f" {word} {name}" in folded for word in ("the", "a", "an", "its"))
    )


_LISTED = regex.compile(
    r"(?:^|\n|--? |[—–] |\) )(?P<name>(?:[0-9]{1,3}[\w.-]*|[A-Z](?= [A-Z][a-z]))"
    r"(?:(?:,? )(?!(?:Inc|Ltd|Limited|Corp|Co|plc|PLC)\b)[A-Z][\w&-]*){0,3})"
    r"(?:,? (?:Inc|Ltd|Limited|Corp|Co|plc|PLC)\b\.?(?:,? (?:Ltd|Limited)\b\.?)?)? "
    r"(?:\([^()]{1,30}\) )?"
    r"\((?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|HKEX|SEHK|TSXV?|ASX|LSE|SGX|AMEX|KRX)[ A-Za-z]{0,8}: ?[A-Z0-9]"
)
"""``111, Inc. (NASDAQ: ACM)``, ``X Financial (NYSE: ACM)``: digits or a letter that are a name, by where it is listed"""


def listed_names(folded: str) -> frozenset[str]:
    """
    Return the names of digits, or that begin with a letter by itself, behind which a text says where they are listed.

    >>> sorted(listed_names("PARIS, May 4 -- 51acme, Inc. (Nasdaq: ACM) today said."))
    ['51acme']
    """
    if ":" not in folded:
        return frozenset()
    return frozenset(match["name"].removesuffix(",") for match in _LISTED.finditer(folded))


def modifier_names(folded: str) -> frozenset[str]:
    """
    Return the words of another kind that a text uses as a name.

    >>> sorted(modifier_names("Next has raised its forecast. Next year will be better. Now it is over."))
    ['Next']
    """
    return frozenset(word for word in _MODIFIERS if word in folded and any(_as_name(folded, word)))


_OPENED = re.compile(r"(?<=[a-z] )(?P<first>Under|On|Off|At|Over|Out|In|By|For|Up|Down|After|Before) (?P<name>[A-Z][a-z-]++)")


def opened_names(folded: str) -> frozenset[tuple[str, str]]:
    r"""
    Return what a text calls somebody in two words of which the first links others: it has a capital in the middle of sentences.

    >>> sorted(opened_names("Under Anvil beats\n\nOn Monday shares of Under Anvil rose."))
    [('Under', 'Anvil')]
    """
    found = _OPENED.finditer(folded, max(0, folded.find("\n")))  # titles have capitals everywhere
    return frozenset((match["first"], match["name"]) for match in found if not is_common(match["name"], first=False))


_LINKED = re.compile(
    r"(?<![\w-])(?P<name>(?P<first>[A-Z][a-z]+) (?:(?:in|on|for|to|by|with|your|In|On|For) (?:the )?|the )(?P<last>[A-Z][a-z]+))"
    r"(?![\w-]| (?!Inc\b|Corp\b|Holdings?\b|Group\b|Ltd\b|[A-Z]{2,5}\b)[A-Z])"
)
_ACTS = re.compile(
    r"(?: (?:Inc|Corp|Group|Holdings?|Ltd)\b\.?)?(?: [A-Z]{2,5}, [-+][0-9.]+%)?"
    rf"(?:'s? |,? (?:\([A-Z: ]{{1,14}}\) )?(?:{_SAYS}|shares|stock|{MOVED}|(?:on|late|early) [A-Z][a-z]+day)\b)"
)


def linked_names(folded: str) -> frozenset[str]:
    r"""
    Return the names that have small words in them: one opens the text, or is told of twice, and does something.

    >>> sorted(linked_names("Anvil in the Box beats\n\nAnvil in the Box said on Monday that Sales in Rome rose."))
    ['Anvil in the Box']
    """
    found: dict[str, list[bool]] = {}
    for match in _LINKED.finditer(folded):
        known = match["first"] not in _OPENING and is_common(match["first"], first=True)  # "Sales in Rome"
        if not (known or is_common(match["last"], first=True) or match["last"].lower() in PLACES):
            found.setdefault(match["name"], []).append(_ACTS.match(folded, match.end()) is not None)
    return frozenset(name for name, acts in found.items() if any(acts) and (len(acts) > 1 or folded.startswith(name)))


_OPENING = frozenset({"On", "In", "Under"})
_PAIRED = re.compile(r"(?<![\w-])(?P<first>[A-Z][a-z]+) (?P<last>[0-9]{1,2}|[A-Z][a-z]+)(?![\w.,%-]*[0-9])(?! [A-Z][a-z])")


def paired_names(folded: str) -> frozenset[str]:
    r"""
    Return the names of two words, or a word and a number, of which the second is common and the first never stands without it.

    >>> sorted(paired_names("Shares of Anvil Management rose.\n\nAnvil Management said Rome Sales fell. Anvil Management is big."))
    ['Anvil Management']
    """
    body = max(0, folded.find("\n", 0, _TITLE))
    found: dict[str, list[bool]] = {}
    for match in _PAIRED.finditer(folded, body):
        first, last = match["first"], match["last"]
        if (last.isdigit() or is_common(last, first=True)) and not (is_common(first, first=True) or first.lower() in OPENERS):
            found.setdefault(match.group(), []).append(_ACTS.match(folded, match.end()) is not None)
    return frozenset(
        name
        for name, acts in found.items()
        if any(acts) and 1 < len(acts) == len(list(places_of(folded[body:], name.partition(" ")[0])))
    )


_TITLE = 200


_LEFT_OUT = r"(?!(?:Now|Still)\ (?:sees|expects|expected|plans|will|is|was|has|had|narrowed|raises|cuts)\b)"
"""``Now sees revenue of $3 billion``: who does is left out"""
_AS_NAME = re.compile(
    rf"(?:{_LEFT_OUT}\b(?P<owner>{'|'.join(_MODIFIERS)})(?:'s?\ {_OWNED}|\ (?:{_SAYS}|plc|PLC|Plc)|,\ (?:the|which))\b)"
    rf"|\b{_TRADE}\ (?P<name>{'|'.join(_MODIFIERS)})\b{_NOT_TIMES}"
)


def _as_name(folded: str, word: str) -> Iterator[bool]:
    return (word in (match["owner"], match["name"]) for match in _AS_NAME.finditer(folded))
