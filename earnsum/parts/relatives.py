"""Relatives: a part that a clause with "which" or "whose" goes on about ("and for Anvil, whose sales fell 4%")."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.premodifiers import BUSINESS
from earnsum.grammar.tokens import Token
from earnsum.model import Span
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import NOT_A_SCOPE
from earnsum.parts.partnames import CAPITALS, KINDS, MONTH, OWNER
from earnsum.patterns import re, regex
from earnsum.text.terms import ITS

_LEADS = (
    r"(?:for|of|from|at|in|to|including|include[ds]|been|was|were|remain(?:s|ed)|except(?:\ for)?|excluding|besides|but|and|with|as"
    r"|by|about)"
)
_OWNER = rf"(?:its|the\ [a-z]++'s|{OWNER}(?=\ [a-z])|the|their)"
_WHICH = regex.compile(
    rf"\b{_LEADS}\ (?:{_OWNER}\ )?(?:(?!(?:{_LEADS}|includes?|like)\ )[a-z][\w'-]*+\ ){{0,4}}?"
    rf"(?:(?P<name>{CAPITALS})|(?P<name>{BUSINESS}(?:\ (?:and\ )?{BUSINESS}){{0,3}}|[a-z]+\ and\ [a-z]+)"
    rf"|(?P<name>[a-z]+)\ (?:networks|studios?))(?:\ {KINDS})?(?:,\ "
    r"(?:which|whose)|,?\ where(?:\ its)?)\ (?:[\w%.$£€-]++\ ){0,5}"
    r"(?:(?!and\ )[\w%.$£€-]++\ ){0,7}(?:and\ an?\ (?:[\w%.$£€-]++\ ){1,6})?$",
    regex.VERBOSE,
)
_LOOK_BACK = 140

_DRUG = (
    r"(?:drugs?|medicines?|treatments?|therap(?:y|ies)|vaccines?|painkillers?|pills?|antibiotics?|antidepressants?|antipsychotics?"
    r"|inhalers?|injections?|insulins?|device|shot)"
)
_ITS_NAME = r"(?P<name>[A-Z][\w+-]*+(?:\ [A-Z0-9][\w+-]*+)?)"
_SAID_OF_IT = (
    rf"(?:{ITS}|an?)\ [^,;$%]{{0,50}}?\b{_DRUG}\b[^,;$%]{{0,60}}"
    r"|which\ (?:also\ )?(?:treats|prevents|is\ used)\b[^,;$%]{2,80}"
)
_GOODS = regex.compile(
    rf"(?:(?:[A-Z][\w-]*+|its|the)\ )?(?:[a-z][\w'-]*+\ ){{0,5}}?{_DRUG}\ {_ITS_NAME},\ "
    rf"(?:(?:{ITS}|an?)\ [^,;$%]{{3,60}},\ )?whose\ (?:[a-z-]++\ ){{0,3}}?$"
    rf"|(?:(?:[A-Z][a-z]+\ )?{_DRUG})\ {_ITS_NAME}\ [^,;$%]{{3,80}},\ (?:with|as)\ (?:its\ )?(?:[a-z-]++\ ){{0,3}}?$"
    rf"|{_ITS_NAME},\ (?:{_SAID_OF_IT}),\ [^,;$%]{{3,80}},\ (?:with|as)\ (?:its\ )?(?:[a-z-]++\ ){{0,3}}?$"
)
"""``The allergy drug Anvil, whose sales fell 4%``, ``Anvil, an allergy drug, was hurt by copies, with sales falling 4%``"""
_GOODS_WHOSE = regex.compile(
    rf"\b(?:{OWNER}|[Tt]he\ [a-z]++'s|its|the)\ {_ITS_NAME}\ (?:[a-z][\w'-]*+\ ){{0,3}}?{_DRUG}"
    r"(?:\ (?:for|against|to\ (?:treat|prevent))\ [^,;$%]{3,50})?,\ whose\ (?:[a-z-]++\ ){0,3}?$"
)
"""``Gains came from Acme's Anvil treatment for pain, whose sales rose 4%``"""


def goods_before(folded: str, sentence: Span, stop: int) -> str | None:
    """Return the medicine that a sentence opens with, and goes on about up to a metric, or whose that is."""
    if folded.find(", ", sentence.start, stop) < 0:
        return None
    whose = max(sentence.start, stop - _LOOK_BACK), stop
    match = _GOODS.match(folded, sentence.start, stop) or (
        folded.find(", whose ", *whose) >= 0 and _GOODS_WHOSE.search(folded, *whose)
    )
    return match["name"].lower() if match else None


def part_before_which(folded: str, sentence: Span, tokens: Sequence[Token], stop: int) -> str | None:
    """Return the part that a clause up to a metric or a figure goes on about; where a company is named, none."""
    start = max(sentence.start, stop - _LOOK_BACK)
    match = _WHICH.search(folded, start, stop) if folded.find(" wh", start, stop) >= 0 else None
    if match is None or MONTH.match(match["name"]):
        return None
    start, end = match.span("name")
    if any(isinstance(token.mark, NameMark) and token.start < end and token.end > start for token in tokens):
        return None
    return None if NOT_A_SCOPE.issuperset(match["name"].lower().split()) else match["name"].lower()


_CLAUSE_ON = re.compile(
    r"(?: \([^()]{2,20}\))?, (?:which|who) (?:[a-z]+ )?(?:is|was|has|had|plans?|agreed|[a-z]+(?:ed|s)|bought|sold|lost|won)\b"
    r"(?:[^,;:.\n]|\.(?=[0-9]|[A-Z]{1,2}\b)|(?<=[A-Z][a-z])\.|(?<=Corp)\.){3,160},(?= [a-z])"
)


def clause_on(folded: str, end: int) -> Span:
    """Return the clause on a company behind its name ("Acme, which is to buy its rival Globex for $9 billion, said"), or none."""
    found = _CLAUSE_ON.match(folded, end)
    return Span(*found.span()) if found is not None else Span(end, end)
