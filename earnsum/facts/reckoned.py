"""
Changes told twice: as reported, and as they would be at constant currency, organically or like for like.

"Revenue rose 6% to $5 billion, or 4% organically": the second rate names no metric, and is of the first one's.
Only of revenue: of a profit it is left alone.  "Or 0.5% excluding fuel" is no change of it at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.facts.changekinds import find_change_kind
from earnsum.facts.sentence import Sentence
from earnsum.grammar.read import Reading
from earnsum.grammar.shape import RECKONED_ABROAD
from earnsum.grammar.tokens import Token, first_word, is_called, tags_of
from earnsum.model import ChangeKind
from earnsum.patterns import re, regex

TOLD_AGAIN = "rose FIGURE, or FIGURE on another reckoning"

_REVENUES = frozenset({"revenue", "revenue_growth"})
_FIGURES = "s$%#dp"
_BEFORE = _FIGURES + "M,;&|(/"
_BEHIND = _FIGURES + "M;&|/)"
"""Tags at which the words end that say how a rate is reckoned."""
_APART = frozenset("M;Q")
_RIGHT_BEHIND = re.compile(r"^[^;]*;_?[UD]?_?$")
"""``revenue rose 9% to $5 billion; up 10% on a constant currency basis``"""
_OR = re.compile(r"^[^/]*[|&]")
"""``rose 4% at constant currency, or 2% as reported``"""


def with_reckoned(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a rate without a metric as a change of the revenue whose change was told just before, reckoned otherwise."""
    settled: list[Reading] = []
    told: Reading | None = None
    for reading in readings:
        if told is not None and _is_told_again(folded, tokens, told, reading):
            reading = reading._replace(  # noqa: PLW2901 - the same reading, settled
                role="change",
                metric=told.metric,
                metric_at=told.metric_at,
                part=told.part,
                side=_side(tokens, reading.at) or told.side,
                shape=TOLD_AGAIN,
            )
        elif reading.figure.kind == "percent" and reading.role == "change" and is_called(reading.metric, {"revenue"}):
            told = reading
        settled.append(reading)
    return settled


_IS_RECKONED = regex.compile(r"(?<=[/&,][_no]{0,2}[UD][_oy]{0,2})%[_no(]{0,2}O")
"""``en repli de 0,5% en publié mais en hausse de 4% en organique``: of what was told before, set against it"""


def with_reckoned_abroad(tokens: Sequence[Token], readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings, a rate that the shapes call a second one as a change too where it is of a revenue whose change was told."""
    told: Reading | None = None
    tags = tags_of(tokens)
    for reading in readings:
        again = (
            reading.role == "change" and reading.metric is None and reading.part is None and _IS_RECKONED.search(tags, reading.at)
        )
        if told is not None and (again or (reading.shape == RECKONED_ABROAD and reading.role == "skip")):
            side = _side(tokens, reading.at) or told.side
            yield reading._replace(
                role="change", metric=told.metric, metric_at=told.metric_at, part=told.part, side=side, shape=TOLD_AGAIN
            )
            continue
        if reading.role == "change" and (reading.metric is None or is_called(reading.metric, _REVENUES)):
            told = reading
        elif reading.metric is not None and reading.metric_at != (told.metric_at if told else None):
            told = None
        yield reading


def _is_told_again(folded: str, tokens: Sequence[Token], told: Reading, reading: Reading) -> bool:
    if reading.figure.kind != "percent" or reading.metric is not None or reading.role not in ("actual", "change"):
        return False
    if reading.at + 1 < len(tokens) and first_word(tokens[reading.at + 1]) == "of":
        return False  # "and 40% of its staff"
    between = tags_of(tokens[told.at + 1 : reading.at])
    kind, other = reckoning(folded, tokens, reading.at), reckoning(folded, tokens, told.at)
    apart = _APART - {";"} if kind is not None and _RIGHT_BEHIND.search(between) else _APART
    return kind != other and apart.isdisjoint(between) and (kind is not None or _OR.search(between) is not None)


def reckoning(folded: str, tokens: Sequence[Token], at: int) -> ChangeKind | None:
    """Return how the change at a place is reckoned, by the words of its own phrase."""
    first, last = at, at + 1
    while first > 0 and tokens[first - 1].tag not in _BEFORE:
        first -= 1
    while last < len(tokens) and tokens[last].tag not in _BEHIND:
        last += 1
    start, end = tokens[first].start, tokens[last].start if last < len(tokens) else tokens[-1].end
    return find_change_kind(folded, start, end)


def _side(tokens: Sequence[Token], at: int) -> str:
    """Return the direction that a rate's own phrase gives it, before it or right behind ("an 8% fall")."""
    first = at
    while first > 0 and tokens[first - 1].tag not in _BEFORE:
        first -= 1
    phrase = [*reversed(tokens[first:at]), *tokens[at + 1 : at + 3]]
    return next((token.tag for token in phrase if token.tag in "UD"), "")


_OTHERWISE = re.compile(
    r" (?:excluding|without|including|not counting)\b(?! (?:the )?(?:(?:impact|effects?) of )?(?:currency|foreign|exchange))"
)


def is_told_otherwise(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell a rate that is another way to reckon the one before it ("rose 2.8%, or 0.5% excluding fuel")."""
    figure = reading.figure.extent
    if not sentence.folded.endswith((", or ", " or "), 0, figure.start) or _OTHERWISE.match(sentence.folded, figure.end) is None:
        return False
    return any(r.at < reading.at and r.figure.kind == reading.figure.kind and r.role in ("actual", "change") for r in beside)
