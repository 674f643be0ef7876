"""
Topics: the part of the company that a paragraph is about, which its sentences need not name again.

A sentence that begins with a part sets the topic ("Anvil posted …", "Petrochemicals did better still."), and so does a title
above the paragraph; what is said of the whole company ("group revenue") has none.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from earnsum.grammar.tokens import Token
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import is_on_the_map
from earnsum.parts.beside import WHOLE_BEHIND
from earnsum.parts.carried import KINDS_OF_SALES, PROFITS_OF_PARTS, WHOLE_DID
from earnsum.parts.lists import PARTED
from earnsum.parts.ownnames import is_same
from earnsum.parts.partnames import CAPITALS, KINDS, OWNER, WORDS, trim
from earnsum.parts.scopes import WHOLE
from earnsum.parts.titles import part_opening
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS, PERIOD, RESULT, SALES, UNIT


class Speaker(NamedTuple):
    """
    Whose figures a sentence gives where it names nobody: the company's (None) or another's, and which part was told of last.

    `topic` is the part that the paragraph is about, with the `levels` told of it; `titled`: a title above it says so;
    `beside_whole`: the part was told of beside the whole company; `apart`: whoever speaks was brought in by "separately",
    and goes on until the company is named again; `told` is what the sentence before, in the same paragraph, told of the part.
    """

    other: str | None = None
    part: str | None = None
    topic: str | None = None
    titled: bool = False
    apart: bool = False
    beside_whole: bool = False
    levels: tuple[tuple[str, Decimal], ...] = ()
    told: frozenset[str] = frozenset()


_THE_PART = regex.compile(
    r"(?:^|(?<=[.!?*-] |\n))(?:The|This|That) (?:[a-z-]++ )?"
    rf"(?:{UNIT}|brand|service|streamer|platform|banner)(?:'s)?\b|"
    rf"\b(?:the|this|that) {UNIT}(?:'s)? (?:[a-z-]++ ){{0,3}}?"
    r"(?:revenues?|sales|profits?|loss(?:es)?|income|earnings|margins?|ebitda|orders|backlog)\b|"
    rf"\b(?:for|at|in|from|of) (?:the|this|that) (?:{UNIT}|sector)\b(?! (?:of|that|which|whose))|"
    r"\b(?:[Rr]evenues?|[Ss]ales|[Pp]rofits?|[Dd]eliveries|[Oo]rders|[Mm]argins?|[Ii]ncome) (?:growth )?there\b"
)
_ITS_LIKE_FOR_LIKE = re.compile(rf"(?:^|(?<=[.!?*-] ))(?:Its )?(?:Like-for-like|Same-store|Comparable) (?:[a-z-]+ )?{SALES}\b")
_AFTER_COLON = regex.compile(
    r"[^:;$£€¥₹%0-9]+?(?:(?::|, with|, as|, (?:posting|reporting|making|generating|earning|booking|recording|delivering))\ "
    rf"|,? (?:and|but|as) (?:(?:its|the|[a-z-]++) ){{0,3}}?{RESULT}\b)"
)
"""How a part fared, in words, before its figures ("Steel was the laggard: sales fell 3%", "…, with sales down 3%")."""
_OPENING = re.compile(
    r"(?:[*-] )?(?:(?:But|And|However|Meanwhile|Separately|Further|Also),? )?"
    r"(?:(?:[A-Z][a-z]++ )?(?:[Rr]evenues?|[Ss]ales|(?:operating )?(?:income|profit)|EBITDA) (?:at|from) "
    r"|[Ii]n |[Aa]t |[Ff]or |[Oo]n )?"
    r"(?:(?:The|Its|Our|the|its|our|an?|[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}'s) )?"
)
_GOES_ON = regex.compile(
    rf" (?:{KINDS}|group|posted|reported|achieved|made|saw|recorded|had|delivered|generated|contributed|booked|basis|level)\b"
    r"|'s\b|, | (?:adjusted )?(?:operating (?:income|profit|loss)|ebit(?:da)?)\b",
    regex.IGNORECASE,
)
_FRONTED = regex.compile(r"(?:[*-] )?(?:In|At|For) ")
_ITS_SALES = regex.compile(rf" (?:net )?{SALES}\b")
"""``In Europe and Turkey sales grew 3%``"""
_OF_ALL = regex.compile(
    r"\b(?:[Tt]otal(?! to\b)|[Oo]verall|[Gg]roup(?!'s)|[Cc]onsolidated|[Cc]ompany-?wide|[Aa]cross the (?:whole )?company"
    r"|The (?:company|group|firm)'s (?:(?:adjusted|underlying|total|quarterly) )?(?:net|operating|pre-?tax|profits?|earnings|loss)"
    r"|[Cc]ombined|as a whole|(?:whole|entire) (?:company|group|firm|bank))\b"
)
_ITS = regex.compile(
    r"(?:[*-]\ )?(?:(?:Instead|Still|Meanwhile|However|But|Yet|While|And|Though|Although"
    r"|(?:During|In|For|Over) (?:the|this) [a-z -]{4,30}),? its?"
    r"|It|Its|There|Their)\b"
)
_PROFITS = frozenset({"net_income", "pretax_income"})
"""Profits that are told of a part only where the sentence says so."""
_TOLD_OF_PARTS = PARTED - _PROFITS | {"gross_profit", "gross_margin", "operating_margin", "ebitda_margin", "bookings", "backlog"}


_A_WORD = 12
"""How far behind a sentence's start the name of its part may begin: one word that narrows nothing."""


