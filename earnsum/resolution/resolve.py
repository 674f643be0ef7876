"""
Resolution: facts of many sentences become rows.

What was reported opens a row; what analysts expected, what it was a year ago
and how much it changed are given to the row they belong to: the same metric,
the nearest sentence, the adjusted figure before the reported one where a
consensus names neither.  Nothing is guessed: a figure that finds no row has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from earnsum.facts.reckoned import TOLD_AGAIN
from earnsum.grammar.metrics import DECLARED
from earnsum.grammar.shape import FORETOLD_BY_ONE, VERSUS
from earnsum.grammar.told import Fact
from earnsum.model import Period, PeriodKind, Span
from earnsum.patterns import re
from earnsum.resolution.carried import a_share, answering, carried_on, judged_before, of_other_periods, of_period_before
from earnsum.resolution.changed import give_change, give_changes_in_turn, join_orphans
from earnsum.resolution.drafts import Draft, is_told_again, new_draft, open_draft, open_margin
from earnsum.resolution.expectations import give_estimate, give_gap, is_of_adjusted_untold
from earnsum.resolution.finish import Resolved, finish
from earnsum.resolution.inorder import give_beside, give_in_turn
from earnsum.resolution.judged import give_to_before, give_to_coming, give_verdict
from earnsum.resolution.likely import give_right_behind
from earnsum.resolution.listed import with_lists, with_years_in_turn
from earnsum.resolution.margins import name_margins
from earnsum.resolution.onelevel import give_years_before, without_second_levels
from earnsum.resolution.pools import EXPECTED, same_sentence
from earnsum.resolution.profits import with_profit, with_profit_of_parts
from earnsum.resolution.revisions import give_previous
from earnsum.resolution.tocome import give_later
from earnsum.resolution.yearago import give_prior
from earnsum.text.terms import OUTLOOK, REVISES

BACKGROUND = frozenset({"charge", "debt", "cash", "capex", "tax_rate", "provisions"})
"""What stories of other kinds tell of a company: its debts, a fine."""

THINGS = frozenset({"production", "deliveries", "subscribers", "users", "stores", "headcount", "dividend", "orders", "backlog"})
"""What such stories tell of too, but reports of what was made and sold begin with."""
_LATE = 6


def _is_background(draft: Draft, main: Period) -> bool:
    """Tell what stories of other kinds tell of a company, also by their having no period that is reported."""
    is_late = draft.index > _LATE or main.kind is None
    return not draft.is_compared and (draft.metric in BACKGROUND or (draft.metric in THINGS and is_late))


_REVISES = re.compile(
    rf"\b(?:{REVISES}|(?:reaffirm|reiterat|maintain)[a-z]*)\ (?:its|their)\ "
    rf"(?:[\w-]+\ ){{0,4}}{OUTLOOK}\b"
)


def _revises_its_outlook(text: str) -> bool:
    """Tell a story on an outlook by its beginning: "Globex upgraded its guidance on adjusted profit for the half"."""
    return _REVISES.search(text, 0, SHORT) is not None


_AHEAD = frozenset({"guide", "previous", "later"})

SHORT = 400
"""Letters of a brief, which may tell a dividend or an outlook alone, and whose it is nowhere."""


_QUARTER_ON_QUARTER = re.compile(r"q(?:uarter[- ]o(?:n|ver)[- ]quarter|(?<=\bq)oq\b|(?<=\bq)-o-q\b)")


@lru_cache(maxsize=2)
def _is_sequential(text: str) -> bool:
    """Tell whether a text sets anything against the quarter before; every story of a round-up asks."""
    low = text.lower()
    return "sequential" in low or _QUARTER_ON_QUARTER.search(low) is not None


def resolve_facts(
    facts: Sequence[Fact], text: str, main: Period, *, item: bool = False, home: str = "USD"
) -> tuple[list[Resolved], list[Resolved]]:
    """
    Return the rows of the results and of the outlook, in the order of the text.

    `item`: the text is that of a round-up, on one company; `home`: the currency of sums where the text names none.
    """
    dated = of_other_periods([fact._replace(kind=_kind_of(fact, main)) for fact in facts])
    story = Span(dated[0].sentence.start, dated[-1].sentence.end) if item and dated else Span(0, len(text))
    facts = with_years_in_turn(with_lists(list(name_margins(with_profit_of_parts(with_profit(dated, text, story), text)))))
    if _is_sequential(text):  # a rate set against another, with no year, may then be that of the quarter before
        facts = [f for f in facts if f.shape != VERSUS or f.figure is None or f.figure.kind != "percent"]
    results, guidance = _open_rows(facts)
    results = _without_outlooks_of_title(results, guidance)
    _give_levels(facts, results, guidance)
    give_years_before(results)
    guidance = [draft for draft in guidance if not _is_growth_reported(draft, results)]
    facts = give_to_coming(facts, guidance)  # first: an estimate in figures may be set against it
    _give_expectations(facts, results, guidance, text)
    results = [draft for draft in without_second_levels(results, text) if not _is_of_year_past(draft, main)]
    undated = main.kind is None or (main.label or "").isdigit()  # "in 2022" is when it will be paid
    if undated and len(text) > SHORT and all(draft.metric in DECLARED for draft in results):
        results = []  # a story on a dividend or a buyback announced apart from results
    if len(text) > SHORT and all(_is_background(draft, main) for draft in (*results, *guidance)):
        results = guidance = []  # no report of results tells of these alone
    if (
        not (results or item)
        and len(text) > SHORT
        and not any(draft.actual.authored if draft.actual is not None else draft.said for draft in guidance)
        and not _revises_its_outlook(text)
    ):
        guidance = []  # a preview, or a market's forecast: no company says it
    money = _currency(facts, home)
    return [finish(d, text, _money_beside(d, results, money)) for d in results], [
        finish(d, text, _money_beside(d, guidance, money)) for d in guidance
    ]


def _kind_of(fact: Fact, main: Period) -> PeriodKind | None:
    """Return the kind of period that a fact is of; what is ahead of a half or of nine months is the year that they are part of."""
    if fact.period is not None:
        return fact.period.kind
    return "year" if fact.role in _AHEAD and main.kind in ("half", "nine_months") else main.kind


_EARLY = frozenset({"Q1", "Q2", "Q3"})


def _is_of_year_past(draft: Draft, main: Period) -> bool:
    """Tell the level of a year by its number, set against nothing, in a report on a quarter that ends none: what came before."""
    whole = draft.kind == "year" and draft.period is not None and draft.period.label.isdigit() and draft.metric not in DECLARED
    alone = draft.change is None and draft.prior is None and not draft.is_compared
    return whole and alone and main.kind == "quarter" and main.fiscal_period in _EARLY


def _money_beside(draft: Draft, drafts: Sequence[Draft], money: str) -> str:
    """Return the currency of a sum that names none: that of the one told before it in its sentence, else that of the text."""
    beside = [d for d in drafts if d.index == draft.index and d.at < draft.at and d.figure is not None and d.figure.kind == "money"]
    last = max(beside, key=lambda d: d.at, default=None)
    return last.figure.unit if last is not None and last.figure is not None and last.figure.unit else money


def _without_outlooks_of_title(results: Sequence[Draft], guidance: Sequence[Draft]) -> list[Draft]:
    """Return results without the level that only a title tells where the text says that it is the outlook, and what came."""

    def is_outlook(draft: Draft) -> bool:  # "Globex, annual profit of $5m", of which a quarter's is reported
        figure = draft.figure
        return (
            draft.index == 0
            and not draft.again
            and figure is not None
            and any(d.metric == draft.metric and d.figure is not None and d.figure.value == figure.value for d in guidance)
            and any(d is not draft and d.metric == draft.metric for d in results)
        )

    return [draft for draft in results if not is_outlook(draft)]


def _is_growth_reported(draft: Draft, results: Sequence[Draft]) -> bool:
    """Tell an outlook in a title that is the growth reported below: "Acme sees profit jump 30%" is what it saw."""
    figure = draft.figure
    return (
        draft.index == 0
        and not draft.again
        and figure is not None
        and figure.kind == "percent"
        and any(
            d.metric == draft.metric
            and d.change is not None
            and d.change.figure is not None
            and d.change.figure.value == figure.value
            for d in results
            if d.scope == draft.scope and d.actual is not None
        )
    )


def _open_rows(facts: Sequence[Fact]) -> tuple[list[Draft], list[Draft]]:
    """Return the rows that reported figures and the company's own outlook open."""
    results: list[Draft] = []
    guidance: list[Draft] = []
    for fact in facts:
        if fact.role == "guide":
            named = fact if fact.metric else carried_on(fact, facts, guidance) or a_share(fact, results)
            if named is not None and not is_told_again(guidance, named):
                open_draft(guidance, of_period_before(named, guidance), guidance=True)
        elif fact.role == "actual":
            if (named := fact if fact.metric else answering(fact, facts) or judged_before(fact, facts)) is not None:
                open_draft(results, named)
        elif fact.role == "margin":
            open_margin(results, fact)
    return results, guidance


