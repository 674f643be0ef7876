"""
Parts in turn: as many figures as parts, told apart from them and in their order.

"Sales in America and Asia climbed 13% and 23%", "cloud and advertising revenue rose 30% and 12%", "sales rose 4% and 7% in
Asia and Europe, respectively".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called, tags_of
from earnsum.model import Span
from earnsum.names.scopewords import CALENDAR, NATIONAL, NOT_A_SCOPE, TRADES
from earnsum.parts.beside import CAPITAL, NAMING
from earnsum.parts.lists import PARTED_OR_MARGINS, measure
from earnsum.parts.partnames import KINDS
from earnsum.patterns import any_of, regex
from earnsum.text.moves import MOVED
from earnsum.text.terms import ITS, POSTED

_TRADE = any_of(NAMING | NATIONAL | TRADES)
_NO_PART = "In|At|The|For|From|But|And|Both|Its|Of"
_NAME = rf"{CAPITAL}(?:\ (?:of\ |&\ )?{CAPITAL}){{0,2}}|{_TRADE}(?:\ {_TRADE})?"
_PART = rf"(?:the\ |its\ )?(?P<part>(?!(?:{CALENDAR}|{_NO_PART})\b)(?:{_NAME}))"
_GLOSS = r"(?:\ \([^()]{2,40}\))?+"
_PARTS = rf"{_PART}{_GLOSS}(?:,\ {_PART}{_GLOSS})*,?\ and\ (?:(?:in|at|from)\ )?{_PART}{_GLOSS}"
_BEFORE = regex.compile(rf"(?<![\w.]\ (?:and|,)\ |[\w]){_PARTS}(?:'s|,(?:\ (?:where|in\ which|whose))?)?\ $", regex.VERBOSE)
_UP = regex.compile(rf",\ with\ {_PARTS}\ (?:up|down|rising|falling|growing|ahead)(?:\ by)?\ $", regex.VERBOSE)
_BEHIND = regex.compile(rf",?\ (?:in|at|of|from|for)\ {_PARTS}(?=[\ ,.;]|$)", regex.VERBOSE)
_HAD = regex.compile(
    rf"(?:^|(?<=[\ ,\n])){_PARTS}(?:\ (?:{KINDS}|stores|restaurants))?,?\ (?:(?:which|that|each|respectively)\ )?"
    rf"(?:{POSTED}|had|saw|contributed|brought\ in)\ (?:[a-z-]++\ )?$",
    regex.VERBOSE,
)
"""``The cloud and phone units had sales of $5 billion and $3 billion``"""
_ANY = r"(?P<part>(?!(?:while|but|whereas|respectively)\b)[\w&'-]++(?:\ (?!and\b)[\w&'-]++){0,2}?)"
_ASIDE = regex.compile(
    rf"\ (?:at|from|in|of|for)\ {ITS}\ (?:[\w-]++\ ){{0,3}}?(?:{KINDS}|products|drugs|chains|brands)(?:\ -\ |,\ |:\ )"
    rf"{_ANY}(?:,\ {_ANY})*,?\ and\ {_ANY}"
    r"(?:\ -|,)?\ (?:was|were|came)\b",
    regex.VERBOSE,
)
"""``Revenue at its three segments - cloud, devices and games - was $5 billion, $3 billion and $1 billion``"""
_EACH = regex.compile(
    rf"\ (?:at|from|in|of|for)\ (?:its\ |the\ |their\ )?{_ANY}(?:,\ {_ANY})*,?\ and\ (?:its\ |the\ )?{_ANY}(?:\ {KINDS})?\ "
    rf"(?:(?:was|were|is|are)(?:\ at)?|came\ to|came\ in\ at|totall?ed|reached|hit|stood\ at|{MOVED})\b",
    regex.VERBOSE,
)
"""``Profits for beef and pork were $5 million and $3 million, respectively``: parts by any words, since that says what they are"""
_EACH_BEFORE = regex.compile(
    r"(?:[^$%0-9]{0,40}?(?:,\ |\b(?:while|but|whereas)\ ))?(?:[Tt]he\ |[Ii]ts\ )?"
    rf"{_ANY}{_GLOSS}(?:,\ {_ANY}{_GLOSS})*,?\ and\ (?:its\ |the\ )?{_ANY}{_GLOSS}(?:\ {KINDS})?(?:'s?)?\ ",
    regex.VERBOSE,
)
"""``Ink and white paper sales rose 5% and 3%, respectively``: the same before their metric, from the beginning of the sentence"""
_RESPECTIVELY = regex.compile(r"(?:\ in\ [^,;.]{3,30})?,?\ respectively\b")
_A_TIME = regex.compile(r"\b(?:quarters?|half|halves|years?|months|period|(?:19|20)[0-9]{2})\b")
_LOOK_BACK = 90
_JOINED = regex.compile(r"(?:,?&|,)[UDty~]{0,2}")


def read_in_turn(folded: str, span: Span, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a sentence, those that stand in the order of its parts with the metric and the part of each."""
    found = list(readings)
    for run in _runs(tokens, readings):
        head = readings[run[0]]
        since = readings[run[0] - 1].figure.extent.end if run[0] else span.start
        parts = _named_parts(folded, span, tokens, [readings[at] for at in run], since)
        parts = parts[-len(run) :]  # "At Acme, cloud and software sales"
        if len(parts) == len(run):
            for index, part in zip(run, parts, strict=True):
                own = readings[index]
                found[index] = head._replace(at=own.at, figure=own.figure, side=own.side or head.side, part=part)
            for index, part in zip(_priors_behind(head, readings[run[-1] + 1 :], len(run)), parts, strict=False):
                own = readings[run[-1] + 1 + index]
                found[run[-1] + 1 + index] = own._replace(metric=head.metric, metric_at=head.metric_at, part=part)
    return list(_with_parts_told_behind(folded, span, found))