def _opening_part(folded: str, sentence: Span, facts: Sequence[Fact]) -> str | None:
    """Return the part that a sentence begins with and tells of ("Anvil posted …", "The cloud segment's revenue …")."""
    scope = facts[0].scope if facts else None
    if scope is None:
        return None
    opening = _OPENING.match(folded, sentence.start)
    itself = folded[sentence.start : sentence.start + len(scope) + 3].lower() == f"{scope}'s "
    start = opening.end() if opening is not None and not itself else sentence.start
    before, found, _ = folded[start : start + len(scope) + _A_WORD].lower().partition(scope)
    if not found or not (not before or before[:-1].replace("-", "").isalpha()):  # "the basic chemicals segment"
        return None
    end = start + len(before + scope)
    fronted = _FRONTED.match(folded, sentence.start) is not None and _ITS_SALES.match(folded, end) is not None
    return scope if fronted or _GOES_ON.match(folded, end) else None


_BY_A_PERSON = re.compile(
    r"(?:He|She|(?:The )?(?:[Cc]hief [Ee]xecutive|[Cc]hair(?:man|woman)|CEO|CFO|[Mm]anagement|[Ee]xecutives|[Bb]osses))\b"
)
"""Who foresees for all of the company."""


def _is_told_of_part(folded: str, sentence: Span, fact: Fact, speaker: Speaker) -> bool:
    """Tell whether a figure may be of the part that is spoken of, though nothing beside it says so."""
    if fact.role == "guide" and (speaker.titled or _BY_A_PERSON.match(folded, *sentence)):
        return False
    if speaker.titled:
        return fact.metric not in WHOLE
    if fact.metric not in _PROFITS:
        return fact.metric in _TOLD_OF_PARTS
    return _ITS.match(folded, sentence.start) is not None or _fares(folded, sentence, speaker.topic)


def _fares(folded: str, sentence: Span, part: str | None) -> bool:
    """Tell a sentence that opens on a part and how it fared, before its figures ("Insurance did well, and profit rose 5%")."""
    if part is None or f"{part} " not in folded[sentence.start : sentence.start + len(part) + _A_WORD].lower():
        return False
    return _AFTER_COLON.match(folded, *sentence) is not None


_BUT = re.compile(r"(?:But|And|Still|Yet|Meanwhile|However)?,? ")
"""What a sentence opens with, of which the first word may be no token"""


_METRICS = ("sales", "revenue", "revenues", "profit", "profits", "orders", "costs", "margins")
"""``Retail sales fell, but profit rose``: what is told first of a metric, and of no part"""


