"""
Mentions: the words that say what a figure is, found in the text.

This stage joins what the lexicon, the figures and the periods saw into one
row of tokens a sentence.  Words that nobody knows become one ``_`` a run, so
that shapes can tell "profit of $5" from "profit, as some people say, of $5".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from earnsum.grammar.coming import find_coming_verbs, plan_before
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
    SILENT_TAGS,
    WITH_TAG,
    Cue,
    Token,
    entry_of,
    figure_tag,
    first_word,
    is_called,
    new_tuple,
    tags_of,
)
from earnsum.grammar.verbs import find_telling_words
from earnsum.lexicon import METRIC_TAG, Entry, Lexicon, searchable
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.languages import compound_cut, has_compounds
from earnsum.text.marks import Mark, PeriodMark, Quantity, within

GUIDES = "guides"
"""The lexicon's entry of the words by which a company's outlook is told."""

ESTIMATOR_TAGS = "AN"
"""Who estimates, and what: never the name of a company that reports, though written with capitals too."""

_PUNCTUATION = re.compile(r"(?=[,;:()&— .…→])(?:[,;:()&—]| - |\.{3}|…|(?<=[円元원人台社%倍])→)")
_PUNCTUATION_TAGS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "&": "&",
    "—": ":",
    " - ": ":",
    "...": ",",
    "…": ",",
    "→": "r",
}
_WORD = re.compile(r"[^\W_]++")

_PERIOD_TAGS = {"year_ago": "Y", "previous": "Q", "other_year": "W", "next": "Z", None: "T"}


def find_cues(folded: str, lexicon: Lexicon, taken: Iterable[Mark] = ()) -> list[Cue]:
    """Return the lexicon's phrases and the punctuation of folded text, in order, outside the marks that are `taken`."""
    hay = _masked(searchable(folded), taken)
    phrases = _parted(hay, lexicon) if has_compounds(hay) else lexicon.find(hay)
    found = ((a, b, entry) for a, b, entry in phrases if not (entry.tag in LINKS and _is_inside(folded, a, b)))
    cues = [new_tuple(Cue, (new_tuple(Span, (a, b)), entry.tag, entry, hay[a:b])) for a, b, entry in found if folded[a:b] != _TRADE]
    if telling := list(_telling_words(folded, lexicon)):
        cues = [*telling, *(cue for cue in cues if not any(_overlap(cue.span, word.span) for word in telling))]
    if coming := list(_coming_verbs(folded, lexicon, cues)):
        cues = [*coming, *(cue for cue in cues if cue.tag or not any(_overlap(cue.span, verb.span) for verb in coming))]
    cues += [Cue(new_tuple(Span, m.span()), _PUNCTUATION_TAGS[m.group()]) for m in _PUNCTUATION.finditer(folded)]
    return _apart(sorted(cues, key=_place))


_TRADE = "IT"
"""Information technology, never the pronoun: "IT services revenue"."""
_place = attrgetter("span")


def _apart(cues: Iterable[Cue]) -> list[Cue]:
    """Leave out the commas inside a phrase ("earnings before interest, tax and depreciation")."""
    kept: list[Cue] = []
    end = 0
    for cue in cues:
        if cue.span.start >= end:
            kept.append(cue)
            end = cue.span.end
    return kept


LINKS = frozenset("oantryu&")
"""Tags of the small words that link others, which in a compound ("internet-of-things", "oil-to-chemicals") link nothing else."""


def _is_inside(folded: str, start: int, end: int) -> bool:
    return start > 0 and folded[start - 1] == "-" and folded[end : end + 1] == "-"


