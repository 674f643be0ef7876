"""
Chinese: what only Chinese news says.

Of brokers that expect, of a whole market's firms, of dividends by the ten shares, and how far above what was expected a
figure came.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import A_YEAR_AGO
from earnsum.grammar.tokens import Cue, Token, entry_of, is_called
from earnsum.grammar.told import Fact
from earnsum.grammar.verdicts import Claim
from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.marks import Quantity, divided, negative

_BROKER = regex.compile(
    r"(?P<who>大摩|小摩|高盛|摩根士丹利|摩根大通|瑞银|瑞信|花旗|美银|汇丰|里昂|野村|大和|麦格理|杰富瑞|中金|星展|交银国际|"
    r"\p{Han}{2}(?:证券|国际证券|投顾|资本)|研究机构|研究报告|研报)"
    r"[^,。;0-9]{0,10}?(?:预计|预期|预估|预测|料|估|认为|指出|将[^,。;]{0,12}目标价|上调|下调|维持|给予|发表|重申)"
    r"|(?P<who>反观(?:同业|[\p{Han}]{0,2}对手)|(?:竞争)?对手\p{Han}{2,6}(?=[同第去今前上公则]))"
    r"|(?P<who>法人)(?:机构)?(?:则|普遍)?(?:指出|认为|看好|表示|分析|推估)[^。;]{0,40}?(?:可望|有望|上看|挑战)"
    r"|(?P<who>预[计测期])[^,。;0-9]{0,12}20[0-9]{2}(?:年)?[-至—~]20?[0-9]{2}年[^。;]{0,24}?(?:分别|依次|[0-9]亿元/)"
)


def is_of_a_broker(folded: str, sentence: Span) -> bool:
    """Tell a sentence in which a broker, whom the title does not name, says what it expects, one on a rival, or on years ahead."""
    found = _BROKER.search(folded, *sentence)
    if found is None or folded.startswith(("此前", "原先", "之前", "先前"), found.end("who")):
        return False
    return found["who"] not in folded.partition("\n")[0]


_LEAD = 120
_OF_A_MARKET = regex.compile(
    r"(?:全体|台股|沪深|[0-9]+家)?上市[柜公]+司(?:第|前|今年|整体|合计|总|共|财报|单季|[0-9上下]|业绩)|台股第?[1-4一二三四]季"
)


def is_of_a_market(folded: str) -> bool:
    """Tell a story on all the firms that are listed somewhere, by its title or lead."""
    return _OF_A_MARKET.search(folded, 0, _LEAD) is not None


_PREVIEW = regex.compile(r"前瞻(?!性)|预览|放榜|[料估][^,。;\s]{0,12}(?:[赚亏蚀增升跌减降转]|[0-9])")
_TO_REPORT = regex.compile(
    r"将[于在]?[^,。;]{0,12}(?:派发|公布|发布|披露|放榜|派|交出)[^,。;]{0,12}(?:成绩[表单]|业绩|财报|[季年中]报|营收|收入|净利|盈利)"
)


def is_to_come(folded: str) -> bool:
    """Tell a story on results that are yet to be published, by its title and its lead."""
    title, _, rest = folded.partition("\n")
    return _PREVIEW.search(title) is not None and _TO_REPORT.search(rest, 0, _LEAD) is not None


def of_one_share(folded: str, figure: Quantity) -> Quantity:
    """Return a dividend for each ten shares as that for one ("每10股派发现金红利3.5元")."""
    if regex.search(r"每(?:10|十)股", folded[max(0, figure.span.start - 24) : figure.span.start]) is None:
        return figure
    return divided(figure, 10)


_BY = regex.compile(
    r"(?r)[较比][^,。;0-9]{0,24}(?:预期|预估|预测|预计|共识)[^,。;0-9]{0,4}?(?:(?P<more>高出?|多出?|优)|(?P<less>低|少))了?约?"
    r"|(?:(?P<more>超出|超过|高[出过]|好于|优于|胜过?)|(?P<less>低[于过]|逊于|不及))[^,。;0-9]{0,12}(?:预期|预估|预测)(?:值|均值)?约?"
)
"""``较市场预期高出0.7亿美元``, ``超出预期0.7亿美元``: by how much, where that is far less than the figure itself"""
_MEDIAN = regex.compile(r"(?r)(?:中位数|平均数|平均值|均值|中值)(?:则?[为是达])?约?")
_FAR_LESS = Decimal("0.4")


def as_chinese_says(folded: str, span: Span, tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, a difference from what was expected as such, and the median behind a range of forecasts as one."""
    found: list[Reading] = []
    if _BROKER.match(folded, *span) is not None:  # "高盛此前料净利润为32亿元,大摩则料31亿元"
        return [r._replace(role="estimate") if r.role in ("actual", "guide") else r for r in readings]
    readings = [_of_which_profit(tokens, reading) for reading in _as_it_opens(folded, span, readings)]
    foreseen = _FORESEES.match(folded, *span)
    goes_on = foreseen is not None and ("展望" in foreseen[0] or any(r.role == "guide" for r in readings))
    for reading in readings:
        told, figure = reading, reading.figure
        last = found[-1] if found else None
        own = next((r.figure for r in reversed(found) if r.role == "actual" and r.figure.unit == figure.unit), None)
        by = _BY.match(folded, 0, figure.extent.start) if figure.kind != "percent" and reading.role in _LEVELS else None
        between = folded[last.figure.extent.end : figure.extent.start] if last is not None else ""
        if by is not None and own is not None and abs(figure.value) < _FAR_LESS * abs(own.value):
            told = reading._replace(role="gap", side="b" if by["more"] else "m")
        elif last is not None and last.role == "estimate" and _MEDIAN.match(folded, 0, figure.extent.start):
            told = reading._replace(role="estimate", metric=last.metric, metric_at=last.metric_at)
        elif last is not None and goes_on and reading.role == "actual" and reading.metric is not None:
            told = reading if _TIME.search(between) else reading._replace(role="guide")
        elif reading.role == "guide" and "实际" in between:
            told = reading._replace(role="actual")
        else:
            told = reading._replace(role=_role_told(folded, span, reading))
        none = _WOULD_BE.match(folded, 0, figure.extent.start) or _IN_SHARES.match(folded, figure.extent.end)
        found.append(told if none is None else reading._replace(role="skip"))
    return found


