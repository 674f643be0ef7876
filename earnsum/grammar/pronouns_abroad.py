"""Pronouns in other languages, or the subject that they leave out: the metric named in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.pronouns import metrics_in, standing_for, word_of
from earnsum.grammar.tokens import ANALYSTS_TAG, OTHER_TAG, Cue, Token, is_called, tags_of
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.languages import JAPANESE, UNSPACED

_PRONOUNS_ABROAD = frozenset(
    {
        "il",
        "elle",
        "ils",
        "elles",
        "er",
        "sie",
        "es",
        "dieser",
        "diese",
        "dieses",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "celles-ci",
        "éste",
        "ésta",
    }
)
_TOLD_OF_IT_ABROAD = regex.compile(r"[K_]!?(?:o?[UD~]_?[yo]?_?%|[UD~]_?t_?[$#%]|o[$#%])")
_LEFT_OUT = {
    "es": regex.compile(
        r"(?:_,)?(?:[UD][_n]?[%y]|o[$%])|(?!.*M)[_nK,]{0,5}[Gf][no]?R?\$[no]{0,2}(?:$|[,;/])"
    ),  # "Han crecido un 2%, hasta los 5.654 millones"
    "de": regex.compile(
        r"[UD]K?n?[%y$t]|oK?_?[$%y]|(?!.*M)G[Kn_]{0,4}R?[$%]|[$%][on]K?_?[UDqw%y]"
    ),  # "Der fiel mit 5 Millionen aus", "Mit 5 Millionen lag dieser unter"
    "fr": regex.compile(r"(?!.*M)[_nK,]{0,5}[Gf][no]?R?\$[no]{0,2}(?:$|[,;/])"),  # "Pour le deuxième, il table sur 2 à 3 milliards"
    "ja": regex.compile(r"[_,C]{0,3}(?:%[_o]*[UD]|[UD]_?%)|(?:[_,]?[CY][_o]{0,2}\$_?[rC]?|[_,]?\$_?[rC])_?(?:%[_o]*[UD]|[UD]_?%)"),
}
_LEFT_OUT |= dict.fromkeys(("ko", "zh"), _LEFT_OUT["ja"])  # "전년보다 93.1% 급감했다"
"""How a sentence goes on about the metric of the one before where its language need not name it again."""
_OUTLOOK = frozenset("G^v")
_THIS = frozenset({"이는", "이것은", "これは"})
_ANYTHING = regex.compile("_")
_COMING = frozenset("EG")
"""Tags of a sentence before that is on what is to come: no rate behind it is one of what was reported."""
_COMPARED = regex.compile("전년|작년|지난해|직전|[较比与]")
"""What may stand first there without being what the sentence is about ("うち中国は14%減")."""


def with_antecedent_abroad(tokens: Sequence[Token], before: Sequence[Token], language: str) -> list[Token]:
    """Return a sentence's tokens, its pronoun or the subject that it leaves out as the one metric named in the sentence before."""
    tokens = _with_analysts(tokens, before)
    tags = tags_of(tokens)
    named = metrics_in(before)
    if not tokens or len({cue.entry.name for cue in named if cue.entry is not None}) != 1:
        return list(tokens)
    if word_of(tokens[0]) in _PRONOUNS_ABROAD and _TOLD_OF_IT_ABROAD.match(tags):
        return [standing_for(tokens[0], named[0]), *tokens[1:]]
    if language == JAPANESE and _of_next_part(tokens, before):
        start = tokens[0].start
        return [Token(METRIC_TAG, start, start, named[0]._replace(span=Span(start, start))), *tokens]
    left_out = _LEFT_OUT.get(language)
    if language == JAPANESE and not _OUTLOOK.isdisjoint(tags_of(before)) and left_out is not None and left_out.match(tags):
        return [token._replace(tag=OTHER_TAG) if token.tag == "%" else token for token in tokens]  # "前年比では5%減となる"
    if tokens[0].first in _THIS and METRIC_TAG not in tags and "N" not in tags:
        left_out, named_first = _ANYTHING, False
    else:
        named_first = tokens[0].tag == OTHER_TAG and language in UNSPACED and not _COMPARED.match(tokens[0].first)
    coming = language in UNSPACED and "%" in tags and not _COMING.isdisjoint(tags_of(before))
    if left_out is None or left_out.match(tags) is None or named_first or coming:
        return list(tokens)
    start = tokens[0].start
    return [Token(METRIC_TAG, start, start, named[0]._replace(span=Span(start, start))), *tokens]


