"""
Asides: figures that are no fact of what is reported.

What stands beside a figure may say that it is a broker's, a goal, a price, a volume or of another time, or an effect
(`effects`), within another (`within`) or lost on one thing (`onething`).
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.apart import is_apart, is_from_some, is_of_a_clause, is_of_each
from earnsum.facts.effects import is_by_how_much, is_in_costs, is_of_a_cause, is_what_weighs_on, is_what_would_have_been
from earnsum.facts.foreseen import is_guessed
from earnsum.facts.onething import is_caused, is_of_a_kind
from earnsum.facts.othertimes import (
    before_figure,
    is_before_the_pandemic,
    is_of_a_part,
    is_of_another_count,
    is_of_another_time,
    is_of_customers,
    is_of_then,
    is_of_volume,
    is_somewhere,
)
from earnsum.facts.outlooks import (
    is_a_brokers,
    is_added_to_it,
    is_called_a_goal,
    is_given_up,
    is_goal,
    is_more_than_before,
    is_no_outlook,
)
from earnsum.facts.prices import is_a_price, is_to_a_quote
from earnsum.facts.reckoned import is_told_otherwise
from earnsum.facts.senses import entry_meant
from earnsum.facts.sentence import Sentence
from earnsum.facts.within import is_a_gain, is_included, is_of_a_disposal, is_within
from earnsum.grammar.glosses import left_out_until
from earnsum.grammar.metrics import COSTS, STOCKS
from earnsum.grammar.read import Reading
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.firms import FIRM
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.moves import MOVE
from earnsum.text.terms import ITS, OUTLOOK, RESULT, SALES


def is_no_result(sentence: Sentence, reading: Reading, beside: Sequence[Reading], metric: str | None) -> bool:
    """Tell a figure that stands beside a metric and is no result, outlook or change of it; `beside` are all of its sentence."""
    if is_guessed(sentence, reading) or is_of_each(sentence, reading) or is_from_some(sentence, reading, metric):
        return True
    if reading.metric is not None and sentence.folded.endswith(_OF_A_TRADE, 0, reading.metric.span.start):
        return True
    if _is_left_out(sentence, reading, metric) or (reading.figure.kind == "percent" and _is_share_of_all(sentence, reading)):
        return True
    if reading.role == "change":
        told = is_told_otherwise(sentence, reading, beside) or is_somewhere(sentence, reading)
        told = told or is_what_would_have_been(sentence, reading) or is_of_then(sentence, reading)
        told = told or is_goal(sentence.folded, reading.figure.extent)
        return told or _is_another_growth(sentence, reading, metric)
    return (
        is_what_weighs_on(sentence, reading)
        or (reading.figure.kind == "percent" and is_told_otherwise(sentence, reading, beside))
        or is_caused(sentence, reading, metric, beside)
        or is_apart(sentence, reading, metric)
        or (reading.role in ("guide", "actual") and is_more_than_before(sentence.folded, reading.figure.extent))
        or is_by_how_much(sentence, reading)
        or is_of_a_disposal(sentence, reading)
        or is_included(sentence, reading)
        or is_within(sentence, reading, beside)
        or (reading.role == "guide" and _is_no_guidance(sentence, reading, metric, beside))
        or (reading.role == "guide" and reading.figure.kind == "percent" and is_of_a_cause(sentence, reading, metric))
        or (reading.role == "actual" and _is_no_actual(sentence, reading, metric))
        or (metric in STOCKS and is_of_a_part(sentence, reading))
        or is_a_price(sentence, reading, metric)
        or is_of_another_count(sentence, reading, metric)
        or is_of_then(sentence, reading)
        or is_somewhere(sentence, reading)
        or (reading.figure.kind == "percent" and _OF_A_YEAR.match(sentence.folded, reading.figure.extent.end) is not None)
        or (
            reading.role == "estimate"
            and metric is None
            and _FEARED.search(sentence.folded, *before_figure(sentence, reading)) is not None
        )
        or _ON_TOP_OF.match(sentence.folded, sentence.span.start, reading.figure.extent.start) is not None
    )


def _is_left_out(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a figure of what is left out of the others, or one of those beside a cost that is ("Excluding charges, it was $5")."""
    left, name = left_out_until(sentence.folded, sentence.span), reading.metric
    if metric not in COSTS:
        return reading.role != "change" and reading.figure.extent.end < left
    return name is not None and name.span.end < left < reading.figure.span.start


