"""
Evidence: the sentences that a row rests on, cut where its figures stand.

What ``--explain`` and the pages show.  A figure may stand outside of the row's own sentence
("Analysts had expected $1.79."), so each row has one or more stretches of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from earnsum.model import Row, Span, Summary
from earnsum.render.cells import Role
from earnsum.text.sentences import LONGEST, find_sentences, fold

_ROLES: tuple[Role, ...] = ("actual", "estimate", "prior", "change", "previous")


class Part(NamedTuple):
    """A stretch of text, and the role of the figure that it is, if it is one."""

    text: str
    role: Role | None
    span: Span


def figures(row: Row) -> list[tuple[Role, Span]]:
    """Return the row's figures with their roles."""
    return [(role, found.span) for role in _ROLES if (found := getattr(row, role)) is not None]


def evidence(summary: Summary, row: Row) -> list[list[Part]]:
    """Return the row's sentences, in the order of the text, each cut into parts."""
    marks = figures(row)
    spans = [row.span]
    for _, span in marks:
        if not any(s.start <= span.start and span.end <= s.end for s in spans):
            spans.append(around(summary.text, span))
    return [cut(summary.text, span, marks) for span in sorted(set(spans))]


def around(text: str, span: Span) -> Span:
    """
    Return the sentence about a span.

    >>> text = "Profit rose. Analysts polled by Acme Inc. expected $1.79 a share. Sales fell."
    >>> around(text, Span(51, 56)).of(text)
    'Analysts polled by Acme Inc. expected $1.79 a share.'
    """
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - LONGEST)
    stop = text.find("\n", span.end)
    line = text[start : min(stop if stop >= 0 else len(text), span.end + LONGEST)]
    sentences = (Span(start + s.start, start + s.end) for s in find_sentences(fold(line)))
    return next((s for s in sentences if s.start <= span.start and span.end <= s.end), span)


def cut(text: str, span: Span, marks: Iterable[tuple[Role, Span]]) -> list[Part]:
    """Cut a stretch of text at the figures in it; of figures that overlap, the first is marked."""
    parts = []
    at = span.start
    for role, mark in sorted(marks, key=lambda found: (found[1].start, -found[1].end)):
        if mark.start < at or mark.end > span.end or mark.start >= mark.end:
            continue
        if mark.start > at:
            parts.append(Part(text[at : mark.start], None, Span(at, mark.start)))
        parts.append(Part(mark.of(text), role, mark))
        at = mark.end
    if at < span.end:
        parts.append(Part(text[at : span.end], None, Span(at, span.end)))
    return parts
