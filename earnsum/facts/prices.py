"""
Prices: what is paid for a currency, a company, a share or a plan, and what a plan will take, is no result.

"agreed to sell its wholesale arm for $9 million", "sales were flat, despite a £1 billion investment plan".
"""

from __future__ import annotations

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import LOST
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import is_called
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.deals import DEAL_FOR, DEALT
from earnsum.text.moves import MOVED
from earnsum.text.terms import RESULT

_BOUGHT_FOR = regex.compile(
    rf"(?r)\b(?:{DEAL_FOR}|{DEALT}(?! back))"
    rf" (?:[\w.&'’-]+ ){{1,7}}(?:for|worth|valued at) {ABOUT}$"
)
"""``announcing the acquisition of Initech for $22 million``, ``agreed to sell its wholesale arm for $9 million``"""
_TO_BE_RAISED = regex.compile(
    r"\b(?:shelf(?: registration)?|offering|placement|bond issue|rights issue|credit (?:line|facility)|line of credit)s?"
    rf" (?:of|worth) {ABOUT}$"
)
"""``posted a loss and filed for a mixed shelf of up to $2 billion``"""
_A_PRICE = 100_000
"""What is paid for a share and not for all of them: "bought back 742,000 shares for $53.42 each"."""

_OF_A_CURRENCY = re.compile(r" (?:to|versus|against|per) (?:the |a |one )?(?:U\.?S\.? )?(?:dollar|euro|pound)\b")
"""``an exchange rate of 111 yen versus the U.S. dollar``"""

_OF_A_PLAN = regex.compile(
    r"(?<=\b(?:an?|its|the|their|'s)\ (?:[a-z-]++\ )?[^\s]{1,8}(?:[\ -](?:[mb]|tr)illion)?)"
    r"(?:[\ -](?!(?:in|of|for|on|from|and|to|with|as|at|by|under|after|through|that|which|who|it|they|we|analysts|economists"
    r"|brokers|brokerages|forecasters|investors|executives|managers|many|some|most)\ )[a-z-]++){0,2}?"
    r"[\ -](?:plans?|program(?:me)?s?|campaigns?|projects?|schemes?|drive|push|overhaul|makeover|turnaround|rights\ issue|bonds?"
    rf"|factory|plant|budget|initiative)\b(?!-|\ {RESULT}\b)"
)
"""``despite a £1 billion investment plan``, ``its $50 million advertising campaign``: what is spent, by what for"""
_TO_SPEND = regex.compile(
    r" (?:that )?(?:it|they|the (?:company|group|firm|bank)) (?:(?:plan|expect|intend|aim)(?:s|n?ed)?|will|is|has)\b"
    r"[^.;,$£€]{0,20}\b(?:spend|invest|raise|borrow)(?:ing)?\b"
)
"""``most of the £30 million it plans to spend on restructuring``"""
_SPENT = frozenset({"capex", "buyback", "charge", "dividend", "orders", "backlog", "bookings"})
"""Metrics that a plan may be one of ("a $2 billion capex plan")."""


_OFF_A_SHARE = regex.compile(
    rf",? (?:or )?{ABOUT}[0-9.]++ ?(?:%|per ?cent\b|pct\b),? (?:[a-z]++ ){{0,3}}?(?:to|at) (?:[a-z]++ (?:at )?)?\p{{Sc}}[0-9]"
    r"| to (?:[a-z]++ (?:at )?)?\p{Sc}[0-9]++\.[0-9]{2}\b(?! (?:an?|per) share\b)"
)
"""``Acme lost $1.58, or 2.7 percent, to $56``: what its shares did"""


_AT = (
    r"(?:(?:up|down|higher|lower|firmer|weaker|flat|unchanged|trad(?:ed|ing)|clos(?:ed|ing)|end(?:ed|ing)|finish(?:ed|ing)|opened"
    rf"|settled) at|to (?:end|close|finish|settle|trade) at|(?:recover|rebound)(?:ed|ing) to) {ABOUT}"
)
_QUOTED = regex.compile(
    rf"\b(?:(?P<at>{_AT})|(?:shares?|stock) (?:{MOVED}|lost|added|shed) (?:by )?{ABOUT}"
    rf"|(?:pay|paid|offer(?:ed|ing)?|bid(?:ding)?) {ABOUT}"
    rf"|book value\b[^;$£€]{{3,90}}|times (?:[\w'-]++ ){{0,4}}?(?:profits?|earnings) of {ABOUT})$"
)
"""``2.2 percent higher at $20.29``, ``its stock lost $5.50 to $96.50``, ``would pay $38``: what a share costs or is worth"""
_OF_SHARES = regex.compile(r"(?i)\b(?:shares?|stock|book value)\b")


_TO_A_QUOTE = regex.compile(rf" {_AT}[$£€][0-9.]++(?! ?(?:million|billion|trillion|m|bn)\b)")


_MOVED_BY_NAME = regex.compile(
    r"(?:^|(?<=\b(?:and|while|but) ))(?!(?:It|That|This|They|These|Those|Both|Each|Sales|Net)\b)"
    rf"[A-Z][\w.&'-]*+(?: [A-Z][\w.&'-]*+){{0,3}} {MOVED} {ABOUT}(?P<rate>[0-9.]++)(?:%| per ?cent)(?: to "
    r"\p{Sc}[0-9]{1,4}(?:\.[0-9]{2})?(?![.,]?[0-9]| ?(?:million|billion|trillion|m|bn)\b)"
    r"| after (?:(?:reporting|posting|saying|announcing)\b|(?:it |the (?:[\w-]++ ){1,5}?)"
    r"(?:said|reported|posted|announced|cut|raised)\b))"
)
"""``Acme declined 9.8 percent to $11.02``, ``… after the tools maker reported``: a company that moves so is its shares"""


