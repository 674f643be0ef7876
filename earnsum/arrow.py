"""
Corpora: a batch of articles in, a batch of flat rows out, both as Arrow.

A pure function, so that any engine that hands out Arrow batches can run it on as many machines as it has: Ray Data
(`map_batches`), Spark (`mapInArrow`), Polars, DuckDB, or a loop over a Parquet file.  The engine schedules, retries and
resumes; the same batch always gives the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

try:
    import pyarrow as pa
except ImportError as error:  # pragma: no cover - where the extra is not installed
    message = "earnsum.arrow needs pyarrow: pip install 'earnsum[arrow]'"
    raise ImportError(message) from error

from earnsum.errors import InputError
from earnsum.intake.article import article_of_text, read_article
from earnsum.pipeline import summarize_article
from earnsum.reading.options import Options
from earnsum.rows import COLUMNS, flat_rows

_TYPES = {"string": pa.string(), "integer": pa.int64(), "decimal": pa.string(), "boolean": pa.bool_()}

SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        *(pa.field(column.name, _TYPES[column.type]) for column in COLUMNS),
        pa.field("error", pa.string()),
    ]
)
"""
The rows: the article's `id`, the columns of `earnsum.rows.COLUMNS`, and `error`.

Decimals are strings, as in the record, so that nothing is rounded; SQL casts them (``actual::DECIMAL(38, 9)``).  An article
that tells nothing has no row; one that cannot be read has a row with its `id` and the `error`'s code.
"""

PATIENCE = Options(timeout=60)
"""How a corpus is read: one hostile article in a hundred million must not hold up the job."""


def summarize_batch(batch: pa.RecordBatch, options: Options = PATIENCE) -> pa.RecordBatch:
    """
    Return the rows (see `SCHEMA`) of a batch of articles, in order.

    `batch` has a column `id` and the articles in `text` or `html`, as strings or bytes; of both, that which is not null.

    >>> batch = pa.RecordBatch.from_pydict({"id": [7], "text": ["Acme earned $1.58 a share. Analysts had expected $1.49."]})
    >>> summarize_batch(batch).select(["id", "company", "metric", "actual", "verdict"]).to_pylist()
    [{'id': '7', 'company': 'Acme', 'metric': 'eps', 'actual': '1.58', 'verdict': 'beat'}]
    """
    names = [name for name in ("text", "html") if name in batch.schema.names]
    if "id" not in batch.schema.names or not names:
        message = f"a batch needs the columns id, and text or html; this one has {', '.join(batch.schema.names)}"
        raise ValueError(message)
    ids = batch.column("id").to_pylist()
    articles = zip(*(batch.column(name).to_pylist() for name in names), strict=True)
    rows = [
        row
        for key, versions in zip(ids, articles, strict=True)
        for row in _rows(str(key), next((version for version in versions if version is not None), ""), options)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def _rows(key: str, content: str | bytes, options: Options) -> Iterator[dict[str, Any]]:
    """Yield the rows of one article; a failure is a row too."""
    try:
        article = read_article(content, source=key) if isinstance(content, bytes) else article_of_text(content, key)
        summaries = summarize_article(article, options)
    except InputError as failure:
        yield {"id": key, "source": key, "error": failure.code}
    except Exception:  # noqa: BLE001 - a defect in reading one article must not lose the rest of the corpus
        yield {"id": key, "source": key, "error": "internal"}
    else:
        for summary in summaries:
            yield from ({"id": key, **{name: _plain(value) for name, value in row.items()}} for row in flat_rows(summary))


def _plain(value: Any) -> Any:
    return format(value, "f") if isinstance(value, Decimal) else value
