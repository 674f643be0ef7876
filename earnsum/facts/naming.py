"""
Naming: which metric of the closed list a figure's name means, and of which part of the company.

Units decide: "earnings of 12 cents a share" is eps, "earnings of $5 million" is
net income, sales of 50,000 vehicles are deliveries.
"""

from __future__ import annotations

from typing import NamedTuple

from earnsum.facts.abroad import find_analysts_abroad, find_revision_abroad, profit_before
from earnsum.facts.additions import (
    adds_to,
    changed_by,
    counts_customers,
    ends_with,
    is_added,
    is_leaving,
    is_total,
    is_total_of_customers,
    owner_of,
    service_of,
    subscribers_of,
    which_changed,
)
from earnsum.facts.answers import CAME
from earnsum.facts.qualifiers import find_analysts, find_revision
from earnsum.facts.senses import metric_of
from earnsum.grammar.metrics import EARNED
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token, figure_tag, is_called
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Revision, Span
from earnsum.names.scopewords import CALENDAR
from earnsum.parts.abroad import find_part
from earnsum.parts.growing import growing_part
from earnsum.parts.places import place_before
from earnsum.parts.scopes import find_scope, growth_of, users_of
from earnsum.patterns import regex
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import PeriodMark, Quantity

_PER_SHARE = regex.compile(r" per (?:(?:diluted|common|basic|ordinary) ){0,2}share\b")
_BEFORE_TAX = regex.compile(r"(?i)\s?before (?:income )?tax")
_BEFORE_INTEREST = regex.compile(r"(?i)\s?before interest and (?:income )?tax(?:es)?\b(?!,? dep)")
_BEFORE_TAXES = regex.compile(r"\bbefore (?:income )?tax(?:es)? in [A-Z][\w ]*?,? and (?:about )?$")
"""``lost $142 million before taxes in Europe and $121 million in Asia``"""
_IMPACT = regex.compile(r"(?i)\b(?:impact|effect)(?: of [^.,;]{3,60}?)? (?:on|to|in) (?:[\w'.&-]++ ){0,3}$")
"""What leads from a name to another matter: "the impact of the deal on Acme's sales"."""
_PAID = regex.compile(
    r"(?i)\b(?:pay|pays|paid|paying|burn(?:s|t|ed|ing)?|buy|buys|bought|acquire[sd]?|purchase[sd]?"
    r"|consideration|transaction|offer(?:ed)?)\b"
)
"""Words by which cash is a price, not what a company has."""
_WOULD_HAVE = regex.compile(r"(?i)\bwould have (?:(?:an?|annual|combined|total|joint) )*$")
"""What leads to the figures of a company that is not there yet: "the two would have annual sales of $32bn"."""
_SAME_SHOPS = regex.compile(
    r"(?i)\b(?:like-for-like|same-store|comparable|comparable-store)\ "
    r"(?:(?:first|second|third|fourth|full|half)[ -](?:quarter|half|year)|quarterly|annual|half-year(?:ly)?|group|total|global)\ $"
)
"""What makes sales those of the same shops though a quarter stands between ("like-for-like first-quarter sales")."""
_OWN_SALES = regex.compile(r"\b(?:its|our)\b(?=[^.;]*\bsales)|\bsales\b[^.;]{0,40}\b(?:its|our)\b")
"""Words by which vehicles yet to be sold are the company's, and not those of all makers."""
_MAY_REACH = regex.compile(
    r"(?i)\b(?:potential\ to|(?:could|might|may)\ (?:one\ day|eventually|ultimately|well))\ "
    r"(?:reach|generate|bring\ in|top|hit|exceed|be\ worth)\ [^,;]{0,40}$"
)
"""``with the potential to reach $5 billion in annual revenue``"""
_DISCONTINUED = regex.compile(r"(?i)\s?(?:from|of|in|on) discontinued (?:operations|businesses|activities)\b")
_ON_A_STAKE = regex.compile(
    r" (?:from|in|on) (?:its|the|an?) (?:[\w&.-]++ ){0,4}?(?:joint[ -]venture|stake|investment)\b"
    r"(?! (?:bank|business|arm|unit|div|man))"
)
"""``a loss of $3 million from its joint venture``: of no profit of the company's"""
_SOMEBODY = regex.compile(
    r"(?i)\b(?:he|she|who|(?:people|staff|workers|executives|employees|customers|consumers|users|clients"
    r"|shoppers|investors)) (?:claims? to )?(?:has |have |had )?$"
)
_INDEX = regex.compile(r"\b(?:index|bourse|stock exchange|shares traded)\b|\b(?:OMX|DAX|FTSE|CAC|Nikkei|KOSPI|Sensex)\b")
"""Words by which a turnover is a stock market's."""
_FAR = 120

