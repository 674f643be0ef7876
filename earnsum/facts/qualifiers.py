"""
Qualifiers: what the words around a figure add to it.

On which basis it is reckoned, per basic or diluted share, whose estimate it is and of how many analysts, what an outlook was
before.  Each is a small question to the tokens or letters near the figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.thenornow import OF_AN_OUTLOOK
from earnsum.grammar.inorder import in_bases
from earnsum.grammar.tokens import OTHER_TAG, Cue, Token, first_word, is_called
from earnsum.model import Basis, Shares, Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.reported import is_foreseen
from earnsum.text.marks import PeriodMark
from earnsum.text.sums import SUM
from earnsum.text.terms import OUTLOOK, RESULT, REVISES, SALES

_TRAILING = re.compile(r"(?:(?<=\$),?\|_?s)?[,_|(K]{0,3}(?:n_?,)?(?P<b>B)(?!_?M)")
"""``$1.30 a share, excluding items``: a basis behind its figure, and what that is a share, unless the next metric's."""

_WHEN_TRAILING = re.compile(r",?(?P<when>/)(?P<b>B)(?=[,;)]|$)")
_WHEN = frozenset({"when", "once", "after"})
"""``$1.30 a share, when excluding certain items``"""

_BEHIND = re.compile(r",?(?P<b>B),?[oUDn_ty]{0,4}(?:%[_toY]{0,3})?[s$]")

_LEADING = re.compile(r"^[_uK(]{0,2}(?P<b>B)[_,oBK]")
"""``Excluding items, it earned …``"""
_APART = regex.compile(r"[_uK]{0,2}B,(?![_B]?M)")
"""``Adjusted, it earned $5 million, or 9 cents a share``: said of all that follows."""


def basis_of(token: Token) -> Basis | None:
    """Return the basis that a token names."""
    if token.tag != "B" or not isinstance(token.mark, Cue) or token.mark.entry is None:
        return None
    return "gaap" if token.mark.entry.name == "gaap" else "adjusted"


_ADJUSTED_WORD = re.compile(r"\b(?:ajustad|ajusté|sous jacent|net récurrent|neto recurrente)")
"""``bénéfice net ajusté part du groupe``, ``beneficio por acción ajustado``: a name abroad that says so itself"""


def find_basis(tokens: Sequence[Token], tags: str, at: int, metric_at: int | None) -> Basis | None:
    """Return the basis said of the figure at token `at`: in turn with that of another, or by the words around it."""
    if pair := in_bases(tokens, tags).get(at):
        return basis_of(tokens[pair[1]]) or "gaap"
    return _basis_around(tokens, tags, at, metric_at)


def _basis_around(tokens: Sequence[Token], tags: str, at: int, metric_at: int | None) -> Basis | None:
    """
    Return the basis that words around a figure say.

    Nearest first: between the figure before and this one or its metric; right behind it; right before its metric; at the
    head of the sentence.
    """
    before = next((i for i in range(at - 1, -1, -1) if tags[i] in "s$%#dp;"), -1)
    start = before + 1
    if (
        before >= 0
        and tags[before] != ";"
        and (trailing := _TRAILING.match(tags, before + 1))
        and tags[trailing.end() : trailing.end() + 1] in ("", ",", "&")
    ):
        start = trailing.end()
    for near in range(max(at, metric_at or 0), start - 1, -1):
        if tags[near] == "B" and (basis := basis_of(tokens[near])) and not _is_of_trade(tokens, near, metric_at):
            return basis
    if trailing := _TRAILING.match(tags, max(at, metric_at or 0) + 1):
        return basis_of(tokens[trailing.start("b")])
    when = _WHEN_TRAILING.match(tags, max(at, metric_at or 0) + 1)
    if when is not None and first_word(tokens[when.start("when")]) in _WHEN:
        return basis_of(tokens[when.start("b")])
    if metric_at is not None and tags[max(0, metric_at - 2) : metric_at] == "M(":  # "adjusted operating profit (EBIT)"
        metric_at -= 2
    if metric_at is not None and metric_at < start and (basis := _before_metric(tokens, tags, metric_at)):
        return basis
    if (leading := _LEADING.match(tags)) and (_APART.match(tags) or _is_phrase(tokens[leading.start("b")])):
        return basis_of(tokens[leading.start("b")])
    mark = tokens[metric_at].mark if metric_at is not None else None
    own = isinstance(mark, Cue) and (mark.words.startswith(_OWN_FUNDS) or _ADJUSTED_WORD.search(mark.words) is not None)
    return "adjusted" if own else None


