"""
Scopes: the segment, product or region that a metric is reported for.

Read from the words around the metric's name ("cloud computing revenue", "sales
in North America", "the core commerce segment").  No scope is the whole company,
and most rows have none, so a word counts only where it clearly narrows.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from earnsum.mentions import OTHER_TAG, Cue, Token
from earnsum.model import Span

NOT_A_SCOPE = frozenset(
    """
    net total overall quarterly annual yearly full record strong weak solid robust higher lower rising falling group consolidated worldwide
    global company company's firm its their our his the a an this that these those it and or of in for with from to by at on as who which
    first second third fourth fiscal latest recent previous current reported actual combined aggregate gross diluted basic attributable
    per share year quarter month week half nine six three two months weeks ended said says while also but where when than more most much
    posted report reports reporting results result financial operating healthy slow slower fast faster slight slightly sharp big better
    good great new surprise surprising bumper similar same best worst highest lowest biggest largest smallest flat analyst analysts
    management retailer chipmaker maker giant bank lender automaker carmaker airline insurer chain parent owner operator
    increased decreased declining growing double single digit low mid high unit average estimated expected consensus top bottom line
    driven led helped boosted seen saw see sees being been were was are is has had have will would could should may might not no
    continued continuing strongest weakest trailing preliminary unaudited adjusted organic comparable underlying day daily weekly
    monthly today yesterday total-year ongoing so all any some each every other such only just about around nearly roughly approximately
    almost up down including excluding plus minus versus against over under above below after before during since until because
    despite amid given due attributable thanks according compared generated delivered generating producing made make making
    year-on-year corporate statutory constant currency normal normalized impressive disappointing stellar mixed decent modest
    posts put puts shows showed announced announces assume assumes if whether late took take takes get gets propose proposes see sees
    negative positive blended targeted eur usd announces qtrly revised upbeat rosy soft tepid sluggish brisk sizable hefty
    quarter's year's month's street's market's shares stock stock's
    """.split()
)
"""Words before a metric that narrow nothing."""

KINDS = r"(?:segments?|divisions?|units?|arms?|banners?|business(?:es)?|operations|regions?|brands?|franchise|category|markets?)"
"""What a part of a company is called."""

_WORD = regex.compile(r"[^\W_][\w&'.+-]*+")
_WORDS = r"(?:[\w&'/+-]++[ ,]{1,2}+(?:and\ |&\ )?){0,3}[\w&'/+-]++"

# "Its cloud segment posted …", "in the Legal division, …"
_SEGMENT = regex.compile(rf"(?P<name>{_WORDS})\ {KINDS}\b(?!-)", regex.VERBOSE)

# "In South America it lost …", "In Europe, sales fell …"
_PLACE_BEFORE = regex.compile(r"^(?:[*-]\ )?In\ (?:the\ )?(?P<name>[A-Z][\w.&-]++(?:\ (?:and\ |&\ )?[A-Z][\w.&-]++){0,2}),?\ ", regex.VERBOSE)

# "sales in North America", "revenue from equities trading", "sales in its core PC business", "revenue of its services segment"
_AFTER = regex.compile(
    rf"""\ ?(?:growth\ )?(?:
        (?:from|in|at|of|for|within|by)\ (?:(?:the|its|our|their|all)\ )?(?P<name>{_WORDS})\ {KINDS}\b
      | (?:in|at|of|across|within)\ (?:the\ |mainland\ )?(?P<name>[A-Z][\w.&-]++(?:\ (?:and\ |&\ |of\ )?[A-Z][\w.&-]++){{0,3}})
      | from\ (?:(?:the|its|our|their)\ )?(?P<name>[\w&'/-]++(?:\ (?:and\ )?[\w&'/-]++){{0,2}}?)(?=$|[\ ,.;](?:$|rose|fell|was|were|grew|jumped|increased|declined|climbed|dropped|surged|slipped|totaled|reached|came|of|more|which))
    )""",
    regex.VERBOSE,
)
_MONTH = regex.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|"
    r"Q[1-4]|H[12]|FY|Monday|Tuesday|Wednesday|Thursday|Friday|The|Its|It|Wall|New|Street)\b"
)
_CLOSED = regex.compile(r"(?:[,\"]|(?<![A-Z])\.)$")
_QUARTER = regex.compile(r"(?i)(?:(?:first|second|third|fourth|fiscal|full)[- ])*+(?:quarter(?:ly)?|year|half|q[1-4])$")
"""What may stand between a scope and its metric ("Wholesale second-quarter sales")."""

TRADES = frozenset(
    """
    advertising banking broadcasting building clothing computing consulting drilling engineering financing gaming housing lending licensing manufacturing
    marketing mining packaging printing processing publishing refining retailing servicing shipping software streaming trading training wholesaling
    """.split()
)
"""Words in -ing that name a business; the others are verbs ("generating revenue")."""

WHOLE = frozenset({"eps", "ffo", "dividend", "buyback", "tax_rate", "charge", "cash", "debt", "aum", "backlog", "provisions", "headcount", "stores"})
"""Metrics that are seldom given for a part of a company: what stands before them narrows nothing."""

PROFIT = frozenset({"earnings", "net_income"})
"""Profits whose part is only ever named as such ("the cloud segment's profit")."""


def find_scope(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the scope said of the metric at token `metric_at`, in lower case, or None for the whole company."""
    metric = tokens[metric_at]
    name = metric.mark.entry.name if isinstance(metric.mark, Cue) and metric.mark.entry else ""
    if name in WHOLE:
        return None
    return (
        (None if name in PROFIT else _words_before(folded, tokens, metric_at))
        or _segment_before(folded, sentence, tokens, metric_at)
        or _behind(folded, metric.end, _next_mark(tokens, metric_at, sentence.end))
        or _place_before(folded, sentence, metric.start)
    )


