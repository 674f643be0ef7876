"""Periods: how each is read, and which is the reported one."""

from __future__ import annotations

import time

import pytest

from earnsum.model import Period
from earnsum.periods.find import find_periods
from earnsum.periods.main import main_period, same_period_a_year_before
from earnsum.pipeline import summarize

READINGS = [
    ("the fourth quarter of 2008", "fourth quarter of 2008", "quarter", 2008, "Q4", "2008-12"),
    ("au T2 2022, les ventes", "T2 2022", "quarter", 2022, "Q2", "2022-06"),
    ("en el 1T19, las ventas", "1T19", "quarter", 2019, "Q1", "2019-03"),
    ("l'exercice 2022", "exercice 2022", "year", 2022, "FY", "2022-12"),
    ("son chiffre d'affaires 2023", "2023", "year", 2023, "FY", "2023-12"),
    ("le bénéfice semestriel", "semestriel", "half", None, None, None),
    ("premier trimestre de son exercice décalé", "premier trimestre de son exercice décalé", "quarter", None, "Q1", None),
    ("la primera mitad del año", "primera mitad del año", "half", None, "H1", None),
    ("its fiscal second-quarter profit", "fiscal second-quarter", "quarter", None, "Q2", None),
    ("Q3 2021 sales", "Q3 2021", "quarter", 2021, "Q3", "2021-09"),
    ("3Q22 earnings", "3Q22", "quarter", 2022, "Q3", "2022-09"),
    ("the Q3FY25 numbers", "Q3FY25", "quarter", 2025, "Q3", None),
    ("the third quarter of fiscal 2022", "third quarter of fiscal 2022", "quarter", 2022, "Q3", None),
    ("qtrly sales", "qtrly", "quarter", None, None, None),
    ("for the quarter", "quarter", "quarter", None, None, None),
    ("Acme reported third-quarter profit", "third-quarter", "quarter", None, "Q3", None),
    ("in the reported quarter", "reported quarter", "quarter", None, None, None),
    ("three months ended Sept. 30, 2021", "three months ended Sept. 30, 2021", "quarter", 2021, None, "2021-09"),
    ("the last three months of 2004", "last three months of 2004", "quarter", 2004, "Q4", "2004-12"),
    ("in the March quarter", "March quarter", "quarter", None, None, None),
    ("the quarter ended September 2024", "quarter ended September 2024", "quarter", 2024, None, "2024-09"),
    ("in July-September 2008", "July-September 2008", "quarter", 2008, None, "2008-09"),
    ("from April to June", "April to June", "quarter", None, None, None),
    ("between July and September 2020", "July and September 2020", "quarter", 2020, None, "2020-09"),
    ("the 13 weeks ended Oct. 30", "13 weeks ended Oct. 30", "quarter", None, None, None),
    ("first-half profit", "first-half", "half", None, "H1", None),
    ("H1 2010", "H1 2010", "half", 2010, "H1", "2010-06"),
    ("the six months to December 31", "six months to December 31", "half", None, None, None),
    ("January-June 2010", "January-June 2010", "half", 2010, None, "2010-06"),
    ("the first nine months of 2010", "first nine months of 2010", "nine_months", 2010, "9M", "2010-09"),
    ("full year 2021", "full year 2021", "year", 2021, "FY", "2021-12"),
    ("in fiscal 2022", "fiscal 2022", "year", 2022, "FY", None),
    ("FY21 outlay", "FY21", "year", 2021, "FY", None),
    ("the year to March 31, 2020", "year to March 31, 2020", "year", 2020, "FY", "2020-03"),
    ("the fiscal year ended December 2007", "fiscal year ended December 2007", "year", 2007, "FY", "2007-12"),
    ("sales in 2013/14", "2013/14", "year", 2014, "FY", None),
    ("annual profit", "annual", "year", None, "FY", None),
    ("February sales", "February", "month", None, None, None),
    ("im dritten Quartal", "dritten quartal", "quarter", None, "Q3", None),
    ("im Sommerquartal", "sommerquartal", "quarter", None, None, None),
    ("au premier semestre", "premier semestre", "half", None, "H1", None),
    ("第3四半期の売上高", "第3四半期", "quarter", None, "Q3", None),
]


