"""
Year ends, and other times than that of the sentence before, in German, French and Spanish.

Levels of the end of last year are no year ago half a year or a quarter later: "Der Auftragsbestand wuchs seit Jahresende von 1,1
auf 1,3 Milliarden Euro", "contre 402 millions à fin décembre".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.shape import IN_BRACKETS, OF_ANOTHER_PERIOD
from earnsum.model import Span
from earnsum.patterns import regex

_YEAR_END = {
    "de": r"(?:Ende|31\.|bis) Dezember\b|Jahresende\b|Jahreswechsel\b|Jahresbeginn\b|Jahresanfang\b|Jahresultimo\b",
    "fr": r"\bfin décembre\b|\b31 décembre\b|\bfin d(?:'|e l')(?:année|exercice)\b|\bdébut (?:de l'|d')(?:année|exercice)\b",
    "es": r"\b(?:de|en|a|desde) diciembre\b|\b(?:cierre|finales|final|inicio|comienzos|principios) (?:de|del) (?:año|ejercicio)\b",
}
_YEAR_END_BY_NUMBER = {
    "de": r"(?:\bEnde (?:des )?(?:Jahres )?(?:19|20)[0-9]{2}\b|\bzum Ende des (?:Vorjahre?s|vergangenen Jahres)\b)",
    "fr": r"\b(?:fin|clôture|l'issue de) (?:de )?(?:l'exercice )?(?:19|20)[0-9]{2}\b",
    "es": r"\b(?:cierre|finales|final) (?:de|del) (?:ejercicio )?(?:19|20)[0-9]{2}\b",
}
"""The end of a year by its number: in a story on a whole year, that of the year before."""
_OF_LESS = regex.compile(
    r"(?i)\b(?:\w*quartal\w*|halbjahr\w*|semester\w*|neun monate\w*|trimestr\w*|semestr\w*|neuf (?:premiers )?mois"
    r"|nueve (?:primeros )?meses|(?:hasta|a) (?:marzo|junio|septiembre)|fin (?:mars|juin|septembre)"
    r"|ende (?:märz|juni|september))\b"
)
_OF_A_YEAR = regex.compile(
    r"(?i)\b(?:gesamtjahr|jahreszahlen|jahresbilanz|geschäftsjahr|bilanzjahr|résultats annuels|exercice (?:19|20)|sur l'ensemble de"
    r"|resultados anuales|ejercicio (?:de )?(?:19|20)|conjunto del (?:año|ejercicio))"
)
_OPENING = 700
"""Letters in which a story says what it is on."""
_NEXT = regex.compile(r"[.,;)\n]")
_BACK = 40


def _is_converted(reading: Reading, before: Reading) -> bool:
    """Tell the sum before it in another currency: "142,5 millones (US$158,3 millones)"."""
    unit, other = reading.figure.unit, before.figure.unit
    return reading.role == "prior" and reading.shape == IN_BRACKETS and reading.figure.kind == "money" and unit not in ("", other)


def unless_of_year_end(folded: str, language: str, sentence: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, what was before as nothing where it is said to be of the end of last year, but in a story on that year."""
    if language not in _YEAR_END or all(reading.role != "prior" for reading in readings):
        return list(readings)
    readings = [r._replace(role="skip") if at and _is_converted(r, readings[at - 1]) else r for at, r in enumerate(readings)]
    words = _YEAR_END[language]
    opening = folded[:_OPENING]
    if _OF_LESS.search(opening) is not None and _OF_A_YEAR.search(opening) is None:
        words = f"{words}|{_YEAR_END_BY_NUMBER[language]}"
    pattern = regex.compile(words)
    told: list[Reading] = []
    end = sentence.start
    for at, reading in enumerate(readings):
        behind = readings[at + 1].figure.span.start if at + 1 < len(readings) else sentence.end
        stop = _NEXT.search(folded, reading.figure.extent.end, behind)
        behind = stop.start() if stop is not None else behind
        start = reading.figure.span.start
        before = max(end, start - _BACK, folded.rfind(",", end, start))
        near = pattern.search(folded, reading.figure.extent.end, behind) or pattern.search(folded, before, start)
        told.append(reading._replace(role="skip") if reading.role == "prior" and near is not None else reading)
        end = reading.figure.extent.end
    return told


_IT_WAS = {
    "de": regex.compile(
        r"(?:Im (?:gesamten |ganzen )?(?:Gesamtjahr|Geschäftsjahr|Jahr|Halbjahr|ersten Halbjahr|Schlussquartal|\w+ Quartal)"
        r"|In den ersten \w+ Monaten|Auf (?:Jahres|Halbjahres|Neunmonats)sicht|Über das Gesamtjahr)[^.;,0-9]{0,30}? "
        r"(?:waren es|wurden es|(?:lag|kletterte|stieg|sank|summierte|belief)(?:en|te)? (?:er|sie|es)\b)"
    ),
    "fr": regex.compile(
        r"(?:Sur|Pour|Au titre de) (?:l'ensemble de |le seul |la seule |le |la |l'|les )?[^.;,]{3,50}, (?:ils?|elles?) "
        r"(?:atteign?\w+|s'élèv\w+|ressor\w+|totalis\w+|s'établi\w+|représent\w+|est|sont|a atteint|ont atteint)\b"
    ),
    "es": regex.compile(
        r"(?:En (?:el conjunto del|el|los|todo el)|Hasta|Entre) (?:año|ejercicio|semestre|trimestre|acumulado|nueve|seis"
        r"|primeros|primer|segundo|tercer|cuarto|septiembre|junio)"
        r"[^.;,0-9]{0,40} (?:alcanz(?:ó|aron)|sum(?:ó|aron)|ascendi(?:ó|eron) a"
        r"|fue(?:ron)? de|se (?:situ|elev)(?:ó|aron))\b"
    ),
}
"""How a sentence goes on about what the one before is on, in another time: "En el conjunto del año alcanzaron"."""


def of_another_period(folded: str, language: str, sentence: Span, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, the level of a sentence that names no metric, but another time, as one of what was told before."""
    if not readings or "M" in tags or "N" in tags or _IT_WAS[language].match(folded, *sentence) is None:
        return list(readings)
    first = readings[0]
    if first.role != "actual" or first.metric is not None or not (first.figure.kind == "money" or first.figure.scaled):
        return list(readings)
    return [r._replace(shape=OF_ANOTHER_PERIOD) if r is first or r.role == "change" else r for r in readings]