def in_tenths(folded: str, reading: Reading) -> Reading:
    """Return a change by so many tenths ("增长3成", "2割増") as about that, and by more than that ("增长逾3成") as one."""
    start, end = reading.figure.span
    if reading.figure.kind != "percent" or not folded.endswith(("成", "割"), start, end):
        return reading
    over = folded.endswith(("逾", "超", "超过"), 0, start) or folded.startswith(("超", "強", "以上"), end)
    return reading._replace(figure=reading.figure._replace(approx="over" if over else "about"))


def _as_it_opens(folded: str, span: Span, readings: Sequence[Reading]) -> list[Reading]:
    """
    Return readings, what a sentence opens with as what analysts expect, or as what was a year ago.

    What came within its own guidance is no outlook, up to the words for one, and that guidance nothing new.
    """
    if (own := _ITS_GUIDANCE.search(folded, *span)) is not None:
        coming = _COMING.search(folded, own.end(), span.end)
        end = coming.start() if coming is not None else span.end
        told = [r._replace(role="actual") if r.role == "guide" and r.figure.span.start < end else r for r in readings]
        return [r._replace(role="skip") if own.start() <= r.figure.span.start < own.end() else r for r in told]
    expects, then = _ANALYSTS.match(folded, *span), _OPENS_YEAR_AGO.match(folded, *span)
    opens = expects or then
    if opens is None:
        return list(readings)
    turns = (_TOLD if expects is not None else _NOW).search(folded, opens.end(), span.end)
    end = turns.start() if turns is not None else span.end
    if expects is not None:
        first = next((r for r in readings if r.role != "skip"), None)
        at_once = (
            first is not None
            and first.figure.extent.start >= opens.end()
            and _AT_ONCE.fullmatch(folded, opens.end(), first.figure.extent.start)
        )
        roles = {**_EXPECTED, "actual": "estimate"} if at_once else _EXPECTED  # "法人原先预估第2季EPS约6.5元"
        return [
            r._replace(role=roles.get(r.role, r.role)) if r.figure.span.start < end and (r is first or r.role != "actual") else r
            for r in readings
        ]
    return [r._replace(role="prior", shape=A_YEAR_AGO) if r.role == "actual" and r.figure.span.start < end else r for r in readings]


