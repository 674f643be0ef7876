"""
Names abroad: the company in a text of another language, whose verbs of reporting are not known.

What title and text both name is the company; in Japanese, Chinese and Korean it is what the
title opens with.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.names.uses import Use
from earnsum.names.words import COMMON, NEWSROOMS, PROVIDERS, SHAPED
from earnsum.patterns import re, regex
from earnsum.text.languages import detect_language
from earnsum.text.places import places_of

_SHORT = 400
"""A text too short to tell its language by small words."""
_TITLE_LENGTH = 700


_ENGLISH = (" the ", " and ", " of ", " its ", " to ", " for ", " from ", " with ", " said ")


def is_english(folded: str) -> bool:
    """Tell English by its small words; a short text is taken for it."""
    head = folded[:2000]
    return len(head) < _SHORT or sum(map(head.count, _ENGLISH)) >= len(head) // 100


_WORD = re.compile(r"\w+")
_SMALL_ENGLISH = frozenset("the and of its to for in on was were said from at with".split())
_SMALL_OTHER = frozenset(
    "der die das den dem des und auf um von mit im für nach ist wurde je le la les du de et au aux en un une est pour el los las "
    "del por con fue il lo dei della per che o os da dos".split()
)
_NO_NAME = COMMON | _SMALL_OTHER
_FOREIGN = 2


def is_foreign(folded: str) -> bool:
    """
    Tell a text in another western language, however short, by its small words.

    >>> is_foreign("Der Umsatz von Acme stieg auf 3 Milliarden Euro."), is_foreign("Banco de Acme said profit rose in May.")
    (True, False)
    """
    words = _WORD.findall(folded[:2000].lower())
    foreign = sum(map(_SMALL_OTHER.__contains__, words))
    return foreign >= _FOREIGN and foreign > 2 * sum(map(_SMALL_ENGLISH.__contains__, words))


_OPENING = re.compile(
    r"(?i:^(?:der|die|das|le|la|les|el|los|las|il|lo|o|os|l'|konzern|unternehmen|gruppe|groupe|grupo|gruppo|société|empresa|versicherer|"
    r"autobauer|hersteller|banque|banco)\ )+(?=\S)"
)


def untitled_name(uses: Sequence[Use]) -> str | None:
    """Name the company of a text of another language without a title: nouns have capitals there, so it must have a legal suffix."""
    legal = [_OPENING.sub("", use.name) for use in uses if use.legal or use.listed]
    return max(legal, key=legal.count, default=None)


_MAKER = (
    r"[\p{Lu}][\w-]*(?:hersteller|konzern|bauer|händler|anbieter|versicherer|riese|unternehmen|zulieferer|betreiber|dienstleister|"
    r"spezialist|ausrüster|entwickler|produzent|verlag|gruppe)"
)
_SAID_SO = regex.compile(
    rf"\b{_MAKER}"
    r"(?:e?s|n)?\ (?P<name>[\p{Lu}][\w&-]++(?:\ [\p{Lu}][\w&-]++){0,2})"
    r"|(?:\A|\)\ [-–]\ |\n)(?!(?i:der|die|das|le|la|les|el|los|las)\ )(?P<name>[\p{Lu}][\w&'-]++(?:\ [\p{Lu}][\w&'-]++){0,2})"
    r"\ (?:a|hat|ha|publie|affiche|annonce|gana|ganó|anunció|registró|obtuvo|kam|setzte|meldete|verdiente|steigerte)\b"
    r"|\A(?:Der|Die|Das)\ [\p{Lu}]\w+\ von\ (?P<name>[\p{Lu}][\w&-]++(?:\ [\p{Lu}][\w&-]++){0,2})(?=\ \p{Ll})"
    r"|\ (?:setzte|erzielte|verdiente|erlöste|steigerte|verbuchte)[ ]"
    r"(?P<name>[\p{Lu}][\w&-]++(?:\ [\p{Lu}][\w&-]++){0,2})(?=\ \p{Ll})"
)


def told_of(folded: str) -> str | None:
    """
    Name, in a text without a title, who its lead says did it, or what it says that they are.

    >>> told_of("Umsatz und Gewinn des Sportartikelherstellers Globex sind geschrumpft."), told_of("Globex a réalisé un bénéfice.")
    ('Globex', 'Globex')
    """
    found = _SAID_SO.search(folded[:_SHORT])
    return found["name"] if found and not (_OPENING.match(f"{found['name']} ") or is_no_name(found["name"])) else None


_NAMED = regex.compile(r"(?<!\w)[\p{Lu}][\w&'-]++(?:\ (?:(?:&|y|et|de)\ )?[\p{Lu}][\w&'-]++){0,3}")
_NO_COMPANY = regex.compile(
    rf"(?:{NEWSROOMS}|{PROVIDERS}|CNMV|Comisión|Bolsa|Bourse|Ibex|IBEX|CAC|Ebitda|EBITDA|Ebit|ROC|España|Francia|"
    r"France|Europ[ae]|Paris|París|Madrid|México|Brasil|Estados|[ÉE]tats|Amérique|América|Latinoamérica|Asie|Asia|Chin[ae])\b"
)


def lead_name(folded: str) -> str | None:
    """
    Name, in a French or Spanish text without a title, what its lead names in capitals and the text names again.

    >>> lead_name("Los ingresos de Globex subieron. La firma gana más, y Globex prevé otro aumento.")
    'Globex'
    """
    if detect_language(folded) not in {"fr", "es"}:  # all nouns have capitals in German
        return None
    counts: dict[str, int] = {}
    for found in _NAMED.finditer(folded[:_SHORT]):
        name = found.group()
        opens = f" {name.lower()} " in folded or f"\n{name.lower()} " in folded  # a word that only begins a sentence
        if not opens and name.lower() not in _NO_NAME and not _NO_COMPANY.match(name):
            counts.setdefault(name, folded.count(name))
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best and counts[best] >= 2 else None


_ARTICLE = re.compile(
    r"\b(?i:der|die|das|den|dem|des|eine?[nmrs]?|im|ins|zum|zur|am|vom|beim|ihre?[nmrs]?|seine?[nmrs]?|kein\w*|mehr|le|la|les|du|"
    r"un|une|au|aux|el|los|las|del|al|o|os|as|do|da|dos|il|lo|gli|i|dei|della)\ (?:[a-zäöüß]+\ )?$"
)


_TITLE_WORD = re.compile(r"(?<!\w)[A-Z][\w&]+(?:-[\w&]+)*")
_OF_ITS = re.compile(
    r"-(?:Aktien?|Gewinn|Umsatz|Ergebnis|Quartal|Zahlen|Konzern|Gruppe|Chef|Bénéfice|Résultat|Ventes|CA$|Perte)\w*$"
)
"""``Globex-Aktie``: what is of the company; ``Globex-Robotertaxis`` may be of a supplier."""
_MONEY = re.compile(r"\ (?:Franken|Kronen|Dollar)\b")
"""What stands behind a nation that is no company's name ("Schweizer Franken")."""


