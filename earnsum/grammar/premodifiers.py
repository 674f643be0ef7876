"""
Premodifiers: the part of the company that stands right before a metric's name ("used vehicle sales", "Retail revenue").

Apart from the other scopes, since here any word may narrow: which do not is a list of words.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.tokens import NAME_TAG, OTHER_TAG, PREVIEW_TAG, Token
from earnsum.lexicon import METRIC_TAG
from earnsum.names.scopewords import BUSINESSES, DOING, NATIONAL, NEW_PLACES, NOT_A_SCOPE, SOLD_NEW, TRADES
from earnsum.patterns import any_of, re, regex

KIND_WORDS = frozenset("segment segments division divisions unit units arm arms business businesses operations bank".split())
"""Words that call what stands before them a part ("Cable Access segment revenue"); by themselves they name none."""

TRADED = frozenset(
    "upstream downstream midstream refining marketing chemical chemicals streaming retail wholesale wireless insurance cloud "
    "advertising mining banking lending trading pharmaceutical pharmaceuticals agricultural agriculture healthcare aerospace "
    "automotive brokerage broadcasting publishing pipeline logistics freight shipping energy gaming exploration production "
    "standalone stand-alone defence defense".split()
)
"""What a profit may be told of right before its name."""
MANAGED = frozenset("wealth capital asset investment property waste fund facilities portfolio".split())
"""What is managed for others, as a business."""
_VAGUE = frozenset("and of group sales business".split())
"""Words of BUSINESSES that, with one other, name no part yet."""

BUSINESS = any_of((BUSINESSES | TRADES) - {"and", "of"})
"""One word of a business, as a pattern."""
_POSSESSOR = regex.compile(
    rf"(?i)(?:\b(?P<name>{BUSINESS}\ {BUSINESS}|(?:corporate|retail|consumer)\ bank)"
    rf"|(?:^|[.;]\ |,?\ (?:and|while|but|whereas)\ )(?P<name>{any_of(TRADED)}))"
    r"(?:'s|(?<=s)')\ $",
    regex.VERBOSE,
)
"""A business whose own the metric is ("asset management's earnings", "; insurance's profit")."""
_OWNER = regex.compile(
    r"(?:^|(?<=[a-z,]\ ))(?P<name>[A-Z][\w&-]++(?:\ [A-Z][\w&-]++){0,2})(?:'s|(?<=s)')"
    r"(?:\ (?:quarterly|annual|own|global|worldwide|overall|total))?$",
    regex.VERBOSE,
)
"""A part by its name, whose own the metric is ("Anvil's revenue"); the company's name is no part of it."""
_QUOTED = regex.compile(r"\"(?P<name>[\w&-]++(?:\ [\w&-]++){0,2})\"$", regex.VERBOSE)
"""A part in the article's quotation marks: "other" revenue, "new wave" sales."""
_WHERE_SOLD = regex.compile(
    r"(?i)\b(?P<name>in-(?:store|restaurant|person|home|shop|app|theat(?:er|re)|salon|flight)|dine-in|walk-in|sit-down"
    r"|e&p|r&m|(?:take|carry)-?out|drive-(?:through|thru)|(?:off|on)-premises?|rest\ of\ (?:the\ )?world)\ $"
)
"""How or where something is sold, the words of which mean something else by themselves ("In-store sales fell")."""
_CLOSED = regex.compile(r"(?:[,\"]|(?<![A-Z])(?<!\bu\.[sk])\.)$")
_QUARTER = regex.compile(r"(?i)(?:(?:first|second|third|fourth|fiscal|full)[- ])*+(?:quarter(?:ly)?|year|half|q[1-4])$")
"""What may stand between a part and its metric ("Wholesale second-quarter sales")."""
_WORD = re.compile(r"[^\W_][\w&'.+-]*+")
_LOOK_BACK = 40
_SHORT_FOR = 3
"""Tokens of what a name is shortened to, in brackets behind it."""
_MOST = 4


