"""The lines that cases are written in."""

from __future__ import annotations

import pytest
from compact import has_period, shown, tidy
from made import ACME

LINES = [
    "eps adjusted quarter = 1.58 USD, est 1.79, miss",
    "revenue quarter = 28.6b USD, est 27.8b, +64%, beat",
    "gross_margin quarter = 41.5 %, est 40, beat",
    "eps quarter (robotics) = -0.12 USD, est ~-0.15, beat",
    "revenue quarter (cloud computing) = 2.58b USD, +37%",
    "users quarter = 925m count",
]


def test_a_row_as_a_line() -> None:
    assert [shown(row, with_period=True) for row in ACME.results] == LINES
    assert [shown(row, with_period=False) for row in ACME.guidance] == [
        "revenue = 187.4b..190b CNY, est 185b, old 180b.., raised, beat",
    ]


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_its_own_tidy_form(line: str) -> None:
    assert tidy(line) == line
    assert has_period([line])


@pytest.mark.parametrize(
    ("line", "tidied"),
    [
        ("eps = 1.50 USD,  est 1.40", "eps = 1.5 USD, est 1.4"),
        ("revenue = 0.5b..1b USD", "revenue = 500m..1b USD"),
        ("revenue = ..340000k USD, lowered", "revenue = ..340m USD, lowered"),
        ("revenue = -, was 13.6m EUR, -5.0% organic", "revenue = -, was 13.6m EUR, -5% organic"),
    ],
)
def test_a_line_is_tidied(line: str, tidied: str) -> None:
    assert tidy(line) == tidied
    assert not has_period([line])


@pytest.mark.parametrize("line", ["", "eps", "eps = 1.5", "eps = 1.5 USD, better", "EPS = 1.5 USD", "eps = 1.5 USD, beat, est 1"])
def test_what_is_no_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a row"):
        tidy(line)
