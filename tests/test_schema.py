"""The JSON Schema says what the record is, and nothing that it is not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made import ACME, EVIL, GLOBEX, NOTHING

from earnsum import model
from earnsum.model import Summary
from earnsum.render.csv import cell
from earnsum.render.jsonl import error_record
from earnsum.rows import flat_rows
from earnsum.schema import MEANINGS, json_schema

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema_and_plain_json() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("summary", [ACME, GLOBEX, NOTHING, EVIL, Summary()], ids=lambda s: s.source)
@pytest.mark.parametrize("with_text", [False, True])
def test_records_are_valid(summary: Summary, with_text: bool) -> None:  # noqa: FBT001
    VALIDATOR.validate(json.loads(json.dumps(summary.record(with_text=with_text))))


def test_error_records_are_valid() -> None:
    VALIDATOR.validate(error_record("a.txt", "missing", "no such file"))


def broken(**changes: Any) -> dict[str, Any]:
    return {**ACME.record(), **changes}


@pytest.mark.parametrize(
    "record",
    [
        broken(schema="earnsum/2"),
        broken(extra=1),
        broken(item="1"),
        broken(results=[{"metric": "eps"}]),
        broken(results=[{**ACME.record()["results"][0], "metric": "sales"}]),
        broken(results=[{**ACME.record()["results"][0], "span": [1]}]),
        broken(results=[{**ACME.record()["results"][0], "verdict": "won"}]),
        broken(results=[{**ACME.record()["results"][0], "surprise": {"amount": 1, "pct": None}}]),
        {name: value for name, value in ACME.record().items() if name != "company"},
    ],
)
def test_other_things_are_not(record: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(record)


def test_every_field_has_a_meaning_and_no_meaning_is_left_over() -> None:
    parts = (model.Summary, model.Company, model.Period, model.Row, model.Figure, model.Change, model.Surprise, model.Caveat)
    names = {f"{part.__name__}.{field}" for part in parts for field in part._fields} - {"Row.shapes"}
    assert set(MEANINGS) == names


def test_flat_rows_are_as_the_schema_says() -> None:
    validator = Draft202012Validator({**SCHEMA["$defs"]["FlatRow"]})
    for row in flat_rows(ACME._replace(item=2)):
        plain = {name: str(value) if hasattr(value, "as_tuple") else value for name, value in row.items()}
        validator.validate({name: cell(row[name]) if hasattr(row[name], "as_tuple") else value for name, value in plain.items()})
