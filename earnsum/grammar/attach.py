"""
Attachment: which metric a figure measures.

Apart from the roles, because the two questions have different answers in one
phrase: in "12 cents on revenue of $3 billion" both figures share a role and
neither shares a metric.  A figure looks right ("$3 billion in revenue"), then
left, and only at metrics that its unit fits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from earnsum.grammar.fitting import fitting
from earnsum.grammar.glosses import gloss_before, opens_cause
from earnsum.grammar.metrics import COSTS, DECLARED, LOST, MARGINS, MARGINS_OF_SALES
from earnsum.grammar.tokens import Cue, Token, entry_of, first_word, is_called
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re, regex

RIGHT = re.compile(r"[no]n?[_BKQ]{0,2}(?P<m>M)")
"""``$3 billion in revenue``, ``92 cents of adjusted earnings``, ``410 millions au titre du coût du risque``."""

PAID_OUT = re.compile(r"(?:t_?|a)[_no]{0,4}(?P<m>M)(?![,&|]{1,2}[_B]?M|o?[s$#])")
"""``returned $5 million to shareholders through buybacks``, ``spent $5 million on buybacks``; not of two such metrics."""

NEXT = re.compile(r"(?:[_B]?|K)(?P<m>M)(?![oBU_D]{0,2}[s$#d%])")
"""``a 35-cent loss``, ``50 million monthly users``; not ``$1.20, revenue $3 billion``."""

CHANGE_RIGHT = re.compile(r"[_YQBT]{0,2}[UD~](?:t[s$])?[_Q]?[no]o?[_BKQY]{0,3}(?P<m>M)")
"""``a 14% increase in sales``, ``a 14% rise to $5 million in profit before tax``."""

CHANGE_FROM = regex.compile(r"_?r_?[s$]n[_B]{0,2}(?P<m>M)")
"""``down 2% from the $2 billion in net income it reported a year ago``."""

CHANGE_NEXT = regex.compile(r"[_YB]{0,2}(?P<m>M)[_]?[UD]|[_YB]{0,1}[UD][_YBK]?(?P<m>M)|_?(?P<m>M)n?,?t_?[s$]")
"""``64% revenue growth``, ``8% higher revenue``, ``mejoró un 5% sus ingresos, hasta los 6 millones``."""

_FRONTED = re.compile(r"^(?:[_K]?o[s$#d],[^;s$%#d]*?|[_nK]{0,2}[s$#d%](?:[bmiqw]B?|DB?(?=M[_nQY]{0,4}[bmqw])))(?P<m>M)")
"""``At $43 million, revenue also missed forecasts``, ``Mit 43 Millionen Euro fiel der Umsatz höher als erwartet aus``."""

NEAR_LEFT = regex.compile(r"M[_oB]?[GN][_oI]{0,2}$")
"""``売上高見通しを1兆円``: an outlook of a metric right before its figure, where a language puts it there."""

ON_THE_YEAR = regex.compile(r"[_roVqwUDcna]{0,3}Y")

DIFFERENCE = re.compile(r"(?:y[_bq]?|E_?)$")
"""``by $5 million``, ``an estimated $5 million``: no level of the metric before it."""

RISES_BY = frozenset({"increase of", "growth of", "decline of"})
"""Words before a sum that is a difference too."""

ROSE = frozenset(
    "rose fell increased decreased declined dropped climbed jumped grew slipped tumbled slid surged soared plunged slumped shrank "
    "rises falls climbs jumps drops grows slips surges soars plunges".split()
)
"""Verbs right before a sum, or cents, that are a difference as well: "revenue fell $8 million during the quarter"; …"""

_FROM_LEVEL = regex.compile(r"(?:,?\|_?s)?[,_]?[rV]_?[s$]")
"""… not where a level stands behind, and "to" was left out ("profit fell EUR 8 mn from EUR 9 mn")."""

_AND_TO = regex.compile(r"t[s$#d][_no]{0,4}&t_?$")
"""``rose to $8 billion in the year to date and to $3 billion in the quarter``"""

_OWN_NOUN = regex.compile(r"[_,noT]{0,3}[,&]{1,2}_{1,2}(?:o|Gt)")
"""``expects a margin of 3% and a cost ratio of 45%``: between two figures, a noun of the second one's own."""

