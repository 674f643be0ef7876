"""
Unnamed: which metric a figure is of that no metric's name stands beside.

The words around it tell: people who came, a business that grew, what is paid or earned a share, the lines of a statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.additions import (
    adds_to,
    changed_by,
    counts_customers,
    ends_with,
    is_total_of_customers,
    owner_of,
    service_of,
    subscribers_of,
    which_changed,
    which_expected,
)
from earnsum.facts.answers import CAME
from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import COSTS
from earnsum.grammar.read import Reading
from earnsum.grammar.shape import BROKE_EVEN
from earnsum.grammar.tokens import ANALYSTS_TAG, Cue, figure_tag, is_called, says
from earnsum.grammar.told import Fact
from earnsum.lexicon import METRIC_TAG
from earnsum.parts.growing import growing_part, growth_of, part_to_grow
from earnsum.parts.places import place_before
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import Quantity
from earnsum.text.terms import ITS, SALES

BOTH_TAG, TOP_LINE_TAG, BOTTOM_LINE_TAG = "2", "1", "0"
"""Earnings and revenue named in one phrase, or as the lines that they stand on."""
_LINES = {TOP_LINE_TAG: "revenue", BOTTOM_LINE_TAG: "net_income"}
_LINE_MOVED = regex.compile(rf"(?P<line>[{TOP_LINE_TAG}{BOTTOM_LINE_TAG}])[_oUDBbKnt,]{{0,4}}(?:[s$],?[_oUDn]{{0,3}})?$")
"""``the bottom line rose 12%``, ``the bottom line came in at $12 million, an improvement of 12%``"""
_PAYS = regex.compile(r"\b(?:pay|paying|paid)(?: out)? (?:an? )?$")
_ORGANIC = regex.compile(r"\b(?:organic|constant-currency) growth (?:[a-z'-]++ ){0,8}$")
"""Growth that is called organic is one of sales: "it sees organic growth of 2% to 4%" …"""
_ORGANIC_BEHIND = re.compile(r" (?:organic|constant-currency) growth\b")
"""… "its guidance of 2% to 4% organic growth" …"""
_ALIKE = regex.compile(r"\b(?:like-for-like|same-store) growth (?:[a-z'-]++ ){0,8}$")
_ALIKE_BEHIND = re.compile(r" (?:like-for-like|same-store) growth\b")
"""… and like for like one of the same stores' …"""
_GROWS_ITSELF = re.compile(r"[K&,](?:G{1,2}|G_)U?[^A-Z,;/&]{0,2}$")
_TO_GROW = regex.compile(
    rf"\b(?:(?:to|will|would|should) (?:now |still |again )?grow|itself growing)(?: (?:by|between|at|in the range of))? {ABOUT}$"
)
_IN_A_PART = re.compile(
    r" (?:(?:[a-z]+ ){0,2}(?:in|at|across|outside) (?:its|our|the [a-z]+ (?:business|unit|market)|(?:the )?[A-Z][a-z])"
    r"|(?:its|more|new)\b)"
)
"""… what grows that is the company itself is its sales ("the company expects to grow 4% to 5% this year")."""
_PROVISION = regex.compile(rf"(?i)\b(?:provisions? of|a provision (?:totall?ing|near|as high as)) {ABOUT}$")
"""``analysts had been bracing for a provision of $120 million``"""
_ON_SALES = re.compile(r",?aB?MB?o?[$]")
"""``it posted 84 cents on revenue of $7 billion``: cents a share"""
_ITS_FIGURE = regex.compile(
    r"(?i)\b(?:adjusted|core|underlying|non-gaap|normali[sz]ed|pro[- ]forma"
    rf"|(?:excluding|without|before|ex-)[a-z -]{{3,40}}, (?:{ITS}|that)) (?:number|figure|result|total)s?,?"
    rf" (?:of|is|was|were|c[oa]mes? (?:to|in at)|stood at|totall?ed|amount(?:s|ed) to) (?:a )?{ABOUT}$"
)
"""``the adjusted figure was $1.04``: that of a share, where it is as small"""
_GROWN_SALES = re.compile(r"[UD]o%_")
"""``une hausse de 5% du chiffre d'affaires``"""
_MADE = regex.compile(r"\b(?:mak(?:e|es|ing)|made|earn(?:s|ed|ing)?|post(?:s|ed|ing)?|deliver(?:s|ed|ing)?) [^.;,]{0,25}$")
_BEFORE_TAX = re.compile(r" before (?:income )?tax")
"""``on course to make between £90m and £100m before tax``"""
_ADDITIONS = frozenset({"additions", "adds"})


