"""
Losses on one thing: what an event, a bad loan or a bet cost, which is not what a period lost.

"The strike caused losses of $3 million", "losses of $3 million on bad loans", "unrealized losses".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.sentence import Sentence
from earnsum.grammar.metrics import LOST
from earnsum.grammar.read import Reading
from earnsum.patterns import ABOUT, regex
from earnsum.text.terms import SALES

_CAUSED = regex.compile(
    r"\b(?:caus(?:es?|ed|ing) (?:it |the company )?(?:an? )?(?:(?!net\b)[a-z-]++ ){0,2}(?:(?<=\bdaily )net )?loss(?:es)?"
    r"|(?:investment|credit|loan|catastrophe|hedging|underwriting|currency|exchange|securities|trading|private[ -]equity|venture"
    r"|mark-to-market|translation|unrealized|paper|abnormal|exceptional|extraordinary) loss(?:es)?"
    r"|(?i:included) in [^,;$£€]{3,60} (?:was|were) (?:an? )?(?:[a-z-]++ ){0,2}loss(?:es)?)"
    rf" (?:of|in excess of|worth|totall?ing) {ABOUT}$"
)
"""``The strike caused losses of $3 million``, ``trading losses of $3 million``: of an event or a business, and not of a period"""
_EVENT = (
    r"(?:the |its |an? )?(?:[\w-]++ ){0,3}?(?:virus|flu|epidemic|pandemic|outbreak|fires?|blaze|floods?|flooding"
    r"|storms?|hurricanes?|typhoons?|earthquakes?|strikes?|walkout|outages?|shutdowns?|fraud|theft|recalls?)"
)
"""What happens to a company, and costs it so much"""
_ON_SOMETHING = regex.compile(
    r"(?: (?:after|before) tax(?:es)?)?(?:,? or \$?[0-9.]+ (?:cents )?(?:a|per) share,?)?"
    r" (?:(?:related|relating|tied|linked) to|(?:connected|associated) with|(?:stemming|arising|resulting) from"
    rf"|(?:from|to) {_EVENT}"
    r"|(?:on|from|for) (?:its own |the |its |an? )?(?:[a-z-]++ ){0,2}?(?:sale of|disposals?|loans?|mortgages?|invest(?:ing|ments?)"
    r"|securities|derivatives?|hedg\w++|bets?|trad(?:es|ing)|debt|extinguishment|assets|swaps?|contracts?|holdings?"
    r"|stock (?:portfolio|holdings)|stocks|equities|bonds|settlements?|discontinued|exit|closures?|closing|withdrawal))\b"
    r"(?! (?:loss|charge|write|provision|impairment))"
)
"""``a loss of $3 million related to its exit from Asia``, ``losses of $3 million on bad loans``: a part of what was lost"""
_LOST_ON = regex.compile(
    r" on (?:its own |the |its |an? )?(?:[a-z-]++ ){0,2}?(?:mortgages?|loans?|bets?|trad(?:es|ing)|derivatives?|securities|bonds"
    r"|swaps?|stocks|equities|investments|holdings|contracts?|hedg\w++|stakes?|(?:fair |market )?values? of)\b"
    r"(?! (?:loss|charge|write|provision|impairment))"
    rf"| (?:from|to) {_EVENT}\b"
)
"""``lost $13 million on risky mortgages``, ``lost $10 million from the flu``"""
_KIND = (
    r"(?:securities|[Cc]redit|[Ll]oan|[Ll]ease|[Mm]ortgage|[Uu]nreali[sz]ed|[Pp]aper|mark-to-market|[Ii]nsured"
    r"|[Pp]rivate[ -]equity|[Dd]erivatives?|possible|maximum|daily|[Aa]ccounting|[Cc]urrency|[Ee]xchange|[Tt]ransaction"
    r"|[Tt]ranslation|[Cc]atastrophe|[Hh]urricane)"
)
_OF_A_KIND = regex.compile(rf"\b{_KIND}(?: (?:and [a-z]++|after-tax|pre-tax|pretax|net))? $")
"""``loan and lease losses rose``, ``a private equity loss``, ``unrealized after-tax losses``: what one thing lost"""
_LOSSES_ON = regex.compile(
    r" (?:of|in|worth of) (?:(?:cumulative|combined|total|net|[a-z]++-related) )?losses"
    rf"(?: (?:on|across|around|among|tied to|related to|since)\b(?! {SALES}\b)|,? and (?:finally )?[a-z]+ing\b)"
)
"""``some $200 billion of losses around the globe``, ``$2 billion of net losses on bad loans``"""
_LOST_OF = regex.compile(r" (?:in|of|from) (?:its |their |stock )?(?:market|a single|one|any (?:one|single))\b(?! segment)")
"""``lost $15 billion in market value``, ``prepared to lose $6 billion from a single storm``"""
_OF_A_PERIOD = ("net ", "quarterly ", "quarter ", "annual ", "year ", "half ", "operating ", "pretax ", "pre-tax ", "adjusted ")
"""What a loss of a period is called, which may also be said to be related to something."""


_LOSSES = frozenset({"loss", "losses", "net loss", "net losses"})


def is_of_a_kind(sentence: Sentence, reading: Reading) -> bool:
    """Tell losses of one kind, on loans, on paper or at most, whatever is told of them."""
    name = reading.metric
    if name is None or name.words not in _LOSSES:
        return False
    return _OF_A_KIND.search(sentence.folded, sentence.span.start, name.span.start) is not None


def is_caused(sentence: Sentence, reading: Reading, metric: str | None, beside: Sequence[Reading]) -> bool:
    """Tell a loss that an event caused, or that was made on one thing, and what such a one was the year before."""
    start, figure, name = sentence.span.start, reading.figure, reading.metric
    if metric not in ("net_income", "eps") or name is None or reading.role not in ("actual", "prior"):
        return False
    told = [other for other in beside if other.role == "actual" and other.at < reading.at] if reading.role == "prior" else []
    of_a_kind = any(is_of_a_kind(sentence, one) for one in (reading, *told[-1:]))
    if of_a_kind or _CAUSED.search(sentence.folded, start, figure.span.start) is not None:
        return True
    if name.words in LOST and metric == "net_income" and _LOST_ON.match(sentence.folded, figure.extent.end):
        return True
    one_thing = _LOST_OF if name.words in LOST else _LOSSES_ON
    if one_thing.match(sentence.folded, figure.extent.end):
        return True
    if name.words not in ("loss", "losses", "net losses") or sentence.folded.endswith(_OF_A_PERIOD, start, name.span.start):
        return False
    end = max(name.span.end, figure.extent.end)
    return _ON_SOMETHING.match(sentence.folded, end + (metric == "eps" and sentence.folded.startswith(",", end))) is not None
