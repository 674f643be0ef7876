"""The articles of ``samples/`` are read as ``samples.toml`` says: company, period, every row and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import walk
from compact import shown, tidy

from earnsum.intake.article import read_article
from earnsum.model import Row, Summary
from earnsum.pipeline import summarize_article

FOLDER = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("samples.toml").read_text("utf-8"))


def read(name: str) -> list[Summary]:
    return summarize_article(read_article((FOLDER / name).read_bytes(), source=name))


def lines(rows: tuple[Row, ...], wanted: list[str]) -> list[str]:
    return sorted(shown(row, with_gaap=any(" gaap " in line for line in wanted)) for row in rows)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.xfail(strict=True, reason=why)] if (why := tables[0].get("misread")) else [])
        for name, tables in EXPECTED.items()
    ],
)
def test_a_sample(name: str) -> None:
    summaries = read(name)
    assert [summary.company.name for summary in summaries] == [table["company"] for table in EXPECTED[name]]
    for summary, table in zip(summaries, EXPECTED[name], strict=True):
        walk.check(summary)
        rows, guidance = table.get("rows", []), table.get("guidance", [])
        assert lines(summary.results, rows) == sorted(map(tidy, rows))
        assert lines(summary.guidance, guidance) == sorted(map(tidy, guidance))
        assert (summary.company.ticker, summary.company.exchange) == (table.get("ticker"), table.get("exchange"))
        assert summary.published == table.get("published")
        assert "period" not in table or summary.period.kind == table["period"]
        assert "label" not in table or summary.period.label == table["label"]


def test_every_sample_has_its_table() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.iterdir())


def test_items_of_a_round_up_are_counted() -> None:
    assert [summary.item for summary in read("movers.txt")] == [1, 2, 3, 4]
    assert [summary.item for summary in read("wire.txt")] == [None]
