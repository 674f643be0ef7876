"""
Clauses apart: what parts results from an outlook or a consensus beside them, once the words are settled.

"Raised its outlook, saying sales rose 5%", "$1.4 billion; up 3%", "excluding one-off items of $5 million": a break goes in, a
comma takes the place of a semicolon, and the sum of what is left out goes.
"""

from __future__ import annotations

from earnsum.grammar.metrics import EARNED
from earnsum.grammar.tokens import (
    GUIDANCE_TAG,
    OTHER_TAG,
    Cue,
    Token,
    first_word,
    says,
    tags_of,
)
from earnsum.patterns import re

BREAK_TAG = "/"

_OWN_REVISED = re.compile(r"[K_]{0,2}[MB]{1,3}(?P<own>N)[_o]{0,4}[\^vUD][^A]{1,3}[s$%][^A]*$")
_PROJECTED = frozenset({"expectations", "projection", "projections"})


def with_own_revised(tokens: list[Token]) -> list[Token]:
    """Return tokens, as an outlook what is revised and was not expected by analysts ("Sales expectations were cut to")."""
    found = _OWN_REVISED.match(tags_of(tokens))
    if found is not None and first_word(tokens[at := found.start("own")]) in _PROJECTED:
        tokens[at] = tokens[at]._replace(tag=GUIDANCE_TAG)
    return tokens


_PEGGED = re.compile(r"[^ANEfGg;]*M[^ANEfGg;]*(?P<pegged>J)(?=[s$],?_?[UD]_?%_?[rVQ]?_?Y)")


def with_own_pegged(tokens: list[Token]) -> list[Token]:
    """Return tokens, as what came in what "was pegged at" a sum that is up or down from a year ago, by no analyst."""
    found = _PEGGED.match(tags_of(tokens))
    if found is not None:
        at = found.start("pegged")
        tokens[at] = tokens[at]._replace(tag="o")
    return tokens


_CHANGE_ALONE = re.compile(
    r"[s$#%)]N?(?P<apart>;)(?:_?%[UD][rqo]_?(?:Y[s$%]|[s$%]_?Y)(?=[,;]|$)|[_UD]{0,2}%[_rnVqo]{0,2}[YQ][YQ_,UD%~]*+|[_OB]?\|[_OB]?[UD]o?%[VYOn_]*+)(?![^;])"
)


def with_changes_beside(tokens: list[Token]) -> list[Token]:
    """Return tokens, as a comma the semicolon before what only is a change of the figure before ("$1.4 billion; up 3% YoY")."""
    for found in _CHANGE_ALONE.finditer(tags_of(tokens)):
        at = found.start("apart")
        tokens[at] = tokens[at]._replace(tag=",")
    return tokens


_LEFT_OUT = re.compile(r"(?:(?P<basis>B)|,/(?P<verb>_))(?P<sum>o(?P<kind>[s$])r?),?o(?P=kind)(?![UD]?[bmqwjk])")
_LEAVING_OUT = frozenset("excluding including before without excludes includes excluded included".split())
_THING = re.compile(r"(?:_[_M]{0,3}|(?<=[s$])(?P<on>a)_?)X(?!o?_?[s$%#d])|(?<=M)_[_M]{0,3}X(?=(?P<was>o)[s$])")
_OUT = frozenset(
    "excluding before without hurt hit dented depressed weighed dragged burdened due because amid reflecting driven helped boosted"
    " lifted aided despite".split()
)
"""
``a profit of $5 million before a tax benefit``, ``a loss of $5 million, hurt by costs of a refinancing``: what is left out, or
why it was so, is no business that the profit is of.
"""
_COSTS = frozenset({"cost", "costs", "expense", "expenses", "spending"})
"""``a loss of $5 million on higher costs``: why it was so"""
_ITEMS = ("items", "item", "costs", "charges", "charge", "expenses", "gains", "gain", "one-offs", "exceptionals")


def without_left_out(tokens: list[Token]) -> list[Token]:
    """
    Return tokens without the sum of what a figure leaves out or includes, which is told before it.

    "Operating profit, excluding one-off items of $5 million, was $9 million".
    """
    for found in _THING.finditer(tags_of(tokens)):
        was = found["was"] is None or first_word(tokens[found.end()]) != "of"
        why = first_word(tokens[found.end() - 1]) in _COSTS if found["on"] else first_word(tokens[found.start()]) in _OUT
        for at in range(found.start(), found.end()) if was and why else ():
            tokens[at] = tokens[at]._replace(tag=OTHER_TAG)
    for found in reversed(list(_LEFT_OUT.finditer(tags_of(tokens)))):
        told = tokens[found.start("basis" if found["basis"] else "verb")]
        of, verb = tokens[found.start("sum")], tokens[found.end() - 2]
        named = found["verb"] or (isinstance(told.mark, Cue) and told.mark.words.endswith(_ITEMS))
        if named and first_word(told) in _LEAVING_OUT and first_word(of) == "of" != first_word(verb):
            del tokens[found.start("sum") : found.end("sum")]
    return tokens


