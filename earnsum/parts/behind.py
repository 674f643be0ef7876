"""
Behind: the part that stands right behind a metric's name, up to its verb ("sales in North America", "at its core PC business").

It is a name in capitals or what is called a business, or goods, trades and buyers in plain words that name no time and no owner.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.tokens import Cue, Token, first_word, tags_of
from earnsum.names.scopewords import NOT_A_SCOPE
from earnsum.parts.beside import past_year
from earnsum.parts.partnames import (
    CAPITALS,
    KINDS,
    MONTH,
    NO_PART,
    OWNER,
    PART_THAT,
    PLACE,
    SEVERAL,
    WORD,
    WORDS,
    is_part,
    is_plain_part,
    trim,
)
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.firms import SUPPLIER
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.terms import ITS

_NO_BUYERS = (
    r"(?:(?:common|ordinary|preferred|its|the)\ )?"
    r"(?:customers|consumers|clients|shareholders|stockholders|owners|equity|holders|date|be|inch|edge|tick|creep|ease|go|come|move|nudge)"
)
"""What stands behind "to" and narrows no sales by who buys: everybody does, or it is a verb ("revenue to edge up")."""

_BUYERS = frozenset({"customers", "consumers", "clients", "buyers"})
_KINDS_OF_BUYERS = frozenset(
    {"corporate", "business", "retail", "wholesale", "residential", "commercial", "industrial", "private", "government"}
)

WHOSE = (
    r"the\ (?!(?:world|country|nation|region|state|city|industry|market)'s)(?:[A-Z][a-z]++(?:-based)?\ )?(?:[a-z-]++\ )?[a-z]++'s"
    rf"|{OWNER}"
)
"""The company's, by what it is ("the Swedish truck maker's") or by its name."""

_GOODS = r"(?:drugs?|medicines?|treatments?|vaccines?|painkillers?|inhalers?|injections?|brands?\ of\ [a-z]++)"
"""What goods are called behind their name ("its Anvil sleep medicine")."""

_IN_NONE = (
    r"(?:line|part|fact|turn|addition|general|particular|volumes?|value|units?|terms|real|nominal|local|constant|question|excess|hand"
    r"|stores?|shops|stock|restaurants|person|early|late|mid|both|all|each|every|sight|cash|step|prior|recent|which|that|what"
    r"|its|their|our|the|an?|this|these|those|other|some|many|most|several|response|contrast|comparison|dollars|euros|yen|sterling)"
)
"""What stands behind "in" and is nothing that is sold."""

_MADE_FOR = (
    r"(?:\ (?:used|designed|aimed|intended|meant|made|built|developed|sold|prescribed|marketed|targeted|tailored|bought|known)"
    r"(?:\ (?:to|for|at|in|by|as|with|under|through)\ .*)?|\ (?:that|which)\ [a-z]+\ .*)?+"
)
"""What may be said of goods behind their name: "drugs used to treat asthma", "seed aimed at farmers", "devices that treat pain"."""