def without_rates_of_unnamed(facts: list[Fact], readings: Sequence[Reading]) -> list[Fact]:
    """Return facts without a rate expected of a move whose metric nobody names ("Asia shrank 3%, more than the 2% expected")."""
    told = {fact.at for fact in facts}
    moves = (r.at for r in readings if r.role == "change" and r.metric is None and r.figure.kind == "percent" and r.at not in told)
    moved = next(moves, None)
    if moved is None:
        return facts
    return [
        fact
        for fact in facts
        if fact.at < moved
        or fact.role != "estimate"
        or fact.metric is not None
        or fact.figure is None
        or fact.figure.kind != "percent"
    ]


def name_of_unnamed(sentence: Sentence, reading: Reading) -> tuple[str | None, str | None]:
    """Return metric and part of a figure that no metric's name stands beside."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "actual" and _is_paid_a_share(sentence, figure):
        return "dividend", None
    part = _growing(sentence, reading) if sentence.language == ENGLISH else reading.part
    grown = _is_of_sales_grown(sentence, reading)
    if grown or part is not None or reading.role == "change":
        line = _LINE_MOVED.search(sentence.tags, 0, reading.at)
        return ("revenue", part) if part or grown else (_LINES[line["line"]] if line else None, None)
    if (people := _people(sentence, reading)) is not None:
        return people
    on_sales = _ON_SALES.match(sentence.tags, reading.at + 1) is not None
    figured = sentence.language == ENGLISH and _ITS_FIGURE.search(folded, sentence.span.start, figure.extent.start) is not None
    guided = reading.role == "guide"
    shared = figure.per_share or (guided and _is_beside_a_share(sentence, reading.at))
    per_share = "eps" if (shared or on_sales or figured) and figure_tag(figure) == "s" else None
    if reading.role in ("estimate", "prior") and _PROVISION.search(folded, sentence.span.start, figure.extent.start):
        return "provisions", None
    profit = "net_income" if reading.role == "prior" and _OR_A_SHARE.fullmatch(sentence.tags[: reading.at + 4]) else None
    taxed = _BEFORE_TAX.match(folded, figure.extent.end) and _MADE.search(folded, sentence.span.start, figure.extent.start)
    pretax = "pretax_income" if taxed else None
    if reading.role in ("actual", "estimate"):
        is_told = figured or reading.shape in (CAME, BROKE_EVEN) or _is_reported(sentence, reading.at)
        is_told = is_told or _BEHIND_GAP.search(sentence.tags, 0, reading.at) is not None
        return pretax or _line(sentence, reading.at) or (per_share if is_told else None), None
    alike = _grown_alike(sentence, reading) if guided and figure.kind == "percent" else None
    charged = guided and _is_charged(sentence, reading.at)
    return pretax or alike or profit or _line(sentence, reading.at) or (per_share if guided and not charged else None), None


_BESIDE = frozenset("on_.,")


def _is_charged(sentence: Sentence, at: int) -> bool:
    """Tell what costs come to a share ("it expects a charge in the quarter of 18 cents a share")."""
    named = sentence.tags.rfind(METRIC_TAG, 0, at)
    return named >= 0 and is_called(sentence.tokens[named].mark, COSTS) and _BESIDE.issuperset(sentence.tags[named + 1 : at])


_OR_A_SHARE = re.compile(r"[_&K]{0,2}V\$,?\|_?s?,?")
"""``That compared with $5 million, or 10 cents a share, a year ago``: a sum beside one a share is a profit"""


_BEHIND_GAP = regex.compile(r"(?:[bmqw][_oA]{0,3}[Nf][_A]{0,2}ys|s[qw][_A]{0,3}[Nf])(?:,?_?o|,)[_B]{0,2}$")
"""``Acme beat estimates by 5 cents at $1.10 a share``: what that is the difference to"""


def _is_beside_a_share(sentence: Sentence, at: int) -> bool:
    """Tell whether another figure of a sentence is told a share ("instead of $3.80 a share, it sees $3.20")."""
    if ANALYSTS_TAG in sentence.tags and METRIC_TAG not in sentence.tags:
        return False
    others = (token.mark for i, token in enumerate(sentence.tokens) if token.tag == "s" and i != at)
    return any(isinstance(mark, Quantity) and mark.per_share for mark in others)


def _grown_alike(sentence: Sentence, reading: Reading) -> str | None:
    """Return what grows at a rate that is called organic or like for like."""
    start, end = reading.figure.extent
    around = (sentence.folded, sentence.span.start, start)
    if _ORGANIC_BEHIND.match(sentence.folded, end) or _ORGANIC.search(*around):
        return "revenue"
    if _ALIKE_BEHIND.match(sentence.folded, end) or _ALIKE.search(*around):
        return "same_store_sales"
    itself = _GROWS_ITSELF.search(sentence.tags, 0, reading.at)
    grows = itself is not None and _TO_GROW.search(sentence.folded, sentence.tokens[itself.start()].start, start)
    return "revenue" if grows and not _IN_A_PART.match(sentence.folded, end) else None


def _is_of_sales_grown(sentence: Sentence, reading: Reading) -> bool:
    """Tell a growth of sales in French from a share in them by the word before it."""
    if sentence.language != "fr" or reading.at < len("Uo") or not _GROWN_SALES.match(sentence.tags, reading.at - len("Uo")):
        return False
    return says(sentence.tokens[reading.at + 1], {"du chiffre d'affaires"})


def _is_paid_a_share(sentence: Sentence, figure: Quantity) -> bool:
    """Tell a dividend by what is paid a share, where the sentence speaks of one ("a dividend, and will pay 12p per share")."""
    if not figure.per_share or _PAYS.search(sentence.folded, sentence.span.start, figure.extent.start) is None:
        return False
    return any(token.tag == METRIC_TAG and is_called(token.mark, {"dividend"}) for token in sentence.tokens)


def _growing(sentence: Sentence, reading: Reading) -> str | None:
    """Return the business that a growth, or the sum that it grew to, is of in English."""
    part = None
    if reading.role in ("actual", "change", "prior") and _is_unnamed_before(sentence, reading):
        part = growing_part(sentence.folded, sentence.tokens, sentence.tags, reading.at)
    if part is None and reading.role == "guide" and reading.figure.kind == "percent" and reading.metric is None:
        part = part_to_grow(sentence.folded, sentence.span.start, reading.figure.extent.start)
    if part is None and reading.role == "change":
        part = growth_of(sentence.folded, reading.figure.span.end, sentence.span.end)
    return part


_GLOSS = re.compile(r",/?[_KnowqrtyM&]{1,7},")
"""``Advertising, which makes up most of its revenue, rose``: what is said of a part behind its name"""


def _is_unnamed_before(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether no metric is named before a figure, or only the sales of other parts ("Tools sales rose, while Dies …")."""
    if METRIC_TAG not in _GLOSS.sub("", sentence.tags[: reading.at]):
        return True
    before = [(at, figure) for at, figure in sentence.levels if figure.span.start < reading.figure.span.start]
    return (
        reading.metric is None
        and bool(before)
        and all(is_called(sentence.tokens[at].mark, {"revenue"}) and sentence.scope_of(at) for at, _ in before)
    )


