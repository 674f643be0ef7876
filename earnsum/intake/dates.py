"""
The day an article appeared, as its metadata or its first lines state it.

Only whole dates count: without a year nothing is guessed, and no clock is
asked.  English forms here, ISO everywhere; other languages write the numeric
forms, which are read only where day and month cannot be confused.
"""

from __future__ import annotations

from earnsum.patterns import re, regex

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_FOREIGN = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10,
    "novembre": 11, "décembre": 12, "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "gennaio": 1, "febbraio": 2,
    "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "settembre": 9, "ottobre": 10, "dicembre": 12,
}  # fmt: skip
_ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?P<month>(?i:{_ENGLISH}|(?:{_SHORT})\.?+|{'|'.join(_FOREIGN)}))"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"

DATE = regex.compile(
    rf"""
    (?<![0-9A-Za-z])(?:
        (?P<year>(?:19|20)[0-9]{{2}})[-/.](?P<month>[01]?[0-9])[-/.](?P<day>[0-3]?[0-9])(?![0-9])     # 2021-05-13
      | {_MONTH}\ (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?+\ {_YEAR}                                     # May 13, 2021
      | (?P<day>[0-3]?[0-9])(?:st|nd|rd|th|\.|er)?[ -](?:de\ )?{_MONTH},?+[ -](?:de\ )?{_YEAR}         # 13 May 2021, 13. Mai 2021
      | (?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.{_YEAR}                                           # 13.05.2021
      | (?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9])/{_YEAR}                                         # 5/13/2021
    )
    """,
    regex.VERBOSE,
)
"""A whole date; which of its forms matched is told by the groups that are set."""

_HAS_YEAR = re.compile("(?:19|20)[0-9]{2}")
_COMPACT = regex.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[0-9T]|$)")

# What may stand around a date in the first lines for it to be the article's own: a place, a wire's sign, "Updated:".
_DATELINE = regex.compile(
    r"""
    ^[\s(*_]*+(?:
        (?i:date|dated|published|publié|posted|updated|last\ updated|veröffentlicht|stand|datum|fecha
        |release\ date|for\ (?:immediate\ )?release)
        (?:\ (?:on|at|le|am))?[\s:]*+(?:\p{Lu}\p{Ll}++,?+\ )?
      | (?:\p{Lu}[^\n]{0,58}?[,(/–—-]\s*+|[\p{Lu} .]{2,30}\ )?  # "LONDON, ", "LONDON ", "(ABC News) - "
    )$
    """,
    regex.VERBOSE,
)
_AFTER_DATE = regex.compile(
    r"(?:,?\ (?:at\ )?[0-9]{1,2}[:.][0-9]{2}[^\n]{0,30}|[A-Z0-9:T+-][A-Z0-9:.T+-]{0,19})?\s*+(?:[)/|–—-]|\n|$)|\ *+\(?[A-Z]{2}"
)
_LABEL = regex.compile(r"(?i:date|published|posted|updated|stand|datum|release)")
_LINES, _CHARS = 8, 900
_BEFORE_YEAR = 30
"""More letters than stand before the year of a date."""


def iso_date(stated: str | None) -> str | None:
    """
    Return the day that a metadata value states.

    >>> iso_date("2021-05-13T23:30:00Z"), iso_date("Thu, 13 May 2021 10:00:00 GMT"), iso_date("20210513"), iso_date("today")
    ('2021-05-13', '2021-05-13', '2021-05-13', None)
    """
    if not stated:
        return None
    stated = stated.strip()[:100]
    if found := _COMPACT.match(stated):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    found = DATE.search(stated)
    return _date_of(found) if found else None


def find_published(text: str) -> str | None:
    """
    Return the day that the first lines state as the article's own: a dateline, a labelled date, or a line that is a date.

    >>> find_published("LONDON, Oct 6 2021 - Acme said"), find_published("Acme's year ended on May 13, 2021 in loss.")
    ('2021-10-06', None)
    """
    for line in text[:_CHARS].split("\n")[:_LINES]:
        if (year := _HAS_YEAR.search(line)) is None:
            continue
        for found in DATE.finditer(line, max(0, year.start() - _BEFORE_YEAR)):
            before, after = line[: found.start()], line[found.end() :]
            if not _DATELINE.match(before):
                break
            if _LABEL.search(before) or _AFTER_DATE.match(after) or not after:
                return _date_of(found)
    return None


def _date_of(found: regex.Match[str]) -> str | None:
    if found["first"]:
        first, second = int(found["first"]), int(found["second"])
        if first > 12:
            return _iso(int(found["year"]), second, first)
        # 5/6/2021 is June in London and May in New York: only what cannot be both is read.
        return _iso(int(found["year"]), first, second) if second > 12 or first == second else None
    month = found["month"].lower()
    number = int(month) if month.isdecimal() else _FOREIGN.get(month) or _MONTHS[month[:3]]
    return _iso(int(found["year"]), number, int(found["day"]))


def _iso(year: int, month: int, day: int) -> str | None:
    from datetime import date  # noqa: PLC0415 - some articles state no date

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
