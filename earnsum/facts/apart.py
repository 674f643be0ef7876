"""
Apart: sums of money beside a metric's name that are no level of it for a period.

What something added to it, what was deferred or slipped away, what one of many things sold brought, and what years made together.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import COSTS, EARNED
from earnsum.grammar.read import Reading
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.moves import MOVE
from earnsum.text.sums import SUM
from earnsum.text.terms import ITS, OUTLOOK, POSTED, RESULT, SALES

_RESULT = rf"(?:[a-z-]++ ){{0,3}}?{RESULT}\b"

_SOMETHING_ADDED = regex.compile(
    rf"(?<!\bwould\ have\ )\badd(?:ed|s|ing)\ {ABOUT}$"
    rf"|\badd(?:ed|s|ing)\ {ABOUT}{SUM}\ to\ (?:its\ |the\ )?[a-z ]{{3,30}},?\ and\ {ABOUT}$"
)
_TO_A_RESULT = re.compile(rf" (?:to|in|of) (?:its |the |our |net |group |overall |quarterly )*{_RESULT}")
"""``higher prices added $80 million in earnings``, ``added $41 million to sales and $27 million to operating income``"""

_NOT_MADE = regex.compile(
    r"\bwill (?:also )?include an? (?:[a-z-]++ )?$"
    rf"|\b(?:defer(?:red|s|ring)?|miss(?:ed|es|ing)? out on|los(?:t|es|ing) out on|forgo(?:ne|es|ing)?|forwent) {ABOUT}$"
)
"""``it deferred $164 million in revenue``, ``missed out on $15 million in profit``"""
_IN_SALES = re.compile(rf" (?:in|of|worth of) (?:[a-z-]+ )?(?:{SALES}|business)\b")
_WAS_LOST = regex.compile(
    r"\b(?:los(?:t|e|es|ing)|forfeit(?:ed|s|ing)?) (?:(?:an?|estimated|total|combined|of|some|as much as|up to|out on) )*"
    rf"{ABOUT}$"
)
"""``lost a total of $16 billion in revenue``: sales that were not made"""
_NOT_ALL = re.compile(
    r" (?:in|of|worth of) (?:additional|extra|incremental|foregone|forgone|missed|deferred|unearned|lost)"
    rf" (?:[a-z-]+ )?(?:{RESULT}|business)\b"
)
"""``$15 million in additional profits``"""

_USED = regex.compile(
    r"\b(?:(?:to|would|will|could|has|had|have|it|they|and|also) (?:raised?|invest(?:ed)?|inject(?:ed)?|borrow(?:ed)?|repa(?:y|id))"
    rf"|(?P<sold>sell|sold)|buy|bought|spend|spent|pay|paid|lend|lent) (?:(?:up to|as much as|another|some) )*{ABOUT}$"
)
"""``posted a loss and said it would raise $12 billion``: what is done with money, in another clause than a profit's"""

_OF_ONE = re.compile(
    r" (?:on|for|from|per) (?:(?:each|every) )?(?:of its )?"
    r"(?:cars?|vehicles?|trucks?|homes?|house|apartments?|room|ton(?:ne)?|barrel|ounce|gallon|bushel|passenger|seat|customer|subscriber"
    r"|user|member|employee|worker|unit|device|phone|handset|order|transaction|store|loan|policy)\b(?! (?:sales|revenue|loans?))"
)
_EACH = re.compile(r" (?:on|for|from) (?:each|every)\b| (?:an?|per) (?:car|vehicle|home|ton(?:ne)?|barrel|ounce)\b")
"""``lost $1,858 on each car``, ``incentives of $32,800 per home``"""
_A_TAG = regex.compile(
    r"\b(?:price tags?|prices?|priced|costing|incomes|households|worth|a wage|salary|salaries)"
    rf" (?:of|at|above|below|over|under|from|between)? ?{ABOUT}$"
)
"""``rings with a price tag above $50,000``"""

_OF_PERIODS = re.compile(
    r" (?:(?:over|in|during|for|across|spread over) (?:the )?(?:past|last|previous|prior|preceding) "
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|few|[2-9]|1[0-9]) "
    r"(?:straight |consecutive )?(?:quarters|years|halves)"
    r"|from (?:19|20)[0-9]{2} (?:through|to|until) (?:19|20)?[0-9]{2}"
    r"|(?:for|in) (?:two|three|four|five|six|seven|eight|nine|ten|several|[2-9]|1[0-9]) (?:(?:straight|consecutive|successive) "
    r"(?:quarters|years|halves)|(?:quarters|years|halves) (?:running|in a row)))\b"
)
"""``losses exceeding $18 billion over the past three quarters``, ``totaled $30 billion from 2006 through 2008``"""

