"""
Parts that grow: a business whose growth is that of its sales, though no metric is named.

"Its cloud business grew 36% to $25 billion", "Acme Burgers fell 5% to $2 billion" of a brand of the company: what a business
grows to is what it sells, and what it grows by where it is called a business.  Loans and deposits, which grow so
too, are no sales.
"""

from __future__ import annotations

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.grammar.tokens import OTHER_TAG, Token, first_word
from earnsum.model import Span
from earnsum.names.arms import is_arm
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import BUSINESSES, NATIONAL, NOT_A_SCOPE, ON_THE_MAP, PLACES, TRADES
from earnsum.parts.beside import NO_GOODS
from earnsum.parts.partnames import KINDS, WORDS, is_plain_part
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.terms import EXPECTED, ITS, SALES, UNIT

_GROWS = regex.compile(
    r"(?:^|[,;&/u])(?P<who>K?_&_|_o_|K?__?|&?K)(?:(?P<gloss>,(?:[K_ntoyM&]{1,5}|/[_nowqrtKM&]{1,7}),)|(?P<fared>[_oU]{1,3}),(?=[UD]))?n?"
    r"(?:(?P<verb>o?)[UD]_?y?(?P<change>%)(?:q?Yn?)?(?:,?[to](?P<level>\$))?"
    r"|(?P<verb>o?)[UD](?:t(?P<level>\$)(?P<bare>r)(?P<prior>\$)|(?P<bare>r)(?P<prior>\$)Y?t(?P<level>\$))"
    r"|(?P<verb>o?)(?P<change>%)Y?[UD](?:n_?)?(?P<apart>,?)(?P<to>[to])(?P<level>\$)|(?P<verb>o)(?P<change>%)U(?![no]))"
)
_TO_POST = regex.compile(r"Y?t_M")
"""``The biscuits business grew 14% to post a revenue of``: by its sales"""
_SUBJECT = regex.compile(
    r"(?i)(?:and |while |but )?(?:the |its |our |their |[\w&-]++'s )?(?P<name>[\w&'/-]++(?: (?:and |& )?[\w&'/-]++){0,3}?)"
    rf"(?P<kind> (?:{UNIT}|businesses|brand|banner))?(?: (?:was|were|also|(?P<had>showed|shows|saw"
    r"|delivered|witnessed|registered|clocked|logged)(?: an?)?))?"
)
_SAID_THAT = regex.compile(r"\b(?:said|says|added) (?:[\w.]++ ){0,3}?that ")
_FARED = regex.compile(
    r"(?i)(?:and |while |but )?(?:the |its |our |their )?(?P<name>[\w&'/-]++(?: (?:and |& )?[\w&'/-]++){0,3}?)"
    rf"(?P<kind> (?:{UNIT}|category|region))? "
    r"(?:(?:was|were|is|proved|remained) (?:again |once again |also )?(?:the|its|an?|one of the|among the) [a-z' -]*"
    r"(?:standouts?|performers?|contributors?|spots?|drivers?|engines?|growers?|stars?|winners?|laggards?|drags?|highlights?"
    r"|segment|division|unit|business|region|category|market)|led (?:the way|gains|growth)|stood out|shone|lagged|outperformed)"
)
"""``Footwear was the strongest category, up 8%``, ``Coffee led the way, growing 9% to $6 billion``"""
_GREW = frozenset(
    "was were posted reported recorded saw delivered achieved enjoyed managed registered witnessed clocked logged".split()
)
"""Verbs before growth, where a business has it ("Beauty posted growth of 7%")."""
_HAD = re.compile(r" (?:had )?an? ")
"""``the phone business had a 6% drop, to $2 billion, and the wholesale unit a 3% rise, to $1 billion``"""
_TO = ("to", "at")
_SALES = ("business", "turnover")
_NO_SALES = frozenset(
    "platform platforms deposits assets asset credit lending mortgage banking loans and of group sales investment tax".split()
)

_KIND = regex.compile(rf"\b(?:its|the company's|the group's) (?:[\w-]++ ){{0,3}}(?:{UNIT}|category|brand)\b")
_ORGANIC = regex.compile(
    r"\b(?:organically|organic|like-for-like|in\ local\ currenc(?:y|ies)|(?:at|in)\ constant\ (?:currency|exchange))\b"
)
_TRADING = "trading"
"""What a bank earns by it goes by its name ("equities trading jumped 18% to $2 billion"), …"""
_HOURS = frozenset("after-hours hours premarket pre-market early late morning afternoon extended".split())
"""… but for that of its own shares."""


_A_UNIT = re.compile(r" ?(?:an ounce|(?:a|per) (?:barrel|bushel|gallon|(?:troy )?ounce|pound|ton(?:ne)?))\b")
"""``Gold slipped 0.3% to $1,790 an ounce``: a price"""


