"""
Marks: what was seen in the text, and where.

Stages before this one work on characters, stages after it on marks.  Figures,
periods and cue words are all marks, so the rule for overlaps is written once, here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from earnsum.model import Approx, PeriodKind, Span

Kind = Literal["money", "percent", "points", "count", "bare"]
"""What a figure measures: money, a rate, a difference of rates (points), a number of things, or a number without a unit."""

When = Literal["year_ago", "previous", "other_year", "next"]
"""How a period stands to the reported one: a year before, the one just before, some other year, or yet to come."""


class Mark(Protocol):
    """One thing seen in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


class Quantity(NamedTuple):
    """
    A figure: its value in base units, its unit, and how it is written.

    `span` is the figure itself ("$1.58", "EUR 13.1 mn", "5% to 7%"); `extent` also holds what belongs to it and
    says nothing new ("per share", "(US$885 million)").  `unit` is an ISO 4217 code, ``%``, ``count`` or "" (bare).
    """

    span: Span
    extent: Span
    kind: Kind
    unit: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    per_share: bool = False
    scaled: bool = False
    signed: bool = False
    noun: str | None = None
    approx: Approx | None = None

    @property
    def is_range(self) -> bool:
        """Whether two ends, or only one, are stated."""
        return self.low != self.high


class PeriodMark(NamedTuple):
    """A period named in the text: "the fourth quarter of 2008", "fiscal 2022"; `reported`: it is said to be that one."""

    span: Span
    kind: PeriodKind | None
    label: str
    year: int | None = None
    fiscal: bool = False
    fiscal_period: str | None = None
    end: str | None = None
    when: When | None = None
    reported: bool = False


LONG_TERM = "long term"
"""What a period of years to come is called, of which the next outlook is not."""

M = TypeVar("M", bound=Mark)


def cover(marks: Iterable[M]) -> Iterator[M]:
    """
    Choose marks that do not overlap: leftmost first, then longest.

    Longest wins so that "earnings per share" is not read as "earnings".

    >>> long, short = (PeriodMark(span=Span(0, end), kind=None, label="") for end in (18, 8))
    >>> list(cover([short, long])) == [long]
    True
    """
    end = 0
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if mark.span.start >= end:
            yield mark
            end = mark.span.end


_ROUNDED = Decimal("0.97")


def is_clearly_less(value: Decimal, level: Decimal) -> bool:
    """Tell a sum that is less than a level, and not that level again, told with fewer digits."""
    return level * _ROUNDED > value > 0


def within(marks: Sequence[M], span: Span) -> Sequence[M]:
    """Return the marks that begin in a span, from marks in the order of the text."""
    tuples: Any = marks  # whose first field is the span, with its start: no key is as quick
    first = bisect_left(tuples, ((span.start,),))
    return marks[first : bisect_left(tuples, ((span.end,),), lo=first)] if first < len(marks) else ()


def divided(figure: Quantity, by: int | Decimal) -> Quantity:
    """Return a figure by so much smaller, with its ends."""
    low, high = (end if end is None else end / by for end in (figure.low, figure.high))
    return figure._replace(value=figure.value / by, low=low, high=high)


def negative(figure: Quantity) -> Quantity:
    """Return a figure as a loss: its ends change places with their signs."""
    low = None if figure.high is None else -abs(figure.high)
    high = None if figure.low is None else -abs(figure.low)
    return figure._replace(value=-abs(figure.value), low=low, high=high)
