"""
Further on: the part that stands behind what parts it from a metric's name.

That is the figure ("earned $5 million from its pipeline operations"), the growth ("12% sales growth in its furniture segment"),
an explanation in brackets or the word for an outlook; some metrics are of a part only where the text calls it one.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.grammar.tokens import Token, first_word, tags_of
from earnsum.model import Span
from earnsum.names.scopewords import PLACES
from earnsum.parts.behind import WHOSE, part_behind, phrase_end
from earnsum.parts.partnames import KINDS, MONTH, PLACE, WORDS, is_part, is_plain_part, trim
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.terms import ITS, OUTLOOK, POSTED

_AT_A_PART = re.compile(
    rf"\ \([^()]*\)\ (?:at|in|for)\ (?:its\ |the\ )?(?P<name>[\w&-]++(?:\ [\w&-]++){{0,2}}?)\ (?:was|were|came|{MOVED})\b"
)


def behind_brackets(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind what explains a metric's name ("Adjusted EBITDA (earnings before …) at direct-to-consumer was")."""
    match = _AT_A_PART.match(folded, tokens[metric_at].end)
    return match["name"].lower() if match is not None and is_plain_part(match["name"].lower().split()) else None


_OUTLOOK_FOR = re.compile(
    rf"\ (?:{OUTLOOK}|estimate)s?\ (?:for|at|in)\ (?:its\ |the\ )?"
    r"(?P<name>[a-zA-Z][\w&-]*+(?:\ [\w&-]++){0,3}?)(?:,|\ (?:at|by|from|is|of|remains|to|was|were)\b)"
)


def behind_outlook(folded: str, end: int) -> str | None:
    """Return the part that an outlook is for ("production guidance for energy coal was")."""
    match = _OUTLOOK_FOR.match(folded, end)
    if match is None:
        return None
    name = match["name"]
    proper = name.istitle() and name.replace(" ", "").isalpha() and MONTH.match(name) is None
    words = [word for word in name.lower().split() if word not in KIND_WORDS] if proper or is_part(name) else []
    return " ".join(words) or None


_IN_A_UNIT = re.compile(rf"\ (?:at|in|of|for|from)\ (?:the|its|their|our|{WHOSE})\ (?P<name>{WORDS})\ {KINDS}\b", re.VERBOSE)


_TO_ITS_LEVEL = re.compile(r"[Mo](?:[UD]_?%(?:t|_t)|[UD]t)?o?\$")
"""A profit, and its level behind how it moved ("Earnings dropped 17% to $5 million in the plastics business")."""


_IN_A_PLACE = re.compile(
    r" in (?:the )?(?P<name>[A-Z][\w.]*+(?: [A-Z][\w.]*+)?) (?:was|were|is|narrowed|widened|shrank|rose|fell)\b"
)
"""``Its loss of $5 million in Europe was smaller``"""
_FROM_A_TRADE = re.compile(r" (?:from|in) (?:its |the )?(?P<name>[a-z][\w-]*+(?: (?:and )?[a-z][\w-]*+){0,3})(?=[,.;]|$)")
"""``a loss of $5 million from corporate and investment banking``"""


def earned_by(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that a profit comes from, behind its figure ("earned $5 million from its pipeline operations")."""
    told = _TO_ITS_LEVEL.match(tags_of(tokens), metric_at)
    if told is None:
        return None
    end = tokens[told.end() - 1].end
    if (match := _IN_A_UNIT.match(folded, end)) is not None:
        return trim(match["name"])
    if (place := _IN_A_PLACE.match(folded, end)) is not None and PLACES.issuperset(place["name"].lower().split()):
        return place["name"].lower()
    trade = _FROM_A_TRADE.match(folded, end)
    named = trade is not None and is_part(trade["name"]) and is_plain_part(trade["name"].split())
    return trade["name"] if trade is not None and named else None


def called_behind(folded: str, end: int) -> str | None:
    """Return the part behind a metric's name that is called one ("at its wealth arm")."""
    match = _IN_A_UNIT.match(folded, end)
    return trim(match["name"]) if match is not None else None


_WON_BY = re.compile(
    r"\ (?:bagged|won|booked|secured|received|earned|generated|posted|reported|garnered|registered|recorded|clocked)\ by\ "
    rf"{ITS}\ (?P<name>{WORDS})\ {KINDS}\b",
    re.VERBOSE,
)


def won_by(folded: str, end: int) -> str | None:
    """Return the part that is said to have made what a metric names ("Orders bagged by the power segment")."""
    match = _WON_BY.match(folded, end)
    return trim(match["name"]) if match is not None else None


_WAS_IN = regex.compile(
    rf"\ {MOVE}(?:\ of\ [0-9.,]++\ ?(?:%|pct|percent|per\ cent))?"
    rf"\ (?:was|were|came|occurred|is)\ (?:also\ )?(?:(?:{POSTED}|seen)\ )?(?:in|from)\ (?:the\ )?"
    rf"(?P<name>{PLACE})",
    regex.VERBOSE,
)
"""``The largest sales increase of 12% was in Asia``"""


_ITS_GROWTH = re.compile(r"%M[UD][no_]")


def growth_behind(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind the growth of a metric ("12% sales growth in its furniture segment", "organic growth in Asia")."""
    if tags_of(tokens[metric_at + 1 : metric_at + 2]) in "UD" and (was_in := _WAS_IN.match(folded, tokens[metric_at].end)):
        return None if MONTH.match(was_in["name"]) else trim(was_in["name"])
    organic = first_word(tokens[metric_at]) == "organic" and tags_of(tokens[metric_at + 1 : metric_at + 3]) == "Un"
    if not organic and (metric_at == 0 or _ITS_GROWTH.match(tags_of(tokens[metric_at - 1 : metric_at + 3])) is None):
        return None
    return part_behind(folded, tokens[metric_at + 1].end, phrase_end(folded, tokens, metric_at + 1, sentence.end))
