"""
Pronouns: the metric that "it" or "they" stands for at the start of a sentence.

"Provisions were lower too.  They fell 44% to $147 million": the sentence before names one metric, and what is
told of the pronoun can be told of that only.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import EARNED
from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    EXPECTED_TAG,
    GUIDANCE_TAG,
    OTHER_TAG,
    SHARES_TAG,
    Cue,
    Token,
    first_word,
    is_called,
    tags_of,
)
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.languages import JAPANESE, UNSPACED

_TOLD_OF_IT = regex.compile(r"[K_](?:o?[UD~]_?%|[UD~]_?t_?[$#%]|o[$#%])")
"""A change or a level right behind the pronoun; what a company does ("it earned", "it sold") names another metric."""
_SINCE_WHEN = re.compile(r"(?:t_|_t_|_),?(?=K)")
"""``For the six months to end-June they were up``: where the period itself is no token"""
_FROM_LEVEL = re.compile(r"(?:r_?[$#s%](?:,?\|_?s)?[_n]{0,2}Y?,?(?=K)|[Vrn]?Y,?(?=[K_][UD]|K_[UD]))")
"""``From $5 million a year ago, it rose to``, ``Compared with a year ago, it rose``: what it is set against, before all else"""
_THAT_MARGIN = re.compile(r"M[^M;s$#d%]*%")
_THEY_EXPECTED = re.compile(r"[&/]?(?P<they>[K_])[o_]{0,3}(?P<expected>[Ef])(?P<whom>_?KG|_?KtM|_GM)?")
"""``They had expected it to earn``: who expects something of the company is not it"""
_THEY_OR_HAD = frozenset({"they", "they had"})
_WHO_EXPECT = frozenset({"analysts", "estimate"})
"""Who "they" are that expected something, where the sentence before speaks of analysts or of what these expect."""
_SUCH_SALES = re.compile(r"_M[UD~o]")
"""``Such sales fell 6 percent at Acme North America``: those at stores open a year, of which the sentence before told"""
_SINGULAR = frozenset({"it", "that", "this"})
_PLURAL = frozenset({"they", "these", "those"})
_LEAVING_OUT = frozenset({"excluding", "including"})


_FORESEES = re.compile(r"[^s$%#dMANEf;]{0,6}G[_oRU]{0,2}[s$](?!_?[on])")
"""``It cut its revenue forecast.  It now expects $3 billion``: the outlook is of what the sentence before names"""
_OUTLOOK_NAMED = re.compile(r"[^s$#dA]*M[_oBn]{0,2}[Gf][^s$#dA]*|[^s$#dA]*[Gf][_o]{0,2}B?M[^s$#dA]*")


def _foreseen(before: Sequence[Token]) -> list[Cue]:
    """Return the metrics of an outlook that a sentence only speaks of."""
    if _OUTLOOK_NAMED.fullmatch(tags_of(before)) is None:
        return []
    return list({cue.entry: cue for cue in _metrics(before)}.values())


def with_antecedent(tokens: Sequence[Token], before: Sequence[Token], *, dated: bool = False) -> list[Token]:
    """
    Return a sentence's tokens, a pronoun at its start as the one metric, or the analysts, that the one `before` it names.

    `dated`: the sentence says of when it is.
    """
    tags = tags_of(tokens)
    expects = _THEY_EXPECTED.match(tags)
    if (
        expects
        and _word(tokens[expects.start("they")]) in _THEY_OR_HAD
        and (expects["whom"] or any(is_called(t.mark, _WHO_EXPECT) for t in before))
    ):
        said = {expects.start("they"): ANALYSTS_TAG, expects.start("expected"): EXPECTED_TAG}
        return [token._replace(tag=said.get(at, token.tag)) for at, token in enumerate(tokens)]
    if _SUCH_SALES.match(tags) and _word(tokens[0]) == "such" and is_called(tokens[1].mark, {"revenue"}):
        named = [cue for cue in _metrics(before) if is_called(cue, {"same_store_sales"})]
        return [_standing_for(tokens[1], named[-1]), *tokens[2:]] if named else list(tokens)
    if _FORESEES.match(tags) and METRIC_TAG not in tags and len(foreseen := _foreseen(before)) == 1:
        at = tags.index(GUIDANCE_TAG) + 1
        start = tokens[at].start
        foretold = foreseen[0]._replace(span=Span(start, start))
        return [*tokens[:at], Token(METRIC_TAG, start, start, foretold), *tokens[at:]]
    tokens = _of_loss_a_share(tokens, before)
    found = _of_one_share(tokens, tags, before) or _with_it_told(tokens, tags, before, dated=dated)
    return found or _with_metric(tokens, tags, before)


_IT_WAS = re.compile(r"(?P<when>_?,?)o[_ab]?[$s#%](?!_?[wqbmijkUD])")
_OVER = frozenset({"for", "over", "during"})
"""``For the first nine months of the year it was $5 million``: of another period than the level just told"""
_IT_WAS_SAID = frozenset({"it was", "they were", "it came to", "they came to", "it totaled", "it totalled", "it stood at"})
_LEVELS = frozenset("$s#d")
"""``Its net loss narrowed.  It was $5 million, or 10 cents a share``: no level is told of it yet"""
_A_SHARE_OF_IT = re.compile(r",?(?:[|o]|(?P<it>K)o|(?P<comes>_)[_o]?[tL]?|)s(?!_?[wqbmijkUD])")
"""``That's 67 cents a share``, ``It came in at 67 cents a share``; not ``That was 5 cents more than``"""
_PER_SHARE = ("per share", "per-share basis", "per-share terms")
_COMES_TO = frozenset(
    "works worked comes came equals equaled equalled equates equated amounts amounted translates translated".split()
)


