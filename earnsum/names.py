"""
Names: which capitalised words of a text are used as a company's name.

There is no list of companies and there cannot be one.  What tells a company is how the text
uses a name: with a legal suffix or a ticker, as the owner of shares or sales, as what reports
and earns.  A name that is used so once is then known wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex  # where a name stands twice in a pattern; elsewhere `re` costs half as much a call

from earnsum.marks import Mark
from earnsum.model import Span
from earnsum.sentences import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMark(Mark):
    """A mention of a company: `name` is the fullest form that the text gives to it, without the legal suffix."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Mark):
    """
    One use of a capitalised name: how strongly it shows a company (`weight`), or else a person.

    It is `listed` where a ticker follows, `legal` where a suffix does, `acting` where it reports or owns what is reported,
    `inside` where a sentence has begun before it.
    """

    name: str
    weight: float
    ticker: str | None = None
    exchange: str | None = None
    listed: bool = False
    legal: bool = False
    acting: bool = False
    inside: bool = False
    person: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a text, read once for all who ask: their uses in order, and the fullest form and the weight of each."""

    folded: str
    uses: tuple[Use, ...]
    fullest: Mapping[str, str]
    weights: Mapping[str, float]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Countries that have no place in the lists below: what comes from them is called by their possessive ("Norway's Acme").
_COUNTRIES = _words(
    """
    argentina austria bahrain belgium chile colombia czechia denmark dubai egypt estonia finland greece hungary iceland
    indonesia ireland israel italy kenya kuwait malaysia netherlands nigeria norway pakistan peru philippines poland portugal
    qatar romania spain sweden switzerland taiwan thailand turkey vietnam wales zealand
    """
)
# What a capitalised word may be without being a name.
COMMON = _words(
    """
    a about above according across ad adding additionally adjusted adjusting aed africa after again against ahead airline
    airlines all also although america american amid among an analyst analysts and annual another any april are as asia asian
    at august australia australian automaker average bank based basic be because before behind below better both brazil
    brazilian britain british but by can canada canadian carmaker cash ceo cfo chairman chairwoman check chief china chinese
    christmas click co-founder coming commission company comparable compared composite congress consensus consumer coo costs
    could covid covid-19 currently danish dax december department despite director directors dividend dollar dow during dutch
    each earlier earnings easter ebit ebit-margin ebitda economists elsewhere eps estimate estimates eur euro europe european
    even ever every excluded excluding executive expectations expected february fed federal finance financial finnish first
    first-quarter fiscal follow following for forecast forecasts former fourth fourth-quarter france french friday from ftse
    full full-year fy gaap gbp german germany get global good government governor gross group guidance half half-year have he
    headquartered her here here's higher his house how however i if in including income index india indian individual
    industrial insurer interest investor investors is it it's italian its january japan japanese july june korean last late
    leaving lender let like like-for-like likewise london looking loss lower maker managing many march margin may meanwhile
    mexico mining minister monday more moreover most mr mrs ms much my nasdaq national net new next nikkei nine no non-gaap
    nor nordic north norwegian not november now nyse october of oil omicron on once one operating operations or other our
    outlook over overall owner parent parliament per pre-tax president pretax previously prior profit profits provisions q1 q2
    q3 q4 quarter quarterly read refiner rental reported reserve results retail retailer revenue revenues rmb rs russia
    russian s&p sales same same-store saturday second second-quarter secretary see sek senate senator separately september
    several shareholder shareholders shares she since singapore six so some south spanish still stock stocks street strong
    such sunday swedish swiss tech that that's the their then there there's these they third third-quarter this those though
    three thursday to today total traders trading treasury tuesday two u.k u.s uk ukraine under underlying united unlike until
    up upgrade us usd versus vice vs wall was we we're weak wednesday were western what when where whether which while white
    who why will with within without world worldwide year yes yesterday yet york you your
    """
)
# What opens a sentence with a capital and is a measure, or what a business is split by: no name by itself.
_PLAIN = _words(
    """
    actual advertising affo arpu arr aum backlog bookings brands brewers buyers capex catastrophe checkup claims clothing
    cloud commercial consolidated corporate cost customers dau deliveries deposits detailed digital dropped e-commerce
    exchange exports fertilisers ffo flat food freight fuel gmv grocery hardware health-care home hospitality hotel
    information interest international investment investments iot licensing life loan loans mall mau media membership men's
    mobile mobility motor nii nim noi occupancy online opex organic paints passenger payment payments performance pharma
    plunged premium premiums product production products property qoq r&d rate rates reit reits rent roa roe rupee security
    segment server service services sg&a shipments software statutory storage store storm subscriber subscribers subscription
    subscriptions supply surprise system systems tax tech technology telecom tenant tenants title trade transaction transport
    travel truck underwriting unit units us user users volume volumes wealth website wholesale wireless women's y-o-y yen yoy
    yuan
    """
)
# These open a name where more follows ("General Foods").
_OPENERS = _words(
    """
    american asian australian bank brazilian british canadian check china chinese consumer dollar european federal first
    france french general german global good india indian industrial international italian japan japanese korea korean london
    mexican national new north royal russian singapore south spanish swedish swiss treasury united western
    """
)
# These may stand within a name ("Acme Airlines").
_INNER = _words(
    """
    africa airline airlines america american asia australia bank banks basic brazil britain canada capital check china chinese
    commission companies company composite consumer danish dollar dutch energy europe european federal finance financial
    finnish france french gas germany global good group half house india indian industrial insurer international italian japan
    korean london mexico mining national north oil one operations overseas parent rental retail russia services singapore
    south street swedish swiss tech trading treasury united western world york
    """
)
SHAPED = re.compile(
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*-|[A-Z]{1,3}[0-9][0-9.,]*[a-z]{0,2}$"
    r"|(?:Q[1-4]|[1-4]Q|H[12]|FY)[0-9A-Z]*$|[A-Z]\$?$|[0-9]+$|[A-Z]{2,}-[a-z]{3}|[A-Z][a-z]+-(?:[a-z]|to-|for-)"
)
"""Words that a period, an amount or a compound has a capital in."""

# Where titles write every word with a capital, these end the name.
_TITLE_WORDS = (
    r"reports?|posts?|says?|sees?|beats?|miss|misses|tops?|jumps?|falls?|rises?|drops?|gains?|surges?|slides?|soars?|sinks?|"
    r"tumbles?|plunges?|swings?|cuts?|raises?|hikes?|lifts?|warns?|expects?|forecasts?|earns?|loses|narrows|widens|doubles|"
    r"triples|climbs?|slips?|dips?|pops?|rallies|delivers?|smashes|crushes|turns?|logs?|books?|records?|unveils?|announces?|"
    r"hits?|returns?|nears|declares?|boosts?|trims?|slashes|guides?|foresees|outdoes|turns|multiplies|gets|enjoys|profits?|"
    r"earnings|revenues?|sales|results|shares|stock|stocks|loss|losses|income|margins?|dividend|outlook|guidance|first|"
    r"second|third|fourth|half|full|annual|quarterly|quarter|net|operating|pretax|pre-tax|core|strong|record|lags|slows?|"
    r"eases?|accelerates?|gdp|cpi|inflation|jobless|unemployment|prices|exports|imports|matches|trumps|eclipses|exceeds|"
    r"shows|sells?|slumps|increases|increased|declines?|decreases|decreased|grows|sticks|withdraws|suspends|estimates|projections|"
    r"expectations|million|billion"
)
_TITLE_LINKS = r"still|now|is|are|has|to|up|down|and|for|in|on|after|as|with|vs|over|by|from|at|amid"
_TITLE_STOP = re.compile(rf"(?i:{_TITLE_WORDS}|{_TITLE_LINKS}|q[1-4]|[1-4]q[0-9]*|fy[0-9]*|h[12]|ceo|cfo|preview)\Z")
_TITLE_SUBJECT = re.compile(
    rf"(?:'s?)?,? (?i:{_TITLE_WORDS}|still|now|up|down|swings|gaap|non-gaap|adjusted|ebitda|q[1-4]|[1-4]q"
    rf"|(?-i:[a-z]{{2,}}(?:s|ed)))\b"
)
"""What follows the name that a title opens with, where it is the title's subject."""
_TITLE_FLAG = re.compile(r"(?:[A-Z]{4,}(?: [0-9])?-)+(?=[A-Z])")
"""What an agency puts before a title that it sends again: "CORRECTED-", "UPDATE 1-"."""

