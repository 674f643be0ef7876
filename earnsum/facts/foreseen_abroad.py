"""
Foreseen abroad: what Korean sentences say had been forecast, or is, by others than the company.

The verb comes last there, and who foresees it is often left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.model import Span
from earnsum.patterns import regex

_FORESEEN_BY = r"(?:예상|전망|추정|예측|관측|추산|점쳐|기대|보)"
_IS_FORESEEN = regex.compile(
    rf"(?:것으로|으로|로|이|가|을|를)\ ?{_FORESEEN_BY}(?:된다|됐다|되[고며었던]|돼|이다|인다|진다|졌다)"
    r"|[가-힣]\ 것으로\ 보[인여]|[할될날릴칠를을울질일]\ (?:전망|예상)이(?:다|라|며)"
    r"|(?<=[0-9조억만%원]\ ?(?:[가-힣]{1,6}\ )?)(?:전망|예상|추정|관측|듯|눈앞|유력)(?=$|[…,.'\"\n])"
)
"""``영업이익은 9조원에 이를 것으로 전망된다``: by whom is left out, and it is not the company; ``영업익 9조 전망``, in a title"""
_ITS_TOPIC = regex.compile(
    r"(?:전망치|예상치|추정치|컨센서스|기대치)(?:\([^()]*\))?(?:\ (?:평균|합계))?[는은가이]\ "
    r"(?![^\n]*(?:웃[돌도]|밑[돌도]|상회|하회|못\ ?미|미치지|미달|부합|넘어|초과|앞[서섰선]|제시했))"
)
"""``영업이익 추정치는``: what all of a sentence is about"""
_ITS_OWN = regex.compile(r"회사(?:는|\ 측|\ 관계자|가)|가이던스|목표|밝혔|제시|관계자는|대표는|사장은|CFO|cfo")
_OUTERMOST = regex.compile(r"가장\ (?:낮|높|보수적|낙관적)[^.]{0,24}(?:예상치|전망치|추정치)")
"""``가장 낮은 수치를 제시한 증권사의 예상치``: no consensus"""
_EXPECTED_THAN = regex.compile(r"(?r)(?:예상|예상치|전망치|추정치|기대치|컨센서스)(?:\([^()]*\))?(?:보다|\ 대비)\ (?:약\ )?")
_OF_ANOTHER_QUARTER = regex.compile(r"(?r)[1-4]분기\(")
_SET_AGAINST = regex.compile(r"\)\ ?(?:[와과보]|대비|에\ 비[해하]|에서)")
"""``1분기(3조원)와 비슷한``: a level that another is set against"""
_MORE_OR_LESS = regex.compile(
    r"\ ?(?:가량|정도|이상|쯤|넘게)?\ ?(?:(?P<more>많|높|웃|상회|더\ )|(?P<less>적[은었게]|낮|밑|하회|부족|덜\ ))"
)


def _as_it_turned(folded: str, reading: Reading) -> Reading:
    """Return what a company had before it turned as of a year ago, or as nothing ("82억원의 손실을 냈다가 흑자로 돌아섰다")."""
    if reading.role != "actual" or _THEN_TURNED.match(folded, reading.figure.extent.end) is None:
        return reading
    return reading._replace(role="prior" if _YEAR_AGO.match(folded, 0, reading.figure.extent.start) else "skip")


def _by_how_much(folded: str, reading: Reading, beside: Sequence[Reading]) -> Reading:
    """Return a difference from what was expected as such ("컨센서스보다 15억원 많은 265억원"), as nothing beside no level."""
    if reading.role == "actual" and _OF_ANOTHER_QUARTER.match(folded, 0, reading.figure.extent.start):
        return reading._replace(role="skip") if _SET_AGAINST.match(folded, reading.figure.extent.end) else reading
    if reading.role not in ("estimate", "actual", "skip", "change") or not _EXPECTED_THAN.match(
        folded, 0, reading.figure.extent.start
    ):
        return reading
    by = _MORE_OR_LESS.match(folded, reading.figure.extent.end)
    if by is None:
        return reading
    if all(r.role != "actual" or r is reading for r in beside):
        return reading._replace(role="skip")
    return reading._replace(role="gap", side="b" if by["more"] else "m")


_THEN_TURNED = regex.compile(r"(?:의\ (?:적자|손실|흑자|이익))?[을를]?\ ?(?:냈|기록했|거뒀|봤|보였|남겼)다가")
"""``2분기 영업손실 82억원을 냈다가``: of the quarter before"""
_YEAR_AGO = regex.compile(r"(?r)(?:지난해|작년|전년|1년\ 전)[^,.]{0,30}")
_DONE = regex.compile(r"[었았했였됐렸났졌](?:고|지만|으나|으며|는데|다)|이(?:고|며|지만|나)\ ")
_COMING: dict[Role, Role] = {"actual": "estimate", "guide": "estimate", "change": "skip", "margin": "estimate"}


def as_was_expected(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return a Korean sentence's readings, what it says had been forecast as analysts' and no outlook.

    What is foreseen by nobody named ("9조원으로 예상된다"), as far as its clauses go, or is of an estimate
    ("영업이익 추정치는 9조원으로 5% 줄었다").
    """
    if not readings:
        return []
    if _OUTERMOST.search(folded, *span) is not None:
        return [r._replace(role="skip") if r.role in ("estimate", "guide") else r for r in readings]
    readings = [_by_how_much(folded, _as_it_turned(folded, r), readings) for r in readings]
    end = span.end
    found = _IS_FORESEEN.search(folded, *span)
    topic = _ITS_TOPIC.search(folded, *span)
    if topic is not None and topic.end() <= readings[0].figure.span.start:
        start = span.start
    elif found is not None and _ITS_OWN.search(folded, *span) is None:
        end = found.end()
        start = max((done.end() for done in _DONE.finditer(folded, span.start, found.start())), default=span.start)
    else:
        return list(readings)
    if start > span.start:  # "3분기 영업이익은 5억원이었고, 4분기에는 6억원으로 예상된다"
        return [
            r._replace(role="skip" if r.figure.span.start >= start else "actual" if r.role == "guide" else r.role) for r in readings
        ]
    return [r._replace(role=_COMING.get(r.role, r.role)) if r.figure.span.start < end else r for r in readings]


