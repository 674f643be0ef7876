"""
Statements: what the tables of an article say of its company's results.

Of all that a press release prints below its text only what a summary holds is taken: the rows that name a metric, of the
period that was just reported, with the figure of a year ago beside it.  What a company owns and owes is no result, and
neither are other quarters, adjustments and weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from earnsum.model import Basis, Figure, Period, PeriodKind, Row, Shares
from earnsum.patterns import regex
from earnsum.tables.captions import Caption, read_caption
from earnsum.tables.cells import Scale
from earnsum.tables.columns import Column, kind_of
from earnsum.tables.figures import is_rounded
from earnsum.tables.find import Table
from earnsum.tables.rows import SHAPE, Setting, captions_of, fitted, is_outlook, reader_of

_OTHER = regex.compile(
    r"""(?xi) balance\ sheets? | financial\ (?:position|condition)\b | assets\ and\ liabilities
    | \b(?:trailing|rolling|last)\ (?:twelve|12|four|4)\b"""
)
"""What tables are called that hold no results of the period: what is owned and owed, a year of any quarters."""

_SO_FAR: dict[str | None, PeriodKind] = {"Q1": "quarter", "Q2": "half", "Q3": "nine_months", "Q4": "year"}
_YEAR = range(11, 14)
"""Months between a period and the same one a year ago; a year of weeks ends some days sooner or later."""


_SCALES = (Decimal(1000), Decimal(1_000_000))
_RIVALS, _MOST = 8, 500
"""How many rows may be one, and how many there may be: more than any release has."""

_Key = tuple[str, Basis | None, Shares | None, PeriodKind | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Which columns a row of one period is made of."""

    kind: PeriodKind | None
    actual: int
    prior: int | None
    estimate: int | None
    change: int | None


def read_statements(tables: Sequence[Table], setting: Setting) -> list[list[Row]]:
    """
    Return the rows that tables hold, in order: of each metric and period those that may be it, the likeliest first.

    An income may stand there before and after what belongs to others; the owners' comes first.
    """
    rivals: dict[_Key, list[Row]] = {}
    for table in (_scaled(table, setting) for table in tables if not (_OTHER.search(table.title) or is_outlook(table))):
        here: dict[_Key, list[tuple[bool, Row]]] = {}
        for choice in _choices(table, setting.main):
            for caption, row in _rows(table, choice, setting):
                here.setdefault((row.metric, row.basis, row.shares, row.period, row.scope), []).append((not caption.whole, row))
        for key, same in here.items():
            rivals.setdefault(key, []).extend(row for _, row in sorted(same, key=lambda pair: pair[0])[:_RIVALS])
    return [same[:_RIVALS] for same in islice(rivals.values(), _MOST)]


def _scaled(table: Table, setting: Setting) -> Table:
    """Return a table that does not say what it counts in with the scale by which one of its figures is one of the text's."""
    if table.scale is not None:
        return table
    for scale in map(Scale, _SCALES):
        tried = replace(table, scale=scale)
        for choice in _choices(table, setting.main):
            for _, row in _rows(tried, choice, setting):
                if any(row.metric == known.metric and _is_told(known.actual, row.actual) for known in setting.told):
                    return tried
    return table


def _is_told(told: Figure | None, stated: Figure | None) -> bool:
    return told is not None and stated is not None and told.unit not in ("%", "count") and is_rounded(told, stated)


# Columns ------------------------------------------------------------------------------------------------------------


def _choices(table: Table, main: Period) -> Iterator[_Choice]:
    """Yield for each kind of period the column just reported and those that it is compared with."""
    stated = kind_of(table.title) or main.kind
    kinds: list[PeriodKind | None] = [
        (_SO_FAR.get(main.fiscal_period) if column.to_date else None) or column.kind or stated for column in table.columns
    ]
    for kind in dict.fromkeys(kinds):
        places = [n for n, column in enumerate(table.columns) if kinds[n] == kind and _is_of_levels(column, main)]
        actual = _latest(table.columns, places)
        if actual is None or not _is_reported(table.columns[actual], table.columns, main):
            continue
        before = _year_ago(table.columns, places, actual)
        after = next((n for n in range(actual, len(kinds)) if kinds[n] != kind and table.columns[n].part == "level"), len(kinds))
        yield _Choice(
            kind=kind,
            actual=actual,
            prior=_only(table.columns, "prior", actual, after) if before is None else before,
            estimate=_only(table.columns, "estimate", actual, after),
            change=_rate(table, actual, after),
        )


def _is_of_levels(column: Column, main: Period) -> bool:
    """Tell a column of levels; one of the year so far counts only where it is known how far that is."""
    return column.part == "level" and (not column.to_date or main.fiscal_period in _SO_FAR)


def _latest(columns: Sequence[Column], places: Sequence[int]) -> int | None:
    """Return the column of the latest period; None where two are, or where several say no year."""
    if len(places) < 2:
        return places[0] if places else None
    months = {n: columns[n].months for n in places}
    if None in months.values():
        return None
    latest = max(months.values(), key=lambda end: end or 0)
    found = [n for n in places if months[n] == latest]
    return found[0] if len(found) == 1 else None


_MONTH = regex.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")


