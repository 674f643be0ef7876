"""
Verdict shapes: the patterns over tags by which words say what has beaten, missed or met expectations.

What they find is judged in `verdicts`; the roles of figures have their own, in `shapes`.
"""

from __future__ import annotations

from earnsum.grammar.shape import EXPECTED_MORE

RISE = "a better-than-expected rise in METRIC"

OWN_TOO = "K?[gG](?:[on]M?o?_?[s$#d%])?&"
"""``beat both its own guidance of $5 million and`` analysts' forecasts"""

BETTER = "METRIC better than expected"

IN_LINE = "in-line METRIC"
"""Only the adjective: "sales were in line with revenue forecasts" is read otherwise."""

UNEXPECTED = "METRIC unexpectedly fell"
"""With that word right behind the metric."""

ON_METRIC = "beat estimates on METRIC"

OF_FIGURE = "METRIC of FIGURE, above estimates"

WIDER = "a wider METRIC than expected"
"""With "than expected" right behind the metric."""

WIDER_TOO = "a wider METRIC, and another, than expected"
"""With a comparative of its own before each of the two."""

MOVE = "METRIC FIGURE, a bigger rise than expected"
"""With a word for the size of the move, before it or behind ("a decline that was steeper"), which lies in its direction."""

SAYS = (
    # "revenue also topped forecasts", "sales were in line with expectations", "deliveries rose, but missed estimates"
    (
        "METRIC beat estimates",
        (
            r"(?:(?P<met>M),(?=2))?(?P<met>[M2e10]|(?<=^[K_]?)s)(?:,B?(?P<met>M)(?=[&,]))*"
            r"(?:[&,]{0,2}n?B?(?P<met>M)|(?<=(?:^|[,;:/])_?KM)&K(?P<met>M)|&[_Q]?f(?=[bmiqw]))?"
            r"(?:(?<=M)o[_K](?:[,&]{1,2}[_K]){1,9}(?=[bmiqw]))?(?:,[_o][^,;s$#%d]{0,6},(?=[UD]?&?[bmiqw]))?(?:[_oK]{0,2}[Gf](?![_oBnKtYQUDx]*[/&]))?(?:[_oBnKtYQ/&UDx]{0,6}(?:(?<=[UD])y|(?<=[Gf][_on]*)%)?(?P<v>[bmiqw])M?|[_oBnKtYQ,/&UDxr]{0,6}"
            r"(?P<v>[bmiqw]))[_oABK]{0,3}(?:[s$#d%](?=N|(?<=[Gf][^;]*)A))?(?:[NfEA])"
        ),
    ),
    # "Beating forecasts, the bank made $5 million"
    ("beating estimates, METRIC", r"^(?P<v>[bmqw])[_oA]{0,3}[NfE],[K_]{0,2}(?P<met>M)(?![_o]*[UD]?[^s$#]*$)"),
    # "beat earnings estimates", "missed revenue expectations"
    (
        "beat METRIC estimates",
        r"(?P<v>[bmiqw])[_oABKn]{0,4}N?(?P<met>[M210])(?:[&,|]B?(?P<met>[M10]))?[_ABK]{0,2}(?:[NfE]|(?<=A[M210]|A[_B][M210]|AM&B?M)G)",
    ),
    # "topped estimates for revenue", "missed expectations on the top line"
    (
        ON_METRIC,
        (
            r"(?P<v>[bmiqw])[_oABK]{0,3}[NfE](?:(?<=N)oA)?(?:[_A]{0,2}[anou_]|(?<=N)(?=[M2](?![UDo]))|yu(?:_?%[UD]n)?"
            r"|(?<=(?:^|K)_?[bmiqw][_oAB]{0,3}[NfE]),u|u_?%?_?[UD][no]|/K?(?=B?M[UD]))(?:(?<=u)K)?[_B]?(?P<met>[M210])(?:,(?P<met>M)(?=[&,]))*"
            r"(?:(?:[unoa_]{1,2}[s$#d])?[&,]{1,2}_?(?P<met>M))?"
        ),
    ),
    # "Acme beat estimates, earning 30 cents a share"
    # … and "the results beat estimates: earnings of 30 cents a share and sales of $5 billion"
    (
        "beat estimates, METRIC FIGURE",
        (
            r"(?<=[Ke][_oYt]{0,3})(?P<v>[bmi])[_oABK]{0,3}[NfE],[_uB]{0,2}(?P<met>M)[_oB]{0,2}s"
            r"|(?<=e[_oY]{0,3})(?P<v>[bmiqw])[_oABK]{0,3}[NfE]:[_uB]{0,2}(?P<met>M)[_oB]{0,2}[s$](?:,?&_?B?(?P<met>M)(?=[_oB]{0,2}[s$]))?"
        ),
    ),
    # "a miss on the top and bottom line", "beating on revenue and earnings"
    (
        "beat on METRIC",
        r"(?P<v>[bmiqw])[_K]{0,2}A?[an][_B]{0,2}(?P<met>[M210])(?:[&,]{1,2}(?P<met>M))?|(?P<v>[jk])[an](?P<met>[210])",
    ),
    # "a bottom-line beat"
    (
        "a METRIC beat",
        (
            r"(?:(?<=(?:^|[K:;/,])_?)(?:(?P<met>M),)*(?P<met>M),?&)?(?P<met>[210M])(?:o[s$#d%](?:o_?)?)?(?:(?<=[210])e)?_{0,2}"
            r"(?P<v>[bmi]|(?<!%)[qw]|(?<=os)k)(?=$|[,;/&)o:]|(?<=m)_{2,4}(?=$|[,;/&])|(?<![qw])(?:e|A?$|a(?!B?[M210])|[ny_]_?(?:$|[,;/&]))|y_?[s$]"
            r"|[b_](?:[jk]B?M|[M210][bm]))"
        ),
    ),
    # as in "revenue of $5 billion, in line with expectations" or "revenue rose 7% to $5 billion, also beating expectations"
    (
        OF_FIGURE,
        (
            r"(?:(?P<met>M)o[s$#],?[&a][_BK]{0,2}(?=Mo[s$#][_o]{0,3}[bmiqwjk]))?"
            r"(?P<met>[M10])[fG]?(?:,(?:K|[_B/][^,;s$%#d]{0,5}),|:[^:;s$#%dM]{1,8}:|_{1,2}/(?=[UD])"
            r"|,(?=o?[s$#d],|[UD]%(?:[_nY]{0,2},|[_nY]{0,2}[ot][s$])|t[s$])|(?<=^[_nKB]{0,4}M)_?,(?=[UD]))?[UDoBn_tbqKYry~R]{0,5}"
            r"(?:[s$#d%p](?:\(%[_n]?[BO]\))?(?:(?:[wq](?=n?Y))?[_tnryoYQWbV,UDB(a|&~]{0,5}|,V_&|_?[rV]Yu)){1,4}(?:[,:_/o(K&)n]{0,3}=?"
            rf"(?P<v>[bmiqw])(?:{OWN_TOO})?(?:(?<=%[bm])[tV]|/)?[_oAK]{{0,3}}(?:[s$#d%]_?)?[NfEA]"
            r"|[,&(o][_/oKn]{0,3}=?(?P<v>[jk])(?=$|[,;/&).]|y?_?A)|(?<=[s$%]),_?(?P<v>[CS])(?=$|[,;/&).])"
            r"|(?:,[_o]?|,?/)(?P<v>[bm])(?=$|[;)]|(?<=/[bm])[,&])|(?<=[fG][^;,/]*)(?P<v>[bm])(?=$|[;,/&)]))"
        ),
    ),
    # as in "sales rose 3% to $5 billion; analysts had been hoping for more"
    (
        EXPECTED_MORE,
        r"(?P<met>M)[^;M&s$#%]{0,6}(?:%[^;M&s$#%]{0,4})?[s$#%][,;/]{1,2}A[_oK]{0,3}E[_oKt]{0,4}(?P<v>[UD])[UD]?(?=$|[,;])",
    ),
    # as in "posted a $5 million net profit, up 5%, in line with expectations"
    (
        "FIGURE in METRIC, above estimates",
        (
            r"[s$#]n?(?P<met>M)(?:(?:,_?[UD]_?o?%[crn]?_?Y?)?[,(]{1,2}[_oKe]{0,3}(?P<v>[bmiqw])[_oAK]{0,3}[NfEA](?![_oBn]{0,3}[Ms$%#d])"
            r"|(?:,o|,?/)(?P<v>[bm])(?=$|[;)]))"
        ),
    ),
    # "a wider loss than analysts had expected", "stronger profit and revenue for the quarter than expected"
    (
        WIDER,
        (
            r"(?P<v>[UD][UD](?=n)|[UD])(?:(?<=[UD][UD])n)?_?(?P<met>[M2])(?:(?:,?&[_B]?|,B?)(?P<met>M))?[_n]{0,3}?"
            r"(?:c[_AK]{0,3}[ENf]|_)"
        ),
    ),
    # "higher sales and a narrower loss than expected": the first of them
    (WIDER_TOO, r"(?P<v>[UD])_?(?P<met>M)[_n]{0,2},?[&/]_?(?=[UD]_?M[_n]{0,3}(?:c[_AK]{0,3}[ENf]|_))"),
    # as in "net income fell 20% to $80 million, a bigger drop than analysts had expected"
    (
        MOVE,
        (
            r"(?<![UD])(?P<v>_[UD])n_?(?P<met>M)[_n]{0,3}c[_AK]{0,3}[ENf](?![_o]{0,3}[s$%])"
            r"|(?P<met>M)[UDoBn_tKry]{0,4}(?:[s$%][_tryonYB|]{0,4}){1,3}[,:]_?"
            r"(?:(?:(?P<v>[UD_][UD])c|(?P<v>[qw][UD])|%?(?P<move>[UD])(?:,|o|,o)(?:(?P<v>[_UD])c|(?P<v>[qw])))[_AK]{0,3}[ENf](?![_o]{0,3}[s$%])|(?P<v>[UD_][UD])_(?=$|[,;/&]))"
        ),
    ),
    # as in "revenue rose to $5 billion, but the increase was less than expected"
    (
        "METRIC moved, less of a move than expected",
        r"(?P<met>M)[^;MbmiqwjkNEX]{1,14}[/&][UD][_o]{0,2}(?:(?P<v>[jk])|(?P<v>[qwi])[_oAK]{0,3}[NfEA])",
    ),
    # "a loss, and one far bigger than Wall Street had feared"
    # … and "Acme lost more money than expected", "earned less in the quarter than expected"
    ("a METRIC bigger than expected", r"(?P<met>M)[_oBn,&|s$]{0,8}(?P<v>U|(?<=M)D)[_n]{0,3}c[_A]{0,3}[EN]"),
    # "better-than-expected earnings and revenue", "a wider-than-expected loss", "a smaller-than-expected fall in profit"
    (
        "better-than-expected METRIC",
        r"(?P<v>[jk])[_B]{0,2}(?P<met>[M210])(?:(?:,?&[_B]?|,B?)(?P<met>M)(?![UD](?:$|[%_ty,;/&.r])))?",
    ),
    # as in "a better-than-expected 9% rise in sales"
    (RISE, r"(?P<v>[jk])%?(?:[UD]n|D(?=M))[_B]{0,2}(?P<met>[M210])"),
    # as in "comparable sales unexpectedly fell 1%"
    (UNEXPECTED, r"(?P<met>M)_(?P<v>[UD])(?![^;]*N)"),
    ("bigger-than-expected METRIC", r"(?P<v>[CS](?:_?%?_?(?:[UD][no]|D(?=M)))?)[_B]{0,2}(?P<met>M)"),
    (
        BETTER,
        (
            r"(?P<met>[M2e])(?:,B?(?P<met>M)(?=[&,]))*(?:,?&B?(?:(?P<met>M)|_(?=o))|,(?=o))?"
            r"(?:(?<=M)o(?:[s$#]|%(?=[_on])))?[_oBnKu]{0,3}[UD]?(?P<v>[jkCS])(?![_B]{0,2}M)"
        ),
    ),
    # "in-line EPS", "revenue was in line at $3 billion"
    (
        IN_LINE,
        r"(?<=[Ko_&,aun])(?P<v>i)[_B]?(?P<met>M)|(?P<met>M)(?:,?o_?|(?:,?o|[UD][on]?%t)?[s$#%](?:\([^()]{1,6}\))?,?o?|o[s$#%]o_)?(?P<v>i)(?=o[s$#%]|$|[;/,&.)])",
    ),
    # "a better-than-expected $1.21 a share in adjusted profit"
    ("better-than-expected FIGURE in METRIC", r"(?P<v>[jk])[s$#d%][no][_B]{0,2}(?P<met>M)"),
    # as in "sales rose 3% to a better-than-expected $5 billion"
    ("METRIC at a better-than-expected FIGURE", r"(?P<met>M)[_oBKYUD%yrtTn]{0,8}(?P<v>[jk])[s$#%](?![no]?[_B]{0,2}M)"),
    # "Acme beats by $0.04, misses on revenue": a headline
    ("beats by FIGURE a share", r"^[K_]{1,3}(?P<v>[bm])y_?(?P<met>s)(?=$|[,;/&])"),
    ("better-than-expected FIGURE a share", r"(?P<v>[jk])[oB]{0,2}(?P<met>s)(?![no]?[_B]{0,2}M)"),
)
"""What is said in words to have beaten, missed or met expectations: a name, and a pattern over tags."""
