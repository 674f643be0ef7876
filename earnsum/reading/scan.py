"""The scan: everything that is seen in a text before any of it is read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from earnsum.figures.conventions import Convention, find_convention
from earnsum.figures.dollars import DEFAULT, find_dollar
from earnsum.figures.find import find_figures
from earnsum.grammar.cues import find_cues
from earnsum.grammar.tokenizing import tokenize
from earnsum.grammar.tokens import Cue, Token
from earnsum.lexicon import load
from earnsum.model import Caveat, Span
from earnsum.names.companies import NameMark, find_names
from earnsum.periods.find import find_periods
from earnsum.periods.reported import reported_periods
from earnsum.reading.options import AS_IT_COMES, Options
from earnsum.text.hanzi import is_chinese, simplified
from earnsum.text.languages import CHINESE, DECIMAL_COMMA, ENGLISH, JAPANESE, detect_language, sentences_of
from earnsum.text.marks import PeriodMark, Quantity
from earnsum.text.sentences import fold


class Scan(NamedTuple):
    """What was seen in a text, before anything is read: the marks of every kind, each in order."""

    folded: str
    language: str
    figures: list[Quantity]
    periods: list[PeriodMark]
    reported: list[PeriodMark]
    names: list[NameMark]
    cues: list[Cue]
    doubts: tuple[Caveat, ...] = ()
    dollar: str = DEFAULT

    def tokens(self, sentence: Span, periods: Sequence[PeriodMark]) -> list[Token]:
        """Return the tokens of one sentence."""
        tokens = tokenize(self.folded, sentence, cues=self.cues, figures=self.figures, periods=periods, names=self.names)
        if self.language == CHINESE:
            from earnsum.grammar.forecasting import as_own_forecasts  # noqa: PLC0415

            return as_own_forecasts(tokens)
        if self.language in {JAPANESE, "ko"}:
            from earnsum.grammar.inblackorred import with_told_signs  # noqa: PLC0415 - for no other text

            return with_told_signs(self.folded, tokens)
        if self.language == ENGLISH:
            return tokens
        from earnsum.grammar.causes import with_profit_named, without_asides, without_causes  # noqa: PLC0415 - for no English text

        tokens = with_profit_named(without_asides(self.folded, sentence, tokens))
        return without_causes(tokens) if any(token.tag == "/" for token in tokens) else tokens


def scan_text(text: str, language: str | None = None, options: Options = AS_IT_COMES) -> Scan:
    """Find every mark of a text; `language` is what the page says of itself."""
    folded = fold(text)
    spoken = detect_language(folded, options.lang or language, certain=options.lang is not None)
    dollar, is_doubtful = (options.dollar, False) if options.dollar else find_dollar(folded)
    convention = find_convention(folded, usual=spoken in DECIMAL_COMMA)
    figures = find_figures(folded, dollar=dollar, decimal_comma=convention.decimal_comma)
    periods = find_periods(folded, abroad=spoken != ENGLISH)
    names = find_names(text) if spoken == ENGLISH else []
    cues = find_cues(folded, load(spoken), [*figures, *periods])
    doubts = [*_doubts_of_numbers(text, convention), *(_doubts_of_dollars(folded, dollar, figures) if is_doubtful else ())]
    reported = reported_periods(folded, periods, cues)
    return Scan(folded, spoken, figures, periods, reported, names, cues, tuple(doubts), dollar)


def tokens_of(text: str) -> list[tuple[Span, list[Token]]]:
    """Return each sentence of a text with its tokens, for whoever wants to see how it is read."""
    scan = scan_text(simplified(text) if is_chinese(text) else text)
    whole = Span(0, len(text))
    return [(sentence, scan.tokens(sentence, scan.periods)) for sentence in sentences_of(scan.folded, whole, scan.language)]


def _doubts_of_numbers(text: str, convention: Convention) -> Iterator[Caveat]:
    """Yield a warning where an article writes its decimals in two ways."""
    if convention.doubtful is not None:
        number = convention.doubtful.of(text)
        claim = f"the article writes decimals with a comma and with a point, so that {number} may be either"
        yield Caveat(code="ambiguous-number", message=claim, span=convention.doubtful)


def _doubts_of_dollars(folded: str, dollar: str, figures: Sequence[Quantity]) -> Iterator[Caveat]:
    """Yield a warning at the first bare "$"."""
    for figure in figures:
        if figure.unit == dollar and folded.startswith("$", figure.span.start):
            claim = f'a bare "$" is read as {dollar}, but the article may mean another dollar; --dollar settles it'
            yield Caveat(code="ambiguous-currency", message=claim, span=figure.span)
            return
