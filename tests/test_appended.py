"""Another company's report behind an article: where it begins, and what only looks like one."""

from __future__ import annotations

import pytest

from earnsum import summarize
from earnsum.stories.appended import own_end

TITLE = "Globex profit rises as cloud sales grow"
STORY = (
    "Globex Corp (NYSE: GBX) said on Tuesday that third-quarter net income rose to $412 million from $366 million a year earlier."
)
OTHER = "Initech Inc reported a net loss of 12.4 million euros for the six months to June on sales of 203.6 million euros."
HEADLINE = "Initech's loss widens in first half"


def joined(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "behind",
    [
        [OTHER],
        [HEADLINE, OTHER],
        ["MUNICH, Aug. 3 (Reuters) - " + OTHER],
        ["Shares of " + OTHER],
        [HEADLINE, OTHER.replace("Initech Inc", "Initech")],
        [HEADLINE, OTHER, "Umbrella's profit falls", "Umbrella Plc earned 45 million pounds."],
        [HEADLINE, OTHER, "It expects sales of 430 million euros this year.", "Initech shares fell 3%."],
    ],
)
@pytest.mark.parametrize(
    "story",
    [
        [TITLE, STORY],
        [STORY],
        [STORY, "Globex expects fourth-quarter revenue of $3.5 billion."],
        ["globex q3 eps $1.58 .\nglobex q3 revenue $3.44 billion ."],
    ],
)
def test_what_is_read_ends_where_another_report_begins(story: list[str], behind: list[str]) -> None:
    title = story[0] if len(story[0]) == len(TITLE) else None
    own, text = joined(*story), joined(*story, *behind)
    assert text[: own_end(text, title)].rstrip() == own
    [alone], [followed] = summarize(own), summarize(text)
    assert (followed.company, followed.period, followed.results, followed.guidance) == (
        alone.company,
        alone.period,
        alone.results,
        alone.guidance,
    )
    assert followed.text == text


@pytest.mark.parametrize(
    "text",
    [
        joined(TITLE, STORY),
        # Nothing has been told before it: the article's own lead.
        joined("Chip maker's profit falls", OTHER),
        joined("A worker at a plant of Globex in Springfield.", OTHER),
        # Somebody has, but nobody says who: key points, with the story below them.
        joined("- Net loss: 12.4 million euros", "- Sales: 203.6 million euros", OTHER),
        # It has been named before, also by its ticker alone, in small letters or in capitals.
        joined("Globex and Initech report results", STORY, OTHER),
        joined("GLOBEX AND INITECH REPORT RESULTS", STORY, OTHER),
        joined(TITLE, STORY + " Its rival Initech fell.", OTHER),
        joined("INI loss 12 million euros, sales 203 million", OTHER.replace("Inc", "Inc (NYSE: INI)")),
        joined("initech h1 sales 203 million euros", OTHER),
        # More is heard of the first: a rival's figures, told for comparison.
        joined(TITLE, STORY, OTHER, "Globex shares rose 3%."),
        joined(TITLE, STORY, "Even so, " + OTHER),
        joined(TITLE, STORY, "Initech, its German rival, was founded in 1999."),
        # Items of a round-up.
        joined("Earnings round-up", STORY, OTHER),
        joined(
            "Stocks making the biggest moves", "Globex (GBX) - Shares rose 5% on profit of $5 million.", "Initech (INI) - " + OTHER
        ),
        joined("Three report", STORY, OTHER, "Umbrella Plc earned 45 million pounds."),
    ],
)
def test_what_is_no_report_of_another(text: str) -> None:
    title = text.partition("\n")[0]
    assert own_end(text, title) == len(text)


def test_a_report_behind_a_round_up_is_no_part_of_its_last_item() -> None:
    items = [
        "Stocks making the biggest moves",
        "Globex (GBX) - Shares rose 5% after it earned $1.58 a share, 9 cents above estimates.",
        "Hooli (HOO) - Shares fell 3% after it earned 42 cents a share, 3 cents below estimates.",
    ]
    alone, followed = summarize(joined(*items)), summarize(joined(*items, HEADLINE, OTHER))
    assert [(s.company, s.results) for s in followed] == [(s.company, s.results) for s in alone]


def test_briefs_on_others_behind_a_story_in_rupees() -> None:
    own = joined("Globex profits up 65pc", "KARACHI: Globex Corporation posted a profit of Rs11 billion, up 65 per cent.")
    others = joined(
        "Nakatomi PAT dips 20pc",
        "Nakatomi Foods declared PAT at Rs6.3bn and EPS at Rs138.03, down 20.2pc.",
        "Hooli profits drop to Rs1.6bn",
        "Hooli Foods posted half yearly profit at Rs1.6bn (EPS: Rs14.98).",
    )
    text = joined(own, others)
    assert text[: own_end(text, "Globex profits up 65pc")].rstrip() == own


def test_a_list_of_listed_companies_of_which_one_tells_a_sum() -> None:
    text = joined(
        "Gainers",
        "Globex Corp (NYSE: GBX) shares were up 9 percent after a sales and earnings beat.",
        "Initech Inc (NASDAQ: INI) shares were up 4 percent after a sales beat. It raised its dividend to $0.09 a share.",
        "Umbrella Inc (NYSE: UMB) was up 2 percent after a sales beat.",
        "Hooli Inc (NASDAQ: HLI) shares were down 3 percent after an earnings miss.",
    )
    assert own_end(text, "Gainers") == len(text)
    assert [summary.company.ticker for summary in summarize(text)] == ["GBX", "INI", "UMB", "HLI"]
