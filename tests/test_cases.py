"""
The cases: how sentences of each kind are to be read, in ``cases/*.toml``.

Each is labelled as a careful analyst would, not as the program reads it.  Those that it misreads say ``expect = "fail"``: they are
strict expected failures, so that whoever mends one is told to move it.  What is read by the library must be read alike
from a page, from between other sentences, and (some of them) by the command.
"""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import walk
from compact import has_period, shown, tidy

from earnsum.intake.article import article_of_text
from earnsum.model import Row, Summary
from earnsum.pipeline import summarize, summarize_article

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "cases"
BEFORE = "The town hall has a new clock, and people stop to look at it."
AFTER = "The clock was made by a local craftsman, who learned the trade from his father."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case; rows and guidance are lines (see `compact`), warnings, where given, all the codes."""

    theme: str
    label: str
    text: str
    rows: list[str] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    warnings: list[str] | None = None
    company: str | None = None
    comment: str = ""
    expect: str = "pass"


def load() -> list[Case]:
    return [
        Case(theme=path.stem, **fields)
        for path in sorted(FOLDER.glob("*.toml"))
        for fields in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


CASES = load()
PASSING = [case for case in CASES if case.expect == "pass"]


def named(case: Case) -> str:
    return f"{case.theme}: {case.label}"


def lines(rows: tuple[Row, ...], case: Case) -> list[str]:
    """Return rows as lines, saying of period and reported basis only as much as the case does."""
    wanted = [*case.rows, *case.guidance]
    with_gaap = any(" gaap " in line for line in wanted)
    return sorted(shown(row, with_period=has_period(wanted), with_gaap=with_gaap) for row in rows)


def check(summaries: list[Summary], case: Case) -> None:
    """Assert that summaries hold what the case says."""
    [summary] = summaries
    walk.check(summary)
    assert lines(summary.results, case) == sorted(map(tidy, case.rows))
    assert lines(summary.guidance, case) == sorted(map(tidy, case.guidance))
    assert case.warnings is None or sorted(case.warnings) == sorted(warning.code for warning in summary.warnings)
    assert case.company is None or summary.company.name == case.company


def page(text: str) -> str:
    """Return a text as the page of a news site."""
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in text.split("\n") if paragraph.strip())
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/m'>Markets</a></li></ul></nav>"
    return f"<!doctype html><html lang=en><body>{menu}<article>{body}</article><footer>All rights reserved.</footer></body></html>"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=named(case),
            marks=[pytest.mark.xfail(strict=True, reason=case.comment or "misread")] if case.expect == "fail" else [],
        )
        for case in CASES
    ],
)
def test_case(case: Case) -> None:
    check(summarize(case.text), case)


@pytest.mark.parametrize("case", PASSING, ids=named)
def test_case_in_a_page(case: Case) -> None:
    check(summarize_article(article_of_text(page(case.text))), case)


@pytest.mark.parametrize("case", PASSING, ids=named)
def test_case_among_other_sentences(case: Case) -> None:
    check(summarize(f"{BEFORE}\n\n{case.text}\n\n{AFTER}\n"), case)


@pytest.mark.parametrize("case", PASSING[::20], ids=named)
def test_case_by_the_command(case: Case) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "earnsum", "-f", "json", "--with-text"],
        input=case.text.encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    [summary] = summarize(case.text)
    assert done.returncode == (0 if case.rows or case.guidance else 1)
    assert done.stderr == b""
    assert record_of(done.stdout) == summary.record(with_text=True)


def record_of(output: bytes) -> Any:
    """Return the one record of a JSON document, whether it stands in a list or by itself."""
    document = json.loads(output)
    return document[0] if isinstance(document, list) else document


def test_cases_are_what_they_say() -> None:
    names = [named(case) for case in CASES]
    assert sorted(set(names)) == sorted(names)
    assert {case.expect for case in CASES} <= {"pass", "fail"}
    assert [case.label for case in CASES if case.expect == "fail" and not case.comment] == []
