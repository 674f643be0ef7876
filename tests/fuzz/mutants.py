"""
Mutation testing: whether a test fails where the code of a module is changed a little.

    pip install cosmic-ray && PYTHONPATH=tests python tests/fuzz/mutants.py [NUMBER [SEED [MODULE ...]]]

Cosmic Ray makes the mutants.  A sample of so many (400) of the figure modules, grammar, resolution and verdict is tried, each in
a process of its own, by the tests that know these modules, called without pytest since its collecting would take most of the
time.  Printed are the survivors and the share that was killed.  Mutants that change nothing that runs (annotations) are left out.
"""

from __future__ import annotations

import ast
import doctest
import importlib
import importlib.abc
import importlib.machinery
import itertools
import os
import random
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from difflib import unified_diff
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parent.parent.parent
MODULES = [
    *(f"figures.{name}" for name in "find amounts numerals ranges settling vetoes echoes pairs dollars conventions".split()),
    *("grammar.read", "grammar.roles", "grammar.verdicts", "grammar.attach", "facts.claims", "facts.signs", "facts.spreads"),
    *(f"resolution.{name}" for name in "resolve drafts pools expectations yearago margins finish verdict".split()),
]
# Those first that are likeliest to fail.
TESTS = (
    "test_written test_resolved test_facts test_survivors test_cases test_figures test_grammar test_stages test_languages "
    "test_shapes test_lookalikes test_stories"
).split()
LEFT_OUT = ("test_case_in_a_page", "test_case_among_other_sentences", "test_case_by_the_command")
PATIENCE = 120
"""Seconds of the processor; what takes longer hangs, and is killed."""

# Boundaries, negations, arithmetic, numbers, loops; one operator for another of no relation says little.
KINDS = re.compile(
    r"core/(?:NumberReplacer|AddNot|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ZeroIterationForLoop"
    r"|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ReplaceUnaryOperator_(?:USub_UAdd|Delete_Not)"
    r"|ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_Gt|Gt_Lt|Is_IsNot|IsNot_Is)"
    r"|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Mul_Div|Div_Mul|BitOr_BitAnd|BitAnd_BitOr|FloorDiv_Mul|Pow_Mul))"
)

Mutant = tuple[str, str]
"""A module, and its source as changed."""


def path_of(module: str) -> Path:
    """Return the file of a module that is named without the package before all."""
    return (ROOT / "earnsum" / module.replace(".", "/")).with_suffix(".py")


def mutants(module: str) -> Iterator[Mutant]:
    """Yield all that Cosmic Ray makes of a module and that changes what runs."""
    source = path_of(module).read_text("utf-8")
    seen = {running(source)}
    tree = get_ast(source)
    for name in filter(KINDS.fullmatch, operator_names()):
        operator = get_operator(name)()
        places = sum(1 for node in _nodes(tree) for _ in operator.mutation_positions(node))
        for occurrence in range(places):
            changed = mutate_code(source.encode(), operator, occurrence)
            with suppress(SyntaxError):  # some of what it makes is no Python
                if changed and (made := running(changed)) not in seen:
                    seen.add(made)
                    yield module, changed


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", ()):
        yield from _nodes(child)


def running(source: str) -> str:
    """Return a source as what runs of it: without annotations and docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.FunctionDef):
            for field in ("annotation", "returns"):
                if hasattr(node, field):
                    setattr(node, field, None)
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Name("x")
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.dump(tree)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed source."""

    def __init__(self, mutant: Mutant) -> None:
        """Keep what to import."""
        self.name, self.source = f"earnsum.{mutant[0]}", mutant[1]

    def find_spec(self, fullname: str, _path: Any = None, _target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Claim the one module."""
        return importlib.machinery.ModuleSpec(fullname, self, origin=self.name) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        exec(compile(self.source, self.name, "exec"), module.__dict__)  # noqa: S102 - that is the point


def calls(module: ModuleType) -> Iterator[Callable[[], Any]]:
    """Yield the calls that pytest would make of a module's tests, but for those that need fixtures or are to fail."""
    for name, test in list(vars(module).items()):
        if not name.startswith("test_") or name in LEFT_OUT or not callable(test):
            continue
        marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        wanted = set(getattr(test, "__code__", test).co_varnames[: test.__code__.co_argcount + test.__code__.co_kwonlyargcount])
        given = {arg for mark in marks for arg in _names(mark.args[0])}
        if hasattr(test, "hypothesis") or wanted == given:
            for values in itertools.product(*(_values(mark) for mark in marks)):
                arguments = {arg: value for some in values for arg, value in some.items()}
                yield partial(test, **arguments)


def _names(argnames: str | Sequence[str]) -> list[str]:
    return [name.strip() for name in argnames.split(",")] if isinstance(argnames, str) else list(argnames)


def _values(mark: Any) -> Iterator[dict[str, Any]]:
    names = _names(mark.args[0])
    for value in mark.args[1]:
        if getattr(value, "marks", ()):
            continue
        values = value.values if hasattr(value, "values") and hasattr(value, "marks") else value if len(names) > 1 else (value,)
        yield dict(zip(names, values, strict=True))


def failures(mutant: Mutant, known: set[str]) -> set[str]:
    """Return the tests that fail with a mutant, but for those `known` to fail: all where none is known, else the first."""
    sys.meta_path.insert(0, Changed(mutant))
    failed: set[str] = set()
    tests = [importlib.import_module(name) for name in TESTS]
    if doctest.testmod(importlib.import_module(f"earnsum.{mutant[0]}")).failed:
        failed.add("doctest")
    for module in tests:
        for number, call in enumerate(calls(module)):
            try:
                call()
            except (Exception, pytest.fail.Exception):  # noqa: BLE001 - any way of failing will do
                failed.add(f"{module.__name__} {number}")
            if known and failed - known:
                return failed - known
    return failed - known


def in_a_process(mutant: Mutant, known: set[str]) -> set[str]:
    """Return the failures of a mutant, tried in a process of its own; that it hung or could not be imported is one too."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        found = {"no end"}
        with suppress(BaseException):
            found = failures(mutant, known)
        os.write(write, repr(sorted(found)).encode()[:60_000])
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as stream:
        answer = stream.read()
    os.waitpid(pid, 0)
    return set(ast.literal_eval(answer)) if answer else {"no end"}


def main() -> None:
    """Sample, try, and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    modules = sys.argv[3:] or MODULES
    everything = [mutant for module in modules for mutant in mutants(module)]
    random.seed(sys.argv[2] if len(sys.argv) > 2 else 1)
    chosen = random.sample(everything, min(number, len(everything)))
    source = path_of(modules[0]).read_text("utf-8")
    known = in_a_process((modules[0], source), set())
    print(f"{len(chosen)} of {len(everything)} mutants; {len(known)} tests fail without any", flush=True)  # noqa: T201
    alive = 0
    for place, mutant in enumerate(chosen, 1):
        if not in_a_process(mutant, known | {""}):
            alive += 1
            before = path_of(mutant[0]).read_text("utf-8").splitlines()
            lines = list(unified_diff(before, mutant[1].splitlines(), n=0, lineterm=""))[2:]
            print(f"survives: {mutant[0]} {' | '.join(lines)}", flush=True)  # noqa: T201
        print(f"killed {place - alive} of {place}", file=sys.stderr, flush=True)  # noqa: T201
    print(f"killed {1 - alive / len(chosen):.1%} of {len(chosen)}")  # noqa: T201


if __name__ == "__main__":
    main()
