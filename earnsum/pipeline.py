"""
The pipeline: the whole program on one page, stage after stage.

    article → stories → figures, periods, names, cues → tokens → facts → rows → verdicts → summary
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from time import monotonic, thread_time
from typing import TYPE_CHECKING

from earnsum.facts.abroad import own_names
from earnsum.facts.chinese import is_of_a_market, is_to_come
from earnsum.facts.japanese import is_of_a_rating
from earnsum.figures.conventions import find_convention
from earnsum.figures.dollars import find_dollar, money_of_commas
from earnsum.grammar.told import Fact
from earnsum.intake.article import Article, article_of_text
from earnsum.model import Caveat, Period, Span, Summary
from earnsum.names.identity import identify
from earnsum.periods.main import main_period, may_be_to_come
from earnsum.periods.timeline import place_periods
from earnsum.periods.told import of_told
from earnsum.reading.options import AS_IT_COMES, Options
from earnsum.reading.scan import Scan, scan_text
from earnsum.reading.sentences import Telling, find_sentences, read_sentences, truncated
from earnsum.resolution.finish import Resolved
from earnsum.resolution.resolve import resolve_facts
from earnsum.resolution.verdict import judge, judge_outlook
from earnsum.stories.appended import own_end
from earnsum.stories.genres import buries_results, lists_expectations, only_rates, tells_no_results
from earnsum.stories.nobody import names_nobody
from earnsum.stories.split import Story, split_stories
from earnsum.text.endings import find_break
from earnsum.text.hanzi import as_written, is_chinese, simplified
from earnsum.text.languages import CHINESE, DECIMAL_COMMA, ENGLISH, HOME_MONEY, JAPANESE
from earnsum.text.marks import PeriodMark, within
from earnsum.text.sentences import fold

if TYPE_CHECKING:
    from earnsum.tables.find import Table


_Rows = tuple[list[Resolved], list[Resolved]]
"""The results of a story, and its outlook."""


def summarize(text: str, options: Options = AS_IT_COMES) -> list[Summary]:
    """Return what an article's text reports: one summary, or one a company where it is a round-up."""
    return summarize_article(article_of_text(text), options)


def summarize_article(article: Article, options: Options = AS_IT_COMES) -> list[Summary]:
    """Return the summaries of an article (see `summarize`)."""
    is_late = _alarm(options.timeout)
    own = article._replace(text=article.text[: own_end(article.text, article.title)].rstrip())
    written, tables = _parted(own)
    in_chinese = is_chinese(written)
    prose, title = (simplified(written), simplified(own.title or "")) if in_chinese else (written, own.title)
    scan = scan_text(prose, article.language, options)
    stories = split_stories(prose, title or None)
    if len(stories) == 1:
        stories = [stories[0]._replace(company=identify(stories[0].company, article))]
    found = tables if len(stories) == 1 else ()
    above = _period_above(stories, scan, fold(own.title or "").strip()) if len(stories) > 1 else Period()
    summaries = [
        _summarize_story(own, story, scan, options, is_late, found, above)._replace(text=article.text) for story in stories
    ]
    summaries = [as_written(summary, prose, written) for summary in summaries] if in_chinese else summaries
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


def _summarize_story(  # noqa: PLR0913, PLR0917 - a story, where it stands and how to read it
    article: Article,
    story: Story,
    scan: Scan,
    options: Options,
    is_late: Callable[[], bool],
    tables: Sequence[Table] = (),
    above: Period = Period(),  # noqa: B008 - it cannot be changed
) -> Summary:
    """Read one story: facts sentence by sentence, then rows, then what its tables add, then verdicts."""
    if scan.language != ENGLISH:
        scan = scan._replace(names=own_names(scan.folded, story.company, scan.cues))
    headline = fold(article.title or "").strip()
    parts = [story.heading, *story.body] if story.heading else list(story.body)
    reported, named = _within(scan.reported, parts), _within(scan.periods, parts)
    title_end = story.heading.end if story.heading else parts[0].start if parts else 0
    told_of = [mark for mark in of_told(scan.folded, reported, title_end) if mark.kind is not None]
    main = main_period(told_of or named, title_end=title_end, published=article.published)
    main = above if main.kind is None else main
    sentences, caveats = find_sentences(scan, parts)
    told = sentences if _tells_results(scan, story, headline) else []
    telling = _telling_of(story, scan, named, main, article.published)
    facts, unread = read_sentences(telling, told, is_late)
    if not reported and may_be_to_come(main) and any(fact.role == "actual" for fact in facts):
        # "It earned $1 a share. It sees full-year earnings of $5": of when the first is, nothing says.
        main = Period()
        telling = _telling_of(story, scan, named, main, article.published)
        facts, unread = read_sentences(telling, told, is_late)
    if not story.item and only_rates(scan.folded, headline):
        facts = [fact for fact in facts if fact.role != "guide"]
    if not story.item and _tells_in_passing(scan, facts, headline):
        facts = []
    home = money_of_commas(scan.dollar) if scan.language == "fr" else HOME_MONEY.get(scan.language, "USD")
    rows = resolve_facts(facts, article.text, main, item=story.item, home=home)
    results, guidance = _with_tables(rows, tables, telling, article.text, options) if tables else rows
    judged = [judge(row, options.tolerance) for row in results]
    caveats += [*(scan.doubts if results or guidance else ()), *unread, *(caveat for _, found in judged for caveat in found)]
    if not story.item and (broken := find_break(scan.folded)):
        caveats.append(truncated("the text breaks off; the rest of the article is missing", broken))
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


