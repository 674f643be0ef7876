"""Name forms: which names of a text are one company's: a short form, a longer one, the initials of it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from earnsum.names.scopewords import BUSINESSES, PLACES
from earnsum.names.uses import Use
from earnsum.patterns import re

_BRAND = re.compile(r" (?:Group|Holdings?)\Z")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+){2,}")
_HUMPED = re.compile(r"[A-Z](?:[a-z]+[A-Z]|[A-Z]+[a-z])")
_BEGINNING = re.compile(r"[A-Z][a-z]*")
_PART = re.compile(r"[A-Z][a-z]+")
_GOODS = re.compile(r"[a-z]{1,2}[A-Z][a-z]")
"""How goods are written, which are called after their maker ("Acme iAnvil")."""
_HYPHENED = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
INITIALS = re.compile(r"(?<![\w'])[A-Z]|(?<= )&")


def fullest_forms(uses: Sequence[Use], arms: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """
    Map each form of a name to the fullest one: a longer form of it, or what its capitals stand for; `arms` are called parts.

    >>> from earnsum.model import Span
    >>> uses = [Use(span=Span(0, 10), name="Acme Foods", weight=2), Use(span=Span(22, 26), name="Acme", weight=2)]
    >>> fullest_forms(uses)["Acme"]
    'Acme Foods'
    >>> uses = [Use(span=Span(0, 8), name="Acme.com", weight=2), Use(span=Span(22, 26), name="Acme", weight=1)]
    >>> fullest_forms(uses)["Acme"]
    'Acme.com'
    """
    weights: dict[str, float] = {}
    for use in uses:
        weights[use.name] = weights.get(use.name, 0) + max(use.weight, 0)
    told: dict[tuple[str, ...], Use] = {}  # where each form first stands
    stated: dict[str, Use] = {}  # where it has a legal form or a ticker
    for use in uses:
        told.setdefault(_words_of(use.name), use)
        if use.legal or use.listed:
            stated.setdefault(use.name, use)

    def rank(form: str) -> tuple[bool, float, int]:
        return weights[form] > 0, weights[form], -told[_words_of(form)].span.start

    best: dict[tuple[str, ...], str] = {}
    fullest: dict[str, str] = {}
    for form, weight in sorted(weights.items(), key=lambda item: (-len(_words_of(item[0])), not item[0].endswith("'s"), item[0])):
        words = _words_of(form)
        longer = best.get(words)
        fullest[form] = fullest[longer] if longer is not None and (weights[longer] > 0 or not weight) else form
        for length in range(1, len(words) + 1):
            shorter = told.get(words[:length])
            if (
                shorter is not None
                and weights[shorter.name] > 0
                and (
                    _is_part(shorter, told[words], words[length:], arms)
                    or _is_late(told[words], shorter.name, uses)
                    or _are_two(stated.get(shorter.name), stated.get(form, told[words]), words[length:])
                )
            ):
                continue
            rival = best.get(words[:length])
            if rival is None or rank(form) > rank(rival):
                best[words[:length]] = form
    small = {_words_of(form): form for form in weights if not form.isupper()}
    reporting = {use.name for use in uses if use.name.isupper() and len(use.name) > _SHORT_CODE and (use.acting or use.legal)}
    fullest = {form: small.get(_words_of(full), full) if full in reporting else full for form, full in fullest.items()}
    return _with_short_forms(_with_acronyms(fullest, uses), uses)


_SHORT_CODE = 3
"""Letters of a name that is written in capitals anyway; a longer one opens a newspaper's story so ("ACME Corp saw … Acme said")."""
_ENOUGH = 2


def _is_late(longer: Use, short: str, uses: Sequence[Use]) -> bool:
    """Tell a longer form that comes when a company has reported by its short name for long: a part ("Acme Direct revenues")."""
    if longer.legal or longer.listed:
        return False
    start = longer.span.start
    return sum(use.name == short and use.acting and use.span.start < start for use in uses) >= _ENOUGH


_SAME = frozenset("group holding holdings international company corporation industries & and".split())
"""What a legal form may go with or without."""


def _are_two(short: Use | None, long: Use, added: Sequence[str]) -> bool:
    """
    Tell two companies, each with a legal form or a ticker of its own ("Acme Co (AC.N)" and its bottler "Acme Ventures Inc").

    Behind "Acme Corp", which is its name in full, "Acme Land Corp" and "Acme Foods" are its companies.
    """
    if short is None or _SAME.issuperset(added):
        return False
    tickers = {use.ticker for use in (short, long) if use.ticker}
    of_it = short.span.start < long.span.start and (long.legal or BUSINESSES.issuperset(added))
    return len(tickers) > 1 or (short.legal and ((long.legal and bool(tickers)) or of_it))


def _is_part(company: Use, longer: Use, added: Sequence[str], arms: AbstractSet[str]) -> bool:
    """Tell a business of a company that has been told of before by its own name ("Acme … Acme Web Services", "Acme Europe")."""
    initials = "".join(word[0] for word in longer.name.split()).upper()
    if _GOODS.match(longer.name.split()[-1]):  # "Acme iAnvil SE" has no legal suffix
        return company.span.start < longer.span.start
    listed = longer.listed and longer.ticker != initials
    first = company.span.start < longer.span.start and not (longer.legal or listed)
    trade = BUSINESSES.issuperset(added) and (len(added) > 1 or (company.name.isupper() and "group" not in added))
    return first and (longer.name in arms or trade or PLACES.issuperset(added))


