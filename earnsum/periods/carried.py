"""
Periods carried on: what a story goes on to tell of the period that a sentence before was about.

"For the nine months, Acme earned $3 million. Sales rose to $20 million": the sales are of the nine months too, though
the article reports a quarter.  "It cut its annual outlook. It now sees earnings of $3": the earnings are the year's.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from earnsum.grammar.told import Fact
from earnsum.model import Basis, Period, Span
from earnsum.patterns import re, regex
from earnsum.text.marks import LONG_TERM, PeriodMark
from earnsum.text.terms import OUTLOOK

_REPORTED = frozenset({"actual", "change", "margin", "prior"})

_EXPECTED = frozenset({"estimate", "later"})

_REACH = 3
"""Sentences for which the period of an outlook goes on, where they name none."""

_OUTLOOK_BEHIND = re.compile(rf"(?:-| )(?:[A-Za-z-]++ ){{0,3}}?{OUTLOOK}\b")
_OUTLOOK_BEFORE = regex.compile(rf"\b{OUTLOOK} (?:[a-z]++ ){{0,2}}?for (?:the |its )?$")
"""``its annual earnings outlook``, ``its forecast for the year``"""
_OUTLOOKS = ("guidance", "outlook", "forecast", "projection", "target")
_OUTLOOK_ABROAD = regex.compile(
    r"\b(?:objectifs?|prévisions?|perspectives?|[Pp]rognosen?|[Jj]ahresprognose|[Aa]usblick|[Zz]iele?|objetivos?|previsi(?:ón|ones)|"
    r"expectativas?|perspectivas?)\b[^.,;:0-9]{0,40}$"
)
"""``confirme ses objectifs pour l'exercice 2020``, ``bestätigte die Prognose für das Geschäftsjahr``"""
_BEHIND_ABROAD = regex.compile(
    r"(?:prognosen?|ausblick|ziele?n?)\b|[^.;:0-9]{0,60}\b(?:Prognosen?|Ausblick|Ziele?n?|(?:[Dd]ie|[Ii]hre|[Ss]eine) Guidance|"
    r"prévisions?|objectifs?|previsiones|objetivos)\b"
)
"""``Für das Gesamtjahr bestätigt Acme die Prognose``"""
_OUTLOOK_EAST = regex.compile(
    r"(?:通期|全年|연간)?\ ?[の的]?\ ?(?:連結|単独|연결)?\ ?(?:業績|业绩|실적)?\ ?(?:予想|見通し|計画|指引|财测|전망|가이던스)"
)
"""``19年3月期通期の連結業績予想は据え置いた``"""
_NEAR = 50


class Carried(NamedTuple):
    """
    The period that reported figures may go on to be of, and that of outlooks, which was told so many sentences ago.

    `expected` is the one to come of which a sentence told only what analysts expect: that of the next such sentence.
    """

    reported: PeriodMark | None = None
    outlook: PeriodMark | None = None
    age: int = 0
    expected: PeriodMark | None = None

    def into_paragraph(self) -> "Carried":
        """Return what a new paragraph may go on about: only outlooks do."""
        return self if self.reported is None and self.expected is None else self._replace(reported=None, expected=None)


def with_carried_period(facts: Sequence[Fact], periods: Sequence[PeriodMark], carried: Carried) -> list[Fact]:
    """Return a sentence's facts, those of no period as of what is `carried`, if the sentence names none of its own."""
    if _is_named(periods) or not (carried.reported or carried.outlook or carried.expected):
        return list(facts)
    return [fact if fact.period is not None else fact._replace(period=_carried(fact, carried)) for fact in facts]


def _carried(fact: Fact, carried: Carried) -> PeriodMark | None:
    if fact.role in _REPORTED:
        return carried.reported
    if fact.role in _EXPECTED:
        return carried.expected if fact.present else None
    return carried.outlook if fact.role == "guide" else None


