"""
The phrase shapes: what order of marks says what a figure is.

Shapes are tried in the order of this list, and a figure keeps the first role that
it is given; a figure that no shape catches is what was reported.
"""

from earnsum.grammar.shape import (
    A_YEAR_AGO,
    ABOVE_EXPECTED,
    FROM_TO,
    IN_BRACKETS,
    IT_WAS_A_YEAR_AGO,
    MORE_THAN_A_YEAR_AGO,
    RISE_FIRST,
    SIGNED_CHANGE,
    Shape,
)
from earnsum.grammar.shapes_aside import NO_RESULTS

SHAPES: tuple[Shape, ...] = (
    # ------------------------------------------------------------ figures that are no results
    *NO_RESULTS,
    # ------------------------------------------------------------ what analysts expected
    Shape(
        name="expects FIGURE, the consensus, and FIGURE",
        pattern=r"""(?<= G [_MBo]{0,4} M o? {FIG} ,? [Vbmiqw] [_oAMB]{0,4} N o? {FIG} , & [_B]{0,2} M o? ) (?P<guide>{FIG})
                    (?! [_]{0,2} [Vr] )""",
        example="Acme expects sales of $5 billion, above the consensus of $4 billion, and earnings of $1.20 a share.",
        reads={"guide": ("$5 billion", "$1.20")},
        never="Acme earned $1.20 on sales of $5 billion, above the consensus of $1.10, and sales of $4 billion.",
    ),
    Shape(
        name="is expected to report FIGURES",
        pattern=r"""P (?: (?<! / P ) [^s$%#d;]*? | [^s$%#d;,]*? ) (?P<later>{FIG}) (?: [^s$%#d;bmqwN]{0,12}? (?P<later>{FIG}) )*
                  | ^ (?P<later>{FIG}) B? M E (?! [_oMB]{0,3} {FIG})
                  | ^ [_]{0,2} N : [^s$%#d;]*? (?P<later>{FIG}) (?: [^s$%#d;]* (?P<later>{FIG}) )*""",
        example="Acme is expected to report earnings of $1.20 a share on revenue of $3 billion.",
        reads={"later": ("$1.20", "$3 billion")},
        never="Acme reported earnings of $1.20 a share.",
    ),
    Shape(
        name="better than estimates by FIGURE",
        pattern=r"""(?<= [s$] [_n]{0,3} , ) (?P<side>[bm]) o (?P<gap>{GAP}) | (?<= [s$] [_n,oD]{1,3} ) (?P<gap>{GAP}) (?P<side>[bmw]) (?= $ | [,;&] ) | (?<= ^ [_eK]{0,3} o | [s$] , | / [_oK]{0,3} o ) (?P<skip>{GAP}) (?= [UD]? [qw] [_oAMB]{0,4} (?: {LEVEL} [_A]{0,3} N | N [_oAMB]{0,4} {LEVEL} ) ) | (?<! [bmiqw] [AoBM_]*) (?P<gap>{GAP}|%) (?P<side>[jkCS]) | (?! (?<= M o ) {GAP} [UD] ) (?P<gap>{GAP}|%) (?P<side>[UD]? [qw]) [_AoBMK]{0,5} (?<! q K | w K ) (?:[NEf]|A$|A[,;]|(?<=A)G) (?! [oMB_(:]* {FIG} | [_]* y {GAP})
                  | (?P<side>[bmqw]) [_oMBA]{0,3} {LEVEL} [_AKMB]{0,5} [ENf] [_]? y (?P<gap>{GAP}|%)
                  | (?<! G (?= [bm] [_nYM]{0,3} y % ) ) (?P<side>[bmqw]) [_AMBKn,]{0,6} [Nf]? [_MoA]{0,4} {LEVEL}? [_]? y (?P<gap>{GAP}|%)""",
        example="It earned 83 cents, 20 cents above estimates, and beat revenue estimates by $3 million.",
        reads={"gap": ("20 cents", "$3 million")},
        never="It earned 83 cents, above estimates of 20 cents.",
    ),
    Shape(
        name="analysts expect FIGURES",
        pattern=r"(?<! [bmiqw] [_oAMB]{0,3} {FIG} _?) [AN] (?: [^s$%#d/;UDbmqwVGrEu\^v&] | & (?! _? G ) | ,? / (?=G) ){0,8}? G (?!o?N) [^s$%#d/;VrEN]{0,8}? (?P<later>{FIG}) (?: (?: {JOIN} (?: [ua&] _? M [UD_o]{1,3} | u (?= {FIG} n _? M ) )? | (?: [_Yn()] ){0,5} t ) (?P<later>{FIG}) )*",
        example="Analysts expect earnings of $1.79 a share on revenue of $27.8 billion.",
        reads={"later": ("$1.79", "$27.8 billion")},
        never="Acme expects earnings of $1.79 a share.",
    ),
    Shape(
        name="analysts expected a rise of FIGURE to FIGURE",
        pattern=r"""(?: A [^s$%#d/;bmqwVGr\^v]{0,8}? {EXPECT} [MBK_oant]*? | J [_Bont]{0,3} ) [UD] [_oy]{0,2} (?P<skip>%) (?: [_,]? r? [_]? Y [_o]{0,3} )? t (?P<estimate>{LEVEL}) (?: ,? & [_B]{0,2} M [oa] (?P<estimate>{LEVEL}) (?! [_,]* [bmiqwVUD] ) )?
                  | A [^s$%#d/;bmqwVGr\^v]{0,8}? {EXPECT} [MBK_oant]*? (?P<skip>%) [UD] [no_B]{0,3} [M2] ,? t (?P<estimate>{LEVEL}) (?: {JOIN} (?P<estimate>{LEVEL}) )*
                  | J [MB_oante]*? (?P<estimate>{LEVEL}) , [_]? [UD] [_o]{0,2} (?P<skip>%)""",
        example="Analysts had expected profit to rise 10% to $417 million.",
        reads={"skip": ("10%",), "estimate": ("$417 million",)},
        never="Analysts had expected profit to rise 10%.",
    ),
    Shape(
        name="analysts expected FIGURES",
        pattern=r"A (?: , (?: / | _ [^;,s$%#d]{0,9}+ ) , )? G? (?: [^s$%#d/;UDbmqwVGrEu] | ,? / (?=E) ){0,8}? (?<! (?<! A (?: _? nN | [on] (?: [_K]{1,2} [&,] )* _? )? ) K _? ) {EXPECT} (?! , K B? [GM] ) (?! (?<= (?<! {FIG} [^;]* ) [cqw] [_A]{1,3} {EXPECT} ) [,:] [_ouBM]{0,4} {FIG} | (?: (?<= {FIG} [bmiqw]? [_]? A [^s$%#d]{0,8} ) | (?<= ^ [bmiqw] [_o]{0,2} A [_]? {EXPECT} ) ) , ) (?: M \( M \) | : / [^:;s$%#d]{1,20}+ : | (?<= [K_] ) , [^,;s$%#d]{1,12}+ , (?= t [_aBe]{0,3} M | G ) | (?! , K B? M o? {FIG} ) [MB_oan(:KGtA,RUDEfe120F] | (?<= M o ) ~ | (?<= E [_oB]{0,2} [UD] ) , / (?= t {LEVEL} ) | H (?=t_?M) | & (?=_tM) | & (?= M [_o]{1,3} {FIG} & {FIG} ) | (?<=G,) & (?=Mo) | / (?= o _? {FIG} ) | (?<= E _ ) & (?= _ a? _? M ) | (?<= E [MB_]{0,3} M ) & (?= M [UD] ) | (?<= [UD] ) y (?= % ) )*? (?P<estimate>{FIG}) (?: (?: (?<= %) [UD] (?=n) )? (?: & M t _? (?={FIG}) )? {JOIN} (?: [ua] [UDB_]{0,2} | (?<= & ) K (?= B? M o ) | q (?= M o ) )? {JOIN} (?P<estimate>{FIG}) (?! [qw] _? {LEVEL} [_on]{0,2} Y ) )* (?: : [_ao]{0,3} K f [_o]{0,2} (?P<skip>{FIG}) : & [_B]? M o (?P<estimate>{FIG}) )?",
        example="Analysts were expecting earnings of $1.79 a share on revenue of $27.8 billion.",
        reads={"estimate": ("$1.79", "$27.8 billion")},
        never="Acme was expecting earnings of $1.79 a share.",
    ),
    Shape(
        name="FIGURES had been expected",
        pattern=r"""(?: ^ | (?<= [;/,:&] ) ) [MB_oanKUD]{0,5} (?P<estimate>{FIG}) (?: {JOIN} (?P<estimate>{FIG}) )*? [MB_naUD]{0,4} o [_]? [Ef] (?! [_oMB]{0,3} {FIG} | [_]? y [_]? K | [_]* t )
                  | (?<= [;&] ) _? (?P<estimate>{LEVEL}) o _ A [_AK]? E
                  | ^ [_&]{0,2} [_KA] E [_]? K G [_MBot]{0,5} (?P<estimate>{FIG}) (?: ,? / K f (?P<skip>{FIG}) )?
                  | (?<= [bmqw] [_o]{0,2} N [^;s$%#d]{0,6} ) / E [_]? K? G [_MBot]{0,4} (?P<estimate>{FIG})""",
        example="It earned 47 cents a share, where 50 cents had been expected.",
        reads={"estimate": ("50 cents",)},
        never="It earned 47 cents a share, as was expected.",
    ),
    Shape(
        name="versus FIGURES expected",
        pattern=r"""V [MB_oan(:KAUD]*? (?P<estimate>{FIG}) (?! n & {FIG} ) (?:{JOIN} (?P<estimate>{FIG}))*? [UD]? [_,MBoK()n=]{0,4} (?: A (?: [_AK]{0,4} | , [_An]{0,3} , ) [ENf] | A [_o]? G | G _? A | [ENf] | A [_oA]{0,3} $) (?! [oMB_(:]* {FIG})
                  | V [_]? (?P<estimate>{FIG}) N (?= [_B]{0,2} M : )
                  | (?<= V [^;]* [Yg] [^;&]* | V [_MBoK]{0,4} {FIG} n ) & u? (?P<estimate>{FIG}) (?= [_,o]{0,3} [NAE] ) | [bmiqw] [_oA]{0,2} E G o? (?P<estimate>{FIG}) | r [_MBoK]{0,3} (?P<estimate>{FIG}) [_]? (?: E [y_]{0,3} A | A [_A]{0,2} [EGN] ) | ^ [_MB]+ : (?P<estimate>{FIG}) [_B,]{0,2} E $""",
        example="EPS was $1.58 versus $1.79 expected.",
        reads={"estimate": ("$1.79",)},
        never="EPS was $1.58 versus $1.79 a year ago.",
    ),
    Shape(
        name=ABOVE_EXPECTED,
        pattern=r"[bmiqwc] [_oMB(:KA]{0,5} (?: [Gg] & [_A]{0,2} | (?<=K) _ & A? )? (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))*? [_,MBoK)naUD]{0,3} (?: A (?: [_AK]{0,4} | , [_An]{1,3} , ) [ENfG] | [ENf] | [oG] [_]? A | r [_A]{0,2} N ) (?! [oMB_(:]* {FIG}) | (?P<estimate>{FIG}) [_MB]{0,2} (?: f y A | N o A ) | (?<= r {LEVEL} [_n]? Y [_n]? & ) _? (?P<estimate>{FIG}) [_MB]{0,2} [Nf] | (?<= [bmiqwVr] [^;/]* Y [^;/&]{0,3} & _? ) (?P<estimate>{FIG}) (?: A [_AK]{0,3} [EG] | M? n A? N ) (?! [oMB_(:]* {FIG} ) | (?<= [bmiqw] [_oMBK]{0,4} [gG] [_oMB]{0,3} {FIG} & [_A]{0,2} ) (?P<estimate>{FIG}) M? (?: [_A]{0,2} N | A [_AK]{0,3} [EG] | E [_y]? A ) | (?<= {LEVEL} [_n]{0,3} , [_nout]{1,3} ) (?P<estimate>{LEVEL}) (?: A [_AK]{0,3} E | N ) (?! [oMB_(:]* {FIG}) | (?<= {FIG} [_nYM]{0,3} ,? ) ! [_B]{0,2} (?P<estimate>{FIG}) B? M? _? A [_AK]{0,3} [EG] | (?<= , / ) G (?P<estimate>{FIG}) (?: [_MBA]{0,3} N | A [_AK]{0,3} [EG] )",
        example="It earned 25 cents, beating the 24 cents analysts had expected.",
        reads={"estimate": ("24 cents",)},
        never="It beat estimates with 24 cents a share.",
    ),
    Shape(
        name="beat estimates with FIGURE versus FIGURE",
        pattern=r"[bmiqw] [_oABK]{0,5} [NfE] [_,:uMBoanK]{0,8} {FIG} ,? V [MBo_]* (?P<estimate>{FIG}) (?! [_n]{0,2} Y) | (?<= N \( {FIG} ) V (?P<estimate>{FIG}) (?= \) )",
        example="It beat expectations with revenue of $5 billion versus $4 billion.",
        reads={"estimate": ("$4 billion",)},
        never="Revenue was $5 billion versus $4 billion.",
    ),
    Shape(
        name="the estimate of FIGURES",
        pattern=r"""(?<=[(;] [Vbmiqw]? [_A]{0,2}) N [o:]? [_]? (?P<estimate>{FIG}) (?=\)) | \( _? (?P<estimate>{FIG}) _? A? [EN] \) | (?<= [jk] [_A]{0,2} | [bmiqw] [_oA]{0,2} [Ef] ) \( [_Ao]{0,2} (?P<estimate>{FIG}) _? \)
                  | (?: (?<! V _? {FIG} | g M U ) N (?! K (?! t [_eoM] ) | (?<= [bm] [_oAMBK]{0,3} N ) : ) (?: \( [^()s$%#d]*+ \) )? | (?<= [AbmiqwVjk] [_oAMBK]{0,3}) f | ^ f (?= A | oo ) ) (?: M \( M \) | [oMBAE_(nKfr] | (?<= M ) t [_no]{1,3} | (?<! [bmiqwjkVUD] [_oAMBK]{0,3} [Nf] [o_K]{1,4} ) (?<= [Nf] o{0,2} _? [K_] ) t [_eoM] | [ya] _? A | , A (?: , | (?= : ) ) | , / (?=o_?o) | , (?: B | / [_B]{1,4} ) , | (?<= N ) ,? / K? [_oE]{1,2} (?=[s$]) )*? (?: [UD] [_noM]{0,3} (?: [UD] _? )? t? | [UDq] _? , o | (?<= N o ) q )? :? (?P<estimate>{FIG}) (?! \) & | V {FIG} \) ) (?: (?: {JOIN} (?<! : | [s$#d] \( (?=%) ) | [nM]{0,2} \( [Vr] {FIG} Y \) & | ,? & _? ,? K (?: o | B?Mo ) | [MBo_]{0,3} a E B? M o | (?<=%) [UD] , _? B? M [UD] | (?<=%) [UD] t ) (?P<estimate>{FIG}) (?! ,? _? [bmqwV] [_oA]{0,3} (?: [NEf] | {FIG} [_A]{0,3} [ENf] ) | ,? V A o? {FIG} | ,? [UD] [_oy]{0,2} % [,&_]{0,3} [bmqwi] [_oA]{0,3} [NE] | ,? V [_MBo]{0,4} {FIG} [_n]{0,2} (?! Y | [_n] ) | , N _? {FIG} | (?<! % ) M? [_n]{0,2} Y | (?<=%) [UD] [_oqr]{1,2} Y | (?<= , a _? % ) [UD] [nMB_] | [_o]? [bm] (?= $ | [,;/&] ) ))*
                  | [Vbmqwc] [_o]{0,2} E [MBo_UD]{0,4} [qw]? (?P<estimate>{FIG}) | (?<= [Nf] [_oRr]{1,3} {FIG} ) ,? [u&] o (?P<estimate>{FIG})
                  | (?<= [bmiqw] [_oAMBK]{0,4} N , / ) E [qw]? (?P<estimate>{FIG}) | (?<= {LEVEL} (?: [_n,]{1,3} [bmiqw] | [bmi] ) [_oAMBK]{0,4} N [oA]{0,4} | [bmiqwV] o [_A]{0,3} N [_A]{0,4} ) , o{1,2} (?P<estimate>{FIG})
                  | (?: ^ | [;/&] ) A (?: B? M o )? (?P<estimate>{FIG}) (?= [_nT,;&] | $ ) | (?: [,;/&:(u] | ^ (?: a _ | _? o _? )? ) _? A{1,2} (?: [_o] | o_ )? o _? (?P<estimate>{FIG}) (?: {JOIN} (?P<estimate>{FIG}))* | \( _? A : _? (?P<estimate>{FIG}) (?= _? \)) | [bmiqwV] [_o]{0,2} A{1,2} ,? [_MBo]{0,3} (?P<estimate>{FIG}) (?:{JOIN} (?P<estimate>{FIG}))*
                  | ; N , (?P<estimate>{FIG}) (?= $ | [,;/] )
                  | J [MB_oane]*? (?: [UD] _? t )? [qw]? (?P<estimate>{FIG}) (?: ,? [UD] [y_]{0,2} (?P<skip>%) | ,? [UD]? [rV] _? (?P<prior>{LEVEL}) [_n]? Y? )? (?:{JOIN} (?P<estimate>{FIG}))*""",
        example="The consensus estimate was for 12 cents a share on revenue of $3 billion.",
        reads={"estimate": ("12 cents", "$3 billion")},
        never="It beat estimates with earnings of 12 cents a share.",
    ),
    Shape(
        name="FIGURE above estimates, in percent",
        pattern=r"(?P<skip>%) [qw] [_AoBMK]{0,5} [NEA]",
        example="A loss of 82 cents fell 20% short of estimates of 68 cents.",
        reads={"skip": ("20%",), "estimate": ("68 cents",)},
        never="Revenue rose 20%.",
    ),
    # ------------------------------------------------------------ what the company expects
    Shape(
        name=FROM_TO,
        pattern=r"(?<! [\^vUD] [^;]*) (?<= [GE] [_oMBRK]{0,6} | G [^/]* M) r [_o]{0,2} (?P<guide>{FIG}) t [_]? (?P<guide>{FIG})",
        example="It sees EPS from $2.40 to $2.50.",
        reads={"guide": ("$2.40", "$2.50")},
        never="It cut its guidance from $2.50 to $2.40.",
    ),
    Shape(
        name="raised its outlook from FIGURES",
        pattern=r"""(?<= {GUIDE} [^;]* [s$%#d] [,_(UD]{0,3}) r [_MBogRUD]{0,4} (?P<previous>{FIG}) (?! [_naoM,]{0,5} Y ) (?: t (?P<previous>{FIG}))?
                  | (?<= ^ [_RB]{0,3} G [_N]{0,2} : [^$]*) r [_]? (?P<previous>{FIG})
                  | (?: (?<= {GUIDE} [_oMBRK]{0,6}) | (?<= K _? [\^v] [_MBUD]{0,4} N [_oMBRK]{0,4}) ) r [_MBogq]{0,4} (?P<previous>{FIG}) [_,]? t (?: [_Rq]{0,2} | _ o ) (?P<guide>{FIG})
                  | (?<= [\^v] [^;/s$%#d]{0,10}) r [_MBogqR]{0,4} (?P<previous>{FIG}) [_,]? (?: t (?: [_Rq]{0,2} | _ o ) | R ) (?P<guide>{FIG})""",
        example="It raised its guidance to $5 from $4.",
        reads={"guide": ("$5",), "previous": ("$4",)},
        never="It raised its guidance to $5.",
    ),
    Shape(
        name="expects FIGURES",
        pattern=r"""(?: (?! (?<= ,/ ) G [^,;s$%d]{0,14}+ , (?:o|_?M) ) G (?! y u ) | (?<! [A;] (?: (?! ,& ) [^;/s$%#d] ){0,8} | [bmiqwjkV][_oAMBK]{0,3} | N _? o? {FIG} & K? _?) f (?! , (?! oM ) | [;&/] | y (?! (?: _ | {FIG} | p ) ,? [tR] ) ) | (?<= [\^v] [MBKo_]{0,6} ) f (?= , t ) | (?<= M U? ) \^ (?= t ) | (?<= M U ) v (?= t ) | K _? E | (?<! A [^;/]* ) (?<= ^ [_oNK]{1,3} , [_ofnB&]{1,8} , ) E (?= [MB]{1,2} [_on]{0,5} {FIG} ) | (?<! [AV][^;/,s$%#d]{0,8}) E (?= R ) | (?<=M o?) R | (?<= N & ) E (?= B? M o ) | K _? [\^v] [_MB]{0,3} N (?=t) | K N (?=K) | (?<! [ANV][^;/s$%#d]{0,8}) o E (?! % ) )
                      (?: [^s$%#d;VNbmqw/] | V (?:_?[YW] | (?=[UD])) | (?<=[MK_]), / [^,;/s$%#d]{1,6} ,(?=[otUDy]) ){0,24}? (?: (?<= G ) [bm] [_nYM]{0,3} y | [bmqw] )? (?P<guide>{FIG}) (?! [_nBM]{0,4} K [_oMn]{1,5} Y )
                      (?: (?: (?! (?<={FIG}) \( :? {LEVEL} [nYWQ]{0,2} \) ) [^s$%#d;/VrNgbmqw] | (?<= M [Uo]{1,2} ) [bmqw] (?= {FIG} ) | (?<= % t ) [qw] (?= {LEVEL} ) | (?<= & ) q (?= {FIG} n_?B?M ) | g o {FIG} (?= ,? & ) | [qw] [_K]{0,2} g , (?= o? _? {FIG} ) | r(?=[a,&]) | (?<= [rR] {FIG} [^;/s$%#d]{0,4} & ) r (?= {FIG} ) | V [_A]{0,2} {LEVEL} [_A]{0,2} N | ,? V [_A]{0,3} N o? {LEVEL} | r_?Y | ,? (?: [UD^v]?_?r[_g]{0,3} | (?: V | [UD]?_?r )[_KB]{0,2}g[_oq]{0,3} ) {FIG} (?=[,&]) | , V_?{FIG}[_K]?g (?=,&) | ,? [UD^v]_?r[_g]{0,3} {FIG} (?: ,? g (?= ,? [&u] [_B]{0,3} M ) )? | ,_?[bmiqwV][_oAMB]{0,3}{FIG}_?A_?[GEf],? | (?<=M)N(?=o) | (?<={FIG}N?); (?=[_B&]{0,2}M:?{FIG}) | [(,:] [_]? [bmqwV]? [_oA]{0,3} N [_o:]{0,2} {FIG} [):]? | \( [^()]*+ \) ){0,14}? (?<! Y M o ) (?P<guide>{FIG}) (?! _? K M _? Y ))*
                  | (?<= {GUIDE} [^;]* {FIG} ; [_n&]{0,3} ,? [_]? ) (?P<guide>{FIG}) (?= [_,n]* (?: ;|$ ) )
                  | (?<= M [_o]{0,2}) (?P<guide>{FIG}) o? G (?! [^;,/bmiqw]{0,6} [UD~s$%#d] )
                  | (?<= [Gf] [^;s$%#d]{0,8}) (?P<guide>{FIG}) (?= [,_]{0,2} [Vr] _? {FIG} [_,]? g ) | (?<= M [Gf] , ) (?P<guide>{FIG}) (?= , ) | (?<= M G [^;s$%#d/]{1,20}) (?P<guide>%) (?= [UD] E )""",
        example="It expects sales of $5 billion and earnings of $1.20 a share.",
        reads={"guide": ("$5 billion", "$1.20")},
        never="Sales were $5 billion.",
    ),
    Shape(
        name="a margin expected to move by FIGURE",
        pattern=r"(?<= M [_on]{0,2} G [_ot]{0,2} | G [_KBo]{0,3} M [_ont]{0,3} ) (?P<side>[UD]) [_oy]{0,2} (?P<guide>p)",
        example="It expects its gross margin to fall 150 basis points.",
        reads={"guide": ("150 basis points",)},
        never="Its gross margin fell 150 basis points.",
    ),
    Shape(
        name="guidance: METRIC FIGURE; METRIC FIGURE",
        pattern=r"(?: ^ [_RB]{0,3} G (?: [_N]{0,2} : | (?=[_B]{0,2}M)) | G [_oKn]{0,4} : ) (?: (?: [^s$%#dNAVr] | r [_]? {FIG} ){0,14}? (?P<guide>{FIG}) (?: V [_NA]{0,3} {FIG} [_A]{0,2} N? | \( [^()]*+ \) )? )+",
        example="Guidance: revenue of $11 billion; EBITDA of $2 billion.",
        reads={"guide": ("$11 billion", "$2 billion")},
        never="Results: revenue of $11 billion; EBITDA of $2 billion.",
    ),
    # ------------------------------------------------------------ a year ago
    Shape(
        name="compared with FIGURES a year ago",
        pattern=r"""(?: [Vrci] (?: Uo (?=s) | U (?=[d#]) )? | (?<! [UD] ) [qw] ) [MB_oan(:K]*? (?P<prior>{FIG}) (?:{JOIN} (?P<prior>{FIG}))*? (?: [_,(naorK)MB]{0,4} | K [_o]? U n? ) Y
                  | (?<! ~ ) [Vrqwbm] [_oB]{0,2} Y (?! (?<= % [qw] Y ) o {LEVEL} ) (?: ,? / [_K]{0,2} M o | [MBo_:]{0,4} \(? ) (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))*
                  | (?<= V [^;/]* [NfE] [^;/]* ) & [_B]? M o (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))? [_,Bna]{0,5} Y
                  | % (?: a | [qwUD] [_oVnc]* )? Y{1,2} [_:(]? (?P<prior>{LEVEL}) | [bmqw] [_o]{0,2} (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))? [nBM_]{0,4} K [_oMn]{1,5} Y | [bmqw] _? Y [MB]{1,2} o (?P<prior>{LEVEL})
                  | (?<= t % r | M [^s$%#d;]{0,6} % [_,o]{0,3} [UD] r ) Y (?P<prior>%) | (?<= [_,rVcmqwb]) Y (?P<prior>{LEVEL}) | (?<= [rVcmqwb] [_oK]{0,2} | [bmqw] [_AoMNE]{0,6} {LEVEL} [_AE]{0,3} & [_K]{0,2} ) Y [MB]{1,2} o (?P<prior>{LEVEL}) (?: ,? \| _? (?P<prior>s) )? | [UD] a (?: (?P<prior>{LEVEL}) [_onK]{0,3} Y | [_o]{0,2} Y (?P<prior>{LEVEL}) ) | [UD] [o_]? % [a_] (?P<prior>{LEVEL}) (?: [_on]{0,3} Y | K (?! [_o]? [EGf] ) ) | (?<= M [^s$%#d;]{0,3} % n? ,? [Vr]? _? ) (?<= [,Vr] _? ) Y [_oK]{0,3} (?P<prior>%) | M [_na]{0,4} Y o (?P<prior>{LEVEL}) (?:{JOIN} (?P<prior>{LEVEL}))*
                  | (?<= % [UD] ) _ (?P<prior>{LEVEL}) [_on]{0,4} Y | (?<= M , U ) (?P<prior>%) [_]? Y (?= , [UD] ) | (?<= M , D ) (?P<skip>%) [_]? Y (?= , [UD] )""",
        example="It earned $5 million, or 50 cents a share, compared with $4 million, or 40 cents, a year ago.",
        reads={"prior": ("$4 million", "40 cents")},
        never="It earned $5 million, compared with $4 million expected.",
    ),
    Shape(
        name=IT_WAS_A_YEAR_AGO,
        pattern=r"""(?: ^ | [;/&(:] | V (?! [_noK]{0,2} Y [,&]{1,2} (?: [B_]{0,2} M _? )? o {FIG} ) | , (?! (?<={FIG},) [_noKV]{0,3} Y , ) ) [_noKVu]{0,3} Y (?: [_no]{0,2} Y | u )? (?: ,? / [^,;/s$%#d]*+ (?=,) | ,? K , [^,;s$%#dUD]{1,8}+ (?=,) )? [_KMoBn,:a&]*? (?: [UD] (?=\#) )? (?P<prior>{LEVEL}) (?: (?! ,? & n _? o ) (?: , u [^;,s$%#d]{1,5} (?=,) )? [|,&MB_oan]{0,5} (?P<prior>{LEVEL}))*
                  | (?<! [Vr/] [MB_oan]{0,6} {FIG} [_n]{0,2}) (?<! ^ K M {FIG} ) (?<= [qwcUD] _ ) Y , / o (?P<prior>{LEVEL}) | (?<! [Vr/] [MB_oanK]{0,6} {FIG} [_n]{0,2}) (?<! ^ K M {FIG} ) Y [_,]? /? K [MoB_]{1,3} (?P<prior>{LEVEL}) (?: [|,&MB_oan]{0,5} (?P<prior>{LEVEL}))*
                  | (?<= M [^s$%#d;/]{0,8} Y ) \( :? (?P<prior>{LEVEL}) n? \) | (?<= M [^;s$%#d]{0,8} % [^;s$%#dUDVr]{0,4} ) [;/,(] [_noK]{0,3} Y o (?P<prior>%) (?! [UDY] )
                  | (?<= M ,? ) / [_o]{0,2} Y o (?P<prior>%) (?= [_n]{0,2} , [^;s$#d]{0,8} % ) | (?<= M ) ,? /? o (?<= [,/] o ) (?P<prior>%) n? Y (?= [_n]{0,2} , [^;s$#d]{0,8} % ) | (?<= M , ) (?P<prior>%) n? Y (?= [_n]{0,2} , [oUDt]{1,3} [q_]? % )
                  | (?<= M [_oKn]{0,5} , / o ) (?P<prior>{FIG}) (?= n? [_Q]{0,3} , _? (?: o | [UD] t ) {FIG} )
                  | ^ [_,KMoBnHx]*? (?P<prior>{LEVEL}) (?: (?: ,? [|&a(] [_,|&KMoBan(]{0,5} | [_KMoBn]{1,6} | , (?=s) ) (?P<prior>{LEVEL}))* [_,|&KMoBan()]{0,9} (?<! o_o ) t? Y $""",
        example="A year ago it earned 74 cents a share.",
        reads={"prior": ("74 cents",)},
        never="It earned 74 cents a share.",
    ),
    Shape(
        name=IN_BRACKETS,
        pattern=r"""(?: (?: s | (?<= s ,? [UD] o? ) % ) \( (?: _? : )? (?P<prior>[sd]) | \$ \( :? (?P<prior>[$d]) | (?<= M [^s$%#d;]{0,5} ) \$ (?: n [_o]{0,3} | _ ) \( :? (?P<prior>\$) | (?<= M [^s$%#d;]{0,5} ) \$ n? \( (?P<prior>\$) (?= n \) ) | (?<= M [^s$%#d;]{0,5} ) \$ \( (?P<prior>\$) M (?= \) ) | \# \( :? (?P<prior>[#d]) | (?<= M [^s$%#d;]{0,5} ) d \( (?P<prior>d) | (?<= M [^s$%#d;UD]{0,5} ) % \( (?: :? (?P<prior>%) (?= \) (?: _ | $ ) ) | Y? : (?P<prior>%) ) | % o M \( (?P<prior>%)  | % \( (?P<prior>%) (?= \) (?: oM | [,;&Y] | $)) ) n? \)
                  | (?<= M [^s$%#d;]{0,5} \$ ) \( _? M [o:]? (?P<prior>\$) [n_]{0,3} \) | (?<= M [^s$%#d;]{0,5} s ) \( _? M [o:]? (?P<prior>s) [n_]{0,3} \)
                  | (?<= M [^s$%#d;]{0,3} \$ ,? \| % o M ) (?: \( (?P<prior>\$) \| (?P<prior>%) \) | ,? [rV] _? (?P<prior>\$) ,? [|&] (?P<prior>%) ) | (?<= M [^s$%#d;]{0,6} \$ ) (?P<prior>\$) | (?<= M [^s$%#d;]{0,3} s ) (?P<prior>[sd])""",
        example="Net sales were EUR 63.1 (58.2) million.",
        reads={"prior": ("58.2",)},
        never="Net sales were EUR 63.1 million.",
    ),
    Shape(
        name="from FIGURE",
        pattern=r"(?<= t [_B]{0,3} M ) r [_B]{0,2} M o (?P<prior>{LEVEL}) | (?P<change>%) (?: (?P<side>q) | (?P<side>[UD]) q ) (?P<prior>{LEVEL}) (?: ,? \| _? (?P<prior>s) )? | [rV] _? (?P<prior>{LEVEL}) & (?P<prior>{FIG}) (?= [_,]{0,2} = ) | (?<= [s$] M ) ,? r [_B]? (?P<prior>[s$]) (?= M ) (?! M [_,nao]{0,3} Q ) | (?: (?<! M) | (?<= % o M ) (?= r % ) | (?<= [UD] n [_]? M ) (?= r {FIG} t ) | (?<! [\^vgGfE] [^;]* ) (?<= M ) (?= r {LEVEL} t {LEVEL} ) ) r (?<! Q r ) (?! (?<= ^ r ) K ) [_MBo:K]{0,4} (?P<prior>{FIG}) (?: ,? \| [_MBo]* (?P<prior>{FIG}) (?! ,? V) | (?<= [s$] , [UD] r [_MBo]{0,4} s ) a M o (?P<prior>\$) )?+ (?![_,nao]{0,3}Q)",
        example="Revenue rose to $5 billion from $4 billion.",
        reads={"prior": ("$4 billion",)},
        never="Revenue rose to $5 billion.",
    ),
    Shape(
        name="turned FIGURE into another",
        pattern=r"(?: (?<= M o ) (?P<prior>{LEVEL}) (?: ,? \| (?P<prior>s) ,? )? | (?P<prior>{LEVEL}) [_B]? M ) [_n,W]{0,3} L [_B]{0,2} (?: M o {LEVEL} | {LEVEL} [_B]? M )",
        example="It turned a loss of $5 million in 2003 into a profit of $3 million.",
        reads={"prior": ("$5 million",)},
        never="It had a loss of $5 million and expanded into Asia.",
    ),
    Shape(
        name="from FIGURE the quarter before",
        pattern=r"""[rV] [_MBo:K]{0,4} (?P<skip>{FIG}) (?: ,? \| [_MBo]* (?P<skip>{LEVEL}) | M? & _? (?P<skip>{LEVEL}) (?= M ) )? M? [_,naoT(]{0,4} Q (?: [),]{0,2} & [_rMBo]{0,3} (?: (?P<skip>{FIG}) M? [_,nao(]{0,4} Q | (?P<prior>{FIG}) (?: [_,na(]{0,3} Y | n (?=$|[,;]) ) ) )?
                  | Q r (?P<skip>{FIG}) | (?<= [rV] [_MBo:K]{0,4} {FIG} [_,na(]{0,3} Y [),]{0,2} & [_rMBo]{0,3}) (?P<skip>{FIG}) [_,na(]{0,3} Q""",
        example="Users rose to 50 million from 48 million in the previous quarter.",
        reads={"skip": ("48 million",)},
        never="Users rose to 50 million from 48 million a year ago.",
    ),
    Shape(
        name=MORE_THAN_A_YEAR_AGO,
        pattern=r"""(?P<change>%) (?! (?<= D [_oy]? % ) [bqU] ) (?P<side>[bmqwUD]) [_oVnc]* Y (?: (?! o {LEVEL} ) [_oM]* (?P<prior>{LEVEL}) )? | (?P<change>%) (?! (?<= D [_oy]? % ) q ) (?P<side>[qw]) n (?= $ | [,;/&)] ) | (?P<change>%) (?! (?<= D [_oy]? % ) q ) (?P<side>[qw]) _? Q | (?P<change>%) (?P<side>[qw]) [_o]{0,2} (?P<prior>{LEVEL}) K (?: _ | M n? _? ) (?= $ | [,;/] )
                  | (?<= [s$#] [BM_]{0,3} , ) (?P<skip>[$#]) [qw] [n_]{0,2} [QY]
                  | (?P<change>%) (?P<side>[bmqw]) [_oK]{0,2} (?P<prior>{LEVEL}) (?: K? M )? K? [_on]{0,2} Y | (?P<side>[bm]) _? Y [_M]{0,2} y (?P<change>%)
                  | (?P<change>%) [_]? (?P<side>[UD]) [q_]{1,2} [MB_]{1,3} o (?P<prior>{LEVEL}) [_rn]{0,2} Y | (?<= [$s] ,? ) [qwbm] (?P<prior>[$s]) M (?! [^;/]* [AENfG] )""",
        example="Revenue was 28% higher than the year-ago $4 billion.",
        reads={"change": ("28%",), "prior": ("$4 billion",)},
        never="Revenue was $4 billion.",
    ),
    Shape(
        name="versus FIGURE",
        pattern=r"(?<= {LEVEL} [_nq]{0,2} ,? & [_B]{0,2} M? [oU]? t? {LEVEL} [_nq]{0,3} ,? [UD]? ) (?: [rV] _? (?P<prior>{LEVEL}) & (?P<prior>{LEVEL}) (?= [_nY]{0,3} (?: $ | [,;/] ) ) | / (?P<prior>{LEVEL}) & (?P<prior>{LEVEL}) (?= [_n]{0,2} Y ) ) | (?<= [anu] [B_]{0,2} M o {LEVEL} ,? _? ) V [_MBoK:]{0,4} (?P<prior>{FIG}) M? (?: ,? \| [_MBo]* (?P<prior>{LEVEL}) ,? )? [anu] [B_]{0,2} M o (?P<prior>{LEVEL}) | (?<= \$ ,? \| s ,? ) V (?P<prior>\$) & (?P<prior>s) | V [_MBoK:]{0,4} (?P<prior>{FIG}) (?: [nY]{0,2} ,? \| [_MBo]* (?P<prior>{LEVEL}) (?! _? ,? V ) | (?<= \( s \) [^(;]{0,12} ) \( (?P<prior>s) \) )?",
        example="Operating profit was $777 million versus $422 million.",
        reads={"prior": ("$422 million",)},
        never="Operating profit was $777 million.",
    ),
    Shape(
        name=A_YEAR_AGO,
        pattern=r"(?<! [UD][_oy%Y]* | t | r [_YQ]*) (?P<prior>{LEVEL}) (?: [|,]{1,2} [_]? (?P<prior>{LEVEL}))? B?M? [_,(no]{0,2} Y (?! [UD_]* o? % | V | [oK_]{0,2} [UD]? {LEVEL} | : | M ) | (?P<prior>{LEVEL}) (?: ,? \| (?P<prior>s) ,? )? K M [_,(n]{0,2} Y (?! [UD_]* o? % | V | [oK_]{0,2} {LEVEL} | : | M )",
        example="It swung to a profit after a net loss of $9 million a year before.",
        reads={"prior": ("$9 million",)},
        never="It earned $9 million, up from a year before.",
    ),
    # ------------------------------------------------------------ margins and changes
    Shape(
        name="rose FIGURE",
        pattern=r"""(?P<side>[UD^v] | ~ (?! o ) ) (?: ,? = | ,/, )? (?: [yo]? q | [_oynKMBbjkCS]{0,3}? ) (?P<change>%) (?! [UD] (?:n|M)) | (?P<side>[UD]) _? , (?P<change>%) (?= t {LEVEL} ) | (?P<side>[UD]) ,? [_naB]{1,4} ,? y (?P<change>%) | (?P<side>[UD]) [_o]{0,2} y? {LEVEL} ,? \| [_]? (?P<change>%)
                  | (?P<side>[UD]) n [_BK]{1,3} M o (?P<change>%) | (?P<side>[UD]) B? M , o (?P<change>%) (?= ,? t {LEVEL} ) | (?P<side>[UD]) [_KBo]{0,4} M y (?P<change>%)
                  | (?P<side>[UD]) (?: r {LEVEL} )? t {LEVEL} (?: r {LEVEL} )? ,? \| y? (?P<change>%) (?! o [_B]{0,2} M ) | (?<= M [_o]{0,2} ) (?P<side>[UD]) y \$ \( (?P<change>%) \)
                  | (?<= (?P<side>[UD]) [^;/]{0,20}) [&,] [_BK]{0,2} M (?: y (?P<change>%) | ,? (?P<change>%) ,? t {LEVEL} ) | (?<= (?P<side>[UD]) % ) & (?P<change>%) (?= V (?! {FIG} ) ) | (?<= (?P<side>[UD]) [^;/s$%#d]{0,8} % V [_]? Q ,? ) & (?P<change>%) (?= V _? Y ) | (?<= (?P<side>[UD]) M? % ,? [^;/s$#d]{0,8}) [&,] [_BK]{0,2} M (?P<change>%) (?= [,&] | $ | n)
                  | (?<= (?P<side>[UD]) o?_? % n [^;/UD]{1,12} ) [,&]{1,2} (?P<change>%) (?= n [_B]{0,2} M )""",
        example="Revenue rose 17% to $5 billion.",
        reads={"change": ("17%",)},
        never="The margin was 17%.",
    ),
    Shape(
        name=RISE_FIRST,
        pattern=r"(?P<change>%) [_YQMB]{0,3} (?P<side>[UD]) (?! [_y]{0,2} p )",
        example="It had a 17% increase in revenue.",
        reads={"change": ("17%",)},
        never="It had a 17% margin.",
    ),
    Shape(
        name="FIGURE year on year",
        pattern=r"(?<! p [_,]? t ) (?P<change>%) [_(ra]{0,2} Y (?! (?<= t % r Y ) % | : {FIG} ) | (?<= M [U_] \( Y \) : ) (?P<change>%)",
        example="Revenue of $5 billion (+17% year on year) beat estimates.",
        reads={"change": ("+17%",)},
        never="The tax rate was 17%.",
    ),
    Shape(
        name=SIGNED_CHANGE,
        pattern=r"[s$#d] (?: \( :? [s$#d] \) (?P<change>%) | n? \( (?P<change>%) [^()s$#%dMO]{0,5} \) | , (?P<change>%) (?= [;,)Y] | $ ) ) | (?<= (?: ^ | [;:,] ) [_B]{0,2} M ) (?P<change>%) (?= t {LEVEL} | ,? [NV] [_A]? % )",
        example="Revenue: $5 billion (-8%).",
        reads={"change": ("-8%",)},
        never="Revenue: $5 billion, 38% of the total.",
    ),
    Shape(
        name="the percentage by which it beat",
        pattern=r"(?P<skip>%) [bm] (?= [),;] | $ ) | (?! (?<= M [_n]{0,2} o ) [qw] % ) [bmqw] [_AMBKN]{0,6} y? (?P<skip>%) | [bmqw] [_AN]{0,4} u [_j]? o (?P<skip>%) | (?<= % [qw] [_K]{0,2} ) (?P<skip>{LEVEL})",
        example="It topped the consensus with a surprise of 4%.",
        reads={"skip": ("4%",)},
        never="Revenue rose 4%.",
    ),
)
"""Every shape, most telling first."""
