"""
Facts: what a sentence says of a metric, with everything that its own words settle.

Turns readings (a role and a metric's word for each figure) into facts with a
metric of the closed list, a basis, a sign, a scope and a period.  Units decide:
"earnings of 12 cents a share" is eps, "earnings of $5 million" is net income.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

import regex

from earnsum.abroad import find_analysts_abroad, find_kind_abroad, find_part, find_revision_abroad
from earnsum.additions import counts_customers, is_added, is_lost, subscribers_of
from earnsum.attach import RESPECTIVELY
from earnsum.grammar import VERDICTS, Claim, Reading, Role, read_sentence
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.languages import ENGLISH
from earnsum.lists import read_lists
from earnsum.marks import PeriodMark, Quantity
from earnsum.mentions import Cue, Token, figure_tag
from earnsum.model import Basis, ChangeKind, PeriodKind, Revision, Shares, Span, Verdict
from earnsum.phrasing import find_verdict_of_before
from earnsum.qualifiers import (
    basis_of,
    find_analysts,
    find_basis,
    find_change_kind,
    find_period,
    find_revision,
    find_shares,
    find_source,
    has_basis_before,
)
from earnsum.scopes import find_scope, growth_of, users_of
from earnsum.signs import direction, is_called_negative, negative, signed_change

BASED = frozenset(
    {"eps", "net_income", "operating_income", "pretax_income", "ebitda", "ffo", "gross_profit"}
    | {"gross_margin", "operating_margin", "ebitda_margin", "net_margin"}
)
"""Metrics that are reported on more than one basis; of the others a basis counts only right before the name."""

STOCKS = frozenset({"users", "subscribers"})
"""Counts that are a level: additions to them are another metric, or none."""

_REFERS_BACK = regex.compile(r"(?:That|This|It|They|Those|These|The (?:figure|total|result|number|amount|sum)|Both|Up|Down)\b")
"""How a sentence begins that goes on about the figure of the one before."""

_PER_SHARE = regex.compile(r" per (?:(?:diluted|common|basic|ordinary) ){0,2}share\b")
_BEFORE_TAX = regex.compile(r"(?i)\s?before (?:income )?tax")
_NEAR = 30
BOTH_TAG, TOP_LINE_TAG, BOTTOM_LINE_TAG = "2", "1", "0"
"""Earnings and revenue named in one phrase, or as the lines that they stand on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure, or one verdict in words, said of one metric (None: of the one that is being spoken of)."""

    role: Role | None
    metric: str | None
    figure: Quantity | None = None
    generic: bool = False
    verdict: Verdict | None = None
    exact: bool = False
    basis: Basis | None = None
    shares: Shares | None = None
    scope: str | None = None
    period: PeriodMark | None = None
    kind: PeriodKind | None = None
    side: str = ""
    named: bool = False
    listed: bool = False
    in_turn: bool = False
    present: bool = False
    change_kind: ChangeKind | None = None
    by: str | None = None
    analysts: int | None = None
    revision: Revision | None = None
    shape: str
    sentence: Span
    index: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as this stage needs it: where it stands, its tokens and their tags, and the periods that it names."""

    folded: str
    span: Span
    index: int
    tokens: tuple[Token, ...]
    tags: str
    periods: tuple[PeriodMark, ...]
    language: str
    added: frozenset[int]
    """Tokens of metrics whose figure is of those who came or went."""

    def scope_of(self, metric_at: int) -> str | None:
        """Return the part of the company that the metric at a token is told of."""
        if self.language == ENGLISH:
            return find_scope(self.folded, self.span, self.tokens, metric_at)
        return find_part(self.folded, self.language, self.span, self.tokens, metric_at)

    def revision(self, token: int, at: int) -> Revision | None:
        """Return what it says was done to the outlook that a figure, at a token and at a place in the text, is of."""
        if self.language == ENGLISH:
            return find_revision(self.folded, self.tags[:token], self.span.start, at)
        return find_revision_abroad(self.folded, self.language, self.span, self.tags)

    def analysts(self) -> int | None:
        """Return how many analysts it says that an estimate is of."""
        if self.language == ENGLISH:
            return find_analysts(self.folded, *self.span)
        return find_analysts_abroad(self.folded, self.language, self.span)


