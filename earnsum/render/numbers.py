"""
Figures, units and dates as people of a locale write them.

CLDR, through Babel, knows the patterns; what is decided here is how much of a figure to show:
a level in its usual unit with two or three significant places, an amount per share to the
cent or finer, a difference in the unit of what it is the difference of.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import NumberPattern, format_percent, get_currency_symbol, get_plus_sign_symbol, parse_pattern

from earnsum.model import Figure
from earnsum.patterns import re
from earnsum.render.locales import FigureLocale

COMPACT_FROM = 1_000_000
MINUS = "\u2212"
_LEAST = 20
"""A difference of less than a twentieth of its figure's unit is given in a smaller one."""
_LOCALE_NAME = re.compile(r"([A-Za-z]+(?:[_-][A-Za-z0-9]+)*)(?:\.[A-Za-z0-9_-]+)?(?:@\w+)?")
_ZEROS = re.compile("0+")
_GLUED = re.compile(r"(?<=[0-9])(?=[A-Za-z])")
_BEFORE, _AFTER = re.compile("¤(?=[#0])"), re.compile(r"(?<=\S)¤")
_APPROX = {"about": "~", "over": ">", "under": "<"}


def find_locale(name: str) -> Locale:
    """Return the locale of a name such as ``de_DE``, ``de-DE`` or ``de_DE.UTF-8``; raise ValueError where there is none."""
    from babel import UnknownLocaleError  # noqa: PLC0415 - named only here

    found = _LOCALE_NAME.fullmatch(name)
    if not found:
        message = f"{name!r} is no locale's name"
        raise ValueError(message)
    plain = found.group(1).replace("-", "_")
    if plain.upper() in ("C", "POSIX"):
        plain = "en_US"
    try:
        return FigureLocale.parse(plain)
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error


