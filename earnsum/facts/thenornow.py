"""
Then or now: figures that look like those of a year ago, or in brackets like an aside, and are of now.

"Net income stood at $15 billion for the same period" is on the period just told of, "$5 million year on year" on a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from earnsum.grammar.metrics import BASED, MARGINS
from earnsum.grammar.read import DEFAULT_SHAPE, Reading
from earnsum.grammar.shape import A_YEAR_AGO, FROM, IN_BRACKETS, IT_WAS_A_YEAR_AGO, MORE_THAN_A_YEAR_AGO
from earnsum.grammar.tokens import is_called
from earnsum.patterns import re, regex
from earnsum.text.marks import negative
from earnsum.text.terms import OUTLOOK

OF_AN_OUTLOOK = regex.compile(
    rf" (?:[a-z-]++ ){{0,2}}?{OUTLOOK}(?:(?!\b(?:now|sees|expects)\b)[^;$€£])*? and (?:it |also |has )*"
    r"(?:announced|raised|boosted|lifted|increased|hiked|declared|authorized|approved|unveiled|launched)\b"
    r"(?![^;]*\b(?:outlook|guidance|forecast)\b)[^;]*"
)
"""``issued 2018 guidance and raised its dividend by 5%``: behind the period of an outlook, what is of no period"""
_THAN_IN = regex.compile(
    r"\ (?:more|less|higher|lower|fewer|better)\ than\ (?:in|during)\ (?:the\ )?(?![^,.;]{0,40}?"
    r"(?:\b(?:19|20)[0-9]{2}\b|year|same|corresponding|ago|earlier|before|compar|reference))"
)
_SAME_PERIOD = re.compile(r"\ (?:in|for|during|over)\ the\ same\ (?:period|quarter|three\ months)(?=[.,;\n]|$)")
_STANDS_AT = regex.compile(
    r"(?:(?!\.\s|[;\n]|\b(?:had|from|than|against|versus|compared|relative)\b).){1,90}"
    r"(?<=\ (?:at|to|was|were|totall?ed|total|reached|hit)\ )"
)
"""``Net income stood at $15 billion for the same period.``, ``EBITDA rose 5% to stand at $15 million``: the one just told of"""
_YEAR_ON_YEAR = regex.compile(r"(?i)\ ?\(?(?:yoy|y-o-y|y/y|(?:year[- ])?(?:on|over)[- ]year)\b")


_SET_AGAINST = regex.compile(
    r"\b(?:against|versus|vs\.?|compared (?:to|with)|from) (?:[^.;]*? and )?(?:an? (?:[a-z]++ )?(?:loss|profit) of )?$"
)
"""``Rs 199 crore against a loss of Rs 270 crore in the June quarter and a profit of Rs 320 crore year-on-year``: a year ago"""
_A_SENTENCE = 80
_AGO_AT = re.compile(
    r"(?:\b(?:from|than) (?:a |the )?year[- ](?:ago|earlier)"
    r"|[%t] (?:higher|lower|up|down) (?:year[- ]o(?:n|ver)[- ]year|on the year|yoy)),? at $"
)
"""``fell 0.5% from a year ago at $1.2 billion``, ``26% higher year-on-year at $160 million``: at which they are now"""
_AGO_AT_LENGTH = 30
_STEMMED = regex.compile(
    r"\b(?:stem(?:s|med|ming)|result(?:s|ed|ing)|aris(?:es|ing)|arose|deriv(?:es|ed|ing))(?: [a-z]+ly)? from (?:the |an? |its )?$"
)
"""``the fall stemmed mainly from the $5 million set aside for loan losses``: what it is due to, and no level of then"""
_PAID = re.compile(
    r"(?:,? or [^,;]{3,20})?,? (?:(?:that|which) )?(?:was|were|has been|had been) (?:already )?(?:paid|distributed)\b"
)
"""``an interim dividend of $1 a share, which was paid in July last year``: told when, and of this year all the same"""
_FROM_THE = regex.compile(r"\b(?:from|than|against|versus|with|to) (?:the |an? )?$")

_FROM_A_PLACE = regex.compile(
    r"\b(?:from|based in) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w.'-]*+(?:,? [A-Z][\w.'-]*+){0,4},? (?:has |had |also |again )?"
    r"(?:took|earned|made|had|has|posted|reported|lost|generated|booked|recorded|achieved|saw|delivered|brought in|raked in"
    r"|turned over|chalked up|notched up|pulled in)(?: in)?(?: an?| the)?(?: [a-z-]++){0,4}(?: of)? $"
)
"""``The group from Springfield took $5 million``: where it is from, and what it has now"""


def unless_a_rate(folded: str, reading: Reading) -> Reading:
    """Return a sum before "year on year", which says how it changed and not when, as reported; skip one against a quarter."""
    if reading.role == "change" and _is_margin(reading) and (reading.metric_at == reading.at - 1 or _is_of(folded, reading)):
        return reading._replace(role="actual", shape=DEFAULT_SHAPE)  # "revenue rose 12% and gross margin 20%"
    extent = reading.figure.extent
    name = reading.metric
    same = name and _SAME_PERIOD.match(folded, extent.end) and _STANDS_AT.fullmatch(folded, name.span.end, extent.start)
    if (same and reading.shape in {A_YEAR_AGO, IT_WAS_A_YEAR_AGO}) or (
        reading.shape == A_YEAR_AGO
        and _YEAR_ON_YEAR.match(folded, extent.end)
        and not _SET_AGAINST.search(folded, max(0, extent.start - _A_SENTENCE), extent.start)
    ):
        return reading._replace(role="actual", shape=DEFAULT_SHAPE)
    at_once = reading.role == "prior" and _AGO_AT.search(folded, max(0, extent.start - _AGO_AT_LENGTH), extent.start)
    seat = reading.shape == FROM and _FROM_A_PLACE.search(folded, max(0, extent.start - _A_SENTENCE), extent.start)
    now = (
        reading.role == "prior"
        and reading.shape != FROM
        and _BUT_NOW.search(folded, max(0, extent.start - _A_SENTENCE), extent.start)
    )
    stemmed = reading.shape == FROM and _STEMMED.search(folded, max(0, extent.start - _AGO_AT_LENGTH), extent.start)
    if at_once or seat or now or stemmed:
        elsewhere = stemmed and (name is None or name.span.start < extent.start)
        return reading._replace(role="skip" if elsewhere else "actual", shape=DEFAULT_SHAPE)
    of_dividend = reading.metric is None or is_called(reading.metric, {"dividend"})
    paid = reading.role == "prior" and of_dividend and _PAID.match(folded, extent.end)
    if paid and not _FROM_THE.search(folded, max(0, extent.start - _AGO_AT_LENGTH), extent.start):
        return reading._replace(role="actual" if reading.metric else "skip", shape=DEFAULT_SHAPE)
    if reading.shape == MORE_THAN_A_YEAR_AGO and _THAN_IN.match(folded, extent.end):
        return reading._replace(role="skip")  # "23% more than in the first quarter": of this year
    return reading


_BUT_NOW = regex.compile(
    r"[a-z] (?:a year (?:ago|earlier|before)|last year|the year before|in the (?:same|year-ago) [a-z]+)"
    r"(?:,? (?:but|and|while|although|though|yet) (?:its|the(?! (?:year|same|figure)))|, (?:while|although|though|but)) "
    r"(?![^.;$]*\bhad\b)[^.;,$]*$"
)
"""``Sales were higher than a year ago, but its net profit was $5 million``: of now"""
_HIGHER = regex.compile(
    r"(?r)\b(?:higher|lower|wider|narrower|improved|increased|reduced|better|worse|stronger|weaker|fatter|thinner|slimmer|smaller|larger)"
    r"\ (?:(?:adjusted|underlying|comparable|quarterly)\ )?"
)


def _is_of(folded: str, reading: Reading) -> bool:
    """Tell a margin that is called higher or lower before its level: "a higher gross margin of 45%"."""
    name = reading.metric
    if name is None or folded[name.span.end : reading.figure.extent.start].strip() != "of":
        return False
    return _HIGHER.match(folded, max(0, name.span.start - _A_SENTENCE), name.span.start) is not None


def _is_margin(reading: Reading) -> bool:
    entry = reading.metric.entry if reading.metric is not None else None
    return entry is not None and entry.name in MARGINS.values()


def unless_of_another(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, those in brackets as reported where they are of another metric ("sales of $5 (a profit of $1)")."""
    kept = list(readings)
    for place, (before, reading) in enumerate(pairwise(readings), 1):
        if reading.shape == IN_BRACKETS and reading.role == "prior" and reading.figure.unit and not before.figure.unit:
            kept[place] = reading._replace(role="skip")  # "a loss of 247 million ($272 million)": the same in another currency
        elif reading.shape == IN_BRACKETS and reading.role == "prior" and before.metric is not None and reading.metric is not None:
            one, other = before.metric.entry, reading.metric.entry
            told = any(r.metric_at == reading.metric_at for r in readings[:place])  # "a profit of $5, a margin of 3% ($4 and 2%)"
            swung = other is not None and other.generic and one is not None and one.metric in BASED  # "(a loss of $1)"
            if one is not None and other is not None and not (swung or told) and one.metric not in (other.metric, other.share):
                kept[place] = reading._replace(role="actual", shape=DEFAULT_SHAPE)
        elif reading.shape == FROM and before.role == "actual" and before.metric is None and reading.metric is not None:
            kept[place] = reading._replace(role="skip")  # "excluding fees, which rose to $4 million from $3 million"
    return kept


