"""
Fitting: whether a figure can measure a metric, by its unit and by what it counts.

"12 cents" is no revenue, "15 million litres" no profit, and in "the shares lost 2.5%" nothing was lost that is reported.
"""

from __future__ import annotations

from earnsum.grammar.metrics import LOST
from earnsum.grammar.tokens import Cue, Token, is_called
from earnsum.lexicon import Entry
from earnsum.text.marks import Quantity

COUNTED = frozenset({"revenue", "orders", "backlog"})
"""What is told in money or in things sold, ordered and yet to be delivered."""

VEHICLES = frozenset(
    {"vehicle", "vehicles", "car", "cars", "truck", "trucks", "unit", "units", "autos", "aircraft", "jets", "motorcycles", "homes"}
)
"""What sales and orders may be counted in."""

NEVER_MADE = frozenset("people persons employees workers jobs staff shares investors countries sites plants companies".split())
"""What is counted beside production, never as a part of it: "production in 15 countries"."""

MADE = frozenset({"production", "deliveries", "subscribers", "subscriber_adds"})

_MANY = 1000
_NEAR = 40


def fits(entry: Entry, tag: str, role: str) -> bool:
    """Tell whether a figure with this tag can measure this metric in this role."""
    if role == "change":
        return True
    if tag == "%":
        return entry.unit == "percent" or role in ("guide", "gap", "estimate", "later", "previous", "skip")
    if entry.unit == "share":
        return tag in "sd" or (tag == "$" and entry.money_too)
    if entry.unit == "money":
        return tag in "$ds" or (tag == "#" and entry.name in COUNTED)
    if entry.unit == "percent":
        return (tag == "$" and entry.money is not None) or (tag == "p" and role == "guide")
    return tag in "#d$"


def _are_ordered(metric: Token, figure: Token, role: str) -> bool:
    """Tell how many were ordered, right behind the word: "net orders fell 42 percent in the quarter to 4,200"."""
    return role == "actual" and is_called(metric.mark, {"orders"}) and 0 < figure.start - metric.end < _NEAR


def fitting(metric: Token, figure: Token, role: str) -> bool:
    """Tell whether a token is a metric that a figure can measure; a figure said to be per share never is a sum of money."""
    if not isinstance(metric.mark, Cue) or metric.mark.entry is None:
        return False
    entry = metric.mark.entry
    if isinstance(figure.mark, Quantity):
        mark = figure.mark
        noun = mark.noun or ""
        unfit = (
            (figure.tag == "%" and metric.mark.words in LOST)  # "the shares lost 2.5%"
            or (
                figure.tag == "d"
                and not mark.unit
                and entry.name in COUNTED
                and abs(mark.value) >= _MANY
                and role != "prior"
                and not _are_ordered(metric, figure, role)
            )  # of cars
            or (figure.tag == "d" and entry.unit == "money" and entry.name != "orders")
            or ((mark.per_share or (figure.tag == "s" and entry.name == "charge")) and entry.unit == "money" and not entry.share)
            or (entry.unit == "count" and mark.kind == "money" and entry.money is None)
            or (figure.tag == "#" and entry.unit == "money" and noun not in VEHICLES)
            or (entry.name in MADE and noun.rpartition(" ")[2] in NEVER_MADE)
        )
        if unfit:
            return False
    return fits(entry, figure.tag, role)
