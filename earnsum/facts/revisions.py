"""What a sentence says was done to an outlook: raised, lowered, kept or given for the first time."""

from __future__ import annotations

from earnsum.grammar.read import Reading
from earnsum.model import Revision, Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.terms import ITS, OUTLOOK, REVISED, REVISES

_KEPT = regex.compile(
    r"(?i)\b(?:reaffirm|reiterat|affirm|reconfirm|maintain|backs\b|backed its|st(?:icks?|icking|uck) (?:to|with|by)|kept"
    rf"|keeps|unchanged|no change (?:to|in) {ITS}"
    rf"|confirm|retain(?:s|ed|ing)? {ITS}"
    rf"|(?:stands|stood|standing) (?:by|pat on)|cl(?:ings?|inging|ung) to|(?:did|has|have) not changed? {ITS}"
    rf"|(?:repeat|renew)(?:s|ed|ing)? {ITS}|(?:holds?|held|holding) (?:fast )?to (?:{ITS}|that)"
    rf"|(?:holds?|held|holding|left|leaves|leaving) {ITS} (?:[\w-]++ ){{0,5}}?{OUTLOOK}\b"
    rf"|(?:left|leaves|leaving) {ITS} [^.;,0-9]{{0,50}}?"
    r"(?:alone|where it was|where they were|as it was|untouched|intact)\b|continues? to expect|still expects?"
    r"|\b(?:forecast|guidance|outlook|target|budget)s? (?:[a-z]++ ){0,4}?(?:remains?|stays?|to remain|to stay)\b)"
)
_KEPT_BEHIND = regex.compile(
    r"(?: (?:for|in) [^.,;0-9]{3,30})? (?:was|were|is|are|has been|have been|remains?|remained|stays?|stayed) (?:[a-z]++ly )?"
    r"(?:left |kept |being )?(?:unchanged|untouched|maintained|reaffirmed|reiterated|affirmed|retained|confirmed"
    r"|intact|in place|as (?:it|they) w[a-z]++)\b"
)
"""``Its outlook of $5 million was maintained``"""
_KEPT_BESIDE = re.compile(
    r"(?:,|\ while|\ and|\ but)\ (?:it\ |the\ company\ )?(?:(?:retain|maintain|affirm|reaffirm)(?:s|ed|ing)?|reiterat(?:es|ed|ing)"
    rf"|keep(?:s|ing)|kept|leav(?:es|ing))\b(?:(?!\b{REVISES}\b)[^.;])*$"
)
"""``raised its forecast of sales to $5 million, while retaining that of earnings at $2``"""
_FIRST = regex.compile(r"(?i)\b(?:initial(?:ly)?|initiat\w*|for the first time|issued its first|introduc\w*)\b")


_OUTLOOK = r"(?:guidance|forecast|outlook|view|target|expectation|projection|projected|expected|estimate)s?\b"
_MOVED = regex.compile(
    rf"""(?xi)\b(?:(?P<up>increas(?:e[sd]?|ing)|ratchet(?:ed|ing)\ up)
      | (?P<down>decreas(?:e[sd]?|ing)|temper(?:s|ed|ing)|brought\ down))\ (?:[\w'.-]++\ ){{0,9}}?{_OUTLOOK}
    | \b{ITS}\ (?:[\w'.-]++\ ){{0,9}}?{_OUTLOOK}\ (?:[\w-]++\ ){{0,5}}?
      (?:(?P<upward>up(?:wards?)?|higher)|downwards?|down|lower),?\ (?:to|by|from)\b"""
)
"""``increased the low end of its earnings forecast to``, ``revised its guidance upward to``: words that alone tell of no outlook"""
_OF_ANOTHER = regex.compile(r"(?<=[s$%#d][,_]?)[,;&/]{1,2}_?(?:KG|GK?(?=[_BK]{0,3}M))[^s$%#d]*$")
"""``cut its revenue forecast to $9 billion, and it expects``: an outlook that stands beside one that was revised."""


def as_kept(folded: str, span: Span, readings: list[Reading]) -> list[Reading]:
    """Return readings, an earlier outlook that is kept as the outlook ("confirmed its earlier estimate of $5 million")."""
    roles = {reading.role for reading in readings}
    if "previous" not in roles or "guide" in roles or "actual" in roles or _KEPT.search(folded, *span) is None:
        return readings
    return [r._replace(role="guide") if r.role == "previous" and r.metric is not None else r for r in readings]


def find_revision(folded: str, tags: str, start: int, figure: Span) -> Revision | None:
    """Return what a sentence says was done to an outlook, up to whose figure `tags` goes."""
    end = figure.start
    if (other := _OF_ANOTHER.search(tags)) is not None:
        tags = tags[other.start() :]
    if _KEPT_BESIDE.search(folded, start, end):
        return "kept"
    if "^" in tags:
        return "raised"
    if "v" in tags:
        return "lowered"
    if (moved := _MOVED.search(folded, start, end)) is not None:
        return "raised" if moved["up"] or moved["upward"] else "lowered"
    if _KEPT.search(folded, start, end) or _KEPT_BEHIND.match(folded, figure.end):
        return "kept"
    return "first" if _FIRST.search(folded, start, end) else None


_REVISES_ITS = rf"{REVISES} (?:{ITS}|[A-Z][\w&-]++'s)"
_REVISED_BY = regex.compile(
    rf"\b(?:{OUTLOOK} (?:(?:was|were|is|are|has been|have been) )?(?:also )?{REVISED}"
    rf"|{_REVISES_ITS} (?:[\w-]++ ){{0,4}}{OUTLOOK} for (?!the\b|fiscal\b|full\b)[\w' ]{{4,30}}) by "
    rf"(?:[0-9.]++ ?(?:%|pct|per ?cent)(?: for [\w ]{{2,24}})?,? and (?:by )?)?{ABOUT}$"
)
"""``the sales forecast was raised by 2% for 2007 and 3% for 2008``, ``cut its outlook for the unit by``: by how much it changed"""
_REVISED_A_RATE = regex.compile(
    rf"\b{_REVISES_ITS} (?:(?!(?:growth|margins?|organic)\b)[\w-]++ ){{0,5}}{OUTLOOK}(?: for [\w' ]{{3,30}})?"
    r" (?:a further |another )?[0-9.,]++ ?(?:%|pct\b|per ?cent\b)"
)
"""``raised its full-year revenue forecast 5.3 percent``: the same, without a word before it"""


def is_how_far(folded: str, start: int, figure: Span) -> bool:
    """Tell by how much an outlook was revised."""
    by_a_rate = any(found.end() == figure.end for found in _REVISED_A_RATE.finditer(folded, start, figure.end))
    return by_a_rate or _REVISED_BY.search(folded, start, figure.start) is not None
