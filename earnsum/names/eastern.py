"""
Eastern names: the company of a Japanese, Chinese or Korean text.

It is what the title opens with, as fully as the text writes it; where a title opens on other words, it is who the lead
names by its code.
"""

from __future__ import annotations

from earnsum.patterns import re, regex

_OPENING = 700
"""Letters of a text in whose clauses a name is looked for."""


EASTERN_LETTERS = regex.compile(r"[\p{Han}\p{Hangul}\p{Katakana}]{3}|\p{Hangul}{2}")
_EASTERN = regex.compile(
    r"(?:[\s【\[《〔<][^】\]》〕>]{0,16}[】\]》〕>])?[\s–—―-]*+(?:[米独英仏](?=[\p{Katakana}A-Z]))?"
    r"(?P<name>[^\s、。,，「」『』()（）<>·…:：的'\"]{2,20}?)(?:株式会社|홀딩스)?"
    r"(?:[(（<][^()（）<>]{1,16}[)）>])?(?:は|が|の|、|--|,|，|:|[는은의](?!\p{Hangul})|이 |가 |第|[0-9]|Q[1-4]|"
    r"公布|发布|披露|宣布|公告|上半年|全年|今|去年|[一二三上首次末单]季|中期|营收|营业|收入|总收入|净利|纯利|純利|盈利|溢利|利润|亏损|"
    r"业绩|業績|财报|每股|毛利|股东|归母|预计|预期|录得|同比|按年|年增|売上|連結|通期|決算|三季报|年报|中报|截至|前[三0-9]|将(?=[派于在以])|盘[前后中]|中绩|季绩|股价|拟(?=[派每])|多赚|交出|営業|純利益|最終|経常|\s)"
)
_EASTERN_TAIL = regex.compile(
    r"[\p{Han}\p{Katakana}\p{Hangul}ー]{0,10}?(?<![今昨周])(?=株式会社|は|が|の|[는은](?!\p{Hangul})|[(（])"
)


_PARTS = ("事業", "部門", "セグメント", "分野", "业务", "板块", "部门", "부문", "사업", "사업부", "사업본부")
"""How the name of a part of a company ends."""


_WIRE = regex.compile(
    r"(?:[\p{Han}A-Za-z0-9]{2,6}\ ?[|〉》>]\ ?|[\p{Han}]{2}调查[:：]|"
    r"[\p{Han}A-Za-z]{2,8}?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:消息|[快资]?讯|电)[,，:：\ ]|"
    r"[^\s、。,，]{2,16}?大手の?(?!町|\ )|[0-9]{1,2}日、|"
    r"(?:北京|美[国东]?|当地)时间[0-9年月日]{2,12}[^\s,，]{0,4}[,，])?+"
)
"""Who reports it, or what the company is, before its name."""


_QUOTED = regex.compile(r"[\[【(]?(?:\"[^\"\n]{2,40}\"|'[^'\n]{2,40}')[\])】]?(?:의|로|에)?[\s,…]+")
"""What a Korean title quotes before it says who it is on."""
_NO_EASTERN = regex.compile(
    r"[\"“”0-9年季月看]|公司|集团$|收入|营收|利润|净利|业绩|市场|数据|分析|同[期比]|环比|增长|下降|派发|亏损|实现|预计|其中|決算|売上|利益|매출|이익"
)


_LEADING = regex.compile(
    r"(?<![^\s,。:;)】》」—-]|[0-9]-)(?:[\p{Han}A-Za-z0-9]{0,16}?(?:[讯电]|[厂商]|巨头|龙头|企业|平台|大手の))??"
    r"(?P<name>(?!每)[\p{Han}\p{Katakana}A-Za-z][\p{Han}\p{Katakana}A-Za-z0-9ー・·&]{1,20}?)(?P<kind>(?:集团|控股|公司|有限公司)*)"
    r"(?:\ ?[(<](?:[0-9]{3,6}(?:[.-][A-Z]{1,2})?|[A-Za-z.:, ]{0,16}(?:代码)?[:： ]*[A-Z]{2,6}(?:\.[A-Z]{1,2}|\ US)?"
    r"|[^()<>]{0,20}代码[^()<>]{0,16})[)>](?!\p{Hangul})|(?<=[\p{Han}\p{Katakana}A-Za-z])(?=[がは][0-9]{1,2}日))"
)
"""Whose lead it is, by the code behind its name ("环球(9988)昨公布"), or the day on which a Japanese one told ("グロボは10日")."""
_LEAD_ENDS = 300


def eastern_name(headline: str, rest: str) -> str | None:
    """Name the subject that a Japanese, Chinese or Korean title opens with, as fully as the text does; else one of its clauses."""
    wire = _WIRE.match(headline)
    quoted = _QUOTED.match(headline)
    found = _EASTERN.match(headline, quoted.end() if quoted is not None else wire.end() if wire is not None else 0)
    if found is not None and quoted is not None and rest.find(found["name"]) < 0:
        found = None  # "'빅3' 성적표 나왔다…글로벡스, 영업익 5억원"
    place = rest.find(found["name"]) if found is not None else -1
    leading = _leading_name(headline, rest, found["name"] if found is not None else "", told=place > 0)
    if leading is not None:
        return leading
    if _HANGUL.search(rest) and (found is None or _is_no_korean(found["name"], headline, rest)):
        return _korean_subject(f"{headline}\n{rest[:_OPENING]}") or (
            found["name"] if found is not None and not _NO_KOREAN.fullmatch(found["name"]) else None
        )
    if found is None or found["name"].endswith((*_PARTS, "で", "に", "を")) or '"' in found["name"]:
        return _of_a_clause(f"{headline}\n{rest[:_OPENING]}")
    if place < 0:
        return found["name"] if _KANA.search(rest) else _used_of(found["name"], rest)
    tail = _EASTERN_TAIL.match(rest, place + len(found["name"]))
    return found["name"] + (tail.group() if tail is not None and tail.group() not in _FORMS else "")


