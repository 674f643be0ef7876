"""
Pronouns: the metric that "it" or "they" stands for at the start of a sentence.

"Provisions were lower too.  They fell 44% to $147 million": the sentence before names one metric, and what is
told of the pronoun can be told of that only.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import EARNED
from earnsum.grammar.projecting import is_one_word
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
from earnsum.text.marks import PeriodMark

_TOLD_OF_IT = regex.compile(r"[K_](?:o?[UD~]y?_?%|[UD~]_?,?t_?[$#%]|o[$#%])|o[UD~]y?_?%")
"""A change or a level right behind the pronoun; what a company does ("it earned", "it sold") names another metric."""
_SINCE_WHEN = re.compile(r"(?:t_|_t_|_),?(?=K)")
"""``For the six months to end-June they were up``: where the period itself is no token"""
_WHERE = regex.compile(
    r"(?:nK?_|o(?:K_?|_)|(?P<alone>_)),?(?:(?<=,)(?:/|[^,;MHs$#%d]{1,8}),)?(?=K|(?<=n_,?)o[UD]|(?<=^n_,[^;]*,)o[UD])"
)
_EVERYWHERE = frozenset("online abroad overseas domestically internationally globally worldwide".split())
"""``At Anvil they fell``, ``Online, though, they were 11% higher``"""
_FROM_LEVEL = re.compile(r"(?:r_?[$#s%](?:,?\|_?s)?[_n]{0,2}Y?,?(?=K)|[Vrna]?[YQ]_?,?(?=[K_]o?[UD]|K_[UD]|o[UD]))")
"""
``From $5 million a year ago, it rose to``, ``Compared with a year ago, it rose``, ``On a year-on-year basis, it was up``.

