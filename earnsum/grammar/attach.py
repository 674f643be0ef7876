"""
Attachment: which metric a figure measures.

Apart from the roles, because the two questions have different answers in one
phrase: in "12 cents on revenue of $3 billion" both figures share a role and
neither shares a metric.  A figure looks right ("$3 billion in revenue"), then
left, and only at metrics that its unit fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from earnsum.grammar.attach_before import metric_before
from earnsum.grammar.attach_behind import metric_behind
from earnsum.grammar.glosses import opens_cause
from earnsum.grammar.settling import RED_OR_BLACK
from earnsum.grammar.tokens import RESULTS_TAG, Token, first_word, says
from earnsum.lexicon import METRIC_TAG
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVED_WORDS, MOVES_WORDS

_NEAR_LEFT = regex.compile(r"M[_oB]?[GN][_oI]{0,2}$")
"""``売上高見通しを1兆円``: an outlook of a metric right before its figure, where a language puts it there."""

_NAMED_BEFORE = re.compile(r"MG?:[s$%#d]M$")
"""``EPS guidance: $0.96-$1.06 Revenue guidance: $301 million``"""

_DIFFERENCE = re.compile(r"(?:y[_bq]?|E_?)$")
"""``by $5 million``, ``an estimated $5 million``: no level of the metric before it."""

_RISES_BY = frozenset({"increase of", "growth of", "decline of"})
"""Words before a sum that is a difference too; …"""

_RISES = frozenset("increase decrease rise drop decline fall jump improvement".split())
"""… and nouns before "of" and one ("revenue saw a decrease of $5 million")."""

_OF = frozenset({"of"})

_SHORT_OF = frozenset({"short of", "shy of"})
"""Words behind one: "profits were eight cents short of the $8.75 that analysts expected"."""

_ROSE = MOVED_WORDS | MOVES_WORDS
"""Verbs right before a sum, or cents, that are a difference as well: "revenue fell $8 million during the quarter"."""

_FROM_LEVEL = regex.compile(r"(?:,?\|_?s)?[,_]?[rV]_?[s$]")
"""Where a level stands behind, and "to" was left out ("profit fell EUR 8 mn from EUR 9 mn")"""


def attach_metrics(tokens: Sequence[Token], tags: str, roles: Mapping[int, str], *, metric_first: bool = False) -> dict[int, int]:
    """
    Return figure index → index of its metric's token, for the figures whose metric the sentence names.

    `metric_first`: the language names a metric before its change ("revenue 5% up").
    """
    found: dict[int, int] = {}
    apart: set[int] = set()
    if METRIC_TAG not in tags:
        return found
    for at, tag in enumerate(tags):
        if tag not in "s$%#dp" or roles.get(at) == "skip":
            continue
        role = roles.get(at, "actual")
        if role == "actual" and (
            _DIFFERENCE.search(tags, max(0, at - 3), at)
            or (tag in "s$#" and at and says(tokens[at - 1], _RISES_BY))
            or (tag in "s$" and at > 1 and says(tokens[at - 1], _OF) and first_word(tokens[at - 2]) in _RISES)
            or (tag in "s$" and at and first_word(tokens[at - 1]) in _ROSE and not _is_level_moved_to(tokens, tags, at))
            or (tags.startswith("w", at + 1) and says(tokens[at + 1], _SHORT_OF))
            or tags.startswith("$1", at)  # "the $47 million top line": the line names it
        ):
            continue
        metric = (
            None
            if (metric_first and (role == "change" or (role == "guide" and tag == "%") or _NEAR_LEFT.search(tags, 0, at)))
            or _NAMED_BEFORE.search(tags, 0, at + 2)
            else metric_behind(tokens, tags, at, role, metric_first=metric_first)
        )
        if metric is None and not (role == "change" and _is_cause(tokens, tags, at)):
            metric = metric_before(tokens, tags, at, role)
            if metric is not None and tags.startswith(RESULTS_TAG, metric + 1):
                continue  # "since its earnings report, Acme has gained 6%"
            told = [f for f, m in found.items() if m == metric]
            if metric is not None and (
                (
                    _is_of_something_else(tags, at, role, told, roles)
                    and not _is_on_another_basis(tokens, tags, at, told)
                    and not _is_growth_beside(tokens, tags, at, told)
                )
                or (role == "previous" and tags[at - 1] == "r" and at - 2 in apart)  # "from 4%", and to what is something else's
            ):
                apart.add(at)
                continue
        if metric is not None:
            found[at] = metric
    return found


def _is_level_moved_to(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a sum behind a verb of moving that is a level all the same: "slid $5 million into the red", or "from" another."""
    red = tags.startswith(METRIC_TAG, at + 1) and says(tokens[at + 1], RED_OR_BLACK)
    return red or _FROM_LEVEL.match(tags, at + 1) is not None


