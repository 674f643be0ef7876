"""
Languages: which one an article is written in, and what each asks of the other stages.

What a page says of itself comes first, then its script, then a count of the small words
that every sentence has.  Only the opening is looked at: an article does not change its
language on the way.  How sentences end is told here too, where a language has its own way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.sentences import find_sentences

ENGLISH, JAPANESE, CHINESE = "en", "ja", "zh"

WESTERN = frozenset({"de", "fr", "es"})
"""Languages beside English whose words stand apart."""

DECIMAL_COMMA = WESTERN
"""Languages that write 1.234,5."""

UNSPACED = frozenset({"ja", "ko", "zh"})
"""Languages whose words run together, or take endings without a hyphen."""

HOME_MONEY = {"de": "EUR", "fr": "EUR", "es": "EUR", "ja": "JPY", "ko": "KRW", "zh": "CNY"}
"""What sums are in where an article names no currency at all."""

_SAMPLE = 4000
_FEW = 3
"""Fewer small words than this prove no language."""

_PLAINLY = 3
"""How many times as many small words contradict what a page declares."""

# Small words that the other languages here do not have.  The last three are told apart so that they are not taken for the rest.
_SMALL = {
    "en": "the of and to for on is was said its from that by with at has were it are",
    "de": "der die das und den von mit im auf für ist nach um dem eine ein zu des "
    "sich nicht bei einen zum wie prozent millionen milliarden mio mrd hatte hatten waren vor noch",
    "fr": "le les des du et au une dans pour sur est aux par qui ses à été ce cette soit "
    "contre son avec d l sa de la milliard milliards en contre un il plus",
    "es": "el los las del y por con una su al más hasta frente ha sus lo año de la en millones un",
    "pt": "de os das dos do da na no em uma pelo não mais ao um são foi milhões bilhões",
    "it": "il di gli della dei nel per un con alla che sono è rispetto ha delle dell milioni miliardi",
    "nl": "het een van de voor naar op zijn niet met ook dan werd",
}
_COUNTED: dict[str, tuple[str, ...]] = {}
for _code, _words in _SMALL.items():
    _COUNTED.update({word: (*_COUNTED.get(word, ()), _code) for word in _words.split()})
_READ = frozenset({"en", "de", "fr", "es", "ja", "ko", "zh"})
_WORD = re.compile(r"(?<![-/])[^\W\d_]++(?![-/])")
"""A word by itself: not the letters of "Y-o-Y" and "Y/Y"."""
_ASCII_WORD = re.compile(r"(?<![-/])[a-z]++(?![-/])")
"""The same in text without other letters, which takes two thirds of the time."""
_ESTIMATE = re.compile(r"\bEST\b|\b[Ee]st\.|\best(?=[:\s]\ ?[$€£0-9])")
"""What is short for an estimate (or for a time of day), and no French verb."""
_HAN = regex.compile(r"\p{Han}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_HANGUL = regex.compile(r"\p{Hangul}")


def detect_language(folded: str, declared: str | None = None, *, certain: bool = False) -> str:
    """
    Return the language to read a text in: the declared one where it is known and the script allows it, else what the text shows.

    A page declares what its template does, so its words are believed against it where they plainly speak, unless the
    declaration is `certain`.

    >>> detect_language("Der Umsatz stieg um 5 Prozent auf 1,2 Milliarden Euro, wie die Firma mitteilte.")
    'de'
    >>> detect_language("売上高は5%増の1兆2000億円だった。", "en")
    'ja'
    """
    if eastern := eastern_language(folded):
        return eastern
    sample = folded[:_SAMPLE]
    code = (declared or "").replace("_", "-").partition("-")[0].lower()
    if code not in _READ - UNSPACED:
        return _most_counted(sample)
    return code if certain else _unless_plainly_other(sample, code)


def eastern_language(folded: str) -> str | None:
    """Tell Japanese, Korean and Chinese by their letters, where these make up a good part of the text."""
    sample = folded[:_SAMPLE]
    if sample.isascii():
        return None
    han, kana, hangul = (len(letters.findall(sample)) for letters in (_HAN, _KANA, _HANGUL))
    if 8 * (han + kana + hangul) < len(sample):
        return None
    if hangul > kana + han:
        return "ko"
    return JAPANESE if 12 * kana > han else CHINESE


_ARTICLE_OF_A_NAME = regex.compile(r"\b[LD]'(?=[A-Z])")
"""``L'Acme``: in French too, but an article there has a small letter within a sentence"""


def _counted(sample: str) -> dict[str, int]:
    """Count the small words of each language."""
    counts = dict.fromkeys(_SMALL, 0)
    if "'" in sample:
        sample = _ARTICLE_OF_A_NAME.sub("", sample)
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample.lower())
    for word, times in Counter(filter(_COUNTED.__contains__, words)).items():
        for code in _COUNTED[word]:
            counts[code] += times
    if counts["fr"]:
        counts["fr"] -= len(_ESTIMATE.findall(sample))
    return counts


def _unless_plainly_other(sample: str, code: str) -> str:
    """Return a declared language, or the one that a text is plainly in instead."""
    counts = _counted(sample)
    best = max(counts, key=lambda other: counts[other])
    is_other = best in _READ and counts[best] > max(_FEW, _PLAINLY * counts.get(code, 0))
    return best if is_other else code


