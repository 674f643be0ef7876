"""
Subjects: whose figures a sentence gives.

An article on one company names others: rivals beside it, brands inside it.  A
figure belongs to the nearest company named before it; one that reports by
itself ("Globex posted …") is a rival, one that merely stands before a metric
("Globex Cloud revenue") is a part of the company.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from earnsum.grammar.glosses import left_out_until
from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.tokens import NAME_TAG, Cue, Token, tags_of
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.arms import brand_lists, is_arm, is_owner_of_arm
from earnsum.names.companies import NameMark
from earnsum.names.uses import DAY_MOVE
from earnsum.names.words import is_suffix
from earnsum.parts.called import of_who_is_called, without_form, without_group
from earnsum.parts.carried import with_carried_scopes
from earnsum.parts.houses import as_houses_expect
from earnsum.parts.listed import goes_on_listed
from earnsum.parts.others import is_only_with, others_of
from earnsum.parts.ownasides import own_until
from earnsum.parts.ownnames import is_of_company, is_same, part_named
from earnsum.parts.partnames import CALLED_ONE, is_business
from earnsum.parts.relatives import clause_on
from earnsum.parts.rivals import (
    earns,
    earns_by_itself,
    is_another_firm,
    is_at_a_rival,
    is_bought_or_sold,
    is_brought_in,
    is_put_in,
    is_rival,
    only_met,
    other_by_rank,
    rival_named,
)
from earnsum.parts.scopes import WHOLE
from earnsum.parts.speaking import BRINGS, REPORTS, ends_on, is_made, opens, speaks
from earnsum.parts.topics import Speaker, new_topic, on_topic, only_part, part_spoken_of, with_levels
from earnsum.parts.wholenames import without_owners, without_whole_names
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM, SUPPLIER
from earnsum.text.terms import SALES

_OF = regex.compile(r"(?i)\b(?:arm|unit|subsidiary|division|maker|business|part|parent(?: company)?|owner|operator) of (?:the )?$")
_CAPITALS = regex.compile(r"(?<=[a-z,;] |[a-z,;] the )(?:[A-Z](?:[\w&-]|\.(?=\w)|(?<=[A-Z])\.)*+ )+$")
_NEAR = 30
_ANOTHER_CLAUSE = re.compile(r"[/;]")
"""What parts a figure of the company's from who speaks behind it ("sales rose 5%, while Anvil reported …")."""
_SAME_DAY = regex.compile(
    r"[a-z ]*\b(?:day|week|month)s? (?:that|as|after) [A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}(?: \([A-Z:. ]{1,14}\))? "
    r"(?:announced|reported|posted|said|unveiled|disclosed)\b"
)
"""``results came on the same day that Anvil announced a drop in earnings``"""
_BEFORE_METRIC = re.compile(r"B?M")
_MOVE_IN = re.compile(r"[UD][no]_?B?M")
"""``a 3% rise in sales``"""
_MOVE_IN_NAME = re.compile(r"[UD][no]_?K(?=B?M)")
"""``a 3% rise in Anvil's sales``: whose they are is told behind the figure"""
_WHOSE = re.compile(
    r"\.?(?:'s)?(?: [A-Z][a-z]+\.?)?(?: ?\([^()]{1,24}\))?, "
    r"(?:whose|which (?:saw|has seen) its|which (?:has|had|counts|boasts)(?= (?:[a-z]+ ){0,3}[0-9])"
    r"|which (?:(?:also|recently|just|itself|on|(?:earlier )?(?:last|this) (?:week|month|year|quarter)|[A-Z][a-z]+day) ){0,2}"
    r"(?:posted|reported|made|earned|lost|booked|announced)(?= [^,;\n]{0,60}[0-9]))\b"
)
"""``Acme outshone Anvil, whose sales fell``, ``ahead of Anvil, which has more than 50 million``, ``which lost $5 million``"""
_SAW = re.compile(
    r" (?:(?:also|has|have|had) )?(?:(?:saw|seen|enjoyed|suffered|endured|delivered|achieved|generated|registered)\b"
    r"|(?:grew|grown|increased|raised|lifted|boosted|improved|doubled|tripled|narrowed|widened)"
    rf" (?:(?:its|their)\b|(?:{SALES}|(?:operating |net )?(?:profits?|income|earnings))\b))"
)
"""``Anvil saw its sales fall``, ``Anvil enjoyed a 3% rise in sales``, ``Anvil grew its sales by 3%``"""
_SAYS = re.compile(r" (?:also )?(?:said|says|announced)\b")
"""``the largest brewer in Mexico said revenue rose``: who speaks, and where it is"""


