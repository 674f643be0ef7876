"""
Order: figures that stand in the order of the metrics before them.

"Revenue and profit of $5 billion and 89 cents", "rose 4% and 9%, respectively", "against the 5% and 3% expected": no figure has
its metric beside it, and as many metrics as figures stand in a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from earnsum.grammar.fitting import fitting
from earnsum.grammar.tokens import Token, first_word
from earnsum.patterns import re, regex

_NAMES = re.compile(r"M(?:(?:[_B]?[,&]{1,2}[_B]{0,2}|_)M)+")
_RUNS = regex.compile(r"(?<==)[s$#%d](?:[_,][s$#%d])+|[s$#%d](?:[_(Y]?[,&]{1,2}[_toy]{0,2}[s$#%d])+")
_MOVED = r"(?P<f>[s$#d])_?[,(]?_?[UD~](?:_?y)?_?(?P<c>%)(?:[_r]?[QY])?\)?"
_EACH_MOVED = regex.compile(rf"{_MOVED}(?:_?[,&]{{1,2}}_?{_MOVED})+")
"""``of $5 million, up 2%, and $9 million, up 3%, respectively``: each level with its own change"""
_NO_OTHER = re.compile(r"[_~oGtKnAE]*")
RESPECTIVELY = "="
_NAMED_BEHIND = regex.compile(
    r"(?:(?P<first>[UD])o)?(?P<f>[s$#%d])(?:[_,&]{1,2}[_toy]{0,2}(?P<f>[s$#%d]))+(?(first)|[UD]?)[_,=n]{0,4}B?(?P<m>M)(?:[_,&]{1,2}B?(?P<m>M))+"
)
"""Figures with the names behind them: "4% and 2% gains in sales and profit, respectively"."""


def in_turn(tags: str) -> dict[int, tuple[int, int]]:
    """
    Return figure index → (the figure whose role its run has, the metric it is of) for as many figures as metrics in a row.

    The sentence says "respectively", or the figures are of one kind and follow the names with no other between.

    >>> in_turn("M&MU%&%,=")
    {4: (4, 0), 6: (4, 2)}
    >>> in_turn("M&Mo$&$")
    {4: (4, 0), 6: (4, 2)}
    >>> in_turn("_%&%UnM&M,=")
    {1: (3, 6), 3: (3, 8)}
    """
    names = _NAMES.search(tags) if "M" in tags else None
    if names is None:
        return {}
    said = RESPECTIVELY in tags
    if said and (before := _NAMED_BEHIND.search(tags)) is not None:
        told = before.starts("f")[-1 if before.start("first") < 0 else 0]  # the verb's neighbour has the role of all
        pairs = zip(before.starts("f"), before.starts("m"), strict=False)
        return {at: (told, metric) for at, metric in pairs} if len(before.starts("f")) == len(before.starts("m")) else {}
    metrics = [at for at in range(names.start(), names.end()) if tags[at] == "M"]
    found: dict[int, tuple[int, int]] = {}
    moved = _EACH_MOVED.search(tags, names.end())
    if (
        moved is not None
        and len(levels := moved.starts("f")) == len(metrics)
        and (said or _NO_OTHER.fullmatch(tags, names.end(), moved.start()))
    ):
        found |= {at: (levels[0], metric) for at, metric in zip(levels, metrics, strict=True)}
        return found | {at: (at, metric) for at, metric in zip(moved.starts("c"), metrics, strict=True)}
    for run in _RUNS.finditer(tags, names.end()):
        figures = [at for at in range(run.start(), run.end()) if tags[at] in "s$#%d"]
        if len(figures) == len(metrics) and (said or _is_of_names(tags[names.end() : run.end() + 1], tags[figures[0]])):
            found |= {at: (figures[0], metric) for at, metric in zip(figures, metrics, strict=True)}
    return found


def _alike(tag: str) -> regex.Pattern[str]:
    """Return the pattern of figures in a row, of one kind, and of as many that they are set against."""
    run = rf"(?:{tag}[,&]{{1,2}}[_toy]{{0,2}})+{tag}"
    return regex.compile(rf"[^Ms$%#d;GfNEA]*(?:{run}[,_]{{0,2}}[UD]?[rV]_?)?{run}[^M]?")


_ALIKE = {tag: _alike(re.escape(tag)) for tag in "s$%#"}


def _is_of_names(after: str, tag: str) -> bool:
    """Tell whether what follows the names are figures of one kind, with "and" before the last."""
    return tag in _ALIKE and "&" in after and _ALIKE[tag].fullmatch(after) is not None


_CHANGES = regex.compile(
    r"[UD~][_o]?(?P<f>%)(?:_?[,&]{1,2}[UD~_]{0,2}(?P<f>%))+|[=C][_CY]{0,2}(?P<f>%)(?:[_&,]{1,2}(?P<f>%))+(?P<last>)[_o=]{0,2}[UD]"
    r"|[=C][_CY]{0,2}(?P<f>%)_?[UD](?:[_,&]{0,2}(?P<f>%)_?[UD])+(?P<own>)"
)


def changes_in_turn(tags: str, metrics: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """
    Return figure index → (the first change of its run, its metric) for changes of the levels before them, in their order.

    >>> changes_in_turn("MosaMo$,D%&U%,=", {2: 0, 6: 4})
    {9: (9, 0), 12: (9, 4)}
    """
    run = _CHANGES.search(tags) if RESPECTIVELY in tags else None
    if run is None:
        return {}
    levels = [metric for at, metric in sorted(metrics.items()) if at < run.start() and tags[at] in "s$#"]
    changes = run.starts("f")
    told = changes[-1] if run.start("last") >= 0 else changes[0]  # where the verb is last it says the role of the figure before it
    if len(levels) != len(changes) or len(set(levels)) != len(levels):
        return {}
    each = run.start("own") >= 0  # "각각 2.1% 늘고 9.8% 줄었다"
    return {at: (at if each else told, metric) for at, metric in zip(changes, levels, strict=True)}


_PAIR = regex.compile(r"(?P<m>M)&B?(?P<m>M)o(?P<f>\$)&(?P<f>s)(?![no][_B]?M)|(?P<m>M)&B?(?P<m>M)o(?P<f>s)&(?P<f>\$)(?![no][_B]?M)")


def in_pairs(tokens: Sequence[Token], tags: str, roles: Mapping[int, str]) -> dict[int, int]:
    """Return figure index → its metric for two names before their figures: "revenue and profit of $5 billion and 89 cents"."""
    found: dict[int, int] = {}
    for pair in _PAIR.finditer(tags) if "$" in tags and "s" in tags else ():
        both = list(zip(pair.starts("m"), pair.starts("f"), strict=True))
        if all(fitting(tokens[metric], tokens[at], roles.get(at, "actual")) for metric, at in both):
            found |= {at: metric for metric, at in both}
    return found


_BASES = regex.compile(
    r"(?P<b>[Bo]),?&(?P<b>B)_?(?P<m>M)[_oBGKtn,UD]{0,5}(?P<f>[s$%]),?&_?(?P<f>[s$%])(?:[,_]{0,2}=?[,_]{0,2}[UD]?[rV]_?(?P<f>[s$%])&(?P<f>[s$%]))?"
)
_AS_REPORTED = "reported"


def in_bases(tokens: Sequence[Token], tags: str) -> dict[int, tuple[int, int]]:
    """
    Return figure index → (its metric, the token of its basis) for a metric on two bases with a figure each.

    ``GAAP and adjusted EPS were $1.20 and $1.40, respectively``
    """
    found: dict[int, tuple[int, int]] = {}
    for pair in _BASES.finditer(tags) if "&B" in tags else ():
        one, figures = pair.start("b"), pair.starts("f")
        called = tags[one] == "B" or first_word(tokens[one]) == _AS_REPORTED
        if called and len({tags[at] for at in figures}) == 1:
            found |= {at: (pair.start("m"), basis) for at, basis in zip(figures, pair.starts("b") * 2, strict=False)}
    return found


_TOLD_AGAIN = regex.compile(
    r"(?P<f>[s$%])[_n]{0,2}M?(?:(?:,?\||;)_?(?P<g>[s$%])[_n]{0,2}(?=,?/?BX?(?:$|[,;&/]))"
    r"|(?:[;:/]|,[/&_])[/&_,n]{0,2}BX?,?(?:(?P<it>o)|(?P<it>K)(?:[_o]{1,3}|[UD]_?t))(?P<g>[s$%]))"
    r"|(?P<f>[s$])[^;s%#dGNE]{0,6};[_n&]{0,2},?(?:(?P<it>o)|(?P<it>K)[_o]{1,2})(?P<g>[s$])(?=$|[,;&/VnUD(])"
)


def told_again(tokens: Sequence[Token], tags: str, metrics: Mapping[int, int], roles: Mapping[int, str]) -> dict[int, int]:
    """
    Return figure index → its metric for a level told again on another basis, or of another period.

    ``Net profit was $120 million, or $135 million before one-off costs``, ``…; for the half it was $235 million``
    """
    found: dict[int, int] = {}
    for told in _TOLD_AGAIN.finditer(tags) if "B" in tags or ";" in tags else ():
        one, other = told.start("f"), told.start("g")
        reported = roles.get(one, "actual") == roles.get(other, "actual") == "actual"
        it = told.start("it")
        said = it < 0 or first_word(tokens[it]) in ("it", "they")
        if reported and tags[one] == tags[other] and one in metrics and other not in metrics and said:
            found[other] = metrics[one]
    return found


_SET_AGAINST = re.compile(r"(?:[Vr]|[ENf](?:,/?)?o{0,2}|[bmiqw](?=[s$#%d,&]++[_A]{0,3}[ENf]))(?P<run>[s$#%d](?:,?[&a]?[s$#%d])+)")

_ANY = frozenset("s$#%d")


def in_order(tags: str, metrics: Mapping[int, int]) -> dict[int, int]:
    """
    Return figure index → its metric for figures in a row that are set against as many of the same kind before them.

    >>> in_order("Mo%,M%&M%,V%,%&%Y", {2: 0, 5: 4, 8: 7, 11: 7})
    {11: 0, 13: 4, 15: 7}
    >>> in_order("Mo$&MU%t$,iNo$&$", {2: 0, 6: 4, 8: 4})
    {13: 0, 15: 4}
    >>> in_order("Msa$nM,/AEs&$,=", {1: 0, 3: 5})
    {10: 0, 12: 5}
    """
    for run in _SET_AGAINST.finditer(tags):
        against = [at for at in range(run.start("run"), run.end()) if tags[at] in _ANY]
        own = frozenset(tags[at] for at in against)
        either = [_ANY] if "%" in own else [_ANY, own]
        for kinds in [own] if RESPECTIVELY in tags else either:  # "up 2% at $9 and up 3% at $7, from $8 and $6, respectively"
            before = [at for at in sorted(metrics) if at < run.start() and tags[at] in kinds][-len(against) :]
            alike = len(before) == len(against) and all(tags[a] == tags[b] for a, b in zip(before, against, strict=True))
            if alike and len({metrics[at] for at in before}) == len(before):
                return {at: metrics[mine] for at, mine in zip(against, before, strict=True)}
    return {}
