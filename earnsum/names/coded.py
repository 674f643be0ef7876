"""Coded names: those with a word in them that elsewhere is none ("Anvil Tuesday"), by the code that is made of their letters."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.names.scopewords import PLACES
from earnsum.names.words import is_common, words_in
from earnsum.patterns import regex

_CODED = regex.compile(
    r"(?<![\w$&'.-])(?P<run>[A-Z][\w&'-]*+(?: (?:(?:of|in|on|for|at|to|by)(?: the)? |the )?(?:&|[A-Z][\w&'-]*+)){1,6})"
    r"(?P<form>,? (?:Inc|Corp|Co|Ltd|Limited|plc|PLC|Corporation|LLC|N\.V|S\.A)\b)?\.? "
    r"\((?P<exchange>[A-Za-z]{2,10} ?: ?)?(?P<code>[A-Z]{2,5})(?:[ ,;-][^()\n]{0,30})?\)"
)
_SMALL_WORDS = words_in("of in on for at to by the")
_COMPASS = words_in("West East North South Midwest Northeast Southeast Northwest Southwest Americas")
_HAD = words_in("shares stock sales results earnings profit profits revenue revenues")


def coded_names(folded: str) -> frozenset[str]:
    """
    Return the names whose words might all be something else but for the code behind them.

    >>> sorted(coded_names("Shares of Anvil in the Fox (ANVX) rose. Cash Anvil (NYSE: CA) and Anvil Tuesday (NYSE: AT) fell."))
    ['Anvil Tuesday', 'Anvil in the Fox', 'Cash Anvil']
    """
    if "(" not in folded:
        return frozenset()
    names = [(name, found["form"]) for found in _CODED.finditer(folded) if (name := _coded(found)) is not None]
    return frozenset(told for name, form in names for told in (name, f"{name}{form or ''}"))


def _coded(found: regex.Match[str]) -> str | None:
    """Return the words that a code is made of, none where each of them may be a name's anyway."""
    words = found["run"].split()
    while len(words) > 1 and (words[0].lower() in _HAD or words[0] in _SMALL_WORDS):
        words = words[1:]
    starts = [at for at in range(len(words) - 1) if at == 0 or words[at - 1] not in ("of", "the")]
    spelt = [words[at:] for at in starts if words[at] not in _SMALL_WORDS and _spells(found["code"], words[at:])]
    if not spelt:
        return None
    name = spelt[-1]
    if found["exchange"] is None and found["code"] in ("".join(word[0] for word in name).upper(), _capitals(name)):
        return None  # "Free Cash Flow (FCF)"
    if not PLACES.isdisjoint(name[-1:]) or name[-1] in _COMPASS:
        return None
    linked = any(word in _SMALL_WORDS and word != "of" for word in name)
    common = sum(is_common(word, first=not at) for at, word in enumerate(name) if word not in _SMALL_WORDS)
    if common > 1 and found["exchange"] is None:
        return None  # a title: "Acme Cuts Its Outlook (ACM)"
    return " ".join(name) if linked or common else None


def _capitals(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def _spells(code: str, words: Sequence[str]) -> bool:
    """Tell a code by its letters, which a name has in their order, the first as its first."""
    letters = iter("".join(words).upper())
    linked = not _SMALL_WORDS.isdisjoint(words)
    return (linked or code[0] == words[0][0]) and all(letter in letters for letter in code)
