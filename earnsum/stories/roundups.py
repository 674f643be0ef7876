"""
Round-ups: an article of many stories, one a company.

Its items have heads ("Acme (ACM) - Shares …", a company's name on a line of its own), or it
turns from one reporting company to the next in prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from earnsum.model import Company, Span
from earnsum.names.arms import is_arm, is_called_arm
from earnsum.names.companies import named
from earnsum.names.datelines import dateline_end
from earnsum.names.find import Names
from earnsum.names.itemheads import find_heading, find_item_head, head_ends, is_on_a_move
from earnsum.names.uses import Use
from earnsum.names.words import COMMON
from earnsum.patterns import re
from earnsum.stories.roundup_titles import MOVERS, is_roundup_title, is_titled
from earnsum.stories.sharemoves import FEW_MOVERS, is_moving, moving_inside, on_the_move
from earnsum.stories.story import RESULT_SUM, Story, is_aside, subject_of, trimmed
from earnsum.text.marks import within
from earnsum.text.moves import MOVED
from earnsum.text.places import is_named
from earnsum.text.terms import POSTED, RESULT, SALES

_PROFIT = re.compile(r"(?i)\b(?:profits?|income|earnings|loss(?:es)?|eps|ebitda|results|bottom[- ]lines?)\b")
_COUNT_SUM = re.compile(
    r"\b(?:sold|sales|delivered|deliveries|registrations|output|produced|added)\b(?:[^.\n]|\.(?=[0-9])){0,80}?[0-9]"
)
_PEOPLE = re.compile(r"[0-9] ?(?:million|billion|k)? ?(?:[\w-]+ ){0,3}(?:users|subscribers|customers|members|vehicles)\b")
_MOVED = re.compile(
    r"(?i)\b(?:profits?|income|earnings|sales|revenues?|bookings|orders)\b[^.\n]{0,30}?"
    rf"\b(?:{MOVED}|doubled|tripled)\b"
)
_SALES_SUM = re.compile(
    r"(?i)\b(?:sales|revenues?|orders?)\b(?:[^.\n]|\.(?=[0-9])){0,80}?"
    r"(?:[$€£¥₹]|\bRs\b|[0-9](?: (?:million|billion|crore)|(?:m|bn|tn)\b))"
)
_VERDICT = re.compile(
    r"\b(?:beat|beating|topp(?:ed|ing)|miss(?:ed|ing)|better[- ]than|higher than|fell short|ahead of|above|below)\b"
)
_Head = tuple[int, tuple[int, int], Company]
"""The place of an item's first paragraph, where its head and where its text begins in it, and whom it is on."""
_HEAD = 140
"""Letters in which an item's head ends."""
_LISTED = 2
"""More paragraphs that begin with a listed company than an article on one of them has."""
_NEARLY = 0.8
"""The share of paragraphs that begin with a listed company in what can only be a list of companies."""
_EVEN = 0.3
"""The share of a text that a rival is not given in an article on another company."""


