"""
Rows on one line, as cases and samples write them and as a failure shows them.

    eps adjusted = 1.58 USD, est 1.79, was 1.40, +12%, miss
    revenue year (cloud computing) = 2.58b USD, +37%
    same_store_sales = 3.2 %, est 2.8, beat
    revenue = -, beat                                   said in words, with no figure
    eps = 1.10..1.40 USD, old 1.00..1.30, raised        an outlook; `500m.. USD` is "at least", `..340m USD` "up to"

First the metric, then, where they are said, basis, period and (scope); after the equals sign the figure and what it is
compared with: `est` what analysts expected (`est ~1.55` where it is worked out from a difference), `was` a year ago, the
change with its kind, the verdict, `old` the earlier outlook, and what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

from earnsum.model import Figure, Row

SCALES = {"t": Decimal(10) ** 12, "b": Decimal(10) ** 9, "m": Decimal(10) ** 6, "k": Decimal(10) ** 3, "": Decimal(1)}
PERIODS = ("quarter", "half", "nine_months", "year", "month")

_LINE = regex.compile(
    rf"""(?P<metric>[a-z_]+(?::[a-z_]+)?)
         (?:\ (?P<basis>adjusted|gaap))?
         (?:\ (?P<period>{"|".join(PERIODS)}))?
         (?:\ \((?P<scope>[^)]+)\))?
         \ =\ (?P<value>-|(?P<range>\S+)\ (?P<unit>[A-Z]{{3}}|%|count))
         (?:,\ est\ (?P<estimate>~?\S+?(?:\ [A-Z]{{3}}|\ %)?))?
         (?:,\ was\ (?P<prior>\S+?(?:\ [A-Z]{{3}}|\ %)?))?
         (?:,\ (?P<change>[+-][0-9.]+)%(?:\ (?P<kind>sequential|organic|like_for_like|constant_currency))?)?
         (?:,\ old\ (?P<previous>\S+?))?
         (?:,\ (?P<revision>raised|lowered|kept|first|withdrawn))?
         (?:,\ (?P<verdict>beat|miss|in_line))?""",
    regex.VERBOSE,
)


def number(text: str) -> Decimal:
    """Return a number as written here."""
    return Decimal(text.rstrip("tbmk")) * SCALES[text[-1] if text[-1] in SCALES else ""]


def written(value: Decimal | None) -> str:
    """Write a number; no end of a range is nothing."""
    if value is None:
        return ""
    scale = next((name for name in "tbm" if abs(value) >= SCALES[name]), "")
    return format((value / SCALES[scale]).normalize(), "f") + scale


def spread(text: str) -> str:
    """Write a figure or range anew, so that 1.50 and 1.5, and 0.5b and 500m, are one."""
    return "..".join(written(number(end)) if end else "" for end in text.split(".."))


def tidy(line: str) -> str:
    """Return a line as `shown` would write it; ValueError where it is none."""
    match = _LINE.fullmatch(" ".join(line.split()))
    if match is None:
        message = f"not a row: {line!r}"
        raise ValueError(message)
    part = match.groupdict()
    head = [part["metric"], part["basis"], part["period"], part["scope"] and f"({part['scope']})"]
    tail = [
        f"{spread(part['range'])} {part['unit']}" if part["range"] else "-",
        part["estimate"] and f"est {'~' * part['estimate'].startswith('~')}{_with_unit(part['estimate'].lstrip('~'))}",
        part["prior"] and f"was {_with_unit(part['prior'])}",
        part["change"] and f"{Decimal(part['change']).normalize():+f}%" + (f" {part['kind']}" if part["kind"] else ""),
        part["previous"] and f"old {spread(part['previous'])}",
        part["revision"],
        part["verdict"],
    ]
    return f"{' '.join(filter(None, head))} = {', '.join(filter(None, tail))}"


def _with_unit(text: str) -> str:
    value, _, unit = text.partition(" ")
    return f"{spread(value)} {unit}".rstrip()


def shown(row: Row, *, with_period: bool = False, with_gaap: bool = True) -> str:
    """Return a row of the program as a line."""
    unit = row.actual.unit if row.actual else None
    change = row.change
    basis = row.basis if row.basis == "adjusted" or with_gaap else None
    head = [row.metric, basis, row.period if with_period else None, row.scope and f"({row.scope})"]
    tail = [
        f"{_range(row.actual)} {unit}" if row.actual else "-",
        f"est {'~' * row.estimate.derived}{_compared(row.estimate, unit)}" if row.estimate else None,
        f"was {_compared(row.prior, unit)}" if row.prior else None,
        f"{change.pct.normalize():+f}%" + (f" {change.kind}" if change.kind else "") if change else None,
        f"old {_range(row.previous)}" if row.previous else None,
        row.revision,
        row.verdict,
    ]
    return f"{' '.join(filter(None, head))} = {', '.join(filter(None, tail))}"


def _range(figure: Figure) -> str:
    return written(figure.value) if figure.low == figure.high == figure.value else f"{written(figure.low)}..{written(figure.high)}"


def _compared(figure: Figure, unit: str | None) -> str:
    return _range(figure) if figure.unit == unit else f"{_range(figure)} {figure.unit}"


def has_period(lines: Iterable[str]) -> bool:
    """Tell whether lines say which period they are of (one that says so decides for all)."""
    return any(match["period"] for line in lines if (match := _LINE.fullmatch(" ".join(line.split()))))
