"""
Facts: what a sentence says of a metric, with everything that its own words settle.

Turns readings (a role and a metric's word for each figure) into facts with a
metric of the closed list, a basis, a sign, a scope and a period.  Units decide:
"earnings of 12 cents a share" is eps, "earnings of $5 million" is net income.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.abroad import find_kind_abroad, is_negative_after
from earnsum.additions import changed_by, is_added, is_lost
from earnsum.answers import answers_before, read_answers
from earnsum.attach import RESPECTIVELY, is_share_of_sales
from earnsum.background import background_of
from earnsum.carried import with_carried_scopes
from earnsum.claims import claimed, said_of_before
from earnsum.closings import read_closings
from earnsum.contrasts import lean_on
from earnsum.fitting import VEHICLES
from earnsum.grammar import DEFAULT_SHAPE, Reading, Role, read_sentence
from earnsum.languages import ENGLISH
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.lists import read_lists
from earnsum.marks import PeriodMark, Quantity
from earnsum.mentions import Token, tags_of
from earnsum.model import ChangeKind, Span
from earnsum.naming import BOTTOM_LINE_TAG, EARNED, MARGINS, Sentence, entry_of, metric_of_level, name_of
from earnsum.outlooks import has_author, is_a_brokers, is_goal, is_no_outlook, is_of_own_verb
from earnsum.patterns import regex
from earnsum.phrasing import find_verdict_of_before
from earnsum.qualifiers import (
    find_basis,
    find_change_kind,
    find_period,
    find_shares,
    find_source,
    has_basis_before,
)
from earnsum.signs import direction, is_called_negative, negative, signed_change
from earnsum.spreads import with_ranges
from earnsum.told import BASED, STOCKS, Fact
from earnsum.untilnow import as_outlook, as_until_now

_REFERS_BACK = regex.compile(
    r"(?:That|This|It|They|Those|These|The (?:figure|total|result|number|amount|sum)(?! of\b)|Both|Up|Down)\b"
)
"""How a sentence begins that goes on about the figure of the one before."""

_SOON = 8
"""Tokens within which such a sentence says by how much."""

_NEAR = 30


def find_facts(  # noqa: PLR0913, PLR0917 - a sentence and where it stands
    folded: str, span: Span, index: int, tokens: Sequence[Token], periods: Sequence[PeriodMark], language: str = "en"
) -> list[Fact]:
    """Return the facts of one sentence, in order."""
    tags = tags_of(tokens)
    readings, claims = read_sentence(tokens, language)
    if language == ENGLISH:
        readings = [r._replace(role="actual") if r.role == "skip" and changed_by(folded, r.figure) else r for r in readings]
        readings = [_unless_a_rate(folded, r) for r in readings]
        claims = lean_on(folded, tokens, claims)
        readings = read_closings(folded, span.start, tokens, readings)
        readings = as_outlook(folded, span, read_lists(folded, tokens, read_answers(folded, tokens, readings)))
        readings = as_until_now(folded, span, tokens, tags, readings)
    sentence = Sentence(
        folded=folded,
        span=span,
        index=index,
        tokens=tuple(tokens),
        tags=tags,
        periods=tuple(periods),
        language=language,
        added=frozenset(
            r.metric_at for r in readings if r.metric_at is not None and r.role != "change" and is_added(folded, r.figure)
        ),
    )
    facts = [fact for reading in readings if reading.role != "skip" and (fact := _fact_of(sentence, reading, readings)) is not None]
    if language == ENGLISH and facts:
        told_aside = list(background_of(folded, span))
        facts = [f for f in facts if f.figure is None or not any(s.start <= f.figure.span.start < s.end for s in told_aside)]
    facts += [fact for claim in claims for fact in claimed(sentence, claim, readings)]
    if not facts and (said := find_verdict_of_before(language, folded, span, tags)) is not None:
        facts.append(said_of_before(sentence, said))
    told = list(with_ranges(tags, sorted(facts, key=lambda fact: fact.at)))
    return list(with_carried_scopes(folded, told)) if language == ENGLISH else told


# ---------------------------------------------------------------- figures


def _fact_of(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> Fact | None:
    """Return what a figure says; None where no metric is named and none may be meant."""
    entry = entry_of(sentence.tokens, reading)
    metric, scope = name_of(sentence, reading, entry)
    if reading.role == "change" and entry is not None:
        metric = metric_of_level(entry, reading.metric_at, beside) or metric
    if reading.role == "guide" and metric is not None and is_share_of_sales(sentence.tokens, sentence.tags, reading.at):
        metric = MARGINS.get(metric, metric if metric in MARGINS.values() else None)
    scope = reading.part or (None if metric == "deliveries" and scope in VEHICLES else scope)
    if metric is None and (
        not _may_refer_back(sentence, reading, entry) or _is_of_another(sentence, reading, beside) or _is_aside(sentence, reading)
    ):
        return None
    if _is_no_result(sentence, reading, beside, metric):
        return None
    figure = _bounded(sentence.tags, reading, _signed(sentence, reading, entry))
    if metric == "subscriber_adds" and is_lost(sentence.folded, figure):
        figure = negative(figure)
    if reading.role == "actual" and figure.approx is None and sentence.tags[reading.at - 1 : reading.at] in ("b", "q"):
        figure = figure._replace(approx="over")
    basis = find_basis(sentence.tokens, sentence.tags, reading.at, reading.metric_at)
    if basis is None and metric in BASED and reading.metric and _leaves_out(sentence, reading.metric.span.start):
        basis = "adjusted"
    if entry is not None and entry.share_basis and metric == entry.share:
        basis = basis or entry.share_basis
    if metric == "charge" or (
        metric not in BASED and metric is not None and not has_basis_before(sentence.tokens, reading.metric_at)
    ):
        basis = None
    at = figure.span
    expected = reading.role in ("estimate", "later", "gap")
    return Fact(
        role=_role(sentence, reading, metric),
        metric=metric,
        figure=figure,
        generic=_is_generic(entry, reading) if entry else BOTTOM_LINE_TAG in sentence.tags,
        basis=basis,
        shares=find_shares(sentence.folded, at.start - _NEAR, figure.extent.end) if metric == "eps" else None,
        scope=scope,
        period=find_period(sentence.periods, sentence.folded, Span(at.start, figure.extent.end)),
        side=_side(sentence, reading),
        named=_is_named(sentence.tags, reading),
        in_turn=RESPECTIVELY in sentence.tags,
        present=expected and _is_present(sentence, reading.at),
        authored=_is_authored(sentence, reading),
        change_kind=_change_kind(sentence, reading) if reading.role == "change" else None,
        by=find_source(sentence.folded, sentence.tokens, reading.at) if expected else None,
        analysts=sentence.analysts() if expected else None,
        revision=sentence.revision(reading.at, at.start) if reading.role == "guide" else None,
        shape=reading.shape,
        sentence=sentence.span,
        index=sentence.index,
        at=reading.at,
    )


_OF_A_COST = regex.compile(r"\$,?\|$")


def _is_no_outlook(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an outlook's figure that is of something else: by its words, or a charge a share ("$30 million, or 6 cents a share")."""
    before = beside[beside.index(reading) - 1] if _OF_A_COST.search(sentence.tags, 0, reading.at) else None
    if before is not None and (entry := entry_of(sentence.tokens, before)) is not None and entry.name in ("charge", "provisions"):
        return True
    named = reading.metric.span.end if reading.metric is not None else None
    return sentence.language == ENGLISH and is_no_outlook(sentence.folded, sentence.span.start, named, reading.figure.extent.start)


