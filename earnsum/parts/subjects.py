"""
Subjects: whose figures a sentence gives.

An article on one company names others: rivals beside it, brands inside it.  A
figure belongs to the nearest company named before it; one that reports by
itself ("Globex posted …") is a rival, one that merely stands before a metric
("Globex Cloud revenue") is a part of the company.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.grammar.tokens import NAME_TAG, Token, tags_of
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.arms import brand_lists, is_arm
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import BUSINESSES, NATIONAL, PLACES
from earnsum.parts.called import of_who_is_called
from earnsum.parts.carried import with_carried_scopes
from earnsum.parts.others import others_of
from earnsum.parts.partnames import is_business
from earnsum.parts.rivals import earns, earns_by_itself, is_at_a_rival, is_brought_in, is_put_in, is_rival, is_rival_behind
from earnsum.parts.scopes import WHOLE
from earnsum.parts.topics import Speaker, new_topic, on_topic, with_levels
from earnsum.patterns import re, regex

_DROP = frozenset(
    "inc corp co ltd plc ag se sa nv group holdings holding company the limited corporation com technologies ventures "
    "of and & s".split()
)
_TRADES = BUSINESSES | frozenset(
    "motors motor bank banks brands labs laboratories airlines air foods stores industries pharma therapeutics oil steel capital"
    " holdings partners solutions international systems".split()
)
"""Words of names that say only what a company does."""
_NO_PART = frozenset("labs laboratories industries companies stores".split())
"""Those that end the name of a company whose first word is an owner's, and name no part."""
_WORD = re.compile(r"[^\W_]++")
_REPORTS = regex.compile(r"(?:\([KH_]{1,3}\))?[,_(]{0,3}(?:o|[UDbmiqw]|H)")
"""What follows the name of a company that reports: a verb of reporting, of change or of comparison, or its shares."""
_REPORTS_BEHIND_CLAUSE = regex.compile(r",/[^,;/]{1,8},_?[obmHMG]")
"""The same behind a clause on the name; no change, which may be that of a product ("Anvil, which Acme sells in Asia, rose 5%")."""
_HOUSE = r"(?:business(?:es)?|compan(?:y|ies)|units?|operations?|firm|entity|activities|subsidiar(?:y|ies)|plants?)"
_BOUGHT_OR_SOLD = regex.compile(
    rf"The (?:(?:divested|acquired|sold|target|purchased|disposed) (?:[\w-]++ ){{0,3}}?{_HOUSE}"
    rf"|(?:[\w-]++ ){{0,2}}?{_HOUSE} (?:(?:to be|being|that was|that is) )?(?:divested|acquired|sold))\b"
    r"(?!\ (?:[$£€]?[0-9]|an?\b|its\b|the\b|more\b|about\b|around\b|nearly\b|almost\b|some\b|over\b|just\b|fewer\b))"
)
"""How a sentence begins on what is bought or sold: its figures are not those reported."""
_DATE = regex.compile(r"(?:q[1-4]|h[12]|fy|[1-4]q)[0-9]*(?:fy)?[0-9]+\b")
_OF = regex.compile(r"(?i)\b(?:arm|unit|subsidiary|division|maker|business|part|parent(?: company)?|owner|operator) of (?:the )?$")
_MADE = regex.compile(
    r"\b(?:[Mm]aker|[Oo]wner|[Oo]perator|[Pp]arent(?: company)?|[Pp]roducer|[Pp]ublisher|[Ss]upplier|[Pp]rovider|[Ss]eller"
    r"|[Dd]eveloper|[Dd]istributor|[Mm]anufacturer|[Bb]uilder|[Cc]reator|[Dd]esigner) of "
    r"(?:[^.;,\n]|(?<=\b(?:U|U\.[SK]|[JS]r))\.|(?:,|, and) (?:the )?(?=[A-Z]|$))*$"
    r"|\b(?:which|that) (?:also )?(?:includes?|contains?|comprises?|covers?|encompass(?:es)?|houses?|spans?) [^.;,\n]*$"
    r"|\b(?:biggest|largest|leading|top|number two|No\. ?[2-9]) [^.;,\n]{3,60} (?:after|behind) (?:the )?$"
)
_CAPITALS = regex.compile(r"(?<=[a-z,;] |[a-z,;] the )(?:[A-Z](?:[\w&-]|\.(?=\w)|(?<=[A-Z])\.)*+ )+$")
_TOLD_APART = 5
"""Letters that make the beginning of a name a name."""
_NEAR = 30
_FAR = 120
_REPORTED = regex.compile(
    r"\ (?:managed\ to\ |(?:on|earlier|last|this)\ [\w.]{2,9}(?:\ [\w.]{1,9})?\ "
    r"(?:posted|reported|earned|made|lost|said|announced|unveiled|published|disclosed|beat|missed|topped|raised|lifted|cut)\b"
    r"|'s\ (?:[a-z-]++\ )?(?:announcement|report|statement|release|results|filing)\ (?:said|showed|shows?|says)\b"
    r"|said\ (?:(?:(?:earlier|on|last|this)\ [\w.]{2,9}(?:\ [\w.]{1,9})?|[A-Z][a-z]++day)\ )?(?:that\ )?its?\b)"
)
_ANOTHER_CLAUSE = re.compile(r"[/;]")
"""What parts a figure of the company's from who speaks behind it ("sales rose 5%, while Anvil reported …")."""
_SAME_DAY = regex.compile(
    r"[a-z ]*\bday (?:that|as|after) [A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}(?: \([A-Z:. ]{1,14}\))? "
    r"(?:announced|reported|posted|said|unveiled|disclosed)\b"
)
"""``results came on the same day that Anvil announced a drop in earnings``"""
_BEFORE_METRIC = re.compile(r"B?M")
_PART = regex.compile(r"(?i)[\s'\w&]{0,12}?\b(?:segment|division|unit|business|arm|brand|banner|region|category)\b")


