"""
Period phrases abroad: how German, French, Spanish, Portuguese and Italian texts name a stretch of time.

Family by family, as in `phrases`, whose parts they are put together from and behind whose own they stand.
"""

FAMILIES = {
    "previous": r"""
        (?:trimestre|semestre)\ (?:précédent|anterior|precedente) | vorperiode\w*+ | vorquartal\w*+
      | zu\ jahresbeginn\b | jahreswechsel\b | vorjahresende\b
    """,
    "next": r"""
        (?:laufende|kommende|nächste|diese|aktuelle)[mnrs]?
            \ (?:(?:geschäfts|gesamt|kalender|viertel|halb)?jahr\w{{0,2}}+|(?:geschäfts)?quartal\w{{0,1}}+)
      | jahres(?=(?:prognosen?|ziele?n?|ausblick)\b)
      | cette\ année\b | trimestre\ (?:en\ cours|en\ curso|suivant|siguiente)\b | (?:prochain|próximo|présent|presente)\ trimestre\b
      | (?:exercice|année)\ en\ cours\b | (?:an|année|exercice)\ prochaine?\b | este\ (?:año|ejercicio)\b
      | (?:próximo|presente)\ (?:año|ejercicio)\b
    """,
    "year_ago": r"""
        vorjahr\w*+ | sur\ un\ an\b | interanual\w*+
      | vergleichs(?:periode|quartal|zeitr[aä]um|halbjahr)\w*+(?:\ (?:des\ (?:vorjahre?s|vergangenen\ jahres)|im\ vorjahr))?
      | vj\.? | i\.\ ?v\. | vor\ einem\ jahr\b | vor\ jahresfrist\b
      | (?:vergangenen|letzten)\ jahr(?=\ waren\ es) | vor\ zwölf\ monaten\b
      | (?:ein\ jahr|zwölf\ monate)\ (?:zuvor|davor|früher|vorher)\b | jahr\ (?:zuvor|davor)\b
      | (?:gleichen|selben)\ (?:vorjahres)?
            (?:zeitraum|quartal)\w*+(?:\ (?:des\ (?:vorjahre?s|vergangenen\ jahres)|im\ vorjahr))?
      | (?:un\ an|douze\ mois)\ (?:plus\ tôt|auparavant|avant|après(?=\ avoir\b))\b
      | il\ y\ a\ un\ an\b | an\ (?:dernier|passé|précédent)\b
      | année\ (?:précédente|dernière|passée|d'avant)\b | exercice\ précédent\b | (?:même|la)\ période\ (?:un\ an|de\ l'|d'un|l')\ ?
            (?:an|année|exercice)\ (?:plus\ tôt|auparavant|dernier|dernière|passée?|précédente?)\b
      | (?:même|pareille)\ (?:trimestre|période|semestre|époque|date)
            (?:\ (?:de\ l'(?:an|année|exercice)\ \w++|(?:en|de)\ {YEAR}|un\ an\ plus\ tôt))?
      | (?:el\ |del\ |un\ )?año\ (?:anterior|antes|atrás|pasado|previo|precedente)\b
      | hace\ un\ año\b | ejercicio\ (?:anterior|precedente|previo)\b | doce\ meses\ antes\b
      | (?:trimestre|semestre|période)\ (?:correspondante?|comparable|équivalente?|analogue)
            (?:\ (?:d[eu]\ |de\ l'|un\ )?(?:(?:an|année|exercice)\ \w++(?:\ tôt)?|{YEAR}))?
      | (?:mism[oa]|igual|idéntico|similar)\ (?:periodo|período|trimestre|semestre|lapso|tramo|plazo|intervalo)
            (?:\ (?:del?\ (?:el\ )?(?:año|ejercicio)\ \w++|de(?:l)?\ {YEAR}))?
    """,
    "abroad": r"""
        (?:(?:[1-4]\.|(?:erst|zweit|dritt|viert)e[nsr]?|(?:ab|jahres)?schluss|auftakt|weihnachts|sommer|winter|
            herbst|frühjahrs|start|abgelaufenen|vergangenen|letzten)[ -]?){{0,2}}+(?:geschäfts)?(?:quartal|halbjahr|
            semester(?=s?\b)|jahresviertel|vierteljahr)(?:e?s(?={OWNWORD})|\w*+)
            (?:{SEINJAHR}(?:\ {YEAR})?|\ (?:im\ jahr\ )?{YEAR})?
      | (?:gesamt|geschäfts)jahr\w*+(?:\ {YEAR})? | neunmonats(?:(?={OWNWORD})|\w*+) | jahres(?:auftakt|start)\b
      | (?:nach\ )?(?:ersten\ )?(?:drei|sechs|neun|zwölf|3|6|9|12)\ monat\w*+
            {SEINJAHR}?(?:\ {YEAR})?
      | (?:monaten?\ )?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)
            (?:\ bis\ (?:ende\ )?|-)
            (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b(?:\ {YEAR})?
      | (?:abgelaufene|vergangene)[mnrs]?\ (?:geschäfts)?jahr\w{{0,2}}+(?:\ {YEAR})?
      | (?:(?:[1-4](?:er|e|ème|nd|º|°|o|[ªa])?|premier|deuxième|second|troisième|quatrième|dernier|primer|segundo|tercer|cuarto|
            primeiro|            terceiro|quarto|primo|secondo|terzo|último)\ )?
            (?:trimestre|semestre)\w*+{ITSYEAR}
      | (?:[ts][1-4]|[1-4][ts](?=[- ']?[0-9]{{2}})|(?<=\b(?:el|del|en|au|du|le)\ )[1-4][ts])
            (?:(?:[- ]|\ de\ )?{YEAR}|[- ']?[0-9]{{2}})?\b
      | (?:première|seconde|deuxième|primera|segunda)\ (?:moitié|mitad)
            \ d(?:e\ l'(?:année|exercice)|el\ (?:año|ejercicio)|e)(?:\ {YEAR})?
      | (?<=\b(?:bénéfices?|résultats?|affaires|ventes|nets?|pertes?|comptes|recettes|revenus|beneficios?|resultados?|ventas
            |ingresos|cuentas|ganancias?|utilidad(?:es)?|pérdidas?)\ )
            (?:(?:semestr|(?<!\b(?:résultats?|comptes|resultados?|cuentas)\ )trimestr)(?:iel(?:le)?s?|al(?:es)?)|annuel(?:le)?s?)\b
      | (?:(?:trois|six|neuf|tres|seis|nueve|nove|9|6|3)\ )?(?:premiers|primeros|primeiros|primi)\ (?:(?:trois|six|neuf|tres|seis|
            nueve|            9|6|3)\ )?(?:mois|meses|mesi){ITSYEAR}
      | (?:neuf|nueve|nove|six|seis|9)\ (?:mois|meses|mesi)\b
      | (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\ (?:à|et)\ |[ -])
            (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b(?:\ {YEAR})?
      | (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?:\ (?:a|y|hasta)\ |[ -])
            (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?:\ (?:de\ )?{YEAR})?
      | (?:hasta|a(?:\ cierre\ de)?|al?\ 3[01]\ de)\ (?:marzo|junio|septiembre)\b(?:\ (?:de\ )?{YEAR})?
      | (?<=\b(?:soll(?:en|te)?|will|dürften?|werden?|wird|könnten?|erwarte[tn]|rechnet|plant|stieg|sank|fiel|wuchs|kletterte|
            legte|ging|lag|betrug|erzielte|verdiente|machte|schrumpfte|hat|habe|ziele?,|prognose,)\ ){YEAR}\b
            (?!\ (?:euro|mio|mi?lli|mrd|stück|mit))
      | {YEAR}(?=\ (?:soll(?:en|te)?|will|dürften?|werden?|wird|könnten?|erwarte[tn]|rechnet|peilt|stieg|sank|fiel|wuchs|lag|
            kletterte|legte|ging|betrug|erzielte|verdiente|machte|hat|hatte|war|waren|stand|standen|eine?[nmrs]?)\ )
      | ensemble\ de\ (?:l'|son\ )(?:année|exercice)(?:\ {YEAR})?
      | (?:année|exercice|ejercicio|exercício|esercizio|año)
            \ (?:fiscale?\ |completo\ |pleine\ |entière\ |décalé\ |comptable\ )?{YEAR}
      | (?:19|20)[0-9]{{2}}[-/](?:20)?[0-9]{{2}}(?![0-9,.]|\ ?(?:€|%|m(?:e|€|illi)))
      | (?:année|exercice)\ écoulée?\b | pasado\ (?:año|ejercicio)\b
      | (?<=\b(?:affaires|ventes|revenus|recettes|bénéfices?|résultats?|net|ebitda|ebit|opérationnel|courant|groupe|comptes
            |objectifs?|prévisions?|perspectives|guidance|attentes|marge|dividende|beneficio|ingresos|ventas|resultados?|cuentas|previsi(?:ón|ones)
            |objetivos?|guía|durante|cara\ a|horizon|d'ici(?:\ à|\ fin)?)\ ){YEAR}\b
            (?!\ (?:m(?:e|d|€|illi)|euros|€|\$|dollar|franc|unités))
      | année\ (?:pleine|entière)\b
      | (?<=\b(?:prévision|objectif|perspective|previsión|previsione|objetivo|guía)s?\ (?:[\w']++\ ){{0,5}})
            (?:annuel(?:le)?s?|anual(?:es)?)\b
      | conjunto\ del\ (?:año|ejercicio)\b
      | (?:todo|para)\ el\ (?:año|ejercicio)\b(?!\ (?:anterior|pasado|previo|que\ viene|próximo|siguiente))(?:\ {YEAR})?
      | (?:exercice|ejercicio|exercício|esercizio)\b
    """,
}

