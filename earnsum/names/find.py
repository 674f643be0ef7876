"""
Names: which capitalised words of a text are used as a company's name.

There is no list of companies and there cannot be one.  What tells a company is how the text
uses a name: with a legal suffix or a ticker, as the owner of shares or sales, as what reports
and earns.  A name that is used so once is then known wherever it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from earnsum.model import Span
from earnsum.names.arms import arms_of
from earnsum.names.coded import coded_names
from earnsum.names.datelines import dateline_end
from earnsum.names.forms import INITIALS, fullest_forms
from earnsum.names.rivalnames import is_called_rival
from earnsum.names.runs import SITED, read_run
from earnsum.names.scopewords import BUSINESSES, SOLD
from earnsum.names.unusual import linked_names, listed_names, modifier_names, opened_names, paired_names, small_names
from earnsum.names.uses import Use, use_of
from earnsum.names.words import CITIES, OPENERS, RUBRIC, SUFFIX, is_common
from earnsum.patterns import any_of, re
from earnsum.text.places import is_named, places_of
from earnsum.text.sentences import fold
from earnsum.text.terms import RESULT, SALES


class NameMark(NamedTuple):
    """A mention of a company: `name` is the fullest form that the text gives to it, without the legal suffix."""

    span: Span
    name: str


class Names(NamedTuple):
    """The names of a text, read once for all who ask: their uses in order, and the fullest form and the weight of each."""

    folded: str
    uses: tuple[Use, ...]
    fullest: Mapping[str, str]
    weights: Mapping[str, float]


_TITLE_FLAG = re.compile(
    rf"(?:[A-Z]{{4,}}(?: [0-9])?-)+(?!{any_of(word.strip('-').upper() for word in SITED)}\b)(?=[A-Z])"
    rf"|(?i:(?:[\w&'-]+ ){{0,3}}(?:{RUBRIC})(?: [\w&'-]+){{0,2}}) \| (?=[A-Z])"
)
"""What stands before a title that is sent again, or as its rubric: "CORRECTED-", "UPDATE 1-", "Stock Watch | "."""
_WORD = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[a-z]{1,4}(?=[A-Z][a-z])|[a-z]{1,2}(?=[A-Z])|[0-9]{1,2}(?=[A-Z])|(?![qh][1-4])[a-z][0-9](?=\ [A-Z]))"
    r"[\w&'+!-]*+(?:\.(?=[A-Za-z])[\w&'+!-]*+)*"
)
_JOINT = (
    rf"(?:,?\ (?={SUFFIX})|(?<=\bBros)\.\ |\ (?:&\ |of\ |d(?:[aeiou]|el|os)\ |(?:and|AND)\ (?=(?:[A-Z][\w&]*\ {SUFFIX}|C[oO]\b)))?)"
)
# This one is tried at every place of a text, so a look-ahead for its first letters pays.
_RUN = re.compile(
    r"(?<![\w$€£'.])(?<!(?<!-)-)(?=[a-z0-9]{0,4}[A-ZÀ-ÖØ-ÞĀ-Ž]|[a-z][0-9]\ [A-Z]|(?:[a-z]\.){3}\ [A-Z])"
    r"(?:(?:[A-Z]\.)+\ ?|(?:[A-Za-z]\.){3}\ (?=[A-Z])|(?:St|Mt|Ft)\.\ (?=[A-Z][a-z])|Dr\.\ (?=[A-Z][a-z]+'s\ [A-Z]))?"
    rf"{_WORD}(?:{_JOINT}{_WORD}|,?\ plc\b){{0,7}}"
)
_GLUED = {" in ": " In ", " on ": " On ", " for ": " For ", " the ": " The ", " and ": " & "}
"""What stands between the parts of a name, and how it is counted among its initials: "Anvils and Motion" is "A&M"."""
_NATION = "US "
_FEW = 12
"""As many words are sooner looked for one by one than all words of the text listed."""
_LOWER = re.compile(r"\b[a-z]+\b")


def find_names(text: str) -> list[NameMark]:
    """
    Find every mention of a company, in order.

    >>> [mark.name for mark in find_names("Shares of Acme Inc. rose. Acme earned $2 a share. Globex Corp. lost money.")]
    ['Acme', 'Acme', 'Globex']
    """
    names = names_of(text)
    folded = names.folded
    return [
        NameMark(span=use.span, name=full)
        for use in names.uses
        if names.weights[full := names.fullest[use.name]] >= 2 or _is_service(names, full) or is_called_rival(folded, use.name)
    ]


def _is_service(names: Names, name: str) -> bool:
    """Tell a service that is called after a company of the text ("Acme+")."""
    owner = names.fullest.get(name[:-1], "") if name.endswith("+") else ""
    return names.weights.get(owner, 0) >= 2


@lru_cache(maxsize=2)
def names_of(text: str) -> Names:
    """Read the names of a text; whoever finds stories, companies and mentions asks for the same text in turn."""
    folded = fold(text)
    uses = _without_plain_words(find_uses(folded), folded)
    fullest = fullest_forms(uses, arms_of(folded))
    uses = _without_own_word(uses, fullest, folded)
    weights: dict[str, float] = {}
    for use in uses:
        weights[fullest[use.name]] = weights.get(fullest[use.name], 0) + use.weight
    return Names(folded, uses, fullest, weights)


_TELLS_PROFIT = re.compile(
    r"(?: on [A-Z][a-z]+day| yesterday| today)? (?:has |have )?(?:report|post|record|book)(?:s|ed)\b[^.;\n]{0,60}?"
    rf"\b{RESULT}\b"
)


def _without_own_word(uses: Sequence[Use], fullest: Mapping[str, str], folded: str) -> tuple[Use, ...]:
    """Return uses, what is so according to a company that reports a profit by itself as no word of a house on another."""
    against = {fullest[use.name] for use in uses if use.weight < 0 and not use.person}
    telling = {
        name
        for use in uses
        if (name := fullest[use.name]) in against and use.weight > 0 and _TELLS_PROFIT.match(folded, use.span.end)
    }
    return tuple(
        use._replace(weight=0) if use.weight < 0 and not use.person and fullest[use.name] in telling else use for use in uses
    )


_SUM = re.compile(
    r"[A-Z][A-Za-z]{0,2}[0-9]++(?:[.,][0-9]++)*"
    r"(?: ?(?:million|billion|trillion|crore|lakh|[mb]n?)\b| (?:per|an?) (?:[a-z]+ )?share\b)"
    r"|(?:[KU]?S[Hh]|Ksh|Dhs?|Rs|RM|Rp|Tk|Bt)[0-9]"
)
"""``Dh876.3 million``, ``Sh12bn``, ``N3 per share``: letters of money are no name"""


def find_uses(folded: str) -> list[Use]:
    """Read every run of capitalised words, and how it is used."""
    if flag := _TITLE_FLAG.match(folded):
        folded = " " * flag.end() + folded[flag.end() :]
    odd = small_names(folded) | listed_names(folded) | linked_names(folded) | paired_names(folded) | coded_names(folded)
    uses = [use for name in odd for place in places_of(folded, name) if (use := _use_at(folded, place, name))]
    taken = [use.span for use in uses]
    modifiers = modifier_names(folded)
    opened = opened_names(folded)
    after = 0  # the dateline
    for run in _RUN.finditer(folded):
        start = run.start()
        if start == 0 or folded[start - 1] == "\n":
            after = dateline_end(folded, start)
        if start < after or folded.startswith("$", run.end()) or _SUM.match(folded, start):  # "HK$"
            continue
        word = run[0]
        if " " in word:
            uses += filter(None, read_run(folded, start, word.split(" "), opened))
        elif (name := word.strip(".,!").removesuffix("'s")) in modifiers or not is_common(word.strip(".,!"), first=True):
            uses += filter(None, [use_of(folded, [(start, run.end(), word)], known=name in modifiers)])
    uses = [use for use in uses if not any(span.start <= use.span.start < span.end and use.span != span for span in taken)]
    uses.sort(key=lambda use: use.span.start)
    uses = [use for before, use in pairwise([None, *uses]) if use is not None and not _is_ticker_behind(before, use)]
    uses = _with_nation(folded, list(_joined_by_initials(folded, uses)))
    # "United" is short for "United Foods" where the text has that, else it is no name.
    uses = _without_owners(folded, _cut_in_title(folded, uses))
    long = {use.name.split()[0] for use in uses if " " in use.name}
    # Take no surname for a company: "Jane Doe, its chief executive" tells of "Doe" too.
    surnames = {use.name.split()[-1] for use in uses if use.person and use.name.count(" ") in (1, 2)}
    surnames -= _reporting_before_named(folded, uses, surnames)
    surnames |= {
        use.name for before, use in pairwise(uses) if before.person and _INITIAL.fullmatch(folded, before.span.end, use.span.start)
    }
    # But founders give their names to companies: "Jane Doe, the chief executive of Doe Inc", "Doe reported … said Jane Doe".
    surnames -= {use.name.split()[place] for use in uses if use.listed or use.legal for place in (0, -1)}
    return [
        use._replace(weight=-2, person=True) if use.name.removesuffix("'s") in surnames else use
        for use in uses
        if (use.name in long or use.name.lower() not in OPENERS or (use.legal and use.listed))
        and use.name not in CITIES
        and not (_NATIVE.fullmatch(use.name) or _is_half_of_trade(folded, use))
    ]


_INITIAL = re.compile(r" [A-Z]\. ")
_AND = re.compile(r"\b([A-Z][a-z-]+) (?:and|&) $")


def _is_half_of_trade(folded: str, use: Use) -> bool:
    """Tell the latter of two trades that make the name of a part ("Oil and Gas revenue")."""
    if use.legal or use.listed or use.name.lower() not in BUSINESSES:
        return False
    before = _AND.search(folded, max(0, use.span.start - _LONGEST_FIRST), use.span.start)
    return before is not None and before[1].lower() in BUSINESSES


def _reporting_before_named(folded: str, uses: Sequence[Use], surnames: set[str]) -> set[str]:
    """Return the surnames that are a company's too: it reports in the body before anybody of that name is named in full."""
    title = folded.find("\n", 0, _TITLE_LENGTH)
    return {
        use.name
        for use in uses
        if use.name in surnames
        and use.acting
        and use.span.start > title
        and not any(
            _FIRST_NAME.search(folded, max(0, place - _LONGEST_FIRST), place)
            for place in places_of(folded[: use.span.start], use.name)
        )
    }