def new_topic(folded: str, sentence: Span, told: Sequence[Fact], company: Company, *, alone: bool) -> str | None:
    """Return the part that a sentence begins to tell of; `alone`: it names no company."""
    opener = _opening_part(folded, sentence, told)
    if (opened := _BUT.match(folded, *sentence)) is not None:
        sentence = sentence._replace(start=opened.end())
    if not told and (spot := _SPOT.search(folded, *sentence)) is not None:
        return trim(spot["name"])
    owned = not told and bool(company.name) and folded.startswith(f"{company.name}'s ", sentence.start)
    if opener is None and (alone or owned) and (not told or _AFTER_COLON.match(folded, *sentence)):
        part = part_opening(folded, sentence, company)
        return None if told and part is not None and part.endswith(_METRICS) else part
    return opener


def _outgrows(fact: Fact, levels: Sequence[tuple[str, Decimal]]) -> bool:
    """Tell a level that is more than what was told of the part: it is the whole's."""
    return fact.figure is not None and any(metric == fact.metric and fact.figure.value > value for metric, value in levels)


def only_part(facts: Sequence[Fact]) -> str | None:
    """Return the part that a sentence tells of; of several, none is gone on about."""
    parts = {fact.scope for fact in facts if fact.scope}
    return parts.pop() if len(parts) == 1 else None


_IN_ITS_PART = re.compile(
    rf"\b(?:in|at|for|by|on|from|of)\ (?:its|the\ company's|{OWNER})\ (?P<name>{WORDS})\ {KINDS}\b", re.VERBOSE
)

_SPOT = regex.compile(
    r"\b(?:spots?|star|standout|performer|exception|highlight|laggard|disappointment|culprit|winner|drag|engine|driver|contributor|way)"
    rf"\ (?:was|were|is|came\ from|remained|remains)\ (?:again\ |in\ |from\ )?(?:its|the|the\ company's|{OWNER})\ "
    rf"(?P<name>{WORDS})\ {UNIT}\b"
)
"""``One bright spot was Acme's parks division, which has hotels, too``: what the next sentence is on"""

_SUBJECT_PART = re.compile(
    rf"(?:But\ |And\ )?(?:The|Its|The\ company's|{OWNER})\ (?P<name>[a-z][a-z-]*(?:\ [a-z-]+)?)\ {KINDS}\b(?!')", re.VERBOSE
)
"""``Acme's streaming business made money for the first time``, in a sentence with no figures"""

_FARING = (" had ", " saw ", " suffered ", " enjoyed ", " endured ", " turned in ", " posted ", " delivered ")
_FARED = re.compile(
    rf"\b(?:[Ii]ts|[Tt]he\ company's|{OWNER})\ (?P<name>{WORDS}?)(?:\ {KINDS})?"
    rf"(?:{'|'.join(map(re.escape, _FARING))})"
    rf"(?:an?|its|another)\ (?:[a-z-]+\ ){{1,3}}?{PERIOD}\b",
    re.VERBOSE,
)


_AT_ONE = re.compile(
    rf"\b(?:at|for|with)\ (?P<name>{CAPITALS}),\ (?:{ITS}|an?)\ [^,.;]{{3,60}}?\b(?:{UNIT}|brand|chain|label)\b",
    re.VERBOSE,
)
"""``Trouble may be brewing at Anvil, the lamp brand it bought last year``"""


_SAID_OF_ONE = re.compile(
    rf"\b(?:said|says|announced|that|as|while|because|after|when)\ (?:on\ )?(?:[A-Z][a-z]+day,?\ )?(?:that\ )?"
    rf"(?:its|the\ company's|{OWNER})\ (?P<name>{WORDS})\ {UNIT}\b(?!')",
    re.VERBOSE,
)
"""``said its phone business made a loss``, ``as its phone business did``"""


def part_spoken_of(folded: str, sentence: Span) -> str | None:
    """Return the one part that a sentence without figures speaks of ("in its cloud segment", "its studio had a difficult year")."""
    patterns = (
        _IN_ITS_PART,
        _AT_ONE,
        _SAID_OF_ONE,
        *((_FARED,) if any(folded.find(verb, *sentence) >= 0 for verb in _FARING) else ()),
    )
    found = {trim(match["name"]) for told in patterns for match in told.finditer(folded, *sentence)}
    if not found and (subject := _SUBJECT_PART.match(folded, *sentence)) is not None:
        found = {trim(subject["name"])}
    return found.pop() if len(found) == 1 else None


