"""
Again: the metric of a second period, which a sentence names only for the first.

"Operating profit was $12 million in the third quarter and $33 million in the nine months", "the loss for the quarter was $4
million; for the year it was $17 million": what is told of another stretch of time in the same way is of the same metric.
Here it is put among the words; `facts.bothperiods` lends it between figures that each are explained ("or 30 cents a share").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.tokens import NAME_TAG, OTHER_TAG, Token, entry_of, first_word, is_called, tags_of
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import regex
from earnsum.text.marks import PeriodMark

_SECOND = regex.compile(r"[,;&/]{1,2}(?P<words>[_KnoUDyt]{0,5})(?P<figure>[s$#%])(?![no]?[_B]{0,2}M)")
_END = regex.compile(r"[;&/]|,(?![UDVrY])")
_BY = regex.compile(r"[UD]_?y?$")
_MOVED = regex.compile(r"[UD]")
_SAID = frozenset(
    "a an and as at but corresponding during figure figures for full in it its of on over that the these they this those "
    "whereas while".split()
)
"""Words beside a period: whatever else stands there has figures of its own."""
_TAIL = 60
"""Letters behind the last token in which a sentence's last period may stand."""


def with_metric_again(folded: str, tokens: list[Token], periods: Sequence[PeriodMark]) -> list[Token]:
    """Return tokens, with a metric's name again before what the sentence tells of it for a second period, or for all of it."""
    tokens = _with_totals(tokens)
    told = [period for period in periods if period.when is None and period.kind is not None]
    if len({period.kind for period in told}) < 2:
        return tokens
    added = list(_again(folded, tokens, told))
    return sorted([*tokens, *added], key=lambda token: token.start) if added else tokens


_TOTAL = regex.compile(r"(?P<metric>M)[_o]{0,4}s[HB]?,?[&/]?(?P<makes>[_M])[_otBn]{0,4}(?P<total>s)")
_MAKES = frozenset("making makes made giving gives gave bringing brings brought taking takes took lifting lifts".split())


def _with_totals(tokens: list[Token]) -> list[Token]:
    """Return tokens, with the dividend's name before what it adds up to ("a final dividend of 20p, making 30p for the year")."""
    found = _TOTAL.search(tags_of(tokens))
    if found is None or not is_called(tokens[found.start("metric")].mark, {"dividend"}):
        return tokens
    makes, at = found.start("makes"), found.start("total")
    if first_word(tokens[makes]) not in _MAKES:
        return tokens
    total = tokens[found.start("metric")]._replace(start=tokens[at].start, end=tokens[at].start)
    return [*tokens[:makes], tokens[makes]._replace(tag=OTHER_TAG), *tokens[makes + 1 : at], total, *tokens[at:]]


def _again(folded: str, tokens: Sequence[Token], periods: Sequence[PeriodMark]) -> Iterator[Token]:
    """Yield the tokens of the metric, its basis and, before a rate, the verb, at the places where they are left out."""
    tags = tags_of(tokens)
    for match in _SECOND.finditer(tags):
        at, figure = match.start("words"), match.start("figure")
        named = [index for index in range(match.start()) if tags[index] == METRIC_TAG]
        if len({entry_of(tokens[index].mark) for index in named}) != 1 or not _says_nothing(folded, tokens[match.start() : figure]):
            continue
        before = tags[named[-1] : at]
        like = before.rfind(tags[figure])
        if like < 0 or (tags[figure] != "%" and _BY.search(before, 0, like)) or not _is_second(tokens, tags, periods, at, figure):
            continue
        start = tokens[at - 1].end
        left_out = [named[-1]] if tags[named[-1] - 1 : named[-1]] != "B" else [named[-1] - 1, named[-1]]
        entry = entry_of(tokens[named[-1]].mark)
        is_rate = entry is not None and entry.name.endswith("margin")  # "fell to 4% in the quarter and averaged 5% for the year"
        if tags[figure] == "%" and not is_rate and not _MOVED.search(tags, at, figure):
            left_out += [named[-1] + moved.start() for moved in _MOVED.finditer(before)][-1:]
        yield from (tokens[index]._replace(start=start, end=start) for index in left_out)


def _is_second(tokens: Sequence[Token], tags: str, periods: Sequence[PeriodMark], at: int, figure: int) -> bool:
    """Tell whether the clause of a figure has a period of its own, and another kind of one stands before it."""
    opens = tokens[at - 1].start
    end = _END.search(tags, figure + 1)
    closes = tokens[end.start()].start if end else tokens[-1].end + _TAIL
    second = next((period for period in periods if opens < period.span.start < closes), None)
    first = {period.kind for period in periods if period.span.start < opens}
    return second is not None and bool(first) and second.kind not in first


def _says_nothing(folded: str, tokens: Sequence[Token]) -> bool:
    """Tell whether between "and" and a figure nothing stands but when, and that it came to so much."""
    words = (folded[t.start : t.end].lower().split() for t in tokens if t.tag in (OTHER_TAG, NAME_TAG, "/"))
    return all(_SAID.issuperset(said) for said in words)
