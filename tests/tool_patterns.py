"""
Count in how many texts each pattern matches: ``python tests/tool_patterns.py [FILES…]``; without files, of the development set.

Those that match in none or one are listed, by the module that declares them.  A pattern that matches nowhere may still be one
that other articles need, but each wants a reason, or should go.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import evalset

from earnsum.patterns import engines

FEW = 1

found: dict[str, set[Path]] = defaultdict(set)
"""Where a pattern is declared → the texts in which it matches."""
_now = [Path()]


class Noting:
    """A compiled pattern that notes the text in which it finds something."""

    def __init__(self, compiled: Any, key: engines.Key) -> None:
        """Stand for a compiled pattern."""
        self._compiled, self._key = compiled, key

    def __getattr__(self, name: str) -> Any:
        """Return a method that notes, or what else the pattern has."""
        own = getattr(self._compiled, name)
        return self._noted(own, name) if callable(own) else own

    def _noted(self, method: Callable[..., Any], name: str) -> Callable[..., Any]:
        def noted(*args: Any, **options: Any) -> Any:
            result = method(*args, **options)
            if name == "finditer":
                result = list(result)
            nothing = {"split": [args[0]], "sub": args[-1]}.get(name)
            if result and result != nothing:
                found[str(self._key)].add(_now[0])
            return iter(result) if name == "finditer" else result

        return noted


def read(paths: Iterable[Path]) -> None:
    """Read texts, while patterns note where they match."""
    compiled = engines.Engine.compiled
    engines.Engine.compiled = lambda self, key: Noting(compiled(self, key), key)  # type: ignore[method-assign]
    from earnsum.intake.article import read_article  # noqa: PLC0415 - after the patterns have been told to note
    from earnsum.pipeline import summarize_article  # noqa: PLC0415

    for path in paths:
        _now[0] = path
        summarize_article(read_article(path.read_bytes(), source=str(path)))


def declared() -> Iterator[tuple[str, str]]:
    """Yield (pattern, where it stands) of all that are a module's own."""
    for module, loaded in sorted(sys.modules.items()):
        for name, value in vars(loaded).items() if module.startswith("earnsum.") else ():
            if isinstance(value, engines.Compiled):
                yield str(vars(value)["_key"]), f"{module.removeprefix('earnsum.')} {name}"


def report(paths: Iterable[Path]) -> str:
    """Return the patterns that match in few texts."""
    read(paths)
    places = dict(declared())
    few = sorted((len(found[key]), place) for key, place in places.items() if len(found[key]) <= FEW)
    return "\n".join(
        [*(f"{count:5}  {place}" for count, place in few), f"{len(few)} of {len(places)} match in {FEW} text or none", ""]
    )


if __name__ == "__main__":
    sys.stdout.write(report([Path(name) for name in sys.argv[1:]] or evalset.articles()))