def carried_on(  # noqa: PLR0913, PLR0917 - a sentence and where it stands
    folded: str, sentence: Span, facts: Sequence[Fact], periods: Sequence[PeriodMark], carried: Carried, main: Period
) -> Carried:
    """Return the periods that the next sentence may go on about: of reported figures only one that is not the main one."""
    own = outlook = _outlook_of(folded, facts, periods)
    age = 0
    if outlook is None and carried.outlook is not None and carried.age < _REACH:
        outlook, age = carried.outlook, carried.age + 1
    told = [fact.period for fact in facts if fact.role in _REPORTED]
    coming = [fact.period for fact in facts if fact.period is not None and fact.period.when == "next"]
    expected = coming[0] if coming and all(fact.role in _EXPECTED for fact in facts) else None
    if not told:
        topic = _topic_of(folded, sentence, periods, main) if own is None else None
        return Carried(topic if _is_named(periods) else carried.reported, outlook, age, expected)
    kinds = {period.kind if period is not None else None for period in told}
    first = told[0]
    goes_on = len(kinds) == 1 and first is not None and first.kind not in (main.kind, "month")
    goes_on = goes_on and not (first is not None and folded.startswith(" alone", first.span.end))  # an aside
    return Carried(first if goes_on else None, outlook, age)


_OPENS = re.compile(r"(?:In |For |Over |During )?(?:[Tt]he |[Ii]ts |All of )?")
_WENT = re.compile(r"[^,.;]{0,40}?\b(?:was|were|proved|turned out|looked|went|has been|had been|remained|ended|fared)\b")
"""How a sentence goes on whose topic is how a period went, and no event in it."""


def _topic_of(folded: str, sentence: Span, periods: Sequence[PeriodMark], main: Period) -> PeriodMark | None:
    """Return the period that a sentence without figures is on ("Full-year gains were less spectacular. Profit was up 6%")."""
    named = [period for period in periods if period.when is None and period.kind]
    if len(named) != 1 or named[0].kind in (main.kind, "month"):
        return None
    opens = _OPENS.match(folded, sentence.start)
    at_head = opens is not None and opens.end() == named[0].span.start
    return named[0] if at_head and _WENT.match(folded, named[0].span.end, sentence.end) else None


def _outlook_of(folded: str, facts: Sequence[Fact], periods: Sequence[PeriodMark]) -> PeriodMark | None:
    """Return the period of a sentence's outlook: that of its figures, or of what it calls one."""
    guided = [fact.period for fact in facts if fact.role == "guide" and (fact.period is None or fact.period.label != LONG_TERM)]
    if guided:
        return guided[-1]
    if facts and all(fact.role in _EXPECTED and (fact.present or fact.role == "later") for fact in facts):
        return facts[-1].period  # "For the full year, analysts expect earnings of $2. Acme sees $1.90"
    return next((period for period in periods if period.kind is not None and _is_of_outlook(folded, period)), None)


def _is_of_outlook(folded: str, period: PeriodMark) -> bool:
    start, end = period.span
    if _OUTLOOK_ABROAD.search(folded, max(0, start - _NEAR), start):
        return True
    if _BEHIND_ABROAD.match(folded, end) and period.kind == "year":
        return True
    if not folded[start:end].isascii() and period.kind == "year" and _OUTLOOK_EAST.match(folded, end):
        return True
    if not any(folded.find(word, max(0, start - _NEAR), end + _NEAR) >= 0 for word in _OUTLOOKS):
        return False
    return (_OUTLOOK_BEHIND.match(folded, end) or _OUTLOOK_BEFORE.search(folded, max(0, start - _NEAR), start)) is not None


def _is_named(periods: Sequence[PeriodMark]) -> bool:
    """Tell whether a sentence names a period of its own."""
    return any(period.when is None and period.kind for period in periods)


_UNLIKE = Decimal("1.3")
"""How many times as large as that of the reported period a level is which cannot be the same one again."""


