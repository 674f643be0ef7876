"""Inputs that are small and become large, or are deep, or many: read or refused within bounds of memory and time."""

from __future__ import annotations

import gzip
import importlib.util
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from test_cli import ENVIRONMENT

BEAT = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.49 a share."
MEMORY = 700 * 1024 * 1024
"""Bytes of address space; the interpreter and its libraries take a fifth of it."""
SECONDS = 60
"""Of the processor, before the system ends the process: a net, and far from what any of these takes."""
SIZE = 250_000
LARGE = 40_000_000

COMMAND = """
import sys
from earnsum.__main__ import main
main()
"""


def zstd_bomb() -> bytes:
    if not importlib.util.find_spec("backports.zstd"):
        pytest.skip("needs the extra: pip install -e '.[zstd]'")
    from backports import zstd  # noqa: PLC0415 - an extra

    return bytes(zstd.compress(b"\0" * LARGE))


def pdf_bomb() -> bytes:
    """Return a page whose content is 100 MB of text, packed."""
    packed = zlib.compress(b"BT /F1 12 Tf (profit rose) Tj ET\n" * (12 * SIZE))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def nested_mail() -> str:
    heads = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(SIZE // 60))
    return "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n" + "".join(heads) + f"Content-Type: text/plain\n\n{BEAT}\n"


def many_parts() -> str:
    head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    picture = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    return head + picture * (SIZE // 70) + f"--b\nContent-Type: text/html\n\n<p>{BEAT}</p>\n--b--\n"


READ: dict[str, Callable[[], str]] = {
    "deep containers": lambda: "<html><body>" + "<div>" * (SIZE // 5) + f"<p>{BEAT}",
    "deep inline elements": lambda: "<html><body><p>" + "<b>" * (SIZE // 3) + BEAT,
    "deep tables": lambda: "<html><body>" + "<table><tr><td>" * (SIZE // 15) + f"<p>{BEAT}",
    "deep lists": lambda: "<html><body>" + "<ul><li>" * (SIZE // 8) + f"<p>{BEAT}",
    "elements closed in a wrong order": lambda: "<html><body><p>" + "<font></p>" * (SIZE // 10) + BEAT,
    "a huge attribute": lambda: f'<html><body><p class="{"a " * (20 * SIZE)}">{BEAT}</p>',
    "many attributes": lambda: "<html><body><p " + " ".join(f"a{n}=1" for n in range(SIZE // 8)) + f">{BEAT}</p>",
    "many attributes with signs": lambda: "<html><body><p " + " ".join(f'a{n}=">"' for n in range(SIZE // 12)) + f">{BEAT}</p>",
    "entities": lambda: f"<html><body><p>{BEAT}</p><p>" + "&#x41;&amp;amp;lt;&nbsp;" * (SIZE // 25),
    "linked data": lambda: (
        '<script type="application/ld+json">' + '{"@graph":[' * (SIZE // 11) + f"</script><p>{BEAT}</p><p>{BEAT}"
    ),
    "many parts of a saved page": many_parts,
}

REFUSED: dict[str, tuple[Callable[[], bytes | str], str]] = {
    "gzip": (lambda: gzip.compress(b"\0" * LARGE), "--max-bytes"),
    "gzip in many members": (lambda: gzip.compress(b" " * SIZE) * 200, "--max-bytes"),
    "gzip in gzip": (lambda: gzip.compress(gzip.compress(b" " * LARGE)), "binary"),
    "zstd": (zstd_bomb, "--max-bytes"),
}

EITHER: dict[str, Callable[[], bytes | str]] = {
    "a PDF": pdf_bomb,
    "nested parts of a mail": nested_mail,
    "nested messages": lambda: (
        "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n" + "Content-Type: message/rfc822\n\n" * (SIZE // 32)
    ),
    "encoded words": lambda: "From: a@b.example\nSubject: " + "=?utf-8?q?a?= " * (SIZE // 14) + f"\n\n{BEAT}\n",
    "nested JSON": lambda: "[" * SIZE,
    "open brackets of Markdown": lambda: "# A\n" + "[" * SIZE,
}


def run(data: bytes | str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command on some data with little memory and time."""
    (folder / "input").write_bytes(data if isinstance(data, bytes) else data.encode())

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run(
        [sys.executable, "-c", COMMAND, "-f", "jsonl", "input"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )


@pytest.mark.parametrize("name", READ)
def test_the_article_is_found_in_it(name: str, tmp_path: Path) -> None:
    done = run(READ[name](), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"value": "1.58"' in done.stdout


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    made, saying = REFUSED[name]
    done = run(made(), tmp_path)
    assert done.returncode == 2
    assert saying in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", EITHER)
def test_it_is_read_or_refused(name: str, tmp_path: Path) -> None:
    done = run(EITHER[name](), tmp_path)
    assert done.returncode in (0, 1, 2)
    assert done.stderr.count("\n") == (done.returncode == 2)
    assert "please report it" not in done.stderr
    assert done.stdout.count("\n") == 1
