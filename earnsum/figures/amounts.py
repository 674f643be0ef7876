"""
Amounts: one number as it is written, with its sign, currency, scale and unit.

The smallest thing `find` works with; ranges, repetitions in another currency and bounds are put together there.
`forms` sees a number, `numerals` says what it is worth; this module puts the two together and judges
what the marks around the digits mean: whether a bracket is a loss, a letter a currency, a word a hedge.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from earnsum.figures.currencies import AFTER, BEFORE, CENTS_BEFORE, GLUED, SCALED, SUBUNITS, THOUSANDS
from earnsum.figures.forms import (
    HEDGES,
    digits_pattern,
    lead_pattern,
    per_share_pattern,
    tail_pattern,
    word_units_pattern,
    words_pattern,
)
from earnsum.figures.nouns import counted_in_han, noun_after
from earnsum.figures.numerals import ONE, number_of, scale_of
from earnsum.patterns import any_of, regex
from earnsum.text.marks import Kind
from earnsum.text.moves import MOVES_WORDS


class Amount(NamedTuple):
    """
    One number with what is attached to it.

    `unit` is an ISO code, ``%``, "" or what `settling` has yet to settle ("$", ``BARE_CENT``, a key of ``UNSETTLED``);
    `number` is as written, before `scale` ("million") and `coin` (a cent) make base units of it.  `[start, end)` is the
    figure, `[left, right)` its extent.
    """

    left: int
    start: int
    end: int
    right: int
    number: Decimal
    scale: Decimal
    coin: Decimal
    kind: Kind
    unit: str
    scaled: bool
    signed: bool
    negative: bool
    per_share: bool
    hedge: str | None
    noun: str | None
    plain: bool
    zero: bool

    @property
    def value(self) -> Decimal:
        """The figure in base units, with its sign."""
        scale, coin = self.scale, self.coin
        size = self.number if scale is ONE and coin is ONE else self.number * scale * coin
        if scale != ONE and size == size.to_integral_value():
            size = size.to_integral_value()
        return -size if self.negative else size


_THOUSAND = Decimal(1000)
_WORTH = {"basis": Decimal("0.01"), "fold": Decimal(100), "tenths": Decimal(10)}
"""What one of it is in per cent: a basis point, as much again (倍), a tenth (割)."""
_CLIMBED = regex.compile(
    r"(?:\b(?:was|were|went|goes|going|gone|shot|crept|rose|grew|now|sales|eps|ebitda)|[a-z]{3}ed|profits?|revenues?|earnings|income|turnover"
    rf"|margins?|forecast|guidance|outlook|target|inch|edge|creep|{any_of(MOVES_WORDS)}) $"
)
"""Words with which "up to" goes: "sales edged up to $4 billion", "profit up to $2 million" give no upper bound."""
_LONGEST_LEAD = 48
_FEW_POINTS = 20  # "margin rose 1.5 points", but indices move by hundreds
BESIDE = r"(?:of\ (?:net\ )?sales|(?:in|for|during|at\ the\ end\ of)\ (?:the\ )?[\w/ -]{2,32})"
"""What may stand between a figure and the one in brackets that was before it: "EUR 5.2 mn in the quarter (4.1)"."""
_BESIDE = regex.compile(rf"\ {BESIDE}\ ")
# Words after which a figure in brackets is a negative one, not an aside: "EPS of ($0.12)"
_TAKES_FIGURE = ("of ", "was ", "were ", "to ", "by ", "at ", "vs. ", "vs ", "versus ", ": ", "| ", "share ", "eps ")
_RISE = (
    "% ",
    "percent ",
    "per cent ",
    "pct ",
    "increase ",
    "growth ",
    "rise ",
    "improvement ",
    "gain ",
    "decline ",
    "decrease ",
    "up ",
)


def read_amounts(folded: str, *, decimal_comma: bool = False) -> list[Amount]:
    """Return every amount of the text in order, bare ones too."""
    amounts: list[Amount] = []
    last = 0
    for match in _matches(folded, decimal_comma=decimal_comma):
        amount = _read(match, folded, last, decimal_comma=decimal_comma)
        if amount is not None:
            amounts.append(amount)
            last = amount.right
    return amounts


def _matches(folded: str, *, decimal_comma: bool) -> Iterator[regex.Match[str]]:
    """Yield the matches of both scanners in order of place."""
    digits, words = digits_pattern(decimal_comma=decimal_comma), words_pattern()
    spelled: list[regex.Match[str]] = []
    pos = 0
    for gap in word_units_pattern().finditer(folded):
        pos = max(pos, gap.start() - 24)
        while (near := words.search(folded, pos, gap.end() + 80)) and near.start() < gap.start():
            spelled.append(near)
            pos = near.end()
    spelled.reverse()
    pos = 0
    # Searching one bare digit and then matching is several times faster than letting the large pattern search.
    while first := _DIGIT.search(folded, pos):
        while spelled and spelled[-1].start() < first.start():
            word = spelled.pop()
            yield word
            pos = max(pos, word.end())
        if pos > first.start():
            continue
        found = digits.match(folded, first.start())
        if found is None:  # pragma: no cover - a digit is always a number
            break
        yield found
        pos = found.end()
    yield from reversed(spelled)


_DIGIT = regex.compile("[0-9]")


def _unit(groups: dict[str, Any], currency: str | None) -> tuple[Kind, str, Decimal]:
    """Return what the number measures, in which unit, and what one of it is worth in that unit."""
    if groups["points"] or groups["percent"] or groups["fold"] or groups["tenths"]:
        each = next((worth for name, worth in _WORTH.items() if groups[name]), ONE)
        return "points" if groups["points"] else "percent", "%", each
    if groups["cent"]:
        unit, coin = SUBUNITS[groups["cent"].lower()]
        if currency:
            # "EUR 12 cents", but "$0.12 cents" is a slip for twelve of them
            return (
                "money",
                BEFORE.get(currency) or CENTS_BEFORE[currency],
                ONE if currency in BEFORE and "." in (groups.get("digits") or "") else coin,
            )
        return "money", unit, coin
    if currency:
        return "money", BEFORE[currency], ONE
    if groups["unit"]:
        unit = groups["unit"].lower()
        named = THOUSANDS.get(unit) or AFTER.get(unit, "$" if unit == "$" else "EUR")
        return "money", named, _THOUSAND if unit in THOUSANDS else ONE
    return "bare", "", ONE


def _with_part(number: Decimal, coin: Decimal, behind: str | None) -> tuple[Decimal, Decimal]:
    """Return a number of tenths with the hundredths behind their word ("6成4")."""
    if not behind or not behind[-1].isdigit():
        return number, coin
    return number * coin + Decimal(behind[-1]) * coin / 10, ONE


def _noun(groups: dict[str, Any], folded: str, end: int, word: str | None, *, alone: bool) -> str | None:
    """Return what a number counts: a plural, which is told for English only, or a word of Chinese behind its myriads."""
    if groups.get("han"):
        return counted_in_han(folded, end)
    digits = groups.get("digits")
    near = not word and digits is not None and "." in digits
    return noun_after(folded, end, near=near, scaled=bool(word)) if alone else None


_MIL_IS_MILLION = frozenset({"RM", "US$", "S$", "HK$"})
"""Currencies in English, whose papers write "RM558 mil"; in Spanish it is a thousand."""


def _groups(match: regex.Match[str]) -> dict[str, Any]:
    """Return the groups by their names as `groupdict` does, which takes many times as long."""
    return dict(zip(match.re.groupindex, match.groups(), strict=True))


def _read(match: regex.Match[str], folded: str, last: int, *, decimal_comma: bool) -> Amount | None:
    """Make an amount of a scanner's match, or None where what looked like one is part of something else."""
    at, right = match.span()
    groups = _groups(match)
    number = number_of(groups, decimal_comma=decimal_comma)
    lead = lead_pattern().match(folded, max(last, at - _LONGEST_LEAD) if _may_lead(folded, at) else at, at)
    if number is None or lead is None:
        return None
    softened, _, sign, currency, inner, pointed = lead.groups()
    digits = groups.get("digits")
    inner = inner if currency else None
    end = match.start("per") if groups["per"] else right
    opening = _loss_bracket(lead, folded, end, last, groups)
    if opening is not None and (after := tail_pattern().match(folded, end + 1)):
        # The scale, the sign of per cent and "per share" may stand behind the bracket: "$(1.2) million"
        groups |= {name: found for name, found in _groups(after).items() if found}
        end, right = after.start("per") if after["per"] else after.end(), after.end()
    word = groups["scale"] or groups["letter"] or groups["spaced"] or SCALED.get(currency or "")
    if word == "mil" and currency in _MIL_IS_MILLION:
        word = "million"
    is_exact = bool(word or (digits and "." in digits))
    if currency in GLUED and not ((is_exact or groups["per"]) and (len(currency) > 1 or folded[at - 1] != " ")):
        currency = None
    if currency in CENTS_BEFORE and not groups["cent"]:
        currency = None
    point = bool(pointed and digits and digits.isdecimal())  # ".12", not ".0,000"
    # "33.6 m" without a currency is metres, not millions.
    if not currency and (
        (digits and at and not point and _is_glued(folded, at, last))
        or (groups["spaced"] and not groups["unit"] and not (last == at - 1 and folded[last] in "-–"))
    ):
        return None
    if point:
        groups["digits"] = f"0.{digits}"
        number = Decimal(groups["digits"])
    kind, unit, coin = _unit(groups, currency)
    number, coin = _with_part(number, coin, groups["tenths"] or groups["fold"])
    starts = (at - point, lead.start("currency") if currency and kind == "money" else at, lead.start("sign") if sign else at)
    start = min(starts) if opening is None else min(*starts, opening)
    negative = opening is not None or inner == "-" or (sign is not None and sign.strip().lower() not in ("+", "positive", "plus"))
    hedge, left = _hedge(lead, softened, folded, start)
    noun = _noun(groups, folded, end, word, alone=right == end and not decimal_comma) if kind == "bare" else None
    if noun == "points" and digits and "." in digits and number < _FEW_POINTS:
        kind, unit, noun, end = "points", "%", None, end + len(" points")
        right = end
    return Amount(
        left=left,
        start=start,
        end=end,
        right=right,
        number=number,
        scale=scale_of(word),
        coin=coin,
        kind="count" if noun else kind,
        unit="count" if noun else unit,
        scaled=bool(word or groups.get("han")),
        signed=negative or sign is not None or inner == "+",
        negative=negative,
        per_share=right > end,
        hedge="at least" if groups["plus"] else hedge,
        noun=noun,
        plain=digits is not None and digits.isdigit() and not point and not word and not groups["han"],
        zero=bool(groups.get("zero")),
    )


