"""What holds of each stage by itself, from bytes to a verdict, whatever it is given."""

from __future__ import annotations

import itertools
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from seeds import HOSTILE, fragments, sentences

from earnsum.errors import InputError
from earnsum.facts.find import find_facts
from earnsum.figures.find import find_figures
from earnsum.grammar.read import read_sentence
from earnsum.grammar.roles import roles_of
from earnsum.grammar.shape import FIGURES
from earnsum.intake.article import read_article
from earnsum.intake.columns import read_columns
from earnsum.intake.dates import find_published, iso_date
from earnsum.intake.encoding import decode, repair_mojibake
from earnsum.intake.mail import read_mail
from earnsum.intake.markdown import read_markdown
from earnsum.intake.page import read_page
from earnsum.intake.plain import clean
from earnsum.intake.sec import read_filing
from earnsum.intake.wrapping import join_wrapped
from earnsum.model import Figure, Period, Row, Span
from earnsum.names.find import names_of
from earnsum.periods.find import find_periods
from earnsum.periods.main import main_period
from earnsum.reading.options import Options
from earnsum.reading.scan import scan_text
from earnsum.resolution.finish import Resolved
from earnsum.resolution.verdict import compare, judge, judge_outlook
from earnsum.stories.split import split_stories
from earnsum.text.languages import sentences_of
from earnsum.text.sentences import LONGEST, bounded, fold

quick = settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
words = st.sampled_from([word.decode("utf-8", "surrogatepass") for word in fragments()])
prose = st.lists(st.one_of(st.sampled_from(sentences()), words, st.sampled_from(["\n\n", "\n", ". "])), max_size=12).map(" ".join)
texts = st.one_of(prose, st.text(max_size=200), st.lists(st.sampled_from(HOSTILE), max_size=12).map("".join))
languages = st.sampled_from(["en", "de", "fr", "es", "ja", "ko", "zh"])
tags = st.text("MKNEAfGbmqwijkc123s$%#dpUDVtnoxrYQW_,;:&()/=|BCSH", max_size=40)
UNPRINTED = {"Cc", "Cf", "Cs"}


# Bytes and text -----------------------------------------------------------------------------------------------------


@quick
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "latin-1", "shift_jis", "nonsense", "rot13", "\0"]))
def test_any_bytes_are_characters(data: bytes, charset: str | None) -> None:
    assert isinstance(decode(data, charset), str)


@quick
@given(st.text(max_size=200))
def test_what_utf8_says_is_what_was_written(text: str) -> None:
    assume("\0" not in text and not text.startswith("\ufeff"))
    assert decode(text.encode()) == text


@quick
@given(texts)
def test_clean_text_is_clean(text: str) -> None:
    made = clean(text)
    assert clean(made) == made
    assert made == made.strip()
    assert not {unicodedata.category(char) for char in made if char not in "\n\t" and ord(char) < 0x600} & UNPRINTED


@quick
@given(texts)
def test_mojibake_is_mended_once_for_all(text: str) -> None:
    assert repair_mojibake(repair_mojibake(text)) == repair_mojibake(text)


@quick
@given(texts)
def test_lines_keep_their_words(text: str) -> None:
    text = clean(text)
    kept = "".join(join_wrapped(text).split())
    assert sorted(kept) == sorted("".join(text.split())) or "-" in text  # a hyphen may part a word for the line's sake
    assert isinstance(read_columns(text), str)


@quick
@given(st.one_of(texts.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=300)))
def test_any_bytes_are_an_article_or_refused(data: bytes) -> None:
    try:
        article = read_article(data)
    except InputError:
        return
    assert article.text
    assert clean(article.text) == article.text
    assert article.published is None or iso_date(article.published) == article.published


@quick
@given(texts)
def test_markup_of_any_kind_is_text(text: str) -> None:
    assert "\0" not in read_page(f"<p>{text}").text
    assert isinstance(read_markdown(text)[0], str)
    assert isinstance(read_filing(f"<DOCUMENT>{text}").body, str)
    read_mail(f"From: a@b.example\nSubject: {text}\n\n{text}".encode("utf-8", "replace"))


@quick
@given(texts)
def test_a_date_is_one(text: str) -> None:
    for found in (iso_date(text), find_published(text)):
        assert found is None or (len(found) == 10 and found == iso_date(found))


# Marks --------------------------------------------------------------------------------------------------------------


