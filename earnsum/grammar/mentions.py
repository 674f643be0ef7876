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
from earnsum.grammar.settling import settle
from earnsum.grammar.tokens import (
    COMPOUND_TAGS,
    NAME_TAG,
    OTHER_TAG,
    SILENT_TAGS,
    Cue,
    Token,
    entry_of,
    figure_tag,
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
    return settle(_without_glosses(folded, sentence, list(_with_other_words(folded, sentence, taken))))


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


GLOSSES = frozenset({"Y)", "M)"})


def _is_short_for(gloss: Token, words: Token) -> bool:
    """Tell whether a token in brackets says what the one before it says: a year ago, or the same metric."""
    return (
        gloss.tag == words.tag
        and gloss.end - gloss.start < words.end - words.start
        and entry_of(gloss.mark) == entry_of(words.mark)
    )


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
