"""Runs: which words of a run of capitalised ones make a name, and where one name ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from earnsum.names.uses import DAY_MOVE, ON_A_DAY, TICKER, Piece, Use, use_of
from earnsum.names.words import BRANDED, COMMON, COUNTRIES, PLAIN, SUFFIX, TITLE_SUBJECT, is_common, is_suffix
from earnsum.patterns import re
from earnsum.text.moves import MOVED
from earnsum.text.places import is_named, places_of


def read_run(folded: str, start: int, words: Sequence[str], opened: AbstractSet[tuple[str, str]]) -> Iterator[Use | None]:
    """Cut a run into names: common words, verbs of titles, suffixes and possessives part them."""
    pieces: list[Piece] = []
    for word in words:
        pieces.append((start, start + len(word), word))
        start += len(word) + 1
    name: list[Piece] = []
    for place, piece in enumerate(pieces):
        word = piece[2].strip(".,!")
        if (name and word in _LINKING and not _ends_list(folded, name, word)) or (
            not name and (_opened(words[place : place + 2]) in opened or _opens_name(folded, piece, pieces[place + 1 :]))
        ):
            name.append(piece)
        elif word == "&":
            continue
        elif (
            word.lower().endswith(SITED)
            or _parts_names(word, name, pieces[place + 1 :])
            or word == "and"
            or (name and _EXCHANGE.match(folded, piece[0]))
        ):
            if name and not word.lower().endswith(SITED):  # "New York-based Acme"
                yield use_of(folded, name)
            name = []
        elif name and place == len(pieces) - 1 and DAY_MOVE.match(folded, piece[0]):
            break
        else:
            name.append(piece)
            if _ends_name(folded, name, pieces[place + 1 :]):
                yield use_of(folded, name)
                name = []
    if name:
        yield use_of(folded, name)


def _ends_list(folded: str, name: Sequence[Piece], word: str) -> bool:
    """Tell the last but one name of a list, which stands by itself elsewhere ("Duff Inc., Anvil Foods and Acme. Anvil Foods")."""
    if word != "and":
        return False
    start, stop = name[0][0], name[-1][1]
    listed = _LISTED.search(folded, max(0, start - 24), start) is not None
    return listed and any(not folded.startswith(" and ", place + stop - start) for place in places_of(folded, folded[start:stop]))


_LISTED = re.compile(r"(?:[A-Z][\w&-]*|\b(?:Inc|Corp|Co|Ltd)\.), \Z")
SITED = ("-based", "-listed", "-headquartered", "-led", "-owned", "-backed", "-controlled")
"""How a word ends that says where somebody is, or whose: what stands before it in its run is a part of the place or owner."""


_EXCHANGE = re.compile(r"[A-Z]{2,6}: ?[A-Z0-9]{2,7}\b(?! [^a-z])")
"""``Acme HEL: ACM1V said``: where it is listed"""


def _opened(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip(".,!").removesuffix("'s") for word in words)


def _opens_name(folded: str, piece: Piece, rest: Sequence[Piece]) -> bool:
    """Tell a word that is common by itself and yet begins a name: "L Brands", "US Anvils Group", "May & Baker", "On-way Inc"."""
    paired = len(rest) > 1 and rest[0][2] == "&" and piece[2].isalpha() and not is_common(rest[1][2].strip(".,!"), first=True)
    formed = [is_suffix(after[2].strip(".,!").removesuffix("'s")) for after in rest[:2]]
    praised = formed[1:] == [True] and (piece[2] in _PRAISE or (piece[2].isupper() and BRANDED.fullmatch(rest[0][2]) is not None))
    hyphened = formed[:1] == [True] and "-" in piece[2] and not piece[2].endswith(SITED)
    titled = bool(rest) and folded.startswith(f"{piece[2]} ") and _is_titled(folded, piece[2], rest)
    kept = bool(rest) and _is_kept_before(folded, piece[2], rest[0][2].strip(".,!").removesuffix("'s"))
    return (
        kept
        or paired
        or praised
        or hyphened
        or titled
        or _is_initial(piece[2], rest)
        or _is_national(folded, piece[2].strip(".,!"), rest)
    )


def _is_titled(folded: str, word: str, rest: Sequence[Piece]) -> bool:
    """Tell a word that is the title's subject and part of a full name below ("Dax profit rises … Dax Anvil Inc")."""
    return TITLE_SUBJECT.match(folded, len(word)) is not None and not is_named(folded, word.lower()) and _is_brand(folded, rest)


def _is_kept_before(folded: str, word: str, after: str) -> bool:
    """Tell "Tech Anvils", which a title begins with and a text has in full, and seldom "Anvils" alone, from "Lender Anvils"."""
    pair = f"{word} {after}"
    if not folded.startswith(pair) or is_named(folded, word.lower()) or is_common(after, first=True):
        return False
    places = [place + len(pair) for place in places_of(folded, pair)]
    in_full = any(_IN_FULL.match(folded, place) for place in places)
    mostly = 2 * len(places) > len(list(places_of(folded, after)))
    return in_full and mostly and TITLE_SUBJECT.match(folded, len(pair)) is not None