_SUFFIXES = (
    r"Inc|Corp|Corporation|Co|Cos|Company|Companies|Ltd|Limited|LLC|LP|L\.P|Plc|PLC|plc|AG|SE|SA|S\.A|N\.V|NV|AB|ASA|A/S|"
    r"Oyj|Oy|Abp|SpA|S\.p\.A|GmbH|KGaA|Bhd|Berhad"
)
_SUFFIX = rf"(?:{_SUFFIXES}|AS|Group|Holdings?|Tbk|KK|Trust|REIT|Bancorp|Partners|Industries)\b\.?"
_LEGAL = re.compile(rf"(?:(?: &)?,? (?:{_SUFFIXES})\b\.?)+$")
_BRANDED = re.compile(_SUFFIX)
_WORD = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[a-z]{1,4}(?=[A-Z][a-z])|[a-z]{1,2}(?=[A-Z])|[0-9]{1,2}(?=[A-Z]))[\w&'+!-]*+(?:\.(?=[A-Za-z])[\w&'+!-]*+)*+"
)
_JOINT = rf"(?:,?\ (?={_SUFFIX})|\ (?:&\ |of\ |de\ |and\ (?=[A-Z][\w&]*\ {_SUFFIX}))?)"
# This one is tried at every place of a text, so a look-ahead for its first letters pays.
_RUN = re.compile(
    rf"(?<![\w$€£'.-])(?=[a-z0-9]{{0,4}}[A-ZÀ-ÖØ-ÞĀ-Ž])(?:(?:[A-Z]\.)++\ ?)?{_WORD}(?:{_JOINT}{_WORD}|,?\ plc\b){{0,7}}+"
)
_TICKER = regex.compile(
    r"""
    (?:\ \([^()\n"]{0,30}"[^()\n]{1,60}\))?
    (?:(?:\ press\ release)?,?\ ?\((?:(?P<exchange>[A-Za-z][\w\ .-]{1,18}?)\ ?:\ ?)?(?P<ticker>[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3})?)
        (?:(?:[,;/]|\ -)\ ?[^()\n]{0,40})?\)
      | \ ?\((?P<exchange>[A-Za-z]{2,10}):\ ?\) )
  | \ (?P<ticker>[A-Z]{1,5}(?:\.[A-Z])?|[a-z]{1,5}(?=,\ [-+]))(?:,\ [-+]?[0-9.]{1,7}%,?|\ (?=[-+][0-9.]{1,7}%))
  | \ (?P<exchange>[A-Z]{2,6}(?:\ [A-Z][a-z]{1,12})?):\ ?(?P<ticker>[A-Z0-9]{2,7})\b
  | \ (?P<ticker>undefined)\b(?:,\ [-+][0-9.]{1,7}%,?)?
  | (?<=\b(?:Inc|Corp|Co|Ltd|Plc)\.?)\ (?P<ticker>[a-z]{1,5})(?=\ (?:was|were|shares|stock|rose|fell)\b)
    """,
    regex.VERBOSE,
)
_NO_TICKERS = _words("CEO CFO COO EPS FDA GAAP NYSE SEC US UK EU IPO AI")
_DAY_MOVE = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?(?:, [-+]?[0-9.]{1,7}%| [-+][0-9.]{1,7}%)")
_REPORTS = re.compile(
    r"(?:,[^,.;\n]{3,90}(?:,[^,.;\n]{3,40}){0,2},)? "
    r"(?:(?:also|has|had|on|late|said|today|just|again|[A-Z][a-z]{1,6}day|announced) ){0,4}"
    r"(?:reported|posted|said|says|earned|lost|beat|missed|reports?|posts?|recorded|announced|booked|made|saw|logged|swung|delivered|"
    r"generated|guided|expects?|forecasts?|raised|lifted|cut|topped|exceeded|announces|sees|registered|turned|outdid|projects|"
    r"projected|warned|continues|issued|did|tops|beats|misses|notched|now|gave|unveiled|declared|slumped)\b"
)
_OWNS = re.compile(
    r"(?P<owner>'s?'?)? (?:(?:GAAP|[a-z0-9Q+-][\w.%-]{0,24}+) ){0,3}?"
    r"(?:(?P<shares>shares?|stock)|earnings?|profits?|revenues?|sales|results|net|operating|quarterly|quarter|"
    r"loss|losses|income|report|dividend|[QH][1-4]|guidance|outlook|ebitda|EBITDA)\b"
)
_HOLDERS = _words(
    "shares stock shareholders investors results sales saw revenue revenues profit profits earnings income loss losses turnover"
)
_TRADES = _words(
    "parent owner maker retailer giant group company bank insurer firm chain airline carrier lender brewer supplier broker operator"
)
_LINKS = _words("of in at from for")
_HOUSE_BEFORE = re.compile(
    r"(?i)\b(?:according to|polled by|surveyed by|compiled by|provided by|heard by|gathered by|analysts? (?:at|from|with|of)|"
    r"economists? at|data from|estimates? from|survey (?:of|by)|poll by|told|by|per|via|research firm|investment bank|broker|"
    r"brokerage|note from|upgraded by|downgraded by|financial firm|fund manager|news (?:service|agency)) (?:the )?\Z"
)
_HOUSE_ENDS = _words("to by at from with of told per via firm bank broker brokerage manager service agency")
_HOUSE_AFTER = re.compile(
    r"(?:'s?)? (?:[A-Z]\w{1,15} )?(?:analysts?|consensus|economists?|polls?|surveys?|estimates?|data|strategists?|(?:re)?iterated|"
    r"upgraded|downgraded|initiated|rates|maintained|said in a note|wrote|held|pegs)\b"
)
_POSTS = r"chief|CEO|CFO|analyst|officer|president|director|founder|chair|economist|strategist|reporter|editor|correspondent"
_TITLES = _words(
    "mr mrs ms dr sir ceo cfo coo chief executive officer president chair chairman chairwoman chairperson director analyst founder "
    "minister senator governor boss strategist economist secretary rep sen manager by"
)
_PERSON_AFTER = re.compile(
    rf",? who (?:is|was|has|leads|runs|heads)\b|, (?:(?:the |an? |its )?(?:[\w'-]{{1,20}}+ ){{0,4}}?"
    rf"(?:{_POSTS})\b)|,? \(?(?:told|wrote)\b"
)
_INDICES = _words("Index index ETF Composite Average Futures futures Fund")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-9]{1,2}(?:,? [0-9]{4})?"
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][\w.'-]*+(?:[ /][A-Z][\w.'-]*+){{0,3}}?)(?P<state>, ?[A-Z][\w.]{{1,14}}+(?: [A-Z][\w.]{{1,14}}+)?)?"
    rf"(?P<day>(?:,|\.| -)? ?{_MONTH})?(?:,? ?\((?P<agency>[^()\n]{{2,30}})\))?(?P<dash>,? ?(?:--?|—|_) |: )"
)
_DASHES = ("- ", "— ", "_ ", ": ")
_STATE = re.compile(
    r", ?(?:[A-Z]{2}|(?:[A-Z][a-z]*\.)+|Canada|Germany|Japan|India|China|France|Australia|Mexico|Brazil|Finland|Sweden|Denmark|"
    r"Norway|England|Scotland|Ireland|Israel|Italy|Spain|Switzerland|Netherlands|Ontario|Quebec|Alberta|British Columbia)\Z"
)
_PLACES = _words("in across throughout near outside within to between")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_INITIALS = re.compile(r"(?<![\w'])[A-Z]|(?<= )&")
BELONGS = (
    " parent ",
    " owner ",
    " operator ",
    " maker ",
    "'s parent ",
    "'s owner ",
    " parent, ",
    "-parent ",
    "-owner ",
    "-maker ",
)
_ASIDE = (",", " who ", " told", " wrote", " (told", " (wrote")
_OPENINGS = frozenset((". ", "! ", "? ", "- ", "* ", "• "))
_FEW = 12
"""As many words are sooner looked for one by one than all words of the text listed."""
_LOWER = re.compile(r"\b[a-z]+\b")


