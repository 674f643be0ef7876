"""Possessive groups: Python's own engine matched them wrongly before 3.11.5, where something in one gives back or looks back."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import earnsum
from earnsum.patterns import engines

constants: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

GIVE_BACK = {constants.MAX_REPEAT, constants.MIN_REPEAT}


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
    """Tell whether no possessive group of a pattern holds anything that could give back what it took, or that looks back."""
    return not any(
        operation is constants.POSSESSIVE_REPEAT
        and any((inner in GIVE_BACK and what[0] != what[1]) or looks_back(inner, what) for inner, what in groups(of[2]))
        for operation, of in groups(parser.parse(pattern, flags))
    )


def looks_back(operation: Any, of: Any) -> bool:
    """Tell a look behind: where the group fails after it, it goes on from where that looked."""
    return operation in {constants.ASSERT, constants.ASSERT_NOT} and of[0] < 0


def test_the_fault_is_seen() -> None:
    assert not is_safe(r"(?:its )?(?:(?:[a-z]++ ){1,3}?markets? )?+x")
    assert not is_safe(r"[A-Z]\w*+(?:(?<=\.[A-Z])\.)?+")
    assert is_safe(r"(?:,[0-9]{3})++[a-z]*+")


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