class Numbers(NamedTuple):
    """The way a locale writes figures."""

    locale: Locale

    def figure(self, figure: Figure) -> str:
        """
        Return a figure: its value, or both ends of its range.

        >>> from earnsum.model import Span
        >>> made = Figure(value=Decimal("28.6e9"), low=Decimal("28.6e9"), high=None, unit="USD", text="", span=Span(0, 0))
        >>> Numbers(Locale("en", "US")).figure(made)
        '≥ $28.6 B'
        """
        low, high = figure.low, figure.high
        if low is None and high is None:
            return self.value(figure.value, figure.unit)
        if low is None:
            return f"≤ {self.value(high or Decimal(0), figure.unit)}"
        if high is None:
            return f"≥ {self.value(low, figure.unit)}"
        if low != high:
            # a dash beside a minus sign would be taken for one
            to = "…" if low < 0 or high < 0 else "–"
            largest = max(abs(low), abs(high))
            return f"{self.value(low, figure.unit, like=largest)} {to} {self.value(high, figure.unit)}"
        return _APPROX.get(figure.approx or "", "") + self.value(figure.value, figure.unit)

    def value(self, value: Decimal, unit: str, *, like: Decimal | None = None, signed: bool = False) -> str:
        """
        Return a value in its unit; `like` is a value whose scale (million, billion) it should share.

        >>> us = Numbers(Locale("en", "US"))
        >>> us.value(Decimal("-0.21"), "USD"), us.value(Decimal("8e8"), "USD", like=Decimal("28.6e9"), signed=True)
        ('−$0.21', '+$0.8 B')
        >>> us.value(Decimal("925e6"), "count"), us.value(Decimal("187395e6"), "CNY"), us.value(Decimal("12345"), "count")
        ('925 M', 'CN¥187.4 B', '12,345')
        """
        if unit == "%":
            return self.percent(value, signed=signed)
        size, money = abs(value), unit != "count"
        scale = self._scale(size if like is None else abs(like), money=money)
        if like is not None and scale and 0 < size < scale[1] / _LEAST:
            scale = self._scale(size, money=money)
        text = self._scaled(value, unit, *scale) if scale else self._plain(value, unit)
        return self._sign(text, value, signed=signed)

    def percent(self, value: Decimal, *, signed: bool = False, places: int | None = None) -> str:
        r"""
        Return a percentage, 5 is 5 %; to so many places, else to those that it has, two at most.

        >>> Numbers(Locale("de")).percent(Decimal("-11.73"), places=1), Numbers(Locale("de")).percent(Decimal("5.0"))
        ('−11,7\xa0%', '5\xa0%')
        """
        pattern = parse_pattern(self.locale.percent_formats[None].pattern)
        pattern.frac_prec = (0, min(2, _places(value))) if places is None else (places, places)
        text = format_percent(value / 100, pattern, locale=self.locale, numbering_system="default")
        return self._sign(text, value, signed=signed)

    def points(self, value: Decimal) -> str:
        """Return a difference of two percentages, without its unit: "pp" is the reader's word to add."""
        pattern = parse_pattern(self.locale.decimal_formats[None].pattern)
        pattern.frac_prec = (0, 2)
        return self._sign(pattern.apply(value, self.locale, numbering_system="default"), value, signed=True)

    def date(self, iso: str) -> str:
        """Return a day, ``2021-05-13``, or what was given where it is none."""
        try:
            from babel.dates import format_date  # noqa: PLC0415 - takes as long to load as all other figures' patterns

            return self._digits(format_date(date.fromisoformat(iso), "medium", locale=self.locale))
        except ValueError:
            return iso

    def month(self, iso: str) -> str:
        """Return a month, ``2021-03``."""
        try:
            from babel.dates import format_skeleton  # noqa: PLC0415

            return self._digits(format_skeleton("yMMM", date.fromisoformat(f"{iso}-01"), locale=self.locale))
        except ValueError:
            return iso

    def _scale(self, size: Decimal, *, money: bool) -> tuple[str, int] | None:
        """Return the pattern of the largest unit that fits, with what to divide by."""
        if size < COMPACT_FROM:
            return None
        return next(((pattern, by) for start, pattern, by in _scales(self.locale, money) if size >= start), None)

    def _scaled(self, value: Decimal, unit: str, pattern: str, by: int) -> str:
        shown = value / by
        currency = None if unit == "count" else unit
        made = parse_pattern(self._spaced(pattern, currency))
        made.grouping = parse_pattern(self.locale.decimal_formats[None].pattern).grouping
        made.frac_prec = (0, next((places for limit, places in _PLACES if abs(shown) < limit), 1))
        return _GLUED.sub(" ", self._applied(made, shown, currency))

    def _plain(self, value: Decimal, unit: str) -> str:
        """Return a value that is written out."""
        places = _places(value)
        if unit == "count":
            made = parse_pattern(self.locale.decimal_formats[None].pattern)
            made.frac_prec = (0, min(places, 3))
            return self._applied(made, value)
        made = parse_pattern(self._spaced(self.locale.currency_formats["standard"].pattern, unit))
        least = 0 if places == 0 and (abs(value) >= 100 or unit in _NO_CENTS) else 2
        made.frac_prec = (least, max(least, min(places, 4)))
        return self._applied(made, value, unit)

    def _applied(self, pattern: NumberPattern, value: Decimal, currency: str | None = None) -> str:
        """Return a value as a pattern has it; told of the currency, Babel would read all of the locale for its name."""
        text: str = pattern.apply(value, self.locale, numbering_system="default")
        return text.replace("¤", get_currency_symbol(currency, self.locale)) if currency else text

    def _spaced(self, pattern: str, currency: str | None) -> str:
        """Return a pattern with a space where the currency's letters would touch the figure, as CLDR wants and Babel leaves out."""
        symbol = get_currency_symbol(currency, self.locale) if currency else "$"
        pattern = _BEFORE.sub("¤\u00a0", pattern) if symbol[-1].isalpha() else pattern
        return _AFTER.sub("\u00a0¤", pattern) if symbol[0].isalpha() else pattern

    def _sign(self, text: str, value: Decimal, *, signed: bool) -> str:
        """Return a written figure with its sign as print has it."""
        text = self._digits(text)
        if value < 0:
            return text.replace("-", MINUS, 1)
        return get_plus_sign_symbol(self.locale, numbering_system="default") + text if signed and value > 0 else text

    def _digits(self, text: str) -> str:
        """Return text with the locale's own digits, which Babel leaves to others."""
        system = self.locale.default_numbering_system
        if system not in _ZERO:
            return text
        percent = self.locale.number_symbols.get(system, {}).get("percentSign", "%")
        return text.translate({0x30 + n: _ZERO[system] + n for n in range(10)}).replace("%", percent)


_ZERO = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
"""The digit 0 of numbering systems that some locale has as its own."""

_PLACES = ((10, 3), (100, 2))
"""Below which number of millions or billions how many places are shown: four digits in all."""
_NO_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "IDR"})


def _places(value: Decimal) -> int:
    """Return how many decimal places a value needs."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def _scales(locale: Locale, money: bool) -> tuple[tuple[int, str, int], ...]:  # noqa: FBT001 - cached by value
    """Return from where each compact form applies, its pattern and its divisor, largest first."""
    forms = (locale.compact_currency_formats if money else locale.compact_decimal_formats)["short"]["other"]
    found = []
    for start, form in forms.items():
        zeros = _ZEROS.search(form.pattern)
        # "₹1.23 KCr" is CLDR's, "₹1,234 Cr" is what people write.
        if zeros and form.pattern != "0" and "KCr" not in form.pattern:
            by = int(start) // 10 ** (len(zeros.group()) - 1)
            found.append((int(start), _ZEROS.sub("0", form.pattern, count=1), by))
    return tuple(sorted(found, reverse=True))
