"""
Abroad: what is read off the words themselves in languages other than English.

What came of an expectation, the year before in brackets, a profit before tax, and the company's own name, which there is
looked for as it stands, since the verbs that give away other companies are known for English alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from earnsum.grammar.read import DEFAULT_SHAPE, Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import A_YEAR_AGO
from earnsum.grammar.tokens import FORESEEN_TAGS, Cue, entry_of
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.find import NameMark
from earnsum.patterns import re, regex
from earnsum.text.languages import UNSPACED, WESTERN
from earnsum.text.sentences import find_words

_CAME = {
    "de": r"tatsächlich|herausgekommen|waren es|wurden es|wurden? daraus|gemeldet wurden?",
    "fr": r"finalement|au final|n'a été que|en réalité",
    "es": r"finalmente|el resultado (?:ha sido|fue)|el dato|en realidad",
    "ja": "実際|結果は|実績は",
    "ko": "실제|결과는",
    "zh": "实际",
}
"""Words for what came of an expectation."""


def read_answers_abroad(folded: str, language: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a figure that came of an expectation, and has no metric of its own, as one of that expectation's."""
    found: list[Reading] = []
    answering: Reading | None = None
    for reading in readings:
        last = next((r for r in reversed(found) if r.role != "skip"), None)
        told = reading
        if answering is not None and reading.metric is None and reading.role == "actual":  # "tatsächlich stieg er um 5 % auf 3"
            told = reading._replace(metric=answering.metric, metric_at=answering.metric_at)
        answering = None
        if last is not None and last.role == "estimate" and last.metric is not None and reading.role in _ANSWERING:
            between = folded[last.figure.extent.end : reading.figure.span.start]
            if entry_of(reading.metric) in (None, entry_of(last.metric)) and regex.search(_CAME[language], between):
                grew = reading.role == "change"
                told = reading._replace(role="change" if grew else "actual", metric=last.metric, metric_at=last.metric_at)
                answering = told if grew else None
        found.append(told)
    return found


_ANSWERING = frozenset({"actual", "estimate", "guide", "change"})


_ALONE = regex.compile(r"\((?:i\.\ ?V\.\ )?[0-9.,]+\)")


