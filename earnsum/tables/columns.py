"""
Columns: of which period each column of a table is, and what its figures are there.

A statement's head says it in pieces, one below the other: "Three Months Ended | Six Months Ended", "June 30,", "2024 | 2023 |
2024 | 2023".  Each cell of a head gives what it says; the row with a cell a column is filled up from the rows above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from earnsum.model import PeriodKind
from earnsum.patterns import re, regex
from earnsum.text.terms import OUTLOOK, SALES

Part = Literal["level", "change", "estimate", "prior", "outlook", "low", "high", "previous", "other"]
"""What a column's figures are: reported, their change, expected, of a year ago; guided to, an end of that, what was guided to
before; or nothing that a row holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, or what one cell of a head says of the columns under it."""

    part: Part = "level"
    kind: PeriodKind | None = None
    year: int | None = None
    month: int | None = None
    """The last month of the period; of a quarter named by its number, three times that number."""
    dated: bool = False
    """Whether the month is that of a date, and not only the number of a quarter."""
    to_date: bool = False
    """Whether it is of the year so far, however long that is."""

    @property
    def months(self) -> int | None:
        """The period's end, counted in months, where the year is known."""
        return None if self.year is None else self.year * 12 + (self.month or 12)


_KIND = regex.compile(
    r"""(?xi)
      (?P<nine_months> (?:nine|9)[- ]months? | (?:39|40|thirty-nine|forty)[- ]weeks? | \b9M(?:[- ]?'?[0-9]{2})?\b | neun\ monate )
    | (?P<half> (?:six|6)[- ]months? | (?:2[4678]|twenty-(?:four|six|seven|eight))[- ]weeks?
        | \b(?:first|second|1st|2nd)\ half | half[- ]?year | \bH[12]\b | \b[12]H | halbjahr )
    | (?P<quarter> (?:three|3)[- ]months? | (?:1[2346]|twelve|thirteen|fourteen|sixteen)[- ]weeks?
        | \bquarter(?:s|ly)?\b | \bQ[1-4] | \b[1-4]Q | \bqtr\b | \bquartal\b )
    | (?P<year> (?:twelve|12)[- ]months? | (?:5[23]|fifty-(?:two|three))[- ]weeks?
        | \b(?:fiscal|full|financial)?[- ]?years?\b(?:[- ]end(?:ed|ing))? | \bFY | \bannual\b | gesch[äa]ftsjahr )"""
)
_NUMBERED = regex.compile(
    r"""(?xi) \bQ\ ?(?P<n>[1-4]) | \b(?P<n>[1-4])Q | (?P<n>[1-4])\.\ quartal
    | \bH(?P<half>[12])\b | \b(?P<half>[12])H | \b9(?P<nine>M) | \b(?P<word>first|second)\ (?P<half>half)
    | \b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)\ (?:fiscal\ )?(?:quarter|qtr)"""
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_NAME = (
    r"(?P<month>jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b\.?"
)
_MONTH = regex.compile(rf"(?i)(?:\b[0-3]?[0-9][-. ]+)?\b{_NAME}(?:-(?P<year>[0-9]{{2}})\b| [0-3]?[0-9](?:st|nd|rd|th)?\b)?")
_NUMERIC = regex.compile(
    r"""(?x) \b(?P<month>[01]?[0-9])/(?P<day>[0-3]?[0-9])/(?P<year>(?:20)?[0-9]{2})\b
    | \b(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>20[0-9]{2})\b
    | \b(?P<year>20[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])\b"""
)
_YEAR = regex.compile(
    r"""(?x) (?<![0-9$€£,.]) (?P<long>(?:19|20)[0-9]{2}) (?:/[0-9]{2})? (?![0-9,.]?[0-9])
    | (?i: \b(?:FY|Q[1-4]|[1-4]Q|H[12]|[12]H|9M)[- ]?(?:FY)? | \bfiscal\ ) '?(?P<short>[0-9]{2})\b
    | '(?P<short>[0-9]{2})\b"""
)
_PART = regex.compile(
    rf"""(?xi)
      (?P<other> (?:%|percent)(?:\ (?:of|to))?\ (?:net\ |total\ )?{SALES} | percent\ of | as\ a\ % | %\ of
        | trailing | rolling | \bTTM\b | \bLTM\b | \bQ\ ?[/-]?o[/-]?Q\b | \bQ/Q\b
        | sequential | surprise | difference | beat | bps | basis\ points? | midpoint | \bconstant | organic
        | adjustments? | currency | \bnotes?\b | \A\W*\$\W*\Z )
    | (?P<change> % | \bchange | \bchg\b | variance | \bvar\.?\b | growth | \bincrease | \bdecrease | \bb/\(?w\b | \bfav\b | \by/y\b
        | \byoy\b | year[- ]over[- ]year | favou?rable | better | \+/- | ver[äa]nderung )
    | (?P<previous> (?:prior|previous|former|initial|old)\ (?:guidance|outlook|forecast|range) )
    | (?P<outlook> (?:(?:current|updated|revised|new|raised)\ )?{OUTLOOK} | \bforecast )
    | (?P<low> \blow(?:\ end)?\b ) | (?P<high> \bhigh(?:\ end)?\b )
    | (?P<estimate> (?:\b\p{{L}}++\ ){{0,2}}+ (?:consensus|estimates?\b|\best\b|expectations?) (?:\ \([\p{{L}}. &-]++\))?
        | (?:\b\p{{L}}++\ )? expected (?:\ \([\p{{L}}. &-]++\))? | analysts? | street )
    | (?P<prior> year[- ]ago | years?\ ago | prior[- ](?:year|period) | previous\ year | last\ year | comparable\ (?:prior|period)
        | vorjahr\w* )
    | (?P<level> \bactual\b | \breported\b | results?\b | \bcurrent\ (?:year|period|quarter) | this\ (?:year|quarter) )"""
)
_TO_DATE = regex.compile(r"(?i)\bYTD\b|year[- ]to[- ]date")
_NOISE = regex.compile(
    r"""(?xi) \b(?: end(?:ed|ing)? | for | the | of | at | as | and | to | from | in | vs\.? | versus | over | periods? | fiscal
        | financial | (?:un)?audited | restated | revised | recast | gaap | us | u\.s | usd | eur | gbp | chf | rmb | m | mn | bn
        | amounts? | thousands? | millions? | billions? | dollars? | percentage | percent | net | yrs?\.? | favorable
        | \(?unfavorable\)? | range | end | same | comparable | weeks? | months? | d | zum | bis | mio | mrd | euro | p )\b
    | '?000s? | \b[0-9]{1,2}(?:st|nd|rd|th)?\b | [^\p{L}0-9]++"""
)
_FIGURE = re.compile(r"\(?\$?[0-9]{1,3}(?>(?:,[0-9]{3})+)(?:\.[0-9]++)?\)?")
"""What a cell is that is read most often and says nothing here."""
_LONGEST = 160
"""Letters of a head's cell: "For the three months ended June 30, 2024 (unaudited, in thousands except per share)"."""

_STRAY = 2
"""Letters that may be left of a head's cell: a footnote's sign."""


def read_head_cell(text: str) -> Column | None:
    """
    Return what a cell of a table's head says; None where it says nothing of a period or of what the figures are.

    >>> read_head_cell("Three Months Ended June 30, 2024").months == 2024 * 12 + 6, read_head_cell("% Change").part
    (True, 'change')
    >>> read_head_cell("North America"), read_head_cell("1,234")
    (None, None)
    """
    if len(text) > _LONGEST or _FIGURE.fullmatch(text):
        return None
    column = Column(to_date=_TO_DATE.search(text) is not None)
    rest = _TO_DATE.sub(" ", text)
    column = _dated(rest, column)
    if (found := _NUMBERED.search(rest)) and column.month is None:
        column = replace(column, month=_last_month(found))
    rest = _NUMERIC.sub(" ", rest)
    part = _PART.search(rest)
    if part:
        column = replace(column, part=cast("Part", part.lastgroup))
    rest = _PART.sub(" ", rest)
    column = replace(column, kind=kind_of(rest))
    for pattern in (_MONTH, _NUMBERED, _YEAR, _KIND):
        rest = pattern.sub(" ", rest)
    says_nothing = column == Column() and not part
    return None if says_nothing or len(_NOISE.sub("", rest)) > _STRAY else column


def _last_month(found: regex.Match[str]) -> int:
    """Return the last month of a numbered part of a year, as if the year began in January."""
    if found["nine"]:
        return 9
    number = _ORDINALS[found["word"].lower()] if found["word"] else int(found["n"] or found["half"])
    return number * (6 if found["half"] else 3)


def _dated(text: str, column: Column) -> Column:
    """Return a column with the month and year that a cell gives."""
    if found := _NUMERIC.search(text):
        return replace(column, month=int(found["month"]), year=_full_year(found["year"]), dated=True)
    if found := _MONTH.search(text):
        year = _full_year(found["year"]) if found["year"] else None
        column = replace(column, month=_MONTHS[found["month"].lower()[:3]], year=year, dated=True)
    if column.year is None and (found := _YEAR.search(text)):
        column = replace(column, year=_full_year(found["long"] or found["short"]))
    return column


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def kind_of(text: str) -> PeriodKind | None:
    """Return the kind of period that a title or a cell names first, if any."""
    found = _KIND.search(text)
    return cast("PeriodKind", found.lastgroup) if found else None


def is_noise(text: str) -> bool:
    """Tell a head's cell that says nothing: "(unaudited)", "$'000"."""
    return not _NOISE.sub("", text)


def fill_columns(rows: Sequence[Sequence[Column]]) -> list[Column]:
    """
    Return the columns that the rows of a head, from top to bottom, describe together; empty where they do not fit.

    >>> head = [[Column(kind="quarter"), Column(kind="half")], [Column(year=2024), Column(year=2023)] * 2]
    >>> [(column.kind, column.year) for column in fill_columns(head)]
    [('quarter', 2024), ('quarter', 2023), ('half', 2024), ('half', 2023)]
    """
    if not rows:
        return []
    longest = max(range(len(rows)), key=lambda n: len(rows[n]))
    leaf = list(rows[longest])
    for above in (*rows[:longest], *rows[longest + 1 :]):
        leaf = _filled(leaf, above)
    return leaf


def _filled(leaf: list[Column], above: Sequence[Column]) -> list[Column]:
    """Give what a row of the head says to the columns under it, as many to each cell; a change may stand above alone."""
    if len(above) == len(leaf):
        return [_joined(column, over) for column, over in zip(leaf, above, strict=True)]
    own = any(column.part == "change" for column in leaf)
    under = [column for column in leaf if column.part != "change"]
    groups = [over for over in above if over.part != "change"]
    if groups and len(under) % len(groups):
        return leaf
    share = len(under) // len(groups) if groups else 0
    rest = iter(leaf)
    filled: list[Column] = []
    for over in above:
        if over.part == "change":
            filled += [] if own else [over]
            continue
        left = share
        while left and (column := next(rest, None)):
            left -= column.part != "change"
            filled.append(column if column.part == "change" else _joined(column, over))
    return [*leaf, *filled] if not groups else [*filled, *rest]


def _joined(column: Column, over: Column) -> Column:
    return Column(
        part=column.part if column.part != "level" else over.part,
        kind=column.kind if column.kind and not (column.kind == "year" and over.kind) else over.kind or column.kind,
        year=column.year or over.year,
        month=column.month or over.month,
        dated=column.dated or over.dated,
        to_date=column.to_date or over.to_date,
    )
