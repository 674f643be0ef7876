"""
On results: how the title of a story, its lead or its body says that it tells of results.

Asked by whatever tells other kinds of news apart (`genres`, `nobody`).
"""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import re
from earnsum.stories.story import is_headline
from earnsum.text.moves import MOVE, MOVED

LEAD = 300
"""Letters of a lead, below the title."""
WHOLE = 1500
"""Letters of a whole story; a shorter text has no room for more than it is about."""

FISCAL = r"(?:q[1-4]|[1-4]q|h[12]|[12]h|9m)[ -]?fy[ '-]?[0-9]{2,4}"
"""``Q1FY26``, ``2QFY2019``: a quarter, and of which fiscal year."""


@lru_cache(maxsize=2)
def title_of(folded: str, headline: str) -> tuple[str, str]:
    """Return the headline of a text, which may stand apart from it, and what is below it; none of both where it has no headline."""
    title, _, body = folded.strip().partition("\n")
    if headline and headline != title.strip():
        title, body = headline, folded.strip()
    title = title.strip()
    return (title, body) if body and is_headline(title.rstrip("?!")) else ("", "")


_OF_A_PERIOD = (
    r"\b(?:quarter(?:ly)?|half(?:-year)?|full-year|interim)[- ](?:[a-z-]+ )?"
    r"(?:results|earnings|profits?|revenues?|sales|net|loss|income|operating|output|production|deliveries)"
    rf"|\b(?:q[1-4]|qtrly|h[12]|fy|{FISCAL}) (?:[a-z-]+ ){{0,3}}(?:earnings|eps|ffo|revenues?|sales|profits?|loss|ebitda)\b"
    r"|\b(?:profits?|earnings|sales|turnover|revenues?|loss) (?:for|in) the "
    r"(?:year|(?:[a-z]+ )?quarter|(?:three|six|nine|12|twelve) months)\b"
)
_MOVED = (
    r"\b(?:profits?|earnings) (?:stall|slip|dip|surge|soar|slump|slide|climb|rise|fall|jump|drop|double|triple|plunge)s?\b"
    r"|\b(?:record (?:\w+ )?profits?|profits? (?:up|down|beats?|tops?))\b"
    rf"|\b{MOVE} in (?:[a-z0-9-]+ ){{0,3}}(?:profits?|earnings)\b"
    rf"|\b(?:posted|earned|(?:profits?|earnings|sales|revenues?|net income) {MOVED}"
    r"|net (?:loss|income) (?:narrowed|widened|declined|increased|surged|tumbled|doubled|was|of))\b"
    r"|\b(?:boost|lift|push|drive?|drove|sen[dt]|help|drag|rais|increas)(?:e?s|ed|ing)? (?:up )?(?:[a-z'-]+ ){0,2}?"
    r"(?:profits?|earnings|sales|revenues?|turnover|income) (?:(?:to )?[a-z]+ )?(?:by |to )?(?:(?:about|almost|nearly|over) )?"
    r"[$£€¥]?[0-9.]+ ?(?:%|per ?cent\b|bn\b|[mb]illion\b|m\b)"
)
RESULTS_OF = re.compile(_OF_A_PERIOD, re.IGNORECASE)
RESULTS_MOVED = re.compile(_MOVED, re.IGNORECASE)
REPORTS = re.compile(f"{_OF_A_PERIOD}|{_MOVED}", re.IGNORECASE)
"""How a text tells of results of its own, beside whatever else it is about."""
ON_RESULTS = re.compile(
    r"\b(?:profits?|losses|loss|earnings|revenues?|turnover|results|eps|ebitda|quarter(?:ly)?|q[1-4]|half-year|outlook|guidance|"
    rf"{FISCAL}|"
    r"forecasts?|estimates|[1-9] months|(?:three|six|nine|twelve) months"
    r"|(?:jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?)(?: ?[-–—] ?| to )(?:mar(?:ch)?|june?|sep(?:t|tember)?|dec(?:ember)?))\b",
    re.IGNORECASE,
)
"""Words of a title that say that there are results below it, among them the months that they are of."""
