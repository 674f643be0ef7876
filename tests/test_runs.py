"""
Whole runs of the command as a user sees them: exit status, stdout and stderr together, in pipes and on terminals.

`python tests/test_runs.py` writes what they show anew.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import pytest
from test_cli import Ran, on_terminal, run

SNAPSHOTS = Path(__file__).parent / "snapshots" / "runs"
NEWS = {
    "acme.txt": """\
Acme beats on profit

May 13, 2021 - Acme Corp (NYSE: ACME) reported adjusted earnings of $1.58 per share for the first quarter. Analysts polled \
by FactSet had expected $1.49 per share. Revenue rose 4% to $28.6 billion, below the $29.8 billion that analysts had expected.

Net income was $412 million, compared with $366 million a year ago. Cloud revenue grew 37% to $2.58 billion. Cloud operating \
income was $310 million. Advertising revenue rose 12% to $1.9 billion.

For the second quarter, Acme expects revenue of $29 billion to $30 billion. Analysts were expecting $31 billion.
""",
    "globex.txt": "Globex Inc said second-quarter revenue rose 8% to $31.2 million, matching estimates of $31.2 million.\n",
    "weather.txt": "The weather was fine on Tuesday, and the town's band played in the park until the evening came.\n",
}

PIPES = {
    "table": "acme.txt",
    "table-explain": "--explain acme.txt",
    "table-several": "acme.txt globex.txt weather.txt nowhere.txt",
    "table-headline": "--only headline acme.txt globex.txt",
    "table-german": "-l de_DE acme.txt",
    "table-french": "-l fr_FR acme.txt",
    "table-spanish": "-l es_ES acme.txt",
    "table-japanese": "-l ja_JP acme.txt",
    "table-chinese": "-l zh_CN weather.txt acme.txt",
    "table-hindi": "-l hi_IN acme.txt",
    "table-arabic": "-l ar_EG acme.txt",
    "table-nothing": "weather.txt",
    "markdown": "-f markdown acme.txt globex.txt nowhere.txt",
    "markdown-explain": "-f markdown -x globex.txt",
    "markdown-headline": "-f markdown --only headline acme.txt globex.txt",
    "csv": "-f csv acme.txt nowhere.txt",
    "json": "-f json globex.txt",
    "json-several": "-f json --only headline globex.txt nowhere.txt weather.txt",
    "jsonl": "-f jsonl globex.txt weather.txt nowhere.txt",
    "html": "-f html acme.txt globex.txt nowhere.txt",
    "html-headline": "-f html --only headline acme.txt globex.txt",
    "misuse": "-f csv --explain acme.txt",
    "help": "--help",
}
TERMINALS = {
    "terminal-60": (60, {}),
    "terminal-80": (80, {}),
    "terminal-120": (120, {"TERM": "xterm-256color"}),
    "terminal-200": (200, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}),
    "terminal-16-colours": (80, {"TERM": "linux"}),
    "terminal-no-color": (80, {"NO_COLOR": "1"}),
    "terminal-dumb": (80, {"TERM": "dumb"}),
}


def told(arguments: str, ran: Ran) -> str:
    """Return a run as text; escapes are shown, and a page's style and script left out."""
    out = re.sub(r"(?s)(<(style|script)>).*?(</\2>)|(?<=sha256-)[^']+", r"\1…\3", ran.out).replace("\x1b", "␛")
    return f"$ earnsum {arguments}\n[{ran.status}]\n--- stdout\n{out}--- stderr\n{ran.err}"


def shown(name: str, folder: Path) -> str:
    for file, text in NEWS.items():
        (folder / file).write_text(text, "utf-8")
    if name in PIPES:
        return told(PIPES[name], run(*PIPES[name].split(), cwd=folder, COLUMNS="80" if name == "help" else ""))
    columns, environment = TERMINALS[name]
    return told("-x acme.txt", on_terminal("-x", "acme.txt", columns=columns, cwd=folder, **environment))


@pytest.mark.parametrize("name", [*PIPES, *TERMINALS])
def test_a_run_shows_what_was_reviewed(name: str, tmp_path: Path) -> None:
    assert shown(name, tmp_path) == (SNAPSHOTS / f"{name}.txt").read_text("utf-8"), "where it is right: python tests/test_runs.py"


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for made in sys.argv[1:] or [*PIPES, *TERMINALS]:
        with tempfile.TemporaryDirectory() as place:
            (SNAPSHOTS / f"{made}.txt").write_text(shown(made, Path(place)), "utf-8")