def find_premodifier(folded: str, tokens: Sequence[Token], metric_at: int, *, only_trades: bool) -> str | None:
    """
    Return what narrows a metric right before its name.

    `only_trades`: words that name a business ("upstream earnings"), and no others ("record earnings").
    """
    start = tokens[metric_at].start
    if folded.startswith(("'s ", "s' "), start - 3) and (possessor := _POSSESSOR.search(folded, max(0, start - _LOOK_BACK), start)):
        name = possessor["name"].lower().removesuffix(" bank")
        return None if name.rpartition(" ")[2] in KIND_WORDS else name
    at = _words_before(folded, tokens, metric_at)
    where = _WHERE_SOLD.search(folded, max(0, start - _LOOK_BACK), start) if folded.startswith(" ", start - 1) else None
    if at is None or where is not None:
        return where["name"].lower() if where is not None else None
    last_at, at = at, _first_of(folded, tokens, at)
    said = folded[tokens[at].start : tokens[last_at].end].rstrip()
    if (owner := _OWNER.search(said)) and not (at and tokens[at - 1].tag == NAME_TAG):
        words = owner["name"].lower().split()
        called = len(words) > 1 and words[-1] in KIND_WORDS
        return " ".join(words) if called or words[0] not in NOT_A_SCOPE else None
    if quoted := _QUOTED.search(folded[max(0, tokens[at].start - 1) : tokens[at].start] + said):
        return None if (name := quoted["name"].lower()) in NOT_A_SCOPE - {"other"} else name
    last = _narrowing(said, only_trades=only_trades) or ("other" if _is_other(said, folded, tokens, at, metric_at) else None)
    first = _joined_before(folded, tokens, at) if said.lower().startswith(last or "other") else None
    if first is None or _narrowing(first, only_trades=only_trades) not in (first, " ".join(_without_kind(first.split()))):
        return last
    return f"{first} and {last or said}"


_OTHER_SALES = regex.compile(r"(?:revenues?|sales|turnover)\b")


def _is_other(said: str, folded: str, tokens: Sequence[Token], at: int, metric_at: int) -> bool:
    """Tell what else was taken, by that word alone at the beginning of a clause ("other revenue rose 5%")."""
    opens = at == 0 or tokens[at - 1].tag in ",;"
    return said.lower() == "other" and opens and _OTHER_SALES.match(folded.lower(), tokens[metric_at].start) is not None


_NO_PART = regex.compile(
    r"(?:Excluding|Including|Without|Despite|Besides|Barring|Absent|Ex|Net of|Adjusting)\b|[A-Z][a-z]++[ -]wise$"
)
"""``Excluding fuel surcharges, revenue rose 6%``, ``Segment-wise, revenue of toys rose 6%``"""


def _words_before(folded: str, tokens: Sequence[Token], metric_at: int) -> int | None:
    """Return the token of the words right before a metric's name, apart from its basis and its quarter."""
    at = metric_at - 1
    while at >= 0 and tokens[at].tag == "B":
        at -= 1
    if at == 1 and tokens[at].tag == ",":
        at = 0
    if at >= _SHORT_FOR and tokens[at].tag == ")" and tokens[at - 2].tag == "(" and tokens[at - 1].tag in (OTHER_TAG, NAME_TAG):
        at -= _SHORT_FOR  # "commodities (FICC) revenue"
    if at < 0 or tokens[at].tag not in (OTHER_TAG, PREVIEW_TAG):
        return None
    said = folded[tokens[at].start : tokens[at].end].rstrip()
    between = folded[tokens[at].end : tokens[at + 1].start].strip()
    opens = tokens[at + 1].tag == "," and at == 0  # "* display technologies, first-quarter sales were"
    if opens and _NO_PART.match(said):
        return None
    if opens:
        between = between.lstrip(", ")
    if folded.startswith("-", tokens[at].start - 1):  # "after-tax operating income"
        return None
    if between and not (_QUARTER.match(between) and (opens or said[:1].isupper())):
        return None
    return at if opens or not _CLOSED.search(said) or _QUOTED.search('"' + said) else None


def _first_of(folded: str, tokens: Sequence[Token], at: int) -> int:
    """Return the first of the word tokens in a row: a word that elsewhere means something parts them ("value-added")."""
    while at and tokens[at - 1].tag == OTHER_TAG and not folded[tokens[at - 1].end : tokens[at].start].strip():
        at -= 1
    return at


def _joined_before(folded: str, tokens: Sequence[Token], at: int) -> str | None:
    """Return what is joined by "and" with the words of a token ("oil and gas", "rental and other")."""
    if at < 2 or tokens[at - 1].tag != "&":
        return None
    signed = folded.startswith("&", tokens[at - 1].start)  # which joins words to a name, whatever they mean elsewhere
    if tokens[at - 2].tag not in (OTHER_TAG + METRIC_TAG if signed else OTHER_TAG):
        return None
    if listed := _list_before(folded, tokens, at - 2):
        return listed
    first = folded[tokens[at - 2].start : tokens[at - 2].end].strip()
    words = first.lower().split()
    opens = (
        signed
        or at == 2
        or tokens[at - 3].tag in "/;u"
        or not BUSINESSES.isdisjoint(words[-1:])
        or (tokens[at - 3].tag == "o" and NATIONAL.issuperset(words))
    )  # "while onboard and other revenue", "at U.S. and Canadian stores open a year"
    return " ".join(words) if opens and len(words) < _MOST else None


