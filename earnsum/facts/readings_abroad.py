"""Readings abroad: what sentences of other languages than English make of figures, and of verdicts in words."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.abroad import (
    as_french_foresaw,
    as_german_foresaw,
    as_year_before,
    read_answers_abroad,
    read_year_before_in_brackets,
    without_costs_before,
)
from earnsum.facts.chinese import as_chinese_says, in_tenths, is_of_clause_before
from earnsum.facts.claims import of_both
from earnsum.facts.foreseen_abroad import as_was_expected
from earnsum.facts.fromto import with_levels_from
from earnsum.facts.japanese import as_japanese_says
from earnsum.facts.moods import leading_to_levels
from earnsum.facts.rates_abroad import as_growth, as_so_much_more, unless_passed
from earnsum.facts.reckoned import with_reckoned_abroad
from earnsum.facts.untilnow_abroad import as_aimed_at, as_until_now_abroad
from earnsum.facts.yearends import of_another_period, unless_of_year_end
from earnsum.facts.years_chinese import with_years_in_row
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, tags_of
from earnsum.grammar.verdicts import Claim
from earnsum.model import Span
from earnsum.parts.abroad import read_parts_abroad, with_levels_of_parts
from earnsum.parts.bracketed import read_bracketed
from earnsum.parts.namedchinese import with_parts_listed
from earnsum.parts.namedkorean import with_metric_behind
from earnsum.patterns import regex
from earnsum.text.languages import CHINESE, JAPANESE, UNSPACED, WESTERN
from earnsum.text.marks import PeriodMark


def readings_abroad(  # noqa: PLR0913, PLR0917 - a sentence and where it stands
    folded: str,
    span: Span,
    index: int,
    tokens: Sequence[Token],
    periods: Sequence[PeriodMark],
    language: str,
    readings: Sequence[Reading],
) -> list[Reading]:
    """Return the readings of a sentence as its language means them."""
    tags = tags_of(tokens)
    readings = with_metric_behind(folded, readings) if language == "ko" else readings
    readings = with_parts_listed(folded, with_years_in_row(folded, span, readings)) if language == CHINESE else readings
    listed = {reading.at: reading for reading in readings if reading.part is not None}
    readings = [listed.get(reading.at, reading) for reading in read_parts_abroad(folded, language, tokens, readings)]
    readings = list(with_levels_of_parts(folded, readings))
    readings = read_bracketed(folded, span, tokens, readings) if language in WESTERN else readings
    readings = list(with_reckoned_abroad(tokens, read_answers_abroad(folded, language, readings)))
    readings = unless_passed(folded, as_so_much_more(tokens, readings)) if language in WESTERN else readings
    readings = readings if language == JAPANESE else as_year_before(folded, tags, readings, language)
    readings = without_costs_before(tags, readings) if language in UNSPACED else readings
    readings = unless_of_year_end(folded, language, span, readings)
    readings = of_another_period(folded, language, span, tags, readings) if language in WESTERN else readings
    readings = as_until_now_abroad(folded, span, language, tags, as_growth(tokens, tags, readings))
    readings = as_aimed_at(tokens, tags, readings) if language in WESTERN else readings
    readings = [in_tenths(folded, reading) for reading in readings] if language in {CHINESE, JAPANESE} else readings
    if language == JAPANESE:
        return as_japanese_says(folded, span, index, tags, periods, readings)
    if language == "ko":
        return as_was_expected(folded, span, without_records(folded, span, readings))
    if language == CHINESE:
        return as_chinese_says(folded, span, tokens, readings)
    if language == "de":
        readings = as_german_foresaw(folded, span, tags, list(read_year_before_in_brackets(folded, readings)))
    elif language in {"fr", "es"}:
        readings = as_french_foresaw(folded, span, list(with_levels_from(folded, tags, readings)))
    to_levels = leading_to_levels(folded, readings)
    return [r._replace(role="skip") if r in to_levels else r for r in readings]


def claims_abroad(
    folded: str, language: str, tokens: Sequence[Token], claims: Sequence[Claim], readings: Sequence[Reading]
) -> list[Claim]:
    """Return the verdicts in words of a sentence as its language means them."""
    if language == CHINESE:
        claims = [claim for claim in claims if not is_of_clause_before(folded, tokens, claim)]
    return list(of_both(folded, claims, tokens, readings)) if language in {*WESTERN, CHINESE, JAPANESE} else list(claims)


_RECORD = regex.compile(r"(?r)(?:종전|이전|기존|직전|지금까지)(?:의|은|는)?\ [^.;%]{0,24}?(?:최고|최대)[^.;%]{0,40}")


def without_records(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return Korean readings, the record that stood until now as none ("종전 최대 매출은 2021년 4분기의 3조원이었다")."""
    told, before = list[Reading](), span.start
    for reading in readings:
        start = reading.figure.span.start
        is_record = reading.role == "actual" and _RECORD.match(folded, before, start) is not None
        told.append(reading._replace(role="skip") if is_record else reading)
        before = reading.figure.extent.end
    return told
