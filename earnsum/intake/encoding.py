"""
Encodings: from bytes to characters, whatever the bytes say about themselves.

Apart from `article`, because the order of the evidence (byte order mark, valid
UTF-8, the page's own claim, Windows-1252) is a rule of its own: saved pages are
re-encoded while their ``<meta charset>`` stays, so a claim counts only after
the bytes have spoken.  Decoding never fails.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import Final

from earnsum.patterns import re, regex

_BOMS: Final = (
    # The UTF-32 mark begins with the UTF-16 one, so it must be asked first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_CLAIM = regex.compile(rb"""(?i:charset|encoding)\s*+=\s*+["']?\s*+([A-Za-z0-9][A-Za-z0-9_.:-]{1,40}+)""")
_UTF8_PAIR = regex.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

# Browsers read these as Windows-1252, and pages that claim them mean it.
_LATIN: Final = frozenset({"ascii", "iso8859-1", "cp1252"})


def decode(data: bytes, charset: str | None = None) -> str:
    r"""
    Return the characters of `data`; `charset` is what a mail header or the user says of it.

    >>> decode("Umsatz: 1,2 Mrd. €".encode("cp1252")), decode(b"\xef\xbb\xbfEPS")
    ('Umsatz: 1,2 Mrd. €', 'EPS')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _wide_encoding(data):
        return data.decode(wide, "replace")
    if charset and (text := _strictly(data, charset)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_legacy(data)


def _decode_legacy(data: bytes) -> str:
    """Decode what is not valid UTF-8: mostly UTF-8 with a few wrong bytes, an encoding that the page names, or Windows-1252."""
    if _is_mostly_utf8(data):
        return data.decode("utf-8", _ERRORS)
    if (claim := _CLAIM.search(data, 0, _HEAD)) and (text := _strictly(data, claim[1].decode("ascii"))) is not None:
        return text
    return decode_windows(data)


def decode_windows(data: bytes) -> str:
    """Decode Windows-1252; its five unassigned bytes become C1 controls, as in browsers."""
    return data.decode("cp1252", _ERRORS)


def _wrong_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the first undecodable byte by itself, as Windows-1252 and at last as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252" if byte not in _UNASSIGNED else "latin-1"), error.start + 1


_UNASSIGNED: Final = frozenset({b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"})
_ERRORS: Final = "earnsum.windows"
codecs.register_error(_ERRORS, _wrong_byte)


def _strictly(data: bytes, charset: str) -> str | None:
    """Decode by a named encoding, or None where it is unknown, is no text encoding or does not fit."""
    try:
        name = codecs.lookup(charset).name
        if name in _LATIN:
            return decode_windows(data)
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _wide_encoding(data: bytes) -> str | None:
    """
    Tell UTF-16 or UTF-32 without a mark by where its NULs stand.

    >>> _wide_encoding("EPS of 42 cents".encode("utf-16-le"))
    'utf-16-le'
    """
    head = data[: _HEAD - _HEAD % 4]
    if b"\0" not in head or len(head) < 8:
        return None
    quarters = [head[n::4].count(0) * 4 / len(head) for n in range(4)]
    patterns = {(0, 1, 1, 1): "utf-32-le", (1, 1, 1, 0): "utf-32-be", (0, 1, 0, 1): "utf-16-le", (1, 0, 1, 0): "utf-16-be"}
    shape = tuple(1 if share > 0.2 else 0 if share < 0.05 else -1 for share in quarters)
    return patterns.get((shape[0], shape[1], shape[2], shape[3]))


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether valid multi-byte sequences outnumber the high bytes that fit none."""
    valid = sum(len(found) for found in _UTF8_PAIR.findall(data))
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return valid > 2 * (high - valid)


# Mojibake: UTF-8 that was once read as Windows-1252.  "â€™" is what the three bytes of "’" then look like.
@cache
def _mojibake() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return what shows that a text has such sequences, and what they look like."""
    tail = "".join(decode_windows(bytes([n])) for n in range(0x80, 0xC0)) + "".join(map(chr, range(0x80, 0xA0)))
    more = f"[{re.escape(tail)}]"
    return (
        regex.compile(f"[ÂÃ]{more}|â[€\x80-\x8f]|â[‚„]|ï¬"),
        regex.compile(f"[Â-Å]{more}|[áâãï]{more}{{2}}|â€(?!{more})"),
    )


_PLAUSIBLE = regex.compile(
    r"[\u0080-\u017f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2150-\u218f\u2190-\u22ff\u25a0-\u25ff\u3000-\u303f\ufb00-\ufb06\uff00-\uffef\ufeff]"
)


def repair_mojibake(text: str) -> str:
    """
    Undo UTF-8 that was read as Windows-1252, only where the sequences show it.

    >>> repair_mojibake("itâ€™s Â£3.4m, â‚¬2m"), repair_mojibake("SÃO PAULO, à « Paris »")
    ('it’s £3.4m, €2m', 'SÃO PAULO, à « Paris »')
    """
    for _ in range(2):  # twice broken is common, thrice is not
        if text.isascii():
            break
        evidence, sequences = _mojibake()
        if not evidence.search(text):
            break
        text = sequences.sub(_repaired, text)
    return text


def _repaired(match: regex.Match[str]) -> str:
    """Read one sequence back as the bytes that it was; a lone "â€" is a closing quote whose last byte was lost."""
    broken = match.group()
    if broken == "â€":
        return "”"
    raw = b"".join(_byte_of(char) for char in broken)
    try:
        char = raw.decode("utf-8")
    except UnicodeDecodeError:
        return broken
    return char if _PLAUSIBLE.fullmatch(char) else broken


def _byte_of(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