def _of_one_share(tokens: Sequence[Token], tags: str, before: Sequence[Token]) -> list[Token] | None:
    """Return a sentence's tokens behind the profit or loss named `before`, of which it tells what that is a share."""
    found = _A_SHARE_OF_IT.match(tags)
    if found is None or (found["comes"] and tokens[found.start("comes")].first not in _COMES_TO):
        return None
    if found["it"] and not (_word(tokens[found.start("it")]) == "it" and first_word(tokens[found.start("it") + 1]) in _AMOUNTED):
        return None
    shared = [cue for cue in _metrics(before) if cue.entry is not None and cue.entry.share]
    if len({cue.entry.name for cue in shared if cue.entry is not None}) != 1:
        return None
    start = tokens[0].start
    rest = tokens[1:] if found["it"] else tokens
    return [Token(METRIC_TAG, start, start, shared[-1]._replace(span=Span(start, start))), *rest]


def _of_loss_a_share(tokens: Sequence[Token], before: Sequence[Token]) -> Sequence[Token]:
    """Return a sentence's tokens, what it tells "per share" of a loss told last as that loss ("Per share, it was $1.14")."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.tag == METRIC_TAG and _word(token).startswith(_PER_SHARE):
            shared = [cue for cue in (*_metrics(before), *_metrics(tokens[:at])) if cue.entry is not None and cue.entry.share]
            if shared and shared[-1].entry is not None and shared[-1].entry.loss:
                told[at] = _standing_for(token, shared[-1])
    return told


def _with_metric(tokens: Sequence[Token], tags: str, before: Sequence[Token]) -> list[Token]:
    """Return a sentence's tokens, a pronoun that is told of as a metric is as the one that the sentence before names."""
    said = tags_of(before)
    if not tokens or METRIC_TAG not in said or SHARES_TAG in said:
        return list(tokens)
    if opening := _opening(tokens, tags):
        return [*opening, *with_antecedent(tokens[len(opening) :], before)]
    word = _word(tokens[0]).partition(" ")[0]  # "they had"
    if _THAT_MARGIN.match(tags) and is_called(tokens[0].mark, {"margin"}):
        named = [cue for cue in _metrics(before) if cue.entry is not None and cue.entry.name.endswith("_margin")]
        return [_standing_for(tokens[0], named[-1]), *tokens[1:]] if named else list(tokens)
    if word not in _SINGULAR | _PLURAL or not _TOLD_OF_IT.match(tags):
        return list(tokens)
    named = _metrics(before)
    several = len({cue.entry.metric for cue in named if cue.entry is not None}) > 1
    plural = named[0].words.endswith("s") or named[0].words.startswith("earnings") if named else False
    if not named or several or plural != (word in _PLURAL) or _is_verb(named[0]):
        return list(tokens)
    return [_standing_for(tokens[0], named[0]), *tokens[1:]]


