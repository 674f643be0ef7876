"""
In black or red: Japanese and Korean sums whose sign is told behind them, where the sentence names the profit.

"営業損益は45億円の赤字", "영업이익은 45억원 적자": the word says no metric of its own then, but that the sum is a loss.
"12億円の黒字だった営業損益は" and "12億円の黒字が45億円の赤字に" tell first what it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import COSTS
from earnsum.grammar.pronouns_abroad import SAME_PROFIT
from earnsum.grammar.tokens import Token, entry_of, is_called
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import regex
from earnsum.text.marks import Quantity, negative

_WAS = "だった"
_SUMS = frozenset("$s")
_SIGN = regex.compile(
    rf"(?:程度|前後|強|弱)?の(?:(?P<gain>黒字|利益(?![率増減目水予見を]))|(?P<loss>赤字|損失(?![を])|欠損))(?![幅額])"
    rf"(?P<was>{_WAS}(?=[\p{{Han}}\p{{Katakana}}]{{0,10}}(?:損益|利益|損失))|(?=が(?:一転、?)?[0-9][0-9,.兆億万円]*の[黒赤]字))?"
    r"|(?:의)?\ (?:(?P<gain>흑자|이익(?=[으을이에]))|(?P<loss>적자|손실))(?!\ ?(?:전환|지속|폭|기조|확대|축소|규모|탈출|[였이]))"
)


def with_told_signs(folded: str, tokens: Sequence[Token]) -> list[Token]:
    """
    Return tokens, sums that a word behind them calls a profit or a loss with that sign, and without the word.

    Where no profit is named the word stays, as the name of one; of a cost it says only that it is one.
    """
    named = any(_is_a_profit(token) for token in tokens)
    kept: list[Token] = []
    end, of_cost = 0, False
    for token in tokens:
        if token.start < end:
            continue
        of_cost = is_called(token.mark, COSTS) or (of_cost and token.tag != METRIC_TAG)
        kept.append(token)
        figure = token.mark
        sign = _SIGN.match(folded, token.end) if token.tag in _SUMS and not of_cost else None
        if sign is None or not isinstance(figure, Quantity) or not (named or sign["gain"]):
            continue
        kept[-1] = token._replace(mark=(negative(figure) if sign["loss"] else figure)._replace(signed=True))
        if named:
            end = sign.end()
            kept += [Token("r", token.end, end, None, "から")] if sign["was"] is not None else []
            if (
                sign["was"] == _WAS
                and (of := next((t for t in tokens if t.start >= end and t.tag == METRIC_TAG), None)) is not None
            ):
                kept.insert(-2, of._replace(start=token.start, end=token.start))
    return kept


_NO_PROFITS = COSTS | {"revenue"}


def _is_a_profit(token: Token) -> bool:
    entry = entry_of(token.mark)
    known = token.tag == METRIC_TAG and entry is not None and not entry.generic and entry.name not in _NO_PROFITS
    return known or token.first.startswith(SAME_PROFIT)
