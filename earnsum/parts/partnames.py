"""Part names: what the name of a part of a company is made of, and what in it narrows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.premodifiers import KIND_WORDS, PAID_BY, WHICH_MARKETS
from earnsum.names.scopewords import BUSINESSES, CALENDAR, DOING, FIELDS, NEW_PLACES, NOT_A_SCOPE, TRADES
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS, PERIOD, POSTED, UNIT

KINDS = (
    r"(?:segments?|verticals?|(?<!rivate\ )(?<!ublic\ )sectors?|divisions?|units?|arms?|wing|"
    r"(?<!sales\ )channels?|subsidiary|banners?|business(?:es)?(?:\ (?:areas?|segments?|units?))?|"
    r"operations?|activities|(?<!-growth\ )(?<!-growing\ )regions?|brands?|"
    r"(?<!plus\ )(?<!other\ )(?<!cost\ )(?<!supply\ )(?<!demand\ )(?<!flip\ )(?<!positive\ )(?<!negative\ )side(?!-)|"
    r"franchise|category|(?<!emerging\ )(?<!developed\ )(?<!developing\ )(?<!-growth\ )(?<!-growing\ )"
    r"markets?(?!\ (?:services|value|share|data|research|products)\b)|"
    r"(?<=consumer\ )bank|(?<=commercial\ )bank|(?<=corporate\ )bank|(?<=retail\ )bank|"
    r"(?<=private\ )bank|(?<=its\ investment\ )bank|(?<='s\ investment\ )bank|(?<=s'\ investment\ )bank|(?<=and\ investment\ )bank)"
)
"""What a part of a company is called; an investment bank may be the company itself."""

CALLED_ONE = re.compile(rf"(?i)[\s'\w&]{{0,12}}?\b(?:{UNIT}|brand|banner|region|category)\b")
"""What tells a few letters behind a name that it is a part's ("the Anvil business")."""

PART_THAT = (
    rf"(?:[a-z]++\ )?{UNIT}\ (?:"
    r"(?:that|which)\ (?:makes|sells|includes|houses|runs|operates|provides|covers|handles|comprises|contains)"
    rf"|making|selling|combining|comprising|including|covering|housing|containing|handling)(?:\ {ITS})?"
)
"""A part called only by what it does, before that ("the unit that makes turbines")."""
BY_WHAT_IT_DOES = re.compile(
    rf"(?:(?:But|And|Still|Yet|Meanwhile),?\ )?(?:[Tt]he|[Ii]ts|[A-Z][\w.&-]*+(?:'s|(?<=s)'))\ {PART_THAT}\ "
    r"(?P<name>[\w'-]++(?:\ (?:and\ )?[\w'-]++){0,3}?)(?:,\ [^,;:$%]{3,60},)?"
    rf"\ (?:{POSTED}|saw|had|did|was|said|swung|grew|continued|rebounded|recovered|struggled|improved|slowed|turned)\b"
)
"""``Its division that makes boilers saw sales improve``"""

WORD = re.compile(r"[^\W_][\w&'.+-]*+")
"""One word of a name."""
_WORD_OR_AND = regex.compile(rf"{WORD.pattern}|&")

CAPITALS = r"[A-Z][\w.&'-]++(?:\ (?:and\ |&\ |of\ )?[A-Z][\w.&'-]++){0,4}"
"""A name in capitals, as a pattern; …"""
OWNER = r"[A-Z][\w&-]*+(?:\ (?:&\ )?[A-Z][\w&-]*+){0,3}(?:'s|(?<=s)')"
"""… a company's, in the possessive ("Acme Foods's"); …"""
PLACE = rf"(?:(?:rest\ of\ (?:the\ )?)?{CAPITALS}|rest\ of\ (?:the\ )?world)"
"""… one that may be a place; …"""
WORDS = r"(?:(?:(?:[A-Z]\.){2}|[\w&'/+-]++)[ ,]{1,2}+(?:and\ |&\ )?){0,3}(?:(?:[A-Z]\.){2}|[\w&'/+-]++)"
"""… and one of any words."""

NO_PART = (NOT_A_SCOPE - frozenset("and of in for new other worldwide global management financial".split())) | frozenset(
    "review least most best worst minimum maximum".split()
)
"""Words that the name of a part in lower case never holds, though some narrow nothing by themselves."""

_TIME = regex.compile(rf"(?i)(?:{CALENDAR})\b")
_DATED = regex.compile(rf"(?:.*-)?{PERIOD}s?|(?:19|20)[0-9]{{2}}|[1-4]q[0-9]{{2}}")
"""Words of a time that no part is called after: "at the end of first-quarter 2021"."""
_NEWER = frozenset(word.capitalize() for word in NEW_PLACES)
MONTH = regex.compile(rf"(?:{CALENDAR}|The|Its|It|Wall|New(?!\ (?:{'|'.join(sorted(_NEWER))}))|Street)\b")
"""Words in capitals that begin no place's name."""

_KNOWN = BUSINESSES | TRADES
_DONE = _KNOWN | DOING
_CALLED_AFTER = KIND_WORDS | BUSINESSES | TRADES | FIELDS