_MAKES_UP = regex.compile(
    rf"\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)|contribut(?:es?|ed|ing)"
    rf"|generat(?:es?|ed|ing)|br(?:ings?|ought|inging) in|(?:earn|deriv|draw)(?:s|es?|ed|ing)?) {ABOUT}$"
)
_OF_ALL = regex.compile(rf" of (?:[\w.'-]++ ){{0,5}}?(?:{RESULT}|{SALES}|turnover|orders)\b")


def _is_share_of_all(sentence: Sentence, reading: Reading) -> bool:
    """Tell what part of the whole something is ("ore, which accounts for 60 percent of revenue"): neither growth nor a margin."""
    behind = _OF_ALL.match(sentence.folded, reading.figure.extent.end)
    return behind is not None and _MAKES_UP.search(sentence.folded, *before_figure(sentence, reading)) is not None


_OF_A_TRADE = ("industry's ", "sector's ")
"""``NPD estimated that the industry's sales rose 5%``: of no company"""
_FEARED = re.compile(r"\bfear(?:ed|s|ing) (?:an? )?(?:[a-z]++ ){1,4}$")
"""``Some had feared a number as high as $1 billion``: of writedowns or losses, and of no profit"""
_OF_A_YEAR = re.compile(
    rf" of (?:{ITS} )?(?:(?:19|20)[0-9]{{2}}(?:'s)?(?: (?:figures?|levels?|totals?|revenues?|sales|number))?"
    r"|pre-(?:pandemic|covid)\b|(?:what (?:it|they) (?:was|were|had been) |that )in (?:19|20)[0-9]{2})\b"
)
"""``revenue will be 93% to 97% of the 2019 figure``: no growth, and no margin"""
_IN_AN_ASIDE = regex.compile(r"^[^,;]{3,80}, (?:the|an?|which|who|whose) [^,;$%0-9]{3,100}$")


def _is_of_who_is_explained(sentence: Sentence, reading: Reading) -> bool:
    """Tell a change of what is explained by a clause with a metric ("Shipments, which provide most of its profit, fell 4%")."""
    name, at = reading.metric, reading.metric_at
    if (
        name is None
        or at is None
        or not sentence.folded.startswith(", ", name.span.end)
        or name.span.end > reading.figure.span.start
    ):
        return False
    clause = sentence.folded[sentence.span.start : name.span.start]
    return METRIC_TAG not in sentence.tags[:at] and _IN_AN_ASIDE.match(clause) is not None


