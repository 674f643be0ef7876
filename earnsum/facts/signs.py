"""
Signs: which figures are losses and declines.

A figure rarely carries its own sign; the words do: the metric's name ("a loss
of 12 cents"), the verb before it or the noun behind it ("a 4% drop").
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.tokens import Cue, Token, tags_of
from earnsum.patterns import ABOUT, regex
from earnsum.text.marks import Quantity, negative

_NEGATIVE = regex.compile(r"(?i)\bnegative(?: [a-z-]++){0,2} $")
_FLOWN_OUT = regex.compile(
    r"(?i)\b(?:(?:outflows?|cash burn) (?:of|was|totaled)|burn(?:ed|ing)(?: through)?) "
    rf"{ABOUT}$"
)
_RELEASED = regex.compile(
    r"(?i)\b(?:(?:releas(?:ed|ing)|freed up|freeing up|wrote back|writing back|reversed) (?:an? |another |further |some |about )*"
    r"|(?:releases?|recover(?:y|ies)|write-?backs?|reversal|(?:net|a) (?:benefit|credit)) of (?:(?!for\b)[a-z]++ of )?)$"
)
_FLOWS = frozenset({"free_cash_flow", "operating_cash_flow"})
_REACH = 6
_REACH_BY = 13
"""Tokens that a verb may stand before a rate, and before one that "by" leads in ("brach der Gewinn (Ebitda) um 5 Prozent ein")."""
_SECOND = regex.compile(r"(?P<way>[UD])[_tny]{0,3}%(?:(?:&%)?,?&[_B]{0,2}M[_n]{0,3}|_?r?(?:[s$#][_n]{0,2})?_{0,2}[QY]_?,?&_?)$")
"""
``sales are to fall between 4% and 6% and comparable sales between 3% and 5%``, ``down 9% from the quarter before and 4% from a
year ago``: the verb of the first is the second's too.
"""
_DOWN = "Dmvw"


def signed_change(figure: Quantity, side: str) -> Quantity:
    """Return a rate with the sign that its verb gives it; one that is written with a sign keeps it."""
    if side and side[-1] in _DOWN and figure.value > 0 and not figure.signed:
        return negative(figure)
    return figure


def direction(tokens: Sequence[Token], at: int) -> str:
    """Return the tag of the verb of change nearest before a figure in its part of the clause, or of a fall named behind it."""
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if behind in ("U", "D") and (tokens[at - 1].tag == "&" or _is_noun(tokens[at + 1])):
        return behind  # "between a 1% decline and a 1% gain", "down 4%, below the 0.2% increase expected"
    reach = _REACH_BY if tokens[at - 1].tag == "y" else _REACH
    for before in range(at - 1, max(-1, at - reach), -1):
        tag = tokens[before].tag
        if tag in "UD":
            return "" if tokens[before + 1].tag == "t" else tag  # "growth slowed to 3%": what it is now
        if tag in "Gqw" and _is_of_fall(tokens[before]):
            return "D"
        if tag in "s$#d;/rg":
            break
    if (first := _SECOND.search(tags_of(tokens[max(0, at - 2 * _REACH) : at]))) is not None:
        return first["way"]
    named = (
        behind == "M" and at + 2 < len(tokens) and tokens[at + 2].tag == "D" and _is_noun(tokens[at + 2])
    )  # "a 1% sales decline"
    return "D" if behind == "D" or named or _is_lower(tokens[at + 1 : at + 3]) else ""


_FALLS = frozenset("decline fall drop decrease".split())
_LOWER = frozenset({"lower than", "less than", "smaller than", "below"})


def _is_of_fall(token: Token) -> bool:
    """Tell what is of a fall by its own words ("expected to drop", "a smaller drop than")."""
    return isinstance(token.mark, Cue) and token.mark.words.removesuffix(" than").rpartition(" ")[2] in _FALLS


def _is_lower(behind: Sequence[Token]) -> bool:
    """Tell that what stands behind a rate sets it below another time, not below estimates ("15% lower than a year ago")."""
    if not behind or not (isinstance(behind[0].mark, Cue) and behind[0].tag == "w" and behind[0].mark.words in _LOWER):
        return False
    return len(behind) == 1 or behind[1].tag in "_YQWTn"


_MOVES = frozenset(
    "increase decrease rise fall gain drop decline growth jump improvement slide slump plunge dip tumble contraction".split()
)


def _is_noun(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words.partition(" ")[0] in _MOVES


def is_outflow(folded: str, metric: str, at: int) -> bool:
    """Tell cash that flowed out, and provisions that were released, from the words before the figure at a place."""
    pattern = _FLOWN_OUT if metric in _FLOWS else _RELEASED if metric == "provisions" else None
    return pattern is not None and pattern.search(folded, max(0, at - 40), at) is not None


def is_called_negative(folded: str, at: int) -> bool:
    """Tell whether the rate or sum whose name begins at `at` is called negative ("negative same-store sales of 4%")."""
    return _NEGATIVE.search(folded, max(0, at - 40), at) is not None
