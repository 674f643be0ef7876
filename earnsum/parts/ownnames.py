"""
Own names: which of the names in a text is the company's own, and which that of a part of it.

The company's may be shortened, in initials, spelled in one word or its ticker; a part's has a business behind the company's name,
or is one that the text calls its own ("Acme Cloud", "Acme's PhotoGram").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.model import Company
from earnsum.names.arms import is_arm
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import BUSINESSES, NATIONAL, PLACES
from earnsum.parts.partnames import is_business
from earnsum.patterns import re, regex

_DROP = frozenset(
    "inc corp co ltd plc pt pte persero ag se sa nv bhd berhad tbk asa oyj ab spa "
    "group holdings holding company the limited corporation com technologies ventures "
    "of and & s".split()
)
_TRADES = BUSINESSES | frozenset(
    "motors motor bank banks brands labs laboratories airlines air foods stores industries pharma therapeutics oil steel capital"
    " holdings partners solutions international systems".split()
)
"""Words of names that say only what a company does."""
_SHARED = _TRADES | PLACES | NATIONAL | {"national"}
"""… or where it is from: Arab National Bank is not National Commercial Bank, nor Anvil China the Bank of China."""
_FIRMS = frozenset("labs laboratories industries companies stores".split())
"""Words of names behind an owner's that make a company of it, and no part ("Anvil's Laboratories")."""
_WORD = re.compile(r"[^\W_]++")
_TOLD_APART = 5
"""Letters that make the beginning of a name a name."""
_INITIALS = 2
"""Letters that tell nothing of a word."""
_NEAR = 30


@lru_cache(maxsize=4096)
def words_of(name: str | None) -> frozenset[str]:
    """Return the words by which a company is known."""
    found = [w.lower() for w in _WORD.findall(name or "")]
    return frozenset(w for w in found if w not in _DROP) or frozenset(found)


def is_whole(name: str, company: Company) -> bool:
    """Tell whether a name says no more than the company's, be it with where that is ("Rome-based Acme")."""
    return words_of(_SEATED.sub("", name)) <= words_of(company.name)


_SEATED = re.compile(r"^[\w-]+-(?:based|headquartered|listed|owned|backed|led) (?=.)")


@lru_cache(maxsize=256)
def is_same(name: str, company: Company) -> bool:
    """Tell whether a name is the company's: it shares a word with it, or is its ticker or initials."""
    mine, its = words_of(company.name), words_of(name)
    ticker = (company.ticker or "").partition("-")[0]  # "(GBX-T)": the Toronto exchange
    shared = mine & its
    apart = shared <= _SHARED and not (its <= mine or mine <= its)  # "Globex Motors" is not Acme Motors
    return (
        bool(shared and not apart)
        or _is_shortened(mine, its)
        or _is_plural(mine, its)
        or name.upper() == ticker
        or _is_short_for(name, company.name or "")
        or _is_short_for(company.name or "", name)
        or name.lower() in _other_spellings(company.name or "")
    )


def _is_short_for(short: str, name: str) -> bool:
    """Tell the initials of a name, or those with that of "Ltd" or "Corp" ("GFL", "GFC" for Globex Foods)."""
    words = _WORD.findall(name.lower())
    initials = "".join(word[0] for word in words)
    return len(initials) > 1 and (short.lower() in (initials, f"{initials}l", f"{initials}c") or _is_blend(short.lower(), words))


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """Tell what the beginnings of two words make ("Globfoo" for Globex Foods), or one and a letter ("GlobexF")."""
    if len(words) != 2:
        return False
    return short == words[0] + words[1][0] or any(
        words[0].startswith(short[:at]) and words[1].startswith(short[at:]) for at in range(2, len(short) - 1)
    )


@lru_cache(maxsize=8)
def _other_spellings(name: str) -> frozenset[str]:
    """
    Return a name in one word, and with its first words as initials.

    >>> sorted(_other_spellings("Acme Globex Foods"))
    ['acmeglobexfoods', 'ag foods']
    """
    words = [word.lower() for word in _WORD.findall(name)]
    short = ("".join(word[0] for word in words[:n]) + " " + " ".join(words[n:]) for n in range(2, len(words)))
    return frozenset(["".join(words), *short] if len(words) > 1 else ())


