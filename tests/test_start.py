"""What is put off and kept, so that the program starts quickly, and that it changes nothing."""

from __future__ import annotations

import contextlib
import importlib
import json
import marshal
import os
import pkgutil
import re as standard
import subprocess
import sys
from pathlib import Path

import pytest
import regex as package

import earnsum
from earnsum.patterns import engines, kept
from earnsum.patterns.engines import Engine, Re, Regex

WIRE = str(Path(__file__).parent.parent / "samples" / "wire.txt")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a user's cache, in which everything is kept because byte code may not be written."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys.modules["earnsum.patterns.kept"], "__spec__", None)
    return tmp_path / "earnsum"


@pytest.mark.parametrize("engine", [engines.re, engines.regex], ids=["re", "regex"])
def test_every_pattern_compiles_and_can_be_kept(engine: Engine) -> None:
    for module in pkgutil.walk_packages(earnsum.__path__, "earnsum."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # where an extra is not installed
                importlib.import_module(module.name)
    assert engine.declared
    for key in engine.declared:
        code = marshal.loads(marshal.dumps(engine.code(*key)))  # noqa: S302
        assert engine.build(code).pattern == key[0]


@pytest.mark.parametrize(("engine", "module"), [(Re, standard), (Regex, package)], ids=["re", "regex"])
def test_a_kept_pattern_does_what_the_compiled_one_does(
    cache: Path, monkeypatch: pytest.MonkeyPatch, engine: type[Engine], module: object
) -> None:
    text, hay = r"(?P<sum>[$€](?i:usd)?[0-9]++) (?:m|bn)\b", "from $usd12 m to €15 bn, not $3 b"
    expected = [found.groupdict() for found in module.compile(text).finditer(hay)]  # type: ignore[attr-defined]
    first = engine()
    assert [found.groupdict() for found in first.compile(text).finditer(hay)] == expected
    first.keep()
    assert [path.name for path in cache.iterdir()] == [f"{sys.implementation.cache_tag}.{first.name}.code"]
    again = engine()
    monkeypatch.delattr(engine, "code")  # it would be called if the pattern were not kept
    assert [found.groupdict() for found in again.compile(text).finditer(hay)] == expected
    assert again.search(text, hay)["sum"] == "$usd12"


@pytest.mark.parametrize(
    "damage", [b"", b"\0", b"no marshal", marshal.dumps(1), marshal.dumps(((2,), {})), marshal.dumps(((1,), []))]
)
def test_damage_is_as_if_nothing_were_kept(cache: Path, damage: bytes) -> None:
    kept.keep("thing", (1,), lambda: {"a": 1})
    assert kept.read_kept("thing", (1,)) == {"a": 1}
    [path] = cache.iterdir()
    path.write_bytes(damage)
    assert kept.read_kept("thing", (1,)) == {}


def test_another_stamp_is_as_if_nothing_were_kept(cache: Path) -> None:
    kept.keep("thing", (1,), lambda: {"a": 1})
    assert cache.exists()
    assert kept.read_kept("thing", (2,)) == {}


def test_what_others_kept_meanwhile_stays(cache: Path) -> None:
    kept.keep("thing", (1,), lambda: {"a": 1})
    kept.keep("thing", (1,), lambda: {"b": 2})
    assert kept.read_kept("thing", (1,)) == {"a": 1, "b": 2}
    assert len(list(cache.iterdir())) == 1


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a file away")
def test_what_another_user_owns_is_not_read(cache: Path) -> None:
    kept.keep("thing", (1,), lambda: {"a": 1})
    [path] = cache.iterdir()
    os.chown(path, 12345, 12345)
    assert kept.read_kept("thing", (1,)) == {}


def test_where_nothing_can_be_kept_all_works_and_nothing_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    environment = {**os.environ, "XDG_CACHE_HOME": str(file), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(file)}
    done = subprocess.run(
        [sys.executable, "-m", "earnsum", "-f", "jsonl", WIRE], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert json.loads(done.stdout)["company"]["name"] == "Initech"


def _own_caches(folder: Path) -> dict[str, str]:
    """Return an environment whose caches nobody else fills meanwhile."""
    return {**os.environ, "XDG_CACHE_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "byte code")}


def test_a_second_start_loads_no_compiler(tmp_path: Path) -> None:
    environment = _own_caches(tmp_path)
    code = f"import sys; from earnsum import summarize; summarize(open({WIRE!r}).read()); print('regex._regex_core' in sys.modules)"
    loaded = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True) for _ in "12"
    ]
    assert [done.stdout.strip() for done in loaded] == ["True", "False"]


def test_a_table_without_a_terminal_loads_no_rich_and_a_second_one_no_calendars(tmp_path: Path) -> None:
    environment = {**_own_caches(tmp_path), "LC_ALL": "de_DE"}
    run = f"import sys; sys.argv = ['earnsum', '--only', 'headline', {WIRE!r}]; from earnsum.__main__ import main"
    told = "print('babel.dates' in sys.modules, 'rich.console' in sys.modules)"
    code = f"import atexit; atexit.register(lambda: {told}); {run}; main()"
    loaded = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True) for _ in "12"
    ]
    assert [done.stdout.splitlines()[-1] for done in loaded] == ["True False", "False False"]


