"""What analysts expected, in German, French and Spanish, whose verbs stand last."""

from earnsum.grammar.shape import Shape

EXPECTED_ABROAD: tuple[Shape, ...] = (
    Shape(
        name="better than expected (FIGURE)",
        pattern=r"""
              N [^;()s$%#d]{0,8} (?: y % )? [_]? [bm] \( {FIG} V (?P<estimate>{FIG}) \)
            | (?<= M [_]? \( N :? [s$#%d] \) [_]? & [_]? M [_]? ) \( (?P<estimate>{FIG}) \)
            | [jk] [_oAn]{0,3} \( [_o]? (?P<estimate>{FIG}) \)
            | (?<= \( (?: [_on]{0,2} [Ef] [:_o]{0,2} {FIG} | {FIG} [_on]{0,2} [Ef] [_oA]{0,3} ) \)
                  (?: [^;()]{0,12} {FIG} [_]? \( {FIG} \) ){0,3} [^;()]{0,12} {FIG} [_]? ) \( (?P<estimate>{FIG}) \)
            | [bmiqw] (?: [_oK]{0,2} [fgN] [_n]? | [_oKAn]{1,6} [Ef] ) \( [_o]? (?P<estimate>{FIG}) \)
            | (?<= {FIG} [_UDt]{0,2} ) \( [fN] :? (?P<estimate>{FIG}) \)
            | (?P<skip>%) [qwUD] (?P<estimate>{FIG}) [_on]{0,2} E
            | [qw] [_]? t (?P<estimate>{FIG}) [_on]{0,2} E
        """,
        example="Le bénéfice net atteint 6 millions d'euros, supérieur aux attentes (5 millions).",
        reads={"estimate": ("5 millions",)},
        never="Le bénéfice net atteint 6 millions d'euros, supérieur aux attentes.",
    ),
    Shape(
        name="analysts had a rise of FIGURE expected, the verb last",
        pattern=r"""
              A [_oKn]{0,4} [Ef] [_on]{0,3} [UD] [_oyn]{0,3} (?P<estimate>%) (?! [_]? t )
            | A [_oKn]{0,4} (?P<estimate>%) _? [UD] _? [Ef]
            | A [_oO]{0,4} [UD] [_ony]{0,3} (?P<estimate>%) [_]? [Ef]
            | A [_]{0,3} y (?P<estimate>%) [_]? [UD] [_]? [MB]{0,2} [Ef]
            | A [_oOKn]{0,4} B? (?: M (?: & M )? [UD] | [UD] [_oK]{0,2} M ) [_ony]{0,3} (?P<estimate>%) _? [Ef]
        """,
        example="Analysten hatten ein Plus von 29 Prozent erwartet.",
        reads={"estimate": ("29 Prozent",)},
        never="Der Umsatz verzeichnete ein Plus von 29 Prozent.",
    ),
    Shape(
        name="analysts had FIGURES expected, the verb last",
        pattern=r"""
              (?: A | N [_oA]{1,3} ) [_o]{0,2} [bm] , [_oKnt]{0,5} (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))*
                  [_M]{0,2} [Ef]
            | (?: ^ | [,;] ) [_K]? E [_on]{0,2} A [_oMBn]{0,4} (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))* (?! [_oMK]{0,4}
                  [Ef] )
            | A (?: [^s$%#d;/UDbmqwVG] | [UD] (?= [_B]{0,2} M o ) ){0,10}? (?: U (?= [s$] ) | [UD] [_]? (?: [oy] [_]? (?P<skip>%) )?
                  [_]? t [_]? )? (?P<estimate>{FIG}) (?: \( [YV_:n]{1,3} (?P<prior>{FIG}) \) )? (?:{JOIN} [_|,&Knat]*
                  (?P<estimate>{FIG}))* [_MBoKn,tAH)]{0,5} (?: (?:E|f) & M o (?P<estimate>{FIG}) | (?:E|f) (?!{FIG}) | o $ | G
                  (?= $ | , ) )
        """,
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
        pattern=r"""
              A [^;/s$%#dbmqwV]{0,6}? [Gf] g [_MBo]{0,4} (?P<later>{FIG}) (?: {JOIN} (?P<later>{FIG}) )*
            | [UD\^v] A [_MB]{0,4} N [_]? y? (?P<later>%) t (?P<later>{FIG})
        """,
        example="Analysten rechnen bislang mit 11,8 Prozent.",
        reads={"later": ("11,8 Prozent",)},
        never="Acme rechnet bislang mit 11,8 Prozent.",
    ),
    Shape(
        name="the consensus pointed to FIGURE",
        pattern=r"""
              N [_oA]{0,3} , [_n]{0,2} M [_o]{0,2} (?P<estimate>{FIG}) (?: [,&] [_n]{0,2} M [_o]{0,2} (?P<estimate>{FIG}) )*
                  [_oEf]{1,3} $
            | N [_oA]{0,4} g [_onM]{0,3} (?P<estimate>{FIG})
            | [bmqw] _? f [_oA]{0,3} , [oE] t? (?P<estimate>{FIG})
            | f [_oA]{0,3} ,? E (?P<estimate>{FIG}) (?= $ | [,;] )
            | N [_oAK]{0,5} R (?P<estimate>{FIG}) (?= _? $ | [,;] )
            | N [_oA]{0,4} , (?: o (?P<estimate>{FIG}) | [_no]{0,3} (?P<estimate>{FIG}) (?= o , | $ ) )
            | ^ [_K]{0,2} N , E [^;s$%#d]{0,8} (?P<estimate>{FIG})
            | N : (?P<estimate>%)
            | (?<= % [^;,]{0,4} & U ) (?P<estimate>%) (?= [_on]{0,2} E )
            | [NA] [_oA]{0,4} ! E !? [_oMBeqjn]{0,4} (?P<estimate>{FIG})
            | N [_oA]{0,4} E (?: ,? &? [_]? n (?P<estimate>{FIG}) n M )+
            | [NA] [_oA&,]{0,8} E _? = [nt]? (?: (?P<estimate>{FIG}) (?: [&,] (?P<estimate>{FIG}) )+
                  | (?P<skip>d) & (?P<estimate>{FIG}) )
            | [Njk] [oA_,]{0,6} E [_o]{0,2} [tn] [_MBo]{0,4} (?P<estimate>{FIG})
            | (?<! i _? ) N [_,oAMBn]{0,6} t [_oUD]{0,3} (?P<estimate>{FIG}) (?: E | o? $ )
        """,
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
)
