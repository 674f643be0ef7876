"""
Sizes: words that say how much more or less came than was expected, and not how good that is.

What they are said of turns them round: "more than expected" is good of a profit, and bad of a loss or a fall.
"""

from collections.abc import Sequence

from earnsum.grammar.tokens import RISE_TAG, Cue, Token, first_word
from earnsum.model import Verdict
from earnsum.patterns import ABOUT, regex

SIZES = {
    "more than expected": "more", "greater than": "more", "larger than": "more", "bigger than": "more", "higher than": "more",
    "more than": "more", "exceeded": "more", "exceeding": "more", "exceeds": "more",
    "over": "more", "faster than": "more", "quicker than": "more", "slower than": "less",
    "less than expected": "less", "smaller than": "less", "less than": "less", "lower than": "less",
}  # fmt: skip
"""Words for more and less, which turn round when they are said of a loss or of a fall."""


_OPENINGS = regex.compile(
    r"(?P<more>a (?:bigger|larger|deeper|wider) one "
    r"|(?:faster pace|faster clip|faster rate|more quickly|quicker pace|quicker clip|quicker rate) "
    r"|mehr,? als|(?:stärker|kräftiger|schneller) als .|plus (?:qu|fort|marqu|import|pronon|élev)|más (?:de|que) lo"
    r"|(?:mayor|superior)(?:es)? (?:de|que|a) lo"
    rf"|{ABOUT}(?:(?:[a-z0-9]++ )?times|(?:twice|double|triple|treble|quadruple)(?! that))\b)"
    r"|(?P<less>a (?:smaller|narrower) one |(?:less than )?half\b"
    r"|(?:slower pace|slower clip|slower rate|more slowly|not(?: by)? (?:as|so) much) "
    r"|weniger(?: stark)?,? als|langsamer als .|moins (?:qu|fort|marqu|import|pronon|élev)|menos (?:de|que) lo"
    r"|(?:menor|inferior)(?:es)? (?:de|que|a) lo)"
)
"""How others begin, in other languages too ("sank weniger als erwartet", "recule plus que prévu")."""


PLACES = {"above": "more", "below": "less", "under": "less", "beneath": "less"}
"""How words end that do ("well below", "came in under"), but not of a fall: sales that "fell 5%, below expectations" fell more."""


def size_in(words: str) -> str | None:
    """Return whether words begin with "more" or "less" of something; None where they say how good it was."""
    if (size := SIZES.get(words) or PLACES.get(words.rpartition(" ")[2])) is not None:
        return size
    found = _OPENINGS.match(words)
    return found.lastgroup if found is not None else None


_BARE_SIZES = frozenset({"more", "less", "higher", "lower", "bigger", "smaller", "larger", "fewer"})


def size_of(token: Token) -> str | None:
    """Return whether words say that there was "more" or "less" of something, also "bare"; None where they say how good it was."""
    words = token.mark.words if isinstance(token.mark, Cue) else ""
    return "bare" if words in _BARE_SIZES else size_in(words)


_LARGE = frozenset("bigger larger greater steeper sharper deeper faster stronger wider worse higher quicker".split())
_SMALL = frozenset("smaller slimmer slower shallower milder gentler weaker narrower lesser softer lower".split())


def verdict_on_move(tokens: Sequence[Token], at: int, move: int | None = None) -> Verdict | None:
    """
    Return how "a steeper decline", "a smaller rise" or "twice the rise" expected is judged; None where its size is not told.

    `move`: where the rise or decline stands that is steeper or smaller, if not right behind that.
    """
    size, rising = first_word(tokens[at]), tokens[at + 1 if move is None else move].tag == RISE_TAG
    large = size in _LARGE or (tokens[at].tag == "q" and size not in _SMALL)
    if not large and size not in _SMALL and tokens[at].tag != "w":
        return None
    return "beat" if large == rising else "miss"
