"""Bullet names: the company in newswire bullets in lower case: "acme corp - sees q1 …"."""

from __future__ import annotations

from earnsum.model import Company
from earnsum.patterns import re

_BULLET = re.compile(
    r"(?m)^[-*•\ ]*+(?P<name>[a-z][\w.&'+!\ ]{1,60}?(?:-[\w.&'+!]{1,30}+[\w.&'+!\ ]{0,40}?)?)(?:'s?)?"
    r"(?P<cue>\ ?-\ ?|\ (?=(?:sees|reports|posts|announces|says|expects|q[1-4]|first|second|third|fourth|qtrly|"
    r"quarterly|full[- ]year|fy|raises|reaffirms|files|declares|reported|posted|announced|provides|updates|lowers|lifts|cuts|"
    r"withdraws|maintains|affirms|delivers|swings|board|adjusted|gaap|non-gaap|net|third-quarter|had|has|to)\b))"
)
_BULLET_OPENER = re.compile(r"(?:first|global|core|strong) (?!quarter|half)")
_BULLET_SUFFIX = re.compile(r"(?: (?:inc|corp|corporation|co|ltd|limited|plc|company))+\.?$")
_BULLET_COMMON = re.compile(
    r"\b(?:"
    r"the|company|co|co's|it|its|our|we|q[1-4]|qtrly|quarterly|fy|sees|expects?|expected|total|net|sales|revenues?|adjusted|"
    r"gaap|non|for|in|on|as|at|with|from|of|during|and|has|have|is|are|was|not|no|now|currently|continues?|core|same|store|"
    r"comparable|organic|income|earnings|loss|profit|margin|backlog|cash|capital|guidance|outlook|results?|full|year|"
    r"quarter|first|second|third|fourth|per|share|shares|diluted|operating|production|board|increased?|due|based|remains?|"
    r"will|including|excluding|anticipates?|estimates?|delivered|reported|demand|costs?|covid|reaffirms|reaffirmed|raises|"
    r"raised|maintains|initiates|introduces|announces|reports|believes?|look(?:ing)?|growth|strong|global|significant|"
    r"supply|inflation|average|segment|long|current|target(?:ing|s)?"
    r")\b"
)


def bullet_company(folded: str) -> Company:
    """Read the company that bullets in lower case open with: "acme corp - sees q1 …"."""
    counts: dict[str, float] = {}
    for found in _BULLET.finditer(folded):
        name = found["name"].strip()
        name = name[:-1] if name.endswith("s'") else name.removesuffix("'s")
        common = _BULLET_COMMON.findall(name)
        short = _BULLET_SUFFIX.sub("", name)
        if (
            (_BULLET_COMMON.match(name) and short == name and not _BULLET_OPENER.match(name))
            or len(common) > 1
            or len(name) < 2
            or len(name.split()) > 6
        ):
            continue
        counts[name] = counts.get(name, 0) + (2 if "-" in found["cue"] else 1.5)
    if not counts:
        return Company()
    best = max(counts, key=lambda name: counts[name])
    short = _BULLET_SUFFIX.sub("", best)
    words = [word if word in ("of", "and", "the", "&") else word[:1].upper() + word[1:] for word in short.split()]
    return Company(name=" ".join(words))


def is_small(folded: str) -> bool:
    """Tell a text that is all but free of capitals."""
    head = folded[:2000]
    return sum(map(str.isupper, head)) * 100 <= len(head)
