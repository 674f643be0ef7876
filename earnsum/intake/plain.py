"""
Plain text made clean: the last step of every way in, and the whole way of a text file.

Everything that changes characters happens here, once, before spans exist.  A
text that needs nothing comes out character for character the same, so each
rule first looks for the trouble that it mends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from earnsum.intake.encoding import decode_windows, repair_mojibake
from earnsum.patterns import re, regex
from earnsum.text.sentences import find_words

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


# Lines --------------------------------------------------------------------------------------------------------------

ITEM = re.compile(r"[ \t]*+(?:[-*•·▪●◦‣∙–—+]|[0-9]{1,2}[.)]|\([a-z0-9]{1,3}\))[ \t]++(?=\S)")
"""How a list item begins: "- ", "* ", "1. ", "(a) "."""

_COLUMNS = re.compile(r"\S(?:[ ]{3,}|[ ]*\t[ \t]*|[ ]{2,}(?=[($€£0-9—-]))\S")
_RULER = re.compile(r"[\s|=_*+:–—-]*[=_–—-]{3}[\s|=_*+:–—-]*")
_CELL_GAP = regex.compile(r"[ ]*\t[ \t]*|[ ]{2,}")
_STOPS = (".", "!", "?", ":", ";", '."', ".”", ".)", "?”", "!”")
_HYPHEN = regex.compile(r"(\w++)-\Z")
_WORD = regex.compile(r"\w++")
_DASH = regex.compile(r"[ \t]*+[-–—][ ]++[\p{Ll}$€£¥0-9]")
_CURRENCY = regex.compile(r"(?:\b(?:EUR|USD|GBP|SEK|NOK|DKK|CHF|JPY|CNY|RMB|INR|KRW|CAD|AUD|HKD|PLN|Rs\.?)|[$€£¥₹])$")
_OFTEN_DIVIDED = """
    million billion trillion percent quarter quarterly revenue revenues earnings profit profits analyst analysts company companies
    expected expects expectations estimate estimates forecast forecasts operating adjusted results reported share shares compared
    increase increased decrease decreased financial consolidated according chief executive officer statement outlook guidance
    dividend customers products services business margin margins management
"""
_LEADS_ON = frozenset(
    {"a", "an", "the", "of", "to", "from", "by", "in", "on", "at", "for", "with", "and", "or", "was", "were", "its"}
)
_DIVIDED = frozenset(_OFTEN_DIVIDED.split())
_SECOND_HALF = regex.compile(
    r"(?:tion|sion|ment|lion|cial|tial|tive|sive|ture|ness|able|ible|ance|ence)s?+|ings?|ly|ny|nies|ty|ties|[eo]rs?"
)
_WIDTH = range(40, 141)
_TRIED = 4
_MIN_SHARE = 0.8
_MIN_RAGGED = 0.6


def join_wrapped(text: str) -> str:
    r"""
    Undo hard wrapping: lines that were broken because the next word did not fit are one paragraph again.

    A text counts as wrapped when nearly all its breaks are such breaks and many stand in mid-sentence; lists, tables and
    headings keep their lines.

    >>> join_wrapped("Acme Corp. said its profit for the third quarter\nrose to $1.2 million, or 12 cents a share.")
    'Acme Corp. said its profit for the third quarter rose to $1.2 million, or 12 cents a share.'
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    width = next((width for width in _widths(lines) if _is_wrapped(lines, width)), 0)
    if not width:
        width = _ragged_width(lines)
    return "\n".join(_joined(lines, width, text)) if width else text


def join_ragged(text: str) -> str:
    """Undo the wrapping of proportional type, where every break is the page's: a line nearly as long as the longest runs on."""
    lines = text.split("\n")
    width = max((len(line) for line in lines if not is_tabular(line)), default=0)
    return "\n".join(_joined(lines, int(_MIN_SHARE * width), text))


