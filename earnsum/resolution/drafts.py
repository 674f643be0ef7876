"""
Drafts: rows in the making.

A draft is opened by a figure that was reported (or guided to) and gathers the
facts that belong to it.  The only mutable objects of the program live and die
between `resolve` and `finish`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from operator import itemgetter

from earnsum.grammar.metrics import MARGINS
from earnsum.grammar.tokens import figure_tag
from earnsum.grammar.told import Fact
from earnsum.model import Basis, PeriodKind, Span, Verdict
from earnsum.text.marks import PeriodMark, Quantity, negative

PROFITS = frozenset({"net_income", "operating_income", "pretax_income", "ebitda"})
"""Metrics that "profit" or "loss" may stand for when the text has already named one of them."""

LEAD = 2
"""Sentences of a title and lead, where a figure is often rounded."""

IN_MONEY = PROFITS | {"eps", "revenue", "gross_profit", "free_cash_flow", "operating_cash_flow", "dividend", "capex"}
"""Metrics that no number of shops or staff is set beside, also where only their growth is told."""

ROUNDING = Decimal("0.005")
LOOSELY = Decimal("0.05")
"""How far, as a share, a figure may be from the exact one: one of the lead, and one that is said to be rounded ("nearly")."""


class Draft:
    """
    A row in the making: what opened it, and what was given to it.

    `again`: where its figure is told again, sentence → place; `moved`: in which sentences only its change is.
    """

    def __init__(self, opener: Fact) -> None:
        """Begin a row as what a fact is said of."""
        self.metric: str = opener.metric or ""
        self.index: int = opener.index
        self.at: int = opener.at
        self.sentence: Span = opener.sentence
        self.basis: Basis | None = opener.basis
        self.scope: str | None = opener.scope
        self.period: PeriodMark | None = opener.period
        self.kind: PeriodKind | None = opener.kind
        self.actual: Fact | None = None
        self.estimate: Fact | None = None
        self.prior: Fact | None = None
        self.change: Fact | None = None
        self.gap: Fact | None = None
        self.previous: Fact | None = None
        self.said: Verdict | None = None
        self.guidance = False
        self.shapes: list[str] = []
        self.again: dict[int, int] = {}
        self.moved: set[int] = set()

    def place(self, index: int) -> tuple[int, int]:
        """Return the sentence nearest to a given one that tells this row, and the place in it."""
        if not self.again:
            return self.index, self.at
        told = {self.index: self.at, **self.again}
        nearest = min(told, key=lambda i: (i > index, abs(i - index)))
        return nearest, told[nearest]

    def take(self, role: str, fact: Fact) -> None:
        """Give a fact to this row, and remember the shape that read it."""
        setattr(self, role, fact)
        self.note(fact)

    def note(self, fact: Fact) -> None:
        """Remember a shape that this row rests on."""
        if fact.shape not in self.shapes:
            self.shapes.append(fact.shape)

    @property
    def figure(self) -> Quantity | None:
        """The reported figure."""
        return self.actual.figure if self.actual is not None else None

    @property
    def is_rate(self) -> bool:
        """Whether the reported figure is itself a rate."""
        return self.figure is not None and self.figure.unit == "%"

    @property
    def is_unmoved(self) -> bool:
        """Whether no change has been told of it, or only one against the quarter before, which one against a year ago replaces."""
        return self.change is None or self.change.change_kind == "sequential"

    @property
    def is_compared(self) -> bool:
        """Whether an expectation has been set against it, in figures or in words."""
        return self.estimate is not None or self.gap is not None or self.said is not None


def new_draft(fact: Fact, role: str | None = None) -> Draft:
    """Return a row for what a fact is said of, holding the fact in `role`."""
    draft = Draft(fact)
    if role is not None:
        draft.take(role, fact)
    return draft


def open_draft(drafts: list[Draft], fact: Fact, *, guidance: bool = False) -> None:
    """Add a row for a fact's figure, unless one states it already."""
    for draft in drafts:
        if draft.actual is None:
            continue
        if _is_rounded(draft, fact) or _is_bound(draft, fact) or _is_put_otherwise(draft, fact):
            draft.take("actual", fact)
            draft.basis = draft.basis or fact.basis
            draft.again[fact.index] = fact.at
            return
        told = _is_same(draft, fact) or _is_midpoint(draft, fact) or _rounds(draft, fact) or _is_mark_passed(draft, fact)
        if told and not _is_reported_beside(drafts, draft, fact):
            draft.basis = draft.basis or fact.basis
            draft.scope = draft.scope or fact.scope
            draft.note(fact)
            draft.again.setdefault(fact.index, fact.at)
            return
    draft = new_draft(fact, "actual")
    draft.guidance = guidance
    drafts.append(draft)


