"""
Merging: what the tables say joined to what the text says.

A press release tells its figures twice, rounded in the text and in full below it.  Both are one row, with the text's figure;
the table adds what the text leaves out: the figure of a year ago, a level of which only the growth was told.  Of which period
and on which basis a figure is, a table shows more plainly than a sentence; what it shows to be of a year ago is no result.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.model import Row
from earnsum.patterns import regex
from earnsum.resolution.finish import Resolved
from earnsum.tables.figures import is_rounded


def join_statements(told: Sequence[Resolved], statements: Sequence[Sequence[Row]]) -> list[Resolved]:
    """Return the rows of the text, filled up from the tables', and behind them those that only the tables have."""
    placed = [resolved._replace(row=_placed(resolved.row, statements)) for resolved in told]
    rows = [resolved for resolved in placed if not _is_of_year_ago(resolved.row, statements)]
    left = [rivals[0] for rivals in statements if not any(_fill(rows, stated) for stated in rivals)]
    for stated in sorted(left, key=lambda row: row.shares == "basic"):  # behind that per diluted share
        if not _fill(rows, stated) and not any(_is_rival(known.row, stated) for known in rows):
            rows.append(Resolved(stated, None, None))
    return rows


def _placed(row: Row, statements: Sequence[Sequence[Row]]) -> Row:
    """Return a row of the text with period and basis as the tables give them, where theirs of that period and basis is another."""
    if row.actual is None or row.scope is not None:
        return row
    stated = [other for rivals in statements for other in rivals if other.metric == row.metric and other.scope is None]
    if not any(_is_alike(row, other) for other in stated):
        return row
    same = [other for other in stated if other.actual is not None and is_rounded(row.actual, other.actual)]
    if any(_is_alike(row, other) for other in same) or len({(other.period, other.basis) for other in same}) != 1:
        return row
    return row._replace(period=same[0].period, basis=same[0].basis)


def _fill(rows: list[Resolved], stated: Row) -> bool:
    """Fill up the row that says the same, if there is one."""
    for place, known in enumerate(rows):
        if _says_same(known.row, stated):
            rows[place] = known._replace(row=_filled(known.row, stated))
            return True
    return False


def _is_alike(row: Row, stated: Row) -> bool:
    """Tell whether a row of the text and one of a table are of one metric and period, as far as both say."""
    return (
        row.metric == stated.metric
        and _is_one_part(row.scope, stated.scope)
        and (row.period == stated.period or row.period is None)
        and not (row.basis and stated.basis and row.basis != stated.basis)
        and not (row.shares and stated.shares and row.shares != stated.shares)
    )


def _is_one_part(told: str | None, stated: str | None) -> bool:
    """Tell whether two names are of one part of the company: all words of one are words of the other."""
    a, b = (set(regex.findall(r"\w+", name.lower())) if name else set() for name in (told, stated))
    return bool(a) == bool(b) and (a <= b or b <= a)


def _says_same(row: Row, stated: Row) -> bool:
    """Tell whether both give one figure, or the text only by how much it changed."""
    if not _is_alike(row, stated) or stated.actual is None:
        return False
    if row.actual is None:
        return row.change is not None and row.basis == stated.basis
    return is_rounded(row.actual, stated.actual)


def _is_of_year_ago(row: Row, statements: Sequence[Sequence[Row]]) -> bool:
    """Tell a figure that the tables show to be that of a year ago."""
    if row.actual is None:
        return False
    alike = [stated for rivals in statements for stated in rivals if _is_alike(row, stated)]
    now = any(stated.actual is not None and is_rounded(row.actual, stated.actual) for stated in alike)
    return not now and any(stated.prior is not None and is_rounded(row.actual, stated.prior) for stated in alike)


def _is_rival(row: Row, stated: Row) -> bool:
    """Tell whether the text has its own figure for a table's row; one per basic share is none beside the diluted one."""
    if stated.shares == "basic":
        stated = stated._replace(shares=None)
    return _is_alike(row, stated) and row.actual is not None and row.basis == stated.basis


def _filled(row: Row, stated: Row) -> Row:
    """Return a row of the text with what it leaves out."""
    return row._replace(
        basis=row.basis or stated.basis,
        shares=row.shares or stated.shares,
        period=row.period or stated.period,
        actual=row.actual or stated.actual,
        estimate=row.estimate or stated.estimate,
        prior=row.prior or stated.prior,
        change=row.change or stated.change,
        shapes=(*row.shapes, *stated.shapes),
    )