def _is_of_trade(tokens: Sequence[Token], at: int, metric_at: int | None) -> bool:
    """Tell a word for a basis that is said of a business ("while its core truck business grew, it reported a loss")."""
    behind = first_word(tokens[at + 1]) if at + 2 < len(tokens) and tokens[at + 1].tag == OTHER_TAG else "basis"
    return first_word(tokens[at]) == "core" and behind != "basis" and at + 2 != metric_at


_OWN_FUNDS = ("affo", "core ffo", "core funds", "adjusted funds", "normalized ffo", "normalized funds", "ffoaa")
"""Names of a property trust's funds from operations as it reckons them itself."""


def _before_metric(tokens: Sequence[Token], tags: str, metric_at: int) -> Basis | None:
    """Return the basis that a metric's name has around it, for figures further on."""
    behind = _BEHIND.match(tags, metric_at + 1)  # "profit before items fell to $5 million, or 12 cents a share"
    for near in (*([behind.start("b")] if behind else []), *range(metric_at - 1, max(-1, metric_at - 3), -1)):
        if basis := basis_of(tokens[near]):
            return basis
    opening = _SET_APART.match(tags, max(tags.rfind(tag, 0, metric_at) for tag in "s$%#dp;") + 1)
    return basis_of(tokens[opening.end() - 1]) if opening is not None else None


_SET_APART = regex.compile(r"[_;,]{0,3}B(?=,[_o]{0,2}M)")
"""A basis that a clause opens on, set apart from its metric (";不按美国通用会计准则,净利润5亿元,同比增长9%")."""


def _is_phrase(token: Token) -> bool:
    """Tell "on an adjusted basis", said of a whole sentence, from "adjusted", said of the metric behind it."""
    return isinstance(token.mark, Cue) and " " in token.mark.words


def has_basis_before(tokens: Sequence[Token], metric_at: int | None) -> bool:
    """Tell whether a basis stands right before a metric's name ("adjusted revenue")."""
    return metric_at is not None and metric_at > 0 and tokens[metric_at - 1].tag == "B"


_SHARES = regex.compile(r"(?i)\b(?:(?P<diluted>diluted|fully diluted)|(?P<basic>basic|undiluted))\b")


def find_shares(folded: str, start: int, end: int) -> Shares | None:
    """Return whether what stands in a stretch of text is said per basic or per diluted share."""
    found = _SHARES.search(folded, max(0, start), end)
    if found is None:
        return None
    return "diluted" if found.group("diluted") else "basic"


