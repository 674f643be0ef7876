"""
Named in Chinese: the part of a company that is told of.

Words run together, so what stands before sales is a part only as far as it says neither when nor why, nor whose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from earnsum.grammar.read import Reading
from earnsum.patterns import regex

_OF_ALL_ZH = (
    "带动|推升|推动|受惠|受益|当(?!地)|季|年|月|期|日|公司|集团|总|营业|主营|股东|实现|同比|录得|整体|合计|累计|预|分析|毛|单|利息|每|投资|手续|归|"
    "报|收入|取得|获得|完成|带来|贡献|产生|公布|约|近|超|为|将|的|净|保费|业绩|指引|目标|实际|调整|公认|通用|扣非|综合|"
    "合并|获利|盈利|盈余|亏损|利润|溢利|费用|成本|未经|经审|本行|该行|单一|有机|可比|同店|母|增长|成长|下[降滑]|提升|营运|经营|"
    "基本|摊薄|应占|持续|一次性|核心(?=[业营收净利])|分别|全球|由|由于|今|去|上半|下半|环比|按|占"
)
"""Chinese words by which sales are those of the whole company, or of a time."""
_ARMS_ZH = "(?:银行|人寿|证券|产险|产物保险|投信|寿险|信托|租赁)"
"""How the arms of a Chinese financial group are called."""

PARTS_ZH = (
    r"来自(?P<part>[^,。;的]{2,16})的|"
    rf"(?<![\p{{Han}}A-Za-z0-9])(?:其中|此外|同时|而|[^,。;:()]{{0,10}}(?:季度?|半年|全年|年度?|财年|期内|月份?))?[,的]?总?"
    rf"(?P<part>(?![QHF][Y0-9]|[0-9.]+[百千万亿美元]|其(?!他|它|余))(?:(?!{_OF_ALL_ZH})[\p{{Han}}A-Za-z0-9&·/]){{2,14}}?)(?<![及和与])"
    r"(?:\([A-Za-z0-9& ]{1,12}\))?"
    r"的?(?:有机|可比)?[总净]?(?=(?:销售|营业|经营|营运)?(?:收入|营收|收益)(?![率成])|(?:毛利|经营(?:利润|溢利)|营业利润)率?(?!率)|销售额|(?i:ebitd?a))|"
    rf"(?:旗下|子公司)?(?P<part>(?!旗下|子公司)[\p{{Han}}]{{2,4}}{_ARMS_ZH})(?=上月|[0-9]+月|第?[1-4一二三四]季|前[三0-9]|单月|单季|累计|今年|去年|税后|获利|净利|亏损|[小大]?赚)|"
    rf"(?<!\p{{Han}})(?P<part>(?!本|该|其)(?:(?!{_OF_ALL_ZH})\p{{Han}}){{2,6}}核心)(?=总?收入|营收)|"
    r"(?P<part>[\p{Han}]{2,6}服务|(?<![\p{Han}A-Za-z0-9])[\p{Han}A-Za-z0-9()]{3,14}集团)(?=[上当本]?季?总?(?:收入|营收))|"
    rf"(?P<part>(?!{_OF_ALL_ZH})[\p{{Han}}A-Za-z0-9]{{2,14}}?)(?:带来|贡献)了?(?=[^,。;0-9]{{0,2}}[0-9.]+[万亿]*\p{{Han}}{{0,3}}的?(?:收入|营收))|"
    r"(?P<part>[\p{Han}A-Za-z0-9]{1,10}?(?:业务|分部|板块|部门))(?:的|实现|收入|营收|收益|,)?"
)

_ITEM = (
    r"(?![^,。;]*(?:收益|费用|成本|开支|支出|投资|补[助贴]|减值|拨备|利息|税|[股派]息|分红|现金|回购|一次性|经常性|准则|口径))"
    r"(?P<part>(?![0-9]|净|毛|归母|经调|第|上半|下半|全年|同比|环比)[\p{Han}A-Za-z0-9&·]{2,12}?)"
)
_LISTED = regex.compile(rf"(?:[^,。;0-9]{{0,4}}[,;])?(?:其中|当中),?{_ITEM}(?:业务|板块|分部)?(?:[为达]到?|则[为达]|录得)?约?")
_NEXT = regex.compile(rf"[,、]{_ITEM}(?:业务|板块|分部)?(?:[为达]到?|则[为达]|录得)?约?")
_GAVE = regex.compile(
    rf"[,、;](?:而|另外?|至于)?{_ITEM}(?:业务|板块|分部)?(?:贡献|带来)了?约?近?"
    rf"|[;,](?:而)?(?P<part>(?![^,;]*(?:占|净|率))\p{{Han}}{{2,8}}(?:地区|市场|区域))(?:则?[为达是]|录得)?约?"
)
"""``奶粉收入15亿元,冰淇淋贡献9亿元``: of what the part before it told"""
_MOVED = r"(?:[增上下减][长升加降滑少跌]|[升跌增减])(?:了|约)?"
_EACH = regex.compile(rf"[,;]?(?:同比|按年)?分别(?:同比|按年)?(?P<moved>{_MOVED})")
_AND = regex.compile(rf"[和及、,与]{{1,2}}(?P<moved>(?:同比|按年)?{_MOVED})?")


def with_parts_listed(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, sums of parts behind a total as of its metric, and the changes of each behind them.

    ``总收入1290亿元,下降3%,其中云业务1025亿元,广告265亿元,分别下降2%和7%``
    """
    told = list(readings)
    total: Reading | None = None
    listed: list[int] = []
    changed = 0
    for at, own in enumerate(readings):
        before = readings[at - 1] if at else None
        between = folded[before.figure.extent.end : own.figure.extent.start] if before is not None else ""
        item = (_NEXT if listed else _LISTED).fullmatch(between) or _GAVE.fullmatch(between)
        if own.metric is not None and own.role == "actual" and (item is None or total is None or own.metric != total.metric):
            total, listed, changed = own, [], 0
        if total is None or own is total or own.metric not in (None, total.metric):
            continue
        if item is not None and own.role == "actual" and own.figure.kind == total.figure.kind == "money" and not changed:
            told[at] = own._replace(metric=total.metric, metric_at=total.metric_at, part=item["part"])
            listed.append(at)
        each = (_AND if changed else _EACH).fullmatch(between) if own.figure.kind == "percent" and changed < len(listed) else None
        if each is not None:
            before_it = told[at - 1].side if changed else "U"
            side = before_it if each["moved"] is None else "D" if regex.search("[减下跌降]", each["moved"]) else "U"
            part = told[listed[changed]].part
            told[at] = own._replace(role="change", side=side, metric=total.metric, metric_at=total.metric_at, part=part)
            changed += 1
    return told