_RATES = frozenset({"same_store_sales"})
_GROWTH_BEFORE = regex.compile(
    r"M,/[_o]?(?P<rose>[UD])[_o]?(?P<then>%)[_n]{0,2}Y,[_K]?o?[UD][_o]?(?P<now>%)"
    r"|(?P<now>%)[;,]/?_?n?Y,?[K_o]{1,2}(?P<rose>[UD])(?P<then>%)"
    r"|(?P<now>%)(?:n_?|\(?_?Y\)?|_)?,?(?:V|[UD]?r(?!_?[QY])|/(?=[UD]|_?%[UD])|(?P<having>_)(?=[UD]))[_o]?(?P<rose>[UD])?(?P<then>%)[_M]{0,2}(?P<was>[UD])?[_,naoT(]{0,3}Y"
)


_THEN = re.compile(r" (?:a year (?:ago|earlier|before)|last year)(?=[,.;]|$| (?:and|but|when)\b)")
_THEY_MOVED = re.compile(
    r"(?:They|It|Those) (?:had )?"
    r"(?:(?P<fell>fell|fallen|dropped|declined|slipped|slid)|rose|risen|grew|grown|climbed|gained|increased) (?:by )?$"
)
"""``They rose 8% a year ago``: of that year, behind what they did in this one"""


