"""Sentence: what this stage knows of the sentence that a figure stands in, and asks of it in whatever language it is."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from earnsum.facts.additions import is_added, is_total
from earnsum.facts.qualifiers import find_analysts
from earnsum.facts.qualifiers_abroad import find_analysts_abroad, find_revision_abroad
from earnsum.facts.revisions import find_revision
from earnsum.grammar.tokens import Token
from earnsum.model import Revision, Span
from earnsum.parts.scopes import find_scope
from earnsum.text.languages import ENGLISH
from earnsum.text.marks import PeriodMark, Quantity

ScopeOf = Callable[[int], str | None]
"""Returns the part of the company that the metric at a token is told of; of one left out, where it is named."""


def scopes_in(folded: str, span: Span, tokens: Sequence[Token], language: str) -> ScopeOf:
    """Return what finds the part of each metric of a sentence, once for all of its figures."""

    @cache
    def scope_of(metric_at: int) -> str | None:
        mark = tokens[metric_at].mark
        metric_at = next(at for at, token in enumerate(tokens) if token.mark is mark)
        if language == ENGLISH:
            return find_scope(folded, span, tokens, metric_at)
        from earnsum.parts.abroad import find_part  # noqa: PLC0415 - for no English text

        return find_part(folded, language, span, tokens, metric_at)

    return scope_of


class Sentence(NamedTuple):
    """A sentence as this stage needs it: where it stands, its tokens and their tags, and the periods that it names."""

    folded: str
    span: Span
    index: int  # type: ignore[assignment]  # hides what tuples have, which no sentence needs
    tokens: tuple[Token, ...]
    tags: str
    periods: tuple[PeriodMark, ...]
    language: str
    levels: tuple[tuple[int, Quantity], ...]
    """Figures that are no change, each with the token of its metric."""
    scope_of: ScopeOf

    def is_added(self, metric_at: int) -> bool:
        """Tell whether a figure of the metric at a token is of those who came or went."""
        return any(at == metric_at and is_added(self.folded, figure) for at, figure in self.levels)

    def is_told_of_total(self, metric_at: int, place: int) -> bool:
        """Tell whether the last figure before a place is a total ("added 2 million to reach 46 million, above the 45 …")."""
        told = [figure for at, figure in self.levels if at == metric_at and figure.span.start < place]
        return bool(told) and is_total(self.folded, told[-1])

    def revision(self, token: int, figure: Span) -> Revision | None:
        """Return what it says was done to the outlook that a figure, at a token, is of."""
        if self.language == ENGLISH:
            return find_revision(self.folded, self.tags[:token], self.span.start, figure)
        return find_revision_abroad(self.folded, self.language, self.span, self.tags)

    def analysts(self) -> int | None:
        """Return how many analysts it says that an estimate is of."""
        if self.language == ENGLISH:
            return find_analysts(self.folded, *self.span)
        return find_analysts_abroad(self.folded, self.language, self.span)
