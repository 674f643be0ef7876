"""What reading a source gives, and each way in which it can fail."""

from __future__ import annotations

import gzip
import io
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earnsum.commandline.sources import TextRecord, read_entries, read_records, read_source
from earnsum.errors import InputError

TEXT = b"Acme earned $1.42 a share.\n" * 50


def failure(name: str, *, max_bytes: int = 10_000, stdin: bytes | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        read_source(name, max_bytes=max_bytes, stdin=io.BytesIO(stdin) if stdin is not None else None)
    return caught.value


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])])
def test_a_file_and_stdin_read_alike(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    packed = pack(TEXT)
    path = tmp_path / "article"
    path.write_bytes(packed)
    assert read_source(str(path)) == TEXT
    assert read_source("-", stdin=io.BytesIO(packed)) == TEXT


@pytest.mark.parametrize("size", [1, 65_535, 65_536, 65_537, 131_072, 1_000_000])
def test_much_can_come_of_little(size: int) -> None:
    assert read_source("-", stdin=io.BytesIO(gzip.compress(b"x" * size))) == b"x" * size


def test_zero_padding_after_gzip_is_no_damage() -> None:
    assert read_source("-", stdin=io.BytesIO(gzip.compress(TEXT) + b"\0" * 512)) == TEXT


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("https://news.example/a?b=1&c=2", "url", "curl -sL 'https://news.example/a?b=1&c=2' | earnsum"),
        ("HTTP://news.example/", "url", "curl -sL"),
        ("no/such/file.txt", "missing", "no such file"),
        (".", "directory", "find"),
        ("bad\0name", "unreadable", "no path"),
        ("x" * 5000, "unreadable", "too long"),
    ],
)
def test_a_bad_name_gives_its_code_and_advice(name: str, code: str, says: str) -> None:
    error = failure(name)
    assert (error.code, error.source) == (code, name)
    assert says in error.message
    assert "\n" not in error.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed"
    path.write_bytes(b"x")
    path.chmod(0)
    assert failure(str(path)).code == "unreadable"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * 10_001, "too-large"),
        (gzip.compress(b"x" * 10_001), "too-large"),
        (gzip.compress(b"x" * 50_000_000), "too-large"),
        (gzip.compress(TEXT)[:-12], "truncated"),
        (gzip.compress(TEXT)[:30] + b"\xff" * 30, "truncated"),
        (gzip.compress(TEXT) + b"rubbish", "truncated"),
    ],
)
def test_size_and_damage(data: bytes, code: str) -> None:
    assert failure("-", stdin=data).code == code


def test_the_limit_itself_is_allowed() -> None:
    assert len(read_source("-", max_bytes=10, stdin=io.BytesIO(b"x" * 10))) == 10


def test_zstd_without_a_module_gives_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("earnsum.commandline.sources._ZSTD_MODULES", ("no.such.module",))
    error = failure("-", stdin=b"\x28\xb5\x2f\xfd....")
    assert (error.code, "zstd -dc" in error.message) == ("unsupported", True)
    assert "earnsum[zstd]" in error.message


def test_zstd_is_decompressed_within_the_limit() -> None:
    zstd = pytest.importorskip("backports.zstd")
    packed = zstd.compress(b"x" * 9_000)
    assert read_source("-", max_bytes=9_000, stdin=io.BytesIO(packed)) == b"x" * 9_000
    assert failure("-", max_bytes=8_999, stdin=packed).code == "too-large"
    assert failure("-", stdin=packed[:-3]).code == "truncated"


def test_an_error_survives_the_way_between_processes() -> None:
    error = failure("no/such/file.txt")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert (copy.source, copy.code, copy.message, str(copy)) == (error.source, error.code, error.message, str(error))


def test_records_keep_their_places() -> None:
    data = b'{"body": "One.", "id": 7}\n\nnot json\n{"other": 1}\n[1]\n{"body": "Two."}'
    got = [(r.source, r.text) if isinstance(r, TextRecord) else (r.source, r.code) for r in read_records(data, "body", source="f")]
    assert got == [("f:1", "One."), *((f"f:{n}", "bad-record") for n in (3, 4, 5)), ("f:6", "Two.")]


@given(st.binary(max_size=300), st.sampled_from([b"", b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd"]))
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    refused = None
    got = b""
    try:
        got = read_source("-", max_bytes=1000, stdin=io.BytesIO(head + data))
    except InputError as error:
        refused = error.code
    assert refused in (None, "truncated", "unsupported", "too-large")
    assert len(got) <= 1000


def test_inputs_of_records_that_cannot_be_read_keep_their_places_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(gzip.compress(b'{"body": "One."}'))
    names = ["no/such.jsonl", str(tmp_path / "a.jsonl")]
    assert [getattr(entry, "text", None) for entry in read_entries(names, "body")] == [None, "One."]
