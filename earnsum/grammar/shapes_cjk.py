"""
The phrase shapes of Japanese, Korean and Chinese.

There the metric stands first, what is compared with stands before its comparison, and
the verb comes last: "revenue, on-year 5% up's 12 million yen", "market's expected 11
million yen overtook".  English shapes would read the expected figure as reported, so these
languages have a list of their own.  Three tags are theirs alone: ``C``, "compared with a year
ago", and ``L``, "compared with the quarter before"; ``I`` marks the object, which tells "by 5" from "the 5".
"""

from __future__ import annotations

from earnsum.grammar.shape import FROM, Shape
from earnsum.grammar.shapes_cjk_changes import CHANGES_CJK

CJK: tuple[Shape, ...] = (
    Shape(
        name="shares moved by FIGURE",
        pattern=r"H [^;M/]*? (?P<skip>{FIG}|p) (?: [^;M/s$%#dp]* (?P<skip>{FIG}|p) )*",
        example="주가는 전날보다 5% 오른 1만2000원에 거래됐다.",
        reads={"skip": ("5%", "1만2000원")},
        never="매출은 5% 증가했다.",
    ),
    Shape(
        name="a price of FIGURE",
        pattern=r"""
              [bm] [_o]? G [_o]? (?P<skip>{LEVEL})
            | G o (?P<skip>{LEVEL}) (?= [_,&]{0,3} N [_oA()]{0,3} {LEVEL} I [_]? [bm] )
            | X [_o:(C]{0,3} (?: [UD] (?= % ) )? (?P<skip>{FIG}) (?: (?: _? [UD] o | t ) (?P<skip>{LEVEL}) )?
            | (?<! N [^;s$%#d]{0,3} ) (?P<skip>{LEVEL}) (?: [oI] X | X (?! [_o:(CY]{0,4} {FIG} ) )
        """,
        example="投資額は50億円だ。",
        reads={"skip": ("50億円",)},
        never="売上高は50億円だ。",
    ),
    Shape(
        name="so many analysts",
        pattern=r"A [_]? (?P<skip>[d#]) _? o? (?= [NAE] ) | (?P<skip>[d#]) _? o? A",
        example="アナリスト7人の予想平均は50億円だった。",
        reads={"skip": ("7",), "estimate": ("50億円",)},
        never="アナリストの予想平均は50億円だった。",
    ),
    Shape(
        name="FIGURE more, to another",
        pattern=r"""
              g _? (?P<previous>{FIG}) r (?P<guide>{FIG}) [_t]{1,2} [\^v]
            | (?<= g [^;]* ) (?P<skip>{LEVEL}) [_]? [UD] o? (?P<guide>{LEVEL})
            | g r (?P<skip>{LEVEL}) [_]? [bm] o? (?P<guide>{LEVEL})
            | g [_oC]{0,2} I (?P<skip>{LEVEL}) [_]? [bm] (?P<guide>{LEVEL}) (?= [^;]* [G\^v] )
            | (?P<skip>{LEVEL}) [_]? [UD] o (?={LEVEL})
        """,
        example="年間配当は10円増の80円だった。",
        reads={"skip": ("10円",)},
        never="年間配当は80円だった。",
    ),
    Shape(
        name="an outlook raised by FIGURE",
        pattern=r"""
              g [_o]{0,2} (?: (?P<skip>%) [UD] o )? (?P<previous>{LEVEL}) [_,]{1,2} (?P<skip>{LEVEL}) [_]? [\^v] (?! [_]? t )
            | (?P<previous>{LEVEL}) [_o]{1,3} g r (?P<skip>{LEVEL}) [_]? [\^v] (?! [_]? t )
            | [rg] [_]? (?P<skip>{LEVEL}) [_o]{0,2} [\^v] (?! [_]? t )
            | (?P<previous>{LEVEL}) [_o]{1,3} g r (?= [_]? [\^v] )
            | (?P<skip>{LEVEL}) (?: ,? (?P<skip>{LEVEL}) )* [\^v] (?! [_]? t )
        """,
        example="従来予想の450億円から50億円上方修正した。",
        reads={"skip": ("50億円",)},
        never="従来予想の450億円から500億円に上方修正した。",
    ),
    Shape(
        name="FIGURE against the quarter before",
        pattern=r"""
              r? [LQW] [_(,oM=]{0,3} (?: (?P<skip>{LEVEL}) [_)]{0,2} )? [UD~]? [_]? (?P<skip>%) (?: [,&] (?P<skip>%) )*
            | [QW] [o_M(:]{0,3} (?P<skip>{LEVEL})
            | (?<= [CLQY] [_]{0,2} % ) \( (?P<skip>{LEVEL}) \)
        """,
        example="영업이익은 전 분기 대비 12% 감소했다.",
        reads={"skip": ("12%",)},
        never="영업이익은 12% 감소했다.",
    ),
    Shape(
        name="a rate above the year before",
        pattern=r"[YC] I? (?P<change>%) [_I]{0,2} (?P<side>[bm])",
        example="売上高は前年同期を6%上回る20億円だった。",
        reads={"change": ("6%",)},
        never="売上高は市場予想を上回る20億円だった。",
    ),
    Shape(
        name="beat estimates by FIGURE",
        pattern=r"""
              N \( (?P<estimate>{FIG}) \) [_oI]{0,3} (?P<skip>{LEVEL}) [_]{0,2} [bm]
            | N (?: [I_]{0,3} | o [I_]{0,2} (?= % [bm] ) (?<! N o ) ) (?P<gap>%)
                  (?: _{0,2} | (?<= N _? I [^;]* ) [_I]{0,2} ) (?P<side>[bm])
            | N (?: \( [A_N]{1,4} \) )? I (?P<gap>{LEVEL}) [_]? (?P<side>[bm])
            | (?P<side>[bm]) [_oA]{0,2} N _? (?P<gap>%)
        """,
        example="営業利益は市場予想を5%上回った。",
        reads={"gap": ("5%",)},
        never="営業利益は5億円で、市場予想を上回った。",
    ),
    Shape(
        name="analysts expected FIGURES",
        pattern=r"""
              (?: N [_MoE]{0,3} | A [A_]? E [_MoK]{0,4} ) (?P<side>[UD]) [_oy]{0,2} (?P<estimate>%) (?! [_]? [,] [_]{0,2} [NA] )
            | N I [^;s$%#dbm]{0,12} (?: (?P<skip>%) [UD] )? (?P<estimate>{LEVEL}) (?: [_,&MTo]{0,6} (?: (?P<skip>%) [UD] )?
                  (?P<estimate>{LEVEL}) )* [_ot,I]{0,4} E
            | A [A_]{0,3} [EG] (?: [_MoK]{0,8} (?P<skip>%) [_o]? [UD] [_o]? (?={LEVEL}) | [_MoK]{0,5} ) (?P<estimate>{FIG}) (?: ,?
                  [_M]{1,3} (?P<estimate>{FIG}) (?! , [_A]{0,3} [NE] ) )*
            | A [^;s$%#dbm]{0,12}? (?P<estimate>{FIG}) (?: [_,&MToI]{0,6} (?P<estimate>{FIG}) )* [_ot,I]{0,4} (?: M [_I]{0,3} )? (?:
                  E | G )
        """,
        example="アナリストは純利益500億円を予想していた。",
        reads={"estimate": ("500億円",)},
        never="会社は純利益500億円を予想していた。",
    ),
    Shape(
        name="sets its own forecast at FIGURE",
        pattern=r"""
              (?<! A [^;s$%#d]{0,12} ) N I [_g]{0,2} (?P<previous>{FIG}) r (?P<guide>{FIG}) [_t]? [\^v]
            | (?<! A [^;s$%#d]{0,12} ) N _ (?P<guide>{LEVEL}) [_t]{0,2} (?= [A_]{0,2} N \( {LEVEL} \) [_I]{0,2} [bmi] )
            | (?P<actual>{LEVEL}) [_t]{0,2} G (?: \( (?P<guide>{LEVEL}) \) | _? (?P<guide>{LEVEL}) ) o? (?P<skip>%)
            | (?<= K [^;s$%#d]{0,16} ) (?P<guide>{LEVEL}) [_tI]{0,3} E
            | g [_o]{0,2} (?P<guide>{LEVEL}) (?: \( [^()%]* (?P<skip>%) [^()]* \) )? [It] G (?! o? {LEVEL} )
            | [\^v] [_,t]{0,2} (?P<guide>{LEVEL}) _? $
            | (?<! [AN] [^;s$%#d]{0,12} ) N [I_] (?P<guide>{LEVEL}) [_tI]{0,2} [G\^v]
            | [\^v] [_MB]{0,3} N [to] (?P<guide>{LEVEL}) (?! [_]? [tI]? [_]? [bm] )
        """,
        example="회사는 매출 전망치를 100억달러로 제시했다.",
        reads={"guide": ("100억달러",)},
        never="시장 전망치는 100억달러였다.",
    ),
    Shape(
        name="the estimate of FIGURES",
        pattern=r"""
              ^ [^;Ms$%#d]* N (?: \( [A_N]{1,4} \) )? [_o:,K]{0,4} M [_o]{0,2} (?P<estimate>{FIG}) (?: [_,&]{0,3} M [_o]{0,2}
                  (?P<estimate>{FIG}) )+ (?: (?! [_Ib]{0,3} [bmi] ) | (?= I _? [bmi] ) )
            | N r (?P<estimate>{LEVEL}) (?= [oI_] [^;s$%#d]{0,6} [bmi] )
            | N \( [M_o]{0,3} (?P<estimate>{FIG}) (?: [_,&MTo]{0,5} (?P<estimate>{FIG}) )+ (?= \) )
            | (?: (?<! [bmi] _? ) N [oA_():BMT,NIK]{0,12} | N o? M & M = | N [oA_():BMTNI&K]{0,8} ) (?P<estimate>{FIG}) (?:
                  [_,&MT]{0,4} (?P<estimate>{FIG}) )*?
            | (?: (?P<estimate>{LEVEL}) | (?<= A _? ) (?P<estimate>%) ) o [A_]{0,2} N
            | (?<= [bm] _? A [A_]{0,3} o ) (?P<estimate>{FIG})
            | (?<= N [_o:]{0,3} {FIG} ) (?: [,&]? (?P<estimate>{FIG}) )+ (?= _? $ )
        """,
        example="市場予想の平均1兆1500億円を上回った。",
        reads={"estimate": ("1兆1500億円",)},
        never="売上高は1兆1500億円で市場予想を上回った。",
    ),
    Shape(
        name="higher than the expected FIGURE",
        pattern=r"""
              [jk] o? (?P<estimate>{LEVEL}) (?: & (?P<estimate>{LEVEL}) )?
            | [jk] o [_]? (?P<side>[UD])? [_]? (?P<estimate>%)
            | [jk] (?P<skip>%)
        """,
        example="每股收益0.72美元,高于预期的0.60美元。",
        reads={"estimate": ("0.60美元",)},
        never="每股收益0.72美元,高于预期。",
    ),
    Shape(
        name="a rate, a year ago FIGURE",
        pattern=r"""
              (?<! [LC] [_]? ) [%p] [_o,(bm]{0,5} [YC] [o_]{0,2} (?P<prior>%) (?! [_o]{0,2} [UD] (?! [_oy]? [%p] ) )
            | % [_,]{1,2} Y o (?P<prior>%) (?= [_o]? [UD] (?! _? [%p]) )
            | r [_oYC]{0,3} (?P<prior>%) [_UD]{0,2} t [_]? (?=%)
            | [YC] o? (?P<prior>%) r (?=%|[_]?[UD])
            | (?<= % [_,o]{0,3} ) Y [_o]? \( (?P<prior>%) \)
            | (?<= M [_o]{0,3} ) (?P<prior>%) r [_]{0,2} (?P<actual>%) [_t]{0,2} [UD]
        """,
        example="毛利率为19.8%,去年同期为17.9%。",
        reads={"prior": ("17.9%",)},
        never="毛利率为19.8%,同比增长17.9%。",
    ),
    Shape(
        name="raised from FIGURE",
        pattern=r"""
              g [_o~tUDM]{1,6} (?P<skip>%) [_o]{0,2} (?= G )
            | (?<= M U? [_o]{0,2} ) r g? [_o]{0,2} (?P<previous>%) _? [\^v] t (?P<guide>%)
            | \( g _? (?P<skip>%) [UD] o (?P<previous>{LEVEL}) \)
            | (?<= \( g [^;]* ) \( _? (?P<skip>%) [UD] o (?P<previous>{LEVEL}) \)
            | g [_oM(:]{0,4} (?P<skip>%) [UD] o (?P<previous>{LEVEL})
            | (?<= [bm] _? ) g [_oM(:]{0,4} (?P<previous>{FIG})
            | g [_oM(:]{0,4} (?P<previous>{FIG}) (?: [_,]{0,2} M (?P<previous>{LEVEL}) )+ (?= I _? [bm] )
            | g [_oM(:]{0,4} (?P<previous>{FIG}) (?: [_,]{0,2} M (?P<previous>{LEVEL}) (?! [^;]* [\^v] ) )*
            | (?<= {LEVEL} _? ) (?<! [YC] [^;]* ) \( _ (?P<previous>{LEVEL}) _? \) (?= [^;]* [\^vG] )
            | (?P<previous>{FIG}) [_oU]{0,2} r (?= [^;]* [\^v] | {LEVEL} (?: \( [^()]* \) )? t? G )
            | r [_o]{0,3} (?P<previous>{FIG}) [_]? [\^v] t
            | (?<= [\^v] [^;A]* ) E [_oM]{0,3} (?P<previous>{FIG})
            | (?<= G [^;]* {LEVEL} , ) r [_o]{0,2} (?P<previous>{LEVEL}) (?= _? $ )
            | (?<= \( g [^()]* \) [^;]* ) \( _ (?P<previous>{LEVEL}) (?: [_,] (?P<skip>{FIG}) [UDoM]{0,2} )? \)
        """,
        example="純利益予想を450億円から500億円に上方修正した。",
        reads={"previous": ("450億円",), "guide": ("500億円",)},
        never="純利益は450億円から500億円に増えた。",
    ),
    Shape(
        name="FIGURE up, within an outlook",
        pattern=r"""
              (?P<skip>%) (?: \( (?P<skip>{LEVEL}) _? \) )? [_o]{0,2} [UD] [_ot]{0,2} (?= {LEVEL} (?: [^;GNAbms$#dY]{0,12} {LEVEL}
                  ){0,4} [^;GNAbms$#dY]{0,8} [G\^v] (?! r | o {LEVEL} ) )
            | (?P<skip>%) [_o]{0,2} [UD] [_oMKI]{0,4} Gr
            | G [^;s$%#dNb]{0,8} [UD] [_oy]{0,2} (?P<skip>%) (?= [_,tTo]{0,3} {LEVEL} )
        """,
        example="純利益は5%減の1200億円になる見通しだ。",
        reads={"skip": ("5%",), "guide": ("1200億円",)},
        never="純利益は5%減の1200億円だった。",
    ),
    Shape(
        name="expects FIGURE growth",
        pattern=r"""
              (?P<guide>%) (?P<side>[UD]) (?= [^;GNAbms$#dY]{0,8} % [UD] [_oMKI]{0,4} G (?!r) )
            | (?P<guide>%) [_o]{0,2} (?P<side>[UD]) (?: [_oMKI]{0,4} G (?!r) | [_t]{0,2} [\^v] )
            | G [^;s$%#dNb]{0,8} [UD] [_oy]{0,2} (?P<guide>%)
            | (?P<side>[UD]) [_oI]{0,2} (?P<guide>%) [_t]{0,2} G (?!r)
            | (?P<side>[UD]) [_oI]? [GN] [_It]{0,2} (?: g? _? (?P<previous>%) r )? (?P<guide>%)
        """,
        example="売上高は5%増を見込む。",
        reads={"guide": ("5%",)},
        never="売上高は5%増だった。",
    ),
    Shape(
        name="expects it to pass FIGURE",
        pattern=r"""
              (?<! A [^;s$#d]{0,12} | {LEVEL} (?: \( [^()]* \) )? _? ) (?P<guide>{LEVEL}) I [bm] [_K]{0,3} [EG]
            | (?P<skip>{LEVEL}) I [bm] [_K]{0,3} [EG]
        """,
        example="영업이익은 8조원을 웃돌 것으로 회사는 전망했다.",
        reads={"guide": ("8조원",)},
        never="영업이익은 8조원을 웃돌았다.",
    ),
    Shape(
        name="expects FIGURES, the verb last",
        pattern=r"""
            (?<! A [^;s$#d]{0,12} | Y o ) (?<! \( Y [^()s$]{0,8} ) (?P<guide>{LEVEL}) (?! [_o]{1,2} I [_,o]{0,4} M? _? G I ) (?:
                  [^;GNAbms$#dY]{0,12} (?P<guide>{LEVEL}) ){0,4} (?: \( Y [^()]{1,10} \) )? [^;GNAbms$#dY]{0,8} [G\^v] (?! r | o
                  {LEVEL} | _? {LEVEL}? o % | I [_]? [bm] [^;G]* $ ) (?! [^;s$#d]{0,2} $ [^;] )
        """,
        example="通期の売上高は5%増の1兆円、営業利益は900億円を見込む。",
        reads={"guide": ("1兆円", "900億円")},
        never="売上高は1兆円、営業利益は900億円だった。",
    ),
    Shape(
        name="expects FIGURES",
        pattern=r"""
            (?<= M _? ) [\^v] [_t]{1,2} (?P<guide>{LEVEL}) (?= [_,]{0,2} g [_o]? {LEVEL} )
            | (?<! [AN] [^;]* ) (?P<guide>{LEVEL}) (?: [_,&]{0,3} M _? (?P<guide>{LEVEL}) ){0,3} I E
            | G [^;bmNs$%#dY]{0,8} (?: (?P<skip>%) [UD] [_ot]{0,2} )? (?P<guide>{LEVEL}) (?: [^;bmNs$#dGY]{0,12} (?P<guide>{LEVEL})
                  (?! [_o]? r ) ){0,4}
        """,
        example="公司预计全年营收1200亿元。",
        reads={"guide": ("1200亿元",)},
        never="公司全年营收1200亿元。",
    ),
    Shape(
        name="expects a rate of FIGURE",
        pattern=r"""
              (?<= (?: G [^;bmNEAgr]{0,30} M | M G ) [_oTt]{0,3} ) (?P<guide>%) (?! [_o]{0,2} (?: [UDCr\^v] | t [_]? % ) )
            | (?<= [GN] [^;bm]{0,8} [\^v] _? t _? ) (?P<guide>%)
            | (?<= M [_o]{0,2} ) (?P<guide>%) [_oIt]{0,4} G (?! r | o {LEVEL} )
        """,
        example="公司预计四季度营收为50亿元,毛利率为40%至42%。",
        reads={"guide": ("50亿元", "40%至42%")},
        never="公司营收为50亿元,毛利率为40%。",
    ),
    Shape(
        name="a year ago it was FIGURE",
        pattern=r"""
              (?<= {LEVEL} \( [YC] [^()]* \) [^;()]* {LEVEL} ) \( _ (?P<prior>{LEVEL})
            | \( Y [_IoBMT]{0,8} (?P<prior>{LEVEL}) (?= _? \) ) | = Y \( (?P<prior>{LEVEL}) (?: , (?P<prior>{LEVEL}) )+ \)
            | ^ [_,]{0,2} Y [o_]{0,2} M [o_]{0,2} (?P<prior>{LEVEL}) (?: [,_]{1,2} M [o_]{0,2} (?P<prior>{LEVEL}) )+ (?!
                  [_oIt]{0,2} [rUDbm] )
            | [YC] [o_MTB]{0,4} [(:]? [o_M]{0,2} (?P<prior>{LEVEL}) (?! [_o]? [UD] ) (?: (?<=[$]) [_,(]{1,3} (?P<prior>s) (?! [_o]?
                  [UD] ) )?
            | Y o? (?P<prior>{LEVEL}) (?= _ [UD] ) | [YC] o? (?P<prior>{LEVEL}) (?= _? [UD] [_o]? % )
            | [YC] o (?P<prior>{LEVEL}) (?= [_o]{0,2} [UD] )
            | V [_oM]{0,2} (?P<prior>{LEVEL})
        """,
        example="前年同期は30億円だった。",
        reads={"prior": ("30億円",)},
        never="前年同期比30億円増えた。",
    ),
    Shape(
        name=FROM,
        pattern=r"(?P<prior>{LEVEL}) (?: [_o]? | o? M I? | \( _ (?P<prior>{LEVEL}) \) ) r | r [_M]? (?P<prior>{LEVEL})",
        example="純利益は450億円から500億円に増えた。",
        reads={"prior": ("450億円",)},
        never="純利益は500億円に増えた。",
    ),
    Shape(
        name="up by FIGURE",
        pattern=r"""
              (?<= (?: [YC] | g [_o]{0,2} (?: \( {LEVEL} \) )? ) I ) (?P<skip>{LEVEL}) _? [bm]
            | (?<! [UD] o ) (?P<skip>{LEVEL}) [_o]? [UD] (?! [_ty]{0,3} % )
            | (?<! (?: % (?: \( {LEVEL} \) )? | x ) [_oB=]{0,2} ) [UD] [_]? (?P<skip>{LEVEL})
        """,
        example="純利益は50億円増えた。",
        reads={"skip": ("50億円",)},
        never="純利益は50億円だった。",
    ),
    *CHANGES_CJK,
)
"""Every shape, most telling first."""