# "sales in North America", "revenue from equities trading", "sales in its core PC business", "revenue of its services segment"
_BEHIND = regex.compile(
    rf"""\ ?-\ (?P<name>{WORDS})
      | (?:\ (?:for|in|during)\ (?:the\ )?[\w\ ]{{3,28}}?)?(?:\ {MOVE})?\ (?:
        (?:in|at|from|of|for)\ (?:{WHOSE}|the|its|our|their)\ (?:[a-z-]++\ ){{0,3}}markets?\ of\ (?:the\ )?(?P<name>{PLACE})
      | (?:from|in|at|of|for|within|by|across|on(?=\ (?:[\w&'-]++\ ){{1,4}}side\b))
          \ (?:(?:{WHOSE}|the|its|our|their|all)\ )?(?:overall\ |entire\ |combined\ )?
          \"?(?P<name>{WORDS}(?:\ and\ {WORDS})?)\"?
          \ {KINDS}(?:\ (?P<proper>{CAPITALS})|\ (?:at|of))?
      | (?:from|in|at|of|for)\ (?:the\ )?(?P<name>[A-Z][\w&'-]++(?:\ (?:and\ |&\ )?[a-z][\w-]++){{0,3}}?)\ trade
      | on\ {ITS}\ (?P<name>(?!stock|same|open)[a-z-]++\ markets?)
      | (?:from|in|at|of|for)\ (?:the|its|{WHOSE})\ (?:{PART_THAT}|(?:[a-z-]++\ )?(?:business|trade)\ of)\ (?P<name>{WORDS})
      | (?:from|in|at|of|for)\ (?:its|their|{WHOSE})\ (?P<name>{WORDS})
          \ (?:services?|trade|platforms?|chains?|apps?|sites?|networks?|channels?|studios?|mines?|hotels?|casinos?|refineries)
      | (?:from|of|for)\ (?:its|their|our|the|{WHOSE})
          \ (?:(?P<name>{WORDS})\ (?:products|offerings)|products\ in\ (?P<name>{PLACE}))
      | (?:from|in|at|of|for)\ (?:its|their|our|{WHOSE}|{OWNER})\ (?P<name>{WORDS})\ group
      | in\ the\ (?!entire|whole|overall|combined|wider|enlarged)(?P<name>[a-z][\w&'/+-]*+(?:\ [\w&'/+-]++){{0,2}}?)\ group
      | (?:from|of|for)\ (?:its|their|our|the|{WHOSE})\ (?P<name>{CAPITALS})(?:\ [a-z-]++){{0,2}}\ {_GOODS}
      | (?:from|in|at|of|for)\ (?:its|their|our)\ (?P<name>[A-Z]{WORDS})\ (?:Business|Division|Segment|Unit)
      | (?:from|in|at|of|for)\ (?:{WHOSE})\ (?P<name>{CAPITALS})(?:\ group)?
      | (?:in|at|of|from|for|to|across|within)\ [a-z]++-(?:growing|selling|rising|margin|growth|profile)\ (?P<name>{CAPITALS})
      | (?:in|at|of|for|to|across|within)\ (?:[Tt]he\ |mainland\ |greater\ )?(?P<name>{PLACE})(?:\ (?P<noun>[a-z]++))?
      | (?:in|at|across|from|through)\ (?:its|their|our|{WHOSE})\ (?P<name>{WORDS})
      | (?:from|in|at|of|for)\ the\ (?P<name>{CAPITALS})\ (?:ecosystem|platform|app|service|portfolio|chain|network|label|studio)
      | of\ (?:its|the|their|{WHOSE})\ (?:[a-z-]++\ ){{0,2}}?
          (?P<name>[A-Z][\w+-]*+(?:\ [A-Z0-9][\w+-]*+){{0,3}}(?:\ and\ other(?:\ [a-z-]++){{1,3}}|(?:\ [a-z]++){{1,3}})?)
      | (?P<plain>abroad|overseas|at\ home)
      | (?P<name>outside\ (?:of\ )?(?:the\ )?[A-Z][\w.&-]++(?:\ (?:and\ )?[A-Z][\w.&-]++){{0,3}})
      | in\ (?P<plain>(?!{_IN_NONE}\b)[a-z][a-z'-]*+(?<!ing|ly)(?:\ [a-z][a-z'-]*+){{0,1}}?)
      | (?:from|at|of|for)\ (?!(?:between|{ITS}|company(?!-)|(?:(?:common|ordinary)\ )?(?:share|stock)holders)\b|{OWNER}\ )
          (?P<plain>(?:U\.[SK]\.\ )?[^\W\d_][\w&'/+-]*+(?:\ "?[\w&'/+-]++"?){{0,9}}?){_MADE_FOR}(?:\.?\ \([A-Z]{{2,6}}\))?
    )(?:\ (?:at|in|of)\ {CAPITALS})?
     (?:\ (?:in|for|during|over)\ (?:{ITS}\ [\w\ -]{{3,30}}|(?:19|20)[0-9]{{2}}|(?:[QH][1-4]|FY)[\w\ ']{{0,12}}))?
     (?:\ (?:went|moved|also|both|each|nearly|almost|more\ than|roughly|about|offset|outweighed|outpaced|masked|helped|hurt
         |(?:has|have|had)(?:\ (?:also|now|since|in\ fact))?)
       |\ {ABOUT}(?:doubled|tripled|trebled|quadrupled)
         (?:\ from\ (?:last\ year|a\ year\ (?:ago|earlier|before)))?
       |\ (?:(?:has|have|had)\ )?(?:was|were|is|reached|hit|remained|stayed|proved|seen|saw
           |witnessed|registered|recorded|posted|showed|shown|clocked)\ (?:an?\ |the\ )?[a-z\ -]{{0,20}}(?:'s\ levels?)?
       |\ (?:led\ (?:the\ (?:way|gains|pack)|growth)|stood\ out|shone|held\ up|bounced\ back|took\ off
           |did\ (?:best|better|well|worst)|fared\ [a-z]++))?[.\ ]?
      | \ to\ (?:the\ )?(?P<plain>(?!{_NO_BUYERS}\b)[a-z][\w-]*+(?:\ (?!in\b)[\w-]++){{0,3}})(?:\ in\ {CAPITALS})?\ ?
      | \ (?:of|for)\ (?:{WHOSE}|its|their|our|the|company)\ (?P<plain>[a-z][\w&'/+-]*+(?:\ [\w&'/+-]++){{0,4}}?)
        (?:\ {ABOUT}(?:doubled|tripled|trebled|quadrupled))?\ ?
      | \ (?:from|in|at)\ (?:the\ )?(?P<trade>[\w&'/+-]++(?:\ [\w&'/+-]++){{0,4}}?)
        (?:\ also|\ again|\ to\ (?:be|come\ in|reach|total))?\ ?""",
    regex.VERBOSE,
)

