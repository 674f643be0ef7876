"""
Answers: what came, told right behind what had been expected of it and with no name of its own.

"Analysts had expected 124 million subscribers, and 129.8 million came": the
second figure measures what the first does.  "Wall Street wanted 45 cents a
share.  It got 39 cents": so it does in a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called, tags_of
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity, divided
from earnsum.text.moves import MOVED
from earnsum.text.terms import ITS, PERIOD

CAME = "FIGURE expected, and FIGURE came"

_BETWEEN = re.compile(r"(?>(?:[_onBMAENY]|rK)*)(?P<rest>[,;/][,;/&KB_ounqeUDt]*+)")
"""From an estimate, past its name and who expected it, to a figure in another clause, where nothing else is named."""

_ARRIVED = regex.compile(
    r"(?i)\b(?:got|gets|came|arrived|turned out|worked out|reached|proved to be|gave"
    r"|deliver(?:s|ed)|post(?:s|ed)|report(?:s|ed)|manag(?:es|ed)|muster(?:s|ed)?|achieved|booked"
    r"|handed over|signed up|served up|turned in|received|produced"
    rf"|recorded|landed|(?:was|were) at(?= [0-9$£€])|(?:ended|closed|finished)(?: up| the {PERIOD})? (?:with|at)"
    r"|actuals?|reality|in the event"
    r"|(?<=[;,] (?:but |and |instead |in fact )?)(?:it|they) (?:was|were))\b"
)
"""Words for what came of an expectation."""

_WHICH_THEY_HAD = re.compile(r".*M[_n]{0,3},/_?A[_A]?E[_oB]{0,2}[s$#%],_?o_?")
"""``Revenue, which brokers had put at $9 million, was just`` $8 million"""

NOW = regex.compile(rf"(?i)\b(?:this (?:{PERIOD}|time|one)(?:'s)?|now|{ITS} (?:latest|most recent)|the (?:new|current) one)\b")
"""Words for the period reported, behind what was a year before."""

_AFTER = re.compile(r"(?:But |And |Yet )?(?:Having|After|Where(?:as)?|While|From|Once)\b")
"""``Having made $3 million a year ago, it eked out $2 million``: how a sentence opens with what was, to tell what is"""

_ANSWERS = re.compile(
    r"(?i)(?:(?:instead|but|yet|and|in (?:fact|the event|reality)|this (?:time(?: a?round)?|year|quarter)),? )?"
    r"(?:(?:it|they|the (?:[a-z-]++ )?[a-z]++|(?-i:[A-Z])[\w&]++(?: (?-i:[A-Z])[\w&]++){0,2}) (?:instead |actually |eventually )?"
    r"(?:got|came (?:in|through|out) (?:with|at)|earned|made"
    r"|delivered|managed|posted|reported|clocked|recorded|booked|logged|turned in"
    r"|notched(?: up)?|achieved|generated|printed|produced|(?:ended|closed|finished) (?:up |the [a-z]+ )?(?:with|at)"
    r"|(?:had to|must) (?:make do with|settle for|be content with))"
    rf"|(?:it|they) (?:was|were|reached|hit|totall?ed|came to|amounted to|stood at|ended (?:up )?at|{MOVED} to)"
    r"|(?-i:[A-Z])[\w&.]*'s? (?:was|were|came (?:to|in at))|what (?:it|they) got,?(?: [^,;$%]{4,30},)? was"
    r"|(?:(?:the|its|(?-i:[A-Z])[\w&.]*'s?) )?(?:actuals|actual (?:figure|number|result|total|tally|profit|loss|earning)s?)"
    r"(?:, which [^,;$%]{4,40},)? (?:was|were|came)"
    r"|the (?:result|outcome) (?:was|came)|the (?:numbers|figures|results) (?:were|came in at))\b"
)
_THIS_TIME = regex.compile(
    r"(?i)(?:(?:in|for) )?"
    rf"(?:this (?:{PERIOD}|time|one)|the (?:latest|most recent|new) (?:{PERIOD}|one)|now)"
    r"(?:(?:'s)?,? (?:figure |total |number |result |tally )?(?:was|were|came (?:to|in at)|stands? at|stood at|brought(?: in)?"
    r"|saw|yielded|produced|showed|delivered|reached|ended with|amounted to)"
    r"|,? (?:around |round )?(?:it|that|they) (?:was|were|is|came to|stood at|reached|totaled|rose to|fell to))\b"
)


_ANSWERS_ABROAD = regex.compile(
    r"(?:Tatsächlich|Herausgekommen|Geworden|Am Ende|Letztlich|Es) (?:waren|wurden|sind|lag|lagen|kamen) (?:es\b|[^,;]*\bheraus)"
    r"|(?:Im|In den|Für das|Von|Im gleichen) [^.,;]{4,40} (?:waren|sind|wurden) es\b"
    r"|(?:Il|Elle)s? (?:est|sont|a|ont) (?:finalement|au final)|Au final,?|Finalement,?"
    r"|(?:Finalmente|Al final),? (?:han sido|fueron|ganó|logró)"
    r"|実際(?:は|には|の)|結果は|実績は|실제(?:로는| 실적은|는)|결과는|实际(?:为|上)?"
)


def read_answers(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a sentence, a figure that came of an expectation with the metric of that expectation."""
    found: list[Reading] = []
    for at, reading in enumerate(readings):
        last = found[-1] if found and found[-1].role in BEFORE else None
        told = [(r.role, r.metric_at) for r in found[-2:]]
        if last is not None and told == [("estimate", last.metric_at), ("prior", last.metric_at)]:
            last = last._replace(role="estimate")  # "It was expected to earn 61 cents, up from 55 cents; it delivered 64"
        if last is None:
            answered = _goes_on(tokens, found, reading)
        else:
            answered = _came(folded, tokens, last, reading)
            if answered and (both := _in_turn(tokens, found, readings[at:])):
                return [*found, *both, *readings[at + len(both) :]]
        expected = next((r for r in reversed(found) if _is_answered(tokens, r, reading)), None) if answered else None
        found.append(_answer(expected, reading) if expected is not None else reading)
    return found