def _role_told(folded: str, span: Span, reading: Reading) -> Role:
    """Return the role of a figure by the words right before it or behind it."""
    role, figure = reading.role, reading.figure
    start = figure.extent.start
    if role in ("actual", "change") and (
        _IS_TO_BE.search(folded, max(span.start, start - _NEAR), start) or (figure.is_range and _BETWEEN.match(folded, 0, start))
    ):
        return "guide"
    if role == "estimate" and _CAME_TO.match(folded, 0, start):
        return "actual"
    if role == "actual" and (last := _THAN_LAST_YEAR.match(folded, 0, start)) is not None:
        return "skip" if last["whole"] and _SO_FAR.search(folded, span.start, start) else "prior"
    if role == "guide" and _FORESEEN_NEXT.match(folded, figure.extent.end) and not _FORESEEN.search(folded, span.start, start):
        return "actual"
    its_own = role == "estimate" and figure.is_range and _ITS_OWN.match(folded, *span) is not None
    return "guide" if its_own or (role in _KEPT_ROLES and _is_kept(folded, figure)) else role


_THAN_LAST_YEAR = regex.compile(
    r"(?r)(?:超[过越出]|[高低多少优好逊]于|高过|不及|不如|落后于?)(?:去|上|前)一?年(?P<whole>[全整]年度?)?(?:同[期季])?[^,。;0-9年]{0,6}"
)
"""``每股盈利1.42元,低于去年的1.80元``"""
_SO_FAR = regex.compile(r"前[0-9一二三]+[季个]|[上半]半年|首[0-9一二三两]|累计")
_FORESEEN = regex.compile(r"预[计期测估料]|上调|下调|将|展望|可望|有望|指引|财测|目标|估|料")
_FORESEEN_NEXT = regex.compile(
    r"[^,。;0-9]{0,8}[,。;](?:但|惟|不过|而|并|同时)?(?:(?!市场|分析|机构|[法外]|于)[^,。;0-9]){0,12}?(?:预[计期测估料]|展望|料[将未])"
)
"""``收入136亿元,但集团预期``: what is foreseen stands behind it"""
_IN_SHARES = regex.compile(r"元?的?(?:股票股[利息]|股票\))")
"""``每股配发0.5元股票股利``: no money"""
_WOULD_BE = regex.compile(r"(?r)(?:若|如果|假如|要是)[^。;]{2,40}(?:应[为该达]|则[为达]|会是|将[为达])约?")
"""``若撇除赢率偏低的影响,EBITDA应为34亿元``: what did not come"""


def is_of_clause_before(folded: str, tokens: Sequence[Token], claim: Claim) -> bool:
    """Tell a verdict that a blank parts from the metric behind it, as in titles ("每股赚5元 优于预期 Q4营收季减5%")."""
    said, named = tokens[claim.said_at], tokens[claim.at]
    return claim.said_at < claim.at and " " in folded[said.end : named.start]


def with_part_meant(facts: Sequence[Fact], before: str | None) -> list[Fact]:
    """Return facts, those of "that business" as of the part told of before; without them where none was."""
    found: list[Fact] = []
    for fact in facts:
        if fact.scope is not None and fact.scope.startswith("该"):
            if before is not None:
                found.append(fact._replace(scope=before))
            continue
        before = fact.scope or before
        found.append(fact)
    return found


_WHICH = frozenset({"operating_income", "ebitda", "pretax_income", "gross_profit"})


def _of_which_profit(tokens: Sequence[Token], reading: Reading) -> Reading:
    """Return a figure of "a profit" or "a loss" as of the profit named right before ("经营利润转赚1.6亿元")."""
    entry, at = entry_of(reading.metric), reading.metric_at
    if entry is None or not entry.generic or at is None or reading.role != "actual" or reading.figure.kind != "money":
        return reading
    before = next((i for i in range(at - 1, -1, -1) if tokens[i].tag not in "_B"), 0)
    mark = tokens[before].mark
    if not (isinstance(mark, Cue) and is_called(mark, _WHICH)):
        return reading
    figure = negative(reading.figure) if entry.loss else reading.figure
    return reading._replace(metric=mark, metric_at=before, figure=figure)


def _is_kept(folded: str, figure: Quantity) -> bool:
    """Tell an outlook that a company stands by."""
    return _KEPT.match(folded, 0, figure.extent.start) is not None and _FORECAST.match(folded, figure.extent.end) is not None