BOTH_TAG, TOP_LINE_TAG, BOTTOM_LINE_TAG = "2", "1", "0"
"""Earnings and revenue named in one phrase, or as the lines that they stand on."""


class Sentence(NamedTuple):
    """A sentence as this stage needs it: where it stands, its tokens and their tags, and the periods that it names."""

    folded: str
    span: Span
    index: int  # type: ignore[assignment]  # hides what tuples have, which no sentence needs
    tokens: tuple[Token, ...]
    tags: str
    periods: tuple[PeriodMark, ...]
    language: str
    levels: tuple[tuple[int, Quantity], ...]
    """Figures that are no change, each with the token of its metric."""

    def is_added(self, metric_at: int) -> bool:
        """Tell whether a figure of the metric at a token is of those who came or went."""
        return any(at == metric_at and is_added(self.folded, figure) for at, figure in self.levels)

    def is_told_of_total(self, metric_at: int, place: int) -> bool:
        """Tell whether the last figure before a place is a total ("added 2 million to reach 46 million, above the 45 …")."""
        told = [figure for at, figure in self.levels if at == metric_at and figure.span.start < place]
        return bool(told) and is_total(self.folded, told[-1])

    def scope_of(self, metric_at: int) -> str | None:
        """Return the part of the company that the metric at a token is told of; of one left out, where it is named."""
        metric_at = next(at for at, token in enumerate(self.tokens) if token.mark is self.tokens[metric_at].mark)
        if self.language == ENGLISH:
            return find_scope(self.folded, self.span, self.tokens, metric_at)
        return find_part(self.folded, self.language, self.span, self.tokens, metric_at)

    def revision(self, token: int, at: int) -> Revision | None:
        """Return what it says was done to the outlook that a figure, at a token and at a place in the text, is of."""
        if self.language == ENGLISH:
            return find_revision(self.folded, self.tags[:token], self.span.start, at)
        return find_revision_abroad(self.folded, self.language, self.span, self.tags)

    def analysts(self) -> int | None:
        """Return how many analysts it says that an estimate is of."""
        if self.language == ENGLISH:
            return find_analysts(self.folded, *self.span)
        return find_analysts_abroad(self.folded, self.language, self.span)


def name_of(sentence: Sentence, reading: Reading, entry: Entry | None) -> tuple[str | None, str | None]:
    """Return the metric that a figure measures, and the part of the company that it is of."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "margin":
        return None, None
    if entry is None or reading.metric is None or reading.metric_at is None:
        return _unnamed(sentence, reading)
    may_be = reading.role == "actual" and _MAY_REACH.search(folded, sentence.span.start, reading.metric.span.start)
    if may_be or _is_of_another_matter(sentence, reading.metric, figure):
        return None, None
    if entry.generic and not figure.unit and _is_of_customers(sentence, figure):  # "it lost two million more subscribers"
        return "subscriber_adds", subscribers_of(folded, figure, None)
    metric = _narrower(sentence, reading, reading.metric, metric_of(entry, figure, reading.role))
    if metric in SUBSCRIBERS and is_leaving(folded, figure):
        return None, None  # who says how many will?
    if metric in SUBSCRIBERS and is_total(folded, figure):
        metric = "subscribers"
    elif metric == "subscribers" and sentence.is_added(reading.metric_at):
        of_total = reading.role != "actual" and sentence.is_told_of_total(reading.metric_at, figure.span.start)
        metric = metric if of_total else "subscriber_adds"
    if entry.share and _PER_SHARE.match(folded, reading.metric.span.end):
        metric = entry.share
    return metric, _part_of(sentence, metric, reading, reading.metric)


def _part_of(sentence: Sentence, metric: str | None, reading: Reading, name: Cue) -> str | None:
    """Return the part of the company that a figure with a metric's name is of."""
    part = comparable_part(sentence.folded, name) if metric == "same_store_sales" else None
    part = part or _counted(sentence, metric, reading, _spelled_out(sentence, reading.metric_at, name).span)
    if part is None and reading.metric_at is not None and not _is_forecast(sentence, reading):
        part = sentence.scope_of(reading.metric_at)
    if part is None and metric in SUBSCRIBERS and reading.role == "actual":
        part = owner_of(sentence.folded, reading.figure, name.span, sentence.span)
    return part


