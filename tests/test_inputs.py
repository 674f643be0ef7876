"""Bad inputs and unusual ones, from the shell: one clear line each, the exit status, and the rest of the batch read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from test_cli import run

GOOD = "Acme Corp. earned $1.58 a share in the third quarter. Analysts had expected $1.49 a share."
PAGES = Path(__file__).parent / "pages"
WALLS = PAGES / "walls"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("forbidden.html", (WALLS / "forbidden.html").read_bytes(), "403 Forbidden"),
        ("captcha.html", (WALLS / "captcha.html").read_bytes(), "Just a moment"),
        ("wall.html", (WALLS / "cookie_wall.html").read_bytes(), "Before you continue"),
        ("index.html", (WALLS / "index_page.html").read_bytes(), "no article"),
        ("feed.xml", (WALLS / "feed.xml").read_bytes(), "a feed"),
        ("list.json", b'{"status": "ok", "items": [1, 2]}', "no article"),
        ("lines.json", b'{"text": "a"}\n{"text": "b"}', "--field"),
        ("cut.gz", gzip.compress(GOOD.encode())[:-9], "download it again"),
        ("picture.png", b"\x89PNG\r\n\x1a\n....", "binary"),
        ("empty.txt", b"", "empty"),
        ("large.txt", b"x" * 60_000, "--max-bytes"),
    ],
)
def test_a_bad_input_is_one_line_and_the_rest_is_read(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    done = run("-f", "jsonl", "--max-bytes", "50000", name, "good.txt", cwd=tmp_path)
    failed, read = map(json.loads, done.out.splitlines())
    assert done.status == 2
    assert (failed["source"], read["results"][0]["metric"]) == (name, "eps")
    [line] = done.err.splitlines()
    assert line.startswith(f"earnsum: {name}: ")
    assert says in line
    assert len(line) < 200


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"x" * 100_000_000))
    done = run("huge.txt", "bomb.gz", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["huge.txt", "bomb.gz"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_records_of_json_lines(jobs: str, tmp_path: Path) -> None:
    lines = [{"body": GOOD, "title": "Acme tops forecasts", "date": "2021-05-13"}, {"other": 1}, {"body": "Nothing of note."}]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = run("-f", "jsonl", "-j", jobs, "--field", "body", "news.jsonl", cwd=tmp_path)
    first, second, third = map(json.loads, done.out.splitlines())
    assert (first["source"], first["title"], first["published"]) == ("news.jsonl:1", "Acme tops forecasts", "2021-05-13")
    assert first["results"][0]["verdict"] == "beat"
    assert second["error"]["code"] == "bad-record"
    assert third["warnings"][0]["code"] == "no-results"
    assert (done.status, done.err) == (2, "earnsum: news.jsonl:2: has no text field 'body'\n")


def test_records_from_a_pipe() -> None:
    done = run("-f", "jsonl", "--field", "text", data=json.dumps({"text": GOOD}))
    assert (done.status, json.loads(done.out)["source"]) == (0, "-:1")


def test_a_url_gives_the_command_to_fetch_it() -> None:
    done = run("https://news.example/a?b=1&c=2")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "curl -sL 'https://news.example/a?b=1&c=2' | earnsum" in done.err


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_spans_of_a_page_are_spans_of_the_text_that_is_shown(page: Path) -> None:
    done = run("-f", "jsonl", "--with-text", page)
    for record in map(json.loads, done.out.splitlines()):
        rows = [*record["results"], *record["guidance"]]
        figures = [row[key] for row in rows for key in ("actual", "estimate", "prior", "previous", "change") if row[key]]
        assert figures
        for figure in figures:
            start, end = figure["span"]
            assert record["text"][start:end] == figure["text"]
