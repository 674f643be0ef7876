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
    is_added,
    is_leaving,
    is_total,
    owner_of,
    subscribers_of,
)
from earnsum.facts.counted import SUBSCRIBERS, which_counted
from earnsum.facts.othermatters import is_of_another_matter
from earnsum.facts.senses import metric_of
from earnsum.facts.sentence import Sentence
from earnsum.facts.unnamed import additions_beside, name_of_unnamed
from earnsum.grammar.metrics import MARGINS, UNNAMED_MARGIN, brings
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import ANALYSTS_TAG, Cue, entry_of, is_called
from earnsum.grammar.verbs import SAME_SHOPS_BEHIND
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.marks import Quantity
from earnsum.text.sums import SUM
from earnsum.text.terms import PERIOD

_PER_SHARE = re.compile(r" per (?:(?:diluted|common|basic|ordinary) ){0,2}share\b")
_BEFORE_TAX = re.compile(r"(?i)\s?before (?:income )?tax")
_BEFORE_INTEREST = re.compile(r"(?i),?\s?before interest and (?:income )?tax(?:es)?\b(?!,? dep)")
_AS_EBITDA = re.compile(
    r"(?i),?\s?(?:before interest,? (?:income )?tax(?:es|ation)?,? (?:and )?dep"
    r"|on (?:an?|the basis of) (?:adjusted |underlying )?(?:ebitda\b|earnings before interest,? tax))"
)
"""``a loss of $5 million on an adjusted EBITDA basis``, ``a profit before interest, taxes, depreciation and amortization``"""
_BEFORE_TAXES = regex.compile(rf"\bbefore (?:income )?tax(?:es)? in [A-Z][\w ]*?,? and {ABOUT}$")
"""``lost $142 million before taxes in Europe and $121 million in Asia``"""
_TIMES = rf"(?:first|second|third|fourth|full|half)[ -]{PERIOD}|quarterly|annual|half-year(?:ly)?"
_SAME_SHOPS = regex.compile(rf"(?i)\b(?:like-for-like|same-store|comparable|comparable-store)\ (?:{_TIMES}|group|total|global)\ $")
"""What makes sales those of the same shops though a quarter stands between ("like-for-like first-quarter sales")."""
_KIND_OF_PROFIT = regex.compile(rf"(?i)\b(?:pre-?tax|(?P<operating>operat(?:ing|ional))|(?P<gross>gross))\ (?:{_TIMES})\ $")
"""What makes of a profit which one it is though a period stands between ("a pretax third-quarter profit")."""
_OWN_SALES = regex.compile(r"\b(?:its|our)\b(?=[^.;]*\bsales)|\bsales\b[^.;]{0,40}\b(?:its|our)\b")
"""Words by which vehicles yet to be sold are the company's, and not those of all makers."""
_NET_NEW = (" net new ", " new net ")


_GLOSSED = regex.compile(r"M(?:\((?:[^()]){1,3}\))?$")
"""A profit right before its margin, or before what it is short for in brackets."""
_OF_SOME_PROFIT = frozenset({"profit margin", "profit margins"})
_JUST_TOLD = regex.compile(r"M[^Ms$%#;/]{0,6}\$[,_o&na]{0,5}$")
"""``An operating profit of $5 million, equalling a profit margin of 3%``: that of the profit right before it"""


def name_of(sentence: Sentence, reading: Reading, entry: Entry | None) -> tuple[str | None, str | None]:
    """Return the metric that a figure measures, and the part of the company that it is of."""
    figure, folded = reading.figure, sentence.folded
    if reading.role == "margin":
        return _margin_of(sentence, reading)
    if is_called(reading.metric, {"subscribers", "users"}) and additions_beside(sentence, reading) is not None:
        entry = None  # "added 3 million subscribers, above the 2 million subscribers expected"
    if entry is None or reading.metric is None or reading.metric_at is None:
        return name_of_unnamed(sentence, reading)
    opened = is_called(reading.metric, {"stores"}) and _OPENED.search(folded, sentence.span.start, figure.extent.start)
    if opened or is_of_another_matter(sentence, reading, reading.metric):
        return None, None
    if entry.generic and not figure.unit and _is_of_customers(sentence, figure):  # "it lost two million more subscribers"
        return "subscriber_adds", subscribers_of(folded, figure, None) or sentence.scope_of(
            reading.metric_at
        )  # "prepaid lost 5,000"
    metric = _narrower(sentence, reading, reading.metric, metric_of(entry, figure, reading.role))
    bare = metric == UNNAMED_MARGIN or reading.metric.words in _OF_SOME_PROFIT
    told = _GLOSSED if metric == UNNAMED_MARGIN else _JUST_TOLD
    if bare and (glossed := told.search(sentence.tags, 0, reading.metric_at)) is not None:
        profit = entry_of(sentence.tokens[glossed.start()].mark)  # "earnings before interest and taxes (EBIT) margin"
        metric = MARGINS.get(profit.name, metric) if profit is not None else metric
    if metric in SUBSCRIBERS and (
        is_leaving(folded, figure) or (reading.role == "change" and _TO_MONEY.match(folded, figure.extent.end))
    ):
        return None, None  # who says how many will?  "Subscriptions rose 13% to $304 million" is no number of them
    if metric in SUBSCRIBERS:
        metric = _of_all_or_added(sentence, reading, metric, reading.metric_at)
    if entry.share and _PER_SHARE.match(folded, reading.metric.span.end):
        metric = entry.share
    taken = _takings(sentence, reading, metric)
    metric = "revenue" if taken is not None else metric
    part = taken or _part_of(sentence, metric, reading, reading.metric)
    return (None if part is None and metric == "revenue" and brings(reading.metric.words) else metric), part


