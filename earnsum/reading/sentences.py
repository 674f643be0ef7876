"""The sentences of a story, read in turn: each one's facts are its own words' and what it takes over from those before."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from earnsum.facts.banks import as_told_of_bank, is_bank
from earnsum.facts.chinese import with_part_meant
from earnsum.facts.find import find_facts
from earnsum.facts.headings import (
    against_quarter,
    as_estimates,
    heading_role,
    is_against_quarter,
    is_of_estimates,
    of_list,
    opens_with_coming,
    period_of_list,
    under_heading,
)
from earnsum.facts.qualifiers import is_said_adjusted
from earnsum.facts.wholeyears import without_whole_years
from earnsum.grammar.metrics import BASED
from earnsum.grammar.tokens import ANALYSTS_TAG, ECONOMY_TAG, PREVIEW_TAG, Token, first_word, tags_of
from earnsum.grammar.told import Fact
from earnsum.model import Caveat, Company, Period, Span
from earnsum.parts.brokers import as_expected, of_the_company
from earnsum.parts.called import alone_is_whole
from earnsum.parts.levels import goes_on_with_rival, of_the_part, wholes_told
from earnsum.parts.parallel import of_parallel_paragraphs
from earnsum.parts.sites import of_its_site
from earnsum.parts.subjects import assign_subjects, is_new_paragraph
from earnsum.parts.topics import Speaker, is_on_whole, only_part
from earnsum.parts.wholenames import without_runs_of_title
from earnsum.patterns import regex
from earnsum.periods.beforeoutlook import without_year_before_outlook
from earnsum.periods.carried import carried_on, of_period_before, with_carried_period, with_year_of_outlook
from earnsum.periods.lastyear import with_level_before
from earnsum.reading.scan import Scan
from earnsum.reading.thread import Thread, into_paragraph, on_its_own, with_references
from earnsum.text.languages import CHINESE, ENGLISH, sentences_of
from earnsum.text.marks import PeriodMark, within
from earnsum.text.sentences import bounded

LEAD = 4
"""Sentences of a title and lead, which say what an article is about."""

MOST_FACTS = 1000
"""Facts of one story; no article tells as many, and pairing them takes the square of their number."""

_LONGEST_PARAGRAPH = 1000
"""Letters of a paragraph of news; what is longer has lost the breaks of several, as texts do that were taken out of a page."""


class Telling(NamedTuple):
    """A story as it is read: what was seen in its text, its periods, the one that it reports, and whose it is."""

    scan: Scan
    periods: Sequence[PeriodMark]
    main: Period
    company: Company


def find_sentences(scan: Scan, parts: Sequence[Span]) -> tuple[list[Span], list[Caveat]]:
    """Return the sentences of a story, and a warning of the first that no sentence can be, which is read in pieces."""
    sentences: list[Span] = []
    caveats: list[Caveat] = []
    for whole in (sentence for part in parts for sentence in sentences_of(scan.folded, part, scan.language)):
        pieces = list(bounded(scan.folded, whole))
        if len(pieces) > 1 and not caveats:
            caveats.append(truncated(f"a sentence of {whole.end - whole.start:,} letters is read in pieces", whole))
        sentences += pieces
    return sentences, caveats


def truncated(claim: str, span: Span) -> Caveat:
    """Return the warning that a stretch is missing, is left unread or is not read as it stands."""
    return Caveat(code="truncated-input", message=claim, span=span)


def read_sentences(telling: Telling, sentences: Sequence[Span], is_late: Callable[[], bool]) -> tuple[list[Fact], list[Caveat]]:
    """Return the facts of a story's sentences that are its company's, and a warning where some were left unread."""
    scan, facts, thread = telling.scan, list[Fact](), Thread()
    unread: list[Caveat] = []
    run_together = _run_together(scan.folded, sentences)
    for index, sentence in enumerate(sentences):
        if len(facts) > MOST_FACTS or is_late():
            why = f"it tells more than {MOST_FACTS:,} facts" if len(facts) > MOST_FACTS else "it takes too long to read"
            unread = [truncated(f"the rest of the text is not read: {why}", Span(sentence.start, sentences[-1].end))]
            break
        tokens = scan.tokens(sentence, telling.periods)
        if index < LEAD and _announces(tokens, scan.folded, sentence) and not any(_came(scan.folded, fact) for fact in facts):
            return [], []  # a title or lead that announces a report to come
        if is_new_paragraph(scan.folded, thread.before, sentence):
            thread = into_paragraph(thread, scan, sentence, telling.company, len(facts))
        elif sentence.start in run_together:
            thread = on_its_own(thread, scan.folded, sentence, facts)
        elif is_said_adjusted(scan.folded, sentence):
            facts[thread.opened :] = [_adjusted(fact) for fact in facts[thread.opened :]]
        here = list(within(telling.periods, sentence))
        tokens, thread = with_references(tokens, scan, sentence, here, thread)
        if ECONOMY_TAG not in tags_of(tokens):  # "economists had expected": figures of a country, not of a company
            told, thread = _read_sentence(telling, sentence, index, tokens, here, thread)
            facts += as_expected(scan.folded, sentence, told, facts[thread.opened :], telling.company)
    if scan.language == ENGLISH:
        facts = without_whole_years(scan.folded, with_level_before(scan.folded, facts, telling.main), telling.main)
    facts = without_year_before_outlook(of_period_before(facts, telling.main), telling.periods, telling.main)
    facts = with_year_of_outlook(scan.folded, facts, telling.periods, telling.main)
    facts = as_told_of_bank(scan.folded, facts) if is_bank(scan.folded, telling.company) else facts
    facts = of_its_site(scan.folded, facts, telling.company) if scan.language == ENGLISH else facts
    return alone_is_whole(scan.folded, of_parallel_paragraphs(scan.folded, facts)), unread


_TO_REPORT = regex.compile(r"\bto (?:report|post|announce|book|unveil)\b")
"""``Globex to report 58% surge in profit``: a title on what is yet to come"""


def _came(folded: str, fact: Fact) -> bool:
    """Tell what was reported already, where a lead goes on to who is to report next."""
    moved = fact.role == "change" and _TO_REPORT.search(folded, *fact.sentence) is None
    return moved or fact.role == "actual" or fact.verdict is not None


_WARNS = regex.compile(
    r"\b(?:(?:it|they) (?:will|may|might|would|could|no longer expect(?:s|ed)? to) (?:likely |probably |still )?(?:post|report) "
    r"an? (?:[\w.$€£¥-]++ ){0,6}?(?:loss|profits?|earnings|decline|drop)"
    r"|will (?:likely |probably )?(?:post|report) (?:[a-z-]++ ){0,3}?[a-z]+-than-(?:expected|forecast))\b"
)
"""``warned that it will post a first-quarter loss``: an outlook, and no report to come"""


def _announces(tokens: Sequence[Token], folded: str, sentence: Span) -> bool:
    """Tell a sentence that announces a report, but not what it says of another ("a rival, which is due to report")."""
    tags = tags_of(tokens)
    at = tags.find(PREVIEW_TAG)
    if at < 0 or (at and tags[at - 1] == "/" and first_word(tokens[at - 1]) in ("which", "who", "whose")):
        return False
    if tags.endswith("fK", 0, at) and ANALYSTS_TAG not in tags[:at]:  # "it forecast that it will report"
        return False
    warns = _WARNS.search(folded, sentence.start, sentence.end)
    return warns is None or folded.find("nalyst", sentence.start, warns.start()) >= 0


def _run_together(folded: str, sentences: Sequence[Span]) -> set[int]:
    """Return where the sentences begin of paragraphs so long that several were run together, where any may open one."""
    paragraphs: list[list[Span]] = []
    before: Span | None = None
    for sentence in sentences:
        if is_new_paragraph(folded, before, sentence):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
        before = sentence
    return {s.start for run in paragraphs if run[-1].end - run[0].start > _LONGEST_PARAGRAPH for s in run}


def _adjusted(fact: Fact) -> Fact:
    return fact._replace(basis="adjusted") if fact.metric in BASED and not fact.basis else fact


def _read_sentence(  # noqa: PLR0913, PLR0917 - a sentence of a story, what was seen in it, and what it takes over
    telling: Telling, sentence: Span, index: int, tokens: list[Token], periods: Sequence[PeriodMark], thread: Thread
) -> tuple[list[Fact], Thread]:
    """Return the facts of one sentence, and what goes on from it."""
    scan, company = telling.scan, telling.company
    heading = heading_role(scan.folded, sentence, tokens, thread.heading)
    expects = is_of_estimates(scan.folded, sentence, above=thread.expects)
    dated = period_of_list(scan.folded, sentence, tokens, periods, thread.dated)
    quarterly = is_against_quarter(scan.folded, sentence, above=thread.quarterly)
    facts = find_facts(scan.folded, sentence, index, tokens, periods, scan.language)
    if expects:
        facts = as_estimates(facts)
    elif quarterly:
        facts = against_quarter(facts)
    else:
        facts = under_heading(facts, heading or ("guide" if opens_with_coming(scan.folded, sentence, periods) else None))
    facts = of_list(facts, periods, dated)
    if scan.language == CHINESE:
        facts = with_part_meant(facts, thread.speaker.part)
    facts = of_the_company(scan.folded, sentence, facts, tokens, company)
    kept, speaker = assign_subjects(scan.folded, facts, tokens, company, thread.speaker)
    kept = kept if index else without_runs_of_title(scan.folded, kept, sentence)
    if (
        thread.rival is not None
        and speaker.other is None
        and goes_on_with_rival(kept, thread.wholes, telling.main)
        and not is_on_whole(scan.folded, sentence, tokens, company)
    ):
        kept, speaker = [], Speaker(thread.rival)
    kept = with_carried_period(kept, periods, thread.period)
    period = carried_on(scan.folded, sentence, kept, periods, thread.period, telling.main)
    if kept and thread.wholes:
        last = None if is_on_whole(scan.folded, sentence, tokens, company) else thread.speaker.part or thread.speaker.topic
        kept = of_the_part(kept, thread.wholes, telling.main, last)
        speaker = speaker if speaker.part else speaker._replace(part=only_part(kept))
    return kept, thread._replace(
        before=sentence,
        titled=None if any(fact.metric == "eps" and fact.role == "actual" for fact in kept) else thread.titled,
        heading=heading,
        expects=expects,
        dated=dated,
        quarterly=quarterly,
        speaker=speaker,
        rival=None,
        period=period,
        wholes=wholes_told(kept, telling.main, thread.wholes),
    )
