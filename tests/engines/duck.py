"""
A corpus with DuckDB on one machine: it reads the articles, and asks about the rows as they come.

    python tests/engines/duck.py IN_FOLDER OUT_FILE
"""

from __future__ import annotations

import sys

import duckdb
import pyarrow as pa

from earnsum.arrow import SCHEMA, summarize_batch


def main(source: str, target: str) -> None:
    """Write the misses of a folder, with figures as numbers."""
    articles = duckdb.connect().from_parquet(f"{source}/*.parquet").to_arrow_reader(256)
    rows = pa.RecordBatchReader.from_batches(SCHEMA, map(summarize_batch, articles))
    with duckdb.connect() as database:
        database.register("rows", rows)
        wanted = "id, company, metric, actual::DECIMAL(38, 6) AS actual, estimate::DECIMAL(38, 6) AS estimate"
        database.sql(f"SELECT {wanted} FROM rows WHERE verdict = 'miss'").write_parquet(target)  # noqa: S608 - nothing from outside


if __name__ == "__main__":
    main(*sys.argv[1:])
