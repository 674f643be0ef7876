"""
Captions: which metric the words at the head of a table's row name.

A statement's captions are names with qualifications: "Net (loss) income attributable to Acme per share - diluted (1)".  The
qualifications are taken off one by one, each for what it says, and what is left must be a name that the lexicon knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from earnsum.lexicon import METRIC_TAG, Entry, load, searchable
from earnsum.model import Basis, Shares
from earnsum.patterns import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a row's caption says: the metric, how it is reckoned, and whether it is called a loss outright."""

    metric: str
    unit: str
    money: str | None = None
    """The metric meant where the figure is an amount ("gross margin")."""
    basis: Basis | None = None
    shares: Shares | None = None
    loss: bool = False
    whole: bool = False
    """Whether it is the last of several such lines: a total, or the income that is the owners'."""


_ROWS = frozenset({
    "eps", "revenue", "net_income", "operating_income", "pretax_income", "gross_profit", "gross_margin", "operating_margin",
    "ebitda", "ebitda_margin", "free_cash_flow", "operating_cash_flow", "capex", "same_store_sales", "bookings", "billings", "arr",
    "backlog", "orders", "gmv", "users", "subscribers", "subscriber_adds", "deliveries", "production", "ffo", "net_interest_income",
    "net_interest_margin", "provisions", "aum", "stores",
})  # fmt: skip
"""What is taken from tables: results of a period.  What a company owns and owes at its end stands in another table."""


_LONGEST = 200
"""Letters of a caption that is a name, and no footnote."""

_ADJUSTED = regex.compile(
    r"\b(?:adjusted|adj\.?|non gaap|non ifrs|core|underlying|pro forma|normali[sz]ed)(?= |$)|\(non (?:gaap|ifrs)(?: measure)?\)"
    r"|,? (?:excluding|before) (?:special|certain|exceptional|one time|non recurring) (?:items|charges)$"
)
_GAAP = regex.compile(r"\(?\b(?:u\.?s\.? )?(?:gaap|ifrs)\b\)?|,? as reported\b|\b(?:reported|statutory)\b")
_SHARES = regex.compile(
    r"""(?x) [ ,(-]*\b (?: (?P<both>basic\ (?:and|&)\ (?:fully\ )?diluted | diluted\ and\ basic)
        | (?P<diluted>assuming\ dilution | (?:fully\ )?diluted) | (?P<basic>basic | undiluted) )\b [ ,):-]*"""
)
_PER_SHARE = regex.compile(
    r"""(?x) [ ,]* (?: /\ ?share | \bper\ (?:(?:common|ordinary|class\ \w|limited\ partner|american\ depositary
        |depositary|weighted\ average|average)\ )* (?:shares?|units?|adss?)
        (?:\ of\ (?:class\ \w\ )?common\ stock)? (?:\ outstanding)?)\b"""
)
_OWNED = regex.compile(r",? (?:attributable|available|applicable|allocable|allocated) (?:to|for) .+")
_OTHERS = regex.compile(
    r"non ?controlling|minority|redeemable|preferred stock|participating|discontinued|comprehensive|adjustment|\bcosts?\b"
    r"|expenses?\b"
)
_SUBSCRIBERS = regex.compile(r"subscriber|customer|paid|member|phone|account")
_NOTES = regex.compile(
    r"""(?x) \((?: [0-9]{1,2} | [a-z] | (?:un)?audited | note\ [^)]* | decrease | benefit | expense | us\$
        | in\ [^)]* | millions | thousands | \$[^)]*
        | eur | euro | € | £ | usd | pence | cents | p | c )\) | [*†‡:]+ | \[[0-9a-z]\] | (?<=[a-z])[0-9]{1,2}(?=\ |$)"""
)
_SIGNED = regex.compile(
    r"\((?:loss(?:es)?|deficit|used in|used for|income|profit|earnings)\)|/ ?(?:loss|\(loss\))|\bor \(?loss\)?(?= |$)"
)
_BEFORE_TAX = regex.compile(
    r"^(?P<what>income|earnings|profit|loss) before (?!interest)(?:[a-z,&' ]+ )?(?:tax|taxes|taxation)"
    r"(?: on (?:income|earnings))?(?:,? and .+)?$"
)
_TAIL = regex.compile(r",? (?:net(?: of [a-z ,&]+)?|from continuing operations|growth|in (?:€|eur|euro|usd|pence))$|,$| -$")
_HEAD = regex.compile(r"^(?:total|consolidated|group|company|our|- ) ?(?=[a-z])")