def _give_levels(facts: Sequence[Fact], results: list[Draft], guidance: list[Draft]) -> None:
    """Give changes, the figures of a year ago and the outlook until now to their rows."""
    coming = {fact.index for fact in facts if fact.role == "later"}
    coming -= {fact.index for fact in facts if fact.role in ("actual", "guide")}

    def is_afar(fact: Fact) -> bool:  # what a sentence says of its own figures comes first
        return fact.role == "prior" and not same_sentence([*results, *guidance], fact)

    told = _behind_estimates(give_changes_in_turn(facts, results))
    for fact in sorted(_nearest_changes_first(told, results), key=is_afar):
        if fact.role == "change":
            give_change(fact, results, guidance)
        elif fact.role == "prior" and fact.index in coming:
            continue  # what analysts expect of a period to come beside the year before it
        elif fact.role == "prior":
            give_prior(fact, results, guidance)
        elif fact.role == "previous":
            give_previous(fact, results, guidance)
    join_orphans(results)


def _behind_estimates(facts: Sequence[Fact]) -> list[Fact]:
    """
    Return facts, a change that names no metric as if told a sentence before, where that is on expectations or a year ago alone.

    "Revenue was $96 million. Analysts were looking for $85 million. The figure was 63% above last year's."
    """
    beside = {*EXPECTED, "prior"}
    expected = {f.index for f in facts if f.role in beside} - {f.index for f in facts if f.role not in beside}

    def goes_on(fact: Fact) -> bool:
        return fact.role == "change" and fact.metric is None and fact.index - 1 in expected

    return [fact._replace(index=fact.index - 1) if goes_on(fact) else fact for fact in facts] if expected else list(facts)


