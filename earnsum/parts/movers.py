"""Movers: parts that a clause names only as what moved the whole ("Helped by its cloud arm, the company earned …")."""

from __future__ import annotations

from earnsum.parts.partnames import trim
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS

_CAUSE = regex.compile(
    r"(?:^|[,;.]\ |\b(?:and|but|as)\ |\n)"
    r"(?:(?:[Hh]elped|[Bb]oosted|[Dd]riven|[Ll]ifted|[Ll]ed|[Hh]urt|[Hh]it|[Bb]uoyed|"
    r"[Dd]ragged\ down|[Ww]eighed\ down|[Ff]uell?ed|[Pp]owered|[Aa]ided|[Bb]olstered|[Pp]ropelled|[Ss]upported|[Pp]ropped\ up)\ by|"
    r"[Ee]xcluding|[Nn]ot\ counting|[Ss]tripping\ out|[Dd]espite|[Aa]mid|[Tt]hanks\ (?:largely\ |mainly\ |partly\ )?to|"
    r"[Bb]ecause\ of|[Dd]ue\ to|[Oo]n\ the\ back\ of|[Ww]ith|"
    r"[Aa]s|[Ww]hile|[Aa]lthough|[Tt]hough|[Ee]ven\ (?:as|though)|[Aa]fter|[Oo]n)\ [^,;$%]*$"
)
"""How a phrase begins that only says what moved the whole ("Helped by its cloud arm, …", "As the cloud arm slowed, …")."""
_FORCE = regex.compile(
    r"\b(?:strength|weakness|strong|weak|growth|gains?|demand|performance|momentum|improvements?|loss(?:es)?|slowdown|slump|"
    r"rebound|recovery|declines?|drops?|rise|increases?|boom|results?|sales|progress)"
    rf"\ (?:at|in|from|of|by|for)\ (?:{ITS}\ )?$"
)
"""Nouns that a part may be behind of which the same is said ("growth at its cloud arm made up for that, and …")."""
_MOVED = regex.compile(
    r"(?:'s)?(?:\ (?:[a-z-]++\ ){0,3}?)?\ ?(?:helped|drove|driving|offset|offsetting|pushed|fuell?ed|powered|propelled|underpinned|"
    r"weighed|dragged|more\ than\ (?:offset|made\ up))\b"
)
"""Verbs of what moves a figure of the whole ("the cloud arm helped lift revenue")."""

_DOES = regex.compile(r"\ (?:posting|reporting|recording|registering|logging|notching|delivering|generating|seeing)\b")
"""A part whose figure comes after all ("…, with the cloud arm posting revenue of")."""
_POSTING = regex.compile(r",\ (?:posting|reporting|generating|bringing\ in|recording|delivering|earning|with)\ [^,;]*$")
"""A part that has done something else before, and whose figure comes all the same ("the cloud arm offset that, posting …")."""
_WHOSE = regex.compile(r",\ whose\ $")


def only_moves(folded: str, start: int, segment: re.Match[str], stop: int) -> bool:
    """Tell a part, named in a clause from `start` on, that moved the whole: the metric at `stop` is the whole's."""
    behind = folded[segment.end() : stop]
    if _DOES.match(behind):
        return False
    if _MOVED.match(behind):
        return _POSTING.search(behind) is None
    if ", " not in behind:
        return False
    name = trim(segment["name"]) or ""
    at = segment.start("name") + max(0, segment["name"].lower().rfind(name))
    lead = folded[start:at]
    return any(pattern.search(lead) for pattern in (_CAUSE, _FORCE, _WHOSE))