def _is_put_otherwise(draft: Draft, fact: Fact) -> bool:
    """Tell a sum that the lead put into readers' money ("profit rises to $432m"; "it was Dh1.59 billion ($433 million)")."""
    mine, other = draft.figure, fact.figure
    if draft.index >= LEAD or mine is None or other is None or not (mine.scaled and other.scaled and mine.kind == other.kind):
        return False
    again = other.extent.end > other.span.end and mine.extent == mine.span and mine.unit != other.unit
    return again and (draft.metric, draft.scope, draft.kind, draft.basis) == (fact.metric, fact.scope, fact.kind, fact.basis)


def open_margin(drafts: list[Draft], fact: Fact) -> None:
    """Add a row for a profit's share of sales, told behind the profit."""
    told = ((d.at if d.index == fact.index else d.again.get(fact.index, fact.at), d) for d in drafts if d.metric in MARGINS)
    profits = [(at, profit) for at, profit in told if at < fact.at]
    if profits:
        _, profit = max(profits, key=itemgetter(0))
        if profit.figure is not None and profit.figure.value < 0 and fact.figure is not None:
            fact = fact._replace(figure=negative(fact.figure))
        open_draft(drafts, fact._replace(metric=MARGINS[profit.metric], basis=profit.basis, scope=profit.scope))


def is_told_again(guidance: Sequence[Draft], fact: Fact) -> bool:
    """Tell whether a growth rate only says again what a level of its sentence just said ("EPS of $4, up 5%")."""
    if fact.figure is None or fact.figure.kind != "percent":
        return False
    return any(
        d.index == fact.index
        and (d.metric == fact.metric or (fact.generic and (d.metric == "eps" or d.metric in PROFITS)))
        and (d.kind == fact.kind or None in (d.period, fact.period))
        and d.figure is not None
        and d.figure.kind != "percent"
        for d in guidance
    )


def unit_fits(draft: Draft, figure: Quantity) -> bool:
    """Tell whether a figure can be set beside a draft's own."""
    if draft.figure is None:
        return figure.kind != "count" or draft.metric not in IN_MONEY
    mine, other = figure_tag(draft.figure), figure_tag(figure)
    if "%" in (mine, other):
        return mine == other
    if {mine, other} == {"#", "$"}:
        return not (draft.figure.unit and figure.unit) or draft.figure.unit == figure.unit
    return mine == other or "d" in (mine, other)


def _agrees(draft: Draft, fact: Fact) -> bool:
    """Tell whether nothing says that two figures are of different things; small rates of two parts are often alike."""
    return (
        draft.metric == fact.metric
        and (draft.kind == fact.kind or draft.metric == "dividend" or (draft.guidance and None in (draft.period, fact.period)))
        and (draft.basis == fact.basis or not draft.basis or not fact.basis)
        and (_is_one_part(draft.scope, fact.scope) or not ((draft.scope and fact.scope) or draft.metric == "same_store_sales"))
    )


def _is_one_part(one: str | None, other: str | None) -> bool:
    """Tell a part's name from another's; it may have fewer words the second time ("postpaid phone", "postpaid wireless phone")."""
    if one == other or not (one and other):
        return one == other
    mine, its = set(one.split()), set(other.split())
    return len(mine & its) > 1 and (mine < its or its < mine)


