"""
Locales: what figures need of a locale, kept from the first time on (see `patterns.kept`).

For one number Babel reads all that is known of a locale, the names of languages, cities and months too.  That takes a third
of the time in which the program reads an article and prints its table.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import babel
from babel import Locale
from babel.numbers import parse_pattern

from earnsum.patterns.kept import kept_or_made, version_of

_FORMATS: dict[str, Any] = {"percent_formats": None, "decimal_formats": None, "currency_formats": "standard"}
_COMPACT = ("compact_currency_formats", "compact_decimal_formats")


def _of_figures(name: str) -> Any:
    return property(lambda locale: locale.of_figures[name])


class FigureLocale(Locale):
    """
    A locale of Babel's that gives what figures need of it without the rest, and the rest when it is asked for.

    >>> FigureLocale.parse("de_AT").number_symbols["latn"]["decimal"], FigureLocale("de").months["format"]["wide"][3]
    (',', 'März')
    """

    default_numbering_system = _of_figures("default_numbering_system")
    number_symbols = _of_figures("number_symbols")
    currency_symbols = _of_figures("currency_symbols")
    percent_formats = _of_figures("percent_formats")
    decimal_formats = _of_figures("decimal_formats")
    currency_formats = _of_figures("currency_formats")
    compact_currency_formats = _of_figures("compact_currency_formats")
    compact_decimal_formats = _of_figures("compact_decimal_formats")

    @cached_property
    def of_figures(self) -> Mapping[str, Any]:
        """What figures need: symbols, and the patterns that `numbers` uses."""
        stamp = version_of(babel.__file__, __file__)
        return _made(kept_or_made(f"locale.{self}", stamp, lambda: _read(Locale.parse(str(self)))))


def _read(locale: Locale) -> dict[str, Any]:
    """Return what figures need, patterns as they are written."""
    return {
        "default_numbering_system": locale.default_numbering_system,
        "number_symbols": {system: dict(symbols) for system, symbols in locale.number_symbols.items()},
        "currency_symbols": dict(locale.currency_symbols),
        "formats": {name: {key: getattr(locale, name)[key].pattern} for name, key in _FORMATS.items()}
        | {name: {"short": {"other": _patterns(getattr(locale, name)["short"]["other"])}} for name in _COMPACT},
    }


def _patterns(forms: Mapping[str, Any]) -> dict[str, str]:
    return {start: form.pattern for start, form in forms.items()}


def _made(kept: dict[str, Any]) -> dict[str, Any]:
    """Return what was kept, with its patterns as Babel has them."""

    def made(written: Any) -> Any:
        return parse_pattern(written) if isinstance(written, str) else {key: made(value) for key, value in written.items()}

    return kept | dict(made(kept["formats"]))
