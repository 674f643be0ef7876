"""
Consensuses: a sentence that is about what analysts expect and nothing else, in all its figures.

"The consensus is for sales of $5 billion, which implies growth of 3%, a same-store sales decline of 2% and EPS of $1.20": what
stands behind the first is expected too, though in words that tell of results elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from earnsum.grammar.read import Reading
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.moves import MOVED
from earnsum.text.terms import REVISED

_SUBJECT = re.compile(r"_?A?[AK]?_?N(?:r_?A_?[GEf]|[oA_]|M(?=o[s$]))|_?A[_oA]{0,3}[GEf]")
"""``The FactSet consensus is for``, ``Analysts surveyed by FactSet are expecting``"""
_TIPPED = re.compile(r"[^s$%#d;/bmiqwkjV]*%[_o]{1,3}A[_oA]{0,2}E[_T]{0,2}")
"""``Sales growth of 3% was what the market had been tipping``"""
_NOTHING_ELSE = re.compile(r"[^bmiqwVHYK;Q]*")
_TURNS = regex.compile(
    r"\b(?:while|(?:but|although|though)(?! on )|whereas|so|which (?:made|left)|actual|compared|versus|reported|posted|company|its?"
    r"|from)\b"
)
_SPREAD_BEFORE = regex.compile(r"\b(?:in|within) (?:an? |the )?(?:range|spread|band) (?:of|from|between) $")
_SPREAD_BEHIND = re.compile(r" (?:range|spread|band)\b")
_NEAR = 32
_EXPECTED = frozenset({"estimate", "later", "guide"})
_READ_OTHERWISE = frozenset({"actual", "change", "guide"})


def of_one_consensus(folded: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, those behind the first expectation of a sentence on the consensus as expectations too."""
    readings = _beside_own([_as_own_view(folded, tags, reading) for reading in _unless_of_other_matters(folded, tags, readings)])
    readings = [_by_its_words(folded, tags, r) for r in _without_another(folded, tags, _without_spread(folded, tags, readings))]
    readings = _ahead_at(folded, tags, readings)
    readings = [_only_how_far(tags, r, readings[at : at + 2]) for at, r in enumerate(readings)]
    if len(readings) == 1 and readings[0].role == "change" and _TIPPED.fullmatch(tags):
        return [readings[0]._replace(role="estimate")]
    first = next((place for place, reading in enumerate(readings) if reading.role in ("estimate", "later")), None)
    if first is None or len(readings) == 1 or not _SUBJECT.match(tags):
        return list(readings)
    start, last = readings[first], readings[-1]
    if not _NOTHING_ELSE.fullmatch(tags, start.at, last.at) or _TURNS.search(
        folded, start.figure.extent.end, last.figure.extent.start
    ):
        return list(readings)
    return [
        reading._replace(role=start.role) if place > first and reading.role in _READ_OTHERWISE else reading
        for place, reading in enumerate(readings)
    ]


_WHAT_MOVED = regex.compile(
    r"\b(?P<what>[a-z][\w'-]*+|Claims|Expenses|Charges|Taxes|Fees|Write-\w+) (?:(?:also|had|has|have) )?"
    rf"(?:{MOVED}|came|was|were|stood|amounted|totall?ed|reached|hit)\b"
    rf"(?: (?:by [^,;]{{2,14}}|in|at|to|sharply|slightly)){{0,3}} {ABOUT}$"
)
_WHAT_WAS_TOLD = frozenset(
    "it they that this these those which figure figures result results number numbers total sum amount reading outcome one both "
    "performance quarter year half group company bank lender firm line lines shares stock".split()
)


