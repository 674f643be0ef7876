"""
Outlooks that were until now, as the words right around a figure call them ("after $7 billion in its June guidance").

Where the sentence reports a result, what was "previously" so is a year ago's.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.shape import OF_ONE_TOLD
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.kinds import MONTHS
from earnsum.text.moves import MOVED
from earnsum.text.terms import ITS, OUTLOOK

_BACK = 60

_OLD_BEHIND = re.compile(
    rf"\ in\ {ITS}\ (?:(?:last|earlier|old)\ |[A-Z][a-z]++\ |(?:first|second|third|fourth)-quarter\ ){{1,2}}"
    rf"{OUTLOOK}\b"
    r"|\ (?:précédemment|auparavant|jusqu'ici|jusque-là)\b"
)
"""What follows a figure that was expected until now ("after $7 billion to $9 billion in its June guidance")."""
_SAID_THEN = regex.compile(
    r"\b(?:said|forecast|projected|guided|predicted|estimated|reiterated|reaffirmed|warned|announced|indicated|told [a-z]+"
    r"|gave an outlook) (?:"
    rf"(?:back )?in (?:early |late |mid-)?(?i:{'|'.join(MONTHS)})|last (?:year|quarter|month|spring|summer|fall|autumn|winter)"
    r"|(?:a|one) (?:year|quarter|month) (?:ago|earlier)|(?:two|three|four|five|six|nine) months (?:ago|earlier)|earlier this year"
    r") (?:that )?[^;$]*\b(?:would|(?:it|they) (?:had )?expected)\b[^;$]*$"
    rf"|, which in (?:early |late |mid-)?(?i:{'|'.join(MONTHS)}) said (?:that )?it expected\b[^;$]*$"
)
"""``It said in August that sales would be``, ``said a year ago that it expected``: what it expected then"""
_SET_APART = regex.compile(r"(?:\(|\b(?:after|from|against|contre|après))\ ?(?:entre\ |de\ |between\ |[+-]\ ?)?$")


def as_said_old(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, those called what was expected until now right behind the figure as `previous`, of results a year ago's."""
    told = [_as_made_known(folded, span, r) for r in readings]
    told = [r._replace(role="previous") if _is_said_old(folded, span, r) else r for r in told]
    told = [r._replace(role="previous", shape=OF_ONE_TOLD) if _points_back(folded, span, r) else r for r in told]
    told = [r._replace(role="previous", metric=None, metric_at=None) if _is_set_beside(folded, r, told) else r for r in told]
    told = [r._replace(role="skip") if _was_kept(folded, span, r, told) else r for r in told]
    reported = any(reading.role == "actual" and reading.metric is not None for reading in told)
    if not reported or any(reading.role == "guide" for reading in told):
        return told
    return [r._replace(role="prior") if r.role == "previous" and _was_reported(folded, r) else r for r in told]


_GIVEN_BEFORE = regex.compile(
    rf"\b(?:compared (?:with|to)|versus|vs\.?|against|from) (?:(?:an?|the|{ITS}) )?"
    rf"(?P<old>(?:previous|prior|earlier|original|initial|old|last|(?i:{'|'.join(MONTHS)})) )?(?:[a-z-]++ ){{0,2}}?{OUTLOOK}"
    r"(?P<given> (?:issued|given|provided|made|set|offered|announced|released)\b[^.;,$€£]{0,40}?)?"
    rf" (?:of|for|at)(?: between| a range of)? {ABOUT}$"
)
"""``$4 million, compared with guidance issued in May of between``, ``against a May forecast of``: behind the new one"""