def _telling_words(folded: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the words that name a metric by what is around them, and before those that are only planned the words for it."""
    for start, end, name in find_telling_words(folded):
        plan = plan_before(folded, start)
        if plan is not None and (coming := lexicon.named(GUIDES)) is not None:
            yield Cue(span=Span(*plan), tag=coming.tag, entry=coming, words=folded[slice(*plan)].lower())
        if (entry := lexicon.named(name)) is not None:
            yield Cue(span=Span(start, end), tag=METRIC_TAG, entry=entry, words=folded[start:end].lower())


def _coming_verbs(folded: str, lexicon: Lexicon, cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield words that make an outlook only together, where no phrase of the lexicon stands."""
    entry = lexicon.named(GUIDES)
    starts = [cue.span.start for cue in cues]
    for start, end in find_coming_verbs(folded) if entry is not None else ():
        near = cues[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]
        if entry is not None and not any(
            cue.tag and cue.tag not in SILENT_TAGS and _overlap(cue.span, Span(start, end)) for cue in near
        ):
            yield Cue(span=Span(start, end), tag=entry.tag, entry=entry, words=folded[start:end].lower())


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _parted(hay: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Entry]]:
    """Yield what the lexicon finds, with a metric and what is said of it in one word ("Umsatzprognose") told apart."""
    for start, end, entry in lexicon.find(hay):
        cut = compound_cut(hay[start:end]) if entry.tag in COMPOUND_TAGS else 0
        metric = lexicon.find(hay[start : start + cut]) if cut else []
        change = lexicon.find(hay[start + cut : end]) if metric and entry.tag == METRIC_TAG else []
        if metric and (change or entry.tag != METRIC_TAG):
            yield start, start + cut, metric[0][2]
            yield start + cut, end, change[0][2] if change else entry
        else:
            yield start, end, entry


def _masked(hay: str, taken: Iterable[Mark]) -> str:
    """Blank out what other marks have, so that no phrase runs into it ("expect full" into "full year")."""
    parts = []
    at = 0
    for start, end in sorted(
        (m.span.start, max(m.span.end, m.extent.end) if isinstance(m, Quantity) else m.span.end) for m in taken
    ):
        if start >= at:
            parts += [hay[at:start], "\0" * (end - start)]
            at = end
    return "".join([*parts, hay[at:]])


def tokenize(  # noqa: PLR0913 - the kinds of marks are told apart by name
    folded: str,
    sentence: Span,
    *,
    cues: Sequence[Cue],
    figures: Sequence[Quantity],
    periods: Sequence[PeriodMark],
    names: Sequence[Mark] = (),
) -> list[Token]:
    """
    Return the tokens of one sentence.

    Figures win over periods, periods over names (but for those who estimate), names over cues; a cue inside the words that
    belong to a figure ("a share") is silent, but one before it ("above $5") speaks.
    """
    taken: list[Token] = [Token(figure_tag(f), f.span.start, max(f.span.end, f.extent.end), f) for f in within(figures, sentence)]
    taken = _add(taken, (Token(_PERIOD_TAGS[p.when], p.span.start, p.span.end, p) for p in within(periods, sentence)))
    words = [new_tuple(Token, (c.tag or OTHER_TAG, *c.span, c, "")) for c in within(cues, sentence)]
    taken = _add(taken, (word for word in words if word.tag in ESTIMATOR_TAGS))
    settled = [word for word in words if word.tag in METRIC_AND_BASIS]
    taken = _add(taken, (Token(NAME_TAG, *n.span, n) for n in within(names, sentence) if not _is_within(n.span, settled)))
    taken = _add(taken, words)
    return _settled(_with_levels(_without_glosses(folded, sentence, list(_with_other_words(folded, sentence, taken)))))


METRIC_AND_BASIS = METRIC_TAG + "B"


def _is_within(name: Span, words: Iterable[Token]) -> bool:
    """Tell capitals of a metric's name or basis from a company's name ("EBITA margin", "Non-IFRS profit")."""
    return any(word.start <= name.start and name.end <= word.end for word in words)


_TICKER = regex.compile(
    r"\((?:(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|TSX|ASX|NSE|BSE)\ ?:\ ?)?[A-Z]{1,5}(?:\.[A-Z]{1,2})?(?:\ [A-Z]{2})?\ ?\)"
)


def _without_glosses(folded: str, sentence: Span, tokens: list[Token]) -> list[Token]:
    """
    Return tokens without what is only short for the words before it, and without brackets that hold nothing for shapes.

    A ticker behind a company's name, "year-on-year (YoY)", "earnings before interest and tax (EBIT)".
    """
    if "(" not in folded[sentence.start : sentence.end]:
        return tokens
    kept: list[Token] = []
    end = 0
    for at, token in enumerate(tokens):
        if token.tag == "(" and kept:
            if kept[-1].tag == NAME_TAG and (match := _TICKER.match(folded, token.start)) is not None:
                end = match.end()
            elif tags_of(tokens[at + 1 : at + 3]) in GLOSSES and _is_short_for(tokens[at + 1], kept[-1]):
                end = tokens[at + 2].end
        if token.tag == ")" and kept and kept[-1].tag == "(":
            kept.pop()  # a period by itself: "in the first quarter (February to April)"
        elif token.start >= end:
            kept.append(token)
    return kept


