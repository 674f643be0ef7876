"""
Tokenizing: the marks of a sentence, in one row.

This stage joins what the lexicon, the figures, the periods and the names saw.  Words that nobody knows become one ``_`` a
run, so that shapes can tell "profit of $5" from "profit, as some people say, of $5".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from sys import maxsize

from earnsum.grammar.settling import settle
from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    BOTH_TAG,
    FALL_TAG,
    NAME_TAG,
    OTHER_TAG,
    RISE_TAG,
    SILENT_TAGS,
    Cue,
    Token,
    entry_of,
    figure_tag,
    first_word,
    is_called,
    new_tuple,
    tags_of,
)
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.marks import Mark, PeriodMark, Quantity, within
from earnsum.text.terms import EXPECTED, EXPECTS, OUTLOOK, POSTED, RESULT, UNIT

ESTIMATOR_TAGS = "AN"
"""Who estimates, and what: never the name of a company that reports, though written with capitals too."""

_WORD = re.compile(r"[^\W_]++")

_PERIOD_TAGS = {"year_ago": "Y", "previous": "Q", "other_year": "W", "next": "Z", None: "T"}


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
    words = [
        new_tuple(Token, (c.tag or OTHER_TAG, *c.span, c, ""))
        for c in within(cues, sentence)
        if not (_is_in_a_name(folded, c) if c.tag == METRIC_TAG else c.words in _TRADES and _of_trade(folded, c))
    ]
    taken = _add(taken, (word for word in words if word.tag in ESTIMATOR_TAGS))
    settled = [word for word in words if word.tag in METRIC_AND_BASIS]
    no_names = words if folded[sentence.start : sentence.end].isupper() else settled  # in capitals any word looks like a name
    called = (n for n in within(names, sentence) if not _is_within(n.span, no_names))
    taken = _add(taken, (Token(NAME_TAG, n.span.start, _end_of_name(n.span, settled), n) for n in called))
    taken = _add(taken, words)
    taken = _with_house(folded, _with_other_words(folded, sentence, _with_verbs_whole(folded, sentence, taken)))
    return settle(_without_glosses(folded, sentence, taken))


_OF_TRADE = re.compile(
    rf" (?:and [a-z]+ )?(?:(?:gross|operating|net|fee|commission|services?) )?(?:{RESULT}|{UNIT}|{POSTED}|revenues|margins?|loads"
    r"|volumes?|side|operations)\b"
)
"""``Brokerage revenue rose``: a trade, and nobody who estimates"""
_TRADES = frozenset({"brokerage", "market", "the market"})
_OF_A_MARKET = re.compile(
    r" (?:shares?|value|cap(?:itali[sz]ation)?|leaders?(?:ship)?|conditions|positions?|demand|prices?|environment|dynamics"
    r"|volatility|risks?|close|open|trading|rates?|in|since|outside)\b"
)
_FORESEES = re.compile(
    rf"(?:s|'s|s')? (?:(?:[a-z-]+|[0-9]{{4}}) ){{0,5}}?(?:{EXPECTED}|{EXPECTS}|{OUTLOOK}|consensus|estimates?|expectations?"
    r"|views?|hopes|polls?|surveys?|hoped|hoping|looking|expecting|thought|wanted|assumed)\b"
)
"""``market forecasts``, ``market had been looking for``; nobody foresees anything in a mass market or a market-leading position"""


def _of_trade(folded: str, cue: Cue) -> bool:
    """Tell what is called by a word for those who estimate, and is a trade, or where things are sold."""
    if cue.words == "market":
        return _FORESEES.match(folded, cue.span.end) is None
    return (_OF_TRADE if cue.words == "brokerage" else _OF_A_MARKET).match(folded, cue.span.end) is not None


_CUT_IN_TWO = regex.compile(
    r"\b(?:(?P<fall>n(?:ah|eh)m(?:en)?|nimmt)\b(?:(?! (?:n[ae]hm|nimmt|zu)\b)[^;:?!])*? ab"
    r"|(?P<rise>g(?:ing|eh)(?:en|t)?)\b(?:(?! (?:zurück|g[ei][nh])\b)[^;:?!])*? (?:nach oben|hoch|in die Höhe))"
    r"(?=$|[,.;:]| (?:und|[–-])(?: |$))"
)
"""``nahm um 4 Prozent ab``, ``ging um 4 Prozent nach oben``: of a German verb cut in two, what stands last tells which way"""


_CUT_VERBS = (" nahm", " nehm", " nimmt", " ging ", " gingen ", " geht ", " gehen ")
_WAYS = RISE_TAG + FALL_TAG


def _with_verbs_whole(folded: str, sentence: Span, tokens: list[Token]) -> list[Token]:
    """Return tokens, a rise as a fall, and a fall as a rise, where the other part of its verb says so."""
    if not any(folded.find(verb, *sentence) >= 0 for verb in _CUT_VERBS):
        return tokens
    turned = {
        found.start(name): tag
        for found in _CUT_IN_TWO.finditer(folded, *sentence)
        for name, tag in (("fall", FALL_TAG), ("rise", RISE_TAG))
    }
    return [token._replace(tag=turned[token.start]) if token.start in turned and token.tag in _WAYS else token for token in tokens]


METRIC_AND_BASIS = METRIC_TAG + "B"

_DONE_BY_A_PART = frozenset({"production", "orders", "deliveries", "stores", "bookings", "cash", "provisions"})
_PART_NAMED = re.compile(
    r"[A-Z][a-z]+ (?:(?:and |& )?[A-Z][\w-]+ ){0,4}"
    r"(?:[Ss]egment|[Dd]ivision|[Uu]nit|[Bb]usiness(?:es)?|[Oo]perations|[Ss]ubsidiary|[Aa]rm)\b"
)
"""``the Software Production Services segment``: what a part does is no metric within its name"""


_HOUSE = regex.compile(
    r"(?!(?:The|It|They|We|He|She|You|This|That|Its|Which|Who|Management|Executives|Officials|Nobody|Few|Many|Some|No)\b)"
    r"[A-Z][\w.-]*+(?:(?: and|,| &)? [A-Z][\w.-]*+){0,5} ?"
)


_EXPECTS = re.compile("_E[MB]")
_THEN = frozenset({"had", "was", "were"})


def _with_house(folded: str, tokens: list[Token]) -> list[Token]:
    """Return tokens, a name that nobody knows as an analysts' where a sentence opens with it ("Initech had tipped a profit")."""
    expects = _EXPECTS.match(tags_of(tokens[:3])) is not None and first_word(tokens[1]) in _THEN
    if not expects or _HOUSE.fullmatch(folded, tokens[0].start, tokens[0].end) is None:
        return tokens
    if any(isinstance(token.mark, Quantity) and token.mark.is_range for token in tokens):  # as only a company gives
        return tokens
    return [tokens[0]._replace(tag=ANALYSTS_TAG), *tokens[1:]]


