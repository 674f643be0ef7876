"""
Settling: what a word means beside others, where by itself it means another thing.

A lexicon gives each phrase one tag, but a fall behind "shares" is one of their price, "its estimate" is no analyst's, "top" is
a verb only before what is expected, and points of an interest margin are its level.  That is settled once a sentence, so that
no shape need tell these apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import LOST
from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    BEAT_TAG,
    COMPOUND_TAGS,
    ESTIMATE_TAG,
    EXPECTED_TAG,
    GUIDANCE_TAG,
    NAME_TAG,
    OLD_TAG,
    OTHER_TAG,
    PREVIEW_TAG,
    RISE_TAG,
    SHARES_TAG,
    WITH_TAG,
    Cue,
    Token,
    figure_tag,
    first_word,
    is_called,
    tags_of,
)
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re
from earnsum.text.marks import Quantity

REACH_OF_SHARES = 3

OLD = frozenset(
    "previous prev prior earlier original former old anterior anteriores précédente précédent bisherige bisherigen bisheriger "
    "vorherige vorherigen frühere früheren".split()
)
"""Words that make an outlook the one until now ("its previous full-year guidance", "the previous $3 to $4 expectations")."""

OWN = frozenset({"its", "our"})
OWN_FORECASTS = frozenset(
    {"estimate", "estimates", "view", "views", "projection", "projections", "prediction", "expectation", "expectations"}
)
"""Words for what analysts expect, unless it is called the company's ("narrowed its EPS estimate")."""

HELD = frozenset({"reaffirmed", "reiterated", "affirmed"})
PROJECTIONS = frozenset({"projection", "projections", "expectation", "expectations"})

MINUS = frozenset({"minus von", "ein minus von", "minus"})
"""Words for a loss of money, and before a rate for a fall ("ein Minus von 5 Prozent")."""

BEATING = frozenset({"top"})
"""Verbs that beat what is expected, and elsewhere are no verbs."""

COMING = frozenset({"will", "would", "should"})
"""Words before a verb that beats, which is yet to come."""

DOUBLING = frozenset({"doubled", "tripled", "quadrupled"})
"""Verbs that beat what is expected by how much they say."""

ABOVE_TAG = "q"
BREAK_TAG = "/"
WORSE_TAG = "k"

OUTLOOK_TAGS = "Gf"
_UNSETTLED_TAGS = frozenset("MNGPEgfo_")
"""Tags of words that may mean another thing."""
_FIGURE_TAGS = frozenset("s$%#d")
_PHRASE_TAGS = frozenset("MB_")
_REVISING_TAGS = frozenset("^vG")
_ADDING_TAGS = frozenset("u&")
_COMPARING_TAGS = frozenset("bmiqwVjkA")
_MEASURING_TAGS = frozenset("bmiqwV")


def settle(tokens: list[Token]) -> list[Token]:
    """
    Return the tokens with the words settled that mean another thing beside others.

    A fall behind "shares" ("shares have lost 20%"), the outlook until now before one or as what the company
    "had forecast", a company's own estimate, the level of an interest margin in points.
    """
    settled: list[Token] = []
    near = -1  # tokens for which "shares" is still near
    for token in _with_projections(_with_levels(tokens)):
        tag = token.tag
        near = REACH_OF_SHARES if tag == SHARES_TAG else near - 1
        meant = _meant(settled, token, of_shares=near >= 0) if tag in _UNSETTLED_TAGS else tag
        if settled and meant in _SETTLING_TAGS:
            _settle_before(settled, token, meant)
        settled.append(token if meant == tag else token._replace(tag=meant))
    return _with_results_apart(settled)


def _with_results_apart(tokens: list[Token]) -> list[Token]:
    """Return tokens, "saying" as what parts an outlook from results ("raised its outlook, saying sales rose 5%")."""
    for found in _SAYING.finditer(tags_of(tokens)):
        if any(first_word(tokens[at]) in _PAST for at in (found.end() - 2, found.end() - 1)):
            at = found.start("saying")
            tokens[at] = tokens[at]._replace(tag=BREAK_TAG)
    return tokens