_FROM_OLD = regex.compile(
    r"\b(?:earlier|previous|prior|initial|original|old) (?:[a-z-]++ ){0,3}?"
    rf"(?:{OUTLOOK}|range|estimate|view)s?"
    rf" (?:of|for) {ABOUT}$"
    rf"|\b(?:above|over) (?:fiscal )?(?:19|20)[0-9]{{2}}(?:'s)? (?:[a-z-]++ ){{0,3}}?{RESULT} of {ABOUT}$"
)
"""``above an earlier revenue range of $8.8 billion to $9 billion``"""
_RANGED = regex.compile(
    rf"\b(?:{OUTLOOK}|estimates)\ (?:that\ )?rang(?:ed|ing|es?)\ (?:from|between)\ "
    rf"(?:[^;]{{3,60}},\ (?:on|with)\ (?:[a-z]++\ )?{SALES}\ of\ )?$"
)
"""``with estimates ranging from $2 to $2.20``"""

_SHARE_OF = regex.compile(
    rf"(?:[0-9] ?(?:%|per ?cent|pct)|\b(?:[Hh]alf|thirds?|quarters?|fifths?|tenth)) of [^,;$£€]{{3,50}}, (?:or )?{ABOUT}$"
    rf"|\b[Oo]f (?:that|this|(?:{ITS}|that|all) [^,;$£€]{{3,40}}), [^,;$£€]{{2,50}} "
    rf"(?:accounted for|contributed|generated) {ABOUT}$"
)
"""``About 12 percent of its revenue, or $68 million, came from credits``"""

_ONE_OF_SOME = regex.compile(
    r"\bfor (?:combined|joint) (?:[a-z-]++ ){0,2}$"
    r"|\b[Tt](?:hose|hese|he) (?:two|three|four|five|other|remaining) (?:[a-z-]++ ){0,2}?"
    r"(?:business(?:es)?|units|divisions|segments|brands|drugs|products|arms|chains|regions|medicines|lines)"
    rf" (?:together |also )?(?:{POSTED}|had|brought in|produced|contributed) [^,;$£€]{{0,50}}$"
)
"""``jumped 18 and 17 percent, for combined sales of``, ``those two businesses had losses of``"""

_OF_LOSSES = re.compile(
    r" (?:in|of) (?:(?:[a-z-]+ ){0,3}losses "
    r"(?:(?:and|or) (?:write-?(?:downs?|offs?)|charges|provisions|reserves|impairments|costs|expenses)"
    r"|(?:tied|related|linked) to|(?:stemming|arising|resulting) from)"
    r"|(?:[a-z-]+ )?(?:securities|private[ -]equity|real[ -]estate|mortgage|subprime|credit|loan|trading|investment|catastrophe"
    r"|hedging|currency|derivatives?|unrealized|paper|mark-to-market) losses)\b"
)
"""``suffered $53 million of securities losses``, ``$800 million of losses and write-downs``"""

_OF_SOMEBODY = re.compile(rf" share (?:of|in) (?:[\w.&'-]+ ){{0,4}}?{RESULT}\b")
"""``our £32 million share of the venture's losses``"""
_OF_WHAT_WAS_DONE = re.compile(
    r" (?:worth )?(?:of|in) (?:[a-z-]+ ){0,2}?(?:cuts?|savings?|reductions?|investments?|acquisitions?|loans?|(?:re)?payments?"
    r"|purchases|disposals|deals|adjustments|donations|contributions|changes|redundancies|improvements)\b"
)
"""``made $2.6 billion of cost cuts``: and no profit"""

_ONE_TIME = re.compile(
    r" (?!(?:includ|reflect|benefit|contain|help|boost|lift|was|were|had|on|after|with|from|due|as|and|in|to|by)[a-z]*+ )"
    r"(?:[a-z-]+,? ){0,2}?(?:one-?(?:time|off)|special|extraordinary|exceptional|non-?recurring|accounting|tax|pre-?tax|after-tax"
    r"|non-?cash|paper|unrealized)(?: [a-z-]+)? (?:gains?|benefits?|credits?|windfall)\b"
)
"""``helped by a $20 million one-time gain``"""


_A_MOVE = re.compile(
    rf"[ -](?:[a-z-]+ ){{0,4}}?(?:(?:{MOVE}|deterioration|swing)(?= (?:in|from|due|related|at|for|of)\b|[.,;]|$)"
    r"|(?:impact|effect|headwind|tailwind|drag|boost|benefit)\b)"
)
_ONE_OF = regex.compile(rf"\b(?:an?|another|the|its) {ABOUT}$")
"""``on a $5 million increase in pump sales``, ``and a $0.3 million favorable currency impact``: what moved it, and by how much"""


_PER_ONE = re.compile(
    r" per (?!cent\b|annum\b|(?:[\w-]+ )*(?:shares?|units?|ad[rs]s?|securit(?:y|ies)|year|quarter|month|half)\b)[a-z]"
)
"""``earnings per pub``, ``ebitda per tonne``"""


_A_MOMENT = re.compile(r" (?:an?|per|each|every) (?:second|minute|hour)\b")
"""``had earned $105 a second``"""


