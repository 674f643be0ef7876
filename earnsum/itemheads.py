"""Item heads: what a round-up's item begins with: "Acme (ACM) - The maker …", "Acme: Shares …"."""

from __future__ import annotations

import re

from earnsum.model import Company
from earnsum.namewords import without_suffix
from earnsum.sentences import fold

_ITEM = re.compile(
    r"[-*•·]?\ ?(?P<name>[^\n:()\[\]—-]{1,60}?(?:-\w[^\n:()\[\]—-]{0,40}?)?)(?:\ ?\((?P<ticker>[A-Z0-9.:\ -]{1,16})\))?"
    r"(?::|\ -{1,2}|\ ?—)\ (?=\S)"
)
_DASHES = ("- ", "— ", "– ", ": ")
_ITEM_WORD = re.compile(r"[A-Z0-9]|[a-z]{1,2}[A-Z]|(?:&|of|and|the|de)$")
_NO_HEAD = re.compile(
    r"(?i)\b(?:earnings|eps|revenues?|sales|profits?|income|loss(?:es)?|margin|ebitda?|cash|debt|dividend|guidance|outlook|shares?|"
    r"quarter|estimates?|orders|users|subscribers|adjusted|gaap|net|capex|results|growth|bookings|same-store|comparable|total|backlog|"
    r"update|note|source|correction|read|watch|breaking|news|exclusive|reuters|q[1-4]|fy|(?:19|20)[0-9]{2}|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b"
)


def find_item_head(line: str) -> Company | None:
    """
    Read the head of a round-up's item: "Acme (ACM) - The maker …", "Acme: Shares …".

    >>> find_item_head("Acme Foods (ACM) - The maker of jam earned 5 cents a share.")
    Company(name='Acme Foods', ticker='ACM', exchange=None)
    """
    if not any(dash in line for dash in _DASHES):
        return None
    found = _ITEM.match(fold(line))
    if found is None:
        return None
    name = found["name"].strip()
    words = name.split()
    if len(words) > 8 or not words or _NO_HEAD.search(name) or not all(map(_ITEM_WORD.match, words)):
        return None
    if found["ticker"] is None and name.isupper() and len(name) > 4:
        return None  # "TOKYO - ", where a report is dated from
    exchange, _, ticker = (found["ticker"] or "").rpartition(":")
    return Company(
        name=without_suffix(name.split(",")[0].strip()), ticker=ticker.strip() or None, exchange=exchange.strip() or None
    )