def read_year_before_in_brackets(folded: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """
    Yield readings, a number by itself in brackets as the year before of the figure in front of it.

    As German papers write it: "ein Ebit von 103 (104) Mill. Euro"; behind an outlook it is no outlook.
    """
    last: Reading | None = None
    for reading in readings:
        start = reading.figure.span.start
        opening = folded.rfind("(", max(0, start - 8), start)
        beside = last is not None and opening >= 0 and not folded[last.figure.span.end : opening].strip()
        if last is not None and beside and reading.metric in (None, last.metric) and _ALONE.match(folded, opening):
            role: Role = "prior" if last.role == "actual" else "skip"
            yield reading._replace(role=role, metric=last.metric, metric_at=last.metric_at)
            continue
        last = reading
        yield reading


_OF_A_YEAR_AGO = re.compile(r"[_on]{0,2}Y")


_NOW = regex.compile(r"\b(?:nun|nunmehr|jetzt|diesmal|inzwischen|désormais|cette fois|ahora|esta vez)\b")


def _is_now(folded: str, before: Reading, reading: Reading) -> bool:
    """Tell what is set against a figure of a year ago ("Im Vorjahr waren es 28 Millionen, nun stand ein Minus von 4 da")."""
    return before.role == "prior" and _NOW.search(folded, before.figure.extent.end, reading.figure.span.start) is not None


_AS_THEN = re.compile(r"[_n]{0,2}M[_o]{0,2}n?Y")


def _is_of_then(tags: str, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell "los 3 millones en pérdidas registradas en el mismo periodo de 2018" behind what came of it now."""
    here = [r for r in beside if r.at < reading.at and r.role == "actual" and r.figure.kind == reading.figure.kind]
    return bool(here) and _AS_THEN.match(tags, reading.at + 1) is not None and entry_of(here[-1].metric) is not None


def as_year_before(folded: str, tags: str, readings: Sequence[Reading], language: str) -> list[Reading]:
    """
    Return readings, what was before of a sentence that foresees nothing as the year before ("nachdem es zuvor 4 waren").

    In the East what was before is an outlook by its own word ("高于公司先前预估的62亿元"), and no year's.  What a year ago is
    said of outright ("desde los 4 millones de un año antes") is one of any metric.
    """
    if language in WESTERN:
        readings = [
            r._replace(shape=A_YEAR_AGO) if r.role == "prior" and _OF_A_YEAR_AGO.match(tags, r.at + 1) else r for r in readings
        ]
        readings = [
            r._replace(role="actual", shape=DEFAULT_SHAPE)
            if r.role == "prior" and at and r.metric_at != readings[at - 1].metric_at and _is_now(folded, readings[at - 1], r)
            else r
            for at, r in enumerate(readings)
        ]
        readings = [
            r._replace(role="prior", shape=A_YEAR_AGO) if r.role == "actual" and _is_of_then(tags, r, readings) else r
            for r in readings
        ]
    was: Role = "skip" if language in UNSPACED else "prior"
    if not FORESEEN_TAGS.isdisjoint(tags) or not any(reading.role == "actual" for reading in readings):
        return list(readings)
    return [reading._replace(role=was) if reading.role == "previous" else reading for reading in readings]


_OF_A_COST = re.compile(r"X[_o]{0,3}(?:[s$%][_,o]{0,3})?[YC][^M;]*$")


def without_costs_before(tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, what a cost, or what else is no metric, was a year ago as nothing ("為替差益は前年の74億円から")."""
    return [
        r._replace(role="skip") if r.role == "prior" and r.metric is None and _OF_A_COST.search(tags, 0, r.at) else r
        for r in readings
    ]


_BEFORE: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        ("ebitda", r"\bauf (?:Stufe|Ebene) ebitda\b"),
        ("operating_income", r"\bauf (?:Stufe|Ebene) ebita?\b"),
        ("ebitda", r"\b[Vv]or (?:Zinsen, Steuern und|Steuern, Zinsen und) Abschreibungen\b"),
        ("operating_income", r"\b[Vv]or (?:Zinsen und Steuern|Steuern und Zinsen)\b"),
        ("pretax_income", r"\b[Vv]or (?:Ertrag)?[Ss]teuern\b(?! und Abschr)"),
        ("operating_income", r"\boperativ\b"),
    ),
    "fr": (("pretax_income", r"\bavant impôts?\b"),),
    "es": (("pretax_income", r"\bantes de impuestos\b"),),
}
"""What is yet to be paid of a profit, the longest first: the metric that it then is."""


_CLAUSE_ENDS = regex.compile("[,;.]")
_NET = regex.compile(r"(?i)netto|unterm? |nach ")


def profit_before(folded: str, language: str, sentence: Span, name: Span, figure: Span) -> str | None:
    """Return which profit it is by what is yet to be paid of it, as its clause says ("Vor Steuern wurde ein Überschuss von …")."""
    start = max(folded.rfind(mark, sentence.start, name.start) for mark in (",", ";", " und ", " et ", " y ")) + 1
    ends = _CLAUSE_ENDS.search(folded, figure.end, sentence.end)
    end = ends.start() if ends is not None else sentence.end
    for metric, words in _BEFORE.get(language, ()):
        pattern = regex.compile(words, regex.IGNORECASE)
        here = pattern.finditer(folded, sentence.start, end)
        if (pattern.match(folded, sentence.start) and not _NET.match(folded, name.start)) or any(
            found.end() > start for found in here
        ):
            return metric
    return None


_INFLECTED = regex.compile(r"[a-z]")


def own_names(folded: str, company: Company, cues: Iterable[Cue]) -> list[NameMark]:
    """Return where the company's name stands in a text, but where it is a word of the lexicon too."""
    if not company.name:
        return []
    known = [cue.span for cue in cues if cue.entry is not None]
    marks = []
    for found in find_words(folded, company.name, _INFLECTED):
        before = bisect_right(known, found.start, key=lambda span: span.start)
        if before == 0 or known[before - 1].end <= found.start:
            marks.append(NameMark(span=found, name=company.name))
    return marks