def growing_part(folded: str, tokens: tuple[Token, ...], tags: str, at: int) -> str | None:  # noqa: PLR0911 - each in its own way
    """Return the part whose sales a figure is of, where its business is said to have grown by a rate to a sum."""
    for match in _GROWS.finditer(tags):
        if at not in (match.start("change"), match.start("level"), match.start("prior")):
            continue
        if match["level"] and _A_UNIT.match(folded, tokens[match.start("level")].end):
            return None
        if match["fared"]:
            return _fared(Span(tokens[match.start("who")].start, tokens[match.end("fared") - 1].end).of(folded).strip())
        who = tokens[match.end("who") - 1]
        named = who.mark.name if isinstance(who.mark, NameMark) else None
        said = Span(tokens[match.start("who")].start, who.end).of(folded).strip()
        subject = _SUBJECT.fullmatch(_SAID_THAT.split(said)[-1])
        name = named or (subject["name"] if subject is not None else "")
        had = (
            not match["to"] or _had(match, tokens, subject) or _HAD.fullmatch(folded, who.end, tokens[match.start("change")].start)
        )
        if had and is_arm(folded, name) and (match["level"] or named is not None):
            return name.lower()
        if not had or who.tag != OTHER_TAG or subject is None or (match["bare"] and subject["kind"] is None):
            return None
        gloss = Span(who.end, tokens[match.end("gloss")].start).of(folded) if match["gloss"] else ""
        if (goods := _GOODS.fullmatch(name)) is not None:
            name = goods["proper"]
        called = (
            subject["kind"] is not None or _KIND.search(gloss) is not None or _is_beside_parts(folded, tokens, tags, match, name)
        )
        if match["level"] is None and not called:
            if match["verb"] and first_word(tokens[match.start("verb")]) not in _GREW:
                return None
            organic = _ORGANIC.search(folded, tokens[at].start, tokens[-1].end) is not None
            first = tags.find("%", 0, match.start("who"))
            reported = bool(match["verb"]) or _is_behind_sales(folded, tokens[match.start("who")].start)
            reported = reported or (first >= 0 and growing_part(folded, tokens, tags, first) is not None)
            return _trade(name.lower().split(), organic=organic, reported=reported)
        posts = _TO_POST.match(tags, match.end()) is not None
        named_so = called and (bool(match["level"] or match["verb"]) or posts or name[0].isupper())
        return _part(name.lower().split(), called=named_so)
    return None


_BUSINESS = rf"(?P<name>(?!(?:{ITS}|a|an)\b)[\w&'/-]++(?: (?:and |& )?[\w&'/-]++){{0,2}}?) {UNIT}"
_GROW = (
    r"(?:to (?:again )?(?:grow|expand|rise|increase|climb|shrink|contract|decline|fall|drop)"
    r"|(?:grow|expand|ris|increas|climb|shrink|contract|declin|fall|dropp)ing)"
)
_WILL_GROW = (
    r" (?:will|would|should) (?:again |now |still |also )?(?:grow|expand|rise|increase|climb|shrink|contract|decline|fall|drop)"
)
_TO_GROW = regex.compile(
    rf"\b(?:[Ii]ts|[Tt]he|our|their|[\w&-]++'s) {_BUSINESS}(?:(?: (?:is|was) (?:now |still |also )?"
    rf"(?:{EXPECTED}|likely|set))? {_GROW}|{_WILL_GROW})"
    r"(?: (?:by|about|around|roughly|nearly|between|at|a|an|another|up to|as much as|at least|more than|some|least))* $"
)
"""``it expects its cloud business to grow``, ``the software arm is seen growing``: before an outlook's rate"""


def part_to_grow(folded: str, start: int, at: int) -> str | None:
    """Return the part whose sales the rate at a place, of an outlook, is of."""
    match = _TO_GROW.search(folded, start, at)
    return _part(match["name"].lower().split(), called=True) if match is not None else None


_GOODS = regex.compile(r"(?:[\w&'-]++ )*[a-z][\w'-]{3,} (?P<proper>[A-Z][\w-]++(?: [A-Z][\w-]++)?)")
"""Goods behind what they are ("Cold cure Anvilor")."""
_PARTED_SALES = regex.compile(
    rf"(?i)(?:\b{SALES}\ (?:at|in|from|of)\ (?:its\ |the\ )?[a-z][^.\n$]*"
    rf"|\b(?!(?:total|group|overall|net|company|quarterly|and|but|while|as|its|the|if|said|same-store|comparable)\b)"
    rf"[a-z&-]+\ {SALES}\ "
    rf"(?:was|were|{MOVED})\b[^.\n]*)(?:[^.\n]|\.(?=[0-9]))*\.\s+$"
)
"""A sentence on the sales of a part, before one on another ("Sales of razors rose 3%. Batteries sank 8% to $1 billion.")."""
_BEFORE = 220


