"""Profits: which profit a sum of "profit" or "loss" is, where others of the article say by their names what is told in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.told import Fact
from earnsum.model import Span
from earnsum.names.scopewords import PLACES
from earnsum.patterns import re, regex
from earnsum.resolution.drafts import LEAD, PROFITS
from earnsum.text.marks import is_clearly_less

_BESIDE = 4
"""Sentences behind a profit in which another is told beside it."""
_LEADING = frozenset({"operating_income", "pretax_income"})
"""Profits that a title or lead may tell of alone."""
_OPERATING = re.compile(r"(?i)[^\n]{0,400}?(?:\n+[^\n]{0,400}?)?\boperating (?:profits?|income|loss(?:es)?)\b(?! margins?\b)")
"""A title and lead paragraph that name an operating profit."""
_BEFORE_TAX = regex.compile(r"(?i)[^\n]{0,400}?(?:\n+[^\n]{0,400}?)?\bpre-?tax (?:profits?|loss(?:es)?)\b")
"""A title and lead paragraph that name a profit before tax."""


_ALL = ("Over all", "Overall", "Including ")
"""How a sentence begins on what everything together came to."""

_IN_THE_END = regex.compile(r"(?i)\b(?:unter dem Strich|unterm Strich|netto|nach Steuern)\b")
"""What German calls a net profit by, apart from its noun ("Unter dem Strich blieb ein Gewinn von 5 Millionen Euro")."""


def with_profit(facts: Sequence[Fact], text: str, story: Span) -> Sequence[Fact]:
    """
    Return facts, a sum of "profit" or "loss" as that profit which title and lead name, where the article names no net income.

    `story`: where it stands in the text; in a round-up it has a title and lead of its own.
    """
    facts = _as_left_for_owners(_on_that_measure(_with_names_of_figures(facts, text), text))
    profits = [fact for fact in facts if fact.metric in PROFITS]
    unnamed = min((f.index for f in profits if f.generic), default=0)
    lead = [f for f in profits if f.index <= LEAD and (f.role != "guide" or f.index <= unnamed)]
    told = next((f.metric for f in lead if not f.generic and not f.scope), None)
    low = text.lower() if told is None else ""
    if "tax " in low and not any(f.metric == "pretax_income" for f in facts) and _BEFORE_TAX.match(text, *story):
        told = "pretax_income"  # told without its figure: "annual pre-tax profits climbed to a record"
    elif "operating " in low and _OPERATING.match(text, *story):
        told = "operating_income"
    if told not in _LEADING:
        return facts
    as_told = _with_one_offs(told, profits, text)
    if any(f.metric == "net_income" and not f.generic and not f.scope and f.index not in as_told for f in profits):
        return facts
    own = (
        _levels_beside(told, profits)
        | _with_a_share(facts)
        | {f.index for f in profits if text.startswith(_ALL, f.sentence.start) or _IN_THE_END.search(text, *f.sentence)}
    ) - as_told
    return [
        fact._replace(metric=told)
        if (fact.generic or fact.index in as_told)
        and fact.metric == "net_income"
        and not fact.scope
        and fact.index not in own
        and "from continuing operations" not in fact.sentence.of(text)
        else fact
        for fact in facts
    ]


_SAME_BY_ANOTHER_NAME = (("ebitda", "core profit", "operating_income"), ("bookings", "order bookings", "orders"))
"""What a lead may call a metric whose figure is told by another name."""


def _with_names_of_figures(facts: Sequence[Fact], text: str) -> Sequence[Fact]:
    """Return facts, a "core profit" or "order bookings" that is only judged in words as what the figures are told of."""
    for metric, words, other in _SAME_BY_ANOTHER_NAME:
        told = {f.metric for f in facts if f.figure is not None and f.role == "actual" and not f.scope}
        if metric not in told and other in told and words in text:
            facts = [
                f._replace(metric=other) if f.metric == metric and f.figure is None and words in f.sentence.of(text) else f
                for f in facts
            ]
    return facts


_THAT_MEASURE = regex.compile(r"(?i)\b(?:on|by) (?:that|this|the same) (?:basis|measure|metric|yardstick)\b")
_NEAR = 2
"""Sentences back to what a measure was, which is not named again."""


def _on_that_measure(facts: Sequence[Fact], text: str) -> Sequence[Fact]:
    """
    Return facts, what was made "on that measure" as the profit told just before, and what it earned a share on its basis.

    "It expects an adjusted operating profit of $9 million. In the first half it made $4 million on that measure."
    """
    if _THAT_MEASURE.search(text) is None:
        return facts
    told: list[Fact] = []
    for fact in facts:
        before = next((f for f in reversed(told) if f.metric in PROFITS and f.figure is not None), None)
        near = before is not None and fact.index - before.index <= _NEAR and fact.metric in ("net_income", "eps")
        if before is not None and near and _THAT_MEASURE.search(text, *fact.sentence):
            if fact.metric == "eps" or fact.index == before.index:
                fact = fact._replace(basis=fact.basis or before.basis)  # noqa: PLW2901
            else:
                fact = fact._replace(  # noqa: PLW2901
                    metric=before.metric, basis=fact.basis or before.basis, scope=fact.scope or before.scope, generic=False
                )
        told.append(fact)
    return told


_LEFT_OUT = regex.compile(
    r"(?i)(?!.*\bnet\b)(?:.*\bstatutory\b|.*?\b(?:including|after|once|with|taking|factoring|counting)\b[^;\n]{0,50}?"
    r"\b(?:exceptional|one-off|restructuring|redundancy|impairments?|write-?(?:down|off)s?|non-recurring)\b(?!.{0,60}\btax\b))"
)
"""``Once $3 million of restructuring costs are taken into account, it made $9 million``"""


def _with_one_offs(told: str, profits: Sequence[Fact], text: str) -> frozenset[int]:
    """Return the sentences that tell the same profit again, with what an adjusted one leaves out."""
    if not any(f.metric == told and f.basis == "adjusted" and f.role == "actual" for f in profits):
        return frozenset()
    return frozenset(f.index for f in profits if f.metric == "net_income" and _LEFT_OUT.match(text, *f.sentence))


_NEXT = 3
"""Tokens from a sum to what it comes to for each share ("$5 million, or 12 cents a share")."""


def _as_left_for_owners(facts: Sequence[Fact]) -> Sequence[Fact]:
    """
    Return facts, an operating profit that is only told with its share as what is left for owners, which analysts estimate a share.

    So insurers and utilities count their operating earnings: "$5 million, or 12 cents a share".
    """
    levels = [f for f in facts if f.metric == "operating_income" and not f.scope and f.role in ("actual", "guide")]
    shares = [f for f in facts if f.metric == "eps" and f.basis == "adjusted"] if levels else []
    if not levels or not all(any(s.index == f.index and f.at < s.at <= f.at + _NEXT for s in shares) for f in levels):
        return facts
    return [
        f._replace(metric="eps" if f.figure is None else "net_income", basis="adjusted")
        if f.metric == "operating_income" and not f.scope
        else f
        for f in facts
    ]


def _with_a_share(facts: Sequence[Fact]) -> frozenset[int]:
    """Return the sentences in which a "profit" is told of a share too, which is of the net one."""
    return frozenset(
        after.index
        for fact, after in pairwise(facts)
        if fact.generic and fact.metric == "net_income" and fact.role == after.role == "actual"
        if after.metric == "eps" and after.generic and after.index == fact.index
    )


def _levels_beside(told: str, profits: Sequence[Fact]) -> frozenset[int]:
    """Return the sentences in which a "profit" has a level of its own: less than the one with a name beside it in its period."""
    levels = {f.index: f for f in profits if f.metric == told and f.role == "actual" and not f.generic and not f.scope}
    return frozenset(
        f.index
        for f in profits
        if f.generic and f.role == "actual" and f.figure is not None and f.index not in levels
        if any(_is_less(f, named) for at in range(f.index - 1, f.index + _BESIDE) if (named := levels.get(at)) is not None)
    )


def _is_less(fact: Fact, named: Fact) -> bool:
    """Tell a profit that is less than one with a name: told right before it, or behind it of the same period, but for rounding."""
    mine, its = fact.figure, named.figure
    if mine is None or its is None or mine.unit != its.unit:
        return False
    if named.index < fact.index:
        return its.value > mine.value > 0
    return fact.kind is not None and fact.kind == named.kind and is_clearly_less(mine.value, its.value)


_SEVERAL = 2
"""Parts whose operating profit is told, and any other's "profit" is one too, in whatever paragraph."""


def with_profit_of_parts(facts: Sequence[Fact], text: str) -> list[Fact]:
    """
    Return facts, a sum of "profit" or "loss" of a part as that profit which was told of another part just before.

    "Pretax profit in North America was $2.4 billion. Asia made $126 million."
    A bank's "earnings" at its units are told as they are.
    """
    told: list[Fact] = []
    last: Fact | None = None
    parts: set[str] = set()
    for fact in facts:
        if last is not None and len(parts) < _SEVERAL and "\n" in text[last.sentence.end : fact.sentence.start]:
            last = None
        in_a_place = fact.scope is not None and PLACES.issuperset(fact.scope.split())
        if (
            fact.role == "actual"
            and fact.scope
            and (fact.metric == "operating_income" or (fact.metric == "pretax_income" and in_a_place))
        ):
            last = fact
            parts.add(fact.scope)
        elif last is not None and fact.metric == "net_income" and fact.scope and (fact.generic or in_a_place):
            told.append(fact._replace(metric=last.metric))
            continue
        told.append(fact)
    return told
