"""
Ranges: which neighbouring amounts are the two ends of one figure.

"$9.55 to $9.7 billion" is a range and "rose 2% to 45%" a change and its result; what joins them, whether they measure the same
thing, how far apart they lie and the verb before them tell.  A range that was cut in two is mended here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from earnsum.figures.amounts import Amount
from earnsum.figures.currencies import BARE_CENT, CENTED
from earnsum.figures.numerals import ONE
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.terms import ITS, OUTLOOK

Group = tuple[Amount, Amount | None]
"""A single amount, or the two ends of a range."""

# " to " · "-" · " - high " · " and " (after "between") · " bis "
_TO = re.compile(
    r"(?:\ (?:up\ )?(?:to|bis)(?:\ a)?(?:\ (?:high|maximum|top)(?:\ end)?(?:\ of)?)?|\ through|\ à|\ a)\ |\ to", re.IGNORECASE
)
_BAND_ES = regex.compile(
    r"(?r)\b(?:rango|horquilla|banda|intervalo|crecimiento|aumento|alza|incremento|avance|un margen|caída|descenso)"
    r"(?: (?!del? )\w+){0,2}(?: (?:de|en) (?:(?!del? )\w+ ){1,3})? ?del? "
)
"""``un crecimiento de las ventas del 10% al 12%``, where ``subió del 10% al 12%`` is a change"""
_DASH = re.compile(r"[辆台吨]?\ ?(?:-|~|〜|～|─|―|——|[至到])\ ?(?:high\ )?|-to-|-\ to\ ")
_NAMED_TO = re.compile(r"(?P<noun>\ [a-z]{3,12})\ to\ ")
"""``290,000 boepd to 295,000 boepd``: what is counted said with both ends."""
_AND = re.compile(r"\ (?:and|&|und|et|y|e)\ (?:a\ high\ of\ |un\ |el\ |los\ |las\ )?", re.IGNORECASE)
_BETWEEN = (
    "between ",
    "between just ",
    "between only ",
    "zwischen ",
    "entre ",
    "entre un ",
    "entre el ",
    "entre los ",
    "entre las ",
    "tra ",
    "between a low of ",
)
_OR = (" or ", " and ", " to ", " but ", ", and ", ", but ")
"""``as low as $545 million or as high as $570 million``"""
_RANGE_OF = ("range of ", "range between ", "range from ")
_FROM = regex.compile(
    r"(?ri)(?<![\w])(?:from\ (?:(?:(?:last|a|the|its)\ )?(?:[\w-]+\ ){0,2}[\w-]+'s\ (?:(?:[\w-]+\ ){1,2}of\ )?"
    r"|(?:last\ year|a\ year\ (?:ago|earlier)|the\ (?:previous|prior)\ year|(?:the|a|an)\ [a-z]+-(?:ago|earlier))\ )?"
    r"(?:a\ )?(?:low\ )?(?:of\ )?|pass?\w{1,5},?\ (?:(?:(?:quant\ à\ )?(?:elles?|lui|eux)|ainsi|donc|alors),?\ )?"
    r"(?:(?:l[ae]s?|el|los|son|sa|ses|sus?)\ (?:\w+\ ){1,3}?)?de\ "
    r"|(?<=[0-9]\ ?%,?\ )(?:des)?de\ "
    rf"|(?<=[0-9]%,?\ )from\ (?:{ITS}|an?)\ (?:previous|prior|earlier|initial|original)\ "
    rf"(?:{OUTLOOK}|estimate)\ of\ )$"
)
# "von 4 auf 5 Millionen": no range, but the scale word serves both
_ONTO = " auf "
_VON = regex.compile(r"(?ri)\bvon (?:(?:zuletzt|bisher|bislang|zuvor|vorher|noch|ehemals|ursprünglich) )?$")
_UP_FROM_RANGE = regex.compile(
    r"(?ri)(?<=(?:^|[.!?;:\n—]|\.['\"”’])\s*)"
    rf"(?:that|this|it|which)(?:'s| is| was| had been)?,? (?:also )?(?:up|down) from {ABOUT}$"
)
"""``It sees $5 to $6.  That's up from $4 to $5``: what "that" is was told before, so both ends are of what it is up from"""
_RANGE_FROM = regex.compile(
    r"(?ri)(?<![\w])(?:rang(?:e|es|ed|ing)|(?:any|some)where|var(?:y|ies|ying)|spread|spans?)"
    r"\ (?:\w+\ ){0,2}from\ (?:a\ )?(?:low\ )?(?:of\ )?$"
)
_CHANGED = regex.compile(
    rf"""(?ri)(?<![\w])(?:(?P<past>rose|fell|grew|increased|decreased|declined|climbed|jumped|dropped|gained|slipped|slid|surged|soared|advanced|improved
        |shrank|plunged|tumbled|sank|dipped|edged\ (?:up|down)|rallied|eased|widened|narrowed|contracted|expanded
        |raised|lowered|cut|hiked|boosted)(?:\ by)?
      | (?P<way>up|down|higher|lower)|by|rise|fall|grow|climb|jump|drop
      |(?:(?:increase|decrease|rise|drop|decline|gain|fall|reduction
        |cut|improvement|raise|hike)\ (?:in\ (?:\w+\ ){{1,2}})?of)
      |(?P<de>(?:ramen|port|pass|tomb|mont|grimp|recul|progress|abaiss|relev|rehauss|revoi|rédui)(?:ée?s?|t|e|nt|ant)\ de))
      \ {ABOUT}$""",
    regex.VERBOSE,
)
LONGEST_LINK = 24
# "to $9.2 billion to $9.4 billion from $9.5 billion to $9.7 billion": a range before, so a range behind
# … and "range from $2 to $3 on a GAAP basis and from $4 to $5 on an adjusted basis"
_FROM_RANGE = regex.compile(
    r",?\ (?:(?:up|down|lowered|raised|cut)\ )?from\ |\ (?:on\ an?\ [\w-]++\ basis|for\ [\w -]{4,24}),?\ and\ from\ ",
    regex.IGNORECASE,
)
# range from a loss of 5 cents per share to earnings of 2 cents · between a loss of $5 million and a profit of $3 million
_TO_PROFIT = re.compile(
    r"\ (?P<link>to|and)\ (?:an?\ )?(?:net\ )?(?:profit|earnings|income|gain)\ of\ (?:up\ to\ )?", re.IGNORECASE
)
_FROM_LOSS = regex.compile(r"(?ri)(?:(?P<from>rang(?:e|es|ing)\ (?:\w+\ )?from|anywhere\ from)|between)\ an?\ (?:net\ )?loss\ of\ ")