_HELD = frozenset({"deposits", "loans", "advances", "assets", "npls"})
_PROFITS = frozenset({"net_income", "operating_income", "pretax_income", "eps"})
"""``Profit edges down 1.9%, loans up 7.6%``: what a bank has earns nothing by itself, …"""


def _is_no_profit(scope: str | None) -> bool:
    """Tell a scope whose profit a change is not: … nor is it that of another income ("profit rises 15%, premium income up 12%")."""
    return scope is not None and (scope in _HELD or scope.endswith(" income"))


class _Scene(NamedTuple):
    """A sentence as it is seen here: the text, its tokens' tags, and the names among them with their places."""

    folded: str
    tags: str
    names: tuple[tuple[int, NameMark], ...]
    own_before: bool = True
    """Whether nobody but the company was speaking before."""


_AT_A_FIRM = regex.compile(r"At [A-Z][\w&'-]*+(?: [A-Z&][\w&'-]*+){0,3}? (?:Inc|Corp|Co|Ltd|LLC|plc|PLC|Cos|AG|SA|NV)\b\.?, ")
"""``At Anvil Corp., the weather weighed on sales``: from there on, until the company is named again"""

_THE_COMPANY = "Co"
"""What wires call whoever they tell of: "Co sees Q1 EPS of $2"."""


_SEATED = r"with (?:its )?(?:[a-z]+ ){0,2}(?:headquarters|offices|head office) in"
_FROM = regex.compile(
    rf"(?r)\b{FIRM}(?:, (?:from|of|based in|{_SEATED})| (?:from|based in|{_SEATED})) (?:[A-Z][\w.]* and )?(?:the )?$"
)


def _is_its_seat(folded: str, mark: NameMark) -> bool:
    """Tell the place that a company is from ("The media company, from Springfield, Iowa, posted a loss")."""
    return _FROM.match(folded, max(0, mark.span.start - 70), mark.span.start) is not None


def _without_aside(folded: str, marks: list[tuple[int, NameMark]], company: Company) -> list[tuple[int, NameMark]]:
    """Return the names of a sentence without those in a clause on the company that it opens with."""
    if not marks or not is_same(marks[0][1].name, company):
        return marks
    aside = clause_on(folded, marks[0][1].span.end)
    return [(at, mark) for at, mark in marks if not aside.start < mark.span.start < aside.end]


