"""Titles of round-ups: which tell of many companies, of a trade, or of several by name."""

from __future__ import annotations

from earnsum.names.find import Names
from earnsum.patterns import re
from earnsum.text.places import places_of
from earnsum.text.terms import RESULT

MOVERS = re.compile(
    r"(?i)\b(?:(?:winners|gainers) (?:&|and) (?:losers|decliners|laggards)|biggest movers?|"
    r"making (?:the )?(?:biggest )?(?:moves|headlines)|movers|stocks in motion|stocks fared|"
    r"(?:stocks?|shares|who's|companies) (?:that )?(?:mov(?:ing|ed)|to watch|on the move)|whose shares|"
    r"hot stocks|companies' (?:results|reports?|reporting|earnings|profits)|"
    r"shares to watch|factors to watch|main business stories|stock market (?:news|today)|markets? (?:close[sd]?|wrap|update)|"
    r"(?:earnings|results|company reports) (?:round-?up|wrap|season|recap|digest|at a glance)|"
    r"(?:reporting|results) season|round-?up|in brief|what to watch|wrap(?:up)?|hours buzz|"
    r"corporate report|things to know|stocks in (?:the news|focus)|business live|live updates|(?:earnings|results) highlights|"
    r"(?:business|corporate|company|news) (?:digest|briefs?|bulletin|highlights|matrix))\b"
    r"|\A(?:after[- ]hours|pre-?market|midday|late|early) (?:action|session|moves)\b|scorecard\b"
    r"|\A(?:[1-4]Q|Q[1-4]) results: (?!(?-i:[A-Z])[^,:]*\b(?:profit|net|revenue|sales|income|loss)\b)"
    r"|\Astocks -|(?:,| and| &) more\Z"
    r"|\A(?:london|ftse|dax|cac|nikkei|sensex|nifty|asx|tsx|dow|nasdaq|wall st(?:reet)?|(?:australian )?share ?market"
    r"|(?:us |u\.s\. |european |asian |uk |aussie )?(?:stocks|shares|equities|(?:(?:stock|equity|index) )?futures))\b"
    rf"(?!(?:'s)? (?:core |net )?{RESULT}\b)"
    r"(?:(?!profits?\b|earnings\b|revenue|results\b|sales\b|income\b|loss\b)[^:]){0,40}?\b(?:close[sd]?|end(?:s|ed)?|opens?|higher|lower|mixed|flat|(?:slip|fall|rise|gain|drop|slide|climb|sink|jump|edge)s?|"
    r"(?:up|down) [0-9.]+ ?(?:%|per ?cent|points))(?!\w)"
)
_TRADES = (
    r"(?:banks|lenders|airlines|carriers|retailers|(?:auto|car|chip|drug)makers|insurers|reits|brewers|telcos|miners|utilities|"
    r"railroads|homebuilders|oil majors|stores)"
)
_MANY = re.compile(
    r"(?i)\A(?:(?:airline|bank|retail|reit|chip|oil) (?:results|earnings|profits)\b"
    rf"|(?:[\w.]+ ){{0,3}}{_TRADES}"
    r"(?:'|(?: \w+)? (?:results|earnings|report|post|beat|miss|fall|rise|drop|slide|profits|see|lose)\b)"
    r"|(?:[^,:]*: )?[^,:]*\b(?:profits?|earnings|results|reports|income)\b[^,:]*"
    rf" (?:at|of|for|from|by) (?:[\w.]+ ){{0,4}}{_TRADES}\Z)"
)
"""A title that tells of a trade rather than of a company."""

_BESIDE = re.compile(
    rf"(?:\A(?:How|Why|What|Can|Will)?|\A(?:[\w.-]+ )?(?i:{_TRADES}|[a-z]+makers)"
    r"|[,;:/—–]|\ -|\b(?:and|vs\.?|though|while|but)|&)\ ?\Z"
)


def is_titled(headline: str, first: str) -> bool:
    """Tell whether a title is on a company, and not on what another one owes to it ("Acme's profit doubles as Anvil rebounds")."""
    return any(_BESIDE.search(headline, 0, place) for place in places_of(headline, first))


def is_roundup_title(names: Names, headline: str) -> bool:
    """Tell the title of a round-up, or of news of a trade ("US banks' profits rise", but not "Acme Airlines' profits rise")."""
    return MOVERS.search(headline) is not None or (_MANY.match(headline) is not None and not _is_on_one(names, headline))


def _is_on_one(names: Names, headline: str) -> bool:
    return any(use.span.end <= len(headline) and names.weights[names.fullest[use.name]] >= 2 for use in names.uses)
