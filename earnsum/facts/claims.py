"""Claims: the facts of verdicts in words ("revenue topped forecasts", "that was below expectations")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.facts.claims_ahead import foresees, is_ahead, is_yet_to_come, outlooks_judged
from earnsum.facts.counted import users_of
from earnsum.facts.naming import comparable_part
from earnsum.facts.qualifiers import basis_of
from earnsum.facts.senses import metric_of_level
from earnsum.facts.sentence import Sentence
from earnsum.facts.whichperiod import find_period
from earnsum.grammar.metrics import BASED, COSTS
from earnsum.grammar.read import Reading
from earnsum.grammar.says import ON_METRIC
from earnsum.grammar.sizes import size_of
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, is_called, tags_of
from earnsum.grammar.told import Fact
from earnsum.grammar.verdicts import Claim
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Span, Verdict
from earnsum.names.scopewords import NOT_A_SCOPE
from earnsum.patterns import any_of, re, regex
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.terms import ITS, PERIOD, REVISES

_RECORD = regex.compile(
    r"\b(?:once|twice|times|occasions) (?:over|in|during) the (?:last|past|trailing|previous|preceding)\b"
    r"|\bin (?:each|all|two|three|any) of the (?:last|past|trailing|previous|preceding)\b|\bin the trailing\b"
)
"""``It has topped estimates three times over the last four quarters``: of quarters long told."""
_OPENS_BEFORE = re.compile(r"[_&/]{0,2}n?_?Q,")
"""``In the previous quarter, revenue missed estimates``"""
_REVISED = regex.compile(r"[,;/&][^s$%#d]*[v^]")
"""``Profit tops views, lifts outlook to $3.40``: the outlook is not what beat"""

_PEOPLE = r"(?:[\w-]++ ){0,5}?(?:customers|subscribers|users|members|clients)\b"
_OF_CUSTOMERS = re.compile(rf" (?:in|of) {_PEOPLE}")
_LOSSES_OF = regex.compile(r"\bloss(?:es)? (?:in|of) (?:(?!(?:on|and|but|while|quarter|half|year)\b)[a-z-]++ ){0,5}$")
"""``a surprise loss of broadband customers`` is no loss of money, nor are more of them a beat."""


_THANKS_TO = regex.compile(
    r"\b(?:on|with|amid|by|of) (?:the )?(?:back of )?(?:[a-z]++ (?:and|but) )?(?:strong(?:er)?|higher|robust|solid|brisk|healthy"
    r"|record|rising|growing|surging|soaring|improved|improving|increased|better|booming|weak(?:er)?|lower|soft(?:er)?|sluggish"
    r"|falling|declining|slowing|slumping|poor|slow(?:er)?) (?:[a-z-]++ ){0,2}$"
    r"|, (?:as(?! well)|after|because|since|when) (?:[\w'-]++ ){0,4}$"
)
"""``beat expectations on strong sales of chips``, ``…, as more subscribers signed up``: why it did, not in what"""


_HELPED_BY = regex.compile(
    r"\b(?:(?:helped|boosted|driven|lifted|buoyed|supported|aided|fuell?ed|led|hurt|hit|dragged(?: down)?|weighed(?: down)?) by"
    r"|thanks to|(?:due|owing) to|amid|because of|reflecting|blaming|blamed|citing) (?:an? )?$"
)
_OF_A_PART = regex.compile(rf" (?:in|of|from|at|for) (?!the (?:\w+ )?{PERIOD}\b)[A-Za-z]")
"""``helped by stronger-than-expected sales in home appliances``: why, and of a part …"""
_PART_NEXT = regex.compile(rf" (?!{any_of(NOT_A_SCOPE)}\b)[a-z]++ $")
"""… as in ``because of disappointing toy sales``"""


def is_no_verdict(folded: str, tokens: Sequence[Token], claim: Claim) -> bool:
    """Tell what is yet to come, or may, and words for a metric that are only why another beat or missed."""
    named, said = tokens[claim.at], tokens[claim.said_at]
    if is_yet_to_come(folded, tokens, named, said):
        return True
    if _IF_IT.search(folded, tokens[0].start, min(named.start, said.start)) or _NOT_NOW.search(tags_of(tokens[: claim.said_at])):
        return True
    of_cost = is_called(named.mark, COSTS)  # which are higher or lower than expected, and beat nothing
    if of_cost and (said.tag in ("b", "m") or _LEFT_ASIDE.search(folded, tokens[0].start, named.start)):
        return True
    return claim.said_at < claim.at and bool(
        _THANKS_TO.search(folded, said.end, named.start)
        or (
            _HELPED_BY.search(folded, tokens[0].start, said.start)
            and (_OF_A_PART.match(folded, named.end) or _PART_NEXT.match(folded, said.end, named.start))
        )
    )


_LEFT_ASIDE = regex.compile(
    r"(?i)\b(?:excluding|without|before|leaving out|stripping out|(?:not|even) (?:counting|including|with)|apart from|aside from"
    r"|but for|barring|adjust(?:ed|ing) for|despite|in spite of|after|because of|due to) (?:[\w'-]++ ){0,5}$"
)
"""``Leaving out a merger charge, earnings missed forecasts``: they did, and not the charge"""


_BACK = 60
_BOTH = regex.compile(
    r",? (?:(?:both|each)(?: of (?:which|them))?|(?:en )?amb[oa]s(?: casos)?|tou(?:te)?s (?:les )?deux|dans les deux cas"
    r"|jeweils|beide|in beiden fällen) (?:\w++ ){0,3}$"
    r"|(?:均|皆|都|双双|全数)(?:大幅|小幅|略|明显)?$|(?:いずれも|ともに|そろって|双方とも)[^、。0-9]{0,16}$",
    regex.IGNORECASE,
)
_ON_BOTH = regex.compile(r" [^,;.$%0-9]{0,30}\b(?:on|for|in) both\b(?! [a-z])")


def of_both(folded: str, claims: Sequence[Claim], tokens: Sequence[Token], readings: Sequence[Reading]) -> Iterator[Claim]:
    """Yield verdicts, one on "both" for each metric told before ("earnings of $1 and revenue of $5, both above estimates")."""
    for claim in claims:
        if claim.subject == "results" and first_word(tokens[claim.at]) == "both":
            measured = any(r.role in ("actual", "change") and r.at < claim.at for r in readings)
            named = [(at, tokens[at].mark) for at in range(claim.at) if measured and tokens[at].tag == METRIC_TAG]
            yield from (claim._replace(at=at, subject="metric", metric=mark) for at, mark in named if isinstance(mark, Cue))
        yield claim
        said = tokens[claim.said_at]
        both = _BOTH.search(folded, max(0, said.start - _BACK), said.start) or _ON_BOTH.match(folded, said.end)
        if claim.metric is not None and claim.at < claim.said_at and both is not None:
            told = {r.metric_at: r.metric for r in readings if r.role == "actual" and r.at < claim.said_at and r.metric is not None}
            yield from (claim._replace(at=at, metric=metric) for at, metric in told.items() if at is not None and at != claim.at)


_BY_WHICH = re.compile(
    r"\bon (?:the back of )?(?:strong|stronger|robust|solid|higher|rising|growing|brisk|healthy|record|surging|soaring|booming"
    r"|increased|improved|improving|better|weak|weaker|lower|falling|sluggish) (?:[a-z-]++ ){0,2}$"
)
"""``profit beat estimates on strong sales in Asia``: what brought it about"""


_DOES_TO = regex.compile(
    rf"(?i)\b(?:{REVISES}|(?:grow|shrink|halve|stem|curb|turn|swing)(?:s|ed|ing)?|grew|shrank|halving)"
    rf" (?:(?:{ITS}|[\w-]++) ){{0,4}}$"
)
_EARNED = frozenset({"net_income", "operating_income"})


def _is_done_to_part(sentence: Sentence, claim: Claim) -> bool:
    """Tell what a company did to a part's profit before it beat estimates itself ("cuts streaming losses to top forecasts")."""
    if claim.at >= claim.said_at or sentence.tags[claim.at + 1 : claim.at + 2] not in (",", "&", "t", "/"):
        return False
    entry, start = entry_of(claim.metric), sentence.span.start
    earned = entry is not None and entry.metric in _EARNED
    done = earned and _DOES_TO.search(sentence.folded, start, sentence.tokens[claim.at].start) is not None
    return done and _scope_of(sentence, claim) is not None


