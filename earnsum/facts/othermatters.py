"""
Other matters: names of metrics that measure nothing of the company's here.

An impact on sales, cash that is paid, a stock market's turnover, a loss from a stake, what a customer or a merger would make.
"""

from __future__ import annotations

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import EARNED
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.terms import ITS

_IMPACT = regex.compile(r"\b(?:impact|effect)(?: of [^.,;]{3,60}?)? (?:on|to|in) (?:[\w'.&-]++ ){0,3}$")
"""What leads from a name to another matter: "the impact of the deal on Acme's sales"."""
_MEASURE_OF = regex.compile(
    r", (?:an?|the|one) (?:[a-z-]++ ){0,3}(?:measure|gauge|indicator|barometer|yardstick|proxy|driver|predictor|sign) (?:of|for) "
    r"(?:[a-z-]++ ){0,3}$"
)
"""``Premiums written, a key measure of revenue growth, rose``: what something else is a sign of"""
_PAID = regex.compile(
    r"(?i)\b(?:pay|pays|paid|paying|burn(?:s|t|ed|ing)?|buy|buys|buying|bought|acquir(?:e[sd]?|ing)|purchas(?:e[sd]?|ing)|sell(?:s|ing)?"
    r"|consideration|transaction|takeover|offer(?:ed)?)\b|\b(?:a|per) share $"
)
"""Words by which cash is a price, not what a company has."""
_TOGETHER_WOULD_HAVE = regex.compile(r"(?i)\bwould have (?:(?:an?|annual|combined|total|joint) )*$")
"""What leads to the figures of a company that is not there yet: "the two would have annual sales of $32bn"."""
_MAY_REACH = regex.compile(
    r"(?i)\b(?:potential\ to|(?:could|might|may)\ (?:one\ day|eventually|ultimately|well))\ "
    r"(?:reach|generate|bring\ in|top|hit|exceed|be\ worth)\ [^,;]{0,40}$"
)
"""``with the potential to reach $5 billion in annual revenue``"""
_IDLY = regex.compile(
    r"(?:\b(?:could|may|might)(?: [a-z]++)?|(?<![^\n])(?:[A-Z][\w&.'-]*+ ){1,3}[\"'‘]?[Tt]o)"
    rf" (?i:lose|earn|make)(?: out on)? (?:an? )?{ABOUT}$"
)
"""``The strike could lose it $2bn``, ``Acme to lose $2bn from a recall``, in a title: what nobody has earned"""
_DISCONTINUED = re.compile(r"(?i)\s?(?:from|of|in|on) discontinued (?:operations|businesses|activities)\b")
_ON_A_STAKE = re.compile(
    rf" (?:from|in|on) (?:{ITS}|an?) (?:[\w&.-]++ ){{0,4}}?(?:joint[ -]venture|stake|investment)\b"
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


_MADE_IN = regex.compile(
    r" in (?!(?:profits?|income|earnings|cash|sales|revenues?|net|early|late|each|all|both|just|under"
    r"|about|less|more|total|only)\b)"
    r"[a-z]{4,}(?: [a-z-]+)? (?:with|on|to|through|via|by|using)\b"
)
"""``made $2.5 billion in payments with its cards``: of no profit"""
_MADE_SOMETHING = re.compile(r" (?!an? total of )[a-z\"][^0-9]*?(?:,| of )[^0-9]*")
"""``made payments of $5 million``, ``had made errors, among them handing out $5 million``"""
_MADE_ON = regex.compile(
    r" (?:on|from|by|off) (?:selling |the sale of |sales? of )?(?:its |the |those |such )?(?:[a-z-]++ ){0,2}?"
    r"(?:credits|investments?|deals?|trades|bets?|fees|licens(?:es|ing)|royalties)\b"
)
"""``made $279 million on credits``: what one thing brought"""


_MADE_LOANS = re.compile(
    r" (?:of|in|worth of) (?:[a-z-]+ ){0,3}?"
    r"(?:loans?|mortgages?|advances|acquisitions|contributions|investments|payments|donations)\b"
)
"""``made $112 billion of home loans``"""


_LOST = frozenset({"lose", "loses", "losing", "lost", "loss", "losses"})
_LOST_PEOPLE = re.compile(
    r" (?:of )?(?:[a-z-]+ ){0,4}?(?:customers|subscribers|users|members|clients|viewers|passengers|accounts|shoppers|listeners"
    r"|readers)\b"
)
"""``continues to lose video customers, dropping 240,000``: who left, and no money"""


def is_of_another_matter(sentence: Sentence, reading: Reading, name: Cue) -> bool:
    """Tell a name that measures nothing here: in an impact on it, cash that is paid, what a stock market turned over."""
    start, folded = sentence.span.start, sentence.folded
    left = name.words in _LOST and _LOST_PEOPLE.match(folded, name.span.end)
    of_sign = reading.figure.extent.start > name.span.end and _MEASURE_OF.search(folded, start, name.span.start)
    idly = reading.role != "estimate" and _IDLY.search(folded, start, reading.figure.extent.start)
    if left or of_sign or idly or (reading.role == "actual" and _MAY_REACH.search(folded, start, name.span.start)):
        return True
    if name.words == "in cash":
        return _PAID.search(folded, start, name.span.start) is not None
    of_market = name.words == "turnover" and _INDEX.search(folded, *sentence.span) is not None
    if of_market or (_SOMEBODY if name.words in EARNED else _TOGETHER_WOULD_HAVE).search(folded, start, name.span.start):
        return True
    end = reading.figure.extent.end
    generic = name.entry is not None and name.entry.generic
    if _DISCONTINUED.match(folded, name.span.end) or (generic and _ON_A_STAKE.match(folded, end)):
        return True
    if name.words in EARNED:
        made = name.words == "made" and reading.role not in {"estimate", "prior"}
        something = made and _MADE_SOMETHING.fullmatch(folded, name.span.end, reading.figure.span.start)
        ends = [end, *(figure.extent.end for at, figure in sentence.levels if at == reading.metric_at)]
        if something or any(where.match(folded, told) for where in (_MADE_IN, _MADE_ON, _MADE_LOANS) for told in ends):
            return True
    before = folded[max(start, name.span.start - _FAR) : name.span.start].lower()
    return ("impact" in before or "effect" in before) and _IMPACT.search(before) is not None
