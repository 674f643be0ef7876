"""
Abroad: what is read off the words themselves in languages other than English.

The part of a company that a figure is of ("im Segment Werkzeuge", "la division Outils",
"工具事業の"), and the company's own name, which there is looked for as it stands, since the
verbs that give away other companies are known for English alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

import regex

from earnsum.mentions import Cue, Token
from earnsum.model import Company, Span
from earnsum.names import NameMark

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
        \b(?:Segment|Sparte|Geschäftsbereich|Geschäftsfeld|Division|Bereich|Konzernsparte|Geschäftseinheit)s?\ "?(?P<part>{_NAME})
      | \b(?P<part>[\p{{Lu}}][\w-]{{1,24}}?)(?:-(?:Segment|Sparte|Geschäft|Division)|(?:segment|sparte|geschäft))s?\b
      | \b[Ii]n\ (?P<part>{_PLACES_DE})\b
    """,
    "fr": rf"""
        \b(?:division|branche|pôle|segment|activité|filiale)s?\ (?:d'|de\ |des\ )?"?(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_FR})\b | \baux\ (?P<part>[ÉE]tats-Unis)\b
    """,
    "es": rf"""
        \b(?:división|segmento|área|negocio|filial|unidad)\ (?:de\ )?"?(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_ES})\b
    """,
    "ja": r"(?P<part>[\p{Han}\p{Katakana}ーA-Za-z0-9・]{2,16}?(?:事業|部門|セグメント))(?:の|は|では|で|が)",
    "zh": r"(?P<part>[\p{Han}A-Za-z0-9]{2,10}?(?:业务|業務|分部|板块|板塊|部门))(?:的|实现|收入|营收|收益|,)?",
    "ko": r"(?P<part>[\p{Hangul}A-Za-z0-9·]{1,12}(?:\ ?부문|\ ?사업본부|\ ?사업부|\ ?사업))(?:은|는|이|의|에서|,|\ )",
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
    following = tokens[metric_at + 1 : metric_at + 4]
    stop = next((token.start for token in following if token.tag not in "_noK"), tokens[metric_at].end)
    found = None
    for found in _parts(language).finditer(folded, start, max(stop, tokens[metric_at].end)):  # noqa: B007 - the last one counts
        pass
    part = found["part"].strip().lower() if found else None
    return None if part is None or part in _WHOLE else part


def own_names(folded: str, company: Company, cues: Iterable[Cue]) -> list[NameMark]:
    """Return where the company's name stands in a text, but where it is a word of the lexicon too."""
    if not company.name:
        return []
    known = [cue.span for cue in cues if cue.entry is not None]
    name = regex.compile(rf"(?<![\w]){regex.escape(company.name)}(?![a-z])")
    marks = []
    for found in name.finditer(folded):
        before = bisect_right(known, found.start(), key=lambda span: span.start)
        if before == 0 or known[before - 1].end <= found.start():
            marks.append(NameMark(span=Span(*found.span()), name=company.name))
    return marks
