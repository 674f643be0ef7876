"""
Named abroad: how other languages than English name the part of a company that is told of.

`PARTS` beside a metric or anywhere in its clause ("im Segment Werkzeuge", "la division Outils", "工具事業の"), or in one word with
it ("Cloud-Umsatz"); `SUBJECTS` as who did it, by a verb of faring behind ("Werkzeuge kam auf …", "Herramientas facturó …");
`LISTED` where a sentence says that it goes through the parts ("Par activité, …"), in which any subject is one.
"""

from __future__ import annotations

from functools import cache

from earnsum.parts.namedchinese import PARTS_ZH
from earnsum.parts.namedkorean import LISTED_KO, LISTED_SUBJECTS_KO, PARTS_KO, SUBJECTS_KO
from earnsum.patterns import regex

_PLACES_DE = (
    r"(?:Nord|Süd|Latein|Mittel)?[Aa]merika|Nord-\ und\ Südamerika|(?:West|Ost|Süd|Nord|Mittel|Zentral)?[Ee]uropa|"
    r"Asien(?:-Pazifik)?|China|Deutschland|Indien|Japan|Frankreich|Italien|Spanien|Großbritannien|Brasilien|Kanada|Russland|"
    r"Österreich|Afrika|Übersee|EMEA|USA|(?<=der\ )(?:Schweiz|Türkei)"
)
_OF_PART_DE = r"(?:Umsatz|Umsätze|Erlös|Auftrag|Aufträge|Bestellung|Ebit|Gewinn|Ergebnis|Verkäufe|Absatz)"
"""What a part's own is told of in one word with it: "Cloud-Umsatz"."""
_TOLD_DE = (
    r"\w*(?:[Aa]uftr[aä]g|[Uu]ms[aä]tz|[Ee]rlös|[Bb]estell|[Aa]bsatz|[Ee]rgebnis|[Gg]ewinn|[Mm]arge|[Ii]nvestition|"
    r"[Ee]rtr[aä]g|Ebit|EBIT)"
)
"""How a metric's name begins, which is no part's: "Bei den Neuaufträgen verbuchte"."""

_PLACES_FR = (
    r"Europe(?:\ (?:de\ l'[EO]\w++|centrale|du\ \w++))?|Amérique(?:\ (?:du\ Nord|latine|du\ Sud))?|Asie(?:-Pacifique)?|Chine|"
    r"France|Allemagne|Inde|Japon|Afrique(?:\ et\ (?:au\ )?Moyen-Orient)?|Espagne|Italie|Pologne|Belgique|Suisse|"
    r"[EÉ]tats-Unis|Royaume-Uni|Brésil|Autriche|Pays-Bas|Russie|Turquie|Mexique|Canada|Grande-Bretagne|(?<=l')[Hh]exagone"
)
_PLACES_ES = (
    r"España|Europa|(?:Norte|Latino|Sud|Centro)américa|América(?:\ (?:Latina|del\ (?:Norte|Sur)))?|Asia|China|Brasil|México|"
    r"Estados\ Unidos|(?:el\ )?Reino\ Unido|EE\.?\ ?UU|Portugal|Alemania|Francia|Italia|Polonia|Chile|Argentina|Colombia|Perú"
)
_OF_PART_ES = r"(?:ventas|ingresos|facturación|ebitda|ebit|beneficio(?:\ operativo)?|cartera)"
_NO_PART_ES = (
    r"(?!(?:total|global|ordinario|recurrente|principal|neto|bruto|consolidado|atribuible|atribuid[oa]|acumulado|anual|trimestral|"
    r"semestral|mundial|propi[oa]|será|hasta|entre|desde|frente|para|pero|como|sobre|mayo|abril|junio|julio|enero|todo|explotación|"
    r"caja|pedidos|contratos|obras?|clientes|créditos?|negocios?|operación|operaciones|cada|acciones|activos|este|esta|estos|cara|\w+(?:ó|ron))\b)"
)
_NAME = r"[\p{Lu}][\w&.+-]*+(?:\ (?:(?:und|et|y|&|de|für)\ )?[\p{Lu}][\w&.+-]*+){0,3}"