def _is_another_growth(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a change of a volume, of a share's price, of what moved a metric, from before the pandemic, or that would be."""
    return (
        is_before_the_pandemic(sentence, reading.figure.extent.end)
        or sentence.folded.startswith(" short of ", reading.figure.extent.end)
        or _is_of_the_year_before(sentence, reading)
        or _is_of_who_is_explained(sentence, reading)
        or is_of_a_cause(sentence, reading, metric)
        or _is_of_a_share(sentence, reading)
        or is_to_a_quote(sentence, reading)
        or is_of_a_kind(sentence, reading)
        or (metric == "revenue" and (is_of_volume(sentence, reading) or is_of_customers(sentence, reading)))
        or _WOULD_BE.search(sentence.folded, *before_figure(sentence, reading)) is not None
        or _FROM_A_TARGET.search(sentence.folded, *before_figure(sentence, reading)) is not None
    )


_FROM_A_TARGET = regex.compile(
    r"\b(?:miss(?:ed|es|ing)?|beat(?:s|ing)?|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)?|undershot|overshot|topped|fell short of) "
    rf"(?:[\w']++ ){{0,5}}?(?:targets?|goals?|budgets?|forecasts?) by {ABOUT}$"
)
"""``after missing last year's target by about 10 percent``: no change on that year"""
_COMES_AFTER = regex.compile(
    rf"\b(?:in the (?:previous|prior|preceding|first|second|third|fourth) quarter,? and"
    rf"|after|following|on top of|atop|despite|lapping)(?: (?:an?|the|its|last year's|strong|rapid|robust|explosive))*"
    rf"(?: (?:[a-z-]+ )?{MOVE} of)? {ABOUT}$"
)
_THEN = re.compile(
    rf"(?: (?:[a-z-]+ )?{MOVE})?(?: (?:in|for|during|from))?(?: the)?"
    r"(?: (?:last year|a year (?:ago|earlier|before)|(?:same|year-ago|year-earlier|prior-year|corresponding) (?:quarter|period)"
    r"|(?:prior|previous) year)\b)"
)


def _is_of_the_year_before(sentence: Sentence, reading: Reading) -> bool:
    """Tell a change that another one of its sentence comes after ("sales rose 9% following growth of 9.9% last year")."""
    if "%" not in sentence.tags[: reading.at] or _THEN.match(sentence.folded, reading.figure.extent.end) is None:
        return False
    return _COMES_AFTER.search(sentence.folded, *before_figure(sentence, reading)) is not None


def _is_a_rate_of(reading: Reading, metric: str | None) -> bool:
    """Tell a rate beside a debt ("the charge-off rate of card debt will be 4.5%")."""
    return metric == "debt" and reading.figure.kind == "percent"


def _is_no_actual(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a figure that is told of as reported and is of costs, a gain, a goal, what was given up, or of another time."""
    figure = reading.figure.extent
    return (
        is_in_costs(sentence, reading, metric)
        or (reading.figure.kind == "money" and is_added_to_it(sentence.folded, *before_figure(sentence, reading)))
        or is_a_gain(sentence, reading)
        or _EARLIER_FORECAST.search(sentence.folded, sentence.span.start, figure.start) is not None
        or (_OF_THEN.match(sentence.folded, figure.end) and _THAN.search(sentence.folded, *before_figure(sentence, reading)))
        is not None
        or is_goal(sentence.folded, figure)
        or is_called_a_goal(sentence.folded, figure)
        or is_given_up(sentence.folded, sentence.span.start, figure.start)
        or is_of_another_time(sentence.folded, figure, metric)
        or (metric == "debt" and _is_debt_moved(sentence, reading))
        or (reading.metric is not None and _is_where_from(sentence, reading))
        or (sentence.language in UNSPACED and metric in _SUMS and reading.figure.kind == "percent")
    )


_EARLIER_FORECAST = regex.compile(
    rf"\b(?:earlier|previous|prior|original|old|initial) (?:[\w-]++ ){{0,3}}(?:{OUTLOOK}|estimates?)\b"
    r"[^.;$]{0,60} (?:was|were|had been|stood at|called) (?:for |at |of )?(?:an? )?(?:[a-z-]++ ){0,4}$"
    r"|\bhad (?:previously |earlier |originally )?(?:forecast(?:ed)?|given|guided)\b"
    r"(?:[^.;,$]|\.(?=[0-9])){0,90}$"
)
"""``Its earlier forecast, counting a stock split, was for a profit of``, ``It had given an earnings range of``"""


_THAN = regex.compile(
    rf"\b(?:better|worse|higher|lower|more|less|bigger|smaller|wider|narrower) than (?:an? |the )?(?:[a-z]+ed )?{ABOUT}$"
)
_OF_THEN = re.compile(
    r" (?:(?:it|they) )?(?:posted|made|earned|lost|recorded|reported|booked|achieved|seen) (?:in|for) (?:19|20)[0-9]{2}\b"
)
"""``is expected to post a profit of $6 million, better than a revised $2 million posted in 2006``"""


_CAME_FROM = re.compile(
    r"(?: |, or [0-9.,]+ ?(?:%|pct|percent|per cent),? )of (?:the |its |this |total |(?:[a-z]+ )?[A-Za-z]+'s )?(?:[a-z-]+ ){0,3}?"
    rf"(?:{RESULT}|orders)"
    r" (?:came|comes?|stem\w*|originat\w*|result\w*|arose"
    r"|(?:was|were|is|are) (?:due|attributable|related|derived|generated|made))"
    r" (?:from|to|by|in|outside)\b"
)
"""``$5 million of the sales came from acquisitions``: a share, and not what they were"""


def _is_where_from(sentence: Sentence, reading: Reading) -> bool:
    figure, name = reading.figure.extent, reading.metric
    behind = name is not None and name.span.start > figure.end
    return behind and _CAME_FROM.match(sentence.folded, figure.end, sentence.span.end) is not None


_SUMS = frozenset({"revenue", "operating_income", "net_income", "ebitda"})
"""What a rate that is no change of it has a share in (``收入占总收入的70%``)."""

_DEBT_MOVED = re.compile(
    r"\b(?:refinanc(?:e|ed|ing)|repa(?:y|id|ying|yment of)|pa(?:y|id|ying) (?:off|down)|retir(?:e|ed|ing)|redeem(?:ed|ing)?"
    r"|restructur(?:e|ed|ing)|issu(?:e|ed|ing)|rais(?:e|ed|ing)|roll(?:ed|ing)? over|t(?:ake|ook|aking) on|assum(?:e|ed|ing)"
    r"|swap(?:ped|ping)?|secur(?:e|ed|ing)) (?:(?:about|some|around|up to|all of|part of|its|the|an?|new|additional|existing) )*"
    r"(?:[$£€¥][0-9.,]++[a-z ]*? (?:of |in )?)?(?:[a-z-]++ ){0,2}debts?\b[^.;,]{0,30}$"
)
"""``plans to refinance debt of $5 million``: what is done with a part of it, and not how much there is"""
_ISSUED = regex.compile(
    r"\b(?:issu|rais|sold|sell|repa|refinanc|redeem|retir|plac|borrow|subscrib|bought back|pa(?:y|id) (?:off|down))[a-z]*\b"
    r"[^.;,$£€0-9]{0,20}$"
)
_OF_DEBT = regex.compile(r" (?:of|in|worth of) (?:[a-z-]++ ){0,3}?(?:debts?|bonds|notes)\b")
"""``issued $1 billion in unsecured debt``"""


def _is_debt_moved(sentence: Sentence, reading: Reading) -> bool:
    before = before_figure(sentence, reading)
    if _DEBT_MOVED.search(sentence.folded, *before) is not None:
        return True
    of_debt = _OF_DEBT.match(sentence.folded, reading.figure.extent.end)
    return of_debt is not None and _ISSUED.search(sentence.folded, *before) is not None


_ON_TOP_OF = regex.compile(rf"(?r)\bon top of (?:{ITS}|an?|last year's) $")
"""``on top of the 3.1% increase of last year``"""
_OF_A_COST = re.compile(r"\$,?\|$")
_OF_ANOTHER_SUM = regex.compile(r"(?<![UD][_oy]{0,3})%o[_BTnY]{0,2}M(?![_o]{0,2}[UD])")
"""``it will return 50% of free cash flow``: a share of a metric, which does not say how much that will be"""


_A_YEAR_ABROAD = regex.compile(
    r" (?:par an|pro Jahr|jährlich|im Jahresdurchschnitt|al año|anual(?:es)? (?:de media|en promedio|compuest))\b"
)
"""``une croissance d'au moins 3% par an``: a goal for years"""


def _is_no_guidance(sentence: Sentence, reading: Reading, metric: str | None, beside: Sequence[Reading]) -> bool:
    """Tell what is read as an outlook, and is none of the metric's own."""
    return _is_no_outlook(sentence, reading, beside) or _is_a_rate_of(reading, metric) or is_of_a_clause(sentence, reading, beside)


def _is_no_outlook(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an outlook's figure that is a broker's, a share of something, a charge ("$30 million, or 6 cents a share"), or none."""
    if is_a_brokers(sentence.folded, sentence.tokens):
        return True
    before = beside[beside.index(reading) - 1] if _OF_A_COST.search(sentence.tags, 0, reading.at) else None
    if before is not None and (entry := entry_meant(sentence.tokens, before)) is not None and entry.name in COSTS:
        return True
    named = reading.metric.span.end if reading.metric is not None else None
    if sentence.language != ENGLISH:
        return _A_YEAR_ABROAD.match(sentence.folded, reading.figure.extent.end) is not None
    behind = (reading.metric_at or 0) > reading.at
    paid = not behind and _IS_PAID.match(sentence.folded, reading.figure.extent.end) is not None
    if paid or (_OF_ANOTHER_SUM.match(sentence.tags, reading.at) if behind else _has_another_subject(sentence, reading)):
        return True
    if reading.figure.kind == "money" and is_added_to_it(sentence.folded, *before_figure(sentence, reading)):
        return True
    return is_no_outlook(sentence.folded, sentence.span.start, named, reading.figure.extent)


_IS_PAID = regex.compile(
    r" (?:(?!(?:in|of|on|for|from|as|after|before|with|without|by|to|and|or|but|including|excluding|through|via|amid|despite)\b)"
    r"[a-z-]++ ){0,2}?(?:payment|investment|contribution|donation|acquisition|loan|purchase|repayment|settlement)s?\b"
)
"""``it will make a $20 million payment``"""
_OF_ANOTHER_SUBJECT = re.compile(r"[GE](?P<what>_)[UD][_yo]{0,3}$")
_SUBJECT_TO_MOVE = re.compile(
    r"(?:(?:the|its|total|overall|global|customer|car|vehicle|market|industry|steel|oil|energy|raw) )*(?:[a-z]+ )?"
    r"(?:demand|volumes?|prices?|markets?|costs|expenses|spending|shipments|traffic|capacity|inflation|consumption|wages|rates"
    r"|registrations|industry|economy|headcount|staff|inventories|stocks) "
)
"""``an operating loss of $5 million, saying it expected demand to fall 10%``"""


def _has_another_subject(sentence: Sentence, reading: Reading) -> bool:
    """Tell an outlook on what is no metric, behind one that was told of."""
    found = _OF_ANOTHER_SUBJECT.search(sentence.tags, 0, reading.at)
    return (
        found is not None
        and reading.metric_at is not None
        and reading.metric_at < found.start()
        and _SUBJECT_TO_MOVE.match(sentence.folded, sentence.tokens[found.start("what")].start) is not None
    )


_IT = regex.compile(
    rf"(?i)\b(?:(?:it|which|the (?:stock|{FIRM}))(?:'s| is| has)|(?:leaving|putting|sending) it)"
    r"(?: (?:been|now|also|still|already|more than|about|nearly|almost|roughly|around|over))*"
    r" (?:up|down|off|higher|lower|gained|lost|risen|fallen|rallied|climbed|dropped|jumped|surged|soared|slid|tumbled|shed|sunk)"
    r"(?: (?:by|about|more than|nearly|roughly|around|over|almost|some))* $"
)
"""``Acme jumped, leaving it up``, ``the stock has gained about``"""
_SO_FAR = regex.compile(
    r"(?i)(?: so far)? (?:year[- ]to[- ]date|ytd|this year|(?:for|on) the year"
    r"|since (?:its|going|the (?:start|beginning))|in (?:pre-?market|after[- ]hours|extended|early|midday))\b"
)
"""``… the maker of kettles, which is down 16% year to date``: its price, whatever was told before"""

_WOULD_BE = regex.compile(
    r"\bwould (?:still |also |thus |then )?(?:mean|represent|be|mark|equate to|amount to|imply|lead to|result in)"
    r"(?: an?)?(?: [a-z-]++){0,2} $"
)
"""``The forecast would still mean a 33% drop from a year earlier``"""


def _is_of_a_share(sentence: Sentence, reading: Reading) -> bool:
    """Tell how far a share's price has come."""
    if not _SO_FAR.match(sentence.folded, reading.figure.extent.end):
        return False
    return _IT.search(sentence.folded, *before_figure(sentence, reading)) is not None
