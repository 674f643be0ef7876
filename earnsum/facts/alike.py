"""
Alike: metrics of which it is only said that they did as another, which beat, missed or met expectations.

"Earnings topped estimates, as did revenue", "… and sales did as well", "…; so did revenue", "it did the same on the top line";
and "profit met expectations, and revenue was a little better", which is better than expected too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.metrics import SOLD_AND_EARNED
from earnsum.grammar.phrasing import VERDICTS
from earnsum.grammar.tokens import Cue, Token, entry_of
from earnsum.grammar.verdicts import Claim, subject_of
from earnsum.patterns import re, regex

_DID = r"(?:did|was|were|has|have|had)"
_FOR = r"(?:on|for|with|in|at|of)"
_AS_IT_DID = regex.compile(
    rf"""(?x)(?:
          ,?\ as\ {_DID} | \bas\ (?:it|they)\ {_DID}(?:\ \w++){{0,2}}\ {_FOR}
        | [;,]\ (?:and\ )?so\ {_DID}
        | \bdid\ (?:so|the\ same|likewise)(?:\ \w++){{0,2}}\ {_FOR}
        | \bthe\ same\ (?:was|is|went|goes|held|can\ be\ said|could\ be\ said)(?:\ true)?\ {_FOR}
        | \bsame\ story\ {_FOR} | \bstory\ was\ (?:\w++\ )?the\ same\ {_FOR}
        | \b(?:ditto|likewise)(?:\ {_FOR})?
    )\ (?:(?:its|the|their|those\ for)\ )?(?:[a-z-]++\ ){{0,2}}$"""
)
"""What stands between a verdict and the name of what is said to have done the same."""
_TOO = regex.compile(r"(?:,[^,;]{1,80},)? (?:did|was|were),? (?:so )?(?:as well|the same|too|likewise)(?=[.,;\n])")
"""What stands behind that name."""
_BETTER = re.compile(
    r" (?:was|were|came in|looked) (?:(?:also|even|just|only|slightly|somewhat|modestly|marginally|far|much|a|bit|little|touch"
    r"|shade|tad|lot) ){0,3}(?P<v>better|worse|ahead|above|below|short)(?=[.,;\n]|$)"
)
_BETTER_TAGS = {"better": "b", "ahead": "b", "above": "b", "worse": "m", "below": "m", "short": "m"}
_TOO_SHAPE = "METRIC did too"
_BEATS = frozenset("bm")
_NAMES = frozenset("M10")


def as_another(folded: str, claims: Sequence[Claim], tokens: Sequence[Token]) -> Iterator[Claim]:
    """Yield verdicts, each with what is said to have done the same, or better or worse than expected too."""
    yield from claims
    said = max(claims, key=lambda claim: claim.said_at, default=None) or _by_figures(tokens)
    if said is None:
        return
    told = {claim.at for claim in claims}
    for at in range(said.said_at + 1, len(tokens)):
        token = tokens[at]
        if at in told or token.tag not in _NAMES or not isinstance(token.mark, Cue):
            continue
        subject, metric = subject_of(token)
        like = said._replace(at=at, subject=subject, metric=metric, part=None, exact=False, shape=_TOO_SHAPE)
        if _AS_IT_DID.search(folded, tokens[said.said_at].end, token.start) or _TOO.match(folded, token.end):
            yield like
        elif (better := _BETTER.match(folded, token.end)) is not None and _is_sold_or_earned(token):
            yield like._replace(verdict=VERDICTS[_BETTER_TAGS[better["v"]]], shape="METRIC was better too")


def _by_figures(tokens: Sequence[Token]) -> Claim | None:
    """Return what a sentence says to have beaten or missed where only its figures tell it ("It beat the $3.10 estimate with")."""
    at = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].tag in _BEATS), None)
    if at is None:
        return None
    return Claim(at=at, subject="results", verdict=VERDICTS[tokens[at].tag], shape=_TOO_SHAPE, said_at=at)


def _is_sold_or_earned(token: Token) -> bool:
    """Tell a metric, or a line of the statement, of which more is always better."""
    entry = entry_of(token.mark)
    return token.tag != "M" or (entry is not None and entry.metric in SOLD_AND_EARNED)