def _is_shortened(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Tell one word that is the beginning of another ("GlobexTech" for GlobexTechnologies)."""
    short, long = sorted((*mine, *its), key=len) if len(mine) == len(its) == 1 else ("", "")
    return len(short) >= _TOLD_APART and long.startswith(short)


def _is_plural(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Tell what a company is called in the plural, or no longer is ("Globexes" for John Globexe)."""
    word = next(iter(its)) if len(its) == 1 else ""
    other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
    return len(word) > _TOLD_APART and other in mine and other not in _TRADES and word not in _TRADES


_PLACE_CODES = frozenset({"us", "uk", "eu", "uae"})


def is_own_acronym(folded: str, scope: str, company: Company) -> bool:
    """Tell what a company is called for short ("GBX" for Globex Foods): a ticker, or letters of its name in their order."""
    if not 2 <= len(scope) <= 5 or not scope.isalpha() or scope in _PLACE_CODES or scope.upper() not in folded:
        return False
    if scope.upper() == (company.ticker or "").partition("-")[0]:
        return True
    letters = iter(f"{(company.name or '').lower()} co ltd")
    return " " in (company.name or "") and (company.name or "")[:1].lower() == scope[0] and all(c in letters for c in scope)


def is_of_company(folded: str, mark: NameMark, company: Company) -> bool:
    """Tell a name that is the company's or of a part of it."""
    first = mark.name.partition(" ")[0].lower()
    known = is_same(mark.name, company) or is_arm(folded, mark.name) or is_business(mark.name)
    return known or is_own_acronym(folded, first, company)  # "GX Europe"


_OWNER = regex.compile(r"(?P<name>[A-Z][\w&-]*+)'s $")
"""``Acme's PhotoGram reached 2 billion users``"""
_BUSINESS_BEHIND = regex.compile(r"(?:,?\ (?:and\ |&\ )?[A-Z][a-z]++){1,8}+(?=(?:'s)?\ (?![A-Z]))")


def is_fuller(name: str, company: Company) -> bool:
    """Tell the company's name with words put in, or a bank's with its country ("Acme International Airport" for Acme Airport)."""
    words, own = name.lower().split(), (company.name or "").lower().split()
    if own and own[-1] == "bank" and words[: len(own) + 1] == [*own, "of"]:
        return True
    return len(own) > 1 and len(words) > len(own) and (words[0], words[-1]) == (own[0], own[-1])


def part_named(folded: str, mark: NameMark, company: Company) -> str | None:
    """Return the part of the company that a name is of: the company's own with a business behind it, or what is called its arm."""
    start = mark.span.start
    owner = _OWNER.search(folded, max(0, start - _NEAR), start) if folded.startswith("'s ", start - 3) else None
    owned = owner is not None and not words_of(owner["name"]).isdisjoint(words_of(company.name))
    mine, its = words_of(company.name), words_of(mark.name)
    whole = is_whole(mark.name, company) or words_of(mark.name) <= _FIRMS  # "Anvil's Laboratories"
    if (owned or is_arm(folded, mark.name)) and not whole:
        return mark.name.lower()
    if _is_after_ticker(mark.name, company) or (not mine & its and _is_sold_by_volume(folded, mark.name)):
        return mark.name.lower()
    if not mine & its or is_fuller(mark.name, company):
        return None
    if (
        mark.name.endswith("+") or _is_affiliate(mark.name, company) or _is_named_apart(folded, mark.name, company)
    ):  # "Acme+", "Acme Mobile"
        return mark.name.lower()
    behind = _BUSINESS_BEHIND.match(folded, mark.span.end)
    name = mark.span.of(folded) + (behind.group() if behind is not None else "")
    full = mark.name.partition(" (")[0]
    if name.isupper() and name != full and _adds_a_business(full, company):  # "(GWS)", then GWS
        return full.lower() if folded[mark.span.start - 1] == "(" else name.lower()
    return name.lower() if _adds_a_business(name, company) else None


def _is_sold_by_volume(folded: str, name: str) -> bool:
    """Tell goods, of which a text tells nothing but how much was sold ("Caustic Soda sales volume was up")."""
    times = folded.count(name)
    return 0 < times == folded.count(f"{name} sales volume") + folded.count(f"{name} volume")


def _is_after_ticker(name: str, company: Company) -> bool:
    """Tell "GX Financial" from Globex (GX)."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first == company.ticker and first not in (company.name or "")


def _is_named_apart(folded: str, name: str, company: Company) -> bool:
    """Tell "Acme Direct" from Acme, where the text's names (`names.forms`) do not make it Acme's own full name ("Acme Inc.")."""
    if not company.name or not name.startswith(f"{company.name} ") or "(" in name:
        return False
    return not words_of(name) - words_of(company.name) <= _TRADES or _is_full_name(folded, company.name)


@lru_cache(maxsize=8)
def _is_full_name(folded: str, name: str) -> bool:
    """Tell whether a text gives a name in its legal form, to which no business belongs then ("Acme Inc.", so "Acme Cloud")."""
    return regex.search(rf"\b{regex.escape(name)},? (?:Inc|Corp|Ltd|LLC|plc|PLC|AG|NV|SE)\b", folded) is not None


def _is_affiliate(name: str, company: Company) -> bool:
    """Tell "Acme Mobile" from Acme Industries: one first word, and of the rest each has its own."""
    mine, its = words_of(company.name), words_of(name)
    if its <= mine or mine <= its:
        return False
    ours, theirs = _WORD.findall((company.name or "").lower()), _WORD.findall(name.lower())
    if len(ours) < 2 or len(theirs) < 2 or ours[0] != theirs[0] or ours[0] in _DROP or ours[0] in BUSINESSES:
        return False
    return not any(_is_stem(word, own) for word in its - mine for own in mine - its)


def _is_stem(word: str, own: str) -> bool:
    """Tell two words of which one may be the other for short ("Air" for Airlines)."""
    short, long = sorted((word[:4], own[:4]), key=len)
    return len(short) > _INITIALS and long.startswith(short)


def _adds_a_business(name: str, company: Company) -> bool:
    """Tell a name that is the company's and a business behind it, which is no other form of its own."""
    mine = words_of(company.name)
    rest = words_of(name) - mine
    if not rest or (" " not in (company.name or "") and len(rest) == 1):
        return False
    others = rest - BUSINESSES
    if others and not mine.isdisjoint(words_of(name.partition(" ")[0])) and "," not in name:  # but "Japan's Acme Motors"
        others -= PLACES
        if " " in (company.name or ""):
            others -= NATIONAL
        if name.rpartition(" ")[2].lower() in KIND_WORDS:  # "Acme International Operations"
            others -= NATIONAL | KIND_WORDS
    return not others and not any(_is_stem(word, own) for word in rest for own in mine)
