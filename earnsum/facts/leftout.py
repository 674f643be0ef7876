"""Left out: how a sentence says that one-off items are left out of its figures, which makes them adjusted ones."""

from __future__ import annotations

from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTS, ITS, PERIOD

_WOULD_HAVE = regex.compile(
    rf"\bwould(?:'ve| have) (?:been |had |reported |posted |made |totall?ed |[a-z]++ to )?(?:an? )?{ABOUT}"
    r"(?:[a-z]++ )?$"
)
"""``without the charge, it would have earned 51 cents``, ``profit would have been 51 cents``"""

_ITEMS = (
    r"(?:charges?|items?|abnormals|exceptionals|costs?|expenses?|gains?|benefits?|impairments?|write-?(?:downs?|offs?)|amorti[sz]ation|compensation"
    r"|settlements?|effects?|impacts|one-offs?|tax (?:credits?|provisions?)|loss(?:es)?(?! of)|discontinued operations"
    r"|payments?(?= (?:to|for|of|from)\b)|sales?(?= of (?:its|the|an?|[A-Z]))|matters|damages|payouts?|fines|penalties|severance"
    r"|reductions?|reversals?|results (?:of|from)|(?:tax|accounting) impact"
    r"|(?:restructuring|accounting|tax) adjustments"
    r"|(?:those|these|such|special|one-time|unusual) (?:factors|events|developments))\b"
)
_LEAVING_OUT = re.compile(
    r"(?i)(?:[*-]\ )?(?:(?:but|and|however|still|also),?\ )?(?:excluding|excluded|stripping\ out|"
    r"stripping(?=\ (?:that|it|those|them)\ out,)|"
    r"without|leaving\ out|"
    r"adjusting\ for|adjusted\ for|backing\ out|not\ (?:counting|including)|apart\ from|aside\ from|removing|discounting|"
    r"absent|minus|ignoring|disregarding|"
    r"factoring\ out|setting\ aside|barring|but\ for|"
    r"before(?=\ [^.;,\n]{0,60}?\b(?:one-off|one-time|exceptional|special|non-recurring|restructuring"
    r"|(?:stock|share)-based)\ )"
    r"|were\ it\ not\ for|stripping\ (?:away|off)|(?:when|if|once|with)(?=\ [^.;,\n]{3,80}?\ (?:excluded|removed|set\ aside"
    r"|(?:left|stripped|taken|factored|backed)\ out),))\ (?:(?:those|them|these|that|it|this)(?=,|\ out,)|"
    rf"(?:[^.;\n]|\.(?=[0-9])){{0,120}}?\b{_ITEMS})"
    r"|(?:(?:but|and|however|still),?\ )?(?:(?:setting|putting|leaving)\ (?:those|them|these|that|it|this)"
    rf"|(?:[\w'’-]++\ ){{0,5}}?{_ITEMS}(?:\ [^.;,\n]{{2,40}})?)\ aside,"
    r"|(?:若?(?:撇除|剔除|扣除|排除)|若?不[计含])[^,。;\n]{2,40}?(?:收益|费用|影响|项目|损失|减值|支出|成本|变动|因素|激励|开支|利得),"
)
"""
``Excluding the charge for a plant that it closed, it made $8 million``, ``…, but excluding the charge, it made``, and
``When one-time gains were excluded, it made``, ``One-time items aside, it made``
"""


_LEFT_OUT = regex.compile(
    r"(?:(?<!share),? \(?(?:or|and) [\p{Sc}A-Z]{0,4}[0-9.]++ ?(?:cents?|p|pence)?(?:,? (?:a|per) (?:diluted )?share)?\)?)?"
    rf"(?:,? (?:up |down )?from {SUM}(?:,? or {SUM})?(?:,? (?:a|per) share)?(?:,? a year (?:ago|earlier|before))?"
    r"(?=,? \(?(?:after )?(?:exclud|stripp|adjust)))?"
    rf"(?: from continuing operations)?(?:,? (?:in|for|during) {ITS} [\w' -]{{3,40}}?)?,? \(?"
    r"(?:(?:before|(?:after )?(?:excluding|stripping out|leaving out|taking out|adjusting for)|without|absent|minus"
    rf"|not (?:counting|including)"
    rf"|(?:were it|if) not for|but for) (?!depreciation)(?:[\w'’-]++ ){{0,5}}?{_ITEMS}"
    rf"|(?:when|if|once|with) (?:[\w'’-]++ ){{0,3}}?{_ITEMS}(?: [\w'’-]++){{0,6}}? (?:left|stripped|taken|factored|backed) out"
    rf"|(?:when|if|once|with) (?:[\w'’-]++ ){{0,3}}?{_ITEMS}(?: [\w'’-]++){{0,6}}? (?:excluded|removed|set aside))"
)
"""``earned 3 cents a share, excluding a one-time gain``, ``$5 million, or 3 cents a share, in the quarter, before a charge``"""

_IN_A_PERIOD = re.compile(rf" (?:in|for|during) {ITS} (?:[a-z-]+ ){{0,2}}{PERIOD}(?=,? )")
"""``profit in the quarter before one-off items was``"""
_CORE = re.compile(r"(?i)\b(?:core\b|underlying\b|pre-exceptional\b|adjusted\b|kern)|sonder(?:effekt|posten|einfl)|einmaleffekt")
"""``der Kerngewinn je Aktie``, ``das Core EBIT``: left out by the metric's own name"""
_GOES_ON = regex.compile(r",\ (?:and|but|or),?\ |[,;](?=若?[撇剔扣排不][除计含])")


def leaves_out(folded: str, start: int, metric: Span, extent: Span) -> bool:
    """Tell whether a sentence from `start` on says so of a figure, before its metric's name, right behind that or behind itself."""
    figure = extent.start
    if _CORE.search(folded, *metric) or _LEFT_OUT.match(folded, extent.end):
        return True
    begins = (start, *(match.end() for match in _GOES_ON.finditer(folded, start, metric.start)))
    if any(_LEAVING_OUT.match(folded, at, metric.start) for at in begins):
        return True
    within = _IN_A_PERIOD.match(folded, metric.end)
    behind = within.end() if within else metric.end
    behind += 2 if folded.startswith(", ", behind) else 1
    if behind < figure and _LEAVING_OUT.match(folded, behind, figure):
        return True
    return any(folded.find("would", start, end) >= 0 and _WOULD_HAVE.search(folded, start, end) for end in (metric.start, figure))


_WOULD_BE_WITHOUT = regex.compile(
    r"(?:(?:But|And|However),? )?(?i:excluding|without|before|but for|adjust(?:ing|ed) for|(?:stripping|leaving) out|not counting"
    r"|(?:apart|aside) from)"
    rf"\b(?:(?!\b(?:{EXPECTS}|next|outlook|guidance|target|this year)\b)[^;\n])*?\bwould "
    rf"(?:(?:only|still) )?(?:be|stand at|come (?:to|in at)|amount to|total) {ABOUT}(?:{SUM},? [a-z ]{{0,24}})?$"
)
"""``Excluding the arm that it sold, EPS would stand at``: what was reported, without something; no outlook"""


def would_be_without(folded: str, start: int, end: int) -> bool:
    """Tell a sentence from `start` that tells of a figure at `end` what it would be without something."""
    return _WOULD_BE_WITHOUT.match(folded, start, end) is not None
