"""
Columns: lines of plain text that are laid out in columns, and the cells of a row as one line.

A figure's sign may stand in a cell of its own ("$", "%", a bracket), or at some way from it; it goes back to its figure.
"""

from __future__ import annotations

from earnsum.patterns import re, regex

_COLUMNS = re.compile(r"\S(?:[ ]{3,}|[ ]*\t[ \t]*|[ ]{2,}(?=[($€£0-9—-]))\S")
_RULER = re.compile(r"[\s|=_*+:–—-]*[=_–—-]{3}[\s|=_*+:–—-]*")
_LONG = 240
_PROSE = re.compile(rf"\S(?:[^\t ]|[ ](?![ ])){{{_LONG}}}")
"""Longer than any cell is: a line with so much between two gaps is prose ("the consensus of Globex    Data")."""
_CELL_GAP = regex.compile(r"[ ]*\t[ \t]*|[ ]{2,}")


def is_tabular(line: str) -> bool:
    """Tell whether a line is laid out in columns, or is a ruler under them."""
    laid_out = line.strip()
    if len(laid_out) > _LONG and _PROSE.search(laid_out):
        return False
    if ("  " in laid_out or "\t" in laid_out) and _COLUMNS.search(laid_out):
        return True
    return _RULER.fullmatch(line) is not None and bool(laid_out)


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
