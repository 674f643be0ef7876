"""
Reading: the figures of a sentence, each with its role and its metric, and what it says in words.

Works on tokens alone.  Roles come from the shapes, metrics from where the metric's name stands, verdicts from the words
("topped estimates"); added here are figures that have no number of their own: "flat", "break even", and one rate of two
metrics.  What belongs together across sentences is for `resolve` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from earnsum.grammar.attach import attach_metrics
from earnsum.grammar.attach_behind import is_share_of_sales
from earnsum.grammar.inorder import changes_in_turn, in_bases, in_order, in_pairs, in_turn, told_again
from earnsum.grammar.metrics import SOLD_AND_EARNED
from earnsum.grammar.reasons import find_reasons, opens_reason
from earnsum.grammar.roles import Role, roles_of
from earnsum.grammar.shape import BROKE_EVEN, IN_BRACKETS, IT_WAS_A_YEAR_AGO, SIGNED_CHANGE
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, is_called, tags_of
from earnsum.grammar.verdicts import Claim, find_claims
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.marks import Kind, Mark, PeriodMark, Quantity

DEFAULT_SHAPE = "METRIC FIGURE"


class Reading(NamedTuple):
    """One figure of a sentence: its role, the metric it measures (None: not said here), and the shape that read it."""

    at: int
    figure: Quantity
    role: Role
    metric: Cue | None
    metric_at: int | None
    shape: str
    side: str = ""
    sequential: bool = False
    part: str | None = None
    """The part of the company that a list names beside the figure (see `lists`)."""


def _lend_roles(roles: dict[int, tuple[Role, str, str]], firsts: Mapping[int, int], tags: str) -> None:
    """Give figures in a row the role of the first of them: of a level that is reported, none."""
    for at, first in firsts.items():
        if first in roles and (at not in roles or roles[at][0] != roles[first][0]):
            roles[at] = roles[first]
        elif first not in roles and tags[at] != "%":
            roles.pop(at, None)


def read_sentence(tokens: Sequence[Token], language: str = "en") -> tuple[list[Reading], list[Claim]]:
    """Return what a sentence's tokens say: its figures, in order, and its verdicts in words."""
    tags = tags_of(tokens := _with_counts(tokens))
    roles = roles_of(tags, language)
    played = {at: role for at, (role, _, _) in roles.items()}
    metrics = attach_metrics(tokens, tags, played, metric_first=language in UNSPACED)
    metrics |= in_pairs(tokens, tags, played)
    metrics |= in_order(tags, metrics)
    metrics |= {at: metric for at, (metric, _) in in_bases(tokens, tags).items()}
    metrics |= told_again(tokens, tags, metrics, played)
    metrics |= _beyond_reasons(tokens, tags, metrics, played) if language == ENGLISH else {}
    turn = in_turn(tags)
    changes = changes_in_turn(tags, metrics | {at: metric for at, (_, metric) in turn.items()})
    metrics |= {at: metric for at, (_, metric) in (changes | turn).items()}
    _lend_roles(roles, {at: first for at, (first, _) in (changes | turn).items()}, tags)
    readings = []
    for at, token in enumerate(tokens):
        if not isinstance(token.mark, Quantity):
            continue
        role, shape, side = roles.get(at, ("actual", DEFAULT_SHAPE, ""))
        found = metrics.get(at)
        mark = tokens[found].mark if found is not None else None
        of_sales = role == "actual" or (role == "change" and language != ENGLISH and tags[at - 1] not in "UDy")
        if of_sales and is_share_of_sales(tokens, tags, at) and not _is_rate(mark):
            role, shape = "margin", "a profit that is FIGURE of sales"
        elif role == "actual" and found is None and token.tag == "%" and POINTS_TO.search(tags, 0, at):
            role, shape = "margin", "a margin that moved by points to FIGURE"
        elif shape == SIGNED_CHANGE and not token.mark.signed and tags[at - 1] == METRIC_TAG:
            role, shape = "actual", DEFAULT_SHAPE  # "gross margin 45%, est. 44%"
        elif shape == IT_WAS_A_YEAR_AGO and (
            _is_behind_growth(tokens, at) or _BEHIND_A_YEAR_AGO.search(tags, 0, at) or _is_before_reason(tokens, tags, at)
        ):
            role, shape = "actual", DEFAULT_SHAPE
        elif role == "change" and _FORESEEN_TOO.search(tags, 0, at):
            role = "estimate"
        elif (
            (shape == SIGNED_CHANGE and not token.mark.signed)
            or (role == "change" and _is_against_another(tags, at))
            or (role == "actual" and FROM_ANOTHER_YEAR.match(tags, at))
            or (role == "prior" and found is None and _GROWTH_THEN.match(tags, at))
            or (shape == IN_BRACKETS and _is_in_other_money(tokens, at))
            or (role in _COMPARED and found is None and _OF_A_PRICE.search(tags, 0, at))
        ):
            role = "skip"
        readings.append(
            Reading(
                at=at,
                figure=token.mark,
                role=role,
                metric=mark if isinstance(mark, Cue) else None,
                metric_at=found,
                shape=shape,
                side=side,
                sequential=_is_sequential(tags, at, language),
            )
        )
    readings = _counted_alike(readings)
    readings += _unchanged(tokens, tags)
    readings += _even(tokens, tags)
    readings += _of_both(tokens, tags, [reading for reading in readings if reading.at not in turn])
    return sorted(readings, key=lambda reading: reading.at), find_claims(tokens, tags, language)


