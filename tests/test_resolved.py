"""
Resolution by itself: facts, and the rows that become of them, in `tests/resolved/*.txt`.

A block is facts, a line each, then rows that begin with two blanks.  A fact is `sentence.place role metric | figure | more`: "-" is
no metric or no figure, and more are fields of a fact ("basis=adjusted", "scope=cloud", "generic"); "period=next year" is a period
by its place in time and kind, "quarter" the kind alone.  "@ quarter" names the main period, "@ long" puts filler behind the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from earnsum import summarize
from earnsum.figures.find import find_figures
from earnsum.grammar.told import Fact
from earnsum.model import Change, Figure, Period, Span
from earnsum.resolution.finish import Resolved
from earnsum.resolution.resolve import resolve_facts
from earnsum.text.marks import PeriodMark, Quantity

FOLDER = Path(__file__).parent / "resolved"
_FLAGS = ("generic", "exact", "listed", "in_turn", "present", "named")


def cases() -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield what is said of a block, its facts and its rows."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            title, *lines = block.strip().splitlines()
            yield title, [line for line in lines if line[0] != " "], [line.strip() for line in lines if line[0] == " "]


def resolved(lines: list[str]) -> list[str]:
    """Return the rows that facts become, as the files have them."""
    main, facts, text = Period(), list[Fact](), ""
    told = [line for line in lines if line[0] != "@"]
    for index in range(1 + max(int(line.partition(".")[0]) for line in told)):
        start = len(text)
        mine = [line for line in told if line.startswith(f"{index}.")]
        for line in mine:
            place, _, rest = line.partition(" ")
            said, figure, more = (part.strip() for part in (rest + " | |").split("|")[:3])
            role, metric = said.split()
            quantity = _shifted(find_figures(figure)[0], len(text)) if figure not in ("", "-") else None
            text += f"{figure} "
            fields: dict[str, Any] = dict(_fields(more))
            facts.append(
                Fact(
                    role=None if role == "verdict" else role,  # type: ignore[arg-type]
                    metric=None if metric == "-" else metric,
                    shape=fields.pop("shape", role),
                    sentence=Span(start, start),
                    index=index,
                    at=int(place.partition(".")[2]),
                    figure=quantity,
                    **fields,
                )
            )
        text += "\n" if "@ lines" in lines else ". "
        facts = [fact._replace(sentence=Span(start, len(text) - 2)) if fact.index == index else fact for fact in facts]
    for line in lines:
        if line in ("@ quarter", "@ year"):
            main = Period(kind=line[2:])  # type: ignore[arg-type]
    text += "It rained. " * 60 * ("@ long" in lines) + "Quarter-on-quarter" * ("@ sequential" in lines)
    results, guidance = resolve_facts(facts, text, main)
    return [_row(found) for found in results] + [f"outlook: {_row(found)}" for found in guidance]


def _shifted(quantity: Quantity, by: int) -> Quantity:
    span, extent = (Span(s.start + by, s.end + by) for s in (quantity.span, quantity.extent))
    return quantity._replace(span=span, extent=extent)


def _fields(more: str) -> Iterator[tuple[str, Any]]:
    for word in more.split(", ") if more else ():
        name, _, value = word.partition("=")
        if name == "period":
            when, _, kind = value.rpartition(" ")
            mark = PeriodMark(span=Span(0, 0), kind=kind, label=value, when=when or None)  # type: ignore[arg-type]
            yield name, mark
        elif name == "not authored":
            yield "authored", False
        else:
            yield name, True if name in _FLAGS else int(value) if name == "analysts" else value


def _row(found: Resolved) -> str:
    row = found.row
    parts = [
        ("was", row.prior),
        ("est", row.estimate),
        ("old", row.previous),
    ]
    head = " ".join(filter(None, [row.metric, row.basis, row.scope and f"[{row.scope}]", row.period]))
    more = [f"{name} {_figure(figure)}" for name, figure in parts if figure]
    more += [f"{row.change.pct:+}%" if isinstance(row.change, Change) else "", row.revision or "", found.said or ""]
    more += [f"gap {found.gap.figure.value if found.gap.figure else 0}" if found.gap else "", "mismatch" if found.mismatch else ""]
    return f"{head} = " + ", ".join([_figure(row.actual), *filter(None, more)])


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    value = str(figure.value) if figure.low == figure.high else f"{figure.low or ''}..{figure.high or ''}"
    return f"{value} {figure.unit}"


@pytest.mark.parametrize(("title", "facts", "rows"), list(cases()))
def test_facts_become_rows(title: str, facts: list[str], rows: list[str]) -> None:
    assert resolved(facts) == rows, title


def test_there_are_blocks() -> None:
    assert len(list(cases())) > 60


def test_a_profit_is_the_operating_profit_that_the_lead_names_without_its_figure() -> None:
    lead = "Globex has lifted its annual operating profit outlook by 30 per cent after a strong second quarter."
    [summary] = summarize(
        f"Globex forecasts record profit\n\n{lead}\n\nGlobex raised its annual profit forecast to 870 billion yen."
    )
    assert [row.metric for row in summary.guidance] == ["operating_income"]