_OWN_PLAN = re.compile(r"[s$%#d][^&;/]{0,6}&K?_t$")
"""``raised its sales target to $74 billion and its investment plan to $7 billion``: a noun of the second one's own too."""

STOPS = frozenset(";H")
"""Where a clause ends, and shares, whose price the figures behind them are; those that are counted ("3 million shares for") not."""


def attach_metrics(tokens: Sequence[Token], tags: str, roles: Mapping[int, str], *, metric_first: bool = False) -> dict[int, int]:
    """
    Return figure index → index of its metric's token, for the figures whose metric the sentence names.

    `metric_first`: the language names a metric before its change ("revenue 5% up").
    """
    found: dict[int, int] = {}
    if METRIC_TAG not in tags:
        return found
    for at, tag in enumerate(tags):
        if tag not in "s$%#dp" or roles.get(at) == "skip":
            continue
        role = roles.get(at, "actual")
        if role == "actual" and (
            DIFFERENCE.search(tags, max(0, at - 3), at)
            or (tag in "s$#" and at and _says(tokens[at - 1], RISES_BY))
            or (tag in "s$" and at and first_word(tokens[at - 1]) in ROSE and not _FROM_LEVEL.match(tags, at + 1))
        ):
            continue
        metric = (
            None
            if (metric_first and (role == "change" or (role == "guide" and tag == "%") or NEAR_LEFT.search(tags, 0, at)))
            or _NAMED_BEFORE.search(tags, 0, at + 2)
            else _to_the_right(tokens, tags, at, role, metric_first=metric_first)
        )
        if metric is None and not (role == "change" and _is_cause(tokens, tags, at)):
            metric = _before(tokens, tags, at, role)
            if metric is not None and _is_of_something_else(tags, at, role, [f for f, m in found.items() if m == metric], roles):
                continue
        if metric is not None:
            found[at] = metric
    return found


_NAMED_BEFORE = re.compile(r"MG?:[s$%#d]M$")
"""``EPS guidance: $0.96-$1.06 Revenue guidance: $301 million``"""


def _is_of_something_else(tags: str, at: int, role: str, told: Sequence[int], roles: Mapping[int, str]) -> bool:
    """Tell a figure from those at `told`, of the metric before it: a second one of its kind is of something else."""
    others = [f for f in told if tags[f] == tags[at] and roles.get(f, "actual") == role]
    second = bool(others) and not all(tags[f - 1] == "B" for f in (at, *others))  # "GAAP 46.8% and non-GAAP 48.9%"
    second = second and not (role == "actual" and _AND_TO.search(tags, 0, at))
    if second and role == "actual" and tags[at] == "s" and _ON_ANOTHER_BASIS.match(tags, others[-1]):
        return False
    if second and (role == "actual" or (role == "change" and not ON_THE_YEAR.match(tags, at + 1))):
        return True
    if second and role == "guide" and _OWN_NOUN.fullmatch(tags, others[-1] + 1, at):
        return True
    if role == "actual" and _OWN_PLAN.search(tags, 0, at):
        return True
    # "earnings of 1.30 per share and $3.286 billion": not so with "or" between
    return tags[at - 1 : at + 1] == "&$" and any(tags[f] == "s" for f in told)


_ON_ANOTHER_BASIS = regex.compile(r"s[_nYQ]{0,4}[,;:(]{0,2}[|:(&/]?[_oK]{0,2}(?:s_?B(?!_?M)|B_?s)")
"""``65 cents a share, or 81 cents excluding items``"""

_OF_OTHER = regex.compile(r"%[UD][no]_")


