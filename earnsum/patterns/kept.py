"""
What takes long to make is made once, and kept for the next start.

To compile the patterns and to read the lexicon takes many times as long as to read an article with them, and `xargs`
starts this program for every few.  What is kept lies beside the byte code, where Python keeps its own and is trusted alike;
where no byte code may be written, in the user's own cache.  Files are replaced whole, so that processes that start together
never see half of one, and what is missing, damaged or of another stamp is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

Stamp = tuple[int, ...]
"""The versions that what is kept depends on."""


def version_of(*paths: str) -> Stamp:
    """Return what changes when one of these files does: sizes in bytes and times in nanoseconds; OSError where one is missing."""
    files = [os.stat(path) for path in paths]  # noqa: PTH116 - to load pathlib would take longer than to read what is kept
    return tuple(number for file in files for number in (file.st_size, file.st_mtime_ns))


def kept_or_made(name: str, stamp: Stamp, make: Callable[[], dict[Any, Any]]) -> dict[Any, Any]:
    """Return what was kept under a name with this stamp; where there is none, make it and keep it."""
    if kept := read_kept(name, stamp):
        return kept
    made = make()
    keep(name, stamp, lambda: made)
    return made


def read_kept(name: str, stamp: Stamp) -> dict[Any, Any]:
    """Return what was kept under a name with this stamp, here and there; nothing where there is none."""
    found: dict[Any, Any] = {}
    for path in _places(name):
        try:
            with open(path, "rb") as stream:  # noqa: PTH123 - to load pathlib would take longer than to read this
                if os.fstat(stream.fileno()).st_uid not in _TRUSTED:
                    continue
                kept_stamp, kept = marshal.loads(stream.read())  # noqa: S302 - as trusted as byte code
        except (OSError, EOFError, ValueError, TypeError):
            continue
        if kept_stamp == stamp and isinstance(kept, dict):
            found |= kept
    return found


def keep(name: str, stamp: Stamp, make: Callable[[], dict[Any, Any]]) -> None:
    """Keep what is made, and with it what others have kept meanwhile; where nothing can be kept, nothing is made."""
    for path in _places(name, to_write=True):
        part = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            with open(part, "xb") as stream:  # noqa: PTH123
                made, others = make(), read_kept(name, stamp)
                marshal.dump((stamp, made | others if len(others) < _ENOUGH * len(made) else made), stream)
            os.replace(part, path)  # noqa: PTH105
        except OSError:
            _remove(part)
            continue
        return


def _remove(path: str) -> None:
    """Remove what a full disk left of a file, if there is any."""
    try:
        os.remove(path)  # noqa: PTH107
    except OSError:
        return


_ENOUGH = 2
"""What others kept is let go when it is so many times what is made now: most of it is then of versions that are gone."""

_TRUSTED = {0, os.getuid()} if hasattr(os, "getuid") else {0}


def _places(name: str, *, to_write: bool = False) -> Iterator[str]:
    """Yield the files that hold, or can hold, what is kept under a name."""
    spec = sys.modules[__name__].__spec__
    if spec and spec.cached and not (to_write and sys.dont_write_bytecode):
        yield f"{spec.cached.removesuffix('.pyc')}.{name}"
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    if os.path.isabs(home):  # noqa: PTH117
        yield os.path.join(home, "earnsum", f"{sys.implementation.cache_tag}.{name}")  # noqa: PTH118