_SAYING = re.compile(r",(?P<saying>u)[_BKY]{0,3}M[_Y]?o?[UD]")
_PAST = frozenset(
    "was were rose fell grew jumped climbed dropped surged soared slid slipped sank tumbled plunged increased decreased declined "
    "doubled tripled swung narrowed widened shrank".split()
)


def _settle_before(settled: list[Token], token: Token, meant: str) -> None:
    """Settle the words that mean another thing before a token that means `meant`."""
    if meant == "%" and isinstance(fall := settled[-1].mark, Cue) and fall.words in MINUS:
        settled[-1] = settled[-1]._replace(tag="D")
    if meant in _EXPECTATION_TAGS:
        old = len(settled) - 1
        if meant == ESTIMATE_TAG or (old > 0 and settled[old].tag in _FIGURE_TAGS):
            old -= 1
        if old >= 0 and settled[old].first in OLD and _is_one_word(settled[old]):
            settled[old] = settled[old]._replace(tag=OLD_TAG)
    if meant in _FIGURE_TAGS and (called := _BRACKETED.search(tags_of(settled[-3:]))) is not None:
        old = called.start("old") - min(len(settled), 3)
        if settled[old].first in OLD:  # "sales of $12 billion (prior $11 billion)", "(previous: $11 billion)"
            settled[old] = settled[old]._replace(tag=OLD_TAG)
    if meant == BEAT_TAG and settled[-1].first in COMING and _is_one_word(settled[-1]):
        settled[-1] = settled[-1]._replace(tag=GUIDANCE_TAG)  # "profit would exceed 60 cents a share"
    if meant in _BEATABLE and (retold := _retold(settled, token, meant)) is not None:
        settled[-1] = settled[-1]._replace(tag=retold)


def _retold(settled: Sequence[Token], token: Token, meant: str) -> str | None:
    """Return the tag that the last token has before the one that follows it; None where it has its own."""
    return OTHER_TAG if meant == METRIC_TAG and _is_kind_of(settled[-1], token) else _beaten(settled, meant)


def _beaten(settled: Sequence[Token], meant: str) -> str | None:
    """Return the tag of a verb that beats what follows it: "earnings top forecasts", "managed to top the $5 million consensus"."""
    last = settled[-1]
    if meant in (ANALYSTS_TAG, ESTIMATE_TAG) and first_word(last) in DOUBLING:
        return ABOVE_TAG  # "51 cents per share, which nearly doubled estimates"
    if last.first not in BEATING or not _is_one_word(last):
        return None
    managed = meant in _FIGURE_TAGS and tags_of(settled[-3:-1]) == "_t"
    return BEAT_TAG if meant in COMPOUND_TAGS or managed else None


def _is_kind_of(word: Token, metric: Token) -> bool:
    """Tell a word that elsewhere means a basis from one for a kind of sales: "recurring revenue"."""
    return isinstance(word.mark, Cue) and word.mark.words == "recurring" and is_called(metric.mark, {"revenue"})


_BRACKETED = re.compile(r"\((?P<old>[^:]):?$")
_EXPECTATION_TAGS = OUTLOOK_TAGS + ESTIMATE_TAG
_BEATABLE = _FIGURE_TAGS.union(COMPOUND_TAGS, ANALYSTS_TAG, ESTIMATE_TAG)
_SETTLING_TAGS = _BEATABLE.union(_EXPECTATION_TAGS, BEAT_TAG)
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


_PROJECTING = frozenset({"projecting", "forecasting", "anticipating", "expecting", "predicting"})


def _with_projections(tokens: list[Token]) -> list[Token]:
    """Return tokens, as an outlook what a bullet begins with: the company need not be named ("Now projecting sales of")."""
    if tokens and tokens[0].tag == EXPECTED_TAG and first_word(tokens[0]) in _PROJECTING:
        tokens[0] = tokens[0]._replace(tag=GUIDANCE_TAG)
    return tokens


