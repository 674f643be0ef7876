"""
Amounts: one number as it is written, with its sign, currency, scale and unit.

The smallest thing `earnsum.figures` works with; ranges, repetitions in another currency and bounds are put together there.
The scan looks for digits (or a number word that a unit follows) and reads the unit onwards from them in the same pattern;
what stands before the digits is read backwards from them by a second one.  That keeps the scan on a rare character class:
a currency code may be any three letters, but a figure always has a digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import regex

from earnsum.currencies import AFTER, BARE_CENT, BEFORE, GLUED, SUBUNITS
from earnsum.marks import Kind

SCALES: dict[str, int] = (
    dict.fromkeys(("thousand", "thousands", "tsd", "mil", "тыс"), 3)
    | {"hundred": 2, "lakh": 5, "lakhs": 5, "lac": 5, "crore": 7, "crores": 7, "cr": 7, "crs": 7}
    | dict.fromkeys(
        ("million", "millions", "mn", "mln", "mlns", "mio", "mill", "mills", "mils", "millionen", "millones", "millón"), 6
    )
    | dict.fromkeys(("milhões", "milhão", "milioni", "milione", "miljoner", "miljoen", "millioner", "miljoonaa", "mn", "млн"), 6)
    | dict.fromkeys(
        ("billion", "billions", "bn", "bln", "bil", "milliard", "milliards", "milliarden", "milliarde", "mrd", "mds", "md"), 9
    )
    | dict.fromkeys(("mld", "miliardi", "miliardo", "bilhões", "bilhão", "miljarder", "miljard", "milliarder", "млрд"), 9)
    | dict.fromkeys(("trillion", "trillions", "tn", "trn", "trln", "billionen"), 12)
    | {"k": 3, "m": 6, "mm": 6, "b": 9, "t": 12}
)
"""Scale words and suffixes, lower-cased → the power of ten."""

HAN = {"百": 2, "천": 3, "千": 3, "万": 4, "萬": 4, "만": 4, "亿": 8, "億": 8, "억": 8, "兆": 12, "조": 12}

NUMBER_WORDS = {
    word: Decimal(value)
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        ).split(),
    )
} | {
    "nil": Decimal(0),
    "thirty": Decimal(30),
    "forty": Decimal(40),
    "fifty": Decimal(50),
    "sixty": Decimal(60),
    "a": Decimal(1),
    "an": Decimal(1),
}

HEDGES: dict[str, str] = (
    dict.fromkeys(
        ("about", "approximately", "approx.", "approx", "around", "some", "roughly", "circa", "ca.", "ca", "close to", "~"), "about"
    )
    | dict.fromkeys(("environ", "rund", "etwa", "cerca de"), "about")
    | dict.fromkeys(("nearly", "almost", "just shy of", "just under", "just below", "a little under", "slightly under"), "under")
    | dict.fromkeys(
        ("over", "more than", "above", "just over", "well over", "a little over", "slightly over", "slightly more than"), "over"
    )
    | dict.fromkeys(("just above", "in excess of", "well above", "slightly above", "a little more than", "just more than"), "over")
    | dict.fromkeys(("at least", "a minimum of", "minimum of", "no less than", "not less than", "no fewer than"), "at least")
    | dict.fromkeys(("up to", "at most", "no more than", "not more than", "less than", "fewer than", "a maximum of"), "at most")
    | dict.fromkeys(("maximum of", "as much as", "as many as"), "at most")
)
"""What softens a figure before it → how: about, under, over (the figure all but holds), or a bound."""


def _any(words: Iterable[str]) -> str:
    """Alternatives, longest first so that none is cut short by one that begins it."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    if not found:
        msg = "an empty alternative matches everything"
        raise ValueError(msg)
    return "(?:" + "|".join(regex.escape(word, literal_spaces=False) for word in found) + ")"


