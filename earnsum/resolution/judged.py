"""Verdicts in words: which row a sentence is about that says how results stood to expectations ("both beat estimates")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.facts.counted import SUBSCRIBERS
from earnsum.grammar.told import Fact
from earnsum.grammar.verdicts import OPPOSITE
from earnsum.patterns import re, regex
from earnsum.resolution.drafts import PROFITS, Draft, new_draft
from earnsum.resolution.pools import nearest_first
from earnsum.resolution.verdict import compare

_EACH = regex.compile(
    r"(?:(?:But|And),? )?(?:(?P<both>Both|[Nn]either|(?:Damit \w+ )?[Bb]eide[sn]?|Les deux|Deux|Amb[oa]s)\b"
    r"|(?P<both>いずれも|两者)|(?P<both>(?P<figures>(?:The(?:se)?|Those|Its) (?:two )?(?:figures|numbers)\b))|All(?:e|es)?\b"
    r"|Sämtliche\b|(?:[^\W\d]+ ){0,3}hatten (?:[^\W\d]+ )?jeweils "
    r"|(?:\p{Lu}[^.;,0-9]{0,90}? )?(?:(?:[Bb]ei|[Ii]n|[Mm]it) (?:all(?:en)? (?:diesen )?|(?P<both>beiden )|diesen |den )"
    r"(?:Kenn|Werte|Größen|Zahlen|Fälle|Ergebnis|Posi)"
    r"|(?P<both>(?:[Dd]ans|[Ss]ur) les deux (?:cas|tableaux|postes)|[Ee]n amb(?:os|as) (?:casos|partidas|magnitudes|cifras))\b"
    r"|sur toute la ligne|(?:pour|sur|à) tous les (?:critères|plans|tableaux|postes|niveaux|étages)\b))"
)


def _meant_by_each(before: Sequence[Draft], *, both: bool) -> list[Draft]:
    """Return the rows of a paragraph that "all" are, or "both": the last two of the whole, or of two parts in one sentence."""
    free = [d for d in before if not d.is_compared]
    whole = [d for d in free if d.scope is None]
    if not both:
        return whole
    latest = [d for d in before if d.index == max(other.index for other in before)] if before else []
    near = latest if free and latest[0].index == max(d.index for d in free) else free
    near = [d for d in near if d.index == max(other.index for other in near)]
    return next((told for told in map(_in_two, (near, whole)) if told), [])


_BOTH = 2


def _in_two(drafts: Sequence[Draft]) -> list[Draft]:
    """Return rows where they are of two things, of a profit and what that is a share the latter."""
    a_share = any(d.metric == "eps" for d in drafts)
    last = {(d.metric, d.scope): d for d in drafts if d.metric != "net_income" or not a_share}
    return list(last.values()) if len(last) == _BOTH else []


_WITH_THAT = regex.compile(
    r"(?:Damit|Somit)\ (?:\w+\ )?(?:d(?:er|ie|as)\ |\p{Lu})[^.;,0-9]{0,60}\b[\p{L}-]*(?:[Ee]rwartungen|[Ss]chätzungen)\b"
)
"""``Damit übertraf Acme die Erwartungen``: with the two figures of the sentence before"""
_RESULTS = re.compile(r"(?:The|These|Those|Its) results\b")


def give_to_before(fact: Fact, results: list[Draft], guidance: Sequence[Draft], text: str) -> None:
    """Give a verdict that names no metric to the figure just told, in the sentence before and the same paragraph."""
    if outlooks := _outlooks_before(fact, results, guidance, text):
        for draft in outlooks:
            _say_of(draft, fact)
        return
    before = [d for d in results if d.index < fact.index and (d.actual is not None or d.change is not None)]
    before = [d for d in before if "\n" not in text[d.sentence.end : fact.sentence.start]]
    if (of_each := _EACH.match(text, fact.sentence.start)) is not None:
        meant = _meant_by_each(before, both=of_each["both"] is not None)
        for draft in meant:
            draft.said = draft.said or fact.verdict
            draft.note(fact)
        if meant or not of_each["figures"]:
            return
    before = [d for d in before if d.index == fact.index - 1]
    metrics = {d.metric for d in before}
    if len(metrics) == _BOTH and _WITH_THAT.match(text, fact.sentence.start):
        for draft in _in_two([d for d in before if d.scope is None and not d.is_compared]):
            draft.said = fact.verdict
            draft.note(fact)
        return
    if len(metrics) != 1 and metrics != {"net_income", "eps"}:
        return  # of several figures, it may be any
    last = max(before, key=lambda d: d.at)
    if (
        last.metric in PROFITS
        and _RESULTS.match(text, fact.sentence.start)
        and any(d.is_compared for d in results if d.metric == "eps")
    ):
        return  # "The results beat expectations": those of the earnings a share, as the figures tell
    _say_of(last, fact)


def _say_of(draft: Draft, fact: Fact) -> None:
    """Give a verdict to a row that has none; beside an estimate it is kept for the warning where the two disagree."""
    if draft.said is None:
        lost = fact.side != "" and draft.figure is not None and draft.figure.value < 0  # "more than expected" of a loss
        draft.said = OPPOSITE.get(fact.verdict, fact.verdict) if lost and fact.verdict else fact.verdict
        draft.note(fact)


def _outlooks_before(fact: Fact, results: Sequence[Draft], guidance: Sequence[Draft], text: str) -> list[Draft]:
    """Return the outlooks that the sentence before tells alone, and a verdict is on ("Both were below estimates")."""
    told = [d for d in guidance if d.index == fact.index - 1 and d.actual is not None]
    if not told or any(fact.index - 1 in (d.index, *d.again, *d.moved) for d in results):
        return []
    if "\n" in text[told[0].sentence.end : fact.sentence.start] or _OF_OUTLOOKS.match(text, fact.sentence.start) is None:
        return []
    of_each = _EACH.match(text, fact.sentence.start)
    if of_each is not None:
        return told if of_each["both"] is None or len(told) == _BOTH else []
    return told if len({(d.metric, d.scope) for d in told}) == 1 else []


_OF_OUTLOOKS = regex.compile(
    r"(?:(?:But|And|Still),? )?(?:Both|All|Each|Th(?:at|is|ose|ese)(?: [a-z]+)?|It(?:'s| is| was| would)"
    r"|(?:The|Its) (?:[a-z]+ )?(?:outlook|guidance|forecasts?|projections?|ranges?|figures?|numbers?|mid-?points?)"
    r"|Analysts|Wall Street|The (?:Street|consensus))\b"
)


def _profits_told(fact: Fact, shares: Sequence[Draft], results: Sequence[Draft]) -> list[Draft]:
    """Return the profits that a verdict on profit is rather of than of what they are a share, told in its sentence or named."""
    if any(d.is_compared or fact.index in (d.index, *d.again) for d in shares):
        return []
    told = [d for d in results if d.metric in PROFITS and d.scope == fact.scope and d.actual is not None]
    if here := [d for d in told if fact.index in (d.index, *d.again)]:
        return here
    moved = [d for d in told if fact.index in d.moved and all(d.index != share.index for share in shares)]
    return moved or [d for d in told if fact.named and d.metric == "net_income"]


def give_to_coming(facts: Sequence[Fact], guidance: list[Draft]) -> list[Fact]:
    """Give what a company expects against expectations to its outlook told in figures, else to a row without; return the rest."""
    for fact in facts:
        if fact.role is None and fact.coming:
            _say_of_coming(fact, facts, guidance)
    return [fact for fact in facts if fact.role is not None or not fact.coming]


def _say_of_coming(fact: Fact, facts: Sequence[Fact], guidance: list[Draft]) -> None:
    sums = [f.figure for f in facts if f.role == "estimate" and f.index == fact.index and f.metric == "net_income"]
    if fact.metric == "eps" and fact.generic and any(figure is not None and not figure.per_share for figure in sums):
        fact = fact._replace(metric="net_income")  # "profits would be below expectations of $5 million"
    told = [d for d in guidance if d.metric == fact.metric and d.scope == fact.scope]
    if fact.period is not None:  # "It projects first-half profit of $5 million, and full-year profit ahead of forecasts"
        told = [d for d in told if d.period is None or d.period.kind == fact.period.kind]
    draft = nearest_first(told, fact)[0] if told else new_draft(fact)
    if not told:
        draft.guidance = True
        guidance.append(draft)
    draft.said = draft.said or fact.verdict
    draft.note(fact)


def _more_telling(pool: list[Draft], fact: Fact, results: list[Draft]) -> list[Draft]:
    """Return those of some rows that a verdict in words is rather of: profits told, adjusted ones, subscribers counted."""
    if fact.metric == "eps" and fact.generic:
        pool = _profits_told(fact, pool, results) or pool
        if not any(d.is_compared or fact.index in (d.index, *d.again) for d in pool):
            # "Profit beats forecasts" above a net profit that beat its own: no word is on what a share earned
            pool = [d for d in results if d.metric in PROFITS and d.scope == fact.scope and _beat_as_said(d, fact)] or pool
    if fact.basis == "adjusted":
        return [d for d in pool if d.basis == "adjusted"] or pool
    if fact.metric in SUBSCRIBERS and not (pool or fact.scope):
        adds = fact.metric == "subscriber_adds"
        return [d for d in results if d.metric == fact.metric and (d.index == fact.index or (adds and d.is_compared))]
    return pool


def _beat_as_said(draft: Draft, fact: Fact) -> bool:
    """Tell a row whose figure stands to what was expected of it as a verdict says."""
    new, expected = draft.figure, draft.estimate and draft.estimate.figure
    if new is None or expected is None or new.unit != expected.unit:
        return False
    return fact.verdict == compare(new.value, expected.value)


def _is_compared_in(draft: Draft, index: int) -> bool:
    """Tell a row whose figure, or what was expected of it, a sentence tells."""
    return index in (draft.index, *draft.again) or (draft.estimate is not None and draft.estimate.index == index)


def give_verdict(fact: Fact, results: list[Draft]) -> None:
    """Give a verdict in words to its row, or a row of its own; figures that decide are left alone."""
    pool = [d for d in results if d.metric == fact.metric and d.scope == fact.scope]
    if fact.metric == "eps" and fact.generic and not pool:
        pool = [d for d in results if d.metric in PROFITS and d.scope == fact.scope]
        pool = [d for d in pool if fact.named and d.metric == "net_income" and d.actual is not None] or pool
        if fact.scope and not pool:
            fact = fact._replace(metric="net_income")  # a part has no shares
    pool = _more_telling(pool, fact, results)
    here = [d for d in results if d.metric in PROFITS and d.is_compared and _is_compared_in(d, fact.index)]
    if fact.metric == "eps" and here and all(d.index != fact.index for d in pool) and not (fact.named and pool):
        pool = here  # "profit rose to $5 million, well ahead of the $4 million expected"
    # "Profit for the year was in line. Fourth-quarter profit missed the $3 million estimate": each period has its own
    own = [d for d in pool if fact.index in (d.index, *d.again) and d.actual is not None and not d.is_compared]
    others = [d for d in pool if d.is_compared]
    if own and others and all(d.kind not in (None, own[0].kind) for d in others):
        pool = own[:1]
    if any(d.is_compared for d in pool):
        for draft in pool:
            if (draft.estimate is not None or draft.gap is not None) and draft.said is None:
                draft.said = fact.verdict  # kept beside the figures, for the warning where they disagree
        return
    if not pool:
        draft = new_draft(fact)
        results.append(draft)
    else:
        pool = nearest_first([d for d in pool if d.actual is not None] or pool, fact)
        beside = [d for d in pool if d.index == fact.index and d.metric != "eps"]  # a sum is judged where it stands
        draft = next((d for d in beside or pool if d.basis == "adjusted"), pool[0])
    draft.said = fact.verdict
    draft.note(fact)
    if fact.exact and draft.figure is not None:
        draft.gap = fact._replace(figure=draft.figure._replace(value=Decimal(0)))
