"""
Causes: what stands between a verb and its figures to say why, and breaks no clause.

"Der Umsatz stieg dank höherer Preise in Europa um 5 Prozent auf 3 Millionen Euro": German, French and Spanish sentences say it
before the figures, with metrics and falls of their own.
"""

from __future__ import annotations

from earnsum.grammar.pronouns import standing_for
from earnsum.grammar.tokens import OTHER_TAG, Cue, Token, entry_of, first_word, is_called, tags_of
from earnsum.model import Span
from earnsum.patterns import regex

_WORDS = r"(?P<c>/)(?:[^,;:/s$%#dpGAENfgVbmqw()]|&(?![_]*M[^/]*M)){1,12}?"
_BETWEEN = regex.compile(rf"(?<=[UDG][_KnYQM]{{0,5}})(?:,_?{_WORDS},|{_WORDS})(?=y_?[%p$]|t_?[s$%]|(?:[on]_?)?%_?,?[tn]_?[s$])")
"""A cause from its preposition up to "by" or "to" and a figure, behind a verb of change."""

_PREPOSITIONS = frozenset("dank trotz wegen aufgrund angesichts infolge grâce malgré en suite du gracias pese debido a".split())
"""How one begins, and no clause with a verb of its own."""


def without_causes(tokens: list[Token]) -> list[Token]:
    """Return tokens, each cause between a verb of change and its figures as one run of unknown words."""
    kept, at = list[Token](), 0
    for found in _BETWEEN.finditer(tags_of(tokens)):
        first, last = tokens[found.start()], tokens[found.end() - 1]
        if first_word(tokens[found.start("c")]) in _PREPOSITIONS:
            kept += [
                *tokens[at : found.start()],
                Token(OTHER_TAG, first.start, last.end, None, first_word(tokens[found.start("c")])),
            ]
            at = found.end()
    return [*kept, *tokens[at:]]


_ASIDE = regex.compile(
    r", (?:lui|elle|eux|elles|quant à (?:lui|eux|elles?)|pour sa part|en revanche|toutefois|cependant|por su parte|en cambio"
    r"|sin embargo|no obstante|por el contrario|jedoch|hingegen|dagegen|allerdings|wiederum),"
)
"""``Le chiffre d'affaires, lui, a déçu``: that a metric is set against another, which says nothing of it"""


def without_asides(folded: str, sentence: Span, tokens: list[Token]) -> list[Token]:
    """Return tokens without what only sets a subject against another, between two commas."""
    spans = [found.span() for found in _ASIDE.finditer(folded, *sentence)]
    return [token for token in tokens if not any(start <= token.start < end for start, end in spans)] if spans else tokens


_NAMED_BEHIND = regex.compile(r"M(?:_?\$)?[^;:s$%#dMVYB()]{0,14}\((?P<name>M)\)")
_PROFITS = frozenset({"operating_income", "pretax_income", "ebitda"})


def with_profit_named(tokens: list[Token]) -> list[Token]:
    """Return tokens, earnings as the profit that brackets behind them name ("verdiente im operativen Geschäft (Ebit)")."""
    found = _NAMED_BEHIND.search(tags_of(tokens))
    if found is None:
        return tokens
    first, name = tokens[found.start()], tokens[found.start("name")].mark
    entry = entry_of(first.mark)
    if entry is None or not entry.generic or not isinstance(name, Cue) or not is_called(name, _PROFITS):
        return tokens
    return [
        *tokens[: found.start()],
        standing_for(first, name),
        *tokens[found.start() + 1 : found.end() - 3],
        *tokens[found.end() :],
    ]
