"""
Cells: what stands in a table's cell, and in which unit a table counts.

A statement writes "(1,234)" under "in thousands, except per share"; here such a cell becomes a number, and the caption
a scale.  What the number measures is told by its row and column (`columns`, `captions`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from earnsum.model import Span
from earnsum.patterns import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of figures: its number as printed, None where it is empty ("—", "NM"); `unit` and `scale` where it says so itself."""

    span: Span
    value: Decimal | None = None
    high: Decimal | None = None
    """The upper end where the cell is a range, of which `value` is then the lower."""
    unit: str = ""
    scale: Decimal | None = None
    pointed: bool = False
    """Whether it has decimal places, as figures per share do."""
    expected: bool = False
    """Whether it says itself that it is what was expected: "$1.31 expected", "vs. $1.31 est."."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a caption says of a table's amounts: what to multiply by, and in which currency they are ("" where it does not say)."""

    factor: Decimal
    currency: str = ""


_SIGNS = {
    "$": "$", "US$": "USD", "U.S.$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "C$": "CAD", "CA$": "CAD", "A$": "AUD",
    "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "RMB": "CNY", "Rs": "INR", "Rs.": "INR", "EUR": "EUR", "USD": "USD", "GBP": "GBP",
    "CHF": "CHF",
}  # fmt: skip
_POWERS = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "crore": 7, "lakh": 5, "m": 6, "mn": 6, "mln": 6, "bn": 9, "k": 3,
    "b": 9, "mio": 6, "mrd": 9, "millionen": 6, "milliarden": 9, "tausend": 3, "000": 3,
}  # fmt: skip
_SIGN = rf"(?P<sign>{'|'.join(regex.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))})"
_NUMBER = regex.compile(
    rf"""(?P<minus>[-—+]?)\ ?(?P<open>\()?(?P<minus>[-—]?)\ *+{_SIGN}?\ *+(?P<open>\()?(?P<minus>[-—]?)
        (?P<number>[0-9]{{1,3}}(?:[,.'\ ][0-9]{{3}})++(?:[.,][0-9]++)?+|[0-9]++(?:[.,][0-9]++)?+|[.,][0-9]++)
        \ ?(?P<close>\))?\ ?(?P<word>thousand|million|billion|trillion|crore|lakh|mln|mn|bn|Mio\.?|Mrd\.?|[MBmbk](?![a-z]))?
        \ ?{_SIGN}?\ ?(?P<unit>%|pts?\.?|bps|bp|pp|x|p)?(?P<close>\))?%?(?:\ ?\((?:[0-9]{{1,2}}|[a-z])\)|[*†‡]++)?+""",
    regex.VERBOSE,
)
_EMPTY = regex.compile(r"[$€£¥(]*+\ ?[-—*.]{1,3}\ ?[)%]*+|(?i:n/?m\.?|n\.m\.|n/?a\.?|n\.a\.|nil|\(?[a-z]\)|[*†‡]++)", regex.VERBOSE)


_LONGEST = 80
"""Letters of a cell of figures: "approximately $1,234.5 million to $1,250.0 million (1)"."""

_EXPECTED = regex.compile(
    r"""(?xi) (?:vs\.?\ |versus\ )? (?P<figure> [^a-z]{0,8}?[0-9][0-9.,]*+\)?%? (?:\ ?(?:[mbk]n?\b|[mbt]r?illion|cents))?+ )
        \ (?:was\ |were\ )? (?:expected | est\.? | estimated | forecast)
    | (?:vs\.?\ |versus\ )? (?:est(?:\.|imate)? | expected | consensus | forecast) :?\ (?P<figure> [^a-z]{0,8}?[0-9].*)"""
)
_ABOUT = regex.compile(r"(?i)(?:~|approx(?:imately|\.)?|about|around|roughly)\ *+")
_ENDS = regex.compile(
    r"""(?x) (?P<low> .{0,30}? [0-9] (?: [0-9.,] | \) | \ ?% | \ ?[MBmbkn]{1,2}\b | \ (?:m|b|tr)illion )*+ )
    (?: \ *+ (?:[-–—]|\bto\b) \ *+ (?P<high>.{1,30}) )?"""
)


def read_cell(folded: str, span: Span, *, decimal_comma: bool = False) -> Cell | None:
    """
    Return what a cell of folded text holds; None where it is words.

    >>> [read_cell(text, Span(0, len(text))) and read_cell(text, Span(0, len(text))).value for text in ("$(1,234.5)", "-", "Sales")]
    [Decimal('-1234.5'), None, None]
    """
    text = span.of(folded)
    if len(text) > _LONGEST:
        return None
    if (said := _EXPECTED.fullmatch(text)) is not None:
        start, end = said.span("figure")
        cell = read_cell(folded, Span(span.start + start, span.start + end), decimal_comma=decimal_comma)
        return replace(cell, expected=True) if cell is not None and cell.value is not None else None
    if (found := _NUMBER.fullmatch(text)) is not None:
        return _number(found, span, decimal_comma=decimal_comma)
    if _EMPTY.fullmatch(text):
        return Cell(span=span)
    return _range(text, span, decimal_comma=decimal_comma)