_NEGATIVE = {
    "en": r" (?:(?:in the )?negative|in the red)\b"
    r"(?! (?!(?:in|a|for|during|as|when|compared|against|versus|and|while|from|year|last)\b)[a-z])",
    "de": r" (?:im|ins) Minus\b| negativ\b| (?:\w+ )?in (?:die|der) Verlustzone\b| (?:\w+ )?in (?:die|den) roten Zahlen\b",
    "fr": r" (?:en|dans le) rouge\b| négati(?:fs?|ves?)\b",
    "es": r" (?:en )?negativos?\b| de pérdidas\b| en rojo\b",
}


_NEGATIVE_BEFORE = regex.compile(
    r"\b(?:négati(?:f|ve)s?(?: (?:de|d'|à|à hauteur de))?"
    r"|negativ[oa]s?(?: (?:de|en|por))?(?: (?:unos|los))?) ?(?:près de |quelque )?$"
)


def is_called_negative_abroad(folded: str, language: str, figure: Span) -> bool:
    """Tell whether a figure is said to be negative behind it ("6,8 millones negativos") or before ("négatif de 5 millions")."""
    pattern = _NEGATIVE.get(language)
    if pattern is None:
        return False
    behind = re.compile(pattern).match(folded, figure.end) is not None
    return behind or (
        language in ("fr", "es") and _NEGATIVE_BEFORE.search(folded, max(0, figure.start - 40), figure.start) is not None
    )


_WOULD_HAVE = regex.compile(r"\b(?:aurai(?:en)?t|se serai(?:en)?t|hubier(?:a|an)|hubies(?:e|en)|habrían?)\b[^,;.]{1,60}$")
_WAS_FORESEEN = regex.compile(
    r"(?:\bétai(?:en)?t (?:\w+ ){0,2}|, |^)(?:attendu|prévu|anticipé|escompté|espéré|devisé|estimé|projeté)e?s?"
    r" (?:en moyenne )?(?:à|autour de|aux alentours de) $",
    regex.IGNORECASE,
)


_COUNTS = regex.compile(
    r" (?:nouve(?:aux|lles) |nuev[oa]s )?(?:magasins|boutiques|points de vente|usines|agences|hôtels|restaurants|postes|emplois|"
    r"salariés|collaborateurs|personnes|recrutements|tiendas|locales|fábricas|hoteles|sucursales|empleos|puestos|empleados)\b"
)
"""``Il prévoit d'ouvrir 120 magasins``: no sum"""
_HAD_BEFORE = regex.compile(r", qui avai(?:en)?t (?:\w+ ){1,3}(?:en|sur|lors de|au)\b[^;,]{0,20}(?:19|20)[0-9]{2}\b[^;,]{0,60}$")
"""``Le groupe, qui avait dégagé en 2022 un bénéfice de 780 millions``: told before, beside what comes"""


_AFTER_ES = regex.compile(r", tras (?:el|los|las|un|unos) $")
"""``un margen del 14%, tras el 13,2% de 2025``: what was before"""


