"""
The page: one file that needs no network, with the article's text marked and tied to the rows.

Article text is hostile: it is escaped wherever it stands, and the page's own
Content-Security-Policy lets nothing run or load but the one script and the one style sheet of
this package, known by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from earnsum.model import Span, Summary
from earnsum.patterns import re
from earnsum.render import Piece, Score, View
from earnsum.render.cells import Line, Role, Section
from earnsum.render.chart import histogram
from earnsum.render.evidence import cut, figures
from earnsum.render.htmltable import board, escape, names, table
from earnsum.render.report import Reporter
from earnsum.render.scoreboard import score, scoreboard, totals
from earnsum.render.styles import GROUNDS, STYLES
from earnsum.render.words import ROLES
from earnsum.selection import Only

HERE = "\0"
"""Stands for the article's place on the page until that is known; no text can hold it."""
_HEADING = re.compile(r"(?<=<h)[23]|(?<=</h)[23]")


class Html:
    """One page for all articles."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._view = view
        self._report = Reporter(view.locale)

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's part of the page."""
        anchors = [f"{HERE}-{number}" for number in range(1, len(summaries) + 1)]
        texts = ("".join(self._article(summary, anchor)) for summary, anchor in zip(summaries, anchors, strict=True))
        scores = (score(self._report, s, anchor) for s, anchor in zip(summaries, anchors, strict=True))
        return Piece("".join(texts), tuple(scores))

    def failure(self, source: str, code: str, message: str) -> Piece:
        """Return a part that says what failed."""
        where = escape(source)
        return Piece(f'<article><h2>{where}</h2>\n<p class="warn">{escape(message)} [{escape(code)}]</p></article>\n')

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the page: the scoreboard stands first, so all is read before anything is written."""
        parts: list[str] = []
        scores: list[Score] = []
        for number, piece in enumerate(pieces, start=1):
            parts.append(piece.text.replace(HERE, f"a{number}"))
            scores += [line._replace(anchor=line.anchor.replace(HERE, f"a{number}")) for line in piece.scores]
        if len(parts) == 1 and len(scores) <= 1:
            title = self._report.heading_of(scores[0]) if scores else "earnsum"
            yield from self._top(title)
            yield _alone(parts[0])
        else:
            title = self._report.words("{n} articles").format(n=len(parts))
            yield from self._top(title)
            yield f"<h1>{escape(title)}</h1>\n"
            is_board_alone = self._view.only is Only.HEADLINE and bool(scores)
            if scores:
                yield from self._board([line._replace(anchor="") for line in scores] if is_board_alone else scores)
            if not is_board_alone:
                yield from parts
        yield f"</main>\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"

    def _top(self, title: str) -> Iterator[str]:
        style, script = stylesheet(), _asset("page.js")
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'; img-src 'none'; connect-src 'none'"
        )
        words = self._report.words
        yield f'<!doctype html>\n<html lang="{words.tag}" dir="{words.locale.text_direction}">\n<head>\n'
        yield f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"

    def _article(self, summary: Summary, anchor: str) -> Iterator[str]:
        report = self._report
        who, where = report.heading(summary)
        yield f'<article id="{anchor}" aria-labelledby="{anchor}-h">\n<h2 id="{anchor}-h">{escape(who)}</h2>\n'
        yield f'<p class="where">{escape(where)}</p>\n' if where else ""
        sections = report.sections(summary)
        lines = [line for section in sections for line in section.lines if line.row]
        ids = names(lines, anchor)
        marked, targets = self._text(summary, anchor, lines, ids)
        yield '<div class="wide">\n<div>\n'
        yield from self._tables(summary, sections, ids, targets)
        yield "</div>\n"
        if summary.text:
            yield f"<details{' open' if self._view.explain else ''}>\n<summary>{escape(report.words('Article text'))}</summary>\n"
            yield f'{self._legend(lines)}<div class="text" lang="{escape(summary.language)}" dir="auto">\n'
            yield f"{marked}</div>\n</details>\n"
        yield "</div>\n</article>\n"

    def fragment(self, summary: Summary) -> Iterator[str]:
        """Yield the heading and the tables by themselves."""
        who, where = self._report.heading(summary)
        yield f"<article>\n<h2>{escape(who)}</h2>\n" + (f"<p>{escape(where)}</p>\n" if where else "")
        yield from self._tables(summary, self._report.sections(summary), {}, {})
        yield "</article>\n"

    def _tables(
        self, summary: Summary, sections: Sequence[Section], ids: dict[int, str], targets: dict[Span, str]
    ) -> Iterator[str]:
        """Yield the sections, and what is to be said of them; lines without an id and figures without a target are not linked."""
        for section in sections:
            yield from table(section, summary.company.name or self._report.file(summary), ids, targets, self._notes(section))
        if note := self._report.note(sections):
            yield f'<p class="note">{escape(note)}</p>\n'
        for caveat, warning in zip(summary.warnings, self._report.warnings(summary), strict=True):
            target = targets.get(caveat.span) if caveat.span else None
            said = f'<a href="#{target}">{escape(warning)}</a>' if target else escape(warning)
            yield f'<p class="warn">! {said}</p>\n'

    def _notes(self, section: Section) -> dict[int, str]:
        """Return the shapes that read each line, where they are asked for."""
        words = self._report.words
        explained = (line for line in section.lines if line.row and line.row.shapes and self._view.explain)
        return {id(line): f"{words('read as')}: {'; '.join(line.row.shapes)}" for line in explained if line.row}

    def _legend(self, lines: Sequence[Line]) -> str:
        """Return how the roles look that occur."""
        met = {role for line in lines if line.row for role, _ in figures(line.row)}
        words = self._report.words
        shown = " ".join(f'<span class="mark {role}">{escape(words(name))}</span>' for role, name in ROLES.items() if role in met)
        return f'<p class="legend">{shown}</p>\n' if shown else ""

    def _text(self, summary: Summary, anchor: str, lines: Sequence[Line], ids: dict[int, str]) -> tuple[str, dict[Span, str]]:
        """Return the text with its figures marked, and where each figure and each sentence of a row stands on the page."""
        rows: dict[Span, list[tuple[Role, Line]]] = defaultdict(list)
        for line in lines:
            if line.row:
                for role, span in figures(line.row):
                    rows[span].append((role, line))
        marks = [(found[0][0], span) for span, found in rows.items()]
        sentences = {line.row.span for line in lines if line.row} | {caveat.span for caveat in summary.warnings if caveat.span}
        targets: dict[Span, str] = {}
        out: list[str] = []
        start = 0
        for number, paragraph in enumerate(summary.text.split("\n"), start=1):
            here = Span(start, start + len(paragraph))
            start = here.end + 1
            if not paragraph.strip():
                continue
            inside = [(role, span) for role, span in marks if here.start <= span.start < here.end]
            said = [span for span in sentences if here.start <= span.start < here.end]
            place = f"{anchor}-p{number}"
            out.append(f'<p id="{place}">' if said or inside else "<p>")
            targets |= dict.fromkeys([*said, *(span for _, span in inside)], place)
            for part in cut(summary.text, here, inside):
                shown = escape(part.text)
                if part.role is None:
                    out.append(shown)
                    continue
                targets[part.span] = f"{anchor}-f{part.span.start}"
                out.append(self._mark(targets[part.span], part.role, shown, rows[part.span], ids))
            out.append("</p>\n")
        return "".join(out), targets

    def _mark(self, place: str, role: Role, shown: str, found: Sequence[tuple[Role, Line]], ids: dict[int, str]) -> str:
        """Return a figure in the text, leading to the first of its rows."""
        linked = [ids[id(line)] for _, line in found]
        saying = "; ".join(f"{self._report.words(ROLES[role])}, {line.cells[0].text.strip()}" for role, line in found)
        return (
            f'<a class="mark {role}" id="{place}" href="#{linked[0]}" data-rows="{" ".join(linked)}" title="{escape(saying)}">'
            f"{shown}</a>"
        )

    def _board(self, scores: Sequence[Score]) -> Iterator[str]:
        report = self._report
        section = scoreboard(report, scores, report.file)
        yield f'<section>\n<h2 id="board">{escape(section.title)}</h2>\n<div class="charts">\n'
        for total in totals(report, scores):
            yield f"<figure><figcaption>{escape(total.told)}</figcaption>{histogram(report, total.surprises)}</figure>\n"
        yield f'</div>\n<p class="filter" hidden><label for="filter">{escape(report.words("Filter"))}</label> '
        yield '<input id="filter" type="search"> <output id="count" for="filter"></output></p>\n'
        yield from board(section, scores, [report.source(line) for line in scores])
        yield "</section>\n"


def fragment(summary: Summary) -> str:
    """Return the tables of one summary, to stand in somebody else's page: no script, no style, no article text."""
    return "".join(Html(View()).fragment(summary))


def _alone(part: str) -> str:
    """Return the part of a page's only article: its headings rise by one, and its text is open."""
    risen = _HEADING.sub(lambda match: str(int(match.group()) - 1), part)
    return risen.replace("<details>", "<details open>")


def _asset(name: str) -> str:
    return (files("earnsum.render") / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def stylesheet() -> str:
    """Return the style sheet, with the colours that `styles` chooses."""
    light = "".join(f"--{name}:{style.light};" for name, style in STYLES.items())
    dark = "".join(f"--{name}:{style.dark};" for name, style in STYLES.items())
    grounds = "".join(f"--{name}:{colour};" for name, (colour, _) in GROUNDS.items())
    dark_grounds = "".join(f"--{name}:{colour};" for name, (_, colour) in GROUNDS.items())
    return f":root{{{light}{grounds}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}{dark_grounds}}}}}\n" + _asset("page.css")