def _is_no_result(sentence: Sentence, reading: Reading, beside: Sequence[Reading], metric: str | None) -> bool:
    """Tell a figure that is a broker's, of a volume, of another time, or by how much a stock of things rose."""
    if reading.role == "guide" and (is_a_brokers(sentence.folded, sentence.tokens) or _is_no_outlook(sentence, reading, beside)):
        return True
    if reading.role == "change":
        return metric == "revenue" and _is_of_volume(sentence, reading)
    if reading.role == "actual" and is_goal(sentence.folded, reading.figure.extent.start):
        return True
    if metric == "buyback" and reading.figure.kind == "money" and not reading.figure.scaled and reading.figure.value < _A_PRICE:
        return True
    if metric in STOCKS and sentence.tags[reading.at - 1 : reading.at] in ("U", "D"):
        return True
    return _WHEN_IT_WAS.search(sentence.folded, sentence.span.start, reading.figure.span.start) is not None


_A_PRICE = 100_000
"""What is paid for a share and not for all of them: "bought back 742,000 shares for $53.42 each"."""

_WHEN_IT_WAS = regex.compile(
    r"\b(?:year|level|[0-9]{4}),? when (?:it|they) (?:was|were|reached|stood at|totall?ed|came to) (?:[a-z]+ )?$"
)
"""``to remain below the 2009 level when it reached $5 million``: a figure of then"""

