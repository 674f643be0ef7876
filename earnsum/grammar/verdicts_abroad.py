"""Verdicts in words that German, French and Spanish put in another order than English does ("wurden die Erwartungen verfehlt")."""

from __future__ import annotations

from earnsum.grammar.shape import EXPECTED_MORE

ABROAD_SAYS: tuple[tuple[str, str], ...] = (
    # "Le résultat d'exploitation, 5 millions entre parenthèses, est en ligne avec les attentes"
    ("METRIC (FIGURE), above estimates", r"(?P<met>M)_?\([s$#%]\)[_o]{0,3}(?P<v>[bmiqw])[_oA]{0,3}[NfE]"),
    # "Beim Umsatz wurden die Erwartungen verfehlt"
    (
        "METRIC, estimates beaten",
        r"(?P<met>[M2e])(?:[&,](?P<met>M))?[_oBnKY,]{0,4}(?:[s$#d%]_?)?[NfE][_A]{0,3}(?:[s$#d]?_?(?P<v>[bmqw])|(?P<v>i)(?=$|[,;/]))",
    ),
    # "Mit dem Umsatz übertraf Acme die Schätzungen"
    (
        "with METRIC it beat estimates",
        r"^[_nuK&]{0,3}(?P<met>[M2])(?:[&,]n?(?P<met>M))?(?:o[s$#d%](?:\([^()]*\))?|,[^;/MNEbmiqw]{1,10},)?[^;/s$%#dM]{0,3}(?P<v>[bmiqw])[_oABKM]{0,3}(?:n?T?n?[s$#d%]_?)?[NfEA]",
    ),
    # "Globex superó las expectativas en ingresos, pero no en beneficio"
    ("beat estimates in METRIC", r"(?P<v>[bm])[_oAK]{0,3}[Nf][_oA]{0,3}n(?P<met>[Me])(?:&n?(?P<met>M))?(?=$|[,;/])"),
    # "Le bénéfice net atteint 5 millions d'euros, mieux que prévu"
    # "Die Marge lag bei 4 Prozent und fiel damit höher als erwartet aus"
    ("METRIC of FIGURE, better than expected", r"(?P<met>M)[^;/MbmiNjkA]{1,12}[,&][_oD]{0,3}(?P<v>[jk])(?![_B]{0,2}M)"),
    # "Der Gewinn fiel höher aus, als Experten erwartet hatten"
    (
        "METRIC turned out higher, than expected",
        r"(?P<met>M)\)?(?:(?:o[s$#d%][_o]{0,2}[,&]?)?D?(?P<v>[qw]),?[_oA]{0,4}[ENf]|(?:D|n[s$#d%])_?(?P<v>i)_?o?(?=$|[,;]))",
    ),
    # "Der Umsatzanstieg um 4 Prozent auf 3 Milliarden Euro lag über den Erwartungen"
    (
        "METRIC's rise to FIGURE, above estimates",
        r"(?P<met>M)[UDyo_]{1,4}%[_t]{0,2}[s$#d][_on]{0,3}(?P<v>[bmiqw])[_oAK]{0,3}[NfEA]",
    ),
    # "Der Umsatz stieg auf 3 Milliarden Euro, womit der Konzern die Erwartungen verfehlte"
    # "Acme hat den Umsatz auf 3 Milliarden Euro gesteigert und damit die Erwartungen verfehlt"
    (
        "METRIC of FIGURE, with which it estimates beat",
        r"(?P<met>M)[UDyo_nBKt]{0,5}(?:%[_t]{0,2})?[s$#d%](?:[_o]?\([^()]*\))?[UDo]?(?:,[_oKn]{1,4}|,?&[_oKn]{0,4})[NfE][_Ao]{0,4}(?P<v>[bmi])",
    ),
    # "Acme holte 5 Prozent mehr Bestellungen herein und hat damit die Erwartungen übertroffen"
    (
        "so much more METRIC, and estimates beat",
        r"%[UDqw]_?(?P<met>M)[_YcoKV]{0,4}[,&]{1,2}[_onK]{0,3}[NfE][_Ao]{0,4}(?P<v>[bmi])",
    ),
    # "Un beneficio neto de 5 millones, la cifra más alta de su historia y muy por encima de las previsiones"
    ("METRIC of FIGURE, RECORD and above estimates", r"(?P<met>M)o[s$#d],[_oUnKy]{1,8}&_?(?P<v>[bmqw])[_oAK]{0,3}[NfEA]"),
    # "Damit hat der Konzern die Erwartungen beim Umsatz verfehlt, beim Gewinn aber übertroffen"
    ("…, METRIC beaten too", r"(?<=[NfE][^;]*[bmi][,&]{1,2}n?_?)(?P<met>M)[_o/]{0,3}(?P<v>[bmi])(?![_oAK]{0,3}[NfEA])"),
    # "Der Umsatz lag 2 Prozent über der Schätzung, das Ebit mit 9 Millionen Euro darunter"
    (
        "…, METRIC below",
        r"(?<=[NfE][^;]*[,&]{1,2}[_on]{0,2})(?P<met>M)[_oun]{0,2}[s$#d%]?(?:\([^()]*\))?[_,]{0,2}%?_?(?P<v>[qw])(?=$|[,;])",
    ),
    # "L'Ebit a chuté d'un tiers, à 4 millions d'euros, un niveau conforme aux attentes"
    (
        "METRIC rose, to FIGURE, above estimates",
        r"(?P<met>M)[_oBKn,]{0,5}[UD][^;/MbmiqwNE]{0,9},?t[s$],/?t?_?(?P<v>[bmiqw])[_oAK]{0,3}[NfEA]",
    ),
    # "L'Ebit ajusté et le dividende manquent le consensus"
    ("METRIC and METRIC beat estimates", r"(?P<met>M)B?&[_K]{0,2}(?P<met>M)B?[_oK]{0,2}(?P<v>[bmiqw])[_oA]{0,3}[NfE]"),
    # "Der Umsatz stieg auf 5 Millionen Euro und entsprach damit dem, was der Markt erwartet hatte"
    (
        "METRIC of FIGURE, as was expected",
        r"(?P<met>M)[UDyo_nBK]{0,5}(?:%[_t]{0,2})?[s$#d%][,&_]{0,3}(?P<v>i),?_?A_?[Ef]",
    ),
    # "Acme hat mehr verdient, als Analysten erwartet hatten"
    ("more METRIC than expected", r"(?P<v>[UDq])_?(?P<met>M),?(?:_{0,2}A_?[Ef]|_{1,2}E)(?![_o]{0,2}[s$#d%])"),
    # "Die Marge sank auf 4 Prozent, am Markt war weniger erwartet worden", "Analysten hatten mit mehr Umsatz gerechnet"
    (
        EXPECTED_MORE,
        (
            r"(?P<met>M)[^;M&s$#%]{0,6}(?:[yo]?%)?[^;M&s$#%]{0,4}[s$#%][UD]?,?/?[_K]{0,2}A[_o]{0,3}(?P<v>[UD])[_o]{0,2}[Ef](?![_o]{0,2}[s$#d%])"
            r"|A[_oAKn]{0,3}(?:(?P<v>[UDqw])_?(?P<met>M)|(?P<met>M)[_o]{0,2}(?P<v>[UDqw]))[_o]{0,2}[Ef](?![_o]{0,2}[s$#d%])"
        ),
    ),
    # "Der Umsatz stieg stärker als erwartet"
    ("METRIC rose more than expected", r"(?P<met>M)[UDoBn_tYKy]{1,5}(?P<v>[jk])"),
)
"""Name and pattern over tags, as the English ones; tried after them."""
