"""
Cues: the words that say what a figure is, found in the text.

Phrases of the lexicon, words that name a metric or make an outlook only together, and punctuation, outside the figures and
periods that are found before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from earnsum.grammar.coming import find_coming_verbs, plan_before
from earnsum.grammar.tokens import COMPOUND_TAGS, SILENT_TAGS, Cue, new_tuple
from earnsum.grammar.verbs import find_telling_words
from earnsum.lexicon import METRIC_TAG, Entry, Lexicon, searchable
from earnsum.model import Span
from earnsum.names.scopewords import CALENDAR
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.firms import is_on_a_broker
from earnsum.text.languages import compound_cut, find_sales_of_parts, has_compounds
from earnsum.text.marks import Mark, Quantity

GUIDES = "guides"
"""The lexicon's entry of the words by which a company's outlook is told."""

_PUNCTUATION = re.compile(r"(?=[,;:()&—…→]| --? |\.\.\.)(?:[,;:()&—…]| --? |\.{3}|(?<=[円元원人台社%倍字])→)")
_PUNCTUATION_TAGS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "&": "&",
    "—": ":",
    " - ": ":",
    " -- ": ":",
    "...": ",",
    "…": ",",
    "→": "r",
}


def find_cues(folded: str, lexicon: Lexicon, taken: Iterable[Mark] = ()) -> list[Cue]:
    """Return the lexicon's phrases and the punctuation of folded text, in order, outside the marks that are `taken`."""
    hay = _masked(searchable(folded), taken)
    phrases = _parted(hay, lexicon) if has_compounds(hay) else _told_apart(hay, lexicon)
    if any(word in folded for word in _IN_NAMES):
        phrases = ((a, b, entry) for a, b, entry in phrases if not _is_of_a_name(folded, a, b))
    if is_on_a_broker(folded):
        phrases = ((a, b, entry) for a, b, entry in phrases if not _THE_BROKER.match(folded, max(0, a - len("the ")), b))
    since = {match.start() for match in _FROM_A_MONTH.finditer(folded)}
    ranked = (
        {at for match in _RANKED.finditer(folded) for at in (match.start("by"), match.start("what"))} if "st " in folded else ()
    )
    if since or ranked:
        phrases = (phrase for phrase in phrases if phrase[0] not in since and phrase[0] not in ranked)
    cues = [
        new_tuple(Cue, (new_tuple(Span, (a, b)), tag, entry, hay[a:b]))
        for a, b, entry in phrases
        if (tag := entry.tag) not in LINKS or not _is_inside(folded, a, b)
    ]
    if telling := [*_telling_words(folded, lexicon), *_over_estimates(folded, lexicon), *_a_share(folded, lexicon)]:
        cues = sorted([*telling, *(cue for cue in cues if not any(_overlap(cue.span, word.span) for word in telling))], key=_place)
    if coming := list(_coming_verbs(folded, lexicon, cues)):
        cues = [*coming, *(cue for cue in cues if not any(_overlap(cue.span, verb.span) for verb in coming))]
    cues += [Cue(new_tuple(Span, m.span()), _PUNCTUATION_TAGS[m.group()]) for m in _PUNCTUATION.finditer(folded)]
    return _apart(sorted(cues, key=_place))


_THE_BROKER = re.compile(r"(?s)(?:.{4})?[Tt]he broker(?:age)?$")
_FROM_A_MONTH = re.compile(
    rf"\bfrom (?=(?:(?:early|mid|late)[ -])?(?:{CALENDAR})\b(?: [0-9]{{1,2}}\b,?)?(?: (?:19|20)[0-9]{{2}})?"
    r" (?:to|through|until|till|and) )"
)
"""``orders from June through August totaled $3 billion``: since when, and no level before"""
_RANKED = re.compile(
    r"(?:biggest|largest|smallest|greatest) [^,.;:()0-9]{3,70}?(?<!ed)(?<!iven) by (?P<by>(?:(?:annual|total|net|global|group) )?"
    r"(?P<what>sales|revenues?|turnover|profits?|earnings|income|deliveries|orders)\b)"
)
"""``the profit of the world's second-biggest brewer by sales rose``: by what a firm is ranked, and nothing that it reports"""
_IN_NAMES = ("IT", "More ", "AS ", "Worth", "the more ", "the less ")


def _is_of_a_name(folded: str, start: int, end: int) -> bool:
    """Tell what is of a name ("IT revenue", "More For Pets", "Fort Worth"), and how a part is ("the more casual chain")."""
    word = folded[start:end]
    if word in ("more", "less"):
        return folded.endswith("the ", 0, start) and _HOW.match(folded, end) is not None
    if word == "AS" and _OF_A_FIRM.match(folded, end):
        return True
    return word in ("IT", "Worth") or (word == "More" and _MORE_OF_A_NAME.match(folded, start) is not None)


_HOW = re.compile(r" (?!than\b)[a-z-]+,? [A-Za-z]")
_OF_A_FIRM = re.compile(r" [A-ZÀ-Ž][a-zà-ž]")
_MORE_OF_A_NAME = re.compile(r"(?<=[a-z,'] )More [A-Z]|More [A-Z][a-z]+ [A-Z][a-z]+")
_place = attrgetter("span")