def assign_subjects(
    folded: str, facts: Sequence[Fact], tokens: Sequence[Token], company: Company, before: Speaker
) -> tuple[list[Fact], Speaker]:
    """Return the sentence's facts that are the company's, with the scope that a part's name gives, and who speaks now."""
    other = other_by_rank(folded, facts[0].sentence, company) if facts else None
    if facts and (other is not None or is_bought_or_sold(folded, facts[0].sentence)):
        return [], before if other is None else Speaker(other)
    facts = [f for f in without_owners(folded, facts, company) if not (f.metric in _PROFITS and _is_no_profit(f.scope))]
    if company.name is None:
        return _told_on_topic(
            folded, facts, tokens, company, Speaker(topic=before.topic, titled=before.titled), before, alone=False
        )
    facts = without_whole_names(folded, facts, company)
    facts = [without_form(fact) for fact in of_who_is_called(folded, facts) if not is_another_firm(folded, fact, company)]
    tags = tags_of(tokens)
    marks = [(at, mark) for at, tag in enumerate(tags) if tag == NAME_TAG and isinstance(mark := tokens[at].mark, NameMark)]
    marks = [(at, mark) for at, mark in marks if mark.name.capitalize() != _THE_COMPANY and not _is_its_seat(folded, mark)]
    marks = [(at, m) for at, m in marks if not (is_owner_of_arm(folded, m.span) or SUPPLIER.match(folded, m.span.end))]
    marks = [(at, mark) for at, mark in marks if not (is_suffix(mark.name) or DAY_MOVE.match(folded, mark.span.start))]
    marks = _without_aside(folded, marks, company)
    facts, marks = as_houses_expect(folded, facts, tags, marks, company)
    if marks:
        sentence = facts[0].sentence if facts else Span(tokens[0].start, tokens[-1].end)
        told_from = own_until(folded, sentence, company) or left_out_until(folded, sentence)
        marks = [(at, mark) for at, mark in marks if mark.span.start >= told_from or is_same(mark.name, company)]
    names = [
        (at, mark)
        for at, mark in marks
        if is_same(mark.name, company) or not (is_made(folded, mark) or _is_listed(folded, mark) or is_only_with(folded, mark))
    ]
    scene = _Scene(folded, tags, tuple(names), before.other is None)
    speaker = before
    parts = {mark.span.start: part for _, mark in names if (part := part_named(folded, mark, company)) is not None}
    if names and names[0][1].span.start in parts and not _company_speaks(folded, tokens[: names[0][0]]):
        speaker = Speaker(topic=parts[names[0][1].span.start])
    elif names and is_put_in(folded, names[0][1]) and not is_of_company(folded, names[0][1], company):
        return [], before
    elif names and (is_brought_in(folded, tokens, names[0][1]) and not is_of_company(folded, names[0][1], company)):
        return [], Speaker(names[0][1].name, apart=True)
    elif names and (rival := _rival_opening(folded, tokens[0].start, names, company)) is not None:
        return [], before if only_met(folded, names[0][1]) else Speaker(rival)
    elif any(is_same(mark.name, company) for _, mark in names):
        speaker = Speaker()
    elif names and (
        (is_rival(folded, names[0][1]) and not _company_speaks(folded, tokens[: names[0][0]]))
        or (speaks(folded, tags, *names[0]) and not _is_part(folded, names[0][1], facts))
        or (earns(folded, names[0][1]) and opens(folded, names[0][1]) and not is_of_company(folded, names[0][1], company))
    ):
        speaker = Speaker(names[0][1].name)
    facts = [fact for fact in facts if fact.figure is None or not is_at_a_rival(folded, fact.figure.extent.end, company)]
    facts = [f for f in facts if not _is_of_others(folded, f, tokens, company)]
    facts = [f for f in facts if f.figure is None or not goes_on_listed(folded, [m for _, m in marks], f.figure.span, company)]
    told = [mine for fact in facts if (mine := _of_company(scene, fact, company, speaker, parts)) is not None]
    alone = all(
        is_business(mark.name) or CALLED_ONE.match(folded, mark.span.end) or (is_same(mark.name, company) and ends_on(folded, mark))
        for _, mark in names
    )
    told, after = _told_on_topic(folded, told, tokens, company, speaker, before, alone=alone)
    goes_on = speaker.other is not None and bool(names) and only_met(folded, names[0][1])
    return told, after._replace(other=before.other) if goes_on else after


