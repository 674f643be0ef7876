"""
Scopes: the segment, product or region that a metric is reported for.

Read from the words around the metric's name ("cloud computing revenue", "sales
in North America", "the core commerce segment").  No scope is the whole company,
and most rows have none, so a word counts only where it clearly narrows.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.glosses import left_out_until
from earnsum.grammar.premodifiers import BUSINESS, find_premodifier
from earnsum.grammar.tokens import Token, entry_of, is_called
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.scopewords import FIELDS, NATIONAL
from earnsum.parts.alone import told_alone
from earnsum.parts.behind import WHOSE, called_next, part_behind, phrase_end
from earnsum.parts.beside import NAMING
from earnsum.parts.furtheron import behind_brackets, behind_outlook, called_behind, earned_by, growth_behind, won_by
from earnsum.parts.partnames import CAPITALS, KINDS
from earnsum.parts.places import place_before, place_behind, place_there
from earnsum.parts.products import product_behind, sold_to
from earnsum.parts.relatives import goods_before, part_before_which
from earnsum.parts.reporting import another_that_earned, another_that_had, part_reporting
from earnsum.parts.segments import segment_before
from earnsum.patterns import any_of, regex
from earnsum.text.sums import SUM
from earnsum.text.terms import RESULT, UNIT

WHOLE = frozenset("eps ffo dividend buyback tax_rate charge cash debt aum provisions headcount stores".split())
"""Metrics that are seldom given for a part of a company: what stands before them narrows nothing."""

_CALLED = frozenset({"aum", "provisions"})
"""Of those, what is told of a part where the text calls it one ("assets under management at its wealth arm")."""

PROFIT = frozenset({"earnings", "net_income"})
"""Profits whose part is seldom named without saying that it is one ("the cloud segment's profit")."""


_BY_ITSELF = frozenset({"standalone", "stand-alone"})
_ITSELF = regex.compile(rf"(?P<name>{CAPITALS})\ itself\ (?:[a-z]++\ )?$", regex.VERBOSE)
"""Who is told from what belongs to it: "Anvil Energy itself made $5 million"."""
_TRADE = any_of(
    (NAMING | FIELDS)
    - set(
        "trade trading business production products demand finance credit markets performance investment management payments cash"
        " risk data power personal professional property prices assets asset deposits home things center centers".split()
    )
)
_FARED = regex.compile(
    rf"(?:By\ [a-z]++,\ )?(?:(?P<name>(?i:{_TRADE})(?:\ (?:and\ )?{_TRADE}){{0,2}})\ "
    r"(?!sales|revenues?|profits?|income)[a-z][^,;$%0-9]*"
    rf"|(?:The\ )?(?!(?:This|That|It|These|There|He|She|But|And|While|Overall)\b"
    rf"|(?:[\w-]++\ ){{0,2}}(?:{RESULT}|[Dd]emand|growth)\b)"
    rf"(?P<name>[A-Z][\w.]*+(?:\ (?:[A-Z]\w++|{BUSINESS}|products|technologies|stores|shops|hotels|restaurants)"
    r"|\ (?:and\ )?[a-z]++(?=\ (?:was|were|proved)\ (?:the|a)\b)){0,2})"
    r"\ (?:(?:was|were|is|remained|remains|proved)\ [^,;$%]*"
    rf"\b(?:its\ [a-z-]++\ (?:{UNIT}|market|seller|brand)|"
    rf"the\ (?:[a-z-]++\ ){{1,2}}(?:{UNIT}|market|region|category|brand|chain|banner|line|network)\b|"
    r"driver|performer|contributor|winner|grower|spot|standout|laggard|drag|star|engine|highlight|most\ [a-z]++"
    r"|(?:particularly\ |especially\ |also\ )?(?:strong|weak|soft|robust|solid|sluggish|resilient))\b"
    r"|led\ (?:the\ (?:way|pack|quarter|group)|growth|gains)|stood\ out|shone|outperformed|lagged|disappointed|struggled"
    r"|(?:also\ )?(?:performed|did|fared|held\ up|traded|sold)\ (?:[a-z]++\ )?(?:well|better|strongly|poorly|badly|worse)"
    r"|took\ the\ biggest\ hit|fared\ (?:best|worst)|fell\ hardest|grew\ fastest)"
    r"|[^,;$%]*\b(?i:performance|results|business|demand|trading)\ in\ (?P<name>[A-Z][\w.]++(?:\ [A-Z]\w++)?)(?:,\ [^,;$%]{3,50},)?"
    r"\ (?:was|were|remains?|remained|continued|stayed|improved|recovered|rebounded|slowed|weakened|picked\ up)\b"
    r"|(?:The\ )?(?P<name>[A-Z][\w.]*+(?:\ [A-Z]\w++){1,2})"
    r"\ (?:also\ )?(?:weigh(?:ed|s)|drag(?:ged|s)|help(?:ed|s)|hurt|boost(?:ed|s)|lift(?:ed|s)|stumbled|slumped|rebounded)\b"
    r"|[^,;$%]*\b(?:growth|increase|improvement|decline|drop|fall|gains?|additions)\ (?:came\ (?:from|in)|was\ (?:seen\ )?in)\ "
    r"(?P<name>[A-Z][\w.-]++(?:\ [A-Z]\w++)?))"
    r"[^;$%]*(?:,?\ (?:with|as)\ (?:its\ )?(?:[\w.,-]++\ ){0,3}"
    r"|,\ (?:(?:posting|recording|reporting)\ an?\ [0-9][^;%]{1,16}\ in\ |"
    r"(?:generating|bringing\ in|posting|delivering|contributing)\ [^;%]{2,24}\ in\ |(?:growing|increasing|raising)\ (?:its\ )?"
    r"|(?:enjoying|seeing|achieving|registering|posting|reporting|recording)\ (?:an?\ )?(?:[a-z-]++\ ){0,2}"
    r"|its\ |(?P<sold>and)\ ))$"
)
"""``YouTunnel was a driver, with ad sales …``, ``Europe led the way, with sales …``, ``Anvil Girl weighed on Acme as sales …``"""


_SOLD = frozenset({"revenue", "same_store_sales", "orders"})
"""What a clause behind "and" tells of a place: "Demand in Asia was strong, and sales rose", but not "and Acme's profit rose"."""
_MAKER_OF = regex.compile(
    r"The (?:[\w-]+ )?(?:maker|owner|operator|producer|seller|publisher|builder|creator|parent) of [^.;,\n$%]*"
)
"""``The maker of the Anvil sedan and the Duff van sold``: all of it did"""

_SHOPS = frozenset({"stores", "shops", "restaurants", "locations", "outlets", "namesake restaurants", "namesake stores"})
"""Where all of the sales of the same shops are made."""
_OTHERS = regex.compile(rf"(?:[Ii]n|[Aa]t|[Aa]mong)\ (?:(?:{WHOSE}|its|the|their)\ )?(?P<name>other\ {KINDS}),\ ", regex.VERBOSE)
"""``In the company's other divisions, pipe coating profits``: a part by whatever words"""