What it is set against, before all else.
"""
_THAT_MARGIN = re.compile(r"M[^M;s$#d%]*%")
_THEY_EXPECTED = re.compile(r"[&/]?(?P<of_all>_K,|,)?(?P<they>[K_])[o_]{0,3}(?P<expected>[EfG])(?P<whom>_?KG|_?KtM|_GM)?")
"""``They had expected it to earn``, ``As a group, they expect a loss``: who expects something of the company is not it"""
_THEY_OR_HAD = frozenset({"they", "they had"})
_WHO_EXPECT = frozenset({"analysts", "estimate"})
"""Who "they" are that expected something, where the sentence before speaks of analysts or of what these expect."""
_THAN_THEY_EXPECTED = re.compile(r"[qwbmi][_o]{0,2}[s$%#](?P<they>K)(?P<expected>[Ef])(?![_o]?K|t)")
"""``better than the $9 million they expected``: analysts, just spoken of"""
_SUCH_SALES = re.compile(r"_M[UD~o]")
"""``Such sales fell 6 percent at Acme North America``: those at stores open a year, of which the sentence before told"""
_SINGULAR = frozenset({"it", "that", "this"})
_PLURAL = frozenset({"they", "these", "those"})
_LEAVING_OUT = frozenset({"excluding", "including"})


_FORESEES = re.compile(r"[^s$%#dMANEf;]{0,6}G[_oRU]{0,2}[s$](?!_?[on])")
"""``It cut its revenue forecast.  It now expects $3 billion``: the outlook is of what the sentence before names"""
_EVEN_EXPECTED = re.compile(r"[_,]{0,3}A[_A]{0,3}[EfN][_o]{0,4}(?=~)")
"""``Same-store sales fell 1%.  Analysts had expected them to be flat``: a rate of what the sentence before tells last"""
_OUTLOOK_NAMED = re.compile(r"[^s$#dA]*M[_oBn]{0,2}[Gf][^s$#dA]*|[^s$#dA]*[Gf][_o]{0,2}B?M[^s$#dA]*")


def _foreseen(before: Sequence[Token]) -> list[Cue]:
    """Return the metrics of an outlook that a sentence only speaks of."""
    if _OUTLOOK_NAMED.fullmatch(tags_of(before)) is None:
        return []
    return list({cue.entry: cue for cue in metrics_in(before)}.values())


def with_antecedent(tokens: Sequence[Token], before: Sequence[Token], *, dated: bool = False) -> list[Token]:
    """
    Return a sentence's tokens, a pronoun at its start as the one metric, or the analysts, that the one `before` it names.

    `dated`: the sentence says of when it is.
    """
    tags = tags_of(tokens)
    if ";" in tags and (behind := _BEHIND_ANOTHER.search(tags)) is not None and _is_of_growth(tokens, behind):
        tokens = _of_clause_before(tokens, behind.start(), behind.start("it"))
        tags = tags_of(tokens)
    expects = _THEY_EXPECTED.match(tags)
    told_before = any(is_called(t.mark, _WHO_EXPECT) for t in before)
    if expects and expects["expected"] == GUIDANCE_TAG and not (expects["of_all"] and told_before):
        expects = None
    if expects is None and told_before:
        expects = _THAN_THEY_EXPECTED.search(tags)
    if expects and word_of(tokens[expects.start("they")]) in _THEY_OR_HAD and (told_before or expects.groupdict().get("whom")):
        said = {expects.start("they"): ANALYSTS_TAG, expects.start("expected"): EXPECTED_TAG}
        return [token._replace(tag=said.get(at, token.tag)) for at, token in enumerate(tokens)]
    if _SUCH_SALES.match(tags) and word_of(tokens[0]) == "such" and is_called(tokens[1].mark, {"revenue"}):
        named = [cue for cue in metrics_in(before) if is_called(cue, {"same_store_sales"})]
        return [standing_for(tokens[1], named[-1]), *tokens[2:]] if named else list(tokens)
    if METRIC_TAG not in tags and (even := _EVEN_EXPECTED.match(tags)) is not None:
        named = [cue for cue in metrics_in(before)[-1:] if is_called(cue, {"same_store_sales"})]
        return [*tokens[: even.end()], *(standing_for(tokens[even.end()], cue) for cue in named), *tokens[even.end() :]]
    if _FORESEES.match(tags) and METRIC_TAG not in tags and len(foreseen := _foreseen(before)) == 1:
        at = tags.index(GUIDANCE_TAG) + 1
        start = tokens[at].start
        foretold = foreseen[0]._replace(span=Span(start, start))
        return [*tokens[:at], Token(METRIC_TAG, start, start, foretold), *tokens[at:]]
    tokens = _of_loss_a_share(tokens, before)
    if (asked := _ASKED.fullmatch(tags_of(before))) and _ANSWERED.match(tags):
        start = tokens[0].start
        return [standing_for(before[asked.start("m")]._replace(start=start, end=start), metrics_in(before)[0]), *tokens]
    found = _of_one_share(tokens, tags, before) or _with_it_told(tokens, tags, before, dated=dated)
    return found or _with_metric(tokens, tags, before)


_ASKED = re.compile(r"[&/_]?,?[K_]?B?(?P<m>M)")
_ANSWERED = re.compile(r"[s$#]|[UD]_?y?%")
"""``Sales?  $5 million.``, ``And revenue?  Up 17 percent, to $5 million``: a question that is only a metric, and its answer"""

_BEHIND_ANOTHER = re.compile(r";(?:[&/_n]{1,2},?)?(?:a?(?P<when>[YQ])_?,?)?(?P<it>K)[UD~]_?%")
"""``Analysts had forecast a 12% rise in profit; it rose 9%``, ``Profit fell from $5 million; year-on-year, it rose 9%``"""


def _is_of_growth(tokens: Sequence[Token], behind: re.Match[str]) -> bool:
    """Tell what only says of which growth a rate is from when else it was ("; a year ago, they rose 5%")."""
    mark = tokens[behind.start("when")].mark if behind["when"] else None
    return mark is None or (isinstance(mark, PeriodMark) and mark.label.lower().startswith(_OF_GROWTH))


_OF_GROWTH = ("year-o", "year o", "yoy", "y-o-y", "sequential")


def _of_clause_before(tokens: Sequence[Token], end: int, it: int) -> list[Token]:
    """Return a sentence's tokens, a pronoun behind a semicolon as the one metric that the clause before it names."""
    named, told = metrics_in(tokens[:end]), list(tokens)
    if len({cue.entry.metric for cue in named if cue.entry is not None}) == 1 and word_of(tokens[it]) in _IT_OR_THEY:
        told[it] = standing_for(tokens[it], named[-1])
    return told


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
    if found["it"] and not (word_of(tokens[found.start("it")]) == "it" and first_word(tokens[found.start("it") + 1]) in _AMOUNTED):
        return None
    shared = [cue for cue in metrics_in(before) if cue.entry is not None and cue.entry.share]
    if len({cue.entry.name for cue in shared if cue.entry is not None}) != 1:
        return None
    start = tokens[0].start
    rest = tokens[1:] if found["it"] else tokens
    return [Token(METRIC_TAG, start, start, shared[-1]._replace(span=Span(start, start))), *rest]