_ITS = ("the", "its", "our", "'s")
_DOING_SO = frozenset(
    "growing struggling leading ailing thriving booming flagging sagging slumping declining shrinking surviving remaining existing "
    "following resulting emerging developing competing underperforming losing making performing improving expanding falling rising "
    "continuing operating reporting corresponding underlying slowing sprawling aging lagging fledgling sterling missing "
    "moving".split()
)
"""Words in -ing that say what a part does; behind "the" or "its" another one is its name ("the smelting business")."""

SEVERAL = frozenset("two three four five six seven eight nine ten both all".split())
"""Words that make parts of a part: "at its three services"."""


_WHOSE = frozenset({"continuing", "core", "main", "own"})
"""Words before a business that is the company's own, which then is no part: "in continuing business operations"."""
_JOINED = frozenset({"&", "and"})
"""What joins the first word of a name in capitals ("Financial & Risk") to the next"""
_SAID_OF_ESTIMATES = frozenset("missed beat topped exceeded surpassed trailed lagged met matched".split())
"""Verbs before estimates of the market, which are no part's."""


_ANOTHER = regex.compile(r"\b(?:sales|revenues?|profits?|earnings|income|growth), and ")
"""``It included tools, which had flat sales, and Anvil toys``: what ends before the next name"""


def trim(name: str) -> str | None:
    """Drop the words before a scope that narrow nothing."""
    if name.startswith("rest of "):
        return name.lower()
    if name.lower().startswith("outside "):
        return f"outside {name[8:].removeprefix('of ').removeprefix('the ').lower()}"
    kept: list[str] = []
    words = _WORD_OR_AND.findall(_ANOTHER.split(name)[-1].removesuffix(" Group"))
    for before, word in reversed(list(zip(("", *words), words, strict=False))):
        plain = word.lower()
        if (plain in ("and", "&") and kept) or plain == "management":  # "wealth management"
            kept.insert(0, word)
            continue
        verb = word.islower() and word.endswith("ing") and word.rpartition("-")[2] not in _DONE
        verb = verb and not (
            plain not in _DOING_SO
            and (
                kept[:1] == ["and"]
                or (not kept and (before.lower().endswith(_ITS) or before in _JOINED or before.lower() in _KNOWN))
            )
        )  # "the smelting arm", "the interiors and seating business", "its seating and electrical unit", "its network switching"
        verb = verb and ("-" not in word or bool(kept))  # "the loss-making cloud arm", but "the cable-providing arm"
        if plain in _SAID_OF_ESTIMATES:
            break  # "Acme missed market estimates"
        if plain in SEVERAL or (plain in _WHOSE and kept == ["business"]):
            return None
        vague = (plain in NOT_A_SCOPE and word != "IT") or _DATED.fullmatch(plain) is not None  # "in its third-quarter report"
        vague = vague or (plain == "others" and bool(kept))  # "Among others, retail business"
        vague = vague and not (plain == "component" and before.islower())  # of vehicles, but "Dow component"
        vague = vague and not (plain == "chain" and before.lower() == "supply")
        vague = vague and not (plain == "homes" and kept == ["business"])  # "the homes business segment"
        vague = vague and not (plain == "projects" and before.lower() in _KNOWN)  # "the energy projects segment"
        vague = vague and not (plain == "corporate" and kept[:1] == ["and"])  # "the corporate and investment bank"
        vague = vague and not (
            plain == "financial" and (kept[:1] == ["services"] or (word[0] == "F" and not _JOINED.isdisjoint(kept[:1])))
        )
        vague = vague and not (plain == "global" and before in _JOINED and kept)  # "the card and global services unit"
        vague = vague and (word != "New" or " ".join(kept[:1]) not in _NEWER)
        if plain in WHICH_MARKETS and (kept == ["markets"] or (plain, *kept) == ("global", "banking")):
            kept.insert(0, word)
            break
        whose = (
            plain == "s"
            or plain.endswith(("'s", "s'", "-biggest", "-largest"))
            or (plain.endswith("-based") and not word.islower())
        )
        if verb or vague or (whose and plain not in PAID_BY):
            break
        kept.insert(0, word)
    name = " ".join(kept).lower().removeprefix("and ").removeprefix("& ").removeprefix("management")
    return (name if name.endswith("u.s.") else name.removesuffix(".")) or None


def is_part(name: str) -> bool:
    """Tell what is called after a business ("the investment bank") from a time, or what is done ("in the quarter")."""
    words = name.removeprefix("IT ").lower().split()
    return words[-1].rpartition("-")[2] in _CALLED_AFTER and NO_PART.isdisjoint(words)


def is_plain_part(words: Sequence[str]) -> bool:
    """Tell the name of a part in lower case from a time, from who owns it and from a word for any part ("for the segment")."""
    owned = any(word.endswith(("'s", "-")) or _DATED.fullmatch(word) for word in words)
    owned = owned or _TIME.match(words[0]) is not None
    none = NO_PART - {"currency"} if words[-1] == "trading" else NO_PART
    return not owned and none.isdisjoint(words) and not KIND_WORDS.issuperset(words)


def is_business(name: str) -> bool:
    """Tell a part of a company that is called after its business ("Tax & Accounting") from a company."""
    return _KNOWN.issuperset(word.removeprefix("non-") for word in WORD.findall(name.lower()))
