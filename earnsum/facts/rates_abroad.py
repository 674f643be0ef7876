"""Rates abroad: what a rate is in German, French and Spanish that its shape alone does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, is_called
from earnsum.patterns import regex

_SO_MUCH_MORE = {
    **dict.fromkeys(("más", "mehr", "de plus", "plus", "davantage"), "w"),
    **dict.fromkeys(("menos", "weniger", "de moins", "moins"), "q"),
}
"""How what was expected differs from what came: of a figure that came, the other way round."""


def as_so_much_more(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a rate by which more was expected than came ("los analistas esperaban un 2,3% más") as that, no growth."""
    found: list[Reading] = []
    for reading in readings:
        behind = tokens[reading.at + 1].mark if reading.at + 1 < len(tokens) else None
        told = reading
        if reading.role == "estimate" and reading.figure.kind == "percent" and isinstance(behind, Cue):
            side = _SO_MUCH_MORE.get(behind.words)
            told = reading._replace(role="gap", side=side) if side is not None else reading
        found.append(told)
    return found


_GROWTH = frozenset({"revenue_growth"})
_FALLEN = ("baisse", "recul", "repli", "décroissance", "umsatzrück", "umsatzmin", "umsatzeinb", "erlösrück")
"""How growth is called that is none."""
_COMES_TO = regex.compile(r"M[_onYBtTQ]{0,6}$")


def as_growth(tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a rate that growth itself came to ("Das organische Wachstum lag bei 5 Prozent") as a change."""
    found: list[Reading] = []
    for reading in readings:
        name = _COMES_TO.search(tags, 0, reading.at) if reading.figure.kind == "percent" and reading.metric is None else None
        mark = tokens[name.start()].mark if name is not None else None
        if name is not None and reading.role == "actual" and is_called(mark, _GROWTH):
            fell = isinstance(mark, Cue) and mark.words.startswith(_FALLEN)
            reading = reading._replace(role="change", metric=mark, metric_at=name.start(), side="D" if fell else reading.side)  # noqa: PLW2901
        found.append(reading)
    return found


_PASSED = regex.compile(
    r"\b(?:(?:Marke|Schwelle|Grenze|[Hh]ürde|barre|seuil|cap|cota|barrera|umbral|listón)(?: (?:von|der|des?|d'|los)){0,2}"
    r"|(?:erstmals|por primera vez|pour la première fois)[^.;,0-9]{0,30}?) $"
)


def unless_passed(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a mark that was passed as no level where one stands behind it ("die Marke von 10 und lag bei 10,3")."""
    found = list(readings)
    for at, (mark, level) in enumerate(pairwise(readings)):
        alike = (
            level.role == "actual" and level.figure.kind in {mark.figure.kind, "bare"} and level.metric_at in (None, mark.metric_at)
        )
        start = mark.figure.extent.start
        if alike and mark.role in ("actual", "prior") and mark.metric and _PASSED.search(folded, max(0, start - 60), start):
            found[at], found[at + 1] = mark._replace(role="skip"), level._replace(metric=mark.metric, metric_at=mark.metric_at)
    return found