_NO_TITLE_NAME = _NO_NAME | frozenset(
    "yen euro euros dollar dollars franken pfund yuan won prozent milliarden millionen mrd mio umsatz gewinn marge ebit quartal "
    "januar februar märz april mai juni juli august september oktober november dezember "
    "chf eur usd gbp jpy fr ag se sa nv plc inc gmbh kgaa zahlen quartalszahlen jahreszahlen geschäftszahlen eckdaten aktionäre "
    "mds mdse mdsusd verlust ergebnis prognose jahr jahresziele aktie aktien bénéfice résultat beneficio "
    "trimestre semestre beim im in nach seit bis vor zum zur am vom".split()
)


_OF_RESULTS = regex.compile(r"(?:Umsatz|Gewinn|Ergebnis|Verlust|Quartals|Jahres|Prognose|Ausblick|Dividende|Erlös)\p{Ll}*+$")
"""Nouns for what is reported, which have capitals too: "Umsatzplus"."""


def is_no_name(name: str) -> bool:
    """Tell words of a language whose nouns have capitals from a name: "Milliarden", "Beim Umsatz"."""
    return all(word in _NO_TITLE_NAME for word in name.lower().split()) or _OF_RESULTS.match(name) is not None


def foreign_name(folded: str, headline: str) -> str | None:
    """Name the company in a language whose verbs are not known: what title and text both name, and no article stands before."""
    scores = {}
    words = [form for word in _TITLE_WORD.findall(headline[:_TITLE_LENGTH]) for form in (word, _OF_ITS.sub("", word))]
    for rank, word in enumerate(dict.fromkeys(words)):  # "Globex-Aktie" is of Globex
        if word.lower() not in _NO_TITLE_NAME and not SHAPED.match(word) and not _OF_RESULTS.match(word):
            places = [place for place in places_of(folded[:20_000], word) if not _MONEY.match(folded, place + len(word))]
            nouns = sum(_ARTICLE.search(folded, max(0, place - 25), place) is not None for place in places)
            scores[word] = (len(places) - 3 * nouns, -rank)
    best = max(scores, key=lambda word: scores[word], default=None)
    return _joined(folded, best) if best and scores[best][0] >= 2 else None


