"""Rivals' names: who a text says is a rival, in a list of them or beside the company ("rivals such as Anvil and Initech")."""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import regex

_NAMES = regex.compile(
    r"(?:\b(?:[Rr]ival|[Cc]ompetitor|[Pp]eer)s?(?:\ (?:such\ as|like|including))?"
    r"|\b(?:compet(?:es?|ing)\ (?:with|against)|trails))\ "
    r"(?P<names>[A-Z][\w&.'-]*+(?:(?:,?\ and|,|\ &)?\ [A-Z][\w&.'-]*+)*+)"
)


@lru_cache(maxsize=2)
def _stretches(folded: str) -> str:
    return "\n".join(match["names"] for match in _NAMES.finditer(folded))


@lru_cache(maxsize=64)
def is_called_rival(folded: str, name: str) -> bool:
    """
    Tell whether a text names somebody as a rival.

    >>> is_called_rival("Acme, which competes with Anvil Motor and Initech, sold 5 million lamps", "Initech")
    True
    """
    stretches = _stretches(folded)
    return name in stretches and regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", stretches) is not None
