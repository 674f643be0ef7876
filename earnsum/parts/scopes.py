"""
Scopes: the segment, product or region that a metric is reported for.

Read from the words around the metric's name ("cloud computing revenue", "sales
in North America", "the core commerce segment").  No scope is the whole company,
and most rows have none, so a word counts only where it clearly narrows.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.mentions import Cue, Token, entry_of, tags_of
from earnsum.grammar.premodifiers import BUSINESS, KIND_WORDS, find_premodifier
from earnsum.grammar.shapes import FIGURES
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import BUSINESSES, CALENDAR, NATIONAL, NOT_A_SCOPE, PLACES, TRADES
from earnsum.patterns import re, regex

KINDS = (
    r"(?:segments?|divisions?|units?|arms?|wing|subsidiary|banners?|business(?:es)?|operations?|activities|regions?|brands?|"
    r"franchise|category|markets?|(?<=consumer\ )bank|(?<=commercial\ )bank|(?<=corporate\ )bank|(?<=retail\ )bank|"
    r"(?<=private\ )bank|(?<=its\ investment\ )bank|(?<='s\ investment\ )bank|(?<=and\ investment\ )bank)"
)
"""What a part of a company is called; an investment bank may be the company itself."""

_WORD = regex.compile(r"[^\W_][\w&'.+-]*+")
_CAPITALS = r"[A-Z][\w.&'-]++(?:\ (?:and\ |&\ |of\ )?[A-Z][\w.&'-]++){0,3}"
_PLACE = rf"(?:(?:rest\ of\ (?:the\ )?)?{_CAPITALS}|rest\ of\ the\ world)"
_WORDS = r"(?:(?:(?:[A-Z]\.){2}|[\w&'/+-]++)[ ,]{1,2}+(?:and\ |&\ )?){0,3}[\w&'/+-]++"

# "Its cloud segment posted …", "in the Legal division, …"
_SEGMENT = re.compile(rf"(?P<name>{_WORDS})(?:\ \([A-Z0-9&]+\))?\ {KINDS}\b(?!-)", re.VERBOSE)

_SEGMENT_WORD = re.compile(rf"\ {KINDS}\b")
"""What each of those has in it; few clauses have it, and to look for it takes a twentieth of the time."""

# "the sale of its cable operations", "the maker of Anvil and other apparel brands": whose figures are not told of
_OF_ANOTHER = regex.compile(
    r"\b(?:sale|purchase|acquisition|disposal|spin-?off|share|maker|owner|operator|parent|seller|provider|creator)s?"
    r"\ of\ [^,;$]{0,40}$|"
    r"\b(?:acquired|bought|sold|buying|selling|acquiring)\ [^,;$]{0,40}$"
)
_EXPLAINED = regex.compile(r"\b(?:which|that|who)\ (?:houses|owns|includes|makes|sells|runs|markets|covers)\b[^,;$]{0,40}$")
"""A clause on what a part has, which names no other part: "its luxury division, which houses brands such as Anvil"."""
_SOLD = regex.compile(
    r"\ (?:(?:was|were|is|being|to\ be|that\ was)\ )?(?:sold|bought|acquired|spun\ off|hived\ off|closed\ down)\b"
)
"""A part that is the company's no longer ("its savings arm sold to Anvil")."""
_REPORTS = regex.compile(
    r"(?:,\ [A-Z][^,;]{1,30},|,\ which)?\ (?:hit|topped|reached|posted|reported|saw|"
    r"recorded|had|booked|logged|delivered|registered|made|"
    r"enjoyed|suffered|generated|brought|contributed|earned|produced|turned|took|racked)\b"
)
"""A part that a change is told of ("the cloud arm posted a 24% jump in revenue")."""
_DOING = regex.compile(r",\ (?:posting|reporting|generating|bringing\ in|recording|delivering|earning)\ (?:an?\ )?$")
"""A part that did something else before ("the cloud arm was the surprise, posting $2 billion in revenue")."""
_PROPER = regex.compile(r",?\ (?P<name>[A-Z][\w&-]++(?:\ [A-Z][\w&-]++){0,3})")
"""The name of a part behind what it is: "its British unit Anvil Motors"."""
_AT_A_PART = regex.compile(
    r"\ \([^()]*\)\ (?:at|in|for)\ (?:its\ |the\ )?(?P<name>[\w&-]++(?:\ [\w&-]++){0,2}?)\ (?:was|were|came|rose|fell|grew)\b"
)