# 1,234.5 · 1,23,456 (Indian) · 1.234.567 · 10 000 · 5,20 (before a unit) · 1.79 · 28
_ENGLISH = r"""
    [0-9]{1,3}(?:,[0-9]{3}){1,8}+(?![0-9])(?:\.[0-9]++)?+
  | [0-9]{1,2}(?:,[0-9]{2}(?=,)){1,6}+,[0-9]{3}(?![0-9])(?:\.[0-9]++)?+
  | [0-9]{1,3}(?:\.[0-9]{3}){2,8}+(?![0-9])
  | [0-9]{1,3}(?:\ [0-9]{3}){1,4}+(?![0-9,])(?:\.[0-9]++)?+
    (?=\ (?i:million|mln|mn|euros?|eur|sek|kronor|kr|employees|people|persons|jobs|units|tonnes)\b|(?<=\ 000)(?:\D|$))
  | [0-9]++,[0-9]{1,2}+(?=\ ?(?:[%€]|[MmBb](?:io|rd|ln|n|illi|illiard)|eur|EUR))
  | [0-9]++(?:\.[0-9]++)?+
"""
# 1.234,5 · 1 234,5 · 1,79 · 28 · 2.5 (not three digits)
_CONTINENTAL = r"""
    [0-9]{1,3}(?:(?:\.[0-9]{3}){1,8}+|(?:\ [0-9]{3}){1,8}+|(?:'[0-9]{3}){1,8}+)(?![0-9])(?:,[0-9]++)?+
  | [0-9]++(?:,[0-9]++|\.[0-9]{1,2}(?![0-9]))?+
"""
# per share · a share · /share · per diluted ADS · apiece · par action · je Aktie
_PER_SHARE = r"""
    (?!\ per-)(?:[\ -](?:per|par|je|pro|por|for\ each)[\ -]|\ ?/\ ?|[\ -]an?[\ -])
    (?:(?:fully|average|weighted|diluted|basic|common|ordinary|preferred|stapled|american|depositary|class\ [abc]
       |adjusted|core|limited|partner
       |outstanding|equity|stock)[\ -]){0,4}+
    (?:shares?|unit(?!s|ed|\ of)|ad[sr]|gd[sr]|security|action|aktie|acción|ação|azione|receipt)(?![\w])
  | \ apiece\b
"""


def _tail() -> str:
    """Build what may stand behind a number: its scale, its unit and "per share"."""
    coins = _any(word for word in SUBUNITS if len(word) > 1)
    plain = [name for name in AFTER if name.isascii()]
    signs = _any(name for name in AFTER if not name.isascii() and name not in ("€", "£", "₽"))
    scales = _any(word for word in SCALES if len(word) > 1 and word != "mm")
    return rf"""
        (?:(?P<plus>\+|-plus)(?=\ (?i:[mb]|tr)illion))?+  # 80-plus million
        (?:
            # 5 million · $1.5bn · $147-million · 2 lakh crore · 1,2 Mrd. · MdsE
            [\ -]?+(?P<scale>(?i:(?:(?:thousand|lakh|hundred|mil)[\ -](?=[a-z]))?+{scales}))(?=(?:EUR|E|€)?(?![^\W_]))
            (?:\.(?=\ ?(?:€|(?i:eur|usd|dollar|kr|pound|sek|nok|dkk|chf|franken))))?+
            # $3M · £676m · 28.6B · $5mm · 620 MEUR · 3.9m-4.3m; but not 9M-21
          | (?P<letter>M(?=(?:EUR|E)(?!\w))|(?:[KkMmBbTt]|MM|mm)(?!\w|'\w|-(?:[^\W\d]|(?:20)?[0-9]{{2}}(?!\w|[.,][0-9]))))
            # USD 33.6 m
          | \ (?P<spaced>M(?=EUR(?!\w))|[mMbB](?![\w'&-]|\.\w))
        )?+
        (?:
            # percentage points · basis points · bps · %-points
            (?P<points>(?i:\ ?(?:%|per\ ?cent|pct)[\ -]points?
              |[\ -]?percentage[\ -]points?|[\ -]?(?P<basis>basis[\ -]points?|bps?)
              | \ ?(?:ppts?|pp|p\.p\.|prozentpunkten?|procentenheter|points?\ de\ pourcentage
              |puntos\ porcentuales|pontos\ percentuais)
              | \ (?P<basis>basispunkten?|points\ de\ base|puntos\ básicos|pontos-base))(?!\w)
              | \ ?%?(?:포인트|ポイント|个百分点|個百分點)|%p(?!\w))
            # 5% · 5 % · 5 percent · 34-per-cent · 30 pct
          | (?P<percent>\ ?%(?![0-9])|[\ -]?(?i:per[\ -]?cents?|pct|prozent
              |pour\ cent|por\ cien(?:to)?|por\ cento|per\ cento|procent|prosenttia)(?!\w)|\ ?pc(?!\w))
            # 12 cents · 8-cent · 12.3p · half a penny
          | [\ -]?+(?P<cent>(?i:{coins})(?!\w)|(?<=[0-9])(?:[pc](?!\w|\.m)|[¢銭]))
            # 5 million euros · 1.5 mln eur · 5€ · d'euros; but not the currency of the next figure
          | [\ -]?+(?i:d'|de\ |di\ )?+(?P<unit>(?i:{_any(plain)})(?!\w)(?!\ ?[0-9])
              | E(?!\w)|[€£₽](?!\ ?[0-9])|{signs}|(?<=[0-9])\$(?!\ ?[0-9]))
        )?+
        (?P<per>(?i:{_PER_SHARE}))?+
        """