def _of_last_year(folded: str, reading: Reading) -> Reading:
    figure = reading.figure
    if not is_called(reading.metric, _RATES) or _THEN.match(folded, figure.extent.end) is None:
        return reading
    moved = _THEY_MOVED.search(folded, max(0, figure.extent.start - _A_SENTENCE), figure.extent.start)
    if moved is None:
        return reading
    return reading._replace(role="prior", shape=A_YEAR_AGO, figure=negative(figure) if moved["fell"] else figure, side="")


def with_growth_before(folded: str, tags: str, readings: list[Reading]) -> list[Reading]:
    """Return readings, last year's rate as of a year ago where the rate is the metric ("comparable sales rose 3%, after 2%")."""
    if "Y" not in tags or not any(is_called(reading.metric, _RATES) for reading in readings):
        return readings
    readings = [_of_last_year(folded, reading) for reading in readings]
    of = {reading.at: place for place, reading in enumerate(readings)}
    for found in _GROWTH_BEFORE.finditer(tags):
        now, then = (readings[of[found.start(which)]] for which in ("now", "then"))
        named = now if is_called(now.metric, _RATES) else then if now.metric is None else None
        if now.role not in ("change", "actual") or then.role == "prior" or named is None or not is_called(named.metric, _RATES):
            continue
        if found["having"] and " having " not in folded[now.figure.extent.end : then.figure.extent.start]:
            continue
        figure = negative(then.figure) if "D" in (found["rose"], found["was"]) else then.figure
        readings[of[now.at]] = now._replace(metric=named.metric, metric_at=named.metric_at)
        readings[of[then.at]] = then._replace(role="prior", figure=figure, metric=named.metric, metric_at=named.metric_at, side="")
    return readings