def _meant(before: Sequence[Token], token: Token, *, of_shares: bool) -> str:
    """Return the tag of what a token means behind those before it."""
    if of_shares and token.tag == METRIC_TAG and isinstance(token.mark, Cue) and token.mark.words in LOST:
        return "D"
    if token.tag == ESTIMATE_TAG:
        return OTHER_TAG if _is_milestone(before, token) else _tag_of_estimate(before, token)
    if token.tag == "o" and _says_where_it_came_in(before, token):
        return WITH_TAG
    if token.tag == OTHER_TAG and before and (told := _plain_word(before, first_word(token))):
        return told
    if before and (whose := _expected_by_whom(before, token)) is not None:
        return whose
    beaten = isinstance(token.mark, Cue) and token.mark.words == "forecasts for" and _BEATEN.search(tags_of(before[-5:]))
    return ESTIMATE_TAG if beaten else token.tag  # "ahead of forecasts for 95 cents"


def _expected_by_whom(before: Sequence[Token], token: Token) -> str | None:
    """Return the tag of an expectation by who has it: "it expected to report", "above the company's forecast"."""
    last, tag = before[-1], token.tag
    if tag == PREVIEW_TAG and last.tag == NAME_TAG and isinstance(last.mark, Cue) and first_word(token) == "expected":
        return GUIDANCE_TAG
    if tag == OLD_TAG and last.tag == ANALYSTS_TAG and first_word(token) == "had":
        return EXPECTED_TAG
    if tag == "f" and last.tag == NAME_TAG and _is_measured_by(before):
        return OLD_TAG
    if tag == GUIDANCE_TAG and (first := first_word(token)) in _OF_ANALYSTS:
        behind, meant = _OF_ANALYSTS[first]
        return meant if behind.search(tags_of(before)) else None
    if tag == EXPECTED_TAG and last.tag == NAME_TAG and _is_past(token) and not _POLLED.search(tags_of(before)):
        return OLD_TAG
    return None


def _is_measured_by(before: Sequence[Token]) -> bool:
    """Tell a forecast of the company that ends these tokens: "above the company's forecast", "above the $5 billion it forecast"."""
    other = tags_of(before[-2:-1])
    return other in _MEASURING_TAGS or (other in _FIGURE_TAGS and isinstance(before[-1].mark, Cue))


_THEY_FORECAST = re.compile(r"A[^;/]*f[^;/s$%#d]*$")
"""``analysts, who forecast Acme would earn 34 cents``: of the period that is told of"""
_BEFORE_A_CALL = re.compile(r"[bmiqw]_?A?$")
"""``topped analysts' call for 38 cents``, ``beating calls for $340 million``"""
_OF_ANALYSTS = {"would": (_THEY_FORECAST, "o"), "call": (_BEFORE_A_CALL, ESTIMATE_TAG), "calls": (_BEFORE_A_CALL, ESTIMATE_TAG)}
"""Words of an outlook that are analysts' behind others, and the tag of what they mean there."""


_BEATEN = re.compile(r"[bmiqw](?:_?A)?[_MB]{0,3}$|V(?:_?A)?$")
"""``beat Wall Street's subscriber forecasts for``"""


_POLLED = re.compile(r"A(?:_?nN|[on](?:[_K]{1,2}[&,])*_?)?K$")
"""``analysts polled by the company``, ``… in a poll compiled by it``, ``… at two banks``: who expects is not the company."""


_THEM = frozenset({"them"})
_GAVE = frozenset({"gave", "offered"})
_TARGETS = frozenset({"target", "targets", "bogey", "mark", "marks", "mean", "median"})
_PROJECT = frozenset({"project", "model", "see", "foresee", "foresaw", "envision"})
_VERDICT_TAGS = frozenset("bmi")


_BEHIND = {("%", "change"): RISE_TAG, ("s", "light"): WORSE_TAG}
"""What a word says right behind a figure: "a +32.7% change", "earnings were a penny light"."""
_TELLING = frozenset({*_THEM, *_GAVE, *_TARGETS, *_PROJECT, *(word for _, word in _BEHIND)})


def _plain_word(before: Sequence[Token], word: str) -> str:
    """
    Return the tag of a plain word that means something only behind another; "" elsewhere.

    "Wall Street's target", what analysts "project" or "see" and, behind a verdict, "them" are of estimates; "the $5 billion it
    gave" is its outlook until now.
    """
    if word not in _TELLING:
        return ""
    last = before[-1].tag
    if word in _TARGETS and last == "A":
        return ESTIMATE_TAG
    if word in _PROJECT and last == "A":
        return GUIDANCE_TAG if word == "see" else EXPECTED_TAG
    if word in _THEM and last in _VERDICT_TAGS and any(t.tag in "NfE" for t in before):
        return ESTIMATE_TAG
    if word in _GAVE and last == NAME_TAG and tags_of(before[-2:-1]) in _FIGURE_TAGS:
        return OLD_TAG
    return _BEHIND.get((last, word), "")


