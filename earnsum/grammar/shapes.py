"""
The phrase shapes: what order of marks says what a figure is.

Shapes are tried in the order of this list, and a figure keeps the first role that
it is given; a figure that no shape catches is what was reported.
"""

from earnsum.grammar.shape import (
    FROM_TO,
    RISE_FIRST,
    SIGNED_CHANGE,
    Shape,
)
from earnsum.grammar.shapes_aside import NO_RESULTS
from earnsum.grammar.shapes_expected import EXPECTED
from earnsum.grammar.shapes_yearago import YEAR_AGO

SHAPES: tuple[Shape, ...] = (
    *NO_RESULTS,
    *EXPECTED,
    # ------------------------------------------------------------ what the company expects
    Shape(
        name=FROM_TO,
        pattern=r"""
              (?<! [\^vUD] [^;]*) (?<= [GE] [_oMBRK]{0,6} | G [^/]* M) r [_o]{0,2} (?P<guide>{FIG}) t [_]? (?P<guide>{FIG})
            | (?<= ^ \^ G [_oMB]{0,4} {FIG} [,&]{1,2} [_B]? M ) r (?P<guide>{FIG}) t (?P<guide>{FIG})
        """,
        example="It sees EPS from $2.40 to $2.50.",
        reads={"guide": ("$2.40", "$2.50")},
        never="It cut its guidance from $2.50 to $2.40.",
    ),
    Shape(
        name="raised its outlook from FIGURES",
        pattern=r"""
              (?<= [\^v] [_MBK]{0,4} [Gf] [_onM]{0,4}) r (?P<skip>{FIG}) (?! [_,]{0,2} (?: [tR&] | {FIG}) | [^;]* t {FIG})
            | (?<= {GUIDE} [_oMBRK]{0,6}) y (?P<skip>[s$%]) [_,]? r (?P<previous>{FIG}) [_,]? t (?P<guide>{FIG})
            | (?<= {GUIDE} [^;]* (?: [s$%#d] | [#$] M [_yno]{0,4} ) [,_(UD]{0,3}) r [_MBogRUD]{0,4} (?P<previous>{FIG}) (?!
                  [_naoM,]{0,5} Y ) (?: t (?P<previous>{FIG}))?
            | (?<= [Gf] [^;]* {FIG} ) c (?P<previous>{FIG}) (?= _? K _? g )
            | (?<= ^ [_RB]{0,3} G [_N]{0,2} : [^$]*) r [_]? (?P<previous>{FIG})
            | (?: (?<= {GUIDE} [_oMBRK]{0,6} | G o [UD] ) | (?<= K _? [\^v] [_MBUD]{0,4} N [_oMBRK]{0,4}) ) r [_MBogqR]{0,4}
                  (?P<previous>{FIG}) [_,]? t (?: [_Rq]{0,2} | _ o ) (?P<guide>{FIG})
            | (?<= [\^v] [^;/s$%#d]{0,10}) r [_MBogqR]{0,4} (?P<previous>{FIG}) [_,]? (?: t (?: [_Rq]{0,2} | _ o ) | R )
                  (?P<guide>{FIG})
        """,
        example="It raised its guidance to $5 from $4.",
        reads={"guide": ("$5",), "previous": ("$4",)},
        never="It raised its guidance to $5.",
    ),
    Shape(
        name="expects FIGURES",
        pattern=r"""
              (?! (?<= M , ) [Gf] [_otUD]{0,4} (?: {FIG} | ~ ) , [_o]{0,2} (?: [UD] | o ) )
              (?: (?! (?<= ,/ ) G [^,;s$%d]{0,14}+ , (?:o|_?M) ) G (?! y u ) | (?<! [A;] (?: (?! ,& ) [^;/s$%#d] ){0,8} |
                  [bmiqwjkV][_oAMBK]{0,3} (?: {FIG} _? )? | N _? o? {FIG} & K? _?)
                  (?<! [s$#%] \( _? ) f (?! , (?! o (?: M | {FIG} , ) ) | [;&/] | y (?! (?: _ | {FIG} | p ) ,? [tR] ) )
                  | (?<= [\^v] [MBKo_]{0,6} ) f (?= , t ) | (?<= M U? ) \^ (?= t ) | (?<= M U ) v (?= t ) | (?<! {FIG} ) K _? E |
                  (?<! A [^;/]* ) (?<= ^ [_oNK]{1,3} , [_ofnB&]{1,8} , ) E (?= [MB]{1,2} [_on]{0,5} {FIG} ) |
                  (?<! [AV][^;/,s$%#d]{0,8}) E (?= R ) |
                  (?<=M o?) R | (?<= (?: ^ | ; ) [_B]{0,3} M ) E (?= [_o]{1,2} {FIG} ) | (?<= N & ) E (?= B? M o ) | K _? [\^v]
                  [_MB]{0,3} N (?=t) | K N (?=K) | (?<! [ANV][^;/s$%#d]{0,8}) (?! (?<= {FIG} ) o E & {FIG} ) o E (?! % | : ) )
                  (?: [^s$%#d;VNbmqw/] | V (?:_?[YW] | (?=[UD])) | (?<=[MK_]), / [^,;/s$%#d]{1,6} ,(?=[otUDy])
                  | (?<= G ) , / K? _? [\^v] [_aon]{0,4} (?= [Rt] _? {FIG} ) ){0,24}?
                  (?: (?<= G ) [bm] [_nYM]{0,3} y | [bmqw] )? (?P<guide>{FIG}) (?! [_nBM]{0,4} K [_oMn]{1,5} Y ) (?: (?: (?!
                  (?<={FIG}) \( :? {LEVEL} [nYWQ]{0,2} \) ) [^s$%#d;/VrNgbmqw] | (?<= M [Uo]{1,2} ) [bmqw] (?= {FIG} ) | (?<= % t )
                  [qw] (?= {LEVEL} ) | (?<= & ) q (?= {FIG} n_?B?M ) | (?<= [u&] B? M B? ) [qw] (?= % )
                  | , [K_UD]{1,4} / [_K]{1,3} , (?= [&/] ) | g o {FIG} (?= ,? & ) | [qw] [_K]{0,2} g , (?= o? _? {FIG} ) |
                  r(?=[a,&]) | (?<= [rR] {FIG} [^;/s$%#d]{0,4} & ) r (?= {FIG} ) | V [_A]{0,2} {LEVEL} [_A]{0,2} N | ,? V [_A]{0,3}
                  N o? {LEVEL} | r_?Y | ,? (?: [UD^v]?_?r[_g]{0,3} | g | (?: V | [UD]?_?r )[_KB]{0,2}g[_oq]{0,3} ) {FIG} (?=[,&])
                  | , V_?{FIG}[_K]?g (?=,&) | ,? [UD^v]_?r[_g]{0,3} {FIG} (?: ,? g (?= ,? [&u] [_B]{0,3} M ) )? |
                  ,_?[bmiqwV][_oAMB]{0,3}{FIG}_?A_?[GEf],? | (?<=M)N(?=o) | (?<={FIG}N?); (?=[_B&]{0,2}M:?{FIG}) | [(,:] [_]?
                  [bmqwV]? [_oA]{0,3} N [_o:]{0,2} {FIG} [):]? | \( [^()]*+ \) ){0,14}? (?<! Y M o ) (?P<guide>{FIG}) (?! _? K M _?
                  Y ))*
            | (?<= {GUIDE} [^;]* {FIG} ; [_n&]{0,3} ,? [_]? ) (?P<guide>{FIG}) (?= [_,n]* (?: ;|$ ) )
            | (?<= M [_o]{0,2}) (?P<guide>{FIG}) o? G (?! [^;,/bmiqw]{0,6} [UD~s$%#d] )
            | (?<= [Gf] [^;s$%#d]{0,8}) (?P<guide>{FIG}) (?= [,_]{0,2} [Vr] _? {FIG} [_,]? g )
            | (?<= M [Gf] , ) (?P<guide>{FIG}) (?= , )
            | (?<= M G [^;s$%#d/]{1,20}) (?P<guide>%) (?= [UD] E )
        """,
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
        pattern=r"""
            (?: ^ [_RB]{0,3} G (?: [_N]{0,2} : | (?=[_B]{0,2}M)) | G [_oKn]{0,4} : ) (?: (?: [^s$%#dNAVr] | r [_]? {FIG} ){0,14}?
                  (?P<guide>{FIG}) (?: V [_NA]{0,3} {FIG} [_A]{0,2} N? | \( [^()]*+ \) )? )+
        """,
        example="Guidance: revenue of $11 billion; EBITDA of $2 billion.",
        reads={"guide": ("$11 billion", "$2 billion")},
        never="Results: revenue of $11 billion; EBITDA of $2 billion.",
    ),
    *YEAR_AGO,
    # ------------------------------------------------------------ margins and changes
    Shape(
        name="rose FIGURE",
        pattern=r"""
              (?P<side>[UD^v] | ~ (?! o ) ) (?: ,? = | ,/, )? (?: [yo]? q | [_oynKMBbjkCS]{0,3}? ) (?P<change>%) (?! [UD] (?:n|M))
            | (?P<side>[UD]) _? , (?P<change>%) (?= t {LEVEL} )
            | (?P<side>[UD]) ,? [_naB]{1,4} ,? y (?P<change>%)
            | (?P<side>[UD]) [_o]{0,2} y? {LEVEL} ,? \| [_]? (?P<change>%)
            | (?P<side>[UD]) n [_BK]{1,3} M o (?P<change>%)
            | (?P<side>[UD]) B? M , o (?P<change>%) (?= ,? t {LEVEL} )
            | (?P<side>[UD]) [_KBo]{0,4} M y (?P<change>%)
            | (?P<side>[UD]) (?: r {LEVEL} )? t {LEVEL} (?: r {LEVEL} )? ,? \| y? (?P<change>%) (?! o [_B]{0,2} M )
            | (?<= M [_o]{0,2} ) (?P<side>[UD]) y \$ \( (?P<change>%) \)
            | (?<= (?P<side>[UD]) [^;/]{0,20}) [&,] [_BK]{0,2} M
                  (?: (?: [no] [_K]{0,2} )? y (?P<change>%) | ,? (?P<change>%) ,? t {LEVEL} )
            | (?<= (?P<side>[UD]) % ) & (?P<change>%) (?= V (?! {FIG} ) )
            | (?<= (?P<side>[UD]) [^;/s$%#d]{0,8} % V [_]? Q ,? ) & (?P<change>%) (?= V _? Y )
            | (?<= (?P<side>[UD]) M? % ,? [^;/s$#d]{0,8}) [&,] [_BK]{0,2} M (?P<change>%) (?= [,&] | $ | n)
            | (?<= (?P<side>[UD]) o?_? % n [^;/UD]{1,12} ) [,&]{1,2} (?P<change>%) (?= n [_B]{0,2} M )
        """,
        example="Revenue rose 17% to $5 billion.",
        reads={"change": ("17%",)},
        never="The margin was 17%.",
    ),
    Shape(
        name=RISE_FIRST,
        pattern=r"(?P<change>%) [_YQMB]{0,3} (?P<side>[UD]) (?! [_y]{0,2} p | (?<= [to] % [UD] ) r % )",
        example="It had a 17% increase in revenue.",
        reads={"change": ("17%",)},
        never="It had a 17% margin.",
    ),
    Shape(
        name="FIGURE year on year",
        pattern=r"""
              (?<! p [_,]? t ) (?P<change>%) [_(ra]{0,2} Y (?! (?<= t % r Y ) % | : {FIG} )
            | (?<= M [U_] \( Y \) : ) (?P<change>%)
        """,
        example="Revenue of $5 billion (+17% year on year) beat estimates.",
        reads={"change": ("+17%",)},
        never="The tax rate was 17%.",
    ),
    Shape(
        name=SIGNED_CHANGE,
        pattern=r"""
              [s$#d] (?: \( :? [s$#d] \) (?P<change>%) | , (?P<change>%) (?= [;,)Y] | $ )
                  | (?: n [_YK]{0,3} | o M )? \( (?P<change>%) (?: [^()s$#%dMO]{0,5} | a [UDBK_]{0,3} M ) \) )
            | (?<= (?: ^ | [;:,] ) [_B]{0,2} M ) (?P<change>%) (?= t {LEVEL} | ,? [NV] [_A]? % )
        """,
        example="Revenue: $5 billion (-8%).",
        reads={"change": ("-8%",)},
        never="Revenue: $5 billion, 38% of the total.",
    ),
    Shape(
        name="the percentage by which it beat",
        pattern=r"""
              (?P<skip>%) [bm] (?= [),;] | $ | [tV] [_A]{0,3} N )
            | (?! (?<= M [_n]{0,2} o | G [^;]* B? M ) [qw] % | (?<= M ) b % ) [bmqw] [_AMBKN]{0,6} y? (?P<skip>%)
                  (?! A [_oK]{1,3} [Ef] )
            | [bmqw] [_AN]{0,4} u [_j]? o (?P<skip>%)
            | (?<= % [qw] [_K]{0,2} ) (?P<skip>{LEVEL})
        """,
        example="It topped the consensus with a surprise of 4%.",
        reads={"skip": ("4%",)},
        never="Revenue rose 4%.",
    ),
)
"""Every shape, most telling first."""
