"""The metric before a figure, in its own clause: "EPS came to 88 cents, or $310 million", "sales at its shops rose 5%"."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.fitting import fitting
from earnsum.grammar.glosses import gloss_before, open_cause
from earnsum.grammar.metrics import COSTS, LOST
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, is_called, says
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re, regex

_FAR = 60
"""Tokens to look back over for a figure's metric; few sentences have as many."""

_STOPS = frozenset(";H")
"""Where a clause ends, and shares, whose price the figures behind them are; those that are counted ("3 million shares for") not."""

_IN_ALL = regex.compile(r"s,?\|[_o]{0,2}$")

_ON_SALES = regex.compile(r"s[,B_]{0,2}a_?$")
"""``a profit of 1 cent on $95 million``: the sum is of sales."""

_PLANNED = regex.compile(r",/[Efg]G?[_oB]{0,4}(?P<m>M)[_o]{0,3}[s$%#][_n]{0,3},[_oK]{0,2}GU?[_o]{0,2}$")
"""``Acme, which had forecast earnings of $5, now expects $6``: the metric is named in the aside alone"""


def metric_before(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the metric before a figure; the sum behind earnings per share is theirs ("EPS came to 88 cents, or $310 million")."""
    opened = _DESPITE.search(tags, 0, at) if not (role == "change" and _ON_THE_YEAR.match(tags, at)) else None
    if opened is not None and says(tokens[opened.start()], _IN_SPITE_OF):
        return None
    nearest = tags.rfind("M", 0, at)
    mark = tokens[nearest].mark if nearest >= 0 and tags[at] == "$" and "|" in tags and _IN_ALL.search(tags, 0, at) else None
    if is_called(mark, {"eps"}):
        return nearest
    left = _nearest_before(tokens, tags, at, role)
    if (
        left is None
        and role == "guide"
        and (planned := _PLANNED.search(tags, 0, at))
        and fitting(tokens[planned.start("m")], tokens[at], role)
    ):
        return planned.start("m")
    if tags[at] == "$" and left is not None and "a" in tags[at - 2 : at] and _ON_SALES.search(tags, 0, at):
        entry = entry_of(tokens[left].mark)
        return None if entry is not None and entry.share else left
    return left


def _nearest_before(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the nearest fitting metric before a figure, in its own clause."""
    clause, aside = at, len(tags)
    first = tags.find(METRIC_TAG, max(0, at - _FAR, open_cause(tokens, tags, at)), at)
    for before in range(at - 1, first - 1, -1) if first >= 0 else ():
        tag = tags[before]
        if (
            before >= aside
            or (tag == "M" and _is_left_out(tokens, tags, before, role))
            or _ends_in_share(tags, before + 1)
            or _is_of_cause(tokens, tags, before)
        ):
            continue  # an aside, or "39.0% of net sales, versus $146.4 million": of the profit before
        goes_on = before >= at - 2 and _is_apposed(tokens, tags, at)
        if tag in "UD,)" and not goes_on and (gloss := gloss_before(tokens, tags, before, first=clause == at)) is not None:
            aside = gloss
            continue
        if _is_stop(tokens, tags, before, role):
            return None
        if (
            tag in "UD"
            and clause == at
            and not (role == "change" and _is_a_rise_of(tokens, before))
            and (other := _OTHER_SUBJECT.search(tags, max(0, before - 5), before))
            and not _is_of_both(tokens, tags, other.start())
        ):
            clause = other.start()
        if tag == "M" and fitting(tokens[before], tokens[at], role):
            if _is_elsewhere(tokens, tags, before, clause, at):
                return None
            if _near_enough(tokens[before], tags, before, at) and not _is_a_profit_of(tokens[before], tags, at):
                return before
        elif tag == "M" and (tags[before + 1 : at] == "o" or _is_share_of_cost(tokens[before], tags, before, at)):
            return None  # "charges of 5 cents a share": named, but of no use here
    return None


def _is_stop(tokens: Sequence[Token], tags: str, at: int, role: str) -> bool:
    """Tell where no metric is looked for before: a clause's end, or a line whose change it is ("… while the top line rose 11%")."""
    if tags[at] in "01":
        return role == "change"
    return (tags[at] in _STOPS and not tags.startswith("#H", at - 1)) or (tags[at] == "/" and _is_new_clause(tokens, tags, at))


_APPOSED = regex.compile(r"[s$#],[UD]$")


def _is_apposed(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a change that is set behind its figure ("which had sales of $5 billion, up 4%") from one of what a clause explains."""
    return _APPOSED.search(tags, max(0, at - 3), at) is not None and first_word(tokens[at - 1]) in ("up", "down")


_DESPITE = re.compile(r"/(?:[s$#%d][_o]{0,2}[,&])*$")
"""``profits rose 22% despite a £130m fine, £20m of bonuses and``: sums that are none of the profit"""

_IN_SPITE_OF = frozenset({"despite", "in spite of", "notwithstanding"})
_ON_THE_YEAR = re.compile(r"%[UD](?:[rV]_?)?Y")
"""``missed forecasts despite a 21% jump from a year earlier``, which is the same metric's"""

_LEAVING_OUT = frozenset({"before", "excluding", "without"})
"""``18 cents per share before amortization charges, compared with 26 cents``: of what the figure behind them is not"""

_PAID = COSTS | {"dividend", "provisions"}
_AMONG_COSTS = regex.compile(r"Xu_?$")
"""``Operating expenses including loan provisions fell 8%``: the costs did"""


def _is_left_out(tokens: Sequence[Token], tags: str, metric: int, role: str) -> bool:
    """Tell costs that a profit is told without ("before plant closings and other charges", "after paying preferred dividends")."""
    if _AMONG_COSTS.search(tags, 0, metric):
        return True
    if not is_called(tokens[metric].mark, _PAID):
        return False
    at = metric - 1
    while at > 0 and tags[at] in "_oX&BMH":
        if first_word(tokens[at]) in _LEAVING_OUT:
            return True
        at -= 1
    behind = "Ms$" if role == "estimate" else "M"  # "profit was $5 million after a writedown, against expectations of $6 million"
    return at > 0 and tags[at] == "/" and tags[at - 1] in behind and first_word(tokens[at]) == "after"


_COST_A_SHARE = regex.compile(r"M[o_]{0,2}\$,?\|_?s")


def _is_share_of_cost(metric: Token, tags: str, before: int, at: int) -> bool:
    """Tell what a charge is a share from earnings a share ("profit included a charge of $28 million, or 34 cents a share")."""
    found = _COST_A_SHARE.match(tags, before) if is_called(metric.mark, COSTS) else None
    return found is not None and found.end() == at + 1


_OF_A_RISE = regex.compile(r"(?r)[UD][_oyO]{0,3}")


def _ends_in_share(tags: str, end: int) -> bool:
    """Tell "39.0% of net sales"; not "une croissance de 25% de son chiffre d'affaires"."""
    return tags.endswith("%oM", 0, end) and _OF_A_RISE.match(tags, 0, end - len("%oM")) is None


def _is_elsewhere(tokens: Sequence[Token], tags: str, metric: int, clause: int, at: int) -> bool:
    """Tell a metric that has had its verb or figure before a clause of another subject; or shares that "lost 2.5% to 270 yen"."""
    if says(tokens[metric], LOST) and "%" in tags[metric:at]:
        return True
    return clause < at and any(t in "UDos$%#" for t in tags[metric + 1 : clause])


_OF_BOTH = regex.compile(r"M(?P<at>_K?_(?=o))?(?:[on]K?_){1,3}(?:[,&]_){0,5}$")
"""``sales of its devices and services unit dropped``, ``of pens, ink and paper``, ``profit at the maker of pens and ink``"""
_WHERE = frozenset({"at", "for"})


def _is_of_both(tokens: Sequence[Token], tags: str, end: int) -> bool:
    """Tell a part, or a company by what it does, that has "and" in its name from another subject behind "and"."""
    found = _OF_BOTH.search(tags, 0, end)
    return found is not None and (found["at"] is None or first_word(tokens[found.start("at")]) in _WHERE)


_OTHER_SUBJECT = re.compile(r"[,;/&]K?[_X][_Xno]{0,3}(?:\([^()s$%#d]*\))?$")
"""``, customer numbers (net)``: before a verb of change, a subject of its own where the metric has had its verb or figure."""


def _is_a_rise_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell the noun in "a sharp increase of 5%" from a verb, which has a subject before it."""
    mark = tokens[at].mark
    if isinstance(mark, Cue) and mark.words.endswith(" of"):
        return True
    return at + 1 < len(tokens) and tokens[at + 1].tag == "o" and says(tokens[at + 1], {"of"})


_BY_CAUSE = regex.compile(r"(?<=M[^;]*)/[_B]{0,2}M$")


def _is_of_cause(tokens: Sequence[Token], tags: str, metric: int) -> bool:
    """Tell a metric that the cause is of that another moved by ("fiel wegen des gesunkenen Absatzes um 5 Prozent")."""
    found = _BY_CAUSE.search(tags, 0, metric + 1) if tags[metric] == METRIC_TAG else None
    return found is not None and says(tokens[found.start()], _RELATIVE - {"which", "where"})


_RELATIVE = frozenset(
    {"which", "where", "dank", "trotz", "wegen", "aufgrund", "angesichts", "grâce à", "malgré", "gracias a", "pese a", "debido a"}
)
"""Words that begin a clause without another subject, or none at all."""


def _is_new_clause(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a clause with a subject of its own begins ("as fuel costs …"); one with "which" goes on about the same."""
    mark = tokens[at].mark
    of_profit = tags.startswith("M/", at - 1) and isinstance(mark, Cue) and mark.words == "after"  # "net profit after royalties"
    return (
        tags.startswith(("/_", "/K_", "/X", "/KX"), at) and isinstance(mark, Cue) and mark.words not in _RELATIVE and not of_profit
    )


_OR_A_SHARE = re.compile(r"\$,?\|_?s")


def _is_a_profit_of(metric: Token, tags: str, at: int) -> bool:
    """Tell that a sum is no revenue, since the text says what it is a share: "up from $106 million, or 13 cents a share"."""
    return is_called(metric.mark, {"revenue"}) and _OR_A_SHARE.match(tags, at) is not None


def _near_enough(metric: Token, tags: str, before: int, at: int) -> bool:
    """Tell whether no figure stands between; asked where a sum stands beside what is a share's, or cents beside sales."""
    entry = entry_of(metric.mark)
    if (
        entry is None
        or (entry.unit, tags[at]) not in {("share", "$"), ("money", "s")}
        or entry.share
        or (entry.money_too and entry.name != "dividend")
    ):
        return True
    return not any(tag in "s$%#d&" for tag in tags[before + 1 : at])
