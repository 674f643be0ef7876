"""
Possessive groups: before 3.11.5 Python's own engine goes on from where the last, failed turn of one had come to.

So ``[0-9]++(?:,[0-9]{3})*+`` takes the comma of "6, or".  An atomic group, ``(?>(?:,[0-9]{3})*)``, says the same, and is read well.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import earnsum
from earnsum.patterns import engines, re

constants: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

ONE_CHARACTER = {constants.LITERAL, constants.NOT_LITERAL, constants.IN, constants.ANY}


def groups(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every operation of a parsed pattern, however deep, with what it is of."""
    for operation, of in parsed:
        yield operation, of
        for part in of if isinstance(of, tuple | list) else ():
            if isinstance(part, parser.SubPattern):
                yield from groups(part)
            elif isinstance(part, list):
                for branch in part:
                    if isinstance(branch, parser.SubPattern):
                        yield from groups(branch)


def is_safe(pattern: str, flags: int = 0) -> bool:
    """Tell whether every possessive repetition of a pattern is of one character: a group may fail after it took some."""
    return all(
        len(of[2]) == 1 and of[2][0][0] in ONE_CHARACTER
        for operation, of in groups(parser.parse(pattern, flags))
        if operation is constants.POSSESSIVE_REPEAT
    )


def test_the_fault_is_seen() -> None:
    assert not is_safe(r"(?:its )?(?:(?:[a-z]++ ){1,3}?markets? )?+x")
    assert not is_safe(r"[A-Z]\w*+(?:(?<=\.[A-Z])\.)?+")
    assert not is_safe(r"[0-9]++(?:[.,][0-9]++)*+, or")
    assert is_safe(r"(?>(?:,[0-9]{3})+)[a-z]*+")


@pytest.mark.parametrize(("text", "number"), [("6, or", "6"), ("6,555, or", "6,555"), ("6,55", "6")])
def test_an_atomic_group_gives_back_what_fails(text: str, number: str) -> None:
    found = re.match(r"[0-9](?>(?:,[0-9]{3})*)", text)
    assert found is not None
    assert found[0] == number


def test_no_pattern_of_pythons_own_engine_has_such_a_group() -> None:
    checked = 0
    for module in pkgutil.walk_packages(earnsum.__path__, "earnsum."):
        if module.name.endswith(("__main__", "arrow")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, engines.Compiled):
                engine, key = vars(value)["_engine"], vars(value)["_key"]
                if isinstance(engine, engines.Re):
                    assert is_safe(*key), f"{module.name}.{name}"
                    checked += 1
    assert checked > 100
