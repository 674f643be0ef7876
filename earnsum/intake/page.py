"""
An HTML page read: its metadata and the text of its article.

The steps stand here in order; each is a module of its own (`pagemeta`,
`blocks`, `pagetables`, `body`).  Imported only where the input is HTML,
since lxml costs more to load than a text costs to read.

No extraction library stands behind it: those that find the body as well or better drop
the bullets and boxes in which the figures are, and join what a statement keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from earnsum.intake.blocks import Block, find_blocks
from earnsum.intake.body import choose_body
from earnsum.intake.pagemeta import Metadata, read_metadata
from earnsum.intake.plain import clean
from earnsum.patterns import re, regex


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it says about itself, and its article as text (empty where there is none)."""

    metadata: Metadata
    text: str


_BASE64 = re.compile(r"data:[a-z/+.-]{0,40};base64,[A-Za-z0-9+/=\s]{200,}+")
# The parser looks for each attribute among those before it; no element has as many.  Only names with their values count: where a
# quote is missing, all that follows would look like values.
_MANY_ATTRIBUTES = regex.compile(
    r"""(<[A-Za-z][A-Za-z0-9:-]*+)(?:[\s/]*+[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?+){2000,}+"""
)
_CONTAINERS = re.compile(
    r"</?(?:div|section|table|tbody|tr|td|ul|ol|li|blockquote|center|main|article|dl|dd|form)\b[^>]{0,2000}+>", re.IGNORECASE
)
_INLINE_TAGS = re.compile(r"</?(?:span|font|a|b|i|u|em|strong|small|big|sup|sub|tt|s|ins|del)\b[^>]{0,2000}+>", re.IGNORECASE)
_BREAKS = re.compile(r"</(?:p|div|li|h[1-6]|tr)\s*+>|<br\s*+/?>\s*+<br\s*+/?>", re.IGNORECASE)
_TAGS = re.compile(r"<(?:script|style)\b[^>]*+>.*?</(?:script|style)\s*+>|<[^>]{0,2000}+>", re.IGNORECASE | re.DOTALL)


def read_page(markup: str) -> Page:
    r"""
    Return the article of a page, its title on the first line.

    >>> read_page("<title>Acme up</title><nav>Home</nav><p>Acme Corp. earned $1.58 a share in the quarter.</p>").text
    'Acme up\n\nAcme Corp. earned $1.58 a share in the quarter.'
    """
    root = parse(markup)
    if root is None:
        return Page(Metadata(), clean(_TAGS.sub(" ", markup)))
    metadata = read_metadata(root)
    body = _body(root, metadata) or _body(root, metadata, hidden=True)  # some pages hide all until a script has run
    if len(metadata.body) > 2 * len(body):
        # Scripts build the body, or a subscription hides it: what the page tells search engines is all there is.
        body = _stated_body(metadata.body)
    return Page(metadata, f"{metadata.title}\n\n{body}" if metadata.title and body else body)


def _body(root: etree._Element, metadata: Metadata, *, hidden: bool = False) -> str:
    """Return the article's text; `hidden` is whether what the page hides counts too."""
    blocks, regions = find_blocks(root, hidden=hidden)
    return clean("".join(_lines(choose_body(blocks, regions, metadata.title, f"{metadata.description}\n{metadata.body}"))))


def parse(markup: str) -> etree._Element | None:
    """Parse any markup, however broken; None where there is nothing to parse."""
    source = _MANY_ATTRIBUTES.sub(r"\1", _BASE64.sub("", markup)).replace("\0", "")
    root, is_complete = _parse(source)
    if not is_complete:
        # Beyond some depth the parser gives up, so containers become paragraphs, which cannot nest.
        root, _ = _parse(_CONTAINERS.sub("<p>", _INLINE_TAGS.sub("", source)))
    return root


def _parse(source: str) -> tuple[etree._Element | None, bool]:
    """Parse once, to plain elements, which are quicker than those of `lxml.html`; also tell whether the parser came to the end."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, recover=True, huge_tree=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, True
    return root, not any("depth" in entry.message for entry in parser.error_log)


def _stated_body(stated: str) -> str:
    """Return an article's text as metadata states it: plain, or itself markup."""
    text = clean(stated)
    return clean(_TAGS.sub(" ", _BREAKS.sub("\n\n", text))) if "</" in text or "<br" in text else text


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Set the blocks one below the other: a blank line between paragraphs, none inside a list or table."""
    last: Block | None = None
    for block in blocks:
        if last is not None:
            yield "\n" if block.group == last.group or (block.kind == last.kind == "item") else "\n\n"
        yield f"- {block.text}" if block.kind == "item" else block.text
        last = block
