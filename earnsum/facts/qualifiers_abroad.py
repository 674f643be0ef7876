"""Qualifiers abroad: what became of an outlook, how a change is reckoned and whose an estimate is, not in English."""

from __future__ import annotations

from functools import cache

from earnsum.model import ChangeKind, Revision, Span
from earnsum.patterns import regex

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
