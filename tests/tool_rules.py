"""
Count over the development set how many texts each rule reads: ``python tests/tool_rules.py [--words]``.

Shapes and lexicon entries that read no text, or only one, are listed: each wants a reason, or should go.  With --words the
single words of the lexicon are counted too; a word that stands in no text may still be one that articles use.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import evalset

from earnsum.grammar.read import read_sentence
from earnsum.grammar.shapes import SHAPES
from earnsum.grammar.tokens import Cue
from earnsum.lexicon import raw
from earnsum.reading.scan import tokens_of
from earnsum.text.languages import detect_language

FEW = 1


def rules_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) for every use of a rule in a text."""
    language = detect_language(text)
    for _, tokens in tokens_of(text):
        for token in tokens:
            if isinstance(token.mark, Cue) and token.mark.entry is not None and token.mark.entry.name:
                yield "entry", token.mark.entry.name
                yield "word", " ".join(token.mark.span.of(text).lower().replace("-", " ").split())
        readings, claims = read_sentence(tokens, language)
        for reading in readings:
            yield "shape", reading.shape
        for claim in claims:
            yield "saying", claim.shape


def count(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """Return rule → the number of texts that it reads."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        counts.update(set(rules_of(text)))
    return counts


def known() -> Iterator[tuple[str, str]]:
    """Yield every rule that there is."""
    yield from (("shape", shape.name) for shape in SHAPES)
    for tables in raw("en").values():
        for name, fields in tables.items():
            yield "entry", name
            yield from (("word", word.lower().replace("-", " ")) for word in [*fields["words"], *fields.get("losses", ())])


def report(*, words: bool) -> str:
    """Return the counts of shapes and entries, and what reads few texts."""
    counts = count(path.read_text("utf-8") for path in evalset.articles())
    rules = sorted({*known(), *counts}, key=lambda rule: (rule[0], -counts[rule], rule[1]))
    shown = [f"{counts[rule]:5}  {rule[0]}  {rule[1]}" for rule in rules if rule[0] != "word"]
    few = [f"{counts[rule]:5}  {rule[0]}  {rule[1]}" for rule in rules if counts[rule] <= FEW and (words or rule[0] != "word")]
    return "\n".join(["texts  rule", *shown, "", f"{len(few)} that read {FEW} text or none:", *few, ""])


if __name__ == "__main__":
    sys.stdout.write(report(words="--words" in sys.argv[1:]))
