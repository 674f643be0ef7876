"""
Speaking: whether a company that a sentence names reports there ("Globex posted", "Globex managed to add").

Whoever only makes or owns what is named does not ("The maker of Anvil players and Duff sets posted").
"""

from __future__ import annotations

from earnsum.names.companies import NameMark
from earnsum.patterns import regex
from earnsum.text.sums import SUM
from earnsum.text.terms import POSTED, RESULT

REPORTS = regex.compile(r"(?:\([KH_]{1,3}\))?[,_(]{0,3}(?:o|[UDbmiqw]|H)")
"""What follows the name of a company that reports: a verb of reporting, of change or of comparison, or its shares."""
_REPORTS_BEHIND_CLAUSE = regex.compile(r",/[^,;/]{1,8},_?[obmHMG]")
"""The same behind a clause on the name; no change, which may be that of a product ("Anvil, which Acme sells in Asia, rose 5%")."""
BRINGS = regex.compile(
    rf"\ (?:(?:has|had|also|itself)\ ){{0,2}}(?:{POSTED}|announced|unveiled|declared|produced"
    r"|(?:turned|brought|came)\ in(?:\ with)?)"
    rf"\ (?:an?|its)\ (?:(?:[\w-]++\ ){{0,4}}?{SUM}(?:\ [\w-]++){{0,3}}?\ {RESULT}|(?:[\w-]++\ ){{0,4}}?{RESULT}\ of\ {SUM})"
)
"""``Globex announced a $2 billion profit``: who comes with a result of its own"""
_MADE = regex.compile(
    r"\b(?:[Mm]aker|[Oo]wner|[Oo]perator|[Pp]arent(?: company)?|[Pp]roducer|[Pp]ublisher|[Ss]upplier|[Pp]rovider|[Ss]eller"
    r"|[Dd]eveloper|[Dd]istributor|[Mm]anufacturer|[Bb]uilder|[Cc]reator|[Dd]esigner)s? of "
    r"(?:[^.;,\n]|(?<=\b(?:U|U\.[SK]|[JS]r))\.|(?:,|, and) (?:the )?(?=[A-Z]|$))*$"
    r"|\b(?:which|that) (?:also )?"
    r"(?:includes?|contains?|comprises?|covers?|encompass(?:es)?|houses?|spans?|owns|operates|runs|controls"
    r"|makes|sells|markets|publishes|produces|supplies|serves|distributes) [^.;,\n]*$"
    r"|\b(?:biggest|largest|leading|top|number two|No\. ?[2-9]) [^.;,\n]{3,60} (?:after|behind) (?:the )?$"
)
_FAR = 120
_REPORTED = regex.compile(
    r"\ (?:managed\ to\ |(?:returned|returns)\ to\ (?:growth|profit|the\ black)"
    r"|(?:on|earlier|last|this)\ [\w.]{2,9}(?:\ [\w.]{1,9})?\ "
    r"(?:posted|reported|earned|made|lost|said|announced|unveiled|published|disclosed|beat|missed|topped|raised|lifted|cut)\b"
    r"|(?:has\ |also\ )?(?:declared|proposed|announced|recommended|lifted|cut|approved)\ (?:an?|its)\ (?:[a-z-]++\ ){0,3}"
    r"(?:dividend|payout|distribution)\b"
    r"|'s\ (?:[a-z-]++\ )?(?:announcement|report|statement|release|results|filing)"
    r"(?:,\ [a-z]++\ [\w ]{3,24},)?\ (?:said|showed|shows?|says)\b"
    r"|(?:said|shared|revealed|disclosed)\ "
    r"(?:(?:(?:earlier|on|last|this)\ [\w.]{2,9}(?:\ [\w.]{1,9})?|[A-Z][a-z]++day)\ )?(?:that\ )?its?\b)"
)


_SAID = regex.compile(
    r"\ said\ (?:(?:net|quarterly|annual|operating|core|underlying|pre-?tax|(?:first|second|third|fourth)-quarter)\ ){0,2}"
    rf"{RESULT}\ (?:rose|fell|grew|jumped|dropped|slid|climbed|surged|tumbled|doubled)\b"
)
_FROM_ELSEWHERE = regex.compile(
    r"(?:\b(?:Earlier|Later|Separately|On\ [A-Z][a-z]++day|Last\ (?:week|month))(?:\ [\w\ ]{2,14})?,\ (?:[A-Z][a-z]++'s\ )?"
    r"|(?:^|[.!?\"\n]\ ?)[A-Z][a-z]++'s\ )$"
)
"""``Earlier on Friday, Globex said profit rose``, ``France's Globex said profit rose``: of a company that was not told of before"""


def speaks(folded: str, tags: str, at: int, name: NameMark) -> bool:
    """Tell a company that reports: "Globex posted", "Globex managed to add"; not "a line developed with Globex, is still small"."""
    if tags[at + 1 : at + 2] in (",", "(") and folded.endswith((" with ", " by "), 0, name.span.start):
        return False
    reports = REPORTS.match(tags, at + 1) is not None or _REPORTED.match(folded, name.span.end) is not None
    reports = reports or (
        _SAID.match(folded, name.span.end) is not None
        and _FROM_ELSEWHERE.search(folded, max(0, name.span.start - 40), name.span.start) is not None
    )
    reports = reports or (at == 0 and _REPORTS_BEHIND_CLAUSE.match(tags, 1) is not None and opens(folded, name))
    return reports and not is_made(folded, name)


def opens(folded: str, name: NameMark) -> bool:
    """Tell whether a name opens its sentence or a part of it."""
    return folded[max(0, name.span.start - 4) : name.span.start].rstrip(' "')[-1:] in ("", *".!?:;,\n")


def is_made(folded: str, name: NameMark) -> bool:
    """Tell the name of what a company makes or owns, which stands for it ("The maker of Anvil players and Duff sets")."""
    return _MADE.search(folded, max(0, name.span.start - _FAR), name.span.start) is not None


_ENDS_ON = regex.compile(r"(?r)\b(?:for|on|at|to|of)\ ")


def ends_on(folded: str, name: NameMark) -> bool:
    """Tell for whom something else is so ("Hotels remained a drag on Globex."), who then does not speak."""
    return folded.startswith((".", ",", ";"), name.span.end) and _ENDS_ON.match(folded, 0, name.span.start) is not None
