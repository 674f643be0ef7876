"""Kinds: of what kind the period of a phrase is, and which of its year ("the second quarter", "26 weeks", "neun Monate")."""

from __future__ import annotations

from collections.abc import Callable

from earnsum.model import PeriodKind
from earnsum.patterns import regex

Numbered = tuple[PeriodKind | None, int | None]
"""A kind of period, and which of its year it is, each where the words say it."""

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
LENGTHS: dict[int, PeriodKind] = {3: "quarter", 6: "half", 9: "nine_months", 12: "year"}
"""What a period of so many months is."""
EARLY_QUARTERS = frozenset({"Q1", "Q2", "Q3"})
"""Quarters with whose results no whole year is reported."""
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "closing": 4}
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_WEEKS = {12: 3, 13: 3, 14: 3, 16: 3, 24: 6, 25: 6, 26: 6, 27: 6, 28: 6, 30: 6, 39: 9, 40: 9, 52: 12, 53: 12}


def _quarter(words: str) -> Numbered:
    ordinal = regex.search(r"\b(first|1st|second|2nd|third|3rd|fourth|4th|final|closing)\b", words)
    return "quarter", _ORDINALS[ordinal[1]] if ordinal else None


def _half(words: str) -> Numbered:
    ordinal = regex.search(r"\b(first|1st|opening|second|2nd)\b", words)
    return "half", (2 if ordinal[1] in ("second", "2nd") else 1) if ordinal else None


def _compact(words: str) -> Numbered:
    if span := regex.match(r"f?q?([1-3])q? ?(?:-|through) ?f?q?([2-4])(?:q|\b)", words):
        first, last = int(span[1]), int(span[2])
        return LENGTHS.get(3 * (last - first + 1)), {"12": 1, "34": 2}.get(f"{first}{last}")
    if found := regex.search(r"q([1-4])|([1-4])q", words):
        return "quarter", int(found[1] or found[2])
    if found := regex.search(r"h([12])|([12])h|hy", words):
        return "half", int(found[1] or found[2] or 0) or None
    return ("nine_months" if words.startswith("9m") else "year"), None