_JOINED_FAR = 40
_JOINED_BEFORE = regex.compile(r"(?r)(?<![\w-])\p{Lu}\w+\ &\ ")
_JOINED_BEHIND = regex.compile(r"\ &\ \p{Lu}\w+\b")


def _joined(folded: str, name: str) -> str:
    """Return a name with the one that it is joined to by a sign ("Anvil & Hammer")."""
    for place in places_of(folded, name):
        if (before := _JOINED_BEFORE.match(folded, max(0, place - _JOINED_FAR), place)) is not None:
            return f"{before.group()}{name}"
        behind = _JOINED_BEHIND.match(folded, place + len(name))
        if behind is not None and folded[place - 1 : place] != "-":
            return f"{name}{behind.group()}"
    return name


_OPENS_SO = (
    r"(?:(?:WDH|WIEDERHOLUNG|KORREKTUR|BERICHTIGUNG|ROUNDUP|NEU|OTS|Kreise|CORRECTIF|SYNTHESE|CORRECCIÓN|AMPLIACIÓN|RESUMEN)"
    r"(?:\ [0-9])?(?:/|\ ?:\ ))*+"
    r"(?:(?:EQS|DGAP|Original-Research|Adhoc|Ad-hoc)[\w-]*\ ?:\ |[\w-]*(?:[Zz]ahlen|[Bb]ilanz|[Bb]ericht)(?:\ vorgelegt)?\ ?:\ "
    rf"(?={_MAKER}\ ))?"
    r"(?:(?:Schweizer|Spanische|Französische|Britische|Italienische|Japanische|Chinesische|Österreichische)[rns]?\ )?"
    r"(?:(?:La\ valeur|Les\ valeurs)\ du\ jour\ à\ [\w ]{4,20}?\ ?[-:]\ )?"
    rf"(?:(?:[\w-]+-(?:Zulieferer|Tochter|Konkurrent|Rivale|Hersteller|Anbieter|Partner)|{_MAKER}"
    r"|Espera|Prevé|Gana|Pierde|Reporta|Registra|Tiene)[ ]"
    r"|(?:Le|La|Les|El|Los)\ (?:\p{Ll}[\w-]++\ ){1,3}|L'(?:\p{Ll}[\w-]++\ ){1,3})?"
)
"""
What a title may say of a company before its name.

"Toyota-Zulieferer Globex", "Autobauer Globex", "Le recruteur Globex", "Gana Globex"; and what the agency calls it
("WDH/ROUNDUP 2: Globex").
"""

_TITLED = regex.compile(
    rf"{_OPENS_SO}"
    r"(?P<name>[\p{Lu}][\w&'.-]*+(?:\ (?:(?:&|und|et|y|de)\ )?"
    r"(?![0-9.,]+\ (?:por|Prozent|pour|millones)\b)[\p{Lu}0-9][\w&'.-]*+){0,4})(?:\ ?:\ |\ (?=\p{Ll}|\())"
)
_NO_TITLED = re.compile(
    r"(?i)(?:der|die|das|le|la|les|l'|el|los|las|un|une|ein|eine|(?:gewinn|umsatz|ergebnis|verlust|erlös|quartals|prognose)\w*|aktien?|ausblick|"
    r"bénéfice|résultats?|chiffre|ventes|perte|bourse|beneficio|ganancias?|ingresos|ventas|pérdidas?|resultados?|bolsa|"
    r"(?:starke|hohe|kräftige|schwache|gute|solide|deutliche|teure|neue|höhere|sinkende|steigende)[rsn]?|[\w-]*geschäft|"
    r"(?:lourde?|forte?|nette?|bonne?|nouve(?:au|lle)|léger|légère|premi(?:er|ère))s?|bond|chute|recul|hausse|baisse|pertes|profits?|"
    r"nach|mit|trotz|wegen|dank|après|malgré|avec|tras|con|pese)\b"
)


_GIVEN = regex.compile(
    r"\ (?:beschert|gibt|verhilft|hilft|treibt|bremst|belastet|stützt|verleiht|beflügelt|drückt|schiebt|bringt|bei|für|pour|"
    rf"chez|para|beim(?=\ {_MAKER}\ ))\ (?:{_MAKER}\ )?"
    r"(?!Umsatz|Gewinn|Anleger|Aktionär)(?P<name>[\p{Lu}][\w&'.-]*+(?:\ [\p{Lu}][\w&'.-]*+){0,2}?)"
    r"(?=\ (?:\p{Ll}|Rückenwind|Auftrieb|Schub)|$)"
)
"""Who is told of behind a title's verb ("Starker Handel beschert Globex mehr Gewinn", "Wachstum beim Autobauer Globex")."""


