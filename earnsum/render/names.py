"""
Names: what rows, parts of a company and periods are called where people read them.

The record keeps what the text says, in lower case or as an adjective ("quarterly", "fiscal
third-quarter"); a table wants the noun, spelled as the article spells it, and wants it once.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from earnsum.model import METRICS, Period, Row, Summary
from earnsum.patterns import re
from earnsum.render.safe import plain
from earnsum.render.words import METRIC_NAMES, PERIODS, RATES, Words

_LEAD = re.compile(r"(?i)^(?:(?:for|in|over|during|of) )?(?:the|its|those|these) ")
_HYPHEN = re.compile(r"(?i)(?<!half)-(?=(?:quarter|half|year)\b)")
_CODE = re.compile(r"(?i)\b(?:fy|[qh])(?=\d|\b)")
_ADJECTIVE = re.compile(r"(?i)(?:(?:latest|most recent|recent|last|previous) )?(?:quarterly|qtrly|annual|(?:half-)?yearly|monthly)")
_NUMBER = re.compile(r"(?i)\b[qh]([1-4])\b|\b([1-4])[qh]|\b(first|second|third|fourth)\b|\b(last|final) three months")
_QUARTER = re.compile(r"(?i)(?:fiscal )?(?:q[1-4]|(?:first|second|third|fourth) quarter)(?:,? (?:of )?(?:fiscal )?([0-9]{4}))?")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)")
_ORDER = {name: place for place, name in enumerate(METRICS)}
_KINDS = {kind: place for place, kind in enumerate(PERIODS)}
_LAST_MONTH = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12", "H1": "06", "H2": "12", "9M": "09", "FY": "12", None: "12"}


def tidy(label: str) -> str:
    """
    Return a period's name as a noun.

    >>> [tidy(said) for said in ("in the six months to December 31", "fiscal third-quarter", "fy21", "those six months", "q3 2021")]
    ['six months to December 31', 'fiscal third quarter', 'FY21', 'six months', 'Q3 2021']
    """
    said = _HYPHEN.sub(" ", _LEAD.sub("", plain(label)).replace(", which ", ", "))
    return _CODE.sub(lambda match: match.group().upper(), said)


def period_name(words: Words, language: str, kind: str | None, label: str | None) -> str:
    """
    Return what a period is called: as the text says, or in the words of the reader where that is as much, or of another language.

    >>> from babel import Locale
    >>> german, said = Words.of(Locale("de")), ("quarterly", "fourth quarter of 2021", "third quarter", "quarter to June")
    >>> [period_name(german, "en", "quarter", label) for label in said]
    ['Quartal', '4. Quartal 2021', '3. Quartal', 'quarter to June']
    """
    said = tidy(label or "")
    found = _QUARTER.fullmatch(said) if language != words.language else None
    if found:
        return words.quarter(number(said), found.group(1))
    if kind and (not said or _ADJECTIVE.fullmatch(said) or said.casefold() in (PERIODS[kind], kind)):
        return words(PERIODS[kind])
    return said


def fiscal_name(period: Period) -> str:
    """Return the fiscal period in short: "Q4 2021", "2021", or nothing."""
    return " ".join(str(part) for part in (period.fiscal_period, period.fiscal_year) if part)


def says_fiscal(period: Period) -> bool:
    """
    Tell whether the label already says what fiscal period it is.

    >>> says_fiscal(Period(label="third quarter of fiscal 2022", fiscal_period="Q3", fiscal_year=2022))
    True
    >>> says_fiscal(Period(label="March quarter", fiscal_period="Q4"))
    False
    """
    label = period.label or ""
    part = period.fiscal_period or ""
    has_year = period.fiscal_year is None or str(period.fiscal_year) in label or f"{period.fiscal_year % 100:02d}" in label
    has_part = not part[-1:].isdigit() or int(part[-1]) == number(label)
    return has_year and has_part


def says_end(period: Period) -> bool:
    """
    Tell whether the label already says when the period ends, as it does where it follows the calendar.

    >>> says_end(Period(label="fourth quarter of 2021", end="2021-12", fiscal_period="Q4", fiscal_year=2021))
    True
    >>> says_end(Period(label="fourth quarter", end="2021-03", fiscal_period="Q4"))
    False
    """
    label = period.label or ""
    if period.end is None or _MONTHS.search(label):
        return True
    year, month = period.end.split("-")
    return year in label and month == _LAST_MONTH.get(period.fiscal_period)


def number(label: str | None) -> int:
    """
    Return which quarter or half of its year a period is, 0 where it does not say.

    >>> number("fiscal third quarter"), number("q4 2021"), number("3Q22"), number("this year")
    (3, 4, 3, 0)
    """
    found = _NUMBER.search(label or "")
    if not found:
        return 0
    digit, other, ordinal, _ = found.groups()
    return int(digit or other or 0) or (_ORDINALS.index(ordinal.lower()) + 1 if ordinal else 4)


def metric_name(words: Words, row: Row, text: str = "") -> str:
    """Return what a row measures: "EPS (non-GAAP)", "Revenue growth"; the basis is called as the row's sentence calls it."""
    name = words(METRIC_NAMES.get(row.metric) or plain(row.metric.removeprefix("other:")).replace("_", " ").capitalize())
    if is_growth(row):
        name = words("{metric} growth").format(metric=name)
    marks = [words(mark) for mark in (_basis(row, text), row.shares) if mark]
    return f"{name} ({', '.join(marks)})" if marks else name


