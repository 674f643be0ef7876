"""
The report: a summary as headed sections of cells, before any format draws them.

Terminal, Markdown and page say the same in the same order; what they say is decided here,
once, in words of the reader's language, and each of them only draws it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from earnsum.model import Caveat, Change, Figure, Period, Row, Summary
from earnsum.render import Score
from earnsum.render.cells import Cell, Column, Line, Role, Section, bar, used
from earnsum.render.names import (
    by_part,
    capital,
    fiscal_name,
    number,
    outlook_in_order,
    period_name,
    results_in_order,
    row_name,
    says_end,
    says_fiscal,
    scope_name,
)
from earnsum.render.numbers import Numbers, find_locale
from earnsum.render.safe import plain
from earnsum.render.words import CHANGE_KINDS, PERIODS, VERDICTS, WARNINGS, Words

LONGEST_PERIOD = 18
"""A longer name is too long for a scoreboard."""
VERDICT_SIGNS = {"beat": "▲", "miss": "▼", "in_line": "●"}


class Reporter:
    """Makes the sections, in the words and figures of one locale."""

    def __init__(self, locale: str) -> None:
        """Find the locale's words and figures."""
        self.locale = find_locale(locale)
        self.numbers = Numbers(self.locale)
        self.words = Words.of(self.locale)

    def heading(self, summary: Summary) -> tuple[str, str]:
        """Return who reported for which period, and when and where it was written."""
        company, period = summary.company, summary.period
        listing = ": ".join(filter(None, (company.exchange, company.ticker)))
        name = company.name or summary.title or self.file(summary)
        first = [f"{name} ({listing})" if listing else name]
        if summary.results or summary.guidance:
            first += self._period(summary.language, period)
        title = summary.title if name != summary.title else None
        source = self.source(summary) if name != self.source(summary) else None
        second = [self.numbers.date(summary.published) if summary.published else None, source, title]
        return " · ".join(plain(part) for part in first if part), " · ".join(plain(part) for part in second if part)

    def _period(self, language: str, period: Period) -> Iterator[str]:
        """Yield what is to be said of the main period: its name, and only what that leaves open."""
        part = period.fiscal_period or ""
        if language != "en" and part.startswith("Q"):  # names of periods in other languages stand in any case, not as nouns
            yield self.words.quarter(int(part[1:]), period.fiscal_year)
        else:
            yield period_name(self.words, language, period.kind, period.label)
        if language == "en" and not says_fiscal(period):
            yield self.words("fiscal {period}").format(period=fiscal_name(period))
        if period.end and not says_end(period):
            yield self._until(period.end)

    def short_period(self, summary: Summary) -> str:
        """Return the main period as it stands on a scoreboard."""
        period = summary.period
        if period.fiscal_period:
            return fiscal_name(period)
        if period.kind == "quarter" and number(period.label):
            return f"Q{number(period.label)}"
        name = period_name(self.words, summary.language, period.kind, period.label)
        if len(name) <= LONGEST_PERIOD or period.kind is None:
            return name
        return self._until(period.end) if period.end else self.words(PERIODS[period.kind])

    def _until(self, month: str) -> str:
        return self.words("to {month}").format(month=self.numbers.month(month))

    def heading_of(self, line: Score) -> str:
        """Return who reported for which period, for the title of a page."""
        return plain(" · ".join(filter(None, (line.company or self.file(line), line.period))))

    def source(self, summary: Summary | Score) -> str:
        """Return the input's name, with the number of the item in a round-up."""
        name = self.words("standard input") if summary.source == "-" else summary.source
        return f"{name} #{summary.item}" if summary.item else name

    def file(self, line: Summary | Score) -> str:
        """Return the input's name without its folders."""
        return self.source(line).rpartition("/")[2]

    def sections(self, summary: Summary) -> list[Section]:
        """Return the tables of a summary that hold something: compared rows, other results, outlook."""
        compared = [row for row in summary.results if row.estimate or row.verdict]
        others = [row for row in summary.results if not (row.estimate or row.verdict)]
        made = (self._compared(summary, compared), self._others(summary, others), self._guidance(summary))
        return [section for section in made if section.lines]

    def _compared(self, summary: Summary, rows: Sequence[Row]) -> Section:
        columns = (
            Column(self.words("Metric"), is_number=False),
            Column(self.words("Actual")),
            Column(self.words("Estimate"), gives_way=1),
            Column(self.words("Surprise"), gives_way=3),
            Column("%"),
            Column("", is_number=False, gives_way=6),
            Column(self.words("YoY"), gives_way=2),
            Column(self.words("Year ago"), gives_way=4),
            Column(self.words("Estimate by"), is_number=False, gives_way=5),
            Column(self.words("Verdict"), is_number=False),
        )
        lines = (
            Line(
                (
                    self._name(summary, row),
                    self._figure(row.actual, "actual"),
                    self._figure(row.estimate, "estimate"),
                    Cell(self.surprise(row), row.verdict or ""),
                    Cell(self.surprise_pct(row), row.verdict or ""),
                    Cell(bar(shown := _shown_surprise(row)), row.verdict or "", value=shown),
                    self._change(row.change),
                    self._figure(row.prior, "prior"),
                    Cell(self._who(row.estimate), "quiet"),
                    self.verdict(row),
                ),
                row,
            )
            for row in results_in_order(summary, rows)
        )
        return used(Section(self.words("Against estimates"), columns, tuple(lines)))

    def _others(self, summary: Summary, rows: Sequence[Row]) -> Section:
        columns = (
            Column(self.words("Metric"), is_number=False),
            Column(self.words("Actual")),
            Column(self.words("YoY")),
            Column(self.words("Year ago"), gives_way=1),
        )
        lines: list[Line] = []
        for has_heading, group in by_part(summary, rows):
            if has_heading:
                part = capital(scope_name(group[0], summary.text))
                lines.append(Line((Cell(part, "heading"), Cell(), Cell(), Cell())))
            for row in group:
                name = self._name(summary, row, scoped=not has_heading)
                if has_heading:
                    name = name._replace(text=f"  {name.text}")
                cells = (name, self._figure(row.actual, "actual"), self._change(row.change), self._figure(row.prior, "prior"))
                lines.append(Line(cells, row))
        title = "Other results" if len(rows) < len(summary.results) else "Results"
        return used(Section(self.words(title), columns, tuple(lines)))

    def _guidance(self, summary: Summary) -> Section:
        columns = (
            Column(self.words("Metric"), is_number=False),
            Column(self.words("Outlook")),
            Column(self.words("Consensus"), gives_way=1),
            Column(self.words("%"), gives_way=2),
            Column(self.words("Previous"), gives_way=3),
            Column(self.words("Revision"), is_number=False, gives_way=4),
            Column(self.words("YoY"), gives_way=2),
            Column(self.words("Verdict"), is_number=False),
        )
        lines = (
            Line(
                (
                    self._name(summary, row),
                    self._figure(row.actual, "actual"),
                    self._figure(row.estimate, "estimate"),
                    Cell(self.surprise_pct(row), row.verdict or ""),
                    self._figure(row.previous, "previous"),
                    Cell(self.words(row.revision) if row.revision else ""),
                    self._change(row.change),
                    self.verdict(row),
                ),
                row,
            )
            for row in outlook_in_order(summary)
        )
        return used(Section(self.words("Outlook"), columns, tuple(lines)))

    def _name(self, summary: Summary, row: Row, *, scoped: bool = True) -> Cell:
        return Cell(row_name(self.words, summary, row, scoped=scoped), span=row.span)

    def _figure(self, figure: Figure | None, role: Role) -> Cell:
        if figure is None:
            return Cell()
        return Cell(self.numbers.figure(figure) + ("*" if figure.derived else ""), role, figure.span)

    def _change(self, change: Change | None) -> Cell:
        if change is None:
            return Cell()
        kind = f" ({self.words(CHANGE_KINDS[change.kind])})" if change.kind else ""
        return Cell(self.numbers.percent(change.pct, signed=True) + kind, "change", change.span)

    def surprise(self, row: Row) -> str:
        """Return the surprise as an amount, in the scale of the estimate."""
        if row.surprise is None or row.estimate is None:
            return ""
        if row.estimate.unit == "%":
            return self.numbers.points(row.surprise.amount) + " " + self.words("pp")
        return self.numbers.value(row.surprise.amount, row.estimate.unit, like=row.estimate.value, signed=True)

    def surprise_pct(self, row: Row) -> str:
        """Return the surprise in percent, to a tenth; of a rate, points say it better and there is none."""
        if row.surprise is None or row.estimate is None or row.estimate.unit == "%" or not row.estimate.value:
            return ""
        # not from surprise.pct, which was rounded once already
        return self.numbers.percent(row.surprise.amount / abs(row.estimate.value) * 100, signed=True, places=1)

    def verdict(self, row: Row | None) -> Cell:
        """Return the verdict as a sign and a word."""
        if row is None or row.verdict is None:
            return Cell()
        word = self.words(VERDICTS[row.verdict])
        return Cell(f"{VERDICT_SIGNS[row.verdict]} {word}", row.verdict)

    def _who(self, figure: Figure | None) -> str:
        if figure is None:
            return ""
        count = self.words("{n} analysts").format(n=figure.analysts) if figure.analysts else None
        return plain(", ".join(filter(None, (figure.by, count))))

    def note(self, sections: Iterable[Section]) -> str:
        """Return the explanation of the star, where one is shown."""
        starred = any(cell.text.endswith("*") and cell.style for s in sections for line in s.lines for cell in line.cells)
        return self.words("* computed from a stated difference") if starred else ""

    def warnings(self, summary: Summary) -> list[str]:
        """Return the warnings as sentences with their codes."""
        return [plain(f"{self._warning(summary, caveat)} [{caveat.code}]") for caveat in summary.warnings]

    def _warning(self, summary: Summary, caveat: Caveat) -> str:
        general = WARNINGS.get(caveat.code, "")
        if not self.words.knows(general):
            return caveat.message
        where = f": “{caveat.span.of(summary.text)}”" if caveat.span else ""
        return self.words(general) + where


def _shown_surprise(row: Row) -> Decimal | None:
    """Return the surprise in the percent, or percentage points, that stand beside the bar."""
    if row.surprise is None or row.estimate is None:
        return None
    return row.surprise.amount if row.estimate.unit == "%" else row.surprise.pct