def find_names(text: str) -> list[NameMark]:
    """
    Find every mention of a company, in order.

    >>> [mark.name for mark in find_names("Shares of Acme Inc. rose. Acme earned $2 a share. Globex Corp. lost money.")]
    ['Acme', 'Acme', 'Globex']
    """
    names = names_of(text)
    return [NameMark(span=use.span, name=full) for use in names.uses if names.weights[full := names.fullest[use.name]] >= 2]


@lru_cache(maxsize=2)
def names_of(text: str) -> Names:
    """Read the names of a text; whoever finds stories, companies and mentions asks for the same text in turn."""
    folded = fold(text)
    uses = _without_plain_words(find_uses(folded), folded)
    fullest = fullest_forms(uses)
    weights: dict[str, float] = {}
    for use in uses:
        weights[fullest[use.name]] = weights.get(fullest[use.name], 0) + use.weight
    return Names(folded, uses, fullest, weights)


def find_uses(folded: str) -> list[Use]:
    """Read every run of capitalised words, and how it is used."""
    if flag := _TITLE_FLAG.match(folded):
        folded = " " * flag.end() + folded[flag.end() :]
    uses: list[Use] = []
    after = 0  # the dateline
    for run in _RUN.finditer(folded):
        start = run.start()
        if start == 0 or folded[start - 1] == "\n":
            after = dateline_end(folded, start)
        if start < after:
            continue
        word = run[0]
        if " " in word:
            uses += filter(None, _read_run(folded, start, word.split(" ")))
        elif not is_common(word.strip(".,!"), first=True) and (use := _use_of(folded, [(start, run.end(), word)])):
            uses.append(use)
    uses = list(_joined_by_initials(folded, uses))
    # "United" is short for "United Foods" where the text has that, else it is no name.
    long = {use.name.split()[0] for use in uses if " " in use.name}
    # Take no surname for a company: "Jane Doe, its chief executive" tells of "Doe" too.
    surnames = {use.name.split()[-1] for use in uses if use.person and use.name.count(" ") in (1, 2)}
    return [
        replace(use, weight=-2, person=True) if use.name.removesuffix("'s") in surnames else use
        for use in uses
        if use.name in long or use.name.lower() not in _OPENERS
    ]