@quick
@given(texts)
def test_periods_and_names_stand_in_the_text(text: str) -> None:
    folded = fold(text)
    end = 0
    for period in find_periods(folded):
        assert end <= period.span.start < period.span.end <= len(text)
        end = period.span.end
        assert period.end is None or iso_date(f"{period.end}-01")
    names = names_of(text)
    for use in names.uses:
        assert 0 <= use.span.start < use.span.end <= len(text)
        assert use.name in names.fullest
    main = main_period(find_periods(folded), title_end=0, published=None)
    assert isinstance(main, Period)


@quick
@given(texts, languages)
def test_tokens_stand_in_their_sentence_in_order_and_apart(text: str, language: str) -> None:
    scan = scan_text(text, options=Options(lang=language))
    for whole in sentences_of(scan.folded, Span(0, len(text)), scan.language):
        for sentence in bounded(scan.folded, whole):
            assert sentence.end - sentence.start <= LONGEST
            tokens = scan.tokens(sentence, scan.periods)
            assert all(len(token.tag) == 1 for token in tokens)
            for one, other in itertools.pairwise(tokens):
                assert one.start < one.end <= other.start
            readings, claims = read_sentence(tokens, scan.language)
            assert {tokens[reading.at].mark for reading in readings} <= set(scan.figures)
            assert all(0 <= claim.at < len(tokens) for claim in claims)
            for fact in find_facts(scan.folded, sentence, 0, tokens, scan.periods, scan.language):
                assert fact.sentence == sentence
                assert 0 <= fact.at < len(tokens)


@quick
@given(texts)
def test_stories_are_stretches_of_the_text(text: str) -> None:
    text = clean(text)
    for story in split_stories(text, None):
        spans = [*([story.heading] if story.heading else []), *story.body]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in zip(story.body, story.body[1:], strict=False))


@quick
@given(tags, languages)
@example("M,bsAE", "en")
def test_shapes_give_roles_to_figures_only(shown: str, language: str) -> None:
    for at, (role, shape, _) in roles_of(shown, language).items():
        assert shown[at] in f"{FIGURES}p", (shape, role, shown)


# Numbers and verdicts -----------------------------------------------------------------------------------------------

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 12, places=2, allow_nan=False)


@quick
@given(amounts)
def test_a_number_is_read_as_it_is_written(value: Decimal) -> None:
    english = f"${value:,.2f}"
    [figure] = find_figures(fold(f"Revenue was {english} in the quarter."))
    assert (figure.value, figure.unit) == (value, "USD")
    german = english[1:].translate({ord(","): ".", ord("."): ","})
    [figure] = find_figures(fold(f"Der Umsatz betrug {german} Euro im Quartal."), decimal_comma=True)
    assert (figure.value, figure.unit) == (value, "EUR")


signed = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def figure(value: Decimal) -> Figure:
    return Figure(value=value, low=value, high=value, unit="USD", text="x", span=Span(0, 1))


@quick
@given(signed, signed, st.decimals(min_value=0, max_value=100, places=1, allow_nan=False))
def test_verdicts_are_those_of_the_figures(actual: Decimal, estimate: Decimal, tolerance: Decimal) -> None:
    verdict = compare(actual, estimate, tolerance)
    opposite = {"beat": "miss", "miss": "beat", "in_line": "in_line"}
    assert compare(-actual, -estimate, tolerance) == opposite[verdict]
    assert (verdict == "in_line") == (abs(actual - estimate) <= abs(estimate) * tolerance / 100)
    row = Row(metric="revenue", actual=figure(actual), estimate=figure(estimate), span=Span(0, 1))
    judged, _ = judge(Resolved(row, None, None, named=True))
    assert judged.surprise
    assert judged.surprise.amount == actual - estimate
    assert judged.verdict == ("beat" if actual > estimate else "miss" if actual < estimate else "in_line")
    assert judge_outlook(Resolved(row, None, None, named=True)).verdict == judged.verdict


@pytest.mark.parametrize("metric", ["capex", "charge", "provisions", "debt", "tax_rate"])
def test_more_is_neither_good_nor_bad_of_some_metrics(metric: str) -> None:
    row = Row(metric=metric, actual=figure(Decimal(2)), estimate=figure(Decimal(1)), span=Span(0, 1))
    judged, _ = judge(Resolved(row, None, None))
    assert judged.verdict is None
    assert judged.surprise
