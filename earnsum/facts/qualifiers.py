"""
Qualifiers: what the words around a figure add to it.

On which basis it is reckoned, per basic or diluted share, whose estimate it is and of how many analysts.  Each is a small
question to the tokens or letters near the figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.inorder import in_bases
from earnsum.grammar.tokens import OTHER_TAG, Cue, Token, first_word, is_called
from earnsum.model import Basis, Shares, Span
from earnsum.patterns import re, regex

_TRAILING = re.compile(r"(?:(?<=\$),?\|_?s)?[,_|(K]{0,3}(?:n_?,)?(?P<b>B)(?!_?M)")
"""``$1.30 a share, excluding items``: a basis behind its figure, and what that is a share, unless the next metric's."""

_WHEN_TRAILING = re.compile(r",?(?P<when>/)(?P<b>B)(?=[,;)]|$)")
_WHEN = frozenset({"when", "once", "after", "as"})
"""``$1.30 a share, when excluding certain items``, ``$1.30, as adjusted``"""

_BEHIND = re.compile(r"_?,?(?P<b>B),?[oUDn_ty]{0,4}(?:%[_toY]{0,3})?[s$]")

_LEADING = re.compile(r"^[_uK(]{0,2}(?P<b>B)[_,oBK]")
"""``Excluding items, it earned …``"""
_APART = regex.compile(r"[_uK]{0,2}B,(?![_B]?M)")
"""``Adjusted, it earned $5 million, or 9 cents a share``: said of all that follows."""


def basis_of(token: Token) -> Basis | None:
    """Return the basis that a token names."""
    if token.tag != "B" or not isinstance(token.mark, Cue) or token.mark.entry is None:
        return None
    return "gaap" if token.mark.entry.name == "gaap" else "adjusted"


_ADJUSTED_WORD = re.compile(r"\b(?:ajustad|ajusté|sous jacent|net récurrent|neto recurrente)")
"""``bénéfice net ajusté part du groupe``, ``beneficio por acción ajustado``: a name abroad that says so itself"""


def find_basis(tokens: Sequence[Token], tags: str, at: int, metric_at: int | None, first: int | None = None) -> Basis | None:
    """
    Return the basis said of the figure at token `at`: in turn with that of another, or by the words around it.

    `first`: the name that a general word goes back to ("core Ebit swung from a profit of $5 million to a loss of $6 million").
    """
    if pair := in_bases(tokens, tags).get(at):
        return basis_of(tokens[pair[1]]) or "gaap"
    around = _basis_around(tokens, tags, at, metric_at)
    return around or (_before_metric(tokens, tags, first) if first is not None else None)


def _basis_around(tokens: Sequence[Token], tags: str, at: int, metric_at: int | None) -> Basis | None:
    """
    Return the basis that words around a figure say.

    Nearest first: between the figure before and this one or its metric; right behind it; right before its metric; at the
    head of the sentence.
    """
    before = next((i for i in range(at - 1, -1, -1) if tags[i] in "s$%#dp;"), -1)
    start = before + 1
    if (
        before >= 0
        and tags[before] != ";"
        and (trailing := _TRAILING.match(tags, before + 1))
        and tags[trailing.end() : trailing.end() + 1] in ("", ",", "&", "(")
    ):
        start = trailing.end()
    for near in range(max(at, metric_at or 0), start - 1, -1):
        if tags[near] == "B" and (basis := basis_of(tokens[near])) and not _is_of_another(tokens, tags, near, metric_at):
            return basis
    if trailing := _TRAILING.match(tags, max(at, metric_at or 0) + 1):
        return basis_of(tokens[trailing.start("b")])
    when = _WHEN_TRAILING.match(tags, max(at, metric_at or 0) + 1)
    if when is not None and first_word(tokens[when.start("when")]) in _WHEN:
        return basis_of(tokens[when.start("b")])
    if metric_at is not None and tags[max(0, metric_at - 2) : metric_at] == "M(":  # "adjusted operating profit (EBIT)"
        metric_at -= 2
    if metric_at is not None and metric_at < start and (basis := _before_metric(tokens, tags, metric_at)):
        return basis
    if (leading := _LEADING.match(tags)) and (_APART.match(tags) or _is_phrase(tokens[leading.start("b")])):
        return basis_of(tokens[leading.start("b")])
    mark = tokens[metric_at].mark if metric_at is not None else None
    own = isinstance(mark, Cue) and (mark.words.startswith(_OWN_FUNDS) or _ADJUSTED_WORD.search(mark.words) is not None)
    return "adjusted" if own else None