_FORECASTER = regex.compile(r"A[_K&,]{1,4}E[_oB]{0,2}$")
"""``Broker Anvil Securities had projected a net profit``: who is named before is no part of the company."""


def _is_forecast(sentence: Sentence, reading: Reading) -> bool:
    return reading.role == "estimate" and _FORECASTER.match(sentence.tags, 0, reading.metric_at) is not None


def _spelled_out(sentence: Sentence, metric_at: int | None, name: Cue) -> Cue:
    """Return the name that one in brackets is short for ("monthly active users (MAUs)"), or the name itself."""
    if metric_at is None or sentence.tags[max(0, metric_at - 2) : metric_at] != f"{METRIC_TAG}(":
        return name
    fuller = sentence.tokens[metric_at - 2].mark
    return fuller if isinstance(fuller, Cue) and fuller.entry == name.entry else name


_ON_A_SUM = regex.compile(r"(?:sM|M[s$])aq?$")


def _growing_metric(folded: str, span: Span, reading: Reading, metric: str | None) -> str | None:
    """Return what an outlook of growth is of by the words beside it: organic growth of sales, a rise from earnings a share."""
    figure = reading.figure
    if reading.role != "guide" or figure.kind != "percent":
        return None
    if _ORGANICALLY.search(folded, span.start, figure.extent.start):
        return "revenue"  # "it expects earnings of $3, with organic growth of 4%"
    return "eps" if metric == "net_income" and _FROM_A_SHARE.match(folded, figure.extent.end, span.end) else None


def _narrower(sentence: Sentence, reading: Reading, name: Cue, metric: str | None) -> str | None:
    """Return the metric that words at some way from its name make of it: a profit before tax, sales of the same shops."""
    folded, figure = sentence.folded, reading.figure
    if (grown := _growing_metric(folded, sentence.span, reading, metric)) is not None:
        return grown
    if metric == "net_income" and any(_BEFORE_INTEREST.match(folded, end) for end in (figure.extent.end, name.span.end)):
        return "operating_income"
    if metric == "net_income" and (
        any(_BEFORE_TAX.match(folded, end) for end in (figure.extent.end, name.span.end))
        or _BEFORE_TAXES.search(folded, name.span.end, max(name.span.end, figure.span.start))
    ):
        return "pretax_income"
    if metric == "net_income":
        metric = profit_before(folded, sentence.language, sentence.span, name.span, figure.extent) or metric
    if metric == "net_income" and reading.metric_at is not None and _ON_A_SUM.search(sentence.tags, 0, reading.at):
        return "revenue"  # "a 5-cent profit on $280 million", "it had earned $2 billion on $6 billion"
    counted = metric == "deliveries" and reading.role == "guide" and is_called(name, {"revenue"})
    if counted and _OWN_SALES.search(folded, *sentence.span) is None:
        return None
    same_shops = metric == "revenue" and (
        (figure.kind == "percent" and comparable_part(folded, name) is not None)
        or (reading.role == "change" and _SAME_SHOPS.search(folded, sentence.span.start, name.span.start) is not None)
    )
    return "same_store_sales" if same_shops else metric


_KIND = r"(?:[a-z&-]|\.(?=\w)|(?<=\.\w)\.)++"
_COMPARABLE = regex.compile(
    r"(?i)\b(?:comparable|comp|same[- ]store|like[- ]for[- ]like|identical)\ "
    r"(?P<part>(?!(?:net|total|group|global|annual|same-store|stores?|restaurants?|shops?|properties|property|"
    rf"[a-z-]+[- ](?:quarter|half|year|months))\b){_KIND}(?:\ {_KIND}){{0,2}})\ $"
)
_LOOK_BACK = 48


