"""What the package offers, and what importing and running it costs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import earnsum

ROOT = Path(__file__).parent.parent
STORY = "Acme Corp said it earned $1.58 a share in the first quarter. Analysts had expected $1.49 a share.\n"


def loaded_by(code: str, *, data: str = "") -> set[str]:
    """Return the top-level modules that are loaded when some code has run."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"],
        input=data,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stderr.split())


def test_every_public_name_is_there() -> None:
    assert earnsum.__all__ == sorted(earnsum.__all__)
    for name in earnsum.__all__:
        assert getattr(earnsum, name) is not None
    assert set(earnsum.__all__) <= set(dir(earnsum))


def test_there_is_no_other() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        earnsum.nonsense  # noqa: B018


def test_the_example_of_the_docstring() -> None:
    [summary] = earnsum.summarize(STORY)
    [row] = summary.results
    assert isinstance(summary, earnsum.Summary)
    assert isinstance(row, earnsum.Row)
    assert isinstance(row.actual, earnsum.Figure)
    assert (row.metric, str(row.actual.value), row.verdict) == ("eps", "1.58", "beat")


def test_a_page_in_bytes() -> None:
    article = earnsum.read_article(f"<html><title>Acme</title><body><p>{STORY}</p></body></html>".encode())
    [summary] = earnsum.summarize_article(article)
    assert [row.metric for row in summary.results] == ["eps"]


def test_the_version_stands_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "earnsum/__init__.py"


def test_importing_loads_nothing_of_the_package_and_nothing_heavy() -> None:
    loaded = loaded_by("import earnsum; earnsum.__version__")
    assert [name for name in loaded if name.startswith("earnsum.")] == []
    assert not loaded & {"regex", "decimal", "typer", "rich", "babel", "lxml"}


def test_summarize_needs_no_command_line() -> None:
    loaded = loaded_by(f"from earnsum import summarize; assert summarize({STORY!r})[0].results")
    assert "earnsum.resolution.resolve" in loaded
    assert not loaded & {"typer", "rich", "babel", "lxml", "pydantic", "json", "email"}


def test_json_lines_load_neither_rich_nor_babel_nor_typer() -> None:
    code = [
        "sys.argv = ['earnsum', '-f', 'jsonl']",
        "from earnsum.__main__ import main",
        "try: main()",
        "except SystemExit as end: assert end.code == 0, end",
    ]
    loaded = loaded_by("\n".join(code), data=STORY)
    assert "earnsum.render.jsonl" in loaded
    assert not loaded & {"rich", "babel", "pydantic", "lxml", "typer", "typing_extensions", "inspect"}
