"""
Beside: the part of the company that one figure of several is of, named right behind or before it.

"4% at Duff", "5% abroad", "of which $3 billion came from drugs"; "Taco Hut rose 1%", "led by software, up 9%".
"""

from collections.abc import Sequence
from typing import NamedTuple

from earnsum.grammar.premodifiers import KIND_WORDS, WHICH_MARKETS
from earnsum.grammar.tokens import Cue, Token, first_word, tags_of
from earnsum.lexicon import METRIC_TAG
from earnsum.names.scopewords import BUSINESSES, CALENDAR, NOT_A_SCOPE, PLACES
from earnsum.names.words import PROVIDERS
from earnsum.parts.partnames import KINDS, OWNER
from earnsum.parts.places import THERE, place_there
from earnsum.patterns import ABOUT, any_of, regex
from earnsum.text.firms import FIRM
from earnsum.text.marks import Quantity
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.terms import ITS, ON_YEAR, POSTED, SALES, UNIT

_NEAR = 30
_LOOK_BACK = 80

CAPITAL = r"[A-Z](?:[\w&'+/-]|\.(?=\w))*+(?:(?<=\.[A-Z])\.)?+"
_MAPPED = any_of(
    sorted({*(word.capitalize() for word in PLACES), *"US UK USA EMEA APAC United States Kingdom Hong Kong New Zealand".split()})
)
_ON_MAP = rf"(?:the\ )?(?:U\.[SK]\.|{_MAPPED}(?:[\ -]{_MAPPED})*+)"
_ENDS_PLACES = (
    r"(?=[,;)]|\.(?:\s|$)|$|\ (?:(?:while|but|compared|versus|to|as|on|for|after|in|during|last|this|from|with|thanks|despite"
    r"|amid)\b|and\ [$£€0-9]))"
)
_NAME = (
    rf"(?P<name>{_ON_MAP}(?:,\ {_ON_MAP}){{0,2}},?\ (?:and|&)\ {_ON_MAP}{_ENDS_PLACES}"
    r"|(?:(?:central|eastern|western|northern|southern|continental|rest\ of(?:\ the)?)\ )?"
    rf"{CAPITAL}(?:\ (?:and\ (?=[A-Z][\w-]*+\ (?:and|$|[a-z]+(?:ed|ose|ew|ell)\b))|&\ |of\ )?{CAPITAL}){{0,3}})"
)
_NO_NAME = regex.compile(
    rf"(?:{CALENDAR}|Saturday|Sunday|New\ York\ trading|Wall\ Street|Street|{PROVIDERS}|The|An?|It|Its|SG&A|G&A|R&D"
    r"|(?:First|Second|Third|Fourth|Latest)\ (?:Quarter|Half))\b"
)
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
_RANK = (
    r"(?:(?:more|less|most)\ [a-z-]++(?:,\ (?:more|less|most)\ [a-z-]++)?|(?:second-|third-)?(?:biggest|largest|smallest)|core|main"
    r"|flagship|namesake|key|new|newer|older|small|smaller|larger|big|bigger|struggling|troubled|ailing|weak|strong|booming"
    r"|profitable|lucrative|important|crucial|critical|vital|closely watched|respective|remaining|entire|[a-z]+-(?:growing|margin))"
)
"""What is said of a part before its name."""
_GOODS = (
    r"(?:products|goods|items|toys|dolls|games|titles|accessories|gear|apparel|clothing|footwear|shoes|sneakers|watches|bags|cars|trucks"
    r"|vehicles|drugs|medicines|vaccines|phones|smartphones|handsets|devices|tablets|computers|laptops|chips|drinks|beverages|snacks"
    r"|cereals|foods|appliances|tools|films|movies|shows)"
)
"""What is sold by a name ("a 6% increase for Anvil dolls and accessories")."""
_AFTER = regex.compile(
    rf"""(?:\ in\ (?:net\ )?{SALES}(?=\ from)|\ before\ tax(?:es)?)?
        (?:\ (?:sales\ )?(?:{MOVE}|higher|lower))?
        (?: \ (?:in(?!\ U\.S\.\ dollars)|at|for|across|within|(?<=sales\ )from|(?<=revenues?\ )from)
            \ (?:(?:the\ (?:[A-Z][\w,\ ]{{2,30}}-based\ )?[a-z]++'s|{OWNER}(?=\ [a-z])
              |the|its|mainland|our)\ (?:{_RANK}\ |(?=[a-z-]++\ [a-z])|(?!farm\b)[a-z-]++\ )?)?
            (?:(?P<name>{CAPITAL}(?:\ (?:and\ |&\ )?{CAPITAL}){{1,4}})(?=\ (?:{KINDS}|chain)\b)|{_NAME}
              |(?P<name>(?!and\b)[\w&'/-]++(?:\ (?!(?:in|at|its|of|for)\ )(?:and\ )?[\w&'/-]++){{0,4}}?)
                \ (?:{KINDS}|sections?|chains|restaurants|stores|locations|outlets|shops)
              |(?P<name>[\w&'/-]++\ networks)
              |(?P<name>(?:[a-z][\w'-]*+\ )?(?:studios?|hotels|casinos|parks|mines|refineries|newspapers|supermarkets)))
            (?:\ (?:{KINDS}|stores?|restaurants?|brand|chain|{_GOODS}(?:\ and\ {_GOODS})?))?
            (?= [,.;)] | \ \( | $
              | \ (?:and|while|but|compared|versus|vs|as|on|for|after|in|during|last|this|from|year|with|including|thanks
                  |despite|amid|even|because|due|when|where|which|that|run|operated|owned
                  |offset(?:ting)?|outweigh(?:ed|ing))\b
              | \ to\ (?:[$£€]|(?=[0-9]))|\ (?:--?|[—–])\ |(?<=\.[A-Z]\.)\ (?:But|And|The|It|Its|In|That|This|They|Sales)\b)
          | (?<=%|percent|per\ cent|[mb]illion)\ (?:in|from)\ (?:the\ |its\ )?
            (?P<name>(?:(?:U\.[SK]\.|international|domestic|global)\ )?
              (?:{_ALONE}|{_ANY}\ {_ANY}|(?:capital|fund|money)\ management)
              (?:\ (?:and\ )?(?:small\ business|{_ANY})){{0,3}})
            (?= [,.;)] | $ | \ to\ [$£€0-9] | \ and\ (?:[$£€0-9]|[a-z]++(?<=ed|ose|ew|ell|was|were)\b)
              | \ (?:while|but|compared|versus|from|as|on|after|with)\b )
          | (?<=%|percent|per\ cent|[mb]illion)\ in\ (?P<name>(?!the\b|its\b|an?\b)[a-z][\w'-]*+(?:\ [a-z][\w'-]*+){{0,2}}?)
            (?=,?\ (?:and\ |but\ |while\ )?(?:{MOVED})\ {ABOUT}[0-9])
          | \ (?P<name>internationally|domestically|overseas|abroad|nationally|outside\ (?:of\ )?(?:the\ )?{CAPITAL})\b )""",
    regex.VERBOSE,
)
_THERE = regex.compile(rf" (?:there(?! (?:was|were|is|are|has|had|will)\b)|{THERE})(?!\w)")
"""``In China, …: a loss of $3 million there``: the place named before"""
_OF_THE_WHOLE = regex.compile(
    r"\ (?:for|in|at|among)\ (?:its\ |the\ )?(?P<name>[a-z][\w'-]*+(?:\ [a-z][\w'-]*+){0,2}?)(?:\ of\ the\ [a-z]++)?"
    r"(?=[,.;]|$|\ (?:and|but)\ [0-9])"
)
"""``rose 4.9% overall, 6.1% for medicines and 2.7% for toys``: parts by any words, beside another one"""
_JOINED = regex.compile(r",?\ (?:(?:and|but)\ )?")
_NARROWS_NOT = (NOT_A_SCOPE - {"other", "and"}) | frozenset(
    "volume volumes price prices pricing traffic ticket tickets "
    "covers footfall transactions visits costs spend margins fares".split()
)
_BUSINESS = any_of(NAMING | {"fixed income"})
_VERBS = f"(?:{MOVED}|were|was|up|down|off)"
_CHANGING = r"(?:ris|fall|climb|gain|grow|dropp|jump|slid|surg|declin|soar|slump|advanc|slipp)ing"
_MOVING = rf"(?:(?:was|were|also)\ )?(?:{MOVED}|up|down|off|ahead|{_CHANGING})\b"
_UNLIKE = (
    r"(?:the|its|their|our|an?|it|they|that|this|those|these|which|who|as|in|at|of|for|from|to|by|on|with|and|but|while|both|all|one|others?"
    r"|than|after|before|when|if|is|are|was|were|has|had|have|though|although|still|yet)\b"
)
_BEFORE = regex.compile(
    rf"""(?: [,;:]\ | \b(?:and|with|while|whereas|but|as|said|(?:led|driven|paced|followed|trailed)\ by)\ )
        (?:(?:and|with|while|but|as|at|in|on|of|for|those|that|which|including|(?:led|followed|trailed)\ by|(?P<from>from))\ )*+
        (?:(?:the|its|mainland|greater)\ )?
        (?:(?<=[:;]\ )(?P<name>(?P<item>)[A-Z][\w&'/-]*+(?:\ (?:and\ |&\ )?[A-Za-z][\w&'/-]*+){{0,4}}+)(?=,\ $)
          |{_NAME}|(?P<name>international|domestic|u\.[sk]\.|abroad|overseas|outside\ (?:the\ )?{CAPITAL}
            |{any_of(WHICH_MARKETS)}\ markets)
          |(?<=\b(?:on|in)\ (?:{ITS}\ )?)(?P<name>[a-z-]++)(?=\ markets?\b)
          |(?P<name>rest\ of\ (?:the\ )?world)(?=\ {_MOVING})
          |(?<=\b(?:at|in|of)\ {ITS}\ |\bof\ (?!which\b)|\b(?:those\ (?:in|for|from)|that\ (?:from|in))\ )
            (?P<name>[a-z-]++(?:\ (?!(?:{_VERBS}|it|they)\b)[a-z-]++){{0,2}}+)
          |(?<=\b(?:with|and)\ |,\ )(?P<name>[a-z][a-z-]*+(?:\ (?!(?:{_VERBS}|{_CHANGING})\b)[a-z][a-z-]*+){{0,2}}+)
            (?=\ (?:up|down|off|ahead|{_CHANGING})\b)
          |(?P<name>(?!the\b|its\b)[a-z][a-z-]*+(?:\ (?!(?:{UNIT}|chain)\b)[a-z][a-z-]*+)?+)
            (?=\ (?:{UNIT}|chain)\b)
          |(?P<name>(?:(?:international|domestic|online|capital)\ )?{_BUSINESS}(?:\ (?:and\ )?{_BUSINESS}){{0,3}}(?!\ and\b))
          |(?<=\b(?:led|driven|paced|followed|trailed)\ by\ (?:the\ |its\ )?)
            (?P<name>(?!(?:{ITS}|an?)\b)[a-z][\w'-]*+(?:\ (?:and\ )?[a-z][\w'-]*+){{0,2}})(?=,\ (?:which\ )?{_MOVING})
          |(?<!\bas\ (?:the\ |its\ )?)(?P<name>(?P<loose>(?!{_UNLIKE})[a-z][a-z'-]*+
            (?:\ (?:(?:and|&)\ )?(?!(?:{_UNLIKE}|{_VERBS}\b|{_CHANGING}\b|also\b))[a-z][a-z'-]*+){{0,2}}+))(?=\ {_MOVING}))
        (?:'s)? (?:\ (?:brand|stores|chain|channel|division|segment|unit|banner|business(?:es)?|operations|arm|markets?)(?:'s)?)?
        (?:,?\ (?:it|they))? (?:\ (?:was|were|is|at|of))? [:,]?(?:\ which)?
        \ (?P<verb>(?:an?|the)\ (?:remaining|further|other|additional)
          |(?:{POSTED}|saw|had)\ (?:an?|(?:an?\ )?{MOVE}\ of)
          |[a-z]++(?:\ (?:up|down|by|to|in|for|higher|lower))?)?\ ?$""",
    regex.VERBOSE,
)
_OF_WHICH = regex.compile(
    rf"(?r)(?:\binclud(?:ing|ed|es)|\bof\ (?:which|that)|\bwith|\bOf\ {ITS}\ [^,;]{{3,50}},)\ "
    rf"{ABOUT}"
)
_AND_OF_WHICH = regex.compile(rf"\b(?:of\ which|Of\ {ITS}\ [^,;]{{3,50}},)\ [^;.]*?[0-9](?:[^;]|\.(?=[0-9]))*?\ and\ {ABOUT}$")
"""``of which $5 million came from paper and``"""
_SHARE = regex.compile(
    rf"(?:\ (?:of|in)\ (?:it|that|(?:net\ )?{SALES}))?"
    r"(?:\ (?:(?:came|coming|was|is)\ )?(?:from|in|at)|\ was\ (?:generated|earned|produced|contributed|made|brought\ in)\ by"
    r"|\ by(?=\ [^,.;]{2,40}(?:[.;]|,?\ and\b|$))|\ was\ (?:generated|earned|made|booked|derived)\ (?:from|in|at))\ "
    rf"(?:{ITS}\ )?"
    rf"(?:(?P<name>[\w&'/-]++(?:\ [\w&'/-]++){{0,3}}?)\ (?:{KINDS})|{_NAME}"
    rf"|(?P<name>{_ANY}(?:\ (?:and\ )?{_ANY}){{0,2}}(?:\ products)?)(?=[,.;]|\ and\b|$))(?=[,.;\ ]|$)",
    regex.VERBOSE,
)
"""What a share of the whole is of ("sales of $9 billion, including $3 billion from its cloud unit")."""
OF_ALL_SALES = regex.compile(
    rf"(?:\w+,\ )?Of\ (?:{ITS}\ )?(?:[\w&-]++'s?\ )?(?:[a-z-]++\ ){{0,2}}?(?:net\ )?{SALES}(?:\ (?:of|in|for)\ [^,;]{{3,40}})?,\ "
)
"""``Of net sales, $5 million came from paper and $3 million from ink``"""
_SHARE_OF_ALL = regex.compile(
    rf"\ (?:came|was)\ from\ (?:{ITS}\ )?"
    r"(?P<name>(?!(?:acqui|one-|asset|new|exist|custom|client|people|shop|sell|sale|merge|discontin|continu|buyers|orders)\w*)"
    r"[a-z][\w&'/-]++(?:\ (?:and\ (?!the\b))?[a-z][\w&'/-]++){0,2}?)(?=[,.;]|\ and\ the\b|$)",
    regex.VERBOSE,
)
"""The same where the whole is named, by any words ("of which $3 billion came from drugs")."""
_ADVERBS = {"internationally": "international", "domestically": "domestic", "globally": "global", "nationally": "national"}


