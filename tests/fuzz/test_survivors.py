"""Edges that mutation testing showed no other test to hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from earnsum.figures.find import find_figures
from earnsum.grammar.told import Fact
from earnsum.model import Change, Figure, Row, Span
from earnsum.pipeline import summarize
from earnsum.resolution.finish import Resolved
from earnsum.resolution.verdict import compare, judge
from earnsum.text.marks import Quantity
from earnsum.text.sentences import fold

HERE = Span(0, 1)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It paid $5k for the name.", ["5000 USD"]),
        ("It paid $5.0000000000001 for it.", []),
        ("It paid $5.000000000001 for it.", ["5.000000000001 USD"]),
        ("The firm was founded in 1900.", []),
        ("It earned 2000 per share.", ["2000 "]),
        ("The Russell 2,345 was lower.", ["2345 "]),
        ("The Russell 2345 was lower.", []),
        ("It ordered the 747-8.5 last year.", []),
        ("Sales rose 5% (1) in the year.", ["5 %", "1 "]),
        ("Sales rose 2.5% (1.0) in the year.", ["2.5 %", "1.0 %"]),
        (
            "It made 5 billion yuan ($700 million, not $800 million before tax).",
            ["5000000000 CNY", "700000000 USD", "800000000 USD"],
        ),
        ("It made 5 billion yuan ($700 million).", ["5000000000 CNY"]),
        ("売上高は5万円。", ["50000 JPY"]),
        ("売上高は1兆2000億円。", ["1200000000000 JPY"]),
        ("It expects $1.5 billion to $1.7 billion.", ["1600000000 USD"]),
        ("It expects $1.50 to $1.60.", ["1.55 USD"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert [f"{q.value} {q.unit}" for q in find_figures(fold(text))] == figures


def figure(value: str, unit: str = "USD") -> Figure:
    number = Decimal(value)
    return Figure(value=number, low=number, high=number, unit=unit, text=value, span=HERE)


def codes(row: Row, **more: Any) -> list[str]:
    return [caveat.code for caveat in judge(Resolved(row, more.pop("said", None), more.pop("gap", None), **more))[1]]


def compared(actual: str, estimate: str, unit: str = "USD", **more: Any) -> Row:
    return Row(metric="eps", actual=figure(actual, unit), estimate=figure(estimate, unit), span=HERE, **more)


@pytest.mark.parametrize(
    ("actual", "estimate", "tolerance", "verdict"),
    [
        ("101", "100", "1", "in_line"),
        ("101.01", "100", "1", "beat"),
        ("99", "100", "1", "in_line"),
        ("98.99", "100", "1", "miss"),
        ("100.5", "100", "0", "beat"),
        ("-1", "-1", "0", "in_line"),
    ],
)
def test_what_is_in_line_ends_where_the_tolerance_does(actual: str, estimate: str, tolerance: str, verdict: str) -> None:
    assert compare(Decimal(actual), Decimal(estimate), Decimal(tolerance)) == verdict


def test_without_a_tolerance_half_a_percent_is_a_beat() -> None:
    row, _ = judge(Resolved(compared("1.005", "1"), None, None))
    assert (row.verdict, row.verdict_from) == ("beat", "figures")


@pytest.mark.parametrize(
    ("actual", "estimate", "amount", "pct"),
    [
        ("1.58", "1.79", "-0.21", "-11.73"),
        ("-0.10", "-0.20", "0.10", "50.00"),
        ("200", "400", "-200", "-50.00"),
        ("1", "0", "1", None),
    ],
)
def test_a_surprise_is_the_difference_and_its_share_of_the_estimate(
    actual: str, estimate: str, amount: str, pct: str | None
) -> None:
    row, _ = judge(Resolved(compared(actual, estimate), None, None))
    assert row.surprise
    assert (str(row.surprise.amount), row.surprise.pct and str(row.surprise.pct)) == (amount, pct)


@pytest.mark.parametrize(
    ("actual", "estimate", "unit", "said", "expected"),
    [
        ("-0.10", "0.15", "USD", None, "-0.15"),
        ("-0.10", "0.15", "USD", "beat", "-0.15"),
        ("-0.10", "0.15", "USD", "miss", "0.15"),
        ("-0.10", "-0.15", "USD", None, "-0.15"),
        ("0.10", "0.15", "USD", None, "0.15"),
        ("-10", "15", "%", None, "15"),
    ],
)
def test_an_estimate_of_a_loss_has_its_sign(actual: str, estimate: str, unit: str, said: Any, expected: str) -> None:
    row, _ = judge(Resolved(compared(actual, estimate, unit), said, None))
    assert row.estimate
    assert str(row.estimate.value) == expected


def gap(value: str) -> Fact:
    number = Decimal(value)
    mark = Quantity(span=HERE, extent=HERE, kind="money", unit="USD", value=number, low=number, high=number)
    return Fact(role="gap", metric="eps", shape="", sentence=HERE, index=0, at=0, figure=mark, side="b")


@pytest.mark.parametrize(("stated", "warned"), [("1.0", False), ("1.1", False), ("0.99", True), ("1.3", True), ("-1.1", False)])
def test_a_stated_surprise_may_be_rounded_by_a_tenth(stated: str, *, warned: bool) -> None:
    assert ("surprise-contradicts-figures" in codes(compared("3.1", "2"), gap=gap(stated))) == warned


@pytest.mark.parametrize(
    ("actual", "prior", "pct", "warned"),
    [
        ("110.00", "100.00", "12", False),
        ("110.00", "100.00", "12.5", True),
        ("110.00", "100.00", "7.5", True),
        ("200.00", "100.00", "110", False),
        ("200.00", "100.00", "110.5", False),
        ("200.00", "100.00", "112", True),
        ("2", "1", "-50", False),
        ("2", "1", "-51", True),
        ("2", "1", "40", False),  # 1.5 to 2.5 on 0.5 to 1.5: a digit says little
        ("-2", "1", "40", False),
    ],
)
def test_a_stated_change_may_be_as_far_off_as_rounding_takes_it(actual: str, prior: str, pct: str, *, warned: bool) -> None:
    change = Change(pct=Decimal(pct), text=pct, span=HERE)
    row = Row(metric="revenue", actual=figure(actual), prior=figure(prior), change=change, span=HERE)
    assert ("change-contradicts-levels" in codes(row)) == warned


@pytest.mark.parametrize(("kind", "unit", "warned"), [(None, "USD", True), ("organic", "USD", False), (None, "EUR", False)])
def test_a_change_is_checked_where_it_is_one_of_two_levels(kind: Any, unit: str, *, warned: bool) -> None:
    change = Change(pct=Decimal(50), kind=kind, text="50%", span=HERE)
    row = Row(metric="revenue", actual=figure("110.00"), prior=figure("100.00", unit), change=change, span=HERE)
    assert ("change-contradicts-levels" in codes(row)) == warned


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Acme posted a profit greater than analysts had expected.", "beat"),
        ("Acme posted a loss smaller than analysts had expected.", "beat"),
        ("Acme posted a loss greater than analysts had expected.", "miss"),
        ("Acme posted a profit smaller than analysts had expected.", "miss"),
    ],
)
def test_words(text: str, verdict: str) -> None:
    [summary] = summarize(text)
    assert [result.verdict for result in summary.results] == [verdict]


@pytest.mark.parametrize(("said", "source"), [("beat", "words"), (None, None)])
def test_a_verdict_without_figures_is_the_words(said: Any, source: str | None) -> None:
    row, _ = judge(Resolved(Row(metric="revenue", span=HERE), said, None))
    assert (row.verdict, row.verdict_from) == (said, source)


def test_equal_figures_are_in_line_without_a_tolerance() -> None:
    assert compare(Decimal(1), Decimal(1)) == "in_line"


def rows(text: str) -> list[tuple[str, str | None]]:
    [summary] = summarize(text)
    return [(row.metric, row.actual and str(row.actual.value)) for row in (*summary.results, *summary.guidance)]


OUTLOOKS = "Acme expects first-quarter EPS of $1 to $2 and revenue of $5 billion. For the full year, it sees $20 billion."
DIVIDEND = "Acme declared a dividend of 10 cents a share, payable to holders of record.\n"


def test_an_outlook_goes_on_about_the_metric_told_last() -> None:
    assert ("revenue", "20000000000") in rows(OUTLOOKS)


def test_a_share_of_sales_that_a_part_accounts_for_is_no_margin() -> None:
    assert rows("Acme made $5 million. The cloud unit, accounting for 30% of sales, has a new head.")[1:] == []


def test_a_story_on_a_dividend_alone_is_no_report() -> None:
    assert [metric for metric, _ in rows(DIVIDEND)] == ["dividend"]
    assert rows(DIVIDEND + "The meeting was held in the town hall, and all of the motions were carried.\n" * 8) == []