def _begin_alike(short: str, form: str) -> bool:
    """Tell "AcEx" to be short for "Acme Express", and "AFEx" for "Acme Foods Exchange & Clearing"."""
    parts = (_BEGINNING if short[:2].isupper() else _PART).findall(short)
    words = form.partition(" & ")[0].split()
    return len(parts) == len(words) and "".join(parts) == short and all(map(str.startswith, words, parts))


def _with_acronyms(fullest: dict[str, str], uses: Sequence[Use]) -> dict[str, str]:
    """Join "Acme Consultancy Services" and "ACS"; two letters are seldom what a company is known by, with more both names are."""
    both = {use.name for use in uses if not use.bracketed} & {use.name for use in uses if use.bracketed}
    if not both and not any(form.isupper() or _HUMPED.match(form) for form in fullest):
        return fullest
    long_forms = [form for form in fullest if " " in form or _HYPHENED.fullmatch(form)]
    fullest |= {short: fullest[form] for form in long_forms if (short := form.replace(" ", "")) in fullest}  # "AcmeFoods"
    camels = [form for form in fullest if _CAMEL.fullmatch(form)]
    spelt = {"".join(INITIALS.findall(_BRAND.sub("", form).replace(" and ", " & "))): form for form in long_forms}
    spelt |= {"".join(word[0] for word in form.split()).upper(): form for form in long_forms}
    spelt |= {"".join(INITIALS.findall(form)): form for form in long_forms}
    spelt |= {"".join(word if word.islower() else word[0] for word in form.split()): form for form in long_forms}  # "AofB"
    spelt |= {"".join(filter(str.isupper, form)): form for form in camels}
    spelt |= {f"{''.join(INITIALS.findall(form))}L": form for form in long_forms}  # "ACL" for Acme Consultancy Ltd
    spelt |= {short: form for short in fullest if _HUMPED.match(short) for form in long_forms if _begin_alike(short, form)}
    # What stands in brackets after a name is a ticker, unless the text goes on to use it as the name.
    spelt |= {use.ticker: use.name for use in uses if use.ticker and not use.exchange and use.ticker in both}
    # "Acme Works Ltd (Anvilo)" gives the name that the text goes on with.
    spelt |= {
        short.name: use.name
        for use, short in pairwise(uses)
        if use.legal and short.bracketed and short.name in both and short.span.start - use.span.end <= 3
    }
    codes = {use.ticker for use in uses if use.quoted}
    joined = {}
    for short, full in fullest.items():
        long = spelt.get(short, short) if 2 <= len(short) <= 12 else short
        if long != short:
            plain = len(short) == 2 or short in codes
            joined[full] = joined[fullest[long]] = fullest[long] if plain else f"{fullest[long]} ({short})"
    # "Anvil" is short for "AnvilSmithWorks".
    joined |= {short: joined.get(form, form) for form in camels for short in _PART.findall(form)[:1] if short in fullest}
    return {form: joined.get(full, full) for form, full in fullest.items()}


def _with_short_forms(fullest: dict[str, str], uses: Sequence[Use]) -> dict[str, str]:
    """Join "Acme" and "Wile Acme Co", "Acme-Anvil" or "Acmegroup", the only one in the text that it can be short for."""
    stated = {use.name for use in uses if use.legal or use.listed}
    acting = {use.name for use in uses if use.acting and " " not in use.name and fullest[use.name] == use.name} - stated
    active = {use.name for use in uses if use.acting} | stated
    first = {use.name: use.span.start for use in reversed(uses)} if acting else {}
    longer: dict[str, set[str]] = {}
    for form in active if acting else ():
        begun = (short for short in acting if _begins(short, form) and first[form] < first[short])
        for short in {_short_of(form) if form in stated else form, *begun} & acting - {form}:
            longer.setdefault(short, set()).add(fullest[form])
    joined = {short: full for short, (full, *more) in longer.items() if not more}
    return {form: joined.get(full, full) for form, full in fullest.items()}


def _begins(short: str, form: str) -> bool:
    """Tell a word that a longer one begins with ("Acme" and "Acmegroup", "Acme-Anvil Foods")."""
    behind = form[len(short) : len(short) + 1]
    return len(short) > _INITIALS and form.startswith(short) and (behind == "-" or (behind.islower() and " " not in form))


def _short_of(form: str) -> str:
    """Return the one word of a name of two that people say."""
    if form.count(" ") == 1:
        return form.partition(" ")[2]
    if " " in form or "-" in form:
        return form if " " in form else form.partition("-")[0]
    parts = _PART.findall(form)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= _SAYABLE else form


_SAYABLE = 5
_INITIALS = 2


@lru_cache(maxsize=1024)
def _words_of(form: str) -> tuple[str, ...]:
    """Return the words of a form as they are compared; what follows the name of a site is one ("Acme.com")."""
    return tuple([word.lower().removesuffix("'s").rstrip("'.,!") for word in form.replace(".com", " .com").split()])
