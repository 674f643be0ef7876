"""
Periods: every stretch of time that the text names.

Kept apart from the other marks because a period is a small language of its own:
ordinals, months, fiscal years, and words that only say how it stands to the reported
period ("a year earlier", "the current quarter").  One pattern finds the phrases; what
year, month or ordinal a phrase holds is then read from the phrase alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from earnsum.model import PeriodKind, Span
from earnsum.patterns import any_of, re, regex
from earnsum.periods.codes import past_codes
from earnsum.periods.kinds import MONTH_NUMBER, READERS
from earnsum.periods.lastyear import of_last_year, with_year_before
from earnsum.periods.phrases import find_phrases
from earnsum.text.marks import PeriodMark, When, cover
from earnsum.text.moves import MOVED, MOVES_WORDS
from earnsum.text.terms import OUTLOOK, POSTED

if TYPE_CHECKING:
    from earnsum.periods.eastern import EasternPhrase

_PAST = regex.compile(
    r"\b(?:last|previous|prior|preceding) (?:(?:fiscal |financial |calendar )?year|fiscal)\b|"
    r"\ba year (?:ago|earlier|before|prior)|one year |the year (?:before|earlier)"
)
_AHEAD_CUES = re.compile(
    r"(?<!than-)(?<!as-)\b(?:sees?|seeing|expects?|expecting|projects?|projecting|projected|projections|anticipates?|targets?|targeting|guides?|"
    r"guided|guiding|guidance|outlook|reaffirms?|reiterates?|foresees?|predicts?|forecasting|expectation is|will|"
    r"(?:head(?:s|ed|ing)|brac(?:es|ed|ing)|prepar(?:es|ed|ing)|gear(?:s|ed|ing) up|in store|warn(?:s|ed|ing)) (?:for|of)|"
    r"(?:warn(?:s|ed|ing)|caution(?:s|ed|ing)?|upbeat|bullish|cautious|wary|gloomy|optimistic|confident) (?:on|about|over)|"
    r"erwartet|rechnet|"
    r"prognose|ausblick|peilt|strebt|vise|prévoit|prevé|espera|to (?:grow|rise|reach|increase|decline|fall|be))\b|"
    r"\b(?:prévision|objectif|perspective)s?\b[^,]* pour (?:l'|l[ea] |son |tout l'|toute l')?$|"
    r"^(?!.*\b(?:melde[nt]e?|leg(?:en|t|ten?)|wies|berichte(?:n|te)?|präsentierte?|veröffentlichte?|vorgelegt|g[ai]b|gibt|ergebnisse|\w*zahlen"
    r"|bilanz)\b)"
    r".*\bfür das (?:gesamte |laufende )?$|(?:预计|预期将|展望)[^,。;]{0,8}$"
)
_AHEAD_AFTER = re.compile(
    r"(?:'s)?,?(?: (?:and|or) (?:full[- ]year|the full year|[a-z]+[- ]quarter))?"
    r"(?: (?:adjusted|net|organic|total|core|subscription|group|operating|revenue|sales|earnings|profit|eps|ebitda|fiscal"
    rf"|financial)){{0,4}} {OUTLOOK}\b"
    r"| (?:rechnet|peilt|stellt|erwartet|plant|strebt|prognostiziert|soll(?:en)?|dürften?)\b"
    r"|, (?:[\w']+ ){1,4}(?:vise|table sur|attend une?|anticipe|prévoit|ambitionne|prevé|espera|calcula)\b"
)
_COMPARES = regex.compile(
    r"\b(?:from|than|versus|vs|against|compared|compares|comparison|over|after|above|below|ahead\ of|behind|up|down|same|and|was)\b"
)
_BEATS = regex.compile(
    r"\b(?:beat(?:s|ing)?|topp(?:ed|ing)|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|match(?:es|ed|ing)|eclips(?:es|ed|ing)) $"
)
"""``revenue of $5 billion exceeded last year's by``"""
CAME_NEXT = (
    rf",(?: (?!which\b|that\b|to\b)[\w'-]++){{0,3}}? (?:{any_of(MOVES_WORDS)}|{MOVED}|{POSTED}|misse[sd]|beats?|tops"
    r"|topped|posts|reports|loses|earns|swings|swung)\b"
)
"""Another clause, on what came: "cuts outlook, profit falls in third quarter"."""
_STOPS = regex.compile(rf"(?:[.;:!?\n](?![0-9])|\b(?:after|as|when|for its)\b|{CAME_NEXT})")


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
        aside = (family == "month" and _is_when_something_was_done(low, span)) or (
            family == "plain" and _is_of_its_history(low, span)
        )
        opened = _OPEN_FOR.search(low, max(0, span.start - _OPENED), span.start)
        if family != "skip" and stated not in _VERBS and not (opened or aside):
            mark = _placed(_read(family, stated, words)._replace(span=span), low)
            marks.append(mark if abroad or not _is_in_brackets(mark, low) else mark._replace(when="year_ago"))
    if not low.isascii():
        from earnsum.periods.eastern import find_eastern  # noqa: PLC0415 - no ASCII text has any

        marks += [_placed(_read_eastern(phrase, folded), low) for phrase in find_eastern(low)]
    told = _without_causes(list(cover(marks)), low)
    told = past_codes(told, folded, low, find_periods)
    told = with_year_before(of_last_year(told, low), low)
    return _compared_abroad(told, low) if abroad else told