@cache
def digits_pattern(*, decimal_comma: bool) -> regex.Pattern[str]:
    """Return the scanner for figures in digits; it begins with a bare class of characters, which is what makes it fast."""
    return regex.compile(
        rf"""
        (?P<digits>{_CONTINENTAL if decimal_comma else _ENGLISH})
        (?: (?P<han>
            [百천千万萬만亿億억兆조]++(?:\ ?[0-9][0-9,.]*+[百천千万萬만亿億억兆조]++){{0,4}}+(?:[0-9]{{1,4}}(?=[원円元圆]))?+) )?+
        {_tail()}""",
        regex.VERBOSE,
    )


@cache
def tail_pattern() -> regex.Pattern[str]:
    """Return the pattern of what stands behind a number, for where a bracket parts it from the digits; it may match nothing."""
    return regex.compile(_tail(), regex.VERBOSE)


@cache
def words_pattern() -> regex.Pattern[str]:
    """Return the scanner for figures in words, which count only before a unit or a scale."""
    words = _any(word for word in NUMBER_WORDS if word not in ("a", "an", "zero", "nil"))
    return regex.compile(
        rf"""
        (?<!\w)(?i:
            # half a cent · half a million · a half-percent
            (?P<half>half[\ -](?:an?[\ -])?|a\ half[\ -])(?=cent|penn|per|million|billion|trillion|basis)
            # three cents · twenty-five cents · two to three percent
          | (?P<word>(?:(?:twenty|thirty|forty|fifty|sixty)-)?+{words})
            (?=[\ -](?:(?:to|or|and)\ {words}\ )?+(?:(?:euro\ )?cents?\b|penn|dime|nickel|pence
              |per[\ -]?cent|basis|million|billion|trillion|thousand|lakh|crore|dollars|euros))
            # nil cents
          | (?P<word>zero|nil)(?=[\ -](?:(?:euro\ )?cents?\b|penn|pence))
            # a penny · a billion
          | (?P<one>an?)(?=\ (?:cent\b|penny|dime\b|nickel\b|(?:million|billion|trillion)\b|percentage\ point|dollar\ a\ share))
            # between breakeven and 60 cents
          | (?P<zero>break-?even)(?=\ (?:and|to)\ )
        )
        {_tail()}""",
        regex.VERBOSE,
    )


@cache
def _word_units() -> regex.Pattern[str]:
    """Return a quick search for a space that may part a number word from its unit; few texts have more than a handful."""
    return regex.compile(
        r"""
        [\ -](?:
            (?<=[A-Za-z].)(?:(?i:euro\ )?[Cc]ents?\b|[Pp]enn[yi]|[Dd]ime|[Nn]ickel|[Pp]ence
                |[Pp]er[\ -]?[Cc]ent|[Bb]asis|[MmBb]illion
                            |[Tt]rillion|[Tt]housand|[Ll]akh|[Cc]rore|dollars?\b|euros\b)
          | (?<=[Bb]reak-?even\ )(?:and|to)\ )""",
        regex.VERBOSE,
    )


