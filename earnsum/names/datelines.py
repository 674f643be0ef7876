"""Datelines: "SPRINGFIELD, Ill. (AP) - ", which name a place and an agency and no company."""

from __future__ import annotations

from earnsum.names.words import BRANDED, words_in
from earnsum.patterns import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-9]{1,2}(?:,? [0-9]{4})?"
_DAY_ABROAD = r"[0-9]{1,2}\.? [A-Za-zäéû][a-zäéû]{2,9}\.?(?: [0-9]{4})?(?= \()"
_PLACE = r"[A-Z][\w.']*+(?>(?:-\w[\w.']*+)*)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:(?:[ /]| and ){_PLACE}){{0,3}}?)(?P<state>, ?[A-Z][\w.]{{1,14}}+(?: [A-Z][\w.]{{1,14}}+)?)?"
    rf"(?P<day>(?:,|\.| -)? ?(?:{_MONTH}|{_DAY_ABROAD}))?(?:,? ?\((?P<agency>[^()\n]{{2,30}})\))?(?P<dash>[,.]? ?(?:--?|—|_) |: )"
)
_STATE = re.compile(
    r", ?(?:[A-Z]{2}|(?:[A-Z][a-z]*\.)+|Canada|Germany|Japan|India|China|France|Australia|Mexico|Brazil|Finland|Sweden|Denmark|"
    r"Norway|England|Scotland|Ireland|Israel|Italy|Spain|Switzerland|Netherlands|Ontario|Quebec|Alberta|British Columbia)\Z"
)

_AGENCIES = frozenset({"AP", "AFP", "UPI", "ANI", "PTI", "IANS", "RTT", "DPA", "EFE", "AOF", "AAP", "ANSA", "APA"})
"""News agencies whose letters a place may have in their order ("MINNEAPOLIS (AP)")."""
_DASHLESS = re.compile(
    rf"[A-Z][\w.'-]*+(?: [A-Z][\w.'-]*+){{0,3}}(?:, [A-Z][\w.'-]*+(?: [A-Z][\w.'-]*+){{0,2}})? "
    rf"\((?:{'|'.join(sorted(_AGENCIES))})\) {_MONTH} "
)
"""``Helsinki, Southern Finland (AFP) July 19, 2013 Acme returned to profit``"""


_CITIES = words_in(
    """
    abuja accra ahmedabad amsterdam ankara auckland bangalore bangkok beijing bengaluru berlin brussels cairo calgary chennai
    colombo delhi dhaka doha dubai dublin frankfurt geneva gurugram hanoi helsinki hyderabad islamabad istanbul jakarta jeddah
    johannesburg karachi kathmandu kochi kolkata kuwait lagos lahore lima lisbon london madrid manama manila melbourne milan
    montreal mumbai muscat nairobi osaka oslo ottawa paris pune riyadh seoul shanghai sharjah singapore stockholm sydney taipei
    tehran tokyo toronto vancouver vienna warsaw wellington zurich
    """
) | {
    "abu dhabi",
    "buenos aires",
    "cape town",
    "hong kong",
    "ho chi minh city",
    "kuala lumpur",
    "mexico city",
    "new delhi",
    "sao paulo",
}
"""Cities of newsrooms, which stand for themselves before a report ("Mumbai: Acme said")."""
_TELLS = re.compile(
    r"(?:The |A |An )?(?!(?:Sales|Revenues?|Net|Profits?|Operating|Comparable|Same|Turnover|Orders|Earnings)\b)[A-Z]"
)
"""How it begins; a metric behind a city is that of a part ("Hong Kong: Sales fell")."""


_SITE = re.compile(r"[A-Z][\w-]*+\.(?:com|net|org|co\.[a-z]{2})")


def dateline_end(folded: str, start: int) -> int:
    """
    Find where the line's dateline ends, which names a place and no company; `start` where there is none.

    >>> text = "SPRINGFIELD, Ill. (AP) - Acme said"
    >>> text[dateline_end(text, 0):]
    'Acme said'
    """
    line = folded[start : start + 140]
    if "(" in line and (dashless := _DASHLESS.match(folded, start, start + 140)) is not None:
        return dashless.end()
    if not ("- " in line or ": " in line or "— " in line or "_ " in line):
        return start
    found = _DATELINE.match(folded, start, start + 140)
    if found is None or BRANDED.fullmatch((found["state"] or "").strip(", ")):
        return start
    state, agency = found["state"], (found["agency"] or "").partition(",")[0]
    letters = [char for char in found["place"] if char.isalpha()]
    # A place is written in capitals once, a company that is, always.
    shouted = found["place"].isupper() and len(letters) > 4 and folded.find(found["place"], found.end(), start + 4000) < 0
    if agency:
        # "SPRINGFIELD (AP) - " against "GLOBEX (GBX) - ": a ticker is made of the name's letters.
        rest = iter(letters)
        coded = agency.isupper() and " " not in agency
        short = agency not in _AGENCIES and all(char in rest for char in agency if char.isalpha())
        proved = ":" not in agency and not short and (not coded or shouted or agency in _AGENCIES)
    else:
        proved = shouted
    sited = (
        found["dash"] != ": " and "—" not in found["dash"] and _SITE.fullmatch(found["place"]) and _TELLS.match(folded, found.end())
    )  # "StockWire.com - Acme said", but "Anvil.com — The stock fell" heads an item
    newsroom = found["place"].lower() in _CITIES and state is None and _TELLS.match(folded, found.end()) is not None
    if proved or sited or newsroom or found["day"] or (state and (shouted or _STATE.match(state))):
        return found.end()
    return start
