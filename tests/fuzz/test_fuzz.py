"""What the fuzzer found stays mended, and a short run of it finds nothing new."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
import truths
from seeds import FOUND, TESTS, seeds

CASES = sorted(path for path in FOUND.iterdir() if path.is_file())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_what_was_found_stays_mended(case: Path) -> None:
    truths.check(case.read_bytes())


def test_truths_hold_of_every_kind_of_input() -> None:
    read = [truths.check(data) for data in list(seeds())[::3]]
    assert sum(map(bool, read)) > len(read) * 0.9


@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="needs the extra: pip install -e '.[fuzz]'")
def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    for number, seed in enumerate(list(seeds())[::10]):
        (tmp_path / str(number)).write_bytes(seed)
    ran = subprocess.run(
        [sys.executable, Path(__file__).with_name("fuzz.py"), "-runs=400", "-seed=1", f"-artifact_prefix={tmp_path}/", tmp_path],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS))), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert "INITED" in ran.stderr