def _is_reported(column: Column, columns: Sequence[Column], main: Period) -> bool:
    """
    Tell whether a column is of the period that the text reports: of its end, where both name it alike, by date or by number.

    Where they do not (a fiscal quarter by its number, a column by its date), it must be of the latest period of its table.
    """
    if column.months is None:
        return True
    if main.end is not None and column.dated == bool(_MONTH.search(main.label or "")):
        year, month = map(int, main.end.split("-"))
        end = year * 12 + month
    else:
        alike = (other.months for other in columns if other.part == "level" and other.dated == column.dated)
        end = max(months for months in alike if months is not None)
    return abs(column.months - end) <= 1


def _year_ago(columns: Sequence[Column], places: Sequence[int], actual: int) -> int | None:
    now = columns[actual]
    for n in places:
        then = columns[n]
        if now.months is None or then.months is None or n == actual:
            continue
        if now.months - then.months in (_YEAR if now.month and then.month else (12,)):
            return n
    return None


def _rate(table: Table, start: int, end: int) -> int | None:
    """Return the first column of changes between two places that are rates, as the percent sign of one of them tells."""
    for n in range(start, end):
        cells = [row.cells[n] for row in table.rows if len(row.cells) == len(table.columns)]
        if table.columns[n].part == "change" and any(cell.unit == "%" for cell in cells):
            return n
    return None


def _only(columns: Sequence[Column], part: str, start: int, end: int) -> int | None:
    """Return the first column of a kind between two places."""
    return next((n for n in range(start, end) if columns[n].part == part), None)


# Rows ---------------------------------------------------------------------------------------------------------------


def _rows(table: Table, choice: _Choice, setting: Setting) -> Iterator[tuple[Caption, Row]]:
    """Yield the rows of one period, each with its caption; behind the whole company's sales those of its parts."""
    for n, caption in captions_of(table, setting):
        row = _row(table, n, choice, caption, setting)
        if row is None:
            continue
        yield caption, row
        if row.metric == "revenue" and row.basis is None and choice.kind == setting.main.kind:
            yield from ((caption, part) for part in _parts(table, n, choice, caption, setting))


def _row(table: Table, place: int, choice: _Choice, caption: Caption, setting: Setting) -> Row | None:
    """Return a line of a table as a row; None where it has no figure that its caption can mean."""
    line = table.rows[place]
    cells = fitted(line.cells, table.columns)
    if cells is None:
        return None
    now = cells[choice.actual]
    if caption.unit == "percent" and caption.money and now is not None and now.unit != "%":
        caption = replace(caption, metric=caption.money, unit="money")
    reader = reader_of(table, line, caption, setting)
    actual = reader.figure(now)
    if actual is None:
        return None
    return Row(
        metric=caption.metric,
        basis=caption.basis,
        shares=caption.shares,
        period=choice.kind,
        actual=actual,
        estimate=reader.figure(cells[choice.estimate]) if choice.estimate is not None else None,
        prior=reader.figure(cells[choice.prior]) if choice.prior is not None else None,
        change=reader.change(cells[choice.change]) if choice.change is not None else None,
        span=line.span,
        shapes=(SHAPE,),
    )


# Parts --------------------------------------------------------------------------------------------------------------

_GENERIC = regex.compile(
    r"""(?xi) \b(?:segments?|net|sales|revenues?|total|operating)\b | [*†‡:]+ | (?<=\ )-(?=\ |$)
    | \((?:[0-9a-z]{1,2}|(?:un)?audited|(?-i:\p{Lu}[\p{Lu}&-]{1,7}))\)"""
)
_MOST_PARTS, _MOST_WORDS = 12, 6


def _parts(table: Table, place: int, choice: _Choice, caption: Caption, setting: Setting) -> list[Row]:
    """Return the lines right above a total that add up to it, as rows of the parts that they name."""
    whole = _row(table, place, choice, caption, setting)
    left = whole.actual.value if whole and whole.actual else Decimal(0)
    parts: list[Row] = []
    for above in range(place - 1, max(-1, place - 1 - _MOST_PARTS), -1):
        name = _name_of(table.rows[above].caption, setting)
        row = _row(table, above, choice, caption, setting) if name else None
        if row is None or row.actual is None or row.actual.value <= 0:
            return []
        left -= row.actual.value
        parts.append(row._replace(scope=name))
        if len(parts) > 1 and abs(left) <= len(parts) * _step(row):
            return parts[::-1]
    return []


def _name_of(caption: str, setting: Setting) -> str | None:
    """Return what a caption calls a part of the company; None where it names a metric, or more than a name."""
    if read_caption(caption, language=setting.language) is not None:
        return None
    name = " ".join(_GENERIC.sub(" ", caption).split()).strip(" ,-").lower().removeprefix("of ").removeprefix("from ")
    return name if name and len(name.split()) <= _MOST_WORDS else None


def _step(row: Row) -> Decimal:
    """Return what one in the last printed place of a figure is worth: parts are rounded before they are added up."""
    digits = "".join(filter(str.isdigit, row.actual.text)) if row.actual else ""
    return abs(row.actual.value) / int(digits) if row.actual and int(digits or 0) else Decimal(0)