def _is_in_a_name(folded: str, cue: Cue) -> bool:
    """Tell what would be a metric, but is of the name of a part ("deliveries", as a business) or of somebody ("Pat Doe said")."""
    if cue.words == "pat":
        return not cue.span.of(folded).isupper()
    return is_called(cue, _DONE_BY_A_PART) and _names_a_part(folded, cue.span)


def _names_a_part(folded: str, metric: Span) -> bool:
    part = _PART_NAMED.match(folded, metric.start)
    return part is not None and part.end() > metric.end


def _is_within(name: Span, words: Iterable[Token]) -> bool:
    """Tell capitals of a metric's name or basis from a company's name ("EBITA margin", "Non-IFRS profit")."""
    return any(word.start <= name.start and name.end <= word.end for word in words)


def _end_of_name(name: Span, words: Iterable[Token]) -> int:
    """Return where a name ends, or before it where a metric begins with its last word ("Cloud Group revenue")."""
    return min((word.start - 1 for word in words if name.start < word.start < name.end < word.end), default=name.end)


_TICKER = regex.compile(
    r"\((?:(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|TSX|ASX|NSE|BSE)\ ?:\ ?)?[A-Z]{1,5}(?:\.[A-Z]{1,2})?(?:\ [A-Z]{2})?\ ?"
    r"(?::[^()]{0,60}\bEstimates)?\)"
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
            if tags_of((kept[-1], *tokens[at + 1 : at + 3])) in _SAYS_MORE:
                kept.append(tokens[at + 1])
                end = tokens[at + 2].end
                continue
            if kept[-1].tag == NAME_TAG and (match := _TICKER.match(folded, token.start)) is not None:
                end = match.end()
            elif tags_of(tokens[at + 1 : at + 3]) in GLOSSES and _is_short_for(tokens[at + 1], kept[-1]):
                end = tokens[at + 2].end
            elif kept[-1].tag in EXPECTING_TAGS and (whose := _WHOSE.match(tags_of(tokens[at : at + _WHOSE_REACH]))):
                end = tokens[at + whose.end() - 1].end  # "Analysten rechneten (AWP-Konsens) mit"
        if token.tag == ")" and kept and kept[-1].tag == "(":
            kept.pop()  # a period by itself: "in the first quarter (February to April)"
        elif token.start >= end:
            kept.append(token)
    return kept


_SAYS_MORE = frozenset({"MB)", "%Y)", "%Q)"})
"""``EBITDA (bereinigt)``, ``a rise of 8% (YoY)``: what in brackets is of what stands before them"""
GLOSSES = frozenset({"Y)", "M)"})
EXPECTING_TAGS = "AE"
_WHOSE = re.compile(r"\([AN_o]{1,4}\)")
_WHOSE_REACH = 6
"""Whose an expectation is, in brackets behind the words for it."""


def _is_short_for(gloss: Token, words: Token) -> bool:
    """Tell whether a token in brackets says what the one before it says: a year ago, or the same metric."""
    if gloss.tag == METRIC_TAG and words.tag == BOTH_TAG:
        return True  # "revenue and earnings per share (EPS)"
    return (
        gloss.tag == words.tag
        and (gloss.tag == METRIC_TAG or gloss.end - gloss.start < words.end - words.start)
        and (entry_of(gloss.mark) == (entry := entry_of(words.mark)) or _is_of_loss(entry, entry_of(gloss.mark)))
    )


def _is_of_loss(words: Entry | None, gloss: Entry | None) -> bool:
    """Tell the short name of a profit behind the words for a loss of it ("loss before tax (EBT)")."""
    return words is not None and gloss is not None and words.loss and not words.generic and words.metric == gloss.metric


def _add(taken: list[Token], more: Iterable[Token]) -> list[Token]:
    """Add the tokens that overlap none of those taken already."""
    more = list(more)
    if not taken or not more:
        return taken or more
    added = []
    bounds = iter([*((token.start, token.end) for token in taken), (maxsize, maxsize)])
    left, right = next(bounds)
    for token in more:
        _, start, end, _, _ = token
        while right <= start:
            left, right = next(bounds)
        if left >= end:
            added.append(token)
    return sorted(taken + added, key=_start) if added else taken


_start = attrgetter("start")


_OWNING = ("'s", ".'s", "'S", ".'S")
"""``Acme's``, ``Acme Inc.'s``, ``THE GROUP'S``"""


_UNIT_OF_BOTH = re.compile(r" (?:(?:per ?)?cent|pct|[mb]illion|thousand|[mb]n|mln|bln|m)\b")
"""``10.5 (10.0) per cent``: the unit of a figure and of the one in brackets behind it, which `figures` has read"""


def _with_other_words(folded: str, sentence: Span, tokens: list[Token]) -> list[Token]:
    """Fill the gaps between tokens: a run of unknown words is one token; fillers and undecided periods vanish."""
    filled: list[Token] = []
    at = sentence.start
    tag_before = ""
    for token in [*tokens, Token("", sentence.end, sentence.end)]:
        tag, start, end, _, _ = token
        if start - at > 1 or (start > at and folded[at] != " "):
            if folded[at] in "'." and folded.startswith(_OWNING, at):
                at = folded.index("'", at) + 2
            if tag_before == ")" and (unit := _UNIT_OF_BOTH.match(folded, at, start)):
                at = unit.end()
            if (start - at > 1 or (start > at and folded[at] != " ")) and (word := _WORD.search(folded, at, start)):
                filled.append(new_tuple(Token, (OTHER_TAG, word.start(), start, None, word[0].lower())))
        at = max(at, end)
        if tag not in SILENT_TAGS:
            filled.append(token)
            tag_before = tag
    return filled
