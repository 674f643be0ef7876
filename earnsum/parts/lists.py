"""
Lists of parts: one metric told of several places or businesses in one sentence.

"Same-store sales rose 5% at Taco Hut, 4% at Duff and 1% at Noodle House" names
its metric once; each figure has a part of the company behind or before it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called, tags_of
from earnsum.model import Span
from earnsum.parts.beside import CAPITAL, OF_ALL_SALES, Part, end_of_part, part_after, part_before
from earnsum.parts.places import place_where
from earnsum.parts.scopes import PROFIT, find_scope
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity
from earnsum.text.moves import MOVE
from earnsum.text.terms import UNIT

PARTED = frozenset(
    (
        "revenue",
        "same_store_sales",
        "orders",
        "operating_income",
        "ebitda",
        "deliveries",
        "production",
        "billings",
        "net_income",
        "pretax_income",
        "earnings",
    )
) | {"users", "subscribers", "subscriber_adds"}
"""Metrics that are told part by part."""
_BY_PART = re.compile(rf"(?:Breaking|Broken)\ (?:\w++\ )?down\b|By\ (?:{UNIT}|region|geography),")
"""``Breaking down revenue by segment, the company said Duff delivered $5 million``"""
_INCLUDING = regex.compile(
    rf",\ including\ (?:the\ )?{CAPITAL}(?:\ {CAPITAL}){{0,2}}\ [a-z]++\ $"
    r"|\b(?:led|driven|paced)\ by\ (?:the\ |its\ )?[\w&'-]++(?:\ [\w&'-]++){0,2},\ (?:which\ (?:was\ )?)?[a-z]++(?:\ by)?\ $"
)
"""``…, including Duff up 4%``, ``growth was led by software, up 9%``"""
_LOOK_BACK = 80


PARTED_OR_MARGINS = PARTED | {"operating_margin", "gross_margin", "ebitda_margin"}
"""Metrics whose part may be named behind the figure ("a margin of 12% at its chemicals division")."""


_JOINS = frozenset({"or", "and", "on", "of", "vs", "versus", "with", "to", "from"})
"""``NET LOSS $5 MLN, OR $0.12 PER SHARE``: small words, which all-capital bullets write like names"""

PartOf = Callable[[int], Part | None]
"""Returns the part that the reading at a place is of."""


def read_lists(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:  # noqa: C901, PLR0912 - list by list
    """Return the readings of a sentence, those of parts with the metric that the list began with and the part's name."""
    found = list(readings)
    expected = [at for at, reading in enumerate(readings) if reading.role == "estimate" and reading.metric is None]
    part_of = _parts(folded, tokens, readings)
    opened = OF_ALL_SALES.match(folded, tokens[0].start) if tokens else None
    for at in expected:  # "analysts had expected 5.4% in the U.S. and 2.1% abroad"
        found[at] = readings[at]._replace(part=(part.name if (part := part_of(at)) is not None else None) or None)
    for at, head in enumerate(readings):
        if not _heads(head) or found[at].part is not None:
            continue
        side, is_parted = head.side, cache(partial(_is_parted, folded, tokens, head))
        for index in _going_on(tokens, readings, at, part_of):
            reading, part = readings[index], part_of(index)
            if part is not None and part.loose and not is_parted():
                continue
            if part and not reading.part:
                side = reading.side or side
                figure = _in_unit(reading.figure, head.figure)
                found[index] = head._replace(at=reading.at, figure=figure, sequential=reading.sequential, side=side, part=part.name)
                change = _change_behind(tokens, readings, index)
                change = change if change is not None and part_of(change) is None else None
                for other in (change, *_on_the_way(folded, readings, index)):
                    if other is not None:
                        found[other] = readings[other]._replace(metric=head.metric, metric_at=head.metric_at, part=part.name)
                if (then := _from_behind(tokens, readings, index)) is not None and part_of(then) is None:
                    was = readings[then]._replace(role="prior", metric=head.metric, metric_at=head.metric_at, part=part.name)
                    found[then] = was
        colon = head.metric_at is not None and _COLON.match(tags_of(tokens[head.metric_at + 1 : head.at])) is not None
        second = at > 0 and head.role == "change" and readings[at - 1].metric_at == head.metric_at
        shared = opened is not None and head.figure.span.start >= opened.end()
        # as in "sales: Burger Barn up 4%" and in "sales rose to $5 billion, with Duff up 4%"
        including = _INCLUDING.search(folded, max(0, head.figure.extent.start - _LOOK_BACK), head.figure.extent.start)
        is_list = including or shared or _BY_PART.match(folded, tokens[0].start) or _is_led_to(folded, readings, at)
        listed = part_of(at) if (colon and head.role != "guide") or second or is_list else None
        own = part_after(folded, tokens, head.figure) or _where(folded, tokens, head) or listed
        change = _change_behind(tokens, readings, at) if own is not None else None
        if own is not None and change is not None and part_of(change) is None:
            found[change] = readings[change]._replace(metric=head.metric, metric_at=head.metric_at, part=own.name)
        found[at] = head._replace(part=(own.name if own is not None else None) or None)
        if own is None and shared:
            found[at] = head._replace(role="skip")  # "Of net sales, $5 million came from new clients"
        if including is not None and own is not None:
            for level in _on_the_way(folded, readings, at):
                found[level] = readings[level]._replace(metric=head.metric, metric_at=head.metric_at, part=own.name)
    return [_of_the_whole(reading, part_of(at)) if reading.metric is None else reading for at, reading in enumerate(found)]


