"""
Parallel paragraphs: each opens with another part, and goes on with the same metrics, which are then the part's.

"Retail revenue grew 28% to £1.4bn. Gross margins fell to 43.8%. ¶ European revenue was up 14%. Gross margins improved to 43.7%."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from earnsum.grammar.told import REPORTED, Fact
from earnsum.parts.carried import PROFITS_OF_PARTS
from earnsum.parts.lists import PARTED
from earnsum.parts.topics import only_part

_OF_PARTS = PARTED | PROFITS_OF_PARTS | {"pretax_income", "gross_profit", "gross_margin", "operating_margin", "ebitda_margin"}


def of_parallel_paragraphs(folded: str, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, those of no part as of the one that their paragraph opens with, where several go on with the same metric."""
    if sum(fact.scope is not None for fact in facts) < 2:
        return list(facts)
    paragraphs = [list(group) for _, group in groupby(facts, key=lambda fact: folded.rfind("\n", 0, fact.sentence.start))]
    parts = [_part_opening(folded, paragraph) for paragraph in paragraphs]
    told: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for part, paragraph in zip(parts, paragraphs, strict=True):
        heads = {fact.metric for fact in paragraph if fact.sentence == paragraph[0].sentence}
        for metric in {fact.metric for fact in paragraph if _may_be_of_part(fact)} - heads:
            for head in heads if part else ():
                told[head, metric].add(part or "")
    return list(_joined(paragraphs, parts, {metric for (_, metric), of in told.items() if len(of) > 1}))


def _joined(paragraphs: Sequence[Sequence[Fact]], parts: Sequence[str | None], metrics: set[str | None]) -> Iterable[Fact]:
    for part, paragraph in zip(parts, paragraphs, strict=True):
        for fact in paragraph:
            yield fact._replace(scope=part) if part and fact.metric in metrics and _may_be_of_part(fact) else fact


def _may_be_of_part(fact: Fact) -> bool:
    return fact.scope is None and fact.role in REPORTED and fact.metric in _OF_PARTS


def _part_opening(folded: str, paragraph: Sequence[Fact]) -> str | None:
    """Return the one part that the first sentence of a paragraph tells a result of, and nothing of the whole."""
    first = [fact for fact in paragraph if fact.sentence == paragraph[0].sentence]
    opens = not folded[folded.rfind("\n", 0, first[0].sentence.start) + 1 : first[0].sentence.start].strip()
    told = opens and all(fact.scope for fact in first) and any(fact.role in {"actual", "change"} for fact in first)
    return only_part(first) if told else None
