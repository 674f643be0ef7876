"""Item heads: what a round-up's item begins with: "Acme (ACM) - The maker …", "Acme: Shares …"."""

from __future__ import annotations

from earnsum.model import Company
from earnsum.names.scopewords import BUSINESSES, PLACES
from earnsum.names.words import COMMON, NEWSROOMS, RUBRIC, SUFFIXES, without_suffix, words_in
from earnsum.patterns import re
from earnsum.text.sentences import fold

_MOVE = (
    r"(?:\ <[A-Z0-9.]++>)?,?\ (?:\$[0-9.]++,\ )?(?:(?:up|down|off)\ |(?=[+-][0-9]))[$+-]{0,2}[0-9][0-9.]*+"
    r"(?:%|\ (?:cents|pct|percent)\b)?(?:\ (?:to|at)\ \$?[0-9.]++)?(?:\ premarket)?"
)
"""How a head goes on about the price of the shares: "Acme Corp., up $3.10 to $52.28", "Acme Corp <ACM.N>, $52.28, +3 pct"."""
_NUMBER = r"(?>(?:(?>(?:No\.\ ?+|\#)?)[0-9]{1,2}+[.:)]\ (?=[A-Z]))?)"
"""The place of an item in a list: "No. 5: Acme Corp. (ACM)"."""
_ITEM = re.compile(
    rf"[-*•·]{{0,2}}+\ ?{_NUMBER}"
    r"(?![0-9]{1,2}[.:][0-9]{2}\ ?[apAP])(?P<name>(?P<first>\w*+)[^\n:()\[\]—|-]{0,60}?"
    r"(?:-\w[^\n:()\[\]—|-]{0,40}?(?:-[A-Z0-9][^\n:()\[\]—|-]{0,40}?){0,2})?)"
    r"(?:\ ?\((?:(?P<ticker>[A-Z0-9.:\ -]{1,16})(?:,\ [A-Z][a-z]{2,20})?|[A-Z][A-Za-z]{1,20})\))?"
    rf"(?P<move>{_MOVE})?(?P<dash>:(?=\ )|\ -{{1,2}}(?=\ )|\ ?—|\ \|(?=\ )"
    r"|-(?=(?:The|This|Shares|An?|(?P=first))\ )|-(?=\ [A-Z])|\ -(?=[A-Z][a-z]))\ ?(?=\S)"
)
"""The last dashes lack a blank, and are none within a name: "Acme–The maker", "Acme– Shares", "Acme–Acme said"."""
_NUMBERED = re.compile(rf"\A{_NUMBER}")
_ITEM_WORD = re.compile(r"[A-Z0-9]|[a-z]{1,2}[A-Z]|[a-z]\.[a-z]|(?:&|of|and|in|the|de)$")
_NO_HEAD = re.compile(
    r"(?i)\b(?:earnings|eps|revenues?|sales|profits?|income|loss(?:es)?|margin|ebitda?|cash|debt|dividend|guidance|outlook|shares?|"
    r"quarter|estimates?|orders|users|subscribers|adjusted|gaap|net|capex|results|growth|bookings|same-store|comparable|total|backlog|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\.[a-z])|update|note|source|correction|read|watch|breaking|"
    rf"news(?! (?:{SUFFIXES})\b)|{NEWSROOMS}|"
    r"exclusive|gainers|losers|decliners|movers|q[1-4]|fy|(?:19|20)[0-9]{2}|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?|\w+sparte|\w+geschäft|prognose|ausblick|zahlen|fazit|umsatz|gewinn|ergebnis|dividende|aktie)\b"
)
_RUBRIC = re.compile(rf"(?i)\b(?:{RUBRIC})\b")
"""Words of what stands before a title and an upright stroke ("Stock Watch | Acme plummets")."""
_CALLED = re.compile(
    r"(?i)\b(?:report|briefs?|briefing|recap|snapshot|round-?up|wrap|digest|bulletin|newsletter|takeaways?|analysis|opinion)$"
)
"""How what stands before a colon ends that calls a story by its kind ("Morning Report: A double disappointment")."""
_SECTION = COMMON | words_in(
    """
    advancers agenda announcements bottom calendar down commodities companies corporates currencies decliners details
    economics economy equities equity gainers headline headlines highlights in key laggards lagging leaders leading losers
    markets movers notes of overview points review sectors summary takeaways the top week winners
    """
)
"""Words of the headings under which a round-up puts several companies ("Top headlines", "Equities trading up")."""
_IN = frozenset({"in", "the", "of", "and", "rest"})
_LONG = 60
_MANY = 6
"""More letters and words than a heading has that is a name alone."""


