"""
Bracketed: parts gone through one by one, each with its sum and its change in brackets.

"Por zonas, México aportó 625 millones (+23%), Europa y África 128 millones (+17%)", "papier 210 millions (-2%)": the verb is said
once and the metric perhaps never, but what parts bring in is sales.  In German, French and Spanish; who is told of before a sum
is its part, or where that stands between the sum and its bracket ("210 millones en papel (-2%)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.patterns import regex

_LEAD = 120
"""Letters in which a text says who it is on; two firms may be told of side by side there."""

_HEAD = regex.compile(
    r"(?:Por|Par|Nach|Aufgeteilt nach|En (?:los|las)|In den) (?:\w+ ){0,2}"
    r"(?:zonas|zones?|divisiones|divisions?|negocios|segmentos|segments?|áreas|regiones|régions?|países|pays|marcas|marques?|activités?|actividades|mercados|marchés?|branches?|Regionen|Sparten"
    r"|Segmenten|Bereichen|Geschäftsbereichen|Divisionen|líneas)(?: [a-zé]+)?(?:,|:)? "
)
_MOVED = r"(?:plus|minus|más|menos|un|en|baisse|hausse|de|alza|caída|del?|ein|Plus|Minus|von)"
_BESIDE = regex.compile(rf"(?P<words>(?: (?!et |y |und )[^\W\d]+'?){{0,5}}) \((?:{_MOVED} ){{0,4}}$")
"""Between a sum and its change: ``320 millions d'euros de ventes (+3%)``, ``210 millones en papel (-2%)``"""
_JOINED = regex.compile(r"\)?[,;]?(?: (?:y|e|et|und|sowie|mientras que|tandis que|während))? (?P<name>[^()0-9;:]{2,80} )?$")
_WHERE = regex.compile(r" (?:en|in|im|dans|chez|aux?) (?:la |el |los |las |les? |l'|der |den )?(?P<name>[^\W\d][^()]{2,40})$")
_ARTICLES = regex.compile(
    r"(?:[Ll]as?|[Ee]l|[Ll]os|[Ll]es?|[Dd]ie|[Dd]er|[Dd]as|[Dd]ivision|[Ss]parte|[Bb]ranche|división"
    r"|(?:[Nn]egocio|[Mm]ercado)(?: (?:en|del?))?|del?|en)(?: |$)|[Ll]'"
)
_VERB = regex.compile(
    r"(?: \w+(?:ó|aron|ieron|jo)| (?:a|ont|ha|han) [\w]+(?:é|ado|ido|int)| con| avec| mit| steuerten?| kam(?:en)? auf| erlösten?"
    r"| (?:erzielte|erreichte|brachte|setzte|verbuchte)n?)+(?= |$).*$"
)
_VERB_FIRST = regex.compile(
    r"(?:steuerten?|erlösten?|(?:erzielte|erreichte|brachte|setzte|verbuchte)n?|kam(?:en)?) (?:die |der |das )?"
)
_LAST = regex.compile(r" (?:de|d'|des|à|con|avec|mit|auf)$")
_SALES = frozenset({"revenue"})


class _Item(NamedTuple):
    """One part, with the places of its sum and of its change among the readings."""

    name: str
    level: int
    change: int


def read_bracketed(folded: str, sentence: Span, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, sums with a change in brackets as the sales of the parts that are told before them one by one."""
    told = list(readings)
    if folded.count("(", *sentence) < 2 or any(t.tag == METRIC_TAG and not is_called(t.mark, _SALES) for t in tokens):
        return told
    head = _HEAD.match(folded, sentence.start)
    if head is None and sentence.start < _LEAD:
        return told
    items = list(_items(folded, head.end() if head is not None else sentence.start, readings))
    if len(items) < 2:  # one by itself is read by its clause
        return told
    for item in items:
        told[item.level] = told[item.level]._replace(role="actual", metric=None, metric_at=None, part=item.name)
        told[item.change] = told[item.change]._replace(role="change", metric=None, metric_at=None, part=item.name)
    return told


def _items(folded: str, start: int, readings: Sequence[Reading]) -> Iterator[_Item]:
    """Yield the parts from the first on, as long as they follow one another."""
    end = start
    for level, (sum_, change) in enumerate(pairwise(readings)):
        if not (sum_.figure.kind == "money" or sum_.figure.scaled) or change.figure.kind != "percent":
            continue
        beside = _BESIDE.search(folded, sum_.figure.extent.end, change.figure.extent.start)
        if beside is None or beside.start() != sum_.figure.extent.end or not (change.figure.signed or change.side):
            continue
        name = _name(folded, end, sum_.figure.extent.start, beside["words"], first=end == start)
        if name is None:
            return
        yield _Item(name, level, level + 1)
        end = change.figure.extent.end


def _name(folded: str, end: int, start: int, beside: str, *, first: bool) -> str | None:
    """Return who is told of between the item before and a sum, or beside the sum."""
    where = _WHERE.search(beside)
    if first:
        words = folded[end:start]
        told = words if where is None else ""
    else:
        joined = _JOINED.fullmatch(folded, end, start)
        if joined is None:
            return None
        told = joined["name"] or ""
    name = _LAST.sub("", _VERB.sub("", _VERB_FIRST.sub("", told.rstrip()))).strip(" ,")
    while article := _ARTICLES.match(name):
        name = name[article.end() :]
    if not name and where is not None:
        name = where["name"]
    return name.lower() if name and len(name.split()) <= 7 else None