_IN_FULL = re.compile(rf"(?: &| and)?,? {SUFFIX}|(?:'s)? \(")
_PRAISE = frozenset({"Top", "Best", "First", "Good", "Big", "Smart", "Nordic", "Baltic"})
"""Common words that a name opens with where a company's form stands behind the next ("Top Anvil Corp", and "AI Group Inc")."""
_LINKING = frozenset({"of", "de", "do", "for", "da", "di", "du", "del", "dos", "and", "AND", "&", "plc"})


def _parts_names(word: str, name: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Tell a common word, unless a name ends with it, and the ticker of the name before it."""
    if is_common(word, first=not name):
        return not (name and _closes_name(word, rest))
    return bool(name) and _is_ticker_of(word, name)


def _is_ticker_of(word: str, name: Sequence[Piece]) -> bool:
    """Tell a ticker right behind the name that it is short for ("Tyrell TYRL said"): its letters are the name's, in order."""
    if not (3 <= len(word) <= 5 and word.isupper() and word.isalpha()) or is_suffix(word) or name[-1][2].isupper():
        return False
    letters = iter("".join(piece[2] for piece in name).upper())
    return word[0] == name[0][2][0] and all(letter in letters for letter in word)


def _closes_name(word: str, rest: Sequence[Piece]) -> bool:
    """Tell a common word in a name: before a suffix ("Seven Below Inc.", "Dax Stock Market Inc"), or with nothing behind it."""
    if not rest:
        return word.removesuffix("'s") in _CLOSING
    after, *more = (piece[2].strip(".,!") for piece in rest[:2])
    return is_suffix(after) or (after.lower() in PLAIN and bool(more) and is_suffix(more[0]))


_CLOSING = frozenset({"Below", "Beyond", "Above"})


def _is_initial(word: str, rest: Sequence[Piece]) -> bool:
    """Tell a letter that a name begins with ("L Brands", "T. Anvil Price") from the article, and from one that stands alone."""
    return (
        (len(word) == 1 or word[1:] == ".")
        and word[0].isupper()
        and word not in ("A", "I", "Q")
        and bool(rest)
        and not is_common(rest[0][2].strip(".,!"), first=True)
    )


def _is_national(folded: str, word: str, rest: Sequence[Piece]) -> bool:
    """Tell a country in a name: "US Anvils Group", "Norway Anvils (NAV) said", "Norway Islamic Bank"."""
    return (
        (word in ("US", "U.S") or word.lower() in COUNTRIES)
        and bool(rest)
        and not is_common(rest[0][2].strip(".,!"), first=False)
        and (_is_brand(folded, rest) or any(piece[2].strip(".,!").removesuffix("'s") in _FIRMS for piece in rest[1:3]))
    )


_FIRMS = frozenset({"Bank", "Airlines", "Airways", "Telecom", "Insurance", "House"})
"""Words that a country's firm is called by, behind what kind it is."""


def _ends_name(folded: str, name: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Tell a legal suffix, and a possessive that owns what follows rather than being part of the name."""
    word = name[-1][2].strip(".,!")
    if len(name) > 1 and is_suffix(word):
        return not rest or not (is_suffix(rest[0][2].strip(".,")) or rest[0][2] in ("of", "&"))
    if not rest or not word.endswith(("'s", "s'")):
        return False
    if len(name) == 1 and word.endswith("'s") and _is_kept_together(folded, word, rest[0][2].strip(".,!")):
        return False
    if (owner := word.removesuffix("'s").lower()) in COMMON or owner in COUNTRIES or not _is_brand(folded, rest):
        return True
    if len(name) == 1:
        return False
    # "the tycoon Jane Doe's Anvil Industries", where the text speaks of Anvil elsewhere too, of "Doe's Anvil" or of Jane Doe
    first, last, owned = name[-2][2], name[-1][2], rest[0][2]
    in_full = f"{first} {last}"
    return (
        folded.count(owned) > folded.count(last)
        or folded.count(f"{last} {owned}") > folded.count(f"{in_full} {owned}")
        or folded.count(in_full[:-2]) > folded.count(in_full)
    )


def _is_kept_together(folded: str, owner: str, owned: str) -> bool:
    """Tell "Baker's Kitchen", where nobody is called Baker, and what is called so is so again, from "Acme's Kitchen"."""
    alone = any(not folded.startswith("'", place + len(owner) - 2) for place in places_of(folded, owner.removesuffix("'s")))
    return not alone and not owned.islower() and folded.count(f"{owner} {owned}") > 1


def _is_brand(folded: str, rest: Sequence[Piece]) -> bool:
    """Tell "Baker's Kitchen Inc." from "Baker's Christmas sales": a suffix, a ticker, a dash or a reporting verb ends it."""
    last = rest[-1]
    return (
        BRANDED.fullmatch(last[2]) is not None
        or TICKER.match(folded, last[1]) is not None
        or last[2].endswith(("'s", "s'"))
        or _REPORTS.match(folded, last[1]) is not None
    )


_REPORTS = re.compile(
    r" - |(?: (?:on |late |early )?[A-Z][a-z]+day(?: [a-z]+)?)? (?:reported|said|posted|earned|announced|unveiled)\b"
    rf"|'?,? {MOVED} {ON_A_DAY}"
)
