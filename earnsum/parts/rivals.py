"""
Rivals: how a text says that a name is another company's, whose figures are told beside the company's.

"Rival Anvil", "Anvil, its closest competitor", "Anvil, by comparison,", "Separately, Anvil said", "Anvil Airlines lost".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.tokens import Token, tags_of
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.arms import is_arm
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import is_on_the_map
from earnsum.names.words import NATIONALITIES, is_common, is_suffix
from earnsum.parts.listed import speaks_listed
from earnsum.parts.ownnames import is_own_acronym, is_same, words_of
from earnsum.patterns import any_of, re, regex
from earnsum.text.firms import FIRM
from earnsum.text.terms import UNIT

_NEAR = 30
_RIVAL = regex.compile(
    r"(?i)\b(?:arch-?)?(?:rival|competitor|peer|nemesis|counterpart|competing [a-z]++"
    r"|(?:market|industry) leader)s?,? (?:[a-z-]++ ){0,2}"
    r"(?:[A-Z][\w&.-]*+,? and )?$"
)
"""Words before a name that say that it is another company's."""
_RIVAL_BEHIND = regex.compile(
    r"\.?,\ (?:(?:the\ )?[A-Z][\w&.-]*+(?:\ [A-Z][\w&.-]*+){0,2}'s?|its|the\ (?:company|group|bank)'s)\ (?:[\w-]++\ ){0,3}?"
    r"(?:arch-?)?(?:rival|competitor|peer)\b"
)
_BY_COMPARISON = re.compile(r"\.?,?\ (?:(?:by|in)\ comparison|for\ (?:example|instance)),")
"""What tells behind its name that a rival's figure is put in, before the company's go on."""
_HAVING_REPORTED = regex.compile(
    r"(?:Despite|After|Although|While|Having)?\ ?(?:it\ )?report(?:ing|ed)\b[^;\n]{10,120}, (?:rival )?$"
)
"""``Despite reporting a rise in revenue, Anvil's results failed to impress``: who it was that reported is told behind"""
_AT_A_RIVAL = re.compile(
    r" (?:[a-z]++ ){0,5}?(?:at|for|from|of|by) (?:its )?(?:[\w.]++ )?(?:arch-?)?(?:rival|competitor|peer)s?,? [A-Z]"
)
"""What follows a figure that is another company's."""
_POSTED = "(?:made|earned|lost|posted|reported|booked|logged|netted)"
"""What a company does with a result and no brand, which may enjoy or generate one."""
_THAT_IT_MADE = re.compile(rf" (?:that )?(?P<name>[A-Z][\w&.-]++(?: [A-Z][\w&.-]++){{0,3}}) (?:had |has )?{_POSTED}\b")
"""``a fraction of the $645 million Anvil lost``"""
_SEPARATELY = re.compile(
    r"(?:Separately|Elsewhere|(?:By|In) comparison|In a separate (?:report|statement|release)),? (?:rival |[a-z]++ ){0,4}"
)
_TELLS = regex.compile(r"[^;]*?[Me]")


def is_brought_in(folded: str, tokens: Sequence[Token], mark: NameMark) -> bool:
    """Tell whether a sentence brings in a company that reports too ("Separately, Initech said its profit fell")."""
    start = tokens[0].start
    opening = _SEPARATELY.match(folded, start)
    return opening is not None and opening.end() == mark.span.start and _TELLS.match(tags_of(tokens)) is not None


_FIRMS = frozenset(
    "airlines airways air lines motors motor industries pharma therapeutics pharmaceuticals inc corp airline".split()
)
_EARNS = regex.compile(rf"(?:,? (?:Inc|Corp|Co|Ltd)\.?)?(?:, which [^,;$%]{{3,90}}(?=, (?:lost|earned|made)\b))?,? {_POSTED}\b")


_LISTED = regex.compile(r"(?<=\b(?:Inc|Corp|Co|Ltd|plc|Plc|PLC|AG|NV))\.?(?:'s)? \((?:[A-Z]{2,8}: ?)?[A-Z]{1,5}(?:\.[A-Z]{1,2})?\)")
"""``Anvil Corp.'s (ANV) profit``"""


