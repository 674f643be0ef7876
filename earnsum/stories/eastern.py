"""
Eastern stories: which paragraphs of a Chinese or Japanese article tell of which company.

A brief of several firms opens a paragraph on each with its name and that it has reported; in a story on one firm a paragraph
that opens so on another tells of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.model import Company, Span
from earnsum.patterns import regex
from earnsum.stories.story import Story

_WHEN = r"(?:[0-9]{0,4}年?[0-9]{0,2}月?[0-9]{1,2}日|今日|昨日|周[一二三四五六日])?(?:晚间?|早间|盘[前后]|午间)?"
_OPENS_ZH = regex.compile(
    r"(?:[-•●◆▲■◎※\s]|[0-9]{1,2}[.、]\s?)*+(?P<beside>(?:同样在|同日|另外?|此外)[\p{Han}0-9]{0,4}[,，]?)?+"
    r"(?:\p{Han}{1,8}(?:大厂|龙头|厂商|业者|巨头))?+"
    r"(?P<name>(?!公司|集团|该|其|本|据|对|报告|财报|管理层|展望|受|由于|今|去年|第|累计|另|此外|同时)[\p{Han}A-Za-z][\p{Han}A-Za-z0-9·&*-]{1,11}?)"
    rf"(?P<code>\s?\([^()]{{2,28}}\))*[,，]?{_WHEN}(?:也|亦)?(?:公布|公告|发布|披露)(?!的)"
)
_OPENS_JA = regex.compile(
    r"(?:[■●◆▼・]\s*)?+(?P<name>(?!同社|会社|当社|前年)[\p{Han}\p{Katakana}A-Za-z0-9ー・&]{2,18}?)(?P<code>\s?[<(][0-9]{3}[0-9A-Z][^<>()]{0,6}[>)])?"
    r"(?:が(?:同日|[0-9]{1,2}日)に?発表した|[はの](?:20)?(?:[0-9]{2}年)?[0-9]{1,2}[〜~─-][0-9]{1,2}月期)"
)
_KANA = regex.compile(r"\p{Hiragana}")
_TELLS = regex.compile(r"[0-9](?:[亿万億兆元円]|\s?%)")
_OF_MANY = regex.compile(
    r"[0-9二三四五六七八九十两多数]+(?:家|只|档|社)|[早晚]报[|｜:：]|汇总|一览|速[览递]|公告精选|各社|主要企業|まとめ|一覧|ダイジェスト|明暗"
)
"""How a title says that an article is on several firms."""
_FEW = 2
_SEVERAL = 3


def eastern_turns(folded: str, paragraphs: Sequence[Span], headline: str) -> list[Story]:
    """Read a brief of several firms; none where there is one, or where nothing says that it is one."""
    names = _opening(folded, paragraphs)
    firms = list(dict.fromkeys(name for name in names if name))
    titled = sum(firm[:_FEW] in headline for firm in firms)
    enough = _FEW if titled >= _FEW or (_OF_MANY.search(headline) and titled != 1) else _SEVERAL
    telling = [name for name, p in zip(names, paragraphs, strict=True) if _TELLS.search(folded, *p)]
    if len(firms) < enough or (enough == _SEVERAL and (titled or telling.count(None))):
        return []
    groups: dict[str, list[Span]] = {}
    current = None
    for name, paragraph in zip(names, paragraphs, strict=True):
        current = name or current
        if current:
            groups.setdefault(current, []).append(paragraph)
    return [Story(body=tuple(body), heading=None, item=True, company=Company(name=name)) for name, body in groups.items()]


def _opening(folded: str, paragraphs: Sequence[Span]) -> list[str | None]:
    """Return for each paragraph with figures the firm that it opens on, if it says that this has reported."""
    opens = _OPENS_JA if _KANA.search(folded) else _OPENS_ZH
    found = [opens.match(folded, *p) if _TELLS.search(folded, *p) else None for p in paragraphs]
    return [match["name"] if match is not None else None for match in found]


def without_others(folded: str, paragraphs: Sequence[Span], company: Company) -> list[Span]:
    """Leave out, behind what a Chinese story tells of its firm, paragraphs that open on another listed one, and its title."""
    own = (company.name or "")[:_FEW]
    if not own or _KANA.search(folded):
        return list(paragraphs)
    kept: list[Span] = []
    elsewhere = told = False
    for paragraph in paragraphs:
        named = own in paragraph.of(folded)
        opened = _OPENS_ZH.match(folded, *paragraph) if told and not named else None
        if opened is not None and (opened["code"] or opened["beside"]):
            if not elsewhere and own not in kept[-1].of(folded) and "。" not in kept[-1].of(folded):
                kept.pop()
            elsewhere = True
        elsewhere = elsewhere and not named
        told = told or _TELLS.search(folded, *paragraph) is not None
        if not elsewhere:
            kept.append(paragraph)
    return kept