def is_on_whole(folded: str, sentence: Span, tokens: Sequence[Token], company: Company) -> bool:
    """Tell a sentence that names the company, or speaks of all of it."""
    named = any(isinstance(token.mark, NameMark) and is_same(token.mark.name, company) for token in tokens)
    return named or _OF_ALL.search(folded, *sentence) is not None


def with_levels(speaker: Speaker, told: Sequence[Fact], before: Speaker) -> Speaker:
    """Return who speaks with the levels that were told of the topic so far."""
    if speaker.topic is None:
        return speaker._replace(levels=()) if speaker.levels else speaker
    kept = before.levels if before.topic == speaker.topic else ()
    words = set(speaker.topic.split())  # "Toy division", above "toy sales"
    mine = [
        f
        for f in told
        if f.scope
        and words.issuperset(f.scope.split())
        and f.role == "actual"
        and f.figure is not None
        and f.figure.kind == "money"
    ]
    return speaker._replace(levels=(*kept, *((f.metric or "", f.figure.value) for f in mine if f.figure is not None)))


_AGAINST = frozenset({"prior", "estimate", "gap"})
"""Roles of figures that another one in their sentence is set against."""


_SUBJECT = regex.compile(
    r"(?:The\ )?(?P<name>(?!(?:It|This|That|There|He|She|We|They|What|Which|Here)\b)[A-Z][\w&-]++(?:\ [A-Z][\w&-]++){0,2})"
    r"\ (?:was|were|is|are|remained|remains|led|proved|stood|also)\b"
    rf"(?=[^.]*\b(?:in|at|of|for)\ the\ {UNIT}\b)"
)
"""``Anvil was the biggest drag, as revenue in the segment fell``"""
_NAMED_BEFORE = regex.compile(
    rf"\b(?:[Tt]he|[Ii]ts) (?P<name>[a-z-]++(?: [a-z-]++){{0,2}}) {UNIT}\b"
    rf"[^.;]*+(?<=\b(?:the|this|that) {UNIT}'s\b[^.;]*)"
)
"""``the cloud business lost money, though the segment's loss was small``"""


_OWN_SUBJECT = regex.compile(
    rf"(?:Its|The company's|{OWNER}) (?P<name>[a-z][a-z-]*+(?: [a-z-]++){{0,2}}?) (?:continued|had|has|were|was|did|shone"
    rf"|performed|saw|remained|stayed|enjoyed|suffered|fared)\b[^.;]*?\b(?:in|at|for|from) (?:that|this|the) {UNIT}\b"
)
"""``Acme's parks continued to shine, with revenue in that division rising``"""


def _subject_of(folded: str, sentence: Span) -> str | None:
    for pattern in (_SUBJECT, _OWN_SUBJECT):
        if (match := pattern.match(folded, *sentence)) is not None:
            return match["name"].lower()
    of_one = folded.find("'s ", *sentence) >= 0 and _NAMED_BEFORE.search(folded, *sentence)
    return trim(of_one["name"]) if of_one else None


_THE_COMPANY = re.compile(rf"\b(?:[Cc]ompany|[Gg]roup|[Ff]irm|[Nn]et {RESULT})\b")
_IN_ENGLISH = re.compile(r"(?i)\b(?:profits?|income|margins?|ebit(?:d?a)?|earnings|revenues?|sales|orders|backlog|loss)\b")
_EARNED = frozenset({"operating_income", "net_income", "ebitda"})


_OF_WHOLE_AGAIN = frozenset({"pretax_income", "orders", "backlog"})
"""What a new sentence tells of the whole company again, unless it says otherwise."""