def earns_by_itself(folded: str, mark: NameMark) -> bool:
    """Tell a company by its name and by what it does ("Anvil Airlines lost $57 million"), or by its shares."""
    if _LISTED.match(folded, mark.span.end) is not None:
        return True
    firm = mark.name.rpartition(" ")[2].lower().rstrip(".") in _FIRMS
    return firm and earns(folded, mark) and not is_arm(folded, mark.name)


def earns(folded: str, mark: NameMark) -> bool:
    """Tell who is said to earn, to lose or to sell so much, right behind the name; no place ("North America earned")."""
    return _EARNS.match(folded, mark.span.end) is not None and not is_on_the_map(mark.name)


def is_rival(folded: str, name: NameMark) -> bool:
    """Tell who is called a rival before the name."""
    return _RIVAL.search(folded, max(0, name.span.start - _NEAR), name.span.start) is not None


def _is_rival_behind(folded: str, name: NameMark) -> bool:
    """Tell who is said to be a rival right behind the name ("Anvil, Globex's closest rival,")."""
    return _RIVAL_BEHIND.match(folded, name.span.end) is not None


_RIVAL_OF = regex.compile(r"(?:[A-Z][\w&.-]*+(?:'s?)?\ ){1,3}(?:arch-?)?(?:rival|competitor)\ ")


def _is_rival_of(folded: str, start: int, name: NameMark) -> bool:
    """Tell who is called the rival of whom a sentence begins with ("Globex rival Anvil announced")."""
    opening = _RIVAL_OF.match(folded, start, name.span.start)
    return opening is not None and opening.end() == name.span.start


_FIGURE = re.compile(r"[0-9] ?(?:%|percent\b|per cent\b|(?:[mb]|tr)illion\b)|[$£€][0-9]")


def rival_named(folded: str, start: int, names: Sequence[tuple[int, NameMark]], company: Company) -> str | None:
    """Return the other company that a sentence from `start` is on: one called a rival, or one that has shares of its own."""
    first = names[0][1]
    if speaks_listed(folded, first, company) and not _FIGURE.search(folded, start, first.span.start):
        return first.name  # "Sales rose 4%, while rival Anvil reported": the company's own come first
    if _HAVING_REPORTED.fullmatch(folded, start, first.span.start) and not is_same(first.name, company):
        return first.name
    return next(
        (
            mark.name
            for _, mark in names
            if not is_same(mark.name, company) and (_is_rival_behind(folded, mark) or _is_rival_of(folded, start, mark))
        ),
        None,
    )


_OF_ITSELF = regex.compile(
    rf"(?r)(?:^|[.!?]['\")]? |\n)(?:It|They|The {FIRM}|(?:The |Its )?(?:[Ss]hares|[Ss]tock)(?: (?:of|in))?"
    r"|[A-Z]\w+ (?:joined|joins|followed|follows|matched|trails|trailed))"
    r"(?: [^.!?;\n]*)? (?:rival )?$"
)
"""``It lost share to its rival Globex``, ``Shares of rival Globex fell``: the company goes on then, which has only met one"""


def only_met(folded: str, mark: NameMark) -> bool:
    """Tell a rival that the company, or the market, has only to do with."""
    return _OF_ITSELF.match(folded, max(0, mark.span.start - 200), mark.span.start) is not None


def is_put_in(folded: str, name: NameMark) -> bool:
    """Tell who is put in for comparison, before the company's figures go on ("Anvil, by comparison, managed 1%")."""
    return _BY_COMPARISON.match(folded, name.span.end) is not None


def is_at_a_rival(folded: str, end: int, company: Company) -> bool:
    """Tell a figure, by what stands behind it, that is another company's."""
    if (made := _THAT_IT_MADE.match(folded, end)) is not None and not is_same(made["name"], company):
        return True
    return _AT_A_RIVAL.match(folded, end) is not None