# A part of the company, named in the clause of its metric; what follows is no part of the name.
_PARTS = {
    "de": rf"""
        \b(?:Segment|Sparte|(?:Geschäfts|Unternehmens|Konzern)bereich|Produktgruppe|Geschäftsfeld|Division|Bereich|Konzernsparte
          |(?:Geschäfts)?[Ee]inheit|(?:[Kk]ern|[Hh]aupt)?[Mm]arke|[Tt]ochter(?:gesellschaft|firma)?)s?\ "?(?P<part>{_NAME})
      | \b[\p{{Lu}}][\w-]{{1,24}}?(?:segment|sparte|geschäft)s?\ (?P<part>{_NAME})
      | \b[Ii]m\ (?P<part>(?!laufend|fortgeführt|operativ|eigen|gesamt|täglich)\p{{Ll}}{{4,}}en\ Geschäft)\b
      | \b(?P<part>[\p{{Lu}}][\w-]{{1,24}}?)(?:-(?:Segment|Sparte|Geschäft|Division|Bereich|Tochter)
          |(?:segment|sparte|geschäft))s?\b
      | \b(?![Ee](?:bit|BIT)|[HQ][1-4]-|(?:Brutto|Netto|Gesamt)-)
          (?P<part>[\p{{Lu}}][\w&]*+(?:-[\p{{Lu}}][\w&]*+)*?)-(?={_OF_PART_DE})
      | \b(?P<part>[\p{{Lu}}]\p{{Ll}}{{2,24}}?)(?:(?<=ung|ion|heit|keit)s)?(?=(?:umsatz|umsätze|erlös)\w{{0,4}}\b)
      | \b(?:Geschäft|Umsatz|Umsätzen?|Erlösen?|Handel)\ (?:mit|aus)\ (?:de[mrn]\ )?(?!Blick|Ausnahme|Sicht)
          (?P<part>[\p{{Lu}}][\w-]*+(?:\ (?:und|&)\ [\p{{Lu}}][\w-]*+)?)
      | (?<=^|\n|[.!?]\ )(?:Mit|Bei(?:\ den|\ der)?)\ (?!(?:Vorlage|Bekanntgabe|Anleger|Analyst|Investor|Blick|Ausnahme)\w*)
          (?:{_NAME}\ \((?P<part>{_NAME})\)
            |(?!{_TOLD_DE})(?P<part>{_NAME})(?=\ [\p{{Ll}}]+(?:te|ten|ing|ieg|iel|ank|uchs|am|rach)\b))
      | \b[Ii]n\ der\ Region\ (?P<part>{_NAME}) | \b[Ii]n\ (?:den\ (?=USA)|der\ )?(?P<part>{_PLACES_DE})\b
      | \b[Ii]n\ der\ (?P<part>[\p{{Lu}}]\p{{Ll}}*+(?<=[Cc]hemie|[a-z]technik|[Ll]ogistik|[Ee]lektronik|[a-zü]versicherung|
          [Ss]ensorik|[Dd]iagnostik|[Rr]obotik|[Tt]ouristik|[Rr]aumfahrt|[Ss]chifffahrt|[Bb]iotechnologie|[a-z]verwaltung|[a-z]bank))\b
      | \b(?P<part>{_PLACES_DE}),\ wo\b | \b[Ii]m\ (?P<part>Heim(?:at)?markt|Ausland|Inland)\b(?!\ \p{{Lu}})
      | \b[Ii]m\ (?P<part>[\p{{Lu}}]\p{{Ll}}+er)\ (?:Kerng|G)eschäft\b | \b[Hh]eim(?:at)?markt\ (?P<part>{_NAME})
    """,
    "fr": rf"""
        \b(?:division|branche|pôle|segment|activité|filiale|marque|métier|enseigne|zone|région)s?[ ]
          (?:d'|de\ (?:la\ |l')?|des\ |du\ )?["']?
          (?P<part>{_NAME})
      | \b(?:[Ll]a\ (?:division|branche)|(?:[Ll]e|[Dd]u|[Aa]u)\ (?:pôle|segment)|[Ll]es\ activités|[Ll]'activité)[ ]
          (?:d'|de\ (?:la\ |l')?|des\ )?
          (?!puisque|qui|que|est|et|dans|en|sur|au|avec|pour|mais)
          (?P<part>\p{{Ll}}[\w'-]*+(?:(?:\ et|\ &|,)?\ \p{{Ll}}[\w'-]*+){{0,3}}?)(?=,|\ (?:a|ont|qui|\w+e)\b|\ ?\(|\ ?$)
      | (?<=^|\n|[.!?]\ )Dans\ (?:la\ |les?\ |l')(?!détail|ensemble|cadre|foulée|immédiat|même|total|groupe|monde)
          (?P<part>\p{{Ll}}[^,:;()0-9]{{3,50}}?),
      | \b[Cc]el(?:le|ui|les)\ (?:de\ (?:l'|la\ )?|du\ |d'|des\ )(?P<part>{_NAME})
      | \b[Ee]n\ (?P<part>{_PLACES_FR})\b | \bà\ l'(?P<part>international|export)\b | \b[Aa]ux\ (?P<part>[ÉE]tats-Unis|Pays-Bas)\b
      | \b[Aa]u\ (?P<part>Royaume-Uni|Brésil|Mexique|Canada|Japon|Maroc|Portugal|Moyen-Orient)\b
      | \b[Dd]ans\ l'(?P<part>[Hh]exagone)\b | \b(?P<part>{_PLACES_FR}),\ où\b
      | \b(?:à|dans|par)\ (?:la\ |les?\ |l')(?!groupe|trimestre|période|même)(?P<part>\p{{Ll}}[^,:;()0-9]{{3,50}}?),\ où\b
      | \b(?:[Rr]evenus|[Rr]ecettes|[Vv]entes|[Cc]hiffre\ d'affaires|[Bb]énéfice\ opérationnel)\ dans\ (?:le\ |la\ |les\ |l')
          (?!monde|trimestre|semestre|groupe|ensemble|cadre|détail|pays|rouge|vert|secteur|même|période|reste)
          (?P<part>\p{{Ll}}[\w-]*+(?:\ \p{{Ll}}[\w-]*+)?)(?=,|\ (?:a|ont|qui|se|s'|de\ [0-9]|\w+ent)\b|\ ?[;(]|\ ?$)
      | \b(?:[Rr]evenus|[Rr]ecettes|[Vv]entes)\ (?P<part>publicitaires|numériques|digita(?:ux|les)
          |internationa(?:ux|les)|domestiques|aéronautiques|automobiles|audiovisue(?:ls|lles)|mobiles)\b
    """,
    "es": rf"""
        (?<!\bcifra\ de\ |\bvolumen\ de\ )\b(?:división|segmento|área|negocio|filial|unidad|marca)[ ]
            (?:de\ (?:negocio\ (?:de\ )?)?)?"?(?P<part>{_NAME})
      | (?<!\bcifra\ de\ |\bvolumen\ de\ )\b(?:división|segmento|área|negocio|actividad|rama|unidad|filial)\ {_NO_PART_ES}
            (?:de\ (?:la\ |los\ |las\ )?|del\ )?
            (?P<part>(?:en\ (?:la\ |los\ |las\ |el\ )?)?(?!en\b|de\b|del\b|y\b|que\b){_NO_PART_ES}\p{{Ll}}{{4,}}
            (?:\ y\ {_NO_PART_ES}\p{{Ll}}{{4,}})?)
      | \b(?:{_OF_PART_ES}|el|la|los|las)\ (?:subyacente\ |comparable\ )?(?:de\ (?:l[ao]s?\ )?|del\ )(?P<part>{_NAME})
      | \b(?:{_OF_PART_ES}|[Ll]as?\ ventas?|el|la|los|las)\ de\ {_NO_PART_ES}
            (?P<part>\p{{Ll}}{{4,}}+(?:\ (?:y\ )?(?!se\ )\p{{Ll}}{{4,}}+(?<!ó|aron|eron))?)
            (?=,\ con\ |\ (?:se\ )?\w+(?:ó|aron|eron)\b|\ (?:un|el)\ [0-9])
      | \b(?:ingresos|ventas)(?:\ (?!tot|net|consol)\p{{Ll}}{{4,}}[oa]s)?\ por\ (?!ventas|valor|importe|encima|debajo|parte|acci)
            (?P<part>\p{{Ll}}{{4,}}(?:\ \p{{Ll}}{{3,}}[oae]s)?)
      | \b(?:[Ii]ngresos|[Vv]entas)\ (?P<part>publicitari[oa]s|digitales|internacionales|nacionales|doméstic[oa]s|online|minoristas
            |mayoristas|educativ[oa]s|industriales|hoteler[oa]s|turístic[oa]s|aeronáutic[oa]s|audiovisuales|editoriales|móviles)\b
      | \b[Ee]n\ (?P<part>{_PLACES_ES})\b | \b(?P<part>{_PLACES_ES}),\ donde\b
    """,
    "ja": (
        r"(?<=[、。]|\n|^|(?:主力|中核|傘下|好調|主要)の|別(?:に)?(?:では|は)|[(、]うち)(?!うち|主力|中核|傘下|グループ全|修正後|見直し後)"
        r"(?P<part>[^、。\s0-9のはがで()]{2,14}?)(?<![期年月社間度比別]|連結|全体)(?:向け)?の"
        r"(?=売上(?:高|収益|げ)|営業(?:利益|損|益)|事業利益|業務純益|受注[高額]|販売台数)|"
        r"(?<![\p{Han}\p{Katakana}ー])(?!連結|単独|営業|経常|純|総|売上|当期|金融|運用|その他)(?P<part>[\p{Han}\p{Katakana}ー]{2,12}?)"
        r"(?=収[益入][はが])|(?P<part>[\p{Han}\p{Katakana}A-Za-z]{2,8}単体)(?:の|では|は)|"
        r"(?P<part>[\p{Han}\p{Katakana}ーA-Za-z0-9・]{2,16}?(?:事業|部門|セグメント|分野))(?:の|は|では|で|が)|"
        r"「(?P<part>[^「」\n]{2,20})」(?:部門|事業|セグメント|分野)?の(?=売上|営業[利損])|"
        r"(?:製品|サービス|ブランド|アプリ|ソフト|子会社|傘下|主力薬)の(?P<part>[\p{Katakana}ーA-Za-z]{3,14})の(?=売上)|"
        r"(?<![\p{Han}\p{Katakana}ー])(?!グループ|トータル|オーガニック|ベース)(?P<part>[\p{Katakana}ー]{3,12})(?=売上(?:高|収益)?[はが])|"
        r"(?:サービス|事業|部門|ブランド|アプリ)「(?P<part>[^「」]{2,16})」(?:は|の|が|では)|"
        r"(?<![A-Za-z0-9])(?P<part>[A-Z]{3,5})の(?=(?:第?[1-4]・?四半期の)?(?:売上|営業[利損]))|"
        r"(?P<part>国内|海外|北米|米国|欧州|アジア|中国|インド|日本)(?:は|が|では|での|の?(?=売上|販売|営業[利損])(?!売上高?比率))"
    ),
    "zh": PARTS_ZH,
    "ko": PARTS_KO,
}

