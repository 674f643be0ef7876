"""Changes in Chinese, Japanese and Korean: the shapes of rates, which stand behind what they are of."""

from earnsum.grammar.shape import SIGNED_CHANGE, Shape

CHANGES_CJK: tuple[Shape, ...] = (
    Shape(
        name="the rate by which it beat",
        pattern=r"(?P<skip>%) [_I]{0,2} [bm] | (?<= N [M_o]{0,3} \(? {FIG} \)? [_oI]{0,3} ) (?P<skip>{FIG}) _? [UD]",
        example="영업이익은 시장 전망치 6천억원을 13% 하회했다.",
        reads={"estimate": ("6천억원",), "skip": ("13%",)},
        never="영업이익은 13% 감소했다.",
    ),
    Shape(
        name="METRIC FIGURE, METRIC FIGURE up",
        pattern=r"""
              (?: (?: M [_CY]{0,3} (?P<change>%) , )+ M _?
                | (?<= M [_CY]{0,3} = ) (?P<change>%) , (?: (?P<change>%) , )* ) % [_o=]{0,2} (?P<side>[UD])
            | (?<= Y [_n]? {LEVEL} [_o]{0,2} ) (?P<change>%) , [LQ] [_o]? {LEVEL} [_o]{0,2} % [_o=]{0,2} (?P<side>[UD])
            | [CY] _? (?P<change>%) (?: \( [^()]* \) )? ,? L _? % (?: \( [^()]* \) )? [_o=]{0,2} (?P<side>[UD])
        """,
        example="매출은 12%, 영업이익은 23% 증가했다.",
        reads={"change": ("12%", "23%")},
        never="매출은 12조원, 영업이익은 23조원이다.",
    ),
    Shape(
        name="FIGURES up, in the order of those before",
        pattern=r"""
            (?<= [CY] [_,]{0,2} = | = [CY] [_,]{0,2} | = Y \( [^()]* \) _? | [^M$] C )
                (?P<change>%) (?: [,&] (?P<change>%) )+ [_o=]{0,2} (?P<side>[UD])
        """,
        example="전년 동기 대비 각각 11%, 38% 증가했다.",
        reads={"change": ("11%", "38%")},
        never="이익률은 각각 11%, 38%였다.",
    ),
    Shape(
        name="FIGURE up",
        pattern=r"""
              (?P<change>%) (?: \( (?P<skip>{LEVEL}) _? \) )? [o(=]{0,2} (?P<side>[UD]) (?! _? p )
            | (?<! [UD] _? ) (?P<change>%) [_o(=]{1,2} (?P<side>[UD])
        """,
        example="売上高は5%増の1兆円だった。",
        reads={"change": ("5%",)},
        never="利益率は5%だった。",
    ),
    Shape(
        name="up FIGURE",
        pattern=r"(?<! p [_o]? ) (?P<side>[UD~]) [_oyb]{0,2} (?P<change>%)",
        example="营收同比增长5%。",
        reads={"change": ("5%",)},
        never="毛利率为5%。",
    ),
    Shape(
        name=SIGNED_CHANGE,
        pattern=r"(?<= {LEVEL} ) \( (?P<change>%) \)",
        example="영업이익은 800억원(+14.3%)이다.",
        reads={"change": ("+14.3%",)},
        never="영업이익은 800억원이다.",
    ),
    Shape(
        name="FIGURE on the year",
        pattern=r"C (?P<skip>%) (?= o {LEVEL} ) | C [_(o]{0,2} (?P<change>%) | (?<= C [^;]* {LEVEL} \( _ ) (?P<change>%) (?= \) )",
        example="营收同比+5%。",
        reads={"change": ("+5%",)},
        never="毛利率为5%。",
    ),
)
