"""
Listed: other companies that a story names with a code of shares ("Anvil Corp ( ANV.N )"), by a legal form or as rivals.

Who has any of these is neither a part of the company nor its goods: where it speaks in a sentence, or a clause
goes on about it, the figures are its own.  Whoever the first code of a story stands behind is who it is on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from earnsum.model import Company, Span
from earnsum.names.arms import is_arm
from earnsum.names.companies import NameMark
from earnsum.names.rivalnames import is_called_rival
from earnsum.names.scopewords import is_on_the_map
from earnsum.parts.ownnames import is_of_company, is_same
from earnsum.patterns import regex
from earnsum.text.firms import LEGAL

_LEGAL = rf"(?:,?\ (?:&\ )?(?:{LEGAL}|Company|Corporation|Group)\b\.?){{0,2}}+(?:'s?)?"
_CODE = r"\ \(?\ ?[A-Z0-9]{1,6}[a-z]?\.[A-Z]{1,2}\b(?![.\w])\ ?\)?|\ \((?:NYSE|NASDAQ|Nasdaq):\ ?[A-Z]{1,5}\)"
_CODED = regex.compile(rf"{_LEGAL}(?:{_CODE})")
_FIRST = regex.compile(rf"(?<=[\w.])(?:{_CODE})")
"""The code of shares behind a name."""

_WHEN = (
    r"(?:(?:also|again|has|had|meanwhile|today|(?:earlier|late|later)(?:\ (?:on|this|in))?|separately"
    r"|(?:on\ |last\ |this\ |in\ )?(?:[A-Z][a-z]{2,6}day|week|month|year|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?:\ [0-9]{1,2})?))\ )*+"
)
_TOLD = (
    r"(?:said|says|posted|reported|earned|lost|made|booked|beat|missed|topped|swung|projected|forecast|announced|estimated|saw|"
    r"delivered|unveiled|sold|sells|shipped|cut|lowered|raised|lifted|trimmed|slashed|adjusted|reiterated|maintained|kept"
    r"|expects?|sees|aims|plans|warned|logged|recorded|registered|generated)\b"
)
_GLOSS = r"(?:,\ (?:[^,;$\n]|,(?!\ (?:and|but|while)\ )){2,160},|\ --\ [^;$\n]{2,120}\ --)?"
_ITS = r"'s?\ (?:[\w.-]++\ ){0,3}?(?:net|profits?|earnings|income|revenues?|sales|loss(?:es)?|results|margins?)\b"
_SPEAKS = regex.compile(rf"{_LEGAL}(?:{_CODE})?{_GLOSS}\ {_WHEN}{_TOLD}|{_ITS}")
"""``Anvil Corp ( ANV.N ), which makes hammers, on Thursday said``, ``Anvil's net income``"""
_OPENS = regex.compile(
    r"(?:^|[.!?:;\n\"]\ ?|\b(?:after|while|as|and|but|that)\ )"
    r"(?:(?:In|Also|Meanwhile|Separately|Elsewhere|Earlier|On|Last)\b[^.;$%,]{0,40},?\ )?"
    r"(?:(?:[Aa]nother|[Ff]ellow|[Tt]he)\ )?(?:(?:[\w'-]++|No\.|U\.S\.|U\.K\.|[A-Z][a-z]++,)\ ){0,8}?$"
)
"""What may stand before the name of who speaks: "In other news,", "Springfield, Ohio-based", "No. 2 U.S. carmaker"."""
_FAR, _NEAR = 90, 20
_GOES_ON = regex.compile(
    rf"{_LEGAL}(?:{_CODE})?(?:(?:,\ (?:the|an?)\ [^,;$\n]{{3,60}})?"
    rf",\ (?:which|whose)\ (?:[\w'-]++\ ){{0,6}}?(?:{_TOLD}|(?:posting|reporting)\b)"
    rf"|,\ (?:which\ [^,;$\n]{{3,100}},\ )?(?:posting|reporting)\ |(?P<verb>\ {_WHEN}{_TOLD}))[^;\n]*$|{_ITS}[^;\n]*$"
)
"""What is told of who has a code, up to a figure ("Anvil Corp ( ANV.N ), which has reported a loss of", "Anvil's loss of")."""
_BESIDE = regex.compile(r"\b(?:behind|after|than|against|to|with|like|unlike|of)\ (?:[a-z]++\ )?$")
"""What stands before whom the company is only set beside ("the second-largest firm behind Anvil Corp ( ANV.N ) earned")."""


@lru_cache(maxsize=2)
def _first_code(folded: str) -> int:
    """Return where the first code of a text stands, behind whose name the story is on."""
    match = _FIRST.search(folded)
    return match.start() if match is not None else len(folded)


@lru_cache(maxsize=32)
def _is_a_firm(folded: str, name: str) -> bool:
    """Tell whether a text gives a name with a code, which is not its first one; with a legal form; or as that of a rival."""
    at = folded.find(name)
    while at >= 0:
        match = _CODED.match(folded, at + len(name))
        if match is not None:
            return match.end() > _first_code(folded) + _CLOSE
        if _FORM.match(folded, at + len(name)) is not None:
            return True
        at = folded.find(name, at + 1)
    return is_called_rival(folded, name)


_FORM = regex.compile(
    r",?\ (?:&\ )?(?:Inc|Corp|Co|Ltd|LLC|Plc|plc|PLC|AG|NV)\b(?!\.?\ (?:unit|arm|subsidiary|joint|venture|brand)s?\b)"
)
_ESTIMATES = ("estimated", "projected", "forecast")
_CLOSE = 16
"""No code is longer."""


def speaks_listed(folded: str, mark: NameMark, company: Company) -> bool:
    """Tell another company with a code of its own that speaks in its sentence."""
    told = _SPEAKS.match(folded, mark.span.end)
    if told is None or not _is_a_firm(folded, mark.name):
        return False
    if _is_a_house(folded, mark, told[0]):
        return False
    opens = _OPENS.search(folded, max(0, mark.span.start - _FAR), mark.span.start) is not None
    opens = opens and _BESIDE.search(folded, max(0, mark.span.start - _NEAR), mark.span.start) is None
    return opens and not _is_own(folded, mark, company)


def goes_on_listed(folded: str, marks: Sequence[NameMark], figure: Span, company: Company) -> bool:
    """Tell whether the last name before a figure is another company's with a code, and a clause tells of it up to the figure."""
    before = [mark for mark in marks if mark.span.start < figure.start]
    told = _GOES_ON.match(folded, before[-1].span.end, figure.start) if before else None
    if told is None or _is_beside(folded, before[-1], told) or _is_a_house(folded, before[-1], told["verb"] or ""):
        return False
    return _is_a_firm(folded, before[-1].name) and not _is_own(folded, before[-1], company)


def _is_a_house(folded: str, mark: NameMark, told: str) -> bool:
    """Tell who has no code and speaks of what a company will earn: "Anvil Capital LLC estimated earnings of"."""
    return told.endswith(_ESTIMATES) and _CODED.match(folded, mark.span.end) is None


def _is_beside(folded: str, mark: NameMark, told: regex.Match[str]) -> bool:
    """Tell who another is only set beside, where the verb behind the name is that other's."""
    return told["verb"] is not None and _BESIDE.search(folded, max(0, mark.span.start - _NEAR), mark.span.start) is not None


def _is_own(folded: str, mark: NameMark, company: Company) -> bool:
    return (
        is_same(mark.name, company)
        or is_of_company(folded, mark, company)
        or is_arm(folded, mark.name)
        or is_on_the_map(mark.name)
        or (company.name or "") in mark.name
    )
