"""
JSON: the record itself, one a line or for people to read.

Records by the million are the common case, and a run on one short article is the other: so
nothing but the standard library is loaded here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from earnsum.model import SCHEMA_ID, Summary
from earnsum.render import Piece, View
from earnsum.render.safe import json_escape


def dump(value: Any, *, indent: int | None = None) -> str:
    """Return JSON with letters as they are and unseen characters as escapes."""
    return json_escape(json.dumps(value, ensure_ascii=False, indent=indent))


def error_record(source: str, code: str, message: str) -> dict[str, Any]:
    """Return what stands in the place of a record whose input could not be read."""
    return {"schema": SCHEMA_ID, "source": source, "error": {"code": code, "message": message}}


class JsonLines:
    """One record a line."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._with_text = view.with_text

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's lines: one, or one a company of a round-up."""
        return Piece("".join(dump(s.record(with_text=self._with_text)) + "\n" for s in summaries))

    def failure(self, source: str, code: str, message: str) -> Piece:
        """Return a line that holds the error, so that lines and inputs stay in step."""
        return Piece(dump(error_record(source, code, message)) + "\n")

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the lines as they come."""
        return (piece.text for piece in pieces)


class Json:
    """One indented document: the record where there is one, an array where there are more."""

    def __init__(self, view: View) -> None:
        """Keep of the view what this format heeds."""
        self._with_text = view.with_text

    def piece(self, summaries: Sequence[Summary]) -> Piece:
        """Return the article's records, indented, with commas between."""
        return Piece(_COMMA.join(dump(s.record(with_text=self._with_text), indent=2) for s in summaries))

    def failure(self, source: str, code: str, message: str) -> Piece:
        """Return the error in the record's place."""
        return Piece(dump(error_record(source, code, message), indent=2))

    def pages(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield the document; the first record waits until it is known whether another follows."""
        texts = (piece.text for piece in pieces if piece.text)
        first = next(texts, None)
        if first is None:
            return
        second = next(texts, None)
        if second is None and _BETWEEN not in first:
            yield f"{first}\n"
            return
        yield f"[\n{first}"
        for text in () if second is None else (second, *texts):
            yield f"{_COMMA}{text}"
        yield "\n]\n"


_COMMA = ",\n"
_BETWEEN = "\n},\n{"
"""Where one record ends and the next begins; strings hold no line breaks, so nothing else looks like it."""