_BY_CAUSE = regex.compile(
    r"\b(?:due to|because of|owing to|thanks to|on account of|reflect(?:s|ed|ing)|(?:benefits?|effects?|impact|costs?|lack) of"
    r"|(?:helped|hurt|boosted|hit|dented|driven|fuell?ed|lifted|affected|offset|dragged down|held back) by)\b[^,;:$£€0-9%\n]*?"
    r"(?:\b(?:in|for|during) (?:the )?)?$"
)


def _without_causes(marks: Sequence[PeriodMark], low: str) -> list[PeriodMark]:
    """Return marks without parts of a year told of that a cause was at work in ("due to rain in the first half of the year")."""
    years = [mark.span.start for mark in marks if mark.kind == "year" and mark.when is None]
    return [mark for mark in marks if not (years and years[0] < mark.span.start and _is_of_a_cause(mark, low))]


def _is_of_a_cause(mark: PeriodMark, low: str) -> bool:
    of_year = mark.kind in _PARTS and (mark.label.endswith("of the year") or low.startswith(" of the year", mark.span.end))
    return of_year and _BY_CAUSE.search(low, max(0, mark.span.start - _ASIDE), mark.span.start) is not None


_PARTS = frozenset({"quarter", "half", "nine_months"})


def _is_in_brackets(mark: PeriodMark, low: str) -> bool:
    """Tell a dated period that only its own figure stands behind ("profit was £9m (2022: £8m)", "(H1 2022: £8m)")."""
    start, end = mark.span
    return mark.year is not None and low.endswith(("(", "(in "), 0, start) and low.startswith(": ", end)


def _read_eastern(phrase: EasternPhrase, folded: str) -> PeriodMark:
    """Read a Chinese, Japanese or Korean period."""
    last = phrase.month or (0 if phrase.fiscal or phrase.kind != "year" else 12)
    end = f"{phrase.year}-{last:02}" if phrase.year and last else None
    return PeriodMark(
        span=phrase.span,
        kind=phrase.kind,
        label=phrase.span.of(folded),
        year=phrase.year,
        fiscal=phrase.fiscal and phrase.year is not None,
        fiscal_period=f"Q{phrase.number}" if phrase.number else None,
        end=end,
        when=phrase.when,
        reported=phrase.reported,
    )


_OPENED = 24
_OPEN_FOR = regex.compile(r"\bopen(?:ed)? (?:for )?(?:at least|more than|longer than|over) $")
"""``sales at stores open at least 12 months``: no period that is reported"""
_ASIDE = 130
_SAID_OF = regex.compile(r", wh(?:ich|o) [^,;.:0-9$%]*$")
"""``Acme, which began selling online in April, earned``: when something else was done"""
_DONE = regex.compile(
    r"\b(?:hit|set|forecast|issued|announced|given|gave|opened|launched|bought|acquired|completed|closed|began|started|introduced"
    r"|unveiled|signed|agreed|approved|imposed|effect|told (?:[a-z]++ ){0,2}[a-z]++) (?:back )?in (?:early |late |mid-)?$"
    r"|\b(?:as|when|after|that|which|because|(?:helped|hurt|boosted|hit|dented|driven|fuell?ed|led) by)\b"
    r"(?:(?!sales|revenue|turnover|profit|earnings|deliver|shipment|output|production|volume|orders|traffic|\bend)[^,;.:0-9$%])*$"
)
"""``as prices hit a record in May``, ``the range that it had forecast in December``: the same, of a bare month"""


