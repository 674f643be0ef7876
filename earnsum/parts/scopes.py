"""
Scopes: the segment, product or region that a metric is reported for.

Read from the words around the metric's name ("cloud computing revenue", "sales
in North America", "the core commerce segment").  No scope is the whole company,
and most rows have none, so a word counts only where it clearly narrows.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.premodifiers import BUSINESS, KIND_WORDS, find_premodifier
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, tags_of
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.scopewords import NOT_A_SCOPE
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
from earnsum.parts.places import place_before, place_behind, place_there
from earnsum.parts.products import product_behind, sold_to
from earnsum.parts.relatives import part_before_which
from earnsum.parts.reporting import another_that_earned, part_reporting
from earnsum.parts.segments import segment_before
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVED

_AT_A_PART = re.compile(
    rf"\ \([^()]*\)\ (?:at|in|for)\ (?:its\ |the\ )?(?P<name>[\w&-]++(?:\ [\w&-]++){{0,2}}?)\ (?:was|were|came|{MOVED})\b"
)


def _behind_brackets(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind what explains a metric's name ("Adjusted EBITDA (earnings before …) at direct-to-consumer was")."""
    match = _AT_A_PART.match(folded, tokens[metric_at].end)
    return match["name"].lower() if match is not None and is_plain_part(match["name"].lower().split()) else None


_OUTLOOK_FOR = re.compile(
    r"\ (?:guidance|forecast|outlook|target|projection|estimate)s?\ (?:for|at|in)\ (?:its\ |the\ )?"
    r"(?P<name>[a-zA-Z][\w&-]*+(?:\ [\w&-]++){0,3}?)(?:,|\ (?:at|by|from|is|of|remains|to|was|were)\b)"
)


def _behind_outlook(folded: str, end: int) -> str | None:
    """Return the part that an outlook is for ("production guidance for energy coal was")."""
    match = _OUTLOOK_FOR.match(folded, end)
    if match is None:
        return None
    name = match["name"]
    proper = name.istitle() and name.replace(" ", "").isalpha() and MONTH.match(name) is None
    words = [word for word in name.lower().split() if word not in KIND_WORDS] if proper or is_part(name) else []
    return " ".join(words) or None


_NO_BUYERS = (
    r"(?:(?:common|ordinary|preferred|its|the)\ )?"
    r"(?:customers|consumers|clients|shareholders|stockholders|owners|equity|holders|date|be|inch|edge|tick|creep|ease|go|come|move|nudge)"
)
"""What stands behind "to" and narrows no sales by who buys: everybody does, or it is a verb ("revenue to edge up")."""

_BUYERS = frozenset({"customers", "consumers", "clients", "buyers"})
_KINDS_OF_BUYERS = frozenset(
    {"corporate", "business", "retail", "wholesale", "residential", "commercial", "industrial", "private", "government"}
)

_WHOSE = (
    r"the\ (?!(?:world|country|nation|region|state|city|industry|market)'s)(?:[A-Z][a-z]++(?:-based)?\ )?(?:[a-z-]++\ )?[a-z]++'s"
    rf"|{OWNER}"
)
"""The company's, by what it is ("the Swedish truck maker's") or by its name."""

_GOODS = r"(?:drugs?|medicines?|treatments?|vaccines?|painkillers?|inhalers?|injections?|brands?\ of\ [a-z]++)"
"""What goods are called behind their name ("its Anvil sleep medicine")."""

_MADE_FOR = (
    r"(?:\ (?:used|designed|aimed|intended|meant|made|built|developed|sold|prescribed|marketed|targeted|tailored|bought|known)"
    r"(?:\ (?:to|for|at|in|by|as|with|under|through)\ .*)?)?+"
)
"""What may be said of goods behind their name: "drugs used to treat asthma", "seed aimed at farmers"."""

