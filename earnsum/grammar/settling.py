"""
Settling: what a word means beside others, where by itself it means another thing.

A lexicon gives each phrase one tag, but a fall behind "shares" is one of their price, "top" is a verb only before what is
expected, and points of an interest margin are its level; whose an expectation is, `whose` tells.  That is settled once a
sentence, so that no shape need tell these apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.clauses_apart import (
    with_changes_beside,
    with_own_pegged,
    with_own_revised,
    with_results_apart,
    without_left_out,
)
from earnsum.grammar.inpassing import without_asides
from earnsum.grammar.metrics import LOST, LOST_ABROAD
from earnsum.grammar.projecting import (
    COMING,
    OUTLOOK_TAGS,
    is_one_word,
    with_projections,
    with_seen,
    without_empty_asides,
    without_who_is_expected,
)
from earnsum.grammar.setagainst import with_old_forecasts
from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    BEAT_TAG,
    COMPOUND_TAGS,
    ESTIMATE_TAG,
    EXPECTED_TAG,
    FALL_TAG,
    GUIDANCE_TAG,
    OLD_TAG,
    OTHER_TAG,
    RESULTS_TAG,
    RISE_TAG,
    SHARES_TAG,
    Cue,
    Token,
    figure_tag,
    first_word,
    is_called,
    says,
    tags_of,
)
from earnsum.grammar.whose import BEATING, FIGURE_TAGS, is_held, tag_by_whose
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re
from earnsum.text.marks import Quantity

REACH_OF_SHARES = 3
_BEATING_TAGS = frozenset("bmi")

OLD = frozenset(
    "previous prev prior earlier original former formerly old anterior anteriores précédente précédent bisherige bisherigen "
    "bisheriger vorherige vorherigen frühere früheren".split()
)
"""Words that make an outlook the one until now ("its previous full-year guidance", "the previous $3 to $4 expectations")."""

MINUS = frozenset({"minus von", "ein minus von", "minus"})
"""Words for a loss of money, and before a rate for a fall ("ein Minus von 5 Prozent")."""

SIZES = frozenset({"larger", "bigger", "greater", "smaller", "wider", "narrower", "stronger", "weaker", "better", "worse"})
"""What a move is called beside another, and is none itself right behind it ("fell a bigger 5%", "grew by a smaller 3%")."""

DOUBLING = frozenset({"doubled", "tripled", "quadrupled"})
"""Verbs that beat what is expected by how much they say."""

ABOVE_TAG = "q"
WORSE_TAG = "k"

_UNSETTLED_TAGS = frozenset("MNGPEgfoRe_")
"""Tags of words that may mean another thing."""


def settle(tokens: list[Token]) -> list[Token]:
    """
    Return the tokens with the words settled that mean another thing beside others.

    A fall behind "shares" ("shares have lost 20%"), the outlook until now before one or as what the company
    "had forecast", a company's own estimate, the level of an interest margin in points.
    """
    if len(tokens) > 3 and (dateline := _DATELINE.match(tags_of(tokens[:_FAR]))) is not None:
        at = dateline.start("wire")
        tokens[at] = tokens[at]._replace(tag=OTHER_TAG)
    settled: list[Token] = []
    near = -1  # tokens for which "shares" is still near
    for said in with_projections(with_seen(_with_levels(without_who_is_expected(without_empty_asides(tokens))))):
        counted = said.tag == SHARES_TAG and _COUNTED.search(tags_of(settled[-_FAR:])) is not None
        token = said._replace(tag=OTHER_TAG) if counted else said
        tag = token.tag
        near = REACH_OF_SHARES if tag == SHARES_TAG else near - 1
        meant = _meant(settled, token, of_shares=near >= 0) if tag in _UNSETTLED_TAGS else tag
        if settled and meant not in "s$" and says(settled[-1], _LOSES):
            settled[-1] = settled[-1]._replace(tag=OTHER_TAG)
        if settled and meant in _SETTLING_TAGS:
            _settle_before(settled, token, meant)
        settled.append(token if meant == tag else token._replace(tag=meant))
    apart = with_results_apart(without_asides(without_left_out(with_changes_beside(settled))))
    return with_old_forecasts(with_own_pegged(with_own_revised(apart)))


_COUNTED = re.compile(r"M\([^();s$%#d]*$")
"""``Earnings per share (excluding treasury shares) grew``: which shares are counted says nothing of their price"""
_LOSES = frozenset({"loses"})
"""A loss where a sum follows ("Acme loses $5 million"); customers and a lead are lost too."""
_DATELINE = re.compile(r"[^s$%#;:()]{0,8}\((?P<wire>A)\):")
"""``SPRINGFIELD, March 5 (Reuters) -``: a wire, and nobody who expects anything"""
_FAR = 12


def _settle_before(settled: list[Token], token: Token, meant: str) -> None:
    """Settle the words that mean another thing before a token that means `meant`."""
    if meant == "%" and isinstance(fall := settled[-1].mark, Cue) and fall.words in MINUS:
        settled[-1] = settled[-1]._replace(tag="D")
    if meant in FIGURE_TAGS and first_word(settled[-1]) in SIZES and _MOVED.search(tags_of(settled[-4:])):
        settled[-1] = settled[-1]._replace(tag=OTHER_TAG)
    if meant in _EXPECTATION_TAGS:
        old = _before_what_is_expected(settled, meant)
        if old >= 0 and settled[old].first in OLD and is_one_word(settled[old]) and not is_held(settled[:old]):
            settled[old] = settled[old]._replace(tag=OLD_TAG)
    if meant in FIGURE_TAGS and (called := _BRACKETED.search(tags_of(settled[-4:]))) is not None:
        old = called.start("old") - min(len(settled), 4)
        if settled[old].first in OLD:  # "sales of $12 billion (prior $11 billion)", "$12 billion, prior: $11 billion"
            settled[old] = settled[old]._replace(tag=OLD_TAG)
    if meant in _BEATING_TAGS and settled[-1].first in COMING and _is_still_to_come(settled[-1]):
        settled[-1] = settled[-1]._replace(tag=GUIDANCE_TAG)  # "profit would exceed 60 cents a share"
    if meant in _EXPECTED_TAGS and settled[-1].tag == OLD_TAG and _is_analysts_until_now(settled):
        settled[-1] = settled[-1]._replace(tag=OTHER_TAG)  # "die Analysten bislang erwarten"
    if meant in _BEATABLE and (retold := _retold(settled, token, meant)) is not None:
        settled[-1] = settled[-1]._replace(tag=retold)


def _is_still_to_come(token: Token) -> bool:
    """Tell "would" or "would still" before a verb that beats."""
    return is_one_word(token) or token.end - token.start <= len(f"{token.first} still")


def _is_analysts_until_now(settled: Sequence[Token]) -> bool:
    """Tell what analysts expect until now, which is no outlook of the company's."""
    said = settled[-1].mark
    return isinstance(said, Cue) and said.words in _UNTIL_NOW and _BY_ANALYSTS.search(tags_of(settled[-5:])) is not None


