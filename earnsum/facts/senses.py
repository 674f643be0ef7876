"""
Senses: which metric a name means for a figure, by its unit and by another name beside it.

"Operating result was a loss of $5 million" is of the operating income, "EPS came to 88 cents, or $310 million" of two metrics.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import COSTS, MARGINS
from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import Token, entry_of, figure_tag, first_word, is_called, tags_of
from earnsum.lexicon import Entry
from earnsum.patterns import regex
from earnsum.text.marks import Quantity


def metric_of_level(entry: Entry, metric_at: int | None, beside: Sequence[Reading]) -> str | None:
    """Return the metric of the level that a name has beside it ("net income fell 4% to 74 cents a share": of EPS), if one only."""
    levels = {
        metric_of(entry, r.figure, r.role)
        for r in beside
        if r.role == "actual" and r.metric_at == metric_at and r.figure.kind != "percent"
    }
    return levels.pop() if len(levels) == 1 else None


def entry_meant(tokens: Sequence[Token], reading: Reading) -> Entry | None:
    """Return the metric's entry; in "a funds from operations loss" the first name says which, the second that it is a loss."""
    entry = entry_of(reading.metric)
    if entry is None or reading.metric_at is None:
        return entry
    if reading.figure.kind == "percent" and entry.name in MARGINS and _is_of_margin(tokens, reading.metric_at):
        return entry._replace(name=MARGINS[entry.name], unit="percent", money=entry.name)
    if not entry.generic:
        return entry._replace(loss=True) if _is_called_loss(tokens, reading, entry) else entry
    first = named_before(tokens, reading)
    before = entry_of(tokens[first].mark) if first is not None else None
    if before is None or before.generic or before.unit not in ("money", "share"):
        return entry
    fell = reading.role == "prior" and _FELL.search(tags_of(tokens[: reading.metric_at])) is not None
    return before if fell else _as_loss(before, entry)


def _is_of_margin(tokens: Sequence[Token], at: int) -> bool:
    """Tell a profit in brackets that a margin before them is of ("eine operative Marge (Ebitda) von 13 Prozent")."""
    named = entry_of(tokens[at - 2].mark) if at > 1 and tokens[at - 1].tag == "(" else None
    return named is not None and named.metric.endswith("margin")


_FELL = regex.compile(r"M\)?[_Bn]{0,2}Dt$")
"""``operating profit fell to a loss of $5 million from $3 million``: which was a profit"""
_LOSS_OF = regex.compile(r"(?P<m>M)(?:[_orR]{0,4}|[_o]*G[_o]*)[s$](?:t[s$])?[nB][_B]{0,2}(?:M\()?$|(?P<m>M)a_?oB?(?:M\()?$")
"""A loss before a figure of a profit that has a name: "to lose $30 million in EBITDA", "a loss on the basis of EBITDA"."""


def _is_called_loss(tokens: Sequence[Token], reading: Reading, entry: Entry) -> bool:
    """Tell whether a profit with a name of its own is called a loss by a general word before it."""
    if entry.unit != "money" or entry.name in COSTS or entry.loss or reading.metric_at is None:
        return False
    found = _LOSS_OF.search(tags_of(tokens[: reading.metric_at]))
    said = entry_of(tokens[found.start("m")].mark) if found is not None else None
    return entry.name in _PROFITS and said is not None and said.generic and said.loss


_PROFITS = frozenset({"ebitda", "operating_income", "pretax_income", "net_income", "free_cash_flow", "operating_cash_flow"})

_SPECIFIC = regex.compile(
    r"M\)?(?P<between>[ot:]?|[_oBn]{0,3}[UD]r|[_Bn]{0,2}(?P<swung>_)r|(?P<turned>[_Bn]{0,2}(?:[UD]|_(?:r(?:B?Mo[s$]|[s$](?:B?M)?)[nYQ_]{0,3},?)?)t)"
    r"|(?P<ends>(?:_K)?[Got_]{0,3}(?P<span>[_R])(?:Mo[s$][&t])?))$|^M(?P<between>:B(?:M[s$]&B)?)$"
)
"""A name before a general word for a profit or a loss, before the figure that the word stands behind, or before two bases of it."""
_SWUNG = frozenset({"swung", "swings", "swinging", "went", "turned", "moved", "reversed"})
_IS = frozenset({"was", "were", "is", "showed", "shows", "between", "은", "는", "이", "가"})


def named_before(tokens: Sequence[Token], reading: Reading) -> int | None:
    """Return the name before a general word ("operating result was a loss of $5 million", "its ebit was $5 million of losses")."""
    if reading.metric_at is None:
        return None
    start = min(reading.at, reading.metric_at)
    found = _SPECIFIC.search(tags_of(tokens[:start]))
    if found is None:
        return None
    if found["swung"] and first_word(tokens[found.start("swung")]) not in _SWUNG:
        return None
    if (found["turned"] or found["ends"] or found["swung"]) and not is_called(tokens[found.start()].mark, _PROFITS):
        return None
    if found["ends"] and found["span"] == "_" and first_word(tokens[found.start("span")]) not in _IS:
        return None
    return found.start()


def _as_loss(entry: Entry, generic: Entry) -> Entry:
    """Return a metric's entry, as a loss where the general word says so."""
    return entry._replace(loss=generic.loss and entry.name not in COSTS)


_ABROAD = {("core_profit", unit): "net_income" for unit in ("CNY", "HKD", "MYR", "PHP", "SGD", "IDR")} | {
    ("income_from_operations", "INR"): "revenue"
}
"""What a name means by the money it is told in: a "core profit" there is the net one without revaluations, and no Ebitda."""


def metric_of(entry: Entry, figure: Quantity, role: Role) -> str | None:
    """Return the metric that a name means for this figure, None where the two do not fit."""
    tag = "%" if role == "change" else figure_tag(figure)
    if tag == "s" and entry.unit != "share":
        return entry.share or (None if figure.per_share else entry.metric)
    if tag == "$" and (entry.unit == "percent" or (entry.unit == "count" and entry.money and figure.unit)):
        return entry.money  # a gross margin of $5 million, "Verkäufe von 5 Millionen Euro"
    if (there := _ABROAD.get((entry.name, figure.unit))) is not None:
        return there
    if tag == "#" and entry.name == "revenue":
        return "deliveries"  # sales in vehicles
    if tag == "$" and entry.unit == "share" and not entry.money_too:
        return "net_income" if entry.name == "eps" else None  # "EPS came to 88 cents, or $310 million"
    return entry.metric