def _range(text: str, span: Span, *, decimal_comma: bool) -> Cell | None:
    """Return a range, or a figure that is said to be about; the unit and scale may stand at one end only."""
    about = _ABOUT.match(text)
    ends = _ENDS.fullmatch(text, about.end() if about else 0)
    found = [_NUMBER.fullmatch(end) for end in (ends["low"], ends["high"]) if end is not None] if ends else []
    cells = [_number(number, span, decimal_comma=decimal_comma) for number in found if number is not None]
    if not cells or len(cells) < len(found):
        return None
    low, high = cells[0], cells[-1]
    return replace(
        high,
        value=low.value,
        high=high.value if len(cells) > 1 else None,
        unit=high.unit or low.unit,
        scale=high.scale or low.scale,
        pointed=low.pointed or high.pointed,
    )


def _number(found: regex.Match[str], span: Span, *, decimal_comma: bool) -> Cell:
    """Return one number as a cell."""
    text = found.group()
    digits = _with_point(found["number"], decimal_comma=decimal_comma)
    value = Decimal(digits)
    if found["open"] or not {"-", "—"}.isdisjoint(found.captures("minus")):
        value = -value
    unit = found["unit"] or ("%" if text.rstrip(")").endswith("%") else "")
    if unit == "p":
        return Cell(span=span, value=value / 100, unit="GBP", scale=Decimal(1), pointed=True)
    word = (found["word"] or "").lower().rstrip(".")
    sign = next(iter(found.captures("sign")), "")
    return Cell(
        span=span,
        value=value,
        unit=unit or (_SIGNS[sign] if sign else ""),
        scale=Decimal(10) ** _POWERS[word] if word else None,
        pointed="." in digits,
    )


def _with_point(number: str, *, decimal_comma: bool) -> str:
    """
    Return digits with a decimal point, whatever they are grouped by: a sign that stands twice groups.

    >>> [_with_point(number, decimal_comma=True) for number in ("1.234,5", "402,403,410", "1.234.567")]
    ['1234.5', '402403410', '1234567']
    """
    number = regex.sub(r"['\s]", "", number)
    if number.count(",") < 2 and (decimal_comma or regex.fullmatch(r"[0-9.]*\.[0-9]{3},[0-9]+", number)):
        number = number.replace(".", "").replace(",", ".")
    number = number.replace(",", "")
    return number if number.count(".") < 2 else number.replace(".", "")


_SCALE = regex.compile(
    r"""(?xi) (?: \A | \b(?:in|of|figures|amounts|currency|dollars|eur|usd|gbp|chf|rmb|rs\.?|inr|cad|yen|yuan) | [(\[$€£¥₹] )
        [\s:(\[$€£¥₹'-]{0,8}+
        (?:(?:u\.?s\.?\ ?|canadian\ )?(?:dollars?|\$)\ |euros?\ |eur\ |usd\ |gbp\ |rmb\ |inr\ |rs\.?\ |yen\ |yuan\ )? (?:in\ )? '?
        (?P<word> thousand | million | billion | crore | lakh | tausend | mio | mrd | millionen | milliarden | 000
          | (?<=[$€£¥]|eur\ |usd\ |gbp\ |chf\ ) (?:mn|bn|m|k) ) (?:s|\b)"""
)
_CURRENCY = regex.compile(
    r"""(?xi) (?P<USD>u\.?s\.?\ dollars?|us\ ?\$|\busd\b) | (?P<EUR>\beuros?\b|\beur\b|€) | (?P<GBP>sterling|\bgbp\b|£)
    | (?P<CNY>\brmb\b|renminbi|\byuan\b) | (?P<JPY>\byen\b|¥) | (?P<INR>rupees?|₹|\brs\b|\binr\b) | (?P<CAD>canadian|\bcad\b|c\$)
    | (?P<CHF>\bchf\b) | (?P<AUD>\baud\b|a\$)"""
)
_COUNTED = regex.compile(
    r"(?i)(?<!& |nd |, )shares?,? in (?:thousands|millions)|(?:thousands|millions) of shares|shares?,? which are .{0,24}thousands"
)


def find_scale(text: str) -> Scale | None:
    """
    Return what a caption says that amounts are counted in.

    >>> find_scale("(Amounts in thousands, except per share data)").factor, find_scale("Operating expenses")
    (Decimal('1000'), None)
    """
    found = _SCALE.search(_COUNTED.sub("", text))
    if found is None:
        return None
    word = found["word"].lower()
    currency = _CURRENCY.search(text)
    return Scale(factor=Decimal(10) ** _POWERS[word], currency=currency.lastgroup or "" if currency else "")
