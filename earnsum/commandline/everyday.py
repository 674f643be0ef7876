"""
The everyday command, read without Typer, which takes longer to load than an article takes to read.

`xargs` and shell loops start this program once for a few files, nearly always with a format and names.  What is
written plainly is understood here; all that needs help, completion, a check or a complaint is Typer's, which declares the options.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from earnsum.commandline.command import Request
from earnsum.render import Format
from earnsum.selection import Only


def _whole(value: str) -> int:
    if not (value.isascii() and value.isdecimal()):
        raise ValueError(value)
    return int(value)


_FLAGS: dict[str, dict[str, bool]] = {
    "-x": {"explain": True},
    "--explain": {"explain": True},
    "--no-header": {"header": False},
    "--with-text": {"with_text": True},
    "-0": {"nul": True},
    "--null": {"nul": True},
    "--progress": {"progress": True},
    "--no-progress": {"progress": False},
}
_VALUES: dict[str, tuple[str, Callable[[str], object]]] = {
    "-f": ("fmt", Format),
    "--format": ("fmt", Format),
    "-o": ("output", str),
    "--output": ("output", str),
    "--only": ("only", Only),
    "-j": ("jobs", _whole),
    "--jobs": ("jobs", _whole),
    "--files-from": ("files_from", str),
}


def everyday(arguments: Sequence[str]) -> Request | None:
    """
    Return what an everyday command asks for; None for any other, and for one that is wrong.

    >>> request = everyday(["-f", "jsonl", "-j4", "a.txt"])
    >>> request.files, request.fmt, request.jobs
    (['a.txt'], <Format.JSONL: 'jsonl'>, 4)
    >>> everyday(["--help"]), everyday(["-f", "xml", "a.txt"])
    (None, None)
    """
    if os.name == "nt" or "_EARNSUM_COMPLETE" in os.environ:
        return None  # wildcards and completion
    asked: dict[str, Any] = {}
    files: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            files += words
        elif word == "-" or not word.startswith("-"):
            files.append(word)
        elif word in _FLAGS:
            asked |= _FLAGS[word]
        else:
            option, given, value = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
            value = value if given else next(words, "")
            if option not in _VALUES or not value or (value.startswith("-") and value != "-"):
                return None
            field, read = _VALUES[option]
            try:
                asked[field] = read(value)
            except ValueError:
                return None
    return Request(files=files, **asked)
