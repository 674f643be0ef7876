"""
Figures: every quantity of an article, as marks.

`earnsum.amounts` reads single numbers; this module says which of them are no quantities (years, index names, ages, tickers'
moves) and puts together what belongs together: the ends of a range, a tolerance, the same sum in another currency, a bound.
A number form that is misread is mended there; a number that should not have been read, or a range that was cut in two, here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

import regex

from earnsum.amounts import ONE, Amount, per_share_pattern, read_amounts, scale_of
from earnsum.cents import currency_of_cents, of_one_money, same_sentence_money
from earnsum.currencies import BARE_CENT, CENTED, UNSETTLED
from earnsum.marks import Quantity
from earnsum.model import Approx, Span

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)


_MONTHS_ABROAD = (
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|janvier|février|mars|avril|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)


# Dec. 31 · S&P 500 · Chapter 11 · No. 2 · fiscal 21 · aged 62 · page 3 · Q3 21
@cache
def _name_before() -> regex.Pattern[str]:
    """Return what makes the number after it part of a name, a date or a rank; matched backwards from the number."""
    return regex.compile(
        rf"""(?ri)(?<![\w])(?:
            {_MONTHS}
          | s&p|dow|ftse|nasdaq(?:-|\ )?|russell|nikkei|topix|cac|dax|mdax|stoxx|kospi
          | nifty|sensex|tsx|ibex|smi|asx|hang\ seng|msci|fortune|forbes|global|top|big
          | no\.?|nos\.|number|rank(?:ed)?|chapter|section|rule|form|title|level|phase|tier|stage
          | page|pp?\.|item|note|article|flight|route|highway
          | channel|covid|formula|version|windows|ios|android|web|class|series|type|room|suite|floor|group\ of|aged?|area|catch-
          | fiscal|fiscal\ year|fy|year|years|since|q[1-4]|[1-4]q|h[12]|[12]h
        )(?:\ |-|(?<=[\ -]))$""",
        regex.VERBOSE,
    )


# 31 December · 1st · 10-K · 52-week · 13 weeks · 30 analysts · 8 a.m. · 1520 AEDT · 4-for-1 · 2.5x · 25 times · 100 Main Street
@cache
def _name_after() -> regex.Pattern[str]:
    """Return what makes the number before it a date, a time, a length of time or a part of a word."""
    return regex.compile(
        rf"""
            [A-Za-z_]
          | [/:.][0-9]
          | -(?!plus\b)[A-Za-z]
          | ['°²³]
          | \ (?i:
                (?:of\ )?{_MONTHS}(?!\w)
              | [ap]\.?m\b|noon\b
              | (?:\w+\ )?(?:(?:analyst|economist|broker|brokerage|forecaster)s?|analyst(?:en|es)|analistas|experten)\b
              | houses\ (?:polled|surveyed)
              | years?-old
              | max\b
              | (?:jahre|monate|mois|ans|jours|meses|años|mesi|anni|giorni|kuukau)
            )
          | \.?\ (?:de\ )?(?i:{_MONTHS_ABROAD})\b | \.\ (?i:quartal|halbjahr|jahresviertel)
          | [〜～~至-][0-9]{{1,2}}(?:月|분기) | 四半期|季度|\ ?분기 | \ ?[年月日期社次名代位歳株倍銭위명월년일차곳개배]
          | (?:\ (?:(?:to|or|and)\ [0-9]{{1,3}}[\ -])?|-[0-9]{{1,3}}[\ -])(?i:
                (?:(?:fiscal|full|straight|consecutive|calendar|trading|business|working|more|or\ so|successive|additional
                  |comparable|reporting|of\ the\ last\ \w+)\ )?+
                (?:day|week|weekend|month|year|quarter|hour|minute|second|decade|session|time|fold|semester|percentile)s?\b
            )
          | \ (?:AEDT|AEST|GMT|ET|EST|EDT|CET|CEST|BST|UTC|PT|PST|IST|JST|HKT|SGT)\b
          | \ (?:[A-Z]\w+\ ){{1,3}}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd|Drive|Lane|Square|Plaza)(?!\w)
        """,
        regex.VERBOSE,
    )


_THINGS = frozenset(
    """jobs people employees workers staff stores vehicles cars trucks units homes shops branches customers positions posts outlets
    aircraft rooms     redundancies barrels tonnes tons locations restaurants hotels flights patients""".split(),
)
_OPENERS = frozenset(
    (
        "A About After All Also And Another As At But By For From In Its Nearly Of On Only Or Over Some The Their These "
        "Those To With"
    ).split()
)
_NO_TICKER = frozenset("EPS EBIT EBITDA FFO AFFO NII NIM GAAP ARR GMV GMS AUM TPV DAU MAU YOY USD EUR GBP US UK EU GDP CPI".split())
# CLX, -0.99% shares fell · clx, -0.99% · undefined, +1.20%
_MOVE = regex.compile(r"(?r)(?<![\w$])(?P<ticker>[A-Z][A-Z.0-9]{0,6}|[a-z.]{1,6}|undefined)(?P<comma>,)?\ $")
_CAPITAL = regex.compile(r"(?r)(?<![\w])\w*[A-Z][\w&+-]*\ $")


def _is_quantity(amount: Amount, folded: str) -> bool:
    """Tell whether an amount measures something, judged before ranges are put together."""
    if folded[amount.end - 1].isdigit() and (_LETTER.match(folded, amount.end) or _is_footnote(amount, folded)):
        return False
    if amount.kind == "percent":
        return not (amount.signed and _is_ticker_move(amount, folded))
    if amount.kind not in ("bare", "count") or amount.zero:
        return True
    return _counts_something(amount, folded)


def _counts_something(amount: Amount, folded: str) -> bool:
    """Tell whether a number without a unit is more than a year, a date or part of a name."""
    if amount.scaled:
        return not (amount.kind == "bare" and amount.number < 10 and folded[amount.start : amount.end] in _NAMES_WITH_M)
    if amount.kind == "bare" and amount.per_share:
        return True
    if _name_after().match(folded, amount.end) or (amount.plain and _is_year(amount)):
        return False
    if not amount.plain and amount.number >= 100:
        return True
    return _name_before().match(folded, max(0, amount.left - 16), amount.left) is None


def _is_year(amount: Amount) -> bool:
    """Tell whether four digits are a year; only what is plainly counted makes them a number ("2000 jobs")."""
    counted = amount.noun is not None and amount.noun.rsplit(" ", 1)[-1] in _THINGS
    return 1900 <= amount.number < 2100 and amount.end - amount.start == 4 and not counted


_LETTER = regex.compile(r"[A-Za-z_]")
_FOOTNOTES = regex.compile(r"(?r)(?<=[A-Za-z])(?:\([0-9]{1,2}\)){0,4}\(")


def _is_footnote(amount: Amount, folded: str) -> bool:
    """Tell whether a number in brackets hangs on a word: "free cash flow(1)", "per diluted share(2)(3)"."""
    return (
        amount.plain
        and amount.end - amount.start <= 2
        and folded.startswith(")", amount.end)
        and _FOOTNOTES.match(folded, max(0, amount.start - 24), amount.start) is not None
    )


_NAMES_WITH_M = frozenset(f"{n}{letter}" for n in range(10) for letter in "MBKT")


def _is_ticker_move(amount: Amount, folded: str) -> bool:
    """Tell whether a signed percentage is a share's move of the day, printed behind its ticker."""
    found = _MOVE.match(folded, max(0, amount.left - 12), amount.left)
    if not found:
        return False
    ticker, precise = found["ticker"], -amount.number.as_tuple().exponent == 2  # type: ignore[operator]
    if ticker.isupper():
        return ticker not in _NO_TICKER and (precise or found["comma"] is not None)
    return precise and found["comma"] is not None