# "sales in North America", "revenue from equities trading", "sales in its core PC business", "revenue of its services segment"
_BEHIND = regex.compile(
    rf"""\ ?-\ (?P<name>{WORDS})
      | (?:\ (?:for|in|during)\ (?:the\ )?[\w\ ]{{3,28}}?)?(?:\ growth)?\ (?:
        (?:from|in|at|of|for|within|by|across)\ (?:(?:{_WHOSE}|the|its|our|their|all)\ )?(?:overall\ |entire\ |combined\ )?
          (?P<name>{WORDS}(?:\ and\ {WORDS})?)
          \ {KINDS}(?:\ (?P<proper>{CAPITALS}))?
      | on\ (?:the|its)\ (?P<name>(?!stock|same|open)[a-z-]++\ markets?)
      | (?:from|in|at|of|for)\ (?:the|its|{_WHOSE})\ {PART_THAT}\ (?P<name>{WORDS})
      | (?:from|in|at|of|for)\ (?:its|their|{_WHOSE})\ (?P<name>{WORDS})
          \ (?:services?|trade|platforms?|chains?|apps?|sites?|networks?|channels?|studios?|mines?|hotels?|casinos?|refineries)
      | (?:from|of|for)\ (?:its|their|our|the|{_WHOSE})
          \ (?:(?P<name>{WORDS})\ (?:products|offerings)|products\ in\ (?P<name>{PLACE}))
      | (?:from|in|at|of|for)\ (?:its|their|our|{OWNER})\ (?P<name>{WORDS})\ group
      | (?:from|of|for)\ (?:its|their|our|the|{_WHOSE})\ (?P<name>{CAPITALS})(?:\ [a-z-]++){{0,2}}\ {_GOODS}
      | (?:from|in|at|of|for)\ (?:its|their|our)\ (?P<name>[A-Z]{WORDS})\ (?:Business|Division|Segment|Unit)
      | (?:from|in|at|of|for)\ (?:{_WHOSE})\ (?P<name>{CAPITALS})(?:\ group)?
      | (?:in|at|of|for|to|across|within)\ (?:[Tt]he\ |mainland\ |greater\ )?(?P<name>{PLACE})(?:\ (?P<noun>[a-z]++))?
      | (?:in|at|across|from)\ (?:its|their|our|{_WHOSE})\ (?P<name>{WORDS})
      | (?:from|in|at|of|for)\ the\ (?P<name>{CAPITALS})\ (?:ecosystem|platform|app|service|portfolio|chain|network|label|studio)
      | of\ (?:its|the|their|{_WHOSE})\ (?:[a-z-]++\ ){{0,2}}?
          (?P<name>[A-Z][\w+-]*+(?:\ [A-Z0-9][\w+-]*+){{0,3}}(?:\ and\ other(?:\ [a-z-]++){{1,3}}|\ [a-z]++)?)
      | (?P<plain>abroad|overseas|at\ home)
      | (?P<name>outside\ (?:of\ )?(?:the\ )?[A-Z][\w.&-]++(?:\ [A-Z][\w.&-]++)?)
      | (?:from|at|of|for)\ (?!(?:between|its|their|our|the|company|(?:(?:common|ordinary)\ )?(?:share|stock)holders)\b|{OWNER}\ )
          (?P<plain>(?:U\.[SK]\.\ )?[^\W\d_][\w&'/+-]*+(?:\ "?[\w&'/+-]++"?){{0,9}}?){_MADE_FOR}
    )(?:\ (?:at|in|of)\ {CAPITALS})?(?:\ (?:in|for|during|over)\ (?:(?:the|its)\ [\w\ -]{{3,30}}|(?:19|20)[0-9]{{2}}))?
     (?:\ (?:went|moved|also|nearly|almost|more\ than|roughly|about)
       |\ (?:(?:more\ than|nearly|almost|roughly)\ )?(?:doubled|tripled|trebled|quadrupled)
       |\ (?:was|were|is|reached|hit)\ (?:an?\ |the\ )?[a-z\ -]{{0,20}})?[.\ ]?
      | \ to\ (?:the\ )?(?P<plain>(?!{_NO_BUYERS}\b)[a-z][\w-]*+(?:\ (?!in\b)[\w-]++){{0,3}})(?:\ in\ {CAPITALS})?\ ?
      | \ (?:of|for)\ (?:{_WHOSE}|its|their|our|the|company)\ (?P<plain>[a-z][\w&'/+-]*+(?:\ [\w&'/+-]++){{0,4}})\ ?
      | \ (?:from|in|at)\ (?:the\ )?(?P<trade>[\w&'/+-]++(?:\ [\w&'/+-]++){{0,4}}?)
        (?:\ also|\ again|\ to\ (?:be|come\ in|reach|total))?\ ?""",
    regex.VERBOSE,
)