def _of_all_or_added(sentence: Sentence, reading: Reading, metric: str, at: int) -> str:
    """Tell a count of all subscribers from one of those who came."""
    figure, folded = reading.figure, sentence.folded
    if is_total(folded, figure):
        return "subscribers"
    if metric == "subscribers" and reading.role == "gap" and any(is_added(folded, told) for _, told in sentence.levels):
        return "subscriber_adds"
    of_total = reading.role != "actual" and sentence.is_told_of_total(at, figure.span.start)
    if of_total and reading.role == "prior":
        return "subscribers"
    if metric == "subscribers" and sentence.is_added(at):
        return metric if of_total or _is_before_added(sentence, reading, at) else "subscriber_adds"
    if reading.role == "actual" and folded.startswith(_NET_NEW, figure.extent.end):
        return "subscriber_adds"
    return metric


def _is_before_added(sentence: Sentence, reading: Reading, at: int) -> bool:
    """Tell a count of all before that of those who went ("ended with 5 million subscribers, a decrease of 11,000")."""
    first = next((figure for name, figure in sentence.levels if name == at), None)
    return reading.role == "actual" and first is reading.figure and not is_added(sentence.folded, reading.figure)


_OPENED = regex.compile(
    r"\b(?:(?:further|another|additional|extra)|(?:open|clos|shut)(?:e?d|e?s|ing|e|ting)?) "
    r"(?:(?:an?|some|about|around|nearly|up|to|as many as|net|new|further|another) ){0,3}$"
)
"""``Store numbers rose to 1,204, and it plans to open a further 60``: how many more"""
_TO_MONEY = regex.compile(rf",? (?:to|at) {ABOUT}(?:US|A|C|HK)?[$£€¥₹]")
_TAKEN = (
    r"(?:data|voice|messaging|services?|broadband|fixed|mobile|wireless|cloud|software|advertising|subscription|digital|products?"
    r"|passenger|cargo|ticket|internet|roaming)"
)
_TAKINGS = regex.compile(rf"(?i)(?:\b(?P<part>{_TAKEN}(?: (?:and )?{_TAKEN}){{0,2}})|\btotal) $")
_CALLED_INCOME = regex.compile(r"(?i)(?:^|\n|[.;,]\ |\b(?:and|while|with|as|whereas|its|the|an?|on)\ )$", regex.VERBOSE)
_NET_PROFIT = regex.compile(r"(?i)\bnet profit\b")
_NET_INCOME = regex.compile(r"(?i)\b(?:net|operating|pre-?tax|taxable) income\b|\bincome (?:before|after|from cont)")
"""``Net profit fell to Rs 5 crore. Income rose to Rs 90 crore``: who calls what is left a net profit calls its sales an income"""
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
    before = sentence.folded[max(0, at - 8) : at]
    if _CALLED_INCOME.search(before) and _NET_PROFIT.search(sentence.folded) and not _NET_INCOME.search(sentence.folded):
        return ""
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
    if metric == "same_store_sales" and (shops := _shops_behind(sentence, reading, name)) is not None:
        return shops["name"].lower() if shops["name"] else None
    part = comparable_part(sentence.folded, name) if metric == "same_store_sales" else None
    part = part or which_counted(sentence, metric, reading, name.span)
    if part is None and reading.metric_at is not None and not _is_forecast(sentence, reading):
        part = sentence.scope_of(reading.metric_at)
        if part is not None and _is_a_source(sentence, part):
            part = None
    if part is None and metric in SUBSCRIBERS and reading.role == "actual":
        part = owner_of(sentence.folded, reading.figure, name.span, sentence.span)
    return part


def _is_a_source(sentence: Sentence, part: str) -> bool:
    """Tell by whose forecast something was expected ("Consensus Metrix had forecast same-store sales growth of")."""
    return any(t.tag == ANALYSTS_TAG and sentence.folded[t.start : t.end].lower() == part for t in sentence.tokens)


_FORECASTER = regex.compile(r"A[_K&,]{1,4}E[_oB]{0,2}$")
"""``Broker Anvil Securities had projected a net profit``: who is named before is no part of the company."""


def _is_forecast(sentence: Sentence, reading: Reading) -> bool:
    return reading.role == "estimate" and _FORECASTER.match(sentence.tags, 0, reading.metric_at) is not None


