"""Rivals' names: who a text says is a rival, in a list of them or beside the company ("rivals such as Anvil and Initech")."""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import regex
from earnsum.text.places import is_named

_NAMES = regex.compile(
    r"(?:\b(?:[Rr]ival|[Cc]ompetitor|[Pp]eer)s?(?:\ (?:such\ as|like|including))?"
    r"|\b(?:compet(?:es?|ing)\ (?:with|against)|trails)"
    r"|\b(?:No\.?\ [0-9]|largest|biggest|leading)\ [^,;.$%\n]{3,50}?,?\ (?:behind|after)(?:\ only)?)\ "
    r"(?P<names>[A-Z][\w&.'-]*+(?:(?:,?\ and|,|\ &)?\ [A-Z][\w&.'-]*+)*+)"
)


@lru_cache(maxsize=2)
def _stretches(folded: str) -> str:
    return "\n".join(match["names"] for match in _NAMES.finditer(folded))


def is_called_rival(folded: str, name: str) -> bool:
    """
    Tell whether a text names somebody as a rival.

    >>> is_called_rival("Acme, which competes with Anvil Motor and Initech, sold 5 million lamps", "Initech")
    True
    """
    return is_named(_stretches(folded), name)