_CLAUSE = r"(?<=^|\n|[.!?:;,)][ ]|\b(?:und|aber|während|doch|sowie|et|mais|que|y|e|pero|mientras)[ ])"
"""Where a clause begins, and its subject may stand."""

_FARED_DE = (
    r"(?:kam|erlöste|setzte|steuerte|verbuchte|verzeichnete|erzielte|erwirtschaftete|verdiente|wuchs|legte|schrumpfte|verlor|büßte|"
    r"trug|fuhr|lieferte|schaffte|schnitt|rutschte|brachte|wies|schrieb|erreichte|steigerte)(?:e?n)?\b(?!\ (?:der|die)\ )"
)
_FARED_FR = (
    r"(?:(?:a|ont)(?:,?\ \w+,)?(?:\ \w+)?\ (?:généré|réalisé|dégagé|enregistré|affiché|crû|cru|progressé|reculé|bondi|chuté|"
    r"augmenté|baissé|contribué|engrangé|atteint|gagné|perdu|apporté|totalisé|cédé|connu|vu|pesé)|affiche(?:nt)?|enregistre(?:nt)?|progresse(?:nt)?|"
    r"recule(?:nt)?|croît|croissent|bondi(?:t|ssent)|chute(?:nt)?|voi(?:t|ent)|génère(?:nt)?|réalise(?:nt)?)\b"
)
_FARED_ES = (
    r"(?:(?:ha|han)\ (?:factur|ingres|aport|gan|avanz|registr|gener|sum|alcanz|logr|mejor|aument)ado|factur(?:ó|aron)|"
    r"ingres(?:ó|aron)|aport(?:ó|aron)|obtuv(?:o|ieron)|gan(?:ó|aron)|perdi(?:ó|eron)|creci(?:ó|eron)|cay(?:ó|eron)|subi(?:ó|eron)|"
    r"baj(?:ó|aron)|avanz(?:ó|aron)|retrocedi(?:ó|eron)|registr(?:ó|aron)|gener(?:ó|aron)|sum(?:ó|aron)|alcanz(?:ó|aron)|"
    r"logr(?:ó|aron)|contribuy(?:ó|eron)|vendi(?:ó|eron)|mejor(?:ó|aron)|aument(?:ó|aron)|descendi(?:ó|eron)|repunt(?:ó|aron)|"
    r"volvi(?:ó|eron)|entr(?:ó|aron)|elev(?:ó|aron)|redujo|redujeron|increment(?:ó|aron)|multiplic(?:ó|aron)|"
    r"fue\ la\ (?:única|que|mejor|peor))\b"
)
_NO_NAME = (
    r"(?!(?:Damit|Dabei|Zuvor|Zuletzt|Insgesamt|Operativ|Netto|Brutto|Unterm|Unter|Vor|Nach|Im|In|Am|An|Auf|Aus|Bei[m]?|Mit|Ohne|Trotz|"
    r"Dank|Wegen|Hier|Dort|Davon|Dazu|Daraus|Dafür|Dennoch|Bislang|Bisher|Er|Sie|Es|Wir|Man|Eine?|Viele|Alle|Beide|Besonders|Weltweit|"
    r"Je|Pro|Der|Die|Das|Dies\w*|Ebenso|Auch|So|Noch|Nur|Schon|Erstmals|Zum|Zur|Seit|Statt|Während|Wie|Als|Da|Doch|Denn|Allein|Steuern|Zinsen|"
    r"Abschreibungen|Anteilen\ Dritter|Minderheiten|"
    r"Il|Elle|Ils|Elles|On|Cel\w+|Ce|Cette|Ceci|Qui|También|Además|Ahora|Entonces|Hoy|Ayer|Finalmente|Así|Est[aeo]s?|Ello|Tras|Por|Según|El|La|Los|Las|Le|Les|"
    r"[\w-]*(?:lich|weise|[Bb]ereinigt|isch|wärts|ings|falls|weit|tag|jahr|quartal))\ )"
    r"(?!(?<=\b(?:de|d'|von)\ ?(?:[\p{Lu}][\w&.'-]*,?\ ){1,6})[\p{Lu}][\w&.' -]*?\ (?:y|e|et|und)\ [\p{Lu}])"
    r"(?<!\b(?:de|d'|von)\ ?(?:[\p{Lu}][\w&.'-]*,?\ ){1,6}(?:y|e|et|und)\ )"
)
"""What opens a sentence with a capital and names nobody; nor the last of an owner's ("la dueña de Foo, Bar y Baz vendió")."""