_LISTED = r"[A-Za-z][\w&'-]*+(?:\ (?!which|that|including|also|both|each|all\ (?!other))[\w&'-]++){0,6}?"

# "Revenue at the parks, experiences and products division", "sales in Asia, Canada and Latin America"
_LIST_BEHIND = regex.compile(
    rf"\ (?:from|in|at|of|for|within)\ (?:{ITS}|the\ company's)\ "
    rf"(?P<name>(?:U\.[SK]\.\ )?[\w&'/+-]++(?:\ [\w&'/+-]++){{0,2}}?,\ "
    rf"(?!(?:which|that|who|where|with|including|an?|the|its|their)\b|[A-Z]\w*'s\ ){WORDS})\ {KINDS}\b"
    r"|\ (?:in|across|from)\ (?:the\ )?(?P<places>[A-Z][\w.]++(?:\ [A-Z]\w++)?(?:,\ (?:the\ )?[A-Z]\w++(?:\ [A-Z]\w++)?){1,3},?"
    r"\ and\ (?:the\ )?[A-Z]\w++(?:\ [A-Z]\w++)?)\b"
    rf"|\ (?:of|from)\ (?:(?:{WHOSE}|the|its|their)\ )?(?P<goods>{_LISTED}(?:,\ {_LISTED}){{1,3}},?\ and\ {_LISTED})"
    rf"\ (?:was|were|came|reached|{MOVED})\b",
    regex.VERBOSE,
)

_PHRASE = frozenset("_nra&KBYQWT")
"""Tags that a metric's phrase goes on with, besides what is …"""

_LEADING_ON = frozenset({"of", "at", "for", "of the", "for the"})
"""… the word before a figure elsewhere."""


_EVERYWHERE = re.compile(
    r"\ (?:in|at|from|through)\ (?:its\ )?(?:stores|shops)\ and\ online\b|\ both\ online\ and\ in\b"
    r"|\ (?:in|at|from|across)\ all\ (?:of\ )?(?:its\ |our\ |the\ )?(?:[a-z]++\ )?(?:segments|divisions|units|businesses|regions)\b"
)
"""``sales in stores and online``, ``revenue from all business segments``: all of them"""


def _is_of_all(folded: str, end: int) -> bool:
    """Tell what behind a metric's name is of the whole company: all its shops, or itself, by any name ("attributable to Acme")."""
    itself = folded.startswith(" to ", end) and folded.endswith("attributable", 0, end)
    return itself or _EVERYWHERE.match(folded, end) is not None


def _are_buyers(words: str) -> bool:
    """Tell who buys ("sales to corporate customers")."""
    *which, who = words.split()
    return who in _BUYERS and bool(which) and which[0] in _KINDS_OF_BUYERS


_CALLED_NEXT = re.compile(
    rf"\ (?:at|in|of|from|for)\ (?:its|the|their|our|{WHOSE})\ (?:[a-z-]++\ ){{1,3}}?{KINDS},\ (?:the\ )?"
    r"(?P<name>(?!(?:which|that|who|where|what|with|including|and|but|an?|home|as|long|once|although|though|now|also|too|its|their|our|one)\b)"
    r"[\w&'+-]++(?:\ [\w&'+-]++){0,5}),"
)


def called_next(folded: str, end: int, stop: int) -> str | None:
    """Return the name of a part behind what it is ("sales at its largest division, Anvil tools and dies, fell")."""
    match = _CALLED_NEXT.match(folded, end) if folded.startswith(",", stop) else None
    return trim(match["name"]) if match is not None else None


_SAID_NEXT = re.compile(
    r" (?:and|but) (?:also )?(?:said|says|noted|added|announced|reported|posted|cited|saw|sees|reaffirmed|reiterated)\b"
)
"""``sales for its pet division and said margins rose``"""


