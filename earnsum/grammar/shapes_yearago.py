"""A year ago: the shapes of the figures that a result is compared with, and of the outlook until now."""

from earnsum.grammar.shape import A_YEAR_AGO, FROM, IN_BRACKETS, IT_WAS_A_YEAR_AGO, MORE_THAN_A_YEAR_AGO, VERSUS, Shape

YEAR_AGO: tuple[Shape, ...] = (
    Shape(
        name="compared with FIGURES a year ago",
        pattern=r"""
              (?: [Vrci] (?: Uo (?=[sd#]) | U (?=[d#]) )? | (?<! [UD] [yt]? ) [qw] ) [MB_oan(:K]*? (?P<prior>{FIG}) (?:{JOIN}
                  (?P<prior>{FIG}))*? (?: ,? \| F [_a]{0,3} )? (?: [_,(naorK)MB]{0,4} | K? [_o]? U n? ) (?<! [s$#] \( % _? ) Y
            | (?<! ~ ) [Vrqwbm] [_oB]{0,2} Y (?! (?<= % [qw] Y ) o {LEVEL} | (?<= [qw] Y ) : )
                  (?: ,? / [_K]{0,2} M o | [MBo_:]{0,4} \(? ) (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))*
            | & (?<= V [^;/]* [NfE] [^;/]* & ) [_B]? M o (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))? [_,Bna]{0,5} Y
            | % (?: a | [qwUD] [_oVnc]* )? Y{1,2} [_:(]? (?P<prior>{LEVEL})
            | [bmqw] [_o]{0,2} (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))? [nBM_]{0,4} K [_oMn]{1,5} Y
            | [bmqw] _? Y [MB]{1,2} o (?P<prior>{LEVEL})
            | (?<= [bmqw] [_oKMB]{1,4} Y ) , (?P<prior>{LEVEL}) (?= $ | [,;/&] )
            | (?<= t % r | M [^s$%#d;]{0,6} % [_,o]{0,3} [UD] r ) Y (?P<prior>%)
            | (?<= [_,rVcmqwb]) Y (?P<prior>{LEVEL})
            | (?<= [rVcmqwb] [_oK]{0,2} | [bmqw] [_AoMNE]{0,6} {LEVEL} [_AE]{0,3} & [_K]{0,2} ) Y [MB]{1,2} (?:
                  t? _ )? o (?P<prior>{LEVEL}) (?: ,? \| _? (?P<prior>s) )?
            | [UD] a (?: (?P<prior>{LEVEL}) [_onK]{0,3} Y | [_o]{0,2} Y (?: [MB]{1,2} o )? (?P<prior>{LEVEL}) )
            | [UD] [o_]? % [a_] (?: (?P<prior>{LEVEL}) (?: [_on]{0,3} Y | K (?! [_o]? [EGf] ) ) | Y [MB]{1,2} o (?P<prior>{LEVEL}) )
            | (?<= M [_onK]{0,4} [s$#] [_n]{0,2} [,:;]? ) (?: [UD] o? %? | % [UD] ) a _? (?P<prior>{LEVEL}) (?= $ | [,;] )
            | (?<= M [^s$%#d;]{0,3} % n? ,? [Vr]? _? ) (?<= [,Vr] _? ) Y [_oK]{0,3} (?P<prior>%)
            | (?<= M [_o]{0,2} % ,? o? [qw] ) Y (?P<prior>%)
            | (?<! {LEVEL} | % [UD] n ) M [_na]{0,4} Y o (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))*
            | (?<= % [UD] ) _ (?P<prior>{LEVEL}) [_on]{0,4} Y
            | (?<= M , U ) (?P<prior>%) [_]? Y (?= , [UD] )
            | (?<= ^ [_K]{0,2} V [_KA]{0,3} N [_oKM]{0,3} {LEVEL} ) [,_KNo]{0,6} & u? (?P<prior>{LEVEL}) (?= [_nMo]{1,4} $ )
            | (?<= M , D ) (?P<skip>%) [_]? Y (?= , [UD] )
            | (?<= ^ [_&K]{0,2} V [MBo_]{0,3} {LEVEL} (?: ,? \| _? s )? [_,n]{0,3} Y ) ,? a _? B? M o? (?P<prior>\$)
            | U q (?P<prior>{LEVEL}) M? U? [_n]{0,3} Y
        """,
        example="It earned $5 million, or 50 cents a share, compared with $4 million, or 40 cents, a year ago.",
        reads={"prior": ("$4 million", "40 cents")},
        never="It earned $5 million, compared with $4 million expected.",
    ),
    Shape(
        name=IT_WAS_A_YEAR_AGO,
        pattern=r"""
              (?: ^ | [;/&(:] | V (?! [_noK]{0,2} Y [,&]{1,2} (?: [B_]{0,2} M _? )? o {FIG} ) | , (?! (?<={FIG},) [_noKV]{0,3} Y , )
                  ) [_noKVu]{0,3} Y (?: [_no]{0,2} Y | u )? (?: ,? / [^,;/s$%#d]*+ (?=,) | ,? K , [^,;s$%#dUD]{1,8}+ (?=,)
                  | ,? [_K]{0,2} Q )?
                  [_KMoBnu01,:a&]*? (?: [UD] (?=\#) )? (?P<prior>{LEVEL})
                  (?: (?! ,? & n _? o | , o {LEVEL} | M? , _ (?: [_o]{0,3} | o [_B]{0,2} M o ) {LEVEL} )
                  (?: , u [^;,s$%#d]{1,5} (?=,) )?
                  [|,&MB_oan]{0,5} (?: (?<= o ) q )? (?P<prior>{LEVEL}))*
            | (?<! {FIG} [_nKMBo]{0,4} ) (?<= [qwcUD] _ ) Y , / o (?P<prior>{LEVEL})
            | (?<! {FIG} [_nKMBo]{0,4} ) Y [_,]? /? K [MoB_]{1,3} (?P<prior>{LEVEL}) (?:
                  [|,&MB_oan]{0,5} (?P<prior>{LEVEL}))*
            | (?<= M [^s$%#d;/]{0,8} Y | [qwr] n? Y ) \( :? (?P<prior>{LEVEL}) n? \)
            | (?<= M [^;s$%#d]{0,8} % [^;s$%#dUDVr]{0,4} ) [;/,(] [_noK]{0,3} Y o (?P<prior>%) (?! [UDY] )
            | (?<= M [_oBnK]{1,3} % ) [;/,]{1,2} K? o (?P<prior>%) n? Y (?= $ | [,;] )
            | (?<= M ,? ) / [_o]{0,2} Y o (?P<prior>%) (?= [_n]{0,2} , [^;s$#d]{0,8} % )
            | (?<= M ) ,? /? o (?<= [,/] o ) (?P<prior>%) n? Y (?= [_n]{0,2} , [^;s$#d]{0,8} % )
            | (?<= M , ) (?P<prior>%) n? Y (?= [_n]{0,2} , [oUDt]{1,3} [q_]? % )
            | (?<= M [_oKn]{0,5} , / o ) (?P<prior>{FIG}) (?= n? [_Q]{0,3} , _? (?: o | [UD] t ) {FIG} )
            | (?<= [_M] ) (?P<prior>\$) [no] M Y (?= $ | [/,;_] [^s$%#d;]* $ )
            | ^ [_,KMoBnHx]*? (?P<prior>{LEVEL}) (?: (?: ,? [|&a(] [_,|&KMoBan(]{0,5} | (?<=s) [_KMoBn]{1,6} (?!s) | (?<=[$#d%])
                  [_KMoBn]{1,6} (?=s) | , (?=s) )
                  (?P<prior>{LEVEL}))* [_,|&KMoBan()]{0,9} (?<! o_o ) t? Y $
        """,
        example="A year ago it earned 74 cents a share.",
        reads={"prior": ("74 cents",)},
        never="It earned 74 cents a share.",
    ),
    Shape(
        name=IN_BRACKETS,
        pattern=r"""
              (?: (?: s | (?<= s ,? [UD] o? ) % ) \( (?: _? : )? (?P<prior>[sd]) | \$ \( :? (?P<prior>[$d]) | (?<= M [^s$%#d;]{0,5}
                  (?: % t )? ) \$ (?: n [_o]{0,3} | _ ) \( :? (?P<prior>\$)
                  | (?<= M [^s$%#d;]{0,5} ) \$ n? \( (?P<prior>\$) (?= n \) )
                  | (?<= M [^s$%#d;]{0,5} ) \$ \( (?P<prior>\$) M (?= \) ) | \# _? \( :? (?P<prior>[#d$])
                  | (?<= M [^s$%#d;]{0,5} ) d \(
                  (?P<prior>d) | (?<= M [^s$%#d;UD]{0,5} ) % \( (?: :? (?P<prior>%) (?= \) (?: _ | $ ) ) | Y? : (?P<prior>%) ) | % o
                  M \( (?P<prior>%) | % \( (?P<prior>%) (?= \) (?: oM | [,;&Y] | $)) ) [n_]? \)
            | (?<= M [^s$%#d;]{0,5} \$ ) \( _? M [o:]? (?P<prior>\$) [n_]{0,3} \)
            | (?<= M [^s$%#d;]{0,5} [s$] ) \( (?P<prior>[s$d]) , [uo/_] [^()s$%#d]{0,8} (?: (?P<skip>[s$]) [^()s$%#d]{0,6} )? \)
            | (?<= M [^s$%#d;]{0,5} s ) \( _? M [o:]? (?P<prior>s) [n_]{0,3} \)
            | (?<= M [^s$%#d;]{0,3} \$ ,? (?: [|_] % o M | [_&ona]{0,3} M [o_]{0,2} % ) )
                  (?: \( (?P<prior>\$) ,? [|&]? (?P<prior>%) \) | ,? [rV] _? (?P<prior>\$) ,? [|&] (?P<prior>%) )
            | (?<= M [^s$%#d;]{0,6} \$ ) (?P<prior>\$)
            | (?<= M [^s$%#d;]{0,3} s ) (?P<prior>[sd])
        """,
        example="Net sales were EUR 63.1 (58.2) million.",
        reads={"prior": ("58.2",)},
        never="Net sales were EUR 63.1 million.",
    ),
    Shape(
        name=FROM,
        pattern=r"""
              (?<= t [_B]{0,3} M | [UD] [s$] M ) r [_B]{0,2} M o (?P<prior>{LEVEL})
            | (?P<change>%) (?: (?P<side>q) | (?P<side>[UD]) q ) (?P<prior>{LEVEL}) (?: ,? \| _? (?P<prior>s) )?
            | [rV] _? (?P<prior>{LEVEL}) & (?P<prior>{FIG}) (?= [_,]{0,2} = )
            | (?<= [s$] M ) ,? r [_B]? (?P<prior>[s$]) (?= M ) (?! M [_,nao]{0,3} Q )
            | (?: (?<! M) | (?<= % o M ) (?= r % ) | (?<= [UD] n [_]? M ) (?= r {FIG} [nW]{0,2} t )
                  | (?<! [\^vgGfE] [^;]* ) (?<= M ) (?= r {LEVEL} [nW]{0,2} t {LEVEL} ) ) r (?<! Q r | ^ Q , [^;Y]{0,8} r )
                  (?! (?<= ^ r ) K ) [_MBo:K]{0,4} (?P<prior>{FIG}) (?: ,? \| [_MBo]*
                  (?P<prior>{FIG}) (?! ,? V) | (?<= \$ ) \( (?P<prior>s) \)
                  | (?<= [s$] , [UD] r [_MBo]{0,4} s ) a M o (?P<prior>\$) )?+ (?![_,nao]{0,3}Q)
        """,
        example="Revenue rose to $5 billion from $4 billion.",
        reads={"prior": ("$4 billion",)},
        never="Revenue rose to $5 billion.",
    ),
    Shape(
        name="turned FIGURE into another",
        pattern=r"""
            (?: (?<= M o ) (?P<prior>{LEVEL}) (?: ,? \| (?P<prior>s) ,? )? | (?P<prior>{LEVEL}) [_B]? M )
                  (?: [_nW]{0,3} | , [_nW]{1,2} , ) L [_B]{0,2}
                  (?: M o {LEVEL} | {LEVEL} [_B]? M )
        """,
        example="It turned a loss of $5 million in 2003 into a profit of $3 million.",
        reads={"prior": ("$5 million",)},
        never="It had a loss of $5 million and expanded into Asia.",
    ),
    Shape(
        name="from FIGURE the quarter before, and FIGURE a year ago",
        pattern=r"""
              [rV] [_MBo:K]{0,4} (?P<skip>{FIG}) (?: ,? \| [_MBo]* (?P<skip>{LEVEL}) | M? & _? (?P<skip>{LEVEL}) (?= M ) )? M?
                  [_,naoT(]{0,4} Q (?: [),]{0,2} & [_rMBo]{0,3} (?: (?P<skip>{FIG}) M? [_,nao(]{0,4} Q | (?P<prior>{FIG}) (?:
                  [_,na(]{0,3} Y | n (?=$|[,;]) ) ) )?
            | Q r (?P<skip>{FIG})
            | (?<= ^ _? Q , [^;Y]{0,8} ) r (?P<skip>{FIG})
            | [rV] _? Q M? o? (?P<skip>{FIG}) (?: ,? \| _? (?P<skip>s) )?
            | (?<= [rV] [_MBo:K]{0,4} {FIG} [_,naM(]{0,3} Y [),]{0,2} & [_rMBo]{0,3}) (?P<skip>{FIG}) [_,naM(]{0,3} Q
            | (?<= ^ [_oK,M/]{0,5} (?: [UD]? r | V | [qwbmi] ) [_MBo:K]{0,4} {FIG} [_,naMBKo(]{0,6} Y ,? [&V] [_rMBo:UDqwV]{0,4} )
                  (?P<skip>{LEVEL}) [MB_]{0,2} (?: [_o]? n [_n]{0,2} | K [_Mon]{1,3} )? Q? (?= $ | [,;] )
        """,
        example="Users rose to 50 million from 48 million in the previous quarter.",
        reads={"skip": ("48 million",)},
        never="Users rose to 50 million from 48 million a year ago.",
    ),
    Shape(
        name=MORE_THAN_A_YEAR_AGO,
        pattern=r"""
              (?P<change>%) (?! (?<= D [_oy]? % ) [bqU] ) (?P<side>[bmqwUD]) [_oVnc]* (?: K [_oM]{0,2} n? )? Y
                  (?: (?! o {LEVEL} ) [_oM]*
                  (?P<prior>{LEVEL}) )?
            | (?P<change>%) (?! (?<= D [_oy]? % ) q ) (?P<side>[qw]) n (?= $ | [,;/&)] )
            | (?P<change>%) (?! (?<= D [_oy]? % ) q ) (?P<side>[qw]) _? Q
            | (?<= [UD] _? ) (?P<change>%) c (?P<prior>{LEVEL}) (?! [^;/]* [AENfG] )
            | (?P<change>%) (?P<side>[qw]) [_o]{0,2} (?P<prior>{LEVEL}) K (?: _ | M n? _? ) (?= $ | [,;/] )
            | (?<= [s$#] [BM_]{0,3} , ) (?P<skip>[$#]) [qw] [n_]{0,2} [QY]
            | (?P<change>%) (?P<side>[bmqw]) [_oK]{0,2} (?: M [_o] )? (?P<prior>{LEVEL}) (?: K? M )? K? [_on]{0,2} Y
            | (?P<side>[bm]) _? Y [_M]{0,2} y (?: (?P<change>%) | (?P<skip>{LEVEL}) )
            | (?<= [s$#] [_nq]{0,2} , [_o]? ) (?P<change>%) (?= V (?: _? Y | _? {LEVEL} [_onK]{0,3} Y ) )
            | (?P<change>%) [_]? (?P<side>[UD]) [q_]{1,2} [MB_]{1,3} o (?P<prior>{LEVEL}) [_rn]{0,2} Y
            | (?<= [$s] ,? ) [qwbm] (?P<prior>[$s]) M (?! [^;/]* [AENfG] )
        """,
        example="Revenue was 28% higher than the year-ago $4 billion.",
        reads={"change": ("28%",), "prior": ("$4 billion",)},
        never="Revenue was $4 billion.",
    ),
    Shape(
        name=VERSUS,
        pattern=r"""
              (?<= {LEVEL} [_nq]{0,2} ,? & [_B]{0,2} M? [oU]? t? {LEVEL} [_nq]{0,3} ,? [UD]? ) (?: [rV] _? (?P<prior>{LEVEL}) &
                  (?P<prior>{LEVEL}) (?= [_nY]{0,3} (?: $ | [,;/] ) ) | / (?P<prior>{LEVEL}) & (?P<prior>{LEVEL}) (?= [_n]{0,2} Y )
                  )
            | (?<= [anu] [B_]{0,2} M o {LEVEL} ,? _? ) V [_MBoK:]{0,4} (?P<prior>{FIG}) M? (?: ,? \| [_MBo]* (?P<prior>{LEVEL}) ,?
                  )? [anu] [B_]{0,2} M o (?P<prior>{LEVEL})
            | (?<= \$ ,? \| s ,? ) V (?P<prior>\$) & (?P<prior>s)
            | (?<= [s$] [_n]{0,2} a [B_]{0,2} M o \$ ,? | [s$] a \$ n M ,? ) V (?P<prior>[s$]) a (?P<prior>\$)
            | V [_MBoK:]{0,4} (?P<prior>{FIG}) (?: [nY]{0,2} ,? \| [_MBo]* (?P<prior>{LEVEL}) (?! _? ,? V ) | (?<= \( s \)
                  [^(;]{0,12} ) \( (?P<prior>s) \) )?
        """,
        example="Operating profit was $777 million versus $422 million.",
        reads={"prior": ("$422 million",)},
        never="Operating profit was $777 million.",
    ),
    Shape(
        name=A_YEAR_AGO,
        pattern=r"""
              (?<= M & [_B]{0,2} M o ) (?P<prior>{LEVEL}) & _? (?P<prior>{LEVEL}) ,? = ,? [_n]{0,2} Y (?! [UD_]* o? % | V )
            | (?<= Q M o ) (?P<prior>{LEVEL}) a [B_]{0,2} M o (?P<prior>{LEVEL}) [_,n]{0,3} Y (?! [UD_]* o? % | V )
            |
              (?<! [UD][_oy%Y]* | t | r [_YQ]*) (?P<prior>{LEVEL}) (?: [|,]{1,2} [_]? (?P<prior>{LEVEL}))? B?M?
                  (?: [_,(no]{0,2} | o{1,2} _ ) Y (?!
                  [UD_]* o? % | V | [oK_]{0,2} [UD]? {LEVEL} | : (?! K M ) | M )
            | (?P<prior>{LEVEL}) B?M o? Y (?= o _? {LEVEL} )
            | (?P<prior>{LEVEL}) o M _? Y (?= [,;] | $ )
            | (?P<prior>{LEVEL}) (?: ,? \| (?P<prior>s) ,? )? K M [_,(n]{0,2} Y
                  (?! [UD_]* o? % | V | [oK_]{0,2} {LEVEL} | : (?! K M ) | M )
        """,
        example="It swung to a profit after a net loss of $9 million a year before.",
        reads={"prior": ("$9 million",)},
        never="It earned $9 million, up from a year before.",
    ),
)