_ANALYSTS = regex.compile(
    r"(?:[^。;0-9]{0,30}[,，])?[^,。;]{0,16}?(?:分析师|华尔街|机构|券商|投行|市场|法人)[^,。;0-9不低优超逊高]{0,4}?,?(?:此前|原先|普遍|平均|一致)?(?:预计|预期|预测|预估|料)"
)
"""``16位分析师平均预计,第二季度每股收益将达0.87美元``"""
_AT_ONCE = regex.compile("[^,;。]*")
_EXPECTED: dict[Role, Role] = {"guide": "estimate", "change": "skip", "prior": "skip"}
_ITS_GUIDANCE = regex.compile(
    r"(?<!(?:预[计期测估]|上调|下调|将|展望|可望|有望)[^。;]{0,60})"
    r"(?:符合|处于|落在|位于|高[于过]|超[过出越]|优于|胜过|低于|不及|逊于|未达|接近|达到)[^。;0-9分市机]{0,6}?"
    r"(?:(?:(?:此前|之前|先前|早前|公司|管理层)[^。;]{0,30}?)?(?:指引|财测|业绩预[告测])"
    r"|(?:公司|集团|管理层)[^。;分市机法券]{0,30}?(?:预[期测估])(?!均)[值]?)(?:预期|区间|范围)*(?:的?[上下]限|中值|[高低]标)?"
)
"""``营收92亿元,符合此前给出的90亿元至94亿元的指引区间``, ``超越财测90亿元高标``: what came, beside what the company had foreseen"""
_COMING = regex.compile(r"预[计期测估]|上调|下调|将|展望|可望|有望")
_TOLD = regex.compile("公司|实际|财报|集团")
"""What the company says, behind what analysts expect."""
_ITS_OWN = regex.compile(r"(?!.*(?:分析|市场|机构|券商|投行|法人|外资|华尔街|共识|一致|普遍|平均))[^。;0-9]{2,24}(?:预期|预估)为?")
"""``广告收入预期为3.4亿元至3.6亿元``: a range that nobody else is said to expect"""
_CAME_TO = regex.compile(r"(?r)(?:于|超出?|超过|不及|不如|胜|逊)(?:市场|法人|外资|分析师)?预期,?(?:达到?|来到|录得|至)")
"""``毛利率优于预期达49%``"""
_IS_TO_BE = regex.compile(
    r"(?:(?<![法外券市资人商师预初高低])估(?:[季年][增减]|[达为约将])"
    r"|(?<![材原资饮燃涂塑预不肥饲染用物面史意香敷辅填废前先此师场券构])料(?:将|可)?(?:[季年][增减]|[增成][长加]|[下减][降跌少]|[升跌增减介]|[达为约]|[首今全](?=[0-9三两年季期个])))"
    r"[^。;]*$"
)
"""``第4季营收估季增5%,达42亿元``, ``全年收入料增长3%至5%``"""
_BETWEEN = regex.compile(r"(?r)(?:介[于乎]|落在)约?")
"""``毛利率约介于55.5%至57.5%之间``: what came is no range"""
_NEAR = 30
_OPENS_YEAR_AGO = regex.compile(
    r"(?:而|相比之下,|作为对比,)?(?:在)?[去上]年(?:同期|同季|第?[一二三四1-4]季度?同期)(?!相?比|增|减|下|上|[的基]?[高低]基)"
)
"""``去年同期,环球的每股收益为0.14元``"""
_NOW = regex.compile(r"今年|本季|本期|报告期|现在|当季|增长|同比|上升|下降")
_TIME = regex.compile("[季年月]")
_FORESEES = regex.compile(
    r"(?:[^,。;]{0,6}展望[^。;]{0,48}?(?:预[计期测估]|可望|有望|目标|估[季年约将达为]|料)|[^,。;0-9]{0,16}?(?:预[计期测估]|料))(?!.*(?:实际|已|录得|季报|报告期|同时公布|第[一二三四1-4]季度?实现))"
)
"""How a sentence begins that foresees all that it tells."""
_KEPT = regex.compile(r"(?r)(?:维持|重申|坚持|确认|保持)[^,。;]{2,30}")
_FORECAST = regex.compile(r"的?(?:增长|增幅)?的?[^,。;0-9市分机]{0,4}(?:预期|指引|目标|预测|展望|预估|财测)")
"""``维持全年营收90亿元的预期不变``"""
_KEPT_ROLES = frozenset({"estimate", "actual", "change"})
_LEVELS = frozenset({"actual", "estimate", "change", "skip"})
