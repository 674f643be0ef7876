"""Firms: the words by which a text calls a company, by its trade."""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import re

FIRM = (
    r"(?:company|firm|group|giant|conglomerate|corporation|startup|bank|lender|insurer|broker(?:age)?|exchange"
    r"|retailer|grocer|supermarket|chain|airline|carrier|railroad|railway|utility|miner|explorer|driller|refiner|brewer|distiller"
    r"|(?:home)?builder|developer|contractor|operator|publisher|broadcaster|producer|manufacturer|supplier|distributor|provider"
    r"|[a-z]*maker)"
)
"""As in "the company said", "the chipmaker expects"."""
LEGAL = r"Inc|Corp|Co|Cos|Ltd|LLC|Plc|plc|PLC|AG|NV|SA|SE"
"""Legal forms behind a firm's name, as the branches of a pattern."""
SUPPLIER = re.compile(rf"(?: (?:{LEGAL})\.?)? (?:supplier|contractor|assembler|bottler|franchisee|licensee|dealer)\b(?!,? [A-Z])")
"""Behind a name, who sells to its owner or for it ("the operating loss at the Anvil Inc supplier"): another than is named."""
AGENT = rf"(?:{FIRM}|owner|parent(?:\ company)?|seller|bottler|designer|franchisor|processor|[a-z]+-maker|carmaker)"
"""The same, and what a firm is called only with what it has to do with ("the bottler of Anvil's drinks")."""
DESCRIBED = (
    r"[Tt]he\ (?:(?!rival|competitor|peer|other|unit\b|arm\b|subsidiary)"
    r"(?:[a-z][\w'/&-]*+|No\.?\ [0-9]++|[A-Z][\w.'-]*+),?\ ){0,7}?"
    rf"{AGENT}\b"
)
"""How a text calls its company by what it is: "The Springfield, Ohio-based retailer", "the No. 2 U.S. carmaker"."""
ABOUT_IT = (
    r"(?:,|\ --?)?\ (?:which|who|whose|that|behind|after|trailing|ahead\ of|next\ to|second\ only|along\ with|together\ with"
    r"|known\ for|one\ of|part\ of|formerly|based\ in|spun\ off|owned\ by|controlled\ by|of|for|to|with|from)\ "
)
"""How a text goes on about who it calls so, before what that company did."""


_LEAD = 400
_A_BROKER = re.compile(
    r"\b[Bb]roker(?:age)?(?: (?:firm|house|company))? [A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,4}"
    r"(?: \(|,? (?:Inc|Corp|Co|Ltd|Plc|Group)\b)"
)


@lru_cache(maxsize=2)
def is_on_a_broker(folded: str) -> bool:
    """Tell a text on a broker's own results, of whom "the brokerage" then speaks ("Discount brokerage Anvil Corp posted")."""
    return _A_BROKER.search(folded, 0, _LEAD) is not None