def _goes_on(folded: str, sentence: Span, told: Sequence[Fact], before: Speaker) -> frozenset[str]:
    """Return what a sentence that names nobody tells of the part that the one before was on: its profit, or sales behind one."""
    if before.part is None or before.beside_whole or before.part in KINDS_OF_SALES or is_on_the_map(before.part) or not before.told:
        return frozenset()
    if not _IN_ENGLISH.search(folded, *sentence) or _THE_COMPANY.search(folded, *sentence) or _OF_ALL.search(folded, *sentence):
        return frozenset()
    if any(fact.scope or fact.metric in ("eps", "net_income") for fact in told):
        return frozenset()
    sales = {"revenue"} if before.told & _EARNED else set()
    return (PROFITS_OF_PARTS - _OF_WHOLE_AGAIN | sales) - before.told


def on_topic(  # noqa: PLR0913 - what is told, of whom, by whom
    folded: str, sentence: Span, told: Sequence[Fact], speaker: Speaker, before: Speaker, *, alone: bool
) -> list[Fact]:
    """Return a sentence's facts, those of the topic, or of "the segment" that was told of before, with their scope."""
    if not told:
        return []
    topic = speaker.topic
    if topic is not None and (any(fact.metric == "eps" for fact in told) or _OF_ALL.search(folded, *sentence) is not None):
        topic = None
    last = _subject_of(folded, sentence) or before.part or topic
    words = (_THE_PART,) if before.beside_whole else (_THE_PART, _ITS_LIKE_FOR_LIKE)
    is_same = last is not None and any(said.search(folded, max(0, sentence.start - 5), sentence.end) for said in words)
    part = last if is_same else None
    scoped = []
    goes_on = _goes_on(folded, sentence, told, before) if alone and part is None else frozenset[str]()
    greater = {f.metric for f in told if f.role == "actual" and not f.scope and f.figure and _outgrows(f, speaker.levels)}
    of_another = any(f.scope and f.scope != topic and f.role in ("actual", "change") for f in told)
    other = False
    unknown = part is None and topic is None and _A_PART_SPEAKS.match(folded, *sentence) is not None
    for fact in told:
        other = other or (fact.scope not in (None, topic) and fact.role in ("actual", "change"))
        of_topic = (
            topic is not None and not other and fact.metric not in greater and _is_told_of_part(folded, sentence, fact, speaker)
        )
        mine = topic if of_topic and not (fact.role in _AGAINST and of_another) else None
        mine = mine or part or (before.part if fact.metric in goes_on and fact.role not in {"guide", "previous"} else None)
        if mine is not None and fact.figure is not None:
            again = WHOLE_DID.search(folded, sentence.start, fact.figure.extent.start)
            whole = (again is not None and again["name"] not in mine) or WHOLE_BEHIND.match(
                folded, fact.figure.extent.end
            ) is not None
            mine = None if whole else mine
        if not fact.scope and mine is None and (unknown or _is_of_that_part(folded, fact)):
            continue  # of which one, nothing tells
        scoped.append(fact if fact.scope or not mine else fact._replace(scope=mine))
    return scoped


_OF_THAT_PART = regex.compile(
    rf"\b(?:(?:in|at|for|from) (?:that|this) (?:{UNIT}|sector)\b"
    rf"|(?:[Tt]he|[Tt]his|[Tt]hat) {UNIT}'s (?:[a-z-]++ ){{0,3}}?"
    r"(?:profits?|loss(?:es)?|income|earnings|revenues?|sales)\b)"
    r"[^,;]{0,60}$|\b(?:[Rr]evenues?|[Ss]ales|[Pp]rofits?|[Dd]eliveries|[Oo]rders) there\b[^;]*$"
)
_A_PART_SPEAKS = re.compile(
    rf"(?:The|This|That) (?!business ){UNIT}(?:, which [^,;$%]{{3,90}},)? (?!of|that|which|whose|is|was)[a-z]"
)
"""``The unit had operating income of``: of which one, nothing tells where none was told of before"""


def _is_of_that_part(folded: str, fact: Fact) -> bool:
    """Tell a figure of a part that only a pronoun names ("the loss in that segment widened to $5 million")."""
    if fact.figure is None:
        return False
    return _OF_THAT_PART.search(folded, fact.sentence.start, fact.figure.extent.start) is not None
