"""Bullet names: the company in newswire bullets in lower case: "acme corp - sees q1 …"."""

from __future__ import annotations

from itertools import takewhile

from earnsum.model import Company
from earnsum.patterns import re

_TELLS = re.compile(
    r"(?:sees|says|said|had|has|plans|targets|q[1-4]|fy[0-9]*|qtrly|quarterly|annual|full-year|adjusted|gaap|non-gaap|net|not|will|"
    r"full|first|second|third|fourth|(?:first|second|third|fourth)-quarter|board|set|exec|authorizes|approves|swung|delivers|lifts?|cuts?|"
    r"(?:expect|anticipat|report|post|affirm|reaffirm|announc|rais|narrow|fil|declar|provid|updat|lower|withdraw|maintain|increas|releas|reinstat|"
    r"reiterat|initiat|introduc|complet|finish|continu|achiev|generat|record|confirm|boost|extend|"
    r"repeat|back|keep|upgrad|propos|intend|issu|guid|appoint|sign|launch|agre|win|book|suspend|reduc|improv|leverag|commenc|earn)(?:e?s|e?d|ing)|swings|sets)"
)
"""What a company does in a bullet, or the period of which it tells."""
_OPENER = re.compile(r"(?:first|global|core|strong) (?!quarter|half)")
_SUFFIX = re.compile(r"(?:(?:^| & | )(?:inc|corp|corporation|co|ltd|limited|plc|company))+\.?$")
_COMMON = re.compile(
    r"\b(?:"
    r"the|company|co|co's|it|its|our|we|q[1-4]|qtrly|quarterly|fy|sees|expects?|expected|total|net|sales|revenues?|adjusted|"
    r"gaap|non|for|in|on|as|at|with|from|of|during|and|has|have|is|are|was|not|no|now|currently|continues?|core|same|store|"
    r"comparable|organic|income|earnings|loss|profit|margin|backlog|cash|capital|guidance|outlook|results?|full|year|"
    r"quarter|first|second|third|fourth|per|share|shares|diluted|operating|production|board|increased?|due|based|remains?|"
    r"will|including|excluding|anticipates?|estimates?|delivered|reported|demand|costs?|covid|reaffirms|reaffirmed|raises|"
    r"raised|maintains|initiates|introduces|announces|reports|believes?|look(?:ing)?|growth|strong|global|significant|"
    r"supply|inflation|average|segment|long|current|target(?:ing|s)?|there|consolidated|previously|also|do|does|would|could|cannot|"
    r"projects?|today|fiscal|record|overall|given|once|market|customer|management|ceo|cfo|inventories|issues|suspended|withdrew|"
    r"withdrawn|resumed|revised|added|collected|decided|adjusts|optimistic|recent|further|majority|partnership"
    r")\b"
)
_NO_NAME = re.compile(r"\b(?:is|are|was|were|be|to|by|with|in|on|at|for|from|that|its|[0-9]+)\b|^reg-|^[a-z]+ly$|[(%]|,$")
"""What stands between a name and what is told, but in no name."""
_PART = re.compile(
    r"(?:segments?|divisions?|units?|business(?:es)?|operations|regions?"
    r"|income|arr|orders|contracts|dividends?|backlog|prices?|volumes?|bookings|delivered|momentum)$"
)
"""How a part, or what was earned, ends that a bullet opens with: "infrastructure segment net sales", "membership income"."""
_FEW = 7
"""More words than a company's name has."""


def bullet_company(folded: str) -> Company:
    """Read the company that bullets in lower case open with: "acme corp - sees q1 …", "acme's q1 …"."""
    counts: dict[str, float] = {}
    for line in folded.split("\n"):
        name, weight = _opening(line.lstrip("-*• ").split())
        short = _SUFFIX.sub("", name).rstrip(",")
        if (
            (_COMMON.match(name) and short == name and not _OPENER.match(name))
            or len(_COMMON.findall(name)) > 1
            or _NO_NAME.search(name)
            or _PART.search(name)
            or not name[:1].isalpha()
            or len(short) < 2
        ):
            continue
        counts[short] = counts.get(short, 0) + weight
    if not counts:
        return Company()
    best = max(counts, key=lambda name: counts[name])
    return Company(name=" ".join(map(_capital, best.split())))


def _opening(words: list[str]) -> tuple[str, float]:
    """Return the words of a bullet before a dash or before what is told, and how strongly they show a name."""
    before = list(takewhile(lambda word: "-" not in (word[0], word[-1]) and not _TELLS.fullmatch(word), words[: _FEW + 1]))
    owner = next((place for place, word in enumerate(before) if word.endswith(("'s", "s'"))), None)
    if owner is not None:
        before = [*before[:owner], before[owner].removesuffix("'s").removesuffix("'")]
        return " ".join(before), 1.5
    if len(before) == len(words) or len(before) > _FEW:
        return "", 0
    after = words[len(before)]
    if after[0] == "-":
        return " ".join(before), 2
    return (" ".join([*before, after[:-1]]), 2) if after[-1] == "-" else (" ".join(before), 1.5)


def _capital(word: str) -> str:
    if "&" in word:
        return word.upper()
    return word if word in ("of", "and", "the") else word[:1].upper() + word[1:]


def is_small(folded: str) -> bool:
    """Tell a text that is all but free of capitals."""
    head = folded[:2000]
    return sum(map(str.isupper, head)) * 100 <= len(head)
