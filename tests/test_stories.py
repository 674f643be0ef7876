"""Stories: what of an article is the story, and the items of a round-up."""

from __future__ import annotations

import pytest

from earnsum.names.find import names_of
from earnsum.pipeline import summarize
from earnsum.stories.sharemoves import FEW_MOVERS, few_movers
from earnsum.stories.split import Story, split_stories
from earnsum.stories.story import paragraphs_of

TITLE = "Acme profit rises"
LEAD = "Acme Inc. ACM, -0.50% said it earned $5 million, or 5 cents a share, in the fourth quarter."


def told(paragraphs: list[str], title: str = TITLE) -> str:
    """Give back what is kept of an article, without its title."""
    text = "\n\n".join([title, *paragraphs])
    [story] = split_stories(text, title)
    return "\n".join(span.of(text) for span in story.body)


def test_an_ordinary_article_is_one_story() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nSales rose 4% to $50 million."
    [story] = split_stories(text, TITLE)
    assert story.company.name == "Acme"
    assert not story.item
    assert story.heading is not None
    assert [span.of(text) for span in (story.heading, *story.body)] == text.split("\n\n")


ASIDES = [
    "CLICK HERE TO READ MORE",
    "Here are your top headlines.",
    "SENATOR PUTS UP A $1 MILLION BOUNTY FOR HIS CAT",
    "Jane Doe is a reporter for The Daily Anvil in Springfield. Follow her on Twitter.",
    "John Q. Doe, assistant markets editor, has covered metals for years.",
    "By Jane Doe",
    "An anvil shop in Springfield, Oct. 1. (Jane Doe/Getty Images)",
    "Globex said revenue jumped 53% in its fiscal fourth quarter to $7 billion.",
    "Shares of Globex Inc. undefined fell 9.8% after the brewer reported results that beat expectations.",
    "Elsewhere, truck maker Globex slipped into a loss of $90 million.",
]


@pytest.mark.parametrize("aside", ASIDES, ids=[aside[:30] for aside in ASIDES])
def test_what_is_not_the_story_is_left_out(aside: str) -> None:
    assert told([LEAD, aside, "Acme's sales rose 4%."]) == f"{LEAD}\nAcme's sales rose 4%."


OWN = [
    "The company expects sales of $9 million.",
    "Its anvil arm's revenue rose 9%.",
    "Rival Globex has also reported a loss, and Acme is watching.",
    "Hammers Unit sales were $5 million in the quarter.",
    "- EPS: $1.20 VS. $1.10 EXPECTED BY ANALYSTS",
    "North America Retail was the largest contributor, with sales of $5 million.",
]


@pytest.mark.parametrize("paragraph", OWN, ids=[paragraph[:30] for paragraph in OWN])
def test_what_may_be_the_story_is_kept(paragraph: str) -> None:
    assert told([LEAD, paragraph]) == f"{LEAD}\n{paragraph}"


def test_a_teaser_glued_to_a_paragraph_is_cut_off() -> None:
    assert told([f"{LEAD}, Get ready for the new season of a famous drama."]) == LEAD


def test_text_glued_to_a_paragraph_that_goes_on_is_kept() -> None:
    assert "".join(told([f"{LEAD}, Acme also raised its outlook to $9 million."]).split("\n")).endswith("to $9 million.")


ROUNDUP_TITLE = "Stocks making the biggest moves: Acme, Globex and more"


def roundup(*items: str) -> tuple[str, list[Story]]:
    text = "\n\n".join([ROUNDUP_TITLE, "Check out the companies making headlines.", *items])
    return text, split_stories(text, ROUNDUP_TITLE)


def test_a_roundup_gives_a_story_an_item() -> None:
    text, stories = roundup(
        "Acme (ACM) – The brewer earned 5 cents a share.",
        "Globex — Shares fell 3% after a miss.\n\nThe company sees more trouble.",
        "Baker's Kitchen Inc. – The chain lost 3 cents a share.",
        "— Jane Doe and John Doe contributed reporting.",
    )
    assert [(story.company.name, story.company.ticker, story.item) for story in stories] == [
        ("Acme", "ACM", True),
        ("Globex", None, True),
        ("Baker's Kitchen", None, True),
    ]
    assert [span.of(text) for span in stories[1].body] == ["Shares fell 3% after a miss.", "The company sees more trouble."]
    assert [story.heading.of(text) for story in stories if story.heading] == ["Acme (ACM)", "Globex", "Baker's Kitchen Inc."]


def test_heads_on_lines_of_their_own_begin_items() -> None:
    text, stories = roundup("Acme (ACM)", "The brewer earned 5 cents a share.", "Globex", "Shares fell 3% after a miss.")
    assert [(story.company.name, story.body[0].of(text)) for story in stories] == [
        ("Acme", "The brewer earned 5 cents a share."),
        ("Globex", "Shares fell 3% after a miss."),
    ]


