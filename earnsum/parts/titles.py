"""
Titles of parts: a line by itself that says which part of the company is told of below it.

"Consumer health", "2) Oil to chemicals", "North America": press releases and lists of highlights go through the businesses
so, and the paragraphs below name only the metrics.
"""

from __future__ import annotations

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.model import Company, Span
from earnsum.names.arms import is_arm
from earnsum.names.scopewords import BUSINESSES, NOT_A_SCOPE, ON_THE_MAP, PLACES
from earnsum.parts.partnames import BY_WHAT_IT_DOES
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS, POSTED, UNIT

_LINE = re.compile(r"(?:[0-9]{1,2}[.)]\ |[-*•]\ |[IVX]{1,4}\.\ )?(?P<name>[A-Z][\w&'/ -]{2,50}?)(?:\ \([A-Z0-9&]{2,6}\))?:?")
_COLON = re.compile(
    r"(?:[-*•]\ )?(?:(?:In|At)\ (?:the\ )?)?(?P<name>[A-Z][\w&'/-]*+(?:\ [\w&'/-]++){0,4}?)(?::|\ [—-]{1,2})\ (?=\S)"
)
_OF_SEGMENT = re.compile(r"(?:The )?(?:[Ss]egment|[Dd]ivision|[Uu]nit)(?:'s)? (?!of\b|profits of\b)")
"""``O2C: Segment revenue grew``: what stands before the colon is a part, whatever it is called"""
_OF_METRIC = re.compile(
    r"(?:[-*•]\ )?(?i:(?:[a-z-]++\ ){0,3}?"
    r"(?:sales|revenues?|profits?|income|ebitda|ebit|orders|bookings|margins?|earnings|production|deliveries|subscribers))"
    r"\ ?[-–—]\ (?P<name>[A-Z][^:;$]{1,60}?)(?:\ ?[-–—]\ (?:Adjusted|Non-GAAP|GAAP|Total|Reported))?\ ?:\ (?=\S)"
)
"""``Net Sales- Anvil Aerospace: $7 billion``: a metric, and behind a dash the part that it is of"""
_FARED = re.compile(
    r"(?:(?:But|And|Still|Yet|Meanwhile),?\ )?(?:(?:[Tt]he\ [a-z]++'s|[Tt]he|[Ii]ts|Our|In|At|[A-Z][\w.&-]*+'s)\ (?:the\ |its\ )?)?"
    r"(?:[a-z]+ly[ -][a-z]++\ |(?:large|big|key|core|struggling|ailing|flagship)\ )?"
    r"(?P<name>[\w&'/-]++(?:\ (?:(?:and|&)\ )?[\w&'/-]++){0,3}?)"
    rf"(?P<kind>\ (?:{UNIT}s?|operations|businesses))?"
    r"(?:,\ (?:which|the|an?|long|once|its|home|already|until)\ [^,;:$]{3,80})?,?\ "
    r"(?:(?:also|again|alone)\ )?(?:(?:is|are|kept|keeps)\ (?:still\ |now\ |also\ )?(?:growing|shrinking|slowing|expanding"
    r"|improving|declining|recovering|struggling|booming|thriving)|(?:ac|de)celerated|grew|shrank|rose|fell|declined|expanded"
    r"|improved|contracted|deteriorated|worsened|cooled|boomed|thrived|picked\ up|outperformed|underperformed|saw"
    r"|is\ still|was|were|did|had\ (?:an?|another)|remained|"
    r"continued|disappointed|impressed|slowed|weakened|lagged|slumped|rebounded|recovered|stumbled|enjoyed|suffered|held|fared|performed|struggled|"
    r"shone|stood|proved|provided|contributed|made\ (?:the|an?)\ (?:[a-z-]++\ )?(?:contribution|gains?|progress)"
    rf"|(?:{POSTED}|witnessed|maintained|turned\ in|put\ in)\ (?:{ITS}|an?|another)\ "
    r"|(?:delivered|posted|reported|registered|recorded|showed|witnessed)\ (?!the\b)[a-z-]++\ (?:[\w-]++\ )?"
    r"(?:growth|performance|results|numbers|profits?|sales))\b"
)
_KIND_OF_BANK = regex.compile(r"(?i)(?:investment|retail|private|commercial|corporate|wholesale|consumer|merchant) bank")
_LISTED_BY = regex.compile(r"\b(?:results|sales|performance|figures|highlights) by (?:brand|banner|chain|segment|division)\b")
"""What announces a list whose titles are parts ("Here are its results by brand")."""
_OF_RESULTS = regex.compile(r"(?i)\b(?:q[1-4]|[1-4]q|fy|quarter|results|performance|highlights|outlook|guidance)\b")
"""Words of titles that name a report and no part: "Q1 Performance"."""
_NO_KIND = regex.compile(r"\b(?:[Tt]his|[Tt]hat|[Ee]very|[Ee]ach|[Ww]hole|[Oo]ther|[Cc]ore|[Nn]ew|[Oo]ld)\b")
_JOINED = frozenset({"and", "management"})
"""Words that narrow nothing by themselves, but behind another ("wealth management")."""
_MANY = 4
_LONG = 60
_WORD = re.compile(r"[^\W_][\w'&.-]*+")
_IS_CALLED_ONE = re.compile(r"(?:[A-Z][\w-]*+ (?:(?:and|&) )?){1,3}(?:[Ss]egment|[Dd]ivision)")
"""``Toy division``"""
_SMALL = frozenset({"and", "of", "to", "the", "other", "others", "&", "segment", "division", "business", "region", "group"})
_NO_PART = frozenset(
    "and of to the & group business sales financial news other capital data trade trading performance production investment".split()
)
"""Words that a line may be made of, and name no part by themselves."""
_TELLING = (BUSINESSES | PLACES) - _NO_PART
_KNOWN = BUSINESSES | ON_THE_MAP | KIND_WORDS | _SMALL