def comparable_part(folded: str, name: Cue) -> str | None:
    """Return of which kind the sales of stores open for a year are ("comparable pharmacy sales")."""
    own, _, last = name.words.rpartition(" ")
    start, end = max(0, name.span.start - _LOOK_BACK), name.span.start
    if last != "sales":
        return None
    found = _COMPARABLE.search(folded[start:end] + (f"{own} " if own else ""))
    return found["part"].lower() if found is not None else None


def _is_of_customers(sentence: Sentence, figure: Quantity) -> bool:
    """Tell whether a number is of customers who came or went, named behind it or shortly before."""
    return counts_customers(sentence.folded, figure) or adds_to(sentence.folded, figure, sentence.span)


_MADE_IN = regex.compile(
    r" in (?!(?:profits?|income|earnings|cash|sales|revenues?|net|early|late|each|all|both|just|under"
    r"|about|less|more|total|only)\b)"
    r"[a-z]{4,}(?: [a-z-]+)? (?:with|on|to|through|via|by|using)\b"
)
"""``made $2.5 billion in payments with its cards``: of no profit"""


_MADE_ON = regex.compile(
    r" (?:on|from|by|off) (?:selling |the sale of |sales? of )?(?:its |the |those |such )?(?:[a-z-]++ ){0,2}?"
    r"(?:credits|investments?|deals?|trades|bets?|fees|licens(?:es|ing)|royalties)\b"
)
"""``made $279 million on credits``: what one thing brought"""


def _is_of_another_matter(sentence: Sentence, name: Cue, figure: Quantity) -> bool:
    """Tell a name that measures nothing here: in an impact on it, cash that is paid, what a stock market turned over."""
    start, folded = sentence.span.start, sentence.folded
    if name.words == "in cash":
        return _PAID.search(folded, start, name.span.start) is not None
    if name.words == "turnover" and _INDEX.search(folded, *sentence.span):
        return True
    if (_SOMEBODY if name.words in EARNED else _WOULD_HAVE).search(folded, start, name.span.start):
        return True
    if name.entry is not None and name.entry.generic and _ON_A_STAKE.match(folded, figure.extent.end):
        return True
    if _DISCONTINUED.match(folded, name.span.end) or (
        name.words in EARNED and (_MADE_IN.match(folded, figure.extent.end) or _MADE_ON.match(folded, figure.extent.end))
    ):
        return True
    return _IMPACT.search(folded, max(start, name.span.start - _FAR), name.span.start) is not None


def _counted(sentence: Sentence, metric: str | None, reading: Reading, name: Span) -> str | None:
    """Return which users or subscribers a name counts, and whose."""
    figure = reading.figure
    if metric == "users":
        often = users_of(sentence.folded, name)
        who = sentence.scope_of(reading.metric_at) if reading.metric_at is not None else None
        who = who or (owner_of(sentence.folded, figure, name, sentence.span) if reading.role == "actual" else None)
        return " ".join(filter(None, (who, often))) or None
    if metric == "production" and (what := _PRODUCED.match(sentence.folded, reading.figure.span.end)) is not None:
        return what["what"].lower()
    if metric == "deliveries" and (what := _MODEL.match(sentence.folded, reading.figure.span.end)) is not None:
        return what["what"].lower()
    if metric in ("deliveries", "production") and (place := _SOLD_IN.match(sentence.folded, reading.figure.span.end)) is not None:
        return place["where"].lower()
    if metric in SUBSCRIBERS and reading.role != "change":
        where = (sentence.folded, reading.figure, name)
        return service_of(*where, sentence.span) or subscribers_of(*where) or _people_in(sentence.folded, reading.figure.span.end)
    return None


def _people_in(folded: str, end: int) -> str | None:
    """Return where the customers behind a figure are ("2 million customers in Canada", "2 million subscribers internationally")."""
    place = _CUSTOMERS_IN.match(folded, end)
    return (place["where"] or "international").lower() if place is not None else None


_PAYS = regex.compile(r"\b(?:pay|paying|paid)(?: out)? (?:an? )?$")


