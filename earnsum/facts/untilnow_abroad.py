"""
Until now, abroad: outlooks that German, French and Spanish sentences tell as they were.

"Zuletzt hatte der Vorstand die Ziele auf 5 Millionen erhöht", "le groupe visait jusqu'ici", "la firma había estimado": no
result, and no outlook of today.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import Cue, Token
from earnsum.model import Span
from earnsum.patterns import regex

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühjahr|Sommer|Herbst|Winter|Vorfeld"
_SO_FAR = {
    "de": r"Zuletzt|Zuvor|Bisher|Bislang|Vorher|Ursprünglich|Zunächst|Bis\ dahin|Bis\ jetzt",
    "fr": r"jusqu'(?:ici|alors|à\ présent|à\ maintenant)|auparavant|précédemment|initialement|à\ l'origine",
    "es": r"hasta\ ahora|anteriormente|previamente|inicialmente|antes",
}
_WAS = {
    "de": regex.compile(
        rf"""(?x)(?:(?:Und|Doch|Aber)\ )?
        (?:{_SO_FAR["de"]}|Anfangs
          |(?:Noch\ |Erst\ )?[Ii]m\ (?:vergangenen\ |letzten\ )?(?:{_MONTHS})|(?:Anfang|Mitte|Ende)\ (?:{_MONTHS})
          |Vor\ (?:\w+\ )?(?:Tagen|Wochen|Monaten|einem\ Quartal|drei\ Monaten))\b
        [^.;]{{0,60}}?\b(?:hatten?|war(?:en)?|lag(?:en)?|lautete|stand(?:en)?|wollten?|sollten?|strebten?|peilten?|rechneten?)\b
        |In\ Aussicht\ gestellt\ hatten?\b
        |[^.;,]{{0,120}}?\bhatten?\b[^.;]{{0,160}}?
            \b(?:in\ Aussicht\ gestellt|angepeilt|prognostiziert|veranschlagt|avisiert|anvisiert|angekündigt|signalisiert)\b
        """
    ),
    "fr": regex.compile(
        rf"""(?xi)(?:{_SO_FAR["fr"]})\b
        |[^.;]{{0,120}}?\b(?:tablait|visait|prévoyait|anticipait|ambitionnait|espérait|escomptait|attendait
            |avait\ (?:prévu|dit\ (?:prévoir|viser|attendre|tabler)|tablé|anticipé|projeté|relevé|abaissé|revu))\b
        """
    ),
    "es": regex.compile(
        rf"""(?xi)(?:{_SO_FAR["es"]})\b
        |[^.;]{{0,120}}?\b(?:había[n]?\ (?:estimado|previsto|pronosticado|proyectado|anticipado|augurado|adelantado|dicho)
            |(?<!\bse\ )(?:esperaba|preveía|estimaba|proyectaba|pronosticaba|anticipaba)n?)\b
        """
    ),
}
"""How a sentence says what its company had in view."""
_UNTIL_NOW = regex.compile(rf"(?i)\b(?:{'|'.join(_SO_FAR.values())}|im|anfang|mitte|ende|vor)\b")
_NOW = regex.compile(
    r"(?i)\b(?:nun|nunmehr|jetzt|künftig|aber|désormais|maintenant|dorénavant|mais|ahora(?<!hasta ahora)|actualmente|pero)\b"
)
_FORESEEN = frozenset("Gf^vEg")
_OF_OTHERS = frozenset("AJ")
_THEIRS = regex.compile(r"(?i)\b(?:konsens|schätz|markt|consensus|marché|consenso|mercado|estim)")
"""Tags of who else expects, and words for what: an expectation by itself ("Vorher lag die Erwartung bei") is the company's own."""
_OUTERMOST = regex.compile(
    r"(?i)\b(?:höchste|niedrigste|tiefste|optimistischste|vorsichtigste)[nrs]? (?:[\w-]+ )?[\w-]*(?:schätzung|prognose)\w*"
    r"[^.;:,0-9]{0,30}$"
    r"|\bestimation la plus (?:haute|élevée|basse|optimiste|prudente)[^.;:,0-9]{0,20}$"
)
"""``Die höchste Schätzung lag bei 5 Millionen``: one analyst's, and no consensus"""
_THEY_EXPECT = regex.compile(r"A[^,;/&]*$")
"""``Analysten trauen Acme bislang 5 Millionen zu``: it is analysts who have had it in view until now"""
_INSTEAD = {
    "de": regex.compile(
        r"\b(?:[Aa]n)?[Ss]tatt\b[^.;,:()0-9]{0,50}$"
        r"|\b(?:zuletzt|zuvor|bisher|bislang|ursprünglich|zunächst) \w+ten (?:\w+ )?$"
    ),
    "fr": regex.compile(r"\b(?:[Aa]u lieu d[e'u]|et non (?:plus|pas))[^.;,:()0-9]{0,40}$"),
    "es": regex.compile(r"\b[Ee]n (?:lugar|vez) de\b[^.;,:()0-9]{0,40}$"),
}
"""How the outlook until now stands before or behind the new one: "statt bisher 5 Millionen"."""


