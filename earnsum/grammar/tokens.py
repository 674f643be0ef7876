"""
Tokens: what shapes see of a sentence, and the cues behind it.

Apart from how they are found and settled, since all that reads a sentence looks at them.  A token's tag is the one
character by which phrase shapes see it, and behind it stands a mark: a cue (a phrase of the lexicon), a figure, a
period or a name; behind a run of words that nobody knows there is none.
"""

from collections.abc import Collection, Iterable
from operator import itemgetter
from typing import NamedTuple, TypeGuard

from earnsum.lexicon import Entry
from earnsum.model import Span
from earnsum.text.marks import Mark, Quantity

NAME_TAG = "K"
PREVIEW_TAG = "P"
ANALYSTS_TAG = "A"
ECONOMY_TAG = "z"
GUIDANCE_TAG = "G"
BEAT_TAG = "b"
BOTH_TAG = "2"
RESULTS_TAG = "e"
OLD_TAG = "g"
EXPECTED_TAG = "E"
ESTIMATE_TAG = "N"
RISE_TAG, FALL_TAG = "UD"
WITH_TAG = "u"
SHARES_TAG = "H"
OTHER_TAG = "_"
SILENT_TAGS = ".TZ"
"""Fillers, and periods that compare with nothing: they may stand anywhere, so shapes do not see them."""

FORESEEN_TAGS = frozenset("Gf^vEN")
"""What foresees: without one, a sentence tells only of what came."""
COMPOUND_TAGS = "fGNM"
"""A metric, and what is expected of one: some languages have both in one word ("Umsatzprognose")."""

SMALL = 1000
"""Money below this, without a scale word, may be an amount a share ("$1.58", "83 cents")."""
_OF_SMALL_COINS = frozenset({"KRW", "JPY"})
_SMALL_COINS = 100
"""Money of which a share earns and pays out hundreds of times as much as of others ("주당순이익은 1,250원")."""


class Cue(NamedTuple):
    """A phrase of the lexicon, or a punctuation mark (with no entry)."""

    span: Span
    tag: str
    entry: Entry | None = None
    words: str = ""


class Token(NamedTuple):
    """What shapes see: a tag, and the mark behind it (None for a run of unknown words, of which `first` is the first)."""

    tag: str
    start: int
    end: int
    mark: Mark | None = None
    first: str = ""


def entry_of(mark: Mark | None) -> Entry | None:
    """Return the lexicon's entry behind a mark: none behind a figure, a period or punctuation."""
    return mark.entry if isinstance(mark, Cue) else None


def is_called(mark: Mark | None, names: Collection[str]) -> TypeGuard[Cue]:
    """Tell whether a mark stands for one of these metrics or cues of the lexicon."""
    return isinstance(mark, Cue) and mark.entry is not None and mark.entry.name in names


def says(token: Token, words: Collection[str]) -> bool:
    """Tell whether a token is a cue that reads as one of these phrases."""
    return isinstance(token.mark, Cue) and token.mark.words in words


def first_word(token: Token) -> str:
    """Return the first word of a cue or of a run of unknown words; "" for a figure or a period."""
    return token.mark.words.partition(" ")[0] if isinstance(token.mark, Cue) else token.first


new_tuple = tuple.__new__
"""Makes a named tuple of all its fields in a third of the time; an article has hundreds of cues and tokens."""


def figure_tag(figure: Quantity) -> str:
    """
    Return the tag of a figure.

    ``s`` may be per share, ``$`` is money, ``%`` a rate, ``p`` points, ``#`` a count and ``d`` a bare number.
    """
    if figure.kind == "money":
        small = SMALL * (_SMALL_COINS if figure.unit in _OF_SMALL_COINS else 1)
        return "s" if figure.per_share or (not figure.scaled and abs(figure.value) < small) else "$"
    if figure.kind == "bare":
        return "s" if figure.per_share else "$" if figure.scaled else "d"
    return {"percent": "%", "points": "p", "count": "#"}[figure.kind]


def tags_of(tokens: Iterable[Token]) -> str:
    """Return the tags of tokens as one string, which is what patterns look at."""
    return "".join(map(_tag, tokens))


_tag = itemgetter(0)