# about $ · -$ · $( · US$ · (EURO) · minus EUR · more than a
@cache
def lead_pattern() -> regex.Pattern[str]:
    """Return the pattern of what belongs to a figure before its digits; it is matched backwards from them."""
    currencies = _any(BEFORE)
    return regex.compile(
        rf"""(?r)
        (?:(?<![\w])(?P<hedge>(?i:{_any(HEDGES)}))(?:"?\ |(?<=~))(?:an?\ )?)?
        (?P<open>\()?
        (?P<sign>(?<![\w)%$£€/.])[-+]|(?<=[\u2e80-\ud7af])\+|(?<!\w|plus\ or\ )(?i:minus|negative)\ )?
        (?:(?<![A-Za-z$])(?P<currency>{currencies})\ ?(?P<inner>[-+(])?)?
        (?P<point>(?<![\w.])\.)?
        """,
        regex.VERBOSE,
    )


_NOUN = r"(?:\+|-plus)?(?:\ [A-Za-z][A-Za-z'&/-]*+){1,5}+"

# Words that end the search for a counted noun: what follows them is another phrase.
_NO_NOUN = frozenset(
    """a an the this that these those its his her their our of in on at to for from by with as and or but nor than per versus vs v
    while when where which who after before during since until against amid about over under above below up down out off
    between is are was were be been being has have had do does did will would could should may might can compared expected
    estimated forecast forecasts forecasted projected anticipated adjusted reported consensus estimate estimates expectation
    expectations beat beats beating miss misses missing missed top tops topped topping exceed exceeds exceeded lag lags
    meets met falls fell rises rose sees expects comes came gains drops jumps posts reports hits compares marks represents
    includes excludes reflects means makes takes leaves puts brings said says excluding including ahead respectively
    year-over-year year-on-year y/y yoy more less higher lower better worse increase decrease growth if so not also is it he
    she they we""".split(),
)
_IRREGULAR = frozenset(
    "people aircraft staff personnel men women children homes mw gw gwh mwh twh oz boe bpd boepd boed tonnes".split()
)


def noun_after(folded: str, end: int, *, near: bool) -> str | None:
    """
    Return the counted noun after a number: up to three words that end in a plural.

    >>> noun_after("8.28 million paid subscribers in May", 12, near=False)
    'paid subscribers'
    """
    found = _noun_pattern().match(folded, end, end + 64)
    if not found:
        return None
    words = found.group().lower().removeprefix("-plus").lstrip("+").split()
    for at, word in enumerate(words):
        if word in _NO_NOUN or "'" in word:
            return None
        if word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return " ".join(words[max(0, at - 2) : at + 1])
        if near:
            return None
    return None


@cache
def _noun_pattern() -> regex.Pattern[str]:
    return regex.compile(_NOUN)