def _of_loss_a_share(tokens: Sequence[Token], before: Sequence[Token]) -> Sequence[Token]:
    """Return a sentence's tokens, what it tells "per share" of a loss told last as that loss ("Per share, it was $1.14")."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.tag == METRIC_TAG and word_of(token).startswith(_PER_SHARE):
            shared = [cue for cue in (*metrics_in(before), *metrics_in(tokens[:at])) if cue.entry is not None and cue.entry.share]
            if shared and shared[-1].entry is not None and shared[-1].entry.loss:
                told[at] = standing_for(token, shared[-1])
    return told


def _with_metric(tokens: Sequence[Token], tags: str, before: Sequence[Token], *, loosely: bool = False) -> list[Token]:
    """
    Return a sentence's tokens, a pronoun that is told of as a metric is as the one that the sentence before names.

    `loosely`: "it" may be of several, as provisions are.
    """
    said = tags_of(before)
    if not tokens or METRIC_TAG not in said or SHARES_TAG in said:
        return list(tokens)
    if opening := _opening(tokens, tags):
        rest = tokens[len(opening) :]
        compared = not {"Y", "Q"}.isdisjoint(tags_of(opening)) and word_of(rest[0]) == "it"
        return [*opening, *(_with_metric(rest, tags_of(rest), before, loosely=True) if compared else with_antecedent(rest, before))]
    word = word_of(tokens[0]).partition(" ")[0]  # "they had"
    if _THAT_MARGIN.match(tags) and is_called(tokens[0].mark, {"margin"}):
        named = [cue for cue in metrics_in(before) if cue.entry is not None and cue.entry.name.endswith("_margin")]
        return [standing_for(tokens[0], named[-1]), *tokens[1:]] if named else list(tokens)
    if word not in _SINGULAR | _PLURAL or not _TOLD_OF_IT.match(tags):
        return list(tokens)
    named = metrics_in(before)
    several = len({cue.entry.metric for cue in named if cue.entry is not None}) > 1
    plural = named[0].words.endswith("s") or named[0].words.startswith("earnings") if named else False
    if not named or several or (plural != (word in _PLURAL) and not loosely) or _is_verb(named[0]):
        return list(tokens)
    return [standing_for(tokens[0], named[0]), *tokens[1:]]


_AT_SO_MUCH = re.compile(r"o[$#%s],?(?P<it>[K_](?=[obmiqwUD])|o)")
"""``At $6 billion, they were higher than last year's``, ``At $5 million, it fell short``, of what the sentence before names"""
_ON_A_BASIS = re.compile(r"B[_X]{0,3},?(?:(?<=,)_[^,;s$%#dM]{0,8},)?(?:(?P<it>o|K(?=[_o]{1,3}[$s%])|_(?=o[$s]))(?=[$s%_o]))")
"""``Before exceptional items it was £40.6m``, ``Excluding one-off costs, most of them for plants, it came to $5 million``"""
_SUMS = frozenset({"result", "actual", "figure", "number", "total", "amount", "sum"})
_SUM_WAS = re.compile(r"[K_]{0,2}(?P<it>_)(?:o|[UD]t?|t)_?[$s%#](?!_?[wqbmijkUD])")
"""``Acme's April-June figure came to $5 million``: of the one metric told before, of which no level is told yet"""
_IT_OR_THEY = frozenset({"it", "they"})
_AMOUNTED = frozenset({"came", "comes", "amounted", "stood", "totaled", "totalled", "reached", "would", "was", "had", "were"})
"""What a profit does, and no company ("it reported")."""


