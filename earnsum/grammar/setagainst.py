"""Set against: the company's own forecast until now, which a figure told right before is compared with."""

from __future__ import annotations

from earnsum.grammar.tokens import NAME_TAG, OLD_TAG, OTHER_TAG, Cue, Token, first_word, tags_of
from earnsum.patterns import re

MONTHS = frozenset("january february march april june july august september october november december".split())
_FORECASTS = frozenset(
    "guidance forecast forecasts outlook estimate estimates projection projections target targets view prediction expectation"
    " expectations range".split()
)
"""What a forecast is called, whoever made it"""
_LAST = frozenset({"last", "latest", "most", "recent", "first", "initial", "full-year", "annual", "quarterly", "preliminary"})
"""When it was made, or what for"""
_OWN = ("its", "our", "the company", "the company's", "the group", "the group's")
_AGAINST_ITS = ("in line with ", "consistent with ", "below ", "above ", "under ", "over ")
_BESIDE = frozenset({"within", "inside", "than", "exceeding", "topping", "over", "under", "beyond", "against"})
_ENDS = frozenset({"midpoint", "end", "half", "top", "bottom", "low", "lower", "high", "higher", "upper", "middle"})
"""``at the high end of its forecast of``: where in it a figure is"""
_OLD = re.compile(r"(?<=[s$%#d])[^;/:s$%#dMGfEA]{0,10}?(?P<whose>[K_])(?P<dated>[_.T]{0,2})(?P<old>[fGN])o?\.?[s$%#d]")
_WAS = re.compile(r"(?P<was>_)[.Z]?[M_]{1,2}(?P<old>[fGN_])o[_.]?(?=[s$%#d])")
_FORMER = frozenset({"previous", "earlier", "prior", "old", "original", "initial", "former"})
"""``Its previous 2012 revenue target had been $85 million``"""


def with_old_forecasts(tokens: list[Token]) -> list[Token]:
    """
    Return tokens, as the outlook until now one of the company's own that a figure is set against.

    "Revenue of $925 million, in line with its July estimate of $954 million": no analyst's, and no outlook of now.
    """
    tags = tags_of(tokens)
    against = [found.start("old") for found in _OLD.finditer(tags) if _is_set_against(tokens, found)]
    former = [found.start("old") for found in _WAS.finditer(tags) if first_word(tokens[found.start("was")]) in _FORMER]
    for old in (*against, *former):
        if first_word(tokens[old]) in _FORECASTS:
            tokens[old] = tokens[old]._replace(tag=OLD_TAG)
    return tokens


def _is_set_against(tokens: list[Token], found: re.Match[str]) -> bool:
    """Tell that a forecast is the company's, of when at most is said, and what stands before it compares with it."""
    whose, said = tokens[found.start("whose")].mark, tokens[slice(*found.span("dated"))]
    if not isinstance(whose, Cue) or any(token.tag == OTHER_TAG and first_word(token) not in MONTHS | _LAST for token in said):
        return False
    if tokens[found.start("whose")].tag == NAME_TAG:
        end, before = tokens[found.start("whose") - 2 : found.start("whose")]
        at_its_end = before.tag == "o" and first_word(end) in _ENDS
        return whose.words in _OWN and (at_its_end or before.tag in "Vrqwbim" or first_word(before) in _BESIDE)
    return whose.words.startswith(_AGAINST_ITS) and whose.words.endswith(_OWN)