def _before_what_is_expected(settled: Sequence[Token], meant: str) -> int:
    """Return where the word stands before what is expected ("its previous sales growth expectation")."""
    at = len(settled) - 1
    if meant == ESTIMATE_TAG or (at > 0 and settled[at].tag in _BETWEEN):
        at -= 1
    while at > 0 and settled[at].tag in _CALLED:
        at -= 1
    return at


def _retold(settled: Sequence[Token], token: Token, meant: str) -> str | None:
    """Return the tag that the last token has before the one that follows it; None where it has its own."""
    return OTHER_TAG if meant == METRIC_TAG and _is_kind_of(settled[-1], token) else _beaten(settled, meant)


def _beaten(settled: Sequence[Token], meant: str) -> str | None:
    """Return the tag of a verb that beats what follows it: "earnings top forecasts", "managed to top the $5 million consensus"."""
    last = settled[-1]
    if meant in OUTLOOK_TAGS and says(last, _UPSIDE):
        return OTHER_TAG  # "offered an upside outlook of $1.30": not what it has beaten
    if meant in (ANALYSTS_TAG, ESTIMATE_TAG) and first_word(last) in DOUBLING:
        return ABOVE_TAG  # "51 cents per share, which nearly doubled estimates"
    if last.first not in BEATING or not is_one_word(last):
        return None
    managed = meant in FIGURE_TAGS and tags_of(settled[-3:-1]) == "_t"
    earned = meant == ANALYSTS_TAG and tags_of(settled[-2:-1]) in _EARNED  # "earnings top analysts' estimates", but no top analysts
    return BEATING[last.first] if meant in COMPOUND_TAGS or managed or earned else None


_EARNED = ("M", "e", "2")


def _is_kind_of(word: Token, metric: Token) -> bool:
    """Tell a word that elsewhere means a basis from one for a kind of sales: "recurring revenue"."""
    return isinstance(word.mark, Cue) and word.mark.words == "recurring" and is_called(metric.mark, {"revenue"})


_CALLED = frozenset({METRIC_TAG, "B"})
_BETWEEN = FIGURE_TAGS.union(_CALLED, RISE_TAG)
"""What may stand between "previous" and an outlook: "its previous $5 guidance", "its previous earnings guidance"."""
_MOVED = re.compile(r"[UD]_?y?_?[UD]$")
_UPSIDE = frozenset({"upside", "downside"})
_BRACKETED = re.compile(r"(?:\(|[s$#%],)(?P<old>[^:]):?$")
_EXPECTATION_TAGS = OUTLOOK_TAGS + ESTIMATE_TAG
_BEATABLE = FIGURE_TAGS.union(COMPOUND_TAGS, ANALYSTS_TAG, ESTIMATE_TAG)
_EXPECTED_TAGS = FIGURE_TAGS.union(_EXPECTATION_TAGS, EXPECTED_TAG)
_UNTIL_NOW = frozenset(
    {"bislang", "bisher", "zuvor", "bis dato", "jusqu'ici", "jusqu'à présent", "hasta ahora", "hasta el momento"}
)
_BY_ANALYSTS = re.compile(rf"{ANALYSTS_TAG}(?:{EXPECTED_TAG}[_K]{{0,2}})?{OLD_TAG}$")
_SETTLING_TAGS = _BEATABLE.union(_EXPECTATION_TAGS, BEAT_TAG, EXPECTED_TAG)
"""Tags before which words may mean another thing."""