def _telling_of(story: Story, scan: Scan, named: Sequence[PeriodMark], main: Period, published: str | None) -> Telling:
    """Return what a story's sentences are read by where it reports on a period."""
    return Telling(scan, place_periods(named, main, scan.folded, published), main, story.company)


_OPENING = 600
"""Letters of a title and a lead, which name the period of all items below them."""


def _period_above(stories: Sequence[Story], scan: Scan, headline: str) -> Period:
    """Return the quarter that the title and lead above the items name, which is that of every item that names none."""
    first = min(part.start for story in stories for part in story.body)
    if first > len(headline) + _OPENING:
        return Period()
    quarters = [mark for mark in scan.periods if mark.span.end <= first and mark.kind == "quarter" and mark.when is None]
    return main_period(quarters, title_end=len(headline), published=None)


def _within(periods: Sequence[PeriodMark], parts: Sequence[Span]) -> list[PeriodMark]:
    """Choose the periods that a story's parts name."""
    return [period for part in parts for period in within(periods, part)]


def _tells_results(scan: Scan, story: Story, headline: str) -> bool:
    """Tell a story that may report results from a preview, a deal or the news of a market; the kinds are told in English only."""
    if scan.language == JAPANESE:
        return not is_of_a_rating(scan.folded)
    if scan.language != ENGLISH:
        return scan.language != CHINESE or not (is_of_a_market(scan.folded) or is_to_come(scan.folded))
    if names_nobody(scan.folded, story.company, headline, item=story.item) or tells_no_results(
        scan.folded, headline, item=story.item
    ):
        return False
    own = "\n".join(part.of(scan.folded) for part in story.body) if story.item else ""
    if own and tells_no_results(own, headline, item=True):
        return False
    return not (story.item and lists_expectations(scan.folded))


_COMPARED = frozenset({"estimate", "later", "gap"})


def _tells_in_passing(scan: Scan, facts: Sequence[Fact], headline: str) -> bool:
    """Tell figures that a story on something else gives of a company, none of which is set against estimates or is of a share."""
    if scan.language != ENGLISH or not facts or any(f.role in _COMPARED or f.verdict or f.metric == "eps" for f in facts):
        return False
    if any(f.period is not None and f.period.kind == "quarter" and f.role == "actual" for f in facts):
        return False  # "first-quarter net income rose to": news of the season
    return buries_results(scan.folded, headline, min(f.sentence.start for f in facts))


def _with_tables(rows: _Rows, tables: Sequence[Table], telling: Telling, text: str, options: Options) -> _Rows:
    """Return the results and the outlook of a story with what its tables add; what reads these is loaded only for them."""
    from earnsum.tables.merging import join_statements  # noqa: PLC0415
    from earnsum.tables.outlooks import join_outlooks  # noqa: PLC0415
    from earnsum.tables.rows import Setting  # noqa: PLC0415
    from earnsum.tables.statements import read_statements  # noqa: PLC0415

    results, guidance = rows
    setting = Setting(
        text=text,
        main=telling.main,
        language=telling.scan.language,
        money=_currency(results, telling.scan, options),
        told=tuple(r.row for r in results),
    )
    return join_statements(results, read_statements(tables, setting)), join_outlooks(guidance, tables, setting)


def _currency(results: Sequence[Resolved], scan: Scan, options: Options) -> str:
    """Return the currency that most results are in: that of a table which names none."""
    units = Counter(r.row.actual.unit for r in results if r.row.actual is not None and r.row.actual.unit not in ("%", "count"))
    return units.most_common(1)[0][0] if units else options.dollar or find_dollar(scan.folded)[0]
