"""
Japanese: what figures are by words that no shape sees, around them or behind them.

An outlook until now in brackets makes one of the level before it, "今期" foresees where no verb says that it came, and where a
sentence tells of the year reported and of the next one, a figure is of the year named before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.shape import A_YEAR_AGO
from earnsum.grammar.tokens import FORESEEN_TAGS, is_called
from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.marks import PeriodMark

_WAS_EXPECTED = regex.compile(
    r"(?:市場|事前|アナリスト)?予想(?:の)?(?:平均)?(?:値)?は[^。\n]{2,40}(?:だった|であった|となっていた)"
)
_EXPECTED = regex.compile(r"(?r)(?:^|[\n、。,で]|と)(?:事前の?)?予想の?")
_IN_BRACKETS = regex.compile(r"(?r)\((?:事前)?予想は?")
_BESIDE_EXPECTED = regex.compile(r"\((?:事前)?予想は?[0-9]")
_JUDGED = regex.compile(
    r"(?:前後|程度)?(?:を(?:\p{Han}+に|やや|わずかに|小幅に|大きく|\ )?(?:上回|下回|超え|超過)|に(?:は)?(?:届|及|達し))"
)
"""``で、予想の790億円を上回った``: the market's, as nobody else is named"""
_CAME = regex.compile(r"(?:だった|でした|となった|になった|となりました|になりました|着地した|着地|に終わった)[。)」]*\s*$")
_TO_COME = regex.compile(r"(?:[増減]益?|円|倍|[赤黒]字)?へ(?=[\s、]|$)")
"""``営業益10%増へ``: how a title foresees"""
_GREW = regex.compile(
    r"(?:前後|程度)?(?:に(?:伸び|増え|減[りっ]|拡大|縮小|落ち込|急増|急減|膨ら|増加|減少|改善|悪化|回復)|だった|となった|となり、)"
)
_YEAR = regex.compile(r"(?:20)?([0-9]{2})年(?:1[0-2]|[1-9])月期")
_OF_LAST_YEAR = regex.compile(r"(?r)(?<!の)(?:前期|前年度)の?(?:連結)?(?:年間|期末|中間)?")
_OF_PAST: dict[Role, Role] = {"guide": "actual", "previous": "skip", "change": "skip"}
"""``前期の年間配当を45円から50円に増額``: of the year reported, whatever is said of it"""
_AS_OUTLOOK: dict[Role, Role] = {"actual": "guide", "change": "skip"}
"""What was read as reported is foreseen; a change beside a level foreseen says nothing new."""
_OF_OTHERS = regex.compile(
    r"全産業|(?:主要|上場)企業(?:の|が|は|全体)|[0-9]社ベース|[0-9]電力|"
    r"(?:大手|主要|上場|総合商社|メガバンク|電力|商社|コンビニ)[^。、0-9]{0,8}[0-9]{1,4}(?:社|行|グループ)(?:の|が|は)"
)
"""``大手商社5社の純利益``: what is of several firms"""
_OF_ANOTHER = regex.compile(
    r"[\p{Han}\p{Katakana}A-Za-z・ー]{2,16}(?<!予想|決算|業績|計画|見通し|買い|配当)も(?:同日|この日)に?(?:発表|公表)した"
)
"""``グロボも同日発表した決算で``"""


_OF_A_RATING = regex.compile(
    r"(?![^\n]*(?:決算(?!予定|日程|発表予定|カレンダー|プレビュー|を控|を前)|[増減][収益]|最高益|(?:営業|経常|純|最終)[利損]?益))"
    r"[^\n]*(?:目標株価|投資判断|レーティング|格[上下]げ|決算(?:発表)?の?(?:予定|日程|プレビュー|カレンダー)|"
    r"[今来]週の(?:主な|注目)?(?:決算|予定|焦点|日程)|決算(?:発表)?を(?:控|前))"
)
"""``野山証券、アクメの目標株価引き上げ``, ``今週の決算予定``"""


def is_of_a_rating(folded: str) -> bool:
    """Tell a Japanese story on what a broker thinks of a share, or on results that are yet to be published, by its title."""
    return _OF_A_RATING.match(folded) is not None


