"""Start: a whole process that reads one article, beside bare programs on the same libraries."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from statistics import median

from articles import SAMPLES
from measure import in_turn, of_process, ratio

TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def hello(name: str = "world") -> None:
    {body}
app()
"""
RICH = """from rich.console import Console; from rich.table import Table
    table = Table("a", "b"); table.add_row("1", "2"); Console().print(table)"""


def measured(options: argparse.Namespace) -> Iterator[str]:
    """Yield the times and what they are to those of the bare programs."""
    article = str(SAMPLES / "wire.txt")
    commands = {
        "python -c pass": ["-c", "pass"],
        "bare Typer": ["-c", TYPER.format(body="print('hello', name)")],
        "bare Typer and Rich table": ["-c", TYPER.format(body=RICH)],
        "earnsum -f jsonl": ["-m", "earnsum", "-f", "jsonl", article],
        "earnsum": ["-m", "earnsum", article],
    }
    times = in_turn({name: of_process([sys.executable, *command]) for name, command in commands.items()}, 2 * options.rounds)
    yield "Start, one article       ms    × pass"
    for name in commands:
        yield f"{name:25}{1000 * median(times[name]):4.0f}  {ratio(times, name, 'python -c pass'):6.1f}"
    yield f"earnsum -f jsonl is {ratio(times, 'earnsum -f jsonl', 'bare Typer'):.2f} × bare Typer"
    yield f"earnsum is {ratio(times, 'earnsum', 'bare Typer and Rich table'):.2f} × bare Typer and Rich table"