_OF_AN_ANALYST = regex.compile(
    r"(?:연구원|애널리스트|연구위원|센터장)[은는도이가][^\n]*(?:추정|전망|예상|내다봤|예측|분석|진단|평가|목표주가)|"
    r"(?<!\w)(?P<firm>[가-힣A-Za-z&]{1,8}(?:증권|금융투자|자산운용))[은는도이가]\ [^\n]*(?:추정|전망|예상|내다봤|예측|분석|제시)"
)


_LEAD = 100
_RATES = regex.compile(r"목표\ ?주?가|투자의견")
_OF_A_MARKET = regex.compile(r"상장(?:사|기업|법인)(?:들)?\ ?[0-9,]+(?:곳|개사|개)의?\ (?!가운데|중)|상장사\ [0-9]분기")
"""``유가증권시장 상장사 639곳의``"""


def is_of_all_listed(folded: str, sentence: Span) -> bool:
    """Tell a Korean sentence on the sums of all the firms that are listed."""
    return _OF_A_MARKET.search(folded, *sentence) is not None


def is_of_an_analyst(folded: str, sentence: Span) -> bool:
    """Tell a Korean sentence in which one analyst says what he expects: nothing that was reported, nor a consensus."""
    found = _OF_AN_ANALYST.search(folded, *sentence)
    if found is None or not found["firm"]:
        return found is not None
    rates = _RATES.search(folded, *sentence) is not None
    return rates or found["firm"] not in folded[: min(_LEAD, sentence.start)]
