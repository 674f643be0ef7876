"""The metric behind a figure: "$3 billion in revenue", "a 14% increase in sales", "a 35-cent loss"."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.fitting import fitting
from earnsum.grammar.glosses import opens_cause
from earnsum.grammar.metrics import DECLARED, MARGINS, MARGINS_OF_SALES, SOLD_AND_EARNED
from earnsum.grammar.tokens import Token, entry_of, first_word, is_called, says
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re, regex

_RIGHT = re.compile(r"(?:K[o_]{1,2}n|O?[no]n?|Yn|(?<=_\$)(?<!,_\$)t(?=[_BKQ]{0,2}M(?!o?[s$])))[_BKQ]{0,2}(?P<m>M)")
"""
``$3 billion in revenue``, ``a rise of 5% year on year in sales``, ``92 cents of adjusted earnings``,
``the $3 billion booked in sales``, ``4% organique de ventes``.

``the insurance arm gave $5 million to profit``
"""

_AS_A_METRIC = regex.compile(r"(?<!t_?)[s$]/M(?!o_|[^;,s$%#d]{0,5}[UD])")
"""``recorded $5 million as profit``, but ``fell to $5 million as sales in Asia slid``"""
_PAID_OUT = re.compile(r"(?:t_?|a)[_no]{0,4}(?P<m>M)(?![,&|]{1,2}[_B]?M|o?[s$#])")
"""``returned $5 million to shareholders through buybacks``, ``spent $5 million on buybacks``; not of two such metrics."""

_NEXT = re.compile(r"(?:\(_?Y[:_n]{0,2}[s$#d%]\))?(?:[_B]?|K)(?P<m>M)(?!(?!o[s$][jkqw])[oBU_D]{0,2}[s$#d%])")
"""
``a 35-cent loss``, ``50 million monthly users``, ``5 (Vorjahr: 4) Millionen Euro Umsatz``; not ``$1.20, revenue $3 billion``.

But ``a 35-cent loss was 2 cents better than expected``: the second figure is a difference.
"""

_CHANGE_RIGHT = re.compile(r"[_YQBT]{0,2}[UD~](?:t[s$])?[_Q]?[no]o?[_BKQY]{0,3}(?P<m>M)")
"""``a 14% increase in sales``, ``a 14% rise to $5 million in profit before tax``."""

_CHANGE_FROM = regex.compile(r"_?r_?[s$]n[_B]{0,2}(?P<m>M)")
"""``down 2% from the $2 billion in net income it reported a year ago``."""

_CHANGE_NEXT = regex.compile(r"[_YB]{0,2}(?P<m>M)[_]?[UD]|[_YB]{0,1}[UD](?:K?[_YB]?)(?P<m>M)|_?(?P<m>M)n?,?t_?[s$]")
"""``64% revenue growth``, ``8% higher revenue``, ``mejoró un 5% sus ingresos, hasta los 6 millones``."""

_MOVED_SO_MUCH = re.compile(r"(?:^|[,;/])[_KY&]{0,3}[UD]%(?P<m>M)$")
"""``Globex eleva un 5% sus ventas en el semestre``: the verb is who moved it's, and what it moved stands last"""

_FRONTED = re.compile(
    r"^(?:[_K]?o[s$#d][nY]{0,2}(?:,(?:V[^;,s$%#d]{0,3}[s$#d][^;,s$%#d]*,(?![&/]))?[^;s$%#d]*?|(?=M[o_]{1,3}%))"
    r"|[_nK]{0,2}[s$#d%](?:[bmiqw]B?|DB?(?=M[_nQY]{0,4}[bmqw]))"
    r"|[_ntu]{0,2}[s$#](?:,_?|o)B?(?=M[^,;s$#d]{0,8}[UDqw]))(?P<m>M)"
)
"""``At $43 million, revenue also missed forecasts``, ``Mit 43 Millionen Euro fiel der Umsatz höher als erwartet aus``."""

_JOINED_AT = regex.compile(r"(?:(?:^|;)[/&_],?|,[/&]|[;:])o$")
"""``But at $43 million, revenue missed forecasts``, ``…, while at $43 million, revenue rose``"""

_GROWING = frozenset({"guide", "later", "estimate", "previous"})
"""Roles in which a rate may be one of growth: "a 3% increase in sales" is then told of as a change is."""

_SO_MUCH_RISEN = regex.compile(
    r"(?:(?<=t_?)[s$#d%]|(?<=y_?)%_?t_?[s$#d])(?:\([^()]{1,4}\))?_?(?P<u>[UD])B?(?P<m>M)(?![on]?_?[s$#d%])"
)
"""``ein um 5 Prozent auf 3 Millionen Euro gestiegener Umsatz``: the participle stands between a figure and its metric"""

