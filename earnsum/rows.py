"""
Flat rows: a summary as a list of dicts with fixed columns.

Nested records go badly into spreadsheets, SQL and data frames, so there is one
flat form, kept here once: CSV, Arrow and data frames all take its columns.  A row
of the record is one dict; every column is always there, null or not.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from earnsum.model import SCHEMA_ID, Figure, Row, Summary

ColumnType = Literal["string", "integer", "decimal", "boolean"]


class Column(NamedTuple):
    """A column of the flat rows: its name, its type, and what stands in it."""

    name: str
    type: ColumnType
    meaning: str


_ROLES = {
    "actual": "the reported figure; in guidance, the company's outlook",
    "estimate": "what analysts expected",
    "prior": "the figure of a year ago",
    "previous": "the company's outlook until now (guidance only)",
}


def _figure_columns(role: str, who: str) -> Iterator[Column]:
    yield Column(role, "decimal", f"{who}, in base units (a range: its midpoint)")
    yield Column(f"{role}_low", "decimal", f"{who}: lower end")
    yield Column(f"{role}_high", "decimal", f"{who}: upper end")
    yield Column(f"{role}_unit", "string", f"{who}: ISO 4217 code, % or count")
    yield Column(f"{role}_derived", "boolean", f"{who}: computed from a stated difference")
    yield Column(f"{role}_approx", "string", f"{who}: about, over or under")
    if role == "estimate":
        yield Column("estimate_by", "string", "who the estimate is from")
        yield Column("estimate_analysts", "integer", "how many analysts")
    yield Column(f"{role}_text", "string", f"{who}: as written")
    yield Column(f"{role}_start", "integer", f"{who}: where it begins in the text, in code points")
    yield Column(f"{role}_end", "integer", f"{who}: where it ends, exclusive")


COLUMNS: tuple[Column, ...] = (
    Column("schema", "string", "name and version of the record"),
    Column("source", "string", "the input, as given; - is standard input"),
    Column("item", "integer", "which company of a round-up, from 1"),
    Column("language", "string", "the article's language"),
    Column("title", "string", "the article's title"),
    Column("published", "string", "date of publication, YYYY-MM-DD"),
    Column("company", "string", "who reported"),
    Column("ticker", "string", "ticker as the text gives it"),
    Column("exchange", "string", "exchange as the text gives it"),
    Column("main_period", "string", "kind of the main period"),
    Column("main_period_label", "string", "the main period as the text names it"),
    Column("main_period_end", "string", "its last month, YYYY-MM"),
    Column("fiscal_year", "integer", "fiscal year, only as stated"),
    Column("fiscal_period", "string", "fiscal period, only as stated"),
    Column("section", "string", "results or guidance"),
    Column("position", "integer", "place within its section, from 1"),
    Column("metric", "string", "what is measured"),
    Column("basis", "string", "adjusted or gaap"),
    Column("shares", "string", "basic or diluted"),
    Column("scope", "string", "segment, product or region; null = the whole company"),
    Column("period", "string", "kind of the row's period"),
    Column("period_label", "string", "the row's period as the text names it"),
    *(column for role, who in _ROLES.items() for column in _figure_columns(role, who)),
    Column("change_pct", "decimal", "change as stated, in percent, against a year ago unless change_kind is sequential"),
    Column("change_kind", "string", "constant_currency, organic, like_for_like or sequential"),
    Column("change_text", "string", "the change as written"),
    Column("change_start", "integer", "where the change begins in the text"),
    Column("change_end", "integer", "where the change ends, exclusive"),
    Column("surprise", "decimal", "actual minus estimate"),
    Column("surprise_pct", "decimal", "the surprise in percent of the estimate"),
    Column("verdict", "string", "beat, miss or in_line"),
    Column("verdict_from", "string", "figures or words"),
    Column("revision", "string", "what became of the outlook (guidance only)"),
    Column("start", "integer", "where the sentence of the row begins in the text"),
    Column("end", "integer", "where that sentence ends, exclusive"),
)

COLUMN_NAMES = tuple(column.name for column in COLUMNS)


def flat_rows(summary: Summary) -> list[dict[str, Any]]:
    """Return a dict for each row of the summary, results first; numbers are `Decimal` or `int`."""
    sections = (("results", summary.results), ("guidance", summary.guidance))
    return [_flat(summary, section, position, row) for section, rows in sections for position, row in enumerate(rows, start=1)]


def _flat(summary: Summary, section: str, position: int, row: Row) -> dict[str, Any]:
    company, period, change = summary.company, summary.period, row.change
    flat: dict[str, Any] = {
        "schema": SCHEMA_ID,
        "source": summary.source,
        "item": summary.item,
        "language": summary.language,
        "title": summary.title,
        "published": summary.published,
        "company": company.name,
        "ticker": company.ticker,
        "exchange": company.exchange,
        "main_period": period.kind,
        "main_period_label": period.label,
        "main_period_end": period.end,
        "fiscal_year": period.fiscal_year,
        "fiscal_period": period.fiscal_period,
        "section": section,
        "position": position,
        "metric": row.metric,
        "basis": row.basis,
        "shares": row.shares,
        "scope": row.scope,
        "period": row.period,
        "period_label": row.period_label,
    }
    for role in _ROLES:
        flat |= _flat_figure(role, getattr(row, role))
    return flat | {
        "change_pct": change and change.pct,
        "change_kind": change and change.kind,
        "change_text": change and change.text,
        "change_start": change and change.span.start,
        "change_end": change and change.span.end,
        "surprise": row.surprise and row.surprise.amount,
        "surprise_pct": row.surprise and row.surprise.pct,
        "verdict": row.verdict,
        "verdict_from": row.verdict_from,
        "revision": row.revision,
        "start": row.span.start,
        "end": row.span.end,
    }


def _flat_figure(role: str, figure: Figure | None) -> dict[str, Any]:
    names = [column.name for column in _figure_columns(role, "")]
    if figure is None:
        return dict.fromkeys(names)
    values: list[Decimal | str | int | bool | None]
    values = [figure.value, figure.low, figure.high, figure.unit, figure.derived, figure.approx]
    if role == "estimate":
        values += [figure.by, figure.analysts]
    values += [figure.text, figure.span.start, figure.span.end]
    return dict(zip(names, values, strict=True))