def _apart(cues: Iterable[Cue]) -> list[Cue]:
    """Leave out the commas inside a phrase ("earnings before interest, tax and depreciation")."""
    kept: list[Cue] = []
    end = 0
    for cue in cues:
        start, stop = cue.span
        if start >= end:
            kept.append(cue)
            end = stop
    return kept


LINKS = frozenset("oantryu&")
"""Tags of the small words that link others, which in a compound ("internet-of-things", "oil-to-chemicals") link nothing else."""


def _is_inside(folded: str, start: int, end: int) -> bool:
    return start > 0 and folded[start - 1] == "-" and folded[end : end + 1] == "-"


def _telling_words(folded: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the words that name a metric by what is around them, and before those that are only planned the words for it."""
    for start, end, name in find_telling_words(folded):
        plan = plan_before(folded, start) if name != "buyback" else None
        if plan is not None and (coming := lexicon.named(GUIDES)) is not None:
            yield Cue(span=Span(*plan), tag=coming.tag, entry=coming, words=folded[slice(*plan)].lower())
        if (entry := lexicon.named(name)) is not None:
            yield Cue(span=Span(start, end), tag=METRIC_TAG, entry=entry, words=folded[start:end].lower())


_OVER_ESTIMATES = re.compile(
    r"\bover(?= the (?:(?:average|mean|median) |analysts?'? |Wall Street(?:'s)? |Street(?:'s)? )*"
    r"(?:analysts?|Street|consensus|estimates?|forecasts?|expectations?|projections?)\b)"
)
"""``a penny over the average estimate``, and not ``over the summer``"""
_WITHIN_ESTIMATES = re.compile(
    r"\b(?:towards?|around|about|at|near|close to|in|within|inside)(?: or (?:near|around|close to|above))? the (?:[a-z]+ )?"
    r"(?:(?:(?:lower|low|bottom|upper|top|high|higher|middle)(?: half| part)?(?: end)?|mid-?point|middle|range) of "
    r"|range of )+(?=(?:(?:the|current|existing|published|latest|available|prevailing|its|range|of) )*"
    r"(?:company[- ]compiled |(?:equity |City |sell-side |financial |stock )?(?:analysts?'? |market(?:'s)? |the City's |Street ))*"
    r"(?:analysts?'?|market|consensus|City|Street)\b)"
)
"""``towards the lower end of analysts' forecasts``, ``within the range of market expectations``"""


def _over_estimates(folded: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield "over" where it sets a figure against estimates, and what says where within them one lies."""
    above = lexicon.named("above") if "over the " in folded else None
    if above is not None:
        yield from (Cue(Span(*found.span()), above.tag, above, "over") for found in _OVER_ESTIMATES.finditer(folded))
    within = lexicon.named("in_line") if " of " in folded else None
    if within is not None:
        yield from (Cue(Span(*found.span()), within.tag, within, "within") for found in _WITHIN_ESTIMATES.finditer(folded))


_COMES_TO = regex.compile(
    r"(?<=[0-9][0-9.,]*(?: ?(?:[a-z]{0,3}illion|[mb]l?n|m|b|crore|lakh|thousand))?(?: [a-z]+)?"
    r"(?: (?:in|for|during) [a-z ]{3,24})?,? )"
    r"(?:(?:(?:which|that) )?(?:(?:(?:comes|came|coming|works|worked|working) out|comes|came|coming|amounts|amounted|amounting"
    r"|equates|equated|equating|translates|translated|translating|boils down|boiled down|(?:is |was )?(?:equal|equivalent))"
    rf" (?:to|at|into))|(?:which|that) (?:equals|equall?ed|is|was)|or the equivalent of)(?= {ABOUT}"
    r"(?:[A-Z]{0,3}[$€£¥])?[0-9][0-9.,]*(?: [a-z]{2,6}\b)? ?"
    r"(?:cents?\b|pence\b|p\b|(?:a|per|for (?:each|every)) (?:[a-z]+ )?share))"
)
"""``a profit of $5 million, which works out at 12 cents a share``: one result, told of a share as well"""


def _a_share(folded: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what joins a profit with what it is a share."""
    joint = lexicon.named("or") if " share" in folded else None
    if joint is not None:
        yield from (Cue(Span(*found.span()), joint.tag, joint, "or") for found in _COMES_TO.finditer(folded))


def _coming_verbs(folded: str, lexicon: Lexicon, cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield words that make an outlook only together, where no phrase of the lexicon stands."""
    verbs = list(find_coming_verbs(folded))
    entry = lexicon.named(GUIDES) if verbs else None
    if entry is None:
        return
    starts = [cue.span.start for cue in cues]
    to_move = {cue.span.start - 1 for cue in cues if cue.tag in "UD" and cue.words.startswith("to ")}
    for start, last in verbs:
        end = last - 3 if last - 3 in to_move else last  # "is set to grow": the "to" is the verb's
        near = cues[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]
        words = folded[start:end].lower()
        small = LINKS.union("UD") if not words.startswith(_UNSURE) else ""
        if all(not cue.tag or cue.tag in SILENT_TAGS or _is_inside_or_apart(cue, start, end, small) for cue in near):
            yield Cue(span=Span(start, end), tag=entry.tag, entry=entry, words=words)


_UNSURE = ("may ", "might ", "could ")
"""``may come to``: what nobody stands for is told by fewer words."""


def _is_inside_or_apart(cue: Cue, start: int, end: int, small: Collection[str]) -> bool:
    """Tell a small word within such words ("will more likely be", "will at best be"), which is a part of them, or one beside."""
    inside = start <= cue.span.start and cue.span.end <= end and cue.tag in small
    return inside or not _overlap(cue.span, Span(start, end))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


_BOTH = "both_lines"
_IN_ONE = re.compile("\0 (?:(?:in|of) )?(?:[a-z]+ )?$")
_OF_THE_OTHER = re.compile(f" (?:of|total+ing|was|were|came in at|at) {ABOUT}\0")

_TWO_FIGURES = re.compile("[a-z, ]{0,30} (?:to|at|were|totall?ed|reached) \0+ and \0")
"""``Profit and sales rose to $3 and $5``: each with its figure, in their order"""
_TWO_IN_TURN = re.compile("[a-z, ]{0,40}(?<! of )\0+,? and (?:an? )?\0[^;]*?respectively")
_TWO_BEFORE = re.compile("\0+,? and (?:an? )?\0+ [a-z ]{0,30}$")
"""``sales and profit rose 4% and 2%, respectively``, ``4% and 2% gains in sales and profit, respectively``"""
_NEAR = 60


def _told_apart(hay: str, lexicon: Lexicon) -> Iterable[tuple[int, int, Entry]]:
    """Return what the lexicon finds, two metrics of one phrase apart where each has its figure ("$2 in EPS and revenue of $5")."""
    found = lexicon.find(hay)
    parted = _OF_THE_OTHER.search(hay) is not None or _TWO_FIGURES.search(hay) is not None or "respectively" in hay
    parted = parted and any(entry.name == _BOTH for _, _, entry in found)
    return _each_by_itself(hay, lexicon, found) if parted else found


def _each_by_itself(hay: str, lexicon: Lexicon, found: Iterable[tuple[int, int, Entry]]) -> Iterator[tuple[int, int, Entry]]:
    for start, end, entry in found:
        in_one = entry.name == _BOTH and _IN_ONE.search(hay, max(0, start - 24), start) and _OF_THE_OTHER.match(hay, end)
        if in_one or (entry.name == _BOTH and " and " in hay[start:end] and _have_figures(hay, start, end)):
            cut = hay.index(" and ", start, end)
            for at, to in ((start, cut), (cut, cut + 4), (cut + 4, end)):
                yield from ((at + a, at + b, one) for a, b, one in lexicon.find(hay[at:to]))
        else:
            yield start, end, entry


def _have_figures(hay: str, start: int, end: int) -> bool:
    """Tell two metrics in one phrase with a figure each, in their order, behind them or before."""
    if _TWO_FIGURES.match(hay, end) or _TWO_IN_TURN.match(hay, end):
        return True
    return hay.startswith(", respectively", end) and _TWO_BEFORE.search(hay, max(0, start - _NEAR), start) is not None


def _parted(hay: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Entry]]:
    """Yield what the lexicon finds, with a metric and what is said of it in one word ("Umsatzprognose") told apart."""
    whole = lexicon.find(hay)
    taken = {start for start, _, _ in whole}
    parts = [(a, b, found[0][2]) for a, b in find_sales_of_parts(hay) if (found := lexicon.find(hay[a:b]))]
    for start, end, entry in sorted([*whole, *(part for part in parts if not _starts_in(hay, part[0], taken))], key=_start):
        cut = compound_cut(hay[start:end]) if entry.tag in COMPOUND_TAGS else 0
        metric = lexicon.find(hay[start : start + cut]) if cut else []
        change = lexicon.find(hay[start + cut : end]) if metric and entry.tag == METRIC_TAG else []
        if metric and (change or entry.tag != METRIC_TAG):
            yield start, start + cut, metric[0][2]
            yield start + cut, end, change[0][2] if change else entry
        else:
            yield start, end, entry


_start = itemgetter(0)


def _starts_in(hay: str, at: int, starts: Collection[int]) -> bool:
    """Tell whether the word that goes on at a place begins a phrase of the lexicon: one that is known as a whole."""
    while at > 0 and hay[at - 1].isalpha():
        at -= 1
    return at in starts


def _masked(hay: str, taken: Iterable[Mark]) -> str:
    """Blank out what other marks have, so that no phrase runs into it ("expect full" into "full year")."""
    parts = []
    at = 0
    for start, end in sorted(
        (m.span.start, max(m.span.end, m.extent.end) if isinstance(m, Quantity) else m.span.end) for m in taken
    ):
        if start >= at:
            parts += [hay[at:start], "\0" * (end - start)]
            at = end
    return "".join([*parts, hay[at:]])