_FIRST_NAME = re.compile(r"\b[A-Z][a-z]+ $")
_LONGEST_FIRST = 16


def _cut_in_title(folded: str, uses: list[Use]) -> list[Use]:
    """Cut a name of the title to what the text calls it, where all words of the title have a capital ("Acme Pushes Cost Cuts")."""
    end = folded.find("\n", 0, _TITLE_LENGTH)
    words = folded[: max(0, end)].split()
    if len(words) < _FEW_WORDS or sum(word[0].isupper() for word in words) < _CAPITALS * len(words):
        return uses
    told = {use.name for use in uses if use.span.start > end and use.weight > 0}
    body = folded[end:]
    uses = [use for use in uses if use.span.start > end or not told or not _is_of_title_only(use, body)]
    return [
        use._replace(name=name, span=Span(use.span.start, use.span.start + len(name)))
        if use.span.end <= end
        and " " in use.name
        and not (use.legal or use.listed)
        and (name := _short_in(use.name, told)) is not None
        and not is_named(body, use.name)
        else use
        for use in uses
    ]


def _is_of_title_only(use: Use, body: str) -> bool:
    """Tell words of a title that the text, which names others, knows none of with a capital ("Car Sales Keep Falling")."""
    if " " not in use.name or use.legal or use.listed:
        return False
    return not any(is_named(body, form) for word in use.name.split() for form in (word, word.capitalize()))


