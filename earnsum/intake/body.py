"""
Which blocks of a page are the article.

Everything is a question about ranges of blocks: a range is the body if it is
called so and holds most of the page's sentences; a range is dropped if it is
called a menu, or begins with "Related", and does not hold most of them.  Names
are evidence, mass decides: pages call their body "sidebar-left" often enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from earnsum.intake.blocks import Block, Region
from earnsum.intake.dates import DATE
from earnsum.intake.pagewords import (
    AROUND_DATE,
    BODY_PART,
    CHATTER,
    COMMENTS,
    FIGURE,
    NEVER_BODY,
    OTHER_PART,
    QUOTE_LINE,
    RELATED,
    plain_names,
)

_SENTENCE = 40
_STATEMENT = 18
_HEAVY = 0.4  # a range that holds this share of the page's sentences is no menu, whatever its name
_MOST = 0.5
_LEAVES = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "pre", "blockquote"}
)
_NEARLY_ALL = 0.92
_TRUSTED = frozenset({"html", "body", "main", "li", "td", "tr", "tbody", "blockquote", "pre"})
_MATTER = frozenset({"nav", "aside", "footer", "menu", "form", "figure"})

_TOP = 6
_CHATTER_LENGTH = 220


@dataclass(frozen=True, slots=True)
class _Mass:
    """How many characters of sentences any range of blocks holds."""

    sums: Sequence[int]

    def of(self, start: int, end: int) -> int:
        return self.sums[end] - self.sums[start]


def choose_body(blocks: Sequence[Block], regions: Sequence[Region], title: str | None, evidence: str = "") -> list[Block]:
    """
    Return the article's blocks in order; `evidence` is what the metadata quote of the article, if anything.

    First what is plainly something else goes, then the range that is the body is found, then small talk inside it goes.
    """
    known = _squeeze(evidence)[:200_000]
    total = _Mass([0, *accumulate(_weight(block, known) for block in blocks)])
    headline = _headline_index(blocks, title)
    gone, mass = _kept(blocks, regions, total, headline)
    start, end = _body_range(blocks, regions, mass, headline)
    if start <= headline < end and 3 * mass.of(headline, end) >= mass.of(start, end):
        start = headline  # what stands above the headline is not under it
    kept = [n for n in range(len(blocks)) if not gone[n] and (start <= n < end or (headline < n < start and _is_lead(blocks[n])))]
    body = [blocks[n] for n in kept if n != headline and not _repeats(blocks[n], title)]
    body = [block for block in _without_boxes(body) if not _is_chatter(block)]
    return [block for n, block in enumerate(body) if n >= _TOP or not _is_date_line(block)]


def _fewer(regions: Sequence[Region]) -> Iterator[Sequence[Region]]:
    """Yield all containers, then those of other people's text, then none; the later ones are seldom asked for."""
    yield regions
    yield [region for region in regions if NEVER_BODY.search(plain_names(region.names))]
    yield ()


def _kept(blocks: Sequence[Block], regions: Sequence[Region], total: _Mass, headline: int) -> tuple[list[bool], _Mass]:
    """
    Mark what plainly is something else, and return the mass of the rest.

    Where hardly anything is left, and no paragraph under the headline, names mislead: then only other people's text goes, at last
    nothing.
    """
    size = len(blocks)
    gone = [False] * size
    mass = total
    for among in _fewer(regions):
        gone = _dropped(blocks, among, total, headline)
        mass = _Mass([0, *accumulate(0 if out else total.of(n, n + 1) for n, out in enumerate(gone))])
        left = mass.of(0, size)
        under = mass.of(headline, min(size, headline + _UNDER)) if headline >= 0 else 0
        if left >= _HARDLY * total.of(0, size) > 0 or under >= _PARAGRAPH:
            break
    return gone, mass


_HARDLY, _UNDER, _PARAGRAPH = 0.1, 12, 80


def is_sentence(block: Block) -> bool:
    """Tell whether a block reads like prose: long enough, or a short statement with a figure, and not mostly links."""
    size = len(block.text)
    return block.linked * 2 < size and (size >= _SENTENCE or (size >= _STATEMENT and bool(FIGURE.search(block.text))))


def _weight(block: Block, known: str) -> int:
    if block.kind == "heading":
        return 0
    if block.kind == "row":
        return 10 + len(block.text) // 2
    if not is_sentence(block):
        return 0
    weight = len(block.text) - block.linked
    return 4 * weight if known and _squeeze(block.text)[:60] in known else weight


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _dropped(blocks: Sequence[Block], regions: Sequence[Region], mass: _Mass, headline: int) -> list[bool]:
    """Mark the blocks of menus, boxes, captions and the like, by the names of their containers and by their headings."""
    gone = [False] * len(blocks)
    everything = mass.of(0, len(blocks))
    reach = 0
    for region in regions:
        if region.start == region.end or region.end <= reach:
            continue
        held = mass.of(region.start, region.end)
        if _is_other(region, blocks) and (
            held <= _HEAVY * everything or (_is_never_body(region, headline, blocks, held / everything) and held < everything)
        ):
            gone[region.start : region.end] = [True] * (region.end - region.start)
            reach = region.end
    return gone


