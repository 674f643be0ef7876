"""
Counted: verbs that name a metric where what they make or hand over is counted.

"It delivered 308,600 cars" tells deliveries; "it delivered strong results" tells
nothing.  So the verb is a metric's name only before a number of vehicles or the like.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

_HEDGES = (
    r"(?:(?:a|an|about|around|roughly|nearly|almost|some|more|than|over|only|just|total|of|another|record|between|as|many)\ )*+"
)
_THINGS = (
    r"(?:vehicles?|cars?|trucks?|suvs?|evs?|sedans|vans|buses|motorcycles|bikes|planes?|jets?|jetliners|airliners|airplanes?|"
    r"aeroplanes?|aircraft|helicopters?|ships|homes|houses|iphones|smartphones|phones|handsets|pcs|tablets|consoles)"
)
_NUMBER = r"[0-9][0-9.,]*+(?:\ (?:million|thousand))?(?:\ (?:to|and|or)\ [0-9][0-9.,]*+(?:\ (?:million|thousand))?)?"
_VERB = regex.compile(
    rf"""(?i)\b(?:(?P<deliveries>deliver(?:ed|ing|s)?|hand(?:ed|ing)\ over|s(?:old|ell|elling)|ship(?:ped|ping)?)
      | (?P<production>produc(?:ed?|ing)|buil[dt]|building|ma(?:de|ke|king)|manufactur(?:ed?|ing)|assembl(?:ed?|ing)))\ {_HEDGES}
      (?={_NUMBER}(?:-|\ )(?:(?!(?:in|for|of|on|and|to|from)\b)[\w-]++\ ){{0,2}}?{_THINGS}\b)
      | \b(?P<deliveries>delivered)\ (?=[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:[.,;]?(?:\n|$)|[.;]\ |,\ (?![0-9])|\ (?:in|last|during|for)\b))""",
    regex.VERBOSE,
)


def find_counting_verbs(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, metric) of the verbs in folded text that count vehicles, aircraft, homes or devices."""
    for match in _VERB.finditer(folded):
        name = "deliveries" if match["deliveries"] else "production"
        yield *match.span(name), name
