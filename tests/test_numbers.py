"""Figures, units and dates as people of many locales write them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from babel import Locale
from made import ACME, figure, shown

from earnsum.render import Format, View, renderer
from earnsum.render.locales import FigureLocale
from earnsum.render.numbers import Numbers, find_locale

LOCALES = (
    "ar_EG ar_MA bn_BD ccp_BD cs_CZ da_DK de_CH de_DE dz_BT en_GB en_IN en_US es_ES es_MX fa_IR fr_FR he_IL hi_IN "
    "hnj_Hmnp id_ID it_IT ja_JP ko_KR mni_IN mr_IN my_MM ne_NP nl_NL nqo_GN pl_PL pt_BR ru_RU sv_SE th_TH tr_TR ur_PK"
    " ff_Adlm_GN sat_IN vi_VN zh_CN"
).split()
MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


@pytest.mark.parametrize(
    ("locale", "value", "unit", "expected"),
    [
        ("en_US", "28.6e9", "USD", "$28.6 B"),
        ("en_US", "187395e6", "CNY", "CN¥187.4 B"),
        ("en_US", "925e6", "count", "925 M"),
        ("en_US", "-0.12", "USD", "−$0.12"),
        ("en_US", "0.123", "GBP", "£0.123"),
        ("en_US", "41.5", "%", "41.5%"),
        ("en_US", "102", "JPY", "¥102"),
        ("en_US", "1.2e12", "USD", "$1.2 T"),
        ("de_DE", "28.6e9", "USD", "28,6\xa0Mrd.\xa0$"),
        ("fr_FR", "41.5", "%", "41,5\xa0%"),
        ("ja_JP", "28.6e9", "USD", "$286億"),
        ("en_IN", "1234e7", "INR", "₹1,234 Cr"),
        ("hi_IN", "28.6e9", "INR", "₹28.6\xa0अ॰"),
        ("ar_EG", "0.5", "%", "٠٫٥٪\u061c"),
    ],
)
def test_figures_in_locales(locale: str, value: str, unit: str, expected: str) -> None:
    assert Numbers(Locale.parse(locale)).value(Decimal(value), unit) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"low": "180e9", "high": "190e9"}, "CN¥180 B – CN¥190 B"),
        ({"low": None, "high": "185e9"}, "≤ CN¥185 B"),
        ({"low": "185e9", "high": None}, "≥ CN¥185 B"),
        ({"approx": "about"}, "~CN¥185 B"),
        ({"approx": "over"}, ">CN¥185 B"),
    ],
)
def test_ranges(more: dict[str, Any], expected: str) -> None:
    assert Numbers(Locale("en", "US")).figure(figure("185 billion yuan", "185e9", "CNY", **more)) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("de_DE.UTF-8", "de_DE"), ("pt-BR", "pt_BR"), ("C", "en_US"), ("POSIX", "en_US"), ("C.UTF-8", "en_US")]
)
def test_locale_names(name: str, expected: str) -> None:
    assert str(find_locale(name)) == expected


@pytest.mark.parametrize("name", ["xx_YY", "../de", "de_DE_x_y_z_0", "é"])
def test_unknown_locales(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        find_locale(name)


@pytest.mark.parametrize("name", LOCALES)
def test_figures_can_be_read_back_and_are_written_in_the_digits_of_the_locale(name: str) -> None:
    locale = Locale.parse(name)
    for value, unit in (("-0.21", "USD"), ("28.6e9", "CNY"), ("925e6", "count"), ("41.5", "%")):
        said = Numbers(locale).value(Decimal(value), unit)
        digits = [char for char in said if unicodedata.category(char) == "Nd"]
        assert "".join(str(unicodedata.digit(char)) for char in digits).strip("0") in re.sub("e.|[-.]", "", value)
        assert {char.isascii() for char in digits} == {locale.default_numbering_system == "latn"}
        assert ("\u2212" in said) == value.startswith("-")


@pytest.mark.parametrize("name", ["ar_EG", "fa_IR", "he_IL", "hi_IN", "ur_PK", "mr_IN", "bn_BD", "th_TH", "my_MM"])
def test_no_mark_of_direction_reaches_a_terminal(name: str) -> None:
    made = shown(renderer(Format.TABLE, View(locale=name, width=120)), ACME)
    assert not MARKS.search(made)
    assert "ACME" in made


@pytest.mark.parametrize("name", LOCALES)
def test_what_is_kept_of_a_locale_is_all_that_figures_need(name: str) -> None:
    whole, *kept = Numbers(Locale.parse(name)), *(Numbers(FigureLocale.parse(name)) for _ in "12")
    for value, unit in (
        ("-1234.5", "count"),
        ("28.6e9", "USD"),
        ("4.2e6", "count"),
        ("0.123", "GBP"),
        ("41.5", "%"),
        ("9e12", "XYZ"),
    ):
        expected = whole.value(Decimal(value), unit, signed=True)
        assert [numbers.value(Decimal(value), unit, signed=True) for numbers in kept] == [expected] * 2
    assert kept[0].month("2021-03") == whole.month("2021-03")