_MOVED_ON = regex.compile(
    r"(?:[Ss]hares of |[Ss]tock (?:of|in) )?"
    r"(?!(?:The|Its|It|Shares|Stock|Both|That|This|They|Investors|[A-Z]{2,5})\b)[A-Z][\w&.-]*+"
    r"[^;]*? (?:after|following|amid|on|on the heels of|in the wake of|on the back of|in sympathy with) "
    r"(?:rival |peer |partner |competitor )?(?P<other>[A-Z][\w&.-]*+)(?: [A-Z][\w&.-]*+){0,2}'s? (?:[a-z-]++ ){0,5}$"
)
"""``Shares of Acme and Hooli edged higher following Globex's earnings``: of whose results theirs moved on"""


def _moved_others(sentence: Sentence, claim: Claim) -> bool:
    """Tell the results of somebody on which others' shares have moved."""
    start = min(sentence.tokens[claim.at].start, sentence.tokens[claim.said_at].start)
    found = _MOVED_ON.match(sentence.folded, sentence.span.start, start)
    return (
        found is not None and found["other"].removesuffix("'s") not in sentence.folded[sentence.span.start : found.start("other")]
    )


def _is_said_of_another(sentence: Sentence, claim: Claim) -> bool:
    """Tell a verdict whose metric is why something else beat estimates, or an estimate ("based on the above estimate")."""
    said = sentence.tokens[claim.said_at]
    if sentence.folded.endswith(" the ", 0, said.start) or _is_done_to_part(sentence, claim) or _moved_others(sentence, claim):
        return True
    return claim.shape == ON_METRIC and _BY_WHICH.search(sentence.folded, said.end, sentence.tokens[claim.at].start) is not None


