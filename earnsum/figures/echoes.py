"""
Echoes: the same sum again in another currency, "187.4 billion yuan ($28.6 billion)".

An echo says nothing new, so it becomes part of the figure before it and is never read by itself.
"""

from __future__ import annotations

from decimal import Decimal

from earnsum.figures.amounts import Amount
from earnsum.figures.currencies import BARE_CENT, CENTED
from earnsum.figures.numerals import ONE
from earnsum.figures.ranges import Group
from earnsum.patterns import re, regex

# ($28.6 billion) · (about US$885 million; £5m) · , or $28.6 billion, · 1.8 mln euro $ 2.6 mln
_ECHO = re.compile(
    r"(?:(?P<open>\ ?[(\[]\ ?)|(?P<or>,?\ or\ )|(?P<comma>,\ )|(?P<next>\ ?/\ ?|\ ))"
    r"(?:or\ |equal\ to\ |equivalent\ to\ |the\ equivalent\ of\ |ie\ |i\.e\.\ |(?:[约約]|折合|相当于|相當於)+)?",
    re.IGNORECASE,
)
_COMMA_CLOSES = regex.compile(r"[,)](?!\ ?(?:[$€£¥₹0-9A-Z]|and\ ))")
_MORE = regex.compile(r"\ ?[;,/]\ ?(?:or\ )?|\ or\ |\ and\ ", regex.IGNORECASE)
_CLOSE = regex.compile(r"[^()\[\]\n]{0,48}+[)\]]")


_ROUNDING = Decimal("0.02")

_SMALL = 1000
"""What repeats millions behind "or" is no less ("C$40 million, or $2.50")."""


def echo_end(group: Group, rest: list[Group], folded: str) -> tuple[int, int]:
    """Return where the repetition of a sum in other currencies ends, and how many groups it takes up."""
    first, last = group[0], group[1] or group[0]
    found = _ECHO.match(folded, last.right)
    if not found or not rest or rest[0][0].left != found.end() or not _is_again(first, rest[0][0], in_brackets=bool(found["open"])):
        return last.right, 0
    if found["or"] and first.scaled and not rest[0][0].scaled and abs(rest[0][0].value) < _SMALL:
        return last.right, 0
    end, taken = _reach(rest[0]), 1
    if found["open"]:
        while taken < len(rest) and _is_other_money(first, rest[taken][0]) and _MORE.fullmatch(folded, end, rest[taken][0].left):
            end, taken = _reach(rest[taken]), taken + 1
        closing = _CLOSE.match(folded, end)
        if not closing or any(other[0].left < closing.end() for other in rest[taken : taken + 1]):
            return last.right, 0
        return closing.end(), taken
    if found["comma"] and not _COMMA_CLOSES.match(folded, end):
        return last.right, 0
    return end, taken


def _is_again(first: Amount, other: Amount, *, in_brackets: bool) -> bool:
    if in_brackets and (_is_other_scale(first, other) or _is_in_cents(first, other)):
        return True
    return _is_other_money(first, other)


def _is_in_cents(first: Amount, other: Amount) -> bool:
    """Tell American cents in brackets behind another dollar of less than a hundred: "C$1.04 (77 cents)"."""
    return other.unit == BARE_CENT and first.unit in _OTHER_DOLLARS and not first.scaled and abs(first.value) < _CENTS


_OTHER_DOLLARS = CENTED - {"$", "USD", "EUR", "ZAR"}
_CENTS = 100


def _is_other_scale(first: Amount, other: Amount) -> bool:
    """Tell a sum that is the first one again in another scale, perhaps rounded: "$4,374 million ($4.4 billion)"."""
    if first.kind != "money" or first.unit != other.unit or first.scale == other.scale or not (first.scaled and other.scaled):
        return False
    return abs(first.value - other.value) <= abs(first.value) * _ROUNDING


def _reach(group: Group) -> int:
    return (group[1] or group[0]).right


def _is_other_money(first: Amount, other: Amount) -> bool:
    """Tell whether a sum may be the first one again in another currency; small change never repeats millions."""
    if first.kind != "money" or other.kind != "money" or first.unit == other.unit:
        return False
    if {first.unit, other.unit} - CENTED == {BARE_CENT}:
        return False
    if (first.per_share or first.coin != ONE) and other.scaled:
        return False  # "98 cents, or $310 million"
    return not (first.scaled and not other.scaled and (other.per_share or other.coin != ONE))