def find_facts(
    folded: str, span: Span, index: int, tokens: Sequence[Token], periods: Sequence[PeriodMark], language: str = "en"
) -> list[Fact]:
    """Return the facts of one sentence, in order."""
    tags = "".join(token.tag for token in tokens)
    readings, claims = read_sentence(tokens, language)
    if language == ENGLISH:
        readings = read_lists(folded, tokens, readings)
    sentence = Sentence(
        folded=folded,
        span=span,
        index=index,
        tokens=tuple(tokens),
        tags=tags,
        periods=tuple(periods),
        language=language,
        added=frozenset(r.metric_at for r in readings if r.metric_at is not None and r.role != "change" and is_added(folded, r.figure)),
    )
    facts = [fact for reading in readings if reading.role != "skip" and (fact := _fact_of(sentence, reading, readings)) is not None]
    facts += [fact for claim in claims for fact in _claimed(sentence, claim, readings)]
    if not facts and (said := find_verdict_of_before(language, folded, span, tags)) is not None:
        facts.append(_said_of_before(sentence, said))
    return list(_with_ranges(tags, sorted(facts, key=lambda fact: fact.at)))


def _with_ranges(tags: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Join the two ends of an outlook told apart ("from $2.40 to $2.50", "down 1% to up 2%", "down 2% to flat")."""
    skip = False
    for fact, following in zip_longest(facts, facts[1:]):
        if skip:
            skip = False
            continue
        between = tags[fact.at + 1 : following.at] if following is not None else ""
        if following is not None and fact.figure is not None and following.figure is not None and _are_ends(fact, following, between):
            yield _range(fact, fact.figure, following.figure)
            skip = True
        elif fact.role == "guide" and fact.figure is not None and fact.figure.kind == "percent" and tags.startswith("t~", fact.at + 1):
            yield _range(fact, fact.figure, replace(fact.figure, value=Decimal(0)))
        else:
            yield fact


def _are_ends(a: Fact, b: Fact, between: str) -> bool:
    """Tell whether two figures are the ends of one range."""
    if a.figure is None or b.figure is None or a.role != b.role or a.figure.unit != b.figure.unit:
        return False
    if a.role == "previous":
        return between == "t"
    return a.role == "guide" and a.figure.kind == "percent" and between in ("tU", "tD", "&") and not a.figure.is_range


def _range(fact: Fact, a: Quantity, b: Quantity) -> Fact:
    low, high = sorted((a.value, b.value))
    span = Span(a.span.start, b.span.end)
    return replace(fact, figure=replace(a, value=(low + high) / 2, low=low, high=high, span=span, extent=span))


# ---------------------------------------------------------------- figures


def _fact_of(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> Fact | None:
    """Return what a figure says; None where no metric is named and none may be meant."""
    entry = _entry(sentence.tokens, reading)
    metric, scope = _name(sentence, reading, entry)
    if reading.role == "change" and entry is not None:
        metric = _metric_of_level(entry, reading.metric_at, beside) or metric
    scope = reading.part or scope
    if metric is None and not _may_refer_back(sentence, reading, entry):
        return None
    if metric in STOCKS and sentence.tags[reading.at - 1 : reading.at] in ("U", "D"):
        return None
    figure = _bounded(sentence.tags, reading, _signed(sentence, reading, entry))
    if metric == "subscriber_adds" and is_lost(sentence.folded, figure):
        figure = negative(figure)
    if reading.role == "actual" and figure.approx is None and sentence.tags[reading.at - 1 : reading.at] in ("b", "q"):
        figure = replace(figure, approx="over")
    basis = find_basis(sentence.tokens, sentence.tags, reading.at, reading.metric_at)
    if entry is not None and entry.share_basis and metric == entry.share:
        basis = basis or entry.share_basis
    if metric is not None and metric not in BASED and not has_basis_before(sentence.tokens, reading.metric_at):
        basis = None
    at = figure.span
    expected = reading.role in ("estimate", "later", "gap")
    return Fact(
        role=_role(sentence, reading, metric),
        metric=metric,
        figure=figure,
        generic=entry.generic if entry else BOTTOM_LINE_TAG in sentence.tags,
        basis=basis,
        shares=find_shares(sentence.folded, at.start - _NEAR, figure.extent.end) if metric == "eps" else None,
        scope=scope,
        period=find_period(sentence.periods, at.start),
        side=reading.side,
        named=_is_named(sentence.tags, reading),
        in_turn=RESPECTIVELY in sentence.tags,
        present=expected and _is_present(sentence, reading.at),
        change_kind=_change_kind(sentence, reading) if reading.role == "change" else None,
        by=find_source(sentence.folded, sentence.tokens, reading.at) if expected else None,
        analysts=sentence.analysts() if expected else None,
        revision=sentence.revision(reading.at, at.start) if reading.role == "guide" else None,
        shape=reading.shape,
        sentence=sentence.span,
        index=sentence.index,
        at=reading.at,
    )


def _metric_of_level(entry: Entry, metric_at: int | None, beside: Sequence[Reading]) -> str | None:
    """Return the metric of the level that a name has in its sentence ("net income fell 4% to 74 cents a share": of EPS), if one only."""
    levels = {metric_of(entry, r.figure, r.role) for r in beside if r.role == "actual" and r.metric_at == metric_at and r.figure.kind != "percent"}
    return levels.pop() if len(levels) == 1 else None


DECLARED = frozenset({"dividend", "buyback"})
_EXPECTED_BEFORE = regex.compile(r"G[_oBK]{0,3}$")


def _role(sentence: Sentence, reading: Reading, metric: str | None) -> Role:
    """Return a figure's role; a dividend declared beside an outlook is none ("cut its outlook and raised its dividend to 37 cents")."""
    said_before = sentence.language == ENGLISH and reading.role == "guide" and metric in DECLARED
    if said_before and not _EXPECTED_BEFORE.search(sentence.tags, 0, reading.metric_at or 0):
        return "change" if reading.figure.kind == "percent" else "actual"
    return reading.role


def _name(sentence: Sentence, reading: Reading, entry: Entry | None) -> tuple[str | None, str | None]:
    """Return the metric that a figure measures, and the part of the company that it is of."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "margin":
        return None, None
    if entry is None:
        if reading.role == "change" and (part := growth_of(folded, figure.span.end, sentence.span.end)):
            return "revenue", part
        if reading.role == "change":
            return _LINES.get(sentence.tags[max(0, reading.at - 4) : reading.at].strip("_oUDBb")), None
        told_per_share = reading.role == "guide" and figure.per_share and figure_tag(figure) == "s"
        if figure.kind == "count" and counts_customers(folded, figure):
            return "subscriber_adds", subscribers_of(folded, figure, None)
        if reading.role in ("actual", "estimate"):
            return _line(sentence.tags, reading.at), None
        return ("eps" if told_per_share else None), None
    metric = metric_of(entry, figure, reading.role)
    if entry.generic and metric == "net_income" and _BEFORE_TAX.match(folded, figure.extent.end):
        metric = "pretax_income"
    if metric == "subscribers" and reading.metric_at in sentence.added:
        metric = "subscriber_adds"
    scope = sentence.scope_of(reading.metric_at) if reading.metric_at is not None else None
    if metric == "users" and reading.metric is not None:
        scope = users_of(folded, reading.metric.span) or scope
    elif metric in SUBSCRIBERS and reading.metric is not None and reading.role != "change":
        scope = subscribers_of(folded, figure, reading.metric.span) or scope
    if entry.share and reading.metric is not None and _PER_SHARE.match(folded, reading.metric.span.end):
        metric = entry.share
    return metric, scope


SUBSCRIBERS = frozenset({"subscribers", "subscriber_adds"})

_LINES = {TOP_LINE_TAG: "revenue", BOTTOM_LINE_TAG: "net_income"}


def _line(tags: str, at: int) -> str | None:
    """Return the metric of a figure behind "earnings and revenue", "the top line" or "the bottom line"."""
    tag = tags[at]
    if BOTH_TAG in tags[:at] or TOP_LINE_TAG in tags[max(0, at - 3) : at]:
        return "revenue" if tag == "$" else "eps" if tag == "s" and BOTH_TAG in tags[:at] else None
    if BOTTOM_LINE_TAG in tags[max(0, at - 3) : at]:
        return {"$": "net_income", "s": "eps"}.get(tag)
    return None


def _may_refer_back(sentence: Sentence, reading: Reading, entry: Entry | None) -> bool:
    """Tell whether a figure without a metric may be of the metric that is being spoken of."""
    if reading.role == "margin":
        return True
    if entry is not None or reading.role == "actual":
        return False
    if reading.role == "guide":
        return METRIC_TAG not in sentence.tags
    return reading.role != "change" or _REFERS_BACK.match(sentence.folded, sentence.span.start) is not None


_PRESENT = regex.compile(r"(?i)\b(?:is|are|calls?|stands?)\b")


def _is_named(tags: str, reading: Reading) -> bool:
    """Tell whether an expectation names its own metric ("the consensus was for earnings of 5 cents")."""
    at = reading.metric_at
    return at is not None and not any(tag in "AENfVbmiqw" for tag in tags[at : reading.at])


def _is_present(sentence: Sentence, at: int) -> bool:
    """Tell whether a consensus is spoken of in the present ("is for"): of a period to come, after an outlook."""
    cue = next((t for t in reversed(sentence.tokens[:at]) if t.tag in "NA"), None)
    return cue is not None and _PRESENT.search(sentence.folded, cue.end, sentence.tokens[at].start) is not None


def _entry(tokens: Sequence[Token], reading: Reading) -> Entry | None:
    """Return the metric's entry; in "a funds from operations loss" the first name says which, the second that it is a loss."""
    entry = reading.metric.entry if reading.metric else None
    if entry is None or reading.metric_at is None or not entry.generic:
        return entry
    first = _named_before(tokens, reading.at, reading.metric_at)
    before = first.mark.entry if first is not None and isinstance(first.mark, Cue) else None
    if before is None or before.generic or before.unit not in ("money", "share"):
        return entry
    return _as_loss(before, entry)


_SPECIFIC = regex.compile(r"M(?P<between>[ot_:]?)$|^M(?P<between>:B(?:M[s$]&B)?)$")
"""A name before a general word for a profit or a loss, or before the figure that the word stands behind; or before two bases of it."""
_IS = frozenset({"was", "were", "is", "은", "는", "이", "가"})


def _named_before(tokens: Sequence[Token], at: int, metric_at: int) -> Token | None:
    """Return the name before a general word ("operating result was a loss of $5 million", "its ebit was $5 million of losses")."""
    start = min(at, metric_at)
    found = _SPECIFIC.search("".join(token.tag for token in tokens[:start]))
    if found is None:
        return None
    between = len(found["between"])
    if found["between"] == "_" and _first_word(tokens[start - 1]) not in _IS:
        return None
    return tokens[start - 1 - between]


def _first_word(token: Token) -> str:
    return token.mark.words.partition(" ")[0] if isinstance(token.mark, Cue) else token.first


COSTS = frozenset({"charge", "provisions"})
"""What is called a loss too, but counted as a cost: "impairment losses"."""


def _as_loss(entry: Entry, generic: Entry) -> Entry:
    """Return a metric's entry, as a loss where the general word says so."""
    return replace(entry, loss=generic.loss and entry.name not in COSTS)


def metric_of(entry: Entry, figure: Quantity, role: Role) -> str | None:
    """Return the metric that a name means for this figure, None where the two do not fit."""
    tag = figure_tag(figure)
    if role == "change" or tag == "%":
        return entry.means or entry.name
    if tag == "s":
        if entry.unit == "share":
            return entry.name
        if entry.share:
            return entry.share
        return None if figure.per_share else entry.name
    if tag == "$" and entry.unit == "percent":
        return entry.money
    if tag == "#" and entry.name == "revenue":
        return None if role == "guide" else "deliveries"  # sales in vehicles; of those to come, often the whole market's
    if entry.unit == "share" and tag == "$" and not entry.money_too:
        return None
    return entry.means or entry.name


def _signed(sentence: Sentence, reading: Reading, entry: Entry | None) -> Quantity:
    """Return the figure with the sign that the words around it give it."""
    figure, role = reading.figure, reading.role
    if entry is not None and role != "change":
        called = entry.unit == "percent" and is_called_negative(sentence.folded, sentence.tokens[reading.metric_at or 0].start)
        expected = role in ("estimate", "later") and not _is_named(sentence.tags, reading)
        if called or (entry.loss and not figure.signed and not expected):
            figure = negative(figure)
    level = entry is not None and entry.unit == "percent" and (role == "prior" or entry.name != "same_store_sales")
    if role not in ("gap", "actual") and figure.kind == "percent" and not level:
        figure = signed_change(figure, reading.side or direction(sentence.tokens, reading.at))
    return figure


def _bounded(tags: str, reading: Reading, figure: Quantity) -> Quantity:
    """Return an outlook that only a bound is told of ("more than $580 million") as open on the other side."""
    before = tags[reading.at - 1 : reading.at] if reading.at else ""
    if reading.role != "guide" or figure.is_range or before not in ("b", "q", "m", "w"):
        return figure
    return replace(figure, high=None) if before in "bq" else replace(figure, low=None)


def _change_kind(sentence: Sentence, reading: Reading) -> ChangeKind | None:
    """Return how a change is reckoned: from its own part of the sentence, up to the figures beside it."""
    if reading.sequential:
        return "sequential"
    others = [t for t in sentence.tokens if isinstance(t.mark, Quantity)]
    here = reading.figure.span
    start = max((t.end for t in others if t.end <= here.start), default=sentence.span.start)
    end = min((t.start for t in others if t.start >= here.end), default=sentence.span.end)
    if sentence.language != ENGLISH:
        return find_kind_abroad(sentence.folded, sentence.language, Span(start, here.start), Span(here.end, end))
    return find_change_kind(sentence.folded, start, end)


# ---------------------------------------------------------------- verdicts in words

_OUTLOOK_AFTER = regex.compile(r"[_oN]?[Gf]")
_OUTLOOK_BEFORE = regex.compile(r"[Gf][_oBnK^vjk]{0,4}$")


def _claimed(sentence: Sentence, claim: Claim, readings: Sequence[Reading]) -> Iterator[Fact]:
    """Yield the facts of a verdict in words; none where it is said of an outlook, or of results in general."""
    tags = sentence.tags
    if _OUTLOOK_AFTER.match(tags, claim.at + 1) or _OUTLOOK_BEFORE.search(tags, 0, claim.at):
        return
    entry = claim.metric.entry if claim.metric else None
    profit = entry is not None and (entry.means or entry.name) == "net_income"
    subjects = {"both": ("eps", "revenue"), "results": (), "revenue": ("revenue",), "eps": ("eps",)}.get(claim.subject)
    if subjects is None:
        level = _metric_of_level(entry, claim.at, readings) if entry else None
        subjects = ("eps",) if profit else (level or entry.name,) if entry else ()
    adjusted = claim.at > 0 and basis_of(sentence.tokens[claim.at - 1]) == "adjusted"
    for subject in subjects:
        yield Fact(
            role=None,
            metric=subject,
            generic=profit,
            verdict=claim.verdict,
            exact=claim.exact,
            basis="adjusted" if adjusted and subject in BASED else None,
            scope=sentence.scope_of(claim.at) if entry else None,
            period=find_period(sentence.periods, sentence.tokens[claim.at].start),
            shape=claim.shape,
            sentence=sentence.span,
            index=sentence.index,
            at=claim.at,
        )


def _said_of_before(sentence: Sentence, at: int) -> Fact:
    """Return a verdict in words as said of the figure told before its sentence."""
    return Fact(
        role=None,
        metric=None,
        verdict=VERDICTS[sentence.tags[at]],
        shape="that beat estimates",
        sentence=sentence.span,
        index=sentence.index,
        at=at,
    )