_A_FIRM = rf"(?:the|its)\ (?:(?:wider|entire|whole|overall|broader)\ )?(?:{FIRM}|business|estate)"
WHOLE_BEHIND = regex.compile(
    rf"\ (?:(?:for|at|in|across)\ {_A_FIRM}(?:\ (?:as\ a\ whole|overall|in\ total))?|overall|in\ total|(?:group|company)-?wide"
    r"|globally|worldwide)(?=[,.;)]|$|\ (?:and|but|while|as|compared|versus|against|from)\b)"
)
_WHOLE_BEFORE = regex.compile(
    rf"(?:\b(?:that|those|the\ (?:total|figure|number|rate))\ (?:of|for|at)\ {_A_FIRM}(?:\ (?:as\ a\ whole|overall))?"
    rf"|\b{_A_FIRM}(?:\ (?:as\ a\ whole|overall),?(?:\ (?:it|they))?|'s)"
    r"(?:\ (?:own|total|overall|combined|consolidated|figure|number|rate|result|tally))*"
    r"|\b(?:the|an?)\ (?:group|company|overall|companywide)\ (?:total|figure|average|number|tally)"
    r"|[,;]\ (?:and\ |but\ |while\ |yet\ )?"
    r"(?:globally|worldwide|overall|in\ (?:all|total)|altogether|all\ told|(?:group|company)-?wide),?"
    rf"(?:\ (?:it|they|{_A_FIRM}))?|(?:,|\b(?:and|while|but|against))\ {_A_FIRM}(?=\ $))"
    r"(?:\ (?:also\ )?(?:of|at|(?:(?:was|were|is)\ )?(?:unchanged|flat|steady|little\ changed)\ at)"
    rf"|\ (?:also\ )?(?:was|were|is|stood\ at|c[oa]mes?\ (?:to|in\ at)|amounted\ to|reached|hit|totall?ed|{MOVED})"
    rf"|(?<=\b(?:whole|overall|it|they|{FIRM}))\ [a-z]++)?"
    r"(?:\ (?:up|down|by|to|in|for|higher|lower|ahead))?\ $"
)
"""The company again behind a part of it: "and the group's came to", "the company as a whole sold", "globally it added"."""


