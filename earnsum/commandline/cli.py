"""
The command: arguments in, exit status out; no logic.

Options that do nothing for the chosen format are refused rather than ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from earnsum.commandline import command
from earnsum.render import Format
from earnsum.selection import Only

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

EXAMPLES = """\b
Examples:
  curl -sL URL | earnsum
  earnsum --explain alibaba.html
  find news -type f -print0 | xargs -0 -P4 -n100 earnsum -f jsonl >> out.jsonl

\b
Exit status:
  0 something was found, 1 nothing was, 2 an input could not be read or bad usage.
"""


class GroupedHelp(TyperCommand):
    """
    A command whose help lists its options under the headings that they name.

    Typer draws groups only in boxes, through Rich, which takes twice the time and folds at odd places.
    """

    def groups(self, ctx: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield each heading with its options and what they do; which numbers one takes is said to who gives another."""
        options = [param for param in self.get_params(ctx) if param.param_type_name == "option"]
        for title, group in groupby(options, key=lambda param: getattr(param, "rich_help_panel", None) or "Other"):
            records = filter(None, (param.get_help_record(ctx) for param in group))
            yield title, [(names, said.partition("  [x>=")[0]) for names, said in records]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, group after group."""
        for title, options in self.groups(ctx):
            with formatter.section(title):
                formatter.write_dl(options)


SHOW, SELECT, READ, MANY = "Output", "Selection", "Reading", "Many articles"


@app.command(cls=GroupedHelp, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
def earnsum(  # noqa: PLR0913 - the options are the interface
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILES]...", show_default=False)] = None,
    *,
    fmt: Annotated[
        Format,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="table (default), json, jsonl, csv, markdown or html.",
            show_default=False,
            rich_help_panel=SHOW,
        ),
    ] = Format.TABLE,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, all or nothing.", rich_help_panel=SHOW)
    ] = None,
    explain: Annotated[
        bool, typer.Option("-x", "--explain", help="Show the sentence behind each row.", rich_help_panel=SHOW)
    ] = False,
    locale: Annotated[
        str | None,
        typer.Option(
            "-l",
            "--locale",
            metavar="NAME",
            parser=command.locale,
            help="How figures are shown, such as de_DE.",
            rich_help_panel=SHOW,
        ),
    ] = None,
    no_header: Annotated[bool, typer.Option("--no-header", help="Leave out the header.", rich_help_panel=SHOW)] = False,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put the article's text into the record.", rich_help_panel=SHOW)
    ] = False,
    only: Annotated[
        Only | None, typer.Option("--only", metavar="PART", help="results, guidance, headline or compared.", rich_help_panel=SELECT)
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="CODE",
            callback=command.language,
            autocompletion=command.languages,
            help="The article's language; default: detect.",
            rich_help_panel=READ,
        ),
    ] = None,
    dollar: Annotated[
        str | None,
        typer.Option(
            "--dollar",
            metavar="CODE",
            callback=command.currency,
            help="What a bare $ means; default: detect.",
            rich_help_panel=READ,
        ),
    ] = None,
    tolerance: Annotated[
        Decimal,
        typer.Option(
            "--tolerance",
            metavar="PCT",
            parser=command.percentage,
            help="How near counts as in line; default: 0.",
            show_default=False,
            rich_help_panel=READ,
        ),
    ] = Decimal(0),
    field: Annotated[
        str | None,
        typer.Option("--field", metavar="NAME", help="Read JSON lines, with the text under NAME.", rich_help_panel=READ),
    ] = None,
    max_bytes: Annotated[
        int,
        typer.Option(
            "--max-bytes",
            metavar="N",
            min=1,
            help="Refuse larger inputs; default: 32 MiB.",
            show_default=False,
            rich_help_panel=READ,
        ),
    ] = 32 * 1024 * 1024,
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            min=0.001,
            help="Stop reading an article after so long; default: 60.",
            show_default=False,
            rich_help_panel=READ,
        ),
    ] = 60,
    jobs: Annotated[
        int,
        typer.Option(
            "-j",
            "--jobs",
            metavar="N",
            min=0,
            help="Worker processes; default: 1, 0 is one a core.",
            show_default=False,
            rich_help_panel=MANY,
        ),
    ] = 1,
    files_from: Annotated[
        str | None, typer.Option("--files-from", metavar="FILE", help="Read the names of inputs there.", rich_help_panel=MANY)
    ] = None,
    nul: Annotated[
        bool, typer.Option("-0", "--null", help="Those names end in NUL, not in a line break.", rich_help_panel=MANY)
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="How far it is, on stderr.", rich_help_panel=MANY, show_default=False),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a record.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """
    Read earnings articles and print what was reported against what analysts expected.

    Reads FILES, text or HTML; without FILES, or for -, standard input.
    """
    if schema or version:
        typer.echo(command.schema_text() if schema else command.version_text())
        return
    request = command.Request(
        files=files or [],
        fmt=fmt,
        output=output,
        explain=explain,
        locale=locale,
        header=not no_header,
        with_text=with_text,
        only=only,
        lang=lang,
        dollar=dollar,
        tolerance=tolerance,
        field=field,
        max_bytes=max_bytes,
        timeout=timeout,
        jobs=jobs,
        files_from=files_from,
        nul=nul,
        progress=progress,
    )
    raise typer.Exit(command.obey(request))


def main() -> None:
    """Run any command through Typer."""
    app(prog_name="earnsum")