_TO_VOLUME = regex.compile(r"t(?P<volume>[#d])")
VOLUMES = frozenset("liters litres hectoliters hectolitres tons tonnes barrels bottles kilograms kilos".split())
"""What sales are told of as a volume in, which is no revenue."""


def _is_of_volume(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of sales whose level is a volume ("sales rose 5% to 15 million litres")."""
    stop = next((at for at in range(reading.at + 1, len(sentence.tags)) if sentence.tags[at] in ";/&"), len(sentence.tags))
    found = _TO_VOLUME.search(sentence.tags, reading.at, stop)
    mark = sentence.tokens[found.start("volume")].mark if found else None
    return isinstance(mark, Quantity) and mark.noun is not None and not VOLUMES.isdisjoint(mark.noun.split())


def _side(sentence: Sentence, reading: Reading) -> str:
    """Return the tag of the word that gives a figure its direction; of an expected rate, also of one beside it."""
    if reading.role == "estimate" and reading.figure.kind == "percent":
        return reading.side or direction(sentence.tokens, reading.at)
    return reading.side


def _is_generic(entry: Entry, reading: Reading) -> bool:
    """Tell a name that may be of any profit ("profit", "the loss") from what it earned, which is left in the end."""
    return entry.generic and (reading.role != "actual" or reading.metric is None or reading.metric.words not in EARNED)


def _is_of_another(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an expectation of a figure that nobody knows ("Shipments: 57,900 tons versus 57,120 expected")."""
    unit = reading.figure.unit or "count"
    before = [r for r in beside if r.at < reading.at and r.role == "actual" and (r.figure.unit or "count") == unit]
    if reading.role == "prior" and _RANGES_TO.match(sentence.tags, reading.at):
        before = [r for r in beside if r.at == reading.at + 2]  # "deposits grew from $3 million to $5 million"
    if reading.role not in ("estimate", "gap", "prior") or not before or before[-1].metric is not None:
        return False
    if _MIDDLE.match(sentence.folded, sentence.span.start) is not None:
        return False
    return name_of(sentence, before[-1], None)[0] is None


_MIDDLE = regex.compile(
    r"(?:At )?(?:the|The|That|Its) (?:mid-?point|middle|cent(?:er|re)|high end|low end|top|bottom|upper end|lower end)\b"
)
"""``The middle of the range, at $4.5 billion, is above the $4.2 billion consensus``: of the outlook just told"""


def _is_aside(sentence: Sentence, reading: Reading) -> bool:
    """Tell a figure of last year before anything is named ("Acme, which bought Globex for $7 billion last year, earned")."""
    return reading.role == "prior" and reading.shape == A_YEAR_AGO and METRIC_TAG in sentence.tags[reading.at :]


A_YEAR_AGO = "FIGURE a year ago"
MORE_THAN = "FIGURE more than a year ago"
_THAN_IN = regex.compile(
    r"\ (?:more|less|higher|lower|fewer|better)\ than\ (?:in|during)\ (?:the\ )?(?![^,.;]{0,40}?"
    r"(?:\b(?:19|20)[0-9]{2}\b|year|same|corresponding|ago|earlier|before|comparable))"
)
_RANGES_TO = regex.compile(r"[$#]t[$#]")
_YEAR_ON_YEAR = regex.compile(r"(?i)\ ?\(?(?:yoy|y-o-y|y/y|(?:year[- ])?(?:on|over)[- ]year)\b")


def _unless_a_rate(folded: str, reading: Reading) -> Reading:
    """Return a sum before "year on year", which says how it changed and not when, as reported; skip one against a quarter."""
    if reading.shape == A_YEAR_AGO and _YEAR_ON_YEAR.match(folded, reading.figure.extent.end):
        return reading._replace(role="actual", shape=DEFAULT_SHAPE)
    if reading.shape == MORE_THAN and _THAN_IN.match(folded, reading.figure.extent.end):
        return reading._replace(role="skip")  # "23% more than in the first quarter": of this year
    return reading


_WOULD_HAVE = regex.compile(r"\bwould(?:'ve| have) (?:been |had |reported |posted |made )?(?:an? )?(?:[a-z]++ )?$")
"""``without the charge, it would have earned 51 cents``"""

_LEAVING_OUT = regex.compile(
    r"(?i)(?:[*-]\ )?(?:(?:but|and|however|still|also),?\ )?(?:excluding|excluded|stripping\ out|without|leaving\ out|"
    r"adjusting\ for|adjusted\ for|backing\ out|not\ (?:counting|including)|apart\ from|aside\ from|removing|discounting|"
    r"factoring\ out|setting\ aside|barring)\ [^.;\n]{0,120}?\b(?:charges?|items?|costs?|expenses?|gains?|benefits?|impairments?|"
    r"write-?(?:downs?|offs?)|amorti[sz]ation|compensation|settlements?|effects?|one-offs?)\b"
)
"""``Excluding the charge for its exit from Russia, it made $8.8 billion``"""


def _leaves_out(sentence: Sentence, metric: int) -> bool:
    """Tell whether a sentence says that one-off items are left out of the metric that is named at a place."""
    start = sentence.span.start
    return (
        _LEAVING_OUT.match(sentence.folded, start, metric) is not None
        or _WOULD_HAVE.search(sentence.folded, start, metric) is not None
    )


DECLARED = frozenset({"dividend", "buyback"})
_EXPECTED_BEHIND = regex.compile(r"[_noT]{0,3}G|f")
_EXPECTED_BEFORE = regex.compile(r"G[_oBK]{0,3}$|G[^;/]*[s$%#d][_noT]{0,2}(?:,&?|&)B?$")


def _is_authored(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a figure, where it is an outlook, is a company's own."""
    return reading.role != "guide" or has_author(sentence.folded, sentence.tokens, sentence.tags, reading.at)


_PLANNED = regex.compile(r"(?i)\b(?:plans?|planned|planning|budgets|budgeted|earmarks|earmarked)\ (?:an?\ )?(?:[a-z]++\ ){0,2}$")


def _is_planned(sentence: Sentence, reading: Reading) -> bool:
    """Tell what is yet to be spent ("it plans capital expenditure of $4 billion")."""
    if reading.metric is not None and reading.metric.words.endswith("budget"):
        return True
    start = reading.metric.span.start if reading.metric is not None else reading.figure.span.start
    return sentence.language == ENGLISH and _PLANNED.search(sentence.folded, sentence.span.start, start) is not None


_AS_PLANNED: dict[Role, Role] = {"actual": "guide", "prior": "previous"}
_SOURCED = regex.compile(r"[^VNEfbmiqwG;/]*A[A_,N]*$")


def _role(sentence: Sentence, reading: Reading, metric: str | None) -> Role:
    """
    Return a figure's role.

    A dividend declared beside an outlook is none ("cut its outlook and raised its dividend"), nor is what is expected "according
    to FactSet".
    """
    if reading.role == "guide" and _SOURCED.match(sentence.tags, reading.at + 1) and not _is_authored(sentence, reading):
        return "later"
    named = reading.metric_at or 0
    said_before = sentence.language == ENGLISH and reading.role == "guide" and metric in DECLARED
    coming = _EXPECTED_BEFORE.search(sentence.tags, 0, named) or _EXPECTED_BEHIND.match(sentence.tags, named + 1)
    if said_before and not coming:
        return "change" if reading.figure.kind == "percent" else "actual"
    if metric == "capex" and reading.role in _AS_PLANNED and _is_planned(sentence, reading):
        return _AS_PLANNED[reading.role]
    return reading.role


_OF_SOMETHING = regex.compile(r"[Vrc](?P<noun>_)o$")
_SUMS = regex.compile(r"(?:figure|total|level|result|number|amount|sum|range|mark|high|low|peak|record|one|that)s?\W*$")


def _is_of_something_else(sentence: Sentence, reading: Reading) -> bool:
    """Tell that a figure has a noun of its own that is no metric ("that compares with a reserve release of $851 million")."""
    found = _OF_SOMETHING.search(sentence.tags, 0, reading.at)
    if reading.role != "prior" or found is None:
        return False
    noun = sentence.tokens[found.start("noun")]
    return _SUMS.search(sentence.folded, noun.start, noun.end) is None


def _may_refer_back(sentence: Sentence, reading: Reading, entry: Entry | None) -> bool:
    """Tell whether a figure without a metric may be of the metric that is being spoken of."""
    if reading.role == "margin":
        return True
    if entry is not None or _is_of_something_else(sentence, reading):
        return False
    if reading.role == "actual":
        return METRIC_TAG not in sentence.tags and answers_before(sentence.folded, sentence.span.start)
    if reading.role == "guide":
        clause = sentence.tags[sentence.tags.rfind(";", 0, reading.at) + 1 :]
        return METRIC_TAG not in clause and not is_of_own_verb(sentence.folded, sentence.span, reading.figure.extent)
    return reading.role != "change" or (
        reading.at <= _SOON and _REFERS_BACK.match(sentence.folded, sentence.span.start) is not None
    )


_PRESENT = regex.compile(r"(?i)\b(?:is|are|calls?|stands?)\b")


def _is_named(tags: str, reading: Reading) -> bool:
    """Tell whether an expectation names its own metric ("the consensus was for earnings of 5 cents")."""
    at = reading.metric_at
    return at is not None and not any(tag in "AENfVbmiqw" for tag in tags[at : reading.at])


def _is_present(sentence: Sentence, at: int) -> bool:
    """Tell whether a consensus is spoken of in the present ("is for"): of a period to come, after an outlook."""
    cue = next((t for t in reversed(sentence.tokens[:at]) if t.tag in "NA"), None)
    return cue is not None and _PRESENT.search(sentence.folded, cue.end, sentence.tokens[at].start) is not None


def _signed(sentence: Sentence, reading: Reading, entry: Entry | None) -> Quantity:
    """Return the figure with the sign that the words around it give it."""
    figure, role = reading.figure, reading.role
    if entry is not None and role != "change":
        called = entry.unit == "percent" and is_called_negative(sentence.folded, sentence.tokens[reading.metric_at or 0].start)
        expected = role in ("estimate", "later") and not _is_named(sentence.tags, reading)
        called = called or is_negative_after(sentence.folded, sentence.language, figure.extent.end)
        if called or (entry.loss and not figure.signed and not expected):
            figure = negative(figure)
    level = entry is not None and entry.unit == "percent" and (role == "prior" or entry.name != "same_store_sales")
    if (role not in ("gap", "actual") and figure.kind == "percent" and not level) or (role == "guide" and figure.kind == "points"):
        figure = signed_change(figure, reading.side or direction(sentence.tokens, reading.at))
    return figure


def _bounded(tags: str, reading: Reading, figure: Quantity) -> Quantity:
    """Return an outlook that only a bound is told of ("more than $580 million") as open on the other side."""
    before = tags[reading.at - 1 : reading.at] if reading.at else ""
    if reading.role != "guide" or figure.is_range or before not in ("b", "q", "m", "w"):
        return figure
    return figure._replace(high=None) if before in "bq" else figure._replace(low=None)


_FROM_QUARTER = regex.compile(
    r" (?:from|over|versus|compared (?:with|to)) (?:the )?(?:first|second|third|fourth|prior|previous) (?:fiscal )?quarter"
    r"(?!'s| of| a year| last year|,? (?:in )?(?:19|20)[0-9])"
)
"""``up 8% from the first quarter``"""


def _change_kind(sentence: Sentence, reading: Reading) -> ChangeKind | None:
    """Return how a change is reckoned: from its own part of the sentence, up to the figures beside it."""
    if reading.sequential or _FROM_QUARTER.match(sentence.folded, reading.figure.extent.end):
        return "sequential"
    others = [t for t in sentence.tokens if isinstance(t.mark, Quantity)]
    here = reading.figure.span
    start = max((t.end for t in others if t.end <= here.start), default=sentence.span.start)
    end = min((t.start for t in others if t.start >= here.end), default=sentence.span.end)
    if sentence.language != ENGLISH:
        return find_kind_abroad(sentence.folded, sentence.language, Span(start, here.start), Span(here.end, end))
    return find_change_kind(sentence.folded, start, end)