@pytest.mark.parametrize(("text", "label", "read"), [(text, label, tuple(read)) for text, label, *read in READINGS])
def test_a_period_is_read(text: str, label: str, read: tuple[object, ...]) -> None:
    [mark] = find_periods(text)
    assert mark.label == label
    assert (mark.kind, mark.year, mark.fiscal_period, mark.end) == read
    assert mark.span.of(text).lower() == label.lower()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("a year ago", "year_ago"),
        ("from a year earlier", "year_ago"),
        ("in the year-ago quarter", "year_ago"),
        ("in the same period last year", "year_ago"),
        ("in the corresponding period in 2007", "year_ago"),
        ("in the same quarter a year ago", "year_ago"),
        ("the first quarter of last year", "year_ago"),
        ("up from $3 million last year", "year_ago"),
        ("grew 5% year-on-year", "year_ago"),
        ("rose 5% y/y", "year_ago"),
        ("from the previous quarter", "previous"),
        ("fell sequentially", "previous"),
        ("from the preceding three months", "previous"),
        ("above pre-pandemic levels", "other_year"),
        ("than three years ago", "other_year"),
        ("for the current quarter", "next"),
        ("in the year ahead", "next"),
        ("full-year guidance", "next"),
        ("für das Gesamtjahr", "next"),
        ("sees q1 revenue of $5 million", "next"),
        ("expects fourth-quarter sales of $2 million", "next"),
        ("beat expectations for the fourth quarter", None),
        ("reported a quarterly loss", None),
        ("lost money last year", None),
    ],
)
def test_words_set_a_period_against_the_reported_one(text: str, when: str | None) -> None:
    [mark] = find_periods(text)
    assert mark.when == when


@pytest.mark.parametrize(
    "text",
    [
        "a quarterly dividend of 5 cents",
        "by the end of the year",
        "for a second consecutive quarter",
        "since March 2020",
        "as of Dec. 31",
        "a quarter-point rise",
        "half a million",
        "it may march on",
        "over the past three months",
        "the annual meeting",
        "fell by more than a quarter",
        "from the second half of September",
        "the executive, who took the helm in 2023",
    ],
)
def test_what_only_looks_like_a_period_is_none(text: str) -> None:
    assert find_periods(text) == []


def test_two_periods_of_one_outlook_are_both_ahead() -> None:
    marks = find_periods("gave first-quarter and full-year guidance")
    assert [(mark.kind, mark.when) for mark in marks] == [("quarter", "next"), ("year", "next")]


def reported(text: str, *, title: str = "", published: str | None = None) -> Period:
    return main_period(find_periods(f"{title}\n{text}"), title_end=len(title), published=published)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme earned $2 in the fourth quarter. For the full year it earned $9.", "quarter"),
        ("Acme made $5 million in the year-ago quarter and $9 million in the six months to June.", "half"),
        ("Acme sees fourth-quarter sales of $5 million. In the half, sales were $9 million.", "half"),
        ("Net profit rose to $5 million in 2006 from $4 million in 2005.", "year"),
        ("Profit was $9 million, up from $6 million in the fourth quarter of 2009.", "quarter"),
        ("Acme named a new chief executive.", None),
        ("Acme earned $5 million, up from $4 million last year.", None),
        (
            "Acme earned $5 million, or $1 a share. "
            + "Its shops sold more shoes. " * 10
            + "For the full year, it earned $9 million.",
            None,
        ),
        ("Acme's full fiscal year's guidance is $9 million. It sold more shoes in the second quarter.", "quarter"),
        ("Acme posted a nine-month profit of $5 million.", "nine_months"),
        (
            "Last year Acme shut nine of its shops. "
            + "Its owners want it to shut more of them. " * 25
            + "Sales fell 4% in the three months to July, the third quarter in a row.",
            "quarter",
        ),
        ("In October, Acme's sales rose 4%. " + "Its shops sold more shoes. " * 40 + "Its second quarter ends in March.", "month"),
    ],
)
def test_the_reported_period_is_told_from_others(text: str, kind: str | None) -> None:
    assert reported(text).kind == kind