def is_of_each(sentence: Sentence, reading: Reading) -> bool:
    """Tell a metric that its name is of one of many things, and what was made in a moment."""
    if _A_MOMENT.match(sentence.folded, reading.figure.extent.end) is not None:
        return True
    return reading.metric is not None and _PER_ONE.match(sentence.folded, reading.metric.span.end) is not None


_SUMS = frozenset({"revenue", "net_income", "operating_income", "pretax_income", "ebitda"})
_LOOK_BACK = 140
_OF_SHARES = frozenset({"eps", "dividend", "ffo"})
"""Metrics of a share, which may be of one thing more than small sums."""


def is_apart(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a sum of money that what stands around it makes no level of the metric beside it."""
    figure = reading.figure
    if figure.kind != "money" or metric in COSTS or reading.role not in ("actual", "prior", "guide"):
        return False
    folded, (start, end) = sentence.folded, sentence.span
    at, behind = figure.extent
    used = None if metric not in _SUMS or reading.metric is None else _USED.search(folded, reading.metric.span.end, at)
    if used or reading.role == "guide":
        return used is not None and not (used["sold"] and metric == "revenue")
    near = max(start, at - _LOOK_BACK)
    of_what = (_OF_WHAT_WAS_DONE,) if reading.metric is not None and reading.metric.words in EARNED else ()
    if any(said.match(folded, behind, end) for said in (_NOT_ALL, _OF_PERIODS, _OF_LOSSES, _ONE_TIME, _OF_SOMEBODY, *of_what)):
        return True
    moved = _A_MOVE.match(folded, behind, end) and _ONE_OF.search(folded, near, at)
    lost = _IN_SALES.match(folded, behind, end) and _WAS_LOST.search(folded, near, at)
    if moved or lost or any(said.search(folded, near, at) for said in (_NOT_MADE, _FROM_OLD, _RANGED, _SHARE_OF)):
        return True
    if _TO_A_RESULT.match(folded, behind, end) and _SOMETHING_ADDED.search(folded, near, at):
        return True
    of_one = not figure.scaled and (_OF_ONE.match(folded, behind) or _EACH.match(folded, behind) or _A_TAG.search(folded, near, at))
    return metric not in _OF_SHARES and (bool(of_one) or _is_of_some(sentence, reading))


_FROM_SOME = regex.compile(
    r" from (?!(?:continuing|continued|discontinued|operations?|operating|ordinary|core|recurring|ongoing|normal"
    r"|principal|main|primary|an?|about|around|just|only|nearly|almost|under|over|more|less|roughly|approximately|last|this|that|these|those|what|which"
    r"|early|late|year|all|both|total|customers?|clients|contracts?|external|sales|revenues?|business|consolidated|underlying|being"
    r"|comparable|existing|minus|zero|break-?even|negative|positive|profits?|loss(?:es)?|net|the|its (?:own )?(?:continuing"
    r"|core|operations|ordinary|main|business))\b)"
    r"(?:its |their )?(?:[a-z][\w'-]*+ ){1,5}$"
)
"""``Profit from corporate lending rose``: of a part, though nothing names one"""


def is_from_some(sentence: Sentence, reading: Reading, metric: str | None) -> bool:
    """Tell a metric of what stands behind "from", which no rule can name."""
    name, at = reading.metric, reading.metric_at
    if metric not in _SUMS or name is None or at is None or reading.part or name.span.end >= reading.figure.extent.start:
        return False
    if not sentence.folded.startswith(" from ", name.span.end) or at + 1 >= len(sentence.tokens):
        return False
    verb = next((token for token in sentence.tokens[at + 1 :] if token.tag in "UDot"), None)
    if verb is None or verb.start >= reading.figure.extent.start:
        return False
    return _FROM_SOME.fullmatch(sentence.folded, name.span.end, verb.start) is not None and sentence.scope_of(at) is None


def _is_of_some(sentence: Sentence, reading: Reading) -> bool:
    """Tell what some parts made together."""
    name = reading.metric
    if name is None or name.span.start > reading.figure.extent.start:
        return _ONE_OF_SOME.search(sentence.folded, sentence.span.start, reading.figure.extent.start) is not None
    return any(
        _ONE_OF_SOME.search(sentence.folded, sentence.span.start, at) for at in (name.span.start, reading.figure.extent.start)
    )


_WHICH_WILL = regex.compile(
    r" (?:on|with|amid|despite|from) (?:[a-z-]++ ){1,3}?(?:that|which) (?:are|is|will|would|should|may|could)(?: [a-z-]++){0,4} $"
)
"""``It sees sales up 6%, on capacity that would be 4% lower``"""


def is_of_a_clause(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell a figure of what a clause behind the outlook of a metric is about."""
    told = any(r.role == "guide" and r.metric_at == reading.metric_at for r in beside[: beside.index(reading)])
    return told and _WHICH_WILL.search(sentence.folded, sentence.span.start, reading.figure.span.start) is not None