_MORE_OR_LESS = re.compile(
    r" (?:(?:a|per) share )?(?:more|less|fewer|better|worse|above|below|higher|lower|ahead|short|shy|off|over|under)\b"
    r"(?! (?:the )?(?:estimates|consensus|expect|forecast|last|prior|previous|year))"
)
"""How a smaller sum behind a dash says by how much the one before it is more or less; "$5 - $6 below the consensus" is a range."""


def _link(a: Amount, b: Amount, folded: str) -> str | None:
    """Name what joins two neighbouring amounts: "to", "dash", "and" (after "between"), "onto" ("von … auf"), "loss", or nothing."""
    if b.left - a.right > LONGEST_LINK or b.left < a.right:
        return None
    gap = folded[a.right : b.left]
    goes_on = gap == " - " and (  # "5 Milliarden Euro - knapp 1 Milliarde mehr", "$1.9 billion - $1 million more", behind a dash
        (b.hedge and not a.hedge) or (abs(b.value) < abs(a.value) and _MORE_OR_LESS.match(folded, b.right) is not None)
    )
    if (_DASH.fullmatch(gap) and not goes_on) or (gap == " " and b.negative and not a.negative and folded[b.start] == "-"):
        return "dash"
    if (
        (gap == " al " and _BAND_ES.match(folded, max(0, a.left - 60), a.left))
        or _TO.fullmatch(gap)
        or ((named := _NAMED_TO.fullmatch(gap)) and folded.startswith(named["noun"], b.right))
    ):
        return "to"
    if gap == _ONTO and _VON.match(folded, max(0, a.left - 20), a.left):
        return "onto"
    if ((a.hedge, b.hedge) == ("at least", "at most") and gap in _OR) or (
        _AND.fullmatch(gap)
        and (
            _is_low_end(a, b, folded)
            or folded[max(0, a.left - 20) : a.left].lower().endswith((*_BETWEEN, *_RANGE_OF))
            or _goes_on(a, b, folded)
        )
    ):
        return "and"
    return "loss" if _from_loss(a, b, folded) else None


_OR_ELSE = regex.compile(
    r"(?ri)\b(?:between|range of) [^ ]++(?: [mb]n?(?:illion)?)? and [^ ]++(?: [mb]n?(?:illion)?)?,? or (?:between )?"
)
_TO_BE = regex.compile(r"(?ri)\b(?:to|will|would) be ")
_EXPECTED_BEFORE = regex.compile(
    r"(?ri)\b(?:previously (?:expected|forecast|projected)|(?:earlier|prior|previous) (?:estimate|outlook|forecast) of) "
)
_IN_TURN = re.compile(r",? respectively|,? (?:in|for) [^.,;]{0,30} and ")


