"""
Appended: where another company's report has been put behind an article.

Pages and feeds glue related stories to the end of one.  Such a report is no part of the article in any way: its period, its
currency and its names say nothing of what stands before it, so an article ends where it begins.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from earnsum.model import Span
from earnsum.names.companies import find_company
from earnsum.names.datelines import dateline_end
from earnsum.names.find import Names, names_of
from earnsum.names.itemheads import find_item_head
from earnsum.names.uses import Use
from earnsum.patterns import re
from earnsum.stories.roundup_titles import is_on_many
from earnsum.stories.roundups import items_of
from earnsum.stories.story import RESULT_SUM, forms_of, is_headline, paragraphs_of, subject_of
from earnsum.text.places import is_named
from earnsum.text.sentences import fold

_METRIC = re.compile(
    r"(?i)\b(?:sales|revenues?|turnover|profits?|loss(?:es)?|deficit|income|earnings|earned|eps|ffo|ebitd?a?|orders?|backlog|dividend)\b"
    r"|[$€£¥₹%]"
)
_DIGIT = re.compile(r"[0-9]")
_LEADING = re.compile(r"(?:Shares|The stock) of |(?:Separately|Elsewhere|In (?:other|separate) [a-z ]{4,24}), ")
_HEAD = 140
_MANY = 4
"""So many companies that begin a paragraph are no article with another's behind it."""


class _Report(NamedTuple):
    """What may be another company's report: where it begins, on whom it is, and whether it has a headline of its own."""

    start: int
    company: Use
    headed: bool


def own_end(text: str, title: str | None) -> int:
    r"""
    Return where the report on another company begins that a text ends with; the text's length where there is none.

    >>> text = "Globex earned $5 million.\n\nInitech misses forecasts\n\nInitech Corp (NYSE: INI) earned $9 million."
    >>> text[:own_end(text, None)].rstrip()
    'Globex earned $5 million.'
    """
    names = names_of(text)
    headline = fold(title or "").strip()
    paragraphs = paragraphs_of(names.folded)
    if not (found := list(_reports(names, paragraphs))):
        return len(text)
    told = _told(names.folded, len(headline) if names.folded.startswith(headline) else 0)
    reports = [report for report in found if report.start > told]
    if not reports:
        return len(text)
    has_items = len(items_of(names, paragraphs, headline)) > 1
    is_roundup = has_items or is_on_many(names, paragraphs, headline)
    if not is_roundup and len(_opening(names, paragraphs)) >= _MANY:
        return len(text)  # a list of companies, most of which tell no sums
    first = next((report for report in reports if report.headed), reports[0])
    if (len(reports) > 1 and (is_roundup or not first.headed)) or (is_roundup and any(r.headed for r in found if r.start <= told)):
        return len(text)  # a round-up's items, or rivals
    if (is_roundup and not has_items) or _is_known(first, f"{headline}\n{names.folded[: first.start]}"):
        return len(text)
    return first.start if is_roundup or _is_apart(text, first, title) else len(text)


def _reports(names: Names, paragraphs: Sequence[Span]) -> Iterator[_Report]:
    """Yield the reports on companies that the text has not named before, other than items with a head."""
    seen: dict[str, int] = {}
    for use in names.uses:
        seen.setdefault(use.name.split()[0], use.span.start)
    for above, paragraph in pairwise(paragraphs):
        subject = subject_of(names, paragraph)
        if subject is None:
            continue
        line, first = above.of(names.folded), subject.name.split()[0]
        headed = above.start > 0 and is_headline(line) and is_named(line, first)
        start = (above if headed else paragraph).start
        known = subject.listed or subject.legal or (headed and subject.acting)
        is_new = known and seen[first] >= start and (headed or _opens(names.folded, paragraph, subject))
        if is_new and RESULT_SUM.search(names.folded, *paragraph):
            yield _Report(start, subject, headed)


def _opening(names: Names, paragraphs: Sequence[Span]) -> set[str]:
    """Return the first words of the companies that paragraphs begin with: listed ones, and those that report."""
    subjects = ((paragraph, subject_of(names, paragraph)) for paragraph in paragraphs)
    return {
        names.fullest[use.name].split()[0]
        for p, use in subjects
        if use is not None
        and (use.listed or (use.acting and RESULT_SUM.search(names.folded, *p) is not None))
        and _opens(names.folded, p, use)
    }


def _opens(folded: str, paragraph: Span, subject: Use) -> bool:
    """Tell whether the company is what a paragraph begins with, behind a dateline or "Separately", and no item's head."""
    start = dateline_end(folded, paragraph.start)
    shares = _LEADING.match(folded, start)
    at_start = subject.span.start == (shares.end() if shares else start)
    return at_start and find_item_head(paragraph.of(folded)[:_HEAD]) is None


def _told(folded: str, start: int) -> int:
    """Return the place by which results have been told: behind a metric, or a sign of money or of percent, and a number."""
    found = (pattern.search(folded, start) for pattern in (_METRIC, _DIGIT))
    return max(place.end() if place else len(folded) for place in found)


def _is_known(report: _Report, before: str) -> bool:
    """Tell whether a report's company has been named before it, also by its ticker or in small letters."""
    words = before.casefold()
    forms = (report.company.name.split()[0], report.company.ticker or "")
    return any(is_named(words, form.casefold()) for form in forms)


def _is_apart(text: str, report: _Report, title: str | None) -> bool:
    """Tell whether what stands before a report is on a company of its own, of which no more is heard."""
    before = text[: report.start].rstrip()
    company = find_company(before, title if title and before.startswith(title) else None)
    behind = fold(text[report.start :])
    return company.name is not None and not any(is_named(behind, form) for form in forms_of(company, names_of(before).fullest))
