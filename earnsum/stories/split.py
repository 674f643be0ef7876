"""
Stories: which stretches of an article tell of one company's results.

A page often holds more than its story: teasers glued to the end, who wrote it, "click
here", a second report on another company; a round-up holds a dozen stories.  What is cut
here never reaches the figures, so only what clearly is not the story is cut.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from earnsum.model import Company, Span
from earnsum.names.arms import is_arm
from earnsum.names.companies import company_of
from earnsum.names.eastern import EASTERN_LETTERS
from earnsum.names.find import Names, names_of
from earnsum.names.uses import Use
from earnsum.names.words import TITLE_SUBJECT
from earnsum.patterns import re, regex
from earnsum.stories.eastern import eastern_turns, without_others
from earnsum.stories.inprose import turns_of
from earnsum.stories.roundups import items_of
from earnsum.stories.story import (
    RESULT_SUM,
    RESULTS_OF_A_TITLE,
    Story,
    data_of_a_share,
    forms_of,
    is_aside,
    is_headline,
    paragraphs_of,
    subject_of,
)
from earnsum.text.marks import within
from earnsum.text.places import is_named
from earnsum.text.sentences import fold
from earnsum.text.terms import RESULT, SALES

__all__ = ["Story", "split_stories"]

_GLUE = regex.compile(r"(?<!\b[A-Z][a-z]{0,4})[.!?][\"']?+,\ (?=[\"']?[A-Z])")
"""``… this year., Globex jumped``, but not ``Anvil Inc., Acme's rival`` or ``Boston, Mass., Acme``"""
_ELSEWHERE = re.compile(
    r"Elsewhere\b(?!, (?!(?:[a-z-]+ ){1,4}[A-Z])[a-z])|(?:Separately|Meanwhile), (?:shares of|rival)"
    r"|In other (?:news|company|corporate)|Also reporting "
)
_APART = re.compile(
    r"(?:Separately|Meanwhile|In (?:related|separate) news|In a separate (?:report|statement|release|filing)"
    r"|Also (?:yesterday|on [A-Z][a-z]+day)),"
)
"""How a page begins on another company of a trade, behind its report on the first."""
_LISTED = re.compile(
    r"(?:Shares of |The stock of )?[A-Z][\w&.' -]{1,60}?(?:\b(?:Inc|Corp|Co|Ltd|Plc|PLC|Companies|Group)\b\.? )?"
    r"(?:undefined|[A-Z]{1,5}, [-+][0-9.]{1,7}%|\((?:NYSE|NASDAQ|Nasdaq)[^)]{0,12}\))"
)
_RESULTS = re.compile(r"\b(?:quarter|revenue|profit|earnings|results)\b")
_RESULT_OR_SALES = re.compile(rf"\b{RESULT}\b[^\n]*[0-9]")
_ITS_OWN = re.compile(r"\bits (?:fiscal|first|second|third|fourth|latest|quarterly|annual|full-year|earnings|own)\b")
_OF_ITS = re.compile(r"\b(?:its|unit|subsidiary|division|arm|segment|owned|acquired)\b")
_IS_ITS = re.compile(r"(?:, |\b(?:is|of|by|with|for|from|at) )its\b|\b(?:unit|subsidiary|division|arm|segment|owned)\b")
_GOES_ON = regex.compile(
    r"(?i)(?:with |its |their |the |for the [a-z -]{5,40} )?(?:accumulated |quarterly |annual |overall |total |consolidated )*"
    r"(?P<metric>(?:net |operating |pre-?tax |gross )?(?:profits?|income|margin|earnings(?: per share)?)|eps|revenues?|sales)\b"
)
"""How a paragraph begins that names nobody and may go on about who was told of above it ("Revenue rose", "With EPS of $2, it")."""
_BULLET = ("• ", "* ", "- ")
_ITS_SALES = re.compile(rf" (?:net |total |retail |comparable )?{SALES}\b")
_TITLE_LENGTH = 1000


def split_stories(article_text: str, title: str | None) -> list[Story]:
    r"""
    Split an article into the stories that it tells: one, or in a round-up one a company.

    >>> text = "Movers\n\nAcme - Shares rose on results.\n\nGlobex (GBX) - Shares fell on its outlook."
    >>> [(story.company.name, story.body[0].of(text)) for story in split_stories(text, "Movers")]
    [('Acme', 'Shares rose on results.'), ('Globex', 'Shares fell on its outlook.')]
    """
    names = names_of(article_text)
    folded = names.folded
    paragraphs = paragraphs_of(folded)
    headline = fold(title or "").strip()[:_TITLE_LENGTH]
    if len(items := items_of(names, paragraphs, headline)) > 1:
        return items
    heading = paragraphs[0] if paragraphs and headline and paragraphs[0].of(folded) == headline else None
    told = paragraphs[1:] if heading else paragraphs
    is_eastern = EASTERN_LETTERS.search(headline or folded[:60]) is not None
    if len(turned := eastern_turns(folded, told, headline) if is_eastern else turns_of(names, told, headline)) > 1:
        return turned
    data = data_of_a_share(folded, told)
    kept = [p for place, p in enumerate(told) if p not in data and not is_aside(p.of(folded), first=place == 0)] or told
    lead = heading.end if heading else kept[0].start if kept else 0
    company = company_of(names, _within(names.uses, [heading, *kept] if heading else kept), headline, lead)
    own = _Owner.of(names, company)
    kept = without_others(folded, kept, company) if is_eastern else kept
    return [Story(body=tuple(_own_body(own, kept)), heading=heading, item=False, company=company)]