def _is_of_another(tokens: Sequence[Token], tags: str, at: int, metric_at: int | None) -> bool:
    """Tell a word for a basis that is said of a business ("while its core truck business grew"), or of the next metric."""
    if metric_at is not None and metric_at < at and tags[at + 1 : at + 2] == "M":  # "EPS and adjusted EPS of $1 and $2"
        return True
    behind = first_word(tokens[at + 1]) if at + 2 < len(tokens) and tags[at + 1] == OTHER_TAG else "basis"
    return first_word(tokens[at]) == "core" and behind != "basis" and at + 2 != metric_at


_OWN_FUNDS = ("affo", "core ffo", "core funds", "adjusted funds", "normalized ffo", "normalized funds", "ffoaa")
"""Names of a property trust's funds from operations as it reckons them itself."""


def _before_metric(tokens: Sequence[Token], tags: str, metric_at: int) -> Basis | None:
    """Return the basis that a metric's name has around it, for figures further on."""
    behind = _BEHIND.match(tags, metric_at + 1)  # "profit before items fell to $5 million, or 12 cents a share"
    for near in (*([behind.start("b")] if behind else []), *range(metric_at - 1, max(-1, metric_at - 3), -1)):
        if basis := basis_of(tokens[near]):
            return basis
    opening = _SET_APART.match(tags, max(tags.rfind(tag, 0, metric_at) for tag in "s$%#dp;") + 1)
    return basis_of(tokens[opening.end() - 1]) if opening is not None else None


_SET_APART = regex.compile(r"[_;,]{0,3}B(?=,[_o]{0,2}M)")
"""A basis that a clause opens on, set apart from its metric (";不按美国通用会计准则,净利润5亿元,同比增长9%")."""


def _is_phrase(token: Token) -> bool:
    """Tell "on an adjusted basis", said of a whole sentence, from "adjusted", said of the metric behind it."""
    return isinstance(token.mark, Cue) and " " in token.mark.words


def has_basis_before(tokens: Sequence[Token], metric_at: int | None) -> bool:
    """Tell whether a basis stands right before a metric's name ("adjusted revenue")."""
    return metric_at is not None and metric_at > 0 and tokens[metric_at - 1].tag == "B"


_SHARES = regex.compile(
    r"(?i)\b(?:(?P<both>basic (?:and|or) (?:fully )?diluted|before and after dilution)"
    r"|(?P<diluted>(?:fully )?diluted|after dilution)|(?P<basic>basic|undiluted|before dilution))\b"
)


def find_shares(folded: str, start: int, end: int) -> Shares | None:
    """Return whether what stands in a stretch of text is said per basic or per diluted share."""
    found = _SHARES.search(folded, max(0, start), end)
    if found is None or found["both"]:
        return None
    return "diluted" if found["diluted"] else "basic"


_COUNT = re.compile(
    r"(?<![$€£¥₹.,])\b"
    r"(?P<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty)"
    r"[ -]"
    r"(?:(?!(?:[mbt]n|[mbtr]r?illion|cents?|pence|per|a|share|crore|lakh|that|which)\b)[a-z]++ ){0,2}?"
    r"(?:analysts?|economists|brokers|brokerages|brokerage houses|estimates)\b"
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


def find_analysts(folded: str, start: int, end: int) -> int | None:
    """
    Return how many analysts an estimate is of, where a sentence says so.

    >>> [find_analysts(said, 0, len(said)) for said in ("the average of 21 analysts", "the $994 million analysts expected")]
    [21, None]
    """
    found = _COUNT.search(folded[start:end].lower())
    if found is None:
        return None
    word = found.group("n")
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else 20


def find_source(folded: str, tokens: Sequence[Token], at: int) -> str | None:
    """Return who an estimate is from, as the sentence writes it: the named source nearest to its figure."""
    sources = [i for i, t in enumerate(tokens) if is_called(t.mark, {"source"})]
    if not sources:
        return None
    nearest = tokens[min(sources, key=lambda i: abs(i - at))]
    return folded[nearest.start : nearest.end].removesuffix("'s")


_SAID_ADJUSTED = re.compile(r"(?:These|The|Those) (?:figures|numbers|results|earnings) (?:are|were|have been) adjusted for\b")


def is_said_adjusted(folded: str, sentence: Span) -> bool:
    """Tell whether a sentence says that the figures before it are adjusted ("These figures are adjusted for one-off items")."""
    return _SAID_ADJUSTED.match(folded, sentence.start, sentence.end) is not None
