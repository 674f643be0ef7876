"""Characters that look like others are read as these; numbers that may be read in two ways are warned of, not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earnsum.model import Summary
from earnsum.pipeline import summarize
from earnsum.reading.options import AS_IT_COMES, Options
from earnsum.text.sentences import fold

NEWS = (
    "Globex Corp said first-quarter EPS was $1.58 on revenue of $3.21 billion. Analysts had expected EPS of $1.49 and $3.3 billion."
)
ZEROS = "０٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐𝟎𝟘𝟢𝟬𝟶"


def values(summary: Summary) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (row.metric, row.actual and str(row.actual.value), row.estimate and str(row.estimate.value), row.verdict)
        for row in summary.results
    ]


def read(text: str, options: Options = AS_IT_COMES) -> Summary:
    [summary] = summarize(text, options)
    return summary


def codes(text: str) -> list[str]:
    return [caveat.code for caveat in read(text).warnings]


@pytest.mark.parametrize("zero", ZEROS)
def test_digits_of_any_script(zero: str) -> None:
    digits = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10)))
    assert values(read(NEWS.translate(digits))) == values(read(NEWS)) != []


@pytest.mark.parametrize("digits", ["1.58", "٫"])
def test_signs_of_other_scripts(digits: str) -> None:
    assert fold("١٫٥٨ ٪٥٠ ١٬٠٠٠") == "1.58 %50 1,000"
    assert len(fold(digits)) == len(digits)


@pytest.mark.parametrize("letters", ["EРS", "ЕРS", "ЕРЅ", "ΕΡS", "ＥＰＳ", "rеvenue"])
def test_letters_of_other_alphabets(letters: str) -> None:
    plain = "revenue" if letters.startswith("r") else "EPS"
    assert values(read(NEWS.replace(plain, letters))) == values(read(NEWS))


def test_words_of_another_alphabet_stay() -> None:
    for text in ("Рост выручки составил 5%, ЕВРО", "Η Acme είναι", "β-blockers of 5 µm", "Выручка EPS"):
        assert fold(text).replace("EPS", "") == text.replace("EPS", "")


@pytest.mark.parametrize("minus", "-‐‑‒–−﹣－˗➖")
def test_minus_signs(minus: str) -> None:
    [row] = read(f"Globex Corp said first-quarter EPS was {minus}$0.12. Analysts had expected EPS of {minus}$0.15.").results
    assert row.actual
    assert row.estimate
    assert (str(row.actual.value), str(row.estimate.value), row.verdict) == ("-0.12", "-0.15", "beat")


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Globex said revenue was 1.234 million euros.", "1234000"),
        ("Globex said revenue was 1,234 million euros.", "1234000000"),
        ("Globex said revenue rose 12,5% to 1.234 million euros.", "1234000000"),
        ("Globex said revenue was 1.234,5 million euros.", "1234500000"),
        ("Globex said revenue was 1,234.5 million euros.", "1234500000"),
        ("Der Umsatz von Globex stieg auf 1.234 Millionen Euro, wie das Unternehmen mitteilte.", "1234000000"),
        ("Der Umsatz von Globex stieg auf 1,234 Millionen Euro, wie das Unternehmen mitteilte.", "1234000"),
        ("Der Umsatz von Globex stieg auf 1,234.5 Millionen Franken, wie das Unternehmen mitteilte.", "1234500000"),
        ("Der Umsatz von Globex stieg um 1.5 Prozent auf 1,234 Millionen Franken, wie das Unternehmen mitteilte.", "1234000000"),
        ("Los ingresos de Globex subieron un 4.2% hasta 1,234 millones de pesos, dijo la compañía en un comunicado.", "1234000000"),
        ("Los ingresos de Globex subieron un 4,2% hasta 1.234 millones de euros, dijo la compañía en un comunicado.", "1234000000"),
    ],
)
def test_decimals_are_as_the_language_and_the_other_numbers_say(text: str, value: str) -> None:
    [row] = read(text).results
    assert row.actual
    assert str(row.actual.value) == value
    assert codes(text) == []


def test_an_article_that_mixes_both_is_warned_of() -> None:
    text = "Globex said revenue was 1.234 million euros, up 12,5% from 1.1 million euros."
    [caveat] = [caveat for caveat in read(text).warnings if caveat.code == "ambiguous-number"]
    assert caveat.span
    assert caveat.span.of(text) == "1.234"
    assert "1.234" in caveat.message


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Globex, the Toronto company, said quarterly revenue was $3 million.", True),
        (
            "Globex, listed on the ASX and the NZX, paid a franked dividend; ASX and NZX rules. Revenue was $3 million, Auckland.",
            True,
        ),
        ("Globex, the Toronto company listed on the NYSE, said quarterly revenue was $3 million.", False),
        ("Globex, the Toronto company, said quarterly revenue was US$3 million.", False),
        ("Globex (TSX: GBX), the Toronto company, said quarterly revenue was $3 million.", False),
        ("Globex said quarterly revenue was $3 million.", False),
        ("Globex, the Toronto company, said it was fine.", False),
    ],
)
def test_a_dollar_that_may_be_another_is_warned_of(text: str, *, open_: bool) -> None:
    assert ("ambiguous-currency" in codes(text)) == open_
    assert "ambiguous-currency" not in [c.code for c in read(text, Options(dollar="CAD")).warnings]