_INFLECTED = ("e", "en", "er", "es")

_NEXT_MOVED = regex.compile(r"(?<=M[_BK]{0,2}o_?[s$#])(?:[no]n?)?_[_BKQ]{0,2}M[_o]{0,2}[UD]_?y?[_%]{0,2}t_?[s$#d]")
"""``A charge of $70 million meant that profit fell to $4 million``: the next clause's subject has a figure of its own"""

_HEADED = re.compile(r"M[GN]?:$")
"""``EPS guidance: $0.96-$1.06 Revenue guidance: $301 million``: a name and a colon are of the figure behind them"""


def metric_behind(tokens: Sequence[Token], tags: str, at: int, role: str, *, metric_first: bool) -> int | None:
    """Return the index of the metric behind a figure that it measures; see `attach.attach_metrics` for `metric_first`."""
    headed = _HEADED.search(tags, max(0, at - 3), at) and _HEADED.search(tags, at, tags.find(":", at) + 1)
    if headed or _NEXT_MOVED.match(tags, at + 1):
        return None
    if (named := _by_its_name(tokens, tags, at, role)) is not None:
        return named
    growth = role == "change" or (role in _GROWING and tags[at] == "%")
    patterns = (_CHANGE_RIGHT, _CHANGE_NEXT, _CHANGE_FROM, _RIGHT) if growth else (_RIGHT, _NEXT)
    for pattern in patterns:
        match = pattern.match(tags, at + 1)
        if match is None:
            continue
        metric = match.start("m")
        if pattern is _RIGHT and (says(tokens[at + 1], {"at"}) or (METRIC_TAG in tags[:at] and _WITH_ITS_OWN.match(tags, at + 1))):
            continue  # "a profit of $2 million at turnover of $16 million", "5 millions d'euros sur un chiffre d'affaires de 9"
        if pattern is _RIGHT and _is_a_share(tokens, tags, at, metric, growth=growth):
            return None
        if pattern is _NEXT and _HAS_EARNED.match(tags, metric) and METRIC_TAG in tags[:at] and says(tokens[metric], _EARNED):
            continue  # "Bei einem Umsatzplus auf 2 Millionen Euro verdiente Acme 9": what it earned follows
        if pattern is _NEXT and (_is_verbs(tokens, at, metric) or (metric_first and not _is_of_before(tokens, tags, at, metric))):
            continue  # the next metric, whose own figure follows
        if fitting(tokens[metric], tokens[at], role) and _is_joined(tokens, at, metric):
            return metric
    joined = at > 0 and says(tokens[at - 1], {"at"}) and _JOINED_AT.search(tags, 0, at) is not None
    clause = at - 1 if joined else tags.rfind(";", 0, at) + 1
    apart = _FRONTED.match(tags[clause:]) if at - clause <= 2 else None
    apart = apart or (_MOVED_SO_MUCH.search(tags[clause:], 0, at + 2 - clause) if role == "change" else None)
    metric = clause + apart.start("m") if apart is not None else -1
    return metric if metric >= 0 and fitting(tokens[metric], tokens[at], role) else None


_EARNED = frozenset({"verdiente", "verdienten", "a gagné", "ont gagné", "ganó", "ganaron"})
_HAS_EARNED = regex.compile(r"M[^,;s$%#d]{0,8}[s$]")


def _is_a_share(tokens: Sequence[Token], tags: str, at: int, metric: int, *, growth: bool) -> bool:
    """Tell how much of a metric something has from how much that is: "50% of its backlog", "un 28% del margen bruto"."""
    if growth and (is_share_of_sales(tokens, tags, at) or is_called(tokens[metric].mark, _TO_COME)):
        return True
    return tags[at] == "%" and says(tokens[at + 1], _OF_THE) and is_called(tokens[metric].mark, MARGINS_OF_SALES)


def _is_verbs(tokens: Sequence[Token], at: int, metric: int) -> bool:
    """Tell "net" behind a sum from a metric, where the verb before says which profit or loss it is ("it lost $5 million net")."""
    return at > 0 and tokens[at - 1].tag == METRIC_TAG and says(tokens[metric], {"net"})


def _is_generic(token: Token) -> bool:
    """Tell a word for any profit or loss, which says what the figure before it is ("30억원 손실")."""
    entry = entry_of(token.mark)
    return entry is not None and (entry.generic or entry.loss)


def _is_of_before(tokens: Sequence[Token], tags: str, at: int, metric: int) -> bool:
    """Tell a metric that its figure stands before where others stand first: a loss, what is paid out, a clause's only one."""
    return _is_generic(tokens[metric]) or is_called(tokens[metric].mark, DECLARED) or _is_all(tags, at)


_CLAUSE = re.compile(r"[^,;M]*[s$]M(?=[,;]|$)")