@lru_cache(maxsize=2048)
def read_caption(folded: str, under: str = "", *, language: str = "en") -> Caption | None:
    """
    Return what a caption names; `under` is the heading that it stands under ("Earnings per share:").

    >>> read_caption("Net (loss) income attributable to Acme per share - diluted (1)")
    Caption(metric='eps', unit='share', money=None, basis=None, shares='diluted', loss=False, whole=True)
    >>> read_caption("Diluted", "Earnings per common share:").metric, read_caption("Cost of sales")
    ('eps', None)
    """
    if len(folded) > _LONGEST:
        return None
    rest, shares, basis = _reckoned(folded)
    if not rest.strip(" -") or rest in ("common share", "earnings", "per share"):
        rest, shares_above, basis_above = _reckoned(under)
        shares, basis = shares or shares_above, basis or basis_above
    if _OTHERS.search(rest):
        return None
    per_share, owned = _PER_SHARE.search(rest) is not None, _OWNED.search(rest) is not None
    entry = _entry(_bare(_OWNED.sub("", _PER_SHARE.sub("", rest))), language)
    if entry is None or (entry.generic and not (per_share or owned)):
        return None
    metric = (entry.share or entry.name) if per_share else entry.means or entry.name
    unit = "share" if per_share else entry.unit or "money"
    if metric not in _ROWS or (shares and unit != "share"):
        return None
    if metric == "subscriber_adds" and not _SUBSCRIBERS.search(rest):
        return None  # "net additions" to anything
    whole = owned or rest.startswith("total ")
    return Caption(metric=metric, unit=unit, money=entry.money, basis=basis, shares=shares, loss=entry.loss, whole=whole)


def _reckoned(caption: str) -> tuple[str, Shares | None, Basis | None]:
    """Return a caption without the words that say how its figure is reckoned, and what they say."""
    rest, shares = _without_shares(_plain(caption))
    basis: Basis | None = "adjusted" if _ADJUSTED.search(rest) else "gaap" if _GAAP.search(rest) else None
    return " ".join(_GAAP.sub(" ", _ADJUSTED.sub(" ", rest)).split()), shares, basis


def _plain(caption: str) -> str:
    """Return a caption's words in lower case, without the signs of footnotes and of what may be negative."""
    return " ".join(_SIGNED.sub(" ", _NOTES.sub(" ", searchable(caption))).split())


def _without_shares(rest: str) -> tuple[str, Shares | None]:
    found = _SHARES.search(rest)
    if found is None:
        return rest, None
    said = found.group()
    shares: Shares | None = (
        None if "basic" in said and ("and" in said or "&" in said) else "basic" if "basic" in said else "diluted"
    )
    return " ".join(_SHARES.sub(" ", rest).split()), shares


def _bare(rest: str) -> str:
    """Take off what says only that a figure is a total or net."""
    before = ""
    while rest != before:
        before = rest
        rest = _HEAD.sub("", _TAIL.sub("", rest)).strip(" ,.-")
    found = _BEFORE_TAX.match(rest)
    return f"{'loss' if found['what'] == 'loss' else 'income'} before taxes" if found else rest


def _entry(name: str, language: str) -> Entry | None:
    """Return the metric whose name these words are, all of them."""
    found = load(language).find(name)
    if len(found) != 1 or found[0][:2] != (0, len(name)) or found[0][2].tag != METRIC_TAG:
        return None
    return found[0][2]