_TOO = (
    r"(?:,\ qu[ei]\ (?:[^,;]|(?<=[0-9]),(?=[0-9])){3,90},"
    r"|,?\ (?:por\ su\ parte|en\ cambio|à\ (?:son|leur)\ tour|quant\ à\ \w+|elles?|lui|eux|hingegen|dagegen|wiederum|allein),?)?"
)
"""Between a part and its verb: an aside, or a word that sets it beside the others."""

# Who did it in a clause; in French and Spanish nouns with capitals are names, and so are German ones without an article.
_SUBJECTS = {
    "de": rf"{_CLAUSE}{_NO_NAME}(?P<part>{_NAME}){_TOO}\ {_FARED_DE}",
    "fr": rf"{_CLAUSE}(?:[Ll](?:a|es?)\ |[Ll]')?{_NO_NAME}(?P<part>{_NAME}){_TOO}\ {_FARED_FR}",
    "es": rf"{_CLAUSE}(?:[Ee]l\ |[Ll][ao]s?\ )?{_NO_NAME}(?P<part>{_NAME}){_TOO}\ {_FARED_ES}",
    "ko": SUBJECTS_KO,
}

_GREW = {
    "de": r"(?:wuchs(?:en)?|legten?|schrumpften?|verlor(?:en)?|um)\b",
    "fr": (
        r"(?:(?:a|ont)(?:,?\ \w+,)?(?:\ \w+)?\ (?:crû|cru|progressé|reculé|bondi|chuté|augmenté|baissé|cédé)|"
        r"progresse(?:nt)?|recule(?:nt)?|affiche(?:nt)?\ une\ (?:croissance|hausse|baisse|progression)|de)\b"
    ),
    "es": r"(?:(?:creci|cay|subi|baj|avanz|retrocedi|aument|descendi|repunt)(?:ó|aron|ieron|eron)|un)\b",
}
_PLACES = {
    "de": rf"(?:{_PLACES_DE})",
    "fr": (
        rf"(?:(?:[Ll](?:a|es?)\ |[Ll]')?(?P<part>(?:{_PLACES_FR})(?:\ et\ \w+)?|reste\ du\ monde)"
        rf"|[Ll]a\ (?:zone|région)\ (?P<part>{_NAME}))"
    ),
    "es": rf"(?:[Ee]l\ |[Ll][ao]s?\ )?(?P<part>{_PLACES_ES}|resto\ del\ mundo)",
}
_PLACES["de"] = rf"(?P<part>{_PLACES['de']}|übrige\ Welt)"

