"""
Abroad: what is read off the words themselves in languages other than English.

What came of an expectation, the year before in brackets, a profit before tax, and the company's own name, which there is
looked for as it stands, since the verbs that give away other companies are known for English alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import Cue, Token, entry_of, is_called
from earnsum.model import ChangeKind, Company, Revision, Span
from earnsum.names.find import NameMark
from earnsum.patterns import re, regex
from earnsum.text.languages import UNSPACED
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
    for reading in readings:
        last = found[-1] if found else None
        told = reading
        if (
            last is not None
            and last.role == "estimate"
            and last.metric is not None
            and reading.role in ("actual", "estimate", "guide")
        ):
            between = folded[last.figure.extent.end : reading.figure.span.start]
            if entry_of(reading.metric) in (None, entry_of(last.metric)) and regex.search(_CAME[language], between):
                told = reading._replace(role="actual", metric=last.metric, metric_at=last.metric_at)
        found.append(told)
    return found


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


_FORESEEN = frozenset("Gf^vEN")


def as_year_before(tags: str, readings: Sequence[Reading], language: str) -> list[Reading]:
    """
    Return readings, what was before of a sentence that foresees nothing as the year before ("nachdem es zuvor 4 waren").

    In the East what was before is an outlook by its own word ("高于公司先前预估的62亿元"), and no year's.
    """
    was: Role = "skip" if language in UNSPACED else "prior"
    if not _FORESEEN.isdisjoint(tags) or not any(reading.role == "actual" for reading in readings):
        return list(readings)
    return [reading._replace(role=was) if reading.role == "previous" else reading for reading in readings]


_GROWTH = frozenset({"revenue_growth"})
_COMES_TO = regex.compile(r"M[_onYBtTQ]{0,6}$")


def as_growth(tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a rate that growth itself came to ("Das organische Wachstum lag bei 5 Prozent") as a change."""
    found: list[Reading] = []
    for reading in readings:
        name = _COMES_TO.search(tags, 0, reading.at) if reading.figure.kind == "percent" and reading.metric is None else None
        mark = tokens[name.start()].mark if name is not None else None
        if name is not None and reading.role == "actual" and is_called(mark, _GROWTH):
            reading = reading._replace(role="change", metric=mark, metric_at=name.start())  # noqa: PLW2901
        found.append(reading)
    return found


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


def profit_before(folded: str, language: str, sentence: Span, name: Span, figure: Span) -> str | None:
    """Return which profit it is by what is yet to be paid of it, as its clause says ("Vor Steuern wurde ein Überschuss von …")."""
    start = max(folded.rfind(mark, sentence.start, name.start) for mark in (",", ";", " und ", " et ", " y ")) + 1
    for metric, words in _BEFORE.get(language, ()):
        pattern = regex.compile(words, regex.IGNORECASE)
        here = pattern.finditer(folded, sentence.start, figure.end)
        if pattern.match(folded, sentence.start) or any(found.end() > start for found in here):
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
    "en": r" negative\b(?! [a-z])",
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
    r"(?:\bétai(?:en)?t (?:\w+ )?|, |^)(?:attendu|prévu|anticipé|escompté|espéré)e?s?"
    r" (?:en moyenne )?(?:à|autour de|aux alentours de) $",
    regex.IGNORECASE,
)