def _told_on_topic(  # noqa: PLR0913, PLR0917 - what is told, of whom, by whom
    folded: str,
    told: Sequence[Fact],
    tokens: Sequence[Token],
    company: Company,
    speaker: Speaker,
    before: Speaker,
    *,
    alone: bool,
) -> tuple[list[Fact], Speaker]:
    """Return facts with the part that their sentence goes on about, and who speaks now; `alone`: it names no company."""
    told = list(with_carried_scopes(folded, without_group(folded, list(told), company)))  # names tell of parts too, beside words
    sentence = Span(tokens[0].start, _end_of_words(folded, tokens[-1].end)) if tokens else Span(0, 0)
    if told:
        sentence = sentence._replace(start=told[0].sentence.start)  # "Overall, …": a first word that says nothing is no token
    if (topic := new_topic(folded, sentence, told, company, alone=alone)) is not None:
        speaker = speaker._replace(topic=topic, levels=speaker.levels if topic == speaker.topic else ())
    told = list(with_carried_scopes(folded, on_topic(folded, sentence, told, speaker, before, alone=alone)))
    speaker = with_levels(speaker, told, before)
    part = only_part(told) if told else part_spoken_of(folded, sentence)
    beside = part is not None and any(fact.scope is None and fact.role in ("actual", "change") for fact in told)
    metrics = frozenset(fact.metric for fact in told if fact.metric and part is not None)
    return told, speaker._replace(part=part, beside_whole=beside, told=metrics)


def _rival_opening(folded: str, start: int, names: Sequence[tuple[int, NameMark]], company: Company) -> str | None:
    """Return another firm that a sentence opens with, also as where something happened ("At Anvil Corp., …")."""
    first = names[0][1]
    at_one = _AT_A_FIRM.match(folded, max(0, first.span.start - len("At "))) and not is_of_company(folded, first, company)
    return first.name if at_one else rival_named(folded, start, names, company)


def _company_speaks(folded: str, before: Sequence[Token]) -> bool:
    """Tell whether the company is the subject of a sentence that names a part later ("it plans to open new Anvil stores")."""
    called = [t for t in before if t.tag == NAME_TAG and isinstance(t.mark, Cue) and not t.mark.words.endswith("its")]
    return any(not folded.startswith("'s ", t.mark.span.end) for t in called if isinstance(t.mark, Cue))


def _is_of_others(folded: str, fact: Fact, tokens: Sequence[Token], company: Company) -> bool:
    """Tell a fact beside whose figure or verdict another company is named."""
    return any(not (is_same(name, company) or is_arm(folded, name)) for name in others_of(folded, fact, tokens[fact.at].start))


_WORDS = re.compile(r"[^.!?;\n]*+")


def _end_of_words(folded: str, at: int) -> int:
    """Return where the words behind a sentence's last token end: what says nothing by itself ("a strong quarter") is no token."""
    match = _WORDS.match(folded, at)
    return match.end() if match is not None else at


def _is_listed(folded: str, mark: NameMark) -> bool:
    return any(span.start <= mark.span.start < span.end for span in brand_lists(folded))


_ANEW = regex.compile(r"[s$%#d][^/;]*[/;].*(?<!K)M")
"""A clause with a metric of its own, behind the one of a part."""


_IT_AGAIN = re.compile(r" (?:[a-z]+ ){0,3}(?:as|after|when|because|since) (?:it|the (?:company|group|firm)) [a-z]+")
"""``Acme was hit by a strike of pilots at Anvil Air as it recorded losses``: the company again, and not the part"""


def _start(fact: Fact) -> int:
    return fact.figure.span.start if fact.figure is not None else fact.sentence.end


