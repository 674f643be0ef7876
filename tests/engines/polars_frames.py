"""
A corpus with Polars on one machine.

    python tests/engines/polars_frames.py IN_FOLDER OUT_FILE
"""

from __future__ import annotations

import sys

import polars as pl
import pyarrow as pa

from earnsum.arrow import SCHEMA, summarize_batch


def rows(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a frame of articles."""
    return pl.DataFrame(pa.Table.from_batches(map(summarize_batch, articles.to_arrow().to_batches()), SCHEMA))


def main(source: str, target: str) -> None:
    """Write the rows of a folder."""
    articles = pl.scan_parquet(f"{source}/*.parquet")
    schema = pl.DataFrame(SCHEMA.empty_table()).schema
    articles.map_batches(rows, schema=schema).collect().write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