def _stands_alone(amount: Amount, folded: str) -> bool:
    """Tell whether an amount that is in no range is a quantity by itself."""
    if amount.zero:
        return False
    if amount.kind not in ("bare", "count") or amount.scaled or amount.per_share:
        return True
    before, after = folded[max(0, amount.start - 2) : amount.start], folded[amount.end : amount.end + 2]
    if amount.plain:
        # A phone number, an aircraft, a score; an age between commas; the 12 of a product's name
        if (
            (after[:1] == "-" and after[1:].isdigit())
            or (before[-1:] == "-" and before[:1].isdigit())
            or (amount.signed and not amount.negative)
        ):
            return False
        if before == ", " and after[:1] == "," and 15 < amount.number < 100:
            return False
        capital = _CAPITAL.search(folded, max(0, amount.left - 24), amount.left)
        return capital is None or capital.group().strip() in _OPENERS
    return not (before[-1:] == "-" and before[:1].isdigit())


# " to " · "-" · " - high " · " and " (after "between") · " bis "
_TO = regex.compile(
    r"(?:\ (?:up\ )?(?:to|bis)(?:\ a)?(?:\ (?:high|maximum|top)(?:\ end)?(?:\ of)?)?|\ through|\ à|\ a)\ ", regex.IGNORECASE
)
_DASH = regex.compile(r"\ ?(?:-|~|〜|～|至)\ ?(?:high\ )?")
_AND = regex.compile(r"\ (?:and|und|et|y|e)\ (?:a\ high\ of\ )?", regex.IGNORECASE)
_BETWEEN = ("between ", "zwischen ", "entre ", "tra ", "between a low of ")
_RANGE_OF = ("range of ", "range between ", "range from ")
_FROM = regex.compile(r"(?ri)(?<![\w])(?:from\ (?:a\ )?(?:low\ )?(?:of\ )?|pass?\w{1,5}\ de\ )$")
# "von 4 auf 5 Millionen": no range, but the scale word serves both
_ONTO = " auf "
_VON = "von "
_RANGE_FROM = regex.compile(
    r"(?ri)(?<![\w])(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ying)|spread|spans?)"
    r"\ (?:\w+\ ){0,2}from\ (?:a\ )?(?:low\ )?(?:of\ )?$"
)
_PLUS_MINUS = regex.compile(r",?\ ?(?:,?\(?\ ?plus\ or\ minus|plus/minus|\+\ ?/\ ?-|±|give\ or\ take)\ ?", regex.IGNORECASE)
_CHANGED = regex.compile(
    r"""(?ri)(?<![\w])(?:(?P<past>rose|fell|grew|increased|decreased|declined|climbed|jumped|dropped|gained|slipped|slid|surged|soared|advanced|improved
        |shrank|plunged|tumbled|sank|dipped|edged\ (?:up|down)|rallied|eased|widened|narrowed|contracted|expanded
        |raised|lowered|cut|hiked|boosted)(?:\ by)?
      | (?P<way>up|down|higher|lower)|by|(?:(?:increase|decrease|rise|drop|decline|gain|fall|reduction
        |cut|improvement|raise|hike)\ of))\ $""",
    regex.VERBOSE,
)
_LONGEST_LINK = 24