def _goes_on(a: Amount, b: Amount, folded: str) -> bool:
    """Tell a range without "between" ("or $1.74 and $1.80 per share" behind one in all, "previously expected $3 and $4")."""
    if not 0 < a.value < b.value < 2 * a.value or a.per_share or _IN_TURN.match(folded, b.right):
        return False
    before = max(0, a.left - 80), a.left
    old = _EXPECTED_BEFORE.match(folded, *before)
    return bool(old or (b.per_share and (_OR_ELSE.match(folded, *before) or _TO_BE.match(folded, *before))))


def _from_loss(a: Amount, b: Amount, folded: str) -> bool:
    """Tell whether two amounts are a range from a loss to a profit: "range from a loss of 5 cents to earnings of 2 cents"."""
    found = _TO_PROFIT.fullmatch(folded, a.right, b.left)
    lead = _FROM_LOSS.match(folded, max(0, a.left - 40), a.left) if found else None
    if found is None or lead is None or a.signed or b.signed:
        return False
    return (lead["from"] is not None) == (found["link"].lower() == "to")


def _is_low_end(a: Amount, b: Amount, folded: str) -> bool:
    """Tell whether cents in brackets are the low end of a range that "and" goes on with: "(3c) and 8c per share"."""
    return a.coin < ONE and b.coin < ONE and folded[a.start] == "(" and not b.negative and b.per_share and not a.per_share


def adopt(bare: Amount, other: Amount) -> Amount:
    """Give a number without a unit the unit that its neighbour states."""
    return bare._replace(kind=other.kind, unit=other.unit, coin=other.coin, noun=other.noun)


def _share_scale(a: Amount, b: Amount) -> tuple[Amount, Amount]:
    """Let a scale word that stands on one side count for both where the ends then lie in order: "$9.55 to $9.7 billion"."""
    if b.scaled and not a.scaled and not a.zero:
        for scale in (b.scale, b.scale / 1000) if b.scale != ONE else _HAN_SCALES:
            wider = a._replace(scale=scale, scaled=True)
            if ratio(wider, b) <= 20 and (abs(wider.value) <= abs(b.value) or (scale == b.scale and ratio(wider, b) < 2)):
                return wider, b
    if a.scaled and not b.scaled:
        wider = b._replace(scale=a.scale, scaled=True)
        if abs(a.value) <= abs(wider.value) and ratio(a, wider) <= 20:
            return a, wider
    return a, b


_HAN_SCALES = tuple(Decimal(f"1e{zeros}") for zeros in (12, 8, 4))
"""What 兆, 亿 and 万 make of a number: those of the high end are read into it ("322至334亿元")."""


def ratio(a: Amount, b: Amount) -> Decimal:
    """Return how many times the one is as large as the other, signs aside; 1 where one of them is nothing."""
    one, two = abs(a.value), abs(b.value)
    return max(one, two) / min(one, two) if one and two else ONE


def of_one_money(a: Amount, b: Amount) -> bool:
    """Tell whether two units can be one currency: bare cents go with any that has cents, 元 with any that is so called."""
    if a.unit == b.unit or "元" in (a.unit, b.unit):
        return a.unit == b.unit or {a.unit, b.unit} - {"元"} <= {"CNY", "TWD", "HKD"}
    return (a.unit == BARE_CENT and b.unit in CENTED) or (b.unit == BARE_CENT and a.unit in CENTED)


