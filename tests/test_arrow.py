"""Batches of articles to batches of rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from earnsum import Options, summarize
from earnsum.rows import COLUMN_NAMES

pa = pytest.importorskip("pyarrow", reason="the extra earnsum[arrow] is not installed")

from earnsum.arrow import SCHEMA, summarize_batch  # noqa: E402 - it needs pyarrow

BEAT = "Acme Corp said it earned $1.58 a share, up 12% on the year. Analysts had expected $1.49 a share."
WIRE = (Path(__file__).parent.parent / "samples" / "wire.txt").read_text()


def test_the_columns_are_the_flat_ones_between_the_id_and_the_error() -> None:
    assert SCHEMA.names == ["id", *COLUMN_NAMES, "error"]
    assert summarize_batch(pa.record_batch({"id": ["a"], "text": [BEAT]})).schema == SCHEMA


def test_the_rows_are_those_of_the_summaries_exactly() -> None:
    rows = summarize_batch(pa.record_batch({"id": ["a", "b"], "text": [BEAT, WIRE]})).to_pylist()
    expected = [(key, row) for key, text in (("a", BEAT), ("b", WIRE)) for summary in summarize(text) for row in summary.rows()]
    assert len(rows) == len(expected) > 4
    for row, (key, flat) in zip(rows, expected, strict=True):
        assert row.pop("id") == row.pop("source") == key
        assert row.pop("error") is None
        plain = {name: format(value, "f") if hasattr(value, "as_tuple") else value for name, value in flat.items()}
        del plain["source"]
        assert row == plain


def test_text_and_html_as_strings_or_bytes_of_any_width() -> None:
    page = f"<html><title>Acme</title><p>{BEAT}</p></html>"
    for kind, text in ((pa.string(), page), (pa.large_string(), page), (pa.binary(), page.encode()), (pa.string_view(), page)):
        batch = pa.record_batch([pa.array([1], pa.int64()), pa.array([text], kind)], names=["id", "html"])
        assert summarize_batch(batch).column("actual").to_pylist()[0] == "1.58"
    both = pa.record_batch({"id": ["x", "y"], "text": [None, BEAT], "html": [page, None]})
    assert list(dict.fromkeys(summarize_batch(both).column("id").to_pylist())) == ["x", "y"]


def test_what_cannot_be_read_is_a_row_with_its_error_and_stops_nothing() -> None:
    texts = [None, "<rss><channel/></rss>", "Nothing of the kind.", BEAT]
    rows = summarize_batch(pa.record_batch({"id": ["a", "b", "c", "d"], "text": texts})).to_pylist()
    assert [(row["id"], row["error"]) for row in rows] == [("a", "empty"), ("b", "not-an-article"), ("d", None)]
    assert all(row["schema"] is None and row["metric"] is None for row in rows if row["error"])


def test_a_defect_is_an_error_of_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("earnsum.arrow.flat_rows", lambda _: 1 / 0)
    monkeypatch.setattr("earnsum.arrow.summarize_article", lambda *_: 1 / 0)
    [row] = summarize_batch(pa.record_batch({"id": ["a"], "text": [BEAT]})).to_pylist()
    assert (row["id"], row["error"]) == ("a", "internal")


def test_options_are_heeded_and_no_articles_give_no_rows() -> None:
    batch = pa.record_batch({"id": ["a"], "text": [BEAT]})
    assert summarize_batch(batch, Options(dollar="CAD")).column("actual_unit").to_pylist() == ["CAD"]
    assert summarize_batch(batch.slice(0, 0)).num_rows == 0


@pytest.mark.parametrize("columns", [{"id": [1]}, {"text": [BEAT]}, {"id": [1], "body": [BEAT]}])
def test_a_batch_without_the_columns_is_refused(columns: dict[str, list[object]]) -> None:
    with pytest.raises(ValueError, match="needs the columns id"):
        summarize_batch(pa.record_batch(columns))
