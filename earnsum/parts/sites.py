"""Sites: what bears the company's name with a domain behind it, in a story that calls the company without, is its shop online."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.told import REPORTED, Fact
from earnsum.model import Company
from earnsum.parts.scopes import WHOLE
from earnsum.patterns import regex
from earnsum.text.terms import RESULT

_DOMAIN = r"\.(?:com|co\.uk|com\.au|co\.nz|ie|ca)\b"
_LEAD = 300
"""Letters of a title and lead, which name a company in full."""
_OFTEN = 2
"""How many times a story calls the company without its domain before, at least."""


def of_its_site(folded: str, facts: Sequence[Fact], company: Company) -> list[Fact]:
    """Return facts, those of the site ("Acme said sales rose. … At Acme.com, sales doubled") as of a part."""
    name = (company.name or "").split(" ", maxsplit=1)[0].partition(".")[0]
    if not name or f"{name}." not in folded:
        return list(facts)
    site = rf"\b{regex.escape(name)}{_DOMAIN}"
    first = regex.search(site, folded)
    if first is None or first.start() < _LEAD or regex.search(rf"{site}(?:,? (?:Inc|Corp|Ltd|Plc)\b| ?\()", folded):
        return list(facts)  # "Acme profit rises … Acme.com Inc. said": the company itself
    if len(regex.findall(rf"\b{regex.escape(name)}\b(?!\.\w)", folded[: first.start()])) < _OFTEN:
        return list(facts)
    sold = rf"[^,;$£€0-9]*?\b{RESULT} (?:at|from|of|on|through|via) "
    opens = regex.compile(
        rf"(?:(?:At|On|For|Meanwhile,) )?(?P<site>{site})"
        rf"|(?i:{sold}(?:[a-z' -]{{1,40}}, |(?:[a-z' -]{{1,40}} of )?))(?P<site>{site})"
    )

    def is_of_site(fact: Fact) -> bool:
        found = opens.match(folded, *fact.sentence)
        return fact.scope is None and fact.role in REPORTED and fact.metric not in WHOLE and found is not None

    return [fact._replace(scope=first.group().lower()) if is_of_site(fact) else fact for fact in facts]
