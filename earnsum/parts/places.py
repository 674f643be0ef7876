"""Places: the part that a sentence or a clause is on ("In Europe, sales …", "in China, where sales fell"), or that lies there."""

from __future__ import annotations

from earnsum.model import Span
from earnsum.names.scopewords import NOT_A_SCOPE, PLACES, is_on_the_map
from earnsum.parts.partnames import CAPITALS, KINDS, MONTH, OWNER, PLACE, WORDS, is_part, is_plain_part, trim
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM
from earnsum.text.terms import ITS, POSTED, UNIT

IN_A_PLACE = re.compile(
    r"\ in\ (?:the\ |mainland\ |greater\ )?(?P<name>[A-Z][\w.]*+(?:\ (?:and\ )?[A-Z][\w.]*+){0,3})"
    r"(?![\w'-]|\ (?:dollars?|francs?)\b)"
)
"""Where a business is that has no other name ("its business in Poland"), or what a metric is of ("profit in North America")."""

_NO_PLACE = r"(?!(?:[\w-]++\ ){1,2}?(?:news|[0-9]++|index|headlines),\ )"
"""``In City news, Acme …``, ``In the FTSE 250, …``: where a report on a market brings in a company"""

_ASIDE = (
    r"(?P<aside>,\ (?:its|the|their|where|which|home\ to|including|now|an?|by\ far|one\ of)\ [^,;:.]{3,70}(?=,\ )"
    r"|\ --\ [^;:.]{3,90}\ --)?"
)
"""What may be said of a part between its name and its figures ("In China, its biggest market, sales rose")."""

# "In South America it lost …", "In Europe, sales fell …"
_PLACE_BEFORE = regex.compile(
    rf"(?:[*-]\ )?(?:[Ii]n|(?:[Aa]t|[Ff]or)(?=[^,]*,))\ (?:[Tt]he\ )?{_NO_PLACE}"
    r"(?:(?:its\ )?(?:[a-z]++\ ){1,3}?markets?\ of\ )?"
    r"(?P<name>(?:rest\ of\ (?:the\ )?)?[A-Z][\w.&-]++(?:\ (?:and\ |&\ )?[A-Z][\w.&-]++){0,2}|rest\ of\ (?:the\ )?world)"
    rf"(?!\ (?:[a-z-]++\ terms|(?:dollars?|francs?))\b){_ASIDE}[,:]?\ |(?P<name>Outside\ (?:of\ )?(?:the\ )?{CAPITALS}),\ ",
    regex.VERBOSE,
)

# "At the investment bank the pretax loss narrowed", "At Anvil Cloud, revenue rose"
_OPENS = re.compile(
    rf"(?:[*-]\ )?(?:In|At|For|Within|Across|Looking\ at|Turning\ to|Over\ at|As\ for)\ {_NO_PLACE}"
    rf"(?:the\ [a-z]++'s\ |the\ |its\ |{OWNER}\ )?(?P<name>[\w&'-]++(?:\ [\w&'-]++){{0,5}}?){_ASIDE},?\ (?:the\ |its\ )?"
    rf"(?:(?:{FIRM}|it|they)\ (?:{POSTED}|had|saw)\ "
    r"(?:an?\ |its\ )?)?",
    re.VERBOSE,
)

# "in China, where sales fell"
_WHERE = regex.compile(
    rf"\b(?:in|at|for|from|of|across|by)\ (?:{ITS}\ )?(?:(?P<name>(?:{CAPITALS},\ )?{PLACE})"
    rf"|(?P<name>{WORDS})\ {KINDS}(?:\ there)?),?\ where\ [^,;:]{{0,60}}$",
    regex.VERBOSE,
)

