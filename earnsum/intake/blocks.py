"""
A page as a line of blocks: paragraphs, headings, list items and table rows, in reading order.

One walk over the tree makes the blocks, and remembers for every container the
range of blocks that it holds.  What is body and what is menu is then a question
about ranges (`body`), so neither step ever has to look at the other's tree.
The walk keeps its own stack: depth of nesting costs nothing but memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

from earnsum.intake.columns import read_columns
from earnsum.intake.pagetables import is_data_table, is_footnote_sign, is_quote_table, read_rows
from earnsum.intake.wrapping import ITEM, join_wrapped
from earnsum.patterns import regex

BlockKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's worth of text, and how many of its characters stand in links."""

    kind: BlockKind
    text: str
    linked: int = 0
    level: int = 0
    group: int = 0
    """Lines of one group (a list, a table, a paragraph with line breaks) stand under each other without a gap."""


@dataclass(slots=True)
class Region:
    """A container: its tag, what it is called, and the blocks ``[start, end)`` that it holds."""

    tag: str
    names: str
    start: int
    end: int = 0
    itemprop: str = ""


_INLINE_TAGS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup
    time tt u var wbr ruby rb
"""
_DROPPED_TAGS = """
    script style noscript template svg math iframe frame frameset object embed applet canvas audio video picture img map button
    select option textarea input datalist dialog figcaption head meta link title rt rp amp-ad amp-sidebar amp-img amp-analytics
    amp-consent amp-social-share amp-carousel amp-video amp-iframe