def _is_other(region: Region, blocks: Sequence[Block]) -> bool:
    """Tell whether a container is called, or begins like, something that is not the article."""
    if region.tag == "article":
        return bool(NEVER_BODY.search(plain_names(region.names)))
    if region.tag in _TRUSTED:
        return False
    if region.tag == "header":
        return not any(block.level for block in blocks[region.start : min(region.end, region.start + 12)])
    if region.tag in _MATTER and not (region.tag == "figure" and blocks[region.start].kind == "row"):
        return True
    if region.names.strip() and OTHER_PART.search(plain_names(region.names)):
        return True
    return _begins_related(region, blocks)


def _is_never_body(region: Region, headline: int, blocks: Sequence[Block], share: float) -> bool:
    """Tell whether a container, however long, is other people's text: a consent notice, comments, the next story."""
    if headline < 0 or region.start <= headline < region.end:
        return False
    # A box of links may open the body itself, which holds most of the page.
    return bool(NEVER_BODY.search(plain_names(region.names))) or (share < _MOST and _begins_related(region, blocks))


def _begins_related(region: Region, blocks: Sequence[Block]) -> bool:
    """Tell whether a container of several blocks begins with a heading such as "Related"."""
    first = blocks[region.start]
    return first.level != 1 and len(first.text) < 60 and region.end - region.start > 1 and bool(RELATED.match(first.text))


def _body_range(blocks: Sequence[Block], regions: Sequence[Region], mass: _Mass, headline: int) -> tuple[int, int]:
    """Find the range that is the body: by its markup, by its name, else by where the sentences are."""
    everything = mass.of(0, len(blocks)) or 1
    for least, candidates in _markers(regions, headline):
        best = max(candidates, key=lambda r: (mass.of(r.start, r.end), r.start), default=None)
        if best is None:
            continue
        share = mass.of(best.start, best.end) / everything
        if share >= least or (share >= least / 2 and best.start <= headline < best.end):
            return best.start, best.end
    return _densest(regions, mass, len(blocks))


def _markers(regions: Sequence[Region], headline: int) -> Iterator[tuple[float, list[Region]]]:
    """Yield the kinds of evidence for a body, strongest first, and the share of the sentences that each must hold."""
    yield _MOST / 2, [r for r in regions if "articleBody" in r.itemprop]
    articles = [r for r in regions if r.tag == "article"]
    yield _MOST, [r for r in articles if len(articles) == 1 or r.start <= headline < r.end]
    yield _NEARLY_ALL, articles  # several, none round the headline: the posts of a live blog, or one story and its teasers
    yield _MOST, [r for r in regions if r.tag == "main" or "main" in r.names.split()]
    yield _MOST, [r for r in regions if r.tag in ("div", "section", "td") and BODY_PART.search(r.names)]


def _densest(regions: Sequence[Region], mass: _Mass, size: int) -> tuple[int, int]:
    """Descend from the whole page as long as one container holds nearly everything."""
    start, end = 0, size
    for region in regions:
        inside = (
            region.tag not in _LEAVES and start <= region.start and region.end <= end and region.end - region.start < end - start
        )
        if inside and mass.of(region.start, region.end) >= _NEARLY_ALL * mass.of(start, end):
            start, end = region.start, region.end
    return start, end


def _without_boxes(body: Sequence[Block]) -> Iterator[Block]:
    """
    Leave out what follows a heading like "Related" or "Comments" without a container of its own.

    Late in the article that is everything to its end, earlier the links and list items up to the next plain paragraph.
    """
    left = sum(len(block.text) for block in body if _is_prose(block))
    seen = 0
    inside = False
    for block in body:
        short = len(block.text) < 60 and block.kind != "row"
        if short and (block.kind == "heading" or block.linked == 0) and RELATED.match(block.text) and not FIGURE.search(block.text):
            if 4 * left <= seen or (COMMENTS.match(block.text) and seen > 200):
                return
            inside = True
            continue
        if _is_prose(block):
            seen += len(block.text)
            left -= len(block.text)
        if inside and (block.kind == "item" or block.linked * 3 > len(block.text)):
            continue
        inside = False
        yield block


def _is_prose(block: Block) -> bool:
    return block.kind == "row" or (block.kind == "paragraph" and is_sentence(block))


def _headline_index(blocks: Sequence[Block], title: str | None) -> int:
    """Return where the headline stands among the blocks, or -1."""
    if title:
        wanted = _squeeze(title).casefold()
        for n, block in enumerate(blocks):
            if block.level in (1, 2) and _squeeze(block.text).casefold() == wanted:
                return n
    return next((n for n, block in enumerate(blocks) if block.level == 1), -1)


def _is_lead(block: Block) -> bool:
    """Tell whether a block between headline and body belongs to the article: a summary line, a key point."""
    return is_sentence(block) or (block.kind == "item" and len(block.text) >= 25 and not block.linked)


def _is_chatter(block: Block) -> bool:
    """Tell whether a block inside the body is small talk of the page: a link to another story, a call to subscribe."""
    if block.kind == "row":
        return False
    text = block.text
    if block.linked >= 0.8 * len(text) - 2 and (block.linked or not text):
        return True
    return len(text) <= _CHATTER_LENGTH and bool(CHATTER.match(text) or QUOTE_LINE.fullmatch(text))


def _is_date_line(block: Block) -> bool:
    """Tell whether a line above the story says nothing but when, and by whom."""
    text = block.text
    return (
        block.kind in ("paragraph", "item")
        and len(text) <= 120
        and bool(DATE.search(text))
        and bool(AROUND_DATE.fullmatch(DATE.sub(" ", text)))
    )


def _repeats(block: Block, title: str | None) -> bool:
    return bool(title) and block.kind in ("heading", "paragraph") and block.text == title