def _is_cause(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a change of what moved a metric from its own: "sales rose to $5 million, helped by a 12% rise in fees"."""
    return at > 0 and _OF_OTHER.match(tags, at) is not None and opens_cause(tokens[at - 1])


def _says(token: Token, words: Collection[str]) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words in words


SHARE_VERBS = frozenset({"accounting", "accounted", "made", "makes", "comprising"})
"""Verbs of a part's share in sales, which is no margin."""

OF_SALES = re.compile(r"%(?:\(%\))?(?P<of>[o_])K?M(?![UD])")
_OF_ABROAD = frozenset("des vom de sobre".split())


def is_share_of_sales(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a percentage is followed by "of sales"; abroad a profit stands before ("soit 17,4 % du chiffre d'affaires")."""
    if sales := OF_SALES.match(tags, at):
        of, is_sales = tokens[sales.start("of")], is_called(tokens[sales.end() - 1].mark, {"revenue"})
        if _says(of, {"of"}):
            return is_sales and not (at and tokens[at - 1].first in SHARE_VERBS)
        is_sales = is_sales and of.first in _OF_ABROAD
    else:
        is_sales = at + 1 < len(tokens) and _says(tokens[at + 1], {"du chiffre d'affaires", "des umsatzes"})
    profit = tags.rfind(METRIC_TAG, 0, at) if is_sales else -1
    return profit >= 0 and is_called(tokens[profit].mark, MARGINS)


GROWING = frozenset({"guide", "later", "estimate", "previous"})
"""Roles in which a rate may be one of growth: "a 3% increase in sales" is then told of as a change is."""


_HEADED = re.compile(r"M[GN]?:$")
"""``EPS guidance: $0.96-$1.06 Revenue guidance: $301 million``: a name and a colon are of the figure behind them"""


def _to_the_right(tokens: Sequence[Token], tags: str, at: int, role: str, *, metric_first: bool) -> int | None:
    if _HEADED.search(tags, max(0, at - 3), at) and _HEADED.search(tags, at, tags.find(":", at) + 1):
        return None
    if (named := _by_its_name(tokens, tags, at, role)) is not None:
        return named
    growth = role == "change" or (role in GROWING and tags[at] == "%")
    patterns = (CHANGE_RIGHT, CHANGE_NEXT, CHANGE_FROM, RIGHT) if growth else (RIGHT, NEXT)
    for pattern in patterns:
        match = pattern.match(tags, at + 1)
        if match is None:
            continue
        metric = match.start("m")
        if pattern is RIGHT and _says(tokens[at + 1], {"at"}):
            continue  # "a profit of $2 million at turnover of $16 million"
        if growth and pattern is RIGHT and (is_share_of_sales(tokens, tags, at) or is_called(tokens[metric].mark, _TO_COME)):
            return None
        if metric_first and pattern is NEXT and not _is_generic(tokens[metric]):
            continue  # the next metric, whose own figure follows
        if fitting(tokens[metric], tokens[at], role) and _is_joined(tokens, at, metric):
            return metric
    if at <= 2 and (match := _FRONTED.match(tags)) and fitting(tokens[match.start("m")], tokens[at], role):
        return match.start("m")
    return None


def _is_generic(token: Token) -> bool:
    """Tell a word for any profit or loss, which says what the figure before it is ("30억원 손실")."""
    entry = entry_of(token.mark)
    return entry is not None and (entry.generic or entry.loss)


def _by_its_name(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the metric behind a figure that its very name ties to it: people counted, what is paid out, a margin foreseen."""
    if role == "actual" and tags[at + 1 : at + 2] == "M" and is_called(tokens[at + 1].mark, _PEOPLE):
        before = tags.rfind(METRIC_TAG, 0, at) if tags[at - 1 : at] == "t" else -1
        grown = before >= 0 and is_called(tokens[before].mark, {"subscribers"}) and "%" in tags[before:at]
        return before if grown else at + 1  # "the subscriber base grew 16% to 40 million users"
    if tags[at] == "$" and (paid := PAID_OUT.match(tags, at + 1)) and is_called(tokens[paid.start("m")].mark, DECLARED):
        return paid.start("m")
    beside = NEXT.match(tags, at + 1) if tags[at] == "%" and role in GROWING else None
    if beside is not None and is_called(tokens[beside.start("m")].mark, MARGINS_OF_SALES):  # "forecast a 10% operating margin"
        return beside.start("m")
    return None


_PEOPLE = frozenset({"subscribers", "subscriber_adds", "users"})
"""What the number right before it counts, whatever follows ("2 million subscribers for a total of 30 million")."""

_TO_COME = frozenset({"backlog"})
"""``50% of its backlog should turn into sales``: a share of them, not their growth"""


_OR_A_SHARE = re.compile(r"\$,?\|_?s")


def _is_a_profit_of(metric: Token, tags: str, at: int) -> bool:
    """Tell that a sum is no revenue, since the text says what it is a share: "up from $106 million, or 13 cents a share"."""
    return is_called(metric.mark, {"revenue"}) and _OR_A_SHARE.match(tags, at) is not None


FAR = 60
"""Tokens to look back over for a figure's metric; few sentences have as many."""


def _to_the_left(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the nearest fitting metric before a figure, in its own clause."""
    clause, aside = at, len(tags)
    first = tags.find(METRIC_TAG, max(0, at - FAR), at)
    for before in range(at - 1, first - 1, -1) if first >= 0 else ():
        tag = tags[before]
        left_out = tag == "M" and before and tokens[before - 1].first in _LEAVING_OUT and is_called(tokens[before].mark, COSTS)
        if before >= aside or left_out or _ends_in_share(tags, before + 1) or _is_of_cause(tokens, tags, before):
            continue  # an aside, or "39.0% of net sales, versus $146.4 million": of the profit before
        if tag in "UD,)" and (gloss := gloss_before(tokens, tags, before, first=clause == at)) is not None:
            aside = gloss
            continue
        if (tag in STOPS and not tags.startswith("#H", before - 1)) or (tag == "/" and _is_new_clause(tokens, tags, before)):
            return None
        if (
            tag in "UD"
            and clause == at
            and not (role == "change" and _is_a_rise_of(tokens, before))
            and (other := OTHER_SUBJECT.search(tags, max(0, before - 5), before))
            and not _OF_BOTH.search(tags, 0, other.start())
        ):
            clause = other.start() if not _is_within_name(tokens[other.start()]) else at
        if tag == "M" and fitting(tokens[before], tokens[at], role):
            if _is_elsewhere(tokens, tags, before, clause, at):
                return None
            if _near_enough(tokens[before], tags, before, at) and not _is_a_profit_of(tokens[before], tags, at):
                return before
        elif tag == "M" and (tags[before + 1 : at] == "o" or _is_share_of_cost(tokens[before], tags, before, at)):
            return None  # "charges of 5 cents a share": named, but of no use here
    return None


_LEAVING_OUT = frozenset({"before", "excluding", "without"})
"""``18 cents per share before amortization charges, compared with 26 cents``: of what the figure behind them is not"""
_COST_A_SHARE = regex.compile(r"M[o_]{0,2}\$,?\|_?s")


def _is_share_of_cost(metric: Token, tags: str, before: int, at: int) -> bool:
    """Tell what a charge is a share from earnings a share ("profit included a charge of $28 million, or 34 cents a share")."""
    found = _COST_A_SHARE.match(tags, before) if is_called(metric.mark, COSTS) else None
    return found is not None and found.end() == at + 1


_OF_A_RISE = regex.compile(r"(?r)[UD][_oyO]{0,3}")


def _ends_in_share(tags: str, end: int) -> bool:
    """Tell "39.0% of net sales"; not "une croissance de 25% de son chiffre d'affaires"."""
    return tags.endswith("%oM", 0, end) and _OF_A_RISE.match(tags, 0, end - len("%oM")) is None


_IN_ALL = regex.compile(r"s,?\|[_o]{0,2}$")


_ON_SALES = regex.compile(r"s[,B_]{0,2}a_?$")
"""``a profit of 1 cent on $95 million``: the sum is of sales."""


def _before(tokens: Sequence[Token], tags: str, at: int, role: str) -> int | None:
    """Return the metric before a figure; the sum behind earnings per share is theirs ("EPS came to 88 cents, or $310 million")."""
    nearest = tags.rfind("M", 0, at)
    mark = tokens[nearest].mark if nearest >= 0 and tags[at] == "$" and "|" in tags and _IN_ALL.search(tags, 0, at) else None
    if is_called(mark, {"eps"}):
        return nearest
    left = _to_the_left(tokens, tags, at, role)
    if tags[at] == "$" and left is not None and "a" in tags[at - 2 : at] and _ON_SALES.search(tags, 0, at):
        entry = entry_of(tokens[left].mark)
        return None if entry is not None and entry.share else left
    return left


def _is_elsewhere(tokens: Sequence[Token], tags: str, metric: int, clause: int, at: int) -> bool:
    """Tell a metric that has had its verb or figure before a clause of another subject; or shares that "lost 2.5% to 270 yen"."""
    if _says(tokens[metric], LOST) and "%" in tags[metric:at]:
        return True
    return clause < at and any(t in "UDos$%#" for t in tags[metric + 1 : clause])


_OF_BOTH = regex.compile(r"M(?:[on]K?_){1,3}$")
"""``sales of its devices and services unit dropped``: a part that has "and" in its name"""

OTHER_SUBJECT = re.compile(r"[,;/&]K?[_X][_Xno]{0,3}$")
"""``, customer numbers``: before a verb of change, a subject of its own where the metric has had its verb or figure."""


def _is_a_rise_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell the noun in "a sharp increase of 5%" from a verb, which has a subject before it."""
    mark = tokens[at].mark
    if isinstance(mark, Cue) and mark.words.endswith(" of"):
        return True
    return at + 1 < len(tokens) and tokens[at + 1].tag == "o" and _says(tokens[at + 1], {"of"})


def _is_within_name(token: Token) -> bool:
    """Tell the sign in "Cruise & Ferries" from the word "and"."""
    return token.tag == "&" and isinstance(token.mark, Cue) and not token.mark.words


_BY_CAUSE = regex.compile(r"(?<=M[^;]*)/[_B]{0,2}M$")


def _is_of_cause(tokens: Sequence[Token], tags: str, metric: int) -> bool:
    """Tell a metric that the cause is of that another moved by ("fiel wegen des gesunkenen Absatzes um 5 Prozent")."""
    found = _BY_CAUSE.search(tags, 0, metric + 1) if tags[metric] == METRIC_TAG else None
    return found is not None and _says(tokens[found.start()], RELATIVE - {"which", "where"})


RELATIVE = frozenset(
    {"which", "where", "dank", "trotz", "wegen", "aufgrund", "angesichts", "grâce à", "malgré", "gracias a", "pese a", "debido a"}
)
"""Words that begin a clause without another subject, or none at all."""


def _is_new_clause(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a clause with a subject of its own begins ("as fuel costs …"); one with "which" goes on about the same."""
    mark = tokens[at].mark
    of_profit = tags.startswith("M/", at - 1) and isinstance(mark, Cue) and mark.words == "after"  # "net profit after royalties"
    return tags.startswith(("/_", "/K_"), at) and isinstance(mark, Cue) and mark.words not in RELATIVE and not of_profit


_PREPOSITIONS = frozenset(
    {
        "before",
        "after",
        "for",
        "from",
        "excluding",
        "including",
        "than",
        "since",
        "following",
        "without",
        "included",
        "includes",
        "excluded",
        "excludes",
        "reflected",
        "reflects",
        "reflecting",
    }
)


def _is_joined(tokens: Sequence[Token], at: int, metric: int) -> bool:
    """Tell whether no word stands between a figure and the metric behind it that leads to another matter."""
    return all(t.first not in _PREPOSITIONS for t in tokens[at + 1 : metric])


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
