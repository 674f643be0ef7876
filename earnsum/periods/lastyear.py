"""Last year: the year reported, or the one before it where another is told of ("a loss for the year to May; last year …")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from earnsum.grammar.metrics import BASED
from earnsum.grammar.shape import IT_WAS_A_YEAR_AGO
from earnsum.grammar.told import Fact
from earnsum.model import Period
from earnsum.patterns import regex
from earnsum.text.firms import FIRM
from earnsum.text.marks import PeriodMark
from earnsum.text.moves import MOVED
from earnsum.text.sums import SUM
from earnsum.text.terms import POSTED

_OPENS_CLAUSE = regex.compile(r"(?:^|[.;:\n]\"?\ ?|,\ (?:while|where|whereas|when|but|and|although)\ )(?:in\ |for\ )?$")
_TOLD_BACK = regex.compile(
    rf",?\ (?:it|they|there|the\ (?:{FIRM}"
    r"|(?:net\ |pre-?tax\ |operating\ )?(?:profit|loss|figure|result)))\ (?:had\ |was\ |were\ |also\ |still\ )*"
    rf"(?:{POSTED}|swung|had|was|were)\b"
)

_TO_A_DAY = regex.compile(r"\b(?:ended|ending|to|through)\ (?:on\ |end[- ])?[a-z0-9. ]{3,14}$")
_SET_AGAINST = regex.compile(
    r"[^.;\n]{0,80}?(?:,?\ (?:as\ )?(?:compared\ (?:with|to)|against|versus|vs\.?)"
    r"|\ (?:up|down|rose|fell|[a-z]+ed)\ (?:[^.;]{1,40}\ )?from)\ "
)
"""``the quarter ended Dec 31 last year, against $9 million a year earlier``: the one reported, early in the next year"""


def of_last_year(marks: list[PeriodMark], low: str) -> list[PeriodMark]:
    """
    Return marks, "last year" joined to what is right before it.

    A month and it are one of a year ago ("In May last year, sales were up 10%"), a quarter to a day of it is the one
    reported where it is set against another.
    """
    kept: list[PeriodMark] = []
    for mark in marks:
        month = kept[-1] if kept else None
        if (
            month is not None
            and mark.label.lower() == "last year"
            and month.kind == "month"
            and month.year is None
            and low[month.span.end : mark.span.start] in (" ", " of ")
            and low.startswith(",", mark.span.end)
            and _OPENS_CLAUSE.search(low, max(0, month.span.start - 14), month.span.start)
        ):
            label = f"{month.label} last year"
            kept[-1] = month._replace(span=month.span._replace(end=mark.span.end), label=label, when="year_ago")
        elif (
            month is not None
            and mark.label.lower() == "last year"
            and month.kind is not None
            and month.year is None
            and month.when is None
            and low[month.span.end : mark.span.start] == " "
            and _TO_A_DAY.search(month.label.lower())
            and _SET_AGAINST.match(low, mark.span.end)
        ):
            kept[-1] = month._replace(span=month.span._replace(end=mark.span.end))
        else:
            kept.append(mark)
    return kept


_JUST_BEFORE = 120
_MOVED_TO = regex.compile(
    r"\b(?:profits?|income|earnings|loss(?:es)?)\ (?:(?!last\ year)[^.;\n]){0,60}?"
    rf"\b(?:{MOVED}|doubled|tripled|trebled|quadrupled|widened|narrowed|shrank|swelled)\ "
    rf"(?:(?!last\ year)[^.;\n]){{0,30}}?to\ {SUM}"
    r"(?:(?!last\ year)(?:[^.;\n]|\.(?=[0-9]))){0,60}[.;]\s+$"
)
"""``said profit more than tripled to $98.9 million, or 33 cents a share. Last year it earned``"""


def with_year_before(marks: list[PeriodMark], low: str) -> list[PeriodMark]:
    """
    Return marks, "last year" as the one before a year told of earlier, or before what a profit has just been said to have come to.

    "A loss for the year to May; last year it made …", "profit tripled to $9 million. Last year it made $3 million".
    """
    told = False
    for place, mark in enumerate(marks):
        if mark.when is not None or mark.kind != "year" or mark.label.isdigit():
            continue
        if mark.label.lower() != "last year":
            told = True
        elif (
            (told or _MOVED_TO.search(low, max(0, mark.span.start - _JUST_BEFORE), mark.span.start))
            and _TOLD_BACK.match(low, mark.span.end)
            and _OPENS_CLAUSE.search(low, max(0, mark.span.start - 14), mark.span.start)
        ):
            marks[place] = mark._replace(when="year_ago")
    return marks


_AGAINST_YEAR_BEFORE = regex.compile(
    rf",?\ (?:(?:up|down|higher|lower|an?\ (?:rise|increase|gain|drop|fall|decline))\ )?"
    r"(?:(?:by\ |of\ )?[0-9.]++(?:%|\ ?per\ ?cent|\ pct)\ )?(?:from|than|against|versus|(?:as\ )?compared\ (?:with|to))\ (?:an?\ )?"
    rf"(?:(?:net\ )?(?:profit|loss|income)\ of\ )?(?:{SUM}|[0-9.]++(?:%|\ ?per\ ?cent|\ pct))\ "
    r"(?:(?:in\ )?(?:the\ )?(?:previous|prior|preceding)\ year|the\ year\ (?:before|earlier)|a\ year\ (?:before|earlier)"
    r"|in\ (?:19|20)[0-9]{2})\b"
)


def is_whole_year(folded: str, mark: PeriodMark) -> bool:
    """Tell "last year" as a year reported beside its quarters: its level is set against the one of the year before it."""
    return mark.label.lower() == "last year" and _AGAINST_YEAR_BEFORE.match(folded, mark.span.end) is not None


_OPENS_ON = regex.compile(
    r"(?:^|[.;\n]\"?\ |,?\ (?:while|whereas|and|but)\ )(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver)\ (?:the\ )?(?:whole\ of\ |all\ of\ )?$"
)
_NEAR = 30
_REACH = 2
"""How many sentences behind a level that of the year before may be told."""


def with_level_before(folded: str, facts: Sequence[Fact], main: Period) -> list[Fact]:
    """
    Return facts, a level of a dated period as of a year ago behind one of the same metric that was told with no date.

    "Acme made $5 million.  In 2020, it lost $3 million": nobody calls the period reported by its date only then.
    """
    told: dict[tuple[str | None, str | None], Fact] = {}
    kept: list[Fact] = []
    for _, group in groupby(facts, key=lambda fact: fact.index):
        here = list(group)
        alone = all(fact.role in ("actual", None) for fact in here)
        for place, fact in enumerate(here):
            before = told.get((fact.metric, fact.scope)) or (_profit_here(here[:place]) if fact.generic else None)
            if before is None or not (alone or fact.index == before.index) or not _is_of_then(folded, fact, before, main):
                told |= {(fact.metric, fact.scope): fact} if fact.role == "actual" and not _is_dated(fact, here) else {}
            else:
                here[place] = fact._replace(role="prior", period=before.period, shape=IT_WAS_A_YEAR_AGO)
        kept += here
        if any(fact.role in ("actual", "change") and _is_dated(fact) for fact in here):
            return [*kept, *facts[len(kept) :]]
    return kept


def _profit_here(before: Sequence[Fact]) -> Fact | None:
    """Return the profit that the same sentence has just told, which "a profit" behind it may be of, too."""
    last = before[-1] if before else None
    return last if last is not None and last.metric in BASED and last.role == "actual" else None


def _is_dated(fact: Fact, beside: Sequence[Fact] = ()) -> bool:
    """Tell a fact of a period with its year, which is not only that of a figure further on in its sentence."""
    if fact.period is None or fact.period.year is None:
        return False
    end, date = fact.figure.span.end if fact.figure is not None else fact.sentence.end, fact.period.span.start
    return not any(other.figure is not None and end < other.figure.span.start < date for other in beside)


def _is_of_then(folded: str, fact: Fact, before: Fact, main: Period) -> bool:
    """Tell a level of a dated period, with which its sentence or clause opens, that is told right behind one of no date."""
    mark, figure = fact.period, fact.figure
    if fact.role != "actual" or mark is None or not _is_dated(fact) or mark.kind != main.kind or figure is None:
        return False
    if fact.index - before.index > _REACH or before.figure is None or before.figure.value == figure.value:
        return False
    if before.figure.span.end < mark.span.start < figure.span.start:
        return _OPENS_ON.search(folded, max(0, mark.span.start - _NEAR), mark.span.start) is not None
    behind = mark.span.start > figure.span.end and before.index == fact.index
    return behind and _BESIDE_IT.search(folded, before.figure.span.end, figure.span.start) is not None


_BESIDE_IT = regex.compile(rf",\ (?:while|whereas|when|where)\ (?:it|they|the\ {FIRM})\ [^,;.]*$")
"""``was in the red by $2 million, while it made a profit of $1 million in 2008``: the same as behind its date"""
_IN_CONTRAST = regex.compile(r"(?:,\ (?:while|whereas|when|where|but|and)|;)\ (?:in|for|during)\ (?:the\ )?$")
_IT_WAS = regex.compile(
    r",?\ (?:it|they|the\ (?:figure|result|sum|total|number|amount))\ (?:had\ (?:been|[a-z]+ed)|was|were|stood|came|showed|made"
    r"|amounted|totall?ed|reached)\b"
)


def is_contrasted(mark: PeriodMark, marks: Sequence[PeriodMark], folded: str) -> bool:
    """Tell a date that a level told with none is set beside ("the loss was $5 million, while in 2008 it was $3 million")."""
    if mark.year is None or mark.when is not None or _IT_WAS.match(folded, mark.span.end) is None:
        return False
    opens = _IN_CONTRAST.search(folded, max(0, mark.span.start - _NEAR), mark.span.start)
    if opens is None:
        return False
    start = max(folded.rfind(". ", 0, opens.start()), folded.rfind("\n", 0, opens.start())) + 1
    dated = any(start <= other.span.start < opens.start() and other.year is not None for other in marks)
    return not dated and _DIGIT.search(folded, start, opens.start()) is not None


_DIGIT = regex.compile("[0-9]")
