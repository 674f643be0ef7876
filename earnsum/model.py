"""
The record: what a summary of an earnings article holds.

This is the public vocabulary of the project, and the lowest layer: everything
else produces or shows these objects.  They are frozen, so a summary that was
handed out never changes; they are named tuples,
because data classes take five times as long to define, which every start of the
program pays, and three times as long to make.  Money and percentages are `Decimal`; spans are
half-open code point ranges into the article's text.
"""

# Annotations are no strings here, nor wherever named tuples are: typing would compile each of them anew at every start.
from decimal import Decimal
from typing import Any, Literal, NamedTuple

SCHEMA_ID = "earnsum/1"

METRICS = (
    "eps", "revenue", "net_income", "operating_income", "pretax_income", "gross_profit", "gross_margin",
    "operating_margin", "net_margin", "ebitda", "ebitda_margin", "free_cash_flow", "operating_cash_flow",
    "capex", "same_store_sales", "bookings", "billings", "arr", "backlog", "orders", "dividend", "buyback",
    "gmv", "users", "subscribers", "subscriber_adds", "deliveries", "production", "ffo",
    "net_interest_income", "net_interest_margin", "provisions", "aum", "cash", "debt", "headcount", "stores",
    "tax_rate", "charge",
)  # fmt: skip
"""The closed list of metrics; anything else is written ``other:<name>``."""

Basis = Literal["adjusted", "gaap"]
Shares = Literal["basic", "diluted"]
PeriodKind = Literal["quarter", "half", "nine_months", "year", "month"]
Verdict = Literal["beat", "miss", "in_line"]
VerdictFrom = Literal["figures", "words"]
Revision = Literal["raised", "lowered", "kept", "first", "withdrawn"]
Approx = Literal["about", "over", "under"]
ChangeKind = Literal["constant_currency", "organic", "like_for_like", "sequential"]


class Span(NamedTuple):
    """The code points ``[start, end)`` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]


class Figure(NamedTuple):
    """
    A figure as the article states it, in base units (dollars, not millions).

    A range gives its midpoint as `value`; "at least X" has no `high`, "up to X" no `low`.
    `unit` is an ISO 4217 code, ``%`` or ``count``.  `derived` figures were computed from a stated difference.
    """

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    derived: bool = False
    approx: Approx | None = None
    by: str | None = None
    analysts: int | None = None
    text: str = ""
    span: Span = Span(0, 0)


class Change(NamedTuple):
    """A change as stated, in percent (5 is 5 %), down = negative; against a year ago unless `kind` says otherwise."""

    pct: Decimal
    kind: ChangeKind | None = None
    text: str = ""
    span: Span = Span(0, 0)


class Surprise(NamedTuple):
    """Actual minus estimate, and that in percent of the estimate's size (None where the estimate is 0)."""

    amount: Decimal
    pct: Decimal | None


class Row(NamedTuple):
    """
    One metric of one scope and period: what was reported (or guided to) and what it is compared with.

    `span` is the sentence or bullet that the row rests on.  `shapes` names the phrase shapes by which it was read, for
    ``--explain``; it is no part of the record.
    """

    metric: str
    basis: Basis | None = None
    shares: Shares | None = None
    scope: str | None = None
    period: PeriodKind | None = None
    period_label: str | None = None
    actual: Figure | None = None
    estimate: Figure | None = None
    prior: Figure | None = None
    change: Change | None = None
    surprise: Surprise | None = None
    verdict: Verdict | None = None
    verdict_from: VerdictFrom | None = None
    previous: Figure | None = None
    revision: Revision | None = None
    span: Span = Span(0, 0)
    shapes: tuple[str, ...] = ()


class Company(NamedTuple):
    """Who reported; ticker and exchange as the text gives them."""

    name: str | None = None
    ticker: str | None = None
    exchange: str | None = None


class Period(NamedTuple):
    """The main reported period; `end` is ``YYYY-MM``; the fiscal fields only as the text states them, never inferred."""

    kind: PeriodKind | None = None
    label: str | None = None
    end: str | None = None
    fiscal_year: int | None = None
    fiscal_period: str | None = None


class Caveat(NamedTuple):
    """An entry of the record's ``warnings``: a stable code, a sentence for people, and where in the text."""

    code: str
    message: str
    span: Span | None = None


class Summary(NamedTuple):
    """All that one article (or one item of a round-up) says about a company's results."""

    source: str = "-"
    item: int | None = None
    language: str = "en"
    title: str | None = None
    published: str | None = None
    company: Company = Company()
    period: Period = Period()
    results: tuple[Row, ...] = ()
    guidance: tuple[Row, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    text: str = ""

    def record(self, *, with_text: bool = False) -> dict[str, Any]:
        """Return the ``earnsum/1`` record as plain JSON types: decimals as strings, spans as two-element lists."""
        body = {"schema": SCHEMA_ID, **_plain(self)}
        if not with_text:
            del body["text"]
        return body

    def rows(self) -> list[dict[str, Any]]:
        """Return the flat rows, for data frames and tables: a dict a row, every column always there (see `earnsum.rows`)."""
        from earnsum.rows import flat_rows  # noqa: PLC0415 - what shows a summary stands above it

        return flat_rows(self)

    def __repr__(self) -> str:
        """
        Say on one line whose results these are and how many; article text is quoted, so that a terminal is safe from it.

        >>> Summary(company=Company(name="Acme"), period=Period(kind="quarter", label="first quarter"))
        <Summary 'Acme', 'first quarter': 0 results, 0 outlooks, 0 warnings>
        """
        who = ", ".join(repr(said) for said in (self.company.name or self.source, self.period.label) if said)
        counts = (("result", self.results), ("outlook", self.guidance), ("warning", self.warnings))
        return f"<Summary {who}: {', '.join(f'{len(found)} {name}' + 's' * (len(found) != 1) for name, found in counts)}>"

    def _repr_html_(self) -> str:
        """Return the tables as HTML, which is how a notebook shows a summary."""
        from earnsum.render.html import fragment  # noqa: PLC0415 - what shows a summary stands above it

        return fragment(self)


_HIDDEN = frozenset({"shapes"})


def _plain(value: Any) -> Any:
    """Turn a model object into JSON types."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        if names is None:
            return [_plain(item) for item in value]
        return {name: _plain(item) for name, item in zip(names, value, strict=True) if name not in _HIDDEN}
    return value