class _Scene(NamedTuple):
    """A sentence as it is seen here: the text, its tokens' tags, and the names among them with their places."""

    folded: str
    tags: str
    names: tuple[tuple[int, NameMark], ...]
    own_before: bool = True
    """Whether nobody but the company was speaking before."""


_BUSINESS_BEHIND = regex.compile(r"(?:,?\ (?:and\ |&\ )?[A-Z][a-z]++){1,8}+(?=(?:'s)?\ (?![A-Z]))")


@lru_cache(maxsize=4096)
def words_of(name: str | None) -> frozenset[str]:
    """Return the words by which a company is known."""
    found = [w.lower() for w in _WORD.findall(name or "")]
    return frozenset(w for w in found if w not in _DROP) or frozenset(found)


def is_whole(name: str, company: Company) -> bool:
    """Tell whether a name says no more than the company's."""
    return words_of(name) <= words_of(company.name)


@lru_cache(maxsize=256)
def is_same(name: str, company: Company) -> bool:
    """Tell whether a name is the company's: it shares a word with it, or is its ticker or initials."""
    mine, its = words_of(company.name), words_of(name)
    ticker = (company.ticker or "").partition("-")[0]  # "(BMO-T)": the Toronto exchange
    shared = mine & its
    apart = shared <= _TRADES and not (its <= mine or mine <= its)  # "Globex Motors" is not Acme Motors
    return (
        bool(shared and not apart)
        or _is_shortened(mine, its)
        or name.upper() == ticker
        or _is_short_for(name, company.name or "")
        or _is_short_for(company.name or "", name)
        or name.lower() in _other_spellings(company.name or "")
    )


def _is_short_for(short: str, name: str) -> bool:
    """Tell the initials of a name, or those with that of "Ltd" ("GFL" for Globex Foods)."""
    words = _WORD.findall(name.lower())
    initials = "".join(word[0] for word in words)
    return len(initials) > 1 and (short.lower() in (initials, f"{initials}l") or _is_blend(short.lower(), words))


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """Tell what the beginnings of two words make ("Globfoo" for Globex Foods)."""
    return len(words) == 2 and any(
        words[0].startswith(short[:at]) and words[1].startswith(short[at:]) for at in range(2, len(short) - 1)
    )


@lru_cache(maxsize=8)
def _other_spellings(name: str) -> frozenset[str]:
    """
    Return a name in one word, and with its first words as initials.

    >>> sorted(_other_spellings("Acme Globex Foods"))
    ['acmeglobexfoods', 'ag foods']
    """
    words = [word.lower() for word in _WORD.findall(name)]
    short = ("".join(word[0] for word in words[:n]) + " " + " ".join(words[n:]) for n in range(2, len(words)))
    return frozenset(["".join(words), *short] if len(words) > 1 else ())


