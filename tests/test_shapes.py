"""Every shape reads its own example as it says, and nothing where it must not; `python -m earnsum.grammar` shows how."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

import pytest
import regex

from earnsum.grammar.needs import sieve
from earnsum.grammar.phrasing import shapes_of
from earnsum.grammar.read import read_sentence
from earnsum.grammar.shape import PARTS, Shape
from earnsum.grammar.tokens import Token
from earnsum.model import Span
from earnsum.reading.scan import scan_text
from earnsum.text.languages import sentences_of
from earnsum.text.marks import Quantity

LANGUAGES = ("en", "de", "fr", "es", "ja", "ko", "zh")
SHAPES: dict[str, tuple[Shape, list[str]]] = {}
for _language in LANGUAGES:
    for _shape in shapes_of(_language):
        SHAPES.setdefault(_shape.name, (_shape, []))[1].append(_language)

ROLES = {"actual", "estimate", "later", "gap", "prior", "change", "guide", "previous", "margin", "skip"}
ANOTHER = "another shape reads the figure first"
KNOWN: dict[tuple[str, str], str] = {
    ("FIGURE, a plus of FIGURE", "example"): ANOTHER,
    ("FIGURE (a year ago: FIGURE)", "reads"): ANOTHER,
}
"""What is wrong now and known to be: (shape, which field) → why."""


def each(field: str) -> list[Any]:
    return [
        pytest.param(
            shape,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[name, field])] if (name, field) in KNOWN else [],
        )
        for name, (shape, _) in SHAPES.items()
    ]


def sentences(text: str, language: str) -> list[list[Token]]:
    """Return the tokens of each sentence of a text."""
    scan = scan_text(text, language)
    return [scan.tokens(sentence, scan.periods) for sentence in sentences_of(scan.folded, Span(0, len(text)), scan.language)]


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return (shape, role, figure) for every figure of a text."""
    return [
        (reading.shape, reading.role, reading.figure.span.of(text))
        for tokens in sentences(text, language)
        for reading in read_sentence(tokens, language)[0]
    ]


def read_by(shape: Shape, text: str) -> list[str]:
    """Return the languages, of those that have the shape, in which it reads a text."""
    return [language for language in SHAPES[shape.name][1] if shape.name in {name for name, _, _ in read(text, language)}]


def language_of(shape: Shape) -> str:
    """Return the language that a shape's sentences are written in: the first in which its example is read."""
    return (read_by(shape, shape.example) or SHAPES[shape.name][1])[0]


def roles_in(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return role → the texts of its figures, whichever shape read them; figures that no shape catches are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, role, figure in read(text, language):
        if role != "actual":
            found[role].append(figure)
    return {role: tuple(texts) for role, texts in found.items()}


def test_names_are_unique() -> None:
    for language in LANGUAGES:
        names = [shape.name for shape in shapes_of(language)]
        assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("shape", each("example"))
def test_an_example_is_read_by_its_shape(shape: Shape) -> None:
    assert read_by(shape, shape.example)


@pytest.mark.parametrize("shape", each("reads"))
def test_an_example_gives_its_figures(shape: Shape) -> None:
    found = roles_in(shape.example, language_of(shape))
    assert {role: found.get(role) for role in shape.reads} == shape.reads


@pytest.mark.parametrize("shape", each("never"))
def test_a_counter_example_is_not_read(shape: Shape) -> None:
    assert shape.never
    tokens = [token for sentence in sentences(shape.never, language_of(shape)) for token in sentence]
    assert any(isinstance(token.mark, Quantity) for token in tokens)
    assert language_of(shape) not in read_by(shape, shape.never)


@pytest.mark.parametrize("shape", each("itself"))
def test_groups_are_roles(shape: Shape) -> None:
    groups = set(shape.compiled().groupindex)
    assert groups - {"side"} <= ROLES
    assert groups - {"side"}
    assert set(shape.reads) <= ROLES


@pytest.mark.parametrize("shape", each("itself"))
def test_a_long_sentence_costs_no_more_than_its_length(shape: Shape) -> None:
    """A pattern that backtracks would not come back from these; the limit is a net, a thousand times what it takes."""
    for piece in ("M", "M_o", "_,", "s", "M$,", "AE_", "bN_", "G_", "V_", "U%", "rM", "H_", "X_", "P_", "Q_", "Y,", "g(", "KMBon"):
        for end in ("", "/", "N"):
            for _ in shape.compiled().finditer(piece * (2000 // len(piece)) + end, timeout=5):
                pass


def test_parts_are_all_filled_in() -> None:
    for shape, _ in SHAPES.values():
        assert not regex.search(r"\{[A-Z]", shape.compiled().pattern)
        assert all(f"{{{part}}}" not in shape.compiled().pattern for part in PARTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_looked_for_is_not_there(language: str) -> None:
    shapes = shapes_of(language)
    live = sieve(f"shapes.{language}", [shape.written_out() for shape in shapes])
    draw = random.Random(7)  # noqa: S311 - no secret
    for _ in range(1500):
        tags = "".join(draw.choices("MoNsE$%_,V/UGrtYA&QKbn(fy)gqDm^XRHa|:;phWcPBw", k=draw.randrange(2, 14)))
        found = {number for number, shape in enumerate(shapes) if shape.compiled().search(tags)}
        assert found <= set(live(frozenset(tags)))