def _link(a: Amount, b: Amount, folded: str) -> str | None:
    """Name what joins two neighbouring amounts: "to", "dash", "and" (after "between"), "onto" ("von … auf"), or nothing."""
    if b.left - a.right > _LONGEST_LINK or b.left < a.right:
        return None
    gap = folded[a.right : b.left]
    if _DASH.fullmatch(gap) or (gap == " " and b.negative and not a.negative and folded[b.start] == "-"):
        return "dash"
    if _TO.fullmatch(gap):
        return "to"
    if gap == _ONTO and folded[max(0, a.left - 4) : a.left].lower() == _VON:
        return "onto"
    if _AND.fullmatch(gap) and (
        _is_low_end(a, b, folded) or folded[max(0, a.left - 20) : a.left].lower().endswith((*_BETWEEN, *_RANGE_OF))
    ):
        return "and"
    return None


def _is_low_end(a: Amount, b: Amount, folded: str) -> bool:
    """Tell whether cents in brackets are the low end of a range that "and" goes on with: "(3c) and 8c per share"."""
    return a.coin < ONE and b.coin < ONE and folded[a.start] == "(" and not b.negative and b.per_share and not a.per_share


def _adopt(bare: Amount, other: Amount) -> Amount:
    """Give a number without a unit the unit that its neighbour states."""
    return replace(bare, kind=other.kind, unit=other.unit, coin=other.coin, noun=other.noun)


def _share_scale(a: Amount, b: Amount) -> tuple[Amount, Amount]:
    """Let a scale word that stands on one side count for both where the ends then lie in order: "$9.55 to $9.7 billion"."""
    if b.scaled and not a.scaled and not a.zero:
        for scale in (b.scale, b.scale / 1000):
            wider = replace(a, scale=scale, scaled=True)
            if _ratio(wider, b) <= 20 and (abs(wider.value) <= abs(b.value) or (scale == b.scale and _ratio(wider, b) < 2)):
                return wider, b
    if a.scaled and not b.scaled:
        wider = replace(b, scale=a.scale, scaled=True)
        if abs(a.value) <= abs(wider.value) and _ratio(a, wider) <= 20:
            return a, wider
    return a, b


