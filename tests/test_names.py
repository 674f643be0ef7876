"""What rows and periods are called, and in which order they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from babel import Locale

from earnsum.model import Figure, Period, Row, Span, Summary
from earnsum.render.names import by_part, outlook_in_order, period_name, results_in_order, row_name, says_end, says_fiscal, tidy
from earnsum.render.report import Reporter
from earnsum.render.scoreboard import score
from earnsum.render.words import Words

TEXT = "AWS sales, Retail sales."
SPAN = Span(0, len(TEXT))
ENGLISH = Words.of(Locale("en", "US"))


def row(metric: str, **more: Any) -> Row:
    return Row(**{"metric": metric, "span": SPAN, "period": "quarter", **more})


def figure(value: str, unit: str) -> Figure:
    return Figure(value=Decimal(value), low=Decimal(value), high=Decimal(value), unit=unit, text=value, span=SPAN)


def summary(*results: Row, guidance: tuple[Row, ...] = ()) -> Summary:
    return Summary(results=results, guidance=guidance, text=TEXT, period=Period(kind="quarter", label="third quarter"))


def test_results_stand_as_a_reader_looks_for_them() -> None:
    rows = (
        row("cash"),
        row("revenue", scope="aws"),
        row("revenue", period="year"),
        row("other:room nights"),
        row("revenue"),
        row("eps", scope="aws"),
        row("eps"),
    )
    told = [(found.metric, found.scope, found.period) for found in results_in_order(summary(*rows), rows)]
    assert told == [
        ("eps", None, "quarter"),
        ("revenue", None, "quarter"),
        ("cash", None, "quarter"),
        ("other:room nights", None, "quarter"),
        ("revenue", None, "year"),
        ("eps", "aws", "quarter"),
        ("revenue", "aws", "quarter"),
    ]


def test_parts_with_several_rows_get_a_heading_and_come_last() -> None:
    rows = (row("revenue", scope="aws"), row("eps"), row("revenue", scope="retail"), row("capex", scope="aws"))
    groups = [(has_heading, [found.scope for found in group]) for has_heading, group in by_part(summary(*rows), rows)]
    assert groups == [(False, [None]), (False, ["retail"]), (True, ["aws", "aws"])]


def test_outlooks_stand_in_the_order_of_their_periods() -> None:
    rows = (
        row("revenue", period="year", period_label="fy"),
        row("revenue", period_label="q4"),
        row("eps", period="year", period_label="fy 2022"),
        row("eps", period_label="third quarter"),
        row("eps", period=None),
    )
    told = [found.period_label for found in outlook_in_order(summary(guidance=rows))]
    assert told == ["third quarter", "q4", "fy 2022", "fy", None]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (row("revenue", actual=figure("5", "%")), "Revenue growth"),
        (row("gross_margin", actual=figure("5", "%")), "Gross margin"),
        (row("eps", basis="adjusted", shares="diluted", scope="retail"), "EPS (adjusted, diluted), Retail"),
        (row("revenue", scope="aws"), "Revenue, AWS"),
        (row("other:room_nights", period="half"), "Room nights, half-year"),
    ],
)
def test_names_of_rows(made: Row, expected: str) -> None:
    assert row_name(ENGLISH, summary(made), made) == expected


def test_the_same_rows_of_two_periods_both_say_theirs() -> None:
    one, other = row("revenue", period_label="third quarter"), row("revenue", period_label="q4 2021")
    both = summary(one, other)
    assert [row_name(ENGLISH, both, made) for made in (one, other)] == ["Revenue, third quarter", "Revenue, Q4 2021"]
    assert row_name(ENGLISH, summary(one), one) == "Revenue"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("fiscal-year", "fiscal year"),
        ("first half-year", "first half-year"),
        ("over the six months", "six months"),
        ("this year", "this year"),
        ("h1", "H1"),
        ("3Q22", "3Q22"),
    ],
)
def test_names_of_periods(label: str, expected: str) -> None:
    assert tidy(label) == expected


def test_periods_in_other_languages_than_the_reader() -> None:
    japanese = Words.of(Locale("ja"))
    assert period_name(japanese, "en", "quarter", "fourth quarter of 2021") == "2021年第4四半期"
    assert period_name(japanese, "en", "year", "last year") == "last year"
    assert period_name(ENGLISH, "en", "quarter", "fourth quarter of 2021") == "fourth quarter of 2021"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(kind="quarter", label="q4", fiscal_period="Q4"), "Q4"),
        (
            Period(kind="quarter", label="March quarter", fiscal_period="Q4", fiscal_year=2021, end="2021-03"),
            "March quarter · fiscal Q4 2021",
        ),
        (Period(kind="quarter", label="fourth quarter", fiscal_period="Q4", end="2021-03"), "fourth quarter · to Mar 2021"),
        (Period(kind="year", label="2021", fiscal_year=2021, end="2021-12"), "2021"),
        (Period(kind="quarter", label="quarterly"), "quarter"),
        (Period(), ""),
    ],
)
def test_a_heading_says_of_a_period_only_what_is_still_open(period: Period, expected: str) -> None:
    told = Reporter("en_US").heading(summary(row("eps"))._replace(period=period, source="a.txt"))[0]
    assert told == " · ".join(filter(None, ("a.txt", expected)))


@pytest.mark.parametrize(
    ("locale", "expected"), [("en_US", "3rd quarter 2021"), ("de_DE", "3. Quartal 2021"), ("fr_FR", "3e trimestre 2021")]
)
def test_a_quarter_of_an_article_in_another_language(locale: str, expected: str) -> None:
    period = Period(kind="quarter", label="dritten quartal 2021", fiscal_period="Q3", fiscal_year=2021)
    german = summary(row("eps"))._replace(period=period, language="de", source="a.txt")
    assert Reporter(locale).heading(german)[0] == f"a.txt · {expected}"


def test_what_a_label_already_says() -> None:
    assert says_fiscal(Period(label="Q4 FY21", fiscal_period="Q4", fiscal_year=2021))
    assert not says_fiscal(Period(label="second quarter", fiscal_period="Q4"))
    assert not says_end(Period(label="2021", end="2021-06"))


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ("eps", "eps"),
        ("eps! net_income!", "eps"),
        ("eps net_income!", "net_income"),
        ("operating_income! net_income!", "net_income"),
        ("eps operating_income", "eps"),
        ("ebitda", "ebitda"),
        ("revenue! cash!", None),
    ],
)
def test_what_stands_for_earnings_on_a_scoreboard(metrics: str, expected: str | None) -> None:
    rows = (row(said.strip("!"), verdict="beat" if said.endswith("!") else None) for said in metrics.split())
    chosen = score(Reporter("en_US"), summary(*rows)).earnings
    assert (chosen.metric if chosen else None) == expected
