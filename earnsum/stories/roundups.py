"""
Round-ups: an article of many stories, one a company, whose items have heads.

As heads serve "Acme (ACM) - Shares …" and a company's name on a line of its own; those in prose are told apart `inprose`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.model import Company, Span
from earnsum.names.datelines import dateline_end
from earnsum.names.find import Names
from earnsum.names.itemheads import find_heading, find_item_head, head_ends, is_on_a_move
from earnsum.patterns import re
from earnsum.stories.roundup_titles import MOVERS
from earnsum.stories.story import Story, is_aside, trimmed
from earnsum.text.marks import within
from earnsum.text.places import is_named

_Head = tuple[int, tuple[int, int], Company]
"""The place of an item's first paragraph, where its head and where its text begins in it, and whom it is on."""
_HEAD = 140
"""Letters in which an item's head ends."""


def items_of(names: Names, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """Read a round-up's items; none where the article is no round-up."""
    folded = names.folded
    is_movers = MOVERS.search(headline) is not None
    is_open = not any(is_named(headline, full.split()[0]) for full, weight in names.weights.items() if weight >= 2)
    paragraphs = [part for paragraph in paragraphs for part in _items_apart(folded, paragraph)]
    heads: list[_Head] = []
    for place, paragraph in enumerate(paragraphs):
        line = folded[paragraph.start : min(paragraph.end, paragraph.start + _HEAD)]
        if line == headline or dateline_end(folded, paragraph.start) > paragraph.start:
            continue
        if (head := find_item_head(line)) is not None and paragraph.end - paragraph.start > 20:
            heads.append((place, head_ends(line), head))
        elif (
            place
            and (head := find_heading(line)) is not None
            and (
                is_movers
                or head.ticker is not None
                or is_on_a_move(line)
                or (is_open and place + 1 < len(paragraphs) and _is_heading(names, head, paragraphs[place + 1]))
            )
        ):
            heads.append((place, (len(line), len(line)), head))
    heads = _told_of(folded, paragraphs, heads)
    shown = is_movers or all(head.ticker or is_named(headline, (head.name or "").split()[0]) for _, _, head in heads)
    if len({head.name for _, _, head in heads}) < (2 if shown else 3):
        return []
    if any(_MEASURED.match(folded, p.start, p.end) for p in paragraphs[: heads[0][0]]):
        return []  # one company's figures, under what they measure, and then its parts'
    stories = []
    ends = [place for place, _, _ in heads[1:]] + [len(paragraphs)] * bool(heads)
    for (place, (head_end, told), company), after in zip(heads, ends, strict=True):
        first, *more = paragraphs[place:after]
        body = [Span(first.start + told, first.end), *(p for p in more if not is_aside(p.of(folded), first=False))]
        body = [span for span in (_started(folded, span) for span in body) if span.start < span.end]
        heading = trimmed(folded, Span(first.start, first.start + head_end)) if head_end else None
        stories.append(Story(body=tuple(body), heading=heading, item=True, company=company))
    return stories


def _told_of(folded: str, paragraphs: Sequence[Span], heads: Sequence[_Head]) -> list[_Head]:
    """Return heads without a list of moves alone ("- Acme (ACM) +9.3%"), one right below another, of which nothing is told."""
    alone = {
        place
        for place, (end, told), _ in heads
        if end == told and is_on_a_move(line := paragraphs[place].of(folded)) and line[0] in "-*•"
    }
    return [head for head in heads if head[0] not in alone or alone.isdisjoint((head[0] - 1, head[0] + 1))]


_MEASURED = re.compile(
    r"(?i)(?:[-*•] )?(?:(?:consolidated|net|gross|total|group|adjusted|operating|quarterly) ){0,2}"
    r"(?:profits?|revenues?|sales|income|earnings|ebitda?|pat|eps|margins?|turnover|bottom ?line|top ?line): "
)
"""``EBITDA: EBITDA grew 7.8% to Rs 48,003 crore``"""


_INLINE = re.compile(r"[.!?:][\"')]*+\ (?=(?:[A-Z0-9]|[a-z]{1,2}[A-Z])(?:[^.\n—]|\.(?=[a-z])){1,60}?\ ?(?:—|\ -{1,2})\ [A-Z])")


def _items_apart(folded: str, paragraph: Span) -> list[Span]:
    """Part a paragraph that several items were run together in: "… and sank. Acme — Shares rose 5%. Globex — The …"."""
    places = [
        found.end()
        for found in _INLINE.finditer(folded, *paragraph)
        if find_item_head(folded[found.end() : min(paragraph.end, found.end() + _HEAD)]) is not None
    ]
    if len(places) < 2:
        return [paragraph]
    return [trimmed(folded, Span(start, end)) for start, end in pairwise([paragraph.start, *places, paragraph.end])]


def _is_heading(names: Names, head: Company, below: Span) -> bool:
    """Tell a company's name over the paragraph that begins with it, in an article whose title names no company."""
    first = (head.name or "").split()[0].removesuffix("'s").lower()
    opening = Span(below.start, below.start + 80)
    return first in opening.of(names.folded).lower() and any(
        use.acting and use.weight >= 2 and use.name.split()[0].lower() == first for use in within(names.uses, opening)
    )


def _started(folded: str, span: Span) -> Span:
    """Leave out blanks at a span's start."""
    return Span(span.end - len(span.of(folded).lstrip()), span.end)
