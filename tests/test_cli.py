"""The command as a real process: what it reads, what it writes where, and how it ends."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from earnsum.__main__ import run as run_as_a_process

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "earnsum"]
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "LC_ALL": "C.UTF-8",
    "TERM": "xterm",
    "COLUMNS": "100",
    "PYTHONDONTWRITEBYTECODE": "",
}

BEAT = (
    "Acme Corp on Tuesday reported first-quarter earnings of $1.58 per share. Analysts had expected earnings of $1.49 per share.\n"
)
MISS = "Globex Inc said second-quarter revenue rose 4% to $28.6 billion. Analysts had expected revenue of $29.8 billion.\n"
NOTHING = "The weather was fine on Tuesday, and the town's band played in the park until the evening came.\n"


@dataclass(frozen=True)
class Ran:
    """How a process ended, and what it wrote."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, data: str | bytes | None = "", cwd: Path | None = None, **environment: str) -> Ran:
    """Run the command; what is given is its standard input."""
    raw = data.encode() if isinstance(data, str) else data
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=raw,
        capture_output=True,
        cwd=cwd,
        env=ENVIRONMENT | environment,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_terminal(*arguments: str, columns: int = 80, data: str | None = None, cwd: Path | None = None, **environment: str) -> Ran:
    """Run the command with a terminal for its streams (standard input only where no data is given)."""
    import fcntl  # noqa: PLC0415 - no such thing on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    clean = {name: value for name, value in (ENVIRONMENT | environment).items() if name != "COLUMNS"}
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE if data else slave, stdout=slave, stderr=subprocess.PIPE, cwd=cwd, env=clean
    ) as process:
        os.close(slave)
        if data and process.stdin:
            process.stdin.write(data.encode())
            process.stdin.close()
        read = b""
        try:
            while block := os.read(master, 1 << 16):
                read += block
        except OSError:
            pass  # Linux says that the other end was closed in this way
        err = process.stderr.read() if process.stderr else b""
        status = process.wait(60)
    os.close(master)
    return Ran(status, read.decode().replace("\r\n", "\n"), err.decode())


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with articles of all sorts."""
    for name, content in {"beat.txt": BEAT, "miss.txt": MISS, "nothing.txt": NOTHING, "empty.txt": ""}.items():
        (tmp_path / name).write_text(content)
    (tmp_path / "page.html").write_text(
        f"<html><head><title>Acme</title></head><body><article><p>{BEAT}</p><p>{NOTHING}</p></article></body></html>"
    )
    (tmp_path / "beat.txt.gz").write_bytes(gzip.compress(BEAT.encode()))
    (tmp_path / "binary").write_bytes(b"\x7fELF\x00\x01\x02" * 100)
    (tmp_path / "folder").mkdir()
    return tmp_path


def records(ran: Ran) -> Any:
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "data"),
    [
        (("beat.txt",), None),
        ((), BEAT),
        (("-",), BEAT),
        (("beat.txt.gz",), None),
        (("page.html",), None),
        (("--files-from", "-"), "beat.txt\n"),
        (("-0", "--files-from", "-"), "beat.txt\0"),
    ],
)
def test_every_way_in_gives_the_same_figures(arguments: tuple[str, ...], data: str | None, news: Path) -> None:
    ran = run("-f", "csv", *arguments, data=data or "", cwd=news)
    [header, row] = (line.split(",") for line in ran.out.splitlines())
    cells = dict(zip(header, row, strict=True))
    assert (cells["metric"], cells["actual"], cells["estimate"], cells["surprise"], cells["verdict"]) == (
        "eps",
        "1.58",
        "1.49",
        "0.09",
        "beat",
    )
    assert (ran.status, ran.err) == (0, "")


def test_table_is_the_default(news: Path) -> None:
    ran = run("beat.txt", cwd=news)
    assert all(shown in ran.out for shown in ("Acme", "$1.58", "$1.49", "+$0.09", "+6.0%", "▲ beat", "beat.txt"))
    assert "\x1b" not in ran.out
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("fmt", ["table", "json", "jsonl", "csv", "markdown", "html"])
def test_every_format_works_alone_and_for_several(fmt: str, news: Path) -> None:
    for jobs in ("1", "2"):
        ran = run("-f", fmt, "-j", jobs, "beat.txt", "miss.txt", "nothing.txt", cwd=news)
        assert (ran.status, ran.err) == (0, "")
        assert "1.58" in ran.out
        assert ran.out.endswith("\n")
        assert not ran.out.endswith("\n\n")


def test_scoreboard_counts(news: Path) -> None:
    ran = run("beat.txt", "miss.txt", cwd=news)
    assert ran.out.endswith("Scoreboard" + ran.out.rpartition("Scoreboard")[2])
    assert "Earnings: 1 beat · 0 in line · 0 miss\nRevenue: 0 beat · 0 in line · 1 miss\n" in ran.out


def test_headline_is_one_line_an_article(news: Path) -> None:
    ran = run("--only", "headline", "beat.txt", "miss.txt", cwd=news)
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "Scoreboard",
        "Company",
        "─" * len(ran.out.splitlines()[2]),
        "Acme",
        "Globex",
        "Earnings:",
        "Revenue:",
    ]


def test_explain_shows_the_sentence(news: Path) -> None:
    ran = run("-x", "beat.txt", cwd=news, COLUMNS="200")
    assert "reported first-quarter earnings of $1.58[actual] per share." in ran.out
    assert "Analysts had expected earnings of $1.49[estimate] per share." in ran.out


def test_nothing_found_is_1(news: Path) -> None:
    ran = run("-f", "jsonl", "nothing.txt", cwd=news)
    assert ran.status == 1
    assert [warning["code"] for warning in records(ran)[0]["warnings"]] == ["no-results"]
    assert run("--only", "guidance", "beat.txt", cwd=news).status == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nowhere.txt", "missing"),
        ("folder", "directory"),
        ("binary", "binary"),
        ("empty.txt", "empty"),
        ("https://example.com/a", "url"),
    ],
)
def test_one_failure_is_one_line_and_stops_nothing(name: str, code: str, news: Path) -> None:
    ran = run("-f", "jsonl", "beat.txt", name, "miss.txt", cwd=news)
    assert [record["source"] for record in records(ran)] == ["beat.txt", name, "miss.txt"]
    assert records(ran)[1]["error"]["code"] == code
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"earnsum: {name}: ")
    assert ran.status == 2
    table = run("beat.txt", name, "miss.txt", cwd=news)
    assert (table.status, table.err) == (2, ran.err)
    assert "Globex" in table.out


def test_a_name_that_is_an_attack(news: Path) -> None:
    (news / "\x1b[31mred\n.txt").write_text("")
    ran = run("\x1b[31mred\n.txt", cwd=news)
    assert "\x1b" not in ran.err
    assert ran.err.count("\n") == 1


def test_too_large(news: Path) -> None:
    ran = run("--max-bytes", "10", "beat.txt", cwd=news)
    assert (ran.status, ran.out) == (2, "")
    assert "beat.txt" in ran.err


@pytest.mark.parametrize(
    ("arguments", "saying"),
    [
        (("-f", "yaml"), "yaml"),
        (("--only", "profit"), "profit"),
        (("-l", "xx_YY"), "xx_YY"),
        (("--lang", "tlh"), "tlh"),
        (("--dollar", "buck"), "buck"),
        (("--tolerance", "-1"), "-1"),
        (("--tolerance", "nan"), "nan"),
        (("-j", "-1"), "--jobs"),
        (("-0",), "--files-from"),
        (("-", "-"), "only once"),
        (("-", "--files-from", "-"), "only once"),
        (("-x", "-f", "csv"), "--explain"),
        (("--with-text",), "--with-text"),
        (("--no-header", "-f", "jsonl"), "--no-header"),
        (("--files-from", "nowhere"), "nowhere"),
        (("-o", "/nowhere/out", "-"), "/nowhere/out"),
        (("--nonsense",), "--nonsense"),
    ],
)
def test_bad_usage_is_2_and_says_why(arguments: tuple[str, ...], saying: str) -> None:
    ran = run(*arguments, data=BEAT)
    assert (ran.status, ran.out) == (2, "")
    assert saying in ran.err
    assert "─" not in ran.err
    assert "Traceback" not in ran.err


def test_no_input_on_a_terminal_is_said_and_not_waited_for() -> None:
    ran = on_terminal()
    assert ran.status == 2
    assert ran.err.startswith("earnsum: no input: name a file")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_a_terminal_gets_colour_and_its_width(columns: int, news: Path) -> None:
    ran = on_terminal("beat.txt", columns=columns, cwd=news)
    assert (ran.status, ran.err) == (0, "")
    assert "\x1b[32m▲ beat" in ran.out


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_may_refuse_colour(environment: dict[str, Any], news: Path) -> None:
    ran = on_terminal("beat.txt", cwd=news, **environment)
    assert "32m" not in ran.out
    assert "▲ beat" in ran.out


def test_colour_may_be_forced_into_a_pipe(news: Path) -> None:
    assert "\x1b[32m▲ beat" in run("beat.txt", cwd=news, FORCE_COLOR="1").out


def test_nothing_folds_in_a_file(news: Path) -> None:
    (news / "long.txt").write_text(f"{'Very long headline ' * 12}\n\n{NOTHING.strip()} {BEAT}")
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "COLUMNS"}
    done = subprocess.run(
        [*COMMAND, "-x", "long.txt"],
        capture_output=True,
        cwd=news,
        env=environment,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    assert any(
        "Acme Corp on Tuesday reported first-quarter earnings of $1.58[actual] per share." in line
        for line in done.stdout.splitlines()
    )


def test_output_to_a_file(news: Path) -> None:
    ran = run("-f", "html", "-o", "out.html", "beat.txt", cwd=news)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (news / "out.html").read_text().startswith("<!doctype html>")


def test_locale(news: Path) -> None:
    assert "28,6\xa0Mrd.\xa0$" in run("-l", "de_DE", "miss.txt", cwd=news).out
    assert "28,6\xa0Mrd.\xa0$" in run("miss.txt", cwd=news, LC_ALL="de_DE.UTF-8").out
    assert "$28.6 B" in run("miss.txt", cwd=news, LC_ALL="tlh_QO.UTF-8").out


def test_tolerance(news: Path) -> None:
    assert [row["verdict"] for row in records(run("-f", "jsonl", "--tolerance", "10", "beat.txt", cwd=news))[0]["results"]] == [
        "in_line"
    ]


def test_schema_validates_real_output(news: Path) -> None:
    schema = json.loads(run("--schema").out)
    validator = Draft202012Validator(schema)
    for record in records(
        run("-f", "jsonl", "--with-text", "beat.txt", "miss.txt", "nothing.txt", "nowhere", "page.html", cwd=news)
    ):
        validator.validate(record)


def test_version_and_help() -> None:
    assert run("--version").out.startswith("earnsum ")
    ran = run("--help")
    assert ran.status == 0
    assert all(
        part in ran.out for part in ("Output:", "Selection:", "Reading:", "Many articles:", "curl -sL URL | earnsum", "Exit status")
    )
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("line", "expected"), [("earnsum -f ", "jsonl"), ("earnsum --only ", "headline"), ("earnsum --lang ", "en")]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_values(shell: str, line: str, expected: str) -> None:
    words: dict[str, Any] = {
        "COMP_WORDS": line,
        "COMP_CWORD": "2",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert expected in run(_EARNSUM_COMPLETE=f"complete_{shell}", **words).out


def test_data_formats_load_nothing_for_people(news: Path) -> None:
    code = (
        "import sys\nfrom earnsum.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    for fmt in ("jsonl", "json", "csv"):
        done = subprocess.run(
            [sys.executable, "-c", code, "-f", fmt, "beat.txt"],
            capture_output=True,
            cwd=news,
            env=ENVIRONMENT | {"LC_ALL": "de_DE.UTF-8"},
            text=True,
            check=True,
        )
        loaded = {name.partition(".")[0] for name in done.stderr.split()}
        assert "earnsum" in loaded
        assert not loaded & {"rich", "babel", "pydantic", "lxml", "multiprocessing", "concurrent", "pygments"}


@pytest.mark.parametrize("fmt", ["jsonl", "table"])
@pytest.mark.parametrize("lines", [0, 1])
def test_a_closed_pipe_is_quiet(fmt: str, lines: int, news: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "-f", fmt, *["beat.txt"] * 2000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=news,
        env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        assert process.stderr
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.fixture
def _heeding_ctrl_c() -> Iterator[None]:
    """Heed Ctrl-C also where a shell without job control has started the tests in its background, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heeding_ctrl_c")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_at_once_with_whole_records(jobs: str, news: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "-f", "jsonl", "-j", jobs, *["beat.txt"] * 20_000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=news,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        sent = time.monotonic()
        rest = process.stdout.read()
        err = process.stderr.read()
        assert process.wait(60) == 130
    assert time.monotonic() - sent < 10
    assert (first + rest).endswith(b"\n")
    lines = (first + rest).splitlines()
    assert all(json.loads(line)["schema"] == "earnsum/1" for line in lines)
    assert len(lines) < 20_000
    assert b"Traceback" not in err


def test_processes_that_append_to_one_file_do_not_mix_their_lines(news: Path) -> None:
    (news / "long.txt").write_text(f"{BEAT}\n{NOTHING * 400}")
    with (news / "out").open("ab") as out:
        several = [
            subprocess.Popen([*COMMAND, "-f", "jsonl", "--with-text", *["long.txt"] * 40], stdout=out, cwd=news, env=ENVIRONMENT)
            for _ in range(3)
        ]
        assert [process.wait(60) for process in several] == [0, 0, 0]
    assert len([json.loads(line) for line in (news / "out").read_text().splitlines()]) == 120


def test_progress_only_where_asked_for_or_on_a_terminal(news: Path) -> None:
    assert run("-f", "jsonl", "--progress", "beat.txt", "miss.txt", cwd=news).err == ""
    assert run("-f", "jsonl", "beat.txt", "miss.txt", cwd=news).err == ""


def test_the_console_script_is_the_same_command() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    module, _, name = project["scripts"]["earnsum"].partition(":")
    assert getattr(importlib.import_module(module), name) is run_as_a_process