_THEN_EARNED = regex.compile(
    rf"(?r){SUM}\ (?:from|in|at)\ (?:its|the|their|our)\ [\w&' -]{{2,40}}?\ {KINDS},?\ and\ (?:[a-z-]++\ ){{0,2}}$", regex.VERBOSE
)
"""``sales of $2 billion from its core businesses and adjusted`` earnings: those are the company's"""


def find_scope(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the scope said of the metric at token `metric_at`, in lower case, or None for the whole company."""
    if folded[tokens[metric_at].start : tokens[metric_at].end].isupper() and sentence.of(folded).isupper():
        return _in_small_letters(folded, sentence, tokens, metric_at)
    scope = _find_scope(folded, sentence, tokens, metric_at)
    if scope is not None and scope.endswith(_BASES):
        scope = scope.rpartition(" ")[0].rstrip(" -–")
    return None if scope in _SHOPS and is_called(tokens[metric_at].mark, {"same_store_sales"}) else scope


_BASES = (" gaap", " non-gaap", " adjusted")
"""``Operating profit - Tools - Non-GAAP: $16 million``: what a list says of the figure, and not of the part"""


def _in_small_letters(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the scope in a sentence of capitals, as it would be written elsewhere ("REVENUE FROM LEGAL BUSINESS")."""
    before, said, behind = folded[: sentence.start], sentence.of(folded), folded[sentence.end :]
    forms = (before + form + behind for form in (said.lower(), said.title()))
    return next((scope for form in forms if (scope := _find_scope(form, sentence, tokens, metric_at))), None)


def _find_scope(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int, *, by_itself: bool = False) -> str | None:
    """Return the scope said of a metric; `by_itself`: whatever is told before it."""
    if metric_at > 1 and tokens[metric_at - 1].tag == "(" and tokens[metric_at - 2].tag == METRIC_TAG:  # "operating profit (EBIT)"
        metric_at -= 2
    metric = tokens[metric_at]
    entry = entry_of(metric.mark)
    name = entry.name if entry is not None else ""
    if (own := left_out_until(folded, sentence)) <= metric.start:  # "Including the overseas shops, sales rose"
        sentence = Span(own, sentence.end)
    if name in _CALLED:
        return segment_before(folded, sentence, tokens, metric_at) or called_behind(folded, metric.end)
    if name == "charge":
        return called_behind(folded, metric.end)
    told = sentence.start, metric.start
    if name in WHOLE:
        return None
    itself = _ITSELF.search(folded, *told) if folded.find(" itself ", *told) >= 0 else None
    if itself is not None:
        return itself["name"].lower()
    others = _OTHERS.match(folded, *told)
    before = find_premodifier(folded, tokens, metric_at, only_trades=name in PROFIT and others is None)
    before = None if before and _MAKER_OF.fullmatch(folded, *told) else before
    if before in _BY_ITSELF:  # "The cloud arm had a standalone net loss"
        before = segment_before(folded, sentence, tokens, metric_at) or before
    fared = _FARED.match(folded, *told)
    if fared is not None and not (fared["sold"] and name not in _SOLD):
        return " ".join(filter(None, (fared["name"].lower(), before)))
    stop = phrase_end(folded, tokens, metric_at, sentence.end)
    return (
        place_there(folded, metric.start, metric.end)
        or (before and _with_goods(folded, metric.end, stop, before.rstrip("'")))  # "cable networks' operating income"
        or product_behind(folded, metric.end, stop)
        or sold_to(folded, metric.end)
        or called_next(folded, metric.end, stop)
        or part_behind(folded, metric.end, stop)
        or (folded.endswith(" where ", 0, metric.start) and part_before_which(folded, sentence, tokens, metric.start))
        or another_that_earned(folded, sentence, tokens, metric_at)
        or (None if name in PROFIT and _THEN_EARNED.match(folded, *told) else segment_before(folded, sentence, tokens, metric_at))
        or earned_by(folded, tokens, metric_at)
        or won_by(folded, metric.end)
        or behind_brackets(folded, tokens, metric_at)
        or behind_outlook(folded, metric.end)
        or growth_behind(folded, sentence, tokens, metric_at)
        or told_alone(folded, sentence, metric.end)
        or place_before(folded, sentence, _figure_before(tokens, metric_at).start)
        or place_behind(folded, metric.end)
        or part_reporting(folded, sentence, tokens, metric_at)
        or (name == "revenue" and goods_before(folded, sentence, metric.start))
        or part_before_which(folded, sentence, tokens, metric.start)
        or (others["name"] if others is not None else None)
        or (None if by_itself else _next_to_report(folded, sentence, tokens, metric_at))
    )


def _next_to_report(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that reports behind another one, whatever it is called; the first of them is named by itself."""
    name = another_that_had(folded, sentence, tokens, metric_at)
    before = (at for at, token in enumerate(tokens[:metric_at]) if token.tag == METRIC_TAG)
    return name if name is not None and any(_find_scope(folded, sentence, tokens, at, by_itself=True) for at in before) else None


def _with_goods(folded: str, end: int, stop: int, before: str) -> str:
    """Return what narrows a metric before its name, with the goods behind it ("U.S. sales of the painkiller Anvil")."""
    if not (NATIONAL.issuperset(before.split()) and folded.startswith(" of ", end)):
        return before
    goods = product_behind(folded, end, stop) or part_behind(folded, end, stop)
    return f"{before} {goods}" if goods else before


def _figure_before(tokens: Sequence[Token], metric_at: int) -> Token:
    """Return the figure right before a metric's name ("saw $5 million in profit"), or the name itself."""
    behind = metric_at > 1 and tokens[metric_at - 1].tag == "n" and tokens[metric_at - 2].tag in "$#"
    return tokens[metric_at - 2] if behind else tokens[metric_at]
