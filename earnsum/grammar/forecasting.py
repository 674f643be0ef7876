"""
Forecasting: who it is that expects, where a Chinese verb does not say.

"预估" and "预期" name what analysts expect ("低于市场预期的5亿元") and, with what is expected behind them, what a company does
("公司预估第四季营收5亿元").
"""

from __future__ import annotations

from earnsum.grammar.tokens import Token, says, tags_of
from earnsum.patterns import regex

_VERBS = frozenset({"预估", "预期", "预测", "估"})
_EXPECTS = regex.compile(r"(?<![ANEbmijk][^,;&()]{0,9})N(?=[^s$%#do:(),;N]|,[_T])(?=[^;]*[s$%#d])")
"""Where a verb of expecting stands in a clause that names no analysts and compares with nothing, before what is expected."""
_OF_ANALYSTS = regex.compile(r"(?<=A[^,;s$%#d]{0,6})g")
"""``法人原先预估``: what analysts expected until now"""
_UNTIL_NOW = regex.compile(r"(?<=G[^;AN]*[s$%#d][^;AN]*,[^;AN]{0,3})E")
"""``预计营收70亿元,此前预期60亿元``: what the company did"""

_ANOTHERS = regex.compile(r"(?<![AGK][^;]*)E(?=[_oBT]{0,3}M[_o]{0,2}[s$%#d])")
"""``高盛此前预计其净利润为97亿元``: what somebody else expected"""
_GOES_ON = regex.compile(r"(?<=G[^;AN]{0,12}[s$%#d][^;]*);(?=[_B]?M[^;G]*[s$%#d])")
"""Where an outlook goes on behind a semicolon: "预计交付量为5万辆；总收入为50亿元"."""
_WILL = regex.compile(r"(?<=[ANE][^,;]*|[NE]_?M[^;]*)G")
"""``分析师预期每股收益将达4元``: a word of what is to come in what analysts expect"""
_TO_COME = frozenset({"将达", "将达到", "将为", "将介于"})


def as_own_forecasts(tokens: list[Token]) -> list[Token]:
    """Return tokens, each word of expecting told to be the company's own or the analysts'."""
    tags = tags_of(tokens)
    told: dict[int, str] = {}
    if "N" in tags:
        told |= {found.start(): "G" for found in _EXPECTS.finditer(tags) if says(tokens[found.start()], _VERBS)}
    if "E" in tags:
        told |= {found.start(): "N" for found in _ANOTHERS.finditer(tags)}
    if "A" in tags:
        told |= {found.start(): "N" for found in _OF_ANALYSTS.finditer(tags)}
    if "G" in tags:
        told |= {found.start(): "g" for found in _UNTIL_NOW.finditer(tags)}
        told |= {found.start(): "," for found in _GOES_ON.finditer(tags)}
        told |= {found.start(): "o" for found in _WILL.finditer(tags) if says(tokens[found.start()], _TO_COME)}
    return [token._replace(tag=told.get(at, token.tag)) for at, token in enumerate(tokens)] if told else tokens