def test_the_year_of_a_story_is_that_of_its_fourth_quarter() -> None:
    text = "The loss for the fourth quarter of 2011 was $9 million. It lost $3 million in 2010."
    assert reported(text, title="Acme posts its worst annual loss").end == "2011-12"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme raises outlook after strong third quarter\n\nAcme sold goods for $3 million.", "quarter"),
        ("Acme earned $5 million between April and June. For 2021, the company now expects $22 million.", "quarter"),
        ("Acme missed estimates in the fourth quarter, but said it expects revenue of $4 million in 2022.", "quarter"),
        ("Acme earned $5 million in the first half. Third-quarter revenue is pegged at $4 million.", "half"),
        (
            "Acme was forced to cut its profit forecast for the fiscal year.\n\nSales were $5 million in the third quarter.",
            "quarter",
        ),
        (
            "Shares fell as orders may cool in the second half of the year. Acme earned $5 million in the three months to June.",
            "quarter",
        ),
    ],
)
def test_the_period_of_an_outlook_is_not_the_reported_one(text: str, kind: str) -> None:
    assert summarize(text)[0].period.kind == kind


@pytest.mark.parametrize(
    "outlook",
    [
        "For the fourth quarter, the Seattle-based maker of paint said on Tuesday that it expects revenue of $6 million.",
        "For the three months ending in March, Acme said it is looking for revenue of $6 million.",
        "Looking to the fourth quarter, Acme is targeting revenue of $6 million.",
        "For its fourth quarter ending in December, the company is projecting revenue of $6 million.",
        "Fourth-quarter sales should come in at $6 million, the company said.",
        "The fourth-quarter consensus is for revenue of $7 million, but it guided to $6 million.",
    ],
)
def test_an_outlook_told_first_is_not_of_the_reported_period(outlook: str) -> None:
    told = summarize(f"Acme shares fall on its outlook\n\n{outlook}\n\nIn the third quarter, it earned $5 million.")[0]
    assert told.period.label == "third quarter"
    assert [str(row.actual.value) for row in told.results if row.actual is not None] == ["5000000"]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("Shares fell on fears of a weak fourth quarter. For the third quarter, Acme reported net income of $47 million.", "Q3"),
        ("The plant is to open in the first quarter of 2010. Third-quarter revenue rose 3% to $8 million.", "Q3"),
        ("Acme will stop selling radios by the second quarter. Profit in the first quarter jumped 12% to $9 million.", "Q1"),
        ('"We see no rebound until the third quarter," its chief said. Acme posted a second-quarter loss of $3 million.', "Q2"),
        ("Acme shares slid 9% this quarter. Third-quarter sales slipped to $90 million from $95 million.", "Q3"),
        ("Acme said orders were soft in November. Revenue in the third quarter was $90 million.", "Q3"),
        ("Acme hopes for growth in the second half. First-quarter profit doubled to $3 million.", "Q1"),
        ("Acme backed its annual outlook. Second-quarter earnings rose to $2 million.", "Q2"),
        ("Acme rose for the third quarter in a row. It earned $5 million in the second quarter.", "Q2"),
        ("Acme lost $5 million in the first quarter. Second-quarter sales rose 9%.", "Q1"),
    ],
)
def test_the_quarter_that_a_result_is_told_of_is_the_reported_one(told: str, period: str) -> None:
    assert summarize(f"Acme shares move\n\n{told}")[0].period.fiscal_period == period


@pytest.mark.parametrize(
    "told",
    [
        "Sales were 10% above the second quarter of 2019.",
        "Sales were $9 million compared with $8 million in the second quarter of 2022.",
        "Sales were $9 million, up from $8 million in the same second quarter of 2022.",
    ],
)
def test_a_dated_period_that_is_compared_with_is_not_the_reported_one(told: str) -> None:
    assert summarize(f"Globex earned $5 million in the second quarter. {told}")[0].period.label == "second quarter"


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("Acme earned $5 million in the final three months of last year, down from $6 million a year earlier.", ["5000000"]),
        ("Acme earned $7 million in the first quarter. In the fourth quarter of last year, it earned $5 million.", ["7000000"]),
        ("Acme earned $7 million in the quarter, up from $5 million in the fourth quarter of last year.", ["7000000"]),
    ],
)
def test_the_last_quarter_of_last_year_is_reported_where_no_other_is_named(told: str, values: list[str]) -> None:
    rows = summarize(f"Acme profit moves\n\n{told}")[0].results
    assert [str(row.actual.value) for row in rows if row.actual is not None] == values