def _is_of_a_gap(sentence: Sentence, claim: Claim, readings: Sequence[Reading]) -> bool:
    """Tell a verdict on those by whom others fell short ("it added 800,000 subscribers, 100,000 subscribers shy of estimates")."""
    counted = claim.metric is not None and sentence.tags[claim.at - 1 : claim.at] in ("#", "d", "D", "U")
    return counted and any(r.role == "gap" and r.figure.kind != "money" and r.at < claim.at <= r.at + 2 for r in readings)


_IF_IT = regex.compile(
    r"(?<![Ee]ven )(?<!as )\b(?:[Ii]f|[Uu]nless|[Ww]hether|needs?|(?:wants?|hop(?:es?|ing)|look(?:s|ing)?) (?:to see|for))\b"
    r"[^,;.$%0-9]*$|\b[Ss]ince [^,;.$%]{0,30},? when [^;.$%]*$"
    r"|(?<!in )\b(?i:a|one|two|three|four) quarters? (?:after|since) (?:[A-Z][\w.&' -]*+, [^,;.$%]{0,60}, )?[^,;.$%]*$"
)
"""``if profit misses estimates again``, ``since July, when sales missed estimates``: of no quarter that is reported"""
_NOT_NOW = re.compile(r"A[^,;/&s$%#d]{0,4}[GE][^,;/&s$%#dA]{0,4}t[_on]{0,2}$|^[_&/]{0,2}Y,[^;&/s$%#d]*$")
"""``analysts expect Acme to beat forecasts``, ``a year ago, Acme's sales missed them``"""

_FIRMS = ("makers", "banks", "retailers", "companies", "firms", "producers", "airlines", "lenders")
_GROUPS = tuple(f"{firms}' " for firms in _FIRMS)
_GROUP_POSTS = regex.compile(
    rf"(?i)(?:{'|'.join(_FIRMS)})(?: (?:have|had|are|mostly|largely|generally|also|that))*"
    r" (?:report|post|deliver|unveil)(?:ed|ing)? (?:[a-z-]++ ){0,3}$"
)
"""``technology companies reported earnings that beat expectations``"""
_OF_MANY = ("corporate ", "industry ", "Industry ", "Corporate ", "S&P 500 ", *_GROUPS)
"""``would eat into corporate profits more than expected``: of no company"""