def as_japanese_says(  # noqa: PLR0913, PLR0917 - a sentence and where it stands
    folded: str, span: Span, index: int, tags: str, periods: Sequence[PeriodMark], readings: Sequence[Reading]
) -> list[Reading]:
    """Return the readings of a Japanese sentence in the roles that its other words give them."""
    if _OF_OTHERS.search(folded, *span) or _OF_ANOTHER.match(folded, span.start):
        return []
    planned = _ITS_PLAN.match(folded, *span) is not None
    unlike = any(_is_planned(folded, r.figure.extent.end) or _is_passed(folded, r) for r in readings)
    came = unlike or _CAME.search(folded, *span) is not None
    foreseen = not unlike and not FORESEEN_TAGS.isdisjoint(tags)
    readings = list(_with_brackets(folded, readings))
    readings = _as_come(folded, readings, lambda r: _BEFORE_PLAN.match(folded, r.figure.extent.end) is not None)
    readings = [r._replace(role="skip") if _is_none(folded, r, came=came, planned=planned) else r for r in readings]
    if ("(g" in tags or "g(" in tags) and not came:
        readings = [_as_outlook(reading) for reading in readings]
    elif not foreseen and any(reading.role == "actual" for reading in readings):
        readings = [r._replace(role="skip") if r.role == "previous" else r for r in readings]  # its own, now come
    if came and not foreseen:  # "従来予想から5億円上振れの70億円だった"
        readings = _as_come(folded, readings)
    expected = _WAS_EXPECTED.match(folded, *span) is not None
    readings = [_as_said(folded, reading, expected=expected, foreseen=foreseen) for reading in readings]
    if not came:
        revised = index == 0 and not _REVISED.isdisjoint(tags)
        readings = [_as_outlook(r) if _is_coming(folded, r, periods, is_title=index == 0, revised=revised) else r for r in readings]
    return _without_growth_foreseen(folded, _of_two_years(folded, periods, readings))


def _as_said(folded: str, reading: Reading, *, expected: bool, foreseen: bool) -> Reading:
    """Return an outlook that is the market's, or a dividend that is declared, as what it is."""
    start, end = reading.figure.span.start, reading.figure.extent.end
    judged = _EXPECTED.match(folded, 0, start) is not None and _JUDGED.match(folded, end) is not None
    if reading.role == "guide" and (expected or judged or _IN_BRACKETS.match(folded, 0, start) or _HOPED.match(folded, end)):
        return reading._replace(role="estimate")
    if reading.metric is not None and reading.role in _OF_PAST and _OF_LAST_YEAR.match(folded, 0, reading.metric.span.start):
        return reading._replace(role=_OF_PAST[reading.role])
    if reading.role == "guide" and _BESIDE_EXPECTED.match(folded, end):
        return reading._replace(role="actual")
    declared = reading.role == "guide" and not foreseen and is_called(reading.metric, {"dividend"})
    return reading._replace(role="actual") if declared else reading  # "従来計画に2円積み増し、25円とする"


def _is_coming(folded: str, reading: Reading, periods: Sequence[PeriodMark], *, is_title: bool, revised: bool) -> bool:
    """Tell a figure of a year yet to come, one that a verb says will come, or one that a title foresees."""
    end = reading.figure.extent.end
    if (is_title and _TO_COME.match(folded, end)) or (reading.role == "actual" and _WILL_BE.match(folded, end)):
        return True
    period = _period_before(reading, periods)
    return period is not None and (period.when == "next" or (revised and period.kind == "year"))


