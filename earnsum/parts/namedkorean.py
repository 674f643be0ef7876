"""
Named in Korean: the part of a company that is told of, and the company itself, which is none.

A part stands right before its metric ("D램 매출은"), as the subject of a clause that names one ("면세점은 매출 5억원에 …"),
or is all that stands before a figure in a list ("지역별 매출은 한국 2억원, 북미 3억원").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from earnsum.grammar.read import Reading
from earnsum.names.eastern import eastern_name
from earnsum.patterns import regex

_OF_PART = r"(?:매출(?!\ ?(?:원가|채권|총이익|비중))|영업[이손익적]|순[이손익]|당기순)"
_NO_PART = (
    r"(?!(?:\S*(?:[0-9]|분기|반기|누적|누계|기준|기간|연간|관계자|업계|시장|증권[가사]|투자자|대표|사장|회장|전무|상무|원장|센터장|연구원|"
    r"그룹|지주|에서|까지|부터|으로|대비|보다|따르면|이익|손실|매출|[가-힣][율률]|실적|수익|비용|환율|마진|단가|가격|비중|증가|감소|성장|효과|영향|개선|호조|"
    r"부진|보면|[가-힣]별|[가-힣]별로)"
    r"|회사|이[는번]?|그|전체|전사|합산|총|순|같은|잠정|별도|개별|연결|당기|올해|올|작년|지난해|내년|전년|직전|평균|역대|사상|창사|예상|목표|실제|"
    r"조정|지배주주|단독|통합|신규|합계|전체로|글로벌|당사|자사|주요|추가|특히|또한?|다만|반면|한편|앞서|당초|이날|이달|최근|이로써|정부|우리|동사|월|하루|관련)"
    r"(?=[\s은는의도이가에엔]))"
)
"""What opens a clause and is no part: the company or others by another word, a time, or what figures are of."""
_NOUNS_TO = r"(?:(?!\S*(?:지만|으나|[았었했]\S*|며|서|어|아)[\s,])[^\s.,]+\ ){0,4}?"
"""Between a subject and its metric: no verb of its own ("수요는 늘었지만 매출은")."""

PARTS_KO = (
    r"(?<!\w)(?P<part>[A-Z][A-Z&]{1,5})의\ ?(?=매출|영업)|"
    r"['\"](?P<part>[^'\"\n]{2,16})['\"][이가은는의]\ (?=매출|영업)|(?P<part>단독|별도|연결)\ ?기준|"
    r"(?P<part>[\p{Hangul}A-Za-z0-9·&]{1,12}(?:\([A-Za-z&]{1,8}\))?(?:\ ?부문|\ ?사업본부|\ ?사업부|\ ?사업))"
    r"(?:은|는|이|의|에서|만|,|\ )|"
    r"(?<![\w·])(?P<part>국내|해외|북미|미국|유럽|중국|인도|일본)(?:(?:은|는|이|가|에서|에서는)\ |\ (?=매출|영업[이손]|판매))"
)
SUBJECTS_KO = (
    r"(?<=^|\n|[.,!?]\ |[고며지만나데]\ |보면\ |[에서]서는\ |별로는?\ |(?:계열사|자회사|법인)인?\ )"
    rf"(?:(?:반면|또한?|이어|특히|다만|한편|같은\ 기간|주력인|[1-4]분기|[상하]반기)\ )?{_NO_PART}"
    r"(?P<part>[\p{Hangul}A-Za-z][\p{Hangul}A-Za-z0-9·&]{1,13}?(?:\ (?:부문|사업부|사업본부|사업|법인|게임|서비스|여객|화물|광고|"
    r"클라우드|구독|콘텐츠|커머스|가전|반도체|화장품|음료|식품|주택|건축|플랜트|렌탈|면세점?|점포|매장|수출|온라인))?)"
    rf"(?:(?:은|는|의|도)\ (?={_NOUNS_TO}{_OF_PART})|[이가]\ (?={_OF_PART}\ ?[0-9])|"
    rf"(?<![은는의이가로에을를한된던며도와과서해난린킨라년월억조%]|였고|했고)\ (?={_OF_PART}))"
)
LISTED_SUBJECTS_KO = (
    r"(?<=[,.로\n]\ |[고며]\ )(?P<part>(?!전체|연결|누적|분기|연간|총|순|같은|이\ )[\p{Hangul}A-Za-z0-9·]{1,12}?"
    r"(?<![은는의이가로에을를한된던며]|[었았했였됐졌났렸]고))(?:은|는|의)?\ (?=매출|영업이익)"
)
LISTED_KO = r"(?:사업\ ?부문|부문|사업|사업부|사업본부|지역|권역|국가|제품|품목|플랫폼|서비스|브랜드|채널|게임|계열사)별"

_ITEM = regex.compile(
    r"(?:[은는이가을를,△▲·:]|\ |및\ |[가-힣]{1,4}(?:난|든|며|고|만|면)\ )*"
    r"(?P<part>(?!각각|약|모두|총|으로|로\ |[은는이가을를의도]\ )"
    r"[\p{Hangul}A-Za-z][\p{Hangul}A-Za-z0-9&·/ ]{0,14}?[\p{Hangul}A-Za-z0-9](?:\([A-Za-z]+\))?)(?:[은는이가]|에서)?\ ?"
)
_LISTED = regex.compile(LISTED_KO)


def listed_item(folded: str, sentence: int, start: int, end: int) -> regex.Match[str] | None:
    """Return the part that is all that stands before a figure, where its sentence goes through them."""
    return _ITEM.fullmatch(folded, start, end) if _LISTED.search(folded, sentence, start) is not None else None


_NAME = (
    rf"{_NO_PART}(?P<part>[\p{{Hangul}}A-Za-z][\p{{Hangul}}A-Za-z0-9·&]{{1,15}}"
    r"(?:\ 및\ [\p{Hangul}A-Z][\p{Hangul}A-Za-z0-9·&]{1,11}(?:\ [A-Z][A-Z&]*)?)?(?:\ (?:부문|사업부|사업))?)"
)
_SUBJECT_BEFORE = regex.compile(rf"(?:^|(?<=[\s,])){_NAME}[이가은는도]\ (?:각각\ )?$")
_NEXT_SUBJECT = regex.compile(
    r"[을를]?(?:\ (?:가운데|중)(?:에서)?)?"
    rf"(?:(?:으로)?\ ?[\p{{Hangul}}]{{1,8}}?(?:[고며한]|지만|으나|는데|반면)(?=[\ ,]))*,?\ {_NAME}[이가은는도]\ ?"
)


def next_subject(folded: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the part that is all that stands between two figures ("후리는 5억 원, 글로벡스는 3억 원의 매출")."""
    found = _NEXT_SUBJECT.fullmatch(folded, start, end)
    return None if found is None or is_whole(folded, found["part"]) else found