class Part(NamedTuple):
    """
    The part that a figure is of; without a name the company as a whole.

    `origin`: it stands behind "from", which elsewhere stands before a figure of a year ago; `loose`: any words are its name,
    which tell of a part only beside another one ("paints sales rose 2% and coatings fell 4%").
    """

    name: str
    origin: bool = False
    loose: bool = False


_ON_YEAR = regex.compile(ON_YEAR)


def past_year(folded: str, end: int, stop: int | None = None) -> int:
    """Return where what sets a move against a year ago ends, which stands before the place where that was; else `end`."""
    found = _ON_YEAR.match(folded, end, len(folded) if stop is None else stop)
    return found.end() if found is not None else end


def part_after(folded: str, tokens: Sequence[Token], figure: Quantity) -> Part | None:
    """Return the part behind a figure ("4% at Duff", "5% abroad"), or behind the level that it goes on to ("4% to $3 million")."""
    end = figure.extent.end
    shared = _OF_WHICH.match(folded, max(0, figure.extent.start - _NEAR), figure.extent.start)
    shared = shared or _AND_OF_WHICH.search(folded, tokens[0].start, figure.extent.start)
    if (shared or OF_ALL_SALES.match(folded, tokens[0].start)) and (
        share := _SHARE.match(folded, end) or _SHARE_OF_ALL.match(folded, end)
    ):
        return _named(share, tokens)
    if folded.startswith(" to ", end):
        onward = next((t.mark for t in tokens if t.start <= end + 6 and t.end > end + 4 and isinstance(t.mark, Quantity)), None)
        end = onward.extent.end if onward is not None else end
    end = past_year(folded, end)
    if WHOLE_BEHIND.match(folded, end):
        return Part("")
    part = _named(_AFTER.match(folded, end), tokens)
    if part is None and _THERE.match(folded, end) and (there := place_there(folded, figure.extent.start, end)) is not None:
        return Part(there)
    if part is None and _is_behind_a_part(folded, tokens, figure):
        part = _named(_OF_THE_WHOLE.match(folded, end), tokens)
    return part


