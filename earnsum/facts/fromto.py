"""From and to: in French and Spanish, two levels of a second metric that look like the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.model import Span
from earnsum.patterns import regex

_ENDS = regex.compile(r"(?P<old>[0-9][0-9.,\ ]*+)(?:à|a)\ (?P<new>.+)")


def with_levels_from(folded: str, tags: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings, a range as where a second metric went from and to ("et l'Ebitda de 180 à 200 millions")."""
    for reading in readings:
        figure = reading.figure
        ends = None
        if reading.role == "actual" and reading.metric is not None and figure.is_range and "r" in tags[: reading.at]:
            ends = _ENDS.fullmatch(folded, *figure.span) if tags[reading.at - 1] == "o" else None
        if ends is None or figure.low is None or figure.high is None:
            yield reading
            continue
        levels: tuple[tuple[Role, str, Decimal], ...] = (("prior", "old", figure.low), ("actual", "new", figure.high))
        for role, name, value in levels:
            span = Span(*ends.span(name))
            span = Span(span.start, span.start + len(folded[span.start : span.end].rstrip()))
            one = figure._replace(span=span, extent=span, value=value, low=value, high=value)
            yield reading._replace(role=role, figure=one)