def matched(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    """Return both with a common kind and scale, or None where they measure different things."""
    if a.kind != b.kind:
        if "percent" in (a.kind, b.kind) and (a.scaled or b.scaled):
            return None  # "subscribers jumped 38% to 33 million"
        if a.kind == "bare":
            a = adopt(a, b)
        elif b.kind == "bare":
            b = adopt(b, a)
        else:
            return None
    if not of_one_money(a, b) or (a.per_share and b.scaled and not a.scaled):
        return None
    if a.unit != b.unit:
        a, b = (a._replace(unit=b.unit), b) if a.unit in (BARE_CENT, "元") else (a, b._replace(unit=a.unit))
    return _share_scale(a, b)


def _paired(a: Amount, b: Amount, link: str, folded: str) -> tuple[Amount, Amount] | None:
    """Return the two ends of a range, or None where the amounts only stand side by side."""
    if link == "loss":
        a = a._replace(negative=True, signed=True)
    if link == "dash" and b.negative and folded[a.right : b.left] == " ":
        b = b._replace(negative=False, signed=False)
    if link == "dash" and folded[a.right] in "至到" and _GREW_BY.match(folded, max(0, a.left - 24), a.left):
        return None
    stated = a.kind != "bare"
    if not stated and b.kind == "bare" and a.plain and b.plain and link != "and":
        return None  # a score, an aircraft, a telephone number
    ends = matched(a, b)
    if ends is None or ratio(*ends) > 20:
        return None
    falling = abs(ends[0].value) > abs(ends[1].value)
    if falling and not ends[0].signed and link != "and" and (not stated or ratio(*ends) > 10):
        return None
    return None if link == "to" and (stated or a.scaled or not a.plain) and _is_change(a, ratio(*ends), folded) else ends


_GREW_BY = regex.compile(
    r"(?r)(?<![预将料][^,。;]{0,12})(?:[增升涨跌降]|增加|[增拓]长|减少?|上升|下[降跌滑]|扩大|收窄|提升|[多少]赚)了?约?"
)
"""``增加1.1亿元至5.1亿元``: by how much, and to what"""


_OUTLOOK_FROM = regex.compile(
    r"\b(?:port|rel[eè]v|abaiss|ram[eè]n|rédui|rehauss|révis)\w*\ (?:sa|ses|son|leurs?)"
    r"\ (?:prévision|objectif|estimation|cible|projection)s?"
    r"\ (?:(?!(?:et|à)\ )[^0-9.;,]){0,60}\bde\ $"
)
"""``a porté sa prévision de bénéfice de 380 milliards à 550 milliards``: from one to another, and no range"""


def _is_change(a: Amount, times: Decimal, folded: str) -> bool:
    """Tell whether "A to B" is a change by A up or down to B: "rose 2% to 45%", "fell 5 cents to 34 cents"."""
    change = _CHANGED.match(folded, max(0, a.left - 24), a.left)
    if change is None:
        is_sum = a.kind != "bare" or a.scaled
        return is_sum and _OUTLOOK_FROM.search(folded, max(0, a.left - 110), a.left) is not None
    if change["de"]:
        return True
    if a.kind == "money":
        return bool(change["past"] or change["way"]) or times > 2
    return times > (3 if change["past"] else 5)


def _without_echoes(amounts: list[Amount], folded: str) -> list[Amount]:
    """Leave out the low end of a range told again in another currency ("between £2.6 billion (€3 billion) and £2.7 billion")."""
    found = list(amounts)
    for low, echo, high in zip(amounts, amounts[1:], amounts[2:], strict=False):
        told = folded[low.right : echo.left] == " (" and folded[echo.right : high.left] == ") and "
        if told and low.unit == high.unit != echo.unit and folded[: low.left].endswith(_BETWEEN):
            found[found.index(low)] = low._replace(right=echo.right + 1)
            found.remove(echo)
    return found


def group_ranges(amounts: list[Amount], folded: str) -> Iterator[Group]:
    """Yield single amounts and the pairs that are ranges, in order."""
    amounts = _without_echoes(amounts, folded)
    at = 0
    range_end: int | None = None
    links = [_link(a, b, folded) for a, b in pairwise(amounts)] + [None]
    while at < len(amounts):
        first = amounts[at]
        link = links[at]
        if link is None:
            yield first, None
            at += 1
            continue
        second = amounts[at + 1]
        if link == "onto":
            alone = _from(first, second)
            yield (alone if alone and not first.zero else first), None
            at += 1
            continue
        if link == "to":
            chain = _chain(links, at)
            near = max(0, first.left - 40)
            is_from = _FROM.match(folded, max(0, first.left - 50), first.left) and not _RANGE_FROM.match(folded, near, first.left)
            if (range_end is not None and _FROM_RANGE.fullmatch(folded, range_end, first.left)) or (
                is_from and _UP_FROM_RANGE.match(folded, near, first.left)
            ):
                is_from = False
            of_range = chain > 2 and folded.endswith(_RANGE_OF, max(0, first.left - 20), first.left)
            # "from A to B", "raised by A to B to C": the first stands alone, but not in "from a range of A to B to C"
            if (chain % 2 and not of_range) or (chain == 2 and is_from) or links[at + 1] in ("dash", "and"):
                alone = _from(first, second) if is_from else None
                yield (alone if alone and not first.zero else first), None
                at += 1
                continue
        pair = _paired(first, second, link, folded)
        yield pair or (first, None)
        range_end = pair[1].right if pair else None
        at += 2 if pair else 1


def _from(first: Amount, second: Amount) -> Amount | None:
    """Return what a figure came from with the unit and scale of what it came to, which stand once ("von 120 auf 45 Millionen")."""
    ends = matched(first, second)
    if ends is None:
        return None
    return ends[0]._replace(scale=second.scale, scaled=True) if second.scaled and not ends[0].scaled else ends[0]


def _chain(links: list[str | None], at: int) -> int:
    """Count the amounts that "to" strings together from `at` on."""
    end = at
    while links[end] == "to" and end - at < 8:
        end += 1
    return end - at + 1