def is_to_a_quote(sentence: Sentence, reading: Reading) -> bool:
    """Tell how far a share came until it cost so much ("rising more than 5 percent to end at $84.45")."""
    moved = _MOVED_BY_NAME.finditer(sentence.folded, *sentence.span) if reading.metric is None else ()
    if any(found.start("rate") == reading.figure.span.start for found in moved):
        return True
    if reading.metric is not None and is_called(reading.metric, {"eps"}):
        return False
    if _is_of_leading_shares(sentence, reading):
        return True
    behind = _TO_A_QUOTE.match(sentence.folded, reading.figure.extent.end)
    return behind is not None and _OF_SHARES.search(sentence.folded, *sentence.span) is not None


def _is_a_quote(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell what one share costs, is bid for or is worth on paper, in a sentence with a profit in it."""
    figure = reading.figure
    if (
        metric != "eps"
        or reading.role != "actual"
        or figure.scaled
        or (reading.metric is not None and is_called(reading.metric, {"eps"}))
    ):
        return False
    quoted = _QUOTED.search(sentence.folded, max(sentence.span.start, figure.extent.start - _CLOSE), figure.extent.start)
    if quoted is None:
        return False
    of_shares = _OF_SHARES.search(sentence.folded, *sentence.span)
    if (
        of_shares and quoted["at"] and of_shares.start() < figure.extent.end == of_shares.end()
    ):  # "earnings were flat at $1 a share"
        of_shares = _OF_SHARES.search(sentence.folded, figure.extent.end, sentence.span.end)
    return of_shares is not None


_CLOSE = 120
_SHARES_LEAD = regex.compile(r"(?:(?:[A-Z][\w.&'-]*+|its|the) ){0,4}(?:[Ss]hares|[Ss]tock)\b")
_UP_TO = rf"\b(?:up|down|higher|lower) (?:by )?{ABOUT}"
_MOVED_TO = regex.compile(rf"{_UP_TO}[0-9.]++ ?(?:%|per ?cent|pct) (?:to|at) {ABOUT}$")
_MOVED_BY = regex.compile(rf"{_UP_TO}$")
_TO_A_PRICE = regex.compile(
    r" (?:to|at) (?:about )?\p{Sc}?[0-9][0-9,.]*+(?! ?(?:million|billion|trillion|mn|bn|m|%|percent|per cent)\b)"
    r"(?!(?: [a-z]++){1,2}? (?:an?|per) share\b)"
)
_SAYS_OF_IT = re.compile(r"(?: (?:was|were|is|are|had been|came in))? ")


def _is_of_leading_shares(sentence: Sentence, reading: Reading) -> bool:
    """Tell what one came to or moved by, behind shares that open a sentence ("Shares slid, before … to trade down 6% at 9.61")."""
    folded, figure, name = sentence.folded, reading.figure, reading.metric
    if name is None or reading.role not in ("actual", "change") or not _SHARES_LEAD.match(folded, *sentence.span):
        return False
    by_rate = figure.kind == "percent"
    moved = (_MOVED_BY if by_rate else _MOVED_TO).search(folded, sentence.span.start, figure.span.start)
    if moved is None or _SAYS_OF_IT.fullmatch(folded, name.span.end, max(name.span.end, moved.start())):
        return False
    return _TO_A_PRICE.match(folded, figure.extent.end) is not None if by_rate else not (figure.scaled or figure.per_share)


_OF_A_THING = regex.compile(
    rf"(?<=[0-9]-(?:euro|dollar|pound|yen|franc|crown|won|yuan|rupee)) (?!(?:an?|per) |(?:[a-z-]++ ){{0,2}}?(?:{RESULT}"
    r"|dividend|payout|gain|charge|estimate|forecast|consensus|rise|fall|drop|increase|range|target|beat|miss)s?\b)[a-z]"
)
"""``its 1,500-euro leather handbags``"""


def is_a_price(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell the price of a currency, of a company that is bought, of one share that is, or of a plan, and what a share lost."""
    figure = reading.figure
    if (of_a_currency := _OF_A_CURRENCY.match(sentence.folded, figure.extent.end)) or figure.kind != "money":
        return of_a_currency is not None
    if reading.metric is not None and reading.metric.words in LOST and not figure.scaled:
        return _OFF_A_SHARE.match(sentence.folded, figure.extent.end) is not None
    if (
        _is_a_quote(sentence, reading, metric)
        or _is_of_leading_shares(sentence, reading)
        or (metric == "buyback" and not figure.scaled and figure.value < _A_PRICE)
    ):
        return True
    behind = figure.extent.end, sentence.span.end
    if metric not in _SPENT and (_OF_A_PLAN.match(sentence.folded, *behind) or _TO_SPEND.match(sentence.folded, *behind)):
        return True
    if _TO_BE_RAISED.search(sentence.folded, sentence.span.start, figure.extent.start) is not None:
        return True
    return _BOUGHT_FOR.match(sentence.folded, sentence.span.start, figure.extent.start) is not None
