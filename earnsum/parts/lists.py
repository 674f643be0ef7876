"""
Lists of parts: one metric told of several places or businesses in one sentence.

"Same-store sales rose 5% at Taco Hut, 4% at Duff and 1% at Noodle House" names
its metric once; each figure has a part of the company behind or before it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, first_word, is_called, tags_of
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.scopewords import BUSINESSES, CALENDAR, NOT_A_SCOPE
from earnsum.names.words import PROVIDERS
from earnsum.parts.partnames import KINDS, OWNER
from earnsum.parts.scopes import find_scope
from earnsum.patterns import any_of, re, regex
from earnsum.text.marks import Quantity
from earnsum.text.moves import MOVED

PARTED = frozenset(
    (
        "revenue",
        "same_store_sales",
        "orders",
        "operating_income",
        "ebitda",
        "deliveries",
        "production",
        "billings",
        "net_income",
        "earnings",
    )
) | {"users", "subscribers", "subscriber_adds"}
"""Metrics that are told part by part."""

CAPITAL = r"[A-Z](?:[\w&'+-]|\.(?=\w))*+(?:(?<=\.[A-Z])\.)?"
_NAME = (
    r"(?P<name>(?:(?:central|eastern|western|northern|southern|continental|rest\ of(?:\ the)?)\ )?"
    rf"{CAPITAL}(?:\ (?:and\ (?=[A-Z][\w-]*+\ (?:and|$|[a-z]+(?:ed|ose|ew|ell)\b))|&\ |of\ )?{CAPITAL}){{0,3}})"
)
_NO_NAME = regex.compile(rf"(?:{CALENDAR}|Saturday|Sunday|New\ York\ trading|Wall\ Street|Street|{PROVIDERS}|The|It|Its)\b")
NAMING = BUSINESSES - {"and", "of", "group", "other", "sales"}
"""Words that name a business though nothing else does."""
_ALONE = any_of(
    NAMING
    - set(
        "finance memory performance payments cash professional personal energy trade prices power home data business products "
        "production services service markets market equipment government community risk control support resources platform "
        "tax funds gold mortgage platforms display property capital assets asset deposits investment credit".split()
    )
)
"""Words by which a business is told where nothing calls it one ("sales fell 16% in aerospace")."""
_ANY = any_of(NAMING)
_AFTER = regex.compile(
    rf"""(?:\ in\ (?:net\ )?(?:sales|revenues?)(?=\ from)|\ before\ tax(?:es)?)?
        (?:\ (?:sales\ )?(?:growth|declines?|increases?|gains?|drops?|rise|fall|higher|lower))?
        (?: \ (?:in(?!\ U\.S\.\ dollars)|at|for|across|within|(?<=sales\ )from|(?<=revenues?\ )from)
            \ (?:(?:the\ (?:[A-Z][\w,\ ]{{2,30}}-based\ )?[a-z]++'s|{OWNER}(?=\ [a-z])|the|its|mainland|our)\ (?:[a-z-]++\ )?)?
            (?:(?P<name>{CAPITAL}(?:\ (?:and\ |&\ )?{CAPITAL}){{1,4}})(?=\ {KINDS}\b)|{_NAME}
              |(?P<name>(?!and\b)[\w&'/-]++(?:\ (?!(?:in|at|its|of|for)\ )(?:and\ )?[\w&'/-]++){{0,4}}?)
                \ (?:{KINDS}|chains|restaurants|stores)
              |(?P<name>[\w&'/-]++\ networks)
              |(?P<name>(?:[a-z][\w'-]*+\ )?(?:studios?|hotels|casinos|parks|mines|refineries|newspapers|supermarkets)))
            (?:\ (?:{KINDS}|stores?|restaurants?|brand))?
            (?= [,.;)] | \ \( | $
              | \ (?:and|while|but|compared|versus|vs|as|on|for|after|in|during|last|this|from|year|with|including|thanks
                  |despite|amid|even|because|due|when|where|which)\b
              | \ to\ (?:[$£€]|(?=[0-9]))|\ [—–-]\ )
          | (?<=%|percent|per\ cent|[mb]illion)\ (?:in|from)\ (?:the\ |its\ )?
            (?P<name>(?:{_ALONE}|{_ANY}\ {_ANY}|(?:capital|fund|money)\ management)
              (?:\ (?:and\ )?(?:small\ business|{_ANY})){{0,3}})
            (?= [,.;)] | $ | \ to\ [$£€0-9] | \ and\ (?:[$£€0-9]|[a-z]++(?<=ed|ose|ew|ell|was|were)\b)
              | \ (?:while|but|compared|versus|from|as|on|after|with)\b )
          | (?<=%|percent|per\ cent|[mb]illion)\ in\ (?P<name>(?!the\b|its\b|an?\b)[a-z][\w'-]*+(?:\ [a-z][\w'-]*+){{0,2}}?)
            (?=,?\ (?:and\ |but\ |while\ )?(?:{MOVED})\ (?:(?:about|nearly|almost)\ )?[0-9])
          | \ (?P<name>internationally|domestically|globally|overseas|abroad|nationally|worldwide)\b )""",
    regex.VERBOSE,
)
_NARROWS_NOT = (NOT_A_SCOPE - {"other", "and"}) | frozenset(
    "volume volumes price prices pricing traffic ticket tickets "
    "covers footfall transactions visits costs spend margins fares".split()
)
_BUSINESS = any_of(NAMING | {"fixed income"})
_RISE = r"(?:growth|rise|increase|gain|decline|drop|fall)"
_VERBS = f"(?:{MOVED}|were|was|up|down|off)"
_CHANGING = r"(?:ris|fall|climb|gain|grow|dropp|jump|slid|surg|declin|soar|slump|advanc|slipp)ing"
_MOVING = rf"(?:(?:was|were|also)\ )?(?:{MOVED}|up|down|off|ahead|{_CHANGING})\b"
_UNLIKE = (
    r"(?:the|its|their|our|an?|it|they|that|this|those|these|which|who|as|in|at|of|for|from|to|by|on|with|and|but|while|both|all|one|others?"
    r"|than|after|before|when|if|is|are|was|were|has|had|have)\b"
)
_BEFORE = regex.compile(
    rf"""(?: [,;:]\ | \b(?:and|with|while|whereas|but|as|said|(?:led|driven|paced|followed|trailed)\ by)\ )
        (?:(?:and|with|while|but|as|at|in|on|of|for|those|that|which|including|(?:led|followed|trailed)\ by|(?P<from>from))\ )*+
        (?:(?:the|its|mainland|greater)\ )?
        (?:{_NAME}|(?P<name>international|domestic)|(?<=\b(?:on|in)\ (?:(?:the|its)\ )?)(?P<name>[a-z-]++)(?=\ markets?\b)
          |(?P<name>rest\ of\ the\ world)(?=\ {_MOVING})
          |(?<=\b(?:at|in|of)\ (?:its|the)\ |\bof\ (?!which\b)|\bthose\ (?:in|for|from)\ )
            (?P<name>[a-z-]++(?:\ (?!(?:{_VERBS}|it|they)\b)[a-z-]++){{0,2}}+)
          |(?<=\b(?:with|and)\ |,\ )(?P<name>[a-z][a-z-]*+(?:\ (?!(?:{_VERBS}|{_CHANGING})\b)[a-z][a-z-]*+){{0,2}}+)
            (?=\ (?:up|down|off|ahead|{_CHANGING})\b)
          |(?P<name>(?!the\b|its\b)[a-z][a-z-]*+(?:\ (?!(?:segment|division|business|unit|arm|chain)\b)[a-z][a-z-]*+)?+)
            (?=\ (?:segment|division|business|unit|arm|chain)\b)
          |(?P<name>(?:(?:international|domestic|online|capital)\ )?{_BUSINESS}(?:\ (?:and\ )?{_BUSINESS}){{0,3}}(?!\ and\b))
          |(?<=\b(?:led|driven|paced|followed|trailed)\ by\ (?:the\ |its\ )?)
            (?P<name>(?!(?:the|its|an?)\b)[a-z][\w'-]*+(?:\ (?:and\ )?[a-z][\w'-]*+){{0,2}})(?=,\ (?:which\ )?{_MOVING})
          |(?<!\bas\ (?:the\ |its\ )?)(?P<name>(?P<loose>(?!{_UNLIKE})[a-z][a-z'-]*+
            (?:\ (?:(?:and|&)\ )?(?!(?:{_UNLIKE}|{_VERBS}\b|{_CHANGING}\b|also\b))[a-z][a-z'-]*+){{0,2}}+))(?=\ {_MOVING}))
        (?:'s)? (?:\ (?:brand|stores|chain|channel|division|segment|unit|banner|business(?:es)?|operations|arm|markets?)(?:'s)?)?
        (?:,?\ (?:it|they))? (?:\ (?:was|were|is|at|of))? [:,]?(?:\ which)?
        \ (?P<verb>(?:an?|the)\ (?:remaining|further|other|additional)
          |(?:reported|posted|recorded|saw|had|achieved|delivered)\ (?:an?|(?:an?\ )?{_RISE}\ of)
          |[a-z]++(?:\ (?:up|down|by|to|in|for|higher|lower))?)?\ ?$""",
    regex.VERBOSE,
)
_BY_PART = re.compile(r"(?:Breaking|Broken)\ (?:\w++\ )?down\b|By\ (?:segment|division|business|unit|region|geography),")
"""``Breaking down revenue by segment, the company said Duff delivered $5 million``"""
_INCLUDING = re.compile(
    rf",\ including\ (?:the\ )?{CAPITAL}(?:\ {CAPITAL}){{0,2}}\ [a-z]++\ $"
    r"|\b(?:led|driven|paced)\ by\ (?:the\ |its\ )?[\w&'-]++(?:\ [\w&'-]++){0,2},\ (?:which\ (?:was\ )?)?[a-z]++(?:\ by)?\ $"
)
"""``…, including Duff up 4%``, ``growth was led by software, up 9%``"""
_OF_WHICH = regex.compile(
    r"(?r)(?:\bincluding|\bof\ (?:which|that)|\bwith|\bOf\ (?:the|its)\ [^,;]{3,50},)\ "
    r"(?:(?:about|around|some|nearly|roughly|almost|over)\ )?"
)
_SHARE = regex.compile(
    rf"(?:\ of\ (?:it|that))?\ (?:(?:came|coming|was|is)\ )?(?:from|in|at)\ (?:(?:its|the|our)\ )?"
    rf"(?:(?P<name>[\w&'/-]++(?:\ [\w&'/-]++){{0,3}}?)\ (?:{KINDS})|{_NAME}"
    rf"|(?P<name>{_ANY}(?:\ (?:and\ )?{_ANY}){{0,2}}(?:\ products)?)(?=[,.;]|\ and\b|$))(?=[,.;\ ]|$)",
    regex.VERBOSE,
)
"""What a share of the whole is of ("sales of $9 billion, including $3 billion from its cloud unit")."""
_SHARE_OF_ALL = regex.compile(
    r"\ (?:came|was)\ from\ (?:(?:its|the|our)\ )?"
    r"(?P<name>(?!(?:acqui|one-|asset|new|exist|custom|client|people|shop|sell|sale|merge|discontin|continu|buyers|orders)\w*)"
    r"[a-z][\w&'/-]++(?:\ (?:and\ (?!the\b))?[a-z][\w&'/-]++){0,2}?)(?=[,.;]|\ and\ the\b|$)",
    regex.VERBOSE,
)
"""The same where the whole is named, by any words ("of which $3 billion came from drugs")."""
_NEAR = 30
_LOOK_BACK = 80
_ADVERBS = {"internationally": "international", "domestically": "domestic", "globally": "global", "nationally": "national"}


_HEADS = PARTED | {"operating_margin", "gross_margin", "ebitda_margin"}
"""Metrics whose part may be named behind the figure ("a margin of 12% at its chemicals division")."""


_PROFITS = frozenset({"net_income", "earnings"})


class Part(NamedTuple):
    """
    The part that a figure is of.

    `origin`: it stands behind "from", which elsewhere stands before a figure of a year ago; `loose`: any words are its name,
    which tell of a part only beside another one ("paints sales rose 2% and coatings fell 4%").
    """

    name: str
    origin: bool = False
    loose: bool = False


PartOf = Callable[[int], Part | None]
"""Returns the part that the reading at a place is of."""


def read_lists(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:  # noqa: C901 - list by list
    """Return the readings of a sentence, those of parts with the metric that the list began with and the part's name."""
    found = list(readings)
    expected = [at for at, reading in enumerate(readings) if reading.role == "estimate" and reading.metric is None]
    part_of = _parts(folded, tokens, readings)
    for at in expected:  # "analysts had expected 5.4% in the U.S. and 2.1% abroad"
        found[at] = readings[at]._replace(part=part.name if (part := part_of(at)) is not None else None)
    for at, head in enumerate(readings):
        if not _heads(head) or found[at].part:
            continue
        side, is_parted = head.side, cache(partial(_is_parted, folded, tokens, head))
        for index in _going_on(tokens, readings, at, part_of):
            reading, part = readings[index], part_of(index)
            if part is not None and part.loose and not is_parted():
                continue
            if part and not reading.part:
                side = reading.side or side
                figure = _in_unit(reading.figure, head.figure)
                found[index] = head._replace(at=reading.at, figure=figure, sequential=reading.sequential, side=side, part=part.name)
                change = _change_behind(tokens, readings, index)
                change = change if change is not None and part_of(change) is None else None
                for other in (change, *_on_the_way(folded, readings, index)):
                    if other is not None:
                        found[other] = readings[other]._replace(metric=head.metric, metric_at=head.metric_at, part=part.name)
        colon = head.metric_at is not None and _COLON.match(tags_of(tokens[head.metric_at + 1 : head.at])) is not None
        second = at > 0 and head.role == "change" and readings[at - 1].metric_at == head.metric_at
        # as in "sales: Burger Barn up 4%" and in "sales rose to $5 billion, with Duff up 4%"
        including = _INCLUDING.search(folded, max(0, head.figure.extent.start - _LOOK_BACK), head.figure.extent.start)
        is_list = including or _BY_PART.match(folded, tokens[0].start) or _is_led_to(folded, readings, at)
        listed = part_of(at) if (colon and head.role != "guide") or second or is_list else None
        own = _part_after(folded, tokens, head.figure) or listed
        change = _change_behind(tokens, readings, at) if own is not None else None
        if own is not None and change is not None and part_of(change) is None:
            found[change] = readings[change]._replace(metric=head.metric, metric_at=head.metric_at, part=own.name)
        found[at] = head._replace(part=own.name if own is not None else None)
        if including is not None and own is not None:
            for level in _on_the_way(folded, readings, at):
                found[level] = readings[level]._replace(metric=head.metric, metric_at=head.metric_at, part=own.name)
    return found


def _heads(reading: Reading) -> bool:
    """Tell whether a figure may begin a list."""
    return is_called(reading.metric, _HEADS) and reading.role in ("actual", "change", "guide")


def _is_parted(folded: str, tokens: Sequence[Token], head: Reading) -> bool:
    """Tell whether the metric of a list's first figure is itself told of a part."""
    if head.metric_at is None or is_called(head.metric, _PROFITS):
        return False
    return find_scope(folded, Span(tokens[0].start, tokens[-1].end), tokens, head.metric_at) is not None


def _going_on(tokens: Sequence[Token], readings: Sequence[Reading], at: int, part_of: PartOf) -> Iterator[int]:
    """Yield the figures of the same kind that follow the one at `at` and that no other metric is named for."""
    head = readings[at]
    for index in range(at + 1, len(readings)):
        reading = readings[index]
        if reading.metric_at not in (None, head.metric_at):
            return
        part = part_of(index)
        if reading.role in ("prior", "estimate") and reading.metric_at == head.metric_at and part is None:
            continue
        if not (reading.role in ("actual", "change") or (part is not None and part.origin)):
            return
        between = range(readings[index - 1].at + 1, reading.at)
        stops = "M" if part is not None else "M;"  # "in Japan rose 4%; in Asia it fell 2%"
        if any(tokens[place].tag in stops and place != head.metric_at for place in between):
            return
        alike = measure(_in_unit(reading.figure, head.figure) if part is not None else reading.figure) == measure(head.figure)
        if alike and not reading.sequential:
            yield index


def _in_unit(figure: Quantity, head: Quantity) -> Quantity:
    """Return a figure in the unit of the list's first: a sum may leave its currency out ("Games 1.4 billion")."""
    if figure.unit or head.kind != "money" or not figure.scaled:
        return figure
    return figure._replace(kind=head.kind, unit=head.unit)


_ONWARD = re.compile(r",?\ (?:(?:rise|fall|drop|increase|decline|decrease|gain|jump|growth|higher|lower)\ )?(?:to|at)\ ")
_COLON = re.compile(r"(?:y_|_)?o?:")
"""``Sales: Duff up 4%``, ``Sales by chain were: Duff up 4%``, ``Revenue breakdown: Legal, $883 million``"""
_CHANGE_BEHIND = regex.compile(r"[s$#](?:,|[n_a]{0,4}\()[_]?[UD]?[no]?_?%")


def _change_behind(tokens: Sequence[Token], readings: Sequence[Reading], index: int) -> int | None:
    """Return the change told right behind a part's level ("and advertising $5 million, up 16%")."""
    after = index + 1
    if after >= len(readings) or readings[after].role != "change" or readings[index].role != "actual":
        return None
    between = tags_of(tokens[readings[index].at : readings[after].at + 1])
    return after if _CHANGE_BEHIND.fullmatch(between) else None


def _on_the_way(folded: str, readings: Sequence[Reading], index: int) -> Iterator[int]:
    """Yield the level that a part's change goes on to, or the change that led to its level ("with Duff up 40% at $5 million")."""
    for change, level in ((index, index + 1), (index - 1, index)):
        if change < 0 or level >= len(readings) or readings[level].role != "actual" or readings[change].role != "change":
            continue
        if readings[level].figure.kind != "percent" and _leads_to(folded, readings[change].figure, readings[level].figure):
            yield level if change == index else change


def _is_led_to(folded: str, readings: Sequence[Reading], at: int) -> bool:
    """Tell a level behind its change and the part that both are of ("rose 6% in Peru to $2 billion and 3% in Chile to …")."""
    if at == 0 or readings[at].role != "actual" or readings[at - 1].metric_at != readings[at].metric_at:
        return False
    change, level = readings[at - 1].figure.extent.end, readings[at].figure.extent.start
    return _ONWARD.fullmatch(folded, change, level) is None and _leads_to(folded, readings[at - 1].figure, readings[at].figure)


def _leads_to(folded: str, change: Quantity, level: Quantity) -> bool:
    """Tell whether a change goes on to a level, maybe behind the part that both are of."""
    end, start = change.extent.end, level.extent.start
    part = _AFTER.match(folded, end, start + 2) if _ONWARD.fullmatch(folded, end, start) is None else None
    return _ONWARD.fullmatch(folded, end if part is None else part.end(), start) is not None


def measure(figure: Quantity) -> str:
    """Return what a figure counts in; a number without a unit may count the things named before."""
    return figure.unit or "count"


def _parts(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> PartOf:
    """
    Return what tells the part that a reading is of, which is looked for when it is asked for.

    That is named behind it ("4% at Duff"), before it ("Duff rose 1%"), or before its change ("Duff rose 4% to $11 billion").
    """
    known: dict[int, Part | None] = {}

    def told(at: int) -> Part | None:
        if at not in known:
            figure = readings[at].figure
            known[at] = _part_after(folded, tokens, figure) or _part_before(folded, tokens, figure)
        return known[at]

    def part_of(at: int) -> Part | None:
        while told(at) is None and at and _leads_to(folded, readings[at - 1].figure, readings[at].figure):
            at -= 1
        return told(at)

    return part_of


def _part_after(folded: str, tokens: Sequence[Token], figure: Quantity) -> Part | None:
    """Return the part behind a figure ("4% at Duff", "5% abroad"), or behind the level that it goes on to ("4% to $3 million")."""
    end = figure.extent.end
    if _OF_WHICH.match(folded, max(0, figure.extent.start - _NEAR), figure.extent.start) and (
        share := _SHARE.match(folded, end) or _SHARE_OF_ALL.match(folded, end)
    ):
        return _named(share, tokens)
    if folded.startswith(" to ", end):
        onward = next((t.mark for t in tokens if t.start <= end + 6 and t.end > end + 4 and isinstance(t.mark, Quantity)), None)
        end = onward.extent.end if onward is not None else end
    return _named(_AFTER.match(folded, end), tokens)


def part_at(folded: str, tokens: Sequence[Token], start: int, stop: int | None = None) -> str | None:
    """Return the part named right behind a place in the text ("a miss at Duff"), where nothing else stands before `stop`."""
    part = _named(_AFTER.match(folded, start, len(folded) if stop is None else stop), tokens)
    return part.name if part is not None else None


def _part_before(folded: str, tokens: Sequence[Token], figure: Quantity) -> Part | None:
    """Return the part before a figure and its verb ("and Taco Hut rose 1%")."""
    return _named(_BEFORE.search(folded, max(0, figure.extent.start - _LOOK_BACK), figure.extent.start), tokens)


_EXPECTING = frozenset("NEfG")
_KIND_WORDS = KIND_WORDS | {"channel", "category"}
NO_GOODS = frozenset(
    """
    cost expense expenses spending shares stock stocks demand inventory inventories headcount rate rates yields loans
    lending deposits assets liabilities debt cash capacity wages taxes tariffs inflation pound dollar euro yen index market
    markets total rest figure latter former number numbers average purchases basket size value values mix efficiency
    productivity occupancy membership visitors shoppers guests customers users members staff charges claims losses provisions
    trades trips transactions originations applications accounts income interest profit profits earnings revenue revenues
    shipments volume backlog growth increase decrease decline rise fall gain drop jump everything something nothing what
    there then
    """.split()
)
"""What else may rise or fall beside the sales of a part."""


def _named(match: regex.Match[str] | None, tokens: Sequence[Token]) -> Part | None:  # noqa: PLR0911 - what is no part, one by one
    if match is None or _NO_NAME.match(match["name"]):
        return None
    start, end = match.span("name")
    inside = [token for token in tokens if token.start < end and token.end > start]
    told = (token for token in inside if not (token.tag == "K" and first_word(token) == "management"))
    if any(isinstance(token.mark, Quantity) or (token.tag in "KUD" and isinstance(token.mark, Cue)) for token in told):
        return None
    if match.groupdict().get("loose") and not NO_GOODS.isdisjoint(match["name"].split()):
        return None
    if tags_of(inside) in (METRIC_TAG, "B") and inside[0].end >= end:
        return None  # "and 52% in EBITDA", "GAAP 46.8%"
    if not _EXPECTING.isdisjoint(tags_of(inside)):
        return None  # "; Consensus 58 cents"
    words = match["name"].removesuffix("'s").rstrip("'").split()
    while len(words) > 1 and words[-1] in _KIND_WORDS:
        words.pop()
    name = " ".join(words)
    narrowing = words[:-1] if words[-1] == "management" and len(words) > 1 else words  # "in wealth management"
    if name.islower() and not name.startswith("rest of ") and not _NARROWS_NOT.isdisjoint(narrowing):
        return None
    name = name.lower()
    name = name if name.endswith((".s.", ".k.")) else name.rstrip(".")
    groups = match.groupdict()
    return Part(_ADVERBS.get(name, name), origin=bool(groups.get("from")), loose=bool(groups.get("loose")))