"""
INLINE = frozenset(_INLINE_TAGS.split())
_DROPPED = frozenset(_DROPPED_TAGS.split())
_SINGLE = frozenset(
    {"script", "style", "img", "meta", "link", "input", "noscript", "template", "svg", "button", "rt", "rp", "amp-img"}
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_TEXTUAL = frozenset({"p", "li", "dd", "dt", "td", "th", "blockquote", "pre", *_HEADINGS})
_HIDDEN = regex.compile(r"(?i)display\s*+:\s*+none|visibility\s*+:\s*+hidden")
_BULLET = regex.compile(r"[•·▪●◦‣∙■□➢►✓]\s*+|[–—*-](?:\s++|(?=\p{Lu}))")  # "-5%" is no bullet
_BULLET_ALONE = regex.compile(r"[•·▪●◦‣∙■□➢►✓*o§–-]")
_BULLET_CELL = regex.compile(r"[•·▪●◦‣∙■□➢►✓] \| ")
_SIGNED_PERCENT = regex.compile(r"[+\-−–▲▼]?[0-9][0-9.,]*+%")
_HOVER = regex.compile(
    r"(?i)tool-?tip|roll-?over|hover-?card|pop-?over|sr-only|visually-?hidden|screen-?reader"
)  # not in the line one reads
_NAMES = 400


def find_blocks(root: etree._Element, *, hidden: bool = False) -> tuple[list[Block], list[Region]]:
    """Return the blocks under `root` in order, those of hidden elements if asked for, and the containers in order of start tags."""
    walk = _Walk(hidden=hidden)
    walk.over(root)
    return walk.blocks, walk.regions


class _Walk:
    """The state of one walk: the text since the last boundary, and what it stands in."""

    def __init__(self, *, hidden: bool = False) -> None:
        self._hidden = hidden
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self._open: list[tuple[Any, Region]] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._level = 0
        self._item = ""
        self._group = 0
        self._textual = 0
        self._boundary = False

    def over(self, root: etree._Element) -> None:
        """Walk the tree once, start tags and end tags in document order."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped: set[Any] = set()
        for event, element in events:
            tag = element.tag
            if event == "start":
                if (
                    self._is_dropped(element, tag)
                    or (tag == "table" and self._take_table(element))
                    or (tag == "pre" and self._take_pre(element))
                ):
                    skipped.add(element)
                    events.skip_subtree()
                else:
                    self._enter(element, tag)
            else:
                if element in skipped:
                    skipped.discard(element)
                    if tag not in _SINGLE and not self._is_inline(tag):
                        self._flush()
                else:
                    self._leave(element, tag)
                if element is not root and element.tail:
                    self._add(element.tail)
        self._flush()

    # Text

    def _add(self, text: str) -> None:
        if self._boundary and self._pieces and self._pieces[-1][-1:].isalpha() and _SIGNED_PERCENT.match(text):
            self._pieces.append(" ")  # "<a>ABC</a><span>-0.9%</span>": kept apart by the style sheet
        self._boundary = False
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        """End the block at hand; line breaks inside it make lines of one group, double ones new blocks."""
        pieces, linked = self._pieces, self._linked
        if not pieces:
            return
        self._pieces, self._linked, self._boundary = [], 0, False
        text = "".join(pieces)
        for part in _PARAGRAPH_BREAK.split(text) if "\x00" in text else (text,):
            lines = list(_lines(part))
            if not lines:
                continue
            if not (self._item and self._item != "item"):
                self._group += not (self._item and self._in_list())
            size = sum(map(len, lines))
            for line in lines:
                self._emit(line, min(len(line), linked * len(line) // max(1, size)))

    def _in_list(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].kind == "item"

    def _emit(self, line: str, linked: int) -> None:
        kind: BlockKind = "paragraph"
        if self._item == "dt":
            self._item = f"dt{line.rstrip(' :')}: "
            return
        if self._item.startswith("dt"):
            line = self._item[2:] + line
        elif self._level:
            kind = "heading"
        elif self._item or _BULLET.match(line):
            if _BULLET_ALONE.fullmatch(line):
                self._item = "item"
                return
            kind = "item"
            line = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
        self._item = ""
        self.blocks.append(Block(kind, line, linked, self._level, self._group))

    # Elements

    def _is_inline(self, tag: str) -> bool:
        """Tell whether an element runs on in the text; unknown elements do inside a paragraph, and are containers outside."""
        return tag in INLINE or ":" in tag or ("-" in tag and self._textual > 0 and bool(self._pieces))

    def _is_dropped(self, element: Any, tag: str) -> bool:
        if tag in _DROPPED or (
            tag == "time" and not self._textual and not self._pieces
        ):  # a time by itself is the page's, read with the metadata
            return True
        if not self._hidden and (element.get("hidden") is not None or ((style := element.get("style")) and _HIDDEN.search(style))):
            return True
        if tag in ("span", "a", "sup", "font") and (names := element.get("class")) and _HOVER.search(names):
            return True
        return tag in ("sup", "font", "span", "a") and is_footnote_sign(element, tag)

    def _enter(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._pieces.append("\x00")
        elif self._is_inline(tag):
            self._links += tag == "a"
            self._boundary = True
        else:
            self._flush()
            self._level = _HEADINGS.get(tag, self._level)
            self._textual += tag in _TEXTUAL
            if tag in ("li", "dt"):
                self._item = "item" if tag == "li" else "dt"
            if tag in ("ul", "ol", "dl"):
                self._group += 1
            region = Region(tag, _names(element), len(self.blocks), itemprop=element.get("itemprop") or "")
            self.regions.append(region)
            self._open.append((element, region))
        if element.text:
            self._add(element.text)

    def _leave(self, element: Any, tag: str) -> None:
        if self._open and self._open[-1][0] is element:
            self._flush()
            self._open.pop()[1].end = len(self.blocks)
            self._textual -= tag in _TEXTUAL
            if tag in _HEADINGS:
                self._level = 0
            if tag in ("li", "dd"):
                self._item = ""
        elif tag != "br":
            self._links -= tag == "a"
            self._boundary = True

    def _take_table(self, table: Any) -> bool:
        """Take a table of data row by row; a table that only lays out the page is walked like any container."""
        if not is_data_table(table):
            return False
        self._flush()
        self._group += 1
        region = Region("table", _names(table), len(self.blocks))
        self.regions.append(region)
        if not is_quote_table(table):
            self.blocks.extend(self._row(row) for row in read_rows(table))
        region.end = len(self.blocks)
        return True

    def _row(self, row: str) -> Block:
        """Take a row; one whose first cell is a bullet is a list item that was laid out."""
        bullet = _BULLET_CELL.match(row)
        return Block("item", row[bullet.end() :], 0, 0, self._group) if bullet else Block("row", row, 0, 0, self._group)

    def _take_pre(self, pre: Any) -> bool:
        """Take preformatted text as the plain text that it is: wrapped lines joined, columns read as rows."""
        self._flush()
        for part in regex.split(r"\n[ \t]*+\n", join_wrapped("".join(pre.itertext()))):
            self._group += 1
            for line in read_columns(part).split("\n"):
                if text := " ".join(line.split()):
                    item = ITEM.match(text)
                    self.blocks.append(
                        Block("item" if item else "paragraph", _BULLET.sub("", text, count=1) if item else text, 0, 0, self._group)
                    )
        return True


def _names(element: Any) -> str:
    """Return what the page calls an element."""
    get = element.get
    return f"{get('class', '')[:_NAMES]} {get('id', '')[:_NAMES]} {get('role', '')[:_NAMES]} {get('data-component', '')[:_NAMES]}"


_PARAGRAPH_BREAK = regex.compile(r"\x00\s*+\x00[\s\x00]*+")


def _lines(part: str) -> Iterator[str]:
    """Split at single line breaks, unless the sentence plainly runs on."""
    line = ""
    for piece in part.split("\x00"):
        text = " ".join(piece.split())
        if not text:
            continue
        if line and text[0].islower() and not line.endswith((".", ":", ";", "!", "?")):
            line = f"{line} {text}"
        else:
            if line:
                yield line
            line = text
    if line:
        yield line
