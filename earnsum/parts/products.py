"""Products: goods behind what they are, whose sales a metric is of ("sales of its weight-loss drug Anvil")."""

from __future__ import annotations

from earnsum.parts.partnames import MONTH, OWNER
from earnsum.patterns import regex
from earnsum.text.firms import FIRM

_NO_NOUN = r"(?!(?:of|in|at|for|from|with|by|to|on|and|or|than|as|ended|the|an?|its|that|which|whose|include|including)\ )"
_OWNER = rf"(?:its|their|our|[Tt]he\ [a-z]++'s|the|{OWNER})\ "
_NAME = r"(?P<name>(?:[A-Z]|i(?=[A-Z]))[\w+-]*+(?:\ [A-Z0-9][\w+-]*+){0,2})"
_NAMES = rf"{_NAME[:-1]}(?:\ and\ [A-Z][\w+-]*+)?+)"
"""One or two of them: "the painkillers Anvil and Duff"."""
_KIND = r"(?:[A-Z]{2,5}|[A-Z][a-z]+'s|[A-Z][a-z]+-[0-9]{1,2})"
"""What goods are for, in capitals: "the AIDS drug", "its Alzheimer's treatment", "the Covid-19 shot"."""
_PRODUCT = regex.compile(
    rf"\ (?:of|from)\ (?:(?!the\ [A-Z]){_OWNER}(?:[a-z-]++\ )?(?:top|best|biggest|largest|flagship|leading)"
    rf"|another\ (?:{_KIND}\ )?)[a-z -]*+,\ "
    rf"(?:the\ |an?\ )?(?:{_NO_NOUN}[a-z][\w'-]*+\ ){{0,5}}?{_NAME}(?:\ for\ [a-z -]++)?(?=,)"
    rf"|\ (?:(?:of|from)\ (?:{_OWNER})?|(?:for|at)\ {_OWNER})(?:{_KIND}\ )?"
    rf"(?:{_NO_NOUN}[a-z][\w'-]*+\ ){{1,6}}?{_NAMES}(?=[\ ,.(]|$)"
    rf"|\ (?:of|from)\ the\ (?!(?:[\w&-]++\ ){{0,3}}(?:Group|Company|Corporation|Parent)\b){_NAME}(?=[\ ,.(]|$)",
    regex.VERBOSE,
)
"""A product behind what it is ("sales of its weight-loss drug Anvil", "of the painkiller Anvil", "of its top seller, Anvil,")."""

_FIRM = regex.compile(
    rf"\b(?:{FIRM}|parent|owner|rival|competitor|peer|"
    r"partner|ending|through|since|quarter|year|months?|period|half)\ $"
)
"""What no product is, but a company, or a time."""
_DOUBLED = regex.compile(r"(?:\ (?:more\ than|almost|nearly|roughly|about))?(?:\ (?:doubled|tripled|trebled|quadrupled))?\ ?")


_SOLD_TO = regex.compile(
    r"\ of\ (?:its\ |our\ )?(?:[a-z]++\ )?"
    r"(?:products|goods|services|parts|equipment|materials|components|systems|supplies|software)"
    r"\ to\ (?:the\ )?(?P<name>[\w-]++(?:\ (?:and\ )?[\w-]++){0,3}?\ (?:industry|industries|sectors?|markets?|makers|customers))\b"
)


def sold_to(folded: str, end: int) -> str | None:
    """Return who buys what a metric is of ("sales of products to the electronics industry")."""
    match = _SOLD_TO.match(folded, end)
    return match["name"].lower() if match is not None else None


def product_behind(folded: str, end: int, stop: int) -> str | None:
    """Return the product behind a metric's name and what that product is."""
    match = _PRODUCT.match(folded, end)
    if match is None or MONTH.match(match["name"]) or _FIRM.search(folded, end, match.start("name")):
        return None
    last = match.end("name")
    ends = folded.startswith((",", " ("), last) or _DOUBLED.fullmatch(folded, last, max(last, stop)) is not None
    return match["name"].lower() if ends and last <= stop + len(match.group()) * folded.startswith(",", stop) else None
