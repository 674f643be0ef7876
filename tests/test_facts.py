"""
What a sentence says: sentences, and below each the facts that are found in it, in `tests/facts/*.txt`.

A fact is `role metric = value unit`, with the basis and the part between metric and value; of a verdict in words it is
`verdict metric = beat`.  Behind a comma stand the period's place in time and kind, who gave the figure, and what else is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from earnsum.facts.find import find_facts
from earnsum.grammar.told import Fact
from earnsum.model import Span
from earnsum.reading.scan import scan_text
from earnsum.text.marks import within

FOLDER = Path(__file__).parent / "facts"
_FLAGS = ("generic", "exact", "coming", "in_turn", "present", "named")


def cases() -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence and its facts."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            lines = block.strip().splitlines()
            lines = [line for line in lines if not line.startswith("#")]
            yield lines[0], [line.strip() for line in lines[1:]]


def told(sentence: str) -> list[str]:
    """Return the facts of a sentence as the files have them."""
    scan = scan_text(sentence)
    whole = Span(0, len(sentence))
    tokens = scan.tokens(whole, scan.periods)
    return [_written(fact) for fact in find_facts(scan.folded, whole, 0, tokens, list(within(scan.periods, whole)), scan.language)]


def _written(fact: Fact) -> str:
    head = " ".join(filter(None, [fact.role or "verdict", fact.metric or "-", fact.basis, fact.scope and f"[{fact.scope}]"]))
    figure = fact.figure
    value: str = fact.verdict or "-"
    if figure is not None:
        ends = ("" if end is None else str(end) for end in (figure.low, figure.high))
        value = f"{figure.value if figure.low == figure.high else '..'.join(ends)} {figure.unit or '-'}"
    period = (fact.period and " ".join(filter(None, [fact.period.when, fact.period.kind]))) or ""
    more = [period, fact.change_kind, fact.by and f"by {fact.by}", fact.analysts and f"{fact.analysts} analysts", fact.revision]
    more += [fact.shares, "" if fact.authored else "not authored", *(name for name in _FLAGS if getattr(fact, name))]
    return f"{head} = " + ", ".join([value, *(str(word) for word in more if word)])


@pytest.mark.parametrize(("sentence", "facts"), list(cases()))
def test_what_a_sentence_says(sentence: str, facts: list[str]) -> None:
    assert told(sentence) == facts


def test_there_are_sentences() -> None:
    assert len(list(cases())) > 100