def _joined_by_initials(folded: str, uses: Sequence[Use]) -> Iterator[Use]:
    """Join "Anvils" and "Motion" to "Anvils in Motion" where the text knows an "AIM"."""
    short = {use.name for use in uses if 3 <= len(use.name) <= 5 and use.name.isupper()}
    at = 0
    while at < len(uses):
        use = uses[at]
        after = uses[at + 1] if short and at + 1 < len(uses) else use
        gap = folded[use.span.end : after.span.start] if after.span.start - use.span.end <= 5 else ""
        if gap in (" in ", " on ", " for ", " the ") and "".join(_INITIALS.findall(use.name + gap.title() + after.name)) in short:
            span = Span(use.span.start, after.span.end)
            use = replace(after, span=span, name=span.of(folded), weight=max(use.weight, 0) + after.weight, inside=use.inside)
            at += 1
        yield use
        at += 1


def _without_plain_words(uses: Sequence[Use], folded: str) -> tuple[Use, ...]:
    """Leave out single words that only open sentences and titles with a capital: the text has them in lower case too."""
    title = folded.find("\n")  # where any word may have a capital
    proved = {
        word
        for use in uses
        if use.listed or use.legal or (use.span.start > title and (use.inside or use.weight >= 2))
        for word in use.name.split()
    }
    doubted = {use.name for use in uses if " " not in use.name and use.name not in proved and use.name.isalpha()}
    if not doubted:
        return tuple(uses)
    lower = {name.lower() for name in doubted}
    plain = {word for word in lower if is_named(folded, word)} if len(lower) < _FEW else lower.intersection(_LOWER.findall(folded))
    return tuple(use for use in uses if use.name not in doubted or use.name.lower() not in plain)


