"""Change kinds: what a change is reckoned from, as the words of its own part of the sentence say."""

from __future__ import annotations

from earnsum.facts.qualifiers_abroad import find_kind_abroad
from earnsum.facts.sentence import Sentence
from earnsum.grammar.attach import ON_THE_YEAR
from earnsum.grammar.read import Reading
from earnsum.lexicon import METRIC_TAG
from earnsum.model import ChangeKind, Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.kinds import MONTHS
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import Quantity
from earnsum.text.moves import MOVE
from earnsum.text.sums import SUM
from earnsum.text.terms import SALES

_KINDS: tuple[tuple[ChangeKind, regex.Pattern[str]], ...] = (
    (
        "constant_currency",
        regex.compile(
            r"(?i)(?:constant|comparable|unchanged)[- ](?:currenc(?:y|ies)|(?:foreign )?exchange rates|fx)"
            r"|currency[- ](?:neutral|adjusted)|at constant rates|\blocal[- ]currenc(?:y|ies)|(?-i:\bC(?:C|ER)\b)"
            r"|adjusted for (?:currency|exchange)"
            r"|(?:excluding|stripping out|before|without) (?:the )?(?:(?:effects?|impact) of )?(?:foreign )?(?:currency|exchange)"
        ),
    ),
    ("organic", regex.compile(r"(?i)\b(?:organic(?:ally)?|internal)\b")),
    (
        "like_for_like",
        regex.compile(rf"(?i)\blike[- ]for[- ]like\b|\bon an? (?:comparable|same[- ]store) basis\b|\bcomparable (?:net )?{SALES}"),
    ),
)


def find_change_kind(folded: str, start: int, end: int) -> ChangeKind | None:
    """Return how a change is reckoned, from the words between `start` and `end`."""
    return next((kind for kind, pattern in _KINDS if pattern.search(folded, max(0, start), end)), None)


_ON_QUARTER = re.compile(
    r"(?i)(?:[*-] )?"
    r"(?:on (?:(?:an?|the) )?(?:sequential|quarterly|(?:quarter-on-|linked[- ]|on-)quarter|q-o-q|qoq)(?: \(q-?o-?q\))? basis"
    r"|sequentially|q-o-q|qoq|q/q|quarter[- ]o(?:n|ver)[- ]quarter"
    r"|on-quarter|(?:(?:as )?compared (?:to|with)|from) (?:the|a) (?:previous|prior|preceding|first|second|third|fourth) quarter"
    r"(?! of\b)),? "
)


_THEN_ON_QUARTER = re.compile(r"(?:;|,|\band|\bbut|\bwhile) (?:sequentially|on (?:an?|the) (?:sequential|quarterly) basis),? ")
"""``…, and sequentially sales rose 3% and profit 5%``"""


_SEQUENTIAL_BOTH = regex.compile(
    rf"\bsequential(?:ly)? (?:[a-zA-Z]++ ){{1,3}}and (?:[a-zA-Z]++ ){{1,3}}?{MOVE} of [^;]*$"
    rf"|\bsequential {MOVE} (?:of|in) [^,;]*\band [^,;]*$"
)
"""``sequential revenue and Ebit growth of 5% and 4%, respectively``, ``a sequential rise of 5% in sales and 4% in profit``"""


def _is_on_quarter(folded: str, sentence: Span, at: int) -> bool:
    """Tell a sentence that sets its figures, or those from a clause on, against the quarter before ("On a quarterly basis, …")."""
    if _ON_QUARTER.match(folded, *sentence) is not None:
        return True
    return "sequential" in Span(sentence.start, at).of(folded) and (
        _THEN_ON_QUARTER.search(folded, sentence.start, at) is not None
        or _SEQUENTIAL_BOTH.search(folded, sentence.start, at) is not None
    )


_FROM_QUARTER = regex.compile(
    rf"(?: (?:to|at) {SUM})?(?: {MOVE}(?: in (?:[a-z-]++ ){{0,2}}?[a-z-]++)?)?"
    r" (?:from|over|since|versus|compared (?:with|to)) (?:the |its )?"
    r"(?:(?:first|second|third|fourth|prior|previous|last) (?:fiscal )?quarter|(?i:q[1-4])\b(?!\ ?'?[0-9])"
    r"|(?:year[- ]end|(?:start|beginning|turn|end) of (?:the|last) (?:year|quarter))"
    rf"|(?i:march|june|september|december|sept\.?|dec\.?) 3[01]|(?i:{'|'.join(MONTHS)})(?:'s(?= [A-Z]{{0,3}}[$€£₹0-9]))?)"
    r"(?! [0-9]|'s| of| a year| last| (?:for|in) last|,? (?:in )?(?:19|20|FY|fiscal)[ 0-9])"
)
"""``up 8% from the first quarter``, ``up 1.1% from June 30``, ``up 2% from August``"""


_QUARTERLY_MOVE = regex.compile(
    r"(?i)(?<!\byear )\b(?:sequential|quarterly|monthly|(?:on-|linked[- ])quarter"
    rf"|(?:quarter|month)[- ]o(?:n|ver)[- ](?:quarter|month)|q-?o-?q|q/q) (?:[a-z]++ )?{MOVE} of {ABOUT}$"
)
"""``a quarterly increase of 31 percent and an annual one of 54 percent``"""
_YEARLY_MOVE = regex.compile(r"Y_?[UD]y?$")
_GREW_FASTER = re.compile(
    r",? (?:(?:an?|the) )?(?:[a-z-]+ ){0,2}?(?:(?:ac|de)celerat(?:ion|ing)|slow(?:down|er|ing)|pick-?up|improvement|faster|quicker"
    r"|better|worse|weaker|stronger|steeper) (?:from|than|over|on|with|to)(?: in)? "
)
"""``rose 9 percent, a deceleration from the third quarter``: the rates are compared, and not what they lead to"""


def change_kind_of(sentence: Sentence, reading: Reading) -> ChangeKind | None:
    """Return how a change is reckoned: from its own part of the sentence, up to the figures beside it."""
    rates = _GREW_FASTER.match(sentence.folded, reading.figure.extent.end) is not None
    if not rates and (
        reading.sequential
        or _FROM_QUARTER.match(sentence.folded, reading.figure.extent.end)
        or _QUARTERLY_MOVE.search(sentence.folded, sentence.span.start, reading.figure.span.start)
    ):
        return "sequential"
    on_year = ON_THE_YEAR.match(sentence.tags, reading.at + 1) or _YEARLY_MOVE.search(sentence.tags, 0, reading.at)
    if not on_year and _is_on_quarter(sentence.folded, sentence.span, reading.figure.span.start):
        return "sequential"
    others = [t for t in sentence.tokens if isinstance(t.mark, Quantity)]
    here = reading.figure.span
    start = max((t.end for t in others if t.end <= here.start), default=sentence.span.start)
    links = [t.start for t in sentence.tokens[max(0, reading.at - 2) : reading.at] if t.tag in "&|" and t.start >= start]
    if start > sentence.span.start and links:
        start = links[0]  # "12% at constant rates, and 9% as reported"
    others += [t for at, t in enumerate(sentence.tokens) if t.tag == METRIC_TAG and sentence.tags[at - 1 : at] in ("&", "u")]
    end = min((t.start for t in others if t.start >= here.end), default=sentence.span.end)  # "up 8%, and like-for-like sales 2%"
    if sentence.language != ENGLISH:
        return find_kind_abroad(sentence.folded, sentence.language, Span(start, here.start), Span(here.end, end))
    return find_change_kind(sentence.folded, start, end)
