"""How things are timed: by processor time, in turn, round after round; what counts is the median of the rounds' ratios."""

from __future__ import annotations

import gc
import os
import platform
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

Times = dict[str, list[float]]


def in_turn(things: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    """Return the times of each thing, which says itself how long it took; all are done in each round, after one for warmth."""
    times: Times = {name: [] for name in things}
    for number in range(rounds + 1):
        for name, thing in things.items():
            taken = thing()
            if number:
                times[name].append(taken)
    return times


def ratio(times: Times, name: str, base: str) -> float:
    """Return how many times as long one thing takes as another."""
    return median(a / b for a, b in zip(times[name], times[base], strict=True))


def of_reading(read: Callable[[str], object], texts: Sequence[str]) -> Callable[[], float]:
    """Return what measures the reading of texts, one after the other, in this process."""

    def measure() -> float:
        gc.collect()
        began = time.process_time()
        for text in texts:
            read(text)
        return time.process_time() - began

    return measure


def of_process(command: Sequence[str]) -> Callable[[], float]:
    """Return what measures a whole process."""

    def measure() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return measure


def machine() -> str:
    """Say what this was measured on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor())
    return f"{cpu}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