def _unless_of_other_matters(folded: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings without what was expected of no metric ("Claims fell to $5m; analysts had expected $6m")."""
    first = readings[0] if readings else None
    if (
        METRIC_TAG in tags
        or first is None
        or first.metric is not None
        or first.role not in ("actual", "skip")
        or first.figure.kind != "money"
    ):
        return list(readings)
    start = first.figure.extent.start
    what = _WHAT_MOVED.search(folded, max(0, start - _SUBJECT_BACK), start)
    if what is None or what["what"] in _WHAT_WAS_TOLD:
        return list(readings)
    return [r._replace(role="skip") if r.role == "estimate" and r.metric is None else r for r in readings]


_SUBJECT_BACK = 60
_VIEW = regex.compile(r"(?:^|[^AV])(?<!A[^;,/]*)[KM_]?N(?:o|_o?)$")
_OWN = regex.compile(
    r"\bview (?P<of>of|(?:(?:is|was) )?"
    rf"(?:kept|held|left|maintained|reaffirmed|unchanged|{REVISED}) (?:at|to)) $"
)
_BACK = 40


def _as_own_view(folded: str, tags: str, reading: Reading) -> Reading:
    """Return as an outlook what a view is kept at, or one of a range, which analysts' are none of ("its view of $1 to $1.20")."""
    if reading.role != "estimate" or _VIEW.search(tags, 0, reading.at) is None:
        return reading
    own = _OWN.search(folded, max(0, reading.figure.extent.start - _BACK), reading.figure.extent.start)
    return reading if own is None or (own["of"] == "of" and not reading.figure.is_range) else reading._replace(role="guide")


def _beside_own(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a range of another metric behind an outlook and its consensus as one ("$1-1.20 vs. $1.15, sales $4-5bn")."""
    return [
        reading._replace(role="guide")
        if reading.role == "estimate"
        and reading.figure.is_range
        and place > 1
        and [(r.role, r.figure.is_range) for r in readings[place - 2 : place]] == [("guide", True), ("estimate", False)]
        and reading.metric_at not in (None, readings[place - 2].metric_at)
        else reading
        for place, reading in enumerate(readings)
    ]


_SO_FAR_OFF = regex.compile(r"%[UD]?[qw][_A]{0,3}No$")
"""``earnings were 1% above the consensus at`` $891 million"""
_LIKE_EXPECTED = regex.compile(r"[jkCS][^;,]{0,6}[:,]?[_o]{0,2}[s$#%][_n]{0,2},?_?r_?$")
"""``a loss that was less than feared: 31 cents instead of 35 cents``"""


def _by_its_words(folded: str, tags: str, reading: Reading) -> Reading:
    """
    Return a figure in the role that words give it which the tags do not tell apart.

    A level that is so many percent off the consensus "at" it came ("was 1% above the consensus at $891"), and so did one that
    "left" analysts disappointed; "instead of" something, better than expected, is what was expected.
    """
    if reading.role == "gap" and folded.startswith(" left ", reading.figure.extent.end):
        return reading._replace(role="actual")  # "sales of $2 billion left analysts wanting more"
    if reading.role == "prior" and folded.endswith("instead of ", 0, reading.figure.extent.start):
        return reading if _LIKE_EXPECTED.search(tags, 0, reading.at) is None else reading._replace(role="estimate")
    if reading.role != "estimate" or not folded.endswith(" at ", 0, reading.figure.extent.start):
        return reading
    return reading if _SO_FAR_OFF.search(tags, 0, reading.at) is None else reading._replace(role="actual")


_AHEAD_AT = regex.compile(r"[qw][_A]{0,3}[Nf]A{0,2}o[_B]{0,2}")
_AT = regex.compile(r"\ at\ (?:an?\ (?:[a-z-]++\ )?)?$")


def _ahead_at(folded: str, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a level behind how far off the consensus it was as what came ("EPS was a dime ahead of views at $1.10")."""
    found = list(readings)
    for place, (one, other) in enumerate(pairwise(readings)):
        start = other.figure.extent.start
        if one.role not in ("actual", "skip") or other.role != "estimate" or not _AT.search(folded, max(0, start - _NEAR), start):
            continue
        if _is_small_beside(one, other) and _AHEAD_AT.fullmatch(tags, one.at + 1, other.at):
            found[place : place + 2] = [one._replace(role="gap", side=tags[one.at + 1]), other._replace(role="actual")]
    return found


_ABOVE_ONE = re.compile(r"_?[qw][_oAMBK]{0,4}N?[_oAMBK]{0,4}")
_TIMES_AS_LARGE = 4


def _only_how_far(tags: str, reading: Reading, pair: Sequence[Reading]) -> Reading:
    """Leave out by how far a figure told before was off the consensus ("Earnings were a penny above the 35 cents expected")."""
    other = pair[-1]
    if reading.role != "actual" or other.role != "estimate" or reading.figure.kind != "money" or "M" not in tags[: reading.at]:
        return reading
    between = _ABOVE_ONE.fullmatch(tags, reading.at + 1, other.at)
    return reading._replace(role="skip") if between and _is_small_beside(reading, other) else reading


def _is_small_beside(one: Reading, other: Reading) -> bool:
    """Tell a sum that may be how far another is off, by how small it is."""
    a, b = one.figure, other.figure
    return a.unit == b.unit and 0 < abs(a.value) * _TIMES_AS_LARGE < abs(b.value)


def _without_spread(folded: str, tags: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out how far estimates lie apart, told behind their mean ("a forecast of 45p, within a 43-46p range")."""
    if len(readings) == 1 or ("A" not in tags and "N" not in tags):
        return readings
    means = [r for r in readings if r.role in _EXPECTED and not r.figure.is_range]
    return [r for r in readings if not r.figure.is_range or not _is_spread(folded, tags, r, means)]


_ANOTHER = re.compile(r"[^Ms$%#d]*[AN][^Ms$%#d]*[oEfG][^Ms$%#d]*")
_MEAN = re.compile(r"\b(?:consensus|mean|average|median)\b")
_ALIKE = Decimal("1.15")


def _without_another(folded: str, tags: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Leave out one of two expectations of a sum ("Initech had projected $33, the mean of five was $32"): the mean stays."""
    kept = list(readings)
    for place, (one, other) in enumerate(pairwise(readings)):
        if not (one.role == other.role == "estimate" and other.metric is None and _is_alike(one, other)):
            continue
        if _ANOTHER.fullmatch(tags, one.at + 1, other.at):
            mean = _MEAN.search(folded, one.figure.extent.end, other.figure.extent.start) is not None
            kept[place + 1] = other._replace(role="skip")
            if mean:
                kept[place] = one._replace(figure=other.figure)
    return kept


def _is_alike(one: Reading, other: Reading) -> bool:
    a, b = one.figure, other.figure
    small, large = sorted((abs(a.value), abs(b.value)))
    return (a.kind, a.unit, a.per_share) == (b.kind, b.unit, b.per_share) and a.kind == "money" and large <= small * _ALIKE


def _is_spread(folded: str, tags: str, reading: Reading, means: Sequence[Reading]) -> bool:
    """Tell a range right behind a mean; named, it is another figure ("the consensus of $1, and revenue in the range of")."""
    figure = reading.figure.extent
    near = (m for m in means if figure.start - _NEAR <= m.figure.extent.end < figure.start)
    if not any(METRIC_TAG not in tags[mean.at : reading.at] for mean in near):
        return False
    before = _SPREAD_BEFORE.search(folded, figure.start - _NEAR, figure.start)
    return before is not None or _SPREAD_BEHIND.match(folded, figure.end) is not None