def _with_parts_told_behind(folded: str, span: Span, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings, changes of parts that follow that of the whole with their metric ("…, with Duff and Anvil up 4% and 7%")."""
    parts: list[str] = []
    head: Reading | None = None
    for index, reading in enumerate(readings):
        start, stop = max(span.start, reading.figure.extent.start - _LOOK_BACK), reading.figure.extent.start
        match = _UP.search(folded, start, stop) if folded.find(", with ", start, stop) >= 0 else None
        if match is not None and index and _heads(readings[index - 1]):
            head, parts = readings[index - 1], [part.lower() for part in match.captures("part")]
        if head is None or not parts or measure(reading.figure) != measure(head.figure):
            yield reading
            continue
        yield head._replace(at=reading.at, figure=reading.figure, side=reading.side or head.side, part=parts.pop(0))


def _runs(tokens: Sequence[Token], readings: Sequence[Reading]) -> Iterator[list[int]]:
    """Yield figures of one kind in a row, of which the first alone has a metric's name."""
    run: list[int] = []
    for index, reading in enumerate(readings):
        if run and _goes_on(tokens, readings[run[0]], readings[run[-1]], reading):
            run.append(index)
            continue
        if len(run) > 1:
            yield run
        run = [index] if _heads(reading) else []
    if len(run) > 1:
        yield run


def _priors_behind(head: Reading, behind: Sequence[Reading], number: int) -> range:
    """Return which readings behind a run are what its figures were a year ago, where there are as many in a row."""
    first = next((at for at, reading in enumerate(behind) if reading.role == "prior"), len(behind))
    priors = [r.role == "prior" and measure(r.figure) == measure(head.figure) for r in behind[first : first + number]]
    more = [r.role for r in behind[first + number : first + number + 1]]
    return range(first, first + number) if len(priors) == number and all(priors) and more != ["prior"] else range(0)


def _heads(reading: Reading) -> bool:
    return is_called(reading.metric, PARTED_OR_MARGINS) and reading.role in ("actual", "change") and not reading.part


def _goes_on(tokens: Sequence[Token], head: Reading, last: Reading, reading: Reading) -> bool:
    same = measure(reading.figure) == measure(head.figure) and reading.metric_at in (None, head.metric_at)
    return (
        same and reading.role in ("actual", "change") and _JOINED.fullmatch(tags_of(tokens[last.at + 1 : reading.at])) is not None
    )


def _named_parts(folded: str, span: Span, tokens: Sequence[Token], run: Sequence[Reading], since: int) -> list[str]:
    """Return the parts named before the metric, behind it or behind the figures; `since`: where those before end."""
    head, last = run[0], run[-1]
    if head.metric is None or head.metric_at is None:
        return []
    start, end = tokens[head.metric_at].start, head.metric.span.end
    match = (
        _HAD.search(folded, max(span.start, start - _LOOK_BACK), start)
        or _BEFORE.search(folded, max(span.start, start - _LOOK_BACK), start)
        or _ASIDE.match(folded, end, head.figure.extent.start)
        or _BEHIND.match(folded, end, head.figure.extent.start)
        or _BEHIND.match(folded, last.figure.extent.end, span.end)
        or (
            _RESPECTIVELY.match(folded, last.figure.extent.end, span.end)
            and (_EACH.match(folded, end, head.figure.extent.start) or _EACH_BEFORE.fullmatch(folded, since, start))
        )
    )
    parts = [part.lower() for part in match.captures("part")] if match else []
    return [] if any(part in NOT_A_SCOPE or _A_TIME.search(part) for part in parts) else parts
