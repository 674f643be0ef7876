"""What analysts expected: the shapes of estimates, and of how far a figure is from one."""

from earnsum.grammar.shape import ABOVE_EXPECTED, Shape

EXPECTED: tuple[Shape, ...] = (
    Shape(
        name="expects FIGURE, the consensus, and FIGURE",
        pattern=r"""(?<= G [_MBo]{0,4} M [oUD]? {FIG} ,? [Vbmiqw] [_oAMB]{0,4} N o? {FIG} , & [_B]{0,2} M o? ) (?P<guide>{FIG})
                    (?! [_]{0,2} [Vr] )""",
        example="Acme expects sales of $5 billion, above the consensus of $4 billion, and earnings of $1.20 a share.",
        reads={"guide": ("$5 billion", "$1.20")},
        never="Acme earned $1.20 on sales of $5 billion, above the consensus of $1.10, and sales of $4 billion.",
    ),
    Shape(
        name="is expected to report FIGURES",
        pattern=r"""(?<! (?<! A [_o]? ) f K ) P (?: (?<! / P ) [^s$%#d;]*? | [^s$%#d;,]*? ) (?P<later>{FIG}) (?:
                  [^s$%#d;bmqwN]{0,12}? (?P<later>{FIG}) )*
                  | ^ (?P<later>{FIG}) B? M E (?! [_oMB]{0,3} {FIG})
                  | ^ [_]{0,2} N : [^s$%#d;]*? (?P<later>{FIG}) (?: [^s$%#d;]* (?P<later>{FIG}) )*""",
        example="Acme is expected to report earnings of $1.20 a share on revenue of $3 billion.",
        reads={"later": ("$1.20", "$3 billion")},
        never="Acme reported earnings of $1.20 a share.",
    ),
    Shape(
        name="better than estimates by FIGURE",
        pattern=r"""
              (?<= [s$] [_n]{0,3} , ) (?P<side>[bm]) o (?P<gap>{GAP})
            | (?<= [s$] [_n,oD]{1,3} ) (?P<gap>{GAP}) (?P<side>[bmw]) (?= $ | [,;&] )
            | (?<= ^ [_KBn]{0,4} M (?: _U? | D | o [D_]? ) ) (?P<gap>{LEVEL}) (?P<side>[wk]) (?= $ | [,;/&] | o {LEVEL} )
            | (?<= ^ [_eKo]{0,3} | [s$] [,o] | / [_oK]{0,3} o ) (?P<skip>{GAP}) (?= [UD]? [qw] [_oAMB]{0,4} (?: {LEVEL} [_A]{0,3}
                  [NE] | {LEVEL} [_KMon]{0,5} Y | N [_oAMB]{0,4} {LEVEL} | (?<=A) {LEVEL} ) )
            | (?<= [#d] [_K]? M , ) (?P<gap>[#d]) (?: M (?P<side>w) [_AoBK]{0,4} [NEf] | (?P<side>[UD]) M? c A )
            | (?<= [NEf] [^;]* [;,&/]{1,2} o [s$] , B? M o ) (?P<gap>{GAP}) (?P<side>[qw]) (?= $ | [,;/&] )
            | (?P<gap>{GAP}) (?P<side>[qw]) / A [_oKEN]{0,3} (?= $ | [,;] )
            | (?<! [bmw] [_oA]{0,2} ) (?P<side>N) [_oA]{0,3} (?P<gap>{GAP}) (?P<side>[UD]) (?= $ | [,;/&] )
            | (?<= A [_K]{0,2} ) (?P<side>E) [_oKt]{0,3} (?P<gap>{GAP}) (?P<side>[UD]) (?= $ | [,;/&] )
            | (?<! [bmiqw] [AoBM_]*) (?P<gap>{GAP}|%) (?P<side>[jkCS])
            | (?! (?<= M o ) {GAP} [UD] ) (?<! t ) (?P<gap>{GAP}|%) (?P<side>[UD]? [qw]) [_AoBMK]{0,5} (?<! q K | w K )
                  (?:[NEf]|A$|A[,;]|(?<=A)G) (?! [oMB_(:]* {FIG} | [_]* y {GAP})
            | (?P<side>[bmqw]) [_oMBA]{0,3} {LEVEL} [_AKMB]{0,5} [ENf] [_]? y (?P<gap>{GAP}|%)
            | (?<= (?P<side>[bm]) [_A]{0,4} N y s ) & (?P<gap>\$) (?= ,? = | $ | [,;] )
            | (?<! G (?= [bm] [_nYM]{0,3} y % ) ) (?P<side>[bmqw]) [_AMBKn,]{0,6} [Nf]? [_MoA]{0,4} {LEVEL}?
                  (?: , /? [_AN]{1,3} , )? [_]? y (?P<gap>{GAP}|%)
        """,
        example="It earned 83 cents, 20 cents above estimates, and beat revenue estimates by $3 million.",
        reads={"gap": ("20 cents", "$3 million")},
        never="It earned 83 cents, above estimates of 20 cents.",
    ),
    Shape(
        name="analysts expect FIGURES",
        pattern=r"""
            (?<! [bmiqw] [_oAMB]{0,3} {FIG} _? | r ) [AN]
                  (?: (?! , K{1,2} [_o]? G | (?<= N ) ,& [_o]? n M ) [^s$%#d/;UDbmqwVGrEu\^v&] | & (?! _? G ) | ,? / (?=G) ){0,8}?
                  G (?!o?N) [^s$%#d/;VrEN]{0,8}? (?P<later>{FIG})
                  (?: (?: {JOIN} (?: [ua&] _? M [UD_o]{1,3} | u (?= {FIG} n _? M ) )? | (?: [_Yn()] ){0,5} t ) (?P<later>{FIG}) )*
        """,
        example="Analysts expect earnings of $1.79 a share on revenue of $27.8 billion.",
        reads={"later": ("$1.79", "$27.8 billion")},
        never="Acme expects earnings of $1.79 a share.",
    ),
    Shape(
        name="analysts expected a rise of FIGURE to FIGURE",
        pattern=r"""
              (?: A [^s$%#d/;bmqwVGr\^v]{0,8}? {EXPECT} [MBK_oant]*? | J [_Bont]{0,3} ) [UD] [_oy]{0,2} [bmqw]? (?:
                  (?P<skip>%) | p )
                  (?: [_,]? r? [_]? [YQ] [_o]{0,3} )? t (?P<estimate>{LEVEL}) (?: ,? & [_B]{0,2} M [oa]
                  (?P<estimate>{LEVEL}) (?! [_,]* [bmiqwVUD] ) | ,? (?: & [_B]{0,2} M E | u [_B]{0,2} M E? ) [UD]? [_oy]{0,2}
                  (?: (?P<skip>%) [_]? [YQ]? ,? t )? (?P<estimate>{LEVEL}) )?
            | ^ [_]? A [_]? {EXPECT} [_]? (?P<skip>%) [UD] n [_K]{0,2} B? M [t_,]{1,3} (?P<estimate>{LEVEL}) ,? (?:
                  [/&] {EXPECT} [_]? B? M [UD] y? (?P<skip>%) ,? t (?P<estimate>{LEVEL}) )?
            | (?: A [^s$%#d/;bmqwVGr\^v]{0,8}? {EXPECT} | J e? ) [MBK_oant]*? (?P<skip>%) [UD] [no_B]{0,3} [M2] ,? t
                  (?P<estimate>{LEVEL}) (?: {JOIN} (?P<estimate>{LEVEL}) )*
            | N [_oA]{0,4} (?P<skip>%) (?: M [UD] | [UD] n B? M ) [_,]{0,2} t (?P<estimate>{LEVEL})
            | J [MB_oante]*? (?P<estimate>{LEVEL}) , [_]? [UD] [_o]{0,2} (?P<skip>%)
        """,
        example="Analysts had expected profit to rise 10% to $417 million.",
        reads={"skip": ("10%",), "estimate": ("$417 million",)},
        never="Analysts had expected profit to rise 10%.",
    ),
    Shape(
        name="analysts expected FIGURES",
        pattern=r"""
            A (?: , (?: / | _ [^;,s$%#d]{0,9}+ ) , )? G? (?: [^s$%#d/;UDbmqwVGrEu] | ,? / (?=E) ){0,8}? (?<! (?<! A (?: _? nN | [on]
                  (?: [_K]{1,2} [&,] )* _? )? ) K _? ) {EXPECT} (?! [n_o]{0,3} , [K_] [oB]{0,2} [GMs$] )
                  (?! (?<= (?<! {FIG} [^;M]* ) [bmicqw] [_A]{1,3} {EXPECT} ) K? o? [,:] [_ouBMt]{0,4} {FIG} |
                  (?: (?<= {FIG} [bmiqw]? [_]? A [^s$%#d]{0,8} ) | (?<= ^ [bmiqw] [_o]{0,2} A [_]? {EXPECT} ) ) , )
                  (?: M \( M \) | : / [^:;s$%#d]{1,20}+ : | (?<= [K_] ) , [^,;s$%#d]{1,12}+ , (?= t
                  [_aBe]{0,3} M | G ) | (?! , K B? M o? {FIG} ) [MB_oan(:KGtA,RUDEfe120F] | (?<= M o ) ~ | (?<= E [_oB]{0,2} [UD] )
                  , / (?= t {LEVEL} ) | H (?=t_?M) | & (?=_tM) | & (?= B? M [_o]{1,3} {FIG} & {FIG} ) | (?<=G,) & (?=Mo)
                  | / (?= o _? {FIG} ) | (?<= E _ ) & (?= _ a? _? M ) | ,? / (?= a _? [UD]? B? M o )
                  | (?<= E [MB_]{0,3} M ) & (?= M [UD] )
                  | (?<= F ) ,? & (?= [_B]? M o ) | (?<= [UDG] ) y (?= % ) | p (?= r? _? Q? t % )
                  | (?<= [oUDE_] ) [wq] (?= {LEVEL} ) )*?
                  (?P<estimate>{FIG}) (?! (?<= % ) [qw] [_nc]{0,3} Y )
                  (?: (?: (?<= %) [UD] (?=n) )? (?: & M t _? (?={FIG}) )? (?: o K (?= [_n]{0,3} ,? & ) )?
                  {JOIN} (?: [ua] [UDB_]{0,2} | (?: u [_B]{0,2} M | (?<= & [_B]{0,2} M ) ) E (?: [UD] [_oyt]{0,2} )?
                  | (?<= & ) K (?= B? M o ) | q (?= M o ) )? {JOIN} (?P<estimate>{FIG})
                  (?! [qw] _? {LEVEL} [_on]{0,2} Y | K _? M | [_n]? Y ) )* (?: : [_ao]{0,3}
                  K f [_o]{0,2} (?P<skip>{FIG}) : & [_B]? M o (?P<estimate>{FIG}) )?
        """,
        example="Analysts were expecting earnings of $1.79 a share on revenue of $27.8 billion.",
        reads={"estimate": ("$1.79", "$27.8 billion")},
        never="Acme was expecting earnings of $1.79 a share.",
    ),
    Shape(
        name="FIGURES had been expected",
        pattern=r"""
              ^ (?: [K_]? o )? (?P<estimate>{FIG}) n N
            | (?: ^ | (?<= [;/,:&] ) ) [MB_oanKUD]{0,5} (?P<estimate>{FIG}) (?: {JOIN} (?P<estimate>{FIG}) )*? [MB_naUD]{0,4}
                  o? [_]? (?: (?<= o _? ) [EfN] | (?<= {FIG} _ ) [Nf] ) (?! [_oMB]{0,3} {FIG} | [_]? y [_]? K | [_]* t )
            | (?<= [;&] ) _? (?P<estimate>{LEVEL}) o _ A [_AK]? E
            | (?: ^ | (?<= [;/,] ) ) u [_BMo]{0,5} (?P<estimate>{FIG}) (?: {JOIN} (?P<estimate>{FIG}) )*?
                  [A_]{0,2} [Ef] (?= [,;/] | $ | y_?A )
            | (?<= M , [_EfG] o? ) (?P<estimate>{LEVEL}) y _? A (?= [,;] )
            | (?<= M , [EfG] (?: [_ot]{0,2} | y _? A o? ) ) (?P<side>[UD])?
                  t? [_o]? (?P<estimate>{FIG}) (?= , [_o]{0,2} (?: [UD] | o ) )
            | ^ [_&]{0,2} [_KA] E [_]? K G [_MBot]{0,5} (?P<estimate>{FIG}) (?: ,? / K f (?P<skip>{FIG}) )?
            | (?<= [bmqw] [_o]{0,2} N [^;s$%#d]{0,6} ) / E [_]? K? G [_MBot]{0,4} (?P<estimate>{FIG})
            | (?<= [bmqw] [_o]{0,2} N ) , _ E K? (?: t [eo_] | [_]? G )? o? (?P<estimate>{FIG})
        """,
        example="It earned 47 cents a share, where 50 cents had been expected.",
        reads={"estimate": ("50 cents",)},
        never="It earned 47 cents a share, as was expected.",
    ),
    Shape(
        name="versus FIGURES expected",
        pattern=r"""
              V [MB_oan(:KAUD]*? (?P<estimate>{FIG}) (?! n & {FIG} ) (?:{JOIN} (?P<estimate>{FIG}))*? [UD]? [_,MBoK()n=]{0,4}
                  (?: A (?: [_AK]{0,4} | , [_AnKa/]{0,4} , _? ) [ENf] | / A [_K]{0,2} E (?= $ | [,;] ) | A [_o]? G | G _? A | [ENf]
                  | A [_oA]{0,3} (?= $ | (?<= o ) [,;] ) | (?<= {FIG} ,? ) i (?= $ | [,;/] ) ) (?! [oMB_(:]* {FIG})
            | V [_]? (?P<estimate>{FIG}) N (?= [_B]{0,2} M : )
            | (?<= M [_o]{1,2} [jkCS] : {LEVEL} ,? ) V (?P<estimate>{LEVEL}) (?! [_no]{0,3} Y )
            | (?<= V [^;]* [Yg] [^;&]* | V [_MBoK]{0,4} {FIG} n ) & u? (?P<estimate>{FIG}) (?= [_,o]{0,3} [NAE] )
            | [bmiqw] [_oA]{0,2} E G o? (?P<estimate>{FIG})
            | r [_MBoK]{0,3} (?P<estimate>{FIG}) [_]? (?: E [y_]{0,3} A | A [_A]{0,2} [EGN] )
            | ^ [_MB]+ : (?P<estimate>{FIG}) [_B,]{0,2} E (?= $ | , A )
        """,
        example="EPS was $1.58 versus $1.79 expected.",
        reads={"estimate": ("$1.79",)},
        never="EPS was $1.58 versus $1.79 a year ago.",
    ),
    Shape(
        name=ABOVE_EXPECTED,
        pattern=r"""
              [bmiqwc] (?: y _ )? [_oMB(:KA]{0,5} (?: [Gg] & [_A]{0,2} | (?<=K) _ & A? )? (?P<estimate>{FIG})
                  (?:{JOIN} (?P<estimate>{FIG}))*?
                  [_,MBoK)naUD]{0,3} (?: A (?: o? [_AK]{0,4} | , [_AnKa/]{1,4} , _? ) [ENfG] | A o (?= $ | [,;] ) | [ENfJ]
                  | [oG] [_]? A | r [_A]{0,2} N ) (?! [oMB_(:]* {FIG})
            | (?P<estimate>{FIG}) [_MB]{0,2} (?: f y A | N o A )
            | (?<= M [_oB]{0,2} [bm] _? ) (?P<estimate>{LEVEL}) _ (?= y {LEVEL} )
            | (?<= A ) (?P<estimate>{LEVEL}) [MB_]{0,2} [Nf] (?! [oMB_(:]* {FIG})
            | (?<= [bmiqw] _ A? o? [Ef] , ) (?P<estimate>{FIG}) (?= $ | [,;/&] )
            | (?<= r {LEVEL} [_n]? Y [_n]? & ) _? (?P<estimate>{FIG}) [_MB]{0,2} [Nf]
            | (?<= [bmiqwVr] [^;/]* Y [^;/&]{0,3} & _? ) (?P<estimate>{FIG}) (?: A [_AK]{0,3} [EG] | E | M? n? A? [Nf] )
                  (?! [oMB_(:]* {FIG} )
            | (?<= [bmiqw] [_oMBK]{0,4} [gG] [_oMB]{0,3} {FIG} & [_A]{0,2} ) (?P<estimate>{FIG}) M? (?: [_A]{0,2} N | A [_AK]{0,3}
                  [EG] | E [_y]? A )
            | (?<= {FIG} [_n]{0,3} , [_nout]{1,3} ) (?P<estimate>{FIG}) (?: A [_AK]{0,3} E | N ) (?! [oMB_(:]* {FIG})
            | (?<= {FIG} [_nYM]{0,3} ,? &? ) ! [_B]{0,2} (?P<estimate>{FIG}) (?: B? M? _? A [_AK]{0,3} [EG] | [oM]{0,2} E )
            | (?<= , / ) G (?P<estimate>{FIG}) (?: [_MBA]{0,3} N | A [_AK]{0,3} [EG] )
        """,
        example="It earned 25 cents, beating the 24 cents analysts had expected.",
        reads={"estimate": ("24 cents",)},
        never="It beat estimates with 24 cents a share.",
    ),
    Shape(
        name="beat estimates with FIGURE versus FIGURE",
        pattern=r"""
              [bmiqw] [_oABK]{0,5} [NfE] [_,:uMBoanK]{0,8} {FIG} ,? V [MBo_]* (?P<estimate>{FIG}) (?! [_n]{0,2} Y)
            | (?<= N \( {FIG} ) V (?P<estimate>{FIG}) (?= \) )
        """,
        example="It beat expectations with revenue of $5 billion versus $4 billion.",
        reads={"estimate": ("$4 billion",)},
        never="Revenue was $5 billion versus $4 billion.",
    ),
    Shape(
        name="the estimate of FIGURES",
        pattern=r"""
              (?<=[(;] [Vbmiqw]? [_A]{0,2}) N [o:]? [_]? (?P<estimate>{FIG}) (?=\))
            | \( _? (?P<estimate>{FIG}) _? A? [EN] \)
            | (?<= [s$#%] ) \( _? A? [EfN] [o:]{0,2} _? (?P<estimate>{FIG}) (?= _? [),;] )
            | (?P<estimate>{FIG}) \( [_o]{0,2} A \)
            | (?<= [jk] [_A]{0,2} | [bmiqw] [_oA]{0,2} [Ef] ) \( [_Ao]{0,2} (?P<estimate>{FIG}) _? \)
            | (?: (?<! V _? {FIG} | g M U ) N (?! K (?! t [_eoM] ) | (?<= [bm] [_oAMBK]{0,3} N ) : ) (?: \( [^()s$%#d]*+ \) )? |
                  (?<= [AbmiqwVjk] [_oAMBK]{0,3}) f | ^ f (?= A | oo | E ) ) (?: M \( M \) | [oMBAE_(nKfr012]
                  | (?<= M ) t [_no]{1,3} t? |
                  (?<! [bmiqwjkVUD] [_oAMBK]{0,3} [Nf] [o_K]{1,4} ) (?<= [Nf] (?: o _? A{1,2} | o{0,2} ) _? [K_] ) t [_eoM]
                  | [ya] _? A | , [AK] (?: , |
                  (?= : ) ) | , / (?=o_?o) | ,? / a (?= _? [UD]? B? M o ) | , (?: B | / [_BA]{0,4} ) ,
                  | (?<= N ) ,? / K? [_oE]{1,2} (?=[s$]) )*? (?: [UD]
                  (?: p [_]? )? (?: r? _? Q )? [_noM]{0,3} (?: [UD] _? )? t? | [UDq] _? , o
                  | (?<= N o ) q )? (?: (?<! [bmqw] [_oAMBK]{0,3} [fN] ) : )?
                  (?P<estimate>{FIG}) (?! \) & | V {FIG} \) ) (?: (?: {JOIN} (?<! : | [s$#d] \( (?=%) ) | [nM]{0,2} \( [Vr] {FIG}
                  Y \) & | ,? & _? ,? K (?: o | B?Mo ) | [MBo_]{0,3}
                  a E B? M o | (?<=%) [UD] , _? B? M [UD] | (?<=%) [UD] t ) (?P<estimate>{FIG}) (?! o {FIG} [qw] |
                  ,? _? [bmqwV] [_oA]{0,3} (?: [NEf] | {FIG} [_A]{0,3} [ENf] ) | ,? V A o? {FIG} | ,? [UD] [_oy]{0,2} %
                  [,&_]{0,3} [bmqwi] [_oA]{0,3} [NE] | ,? V
                  [_MBo]{0,4} {FIG} [_n]{0,2} (?! Y | [_n] ) | , N _? {FIG} | \( A [^()]{0,4} {FIG} | (?<! % ) M? [_no]{0,2} Y |
                  (?<=%) [UD] [_oqr]{0,2} Y | (?<= {LEVEL} ,? & _? %) [UD] (?! _? [nu] )
                  | (?<= , a _? % ) [UD] [nMB_] | [_o]? [bm] (?= $ | [,;/&] ) ))*
            | (?<= % [UD]? N t ) (?P<estimate>{LEVEL})
            | [Vbmqwc] [_o]{0,2} E [MBo_UD]{0,4} [qw]? (?P<estimate>{FIG})
                  (?: (?<= {FIG} [^;s$%#d]{1,8} {FIG} [^;s$%#d]{1,8} {FIG} ) {JOIN} (?P<estimate>{FIG}) (?! [_no]{0,3} Y ) )?
            | (?<= [Nf] [_oRr]{1,3} {FIG} ) ,? [u&] o (?P<estimate>{FIG}) (?! [_no]{0,3} Y )
            | (?<= [bmiqw] [_oAMBK]{0,4} N , / ) E [qw]? (?P<estimate>{FIG})
            | (?<= {LEVEL} (?: [_n,]{1,3} [bmiqw] | [bmi] ) [_oAMBK]{0,4} N [oA]{0,4} | [bmiqwV] o [_A]{0,3} N [_A]{0,4} ) , o{1,2}
                  (?P<estimate>{FIG}) (?: ,? & o? (?P<estimate>{FIG}) (?= [_,]{0,2} = ) )?
            | (?: ^ | [;/&] ) A (?: B? M o )? (?P<estimate>{FIG}) (?= [_nTa,;&] | $ )
            | (?: [,;/&:(u] | ^ (?: a _ | _? o _? )? ) _? A{1,2} (?: [_o] | o_ )? o _? (?P<estimate>{FIG}) (?: {JOIN}
                  (?P<estimate>{FIG}))*
            | \( _? A : _? (?P<estimate>{FIG}) (?= _? \))
            | [bmiqwV] [_o]{0,2} A{1,2} (?: ,? [_MBo]{0,3} | , / o ) (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))*
            | ; N , (?P<estimate>{FIG}) (?= $ | [,;/] )
            | J [MB_oane]*? (?: [UD] _? t )? [qw]? (?P<estimate>{FIG}) (?: ,? [UD] [y_]{0,2} (?P<skip>%) | ,? [UD]? [rV] _?
                  (?P<prior>{LEVEL}) [_n]? Y? )? (?: (?! ,? &? o {LEVEL} ) {JOIN} (?P<estimate>{FIG}))*
        """,
        example="The consensus estimate was for 12 cents a share on revenue of $3 billion.",
        reads={"estimate": ("12 cents", "$3 billion")},
        never="It beat estimates with earnings of 12 cents a share.",
    ),
    Shape(
        name="FIGURE above estimates, in percent",
        pattern=r"(?P<skip>%) [qw] [_AoBMK]{0,5} {LEVEL}? [_]? [NEA]",
        example="A loss of 82 cents fell 20% short of estimates of 68 cents.",
        reads={"skip": ("20%",), "estimate": ("68 cents",)},
        never="Revenue rose 20%.",
    ),
)
