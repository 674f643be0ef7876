"""Verdicts in words in Chinese, Japanese and Korean, which stand behind what they are of."""

CJK_SAYS: tuple[tuple[str, str], ...] = (
    # "営業利益は900億円で市場予想を上回った"
    (
        "METRIC, estimates beaten",
        (
            r"(?P<met>M)(?:[_&,]{0,2}(?P<met>M)(?=_?[_=.]{0,2}N))?[^;MNbmiLI]{0,10}N(?:\([^()]{1,3}\))?[_o,KIt]{0,3}(?:%_?)?"
            r"(?P<v>[bmi])"
        ),
    ),
    # "매출은 3조원, 영업이익은 2천억원으로 모두 전망치를 웃돌았다"
    (
        "METRIC FIGURE, METRIC FIGURE, both beat estimates",
        r"(?P<met>M)[_o]{0,2}[s$][_ot]{0,2}(?:,_?)?(?P<met>M)[_o]{0,2}[s$][_ot]{0,2},?=[_A]{0,2}N[_o,KIt]{0,3}(?P<v>[bmi])",
    ),
    # "净利润高于市场预期"
    ("METRIC beat estimates", r"(?P<met>M)(?:[_&,]{1,2}(?P<met>M))?[^;MN]{0,12}(?P<v>[bmi])[_oAI]{0,2}N"),
    # "시장 전망치에는 매출과 영업이익 모두 미달했다"
    (
        "estimates METRIC, METRIC both beat",
        r"N_(?P<met>M)[_&]{0,2}(?P<met>M)[_=]{0,3}(?P<v>[bmi])(?![_oI]{0,2}[s$%#d])",
    ),
    # "营收12亿元,超预期"
    (
        "METRIC of FIGURE, better than expected",
        r"(?P<met>M)(?:[_&,]{1,2}(?P<met>M))?[^;MNbmijkG]{0,10}(?P<v>[jk])(?![_oBI]{0,2}[Ms$#d]|[_oBI]{1,2}%)",
    ),
    # "予想を上回る純利益"
    ("better-than-expected METRIC", r"(?P<v>[jk])[_oBI]{0,2}(?P<met>M)"),
)
"""What is said in words to have beaten, missed or met expectations."""
