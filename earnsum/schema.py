"""
The JSON Schema of the record, drawn from the dataclasses of `model`.

The types are read off the model, so the two cannot drift; only what a field means
is written here, once, since a schema is where strangers look for it.
"""

from __future__ import annotations

from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from earnsum import model
from earnsum.rows import COLUMNS, ColumnType

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
SPAN = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "minItems": 2,
    "maxItems": 2,
    "items": False,
}

_PARTS = (model.Summary, model.Company, model.Period, model.Row, model.Figure, model.Change, model.Surprise, model.Caveat)
_UNWRITTEN = {"Row.shapes"}
_OPTIONAL = {"Summary.text"}

MEANINGS = {
    "Summary.source": "The input as given on the command line; - is standard input.",
    "Summary.item": "Where the article is a round-up: which record of it this is, from 1.",
    "Summary.language": "The article's language, ISO 639-1.",
    "Summary.title": "The article's title, where it has one.",
    "Summary.published": "Date of publication, YYYY-MM-DD.",
    "Summary.company": "Who reported.",
    "Summary.period": "The main reported period.",
    "Summary.results": "What was reported.",
    "Summary.guidance": "The company's own outlook.",
    "Summary.warnings": "What a reader should look at twice.",
    "Summary.text": "The article's text, into which all spans point (with --with-text).",
    "Company.name": "The company as the text names it.",
    "Company.ticker": "Its ticker as the text gives it.",
    "Company.exchange": "The exchange as the text gives it.",
    "Period.kind": "What kind of period it is.",
    "Period.label": "The period as the text names it.",
    "Period.end": "Its last month, YYYY-MM.",
    "Period.fiscal_year": "The fiscal year, only as the text states it.",
    "Period.fiscal_period": "The fiscal period (Q4), only as the text states it.",
    "Row.metric": "What is measured: one of the closed list, or other:<name>.",
    "Row.basis": "Adjusted (non-GAAP, underlying) or as the accounting rules have it.",
    "Row.shares": "Basic or diluted, where the text says.",
    "Row.scope": "Segment, product or region, lower case; null is the whole company.",
    "Row.period": "The kind of period that the row is about.",
    "Row.period_label": "That period as the text names it.",
    "Row.actual": "The reported figure; in guidance, the company's outlook.",
    "Row.estimate": "What analysts expected of that same figure.",
    "Row.prior": "The figure of a year ago.",
    "Row.change": "The change against a year ago, as the text states it.",
    "Row.surprise": "How far the actual lies from the estimate.",
    "Row.verdict": "Whether it beat, missed or met what was expected.",
    "Row.verdict_from": "Whether figures or only words say so.",
    "Row.previous": "Guidance only: the company's outlook until now.",
    "Row.revision": "Guidance only: what became of the outlook.",
    "Row.span": "The sentence or bullet that the row rests on.",
    "Figure.value": "The figure in base units (dollars, not millions); the midpoint of a range.",
    "Figure.low": "The lower end; null where the text says up to.",
    "Figure.high": "The upper end; null where the text says at least.",
    "Figure.unit": "An ISO 4217 code for money, % or count.",
    "Figure.derived": "Whether it was computed from a stated difference.",
    "Figure.approx": "Whether the text says about, over or under.",
    "Figure.by": "Who the estimate is from.",
    "Figure.analysts": "How many analysts, where the text says.",
    "Figure.text": "The figure as written: the text at its span.",
    "Figure.span": "Where it stands.",
    "Change.pct": "In percent; down is negative.",
    "Change.kind": "How it was measured, where the text says; sequential is against the period before.",
    "Change.text": "The change as written: the text at its span.",
    "Change.span": "Where it stands.",
    "Surprise.amount": "Actual minus estimate.",
    "Surprise.pct": "That in percent of the estimate's size; null where the estimate is 0.",
    "Caveat.code": "A stable name.",
    "Caveat.message": "A sentence for people.",
    "Caveat.span": "Where in the text.",
}


def json_schema() -> dict[str, Any]:
    """Return the schema of a line of ``-f jsonl``, a record or an error; the flat row of ``-f csv`` is among the ``$defs``."""
    return {
        "$schema": DRAFT,
        "$id": f"urn:{model.SCHEMA_ID.replace('/', ':')}",
        "title": model.SCHEMA_ID,
        "description": "What an earnings article says was reported, against what analysts expected. "
        "Spans are code points, end exclusive.",
        "anyOf": [{"$ref": "#/$defs/Summary"}, {"$ref": "#/$defs/Error"}],
        "$defs": {part.__name__: _object(part) for part in _PARTS}
        | {"Span": SPAN, "Decimal": DECIMAL, "Metric": _METRIC, "Error": _ERROR, "FlatRow": _flat_row()},
    }


_METRIC = {"anyOf": [{"enum": list(model.METRICS)}, {"type": "string", "pattern": "^other:."}]}

_ERROR = {
    "type": "object",
    "description": "An input that could not be read.",
    "properties": {
        "schema": {"const": model.SCHEMA_ID},
        "source": {"type": "string"},
        "error": {
            "type": "object",
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
            "required": ["code", "message"],
            "additionalProperties": False,
        },
    },
    "required": ["schema", "source", "error"],
    "additionalProperties": False,
}


def _object(part: type[Any]) -> dict[str, Any]:
    """Return the schema of a part of the model; all of its fields are always written."""
    hints = get_type_hints(part)
    properties: dict[str, Any] = {"schema": {"const": model.SCHEMA_ID}} if part is model.Summary else {}
    for field in part._fields:
        name = f"{part.__name__}.{field}"
        if name not in _UNWRITTEN:
            kind = {"$ref": "#/$defs/Metric"} if name == "Row.metric" else _type(hints[field])
            properties[field] = {"description": MEANINGS[name], **kind}
    return {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split()).replace("``", ""),
        "properties": properties,
        "required": [name for name in properties if f"{part.__name__}.{name}" not in _OPTIONAL],
        "additionalProperties": False,
    }


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"$ref": "#/$defs/Decimal"},
    model.Span: {"$ref": "#/$defs/Span"},
}


def _type(hint: Any) -> dict[str, Any]:
    """
    Return the schema of a type of the model.

    >>> _type(int | None)
    {'anyOf': [{'type': 'integer'}, {'type': 'null'}]}
    """
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (UnionType, Union):
        return {"anyOf": [_type(member) for member in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _flat_row() -> dict[str, Any]:
    """Return the schema of a flat row, whose columns ``-f csv``, Arrow and data frames share."""
    types: dict[ColumnType, Any] = {
        "string": {"type": ["string", "null"]},
        "integer": {"type": ["integer", "null"]},
        "boolean": {"type": ["boolean", "null"]},
        "decimal": {"anyOf": [DECIMAL, {"type": "null"}]},
    }
    return {
        "type": "object",
        "description": "One row of -f csv; an empty cell is null.",
        "properties": {column.name: {"description": column.meaning, **types[column.type]} for column in COLUMNS},
        "required": [column.name for column in COLUMNS],
        "additionalProperties": False,
    }
