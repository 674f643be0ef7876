"""
Periods: every stretch of time that the text names, and which of them is the reported one.

Kept apart from the other marks because a period is a small language of its own:
ordinals, months, fiscal years, and words that only say how it stands to the reported
period ("a year earlier", "the current quarter").  One pattern finds the phrases; what
year, month or ordinal a phrase holds is then read from the phrase alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from earnsum.model import Period, PeriodKind, Span
from earnsum.patterns import re, regex
from earnsum.periods.kinds import MONTH_NUMBER, READERS
from earnsum.periods.lastyear import with_year_before
from earnsum.periods.phrases import find_phrases
from earnsum.text.marks import PeriodMark, When, cover

if TYPE_CHECKING:
    from earnsum.periods.eastern import EasternPhrase

_PAST = regex.compile(
    r"\b(?:last|previous|prior|preceding) (?:(?:fiscal |financial |calendar )?year|fiscal)\b|"
    r"\ba year (?:ago|earlier|before|prior)|one year |the year (?:before|earlier)"
)
_AHEAD_CUES = re.compile(
    r"\b(?:sees?|seeing|expects?|expecting|projects?|projecting|projected|projections|anticipates?|targets?|targeting|guides?|"
    r"guided|guiding|guidance|outlook|reaffirms?|reiterates?|foresees?|predicts?|forecasting|expectation is|will|erwartet|rechnet|"
    r"prognose|ausblick|peilt|strebt|vise|prévoit|prevé|espera|to (?:grow|rise|reach|increase|decline|fall|be))\b|"
    r"\bfür das (?:gesamte |laufende )?$|(?:预计|預計|预期将|展望)[^,。;]{0,8}$"
)
_AHEAD_AFTER = re.compile(
    r"(?:'s)?,?(?: (?:and|or) (?:full[- ]year|the full year|[a-z]+[- ]quarter))?"
    r"(?: (?:adjusted|net|organic|total|core|subscription|group|operating|revenue|sales|earnings|profit|eps|ebitda|fiscal"
    r"|financial)){0,4} (?:guidance|outlook|projections?|targets?)\b"
)
_COMPARES = regex.compile(
    r"\b(?:from|than|versus|vs|against|compared|compares|comparison|over|after|above|below|ahead\ of|behind|up|down|same|and|was)\b"
)
_STOPS = regex.compile(r"(?:[.;:!?\n](?![0-9])|\b(?:after|as|when|for its)\b)")


def find_periods(folded: str, *, abroad: bool = True) -> list[PeriodMark]:
    """
    Find every period that the text names, in order; those that it names `abroad`, in another language than English, too.

    >>> marks = find_periods("Sales rose in the fourth quarter of 2008 from a year earlier.")
    >>> [(mark.label, mark.kind, mark.when) for mark in marks]
    [('fourth quarter of 2008', 'quarter', None), ('a year earlier', None, 'year_ago')]
    """
    low = folded.lower()
    if len(low) != len(folded):
        low = "".join(char if len(char.lower()) != 1 else char.lower() for char in folded)
    marks = []
    for family, words, span in find_phrases(low, abroad=abroad):
        stated = span.of(folded)
        aside = family == "month" and _is_when_something_was_done(low, span)
        opened = _OPEN_FOR.search(low, max(0, span.start - _OPENED), span.start)
        if family != "skip" and stated not in _VERBS and not (opened or aside):
            marks.append(_placed(_read(family, stated, words)._replace(span=span), low))
    if not low.isascii():
        from earnsum.periods.eastern import find_eastern  # noqa: PLC0415 - no ASCII text has any

        marks += [_placed(_read_eastern(phrase, folded), low) for phrase in find_eastern(low)]
    return with_year_before(list(cover(marks)), low)


def _read_eastern(phrase: EasternPhrase, folded: str) -> PeriodMark:
    """Read a Chinese, Japanese or Korean period."""
    end = f"{phrase.year}-{phrase.month:02}" if phrase.year and phrase.month else None
    return PeriodMark(
        span=phrase.span,
        kind=phrase.kind,
        label=phrase.span.of(folded),
        year=phrase.year,
        fiscal_period=f"Q{phrase.number}" if phrase.number else None,
        end=end,
        when=phrase.when,
    )


_OPENED = 24
_OPEN_FOR = regex.compile(r"\bopen(?:ed)? (?:for )?(?:at least|more than|longer than|over) $")
"""``sales at stores open at least 12 months``: no period that is reported"""
_ASIDE = 130
_SAID_OF = regex.compile(r", wh(?:ich|o) [^,;.:0-9$%]*$")
"""``Acme, which began selling online in April, earned``: when something else was done"""
_DONE = regex.compile(
    r"\b(?:hit|set|forecast|issued|announced|given|gave|opened|launched|bought|acquired|completed|closed|began|started|introduced"
    r"|unveiled|signed|agreed|approved|imposed|effect) (?:back )?in (?:early |late |mid-)?$"
    r"|\b(?:as|when|after|that|which|because|(?:helped|hurt|boosted|hit|dented|driven|fuell?ed|led) by)\b"
    r"(?:(?!sales|revenue|turnover|profit|earnings|deliver|shipment|output|production|volume|orders|traffic|\bend)[^,;.:0-9$%])*$"
)
"""``as prices hit a record in May``, ``the range that it had forecast in December``: the same, of a bare month"""


def _is_when_something_was_done(low: str, month: Span) -> bool:
    near = max(0, month.start - _ASIDE), month.start
    if low.startswith(",", month.end) and _SAID_OF.search(low, *near):
        return True
    return not any(map(str.isdigit, month.of(low))) and _DONE.search(low, *near) is not None


_VERBS = frozenset({"may", "march", "mar", "second", "dec", "sep"})
"""What is no month without a capital."""


@lru_cache(maxsize=4096)
def _read(family: str, stated: str, words: str) -> PeriodMark:
    """Read year, month, ordinal and kind out of a phrase's own words; the same phrases come again and again."""
    kind, number = READERS[family](words)
    year = _year(words)
    fiscal = regex.search(r"\b(?:fiscal|financial)\b|fy|\bfq[1-4]", words) is not None
    return PeriodMark(
        span=Span(0, 0), kind=kind, label=_label(stated), year=year, fiscal=fiscal, fiscal_period=_fiscal_period(kind, number),
        end=_end(words, kind, number, year, fiscal=fiscal), when=_when(family, words),
    )  # fmt: skip