def _widths(lines: list[str]) -> list[int]:
    """Return the widths that lines may keep to, likeliest first: the longest, or as long as all but a title, a URL, a table."""
    lengths = sorted({len(line) for line in lines if len(line) in _WIDTH}, reverse=True)
    counted = sorted(len(line) for line in lines if line.strip())
    usual = counted[int(0.97 * (len(counted) - 1))] if counted else 0
    return list(dict.fromkeys([*lengths[:_TRIED], *([usual] if usual in _WIDTH else [])]))


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Tell whether the breaks inside paragraphs are mostly forced ones, some of them plainly in mid-sentence."""
    breaks = [pair for pair in pairwise(lines) if _may_join(*pair)]
    forced = [pair for pair in breaks if _is_forced(*pair, width)]
    if not forced or len(forced) < _MIN_SHARE * len(breaks):
        return False
    mid = sum(1 for line, after in forced if _is_mid_sentence(line.rstrip(), after.lstrip()))
    return mid >= max(1, len(forced) // 5)


def _ragged_width(lines: list[str]) -> int:
    """
    Return how long a line is that runs on in a wrapped text whose lines have lost their width, 0 for another text.

    Words were taken out of them (a wire's tickers), or paragraphs put together: many long ones end plainly in mid-sentence.
    """
    breaks = [pair for pair in pairwise(lines) if _may_join(*pair)]
    mid = [a for a, b in breaks if len(a) >= _WIDTH.start and b.lstrip()[0].islower() and _is_mid_sentence(a.rstrip(), b.lstrip())]
    usual = sorted(map(len, mid))[len(mid) // 2] if mid else 0
    return int(_MIN_RAGGED * usual) if len(mid) >= _TRIED and len(mid) >= len(breaks) // 2 and usual in _WIDTH else 0


def _is_mid_sentence(line: str, after: str) -> bool:
    """Tell whether a sentence plainly runs over the break."""
    if line.endswith(_STOPS):
        return False
    if after[0].islower() or line.rpartition(" ")[2] in _LEADS_ON:
        return True
    return after[0] in "$€£¥(0123456789" and (line[-1].islower() or line[-1] == "," or bool(_CURRENCY.search(line)))


def _may_join(line: str, after: str) -> bool:
    if not line.strip() or not after.strip() or is_tabular(line) or is_tabular(after):
        return False
    return not ITEM.match(after) or bool(_DASH.match(after) and not ITEM.match(line))


def _is_forced(line: str, after: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    word = after.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(word) > width - 2


def _joined(lines: list[str], width: int, text: str) -> Iterator[str]:
    line = lines[0]
    last = line
    for after in lines[1:]:
        if _may_join(last, after) and _is_forced(last, after, width):
            line = _glue(line.rstrip(), after.strip(), text)
        else:
            yield line
            line = after
        last = after
    yield line


def _glue(line: str, after: str, text: str) -> str:
    """
    Join two lines by a space; at a hyphen, tell a word divided for the line ("mil-lion") from a compound ("third-quarter").

    A compound keeps its hyphen, and is far commoner at the end of a line; so a division must show.
    """
    found = _HYPHEN.search(line)
    if not found:
        return f"{line} {after}"
    left, right = found[1], _WORD.match(after)
    if right is None:
        return line + after
    if right[0] in ("and", "or", "to") and after[right.end() : right.end() + 1] != "-":
        return f"{line} {after}"  # "top-" and "bottom-line"
    whole = left + right[0]
    is_divided = right[0].islower() and "-" not in line[found.start() - 1 : found.start()]
    if is_divided and (whole.lower() in _DIVIDED or _SECOND_HALF.fullmatch(right[0]) or any(find_words(text, whole))):
        return line[:-1] + after
    return line + after


def is_tabular(line: str) -> bool:
    """Tell whether a line is laid out in columns, or is a ruler under them."""
    laid_out = line.strip()
    if ("  " in laid_out or "\t" in laid_out) and _COLUMNS.search(laid_out):
        return True
    return _RULER.fullmatch(line) is not None and bool(laid_out)


# Cells --------------------------------------------------------------------------------------------------------------

_LONGEST_SIGN = 20
_OPENERS = regex.compile(r"[($€£¥₹\s-]*(?:US|C|A|HK|NT|R|CA|AU)?[($€£¥₹][($€£¥₹\s-]*|RMB|Rs\.?|EUR|USD|GBP|CHF")
_CLOSERS = regex.compile(r"[)%\s]+(?:bps|pts?|x)?|pts?\.?|bps|pp|x")


def join_cells(cells: list[str]) -> str:
    """
    Return a table's row as a line: cells joined by " | ", without empty ones, signs back at their figures.

    >>> join_cells(["Net loss", "$", "(1.23", ")", "", "$", "0.45", "", "4.5", "%"])
    'Net loss | $(1.23) | $0.45 | 4.5%'
    """
    row: list[str] = []
    opener = ""
    for cell in cells:
        text = " ".join(cell.split())
        if not text:
            continue
        if len(text) <= _LONGEST_SIGN and _OPENERS.fullmatch(text):
            opener += text + (" " if text[-1].isalpha() or text[-1] == "." else "")
        elif row and not opener and _CLOSERS.fullmatch(text):
            row[-1] += text if text[0] in ")%" else f" {text}"
        else:
            row.append(opener + text)
            opener = ""
    return " | ".join([*row, opener.strip()] if opener else row)


def read_columns(text: str) -> str:
    r"""
    Turn lines laid out in columns into rows, and drop the rulers between them; other lines stay as they are.

    >>> read_columns("Net sales      $ 293,618     $ 303,457\n               =========     =========")
    'Net sales | $293,618 | $303,457'
    """
    if "   " not in text and "\t" not in text:
        return text
    lines = []
    for line in text.split("\n"):
        if not line.strip() or not is_tabular(line):
            lines.append(line)
        elif not _RULER.fullmatch(line):
            lines.append(join_cells(_cells(line)))
    return "\n".join(lines)


_LEADERS = regex.compile(r"(?:\.[ ]?){4,}+")
_SPACED_SIGN = regex.compile(r"(?<=[$€£]|\()[ ]++(?=[(0-9.])|(?<=[0-9])[ ]++(?=[)%])")


def _cells(line: str) -> list[str]:
    return _CELL_GAP.split(_SPACED_SIGN.sub("", _LEADERS.sub("  ", line)).strip())


# Title --------------------------------------------------------------------------------------------------------------

_TITLE_LENGTH = 180


def find_title(text: str) -> str | None:
    r"""
    Return the first line where it is a title: short, without a final full stop, a blank line below.

    >>> find_title("Acme tops forecasts\n\nAcme said …"), find_title("Acme rose.\n\nIt fell.")
    ('Acme tops forecasts', None)
    """
    line, _, rest = text.partition("\n")
    is_title = (
        rest.startswith("\n") and len(line) <= _TITLE_LENGTH and not line.endswith((".", ":", ",", ";")) and not ITEM.match(line)
    )
    return line.strip() or None if is_title and " | " not in line else None
