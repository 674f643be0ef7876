"""
Settling: which currency a writing means that several share: "kr", "Rs", "$", and whose hundredths a bare "65 cents" are.

A dollar, a euro and a rand have cents, and an article that says "A$5 million" seldom says "13 Australian cents".  They go
with the money that the sentence has just named; failing that with what the article mostly reckons in; and where it names
no sum at all, with the country it is from, or with what a bare "$" means there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from earnsum.figures.amounts import Amount
from earnsum.figures.currencies import BARE_CENT, CENTED, UNSETTLED
from earnsum.figures.numerals import ONE
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity

_RAND = regex.compile(r"\bSouth[ -]Africa|\bJohannesburg\b|\bJSE\b")
_SENTENCE_END = regex.compile(r"[.!?]['\")]?\s|\n")
_BRACKETS = ("(", "[")
_AMERICAN = re.compile(
    r" \(?U\.?S\.?\)?(?=[.,;)]| (?:which|that|per|a|in|from|on|to|was|were|and|for|compared|versus|a share)\b|$)"
)
_NEAR = 6  # figures to look back over


def currency_of_cents(folded: str, amounts: Sequence[Amount], dollar: str, home: str | None = None) -> str:
    """
    Return the ISO code of an article's bare cents, from its sums of money; `dollar` is what a bare "$" stands for.

    `home` is whose they are where nothing else says so, in a language that does not reckon in dollars.
    Sums in brackets repeat others in the reader's money, so they do not count.
    """
    reckoned = Counter(
        dollar if a.unit == "$" else a.unit
        for a in amounts
        if a.kind == "money" and a.coin == ONE and a.unit in CENTED and not folded.endswith(_BRACKETS, 0, a.left)
    )
    if reckoned:
        most = max(reckoned.values())
        return dollar if reckoned[dollar] == most else next(code for code, times in reckoned.items() if times == most)
    if home is not None:
        return home
    return "ZAR" if dollar == "USD" and _RAND.search(folded) else dollar


def same_sentence_money(folded: str, before: Sequence[Quantity], at: int) -> str | None:
    """Return the ISO code of the nearest sum before `at` in its sentence that has cents, or None."""
    for quantity in reversed(before[-_NEAR:]):
        if _SENTENCE_END.search(folded, quantity.span.end, at):
            return None
        if quantity.kind == "money" and quantity.unit in CENTED:
            return quantity.unit
    return None


_CROWNS = frozenset({"SEK", "NOK", "DKK"})
_SHARED_CROWNS = frozenset({"kr", "kroner"})


def crowns_before(before: Sequence[Quantity], unit: str) -> str | None:
    """Return whose crowns were named shortly before crowns that do not say whose they are, None for any other money."""
    if unit not in _SHARED_CROWNS:
        return None
    return next((quantity.unit for quantity in reversed(before[-_NEAR:]) if quantity.unit in _CROWNS), None)


def said_nearby(folded: str, before: Sequence[Quantity], unit: str, span: Span) -> str | None:
    """Return the ISO code of a sum that its own sentence settles; dollars may be said to be American behind it ("$0.86 U.S.")."""
    if unit == BARE_CENT:
        return same_sentence_money(folded, before, span.start)
    if unit == "$":
        return "USD" if _AMERICAN.match(folded, span.end) is not None else None
    return crowns_before(before, unit)


def settler(folded: str, dollar: str, amounts: Sequence[Amount], home: str | None = None) -> Callable[[str], str]:
    """Return what turns a unit as written into an ISO code, by looking in the article once for each shared writing."""
    known = {"$": dollar}

    def settle(unit: str) -> str:
        if unit == BARE_CENT and unit not in known:
            known[unit] = currency_of_cents(folded, amounts, dollar, home)
        if unit not in known:
            usual, others = UNSETTLED.get(unit, (unit, ()))
            known[unit] = next((code for words, code in others if regex.search(words, folded)), usual)
        return known[unit]

    return settle
