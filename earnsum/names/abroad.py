"""
Names abroad: the company in a text of another language, whose verbs of reporting are not known.

What title and text both name is the company; for Japanese, Chinese and Korean see `eastern`.
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
    legal = [_OPENING.sub("", use.name) for use in uses if (use.legal or use.listed) and not _NO_COMPANY.match(use.name)]
    return max(legal, key=legal.count, default=None)


_MAKER = (
    r"(?:[\p{Lu}][\w-]*(?:hersteller|konzern|bauer|händler|anbieter|versicherer|riese|unternehmen|zulieferer|betreiber|dienstleister|"
    r"spezialist|ausrüster|entwickler|produzent|verlag|gruppe|firma|röster|brauer|logistiker|discounter|vermieter|vermittler|kette"
    r"|gesellschaft|ausstatter)|Versicherer|Hersteller|Zulieferer|Discounter)"
)
_DID_ES = (
    "(?:se )?(?:ganó|perdió|anunció|registró|obtuvo|dijo|informó|reportó|logró|facturó|ingresó|cerró|multiplicó|elevó|aumentó|"
    "redujo|anotó|presentó|publicó|alcanzó|duplicó|triplicó|disparó|mejoró|recortó|comunicó)"
)
_LEAD = r"(?:(?:\A|\)\ [-–]\ |\n)(?:[\p{Lu}][\w-]++(?:\ [\p{Lu}]\w++)?(?:\ [-–]|\.)\ )?)"
"""Where a text begins, with or without the place that it is from: "Paris – "."""
_SAID_SO = regex.compile(
    rf"\b{_MAKER}"
    r"(?:e?s|n)?\ (?P<name>[\p{Lu}][\w&-]++(?:\ [\p{Lu}][\w&-]++){0,2})"
    rf"|{_LEAD}(?!(?i:der|die|das|le|la|les|el|los|las)\ )(?P<name>[\p{{Lu}}][\w&'-]++(?:\ [\p{{Lu}}][\w&'-]++){{0,2}})"
    r"(?:,\ \p{Ll}[^,.;\n]{3,80},)?"
    rf"\ (?:a|hat|ha|publie|affiche|annonce|gana|kam|setzte|meldete|verdiente|steigerte|{_DID_ES})\b"
    rf"|{_LEAD}(?:El|La)\ (?:(?!que\b)\p{{Ll}}[\w-]++\ ){{1,6}}"
    rf"(?P<name>[\p{{Lu}}][\w&'-]++(?:\ [\p{{Lu}}][\w&'-]++){{0,2}})\ {_DID_ES}\b"
    r"|\A(?P<name>[\p{Lu}][\w&'-]++(?:\ [\p{Lu}][\w&'-]++){0,2}),\ (?:el|la|un|una)\ \p{Ll}"
    r"|(?:\A|,\ )(?:[Ee]l|[Ll]as?|[Ll]os)\ (?:ingresos|ventas|beneficios?|ganancias?|utilidad(?:es)?|facturación|resultados?"
    r"|ebitda)(?:\ \p{Ll}{3,}+){0,3}\ del?\ (?P<name>[\p{Lu}][\w&'-]++(?:\ [\p{Lu}][\w&'-]++){0,2})(?=\ \p{Ll})"
    rf"|{_LEAD}Die\ (?P<name>(?!(?:Gro(?:ß|ss)|Noten|Privat|Regional|Landes|Haus|Investment|Direkt|Zentral|Staats)bank)"
    r"[\p{Lu}]\w{3,}bank)\ \p{Ll}"
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
    return found["name"] if found and not (_OPENING.sub("", f"{found['name']} …") == "…" or is_no_name(found["name"])) else None


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
    "me mds mdse mdsusd verlust ergebnis prognose jahr jahresziele aktie aktien bénéfice résultat beneficio "
    "trimestre semestre beim im in nach seit bis vor zum zur am vom".split()
)


_OF_RESULTS = regex.compile(r"(?:Umsatz|Gewinn|Ergebnis|Verlust|Quartals|Jahres|Prognose|Ausblick|Dividende|Erlös)\p{Ll}*+$")
"""Nouns for what is reported, which have capitals too: "Umsatzplus"."""


_BEFORE_NAMES = frozenset("trotz wegen dank nach beim ohne seit malgré grâce après pese tras bourse".split())
"""With what no name begins ("Trotz Krise: Globex verdient mehr")."""


_OF_A_KIND = re.compile(
    r"(?:stark|hoh|kräftig|schwach|gut|solid|deutlich|teur|höher|sinkend|steigend|mehr|weniger|schlecht)e?[rsn]?$"
)
"""``Starke Nachfrage``: an adjective with a noun, at the head of a title"""


def is_no_name(name: str) -> bool:
    """Tell words of a language whose nouns have capitals from a name: "Milliarden", "Beim Umsatz"."""
    words = name.lower().split()
    plain = words[0] in _BEFORE_NAMES or all(word in _NO_TITLE_NAME for word in words)
    return plain or _OF_RESULTS.match(name) is not None or _OF_A_KIND.match(words[0]) is not None


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


_OF_WHICH = frozenset(("Grupo", "Groupe", "Banco", "Banque", "Compañía", "Compagnie", "Société"))
_THEN_NAMED = regex.compile(r"\ [\p{Lu}][\w&-]++")


def _joined(folded: str, name: str) -> str:
    """Return a name with the one that it is joined to by a sign ("Anvil & Hammer"), or that says which ("Grupo Anvil")."""
    if name in _OF_WHICH:
        behind = next(filter(None, (_THEN_NAMED.match(folded, place + len(name)) for place in places_of(folded, name))), None)
        return f"{name}{behind.group()}" if behind is not None else name
    for place in places_of(folded, name):
        if (before := _JOINED_BEFORE.match(folded, max(0, place - _JOINED_FAR), place)) is not None:
            return f"{before.group()}{name}"
        behind = _JOINED_BEHIND.match(folded, place + len(name))
        if behind is not None and folded[place - 1 : place] != "-":
            return f"{name}{behind.group()}"
    return name


_OPENS_SO = (
    r"(?:(?:WDH|WIEDERHOLUNG|KORREKTUR|BERICHTIGUNG|ROUNDUP|NEU|OTS|Kreise|CORRECTIF|SYNTHESE|CORRECCIÓN|AMPLIACIÓN|RESUMEN)"
    r"(?:\ [0-9])?(?:/|\ ?:\ ))*+(?:(?:Bourse|LEAD|RPT|BR[ÈE]VE|ACTUALISATION|PREV)(?:\ [0-9])?-)?"
    r"(?:(?:EQS|DGAP|Original-Research|Adhoc|Ad-hoc)[\w-]*\ ?:\ |[\w-]*(?:[Zz]ahlen|[Bb]ilanz|[Bb]ericht)(?:\ vorgelegt)?\ ?:\ "
    rf"(?={_MAKER}\ ))?"
    r"(?:(?:Schweizer|Spanische|Französische|Britische|Italienische|Japanische|Chinesische|Österreichische)[rns]?\ )?"
    r"(?:(?:La\ valeur|Les\ valeurs)\ du\ jour\ à\ [\w ]{4,20}?\ ?[-:]\ )?"
    rf"(?:(?:[\w-]+-(?:Zulieferer|Tochter|Konkurrent|Rivale|Hersteller|Anbieter|Partner)|{_MAKER}"
    r"|Espera|Prevé|Gana|Pierde|Reporta|Registra|Tiene)[ ]"
    r"|(?:[\p{Lu}][\w'-]++(?:\ [\w'-]++){0,4}\ ?:\ (?=l(?:es?\ |a\ |')))?"
    r"(?:[Ll](?:es?|a)\ |(?:El|Los)\ |[Ll]')(?:\p{Ll}[\w-]++\ ){1,3})?"
)
"""
What a title may say of a company before its name.

