"""
Nouns: the things a number counts, "8.28 million paid subscribers".

English only, and by the plural alone: no list of things could be complete, so any word before a plural is taken for part of
the noun until one comes that begins another phrase.
"""

from __future__ import annotations

from functools import cache

from earnsum.patterns import re, regex

_NOUN = r"(?:\+|-plus)?(?:\ [A-Za-z][A-Za-z'&/-]*+){1,5}+"

# Words that end the search for a counted noun: what follows them is another phrase.
_NO_NOUN = frozenset(
    """a an the this that these those its his her their our of in on at to for from by with as and or but nor than per versus vs v
    while when where which who after before during since until against amid about over under above below up down out off
    between is are was were be been being has have had do does did will would could should may might can compared expected
    estimated forecast forecasts forecasted projected anticipated adjusted reported consensus estimate estimates expectation
    expectations beat beats beating miss misses missing missed top tops topped topping exceed exceeds exceeded lag lags
    meets met falls fell rises rose sees expects comes came gains drops jumps posts reports hits compares marks represents
    includes excludes reflects means makes takes leaves puts brings said says excluding including ahead respectively
    one two three four five six seven eight nine ten eleven twelve
    year-over-year year-on-year y/y yoy more less higher lower better worse increase decrease growth if so not also it he
    she they we
    previstos esperados estimados proyectados anticipados pronosticados obtenidos registrados reportados logrados alcanzados que
    los las del menos tras entre""".split(),
)
_ESTIMATORS = frozenset({"analysts", "brokers", "brokerages", "economists", "forecasters"})
"""Who comes right behind a figure that they expected, and are never millions ("the 3.6 billion analysts were after")."""
_IRREGULAR = frozenset(
    "people aircraft staff personnel men women children homes mw gw gwh mwh twh oz boe bpd boepd boed tonnes mt".split()
)


def noun_after(folded: str, end: int, *, near: bool, scaled: bool = False) -> str | None:
    """
    Return the counted noun after a number: up to three words that end in a plural; `scaled`: it counts millions.

    >>> noun_after("8.28 million paid subscribers in May", 12, near=False)
    'paid subscribers'
    """
    found = _noun_pattern().match(folded, end, end + 64)
    if not found:
        return None
    words = found.group().lower().removeprefix("-plus").lstrip("+").split()
    for at, word in enumerate(words):
        if word in _NO_NOUN or "'" in word or (scaled and word in _ESTIMATORS):
            return None
        if word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return " ".join(words[max(0, at - 2) : at + 1])
        if near:
            return None
    return None


_COUNTED_HAN = regex.compile(r"(?:人次|[次笔筆场場趟](?!级|序)|[件张張](?=[\s,.。、;)]|$)|平方[米公]|公里|小时|小時)")


def counted_in_han(folded: str, end: int) -> str | None:
    """
    Return the word of Chinese or Japanese for what a number counts, where no metric is counted in it.

    >>> counted_in_han("服务达340万次", 7)
    '次'
    """
    found = _COUNTED_HAN.match(folded, end)
    return found.group() if found is not None else None


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(_NOUN)