def _label(words: str) -> str:
    """Lower the words, but for the names of months and what has digits in it ("Q1", "FY22")."""
    label = " ".join(word if _is_proper(word) else word.lower() for word in words.split(" ")).removeprefix("the ")
    return label.removesuffix(".") if len(label) > len("Sept.") or label == "May." else label


def _is_proper(word: str) -> bool:
    return any(map(str.isdigit, word)) or (word[:1].isupper() and word[:3].lower() in MONTH_NUMBER)


def _year(words: str) -> int | None:
    """Read the year: of "2013/14" the later one, of "3Q22" and "FY21" the one meant by two digits."""
    if found := re.search(r"((?:19|20)[0-9]{2})(?:[-/](?:20)?([0-9]{2}))?(?![0-9])", words):
        return int(found[1][:2] + found[2]) if found[2] else int(found[1])
    if found := re.search(
        r"(?:fy[- ]?|q[1-4][- /]?|[1-4]q[- ]?|[12]h ?|h[12][- ]?|9m|fiscal (?:year )?)'?([0-9]{2})\b|'([0-9]{2})\b", words
    ):
        return 2000 + int(found[1] or found[2])
    return None


_RELATIVES: dict[str, When] = {"year_ago": "year_ago", "previous": "previous", "other_year": "other_year", "next": "next"}


def _fiscal_period(kind: PeriodKind | None, number: int | None) -> str | None:
    """Name a numbered period in the short form."""
    if kind == "quarter" and number:
        return f"Q{number}"
    if kind == "half" and number:
        return f"H{number}"
    return {"nine_months": "9M", "year": "FY"}.get(kind or "")


