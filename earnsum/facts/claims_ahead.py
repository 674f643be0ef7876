"""Claims ahead: verdicts in words on what is yet to come, which are none, or on the company's own outlook."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.naming import name_of
from earnsum.facts.senses import entry_meant
from earnsum.facts.sentence import Sentence
from earnsum.facts.whichperiod import find_period
from earnsum.grammar.metrics import SOLD_AND_EARNED
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, entry_of, first_word
from earnsum.grammar.told import Fact
from earnsum.grammar.verdicts import Claim
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH
from earnsum.text.terms import PERIOD

_OUTLOOK_AFTER = regex.compile(
    r"[_oN]{1,2}G|(?<!A[_B]?[M210])(?<!A[_B]?M&B?M)G|(?<!A[_B]?[M210])(?<!A[_B]?M&B?M)(?:[_oN]f|(?<![bmi][_oAB]{0,3}[M210])U?f)"
    r"|(?<![bmi][_oAB]{0,3}[M210])UG"
)
_OUTLOOK_BEFORE = re.compile(r"KE[_oBnUDt]{0,4}$|[Gf][_oBnK^vjkCSUDet]{0,4}$|E[_oBn]{0,3}[jkCS][_B]{0,2}$")


def is_ahead(sentence: Sentence, claim: Claim) -> bool:
    """Tell a verdict beside what the company expects, or lets know of its own year."""
    tags = sentence.tags
    if _OUTLOOK_AFTER.match(tags, claim.at + 1) or _OUTLOOK_BEFORE.search(tags, 0, claim.at):
        return True
    said = sentence.tokens[claim.said_at]
    if claim.at > claim.said_at and _OF_A_RANGE.search(sentence.folded, sentence.span.start, said.start):
        return True
    return _is_warned_of(sentence.folded, sentence.tokens[claim.at], said)


_OF_A_RANGE = regex.compile(
    r"\b(?:mid-?points?|(?:high|low|upper|lower|top|bottom)(?:er|est)?[ -](?:ends?|half|halves)|ranges?)\b[^.;$€£%0-9]*$"
)
"""``The midpoint of both ranges is below estimates for revenue of $5 billion``: it is an outlook that is judged"""
_BACK = 60
_YET_TO = re.compile(
    r"\b(?:could|may|might|will|would|(?:likely|set|bound|poised|about) to) (?!have\b|not\b)"
    r"(?:(?:[a-z]++ ){0,2}(?:[0-9.]++ ?(?:%|percent|per cent) )?|(?:push|lift|drive|send|bring|take|put) [^.;,]{0,40})$"
    r"|\b(?:(?:has|have|had|did)(?:n't| not)|never)(?: yet| once)? $"
    r"|\b(?:would|will|should|is|are|was|were)(?:n't| not| no| be no) (?:[a-z]++ ){0,2}$"
    r"|\b(?:is|are|was|were|been) (?:[a-z]++ )?(?:tracking|trending|pacing|running|shaping up|heading|headed)\b[^.;,]{0,28}$"
    r"|\b(?:typically|usually|often|routinely|regularly|historically|(?:habit|history|record) of|tends? to) $"
)
"""
``earnings could miss forecasts``, ``it hasn't missed estimates since 2014``, ``deliveries are tracking below expectations``