def test_a_list_of_moves_heads_no_items() -> None:
    _, stories = roundup(
        "- Acme (ACM) +28.2%",
        "- Globex (GBX) -9.3%",
        "Initech drops on weak earnings",
        "Initech stock fell 8% after it lost 18 cents a share, missing estimates.",
        "Hooli gains on its results",
        "Hooli stock rose 5% after it earned 12 cents a share, above estimates.",
    )
    assert [(story.company.name, len(story.body)) for story in stories[-2:]] == [("Initech", 2), ("Hooli", 2)]


ACME = "Acme Inc. said profit jumped to $5 million, or 20 cents a share, beating estimates by 2 cents."
GLOBEX = "Meanwhile, Globex Corp. (GBX) saw its profit drop to $2 million, or 9 cents a share."
INITECH = "Initech Ltd posted a loss of $1 million, missing forecasts."
PROSE = [
    ("Acme, Globex beat forecasts", [ACME, "The brewer's sales rose.", GLOBEX], ["Acme", "Globex"]),
    ("Results at a glance", [ACME, GLOBEX, INITECH], ["Acme", "Globex", "Initech"]),
    ("Brewers' profits", [f"{ACME} Sales rose, it said.", f"{GLOBEX} It cut its outlook."], ["Acme", "Globex"]),
    ("Earnings wrap", [ACME, GLOBEX, "Acme, Q1 (YoY)", "Profit is up 4% at $5 million."], ["Acme", "Globex"]),
    (
        "After-hours buzz: Acme & more",
        [
            "9:30 AM ET: Acme (ACM) stock rose on its earnings of $2 a share.",
            "8 AM ET: Globex (GBX) stock fell on a loss of $1 million.",
        ],
        ["Acme", "Globex"],
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "names"), PROSE, ids=[case[0] for case in PROSE])
def test_a_roundup_in_prose_turns_from_company_to_company(title: str, paragraphs: list[str], names: list[str]) -> None:
    stories = split_stories("\n\n".join([title, *paragraphs]), title)
    assert [(story.company.name, story.item) for story in stories] == [(name, True) for name in names]


def test_a_company_that_is_come_back_to_is_one_item() -> None:
    title, paragraphs, _ = PROSE[3]
    text = "\n\n".join([title, *paragraphs])
    [acme, globex] = split_stories(text, title)
    assert [span.of(text) for span in acme.body] == [paragraphs[0], *paragraphs[2:]]
    assert [span.of(text) for span in globex.body] == [GLOBEX]


RIVALS = [
    "Globex Corp. also stayed in profit, earning $2 a share, but missed forecasts.",
    "Shares of Globex Inc. (GBX) fell 2% after it lost $3 million.",
]


@pytest.mark.parametrize("rival", RIVALS)
def test_a_rivals_paragraph_makes_no_roundup_and_is_left_out(rival: str) -> None:
    assert told([LEAD, "Acme's sales rose 4%, it said, on strong demand for its anvils at home.", rival]).count("\n") == 1


def test_paragraphs_on_shares_of_different_companies_are_items() -> None:
    _, stories = roundup(
        "Shares of Acme Inc. rose after it earned $2 a share.", "Shares of Globex Corp. fell after it lost $1 a share."
    )
    assert [(story.company.name, story.item) for story in stories] == [("Acme", True), ("Globex", True)]


def test_a_single_item_is_an_ordinary_article() -> None:
    text = "Acme (ACM) – Acme jumped 3.5% after it reported earnings of 83 cents per share."
    [story] = split_stories(text, None)
    assert (story.item, story.company.ticker, story.body[0].of(text)) == (False, "ACM", text)


def test_a_paragraph_with_the_companys_short_name_is_its_own() -> None:
    title = "Anvil profit surges"
    own = "Hooli Works ( HLW.N ) earned $5 million too, but shares of Anvil held steady. Anvil expects output of 5 million."
    text = f"{title}\n\nAnvilHammer ( AHM.N ) reported a profit. Anvil's sales rose.\n\n{own}"
    [story] = split_stories(text, title)
    assert [span.of(text) for span in story.body][-1] == own


def test_results_in_a_list_make_no_roundup() -> None:
    lines = ["- Earnings: $1.20 per share, adjusted, vs. $1.10", "- Revenue: $5 billion vs. $4 billion", "- Cash flow: $2 billion"]
    text = "\n\n".join([TITLE, LEAD, *lines])
    [story] = split_stories(text, TITLE)
    assert not story.item


@pytest.mark.parametrize("text", ["", "\n\n", "Acme", "-", "…"])
def test_next_to_nothing_is_one_story(text: str) -> None:
    assert len(split_stories(text, None)) == 1