_HANGUL = regex.compile(r"\p{Hangul}{2}")
_NO_KOREAN = regex.compile(
    r"\S*(?:[0-9.]+(?:일|월|년)|날|업체|기업|제조사|대장주|월가|미국|중국|일본|국내|글로벌|매출|이익|손실|실적|순익|영업|광고|사업|부문|"
    r"시장|회사|업계|증권가|증권사|전문가들?|애널리스트들?|관계자|연구원|대표|사장|회장|투자자들?|주가|가격|판매|수요|비용|수치|규모|이번|같은|당초|"
    r"분기|반기|지난해|작년|올해|내년|정부|코스피|코스닥|성적표|이유|영향|효과|전환|악화|개선|호조|부진|이사회|매출액|단가|부채|자산|감소|증가|컨센서스|출하량|손익|증권사들|발생|가입자|예상|기대치?|추정치|전망치?|에프앤가이드|연합인포맥스|가운데|에서|에는|보다|으로|뛰어넘|뒤집|웃도|밑도|있|없|하|되)"
    r"|증권|금융|\S{1,2}들|EPS|ROE|PE?BR|PER|EBITDA|CEO|CFO|NIM|LSEG|CNBC|FT|AI|IT"
)
"""What a Korean clause may have as its subject, or a title open with, and names no company."""
_KOREAN_SUBJECT = regex.compile(
    r"(?<![\w.])(?P<name>[\p{Hangul}A-Za-z][\p{Hangul}A-Za-z0-9&]{1,15}?)"
    r"(?P<code>[(\[][^()\[\]\n]{1,24}[)\]])?(?P<particle>[은는이가의]|도)\ "
)


def _is_no_korean(name: str, headline: str, rest: str) -> bool:
    """Tell what a Korean title, or a text without one, opens with from a company: a day, a kind of business, a figure's noun."""
    told = headline + rest
    if _NO_KOREAN.fullmatch(name) or regex.match(rf"[^\n]{{0,30}}?{regex.escape(name)}\ \S*(?:업체|기업|대장주|회사|공룡)", told):
        return True
    return told.count(name) < 2 and regex.search(rf"{regex.escape(name)}(?:[은는이가의도(,]|\ [올지상하1-4])", told) is None


def _korean_subject(text: str) -> str | None:
    """Return the first subject of a lead that the text names again, or by its code ("미국 전기차업체 글로벡스가 …")."""
    found: dict[str, list[int]] = {}
    title = text.partition("\n")[0]
    for match in _KOREAN_SUBJECT.finditer(text):
        if not _NO_KOREAN.fullmatch(match["name"]) and (match["particle"] != "의" or match["code"] or match["name"] in title):
            found.setdefault(match["name"], []).append(match.start())
    named = {
        name: starts[0] for name, starts in found.items() if text.count(name) > 1 or text.startswith("(", starts[0] + len(name))
    }
    return min(named, key=lambda name: named[name], default=None)


def _leading_name(headline: str, rest: str, titled: str, *, told: bool) -> str | None:
    """Return the name that a lead opens on, where a title opens on other words, or on what is short for it."""
    found = _LEADING.search(rest, 0, _LEAD_ENDS) or _LEADING.search(headline)
    if found is None or titled.startswith(found["name"]) or (told and _NO_EASTERN.search(titled) is None):
        return None
    title = headline.partition("\n")[0]
    name = found["name"] + (found["kind"] if f"{found['name']}{found['kind']}" in title else "")
    short = len(name) > _SHARED + 1 and name[:_SHARED] in title
    return name if short or name in title or titled[:_SHARED] == name[:_SHARED] else None


_SHARED = 2
"""Letters by which a short name in a title is that of the lead."""
_FORMS = ("集团", "公司", "控股", "股份")
_KANA = re.compile("[ぁ-ん]")
_KINDS = frozenset(
    "集团 公司 控股 股份 汽车 科技 银行 电子 半导体 软件 平台 网络 航运 能源 医药 保险 证券 地产 置业 电信 电机 "
    "美国 日本 中国 德国 法国 韩国 台湾 香港 巨头 大厂 大手 企業 自動車 電機".split()
)
"""What many names have in them, and none is."""


def _used_of(name: str, rest: str) -> str:
    """Return what a text uses of a title's words for its company ("法国奢侈品商环球": "环球"): the longest that comes again."""
    pieces = (name[at : at + size] for size in range(len(name) - 1, 1, -1) for at in range(len(name) - size + 1))
    return next((piece for piece in pieces if rest.count(piece) > 1 and piece not in _KINDS and not piece.isdigit()), name)


def _of_a_clause(text: str) -> str | None:
    """Return what clauses open with most, where several do so with the same name."""
    found = [match["name"] for clause in regex.split(r"[,，。…\n]", text) if (match := _EASTERN.match(clause.strip())) is not None]
    named = [name for name in found if not _NO_EASTERN.search(name) and text.count(name) > 1]
    return max(named, key=lambda name: (named.count(name), text.count(name)), default=None)