_AT_SO_MUCH = re.compile(r"o[$#%s],?(?P<it>Ko|o)")
"""``At $6 billion, they were higher than last year's``, of sales that the sentence before names"""
_ON_A_BASIS = re.compile(r"B[_X]{0,3},?(?:(?<=,)_[^,;s$%#dM]{0,8},)?(?:(?P<it>o|K(?=[_o]{1,3}[$s%])|_(?=o[$s]))(?=[$s%_o]))")
"""``Before exceptional items it was £40.6m``, ``Excluding one-off costs, most of them for plants, it came to $5 million``"""
_SUMS = frozenset({"result", "figure", "number", "total", "amount", "sum"})
_IT_OR_THEY = frozenset({"it", "they"})
_AMOUNTED = frozenset({"came", "comes", "amounted", "stood", "totaled", "totalled", "reached", "would", "was", "had", "were"})
"""What a profit does, and no company ("it reported")."""


def _with_it_told(tokens: Sequence[Token], tags: str, before: Sequence[Token], *, dated: bool) -> list[Token] | None:
    """Return a sentence's tokens, what "it was" so much of as the metric told of before; None where it begins otherwise."""
    told = _IT_WAS.match(tags)
    at_once = told is not None and not told["when"] and _LEVELS.isdisjoint(tags_of(before))
    if (
        told
        and _word(tokens[told.end("when")]) in _IT_WAS_SAID
        and (at_once or (dated and (tags[0] == "," or first_word(tokens[0]).lower() in _OVER)))
    ):
        return _with_it_apart(tokens, told.end("when"), before)
    if (at := _AT_SO_MUCH.match(tags)) and _word(tokens[at.start("it")]) in _IT_OR_THEY | _IT_WAS_SAID:
        return _with_it_apart(tokens, at.start("it"), before)
    if (basis := _ON_A_BASIS.match(tags)) is None:
        return None
    it = basis.start("it")
    if tokens[it].tag == OTHER_TAG and _word(tokens[it]) in _SUMS:
        named = _metrics(before)
        one = len({cue.entry.name for cue in named if cue.entry is not None}) == 1 and not _is_verb(named[0])
        return [*tokens[:it], _standing_for(tokens[it], named[0]), *tokens[it + 1 :]] if one else list(tokens)
    if _word(tokens[it]).startswith("it ") or (_word(tokens[it]) in _IT_OR_THEY and first_word(tokens[it + 1]) in _AMOUNTED):
        return _with_it_apart(tokens, it, before)
    return None


