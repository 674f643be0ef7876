"""
Until now: outlooks that are told as they were, whose figures are the old ones of rows.

"Previously, the company expected …" tells one up to the words for the new one ("but now"), "its previous forecast of $5 million
was lowered to $4 million" both; the result of a year before is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import FORETOLD_BY_ONE, FROM_TO
from earnsum.grammar.tokens import Token
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.kinds import MONTHS
from earnsum.text.moves import MOVE
from earnsum.text.terms import ITS, OUTLOOK, POSTED, RESULT, REVISED

_MONTHS = "|".join(MONTHS)
_UNTIL_NOW = re.compile(
    rf"""(?xi) (?:but\ |and\ )? (?:
      to\ date(?=,) | hitherto | that\ month,? | as\ recently\ as\ (?:(?:early|late|mid)[ -])?\w++,?
    | previously | originally | initially | before\ that | until\ now | earlier(?:,|(?=\ (?:it|the\ \w++|[A-Z][\w.'&-]++)\ had\b))
    | last\ (?:year|quarter|month|spring|summer
        |autumn|winter|{_MONTHS})\b,?
    | (?:back\ )?in\ (?:early\ |late\ |mid-)?(?:{_MONTHS}),? | (?:at|with)\ {ITS}\ (?:last|previous)\ \w++,?
    | (?:while|when)\ (?:announcing|reporting|releasing)\ (?:(?:{ITS}|those|that)\ )?(?:[\w-]++\ ){{1,4}}?
        (?:results|earnings|report),?(?=\ (?:it|the\ \w++|[A-Z][\w.'&-]++)\ (?:had\ )?expected\b)
    | at\ (?:that|the)\ time(?:\ of\ [^,;]{{3,50}})?,?
    | (?:a|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]++)\ (?:weeks?|months?|quarters?)\ ago,?
    | (?:it|they|we|management|the\ company|(?!(?:Analysts?|Wall|Investors|Markets?|Economists)\b)[A-Z][\w.'&-]++
        |(?-i:(?!(?:The|Most|Many|Some|Wall|Analysts?|Investors|Markets?|Economists)\b)[A-Z][\w.'&-]++(?:\ [A-Z][\w.'&-]++){{1,3}}))
      (?=\ had\ (?:been\ )?(?:expect|project|forecast|predict|anticipat|guid|target|estimat|pencil|tipp))
    | (?:it|they|we|management|the\ \w++|[A-Z][\w.'&-]++(?:\ [A-Z][\w.'&-]++){{0,2}})
      \ (?:(?:had\ )?(?:previously|earlier|originally|initially)|(?:in|last)\ (?:{_MONTHS}|month|week|quarter))
    ),?\ (?:[^,;]{{0,60}}?\ )?(?:had\ |been\ )?
    (?:said|saw|seen|see|forecast(?:ed)?|(?:spoken|talked|spoke)\ of|flagged
      |(?:expect|project|predict|target|slash|lower|lift|boost|narrow)(?:ed|ing)
      |(?:guid|anticipat|estimat|rais)(?:ed|ing)|(?:pencill?|tipp)ed(?:\ in)?|(?:call|look|aim)(?:ed|ing)\ (?:for|to)|cut
      |(?:gave|given|provided|offered|issued|set)\ (?:[\w-]++\ ){{0,4}}?(?:{OUTLOOK}|range)s?
      |{OUTLOOK}\ (?:[^,;]{{0,40}}?\ )?(?:was|were|stood|called|had))\b"""
)
"""How a sentence begins that tells an outlook as it was: "Previously, the company expected …"."""
_HAVING = re.compile(
    r"(?:, (?:having|after)|(?<=[\n.!?\" ])Having"
    r"|(?<!analysts)(?<!investors)(?<!Street), wh(?:o|ich) (?:in|last|as recently as|only) (?:\w+ ){1,3}?had) "
    r"(?:(?:earlier|previously|originally|initially|first|only) )?(?:been )?(?:(?:expect|predict|project"
    r"|forecast|anticipat|estimat|guid|target|flagg|indicat|pencill?|tipp|promis)(?:ed|ing)?|call(?:ed|ing) for|aim(?:ed|ing) for"
    r"|(?:spoken|talked) of|held out)\b"
)
"""``, having earlier predicted a range of``: the same behind the new one"""
_FORETOLD = re.compile(
    r"\bhad (?:forecast|expected|projected|predicted|anticipated|estimated|targeted|guided|flagged|(?:spoken|talked) of"
    r"|pencill?ed in|tipped)$"
)
"""``Acme in April had forecast``: no result; which outlook of today it was, only the words for one tell."""
_HAD_MOVED = regex.compile(
    rf"\bhad (?:already |also )?{REVISED}"
    rf" (?:{ITS}|that|this) [^.;,$€£0-9]{{0,60}}\bfrom (?:an? )?(?:range of |between )?$"
)
"""``It had lowered its projection in April from a range of``: older than the outlook that is told"""
_CALLED_OLD = re.compile(r"^[_nKo&,]{0,4}g(?!G?_?,)|g[Nf]?,?/[^MV;]*(?=E)")
"""The same by its marks: "Its earlier guidance was for …", "a cut from previous forecasts, which expected …"."""
_BY_NOW = regex.compile(
    r"\b(?:now|currently|instead|today|presently|new|updated|but|however"
    rf"|reported(?! (?:net )?{RESULT}\b)|posted|(?:and|but) (?:then |only |actually |in the end )?"
    rf"(?:{POSTED}|managed|came (?:in|out)|ended up|finished))\b"
)


_OF_YEAR = regex.compile(
    r"(?i)\b(?:versus|vs\.?|compared (?:with|to)|against|from) (?:fiscal |fy ?)?(?:19|20)[0-9]{2}(?:'s)? (?:[\w-]++ ){0,4}$"
)
_BACK = 60


_FROM_A_PROFIT = regex.compile(r"\b(?:from|after|following) (?:an? )?(?:[a-z-]++ ){0,2}(?:profit|loss|income|earnings) of $")
"""``expects a loss, deteriorating from a net profit of``: no outlook, where a year follows that was"""
_OLD = regex.compile(r"\b(?:previous|prior|earlier|initial|original)(?:ly)?\b|\bhad\b")
_IN_YEAR = regex.compile(
    rf"\s(?:{POSTED} )?(?:in|for all of) "
    r"(?:(?:the )?(?:[a-z]++[ -]){1,2}?(?:quarter|half)(?: of)?(?: fiscal)? |Q[1-4] "
    r"|(?:the )?(?:fiscal |financial |full )?year |fiscal |FY ?)?(?:19|20)[0-9]{2}\b"
    rf"|\s(?:it |the company )?(?:{POSTED} )?"
    r"(?:(?:in|for|during) the (?:(?:business|financial|fiscal|full) )?year (?:that )?(?:just )?ended\b"
    r"|(?:(?:in|for) )?the (?:last|past|previous|prior|preceding|just-ended) (?:(?:business|financial|fiscal|full) )?year\b"
    r"|last (?:business|financial|fiscal) year\b)"
    rf"|\s(?:it |the company )?{POSTED}\b"
)
_IN_QUARTER = regex.compile(
    rf"\s(?:it |the company )?(?:{POSTED} )?(?:"
    r"(?:(?:in|for|during) )?(?:the )?(?:just-ended |previous |prior |preceding |last )?(?:[A-Za-z]++ )?quarter\b"
    r"|(?:in|for|during) (?:[A-Z][a-z]++-[A-Z][a-z]++|(?:the )?(?:first|second) half\b|Q[1-4]\b|[1-4]Q|the (?:three|six) months\b)"
    r"|(?:a|one) quarter (?:ago|earlier|before)\b)"
)
"""``versus $400 million in the June quarter``: what came in, unless an outlook is said to be moved"""


_RISING_FROM = regex.compile(
    r"(?<!\bnow (?:[\w']++ ){0,9}?)\b(?:to|will|would|should|could|may) (?:again |also |further |only )?"
    r"(?:rise|climb|grow|increase|jump|surge|improve|widen|expand|narrow|shrink|contract|fall|drop|decline|decrease|slip|slump|shrink|double|treble|triple|halve)"
    r" (?:by )?(?:[0-9.]++ ?(?:%|per ?cent) )?to (?:(?!\b(?:forecast|guidance|outlook|estimate|target|now)\b)[^;:])*?"
    rf"\bfrom {ABOUT}$"
)
"""``it expects sales to rise to $5 million from``: what they were, and not what was expected until now"""


def _is_of_past(folded: str, span: Span, tags: str, reading: Reading) -> bool:
    """Tell the result of a year or a quarter from the outlook until now ("versus 2019 EPS of $1.94", "up from 48% in 2021")."""
    start, end = reading.figure.span.start, reading.figure.extent.end
    stands = "^" not in tags and "v" not in tags and not folded.endswith("instead of ", span.start, start)
    past = _IN_YEAR.match(folded, end) or (stands and _IN_QUARTER.match(folded, end))
    if past and not _OLD.search(folded, span.start, start):
        return True
    return _OF_YEAR.search(folded, max(span.start, start - _BACK), start) is not None


_SET_BESIDE = regex.compile(
    r"\b(?:and|than|versus|against|(?:up|down) from) (?:about |around |roughly |nearly )?"
    r"(?P<last_years>(?:last|the (?:last|previous|prior|preceding)) year's (?:[a-z-]++ ){0,3}(?:of )?)?$"
)


def _is_last_years(folded: str, span: Span, reading: Reading) -> bool:
    """Tell last year's result beside an outlook ("from a previous range of $4 to $5 and last year's $3"), or this one's."""
    start, end = reading.figure.extent
    beside = _SET_BESIDE.search(folded, max(span.start, start - _BACK), start)
    return beside is not None and (beside["last_years"] is not None or folded.startswith((" last year", " this year"), end))


def _is_risen_from(folded: str, span: Span, tags: str, reading: Reading) -> bool:
    """Tell the level from which a metric is expected to rise or fall, where no outlook is said to be revised."""
    if "^" in tags or "v" in tags or "g" in tags[reading.at :]:
        return False
    return _RISING_FROM.search(folded, span.start, reading.figure.extent.start) is not None


_INSTEAD_OF = regex.compile(
    r"(?i)\b(?:instead of|rather than|in place of|as opposed to) (?:(?:the|an?|its|some|about) )?(?:[a-z]++ ){0,4}$"
)
"""``Instead of $3.80 a share, it now sees $3.20``: what it expected until now, told first"""


def _told_first(folded: str, span: Span, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return readings, the outlook until now as such that opens a clause before the new one."""
    first, last = readings[0], readings[-1]
    if (
        last.role == "guide"
        and first.role in ("prior", "actual", "guide")
        and first.figure.kind == last.figure.kind
        and "," in folded[first.figure.extent.end : last.figure.extent.start]
        and _INSTEAD_OF.search(folded, span.start, first.figure.extent.start)
    ):
        return [first._replace(role="previous"), *readings[1:]]
    return readings


_IT_TOLD = re.compile(
    r" (?:that )?(?:it|they|we|management|the (?:company|group|bank|firm)) (?:had |once |originally |initially |first )*"
    r"(?:told|promised|talked of|spoke of|held out|dangled|laid out|flagged"
    r"|forecast|projected|predicted|expected|estimated|anticipated|targeted|gave|announced)\b"
    rf"|(?: (?:a share|per share|in (?:[a-z-]++ ){{0,2}}[a-z]++|{MOVE}))?"
    r" (?:announced|given|issued|provided|outlined|set|offered|unveiled|forecast|projected|predicted)"
    rf" (?:back )?(?:in (?:(?:early|late|mid)[ -])?(?:{_MONTHS.title()})\b|(?:a|one|two|three|six) (?:month|quarter)s? ago"
    r"|last (?:month|quarter|year|fall|autumn|winter|spring|summer)|in the (?:fall|autumn|winter|spring|summer)\b)"
    r"| as (?:was )?(?:earlier|previously|originally|initially|first)"
    r" (?:estimated|expected|forecast|announced|guided|indicated|said)\b"
)
"""``$70 million, not the $100 million it told shareholders to count on``, ``compared with the $100 million announced in May``"""


def _told_behind(folded: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return readings, the outlook until now as such behind the new one, by who told it and when."""
    first = next((r for r in readings if r.role == "guide"), None)
    if first is None:
        return readings
    return [
        r._replace(role="previous", metric=None, metric_at=None)
        if r.role in ("guide", "actual", "prior", "estimate")
        and r.at > first.at
        and r.figure.kind == first.figure.kind
        and _IT_TOLD.match(folded, r.figure.extent.end)
        else r
        for r in readings
    ]


_WITHIN_THE_OLD = regex.compile(
    rf"\b(?:end|half|part|top|bottom|middle|midpoint|within)\ (?:of\ )?{ITS}\ "
    r"(?:previous|prior|earlier|original)(?:ly)?\ [^.;,$€£%0-9]{0,40}$"
)
"""``expects earnings to be at the high end of its previous forecast of $5 to $6``: the old outlook is what it expects"""


def as_until_now(folded: str, span: Span, tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, of an outlook told as it was until now each figure as a `previous` one, up to the words for the new one."""
    if any(reading.role == "guide" for reading in readings):
        readings = [
            r._replace(role="skip")
            if _is_last_years(folded, span, r)
            or (
                (r.role in ("prior", "previous") or _FROM_A_PROFIT.search(folded, span.start, r.figure.extent.start))
                and (_is_of_past(folded, span, tags, r) or _is_risen_from(folded, span, tags, r))
            )
            else r
            for r in _told_first(folded, span, readings)
        ]
    elif "G" in tags or "KE" in tags:
        ends = (
            r.at for r in readings if r.role == "previous" and _WITHIN_THE_OLD.search(folded, span.start, r.figure.extent.start)
        )
        within = next(ends, len(tokens))  # "at the low end of its previous guidance of $5 to $6 and sales of $7 million"
        readings = [r._replace(role="guide") if r.role == "previous" and r.at >= within else r for r in readings]
    readings = _against_consensus(folded, span, tags, readings)
    readings = [
        r._replace(role="skip")
        if r.role in ("guide", "previous") and _HAD_MOVED.search(folded, span.start, r.figure.extent.start)
        else r
        for r in _revised(tags, readings)
    ]
    readings = _told_behind(folded, _within_the_old(folded, readings))
    moved = _OLD_MOVED.search(tags)
    if moved is not None and _IS_MOVED.search(folded, tokens[moved.start("old")].end, tokens[moved.start("new")].start):
        return _moved_to_new(moved, readings)
    begins = _UNTIL_NOW.match(folded, span.start, span.end) or _HAVING.search(folded, span.start, span.end)
    called = _CALLED_OLD.search(tags) if begins is None else None
    if begins is None and called is None:
        return list(readings)
    old = begins.end() if begins is not None else tokens[called.end() - 1].end if called is not None else span.end
    new = _BY_NOW.search(folded, old, span.end)
    end = new.start() if new is not None else span.end
    foretold = begins is not None and _FORETOLD.search(begins.group()) is not None
    meant = ("guide", "skip") if called is None else ("guide", "actual") if "/" in called.group() else ("guide",)
    spoken = foretold or (begins is not None and begins.re is _HAVING)
    grown = [r for r in readings if r.role == "change" and (r.figure.is_range or (spoken and r.metric is not None))]
    told = [r for r in readings if old <= r.figure.span.start < end]
    changed: dict[int, Role] = {r.at: "previous" for r in told if r.role in meant or r in grown}
    followed = any(r.role == "guide" and r.metric is None and r.figure.span.start >= end for r in readings)
    changed |= {r.at: "previous" if followed else "skip" for r in told if foretold and r.role == "actual"}
    named = next(
        (r for r in told if r.metric is not None and (r in grown or (r.role, r.figure.kind) == ("previous", "percent"))), None
    )
    if named is not None:  # "which had talked of revenue growth of 8%, now expects 3%"
        readings = [
            r._replace(metric=named.metric, metric_at=named.metric_at)
            if r.role == "guide" and r.metric is None and r.figure.kind == "percent" and r.figure.span.start >= end
            else r
            for r in readings
        ]
    return [
        r._replace(role="previous", shape=FORETOLD_BY_ONE)
        if changed.get(r.at) == "skip" and r.metric is None and r.figure.kind == "money"
        else r._replace(role=changed.get(r.at, r.role))
        for r in readings
    ]


def _within_the_old(folded: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return readings, the outlook until now as such, within which a new one lies ("$5.80, at the top of its prior range of")."""
    first = next((r for r in readings if r.role == "guide"), None)
    if first is None:
        return readings
    return [
        r._replace(role="previous")
        if r.role == "guide"
        and r is not first
        and r.metric_at in (None, first.metric_at)
        and _WITHIN_THE_OLD.search(folded, first.figure.extent.end, r.figure.extent.start)
        else r
        for r in readings
    ]


_CONSENSUS_FIRST = regex.compile(
    r"[_on]{0,3}(?:A?N|AG)[^;s$%#d]*[s$%#d][^;s$%#d]*[Vqwbm][_o]{0,2}[K_]{0,2}[gG][_oRB]{0,3}(?P<own>[s$%#d])"
)
_STANDS = re.compile(r"\b(?:is|stands|calls|expects?|sees|are)\b")


def _against_consensus(folded: str, span: Span, tags: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return readings, the outlook that a consensus is set against as one that stands ("… is $5, above Acme's view of $4")."""
    found = _CONSENSUS_FIRST.match(tags) if any(r.role == "previous" for r in readings) else None
    if found is None or _OLD.search(folded, span.start, span.end) or not _STANDS.search(folded, span.start, span.end):
        return readings
    return [r._replace(role="guide") if r.at == found.start("own") and r.role == "previous" else r for r in readings]


_OLD_MOVED = re.compile(r"g[^;/s$%#dDv^]*(?P<old>[s$%]),?[_no]{0,3}[UDv^_]_?t(?P<new>[s$%])")
_IS_MOVED = re.compile(r"\b(?:was|were|is|are|been|now)\b")
"""``The previous forecast of a profit of $5 million was lowered to $4 million``: both outlooks, told of the old one"""


def _moved_to_new(moved: re.Match[str], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, of an outlook that is called old the figure to which it was moved as the new one."""
    old = next((r for r in readings if r.at == moved.start("old")), None)
    if old is None or old.metric is None:
        return list(readings)
    return [
        r._replace(role="previous")
        if r is old
        else r._replace(role="guide", metric=old.metric, metric_at=old.metric_at)
        if r.at == moved.start("new")
        else r
        for r in readings
    ]


_RANGE_TO_RANGE = re.compile(r"r(?P<kind>[s$%])t_?(?P=kind)$")
_FROM_OLD = regex.compile(r"[_,]{0,2}[UD]?(?:r[_K]{0,2}g|g[Nf])")


def _revised(tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, the first of two ranges ("revised its range from $5 - $6 to $6 - $7") as a `previous` one."""
    found = list(readings)
    for i, (old, new) in enumerate(pairwise(readings)):
        ranges = old.figure.is_range and new.figure.is_range
        if old.shape == new.shape == FROM_TO and ranges:
            found[i] = old._replace(role="previous")
        elif ranges and _RANGE_TO_RANGE.search(tags, 0, new.at + 1):  # "it narrowed EPS from $3 - $4 to $3.50 - $4"
            found[i : i + 2] = [
                old._replace(role="previous"),
                new._replace(role="guide", metric=old.metric, metric_at=old.metric_at),
            ]
        elif (old.role, new.role) == ("actual", "previous") and _FROM_OLD.match(tags, old.at + 1):
            # as in "is raising its spending to $5 million from an earlier projection of $4 million"
            found[i] = old._replace(role="guide")
    return found
