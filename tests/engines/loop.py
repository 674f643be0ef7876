"""
A corpus on one machine: each Parquet file of a folder to one of rows, in as many processes as there are cores.

    python tests/engines/loop.py IN_FOLDER OUT_FOLDER

A file appears when it is whole; those that are there are left alone, so a job that stopped goes on where it was.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import pyarrow.parquet as pq

from earnsum.arrow import SCHEMA, summarize_batch

BATCH = 256


def read(source: Path, folder: Path) -> None:
    """Write the rows of one file."""
    target, draft = folder / source.name, folder / f".{source.name}.{os.getpid()}"
    if target.exists():
        return
    with pq.ParquetWriter(draft, SCHEMA) as writer:
        for batch in pq.ParquetFile(source).iter_batches(BATCH):
            writer.write_batch(summarize_batch(batch))
    draft.replace(target)


def main(source: str, target: str) -> None:
    """Read a folder."""
    folder = Path(target)
    folder.mkdir(exist_ok=True)
    files = sorted(Path(source).glob("*.parquet"))
    with ProcessPoolExecutor() as pool:
        list(pool.map(read, files, repeat(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
