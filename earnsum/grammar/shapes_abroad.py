"""
The phrase shapes that German, French and Spanish have beside the English ones.

What differs is the order of a clause: the German verb waits at the end ("hatten mit
5 Millionen gerechnet", "ging um 5 Prozent zurück"), and in all three "of" and "from"
are one word ("von 4 auf 5 Millionen").  These shapes are tried before the English ones.
"""

from __future__ import annotations

from earnsum.grammar.shapes import EXPECTED_MORE, RECKONED_ABROAD, Shape

ABROAD: tuple[Shape, ...] = (
    Shape(
        name="FIGURE, a year ago it was FIGURE",
        pattern=r"(?<= {FIG} [_BMo]{0,2} ) [,&] [_]? n? Y [oKn]{1,3} (?P<prior>{FIG}) | , V [_noK]{0,3} Y [^;,s$%#d]{0,8} M o (?P<prior>{LEVEL})",
        example="Das Ebit lag bei 5 Millionen Euro, ein Jahr zuvor waren es noch 4 Millionen.",
        reads={"prior": ("4 Millionen",)},
        never="Das Ebit lag bei 5 Millionen Euro, ein Jahr zuvor war es schlechter.",
    ),
    Shape(
        name="by points to a rate, and the verb last",
        pattern=r"(?<= M [UDn_]{0,4} ) y (?P<skip>p) t (?P<actual>%) (?= [UD] )",
        example="Die Bruttomarge ging um 30 Basispunkte auf 61,4 Prozent zurück.",
        reads={"skip": ("30 Basispunkte",)},
        never="Der Umsatz ging um 3 Prozent zurück.",
    ),
    Shape(
        name="an outlook (a year ago: FIGURE)",
        pattern=r"(?<= [Gf] [^;/]* {FIG} ) \( (?: V? _? Y [:_n=]{0,3} | : ) (?P<skip>{FIG}) \) | \( Y [:_n=]{0,3} (?P<skip>{FIG}) \) [_o]{0,3} G",
        example="Der Umsatz soll auf 5 Millionen Euro (Vorjahr: 4 Millionen Euro) steigen.",
        reads={"skip": ("4 Millionen Euro",)},
        never="Der Umsatz stieg auf 5 Millionen Euro (Vorjahr: 4 Millionen Euro).",
    ),
    Shape(
        name="FIGURE (a year ago: FIGURE)",
        pattern=r"(?P<actual>{FIG}) [_]? \( V? [_]? Y [:_n]{0,2} (?P<prior>{FIG}) | \( (?P<prior>{LEVEL}) [|,] [^);]{1,5} Y [_]? \)",
        example="Der Gewinn betrug 5 Millionen Euro (Vorjahr: 4 Millionen Euro).",
        reads={"actual": ("5 Millionen Euro",), "prior": ("4 Millionen Euro",)},
        never="Der Gewinn betrug 5 Millionen Euro.",
    ),
    Shape(
        name="expected were FIGURES",
        pattern=r"(?: ^ | [,;(&] ) [_K]? E [_oKn:]{0,3} (?P<estimate>{FIG}) | / _? E [_on:]{0,3} (?P<estimate>{FIG}) | (?<= [EN] [^;/UDbmqwVG]* {FIG} ) [,&]{1,2} [tn] [_B]{0,2} M [_o]{0,3} (?P<estimate>{FIG})",
        example="Der Gewinn betrug 5 Millionen Euro, erwartet worden waren 4 Millionen Euro.",
        reads={"estimate": ("4 Millionen Euro",)},
        never="Acme erwartet 4 Millionen Euro.",
    ),
    Shape(
        name="so many analysts",
        pattern=r"(?P<skip>d) [_o]{0,4} A",
        example="Der Gewinn verfehlte die Schätzung von 5 Millionen Euro, wie 17 von LSEG befragte Analysten mitteilten.",
        reads={"skip": ("17",)},
        never="Der Gewinn verfehlte die Schätzung der Analysten von 5 Millionen Euro.",
    ),
    Shape(
        name="a rate of METRIC, in brackets that of last year",
        pattern=(
            r"M [_oB]{1,3} % [_]? (?: \( (?P<prior>%) [_,]{0,2} Y | ,? r (?P<prior>%) o? [_]? Y ) | "
            r"% [no_] _? M \( (?: (?P<prior>%) [_,]{0,2} Y | V? Y [:_n]{0,2} (?P<prior>%) )"
        ),
        example="Le résultat atteint 5 millions d'euros, soit une marge opérationnelle de 7,3 % (6,7 % l'année dernière).",
        reads={"prior": ("6,7 %",)},
        never="Le résultat atteint 5 millions d'euros, soit 7,3 % (6,7 % l'année dernière).",
    ),
    Shape(
        name="a rate of last year, in brackets or of sales",
        pattern=r"% [_]? \( (?P<skip>%) [_,]{0,2} Y | (?P<skip>%) o M [_]? Y | \| (?P<skip>%) [_oM]{0,2} Y",
        example="Le résultat atteint 5 millions d'euros, soit 7,3 % (6,7 % l'année dernière).",
        reads={"skip": ("6,7 %",)},
        never="Le résultat atteint 5 millions d'euros, soit une marge de 7,3 %.",
    ),
    Shape(
        name="FIGURE, higher than the estimate of FIGURE",
        pattern=r"(?<! y [_]? ) (?P<actual>{LEVEL}) [_]? [qw] [_A]{0,3} N [_oA]{0,4}? (?: \( [_o]? (?P<estimate>{FIG}) \) | o (?P<estimate>{FIG}) )",
        example="Der Umsatz fiel mit 5 Millionen Euro höher aus als der Konsens der Analysten (4 Millionen Euro).",
        reads={"estimate": ("4 Millionen Euro",)},
        never="Der Umsatz fiel um 5 Millionen Euro höher aus als vor einem Jahr.",
    ),
    Shape(
        name="higher by FIGURE than estimates",
        pattern=r"[|,] _? (?P<gap>{GAP}) (?: o (?P<side>[qw]) [_oA]{0,2} N | o? (?P<side>[jk]) (?! [_B]{0,2} M ) ) | (?P<side>[UDqw]) [o_]? (?: (?P<gap>%) [_ton]{0,2} | (?P<gap>{GAP}) [ton]{0,2} ) N | (?P<side>[bm]) [_]? N [_oA]{0,3} n (?P<gap>s) | N [_A]{0,3} y (?P<gap>%|{GAP}) [_]? (?P<side>[bm])",
        example="Le résultat net ressort à 5 millions d'euros, supérieur de 6% aux attentes du consensus.",
        reads={"gap": ("6%",)},
        never="Le résultat net ressort à 5 millions d'euros, supérieur de 6% à celui de 2023.",
    ),
    Shape(
        name="in the quarter before it was FIGURE",
        pattern=r"^ [_n]{0,2} Q [^;,/s$#d%UDMV]* [o_]{0,2} M [_o]{0,3} (?P<skip>{LEVEL}) [_o]{0,2} $",
        example="Im Vorquartal lag der Gewinn noch bei 5 Millionen Euro.",
        reads={"skip": ("5 Millionen Euro",)},
        never="Im zweiten Quartal lag der Gewinn bei 5 Millionen Euro.",
    ),
    Shape(
        name="passed FIGURE, at another",
        pattern=r"(?<= M [^,;/s$#d%]{0,6} [bq] [_]? ) (?P<skip>{LEVEL}) [_n]{0,2} , t (?P<actual>{LEVEL})",
        example="Les ventes ont dépassé 10 milliards d'euros, à 10,5 milliards.",
        reads={"skip": ("10 milliards d'euros",)},
        never="Les ventes ont dépassé 10 milliards d'euros.",
    ),
    Shape(
        name="an effect of FIGURE on METRIC",
        pattern=r"X [_o]{0,2} (?P<skip>{LEVEL}) n [_]? M (?! [_o]{0,2} [s$#d%] )",
        example="La baisse du pétrole a eu un effet positif de 5 millions d'euros sur le résultat opérationnel.",
        reads={"skip": ("5 millions d'euros",)},
        never="La baisse du pétrole a porté le résultat opérationnel à 5 millions d'euros.",
    ),
    Shape(
        name="with FIGURE below the year before",
        pattern=r"(?<= M [_KB]? (?: o _ )? n [_]? ) (?P<actual>{LEVEL}) (?: (?= [_]? [qw] [_oA]{0,3} [NfE] ) | [_]? [qw] [_]? Y (?: , [_K]{0,2} (?P<prior>{LEVEL}) o )? )",
        example="Der Umsatz lag mit 5 Millionen Euro unter dem Vorjahr, als er 6 Millionen Euro erreichte.",
        reads={"prior": ("6 Millionen Euro",)},
        never="Der Umsatz lag 5 Millionen Euro unter dem Vorjahreswert.",
    ),
    Shape(
        name="so much more than a year ago",
        pattern=r"(?P<skip>{LEVEL}) [UDqw] [_cn]{0,3} Y (?! [_o]{0,2} {LEVEL} )",
        example="Acme zahlt eine Dividende von 2,10 Euro je Aktie, 15 Cent mehr als im Vorjahr.",
        reads={"skip": ("15 Cent",)},
        never="Acme zahlt eine Dividende von 2,10 Euro je Aktie nach 1,95 Euro im Vorjahr.",
    ),
    Shape(
        name="more than a year ago (FIGURE)",
        pattern=r"(?P<actual>{LEVEL}) ,? [^;/&,s$#d]{0,6} Y \( [_]? (?P<prior>{LEVEL}) \)",
        example="El flujo de caja alcanzó 5 millones de euros, el doble que un año antes (2 millones).",
        reads={"prior": ("2 millones",)},
        never="El flujo de caja alcanzó 5 millones de euros, el doble que un año antes.",
    ),
    Shape(
        name="FIGURE more than the FIGURE of a year ago",
        pattern=r"(?P<change>%) (?P<side>[UDqw]) [_c]? (?P<prior>{LEVEL}) [_ocn]{0,2} Y",
        example="El beneficio neto fue de 5 millones de euros, un 3% más que los 4 millones del mismo periodo de 2015.",
        reads={"change": ("3%",), "prior": ("4 millones",)},
        never="El beneficio neto fue de 5 millones de euros, un 3% más que en el mismo periodo de 2015.",
    ),
    Shape(
        name="more than a year ago, while METRIC was FIGURE",
        pattern=r"(?<= [UDqw] [_oc]{0,3} Y ,? / [_K]{0,2} M o ) (?P<actual>{LEVEL}) (?: , (?P<change>%) (?P<side>[UD]) )?",
        example="El beneficio neto fue de 5 millones de euros, un 5% por encima del de un año antes, mientras que las ventas fueron de 9 millones, un 6% más.",
        reads={"change": ("5%", "6%")},
        never="El beneficio neto fue de 5 millones de euros, por encima del de un año antes.",
    ),
    Shape(
        name="FIGURE less than a year ago",
        pattern=r"(?P<change>%) (?P<side>[UDqw]) [_cn]{0,3} Y (?! o [_]? % ) | y [_]{0,2} [qw] [_]? (?P<change>%)",
        example="El beneficio neto fue de 5 millones de euros, un 3% menos que en el mismo periodo de 2015.",
        reads={"change": ("3%",)},
        never="El beneficio neto fue de 5 millones de euros.",
    ),
    Shape(
        name="growth of FIGURE, to another",
        pattern=r"~ \( (?P<change>%) \) (?= [_]? t [_]? {LEVEL} ) | M o [_]? (?P<change>%) (?: [to] | o [_]? M [_oY,]{0,3} t ) [_]? {LEVEL} | (?P<side>[UD\^v]) [_oMB]{0,3} % [^;/UD]{0,7} & [_]? M B? o? (?P<change>%) ,? t [_]? {LEVEL}",
        example="Acme affiche une croissance organique de 4% à 5 milliards d'euros.",
        reads={"change": ("4%",)},
        never="Acme affiche une croissance organique de 4%.",
    ),
    Shape(
        name="above the level of a year ago, FIGURE",
        pattern=r"(?<= M o % ,? ) [iqw] [_]? (?P<prior>%) o Y | (?<= M [_B]{0,2} [on] ) (?P<actual>%) [qw] [_]? Y o (?P<prior>%) | [qwV] [_]? Y o (?P<prior>{FIG}) (?! [_]? [tUD] )",
        example="Die Marge blieb unter dem Vorjahreswert von 27,4 Prozent.",
        reads={"prior": ("27,4 Prozent",)},
        never="Die Marge stieg im Vorjahreszeitraum von 25,1 auf 27,4 Prozent.",
    ),
    Shape(
        name="so many times the FIGURE of a year ago",
        pattern=r"(?P<actual>{LEVEL}) ,? \| [_n]{1,4} (?P<prior>{LEVEL}) [^;s$%#d]{0,6} Y",
        example="El beneficio fue de 5 millones de euros, lo que supone multiplicar por tres los 2 millones del año anterior.",
        reads={"prior": ("2 millones",)},
        never="El beneficio fue de 5 millones de euros, lo que supone un récord.",
    ),
    Shape(
        name="against FIGURE in the same period",
        pattern=r"V [_MBo]{0,3} (?P<prior>{FIG}) (?: [_]? & (?P<prior>{FIG}) )? t Y",
        example="La marge brute atteint 5 millions d'euros, contre 4 millions à la même période en 2017.",
        reads={"prior": ("4 millions",)},
        never="La marge brute atteint 5 millions d'euros.",
    ),
    Shape(
        name="against FIGURE expected and FIGURE a year ago",
        pattern=r"V [_]? (?P<estimate>{FIG}) [_on]{0,2} E [_oA]{0,4} & (?P<prior>{FIG}) [_ony]{0,3} (?: Y | $ | [,;] ) | V [_]? (?P<prior>{FIG}) [_ony]{0,3} Y & (?P<estimate>{FIG}) [_on]{0,2} E",
        example="El beneficio neto fue de 6 millones de euros, frente a los 5 millones previstos por los analistas y los 4 millones del año anterior.",
        reads={"estimate": ("5 millones",), "prior": ("4 millones",)},
        never="El beneficio neto fue de 6 millones de euros y los analistas esperaban 5 millones.",
    ),
    Shape(
        name="against a result of FIGURE",
        pattern=r"V e [_o]{0,2} (?P<prior>{LEVEL})",
        example="Le résultat net est de 13 millions d'euros contre un résultat de 8 millions d'euros.",
        reads={"prior": ("8 millions d'euros",)},
        never="Le résultat net est de 13 millions d'euros.",
    ),
    Shape(
        name="lowers its outlook from FIGURE to FIGURE",
        pattern=r"[\^v] [_MBK]{0,3} [Gf] [_MBKn]{0,9} [or] [_]? (?P<previous>{FIG}) [_,|]{0,2} t [_R]{0,2} (?P<guide>{FIG})",
        example="Der Vorstand senkte die Prognose für den Umsatz von 5,5 Milliarden auf 5,2 Milliarden Euro.",
        reads={"previous": ("5,5 Milliarden",), "guide": ("5,2 Milliarden Euro",)},
        never="Der Umsatz sank von 5,5 Milliarden auf 5,2 Milliarden Euro.",
    ),
    Shape(
        name="lowers its outlook for METRIC by FIGURE",
        pattern=r"[\^v] _? n _? M [_nTK]{0,4} y (?P<skip>%)",
        example="Acme senkt Prognose für den Betriebsgewinn im Gesamtjahr um 3 Prozent.",
        reads={"skip": ("3 Prozent",)},
        never="Acme steigert den Betriebsgewinn im Gesamtjahr um 3 Prozent.",
    ),
    Shape(
        name="is to rise by FIGURE to FIGURE",
        pattern=r"(?<= M [_]? G [_n]{0,3} ) y [_]? (?P<guide>%) [_]? t [_]? [bmqw]? (?P<guide>{LEVEL}) (?P<side>[UD])",
        example="Der Umsatz soll um 13 Prozent auf 7 Milliarden Euro steigen.",
        reads={"guide": ("13 Prozent", "7 Milliarden Euro")},
        never="Der Umsatz stieg um 13 Prozent auf 7 Milliarden Euro.",
    ),
    Shape(
        name="rose from FIGURE to FIGURE",
        pattern=r"o M o (?P<prior>{LEVEL}) [_nY]{0,3} t M o (?P<actual>{LEVEL}) | [or] [_MBK]{0,2} (?: (?P<prior>{LEVEL}) (?: [_|(nYM] | , (?! [_]? M ) ){0,5} t [_]? M? (?={LEVEL}) | (?P<prior>%) [_|(,nYM]{0,5} t [_]? (?=%) )",
        example="Der Umsatz stieg von 4 Millionen auf 5 Millionen Euro.",
        reads={"prior": ("4 Millionen",)},
        never="Der Umsatz stieg auf 5 Millionen Euro.",
    ),
    Shape(
        name="to FIGURE, from FIGURE",
        pattern=r"t [_]? (?: {LEVEL} [_(,]{0,3} (?: o | r ) [_MB]{0,2} (?P<prior>{LEVEL}) | % [_(,]{0,3} (?: o | r ) [_MB]{0,2} (?P<prior>%) ) (?! [_]? t )",
        example="Der Umsatz stieg auf 5 Millionen Euro von 4 Millionen.",
        reads={"prior": ("4 Millionen",)},
        never="Der Umsatz stieg auf 5 Millionen Euro.",
    ),
    Shape(
        name="FIGURE before",
        pattern=r"(?<= [Gf] [^;]* [s$%#d] [,_(UD]{0,3}) [Vr] [_oMB]{0,3} (?P<previous>{FIG}) [_,]{0,2} g | (?<= [Gf] [^;/]* {LEVEL} [_UD]{0,3}) V [_n]{0,3} t (?P<previous>{FIG}) | (?<= [Gf] [^;/]* {FIG} [_,]{0,2}) V (?P<previous>{FIG}) [_Ko]{0,3} E g",
        example="Le groupe vise un chiffre d'affaires de 5 milliards d'euros, contre 4 milliards précédemment.",
        reads={"previous": ("4 milliards",)},
        never="Le groupe vise un chiffre d'affaires de 5 milliards d'euros.",
    ),
    Shape(
        name="better than expected (FIGURE)",
        pattern=r"(?<= M [_]? \( N :? [s$#%d] \) [_]? & [_]? M [_]? ) \( (?P<estimate>{FIG}) \) | [jk] \( [_o]? (?P<estimate>{FIG}) \) | [bmiqw] [_oK]{0,2} [fgN] \( [_o]? (?P<estimate>{FIG}) \) | (?<= {FIG} [_UDt]{0,2} ) \( [fN] :? (?P<estimate>{FIG}) \)",
        example="Le bénéfice net atteint 6 millions d'euros, supérieur aux attentes (5 millions).",
        reads={"estimate": ("5 millions",)},
        never="Le bénéfice net atteint 6 millions d'euros, supérieur aux attentes.",
    ),
    Shape(
        name="analysts had a rise of FIGURE expected, the verb last",
        pattern=r"A [_oKn]{0,4} [Ef] [_on]{0,3} [UD] [_oyn]{0,3} (?P<estimate>%) (?! [_]? t ) | A [_o]{0,4} [UD] [_ony]{0,3} (?P<estimate>%) [_]? [Ef] | A [_]{0,3} y (?P<estimate>%) [_]? [UD] [_]? [MB]{0,2} [Ef]",
        example="Analysten hatten ein Plus von 29 Prozent erwartet.",
        reads={"estimate": ("29 Prozent",)},
        never="Der Umsatz verzeichnete ein Plus von 29 Prozent.",
    ),
    Shape(
        name="analysts had FIGURES expected, the verb last",
        pattern=r"(?: ^ | [,;] ) [_K]? E [_on]{0,2} A [_oMBn]{0,4} (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))* (?! [_oMK]{0,4} [Ef] ) | A [^s$%#d;/UDbmqwVG]{0,10}? (?: [UD] [_]? (?: [oy] [_]? (?P<skip>%) )? [_]? t [_]? )? (?P<estimate>{FIG}) (?:{JOIN} [_|,&Knat]* (?P<estimate>{FIG}))* [_MBoKn,tA)]{0,5} (?: (?:E|f) (?!{FIG}) | [Go] $ )",
        example="Analysten hatten im Schnitt mit 1,1 Milliarden Euro gerechnet.",
        reads={"estimate": ("1,1 Milliarden Euro",)},
        never="Acme hatte im Schnitt mit 1,1 Milliarden Euro gerechnet.",
    ),
    Shape(
        name="analysts had expected more, namely FIGURE",
        pattern=r"A [^s$%#d;/,bmqwVG]{0,8}? [Ef] [_]? , [_]? (?P<estimate>{FIG}) $",
        example="Analysten hatten im Schnitt etwas mehr erwartet, nämlich 1,1 Milliarden Euro.",
        reads={"estimate": ("1,1 Milliarden Euro",)},
        never="Acme hatte im Schnitt etwas mehr erwartet, nämlich 1,1 Milliarden Euro.",
    ),
    Shape(
        name="analysts expect FIGURE so far",
        pattern=r"A [^;/s$%#dbmqwV]{0,6}? [Gf] g (?P<later>{FIG}) | [UD\^v] A [_MB]{0,4} N [_]? y? (?P<later>%) t (?P<later>{FIG})",
        example="Analysten rechnen bislang mit 11,8 Prozent.",
        reads={"later": ("11,8 Prozent",)},
        never="Acme rechnet bislang mit 11,8 Prozent.",
    ),
    Shape(
        name="the consensus pointed to FIGURE",
        pattern=r"N [_oA]{0,4} , (?: o (?P<estimate>{FIG}) | [_no]{0,3} (?P<estimate>{FIG}) (?= o , | $ ) ) | ^ [_K]{0,2} N , E [^;s$%#d]{0,8} (?P<estimate>{FIG}) | N : (?P<estimate>%) | N [_oA]{0,4} E _? = (?P<estimate>{FIG}) (?: [&,] (?P<estimate>{FIG}) )+ | [Njk] [oA_,]{0,6} E [_o]{0,2} [tn] [_MBo]{0,4} (?P<estimate>{FIG}) | N [_,oAMBn]{0,6} t [_oUD]{0,3} (?P<estimate>{FIG}) (?: E | o? $ )",
        example="El consenso apuntaba a 9.900 millones de euros.",
        reads={"estimate": ("9.900 millones de euros",)},
        never="El beneficio neto subió a 9.900 millones de euros.",
    ),
    Shape(
        name="a rise that analysts expected",
        pattern=r"A [^;/UDbmqwV]{0,8}? {EXPECT} [^;/UDbmqwV]*? {LEVEL} [^;%]{0,24}? [UD] [on]? (?P<skip>%)",
        example="Les analystes attendaient un bénéfice net de 5 millions d'euros, en hausse de 12%.",
        reads={"estimate": ("5 millions d'euros",), "skip": ("12%",)},
        never="Le bénéfice net atteint 5 millions d'euros, en hausse de 12%.",
    ),
    Shape(
        name="FIGURES had analysts expected, the figure first",
        pattern=r"^ [_KnoMB]{0,4} (?P<estimate>{LEVEL}) [_oMBn]{0,3} (?:A [_]* (?:E|f))",
        example="1,1 Milliarden Euro hatten Analysten erwartet.",
        reads={"estimate": ("1,1 Milliarden Euro",)},
        never="1,1 Milliarden Euro verdiente Acme.",
    ),
    Shape(
        name=RECKONED_ABROAD,
        pattern=r"(?<= % [^%;/M]{1,8} ) (?P<skip>%) [_(nB]{0,2} O | (?<= % [^%;/M]{0,8} O [_(nyoUDt,K]{0,6} ) (?P<skip>%)",
        example="Der Umsatz stieg um 5 Prozent, organisch um 4 Prozent.",
        reads={"skip": ("4 Prozent",)},
        never="Der Umsatz stieg organisch um 4 Prozent.",
    ),
    Shape(
        name="by FIGURE, and the verb last",
        pattern=r"y [_]? (?P<skip>{LEVEL}) [_,nY]{0,3} t {LEVEL} | [UD] o (?P<skip>{LEVEL}) [_,nY]{0,3} t {LEVEL}",
        example="Der Umsatz ging um 3 Millionen auf 20 Millionen Euro zurück.",
        reads={"skip": ("3 Millionen",)},
        never="Der Umsatz ging auf 20 Millionen Euro zurück.",
    ),
    Shape(
        name="expects more than FIGURE",
        pattern=r"[Gf] [^;/VNAg]{0,30}? [bmqw] [_]? (?P<guide>{LEVEL}) (?! [_MBo]* [NEA] )",
        example="Acme vise un bénéfice net supérieur à 5 millions d'euros.",
        reads={"guide": ("5 millions d'euros",)},
        never="Acme affiche un bénéfice net supérieur à 5 millions d'euros.",
    ),
    Shape(
        name="outlook FIGURE expected, the verb last",
        pattern=r"(?<! [AbmiqwVg] [^;/s$%#d]{0,8} ) (?P<guide>{FIG}) (?: \( [_go]{0,2} (?P<previous>{FIG}) \) )? (?:[_MBoKn,A]{0,4}? f|(?: _ [UD]? )? G) $",
        example="Für 2024 werden 5 Millionen Euro erwartet.",
        reads={"guide": ("5 Millionen Euro",)},
        never="Es waren 5 Millionen Euro.",
    ),
)
"""Shapes that are tried before the English ones."""

