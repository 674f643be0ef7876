"""Every way a figure is written, and what only looks like one; each row is a text and what must be read from it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from earnsum.figures.currencies import AFTER, BARE_CENT, BEFORE, CENTED, GLUED, SUBUNITS, UNSETTLED
from earnsum.figures.dollars import find_dollar
from earnsum.figures.find import find_figures
from earnsum.figures.forms import HEDGES
from earnsum.figures.numerals import SCALES
from earnsum.model import Span
from earnsum.text.marks import Quantity
from earnsum.text.sentences import fold


class Form(NamedTuple):
    """A way of writing a figure: `name` says it, `example` reads as `reads` ("value unit"), and `never` does not."""

    name: str
    example: str
    reads: str
    never: str


FORMS: tuple[Form, ...] = (
    Form(name="money with a scale word", example="sales of $28.6 billion", reads="28600000000 USD", never="sales of 28.6"),
    Form(name="money with a letter", example="spent $3M", reads="3000000 USD", never="3M makes tape"),
    Form(name="a letter behind a blank", example="spent USD 33.6 m", reads="33600000 USD", never="ran 33.6 m"),
    Form(name="a scale joined by a hyphen", example="a $147-million gain", reads="147000000 USD", never="a $147-a-day room"),
    Form(name="a code before", example="Net sales EUR 5.8 mn", reads="5800000 EUR", never="EUROPE 5.8"),
    Form(name="a code that carries the scale", example="Net sales MEUR 5.8", reads="5800000 EUR", never="5.8"),
    Form(name="a currency behind", example="7.66 billion yuan", reads="7660000000 CNY", never="7.66 billion people"),
    Form(name="lakh and crore", example="Rs 16,373 crore", reads="163730000000 INR", never="Rs 16,373"),
    Form(name="Indian groups", example="Rs.1,23,456", reads="123456 INR", never="Rs.1,23"),
    Form(name="Eastern scales", example="13兆705億円", reads="13070500000000 JPY", never="13705円"),
    Form(name="no digit before the point", example="paid $.12", reads="0.12 USD", never="paid $12"),
    Form(name="a sign before the money", example="lost -$0.12", reads="-0.12 USD", never="lost $0.12"),
    Form(name="brackets for a loss", example="EPS: $(0.12)", reads="-0.12 USD", never="EPS: $0.12"),
    Form(name="cents", example="34 cents", reads="0.34 USD", never="34 centers"),
    Form(name="whose cents, before", example="a dividend of US27¢", reads="0.27 USD", never="bus27¢"),
    Form(name="cents in words", example="beat by three cents", reads="0.03 USD", never="beat by three points"),
    Form(name="pence", example="12.3p", reads="0.123 GBP", never="12.3pm"),
    Form(name="a rate", example="rose 5%", reads="5 %", never="rose 5"),
    Form(name="a rate in words", example="a 34-per-cent rise", reads="34 %", never="a 34-person team"),
    Form(name="a rate in brackets", example="a change of (5.2)%", reads="-5.2 %", never="a change of 5.2%"),
    Form(name="basis points", example="150 basis points", reads="1.50 %", never="150 points of sale"),
    Form(name="a bare number", example="EPS of 1.79", reads="1.79", never="version 1.79"),
    Form(name="a count", example="8.28 million subscribers", reads="8280000 count", never="$8.28 million"),
)

# text → (the figure as written, its value, its unit)
MONEY = [
    ("a profit of $1.58bn", [("$1.58bn", "1580000000", "USD")]),
    ("a cost of US$1.2 trillion", [("US$1.2 trillion", "1200000000000", "USD")]),
    ("sales of 28.6 billion dollars", [("28.6 billion dollars", "28600000000", "USD")]),
    ("a fee of $141,000", [("$141,000", "141000", "USD")]),
    ("a $147-million gain", [("$147-million", "147000000", "USD")]),
    ("spent $3M and $5mm", [("$3M", "3000000", "USD"), ("$5mm", "5000000", "USD")]),
    ("spent USD 33.6 m on it", [("USD 33.6 m", "33600000", "USD")]),
    ("spent half a million dollars", [("half a million dollars", "500000", "USD")]),
    ("paid $.12", [("$.12", "0.12", "USD")]),
    ("lost -$0.12", [("-$0.12", "-0.12", "USD")]),
    ("lost $-0.12", [("$-0.12", "-0.12", "USD")]),
    ("EPS: $(0.12)", [("$(0.12)", "-0.12", "USD")]),
    ("EPS of ($0.12) was weak", [("($0.12)", "-0.12", "USD")]),
    ("EBITDA of $(1.2) million", [("$(1.2) million", "-1200000", "USD")]),
    ("EBITDA of negative $0.1 million", [("negative $0.1 million", "-100000", "USD")]),
    ("earned 8 pence ($0.12)", [("8 pence", "0.08", "GBP")]),
    ("Net sales EUR 5.8 mn (EUR 1.7 mn)", [("EUR 5.8 mn", "5800000", "EUR"), ("EUR 1.7 mn", "1700000", "EUR")]),
    ("sales of $5.2 million. Profit fell", [("$5.2 million", "5200000", "USD")]),
]
CENTS = [
    ("34 cents", [("34 cents", "0.34", "USD")]),
    ("an 8-cent gain", [("8-cent", "0.08", "USD")]),
    ("34 cts", [("34 cts", "0.34", "USD")]),
    ("a penny better", [("a penny", "0.01", "USD")]),
    ("beat by a nickel", [("a nickel", "0.05", "USD")]),
    ("beat by three cents", [("three cents", "0.03", "USD")]),
    ("beat by half a cent", [("half a cent", "0.005", "USD")]),
    ("twenty-five cents", [("twenty-five cents", "0.25", "USD")]),
    ("12.3p", [("12.3p", "0.123", "GBP")]),
    ("40 pence", [("40 pence", "0.40", "GBP")]),
    ("40 euro cents", [("40 euro cents", "0.40", "EUR")]),
    ("12 sen", [("12 sen", "0.12", "MYR")]),
    ("a loss of nil cents", [("nil cents", "0", "USD")]),
    ("made zero cents", [("zero cents", "0", "USD")]),
    ("a loss of (3c) per share", [("(3c)", "-0.03", "USD")]),
    ("EPS: (12 cents)", [("(12 cents)", "-0.12", "USD")]),
    ("fell 12 cents (3c) today", [("12 cents", "0.12", "USD"), ("3c", "0.03", "USD")]),
    ("利益は120円50銭", [("120円50銭", "120.50", "JPY")]),
    ("50銭の増配", [("50銭", "0.50", "JPY")]),
]
CURRENCIES = [
    ("7.66 billion yuan", [("7.66 billion yuan", "7660000000", "CNY")]),
    ("RMB187,395 million", [("RMB187,395 million", "187395000000", "CNY")]),
    ("Rs 16,373 crore", [("Rs 16,373 crore", "163730000000", "INR")]),
    ("₹1,234 cr", [("₹1,234 cr", "12340000000", "INR")]),
    ("EUR 1 234.5 million", [("EUR 1 234.5 million", "1234500000", "EUR")]),
    ("a fine of 10 000 euros", [("10 000 euros", "10000", "EUR")]),
    ("Rs.1,23,456", [("Rs.1,23,456", "123456", "INR")]),
    ("Rs 1.28 lakh crore", [("Rs 1.28 lakh crore", "1280000000000", "INR")]),
    ("5.1 trillion won", [("5.1 trillion won", "5100000000000", "KRW")]),
    ("C$472 Mln. vs. last year", [("C$472 Mln", "472000000", "CAD")]),
    ("S$1.21 billion", [("S$1.21 billion", "1210000000", "SGD")]),
    ("R$6.64 billion", [("R$6.64 billion", "6640000000", "BRL")]),
    ("RM 6.64 billion", [("RM 6.64 billion", "6640000000", "MYR")]),
    ("R6.64 billion", [("R6.64 billion", "6640000000", "ZAR")]),
    ("E658.1 million", [("E658.1 million", "658100000", "EUR")]),
    ("(EURO) 2.4 billion", [("(EURO) 2.4 billion", "2400000000", "EUR")]),
    ("EUR647m", [("EUR647m", "647000000", "EUR")]),
    ("Eur 35.4 mn", [("Eur 35.4 mn", "35400000", "EUR")]),
    ("1.5 mln eur", [("1.5 mln eur", "1500000", "EUR")]),
    ("1,2 Mrd. Euro", [("1,2 Mrd. Euro", "1200000000", "EUR")]),
    ("3.4bn Danish kroner", [("3.4bn Danish kroner", "3400000000", "DKK")]),
    ("SEK 55.6 billion", [("SEK 55.6 billion", "55600000000", "SEK")]),
    ("10 million roubles", [("10 million roubles", "10000000", "RUB")]),
    ("5 million Hong Kong dollars", [("5 million Hong Kong dollars", "5000000", "HKD")]),
    ("13兆705億円", [("13兆705億円", "13070500000000", "JPY")]),
    ("売上高は1兆2000億円", [("1兆2000億円", "1200000000000", "JPY")]),
    ("5.1조원", [("5.1조원", "5100000000000", "KRW")]),
    ("¥5 million for its Tokyo arm", [("¥5 million", "5000000", "JPY")]),
    ("¥5 million, up from 4 million yuan", [("¥5 million", "5000000", "CNY"), ("4 million yuan", "4000000", "CNY")]),
    ("Oslo-based, it made 5 million kr", [("5 million kr", "5000000", "NOK")]),
]
RATES = [
    ("rose 5%", [("5%", "5", "%")]),
    ("fell minus 5.9 %", [("minus 5.9 %", "-5.9", "%")]),
    ("a 34-per-cent rise", [("34-per-cent", "34", "%")]),
    ("up 30 pct", [("30 pct", "30", "%")]),
    ("two percent", [("two percent", "2", "%")]),
    ("(+5% Y/Y)", [("+5%", "5", "%")]),
    ("a change of (5.2)%", [("(5.2)%", "-5.2", "%")]),
    ("150 basis points", [("150 basis points", "1.5", "%")]),
    ("150 bps", [("150 bps", "1.5", "%")]),
    ("2 percentage points", [("2 percentage points", "2", "%")]),
    ("up 1.5 points", [("1.5 points", "1.5", "%")]),
]
BARE = [
    ("EPS of 1.79", [("1.79", "1.79", "")]),
    ("EPS of 1.79 beats 1.70 expected", [("1.79", "1.79", ""), ("1.70", "1.70", "")]),
    ("revenue of 3.286 billion, expected", [("3.286 billion", "3286000000", "")]),
    ("EPS: (0.12)", [("(0.12)", "-0.12", "")]),
]

# text → (value, low, high, unit); one figure each
RANGES = [
    ("$1.10-$1.40", ("1.25", "1.10", "1.40", "USD")),
    ("$1.10 to $1.40", ("1.25", "1.10", "1.40", "USD")),
    ("$1.10 to 1.40", ("1.25", "1.10", "1.40", "USD")),
    ("$1.10 per share to $1.40 per share", ("1.25", "1.10", "1.40", "USD")),
    ("$ 275 million - $325 million", ("300000000", "275000000", "325000000", "USD")),
    ("between 5% and 7%", ("6", "5", "7", "%")),
    ("5-10%", ("7.5", "5", "10", "%")),
    ("between 10-15%", ("12.5", "10", "15", "%")),
    ("6 to 9%", ("7.5", "6", "9", "%")),
    ("two to three percent", ("2.5", "2", "3", "%")),
    ("-3 per cent to 2 per cent", ("-0.5", "-3", "2", "%")),
    ("down 4% to 1%", ("2.5", "1", "4", "%")),
    ("low 5% - high 7%", ("6", "5", "7", "%")),
    ("a loss of 4 to 49 cents a share", ("0.265", "0.04", "0.49", "USD")),
    ("a loss of 20 cents to 15 cents a share", ("0.175", "0.15", "0.20", "USD")),
    ("between breakeven and 60 cents", ("0.3", "0", "0.60", "USD")),
    ("EUR 5.2 to 5.4 bn", ("5300000000", "5200000000", "5400000000", "EUR")),
    ("157-172 million pounds", ("164500000", "157000000", "172000000", "GBP")),
    ("between $9.55 and $9.7 billion", ("9625000000", "9550000000", "9700000000", "USD")),
    ("between $950 and $1.1 billion", ("1025000000", "950000000", "1100000000", "USD")),
    ("in a range from $3 to $4", ("3.5", "3", "4", "USD")),
    ("ranging from $3 to $4", ("3.5", "3", "4", "USD")),
    ("310,000 to 330,000 vehicles", ("320000", "310000", "330000", "count")),
    ("$5 billion, plus or minus 2%", ("5000000000", "4900000000", "5100000000", "USD")),
    ("$5 billion +/- $50 million", ("5000000000", "4950000000", "5050000000", "USD")),
    ("$1.20 plus or minus $0.05", ("1.20", "1.15", "1.25", "USD")),
    ("60% ± 1%", ("60", "59", "61", "%")),
    ("60%, plus or minus 50 basis points", ("60", "59.5", "60.5", "%")),
    ("up to 15 cents", ("0.15", None, "0.15", "USD")),
    ("no more than $3", ("3", None, "3", "USD")),
    ("less than $340 million", ("340000000", None, "340000000", "USD")),
    ("at least $5 bn", ("5000000000", "5000000000", None, "USD")),
    ("a minimum of 5%", ("5", "5", None, "%")),
    ("$2 or higher", ("2", "2", None, "USD")),
    ("80% or less", ("80", None, "80", "%")),
    ("$1 billion-plus", ("1000000000", "1000000000", None, "USD")),
    ("13c-25c", ("0.19", "0.13", "0.25", "USD")),
    ("12.3p-14p", ("0.1315", "0.123", "0.14", "GBP")),
    ("(3c)-8c", ("0.025", "-0.03", "0.08", "USD")),
    ("(3c) and 8c per diluted share", ("0.025", "-0.03", "0.08", "USD")),
    ("(5c)-(3c)", ("-0.04", "-0.05", "-0.03", "USD")),
    ("($0.05)-($0.03)", ("-0.04", "-0.05", "-0.03", "USD")),
    ("($0.05) to ($0.03)", ("-0.04", "-0.05", "-0.03", "USD")),
    ("($300,000)-$3.6M", ("1650000", "-300000", "3600000", "USD")),
    ("range from a loss of 5 cents per share to earnings of 2 cents per share", ("-0.015", "-0.05", "0.02", "USD")),
    ("between a net loss of $5 million and a profit of $3 million", ("-1000000", "-5000000", "3000000", "USD")),
    ("$62.0M-70.0M", ("66000000", "62000000", "70000000", "USD")),
    ("3.9m-4.3m ounces", ("4100000", "3900000", "4300000", "count")),
    ("between 95 cents and US$1.05", ("1", "0.95", "1.05", "USD")),
]

NO_RANGES = [
    ("rose from $1.0 billion to $1.2 billion", ["1000000000", "1200000000"]),
    ("from 128 to 140 million pounds", ["128000000", "140000000"]),
    ("rose 5% to $2 billion", ["5", "2000000000"]),
    ("rose 2% to 45%", ["2", "45"]),
    ("fell 5 cents to 34 cents", ["0.05", "0.34"]),
    ("rose to $5 from $4", ["5", "4"]),
    ("cut to 17 cents from 34 cents", ["0.17", "0.34"]),
    ("$5 million and $6 million", ["5000000", "6000000"]),
    ("up 5% over $4 billion", ["5", "4000000000"]),
    ("raised it from $1.10 to $1.40 to $1.20 to $1.50", ["1.25", "1.35"]),
    ("raised it from $1.10-$1.40 to $1.20-$1.50", ["1.25", "1.35"]),
    ("cut it to $1.10 to $1.40 from $1.20 to $1.50", ["1.25", "1.35"]),
    ("cut it to $1.10 to $1.40 per share, down from $1.20 to $1.50", ["1.25", "1.35"]),
    ("swung from a loss of 5 cents to a profit of 2 cents", ["0.05", "0.02"]),
    ("raised it by 5 cents to $1.10 to $1.40", ["0.05", "1.25"]),
]

COUNTS = [
    ("8.28 million subscribers joined", ("8280000", "subscribers")),
    ("27.5 million paid memberships in May", ("27500000", "paid memberships")),
    ("2 million net subscriber additions", ("2000000", "net subscriber additions")),
    ("cut 2,500 jobs worldwide", ("2500", "jobs")),
    ("cut 2000 jobs worldwide", ("2000", "jobs")),
    ("sold 310,000 vehicles", ("310000", "vehicles")),
    ("employs 40,000 staff", ("40000", "staff")),
    ("has 200+ stores", ("200", "stores")),
    ("has 300-plus stores", ("300", "stores")),
    ("has 80-plus million users", ("80000000", "users")),
    ("nearly half a million members", ("500000", "members")),
]

# text → (the figure, its extent)
EXTENTS = [
    ("made 187.4 billion yuan ($28.6 billion) in", ("187.4 billion yuan", "187.4 billion yuan ($28.6 billion)")),
    ("a $676m (£352m) loss", ("$676m", "$676m (£352m)")),
    ("EUR 24.1 million (USD 33.6 m)", ("EUR 24.1 million", "EUR 24.1 million (USD 33.6 m)")),
    ("18.3bn euros ($23.4bn; £12.5bn)", ("18.3bn euros", "18.3bn euros ($23.4bn; £12.5bn)")),
    ("1.8 mln euro $ 2.6 mln caused", ("1.8 mln euro", "1.8 mln euro $ 2.6 mln")),
    ("1.2 billion euros, or $1.4 billion, in", ("1.2 billion euros", "1.2 billion euros, or $1.4 billion")),
    ("5 to 6 billion yuan ($0.7-$0.8 billion)", ("5 to 6 billion yuan", "5 to 6 billion yuan ($0.7-$0.8 billion)")),
    ("1.20 euros ($1.40) a share", ("1.20 euros", "1.20 euros ($1.40) a share")),
    ("about $5 million", ("$5 million", "about $5 million")),
    ("$1.20 per diluted share", ("$1.20", "$1.20 per diluted share")),
]

PER_SHARE = [
    "$1.58 a share", "$1.58 per share", "$1.58/share", "$1.58 per diluted share", "1.58 per share", "12 cents apiece",
    "$3 per ADS", "50 cents per common unit", "$1.10 to $1.40 per share", "$1.10 per share to $1.40 per share",
    "($0.12) per share", "$1.20-per-share",
]  # fmt: skip
NOT_PER_SHARE = ["an 8-cent per-share profit", "a per-share profit of $1.20", "$60 a barrel", "a $5 billion share buyback"]

VETOES = [
    "in 2021", "on Dec. 31", "by 31 December", "in 2013/14", "in FY25", "in fiscal 22", "Q3 2021", "in Q1", "1Q22",
    "as of may 27, 2021", "the S&P 500", "the Dow 30", "the FTSE 100", "a 10-K", "an 8-K", "the Fortune 500",
    "a 62-year-old", "John Smith, 62, said", "Chapter 11", "CLH22", "F5", "737 max", "5G", "3M", "call 800-555-1234",
    "at 8:30 a.m.", "at 9 a.m.", "by 1520 AEDT", "the 1st", "12-month", "52-week", "three months", "13 weeks", "five years",
    "3 to 5 years", "12-18 months", "8 straight quarters", "COVID-19", "100 Main Street", "page 12", "a 4-for-1 split",
    "US$1 = S$1.37", "($1 = 0.7351 pounds)", "30 analysts", "21 Wall Street analysts", "Rank #2", "v2.1.3", "iOS 14.5",
    "https://example.com/2021/05/123?id=5", "25 times", "up 3x", "the iPhone 12", "in the mid-$70s", "breakeven", "GPT-4",
    "24/7", "100 m", "for 9M-21", "in 9M-2022", "3M-Post",
]  # fmt: skip
MOVES = ["ACME, -0.99% shares fell", "acme, -0.99% shares", "index SPX, -1.14% fell", "undefined, +1.20%", "CLH22, +0.40%"]

FOOTNOTES = ["free cash flow(1) rose", "per diluted share(2)(3) rose", "EBITDA(12), as defined", "net income(1)(2)(3)"]

# text → the currencies of its figures
CENTS_OF = [
    ("Net income rose to US$3.87 million, or 65 cents per share", ["USD", "USD"]),
    ("It made C$3.87 million, or 65 cents a share, from C$3.07 million, or 51 cents a share", ["CAD", "CAD", "CAD", "CAD"]),
    ("It made A$3,870,000, or 65 cents", ["AUD", "AUD"]),
    ("It made NZ$3m, or 6c a share", ["NZD", "NZD"]),
    ("It made S$3m, or six cents a share", ["SGD", "SGD"]),
    ("It made HK$3m, or a penny a share", ["HKD", "HKD"]),
    ("Profit came to $3.2-billion, up from $2.9-billion", ["CAD", "CAD"]),
    ("A $3-billion takeover and a $2-billion loan followed; profit was $5 million", ["USD", "USD", "USD"]),
    ("It made 3 billion euros, or 40 cents a share", ["EUR", "EUR"]),
    ("The dividend is 20 cents. Profit was A$5 million", ["AUD", "AUD"]),
    ("It earned 291 cents a share. Headline profit was R5.2 billion", ["ZAR", "ZAR"]),
    ("The South African miner earned 291 cents a share", ["ZAR"]),
    ("The Toronto company, Canadian, earned 24 cents. Costs were US$1,034, after US$1,072", ["USD", "USD", "USD"]),
    ("It made A$5m ($4m). The dividend is 20 cents", ["AUD", "AUD"]),
    ("It made 5 billion pounds. The dividend is 20 cents", ["GBP", "USD"]),
    ("It made A$5m, or 13 US cents a share", ["AUD", "USD"]),
    ("It earned 8 pence (12 cents)", ["GBP"]),
    ("It earned A$0.13 (9 US cents)", ["AUD"]),
]

APPROX = [
    ("about $5", "about"), ("roughly $5", "about"), ("some $5", "about"), ("nearly $5", "under"), ("just shy of $5", "under"),
    ("over $5", "over"), ("more than $5", "over"), ("at least $5", "over"), ("up to $5", "under"), ("more than a $5", "over"),
    ("$5", None), ("sales were up to $5", None), ("topped $5", None), ('at least" 5%', "over"),
]  # fmt: skip


def read(text: str, **options: str | bool) -> list[tuple[str, Decimal, str]]:
    folded = fold(text)
    return [(q.span.of(folded), q.value, q.unit) for q in find_figures(folded, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_reads_its_example_and_not_its_counter_example(form: Form) -> None:
    def values(text: str) -> list[str]:
        return [f"{value:f} {unit}".strip() for _, value, unit in read(text)]

    assert values(form.example) == [form.reads]
    assert form.reads not in values(form.never)


@pytest.mark.parametrize(("text", "expected"), MONEY + CENTS + CURRENCIES + RATES + BARE)
def test_single_figures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == [(words, Decimal(value), unit) for words, value, unit in expected]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_and_bounds(text: str, expected: tuple[str, str | None, str | None, str]) -> None:
    [q] = find_figures(fold(text))
    value, low, high, unit = expected
    assert (q.value, q.low, q.high, q.unit) == (Decimal(value), low and Decimal(low), high and Decimal(high), unit)


@pytest.mark.parametrize(("text", "values"), NO_RANGES)
def test_what_only_stands_side_by_side(text: str, values: list[str]) -> None:
    assert [q.value for q in find_figures(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: tuple[str, str]) -> None:
    [q] = find_figures(text)
    assert (q.kind, q.unit, q.value, q.noun) == ("count", "count", Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(("text", "expected"), EXTENTS)
def test_extents(text: str, expected: tuple[str, str]) -> None:
    [q] = find_figures(text)
    assert (q.span.of(text), q.extent.of(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [(t, True) for t in PER_SHARE] + [(t, False) for t in NOT_PER_SHARE])
def test_per_share(text: str, expected: bool) -> None:  # noqa: FBT001
    assert [q.per_share for q in find_figures(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), CENTS_OF)
def test_cents_go_with_the_money_of_the_article(text: str, expected: list[str]) -> None:
    assert [q.unit for q in find_figures(text, dollar=find_dollar(text)[0])] == expected


@pytest.mark.parametrize("text", FOOTNOTES)
def test_a_footnote_mark_is_no_figure(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Acme posted a profit of $1.3 billion, down 20 per cent", "USD"),
        ("Acme made US$30 million, down from $40 million a year ago, the Toronto-based maker, TSX:ACM, said", "USD"),
        ("Acme Bank of Canada made $4 billion, its Acme Canada unit $1 billion", "CAD"),
        ("Acme (ACME.N), which owns Acme Canada, lost $4 million as the Canadian dollar rose and Canadian sales fell", "USD"),
        ("Acme lost $4 million at its Canadian stores and Canadian mills, sending its shares down on the New York exchange", "USD"),
        ("Acme lost $4 million, the Canadian maker said, hit by the Canadian dollar", "CAD"),
        ("TORONTO (Newswire) - Acme's profit fell 9 percent to $4 million, the Canadian maker said", "USD"),
        ("TORONTO - Acme's profit fell 9 per cent to $4 million, the Canadian maker said", "CAD"),
        ("Acme (TSX:ACM) said profit fell 9 percent to $4 million, the Canadian maker said", "CAD"),
        ("Acme lost $4 million as the U.S. dollar rose. Its Canadian arm grew", "USD"),
        ("Acme lost $40, and its arm S$20 a unit", "USD"),
        ("Acme lost $40, it said: S$40 a unit", "SGD"),
        (
            "Acme made A$1.3 billion. Income was $6 billion, fees $2 billion, costs $4 billion, charges $1 billion, tax $1 billion",
            "AUD",
        ),
        (
            "Income was $6 billion, fees $2 billion, costs $4 billion, charges $1 billion, tax $1 billion. Shares closed at C$3",
            "USD",
        ),
    ],
)
def test_what_a_bare_dollar_means(text: str, code: str) -> None:
    assert find_dollar(text)[0] == code


@pytest.mark.parametrize("text", VETOES + MOVES)
@pytest.mark.parametrize("frame", ["{}", "Sales grew {} again", "Acme said ({})"])
def test_what_is_no_quantity(text: str, frame: str) -> None:
    assert find_figures(frame.format(text)) == []


@pytest.mark.parametrize(("text", "expected"), APPROX)
def test_hedges(text: str, expected: str | None) -> None:
    assert [q.approx for q in find_figures(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "scaled", "signed"),
    [
        ("$5 million", True, False),
        ("5.2k users", True, False),
        ("$5,000,000", False, False),
        ("US$5", False, False),
        ("-5%", False, True),
        ("+5%", False, True),
        ("(0.12)", False, True),
        ("1兆円", True, False),
    ],
)
def test_how_it_is_written(text: str, scaled: bool, signed: bool) -> None:  # noqa: FBT001
    [q] = find_figures(text)
    assert (q.scaled, q.signed) == (scaled, signed)


def test_the_dollar_is_what_the_caller_says() -> None:
    assert [q.unit for q in find_figures("$5, 34 cents, US$5, A$5", dollar="CAD")] == ["CAD", "CAD", "USD", "AUD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€1.234,5 Mio.", ("€1.234,5 Mio", "1234500000", "EUR")),
        ("5,20 Mio. Euro", ("5,20 Mio. Euro", "5200000", "EUR")),
        ("12 Cent je Aktie", ("12 Cent", "0.12", "EUR")),
        ("um 5,2 Prozent", ("5,2 Prozent", "5.2", "%")),
        ("4,805 milliards d'euros", ("4,805 milliards d'euros", "4805000000", "EUR")),
        ("1 234,5 millions d'euros", ("1 234,5 millions d'euros", "1234500000", "EUR")),
        ("2,5 Billionen Yen", ("2,5 Billionen Yen", "2500000000000", "JPY")),
        ("4,71 à 4,88 MdsE", ("4,71 à 4,88 MdsE", "4795000000", "EUR")),
        ("zwischen 5 und 7 Prozent", ("5 und 7 Prozent", "6", "%")),
    ],
)
def test_continental_numbers(text: str, expected: tuple[str, str, str]) -> None:
    words, value, unit = expected
    assert read(text, decimal_comma=True) == [(words, Decimal(value), unit)]


@pytest.mark.parametrize("name", sorted(set(BEFORE) - GLUED))
def test_every_currency_before_a_figure_is_read(name: str) -> None:
    [q] = find_figures(f"It paid {name} 5.2 million")
    assert (q.kind, q.value) == ("money", Decimal(5200000))


@pytest.mark.parametrize("name", sorted(AFTER))
def test_every_currency_after_a_figure_is_read(name: str) -> None:
    [q] = find_figures(f"It paid 5.2 million {name}, it said")
    assert (q.kind, q.value) == ("money", Decimal(5200000))


def test_the_tables_agree() -> None:
    written = {*BEFORE.values(), *AFTER.values(), *(unit for unit, _ in SUBUNITS.values())}
    assert written.issuperset(UNSETTLED)
    assert {len(unit) for unit, _ in SUBUNITS.values() if unit not in UNSETTLED and unit not in (BARE_CENT, "$")} == {3}
    assert all(unit == "$" or len(unit) == 3 for unit in CENTED)
    assert all(word == word.lower() for word in (*AFTER, *SUBUNITS, *SCALES, *HEDGES))


PIECES = st.sampled_from(
    ["$", "€", "EUR ", "5", "1,234", "1.58", "12", ".", ",", " ", " to ", "-", " and ", "between ", "from ", "(", ")",
     "%", " cents", " million", "bn", " a share", "about ", "up to ", " or more", " plus or minus ", " = ", "\n", "兆",
     "円", "銭", "c", "(3c)", "A$", "Q1", "half a ", "a penny", "breakeven", "x"],
)  # fmt: skip


def check(text: str, figures: list[Quantity]) -> None:
    """Assert what holds of every reading."""
    last = 0
    for q in figures:
        assert last <= q.extent.start <= q.span.start < q.span.end <= q.extent.end <= len(text)
        assert q.low is None or q.high is None or q.low <= q.value <= q.high
        last = q.extent.end


@example(".0,000", False)  # noqa: FBT003
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.booleans())
def test_any_text_is_read_in_order_and_within_itself(text: str, decimal_comma: bool) -> None:  # noqa: FBT001
    folded = fold(text)
    check(folded, find_figures(folded, decimal_comma=decimal_comma))


@given(
    st.sampled_from([row[0] for row in MONEY + CENTS + RATES]),
    st.sampled_from(["Acme said, ", "(", '"', "- "]),
    st.sampled_from([".", ",", ";"]),
)
def test_neighbouring_text_changes_nothing(text: str, lead: str, trail: str) -> None:
    alone = find_figures(fold(text))
    assert find_figures(fold(f"{lead}{text}{trail}")) == [moved(q, len(lead)) for q in alone]


def moved(q: Quantity, by: int) -> Quantity:
    span, extent = (Span(s.start + by, s.end + by) for s in (q.span, q.extent))
    return q._replace(span=span, extent=extent)


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "$" * 100_000, "1" + ",11" * 30_000, "$5 to " * 5_000, "5 euros ($5; " * 3_000, "half a " * 30_000]
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    check(text, find_figures(text))