def _most_counted(sample: str) -> str:
    """Return the language whose small words are most frequent; English where none is, or one that cannot be read."""
    counts = _counted(sample)
    best = max(counts, key=lambda code: counts[code])
    if best not in _READ or counts[best] < _FEW or counts[best] <= counts[ENGLISH]:
        return ENGLISH
    return best


_STEMS = ("umsatz", "erlös", "gewinn", "ergebnis", "dividenden")
_COMPOUND = re.compile(
    rf"(?:{'|'.join(_STEMS)})"
    r"(?=(?:prognose|erwartung|schätzung|ziel|ausblick|rückgang|minus|einbruch|wachstum|plus$|anstieg|steigerung|zuwachs|sprung))"
)


def has_compounds(text: str) -> bool:
    """Tell whether a text in lower case may have words that `compound_cut` cuts or `find_sales_of_parts` finds."""
    return any(stem in text for stem in (*_STEMS, "umsätz"))


def compound_cut(phrase: str) -> int:
    """
    Return where a word of two that stand for themselves is cut, 0 for any other.

    >>> compound_cut("umsatzprognose"), compound_cut("prognose")
    (6, 0)
    """
    found = _COMPOUND.match(phrase)
    return found.end() if found else 0


_PART_OF_SALES = regex.compile(
    r"(?<![\w-])(?P<part>(?!(?:vorjahr|plan|ziel|kunden|markt|branchen|welt|tages|dax|deutschland)s?[ueä])\p{Ll}{3,}?)"
    r"(?P<metric>umsatz(?:es)?|umsätzen?|(?:umsatz)?erlösen?)(?!\w)"
)


def find_sales_of_parts(hay: str) -> Iterator[tuple[int, int]]:
    """
    Yield where sales are named in one word with the part that they are of, in a text in lower case: "Clouderlöse".

    >>> list(find_sales_of_parts("die clouderlöse und der umsatz"))
    [(9, 15)]
    """
    for found in _PART_OF_SALES.finditer(hay):
        yield found.span("metric")


# ---------------------------------------------------------------- sentences

_EASTERN_STOP = regex.compile(r"[。！？｡]++[」』)\"']*+")
# A blank between two letters parts the halves of a title.
_UNSPACED_STOP = regex.compile(
    r"[。！？｡]++(?!下同)[」』)\"']*+|(?<=[\p{Han}\p{Hiragana}\p{Katakana}ー])\ ++(?=[\p{Han}\p{Hiragana}\p{Katakana}])"
)
_STOP_AFTER_SIGN = regex.compile(r"(?<=[%€)\]\"'])\.(?=\ \p{Lu})")
_GOES_ON = {
    # "im 3. Quartal", "am 31. Dezember", "ca. 5 Millionen"
    "de": regex.compile(
        r"(?r)(?:(?<![0-9])[0-9]{1,2}|(?<!\w)(?i:ca|rd|vj|gj|lfd|bzw|inkl|exkl|zzgl|ggü|vgl|nr|st|abs|usw|u\.a|z\.b|sog|etwa|mill))\.$"
    ),
    "fr": regex.compile(r"(?r)(?<!\w)(?:M|MM|Mme|env|approx|cf|art|vs)\.$"),
    "es": regex.compile(r"(?r)(?<!\w)(?:Sr|Sra|aprox|EE|UU|núm|art|vs)\.$"),
}
_MONTH_OR_PERIOD = regex.compile(
    r"(?:Quartal|Halbjahr|Jahresviertel|Geschäfts|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)


def sentences_of(folded: str, part: Span, language: str) -> Iterator[Span]:
    """Yield the sentences of a part of an article, as its language ends them."""
    spans = [Span(part.start + s.start, part.start + s.end) for s in find_sentences(part.of(folded))]
    if language in UNSPACED:
        for span in spans:
            yield from _cut(folded, span, _EASTERN_STOP if language == "ko" else _UNSPACED_STOP)
    elif pattern := _GOES_ON.get(language):
        for span in _joined(folded, spans, pattern):
            yield from _cut(folded, span, _STOP_AFTER_SIGN)
    else:
        yield from spans


def _cut(folded: str, span: Span, stops: regex.Pattern[str]) -> Iterator[Span]:
    """Cut at full stops that were taken for none."""
    start = span.start
    for stop in stops.finditer(folded, span.start, span.end):
        yield Span(start, stop.end())
        start = stop.end()
        while start < span.end and folded[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)


def _joined(folded: str, spans: list[Span], goes_on: regex.Pattern[str]) -> Iterator[Span]:
    """Join what was cut behind an ordinal or an abbreviation."""
    held: Span | None = None
    for span in spans:
        if held is not None and "\n" not in folded[held.end : span.start] and _runs_on(folded, held, span, goes_on):
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _runs_on(folded: str, before: Span, after: Span, goes_on: regex.Pattern[str]) -> bool:
    found = goes_on.search(folded, max(before.start, before.end - 8), before.end)
    if found is None:
        return False
    return not found.group()[0].isdigit() or _MONTH_OR_PERIOD.match(folded, after.start) is not None