ABROAD_LATE: tuple[Shape, ...] = (
    Shape(
        name="by FIGURE rose, the verb last",
        pattern=r"(?<! [UD] [^,;/s$%#d]{0,8} ) y [_]? (?P<change>%) [^%;/UDbmqw]{0,10}? (?P<side>[UD])",
        example="Der Umsatz ist um 5 Prozent auf 20 Millionen Euro gesunken.",
        reads={"change": ("5 Prozent",)},
        never="Die Marge lag bei 5 Prozent.",
    ),
    Shape(
        name="FIGURE, a rate below another period's",
        pattern=r"[$#] [,_]{0,2} (?P<change>%) (?P<side>[qw]) (?! $ | [,;] | [_oAM]{0,3} (?: [NEAfG] | {LEVEL} ) )",
        example="El beneficio neto fue de 72 millones de euros, un 2,7% por debajo del obtenido entonces.",
        reads={"change": ("2,7%",)},
        never="El beneficio neto fue de 72 millones de euros, por debajo del obtenido entonces.",
    ),
    Shape(
        name="FIGURE (FIGURE organic)",
        pattern=r"{LEVEL} [_]? \( (?P<change>%) [_n,]{0,2} [OY]",
        example="Le chiffre d'affaires s'élève à 2 milliards d'euros (+4,5% en organique).",
        reads={"change": ("+4,5%",)},
        never="Le résultat s'élève à 2 milliards d'euros (12% des ventes).",
    ),
    Shape(
        name="by FIGURE",
        pattern=r"(?: (?P<side>[UD]) (?: / [_B]{0,2} M? | [_]? ,/ [^,;s$%#d]*+ , ) )? y [_]? (?P<change>%)",
        example="Um 5 Prozent ging es nach oben.",
        reads={"change": ("5 Prozent",)},
        never="Die Marge lag bei 5 Prozent.",
    ),
    Shape(
        name="FIGURE, a plus of FIGURE",
        pattern=r"(?P<side>[UD]) [_oynKMBO]{0,6}? (?P<change>%)",
        example="Die Erlöse legten organisch um 5 Prozent zu.",
        reads={"change": ("5 Prozent",)},
        never="Die Marge lag bei 5 Prozent.",
    ),
)
"""Shapes that are tried after the English ones."""

