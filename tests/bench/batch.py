"""Many articles in one run: processes, and memory."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from articles import texts
from measure import in_turn, ratio


def _run(files: Path, jobs: int) -> tuple[float, int, float]:
    """Return a run's seconds by the clock, its main process's peak memory in KiB, and the seconds of all its processes."""
    command = [sys.executable, "-m", "earnsum", "-f", "jsonl", "-j", str(jobs), "--files-from", str(files)]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return time.monotonic() - began, usage.ru_maxrss, usage.ru_utime + usage.ru_stime


def _by_clock(files: Path, jobs: int) -> float:
    return _run(files, jobs)[0]


def _by_processor(files: Path, jobs: int) -> float:
    return _run(files, jobs)[2]


def measured(options: argparse.Namespace) -> Iterator[str]:
    """Yield what two processes gain, and what memory many articles take beside few."""
    few, many = 1000, 100_000 if options.long else 5000
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, text in enumerate(texts(options.articles)):
            path = Path(folder, f"{number}.txt")
            path.write_text(text)
            names.append(str(path))
        lists = {}
        for count in (few, many):
            lists[count] = Path(folder, f"list-{count}")
            lists[count].write_text("".join(f"{names[at % len(names)]}\n" for at in range(count)))
        rounds = max(3, options.rounds // 2)
        times = in_turn({f"-j {jobs}": partial(_by_clock, lists[few], jobs) for jobs in (1, 2)}, rounds)
        costs = in_turn({f"-j {jobs}": partial(_by_processor, lists[few], jobs) for jobs in (1, 2)}, rounds)
        yield f"-j 2 is {ratio(times, '-j 1', '-j 2'):.2f} × as fast as -j 1, by the clock, on {few:,} articles"
        more = ratio(costs, "-j 2", "-j 1")
        yield f"and takes {more:.2f} × its processor time: on two cores that are free, {2 / more:.2f} × as fast"
        (short, small, _), (whole, large, _) = (_run(lists[count], 1) for count in (few, many))
        yield f"{many:,} articles take {large / small:.2f} × the memory of {few:,} ({large / 1024:.0f} MiB)"
        yield f"and {whole / many / (short / few):.2f} × the time an article ({many / whole:,.0f} articles/s)"