def _is_behind_a_part(folded: str, tokens: Sequence[Token], figure: Quantity) -> bool:
    """Tell a figure of a list: "rose 4% overall, 6% for …", "rose 4% in its pharmacies and 2% for …"."""
    start = figure.extent.start
    if folded.find(" overall,", tokens[0].start, start) >= 0:
        return True
    if not folded.endswith((" and ", ", "), tokens[0].start, start):
        return False
    last = max((t.mark for t in tokens if t.end <= start and isinstance(t.mark, Quantity)), key=lambda q: q.span, default=None)
    if (
        last is None
        or last.unit != figure.unit
        or (part := _AFTER.match(folded, last.extent.end, start) or _OF_THE_WHOLE.match(folded, last.extent.end, start)) is None
    ):
        return False
    return _JOINED.fullmatch(folded, part.end(), start) is not None and _named(part, tokens) is not None


def end_of_part(folded: str, start: int, stop: int) -> int:
    """Return where the words for a part right behind a place in the text end, or the place where there are none."""
    match = _AFTER.match(folded, start, stop)
    return match.end() if match is not None else start


def part_at(folded: str, tokens: Sequence[Token], start: int, stop: int | None = None) -> str | None:
    """Return the part named right behind a place in the text ("a miss at Duff"), where nothing else stands before `stop`."""
    part = _named(_AFTER.match(folded, start, len(folded) if stop is None else stop), tokens)
    return part.name if part is not None else None


