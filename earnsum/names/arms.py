"""
Arms: the names that a text gives to parts of a company and to its goods.

"its telecom arm Anvil Mobile", "Anvil, a cancer drug", "the parent of Anvil, Burger Barn and Taco Hut": who is called so
is no other company, though it reports by its own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS

_NAME = r"(?P<name>[A-Z][\w&'+-]*+(?:\ [A-Z][\w&'+-]*+){0,3})"
_ARMS = ("arm", "unit", "subsidiary", "division", "affiliate")
_ARM = f"(?:{'|'.join(_ARMS)})"
_OWNED = (*_ARMS, "chain", "brand", "banner", "service", "platform", "app", "label", "network", "business", "segment", "franchise")
_ITS = f"(?:{'|'.join(_OWNED)})"
"""What is a part only where it is said to be the company's: "streaming service Acme" is one by itself."""
_WHOSE = r"(?:[Ii]ts|[Tt]heir|[Tt]he\ (?:company|group|firm|bank|conglomerate)'s)\ (?:[\w&'-]++\ ){0,5}?"
_ARM_BEFORE = re.compile(
    rf"(?<![\w-])(?:{_WHOSE}{_ITS}|[\w-]++\ {_ARM}|sister\ (?:chain|brand|airline|firm|network|service|business)),?\ {_NAME}"
)
_ARM_BEHIND = regex.compile(
    rf"(?=[A-Z])(?:(?<![\w'] )|(?<=\b(?:at|from|in|by|of) )){_NAME},\ (?:{_WHOSE}{_ITS}|[Tt]he\ (?:[\w-]++\ ){{0,3}}?{_ARM})\b"
    rf"|(?=[A-Z])(?<=\b(?:at|from|in|by|of) ){_NAME},\ an?\ {_ARM}\ (?:that|which|whose)\b"
)
_ARM_OF = regex.compile(
    rf"(?=[A-Z])(?:(?<![\w'] )|(?<=\b(?:at|from|in|by|of) )){_NAME},\ (?:an?\ (?P<owner>[A-Z][\w&-]*+(?:\ [A-Z][\w&-]*+){{0,2}})"
    rf"|(?P<owner>[A-Z][\w&-]*+(?:\ [A-Z][\w&-]*+){{0,2}})'s)\ (?:[\w-]++\ ){{0,3}}?{_ARM}\b"
)
"""``Anvil, an Acme subsidiary that makes wire, reported``: an arm of whoever the story is on, if of who it begins with"""
_ARM_AROUND = re.compile(
    r"(?=[A-Zit])(?<![\w-])"
    rf"(?:[Ii]ts|[Tt]heir|[Tt]he\ company's|[A-Z][\w&-]*'s)\ (?:[a-z-]++\ ){{0,3}}{_NAME}\ (?:[a-z-]++\ ){{0,2}}{_ITS}\b"
)
_ARM_INCLUDED = re.compile(rf"\bincludes?\ (?:the\ )?{_NAME}\ (?:[a-z]++\ )?{_ITS}\b")
"""``The segment includes the Anvil streaming service``"""
_OWNER = r"(?:it|the\ (?:company|group|firm)|[A-Z][\w&-]*+(?:\ [A-Z][\w&-]*+){0,2})"
_ARM_OWNED = re.compile(
    rf"(?<![\w'] )(?:The\ )?{_NAME},\ (?:(?:an?|the)\ [a-z-]++\ (?:[a-z-]++\ ){{0,3}}that|which)\ {_OWNER}\ (?:also\ )?"
    r"(?:acquired|bought|owns|took\ over|launched|started)\b"
)
_HOLDING = ("owns", "runs", "operates", "controls")
_ARM_HELD = regex.compile(
    rf"\b(?P<own>[A-Z][\w&-]*+)[^.;\n]{{0,60}}?,\ (?:which|that|who)\ (?:also\ )?"
    rf"(?:{'|'.join(_HOLDING)})\ (?:the\ )?(?:[a-z-]++\ ){{0,2}}"
    rf"(?!(?P=own)\b){_NAME}\ (?:[a-z-]++\ ){{0,2}}{_ITS}\b"
)
"""``Acme, which owns the Anvil chain``; not ``Anvil, which runs the Anvil chain``"""
_HOUSING = ("houses", "holds", "runs", "operates", "comprises")
_ARM_HOUSING = regex.compile(
    rf"(?:(?<![\w'] )|(?<=\bAt ))(?!At\b)(?P<name>[A-Z][\w&'+-]*+(?:\ [A-Z][\w&'+-]*+){{0,3}}?)"
    rf"(?:\ (?:Ltd|Limited|Inc|Corp|Plc|PLC)\b\.?)?,?\ (?:which|that)\ (?:{'|'.join(_HOUSING)})\ "
    rf"(?:the|its|their|all|most\ of)\ (?:[\w'&,-]++\ ){{0,6}}?(?:business(?:es)?|arms?|operations|units?|interests|activities)\b"
)
"""``Anvil Platforms Ltd, which houses the telecom and digital businesses``"""
_ARM_BOUGHT = regex.compile(
    rf"(?:[Ii]ts|[Tt]he\ company's|[A-Z][\w&-]*'s)\ (?:[\w-]++\ ){{0,3}}(?:acquisition|purchase|takeover)\ of\ (?!the\b){_NAME}"
)
_DRUGS = "drug medicine medication vaccine treatment therapy immunotherapy pill injection blockbuster antibody filler".split()
_DRUG = f"(?:{'|'.join(_DRUGS)})"
_DRUG_BEFORE = re.compile(rf"\b{_DRUG},?\ {_NAME}")
_DRUG_BEHIND = regex.compile(rf"(?<![\w'] ){_NAME},\ (?:{ITS}|an?)\ (?:(?!\w*(?:maker|developer)\b)[\w'-]++\ ){{0,4}}?{_DRUG}\b")
_BRAND = r"[A-Z][\w&'+-]*+(?:\ [A-Z][\w&'+-]*+){0,2}"
_ITEM = rf"{_BRAND}(?:\ \([A-Z]{{2,6}}\))?"
_LIST = rf"(?P<names>{_ITEM}(?:,\ {_ITEM})*,?\ and\ {_ITEM})"
_SEVERAL = ("brands", "chains", "banners", "units", "subsidiaries")
_BRANDS = (
    (
        ("parent ", "owner ", "operator ", " behind ", "owns ", "operates ", *_SEVERAL),
        regex.compile(
            r"\b(?:(?:parent|owner|operator)(?:\ (?:company|firm|group))?\ of|(?:giant|company|group|firm)\ behind|owns|operates"
            rf"|(?:{'|'.join(_SEVERAL)}),?\ (?:such\ as|including|like)|{_WHOSE}(?:{'|'.join(_SEVERAL)}))\ (?:the\ )?{_LIST}"
        ),
    ),
    ((", with ",), regex.compile(rf",\ with\ {_LIST}\ (?:all|both|each)\b")),
    ((" parent", " owner", " maker"), regex.compile(rf"(?=[A-Z]){_LIST}\ (?:parent|owner|maker)\b")),
)
"""Several brands that somebody owns, behind words of theirs: one alone may be what the company is called in the street."""
_SOLD_AT = regex.compile(
    r"\b(?:(?:[Ss]ame-(?:store|restaurant)|[Cc]omparable)\ sales(?:\ growth)?|[Rr]esults|[Dd]emand|[Ss]trength|[Ww]eakness"
    r"|(?:as|while|despite|after)\ (?:[a-z-]++\ ){0,3}?(?:profits?|sales|revenues?|trading)(?=\ at))"
    rf"\ (?:at|for)\ (?:its\ )?(?P<names>{_BRAND}(?:,\ {_BRAND})*(?:,?\ and\ {_BRAND})?)"
)
_SOLD = tuple(
    f"{word} {link} "
    for word in ("sales", "growth", "esults", "emand", "trength", "eakness", "profit", "profits", "revenue", "revenues", "trading")
    for link in ("at", "for")
)
"""Where a lead says that a company does well or badly ("strong same-store sales at Taco Hut and Duff")."""
_LEAD = 700
_OPENING = 250
"""Letters at the beginning of a story, in which stands who it is on."""
_FORM = re.compile(r" (?:Ltd|Limited|Inc|Corp|Plc|PLC|Co)$")
_COMMA = regex.compile(r",?\ and\ |,\ |\ \(|\)(?=,|\ and\ |$)")
_FROM = re.compile(r"[A-Z][a-z]+'s\ (?=[A-Z])")
"""``Anvil Airways (AA) and Spain's Hooli``: where one is from"""
if TYPE_CHECKING:
    _Parts = Sequence[tuple[Sequence[str], Sequence[re.Pattern[str] | regex.Pattern[str]]]]