def as_french_foresaw(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, what a profit was expected at ("là où il était attendu à 5 millions") as analysts'.

    What it would have been without something is no result.
    """
    found: list[Reading] = []
    for reading in readings:
        told, start = reading, reading.figure.span.start
        if reading.figure.kind == "bare" and _COUNTS.match(folded, reading.figure.extent.end):
            told = reading._replace(role="skip")
        elif reading.role in ("guide", "actual") and found and _AFTER_ES.search(folded, span.start, start):
            told = reading._replace(role="skip" if found[-1].role == "guide" else "prior")
        elif reading.role in ("guide", "actual", "change") and _WAS_FORESEEN.search(folded, span.start, start):
            told = reading._replace(role="estimate")
        elif reading.role in ("actual", "change") and (
            _WOULD_HAVE.search(folded, span.start, start) or _HAD_BEFORE.search(folded, span.start, start)
        ):
            told = reading._replace(role="skip")
        found.append(told)
    return found


_FORESEEN_DE = regex.compile(
    r"\b(?:wurden?|(?P<is>w[ie]rd(?:en)?))\b[^;:]*?\b(?:veranschlagt|erwartet|prognostiziert|angesetzt|taxiert)\s*[.,;)]?"
)
_EXPECTS_DE = regex.compile(
    r"\b(?:erwarte[tn]?|prognostizier(?:t|en)|kalkulier(?:t|en)|rechne[tn]? damit|hoff(?:t|en)|plan(?:t|en))"
    r"(?: [\w./-]+){0,6}?, dass\b(?![^;]*\b(?:hat|habe|hatten?|haben|worden|war(?:en)?|wurden?)\b)[^;]*"
)
"""``Der Konzern erwartet, dass der Umsatz auf 5 Millionen Euro steigt``"""
_WOULD_DE = regex.compile(r"\bhätten?\b[^,;.]{1,60}$")
"""``Ohne sie hätte das Ergebnis bei 7 Millionen gelegen``: what did not come"""
_BY_OTHERS = frozenset("ANbm")
_A_HOUSE_EXPECTED = regex.compile(r"\b(?:hat|habe|hatte)n? (?:\w+ ){0,3}mit\b[^;]*\bgerechnet\b")
"""``Die Hausbank hat mit einem Gewinn von 5 Millionen gerechnet``: one house's view, and no result"""
_FORECAST_WAS = regex.compile(r"\b[Bb]eim?\b[^.,;]{3,40} lag(?:en)? die (?:Prognosen?|Vorhersagen?) (?:[\w ]{2,14} )?bei\b")
"""``Beim Ergebnis je Aktie lag die Prognose bei 0,71 Euro``, of what has come"""


def as_german_foresaw(folded: str, span: Span, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, what was or is foreseen as that, where nobody else is said to expect it.

    "Der Umsatz wird auf 5 Millionen Euro veranschlagt" is an outlook, and what "wurde veranschlagt" was expected.
    """
    readings = [
        r._replace(role="skip")
        if r.role in ("actual", "change") and _WOULD_DE.search(folded, span.start, r.figure.extent.start)
        else r
        for r in readings
    ]
    if "A" not in tags and _A_HOUSE_EXPECTED.search(folded, *span):
        return [r._replace(role="skip") if r.role in ("actual", "guide") else r for r in readings]
    if "g" not in tags and _FORECAST_WAS.search(folded, *span):
        return [r._replace(role="estimate") if r.role == "guide" else r for r in readings]
    if (found := _EXPECTS_DE.search(folded, *span)) is not None and "N" not in tags:
        theirs = "A" in tags
        readings = _within(found, readings, {"change"}, "skip" if theirs else "guide")
        return _within(found, readings, {"actual"}, "estimate" if theirs else "guide")
    found = _FORESEEN_DE.search(folded, *span) if _BY_OTHERS.isdisjoint(tags) else None
    return list(readings) if found is None else _within(found, readings, {"actual"}, "guide" if found["is"] else "estimate")


def _within(found: regex.Match[str], readings: Sequence[Reading], roles: Collection[Role], role: Role) -> list[Reading]:
    """Return readings, those of a stretch in one role that have some others."""
    return [
        r._replace(role=role) if r.role in roles and found.start() <= r.figure.span.start < found.end() else r for r in readings
    ]


_POSITIVE = {
    "en": regex.compile(r"\b(?:(?:to|would|could|might) (?:make|earn|net)|making|earning) (?:a profit of )?(?:[a-z]+ )?$"),
    "de": regex.compile(r"\b(?:(?:[Pp]lus|(?:positive[rnms]?|schwarze[rn]?) \p{Lu}\w+) (?:von|in Höhe von)(?: \w+)?|: plus) $"),
}


def is_called_positive(folded: str, language: str, start: int) -> bool:
    """Tell whether a figure is said to be no loss right before it, whatever is said of the one it stands beside ("to earn")."""
    pattern = _POSITIVE.get(language)
    return pattern is not None and pattern.search(folded, max(0, start - 50), start) is not None


def as_banks_say(folded: str, language: str, facts: list[Fact]) -> list[Fact]:
    """Return facts, of a Spanish bank its "margen bruto" as what it takes in."""
    if language != "es" or all(fact.metric != "gross_profit" for fact in facts) or "argen de inter" not in folded:
        return facts
    return [fact._replace(metric="revenue") if fact.metric == "gross_profit" else fact for fact in facts]