_COUNT = re.compile(
    r"(?<![$€£¥₹.,])\b"
    r"(?P<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty)"
    r"[ -]"
    r"(?:(?!(?:[mbt]n|[mbtr]r?illion|cents?|pence|per|a|share|crore|lakh|that|which)\b)[a-z]++ ){0,2}?"
    r"(?:analysts?|economists|brokers|brokerages|brokerage houses|estimates)\b"
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


def find_analysts(folded: str, start: int, end: int) -> int | None:
    """
    Return how many analysts an estimate is of, where a sentence says so.

    >>> [find_analysts(said, 0, len(said)) for said in ("the average of 21 analysts", "the $994 million analysts expected")]
    [21, None]
    """
    found = _COUNT.search(folded[start:end].lower())
    if found is None:
        return None
    word = found.group("n")
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else 20


def find_source(folded: str, tokens: Sequence[Token], at: int) -> str | None:
    """Return who an estimate is from, as the sentence writes it: the named source nearest to its figure."""
    sources = [i for i, t in enumerate(tokens) if is_called(t.mark, {"source"})]
    if not sources:
        return None
    nearest = tokens[min(sources, key=lambda i: abs(i - at))]
    return folded[nearest.start : nearest.end].removesuffix("'s")


_RIGHT_BEHIND = regex.compile(
    rf"(?: (?:an?|per) (?:diluted )?share)?(?: \([^()]{{1,24}}\)| from {SUM})?"
    rf"(?: on (?:(?:[a-z]+ ){{0,2}}of )?{ABOUT}{SUM}(?:(?: to |-){SUM})?(?: in {SALES})?)?"
    r",?(?: (?:for|in|during|at|over)(?: (?:the|its|all of))?)? $"
)
"""``$2.10 to $2.20 for the year``, ``$2 a share on revenue of $5 million for``: what stands between a figure and its period."""


_AGAINST = re.compile(r"\b(?:from|versus|vs\.?|than|against|compared\ (?:with|to))(?:\ the)? $")
"""``up 11% from 2019``: with which period a figure is compared, and of which it is not."""
_AGAINST_ENDS = (
    "from ",
    "versus ",
    "vs ",
    "vs. ",
    "than ",
    "against ",
    "with ",
    "to ",
    "from the ",
    "than the ",
    "with the ",
    "to the ",
)


_GOES_ON = re.compile(
    r", (?:lifting|bringing|taking|pushing|sending|raising|boosting|driving) (?:its |the |total |net ){0,2}"
    rf"{RESULT} (?:for|in) (?:the )?$"
    r"|(?:,|;)? (?:and|but|while) (?:it|they|we|management|the (?:[a-z]+ ){0,2}[a-z]+|[A-Z][\w&']+) (?:[a-z]+ ){0,3}"
    rf"(?:expect|see|said|says|forecast|predict|anticipat|{REVISES}|reaffirm|reiterat|maintain|gave|issued|guided)"
)
"""``the profit beat forecasts of £59m, and it expects full-year revenues to rise``: the period of another clause."""
_AND_FOR = re.compile(r"[,;] (?:and |but |while )?for (?:the |its )?$")
"""``it earned 42 cents a share, and for the full year it sees``: the same"""


_OF_THEN = regex.compile(
    r"\b(?:compared (?:with|to)|versus|against|(?P<from>from)) (?:(?! to [$€£0-9]| and (?:in|for)\b)[^;]){0,40}?"
    r"\b(?:in(?P<the> the)?|(?:at )?(?:the )?end of) $"
)
"""``compared with $721 million in 2020, on revenue of $53 billion``: of the figure compared with"""
_OF_THEN_ENDS = ("in ", "end of ", "in the ")


_BECAUSE = regex.compile(r"\b(?:due to|because|after|following|acquisition|takeover|merger|when|which|since)\b")
"""``fell to $66 million, due to an acquisition in February``: when something else was"""


_ON_THE_YEAR = regex.compile(r".{0,12}?\b(?:on (?:the )?|turn of the )year$")
"""``broadly flat on the year``: against the one before; ``at the turn of the year``"""


_OF_THE_NEXT = re.compile(r"(?:full-year|half-year|annual|(?:first|second|third|fourth)-(?:quarter|half)) [a-z]")
"""``profit rises to $160 million, full-year sales affirmed``: of the next phrase"""
_LABELS_NEXT = re.compile(
    rf" (?:[\w-]++ ){{0,3}}?(?:{OUTLOOK}: |(?:ffo|eps|earnings|revenues?|sales|net income|ebitda|capex)\b"
    r"(?: per (?:diluted )?share)? (?:(?:of|between|about|in|up|down|at|growth) |[$€£0-9])|(?:um|auf|waren es) )"
)
"""``FFO of 60 cents, fy FFO $2.30``, ``guidance: $301 million Full year guidance: $1.2 billion``: of the next figure"""


_OF_THE_NEXT_METRIC = regex.compile(
    r"[^;0-9]{0,40}[,;] (?:while|whereas|but|and) (?:(?:its|the|net|operating|pretax|group|full-year|annual) ){0,3}"
    rf"(?:{RESULT}|margin|output|production) (?:for|in|over) (?:the )?"
)
"""``fell 3 percent to $4 million, while net profit for the year rose``: of another metric, whose figure comes then"""
_WHICH = regex.compile(
    r", (?:which|who|whose) [^,;]*$"
    r"|\b(?:(?:[Ee]xclud|[Aa]djust|[Ss]tripp|[Cc]ount)ing(?: for| out)?|[Ww]ithout|Before) [^,;.\n]*$"
)
_IN_VIEW_OF = regex.compile(
    r"\b(?:As\ a\ result\ of|Based\ on|Given|Following|After|Despite|Reflecting|Because\ of|Due\ to|Thanks\ to|Citing"
    r"|In\ light\ of|On\ the\ back\ of)\ [^,;.\n]*$"
)
_HOW_IT_WENT = regex.compile(
    r",|\ (?:[a-z-]++\ ){0,2}?(?:results?|performance|shortfall|momentum|showing|strength|weakness|softness|beat|miss|loss|profits?"
    r"|sales|earnings|revenues?)\b"
)
"""``Based on first-half results, it now expects sales of``: on what an outlook rests"""


def _is_of_a_time(period: PeriodMark) -> bool:
    """Tell a month, last year, or a year by its number: when anything may have been."""
    return period.kind == "month" or period.label == "last year" or (period.label or "").isdigit()


def _is_aside(folded: str, period: Span, figure: int, why: regex.Pattern[str] = _WHICH) -> bool:
    """
    Tell when something else was, of which a clause before tells.

    "Acme, which bought Initech in May, earned $5 million"; "Excluding costs of a 2006 buyout, profit was $6 million".
    """
    end = folded.find(",", period.end, figure)
    return end >= 0 and why.search(folded, max(0, period.start - 120), period.start) is not None


_FORETOLD_IN = re.compile(
    r"\b(?:projected|forecast|expected|predicted|guided(?: for| to)?|gave|given|issued|provided|announced|said|set|outlined"
    r"|targeted) (?:back |earlier )?in $"
)
"""``the $5 billion it projected in December``"""
_WHEN_FORETOLD = regex.compile(
    r",? (?:it|they|we|the \w++|[A-Z][\w&-]++) had (?:already |also |first |previously )?(?:been )?"
    r"(?:forecast|expect|project|predict|anticipat|target|guid|estimat|flagg|spoken of|talked of|said it|pencilled in|thought|seen)"
)
"""``In March it had forecast sales of``: when that was said, not of which month it was"""


_WHEN_SAID = frozenset({"last quarter", "last month", "the last quarter", "past quarter"})
"""``its guidance, which was increased last quarter to $2.40``: when that was said"""


_OF_MONTHS = regex.compile(r"\b(?:two|four|five|seven|eight|ten|eleven|[24578]|1[01])[ -]month|月$")
"""``the first four months``, ``前十月``: of no kind, and yet not the quarter's"""


_BEGUN_IN = regex.compile(r"\b(?:since|founded|established|foundation|inception|began|went public)\b[^.;,$€£0-9]{0,40}$")
"""``the highest since its foundation in 1968, and topped``: of no period that is reported"""


def find_period(periods: Sequence[PeriodMark], folded: str, figure: Span, *, coming: bool) -> PeriodMark | None:
    """
    Return the reported period of a figure in its sentence: right behind it, else nearest before, else next.

    `coming`: it may be one yet to come, as that of an outlook.
    """
    best = None
    for period in periods:
        start = period.span.start
        if (
            period.when in ("year_ago", "previous", "other_year")
            or (period.when == "next" and not coming)
            or (period.kind is None and not _OF_MONTHS.search(period.label))
            or (coming and period.label in _WHEN_SAID)
            or (folded.endswith(_AGAINST_ENDS, 0, start) and _AGAINST.search(folded, max(0, start - 18), start))
            or (
                folded.endswith(_OF_THEN_ENDS, 0, start)
                and (then := _OF_THEN.search(folded, max(0, start - 64), start))
                and (
                    period.year is not None
                    or period.kind == "month"
                    or not (then["from"] or then["the"])
                    or (coming and period.kind == "quarter" and then.start() >= figure.end)
                )
            )
            or (period.kind == "month" and start < figure.start and _WHEN_FORETOLD.match(folded, period.span.end))
            or (coming and period.kind == "month" and _FORETOLD_IN.search(folded, max(0, start - 32), start))
            or (period.kind == "month" and start >= figure.end and _BECAUSE.search(folded, figure.end, start))
            or (
                folded.endswith("year", start, period.span.end)
                and _ON_THE_YEAR.match(folded, max(0, start - 12), period.span.end) is not None
            )
            or (start >= figure.end and period.when in ("next", None) and _GOES_ON.search(folded, figure.end, start))
            or (start >= figure.end and _LABELS_NEXT.match(folded, period.span.end))
            or (start >= figure.end and _AND_FOR.search(folded, figure.end, start) and is_foreseen(folded, period))
            or (start >= figure.end and folded.startswith(", ", figure.end) and _OF_THE_NEXT.match(folded, start))
            or (period.kind == "month" and _GOES_ON.search(folded, start, figure.start))
            or (start < figure.start and OF_AN_OUTLOOK.fullmatch(folded, period.span.end, figure.start))
            or (start >= figure.end and _OF_THE_NEXT_METRIC.fullmatch(folded, figure.end, start))
            or (period.kind == "year" and start < figure.start and _BEGUN_IN.search(folded, max(0, start - 60), start))
            or (_is_of_a_time(period) and _is_aside(folded, period.span, figure.start))
            or (
                coming and _HOW_IT_WENT.match(folded, period.span.end) and _is_aside(folded, period.span, figure.start, _IN_VIEW_OF)
            )
        ):
            continue
        behind = start >= figure.end and period.label.isascii()  # in the East a period stands before its figures
        if start < figure.start or best is None or (behind and _RIGHT_BEHIND.fullmatch(folded, figure.end, start)):
            best = period
        if start >= figure.start:
            break
    return best


_SAID_ADJUSTED = re.compile(r"(?:These|The|Those) (?:figures|numbers|results|earnings) (?:are|were|have been) adjusted for\b")


def is_said_adjusted(folded: str, sentence: Span) -> bool:
    """Tell whether a sentence says that the figures before it are adjusted ("These figures are adjusted for one-off items")."""
    return _SAID_ADJUSTED.match(folded, sentence.start, sentence.end) is not None