_REVISED = frozenset("^v")
_WILL_BE = regex.compile(
    r"(?:前後|程度)?[にと](?:なる|伸びる|増える|減る|膨らむ|(?:拡大|縮小|改善|悪化|上振れ|下振れ|転落|転換|減少|増加)する|落ち込む|達する|とどまる)"
    r"(?=。|$|見通し|見込み|計画|公算|もよう|ようだ)"
)
"""``7200億円に伸びる。``: a verb that is not in the past"""
_OWN_PLAN = regex.compile(
    r"(?r)(?<!市場の?|アナリスト(?:の)?)(?:(?:会社|従来|期初|当初|自社)?(?:計画|目標)|(?:会社|従来|期初|自社)(?:予想|見通し))(?:の|\()"
    r"|(?r)(?:予想|計画)?レンジ(?:の(?:上限|下限))?(?:の|である|だった)"
)
_PLAN_WAS = regex.compile(r"(?r)(?:^|[。、\n])(?:会社|従来|期初|自社)(?:の)?(?:計画|予想|見通し)は")
_ITS_PLAN = regex.compile(r"[^、。]{0,6}?(?:会社側?|同社|当社)(?:は|では)")
_HAD_PLANNED = regex.compile(r"(?:の[黒赤]字)?[をと](?:見込んで|予想して|想定して|計画して|[み見]て)いた")
"""``会社側は150億円の赤字を見込んでいた``"""
_PLANNED = regex.compile(
    r"(?:の[黒赤]字)?[をと](?:見込|予想|想定|計画)[^。、0-9]{0,6}(?:会社|従来|期初|自社|同社|当初)の?(?:計画|予想|見通し)"
)
"""``1000億円を見込んでいた会社計画に届かなかった``"""
_UNLIKE_IT = regex.compile(r"異なる結果|異なり|一転して?|大きく(?:上回|下回|届か)")
"""``会社計画は450億円の黒字で、大きく異なる結果となった``"""
_HOPED = regex.compile(r"(?:前後|程度)?(?:の|への?)?[^。、0-9]{0,12}(?:期待され|見込まれ|予想され|想定され)てい(?:た|る)")
"""``市場には3兆7900億円前後への上方修正が期待されていた``"""
_CAME_ABOVE = regex.compile(
    r"\)?(?:前後|程度)?(?:を(?:\p{Han}+に|やや|わずかに|小幅に|大きく)?(?:上回った|下回った|超えた)|に(?:は)?(?:わずかに)?(?:届か|及ば|達し)な?かった)"
)
_BEATEN = regex.compile(r"(?:前後|程度)?[もを](?:上回|下回|超え)っ?て")
_PROGRESS = regex.compile(r"(?r)進捗率は?[^。\n]{0,60}")
"""``通期計画に対する進捗率は、売上高75%``: how much of a plan is done"""
_BEFORE_PLAN = regex.compile(r"(?:で、?|となり、?|と、)[^、。0-9]{0,4}(?:計画|予想)(?:の|\()[^。]{2,20}進捗")
"""``1120億円で、通期計画(1400億円)に対する進捗率は``"""
_IF = regex.compile(r"の?[^、。0-9]{0,14}(?:すれば|できれば|なれば|ならば)")


def _is_planned(folded: str, end: int) -> bool:
    """Tell what a company had planned, which came otherwise."""
    planned = _PLANNED.match(folded, end)
    return planned is not None and _CAME_ABOVE.match(folded, planned.end()) is not None


def _is_passed(folded: str, reading: Reading) -> bool:
    """Tell the company's own plan, which a result is said to have passed or missed."""
    start, end = reading.figure.extent
    return _OWN_PLAN.match(folded, 0, start) is not None and _CAME_ABOVE.match(folded, end) is not None


def _is_none(folded: str, reading: Reading, *, came: bool, planned: bool) -> bool:
    """Tell the company's own plan, beside which a result came, and what would be if."""
    start, end = reading.figure.extent
    if reading.figure.kind == "percent" and _PROGRESS.match(folded, 0, start) and not _RISEN.match(folded, end):
        return True
    if reading.role == "previous" and came and _BEATEN.match(folded, end):  # "従来予想の200億円も上回って着地した"
        return True
    if reading.role == "guide" and came and _PLAN_WAS.match(folded, 0, start) and _UNLIKE_IT.search(folded, end, end + _NEAR):
        return True
    if _is_planned(folded, end) or (reading.role in ("guide", "actual") and _HAD_PLANNED.match(folded, end) and planned):
        return True
    if reading.role in ("guide", "actual", "previous") and _OWN_PLAN.match(folded, 0, start):
        return _CAME_ABOVE.match(folded, end) is not None or (came and _JUDGED.match(folded, end) is not None)
    return reading.role == "actual" and _IF.match(folded, end) is not None


_THEN = regex.compile(r"(?r)(?:時点の?|従来の?|前回の?|当初の?|これまでの?)(?:予想|計画|見通し)?の?")


