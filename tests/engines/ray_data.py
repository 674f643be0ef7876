"""
A corpus with Ray Data, on as many machines as the cluster has.

    python tests/engines/ray_data.py IN_FOLDER OUT_FOLDER
"""

from __future__ import annotations

import sys

import pyarrow as pa
import ray

from earnsum.arrow import SCHEMA, summarize_batch


def rows(table: pa.Table) -> pa.Table:
    """Return the rows of a batch; Ray hands out tables."""
    return pa.Table.from_batches(map(summarize_batch, table.to_batches()), SCHEMA)


def main(source: str, target: str) -> None:
    """Read a folder."""
    articles = ray.data.read_parquet(source)
    articles.map_batches(rows, batch_format="pyarrow", batch_size=256).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
