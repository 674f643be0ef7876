"""
Wrapping: lines that were broken because the next word did not fit are one paragraph again.

A list item, a heading and a row of a table keep their lines; a word that was divided for the line is whole again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from earnsum.intake.columns import is_tabular
from earnsum.patterns import re, regex
from earnsum.text.sentences import find_words

ITEM = re.compile(r"[ \t]*+(?:[-*•·▪●◦‣∙–—+]|[0-9]{1,2}[.)]|\([a-z0-9]{1,3}\))[ \t]++(?=\S)")
"""How a list item begins: "- ", "* ", "1. ", "(a) "."""
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
_QUOTE = regex.compile(
    r"\n\s*+(?P<quote>(?P<ticker>[A-Z][A-Z0-9.]{0,5})(?:,\n++[+\-−]?[0-9]{1,3}\.[0-9]++%|(?=\n\p{Ll}))"
    r"|\((?&ticker)\) ?+- Get [^\n]{0,60}+(?<=Report))\n\s*+"
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
    if _WIDE_BREAK.search(text) is not None:
        return _joined_wide(text)
    lines = text.split("\n")
    width = next((width for width in _widths(lines) if _is_wrapped(lines, width)), 0)
    if not width:
        width = _ragged_width(lines)
    return "\n".join(_joined(lines, width, text)) if width else text


def _joined_wide(text: str) -> str:
    """Undo the wrapping of a text without blanks between words: nearly all lines left open are as wide as the widest."""
    lines = text.split("\n")
    is_open = [_WIDE_BREAK.search(f"{line}\n{after}") is not None for line, after in pairwise(lines)]
    widths = [sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in line) for line in lines]
    widest = max(widths)
    is_full = [opened and width >= widest - _SLACK for opened, width in zip(is_open, widths, strict=False)]
    is_wrapped = sum(is_full) >= max(_LINES, _MIN_SHARE * sum(is_open[1:])) and widest < _WIDTH.stop
    ends = ("、", "，", ",")
    joins = [
        (is_wrapped and full) or (opened and line.endswith(ends))
        for line, opened, full in zip(lines, is_open, is_full, strict=False)
    ]
    return "".join(line if joined else f"{line}\n" for line, joined in zip(lines, joins, strict=False)) + lines[-1]


_WIDE_BREAK = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]{2}[^\n]{0,12}(?<![。!?！？:：;；])\n(?=[\p{Han}\p{Hiragana}\p{Katakana}0-9])"
)
"""A line of Chinese or Japanese that ends as no sentence does."""
_SLACK = 8
_LINES = 2


def join_quotes(text: str) -> str:
    r"""
    Put back into its sentence the quote of a share that a page sets there as a link: ticker and move on lines of their own.

    >>> join_quotes("Acme Corp.\nACM,\n+1.66%\nearned 22 cents a share.")
    'Acme Corp. ACM, +1.66% earned 22 cents a share.'

    So are names that stand as links on lines of their own, by the codes behind them.

    >>> join_quotes("Shares of\n\nAcme\n\n(ACM)\n\nwere among\n\nNasdaq's\n\nwinners, climbing 20%.\n\nThe company earned $1.")
    "Shares of Acme (ACM) were among Nasdaq's winners, climbing 20%.\n\nThe company earned $1."
    """
    joined = _QUOTE.sub(_in_place, text)
    return _LINK_BREAK.sub(_without_break, joined) if _CODE_ALONE.search(text) is not None else joined


_CODE_ALONE = regex.compile(r"\n\s*+\([A-Z]{1,5}\)(?: ?- Get [^\n]{0,60}+(?<=Report))?[ \t]*+\n")
_LINK_BREAK = regex.compile(
    r"(?<=\b(?:[Ss]hares|[Ss]tock) of|\b(?:the|among|by|at|from|was|were|as)) ?\n\s*+(?=[A-Z])"
    r"|(?<![.!?:;\"”\n]) ?\n\s*+(?=\([A-Z]{1,5}\)|\p{Ll}|,)"
)


def _without_break(found: regex.Match[str]) -> str:
    return "" if found.string.startswith(",", found.end()) else " "


def _in_place(found: regex.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 1]
    closing = "" if after in {"'", "’", ",", "."} else " " if after.islower() or after == "(" else "\n"
    return f" {' '.join(found['quote'].split())}{closing}"


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
