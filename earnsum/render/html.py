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
from html import escape as escape_html
from importlib.resources import files

from earnsum.model import Span, Summary
from earnsum.render import Piece, Score, View
from earnsum.render.chart import histogram
from earnsum.render.evidence import cut, figures
from earnsum.render.report import VERDICT_SIGNS, Cell, Column, Line, Reporter, Role, Section
from earnsum.render.safe import CONTROLS, SEQUENCE, plain
from earnsum.render.scoreboard import score, scoreboard, totals
from earnsum.render.styles import GROUNDS, STYLES
from earnsum.render.words import ROLES
from earnsum.rows import Only

HERE = "\0"
"""Stands for the article's place on the page until that is known; no text can hold it."""


def escape(text: str) -> str:
    r"""
    Return text as HTML, on one line.

    >>> escape("<b>\x1b[1m & \"x\"")
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return escape_html(plain(text))


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
        return Piece("".join(texts), tuple(score(self._report, s, anchor) for s, anchor in zip(summaries, anchors, strict=True)))

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
        title = self._report.heading_of(scores[0]) if len(scores) == 1 else self._report.words("{n} articles").format(n=len(parts))
        yield from self._top(title)
        yield "<main>\n"
        if len(scores) > 1:
            yield from self._board(scores)
        if self._view.only is not Only.HEADLINE or len(scores) <= 1:
            yield from (part.replace("<details>", "<details open>") if len(scores) <= 1 else part for part in parts)
        yield f"</main>\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"

    def _top(self, title: str) -> Iterator[str]:
        style, script = stylesheet(), _asset("page.js")
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'; img-src 'none'; connect-src 'none'"
        )
        lang = str(self._report.locale).replace("_", "-")
        direction = self._report.locale.text_direction if self._report.locale.language in ("ar", "he", "fa", "ur") else "ltr"
        yield f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"

    def _article(self, summary: Summary, anchor: str) -> Iterator[str]:
        report = self._report
        who, where = report.heading(summary)
        yield f'<article id="{anchor}" aria-labelledby="{anchor}-h">\n<h2 id="{anchor}-h">{escape(who)}</h2>\n'
        yield f'<p class="where">{escape(where)}</p>\n'
        sections = report.sections(summary)
        lines = [line for section in sections for line in section.lines if line.row]
        ids = {id(line): f"{anchor}-r{number}" for number, line in enumerate(lines, start=1)}
        marked, targets = self._text(summary, anchor, lines, ids)
        yield '<div class="wide">\n<div>\n'
        yield from self._tables(summary, sections, ids, targets)
        yield "</div>\n"
        if summary.text:
            yield f"<details>\n<summary>{escape(report.words('Article text'))}</summary>\n{self._legend()}"
            yield f'<div class="text" lang="{escape(summary.language)}" dir="auto">\n{marked}</div>\n</details>\n'
        yield "</div>\n</article>\n"

    def fragment(self, summary: Summary) -> Iterator[str]:
        """Yield the heading and the tables by themselves."""
        who, where = self._report.heading(summary)
        yield f"<article>\n<h2>{escape(who)}</h2>\n<p>{escape(where)}</p>\n"
        yield from self._tables(summary, self._report.sections(summary), {}, {})
        yield "</article>\n"

    def _tables(
        self, summary: Summary, sections: Sequence[Section], ids: dict[int, str], targets: dict[Span, str]
    ) -> Iterator[str]:
        """Yield the sections, and what is to be said of them; lines without an id and figures without a target are not linked."""
        for section in sections:
            yield from self._section(section, ids, targets)
        if note := self._report.note(sections):
            yield f'<p class="note">{escape(note)}</p>\n'
        for warning in self._report.warnings(summary):
            yield f'<p class="warn">! {escape(warning)}</p>\n'

    def _legend(self) -> str:
        shown = "".join(f'<span class="mark {role}">{escape(self._report.words(name))}</span> ' for role, name in ROLES.items())
        return f'<p class="legend">{shown}</p>\n'

    def _section(self, section: Section, ids: dict[int, str], targets: dict[Span, str]) -> Iterator[str]:
        columns = section.columns
        keep = [n for n, column in enumerate(columns) if column.heading]
        yield f'<h3>{escape(section.title)}</h3>\n<div class="scroll" tabindex="0"><table>\n<thead><tr>'
        for n in keep:
            yield f'<th scope="col"{_class(columns[n])}>{escape(columns[n].heading)}</th>'
        yield "</tr></thead>\n<tbody>\n"
        for line in section.lines:
            name = escape(line.cells[0].text)
            if line.row is None:
                yield f'<tr class="group"><th scope="rowgroup" colspan="{len(keep)}">{name}</th></tr>\n'
                continue
            anchor = f' id="{ids[id(line)]}"' if ids else ""
            yield f'<tr{anchor}><th scope="row">{name}</th>'
            for n in keep[1:]:
                cell = line.cells[n]
                yield f"<td{_class(columns[n], cell)}>{self._cell(cell, targets)}</td>"
            yield "</tr>\n"
        yield "</tbody>\n</table></div>\n"

    @staticmethod
    def _cell(cell: Cell, targets: dict[Span, str]) -> str:
        target = targets.get(cell.span) if cell.span else None
        return f'<a href="#{target}">{escape(cell.text)}</a>' if target and cell.text else escape(cell.text)

    def _text(self, summary: Summary, anchor: str, lines: Sequence[Line], ids: dict[int, str]) -> tuple[str, dict[Span, str]]:
        """Return the text with its figures marked, and for each figure the id of its mark (or of its paragraph)."""
        rows: dict[Span, list[tuple[Role, Line]]] = defaultdict(list)
        for line in lines:
            if line.row:
                for role, span in figures(line.row):
                    rows[span].append((role, line))
        marks = [(found[0][0], span) for span, found in rows.items()]
        targets: dict[Span, str] = {}
        out: list[str] = []
        start = 0
        for number, paragraph in enumerate(summary.text.split("\n"), start=1):
            here = Span(start, start + len(paragraph))
            start = here.end + 1
            inside = [(role, span) for role, span in marks if here.start <= span.start < here.end]
            if not paragraph.strip():
                continue
            out.append(f'<p id="{anchor}-p{number}">')
            targets |= {span: f"{anchor}-p{number}" for _, span in inside}
            for part in cut(summary.text, here, inside):
                shown = escape_html(CONTROLS.sub("", SEQUENCE.sub("", part.text)))
                if part.role is None:
                    out.append(shown)
                    continue
                target = targets[part.span] = f"{anchor}-f{part.span.start}"
                linked = [ids[id(line)] for _, line in rows[part.span]]
                saying = "; ".join(
                    f"{self._report.words(ROLES[role])}, {line.cells[0].text.strip()}" for role, line in rows[part.span]
                )
                out.append(
                    f'<a class="mark {part.role}" id="{target}" href="#{linked[0]}" data-rows="{" ".join(linked)}" '
                    f'title="{escape(saying)}">{shown}</a>'
                )
            out.append("</p>\n")
        return "".join(out), targets

    def _board(self, scores: Sequence[Score]) -> Iterator[str]:
        report = self._report
        section = scoreboard(report, scores)
        yield f'<section aria-labelledby="board">\n<h2 id="board">{escape(section.title)}</h2>\n<ul>\n'
        yield from (f"<li>{escape(line)}</li>\n" for line in totals(report, scores))
        yield "</ul>\n"
        yield histogram(report, scores)
        yield f'<label class="filter" hidden>{escape(report.words("Filter"))}<input id="filter" type="search"> '
        yield '<output id="count"></output></label>\n'
        yield '<div class="scroll" tabindex="0"><table class="board">\n<thead><tr>'
        yield from (f'<th scope="col"{_class(column)}>{escape(column.heading)}</th>' for column in section.columns)
        yield "</tr></thead>\n<tbody>\n"
        for line, scored in zip(section.lines, scores, strict=True):
            yield f'<tr><th scope="row"><a href="#{scored.anchor}">{escape(line.cells[0].text)}</a></th>'
            for column, cell in zip(section.columns[1:], line.cells[1:], strict=True):
                sort = f' data-v="{cell.value:f}"' if cell.value is not None else ""
                yield f"<td{_class(column, cell)}{sort}>{escape(cell.text)}</td>"
            yield "</tr>\n"
        yield "</tbody>\n</table></div>\n</section>\n"


def fragment(summary: Summary) -> str:
    """Return the tables of one summary, to stand in somebody else's page: no script, no style, no article text."""
    return "".join(Html(View()).fragment(summary))


def _class(column: Column, cell: Cell | None = None) -> str:
    """Return the class attribute of a cell: figures stand to the right, verdicts are coloured."""
    names = ["n"] * column.is_number + ([cell.style] if cell and cell.style in VERDICT_SIGNS else [])
    return f' class="{" ".join(names)}"' if names else ""


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