def _of_the_whole(reading: Reading, part: Part | None) -> Reading:
    """Return a number without a metric's name as one of the whole company where words say so ("globally it added 5 million")."""
    whole = reading.part is None and reading.figure.kind != "percent" and part is not None and not part.name
    return reading._replace(part="") if whole else reading


def _heads(reading: Reading) -> bool:
    """Tell whether a figure may begin a list."""
    return is_called(reading.metric, PARTED_OR_MARGINS) and reading.role in ("actual", "change", "guide")


def _where(folded: str, tokens: Sequence[Token], head: Reading) -> Part | None:
    """Return the place that a clause behind a metric is on ("Sales did best in Europe, where they rose 9%")."""
    if head.metric_at is None or tokens[head.metric_at].start > head.figure.extent.start:
        return None
    where = place_where(folded, tokens[head.metric_at].end, head.figure.extent.start)
    return Part(where) if where is not None else None


def _is_parted(folded: str, tokens: Sequence[Token], head: Reading) -> bool:
    """Tell whether the metric of a list's first figure is itself told of a part."""
    if head.metric_at is None or is_called(head.metric, PROFIT):
        return False
    return find_scope(folded, Span(tokens[0].start, tokens[-1].end), tokens, head.metric_at) is not None


def _going_on(tokens: Sequence[Token], readings: Sequence[Reading], at: int, part_of: PartOf) -> Iterator[int]:
    """Yield the figures of the same kind that follow the one at `at` and that no other metric is named for."""
    head = readings[at]
    for index in range(at + 1, len(readings)):
        reading = readings[index]
        if reading.metric_at not in (None, head.metric_at):
            return
        part = part_of(index)
        if reading.role in ("prior", "estimate") and part is None:
            continue
        if not (reading.role in ("actual", "change") or (part is not None and (part.origin or not part.name))):
            return
        between = range(readings[index - 1].at + 1, reading.at)
        stops = "M" if part is not None else "M;"  # "in Japan rose 4%; in Asia it fell 2%"
        if any(tokens[place].tag in stops and place != head.metric_at for place in between):
            return
        alike = measure(_in_unit(reading.figure, head.figure) if part is not None else reading.figure) == measure(head.figure)
        if alike and not reading.sequential:
            yield index


def _in_unit(figure: Quantity, head: Quantity) -> Quantity:
    """Return a figure in the unit of the list's first: a sum may leave its currency out ("Games 1.4 billion")."""
    if figure.unit or head.kind != "money" or not figure.scaled:
        return figure
    return figure._replace(kind=head.kind, unit=head.unit)