OPENINGS = r"""
    erste zweite dritte vierte schluss neun premier deuxième second_[ts] troisième quatrième auftakt weihnachtsquartal
    sommerquartal winterquartal herbstquartal frühjahrsquartal startquartal abschluss jahresschluss jahresviertel
    jahres(?:auftakt|start|prognose|ziel|ausblick) nach_(?:drei|sechs|neun|zwölf)_monat
    zu_jahresbeginn jahreswechsel vorjahresende semester
    vierteljahr halbjahr gesamt geschäfts primer segundo tercer cuarto primeiro terceiro quarto primo secondo terzo
    vj i[.]_?v[.] vor_einem_jahr vor_jahresfrist ein_jahr_ jahr_zuvor jahr_davor gleichen selben laufende kommende nächste
    diese[mns]?_(?:geschäftsj|gesamtj|j|q)
    aktuelle[mnrs]?_ abgelaufene vergangene letzten_ drei_monat sechs_monat neun_monat zwölf_monat monate
    (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)[-_] gesamtjahr geschäftsquartal
    un_an_ douze_mois_ il_y_a_un
    an_(?:dernier|passé|précédent) année exercice même_ pareille_ la_période période cette_année ensemble_de
    (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)[-_](?:[àe])?
    (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)[-_](?:[ayh]_)?[efmajsond]
    premiers primeros [369]_prem [369]_prim trois_ six_ tres_ seis_ dernier_trim
    hasta_(?:junio|septiembre) al?_(?:cierre_de_|30_de_)?(?:junio|septiembre) annuel anual
    todo_el para_el
    el_año del_año un_año año_ hace_un mism[oa]_ este_año este_ejer próximo_ presente_ doce_meses conjunto_del último_trim
    trimestr semestr première_moitié seconde_moitié deuxième_moitié primera_mitad segunda_mitad t[1-4] s[12] [1-4][ts]
    prochain_trim présent_trim pasado_ igual_ idéntico_ similar_[pts] neuf nueve nove exerc ejercicio esercizio vor sur_un
    vergleichs interanual [1-4](?:[.]_?quartal|e_|er_|º|°|o_)
"""