def dateline_end(folded: str, start: int) -> int:
    """
    Find where the line's dateline ends, which names a place and no company; `start` where there is none.

    >>> text = "SPRINGFIELD, Ill. (AP) - Acme said"
    >>> text[dateline_end(text, 0):]
    'Acme said'
    """
    line = folded[start : start + 140]
    if not any(dash in line for dash in _DASHES):
        return start
    found = _DATELINE.match(folded, start, start + 140)
    if found is None or _BRANDED.fullmatch((found["state"] or "").strip(", ")):
        return start
    state, agency = found["state"], found["agency"]
    letters = [char for char in found["place"] if char.isalpha()]
    # A place is written in capitals once, a company that is, always.
    shouted = found["place"].isupper() and len(letters) > 4 and folded.find(found["place"], found.end(), start + 4000) < 0
    if agency:
        # "SPRINGFIELD (AP) - " against "GLOBEX (GBX) - ": a ticker is made of the name's letters.
        rest = iter(letters)
        coded = agency.isupper() and " " not in agency
        proved = ":" not in agency and (not coded or (shouted and not all(char in rest for char in agency if char.isalpha())))
    else:
        proved = shouted
    if proved or found["day"] or (state and (shouted or _STATE.match(state))):
        return found.end()
    return start


_Piece = tuple[int, int, str]