def _is_past(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words.startswith("had ")


def _says_where_it_came_in(before: Sequence[Token], token: Token) -> bool:
    """Tell that "at" leads to the result and not to the estimate: "met expectations at $1.59"."""
    at = isinstance(token.mark, Cue) and token.mark.words == "at"
    return at and len(before) > 1 and before[-1].tag in "NfE" and before[-2].tag in "bmiqw"


def _is_milestone(before: Sequence[Token], token: Token) -> bool:
    """Tell a mark that is passed from one that analysts set ("sales crossed the $1 billion mark")."""
    mark = isinstance(token.mark, Cue) and token.mark.words == "mark"
    return mark and bool(before) and before[-1].tag in _FIGURE_TAGS and all(t.tag != "A" for t in before)


def _tag_of_estimate(before: Sequence[Token], token: Token) -> str:
    """Return the tag of a word for an estimate: the company's own where "its" stands before, the old one where it is compared."""
    if not isinstance(token.mark, Cue) or token.mark.words not in OWN_FORECASTS or any(t.tag == "A" for t in before):
        return token.tag
    if token.mark.words == "estimates" and _SUBJECT.search(tags_of(before)):
        return GUIDANCE_TAG  # a verb: "Acme estimates first-quarter revenue at $45 million"
    if token.mark.words == "estimate" and _ACCORDING_TO.search(tags_of(before)) and _is_the_company(before[-1]):
        return GUIDANCE_TAG
    at = len(before) - 1
    while at > 0 and before[at].tag in _PHRASE_TAGS:
        at -= 1
    if at >= 0 and _is_said_own(before, at, token.mark.words):
        return GUIDANCE_TAG
    if at < 0 or not isinstance(mark := before[at].mark, Cue) or mark.words.rpartition(" ")[2] not in OWN:
        return token.tag
    compared = at > 0 and before[at - 1].tag in _COMPARING_TAGS
    return GUIDANCE_TAG if not compared else OLD_TAG if mark.words == "its" else token.tag


def _is_said_own(before: Sequence[Token], at: int, words: str) -> bool:
    """Tell a company's own estimate by the word before its phrase, at `at`, where that is not "its"."""
    said = before[at].mark
    if before[at].tag in _ADDING_TAGS:
        return _goes_on_with_outlook(before[:at], words)
    headline = before[at].tag in _REVISING_TAGS and isinstance(said, Cue) and (said.words[-1] in "sg" or said.words in HELD)
    return headline or (
        at > 0 and before[at].tag in _CUTTING_TAGS and _is_the_company(before[at - 1])
    )  # "Raises EPS view to $3.60"


_ACCORDING_TO = re.compile(rf"(?:^|[,;])_?{NAME_TAG}$")
_SUBJECT = re.compile(rf"(?:^|,){NAME_TAG}$")
_CUTTING_TAGS = frozenset("^vUD")
_THE_COMPANY = frozenset({"the company", "the group", "the retailer", "the chipmaker", "the carmaker", "the airline"})


def _is_the_company(token: Token) -> bool:
    """Tell who cuts or raises estimates that can only be its own ("the company also cut earnings estimates to 30 cents")."""
    return token.tag == NAME_TAG and isinstance(token.mark, Cue) and token.mark.words in _THE_COMPANY


def _goes_on_with_outlook(before: Sequence[Token], words: str) -> bool:
    """Tell a projection that is told beside a company's outlook: "it now expects EPS of $4, with revenue projections of"."""
    tags = tags_of(before)
    return words in PROJECTIONS and GUIDANCE_TAG in tags and _COMPARING_TAGS.isdisjoint(tags)


def _is_one_word(token: Token) -> bool:
    return token.end - token.start <= len(token.first) + 1  # and the space behind it