"Toyota-Zulieferer Globex", "Autobauer Globex", "Le recruteur Globex", "Gana Globex"; and what the agency calls it
("WDH/ROUNDUP 2: Globex").
"""

_TITLED = regex.compile(
    rf"{_OPENS_SO}"
    r"(?P<name>[\p{Lu}][\w&'.-]*+(?:\ (?:(?:&|und|et|y|del?|de\ los|de\ las?)\ )?"
    r"(?![0-9.,]+\ (?:por|Prozent|pour|millones)\b)[\p{Lu}0-9][\w&'.-]*+){0,4})(?:\ ?:\ |\ (?=\p{Ll}|\())"
)
_NO_TITLED = re.compile(
    r"(?i)(?:der|die|das|le|la|les|l'|el|los|las|un|une|ein|eine|(?:gewinn|umsatz|ergebnis|verlust|erlös|quartals|prognose)\w*|aktien?|ausblick|"
    r"bénéfice|résultats?|chiffre|ventes|perte|bourse|beneficio|ganancias?|ingresos|ventas|pérdidas?|resultados?|bolsa|"
    r"(?:starke|hohe|kräftige|schwache|gute|solide|deutliche|teure|neue|höhere|sinkende|steigende)[rsn]?|[\w-]*geschäft|"
    r"(?:lourde?|forte?|nette?|bonne?|nouve(?:au|lle)|léger|légère|premi(?:er|ère))s?|bond|chute|recul|hausse|baisse|pertes|profits?|"
    r"nach|mit|trotz|wegen|dank|après|malgré|avec|tras|con|pese|usa|[eé]tats-unis|allemagne|suisse|japon|wall\ street)\b"
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
