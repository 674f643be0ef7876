"""Last year: the year reported, or the one before it where another is told of ("a loss for the year to May; last year …")."""

from __future__ import annotations

from earnsum.patterns import regex
from earnsum.text.firms import FIRM
from earnsum.text.marks import PeriodMark

_OPENS_CLAUSE = regex.compile(r"(?:^|[.;:\n]\"?\ ?|,\ (?:while|where|whereas|when|but|and|although)\ )(?:in\ |for\ )?$")
_TOLD_BACK = regex.compile(
    rf",?\ (?:it|they|there|the\ (?:{FIRM}"
    r"|(?:net\ |pre-?tax\ |operating\ )?(?:profit|loss|figure|result)))\ (?:had\ |was\ |were\ |also\ |still\ )*"
    r"(?:made|lost|earned|posted|reported|recorded|booked|suffered|showed|shown|swung|had|was|were)\b"
)


def of_last_year(marks: list[PeriodMark], low: str) -> list[PeriodMark]:
    """Return marks, a month and the "last year" right behind it as one of a year ago ("In May last year, sales were up 10%")."""
    kept: list[PeriodMark] = []
    for mark in marks:
        month = kept[-1] if kept else None
        if (
            month is not None
            and mark.label.lower() == "last year"
            and month.kind == "month"
            and month.year is None
            and low[month.span.end : mark.span.start] in (" ", " of ")
            and low.startswith(",", mark.span.end)
            and _OPENS_CLAUSE.search(low, max(0, month.span.start - 14), month.span.start)
        ):
            label = f"{month.label} last year"
            kept[-1] = month._replace(span=month.span._replace(end=mark.span.end), label=label, when="year_ago")
        else:
            kept.append(mark)
    return kept


def with_year_before(marks: list[PeriodMark], low: str) -> list[PeriodMark]:
    """Return marks, "last year" as the one before a year told of earlier ("a loss for the year to May; last year it made …")."""
    told = False
    for place, mark in enumerate(marks):
        if mark.when is not None or mark.kind != "year" or mark.label.isdigit():
            continue
        if mark.label.lower() != "last year":
            told = True
        elif (
            told
            and _TOLD_BACK.match(low, mark.span.end)
            and _OPENS_CLAUSE.search(low, max(0, mark.span.start - 14), mark.span.start)
        ):
            marks[place] = mark._replace(when="year_ago")
    return marks