_OF_WHOM = regex.compile(
    r"[\w-]*(?:[Gg]ewinn|[Uu]msatz|[Vv]erlust|[Ee]rgebnis|Erlöse)\ der\ "
    r"(?P<name>[\p{Lu}][\w&'.-]*+(?:\ [\p{Lu}][\w&'.-]*+){1,2})(?=\ \p{Ll})"
)
"""``Gewinn der Globex Bank bricht ein``: of whom, where the name has an article"""
_DECLINED = regex.compile(r"(?<=^\p{Lu}\w+)en(?=\ )")


def titled_name(headline: str) -> str | None:
    """
    Name what a title in another language opens with, before its verb or a colon.

    >>> titled_name("Globex Truck kommt besser weg als gedacht"), titled_name("Gewinn von Globex steigt")
    ('Globex Truck', None)
    >>> titled_name("Gewinn der Ersten Globex Bank bricht ein"), titled_name("Autobauer Globex verdient mehr")
    ('Erste Globex Bank', 'Globex')
    >>> titled_name("Le recruteur Globex affiche un bond"), titled_name("Starker Handel beschert Globex mehr Gewinn")
    ('Globex', 'Globex')
    >>> titled_name("WDH: Globex verdient mehr"), titled_name("KORREKTUR/ROUNDUP 2: Schwache Monate: Minus beim Autobauer Globex")
    ('Globex', 'Globex')
    """
    found = _TITLED.match(headline)
    if found is None or _NO_TITLED.match(headline, found.start("name")) or found["name"].lower() in COMMON:
        given = _GIVEN.search(headline) or _OF_WHOM.match(headline)
        return _DECLINED.sub("e", given["name"]) if given is not None else None
    return _OF_ITS.sub("", found["name"])


EASTERN_LETTERS = regex.compile(r"[\p{Han}\p{Hangul}\p{Katakana}]{3}|\p{Hangul}{2}")
_EASTERN = regex.compile(
    r"(?:[\s【\[《〔<][^】\]》〕>]{0,16}[】\]》〕>])?[\s–—―-]*+(?:[米独英仏](?=[\p{Katakana}A-Z]))?"
    r"(?P<name>[^\s、。,，「」『』()（）<>·…:：的'\"]{2,20}?)(?:株式会社|홀딩스)?"
    r"(?:[(（<][^()（）<>]{1,16}[)）>])?(?:は|が|の|、|--|,|，|:|는|은|이 |가 |의|第|[0-9]|Q[1-4]|"
    r"公布|发布|披露|宣布|公告|上半年|全年|今|去年|[一二三上首次末单]季|中期|营收|营业|收入|总收入|净利|纯利|純利|盈利|溢利|利润|亏损|"
    r"业绩|業績|财报|每股|毛利|股东|归母|预计|预期|录得|同比|按年|年增|売上|連結|通期|決算|三季报|年报|中报|截至|前[三0-9]|将(?=[派于在以])|盘[前后中]|股价|拟(?=[派每])|多赚|交出|営業|純利益|最終|経常|\s)"
)
_EASTERN_TAIL = regex.compile(r"[\p{Han}\p{Katakana}\p{Hangul}ー]{0,10}?(?<![今昨周])(?=株式会社|は|が|の|는|은|[(（])")


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
_NO_EASTERN = regex.compile(r"[\"“”0-9年季月看]|公司|集团$|收入|营收|利润|净利|业绩|市场|数据|分析|同期|決算|売上|利益|매출|이익")


def eastern_name(headline: str, rest: str) -> str | None:
    """Name the subject that a Japanese, Chinese or Korean title opens with, as fully as the text does; else one of its clauses."""
    wire = _WIRE.match(headline)
    quoted = _QUOTED.match(headline)
    found = _EASTERN.match(headline, quoted.end() if quoted is not None else wire.end() if wire is not None else 0)
    if found is not None and quoted is not None and rest.find(found["name"]) < 0:
        found = None  # "'빅3' 성적표 나왔다…글로벡스, 영업익 5억원"
    if found is None or found["name"].endswith((*_PARTS, "で", "に", "を")) or '"' in found["name"]:
        return _of_a_clause(f"{headline}\n{rest[:_TITLE_LENGTH]}")
    place = rest.find(found["name"])
    if place < 0:
        return found["name"] if _KANA.search(rest) else _used_of(found["name"], rest)
    tail = _EASTERN_TAIL.match(rest, place + len(found["name"]))
    return found["name"] + (tail.group() if tail else "")


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