_CALLED = r"(?P<name>[A-Z][\w&.-]++(?:\ [A-Z][\w&.-]++){0,3})"
_FARES = (
    r"(?:(?:has|have|had|also|(?:last|this|earlier\ this)\ [a-z]++|on\ [A-Z][a-z]++day)\ )?"
    r"(?:said|reported|posted|saw|seen|suffered|enjoyed|endured|made|earned|lost|swung|booked|recorded"
    r"|announced|unveiled|warned|expects|plans|sees|forecasts?|sold|built|logged|notched|clocked"
    r"|had\ (?:an?\ )?(?:net\ |operating\ )?(?:profit|loss|revenue|sales|income))\b"
)
_FROM_WHERE = rf"{any_of(word.capitalize() for word in NATIONALITIES)}|U\.?S\.?|[A-Z]\w++-based"
_WHERE = r"[A-Z]\w++(?:\ [A-Z]\w++)?(?:'s|(?<=s)')"
_WHEN = (
    r"(?:(?:But|And|Yet|Meanwhile),?\ |(?:Last|Earlier\ this|This)\ [a-z]++,?\ |On\ [A-Z][a-z]++day,?\ |(?:By|In)\ contrast,\ )?"
)
_PEERS = (
    r"(?:(?:arch-?)?(?:rival|competitor|peer)s?"
    r"|(?:(?:customer|client|supplier|shareholder|stockholder|suitor|bidder)s?"
    r"|parent(?:\ company)?|owner|takeover\ target)(?=,|\ [A-Z]))"
)
_ITS = r"(?:[Ii]ts|[Tt]heir|[Tt]he\ [a-z]++'s|[Aa]n?(?:other)?|[Oo]ne|[A-Z][\w&.-]*+(?:\ [A-Z][\w&.-]*+){0,2}'s?)"
_RANKED = regex.compile(
    rf"{_WHEN}(?:{_CALLED},\ (?:the\ (?:[\w.']++\ ){{0,3}}?[a-z]++-|(?:the\ [a-z]++'s|{_WHERE}(?:\ and\ {_WHERE})?)\ (?:[a-z]++-)?)"
    r"(?:biggest|largest)\ "
    rf"(?!(?:[\w.]++\ ){{0,3}}(?:{UNIT}|brand|market|region|country|economy|customer)\b)"
    rf"[^,;$]{{3,40}},\ {_FARES}"
    rf"|(?:{_FROM_WHERE})\ (?:[a-z-]++\ ){{0,2}}?{FIRM}\ {_CALLED}\ {_FARES}"
    rf"|{_WHEN}(?:The\ (?:world|nation|country|industry)'s|{_WHERE})\ (?:[\w.-]++\ ){{0,2}}?(?:[a-z]++-)?(?:biggest|largest)\ "
    rf"[^,;$]{{3,40}},\ {_CALLED},\ {_FARES}"
    r"|(?:(?:Over\ )?[Aa]t\ |(?:[Nn]et\ )?(?:[Pp]rofits?|[Ii]ncome|[Ee]arnings|[Ss]ales|[Rr]evenues?)\ (?:at|of|for)\ )?"
    rf"{_CALLED}(?:\ and\ [A-Z][\w&.-]++)?\.?,\ {_ITS}\ (?:[\w-]++\ ){{0,3}}?{_PEERS}\b"
    rf"|(?:(?:One|Two|Some|Several|Both|Most)\ of\ )?{_ITS}\ (?:[\w-]++\ ){{0,3}}?{_PEERS},?\ {_CALLED}"
    rf"|{_CALLED}'s\ own\ "
    rf"|As\ for\ {_CALLED},\ it\ {_FARES}"
    rf"|(?:[Aa]nother|(?:A\ f|F)ellow|The\ (?:country|nation|state|city|world)'s\ (?:other|second))"
    r"\ (?:[A-Z]{2,4}\ )?[a-z][^,;$]{3,60}?"
    rf"(?:,\ {_CALLED},|\ --?\ {_CALLED}\ --?)\ {_FARES}"
    rf"|Fellow\ (?:[a-z-]++\ ){{0,2}}?{FIRM}\ {_CALLED}\ {_FARES}"
    rf"|[Tt]he\ (?:[a-z-]++'s\ )?other\ (?:two|three|four|five)\ (?:[a-z-]++\ ){{0,2}}?{FIRM}s(?:,|\ [-—–]+)\ {_CALLED}"
    rf"|{_CALLED},\ which\ (?:also\ )?(?:reported|reports|is\ due\ to\ report)\ (?:its\ (?:own\ )?(?:results|earnings|figures)\ )?"
    r"(?:last|earlier|this|on|in|yesterday|today|next|later)\b"
    rf"|{_CALLED}(?:\ \([A-Z]{{1,5}}\))?,\ which\ (?:also\ )?(?:reported|posted|topped|beat|missed|earned|lost|swung)\ "
    r"[^;\n]{5,120},\ (?:rose|fell|gained|dropped|slid|climbed|jumped|added|shed|sank|rallied|(?:was|were)\ (?:up|down))\ "
    r"[a-z ]{0,12}[0-9.]++\ ?(?:%|per))"
)
"""
How a sentence begins that is on another company.

``Last week Initech, the third-biggest chipmaker, said sales fell``, ``Spanish chipmaker Initech suffered a fall in profits``,
``Its two main rivals, Initech and Anvil,``, ``Initech, which reported last week,``, ``Initech, which topped forecasts, rose 2%``
"""
_DEALS_WITH = regex.compile(
    rf"{_WHEN}{_CALLED},\ which\ (?:also\ |still\ )?(?:accounts|builds|buys|competes|distributes|flies|leases|makes|operates|orders"
    r"|provides|rents|rivals|sells|ships|stocks|supplies|takes|uses)\b(?P<told>[^,;]{3,90}),\ "
)
"""``Stark Motors, which takes a fifth of what Acme makes, plans``: who has to do with the company"""
_OTHERS_FIRST = regex.compile(
    r"(?:^|\n|[.\"]\ )(?:(?:(?:Its|The\ company's|Some|Other|Most|Many|Several|[A-Z][\w&.-]*+(?:\ [A-Z][\w&.-]*+){0,2}'s?)\ )?"
    r"(?:[Bb]ig(?:ger)?\ |[Mm]ain\ "
    r"|[Cc]lose(?:st)?\ |[Ll]arger\ |[Ss]maller\ )?(?:[Rr]ivals|[Cc]ompetitors|[Pp]eers)\b"
    rf"|(?:Other|(?:Many|Several|Some|Most)\ other)\ (?:[a-z-]++\ ){{0,2}}?{FIRM}s\b|The\ rest\ of\ the\ (?:industry|sector)\b"
    r"|[A-Z][\w&.\ -]{1,30}(?:is|was)\ (?:not|hardly|scarcely|far\ from)\ alone\b"
    r"|It\ (?:is|was)\ (?:much\ )?(?:a\ similar|the\ same)\ (?:story|picture)\ elsewhere\b"
    r"|(?:(?:Earlier|Last|Also|On|In)\ [^,.;\n]{3,24},\ )?[Tt]he\ (?:[a-z-]++'s\ )?other\ (?:(?:two|three|four|five)\ )?"
    rf"(?:[a-z-]++\ ){{0,2}}?{FIRM}s\b)[^.\n]{{0,150}}\.\s{{1,3}}$"
)
"""``Its rivals have not suffered.``, ``Acme is hardly alone.``"""
_OPENED_BY = regex.compile(
    rf"{_WHEN}(?:(?:[A-Z][a-z]++|[a-z-]++)\ )?(?:{FIRM}\ )?"
    rf"(?:(?:Sales|Profits?|Revenues?|Earnings)\ (?:at|for)\ |(?:Over\ )?[Aa]t\ )?{_CALLED}"
)


