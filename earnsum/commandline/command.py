"""
What the command line asks for, and the doing of it, between Typer above and the batch below.

Streams, environment and terminal enter here and nowhere else; everything under this gets them
as arguments.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import Any, NamedTuple

from earnsum.patterns import re
from earnsum.render import Format, View
from earnsum.selection import Only


class Request(NamedTuple):
    """
    The options and arguments of a run.

    A named tuple, as other things on the way to the first line of output are: making a data class costs ten times the time.
    """

    files: list[str]
    fmt: Format = Format.TABLE
    output: str | None = None
    explain: bool = False
    locale: str | None = None
    header: bool = True
    with_text: bool = False
    only: Only | None = None
    lang: str | None = None
    dollar: str | None = None
    tolerance: Decimal = Decimal(0)
    field: str | None = None
    max_bytes: int = 32 * 1024 * 1024
    timeout: float = 60
    jobs: int = 1
    files_from: str | None = None
    nul: bool = False
    progress: bool | None = None


def obey(request: Request) -> int:
    """Do what was asked, say on stderr what went wrong, and return the exit status."""
    from earnsum.commandline.batch import Done, ExitStatus, Reading, run  # noqa: PLC0415 - not for --help
    from earnsum.commandline.output import OutputError, ReaderGone, opened  # noqa: PLC0415
    from earnsum.errors import InputError  # noqa: PLC0415
    from earnsum.reading.options import Options  # noqa: PLC0415

    if wrong := misuse(request):
        complain(wrong)
        return ExitStatus.FAILED
    progress = _progress(request)

    def report(done: Done) -> None:
        if progress:
            progress.clear()
        if done.failure:
            complain(f"{done.failure.source}: {done.failure.message}")
        if progress:
            progress.step()

    options = Options(lang=request.lang, dollar=request.dollar, tolerance=request.tolerance, timeout=request.timeout)
    work = Reading(options, request.fmt, _view(request), request.max_bytes)
    try:
        with opened(request.output) as write, reading(_inputs(request), work, request.jobs) as done:
            return run(done, work.renderer, write, report)
    except ReaderGone:
        return ExitStatus.FOUND
    except (OutputError, InputError) as error:
        complain(str(error))
        return ExitStatus.FAILED
    finally:
        if progress:
            progress.clear()


@contextmanager
def reading(inputs: Iterable[Any], work: Any, jobs: int) -> Iterator[Iterable[Any]]:
    """Give what comes of each input, in order, read here or by several processes, which do not outlive this."""
    if jobs == 1:
        yield map(work, inputs)
        return
    from earnsum.commandline.parallel import read_all  # noqa: PLC0415 - takes as long to load as an article to read

    with closing(read_all(inputs, work, jobs=jobs)) as done:
        yield done


def complain(message: str) -> None:
    """Say on stderr what went wrong, on one plain line."""
    from earnsum.render.safe import plain  # noqa: PLC0415 - only where something did

    with_care = plain(message).encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(sys.stderr.encoding or "utf-8")
    print(f"earnsum: {with_care}", file=sys.stderr, flush=True)  # noqa: T201


def misuse(request: Request) -> str | None:
    """Say what cannot be done together, or that input is waited for that nobody would type."""
    stdin_users = request.files.count("-") + (request.files_from == "-")
    fmt = request.fmt
    wrong = {
        "-0 goes with --files-from": request.nul and request.files_from is None,
        "standard input can be read only once": stdin_users > 1,
        f"--explain has no meaning for {fmt}; it goes with table, markdown and html": request.explain and fmt in _DATA,
        f"--with-text has no meaning for {fmt}; it goes with json and jsonl": request.with_text and fmt not in _JSON,
        f"--no-header has no meaning for {fmt}; it goes with table, csv and markdown": not request.header
        and fmt in (*_JSON, Format.HTML),
        "no input: name a file, or pipe an article in (curl -sL URL | earnsum); more: earnsum --help": _waits(request),
    }
    return next((message for message, is_wrong in wrong.items() if is_wrong), None)


_JSON = (Format.JSON, Format.JSONL)
_DATA = (*_JSON, Format.CSV)


def _waits(request: Request) -> bool:
    return not request.files and request.files_from is None and (sys.stdin is None or sys.stdin.isatty())


def _inputs(request: Request) -> Iterable[Any]:
    """Return what to read: names, or the records in them."""
    names = _names(request)
    if request.field is None:
        return names
    from earnsum.commandline.sources import read_entries  # noqa: PLC0415 - seldom asked for

    return read_entries(names, request.field, max_bytes=request.max_bytes)


def _names(request: Request) -> Iterable[str]:
    from earnsum.commandline.sources import listed  # noqa: PLC0415

    if request.files_from is None:
        return request.files or ["-"]
    return chain(request.files, listed(request.files_from, nul=request.nul))


def _total(request: Request) -> int | None:
    """Return how many inputs there are, where that is known beforehand."""
    if request.field is not None:
        return None
    if request.files_from is None:
        return len(request.files) or 1
    if not os.path.isfile(request.files_from):  # noqa: PTH113 - no Path otherwise needed
        return None
    return len(request.files) + sum(1 for _ in _names_again(request))


def _names_again(request: Request) -> Iterator[str]:
    from earnsum.commandline.sources import listed  # noqa: PLC0415

    return listed(request.files_from or "", nul=request.nul)


def _progress(request: Request) -> Any:
    """Return what shows progress, where it was asked for or makes sense."""
    if request.progress is False or (request.progress is None and not (sys.stderr and sys.stderr.isatty())):
        return None
    total = _total(request)
    if request.progress is None and total == 1:
        return None
    from earnsum.commandline.progress import Progress  # noqa: PLC0415 - only where it is shown

    return Progress(sys.stderr, total)


def _view(request: Request) -> View:
    """Return how to show, as far as the environment and the terminal decide it."""
    shared = View(
        locale="en_US" if request.fmt in _DATA else request.locale or _environment_locale(),
        only=request.only,
        explain=request.explain,
        header=request.header,
        with_text=request.with_text,
        is_file=request.output not in (None, "-"),
    )
    if request.fmt is not Format.TABLE:
        return shared
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) > 0 else None
    on_terminal = not shared.is_file and sys.stdout.isatty()
    if not on_terminal and _MADE_TERMINAL.isdisjoint(os.environ):
        return shared._replace(width=width)
    from rich.console import Console  # noqa: PLC0415 - it knows what terminals can do

    console = Console(file=open(os.devnull, "w") if shared.is_file else sys.stdout)  # noqa: SIM115, PTH123
    escapes = console.is_terminal and not console.is_dumb_terminal
    colors = None if console.no_color else console.color_system
    return shared._replace(width=width or (console.width if on_terminal else None), colors=colors, escapes=escapes)


_MADE_TERMINAL = {"FORCE_COLOR", "TTY_COMPATIBLE"}
"""Variables that say that output goes to a terminal, though it does not seem to; Rich knows what they mean."""


def _environment_locale() -> str:
    """Return the locale that the environment names for figures, if it is one; else US English."""
    from earnsum.render.numbers import find_locale  # noqa: PLC0415 - not for data formats

    value = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_NUMERIC", "LANG"))), "en_US")
    try:
        return str(find_locale(value))
    except ValueError:
        return "en_US"


def schema_text() -> str:
    """Return the JSON Schema of the record."""
    from earnsum.render.jsonl import dump  # noqa: PLC0415
    from earnsum.schema import json_schema  # noqa: PLC0415

    return dump(json_schema(), indent=2)


def version_text() -> str:
    """Return name and version."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return f"earnsum {version('earnsum')}"
    except PackageNotFoundError:
        return "earnsum (not installed)"