# "In commercial aircraft revenue fell, but operating earnings rose"
_APPOSED = re.compile(
    rf"(?:At|In|Within)\ (?:its|the|the\ [a-z]++'s|{OWNER})\ (?:[a-z-]++\ ){{0,3}}?{KINDS},\ "
    r"(?P<name>[\w&' -]{3,40}),\ $",
    re.VERBOSE,
)
"""``At its biggest division, electrification, orders rose``"""
_BRAND_BEFORE = regex.compile(
    rf"(?:In|At|For)\ (?:the|its|the\ [a-z]++'s)\ (?:[a-z-]++\ ){{1,3}}(?:{UNIT}|brand|label|chain|franchise)\ "
    rf"(?P<name>{CAPITALS}){_ASIDE},\ (?:[a-z-]++\ ){{0,2}}",
    regex.VERBOSE,
)
"""``For the soap brand Anvil, operating profit was higher``"""
_BUSINESS_BEFORE = re.compile(
    r"(?:[*-]\ )?In\ (?:the\ |its\ )?(?!an?\ )(?P<name>[a-z&-]++(?:\ [a-z&-]++){0,3}?)\ (?:net\ )?"
    r"(?:revenues?|sales|profits?|orders)\b"
)

_FRONTED = regex.compile(
    r"(?:(?P<name>Downstream|Upstream|Midstream|Overseas|Abroad),? (?!income|profit|earnings|revenue|sales)"
    r"|At (?P<name>home), |(?P<name>Online), )(?:(?:though|however|meanwhile|by contrast), )?"
)
"""``Downstream, Acme said its profit fell``, ``Online, though, sales rose``"""
_ADVERB = re.compile(r"(?P<name>International|Domestic)(?:al)?ly, ")
"""``Internationally, sales rose 5%``, ``Domestically, …``"""
_WHILE = re.compile(
    rf"(?:While|Although|Though)\ (?P<name>{PLACE})\ (?:still\ |also\ )?(?:is|was|remains?|remained|accounts?|makes?)\ "
    r"[^,;$%]{3,70},\ (?:its\ )?",
    re.VERBOSE,
)
"""``While Asia still remains a small market, sales jumped 60%``"""

_CLAUSE = re.compile(r"(?:;|,?\ (?:while|but|whereas)|,\ and)\ (?=(?:in|at|for)\ )")
"""What parts a clause on another place from the one before ("…; in Asia, sales fell")."""

_SHOPS = re.compile(
    r"(?:[\w.&'-]+ ){0,3}?(?:\w+stores|\w+markets|restaurants|pharmacies|cafes|pubs|casinos|theaters|theatres|cinemas|clinics"
    r"|airlines|railroads|newspapers|magazines|mills|refineries|smelters"
    r"|(?:department|discount|convenience|outlet|dollar|grocery) stores)"
)
"""Shops and works of one kind, which a company has beside others ("At the drugstores, sales rose")."""
_LIKE_FOR_LIKE = re.compile(r"(?:same-|comparable|comps?\b|like-for-like)")
_CALLED = re.compile(rf", (?:its|the\ [a-z]++'s|their) (?:[\w-]++ ){{0,3}}(?:{UNIT}|category)$")

_LOOK_BACK = 120


_SHOPS_OF = re.compile(
    r"(?:[*-]\ )?(?:The\ |Its\ |Our\ )?(?P<name>[A-Z][\w.]*+)\ (?:restaurants|stores|shops|outlets|hotels|locations|supermarkets)\ "
    rf"(?:(?:open\ |that\ )[^,;$%]{{3,30}}\ )?(?:{POSTED}|saw|had)\ ",
    regex.VERBOSE,
)
"""``U.S. restaurants saw same-store sales grow``"""


def _place_of_shops(folded: str, start: int, stop: int) -> str | None:
    """Return the country that a sentence says its shops are in, which fared in some way, or the brand that it is on."""
    match = _SHOPS_OF.match(folded, start, stop)
    if match is not None and is_on_the_map(match["name"]):
        return match["name"].lower()
    return _named(_BRAND_BEFORE.fullmatch(folded, start, stop))


def _opening(folded: str, start: int, stop: int) -> str | None:
    """Return the part that a sentence opens with, in a word or a phrase that takes no article."""
    found = next((match for pattern in (_FRONTED, _ADVERB) if (match := pattern.match(folded, start, stop))), None)
    return found["name"].lower() if found is not None else None