_RISES = regex.compile(r"_{1,2}C?%[_o]?[UD]")
_PART = regex.compile(r"事業|部門|[別類]|国内|海外|北米|米国|欧州|アジア|中国|日本|薬|向け")
_NO_PART = regex.compile(r"[費額数率高益金産債入価量損税料本資株者人員車品台店客配庫担性]$|同社|全体|平均")


def _of_next_part(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Tell a sentence on the next part, behind one on a part, that need not name the metric again ("一方、海外は5%増の20億円")."""
    tags = tags_of(tokens)
    if _RISES.match(tags) is None or METRIC_TAG in tags or not _OUTLOOK.isdisjoint(tags_of(before)):
        return False
    subject = tokens[tags.index("%") - 1 if tags[tags.index("%") - 1] == OTHER_TAG else 0].first
    is_part = _PART.search(tokens[0].first) or any(t.tag == OTHER_TAG and _PART.search(t.first) for t in before)
    return _NO_PART.search(subject) is None and bool(is_part)


_THEY = frozenset({"sie", "diese"})


def _with_analysts(tokens: Sequence[Token], before: Sequence[Token]) -> Sequence[Token]:
    """Return tokens, "sie" of those who expected something as the analysts named in the sentence before."""
    tags = tags_of(tokens)
    if "E" not in tags or ANALYSTS_TAG in tags or ANALYSTS_TAG not in tags_of(before):
        return tokens
    they = (at for at, token in enumerate(tokens) if token.tag in "K_" and word_of(token) in _THEY)
    at = next(they, None)
    return tokens if at is None else [*tokens[:at], tokens[at]._replace(tag=ANALYSTS_TAG), *tokens[at + 1 :]]


_OUTLOOK_ALONE = regex.compile(r"[_,o]{0,2}G(?:_|go|g)?\$[^sMANd]*|(?P<of>_)?\$[oIt]?[_g]{0,2}[oI]?[G^v][^sMANd$]*")
_OF_THEN = frozenset({"", "で", "として"})
"""What may open a sentence on an outlook, behind its period ("通期では1200億円とする計画を変えなかった")."""
SAME_PROFIT = ("同利益", "同損益")
_PROFITS = frozenset({"operating_income", "pretax_income", "net_income"})


def _is_outlook_alone(tokens: Sequence[Token]) -> bool:
    """Tell a sentence on an outlook that names no metric; an aim ("目標") may be of anything."""
    found = _OUTLOOK_ALONE.fullmatch(tags_of(tokens))
    if found is None or (found["of"] and tokens[0].first not in _OF_THEN):
        return False
    return not any("目標" in word_of(token) for token in tokens)


def with_same_profit(tokens: Sequence[Token], profit: Token | None) -> tuple[list[Token], Token | None]:
    """
    Return a Japanese sentence's tokens, "the same profit" as the one told of last, and which that is now.

    An outlook that names no profit is of that too ("営業利益は48億円。通期予想は185億円を据え置いた").
    """
    told = list(tokens)
    if profit is not None and isinstance(profit.mark, Cue) and _is_outlook_alone(tokens):
        start = tokens[0].start
        return [Token(METRIC_TAG, start, start, profit.mark._replace(span=Span(start, start))), *told], profit
    for at, token in enumerate(tokens):
        if token.first.startswith(SAME_PROFIT) and profit is not None and isinstance(profit.mark, Cue):
            told[at] = standing_for(token, profit.mark)
        elif is_called(token.mark, _PROFITS):
            profit = token
    return told, profit