def claimed(sentence: Sentence, claim: Claim, readings: Sequence[Reading]) -> Iterator[Fact]:
    """Yield the facts of a verdict in words; none where it is said of an outlook, or of results in general."""
    tags = sentence.tags
    start = sentence.tokens[claim.at].start
    of_before = _RECORD.search(sentence.folded, sentence.span.start, sentence.span.end) or _OPENS_BEFORE.match(tags)
    of_many = sentence.folded.endswith(_OF_MANY, 0, start) or _GROUP_POSTS.search(sentence.folded, sentence.span.start, start)
    if of_before or of_many or _is_said_of_another(sentence, claim) or _is_of_a_gap(sentence, claim, readings):
        return
    coming = is_ahead(sentence, claim)
    if outlooks := outlooks_judged(sentence, claim, readings):
        yield from outlooks
        return
    if coming and not foresees(sentence, claim, readings):
        return
    if _OF_CUSTOMERS.match(sentence.folded, sentence.tokens[claim.at].end) or _LOSSES_OF.search(
        sentence.folded, sentence.span.start, sentence.tokens[claim.at].start
    ):
        return
    told = [reading for reading in readings if reading.metric_at == claim.at]
    between = [reading for reading in told if claim.at < reading.at < claim.said_at]
    told = between or told
    if any(reading.role == "guide" and not _REVISED.search(tags, claim.said_at, reading.at) for reading in told):
        return
    entry = entry_of(claim.metric)
    apart = entry is not None and entry.unit == "count" and not told and _but_it(sentence, claim)
    if apart or _is_of_an_outlook(entry, claim, readings):
        return
    profit = entry is not None and entry.metric == "net_income"
    name = Span(sentence.tokens[claim.at].start, sentence.tokens[claim.at].end)
    adjective = profit and tags[claim.at + 1 : claim.at + 2] in ("N", "f")  # "helped it beat earnings estimates"
    adjusted = claim.at > 0 and basis_of(sentence.tokens[claim.at - 1]) == "adjusted"
    said = name.of(sentence.folded)
    for subject in _metrics_of(sentence, claim, entry, readings):
        yield Fact(
            role=None,
            metric=subject,
            generic=profit or (subject == "eps" and (entry is None or entry.metric != "eps") and not _A_SHARE.search(said)),
            named=claim.metric is not None and (claim.metric.words in _NET or _is_net_abroad(sentence, entry)),
            verdict=claim.verdict,
            exact=claim.exact,
            coming=coming,
            basis="adjusted" if adjusted and subject in BASED else None,
            scope=claim.part or _part_of(claim, readings) or (None if adjective else _scope_of(sentence, claim)),
            period=find_period(sentence.periods, sentence.folded, name, coming=coming),
            shape=claim.shape,
            sentence=sentence.span,
            index=sentence.index,
            at=claim.said_at if between else claim.at,
        )


_A_SHARE = re.compile(r"(?i)\beps\b|\bper[- ]share")
"""``beat EPS and revenue estimates``: of no sum"""
_BUT = regex.compile(r"(?i),? (?:[\w']++ ){0,3}(?:but|yet|though) (?:also |still |it |results ){0,2}$")


def _but_it(sentence: Sentence, claim: Claim) -> bool:
    """Tell a verdict on results in general behind who was lost or won ("loses customers but tops forecasts")."""
    named, said = sentence.tokens[claim.at], sentence.tokens[claim.said_at]
    return claim.at < claim.said_at and _BUT.search(sentence.folded, named.end, said.start) is not None


def _is_net_abroad(sentence: Sentence, entry: Entry | None) -> bool:
    """Tell a profit that its name says is the net one ("Nettogewinn", "bénéfice net")."""
    return sentence.language != ENGLISH and entry is not None and entry.name == "net_income"