Verdicts that are yet to come, or did not.
"""
_SHOULD = re.compile(r"(?:would|will|should) (?:match|meet|top|exceed|surpass)\b")
_WARNS = re.compile(r"\b(?:would|will|(?:likely|set) to) (?!have\b|not\b|(?:be )?no\b)(?:[a-z]++ ){0,2}$")


def _is_warned_of(folded: str, named: Token, said: Token) -> bool:
    """Tell what a company lets know of its own year, where nothing else is told of it ("said profits would miss forecasts")."""
    return named.end < said.start and bool(_WARNS.search(folded, named.end, said.start) or _SHOULD.match(folded, said.start))


def is_yet_to_come(folded: str, tokens: Sequence[Token], named: Token, said: Token) -> bool:
    """Tell a verdict that may come, or did not ("earnings could miss forecasts"), and is no warning either."""
    started = max(tokens[0].start, said.start - _BACK)
    return _YET_TO.search(folded, started, said.start) is not None and not _is_warned_of(folded, named, said)


_NOT_OF_OUTLOOK = frozenset("ANHh")
"""Tags of who else may expect it, and of shares that moved on what somebody expects"""
_NOT_ITS_OWN = regex.compile(
    r"\b(?:[Aa]nalysts?|[Bb]rokers?|[Bb]rokerages?)\b[^.;]{0,40} (?:said|says?|wrote|writes?|predicts?|believes?|thinks?)\b"
    r"|\b(?:said|says|wrote|according to)\b[^.;]{0,40}\b(?:analysts?|strategist|brokers?|brokerage)\b"
    r"|^(?:If|Unless|Should|When|Whether) |\b(?:amid|hopes?|fears?|optimism|concerns?|worries|speculation|bets?|rumou?rs) "
    r"|\bhad (?:\w+ )?(?:warned|said|cautioned|signal|flagged|predicted)"
    r"|\b(?:warned|said|cautioned|signal\w+|flagged|predicted)\b[^.;,]{0,30} (?:in (?:January|February|March|April|May|June|July"
    rf"|August|September|October|November|December)|last (?:{PERIOD}|week)|(?:months?|weeks?) ago|earlier (?:this|in))\b"
)
"""``If sales fall, profit will miss forecasts``, ``said Jane Doe, an analyst``, ``had warned in July that``: none given today"""
_FORECASTS = re.compile(r"[_,]{0,2}K{1,2}_?[fE]")
"""``Acme forecast fourth-quarter revenue above estimates``"""
_JUDGED_FIRST = re.compile(r"[fG][kj]M(?!_?[UD])|.[kj]M[Gf]")
"""``it forecast weaker-than-expected revenue``, ``its weaker-than-expected revenue outlook``"""
_OF_ANOTHER = regex.compile(
    r"\b(?:guidance|outlook|forecast|view|projections?) (?:from|by|at|of) (?:[a-z-]++ ){0,2}(?!Q[1-4])[A-Z]"
    r"|\b(?:after|as|when) (?:rival|peer|[a-z]+maker|[a-z]++ (?:giant|company|firm|maker|group)) [A-Z]"
)
"""``on a stronger-than-expected forecast from rival Globex``, ``after chipmaker Globex gave``"""


def foresees(sentence: Sentence, claim: Claim, readings: Sequence[Reading]) -> bool:
    """Tell what a company itself expects of a metric, with no figure ("it expects profit to be ahead of market forecasts")."""
    entry = entry_of(claim.metric)
    foreseen = entry is not None and entry.metric in SOLD_AND_EARNED and sentence.language == ENGLISH
    if not foreseen or claim.part:
        return False
    text = sentence.folded[sentence.span.start : sentence.span.end]
    if claim.said_at < claim.at:
        judged = _JUDGED_FIRST.match(sentence.tags, max(0, claim.said_at - 1))
        return judged is not None and (_NOT_ITS_OWN.search(text) or _OF_ANOTHER.search(text)) is None
    if any(r.role in ("guide", "actual", "change", "previous") for r in readings):
        return False
    before = sentence.tags[sentence.tags.rfind("/", 0, claim.at) + 1 : claim.said_at]
    if not _NOT_OF_OUTLOOK.isdisjoint(before) or _NOT_ITS_OWN.search(text):
        return False
    named, said = sentence.tokens[claim.at], sentence.tokens[claim.said_at]
    own = "G" in before or sentence.tags.startswith("f", claim.at + 1) or _FORECASTS.match(before)
    return bool(own) or _is_warned_of(sentence.folded, named, said)


_OTHER_THAN_OUTLOOK = frozenset({"actual", "change", "estimate", "later", "gap", "prior"})
_RIGHT_BEHIND = re.compile(r"[s$%](?:r[s$%])?[_nTZUD]{0,4}(?:,?(?P<but>/)?[_oB]{0,2})$")
_AFTER = frozenset({"after", "when", "as", "following"})


def outlooks_judged(sentence: Sentence, claim: Claim, readings: Sequence[Reading]) -> list[Fact]:
    """Return the verdict on the outlooks whose figures stand right before it ("it sees profit of $2 a share, above estimates")."""
    entry = entry_of(claim.metric)
    if entry is None or sentence.language != ENGLISH or claim.part or "A" in sentence.tags[: claim.at]:
        return []
    told = [r for r in readings if claim.at < r.at < claim.said_at]
    outlooks = [r for r in told if r.role == "guide" and r.metric_at == claim.at]
    if len(outlooks) != 1 or any(r.role in _OTHER_THAN_OUTLOOK for r in readings):
        return []
    behind = _RIGHT_BEHIND.search(sentence.tags, outlooks[0].at, claim.said_at)
    if behind is None or (behind["but"] and first_word(sentence.tokens[behind.start("but")]) in _AFTER):
        return []
    return [
        Fact(
            role=None,
            metric=name_of(sentence, reading, entry_meant(sentence.tokens, reading))[0],
            verdict=claim.verdict,
            coming=True,
            scope=sentence.scope_of(claim.at),
            period=find_period(sentence.periods, sentence.folded, reading.figure.span, coming=True),
            shape=claim.shape,
            sentence=sentence.span,
            index=sentence.index,
            at=reading.at,
        )
        for reading in (*outlooks, *_judged_too(sentence, claim, outlooks[0], readings))
    ]


_OUTLOOK_OF = re.compile(r"[Gf]o?$")


def _judged_too(sentence: Sentence, claim: Claim, outlook: Reading, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return the outlook beside another, where both are judged ("EPS of $1 on revenue of $2 million, both below estimates")."""
    before = [r for r in readings if r.role == "guide" and r.at < claim.at]
    between = sentence.folded[outlook.figure.extent.end : sentence.tokens[claim.said_at].start]
    is_of_both = " both " in between or (before and _OUTLOOK_OF.search(sentence.tags, 0, before[0].at) is not None)
    return before if len(before) == 1 and is_of_both else ()
