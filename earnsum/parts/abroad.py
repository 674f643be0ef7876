"""
Parts abroad: the part of a company that a figure is of, in languages other than English.

It is read off the words of the metric's clause, off the subject of that clause or of one before it, and off what opens the
sentence; how a part is named there, `namedabroad` says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import NAME_TAG, Cue, Token, entry_of, is_called
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.find import NameMark
from earnsum.parts.lists import PARTED
from earnsum.parts.namedabroad import (
    OPENS_WITH_SALES,
    elliptical,
    growing_place,
    leading_to_part,
    parts_of,
    subjects_of,
)
from earnsum.parts.namedchinese import without_leads
from earnsum.parts.namedjapanese import next_part
from earnsum.parts.namedkorean import is_whole, listed_item, next_subject
from earnsum.parts.scopes import WHOLE
from earnsum.patterns import regex
from earnsum.text.languages import CHINESE, JAPANESE, UNSPACED

_OF_SHARES = frozenset("eps dividend buyback tax_rate".split())
"""What no part has of its own, whatever stands before it in its sentence."""

_STOPS = frozenset("s$#d;")
"""Tags that the clause of a metric begins behind: a figure, or a semicolon."""
_WHOLE = frozenset(
    "konzern neu auslands zins tages kern gesamt weihnachts netto brutto quartals halbjahres halbjahr jahres jahr rekord außen"
    " gruppen verkaufs mehr monats neunmonats unternehmens roh segment betriebs vorsteuer nachsteuer rein bilanz umsatz verkauf"
    " buch vorjahres vorjahr 전체 연결".split()
)
"""What is called a business and is the whole company, or a time of the year."""

_ALONE = frozenset("별도 개별 단독".split())
"""How Korean calls a company without those it owns."""

_REACH = 6
"""Tokens up to this one behind a metric may name its part ("las ventas de la división de Pinturas")."""

_BEYOND = 24
"""Letters behind a stretch that may tell a part in it from other words."""

_BECAUSE = regex.compile(
    "ことから|などから|ことなど|として|により|によって|ため|影響|好調|不振|後押し|けん引|牽引|寄与|支え|追い風|低迷|苦戦|伸長|영향|때문|덕분|호조|부진|힘입|늘면서"
)
"""Words by which a part is only why a figure is as it is ("保険事業で利益が減ったことなどから7%減った")."""

_NEXT_PART = regex.compile(
    r"\s*(?:[^、。]{2,8}別(?:では|に(?:みる|見る)と)、)?(?:(?:一方|また|さらに|ただ|このほか)(?:で)?、?)?(?P<part>[^、。\s0-9()]{2,14}?)(?:では|は|が|も)(?=[^、。]*[0-9])"
)
_ENDS_ASIDE = regex.compile(r"[^()]*\)")
"""Behind a part that only brackets told of: "売上高は44億円(うち海外売上高は32億円)、営業利益は3億円"."""
_PLACED = regex.compile(r"[EeIi]n |aux ")
"""How a part begins that is a place, which at the head of a sentence is no subject."""
_HEAD = 50
"""Letters at the head of a sentence in which a part is its subject."""

_THERE = regex.compile(r"Dort\b|Là-bas\b|Allí\b")
"""What opens a sentence on the place that the one before told of."""
_LOOKING_BACK = 160
_OF_ALL = regex.compile("全社|連結|全体|合計|전사|전체|연결|合并|整体|总")
"""Words by which a second metric is of the whole company again."""
_AS_REPORTED = regex.compile(r"Wie [^.;]{3,120}?\b(?:mitteilte|bekannt ?gab|berichtete|erklärte|sagte|meldete),")
"""``Wie die Nummer drei in Japan bekanntgab,``: who says so, which is no part"""
_NO_SUBJECT = frozenset(f"MAENY{NAME_TAG}")
"""Tags of what does something in a clause and is no part: a metric ("Umsatz wuchs"), analysts, the company ("der Konzern")."""
_PRONOUNS = frozenset("er sie es il elle".split())

_LEVELS_AND_CHANGES = frozenset({"actual", "change"})
_BESIDE = frozenset({"estimate", "prior"})
"""What is told of a figure beside it, and ends no list of parts."""


def find_part(folded: str, language: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part of the company that a metric is told of in its clause, in lower case; None for the whole."""
    if language == JAPANESE and tokens[metric_at].start == tokens[metric_at].end == sentence.start:  # "一方、海外は5%増の20億円"
        return _called(_NEXT_PART.match(folded, sentence.start), language)
    entry = entry_of(tokens[metric_at].mark)
    of_share = language in UNSPACED and entry is not None and entry.name in _OF_SHARES
    reported = _AS_REPORTED.match(folded, *sentence)
    start = reported.end() if reported is not None else sentence.start
    for token in reversed(tokens[:metric_at]):
        if token.tag in _STOPS:
            start = token.end
            break
    end = tokens[metric_at].end
    for token in tokens[metric_at + 1 : metric_at + _REACH]:
        if token.tag not in "_noKGf":
            break
        end = token.end
    own = frozenset(token.mark.name.lower() for token in tokens if isinstance(token.mark, NameMark))
    found = _last_part(folded, language, start, end, own)
    of_all = entry is not None and entry.name in WHOLE
    if found is None and language in UNSPACED:  # "배터리 부문은 매출 3조원, 영업이익 635억원"
        found = None if of_all or _OF_ALL.search(folded, start, end) else _last_part(folded, language, sentence.start, end)
        found = None if found is not None and _ENDS_ASIDE.match(folded, found.end(), end) else found
    elif found is None:
        found = _at_the_head(folded, language, sentence, end, own)
    if not of_all:
        subject = _subject(folded, language, sentence, tokens, tokens[metric_at].start, own)
        found = subject if subject is not None and (found is None or subject.start("part") > found.start("part")) else found
    if (
        found is not None
        and language in UNSPACED
        and (
            (_BECAUSE.search(folded, found.end(), end) and not found.group().endswith("は"))
            or _is_told_of_all(tokens, metric_at, found.end())
        )
    ):
        found = None
    part = _called(found, language, own)
    return None if part in own or of_share else part