def _with_brackets(folded: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings, "(同" in the role of the bracket before it, and the first of two outlooks with から between as until then."""
    expected = False
    first = readings[0].figure.extent.start if readings else 0
    then = any(folded.rfind(opening, max(0, first - _FAR), first) >= 0 for opening in _LAST_YEAR_BESIDE)
    last: Reading | None = None
    for at, own in enumerate(readings):
        told, start = own, own.figure.extent.start
        before = readings[at - 1] if at else None
        if last is not None and expected and folded.endswith("(同", 0, start) and own.role in ("actual", "skip"):
            told = own._replace(role="estimate", metric=last.metric, metric_at=last.metric_at)
        elif then and folded.endswith("(同", 0, start) and own.role == "actual" and own.figure.kind != "percent":
            told = own._replace(role="prior", shape=A_YEAR_AGO)
        elif own.role == "guide" and (behind := _moved_to(folded, readings[at:])) is not None:
            moved = _THEN.match(folded, 0, start) or (_MOVED.match(folded, behind) and not _LAST_YEARS.match(folded, 0, start))
            told = own._replace(role="previous" if moved else "skip")
        elif own.role == "change" and before is not None and before.role in ("guide", "previous"):
            beside = _BESIDE.fullmatch(folded, before.figure.extent.end, start)
            told = own if beside is None else own._replace(role="skip")  # "2兆3千億円(前年比7.8%減)から"
        if folded.endswith(_ESTIMATED, 0, start):
            expected = told.role == "estimate"
        then = not expected and (then or _THEN_IN_BRACKETS.match(folded, 0, start) is not None)
        last = told
        yield told


def _moved_to(folded: str, readings: Sequence[Reading]) -> int | None:
    """Return where the second of two outlooks ends, the first of which opens readings and is what it was until now."""
    first, *rest = readings
    second = next((r for r in rest if r.role not in ("change", "skip")), None)
    if second is None or second.role != "guide" or second.figure.kind != first.figure.kind:
        return None
    between = _FROM_TO.fullmatch(folded, first.figure.extent.end, second.figure.extent.start)
    if between is None or ("を" in between.group() and not _MOVED.match(folded, second.figure.extent.end)):
        return None
    return second.figure.extent.end


_FAR = 150
_LAST_YEAR_BESIDE = ("(前年同期は", "(前の期は", "(前期は", "(前年は", "(前年同期")
_BESIDE = regex.compile(r"\p{Han}?\([^()]{0,12}")
_FROM_TO = regex.compile(r"[台店件人本戸]?(?:\([^()]*\))?(?:から|を)")
_MOVED = regex.compile(r"[台店件人本戸]?(?:\([^()]*\))?[にへ](?:引き[上下]げ|[上下]方修正|見直|修正|増額|減額|変更|積み増|上積み)")
"""``390万台から380万台に見直した``, ``50億円(3%増)を60億円(24%増)に引き上げた``"""
_LAST_YEARS = regex.compile(r"(?r)(?:前期|前年度?|前の期|昨年)の?")
_THEN_IN_BRACKETS = regex.compile(r"(?r)\((?:前年|前の?期|昨年|前年度)(?:の?同期|同四半期|実績)?は?")
_ESTIMATED = ("(市場予想", "(予想", "(市場予想は", "(市場予想平均", "(コンセンサス", "(市場予想平均は")


def _of_two_years(folded: str, periods: Sequence[PeriodMark], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, where a sentence tells of two business years, those of the first that came as reported."""
    years = [(found[1], p.label) for p in periods if (found := _YEAR.match(p.label)) is not None]
    if len(years) < _TWO or years[0][0] >= years[-1][0]:
        return list(readings)

    def came(reading: Reading) -> bool:
        period = _period_before(reading, periods)
        grew = _GREW.match(folded, reading.figure.extent.end) is not None
        return period is not None and period.label == years[0][1] and grew

    return _as_come(folded, readings, came)


def _as_come(folded: str, readings: Sequence[Reading], came: Callable[[Reading], bool] = lambda _: True) -> list[Reading]:
    """Return readings, outlooks that came after all as reported, and the rate before such a one as its change."""
    told: list[Reading] = []
    for reading in readings:
        if reading.role != "guide" or not came(reading):
            told.append(reading)
            continue
        if told and told[-1].role == "skip" and _RISEN.match(folded, told[-1].figure.extent.end):
            side = "D" if folded.startswith("減", told[-1].figure.extent.end) else "U"
            told[-1] = told[-1]._replace(role="change", side=side, metric=reading.metric, metric_at=reading.metric_at)
        told.append(reading._replace(role="actual"))
    return told


_TWO = 2
_NEAR = 60


_RISEN = regex.compile(r"[増減][益収]?の")


def _without_growth_foreseen(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, the rate by which an outlook's level is above the year before ("5%増の120億円") left out."""
    behind = [*readings, None][1:]
    return [
        reading._replace(role="skip")
        if reading.role == "change"
        and level is not None
        and level.role == "guide"
        and _RISEN.match(folded, reading.figure.extent.end)
        else reading
        for reading, level in zip(readings, behind, strict=True)
    ]


def _period_before(reading: Reading, periods: Sequence[PeriodMark]) -> PeriodMark | None:
    start = reading.figure.span.start
    return next((p for p in reversed(periods) if p.span.end <= start and p.kind is not None), None)


def _as_outlook(reading: Reading) -> Reading:
    return reading._replace(role=_AS_OUTLOOK.get(reading.role, reading.role))
