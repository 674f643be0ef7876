"""The phrase shapes of figures that are no results: of shares, prices, parts of a change. They are tried before the others."""

from earnsum.grammar.shape import PRICE, Shape

NO_RESULTS: tuple[Shape, ...] = (
    Shape(
        name="shares moved by FIGURE",
        pattern=r"""
              (?<= ^ | [;/] ) H (?: [no] [K_] )? , [^,;MG$s%#d]*+ (?: M (?! o ) [^,;MG$s%#d]*+ )*+ (?: , )? o? [_]? [UD] (?P<skip>%)
            | (?<= [\^v] [_BKY]{0,3} M? _? [Gf] [_onKYW]{0,5} & _? | (?: ^ | : ) [_Ko]{1,5} (?: [bmvj^] [_oAB]{0,3} M?
                  [NfE] | [jk] _? M ) [_onKY]{0,4} & _? )
                  [UD] _? (?P<skip>%) (?= $ | [,;/] )
            | (?<! \# _? ) H (?: ,/ )? [^/;MG$]*? (?:(?P<skip>{FIG}|p) (?! (?<= % ) [UD] n [_KB]{0,4} M ) (?:[^/;MG]|Me)*?)+
                  (?=[/;G]|M(?!e)|$)
        """,
        example="Shares of Acme fell 5% to $21 after it missed estimates.",
        reads={"skip": ("5%", "$21")},
        never="Revenue rose 5%.",
    ),
    Shape(
        name="FIGURE in premarket trading",
        pattern=r"""
              (?P<skip>%) [_nota]{0,3} h | (?P<skip>%) (?: [UD] n? _? | _ n ) H | [UD] [oq]{1,2} (?P<skip>%) [n_] _? H
            | M o (?P<skip>s) _* h | h ,? M o (?P<skip>s)
        """,
        example="Acme jumped 3.5% in premarket trading.",
        reads={"skip": ("3.5%",)},
        never="Revenue jumped 3.5% in the quarter.",
    ),
    Shape(
        name=PRICE,
        pattern=r"""
              X [_o]{0,2} (?P<skip>%) _? [UD] (?! n [_B]{0,2} M )
            | (?<! M n [^;,/s$%#d]{0,4} ) X (?: o [_M]{1,3} | [_no]{0,6} ) [UD] y? (?P<skip>%) (?: [,_n]{0,2} t (?P<skip>{LEVEL}) )?
                  (?! n [_B]{0,2} M )
            | (?<! M [^;,/]* ) X (?: o | _ ){1,3} J (?P<skip>{LEVEL})
            | (?<! M B [_o] | M u ) X [_oat:(]{0,2} (?P<skip>{LEVEL}) (?! n _? M ) (?: r M & (?P<skip>{LEVEL}) (?= r M ) | ,?
                  \| (?P<skip>s) (?:
                  [,_X&]{0,7} & (?P<skip>\$) ,? \| (?P<skip>s) )? )?
            | (?P<skip>[s$d]) (?: [_]? | n K | (?<! M [s$d] ) r K ) X (?: [a_no]{0,5} ,? [UD] r (?P<skip>[s$d]) )?
            | (?P<skip>%) X
        """,
        example="It expects annual savings of $25 million.",
        reads={"skip": ("$25 million",)},
        never="It expects annual revenue of $25 million.",
    ),
    Shape(
        name="by FIGURE, to another",
        pattern=r"""
              [UD] [_KBo]{0,3} [M0]? [_]? y [_]? [bqmw]? (?P<skip>{LEVEL}) (?! M) (?: ,? \| _? (?P<skip>s) | [n_]{0,2} &
                  (?P<skip>\$) (?= [n_]{0,2} (?: [,;/] | $ ) ) )?
            | [UD] (?P<skip>{LEVEL}) [,_|%(o]{0,4} t {LEVEL}
            | (?<= M [_oK]{0,2} ) (?: [UD] (?P<skip>[s$]) | (?P<skip>[s$]) [UD] ) o (?= [s$] )
            | [UD] y? [_e%] [,|(]{1,2} [yq]? (?P<skip>{LEVEL}) [,)]? t {LEVEL}
            | [UD] y % : (?P<skip>[#$])
            | (?<= {FIG} ,? [_KM]{0,3} o? ) [UD] (?P<skip>[$#]) (?= ,? r _? {LEVEL} )
            | [UD] [_KB]{0,2} M? y? % ,? \| _? (?P<skip>[#d])
            | % [UD] \( (?P<skip>\$) \) (?= n )
            | (?<! [GfNE] [^;]* ) [UD] y? % ,? \| (?P<skip>\$) (?= ,? [rV] )
            | (?<! [GfNE] [^;]* ) [UD] y % ,? \| (?P<skip>\$) (?= [_,]{0,2} $ | [;/] )
            | (?<! [GfNE] [^;]* ) (?<= [\^U] [_BKnQ]{0,3} ) M (?P<skip>s) t (?= s )
            | [UD] (?P<skip>\$) ,? \| _? % (?! o | [_,]{0,2} n )
            | M o [UD] (?P<skip>\$) (?! [_,&(]{0,2} (?:t|%) )
            | [UD] o (?P<skip>\$) n [_B]{0,2} M (?! o )
            | (?<= G o_? | G (?= $ [UD] c ) ) (?P<skip>[s$]) [UD] (?= $ | [,;/nc_] )
            | (?<= M [_nK]{0,4} ) [UD] (?P<skip>\$) (?= $ | [;/] )
            | [UD] (?P<skip>{LEVEL}) [_,]? [rVc] [_n]{0,2} [QY]
            | (?<! [UD] y? % ,? [ot] | V _? ) (?P<skip>{LEVEL}) (?: [UDmqw] [_cn]{0,2} Y (?! {LEVEL} ) | [qw] _? Q )
            | (?P<skip>{LEVEL}) [UD] (?: c | (?= , o {LEVEL} ) )
            | (?<= [/_uy&] | [UD] t ) (?P<skip>{LEVEL}) [UD] [n_oB]{0,2} [MX]
            | (?<= [UD] n [_B]{0,2} M o ) (?P<skip>{LEVEL}) (?= ,? t {LEVEL} )
            | (?<= M o q ) (?P<skip>{LEVEL}) [UD] (?= $ | [;/] )
            | (?<= [_,&/] ) (?P<skip>{LEVEL}) [UD] n _ (?= [,&;] | $ )
            | (?<= [UD] a ) (?P<skip>%) _ [UD]
        """,
        example="Revenue rose by $3 million to $20 million.",
        reads={"skip": ("$3 million",)},
        never="Revenue rose to $20 million.",
    ),
    Shape(
        name="growth slowed to FIGURE",
        pattern=r"""
              (?<! G [^;,/]* ) (?<= M ) (?P<side>U) (?: , (?P<skip>%) n? Y , | n [_K]{1,2} )? [UD] t (?P<change>%)
                  (?: ,? r (?P<skip>%) )?""",
        example="Revenue growth slowed to 6% from 11% a year ago.",
        reads={"change": ("6%",), "skip": ("11%",)},
        never="Revenue growth led to 6% more staff.",
    ),
    Shape(
        name="FIGURE of last year's",
        pattern=r"""
              (?<= (?: G | o E ) [^;/s$%#d]{0,24} | \^ [^;s$%#d]{0,24} [bmqwi] [^;s$%#d]{0,5} ) \( :? (?P<skip>{LEVEL}) [nYWQ]{0,2}
                  \)
            | (?<= \# M | M \# ) \( (?P<skip>[#d]) _ [&,] (?P<skip>[#d]) _ (?=[;,)])
            | (?<= G [^;s$%#d]{0,24} [qwbm] [_nY]{0,3} o ) (?P<skip>\$)
            | (?<= G [^;]{1,20}) [cqw] [_n]? Y (?P<skip>{LEVEL})
            | (?<= G [^;s$%#d]{0,6} | G ) [UD] (?: n [_B]{0,2} M )? (?: a Y | r Y? ) (?P<skip>{LEVEL}) (?! ,? t )
            | (?<= G [_KB]{0,2} M ) [UD] r Y? (?P<skip>{LEVEL}) (?= [_nY,]{0,3} t [_]? {LEVEL} )
            | (?<! [\^vgfN] [^;]* ) (?<= ^ [_K]{0,2} M G ) r Y? (?P<skip>{LEVEL}) (?! ,? t )
            | (?<= G [^;]{0,20} ~ (?: t [UD] )? ) [rVu] (?P<skip>{LEVEL}) [_n]{0,2} Y
            | (?<= G [^;]{0,20} [iVcqw]) _? Y? , / [_o]{1,2} (?P<skip>{LEVEL})
            | (?<= G [^;/]* {FIG} [_no]{0,3} ,? / ) (?P<skip>{FIG}) (?= n? [_]? $ )
            | (?<! [qw] [_]? ) (?<! [Vr] ) (?P<skip>%) o [_]? Y
            | (?P<skip>%) [UD] n [_]{0,2} Y | (?<= % [,:]? [wq] ) (?P<skip>%) [UD] [_]? Y
            | (?<! G ) [Vr] [_BM]{0,2} (?P<skip>%) [_M]{0,2} [UD] (?! [_M]{0,2} (?:E|A|N) )
            | (?<! G [^;s$%#d]*) [Vr] Y [UD] (?P<skip>%)
        """,
        example="Sales fell 8%, a far cry from a 27% increase a year ago.",
        reads={"change": ("8%",), "skip": ("27%",)},
        never="Sales fell 8%.",
    ),
    Shape(
        name="FIGURE of another year, or by which an outlook was revised",
        pattern=r"""
              [\^v] (?! [^;/s$%#d]{0,4} & [_nK]{0,2} G ) [^;/s$%#d]{0,6} y (?P<skip>{LEVEL})
                  (?: ,? \| _? (?P<skip>s) | [_noQ]{0,5} ,? & [_y]? (?P<skip>{LEVEL}) )?
            | [\^vUD] (?! [^;/s$%#d]{0,4} & [_nK]{0,2} G ) [^;/s$%#d]{0,6} [Gfg] [oMBUKn_]{0,4} y (?P<skip>{FIG})
            | {GUIDE} [_]? y (?P<skip>{FIG}) (?= ,? t )
            | [\^vUD] [^;/s$%#d]{0,6} [Gf] (?P<skip>%) (?= ,? t )
            | (?P<skip>%) [UD] [a_oK]{0,3} g
            | (?<= M G [_o]{0,3} [bmqw] [_oAK]{0,3} N ) y (?P<skip>{FIG})
            | [bmqw] [_oK]{0,4} [gG] y (?P<skip>{FIG}) (?: & (?P<skip>{FIG}) )?
            | [\^v] [_K]{0,2} M r (?P<skip>{LEVEL}) (?= t {LEVEL} )
            | [\^v] (?P<skip>%)
            | (?<= [fG] [^;/,s$%#d]{0,8} [\^v] ) y (?P<skip>%)
            | (?P<skip>{LEVEL}) [qw] [_cK]{0,2} r? [_]? [gG] (?: , o (?P<guide>{LEVEL}) )?
            | (?<! [GfR] [_oMBt]{0,6} ) (?P<skip>{LEVEL}) [UD] [_cK]{0,2} r? [_]? [gG]
            | [UD] o? (?P<skip>{LEVEL}) r [_K]? [gG]
            | (?<= {GUIDE} [^;]* % [^;/,]{0,3}) r _? Y (?P<prior>{LEVEL})
            | (?<= {GUIDE} [^;]* {LEVEL} [^;/,]{0,3}) r _? Y (?P<skip>{LEVEL})
            | (?<= G o? {FIG} ) [UD] (?P<skip>{LEVEL})
            | (?<= {GUIDE} [^;s$%#d/]{0,5} {LEVEL} [_n]{0,2} , ) (?: [UD] [oy]{0,2} (?P<skip>{LEVEL}) | (?P<skip>{LEVEL}) [UD]
                  (?! [_c]? [rNEA] ) )
            | (?<={FIG}) [\^v] (?P<skip>{LEVEL})
            | W [,_]{0,3} / [^;s$%#d]{0,4} (?P<skip>{LEVEL})
            | (?<= {GUIDE} [^;]* {FIG} ) \( :? (?P<skip>{LEVEL}) n? \)
            | K ,? / E [MBo_]* (?: (?P<previous>{FIG}) (?= [_n]{0,3} , [_o]{0,2} G ) | (?P<skip>{FIG}) )
        """,
        example="It sees revenue of $18 billion, a $1 billion increase from previous guidance.",
        reads={"skip": ("$1 billion",)},
        never="It sees revenue of $18 billion.",
    ),
    Shape(
        name="a broker's own estimate, revised",
        pattern=r"""
              A (?: [_o]{0,2} | [_o]{1,3} & (?! [UD^v] _? K ) ) [UD^v] [_MBK]{0,4} [Nf] [_oMB]{0,5} (?: y {FIG} )? t [_]?
                  (?P<skip>{FIG}) (?: [_,]{0,2} r (?P<skip>{FIG}))?
            | (?<! K _?) [\^v] [_MB]{0,3} N t [_]? (?P<skip>{FIG}) (?: [_,]{0,2} r (?P<skip>{FIG}))?
            | N o [_KMBYT]{1,6} [UD] [_y]{0,2} (?P<skip>%) [_Q]{0,3} t (?P<skip>{FIG})
        """,
        example="The broker raised its EPS estimate to $5.10 from $4.90.",
        reads={"skip": ("$5.10", "$4.90")},
        never="The company raised its EPS guidance to $5.10.",
    ),
    Shape(
        name="estimates ran from FIGURE to FIGURE",
        pattern=r"""
              (?<= {FIG} [,(]{1,2} u? [_]{0,2}) N [_]? R (?P<skip>{FIG})
            | (?<! [\^v] [_MBK]{0,4} ) [Nf] R ~ t [UD] (?P<skip>%)
            | (?<= {FIG} N [^;/s$%#dMVbmiqw]{1,14} & ) (?P<skip>{FIG}) N o
            | (?: A f | N ) ,? / [_]{1,2} r (?P<estimate>{FIG})
            | N [_]{0,3} (?: r [_]? (?P<skip>{FIG}) (?: t [_]? (?P<skip>{FIG}) )? (?: ,? u _? o (?P<estimate>{FIG}) )? | (?: o _? M
                  )? [UD] r [_MBo]{0,3} (?P<skip>{FIG}) t [_MBo]{0,3} (?P<skip>{FIG}) )
            | N (?: R | [_o]{1,3} ,? r ) [_MBo]{0,3} (?P<skip>{FIG}) t [_MBo]{0,3} (?P<skip>{FIG})
            | A E [_KMBo]{0,4} t [_n]{1,3} q (?P<skip>{FIG}) (?: & M t _? (?P<estimate>{FIG}) )?
        """,
        example="Estimates ranged from 65 cents to 75 cents.",
        reads={"skip": ("65 cents to 75 cents",)},
        never="Estimates were for 65 cents.",
    ),
    Shape(
        name="short of FIGURE that the company itself forecast",
        pattern=r"""
              (?<! {GUIDE} [^;]* {FIG} [_,]{0,3} ) [bmiqwc] [_oMB]{0,4} (?P<skip>{FIG}) [_]? K (?: [_]? [Eg] | _ f (?= $ | [,;] ) )
            | (?<! [GfE^v] [^;]* ) b [_KMo]{0,3} g [_oMB]{0,4} (?P<skip>{FIG})
            | (?P<skip>{LEVEL}) [UD]? [qw] K [fgNE]
            | (?<= V [^;/]* Y ,? ) & _? G [_oR]{0,2} (?P<skip>{FIG})
        """,
        example="Sales fell short of the $13 billion it had forecast.",
        reads={"skip": ("$13 billion",)},
        never="Sales fell short of the $13 billion analysts had forecast.",
    ),
    Shape(
        name="a profit on a sale, or a sum that a profit leaves out or holds",
        pattern=r"""
              M o? (?P<skip>[s$d]) (?: (?<! s ) ,? \| (?P<skip>s) ,? )? [ar_] [_]? X
            | (?P<skip>[s$d]) M n? [_W]? [ar] [_]? X
            | (?<= X [^;/s$%#d]{0,6} [&,] ) (?P<skip>\$) [ar] _? X
            | (?<= M ,? (?: B | u _? [UDM]? ) ) o (?P<skip>\$) (?: ,? \| (?P<skip>s) )? (?: [ro] _ (?= [UD] ) )?
                (?= ,? (?: o [s$] (?! [_]? [qw] ) | [UD] [_y]{0,2} % [_,]{0,2} [to] [s$] | [UD] t [s$] ) )
        """,
        example="It reported a profit of $3 million on the sale of its printing arm.",
        reads={"skip": ("$3 million",)},
        never="It reported a profit of $3 million on sales of $20 million.",
    ),
    Shape(
        name="the quarter before it was FIGURES",
        pattern=r"""
              (?: [Vrqw] [_K]? | [UD] [aK]{1,2} ) Q B? M o? (?P<skip>{LEVEL}) (?: ,? \| (?P<skip>s) )?
            | (?<= o | Y & ) (?P<skip>[s$]) n [QW]
            | (?<= ^ [_KB]{0,2} M n [_]? Q o ) (?P<skip>[s$#]) (?! ,? & {FIG} )
            | (?<= Y [),]{0,2} & [_rMBo]{0,3} ) (?P<skip>[s$]) [_naM]{0,3} Q
            | (?P<skip>[s$]) M [rn] Q
            | (?<= [qw] [_]? ) (?P<skip>{FIG}) [oM_n]{0,4} Q
            | ^ (?! Q ,? [_oB]{0,2} M [_o]{0,2} [UD] ) [_nK,]{0,3} [QW] (?! [^;]* Y ) [^;s$%#d]*
                  (?P<skip>{FIG}) (?: [^;s$%#d]* (?P<skip>{FIG}))*
            | [;/] [_noK]{0,2} [QW] [_,KMoBn:a]*? (?P<skip>{FIG}) (?: [|,&MB_oan]{0,5} (?P<skip>{FIG}))*
        """,
        example="In the previous quarter it earned $3 million on sales of $9 million.",
        reads={"skip": ("$3 million", "$9 million")},
        never="Quarter-on-quarter, sales rose 5% to $9 million.",
    ),
    Shape(
        name="up from the earlier outlook of FIGURE",
        pattern=r"""
              V _? (?P<previous>{FIG}) K g o? (?: & _? (?P<prior>{FIG}) (?= [_n]{0,2} Y ) )?
            | (?: (?P<skip>%) ,? | (?<= [UD] ) ) r [_K]{0,2} g o? (?P<previous>{LEVEL}) t [_]? (?P<guide>{LEVEL})
            | (?: (?: g (?: [\^v] (?=[fG]) )? N? | G o? [YQ] (?! B?M | _ n _?B?M ) )
                  (?: [MB_on&:(KrtEfGUD~YQR] | , (?! o | & ) )*? [qw]? | (?<= {GUIDE} [^;]* {FIG} [_,]{0,3}) [UD] r [_KMBQ]{0,3}
                  [NfG] [_no]{0,4} | [bmiqw] [_oKM\^v]{0,5} G [_oR]{0,3}
                  | (?<= {FIG} [_,]{0,2} | ^ [_oK]{0,3} ) V [_KBMQ]{0,3} G [_noT]{0,4}
                  | (?<= {GUIDE} [^/]* \( ) o :? ) (?! (?<= & [_o]{0,2} [bmiqw]? )
                  {FIG} [_MB]{0,2} (?: N | A [_AK]{0,3} [ENfG] ) ) (?P<previous>{FIG}) (?: M? t (?P<previous>{FIG})
                  | t [_R]{1,2} o? (?P<guide>{FIG}) | a [MBo_]{1,4} (?P<previous>{FIG}) )?
            | (?<= g (?: G? [BMEUo_YQ]{0,8} | _tG [BMo_]{0,4} ) {FIG} (?: n B? M )? ,? & [B_]{0,2} M [o_]{0,2} )
                  (?<! , [UD]? _? [rV] [_KB]{0,2} g
                  [_oq]{0,3} {FIG} , & [B_]{0,2} M [o_]{0,2} ) (?P<previous>{FIG}) (?! ,? [UD~]? [Vr] | [,(] g )
            | (?<= g [fGNo_]{0,3} {FIG} & ) (?P<previous>{FIG}) (?= [,;] | $ )
            | (?<= (?: g | G o? [YQ] ) [_o]{0,3} {FIG} n B? M & ) (?P<previous>{FIG}) (?= n M )
            | [wqVrc] [_oMBKR]{0,3} (?P<previous>{FIG}) (?: [oMa_BUD]{1,5} (?P<previous>{FIG}) )? [oM_BK]{0,3} g (?: t | n _ | E )?
                  (?= $ | [,;/] )
            | (?<= ^ [_K]{0,2} g [^;/]* {FIG} ,? &? [_B]? M [_o]{0,2} ) (?P<previous>{FIG})
            | (?<= {FIG} , [!rV] [_]? ) (?P<previous>{FIG}) [_]? K g
            | (?<= {GUIDE} [^;]* {FIG} [_,]{0,3} ) [wqVrc] [_oMB]{0,3} (?P<previous>{FIG}) [UD_oMB]{0,3} K f (?! _? A )
        """,
        example="It sees revenue of $5 billion, compared with its previous guidance of $4 billion.",
        reads={"guide": ("$5 billion",), "previous": ("$4 billion",)},
        never="It sees revenue of $5 billion.",
    ),
    Shape(
        name="an outlook beside FIGURE of a year ago",
        pattern=r"(?<= [Gf] [^;/]* {FIG} ) \( Y : (?P<skip>{FIG}) \)",
        example="It expects revenue of $5 million (2009: $4 million).",
        reads={"skip": ("$4 million",)},
        never="Revenue rose to $5 million (2009: $4 million).",
    ),
)