_ONWARD = re.compile(rf",?\ (?:(?:{MOVE}|higher|lower)\ )?(?:to|at)\ ")
_COLON = re.compile(r"(?:y_|_)?o?:")
"""``Sales: Duff up 4%``, ``Sales by chain were: Duff up 4%``, ``Revenue breakdown: Legal, $883 million``"""
_CHANGE_BEHIND = regex.compile(r"[s$#](?:,|[n_a]{0,4}\()[_]?[UD]?[no]?_?%")


def _change_behind(tokens: Sequence[Token], readings: Sequence[Reading], index: int) -> int | None:
    """Return the change told right behind a part's level ("and advertising $5 million, up 16%")."""
    after = index + 1
    if after >= len(readings) or readings[after].role != "change" or readings[index].role != "actual":
        return None
    between = tags_of(tokens[readings[index].at : readings[after].at + 1])
    return after if _CHANGE_BEHIND.fullmatch(between) else None


_FROM_BEHIND = regex.compile(r"[s$#](?:(?:,|\()_?[UD]_?r_?|\()[s$#]")


def _from_behind(tokens: Sequence[Token], readings: Sequence[Reading], index: int) -> int | None:
    """Return what a part's level is said to be up from right behind it ("… $56 million, up from $48 million", "($48 million)")."""
    then = index + 1
    if then >= len(readings) or readings[then].role not in ("prior", "skip") or readings[index].role != "actual":
        return None
    between = tags_of(tokens[readings[index].at : readings[then].at + 1])
    return then if _FROM_BEHIND.fullmatch(between) else None


def _on_the_way(folded: str, readings: Sequence[Reading], index: int) -> Iterator[int]:
    """Yield the level that a part's change goes on to, or the change that led to its level ("with Duff up 40% at $5 million")."""
    for change, level in ((index, index + 1), (index - 1, index)):
        if change < 0 or level >= len(readings) or readings[level].role != "actual" or readings[change].role != "change":
            continue
        if readings[level].figure.kind != "percent" and _leads_to(folded, readings[change].figure, readings[level].figure):
            yield level if change == index else change


def _is_led_to(folded: str, readings: Sequence[Reading], at: int) -> bool:
    """Tell a level behind its change and the part that both are of ("rose 6% in Peru to $2 billion and 3% in Chile to …")."""
    if at == 0 or readings[at].role != "actual" or readings[at - 1].metric_at != readings[at].metric_at:
        return False
    change, level = readings[at - 1].figure.extent.end, readings[at].figure.extent.start
    return _ONWARD.fullmatch(folded, change, level) is None and _leads_to(folded, readings[at - 1].figure, readings[at].figure)


def _leads_to(folded: str, change: Quantity, level: Quantity) -> bool:
    """Tell whether a change goes on to a level, maybe behind the part that both are of."""
    end, start = change.extent.end, level.extent.start
    goes_on = _ONWARD.fullmatch(folded, end, start) or _ONWARD.fullmatch(folded, end_of_part(folded, end, start + 2), start)
    return goes_on is not None


def measure(figure: Quantity) -> str:
    """Return what a figure counts in; a number without a unit may count the things named before."""
    return figure.unit or "count"


def _parts(folded: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> PartOf:
    """
    Return what tells the part that a reading is of, which is looked for when it is asked for.

    That is named behind it ("4% at Duff"), before it ("Duff rose 1%"), or before its change ("Duff rose 4% to $11 billion").
    """
    known: dict[int, Part | None] = {}

    def told(at: int) -> Part | None:
        if at not in known:
            figure = readings[at].figure
            part = part_after(folded, tokens, figure) or part_before(folded, tokens, figure)
            if part is None and (where := place_where(folded, tokens[0].start, figure.extent.start)) is not None:
                part = Part(where)
            known[at] = None if part is not None and part.name in _JOINS else part
        return known[at]

    def part_of(at: int) -> Part | None:
        while told(at) is None and at and _leads_to(folded, readings[at - 1].figure, readings[at].figure):
            at -= 1
        return told(at)

    return part_of