_PARTS: _Parts = (
    (("acquired", "bought", "owns", "took over", "launched", "started"), (_ARM_OWNED,)),
    ([f"{who} {does}" for who in ("which", "that") for does in _HOUSING], (_ARM_HOUSING,)),
    ([f" {does} " for does in _HOLDING], (_ARM_HELD,)),
    (("acquisition of", "purchase of", "takeover of"), (_ARM_BOUGHT,)),
    ([f" {word}" for word in _OWNED], (_ARM_BEFORE, _ARM_AROUND)),
    ([f", {word} " for word in ("its", "Its", "their", "Their", "the", "The", "a", "an")], (_ARM_BEHIND,)),
    ([f" {word}" for word in _ARMS], (_ARM_OF,)),
    (("include",), (_ARM_INCLUDED,)),
    (_DRUGS, (_DRUG_BEFORE, _DRUG_BEHIND)),
)
"""Words that call something a part, with the patterns that look for them: few lines have any."""


_BEFORE_OWNER = regex.compile(r"(?r)(?:\b[A-Z][\w&'-]*,\ (?:an?\ )?|\b[Ff]ormer\ )")
_BEHIND_OWNER = regex.compile(rf"\.?(?:'s)?\ (?:(?:[\w-]++\ ){{0,3}}?{_ARM}|(?:[Gg]roup\ )?(?:company|firm|concern|entity))\b")