def _in_turn(tokens: Sequence[Token], found: Sequence[Reading], ahead: Sequence[Reading]) -> list[Reading]:
    """Return what came of two expectations of one kind, in their order ("…; it made $3 million and $18 million")."""
    expected, came = [reading for reading in found if reading.role in BEFORE], ahead[:2]
    if not len(expected) == len(came) == 2 or {r.metric_at for r in expected} == {None} or {r.role for r in came} != {"actual"}:
        return []
    one, two = came
    if _AND_ANOTHER.fullmatch(tags_of(tokens[one.at + 1 : two.at])) is None or (two.metric_at or 0) > one.at:
        return []
    alike = all(_is_answered(tokens, was, now) for was in expected for now in came)
    return [_answer(was, now) for was, now in zip(expected, came, strict=True)] if alike else []


_AND_ANOTHER = re.compile(r",?&[_oB]{0,3}|a[_oB]{0,3}")


def _goes_on(tokens: Sequence[Token], found: Sequence[Reading], reading: Reading) -> bool:
    """Tell the second of two figures that came of as many expectations ("what they got was $2.50 and $3 billion")."""
    before = found[-1] if found and found[-1].shape == CAME else None
    if before is None or reading.role != "actual":
        return False
    return _AND_ANOTHER.fullmatch(tags_of(tokens[before.at + 1 : reading.at])) is not None


BEFORE = ("estimate", "prior")
"""What a figure may answer: what had been expected, or what it was a year ago."""


def _is_answered(tokens: Sequence[Token], expected: Reading, reading: Reading) -> bool:
    """Tell an expectation that a figure may answer: cents answer cents, and sums answer sums."""
    alike = tokens[expected.at].tag == tokens[reading.at].tag or tokens[reading.at].tag == "d" or reading.figure.unit == ""
    return expected.role in BEFORE and alike and is_like(reading.figure, expected.figure)


def answers_before(folded: str, start: int) -> bool:
    """Tell whether a sentence begins as one that says what came of the expectation before it, or what it is a year later."""
    return any(words.match(folded, start) for words in (_ANSWERS, _THIS_TIME, _ANSWERS_ABROAD))


def is_like(figure: Quantity, expected: Quantity) -> bool:
    """Tell whether a figure may be of what another was expected of: a number without a unit counts the same things."""
    return figure.unit in {"", expected.unit} and (figure.kind == "percent") == (expected.kind == "percent")


def in_its_unit(figure: Quantity, expected: Quantity) -> Quantity:
    """Return what came in the unit that was expected, where it names none ("Analysts expected 30 cents.  It got 53")."""
    if figure.scaled:
        return figure
    figure = figure._replace(per_share=figure.per_share or expected.per_share)
    if figure.per_share and figure.unit == "" and figure.value >= 1 > abs(expected.value):
        return divided(figure, 100)._replace(unit=expected.unit)
    return figure


def _came(folded: str, tokens: Sequence[Token], expected: Reading, reading: Reading) -> bool:
    of_cents = _is_of_cents(expected, reading)
    between = _BETWEEN.fullmatch(tags_of(tokens[expected.at + 1 : reading.at - of_cents]))
    if between is None or reading.role not in ("actual", "estimate") or not is_like(reading.figure, expected.figure):
        return False
    clause = tokens[expected.at + 1 + between.start("rest")].start
    own = reading.metric_at is not None and tokens[reading.metric_at].start > clause and not of_cents
    if expected.role == "prior":
        then = tokens[0].start
        now = NOW.search(folded, clause, reading.figure.span.start) or NOW.match(folded, reading.figure.extent.end + 1)
        return (now is not None or _AFTER.match(folded, then) is not None) and not own
    said = (
        _ARRIVED.search(folded, clause, reading.figure.span.start)
        or _ARRIVED.match(folded, reading.figure.extent.end + 1)
        or _WHICH_THEY_HAD.fullmatch(tags_of(tokens[: reading.at]))
    )
    return said is not None and not own


def _is_of_cents(expected: Reading, reading: Reading) -> bool:
    """Tell a bare number behind "delivered" as so many cents ("Analysts wanted 30 cents a share; it delivered 53")."""
    return expected.figure.per_share and reading.figure.kind == "bare" and is_called(reading.metric, {"deliveries"})


def _answer(expected: Reading, reading: Reading) -> Reading:
    figure = in_its_unit(reading.figure, expected.figure)
    return expected._replace(at=reading.at, figure=figure, role="actual", shape=CAME, side="", sequential=False)