def _words_before(folded: str, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return what narrows a metric right before its name ("used vehicle sales", "retail second-quarter revenue")."""
    at = metric_at - 1
    while at >= 0 and tokens[at].tag == "B":
        at -= 1
    if at < 0 or tokens[at].tag not in (OTHER_TAG, "P"):
        return None
    before = tokens[at]
    gap = folded[before.start : before.end].rstrip()
    between = folded[before.end : tokens[at + 1].start].strip()
    if (between and not (_QUARTER.match(between) and gap[:1].isupper())) or _CLOSED.search(gap):
        return None
    words: list[str] = []
    for word in reversed(_WORD.findall(gap)):
        plain = word.lower().strip(".'")
        if plain in NOT_A_SCOPE or plain.endswith(("'s", "s'", "ly", "maker", "-based")) or (plain.endswith("ing") and plain not in TRADES) or not any(c.isalpha() for c in plain) or len(words) == 4:
            break
        words.insert(0, word)
    if not words or not gap.endswith(words[-1]):
        return None
    return " ".join(words).lower()


def _segment_before(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the segment named before a metric in its clause ("its cloud segment posted revenue of …")."""
    start = sentence.start
    for token in reversed(tokens[:metric_at]):
        if token.tag in "s$%#d;":
            start = token.end
            break
    last = None
    for match in _SEGMENT.finditer(folded, start, tokens[metric_at].end):
        last = match
    return _trim(last.group("name")) if last is not None else None


def _behind(folded: str, end: int, stop: int) -> str | None:
    """Return the place or business behind a metric's name ("sales in North America")."""
    match = _AFTER.match(folded, end, stop)
    if match is None:
        return None
    name = match.group("name")
    return None if _MONTH.match(name) or name.split()[0].endswith("-based") else _trim(name)


def _place_before(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the place that a sentence begins with ("In Europe, sales …")."""
    match = _PLACE_BEFORE.match(folded, sentence.start, stop)
    return None if match is None or _MONTH.match(match.group("name")) else _trim(match.group("name"))


_GROWTH_IN = regex.compile(rf"\ ?(?:growth|increase|rise|decline|drop|fall|jump)\ (?:in|at|from)\ (?:its|the|our)\ (?P<name>{_WORDS}\ {KINDS}(?:\ [A-Z][\w.&-]++)?)", regex.VERBOSE)


def growth_of(folded: str, at: int, end: int) -> str | None:
    """Return the business that an otherwise unnamed growth is of ("101% growth in its logistics business")."""
    match = _GROWTH_IN.search(folded, at, min(end, at + 80))
    return match.group("name").lower().rstrip(".") if match else None


_USERS = frozenset("users user consumers customers accounts people clients buyers riders visitors base maus daus".split())
_HOW_OFTEN = regex.compile(r"(?i)(?:\b(?:monthly|daily|weekly|annual|yearly)[ -])?$")


def users_of(folded: str, metric: Span) -> str | None:
    """Return which users a name counts ("daily active users"): the words of its phrase that say more than users."""
    often = _HOW_OFTEN.search(folded, max(0, metric.start - 10), metric.start)
    words = (often.group() if often else "") + metric.of(folded)
    narrowing = [word for word in _WORD.findall(words.lower()) if word not in _USERS]
    return " ".join(narrowing) or None


def _next_mark(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the next token begins that is neither a plain word nor a name."""
    return next((t.start for t in tokens[at + 1 :] if t.tag not in (OTHER_TAG, "n", "r", "o", "&", "K", "U", "D", "B")), end)


def _trim(name: str) -> str | None:
    """Drop the words before a scope that narrow nothing."""
    kept: list[str] = []
    for word in reversed(_WORD.findall(name)):
        plain = word.lower()
        if plain in NOT_A_SCOPE or plain.endswith(("'s", "s'", "-based")):
            break
        kept.insert(0, word)
    return " ".join(kept).lower().rstrip(".") or None
