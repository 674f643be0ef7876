"""The figure as meant: the sign, the direction and the bound that the words around it give it."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.abroad import is_called_negative_abroad, is_called_positive
from earnsum.facts.additions import is_lost, is_won
from earnsum.facts.sentence import Sentence
from earnsum.facts.signs import direction, is_called_negative, is_outflow, signed_change
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, entry_of, says
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import Quantity, negative

_LESS_OR_MORE = {"w": "q", "q": "w", "k": "j"}
_SIZES = {"C": ("q", "w"), "S": ("w", "q")}
"""The tags of what is bigger or smaller than expected, as better or worse: of a level, and of a loss."""
_ESTIMATE_MOVED = {"NU": "w", "ND": "q", "EU": "w", "ED": "q"}
"""``the average estimate was a penny higher``, ``analysts had hoped for a penny more``: what came is as much lower"""
_SMALLER = frozenset(
    {"less than", "lower than", "more than", "higher than", "greater than", "larger than", "bigger than", "less than expected"}
)


def is_fewer(sentence: Sentence, reading: Reading) -> bool:
    """Tell that as many were expected to go as others went ("lost 95,000 subscribers, fewer than the 120,000 expected")."""
    if reading.role not in ("estimate", "prior") or is_won(sentence.folded, reading.figure):
        return False
    return any(
        at == reading.metric_at and is_lost(sentence.folded, figure) and figure.span.start < reading.figure.span.start
        for at, figure in sentence.levels
    )


def side_of(sentence: Sentence, reading: Reading, entry: Entry | None) -> str:
    """
    Return the tag of the word that gives a figure its direction; of an expected rate, also of one beside it.

    A loss that is "3 cents less than" expected is better by them, and so is one "3 cents smaller than expected".
    """
    if reading.role == "gap" and reading.side in _ESTIMATE_MOVED:
        return _ESTIMATE_MOVED[reading.side]
    if reading.role == "gap" and reading.side in _SIZES:
        return _SIZES[reading.side][entry is not None and entry.loss]
    if reading.role == "gap" and entry is not None and entry.loss and reading.side in _LESS_OR_MORE:
        word = sentence.tokens[reading.at + 1].mark
        return _LESS_OR_MORE[reading.side] if isinstance(word, Cue) and word.words in _SMALLER else reading.side
    if reading.role == "estimate" and reading.figure.kind == "percent":
        return reading.side or direction(sentence.tokens, reading.at)
    return reading.side


def is_named(tags: str, reading: Reading) -> bool:
    """Tell whether an expectation names its own metric ("the consensus was for earnings of 5 cents")."""
    at = reading.metric_at
    if at is None:
        return False
    if _ITS_EXPECTED.match(tags, at, reading.at) and reading.metric is not None and not reading.metric.words.endswith(_EITHER):
        return True
    return tags[at - 1 : at] == "J" or not _OF_ANOTHER.search(tags, at, reading.at)


_ITS_EXPECTED = regex.compile(r"M[_oI]{0,2}N(?:[_oI(]|yA){0,3}$")
_EITHER = ("损益", "損益", "손익")
"""``영업이익 전망치는``, ``净利润预期为``: whose the expectation is, of a profit and no loss"""


_OF_ANOTHER = regex.compile(r"[AENfVbmiqw]|[$sM]n?Y&")
"""What stands between a metric and an expectation that is not its own ("a $3 loss a year earlier and the $4 consensus")."""


def signed(sentence: Sentence, reading: Reading, entry: Entry | None) -> Quantity:
    """Return the figure with the sign that the words around it give it."""
    figure, role = reading.figure, reading.role
    if role != "actual" and is_called_positive(sentence.folded, sentence.language, figure.extent.start):
        figure = figure._replace(signed=True)
    elif entry is not None and role != "change":
        called = entry.unit != "count" and is_called_negative(sentence.folded, sentence.tokens[reading.metric_at or 0].start)
        expected = role in ("estimate", "later") and not is_named(sentence.tags, reading)
        called = called or is_outflow(sentence.folded, entry.name, figure.extent.start)
        called = called or is_called_negative_abroad(sentence.folded, sentence.language, figure.extent)
        called = called or (role == "prior" and sentence.language != ENGLISH and _is_of_loss(sentence.tokens, reading.at))
        if called or (entry.loss and not figure.signed and not expected):
            figure = negative(figure)
    level = (
        entry is not None and entry.unit == "percent" and (role == "prior" or entry.name != "same_store_sales") and role != "change"
    )
    if (role not in ("gap", "actual", "margin") and figure.kind == "percent" and not level) or (
        role == "guide" and figure.kind == "points"
    ):
        figure = signed_change(figure, reading.side or direction(sentence.tokens, reading.at))
    return figure


def _is_of_loss(tokens: Sequence[Token], at: int) -> bool:
    """Tell what was lost, as a level of the profit named before ("ein Verlust von 9 Millionen", "9 Millionen verloren")."""
    if at + 1 < len(tokens) and says(tokens[at + 1], {"verloren"}):
        return True
    entry = next((entry_of(token.mark) for token in reversed(tokens[max(0, at - 2) : at]) if token.tag == METRIC_TAG), None)
    return entry is not None and entry.loss


_BOUND_BEHIND = re.compile(r"I(?P<v>[bm])(?=[_K]*[EGf])")
"""``8조원을 웃돌 것으로 전망했다``"""


_EXCEEDED = regex.compile(r"b_?Mo?$")
"""``It expects to exceed revenue of $5 million``"""
_EXCEEDS = ("exceed", "surpass", "top")


def bounded(sentence: Sentence, reading: Reading, figure: Quantity) -> Quantity:
    """Return an outlook that only a bound is told of ("more than $580 million", "will exceed $5") as open on the other side."""
    tags, last = sentence.tags, sentence.tokens[reading.at - 1].mark if reading.at else None
    if reading.role == "guide" and not figure.is_range and isinstance(last, Cue) and last.words.endswith(_EXCEEDS):
        return figure._replace(low=None) if " not " in last.words else figure._replace(high=None)
    behind = _BOUND_BEHIND.match(tags, reading.at + 1)
    before = behind["v"] if behind else tags[reading.at - 1 : reading.at] if reading.at else ""
    if sentence.language == ENGLISH and _EXCEEDED.search(tags, 0, reading.at):
        before = "b"
    if reading.role != "guide" or figure.is_range or before not in ("b", "q", "m", "w"):
        return figure
    over = (before in "bq") == (figure.value >= 0)  # a loss of "more than $1 billion" is lower than that
    return figure._replace(high=None) if over else figure._replace(low=None)
