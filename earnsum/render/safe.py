"""
Article text made harmless: what may reach a terminal, and how JSON writes the rest.

Articles are untrusted.  Control characters, bidirectional overrides, zero-width and tag
characters can move a cursor, hide words or reorder a line, so they never go out as they are.
"""

from __future__ import annotations

from earnsum.patterns import re

# C0 (but for what JSON escapes itself), DEL and C1, soft hyphen, Arabic letter mark, zero-width and bidi controls, line separators,
# BOM, interlinear marks, lone surrogates, tag characters.
_UNSEEN = "\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
UNSEEN = re.compile(f"[{_UNSEEN}]")
CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f{_UNSEEN}]")
BLANKS = re.compile(r"[\s\x0b\x0c\u2028\u2029]+")
# "ESC [ 31 m" and "ESC ] 0 ; title BEL", whole, so that no leavings of them stand in a line.
SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]{0,32}[ -/]{0,8}[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]{0,200}(?:\x07|\x1b\\|\x9c)")


def plain(text: str) -> str:
    r"""
    Return text that is safe on one line of a terminal.

    >>> plain("Rev\x1b[31menue\n of\u202e  $1")
    'Revenue of $1'
    """
    return BLANKS.sub(" ", CONTROLS.sub("", SEQUENCE.sub("", text)))


def json_escape(text: str) -> str:
    r"""
    Return JSON in which every unseen character stands as an escape.

    >>> json_escape('"a\u200bb"')
    '"a\\u200bb"'
    """
    return UNSEEN.sub(lambda match: _escape(match.group()), text)


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