def _months(words: str) -> Numbered:
    """Read "six months", "26 weeks", "April to June" and "4-6/2010"."""
    if found := regex.match(r"([0-9]{1,2})-([0-9]{1,2})/", words):
        return LENGTHS.get(int(found[2]) - int(found[1]) + 1), None
    if found := regex.search(r"\b(three|six|nine|twelve|[0-9]{1,2})[- ](month|week)", words):
        count = _COUNTS.get(found[1]) or int(found[1])
        length = _WEEKS.get(count, 0) if found[2] == "week" else count
        first = regex.match(r"(?:first|opening|cumulative)\b", words) is not None
        last = regex.match(r"(?:final|last|closing)\b.*(?:(?:19|20)[0-9]{2}|year)", words) is not None
        return LENGTHS.get(length), (1 if first and length < 12 else (4 if last and length == 3 else None))
    if "quarters" in words:
        return "nine_months", None
    ends = regex.findall(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", words)
    length = (MONTH_NUMBER[ends[1]] - MONTH_NUMBER[ends[0]]) % 12 + 1 if len(ends) > 1 else 0
    return LENGTHS.get(length), None


def _relative(words: str) -> Numbered:
    """Read the kind off "year-ago quarter" and "the previous three months"; "a year ago" has none."""
    if (
        regex.search(
            r"quarter\b|three[- ]month|quartal|vierteljahr|\b(?:prochain|próximo|présent|presente) trimestre|"
            r"trimestre (?:en cours|en curso|suivant|siguiente)",
            words,
        )
        and "quarter-o" not in words
    ):
        return _quarter(words)
    if regex.search(r"half\b|six[- ]month|halbjahr", words):
        return "half", None
    if regex.search(r"nine[- ]month", words):
        return "nine_months", None
    if regex.search(r"\bmonth\b", words) and "month-o" not in words and "months " not in words:
        return "month", None
    return (
        "year"
        if regex.search(
            r"^(?:this|next|current|coming|upcoming|following|previous|preceding)\b.*[ -]year$|^year ahead$|"
            r"^(?:laufend|kommend|nächst|dies|aktuell)\w*+ .*jahr|^jahres$|"
            r"^(?:cette|este|próximo|presente)\b|(?:prochaine?|en cours)$",
            words,
        )
        else None
    ), None


_ORDINALS_ABROAD = {
    "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "auftakt": 1, "start": 1, "schluss": 4, "abschluss": 4, "weihnachts": 4,
    "première": 1, "primera": 1, "segunda": 2, "seconde": 2,
    "premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
    "primeiro": 1, "terceiro": 3, "quarto": 4, "primo": 1, "secondo": 2, "terzo": 3,
}  # fmt: skip
_ORDINAL_ABROAD = regex.compile(
    r"\b(?:jahres)?(?:(?P<digit>[1-4])(?:\.|er|e|ème|nd|º|°|o|ª)|(?P<word>"
    + "|".join(sorted(_ORDINALS_ABROAD, key=len, reverse=True))
    + r"))"
)
_MONTHS_ABROAD = (
    ("jan", "ene", "gen"), ("feb", "fév"), ("mär", "mar"), ("apr", "avr", "abr"), ("mai", "may"), ("juni", "juin", "jun"),
    ("juli", "juil", "jul"), ("aug", "août", "ago"), ("sep",), ("okt", "oct"), ("nov",), ("dez", "déc", "dic"),
)  # fmt: skip


def _abroad(words: str) -> Numbered:
    words = words.replace("jahresviertel", "quartal").replace("vierteljahr", "quartal")  # no fourth one
    ordinal = _ORDINAL_ABROAD.search(words)
    number = (int(ordinal["digit"]) if ordinal["digit"] else _ORDINALS_ABROAD[ordinal["word"]]) if ordinal else None
    if short := regex.match(r"[ts]([1-4])|([1-4])[ts]", words):
        number = int(short[1] or short[2])
    if regex.search(r"quartal|viertel|trimestr|^jahres(?:auftakt|start)|^t[1-4]|^[1-4]t", words):
        return "quarter", number
    if regex.search(r"halbjahr|semeste?r|mitad|moitié|^s[12]|^[12]s", words):
        return "half", number if number in (1, 2) else None
    if months := regex.search(
        r"\b(drei|sechs|neun|zwölf|trois|six|neuf|tres|seis|nueve|nove|3|6|9|12)\b.{0,12}(?:monat|mois|mes)", words
    ):
        count = {"d": 3, "t": 3, "3": 3, "s": 6, "6": 6, "z": 12, "1": 12}.get(months[1][0], 9)
        return LENGTHS[count], 1 if count < 9 and regex.search("erst|premier|primer", words) else None
    until = regex.search(r"^(?:hasta|al?)\b.*?(marzo|junio|septiembre)", words)
    if ends := regex.fullmatch(
        r"(?:monaten? )?(\w{3,10})(?:-| bis (?:ende )?| (?:à|et|a|y|hasta) | )(\w{3,10})(?: (?:de )?[0-9/-]++)?", words
    ):
        first, last = _month_abroad(ends[1]), _month_abroad(ends[2])
        if first and last:
            return LENGTHS.get((last - first) % 12 + 1), None
    if until is not None:
        return LENGTHS[_month_abroad(until[1])], None
    return ("nine_months" if "neun" in words else "year"), None


def _month_abroad(word: str) -> int:
    """Read the month that a German, French or Spanish word names, 0 where it names none."""
    return next((number for number, stems in enumerate(_MONTHS_ABROAD, 1) if word.startswith(stems)), 0)


READERS: dict[str, Callable[[str], Numbered]] = {
    "compact": _compact, "quarter": _quarter, "months": _months, "half": _half, "abroad": _abroad,
    "year": lambda _: ("year", None), "plain": lambda _: ("year", None), "month": lambda _: ("month", None),
    "year_ago": _relative, "on_year": _relative, "previous": _relative, "next": _relative, "other_year": _relative,
    "to_date": lambda _: (None, None),
}  # fmt: skip
"""How a phrase of each family is read."""