def turns_of(names: Names, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """
    Read a round-up in prose, where a paragraph on one reporting company follows one on another; none where there is one company.

    An ordinary article turns to rivals too: only where the title says that it is a round-up, or names several of those that
    report, or where nearly all paragraphs begin with another company, are there items.
    """
    # A row of prices in capitals ("ACM ACME INC. 214.33 +0.38 +0.18%") opens no story of its own.
    paragraphs = [p for place, p in enumerate(paragraphs) if not is_aside(p.of(names.folded), first=place == 0)]
    movers = on_the_move(names, paragraphs)
    is_many = is_roundup_title(names, headline) or _is_log(names.folded, paragraphs)
    is_report = len({use.name.split()[0] for use in movers}) >= FEW_MOVERS
    is_movers = is_many or is_report
    pair = _two_of_lead(names, paragraphs[0]) if paragraphs else set()
    if paragraphs and not pair and (pair := _in_clauses_of_lead(names, paragraphs)):
        paragraphs = [*_clauses_of(names.folded, paragraphs[0]), *paragraphs[1:]]
    known = _candidates(names, paragraphs, headline, movers, is_movers=is_movers) | pair
    if len(known) < 2:
        return []
    called = _called(names, headline)
    several = len({first for name in known if is_titled(headline, first := called.get(name, name).split()[0])}) > 1
    many = is_movers or several or bool(pair)
    paragraphs = [part for p in paragraphs for part in _parts(names, p, known, many=many)]
    subjects = [
        subject_of(names, p, known if is_movers else pair) or (_only(names, p, known) if many else None) for p in paragraphs
    ]
    groups: dict[str, list[Span]] = {}
    firsts: dict[str, str] = {}
    current = ""
    turns = 0
    for paragraph, subject in zip(paragraphs, subjects, strict=True):
        if subject is not None and (name := names.fullest[subject.name]) in known:
            name = name if is_movers else _in_full(name, known)
            other = firsts.setdefault(name.split()[0], name)
            if _is_short_for(name, other) or not (many or subject.listed):
                name = other  # "Acme Retail" reports, in an article on Acme
            turns += name != current
            current = name
        if current:
            groups.setdefault(current, []).append(paragraph)
    if len(groups) < 2:
        return []
    telling = tells if is_movers or several else _reports
    reporting = [name for name, spans in groups.items() if any(telling(span.of(names.folded)) for span in spans)]
    titled = {first for name in reporting if is_named(headline, first := called.get(name, name).split()[0])}
    told = sum(map(_length, paragraphs))
    shares = sorted(sum(map(_length, groups[name])) / told for name in reporting)
    enough = (
        sum(is_titled(headline, first) for first in titled) > 1
        or (len(reporting) > 1 and not titled and many)
        or (is_report and bool(reporting) and (is_many or not titled))
        or (is_movers and bool(reporting) and sum(s is not None and s.listed for s in subjects) > _LISTED)
        or (len(reporting) > 1 and (is_movers or (not titled and shares[-2] > _EVEN)))
        or (is_many and bool(reporting) and not titled and sum(s is not None and s.acting for s in subjects) > _LISTED)
        or (len(reporting) > 2 and turns * 2 >= len(paragraphs))
        or (len(pair.intersection(reporting)) > 1 and shares[-2] > _EVEN)
        or (len(reporting) > 1 and sum(s is not None and s.listed for s in subjects) >= max(3, _NEARLY * (len(subjects) - 1)))
    )
    if not enough:
        return []
    uses: dict[str, list[Use]] = {}
    for use in names.uses:
        uses.setdefault(names.fullest[use.name], []).append(use)
    return [
        Story(body=body, heading=None, item=True, company=named(name, uses[name]))
        for name, spans in groups.items()
        if (body := tuple(span for span in spans if not is_aside(span.of(names.folded), first=False)))
    ]


_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2} ?[ap]\.?m\b")
_ENTRIES = 3


def _is_log(folded: str, paragraphs: Sequence[Span]) -> bool:
    """Tell the log of a day, whose entries begin with the time ("10.25am: Acme said …")."""
    return sum(_CLOCK.match(folded, p.start) is not None for p in paragraphs) >= _ENTRIES


def _candidates(names: Names, paragraphs: Sequence[Span], headline: str, movers: Sequence[Use], *, is_movers: bool) -> set[str]:
    """Return the names that may be of a company which reports by itself, and not of an arm of one."""
    known = {names.fullest[use.name] for use in names.uses if use.listed or use.legal or use.weight >= 2.5 - is_movers / 2}
    known |= {name for name in names.fullest.values() if is_named(headline, name.split()[0])}
    if is_movers:  # "Acme was down 9c after reporting …": what begins a paragraph with results is a company
        opening = [
            *movers,
            *moving_inside(names, paragraphs),
            *(use for p in paragraphs if tells(p.of(names.folded)) and (use := subject_of(names, p)) is not None),
        ]
        known |= {names.fullest[use.name] for use in opening if use.name not in COMMON}
    else:
        known = {name for name in known if names.fullest.get(name.split()[0], name) == name}
    return {name for name in known if not is_arm(names.folded, name)}


def _called(names: Names, headline: str) -> dict[str, str]:
    """Map names to what the title calls them: "Acme-Anvil" is "Acme" there, and "Wile Acme" too."""
    return {names.fullest[use.name]: use.name for use in names.uses if use.span.end <= len(headline)}


def _two_of_lead(names: Names, lead: Span) -> set[str]:
    """Return the two companies of a story by its lead ("Acme and Globex, two of the biggest makers of anvils, have reported …")."""
    two = list(within(names.uses, lead))[:2]
    full = {name for use in two if names.weights[name := names.fullest[use.name]] >= 2}
    if len(full) < 2 or subject_of(names, lead) != two[0]:
        return set()
    return full if _AND.fullmatch(names.folded, two[0].span.end, two[1].span.start) is not None else set()


_AND = re.compile(r",? and |, ")