def _is_paid_a_share(sentence: Sentence, figure: Quantity) -> bool:
    """Tell a dividend by what is paid a share, where the sentence speaks of one ("a dividend, and will pay 12p per share")."""
    if not figure.per_share or _PAYS.search(sentence.folded, sentence.span.start, figure.extent.start) is None:
        return False
    return any(token.tag == METRIC_TAG and is_called(token.mark, {"dividend"}) for token in sentence.tokens)


def _unnamed(sentence: Sentence, reading: Reading) -> tuple[str | None, str | None]:
    """Return metric and part of a figure that no metric's name stands beside."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "actual" and _is_paid_a_share(sentence, figure):
        return "dividend", None
    part = _growing(sentence, reading)
    if part is not None or reading.role == "change":
        line = _LINES.get(sentence.tags[max(0, reading.at - 4) : reading.at].strip("_oUDBb"))
        return ("revenue", part) if part else (line, None)
    if (people := _people(sentence, reading)) is not None:
        return people
    on_sales = _ON_SALES.match(sentence.tags, reading.at + 1) is not None
    per_share = "eps" if (figure.per_share or on_sales) and figure_tag(figure) == "s" else None
    if reading.role in ("estimate", "prior") and _PROVISION.search(folded, sentence.span.start, figure.extent.start):
        return "provisions", None
    if reading.role in ("actual", "estimate"):
        is_told = reading.shape == CAME or _is_reported(sentence, reading.at)
        return _line(sentence, reading.at) or (per_share if is_told else None), None
    guided = reading.role == "guide"
    organic = guided and figure.kind == "percent" and _ORGANIC.search(folded, sentence.span.start, figure.extent.start)
    return "revenue" if organic else _line(sentence, reading.at) or (per_share if guided else None), None


def _growing(sentence: Sentence, reading: Reading) -> str | None:
    """Return the business that a growth, or the sum that it grew to, is of."""
    part = None
    if sentence.language == ENGLISH and METRIC_TAG not in sentence.tags[: reading.at] and reading.role in ("actual", "change"):
        part = growing_part(sentence.folded, sentence.tokens, sentence.tags, reading.at)
    if part is None and reading.role == "change":
        part = growth_of(sentence.folded, reading.figure.span.end, sentence.span.end)
    return part


def _people(sentence: Sentence, reading: Reading) -> tuple[str, str | None] | None:
    """Return metric and part of a number of subscribers that only the words around it tell."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "actual" and (which := ends_with(folded, figure, sentence.span)) is not None:
        return "subscribers", which or _owner(sentence, figure)
    if reading.role == "actual" and is_total_of_customers(folded, figure):
        return "subscribers", subscribers_of(folded, figure, None) or _owner(sentence, figure)
    if figure.noun in _ADDITIONS or changed_by(folded, figure) or adds_to(folded, figure, sentence.span):
        which = which_changed(folded, figure) or (_owner(sentence, figure) if reading.role == "actual" else None)
        named = sentence.tags.rfind(METRIC_TAG, 0, reading.at)
        which = which or (sentence.scope_of(named) if named >= 0 else None)
        return "subscriber_adds", which or place_before(folded, sentence.span, figure.span.start)
    if figure.kind != "money" and counts_customers(folded, figure):
        return "subscriber_adds", subscribers_of(folded, figure, None)
    return None


def _owner(sentence: Sentence, figure: Quantity) -> str | None:
    """Return whose subscribers a number without a metric's name counts."""
    where = (sentence.folded, figure, figure.span, sentence.span)
    return service_of(*where) or owner_of(*where)


