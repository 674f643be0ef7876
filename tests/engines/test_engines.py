"""
The function for corpora, on the engines that run it: each script of this folder is an example and is run here.

Those whose engine is not installed are skipped; `pip install -e '.[dev,engines]'` installs all, some 1.5 GB (Spark needs Java 17).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra earnsum[arrow] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

HERE = Path(__file__).parent
BEAT = "Acme Corp said it earned $1.58 a share in the first quarter. Analysts had expected $1.49 a share."
MISS = "<html><title>Globex misses</title><p>Globex Inc reported revenue of $3.44 billion, below the $3.51 billion expected.</p>"


def articles(folder: Path) -> None:
    """Write a corpus of two files: thrice a beat, a miss as a page, a text without results and one that is none."""
    folder.mkdir()
    schema = pa.schema({"id": pa.int64(), "text": pa.string(), "html": pa.binary()})
    first = {"id": [1, 2, 3], "text": [BEAT, None, "Nothing was said of results."], "html": [None, MISS.encode(), None]}
    second = {"id": [4, 5, 6], "text": [BEAT, "  ", BEAT], "html": [None, None, None]}
    pq.write_table(pa.table(first, schema=schema), folder / "1.parquet")
    pq.write_table(pa.table(second, schema=schema), folder / "2.parquet")


EXPECTED = [
    ("1", "Acme", "eps", "1.58", "1.49", None),
    ("2", "Globex", "revenue", "3440000000", "3510000000", None),
    ("4", "Acme", "eps", "1.58", "1.49", None),
    ("5", None, None, None, None, "empty"),
    ("6", "Acme", "eps", "1.58", "1.49", None),
]


def run(script: str, *arguments: Path) -> None:
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "RAY_USAGE_STATS_ENABLED": "0", "SPARK_LOCAL_IP": "127.0.0.1"}
    environment["PYTHONPATH"] = os.pathsep.join([str(HERE.parent.parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run([sys.executable, HERE / script, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def told(path: Path) -> list[tuple[Any, ...]]:
    rows = pq.read_table(path).to_pylist()
    return sorted(tuple(row[name] for name in ("id", "company", "metric", "actual", "estimate", "error")) for row in rows)


@pytest.mark.parametrize(
    ("script", "module"), [("loop.py", "pyarrow"), ("polars_frames.py", "polars"), ("ray_data.py", "ray"), ("spark.py", "pyspark")]
)
def test_an_engine_gives_the_rows(script: str, module: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed")
    if module == "pyspark" and not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java")
    articles(tmp_path / "in")
    run(script, tmp_path / "in", tmp_path / "out")
    assert told(tmp_path / "out") == EXPECTED


def test_duckdb_asks_about_the_rows(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    articles(tmp_path / "in")
    run("duck.py", tmp_path / "in", tmp_path / "out.parquet")
    [row] = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["id"], row["metric"], int(row["actual"]), int(row["estimate"])) == ("2", "revenue", 3_440_000_000, 3_510_000_000)


def test_a_job_that_stopped_goes_on_and_gives_the_same(tmp_path: Path) -> None:
    articles(tmp_path / "in")
    run("loop.py", tmp_path / "in", tmp_path / "whole")
    (tmp_path / "out").mkdir()
    shutil.copy(tmp_path / "whole" / "1.parquet", tmp_path / "out")  # done before it stopped
    (tmp_path / "out" / ".2.parquet.77").write_bytes(b"half")  # and under way
    before = (tmp_path / "out" / "1.parquet").stat().st_mtime_ns
    run("loop.py", tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out" / "1.parquet").stat().st_mtime_ns == before
    for name in ("1.parquet", "2.parquet"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
