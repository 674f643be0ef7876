"""
Sentences, and the folded text that patterns are matched against.

Folding replaces characters one for one, so that a span found in the folded
text is a span of the article's text; nothing is ever inserted or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.lookalikes import unified


@lru_cache(maxsize=4)
def fold(text: str) -> str:
    r"""
    Return the text with look-alike characters unified, one for one.

    >>> fold("“1.58–1.60”\u00a0％")
    '"1.58-1.60" %'
    """
    return unified(text)


ABBREVIATIONS = (
    "Inc Corp Co Cos Ltd Plc Bros Mr Mrs Ms Dr St Jr Sr Gen Sen Rep Gov Prof vs v est No Nos approx incl excl ex avg adj rev "
    "adv Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri mln bln mn bn cts ct pct yr qtr U.S U.K U.N "
    "E.U N.Y a.m p.m i.e e.g cf S.A N.V A.G S.p.A L.P LLC Rs Mio Mrd Ariz Calif Conn Fla Ga Ill Mass Md Mich Minn Mo Ore Pa "
    "Sh Ksh KSh Tenn Tex Va Wash Wis Mill i.V"
).split()
"""Words after which a full stop ends no sentence."""

_ENDS = frozenset(word.lower() for word in ABBREVIATIONS)

# A full stop, question or exclamation mark (and what closes with it), then space, then what can begin a sentence ("iGadget" too).
BREAK = re.compile(
    r"""[.!?] [)\]"']*+ (?:,(?=\ [A-Z"]))?
        (?: \ ++(?=["'(\[]*+(?:[^\Wa-z_]|[a-z]{1,2}[A-Z])|["'(\[]*+[$€£¥₹]) | (?<=\.,)\ ++ | (?=(?:[A-Z][a-zà-ÿ]++|À)\ [a-zà-ÿ])
          | (?<=[a-z]{2}\.)(?=(?:The|Its?|In|At|For|On|But|By|As|With|This|However|Meanwhile),?\ [A-Z0-9$])
          | (?=(?:Vor|Nach|Auch|Im|In|Der|Die|Das|Den|Für|Zum|Zur|Beim?|Am|Mit|Unter)\ [A-ZÄÖÜ][a-zäöü]{2})
          | (?<=[a-z]{4}\.)\ ++(?=(?:for|in)\ the\ |the\ company\ |(?:net\ income|net\ sales|revenues?)\ (?:was|were|rose|fell)\ )
          | (?<=\.[0-9]{2}\.)(?=20[0-9]{2}\ [a-z]|[1-4]q) | (?<=\ (?:percent|million|billion)\.)(?=[a-z]) )""",
    re.VERBOSE,
)
_OPENING = (
    *("The ", "In ", "Analysts ", "Net ", "Sales ", "Revenue ", "It ", "Its ", "For ", "A ", "Operating ", "Diluted "),
    *("Profit ", "Earnings ", "EPS ", "This ", "However", "Turnover "),
)
_MILLION = re.compile(r"[0-9] ?m$")
_MONEY = re.compile(
    r"(?:U\.?S\b|Euros?\b|Dollars?\b|Pounds?\b|[A-Z]{3}\b|(?:Swedish|Danish|Norwegian|Swiss|Canadian|Australian|Hong Kong|Singapore"
    r"|Czech|Icelandic|Russian|Polish|Chinese|Japanese|Indian|Estonian)\ [a-z])"
)
"""What a scale with a full stop may be of: "1.5 mln. Euros"."""
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_LAST_WORD = regex.compile(r"(?r)[\w.&/-]*+$")
_LOOK_BACK = 24

LONGEST = 2000
"""Letters of a sentence.  None is as long: what goes on beyond is text without stops, and is cut, so that none costs more."""


_IN_WORD = regex.compile(r"\w")


def find_words(text: str, words: str, runs_on: regex.Pattern[str] = _IN_WORD) -> Iterator[Span]:
    """
    Yield where words stand that no letter or digit runs into; `runs_on` is what must not follow them.

    >>> [span.start for span in find_words("Acmes, SuperAcme, Acme", "Acme")]
    [18]
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_IN_WORD.match(text[start - 1 : start]) or runs_on.match(text[end : end + 1])):
            yield Span(start, end)
        start = text.find(words, end)


def find_sentences(folded: str) -> list[Span]:
    r"""
    Split folded text into sentences and list items; a line break always ends one.

    >>> text = "Profit was $1.5 mln. vs. $1.2 mln. Sales of Acme Inc. fell. iPad sales rose.\n- EPS: $1"
    >>> [span.of(text) for span in find_sentences(text)]
    ['Profit was $1.5 mln. vs. $1.2 mln.', 'Sales of Acme Inc. fell.', 'iPad sales rose.', '- EPS: $1']
    """
    spans = []
    offset = 0
    for line in folded.split("\n"):
        start = 0
        for match in _breaks(line):
            if _is_abbreviation(line, match.start(), match.end()):
                continue
            spans.append((offset + start, offset + match.end()))
            start = match.end()
        spans.append((offset + start, offset + len(line)))
        offset += len(line) + 1
    return [span for a, b in spans if (span := _trimmed(folded, a, b)).start < span.end]


_ITEM = re.compile(r"\ (?=[*•·]\ [A-Z0-9])")
CROSSHEAD = re.compile(
    r"""(?: (?:^|(?<=[.?!"]\ )) (?:[A-Z][A-Z0-9&'-]++,?\ (?:A\ )?){2,9} | (?<=[.?!"]\ ) [A-Z][A-Z-]{5,}+\ (?![A-Z]{2}) )
        (?=[A-Z][a-z] | A\ [a-z] | (?!C[EFO]O|CHIEF|TAX|SHARE|ITEMS|SALES|COSTS?|LOSS)[A-Z]{2,5}(?:'s)?\ [a-z]{2})
        (?!(?:Inc|Corp|Co|Plc|Ltd|Group|Holdings?|Chief|Chair[a-z]*|President|Analyst|[A-Z][a-z]+\ \()\b)""",
    re.VERBOSE,
)
"""``… of its staff. SALES MISS The company``: a heading in capitals that was run into the paragraph below it"""


_GLUED = regex.compile(
    r"(?=[A-Z1-4]) (?: (?<=[%)])(?=[A-Z][a-z]++[ ,-]|[1-4]Q\ ) | (?<=[0-9])(?=[A-Z][a-z]{4,}[ ,])"
    r"| (?<=\ [a-z]{4,14})(?=[A-Z][a-z]{3,}\ [a-z])"
    r"| (?<=[a-z]{4}\.)(?=[A-Z][A-Za-z]++\ [a-z]) )",
    regex.VERBOSE,
)
_RUNS_ON = re.compile(r"[a-z0-9%)][A-Z][a-z]|\)[1-4]Q |[a-z]\.[A-Z]")
"""Where items of a list lost what parted them: "fell 4%Orders rose to 159 million yuanCompany expects",
"to $5 billion.Net income rose"."""


_LABEL = regex.compile(
    r"(?<=\b(?:share|[mb]illion|cents|percent|last year) )"
    r"(?=(?:Revenues?|EPS|Earnings|Guidance|Sales|Net (?:income|sales)): -?[$€£0-9])"
)
"""``Analysts projected $1.22 per share Revenue: $1.2 billion``: a list whose items lost what parted them"""


def _breaks(line: str) -> Iterable[re.Match[str] | regex.Match[str]]:
    """
    Return what ends the sentences of a line, the headings run into it, and its list items.

    Those of a line that holds several ("* EPS $1 * Revenue $5 million"), and those that lost what parted them.
    """
    items = list(_ITEM.finditer(line)) if "* " in line or "• " in line or "· " in line else []
    more = [*CROSSHEAD.finditer(line), *(_GLUED.finditer(line) if _RUNS_ON.search(line) else ())]
    more += _LABEL.finditer(line) if ": " in line else ()
    if len(items) >= _SEVERAL:
        more += items
    return sorted((*BREAK.finditer(line), *more), key=lambda m: m.end()) if more else BREAK.finditer(line)


_SEVERAL = 2


def bounded(folded: str, sentence: Span) -> Iterator[Span]:
    """
    Yield a sentence, cut at blanks where it is longer than any.

    >>> [span.end - span.start for span in bounded("profit " * 500, Span(0, 3499))]
    [1994, 1504]
    """
    while sentence.end - sentence.start > LONGEST:
        blank = folded.rfind(" ", sentence.start + 1, sentence.start + LONGEST)
        cut = blank if blank > 0 else sentence.start + LONGEST
        yield _trimmed(folded, sentence.start, cut)
        sentence = _trimmed(folded, cut, sentence.end)
    yield sentence


def _is_abbreviation(line: str, stop: int, after: int) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation rather than ending a sentence."""
    if line[stop] != "." or line[stop - 1 : stop] in ("%", ")"):
        return False
    end = stop - 1 if line[stop - 1 : stop] == " " else stop  # "… the wider market .IXIC . Acme said": a blank before the stop
    found = _LAST_WORD.match(line, max(0, end - _LOOK_BACK), end)
    word = found.group().lower() if found else ""
    million = word == "m" and _MILLION.search(line, max(0, stop - _LOOK_BACK), stop) is not None  # "EUR 10.1 m."
    if word in ("mln", "bln", "mn", "bn", "cts", "pct") or million:
        return _MONEY.match(line, after) is not None
    if word in ("u.s", "u.k", "a.m", "p.m") or not word:
        # These end sentences as often as not: a capital that opens an article or noun phrase tells.
        return not line[after:].startswith(_OPENING)
    if found and found.group() == "sen":  # small change in Malaysia: "from 2.7 sen. For the year"
        return False
    if word in _LEGAL and _begins_anew(line, end - len(word), after):
        return False
    return (
        word in _ENDS
        or (len(word) == 1 and word.isalpha() and word < _HANGUL)
        or ("." in word and _INITIALS.fullmatch(word) is not None)
    )


_HANGUL = "\u1100"
"""Letters from here on are syllables or words: one alone is no initial ("마진은 9.4%다. 시장은 …")."""
_LEGAL = frozenset({"inc", "corp", "co", "cos", "ltd", "plc", "llc"})
_NAME_BEFORE = regex.compile(r"(?r)(?<![\w&'-])[A-Z][\w&'-]+,? $")


_ANOTHER_SPEAKS = regex.compile(
    r"(?!(?:Chief|Chair\w*+|President|Vice|Executive|Director|Finance|Senior|Managing|Founder|Analyst|Treasurer|Spokes\w++"
    r"|C[A-Z]O)\b)[A-Z][\w&-]*+(?: [A-Z][\w&-]*+)?"
    r" (?:said|says|reported|posted|earned|expects|forecast|shares (?:rose|fell|were|jumped|slid|dropped))\b"
)
"""``rivals like Anvil Inc. Acme said``, and not ``Anvil Inc. Chairman Ann Bell said``"""
_OPENS_ANEW = regex.compile(
    r"(?:Quarterly|Annual|Yearly|Fiscal|Total|Overall|Adjusted|Comparable|Same-store|Gross|Shares|Stock|Excluding|Both|Those"
    r"|(?:First|Second|Third|Fourth|Full|Half)-(?:quarter|half|year)|These|That|They|He|She|We|There|But|Yet|And|Still|Meanwhile,?|So"
    r"|As|At|On|By|To|With|From|After|Before|While|When|Since|Despite|Last|Earlier) (?:[a-z0-9$]|(?<=On )[A-Z][a-z]++day\b)"
)
"""``rivals like Anvil Inc. Quarterly revenue fell``: no title of who speaks for it, and no heading in capitals"""


def _begins_anew(line: str, suffix: int, after: int) -> bool:
    """Tell a sentence that begins behind the legal form of a name, with an article, the name or another that does something."""
    found = _NAME_BEFORE.match(line, max(0, suffix - _LOOK_BACK), suffix)
    name = found.group().rstrip(", ") if found is not None else ""
    if line[after:].startswith(_OPENING) or any(told.match(line, after) for told in (_ANOTHER_SPEAKS, _OPENS_ANEW)):
        return True
    return bool(name) and line.startswith((f"{name} ", f"{name}'s "), after)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