def of_period_before(facts: Sequence[Fact], main: Period) -> list[Fact]:
    """
    Return facts, those of a sentence that names no period as of the one told of right before, where the main period has its own.

    "In the third quarter revenue rose 2% to $100 million. … For the nine months, it earned $19 million. [paragraph] Revenue rose
    1% to $300 million."
    """
    if all(fact.period is None or fact.period.kind == main.kind for fact in facts):
        return list(facts)
    facts = _as_told_first(facts, main)
    levels: dict[tuple[str | None, str | None, Basis | None], Decimal] = {}
    found: list[Fact] = []
    last: tuple[int, PeriodMark | None] = (-1, None)
    for index, group in groupby(facts, key=lambda fact: fact.index):
        here = list(group)
        reported = [fact for fact in here if fact.role in _REPORTED]
        if (
            last[1] is not None
            and last[0] == index - 1
            and all(fact.period is None for fact in reported)
            and _differs(here, levels)
        ):
            here = [fact._replace(period=last[1]) if fact.role in _REPORTED else fact for fact in here]
            reported = [fact for fact in here if fact.role in _REPORTED]
        for fact in reported:
            if fact.role == "actual" and fact.figure is not None and (fact.period is None or fact.period.kind == main.kind):
                levels.setdefault((fact.metric, fact.scope, fact.basis), fact.figure.value)
        kinds = {fact.period.kind if fact.period is not None else None for fact in reported}
        goes_on = len(kinds) == 1 and not kinds & {None, main.kind, "month"}
        last = (index, reported[0].period if goes_on else None)
        found += here
    return found


_WHOLE_YEAR = ("gesamtjahr", "ensemble de l", "année pleine", "année entière", "conjunto del")


def with_year_of_outlook(folded: str, facts: Sequence[Fact], periods: Sequence[PeriodMark], main: Period) -> list[Fact]:
    """
    Return facts, outlooks of no period as of the year, where that is the only one to come of a story on a part of it.

    "Acme kürzt die Jahresziele … Statt der bislang avisierten 5 Milliarden Euro Umsatz werden nun nur noch 4 erwartet."
    "Acme cut its full-year projections … Given weak results, it now expects earnings of $7 to $8."
    """
    guided = [fact for fact in facts if fact.role == "guide"]
    if main.kind in (None, "year") or all(fact.period is not None for fact in guided):
        return list(facts)
    coming = [m for m in periods if m.kind and (m.when == "next" or (m.when is None and m.label.startswith(_WHOLE_YEAR)))]
    called = [] if coming else [m for m in periods if m.kind == "year" and m.when is None and _is_of_outlook(folded, m)]
    year = next(iter(coming or called), None)
    dated = [fact.period for fact in guided if fact.period is not None]
    if year is None or any(mark.kind != "year" for mark in (*coming, *(dated if called else ()))):
        return list(facts)
    levels = [fact for fact in facts if fact.role == "actual" and fact.figure is not None] if called else []
    return [
        fact._replace(period=year)
        if fact.role == "guide"
        and fact.period is None
        and not _is_as_small(fact, levels)
        and "sequential" not in fact.sentence.of(folded)
        else fact
        for fact in facts
    ]


_AS_SMALL = Decimal("1.5")


def _is_as_small(fact: Fact, levels: Sequence[Fact]) -> bool:
    """Tell an outlook that is of no more than a level reported of a part of the year."""
    return fact.figure is not None and any(
        level.figure is not None
        and (level.metric, level.scope, level.figure.kind) == (fact.metric, fact.scope, fact.figure.kind)
        and fact.figure.kind != "percent"
        and 0 < fact.figure.value < level.figure.value * _AS_SMALL
        for level in levels
    )


_SO_FAR = frozenset({"half", "nine_months"})


def _as_told_first(facts: Sequence[Fact], main: Period) -> list[Fact]:
    """
    Return facts, those of no period as of the months that the first level is of, where none is said to be of the quarter.

    "The second-quarter report shows revenue of $8 million for the six months. Profit after tax was $1 million."
    """
    told = [fact for fact in facts if fact.role in _REPORTED and fact.metric != "dividend"]
    first = next((fact.period for fact in told if fact.role == "actual"), None)
    kinds = {fact.period.kind for fact in told if fact.period is not None}
    if main.kind != "quarter" or first is None or first.kind not in _SO_FAR or "quarter" in kinds:
        return list(facts)
    return [f._replace(period=first) if f.period is None and f.role in _REPORTED and f.metric != "dividend" else f for f in facts]


def _differs(facts: Sequence[Fact], levels: Mapping[tuple[str | None, str | None, Basis | None], Decimal]) -> bool:
    """Tell whether a level is far above that of the main period."""
    told = ((fact, levels.get((fact.metric, fact.scope, fact.basis))) for fact in facts if fact.role == "actual")
    return any(fact.figure is not None and level is not None and fact.figure.value > level * _UNLIKE > 0 for fact, level in told)
