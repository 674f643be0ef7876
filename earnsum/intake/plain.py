"""
Plain text made clean: the last step of every way in, and the whole way of a text file.

Everything that changes characters happens here, once, before spans exist.  A
text that needs nothing comes out character for character the same, so each
rule first looks for the trouble that it mends.
"""

from __future__ import annotations

from functools import cache

from earnsum.intake.encoding import decode_windows, repair_mojibake
from earnsum.intake.wrapping import ITEM
from earnsum.patterns import regex

_ENTITY = regex.compile(r"&((?:amp;|#38;|#x26;)*+)(#[0-9]{1,7}+;|#[xX][0-9a-fA-F]{1,6}+;|[A-Za-z][A-Za-z0-9]{1,31}+;)?")
_ESCAPE = regex.compile(r"\x1b(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b\n]{0,500}+(?:\x07|\x1b\\))")  # a terminal's colours and links
_LINE_END_SPACE = regex.compile(r"(?<![ \t])[ \t]++(?=\n|\Z)")
_GAP = regex.compile(r"\n{3,}+")


@cache
def _controls() -> dict[int, str | None]:
    """Return what becomes of the characters that are not seen; few texts have any."""
    windows = {n: decode_windows(bytes([n])) for n in range(0x80, 0xA0)}
    return (
        dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x7F])
        | {n: None if ord(char) == n else char for n, char in windows.items()}  # what browsers make of &#146;
        | dict.fromkeys([0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
        | dict.fromkeys([*range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF])
        | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
        | {0x0B: "\n", 0x0C: "\n\n", 0x2028: "\n", 0x2029: "\n\n"}
    )


@cache
def _control() -> regex.Pattern[str]:
    return regex.compile("[" + "".join(rf"\U{n:08x}" for n in _controls() if not 0xD800 <= n < 0xE000) + r"\p{Cs}]")


def clean(text: str) -> str:
    r"""
    Return the text with line ends unified, invisible characters gone, mojibake and entities undone, ends stripped.

    >>> clean("Profit\r\nrose&nbsp;5\u200b%\x00 \n")
    'Profit\nrose\xa05%'
    """
    for _ in range(4):  # an entity can hide a control, a control an entity
        before = text
        text = _clean_once(text)
        if text == before:
            break
    return text


def _clean_once(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = repair_mojibake(text)
    if "&" in text:
        text = _ENTITY.sub(_unescaped, text)
    if not _is_printable(text) and _control().search(text):
        text = _ESCAPE.sub("", text).translate(_controls())
    if " \n" in text or "\t\n" in text:
        text = _LINE_END_SPACE.sub("", text)
    if "\n\n\n" in text:
        text = _GAP.sub("\n\n", text)
    return text.strip()


def _is_printable(text: str) -> bool:
    """Tell quickly that a text holds no control of any kind; no-break spaces make it slow, not wrong."""
    return text.replace("\n", "").isprintable()


def _unescaped(match: regex.Match[str]) -> str:
    """Undo an entity, also one that was escaped again ("&amp;nbsp;")."""
    import html  # noqa: PLC0415  # its table of names is large and rarely needed

    again, name = match.groups()
    if name:
        whole = f"&{name}"
        char = html.unescape(whole)
        return char if char != whole else (f"&{name}" if again else whole)
    return "&" if again else match.group()


_TITLE_LENGTH = 180
_PARAGRAPH_LENGTH = 120


def find_title(text: str) -> str | None:
    r"""
    Return the first line where it is a title: short, without a final full stop, a blank line or a whole paragraph below.

    >>> find_title("Acme tops forecasts\n\nAcme said …"), find_title("Acme rose.\n\nIt fell.")
    ('Acme tops forecasts', None)
    """
    line, _, rest = text.partition("\n")
    is_title = len(line) <= _TITLE_LENGTH and not line.endswith((".", ":", ",", ";")) and not ITEM.match(line)
    is_title = is_title and (rest.startswith("\n") or _is_paragraph(rest.partition("\n")[0], line))
    return line.strip() or None if is_title and " | " not in line else None


def _is_paragraph(text: str, title: str) -> bool:
    """Tell sentences that run on in one line, longer than a line above that is no line of the same paragraph."""
    return len(text) > max(_PARAGRAPH_LENGTH, 1.5 * len(title)) and text.rstrip("\"'”’)").endswith((".", "!", "?"))