def additions_beside(sentence: Sentence, reading: Reading) -> Quantity | None:
    """Return how many subscribers came, right before what was expected of that."""
    counted = reading.role == "estimate" and reading.figure.kind in ("count", "bare")
    if not counted or _COMPARED.search(sentence.tags, 0, reading.at) is None:
        return None
    before = next(mark for token in reversed(sentence.tokens[: reading.at]) if isinstance(mark := token.mark, Quantity))
    return before if counts_customers(sentence.folded, before) else None


_COMPARED = regex.compile(r"[#d]_?M?[_nY]{0,4}[,:]?[_oK]{0,2}[qwcbmDUV][_c]{0,2}(?:A?[_oK]{0,2}[NfE]o?)?$")


def _people(sentence: Sentence, reading: Reading) -> tuple[str, str | None] | None:
    """Return metric and part of a number of subscribers that only the words around it tell."""
    figure, folded = reading.figure, sentence.folded
    if (came := additions_beside(sentence, reading)) is not None:
        return "subscriber_adds", subscribers_of(folded, came, None)
    if reading.role == "actual" and (which := ends_with(folded, figure, sentence.span)) is not None:
        return "subscribers", which or _owner(sentence, figure)
    if reading.role == "actual" and is_total_of_customers(folded, figure):
        return "subscribers", subscribers_of(folded, figure, None) or _owner(sentence, figure)
    if figure.noun in _ADDITIONS or changed_by(folded, figure) or adds_to(folded, figure, sentence.span):
        which = which_changed(folded, figure) or (_owner(sentence, figure) if reading.role == "actual" else None)
        named = sentence.tags.rfind(METRIC_TAG, 0, reading.at)
        which = which or (sentence.scope_of(named) if named >= 0 else None)
        if which is None and "E" in sentence.tags[: reading.at]:  # "expected it to add 5,000 cable customers, and it added 7,000"
            which = which_expected(folded, figure, sentence.span)
        return "subscriber_adds", which or place_before(folded, sentence.span, figure.span.start)
    if figure.kind != "money" and counts_customers(folded, figure):
        verb = (
            reading.at - 1 if sentence.tags[reading.at - 1 : reading.at] == METRIC_TAG else None
        )  # "prepaid lost 5,000 customers"
        return "subscriber_adds", subscribers_of(folded, figure, None) or (sentence.scope_of(verb) if verb is not None else None)
    return None


