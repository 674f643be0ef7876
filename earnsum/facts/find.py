"""
Facts: what a sentence says of a metric, with everything that its own words settle.

Turns readings (a role and a metric's word for each figure) into facts with a
metric of the closed list, a basis, a sign, a scope and a period.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.abroad import as_banks_say
from earnsum.facts.additions import as_added, is_lost, is_won
from earnsum.facts.afterwards import with_years_before
from earnsum.facts.alike import as_another
from earnsum.facts.answers import read_answers
from earnsum.facts.asides import is_no_result
from earnsum.facts.background import background_of
from earnsum.facts.bothperiods import with_both_periods, with_period_of_share, with_periods_in_turn
from earnsum.facts.buybacks import of_raised_buybacks
from earnsum.facts.changekinds import change_kind_of
from earnsum.facts.chinese import is_of_a_broker, of_one_share
from earnsum.facts.claims import claimed, is_no_verdict, of_both, said_of_before
from earnsum.facts.consensuses import of_one_consensus
from earnsum.facts.contrasts import lean_on
from earnsum.facts.counted import SUBSCRIBERS
from earnsum.facts.figuremeant import bounded, is_fewer, is_named, side_of, signed
from earnsum.facts.foreseen import is_authored, role_meant
from earnsum.facts.foreseen_abroad import is_of_all_listed, is_of_an_analyst
from earnsum.facts.leftout import leaves_out
from earnsum.facts.moods import as_outlook
from earnsum.facts.naming import name_of
from earnsum.facts.openings import against_before, beside_another, of_year_before, with_what_had_been
from earnsum.facts.others_abroad import is_of_a_rival
from earnsum.facts.outlooks import with_referred
from earnsum.facts.outlooks_against import with_outlooks_against
from earnsum.facts.qualifiers import find_basis, find_shares, find_source, has_basis_before
from earnsum.facts.quarters import without_quarter_before
from earnsum.facts.reckoned import with_reckoned
from earnsum.facts.referring import is_meant
from earnsum.facts.revisions import as_kept
from earnsum.facts.saidold import as_said_old
from earnsum.facts.samedays import with_same_day_before
from earnsum.facts.senses import entry_meant, metric_of_level, named_before
from earnsum.facts.sentence import Sentence, scopes_in
from earnsum.facts.spreads import with_ranges
from earnsum.facts.thenornow import unless_a_rate, unless_of_another, with_growth_before
from earnsum.facts.unnamed import BOTTOM_LINE_TAG, without_rates_of_unnamed
from earnsum.facts.untilnow import as_until_now
from earnsum.facts.whichperiod import find_period, for_years, in_own_clause, named_with
from earnsum.grammar.attach_behind import is_share_of_sales
from earnsum.grammar.fitting import VEHICLES
from earnsum.grammar.inorder import RESPECTIVELY
from earnsum.grammar.metrics import BASED, DECLARED, EARNED, MARGINS
from earnsum.grammar.phrasing import find_verdict_of_before
from earnsum.grammar.read import Reading, read_sentence
from earnsum.grammar.tokens import Token, entry_of, tags_of
from earnsum.grammar.told import Fact
from earnsum.lexicon import Entry
from earnsum.model import Approx, Span
from earnsum.parts.carried import with_carried_scopes
from earnsum.parts.closings import read_closings
from earnsum.parts.inturn import read_in_turn
from earnsum.parts.lists import read_lists
from earnsum.patterns import re, regex
from earnsum.text.languages import CHINESE, ENGLISH, JAPANESE
from earnsum.text.marks import PeriodMark, negative

_NEAR = 30

_BOUNDS: dict[str, Approx] = {"b": "over", "q": "over", "w": "under"}
"""By the tags of words before a figure, which side of it the level is on: "surpassed", "more than", "fell below"."""

_TELLING = frozenset("s$%#dp~bmiqwjkCScF")
"""Tags of figures and of what says in words how they were: no sentence without any of them tells a fact."""

_MORE_THAN_EXPECTED = re.compile(r"[UD]_?M,?_*A?_?[Ef]|A[_oAKn]{0,3}M[_o]{0,2}[UD][_o]{0,2}[Ef]")
"""``Acme hat mehr verdient, als Analysten erwartet hatten``: neither a figure nor a verb that beats"""


def find_facts(  # noqa: PLR0913, PLR0917 - a sentence and where it stands
    folded: str, span: Span, index: int, tokens: Sequence[Token], periods: Sequence[PeriodMark], language: str = "en"
) -> list[Fact]:
    """Return the facts of one sentence, in order."""
    tags = tags_of(tokens)
    if (
        _TELLING.isdisjoint(tags)
        and folded.find(" than expected", *span) < 0
        and (
            (language == ENGLISH and "E" not in tags)
            or (find_verdict_of_before(language, folded, span, tags) is None and _MORE_THAN_EXPECTED.search(tags) is None)
        )
    ):
        return []
    if language != ENGLISH and is_of_a_rival(folded, span):
        return []
    if (language == "ko" and (is_of_an_analyst(folded, span) or is_of_all_listed(folded, span))) or (
        language == CHINESE and is_of_a_broker(folded, span)
    ):
        return []
    readings, claims = read_sentence(tokens, language)
    if language == ENGLISH:
        readings = as_added(folded, readings)
        readings = with_years_before(folded, with_reckoned(folded, tokens, of_one_consensus(folded, tags, readings)))
        readings = of_year_before(folded, span, tags, periods, of_raised_buybacks(folded, tokens, readings))
        readings = with_same_day_before(folded, span, against_before(folded, span, periods, readings))
        readings = with_what_had_been(folded, span, beside_another(folded, span, periods, readings)) if index else readings
        readings = with_growth_before(folded, tags, unless_of_another([unless_a_rate(folded, r) for r in readings]))
        claims = lean_on(folded, tokens, tags, [claim for claim in claims if not is_no_verdict(folded, tokens, claim)])
        claims = list(as_another(folded, list(of_both(folded, claims, tokens, readings)), tokens))
        readings = read_closings(folded, span.start, tokens, readings)
        readings = read_in_turn(folded, span, tokens, readings)
        readings = with_both_periods(folded, tokens, periods, readings)
        readings = as_outlook(folded, span, tags, read_lists(folded, tokens, read_answers(folded, tokens, readings)))
        readings = as_kept(folded, span, as_until_now(folded, span, tokens, tags, readings))
        readings = with_referred(folded, span, tags, readings)
    else:
        from earnsum.facts.readings_abroad import claims_abroad, readings_abroad  # noqa: PLC0415 - for no English text

        readings = readings_abroad(folded, span, index, tokens, periods, language, readings)
        claims = claims_abroad(folded, language, tokens, claims, readings)
    readings = as_said_old(folded, span, readings)
    sentence = Sentence(
        folded=folded,
        span=span,
        index=index,
        tokens=tuple(tokens),
        tags=tags,
        periods=tuple(periods),
        language=language,
        levels=tuple((r.metric_at, r.figure) for r in readings if r.metric_at is not None and r.role != "change"),
        scope_of=scopes_in(folded, span, tokens, language),
    )
    facts = [fact for reading in readings if reading.role != "skip" and (fact := _fact_of(sentence, reading, readings)) is not None]
    if language == ENGLISH and facts:
        facts = without_rates_of_unnamed(facts, readings)
        told_aside = list(background_of(folded, span))
        facts = [f for f in facts if f.figure is None or not any(s.start <= f.figure.span.start < s.end for s in told_aside)]
    facts += [fact for claim in claims for fact in claimed(sentence, claim, readings)]
    facts = with_outlooks_against(sentence, facts) if language == ENGLISH else facts
    if (
        all(fact.role == "prior" or (fact.role == "change" and fact.metric is None) for fact in facts)
        and (said := find_verdict_of_before(language, folded, span, tags)) is not None
    ):
        facts.append(said_of_before(sentence, *said))
    facts = with_periods_in_turn(folded, periods, with_period_of_share(folded, without_quarter_before(folded, facts)))
    told = list(with_ranges(tags, sorted(facts, key=lambda fact: fact.at)))
    return list(with_carried_scopes(folded, told)) if language == ENGLISH else as_banks_say(folded, language, told)


# ---------------------------------------------------------------- figures


def _periods(sentence: Sentence, reading: Reading, metric: str | None) -> Sequence[PeriodMark]:
    """Return the times that a sentence names of which a reading may be."""
    if metric not in DECLARED:
        return sentence.periods
    (start, end), name = reading.figure.extent, reading.metric
    said = Span(start, end) if name is None else Span(min(start, name.span.start), max(end, name.span.end))
    return in_own_clause(sentence.periods, sentence.folded, said)


def _fact_of(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> Fact | None:
    """Return what a figure says; None where no metric is named and none may be meant."""
    entry = entry_meant(sentence.tokens, reading)
    metric, scope = name_of(sentence, reading, entry)
    if reading.role == "change" and entry is not None and metric in (None, entry.metric, entry.share):
        metric = metric_of_level(entry, reading.metric_at, beside) or metric
    if reading.role == "guide" and metric is not None and is_share_of_sales(sentence.tokens, sentence.tags, reading.at):
        metric = MARGINS.get(metric, metric if metric in MARGINS.values() else None)
    scope = None if metric == "deliveries" and scope in VEHICLES else scope
    scope = scope if reading.part is None else reading.part or None
    if metric is None and not is_meant(sentence, reading, entry, beside):
        return None
    if is_no_result(sentence, reading, beside, metric):
        return None
    figure = bounded(sentence, reading, signed(sentence, reading, entry))
    figure = of_one_share(sentence.folded, figure) if metric == "dividend" else figure
    if metric == "subscriber_adds" and (is_lost(sentence.folded, figure) or is_fewer(sentence, reading)):
        figure = negative(figure)
    if reading.role == "actual" and figure.approx is None and (bound := _BOUNDS.get(sentence.tags[reading.at - 1 : reading.at])):
        figure = figure._replace(approx=bound)
    first = named_before(sentence.tokens, reading) if entry is not entry_of(reading.metric) else None
    basis = find_basis(sentence.tokens, sentence.tags, reading.at, reading.metric_at, first)
    if (
        basis is None
        and metric in BASED
        and reading.metric
        and leaves_out(sentence.folded, sentence.span.start, reading.metric.span, figure.extent)
    ):
        basis = "adjusted"
    if entry is not None and entry.share_basis and metric == entry.share:
        basis = basis or entry.share_basis
    kind = change_kind_of(sentence, reading) if reading.role == "change" else None
    if (
        metric in {"charge", "dividend"}
        or metric in SUBSCRIBERS
        or metric == "users"
        or (kind and metric == "revenue")
        or (metric not in BASED and metric is not None and not has_basis_before(sentence.tokens, reading.metric_at))
    ):
        basis = None
    at = figure.span
    expected = reading.role in ("estimate", "later", "gap")
    came = reading.role in ("actual", "change", "margin")
    return Fact(
        role=role_meant(sentence, reading, metric),
        metric=metric,
        figure=figure,
        generic=_is_generic(entry, reading)
        if entry
        else BOTTOM_LINE_TAG in sentence.tags or (reading.role == "prior" and metric == "net_income"),
        basis=basis,
        shares=find_shares(sentence.folded, at.start - _NEAR, figure.extent.end) if metric == "eps" else None,
        scope=scope,
        period=_period_of(sentence, reading, metric, coming=not came),
        side=side_of(sentence, reading, entry),
        named=is_named(sentence.tags, reading) or (expected and (figure.signed or is_won(sentence.folded, reading.figure))),
        in_turn=RESPECTIVELY in sentence.tags,
        present=expected and _is_present(sentence, reading.at),
        authored=is_authored(sentence, reading),
        change_kind=kind,
        by=find_source(sentence.folded, sentence.tokens, reading.at) if expected else None,
        analysts=sentence.analysts() if expected else None,
        revision=sentence.revision(reading.at, at) if reading.role == "guide" else None,
        shape=reading.shape,
        sentence=sentence.span,
        index=sentence.index,
        at=reading.at,
    )


def _period_of(sentence: Sentence, reading: Reading, metric: str | None, *, coming: bool) -> PeriodMark | None:
    told = Span(reading.figure.span.start, _told_end(reading))
    named = named_with(sentence.periods, reading.figure.extent.end, reading.metric) if reading.role == "guide" else None
    period = named or find_period(_periods(sentence, reading, metric), sentence.folded, told, coming=coming)
    if period is None and reading.role == "guide":
        return for_years(sentence.folded, sentence.span, reading.figure.extent, is_rate=reading.figure.kind == "percent")
    return period


def _is_generic(entry: Entry, reading: Reading) -> bool:
    """Tell a name that may be of any profit ("profit", "the loss") from what it earned, which is left in the end."""
    return entry.generic and (reading.role != "actual" or reading.metric is None or reading.metric.words not in EARNED)


_PRESENT_JA = regex.compile(r"(?:(?:上回|下回)(?:る|っている)|届かない|及ばない|(?:を見込んで|となって)いる)。\s*$")
_PRESENT = regex.compile(r"(?i)\b(?:is|are|calls?|stands?)\b")


def _is_present(sentence: Sentence, at: int) -> bool:
    """Tell whether a consensus is spoken of in the present ("is for"): of a period to come, after an outlook."""
    cue = next((t for t in reversed(sentence.tokens[:at]) if t.tag in "NA"), None)
    if sentence.language == JAPANESE and cue is not None:
        return _PRESENT_JA.search(sentence.folded, *sentence.span) is not None
    return cue is not None and _PRESENT.search(sentence.folded, cue.end, sentence.tokens[at].start) is not None


def _told_end(reading: Reading) -> int:
    """Return where a figure ends, with what it counts ("2 million subscribers in the fourth quarter")."""
    end, name = reading.figure.extent.end, reading.metric
    return name.span.end if name is not None and reading.role == "guide" and name.span.start == end + 1 else end