def _short_in(name: str, told: AbstractSet[str]) -> str | None:
    words = name.split(" ")
    return next((short for size in range(len(words) - 1, 0, -1) if (short := " ".join(words[:size])) in told), None)


_TITLE_LENGTH = 200
_FEW_WORDS = 4
_CAPITALS = 0.7


def _without_owners(folded: str, uses: list[Use]) -> list[Use]:
    """Take "Acme's" for Acme where the text shows a company of that name, and none that is called "Acme's"."""
    owners = {use.name for use in uses if use.name.endswith("'s")}
    if not owners:
        return uses
    owners -= {use.name for use in uses if use.legal}
    plain = {use.name for use in uses if (use.legal or use.listed or use.acting) and not folded.startswith("'s", use.span.end)}
    return [
        use._replace(name=short) if use.name in owners and (short := use.name.removesuffix("'s")) in plain else use for use in uses
    ]


def _is_ticker_behind(company: Use | None, use: Use) -> bool:
    """Tell the ticker of the company named right before: "Acme, Inc. ACM reported"."""
    return company is not None and not use.bracketed and company.ticker == use.name and use.span.start - company.span.end <= _GAP


_GAP = len(". ")
_NATIVE = re.compile(
    r"(?:South|North|West|East|Latin|Central|Southeast|Northern|Southern|Western|Eastern|Middle|Sub-Saharan|Saudi|Sri|New) "
    r"(?:African|American|Korean|Asian|European|Eastern|German|Italian|Chinese|Indian|Arabian|Lankan|Zealand|Zealander)"
)
"""``Its South African supermarkets``: an adjective of place in two words"""


