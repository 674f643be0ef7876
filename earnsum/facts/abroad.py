"""
Abroad: what is read off the words themselves in languages other than English.

The part of a company that a figure is of ("im Segment Werkzeuge", "la division Outils",
"工具事業の"), and the company's own name, which there is looked for as it stands, since the
verbs that give away other companies are known for English alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, is_called
from earnsum.model import ChangeKind, Company, Revision, Span
from earnsum.names.find import NameMark
from earnsum.parts.lists import PARTED
from earnsum.patterns import regex
from earnsum.text.languages import UNSPACED
from earnsum.text.sentences import find_words

_PLACES_DE = (
    r"(?:Nord|Süd|Latein|Mittel)?[Aa]merika|(?:West|Ost|Süd|Nord)?[Ee]uropa|Asien(?:-Pazifik)?|China|Deutschland|Indien|Japan|"
    r"Afrika|den USA"
)
_PLACES_FR = (
    r"Europe(?:\ (?:de\ l'[EO]\w++|centrale|du\ \w++))?|Amérique(?:\ (?:du\ Nord|latine|du\ Sud))?|Asie(?:-Pacifique)?|Chine|"
    r"France|Allemagne|Inde|Japon|Afrique"
)
_PLACES_ES = r"España|Europa|(?:Norte|Latino|Sud)américa|América\ Latina|Asia|China|Brasil|México|Estados\ Unidos|Reino\ Unido"
_NAME = r"[\p{Lu}][\w&.+-]*+(?:\ (?:(?:und|et|y|&|de|für)\ )?[\p{Lu}][\w&.+-]*+){0,3}"

# A part of the company, named in the clause of its metric; what follows is no part of the name.
_PARTS = {
    "de": rf"""
        \b(?:Segment|Sparte|Geschäftsbereich|Geschäftsfeld|Division|Bereich|Konzernsparte|Geschäftseinheit
          |(?:[Kk]ern|[Hh]aupt)?[Mm]arke|[Tt]ochter(?:gesellschaft|firma)?)s?\ "?(?P<part>{_NAME})
      | \b(?P<part>[\p{{Lu}}][\w-]{{1,24}}?)(?:-(?:Segment|Sparte|Geschäft|Division)|(?:segment|sparte|geschäft))s?\b
      | \b[Ii]n\ (?P<part>{_PLACES_DE})\b
    """,
    "fr": rf"""
        \b(?:division|branche|pôle|segment|activité|filiale)s?\ (?:d'|de\ |des\ )?"?(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_FR})\b | \baux\ (?P<part>[ÉE]tats-Unis)\b
    """,
    "es": rf"""
        (?<!\bcifra\ de\ |\bvolumen\ de\ )\b(?:división|segmento|área|negocio|filial|unidad)\ (?:de\ (?:negocio\ (?:de\ )?)?)?"?
            (?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_ES})\b
    """,
    "ja": (
        r"(?P<part>[\p{Han}\p{Katakana}ーA-Za-z0-9・]{2,16}?(?:事業|部門|セグメント))(?:の|は|では|で|が)|"
        r"(?P<part>国内|海外|北米|米国|欧州|アジア|中国|インド|日本)(?:は|が|では|での)"
    ),
    "zh": (
        r"来自(?P<part>[^,。;的]{2,16})的|(?P<part>[\p{Han}]{2,6}服务)(?=收入|营收)|"
        r"(?P<part>[\p{Han}A-Za-z0-9]{1,10}?(?:业务|業務|分部|板块|板塊|部门|部門))(?:的|实现|收入|营收|收益|,)?"
    ),
    "ko": (
        r"(?P<part>[\p{Hangul}A-Za-z0-9·]{1,12}(?:\ ?부문|\ ?사업본부|\ ?사업부|\ ?사업))(?:은|는|이|의|에서|,|\ )|"
        r"(?<!\w)(?P<part>국내|해외|북미|미국|유럽|중국|인도|일본)(?:은|는|이|가|에서|에서는)\ "
    ),
}


@cache
def _parts(language: str) -> regex.Pattern[str]:
    """Compile how a language names a part of a company; only the one that is read."""
    return regex.compile(_PARTS[language], regex.VERBOSE)


_STOPS = frozenset("s$#d;")
_WHOLE = frozenset(("konzern", "neu", "auslands", "zins", "tages", "kern", "gesamt", "weihnachts"))
"""What is called a business and is the whole company, or a time of the year."""


def find_part(folded: str, language: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part of the company that a metric is told of in its clause, in lower case; None for the whole."""
    start = sentence.start
    for token in reversed(tokens[:metric_at]):
        if token.tag in _STOPS:
            start = token.end
            break
    end = tokens[metric_at].end
    for token in tokens[metric_at + 1 : metric_at + _REACH]:
        if token.tag not in "_noK":
            break
        end = token.end
    found = _last_part(folded, language, start, end)
    if found is None and language in UNSPACED:  # "배터리 부문은 매출 3조원, 영업이익 635억원"
        found = None if _OF_ALL.search(folded, start, end) else _last_part(folded, language, sentence.start, end)
    return _called(found)


_REACH = 6
"""Tokens up to this one behind a metric may name its part ("las ventas de la división de Pinturas")."""

_OF_ALL = regex.compile("全社|連結|全体|合計|전사|전체|연결|合并|整体|总")
"""Words by which a second metric is of the whole company again."""