# The same where the parts are gone through: any noun with an article is one.
_LISTED_SUBJECTS = {
    "de": rf"{_CLAUSE}(?:[Dd](?:er|ie|as)\ )?(?:\p{{Ll}}++\ )?{_NO_NAME}(?P<part>{_NAME}){_TOO}\ {_FARED_DE}",
    "fr": (
        rf"{_CLAUSE}(?:[Ll](?:a|es?)\ |[Ll]')(?P<part>[\p{{L}}][\w'-]*+(?:\ [\w'&-]++){{0,5}}?)"
        rf"(?:{_TOO}\ {_FARED_FR}|\ (?=de\ (?:[0-9]|$)))"
    ),
    "es": rf"{_CLAUSE}(?:[Ee]l\ |[Ll][ao]s?\ )(?P<part>[\p{{L}}][\w'-]*+(?:\ [\w'&-]++){{0,4}}?){_TOO}\ {_FARED_ES}",
    "ja": (
        r"(?<=[、。,]|^|\n|別では|別に)(?P<part>[^、。,0-9\s(]{2,14}?)(?<!別)(?<!別の[^、。]{2,8})"
        r"(?:は|が|では|の(?=売上|営業[利損益]))"
    ),
    "ko": LISTED_SUBJECTS_KO,
}
_LISTED = {
    "de": (
        r"(?:[Nn]ach|[Aa]ufgeteilt\ nach)\ (?:Sparten|Segmenten|Regionen|Geschäftsbereichen|Bereichen|Divisionen)|"
        r"[Ii]n\ den\ (?:einzelnen|drei|vier|beiden|fünf)\ (?:Sparten|Segmenten|Regionen|Geschäftsbereichen|Divisionen)|"
        r"[Rr]egional\ betrachtet|[Aa]uf\ (?:Segment|Sparten)ebene"
    ),
    "fr": (
        r"[Pp]ar\ (?:activités?|divisions?|branches?|pôles?|métiers?|segments?|régions?|zones?(?:\ géographiques?)?|marchés?|pays|"
        r"lignes?\ de\ (?:produits|métiers)|marques?)\b"
    ),
    "es": (
        r"[Pp]or\ (?:divisiones|negocios|segmentos|áreas(?:\ (?:geográficas|de\ negocio))?|mercados|regiones|países|zonas|marcas|"
        r"líneas\ de\ (?:negocio|actividad)|unidades(?:\ de\ negocio)?|actividades|ramas|formatos)\b"
    ),
    "ja": r"(?:事業|セグメント|部門|地域|製品|用途|分野|所在地|業態|商品|国|会社|顧客)別",
    "ko": LISTED_KO,
}