def _read_run(folded: str, start: int, words: Sequence[str]) -> Iterator[Use | None]:
    """Cut a run into names: common words, verbs of titles, suffixes and possessives part them."""
    pieces: list[_Piece] = []
    for word in words:
        pieces.append((start, start + len(word), word))
        start += len(word) + 1
    name: list[_Piece] = []
    for place, piece in enumerate(pieces):
        word = piece[2].strip(".,!")
        if name and word in ("of", "de", "and", "&", "plc"):
            name.append(piece)
        elif is_common(word, first=not name):
            if name:
                yield _use_of(folded, name)
                name = []
        elif name and place == len(pieces) - 1 and _DAY_MOVE.match(folded, piece[0]):
            break
        else:
            name.append(piece)
            if _ends_name(folded, name, pieces[place + 1 :]):
                yield _use_of(folded, name)
                name = []
    if name:
        yield _use_of(folded, name)


def _ends_name(folded: str, name: Sequence[_Piece], rest: Sequence[_Piece]) -> bool:
    """Tell a legal suffix, and a possessive that owns what follows rather than being part of the name."""
    word = name[-1][2].strip(".,!")
    if len(name) > 1 and _is_suffix(word):
        return not rest or not (_is_suffix(rest[0][2].strip(".,")) or rest[0][2] in ("of", "&"))
    if not rest or not word.endswith(("'s", "s'")):
        return False
    return word.removesuffix("'s").lower() in (COMMON | _COUNTRIES) or not _is_brand(folded, rest)


@lru_cache(maxsize=8192)
def _is_suffix(word: str) -> bool:
    return _LEGAL.fullmatch(" " + word) is not None


def _is_brand(folded: str, rest: Sequence[_Piece]) -> bool:
    """Tell "Baker's Kitchen Inc." from "Baker's Christmas sales": a suffix, a ticker, a dash or a reporting verb ends it."""
    last = rest[-1]
    return (
        _BRANDED.fullmatch(last[2]) is not None
        or _TICKER.match(folded, last[1]) is not None
        or folded.startswith((" - ", " reported", " said"), last[1])
    )


@lru_cache(maxsize=8192)
def is_common(word: str, *, first: bool) -> bool:
    """Tell a word that is capitalised for another reason than being (part of) a name."""
    low = word.lower()
    if low in _OPENERS:
        return False
    if SHAPED.match(word) or _TITLE_STOP.match(word):
        return True
    base = low.removesuffix("'s")
    return (low in COMMON or base in COMMON or (first and base in _COUNTRIES)) and (first or low not in _INNER)


def _use_of(folded: str, name: Sequence[_Piece]) -> Use | None:
    """Say how one name is used, if it is one."""
    start = name[0][0]
    whole = folded[start : name[-1][1]].rstrip(".,!& ")
    stop = start + len(whole)
    owner = _POSSESSIVE.search(whole) if whole.endswith(("'s", "s'")) else None
    if owner is not None and _REPORTS.match(folded, stop) and not _OWNS.match(folded, start + owner.start()):
        owner = None  # the possessive belongs to the name: "Baker's reported …"
    stated = whole[: owner.start()] if owner else whole
    if len(stated) < 2 or stated.lower() in COMMON:
        return None
    span = Span(start, start + len(stated))
    before = _words_before(folded, start)
    if before[-1] in _TITLES or (folded.startswith(_ASIDE, stop) and _PERSON_AFTER.match(folded, stop)):
        return Use(span=span, name=without_suffix(stated), weight=-2, person=True)
    if not _INDICES.isdisjoint(stated.split(" ")) or folded.startswith((" index", " futures", " ETF"), stop):
        return None
    return _company_use(folded, span, stop, before, possessive=owner is not None)