def part_titled(folded: str, line: Span, company: Company) -> tuple[bool, str | None]:
    """Tell whether a paragraph is a title, and of which part of the company it is ("Outlook" is of none)."""
    text = line.of(folded).strip()
    match = _LINE.fullmatch(text) if len(text) < _LONG else None
    if match is None or text.endswith((".", "!", "?")):
        return False, None
    name = match["name"]
    run_in = text.isupper() and folded.startswith(" ", line.end)  # "EYES ON SOLAR Acme said new orders were"
    if run_in or _OF_RESULTS.search(name):
        return True, None
    if (is_arm(folded, name) or (_LISTED_BY.search(folded) and name.istitle())) and not _own_words(company).issuperset(
        name.lower().split()
    ):
        return True, name.lower()
    return True, _part(name, company)


def part_before_colon(folded: str, line: Span, company: Company) -> str | None:
    """Return the part that a paragraph begins with, before a colon or a dash ("Consumer: net sales of …")."""
    if all(folded.find(mark, *line) < 0 for mark in (":", " -", " —")):
        return None
    if (named := _OF_METRIC.match(folded, line.start, line.end)) is not None:
        words = set(named["name"].lower().split())
        return None if words - _own_words(company) <= NOT_A_SCOPE else named["name"].lower()
    match = _COLON.match(folded, line.start, line.end)
    if match is not None and _OF_SEGMENT.match(folded, match.end()):
        return match["name"].lower()
    return _part(match["name"], company) if match is not None else None


def part_opening(folded: str, sentence: Span, company: Company) -> str | None:
    """Return the part that a sentence begins with, which says in words how it fared ("Petrochemicals did better still.")."""
    if (match := BY_WHAT_IT_DOES.match(folded, sentence.start, sentence.end)) is not None:
        return match["name"].lower()
    match = _FARED.match(folded, sentence.start, sentence.end)
    if match is None:
        return None
    if _KIND_OF_BANK.fullmatch(match["name"]):
        return match["name"].lower()
    if match["kind"] and not _NO_KIND.search(match["name"]):
        words = match["name"].lower().split()
        return " ".join(words) if len(words) < _MANY and NOT_A_SCOPE.isdisjoint({*words[:1], *({*words} - _JOINED)}) else None
    return _part(match["name"][:1].upper() + match["name"][1:], company)


def _own_words(company: Company) -> set[str]:
    """Return the words of a company's name."""
    return {word.lower() for word in _WORD.findall(company.name or "")}


def _part(name: str, company: Company) -> str | None:
    """Return the name of a part in lower case, None for what names none."""
    words = [word.lower() for word in _WORD.findall(name)]
    own = _own_words(company)
    if _IS_CALLED_ONE.fullmatch(name) and NOT_A_SCOPE.isdisjoint(words):
        return name.lower()
    if own.issuperset(words) or _TELLING.isdisjoint(words):
        return None
    branded = words[-1] in BUSINESSES and all(word[0].isupper() for word in name.split())  # "Anvil Platforms"
    return name.lower() if branded or _KNOWN.issuperset(set(words) - own) else None