def _end(words: str, kind: PeriodKind | None, number: int | None, year: int | None, *, fiscal: bool) -> str | None:
    """Say in which month the period ends, where the words tell month and year."""
    if year is None:
        return None
    months = re.findall(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", words)
    if months:
        return f"{year}-{MONTH_NUMBER[months[-1]]:02}"
    if fiscal or re.search(r"[-/](?:20)?[0-9]{2}\b", words):
        return None
    month = {"quarter": 3 * (number or 0), "half": 6 * (number or 0), "nine_months": 9, "year": 12}.get(kind or "", 0)
    return f"{year}-{month:02}" if month else None


def _when(family: str, words: str) -> When | None:
    """Say how the phrase's own words set it against the reported period."""
    if family == "abroad":
        return "previous" if re.search(r"précédent|anterior|precedente", words) else None
    if family in _RELATIVES:
        return _RELATIVES[family]
    if words.endswith("year") and " next " in words:
        return "next"
    return "year_ago" if _PAST.search(words) and words != "last year" else None


_COMPARED_ABROAD = regex.compile(
    r"\b(?:als|gegenüber|(?:im vergleich|verglichen) (?:zum|zur|mit)|qu'(?:au|en|à la)|par rapport (?:au|à|aux)|que en|frente al?|"
    r"(?:con )?respecto al?|en comparación con|comparado con|(?<!hasta |gracias )(?:a l[ao]s?|al) del?)"
    r"(?: (?:im|in|dem|der|den|des|le|la|les|el|los|las|l'))*[ ']$"
)
"""``2 Prozent höher als im ersten Quartal 2010``, ``inferior a la de los nueve primeros meses de 2009``"""


def _placed(mark: PeriodMark, low: str) -> PeriodMark:
    """Let the words around a period say that it is yet to come, or one that is compared with."""
    if mark.when is not None:
        return mark
    before = _STOPS.split(low[max(0, mark.span.start - 60) : mark.span.start])[-1]
    if mark.label == "last year":
        return mark._replace(when="year_ago") if _COMPARES.search(before) or before.endswith(("same period ", "$")) else mark
    if mark.year is not None and mark.kind is not None and _COMPARED_ABROAD.search(before):
        return mark._replace(when="year_ago")
    if mark.kind is not None and (_AHEAD_CUES.search(before) or _AHEAD_AFTER.match(low, mark.span.end)):
        return mark._replace(when="next")
    return mark


_LEAD = 900
_TOLD = 250
"""Where a story that tells only later of the full year has told of a part of it."""
_EXACT = {"quarter": 0, "half": 0, "nine_months": 0, "year": 1, "month": 2}


def main_period(periods: Sequence[PeriodMark], *, title_end: int, published: str | None) -> Period:
    """
    Choose the period that the article reports on.

    What stands first in the title and the lead is it; a quarter or half there beats a full year, since a year is also
    named as background.  Periods that are compared with, or yet to come, serve only where nothing else is named.
    """
    kinds = [mark for mark in periods if mark.kind is not None]
    lead = [mark for mark in kinds if mark.when is None and mark.span.start < title_end + _LEAD]
    whole = [mark for mark in kinds if mark.when is None]
    if lead and all(map(_is_dated, lead)) and sum(mark.kind not in ("year", "month") for mark in whole) > 1:
        lead = []  # a bare "in 2004", or "in May 2004", is background where quarters are told of later
    title = [mark for mark in lead if mark.span.end <= title_end and not mark.label.isdigit()]
    pools = (title, lead, whole, *([m for m in kinds if m.when == when] for when in ("previous", "year_ago", "next", "other_year")))
    pool = next((pool for pool in pools if pool), None)
    if pool is None:
        return Period()
    first = min(pool, key=lambda mark: (_EXACT[mark.kind or "month"], mark.span))
    if pool[0].kind == "year" and pool[0].label.startswith(("full", "annual")) and first.span.start > title_end + _LEAD // 2:
        first = pool[0]
    if first.label == "last year" and first.when == "year_ago":
        return Period()  # "up from $2.5 billion last year": the same quarter of it, as often as not
    if first.when is None and first.label.startswith("full") and first.span.start > title_end + _TOLD:
        return Period()  # "For the full year, it earned": what was told before is of something else
    same = [mark for mark in kinds if mark.kind == first.kind and mark.when == first.when]
    return _period(_fullest(first, same, published), same, published)


def _is_dated(mark: PeriodMark) -> bool:
    """Tell a bare year, or a month of one: a date as much as a period."""
    return mark.label.isdigit() if mark.kind == "year" else mark.kind == "month" and mark.year is not None


def _fullest(first: PeriodMark, same: Sequence[PeriodMark], published: str | None) -> PeriodMark:
    """Choose the mention that says most of the period first named: one with a year, if not too far off, else a numbered one."""
    if first.year is not None:
        return first
    number = first.fiscal_period
    dated = [
        m for m in (same if published else same[:2]) if m.year and number in (None, m.fiscal_period) and _is_recent(m, published)
    ]
    numbered = [m for m in same if number is not None and m.fiscal_period == number and m.year]
    if not dated and len({m.year for m in numbered}) > 1:  # "Q3FY25", and Q3FY24 that it is compared with
        dated = [max(numbered, key=lambda m: m.year or 0)]
    if dated:
        return dated[0]
    named = [m for m in same if m.fiscal_period or len(m.label.split()) > 1]
    return named[0] if named and number is None else first


def _is_recent(mark: PeriodMark, published: str | None) -> bool:
    """Tell whether a dated period can be the one that an article of that day reports: not the one a year before."""
    found = regex.match(r"([0-9]{4})-([0-9]{2})", published or "")
    if found is None or mark.year is None:
        return True
    if mark.end is None:
        return mark.year >= int(found[1])
    months = 12 * (int(found[1]) - int(mark.end[:4])) + int(found[2]) - int(mark.end[5:])
    return -1 <= months < 9


def _period(mark: PeriodMark, same: Sequence[PeriodMark], published: str | None) -> Period:
    """Write a mark as the record's period."""
    fiscal = any(other.fiscal and other.fiscal_period == mark.fiscal_period for other in same)
    month = re.search(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", mark.label.lower())
    end = mark.end if month or not fiscal else None
    if end is None:  # "the quarter ended December 2024 (Q3FY25)"
        end = next((other.end for other in same if 0 <= mark.span.start - other.span.end <= len(" (")), None)
    if end is None and published and (named := next((m for m in same if _last_month(m.label)), None)) is not None:
        end = _last_before(_last_month(named.label), published)
    stated = mark.fiscal or (mark.fiscal_period is not None and not month)
    short = mark.fiscal_period if mark.kind != "year" or mark.fiscal else None
    return Period(
        kind=mark.kind,
        label=mark.label,
        end=end,
        fiscal_year=mark.year if stated else None,
        fiscal_period=short if stated else None,
    )


def _last_month(label: str) -> int:
    """Read the month that a label ends with, 0 where it names none."""
    months = re.findall(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", label)
    return MONTH_NUMBER[months[-1].lower()] if months else 0


def _last_before(month: int, published: str) -> str | None:
    """Find the last such month that was over, or nearly so, when the article came out."""
    found = regex.match(r"([0-9]{4})-([0-9]{2})", published)
    if found is None:
        return None
    year = int(found[1]) - (month > int(found[2]))
    return f"{year}-{month:02}"


def same_period_a_year_before(mark: PeriodMark, main: Period) -> bool:
    """
    Tell whether a dated period ("in Q2 2009", "in 2005") is the main one a year earlier.

    >>> [earlier] = find_periods("in the fourth quarter of 2007")
    >>> same_period_a_year_before(earlier, Period(kind="quarter", end="2008-12", fiscal_year=2008, fiscal_period="Q4"))
    True
    """
    if mark.when == "year_ago" or mark.year is None:
        return mark.when == "year_ago"
    if mark.kind == main.kind and mark.end and main.end:
        return mark.end == f"{int(main.end[:4]) - 1}{main.end[4:]}"
    year = main.fiscal_year or (int(main.end[:4]) if main.end else None)
    itself = mark.end and not mark.fiscal and not main.end and "fy" in (main.label or "").lower()  # June 2022 may be of Q1FY23
    if year is None or mark.year != year - 1 or itself:
        return False
    if mark.kind != main.kind:
        # "from 12 million in 2005", of a quarter that was named by its number and year.
        return mark.kind == "year" and main.kind in ("quarter", "half", "nine_months") and mark.when is None and not mark.fiscal
    return mark.fiscal_period is None or main.fiscal_period is None or mark.fiscal_period == main.fiscal_period