def _of_company(scene: _Scene, fact: Fact, company: Company, speaker: Speaker, parts: Mapping[int, str]) -> Fact | None:
    """Return a fact that is the company's, with the scope that a part's name before it gives; None where it is another's."""
    folded, tags, names = scene.folded, scene.tags, scene.names
    behind = _MOVE_IN_NAME.match(tags, fact.at + 1) if fact.role == "change" else None
    near = [(at, mark) for at, mark in names if at < (behind.end() if behind is not None else fact.at)]
    if not near:
        own = speaker.other is None or (names and is_same(names[0][1].name, company))
        return fact if own or (scene.own_before and _ANOTHER_CLAUSE.search(tags, fact.at, names[0][0]) is not None) else None
    at, mark = near[-1]
    if mark.span.start in parts and not (
        is_same(near[0][1].name, company) and _IT_AGAIN.match(folded, mark.span.end, _start(fact))
    ):
        return fact if fact.scope or fact.metric in WHOLE - {"aum"} else fact._replace(scope=parts[mark.span.start])
    if is_same(mark.name, company):
        return fact
    called = (tags[at + 1 : at + 2] in tuple("MoUDbm") and is_rival(folded, mark)) or _WHOSE.match(folded, mark.span.end)
    made = fact.metric in ("net_income", "eps") and fact.figure is not None  # "would exceed Anvil's $54 billion loss"
    made = made and fact.figure is not None and folded[mark.span.end : fact.figure.extent.start] == "'s "
    # "Anvil increased its net profit by 3%": no brand has one
    made = made or (fact.metric in ("net_income", "eps") and not fact.generic and _saw(folded, mark, fact))
    if speaker.other is not None or called or made or earns_by_itself(folded, mark):
        return None
    if (part := _part_behind(scene, fact, at, mark)) is not None:
        return fact._replace(scope=part)
    rival = at > 0 and tags[at - 1] in ",&/;"
    rival = rival and (REPORTS.match(tags, at + 1) is not None or BRINGS.match(folded, mark.span.end) is not None)
    rival = rival or _SAME_DAY.match(folded, max(0, mark.span.start - 12), fact.sentence.end) is not None
    rival = rival and not (CALLED_ONE.match(folded, mark.span.end) or is_made(folded, mark) or is_business(mark.name))
    return None if rival else fact


def _saw(folded: str, mark: NameMark, fact: Fact) -> bool:
    """Tell who opens a clause by what it saw its results do, which is no dividend and no outlook."""
    reported = fact.role in ("actual", "change") and fact.metric not in DECLARED
    return reported and opens(folded, mark) and _SAW.match(folded, mark.span.end) is not None


def _part_behind(scene: _Scene, fact: Fact, at: int, mark: NameMark) -> str | None:
    """Return the part that a name tells of right before a metric, or before the words that narrow it ("Anvil ad revenue")."""
    if _ANEW.search(scene.tags, at, fact.at) or _SAYS.match(scene.folded, mark.span.end):
        return None
    if not fact.scope:
        measured = "M" in scene.tags[at : fact.at] or _MOVE_IN.match(scene.tags, fact.at + 1)
        saw = measured and _saw(scene.folded, mark, fact)
        owned = saw or _BEFORE_METRIC.match(scene.tags, at + 1)
        return _whole_name(scene.folded, mark) if owned else None
    words = f" {fact.scope} "
    narrowed = scene.folded[mark.span.end : mark.span.end + len(words)].lower() == words
    return f"{_whole_name(scene.folded, mark)} {fact.scope}" if narrowed else None


def _whole_name(folded: str, mark: NameMark) -> str:
    """Return a part's name with the capitals before it that are no name by themselves ("Asia Pacific")."""
    before = _CAPITALS.search(folded, max(0, mark.span.start - _NEAR), mark.span.start)
    return ((before.group() if before else "") + mark.name).lower()


def _is_part(folded: str, name: NameMark, facts: Sequence[Fact]) -> bool:
    """Tell the name of a part of the company, or of its owner ("the insurance arm of Globex reported"), from a rival's."""
    if CALLED_ONE.match(folded, name.span.end) or _OF.search(folded, max(0, name.span.start - _NEAR), name.span.start):
        return True
    return is_business(name.name) or any(f.scope and f" {name.name.lower()} " in f" {f.scope} " for f in facts)


def is_new_paragraph(text: str, before: Span | None, sentence: Span) -> bool:
    """Tell whether a sentence begins a paragraph: there nobody speaks but the company."""
    return before is None or "\n" in text[before.end : sentence.start]
