"""Titles of round-ups: which tell of many companies, of a trade, or of several by name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.model import Span
from earnsum.names.datelines import dateline_end
from earnsum.names.find import Names
from earnsum.patterns import any_of, re
from earnsum.stories.story import is_headline, subject_of
from earnsum.text.moves import MOVE_WORDS, MOVED, MOVES_WORDS
from earnsum.text.places import is_named, places_of
from earnsum.text.terms import POSTED, RESULT

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
    r"|\A(?:(?:business|companies|markets) this week|the week in business|in short|earnings reports?(?: for [^:]*)?)\Z"
    r"|\A(?:after[- ]hours|pre-?market|midday|late|early) (?:action|session|moves)\b|scorecard\b"
    r"|\A(?:[1-4]Q|Q[1-4]) results: (?!(?-i:[A-Z])[^,:]*\b(?:profit|net|revenue|sales|income|loss)\b)"
    r"|\Astocks -|(?:,| and| &) more\Z|,[^,]{2,40}(?:,| and| &) (?:[0-9]{1,3} more|others)\b"
    r"|\A(?:london|ftse|dax|cac|nikkei|sensex|nifty|asx|tsx|dow|nasdaq|wall st(?:reet)?|(?:australian )?share ?market"
    r"|(?:us |u\.s\. |european |asian |uk |aussie )?(?:stocks|shares|equities|(?:(?:stock|equity|index) )?futures))\b"
    rf"(?!(?:'s)? (?:core |net )?{RESULT}\b)"
    r"(?:(?!profits?\b|earnings\b|revenue|results\b|sales\b|income\b|loss\b)[^:]){0,40}?\b(?:close[sd]?|end(?:s|ed)?|opens?|higher|lower|mixed|flat|(?:slip|fall|rise|gain|drop|slide|climb|sink|jump|edge)s?|"
    r"(?:up|down) [0-9.]+ ?(?:%|per ?cent|points))(?!\w)"
)
TRADES = (
    r"(?:(?:private |state |listed |public |tech )?(?:companies|firms|banks|lenders|airlines|carriers|retailers"
    r"|(?:auto|car|chip|drug|phone|truck|steel)makers|insurers|reits|brewers|telcos|telecoms|miners|refiners|producers|developers"
    r"|utilities|railroads|homebuilders|oil majors|majors|giants|operators|grocers|supermarkets|stores|hospitals))"
)
_COUNT = r"(?:[2-9]|[1-9][0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many|most|some)"
_ADJECTIVES = r"(?:(?!of\b|at\b|in\b|for\b|from\b|by\b|and\b|to\b)[\w.'-]+,? ){0,4}?"
_FARE = (
    rf"(?:{POSTED}|{MOVED}|{any_of(MOVES_WORDS)}|{any_of(MOVE_WORDS)}|(?:report|post|book|record|log|generate|make|earn|see|lose|suffer|enjoy"
    r"|deliver|announce|release|declare|publish|rake|beat|miss|top|record|perform|fare|fail|disclose|return|swing)(?:s|ed|ing)?"
    r"|saw|beat|swung|fared|doubled|tripled|results|earnings|profits?'?|reports?|revenues?)"
)
_AHEAD = r"(?:will|may|might|could|should|(?:are |is |was |were )?(?:expected|forecast|seen|set|likely|poised|due)|to)\b"
"""How a preview goes on, which tells what is not reported yet."""
_MANY = re.compile(
    r"(?i)\A(?:(?:[\w.']+ ){0,2}(?:airline|bank|retail|reit|chip|oil|company|corporate|industry|sector)"
    rf" (?:results|earnings|profits)\b(?! {_AHEAD})"
    rf"|(?:How |Why |What )?(?:[\w.']+ ){{0,3}}{TRADES}(?:'|(?:,? [\w.&]+){{0,4}}? {_FARE}\b)"
    rf"|(?:[^,:]*: )?(?:[\w.']+ ){{0,3}}{_COUNT} (?:of |in |out of )?{_ADJECTIVES}{TRADES}\b"
    r"|(?:[^,:]*: )?[^,:]*\b(?:profits?|earnings|results|reports|income)\b[^,:]*"
    rf" (?:at|of|for|from|by) (?:[\w.]+ ){{0,4}}{TRADES}\Z)"
)
"""A title that tells of a trade rather than of a company."""

_BESIDE = re.compile(
    rf"(?:\A(?:How|Why|What|Can|Will)?|\A(?:[\w.-]+ )?(?i:{TRADES}|[a-z]+makers)"
    r"|[,;:/—–]|\ -|\b(?:and|vs\.?|though|while|but)|&)\ ?\Z"
)


_OPENING = 2
"""Paragraphs that may say so."""
_LEAD = re.compile(
    r"(?i)(?:here|below|following)(?:'s| is| are)? (?:an? |the )?(?:\w+ ){0,2}"
    r"(?:recap|round-?up|summary|list|look|rundown|snapshot|digest)\b"
    rf"|(?:(?:the|[\w']+'s?|among|nearly|almost) )?(?:[a-z-]+ ){{0,2}}?{_COUNT} (?:of |in |out of )?{_ADJECTIVES}{TRADES}\b"
    rf"(?:(?P<named>(?:,| --?| \(|:) ?(?-i:[A-Z])[^.;]{{1,40}}?(?:,| and| &) (?:and )?(?-i:[A-Z]))"
    rf"|(?:(?! {_AHEAD})[^.\n]|\.(?=[\w,])){{0,80}}?"
    rf"\b{_FARE}\b)"
)
"""``Three Gulf lenders reported lower profits``, ``Here is a recap of corporate announcements``: a lead on many companies"""


def is_on_many(names: Names, paragraphs: Sequence[Span], headline: str) -> bool:
    """Tell a story on several companies, by its title, by those of its briefs or by its lead."""
    if is_roundup_title(names, headline) or _is_of_briefs(names, paragraphs, headline):
        return True
    told = [p for p in paragraphs[: _OPENING + 1] if p.of(names.folded) != headline][:_OPENING]
    leads = filter(None, (_LEAD.match(names.folded, dateline_end(names.folded, p.start), p.end) for p in told))
    return any(lead["named"] or not _is_on_one(names, headline) for lead in leads)


_FEW = 3


def _is_of_briefs(names: Names, paragraphs: Sequence[Span], headline: str) -> bool:
    """Tell briefs under headlines of their own, each on a company ("Acme net up 5%", "Globex sees loss"), and the title on none."""
    firms = [use and names.fullest[use.name] for use in (subject_of(names, p) for p in paragraphs)]
    headed = {
        firm
        for (firm, below), line in zip(pairwise(firms), paragraphs, strict=False)
        if firm is not None and firm == below and is_headline(text := line.of(names.folded)) and text != headline
    }
    return len(headed) >= _FEW and not any(is_named(headline, firm.split()[0]) for firm in headed)


def is_titled(headline: str, first: str) -> bool:
    """Tell whether a title is on a company, and not on what another one owes to it ("Acme's profit doubles as Anvil rebounds")."""
    return any(_BESIDE.search(headline, 0, place) for place in places_of(headline, first))


def is_roundup_title(names: Names, headline: str) -> bool:
    """Tell the title of a round-up, or of news of a trade ("US banks' profits rise", but not "Acme Airlines' profits rise")."""
    return MOVERS.search(headline) is not None or (_MANY.match(headline) is not None and not _is_on_one(names, headline))


def _is_on_one(names: Names, headline: str) -> bool:
    return any(use.span.end <= len(headline) and names.weights[names.fullest[use.name]] >= 2 for use in names.uses)
