"""Chinese: figures of several years in a row, of which the last came last ("2022年至2024年营收分别为2亿元、4亿元和8亿元")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import A_YEAR_AGO
from earnsum.model import Span
from earnsum.patterns import regex

_YEAR = r"20[0-9]{2}年?度?"
_YEARS = regex.compile(
    rf"(?:(?P<from>20[0-9]{{2}})年?度?(?:至|到|[-—~])(?P<to>20[0-9]{{2}})年?度?|(?:{_YEAR}[,、])*{_YEAR}(?:[,、和及与]|以及){_YEAR})"
    r"(?P<more>(?:以?及|和|[,、与])(?:20[0-9]{2}年?)?(?:截至)?(?:前|上半年|首|第?一季度|[1-9一二三四]+[-至]))?"
)
_AND = regex.compile(r"[,、和及与]|以及")


def with_years_in_row(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, of as many figures in a row as years are named the last as reported and the one before as a year ago."""
    found = _YEARS.search(folded, *span) if "分别" in folded[span.start : span.end] else None
    if found is None:
        return list(readings)
    named = int(found["to"]) - int(found["from"]) + 1 if found["to"] else len(regex.findall("20[0-9]{2}", found.group()))
    years = named + (1 if found["more"] and found["to"] else 0)
    told = list(readings)
    for run in _runs(folded, readings):
        if len(run) != years or years <= 1 or (first := readings[run[0]]).figure.span.start < found.end():
            continue
        for at in run:
            role: Role = "actual" if at == run[-1] else "prior" if at == run[-2] and not found["more"] else "skip"
            shape = A_YEAR_AGO if role == "prior" else readings[at].shape
            told[at] = readings[at]._replace(role=role, shape=shape, metric=first.metric, metric_at=first.metric_at)
    return told


def _runs(folded: str, readings: Sequence[Reading]) -> Iterator[list[int]]:
    """Yield where figures of one kind stand with nothing but commas between them."""
    run: list[int] = []
    for at, reading in enumerate(readings):
        last = readings[run[-1]] if run else None
        between = folded[last.figure.extent.end : reading.figure.extent.start] if last is not None else ""
        if last is None or last.figure.kind != reading.figure.kind or _AND.fullmatch(between) is None:
            yield run
            run = []
        run.append(at)
    yield run