_LEADING_TO_LEVEL = frozenset("otnrVqbwG")
"""Tags before a level, as of a change: "was at 305 basis points", "up from 290"."""
_LEAST_LEVEL = 1
_BARE_POINTS = 50
"""From so much on a number by itself, behind an interest margin, is one of points."""


def _with_levels(tokens: list[Token]) -> list[Token]:
    """Return tokens, points as a rate where they are the level of an interest margin ("a margin of 305 basis points")."""
    tags = tags_of(tokens)
    if METRIC_TAG not in tags or not ("p" in tags or "d" in tags):
        return tokens
    named = next((at for at, token in enumerate(tokens) if is_called(token.mark, {"net_interest_margin"})), len(tokens))
    for at, token in enumerate(tokens[named + 1 :], named + 1):
        figure = token.mark
        if (
            token.tag == "p"
            and isinstance(figure, Quantity)
            and figure.value >= _LEAST_LEVEL
            and tokens[at - 1].tag in _LEADING_TO_LEVEL
        ):
            rate = figure._replace(kind="percent")
            tokens[at] = token._replace(tag=figure_tag(rate), mark=rate)
        elif token.tag == "d" and isinstance(figure, Quantity) and figure.value >= _BARE_POINTS and tokens[at - 1].tag in "rV":
            hundredth = figure.value / 100  # "slipped to 251 basis points from 270"
            rate = figure._replace(kind="percent", unit="%", value=hundredth, low=hundredth, high=hundredth)
            tokens[at] = token._replace(tag=figure_tag(rate), mark=rate)
    return tokens


_SUBJECT = re.compile(r"M(?:o_?)?K?$")
"""A metric, and whose it is, right before a verb"""

_BEHIND = {
    ("%", "change"): RISE_TAG,
    ("M", "narrow"): FALL_TAG,
    ("M", "widen"): RISE_TAG,
    ("s", "light"): WORSE_TAG,
    ("$", "light"): WORSE_TAG,
}
"""What a word says right behind a figure or a metric: "a +32.7% change", "a penny light", "losses narrow"."""


_A_SHARE = frozenset({"per share basis", "per share terms"})
"""What names a profit where nothing else is told a share ("FFO rose on a per-share basis")."""


def _meant(before: Sequence[Token], token: Token, *, of_shares: bool) -> str:
    """Return the tag of what a token means behind those before it."""
    words = token.mark.words if token.tag == METRIC_TAG and isinstance(token.mark, Cue) else ""
    if words in (LOST if of_shares else LOST_ABROAD):
        return "D" if of_shares or _SUBJECT.search(tags_of(before[-4:])) else METRIC_TAG  # "l'Ebitda a perdu 2%"
    if token.tag == OTHER_TAG and (line := _on_a_line(before, token)):
        return line
    is_short = token.tag == OTHER_TAG and token.end - token.start <= len("over the ")
    if before and before[-1].tag in "UD" and (token.tag == "R" or (is_short and first_word(token) == "over")):
        # So "a 5% increase over the $3 million of a year ago", but not "to increase in the range of 8%".
        return ABOVE_TAG if is_short else OTHER_TAG
    if token.tag == OTHER_TAG and before and (behind := _BEHIND.get((before[-1].tag, first_word(token)))):
        return behind
    is_no_sum = words in RED_OR_BLACK and not (before and before[-1].tag in "s$")
    of_metric = token.tag == RESULTS_TAG and tags_of(before[-1:]) in _EARNED and says(token, _SUCH_RESULTS)
    if is_no_sum or of_metric or (words in _A_SHARE and any(is_called(other.mark, {"ffo"}) for other in before)):
        return OTHER_TAG
    return tag_by_whose(before, token)


_SUCH_RESULTS = frozenset({"results", "numbers"})
"""``profit results topped estimates``: those of the profit"""
RED_OR_BLACK = frozenset({"in the red", "into the red", "in the black", "into the black"})
"""``$5 million in the red`` is a loss of so much; by itself it says that there was one"""
_ON_A_LINE = re.compile(r"[bmi]a$")
_LINES = {"bottom": "0", "top": "1"}
"""``beat on the top line but missed on the bottom``"""
_AIMS = frozenset("target targets goal goals plan plans".split())
_REVISED_METRIC = re.compile(r"[\^v][_BoKn]{0,3}M$")
"""``raised its U.S. sales`` target by 6 percent: an outlook as a forecast is"""


def _on_a_line(before: Sequence[Token], token: Token) -> str | None:
    """Return the tag of a word that nobody knows but behind these: a line in a report, or what a company aims at."""
    if not is_one_word(token):
        return None
    if _ON_A_LINE.search(tags_of(before[-2:])):
        return _LINES.get(first_word(token))
    aims = first_word(token) in _AIMS and _REVISED_METRIC.search(tags_of(before[-6:]))
    return "f" if aims and not is_called(before[-1].mark, {"buyback"}) else None