def _owner(sentence: Sentence, figure: Quantity) -> str | None:
    """Return whose subscribers a number without a metric's name counts."""
    where = (sentence.folded, figure, figure.span, sentence.span)
    return service_of(*where) or owner_of(*where)


_REPORTED = frozenset(
    {
        *("reported", "posted", "delivered", "recorded", "booked", "logged", "notched", "printed", "racked up"),
        *("reporting", "posting", "delivering", "recording"),
    }
)
_TOLD = re.compile(r"(?P<verb>[ou])[_BYn]{0,3}$|[Bjk][_]?$")
_IS_SUBJECT = re.compile(r"[K_]?s(?:[bmiqwV][^;M]{0,12}[AEN]|[bm]ys|_?K_?(?P<verb>o))")
"""``The 61 cents a share topped the 58 cents analysts expected``, ``The 61 cents a share it reported was``"""


_AND_COMES_TO = regex.compile(
    r"\b(?:and|or) (?:(?:comes|came|works out|worked out|amounts|amounted|translates|translated) (?:to|into|at)|equals)"
    rf" {ABOUT}$"
)
"""``profit was $3 million, a third more than last year, and comes to 12 cents for each share``"""


def _is_reported(sentence: Sentence, at: int) -> bool:
    """Tell whether a figure without a name is what was reported ("it posted 61 cents a share", "an adjusted 61 cents a share")."""
    if _AND_COMES_TO.search(sentence.folded, sentence.span.start, sentence.tokens[at].start):
        return True
    found = _TOLD.search(sentence.tags, 0, at) or (_IS_SUBJECT.match(sentence.tags) if at <= 1 else None)
    if found is None or sentence.language != ENGLISH:
        return False
    verb = sentence.tokens[max(found.start(), found.start("verb"))].mark
    return not found["verb"] or (isinstance(verb, Cue) and verb.words in _REPORTED)


_UP_TO = r"(?:,?[_oB]{0,2}(?:[UD][_oy]{0,2}%|%[UD])[_nY]{0,3},?[to]_?)?"
_BOTTOM_LINE = re.compile(rf"{BOTTOM_LINE_TAG}(?:{_UP_TO}|[^M;s$%#d]{{0,4}})(?:[s$],?\|)?$")
"""``the bottom line totaled $212 million, or $1.31 per share``, ``the bottom line, up 12% at $2 billion,``"""
_TOP_LINE = re.compile(rf"{TOP_LINE_TAG}(?:{_UP_TO}|[^{TOP_LINE_TAG}]{{0,2}})$")
_TOP_LINE_BEHIND = re.compile(rf"\$[_a]{{0,2}}{TOP_LINE_TAG}")
"""``the $47 million top line``, ``guidance of $47 million on the top line``"""
_SALES_FIRST = regex.compile(rf"(?i)(?:both )?{SALES}\b")
_SECOND_OF_BOTH = regex.compile(r"\$,?&_?t?$")


def _line(sentence: Sentence, at: int) -> str | None:
    """Return the metric of a figure behind "earnings and revenue", "the top line" or "the bottom line"."""
    tags = sentence.tags
    tag, both = tags[at], tags.rfind(BOTH_TAG, 0, at)
    if both >= 0 and tag == "$":
        second = _SECOND_OF_BOTH.search(tags, both, at) is not None
        first = _SECOND_OF_BOTH.match(tags[at : at + 5].rpartition("$")[0]) is not None
        sales_first = _SALES_FIRST.match(sentence.folded, sentence.tokens[both].start) is not None
        return "net_income" if (second and sales_first) or (first and not sales_first) else "revenue"
    if both >= 0 or _TOP_LINE.search(tags, 0, at) or _TOP_LINE_BEHIND.match(tags, at):
        return "revenue" if tag == "$" else "eps" if tag == "s" and both >= 0 else None
    if _BOTTOM_LINE.search(tags, 0, at):
        return {"$": "net_income", "s": "eps"}.get(tag)
    return None
