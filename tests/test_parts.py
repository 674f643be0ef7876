"""Parts: for which segment, product or place a figure is given, and whose figures are none of the company's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from earnsum import summarize
from earnsum.grammar.premodifiers import find_premodifier
from earnsum.grammar.tokens import Token

ACME = "Acme Inc. earned $5 a share. "

SCOPES = [
    ("Revenue- Widgets: $24.27 million versus $23.08 million estimated by four analysts.", {"widgets": "24270000"}),
    ("Cable Access segment revenue: $24.0 million, up 85.6%.", {"cable access": "24000000"}),
    ("Higher fares helped push revenue up 11.7 percent to $2.96 billion.", {None: "2960000000"}),
    ("IFRS revenue was $5 million.", {None: "5000000"}),
    ("Sales outside Finland dropped to $5 million.", {"outside finland": "5000000"}),
    ("Including a gain from the sale of its cable operations, it had revenue of $516 million.", {None: "516000000"}),
    ("The maker of Anvil and other apparel brands reported revenue of $67 million.", {None: "67000000"}),
    ("It did well for a weak retail market, and took revenue to $1.75 billion.", {None: "1750000000"}),
    (
        "Revenue from Europe was $5 million, from Asia $7 million and from Africa $2 million.",
        {"europe": "5000000", "asia": "7000000", "africa": "2000000"},
    ),
    ("Revenue was $5 million in China.", {"china": "5000000"}),
    ("Revenue was $5 million in March.", {None: "5000000"}),
    ("Revenue was $5 million in Q2FY26.", {None: "5000000"}),
    (
        "Financial & Risk, which serves bankers, brokers and others, saw its revenue slip to $1.6 billion.",
        {"financial & risk": "1600000000"},
    ),
    ("Tax & Accounting turned in revenue of $341 million.", {"tax & accounting": "341000000"}),
    ("The Client Computing Group, which sells chips, recorded $7.33 billion in revenue.", {"client computing": "7330000000"}),
    ("Platform and Other, the segment with Anvil, contributed $1.75 billion in revenue.", {"platform and other": "1750000000"}),
    ("Its cloud segment had a profit of $1 million. The segment's revenue was $4 million.", {"cloud": "4000000"}),
    ("In commercial aircraft profits fell, but revenue was $5 million.", {"commercial aircraft": "5000000"}),
    ("In local currencies profits fell, but revenue was $5 million.", {None: "5000000"}),
    ('"Our Digital group had revenue of $5 million," the chief said.', {"digital": "5000000"}),
    ("Globex on Oct. 26 posted revenue of $1 billion.", {}),
    ("Rival Globex earlier this month reported revenue of $1.04 billion.", {}),
]


@pytest.mark.parametrize(("text", "scopes"), SCOPES, ids=[case[0][:40] for case in SCOPES])
def test_a_figure_is_given_for(text: str, scopes: dict[str | None, str]) -> None:
    [summary] = summarize(ACME + text)
    rows = {row.scope: str(row.actual.value) for row in summary.results if row.metric == "revenue" and row.actual}
    assert rows == scopes


CHANGES = [
    ("Revenue climbed 3% in the U.S. and 8% abroad.", {"u.s.": "3", "abroad": "8"}),
    ("Sales were up 5% in Europe and 7% in Asia.", {"europe": "5", "asia": "7"}),
    (
        "Sales rose 5% in Old Europe, 2% in Asia and fell 3% in South Africa.",
        {"old europe": "5", "asia": "2", "south africa": "-3"},
    ),
    (
        "Sales fell 16%, as Asia Pacific sales dropped 19%, Europe fell 33%, North America slipped 5% and Africa was up 2%.",
        {None: "-16", "asia pacific": "-19", "europe": "-33", "north america": "-5", "africa": "2"},
    ),
    ("* display technologies, first-quarter sales were up 15%.", {"display technologies": "15"}),
    ("* qtrly grooming segment organic sales increased four percent.", {"grooming": "4"}),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES, ids=[case[0][:40] for case in CHANGES])
def test_a_list_gives_a_change_a_part(text: str, changes: dict[str | None, str]) -> None:
    [summary] = summarize(text if text.startswith("*") else ACME + text)
    assert {row.scope: str(row.change.pct) for row in summary.results if row.metric == "revenue" and row.change} == changes


def test_a_row_of_subjects_without_a_part_is_not_looked_at_over_and_over(monkeypatch: pytest.MonkeyPatch) -> None:
    sold = "rugs mats lamps beds chairs desks shelves sofas bins racks".split()
    clauses = ", ".join(f"while {goods} had sales of ${at} million" for at, goods in enumerate(sold, start=2))
    looked = []

    def counted(folded: str, tokens: Sequence[Token], metric_at: int, *, only_trades: bool) -> str | None:
        looked.append(metric_at)
        return find_premodifier(folded, tokens, metric_at, only_trades=only_trades)

    monkeypatch.setattr("earnsum.parts.scopes.find_premodifier", counted)
    summarize(f"Acme Corp reported its third-quarter results on Tuesday. Sales were $1 million, {clauses}.")
    assert len(sold) < len(looked) < len(sold) ** 2
