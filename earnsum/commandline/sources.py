"""
Sources: from a name on the command line to bytes.

The only module that opens files.  It knows paths, standard input and
compression, and keeps every limit on size, so that what comes after it may
assume bytes that fit in memory; what the bytes mean is not its business.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

from earnsum.errors import Code, InputError

MAX_BYTES = 32 * 1024 * 1024
"""Larger inputs are refused unless asked for: no article comes near, and a mistaken glob does."""

_CHUNK = 1 << 20  # smaller steps would copy what is left too often
_STDIN = "-"
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_MODULES = ("compression.zstd", "backports.zstd")
_SCHEMES = ("http://", "https://", "ftp://")
_GZIP_BITS = 16 + 15
"""What tells zlib that a gzip header is there, and how large its window may be."""


class TextRecord(NamedTuple):
    """One line of an NDJSON input: where it stands ("news.jsonl:7"), the text of the chosen field, and the whole object."""

    source: str
    text: str
    fields: dict[str, Any]


def listed(path: str, *, nul: bool) -> Iterator[str]:
    """Yield the names that a file lists, one a line or NUL-separated, as they are read; ``-`` is standard input."""
    mark = b"\0" if nul else b"\n"
    try:
        with sys.stdin.buffer if path == "-" else open(path, "rb") as stream:  # noqa: PTH123 - either stream
            rest = b""
            while block := os.read(stream.fileno(), 1 << 16):
                *whole, rest = (rest + block).split(mark)
                yield from (os.fsdecode(name.removesuffix(b"\r") if not nul else name) for name in whole if name.strip())
            if rest.strip():
                yield os.fsdecode(rest)
    except OSError as error:
        raise InputError(path, "unreadable", f"cannot be read: {error.strerror}") from error


def read_source(name: str, *, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None) -> bytes:
    """
    Return the bytes of a file, or of standard input for ``-``, decompressed.

    Nothing is fetched: for a URL the error gives the command that does.
    """
    if name.lower().startswith(_SCHEMES):
        import shlex  # noqa: PLC0415

        raise InputError(name, "url", f"is a URL; fetch it first: curl -sL {shlex.quote(name)} | earnsum")
    data = _read_stream(name, stdin or sys.stdin.buffer, max_bytes) if name == _STDIN else _read_file(name, max_bytes)
    return _decompress(name, data, max_bytes)


def read_entries(names: Iterable[str], field: str, *, max_bytes: int = MAX_BYTES) -> Iterator[TextRecord | InputError]:
    """Yield the records of NDJSON inputs, one after the other; what cannot be read is yielded as an error, in its place."""
    for name in names:
        try:
            data = read_source(name, max_bytes=max_bytes)
        except InputError as error:
            yield error
        else:
            yield from read_records(data, field, source=name)


def read_records(data: bytes, field: str, *, source: str = _STDIN) -> Iterator[TextRecord | InputError]:
    """
    Yield the text of one field from each line of NDJSON; a bad line is yielded as an error, in its place.

    >>> [record.text for record in read_records(b'{"body": "Profit rose."}', "body")]
    ['Profit rose.']
    """
    import json  # noqa: PLC0415  # only this kind of input needs it

    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield InputError(where, "bad-record", "is not a JSON object; --field reads one object a line")
            continue
        text = record.get(field) if isinstance(record, dict) else None
        if isinstance(text, str):
            yield TextRecord(where, text, record)
        else:
            yield InputError(where, "bad-record", f"has no text field {field!r}")


def _read_file(name: str, max_bytes: int) -> bytes:
    """Read a path, turning each way it can fail into its own line."""
    try:
        with open(name, "rb") as stream:  # noqa: PTH123 - pathlib would take longer to load than this
            return _read_stream(name, stream, max_bytes)
    except FileNotFoundError as error:
        raise InputError(name, "missing", "no such file") from error
    except IsADirectoryError as error:
        raise InputError(name, "directory", "is a directory; name its files, or use find … -print0 | xargs -0 earnsum") from error
    except PermissionError as error:
        raise InputError(name, "unreadable", "permission denied") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is no path"
        raise InputError(name, "unreadable", f"cannot be read ({reason.lower()})") from error


def _read_stream(name: str, stream: BinaryIO, max_bytes: int) -> bytes:
    """Read at most one byte more than is allowed, so that an endless stream ends."""
    try:
        data = stream.read(max_bytes + 1)
    except IsADirectoryError:
        raise
    except OSError as error:
        raise InputError(name, "unreadable", f"cannot be read ({(error.strerror or 'input error').lower()})") from error
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    return data


def _decompress(name: str, data: bytes, max_bytes: int) -> bytes:
    """Undo gzip or zstd, told by the first bytes and not by the file's name."""
    if data.startswith(_GZIP):
        import zlib  # noqa: PLC0415

        return _inflate(name, data, max_bytes, lambda: zlib.decompressobj(_GZIP_BITS), zlib.error)
    if data.startswith(_ZSTD):
        module = _zstd_module(name)
        return _inflate(name, data, max_bytes, module.ZstdDecompressor, module.ZstdError)
    return data


def _inflate(name: str, data: bytes, max_bytes: int, new: Callable[[], Any], failure: type[Exception]) -> bytes:
    """
    Decompress all members, never holding more than the limit.

    gzip and zstd objects differ only in how they bound a step and name what is left to feed.
    """
    out = bytearray()
    rest = data
    while rest:
        member = new()
        while not member.eof:
            try:
                out += member.decompress(rest, min(_CHUNK, max_bytes + 1 - len(out)))
            except (failure, EOFError) as error:
                raise InputError(name, "truncated", "is damaged compressed data; download it again") from error
            if len(out) > max_bytes:
                raise _too_large(name, max_bytes)
            rest = getattr(member, "unconsumed_tail", b"")
            if not member.eof and not rest and getattr(member, "needs_input", True):
                raise InputError(name, "truncated", "ends in the middle of compressed data; download it again")
        rest = member.unused_data
        if _is_padding(rest):
            break
    return bytes(out)


def _is_padding(rest: bytes) -> bool:
    """Tell whether only the zero bytes that tape archives append are left."""
    return not rest.strip(b"\0")


def _zstd_module(name: str) -> Any:
    """Find a zstd module: the standard library's from 3.14 on, else its backport."""
    for module in _ZSTD_MODULES:
        try:
            return importlib.import_module(module)
        except ImportError:
            continue
    raise InputError(name, "unsupported", "is zstd; install the extra (pip install 'earnsum[zstd]'), or: zstd -dc FILE | earnsum")


def _too_large(name: str, max_bytes: int) -> InputError:
    code: Code = "too-large"
    return InputError(name, code, f"is larger than {max_bytes:,} bytes; raise the limit with --max-bytes")
