"""
The manual page, built from the help, so that nothing is said twice.

`python tests/man.py` writes it anew where the help has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from earnsum.commandline.cli import app

PAGE = Path(__file__).parent.parent / "earnsum" / "man" / "earnsum.1"

ENVIRONMENT = {
    "LC_ALL, LC_NUMERIC, LANG": "How figures are shown where --locale does not say; the first that is set.",
    "COLUMNS": "How wide the table may be; else as wide as the terminal, and without one as wide as it needs.",
    "NO_COLOR": "No colour, where it is set to anything.",
    "FORCE_COLOR": "Colour also where the output is no terminal.",
    "TERM": "No colour and no emphasis where it is dumb.",
}


def escape(text: str) -> str:
    r"""
    Return text that stands for itself in roff.

    >>> print(escape(".5 -x \\n"))
    \&.5 \-x \en
    """
    shown = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{shown}" if shown.startswith((".", "\\(aq")) else shown


def sentence(text: str) -> str:
    """Return text without the breaks and marks that are for the terminal."""
    return escape(" ".join(text.replace("\b", " ").split()))


def page() -> str:
    """Return the manual page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    command: Any = typer.main.get_command(app)
    context = command.make_context("earnsum", [], resilient_parsing=True)
    first, *others = (command.help or "").split("\n\n")
    name = first.split(".")[0]
    yield '.TH EARNSUM 1 "" "earnsum" "User Commands"'
    yield ".SH NAME"
    yield f"earnsum \\- {escape(name[0].lower() + name[1:])}"
    yield ".SH SYNOPSIS"
    yield '.B earnsum\n.RI [ OPTIONS ] " " [ FILES ]...'
    yield ".SH DESCRIPTION"
    yield "\n.PP\n".join(sentence(paragraph) for paragraph in (first, *others))
    yield ".SH OPTIONS"
    for title, options in command.groups(context):
        yield f".SS {escape(title)}"
        yield from (f".TP\n.B {escape(names)}\n{sentence(said)}" for names, said in options)
    for title, block in _blocks(command.epilog):
        yield f".SH {title.upper()}"
        yield f".nf\n{chr(10).join(escape(line) for line in block)}\n.fi" if title == "Examples" else sentence(" ".join(block))
    yield ".SH ENVIRONMENT"
    yield from (f".TP\n.B {escape(names)}\n{escape(said)}" for names, said in ENVIRONMENT.items())


def _blocks(epilog: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the titled parts that the help ends in."""
    for block in epilog.split("\n\n"):
        title, *lines = block.replace("\b", "").strip().split("\n")
        yield title.removesuffix(":"), [line.strip() for line in lines]


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), "utf-8")
