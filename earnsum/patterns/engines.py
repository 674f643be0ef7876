"""
What stands for `re` and `regex` in this program: their patterns, compiled when they are first used, and kept for the next start.

There are hundreds of patterns, and to compile them takes a hundred times as long as to read an article with them, which needs
but some.  So ``compile`` does nothing before the pattern is used, and the code that an engine has once made of a pattern is
kept (see `kept`).  The compiling halves of both engines, in Python and slow to load, are then not even imported.
"""

from __future__ import annotations

import atexit
import copyreg
import marshal
import sys
from functools import cached_property
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from operator import attrgetter
from re import Match, Pattern, escape  # noqa: TID253
from types import ModuleType
from typing import Any, cast

from earnsum.patterns.kept import Stamp, keep, read_kept, version_of

Key = tuple[str | bytes, int]
"""A pattern as it is declared: its text and its flags."""


class Compiled:
    """A pattern that is in use: its methods are the compiled one's own, and found at once."""


_OWN = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groupindex", "pattern")
_owned_by = attrgetter(*_OWN)


class Declared(Compiled):
    """A pattern that is compiled at its first use."""

    def __init__(self, engine: Engine, key: Key) -> None:
        """Remember what to compile."""
        self._engine, self._key = engine, key

    def __getattr__(self, name: str) -> Any:
        """Become the compiled pattern: to ask here again would cost as much as many a search."""
        self.__dict__.update(zip(_OWN, _owned_by(self._engine.compiled(self._key)), strict=True))
        self.__class__ = Compiled  # type: ignore[assignment]
        return getattr(self, name)


class Engine:
    """What stands for a module of patterns; what is not put off or kept is the module's own."""

    name: str
    IGNORECASE, MULTILINE, DOTALL, VERBOSE = 2, 8, 16, 64
    escape = staticmethod(escape)  # what it returns means the same to both engines
    Match, Pattern = Match, Pattern  # for annotations alone, which would otherwise load the compiler of `regex`

    def __init__(self) -> None:
        """Begin without patterns."""
        self.declared: dict[Key, Declared] = {}

    def compile(self, text: str | bytes, flags: int = 0) -> Declared:
        """Return a pattern that is not compiled yet."""
        key = text, int(flags)
        if key not in self.declared:
            self.declared[key] = Declared(self, key)
        return self.declared[key]

    def compiled(self, key: Key) -> Any:
        """Return a compiled pattern: of the code that was kept for it, or of new code, which is kept when the process ends."""
        if key not in self._codes:
            atexit.unregister(self.keep)
            atexit.register(self.keep)
            self._codes[key] = self._dumped(key)
        return self.build(marshal.loads(self._codes[key]))  # noqa: S302 - as trusted as byte code

    def keep(self) -> None:
        """Keep the code of every pattern that is declared: an article of another kind then finds its own."""
        keep(f"{self.name}.code", self.stamp, lambda: {key: self._codes.get(key) or self._dumped(key) for key in self.declared})

    @cached_property
    def _codes(self) -> dict[Key, bytes]:
        """The code of each pattern; as bytes, since most are of patterns that an article has no use for."""
        return read_kept(f"{self.name}.code", self.stamp)

    def _dumped(self, key: Key) -> bytes:
        return marshal.dumps(self.code(*key))

    @property
    def stamp(self) -> Stamp:
        """What the code, and how it is kept, depends on beside the pattern."""
        raise NotImplementedError

    def code(self, text: str | bytes, flags: int) -> tuple[Any, ...]:
        """Return what the module makes of a pattern, ready to be built."""
        raise NotImplementedError

    def build(self, code: tuple[Any, ...]) -> Any:
        """Return the compiled pattern."""
        raise NotImplementedError

    def __getattr__(self, name: str) -> Any:
        """Return a function of the module, working on patterns of this engine, or anything else of the module."""
        if name in {"match", "fullmatch", "search", "findall", "finditer", "split", "sub"}:

            def value(text: str | bytes, *args: Any, flags: int = 0, **options: Any) -> Any:
                if len(args) > 1 + (name == "sub"):  # a compiled pattern would take a third for a place in the string
                    message = f"{name}: flags and counts are given by name"
                    raise TypeError(message)
                return getattr(self.compile(text, flags), name)(*args, **options)

        else:
            value = getattr(import_module(self.name), name)
        self.__dict__[name] = value
        return value


class Re(Engine):
    """The standard library's engine."""

    name = "re"

    @property
    def stamp(self) -> Stamp:
        """The version of the code; the file that it is kept in names the version of Python."""
        return self._core.MAGIC, *version_of(__file__)

    def code(self, text: str | bytes, flags: int) -> tuple[Any, ...]:
        """Do what `re.compile` does before its last step, which is `build`."""
        from array import array  # noqa: PLC0415 - only for what is not kept
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(text, flags)
        names = dict(parsed.state.groupdict)
        numbers = {number: name for name, number in names.items()}
        groups = tuple(numbers.get(number) for number in range(parsed.state.groups))
        code = array("I", _compiler._code(parsed, flags)).tobytes()  # noqa: SLF001 - bytes load in half the time of a list
        return text, flags | parsed.state.flags, code, len(groups) - 1, names, groups

    def build(self, code: tuple[Any, ...]) -> Any:
        """Return the compiled pattern."""
        text, flags, steps, *groups = code
        return self._core.compile(text, flags, memoryview(steps).cast("I").tolist(), *groups)

    @cached_property
    def _core(self) -> Any:
        return import_module("_sre")


class Regex(Engine):
    """The engine of the `regex` package."""

    name = "regex"

    @property
    def stamp(self) -> Stamp:
        """Which build of the package it is."""
        return version_of(self._core.__file__ or "", __file__)

    def code(self, text: str | bytes, flags: int) -> tuple[Any, ...]:
        """Return what a compiled pattern pickles as: its code."""
        import regex

        pattern: Any = regex.compile(cast("str", text), flags)
        return tuple(copyreg.dispatch_table[type(pattern)](pattern)[1])

    def build(self, code: tuple[Any, ...]) -> Any:
        """Return the compiled pattern."""
        return self._core.compile(*code)

    @cached_property
    def _core(self) -> ModuleType:
        """The half of the package that is written in C and matches, without the half that compiles."""
        package = PathFinder.find_spec("regex")
        spec = PathFinder.find_spec("regex._regex", package.submodule_search_locations) if package else None
        if "regex" in sys.modules or spec is None or spec.loader is None:
            return import_module("regex._regex")
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


re, regex = Re(), Regex()