_THEN_SAID = re.compile(
    r",? (?:(?!sales|revenue|turnover|profit|earnings|output|production)[a-z][\w.'&-]* ){1,4}?(?:had |also |first )?"
    r"(?:said|warned|announced|forecast|predicted|launched|agreed|unveiled|introduced|named|appointed|pledged|vowed)\b"
)
"""``In May, Acme had warned that``: the same, where a sentence begins with it"""


def _is_when_something_was_done(low: str, month: Span) -> bool:
    near = max(0, month.start - _ASIDE), month.start
    if low.startswith(",", month.end) and _SAID_OF.search(low, *near):
        return True
    if any(map(str.isdigit, month.of(low))):
        return False
    opens = low.endswith(("\nin ", ". in ", ".  in "), 0, month.start)
    return _DONE.search(low, *near) is not None or (opens and _THEN_SAID.match(low, month.end) is not None)


_HISTORY = regex.compile(
    r"\b(?:founded|founding|established|set up|created|formed|started|born|listed|floated|privati[sz]ed|nationali[sz]ed"
    r"|acquired|bought|purchased|took over|taken over|merged|went public|joined|inception|incorporated|spun off|became|appointed"
    r"|named|hired|promoted|elected|arrived|succeeded|helm|reins|took charge|launched|broke out|erupted|began|begun"
    r"|debut(?:ed)?|flotation|ipo)\b"
    r"[^,;.:0-9$%]{0,60} (?:in|since) (?:early |late |mid-)?$"
)
"""``Acme, founded in Sweden in 1947, made``: a year in which nothing is reported"""


def _is_of_its_history(low: str, year: Span) -> bool:
    return _HISTORY.search(low, max(0, year.start - _ASIDE), year.start) is not None


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
        r"(?:fy[- ]?|[qts][1-4][- /]?|[1-4][qts][- ]?|[12]h ?|h[12][- ]?|9m[- ]?|fiscal (?:year )?)'?([0-9]{2})\b|'([0-9]{2})\b",
        words,
    ):
        return 2000 + int(found[1] or found[2])
    return None


_RELATIVES: dict[str, When] = {
    "year_ago": "year_ago",
    "on_year": "year_ago",
    "previous": "previous",
    "other_year": "other_year",
    "next": "next",
}


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
        month = MONTH_NUMBER[months[-1]]
        split = re.search(r"(?:19|20)[0-9]{2}([-/])(?:20)?[0-9]{2}\b", words)
        if split and month > (3 if split[1] == "-" else 6):
            return f"{year - 1}-{month:02}"  # "the December quarter of 2019-20"
        if month > 3 and re.search(r"\bfy[- ]?'?[0-9]{2}\b", words):
            return None  # "the September quarter of FY26": of which calendar year, nothing tells
        return f"{year}-{month:02}"
    if fiscal or re.search(r"[-/](?:20)?[0-9]{2}\b", words):
        return None
    month = {"quarter": 3 * (number or 0), "half": 6 * (number or 0), "nine_months": 9, "year": 12}.get(kind or "", 0)
    return f"{year}-{month:02}" if month else None


_LAST_YEAR = frozenset({"last year", "whole of last year", "all of last year"})
"""What may be the year reported."""


def _when(family: str, words: str) -> When | None:
    """Say how the phrase's own words set it against the reported period."""
    if family == "abroad":
        return "previous" if re.search(r"précédent|anterior|precedente", words) else None
    if family in _RELATIVES:
        return _RELATIVES[family]
    if words.endswith("year") and " next " in words:
        return "next"
    return "year_ago" if _PAST.search(words) and words not in _LAST_YEAR else None


_COMPARED_ABROAD = regex.compile(
    r"\b(?:als|gegenüber|(?:im vergleich|verglichen) (?:zum|zur|mit)|qu'(?:au|en|à la)|par rapport (?:au|à|aux)|que en|frente al?|"
    r"(?:con )?respecto al?|en comparación con|comparado con|(?<!hasta |gracias )(?:a l[ao]s?|al) del?)"
    r"(?: (?:im|in|dem|der|den|des|le|la|les|el|los|las|l'))*[ ']$"
)
"""``2 Prozent höher als im ersten Quartal 2010``, ``inferior a la de los nueve primeros meses de 2009``"""
_AGAINST_ABROAD = regex.compile(
    r"(?:\b(?:contre|contra|versus|vs\.?|face|frente|compar\w+|rapport|regard|respecto"
    r"|pass\w+ d[eu]|pas(?:ó|ando|aron) del?|desde"
    r"|(?:après|tras)(?= (?:une? |l[eo]s |-?[0-9]))|(?:aux|que l[eoa]s|a l[oa]s) (?=[0-9]))|\([^()]*?)"
    r"(?P<then>(?:[^,;()+]|,(?=[0-9])){3,48})"
    r" (?:au|en|à|à l[ea]|à l'|du|de|d'|del|de l[ao]s?|de l'|en el|en la|al|a|sur)(?: l[ea]s?)? ?$"
)
"""``contre 8 millions au premier semestre 2022``, ``frente a los 8 millones de 2022``, ``(8 millions en 2022)``"""
_FIGURE_ABROAD = regex.compile(r"[0-9] ?(?:%|[a-z€$£])(?!.*(?:attend|prév|prev|vis[ée]|esper|consens|objeti|objecti| et | y ))")