def _is_same(draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure has been stated before."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or not _agrees(draft, fact):
        return False
    same_unit = old.unit == new.unit or not {old.unit, new.unit}.isdisjoint(("", "count"))
    return (old.low, old.high) == (new.low, new.high) and same_unit


def _is_midpoint(draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure is the middle of an outlook's range told before ("$2.50 to $2.60, with the midpoint of $2.55")."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or not (draft.guidance and old.is_range and _agrees(draft, fact)):
        return False
    return not new.is_range and new.unit == old.unit and new.value == old.value


def _is_reported_beside(drafts: Sequence[Draft], draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure was told as the share of a net income ("$971 million, or $2.10 a share"), and is now told adjusted."""
    if fact.basis != "adjusted" or draft.basis is not None or draft.index == fact.index:
        return False
    return any(d is not draft and d.index == draft.index and d.metric == "net_income" for d in drafts)


def _is_bound(draft: Draft, fact: Fact) -> bool:
    """Tell whether the bound, or the best, of an outlook in the title ("up to $815 million") is an end of the range told now."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or draft.index or not new.is_range or not _agrees(draft, fact):
        return False
    one_end = None in (old.low, old.high) or (draft.guidance and not old.is_range)
    return one_end and old.value in (new.low, new.high)


def _is_rounded(draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure of the title or lead is the new one rounded ("$6.64 billion" of $6.644 billion)."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or fact.index == draft.index or draft.again:  # told again as it was, it is exact
        return False
    loosely = (old.approx is not None and new.approx is None) or (draft.index == 0 and _digits(old) == 1)
    if draft.index >= LEAD and not loosely:
        return False
    if not (_agrees(draft, fact) and draft.scope == fact.scope and old.scaled and new.scaled) or old.is_range or new.is_range:
        return False
    off = abs(old.value - new.value)
    if _digits(new) < _digits(old) or not off:
        return False
    more = (
        old.approx == "over" and new.approx is None and abs(new.value) > abs(old.value)
    )  # "more than $5 billion" of $5.36 billion
    if draft.index < LEAD and _digits(old) > 1 and round_to(new.value, _digits(old)) == old.value:
        return True  # "after reporting a $48 million profit", which was $47.6 million
    last = Decimal(1).scaleb(old.value.adjusted() + 1 - _digits(old))
    cut = (more or (draft.index == 0 and _digits(old) > 1)) and off < last  # RM27m of RM27.4m
    return cut or off <= abs(new.value) * (LOOSELY if loosely else ROUNDING)


def _rounds(draft: Draft, fact: Fact) -> bool:
    """Tell whether a figure is one told before, rounded: "£1.6 billion" of £1,555.9m, with fewer digits but more than one."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or old.is_range or new.is_range or fact.role != "actual" or new.unit in ("%", "count", ""):
        return False
    if not (_agrees(draft, fact) and draft.scope == fact.scope and old.unit == new.unit and old.scaled and new.scaled):
        return False
    places = _digits(new)
    return 1 < places < _digits(old) and new.value == round_to(old.value, places)


def _is_mark_passed(draft: Draft, fact: Fact) -> bool:
    """Tell the round sum that a figure told before is on the other side of ("its profit surpassed the 1 trillion won mark")."""
    old, new = draft.figure, fact.figure
    if old is None or new is None or draft.guidance or fact.index == draft.index or old.unit != new.unit or _digits(new) > 1:
        return False
    if not (_agrees(draft, fact) and draft.scope == fact.scope and draft.basis == fact.basis and new.scaled):
        return False
    return (new.approx == "over" and old.value >= new.value > old.value / 2) or (
        new.approx == "under" and old.value <= new.value < old.value * 2
    )


def round_to(value: Decimal, places: int) -> Decimal:
    """
    Return a value with so many digits.

    >>> str(round_to(Decimal("1555900000"), 2))
    '1.6E+9'
    """
    return Context(prec=places, rounding=ROUND_HALF_UP).plus(value)


def _digits(figure: Quantity) -> int:
    """Return how many digits say a figure's size: 1 of "$1 billion", 3 of "$965 million"."""
    return len(figure.value.normalize().as_tuple().digits)