def _is_set_beside(folded: str, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell the outlook until now that the new one, told before it in the sentence, is set against."""
    start = reading.figure.extent.start
    new = reading.role in ("guide", "actual", "estimate") and any(
        r.role == "guide" and r.at < reading.at and r.figure.kind == reading.figure.kind for r in beside
    )
    found = _GIVEN_BEFORE.search(folded, max(0, start - 2 * _BACK), start) if new else None
    return found is not None and (found["old"] or found["given"]) is not None


_OF_ITS_OWN = regex.compile(
    r"\b(?:in line with|within|inside|above|below|under|over|outside|past|ahead of|short of|exceed(?:ed|ing)"
    r"|beat(?:ing)?|topp(?:ed|ing)|met|meeting|missed|missing"
    r"|(?:end|top|bottom|middle|half|midpoint|part|side) of|compared (?:with|to)|versus|against)"
    r" (?:its|the \w++'s|[A-Z][\w&.-]*+'s|management's|company|the) (?:own )?(?:[a-z-]++ ){0,3}?"
    rf"{OUTLOOK}(?: range)?"
    r"(?: (?:of|for|between|call(?:ed|ing) for)|, which (?:had )?(?:called for|been|was|were|ranged|stood at))\b"
    r"(?:(?!\b(?:and|but|while|to)\b)[^.;,$£€0-9]){0,40}$"
)
"""``made $5 million, in line with its forecast of $4 million to $6 million``: what it had said, and what has now come"""

_THAT_CAME = regex.compile(
    r"(?:That|This|Those|Both|The latter|The former)(?: (?!which\b|will\b|would\b|is\b|are\b)[a-z-]++){0,3}? "
    r"(?:was|were|came|arrived|landed|beat|exceeded|topped|surpassed|missed|met|compares?|compared)\b"
)
"""``That top line arrived above its guidance, which called for``: of a figure reported before"""


def _was_kept(folded: str, span: Span, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an outlook that a figure reported before it in the sentence is set against."""
    reported = any(r.role == "actual" and r.metric is not None and r.at < reading.at for r in beside)
    if reading.role != "guide" or not (reported or _THAT_CAME.match(folded, span.start)):
        return False
    return (
        _OF_ITS_OWN.search(folded, max(span.start, reading.figure.extent.start - 2 * _BACK), reading.figure.extent.start)
        is not None
    )


_MADE_KNOWN = regex.compile(
    r"\b(?:previously|earlier) (?:said|reported|announced|disclosed|posted)(?: that)? "
    rf"(?:(?!\b(?:would|will|should|could|may|to|expect\w*|sees?|forecast\w*|{OUTLOOK}|range)\b)[^;$€£])*?"
    rf"\b(?:{MOVED}|was|were|totall?ed|of|came to)\b(?! between)[^;a-z]*(?:[a-z]+ to )?[^;a-z]*$"
)
"""``It previously said that sales rose 5% to``: what came, though told of before, and no outlook"""


def _as_made_known(folded: str, span: Span, reading: Reading) -> Reading:
    start = reading.figure.extent.start
    if reading.role != "previous" or reading.metric is None or not _MADE_KNOWN.search(folded, span.start, start):
        return reading
    moved = reading.figure.kind == "percent" and not folded.endswith(" to ", 0, start)
    return reading._replace(role="change" if moved else "actual")


_SET_AGAINST = re.compile(r"\b(?:from|with|to|against|versus) (?:an? )?(?:(?:[a-z-]++ ){1,4}of )?$")
_PREVIOUSLY = regex.compile(r"(?: [a-z-]++){0,5} previously[.,;)\n]")


def _was_reported(folded: str, reading: Reading) -> bool:
    """Tell a figure that was reported and not expected ("earnings were 3.5 cents, against a 4-cent loss previously")."""
    start, end = reading.figure.extent
    behind = _PREVIOUSLY.match(folded, end)
    return behind is not None and _SET_AGAINST.search(folded, max(0, start - _BACK), start) is not None


_POINTS_BACK = regex.compile(
    r"(?i)(?:and |but |though )?(?:this|that|both|these|those|which|the (?:new|latest|revised|updated) [a-z-]++)"
    r"(?: (?:range|figure|number|outlook|guidance|forecast|view)s?)?"
    r"(?:'s| is| was| are| were| compares?| stands?| represents?| marks?)\b"
    r"[^.;$€£0-9]*?\b(?:than|from|above|below|under|over|with|to|against|versus)"
    rf" (?:the|an?|{ITS}|[A-Z][\w&.-]*+'s?) (?:(?!(?:analysts?|Street|consensus|market|last|prior|year)\b)[\w-]++ ){{0,5}}?"
    rf"(?:(?:{OUTLOOK}\b(?: range| of| for| at| between){{0,2}} )?(?:about |around |roughly |nearly )?$"
    rf"|(?P<told>{OUTLOOK}\b[^;]*)$)"
)
_NOW_OR_OTHERS = re.compile(r"\b(?:now|but|analysts?|consensus|Street|estimates?|expect(?:s|ed)?)\b")
_OUTLOOK_BEHIND = regex.compile(rf" (?:a share |per share )?(?:(?:earnings|profit|revenue|sales|eps|full-year) ){{0,2}}{OUTLOOK}\b")
"""``That is lower than the guidance of $205 million it gave in May``, ``above the $480 million outlook``: of one just told"""


_IT_GAVE = re.compile(r" (?:that )?(?:it|they|management|the company) (?:had )?(?:gave|given|provided|issued|offered|set|made)\b")


def _points_back(folded: str, span: Span, reading: Reading) -> bool:
    """Tell the outlook until now with which a sentence compares the new one, that is told in the sentence before."""
    start, end = reading.figure.extent
    if reading.role not in ("guide", "actual") and not (reading.role == "estimate" and _IT_GAVE.match(folded, end)):
        return False  # analysts', unless it says who gave it
    behind = folded.rfind(", which ", span.start, start) + 2
    found = _POINTS_BACK.match(folded, span.start, start) or (_POINTS_BACK.match(folded, behind, start) if behind > 1 else None)
    if found is None:
        return False
    if found["told"]:  # "That's below the guidance it gave in May, when it called for sales of $5 billion"
        return reading.role == "guide" and _NOW_OR_OTHERS.search(found["told"]) is None
    return re.search(OUTLOOK, found.group()) is not None or _OUTLOOK_BEHIND.match(folded, end) is not None


def _is_said_old(folded: str, span: Span, reading: Reading) -> bool:
    extent = reading.figure.extent
    if reading.role == "guide" and _SAID_THEN.search(folded, span.start, extent.start) is not None:
        return True
    if reading.role not in ("guide", "actual", "change") or _OLD_BEHIND.match(folded, extent.end, span.end) is None:
        return False
    return _SET_APART.search(folded, max(span.start, extent.start - _BACK), extent.start) is not None
