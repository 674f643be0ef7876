"""
Pairs: amounts that lend each other a unit, make up one sum, or cancel each other, before ranges are looked for.

The year before in brackets ("EUR 63.1 (58.2) million"), small change behind whole coins ("120円50銭"), the two sides of an
exchange rate ("$1 = 0.7351 pounds").
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from earnsum.figures.amounts import Amount
from earnsum.figures.brackets import FAR, RANGES_TO, with_sum_behind, with_year_before
from earnsum.figures.numerals import ONE
from earnsum.figures.ranges import adopt, of_one_money, ratio
from earnsum.patterns import re, regex

_COMPARED = regex.compile(
    r"(?:,? (?:in|for|during|at) [^.;$€£%]{3,40})?,? (?:(?:up|down)(?: slightly)? )?"
    r"(?:from|(?:as )?compared (?:to|with)|against|versus|vs\.?)(?: an?(?: operating| net| pretax)? (?:profit|loss) of)? $"
    r"|,? (?:(?:mejor|peor|más|menos) que|(?:superior|inferior|frente) a|por (?:encima|debajo) de) (?:los|las) $"
)

_GOES_ON = regex.compile(r",? (?:and|or) ")
"""Behind one of several sums that are compared in turn ("versus $1.79 and $27.8 billion")."""


_OR_FROM = frozenset({" from ", " von ", " nach ", " vs. ", " versus "})
_PUT_OTHERWISE = frozenset(f"){link}" for link in (*_OR_FROM, " compared with ", " compared to ", " against "))
_MOVED = regex.compile(r"(?<=\b(?:up|down|by|rose|grew|fell|sank|slid|[a-z]{2,9}ed)) ")


_INSTEAD = regex.compile(r"\ (?:an)?statt\ (?:(?:wie\ )?(?:bisher|bislang|zuvor|vorher|zunächst|ursprünglich)\ )?|\ au\ lieu\ de\ ")
"""``nun 1,7 statt 1,6 Milliarden Euro``"""


_DOWN_TO = ((" auf ", " von "), (" auf ", " nach "), (" auf ", " gegenüber "), (" à ", " contre "))
"""``ging auf 190 von 240 Millionen Euro zurück``"""


def with_sum_instead(amounts: list[Amount], folded: str) -> list[Amount]:
    """Let a number or a range share the scale and the unit of what it replaces ("120 bis 130 statt 100 Millionen Euro")."""
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        onto = at > 0 and folded[a.right : b.left] == " auf " and folded.endswith("von ", 0, amounts[at - 1].left)
        onto |= any(folded[a.right : b.left] == link and folded.endswith(verb, 0, a.left) for verb, link in _DOWN_TO)
        if a.kind != "bare" or a.scaled or not (onto or _INSTEAD.fullmatch(folded, a.right, b.left)):
            continue
        end = at + 1
        if b.kind == "bare" and not b.scaled and end + 1 < len(amounts):
            end += RANGES_TO.fullmatch(folded, b.right, amounts[end + 1].left) is not None
        sum_ = amounts[end]
        first = at - (
            at > 0 and amounts[at - 1].kind == "bare" and RANGES_TO.fullmatch(folded, amounts[at - 1].right, a.left) is not None
        )
        for place in range(first, at + 1):
            lent = adopt(amounts[place], sum_)._replace(scale=sum_.scale, scaled=sum_.scaled)
            if (sum_.kind in ("money", "percent") or sum_.scaled) and ratio(lent, sum_) <= FAR:
                found[place] = lent
    return found


_ANDS = frozenset({" y ", " and ", " und ", " et "})


def with_unit_behind(amounts: list[Amount], folded: str) -> list[Amount]:
    """Let a number share the unit told only behind its fellow ("rose to 5.8 from 5.2 percent", "rose 13 and 23 percent")."""
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        between = folded[a.right : b.left]
        if a.kind == "bare" and a.scaled and a.noun is None and b.kind == "money" and b.scaled and between in _OR_FROM:
            found[at] = adopt(a, b)  # "rose to 8.8 billion from 8.2 billion crowns"
        if a.kind == "bare" and a.scaled and a.noun is None and b.kind == "money" and between == " (" and at + 2 < len(amounts):
            c = amounts[at + 2]
            if c.kind == "money" and c.scaled and c.unit != b.unit and folded[b.right : c.left] in _PUT_OTHERWISE:
                found[at] = adopt(a, c)  # "fell to 8.1 billion ($2.2 billion) from 12.2 billion dirhams"
        if a.kind == "bare" and not a.scaled and b.scaled and folded[b.right : b.right + 12].lstrip(",").startswith(" respectiv"):
            lent = adopt(a, b)._replace(scale=b.scale, scaled=True)  # "los 6.750 y 455 millones, respectivamente"
            if between in _ANDS and ratio(lent, b) <= FAR:
                found[at] = lent
            continue
        if a.kind != "bare" or a.scaled or b.kind not in ("money", "percent"):
            continue
        moved = between == " and " and b.kind == "percent" and _MOVED.match(folded, a.left - 1)
        if moved or (between in _OR_FROM and not a.plain):
            lent = adopt(a, b)._replace(scale=b.scale, scaled=b.scaled)
            if ratio(lent, b) <= FAR:
                found[at] = lent
    return found


_AFTER = regex.compile(
    r"^(?:[^.;:()]{0,40}?,)?\ (?:nach|gegenüber|statt|contre|frente\ a(?<the>\ l[ao]s)?|en\ comparación\ con(?<the>\ l[ao]s)?"
    r"|respecto\ a(?<the>\ l[ao]s))\ $"
)
_SAID_OF = regex.compile(
    r"(?i)\ (?:(?:registr|obten|logr|cosech|contabiliz|alcanz|factur|ingres)[ai]d[oa]s\ )?"
    r"(?:im\ (?:Vor|Jahr)|in\ der\ Vor|ein\ Jahr|vor\ einem|vor\ Jahres|un\ an\b|l'an|l'année|il\ y\ a|à\ la\ même|"
    r"au\ (?:même|premier|deuxième|troisième|quatrième)|en\ (?:19|20)[0-9]{2}|(?:de\ )?(?:hace\ )?un\ año|"
    r"del?\ (?:mismo|año|ejercicio|(?:primer|segundo|tercer|cuarto)\b|(?:19|20)[0-9]{2})|"
    r"que\ (?:esper|prev|anticip|calcul|proyect)|(?:esperad|previst)[oa]s|attendus?|prévus?|erwartet)"
)
"""What is said of a number that it is of another time, or was expected: "frente a los 640 de un año antes"."""


_EXPECTED = regex.compile(
    r"\b(?:[Aa]nalyst|Expert|(?:der|am|vom)\ Markt\b|[Kk]onsens|[Ss]chätzung|marché|consensus|Wall\ Street|mercado|consenso)"
    r"[^0-9\n%()]{0,80}\ (?:mit|von|auf|bei|hatten|sur|à|a|de|(?:(?:atten|espér|prévo|anticip|escompt|visa|esper|prev)\w+))"
    r"\ (?:nur\ |lediglich\ |rund\ |knapp\ |gut\ |environ\ |près\ de\ |jusqu'\w+\ |bislang\ |bisher\ )?$"
)
_AS_EXPECTED = regex.compile(
    r"\ ?(?:[.,;)](?![0-9])|\n|$|(?:(?:im\ Schnitt|im\ Mittel)\ )?(?:gerechnet|erwartet|ausgegangen|prognostiziert|veranschlagt)\b)"
)
"""``Le marché en attendait 245.``, ``Analysten hatten mit 88 gerechnet``: what was expected of the sum told before"""


def with_unit_before(amounts: list[Amount], folded: str) -> list[Amount]:
    """Let a number share the money of the one that it is compared with abroad ("5 Millionen Euro nach 4 im Vorjahr")."""
    found = list(amounts)
    for at in range(1, len(found)):
        a, b = found[at - 1], found[at]
        if b.kind != "bare" or b.scaled:
            continue
        expected = _EXPECTED.search(folded, a.right, b.left) is not None and _AS_EXPECTED.match(folded, b.right) is not None
        after = _AFTER.search(folded[a.right : b.left])
        if after is None and not expected:
            continue
        if a.kind == "percent" and at > 1:
            a = found[at - 2]  # "5.654 Millionen Euro, 2% más, frente a los 5.540"
        is_told = expected or _SAID_OF.match(folded, b.right) is not None
        a_year = b.plain and _FIRST_YEAR <= b.number <= _LAST_YEAR and not (after and after["the"])
        if (a.kind == "money" or a.scaled) and not a_year and (is_told or not b.plain):
            lent = adopt(b, a)._replace(scale=a.scale, scaled=a.scaled)
            if ratio(a, lent) <= FAR:
                found[at] = lent
    return found


_FIRST_YEAR, _LAST_YEAR = 1990, 2040


_ENDS = regex.compile(r"[.,;)](?![0-9])|\n|$|\ (?:a\ year|last\ year|the\ year|previously|earlier|and|while|but|on|in)\b")


def with_lent_scale(amounts: list[Amount], folded: str) -> list[Amount]:
    """
    Let a sum share the scale of the one that it is compared with, where it has none ("EUR 8.3 mn compared to EUR 8.4").

    So does a number with a point ("27.4 mln eur, down from 35.8").
    """
    found = list(amounts)
    for at, (a, b) in enumerate(pairwise(amounts)):
        lends = a.kind in ("money", "bare") and a.noun is None and a.scaled and not (b.scaled or b.per_share or a.per_share)
        if lends and b.kind == "bare" and not b.plain and _ENDS.match(folded, b.right):
            b = adopt(b, a)  # noqa: PLW2901 - the money, and below the scale
        alike = lends and a.kind == b.kind and a.unit == b.unit and not (b.kind == "bare" and b.plain)
        if alike and b.coin == ONE and _COMPARED.fullmatch(folded, a.right, b.left) and not _GOES_ON.match(folded, b.right):
            lent = b._replace(scale=a.scale, scaled=True)
            if ratio(a, lent) <= FAR:
                found[at + 1] = lent
    return found


def with_small_change(amounts: list[Amount], folded: str) -> list[Amount]:
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
            found[-1] = a._replace(end=b.end, right=b.right, number=a.number + b.number * b.coin, per_share=b.per_share)
        else:
            found.append(b)
    return found


def with_thousands_of_millions(amounts: list[Amount], folded: str) -> list[Amount]:
    """Make one sum of millions that are told in two parts, as Mexican papers do: "14 mil 500 millones de pesos"."""
    found: list[Amount] = []
    for b in amounts:
        a = found[-1] if found else None
        beside = a is not None and a.kind == "bare" and a.scale == _MIL and b.scale == _MILLION and folded[a.right : b.start] == " "
        if a is not None and beside and b.number < _MIL and folded.endswith(" mil", a.start, a.right):
            found[-1] = b._replace(start=a.start, left=a.left, number=a.number * _MIL + b.number)
        elif (
            b.scale == _MILLION and b.number < _MIL and (written := _WRITTEN_MIL.search(folded, max(0, b.start - _AS_FAR), b.start))
        ):
            thousands = _THOUSANDS.split().index(written["word"] or "un") + 1
            at = written.start("word") if written["word"] else written.start("mil")
            found.append(b._replace(start=at, left=min(at, b.left), number=thousands * _MIL + b.number))
        else:
            found.append(b)
    return found


_MIL, _MILLION = Decimal(1000), Decimal(1000000)
_THOUSANDS = "un dos tres cuatro cinco seis siete ocho nueve diez once doce"
_WRITTEN_MIL = re.compile(rf"(?:\b(?P<word>{'|'.join(_THOUSANDS.split()[1:])}) |(?<![0-9] )\b)(?P<mil>mil) $")
"""``cuatro mil 90 millones``, ``mil 500 millones``"""
_AS_FAR = 16


_MILLIONS_OF = {"mdd": "USD", "mdp": "MXN"}


def with_millions_of(amounts: list[Amount], folded: str) -> list[Amount]:
    """Give sums of "mdd" and "mdp", millions of dollars and of pesos, their money."""
    coins = ((a, _MILLIONS_OF.get(folded[max(0, a.right - 3) : a.right]) if a.kind == "bare" else None) for a in amounts)
    return [a._replace(kind="money", unit=coin) if coin else a for a, coin in coins]


def paired(amounts: list[Amount], folded: str) -> list[Amount]:
    """Return the amounts of a text, each with what its neighbours lend it."""
    for lend in (
        with_thousands_of_millions,
        with_millions_of,
        with_sum_behind,
        with_sum_instead,
        with_unit_behind,
        with_unit_before,
        with_small_change,
        with_year_before,
        with_lent_scale,
    ):
        amounts = lend(amounts, folded)
    return amounts


_EQUALS = re.compile(r" *+= *+")  # regex would look for the sign through the rest of the text first, at every sum


def without_rates(amounts: list[Amount], folded: str) -> list[Amount]:
    """Leave out both sides of an exchange rate: "($1 = 0.7351 pounds)"."""
    kept: list[Amount] = []
    end = -1  # of a sign of equality
    for amount in amounts:
        equals = _EQUALS.match(folded, amount.right)
        if not equals and amount.left != end:
            kept.append(amount)
        end = equals.end() if equals else -1
    return kept
