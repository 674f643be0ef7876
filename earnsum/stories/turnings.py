"""
Turnings: where prose on several companies turns to another one, and what of it is on all of them.

A paragraph, a sentence or a clause turns to whom it begins with, behind what tells only when, where or of what.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from earnsum.model import Span
from earnsum.names.find import Names
from earnsum.names.uses import Use
from earnsum.patterns import re
from earnsum.stories.roundup_titles import TRADES
from earnsum.stories.sharemoves import is_moving
from earnsum.stories.story import RESULT_SUM, subject_of, trimmed
from earnsum.text.marks import within
from earnsum.text.terms import RESULT, SALES


def parts(names: Names, paragraph: Span, known: set[str], *, many: bool) -> list[Span]:
    """
    Part a paragraph where a sentence begins with another company: listed ("Acme (ACM) reported …"), or in a round-up.

    There a clause may as well ("…, while Acme reported …"), and what tells only when, where or of what may stand before.
    """
    here = list(within(names.uses, paragraph))
    on_all = many and ON_ALL.match(names.folded, *paragraph) is not None
    first = names.fullest[here[0].name] if here and not on_all else None
    opening = [use for use in here if use.span.start > paragraph.start and names.fullest[use.name] in known]
    listed = [use for use in opening if use.listed and not use.inside]
    cuts = listed if len(listed) > 1 else opening if many else []
    places = [paragraph.start]
    for use in cuts:
        if names.fullest[use.name] == first:
            continue
        place = use.span.start if listed[1:] else _turn(names, use, places[-1])
        if place is not None and place > places[-1]:
            first = names.fullest[use.name]
            places.append(place)
    return [trimmed(names.folded, Span(start, end)) for start, end in pairwise([*places, paragraph.end])]


def _turn(names: Names, use: Use, start: int) -> int | None:
    """Return where a story turns to who is named, behind `start`: where the sentence or the clause begins."""
    if not use.inside:
        return use.span.start if use.acting or use.legal or is_moving(names, use) else None
    if not use.acting or use.weight < ACTS or use.aside:
        return None
    if (found := _INTRODUCED.search(names.folded, start, use.span.start)) is not None:
        return found.start()
    if (found := _CALLED.search(names.folded, start, use.span.start)) is not None:
        return found.start() if RESULT_SUM.search(names.folded[use.span.end :].partition(". ")[0].partition("\n")[0]) else None
    beside = _BESIDE.search(names.folded, start, use.span.start)
    return use.span.start if beside is not None and any(map(str.isdigit, names.folded[start : beside.start()])) else None


ACTS = 2
_OPENERS = (
    r"(?:According|In|On|For|At|As|By|During|Over|Despite|After|With|Among|Elsewhere|Meanwhile|Separately|Also|Similarly|Likewise"
    r"|Conversely|Overall|Earlier|Later|Yesterday|Last|This|However|But|And|Of|From|Amid|Following)"
)
_BEGINS = r"(?:(?<=[.!?] )|(?<=[.!?][\"') ] )|\A)"
_INTRODUCED = re.compile(rf"{_BEGINS}{_OPENERS}\b(?:[^.;\n$€£¥₹%]|\.(?=\w)){{0,160}}?,? (?:the )?(?:[a-z-]+ ){{0,3}}\Z")
"""``In results released on Thursday, Acme``: how a sentence begins before whom it is on"""
_CALLED = re.compile(rf"{_BEGINS}(?:No\. [0-9]+|[A-Z][a-z]+(?:-[a-z]+)?)(?: [a-z-]+){{0,3}} \Z")
"""``Danish brewer Acme``, ``No. 3 Acme``: how one does by what the company is"""
_BESIDE = re.compile(
    r"(?:(?:,|;| -+) (?:while|whereas|and|but|as)| (?:while|whereas)) (?:(?:rival|peer|fellow|competitor|the|[a-z-]+) ){0,3}\Z"
)
"""``, while rival Acme``: how a clause does"""
ON_ALL = re.compile(
    r"(?:(?:Collectively|Combined|Together|Altogether|In (?:all|total|aggregate)|Overall|Meanwhile|Data)\b,? )?"
    r"(?:(?i:other|both|all|most|several|many|the|these|those|some|combined|aggregate|few)\b (?:of )?)*"
    rf"(?:(?:[\w'-]+ ){{1,3}}?{TRADES}|(?=[A-Z])(?i:{TRADES}))\b"
    r"|(?:Collectively|Combined|Together|Altogether)\b|(?:Meanwhile, )?(?i:the )?(?i:combined|aggregate|cumulative)\b"
)
"""``Collectively, these banks earned``, ``Other lenders``: what is of no single company"""


def turned_to(names: Names, paragraph: Span, known: set[str], anyhow: set[str], *, many: bool) -> Use | None:
    """Find whom a paragraph is on; those known `anyhow` are companies however they are used."""
    use = subject_of(names, paragraph, anyhow)
    if not many:
        return use
    if use is None:
        return _only(names, paragraph, known)
    on_all = ON_ALL.match(names.folded, *paragraph)
    return None if on_all is not None and on_all.end() <= use.span.start else use


def _only(names: Names, paragraph: Span, known: AbstractSet[str]) -> Use | None:
    """Find the one company whose results a paragraph tells, where it names no other."""
    here = [use for use in within(names.uses, paragraph) if names.fullest[use.name] in known]
    acting = [
        use
        for use in here
        if (use.acting and use.weight > 0)
        or is_moving(names, use)
        or _is_at(names.folded, use)
        or _BEHIND.fullmatch(names.folded, paragraph.start, use.span.start)
    ]
    return acting[0] if acting and len({names.fullest[use.name] for use in here}) == 1 else None


_BEHIND = re.compile(r"(?:Not counting|Excluding|Including|Without|Before|Adjusted for|Stripping out|Leaving out) [^,.;\n]{1,60}, ")


def _is_at(folded: str, use: Use) -> bool:
    """Tell whose results are told ("a fall in profit at Acme"); sales may as well be of a product."""
    return not use.aside and _RESULT_AT.search(folded, max(0, use.span.start - 80), use.span.start) is not None


_RESULT_AT = re.compile(rf"(?i)\b(?!{SALES}){RESULT} (?:for|at|of|by|from) (?:the )?(?:[a-z-]+ ){{0,4}}\Z")