ON_THE_YEAR = regex.compile(r"(?:[_roVqwUDcna]{0,3}|r_?[s$#d][_n]{0,2})Y")
"""``up 4% from the second quarter and 2% from a year ago``, ``and up 2% from $5 million a year ago``"""

_EACH_FROM = regex.compile(r"(?:[UD]_?y?%|%[UD])t?[s$#]?r_?[s$#d][_nQY]{0,3},?[&/]o?(?:[UD]_?y?%|%[UD])r_?[s$#d]")
"""``up 4% from $5.6 billion in the second quarter and up 2% from $5.7 billion a year ago``: two changes of one level"""

_AND_TO = regex.compile(r"t[s$#d][_no]{0,4}&t_?$")
"""``rose to $8 billion in the year to date and to $3 billion in the quarter``"""

_OWN_NOUN = regex.compile(r"[_,noT]{0,3}[,&]{1,2}[\^v]?[_X]{1,2}U?(?:o|Gt?)")
"""``expects a margin of 3% and a cost ratio of 45%``: between two figures, a noun of the second one's own."""

_OWN_PLAN = re.compile(r"[s$%#d][^&;/]{0,6}&K?_t$")
"""``raised its sales target to $74 billion and its investment plan to $7 billion``: a noun of the second one's own too."""

_ON_ANOTHER_BASIS = regex.compile(
    r"s[_nYQ]{0,4}[,;:(]{0,2}[|:(&/]?[_oK]{0,2}(?:s_?B(?!_?M)|B_?s)"
    r"|s,?B,?[|&/]?[_o]{0,2}s,?B(?!_?M)|\$,?(?:B|u_?),?[(|&/]?[_oK]{0,2}\$[_,]?B(?!_?M)"
)
"""``65 cents a share, or 81 cents excluding items``, ``$5 million including one-offs and $7 million excluding them``"""
_OR_WITHOUT = regex.compile(r"s[_nYQ]{0,4},?\|_?s")
_LEAVING_OUT = frozenset("without before absent minus not leaving when if once with after were".split())
"""``65 cents a share, or 81 cents when a charge is left out``: words behind such a second figure"""


def _is_on_another_basis(tokens: Sequence[Token], tags: str, at: int, told: Sequence[int]) -> bool:
    """Tell earnings a share told again right behind themselves, as they are when something is left out."""
    first = max((f for f in told if f < at), default=-1)
    beside = _OR_WITHOUT.match(tags, first) if first >= 0 else None
    return beside is not None and beside.end() == at + 1 < len(tokens) and first_word(tokens[at + 1]) in _LEAVING_OUT


_ANOTHER_MOVE = regex.compile(r"[,&]{1,2}[_oYQ]{1,3}[UD]y?")


def _is_growth_beside(tokens: Sequence[Token], tags: str, at: int, told: Sequence[int]) -> bool:
    """Tell how far the same rose on the year from how far on the quarter ("quarterly growth of 5% and annual growth of 8%")."""
    first = max((f for f in told if f < at), default=-1)
    if first < 0 or _ANOTHER_MOVE.fullmatch(tags, first + 1, at) is None:
        return False
    return "Y" in tags[first + 1 : at] or any(first_word(token) == "annual" for token in tokens[first + 1 : at])


def _is_of_something_else(tags: str, at: int, role: str, told: Sequence[int], roles: Mapping[int, str]) -> bool:
    """Tell a figure from those at `told`, of the metric before it: a second one of its kind is of something else."""
    others = [f for f in told if tags[f] == tags[at] and roles.get(f, "actual") == role]
    second = bool(others) and not all(tags[f - 1] == "B" for f in (at, *others))  # "GAAP 46.8% and non-GAAP 48.9%"
    second = second and not (role == "actual" and _AND_TO.search(tags, 0, at))
    if second and role == "actual" and tags[at] in "s$" and _ON_ANOTHER_BASIS.match(tags, others[-1]):
        return False
    on_year = ON_THE_YEAR.match(tags, at + 1) or _EACH_FROM.search(tags, max(0, others[-1] - 3), at + 5) if others else None
    if second and (role == "actual" or (role == "change" and not on_year)):
        return True
    if second and role == "guide" and _OWN_NOUN.fullmatch(tags, others[-1] + 1, at):
        return True
    if role == "actual" and _OWN_PLAN.search(tags, 0, at):
        return True
    # "earnings of 1.30 per share and $3.286 billion": not so with "or" between
    return tags[at - 1 : at + 1] == "&$" and any(tags[f] == "s" for f in told)


_OF_OTHER = regex.compile(r"%[UD][no]_")


def _is_cause(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell a change of what moved a metric from its own: "sales rose to $5 million, helped by a 12% rise in fees"."""
    return at > 0 and _OF_OTHER.match(tags, at) is not None and opens_cause(tokens[at - 1])