def _last_part(folded: str, language: str, start: int, end: int) -> regex.Match[str] | None:
    found = None
    for found in _parts(language).finditer(folded, start, end):  # noqa: B007 - the last one counts
        pass
    return found


def read_parts_abroad(folded: str, language: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """
    Yield readings, a figure without a metric as one of the metric before it where a part of the company is named.

    That stands between them ("…, und in Europa um 2 Prozent"), or right behind each figure ("un 4% en España y un 11% en México").
    """
    head: Reading | None = None
    end = 0
    for own in readings:
        told = own
        behind = _parts(language).match(folded, own.figure.extent.end + 1) if language not in UNSPACED else None
        if own.metric is not None:
            head = None
            if is_called(own.metric, PARTED) and own.role in _LEVELS_AND_CHANGES:
                if language in UNSPACED:  # "売上高は、国内が3%増"
                    behind = _last_part(folded, language, own.metric.span.end, own.figure.span.start)
                told = head = own._replace(part=_called(behind)) if behind else own
                behind = None if language in UNSPACED else behind
        elif head is not None and own.role in _LEVELS_AND_CHANGES:
            part = _called(behind or _last_part(folded, language, end, own.figure.span.start)) or head.part
            if part is not None:
                told = head = own._replace(
                    metric=head.metric, metric_at=head.metric_at, role=head.role if behind else own.role, part=part,
                    side=own.side or head.side,
                )  # fmt: skip
        end = behind.end() if behind else own.figure.extent.end
        yield told


def _called(found: regex.Match[str] | None) -> str | None:
    """Return the part that was found, in lower case, but what is another word for the whole company."""
    part = found["part"].strip().lower() if found else None
    return None if part in _WHOLE else part


_CAME = {
    "de": r"tatsächlich|herausgekommen|waren es|wurden es|wurden? daraus",
    "fr": r"finalement|au final|n'a été que|en réalité",
    "es": r"finalmente|el resultado (?:ha sido|fue)|el dato|en realidad",
    "ja": "実際|結果は|実績は",
    "ko": "실제|결과는",
    "zh": "实际|實際",
}
"""Words for what came of an expectation."""


def read_answers_abroad(folded: str, language: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a figure that came of an expectation, and has no metric of its own, as one of that expectation's."""
    found: list[Reading] = []
    for reading in readings:
        last = found[-1] if found else None
        told = reading
        if last is not None and last.role == "estimate" and last.metric is not None and reading.role in ("actual", "estimate"):
            between = folded[last.figure.extent.end : reading.figure.span.start]
            if reading.metric in (None, last.metric) and regex.search(_CAME[language], between):
                told = reading._replace(role="actual", metric=last.metric, metric_at=last.metric_at)
        found.append(told)
    return found


_LEVELS_AND_CHANGES = frozenset({"actual", "change"})

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


def is_negative_after(folded: str, language: str, end: int) -> bool:
    """Tell whether a figure is said to be negative behind it ("6,8 millones negativos", "mit 5 Millionen Euro negativ")."""
    pattern = _NEGATIVE.get(language)
    return pattern is not None and regex.compile(pattern).match(folded, end) is not None


_KEPT = {
    "de": r"bestätig|bekräftig|hält an|hielt an|hält (?:\w+ ){0,3}fest|unverändert|weiterhin|nach wie vor|beibehalten",
    "fr": r"confirm|maintien|maintenu|réitèr|réitér|réaffirm|toujours|inchangé|reconduit",
    "es": r"confirm|mantiene|mantuvo|mantener|reiter|reafirm|ratific|sin cambios",
    "ja": r"据え置|維持|変更(?:し)?な|変えて",
    "ko": r"유지|재확인|변경하지 않",
    "zh": r"维持|維持|重申|不变(?!汇率)|不變(?!匯率)",
}


def find_revision_abroad(folded: str, language: str, sentence: Span, tags: str) -> Revision | None:
    """Return what a sentence says was done to an outlook; the verb may come last, so all of its tags count."""
    if "^" in tags:
        return "raised"
    if "v" in tags:
        return "lowered"
    return "kept" if regex.search(_KEPT[language], folded[sentence.start : sentence.end].lower()) else None


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
    ),
    "fr": (
        ("like_for_like", r"comparable|périmètre|\bpcc\b|magasins constants"),
        ("constant_currency", r"(?:taux|changes?|parités|monnaies|devises) constant|hors effets? (?:de changes?|devises)|\btcc\b"),
        ("organic", r"organique"),
    ),
    "es": (
        ("like_for_like", r"comparable"),
        ("constant_currency", r"(?:cambio|divisas?|moneda|euros) constante|sin (?:el )?efecto (?:de )?(?:la )?divisa"),
        ("organic", r"orgánic"),
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
        ("constant_currency", r"(?:固定|不变|不變|恒定)(?:的)?汇率|(?:剔除|扣除|撇除)(?:了)?[汇匯]率|固定匯率"),
        ("like_for_like", r"可比口径|可比基准|同口径"),
        ("organic", r"有机|有機|内生"),
    ),
}
_ENDS = regex.compile(r"[,;(:]|(?:(?<= )(?:et|und|y|e|sowie|tandis que|aber|mais|pero)(?= ))")


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
    "zh": r"{N}[位名家](?:机构|機構|券商)?的?(?:分析师|分析師|机构|機構|券商)",
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