@cache
def per_share_pattern() -> regex.Pattern[str]:
    """Return the pattern of "per share" and its like, for where it follows a bracket."""
    return regex.compile(_PER_SHARE, regex.VERBOSE | regex.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """
    One number with what is attached to it.

    `unit` is an ISO code, ``%``, "" or a key of `earnsum.currencies.UNSETTLED` (also "$"); `number` is as written, before
    `factor` (scale and small change) makes base units of it.  `[start, end)` is the figure, `[left, right)` its extent.
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
        size = self.number * self.scale * self.coin
        if self.scale != ONE and size == size.to_integral_value():
            size = size.to_integral_value()
        return -size if self.negative else size


ONE = Decimal(1)
_HUNDREDTH = Decimal("0.01")
_LONGEST_LEAD = 48
_FEW_POINTS = 20  # "margin rose 1.5 points", but indices move by hundreds
_MAX_DIGITS = 18
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
    for gap in _word_units().finditer(folded):
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


def _number(groups: dict[str, Any], *, decimal_comma: bool) -> Decimal | None:
    """Return the number as written, without its scale; None where the digits cannot be one (an account, a serial number)."""
    text = groups.get("digits")
    if text is None:
        return _spelled(groups)
    if groups["han"]:
        parts = _HAN_PART.findall(text + groups["han"])
        return _han_number(parts)
    if text.isdigit():
        return Decimal(text) if len(text) <= _MAX_DIGITS else None
    whole, comma, rest = text.rpartition(",")
    if decimal_comma:
        if comma:
            text = whole.translate(_GROUPS) + "." + rest
        elif len(text.rpartition(".")[2]) == 3 or text.count(".") != 1:
            text = text.translate(_GROUPS)
    elif " " in text:
        text = text.replace(" ", "")
    elif comma and len(rest) < 3:
        text = f"{whole}.{rest}"
    elif text.count(".") > 1:
        text = text.translate(_GROUPS)
    return Decimal(text.replace(",", "")) if len(text) <= 2 * _MAX_DIGITS else None


def _han_number(parts: Iterable[tuple[str, str]]) -> Decimal:
    """Add up "1조 2천345억": thousands and hundreds wait for the myriads behind them."""
    total = waiting = Decimal(0)
    for digits, scales in parts:
        size = Decimal(digits.replace(",", "")) * Decimal(10) ** sum(HAN[c] for c in scales if HAN[c] < _MYRIAD)
        power = sum(HAN[c] for c in scales if HAN[c] >= _MYRIAD)
        waiting += size
        if power:
            total, waiting = total + waiting * Decimal(10) ** power, Decimal(0)
    return total + waiting


_MYRIAD = 4


def _spelled(groups: dict[str, Any]) -> Decimal:
    """Return the value of a number word: "half a", "twenty-five", "a", "breakeven"."""
    if groups["half"]:
        return Decimal("0.5")
    if groups["zero"]:
        return Decimal(0)
    tens, _, ones = (groups["word"] or groups["one"]).lower().partition("-")
    return NUMBER_WORDS[tens] + (NUMBER_WORDS[ones] if ones else 0)


_HAN_PART = regex.compile(r"([0-9][0-9,]*+(?:\.[0-9]++)?+)([百千천万萬만亿億억兆조]++)")
_GROUPS = {ord(c): None for c in ". '"}


def scale_of(word: str | None) -> Decimal:
    """Return what a scale word or suffix multiplies by ("million", "bn", "lakh crore"); 1 for none, KeyError for no scale."""
    if not word:
        return ONE
    return Decimal(10) ** sum(SCALES[part] for part in _SPACE.split(word.lower()) if part)


_SPACE = regex.compile("[ -]")


def _unit(groups: dict[str, Any], currency: str | None, *, decimal_comma: bool) -> tuple[Kind, str, Decimal]:
    """Return what the number measures, in which unit, and what one of it is worth in that unit."""
    if groups["points"] or groups["percent"]:
        return "points" if groups["points"] else "percent", "%", _HUNDREDTH if groups["basis"] else ONE
    if groups["cent"]:
        unit, coin = SUBUNITS[groups["cent"].lower()]
        if currency:
            # "EUR 12 cents", but "$0.12 cents" is a slip for twelve of them
            return "money", BEFORE[currency], ONE if "." in (groups.get("digits") or "") else coin
        return "money", "EUR" if unit == BARE_CENT and decimal_comma else unit, coin
    if currency:
        return "money", BEFORE[currency], ONE
    if groups["unit"]:
        return "money", AFTER.get(groups["unit"].lower(), "EUR"), ONE
    return "bare", "", ONE


def _read(match: regex.Match[str], folded: str, last: int, *, decimal_comma: bool) -> Amount | None:
    """Make an amount of a scanner's match, or None where what looked like one is part of something else."""
    at, right = match.span()
    groups = match.groupdict()
    number = _number(groups, decimal_comma=decimal_comma)
    lead = lead_pattern().match(folded, max(last, at - _LONGEST_LEAD), at)
    if number is None or lead is None:
        return None
    before = lead.groupdict()
    digits, currency = groups.get("digits"), before["currency"]
    inner = before["inner"] if currency else None
    end = match.start("per") if groups["per"] else right
    opening = _loss_bracket(lead, folded, end, last, groups)
    if opening is not None and (after := tail_pattern().match(folded, end + 1)):
        # The scale, the sign of per cent and "per share" may stand behind the bracket: "$(1.2) million"
        groups |= {name: found for name, found in after.groupdict().items() if found}
        end, right = after.start("per") if after["per"] else after.end(), after.end()
    word = groups["scale"] or groups["letter"] or groups["spaced"]
    is_exact = bool(word or (digits and "." in digits))
    if currency in GLUED and not (is_exact and (len(currency) > 1 or folded[at - 1] != " ")):
        currency = None
    point = bool(before["point"] and digits and "." not in digits)
    # "33.6 m" without a currency is metres, not millions.
    if not currency and (
        (digits and at and not point and _is_glued(folded, at, last)) or (groups["spaced"] and not groups["unit"])
    ):
        return None
    if point:
        number = Decimal(f"0.{digits}")
    kind, unit, coin = _unit(groups, currency, decimal_comma=decimal_comma)
    sign = before["sign"]
    starts = (at - point, lead.start("currency") if currency and kind == "money" else at, lead.start("sign") if sign else at)
    start = min(starts) if opening is None else min(*starts, opening)
    negative = opening is not None or inner == "-" or (sign is not None and sign != "+")
    hedge, left = _hedge(lead, before["hedge"], folded, start)
    noun = None
    if kind == "bare" and right == end and not decimal_comma:  # the plural of counted things is told for English only
        noun = noun_after(folded, end, near=not word and digits is not None and "." in digits)
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


def _hedge(lead: regex.Match[str], words: str | None, folded: str, start: int) -> tuple[str | None, int]:
    """Return how the words before a figure soften it, and where the figure's extent then begins."""
    if not words:
        return None, start
    left = lead.start("hedge")
    hedge = HEDGES[words.lower()]
    # In "up 5% over $4 billion a year ago" and "sales were up to $4 billion" they do not belong to the figure.
    near = folded[max(0, left - 12) : left].lower()
    if (words.lower() in ("over", "above") and near.endswith(_RISE)) or (
        words.lower() == "up to" and near.endswith(("was ", "were "))
    ):
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
    return one == "-" and two.isalpha() and two < "\u2e80" and last != at - 1


# (3c)-8c · (3c) and 8c · ($300,000)-$3.6M
_LOW_END = regex.compile(r"\)(?:(?P<dash>\ ?-\ ?)|\ (?:and|to)\ )(?P<open>[(])?(?:[A-Z]{0,3}[$€£])?[0-9]")


def _loss_bracket(lead: regex.Match[str], folded: str, end: int, last: int, groups: dict[str, Any]) -> int | None:
    """Return where the bracket opens that makes the figure a negative one: "(0.12)", "$(0.12)", "EPS of ($0.12)"."""
    if not folded.startswith(")", end) or groups["scale"] or groups["letter"]:
        return None
    if lead["inner"] == "(":
        return lead.start("inner")
    if not lead["open"]:
        return None
    opening = lead.start("open")
    return opening if _holds_loss(lead, folded, (opening, end), last, groups) else None


def _holds_loss(lead: regex.Match[str], folded: str, bracket: tuple[int, int], last: int, groups: dict[str, Any]) -> bool:
    """Tell whether a bracket around the whole figure is a minus sign, not the marks of an aside."""
    opening, end = bracket
    if folded.startswith(")-", last - 1) and last + 1 == opening:
        return True  # the high end of "($0.05)-($0.03)"
    # A bracket after another figure holds an earlier one or an aside: "EUR 5.2 mn (4.1)"
    if opening - last <= 1 < last:
        return False
    told = folded[max(0, opening - 8) : opening].lower().endswith(_TAKES_FIGURE)
    onward = _LOW_END.match(folded, end)
    if onward and lead["currency"] and (onward["dash"] or onward["open"]):
        return True
    if "." not in (groups.get("digits") or ""):
        return bool(groups["cent"] and (told or onward))
    is_bare = not (lead["currency"] or groups["percent"] or groups["points"] or groups["cent"] or groups["unit"])
    return is_bare or told or per_share_pattern().match(folded, end + 1) is not None
