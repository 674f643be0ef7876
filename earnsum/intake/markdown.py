"""
Markdown as text: its marks gone, its lines kept.

Only plain evidence makes a text Markdown (a heading mark, a link, bold type, a
table's ruler): lists of "* " are what newswires write too, and stay as they are.
"""

from __future__ import annotations

from earnsum.intake.columns import join_cells
from earnsum.patterns import regex

_EVIDENCE = regex.compile(
    r"(?m)^#{1,6}[ ]++\S|\[[^\[\]\n]{1,200}+\]\((?:https?:|/|mailto:)|\*\*\S[^*\n]{0,300}+\*\*"
    r"|^\|?[ ]?:?-{3,}+:?[ ]*+\|[ |:-]*+$|\A---\n\w[^\n]*:"
)
_FRONT = regex.compile(r"\A---\n((?:[^\n]*+\n){1,60}?)(?:---|\.\.\.)[ ]*+(?:\n|\Z)")
_FIELD = regex.compile(r"(?m)^(title|date|published|lang|language)[ ]*+:[ ]*+[\"']?([^\n]*?)[\"']?[ ]*+$", regex.IGNORECASE)
_HEADING = regex.compile(r"^#{1,6}[ ]++(.*?)[ #]*+$")
_UNDERLINE = regex.compile(r"^(?:=+|-+)[ ]*+$")
_RULER = regex.compile(r"^\|?[ ]*+:?-{2,}+[ |:-]*+$|^(?:[*_-][ ]*+){3,}+$")
_ROW = regex.compile(r"^\|.*\|[ ]*+$")
_QUOTE = regex.compile(r"^(?:>[ ]?+)++")
_BULLET = regex.compile(r"^([ ]*+)[*+][ ]++")
_INLINE = (
    (regex.compile(r"!\[[^\[\]\n]{0,300}+\]\([^)\n]{0,2000}+\)"), ""),
    (regex.compile(r"\[([^\[\]\n]{1,500}+)\]\([^)\n]{0,2000}+\)"), r"\1"),
    (regex.compile(r"\[([^\[\]\n]{1,500}+)\]\[[^\[\]\n]{0,100}+\]"), r"\1"),
    (regex.compile(r"(\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,1000}?)(?<=\S)\1"), r"\2"),
    (regex.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}+)(?<=\S)\*(?![\w*])"), r"\1"),
    (regex.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,500}+)(?<=\S)_(?![\w_])"), r"\1"),
    (regex.compile(r"`([^`\n]{1,300}+)`"), r"\1"),
    (regex.compile(r"<(https?://[^>\s]{1,1000}+)>"), r"\1"),
    (regex.compile(r"\\([\\`*_{}\[\]()#+.!|$~-])"), r"\1"),
)


def is_markdown(text: str) -> bool:
    r"""
    Tell whether a text carries marks that only Markdown has.

    >>> is_markdown("# Acme beats"), is_markdown("* q3 sales $5 million\n* sees fy eps $1")
    (True, False)
    """
    return bool(_EVIDENCE.search(text))


def read_markdown(text: str) -> tuple[str, dict[str, str]]:
    r"""
    Return the text without marks, and the fields of its front matter.

    >>> read_markdown("# Acme beats\n\n* **EPS:** [$1.58](https://acme.example)")[0]
    'Acme beats\n\n- EPS: $1.58'
    """
    fields: dict[str, str] = {}
    if front := _FRONT.match(text):
        fields = {name.lower(): value for name, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    lines: list[str] = []
    for line in _without_comments(text).split("\n"):
        plain = _plain_line(line, lines)
        if plain is not None:
            lines.append(plain)
    return "\n".join(lines), fields


def _without_comments(text: str) -> str:
    """
    Return text without its comments; one that never ends is none.

    >>> _without_comments("a<!-- b -->c<!-- d")
    'ac<!-- d'
    """
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + len("-->")
    return "".join([*parts, text[at:]])


def _plain_line(line: str, above: list[str]) -> str | None:
    """Return a line without its marks; None where the line is nothing but a mark."""
    line = _QUOTE.sub("", line)
    if line.lstrip().startswith("```") or (_UNDERLINE.match(line) and above and above[-1].strip()) or _RULER.match(line):
        return "" if not (above and " | " in above[-1]) and not _UNDERLINE.match(line) else None
    if found := _HEADING.match(line):
        line = found[1]
    elif _ROW.match(line):
        line = join_cells(line.strip().strip("|").split("|"))
    line = _BULLET.sub(r"\1- ", line)
    for pattern, plain in _INLINE:
        line = pattern.sub(plain, line)
    return line
