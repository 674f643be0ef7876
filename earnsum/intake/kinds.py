"""
What an input is, told by how it begins: a page, a feed, a picture; an article or only a wall before one.

The evidence stands here, apart from `article`, which acts on it.
"""

from __future__ import annotations

from typing import Final

from earnsum.patterns import re, regex

# How pictures, archives (a .docx is one), programs, fonts and databases begin.
_MAGIC: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"RIFF", b"OggS", b"ID3\x03",
    b"SQLite format 3\0", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf", b"PAR1", b"ARROW1", b"wOFF", b"\xca\xfe\xba\xbe", b"MZ\x90",
    b"{\\rtf",
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MAX_CONTROLS = 0.05
_SAMPLE = 65_536

_PROLOGUE = r"\s*+(?:<\?xml[^>]{0,200}+>\s*+)?+(?:<!--(?:(?!-->).){0,4000}+-->\s*+)*+"
_HTML_START = regex.compile(
    _PROLOGUE
    + r"<(?:!doctype\s++html|html|head|body|header|article|main|div|section|title|meta|link|style|script|p|h1|span|font|table"
    r"|ul)\b",
    regex.IGNORECASE | regex.DOTALL,
)
_HTML_TAG = regex.compile(
    r"</(?:p|div|a|li|span|td|h[1-6]|html|body|article)\s*+>|<(?:p|br|div|li)(?:\s[^<>]{0,300}+)?+/?>", regex.IGNORECASE
)
_FEED = regex.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", regex.DOTALL)
_HEAD = 20_000

# What error pages, robot checks and cookie walls say of themselves; it counts only where no article follows.
_WALL = r"""(?xi)
    \A \W*+ (?:http\ )?+ (?:error\ )?+ (?:40[0-9]|410|429|451|50[0-9]|52[0-9]) \W++
      (?:\Z | error | forbidden | not\ found | unauthori[sz]ed | access | bad | gateway | service | internal
        | too\ many | page | unavailable)
  | \b (?:
      access\ (?:to\ this\ page\ has\ been\ )?denied | 403\ forbidden | 404\ not\ found
    | page\ (?:not\ found | unavailable | cannot\ be\ found | can['’]t\ be\ found | doesn['’]t\ exist)
    | are\ you\ a\ (?:ro)?bot | not\ a\ robot | verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?(?:human|not) | captcha
    | unusual\ (?:traffic|activity) | pardon\ our\ interruption | just\ a\ moment | checking\ your\ browser | attention\ required
    | enable\ (?:javascript|js|cookies) | before\ you\ continue | we\ (?:value|care\ about)\ your\ privacy
    | (?:we|this\ (?:web)?site)\ (?:and\ our\ (?:[0-9]++\ )?partners\ )?(?:use|store)s?\ (?:cookies|and/or\ access)
    | accept\ (?:all\ )?cookies
    | manage\ (?:your\ )?(?:privacy|consent|cookie) | (?:service|site)\ (?:is\ )?(?:temporarily\ )?unavailable | bad\ gateway
    | too\ many\ requests | request\ blocked | temporarily\ blocked
    ) \b"""
_WALL_LENGTH = 1500
_FIGURE = re.compile(r"[$€£¥₹%]|[0-9][.,][0-9]|\b[0-9]++ (?:million|billion|cents?|mln|bn)\b")


def is_binary(data: bytes) -> bool:
    r"""
    Tell bytes that begin like a picture, an archive or a program.

    >>> is_binary(b"PK\x03\x04..."), is_binary(b"Profit rose.")
    (True, False)
    """
    return data.startswith(_MAGIC)


def begins_like_mail(data: bytes) -> bool:
    """Tell bytes whose first line may be a header, so that others need not load what reads mail."""
    name, colon, _ = data[:80].partition(b":")
    return bool(colon) and (b" " not in name or name.startswith(b"From ")) and b"\n" not in name


def has_markdown_signs(text: str) -> bool:
    """Tell a text that may be Markdown, so that others need not load what reads it."""
    return "#" in text or "](" in text or "**" in text or "---" in text


def is_garbage(text: str) -> bool:
    """Tell decoded characters that are mostly no text; a few stray NULs are forgiven."""
    return len(_CONTROL.findall(text, 0, _SAMPLE)) > 1 + _MAX_CONTROLS * min(len(text), _SAMPLE)


def is_html(text: str) -> bool:
    """
    Tell a page, or a piece of one, from a text that merely has a "<" in it.

    >>> is_html("<!doctype html><p>Hi"), is_html("EPS < $1, which is <b>bold</b>")
    (True, False)
    """
    if "<" not in text:
        return False
    if _HTML_START.match(text):
        return True
    tags = len(_HTML_TAG.findall(text, 0, _HEAD))
    return tags >= 3 and tags * 400 > min(len(text), _HEAD)


def is_feed(text: str) -> bool:
    """Tell RSS, Atom and sitemaps: they name articles and hold none."""
    return bool(_FEED.match(text))


def is_wall(text: str) -> bool:
    r"""
    Tell a short text that says it is an error page, a robot check or a cookie wall, and states no figure.

    >>> is_wall("403 Forbidden"), is_wall("Access to this page has been denied."), is_wall("404 not found, EPS $1.20")
    (True, True, False)
    """
    return len(text) <= _WALL_LENGTH and not _FIGURE.search(text) and bool(regex.search(_WALL, text))