def _company_use(folded: str, span: Span, stop: int, before: tuple[str, str], *, possessive: bool) -> Use | None:
    """Weigh what is said of a name, other than of a person."""
    start = span.start
    stated = span.of(folded)
    short = without_suffix(stated)
    legal = short != stated
    held = _is_held(before, apposed=folded[start - 2 : start] == ", ", closed=folded.startswith(",", stop))
    after = stop + (legal and folded.startswith(".", stop))
    after += 2 if folded.startswith("'s ", after) else 0
    ticker = _ticker_at(folded, after, stated=legal or held)
    listed = ticker is not None
    if not (legal or listed) and short.lower() in _PLAIN:
        return None
    if ticker is not None:
        after = ticker.end()
    inside = not _opens_sentence(folded, start)
    weight = 2.0 * legal + 3 * listed + 2.5 * held
    action = 0
    if folded.startswith(BELONGS, after):
        weight = -1.0  # "Anvil parent Acme" speaks of Acme
    elif _is_house(folded, before, start, after):
        weight -= 3
    elif action := _action(folded, start, after, span.end if possessive else after):
        # "Acme's sales" tells more than "Anvil sales", which may be what a sentence begins with.
        weight += 2 if action > 1 or inside or weight or " " in short else 1
    elif possessive and folded[stop : stop + 2].strip().islower():
        weight += 1
    elif not (legal or listed) and (before[-1] in _PLACES or (before[-1] == "the" and before[0] in _PLACES)):
        weight -= 1
    return Use(
        span=span,
        name=short,
        weight=weight,
        ticker=ticker["ticker"] if ticker else None,
        exchange=ticker["exchange"] if ticker else None,
        listed=listed,
        legal=legal,
        acting=action > 0,
        inside=inside,
        bracketed=folded.startswith("(", max(0, start - 1)),
    )


def _is_house(folded: str, before: tuple[str, str], start: int, after: int) -> bool:
    """Tell who only gives estimates: "analysts at Acme", "the Acme consensus"."""
    if folded.startswith((" ", "'"), after) and _HOUSE_AFTER.match(folded, after):
        return True
    return before[-1] in _HOUSE_ENDS and _HOUSE_BEFORE.search(folded, max(0, start - 40), start) is not None


def _action(folded: str, start: int, after: int, owner: int) -> int:
    """Tell what reports or owns what is reported (2), or may be an adjective of it (1)."""
    if folded.startswith((" ", ","), after) and (
        _REPORTS.match(folded, after) or (start == 0 and _TITLE_SUBJECT.match(folded, after))
    ):
        return 2
    owns = _OWNS.match(folded, owner) if folded.startswith((" ", "'", "s'"), owner) else None
    return 0 if owns is None else 2 if owns["owner"] or owns["shares"] else 1


def _words_before(folded: str, start: int) -> tuple[str, str]:
    """Give the two words before a place on its line, in lower case and without points."""
    if start == 0 or folded[start - 1] != " ":
        return "", ""
    words = folded[max(0, start - 28) : start].rpartition("\n")[2].lower().split()[-2:]
    return (words[-2].rstrip(".,") if len(words) > 1 else ""), (words[-1].rstrip(".,") if words else "")


def _is_held(before: tuple[str, str], *, apposed: bool, closed: bool) -> bool:
    """Tell what has shares, and what is named after its trade: "shares of Acme", "the brewer Acme", "the brewer, Acme, said"."""
    first, second = before
    if apposed:
        return closed and second in _TRADES
    return second in _HOLDERS or second in _TRADES or (second in _LINKS and first in _HOLDERS)


