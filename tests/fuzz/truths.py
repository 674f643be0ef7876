"""
What must hold of every output, whatever bytes came in.

`check` reads bytes as the command does and shows what was found in every format.  Nothing may raise but the program's own
input error, every span must be true, and each output must be what its format's own readers take it for, with no
character in it that moves a cursor, hides or reorders text.  The readers are others' (csv, json, lxml, markdown-it), and what
may be shown is judged by Unicode's categories, not by the program's own list.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import walk
from jsonschema import Draft202012Validator
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from earnsum.errors import InputError
from earnsum.intake.article import read_article
from earnsum.model import Summary
from earnsum.pipeline import summarize_article
from earnsum.render import Format, Renderer, View, renderer
from earnsum.render.safe import plain
from earnsum.rows import COLUMN_NAMES
from earnsum.schema import json_schema

WIDTH = 80
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs that Unicode counts as format characters, but that print: they stand before or under the digits that they belong to."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_MARKUP = frozenset({"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"})
_INERT = frozenset(
    """html head meta title style body h1 h2 h3 h4 main article section div p details summary span a ul li label input output table
    thead tbody tr th td script svg g rect line text path desc b strong em mark figure figcaption""".split()
)
_HANDLER = re.compile(r"on|style$|src|formaction|action|srcdoc|xlink")


def check(data: bytes) -> list[Summary]:
    """Assert all that must hold of some bytes; return what was read (nothing where they are refused)."""
    try:
        summaries = summarize_article(read_article(data))
    except InputError as error:
        check_shown(plain(str(error)))
        return []
    for summary in summaries:
        walk.check(summary)
    check_formats(summaries)
    return summaries


def check_formats(summaries: Sequence[Summary]) -> None:
    """Assert that every format shows the summaries of an article harmlessly."""
    for name, check_output in CHECKS.items():
        made = _renderer(name)
        check_output("".join(made.pages(iter([made.piece(summaries)]))), summaries)


VIEWS = {
    "table": (Format.TABLE, View(width=WIDTH, explain=True)),
    "colour": (Format.TABLE, View(width=WIDTH, explain=True, colors="truecolor", escapes=True)),
    "json": (Format.JSON, View(with_text=True)),
    "jsonl": (Format.JSONL, View(with_text=True)),
    "csv": (Format.CSV, View()),
    "markdown": (Format.MARKDOWN, View(explain=True)),
    "html": (Format.HTML, View()),
}


@cache
def _renderer(name: str) -> Renderer:
    return renderer(*VIEWS[name])


def check_shown(text: str) -> None:
    """Assert that no character of a text hides or moves anything; line breaks apart."""
    unsafe = [f"U+{ord(char):04X}" for char in set(text) - _SEEN - {"\n"} if unicodedata.category(char) in _UNSAFE]
    assert not unsafe, unsafe


def check_table(shown: str, _: Sequence[Summary]) -> None:
    """Assert that a terminal gets text and nothing else."""
    check_shown(shown)
    assert shown.endswith("\n")


def check_colour(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that a terminal gets text and colours and nothing else."""
    check_table(_COLOUR.sub("", shown), summaries)


def check_json(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that the record comes back as it went, and fits the schema."""
    check_shown(shown)
    read = json.loads(shown)
    records = read if isinstance(read, list) else [read]
    assert records == [summary.record(with_text=True) for summary in summaries]
    for record in records:
        _validator().validate(record)


def check_jsonl(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that each record is one line."""
    check_shown(shown)
    assert [json.loads(line) for line in shown.splitlines()] == [summary.record(with_text=True) for summary in summaries]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def check_csv(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that all rows have all columns, and that no cell is a formula."""
    check_shown(shown)
    header, *rows = csv.reader(io.StringIO(shown), strict=True)
    assert header == list(COLUMN_NAMES)
    assert len(rows) == sum(len(walk.rows(summary)) for summary in summaries)
    for row in rows:
        assert len(row) == len(header)
        for cell in row:
            assert not cell.startswith(_FORMULA) or cell == "-" or _NUMBER.fullmatch(cell), cell


def check_markdown(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that a Markdown reader finds the tables with all their cells, and neither markup nor a link in the article's text."""
    check_shown(shown)
    tokens = _markdown().parse(shown)
    found = {token.type for token in _all_tokens(tokens)}
    assert not found & _MARKUP, found & _MARKUP
    rows = [token for token in tokens if token.type == "tr_open"]
    heads = [token for token in tokens if token.type == "thead_open"]
    lines = sum(len(walk.rows(summary)) for summary in summaries)
    assert len(rows) - len(heads) >= lines
    for line in re.findall(r"(?m)^\|.*$", shown):
        assert line.endswith(" |")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _all_tokens(tokens: Sequence[Token]) -> list[Token]:
    return [*tokens, *(child for token in tokens for child in token.children or ())]


def check_html(shown: str, summaries: Sequence[Summary]) -> None:
    """Assert that a page holds the program's own elements only, that nothing runs or loads, and that links stay on the page."""
    check_shown(shown.replace("\t", " "))
    page: Any = lxml_html.document_fromstring(shown)
    elements = list(page.iter())
    assert {element.tag for element in elements} <= _INERT, {element.tag for element in elements} - _INERT
    assert sum(element.tag == "script" for element in elements) == 1
    names = {name for element in elements for name in element.attrib}
    assert not any(_HANDLER.match(name) for name in names), names
    assert all(href.startswith("#") for href in page.xpath("//@href"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(page.xpath("//article//tbody/tr[@id]")) == sum(len(walk.rows(summary)) for summary in summaries)


CHECKS: dict[str, Callable[[str, Sequence[Summary]], None]] = {
    "table": check_table,
    "colour": check_colour,
    "json": check_json,
    "jsonl": check_jsonl,
    "csv": check_csv,
    "markdown": check_markdown,
    "html": check_html,
}