def _nearest_changes_first(facts: Sequence[Fact], results: Sequence[Draft]) -> Iterator[Fact]:
    """
    Yield facts in order, but of a sentence's changes first those that are as reported, and near a level.

    "Sales rose 4% organically and 6% to $5 billion".
    """

    def distance(fact: Fact) -> int:
        return min((abs(d.at - fact.at) for d in results if d.index == fact.index and d.metric == fact.metric), default=0)

    def rank(fact: Fact) -> int:
        return 0 if fact.shape != TOLD_AGAIN else -1 if fact.change_kind is None else 1

    changes = iter(sorted((f for f in facts if f.role == "change"), key=lambda f: (f.index, rank(f), distance(f))))
    for fact in facts:
        yield next(changes) if fact.role == "change" else fact


def _give_expectations(facts: Sequence[Fact], results: list[Draft], guidance: list[Draft], text: str) -> None:
    """Give estimates, differences and verdicts in words to their rows, in this order."""
    outlooks = {fact.index for fact in facts if fact.role == "guide" and fact.metric is None} - {d.index for d in guidance}
    gaps = [fact for fact in facts if fact.role == "gap"]
    beside = [fact for fact in gaps if same_sentence(results, fact)]
    for fact in beside:  # its own sentence's first: what was expected elsewhere must agree with it
        give_gap(fact, results, guidance)
    for fact in _of_houses(give_beside(give_right_behind(give_in_turn(facts, results), results), results, guidance)):
        if fact.role == "estimate" and is_of_adjusted_untold(fact, facts, results):
            results.append(new_draft(fact, "estimate"))
        elif fact.role == "estimate" and (fact.metric or fact.index not in outlooks):
            give_estimate(fact, results, guidance)
        elif fact.role == "later":
            give_later(fact, results, guidance)
    for fact in gaps:
        if fact not in beside:
            give_gap(fact, results, guidance)
    _give_verdicts(facts, results, guidance, text)


def _give_verdicts(facts: Sequence[Fact], results: list[Draft], guidance: list[Draft], text: str) -> None:
    """Give verdicts in words to their rows."""
    for fact in facts:
        if fact.role is None and fact.metric is None:
            give_to_before(fact, results, guidance, text)
        elif fact.role is None and (same_sentence(results, fact) or not _is_of_outlook(fact, guidance)):
            give_verdict(fact, results)


def _of_houses(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts, last what houses by name had expected, that of one figure as a range ("Hooli had forecast $4, Duff $5")."""
    houses: dict[tuple[str | None, bool, int], list[Fact]] = {}
    metric, came = None, Counter[str | None]()
    for fact in facts:
        if fact.shape == FORETOLD_BY_ONE and fact.role == "estimate" and fact.figure is not None:
            metric = fact.metric or metric
            houses.setdefault((metric, fact.figure.per_share, max(1, came[metric])), []).append(fact)
        came[fact.metric] += fact.role == "actual"
    rest = [fact for fact in facts if not any(fact is other for told in houses.values() for other in told)]
    return [*rest, *map(_ranging, houses.values())]


def _ranging(facts: Sequence[Fact]) -> Fact:
    """Return what several houses expected of one figure as the first one's, from the lowest to the highest."""
    figures = sorted((fact.figure for fact in facts if fact.figure is not None), key=lambda figure: figure.value)
    low, high = figures[0], figures[-1]
    if low.value == high.value:
        return facts[0]
    return facts[0]._replace(figure=low._replace(low=low.value, high=high.value, value=(low.value + high.value) / 2))


def _is_of_outlook(fact: Fact, guidance: Sequence[Draft]) -> bool:
    """
    Tell a verdict on an outlook told before it ("It guided for $5 million on the top line, below the $6 million consensus").

    That of a title is on one told below it, where it names the period of that ("Full-year profit view misses estimates").
    """
    if fact.index == 0 and fact.period is not None:
        guidance = [d for d in guidance if d.index > 0]
        return any(d.metric == fact.metric and d.kind == fact.kind and d.estimate is not None for d in guidance)
    return any(d.index == fact.index and d.at < fact.at and d.metric == fact.metric and d.estimate is not None for d in guidance)


def _currency(facts: Sequence[Fact], home: str) -> str:
    """Return the currency that most figures are in: that of one which names none ("sales rose to 26.3 billion")."""
    units = Counter(
        fact.figure.unit for fact in facts if fact.figure is not None and fact.figure.kind == "money" and fact.figure.unit
    )
    return max(units, key=units.__getitem__) if units else home