def as_until_now_abroad(folded: str, span: Span, language: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, of an outlook told as it was each figure as a `previous` one up to the words for the new one."""
    readings = [r._replace(role="skip") if r.role == "estimate" and _is_outermost(folded, span, r) else r for r in readings]
    if not _OF_OTHERS.isdisjoint(tags):
        if language not in _SO_FAR:
            return list(readings)
        return [r._replace(role="later") if r.role == "previous" and _THEY_EXPECT.search(tags, 0, r.at) else r for r in readings]
    if _FORESEEN.isdisjoint(tags) and all(folded.find(word, *span) < 0 for word in ("angekündigt", "signalisiert")):
        return list(readings)
    readings = _with_instead(folded, span, language, readings, coming="G" in tags)
    if "N" in tags and _THEIRS.search(folded, *span):
        return readings
    begins = _WAS[language].match(folded, *span) if language in _WAS else None
    if begins is None:
        return readings
    new = _NOW.search(folded, begins.end(), span.end)
    end = new.start() if new is not None else span.end
    whereas = _WHEREAS.search(folded, span.start, begins.end())
    start = whereas.start() if whereas is not None else span.start
    called = _UNTIL_NOW.search(folded, span.start, end) is not None and "angekündigt" not in begins.group()
    role: Role = "previous" if called else "skip"
    told = ("guide", "actual", "change", "previous", *(("estimate",) if "N" in tags else ()))
    return [r._replace(role=role) if r.role in told and start <= r.figure.span.start < end else r for r in readings]


_WHEREAS = regex.compile(r", (?:alors qu|quand|là où|tandis qu|contre|après|cuando|mientras|frente|después|tras|nachdem|während)")
"""``a abaissé sa prévision à 4 millions, alors qu'il visait 5 millions``: what was in view is only told behind it"""


def _is_outermost(folded: str, span: Span, reading: Reading) -> bool:
    start = reading.figure.span.start
    return _OUTERMOST.search(folded, max(span.start, start - 70), start) is not None


def _with_instead(folded: str, span: Span, language: str, readings: Sequence[Reading], *, coming: bool) -> list[Reading]:
    """Return readings, in a sentence with an outlook the figure that it is given instead of as a `previous` one."""
    if language not in _INSTEAD or not (coming or any(reading.role == "guide" for reading in readings)):
        return list(readings)
    told: list[Reading] = []
    for reading in readings:
        start = reading.figure.extent.start
        if _INSTEAD[language].search(folded, max(span.start, start - 70), start) is None:
            behind = coming and told and told[-1].role == "previous" and reading.role in ("actual", "prior")
            told.append(reading._replace(role="guide") if behind else reading)  # "soll statt 5 nun 6 Millionen Euro erreichen"
            continue
        if told and told[-1].role == "guide" and told[-1].metric is None:  # "nun 1,7 statt 1,6 Milliarden Euro verdienen"
            told[-1] = told[-1]._replace(metric=reading.metric, metric_at=reading.metric_at)
        told.append(reading._replace(role="previous"))
    return told if any(reading.role == "guide" for reading in told) else list(readings)


_OF_ANOTHER = regex.compile(r"[&,][^&,MX]*X[^&,s$%#d]*$")
_BRACKETED = regex.compile(r"[&,][^&,M]*\((?P<own>M)[_oB]*\)[_o]*$")


def as_aimed_at(tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, an aim beside another one as what its own words name.

    "une croissance des ventes de 3% et une rentabilité des fonds propres de 10%" is of no metric that is told here, and
    "et une rentabilité (marge d'Ebit) de 25%" of the one in brackets.
    """
    told: list[Reading] = []
    for reading in readings:
        aim = reading
        if reading.role == "guide" and reading.metric_at is not None and reading.metric_at < reading.at:
            between = tags[reading.metric_at + 1 : reading.at]
            own = _BRACKETED.search(between)
            mark = tokens[reading.metric_at + 1 + own.start("own")].mark if own is not None else None
            if isinstance(mark, Cue) and own is not None:
                aim = reading._replace(metric=mark, metric_at=reading.metric_at + 1 + own.start("own"))
            elif _OF_ANOTHER.search(between) is not None:
                aim = reading._replace(role="skip")
        told.append(aim)
    return told
