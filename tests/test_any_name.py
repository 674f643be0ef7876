"""
Any name: a story is read alike whatever its company is called.

Companies have names that look like a possessive ("Duffy's"), like words that link others ("Under Anvil"), like a period ("D3.ai")
or like a bank's, a place's or a trade's: none of that may change which figures are read, nor put them down to a part.
"""

from __future__ import annotations

import pytest

from earnsum.pipeline import summarize

STORY = """{name} profit beats estimates

{name} on Thursday reported a quarterly profit of $1.02 a share, beating the 98 cents that analysts had expected. \
Revenue rose 4% to $1.4 billion, against estimates of $1.35 billion.

{its} online sales climbed 12% to $300 million. Shares of {name} rose 5%.

{name} said it expects revenue of $5.6 billion to $5.8 billion this year."""

NAMES = [
    "Duffy's",
    "Baker's Sporting Goods",
    "Men's Place",
    "Under Anvil",
    "On Holding",
    "At Hearth",
    "D3.ai",
    "3Z",
    "A&B",
    "Anvil & Forge",
    "L Anvils",
    "Anvil-Cola",
    "Bank of Springfield",
    "Springfield Airlines",
    "Royal Dutch Anvil",
    "General Anvils",
    "First Hearth",
    "Next",
    "Target",
    "Block",
    "Visa",
    "eAnvil",
    "J.C. Forge",
    "Anvil.com",
    "Marks & Sparks",
    "Deutsche Amboss",
    "Anvil in the Box",
    "Rent the Anvil",
    "On the Anvil",
    "Anvil In Motion",
    "St. Anvil Medical",
    "T. Anvil Price",
    "Dr. Anvil's Laboratories",
    "A.n.v. Beauty",
    "Anvil Management",
    "Anvil Income",
    "Anvil 66",
    "3a",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_read_alike_whatever_its_company_is_called(name: str) -> None:
    owner = name if name.endswith("'s") else f"{name}'s"
    [summary] = summarize(STORY.format(name=name, its=owner))
    assert summary.company.name == name
    told = {(row.metric, row.scope, row.actual.text if row.actual else None, row.verdict) for row in summary.results}
    assert told == {
        ("eps", None, "$1.02", "beat"),
        ("revenue", None, "$1.4 billion", "beat"),
        ("revenue", "online", "$300 million", None),
    }
    assert [(row.metric, row.scope, row.actual.text if row.actual else None) for row in summary.guidance] == [
        ("revenue", None, "$5.6 billion to $5.8 billion")
    ]


@pytest.mark.parametrize("name", ["A&B", "ABC", "eAnvil", "D3.ai", "Anvil in the Box", "Baker's Sporting Goods", "Mason's"])
def test_an_item_is_of_the_company_that_it_opens_with(name: str) -> None:
    [summary] = summarize(
        f"{name} rose 3% in premarket trading after it earned an adjusted $1.02 per share for its latest quarter, "
        "compared to a consensus estimate of 98 cents."
    )
    assert summary.company.name == name
    assert [(row.metric, row.verdict) for row in summary.results] == [("eps", "beat")]
