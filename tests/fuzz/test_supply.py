"""What the program is made of, and that it reaches for nothing else when it runs: no network, no file that it was not given."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from seeds import TESTS
from test_cli import ENVIRONMENT

ROOT = TESTS.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONSTRAINTS = (ROOT / ".ci" / "constraints.txt").read_text("utf-8")

BLOCKED = """
import sys
NEVER = ("socket.", "urllib.", "http.", "ftplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "webbrowser.")
def refuse(event, arguments):
    if event.startswith(NEVER):
        raise RuntimeError(f"reached for {event} {arguments}")
sys.addaudithook(refuse)
from earnsum.__main__ import main
main()
"""

BEAT = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.49 a share."
PAGE = f"""<!doctype html>
<html><head><title>Acme beats</title><base href="https://x.example/"><link rel=stylesheet href="https://x.example/a.css">
<script src="https://x.example/a.js"></script><meta http-equiv=refresh content="0;url=https://x.example"></head>
<body><img src="https://x.example/a.png"><iframe src="https://x.example"></iframe><p>{BEAT}</p></body></html>"""
MAIL = (
    f'From: a@b.example\nSubject: Acme\nContent-Type: message/external-body; access-type=URL; URL="https://x.example"\n\n{BEAT}\n'
)


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Return the names of inputs of every kind."""
    contents = {
        "text.txt": BEAT.encode(),
        "page.html": PAGE.encode(),
        "mail.eml": MAIL.encode(),
        "notes.md": f"# Acme\n\n![x](https://x.example/a.png) {BEAT}\n".encode(),
        "packed.gz": gzip.compress(BEAT.encode()),
        "story.pdf": (TESTS / "pages" / "story.pdf").read_bytes(),
        "filing.txt": (TESTS / "pages" / "sec_submission.sgml").read_bytes(),
        "record.json": json.dumps({"url": "https://x.example", "text": BEAT}).encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return list(contents)


def blocked(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command so that whatever reaches for the network, or for another program, is refused."""
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("fmt", ["table", "json", "jsonl", "csv", "markdown", "html"])
def test_nothing_is_fetched_and_no_program_is_run(fmt: str, inputs: list[str], tmp_path: Path) -> None:
    done = blocked("-f", fmt, *inputs, cwd=tmp_path)
    assert "reached for" not in done.stdout + done.stderr
    assert "1.58" in done.stdout
    assert done.returncode in (0, 2)


def test_the_block_is_one(tmp_path: Path) -> None:
    code = BLOCKED.replace("from earnsum.__main__ import main", "import socket\nmain = socket.socket")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "reached for socket" in done.stderr


def test_an_address_is_refused_with_the_command_that_fetches_it(tmp_path: Path) -> None:
    done = blocked("https://x.example/news", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "curl -sL" in done.stderr


@pytest.mark.parametrize(
    "markup",
    [
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><p>{beat} &x;</p>',
        '<?xml version="1.0"?><!DOCTYPE r SYSTEM "file://{secret}"><html><body><p>{beat} &x;</p></body></html>',
        '<html xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret}" parse="text"/><p>{beat}</p></html>',
        '<p>{beat}</p><object data="{secret}"></object><iframe src="file://{secret}"></iframe>',
    ],
)
def test_no_other_file_is_read(markup: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("<!ENTITY x 'the-secret'> the-secret")
    (tmp_path / "page.html").write_text(markup.format(secret=secret, beat=BEAT))
    done = blocked("-f", "json", "--with-text", "page.html", cwd=tmp_path)
    assert "1.58" in done.stdout
    assert "the-secret" not in done.stdout


def test_entities_of_entities_stay_small(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    (tmp_path / "page.html").write_text(f'<!DOCTYPE html [<!ENTITY e0 "profit ">{entities}]><p>{BEAT} &e12;</p>')
    done = blocked("-f", "json", "--with-text", "page.html", cwd=tmp_path)
    assert "1.58" in done.stdout
    assert len(done.stdout) < 20_000


# The lock -----------------------------------------------------------------------------------------------------------


def requirements(*extras: str) -> list[Requirement]:
    """Return what the program needs, and what some extras need, which may name other extras."""
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    found = [Requirement(line) for line in lines]
    more = [requirement for other in found if other.name == PROJECT["name"] for requirement in requirements(*other.extras)]
    return list({str(each): each for each in (*found, *more) if each.name != PROJECT["name"]}.values())


LOCKED = dict(re.findall(r"(?m)^([\w.-]+)==(\S+)$", CONSTRAINTS))


@pytest.mark.parametrize("requirement", requirements("dev", "fuzz"), ids=str)
def test_a_dependency_has_a_range_and_a_locked_version_in_it(requirement: Requirement) -> None:
    versions = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in LOCKED.items()}
    version = versions[re.sub(r"[-_.]+", "-", requirement.name).lower()]
    assert requirement.specifier.contains(version)
    assert requirement.url is None
    assert not any(specifier.operator in ("==", "===") for specifier in requirement.specifier)


def test_the_lock_names_versions_and_no_place_to_get_them() -> None:
    lines = [line for line in CONSTRAINTS.splitlines() if not line.startswith("#")]
    assert len(lines) == len(LOCKED)
