"""``python -m earnsum.grammar "sentence"``: how a sentence is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from earnsum.grammar.read import read_sentence
from earnsum.grammar.tokens import tags_of
from earnsum.reading.scan import tokens_of
from earnsum.text.languages import detect_language


def show(text: str) -> Iterator[str]:
    """Yield how a text is read, sentence by sentence: its marks, its tags, and what each figure was taken for."""
    language = detect_language(text)
    for sentence, tokens in tokens_of(text):
        yield sentence.of(text)
        marks = " ".join(f"{token.tag}={text[token.start : token.end].strip()}" for token in tokens)
        yield "  " + tags_of(tokens) + "   " + marks
        readings, claims = read_sentence(tokens, language)
        for reading in readings:
            metric = reading.metric.span.of(text) if reading.metric else "-"
            yield f"    {reading.figure.span.of(text):>16}  {reading.role:<9} {metric:<24} by: {reading.shape} {reading.side}"
        for claim in claims:
            metric = claim.metric.span.of(text) if claim.metric else "-"
            yield f"    {claim.verdict:>16}  {claim.subject:<9} {metric:<24} by: {claim.shape}"


if __name__ == "__main__":
    sys.stdout.writelines(line + "\n" for line in show(" ".join(sys.argv[1:])))