_LAST_OF_LEADS = frozenset(
    word.rpartition(" ")[2].lower() for word in (*HEDGES, *BEFORE, "a", "an", "minus", "negative", "positive", "plus")
)


def _may_lead(folded: str, at: int) -> bool:
    """Tell whether the word before a number may belong to it: that is far quicker than to look for all that can."""
    if folded[at - 1 : at] != " ":
        return True
    word = folded[max(0, at - 20) : at - 1].rpartition(" ")[2]
    return not word.isalpha() or word.lower() in _LAST_OF_LEADS


def _hedge(lead: regex.Match[str], words: str | None, folded: str, start: int) -> tuple[str | None, int]:
    """Return how the words before a figure soften it, and where the figure's extent then begins."""
    if not words:
        return None, start
    left = lead.start("hedge")
    hedge = HEDGES[words.lower()]
    # In "up 5% over $4 billion a year ago" and "sales were up to $4 billion" they do not belong to the figure.
    near = folded[max(0, left - 12) : left].lower()
    if (words.lower() in ("over", "above") and near.endswith(_RISE)) or (words.lower() == "up to" and _CLIMBED.search(near)):
        return None, start
    return hedge, left


def _is_glued(folded: str, at: int, last: int) -> bool:
    """
    Tell whether the digits at `at` continue a word, a date, a time, a version or an address: "Q1", "COVID-19", "8:30".

    `last` is where the figure before ends: its own letters are no such word ("13c-25c").
    """
    one = folded[at - 1]
    two = folded[at - 2] if at > 1 else " "
    if one.isalnum() and one < "\u2e80":
        return True
    if one in "_=#@?&'\\":
        return True
    if one in ".,:/":
        return two.isdigit() or (two.isalpha() and one in "./")
    return one == "-" and two.isalpha() and two < "\u2e80" and last != at - 1 and not folded.startswith("-to-", at - 4)


