"""
One level: a metric has one level in one period, so a second one is that of the year before, or of something else.

"For the year it earned $5 million.  In 2015, it earned $4 million."  What else differs is of a part that no word tells from
the company, of another time or another company; where nothing is told of it but the sum, it goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from earnsum.patterns import re
from earnsum.resolution.drafts import LEAD, PROFITS, Draft
from earnsum.resolution.pools import is_absurd

_LEVELS = PROFITS | {"eps", "revenue", "gross_profit", "free_cash_flow", "operating_cash_flow"}
"""Metrics with one level; of charges, debts and orders there may be several."""
_NEAR = 4
"""Sentences within which the year before is told of after the one that is reported."""
_OPENS = 12
"""Letters within which a sentence names its year that begins with it ("In fiscal 2015, …")."""


def give_years_before(results: list[Draft]) -> None:
    """Give the level of an earlier year, told by itself behind the one reported, to the row of that."""
    for now, *more in _groups(results):
        for draft in more:
            if _is_year_before(draft, now) and draft.actual is not None:
                now.take("prior", draft.actual)
                results.remove(draft)


def without_second_levels(results: Sequence[Draft], text: str) -> list[Draft]:
    """
    Return rows without second levels of a metric: those told by themselves, and those of the whole that are far from the first.

    What is reckoned otherwise ("excluding that, it earned") or set against expectations stays.
    """
    gone = {
        id(draft)
        for group in _groups(results)
        if (chief := _chief(group)) is not None
        for draft in group
        if draft is not chief and _is_of_something_else(draft, chief, text)
    }
    both = _ORDINARY in text
    return [draft for draft in results if id(draft) not in gone or (both and draft.metric == "pretax_income")]


def _chief(group: Sequence[Draft]) -> Draft | None:
    """
    Return the level that is the company's own: the first of which more than its sum is told, or the one before all that is.

    Sales that are set against expectations are the company's where they are more than those told first, which are then a part's.
    """
    first, *more = group
    is_late = first.index > LEAD and not (first.again or first.scope)
    whole = [draft for draft in more if draft.metric == "revenue" and draft.is_compared and _is_more(draft, first)]
    if whole and is_late and not first.is_compared:
        return whole[0]
    in_lead = first.metric == "revenue" and first.index <= LEAD and not any(_is_more(draft, first) for draft in more)
    if first.prior or first.change or in_lead or first.is_compared:
        return first
    told = (draft for draft in more if draft.prior is not None or draft.is_compared)
    return next(told, None) if is_late and _is_bare(first) else None


def _is_more(draft: Draft, first: Draft) -> bool:
    return draft.figure is not None and first.figure is not None and draft.figure.value > _FAR * first.figure.value


_FAR = Decimal("1.25")
"""Times as large: from there on two levels are no longer those of one profit with or without some item."""
_OTHERWISE = re.compile(
    r"(?i)\b(?:exclud(?:ing|es|ed)|includ(?:ing|es|ed)|continuing|discontinued|accounting|basis|before|without|underlying|core"
    r"|adjust(?:ed|ing)|attributable|applicable|economic|statutory|minorit(?:y|ies))\b"
)
"""How a sentence says that it reckons a profit otherwise than another does."""


def _is_of_something_else(draft: Draft, chief: Draft, text: str) -> bool:
    """Tell a level far from the company's own: a part's, another time's or another company's, though no word tells which."""
    if _is_bare(draft) and (chief.prior or chief.change):
        return True
    if draft.scope or draft.is_compared or draft.metric == "eps" or draft.figure is None or chief.figure is None:
        return False
    small, large = sorted((abs(draft.figure.value), abs(chief.figure.value)))
    far = large > _FAR * small
    return far and (draft.metric == "revenue" or _OTHERWISE.search(draft.sentence.of(text)) is None)


_ORDINARY = "経常"
"""What Japan calls a profit before tax, beside the one after extraordinary items that is called so too."""


def _groups(results: Iterable[Draft]) -> Iterator[list[Draft]]:
    """Yield the rows that give one metric different levels, the one told first at the head."""
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in sorted(results, key=lambda draft: (draft.index, draft.at)):
        figure = draft.figure
        if draft.metric in _LEVELS and figure is not None and not draft.is_rate and draft.actual is not None:
            groups[draft.metric, draft.basis, draft.scope, draft.kind, draft.actual.shares, figure.unit].append(draft)
    yield from groups.values()


def _is_bare(draft: Draft) -> bool:
    return not (draft.prior or draft.change or draft.period or draft.is_compared)


def _is_year_before(draft: Draft, now: Draft) -> bool:
    """Tell the level of an earlier year, which its sentence opens with, right behind one without a year or of the year after."""
    period = draft.period
    if period is None or period.year is None or now.prior is not None or draft.actual is None:
        return False
    year = now.period.year if now.period is not None else None
    told = 0 < draft.index - now.index <= _NEAR and period.span.start - draft.sentence.start < _OPENS
    return told and (year is None or period.year == year - 1) and not is_absurd(now, draft.actual)
