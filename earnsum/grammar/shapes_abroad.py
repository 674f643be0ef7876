"""
The phrase shapes that German, French and Spanish have beside the English ones.

What differs is the order of a clause: the German verb waits at the end ("hatten mit
5 Millionen gerechnet", "ging um 5 Prozent zurück"), and in all three "of" and "from"
are one word ("von 4 auf 5 Millionen").  These shapes are tried before the English ones.
"""

from __future__ import annotations

from earnsum.grammar.shape import RECKONED_ABROAD, Shape
from earnsum.grammar.shapes_abroad_expected import EXPECTED_ABROAD
from earnsum.grammar.shapes_abroad_yearago import YEAR_AGO_ABROAD

ABROAD: tuple[Shape, ...] = (
    Shape(
        name="FIGURE, a year ago it was FIGURE",
        pattern=r"""
              ^ [_n&]{0,2} Y [_KBo]{0,3} M [_oB]{0,2} t _? (?P<prior>{FIG}) [_o]{0,2} (?: $ | [,;] )
            | (?<= {FIG} [_BMo]{0,2} ) [,;&] [_]? n? Y [oKn]{1,3} (?P<prior>{FIG})
            | , V [_noK]{0,3} Y [^;,s$%#d]{0,8} M o (?P<prior>{LEVEL})
            | (?P<actual>{LEVEL}) , n? Y [oK_]{1,3} M o (?P<prior>{LEVEL})
            | (?: ^ | [,;/V] ) [_noKV]{0,3} Y [_noK]{0,4} U (?P<prior>[s$]) [_oKn]{0,4} (?= $ | [,;] )
            | , [_noK]{0,3} Y [_oK]{0,3} [UD] (?P<prior>[s$]) [_]? [UD]? [_]? (?= $ | [,;] )
            | (?<= {LEVEL} [_n]{0,3} , [_]? D ) (?P<prior>{LEVEL}) o Y
            | ^ [_o]? r M o (?P<prior>{LEVEL}) o [_on]{0,4} (?= M o {LEVEL} )
            | ^ n? Y K t (?P<prior>{LEVEL}) o (?= $ | [,;] )
        """,
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
        pattern=r"""
              (?<= [Gf] [^;/s$%#d]* ) [qwV] [_]? Y o (?P<skip>{FIG})
            | (?<= [Gf] [^;/]* {FIG} [_oUD]{0,2} ) \( (?: V? _? Y [:_n=]{0,3} | : ) (?P<skip>{FIG}) \)
            | \( Y [:_n=]{0,3} (?P<skip>{FIG}) \) [_o]{0,3} G
        """,
        example="Der Umsatz soll auf 5 Millionen Euro (Vorjahr: 4 Millionen Euro) steigen.",
        reads={"skip": ("4 Millionen Euro",)},
        never="Der Umsatz stieg auf 5 Millionen Euro (Vorjahr: 4 Millionen Euro).",
    ),
    Shape(
        name="FIGURE (a year ago: FIGURE)",
        pattern=r"""
              (?<! A [^;/s$%#d]{0,8} ) (?P<actual>{FIG}) [_i]? \( V? [_]? Y [:_nU]{0,3} (?P<prior>{FIG})
            | \( (?P<prior>{LEVEL}) [|,] [^);]{1,5} Y [_]? \)
        """,
        example="Der Gewinn betrug 5 Millionen Euro (Vorjahr: 4 Millionen Euro).",
        reads={"actual": ("5 Millionen Euro",), "prior": ("4 Millionen Euro",)},
        never="Der Gewinn betrug 5 Millionen Euro.",
    ),
    Shape(
        name="expected were FIGURES",
        pattern=r"""
              (?: (?: ^ | [,;(&] ) [_K]? E [_oKn:]{0,3} | ^ E [_oKn]{0,3} M [_o]{1,2} ) (?P<estimate>{FIG})
            | / _? E [_on:]{0,3} (?P<estimate>{FIG})
            | , _? [UD] _? (?P<estimate>{LEVEL}) E
            | (?<= [EN] [^;/UDbmqwVG]* {FIG} ) [,&]{1,2} [tn] [_B]{0,2} M [_o]{0,3} (?P<estimate>{FIG})
        """,
        example="Der Gewinn betrug 5 Millionen Euro, erwartet worden waren 4 Millionen Euro.",
        reads={"estimate": ("4 Millionen Euro",)},
        never="Acme erwartet 4 Millionen Euro.",
    ),
    Shape(
        name="an outlook of FIGURE, below expectations",
        pattern=r"""
              (?<= [Gf] [^;/,s$%#d]* n [_BMo]{0,3} ) (?P<guide>{FIG}) [_]? [bmiqw] [_oA]{0,3} [NE] (?: [_oA]{0,3} (?P<later>{FIG})
                  )?
            | (?<= [Gf] [^;]* {FIG} [^;s$%#d]{0,8} [bmiqw] [_o]? ) (?P<later>{FIG}) (?: ,? [_n]? A [_oA]{0,3} [EfG] | [on]
                  [_oA]{0,2} N )
        """,
        example="Die Umsatzprognose für das Quartal lag mit 4 Millionen Euro unter den Erwartungen von 5 Millionen Euro.",
        reads={"guide": ("4 Millionen Euro",), "later": ("5 Millionen Euro",)},
        never="Der Umsatz lag mit 4 Millionen Euro unter den Erwartungen von 5 Millionen Euro.",
    ),
    Shape(
        name="estimates of METRIC, with FIGURE beaten",
        pattern=r"""
              M [_oBnKY,]{0,4} N [_A]{0,3} (?P<actual>{LEVEL}) (?= _? [bm] )
            | (?<= ^ [_KnB]{0,3} M [^s$#d%;/]{0,8} [bmiqw] [_o]? N [_oA]{0,3} , t ) (?P<actual>{LEVEL})
            | (?<= M [_oKBn]{0,3} [bmi] [_KnT]{0,4} ) (?P<actual>{LEVEL}) (?= [_A]{0,3} N [_oA]{0,3} (?: $ | [,;&] ) )
        """,
        example="Beim Umsatz wurden die Erwartungen mit 5 Millionen Euro verfehlt.",
        reads={},
        never="Beim Umsatz wurden die Erwartungen von 5 Millionen Euro verfehlt.",
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
            r"M [_oB]{1,3} % [_]? (?: \( (?P<prior>%) [_,n]{0,2} Y | ,? r (?P<prior>%) o? [_]? Y ) | "
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
        pattern=r"""
            (?<! y [_]? ) (?P<actual>{LEVEL}) [_]? [qw] [_A]{0,3} N [_oA]{0,4}? (?: \( [_o]? (?P<estimate>{FIG}) \) | o
                  (?P<estimate>{FIG}) )
        """,
        example="Der Umsatz fiel mit 5 Millionen Euro höher aus als der Konsens der Analysten (4 Millionen Euro).",
        reads={"estimate": ("4 Millionen Euro",)},
        never="Der Umsatz fiel um 5 Millionen Euro höher aus als vor einem Jahr.",
    ),
    Shape(
        name="higher by FIGURE than estimates",
        pattern=r"""
              [|,] _? (?P<gap>{GAP}) (?: o? (?P<side>[qw]) [_oA]{0,3} [NE] | o? (?P<side>[jk]) (?! [_B]{0,2} M ) )
            | [&|,] _? (?P<gap>%) (?P<side>[qw]) [_o]{0,2} [EN] [_o]{0,2} A
            | (?P<side>[UDqw]) (?: [o_] | (?<= [UD] ) ) (?: (?P<gap>%) [_ton]{0,2} | (?P<gap>{GAP}) [ton]{0,2} ) N
            | (?P<side>[bm]) [_]? N [_oA]{0,3} n (?P<gap>s)
            | N [_A]{0,3} y (?P<gap>%|{GAP}) [_]? (?P<side>[bm])
            | (?P<side>[bm]) [_KA]{0,2} N [_oA]{0,3} n [_B]? M y (?P<gap>%|{GAP})
        """,
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
        name="where the aim was FIGURE",
        pattern=r"(?<= [s$#d%] [^;s$%#d]{0,4} ) [,(]? [aV] _? G [_o]{0,3} [ot] [bmqw]? (?P<skip>{FIG})",
        example="La marge est de 5,6%, pour un objectif révisé à 5,5%.",
        reads={"skip": ("5,5%",)},
        never="La marge est de 5,6%, et l'objectif est révisé à 5,8%.",
    ),
    Shape(
        name="beyond its own aim of FIGURE",
        pattern=r"(?<= M [^;]* | ^ [_oK]{0,3} ) [bmiqw] [_oK]{0,3} G [_oKn,RUD]{0,6} (?P<skip>{FIG})",
        example="La marge ressort à 5,6%, au-dessus de l'objectif de 5,5%.",
        reads={"skip": ("5,5%",)},
        never="La marge ressort à 5,6% et le groupe vise 5,8%.",
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
        pattern=r"X [_o]{0,2} (?P<skip>{LEVEL}) n [_]? M (?! [_o]{0,2} [s$#d%] ) | ^ X [_n]{1,3} o (?P<skip>{LEVEL})",
        example="La baisse du pétrole a eu un effet positif de 5 millions d'euros sur le résultat opérationnel.",
        reads={"skip": ("5 millions d'euros",)},
        never="La baisse du pétrole a porté le résultat opérationnel à 5 millions d'euros.",
    ),
    *YEAR_AGO_ABROAD,
    Shape(
        name="lowers its outlook from FIGURE to FIGURE",
        pattern=r"""
              [\^v] [_MBK]{0,3} [Gf] [_MBKn]{0,9} [or] [_]? (?P<previous>{FIG}) [_,|]{0,2} t [_R]{0,2} (?P<guide>{FIG})
            | (?: f [_MBKno]{0,9} | G [_MBKn]{0,9} o ) [or] [_]? (?P<previous>{FIG}) t (?P<guide>{FIG}) (?= _? [\^vUD] )
        """,
        example="Der Vorstand senkte die Prognose für den Umsatz von 5,5 Milliarden auf 5,2 Milliarden Euro.",
        reads={"previous": ("5,5 Milliarden",), "guide": ("5,2 Milliarden Euro",)},
        never="Der Umsatz sank von 5,5 Milliarden auf 5,2 Milliarden Euro.",
    ),
    Shape(
        name="lowers its outlook for METRIC by FIGURE",
        pattern=r"""
            [\^v] (?: [Gf] o [_]? M o (?P<skip>%) (?= ,? t {LEVEL} ) | _? n _? M [_nTK]{0,4} y (?P<skip>%) )
                  | [Gf] [_nTKoM]{0,6} y (?P<skip>%) [_]? [\^v]
        """,
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
        pattern=r"""
              (?<= M [_K]{0,2} ) (?: [UD] o (?P<skip>{LEVEL}) (?: [_nYT]{0,2} , [_nYT]{0,2} t | [_nYT]{0,2} o ) | [UD] n
                  (?P<skip>{LEVEL}) ,? t ) _? (?P<actual>{LEVEL})
            | o M o (?P<prior>{LEVEL}) [_nY]{0,3} t M o (?P<actual>{LEVEL})
            | ^ o (?P<prior>{LEVEL}) [_nYMK]{0,5} , [^;,s$#d%VANEGf]{0,12} t [_o]? (?P<actual>{LEVEL})
            | (?<= M [_BK()M]{0,4} D ) (?P<prior>{LEVEL}) [_nYjk]{0,3} t (?= {LEVEL} )
            | [or] [_MBK]{0,2} (?: (?P<prior>{LEVEL}) (?: [_|(nYMjk] | , (?! [_]? M | _ t ) ){0,5} t [_]? M?
                  (?={LEVEL}) | (?P<prior>%)
                  [_|(,nYM]{0,5} t [_]? (?=%) )
        """,
        example="Der Umsatz stieg von 4 Millionen auf 5 Millionen Euro.",
        reads={"prior": ("4 Millionen",)},
        never="Der Umsatz stieg auf 5 Millionen Euro.",
    ),
    Shape(
        name="to FIGURE, from FIGURE",
        pattern=r"""
              t [_]? {LEVEL} [_(,]{0,3} (?: o | r ) (?P<skip>{LEVEL}) [_n]{0,2} Q
            | t [_]? (?: {LEVEL} [_(,]{0,3} (?: o | r ) [_MB]{0,2} (?P<prior>{LEVEL}) | % [_(,]{0,3} (?: o | r ) [_MB]{0,2}
                  (?P<prior>%) ) (?! [_]? t )
        """,
        example="Der Umsatz stieg auf 5 Millionen Euro von 4 Millionen.",
        reads={"prior": ("4 Millionen",)},
        never="Der Umsatz stieg auf 5 Millionen Euro.",
    ),
    Shape(
        name="FIGURE before",
        pattern=r"""
              (?<= [Gf] [^;]* [s$%#d] [,_(UDnT]{0,5}) (?: [Vrqw] | (?<= \( ) ) [_oMBGRtUD]{0,4} (?P<previous>{FIG}) [_,K]{0,2} g
            | (?<= [Gf] [^;/]* {LEVEL} [_UD]{0,3}) V [_n]{0,3} t (?P<previous>{FIG})
            | (?<= G [^;/AN]* {FIG} [_UD,]{1,6} [Ef] ) \( (?P<previous>{FIG}) \)
            | (?<= G [^;]* {FIG} [^;]* Y & ) (?P<previous>{FIG}) [_on]{0,3} g
            | (?<= [Gf] [^;/]* (?:{FIG}|~) [_,]{0,2}) V (?P<previous>{FIG}) [_Ko]{0,3} E g
        """,
        example="Le groupe vise un chiffre d'affaires de 5 milliards d'euros, contre 4 milliards précédemment.",
        reads={"previous": ("4 milliards",)},
        never="Le groupe vise un chiffre d'affaires de 5 milliards d'euros.",
    ),
    *EXPECTED_ABROAD,
    Shape(
        name=RECKONED_ABROAD,
        pattern=r"(?<= % [^%;/M]{1,8} ) (?P<skip>%) [_(nB]{0,2} O | (?<= % [^%;/M]{0,8} O [_(nyoUDt,K]{0,6} ) (?P<skip>%)",
        example="Der Umsatz stieg um 5 Prozent, organisch um 4 Prozent.",
        reads={"skip": ("4 Prozent",)},
        never="Der Umsatz stieg organisch um 4 Prozent.",
    ),
    Shape(
        name="by FIGURE, and the verb last",
        pattern=r"""
              y [_]? (?P<skip>{LEVEL}) [_,nY]{0,3} t {LEVEL}
            | [UD] n (?P<skip>{LEVEL}) (?= [_ocV]{0,3} Y )
            | ^ [_n,]{0,4} X [^;M/s$%#d]{0,8} {LEVEL} [,_]{0,2} V [_o]{0,2} (?P<skip>{LEVEL})
            | [UD] o (?P<skip>{LEVEL}) [_,nY]{0,3} t {LEVEL}
            | (?<= M [_oK]{0,2} ) (?P<actual>{LEVEL}) [_n]{0,2} ,? [UD] o (?P<skip>{LEVEL}) (?= [_nY]{0,2} (?: $ | [,;] ) )
        """,
        example="Der Umsatz ging um 3 Millionen auf 20 Millionen Euro zurück.",
        reads={"skip": ("3 Millionen",)},
        never="Der Umsatz ging auf 20 Millionen Euro zurück.",
    ),
    Shape(
        name="expects more than FIGURE",
        pattern=r"[Gf] [^;/VNAg]{0,30}? [bmqw] [_]? (?P<guide>{LEVEL}) (?! [_MBo]* [NEAg] )",
        example="Acme vise un bénéfice net supérieur à 5 millions d'euros.",
        reads={"guide": ("5 millions d'euros",)},
        never="Acme affiche un bénéfice net supérieur à 5 millions d'euros.",
    ),
    Shape(
        name="outlook FIGURE expected, the verb last",
        pattern=r"""
            (?<= ^ [_nKo]{1,4} , [_nKMB]{0,6} ) (?P<guide>{FIG}) (?= [_MB]{0,4} , G )
            | (?<! [AbmiqwVg] [^;/s$%#d]{0,8} )
                  (?: (?<= ^ [_nG,]{1,5} [BO]? M o{1,2} ) (?P<guide>{FIG}) [&,]{1,2} [_BO]{0,2} M o{1,2} )?
                  (?P<guide>{FIG}) (?: \( [_go]{0,2} (?P<previous>{FIG}) \) )? (?: f (?= , (?: [V_n]{0,2} g | [_uKn]{1,5} $ ) ) |
                  (?:[_MBoKn,A]{0,4}? f|(?: _ [UD]? )? G| M? (?: [&,] [_o]{0,2} (?P<guide>{FIG}) _? M? )? G) (?= $ | , ) )
        """,
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
        name="FIGURE, to another, and no verb",
        pattern=r"(?<= {LEVEL} [^;s$%#d]{0,8} [&;,] [^;s$%#d]{0,8} ) (?P<change>%) (?= (?: n _? )? ,? t [_]? {LEVEL} )",
        example="Los ingresos crecieron un 3%, hasta 20 millones; el ebitda, un 8%, hasta 2 millones.",
        reads={},
        never="El ebitda fue de 2 millones, un margen del 8%.",
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
        pattern=r"{LEVEL} [_]? (?: \( (?P<change>%) (?: [_n,]{0,2} [OY] | [_B]{0,2} [;,] ) | , (?P<change>%) _? B )",
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
        pattern=r"(?P<side>[UD]) (?: [_oynKMBO]{0,6}? | Y o _? ) (?P<change>%)",
        example="Die Erlöse legten organisch um 5 Prozent zu.",
        reads={"change": ("5 Prozent",)},
        never="Die Marge lag bei 5 Prozent.",
    ),
)
"""Shapes that are tried after the English ones."""
