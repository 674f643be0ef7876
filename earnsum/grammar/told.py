"""What a sentence tells: one fact of one metric, as the stages from here on see it."""

from typing import NamedTuple

from earnsum.grammar.roles import Role
from earnsum.model import Basis, ChangeKind, PeriodKind, Revision, Shares, Span, Verdict
from earnsum.text.marks import PeriodMark, Quantity

REPORTED = frozenset({"actual", "change", "prior"})
"""Roles of what came and what that is set against a year ago; a part or a site that is told of has all of these."""


class Fact(NamedTuple):
    """One figure, or one verdict in words, said of one metric (None: of the one that is being spoken of)."""

    role: Role | None
    metric: str | None
    shape: str
    sentence: Span
    index: int  # type: ignore[assignment]  # hides what tuples have, which no fact needs
    at: int
    figure: Quantity | None = None
    generic: bool = False
    verdict: Verdict | None = None
    exact: bool = False
    coming: bool = False
    basis: Basis | None = None
    shares: Shares | None = None
    scope: str | None = None
    period: PeriodMark | None = None
    kind: PeriodKind | None = None
    side: str = ""
    named: bool = False
    listed: bool = False
    in_turn: bool = False
    present: bool = False
    authored: bool = True
    change_kind: ChangeKind | None = None
    by: str | None = None
    analysts: int | None = None
    revision: Revision | None = None