_LISTED = r"[A-Za-z][\w&'-]*+(?:\ (?!which|that|including|also|both|each|all\ (?!other))[\w&'-]++){0,6}?"

# "Revenue at the parks, experiences and products division", "sales in Asia, Canada and Latin America"
_LIST_BEHIND = regex.compile(
    rf"\ (?:from|in|at|of|for|within)\ (?:the\ company's|the|its|their)\ "
    rf"(?P<name>[\w&'/+-]++(?:\ [\w&'/+-]++){{0,2}}?,\ {WORDS})\ {KINDS}\b"
    r"|\ (?:in|across|from)\ (?:the\ )?(?P<places>[A-Z][\w.]++(?:\ [A-Z]\w++)?(?:,\ (?:the\ )?[A-Z]\w++(?:\ [A-Z]\w++)?){1,3},?"
    r"\ and\ (?:the\ )?[A-Z]\w++(?:\ [A-Z]\w++)?)\b"
    rf"|\ (?:of|from)\ (?:(?:{_WHOSE}|the|its|their)\ )?(?P<goods>{_LISTED}(?:,\ {_LISTED}){{1,3}},?\ and\ {_LISTED})"
    rf"\ (?:was|were|came|reached|{MOVED})\b",
    regex.VERBOSE,
)

PHRASE = frozenset("_nra&KBYQWT")
"""Tags that a metric's phrase goes on with, besides what is …"""

LEADING_ON = frozenset({"of", "at", "for", "of the", "for the"})
"""… the word before a figure elsewhere."""

WHOLE = frozenset("eps ffo dividend buyback tax_rate charge cash debt aum provisions headcount stores".split())
"""Metrics that are seldom given for a part of a company: what stands before them narrows nothing."""

_CALLED = frozenset({"aum", "provisions"})
"""Of those, what is told of a part where the text calls it one ("assets under management at its wealth arm")."""

PROFIT = frozenset({"earnings", "net_income"})
"""Profits whose part is seldom named without saying that it is one ("the cloud segment's profit")."""