_QUOTED = re.compile(r"(?<!\w)(?P<quote>['\"])(?P<name>[A-Z][\w&.+-]*(?: [\w&.+-]+){0,4})(?P=quote)(?!\w)")
_OF = re.compile(r" (?:of|from|in|at|for) (?:[\w'&-]+ ){0,3}")
_BEFORE = 60
_LEFT_OUT = re.compile(
    r",? (?:before|excluding|after|net of|without) (?:(?:an?|the|any) )?(?:(?!(?:in|at|of|for|from)\b)[a-z-]+,? ){0,4}"
    r"(?:items|exceptionals|one-offs|charges|costs|gains|losses|impairments?|provisions),?(?= (?:in|at|of|for|from)\b)"
)
"""``Earnings before exceptional items at the gas unit``: what stands between a metric and its part"""


def part_behind(folded: str, end: int, stop: int) -> str | None:
    """Return the place or business behind a metric's name ("sales in North America", "sales of "Big G" cereals")."""
    quoted = _QUOTED.search(folded, end, stop)
    return _part_behind(folded, end, stop) if quoted is None else _part_quoted(folded, end, stop, quoted)


def _part_quoted(folded: str, end: int, stop: int, quoted: re.Match[str]) -> str | None:
    """Return the part that a name in quotes tells, whole, whatever words it is of."""
    before = folded[max(0, end - _BEFORE) : end]
    clear = folded[end : quoted.start()] + quoted["name"] + folded[quoted.end() : stop]
    part = part_behind(before + clear + folded[stop : stop + _BEFORE], len(before), len(before) + len(clear))
    called = quoted["name"].lower()
    if part is not None and called in part:
        return part
    return called if part or _OF.match(folded, end, quoted.start()) else None


def _part_behind(folded: str, end: int, stop: int) -> str | None:
    end = past_year(folded, end, stop)
    if (left_out := _LEFT_OUT.match(folded, end, stop)) is not None:
        end = left_out.end()
    if (said := _SAID_NEXT.search(folded, end, stop)) is not None:
        stop = said.start()
    match = _BEHIND.fullmatch(folded, end, stop) if stop - end > 2 and not _is_of_all(folded, end) else None
    listed = _LIST_BEHIND.match(folded, end) if folded.startswith(",", stop) else None
    if listed is not None and (goods := listed["goods"]) is not None:
        return goods.lower() if (NO_PART - {"all", "other"}).isdisjoint(WORD.findall(goods.lower())) else None
    if match is None or (listed is not None and (listed["places"] or listed["name"] or match["trade"])):
        return (listed["name"] or listed["places"]).lower() if listed is not None else None
    if trade := match["trade"]:
        return trade.lower() if is_part(trade) and is_plain_part(trade.removeprefix("IT ").lower().split()) else None
    if _SEAT.match(folded, match.end("name")):
        return None
    if plain := (match["plain"] or "").replace('"', "").removesuffix(" of"):  # "revenue at anvil shoes of $5 million"
        is_one = is_plain_part(plain.removeprefix("IT ").lower().split()) or _are_buyers(plain.lower())
        return plain.lower() if is_one and not _BY_RANK.match(plain) else None
    return _named_behind(folded, end, match)


def _named_behind(folded: str, end: int, match: regex.Match[str]) -> str | None:
    """Return what is a part by its name, behind a metric that ends at `end`."""
    # "sales of its brand Anvil", "revenue from its Tokyo-based messaging unit Anvil"
    if match["proper"] is not None and (folded.endswith("brand ", 0, match.start("proper")) or "-based " in match["name"]):
        return match["proper"].lower()
    name = match["name"]
    if folded.startswith('"', match.start("name") - 1) and folded.startswith('"', match.end("name")):
        return name.lower()
    if name in _BY_KIND and (kind := _KIND_BEHIND.match(folded, match.end("name"))) is not None:
        return f"other {kind['kind']}" if name == "other" else name  # "profit from other businesses", "from its railroad business"
    if name.split()[0] in SEVERAL and " " in name and trim(name.partition(" ")[2]) is None:  # "sales of its four global brands"
        return f"{name.partition(' ')[2].lower()} {folded[match.end('name') :].split(maxsplit=1)[0].rstrip('.')}"
    if folded.endswith(" The ", 0, match.start("name")) and not match["noun"]:
        return name.lower()  # "sales at The Good Anvils", by whatever words
    of_rank = _BY_RANK.match(name) is not None and _KIND_BEHIND.match(folded, match.end("name")) is None
    a_firm = SUPPLIER.match(folded, match.end("name")) is not None  # "sales at the Anvil Inc supplier"
    whole = match["noun"] in NOT_A_SCOPE or of_rank or a_firm  # "sales at the German carmaker"
    if match["noun"] and folded.startswith(" of the ", end):  # "sales of the Roadrunner trap"
        name += f" {match['noun']}"
    none = whole or MONTH.match(name) or name.split()[0].endswith("-based")
    return None if none else trim(f"the {name}" if name.endswith("ing") else name)  # "from the seating business"