def _is_beside_parts(folded: str, tokens: tuple[Token, ...], tags: str, match: regex.Match[str], name: str) -> bool:
    """Tell whether the sentence, or the one before it, has told of the sales of another part."""
    words = name.lower().split()
    opens = match.start("who") == 0 or (match.start("who") == 1 and tags[0] == "K")
    if any(word[:1].isupper() for word in name.split()[opens:]):
        return False  # companies, on a market
    if not NO_GOODS.isdisjoint(words) or not _NO_SUBJECT.isdisjoint(words) or not is_plain_part(words):
        return False
    first = min((at for at in (tags.find("%"), tags.find("$")) if at >= 0), default=-1)
    if 0 <= first < match.start("who"):
        return growing_part(folded, tokens, tags, first) is not None
    start = tokens[match.start("who")].start
    return opens and _PARTED_SALES.search(folded, max(0, start - _BEFORE), start) is not None


_SALES_MOVED = regex.compile(
    rf"(?i)\b{SALES}\b[^\n$£€]{{0,40}}? [0-9.]++ ?(?:%|per ?cent\b|pct\b)"
    rf"|[0-9.]++ ?(?:%|per ?cent|pct) {MOVE} in "
    rf"(?:[\w-]++ ){{0,3}}{SALES}\b"
)
"""``Sales rose 16 percent in Asia, …``: what a place that fell or grew then tells of"""


def _is_behind_sales(folded: str, at: int) -> bool:
    return _SALES_MOVED.search(folded, max(0, at - _BEFORE), at) is not None


def _fared(said: str) -> str | None:
    """Return the part that a clause says did best or worst, before the rate by which it grew."""
    match = _FARED.fullmatch(said)
    words = match["name"].lower().split() if match is not None else []
    return _part(words, called=True) if words and set(words).isdisjoint(_NO_SUBJECT) else None


_NO_SUBJECT = frozenset("it this that they which who revenue sales profit income shares stock results".split())
_MARKETS = ("emerging markets", "international markets", "developed markets", "growth markets")


def _had(match: regex.Match[str], tokens: tuple[Token, ...], subject: regex.Match[str] | None) -> bool:
    """Tell whether who has grown had a growth to a sum ("Europe showed a 19% rise to $2 million")."""
    grown = tokens[match.start("apart") - 1]
    if first_word(tokens[match.start("to")]) not in _TO or (grown.tag == OTHER_TAG and first_word(grown) not in _SALES):
        return False
    if match["verb"]:
        return first_word(tokens[match.start("verb")]) in _GREW
    return subject is not None and subject["had"] is not None


_KNOWN = BUSINESSES | ON_THE_MAP


def _trade(words: list[str], *, organic: bool, reported: bool) -> str | None:
    """Return a business that grew by a rate, by its name alone ("Beauty and grooming grew 6%"), or organically by any name."""
    places: frozenset[str] = PLACES if reported else frozenset()  # "Asia posted growth of 7%"
    plain = set(words) - {"and", "&"}
    if not _NO_SALES.isdisjoint(plain) or not NOT_A_SCOPE.isdisjoint(plain) or KIND_WORDS.issuperset(words):
        return None
    known = plain <= BUSINESSES | TRADES | NATIONAL | places or (reported and " ".join(words) in _MARKETS)
    return " ".join(words) if organic or known else None


def _part(words: list[str], *, called: bool) -> str | None:
    if words[-1] in _NO_SALES or not NOT_A_SCOPE.isdisjoint(set(words) - {"and", "&"}) or KIND_WORDS.issuperset(words):
        return None
    known = _KNOWN.issuperset(words) and not _NO_SALES.issuperset(words)
    known = known or (words[-1] == _TRADING and _HOURS.isdisjoint(words)) or " ".join(words) in _MARKETS
    return " ".join(words) if called or known else None


_GROWTH_IN = re.compile(
    rf"\ ?{MOVE}\ (?:in|at|from)\ "
    rf"{ITS}\ (?P<name>{WORDS}\ {KINDS}(?:\ [A-Z][\w.&-]++)?)",
    re.VERBOSE,
)


def growth_of(folded: str, at: int, end: int) -> str | None:
    """Return the business that an otherwise unnamed growth is of ("101% growth in its logistics business")."""
    match = _GROWTH_IN.search(folded, at, min(end, at + 80))
    return match.group("name").lower().rstrip(".") if match else None