def _behind_brackets(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind what explains a metric's name ("Adjusted EBITDA (earnings before …) at direct-to-consumer was")."""
    match = _AT_A_PART.match(folded, tokens[metric_at].end)
    return match["name"].lower() if match is not None and _is_plain_part(match["name"].lower().split()) else None


_IN_A_PLACE = regex.compile(
    r"\ in\ (?:the\ |mainland\ |greater\ )?(?P<name>[A-Z][\w.]*+(?:\ (?:and\ )?[A-Z][\w.]*+){0,3})(?![\w'-])"
)
"""Where a business is that has no other name ("its business in Poland"), or what a metric is of ("profit in North America")."""
_APPOSED = regex.compile(
    r"(?:^|(?<=[.!?]\ |\n|\b(?:from|at|and|but|while)\ ))(?P<name>[A-Z][\w&-]++(?:\ [A-Z][\w&-]++){0,3}),\ "
    r"(?:the|its|their|[Tt]he\ [a-z]++'s)\ (?:[a-z-]++\ ){0,3}[a-z-]++$"
)
"""The name of a part before what it is: "Anvil Cars, the luxury arm"."""
_GENERIC = regex.compile(r"(?:^|\ )an?\ ")
"""A part is one of the company's, not any: "a weak retail market"."""

# "In South America it lost …", "In Europe, sales fell …"
_PLACE_BEFORE = regex.compile(
    r"(?:[*-]\ )?(?:In|(?:At|For)(?=[^,]*,))\ (?:the\ )?"
    r"(?P<name>(?:rest\ of\ (?:the\ )?)?[A-Z][\w.&-]++(?:\ (?:and\ |&\ )?[A-Z][\w.&-]++){0,2}|rest\ of\ the\ world),?\ ",
    regex.VERBOSE,
)

# "At the investment bank the pretax loss narrowed", "At Anvil Cloud, revenue rose"
_OPENS = regex.compile(
    r"(?:[*-]\ )?(?:In|At|For|Within|Across)\ (?:the\ |its\ )?"
    r"(?P<name>[\w&'-]++(?:\ [\w&'-]++){0,5}?),?\ (?:the\ |its\ )?"
    r"(?:(?:company|group|bank|firm|retailer|lender|it|they)\ (?:made|posted|reported|had|saw|suffered|booked|recorded)\ "
    r"(?:an?\ |its\ )?)?",
    regex.VERBOSE,
)

# "in China, where sales fell"
_WHERE = regex.compile(
    rf"\b(?:in|at|for|from|of|across)\ (?:(?:the|its)\ )?(?:(?P<name>{_PLACE})"
    rf"|(?P<name>{_WORDS})\ {KINDS}(?:\ there)?),\ where\ [^,;:]{{0,60}}$",
    regex.VERBOSE,
)

# "In commercial aircraft revenue fell, but operating earnings rose"
_BUSINESS_BEFORE = re.compile(
    r"(?:[*-]\ )?In\ (?:the\ |its\ )?(?!an?\ )(?P<name>[a-z&-]++(?:\ [a-z&-]++){0,3}?)\ (?:net\ )?"
    r"(?:revenues?|sales|profits?|orders)\b"
)

# "sales in North America", "revenue from equities trading", "sales in its core PC business", "revenue of its services segment"
_NOBODY = r"(?:date|be|customers|consumers|clients|shareholders|stockholders|owners|equity|holders)"
_BEHIND = regex.compile(
    rf"""\ ?-\ (?P<name>{_WORDS})
      | (?:\ (?:for|in|during)\ (?:the\ )?[\w\ ]{{3,28}}?)?(?:\ growth)?\ (?:
        (?:from|in|at|of|for|within|by|across)\ (?:(?:the|its|our|their|all)\ )?(?P<name>{_WORDS}(?:\ and\ {_WORDS})?)
          \ {KINDS}(?:\ (?P<proper>{_CAPITALS}))?
      | (?:from|in|at|of|for)\ (?:its|their|the\ [a-z]++'s|[A-Z][\w&-]*+'s)\ (?P<name>{_WORDS})
          \ (?:services?|platforms?|chains?|apps?|sites?)
      | from\ [A-Z][\w&-]*+'s\ (?P<name>{_CAPITALS})
      | (?:in|at|of|for|to|across|within)\ (?:the\ |mainland\ |greater\ )?(?P<name>{_PLACE})(?:\ (?P<noun>[a-z]++))?
      | (?:in|at|across|from)\ (?:its|their|our)\ (?P<name>{_WORDS})
      | of\ (?:its|the|their)\ (?:[a-z-]++\ ){{0,2}}?(?P<name>[A-Z][\w+-]*+(?:\ [A-Z0-9][\w+-]*+){{0,3}}(?:\ [a-z]++)?)
      | (?P<plain>abroad|overseas|at\ home)
      | (?P<name>outside\ (?:of\ )?(?:the\ )?[A-Z][\w.&-]++(?:\ [A-Z][\w.&-]++)?)
      | (?:from|at|of)\ (?!(?:between|its|their|our|the)\b)(?P<plain>[^\W\d_][\w&'/+-]*+(?:\ [\w&'/+-]++){{0,6}}?)
    )(?:\ (?:at|in|of)\ {_CAPITALS})?(?:\ (?:in|for|during|over)\ (?:the|its)\ [\w\ -]{{3,30}})?
     (?:\ (?:went|moved|also)|\ (?:was|were|is|reached|hit)\ (?:an?\ |the\ )?[a-z\ -]{{0,20}})?[.\ ]?
      | \ to\ (?:the\ )?(?P<plain>(?!{_NOBODY}\b)[a-z][\w-]*+(?:\ [\w-]++){{0,2}})\ ?
      | \ (?:of|for)\ (?:its|their|our|the)\ (?P<plain>[a-z][\w&'/+-]*+(?:\ [\w&'/+-]++){{0,4}})\ ?
      | \ (?:from|in|at)\ (?:the\ )?(?P<trade>[\w&'/+-]++(?:\ [\w&'/+-]++){{0,3}}?)\ ?""",
    regex.VERBOSE,
)
# "Revenue at the parks, experiences and products division"
_LIST_BEHIND = regex.compile(
    rf"\ (?:from|in|at|of|for)\ (?:the|its|their)\ "
    rf"(?P<name>[\w&'/+-]++(?:\ [\w&'/+-]++){{0,2}}?,\ {_WORDS})\ {KINDS}\b",
    regex.VERBOSE,
)
NO_PART = (NOT_A_SCOPE - frozenset("and of in for new other worldwide global management financial".split())) | frozenset(
    "least most best worst minimum maximum".split()
)
"""Words that the name of a part in lower case never holds, though some narrow nothing by themselves."""

_TIME = regex.compile(rf"(?i)(?:{CALENDAR})\b")
_MONTH = regex.compile(rf"(?:{CALENDAR}|The|Its|It|Wall|New|Street)\b")

_LOOK_BACK = 120

PHRASE = frozenset("_nra&KBYQWT")
"""Tags that a metric's phrase goes on with, besides what is …"""

LEADING_ON = frozenset({"of", "at", "for", "of the", "for the"})
"""… the word before a figure elsewhere."""

WHOLE = frozenset("eps ffo dividend buyback tax_rate charge cash debt aum provisions headcount stores".split())
"""Metrics that are seldom given for a part of a company: what stands before them narrows nothing."""

PROFIT = frozenset({"earnings", "net_income"})
"""Profits whose part is seldom named without saying that it is one ("the cloud segment's profit")."""


def find_scope(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the scope said of the metric at token `metric_at`, in lower case, or None for the whole company."""
    if tags_of(tokens[max(0, metric_at - 2) : metric_at]) == f"{METRIC_TAG}(":  # "upstream operating profit (EBIT)"
        metric_at -= 2
    metric = tokens[metric_at]
    entry = entry_of(metric.mark)
    name = entry.name if entry is not None else ""
    if name in WHOLE:
        return None
    if (itself := _ITSELF.search(folded, sentence.start, metric.start)) is not None:
        return itself["name"].lower()
    before = find_premodifier(folded, tokens, metric_at, only_trades=name in PROFIT)
    fared = _FARED.match(folded, sentence.start, metric.start)
    if fared is not None:
        return " ".join(filter(None, (fared["name"].lower(), before)))
    return (
        before
        or _segment_before(folded, sentence, tokens, metric_at)
        or _behind(folded, metric.end, _phrase_end(tokens, metric_at, sentence.end))
        or _behind_brackets(folded, tokens, metric_at)
        or _growth_behind(folded, sentence, tokens, metric_at)
        or place_before(folded, sentence, metric.start)
        or _place_behind(folded, metric.end)
        or _part_reporting(folded, sentence, tokens, metric_at)
    )


def _place_behind(folded: str, end: int) -> str | None:
    """Return a well-known place right behind a metric's name, whatever follows ("pretax profit in North America largely on …")."""
    match = _IN_A_PLACE.match(folded, end)
    name = match["name"].lower().rstrip(".") if match is not None else ""
    return name if name and PLACES.issuperset(name.replace(".", "").split()) else None


def _growth_behind(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part behind the growth of a metric ("12% sales growth in its furniture segment")."""
    if metric_at == 0 or tags_of(tokens[metric_at - 1 : metric_at + 3]) not in ("%MUn", "%MDn"):
        return None
    return _behind(folded, tokens[metric_at + 1].end, _phrase_end(tokens, metric_at + 1, sentence.end))


_OF_GROUP = regex.compile(r"\b(?:group|group-wide|groupwide|companywide|company-wide|consolidated)\ $")
"""Words right before a metric by which it is of the whole company, whatever part is named before ("the group operating margin")."""


_ITSELF = regex.compile(rf"(?P<name>{_CAPITALS})\ itself\ (?:[a-z]++\ )?$", regex.VERBOSE)
"""Who is told from what belongs to it: "Anvil Energy itself made $5 million"."""
_EVEN_SO = frozenset({"even though", "although", "though", "but", "however", "despite"})
"""How a clause on the whole may begin behind a part that only stands by ("growth in Asia helped even though profit fell")."""


def _segment_before(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the segment named before a metric in its clause ("its cloud segment posted revenue of …")."""
    if _OF_GROUP.search(folded, sentence.start, tokens[metric_at].start):
        return None
    start = near = sentence.start
    for at in range(metric_at - 1, -1, -1):
        if tokens[at].tag == "/" and isinstance(mark := tokens[at].mark, Cue) and mark.words in _EVEN_SO:
            near = max(near, tokens[at].end)
        if tokens[at].tag in "s$%#d;":
            near = max(near, tokens[at].end)
            if not _is_its_own(tokens, at, metric_at):
                start = tokens[at].end
                break
            if _DOING.search(folded, sentence.start, tokens[at].start):
                near = sentence.start
    last = _last_segment(folded, start, near, tokens[metric_at].start)
    if last is None:
        return None
    if (apposed := _APPOSED.search(folded, start, last.end("name"))) is not None:
        return apposed["name"].lower()
    proper = _PROPER.match(folded, last.end()) if last.group().endswith(("unit", "arm", "subsidiary")) else None
    if proper is None and (name := _trim(last.group("name"))) is not None:
        return name
    there = proper or _IN_A_PLACE.match(folded, last.end())
    return there["name"].lower() if there is not None else None


def _last_segment(folded: str, start: int, near: int, stop: int) -> re.Match[str] | None:
    """Return the last segment that a stretch names as one of the company's; before `near` only one that reports."""
    last = None
    for match in _SEGMENT.finditer(folded, start, stop) if _SEGMENT_WORD.search(folded, start, stop) else ():
        if _EXPLAINED.search(folded, start, match.end("name")):
            continue
        if last is not None and _trim(match["name"]) is None:
            continue  # "the segment"
        generic = _GENERIC.search(match["name"]) is not None or (match.end() < near and not _REPORTS.match(folded, match.end()))
        last = (
            None if generic or _SOLD.match(folded, match.end()) or _OF_ANOTHER.search(folded, start, match.end("name")) else match
        )
    return last


def _is_its_own(tokens: Sequence[Token], at: int, metric_at: int) -> bool:
    """Tell a figure of the metric behind it: "the cloud arm posted a 24% jump in revenue", "generated $5 billion in revenue"."""
    if tokens[at].tag in "$#" and (at == metric_at - 1 or (at == metric_at - 2 and tokens[at + 1].tag == "n")):
        return True
    return tokens[at].tag == "%" and all(token.tag in "UDnB_" for token in tokens[at + 1 : metric_at]) and metric_at - at <= 4


def _behind(folded: str, end: int, stop: int) -> str | None:
    """Return the place or business behind a metric's name ("sales in North America")."""
    match = _BEHIND.fullmatch(folded, end, stop)
    listed = _LIST_BEHIND.match(folded, end) if folded.startswith(",", stop) and (match is None or match["trade"]) else None
    if match is None or listed is not None:
        return listed["name"].lower() if listed is not None else None
    if trade := match["trade"]:
        return trade.lower() if _is_part(trade) and _is_plain_part(trade.lower().split()) else None
    if plain := match["plain"]:
        return plain.lower() if _is_plain_part(plain.lower().split()) else None
    name = match["proper"] if match["proper"] and folded.endswith("brand ", 0, match.start("proper")) else match["name"]
    whole = match["noun"] in NOT_A_SCOPE  # "sales at the German carmaker"
    if match["noun"] and folded.startswith(" of the ", end):  # "sales of the Roadrunner trap"
        name += f" {match['noun']}"
    return None if whole or _MONTH.match(name) or name.split()[0].endswith("-based") else _trim(name)


def _is_plain_part(words: Sequence[str]) -> bool:
    """Tell the name of a part in lower case from a time, from who owns it and from a word for any part ("for the segment")."""
    owned = any(word.endswith(("'s", "ly", "-")) for word in words) or _TIME.match(words[0]) is not None
    return not owned and NO_PART.isdisjoint(words) and not KIND_WORDS.issuperset(words)


def is_business(name: str) -> bool:
    """Tell a part of a company that is called after its business ("Tax & Accounting") from a company."""
    return all(word.lower() in BUSINESSES for word in _WORD.findall(name))


_PART_WORDS = (
    r"(?:[A-Z][a-z]++\ (?:networks|services|products|brands|games|cloud)"
    r"|[A-Z][a-z]++\ and\ [a-z]{5,}"
    r"|[A-Z][\w.'&-]++(?:,?\ (?:and\ |&\ |of\ )?(?:[A-Z][\w.'&-]++|services|products|cloud|advertising|banking|sales|group)){1,4}"
    rf"|(?:[A-Z][a-z]++\ )?(?i:{BUSINESS}(?:\ (?:and\ )?{BUSINESS}){{0,3}})"
    r"|(?P<single>[A-Z][\w&'-]++))"
)
# "Financial & Risk, which serves bankers, saw its revenue slip", "Card services made a net loss of", "while Argos posted"
_REPORTING = re.compile(
    r"\ ?(?:[*-]\ )?\"?(?:The\ |Its\ |the\ |its\ |Our\ |(?P<owner>[A-Z][\w&-]++'s\ ))?(?:core\ |largest\ )?"
    rf"(?P<name>{_PART_WORDS})(?:\ (?:{KINDS}|products?|locations|restaurants|stores))?"
    r"(?P<gloss>,\ (?:(?!\ -\ )[^$;]){3,150},)?\ (?:also\ )?"
    r"(?:brought\ in|delivered|contributed|generated|recorded|posted|reported|had|produced|turned\ in|saw|made|came\ to|achieved|"
    r"booked|earned|racked\ up|pulled\ in|swung\ to|slipped\ to|suffered|notched|registered|clocked|logged|raked\ in|"
    r"(?:more\ than\ )?(?:doubled|tripled|trebled|lifted|grew|improved|increased|raised|boosted|cut|narrowed|widened))\ "
    r"(?:its\ |an?\ |the\ )?[\w%-]{0,12}(?:\ [\w%-]{1,12}){0,3}\ ?$",
    re.VERBOSE,
)
_BROUGHT_IN = frozenset({"brought in", "brings in", "contributed", "generated", "took in", "pulled in", "raked in"})
"""Verbs that are a name of the metric themselves."""
_WHO = re.compile(
    r"\ ?(?:[*-]\ )?(?:The\ |Its\ |the\ |its\ |Our\ |(?P<owner>[A-Z][\w&-]++'s\ ))?"
    rf"(?P<name>{_PART_WORDS})(?:\ (?:{KINDS}|products?))?(?P<gloss>,\ (?:(?!\ -\ )[^$;]){{3,150}},)?\ (?:also\ )?$",
    re.VERBOSE,
)
# "* acme - water & protection reported q4 net sales of"
_LISTED = regex.compile(
    r"(?:[*-]\ )?[\w.&']++(?:\ [\w.&']++){0,3}?\ -\ (?P<name>[\w&']++(?:\ [\w&']++){0,4}?)(?:\ segment|\ business)?\ "
    r"(?:reported|posted|recorded|delivered|had)\ (?:[\w-]++\ ){0,3}?$",
    regex.VERBOSE,
)
_NO_PART = regex.compile(
    r"(?:Chief|Officer|President|Wall|Street|Journal|Times|News|Reuters|Analysts|Executives|Shares|It|They|We|He|She|This|That|Both|"
    r"Others?|Some|Many|Most|All|Investors|Economists|Management|Company|Companies|Firms|Results|Last|Which|Who|Other|GAAP|Non-GAAP|Adjusted)\b|.*\b(?:Officer|Street)\b"
)


def _part_reporting(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that reports in a metric's clause, where no company does."""
    start, end = sentence.start, tokens[metric_at].start
    behind = metric_at > 1 and tokens[metric_at - 2].tag in "$#"
    if behind and (tokens[metric_at - 1].tag == "n" or folded[tokens[metric_at - 1].start : tokens[metric_at - 1].end] == "of"):
        # "delivered $1.3 billion in revenue", "of revenue"
        end = tokens[metric_at - 2].start
    if listed := _LISTED.match(folded, sentence.start, end):
        return listed["name"].lower() if _is_plain_part(listed["name"].lower().split()) else None
    told = max((token.end for token in tokens[:metric_at] if token.tag in FIGURES and token.end <= end), default=end)
    starts = [start, *(token.end for token in tokens[:metric_at] if token.tag in ";/&," and told <= token.start < end)]
    mark = tokens[metric_at].mark
    reporting = _WHO if isinstance(mark, Cue) and mark.words in _BROUGHT_IN else _REPORTING
    for start in reversed(starts):
        match = reporting.match(folded, start, end)
        if match is not None and not _NO_PART.match(match["name"]) and not _is_the_company(match):
            explained = (match["gloss"] or "").startswith(", which ")
            named = not explained and any(
                isinstance(token.mark, NameMark) and not is_business(token.mark.name)
                for token in tokens[:metric_at]
                if start <= token.start < match.end("name")
            )
            alone = match["single"] and not match["owner"] and not _is_proper(folded, match, start)
            return None if named or alone else match["name"].lower()
    return None


_THE_GROUP = re.compile(r"\ ?[Tt]he\ (?:[a-z&-]+\ )*group$")


def _is_the_company(match: re.Match[str]) -> bool:
    """Tell what a company is called for short from a part's name ("The technology group reported")."""
    said = match.group()[: match.end("name") - match.start()]
    *origin, last = match["name"].lower().split()
    called = last == "group" and NATIONAL.issuperset(origin)  # "The French group made"
    return (last in NOT_A_SCOPE and (called or not origin)) or _THE_GROUP.match(said) is not None


def _is_proper(folded: str, match: re.Match[str], start: int) -> bool:
    """Tell the name of a part from a word that only begins a sentence: it is explained, or stands inside another one too."""
    if match["gloss"] or folded[max(0, start - 2) : start].strip(' .\n"*-'):
        return True
    at = folded.find(f" {match['single']}")
    while at >= 0 and not (folded[at - 1].islower() or folded[at - 1] == ","):
        at = folded.find(f" {match['single']}", at + 1)
    return at >= 0


_ALONE = regex.compile(r"(?:On|At) (?:an?|the) (?P<name>stand-?alone|parent(?:-only)?|non-consolidated) (?:basis|level)\b")
"""Without the subsidiaries, beside figures that include them."""


_FARED = regex.compile(
    r"(?:(?P<name>[A-Z]\w*+(?:\ [A-Z]\w++){0,2})\ (?:was|were|remained|remains|proved)\ [^,;$%]*"
    r"\b(?:driver|performer|spot|standout|laggard|drag|star|engine|highlight)\b"
    r"|[^,;$%]*\b(?:performance|results|business|demand)\ in\ (?P<name>[A-Z][\w.]++(?:\ [A-Z]\w++)?)\ (?:was|were)\b"
    r"|[^,;$%]*\b(?:growth|increase|gains|additions)\ came\ from\ (?P<name>[A-Z][\w.-]++(?:\ [A-Z]\w++)?))"
    r"[^;$%]*,\ with\ (?:its\ )?(?:[\w.,-]++\ ){0,3}$"
)
"""``YouTunnel was a driver, with ad revenue …``, ``Its performance in Asia was strong, with …``"""


def place_before(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that a sentence begins with or a clause is on ("In Europe, sales …"), or the company without its arms."""
    if (where := _place_where(folded, sentence, stop)) is not None:
        return where
    if (alone := _ALONE.match(folded, sentence.start, stop)) is not None:
        return alone["name"].lower()
    if (match := _OPENS.fullmatch(folded, sentence.start, stop)) and _is_part(match["name"]):
        return match["name"].lower()
    match = _PLACE_BEFORE.match(folded, sentence.start, stop)
    if match is None and (business := _BUSINESS_BEFORE.match(folded, sentence.start, stop)) is not None:
        name = business.group("name")
        return name if _trim(name) and name.split()[0] not in NOT_A_SCOPE else _trim(name)
    return None if match is None or _MONTH.match(match.group("name")) else _trim(match.group("name"))


def _place_where(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that a clause on it tells of ("in China, where sales fell")."""
    match = _WHERE.search(folded, max(sentence.start, stop - _LOOK_BACK), stop)
    return None if match is None or _MONTH.match(match["name"]) else _trim(match["name"])


def _is_part(name: str) -> bool:
    """Tell what is called after a business ("the investment bank") from a time, or what is done ("in the quarter")."""
    words = name.lower().split()
    return words[-1] in KIND_WORDS | BUSINESSES and NO_PART.isdisjoint(words)


_GROWTH_IN = regex.compile(
    r"\ ?(?:growth|increase|rise|decline|drop|fall|jump)\ (?:in|at|from)\ "
    rf"(?:its|the|our)\ (?P<name>{_WORDS}\ {KINDS}(?:\ [A-Z][\w.&-]++)?)",
    regex.VERBOSE,
)


def growth_of(folded: str, at: int, end: int) -> str | None:
    """Return the business that an otherwise unnamed growth is of ("101% growth in its logistics business")."""
    match = _GROWTH_IN.search(folded, at, min(end, at + 80))
    return match.group("name").lower().rstrip(".") if match else None


_USERS = frozenset(
    "users user consumers consumer customers customer accounts people clients buyers riders visitors base maus daus".split()
)
_HOW_OFTEN = regex.compile(r"(?i)(?:\b(?:monthly|daily|weekly|annual|yearly)[ -](?:average\ )?)?$")


def users_of(folded: str, metric: Span) -> str | None:
    """Return which users a name counts ("daily active users"): the words of its phrase that say more than users."""
    often = _HOW_OFTEN.search(folded, max(0, metric.start - 10), metric.start)
    words = (often.group() if often else "") + metric.of(folded)
    narrowing = [word for word in _WORD.findall(words.lower()) if word not in _USERS]
    return None if narrowing == ["active"] else " ".join(narrowing) or None


def _phrase_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the phrase of a metric's name ends: at its verb, its figure or a comma."""
    for place, token in enumerate(tokens[at + 1 :], at + 1):
        if token.tag == "t" and place == at + 1 and tags_of(tokens[at + 2 : at + 4]) in ("_U", "_D", "KU", "KD"):
            continue  # "sales to professional contractors rose 23%"
        leads_on = token.tag == "o" and isinstance(token.mark, Cue) and token.mark.words in LEADING_ON
        if not leads_on and token.tag not in PHRASE:
            return token.start
    return end


SEVERAL = frozenset("two three four five six seven eight nine ten both all".split())
"""Words that make parts of a part: "at its three services"."""


def _trim(name: str) -> str | None:
    """Drop the words before a scope that narrow nothing."""
    if name.startswith("rest of "):
        return name.lower()
    kept: list[str] = []
    words = _WORD.findall(name)
    for before, word in reversed(list(zip(("", *words), words, strict=False))):
        plain = word.lower()
        if (plain == "and" and kept) or plain == "management":  # "wealth management"
            kept.insert(0, word)
            continue
        verb = word.islower() and word.endswith("ing") and word.rpartition("-")[2] not in TRADES | BUSINESSES
        if plain in SEVERAL:
            return None
        vague = plain in NOT_A_SCOPE and not (plain == "component" and before.islower())  # of vehicles, but "Dow component"
        if verb or vague or plain.endswith(("'s", "s'", "ly", "-based")):
            break
        kept.insert(0, word)
    return " ".join(kept).lower().removeprefix("and ").removesuffix(".").removeprefix("management") or None