# (3c)-8c · (3c) and 8c · ($300,000)-$3.6M
_LOW_END = regex.compile(r"\)(?:(?P<dash>\ ?-\ ?)|\ (?:and|to)\ )(?P<open>[(])?(?:[A-Z]{0,3}[$€£])?[0-9]")


def _loss_bracket(lead: regex.Match[str], folded: str, end: int, last: int, groups: dict[str, Any]) -> int | None:
    """Return where the bracket opens that makes the figure a negative one: "(0.12)", "$(0.12)", "EPS of ($0.12)"."""
    if not folded.startswith(")", end):
        return None
    if lead["inner"] == "(":
        return lead.start("inner")
    if not lead["open"] or groups["scale"] or groups["letter"]:
        return None
    opening = lead.start("open")
    return opening if _holds_loss(lead, folded, (opening, end), last, groups) else None


def _holds_loss(lead: regex.Match[str], folded: str, bracket: tuple[int, int], last: int, groups: dict[str, Any]) -> bool:
    """Tell whether a bracket around the whole figure is a minus sign, not the marks of an aside."""
    opening, end = bracket
    if folded.startswith(")-", last - 1) and last + 1 == opening:
        return True  # the high end of "($0.05)-($0.03)"
    # A bracket after another figure holds an earlier one or an aside: "EUR 5.2 mn (4.1)"
    if last > 1 and (opening - last <= 1 or _BESIDE.fullmatch(folded, last, opening)):
        return False
    if folded.startswith((")%", ") %"), end):
        return True  # "(2)% to (0)%"
    told = folded[max(0, opening - 8) : opening].lower().endswith(_TAKES_FIGURE)
    onward = _LOW_END.match(folded, end)
    if onward and lead["currency"] and (onward["dash"] or onward["open"]):
        return True
    if "." not in (groups.get("digits") or ""):
        return bool(groups["cent"] and (told or onward))
    is_bare = not (lead["currency"] or groups["percent"] or groups["points"] or groups["cent"] or groups["unit"])
    return is_bare or told or per_share_pattern().match(folded, end + 1) is not None
