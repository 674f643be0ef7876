"""What holds whatever the text says: it is read without a fault, spans are true, the record is JSON."""

from __future__ import annotations

import json

import walk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from earnsum.errors import InputError
from earnsum.figures.find import find_figures
from earnsum.model import METRICS, Summary
from earnsum.pipeline import summarize
from earnsum.schema import json_schema
from earnsum.text.sentences import find_sentences, fold

WORDS = [
    *"Acme Globex Inc. (NYSE: ACM) The company it analysts expected were expecting estimate consensus forecasts Wall".split(),
    *"Street polled by FactSet of earnings per share EPS revenue net income loss profit lost earned operating margin".split(),
    *"same-store sales users dividend free cash flow adjusted GAAP non-GAAP excluding items rose fell 12% 3.5% up".split(),
    *"down to from by versus vs. compared with a year ago year-earlier last quarter beat missed topped in line".split(),
    *"better-than-expected narrower wider than guidance expects sees raised its full-year outlook between and or for".split(),
    *"on was $1.58 $(0.12) -$0.12 12 cents 4 to 49 $28.6 billion €1.234,5 Mio. ₹1,234 crore 12.3p 150 basis".split(),
    *"points 1 2 1.79 $1.10–$1.40 respectively first Q3 2021 March 31, 2020 the ended breakeven shares premarket".split(),
    *"trading S&P 500 — – • , . ; : ? ! ( ) [ ] \" ' % $ £ ... Umsatz stieg auf von Euro Gewinn Analysten".split(),
    *"erwartet le chiffre d'affaires milliards 売上高は5%増の1兆2000億円 영업이익 净利润".split(),
]

fragments = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(["\n", "\n\n", ". ", "\t"])), max_size=60).map(" ".join)
anything = st.one_of(fragments, st.text(max_size=300), st.tuples(fragments, st.text(max_size=20), fragments).map("".join))
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

VALIDATOR = Draft202012Validator(json_schema())


def read(text: str) -> list[Summary]:
    """Return the summaries of a text; none where it is refused (nothing in it, a feed, a wall), which is no fault."""
    try:
        return summarize(text)
    except InputError:
        return []


@quick
@given(anything)
def test_whatever_is_read_holds_true(text: str) -> None:
    for summary in read(text):
        walk.check(summary)
        record = json.loads(json.dumps(summary.record(with_text=True)))
        VALIDATOR.validate(record)
        for row in walk.rows(summary):
            assert row.metric in METRICS or row.metric.startswith("other:")
            assert row.actual or row.change or row.verdict or row.prior or row.revision or row.previous or row.estimate


@quick
@given(fragments)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert [s.record() for s in read(text)] == [s.record() for s in read(text)]


@quick
@given(anything)
def test_figures_stand_in_order_and_apart(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    end = 0
    for figure in find_figures(folded):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.extent.start <= figure.span.start
        assert figure.span.end <= figure.extent.end
        assert figure.value.is_finite()
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.value <= figure.high
        end = figure.span.end


@quick
@given(anything)
def test_sentences_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for sentence in find_sentences(fold(text)):
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end


@quick
@given(fragments, fragments)
def test_figures_of_two_paragraphs_are_those_of_each(one: str, two: str) -> None:
    one, two = f"{one}.", f"{two}."
    first, second = find_figures(fold(one)), find_figures(fold(two))
    both = find_figures(fold(f"{one}\n\n{two}"))
    shift = len(one) + 2
    assert [f.span for f in both] == [
        *(f.span for f in first),
        *(type(f.span)(f.span.start + shift, f.span.end + shift) for f in second),
    ]
    assert [f.value for f in both] == [f.value for f in (*first, *second)]
