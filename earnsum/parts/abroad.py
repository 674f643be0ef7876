"""
Parts abroad: the part of a company that a figure is of, in languages other than English.

It is read off the words of the metric's clause ("im Segment Werkzeuge", "la division Outils", "工具事業の"), or off the metric's
own word ("Cloud-Umsatz").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Token, is_called
from earnsum.model import Span
from earnsum.names.find import NameMark
from earnsum.parts.lists import PARTED
from earnsum.patterns import regex
from earnsum.text.languages import UNSPACED

_PLACES_DE = (
    r"(?:Nord|Süd|Latein|Mittel)?[Aa]merika|(?:West|Ost|Süd|Nord)?[Ee]uropa|Asien(?:-Pazifik)?|China|Deutschland|Indien|Japan|"
    r"Afrika|den USA"
)
_OF_PART_DE = r"(?:Umsatz|Umsätze|Erlös|Auftrag|Aufträge|Bestellung|Ebit|Gewinn|Ergebnis|Verkäufe|Absatz)"
"""What a part's own is told of in one word with it: "Cloud-Umsatz"."""

_PLACES_FR = (
    r"Europe(?:\ (?:de\ l'[EO]\w++|centrale|du\ \w++))?|Amérique(?:\ (?:du\ Nord|latine|du\ Sud))?|Asie(?:-Pacifique)?|Chine|"
    r"France|Allemagne|Inde|Japon|Afrique"
)
_PLACES_ES = r"España|Europa|(?:Norte|Latino|Sud)américa|América\ Latina|Asia|China|Brasil|México|Estados\ Unidos|Reino\ Unido"
_OF_PART_ES = r"(?:ventas|ingresos|facturación|ebitda|ebit|beneficio(?:\ operativo)?|cartera)"
_OF_ALL_ZH = (
    "季|年|月|期|日|公司|集团|集團|总|總|营业|營|主营|股东|实现|實現|同比|录得|錄得|整体|合计|累计|预|預|分析|毛|单|當|利息|每|投资|手续|归|"
    "报|報|收入|取得|获得|完成|带来|贡献|产生|公布|约|近|超|为|將|将|的|净|保费|业绩|指引|目标|实际|實際"
)
"""Chinese words by which sales are those of the whole company, or of a time."""

_NAME = r"[\p{Lu}][\w&.+-]*+(?:\ (?:(?:und|et|y|&|de|für)\ )?[\p{Lu}][\w&.+-]*+){0,3}"