def as_french_foresaw(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, what a profit was expected at ("là où il était attendu à 5 millions") as analysts'.

    What it would have been without something is no result.
    """
    found: list[Reading] = []
    for reading in readings:
        told, start = reading, reading.figure.span.start
        if reading.role == "guide" and _WAS_FORESEEN.search(folded, span.start, start):
            told = reading._replace(role="estimate")
        elif reading.role in ("actual", "change") and _WOULD_HAVE.search(folded, span.start, start):
            told = reading._replace(role="skip")
        found.append(told)
    return found


_POSITIVE = {
    "de": regex.compile(r"\b(?:[Pp]lus|(?:positive[rnms]?|schwarze[rn]?) \p{Lu}\w+) (?:von|in Höhe von)(?: \w+)? $"),
}


def is_called_positive(folded: str, language: str, start: int) -> bool:
    """Tell whether a figure is said to be no loss right before it, whatever is said of the one it stands beside."""
    pattern = _POSITIVE.get(language)
    return pattern is not None and pattern.search(folded, max(0, start - 50), start) is not None


_KEPT = {
    "de": (
        r"bestätig|bekräftig|(?:hält|hielt|halte|halten) (?:an|(?:\w+ ){0,5}fest)\b|unverändert|weiterhin|nach wie vor|beibehalten"
        r"|\bweiter (?:mit|bei|von|auf|eine?n?)\b"
    ),
    "fr": r"confirm|maintien|maintenu|réitèr|réitér|réaffirm|toujours|inchangé|reconduit",
    "es": r"confirm|mantiene|mantuvo|mantener|reiter|reafirm|ratific|sin cambios",
    "ja": r"据え置|維持|変更(?:し)?な|変えて",
    "ko": r"유지|재확인|변경하지 않",
    "zh": r"维持|重申|不变(?!汇率)",
}


_OUTLOOK_DE = r"(?:prognosen?|ausblick|ziele?n?|erwartung(?:en)?|vorhersage|guidance|spanne)\b"
_VERBS_DE: tuple[tuple[Revision, str, str], ...] = (
    ("raised", "erhöhte?|erhöhten|erhöhen|hob|hebt|hoben|heben", "mehr|höher|stärker|besser"),
    (
        "lowered",
        "senkte?|senkten|senken|gesenkt|reduzierte?|kürzte?|gekürzt|nimmt|nahm|stutzt",
        "weniger|niedriger|schwächer|geringer",
    ),
)
_MOVED: dict[str, tuple[tuple[Revision, str], ...]] = {
    "de": tuple(
        (
            way,
            (
                rf"{_OUTLOOK_DE}[^.;]{{0,120}}\b(?:{verbs})\b|\b(?:{verbs})\b[^.;,]{{0,60}}{_OUTLOOK_DE}"
                rf"|\b(?:{than}) als (?:bisher|bislang|zuvor|vorher|zunächst|ursprünglich)\b"
            ),
        )
        for way, verbs, than in _VERBS_DE
    )
}
"""How an outlook was moved by a verb that elsewhere moves the figures themselves."""


def find_revision_abroad(folded: str, language: str, sentence: Span, tags: str) -> Revision | None:
    """Return what a sentence says was done to an outlook; the verb may come last, so all of its tags count."""
    if "^" in tags:
        return "raised"
    if "v" in tags:
        return "lowered"
    said = folded[sentence.start : sentence.end].lower()
    moved = next((way for way, words in _MOVED.get(language, ()) if regex.search(words, said)), None)
    return moved or ("kept" if regex.search(_KEPT[language], said) else None)


# How a change is reckoned, by language; a perimeter kept the same is like for like, whatever else is kept too.
_KINDS: dict[str, tuple[tuple[ChangeKind, str], ...]] = {
    "de": (
        ("like_for_like", r"flächenbereinigt|auf vergleichbarer (?:basis|fläche)"),
        (
            "constant_currency",
            (
                r"(?:währungs|kurs)bereinigt|lokal(?:en|er)? ?währung|konstante[nr] (?:wechsel|währungs)kurs|"
                r"(?:bereinigt um|ohne|vor) (?:\w+ )?(?:währungs|wechselkurs)\w+|um (?:währungs|wechselkurs)\w+ bereinigt"
            ),
        ),
        ("organic", r"organisch|aus eigener kraft|portfoliobereinigt"),
        ("sequential", r"(?:gegenüber|als|seit)(?: dem)? (?:jahresende|ende |jahresbeginn)"),
    ),
    "fr": (
        ("like_for_like", r"comparable|périmètre|\bpcc\b|magasins constants"),
        ("constant_currency", r"(?:taux|changes?|parités|monnaies|devises) constant|hors effets? (?:de changes?|devises)|\btcc\b"),
        ("organic", r"organique"),
        ("sequential", r"(?:par rapport à|qu'à|depuis) (?:la )?fin "),
    ),
    "es": (
        ("like_for_like", r"comparable"),
        ("constant_currency", r"(?:cambio|divisas?|moneda|euros) constante|sin (?:el )?efecto (?:de )?(?:la )?divisa"),
        ("organic", r"orgánic"),
        (
            "sequential",
            r"(?:que|respecto|frente)(?: al?)? (?:al?|en el|el)? ?cierre de|(?:respecto a|frente a|desde) (?:finales|diciembre)",
        ),
    ),
    "ja": (
        ("constant_currency", r"為替(?:変動)?の?影響を除|現地通貨|為替一定|恒常為替|実質為替"),
        ("organic", r"オーガニック"),
    ),
    "ko": (
        ("constant_currency", r"환율 ?(?:영향|효과|변동)[을를]? ?제외|(?:고정|불변|동일) ?환율"),
        ("organic", r"유기적"),
    ),
    "zh": (
        ("constant_currency", r"(?:固定|不变|恒定)(?:的)?汇率|(?:剔除|扣除|撇除)(?:了)?汇率"),
        ("like_for_like", r"可比口径|可比基准|同口径"),
        ("organic", r"有机|内生"),
    ),
}
_ENDS = regex.compile(
    r"[,;(:]|(?:(?<= )(?:et|und|y|e|sowie|tandis que|aber|mais|pero|s'explique|en raison|grâce|wegen|dank|debido)(?= ))"
)


def find_kind_abroad(folded: str, language: str, before: Span, after: Span) -> ChangeKind | None:
    """
    Return how a change is reckoned, from the words of its own before and behind its figure.

    Behind comes first ("+4% en organique"), as far as the next comma; what stands before ("organisch um 4 Prozent") reaches
    back to the last one, unless the sentence begins there.
    """
    stop = _ENDS.search(folded, after.start, after.end)
    behind = folded[after.start : stop.start() if stop else after.end].lower()
    cuts = [cut.end() for cut in _ENDS.finditer(folded, before.start, before.end)]
    ahead = folded[cuts[-1] if cuts else before.start : before.end].lower()
    whole = folded[before.start : before.end].lower()
    for words in (behind, ahead, whole):
        for kind, pattern in _KINDS[language]:
            if regex.search(pattern, words):
                return kind
    return None


_NUMBERS = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "ja": "",
    "ko": "",
    "zh": "两 三 四 五 六 七 八 九 十",
}
# {N} is a number in figures or words.
_ANALYSTS = {
    "de": r"{N} (?:[\w-]+ ){0,4}?(?:Analyst|Experte|Analysehäuser|Bank)",
    "fr": r"{N} (?:analystes|bureaux|brokers|courtiers|estimations)",
    "es": r"{N} (?:analistas|firmas|casas|expertos|bancos)",
    "ja": r"アナリスト{N}[人名社]|{N}[人名]のアナリスト|証券会社{N}社",
    "ko": r"(?:증권사|애널리스트|전문가) ?{N} ?[곳개명사인]|{N} ?(?:개|곳의)? ?증권사",
    "zh": r"{N}[位名家](?:机构|券商)?的?(?:分析师|机构|券商)",
}


@cache
def _analysts(language: str) -> regex.Pattern[str]:
    number = "|".join(["[0-9]{1,3}", *_NUMBERS[language].split()])
    return regex.compile(_ANALYSTS[language].replace("{N}", f"(?P<n>{number})"), regex.IGNORECASE)


def find_analysts_abroad(folded: str, language: str, sentence: Span) -> int | None:
    """Return how many analysts an estimate is of, where a sentence says so."""
    found = _analysts(language).search(folded, *sentence)
    if found is None:
        return None
    word = found["n"].lower()
    return int(word) if word.isdecimal() else _NUMBERS[language].split().index(word) + 2