_LEADING_TO_LEVEL = frozenset("otnrVqbwG")
"""Tags before a level, as of a change: "was at 305 basis points", "up from 290"."""
_LEAST_LEVEL = 1


def _with_levels(tokens: list[Token]) -> list[Token]:
    """Return tokens, points as a rate where they are the level of an interest margin ("a margin of 305 basis points")."""
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
    return tokens


GLOSSES = frozenset({"Y)", "M)"})


def _is_short_for(gloss: Token, words: Token) -> bool:
    """Tell whether a token in brackets says what the one before it says: a year ago, or the same metric."""
    return (
        gloss.tag == words.tag
        and gloss.end - gloss.start < words.end - words.start
        and entry_of(gloss.mark) == entry_of(words.mark)
    )


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
PROJECTIONS = frozenset({"projection", "projections"})

MINUS = frozenset({"minus von", "ein minus von", "minus"})
"""Words for a loss of money, and before a rate for a fall ("ein Minus von 5 Prozent")."""

BEATING = frozenset({"top"})
"""Verbs that beat what is expected, and elsewhere are no verbs."""

OUTLOOK_TAGS = "Gf"
_FIGURE_TAGS = frozenset("s$%#d")
_PHRASE_TAGS = frozenset("MB_")
_REVISING_TAGS = frozenset("^vG")
_ADDING_TAGS = frozenset("u&")
_COMPARING_TAGS = frozenset("bmiqwVjkA")


def _settled(tokens: Iterable[Token]) -> list[Token]:
    """
    Return the tokens with the words settled that mean another thing beside others.

    A fall behind "shares" ("shares have lost 20%"), the outlook until now before one or as what the company
    "had forecast", a company's own estimate.
    """
    settled: list[Token] = []
    near = -1  # tokens for which "shares" is still near
    for token in tokens:
        near = REACH_OF_SHARES if token.tag == SHARES_TAG else near - 1
        meant = _meant(settled, token, of_shares=near >= 0)
        if token.tag == "%" and settled and isinstance(fall := settled[-1].mark, Cue) and fall.words in MINUS:
            settled[-1] = settled[-1]._replace(tag="D")
        if meant in _EXPECTATION_TAGS:
            old = len(settled) - 1
            if meant == ESTIMATE_TAG or (old > 0 and settled[old].tag in _FIGURE_TAGS):
                old -= 1
            if old >= 0 and settled[old].first in OLD and _is_one_word(settled[old]):
                settled[old] = settled[old]._replace(tag=OLD_TAG)
        if meant in _FIGURE_TAGS and len(settled) > 1 and settled[-2].tag == "(" and settled[-1].first in OLD:
            settled[-1] = settled[-1]._replace(tag=OLD_TAG)  # "sales of $12 billion (prior $11 billion)"
        if settled and settled[-1].first in BEATING and meant in COMPOUND_TAGS and _is_one_word(settled[-1]):
            settled[-1] = settled[-1]._replace(tag=BEAT_TAG)  # "Acme earnings top forecasts"
        settled.append(token if meant == token.tag else token._replace(tag=meant))
    return settled


_EXPECTATION_TAGS = OUTLOOK_TAGS + ESTIMATE_TAG


def _meant(before: Sequence[Token], token: Token, *, of_shares: bool) -> str:
    """Return the tag of what a token means behind those before it."""
    if of_shares and token.tag == METRIC_TAG and isinstance(token.mark, Cue) and token.mark.words in LOST:
        return "D"
    if token.tag == ESTIMATE_TAG:
        return _tag_of_estimate(before, token)
    if token.tag == "o" and _says_where_it_came_in(before, token):
        return WITH_TAG
    if token.tag == OTHER_TAG and before and (told := _plain_word(before, token.first)):
        return told
    if before and (whose := _expected_by_whom(before, token)) is not None:
        return whose
    beaten = isinstance(token.mark, Cue) and token.mark.words == "forecasts for" and _BEATEN.search(tags_of(before[-5:]))
    return ESTIMATE_TAG if beaten else token.tag  # "ahead of forecasts for 95 cents"


