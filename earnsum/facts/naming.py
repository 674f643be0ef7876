"""
Naming: which metric of the closed list a figure's name means, and of which part of the company.

Units decide: "earnings of 12 cents a share" is eps, "earnings of $5 million" is
net income, sales of 50,000 vehicles are deliveries.
"""

from __future__ import annotations

from earnsum.facts.abroad import profit_before
from earnsum.facts.additions import (
    adds_to,
    counts_customers,
    is_leaving,
    is_total,
    owner_of,
    service_of,
    subscribers_of,
)
from earnsum.facts.senses import metric_of
from earnsum.facts.sentence import Sentence
from earnsum.facts.unnamed import additions_beside, name_of_unnamed
from earnsum.grammar.metrics import EARNED, MARGINS, UNNAMED_MARGIN
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, entry_of, is_called
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Span
from earnsum.names.scopewords import CALENDAR
from earnsum.parts.scopes import users_of
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity

_PER_SHARE = re.compile(r" per (?:(?:diluted|common|basic|ordinary) ){0,2}share\b")
_BEFORE_TAX = re.compile(r"(?i)\s?before (?:income )?tax")
_BEFORE_INTEREST = re.compile(r"(?i)\s?before interest and (?:income )?tax(?:es)?\b(?!,? dep)")
_AS_EBITDA = re.compile(
    r"(?i)\s?(?:before interest,? (?:income )?tax(?:es|ation)?,? (?:and )?dep"
    r"|on (?:an?|the basis of) (?:adjusted |underlying )?(?:ebitda\b|earnings before interest,? tax))"
)
"""``a loss of $5 million on an adjusted EBITDA basis``, ``a profit before interest, taxes, depreciation and amortization``"""
_BEFORE_TAXES = regex.compile(r"\bbefore (?:income )?tax(?:es)? in [A-Z][\w ]*?,? and (?:about )?$")
"""``lost $142 million before taxes in Europe and $121 million in Asia``"""
_IMPACT = regex.compile(r"\b(?:impact|effect)(?: of [^.,;]{3,60}?)? (?:on|to|in) (?:[\w'.&-]++ ){0,3}$")
"""What leads from a name to another matter: "the impact of the deal on Acme's sales"."""
_PAID = regex.compile(
    r"(?i)\b(?:pay|pays|paid|paying|burn(?:s|t|ed|ing)?|buy|buys|bought|acquire[sd]?|purchase[sd]?"
    r"|consideration|transaction|offer(?:ed)?)\b"
)
"""Words by which cash is a price, not what a company has."""
_TOGETHER_WOULD_HAVE = regex.compile(r"(?i)\bwould have (?:(?:an?|annual|combined|total|joint) )*$")
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
_DISCONTINUED = re.compile(r"(?i)\s?(?:from|of|in|on) discontinued (?:operations|businesses|activities)\b")
_ON_A_STAKE = re.compile(
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
_SUBSCRIBERS = frozenset({"subscribers", "subscriber_adds"})
_NET_NEW = (" net new ", " new net ")


def name_of(sentence: Sentence, reading: Reading, entry: Entry | None) -> tuple[str | None, str | None]:
    """Return the metric that a figure measures, and the part of the company that it is of."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "margin":
        return _margin_of(sentence, reading)
    if is_called(reading.metric, {"subscribers"}) and additions_beside(sentence, reading) is not None:
        entry = None  # "added 3 million subscribers, above the 2 million subscribers expected"
    if entry is None or reading.metric is None or reading.metric_at is None:
        return name_of_unnamed(sentence, reading)
    may_be = reading.role == "actual" and _MAY_REACH.search(folded, sentence.span.start, reading.metric.span.start)
    if may_be or _is_of_another_matter(sentence, reading.metric, figure):
        return None, None
    if entry.generic and not figure.unit and _is_of_customers(sentence, figure):  # "it lost two million more subscribers"
        return "subscriber_adds", subscribers_of(folded, figure, None)
    metric = _narrower(sentence, reading, reading.metric, metric_of(entry, figure, reading.role))
    if metric == UNNAMED_MARGIN and (profit := reading.metric_at and entry_of(sentence.tokens[reading.metric_at - 1].mark)):
        metric = MARGINS.get(profit.name, metric)  # "earnings before interest and taxes (EBIT) margin"
    if metric in _SUBSCRIBERS and (
        is_leaving(folded, figure) or (reading.role == "change" and _TO_MONEY.match(folded, figure.extent.end))
    ):
        return None, None  # who says how many will?  "Subscriptions rose 13% to $304 million" is no number of them
    if metric in _SUBSCRIBERS:
        metric = _of_all_or_added(sentence, reading, metric, reading.metric_at)
    if entry.share and _PER_SHARE.match(folded, reading.metric.span.end):
        metric = entry.share
    taken = _takings(sentence, reading, metric)
    metric = "revenue" if taken is not None else metric
    return metric, taken or _part_of(sentence, metric, reading, reading.metric)


def _of_all_or_added(sentence: Sentence, reading: Reading, metric: str, at: int) -> str:
    """Tell a count of all subscribers from one of those who came."""
    figure, folded = reading.figure, sentence.folded
    if is_total(folded, figure):
        return "subscribers"
    if metric == "subscribers" and sentence.is_added(at):
        of_total = reading.role != "actual" and sentence.is_told_of_total(at, figure.span.start)
        return metric if of_total else "subscriber_adds"
    if reading.role == "actual" and folded.startswith(_NET_NEW, figure.extent.end):
        return "subscriber_adds"
    return metric


_TO_MONEY = regex.compile(r",? (?:to|at) (?:about |nearly )?(?:US|A|C|HK)?[$£€¥₹]")
_TAKEN = (
    r"(?:data|voice|messaging|services?|broadband|fixed|mobile|wireless|cloud|software|advertising|subscription|digital|products?"
    r"|passenger|cargo|ticket|internet|roaming)"
)
_TAKINGS = regex.compile(rf"(?i)(?:\b(?P<part>{_TAKEN}(?: (?:and )?{_TAKEN}){{0,2}})|\btotal) $")
_AN_INCOME = regex.compile(r"(?i)\ban $")
"""``data income``, ``a rise in total income``, of a business ``recorded an income of``: what it takes in"""


def _takings(sentence: Sentence, reading: Reading, metric: str | None) -> str | None:
    """Return the part whose sales an "income" is, "" where no name of it stands before the word; None of a profit."""
    if metric != "net_income" or reading.metric is None or reading.metric.words != "income":
        return None
    at = reading.metric.span.start
    found = _TAKINGS.search(sentence.folded, max(0, at - 40), at)
    if found is not None:
        return (found["part"] or "").lower()
    of_part = _AN_INCOME.search(sentence.folded, max(0, at - 5), at) and sentence.scope_of(reading.metric_at or 0)
    return "" if of_part else None


_LEVEL = regex.compile("[s$#]")


def _margin_of(sentence: Sentence, reading: Reading) -> tuple[str | None, str | None]:
    """Return the margin of the profit named before it, and its part; none where that has a level, whose margin it then is."""
    at = sentence.tags.rfind(METRIC_TAG, 0, reading.at)
    mark = sentence.tokens[at].mark if at >= 0 else None
    if not isinstance(mark, Cue) or mark.entry is None or mark.entry.name not in MARGINS:
        return None, None
    if _LEVEL.search(sentence.tags, at, reading.at):
        return None, None
    metric = MARGINS[mark.entry.name]
    return metric, _part_of(sentence, metric, reading._replace(metric_at=at), mark)


def _part_of(sentence: Sentence, metric: str | None, reading: Reading, name: Cue) -> str | None:
    """Return the part of the company that a figure with a metric's name is of."""
    part = comparable_part(sentence.folded, name) if metric == "same_store_sales" else None
    part = part or _counted(sentence, metric, reading, name.span)
    if part is None and reading.metric_at is not None and not _is_forecast(sentence, reading):
        part = sentence.scope_of(reading.metric_at)
    if part is None and metric in _SUBSCRIBERS and reading.role == "actual":
        part = owner_of(sentence.folded, reading.figure, name.span, sentence.span)
    return part


_FORECASTER = regex.compile(r"A[_K&,]{1,4}E[_oB]{0,2}$")
"""``Broker Anvil Securities had projected a net profit``: who is named before is no part of the company."""


def _is_forecast(sentence: Sentence, reading: Reading) -> bool:
    return reading.role == "estimate" and _FORECASTER.match(sentence.tags, 0, reading.metric_at) is not None


_FROM_A_SHARE = regex.compile(
    r" (?:in constant currency |at constant (?:currency|exchange rates) )?from [$£€]?[0-9.]++(?: cents)? (?:a|per) share\b"
)
"""``earnings to grow 6% to 8% from $2.50 a share``"""
_ORGANICALLY = regex.compile(r"\borganic growth (?:of |in the |between |at )(?:[a-z]++ ){0,2}$")
"""``it expects earnings of $3, with organic growth of 4%``"""


def _growing_metric(folded: str, span: Span, reading: Reading, metric: str | None) -> str | None:
    """Return what an outlook of growth is of by the words beside it: organic growth of sales, a rise from earnings a share."""
    figure = reading.figure
    if reading.role != "guide" or figure.kind != "percent":
        return None
    if _ORGANICALLY.search(folded, span.start, figure.extent.start):
        return "revenue"  # "it expects earnings of $3, with organic growth of 4%"
    return "eps" if metric == "net_income" and _FROM_A_SHARE.match(folded, figure.extent.end, span.end) else None


_ON_A_SUM = regex.compile(r"(?:sM|M[s$])aq?$")


def _narrower(sentence: Sentence, reading: Reading, name: Cue, metric: str | None) -> str | None:
    """Return the metric that words at some way from its name make of it: a profit before tax, sales of the same shops."""
    folded, figure = sentence.folded, reading.figure
    if (grown := _growing_metric(folded, sentence.span, reading, metric)) is not None:
        return grown
    if metric == "net_income":
        return _which_profit(sentence, reading, name)
    counted = metric == "deliveries" and reading.role == "guide" and is_called(name, {"revenue"})
    if counted and _OWN_SALES.search(folded, *sentence.span) is None:
        return None
    same_shops = metric == "revenue" and (
        (figure.kind == "percent" and comparable_part(folded, name) is not None)
        or (reading.role == "change" and _SAME_SHOPS.search(folded, sentence.span.start, name.span.start) is not None)
    )
    return "same_store_sales" if same_shops else metric


_AT_A_LEVEL = regex.compile(
    r"(?i)\b(?:at|on) (?:the |an? )?(?:(?:pre-?tax|profit[- ]before[- ]tax) (?:profit )?(?:level|basis)"
    r"|(?P<operating>operat(?:ing|ional) (?:profit |result )?level))\b"
)
"""``At the operating level the group made a profit of $9 million``"""
_AT_OPERATING = regex.compile(r" (?:at|on) (?:the |an? )?operat(?:ing|ional) (?:profit |result )?level\b")
"""``earned $9 million at the operating level``"""
_OPENS_BEFORE_TAX = regex.compile(r"Before (?:income )?tax(?:es|ation)?,? [^;]*$")
"""``Before tax, it lost $9 million``"""
_LEVELS = (" level", " basis")


def _which_profit(sentence: Sentence, reading: Reading, name: Cue) -> str:
    """Return which profit a sum is, by what is yet to be paid of it; or sales, where they are what the profit was made on."""
    folded, figure = sentence.folded, reading.figure
    ends = (figure.extent.end, name.span.end)
    if any(_BEFORE_INTEREST.match(folded, end) for end in ends):
        return "operating_income"
    if any(_AS_EBITDA.match(folded, end) for end in ends):
        return "ebitda"
    a_level = any(folded.find(word, *sentence.span) >= 0 for word in _LEVELS)
    level = _AT_A_LEVEL.search(folded, sentence.span.start, figure.span.start) if a_level else None
    generic = name.entry is not None and name.entry.generic
    behind = a_level and _AT_OPERATING.match(folded, figure.extent.end)
    if generic and (behind or (level is not None and level["operating"])):
        return "operating_income"
    if (
        any(_BEFORE_TAX.match(folded, end) for end in ends)
        or _BEFORE_TAXES.search(folded, name.span.end, max(name.span.end, figure.span.start))
        or level is not None
        or (generic and _OPENS_BEFORE_TAX.match(folded, sentence.span.start, figure.span.start))
    ):
        return "pretax_income"
    if (before := profit_before(folded, sentence.language, sentence.span, name.span, figure.extent)) is not None:
        return before
    on_a_sum = reading.metric_at is not None and _ON_A_SUM.search(sentence.tags, 0, reading.at) is not None
    return "revenue" if on_a_sum else "net_income"  # "a 5-cent profit on $280 million", "it had earned $2 billion on $6 billion"


_KIND = r"(?:[a-z&-]|\.(?=\w)|(?<=\.\w)\.)++"
_COMPARABLE = regex.compile(
    r"(?i)\b(?:comparable|comp|same[- ]store|like[- ]for[- ]like|identical)\ "
    r"(?P<part>(?!(?:net|total|group|global|annual|same-store|stores?|restaurants?|shops?|properties|property|basis|"
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
    if (_SOMEBODY if name.words in EARNED else _TOGETHER_WOULD_HAVE).search(folded, start, name.span.start):
        return True
    if name.entry is not None and name.entry.generic and _ON_A_STAKE.match(folded, figure.extent.end):
        return True
    if _DISCONTINUED.match(folded, name.span.end) or (
        name.words in EARNED and (_MADE_IN.match(folded, figure.extent.end) or _MADE_ON.match(folded, figure.extent.end))
    ):
        return True
    before = folded[max(start, name.span.start - _FAR) : name.span.start].lower()
    return ("impact" in before or "effect" in before) and _IMPACT.search(before) is not None


_SOLD_IN = regex.compile(
    r"\ (?:[\w-]++\ ){0,2}?(?:vehicles|cars|trucks|units|motorcycles|phones|smartphones)\ (?:in|to\ customers\ in)\ (?:the\ )?"
    rf"(?P<where>(?!(?:{CALENDAR})\b)[A-Z][\w.]++(?:\ [A-Z][\w.]++){{0,2}}|(?:domestic|home|local|overseas|export)\ markets?)"
)
"""``46,000 cars in the domestic market``"""
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
    if metric in _SUBSCRIBERS and reading.role != "change":
        where = (sentence.folded, reading.figure, name)
        return service_of(*where, sentence.span) or subscribers_of(*where) or _people_in(sentence.folded, reading.figure.span.end)
    return None


def _people_in(folded: str, end: int) -> str | None:
    """Return where the customers behind a figure are ("2 million customers in Canada", "2 million subscribers internationally")."""
    place = _CUSTOMERS_IN.match(folded, end)
    return (place["where"] or "international").lower() if place is not None else None
