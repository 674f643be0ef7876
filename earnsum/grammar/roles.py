"""
Roles: what each figure of a sentence is: what was reported, expected, or reported before, a change, an outlook.

The first shape that catches a figure says so.  Apart from the shapes, because what opens a sentence ("Against expectations
of 71 cents") or stands on the other side ("vs. $5.3 billion") may say otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from earnsum.grammar.needs import Live, sieve
from earnsum.grammar.phrasing import shapes_of
from earnsum.grammar.shape import FIGURES, VERSUS
from earnsum.patterns import re, regex
from earnsum.text.languages import UNSPACED

Role = Literal["actual", "estimate", "later", "gap", "prior", "change", "guide", "previous", "margin", "skip"]
"""`later`: what analysts expect of a period to come; `gap`: by how much it beat or missed; `guide`: the company's outlook."""


def roles_of(tags: str, language: str) -> dict[int, tuple[Role, str, str]]:
    """Return token index → (role, shape name, direction) for the figures that shapes catch; the first shape wins."""
    found: dict[int, tuple[Role, str, str]] = {}
    told = frozenset(tags)
    if told.isdisjoint(FIGURES + "p"):
        return found
    shapes, live = _shapes(language)
    for name, pattern in [shapes[number] for number in live(told)]:
        for match in pattern.finditer(tags):
            side = "".join(match.captures("side")) if "side" in pattern.groupindex else ""
            for role, number in pattern.groupindex.items():
                for at in match.starts(number) if role != "side" else ():
                    if at >= 0:
                        found.setdefault(at, (role, name, side))  # type: ignore[arg-type]
    for at in (*_came_after(tags, found), *_came_beside(tags, found)):
        moved = found.pop(at) and tags[at] == "%" and tags[at - 1] in "UD"
        found |= {at: ("change", "rose FIGURE", tags[at - 1])} if moved else {}
    if language not in UNSPACED and "Y" not in tags and "Q" not in tags:
        for at in _set_against(tags, found):
            found[at] = ("estimate", VERSUS, "")
    return found


_OTHER_SIDE = regex.compile(r"V[_MBoAN]{0,5}(?P<other>[s$%#d])")


def _set_against(tags: str, roles: Mapping[int, tuple[Role, str, str]]) -> list[int]:
    """
    Return the figures behind "versus" that are expectations since another one of the sentence is, and no year is named.

    "Earnings of $3.15 vs. the consensus of $2.80 and sales of $5.5 billion vs. $5.3 billion".
    """
    others = [match.start("other") for match in _OTHER_SIDE.finditer(tags)] if tags.count("V") > 1 else []
    if not any(roles.get(at, ("",))[0] == "estimate" for at in others):
        return []
    return [at for at in others if at in roles and roles[at][:2] == ("prior", VERSUS)]


_FRONTED = re.compile(
    r"[_&/K]{0,2}(?:V|[bqmw](?=[_A]{0,3}[NfE]))[^,;:/]*[s$#%][^,;:/]*,(?=[_KBn]{0,4}M[_BK]{0,2}(?:o|[UD]_?%)|[_K]{0,2}M[_oB]{0,2}[s$])"
)
"""``Against expectations of 71 cents a share, earnings came in at 69 cents``: the comma ends what was expected"""


def _came_after(tags: str, roles: Mapping[int, tuple[Role, str, str]]) -> list[int]:
    """Return the figures behind an expectation that opens the sentence: they are what came, unless they are said to be expected."""
    opening = _FRONTED.match(tags)
    if opening is None or not any(roles.get(at, ("",))[0] == "estimate" for at in range(opening.end())):
        return []
    clause = next((at for at in range(opening.end(), len(tags)) if tags[at] in "VNAEf;"), len(tags))
    return [at for at in range(opening.end(), clause) if at in roles and roles[at][0] == "estimate"]


_BESIDE = regex.compile(r"(?P<expected>s)[_nEANM]{0,3},a(?:B?Mo(?P<came>\$)|(?P<came>\$)oB?M)")
"""``It earned 69 cents, against expectations of 71 cents, on revenue of $3 billion``: the comma ends what was expected"""


def _came_beside(tags: str, roles: Mapping[int, tuple[Role, str, str]]) -> list[int]:
    """Return the money behind an expectation that is set against what came a share, where none has come before."""
    expected = {at for at, role in roles.items() if role[0] == "estimate"}
    return [
        match.start("came")
        for match in (_BESIDE.finditer(tags) if len(expected) > 1 else ())
        if expected >= {match.start("expected"), match.start("came")}
        and {tags[at] for at in range(match.start()) if tags[at] in "s$" and at not in roles} == {"s"}  # what came has no role
    ]


@cache
def _shapes(language: str) -> tuple[list[tuple[str, regex.Pattern[str]]], Live]:
    """Return the shapes of a language by name, and what tells which of them may be found."""
    shapes = shapes_of(language)
    return [(shape.name, shape.compiled()) for shape in shapes], sieve(
        f"shapes.{language}", [shape.written_out() for shape in shapes]
    )