def find_scope(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the scope said of the metric at token `metric_at`, in lower case, or None for the whole company."""
    if metric_at > 1 and tokens[metric_at - 1].tag == "(" and tokens[metric_at - 2].tag == METRIC_TAG:  # "operating profit (EBIT)"
        metric_at -= 2
    metric = tokens[metric_at]
    entry = entry_of(metric.mark)
    name = entry.name if entry is not None else ""
    if name in _CALLED:
        return segment_before(folded, sentence, tokens, metric_at) or _called_behind(folded, metric.end)
    if name == "charge":
        return _called_behind(folded, metric.end)
    told = sentence.start, metric.start
    if name in WHOLE:
        return None
    itself = _ITSELF.search(folded, *told) if folded.find(" itself ", *told) >= 0 else None
    if itself is not None:
        return itself["name"].lower()
    before = find_premodifier(folded, tokens, metric_at, only_trades=name in PROFIT)
    fared = _FARED.match(folded, *told) if folded.find(", ", *told) >= 0 else None
    if fared is not None:
        return " ".join(filter(None, (fared["name"].lower(), before)))
    stop = _phrase_end(folded, tokens, metric_at, sentence.end)
    return (
        place_there(folded, metric.start, metric.end)
        or (before and before.rstrip("'"))  # "cable networks' operating income"
        or product_behind(folded, metric.end, stop)
        or sold_to(folded, metric.end)
        or _called_next(folded, metric.end, stop)
        or _behind(folded, metric.end, stop)
        or (folded.endswith(" where ", 0, metric.start) and part_before_which(folded, sentence, tokens, metric.start))
        or another_that_earned(folded, sentence, tokens, metric_at)
        or segment_before(folded, sentence, tokens, metric_at)
        or _earned_by(folded, tokens, metric_at)
        or _behind_brackets(folded, tokens, metric_at)
        or _behind_outlook(folded, metric.end)
        or _growth_behind(folded, sentence, tokens, metric_at)
        or place_before(folded, sentence, _figure_before(tokens, metric_at).start)
        or place_behind(folded, metric.end)
        or part_reporting(folded, sentence, tokens, metric_at)
        or part_before_which(folded, sentence, tokens, metric.start)
    )


_IN_A_UNIT = re.compile(rf"\ (?:at|in|of|for|from)\ (?:the|its|their|our|{_WHOSE})\ (?P<name>{WORDS})\ {KINDS}\b", re.VERBOSE)


_TO_ITS_LEVEL = re.compile(r"[Mo](?:[UD]_?%(?:t|_t)|[UD]t)?o?\$")
"""A profit, and its level behind how it moved ("Earnings dropped 17% to $5 million in the plastics business")."""


def _earned_by(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that a profit comes from, behind its figure ("earned $5 million from its pipeline operations")."""
    told = _TO_ITS_LEVEL.match(tags_of(tokens), metric_at)
    match = _IN_A_UNIT.match(folded, tokens[told.end() - 1].end) if told is not None else None
    return trim(match["name"]) if match is not None else None


def _called_behind(folded: str, end: int) -> str | None:
    """Return the part behind a metric's name that is called one ("at its wealth arm")."""
    match = _IN_A_UNIT.match(folded, end)
    return trim(match["name"]) if match is not None else None


def _figure_before(tokens: Sequence[Token], metric_at: int) -> Token:
    """Return the figure right before a metric's name ("saw $5 million in profit"), or the name itself."""
    behind = metric_at > 1 and tokens[metric_at - 1].tag == "n" and tokens[metric_at - 2].tag in "$#"
    return tokens[metric_at - 2] if behind else tokens[metric_at]


_WAS_IN = regex.compile(
    r"\ (?:increase|growth|rise|gain|improvement|jump|decline|decrease|drop|fall)(?:\ of\ [0-9.,]++\ ?(?:%|pct|percent|per\ cent))?"
    r"\ (?:was|were|came|occurred|is)\ (?:also\ )?(?:(?:seen|recorded|achieved|reported|generated)\ )?(?:in|from)\ (?:the\ )?"
    rf"(?P<name>{PLACE})",
    regex.VERBOSE,
)
"""``The largest sales increase of 12% was in Asia``"""


def _growth_behind(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind the growth of a metric ("12% sales growth in its furniture segment", "organic growth in Asia")."""
    if tags_of(tokens[metric_at + 1 : metric_at + 2]) in "UD" and (was_in := _WAS_IN.match(folded, tokens[metric_at].end)):
        return None if MONTH.match(was_in["name"]) else trim(was_in["name"])
    organic = first_word(tokens[metric_at]) == "organic" and tags_of(tokens[metric_at + 1 : metric_at + 3]) == "Un"
    if not organic and (metric_at == 0 or tags_of(tokens[metric_at - 1 : metric_at + 3]) not in ("%MUn", "%MDn")):
        return None
    return _behind(folded, tokens[metric_at + 1].end, _phrase_end(folded, tokens, metric_at + 1, sentence.end))


_ITSELF = regex.compile(rf"(?P<name>{CAPITALS})\ itself\ (?:[a-z]++\ )?$", regex.VERBOSE)
"""Who is told from what belongs to it: "Anvil Energy itself made $5 million"."""


_EVERYWHERE = re.compile(r"\ (?:in|at|from|through)\ (?:its\ )?(?:stores|shops)\ and\ online\b|\ both\ online\ and\ in\b")
"""``sales in stores and online``: all of them"""


def _is_of_all(folded: str, end: int) -> bool:
    """Tell what behind a metric's name is of the whole company: all its shops, or itself, by any name ("attributable to Acme")."""
    itself = folded.startswith(" to ", end) and folded.endswith("attributable", 0, end)
    return itself or _EVERYWHERE.match(folded, end) is not None


def _are_buyers(words: str) -> bool:
    """Tell who buys ("sales to corporate customers")."""
    *which, who = words.split()
    return who in _BUYERS and bool(which) and which[0] in _KINDS_OF_BUYERS


_CALLED_NEXT = re.compile(
    rf"\ (?:at|in|of|from|for)\ (?:its|the|their|our|{_WHOSE})\ (?:[a-z-]++\ ){{1,3}}?{KINDS},\ (?:the\ )?"
    r"(?P<name>[A-Z][\w&'+-]*+(?:\ [\w&'+-]++){0,5}),"
)


def _called_next(folded: str, end: int, stop: int) -> str | None:
    """Return the name of a part behind what it is ("sales at its largest division, Anvil tools and dies, fell")."""
    match = _CALLED_NEXT.match(folded, end) if folded.startswith(",", stop) else None
    return trim(match["name"]) if match is not None else None


def _behind(folded: str, end: int, stop: int) -> str | None:
    """Return the place or business behind a metric's name ("sales in North America")."""
    match = _BEHIND.fullmatch(folded, end, stop) if stop - end > 2 and not _is_of_all(folded, end) else None
    listed = _LIST_BEHIND.match(folded, end) if folded.startswith(",", stop) else None
    if listed is not None and (goods := listed["goods"]) is not None:
        return goods.lower() if (NO_PART - {"all", "other"}).isdisjoint(WORD.findall(goods.lower())) else None
    if match is None or (listed is not None and (listed["places"] or match["trade"])):
        return (listed["name"] or listed["places"]).lower() if listed is not None else None
    if trade := match["trade"]:
        return trade.lower() if is_part(trade) and is_plain_part(trade.removeprefix("IT ").lower().split()) else None
    if _SEAT.match(folded, match.end("name")):
        return None
    if plain := (match["plain"] or "").replace('"', ""):
        is_one = is_plain_part(plain.removeprefix("IT ").lower().split()) or _are_buyers(plain.lower())
        return plain.lower() if is_one else None
    return _named_behind(folded, end, match)


def _named_behind(folded: str, end: int, match: regex.Match[str]) -> str | None:
    """Return what is a part by its name, behind a metric that ends at `end`."""
    # "sales of its brand Anvil", "revenue from its Tokyo-based messaging unit Anvil"
    if match["proper"] is not None and (folded.endswith("brand ", 0, match.start("proper")) or "-based " in match["name"]):
        return match["proper"].lower()
    name = match["name"]
    if name.split()[0] in SEVERAL and " " in name and trim(name.partition(" ")[2]) is None:  # "sales of its four global brands"
        return f"{name.partition(' ')[2].lower()} {folded[match.end('name') :].split(maxsplit=1)[0].rstrip('.')}"
    if folded.endswith(" The ", 0, match.start("name")) and not match["noun"]:
        return name.lower()  # "sales at The Good Anvils", by whatever words
    whole = match["noun"] in NOT_A_SCOPE  # "sales at the German carmaker"
    if match["noun"] and folded.startswith(" of the ", end):  # "sales of the Roadrunner trap"
        name += f" {match['noun']}"
    return None if whole or MONTH.match(name) or name.split()[0].endswith("-based") else trim(name)


_SEAT = regex.compile(r",? [A-Z][\w. ]{1,20}-based\b|-based\b")
"""``Earnings at the Springfield, Illinois-based chain``: where a company sits"""

_FARED = regex.compile(
    r"(?:By\ [a-z]++,\ )?(?:(?:The\ )?(?!(?:This|That|It|These|There|He|She)\b)"
    rf"(?P<name>[A-Z][\w.]*+(?:\ (?:[A-Z]\w++|{BUSINESS}|products|technologies)"
    r"|\ (?:and\ )?[a-z]++(?=\ (?:was|were|proved)\ (?:the|a)\b)){0,2})"
    r"\ (?:(?:was|were|is|remained|remains|proved)\ [^,;$%]*"
    r"\b(?:its\ [a-z-]++\ (?:market|seller|unit|division|segment|business|brand)|"
    r"the\ (?:[a-z-]++\ ){1,2}(?:segment|division|unit|business|market|region|category|brand|chain|banner|line|network)\b|"
    r"driver|performer|contributor|winner|grower|spot|standout|laggard|drag|star|engine|highlight|most\ [a-z]++)\b"
    r"|led\ (?:the\ (?:way|pack|quarter|group)|growth|gains)|stood\ out|shone|outperformed|lagged|disappointed|struggled"
    r"|took\ the\ biggest\ hit|fared\ (?:best|worst)|fell\ hardest|grew\ fastest)"
    r"|[^,;$%]*\b(?:performance|results|business|demand)\ in\ (?P<name>[A-Z][\w.]++(?:\ [A-Z]\w++)?)\ (?:was|were)\b"
    r"|[^,;$%]*\b(?:growth|increase|improvement|decline|drop|fall|gains?|additions)\ (?:came\ (?:from|in)|was\ (?:seen\ )?in)\ "
    r"(?P<name>[A-Z][\w.-]++(?:\ [A-Z]\w++)?))"
    r"[^;$%]*,\ (?:(?:posting|recording|reporting)\ an?\ [0-9][^;%]{1,16}\ in\ |with\ (?:its\ )?(?:[\w.,-]++\ ){0,3}|"
    r"(?:generating|bringing\ in|posting|delivering|contributing)\ [^;%]{2,24}\ in\ |(?:growing|increasing|raising)\ (?:its\ )?)$"
)
"""``YouTunnel was a driver, with ad sales …``, ``Europe led the way, with sales …``, ``Demand in Asia was strong, with …``"""

_GROWTH_IN = re.compile(
    r"\ ?(?:growth|increase|rise|decline|drop|fall|jump)\ (?:in|at|from)\ "
    rf"(?:its|the|our)\ (?P<name>{WORDS}\ {KINDS}(?:\ [A-Z][\w.&-]++)?)",
    re.VERBOSE,
)


def growth_of(folded: str, at: int, end: int) -> str | None:
    """Return the business that an otherwise unnamed growth is of ("101% growth in its logistics business")."""
    match = _GROWTH_IN.search(folded, at, min(end, at + 80))
    return match.group("name").lower().rstrip(".") if match else None


_BUYERS_DID = regex.compile(r"[_K](?:&_)?(?:n_)?[UDo]")
_SIZES = frozenset({"larger", "smaller", "bigger"})


def _phrase_end(folded: str, tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the phrase of a metric's name ends: at its verb, its figure or a comma."""
    for place, token in enumerate(tokens[at + 1 :], at + 1):
        if token.tag == "t" and place == at + 1 and _BUYERS_DID.match(tags_of(tokens[at + 2 : at + 6])):
            continue  # "sales to professional contractors rose 23%"
        if token.tag in "UD" and (folded[token.start - 1] == "-" or first_word(token) in _SIZES):
            continue  # "sales in fast-growing markets", "sales in its larger division"
        leads_on = token.tag == "o" and isinstance(token.mark, Cue) and token.mark.words in LEADING_ON
        if not leads_on and token.tag not in PHRASE:
            return token.start
    return end
