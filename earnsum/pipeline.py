"""
The pipeline: the whole program on one page, stage after stage.

    article → stories → figures, periods, names, cues → tokens → facts → rows → verdicts → summary
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from time import monotonic, thread_time
from typing import TYPE_CHECKING, NamedTuple

from earnsum.facts.abroad import own_names
from earnsum.facts.banks import as_told_of_bank, is_bank
from earnsum.facts.find import find_facts
from earnsum.facts.headings import (
    against_quarter,
    as_estimates,
    heading_role,
    is_against_quarter,
    is_of_estimates,
    metric_of_list,
    opens_with_coming,
    under_heading,
    with_metric_of_list,
)
from earnsum.facts.qualifiers import is_said_adjusted
from earnsum.figures.conventions import Convention, find_convention
from earnsum.figures.dollars import find_dollar
from earnsum.figures.find import find_figures
from earnsum.grammar.again import with_metric_again
from earnsum.grammar.cues import find_cues
from earnsum.grammar.metrics import BASED
from earnsum.grammar.pronouns import with_antecedent, with_antecedent_abroad, with_same_profit
from earnsum.grammar.roles import Role
from earnsum.grammar.tokenizing import tokenize
from earnsum.grammar.tokens import ECONOMY_TAG, PREVIEW_TAG, Cue, Token, tags_of
from earnsum.grammar.told import Fact
from earnsum.intake.article import Article, article_of_text
from earnsum.lexicon import load
from earnsum.model import Caveat, Company, Period, Span, Summary
from earnsum.names.companies import NameMark, find_names
from earnsum.names.identity import identify
from earnsum.parts.brokers import of_the_company
from earnsum.parts.subjects import assign_subjects, is_new_paragraph
from earnsum.parts.titles import part_before_colon, part_titled
from earnsum.parts.topics import Speaker
from earnsum.periods.carried import Carried, carried_on, with_carried_period
from earnsum.periods.find import find_periods, main_period
from earnsum.periods.timeline import place_periods, reported_periods
from earnsum.resolution.finish import Resolved
from earnsum.resolution.resolve import resolve_facts
from earnsum.resolution.verdict import judge, judge_outlook
from earnsum.stories.appended import own_end
from earnsum.stories.genres import lists_expectations, names_nobody, only_rates, tells_no_results
from earnsum.stories.split import Story, split_stories
from earnsum.text.endings import find_break
from earnsum.text.languages import DECIMAL_COMMA, ENGLISH, HOME_MONEY, JAPANESE, UNSPACED, detect_language, sentences_of
from earnsum.text.marks import PeriodMark, Quantity, within
from earnsum.text.sentences import bounded, fold

if TYPE_CHECKING:
    from earnsum.tables.find import Table


class Options(NamedTuple):
    """
    How to read: the article's language, what a bare "$" means, how near counts as in line (percent).

    `timeout` is a net, in seconds of the processor: what has not been read by then is left unread, and a warning says so.
    """

    lang: str | None = None
    dollar: str | None = None
    tolerance: Decimal = Decimal(0)
    timeout: float | None = None


AS_IT_COMES = Options()
"""Everything as the article itself says it."""


def summarize(text: str, options: Options = AS_IT_COMES) -> list[Summary]:
    """Return what an article's text reports: one summary, or one a company where it is a round-up."""
    return summarize_article(article_of_text(text), options)


def summarize_article(article: Article, options: Options = AS_IT_COMES) -> list[Summary]:
    """Return the summaries of an article (see `summarize`)."""
    is_late = _alarm(options.timeout)
    own = article._replace(text=article.text[: own_end(article.text, article.title)].rstrip())
    prose, tables = _parted(own)
    scan = scan_text(prose, article.language, options)
    stories = split_stories(prose, article.title)
    if len(stories) == 1:
        stories = [stories[0]._replace(company=identify(stories[0].company, article))]
    found = tables if len(stories) == 1 else ()
    summaries = [_summarize_story(own, story, scan, options, is_late, found)._replace(text=article.text) for story in stories]
    told = [s for s in summaries if s.results or s.guidance]
    if len(summaries) == 1 or not told:
        return summaries[:1]
    return [summary._replace(item=number) for number, summary in enumerate(told, 1)]


def _alarm(timeout: float | None) -> Callable[[], bool]:
    """Return what tells that so many seconds of the processor are over; the clock on the wall is cheap to ask, and never behind."""
    if timeout is None:
        return lambda: False
    wall, processor = monotonic() + timeout, thread_time() + timeout
    return lambda: monotonic() > wall and thread_time() > processor


