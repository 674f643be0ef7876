"""Tables below a text, and the rows that come of both."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path
from typing import Any

import pytest
from compact import shown, tidy

from earnsum.intake.article import Article, article_of_text
from earnsum.pipeline import summarize_article

FILES = sorted(Path(__file__).with_name("tables").glob("*.toml"))
CASES = [case for path in FILES for case in tomllib.loads(path.read_text("utf-8"))["case"]]


def rows_of(article: Article) -> tuple[list[str], list[str]]:
    """Return results and outlook on a line each."""
    [summary] = summarize_article(article)
    assert [w for w in summary.warnings if w.code != "no-results"] == []
    for row in (*summary.results, *summary.guidance):
        for figure in (row.actual, row.estimate, row.prior, row.previous, row.change):
            assert figure is None or figure.span.of(summary.text) == figure.text
    lines = [[shown(row, with_period=True, with_gaap=False) for row in rows] for rows in (summary.results, summary.guidance)]
    return sorted(lines[0]), sorted(lines[1])


def as_page(text: str) -> str:
    """Return a page whose tables are tables, spread over cells as filings do."""
    parts = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        if not any(" | " in line for line in lines):
            parts += [f"<p>{escape(line)}</p>" for line in lines]
            continue
        cells = ("".join(f"<td>{escape(cell)}</td><td>&nbsp;</td>" for cell in line.split(" | ")) for line in lines)
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    return f"<html><body><article>{''.join(parts)}</article></body></html>"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_text_and_tables(case: dict[str, Any]) -> None:
    wanted = tuple(sorted(map(tidy, case.get(key, []))) for key in ("rows", "guidance"))
    article = article_of_text(case["text"])
    assert rows_of(article) == wanted
    assert rows_of(article_of_text(as_page(article.text))) == wanted
