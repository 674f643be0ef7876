"""
Stories: which stretches of an article tell of one company's results.

A page often holds more than its story: teasers glued to the end, who wrote it, "click
here", a second report on another company; a round-up holds a dozen stories.  What is cut
here never reaches the figures, so only what clearly is not the story is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from earnsum.companies import company_of, find_item_head, named
from earnsum.model import Company, Span
from earnsum.names import Names, Use, dateline_end, is_named, names_of
from earnsum.sentences import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """
    What an article says of one company; `item` where the article is a round-up of several.

    `heading` is the title, or an item's "Acme (ACM)"; `body` is the rest, without it.
    """

    body: tuple[Span, ...]
    heading: Span | None
    item: bool
    company: Company


_MOVERS = re.compile(
    r"(?i)\b(?:biggest movers?|making (?:the )?(?:biggest )?(?:moves|headlines)|movers|stocks? (?:moving|to watch|on the move)|"
    r"shares to watch|earnings (?:round-?up|wrap|season|recap|digest)|round-?up|in brief|what to watch|wrap(?:up)?|hours buzz|"
    r"corporate report|stocks in (?:the news|focus))\b|\A(?:[1-4]Q|Q[1-4]) results:|\Astocks -|(?:,| and| &) more\Z"
)
_PROMOTION = re.compile(
    r"""(?ix) \s*+ (?:
        click\ here | get\ \w++\ \w++\ on\ the\ go | here\ are\ your\b | here's\ what\ (?:the|you)\ | sign\ up\b | subscribe\b
      | read\ (?:more|also|next)\b | see\ also\b | related(?:\ (?:articles?|stories))?: | more\ from\b | don't\ miss\b
      | watch\ (?:now|live|:) | listen\ to\b | send\ any\ friend | as\ a\ subscriber,\ you | download\ the\b | advertisement\b
      | follow\ (?:us|\w++\ (?:\w++\ )?on\ (?:twitter|facebook)) | by\ [\w.'-]++(?:\ [\w.'-]++){1,3}\s*+$
      | (?:-\ )?(?:[\w.']++\ ){1,8}contributed\ (?:reporting|to\ this) | [-—]?\ ?[\w']++'s\ .{5,120}\ contributed\b
      | \(?reporting\ by\b | copyright\b | ©
    )"""
)
_TRADE = r"(?:reporter|correspondent|editor|columnist|writer|journalist|bureau chief)\b"
_BIOGRAPHY = re.compile(
    rf"(?:[A-Z][\w.'-]{{0,20}}+,? ){{2,4}}?"
    rf"(?:(?:is|was|has|covers|writes|joined) [^.]{{0,160}}?{_TRADE}|(?i:[^.]{{0,60}}?{_TRADE}))"
)
_CAPTION = re.compile(r"\([^()]{0,60}(?:Getty Images|AP Photo|Reuters|AFP)[^()]{0,80}\)\s*+$")
_SUMS = re.compile(r"[$€£¥₹%]")
_CAPITAL_METRICS = re.compile(r"\b(?:EPS|REVENUES?|SALES|PROFITS?|EBITDA|INCOME)\b")
_GLUE = re.compile(r"[.!?][\"']?+,\ (?=[\"']?[A-Z])")
_ELSEWHERE = re.compile(
    r"Elsewhere\b|(?:Separately|Meanwhile), (?:shares of|rival)|In other (?:news|company|corporate)|Also reporting "
)
_LISTED = re.compile(
    r"(?:Shares of |The stock of )?[A-Z][\w&.' -]{1,60}?(?:\b(?:Inc|Corp|Co|Ltd|Plc|PLC|Companies|Group)\b\.? )?"
    r"(?:undefined|[A-Z]{1,5}, [-+][0-9.]{1,7}%|\((?:NYSE|NASDAQ|Nasdaq)[^)]{0,12}\))"
)
_RESULTS = re.compile(r"\b(?:quarter|revenue|profit|earnings|results)\b")
_ITS_OWN = re.compile(r"\bits (?:fiscal|first|second|third|fourth|latest|quarterly|annual|full-year|earnings|own)\b")
_RESULT_SUM = re.compile(
    r"(?i)\b(?:profits?|income|earnings|earned|eps|loss|lost|ebitda)\b[^.\n]{0,80}?(?:[$€£¥₹]|\bRs\b|\bcents\b|"
    r"[0-9] (?:million|billion|crore))"
    r"|[0-9] (?:cents )?(?:a|per) (?:diluted )?share\b"
)
_PROFIT = re.compile(r"(?i)\b(?:profits?|income|earnings|loss(?:es)?|eps|ebitda|results)\b")
_SALES_SUM = re.compile(r"(?i)\b(?:sales|revenues?)\b[^.\n]{0,80}?(?:[$€£¥₹]|\bRs\b|[0-9] (?:million|billion|crore))")
_VERDICT = re.compile(
    r"\b(?:beat|beating|topp(?:ed|ing)|miss(?:ed|ing)|better[- ]than|higher than|fell short|ahead of|above|below)\b"
)
_OF_ITS = re.compile(r"\b(?:its|unit|subsidiary|division|arm|segment|owned|acquired)\b")
_BEFORE_SUBJECT = re.compile(
    r"(?:[-*•]\ ?)?(?:[0-9]{1,2}(?::[0-9]{2})?\ ?(?:[AaPp]\.?[Mm]\.?)?(?:\ [A-Z]{2,4})?(?::|\ -)\ )?"
    r"(?:[\w'.&-]{1,14},?\ ){0,8}"
)
_TITLE_LENGTH = 1000
_EVEN = 0.3
"""The share of a text that a rival is not given in an article on another company."""
_PARAGRAPH = re.compile(r"[^\s][^\n]*+")
_DASH = re.compile(r":\ |\ -{1,2}\ |\ ?—\ ")


def split_stories(article_text: str, title: str | None) -> list[Story]:
    r"""
    Split an article into the stories that it tells: one, or in a round-up one a company.

    >>> text = "Movers\n\nAcme - Shares rose on results.\n\nGlobex (GBX) - Shares fell on its outlook."
    >>> [(story.company.name, story.body[0].of(text)) for story in split_stories(text, "Movers")]
    [('Acme', 'Shares rose on results.'), ('Globex', 'Shares fell on its outlook.')]
    """
    names = names_of(article_text)
    folded = names.folded
    paragraphs = [_trimmed(folded, Span(m.start(), m.end())) for m in _PARAGRAPH.finditer(folded)]
    headline = fold(title or "").strip()[:_TITLE_LENGTH]
    if len(items := _items(names, paragraphs, headline)) > 1:
        return items
    heading = paragraphs[0] if paragraphs and headline and paragraphs[0].of(folded) == headline else None
    told = paragraphs[1:] if heading else paragraphs
    if len(turned := _turned(names, told, headline)) > 1:
        return turned
    kept = [p for place, p in enumerate(told) if not _is_aside(p.of(folded), first=place == 0)] or told
    lead = heading.end if heading else kept[0].start if kept else 0
    company = company_of(names, _within(names.uses, [heading, *kept] if heading else kept), headline, lead)
    own = _Owner.of(names, company)
    body = [part for place, p in enumerate(kept) for part in _own_parts(own, p, first=place == 0)]
    return [Story(body=tuple(body), heading=heading, item=False, company=company)]


def _trimmed(folded: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(folded).rstrip()))


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


def _is_aside(paragraph: str, *, first: bool) -> bool:
    """Tell promotion, captions, teasers in capitals and what is said of the author."""
    if _PROMOTION.match(paragraph):
        return True
    if len(paragraph) < 400 and paragraph.endswith(")") and _CAPTION.search(paragraph):
        return True
    if _BIOGRAPHY.match(paragraph) and not _SUMS.search(paragraph):
        return True
    return (
        not first
        and len(paragraph.split()) > 4
        and paragraph.isupper()
        and not (paragraph[0] in "-*•" or _CAPITAL_METRICS.search(paragraph))
    )


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose story it is: the forms that the company goes by, and where the first word of each name first stands."""

    names: Names
    company: Company
    forms: tuple[str, ...]
    first_seen: dict[str, int]

    @classmethod
    def of(cls, names: Names, company: Company) -> _Owner:
        name, _, short = (company.name or "").removesuffix(")").partition(" (")
        first = name.partition(" ")[0]
        forms = (first.removesuffix("'s") if len(first) > 3 else name, name, short, company.ticker or "")
        first_seen: dict[str, int] = {}
        for use in names.uses:
            first_seen.setdefault(use.name.split()[0], use.span.start)
        return cls(names, company, tuple(form for form in forms if form), first_seen)

    def is_named(self, text: str) -> bool:
        """Tell whether a text names the company."""
        return any(is_named(text, form) for form in self.forms)


def _own_parts(own: _Owner, paragraph: Span, *, first: bool) -> list[Span]:
    """Leave out of a paragraph what tells of another company only."""
    if own.company.name is None:
        return [paragraph]
    folded = own.names.folded
    if not first and _is_foreign(own, paragraph):
        return []
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
    subject = _subject(own.names, part)
    if subject is None:
        return False
    if (subject.listed or subject.legal) and _RESULT_SUM.search(text) and not _OF_ITS.search(text[:200]):
        return True
    full = own.names.fullest[subject.name]
    is_new = own.names.weights[full] >= 2 and own.first_seen.get(full.split()[0], part.start) >= part.start
    return is_new and _RESULTS.search(text) is not None and _ITS_OWN.search(text) is not None


def _is_teaser(own: _Owner, part: Span) -> bool:
    """Tell what was glued to a story: another report, or a line without a number."""
    text = part.of(own.names.folded)
    return not own.is_named(text) and (not any(map(str.isdigit, text)) or _is_foreign(own, part))


def _subject(names: Names, part: Span) -> Use | None:
    """Find the company that a paragraph begins with, if it does: "Meanwhile, Acme", "Shares of Acme", "9 AM ET: Acme (ACM)"."""
    at = bisect_left(names.uses, part.start, key=lambda use: use.span.start)
    while at < len(names.uses) and (use := names.uses[at]).span.start < min(part.end, part.start + 60):
        if use.weight > 0 or use.span.start == part.start:
            start = part.start if use.span.start == part.start else dateline_end(names.folded, part.start)
            return use if use.weight >= 0 and _BEFORE_SUBJECT.fullmatch(names.folded, start, use.span.start) else None
        at += 1
    return None


def _turned(names: Names, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """
    Read a round-up in prose, where a paragraph on one reporting company follows one on another; none where there is one company.

    An ordinary article turns to rivals too: only where the title says that it is a round-up, or names several of those that
    report, or where nearly all paragraphs begin with another company, are there items.
    """
    is_movers = _MOVERS.search(headline) is not None
    known = {names.fullest[use.name] for use in names.uses if use.listed or use.legal or use.weight >= 2.5 - is_movers / 2}
    known |= {name for name in names.fullest.values() if is_named(headline, name.split()[0])}
    if len(known) < 2:
        return []
    subjects = [_subject(names, p) for p in paragraphs]
    groups: dict[str, list[Span]] = {}
    firsts: dict[str, str] = {}
    current = ""
    turns = 0
    for paragraph, subject in zip(paragraphs, subjects, strict=True):
        if subject is not None and (name := names.fullest[subject.name]) in known:
            other = firsts.setdefault(name.split()[0], name)
            name = other if _is_short_for(name, other) else name
            turns += name != current
            current = name
        if current:
            groups.setdefault(current, []).append(paragraph)
    if len(groups) < 2:
        return []
    reporting = [name for name, spans in groups.items() if any(_reports(span.of(names.folded)) for span in spans)]
    titled = [name for name in reporting if is_named(headline, name.split()[0])]
    told = sum(map(_length, paragraphs))
    shares = sorted(sum(map(_length, groups[name])) / told for name in reporting)
    enough = (
        len(titled) > 1
        or (len(reporting) > 1 and (is_movers or (not titled and shares[-2] > _EVEN)))
        or (len(reporting) > 2 and turns * 2 >= len(paragraphs))
    )
    if not enough:
        return []
    uses: dict[str, list[Use]] = {}
    for use in names.uses:
        uses.setdefault(names.fullest[use.name], []).append(use)
    return [
        Story(body=body, heading=None, item=True, company=named(name, uses[name]))
        for name, spans in groups.items()
        if (body := tuple(span for span in spans if not _is_aside(span.of(names.folded), first=False)))
    ]


def _length(span: Span) -> int:
    return span.end - span.start


def _is_short_for(name: str, other: str) -> bool:
    """Tell "Acme Pharma" and "Acme Pharmaceutical Works" to be one."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(name.split(), other.split(), strict=False))


def _reports(text: str) -> bool:
    """Tell a paragraph with results of its own."""
    return _RESULT_SUM.search(text) is not None or (
        _PROFIT.search(text) is not None and (_VERDICT.search(text) is not None or _SALES_SUM.search(text) is not None)
    )


def _items(names: Names, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """Read a round-up's items; none where the article is no round-up."""
    folded = names.folded
    is_movers = _MOVERS.search(headline) is not None
    heads: list[tuple[int, int, Company]] = []
    for place, paragraph in enumerate(paragraphs):
        line = folded[paragraph.start : min(paragraph.end, paragraph.start + 140)]
        if line == headline or dateline_end(folded, paragraph.start) > paragraph.start:
            continue
        if (head := find_item_head(line)) is not None and paragraph.end - paragraph.start > 20:
            heads.append((place, _head_end(line), head))
        elif (
            is_movers
            and len(line) < 60
            and not line.endswith((".", ":"))
            and place
            and (head := find_item_head(f"{line} - …")) is not None
        ):
            heads.append((place, len(line), head))
    shown = is_movers or all(head.ticker or is_named(headline, (head.name or "").split()[0]) for _, _, head in heads)
    if len({head.name for _, _, head in heads}) < (2 if shown else 3):
        return []
    stories = []
    ends = [place for place, _, _ in heads[1:]] + [len(paragraphs)] * bool(heads)
    for (place, length, company), after in zip(heads, ends, strict=True):
        first, *more = paragraphs[place:after]
        body = [Span(first.start + length, first.end), *(p for p in more if not _is_aside(p.of(folded), first=False))]
        body = [span for span in (_started(folded, span) for span in body) if span.start < span.end]
        heading = _trimmed(folded, Span(first.start, first.start + _name_length(folded, first, length))) if length else None
        stories.append(Story(body=tuple(body), heading=heading, item=True, company=company))
    return stories


def _head_end(line: str) -> int:
    """Find where an item's head and its dash end."""
    dash = _DASH.search(line)
    return dash.end() if dash else 0


def _name_length(folded: str, paragraph: Span, length: int) -> int:
    """Measure a head without its dash."""
    dash = _DASH.search(folded, paragraph.start, paragraph.start + length)
    return dash.start() - paragraph.start if dash else length


def _started(folded: str, span: Span) -> Span:
    """Leave out blanks at a span's start."""
    return Span(span.end - len(span.of(folded).lstrip()), span.end)