def _within(uses: Sequence[Use], spans: Sequence[Span]) -> list[Use]:
    """Choose the uses that stand in one of the spans, both in order."""
    chosen = []
    at = 0
    for use in uses:
        while at < len(spans) and spans[at].end <= use.span.start:
            at += 1
        if at < len(spans) and spans[at].start <= use.span.start:
            chosen.append(use)
    return chosen


class _Owner(NamedTuple):
    """Whose story it is: the forms that the company goes by, and where the first word of each name first stands."""

    names: Names
    company: Company
    forms: tuple[str, ...]
    first_seen: dict[str, int]

    @classmethod
    def of(cls, names: Names, company: Company) -> Self:
        first_seen: dict[str, int] = {}
        for use in names.uses:
            first_seen.setdefault(use.name.split()[0], use.span.start)
        return cls(names, company, forms_of(company, names.fullest), first_seen)

    def is_named(self, text: str) -> bool:
        """Tell whether a text names the company."""
        return any(is_named(text, form) for form in self.forms)


def _own_body(own: _Owner, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """
    Yield what is told of the company.

    A report on another one goes on in what names that one only, and its headline, right above it, belongs to it.
    """
    if own.company.name is None:
        yield from paragraphs
        return
    others: set[str] = set()
    elsewhere = other_spoke = False
    told = ""
    for place, paragraph in enumerate(paragraphs):
        below = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        text = paragraph.of(own.names.folded)
        foreign = place > 0 and _is_foreign(own, paragraph)
        turns = _ELSEWHERE.match(text) is not None or (foreign and _APART.match(text) is not None)
        elsewhere = place > 0 and (turns or elsewhere) and not own.is_named(text)
        headed = below is not None and _is_headline_of(own, paragraph, below)
        if place and (elsewhere or headed or foreign or _is_headline_alone(own, paragraph)):
            if (subject := subject_of(own.names, paragraph)) is not None:
                others.add(subject.name.split()[0])
            other_spoke = subject is not None and not headed
            continue
        if other_spoke and not own.is_named(text) and _tells_again(text, told):
            continue
        other_spoke, told = False, told + text.lower()
        if not others or own.is_named(text) or not any(is_named(text, other) for other in others):
            yield from _own_parts(own, paragraph)


def _tells_again(text: str, told: str) -> bool:
    """Tell a paragraph that begins with a metric which has been told of the company already."""
    found = _GOES_ON.match(text)
    return found is not None and found["metric"].lower() in told and any(map(str.isdigit, text))


def _is_headline_of(own: _Owner, line: Span, below: Span) -> bool:
    """Tell whether a line is the headline of a report on another company that stands right below it."""
    text = line.of(own.names.folded)
    if not is_headline(text) or own.is_named(text):
        return False
    ours, theirs = subject_of(own.names, line), subject_of(own.names, below)
    return ours is not None and theirs is not None and ours.name.split()[0] == theirs.name.split()[0] and _is_foreign(own, below)


def _is_headline_alone(own: _Owner, line: Span) -> bool:
    """Tell the headline of another company's report, of which the page only has the link: it earned or lost so much."""
    text = line.of(own.names.folded)
    if not is_headline(text) or own.is_named(text) or RESULTS_OF_A_TITLE.search(text) is None:
        return False
    subject = next(iter(within(own.names.uses, line)), None)
    if subject is None or subject.span.start != line.start or is_arm(own.names.folded, subject.name):
        return False
    return subject.acting or TITLE_SUBJECT.match(own.names.folded, subject.span.end) is not None


def _own_parts(own: _Owner, paragraph: Span) -> list[Span]:
    """Leave out of a paragraph what was glued to it and tells of another company only."""
    folded = own.names.folded
    starts = [paragraph.start, *(glue.end() for glue in _GLUE.finditer(folded, paragraph.start, paragraph.end))]
    if len(starts) == 1:
        return [paragraph]
    ends = [*(start - 2 for start in starts[1:]), paragraph.end]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return [parts[0], *(part for part in parts[1:] if not _is_teaser(own, part))]


def _is_foreign(own: _Owner, part: Span) -> bool:
    """Tell a report on another company: listed, or reporting its own quarter and not heard of before."""
    text = part.of(own.names.folded)
    if own.is_named(text):
        return False
    if _LISTED.match(text) or _ELSEWHERE.match(text):
        return True
    subject = subject_of(own.names, part)
    if (
        subject is None
        or is_arm(own.names.folded, subject.name)
        or set(subject.name.split()) <= set((own.company.name or "").split())  # "Times Co." of the New York Times
    ):
        return False
    if _ITS_SALES.match(text, subject.span.end - part.start) and not (subject.listed or subject.legal):
        return False  # "Frozen Food sales rose, but its earnings fell"
    own_arm = _IS_ITS if text.startswith(_BULLET) else _OF_ITS
    tells = RESULT_SUM if _APART.match(text) is None else _RESULT_OR_SALES
    if (subject.listed or subject.legal) and tells.search(text) and not own_arm.search(text[:200]):
        return True
    full = own.names.fullest[subject.name]
    is_new = own.names.weights[full] >= 2 and own.first_seen.get(full.split()[0], part.start) >= part.start
    return is_new and _RESULTS.search(text) is not None and _ITS_OWN.search(text) is not None


def _is_teaser(own: _Owner, part: Span) -> bool:
    """Tell what was glued to a story: another report, or a line without a number."""
    text = part.of(own.names.folded)
    return not own.is_named(text) and (not any(map(str.isdigit, text)) or _is_foreign(own, part))