def _expected_by_whom(before: Sequence[Token], token: Token) -> str | None:
    """Return the tag of an expectation by who has it: "it expected to report", "analysts had earlier forecast"."""
    last, first = before[-1], first_word(token)
    if token.tag == PREVIEW_TAG and first == "expected" and last.tag == NAME_TAG and isinstance(last.mark, Cue):
        return GUIDANCE_TAG
    if token.tag == OLD_TAG and first == "had" and last.tag == ANALYSTS_TAG:
        return EXPECTED_TAG
    if token.tag == EXPECTED_TAG and last.tag == NAME_TAG and _is_past(token) and not _POLLED.search(tags_of(before)):
        return OLD_TAG
    return None


_BEATEN = re.compile(r"[bmiqw](?:_?A)?[_MB]{0,3}$|V(?:_?A)?$")
"""``beat Wall Street's subscriber forecasts for``"""


_POLLED = re.compile(r"A(?:_?nN|[on](?:[_K]{1,2}[&,])*_?)?K$")
"""``analysts polled by the company``, ``… in a poll compiled by it``, ``… at two banks``: who expects is not the company."""


_THEM = frozenset({"them"})
_TARGETS = frozenset({"target", "targets", "bogey", "mark", "marks", "mean", "median"})
_VERDICT_TAGS = frozenset("bmi")


def _plain_word(before: Sequence[Token], word: str) -> str:
    """
    Return the tag of a plain word that means something only behind another; "" elsewhere.

    "Wall Street's target" and, behind a verdict, "them" are estimates told before; "a +32.7% change" is a rise.
    """
    last = before[-1].tag
    if word in _TARGETS and last == "A":
        return ESTIMATE_TAG
    if word in _THEM and last in _VERDICT_TAGS and any(t.tag in "NfE" for t in before):
        return ESTIMATE_TAG
    return RISE_TAG if word == "change" and last == "%" else ""


def _is_past(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words.startswith("had ")


def _says_where_it_came_in(before: Sequence[Token], token: Token) -> bool:
    """Tell that "at" leads to the result and not to the estimate: "met expectations at $1.59"."""
    at = isinstance(token.mark, Cue) and token.mark.words == "at"
    return at and len(before) > 1 and before[-1].tag in "NfE" and before[-2].tag in "bmiqw"


def _tag_of_estimate(before: Sequence[Token], token: Token) -> str:
    """Return the tag of a word for an estimate: the company's own where "its" stands before, the old one where it is compared."""
    if not isinstance(token.mark, Cue) or token.mark.words not in OWN_FORECASTS or any(t.tag == "A" for t in before):
        return token.tag
    if token.mark.words == "estimates" and tags_of(before) == NAME_TAG:
        return GUIDANCE_TAG  # a verb: "Acme estimates first-quarter revenue at $45 million"
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


def _add(taken: list[Token], more: Iterable[Token]) -> list[Token]:
    """Add the tokens that overlap none of those taken already."""
    if not taken:
        return list(more)
    added = []
    at, last = 0, len(taken)
    for token in more:
        start = token.start
        while at < last and taken[at].end <= start:
            at += 1
        if at == last or taken[at].start >= token.end:
            added.append(token)
    return sorted(taken + added, key=_start) if added else taken


_start = attrgetter("start")


def _with_other_words(folded: str, sentence: Span, tokens: list[Token]) -> Iterable[Token]:
    """Fill the gaps between tokens: a run of unknown words is one token; fillers and undecided periods vanish."""
    at = sentence.start
    for token in [*tokens, Token("", sentence.end, sentence.end)]:
        tag, start, end, *_ = token
        if start > at and folded[at] in "'." and folded.startswith(("'s", ".'s"), at):  # "Acme's", "Acme Inc.'s"
            at = folded.index("s", at) + 1
        if (start - at > 1 or (start > at and folded[at] != " ")) and (word := _WORD.search(folded, at, start)):
            yield new_tuple(Token, (OTHER_TAG, word.start(), start, None, word.group().lower()))
        at = max(at, end)
        if tag and tag not in SILENT_TAGS:
            yield token
