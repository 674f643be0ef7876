"""
The lexicon: the words of a language, and the phrase table that finds them.

Words live in one TOML file a language, plain and without patterns; this module
turns a file into a table keyed by first word, longest phrase first.  Scanning
with such a table is several times faster than one large alternation, and
building it takes milliseconds, which every start of the program pays.  Where
words run together the key is the first letter.
"""

import marshal
import os
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from earnsum.model import Basis
from earnsum.patterns import re
from earnsum.patterns.kept import kept_or_made, version_of
from earnsum.text.languages import UNSPACED

Unit = Literal["money", "share", "percent", "count"]

METRIC_TAG = "M"
_FIRST_WORD = re.compile(r"[^\W_]++")
_WAYS = re.compile("[{}]")
_FIRST_LETTER = re.compile(r"[a-z0-9]++|[^\W_]|[↑↓]")
"""What a phrase is looked up by where words run together: a Latin word, one letter of another script, or an arrow of titles."""


class LexiconError(ValueError):
    """A lexicon file that cannot be used: an unknown key, an empty phrase, or one phrase in two entries."""


class Entry(NamedTuple):
    """
    What a phrase means: a metric's name or a cue, and the tag by which shapes see it.

    An entry with an empty tag stands for a longer phrase in which the words mean something else.
    """

    name: str
    tag: str
    unit: Unit | None = None
    share: str | None = None
    money: str | None = None
    means: str | None = None
    generic: bool = False
    money_too: bool = False
    loss: bool = False
    share_basis: Basis | None = None

    @property
    def metric(self) -> str:
        """The metric of the record that the name stands for."""
        return self.means or self.name


Rows = dict[str, tuple[tuple[str, int], ...]]
"""
Phrases that begin alike by their second word, with the number of each one's entry: the longest first.

Those of one word stand behind those of each second word, and by themselves under "".
"""


class Lexicon(NamedTuple):
    """
    The phrase table of one language: first word → second word → (phrase, its entry's number); `first` is what counts as one.

    The rows of a first word are bytes until it is met in a text, which has but few of them.
    """

    table: dict[str, Rows | bytes]
    entries: tuple[Entry, ...]
    first: re.Pattern[str] = _FIRST_WORD

    def named(self, name: str) -> Entry | None:
        """Return the entry of a metric, as a gain; None where the language has none."""
        return next((entry for entry in self.entries if entry.name == name and entry.tag and not entry.loss), None)

    def find(self, hay: str) -> list[tuple[int, int, Entry]]:
        """
        Return (start, end, entry) of every phrase in lower-case text, leftmost and longest first, without overlaps.

        `hay` is folded, lower-cased and has its hyphens as spaces (see `searchable`).
        """
        found = []
        end = 0
        entries = self.entries
        matches = [*self.first.finditer(hay)]
        words = [*map(itemgetter(0), matches)]
        for match, kept, following in zip(matches, map(self.table.get, words), [*words[1:], ""], strict=False):
            if kept is None or (start := match.start()) < end:
                continue
            rows = self.rows(match[0]) if isinstance(kept, bytes) else kept
            for phrase, at in rows.get(following) or rows[""]:
                if hay.startswith(phrase, start):
                    stop = start + len(phrase)
                    # It ends where a word does.
                    if not (hay[stop : stop + 1].isalnum() and phrase[-1].isalnum()) or self._may_run_on(phrase[-1], hay[stop]):
                        end = stop
                        found.append((start, end, entries[at]))
                        break
        return found

    def rows(self, first: str) -> Rows:
        """Return the phrases that begin with a word."""
        rows = self.table[first]
        if isinstance(rows, bytes):
            rows = self.table[first] = marshal.loads(rows)  # noqa: S302 - as trusted as byte code
        return rows

    def _may_run_on(self, last: str, following: str) -> bool:
        """Tell whether a phrase may end inside a run of letters: where words run together, and not within a Latin word."""
        return self.first is _FIRST_LETTER and not (last.isascii() and following.isascii())


def searchable(folded: str) -> str:
    """Return folded text as phrases are looked for: lower case, hyphens as spaces; one character for one."""
    lower = folded.lower()
    if len(lower) != len(folded):  # a few letters (Turkish dotted I) grow in lower case
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)
    return lower.replace("-", " ")


