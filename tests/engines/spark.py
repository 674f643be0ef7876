"""
A corpus with Spark, on as many machines as the cluster has.

    python tests/engines/spark.py IN_FOLDER OUT_FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from earnsum.arrow import SCHEMA, summarize_batch


def rows(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of each batch."""
    return map(summarize_batch, batches)


def main(source: str, target: str) -> None:
    """Read a folder."""
    spark = SparkSession.builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    articles = spark.read.parquet(source)
    articles.mapInArrow(rows, from_arrow_schema(SCHEMA)).write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