def _is_told_of_all(tokens: Sequence[Token], metric_at: int, start: int) -> bool:
    """Tell the whole company's metrics, behind a part, by one that is told a second time."""
    names = [entry_of(token.mark) for token in tokens[: metric_at + 1] if token.tag == METRIC_TAG and token.start >= start]
    return len({entry.name for entry in names if entry is not None}) < len(names)


def _subject(  # noqa: PLR0913, PLR0917 - a sentence and where in it
    folded: str, language: str, sentence: Span, tokens: Sequence[Token], end: int, own: Collection[str]
) -> regex.Match[str] | None:
    """Return the part that is the last subject before a place; None where the company is named behind it."""
    found = [m for m in subjects_of(folded, language, sentence.start, sentence.end) if m.start("part") < end]
    found = [match for match in found if match["part"].lower() not in own and not _is_no_subject(match, tokens)]
    if language == "ko":
        found = [match for match in found if not is_whole(folded, match["part"])]
    if not found:
        return None
    names = (token for token in tokens if found[-1].end() < token.start < end)
    return None if any(token.tag == NAME_TAG and not _is_pronoun(token) for token in names) else found[-1]


def _is_no_subject(match: regex.Match[str], tokens: Sequence[Token]) -> bool:
    """Tell a metric, analysts or the company by another word from a part."""
    start, end = match.span("part")
    here = (token for token in tokens if token.start < end and token.end > start)
    return any(t.tag in _NO_SUBJECT and not (t.tag == NAME_TAG and match.string.startswith("-", t.end)) for t in here)


