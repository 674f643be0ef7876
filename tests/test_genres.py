"""News of another kind: what its titles say, and what reports results beside it."""

from __future__ import annotations

import pytest

from earnsum import summarize

NOTHING = {
    "a report to come, by its title": (
        "What to watch when Globex reports earnings Thursday",
        "Globex will open its books on Thursday. Analysts see earnings of $1.12 a share on sales of $4.5 billion.",
    ),
    "a lawsuit": (
        "Globex sued over faulty pumps",
        "Families of six patients filed a suit against Globex on Tuesday.Globex had sales of $19 billion last year.",
    ),
    "a whole trade's revenue": (
        "Streaming took most of all music revenue in 2019",
        "Revenues from streaming grew nearly 20% in 2019 to $8.8 billion, a report says. "
        + "It says how songs are heard, who pays for them, and in which cities most of them were played. " * 16,
    ),
    "insiders who sell shares": (
        "Globex Insider Stock Sales Near a Peak",
        "Five insiders netted $52.2 million so far this year. A director leads the pack with sales of $18.7 million.",
    ),
    "a flotation": (
        "Globex files for IPO",
        "Globex filed to go public on Friday. Revenue jumped 84% to $212 million in 2020; its net loss was $71 million.",
    ),
    "those who watch a trade": (
        "Airlines to lose $9bn this year, Globex says",
        "The world's airlines will lose $9bn this year, their trade body said on Monday. Passenger revenue will fall to $395bn.",
    ),
    "a market, by its title": (
        "Car sales hit ten-year low",
        "New car registrations fell 7% in October, the industry body GBX said. Sales of diesel cars were down 31%.",
    ),
    "what a country's shops sold, by a department of which 'it' is said": (
        "Retail sales rise 0.2% in September",
        "Retail sales rose 0.2% in September, the Commerce Department said. But it said autos, which fell, held them back.",
    ),
    "an economy whose figures were forecast, and that has quarters": (
        "Retail sales rise in May, meeting forecasts for the quarter",
        "Shops took 9.2% more in May than a year ago and factory output grew 4.1%, in line with expectations, the bureau said.",
    ),
    "a market to come, by its title": (
        "Chip sales to grow 6% in 2005, says group",
        "World semiconductor sales will grow 6% to $226bn in 2005, the trade body predicted. Sales rose 28% in 2004 to $213bn.",
    ),
    "an analyst's view, by its title": (
        "Analyst: Globex could miss forecasts",
        "He cut his estimate to 31 cents a share from 36 cents and expects revenue of $2.1 billion. The consensus is 35 cents.",
    ),
    "what a word means": (
        "What is EBITDA?",
        "EBITDA leaves out interest and taxes. Suppose a company has revenue of $100 million; its EBITDA is $40 million.",
    ),
    "an order, and who gets it": (
        "Order worth EUR 25 million",
        "Globex has received an order worth EUR 25 million from a paper mill. Globex's net sales in 2007 were EUR 412 million.",
    ),
    "what all companies of a market earn, at length": (
        "For stocks, earnings may offset jobs",
        "Earnings of large companies may be better than the gloomy mood suggests, and give traders a reason to come back. Profits "
        "are now expected to rise 5.3 percent from a year earlier, down from the 7.9 percent growth forecast in April. "
        + "They said that they would watch the bond market first, where yields had moved little, and wait. "
        * 12,
    ),
    "a stock market's day, and one company as an example of it": (
        "Investors sell on weak results",
        "SEOUL (Wire) - Asian stocks had their worst day in weeks. Globex Corp ( GBX.N ) said sales fell 3% to $2 billion.",
    ),
    "what is known of a company under a title on something else": (
        "Globex to move its headquarters",
        "Globex will move its head office to Texas. The company has revenue of $30 billion and made $2 billion last year.",
    ),
}
TOLD = {
    "a season of reports that begins with one": (
        "Globex Bank kicks off earnings season with record profit",
        "Globex Bank had a record profit of $12.1 billion in the first quarter, up 11%.",
    ),
    "a lawsuit beside results": (
        "Globex settles suit; quarterly profit falls",
        "Globex said quarterly profit fell 12% to $90 million, as it settled a patent suit.",
    ),
    "the first report since a flotation": (
        "Globex's first report since going public tops estimates",
        "Globex earned 9 cents a share, beating estimates of 6 cents, in its first quarterly report since its IPO.",
    ),
    "a carmaker's sales, by its title": ("Globex car sales rise", "Globex sold 412,000 cars in March, up 9% on a year earlier."),
    "an economy's word beside a stock": (
        "Inflation hits Anvilchat, stock tanks",
        "Shares of Globex, whose site it is, plunged. Globex earned 67 cents a share in the quarter, below the 84 cents expected.",
    ),
    "a title that says nothing of results": (
        "Low-cost airlines hit Globex",
        "Tunnel operator Globex has seen sales fall. The firm said sales were down 4% to 789m euros.",
    ),
}


@pytest.mark.parametrize(("title", "body"), NOTHING.values(), ids=NOTHING)
def test_news_of_another_kind_reports_nothing(title: str, body: str) -> None:
    [summary] = summarize(f"{title}\n\n{body}")
    assert not summary.results
    assert not summary.guidance


@pytest.mark.parametrize(("title", "body"), TOLD.values(), ids=TOLD)
def test_results_beside_such_news_are_told(title: str, body: str) -> None:
    [summary] = summarize(f"{title}\n\n{body}")
    assert summary.results


_TALKS = "Globex and the union have talked for weeks. Lawyers met on Monday; both boards will be told of the terms. "
PASSING = {
    "what is known of a company": "Globex made $318 million last year on sales of $2 billion.",
    "what one of its parts took": "Globex said sales at its pump unit rose 14% to $424 million between January and November.",
    "what a plant is to make": "Globex said it expects revenue of $1 billion next year, as it builds more pumps.",
}


@pytest.mark.parametrize("told", PASSING.values(), ids=PASSING)
def test_a_long_story_on_something_else_tells_in_passing(told: str) -> None:
    talk = f"Globex is close to a pact with the union at its main plant.\n\n{_TALKS * 12}\n\n"
    [passing] = summarize(f"Globex close to union pact: sources\n\n{talk}{told}")
    assert not passing.results
    assert not passing.guidance
    [titled] = summarize(f"Globex close to union pact, profit rises\n\n{talk}{told}")
    assert titled.results or titled.guidance


def test_a_long_story_that_compares_with_estimates_is_on_results() -> None:
    told = "It earned $1.12 a share. Analysts had expected $1.05."
    [summary] = summarize(f"Globex close to union pact: sources\n\nGlobex is close to a pact.\n\n{_TALKS * 16}\n\n{told}")
    assert [row.verdict for row in summary.results] == ["beat"]