_THEN_WAS = regex.compile(
    r"\b(?:s'(?:élev|établiss|inscriv|chiffr)ai(?:en)?t|s'étai(?:en)?t \w+|étai(?:en)?t|avai(?:en)?t (?:été|atteint|totalisé)"
    r"|ressortai(?:en)?t|ascendía|eran?|había \w+|se situaban?)"
    r"(?: (?:à|de|a|en))? [^,;]{1,30}[0-9][^,;]{1,30} (?:au|en|à la|del?|en el) (?:l[ea] )?$"
)
"""``Il s'élevait à 8 millions au premier semestre 2022``, where another period was told of before"""


_STILL_WAS = regex.compile(
    r"\ (?:waren?\ es|(?:war|stand|hatte|lag|verdiente|wies|schrieb|machte)(?:en|n)?\b[^.;,0-9]{0,40}\bnoch)\b"
)
"""``2022 stand noch ein Minus in den Büchern``: the year before, of a year told of already"""


def _compared_abroad(marks: Sequence[PeriodMark], low: str) -> list[PeriodMark]:
    """Return marks, a dated period of the figure compared with as one of a year ago, if no later one than the first dated."""
    first = next((mark for mark in marks if mark.year is not None and mark.when is None), None)
    found: list[PeriodMark] = []
    for mark in marks:
        if mark.year is not None and mark.kind is not None and mark.when is None:
            if mark.kind == "year" and any(m.kind for m in found) and _STILL_WAS.match(low, mark.span.end):
                found.append(mark._replace(when="year_ago"))
                continue
            before = _STOPS.split(low[max(0, mark.span.start - 70) : mark.span.start])[-1]
            then = _AGAINST_ABROAD.search(before)
            earlier = first is mark or first is None or first.year is None or mark.year < first.year
            was = earlier and any(m.kind for m in found) and _THEN_WAS.search(before) is not None
            if was or (then is not None and earlier and _FIGURE_ABROAD.search(then["then"])):
                mark = mark._replace(when="year_ago")  # noqa: PLW2901
        found.append(mark)
    return found


_AIM_OF = regex.compile(r"\b(?:prévision|objectif|perspective|previsi(?:ón|one)|objetivo)s?\ (?:[\w']++\ ){0,5}$")
"""``relève sa prévision de bénéfice annuel``, and not ``les résultats annuels``"""
_TOLD_OF = regex.compile(
    r"[^.;:\n]*\b(?:weist|wies|meldete?|berichtete?|ausgewiesen|gemeldet|vorgelegt|verbuchte?|steht|stand|erg[ia]bt?|verdiente?)\b"
)
"""``Für das erste Quartal weist Acme einen Gewinn aus``: it is over"""


def _placed(mark: PeriodMark, low: str) -> PeriodMark:
    """Let the words around a period say that it is yet to come, or one that is compared with."""
    if mark.when is not None:
        return mark
    before = _STOPS.split(low[max(0, mark.span.start - 60) : mark.span.start])[-1]
    if mark.label == "last year":
        compared = _COMPARES.search(before) or _BEATS.search(before) or before.endswith(("same period ", "$"))
        compared = compared and not before.endswith(("results for ", "accounts for "))  # "better than expected results for"
        return mark._replace(when="year_ago") if compared else mark
    if mark.year is not None and mark.kind is not None and _COMPARED_ABROAD.search(before):
        return mark._replace(when="year_ago")
    if mark.kind is not None and before.endswith("für das ") and _TOLD_OF.match(low, mark.span.end):
        return mark
    aim = mark.label.startswith(("annuel", "anual")) and _AIM_OF.search(before)
    if mark.kind is not None and (aim or _AHEAD_CUES.search(before) or _AHEAD_AFTER.match(low, mark.span.end)):
        return mark._replace(when="next")
    return mark