# A part of the company, named in the clause of its metric; what follows is no part of the name.
_PARTS = {
    "de": rf"""
        \b(?:Segment|Sparte|(?:Geschäfts|Unternehmens|Konzern)bereich|Produktgruppe|Geschäftsfeld|Division|Bereich|Konzernsparte
          |Geschäftseinheit|(?:[Kk]ern|[Hh]aupt)?[Mm]arke|[Tt]ochter(?:gesellschaft|firma)?)s?\ "?(?P<part>{_NAME})
      | \b(?P<part>[\p{{Lu}}][\w-]{{1,24}}?)(?:-(?:Segment|Sparte|Geschäft|Division)|(?:segment|sparte|geschäft))s?\b
      | \b(?P<part>[\p{{Lu}}][\w&]*+(?:-[\p{{Lu}}][\w&]*+)*?)-(?={_OF_PART_DE})
      | \b(?P<part>[\p{{Lu}}]\p{{Ll}}{{2,24}}?)(?:(?<=ung|ion|heit|keit)s)?(?=(?:umsatz|umsätze|erlös)\w{{0,4}}\b)
      | \b[Ii]n\ (?P<part>{_PLACES_DE})\b
    """,
    "fr": rf"""
        \b(?:division|branche|pôle|segment|activité|filiale)s?\ (?:d'|de\ |des\ )?"?(?P<part>{_NAME})
      | \b(?:[Ll]a\ (?:division|branche)|(?:[Ll]e|[Dd]u|[Aa]u)\ pôle)[ ]
          (?P<part>\p{{Ll}}[\w'-]*+(?:(?:\ et|\ &|,)?\ \p{{Ll}}[\w'-]*+){{0,3}}?)(?=,|\ (?:a|ont|qui|\w+e)\b|\ ?$)
      | \b[Cc]el(?:le|ui|les)\ (?:de\ (?:l'|la\ )?|du\ |d'|des\ )(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_FR})\b | \baux\ (?P<part>[ÉE]tats-Unis)\b
    """,
    "es": rf"""
        (?<!\bcifra\ de\ |\bvolumen\ de\ )\b(?:división|segmento|área|negocio|filial|unidad)\ (?:de\ (?:negocio\ (?:de\ )?)?)?"?
            (?P<part>{_NAME})
      | \b(?:{_OF_PART_ES}|el|la|los|las)\ (?:subyacente\ |comparable\ )?(?:de\ (?:l[ao]s?\ )?|del\ )(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_ES})\b
    """,
    "ja": (
        r"(?P<part>[\p{Han}\p{Katakana}ーA-Za-z0-9・]{2,16}?(?:事業|部門|セグメント|分野))(?:の|は|では|で|が)|"
        r"(?P<part>国内|海外|北米|米国|欧州|アジア|中国|インド|日本)(?:は|が|では|での|の?(?=売上|販売|営業[利損])(?!売上高?比率))"
    ),
    "zh": (
        r"来自(?P<part>[^,。;的]{2,16})的|"
        rf"(?<![\p{{Han}}A-Za-z0-9])(?:其中|此外|同时|而)?,?(?P<part>(?![QHF][Y0-9]|其)(?:(?!{_OF_ALL_ZH})[\p{{Han}}A-Za-z0-9&·/]){{2,14}}?)"
        r"的?[总净]?(?=(?:销售|营业)?(?:收入|营收|營收)(?![率成]))|"
        r"(?P<part>[\p{Han}]{2,6}服务)(?=收入|营收)|"
        r"(?P<part>[\p{Han}A-Za-z0-9]{1,10}?(?:业务|業務|分部|板块|板塊|部门|部門))(?:的|实现|收入|营收|收益|,)?"
    ),
    "ko": (
        r"(?<!\w)(?P<part>[A-Z][A-Z&]{1,5})의\ ?(?=매출|영업)|(?P<part>단독|별도)\ ?기준|"
        r"(?P<part>[\p{Hangul}A-Za-z0-9·]{1,12}(?:\ ?부문|\ ?사업본부|\ ?사업부|\ ?사업))(?:은|는|이|의|에서|,|\ )|"
        r"(?<!\w)(?P<part>국내|해외|북미|미국|유럽|중국|인도|일본)(?:(?:은|는|이|가|에서|에서는)\ |\ (?=매출|영업[이손]|판매))"
    ),
}


@cache
def _parts(language: str) -> regex.Pattern[str]:
    """Compile how a language names a part of a company; only the one that is read."""
    return regex.compile(_PARTS[language], regex.VERBOSE)


_STOPS = frozenset("s$#d;")
"""Tags that the clause of a metric begins behind: a figure, or a semicolon."""
_WHOLE = frozenset(
    "konzern neu auslands zins tages kern gesamt weihnachts netto brutto quartals halbjahres halbjahr jahres jahr rekord außen"
    " gruppen verkaufs mehr monats neunmonats unternehmens roh segment betriebs vorsteuer nachsteuer rein bilanz umsatz verkauf"
    " buch vorjahres vorjahr".split()
)
"""What is called a business and is the whole company, or a time of the year."""

_REACH = 6
"""Tokens up to this one behind a metric may name its part ("las ventas de la división de Pinturas")."""