def find_item_head(line: str) -> Company | None:
    """
    Read the head of a round-up's item: "Acme (ACM) - The maker …", "Acme: Shares …".

    >>> find_item_head("Acme Foods (ACM) - The maker of jam earned 5 cents a share.")
    Company(name='Acme Foods', ticker='ACM', exchange=None)
    """
    if not any(dash in line for dash in ("-", ": ", "—", "–", "| ")) or (found := _ITEM.match(fold(line))) is None:
        return None
    name = found["name"].strip()
    words = name.split()
    if len(words) > 8 or not words or not all(map(_ITEM_WORD.match, words)):
        return None
    # "First Cash Services (FCS) - " against "Free cash flow (FCF): ".
    coded = found["ticker"] is not None and found["dash"] != ":" and all(word[0].isupper() for word in words)
    if _NO_HEAD.search(name) and not (coded and len(words) > 1 and found["ticker"] == "".join(word[0] for word in words)):
        return None
    bare = found["ticker"] is None and found["move"] is None
    if bare and _CALLED.search(name) is not None:
        return None
    is_place = bare and name.isupper() and len(name) > 4  # "TOKYO - ", where a report is dated from
    own = {word.lower() for word in words} - _IN  # "Consumer: …", "In North America: …", a part of the company
    is_part = found["ticker"] is None and (BUSINESSES.issuperset(own) or PLACES.issuperset(own))
    if _is_cells(line[found.end() :]) or _RUBRIC.search(name) if found["dash"] == " |" else is_place or is_part:
        return None
    exchange, _, ticker = (found["ticker"] or "").rpartition(":")
    return Company(
        name=without_suffix(name.split(",")[0].strip()), ticker=ticker.strip() or None, exchange=exchange.strip() or None
    )


def head_ends(line: str) -> tuple[int, int]:
    """
    Return where an item's head ends and where its text begins, behind the dash.

    >>> head_ends("Acme (ACM) - The maker")
    (10, 13)
    """
    found = _ITEM.match(line)
    return (found.start("dash"), found.end()) if found else (0, 0)


def _is_cells(rest: str) -> bool:
    """Tell the cells of a table ("ASSETS | June 30 | May 31") from a sentence behind an upright stroke."""
    return "|" in rest or sum(word[0].islower() for word in rest.split()) < 2


_MOVED = re.compile(rf"{_MOVE}\.?\Z")


def is_on_a_move(line: str) -> bool:
    """Tell a head with the day's move of the price, which no article on one company has."""
    return _MOVED.search(fold(line)) is not None


_QUOTED = re.compile(r"(?P<ticker>[A-Z]{1,5})\$[0-9]++\.[0-9.+-]++\Z")
"""A row of a table of prices whose cells have run together: "ACM$12.500.251.99"."""


def find_heading(line: str) -> Company | None:
    """
    Read a line that holds a company's name alone, as a heading over what is told of it.

    >>> find_heading("ACME FOODS")
    Company(name='ACME FOODS', ticker=None, exchange=None)
    >>> find_heading("Acme Foods Inc., up $3.10 to $52.28")
    Company(name='Acme Foods', ticker=None, exchange=None)
    """
    if (quoted := _QUOTED.match(line.strip())) is not None:
        return Company(name=quoted["ticker"], ticker=quoted["ticker"])
    name = _NUMBERED.sub("", fold(line).strip("*# "))
    if (moved := _MOVED.search(name)) is not None:
        name = name[: moved.start()]
    elif len(line) > _LONG or line.endswith((".", ":", "?", "!")) or _SECTION.issuperset(name.lower().split()):
        return None
    if (head := find_item_head(f"{name} - …")) is not None:
        return head
    words = name.split()
    if not words or len(words) > _MANY or _NO_HEAD.search(name) or not all(map(_ITEM_WORD.match, words)):
        return None
    return Company(name=without_suffix(name))