def _is_all(tags: str, at: int) -> bool:
    """Tell a sum whose clause ends with a metric and has no other ("搜索业务带来2亿美元收入,同比增长5%")."""
    start = max(tags.rfind(",", 0, at), tags.rfind(";", 0, at)) + 1
    found = _CLAUSE.match(tags, start)
    return found is not None and found.end() == at + 2


_PEOPLE = frozenset({"subscribers", "subscriber_adds", "users"})
"""What the number right before it counts, whatever follows ("2 million subscribers for a total of 30 million")."""

_WITH_ITS_OWN = re.compile(r"n[_B]?M[oB]{1,2}[s$#d]")
_OF_THE = frozenset({"del", "du", "de la", "des"})

_TO_COME = frozenset({"backlog"})
"""``50% of its backlog should turn into sales``: a share of them, not their growth"""


def _by_its_name(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the metric behind a figure that its very name ties to it: people counted, what is paid out, a margin foreseen."""
    if role == "actual" and tags[at + 1 : at + 2] == "M" and is_called(tokens[at + 1].mark, _PEOPLE):
        before = tags.rfind(METRIC_TAG, 0, at) if tags[at - 1 : at] == "t" else -1
        grown = before >= 0 and is_called(tokens[before].mark, {"subscribers"}) and "%" in tags[before:at]
        return before if grown else at + 1  # "the subscriber base grew 16% to 40 million users"
    if (
        (risen := _SO_MUCH_RISEN.match(tags, at)) is not None
        and first_word(tokens[risen.start("u")]).endswith(_INFLECTED)
        and fitting(tokens[risen.start("m")], tokens[at], role)
    ):
        return risen.start("m")
    if _AS_A_METRIC.match(tags, at) and first_word(tokens[at + 1]) == "as" and is_called(tokens[at + 2].mark, SOLD_AND_EARNED):
        return at + 2 if fitting(tokens[at + 2], tokens[at], role) else None  # "recorded $5 million as profit"
    if tags[at] == "$" and (paid := _PAID_OUT.match(tags, at + 1)) and is_called(tokens[paid.start("m")].mark, DECLARED):
        return paid.start("m")
    beside = _NEXT.match(tags, at + 1) if tags[at] == "%" and role in _GROWING else None
    if beside is not None and is_called(tokens[beside.start("m")].mark, MARGINS_OF_SALES):  # "forecast a 10% operating margin"
        return beside.start("m")
    return None


_SHARE_VERBS = frozenset({"accounting", "accounted", "made", "makes", "comprising"})
"""Verbs of a part's share in sales, which is no margin."""

_OF_SALES = re.compile(r"%(?:\(%\))?(?P<of>[no_])K?(?P<which>_?)M(?![UD])")

_GROWN = re.compile(r"[UD]o%")

_OF_ABROAD = frozenset("des du vom de del sobre".split())


def is_share_of_sales(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a percentage is followed by "of sales"; abroad a profit stands before ("soit 17,4 % du chiffre d'affaires")."""
    if at > 1 and _GROWN.match(tags, at - 2) and first_word(tokens[at - 1]) != "of":  # "une hausse de 5% du chiffre d'affaires"
        return False
    if sales := _OF_SALES.match(tags, at):
        of, is_sales = tokens[sales.start("of")], is_called(tokens[sales.end() - 1].mark, {"revenue"})
        if says(of, {"of"}):
            return is_sales and not sales["which"] and not (at and tokens[at - 1].first in _SHARE_VERBS)
        is_sales = is_sales and first_word(of) in _OF_ABROAD
    else:
        is_sales = at + 1 < len(tokens) and says(tokens[at + 1], {"du chiffre d'affaires", "des umsatzes"})
    profit = tags.rfind(METRIC_TAG, 0, at) if is_sales and not _is_mix(tokens, tags, at) else -1
    return profit >= 0 and is_called(tokens[profit].mark, MARGINS)


_MIX = re.compile(r"[&,/][_K]{1,2}o$")
_MIXING = frozenset("représente représentent supone suponen supuso representa representan représentait représentaient".split())


def _is_mix(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a share in sales of something with a verb of its own: "…, et la Chine représente 18,4% des ventes"."""
    return first_word(tokens[at - 1]) in _MIXING and _MIX.search(tags, max(0, at - 4), at) is not None


_PREPOSITIONS = frozenset(
    "before after for from excluding including than since following "
    "without included includes excluded excludes reflected reflects reflecting".split()
)


def _is_joined(tokens: Sequence[Token], at: int, metric: int) -> bool:
    """Tell whether no word stands between a figure and the metric behind it that leads to another matter."""
    return all(t.first not in _PREPOSITIONS and not opens_cause(t) for t in tokens[at + 1 : metric])