_GROWING_DE = (
    rf"|{_CLAUSE}(?:(?:Auch\ )?(?:[Dd]ie|[Dd]as|[Dd]er)\ )?(?:\p{{Ll}}+e\ )?"
    rf"(?:(?:Sparte|Segment|Division|Geschäftsbereich|Geschäft\ mit)\ (?P<part>{_NAME})"
    r"|(?P<part>(?!Gesamt|Neu|Kern|Tages|Brutto|Auslands|Inlands|Kredit|Einlagen|Hypothe|Zins)"
    r"[\p{Lu}][\w-]*?)-?(?:[Gg]eschäft|[Ss]parte|[Ss]egment|[Dd]ivision))\ "
    r"(?:wuchs|legte|schrumpfte|sank|fiel|brach|schnellte|kletterte|zog|ging|"
    r"verbuchte|verzeichnete|stieg|konnte|verlor|büßte|gab)\b"
    r"(?:(?!\bauf\b)[^,;0-9]){0,50}$"
)
"""``Das Cloudgeschäft wuchs um``: of a business so called, which is what it sells"""


@cache
def growing_place(language: str) -> regex.Pattern[str] | None:
    """Compile how a place is said to have grown by a rate, of which nothing but its sales can be meant."""
    if language not in _PLACES:
        return None
    business = _GROWING_DE if language == "de" else ""
    return regex.compile(rf"{_CLAUSE}{_PLACES[language]}\ {_GREW[language]}[^,;0-9]{{0,24}}$" + business)