_RANK_ALONE = regex.compile(
    r"(?:[A-Z]\w++'s|The\ (?:country|nation|world)'s)\ (?:No\.?\ ?[2-9]|(?:second|third|fourth|fifth)-(?:biggest|largest))\ "
    rf"(?:[a-z-]++\ ){{0,2}}?{FIRM}\ {_FARES}"
)
_OWNER_BEFORE = regex.compile(rf"{_CALLED}'s\b(?![^\n]*\b[A-Z][\w&.-]++'s\b)[^\n]*$")
"""``The strike hurt Anvil's profits. Japan's No. 3 carmaker posted a loss``: who was told of right before, not the company"""


def other_by_rank(folded: str, sentence: Span, company: Company) -> str | None:
    """Return the other company that a sentence begins with: by its rank among all of its trade, as a rival, or behind others."""
    if company.name is None:
        return None
    match = _RANKED.match(folded, sentence.start, sentence.end)
    dealt = _DEALS_WITH.match(folded, sentence.start, sentence.end) if match is None else None
    if dealt is not None and not words_of(dealt["told"]).isdisjoint(words_of(company.name)):
        match = dealt
    if match is None and _OTHERS_FIRST.search(folded, max(0, sentence.start - 200), sentence.start) is not None:
        match = _OPENED_BY.match(folded, sentence.start, sentence.end)
    if match is None and _RANK_ALONE.match(folded, sentence.start, sentence.end) is not None:
        match = _OWNER_BEFORE.search(folded, max(0, sentence.start - 200), sentence.start)
    if match is None or is_common(match["name"].partition(" ")[0], first=True):
        return None
    if is_same(match["name"], company) or is_arm(folded, match["name"]):
        return None
    return None if is_on_the_map(match["name"]) or is_own_acronym(folded, match["name"].lower(), company) else match["name"]


