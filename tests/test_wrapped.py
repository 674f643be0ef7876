"""
Real articles in pages of every kind: the page gives the rows that the article's text gives.

Each text of the development set goes through one of the skeletons, in turn; `python tests/test_wrapped.py` takes all through
all and lists those that come out otherwise.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import evalset
import pytest
from skeletons import SKELETONS, fill

from earnsum.article import Article, read_article
from earnsum.pipeline import summarize_article
from earnsum.plain import find_title

LEAST = 0.97
"""The share of texts that any page must leave as they are."""


def rows(article: Article) -> list[tuple[object, ...]]:
    """Return what an article says, without where it stands."""
    return [
        (s.company, row.metric, row.basis, row.scope, row.period, *(f and f.value for f in (row.actual, row.estimate, row.prior)))
        for s in summarize_article(article)
        for row in (*s.results, *s.guidance)
    ]


NO_TITLE = "Company results in brief"
"""What stands above a text without a title: no page is without one."""


def titled(path: Path) -> tuple[str, str]:
    """Return title and body of a text."""
    text = read_article(path.read_bytes()).text
    title = find_title(text)
    return (title, text.removeprefix(title).strip()) if title else (NO_TITLE, text)


def changed(pairs: Iterable[tuple[Path, Path]]) -> Iterator[tuple[str, str]]:
    """Yield article and skeleton where the page gives other rows than the text; where the texts are one, so are the rows."""
    for path, skeleton in pairs:
        title, body = titled(path)
        plain = read_article(f"{title}\n\n{body}".encode())
        page = read_article(fill(skeleton.read_text("utf-8"), title, body).encode())
        if (page.text, page.title) != (plain.text, plain.title) and rows(page) != rows(plain):
            yield path.stem, skeleton.stem


@pytest.mark.skipif(not evalset.SHARED.is_dir(), reason=evalset.ABSENT)
def test_a_page_gives_the_rows_of_its_text() -> None:
    paths = evalset.articles()
    other = list(changed((path, SKELETONS[n % len(SKELETONS)]) for n, path in enumerate(paths)))
    assert len(other) <= (1 - LEAST) * len(paths), other


if __name__ == "__main__":
    for skeleton in SKELETONS:
        found = list(changed((path, skeleton) for path in evalset.articles()))
        sys.stdout.write(f"{skeleton.stem}: {len(found)} of {len(evalset.articles())}: {' '.join(stem for stem, _ in found)}\n")
        sys.stdout.flush()