def _list_before(folded: str, tokens: Sequence[Token], at: int) -> str | None:
    """Return the words that a list opens a sentence with, up to the one at a token ("Parks, experiences and products revenue")."""
    places = range(at, -1, -2)
    if at < 2 or at % 2 or any(tokens[place].tag != OTHER_TAG or (place and tokens[place - 1].tag != ",") for place in places):
        return None
    said = [folded[tokens[place].start : tokens[place].end].strip().lower() for place in reversed(places)]
    alike = all(_narrowing(words, only_trades=False) == words and not words.endswith("ly") for words in said)
    return " ".join(said) if alike and sum(len(words.split()) for words in said) <= _MOST else None


def _narrowing(said: str, *, only_trades: bool) -> str | None:
    """Return the last words of a text that narrow what follows it."""
    words: list[str] = []
    found = _WORD.findall(said)
    for place in range(len(found) - 1, -1, -1):
        before, word = found[place - 1] if place else "", found[place].lower().strip(".'")
        behind = words[0].lower().rstrip("'") if words else ""
        named = _makes_a_business(word, before.lower(), behind) or (found[place] == "IT" and behind in BUSINESSES)
        lost = found[place] == "s" and not words  # a possessive whose apostrophe was lost
        done = word in _DONE_TOO and before.lower() in _HELPED  # "that helped support revenue"
        most = _MOST + bool(words and words[-1].lower() in KIND_WORDS)
        if lost or done or not (named or _narrows(word)) or len(words) == most:
            break
        words.insert(0, found[place])
    plain = [word.lower() for word in words]
    if (only_trades and not _is_trade(plain)) or plain == ["dollar"]:  # revenue in dollars
        return None
    if not words or not said.endswith(words[-1]):
        return None
    proper = len(words) > 1 and words[-1] == "Business" and words[-2][0].isupper()  # "Anvil Business revenue"
    return " ".join(plain if proper else _without_kind(plain)) or None


_DONE_TOO = frozenset("support finance market power transport trade design display supply".split())
_HELPED = frozenset("help helps helped helping to will would could".split())
"""Names of businesses that are verbs too, and what stands before those."""

WHICH_MARKETS = frozenset({"global", "emerging", "developed", "developing", "capital", "international", "financial", "growth"})
"""Words that make a part of a company of markets: "global markets", "emerging markets"."""


def _is_trade(words: Sequence[str]) -> bool:
    """Tell a trade, a place, or a business of several words ("U.S. wealth management"): what a profit may be told of."""
    if words and NATIONAL.issuperset(words):
        return True
    if words[-1:] == ["markets"] and words[-2:-1] and words[-2] in WHICH_MARKETS:
        return True
    if words[-1:] == ["management"] and not MANAGED.isdisjoint(words[-2:-1]):
        return True
    words = [part for word in words for part in word.split("-")]  # "wealth-management"
    if len(words) > 1 and words[-1] in _MADE_OF:
        return True
    named = [word for word in words if word in BUSINESSES or word in TRADES or word in TRADED]
    if len(named) + sum(word in NATIONAL for word in words) < len(words):
        return False
    return not TRADED.isdisjoint(named) or len(set(named) - _VAGUE) > 1


_MADE_OF = TRADES - {"trading", "financing", "accounting", "testing", "training", "dining", "fishing", "building"}
"""Of trades, what is done to goods: "oilseeds processing", "sugar refining"."""


def _without_kind(words: Sequence[str]) -> Sequence[str]:
    """Leave out the words at the end that only call a part one ("segment")."""
    kept = list(words)
    while kept and kept[-1] in KIND_WORDS:
        kept.pop()
    return kept


def _makes_a_business(word: str, before: str, behind: str) -> bool:
    """Tell words that name a business or a place only beside others: "wealth management", "financial services", "New Zealand"."""
    if word == "new":
        return behind in NEW_PLACES | SOLD_NEW
    if behind == "markets" or (word, behind) == ("global", "banking"):
        return word in WHICH_MARKETS
    return (word == "management" and before in MANAGED) or (word in ("financial", "corporate") and behind in BUSINESSES)


PAID_BY = frozenset(
    "transaction-based usage-based fee-based asset-based subscription-based performance-based commission-based".split()
)
"""Kinds of revenue by what is paid for, where "Boston-based" says who earns it"""


def _narrows(word: str) -> bool:
    """Tell a word that may be of the name of a part."""
    whose = word.endswith(("'s", "s'", "ly", "maker", "-based")) and word not in PAID_BY
    if whose or word in NOT_A_SCOPE or not any(c.isalpha() for c in word):
        return False
    return not word.endswith("ing") or word == "recurring" or word in BUSINESSES or word.rpartition("-")[2] in TRADES | DOING