_HOUSE = r"(?:business(?:es)?|compan(?:y|ies)|units?|operations?|firm|entity|activities|subsidiar(?:y|ies)|plants?)"
_BOUGHT_OR_SOLD = re.compile(
    rf"The (?:(?:divested|acquired|sold|target|purchased|disposed) (?:[\w-]++ ){{0,3}}?{_HOUSE}"
    rf"|(?:[\w-]++ ){{0,2}}?{_HOUSE} (?:(?:to be|being|that was|that is) )?(?:divested|acquired|sold))\b"
    r"(?!\ (?:[$£€]?[0-9]|an?\b|its\b|the\b|more\b|about\b|around\b|nearly\b|almost\b|some\b|over\b|just\b|fewer\b))"
)
"""How a sentence begins on what is bought or sold: its figures are not those reported."""


def is_bought_or_sold(folded: str, sentence: Span) -> bool:
    """Tell a sentence on what is bought or sold."""
    return _BOUGHT_OR_SOLD.match(folded, sentence.start) is not None


_ARM = re.compile(
    r"\b(?:units?|subsidiar(?:y|ies)|arms?|divisions?|segments?|business(?:es)?|brands?|owned|owns|stake|acquired|bought|purchased)\b"
)
_OUTSIDERS = frozenset("client customer supplier competitor rival peer".split())
"""Who no part of a company is, by itself ("a fall in profit at its biggest client, Anvil")."""
_CALLED_PART = re.compile(r"\b(?i:client|customer|supplier) (?:segment|division|unit|business|group|arm|revenue|sales)\b")
"""``Its client segment``, as of chips for laptops"""
_KINDS_OF_BANK = frozenset(
    "private corporate investment retail commercial consumer digital online personal business merchant".split()
)


def is_another_firm(folded: str, fact: Fact, company: Company) -> bool:
    """Tell a scope that is a firm by its legal form ("At Anvil Inc, sales rose"), or a bank by its name, and no part of ours."""
    if fact.scope in _OUTSIDERS:
        return _CALLED_PART.search(fact.sentence.of(folded)) is None
    name, _, form = (fact.scope or "").rpartition(" ")
    if not name or not words_of(name).isdisjoint(words_of(company.name)):
        return False
    said = fact.sentence.of(folded)
    if form == "bank":
        a_firm = _KINDS_OF_BANK.isdisjoint(name.split()) and f" {name} Bank".lower() in said.lower() and " Bank" in said
    else:
        a_firm = is_suffix(form.capitalize()) or is_suffix(form.upper())
    return a_firm and _ARM.search(said) is None