def _in_clauses_of_lead(names: Names, paragraphs: Sequence[Span]) -> set[str]:
    """
    Return the companies whose results the clauses of a lead tell, each of which goes on in a paragraph of its own.

    "Acme Corp. posted record earnings, while profit at Globex doubled."
    """
    lead, *below = paragraphs
    told: set[str] = set()
    own: set[str] = set()
    for clause in _clauses_of(names.folded, lead):
        use = next((use for use in within(names.uses, clause) if not use.aside), None)
        if use is None or _TELLS_RESULT.search(names.folded, *clause) is None:
            continue
        if not told or _SALES_OF.search(names.folded, 0, use.span.start) is None:
            own |= {names.fullest[use.name]} if not told and _SALES_SUM.search(names.folded, *clause) else set()
            told.add(names.fullest[use.name])
    if len(told) < 2:
        return set()
    opened = [(use, p) for p in below if (use := subject_of(names, p, told)) is not None]
    own |= told.intersection(names.fullest[use.name] for use, p in opened if RESULT_SUM.search(names.folded, *p))
    own = {name for name in own if not is_called_arm(names.folded, name)}
    return own if len(own) > 1 else set()


def _clauses_of(folded: str, lead: Span) -> list[Span]:
    """Part a lead where a clause begins that names somebody."""
    starts = [lead.start, *(found.end() for found in _CLAUSE.finditer(folded, *lead))]
    return [trimmed(folded, Span(start, end)) for start, end in pairwise([*starts, lead.end])]


_CLAUSE = re.compile(r"(?:,| -+|;)? (?:while|and|but|as|though|although|whereas) (?=[^,.]*[A-Z])")
_SALES_OF = re.compile(rf"\b{SALES} (?:at|of|from|in|by) (?:the )?\Z")
"""``while sales at Globex fell``: a shop or a product, as often as a company"""
_TELLS_RESULT = re.compile(
    rf"(?i)\b(?:{POSTED}|said|saw|announced)\b.*?\b{RESULT}\b"
    rf"|\b(?:{RESULT}|those (?:at|of|for))\b.*?\b(?:{MOVED}|doubled|tripled|quadrupled)\b"
)


def _in_full(name: str, known: AbstractSet[str]) -> str:
    """Return the full name that one is the end of ("Airlink" of Barto Airlink)."""
    return next((full for full in known if full.endswith(f" {name}") and " and " not in full), name)


def _parts(names: Names, paragraph: Span, known: set[str], *, many: bool) -> list[Span]:
    """Part a paragraph where a sentence begins with another company: listed ("Acme (ACM) reported …"), or in a round-up."""
    here = list(within(names.uses, paragraph))
    first = names.fullest[here[0].name] if here else None
    opening = [use for use in here if not use.inside and use.span.start > paragraph.start and names.fullest[use.name] in known]
    listed = [use for use in opening if use.listed]
    cuts = listed if len(listed) > 1 else [use for use in opening if use.acting or is_moving(names, use)] if many else []
    places = [paragraph.start]
    for use in cuts:
        if names.fullest[use.name] != first:
            first = names.fullest[use.name]
            places.append(use.span.start)
    return [trimmed(names.folded, Span(start, end)) for start, end in pairwise([*places, paragraph.end])]


def _only(names: Names, paragraph: Span, known: set[str]) -> Use | None:
    """Find the one company whose results a paragraph tells, where it names no other."""
    here = [use for use in within(names.uses, paragraph) if names.fullest[use.name] in known]
    acting = [use for use in here if (use.acting and use.weight > 0) or is_moving(names, use)]
    return acting[0] if acting and len({names.fullest[use.name] for use in here}) == 1 else None


def _length(span: Span) -> int:
    return span.end - span.start


def tells(text: str) -> bool:
    """Tell a paragraph with results, or with sales alone, as a round-up has them."""
    return _reports(text) or any(told.search(text) is not None for told in (_SALES_SUM, _COUNT_SUM, _PEOPLE, _MOVED))


