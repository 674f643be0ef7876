"""Codes: a period's short form in brackets, behind which the period goes on ("the first half (H1) of 2023")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.marks import PeriodMark

_CODE = regex.compile(r"(?<=[a-z]) \((?:q[1-4]|[1-4]q|h[12]|[12]h|[369]m)\)(?= (?:of|ended|ending|to)\b)")
_BEHIND = 40


def past_codes(marks: list[PeriodMark], folded: str, low: str, read: Callable[[str], Sequence[PeriodMark]]) -> list[PeriodMark]:
    """Return marks, a period with what goes on behind its short form in brackets, as it is read without that."""
    if _CODE.search(low) is None:
        return marks
    told: list[PeriodMark] = []
    for mark in marks:
        code = _CODE.match(low, mark.span.end) if mark.kind is not None and mark.year is None else None
        again = read(f"{mark.span.of(folded)}{folded[code.end() : code.end() + _BEHIND]}") if code is not None else ()
        if code is not None and again and again[0].span.start == 0 and again[0].span.end > len(mark.label):
            span = Span(mark.span.start, again[0].span.end + mark.span.start + len(code[0]))
            told.append(again[0]._replace(span=span, when=mark.when))
        elif not told or mark.span.start >= told[-1].span.end:
            told.append(mark)
    return told