def place_before(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that a sentence begins with or a clause is on ("In Europe, sales …"), or the company without its arms."""
    where = _place_where(folded, sentence, stop) or _place_of_clause(folded, sentence, stop)
    if where := where or _named(_WHILE.fullmatch(folded, sentence.start, stop)) or _place_of_shops(folded, sentence.start, stop):
        return where
    if (opening := _opening(folded, sentence.start, stop)) is not None:
        return opening
    if (match := _OPENS.fullmatch(folded, sentence.start, stop)) and _is_called_part(match):
        return match["name"].lower()
    if (apposed := _APPOSED.match(folded, sentence.start, stop)) is not None:
        return trim(apposed["name"])
    place = _PLACE_BEFORE.match(folded, sentence.start, stop)
    opens = folded.startswith("In ", sentence.start) or folded.startswith("In ", sentence.start + 2)
    if place is None and opens and (business := _BUSINESS_BEFORE.match(folded, sentence.start, stop)) is not None:
        name = business.group("name")
        return name if trim(name) and name.split()[0] not in NOT_A_SCOPE else trim(name)
    return _named(place)


def _is_called_part(match: re.Match[str]) -> bool:
    """Tell a part by its name, or by what is said of it ("In forging and castings, its biggest business, sales rose")."""
    called = _CALLED.search(match["aside"] or "") is not None
    shops = _SHOPS.fullmatch(match["name"]) is not None and _LIKE_FOR_LIKE.match(match.string, match.end()) is None
    called = called or shops
    return is_part(match["name"]) or (called and is_plain_part(match["name"].lower().split()))


def _named(match: re.Match[str] | regex.Match[str] | None) -> str | None:
    """Return the place that was found; a month, a sum or a word that only begins a sentence is none."""
    if match is None or MONTH.match(match["name"]) or any(map(str.isdigit, match["name"])):
        return None
    return trim(match["name"])


def _place_where(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that a clause on it tells of ("in China, where sales fell")."""
    start = max(sentence.start, stop - _LOOK_BACK)
    return _named(_WHERE.search(folded, start, stop)) if folded.find(", where ", start, stop) >= 0 else None


def place_where(folded: str, start: int, stop: int) -> str | None:
    """Return the place that a clause between a metric and its figure is on ("Sales did best in Europe, where they rose 9%")."""
    return _place_where(folded, Span(start, stop), stop)


def _place_of_clause(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that the last clause before a metric begins with ("…; in Asia, sales fell")."""
    clause = max((match.end() for match in _CLAUSE.finditer(folded, sentence.start, stop)), default=stop)
    return _named(_PLACE_BEFORE.fullmatch(folded, clause, stop))


def place_behind(folded: str, end: int) -> str | None:
    """Return a well-known place right behind a metric's name, whatever follows ("pretax profit in North America largely on …")."""
    match = IN_A_PLACE.match(folded, end)
    name = match["name"].lower().rstrip(".") if match is not None else ""
    return name if name and PLACES.issuperset(name.replace(".", "").split()) else None


_THERE_BEFORE = regex.compile(
    r"\bthere(?!\ (?:was|were|is|had\ been|has\ been|will|would|may)\b)(?:\ (?!and|but|while)[a-z]++){1,4}\ $"
)
THERE = r"in (?:the (?:country|region)|th(?:is|at) (?:[a-z-]+ )?(?:country|region|market))"
_THERE_BEHIND = re.compile(rf"(?: growth(?: of [0-9.]+(?:%| per ?cent))?)? (?:there|{THERE})(?!\w)")
_NAMED_THERE = regex.compile(
    r"\b(?:(?:North|South|Latin|Central|Southeast|East|West|New|United|Hong)\ )?[A-Z][A-Za-z]++"
    r"(?:\ (?:Africa|East|Korea)\b)?|\bU\.[SK]\."
)
_NOT_ON_THE_MAP = frozenset({"united states", "united kingdom", "new zealand", "hong kong", "mainland china"})
_NAMED_BACK = 250


def place_there(folded: str, start: int, end: int) -> str | None:
    """Return the place that "there" or "in the country" beside a metric means: the one named last ("In Asia …: sales there")."""
    behind = folded.startswith((" there", " in th", " growth "), end) and _THERE_BEHIND.match(folded, end) is not None
    back = max(0, start - _LOOK_BACK)
    if not behind and (folded.find("there ", back, start) < 0 or _THERE_BEFORE.search(folded, back, start) is None):
        return None
    named = [match[0].lower() for match in _NAMED_THERE.finditer(folded, max(0, start - _NAMED_BACK), start)]
    return next((name for name in reversed(named) if name in _NOT_ON_THE_MAP or is_on_the_map(name)), None)