UNUSED = {
    *("earnsum.grammar.shapes_abroad", "earnsum.grammar.verdicts_abroad", "earnsum.grammar.shapes_cjk", "earnsum.parts.abroad"),
    *("earnsum.periods.phrases_abroad", "earnsum.periods.eastern"),
    *("earnsum.intake.page", "earnsum.intake.mail", "earnsum.intake.markdown", "earnsum.intake.sec", "earnsum.intake.pdf"),
    *(
        "earnsum.tables.find",
        "earnsum.rows",
        "earnsum.commandline.parallel",
        "earnsum.commandline.progress",
        "earnsum.commandline.cli",
    ),
    *("typer", "tomllib", "dataclasses", "inspect", "pathlib", "zlib", "encodings.cp1252"),
}
"""Modules that a plain English text has no use for."""


def test_an_english_text_loads_nothing_that_it_has_no_use_for(tmp_path: Path) -> None:
    code = (
        "import sys; from earnsum.commandline.everyday import everyday; from earnsum.commandline.command import obey;"
        f"obey(everyday(['-f', 'jsonl', {WIRE!r}])); print(*sys.modules, file=sys.stderr)"
    )
    environment = _own_caches(tmp_path)
    for _ in "12":
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "earnsum.facts.find" in done.stderr.split()
    assert not UNUSED.intersection(done.stderr.split())


def test_a_start_compiles_no_annotations(tmp_path: Path) -> None:
    """Where annotations are strings, `typing` compiles each that a named tuple has: those modules do without that import."""
    code = (
        "import sys, typing; typing.ForwardRef.__init__ = lambda _, text, **options: print(text, file=sys.stderr);"
        "from earnsum.commandline.everyday import everyday; from earnsum.commandline.command import obey;"
        f"obey(everyday(['-f', 'jsonl', {WIRE!r}]))"
    )
    environment = _own_caches(tmp_path)
    for _ in "12":  # the first has to compile its patterns, which is not what is measured
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize("engine", [engines.re, engines.regex], ids=["re", "regex"])
def test_flags_are_given_by_name(engine: Engine) -> None:
    assert engine.search("A", "a", flags=engine.IGNORECASE) is not None
    assert engine.sub("a", "b", "aa", count=1) == "ba"
    with pytest.raises(TypeError, match="by name"):
        engine.search("A", "a", engine.IGNORECASE)


def test_a_process_says_all_before_it_ends() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no full device")
    with full.open("w") as out:
        done = subprocess.run([sys.executable, "-m", "earnsum", "--help"], stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode != 0
    assert done.stderr