def _is_pronoun(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words in _PRONOUNS


def _at_the_head(folded: str, language: str, sentence: Span, end: int, own: Collection[str]) -> regex.Match[str] | None:
    """Return the part that a sentence opens on, or the place told of before that it opens with "there"."""
    if _THERE.match(folded, sentence.start):
        return _last_part(folded, language, max(0, sentence.start - _LOOKING_BACK), sentence.start, own)
    # "La división de Pinturas cerró el año con pedidos de 9 millones y ventas de 5"
    found = next(_parts_in(folded, language, sentence.start, min(sentence.start + _HEAD, end), own), None)
    return None if found is not None and _PLACED.match(found.group()) else found


def _parts_in(folded: str, language: str, start: int, end: int, own: Collection[str] = ()) -> Iterator[regex.Match[str]]:
    """Yield the parts named in a stretch, but not the company, whose sales a text may open with."""
    for found in parts_of(language).finditer(folded, start, end + _BEYOND):
        if found.end("part") > end:
            break
        if found["part"].lower() not in own and not (start == 0 and OPENS_WITH_SALES.match(found.group())):
            yield found


def _last_part(folded: str, language: str, start: int, end: int, own: Collection[str] = ()) -> regex.Match[str] | None:
    found = None
    for found in _parts_in(folded, language, start, end, own):  # noqa: B007 - the last one counts
        pass
    return found


def read_parts_abroad(folded: str, language: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> Iterator[Reading]:
    """
    Yield readings, a figure without a metric as one of the metric before it where a part of the company is named.

    That stands between them ("…, und in Europa um 2 Prozent", "…, Herramientas un 3%"), or right behind each figure ("un 4% en
    España y un 11% en México", "2 millones correspondieron al negocio industrial").
    """
    head: Reading | None = None
    end = 0
    for own in readings:
        told = own
        behind = _part_behind(folded, language, own.figure.extent.end) if language not in UNSPACED else None
        if own.metric is not None:
            head = head if own.role in _BESIDE else None
            if is_called(own.metric, PARTED) and own.role in _LEVELS_AND_CHANGES:
                part_told = behind
                if language in UNSPACED:
                    part_told = _told_between(folded, language, tokens, own.metric.span, own)
                elif behind is None and own.metric.span.end <= end:  # "der Umsatz fiel auf 2 Millionen, in Asien stieg er um 3%"
                    part_told = _last_part(folded, language, end, own.figure.span.start)
                told = head = own._replace(part=_called(part_told, language)) if part_told else own
                behind = None if language in UNSPACED else behind
        elif (place := _growing_place(folded, language, own, end)) is not None:
            side = own.side or (head.side if head is not None else "")
            told = head = own._replace(
                metric=head.metric if head else None,
                metric_at=head.metric_at if head else None,
                role="change",
                part=place,
                side=side,
            )
        elif head is not None and own.role in _LEVELS_AND_CHANGES and not _is_share(own, head):
            start = own.figure.span.start
            named = behind or _left_out(folded, language, end, own) or _last_part(folded, language, end, start)
            named = named or _listed(folded, language, tokens, end, own) or _subject_between(folded, language, tokens, end, start)
            because = named is not None and _BECAUSE.search(folded, named.end(), own.figure.span.start) is not None
            if because and own.role == "change":
                told = own._replace(metric=head.metric, metric_at=head.metric_at)
            part = head.part if because else _called(named, language) or head.part
            if part is not None:
                role = _role_beside(own, head, behind=behind is not None)
                told = head = own._replace(
                    metric=head.metric, metric_at=head.metric_at, role=role, part=part, side=own.side or head.side
                )
        end = behind.end() if behind else own.figure.extent.end
        yield told


_TO = regex.compile(r"[^0-9,;]{0,40},? (?:hasta|a|à|auf)\b[^0-9,;]{0,16}$")


def with_levels_of_parts(folded: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings, the level that growth led to as its part's too ("crecieron un 4% en Italia, hasta 30 millones")."""
    last: Reading | None = None
    for own in readings:
        told = own
        if last is not None and last.role == "change" and last.part and own.role == "actual" and own.metric_at == last.metric_at:
            led = own.part is None and _TO.match(folded, last.figure.extent.end, own.figure.span.start) is not None
            told = own._replace(part=last.part) if led else own
        last = told
        yield told


def _told_between(folded: str, language: str, tokens: Sequence[Token], name: Span, own: Reading) -> regex.Match[str] | None:
    """Return the part that stands between a metric and its figure, up to another metric ("売上高は、国内が3%増")."""
    others = (token.start for token in tokens if token.tag == METRIC_TAG and token.start > name.start)
    stop = min(next(others, own.figure.span.start), own.figure.span.start)
    return _last_part(folded, language, name.end, stop) or _listed(folded, language, tokens, name.end, own)


def _listed(folded: str, language: str, tokens: Sequence[Token], start: int, own: Reading) -> regex.Match[str] | None:
    end = own.figure.span.start
    if language == JAPANESE:
        return next_part(folded, start, end)
    if language != "ko" or own.figure.kind == "percent":
        return None
    return listed_item(folded, tokens[0].start, start, end) or next_subject(folded, start, end)


def _left_out(folded: str, language: str, end: int, own: Reading) -> regex.Match[str] | None:
    """Return the part before a sum whose verb is left out; see `elliptical`."""
    pattern = elliptical(language) if own.figure.kind == "money" or own.figure.scaled else None
    return pattern.match(folded, end, own.figure.span.start) if pattern is not None else None


def _growing_place(folded: str, language: str, own: Reading, start: int) -> str | None:
    """Return the place whose sales a rate is of ("L'Europe a progressé de 3% à 2 milliards, l'Asie de 5%")."""
    pattern = growing_place(language) if own.figure.kind == "percent" and own.role in _LEVELS_AND_CHANGES else None
    return _called(pattern.search(folded, start, own.figure.span.start), language) if pattern is not None else None


def _is_share(own: Reading, head: Reading) -> bool:
    """Tell a rate that is neither a change nor the level of a rate: how much of the figure before a part has."""
    rate = own.figure.kind == "percent" and own.role == "actual" and not own.figure.signed
    return rate and head.figure.kind != "percent"


def _role_beside(own: Reading, head: Reading, *, behind: bool) -> Role:
    """Return the role of a figure told in one breath with another: the same where its part stands behind, if it is of a kind."""
    if (own.figure.kind == "percent") == (head.figure.kind == "percent"):
        return head.role if behind or head.role == "change" else own.role
    return "change" if own.figure.kind == "percent" else "actual"


def _part_behind(folded: str, language: str, end: int) -> regex.Match[str] | None:
    """Return the part right behind a figure, or behind words by which the figure is its share."""
    leads = leading_to_part(language).match(folded, end)
    return parts_of(language).match(folded, leads.end() if leads is not None else end + 1)


def _subject_between(folded: str, language: str, tokens: Sequence[Token], start: int, end: int) -> regex.Match[str] | None:
    found = [m for m in subjects_of(folded, language, start, end) if not _is_no_subject(m, tokens)]
    return found[-1] if found else None


_OF_PERIOD = regex.compile(r"^.*(?:季度|[上下]半年|全年|年度|财年|月份|期内)(?=..)")
"""The period, and whose it is, before a part in one run of Chinese: "第二季度云业务"."""


_APPOSED = regex.compile(
    r"\b(?<!\b(?:[Ee]n|[Dd]el?|a|[àÀ]|au|aux|con|y|et)\ )(?P<name>[\p{Lu}][\w&.+-]*+(?:\ [\p{Lu}][\w&.+-]*+){0,3})"
    r",\ (?:(?:l[ae]|el|una?|une)\ |l')?$"
)
_ASIDE_ENDS = regex.compile(r"[^,.;:0-9]{0,60},")
_NAME_REACH = 60
"""A name in front of the words for which part that is, between two commas."""


def _called(found: regex.Match[str] | None, language: str, own: Collection[str] = ()) -> str | None:
    """Return the part that was found, in lower case, but what is another word for the whole company."""
    named = _APPOSED.search(found.string, max(0, found.start() - _NAME_REACH), found.start()) if found else None
    if (
        named is not None and found and _ASIDE_ENDS.match(found.string, found.end())
    ):  # "Initech, la división de envases, elevó sus ventas"
        return None if named["name"] in WHOLE or named["name"].lower() in own else named["name"].lower()
    part = _OF_PERIOD.sub("", found["part"].strip().lower()).removeprefix("tochter ") if found else None
    if part is not None and language == CHINESE:
        return without_leads(part, own)
    if part in _ALONE and found is not None and "연결" not in found.string:
        return None  # of a company that tells no consolidated figures
    return None if part in _WHOLE else part
