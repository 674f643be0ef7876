"""
Tables of a page: which of them hold data, and their rows as lines.

A page lays itself out with tables, quotes share prices in them, and prints the
income statement in them; only the last is news.  SEC filings spread "$", "(1.23"
and ")" over three cells, which `plain.join_cells` puts together again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from earnsum.intake.columns import join_cells
from earnsum.patterns import regex

_SIGN = regex.compile(r"\(?[0-9*†‡§]{1,2}\)?|\([a-z]\)|\[[0-9a-z]{1,2}\]")
_RAISED = regex.compile(r"(?i)vertical-align\s*+:\s*+super|top\s*+:\s*+-")
_QUOTE_HEAD = regex.compile(r"(?i)\b(?:ticker|symbol)\b")
_QUOTE_PRICE = regex.compile(r"(?i)\b(?:last|change|chg|price)\b")
_LONG_CELL = 500
_SENTENCE = 40
_DIGIT = regex.compile("[0-9]")


def is_footnote_sign(element: Any, tag: str) -> bool:
    """Tell whether a raised element only points to a footnote ("trading¹"); "24th" and "m²" are text."""
    if tag != "sup" and not _RAISED.search(element.get("style") or ""):
        return False
    if len(element) > 2:
        return False
    text = "".join(element.itertext()).strip()
    return bool(_SIGN.fullmatch(text))


def is_data_table(table: Any) -> bool:
    """Tell whether a table holds cells to be read across: no table inside, no cell with paragraphs, a row with two texts."""
    if (table.get("role") or "") == "presentation" and table.find(".//p") is not None:
        return False
    if table.find(".//table") is not None or table.find(".//article") is not None or table.find(".//h1") is not None:
        return False
    across = False
    for row in table.iter("tr"):
        filled = [text for text in map(_rough_text, _cells(row)) if text]
        if any(len(text) > _LONG_CELL for text in filled) or any(map(_holds_paragraphs, _cells(row))):
            return False
        across = across or (len(filled) > 1 and any(map(_DIGIT.search, filled)))
    return across


def is_quote_table(table: Any) -> bool:
    """Tell whether a table lists share prices: its first row names a ticker and a price."""
    first = next(iter(table.iter("tr")), None)
    head = " ".join(map(_rough_text, _cells(first))) if first is not None else ""
    return bool(_QUOTE_HEAD.search(head) and _QUOTE_PRICE.search(head))


def read_rows(table: Any) -> Iterator[str]:
    """Yield the rows that hold anything, a line each."""
    for row in table.iter("tr"):
        if line := join_cells([_cell_text(cell) for cell in _cells(row)]):
            yield line


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _holds_paragraphs(cell: Any) -> bool:
    paragraphs = [child for child in cell if child.tag == "p"]
    return len(paragraphs) > 1 and sum(len(_rough_text(p)) > _SENTENCE for p in paragraphs) > 1


def _rough_text(cell: Any) -> str:
    return "".join(cell.itertext()).strip()


_SILENT = frozenset({"script", "style", "button", "svg", "noscript", "template"})
_RUNS_ON = frozenset(
    {"a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "small", "big", "ins", "del", "mark", "nobr", "s"}
)


def _cell_text(cell: Any) -> str:
    """Return a cell's text without scripts and footnote signs; blocks inside it are kept apart by a space."""
    if not len(cell):
        return cell.text or ""
    pieces: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        runs_on = tag in _RUNS_ON or ":" in tag
        if not runs_on:
            pieces.append(" ")
        if event == "start":
            if tag in _SILENT or (tag in ("sup", "font", "span", "a") and is_footnote_sign(element, tag)):
                walk.skip_subtree()
            elif element.text:
                pieces.append(element.text)
        elif element is not cell and element.tail:
            pieces.append(element.tail)
    return "".join(pieces)
