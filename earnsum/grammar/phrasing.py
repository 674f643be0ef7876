"""
Phrasing: which phrase shapes and verdicts in words each language is read by.

Kept apart from the shapes themselves so that a new language is a lexicon and a line here.
"""

from __future__ import annotations

from functools import cache

from earnsum.grammar.says import OWN_TOO
from earnsum.grammar.shape import Shape
from earnsum.grammar.shapes import SHAPES
from earnsum.model import Span, Verdict
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.moves import MOVE

VERDICTS: dict[str, Verdict] = {"b": "beat", "q": "beat", "j": "beat", "m": "miss", "w": "miss", "k": "miss", "i": "in_line"}
"""What the tag of a word says."""


def shapes_of(language: str) -> tuple[Shape, ...]:
    """Return a language's shapes, most telling first."""
    if language == ENGLISH:
        return SHAPES
    if language in UNSPACED:
        from earnsum.grammar.shapes_cjk import CJK  # noqa: PLC0415 - as below: only for who reads that language

        return CJK
    from earnsum.grammar.shapes_abroad import ABROAD, ABROAD_LATE  # noqa: PLC0415

    return (*ABROAD, *SHAPES, *ABROAD_LATE)


def verdicts_of(language: str, english: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return how a language says that something beat, missed or met expectations: the English ways, its own, or both."""
    if language == ENGLISH:
        return english
    if language in UNSPACED:
        from earnsum.grammar.verdicts_cjk import CJK_SAYS  # noqa: PLC0415

        return CJK_SAYS
    from earnsum.grammar.verdicts_abroad import ABROAD_SAYS  # noqa: PLC0415

    return (*english, *ABROAD_SAYS)


# How a sentence begins that goes on about the figure of the one before; where the subject may be left out, with the verdict itself.
_BACK = {
    "en": (
        r"(?:(?:But|And|Still|Yet|However),? )?(?i:(?:that|this|these|those|both|all)\b(?! quarter)"
        r"|(?:it|they) (?:also )?(?:was|were|is|came in|came out|turned out)\b(?! an? (?:[a-z-]++ )*?(?:year|time)\b))"
        r"|(?:The|Its|These|Those) (?:figure|result|number|total|amount|sum)s?\b"
    ),
    "de": (
        r"(?:Damit|Somit)\b"
        r"|(?:\p{Lu}[\w&.-]* ){1,4}(?:hat|hatte|blieb|bleibt|lag|liegt|schnitt|schneidet|wurden?|sind|seien)\b"
        r"[^.;,0-9]{0,50}? (?:damit|somit)\b"
        r"|(?:Auch )?[Hh]ier\b|Auch (?:das|dies|damit)\b|Das\b(?! \p{Lu})|Dies\b|Beides\b"
        r"|(?:Damit \w+ )?[Bb]eide (?:Werte|Zahlen|Kennzahlen|Größen|Ergebnisse)\b"
        r"|(?:Alle|Sämtliche) (?:Werte|Zahlen|Kenn\w+|Ergebnisse|Größen)\b"
        r"|(?:\p{Lu}[^.;,0-9]{0,90} )?(?:[Bb]ei|[Ii]n|[Mm]it) (?:all(?:en)? (?:diesen )?|diesen |beiden |den )"
        r"(?:Kenn|Werte|Größen|Zahlen|Fälle|Ergebnis|Posi)"
        r"|Die(?:ser?|ses)? (?:Werte?|Zahl(?:en)?|Ergebnisse?|Summe|Betrag)\b"
    ),
    "fr": (
        r"C'(?:est|était)\b|Ce(?:la|ci)\b|Il est\b"
        r"|(?:Ce(?:s|tte|t)?|Une?|Deux) (?:résultat|chiffre|montant|niveau|total|performance|score)s?\b"
        r"|Les deux\b|(?:Dans|Sur) les deux (?:cas|tableaux)\b"
        r"|\p{Lu}[^.;,0-9]{0,90} (?:sur toute la ligne|(?:pour|sur|à) tous les (?:critères|plans|tableaux|postes|niveaux|étages))\b"
    ),
    "es": r"Est[aeo]s?\b|Es(?:to|o|a)?\b|Son\b|(?:La|Las|Los|El) (?:cifras?|datos?|resultados?)\b|Así\b|(?:En )?[Aa]mb[oa]s?\b"
    r"|(?:(?:Además|Asimismo|También),? )?(?:[Ss]e (?:ubic|situ|qued|coloc)(?:ó|aron)|[Ss]uper(?:ó|aron)|[Bb]at(?:ió|ieron))\b",
    "ja": r"これは|いずれも|事前の|市場|アナリスト|コンセンサス|quick|QUICK",
    "ko": r"이는|시장|증권가|컨센서스|당초|이것은",
    "zh": (
        r"这|两者|该|均|(?:均|大幅|远|略|明显|大致|基本)?"
        r"(?:好于|高于|低于|超出|超过|逊于|符合|优于|不及|未达|差于|[超胜逊](?=市场|预期))"
    ),
}


@cache
def _back(language: str) -> regex.Pattern[str]:
    return regex.compile(_BACK[language])


# What a sentence says of the figure before it without a word of comparison between the two: by verdict.
_WORSE = (  # "Experten hatten mit einem stärkeren Rückgang gerechnet"
    r"[^.;,0-9]{0,60}\b(?:stärkere|größere|deutlichere|kräftigere|höhere|heftigere|tiefere|schärfere|massivere)[nrms]? "
    r"[\w-]*(?:[Rr]ückgang|[Ee]inbruch|[Mm]inus|[Vv]erlust|[Ff]ehlbetrag|[Rr]ückgänge|[Ee]inbußen)\w* [^.;,0-9]{0,40}?"
    r"\b(?:erwartet|gerechnet|befürchtet|gefürchtet|eingestellt|prognostiziert|vorhergesagt|ausgegangen)"
    r"|[^.;,0-9]{0,60}\bSchlimmeres (?:\w+ )?(?:erwartet|befürchtet)"
)
_PLUS_MARQUE = (
    r"(?:\w+ ){1,6}(?:attendai|redoutai|craignai|prévoyai|anticipai|s'attendai|tablai)(?:en)?t [^.;,0-9]{0,30}?"
    r"\b(?:recul|baisse|repli|chute|perte|contraction|dégradation) (?:\w+ )?plus (?:marqu|fort|import|pronon|lourd|sévère|net)"
)
_PEU = (  # "Les analystes attendaient un peu moins"
    r"(?:\w+ ){1,6}(?:attendai|tablai|prévoyai|anticipai|espérai|s'attendai)(?:en)?t (?:sur |à )?"
    r"(?:en moyenne |un peu |nettement |bien |beaucoup )?"
)
_MAYOR_CAIDA = (
    r"(?:\w+ ){1,6}(?:esperaba|temía|preveía|anticipaba|pronosticaba|descontaba|auguraba)n? [^.;,0-9]{0,20}?"
    r"\b(?:caída|descenso|retroceso|pérdidas?|bajada|recorte|desplome) (?:\w+ )?(?:mayor|superior|más)"
)
_THEY_WERE = (
    r"[^.;,0-9]{0,50}\b(?:Analyst|Expert|Fachleut|Beobachter|Börsianer|Markt\b|Börse\b)\w*(?: \w+){0,3}? "
    r"(?:hatten?|haben|waren?)\b (?:man )?"
)
_AS_HIGH = r"(?:(?:[Mm]it|[Ii]n) )?(?:etwa )?[Dd]ies(?:er|en|em) (?:Größenordnung|Höhe|Wert|Betrag|Summe|Niveau|Bereich)"
_FORESAW = r"(?:erwartet|gerechnet|prognostiziert|vorhergesagt|vorausgesagt|veranschlagt|gesehen|auf dem Zettel|auf der Rechnung)"
_EXPECTED_AS_MUCH: dict[str, tuple[tuple[Verdict, str], ...]] = {
    "fr": (
        ("beat", _PLUS_MARQUE),
        ("beat", _PEU + r"moins\b(?! [bfgmipé])"),
        ("miss", _PEU + r"(?:plus|davantage|mieux)\b(?! [bfgmipé])"),
        (
            "in_line",
            (
                r"C'(?:est|était) (?:[\w-]+ ){0,5}?ce qu(?:e |')(?:en |le |les )?[^.;,0-9]{0,30}?"
                r"\b(?:attend|prévoy|anticip|espér|escompt|tabl|imagin|pronostiqu)"
                r"|(?:\w+ ){1,6}(?:attendai|tablai|prévoyai|anticipai|espérai)(?:en)?t (?:sur )?(?:\w+ ){0,3}autant\b"
            ),
        ),
    ),
    "es": (
        ("beat", _MAYOR_CAIDA),
        (
            "in_line",
            r"(?:Es|Fue|Era) (?:\w+ ){0,3}?lo que (?:\w+ ){0,3}?(?:esper|prev|anticip|descont|pronostic|estim|calcul|aguard)",
        ),
    ),
    "de": (
        ("beat", _WORSE),
        ("beat", r"(?:Genau )?[Ss]o ?viel hatten? [^.,;]*\b(?:nicht|kaum jemand|niemand|keiner)\b"),
        ("miss", r"(?:Ganz )?[Ss]o (?:schlimm|stark|heftig|tief|schlecht|deutlich) hatten? [^.,;]*\bnicht\b"),
        ("beat", _THEY_WERE + r"(?:pessimistisch|skeptisch|vorsichtig)er gewesen"),
        ("miss", _THEY_WERE + r"(?:(?:optimistisch|zuversichtlich)er gewesen|(?:sich )?mehr versprochen)"),
        (
            "in_line",
            (
                rf"(?:(?:In etwa|Etwa|Ungefähr|Genau|(?:Ziemlich |Fast )genau|Exakt) )?(?:[Ss]o ?viel|[Dd]as|[Dd]amit|{_AS_HIGH})"
                rf"[^.,;]* (?:war|hatten?|waren|wurde)[^.,;!?]*{_FORESAW}"
                rf"|(?:Das|Dies)\b[^.;,0-9]{{0,50}}\b(?:das|dem|dessen), was [^.;,0-9]*{_FORESAW}"
                rf"|{_THEY_WERE}(?:[\w ]{{0,20}}\bdamit|[\w ]{{0,30}}{_AS_HIGH}) {_FORESAW}\W*$"
                r"|(?:[Dd]as|[Dd]ies|[Dd]amit)\b[^.;,0-9]{0,30}\b(?:entspr(?:icht|ach)|deckte? sich)\b [^.;,0-9]{0,30}"
                r"(?:[Ee]rwartungen|[Pp]rognosen|[Ss]chätzungen|Konsens)\b"
            ),
        ),
    ),
}
_OTHERWISE = frozenset("bmqwUDjk!")
"""Tags of words by which a figure was not what had been expected."""

_EXPECTED_MORE = regex.compile(
    r"^[_K&/]{0,2}A[_oABKn=]{0,3}(?:(?P<v>[UDqwjk])[_o]{0,2}[Ef]|[Ef][_oKt]{0,4}(?P<v>[UDjkqw]))[_,]{0,2}$"
)
"""``Analysten hatten mit etwas mehr gerechnet``, ``Les analystes attendaient mieux``"""


_A_MOVE = regex.compile(rf"\b(?:an?|some|slight|modest) {MOVE}[.,;]?$")
"""``Wall Street had expected a rise``: how large a one, it does not tell"""
_OF_THAT = regex.compile(
    r"(?P<v>[bmiqw])(?:[_oAKBnID~]{0,4}|,[_A]{0,2})[NfEA]|^[_o]{0,3}(?P<v>[UD]),?[_A]{0,2}E|"
    r"[NEA][_oAKBIt,]{0,4}(?P<v>[bmi])|(?P<v>[jk])"
)
_THE_MOVE = regex.compile(
    r"(?:The |That |This )?(?:(?:record|sharp|steep|slight|strong|hefty|latest) )?"
    r"(?i:(?P<fell>fall|drop|decline|decrease|slump)|growth|rise|increase|gain|jump)"
    r"(?! (?:in|of|at|for|from|by|across|outside)\b)(?: rate)?(?: also)?\b"
)
_MOVE_JUDGED = regex.compile(r"^[_o]{0,2}[UD][_o]{0,3}(?P<v>[bmiqw])(?:[_oAKBnID~]{0,4}|,[_A]{0,2})[NfEA]")
_NEITHER = regex.compile(
    r"(?:But )?[Nn]either(?: (?:figure|number|result|of (?:them|those|the two)(?: (?:figure|number)s)?))? "
    r"(?:was|were|met|matched|reached|beat|topped|came (?:close|up) to|lived up to|measured up to|hit)\b"
    r"[^.;,$%]{0,40}\b(?:expect|estimat|forecast|predict|anticipat|consensus|analysts|Wall Street|the Street)"
)
"""``Neither was as good as expected``: of two figures just told"""
_OF_EITHER = frozenset("bmi")
"""``The rise was in line with forecasts``: how a sentence goes on about the change told before"""
_MORE_OR_LESS: dict[str, Verdict] = {"U": "beat", "D": "miss"}
"""``Das war mehr, als Analysten erwartet hatten``"""
_CHANGED_FIRST = re.compile(
    r"(?<=^o)[UD][_oy]{0,2}%[_crnVYa]{0,4}[,&]{1,2}|(?<=^_)[UD][_oy]{0,2}%[_crnVYa]{0,4}[,&]{1,2}"
    r"|(?<=^[oK_])[oy_n]{0,2}%[oy_]?[qwUD][_cnV]{0,3}Y[,&]{1,2}"
)
"""``That was down 5% and missed expectations``, ``Das waren 5 Prozent mehr als vor einem Jahr und mehr als erwartet``"""
_OWN_TOO = re.compile(f"(?<=[bmiqw]){OWN_TOO}")
_OF_SOMETHING_ELSE = re.compile(r"[MHXGs$%#dp!gP^v2]")


def find_verdict_of_before(language: str, folded: str, sentence: Span, tags: str) -> tuple[int, Verdict] | None:
    """
    Return a verdict that is said of the figure told before ("That was below expectations"), and its token.

    Only in a sentence that begins with a word for that figure, or with who expected something else, and names nothing else
    that may have been expected.
    """
    tags = tags[: tags.find("/", 2)] if tags.find("/", 2) > 0 else tags  # "That beat estimates, but it amounts to …"
    tags = _OWN_TOO.sub("", tags)
    tags = _CHANGED_FIRST.sub(lambda found: "_" * len(found.group()), tags)
    for verdict, words in _EXPECTED_AS_MUCH.get(language, ()):
        if (verdict != "in_line" or _OTHERWISE.isdisjoint(tags)) and regex.match(words, folded[sentence.start : sentence.end]):
            return 0, verdict
    more = _EXPECTED_MORE.search(tags) if language not in UNSPACED else None
    if more is not None and _A_MOVE.search(folded, sentence.start, sentence.end) is None:
        return more.start("v"), "miss" if more["v"] in "Uqj" else "beat"
    if language == ENGLISH and _NEITHER.match(folded, sentence.start):
        return 0, "miss"
    if language == ENGLISH and (move := _THE_MOVE.match(folded, sentence.start)) is not None:
        found = _MOVE_JUDGED.search(tags) if _OF_SOMETHING_ELSE.search(tags) is None else None
        either = found is not None and move["fell"] and found["v"] not in _OF_EITHER  # less of a fall
        return None if found is None or either else (found.start("v"), VERDICTS[found["v"]])
    if _OF_SOMETHING_ELSE.search(tags) or not _back(language).match(folded, sentence.start):
        return None
    found = _OF_THAT.search(tags)
    return (found.start("v"), _MORE_OR_LESS.get(found["v"]) or VERDICTS[found["v"]]) if found else None