def is_growth(row: Row) -> bool:
    """Tell whether the row's figure is the growth of what its metric names, as in an outlook of "sales to grow 5%"."""
    return row.actual is not None and row.actual.unit == "%" and row.metric in METRIC_NAMES and row.metric not in RATES


def _basis(row: Row, text: str) -> str | None:
    if row.basis == "adjusted":
        return "non-GAAP" if "non-gaap" in row.span.of(text).casefold() else "adjusted"
    return "GAAP" if row.basis else None


def scope_name(row: Row, text: str) -> str:
    """
    Return the part of the company that a row is about, spelled as its sentence spells it.

    >>> from earnsum.model import Span
    >>> said = "Robotics and the iPhone rose, cloud services fell and AWS grew."
    >>> scopes = ("robotics", "iphone", "cloud services", "aws")
    >>> [scope_name(Row(metric="revenue", scope=scope, span=Span(0, len(said))), said) for scope in scopes]
    ['robotics', 'iPhone', 'cloud services', 'AWS']
    """
    scope = row.scope or ""
    said = row.span.of(text)
    at = -1 if said.isupper() or len(said.lower()) != len(said) else said.lower().find(scope.lower())
    found = said[at : at + len(scope)]
    is_sentence_case = at == 0 and found[1:].islower()
    return plain(scope if at < 0 or is_sentence_case else found)


def capital(name: str) -> str:
    """
    Return a name as a heading begins with it.

    >>> capital("cloud services"), capital("iPhone")
    ('Cloud services', 'iPhone')
    """
    return name[:1].upper() + name[1:] if name.split(" ", maxsplit=1)[0].islower() else name


def row_name(words: Words, summary: Summary, row: Row, *, scoped: bool = True) -> str:
    """Return what a row is about: metric, part of the company, and its period where that is not the article's."""
    parts = [metric_name(words, row, summary.text)]
    if scoped and row.scope:
        parts.append(scope_name(row, summary.text))
    if names_period(summary, row):
        parts.append(period_name(words, summary.language, row.period, row.period_label))
    return ", ".join(parts)


def names_period(summary: Summary, row: Row) -> bool:
    """
    Tell whether a row's period needs saying: in an outlook always, else where it is not of the article's kind.

    Of two rows that are the same but for their periods, both say theirs.
    """
    if row in summary.guidance:
        return row.period is not None or row.period_label is not None
    twins = [other for other in summary.results if _identity(other) == _identity(row) and other.period_label != row.period_label]
    return (row.period is not None and row.period != summary.period.kind) or bool(twins and row.period_label)


def _identity(row: Row) -> tuple[str | None, ...]:
    return row.metric, row.basis, row.shares, row.scope


def results_in_order(summary: Summary, rows: Iterable[Row]) -> list[Row]:
    """Sort results as a reader looks for them: the whole company first, the article's own period first, then by metric."""
    scopes = _scopes(summary.results)
    return sorted(rows, key=lambda row: (scopes[row.scope], row.period not in (None, summary.period.kind), _place(row)))


def by_part(summary: Summary, rows: Iterable[Row]) -> list[tuple[bool, list[Row]]]:
    """
    Group results by part of the company, and tell of each group whether it deserves a heading: where a part has several rows.

    Before the parts with a heading come the whole company, and then those with one row each.
    """
    groups = [list(group) for _, group in groupby(results_in_order(summary, rows), key=lambda row: row.scope)]
    told = [(group[0].scope is not None and len(group) > 1, group) for group in groups]
    return sorted(told, key=lambda pair: pair[0])


def outlook_in_order(summary: Summary) -> list[Row]:
    """Sort outlooks: the nearest period first, the whole company first, then by metric."""
    scopes = _scopes(summary.guidance)
    return sorted(
        summary.guidance,
        key=lambda row: (_KINDS.get(row.period or "", len(_KINDS)), number(row.period_label), scopes[row.scope], _place(row)),
    )


def _scopes(rows: Iterable[Row]) -> dict[str | None, int]:
    return {scope: place for place, scope in enumerate(dict.fromkeys([None, *(row.scope for row in rows)]))}


def _place(row: Row) -> int:
    return _ORDER.get(row.metric, len(_ORDER))
