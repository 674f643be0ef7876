"""
The words of the human formats: names of metrics, headings, verdicts, in the reader's language.

English is the key, as with gettext; the other languages stand in ``locale/*.po`` beside this
module, so that a translator needs no Python.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from babel import Locale

from earnsum.patterns.kept import kept_or_made, version_of

METRIC_NAMES = {
    "eps": "EPS",
    "revenue": "Revenue",
    "net_income": "Net income",
    "operating_income": "Operating income",
    "pretax_income": "Pretax income",
    "gross_profit": "Gross profit",
    "gross_margin": "Gross margin",
    "operating_margin": "Operating margin",
    "net_margin": "Net margin",
    "ebitda": "EBITDA",
    "ebitda_margin": "EBITDA margin",
    "free_cash_flow": "Free cash flow",
    "operating_cash_flow": "Operating cash flow",
    "capex": "Capital expenditure",
    "same_store_sales": "Same-store sales",
    "bookings": "Bookings",
    "billings": "Billings",
    "arr": "Recurring revenue",
    "backlog": "Backlog",
    "orders": "Orders",
    "dividend": "Dividend",
    "buyback": "Buyback",
    "gmv": "GMV",
    "users": "Users",
    "subscribers": "Subscribers",
    "subscriber_adds": "Subscriber adds",
    "deliveries": "Deliveries",
    "production": "Production",
    "ffo": "FFO",
    "net_interest_income": "Net interest income",
    "net_interest_margin": "Net interest margin",
    "provisions": "Provisions",
    "aum": "Assets managed",
    "cash": "Cash",
    "debt": "Debt",
    "headcount": "Headcount",
    "stores": "Stores",
    "tax_rate": "Tax rate",
    "charge": "Charge",
}

RATES = frozenset("gross_margin operating_margin net_margin ebitda_margin same_store_sales net_interest_margin tax_rate".split())
"""Metrics that are percentages by nature; a percentage of any other is its growth."""

VERDICTS = {"beat": "beat", "miss": "miss", "in_line": "in line"}
ROLES = {
    "actual": "actual",
    "estimate": "estimate",
    "prior": "year ago",
    "change": "change",
    "previous": "previous outlook",
}
CHANGE_KINDS = {
    "constant_currency": "constant currency",
    "organic": "organic",
    "like_for_like": "like for like",
    "sequential": "on prior period",
}
PERIODS = {"quarter": "quarter", "half": "half-year", "nine_months": "nine months", "year": "full year", "month": "month"}

WARNINGS = {
    "claim-contradicts-figures": "The text's verdict is not that of its figures",
    "change-contradicts-levels": "The stated change is not that between the figures",
    "surprise-contradicts-figures": "The stated surprise is not that of the figures",
    "basis-mismatch": "The figure and the estimate are not on the same basis",
    "currency-mismatch": "The figure and the estimate are in different currencies",
    "ambiguous-currency": "It is not clear which dollar is meant",
    "ambiguous-number": "It is not clear which mark parts the decimals",
    "truncated-input": "The article is cut off, or not read to its end",
    "no-results": "No results of a company were found",
}
"""What a warning says in the other languages; in English its own message says it more exactly."""


@cache
def _catalogue(name: str) -> dict[str, str]:
    """Return the words of a language, or of a language in a script, as they were kept; none where there is no catalogue."""
    path = os.path.join(os.path.dirname(__file__), "locale", f"{name}.po")  # noqa: PTH118, PTH120 - quicker than pathlib
    try:
        stamp = version_of(path)
    except OSError:
        return {}
    return kept_or_made(f"words.{name}", stamp, lambda: _read(path))


def _read(path: str) -> dict[str, str]:
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only for words that are not kept

    with open(path, "rb") as stream:  # noqa: PTH123
        return {m.id: m.string for m in read_po(stream) if isinstance(m.id, str) and isinstance(m.string, str) and m.id}


class Words:
    """The words of one language."""

    def __init__(self, locale: Locale, known: Mapping[str, str]) -> None:
        """Take the locale, and its language's words by the English ones."""
        self.locale, self._known = locale, known

    @classmethod
    def of(cls, locale: Locale) -> Words:
        """Return the words of a locale's language, English where it has no catalogue."""
        names = () if locale.language == "en" else (f"{locale.language}_{locale.script}", locale.language)
        known = next(filter(None, map(_catalogue, names)), {})
        return cls(locale if known or locale.language == "en" else Locale("en"), known)

    @property
    def language(self) -> str:
        """The language that the words are of."""
        return str(self.locale.language)

    @property
    def tag(self) -> str:
        """The language as pages name it: ``de``, ``zh-Hant``."""
        return "-".join(filter(None, (self.language, self.locale.script)))

    def quarter(self, number: int, year: int | str | None) -> str:
        """Return what the language calls a quarter."""
        from datetime import date  # noqa: PLC0415 - only where the article is in another language

        from babel.dates import format_skeleton  # noqa: PLC0415

        if year:
            return str(format_skeleton("yQQQQ", date(int(year), number * 3, 1), locale=self.locale))
        return str(self.locale.quarters["stand-alone"]["wide"][number])

    def knows(self, english: str) -> bool:
        """Tell whether the language has its own word for something."""
        return english in self._known

    def __call__(self, english: str) -> str:
        """Return a word or phrase."""
        return self._known.get(english) or english
