"""
Failures of an input, as data.

Apart from the modules that raise it, because reading a source and understanding
what it holds are different layers and both must be able to say what went wrong
in one line, with a code for programs and advice for people.
"""

from __future__ import annotations

from typing import Literal

Code = Literal[
    "missing",
    "directory",
    "unreadable",
    "url",
    "too-large",
    "truncated",
    "unsupported",
    "binary",
    "empty",
    "not-an-article",
    "bad-record",
    "timeout",
]
"""Why an input failed; the codes are part of the record and stay stable."""


class InputError(Exception):
    """An input that cannot be read: which one, a stable code, and one line that says what to try."""

    def __init__(self, source: str, code: Code, message: str) -> None:
        """Keep the parts; the exception's text is what a person should read."""
        super().__init__(f"{source}: {message}")
        self.source = source
        self.code: Code = code
        self.message = message

    def __reduce__(self) -> tuple[type[InputError], tuple[str, Code, str]]:
        """Let the error travel between worker processes."""
        return type(self), (self.source, self.code, self.message)
