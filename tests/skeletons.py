"""Pages of many sites with a hole in the middle, and the filling of it: any text can be seen as any site would show it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
SKELETONS = sorted((PAGES / "skeletons").glob("*.html"))

_PARAGRAPH = re.compile(r"<!-- paragraph: (.*?) -->\n")
_SEPARATOR = re.compile(r"<!-- separator: (.*?) -->\n")


def fill(skeleton: str, title: str, body: str) -> str:
    """Return the page that shows a text: paragraphs, "- " lists and " | " tables become their markup."""
    paragraph = found[1] if (found := _PARAGRAPH.match(skeleton)) else "<p>%s</p>"
    separator = found[1] if (found := _SEPARATOR.match(skeleton)) else ""
    parts = [_markup(part, "%s" if separator else paragraph) for part in body.split("\n\n")]
    page = _SEPARATOR.sub("", _PARAGRAPH.sub("", skeleton))
    return page.replace("{{title}}", escape(title)).replace("{{body}}", (separator or "\n").join(parts))


def _markup(part: str, paragraph: str) -> str:
    lines = part.split("\n")
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in lines) + "</ul>"
    if all(" | " in line for line in lines):
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line.split(" | ")) for line in lines)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return paragraph.replace("%s", "<br>".join(map(escape, lines)))