def test_a_year_in_the_title_and_the_full_year_below_is_reported_beside_its_last_quarter() -> None:
    lead = "Acme posted a 4% rise in full-year net profit to $12 billion."
    told = summarize(f"Acme 2019 profit climbs\n\n{lead}\n\nFourth-quarter net profit slipped 3% to $3 billion.")[0]
    assert (told.period.kind, told.period.label) == ("year", "2019")


def test_an_outlook_for_the_full_year_says_not_when_the_results_are_of() -> None:
    told = summarize("Acme earned 91 cents a share, above the 45 cents expected. It sees full-year revenue of $11 billion.")[0]
    assert told.period.kind is None
    assert [row.period for row in told.guidance] == ["year"]


def test_a_period_since_which_nothing_like_it_was_seen_is_not_the_reported_one() -> None:
    told = "Acme's profit fell to $5 million in the three months to March, the worst since a slump in the third quarter of 2014."
    assert summarize(told)[0].period.label == "in the three months to March"


def test_how_long_something_takes_is_not_the_reported_period() -> None:
    [told] = summarize("Acme Corp. faces a 9-month hurdle, its chief said. Third-quarter profit rose to $5 million.")
    assert told.period.kind == "quarter"


def test_the_month_of_an_event_is_not_the_reported_period() -> None:
    told = "Acme, which went public in May 2018, earned $5 million. In the second quarter, it sold more than in the first quarter."
    assert reported(told).kind == "quarter"
    assert reported("Acme sold cars for $5 million in May 2018.").kind == "month"


def test_a_year_in_the_title_is_the_reported_period() -> None:
    assert reported("In the fourth quarter alone it lost $2 million.", title="Acme full-year profit falls").kind == "year"


@pytest.mark.parametrize(
    ("text", "published", "end"),
    [
        ("Acme lost money in the third quarter. It lost less in the third quarter of 2017.", "2018-11-06", None),
        ("Acme lost money in the third quarter. It lost $2 in the third quarter of 2018.", "2018-11-06", "2018-09"),
        ("Acme lost money in the third quarter. In the quarter, it sold less than in the third quarter of 2017.", None, None),
        ("Acme misses in third quarter. It lost $2 in the third quarter of 2018.", None, "2018-09"),
    ],
)
def test_a_later_date_is_taken_only_for_the_period_itself(text: str, published: str | None, end: str | None) -> None:
    assert reported(text, published=published).end == end


@pytest.mark.parametrize(("published", "end"), [("2021-05-13", "2021-03"), ("2021-02-01", "2020-03"), (None, None)])
def test_a_month_alone_ends_in_the_last_such_month(published: str | None, end: str | None) -> None:
    assert reported("Acme lost $2 million in the March quarter.", published=published).end == end


def test_fiscal_fields_are_only_what_is_stated() -> None:
    period = reported("Acme sold more in its third quarter of fiscal 2022.")
    assert (period.fiscal_year, period.fiscal_period, period.end) == (2022, "Q3", None)
    assert reported("Acme sold more in the March quarter.").fiscal_period is None


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("in the fourth quarter of 2007", True),
        ("in 2007", True),
        ("a year earlier", True),
        ("in the fourth quarter of 2006", False),
        ("in the third quarter of 2007", False),
        ("in 2008", False),
    ],
)
def test_a_dated_period_may_be_the_reported_one_a_year_before(text: str, earlier: bool) -> None:  # noqa: FBT001
    main = Period(kind="quarter", end="2008-12", fiscal_year=2008, fiscal_period="Q4")
    [mark] = find_periods(text)
    assert same_period_a_year_before(mark, main) is earlier


@pytest.mark.parametrize("unit", ["a year ", "first half of the year ", "jan ", "3 months ", "2020/21 ", "31 dec "])
def test_time_grows_with_the_text_only(unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.perf_counter()
        find_periods(unit * count)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(16_000) < 40 * max(seconds(2_000), 0.002)