_BECAUSE = regex.compile("ことから|などから|ことなど|として|により|によって|ため|影響|영향|때문|덕분")
"""Words by which a part is only why a figure is as it is ("保険事業で利益が減ったことなどから7%減った")."""

_PLACED = regex.compile(r"[EeIi]n |aux ")
"""How a part begins that is a place, which at the head of a sentence is no subject."""
_HEAD = 50
"""Letters at the head of a sentence in which a part is its subject."""

_WHOSE = regex.compile(_OF_PART_ES)

_OF_ALL = regex.compile("全社|連結|全体|合計|전사|전체|연결|合并|整体|总")
"""Words by which a second metric is of the whole company again."""

_LEVELS_AND_CHANGES = frozenset({"actual", "change"})


def find_part(folded: str, language: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part of the company that a metric is told of in its clause, in lower case; None for the whole."""
    start = sentence.start
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
    if found is None and language in UNSPACED:  # "배터리 부문은 매출 3조원, 영업이익 635억원"
        found = None if _OF_ALL.search(folded, start, end) else _last_part(folded, language, sentence.start, end)
    elif found is None:  # "La división de Pinturas cerró el año con pedidos de 9 millones y ventas de 5"
        found = next(_parts_in(folded, language, sentence.start, min(sentence.start + _HEAD, end), own), None)
        found = None if found is not None and _PLACED.match(found.group()) else found
    if found is not None and language in UNSPACED and _BECAUSE.search(folded, found.end(), end):
        found = None
    part = _called(found)
    return None if part in own else part


def _parts_in(folded: str, language: str, start: int, end: int, own: Collection[str] = ()) -> Iterator[regex.Match[str]]:
    """Yield the parts named in a stretch, but not the company, whose sales a text may open with."""
    for found in _parts(language).finditer(folded, start, end):
        if found["part"].lower() not in own and not (start == 0 and _WHOSE.match(found.group())):
            yield found


def _last_part(folded: str, language: str, start: int, end: int, own: Collection[str] = ()) -> regex.Match[str] | None:
    found = None
    for found in _parts_in(folded, language, start, end, own):  # noqa: B007 - the last one counts
        pass
    return found


def read_parts_abroad(folded: str, language: str, readings: Sequence[Reading]) -> Iterator[Reading]:
    """
    Yield readings, a figure without a metric as one of the metric before it where a part of the company is named.

    That stands between them ("…, und in Europa um 2 Prozent"), or right behind each figure ("un 4% en España y un 11% en México").
    """
    head: Reading | None = None
    end = 0
    for own in readings:
        told = own
        behind = _parts(language).match(folded, own.figure.extent.end + 1) if language not in UNSPACED else None
        if own.metric is not None:
            head = None
            if is_called(own.metric, PARTED) and own.role in _LEVELS_AND_CHANGES:
                if language in UNSPACED:  # "売上高は、国内が3%増"
                    behind = _last_part(folded, language, own.metric.span.end, own.figure.span.start)
                told = head = own._replace(part=_called(behind)) if behind else own
                behind = None if language in UNSPACED else behind
        elif head is not None and own.role in _LEVELS_AND_CHANGES:
            named = behind or _last_part(folded, language, end, own.figure.span.start)
            because = named is not None and _BECAUSE.search(folded, named.end(), own.figure.span.start) is not None
            if because and own.role == "change":
                told = own._replace(metric=head.metric, metric_at=head.metric_at)
            part = head.part if because else _called(named) or head.part
            if part is not None:
                told = head = own._replace(
                    metric=head.metric, metric_at=head.metric_at, role=head.role if behind else own.role, part=part,
                    side=own.side or head.side,
                )  # fmt: skip
        end = behind.end() if behind else own.figure.extent.end
        yield told


def _called(found: regex.Match[str] | None) -> str | None:
    """Return the part that was found, in lower case, but what is another word for the whole company."""
    part = found["part"].strip().lower() if found else None
    return None if part in _WHOLE else part