def _beyond_reasons(tokens: Sequence[Token], tags: str, metrics: Mapping[int, int], roles: Mapping[int, Role]) -> dict[int, int]:
    """Return what is expected behind a reason as of what came ("profit rose to $5, helped by sales, above the $4 expected")."""
    expected = [at for at, role in roles.items() if role == "estimate" and metrics.get(at) is not None]
    found = dict[int, int]()
    for reason in find_reasons(tokens, tags) if expected else ():
        if reason.is_of_either:
            continue
        came = [at for at, metric in metrics.items() if max(at, metric) < reason.start and roles.get(at, "actual") == "actual"]
        for at in expected:
            alike = [other for other in came if tags[other] == tags[at]]
            if alike and reason.start <= metrics[at] < reason.end <= at:
                found[at] = metrics[max(alike)]
    return found


_LEAST_COUNT = 10_000
"""What is no year."""


def _with_counts(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return tokens, a bare number as a count beside another ("to 83,100 units, while those at home fell to 20,700")."""
    counted = next((token.mark for token in tokens if token.tag == "#"), None)
    if not isinstance(counted, Quantity):
        return tokens
    told = list(tokens)
    for at, token in enumerate(tokens):
        led = at > 0 and tokens[at - 1].tag in "trV"
        if led and token.tag == "d" and isinstance(token.mark, Quantity) and token.mark.value >= _LEAST_COUNT:
            told[at] = token._replace(tag="#", mark=token.mark._replace(kind="count", noun=counted.noun))
    return told


def _counted_alike(readings: list[Reading]) -> list[Reading]:
    """Return readings, a bare figure as a count too where sales are told in one ("sales to 1.9 million cars from 2 million")."""
    counted = {
        reading.metric_at for reading in readings if reading.figure.kind == "count" and is_called(reading.metric, {"revenue"})
    }
    return [
        reading._replace(figure=reading.figure._replace(kind="count"))
        if reading.metric_at in counted and reading.figure.kind == "bare" and reading.figure.scaled
        else reading
        for reading in readings
    ]


_GROWTH = ("year over", "year-over", "year on", "year-on", "yoy", "y/y", "y-o-y", "on-year", "on the year")
"""How a rate is said to be one of a year, which says nothing of the figures behind it."""


_COMPARED = ("prior", "change")
_OF_A_PRICE = re.compile(r"X[_oUDt]{0,4}[s$#%][^M;/]*$")
"""``operating expenses stood at $18 million, an increase of 2% from $17 million a year ago``: all of it is of what was spent"""


def _is_in_other_money(tokens: Sequence[Token], at: int) -> bool:
    """Tell a sum in brackets that is the one before them in the reader's money ("50 billion yen in the quarter ($4 billion)")."""
    mark = tokens[at].mark
    told = next((token.mark for token in reversed(tokens[:at]) if isinstance(token.mark, Quantity)), None)
    if not isinstance(mark, Quantity) or told is None or {mark.kind, told.kind} != {"money"}:
        return False
    return "" not in (told.unit, mark.unit) and told.unit != mark.unit


_BEHIND_A_YEAR_AGO = regex.compile(r"^[_nVr/]{0,3}[M_o]{0,3}[s$][_on]{0,3}Y,[^;s$%#d]*$")
"""``After losing $4 million a year ago, it had a profit of $28 million``: the figure a year ago has been told"""


def _is_behind_growth(tokens: Sequence[Token], at: int) -> bool:
    """Tell a figure behind a rate of growth from one of a year ago ("up 16% year over year, while Duff made $3 million")."""
    year = next((token.mark for token in reversed(tokens[:at]) if token.tag == "Y"), None)
    return isinstance(year, PeriodMark) and year.label.lower().startswith(_GROWTH)


_TO_REASON = re.compile(r"[_nQKs|o]{0,4},(?P<why>[_/])[^;s$%#d]+$")


def _is_before_reason(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a figure behind which a year ago is only when its reason was ("$4 million, helped by a contract won last year")."""
    reason = _TO_REASON.match(tags, at + 1)
    return reason is not None and opens_reason(tokens[reason.start("why")])


POINTS_TO = regex.compile(r"[UD][_oy]{0,2}[qw]?p[_Y]{0,2},?t_?$")
"""``EBITDA was $100 million, improving by 100 basis points to 15%``: the level of a margin that nobody names"""

BOTH = (
    re.compile(r"(?P<rate>%)_?[UD][_Q]?n[_BKQY]{0,3}(?P<one>M),?&[_nB]{0,3}(?P<two>M)(?![_oB]{0,3}[UDt]|[_oBt]{0,3}[s$%#d])"),
    regex.compile(r"(?<![jkt][_B]?)(?P<one>M)&[_B]{0,2}(?P<two>M)[_o]{0,2}[UD][_oy]{0,2}(?P<rate>%)(?![_,]{0,2}[&t=|])"),
)
"""``an 18% jump in sales and profits``, ``sales and profits both rose 18%``"""


def _of_both(tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield a change, or one to come, again for the other of two metrics that it is said of."""
    changes = {reading.at: reading for reading in readings if reading.role in ("change", "guide", "estimate")}
    if not changes:
        return
    for match in (match for pattern in BOTH for match in pattern.finditer(tags)):
        one, two = match.start("one"), match.start("two")
        told = changes.get(match.start("rate"))
        if told is not None and told.metric_at in (one, two):
            other = two if told.metric_at == one else one
            mark = tokens[other].mark
            if is_called(mark, SOLD_AND_EARNED):
                yield told._replace(metric=mark, metric_at=other)


EVEN = regex.compile(r"(?:A[^;/s$%#dG]{0,8}[EfN]|N|V)[^;/s$%#dGEfN]{0,5}(?P<even>F)|V_?(?P<even>F)")
"""``analysts had expected it to break even``, ``compared with forecasts of a break-even quarter``"""


EVEN_CAME = regex.compile(r"(?:(?:^|K|[;/&,])&?|o)(?P<even>F)")
"""``it broke even``, ``reported a break-even quarter``"""


def _even(tokens: Sequence[Token], tags: str) -> Iterator[Reading]:
    """Yield no profit and no loss a share: what was expected, what it was a year ago, or what came."""
    for match in EVEN.finditer(tags) if "F" in tags else ():
        at = match.start("even")
        role: Role = "prior" if _A_YEAR_AGO.match(tags, at + 1) else "estimate"
        yield _none_a_share(tokens[at], at, role, "expected to break even")
    for match in EVEN_CAME.finditer(tags) if "F" in tags else ():
        at = match.start("even")
        told = tokens[at - 1].mark if match.group().startswith("o") else tokens[at].mark
        if isinstance(told, Cue) and told.words.startswith(_CAME):
            yield _none_a_share(tokens[at], at, "actual", BROKE_EVEN)


_A_YEAR_AGO = re.compile(r"[_n,]{0,2}Y")
_CAME = ("broke even", "reported", "posted", "came in at")


def _none_a_share(word: Token, at: int, role: Role, shape: str) -> Reading:
    none = _nothing(word, "money", "")._replace(per_share=True)
    return Reading(at=at, figure=none, role=role, metric=None, metric_at=None, shape=shape)


UNCHANGED = regex.compile(
    r"(?P<expected>[AJ][_A]{0,4}[EfN][_oBn]{0,3})?(?:(?P<met>M)(?:[_oBn]{0,3}|[_oBnt]{0,3}G?[_oBnt]{0,3}(?<=G[^;]*))(?P<flat>~)"
    r"|(?<=[EfNG][_oBn]{0,3})(?P<flat>~)_?(?P<met>M))(?![_to]{0,2}[s$#%])"
)
EXPECTED_UNCHANGED = regex.compile(
    r"(?P<met>M)[^;MEN$s#d]{0,8}%[^;M%EN$s#d]{0,5}(?P<expected>(?:A_?[EfN]|N)[_oAnt]{0,4}(?P<flat>~)|[Vbmqw]_?(?P<flat>~)[_eM]?A?[EN])"
)
"""``same-store sales rose 1%, while analysts had expected them to be flat``, ``against the flat sales expected``"""


def _unchanged(tokens: Sequence[Token], tags: str) -> Iterator[Reading]:
    """Yield a rate of nothing where a metric that is itself a rate of growth is said, or was expected, to be flat."""
    told = (UNCHANGED, EXPECTED_UNCHANGED) if "~" in tags else ()
    for match in (match for pattern in told for match in pattern.finditer(tags)):
        metric, word = tokens[match.start("met")].mark, tokens[match.start("flat")]
        clause = tags[tags.rfind(";", 0, match.start("flat")) + 1 : match.start("flat")]
        coming = "G" in clause or "Kf" in clause
        if is_called(metric, {"same_store_sales"}) and not (
            coming and is_called(word.mark, {"flat"}) and "unchanged" in first_word(word)
        ):
            yield Reading(
                at=match.start("flat"),
                figure=_nothing(word, "percent", "%"),
                role="estimate" if match["expected"] else "guide" if coming else "actual",
                metric=metric,
                metric_at=match.start("met"),
                shape="METRIC was flat",
            )


def _nothing(word: Token, kind: Kind, unit: str) -> Quantity:
    """Return the figure of nothing that a word stands for ("break even", "flat")."""
    span = Span(word.start, word.end)
    return Quantity(span=span, extent=span, kind=kind, unit=unit, value=Decimal(0), low=Decimal(0), high=Decimal(0))


ANOTHER_YEAR = re.compile(r"[_,noraVUDMtB(cqw]{0,4}W")
"""What follows a change that is against another year than the one before."""

OPENS_WITH_ANOTHER = re.compile(r"[_&/]{0,2}[Vrqwc][_on]{0,3}W,[^;]*$")
"""``Compared with 2019, sales were up 10% and profit 5%``"""


def _is_against_another(tags: str, at: int) -> bool:
    return (ANOTHER_YEAR.match(tags, at + 1) or OPENS_WITH_ANOTHER.match(tags, 0, at)) is not None


_FORESEEN_TOO = re.compile(r"&[_B]{0,2}ME[UD][_oy]{0,2}$")
"""``had expected sales to grow by 5.7% sequentially, and profit to rise by 3%``"""
_GROWTH_THEN = re.compile(r"%[YB_]{0,2}[UD](?:[_no,;]|$)")
"""``sales fell 6% as against a 50% decline seen in the first quarter``: growth of then, of no level"""

FROM_ANOTHER_YEAR = re.compile(r"%r_?W")
"""A rate of growth against another year, behind the one against the year before: "rose 37%, and 9% from 2019"."""

OPENS_WITH_PREVIOUS = re.compile(r"[_&/]{0,2}[Vrqwc][_on]{0,3}Q,[^;]*$")
"""``From three months earlier, operating profit declined 12%, while sales rose 3%``"""

OPENS_ON_PREVIOUS = regex.compile(r"[_&/]{0,3}[LQ][_,M(][^;YCLQ]*$")
"""``전 분기에 비해서는 매출액이 4.5% 감소했지만``"""

SEQUENTIAL = re.compile(
    r"[_,noraVUDMtB(cqw]{0,4}(?:(?:(?<=[ra])K)?Q|[s$#d](?:,?\|s)?(?:[_nw]{0,3},?[rV][_B]?[s$#d](?:,?\|s)?)?(?:[_,norM]{0,3}|[_n]?,?V)Q)"
)
"""What follows a change that is against the period before."""


_OVER_PREVIOUS = ("nqQ", "nVQ")
"""``a 3% rise in profit on a 2% rise in sales in Q3 FY22 over Q2 FY22``: how a sentence ends whose rates are all of a quarter"""


_FROM_PREVIOUS = regex.compile(r"[rV][_MBo:K]{0,4}[s$#dp%]M?[_,naoT(]{0,4}Q[),]{0,2}[_T]{0,3}[UD][_oy]{0,2}$")
"""``down from $15 million in the prior quarter, a decline of 35%``"""
_ON_YEAR = re.compile(r"[_,noraVUDTt]{0,5}Y")


def _is_sequential(tags: str, at: int, language: str) -> bool:
    """Tell a change that is against the period before; where it is said before the figure, none that a comma follows."""
    if language in UNSPACED and OPENS_ON_PREVIOUS.match(tags, 0, at):
        return True
    if tags.endswith(_OVER_PREVIOUS) and "Y" not in tags:
        return True
    if "Q" in tags and _FROM_PREVIOUS.search(tags, 0, at) and not _ON_YEAR.match(tags, at + 1):
        return True
    behind = SEQUENTIAL.match(tags, at + 1) if language not in UNSPACED else None
    found = behind or OPENS_WITH_PREVIOUS.match(tags, 0, at)
    of_its_growth = behind is not None and tags.startswith("%", behind.end())
    return found is not None and not of_its_growth and not (language in UNSPACED and "," in found.group())


def _is_rate(mark: Mark | None) -> bool:
    """Tell whether a figure's metric is a rate by its name: "its gross margin was 75% of revenue"."""
    entry = entry_of(mark)
    return entry is not None and entry.unit == "percent"
