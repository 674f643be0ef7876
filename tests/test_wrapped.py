"""
Real articles as they arrive: in pages of every kind, hard-wrapped, by mail, badly decoded.  The rows are those of the text.

Each text of the development set goes through one of the skeletons, in turn, and through every other way;
`python tests/test_wrapped.py` takes all through all and lists those that come out otherwise.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import evalset
import pytest
from skeletons import SKELETONS, fill

from earnsum.intake.article import Article, read_article
from earnsum.intake.encoding import decode_windows
from earnsum.intake.plain import find_title
from earnsum.pipeline import summarize_article

LEAST = 0.97
"""The share of texts whose rows every way must leave as they are."""

NO_TITLE = "Company results in brief"
"""What stands above a text without a title: no page is without one."""

Way = Callable[[str, str], bytes]
"""From title and body to the bytes that arrive."""


def in_page(skeleton: Path) -> Way:
    return lambda title, body: fill(skeleton.read_text("utf-8"), title, body).encode()


def wrapped(title: str, body: str) -> bytes:
    """Break lines as mail programs do, at hyphens too."""
    lines = (textwrap.fill(line, 72, break_long_words=False) for line in body.split("\n"))
    return "\n".join([title, "", *lines]).encode()


def by_mail(title: str, body: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "desk@globex.example", "me@acme.example", title
    message.set_content(body, cte="quoted-printable")
    return bytes(message)


def marked_down(title: str, body: str) -> bytes:
    return f"# {title}\n\n{body}".replace("\n- ", "\n* ").encode()


PAGES = {path.stem: in_page(path) for path in SKELETONS}
WAYS: dict[str, Way] = {
    "hard-wrapped": wrapped,
    "mail": by_mail,
    "markdown": marked_down,
    "json": lambda title, body: json.dumps({"title": title, "text": body}).encode(),
    "UTF-16": lambda title, body: f"{title}\n\n{body}".encode("utf-16"),
    "mojibake": lambda title, body: decode_windows(f"{title}\n\n{body}".encode()).encode(),
}


def rows(article: Article) -> list[tuple[object, ...]]:
    """Return what an article says, without where it stands."""
    return [
        (s.company, row.metric, row.basis, row.scope, row.period, *(f and f.value for f in (row.actual, row.estimate, row.prior)))
        for s in summarize_article(article)
        for row in (*s.results, *s.guidance)
    ]


def titled(path: Path) -> tuple[str, str]:
    """Return title and body of a text."""
    text = read_article(path.read_bytes()).text
    title = find_title(text)
    return (title, text.removeprefix(title).strip()) if title else (NO_TITLE, text)


def changed(pairs: Iterable[tuple[Path, Way]]) -> Iterator[str]:
    """Yield the articles that give other rows when they arrive so; where the texts are one, so are the rows."""
    for path, way in pairs:
        title, body = titled(path)
        plain = read_article(f"{title}\n\n{body}".encode())
        arrived = read_article(way(title, body))
        if (arrived.text, arrived.title) != (plain.text, plain.title) and rows(arrived) != rows(plain):
            yield path.stem


@pytest.mark.skipif(not evalset.SHARED.is_dir(), reason=evalset.ABSENT)
@pytest.mark.parametrize("ways", [list(PAGES.values()), *([way] for way in WAYS.values())], ids=["pages", *WAYS])
def test_the_rows_are_those_of_the_text(ways: list[Way]) -> None:
    paths = evalset.articles()
    other = list(changed((path, ways[n % len(ways)]) for n, path in enumerate(paths)))
    assert len(other) <= (1 - LEAST) * len(paths), other


if __name__ == "__main__":
    for name, way in {**PAGES, **WAYS}.items():
        found = list(changed((path, way) for path in evalset.articles()))
        sys.stdout.write(f"{name}: {len(found)} of {len(evalset.articles())}: {' '.join(found)}\n")
        sys.stdout.flush()
