"""The recipes of the README do what they say, where the tool that each is for is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from terminal import PATIENCE, ROOT, installed, started

from earnsum import summarize

RECIPES = (ROOT / "README.md").read_text("utf-8").partition("\n## Recipes\n")[2].partition("\n## ")[0]
SHELL = dict(re.findall(r"^### ([^\n]+)\n.*?```sh\n(.*?)```", RECIPES, re.DOTALL | re.MULTILINE))
PYTHON = re.findall(r"```python\n(.*?)```", RECIPES, re.DOTALL)
STORY = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.79 a share.\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment with the command, in a folder with the samples."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return installed(tmp_path)


def needed(tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} is installed")


def cook(recipe: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", SHELL[recipe]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_recipe_is_tried() -> None:
    assert set(SHELL) == {"xargs", "jq", "sqlite-utils", "DuckDB", "A folder that is watched", "fzf"}


def test_xargs(tmp_path: Path, environment: dict[str, str]) -> None:
    cook("xargs", tmp_path, environment)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert {line["source"] for line in lines} == {str(path.relative_to(tmp_path)) for path in tmp_path.glob("samples/*")}


def test_jq(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("jq")
    assert "Initech\t-4.90\n" in cook("jq", tmp_path, environment)


def test_sqlite_utils(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("sqlite-utils")
    made = cook("sqlite-utils", tmp_path, environment)
    assert re.search(r"Initech +eps +0\.97 +1\.02", made)


def test_duckdb(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("duckdb")
    made = cook("DuckDB", tmp_path, environment)
    assert re.search(r"Initech +│ eps +│ +0\.970000 │ +1\.020000", made)


def test_a_folder_that_is_watched(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("inotifywait")
    (tmp_path / "news").mkdir()
    out = tmp_path / "out"
    with (
        out.open("w") as stream,
        subprocess.Popen(
            ["bash", "-c", SHELL["A folder that is watched"]], cwd=tmp_path, env=environment, stdout=stream, start_new_session=True
        ) as process,
    ):
        end = time.monotonic() + PATIENCE
        while "miss" not in out.read_text() and time.monotonic() < end:
            (tmp_path / "news" / "acme.txt").write_text(STORY)
            time.sleep(0.5)
        os.killpg(process.pid, signal.SIGTERM)
    assert "▼ miss" in out.read_text()


def test_fzf(tmp_path: Path, environment: dict[str, str]) -> None:
    needed("fzf")
    chosen = environment | {"FZF_DEFAULT_OPTS": "--query wire"}
    with started(["bash", "-c", SHELL["fzf"]], tmp_path, chosen) as terminal:
        terminal.until("Initech")
        terminal.type("\r")
        terminal.until("samples/wire.txt")


def test_data_frames() -> None:
    [code] = PYTHON
    pytest.importorskip("pandas", reason="no pandas is installed")
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - it stands in this repository
    frame = names["frame"]
    assert list(frame[["metric", "verdict"]].itertuples(index=False, name=None)) == [("eps", "miss")]
    assert len(frame) == 1


def test_polars() -> None:
    polars = pytest.importorskip("polars", reason="no polars is installed")
    texts = (path.read_text("utf-8") for path in sorted(ROOT.glob("samples/*.txt")))
    rows = [row for text in texts for summary in summarize(text) for row in summary.rows()]
    frame = polars.DataFrame(rows)
    for column in ("metric", "verdict", "actual", "surprise_pct", "actual_start"):
        assert frame[column].to_list() == [row[column] for row in rows]


def test_what_is_said_to_agents(tmp_path: Path, environment: dict[str, str]) -> None:
    """Every figure can be checked, as the paragraph says."""
    [command] = re.findall(r"`(earnsum -f jsonl --with-text [^`]+)`", RECIPES)
    (tmp_path / "FILE").write_text(STORY)
    done = subprocess.run(command.split(), cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    record = json.loads(done.stdout)
    [row] = record["results"]
    for role in ("actual", "estimate"):
        start, end = row[role]["span"]
        assert record["text"][start:end] == row[role]["text"]
