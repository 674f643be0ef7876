"""The lexicon is held to its own examples, both ways, and kept tidy: no word twice, no veto that changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from earnsum import lexicon
from earnsum.lexicon import Lexicon, LexiconError, load, raw, searchable

LANGUAGES = sorted(
    path.name.removesuffix(".toml") for path in resources.files("earnsum.lexicon").iterdir() if path.name.endswith(".toml")
)


def entries(language: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (where, name, fields) of every entry."""
    for group, tables in raw(language).items():
        for name, fields in tables.items():
            yield f"{group}.{name}", name, fields


def phrases(fields: dict[str, Any]) -> list[str]:
    return [*fields["words"], *fields.get("losses", ())]


def examples(field: str) -> list[Any]:
    return [
        pytest.param(language, name, fields.get(field, ""), id=f"{language}-{where}")
        for language in LANGUAGES
        for where, name, fields in entries(language)
    ]


def found(words: Lexicon, text: str) -> list[str]:
    """Return the names of the entries found in a text."""
    return [entry.name for _, _, entry in words.find(searchable(text)) if entry.tag]


def without(words: Lexicon, phrase: str) -> Lexicon:
    """Return the lexicon as it is without one phrase."""
    table = {
        first: {second: tuple(pair for pair in pairs if pair[0] != phrase) for second, pairs in words.rows(first).items()}
        for first in words.table
        if first[0] == phrase[0]
    }
    return Lexicon({**words.table, **table}, words.entries, words.first)


@pytest.mark.parametrize(("language", "name", "example"), examples("example"))
def test_an_example_is_found_as_its_entry(language: str, name: str, example: str) -> None:
    assert name in found(load(language), example)


@pytest.mark.parametrize(("language", "name", "never"), examples("never"))
def test_a_counter_example_is_not(language: str, name: str, never: str) -> None:
    assert never
    assert name not in found(load(language), never)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice(language: str) -> None:
    where = [(searchable(phrase), entry) for entry, _, fields in entries(language) for phrase in phrases(fields)]
    often = {phrase for phrase, count in Counter(phrase for phrase, _ in where).items() if count > 1}
    assert [pair for pair in where if pair[0] in often] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_written_as_they_are_looked_for(language: str) -> None:
    written = [phrase for _, _, fields in entries(language) for phrase in [*phrases(fields), *fields.get("unless", ())]]
    assert [phrase for phrase in written if phrase != " ".join(phrase.lower().split())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_over_its_full_length(language: str) -> None:
    words = load(language)
    lost = [
        (where, phrase)
        for where, name, fields in entries(language)
        for phrase in phrases(fields)
        if [(start, end, entry.name) for start, end, entry in words.find(searchable(phrase))] != [(0, len(phrase), name)]
    ]
    assert lost == []


def vetoes_that_change_nothing(language: str) -> list[tuple[str, str]]:
    words = load(language)
    return [
        (where, veto)
        for where, _, fields in entries(language)
        for veto in fields.get("unless", ())
        if found(without(words, searchable(veto)), veto) == found(words, veto)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_veto_is_needed(language: str) -> None:
    assert vetoes_that_change_nothing(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_tidy(language: str) -> None:
    text = resources.files("earnsum.lexicon").joinpath(f"{language}.toml").read_text("utf-8")
    lines = text.splitlines()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in lines if line != line.rstrip() or "\t" in line or len(line) > 132] == []
    assert [line for line in lines if line.startswith("[") and not line.startswith(("[metric.", "[cue."))] == []


@pytest.mark.parametrize(
    ("entry", "saying"),
    [
        ({"words": ["a", "b"], "tag": "b", "wrods": []}, "cue.x: unknown wrods"),
        ({"words": ["a", "A"], "tag": "b"}, None),
        ({"words": [""], "tag": "b"}, "must begin with a letter or digit"),
        ({"words": ["known"], "tag": "b"}, "'known' stands in both first and x"),
    ],
)
def test_a_bad_file_is_refused(entry: dict[str, Any], saying: str | None) -> None:
    data = {"cue": {"first": {"words": ["known"], "tag": "a"}, "x": entry}}
    if saying is None:
        assert found(lexicon._build(data, lexicon._FIRST_WORD), "a known one") == ["x", "first"]  # noqa: SLF001 - there is no other way in
        return
    with pytest.raises(LexiconError, match=saying):
        lexicon._build(data, lexicon._FIRST_WORD)  # noqa: SLF001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("earnings per share", [(0, 18)]),
        ("Same-store sales", [(0, 16)]),
        ("unearnings", []),
        ("earningsx", []),
        ("earnings, sales", [(0, 8), (10, 15)]),
        ("İ earnings", [(2, 10)]),
    ],
)
def test_whole_words_longest_first(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(start, end) for start, end, entry in load("en").find(searchable(text)) if entry.tag] == expected