ABROAD_SAYS: tuple[tuple[str, str], ...] = (
    # "Le résultat d'exploitation, 5 millions entre parenthèses, est en ligne avec les attentes"
    ("METRIC (FIGURE), above estimates", r"(?P<met>M)_?\([s$#%]\)[_o]{0,3}(?P<v>[bmiqw])[_oA]{0,3}[NfE]"),
    # "Beim Umsatz wurden die Erwartungen verfehlt"
    ("METRIC, estimates beaten", r"(?P<met>[M2e])(?:[&,](?P<met>M))?[_oBnKY,]{0,4}[NfE][_A]{0,3}(?P<v>[bmqw])"),
    # "Mit dem Umsatz übertraf Acme die Schätzungen"
    (
        "with METRIC it beat estimates",
        r"^[_nuK]{0,3}(?P<met>[M2])(?:[&,](?P<met>M))?[^;/s$%#dM]{0,3}(?P<v>[bmiqw])[_oABKM]{0,3}[NfEA]",
    ),
    # "Le bénéfice net atteint 5 millions d'euros, mieux que prévu"
    # "Die Marge lag bei 4 Prozent und fiel damit höher als erwartet aus"
    ("METRIC of FIGURE, better than expected", r"(?P<met>M)[^;/MbmiNjkA]{1,12}[,&][_oD]{0,3}(?P<v>[jk])(?![_B]{0,2}M)"),
    # "Der Gewinn fiel höher aus, als Experten erwartet hatten"
    ("METRIC turned out higher, than expected", r"(?P<met>M)(?:o[s$#d%][,&]?)?D?(?P<v>[qw]),?[_oA]{0,4}[ENf]"),
    # "Der Umsatzanstieg um 4 Prozent auf 3 Milliarden Euro lag über den Erwartungen"
    (
        "METRIC's rise to FIGURE, above estimates",
        r"(?P<met>M)[UDyo_]{1,4}%[_t]{0,2}[s$#d][_on]{0,3}(?P<v>[bmiqw])[_oAK]{0,3}[NfEA]",
    ),
    # "Der Umsatz stieg auf 3 Milliarden Euro, womit der Konzern die Erwartungen verfehlte"
    (
        "METRIC of FIGURE, with which it estimates beat",
        r"(?P<met>M)[UDyo_nBK]{0,5}(?:%[_t]{0,2})?[s$#d%],[_oKn]{1,4}[NfE][_Ao]{0,4}(?P<v>[bmi])",
    ),
    # "Acme holte 5 Prozent mehr Bestellungen herein und hat damit die Erwartungen übertroffen"
    (
        "so much more METRIC, and estimates beat",
        r"%[UDqw]_?(?P<met>M)[_YcoKV]{0,4}[,&]{1,2}[_onK]{0,3}[NfE][_Ao]{0,4}(?P<v>[bmi])",
    ),
    # "Un beneficio neto de 5 millones, la cifra más alta de su historia y muy por encima de las previsiones"
    ("METRIC of FIGURE, RECORD and above estimates", r"(?P<met>M)o[s$#d],[_oUnKy]{1,8}&_?(?P<v>[bmqw])[_oAK]{0,3}[NfEA]"),
    # "Damit hat der Konzern die Erwartungen beim Umsatz verfehlt, beim Gewinn aber übertroffen"
    ("…, METRIC beaten too", r"(?<=[NfE][^;]*[bmi][,&]{1,2}n?_?)(?P<met>M)[_o]{0,3}(?P<v>[bmi])(?![_oAK]{0,3}[NfEA])"),
    # "Der Umsatz lag 2 Prozent über der Schätzung, das Ebit mit 9 Millionen Euro darunter"
    ("…, METRIC below", r"(?<=[NfE][^;]*[,&]{1,2}_?)(?P<met>M)[_oun]{0,2}[s$#d%]?[_,]{0,2}%?_?(?P<v>[qw])(?=$|[,;])"),
    # "L'Ebit a chuté d'un tiers, à 4 millions d'euros, un niveau conforme aux attentes"
    ("METRIC rose, to FIGURE, above estimates", r"(?P<met>M)B?[UD][^;/MbmiqwNE]{0,6},t[s$],_?(?P<v>[bmiqw])[_oAK]{0,3}[NfEA]"),
    # "Der Umsatz stieg auf 5 Millionen Euro und entsprach damit dem, was der Markt erwartet hatte"
    (
        "METRIC of FIGURE, as was expected",
        r"(?P<met>M)[UDyo_nBK]{0,5}(?:%[_t]{0,2})?[s$#d%][,&_]{0,3}(?P<v>i),?_?A_?[Ef]",
    ),
    # "Acme hat mehr verdient, als Analysten erwartet hatten"
    ("more METRIC than expected", r"(?P<v>[UDq])_?(?P<met>M),?(?:_{0,2}A_?[Ef]|_{1,2}E)(?![_o]{0,2}[s$#d%])"),
    # "Die Marge sank auf 4 Prozent, am Markt war weniger erwartet worden", "Analysten hatten mit mehr Umsatz gerechnet"
    (
        EXPECTED_MORE,
        (
            r"(?P<met>M)[^;M&s$#%]{0,6}(?:[yo]?%)?[^;M&s$#%]{0,4}[s$#%],?/?_?A[_o]{0,3}(?P<v>[UD])[_o]{0,2}[Ef](?![_o]{0,2}[s$#d%])"
            r"|A[_oAKn]{0,3}(?:(?P<v>[UDqw])_?(?P<met>M)|(?P<met>M)[_o]{0,2}(?P<v>[UDqw]))[_o]{0,2}[Ef](?![_o]{0,2}[s$#d%])"
        ),
    ),
    # "Der Umsatz stieg stärker als erwartet"
    ("METRIC rose more than expected", r"(?P<met>M)[UDoBn_tYKy]{1,5}(?P<v>[jk])"),
)
"""Verdicts in words that these languages put in another order."""
