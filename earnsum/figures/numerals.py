"""
Numerals: what a number is worth, in digits, in words and in the myriads of East Asia, and what a scale word multiplies by.

Plain arithmetic on pieces that the scanner of `forms` has cut out; nothing here looks at the text around them.
A scale or a number word that is missing belongs here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from earnsum.patterns import re, regex

ONE = Decimal(1)

SCALES: dict[str, int] = (
    dict.fromkeys(("thousand", "thousands", "tsd", "mil", "тыс"), 3)
    | {"hundred": 2, "lakh": 5, "lakhs": 5, "lac": 5, "crore": 7, "crores": 7, "cr": 7, "crs": 7}
    | dict.fromkeys(
        ("million", "millions", "mn", "mln", "mlns", "mio", "mill", "mills", "mils", "millionen", "millones", "millón"), 6
    )
    | dict.fromkeys(("mdd", "mdp"), 6)  # Mexican: millions of dollars, of pesos
    | dict.fromkeys(("milhões", "milhão", "milioni", "milione", "miljoner", "miljoen", "millioner", "miljoonaa", "mn", "млн"), 6)
    | dict.fromkeys(
        ("billion", "billions", "bn", "bln", "bil", "milliard", "milliards", "milliarden", "milliarde", "mrd", "mds", "md"), 9
    )
    | dict.fromkeys(("mld", "miliardi", "miliardo", "bilhões", "bilhão", "miljarder", "miljard", "milliarder", "млрд"), 9)
    | dict.fromkeys(("trillion", "trillions", "tn", "trn", "tln", "trln", "billionen", "billones", "billón"), 12)
    | {"k": 3, "m": 6, "mm": 6, "mt": 6, "b": 9, "t": 12}
)
"""Scale words and suffixes, lower-cased → the power of ten."""

HAN = {"十": 1, "百": 2, "백": 2, "천": 3, "千": 3, "万": 4, "萬": 4, "만": 4, "亿": 8, "億": 8, "억": 8, "兆": 12, "조": 12}

ARTICLES = ("a", "an", "un", "une", "eine", "einer", "einen", "einem")
"""Words that are one before a scale ("a billion", "un milliard"), and elsewhere no number."""

_IN_ORDER = (
    (
        0,
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty"
        ),
    ),
    (1, "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    (2, "deux trois quatre cinq six sept huit neuf dix"),
    (2, "dos tres cuatro cinco seis siete ocho nueve diez"),
)
NUMBER_WORDS = (
    {word: Decimal(value) for first, words in _IN_ORDER for value, word in enumerate(words.split(), first)}
    | {"nil": Decimal(0), "thirty": Decimal(30), "forty": Decimal(40), "fifty": Decimal(50), "sixty": Decimal(60)}
    | dict.fromkeys(ARTICLES, Decimal(1))
)

_MAX_DIGITS = 18


def number_of(groups: Mapping[str, Any], *, decimal_comma: bool) -> Decimal | None:
    """Return the number as written, without its scale; None where the digits cannot be one (an account, a serial number)."""
    text = groups.get("digits")
    if text is None:
        return _spelled(groups)
    if groups["han"]:
        whole = text + groups["han"]
        return _han_number(_HAN_PART.findall(whole)) if len(whole) <= 2 * _MAX_DIGITS else None
    if text.isdigit():
        return Decimal(text) if len(text) <= _MAX_DIGITS else None
    return Decimal(_with_point(text, decimal_comma=decimal_comma)) if len(text) <= 2 * _MAX_DIGITS else None


def _with_point(text: str, *, decimal_comma: bool) -> str:
    """
    Return digits without what groups them, and with a point before their decimals.

    >>> _with_point("1.234,5", decimal_comma=False), _with_point("1.234", decimal_comma=True)
    ('1234.5', '1234')
    """
    whole, comma, rest = text.rpartition(",")
    if comma and "." in text:  # the last of the two parts the decimals
        whole, _, rest = text.rpartition(".") if "." in rest else (whole, "", rest)
        return f"{whole.translate(_GROUPS)}.{rest}"
    if comma:
        return f"{whole.translate(_GROUPS)}.{rest}" if decimal_comma or len(rest) < 3 else text.translate(_GROUPS)
    grouped = text.count(".") != 1 or (decimal_comma and len(text.rpartition(".")[2]) == 3)
    return text.translate(_GROUPS) if grouped else text.replace(" ", "")


def _han_number(parts: Iterable[tuple[str, str]]) -> Decimal:
    """Add up "1조 2천345억": thousands and hundreds wait for the myriads behind them."""
    total = waiting = Decimal(0)
    for digits, scales in parts:
        size = Decimal(digits.replace(",", "")) * Decimal(10) ** sum(HAN[c] for c in scales if c in HAN and HAN[c] < _MYRIAD)
        power = sum(HAN[c] for c in scales if c in HAN and HAN[c] >= _MYRIAD)
        waiting += size
        if power:
            total, waiting = total + waiting * Decimal(10) ** power, Decimal(0)
    return total + waiting


_MYRIAD = 4


def _spelled(groups: Mapping[str, Any]) -> Decimal:
    """Return the value of a number word: "half a", "twenty-five", "a", "breakeven"."""
    if groups["half"]:
        return next((part for words, part in _PARTS.items() if words in groups["half"].lower().replace("-", " ")), _HALF)
    if groups["zero"]:
        return Decimal(0)
    tens, _, ones = (groups["word"] or groups["one"]).lower().replace(" ", "-").partition("-")
    return NUMBER_WORDS[tens] + (NUMBER_WORDS[ones] if ones else 0)


_HALF = Decimal("0.5")
_PARTS = {"three quarters": Decimal("0.75"), "quarter": Decimal("0.25"), "two thirds": Decimal("0.667"), "third": Decimal("0.333")}
"""Parts of a million or a billion, in words; a half is any other."""
_HAN_PART = regex.compile(r"([0-9][0-9,]*+(?:\.[0-9]++)?+)\ ?((?:[几多余]?[十百백천千万萬만亿億억兆조])*+)")
_GROUPS = {ord(c): None for c in "., '"}


@lru_cache(maxsize=256)
def scale_of(word: str | None) -> Decimal:
    """Return what a scale word or suffix multiplies by ("million", "bn", "lakh crore"); 1 for none, KeyError for no scale."""
    if not word:
        return ONE
    return Decimal(10) ** sum(SCALES[part] for part in _SPACE.split(word.lower()) if part)


_SPACE = re.compile("[ -]")
