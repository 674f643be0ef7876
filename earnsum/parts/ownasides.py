"""
Own asides: what a sentence that the company opens says of it before it reports.

"Acme, which competes with Anvil Co, posted", "The maker of hulls for Anvil Inc said": who is named there does not speak.
"""

from __future__ import annotations

from earnsum.model import Company, Span
from earnsum.parts.ownnames import is_same
from earnsum.patterns import re, regex
from earnsum.text.firms import ABOUT_IT, DESCRIBED, FIRM, LEGAL
from earnsum.text.terms import POSTED

_OF_THE_COMPANY = re.compile(
    rf"(?:(?:But|Yet|And|Still|Meanwhile|However),? )?(?:[Tt]he {FIRM}|It"
    r"|(?:[A-Z][a-z-]+ ){0,2}(?:[Mm]argins?|[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Ee]arnings)), (?:which|who) "
    r"[^,;$£€%0-9]*,"
    r"|The (?:[a-z]+'s )?(?:No\. [0-9]+|(?:[a-z]+-)?(?:largest|biggest)) [^,;$£€%]{3,60}, "
    r"(?:which|behind|after|trailing|second only to|next to) [^,;$£€%0-9]*,"
)
"""
``The company, which is in dispute with the Workers Union over pay, said``, ``The second-largest seller, behind Anvil Inc, posted``.
"""
_RESULTS = (
    r"(?:(?:that|on [A-Z][a-z]+day|[A-Z][a-z]+day|late|in a [a-z]+|its|his|an?|the|net|core|underlying|adjusted|overall|total"
    r"|pre-?tax|operating|quarterly|annual|(?:fiscal )?(?:first|second|third|fourth|full|half)-?(?:quarter|half|year)|same-store)"
    r" ){0,5}(?:it|profits?|revenues?|earnings|sales|income|loss(?:es)?|results|turnover)\b"
)
_REPORTS_BEHIND = (
    r"(?=(?: (?:also|has|had|earlier|(?:late )?(?:on )?[A-Z][a-z]+day))* "
    rf"(?:(?:{POSTED}|swung|forecasts?|expects|sees)\b|(?:said|says) {_RESULTS}))"
)
_CODE = r"(?: ?\([^()]{1,24}\)| [A-Z]{1,6}\.[A-Z]{1,2})?"
_FORM = rf"(?:,? (?:{LEGAL})\b\.?)?"
_SEATED = r"(?:[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,3}-based )?"
_OWN_ASIDE = regex.compile(
    rf"(?:\[ID:\w++\] )?{_SEATED}(?P<name>[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){{0,3}}?){_FORM}{_CODE}"
    rf"(?:, [^;$£€%\n]{{3,200}}?,| --? [^;$£€%\n]{{3,200}} --?){_REPORTS_BEHIND}"
    r"|The (?:world|nation|country|industry)'s (?:[a-z]+-)?(?:largest|biggest) [^,;$£€%]{3,40}, which [^,;]{3,120},"
    rf"{_REPORTS_BEHIND}"
    rf"|{DESCRIBED}{ABOUT_IT}(?:[^,;$£€%\n]{{3,120}}?|[^;$£€%\n]{{3,200}}?(?:,| --?)){_REPORTS_BEHIND}"
)
"""
``Acme, in which Anvil Co holds a stake, posted``, ``The world's biggest brewer, which has bought Anvil, posted``,
``The No. 2 brewer behind Anvil Inc said profit rose``, ``The Springfield, Ohio, company, which supplies Anvil and Duff, earned``.
"""


def own_until(folded: str, sentence: Span, company: Company) -> int | None:
    """Return where a sentence that the company opens has said what it is, and begins to report; None where it says nothing such."""
    clause = _OF_THE_COMPANY.match(folded, *sentence)
    found = _OWN_ASIDE.match(folded, *sentence)
    if found is not None and (found["name"] is None or is_same(found["name"], company)):
        return found.end() if clause is None else max(found.end(), clause.end())
    return None if clause is None else clause.end()