def with_results_apart(tokens: list[Token]) -> list[Token]:
    """Return tokens, what parts results from an outlook ("raised its outlook, saying sales rose 5%") or a consensus as that."""
    for found in _SAYING.finditer(tags_of(tokens)):
        if any(first_word(tokens[at]) in _PAST for at in (found.end() - 2, found.end() - 1)):
            at = found.start("saying")
            tokens[at] = tokens[at]._replace(tag=BREAK_TAG)
    _set_outlooks_apart(tokens)
    for found in _AND_WAS.finditer(tags_of(tokens)):
        if first_word(tokens[found.end() - 1]) in _CAME:
            at = max(found.start("and"), found.start("also"))
            tokens[at] = tokens[at]._replace(tag=BREAK_TAG)
    for found in _AND_TOLD.finditer(tags_of(tokens)):
        told = tokens[found.start("told") : found.end("told")]
        moved = (
            (t for t in told[1:] if first_word(t) in _PAST) if told[0].tag in "UD" else (t for t in told if first_word(t) in _PAST)
        )
        if first_word(told[0]) in _GAVE_OUT or any(moved):
            at = found.start("and")
            tokens[at] = tokens[at]._replace(tag=BREAK_TAG)
    for found in _AND_EARNED.finditer(tags_of(tokens)):
        if says(tokens[found.start("verb")], EARNED):
            at = found.start("and")
            tokens[at] = tokens[at]._replace(tag=BREAK_TAG)
    return tokens


def _set_outlooks_apart(tokens: list[Token]) -> None:
    """Set an outlook apart from estimates that were beaten or missed before it."""
    for found in _BUT_GUIDED.finditer(tags_of(tokens)):
        if first_word(tokens[at := found.start("but")]) in _BUT:
            tokens[at] = tokens[at]._replace(tag=";")


_AND_TOLD = re.compile(
    r"(?:[\^v]|G(?=K))[^;/&s$%#]{0,8}[Gf][^;/&]{0,8}(?P<and>&)(?P<told>[^;/&GfENVAsbmwi$%#g\^v]{1,8})(?=[s$%#])(?!s?[^;]*=)"
)
_GAVE_OUT = frozenset({"posted", "reported", "announced"})
"""``raised its outlook and said sales rose 5% to $3 billion``, ``and posted revenue of``: what came, and nothing foreseen"""
_AND_EARNED = re.compile(r"V[_oB]{0,2}Y?[^;/&V]{2,8}(?P<and>&)_?(?P<verb>M)[s$]")
"""``reversed a loss of $5 million and made $3 million``: what it made is none of what it reversed"""

_BUT_GUIDED = re.compile(r"[bmiqw][_oABMK]{0,4}[NfE],?(?P<but>/)(?=K?[_B]?G)")
_BUT = frozenset({"but", "while", "although", "though", "yet", "whereas", "however"})
"""``sales topped estimates, but guidance for earnings of $3 missed``: an outlook, and nothing that analysts expected"""

_AND_WAS = re.compile(
    r"[bmiqw][_oAMBK]{0,4}[NfE][_oMBA]{0,4}[s$%#],?(?P<and>&)[_BK]{0,3}Mo(?=[s$%#])"
    r"|[\^v][^;/&]{0,16},(?P<also>&)[_BK]{0,3}Mo?[s$%#][_nT]{0,3}[obm]"
)
_CAME = frozenset("was were came totaled totalled stood reached beat topped exceeded surpassed missed".split())
"""
``topping the consensus of $5 billion, and earnings were $1.10 a share``, ``raised its outlook, and revenue of $3 billion beat
estimates``: what came, and nothing else that was expected
"""


_SAYING = re.compile(r",(?P<saying>u)[_BKY]{0,3}(?:M[_Y]?o?[UD]|M(?=[s$]))")
_PAST = frozenset(
    "earned made lost "
    "was were rose fell grew jumped climbed dropped surged soared slid slipped sank tumbled plunged increased decreased declined "
    "doubled tripled swung narrowed widened shrank".split()
)
