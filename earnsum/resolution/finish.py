"""
Finishing: drafts become the record's rows.

Here marks turn into figures: units that the text leaves out are filled in, and
what a bound means in an outlook is settled.
"""

from decimal import Decimal
from typing import NamedTuple, overload

from earnsum.grammar.fitting import VEHICLES
from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.told import Fact
from earnsum.model import Change, Figure, Revision, Row, Verdict
from earnsum.patterns import regex
from earnsum.resolution.drafts import Draft
from earnsum.text.marks import Quantity, divided

_COUNTED = frozenset({"users", "subscribers", "subscriber_adds", "deliveries", "production", "headcount", "stores", "orders"})
"""Metrics whose figure is a number of things though the text names none ("deliveries rose to 50,000")."""

_WHOLE = 1000


class Resolved(NamedTuple):
    """A row without surprise and verdict, what the text says of it in words, and by how much (see `verdict`)."""

    row: Row
    said: Verdict | None
    gap: Fact | None
    gap_text: str = ""
    named: bool = False
    mismatch: bool = False


def finish(draft: Draft, text: str, money: str) -> Resolved:
    """Return a draft as a row; `money` is the currency of figures that name none."""
    if _is_count(draft):
        draft.metric, draft.scope = "deliveries", None if draft.scope in VEHICLES else draft.scope
    actual = _figure(draft.actual, text, draft, money)
    if draft.guidance and actual is not None and actual.approx == "over" and actual.low == actual.high:
        actual = actual._replace(high=None)
    previous = _figure(draft.previous, text, draft, money)
    row = Row(
        metric=draft.metric,
        basis=draft.basis,
        shares=draft.actual.shares if draft.actual is not None else None,
        scope=draft.scope,
        period=None if draft.metric in DECLARED and draft.period is None else draft.kind,
        period_label=draft.period.label if draft.period is not None else None,
        actual=actual,
        estimate=_figure(draft.estimate, text, draft, money),
        prior=_figure(draft.prior, text, draft, money),
        change=_change(draft.change, text),
        previous=previous if draft.guidance else None,
        revision=_revision(draft, actual, previous),
        span=draft.sentence,
        shapes=tuple(draft.shapes),
    )
    mismatch = draft.estimate is not None and {draft.basis, draft.estimate.basis} == {"gaap", "adjusted"}
    gap_text = draft.gap.figure.span.of(text) if draft.gap is not None and draft.gap.figure is not None else ""
    named = draft.estimate is not None and draft.estimate.named
    return Resolved(row, draft.said, draft.gap, gap_text, named, mismatch)


_MANY = 1_000_000_000
"""As many vehicles nobody sells: a sum so large is one of money, though no currency is named."""
_GADGETS = frozenset(
    "phone phones smartphone smartphones handset handsets tablet tablets console consoles pc pcs laptop laptops headset headsets"
    " smartwatch smartwatches e-reader e-readers".split()
)
"""What is sold by the million too, and tells of a part ("tablet sales fell to 3.2 million")."""


def _is_count(draft: Draft) -> bool:
    """Tell sales of vehicles or gadgets in number ("car sales rose to 2.4 million") from what they brought in."""
    figure, sold = draft.figure, (draft.scope or "").rpartition(" ")[2]
    counted = draft.metric == "revenue" and (draft.scope in VEHICLES or sold in _GADGETS)
    return counted and figure is not None and not figure.unit and figure.value < _MANY


def _revision(draft: Draft, actual: Figure | None, previous: Figure | None) -> Revision | None:
    """Return what was done to an outlook: as the words say, else as its old and new figures show."""
    if not draft.guidance or draft.actual is None:
        return None
    said = draft.actual.revision
    if actual is None or previous is None or draft.previous is None or actual.unit != previous.unit:
        return said
    if said is not None and (said != "kept" or draft.previous.index != draft.actual.index):
        return said  # but "raised to 5 million from 4, and kept the dividend"
    if actual.value == previous.value:
        return "kept" if (actual.low, actual.high) == (previous.low, previous.high) else None  # a range made narrower
    return "raised" if actual.value > previous.value else "lowered"