def _with_it_told(tokens: Sequence[Token], tags: str, before: Sequence[Token], *, dated: bool) -> list[Token] | None:
    """Return a sentence's tokens, what "it was" so much of as the metric told of before; None where it begins otherwise."""
    told = _IT_WAS.match(tags)
    at_once = told is not None and not told["when"] and _LEVELS.isdisjoint(tags_of(before))
    if (
        told
        and word_of(tokens[told.end("when")]) in _IT_WAS_SAID
        and (at_once or (dated and (tags[0] == "," or first_word(tokens[0]).lower() in _OVER)))
    ):
        return _with_it_apart(tokens, told.end("when"), before)
    was = _SUM_WAS.match(tags) if _LEVELS.isdisjoint(tags_of(before)) else None
    was = was if was and is_one_word(tokens[was.start("it")]) and tokens[was.start("it")].first in _SUMS else None
    if (at := was or _AT_SO_MUCH.match(tags)) and word_of(tokens[at.start("it")]) in _IT_OR_THEY | _IT_WAS_SAID | _SUMS:
        return _with_it_apart(tokens, at.start("it"), before)
    if (basis := _ON_A_BASIS.match(tags)) is None:
        return None
    it = basis.start("it")
    if tokens[it].tag == OTHER_TAG and word_of(tokens[it]) in _SUMS:
        named = metrics_in(before)
        one = len({cue.entry.name for cue in named if cue.entry is not None}) == 1 and not _is_verb(named[0])
        return [*tokens[:it], standing_for(tokens[it], named[0]), *tokens[it + 1 :]] if one else list(tokens)
    if word_of(tokens[it]).startswith("it ") or (word_of(tokens[it]) in _IT_OR_THEY and first_word(tokens[it + 1]) in _AMOUNTED):
        return _with_it_apart(tokens, it, before)
    return None


def _with_it_apart(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> list[Token]:
    """Return a sentence's tokens, "it" of "it was" told apart from its verb and standing for the one metric named before."""
    named = metrics_in(before)
    if len({cue.entry.metric for cue in named if cue.entry is not None}) != 1 or _is_verb(named[0]):
        return list(tokens)
    start = tokens[at].start
    end = start + len(word_of(tokens[at]).partition(" ")[0])
    it = standing_for(tokens[at]._replace(end=end), named[0])
    if tokens[at].end == end:
        return [*tokens[:at], it, *tokens[at + 1 :]]
    return [*tokens[:at], it, tokens[at]._replace(start=end + 1), *tokens[at + 1 :]]


def _opening(tokens: Sequence[Token], tags: str) -> list[Token]:
    """Return what may stand before the pronoun: where ("In Asia(,) it fell"), or what is left out ("Excluding fuel it fell")."""
    if tags.startswith("_K") and tokens[0].first.lower() in _LEAVING_OUT:
        return [tokens[0]._replace(tag=",")]
    if (fronted := _FROM_LEVEL.match(tags)) and word_of(tokens[fronted.end()]).partition(" ")[0] in _SINGULAR | _PLURAL:
        return list(tokens[: fronted.end()])
    where = _WHERE.match(tags)
    if where and word_of(tokens[where.end()]).partition(" ")[0] in _SINGULAR | _PLURAL and _is_where(tokens[0], where):
        return list(tokens[: where.end()])
    if (since := _SINCE_WHEN.match(tags)) and word_of(tokens[since.end()]) in _SINGULAR | _PLURAL:
        return list(tokens[: since.end()])
    return list(tokens[:3]) if tags.startswith("n_,") and len(tokens) > 3 else []


def _is_where(opening: Token, where: regex.Match[str]) -> bool:
    return first_word(opening) == "at" if opening.tag == "o" else where["alone"] is None or word_of(opening) in _EVERYWHERE


def word_of(token: Token) -> str:
    """Return the words of a cue, or the first of a run of unknown ones, in small letters."""
    return (token.mark.words if isinstance(token.mark, Cue) else token.first).lower()


def metrics_in(tokens: Sequence[Token]) -> list[Cue]:
    """Return the metrics that a sentence names, in order."""
    return [token.mark for token in tokens if token.tag == METRIC_TAG and isinstance(token.mark, Cue)]


def _is_verb(cue: Cue) -> bool:
    entry: Entry | None = cue.entry
    return entry is not None and entry.generic and cue.words in EARNED


def standing_for(token: Token, cue: Cue) -> Token:
    """Return a token as standing for a metric that is named elsewhere."""
    return token._replace(tag=METRIC_TAG, mark=cue._replace(span=Span(token.start, token.end)))
