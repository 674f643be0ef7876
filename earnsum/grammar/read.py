"""
The grammar: which role each figure of a sentence plays, and whose metric it is.

Works on tokens alone.  Roles come from the shapes, metrics from where the
metric's name stands; what a sentence says in words ("topped estimates") is read
here too.  What belongs together across sentences is for `resolve` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from earnsum.grammar.attach import attach_metrics, is_share_of_sales
from earnsum.grammar.inorder import changes_in_turn, in_order, in_pairs, in_turn
from earnsum.grammar.metrics import COSTS
from earnsum.grammar.needs import Live, sieve
from earnsum.grammar.phrasing import verdicts_of
from earnsum.grammar.roles import Role, roles_of
from earnsum.grammar.shapes import SIGNED_CHANGE
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, is_called, tags_of
from earnsum.model import Span, Verdict
from earnsum.patterns import re, regex
from earnsum.text.languages import UNSPACED
from earnsum.text.marks import Kind, Mark, Quantity

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


class Claim(NamedTuple):
    """A verdict in words: what it is said of, and where it stands."""

    at: int
    subject: str
    verdict: Verdict
    shape: str
    metric: Cue | None = None
    exact: bool = False
    said_at: int = 0
    part: str | None = None
    """The part of the company that the words behind the verdict name (see `contrasts`)."""


def read_sentence(tokens: Sequence[Token], language: str = "en") -> tuple[list[Reading], list[Claim]]:
    """Return what a sentence's tokens say: its figures, in order, and its verdicts in words."""
    tags = tags_of(tokens)
    roles = roles_of(tags, language)
    metrics = attach_metrics(tokens, tags, {at: role for at, (role, _, _) in roles.items()}, metric_first=language in UNSPACED)
    metrics |= in_pairs(tokens, tags, {at: role for at, (role, _, _) in roles.items()})
    metrics |= in_order(tags, metrics)
    for at, (first, metric) in (in_turn(tags) or changes_in_turn(tags, metrics)).items():
        metrics[at] = metric
        if first in roles and (at not in roles or roles[at][0] != roles[first][0]):
            roles[at] = roles[first]
    readings = []
    for at, token in enumerate(tokens):
        if not isinstance(token.mark, Quantity):
            continue
        role, shape, side = roles.get(at, ("actual", DEFAULT_SHAPE, ""))
        found = metrics.get(at)
        mark = tokens[found].mark if found is not None else None
        if role == "actual" and is_share_of_sales(tokens, tags, at) and not _is_rate(mark):
            role, shape = "margin", "a profit that is FIGURE of sales"
        elif role == "actual" and found is None and token.tag == "%" and POINTS_TO.search(tags, 0, at):
            role, shape = "margin", "a margin that moved by points to FIGURE"
        elif (
            (shape == SIGNED_CHANGE and not token.mark.signed)
            or (role == "change" and _is_against_another(tags, at))
            or (role == "actual" and FROM_ANOTHER_YEAR.match(tags, at))
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
    readings += _unchanged(tokens, tags)
    readings += _even(tokens, tags)
    readings += _of_both(tokens, tags, readings)
    return sorted(readings, key=lambda reading: reading.at), list(_claims(tokens, tags, language))


POINTS_TO = regex.compile(r"[UD][_oy]{0,2}[qw]?p[_Y]{0,2},?t_?$")
"""``EBITDA was $100 million, improving by 100 basis points to 15%``: the level of a margin that nobody names"""

BOTH = (
    regex.compile(r"(?P<rate>%)_?[UD][_Q]?n[_BKQY]{0,3}(?P<one>M),?&[_nB]{0,3}(?P<two>M)(?![_oB]{0,3}[UDt]|[_oBt]{0,3}[s$%#d])"),
    regex.compile(r"(?<![jk][_B]?)(?P<one>M)&[_B]{0,2}(?P<two>M)[_o]{0,2}[UD][_oy]{0,2}(?P<rate>%)(?![_,]{0,2}[&t=|])"),
)
"""``an 18% jump in sales and profits``, ``sales and profits both rose 18%``"""

SOLD_AND_EARNED = frozenset({"revenue", "earnings", "net_income", "operating_income", "pretax_income", "ebitda", "eps"})
"""What grows at one rate: not orders and the backlog."""


def _of_both(tokens: Sequence[Token], tags: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield a change again for the other of two metrics that it is said of."""
    changes = {reading.at: reading for reading in readings if reading.role == "change"}
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


def _even(tokens: Sequence[Token], tags: str) -> Iterator[Reading]:
    """Yield an expectation of no profit and no loss a share."""
    for match in EVEN.finditer(tags) if "F" in tags else ():
        word = tokens[match.start("even")]
        none = _nothing(word, "money", "")._replace(per_share=True)
        yield Reading(
            at=match.start("even"), figure=none, role="estimate", metric=None, metric_at=None, shape="expected to break even"
        )


UNCHANGED = regex.compile(
    r"(?P<expected>[AJ][_A]{0,4}[EfN][_oBn]{0,3})?(?:(?P<met>M)(?:[_oBn]{0,3}|[_oBnt]{0,3}G?[_oBnt]{0,3}(?<=G[^;]*))(?P<flat>~)|(?<=[EfN][_oBn]{0,3})(?P<flat>~)_?(?P<met>M))(?![_to]{0,2}[s$#%])"
)


def _unchanged(tokens: Sequence[Token], tags: str) -> Iterator[Reading]:
    """Yield a rate of nothing where a metric that is itself a rate of growth is said, or was expected, to be flat."""
    for match in UNCHANGED.finditer(tags) if "~" in tags else ():
        metric, word = tokens[match.start("met")].mark, tokens[match.start("flat")]
        coming = "G" in tags[tags.rfind(";", 0, match.start("flat")) + 1 : match.start("flat")]
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


FROM_ANOTHER_YEAR = re.compile(r"%r_?W")
"""A rate of growth against another year, behind the one against the year before: "rose 37%, and 9% from 2019"."""

OPENS_WITH_PREVIOUS = re.compile(r"[_&/]{0,2}[Vrqwc][_on]{0,3}Q,[^;]*$")
"""``From three months earlier, operating profit declined 12%, while sales rose 3%``"""

OPENS_ON_PREVIOUS = regex.compile(r"[_&/]{0,3}[LQ][_,][^;YCLQ]*$")
"""``전 분기에 비해서는 매출액이 4.5% 감소했지만``"""

SEQUENTIAL = re.compile(r"[_,noraVUDMtB(cqw]{0,4}(?:Q|[s$#d](?:[_,]?r[_B]?[s$#d])?[_,norM]{0,3}Q)")
"""What follows a change that is against the period before."""


def _is_sequential(tags: str, at: int, language: str) -> bool:
    """Tell a change that is against the period before; where it is said before the figure, none that a comma follows."""
    if language in UNSPACED and OPENS_ON_PREVIOUS.match(tags, 0, at):
        return True
    found = SEQUENTIAL.match(tags, at + 1) or OPENS_WITH_PREVIOUS.match(tags, 0, at)
    return found is not None and not (language in UNSPACED and "," in found.group())


def _is_rate(mark: Mark | None) -> bool:
    """Tell whether a figure's metric is a rate by its name: "its gross margin was 75% of revenue"."""
    entry = entry_of(mark)
    return entry is not None and entry.unit == "percent"


# ---------------------------------------------------------------- verdicts in words

VERDICTS: dict[str, Verdict] = {"b": "beat", "q": "beat", "j": "beat", "m": "miss", "w": "miss", "k": "miss", "i": "in_line"}

RISE = "a better-than-expected rise in METRIC"

IN_LINE = "in-line METRIC"
"""Only the adjective: "sales were in line with revenue forecasts" is read otherwise."""

ON_METRIC = "beat estimates on METRIC"

WIDER = "a wider METRIC than expected"
"""With "than expected" right behind the metric."""

SAYS = (
    # "revenue also topped forecasts", "sales were in line with expectations", "deliveries rose, but missed estimates"
    (
        "METRIC beat estimates",
        r"(?P<met>[M2e10])(?:[&,]?B?(?P<met>M))?(?:[_oBnKtYQ/&UDx]{0,6}(?P<v>[bmiqw])M?|[_oBnKtYQ,/&UDxr]{0,6}(?P<v>[bmiqw]))[_oABK]{0,3}(?:[s$#d%](?=N))?(?:[NfEA])",
    ),
    # "Beating forecasts, the bank made $5 million"
    ("beating estimates, METRIC", r"^(?P<v>[bmqw])[_oA]{0,3}[NfE],[K_]{0,2}(?P<met>M)(?![_o]*[UD]?[^s$#]*$)"),
    # "beat earnings estimates", "missed revenue expectations"
    ("beat METRIC estimates", r"(?P<v>[bmiqw])[_oABKn]{0,4}N?(?P<met>[M210])(?:[&,|]B?(?P<met>[M10]))?[_ABK]{0,2}[NfE]"),
    # "topped estimates for revenue", "missed expectations on the top line"
    (
        ON_METRIC,
        r"(?P<v>[bmiqw])[_oABK]{0,3}[NfE](?:[_A]{0,2}[anou_]|(?<=N)(?=M(?![UDo]))|yu(?:_?%[UD]n)?|(?<=(?:^|K)_?[bmiqw][_oAB]{0,3}[NfE]),u)[_B]?(?P<met>[M210])(?:[&,]{1,2}_?(?P<met>M))?",
    ),
    # "Acme beat estimates, earning 30 cents a share"
    ("beat estimates, METRIC FIGURE", r"(?<=K[_oY]{0,2})(?P<v>[bmi])[_oABK]{0,3}[NfE],[_uB]{0,2}(?P<met>M)[_oB]{0,2}s"),
    # "a miss on the top and bottom line", "beating on revenue and earnings"
    ("beat on METRIC", r"(?P<v>[bmiqw])[_K]{0,2}[an][_B]{0,2}(?P<met>[M210])(?:[&,]{1,2}(?P<met>M))?"),
    # "a bottom-line beat"
    ("a METRIC beat", r"(?P<met>[210M])(?:o[s$#d%])?_?(?P<v>[bmiqw])(?=$|[,;/&)o:]|(?<![qw])(?:e|[ny]_?(?:$|[,;/&]))|y_?[s$])"),
    # as in "revenue of $5 billion, in line with expectations" or "revenue rose 7% to $5 billion, also beating expectations"
    (
        "METRIC of FIGURE, above estimates",
        r"(?:(?P<met>M)o[s$#],?&[_BK]{0,2}(?=Mo[s$#][bmiqw]))?(?P<met>M)(?:,K,)?[UDoBn_tbKYry]{0,4}(?:[s$#d%p][_tnryoYQb,UDB(a|]{0,4}){1,3}(?:[,_/o(K&)]{0,3}(?P<v>[bmiqw])[_oAK]{0,3}(?:[s$#d%]_?)?[NfEA]|[,&(][_/oK]{0,3}(?P<v>[jk])(?=$|[,;/&).]))",
    ),
    # "a wider loss than analysts had expected"
    (WIDER, r"(?P<v>[UD])_?(?P<met>M)(?:c[_AK]{0,3}[ENf]|_)"),
    # "a loss, and one far bigger than Wall Street had feared"
    ("a METRIC bigger than expected", r"(?P<met>M)[_oBn,&|s$]{0,8}(?P<v>U)c[_A]{0,3}[EN]"),
    # "better-than-expected earnings and revenue", "a wider-than-expected loss", "a smaller-than-expected fall in profit"
    (
        "better-than-expected METRIC",
        r"(?P<v>[jk])[_B]{0,2}(?P<met>[M210])(?:[&,]{1,2}[_B]?(?P<met>M)(?![UD](?:$|[%_ty,;/&.r])))?",
    ),
    # as in "a better-than-expected 9% rise in sales"
    (RISE, r"(?P<v>[jk])%?[UD]n[_B]{0,2}(?P<met>[M210])"),
    ("bigger-than-expected METRIC", r"(?P<v>[CS](?:_?%?_?[UD][no])?)[_B]{0,2}(?P<met>M)"),
    ("METRIC better than expected", r"(?P<met>[M2])(?:[&](?P<met>M))?[_oBnK]{0,3}[UD]?(?P<v>[jkCS])(?![_B]{0,2}M)"),
    # "in-line EPS", "revenue was in line at $3 billion"
    (IN_LINE, r"(?<=[Ko_&,])(?P<v>i)[_B]?(?P<met>M)|(?P<met>M)o_?(?P<v>i)(?=o[s$#%]|$|[;/,&.)])"),
    # "a better-than-expected $1.21 a share in adjusted profit"
    ("better-than-expected FIGURE in METRIC", r"(?P<v>[jk])[s$#d%][no][_B]{0,2}(?P<met>M)"),
    ("better-than-expected FIGURE a share", r"(?P<v>[jk])[oB]{0,2}(?P<met>s)(?![no]?[_B]{0,2}M)"),
)
"""What is said in words to have beaten, missed or met expectations: a name, and a pattern over tags."""


@cache
def _says(language: str) -> tuple[list[tuple[str, regex.Pattern[str]]], Live]:
    """Return the verdicts in words of a language by name, and what tells which of them may be found."""
    says = verdicts_of(language, SAYS)
    return [(name, regex.compile(pattern)) for name, pattern in says], sieve(f"says.{language}", [pattern for _, pattern in says])


def _claims(tokens: Sequence[Token], tags: str, language: str) -> Iterator[Claim]:
    """Find what is said to have beaten, missed or met expectations."""
    says, live = _says(language)
    for name, pattern in [says[number] for number in live(frozenset(tags))]:
        for match in pattern.finditer(tags):
            if _compares_with_a_period(tokens, match.start("v")) or OWN_FORECAST.match(tags, match.start("v")):
                continue
            for at in match.starts("met"):
                token = tokens[at]
                said = tokens[match.start("v")].mark
                if name == RISE and isinstance(said, Cue) and _is_surprise(said.words):
                    continue  # "an unexpected rise in sales": by how much is not said
                if name == IN_LINE and not (isinstance(said, Cue) and said.words == "in line"):
                    continue
                if name == ON_METRIC and tags[at - 1] == "N" and not _says_for(tokens[at - 1]):
                    continue  # "missed the consensus earnings": the metric's own
                if name == WIDER and not _says_than(tokens[at + 1]):
                    continue
                words = said.words if isinstance(said, Cue) else ""
                verdict = _verdict(match.group("v"), token, words, falling=_falls(tags, at, match.start("v"), words))
                subject = {"M": "metric", "2": "both", "1": "revenue", "0": "eps", "s": "eps", "e": "results"}[token.tag]
                yield Claim(
                    at=at,
                    subject=subject,
                    verdict=verdict,
                    shape=name,
                    exact=_is_exact(tokens[match.start("v")]),
                    said_at=match.start("v"),
                    metric=token.mark if subject == "metric" and isinstance(token.mark, Cue) else None,
                )


def _compares_with_a_period(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word of comparison behind which only a period stands, which shapes do not see: "in line with 2013"."""
    said, behind = tokens[at].mark, tokens[at + 1 : at + 2]
    preposed = isinstance(said, Cue) and said.words.endswith((" with", " than", " of"))
    return preposed and (not behind or (behind[0].tag in _PAUSES and behind[0].start > tokens[at].end))


_PAUSES = ",;:)"


OWN_FORECAST = re.compile(r"[bmiqw]_?K_?f(?!_?A)")
"""``missing its forecast of flat growth``: no expectation of analysts"""


def _says_for(token: Token) -> bool:
    """Tell "forecasts for", behind which a metric is named."""
    return isinstance(token.mark, Cue) and token.mark.words.endswith(" for")


def _says_than(token: Token) -> bool:
    """Tell "than", by itself or with what was expected."""
    return isinstance(token.mark, Cue) and token.mark.words.partition(" ")[0] == "than"


EXACTLY = frozenset(
    {
        *("exactly what", "precisely what", "just what", "which is what", "which was what", "the same as", "equal to"),
        *("exactly as expected", "equaled", "equalled"),
    }
)
"""In-line words that say that the estimate was the figure itself."""


def _is_exact(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words in EXACTLY


_FALLS = re.compile(r"D[_o]*%?[_,]*$")
_FALL_IN = re.compile(r"D[no]_?$")


def _falls(tags: str, metric: int, said: int, words: str) -> bool:
    """
    Tell whether what is said to be more or less is a fall: "sales fell less than expected", "the drop in sales was smaller".

    Sales that "fell 5%, below expectations" have not fallen less.
    """
    if words in ("below", "above"):
        return False
    return _FALLS.search(tags[metric:said]) is not None or (
        _FALL_IN.search(tags[max(0, metric - 3) : metric]) is not None and tags[metric:said].strip("_oMB") == ""
    )


_SIZES = {
    "more than expected": "more", "greater than": "more", "higher than": "more", "more than": "more", "above": "more",
    "over": "more", "double the": "more", "double what": "more", "twice the": "more", "twice what": "more", "triple the": "more",
    "triple what": "more", "half what": "less", "half of what": "less",
    "less than expected": "less", "smaller than": "less", "less than": "less", "lower than": "less", "below": "less",
}  # fmt: skip
"""Words for more and less, which turn round when they are said of a loss or of a fall."""


OPPOSITE: dict[Verdict, Verdict] = {"beat": "miss", "miss": "beat"}
"""What the other way round is; in line stays so."""


def _is_surprise(words: str) -> bool:
    """Tell words for a result that was not expected ("an unexpected", "posts surprise"): a profit then beats, a loss misses."""
    return words.rpartition(" ")[2] in ("surprise", "unexpected", "surprising")


def _verdict(tag: str, subject: Token, words: str, *, falling: bool = False) -> Verdict:
    """Return the verdict that a cue gives; "a wider loss" is worse, "a wider profit" better."""
    entry = entry_of(subject.mark)
    bad = entry is not None and (entry.loss or entry.metric in COSTS)
    if _is_surprise(words) and subject.tag == "M":
        return "miss" if bad else "beat"
    if words in _SIZES and subject.tag == "M":
        bad ^= falling
        return "beat" if (_SIZES[words] == "less") == bad else "miss"
    if tag in VERDICTS:
        costly = tag in "jk" and entry is not None and entry.name in COSTS  # "lower-than-expected impairments"
        return OPPOSITE.get(VERDICTS[tag], VERDICTS[tag]) if costly else VERDICTS[tag]
    if "D" in tag[1:]:  # "a bigger-than-expected drop in profit", "… in losses"
        bad = not bad
    return "miss" if (tag[0] in "UC") == bad else "beat"