def _parted(article: Article) -> tuple[str, Sequence[Table]]:
    """Return the text without its tables, and the tables; what reads those is loaded only for a text that has cells."""
    if "|" not in article.text:
        return article.text, ()
    from earnsum.tables.find import find_tables  # noqa: PLC0415

    folded = fold(article.text)
    usual = article.language in DECIMAL_COMMA
    tables = find_tables(folded, decimal_comma=find_convention(folded, usual=usual).decimal_comma)
    return tables.blanked(article.text), tables.found


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

    def tokens(self, sentence: Span, periods: Sequence[PeriodMark]) -> list[Token]:
        """Return the tokens of one sentence."""
        return tokenize(self.folded, sentence, cues=self.cues, figures=self.figures, periods=periods, names=self.names)


def scan_text(text: str, language: str | None = None, options: Options = AS_IT_COMES) -> Scan:
    """Find every mark of a text; `language` is what the page says of itself."""
    folded = fold(text)
    spoken = detect_language(folded, options.lang or language, certain=options.lang is not None)
    dollar, is_doubtful = (options.dollar, False) if options.dollar else find_dollar(folded)
    convention = find_convention(folded, usual=spoken in DECIMAL_COMMA)
    figures = find_figures(folded, dollar=dollar, decimal_comma=convention.decimal_comma)
    periods = find_periods(folded)
    names = find_names(text) if spoken == ENGLISH else []
    cues = find_cues(folded, load(spoken), [*figures, *periods])
    doubts = [*_doubts_of_numbers(text, convention), *(_doubts_of_dollars(folded, dollar, figures) if is_doubtful else ())]
    return Scan(folded, spoken, figures, periods, reported_periods(folded, periods, cues), names, cues, tuple(doubts))


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


def _summarize_story(  # noqa: PLR0913, PLR0917 - a story, where it stands and how to read it
    article: Article, story: Story, scan: Scan, options: Options, is_late: Callable[[], bool], tables: Sequence[Table] = ()
) -> Summary:
    """Read one story: facts sentence by sentence, then rows, then what its tables add, then verdicts."""
    if scan.language != ENGLISH:
        scan = scan._replace(names=own_names(scan.folded, story.company, scan.cues))
    parts = [story.heading, *story.body] if story.heading else list(story.body)
    named = _within(scan.reported, parts) or _within(scan.periods, parts)
    main = main_period(named, title_end=story.heading.end if story.heading else 0, published=article.published)
    headline = fold(article.title or "").strip()
    told = scan.language != ENGLISH or not (
        names_nobody(scan.folded, story.company, headline)
        or tells_no_results(scan.folded, headline, item=story.item)
        or (story.item and lists_expectations(scan.folded))
    )
    periods = place_periods(_within(scan.periods, parts), main, scan.folded)
    sentences, caveats = _sentences(scan, parts)
    facts, unread = _read(scan, sentences if told else [], periods, main, story.company, is_late)
    if not story.item and only_rates(scan.folded, headline):
        facts = [fact for fact in facts if fact.role != "guide"]
    results, guidance = resolve_facts(facts, article.text, main, item=story.item, home=HOME_MONEY.get(scan.language, "USD"))
    if tables:
        from earnsum.tables.merging import join_statements  # noqa: PLC0415
        from earnsum.tables.outlooks import join_outlooks  # noqa: PLC0415
        from earnsum.tables.rows import Setting  # noqa: PLC0415
        from earnsum.tables.statements import read_statements  # noqa: PLC0415

        setting = Setting(
            text=article.text,
            main=main,
            language=scan.language,
            money=_currency(results, scan, options),
            told=tuple(r.row for r in results),
        )
        results = join_statements(results, read_statements(tables, setting))
        guidance = join_outlooks(guidance, tables, setting)
    judged = [judge(row, options.tolerance) for row in results]
    caveats += [*(scan.doubts if results or guidance else ()), *unread, *(caveat for _, found in judged for caveat in found)]
    if not story.item and (broken := find_break(scan.folded)):
        caveats.append(_truncated("the text breaks off; the rest of the article is missing", broken))
    if not judged and not guidance:
        caveats.append(Caveat(code="no-results", message="no results of a company were found"))
    return Summary(
        source=article.source,
        language=scan.language,
        title=article.title,
        published=article.published,
        company=story.company,
        period=main,
        results=tuple(row for row, _ in judged),
        guidance=tuple(judge_outlook(row) for row in guidance),
        warnings=tuple(caveats),
        text=article.text,
    )


def _within(periods: Sequence[PeriodMark], parts: Sequence[Span]) -> list[PeriodMark]:
    """Choose the periods that a story's parts name."""
    return [period for part in parts for period in within(periods, part)]


def _currency(results: Sequence[Resolved], scan: Scan, options: Options) -> str:
    """Return the currency that most results are in: that of a table which names none."""
    units = Counter(r.row.actual.unit for r in results if r.row.actual is not None and r.row.actual.unit not in ("%", "count"))
    return units.most_common(1)[0][0] if units else options.dollar or find_dollar(scan.folded)[0]


LEAD = 4
"""Sentences of a title and lead, which say what an article is about."""

MOST_FACTS = 1000
"""Facts of one story; no article tells as many, and pairing them takes the square of their number."""