def _with_it_apart(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> list[Token]:
    """Return a sentence's tokens, "it" of "it was" told apart from its verb and standing for the one metric named before."""
    named = _metrics(before)
    if len({cue.entry.metric for cue in named if cue.entry is not None}) != 1 or _is_verb(named[0]):
        return list(tokens)
    start = tokens[at].start
    end = start + len(_word(tokens[at]).partition(" ")[0])
    it = _standing_for(tokens[at]._replace(end=end), named[0])
    if tokens[at].end == end:
        return [*tokens[:at], it, *tokens[at + 1 :]]
    return [*tokens[:at], it, tokens[at]._replace(start=end + 1), *tokens[at + 1 :]]


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
_TOLD_OF_IT_ABROAD = regex.compile(r"[K_](?:o?[UD~]_?y?_?%|[UD~]_?t_?[$#%]|o[$#%])")
_LEFT_OUT = {
    "es": regex.compile(r"(?:_,)?(?:[UD][_n]?[%y]|o[$%])"),  # "Han crecido un 2%, hasta los 5.654 millones"
    "de": regex.compile(
        r"[UD]K?n?[%y$t]|oK?_?[$%y]|(?!.*M)G[Kn_]{0,4}R?[$%]|[$%][on]K?_?[UDqw%y]"
    ),  # "Der fiel mit 5 Millionen aus", "Mit 5 Millionen lag dieser unter"
    "ja": regex.compile(r"[_,C]{0,3}(?:%[_o]*[UD]|[UD]_?%)"),
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
    named = _metrics(before)
    if not tokens or len({cue.entry.name for cue in named if cue.entry is not None}) != 1:
        return list(tokens)
    if _word(tokens[0]) in _PRONOUNS_ABROAD and _TOLD_OF_IT_ABROAD.match(tags):
        return [_standing_for(tokens[0], named[0]), *tokens[1:]]
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
    return _NO_PART.search(subject) is None and any(t.tag == OTHER_TAG and _PART.search(t.first) for t in before)


_THEY = frozenset({"sie", "diese"})


def _with_analysts(tokens: Sequence[Token], before: Sequence[Token]) -> Sequence[Token]:
    """Return tokens, "sie" of those who expected something as the analysts named in the sentence before."""
    tags = tags_of(tokens)
    if "E" not in tags or ANALYSTS_TAG in tags or ANALYSTS_TAG not in tags_of(before):
        return tokens
    they = (at for at, token in enumerate(tokens) if token.tag in "K_" and _word(token) in _THEY)
    at = next(they, None)
    return tokens if at is None else [*tokens[:at], tokens[at]._replace(tag=ANALYSTS_TAG), *tokens[at + 1 :]]


_OUTLOOK_ALONE = regex.compile(r"[_,o]{0,2}G(?:_|go|g)?\$[^sMANd]*")
SAME_PROFIT = ("同利益", "同損益")
_PROFITS = frozenset({"operating_income", "pretax_income", "net_income"})


def _is_outlook_alone(tokens: Sequence[Token]) -> bool:
    """Tell a sentence on an outlook that names no metric; an aim ("目標") may be of anything."""
    return _OUTLOOK_ALONE.fullmatch(tags_of(tokens)) is not None and not any("目標" in _word(token) for token in tokens)


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
            told[at] = _standing_for(token, profit.mark)
        elif is_called(token.mark, _PROFITS):
            profit = token
    return told, profit


def _opening(tokens: Sequence[Token], tags: str) -> list[Token]:
    """Return what may stand before the pronoun: a place ("In Asia(,) it fell"), or what is left out ("Excluding fuel it fell")."""
    if tags.startswith("_K") and tokens[0].first.lower() in _LEAVING_OUT:
        return [tokens[0]._replace(tag=",")]
    if (fronted := _FROM_LEVEL.match(tags)) and _word(tokens[fronted.end()]).partition(" ")[0] in _SINGULAR | _PLURAL:
        return list(tokens[: fronted.end()])
    if tags.startswith("n_K") and _word(tokens[2]) in _SINGULAR | _PLURAL:
        return list(tokens[:2])
    if (since := _SINCE_WHEN.match(tags)) and _word(tokens[since.end()]) in _SINGULAR | _PLURAL:
        return list(tokens[: since.end()])
    return list(tokens[:3]) if tags.startswith("n_,") and len(tokens) > 3 else []


def _word(token: Token) -> str:
    return (token.mark.words if isinstance(token.mark, Cue) else token.first).lower()


def _metrics(tokens: Sequence[Token]) -> list[Cue]:
    return [token.mark for token in tokens if token.tag == METRIC_TAG and isinstance(token.mark, Cue)]


def _is_verb(cue: Cue) -> bool:
    entry: Entry | None = cue.entry
    return entry is not None and entry.generic and cue.words in EARNED


def _standing_for(token: Token, cue: Cue) -> Token:
    return token._replace(tag=METRIC_TAG, mark=cue._replace(span=Span(token.start, token.end)))