_SOLD_IN = regex.compile(
    r"\ (?:[\w-]++\ ){0,2}?(?:vehicles|cars|trucks|units|motorcycles|phones|smartphones)\ (?:in|to\ customers\ in)\ (?:the\ )?"
    rf"(?P<where>(?!(?:{CALENDAR})\b)[A-Z][\w.]++(?:\ [A-Z][\w.]++){{0,2}}|(?:domestic|home|local|overseas|export)\ markets?)"
)
"""``463,840 cars in the domestic market``"""
_MODEL = regex.compile(
    r"\ of\ (?:its|the|their)\ (?:[a-z-]++\ ){0,2}(?P<what>[A-Z]\w*+(?:\ [A-Z0-9]\w*+){0,2})\ "
    r"(?:vehicles|cars|trucks|suvs|pickups|phones|smartphones|tablets|consoles|headsets|computers|devices|jets)\b"
)
"""``about 200,000 of its Slate tablets``"""
_CUSTOMERS_IN = regex.compile(
    r"\ (?:[\w-]++\ ){0,3}?(?:customers|members|subscribers|users)\ (?:internationally|abroad|overseas|in\ (?:the\ )?"
    rf"(?P<where>(?!(?:{CALENDAR})\b)[A-Z][\w.]*\w(?:\ (?:and\ )?[A-Z][\w.]*\w){{0,2}}))"
)
_PRODUCED = regex.compile(
    r"\ (?:metric\ )?(?:tonnes|tons|mt|ounces)\ of\ (?P<what>(?!as\b)[\w-]++(?:\ (?!as\b)[a-z-]++){0,2}?)"
    r"(?=[,.;]|\ (?:in|for|during|last|this|next|per|from|and|as|while|up|down|compared|versus|against)\b|$)"
)
"""``9.5 million tonnes of crude steel``"""
_ORGANIC = regex.compile(r"\borganic growth (?:[a-z'-]++ ){0,8}$")
_FROM_A_SHARE = regex.compile(
    r" (?:in constant currency |at constant (?:currency|exchange rates) )?from [$£€]?[0-9.]++(?: cents)? (?:a|per) share\b"
)
"""``earnings to grow 6% to 8% from $2.92 a share``"""
_ORGANICALLY = regex.compile(r"\borganic growth (?:of |in the |between |at )(?:[a-z]++ ){0,2}$")
"""Growth that is called organic is one of sales: "it sees organic growth of 2% to 4%"."""


_PROVISION = regex.compile(
    r"(?i)\b(?:provisions? of|a provision (?:totall?ing|near|as high as)) (?:about |around |roughly |nearly )?$"
)
"""``analysts had been bracing for a provision of $120 million``"""
_ON_SALES = regex.compile(r",?aB?MB?o?[$]")
"""``it posted 84 cents on revenue of $7 billion``: cents a share"""
_REPORTED = frozenset({"reported", "posted", "delivered", "recorded", "booked", "logged", "notched", "printed", "racked up"})
_TOLD = regex.compile(r"(?P<verb>o)[_BYn]{0,3}$|[Bjk][_]?$")
_WORKS_OUT = regex.compile(
    r"(?:That|This|It) (?:work(?:s|ed) out (?:to|at)|c[oa]mes? (?:out )?(?:to|at)|amount(?:s|ed) to|equal(?:s|ed)|equates to|"
    r"translate[sd] (?:to|into)|is equal to|was equal to) (?:about |around |just over |roughly )?$"
)
"""``That works out to 12 cents a share``"""


def _is_reported(sentence: Sentence, at: int) -> bool:
    """Tell whether a figure without a name is what was reported ("it posted 61 cents a share", "an adjusted 61 cents a share")."""
    if _WORKS_OUT.match(sentence.folded, sentence.span.start, sentence.tokens[at].start):
        return True
    found = _TOLD.search(sentence.tags, 0, at)
    if found is None or sentence.language != ENGLISH:
        return False
    verb = sentence.tokens[found.start()].mark
    return not found["verb"] or (isinstance(verb, Cue) and verb.words in _REPORTED)


_ADDITIONS = frozenset({"additions", "adds"})

SUBSCRIBERS = frozenset({"subscribers", "subscriber_adds"})

_LINES = {TOP_LINE_TAG: "revenue", BOTTOM_LINE_TAG: "net_income"}


_BOTTOM_LINE = regex.compile(rf"{BOTTOM_LINE_TAG}[^M;s$%#d]{{0,2}}(?:[s$],?\|)?$")
"""``the bottom line totaled $212 million, or $1.31 per share``"""


_SALES_FIRST = regex.compile(r"(?i)(?:both )?(?:sales|revenues?|turnover)\b")
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
    if both >= 0 or TOP_LINE_TAG in tags[max(0, at - 3) : at]:
        return "revenue" if tag == "$" else "eps" if tag == "s" and both >= 0 else None
    if _BOTTOM_LINE.search(tags, 0, at):
        return {"$": "net_income", "s": "eps"}.get(tag)
    return None
