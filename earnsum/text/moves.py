"""
Moves: the verbs by which a figure, or a price, rises or falls.

Patterns that need such a verb are made of these; what the words of a sentence mean stands in the lexicon.
"""

from __future__ import annotations

from earnsum.patterns import any_of

_UP = (
    "rise rose, grow grew, climb climbed, gain gained, increase increased, jump jumped, surge surged, soar soared, "
    "advance advanced, expand expanded, swell swelled, leap leapt, spike spiked, skyrocket skyrocketed, rally rallied, "
    "improve improved, rebound rebounded, recover recovered, accelerate accelerated, balloon ballooned, rocket rocketed, "
    "bounce bounced, creep crept, inch inched, edge edged"
)
_DOWN = (
    "fall fell, drop dropped, slip slipped, decline declined, decrease decreased, shrink shrank, slide slid, sink sank, "
    "tumble tumbled, plunge plunged, plummet plummeted, slump slumped, dip dipped, "
    "ease eased, retreat retreated, weaken weakened, soften softened, collapse collapsed, crash crashed, crumble crumbled, "
    "dwindle dwindled, dive dived, halve halved, recede receded"
)
"""Each verb by itself, and in the past."""


def _columns(verbs: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [verb.split() for verb in verbs.split(", ")]
    return tuple(base for base, _ in pairs), tuple(past for _, past in pairs)


_NAMED = (
    "increase rise growth gain jump surge climb advance improvement uptick leap spike rebound"
    " decrease fall drop decline dip slide slump plunge tumble reduction contraction"
)
"""What such a change is called; `shrinking`, `easing` and their like have patterns of their own."""

_RISE, _ROSE = _columns(_UP)
_FALL, _FELL = _columns(_DOWN)
MOVE_WORDS = frozenset({*_RISE, *_FALL})
MOVES_WORDS = frozenset("rallies" if verb == "rally" else f"{verb}s" for verb in MOVE_WORDS)
MOVED_WORDS = frozenset({*_ROSE, *_FELL})

RISE_OR_ROSE = any_of((*_RISE, *_ROSE))
FALL_OR_FELL = any_of((*_FALL, *_FELL))
MOVED = any_of(MOVED_WORDS)
"""Patterns of them: of one direction, by itself or in the past; of both, in the past."""

MOVE = f"(?:{any_of(_NAMED.split())}s?)"
"""A change by its name, of one or of several: ``a rise``, ``the declines``."""
