"""What the fuzzer starts from, and the fragments that it throws in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent.parent
FOUND = Path(__file__).with_name("found")
"""What fuzzing has found, kept as cases; a name says what was wrong."""

HOSTILE = (
    "\x1b[31m", "\x1b[2J", "\x1b]0;owned\x07", "\x1b]8;;https://x.example\x1b\\", "\x9b31m", "\x07", "\x00", "\x85", "\x7f",
    "\u202e", "\u202c", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2028", "\u061c", "\U000e0041", "\ud800", "[bold]",
    "[/]", "[link=https://x.example]", ":smile:", "</script>", "<script>", "<img src=x onerror=x()>", "</mark>", "<!--", "]]>",
    "&amp;lt;", "&#27;", "&#x202e;", "&#x110000;", "=HYPERLINK(1)", "@SUM(1)", "+1", "|", "||", "\\|", "`", "```", "[x](y)",
    "![x](y)", "* * *", "---", "# ", "> ", "~~", "$$", "\t", "\r\n", "\n\n", '"', "'", "１", "٣", "३", "−", "—", "1.234",
    "1,234", "1e999", "∞", "½", "9" * 60, "0." + "0" * 40 + "1", "$" * 30, "(" * 30, "trillion trillion", "%", "%%", "()",
    "-$0.00", "$(0.00)", "NaN", "Infinity", "EРS", "兆", "万円", "억원", "亿元", "crore", "lakh crore", "bps", "percentage points",
    "respectively", " vs. ", " versus ", "<table><tr><td>", "</td></tr></table>", "<p>", "</p>", "<div>" * 20, "<title>",
    "<h1>", "<article>", "<sup>1</sup>", "<br>", '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"',
    "From: a@b\nSubject: =?utf-8?q?x?=\n\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "%PDF-1.4",
    "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n", '{"text": "', "\x1f\x8b\x08",
)  # fmt: skip
"""Things that have broken programs of this kind, and words that turn a sentence."""


@cache
def sentences() -> tuple[str, ...]:
    """Return the texts of the cases."""
    files = sorted((*TESTS.glob("cases/*.toml"), *TESTS.glob("cases_lang/*.toml")))
    return tuple(case["text"] for path in files for case in tomllib.loads(path.read_text("utf-8"))["case"])


@cache
def fragments() -> tuple[bytes, ...]:
    """Return hostile fragments and the words of the lexicons, each as bytes."""
    words = {word for text in sentences() for word in text.split()}
    return tuple(word.encode("utf-8", "surrogatepass") for word in (*HOSTILE, *sorted(words)))


def seeds() -> Iterator[bytes]:
    """Yield whole inputs of every kind: samples, pages, mails and filings, the cases' sentences, and what was found before."""
    for folder in (TESTS.parent / "samples", TESTS / "pages", FOUND):
        yield from (path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pdf")
    yield from (text.encode() for text in sentences())
