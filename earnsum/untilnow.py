"""Until now: sentences that tell a company's outlook as it was, each of whose figures is the old one of a row."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar import Reading
from earnsum.mentions import Token
from earnsum.model import Span
from earnsum.patterns import re, regex

_UNTIL_NOW = re.compile(
    r"""(?xi) (?:but\ |and\ )? (?:
      previously | originally | initially | before\ that | until\ now | earlier, | last\ (?:year|quarter|month|spring|summer
        |autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b,?
    | (?:it|they|we|management|the\ \w++|[A-Z][\w.'&-]++(?:\ [A-Z][\w.'&-]++){0,2})
      \ (?:had\ )?(?:previously|earlier|originally|initially)
    ),?\ (?:[^,;]{0,60}?\ )?(?:had\ |been\ )?
    (?:said|saw|seen|see|forecast|(?:expect|project|predict|target)(?:ed|ing)|(?:guid|anticipat|estimat)(?:ed|ing)
      |(?:call|look|aim)(?:ed|ing)\ (?:for|to))\b"""
)
"""How a sentence begins that tells an outlook as it was: "Previously, the company expected …"."""
_CALLED_OLD = re.compile(r"^[_nKo&,]{0,4}g(?!G?_?,)|g[Nf]?,?/[^MV;]*(?=E)")
"""The same by its marks: "Its earlier guidance was for …", "a cut from previous forecasts, which expected …"."""
_BY_NOW = regex.compile(r"\b(?:now|currently|instead|today|presently|new|updated|but|however|reported|posted)\b")


def as_until_now(folded: str, span: Span, tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, of an outlook told as it was until now each figure as a `previous` one, up to the words for the new one."""
    begins = _UNTIL_NOW.match(folded, span.start, span.end)
    called = _CALLED_OLD.search(tags) if begins is None else None
    if begins is None and called is None:
        return list(readings)
    old = begins.end() if begins is not None else tokens[called.end() - 1].end if called is not None else span.end
    new = _BY_NOW.search(folded, old, span.end)
    end = new.start() if new is not None else span.end
    meant = ("guide", "actual") if called is not None and "/" in called.group() else ("guide",)
    return [r._replace(role="previous") if r.role in meant and old <= r.figure.span.start < end else r for r in readings]