def _figure(fact: Fact | None, text: str, draft: Draft, money: str) -> Figure | None:
    """Return a fact's figure as the record has it."""
    if fact is None or fact.figure is None:
        return None
    quantity = _as_it_stands_against(fact.figure, draft, text)
    before = draft.prior.figure if draft.prior is not None and quantity.kind == "bare" and quantity.scaled else None
    unit = quantity.unit or (draft.figure.unit if draft.figure is not None else "") or (before.unit if before is not None else "")
    if not unit:
        # "orders of 5 million" are so many euros in a story told in these; where sums have a sign, as dollars do, they are counted
        counted = draft.metric in _COUNTED and not (draft.metric == "orders" and quantity.scaled and money != "USD")
        unit = "count" if counted else "%" if draft.metric.endswith("margin") else money
        unit = "USD" if unit == money and _IN_DOLLARS.match(text, *fact.sentence) else unit
    return Figure(
        value=tidy(quantity.value),
        low=tidy(quantity.low),
        high=tidy(quantity.high),
        unit=unit,
        approx=quantity.approx,
        by=fact.by,
        analysts=fact.analysts,
        text=quantity.span.of(text),
        span=quantity.span,
    )


def _as_it_stands_against(quantity: Quantity, draft: Draft, text: str) -> Quantity:
    """
    Return a number with the coin, or the scale, of the figure that it stands against, which it leaves out.

    "91 cents versus 84 expected"; "revenue of 4.1 billion, while analysts had expected 3.9".
    """
    own = draft.figure
    if quantity.kind != "bare" or own is None or abs(quantity.value) < 1:
        return quantity
    if draft.metric == "eps":
        return divided(quantity, 100) if _CENTS.search(own.span.of(text)) else quantity
    if not own.scaled or quantity.scaled or own.kind == "percent":
        return quantity
    scale = next((ten for ten in _SCALES if _LEAST_SHARE <= abs(own.value) / (abs(quantity.value) * ten) <= _MOST_TIMES), None)
    return divided(quantity, 1 / scale) if scale is not None else quantity


_IN_DOLLARS = regex.compile(r"(?:[A-Z][a-z]++, )?[Ii]n (?:U\.?S\.? )?dollar terms,? ")
"""``In dollar terms, sales rose 3% to 1,287 million``, in a story that is told in rupees"""
_SCALES = tuple(Decimal(1000) ** times for times in (1, 2, 3, 4))
_LEAST_SHARE, _MOST_TIMES = Decimal("0.2"), 5
_CENTS = regex.compile(r"[0-9](?: |-)?(?:cents?|c|¢|p|pence)\b")


def _change(fact: Fact | None, text: str) -> Change | None:
    if fact is None or fact.figure is None:
        return None
    return Change(pct=fact.figure.value, kind=fact.change_kind, text=fact.figure.span.of(text), span=fact.figure.span)


@overload
def tidy(value: Decimal) -> Decimal: ...
@overload
def tidy(value: None) -> None: ...
def tidy(value: Decimal | None) -> Decimal | None:
    """
    Return a value without the zeros that a scale word left behind; an amount keeps the places that it is written with.

    >>> str(tidy(Decimal("28600000000.0"))), str(tidy(Decimal("1.50")))
    ('28600000000', '1.50')
    """
    if value is None or abs(value) < _WHOLE or value != value.to_integral_value():
        return value
    return value.quantize(Decimal(1))


_DIGITS = regex.compile(r"[0-9][0-9,]*+(?:\.[0-9]++)?")


def half_step(figure: Figure) -> Decimal:
    """
    Return how far a figure may be from what it stands for: half of one in the last place that is printed.

    >>> from earnsum.model import Span
    >>> text, value = "$44.2 million", Decimal(44_200_000)
    >>> int(half_step(Figure(value=value, low=value, high=value, unit="USD", text=text, span=Span(0, 13))))
    50000
    """
    found = _DIGITS.search(figure.text)
    printed = Decimal(found.group().replace(",", "")) if found else Decimal(0)
    places = printed.as_tuple().exponent
    if not printed or not isinstance(places, int):
        return Decimal(0)
    return abs(figure.value) / printed * Decimal(10) ** places / 2
