"""
In prose: an article that turns from one reporting company to the next without heads, as a report on a trade or a market does.

Here it is told that there are several, and which; where a text turns to each of them tell the `turnings`.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from earnsum.model import Span
from earnsum.names.arms import is_arm, is_called_arm
from earnsum.names.companies import named
from earnsum.names.find import Names
from earnsum.names.uses import Use
from earnsum.names.words import COMMON
from earnsum.patterns import re
from earnsum.stories.roundup_titles import is_on_many, is_titled
from earnsum.stories.sharemoves import few_movers, moving_inside, on_the_move
from earnsum.stories.story import RESULT_SUM, Story, is_aside, subject_of, trimmed
from earnsum.stories.turnings import ACTS, ON_ALL, parts, turned_to
from earnsum.text.marks import within
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.places import is_named
from earnsum.text.terms import POSTED, RESULT, SALES

_PROFIT = re.compile(r"(?i)\b(?:profits?|income|earnings|loss(?:es)?|eps|ebitda|results|bottom[- ]lines?)\b")
_COUNT_SUM = re.compile(
    r"\b(?:sold|sales|delivered|deliveries|registrations|output|produced|added)\b(?:[^.\n]|\.(?=[0-9])){0,80}?[0-9]"
)
_PEOPLE = re.compile(r"[0-9] ?(?:million|billion|k)? ?(?:[\w-]+ ){0,3}(?:users|subscribers|customers|members|vehicles)\b")
_MOVED = re.compile(
    r"(?i)\b(?:profits?|income|earnings|sales|revenues?|bookings|orders)\b(?:,[^,.\n]{3,90},)?[^.\n]{0,30}?"
    rf"\b(?:{MOVED}|doubled|tripled|[a-z]{{3,9}}ing (?:by )?(?=[0-9]))"
    rf"|[0-9](?:%| per ?cent) (?:[\w-]+ )?{MOVE} in (?:[\w-]+ ){{0,3}}{RESULT}\b"
)
_SALES_SUM = re.compile(
    r"(?i)\b(?:sales|revenues?|orders?)\b(?:[^.\n]|\.(?=[0-9])){0,80}?"
    r"(?:[$€£¥₹]|\bRs\b|[0-9](?: (?:million|billion|crore)|(?:m|bn|tn)\b))"
)
_VERDICT = re.compile(
    r"\b(?:beat|beating|topp(?:ed|ing)|miss(?:ed|ing)|exceeded|(?:better|stronger|weaker|worse)[- ]than|higher than|fell short"
    r"|ahead of|above|below)\b"
)
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
    few = few_movers(names, paragraphs, headline)
    movers = on_the_move(names, paragraphs, few)
    is_many = is_on_many(names, paragraphs, headline) or _is_log(names.folded, paragraphs)
    is_report = len({use.name.split()[0] for use in movers}) >= few
    is_movers = is_many or is_report
    pair = _two_of_lead(names, paragraphs[0]) if paragraphs else set()
    if paragraphs and not pair and (pair := _in_clauses_of_lead(names, paragraphs)):
        paragraphs = [*_clauses_of(names.folded, paragraphs[0]), *paragraphs[1:]]
    known = _candidates(names, paragraphs, headline, movers, is_movers=is_movers) | pair
    if len(known) < 2:
        return []
    called = _called(names, headline)
    titled = {first for name in known if is_titled(headline, first := called.get(name, name).split()[0])}
    many = is_movers or len(titled) > 1
    if len(titled) > 2 and not is_movers:  # of a list, a title names the first few
        known |= _firms(
            names, {names.fullest[use.name] for use in _opening(names, paragraphs) if use.acting and use.weight >= ACTS}
        )
    many = many or bool(pair)
    paragraphs = [part for p in paragraphs for part in parts(names, p, known, many=many)]
    subjects = [turned_to(names, p, known, known if is_movers else pair, many=many) for p in paragraphs]
    turned = _grouped(names, zip(paragraphs, subjects, strict=True), known, many=many, is_report=is_report)
    groups, turns = turned.groups, turned.turns
    if len(groups) < 2:
        return []
    telling = tells if many else _reports
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


class _Turned(NamedTuple):
    """What is told of each company, and how often the story turns."""

    groups: dict[str, list[Span]]
    turns: int


def _grouped(
    names: Names, told: Iterable[tuple[Span, Use | None]], known: AbstractSet[str], *, many: bool, is_report: bool
) -> _Turned:
    """Give each paragraph to whom it is on, or to whom the one before was."""
    groups: dict[str, list[Span]] = {}
    firsts: dict[str, str] = {}
    current = ""
    turns = 0
    for paragraph, subject in told:
        if subject is not None and (name := names.fullest[subject.name]) in known:
            name = name if is_report else _in_full(name, known)
            other = firsts.setdefault(name.split()[0], name)
            if _is_short_for(name, other) or not (many or subject.listed):
                name = other  # "Acme Retail" reports, in an article on Acme
            turns += name != current
            current = name
        if current and not (many and subject is None and ON_ALL.match(names.folded, *paragraph)):
            groups.setdefault(current, []).append(paragraph)
    return _Turned(groups, turns)


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
            *_opening(names, paragraphs),
        ]
        known |= {names.fullest[use.name] for use in opening if use.name not in COMMON}
    else:
        known = {name for name in known if names.fullest.get(name.split()[0], name) == name}
    return _firms(names, known)


def _firms(names: Names, known: AbstractSet[str]) -> set[str]:
    """Leave out who only judges others, the arms of one, and what is no company."""
    houses = {full for use in names.uses if use.weight <= _OF_OTHERS and names.weights[full := names.fullest[use.name]] < ACTS}
    return {
        n for n in known - houses if not is_arm(names.folded, n) and (_NO_FIRM.search(n) is None or names.weights[n] >= 2 * ACTS)
    }


_OF_OTHERS = -2
"""The weight of a use of who only gives estimates, or counts what others earned."""


_NO_FIRM = re.compile(r"\b(?:Central Bank|Reserve Bank|Stock Exchange|Bureau|Ministry|Commission|Association|Authority)\b")


def _opening(names: Names, paragraphs: Sequence[Span]) -> Iterator[Use]:
    """Yield who begins a paragraph that tells results, by itself or in one below that begins with nobody."""
    use = None
    for paragraph in paragraphs:
        use = subject_of(names, paragraph) or use
        if use is not None and tells(paragraph.of(names.folded)):
            yield use


def _called(names: Names, headline: str) -> dict[str, str]:
    """Map names to what the title calls them: "Acme-Anvil" is "Acme" there, and "Wile Acme" too."""
    return {names.fullest[use.name]: use.name for use in names.uses if use.span.end <= len(headline)}


def _two_of_lead(names: Names, lead: Span) -> set[str]:
    """Return the companies that a lead begins with ("Acme and Globex, two of the biggest makers of anvils, have reported …")."""
    here = within(names.uses, lead)
    first: dict[str, Use] = {}
    for use in here:
        first.setdefault(names.fullest[use.name], use)
    two = list(first.values())[:2]
    full = {name for name in list(first)[:2] if names.weights[name] >= ACTS}
    if len(full) < 2 or subject_of(names, lead) != two[0]:
        return set()
    return full if _AND.fullmatch(names.folded, two[0].span.end, two[1].span.start) is not None else set()


_AND = re.compile(r"(?: \([^()]{2,20}\))?(?:,? and |, )")


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