def _use_at(folded: str, place: int, name: str) -> Use | None:
    end = place + len(name)
    end += 2 if folded.startswith("'s", end) else 0
    return use_of(folded, [(place, end, folded[place:end])])


def _with_nation(folded: str, uses: list[Use]) -> list[Use]:
    """Give "Anvils" its "US" back where the text knows a "US Anvils Group"."""
    national = {use.name for use in uses if use.name.startswith(_NATION)}
    if not national:
        return uses
    return [
        use._replace(name=longer, span=Span(use.span.start - len(_NATION), use.span.end))
        if folded.startswith(_NATION, max(0, use.span.start - len(_NATION))) and any(name.startswith(longer) for name in national)
        else use
        for use in uses
        for longer in [_NATION + use.name]
    ]


def _joined_by_initials(folded: str, uses: Sequence[Use]) -> Iterator[Use]:
    """Join "Anvils" and "Motion" to "Anvils in Motion" where the text knows an "AIM"."""
    short = {use.name for use in uses if 3 <= len(use.name) <= 5 and use.name.isupper()}
    at = 0
    while at < len(uses):
        use = uses[at]
        after = uses[at + 1] if short and at + 1 < len(uses) else use
        gap = folded[use.span.end : after.span.start] if after.span.start - use.span.end <= 5 else ""
        initials = "".join(INITIALS.findall(use.name + _GLUED[gap] + after.name)) if gap in _GLUED else ""
        if gap in _GLUED and not short.isdisjoint((initials, initials.replace("&", ""))):
            span = Span(use.span.start, after.span.end)
            use = after._replace(span=span, name=span.of(folded), weight=max(use.weight, 0) + after.weight, inside=use.inside)
            at += 1
        yield use
        at += 1


_SOLD = re.compile(rf" (?!(?:[a-z-]+ )?(?:its|their|the|a|and)\b)(?:[a-z-]+ ){{0,2}}?{SALES}\b")
"""``Paper sales rose``, ``Wood products sales``: goods, of which a text has no more to say by their name"""


def _without_plain_words(uses: Sequence[Use], folded: str) -> tuple[Use, ...]:
    """Leave out single words that only open sentences and titles with a capital: the text has them in lower case too."""
    goods = {use.name for use in uses if use.name.lower() in SOLD}
    goods -= {u.name for u in uses if u.name in goods and (u.legal or u.listed or _SOLD.match(folded, u.span.end) is None)}
    uses = [use for use in uses if use.name not in goods] if goods else uses
    title = folded.find("\n")  # where any word may have a capital
    proved = {
        word
        for use in uses
        if use.listed or use.legal or (use.span.start > title and (use.inside or use.weight >= 2))
        for word in use.name.split()
    }
    doubted = {
        use.name for use in uses if " " not in use.name and use.name not in proved and use.name.isalpha() and not use.name.islower()
    }
    if not doubted:
        return tuple(uses)
    lower = {name.lower() for name in doubted}
    plain = {word for word in lower if is_named(folded, word)} if len(lower) < _FEW else lower.intersection(_LOWER.findall(folded))
    return tuple(use for use in uses if use.name not in doubted or use.name.lower() not in plain)