def _ratio(a: Amount, b: Amount) -> Decimal:
    one, two = abs(a.value), abs(b.value)
    return max(one, two) / min(one, two) if one and two else ONE


def _matched(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    """Return both with a common kind and scale, or None where they measure different things."""
    if a.kind != b.kind:
        if a.kind == "bare":
            a = _adopt(a, b)
        elif b.kind == "bare":
            b = _adopt(b, a)
        else:
            return None
    if not of_one_money(a, b) or (a.per_share and b.scaled and not a.scaled):
        return None
    if a.unit != b.unit:
        a, b = (replace(a, unit=b.unit), b) if a.unit == BARE_CENT else (a, replace(b, unit=a.unit))
    return _share_scale(a, b)


def _paired(a: Amount, b: Amount, link: str, folded: str) -> tuple[Amount, Amount] | None:
    """Return the two ends of a range, or None where the amounts only stand side by side."""
    if link == "dash" and b.negative and folded[a.right : b.left] == " ":
        b = replace(b, negative=False, signed=False, start=b.start + 1)
    stated = a.kind != "bare"
    if not stated and b.kind == "bare" and a.plain and b.plain and link != "and":
        return None  # a score, an aircraft, a telephone number
    ends = _matched(a, b)
    if ends is None or _ratio(*ends) > 20:
        return None
    falling = abs(ends[0].value) > abs(ends[1].value)
    if falling and not ends[0].signed and link != "and" and (not stated or _ratio(*ends) > 10):
        return None
    return None if link == "to" and stated and _is_change(a, _ratio(*ends), folded) else ends


def _is_change(a: Amount, ratio: Decimal, folded: str) -> bool:
    """Tell whether "A to B" is a change by A up or down to B: "rose 2% to 45%", "fell 5 cents to 34 cents"."""
    change = _CHANGED.search(folded, max(0, a.left - 24), a.left)
    if not change:
        return False
    if a.kind == "money":
        return bool(change["past"] or change["way"]) or ratio > 2
    return ratio > (3 if change["past"] else 5)


def _groups(amounts: list[Amount], folded: str) -> Iterator[tuple[Amount, Amount | None]]:
    """Yield single amounts and the pairs that are ranges, in order."""
    at = 0
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
            alone = _matched(first, second)
            yield (alone[0] if alone and not first.zero else first), None
            at += 1
            continue
        if link == "to":
            chain = _chain(links, at)
            is_from = _FROM.search(folded, max(0, first.left - 20), first.left) and not _RANGE_FROM.search(
                folded, max(0, first.left - 40), first.left
            )
            # "from A to B", "raised by A to B to C": the first stands alone
            if chain % 2 or (chain == 2 and is_from) or links[at + 1] in ("dash", "and"):
                alone = _matched(first, second) if is_from else None
                yield (alone[0] if alone and not first.zero else first), None
                at += 1
                continue
        pair = _paired(first, second, link, folded)
        yield pair or (first, None)
        at += 2 if pair else 1


def _chain(links: list[str | None], at: int) -> int:
    """Count the amounts that "to" strings together from `at` on."""
    end = at
    while links[end] == "to" and end - at < 8:
        end += 1
    return end - at + 1


# ($28.6 billion) · (about US$885 million; £5m) · , or $28.6 billion, · 1.8 mln euro $ 2.6 mln
_ECHO = regex.compile(
    r"(?:(?P<open>\ ?[(\[]\ ?)|(?P<or>,?\ or\ )|(?P<comma>,\ )|(?P<next>\ ?/\ ?|\ ))"
    r"(?:or\ |equal\ to\ |equivalent\ to\ |the\ equivalent\ of\ |ie\ |i\.e\.\ )?",
    regex.IGNORECASE,
)
_COMMA_CLOSES = regex.compile(r"[,)](?!\ ?(?:[$€£¥₹0-9A-Z]|and\ ))")
_MORE = regex.compile(r"\ ?[;,/]\ ?(?:or\ )?|\ or\ |\ and\ ", regex.IGNORECASE)
_CLOSE = regex.compile(r"[^()\[\]\n]{0,48}+[)\]]")
# or more · or less · -plus · and above
_BOUND = regex.compile(
    r"(?:,?\ or\ |\ and\ )(?:(?P<up>more|better|higher|greater|above|over)|(?P<down>less|lower|fewer|below|under))\b"
    r"|(?P<plus>-plus\b|\+(?![0-9\w]))",
    regex.IGNORECASE,
)


def _echo_end(group: tuple[Amount, Amount | None], rest: list[tuple[Amount, Amount | None]], folded: str) -> tuple[int, int]:
    """Return where the repetition of a sum in other currencies ends, and how many groups it takes up."""
    first, last = group[0], group[1] or group[0]
    found = _ECHO.match(folded, last.right)
    if not found or not rest or rest[0][0].left != found.end() or not _is_other_money(first, rest[0][0]):
        return last.right, 0
    end, taken = _reach(rest[0]), 1
    if found["open"]:
        while taken < len(rest) and _is_other_money(first, rest[taken][0]) and _MORE.fullmatch(folded, end, rest[taken][0].left):
            end, taken = _reach(rest[taken]), taken + 1
        closing = _CLOSE.match(folded, end)
        if not closing or any(other[0].left < closing.end() for other in rest[taken : taken + 1]):
            return last.right, 0
        return closing.end(), taken
    if found["comma"] and not _COMMA_CLOSES.match(folded, end):
        return last.right, 0
    if found["next"] and rest[0][0].start == rest[0][0].end:
        return last.right, 0
    return end, taken


def _reach(group: tuple[Amount, Amount | None]) -> int:
    return (group[1] or group[0]).right


def _is_other_money(first: Amount, other: Amount) -> bool:
    """Tell whether a sum may be the first one again in another currency; small change never repeats millions."""
    if first.kind != "money" or other.kind != "money" or first.unit == other.unit:
        return False
    if other.unit == BARE_CENT and first.unit in CENTED:
        return False
    return not (first.scaled and not other.scaled and (other.per_share or other.coin != ONE))


_APPROX: dict[str, Approx] = {"about": "about", "under": "under", "over": "over", "at least": "over", "at most": "under"}


def _tolerance(q: Amount, by: Amount) -> Decimal | None:
    """Return how far "plus or minus" reaches, in the figure's own unit, or None where the two do not fit."""
    if q.kind == by.kind or (q.unit == by.unit == "%"):
        matched = _matched(q, by)
        return abs(matched[1].value) if matched and by.kind != "bare" else abs(by.value)
    if by.kind == "percent":
        return abs(q.value) * abs(by.value) / 100
    return abs(by.value) * q.coin if by.kind == "bare" else None


def _quantity(group: tuple[Amount, Amount | None], right: int, folded: str, unit: str) -> Quantity:
    """Make the mark of a single amount or of a range; `unit` is what its unit was settled to be."""
    first, last = group[0], group[1] or group[0]
    hedge = first.hedge
    low: Decimal | None = min(first.value, last.value)
    high: Decimal | None = max(first.value, last.value)
    value = _middle(first, last)
    if last is first:
        if bound := _BOUND.match(folded, right):
            hedge = "at most" if bound["down"] else "at least"
            right = bound.end()
            if per := per_share_pattern().match(folded, right):
                right = per.end()
        low = None if hedge == "at most" else low
        high = None if hedge == "at least" else high
    return Quantity(
        span=Span(first.start, last.end),
        extent=Span(first.left, right),
        kind=first.kind,
        unit=unit,
        value=value,
        low=low,
        high=high,
        per_share=first.per_share or last.per_share,
        scaled=first.scaled or last.scaled,
        signed=first.signed or last.signed,
        dollar=first.unit == "$",
        noun=last.noun or first.noun,
        approx=_APPROX[hedge] if hedge else None,
    )


def _middle(first: Amount, last: Amount) -> Decimal:
    if first is last:
        return first.value
    middle = (first.value + last.value) / 2
    return middle.to_integral_value() if first.scale != ONE and middle == middle.to_integral_value() else middle


def _settler(folded: str, dollar: str, amounts: list[Amount]) -> Callable[[str], str]:
    """Return what turns a unit as written into an ISO code, by looking in the article once for each shared writing."""
    known = {"$": dollar}

    def settle(unit: str) -> str:
        if unit == BARE_CENT and unit not in known:
            known[unit] = currency_of_cents(folded, amounts, dollar)
        if unit not in known:
            usual, others = UNSETTLED.get(unit, (unit, ()))
            known[unit] = next((code for words, code in others if regex.search(words, folded)), usual)
        return known[unit]

    return settle


def find_figures(folded: str, *, dollar: str = "USD", decimal_comma: bool = False) -> list[Quantity]:
    """
    Return every quantity of a folded text, in order and without overlaps.

    >>> [(str(q.value), q.unit) for q in find_figures("Acme earned $1.58 a share on sales of 3.5 billion yuan ($540 million).")]
    [('1.58', 'USD'), ('3500000000', 'CNY')]
    """
    amounts = [amount for amount in read_amounts(folded, decimal_comma=decimal_comma) if _is_quantity(amount, folded)]
    amounts = _with_year_before(_with_small_change(amounts, folded), folded)
    groups = [g for g in _groups(_without_rates(amounts, folded), folded) if g[1] or _stands_alone(g[0], folded)]
    settle = _settler(folded, dollar, amounts)
    quantities: list[Quantity] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        taken = 1
        right, echoes = _echo_end(group, groups[at + 1 : at + 6], folded)
        taken += echoes
        per_share = per_share_pattern().match(folded, right) if echoes else None
        if per_share:
            right = per_share.end()
        unit = group[0].unit
        said = same_sentence_money(folded, quantities, group[0].left) if unit == BARE_CENT else None
        quantity = _quantity(group, right, folded, said or settle(unit))
        if per_share:
            quantity = replace(quantity, per_share=True)
        following = groups[at + taken][0] if at + taken < len(groups) else None
        if (
            following
            and group[1] is None
            and following.left - right < _LONGEST_LINK
            and _PLUS_MINUS.fullmatch(folded, right, following.left)
        ):
            reach = _tolerance(group[0], following)
            if reach is not None:
                value = group[0].value
                quantity = replace(
                    quantity,
                    span=Span(quantity.span.start, following.end),
                    extent=Span(quantity.extent.start, following.right),
                    low=value - reach,
                    high=value + reach,
                )
                taken += 1
        quantities.append(quantity)
        at += taken
    return quantities


_SCALE_BEHIND = regex.compile(r"(?i)\)\ (?P<scale>million|billion|thousand|mn|mln|bn|bln|m|mio|mrd)\b\.?|\)")
_FAR = 20


def _with_year_before(amounts: list[Amount], folded: str) -> list[Amount]:
    """
    Let a number in brackets behind a sum share its unit and scale: the year before, as Nordic reports write it.

    "EUR 63.1 (58.2) million" is 63.1 million and 58.2 million, "SEK 415 m (554)" 415 million and 554 million.
    """
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        if a.kind != "money" or b.kind != "bare" or folded[a.right : b.left] != " (" or b.scaled:
            continue
        behind = _SCALE_BEHIND.match(folded, b.right)
        if behind is None:
            continue
        word = behind.group("scale")
        scale = scale_of(word) if word and not a.scaled else a.scale
        this, before = replace(a, scale=scale, scaled=scale != ONE), replace(_adopt(b, a), scale=scale, scaled=scale != ONE)
        if _ratio(this, before) <= _FAR:
            found[at], found[at + 1] = this, before
    return found


def _with_small_change(amounts: list[Amount], folded: str) -> list[Amount]:
    """Add small change to the whole coins it is written behind: "120円50銭"."""
    found: list[Amount] = []
    for b in amounts:
        a = found[-1] if found else None
        if (
            a is not None
            and b.start == a.right
            and b.coin < ONE == a.coin == a.scale == b.scale
            and b.number * b.coin < 1
            and a.kind == b.kind == "money"
            and of_one_money(a, b)
            and not folded[a.end - 1].isdigit()
        ):
            found[-1] = replace(a, end=b.end, right=b.right, number=a.number + b.number * b.coin, per_share=b.per_share)
        else:
            found.append(b)
    return found


def _without_rates(amounts: list[Amount], folded: str) -> list[Amount]:
    """Leave out both sides of an exchange rate: "($1 = 0.7351 pounds)"."""
    rates: set[int] = set()
    for at, (a, b) in enumerate(pairwise(amounts)):
        if b.left - a.right <= 3 and folded[a.right : b.left].strip() == "=":
            rates |= {at, at + 1}
    return [amount for at, amount in enumerate(amounts) if at not in rates]