def is_owner_of_arm(folded: str, name: Span) -> bool:
    """Tell who is named only as whose arm another is ("Anvil, an Acme subsidiary", "the former Duff Co. unit")."""
    return _BEFORE_OWNER.match(folded, 0, name.start) is not None and _BEHIND_OWNER.match(folded, name.end) is not None


def is_arm(folded: str, name: str) -> bool:
    """Tell whether a text calls what goes by a name, or by what stands in brackets behind it, a part of a company."""
    return not arms_of(folded).isdisjoint(_forms(name))


def is_called_arm(folded: str, name: str) -> bool:
    """Tell whether a text says of what goes by a name that it is an arm, which a brand that is sold need not be."""
    return not _called_arms(folded).isdisjoint(_forms(name))


def _forms(name: str) -> tuple[str, str, str]:
    """Return a name, and apart what stands in brackets behind it."""
    full, _, short = name.removesuffix(")").partition(" (")
    return name, full, short


@lru_cache(maxsize=2)
def _called_arms(folded: str) -> frozenset[str]:
    said = [([word for word in words if word in folded], patterns) for words, patterns in _PARTS]
    told = [(words, patterns) for words, patterns in said if words]
    lines = folded.split("\n") if told else []
    found = (match for line in lines for pattern in _patterns_for(line, told) for match in pattern.finditer(line))
    lead = folded[:_OPENING]
    parts = (match["name"].removesuffix("'s") for match in found if (match.groupdict().get("owner") or "") in lead)
    return frozenset(form for name in parts for form in (name, _FORM.sub("", name)))


@lru_cache(maxsize=2)
def arms_of(folded: str) -> frozenset[str]:
    """Return the names that a text gives to parts of a company and to its goods."""
    brands = [_FROM.sub("", name) for span in brand_lists(folded) for name in _COMMA.split(span.of(folded)) if name]
    if any(words in folded for words in _SOLD):
        brands += [name for match in _SOLD_AT.finditer(folded, 0, _LEAD) for name in _COMMA.split(match["names"])]
    return _called_arms(folded).union(name.removesuffix("'s") for name in brands)


def _patterns_for(line: str, told: _Parts) -> Iterator[re.Pattern[str] | regex.Pattern[str]]:
    return (pattern for words, patterns in told if any(word in line for word in words) for pattern in patterns)


@lru_cache(maxsize=2)
def brand_lists(folded: str) -> tuple[Span, ...]:
    """Return where a text lists what a company owns ("the parent of Anvil, Burger Barn and Taco Hut"): these say nothing there."""
    patterns = (pattern for words, pattern in _BRANDS if any(word in folded for word in words))
    return tuple(sorted(Span(*match.span("names")) for pattern in patterns for match in pattern.finditer(folded)))
