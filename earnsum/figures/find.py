"""
Figures: every quantity of an article, as marks.

`amounts` reads single numbers; this module has `vetoes` strike out those that are no quantities and puts
together what belongs together: ranges, echoes in another currency, a tolerance ("plus or minus"), a bound ("or more").
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from earnsum.figures.amounts import Amount, read_amounts
from earnsum.figures.currencies import OF_A_DINAR
from earnsum.figures.dollars import money_of_commas
from earnsum.figures.echoes import echo_end
from earnsum.figures.forms import per_share_pattern
from earnsum.figures.numerals import ONE
from earnsum.figures.pairs import paired, without_rates
from earnsum.figures.ranges import Group, group_ranges, matched
from earnsum.figures.settling import said_nearby, settler
from earnsum.figures.vetoes import is_quantity, stands_alone
from earnsum.model import Approx, Span
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity
from earnsum.text.terms import SALES

_PLUS_MINUS = re.compile(
    rf"(?P<when>(?:\ in\ (?:net\ )?{SALES})?\ (?:in|for|during)\ the\ [a-z\ ]{{4,36}},"
    r"|\ (?:(?:Netto|Konzern)?(?:umsatz|erlöse?)|chiffre\ d'affaires|ventes)\ -)?,?\ ?(?:à\ |con\ (?:un\ margen\ de\ )?)?"
    r"(?:(?:,?\(?|-)\ ?plus(?:\ (?:or|oder|ou|o)\ |/)(?:m(?:inus|oins|enos))?|\+\ ?/\ ?-|±|give\ or\ take"
    r"|más\ o\ menos|上下(?:浮动|波动)?|正[负負]|加减)(?:各|约)?\ ?",
    re.IGNORECASE,
)
_FARTHEST = 64
# or more · or less · -plus · and above
_BOUND = regex.compile(
    r"(?:,?\ or\ |\ and\ )(?:(?P<up>more|better|higher|greater|above|over)|(?P<down>less|lower|fewer|below|under))\b"
    r"(?!\ (?:than|the|its|an?|their|what|where|analysts?|expectations|estimates|forecasts|consensus|Wall|[$€£0-9]))"
    r"|\ at\ (?:the\ (?:very\ )?)?(?:(?P<up>least)|(?P<down>most|best))\b(?!\ [$€£0-9])"
    r"|(?P<plus>-plus\b|\+(?![0-9\w]))",
    regex.IGNORECASE,
)
_APPROX: dict[str, Approx] = {"about": "about", "under": "under", "over": "over", "at least": "over", "at most": "under"}


def _tolerance(q: Amount, by: Amount) -> Decimal | None:
    """Return how far "plus or minus" reaches, in the figure's own unit, or None where the two do not fit."""
    if q.kind == by.kind or (q.unit == by.unit == "%"):
        alike = matched(q, by)
        return abs(alike[1].value) if alike and by.kind != "bare" else abs(by.value)
    if by.kind == "percent":
        return abs(q.value) * abs(by.value) / 100
    if by.kind == "money" and not by.per_share and q.kind == "bare" and q.scaled:
        return abs(by.value)  # "sales of 10.2 billion, plus or minus $400 million"
    return abs(by.value) * q.coin if by.kind == "bare" else None


def _quantity(group: Group, right: int, folded: str, unit: str) -> Quantity:
    """Make the mark of a single amount or of a range; `unit` is what its unit was settled to be."""
    first, last = group[0], group[1] or group[0]
    hedge = first.hedge
    per_share = first.per_share or last.per_share
    value = first.value / 10 if first.unit == "fils" and unit in OF_A_DINAR else first.value
    low: Decimal | None = value
    high: Decimal | None = value
    if last is not first:
        low, high = min(value, last.value), max(value, last.value)
        value = _middle(first, low, high)
    else:
        if bound := _BOUND.match(folded, right):
            hedge = "at most" if bound["down"] else "at least"
            right = bound.end()
            if per := per_share_pattern().match(folded, right):
                right, per_share = per.end(), True
        low = None if hedge == "at most" else low
        high = None if hedge == "at least" else high
    return Quantity(
        span=Span(first.start, last.end),
        extent=Span(first.left, right),
        kind=first.kind,
        unit=unit,
        value=value,
        low=low,
        high=high,
        per_share=per_share,
        scaled=first.scaled or last.scaled,
        signed=first.signed or last.signed,
        noun=last.noun or first.noun,
        approx=_APPROX[hedge] if hedge else None,
    )


def _middle(first: Amount, low: Decimal, high: Decimal) -> Decimal:
    middle = (low + high) / 2
    return middle.to_integral_value() if first.scale != ONE and middle == middle.to_integral_value() else middle


def find_figures(folded: str, *, dollar: str = "USD", decimal_comma: bool = False) -> list[Quantity]:
    """
    Return every quantity of a folded text, in order and without overlaps.

    >>> [(str(q.value), q.unit) for q in find_figures("Acme earned $1.58 a share on sales of 3.5 billion yuan ($540 million).")]
    [('1.58', 'USD'), ('3500000000', 'CNY')]
    """
    amounts = [amount for amount in read_amounts(folded, decimal_comma=decimal_comma) if is_quantity(amount, folded)]
    amounts = paired(amounts, folded)
    groups = [g for g in group_ranges(without_rates(amounts, folded), folded) if g[1] or stands_alone(g[0], folded)]
    settle = settler(folded, dollar, amounts, money_of_commas(dollar) if decimal_comma else None)
    quantities: list[Quantity] = []
    echoed: set[tuple[str, Decimal]] = set()
    at = 0
    while at < len(groups):
        group = groups[at]
        taken = 1
        right, echoes = echo_end(group, groups[at + 1 : at + 6], folded)
        taken += echoes
        echoed |= {(settle(echo.unit), echo.value) for echo, end in groups[at + 1 : at + taken] if end is None and echo.scaled}
        per_share = per_share_pattern().match(folded, right) if echoes else None
        if per_share:
            right = per_share.end()
        unit = group[0].unit
        said = said_nearby(folded, quantities, unit, Span(group[0].left, right))
        quantity = _quantity(group, right, folded, said or settle(unit))
        if per_share:
            quantity = quantity._replace(per_share=True)
        following = groups[at + taken][0] if at + taken < len(groups) else None
        near = following is not None and group[1] is None and following.left - right < _FARTHEST
        link = _PLUS_MINUS.fullmatch(folded, right, following.left) if following and near else None
        if following and link and (reach := _tolerance(group[0], following)) is not None:
            value = group[0].value
            quantity = quantity._replace(low=value - reach, high=value + reach)
            if not link["when"]:  # else the words of the period stay outside the figure
                quantity = quantity._replace(
                    span=Span(quantity.span.start, following.end), extent=Span(quantity.extent.start, following.right)
                )
            taken += 1
        quantities.append(quantity)
        at += taken
    return _without_echoed(quantities, echoed) if echoed else quantities


def _without_echoed(quantities: list[Quantity], echoed: set[tuple[str, Decimal]]) -> list[Quantity]:
    """Leave out a sum that is told by itself in the reader's money, as in a title; none in the money reckoned in."""
    reckoned = Counter(q.unit for q in quantities if q.kind == "money").most_common(1)
    main = reckoned[0][0] if reckoned else ""
    return [q for q in quantities if q.unit == main or (q.unit, q.value) not in echoed]
