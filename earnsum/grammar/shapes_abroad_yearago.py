"""A year ago in German, French and Spanish: the shapes of the figures that a result is compared with."""

from earnsum.grammar.shape import Shape

YEAR_AGO_ABROAD: tuple[Shape, ...] = (
    Shape(
        name="with FIGURE below the year before",
        pattern=r"""
            (?<= M [_KB]? (?: o [_K] )? n [_]? ) (?P<actual>{LEVEL}) (?: (?= [_]? [qw] [_oA]{0,3} [NfE] ) | [_]? [qw] [_n]{0,2} Y
                  (?: , [_K]{0,2} (?P<prior>{LEVEL}) _? o )? )
        """,
        example="Der Umsatz lag mit 5 Millionen Euro unter dem Vorjahr, als er 6 Millionen Euro erreichte.",
        reads={"prior": ("6 Millionen Euro",)},
        never="Der Umsatz lag 5 Millionen Euro unter dem Vorjahreswert.",
    ),
    Shape(
        name="so much more than a year ago",
        pattern=r"""
              (?P<skip>{LEVEL}) [UDqw] [_cn]{0,3} Y (?! [_o]{0,2} {LEVEL} )
            | (?<= s [^;,]{0,4} , ) (?P<skip>[s$]) [UDqw] (?= $ | [,;] )
        """,
        example="Acme zahlt eine Dividende von 2,10 Euro je Aktie, 15 Cent mehr als im Vorjahr.",
        reads={"skip": ("15 Cent",)},
        never="Acme zahlt eine Dividende von 2,10 Euro je Aktie nach 1,95 Euro im Vorjahr.",
    ),
    Shape(
        name="more than a year ago (FIGURE)",
        pattern=r"(?P<actual>{LEVEL}) _? ,? [^;/&,s$#d]{0,6} Y \( [_]? (?P<prior>{LEVEL}) \)",
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
        example=(
            "El beneficio neto fue de 5 millones de euros, un 5% por encima del de un año antes, mientras que "
            "las ventas fueron de 9 millones, un 6% más."
        ),
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
        pattern=r"""
              ~ \( (?P<change>%) \) (?= [_]? t [_]? {LEVEL} )
            | M o [_]? (?P<change>%) (?: [to] | o [_]? M [_oY,]{0,3} t ) [_]? {LEVEL}
            | (?P<side>[UD\^v]) [_oMB]{0,3} % [^;/UD]{0,7} & [_]? M B? o? (?P<change>%) ,? t [_]? {LEVEL}
        """,
        example="Acme affiche une croissance organique de 4% à 5 milliards d'euros.",
        reads={"change": ("4%",)},
        never="Acme affiche une croissance organique de 4%.",
    ),
    Shape(
        name="above the level of a year ago, FIGURE",
        pattern=r"""
              (?<= M o % ,? ) [iqw] [_]? (?P<prior>%) o Y
            | (?<= M [_B]{0,2} [on] ) (?P<actual>%) [qw] [_]? Y o (?P<prior>%)
            | [qwV] [_]? Y o (?P<prior>{FIG}) (?! [_]? [tUD] )
        """,
        example="Die Marge blieb unter dem Vorjahreswert von 27,4 Prozent.",
        reads={"prior": ("27,4 Prozent",)},
        never="Die Marge stieg im Vorjahreszeitraum von 25,1 auf 27,4 Prozent.",
    ),
    Shape(
        name="so many times the FIGURE of a year ago",
        pattern=r"(?P<actual>{LEVEL}) ,? \| [_n]{1,4} (?P<prior>{LEVEL}) [^;s$%#d]{0,6} Y | UU (?P<prior>{LEVEL}) [_on]{0,2} Y",
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
        pattern=r"""
              V [_]? (?P<estimate>{FIG}) [_on]{0,2} E [_oA]{0,4} & (?P<prior>{FIG}) [_ony]{0,3} (?: Y | $ | [,;] )
            | V [_]? (?P<prior>{FIG}) [_ony]{0,3} Y & (?P<estimate>{FIG}) [_on]{0,2} E
            | [Vqw] [_ot]{0,3} (?P<prior>{LEVEL}) [_onY]{1,4} & t? (?P<estimate>{LEVEL}) [_on]{0,2} E
            | [Vqw] [_ot]{0,3} (?P<estimate>{LEVEL}) [_on]{0,2} N [_oA]{0,4} & [_ot]{0,2} (?P<prior>{LEVEL}) [_on]{0,3} Y
            | V [_]? N [_oA]{0,2} (?P<estimate>{FIG}) [_onA]{0,9} & [_t]{0,2} M? [_o]{0,2} (?P<prior>{FIG}) [_ont]{0,3} Y
        """,
        example=(
            "El beneficio neto fue de 6 millones de euros, frente a los 5 millones previstos por los analistas y "
            "los 4 millones del año anterior."
        ),
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
)