KNOWN_BY = [
    (
        "a heading of capitals over a paragraph that does not name the company",
        "NORDIC STOCKS - Factors to watch",
        ["ACME", "The anvil maker posted a loss of $5 million.", "GLOBEX", "The bank posted a profit of $9 million."],
        ["ACME", "GLOBEX"],
    ),
    (
        "a name over the paragraph that begins with it",
        "Airline results take a hit",
        [
            "Earnings are down.",
            "Acme",
            "Acme posted a loss of $5 million.",
            "Globex Bank",
            "Globex Bank's profit was $9 million.",
        ],
        ["Acme", "Globex Bank"],
    ),
    (
        "a name over the paragraph that begins with it, under a title that says of no round-up",
        "Brewers feel the pinch",
        [
            "Three brewers reported on Thursday.",
            "Acme",
            "Acme posted a loss of $5 million.",
            "Globex",
            "Globex said profit was $9 million.",
            "Initech",
            "Initech earned $7 million.",
        ],
        ["Acme", "Globex", "Initech"],
    ),
    (
        "a name with the day's move of its shares",
        "Stocks that moved substantially or traded heavily on Friday:",
        [
            "Acme Inc., up $3.10 to $52.28.",
            "The anvil maker lost $5 million.",
            "Globex Corp., down 45 cents to $12",
            "It made $9 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "names with a code and the day's move in per cent, behind stars",
        "Stocks that moved on Friday:",
        [
            "** Acme Inc <ACM.N>, up 12.4 pct at $41.20",
            "The anvil maker lost $5 million.",
            "** Globex Corp, $12.10, -3.1 percent",
            "It made $9 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "names in capitals with the day's move before the colon, behind stars",
        "The day's biggest movers:",
        ["** ACME INC, up 12.4 pct at $41.20: It lost $5 million", "** GLOBEX CORP, down 8 pct: Q1 profit was $9 million"],
        ["ACME", "GLOBEX"],
    ),
    (
        "a ticker and the day's move before the colon",
        "NEW YORK (AP) - Companies whose shares are moving substantially Thursday:",
        [
            "Acme (ACM), up $4.02 at $71.50: It lost $5 million.",
            "Globex (GLX), down 12% at $20.09: It made $9 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a title on what happened after the market closed",
        "After-hours action: Acme soars, Globex sinks",
        ["Acme Inc. posted earnings of 44 cents a share.", "Globex gained 3% after reporting 363 million daily users."],
        ["Acme", "Globex"],
    ),
    (
        "paragraphs that all begin with a listed company",
        "Keep an eye on these",
        [
            "Acme Inc. (ACM) rose 3 percent. It said profit was 50 cents a share.",
            "Globex Corp. (GLX) fell 2 percent. It lost $9 million.",
            "Initech Inc. (INI) rose 1 percent.",
        ],
        ["Acme", "Globex", "Initech"],
    ),
    (
        "what a company is before its name",
        "Stocks to watch: Acme, AT&Y",
        ["Acme posted earnings of 44 cents a share.", "Telecommunications company AT&Y reported earnings of $0.64 per share."],
        ["Acme", "AT&Y"],
    ),
    (
        "a pipe",
        "Stocks to watch: Acme, Globex and more",
        ["Acme | The company reported a profit of $5 million.", "GLOBEX | The company's profit was $9 million."],
        ["Acme", "GLOBEX"],
    ),
    (
        "a short name in brackets, which is no agency",
        "Stocks to watch: Acme, Globex",
        ["Acme Anvil Group (AcAn): The maker reported a profit of $5 million.", "Globex: The group lost $9 million."],
        ["Acme Anvil Group", "Globex"],
    ),
    (
        "a heading over those that rose",
        "12 stocks moving in Monday's session",
        [
            "Gainers",
            "Acme Inc. (NYSE: ACM) was up 6 percent after it earned 5 cents a share.",
            "Globex Inc. (NYSE: GBX) shares were up 2 percent after an earnings and sales beat.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a name in small letters",
        "Stocks to watch: Acme, Globex and more",
        ["Acme (ACM) - The brewer earned $1 a share.", "g.l.x Globex (NYSE: GLX) - The maker of hammers lost $2 a share."],
        ["Acme", "g.l.x Globex"],
    ),
    (
        "five things, and a company named in the title",
        "5 things to know before the market opens: Acme, Globex and more",
        [
            "Acme reported earnings of 66 cents a share on $23 billion in revenue.",
            "In contrast, Globex enjoyed a surge of 13% in its shares as its profit beat forecasts.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "the time of day",
        "Results wrap: blog",
        [
            "10.50am: Acme Limited has posted a profit of $5 million.",
            "9:49am: Globex, the maker of hammers, said net profit fell to $7.02 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "several companies in a paragraph",
        "BY THE NUMBERS",
        ["Acme (ACM) jumped as profit was $2.23 a share. Globex (GBX) reported $2.82 a share. Initech (INT) lost $1."],
        ["Acme", "Globex", "Initech"],
    ),
    (
        "a trade in the title",
        "US banks' profits beat forecasts",
        ["Two banks have reported.", "Acme's profits were $3.19bn.", "It set aside $5bn.", "Globex's profits grew to $101m."],
        ["Acme", "Globex"],
    ),
    (
        "two companies that the lead begins with",
        "Anvil makers' profits slip",
        [
            "Acme and Globex, two of the biggest makers of anvils, have reported lower profits.",
            "Acme's net income fell to 537m euros. Its sales rose to 10bn euros.",
            "Globex, the biggest of Spain, reported profits of 310m euros. Its sales rose to 3.6bn euros.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "two companies whose results the clauses of the lead tell",
        "Acme Posts Record Earnings",
        [
            "Daleford-based Acme Corp. posted record earnings, while profit at Globex more than doubled.",
            "Acme, the eighth-largest bank, reported net income of $80 million, up 13.8%.",
            "At Globex, net income for the second quarter totaled $114 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a trade at the end of the title",
        "Mixed Profit Reports From 2 Big Banks",
        [
            "Acme Bank Corp. said it earned $80 million, up 13.8%. Loans grew.",
            "At Globex Corp., net income for the second quarter totaled $114 million.",
        ],
        ["Acme Bank", "Globex"],
    ),
    (
        "two companies behind their trade in the title",
        "Anvilmakers Acme and Globex raise outlooks",
        [
            "Acme AG and Globex SA lifted their forecasts.",
            "Acme said its profit rose to $12 million.",
            "Globex's profit was up at 10.8 million euros.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "two companies in the title",
        "Acme and Globex beat forecasts",
        [
            "Both pleased investors.",
            "Strong trading helped push the earnings of Acme up: Acme's profit was $5 million.",
            "Globex's earnings were $505m.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "what moves in a market report",
        "Market close: shares end lower",
        [
            "Acme was down 9c to $2.50 after reporting a net profit of $5 million.",
            "Globex, up 1c, doubled its net profit to $9 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "what moves in one paragraph of a market report, behind what the market did",
        "London close: stocks end lower",
        ["Stocks fell, led by banks. Acme rose 5% after it posted a profit of £20m. Globex fell 3% after it lost £30m."],
        ["Acme", "Globex"],
    ),
    (
        "three paragraphs that begin with how far shares moved",
        "Margins in focus as results sway European shares",
        [
            "Anvil & Motion led the index, up 17.8 percent after results.",
            "Chipmaker Globex jumped 11.9 percent after it said orders were 301.6 million euros.",
            "Swiss paint maker Initech also rose 4 percent after profit beat expectations.",
        ],
        ["Anvil & Motion", "Globex", "Initech"],
    ),
    (
        "prices in dollars and in pence",
        "Stocks to keep your eye on",
        [
            "Acme Inc. (ACM) declined $1.17, or 0.8 percent, to $140.98. It earned 5 cents a share.",
            "Craft and gift products group Globex plunged 27% to 322p. It lost £5 million.",
            "Initech (INI) gained 3 cents to $4.10. It lost $9 million.",
        ],
        ["Acme", "Globex", "Initech"],
    ),
    (
        "a trade in capitals before the company",
        "Europe earnings highlights: Acme lifted by hammers",
        [
            "HAMMERS: Acme AG (ACM) said net profit fell 23% to €556 million.",
            "BANKING: The bank Globex said net profit was €686 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a live blog, its summary and its headlines",
        "Business live: Thursday 28 July",
        [
            "Summary",
            "• Shares slip 0.3%",
            "1. Acme profits rise published at 07:34",
            "Broadcaster Acme reports a 7% increase in sales to £12bn.",
            "2. Globex sales rise published at 07:27",
            "Globex has reported a profit of £5m.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a market report under sections, with tickers behind the suffix",
        "Mid-Morning Market Update: Markets Gain; Acme To Buy Globex Stations",
        [
            "Leading and Lagging Sectors",
            "Acme, Inc. ACM agreed to acquire all stations.",
            "Equities Trading UP",
            "Initech, Inc. INI 80.91% shares shot up 78% to $1.96 after the company met its goals.",
            "Shares of Hooli Inc HOO got a boost, shooting up 4 percent to $33.27.",
            "Shares of Globex Industries, Inc. GBX were down 19 percent to $8.30. Globex Industries earned $0.11 per share.",
        ],
        ["Acme", "Initech", "Hooli", "Globex Industries"],
    ),
    (
        "names with hyphens, small words and what is no name elsewhere",
        "Stocks making the biggest moves: Anvil-A-Day and more",
        [
            "Anvil-A-Day — Shares rose 5% after it earned 5 cents a share.",
            "Anvil in the Box — The chain lost $5 million.",
            "Monday.com — The stock fell after a loss of $9 million.",
        ],
        ["Anvil-A-Day", "Anvil in the Box", "Monday.com"],
    ),
    (
        "two companies that the title calls by short names",
        "Anvil, Hooli results show resilience",
        [
            "Anvil-Hammer Corp (AHM.N) and Wile Hooli Inc (WHI.N) both sold more.",
            "Anvil-Hammer earned $60 million, or 40 cents a share. Anvil expects more.",
            "Hooli earned $90 million, or 55 cents a share, in the quarter.",
        ],
        ["Anvil-Hammer", "Wile Hooli"],
    ),
    (
        "places before names, in a digest of the day's trading",
        "Winners and Losers of Wednesday",
        [
            "Mid-size stocks fell a little as results came in.",
            "In front, shares of North Daleford-based Acme Foods (ACM - See More), a brewer, rocketed 25%. It earned $5 million.",
            "Anvil retailer Globex (GBX - See More) added 12% to $11.68. Profit was $9 million, or 12 cents a share.",
            "Daleford Hill, Pa.'s J.J. Hammer (HMR - See More), which sells hammers, lost money: $2 million, or 3 cents a share.",
            "At the back, Initech (INI - See More) shares gave up 22% to $12.80. It earned 7 cents a share.",
        ],
        ["Acme Foods", "Globex", "J.J. Hammer", "Initech"],
    ),
    (
        "numbers before names",
        "The Top 5 Gainers on Thursday",
        [
            "No. 5: Acme Foods Corp. (ACM)",
            "Acme's earnings per share fell 5% to $0.37.",
            "No. 4: Globex Inc. (GBX)",
            "Globex lost $5 million.",
        ],
        ["Acme Foods", "Globex"],
    ),
    (
        "a trade behind the ticker",
        "Indexes close higher",
        [
            "Acme (ACM, Financial): Revenue of $9.71 billion beat estimates by $200 million.",
            "Globex (GBX, Financial): Revenue of $8.7 billion beat estimates.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a dash with no blanks",
        "Early movers: ACM, GLX & more",
        [
            "Acme's Brands–The operator of Anvil House and Hammer Grill earned 46 cents per share.",
            "Globex–Globex said it lost $5 million.",
        ],
        ["Acme's Brands", "Globex"],
    ),
    (
        "so many banks in the title, and who begins a paragraph without a verb of reporting",
        "H1 2021: Five banks post $9bn profit",
        [
            "The results were filed on Monday.",
            "Acme Bank, for instance, reported a 13% growth in gross earnings to $9 million.",
            "The bank's profit also improved, rising by 6% to $2 million.",
            "Globex Bank has kept its lead after posting a 28 per cent growth in net profit.",
            "The lender earned $4 million.",
            "Collectively, these five banks earned $9 billion.",
        ],
        ["Acme Bank", "Globex Bank"],
    ),
    (
        "a lead that says that there is a recap",
        "",
        [
            "SPRINGFIELD (May 30): Here is a brief recap of some corporate announcements:",
            "Acme Bhd (KL:ACME) posted a net loss of RM9 million. Revenue was RM5 million.",
            "Telecommunication provider Globex Bhd's (KL:GLX) net profit slipped 3% to RM4 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "sentences of one paragraph that begin with one of those that the title names",
        "ACS, Globex, Initech's Q1 results lift the mood",
        [
            "The chiefs of the three local banks were upbeat.",
            "ACS' Q1 net profit rose 15% to $3 million. Globex's earnings dipped 2% to $2 million. Initech's net gain rose 5%.",
        ],
        ["ACS", "Globex", "Initech"],
    ),
    (
        "clauses and what stands before whom a sentence is on",
        "Kenya's banks record billions",
        [
            "In results released on Thursday, Acme Bank reported a net profit of $12m while Globex Bank recorded $7m.",
            "According to results published on its website, Initech Bank earned $5 million, up from $4 million.",
        ],
        ["Acme Bank", "Globex Bank", "Initech Bank"],
    ),
    (
        "so many firms in the lead, and a name behind its profit",
        "Profits diverge",
        [
            "Norway's top 3 brewers, Acme, Globex and Initech, held up in the quarter.",
            "The showing was capped by a 6% growth in net profit for Acme.",
            "On the other side, Globex posted the worst result, with net profit sliding 27%.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "so many more companies than the title names, a name with an aside behind it, and a builder with his initial",
        "Q2 results today: Anvil Motor, Delmar Steel, 58 more on Oct 28",
        [
            "Anvil Motor and Delmar Steel are among those to announce their Q2 earnings on Monday.",
            "Earlier, Acme Ltd had posted a profit of $5 million. Globex Corp., the No. 2 builder, said profit rose to $4 million.",
            "Chairman John D. Roe said its margins would rise. Roe said profit was $2 million more than last year.",
            "Initech said profit fell to $3 million.",
        ],
        ["Anvil Motor", "Acme", "Globex", "Initech"],
    ),
    (
        "a week of business, with sums before the word for what they are",
        "Business this week",
        [
            "Acme announced a $7 million profit for the first quarter.",
            "Globex narrowed its loss to $43 million. - (Reuters)",
            "Not counting special items, Acme would have had a $9 million profit.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a place before the name",
        "Brewers report lower profits",
        [
            "Acme Corp. reported a net loss of $5 million.",
            "Springfield, Ill.-based Globex Corp. reported a net loss of $2 million.",
        ],
        ["Acme", "Globex"],
    ),
    (
        "a lead that begins with two lenders, one of them with its letters",
        "",
        [
            "DUBAI, July 24 - Abu Dhabi lenders First Acme Bank (FAB) and Abu Dhabi Globex Bank posted rises in net profits.",
            "FAB, the second largest lender, reported a profit of 1.17 billion dirhams, up 15 percent.",
            "Meanwhile, Abu Dhabi Globex Bank said its group net profit was 371.4 million dirhams.",
        ],
        ["First Acme Bank (FAB)", "Abu Dhabi Globex Bank"],
    ),
    (
        "sentences on one after another behind what all banks earned",
        "Turkish banks enjoy high profits",
        [
            "The deposit banks traded on Anvil Exchange (AVX) posted 10.4 billion liras of net profit.",
            "Acme Bank posted the highest net profit with 1.9 billion liras. No. 3 Globex posted a profit of 1.7 billion.",
            "All state banks earned more. Initech Bank posted 1.7 billion liras net profit, while Hooli posted 905 million.",
        ],
        ["Acme Bank", "Globex", "Initech Bank", "Hooli"],
    ),
    (
        "participles before the name and a trade behind the profit",
        "Corporate earnings remain solid",
        [
            "Earnings at Japanese companies remained solid.",
            "Boosted by brisk games, Acme Corp.'s net profit rose 3 percent.",
            "At machinery giant Globex Ltd., net profit surged 40 percent, hitting a record.",
            "Net profit at chip-making equipment maker Initech Ltd. rose 35.1 percent to $5 million.",
        ],
        ["Acme", "Globex", "Initech"],
    ),
    (
        "a title that names the first few of a list",
        "Acme, Globex, Initech in focus",
        [
            "Acme posted a 20% fall in net profit to Rs 3,232 crore in the quarter.",
            "Globex reported a 41% jump in net profit to Rs 665 crore.",
            "Initech said its unit was sold.",
            "Hooli Laboratories reported a 45% jump in net profit to Rs 519 crore.",
            "Anvil Authority of Wakanda (AAW) reported a net profit of Rs 436 crore.",
            "Umbrella's net profit soared 66% to Rs 2,197 crore.",
        ],
        ["Acme", "Globex", "Initech", "Hooli Laboratories", "Anvil Authority of Wakanda (AAW)", "Umbrella"],
    ),
    (
        "briefs under headlines of their own, behind what each firm is",
        "Results corner",
        [
            "Acme Steel posts net profit of Rs 1,018 crore",
            "Acme Steel on Monday posted a net profit of Rs 1,018 crore.",
            "Globex's net profit up 2.5% to Rs 185 crore",
            "FMCG major Globex on Monday reported a 2.48 per cent rise in net profit to Rs 185.04 crore.",
            "Better margins lift Initech net 17%",
            "Public sector lender Initech yesterday reported a 17 per cent increase in net profit to Rs 2,869 crore.",
        ],
        ["Acme Steel", "Globex", "Initech"],
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "companies"), [case[1:] for case in KNOWN_BY], ids=[case[0] for case in KNOWN_BY])
def test_a_roundup_is_known_by(title: str, paragraphs: list[str], companies: list[str]) -> None:
    stories = split_stories("\n\n".join([title, *paragraphs]), title)
    assert [story.company.name for story in stories] == companies


NO_ROUNDUPS = [
    (
        "Acme profit jumps",
        [
            "Acme Corp. said its profit jumped, as sales at its Globex unit rose.",
            "Acme earned $5 million, or 12 cents a share.",
            "Globex made a profit of $3 million, up from $2 million.",
        ],
    ),
    ("Acme Airlines' profits fall", ["Acme Airlines earned $5 million.", "Sales rose.", "Globex had a profit of $3 million."]),
    (
        "Acme profit rises",
        [
            "Acme Inc. earned $5 million.",
            "Cloud",
            "Cloud revenue rose 5% to $2 million.",
            "Hammers",
            "Hammers revenue was $3 million.",
        ],
    ),
    (
        "Acme profit rises",
        ["Acme shares fell 5% after it earned $5 million.", "Globex rose 2% and Initech fell 3%.", "Hooli also gained 4%."],
    ),
    (
        "Acme profit rises",
        [
            "Acme earned $5 million.",
            "Anvil sales rose 5%.",
            "Hammers grew 2% to $5 million in sales.",
            "Nails lost 3% to $2 million.",
        ],
    ),
    (
        "Acme Motors' profit balloons as Anvil Rover keeps delivering",
        ["Acme Motors reported a net profit of $2 million.", "Anvil Rover's net profit stood at $1 million.", "Sales rose."],
    ),
    (
        "Barto Airlink reports net profit of $5 million",
        ["Barto Airlink reported a net profit of $5 million.", "Airlink said it built 20 masts, and sales were $9 million."],
    ),
    (
        "Shares to drop; Acme posts $5 million profit",
        [
            "Acme posted a profit of $5 million, with gains at its two retail banners Anvil and Duff.",
            "Anvil sales rose 4% to $6 million.",
            "Duff posted sales of $3 million.",
        ],
    ),
    ("Acme profit rises", ["Acme Inc. (ACM) earned $5 million. Rival Globex (GBX) earned $9 million last week.", "Sales rose."]),
    (
        "Acme shares slide",
        [
            "Two major brokerages lowered their estimates for Acme Corp. on Monday.",
            "Acme reported a profit of $5 million last month.",
            "Roe said Acme had a choice to make: it could earn $3 million, or less.",
        ],
    ),
    (
        "Acme net profit up 5%",
        [
            "Acme Corp reported a net profit of $5 million.",
            "Globex sees loss",
            "Globex said it lost $2 million in the quarter.",
            "Hooli revenue falls",
            "Hooli said revenue fell 8 percent to $12 million.",
        ],
    ),
    (
        "Acme Companies' profit falls",
        ["Acme Companies earned $5 million, while sales at Globex rose 5% to $9 million.", "Profit at Globex was $2 million."],
    ),
]


@pytest.mark.parametrize(("title", "paragraphs"), NO_ROUNDUPS)
def test_an_article_on_one_company_is_no_roundup(title: str, paragraphs: list[str]) -> None:
    assert len(split_stories("\n\n".join([title, *paragraphs]), title)) == 1


def test_the_tables_of_a_release_are_no_items() -> None:
    table = ["ASSETS | June 30 | May 31", "Thirteen Weeks Ended | Thirty-Nine Weeks Ended", "85 | 3,301 | 2,415 | 988"]
    [story] = split_stories("\n\n".join([TITLE, LEAD, *table]), TITLE)
    assert not story.item


def test_an_item_without_a_period_is_of_the_one_that_the_story_begins_with() -> None:
    text = """Acme, Globex post different results for Q3

Acme's net profit rose by 6 percent to $762 million in the third quarter.

Globex posted a lower net profit of $522 million, down 24 percent year on year."""
    told = [(s.company.name, s.period and s.period.kind, [row.period for row in s.results]) for s in summarize(text)]
    assert told == [("Acme", "quarter", ["quarter"]), ("Globex", "quarter", ["quarter"])]


def test_an_item_may_tell_an_outlook_alone_of_a_company_that_is_not_named_again() -> None:
    text = """Stocks making the biggest moves midday: Initech, Hooli and more

Check out the companies making headlines in midday trading.

Initech — Shares slumped 13%. The sporting-goods retailer forecast earnings of no more than 14 cents a share for the second \
quarter, below the average analyst estimate of 23 cents. The stock has lost a fifth of its value this year, more than its peers.

Globex — Shares added 12%. Globex reported a loss of 2 cents a share, narrower than the 14-cent loss estimated by \
analysts on average."""
    told = {summary.company.name: (len(summary.results), len(summary.guidance)) for summary in summarize(text)}
    assert told == {"Initech": (0, 1), "Globex": (1, 0)}


MARKET = """FTSE 100 closes lower

Acme rose 6% after the retailer said half-year profit climbed to £310m.

Globex fell 3% after the engineer's profit slipped 4% to £2.1bn in the first half."""

DIGEST = """Business digest

Acme profit up 9 percent

Acme Corp. said its first-quarter profit rose 9 percent to $120 million.

Globex to cut 900 jobs

Globex Inc. said it would cut 900 jobs after its quarterly loss widened to $41 million."""

TRADE = """Carmakers' sales in March

Acme said it sold 412,000 cars in March, up 9%.

Globex reported sales of 98,000 vehicles."""


@pytest.mark.parametrize("text", [MARKET, DIGEST, TRADE], ids=["a market", "a day", "a trade"])
def test_news_of_many_has_an_item_a_company(text: str) -> None:
    told = [(summary.company.name, len(summary.results)) for summary in summarize(text)]
    assert told == [("Acme", 1), ("Globex", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Globex profit falls 12% to $90m",
        "Hooli swings to £41m loss",
        "More on this story",
        "LIVE: Globex earnings call - revenue up 7% to $9.2 billion",
        "Acme Corp (ACM) $41.20 +3.0% Market cap $12.1B EPS (TTM) 4.31 P/E ratio 9.6",
        "Market cap | $12.1B\nEPS (TTM) | 4.31\nP/E ratio | 9.6\nDividend | $0.88",
    ],
)
def test_links_and_the_data_of_a_share_are_no_part_of_a_story(line: str) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{line}\n\nSales rose 4% to $50 million."
    [summary] = summarize(text)
    assert [row.metric for row in summary.results] == ["net_income", "eps", "revenue"]


@pytest.mark.parametrize("line", ["Profit in Europe doubled to $3 million", "Acme's pump arm lost $2 million"])
def test_a_headline_within_a_story_stays(line: str) -> None:
    assert line in told([LEAD, line, "Sales rose 4% to $50 million."])


def test_items_run_together_in_one_paragraph_are_told_apart() -> None:
    title = "Stocks making the biggest moves: Acme, Globex and more"
    text = (
        f"{title}\n\nCheck out the companies before the bell: Acme — Shares fell 2% as sales missed forecasts. Globex Foods — "
        "Shares of the Acme rival rose. It earned 72 cents a share. Initech — The maker of nails lost $9 million."
    )
    stories = split_stories(text, title)
    assert [story.company.name for story in stories] == ["Acme", "Globex Foods", "Initech"]
    assert stories[1].body[0].of(text) == "Shares of the Acme rival rose. It earned 72 cents a share."


@pytest.mark.parametrize(
    ("title", "paragraphs", "names"),
    [
        (
            "早报|三家公司披露一季报",
            ["环球股份4月25日晚公告,一季度营收8亿元。", "恒信药业公告,一季度净利润2亿元。"],
            ["环球股份", "恒信药业"],
        ),
        ("科技股財報一覽", ["環球(2399)公布第3季財報,每股純益2元。", "恆信(3991)公布第3季財報,每股純益1.2元。"], ["環球", "恆信"]),
        (
            "電機大手2社の決算、明暗分かれる",
            [
                "グロボ電機が30日発表した4〜12月期連結決算は、純利益が204億円だった。",
                "アペックス電工の4〜12月期は、営業利益が24億円となった。",
            ],
            ["グロボ電機", "アペックス電工"],
        ),
        (
            "环球第三季度营收增长",
            [
                "环球公司公布第三季度财报,营收20亿元。",
                "恒信(3991)也公布了财报,营收9亿元。",
                "该公司毛利率30%。",
                "环球预计四季度营收21亿元。",
            ],
            ["环球"],
        ),
    ],
)
def test_an_eastern_article_is_parted_by_the_firms_that_its_paragraphs_open_on(
    title: str, paragraphs: list[str], names: list[str]
) -> None:
    text = "\n\n".join([title, *paragraphs])
    summaries = summarize(text)
    assert [summary.company.name for summary in summaries] == names
    assert all(row.metric != "gross_margin" for summary in summaries for row in summary.results)


def test_the_log_of_a_day_has_an_item_for_each_company() -> None:
    text = (
        "10.50am: Acme Limited has posted a better than expected profit of $91 million.\n\n"
        "10.25am:Globex said net profit after tax for the half year fell 10 per cent to $6 million.\n\n"
        "9:49am: Initech, the maker of nails, said its first-half net profit plummeted to $7 million."
    )
    assert [summary.company.name for summary in summarize(text)] == ["Acme", "Globex", "Initech"]


def test_where_and_when_a_story_came_out_is_no_company() -> None:
    text = (
        "- The Anvil Times - Friday, July 19, 2002\n\n"
        "Acme Corp. said second-quarter earnings rose to $339 million from $144 million.\n"
    )
    [summary] = summarize(text)
    assert summary.company.name == "Acme"


def test_a_bullet_on_another_company_below_a_story_is_no_part_of_it() -> None:
    text = (
        "Acme Reports Profit Up\n\n"
        "Acme, the largest builder, said quarterly profit rose to $369 million. Its revenue was $8 billion.\n\n"
        "• Globex Corp. said its takeover of a refinery lifted sales. It earned $24 million (52 cents a share), the firm said."
    )
    assert [row.actual.text for s in summarize(text) for row in s.results if row.actual] == ["$369 million", "$8 billion"]


def test_companies_of_a_title_are_items_though_one_tells_of_its_sales_alone() -> None:
    text = """Acme soars 17% after an earnings beat, while Globex jumps 5%

Acme and Globex's shares rose on Friday after both reported second-quarter earnings.

Acme's net loss shrank 53% to $152 million. Revenue doubled to $982 million.

Globex also had a solid quarter, reporting a 74% jump in revenue to $1.19 billion. The company expects revenue of $1.3 billion."""
    assert [(s.company.name, len(s.results)) for s in summarize(text)] == [("Acme", 2), ("Globex", 1)]


def test_items_are_of_the_quarter_that_the_title_names() -> None:
    text = """Airlines report a strong fourth quarter

Acme Corp. led the growth, with a 22% surge in profit to $419 million, or 28 cents a share.

Globex Inc. said its profit grew 13% to $1.4 billion, or $1.15 a share."""
    assert [(s.company.name, s.period.label) for s in summarize(text)] == [("Acme", "fourth quarter"), ("Globex", "fourth quarter")]


def test_a_report_on_a_market_tells_of_two_that_moved() -> None:
    text = """Blue chips surge

The Dow Jones Industrial Average surged on Tuesday to notch its best day since June.

Shares of Acme Corp jumped $13.10, or 5.9%, to $234.65 after the maker of tools reported revenue that exceeded expectations.

Globex, meanwhile, gained 6.56, or 5%, to 138.24 after the company posted a stronger-than-expected profit."""
    assert [(s.company.name, len(s.results)) for s in summarize(text)] == [("Acme", 1), ("Globex", 1)]


@pytest.mark.parametrize(
    ("lead", "few"),
    [
        ("Acme Inc. posted a profit that topped Wall Street expectations, even as sales of its drug fell 19 percent.", FEW_MOVERS),
        ("Wall Street closed lower on Tuesday.", FEW_MOVERS - 1),
    ],
)
def test_what_wall_street_expected_is_no_market(lead: str, few: int) -> None:
    names = names_of(lead)
    assert few_movers(names, paragraphs_of(names.folded), "Acme profit rises") == few


def test_a_story_on_one_that_topped_wall_street_is_no_report_on_a_market() -> None:
    text = """Acme profit rises, sales top estimates

Acme Inc. reported on Tuesday that sales of its drug Zappin topped Wall Street estimates and its shares rose more than 3 percent.

Acme said third-quarter net income rose to $731 million, or 68 cents per share.

Zappin sales jumped 15 percent to $704 million.

Royalty revenue rose 30 percent to $661 million."""
    assert [summary.company.name for summary in summarize(text)] == ["Acme"]
