"""
Share moves: companies of which a paragraph says first how much their shares moved, as reports on a market do.

No article on one company tells so of several: where three paragraphs begin so, each tells of its company.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.model import Span
from earnsum.names.find import Names
from earnsum.names.uses import Use
from earnsum.patterns import re
from earnsum.stories.story import subject_of
from earnsum.text.marks import within
from earnsum.text.moves import MOVE, MOVED

FEW_MOVERS = 3
_VERB = (
    rf"(?:{MOVED}|lost|added|shed|shot|eased|firmed|retreated|edged|inched|popped|leaped|rocketed|cratered|sagged|put on|gave up"
    r"|ticked|traded|was|were|is|are|closed|ended|finished|opened)"
)
_MOVE = re.compile(
    r"\.?(?:,? (?:Inc|Corp|Co|Ltd|Plc|PLC|AG|SE|SA|NV|Group|Holdings?)\b\.?)?"
    r"(?: ?\([^()\n]{1,30}\)| [A-Z]{1,5}(?: [-+]?[0-9.]{1,6}%)?)?(?:,[^,.\n]{3,90},)?"
    r"(?:'s?)?(?: (?:shares?|stock|shares? price))? ?(?:also |had |have |has )?"
    rf"(?:{_VERB}(?: (?:up|down|off|higher|lower|by|about|around|nearly|almost|some|as much as|more than|over|roughly|another|out|"
    r"trading|at)){0,3}|[a-z]{3,9} [^.,\n]{3,50}, (?:up|down|off|rising|falling|gaining|losing|shooting(?: up)?))"
    r" (?:[a-z]?[$€£])?[0-9]++(?>(?:[.,][0-9]++)*) ?(?:%|per ?cent\b|pct\b|p\b|pence\b|cents?\b|, (?:or|up|down|off) [0-9])"
)
"""What a price has done: "gained 1.9% to £16.29", "shares jumped 12 percent after …", "declined $1.17, or 0.8 percent"."""
_DROP_FOR = re.compile(rf"[0-9.]+ ?(?:%|per ?cent) (?:{MOVE}|loss) (?:for|by) \Z")
"""``They offset a 12.9% drop for Acme``"""
_FLOOR = re.compile(r"(?i)\b(?:shares?|stocks?|index|indices|points|in trading)\b")
_NO_SHARE = re.compile(
    r"(?:S&P|Stoxx|STOXX|DAX|CAC|FTSE|Dow|Nasdaq|NASDAQ|Nikkei|IBEX|SMI|Topix|Kospi|Sensex|Nifty|Russell|ASX|TSX|Brent|WTI|Bitcoin|Ether)\b"
)


_ON_A_MARKET = re.compile(
    r"\b(?:Dow|S&P 500|Nasdaq|FTSE|Footsie|STOXX|Stoxx|FTSEurofirst|DAX|CAC|Nikkei|Hang Seng|Sensex"
    r"|Wall Street(?!'?s?'? (?:[a-z-]+ )?(?:analyst|consensus|estimate|expectation|forecast|hope|target|view))"
    r"|(?:European|U\.?S\.?|Asian|London|Japanese|Indian|Chinese|Canadian|Australian) (?:stocks?|shares|equities))\b"
    rf"[^.\n]{{0,80}}?\b(?:{_VERB}|higher|lower|buoyed|close|rise|fall|slip)\b"
)
"""How the title or the lead of a report on a market begins, in which even two that moved are told of one by one."""


def few_movers(names: Names, paragraphs: Sequence[Span], headline: str) -> int:
    """Return how many companies on the move make a report on a market of a text."""
    lead = paragraphs[0] if paragraphs else Span(0, 0)
    on_market = _ON_A_MARKET.search(headline) or _ON_A_MARKET.search(names.folded, *lead)
    return FEW_MOVERS - 1 if on_market else FEW_MOVERS


def on_the_move(names: Names, paragraphs: Sequence[Span], few: int) -> list[Use]:
    """
    Return the names of which a paragraph says first how much their price moved, in a text that speaks of shares.

    A price that falls is no figure: "Acme gained 1.9% to £16.29", but neither "Acme earned 5 cents" nor an index.
    """
    uses = list(_moving(names, paragraphs, which=few < FEW_MOVERS))
    return uses if len(uses) >= few and _FLOOR.search(names.folded) is not None else []


def moving_inside(names: Names, paragraphs: Sequence[Span]) -> Iterator[Use]:
    """Yield the names of which a later sentence of a paragraph says first how much their price moved."""
    for paragraph in paragraphs:
        yield from (use for use in within(names.uses, paragraph) if use.span.start > paragraph.start and is_moving(names, use))


def is_moving(names: Names, use: Use) -> bool:
    """Tell a name whose price moved, which a sentence begins with ("Acme, the brewer, rose 6.1% after") or is all about."""
    if _DROP_FOR.search(names.folded, max(0, use.span.start - 40), use.span.start) is not None:
        return True
    begins = not use.inside or names.folded.startswith(". Shares of ", max(0, use.span.start - 12))
    return begins and _is_told_to_move(names, use)


_WHICH = ", which"
"""``Acme, which rose 3%``: of shares in a report on a market, elsewhere of the sales of goods, too"""


def _is_told_to_move(names: Names, use: Use, *, which: bool = False) -> bool:
    """Tell a name, and no index, behind which stands how much its price moved, be it in a clause with "which"."""
    behind = use.span.end + len(_WHICH) if which and names.folded.startswith(_WHICH, use.span.end) else use.span.end
    return _MOVE.match(names.folded, behind) is not None and _NO_SHARE.match(use.name) is None


def _moving(names: Names, paragraphs: Sequence[Span], *, which: bool) -> Iterator[Use]:
    for paragraph in paragraphs:
        for use in within(names.uses, Span(paragraph.start, min(paragraph.end, paragraph.start + 80))):
            if _is_told_to_move(names, use, which=which):
                if subject_of(names, paragraph, {names.fullest[use.name]}) is use:
                    yield use
                break