_NET = frozenset({"net profit", "net profits", "profit after tax", "pat", "net profit after tax", "npat"})
"""Names of the profit that a text in those words sets against expectations as such, and not a share."""

_SUBJECTS: dict[str, tuple[str, ...]] = {"both": ("eps", "revenue"), "results": (), "revenue": ("revenue",), "eps": ("eps",)}
"""What a verdict is on that names no metric of its own."""

_ADDS = regex.compile(
    r"\b(?:adds?|added|adding|gain(?:s|ed)?|sign(?:s|ed) up|attract(?:s|ed)?|wins?|won|picks? up) (?:[\w-]++ ){0,6}$"
)
"""``Acme adds fewer wireless customers than expected``"""


def _metrics_of(sentence: Sentence, claim: Claim, entry: Entry | None, readings: Sequence[Reading]) -> tuple[str | None, ...]:
    """Return the metrics that a verdict is on; a profit that beat is one a share."""
    if claim.subject in _SUBJECTS:
        return _SUBJECTS[claim.subject]
    if entry is not None and entry.metric == "net_income":
        in_money = any(r.metric_at == claim.at and r.figure.kind == "money" and not r.figure.per_share for r in readings)
        return ("net_income",) if in_money and sentence.language in UNSPACED else ("eps",)
    if claim.metric is not None and comparable_part(sentence.folded, claim.metric) is not None:
        return ("same_store_sales",)
    if entry is None:
        return ()
    if entry.metric == "subscribers" and _is_of_additions(sentence, claim):
        return ("subscriber_adds",)
    told = [r for r in readings if claim.at < r.at < claim.said_at and r.role == "actual"]
    share = entry.share if told and told[-1].figure.per_share else None  # "it was $1 billion, or $3 a share, exceeding forecasts"
    return (share or metric_of_level(entry, claim.at, readings) or entry.metric,)


def _is_of_additions(sentence: Sentence, claim: Claim) -> bool:
    """Tell a verdict on how many subscribers came, and not on how many there are."""
    start = sentence.tokens[claim.at].start
    added = sentence.is_added(claim.at) or _ADDS.search(sentence.folded, sentence.span.start, start) is not None
    return added and not sentence.is_told_of_total(claim.at, sentence.tokens[claim.said_at].start)


def _is_of_an_outlook(entry: Entry | None, claim: Claim, readings: Sequence[Reading]) -> bool:
    """
    Tell what is said of an outlook told before ("sees sales of $5 billion, topping estimates for sales of $4 billion").

    "Estimates on both counts" are of all that was told.
    """
    if entry is None and claim.subject != "both":
        return False
    before = [r.role for r in readings if r.at < claim.said_at and (entry is None or entry_of(r.metric) is entry)]
    return "guide" in before and "actual" not in before


def _scope_of(sentence: Sentence, claim: Claim) -> str | None:
    """Return the part that a verdict's metric names, of users which they are."""
    entry = entry_of(claim.metric)
    if claim.metric is None or entry is None:
        return None
    which = users_of(sentence.folded, claim.metric.span) if entry.metric == "users" else None
    which = which or comparable_part(sentence.folded, claim.metric)
    return which or sentence.scope_of(claim.at)


def _part_of(claim: Claim, readings: Sequence[Reading]) -> str | None:
    """Return the part whose figure a verdict stands behind ("rose 6% in Asia, above estimates, and 2% in Europe")."""
    before = [r for r in readings if claim.at < r.at < claim.said_at and r.role in ("actual", "change")]
    return before[-1].part if before and before[-1].metric_at == claim.at else None


def said_of_before(sentence: Sentence, at: int, verdict: Verdict) -> Fact:
    """Return a verdict in words as said of the figure told before its sentence; `side` where it says how large that was."""
    size = size_of(sentence.tokens[at])
    if size in ("more", "less"):
        verdict = "beat" if size == "more" else "miss"
    return Fact(
        role=None,
        metric=None,
        verdict=verdict,
        side=size or "",
        shape="that beat estimates",
        sentence=sentence.span,
        index=sentence.index,
        at=at,
    )