_LEADS = regex.compile(
    r"^(?:按(?!揭)|当中|其中|[而惟但]|不过|至于|同时|此外|[带推]动|推升|主要|由|[和与及]|以及|旗下|对于|来自|"
    r"公司|集团|本(?!地)|单季|上季|第?[1-4一二三四]季度?|q[1-4]|h[12])+"
)
"""What a run of Chinese has before the name of a part."""
_ENDS = regex.compile(r"(?:第?[1-4一二三四]季度?|q[1-4]|[上下]半年|全年|的)+$")
_NO_PART = regex.compile(
    r"(?:业务|分部|板块|部门|部分|各项|主营|主要|数据|市场|营运|经营|整体|新台币|美元|港元|人民币)*$|受[惠益]|撇除|剔除|扣除|若|不[考计包]|排除|因|"
    r"根据|关注|[^,]*(?:已处置|出售)"
)
"""What is no part: all of it, money, why it is so, or what is left out."""


def without_leads(part: str, own: Collection[str]) -> str | None:
    """
    Return the part that a run of Chinese names, without the words before it and when; None of the company itself.

    >>> without_leads("带动云业务", ()), without_leads("按业务", ()), without_leads("环球q2", ["环球集团"])
    ('云业务', None, None)
    """
    part = _ENDS.sub("", _LEADS.sub("", part))
    for name in own:
        if name.startswith(part) or part in (f"{name}集团", f"{name}公司"):
            return None
        if part.startswith(name) and len(part) >= len(name) + _LONG:  # "环球云智能集团"; "环球零售" is so called
            part = part[len(name) :].removeprefix("的")
    return None if len(part) < _SHORTEST or _NO_PART.match(part) else part


_SHORTEST = 2
_LONG = 4