@cache
def load(language: str = "en") -> Lexicon:
    """
    Read a language's words: as they were kept, or from the file, which takes ten times as long.

    Raises LexiconError where the file breaks a rule, FileNotFoundError for a language without one.
    """
    first_key = _FIRST_LETTER if language in UNSPACED else _FIRST_WORD

    def plain() -> dict[str, Any]:
        lexicon = _build(raw(language), first_key)
        table = {first: marshal.dumps(rows) for first, rows in lexicon.table.items()}
        return {"entries": [tuple(entry) for entry in lexicon.entries], "table": table}

    kept = kept_or_made(f"lexicon.{language}", version_of(_path(language), __file__), plain)
    return Lexicon(kept["table"], tuple(Entry(*fields) for fields in kept["entries"]), first_key)


def _path(language: str) -> str:
    return os.path.join(os.path.dirname(__file__), f"{language}.toml")  # noqa: PTH118, PTH120


def raw(language: str = "en") -> dict[str, dict[str, dict[str, Any]]]:
    """Return the file with its phrases spelled out, for the tests that hold it to its own examples too."""
    import tomllib  # noqa: PLC0415 - only for words that are not kept

    with open(_path(language), "rb") as stream:  # noqa: PTH123
        data = tomllib.load(stream)
    for tables in data.values():
        for fields in tables.values():
            fields |= {key: _spelled(fields[key]) for key in ("words", "losses", "unless") if key in fields}
    return data


def _spelled(phrases: Sequence[str]) -> list[str]:
    """Return phrases with every way that one is written in: "{tax|taxes}" stands for either word."""
    return ["".join(way) for phrase in phrases for way in product(*(part.split("|") for part in _WAYS.split(phrase)))]


_FIELDS = {
    "unit",
    "share",
    "share_basis",
    "money",
    "means",
    "generic",
    "money_too",
    "tag",
    "words",
    "losses",
    "unless",
    "example",
    "never",
}


def _build(data: dict[str, dict[str, dict[str, Any]]], first_key: re.Pattern[str]) -> Lexicon:
    phrases: dict[str, Entry] = {}
    vetoes: set[str] = set()
    for group, entries in data.items():
        for name, fields in entries.items():
            if unknown := set(fields) - _FIELDS:
                message = f"{group}.{name}: unknown {', '.join(sorted(unknown))}"
                raise LexiconError(message)
            vetoes.update(searchable(phrase) for phrase in fields.get("unless", ()))
            for entry, words in _entries(group, name, fields):
                for word in words:
                    phrase = searchable(word)
                    if not first_key.match(phrase):
                        message = f"{group}.{name}: a phrase must begin with a letter or digit: {word!r}"
                        raise LexiconError(message)
                    if (other := phrases.setdefault(phrase, entry)) is not entry:
                        message = f"{word!r} stands in both {other.name} and {entry.name}"
                        raise LexiconError(message)
    nothing = Entry(name="", tag="")
    return _indexed(dict.fromkeys(vetoes, nothing) | phrases, first_key)


def _indexed(phrases: dict[str, Entry], first_key: re.Pattern[str]) -> Lexicon:
    """Return the phrases by their first word or letter, the longest first."""
    numbers = {entry: number for number, entry in enumerate(dict.fromkeys(phrases.values()))}
    table: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first, second, *_ = [*first_key.findall(phrase), "", ""]
        if first_key is _FIRST_LETTER:  # where words run together, what follows a letter tells nothing
            second = ""
        table.setdefault(first, {}).setdefault(second, []).append((phrase, numbers[phrases[phrase]]))
    rows: dict[str, Rows | bytes] = {first: _by_second(seconds) for first, seconds in table.items()}
    return Lexicon(rows, tuple(numbers), first_key)


def _by_second(seconds: Mapping[str, list[tuple[str, int]]]) -> Rows:
    """Return phrases by their second word, each time with those that have none."""
    alone = tuple(seconds.get("", ()))
    return {second: (*pairs, *alone) for second, pairs in seconds.items() if second} | {"": alone}


def _entries(group: str, name: str, fields: dict[str, Any]) -> list[tuple[Entry, list[str]]]:
    """Return the entries that one TOML table stands for, each with its words."""
    if group == "cue":
        return [(Entry(name=name, tag=fields["tag"]), fields["words"])]
    gains = Entry(
        name=name,
        tag=METRIC_TAG,
        unit=fields["unit"],
        share=fields.get("share"),
        money=fields.get("money"),
        means=fields.get("means"),
        generic=fields.get("generic", False),
        money_too=fields.get("money_too", False),
        share_basis=fields.get("share_basis"),
    )
    pairs = [(gains, fields["words"])]
    if losses := fields.get("losses"):
        pairs.append((gains._replace(loss=True), losses))
    return pairs