_LEADING = {
    "de": r"\ (?:entfiel(?:en)?|kamen?|stammten?)\ (?:auf|aus|von)\ (?:d(?:ie|er|as|en|em)\ )?",
    "fr": r"\ (?:(?:pour|dans|provenant\ de|issus?\ de)\ )(?=l)",
    "es": (
        r"(?:\ millones)?(?:\ (?:correspond(?:en|ieron|ientes)|proced(?:en|ieron|entes)|proven(?:ientes)|provinieron|vinieron))?"
        r"\ (?:al?|del?|en)\ (?:l[ao]s?\ |el\ )?(?=división|segmento|área|negocio|actividad|rama)"
    ),
}


@cache
def leading_to_part(language: str) -> regex.Pattern[str]:
    """Compile the words between a figure and the part that it is of ("2 millones correspondieron al negocio industrial")."""
    return regex.compile(_LEADING[language])


_ELLIPTICAL = {
    "es": regex.compile(
        r"\)?,?\ (?:y|e|mientras\ que)\ (?:(?:el|la)\ (?=negocio|división|área|segmento))?"
        r"(?P<part>(?![Ll][ao]s?\ |[Ee]l\ )\p{L}[\w-]++(?:\ [\w-]++){0,3}+),\ (?:con\ )?$"
    ),
}


def elliptical(language: str) -> regex.Pattern[str] | None:
    """Return how another part is named with its verb left out ("Energía facturó 8 millones y servicios, 35")."""
    return _ELLIPTICAL.get(language)


OPENS_WITH_SALES = regex.compile(_OF_PART_ES)
"""How a text opens on the sales of whoever it is on ("Ventas de Globex")."""


_LEAD = 120
"""Letters in which a text says who it is on: the subject there is the company."""


@cache
def parts_of(language: str) -> regex.Pattern[str]:
    """Compile how a language names a part of a company; only the one that is read."""
    return regex.compile(_PARTS[language], regex.VERBOSE)


@cache
def _subjects_of(language: str, *, listed: bool) -> regex.Pattern[str] | None:
    pattern = (_LISTED_SUBJECTS if listed else _SUBJECTS).get(language)
    return regex.compile(pattern) if pattern is not None else None


@cache
def _listing_of(language: str) -> regex.Pattern[str] | None:
    return regex.compile(_LISTED[language]) if language in _LISTED else None


def _opening(folded: str) -> int:
    """Return where the title and the first sentence of a Korean text end, of which the subject is its company."""
    body = folded.find("\n")
    end = folded.find("다. ", body) if body >= 0 else -1
    return min(_LEAD // 2, end) if end >= 0 else _LEAD // 2


def subjects_of(folded: str, language: str, start: int, end: int) -> list[regex.Match[str]]:
    """Return the parts that a stretch names as who did it, in order; where its paragraph goes through the parts, any subject."""
    listing = _listing_of(language)
    paragraph = folded.rfind("\n", 0, start) + 1
    listed = listing is not None and listing.search(folded, paragraph, end) is not None
    if not listed and start < (_opening(folded) if language == "ko" else _LEAD):
        return []
    patterns = [_subjects_of(language, listed=False), _subjects_of(language, listed=True) if listed else None]
    found = [match for pattern in patterns if pattern is not None for match in pattern.finditer(folded, start, end)]
    return sorted(found, key=lambda match: match.start("part"))