def _sentences(scan: Scan, parts: Sequence[Span]) -> tuple[list[Span], list[Caveat]]:
    """Return the sentences of a story, and a warning of the first that no sentence can be, which is read in pieces."""
    sentences: list[Span] = []
    caveats: list[Caveat] = []
    for whole in (sentence for part in parts for sentence in sentences_of(scan.folded, part, scan.language)):
        pieces = list(bounded(scan.folded, whole))
        if len(pieces) > 1 and not caveats:
            caveats.append(_truncated(f"a sentence of {whole.end - whole.start:,} letters is read in pieces", whole))
        sentences += pieces
    return sentences, caveats


def _truncated(claim: str, span: Span) -> Caveat:
    return Caveat(code="truncated-input", message=claim, span=span)


def _read(  # noqa: PLR0913, PLR0917 - a story, its periods and whose it is
    scan: Scan,
    sentences: Sequence[Span],
    periods: Sequence[PeriodMark],
    main: Period,
    company: Company,
    is_late: Callable[[], bool],
) -> tuple[list[Fact], list[Caveat]]:
    """Return the facts of a story's sentences that are its company's, and a warning where some were left unread."""
    unread: list[Caveat] = []
    facts: list[Fact] = []
    speaker = Speaker()
    before: Span | None = None
    opened = 0  # facts told before the paragraph
    last: list[Token] = []
    profit: Token | None = None
    titled: str | None = None  # the part that a title above the paragraph names
    heading: Role | None = None
    period = Carried()
    listed: Cue | None = None
    expected = quarterly = False  # whether the paragraph says what was expected, a list what changed from the quarter before
    for index, sentence in enumerate(sentences):
        if len(facts) > MOST_FACTS or is_late():
            why = f"it tells more than {MOST_FACTS:,} facts" if len(facts) > MOST_FACTS else "it takes too long to read"
            unread = [_truncated(f"the rest of the text is not read: {why}", Span(sentence.start, sentences[-1].end))]
            break
        tokens = scan.tokens(sentence, periods)
        if index < LEAD and PREVIEW_TAG in tags_of(tokens) and not any(fact.role == "actual" for fact in facts):
            return [], []  # a title or lead that announces a report to come
        if is_new_paragraph(scan.folded, before, sentence):
            is_title, part = part_titled(scan.folded, sentence, company)
            titled = part if is_title else titled
            topic = part_before_colon(scan.folded, sentence, company) or titled
            told = speaker.topic or speaker.part  # which the next paragraph may call "the unit"
            goes_on = speaker.apart and topic is None
            speaker = speaker if goes_on else Speaker(part=told, topic=topic, titled=topic is not None)
            opened, last = len(facts), last if scan.language in UNSPACED else []  # where a paragraph has a sentence
            period, expected = period.into_paragraph(), False
        elif is_said_adjusted(scan.folded, sentence):
            facts[opened:] = [f._replace(basis="adjusted") if f.metric in BASED and not f.basis else f for f in facts[opened:]]
        english = scan.language == ENGLISH
        tokens, last = (with_antecedent(tokens, last) if english else with_antecedent_abroad(tokens, last, scan.language)), tokens
        if scan.language == JAPANESE:
            tokens, profit = with_same_profit(tokens, profit)
        listed = metric_of_list(scan.folded, sentence, tokens, listed)
        here = list(within(periods, sentence))
        tokens = with_metric_again(scan.folded, with_metric_of_list(tokens, listed), here)
        if ECONOMY_TAG in tags_of(tokens):
            continue  # "economists had expected": figures of a country, not of a company
        heading = heading_role(scan.folded, sentence, tokens, heading)
        expected, quarterly = (
            is_of_estimates(scan.folded, sentence, above=expected), is_against_quarter(scan.folded, sentence, above=quarterly)
        )  # fmt: skip
        role = heading or ("guide" if opens_with_coming(scan.folded, sentence, here) else None)
        said = find_facts(scan.folded, sentence, index, tokens, here, scan.language)
        said = as_estimates(said) if expected else against_quarter(said) if quarterly else under_heading(said, role)
        said = of_the_company(scan.folded, sentence, said, tokens, company)
        kept, speaker = assign_subjects(scan.folded, said, tokens, company, speaker)
        kept = with_carried_period(kept, here, period)
        period = carried_on(scan.folded, kept, here, period, main)
        facts += kept
        before = sentence
    return as_told_of_bank(scan.folded, facts) if is_bank(scan.folded, company) else facts, unread


def tokens_of(text: str) -> list[tuple[Span, list[Token]]]:
    """Return each sentence of a text with its tokens, for whoever wants to see how it is read."""
    scan = scan_text(text)
    whole = Span(0, len(text))
    return [(sentence, scan.tokens(sentence, scan.periods)) for sentence in sentences_of(scan.folded, whole, scan.language)]