def _is_shortened(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Tell one word that is the beginning of another ("GlobexTech" for GlobexTechnologies)."""
    short, long = sorted((*mine, *its), key=len) if len(mine) == len(its) == 1 else ("", "")
    return len(short) >= _TOLD_APART and long.startswith(short)


def assign_subjects(
    folded: str, facts: Sequence[Fact], tokens: Sequence[Token], company: Company, before: Speaker
) -> tuple[list[Fact], Speaker]:
    """Return the sentence's facts that are the company's, with the scope that a part's name gives, and who speaks now."""
    if facts and _BOUGHT_OR_SOLD.match(folded, facts[0].sentence.start):
        return [], before
    own = words_of(company.name)
    facts = [fact._replace(scope=None) if _owns_itself(folded, fact, own) else fact for fact in facts]
    if company.name is None:
        return facts, Speaker()
    facts = [_of_own_brand(folded, fact, company) for fact in facts]
    facts = [fact._replace(scope=None) if fact.scope and _is_no_part(folded, fact, fact.scope, company) else fact for fact in facts]
    facts = [_of_own_users(fact, company) for fact in facts]
    facts = of_who_is_called(folded, facts)
    tags = tags_of(tokens)
    marks = [(at, token.mark) for at, token in enumerate(tokens) if token.tag == NAME_TAG and isinstance(token.mark, NameMark)]
    facts, marks = _forecast(facts, tags, marks, company)
    names = [
        (at, mark) for at, mark in marks if is_same(mark.name, company) or not (_is_made(folded, mark) or _is_listed(folded, mark))
    ]
    scene = _Scene(folded, tags, tuple(names), before.other is None)
    speaker = before
    parts = {mark.span.start: part for _, mark in names if (part := part_named(folded, mark, company)) is not None}
    if names and names[0][1].span.start in parts:
        speaker = Speaker(topic=parts[names[0][1].span.start])
    elif names and is_put_in(folded, names[0][1]) and not _is_of_company(folded, names[0][1], company):
        return [], before
    elif names and (is_brought_in(folded, tokens, names[0][1]) and not _is_of_company(folded, names[0][1], company)):
        return [], Speaker(names[0][1].name, apart=True)
    elif (
        rival := next((mark.name for _, mark in names if (not is_same(mark.name, company) and is_rival_behind(folded, mark))), None)
    ) is not None:
        return [], Speaker(rival)
    elif any(is_same(mark.name, company) for _, mark in names):
        speaker = Speaker()
    elif names and (
        is_rival(folded, names[0][1])
        or (_speaks(folded, tags, *names[0]) and not _is_part(folded, names[0][1], facts))
        or (earns(folded, names[0][1]) and _opens(folded, names[0][1]) and not _is_of_company(folded, names[0][1], company))
    ):
        speaker = Speaker(names[0][1].name)
    facts = [fact for fact in facts if fact.figure is None or not is_at_a_rival(folded, fact.figure.extent.end)]
    facts = [f for f in facts if not _is_of_others(folded, f, tokens, company)]
    told = [mine for fact in facts if (mine := _of_company(scene, fact, company, speaker, parts)) is not None]
    told = list(with_carried_scopes(folded, told))  # names tell of parts too, beside words
    sentence = Span(tokens[0].start, _end_of_words(folded, tokens[-1].end)) if tokens else Span(0, 0)
    alone = all(is_business(mark.name) or _PART.match(folded, mark.span.end) for _, mark in names)
    if (topic := new_topic(folded, sentence, told, company, alone=alone)) is not None:
        speaker = speaker._replace(topic=topic, levels=speaker.levels if topic == speaker.topic else ())
    told = list(with_carried_scopes(folded, on_topic(folded, sentence, told, speaker, before)))
    speaker = with_levels(speaker, told, before)
    return told, speaker._replace(part=next((fact.scope for fact in reversed(told) if fact.scope), None))


def _is_of_others(folded: str, fact: Fact, tokens: Sequence[Token], company: Company) -> bool:
    """Tell a fact beside whose figure or verdict another company is named."""
    return any(not (is_same(name, company) or is_arm(folded, name)) for name in others_of(folded, fact, tokens[fact.at].start))


_FORECASTS = regex.compile(r"[_A]{0,2}Kg[MBo_]{1,4}[s$]")
"""``Initech Securities had forecast a profit of $5 million``, of the company that an article is on: what an analyst expected."""


def _forecast(
    facts: Sequence[Fact], tags: str, marks: list[tuple[int, NameMark]], company: Company
) -> tuple[list[Fact], list[tuple[int, NameMark]]]:
    """Return what somebody else had forecast as what was expected, and nobody named; else the facts and names as they are."""
    if not marks or not _FORECASTS.match(tags) or is_same(marks[0][1].name, company):
        return list(facts), marks
    return [fact._replace(role="estimate", scope=None) for fact in facts if fact.role == "previous"], []


def _is_of_company(folded: str, mark: NameMark, company: Company) -> bool:
    """Tell a name that is the company's or of a part of it."""
    first = mark.name.partition(" ")[0].lower()
    known = is_same(mark.name, company) or is_arm(folded, mark.name) or is_business(mark.name)
    return known or _is_own_acronym(folded, first, company)  # "GM Europe"


_OFTEN = regex.compile(r"(?P<who>[^,]+?) (?P<often>(?:monthly|daily|weekly|active)\b.*)")


def _of_own_users(fact: Fact, company: Company) -> Fact:
    """Return a fact on users, without the company's name where they are its own ("Acme's monthly active users")."""
    match = _OFTEN.fullmatch(fact.scope or "") if fact.metric == "users" else None
    return fact._replace(scope=match["often"]) if match is not None and is_whole(match["who"], company) else fact


_WORDS = regex.compile(r"[^.!?;\n]*+")


def _end_of_words(folded: str, at: int) -> int:
    """Return where the words behind a sentence's last token end: what says nothing by itself ("a strong quarter") is no token."""
    match = _WORDS.match(folded, at)
    return match.end() if match is not None else at


def _is_listed(folded: str, mark: NameMark) -> bool:
    return any(span.start <= mark.span.start < span.end for span in brand_lists(folded))


def part_named(folded: str, mark: NameMark, company: Company) -> str | None:
    """Return the part of the company that a name is of: the company's own with a business behind it, or what is called its arm."""
    owner = _OWNER.search(folded, max(0, mark.span.start - _NEAR), mark.span.start)
    owned = owner is not None and not words_of(owner["name"]).isdisjoint(words_of(company.name))
    whole = is_whole(mark.name, company) or words_of(mark.name) <= _NO_PART  # "Anvil's Laboratories"
    if (owned or is_arm(folded, mark.name)) and not whole:
        return mark.name.lower()
    if _is_after_ticker(mark.name, company):
        return mark.name.lower()
    mine, its = words_of(company.name), words_of(mark.name)
    if not mine & its:
        return None
    if (
        mark.name.endswith("+") or _is_affiliate(mark.name, company) or _is_named_apart(folded, mark.name, company)
    ):  # "Acme+", "Acme Mobile"
        return mark.name.lower()
    behind = _BUSINESS_BEHIND.match(folded, mark.span.end)
    name = mark.span.of(folded) + (behind.group() if behind is not None else "")
    full = mark.name.partition(" (")[0]
    if name.isupper() and name != full and _adds_a_business(full, company):  # "(AWS)", then AWS
        return full.lower() if folded[mark.span.start - 1] == "(" else name.lower()
    return name.lower() if _adds_a_business(name, company) else None


_OWNER = regex.compile(r"(?P<name>[A-Z][\w&-]*+)'s $")
"""``Acme's PhotoGram reached 2 billion users``"""


def _is_after_ticker(name: str, company: Company) -> bool:
    """Tell "GX Financial" from Globex (GX)."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first == company.ticker and first not in (company.name or "")


def _is_named_apart(folded: str, name: str, company: Company) -> bool:
    """Tell "Acme Direct" from Acme, where the text's names (`names.forms`) do not make it Acme's own full name ("Acme Inc.")."""
    if not company.name or not name.startswith(f"{company.name} ") or "(" in name:
        return False
    return not words_of(name) - words_of(company.name) <= _TRADES or _is_full_name(folded, company.name)


@lru_cache(maxsize=8)
def _is_full_name(folded: str, name: str) -> bool:
    """Tell whether a text gives a name in its legal form, to which no business belongs then ("Acme Inc.", so "Acme Cloud")."""
    return regex.search(rf"\b{regex.escape(name)},? (?:Inc|Corp|Ltd|LLC|plc|PLC|AG|NV|SE)\b", folded) is not None


def _is_affiliate(name: str, company: Company) -> bool:
    """Tell "Acme Mobile" from Acme Industries: one first word, and of the rest each has its own."""
    ours, theirs = _WORD.findall((company.name or "").lower()), _WORD.findall(name.lower())
    if len(ours) < 2 or len(theirs) < 2 or ours[0] != theirs[0] or ours[0] in _DROP or ours[0] in BUSINESSES:
        return False
    mine, its = words_of(company.name), words_of(name)
    alike = any(word[:4] == own[:4] for word in its - mine for own in mine - its)
    return bool(its - mine) and bool(mine - its) and not alike


def _adds_a_business(name: str, company: Company) -> bool:
    """Tell a name that is the company's and a business behind it, which is no other form of its own."""
    mine = words_of(company.name)
    rest = words_of(name) - mine
    opens = not mine.isdisjoint(words_of(name.partition(" ")[0])) and "," not in name
    behind = BUSINESSES | PLACES if opens else BUSINESSES  # but "Japan's Acme Motors"
    if opens and " " in (company.name or ""):
        behind |= NATIONAL
    if opens and name.rpartition(" ")[2].lower() in KIND_WORDS:  # "Acme International Operations"
        behind |= NATIONAL | KIND_WORDS
    if not rest or (" " not in (company.name or "") and len(rest) == 1) or not rest <= behind:
        return False
    return not any(word[:4] == own[:4] for word in rest for own in mine)


def _of_own_brand(folded: str, fact: Fact, company: Company) -> Fact:
    """Return a fact on a brand that is called as the company is ("sales at the Acme brand") as one of the brand."""
    if fact.scope is None or not is_whole(fact.scope, company):
        return fact
    called = f"{fact.scope} brand"
    return fact._replace(scope=called) if f" the {called}" in fact.sentence.of(folded).lower() else fact


def _is_no_part(folded: str, fact: Fact, scope: str, company: Company) -> bool:
    """Tell the company's own name, or a period's, from a part's; a service with a plus behind the name is one ("Acme+")."""
    if _DATE.match(scope) is not None or _is_own_acronym(folded, scope, company):
        return True
    if not words_of(scope) <= words_of(company.name) or "+" in scope:
        return False
    if (company.name or "").lower().startswith(scope):
        return True
    at = fact.sentence.of(folded).lower().find(scope)  # "the foods segment" of Acme Foods
    return at < 0 or _PART.match(folded, fact.sentence.start + at + len(scope)) is None


_PLACE_CODES = frozenset({"us", "uk", "eu", "uae"})


def _is_own_acronym(folded: str, scope: str, company: Company) -> bool:
    """Tell what a company is called for short ("JPX" for Japan Exchange): a ticker, or letters of its name in their order."""
    if not 2 <= len(scope) <= 5 or not scope.isalpha() or scope in _PLACE_CODES or scope.upper() not in folded:
        return False
    if scope.upper() == (company.ticker or "").partition("-")[0]:
        return True
    letters = iter((company.name or "").lower())
    return " " in (company.name or "") and (company.name or "")[:1].lower() == scope[0] and all(c in letters for c in scope)


def _owns_itself(folded: str, fact: Fact, own: frozenset[str]) -> bool:
    """Tell a name whose own a figure is, and which may be the company's ("Acme India's revenue"), from a part's."""
    if (
        fact.scope is None
        or (own and own.isdisjoint(words_of(fact.scope)))
        or fact.scope.rpartition(" ")[2] in KIND_WORDS - {"bank"}
    ):
        return False
    sentence = fact.sentence.of(folded)
    at = sentence.lower().find(f"{fact.scope}'s ")
    return at >= 0 and sentence[at].isupper()


_ANEW = regex.compile(r"[s$%#d][^/;]*[/;].*(?<!K)M")
"""A clause with a metric of its own, behind the one of a part."""


def _of_company(scene: _Scene, fact: Fact, company: Company, speaker: Speaker, parts: Mapping[int, str]) -> Fact | None:
    """Return a fact that is the company's, with the scope that a part's name before it gives; None where it is another's."""
    folded, tags, names = scene.folded, scene.tags, scene.names
    near = [(at, mark) for at, mark in names if at < fact.at]
    if not near:
        own = speaker.other is None or (names and is_same(names[0][1].name, company))
        return fact if own or (scene.own_before and _ANOTHER_CLAUSE.search(tags, fact.at, names[0][0]) is not None) else None
    at, mark = near[-1]
    if mark.span.start in parts:
        return fact if fact.scope or fact.metric in WHOLE else fact._replace(scope=parts[mark.span.start])
    if is_same(mark.name, company):
        return fact
    called = tags[at + 1 : at + 2] in tuple("MoUDbm") and is_rival(folded, mark)
    if speaker.other is not None or called or earns_by_itself(folded, mark):
        return None
    if (part := _part_behind(scene, fact, at, mark)) is not None:
        return fact._replace(scope=part)
    rival = at > 0 and tags[at - 1] in ",&/;" and _REPORTS.match(tags, at + 1) is not None
    rival = rival or _SAME_DAY.match(folded, max(0, mark.span.start - 9), fact.sentence.end) is not None
    rival = rival and not (_PART.match(folded, mark.span.end) or _is_made(folded, mark) or is_business(mark.name))
    return None if rival else fact


def _part_behind(scene: _Scene, fact: Fact, at: int, mark: NameMark) -> str | None:
    """Return the part that a name tells of right before a metric, or before the words that narrow it ("Anvil ad revenue")."""
    if _ANEW.search(scene.tags, at, fact.at):
        return None
    if not fact.scope:
        return _whole_name(scene.folded, mark) if _BEFORE_METRIC.match(scene.tags, at + 1) else None
    words = f" {fact.scope} "
    narrowed = scene.folded[mark.span.end : mark.span.end + len(words)].lower() == words
    return f"{_whole_name(scene.folded, mark)} {fact.scope}" if narrowed else None


def _speaks(folded: str, tags: str, at: int, name: NameMark) -> bool:
    """Tell a company that reports: "Globex posted", "Globex managed to add"."""
    reports = _REPORTS.match(tags, at + 1) is not None or _REPORTED.match(folded, name.span.end) is not None
    reports = reports or (at == 0 and _REPORTS_BEHIND_CLAUSE.match(tags, 1) is not None and _opens(folded, name))
    return reports and not _is_made(folded, name)


def _opens(folded: str, name: NameMark) -> bool:
    """Tell whether a name opens its sentence or a part of it."""
    return folded[max(0, name.span.start - 4) : name.span.start].rstrip(' "')[-1:] in ("", *".!?:;,\n")


def _is_made(folded: str, name: NameMark) -> bool:
    """Tell the name of what a company makes or owns, which stands for it ("The maker of Walkman players and Bravia sets")."""
    return _MADE.search(folded, max(0, name.span.start - _FAR), name.span.start) is not None


def _whole_name(folded: str, mark: NameMark) -> str:
    """Return a part's name with the capitals before it that are no name by themselves ("Asia Pacific")."""
    before = _CAPITALS.search(folded, max(0, mark.span.start - _NEAR), mark.span.start)
    return ((before.group() if before else "") + mark.name).lower()


def _is_part(folded: str, name: NameMark, facts: Sequence[Fact]) -> bool:
    """Tell the name of a part of the company, or of its owner ("the insurance arm of Globex reported"), from a rival's."""
    if _PART.match(folded, name.span.end) or _OF.search(folded, max(0, name.span.start - _NEAR), name.span.start):
        return True
    return is_business(name.name) or any(f.scope and f" {name.name.lower()} " in f" {f.scope} " for f in facts)


def is_new_paragraph(text: str, before: Span | None, sentence: Span) -> bool:
    """Tell whether a sentence begins a paragraph: there nobody speaks but the company."""
    return before is None or "\n" in text[before.end : sentence.start]
