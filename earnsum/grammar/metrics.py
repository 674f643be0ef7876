"""Metrics: what several stages ask of one, by its name in the lexicon, or by the verb that stands for it in a text."""

from __future__ import annotations

MARGINS = {
    "operating_income": "operating_margin",
    "net_income": "net_margin",
    "ebitda": "ebitda_margin",
    "gross_profit": "gross_margin",
    "net_interest_income": "net_interest_margin",
}
"""Profits, and what they are called as a share of sales."""

UNNAMED_MARGIN = "margin"
"""The metric of a margin without a name, which no row has."""

MARGINS_OF_SALES = frozenset(MARGINS.values()) - {"net_interest_margin"}
"""Margins whose name says of which profit they are; a bank's is one of what it lent."""

BASED = frozenset({"eps", "net_income", "operating_income", "pretax_income", "ebitda", "ffo", "gross_profit"}) | MARGINS_OF_SALES
"""Metrics that are reported on more than one basis; of the others a basis counts only right before the name."""

EARNINGS = frozenset({"earnings", "net_income", "operating_income", "pretax_income", "ebitda", "eps"})
"""What is earned, whatever is taken off; "earnings" is the name of what may be any of them."""

SOLD_AND_EARNED = EARNINGS | {"revenue"}
"""What grows at one rate, and of which outlooks are told first: not orders and the backlog."""

STOCKS = frozenset({"users", "subscribers", "debt", "cash"})
"""Counts that are a level: additions to them are another metric, or none."""

COSTS = frozenset({"charge", "provisions"})
"""What is called a loss too, but counted as a cost ("impairment losses"): of these, more than expected is worse."""

DECLARED = frozenset({"dividend", "buyback"})
"""What is paid out to owners, as the board declares: of no period, and with no prior, unless the text says so."""

EARNED = frozenset({"earned", "earning", "earns", "earn", "made", "pocketed", "banked", "took home"})
EARNED |= {"make", "making", "lost", "losing", "lose", "loses"}
EARNED |= {"ganó", "gana", "ganado", "ha ganado", "ganaron", "ganando", "perdió", "pierde", "ha perdido"}
"""Verbs that name a profit; people earn too, and no pronoun stands for a verb."""

BRINGS = frozenset({"generated", "contributed", "produced", "yielded", "supplied"})
"""Verbs that name the sales of a part, where one is who did so; a company generates cash, and a plant electricity."""

LOST_ABROAD = frozenset({"a perdu", "ont perdu"})
LOST = frozenset({"lost", "losing", "lose", "loses"}) | LOST_ABROAD
"""Verbs that name a loss, but of shares a fall."""


def brings(words: str) -> bool:
    """Tell a verb that names the sales of a part ("advertising brought the company", "the ads business produced")."""
    return words in BRINGS or (words.startswith("brought ") and words != "brought in")