def with_metric_behind(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, figures of several parts as of the metric behind the last ("은행이 5억원, 카드가 3억원의 순익을 냈다")."""
    told = list(readings)
    for last, own in enumerate(readings):
        at = last
        while at and _goes_on(folded, readings[at - 1], readings[at]) and own.metric_at is not None and own.metric_at > own.at:
            at -= 1
        start = readings[at].figure.extent.start
        first = _SUBJECT_BEFORE.search(folded, max(0, start - _FAR), start) if at < last else None
        if first is None or is_whole(folded, first["part"]):
            continue
        ends = [r.figure.extent.end for r in readings]
        names = [first["part"]] + [
            found["part"] for i in range(at, last) if (found := next_subject(folded, ends[i], readings[i + 1].figure.extent.start))
        ]
        for i, name in enumerate(names, at):
            told[i] = readings[i]._replace(metric=own.metric, metric_at=own.metric_at, part=name)
    return told


def _goes_on(folded: str, one: Reading, other: Reading) -> bool:
    alike = one.role == other.role == "actual" and one.metric is None and one.figure.kind == other.figure.kind == "money"
    return alike and next_subject(folded, one.figure.extent.end, other.figure.extent.start) is not None


_FAR = 40
_LEAD = 300
_WORD = regex.compile(
    r"(?<!\w)(?P<name>[\p{Hangul}A-Za-z0-9&·]{2,16}?)(?:\([^()\n]{1,24}\))?(?:은|는|이|가|의|도|에|을|를)?(?=[\s,])"
)
_SUBJECT = regex.compile(r"(?:\]|=|\n)\ *(?P<name>[\p{Hangul}A-Za-z0-9&·]{2,16}?)(?:\([^()\n]{1,24}\))?(?:은|는|이|가)\ ")
_STEM = 2
"""Letters that names of the company begin with alike; one more where they are Latin."""


@lru_cache(maxsize=4)
def _names_of(lead: str) -> frozenset[str]:
    """Return what a text is on, by its title and its lead: the name, longer ones that begin with it, and the first subject."""
    headline, _, rest = lead.partition("\n")
    name = eastern_name(headline, rest) or ""
    subject = _SUBJECT.search(lead)
    words = {found["name"] for found in _WORD.finditer(rest)}
    stem = name[: _STEM + name[:_STEM].isascii()]
    names = {word for word in words if len(name) >= _STEM and word.startswith(stem) and _is_short_for(word, name, stem)}
    return frozenset({name, subject["name"] if subject is not None else ""} | names) - {""}


def _is_short_for(word: str, name: str, stem: str) -> bool:
    """Tell a longer or shorter name of the same ("후리생건", "후리생활건강") from that of a sister ("후리은행")."""
    short, long = sorted((word, name), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short) or (name[len(stem) - 1 :] + word[len(stem) - 1 :]).isascii()


def is_whole(folded: str, part: str) -> bool:
    r"""
    Tell a name that is the company's own, or a piece of it.

    >>> text = "글로벡스, 3분기 영업이익 5억원\n글로벡스홀딩스는 영업이익이 늘었다. 후리카드는 순이익 1억원을 냈다."
    >>> [is_whole(text, name) for name in ("글로벡스홀딩스", "글로벡스", "후리카드")]
    [True, True, False]
    """
    return any(name.startswith(part) or name.endswith(part) for name in _names_of(folded[:_LEAD]))
