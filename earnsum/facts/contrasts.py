"""
Contrasts: verdicts in words that lean on another one of their sentence.

"Comparable sales at Burger Barn beat estimates, offsetting a miss at Taco Hut"
names its metric once, "profit beat forecasts, but sales did not" its verdict,
and "a beat on every metric except revenue" neither of the two others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.phrasing import VERDICTS
from earnsum.grammar.tokens import Cue, Token
from earnsum.grammar.verdicts import OPPOSITE, Claim, subject_of
from earnsum.lexicon import METRIC_TAG
from earnsum.parts.beside import part_at
from earnsum.patterns import ABOUT, regex

_THOSE = regex.compile(r"(?i)\bthose(?P<behind> (?:at|in|from|of|for|across) )")
"""``those in the Americas topped them``"""

_EXCEPT = regex.compile(
    rf"(?i)\b(?:on|in|by) {ABOUT}(?:every|all|each)(?: [a-z-]+){{1,3}}?"
    r" (?:except|but|save|other than|apart from|aside from|bar)(?: for)?(?: its| the)? ?$"
)
"""``on every metric except revenue``"""

_ALL_BUT = "beat on all but METRIC"

_BEATS = frozenset("bm")
"""Tags of what beats or misses; a sentence that claims nothing and has none of them leans on nothing."""
_DOUBLE = regex.compile(r"(?i)\bdouble[ -]$")
_ASIDE = r"(?:,[^,;s$#dM210bmiqw]{1,8},)?"
_DID_NOT = regex.compile(rf"[,;/&]K?(?P<met>[M10]){_ASIDE}!(?=$|[,;])")


def lean_on(folded: str, tokens: Sequence[Token], tags: str, claims: Sequence[Claim]) -> list[Claim]:
    """Return a sentence's verdicts in words, with those that lean on others, and with the parts that they are of."""
    if not claims and _BEATS.isdisjoint(tags):
        return []
    if excepted := [claim for at, tag in enumerate(tags) if tag == METRIC_TAG for claim in _all_but(folded, tokens, at)]:
        return excepted
    doubles = [
        Claim(at=at, subject="both", verdict=VERDICTS[tag], shape="a double beat", said_at=at)
        for at, tag in enumerate(tags)
        if tag in _BEATS and _DOUBLE.search(folded, max(0, tokens[at].start - 12), tokens[at].start)
    ]
    told = [_of_part(folded, tokens, claim) for claim in claims if not _is_anothers(claim, claims)]
    return [
        *told,
        *doubles,
        *_elsewhere(folded, tokens, told),
        *_did_not(tokens, tags, told),
    ]


def _all_but(folded: str, tokens: Sequence[Token], at: int) -> Iterator[Claim]:
    """Yield a verdict on earnings and revenue, and the opposite one on the metric at a token if that is said to be left out."""
    mark = tokens[at].mark
    if not isinstance(mark, Cue) or mark.entry is None:
        return
    said_at = next((before for before in range(at - 1, -1, -1) if tokens[before].tag in _BEATS), None)
    if said_at is None or not _EXCEPT.search(folded, tokens[said_at].end, tokens[at].start):
        return
    verdict = VERDICTS[tokens[said_at].tag]
    left_out = "eps" if mark.entry.metric == "net_income" else mark.entry.metric
    for subject in ("eps", "revenue"):
        if subject != left_out:
            yield Claim(at=at, subject=subject, verdict=verdict, shape=_ALL_BUT, said_at=said_at)
    yield Claim(at=at, subject="metric", verdict=OPPOSITE[verdict], shape=_ALL_BUT, said_at=said_at, metric=mark)


def _is_anothers(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell a verdict that is said of a metric behind it ("met estimates for earnings and topped them for revenue")."""
    return claim.at < claim.said_at and any(c.said_at == claim.said_at and c.at > c.said_at for c in claims)


def _of_part(folded: str, tokens: Sequence[Token], claim: Claim) -> Claim:
    """Return a verdict with the part named behind it ("beat expectations at Taco Hut")."""
    end = next((t.end for t in tokens[claim.said_at + 1 : claim.said_at + 4] if t.tag in "NfE"), None)
    part = part_at(folded, tokens, end) if claim.metric is not None and claim.at < claim.said_at and end is not None else None
    return claim._replace(part=part) if part is not None else claim


def _elsewhere(folded: str, tokens: Sequence[Token], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the verdicts that are of the metric of one before, elsewhere ("a miss at Taco Hut", "those in Asia topped them")."""
    first = next((claim for claim in claims if claim.metric is not None), None)
    if first is None:
        return
    used = {claim.said_at for claim in claims}
    for at in range(first.said_at + 1, len(tokens)):
        token = tokens[at]
        if token.tag == METRIC_TAG and at != first.at:
            return
        if token.tag not in "bmi" or at in used:
            continue
        those = _THOSE.search(folded, tokens[first.said_at].end, token.start)
        part = part_at(folded, tokens, those.start("behind"), token.start - 1) if those else part_at(folded, tokens, token.end)
        if part is not None:
            yield first._replace(
                verdict=VERDICTS[token.tag], shape="METRIC beat estimates, a miss elsewhere", said_at=at, part=part
            )


def _did_not(tokens: Sequence[Token], tags: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what is said to have done otherwise ("profit beat forecasts, but sales did not")."""
    for match in _DID_NOT.finditer(tags):
        at, before = match.start("met"), [claim for claim in claims if claim.said_at < match.start()]
        if before and isinstance(tokens[at].mark, Cue):
            verdict = OPPOSITE.get(before[-1].verdict, "miss")  # "sales met expectations, but profit did not"
            subject, metric = subject_of(tokens[at])
            yield Claim(at=at, subject=subject, verdict=verdict, shape="METRIC did not", said_at=at + 1, metric=metric)