def _is_short_for(name: str, other: str) -> bool:
    """Tell "Acme Pharma" and "Acme Pharmaceutical Works" to be one."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(name.split(), other.split(), strict=False))


def _reports(text: str) -> bool:
    """Tell a paragraph with results of its own."""
    return RESULT_SUM.search(text) is not None or (
        _PROFIT.search(text) is not None and (_VERDICT.search(text) is not None or _SALES_SUM.search(text) is not None)
    )


def items_of(names: Names, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """Read a round-up's items; none where the article is no round-up."""
    folded = names.folded
    is_movers = MOVERS.search(headline) is not None
    is_open = not any(is_named(headline, full.split()[0]) for full, weight in names.weights.items() if weight >= 2)
    paragraphs = [part for paragraph in paragraphs for part in _items_apart(folded, paragraph)]
    heads: list[_Head] = []
    for place, paragraph in enumerate(paragraphs):
        line = folded[paragraph.start : min(paragraph.end, paragraph.start + _HEAD)]
        if line == headline or dateline_end(folded, paragraph.start) > paragraph.start:
            continue
        if (head := find_item_head(line)) is not None and paragraph.end - paragraph.start > 20:
            heads.append((place, head_ends(line), head))
        elif (
            place
            and (head := find_heading(line)) is not None
            and (
                is_movers
                or head.ticker is not None
                or is_on_a_move(line)
                or (is_open and place + 1 < len(paragraphs) and _is_heading(names, head, paragraphs[place + 1]))
            )
        ):
            heads.append((place, (len(line), len(line)), head))
    heads = _told_of(folded, paragraphs, heads)
    shown = is_movers or all(head.ticker or is_named(headline, (head.name or "").split()[0]) for _, _, head in heads)
    if len({head.name for _, _, head in heads}) < (2 if shown else 3):
        return []
    if any(_MEASURED.match(folded, p.start, p.end) for p in paragraphs[: heads[0][0]]):
        return []  # one company's figures, under what they measure, and then its parts'
    stories = []
    ends = [place for place, _, _ in heads[1:]] + [len(paragraphs)] * bool(heads)
    for (place, (head_end, told), company), after in zip(heads, ends, strict=True):
        first, *more = paragraphs[place:after]
        body = [Span(first.start + told, first.end), *(p for p in more if not is_aside(p.of(folded), first=False))]
        body = [span for span in (_started(folded, span) for span in body) if span.start < span.end]
        heading = trimmed(folded, Span(first.start, first.start + head_end)) if head_end else None
        stories.append(Story(body=tuple(body), heading=heading, item=True, company=company))
    return stories


def _told_of(folded: str, paragraphs: Sequence[Span], heads: Sequence[_Head]) -> list[_Head]:
    """Return heads without a list of moves alone ("- Acme (ACM) +9.3%"), one right below another, of which nothing is told."""
    alone = {
        place
        for place, (end, told), _ in heads
        if end == told and is_on_a_move(line := paragraphs[place].of(folded)) and line[0] in "-*•"
    }
    return [head for head in heads if head[0] not in alone or alone.isdisjoint((head[0] - 1, head[0] + 1))]


_MEASURED = re.compile(
    r"(?i)(?:[-*•] )?(?:(?:consolidated|net|gross|total|group|adjusted|operating|quarterly) ){0,2}"
    r"(?:profits?|revenues?|sales|income|earnings|ebitda?|pat|eps|margins?|turnover|bottom ?line|top ?line): "
)
"""``EBITDA: EBITDA grew 7.8% to Rs 48,003 crore``"""


_INLINE = re.compile(r"[.!?:][\"')]*+\ (?=(?:[A-Z0-9]|[a-z]{1,2}[A-Z])(?:[^.\n—]|\.(?=[a-z])){1,60}?\ ?(?:—|\ -{1,2})\ [A-Z])")


def _items_apart(folded: str, paragraph: Span) -> list[Span]:
    """Part a paragraph that several items were run together in: "… and sank. Acme — Shares rose 5%. Globex — The …"."""
    places = [
        found.end()
        for found in _INLINE.finditer(folded, *paragraph)
        if find_item_head(folded[found.end() : min(paragraph.end, found.end() + _HEAD)]) is not None
    ]
    if len(places) < 2:
        return [paragraph]
    return [trimmed(folded, Span(start, end)) for start, end in pairwise([paragraph.start, *places, paragraph.end])]


def _is_heading(names: Names, head: Company, below: Span) -> bool:
    """Tell a company's name over the paragraph that begins with it, in an article whose title names no company."""
    first = (head.name or "").split()[0].removesuffix("'s").lower()
    opening = Span(below.start, below.start + 80)
    return first in opening.of(names.folded).lower() and any(
        use.acting and use.weight >= 2 and use.name.split()[0].lower() == first for use in within(names.uses, opening)
    )


def _started(folded: str, span: Span) -> Span:
    """Leave out blanks at a span's start."""
    return Span(span.end - len(span.of(folded).lstrip()), span.end)