def _opens_sentence(folded: str, start: int) -> bool:
    """Tell a place where any word has a capital: a line's, a bullet's or a sentence's beginning."""
    return start == 0 or folded[start - 1] in '\n"' or folded[max(0, start - 2) : start] in _OPENINGS


def _ticker_at(folded: str, place: int, *, stated: bool) -> regex.Match[str] | None:
    """Read a ticker; the word "undefined" in its place counts where the name is `stated` to be a company's."""
    following = folded[place : place + 2]
    if not (following[:1] in ("(", ",") or following == " (" or following[1:].isupper() or stated or following == " p"):
        return None
    found = _TICKER.match(folded, place)
    if found is None or (found["ticker"] == "undefined" and not stated):
        return None
    return None if found["exchange"] is None and found["ticker"] in _NO_TICKERS else found


@lru_cache(maxsize=8192)
def without_suffix(name: str) -> str:
    """
    Drop "Inc.", "Oyj" and the like, which nobody says.

    >>> without_suffix("Acme Foods Co., Ltd.")
    'Acme Foods'
    """
    return _LEGAL.sub("", name).rstrip(" ,&") or name


def fullest_forms(uses: Sequence[Use]) -> dict[str, str]:
    """
    Map each form of a name to the fullest one: a longer form of it, or what its capitals stand for.

    >>> uses = find_uses("Acme Foods Inc. fell. Acme said it lost money.")
    >>> fullest_forms(uses)["Acme"]
    'Acme Foods'
    """
    weights: dict[str, float] = {}
    for use in uses:
        weights[use.name] = weights.get(use.name, 0) + max(use.weight, 0)
    best: dict[tuple[str, ...], str] = {}
    fullest: dict[str, str] = {}
    for form, weight in sorted(weights.items(), key=lambda item: (-len(item[0].split()), item[0])):
        words = tuple(_plain(word) for word in form.split())
        longer = best.get(words)
        fullest[form] = fullest[longer] if longer is not None and (weights[longer] > 0 or not weight) else form
        for length in range(1, len(words) + 1):
            rival = best.get(words[:length])
            if rival is None or (weight > 0, weight) > (weights[rival] > 0, weights[rival]):
                best[words[:length]] = form
    return _with_acronyms(fullest, uses)


def _with_acronyms(fullest: dict[str, str], uses: Sequence[Use]) -> dict[str, str]:
    """Join "Acme Consultancy Services" and "ACS"; two letters are seldom what a company is known by, with more both names are."""
    both = {use.name for use in uses if not use.bracketed} & {use.name for use in uses if use.bracketed}
    if not both and not any(form.isupper() for form in fullest):
        return fullest
    long_forms = [form for form in fullest if " " in form]
    spelt = {"".join(word[0] for word in form.split()).upper(): form for form in long_forms}
    spelt |= {"".join(_INITIALS.findall(form)): form for form in long_forms}
    # What stands in brackets after a name is a ticker, unless the text goes on to use it as the name.
    spelt |= {use.ticker: use.name for use in uses if use.ticker and not use.exchange and use.ticker in both}
    # "Acme Works Ltd (Anvilo)" gives the name that the text goes on with.
    spelt |= {
        short.name: use.name
        for use, short in pairwise(uses)
        if use.legal and short.bracketed and short.name in both and short.span.start - use.span.end <= 3
    }
    joined = {}
    for short, full in fullest.items():
        long = spelt.get(short, short) if 2 <= len(short) <= 12 else short
        if long != short:
            joined[full] = joined[fullest[long]] = fullest[long] if len(short) == 2 else f"{fullest[long]} ({short})"
    return {form: joined.get(full, full) for form, full in fullest.items()}


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").rstrip("'.,!")


def is_named(text: str, name: str) -> bool:
    """Tell whether a text holds a name as a whole word."""
    return name in text and next(places_of(text, name), None) is not None


def places_of(text: str, name: str) -> Iterator[int]:
    """Find where a text holds a name as whole words."""
    place = text.find(name)
    while name and place >= 0:
        end = place + len(name)
        if not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum()):
            yield place
        place = text.find(name, end)


def weigh(uses: Iterable[Use]) -> float:
    """Add up how strongly uses show a company."""
    return sum(use.weight for use in uses)
