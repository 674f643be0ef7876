"""Places: where a text holds a name as whole words."""

from __future__ import annotations

from collections.abc import Iterator


def is_named(text: str, name: str) -> bool:
    """Tell whether a text holds a name as a whole word."""
    return name in text and next(places_of(text, name), None) is not None


def places_of(text: str, name: str) -> Iterator[int]:
    """Find where a text holds a name as whole words."""
    place = text.find(name)
    while name and place >= 0:
        end = place + len(name)
        if not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum()):
            yield place
        place = text.find(name, end)