def part_before(folded: str, tokens: Sequence[Token], figure: Quantity) -> Part | None:
    """Return the part before a figure and its verb ("and Taco Hut rose 1%")."""
    near = (folded, max(0, figure.extent.start - _LOOK_BACK), figure.extent.start)
    if _WHOLE_BEFORE.search(*near):
        return Part("")
    match = _BEFORE.search(*near)
    other = match is not None and _ANOTHER_THING.search(folded, near[1], match.start("name")) is not None
    return None if other else _named(match, tokens)


_ANOTHER_THING = regex.compile(
    rf"(?:[,;]\ (?:(?:while|and|but|as|with)\ )?|\b(?:while|whereas|but|as)\ )(?:(?:the|its)\ )?(?:[a-z-]++\ )??"
    rf"(?!{SALES}\b|growth\b|business\b|those\b|that\b|up\b|down\b)[a-z-]++\ (?:on|at|for|across|of|in)\ "
    rf"{CAPITAL}(?:\ {CAPITAL}){{0,2}}(?:,\ {CAPITAL})*,?\ and\ $"
)
"""``while viewing hours on Duff and Zap rose 4%``: what rose there is named, and no sales"""


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
    if match is None or _NO_NAME.match(match["name"]) or match.string.startswith("accounting for", match.start("name")):
        return None
    start, end = match.span("name")
    inside = [token for token in tokens if token.start < end and token.end > start]
    told = (t for t in inside if not (t.tag == "K" and (first_word(t) == "management" or match.string.startswith("-", t.end))))
    if any(isinstance(token.mark, Quantity) or (token.tag in "KUD" and isinstance(token.mark, Cue)) for token in told):
        return None
    if match.groupdict().get("loose") and not NO_GOODS.isdisjoint(match["name"].split()):
        return None
    if tags_of(inside) in (METRIC_TAG, "B") and inside[0].end >= end and match.groupdict().get("item") is None:
        return None  # "and 52% in EBITDA", "GAAP 46.8%", but "Revenue breakdown: Recurring, $3 million; …"
    if not _EXPECTING.isdisjoint(tags_of(inside)):
        return None  # "; Consensus 58 cents"
    words = match["name"].removesuffix("'s").rstrip("'").split()
    while len(words) > 1 and words[-1] in _KIND_WORDS:
        words.pop()
    if words[-1] in WHICH_MARKETS and match.string.startswith(" markets", end):
        words.append("markets")  # "in capital markets"
    name = " ".join(words)
    narrowing = words[:-1] if words[-1] == "management" and len(words) > 1 else words  # "in wealth management"
    if name.islower() and not name.startswith("rest of ") and not _NARROWS_NOT.isdisjoint(narrowing):
        return None
    name = name.lower()
    name = name if name.endswith((".s.", ".k.")) else name.rstrip(".")
    groups = match.groupdict()
    return Part(_ADVERBS.get(name, name), origin=bool(groups.get("from")), loose=bool(groups.get("loose")))