_FROM_A_SHARE = regex.compile(rf" (?:in constant currency |at constant (?:currency|exchange rates) )?from {SUM} (?:a|per) share\b")
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
    if metric in _PROFITS and (behind := _LEVEL_BEHIND.match(folded, figure.extent.end)) is not None:
        return _LEVEL_OF[behind.lastgroup or "net"]
    if metric == "net_income":
        return _which_profit(sentence, reading, name)
    counted = metric == "deliveries" and reading.role == "guide" and is_called(name, {"revenue"})
    if counted and _OWN_SALES.search(folded, *sentence.span) is None:
        return None
    same_shops = metric == "revenue" and (
        (figure.kind == "percent" and comparable_part(folded, name) is not None)
        or (reading.role == "change" and _SAME_SHOPS.search(folded, sentence.span.start, name.span.start) is not None)
        or (figure.kind == "percent" and _shops_behind(sentence, reading, name) is not None)
    )
    return "same_store_sales" if same_shops else metric


_AT_A_LEVEL = regex.compile(
    r"(?i)\b(?:at|on) (?:the |an? )?(?:(?:pre-?tax|profit[- ]before[- ]tax) (?:profit )?(?:level|basis)"
    r"|(?P<operating>operat(?:ing|ional) (?:profit |result )?level)|(?P<ebitda>ebitda level))\b"
)
"""``At the operating level the group made a profit of $9 million``"""
_LEVEL_BEHIND = regex.compile(
    r"(?: (?:in|for) (?:the )?(?:\w++[- ]){1,2}?(?:quarter|half|year))? (?:at|on) (?:the |an? )?"
    r"(?:(?:(?P<operating>operat(?:ing|ional))|(?P<ebitda>(?i:ebitda))) (?:profit |result )?level"
    r"|(?:(?P<net>net|bottom-line)|(?P<pretax>pre-?tax)) (?:profit |result )?(?:level|basis))\b"
)
"""``earned $9 million at the operating level``, ``and $6 million at the net level``, ``a loss of $9 million at Ebitda level``"""
_LEVEL_OF = {"operating": "operating_income", "ebitda": "ebitda", "net": "net_income", "pretax": "pretax_income"}
_PROFITS = frozenset(_LEVEL_OF.values()) - {"ebitda"}
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
    if generic and level is not None and (named := level.lastgroup) is not None:
        return _LEVEL_OF[named]
    if (
        any(_BEFORE_TAX.match(folded, end) for end in ends)
        or _BEFORE_TAXES.search(folded, name.span.end, max(name.span.end, figure.span.start))
        or level is not None
        or (generic and _OPENS_BEFORE_TAX.match(folded, sentence.span.start, figure.span.start))
    ):
        return "pretax_income"
    kind = _KIND_OF_PROFIT.search(folded, max(0, name.span.start - _LOOK_BACK), name.span.start)
    before = profit_before(folded, sentence.language, sentence.span, name.span, figure.extent)
    if kind is not None or before is not None:
        return before or _of_kind(kind, name)
    on_a_sum = reading.metric_at is not None and _ON_A_SUM.search(sentence.tags, 0, reading.at) is not None
    return "revenue" if on_a_sum else "net_income"  # "a 5-cent profit on $280 million", "it had earned $2 billion on $6 billion"


def _of_kind(kind: regex.Match[str] | None, name: Cue) -> str:
    """Return which profit a word makes of one with a period between; gross earnings are what a bank takes in."""
    if kind is not None and kind["gross"]:
        return "revenue" if name.words == "earnings" else "gross_profit"
    return "operating_income" if kind is not None and kind["operating"] else "pretax_income"


_KIND = r"(?:[a-z&-]|\.(?=\w)|(?<=\.\w)\.)++"
_COMPARABLE = regex.compile(
    r"(?i)\b(?:comparable|comp|same[- ]store|like[- ]for[- ]like|identical)\ (?:(?:store|restaurant)\ )?"
    r"(?P<part>(?!(?:net|total|group|global|annual|same[- ]store|stores?|restaurants?|shops?|properties|property|basis|"
    rf"[a-z-]+[- ](?:quarter|half|year|months))\b){_KIND}(?:\ {_KIND}){{0,2}})\ $"
)
_LOOK_BACK = 48


def _shops_behind(sentence: Sentence, reading: Reading, name: Cue) -> regex.Match[str] | None:
    """Find the same shops named behind a rate or behind its sales ("sales fell 3% at established stores"), an estimate's before."""
    ends = [reading.figure.extent.end, name.span.end]
    if reading.role == "estimate" and reading.metric_at is not None:
        before = (token.mark for token in sentence.tokens[reading.metric_at : reading.at])
        ends += [mark.extent.end for mark in before if isinstance(mark, Quantity)]
    return next((found for end in ends if (found := SAME_SHOPS_BEHIND.match(sentence.folded, end))), None)


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
