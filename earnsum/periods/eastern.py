"""Eastern periods: what Chinese, Japanese and Korean texts call a stretch of time, as patterns, read as far as their words go."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from earnsum.model import PeriodKind, Span
from earnsum.patterns import re
from earnsum.periods.kinds import LENGTHS
from earnsum.text.marks import When


class EasternPhrase(NamedTuple):
    """A period that a Chinese, Japanese or Korean text names, read as far as its own words go."""

    span: Span
    kind: PeriodKind | None
    when: When | None
    number: int | None
    year: int | None
    month: int | None
    fiscal: bool
    reported: bool


_TO = "[〜～~至—─-]"
_NOT_COMPARED = r"(?!\ ?(?:比|に比べ|대비|보다|비(?!\w)|[과와]\ (?:비교|견[줘주])|에\ (?:비[해하]|견줘)|と比べ))"
_OF_YEAR = (
    r"(?:\ ?한\ ?해)?(?:\ (?:동안|전체|누적|잠정|개별|별도|그룹|전사|국내|해외|글로벌|신규|연결(?:\ ?재무제표)?|"
    r"(?:연결\ ?|별도\ ?)?(?:재무제표\ ?)?기준(?:으로)?|k-ifrs|[가-힣a-z]{2,10}의)){0,3}\ (?:잠정|지배주주|당기)?\ ?(?:총|순)?"
    r"(?:매출|영업[이익손수적]|이익|익|손[실익]|세전|실적|[설시][비설]\ ?투자|수주|판매|목표|가이던스|배당|조정|ebitda|상각전|"
    r"이자이익|주당)"
)
"""What a Korean year is of, behind it ("지난해 연결 기준 매출"): a bare "지난해" is as often one compared with."""
_THAN = r"\S{0,6}?(?:\([^()]*\)|\ [0-9][^\s.]{2,14}?)?(?:보다|\ ?대비)"
_LAST = r"지난해|작년|지난\ 한\ 해|20[0-9]{2}년(?:도)?"
_MONTHS_RUN = (
    rf"(?<![0-9])(?:(?:20)?[0-9]{{2}}年)?(?:1[0-2]|[1-9])月?(?:1日)?(?:{_TO}|から)(?:(?:20)?[0-9]{{2}}年)?(?:1[0-2]|[1-9])月"
    r"(?:(?![0-9])(?:期|まで)?|(?:3[01]|2[89])日(?:まで)?)"
)
"""``4〜6月期``, ``今年4月から9月まで``: its months say what it is, and others than a quarter's or a half's are none"""
_ENDED = r"(?:20[0-9]{2}年)?(?:1[0-2]|[1-9])月(?:[0-9]{1,2}日|底)?[止的]"
"""A Chinese stretch of time by its end: "截至2024年6月30日止六个月"."""
_NAMES: tuple[tuple[str, PeriodKind | Literal["months", "so_far"] | None, When | None], ...] = (
    (
        (
            rf"(?:前年|昨年|上年|去年|전년|작년|지난해|1년\ 전)\ ?(?:の)?"
            rf"(?:同期|同四半期|같은\ ?(?:기간|분기)|동기|동분기){_NOT_COMPARED}"
        ),
        None,
        "year_ago",
    ),
    (
        (
            rf"20[0-9]{{2}}年(?:同期|同四半期){_NOT_COMPARED}|(?<=\()20[0-9]{{2}}年(?=:)|[一1]年前|[前上]一年度?(?:同期|(?=[的为则是]?(?:净?亏损?|盈利|净利润?)?为?[0-9]))|去年(?=[为则是])|"
            r"(?<=[较比于])20[0-9]{2}年(?:度|全年)?的?(?=-?[0-9][0-9.,]*(?:%|[百千万亿兆]*(?:[美港欧日]?元|人民币)))"
        ),
        None,
        "year_ago",
    ),
    (r"(?<=[较比与于和])(?:去年|上年)(?:第?[1-4一二三四]季度?|同季|同月|上半年|全年)", None, "year_ago"),
    (
        (
            rf"(?:昨年|前年|去年)の?(?:[1-4]四半期|第?[1-4一二三四]季度?){_NOT_COMPARED}|"
            r"(?:작년|지난해|전년도?)\ ?[1-4](?:[·・/]4)?분기"
        ),
        "quarter",
        None,
    ),
    (rf"(?:昨年|前年|去年)の?[上下]半年{_NOT_COMPARED}|(?:작년|지난해|전년도?)\ ?[상하]반기", "half", None),
    (
        (
            r"(?:前期|[前昨]年度|前の(?:年度|期|年)|前年|上年|上年度|전년도?|1년\ 전)(?!\ ?(?:の?同|の?동|같은|同))"
            rf"{_NOT_COMPARED}(?![0-9一二三四])"
        ),
        None,
        "year_ago",
    ),
    (
        (
            rf"(?:前四半期|直前四半期|(?<=[较比与于和由从])(?:上一?|前一?)季度?|上一季度|上一?季度?(?=[为的亏则])|"
            rf"직전\ ?분기|전\ ?분기){_NOT_COMPARED}"
        ),
        None,
        "previous",
    ),
    (r"(?:今期|来期|次期)(?:通期)?|내년|明年", "year", "next"),
    (rf"(?:{_LAST})(?={_OF_YEAR}{_THAN})", None, "other_year"),
    (rf"(?:{_LAST}|올해|올)(?={_OF_YEAR})", "year", None),
    (
        (
            rf"[前首头](?:[3三]个?季度?|[9九]个?月)|一{_TO}9月|[1-3]~3분기|3분기\ ?누적|"
            r"第?1[〜～~・-]第?3四半期|第3四半期(?:累計|まで)|9[カヵヶか]月(?:間|累計|(?=の))"
        ),
        "nine_months",
        None,
    ),
    (
        r"第2四半期(?:累計|まで)|(?:20[0-9]{2}年)?(?:1[0-2]|[1-9])月中間(?:連結|単独)?(?:決算|業績|期)?|中間(?:連結|単独)?(?:決算|業績)",
        "half",
        None,
    ),
    (r"누[계적](?=\ ?(?:실적|기준|으로|매출|영업|순이익|당기))", "so_far", None),
    (rf"[前首头](?:1[01]|[4578]|十一?|[四五七八两])个?月|[1一]{_TO}(?:1[01]|[4578])月", None, None),
    (_MONTHS_RUN, "months", None),
    (r"(?<![0-9])(?:1[0-2]|[1-9])월?~(?:1[0-2]|[1-9])월(?!\ ?[0-9]{1,2}일)", "months", None),
    (
        (
            r"(?<![0-9年月~至-])(?:20[0-9]{2}年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
            r"(?=单月|合并|营[收业运]|自结|税后|获利|净[利亏]|销[量售]|交付|业绩)|上月(?=单月|合并|营收|自结|获利)|"
            r"(?<![0-9年月〜~至-])(?:20[0-9]{2}年)?(?:1[0-2]|[1-9])月度?の(?=[^、。は0-9]{0,12}(?:既存店|売上高|売り上げ|全店|[販生][売産]|出荷|受注))|"
            r"(?<![0-9~∼-])(?:1[0-2]|[1-9])월\ (?=(?:(?:한\ ?달|국내외?|해외|글로벌|전체|연결|기준|완성차)\ |총\ ?){0,2}"
            r"(?:판매|매출|영업[이익]|인도량|출하|순이익))"
        ),
        "month",
        None,
    ),
    (
        (
            r"(?:20[0-9]{2}\ ?(?:财?年))?(?:第?[1-4一二三四]四半期(?!ぶり|連続|続け)|第?[1-4一二三四]季度|第[1-4一二三四]财?季|"
            r"[一二三四]财季|首季度?|一季报|[末次]季(?![度节])|(?<![a-z0-9])q[1-4](?=[一-鿿]))|[单当]季度?|季内|季度|"
            r"(?<![较比与于和由从前个优差高低去及、])上季(?=收入|营收|净利|纯利|经调整|经营|盈利|亏损|溢利|毛利|业绩|总收入|调整后|每股|非|季度|少赚|多赚|转)|"
            r"(?:20[0-9]{2}년\ )?[1-4](?:[·・/]4)?분기|(?<![전상하]\ )(?<![전동])분기(?!점)"
        ),
        "quarter",
        None,
    ),
    (rf"{_ENDED}[9九]个月", "nine_months", None),
    (rf"{_ENDED}[6六]个月", "half", None),
    (rf"{_ENDED}[3三]个月", "quarter", None),
    (
        rf"{_ENDED}(?:财政?|会计)?(?:年度?|全年|十二个月|12个月)|(?<=[较比而])20[0-9]{{2}}年(?![0-9一二三四第上下同])",
        "year",
        None,
    ),
    (
        r"中期(?=业绩|纯利|盈利|溢利|净利|亏损|收入|营业额|核心|基[本础]|股东|多赚|少赚|转|蚀)|[六6]个月|[上下]半财年|半年报|上半年|下半年|半年|中間期|上期|下期|上半期|下半期|상반기|하반기",
        "half",
        None,
    ),
    (
        (
            r"(?<![0-9])(?:20)?[0-9]{2}年(?:1[0-2]|[1-9])月期(?:通期)?|通期|全年|20[0-9]{2}\ ?财年(?![第一二三四1-4上下q首末])|"
            r"20[0-9]{2}(?:/[0-9]{2,4})?\ ?(?:财政?|会计)?年度?"
            r"(?=全年|公司|集团|该[公行司集]|本[公行集]|实现|录得|(?:合并)?营[收业]|总?收入|净利|纯利|溢利|税[前后]|归母|归属|经调整|毛利|每股|销售|股东|[,]|业绩|年报|年度报告|由盈转亏|扭亏|净亏|亏损|盈利)|"
            r"(?:20)?[0-9]{2}年度|(?<![前昨の上])年度|年間(?!経常収益)|연간"
        ),
        "year",
        None,
    ),
)
_MONTHS = re.compile(rf"(?:([0-9]{{1,2}})[月월]?(?:1日)?(?:{_TO}|から)(?:(?:20)?[0-9]{{2}}年)?)?([0-9]{{1,2}})[月월]")
_REPORTED = re.compile(
    "の?(?:連結|単独)?決算|の(?:連結|単独)?(?:経常|最終|営業|純)(?:利益|損益)(?:は(?:前の期|前年度|黒字|赤字)|が[^。\n]{2,60}になったと発表)"
)
"""Behind a business year: it is the one reported, whatever quarters are told of too."""
_SO_FAR: dict[str, PeriodKind] = {"2": "half", "3": "nine_months", "4": "year"}
"""What is added up behind a quarter by its number: "누적 매출"."""
_BESIDE = 10
_LETTER = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_THE_QUARTER = ("单季", "当季", "季内")
"""A Chinese quarter that has no number: the one named before it in its paragraph."""
_HAN_DIGITS = {"首": 1, "次": 2, "末": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def find_eastern(low: str) -> Iterator[EasternPhrase]:
    """Find the periods that Chinese, Japanese and Korean texts name."""
    if not _LETTER.search(low):
        return
    quarter = -1
    told, named_till = "", -1
    for found in _pattern().finditer(low):
        _, named, when = _NAMES[(found.lastindex or 1) - 1]
        words = found.group()
        if words.startswith(_THE_QUARTER) and quarter >= 0 and "\n" not in low[quarter : found.start()]:
            continue
        quarter = found.end() if named == "quarter" else quarter
        number = (
            re.search(r"第?([1-4一二三四首次末])(?:四半期|财?季[度报]?|(?:[·・/]4)?분기)|q([1-4])", words)
            if named == "quarter"
            else None
        )
        year = re.match(r"(20[0-9]{2})(?:/[0-9]+)?\ ?(?:财[政]?|会计)?[年년]", words)
        months = _MONTHS.search(words)
        ran = LENGTHS.get((int(months[2]) - int(months[1])) % 12 + 1) if months and months[1] else None
        kind: PeriodKind | None
        if named == "so_far":
            kind = _SO_FAR.get(told) if found.start() > named_till else None
        elif named == "months":
            kind = ran
        else:
            kind = ran if ran is not None else named
        if kind is None and named in ("months", "so_far"):
            continue
        told = number[1] or number[2] if number is not None else told
        named_till = found.end() + _BESIDE if kind not in (None, "quarter") else -1  # "상반기 누적 매출"
        yield EasternPhrase(
            span=Span(*found.span()),
            kind=kind,
            when=when,
            number=(_HAN_DIGITS.get(number[1]) or int(number[1] or number[2])) if number else None,
            year=int(year[1]) if year else None,
            month=int(months[2]) if months else None,
            fiscal=words.endswith(("年度", "财年")),
            reported=kind == "year" and words[0].isdigit() and _REPORTED.match(low, found.end()) is not None,
        )


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the names of periods in languages that put no blanks between words."""
    names = "|".join(f"({names})" for names, _, _ in _NAMES)
    return re.compile(
        f"(?=[前首头昨上去第季下中半通全年今来次明直末单当六q十五七八九전작지내연상하분직올누1-9一二三四])(?:{names})"
    )