def languages() -> list[str]:
    """Return the languages that articles can be read in: those with a lexicon."""
    from importlib.resources import files  # noqa: PLC0415 - only to check or to complete a value

    names = (path.name for path in (files("earnsum") / "lexicon").iterdir())
    return sorted(name.removesuffix(".toml") for name in names if re.fullmatch(r"[a-z]{2,3}\.toml", name))


def language(value: str | None) -> str | None:
    """Return a language that can be read."""
    known = languages() if value else []
    if value and value not in known:
        message = f"{value!r} is not one of {', '.join(known)}."
        raise _bad(message)
    return value


def currency(value: str | None) -> str | None:
    """Return a currency's code in capitals."""
    if value and not (len(value) == 3 and value.isascii() and value.isalpha()):
        message = f"{value!r} is not a currency's three-letter code, such as CAD."
        raise _bad(message)
    return value and value.upper()


def percentage(value: str) -> Decimal:
    """Return a percentage that is not negative."""
    try:
        number = Decimal(str(value).removesuffix("%"))
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or number < 0:
        message = f"{value!r} is not a percentage, such as 0.5."
        raise _bad(message)
    return number


def locale(value: str) -> str:
    """Return a locale's name that Babel knows."""
    from earnsum.render.numbers import find_locale  # noqa: PLC0415 - only where one is given

    try:
        return str(find_locale(value))
    except ValueError as error:
        message = f"{value!r} is no known locale; examples: en_GB, de_DE, ja_JP."
        raise _bad(message) from error


def _bad(message: str) -> Exception:
    """Return the error that Typer shows as wrong usage."""
    from typer import BadParameter  # noqa: PLC0415 - Typer is not loaded for everyday commands

    return BadParameter(message)
