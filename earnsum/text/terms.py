"""
Terms: nouns and verbs of reports and of what is expected, that many patterns need.

Patterns that need such a word are made of these; what the words of a sentence mean stands in the lexicon.
"""

from __future__ import annotations

from earnsum.patterns import any_of

_SALES = "sales revenue revenues turnover takings".split()
SALES = any_of(_SALES)
"""What was taken, by its names."""
RESULT = any_of(
    [*_SALES, *"profit profits earnings income loss losses ebit ebita ebitda eps result results".split(), "bottom line", "top line"]
)
"""What a report tells, by its names: of sales, of a profit or a loss, of both."""
POSTED = any_of(
    "reported posted made earned lost booked recorded logged notched registered netted clocked generated delivered achieved"
    " incurred suffered enjoyed endured experienced managed showed shown".split()
)
"""What a company did with a result; patterns that also take what it said, had or saw name these beside it."""
_OUTLOOKS = "guidance outlook outlooks forecast forecasts projection projections prediction predictions".split()
OUTLOOK = rf"(?:{any_of(_OUTLOOKS)}|(?<!price[ ])targets?)"
"""A company's outlook by its names; patterns that also take an estimate, a view or a range name these beside it."""
_RAISED = "raised lifted boosted hiked upped bumped nudged increased upgraded".split()
_LOWERED = "cut lowered reduced trimmed pared slashed downgraded".split()
REVISED = any_of([*_RAISED, *_LOWERED, *"narrowed tightened widened revised updated".split()])
"""What was done to an outlook or an estimate, so that it is another than before."""
REVISES = (
    "(?:(?:rais|lift|boost|hik|upp|bump|nudg|increas|upgrad|cut|lower|reduc|trim|slash|downgrad|narrow|revis|updat)[a-z]*"
    "|par(?:es?|ed|ing))"
)
"""The same in any form."""
EXPECTED = any_of(
    "expected forecast forecasted projected predicted anticipated estimated seen pegged reckoned tipped penciled pencilled modeled"
    " modelled envisaged envisioned foreseen".split()
)
"""What something was, by those who looked ahead."""
ITS = "(?:its|the|their|our)"
"""What stands before a company's own."""
UNIT = any_of("unit business division segment vertical arm subsidiary affiliate operation".split())
"""What a part of a company is called; patterns that also take a brand, a chain or a drug name these beside it."""
EXPECTS = any_of(
    "expect expects see sees forecast forecasts project projects anticipate anticipates predict predicts foresee foresees estimate"
    " estimates envisage envisages reckon reckons".split()
)
"""What whoever looks ahead does."""
PERIOD = any_of("quarter half half-year year period month trimester semester".split())
"""What a report is of, in general."""

ON_YEAR = (
    r",?\ (?:\(?(?:year[- ]o(?:ver|n)[- ]year|yoy|y/y|on[- ]year|year-to-year)\)?"
    r"|(?:from|versus|vs\.?|over|(?:compared|as\ against)\ (?:with|to))\ (?:a|the|last)\ year(?:\ (?:ago|earlier|before|prior))?)"
    r"(?=\ (?:in|at|for|across|within)\b)"
)
"""``rose 16% year over year`` in its furniture unit, ``up 16% from a year ago`` at Duff: what stands before where that was"""