_BY_KIND = frozenset({"other", "airline", "railroad", "railway"})
"""What is a part where a business is called so; by itself it is what a company is, or no name."""
_KIND_BEHIND = re.compile(rf" (?P<kind>{KINDS})\b")
_BY_RANK = re.compile(
    r"(?:[a-z]+-)?(?:biggest|largest|leading|oldest|top) "
    r"(?!.*\b(?:client|customer|supplier|rival|market|unit|division|segment|business|brand|product|seller|region|category)s?\b)"
)
"""``net profit of India's second-largest carrier``: who the company is"""
_SEAT = regex.compile(r",? [A-Z][\w. ]{1,20}-based\b|-based\b")
"""``Earnings at the Springfield, Illinois-based chain``: where a company sits"""


_RANKS = frozenset(
    "largest biggest smallest main core newest oldest fastest-growing flagship larger smaller bigger struggling".split()
)
_BY_SIZE = ("largest ", "biggest ", "second-largest ", "second-biggest ", "fastest-growing ")
_FOCUSED = regex.compile(rf"\ (?:[\w&'-]++\ ){{1,4}}?{KINDS}\b", regex.VERBOSE)
"""What goes on about a part behind a comma that parts two adjectives before its name ("its largest, PC-focused unit")."""
_BUYERS_DID = regex.compile(r"[_K](?:&_)?(?:n_)?[UDo]")
_SIZES = frozenset({"larger", "smaller", "bigger"})


def _is_in(folded: str, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is said where something moved ("growth in China", "growth outside China", "decline in")."""
    mark = tokens[place].mark
    if folded.startswith(" outside ", tokens[place].end):
        return True
    return tags_of(tokens[place + 1 : place + 2]) == "n" or (isinstance(mark, Cue) and mark.words.endswith(" in"))


def _is_rate_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the rate of a growth stands before its metric ("12% sales growth in")."""
    return tags_of(tokens[max(0, at - 2) : at]).rstrip("B").endswith("%")


def phrase_end(folded: str, tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the phrase of a metric's name ends: at its verb, its figure or a comma."""
    for place, token in enumerate(tokens[at + 1 :], at + 1):
        if token.tag == "y" and place == at + 1:
            continue  # "sales by the cloud unit rose"
        if token.tag == "t" and place == at + 1 and _BUYERS_DID.match(tags_of(tokens[at + 2 : at + 6])):
            continue  # "sales to professional contractors rose 23%"
        if token.tag in "UD" and place == at + 1 and _is_in(folded, tokens, place) and not _is_rate_before(tokens, at):
            continue  # "sales growth in China was 3%"
        if token.tag == "," and first_word(tokens[place - 1]) in _RANKS and _FOCUSED.match(folded, token.end):
            continue  # "sales from its largest, PC-focused unit"
        if token.tag == "A" and first_word(token) == "market" and folded.endswith(_BY_SIZE, 0, token.start):
            continue  # "sales in its largest market of Germany", which are no analysts
        hyphened = "-" in (folded[token.start - 1], folded[token.end : token.end + 1])
        if (token.tag in "UDA!" and hyphened) or (token.tag in "UD" and first_word(token) in _SIZES):
            continue  # "sales in fast-growing markets", "sales of its no-frills brand", "sales in its larger division"
        if token.tag == "X" and first_word(token) == "investing" and folded.startswith(" and ", token.end):
            continue  # "revenue at its investing and lending unit"
        leads_on = token.tag == "o" and isinstance(token.mark, Cue) and token.mark.words in _LEADING_ON
        if not leads_on and token.tag not in _PHRASE:
            joined = token.tag in "s$#%" and tokens[place - 1].tag == "&"  # "a 6% sales increase for anvils and a 2% increase for"
            stop = tokens[place - 1].start if joined else token.start
            return stop - len("between ") if folded.endswith(" between ", 0, stop) else stop
    return end
