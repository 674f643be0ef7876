"""
No rule is learnt by heart: shapes and lexicon entries that read none or one of the texts of the development set are few, and known.

Each stands below with the reason why it stays.  One that reads more by now, or is gone, leaves the list.
"""

from __future__ import annotations

from functools import cache

import evalset
import pytest
from tool_rules import FEW, count, known

pytestmark = pytest.mark.skipif(not evalset.SHARED.is_dir(), reason=evalset.ABSENT)

STAY = {
    "a metric of the record, or a cue of one, that few articles tell of": """
        entry arr
        entry aum
        entry billings
        entry ebitda_margin
        entry gmv
        entry gross_profit
        entry headcount
        entry operating_cash_flow
        entry provisions
        entry revenue_growth
        entry stores
        entry tax_rate
        entry unit_revenue
        entry property_income
        entry distributable_income
        entry core_profit
        entry income_from_operations
        entry comprehensive_income
    """,
    "words that are common in articles outside the set": """
        entry bigger
        entry organic
        entry preview
        entry respectively
        entry top_line
        entry was_expected
        entry told_before
    """,
    "words that are passed over, and so leave no mark": """
        entry filler
    """,
    "keeps out figures that are no results": """
        shape a profit on a sale, or a sum that a profit leaves out or holds
        shape a broker's own estimate, revised
        shape estimates ran from FIGURE to FIGURE
        shape FIGURE above estimates, in percent
        shape is expected to report FIGURES
        shape short of FIGURE that the company itself forecast
    """,
    "a form that any newsroom may use, guarded by cases": """
        shape FIGURE (+FIGURE)
        shape a margin expected to move by FIGURE
        shape FIGURE (FIGURE), a year ago in brackets
        shape FIGURES had been expected
        shape growth slowed to FIGURE
        shape outlook FIGURE expected, the verb last
        shape beat estimates with FIGURE versus FIGURE
        shape a rate, a year ago FIGURE
        shape a year ago it was FIGURE
        shape analysts expected a rise of FIGURE to FIGURE
        shape turned FIGURE into another
        shape an outlook beside FIGURE of a year ago
        shape expects FIGURE, the consensus, and FIGURE
        saying FIGURE in METRIC, above estimates
        entry even
    """,
    "a form of another language, of which the set has few articles": """
        shape a rise that analysts expected
        shape a second rate, organic
        shape analysts had FIGURES expected, the verb last
        shape by FIGURE
        shape expects FIGURES, the verb last
        shape expects from FIGURE to FIGURE
        shape raised from FIGURE
        saying METRIC, estimates beaten
    """,
}
"""Why a rule stays: a kind and a name on each line."""


def _listed() -> dict[tuple[str, str], str]:
    """Return rule → why it stays."""
    return {
        (kind, name): reason
        for reason, rules in STAY.items()
        for kind, _, name in (line.strip().partition(" ") for line in rules.strip().splitlines())
    }


@cache
def _few() -> frozenset[tuple[str, str]]:
    counts = count(path.read_text("utf-8") for path in evalset.articles())
    return frozenset(rule for rule in {*known(), *counts} if rule[0] != "word" and counts[rule] <= FEW)


def test_no_rule_reads_few_texts_without_a_reason() -> None:
    assert sorted(_few() - _listed().keys()) == []


def test_no_reason_is_left_that_nothing_needs() -> None:
    assert sorted(_listed().keys() - _few()) == []
