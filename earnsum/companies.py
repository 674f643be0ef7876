"""
Companies: whose results an article reports.

Apart from the names themselves, since here the article as a whole decides: its title, its
lead, how often and how a name is used.  Round-up items, bullets in lower case and texts in
languages whose verbs are not known each show their company in another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from earnsum.model import Company
from earnsum.names import (
    BELONGS,
    COMMON,
    SHAPED,
    NameMark,
    Names,
    Use,
    dateline_end,
    find_names,
    is_named,
    names_of,
    places_of,
    weigh,
    without_suffix,
)
from earnsum.sentences import fold

__all__ = ["NameMark", "find_company", "find_item_head", "find_names"]

_ITEM = re.compile(
    r"[-*•·]?\ ?(?P<name>[^\n:()\[\]—-]{1,60}?(?:-\w[^\n:()\[\]—-]{0,40}?)?)(?:\ ?\((?P<ticker>[A-Z0-9.:\ -]{1,16})\))?"
    r"(?::|\ -{1,2}|\ ?—)\ (?=\S)"
)
_DASHES = ("- ", "— ", "– ", ": ")
_ITEM_WORD = re.compile(r"[A-Z0-9]|[a-z]{1,2}[A-Z]|(?:&|of|and|the|de)$")
_NO_HEAD = re.compile(
    r"(?i)\b(?:earnings|eps|revenues?|sales|profits?|income|loss(?:es)?|margin|ebitda?|cash|debt|dividend|guidance|outlook|shares?|"
    r"quarter|estimates?|orders|users|subscribers|adjusted|gaap|net|capex|results|growth|bookings|same-store|comparable|total|backlog|"
    r"update|note|source|correction|read|watch|breaking|news|exclusive|reuters|q[1-4]|fy|(?:19|20)[0-9]{2}|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b"
)

_SHORT = 400
"""A text of one or two sentences, where a name has no room to be used twice."""

_LEAD = 700


def find_item_head(line: str) -> Company | None:
    """
    Read the head of a round-up's item: "Acme (ACM) - The maker …", "Acme: Shares …".

    >>> find_item_head("Acme Foods (ACM) - The maker of jam earned 5 cents a share.")
    Company(name='Acme Foods', ticker='ACM', exchange=None)
    """
    if not any(dash in line for dash in _DASHES):
        return None
    found = _ITEM.match(fold(line))
    if found is None:
        return None
    name = found["name"].strip()
    words = name.split()
    if len(words) > 8 or not words or _NO_HEAD.search(name) or not all(map(_ITEM_WORD.match, words)):
        return None
    if found["ticker"] is None and name.isupper() and len(name) > 4:
        return None  # "TOKYO - ", where a report is dated from
    exchange, _, ticker = (found["ticker"] or "").rpartition(":")
    return Company(
        name=without_suffix(name.split(",")[0].strip()), ticker=ticker.strip() or None, exchange=exchange.strip() or None
    )


def find_company(text: str, title: str | None, lead_start: int = 0) -> Company:
    """
    Say whose results a text reports.

    >>> find_company("Shares of Acme Foods Inc. ACM, -0.99% fell. Acme said it earned $5 million.", None)
    Company(name='Acme Foods', ticker='ACM', exchange=None)
    """
    names = names_of(text)
    return company_of(names, names.uses, fold(title or "").strip(), lead_start)


def company_of(names: Names, uses: Sequence[Use], headline: str, lead_start: int) -> Company:
    """Say whose results a text reports, going by these uses of its names."""
    folded = names.folded
    lead = lead_start + len(folded[lead_start : lead_start + 120]) - len(folded[lead_start : lead_start + 120].lstrip())
    lead = dateline_end(folded, lead)
    head = find_item_head(folded[lead : lead + 120])
    if head is not None and _is_item(head, folded, lead, headline):
        return head
    if _EASTERN_LETTERS.search(headline or folded[:60]):
        return Company(name=_eastern_name(headline or folded, folded[len(headline) :]))
    if not headline and (lead == len(folded) or not folded[lead].isupper()) and _is_small(folded):
        return _bullet_company(folded)
    if headline and not _is_english(folded) and (foreign := _foreign_name(folded, headline)):
        return Company(name=foreign)
    return _most_used(names, uses, headline, lead)


def _is_small(folded: str) -> bool:
    """Tell a text that is all but free of capitals."""
    head = folded[:2000]
    return sum(map(str.isupper, head)) * 100 <= len(head)


def _is_item(head: Company, folded: str, lead: int, headline: str) -> bool:
    """Tell "Acme - The brewer said" from "Sales: …", and from what stands before a story of a company that the title names."""
    name = head.name or ""
    if head.ticker:
        return True
    return not folded.startswith(":", lead + len(name)) and (not headline or is_named(headline, name.split()[0]))


def _most_used(names: Names, uses: Sequence[Use], headline: str, lead: int) -> Company:
    """Choose the name that title, lead and text use most as a company's."""
    headline = headline[:_LEAD]
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(names.fullest[use.name], []).append(use)
    opener = next((use for use in uses if use.weight >= 2 and lead <= use.span.start < lead + 130), None)
    scores = {name: _score(own, headline, lead) for name, own in groups.items()}
    if opener is not None:
        scores[names.fullest[opener.name]] += 3  # what the lead speaks of
    for best in sorted(scores, key=lambda name: -scores[name]):
        if _is_proved(groups[best], scores[best], names.folded, headline, lead):
            return named(best, groups[best])
    if _RESULTS.search(f"{headline}\n{names.folded[lead : lead + 250]}"):
        return _likely(groups, scores, headline, lead)
    return Company()


def _likely(groups: dict[str, list[Use]], scores: dict[str, float], headline: str, lead: int) -> Company:
    """Where a report on results proves nobody's, take the name that title and text, or lead and text, both begin with."""
    for best in sorted(scores, key=lambda name: -scores[name]):
        own = groups[best]
        titled = any(headline.startswith(use.name) for use in own)
        leading = own[0].span.start < lead + 40 or (titled and own[-1].span.start >= lead)
        leading = leading or (len(own) > 2 and own[0].span.start < lead + 120)
        if len(own) > 1 and leading and weigh(own) >= 0 and scores[best] >= 3.5:
            return named(best, own)
    return Company()


def named(name: str, own: Sequence[Use]) -> Company:
    """Make a company of a name and its uses, with the ticker that one of them has."""
    # "Acme Consultancy Services (ACS)" gives a short name, not a ticker.
    listed = next(
        (u for u in own if u.ticker not in (None, "undefined") and (u.exchange or not name.endswith(f"({u.ticker})"))), None
    )
    if listed is None or listed.ticker is None:
        return Company(name=name, exchange=next((use.exchange for use in own if use.exchange), None))
    return Company(name=name, ticker=listed.ticker.upper(), exchange=listed.exchange)


def _score(own: Sequence[Use], headline: str, lead: int) -> float:
    """Add up a name's uses, those in the lead thrice, and its place in the title."""
    lead_end = lead + _LEAD
    total = sum((use.weight or 0.4) * (1.5 if use.span.start < lead_end else 0.5) for use in own)
    total += 1.5 if own[0].span.start < lead_end else 0
    places = [
        place
        for form in {use.name for use in own}
        for place in places_of(headline, form)
        if not headline.startswith(BELONGS, place + len(form))
    ]
    if not places:
        return min(total, 24)
    # A title's short name that the text never uses may be another name of what the lead speaks of.
    in_text = own[-1].span.start >= lead
    in_title = (7 if in_text else 2) if min(places) < max(30, len(headline) // 3) else 4
    return min(total, 24) + in_title


def _opens_lead(own: Sequence[Use], lead: int) -> bool:
    """Tell whether the lead begins with what a company does."""
    return any(use.weight >= 2 and lead <= use.span.start < lead + 60 for use in own)


def _is_proved(own: Sequence[Use], score: float, folded: str, headline: str, lead: int) -> bool:
    """Ask for more than a capital: uses that only companies have, and a place in the title or the lead."""
    proof = weigh(own)
    if len(folded) <= _SHORT:
        return proof >= (0 if any(char.islower() for char in own[0].name) else 1)
    if headline and proof < 5 and not (_opens_lead(own, lead) or any(use.name in headline for use in own)):
        return False
    return score >= 3.5 and proof >= 2 and own[0].span.start < lead + _LEAD


_RESULTS = re.compile(r"(?i)\b(?:profits?|earnings|revenues?|results|loss(?:es)?|net income|eps|quarter|q[1-4])\b")


_ENGLISH = (" the ", " and ", " of ", " its ", " to ", " for ")


def _is_english(folded: str) -> bool:
    """Tell English by its small words; a short text is taken for it."""
    head = folded[:2000]
    return len(head) < _SHORT or sum(map(head.count, _ENGLISH)) >= len(head) // 100


_ARTICLE = re.compile(
    r"\b(?i:der|die|das|den|dem|des|eine?[nmrs]?|im|ins|zum|zur|am|vom|beim|ihre?[nmrs]?|seine?[nmrs]?|kein\w*|mehr|le|la|les|du|"
    r"un|une|au|aux|el|los|las|del|al|o|os|as|do|da|dos|il|lo|gli|i|dei|della)\ (?:[a-zäöüß]+\ )?$"
)


_TITLE_WORD = re.compile(r"(?<!\w)[A-Z][\w&-]+")


def _foreign_name(folded: str, headline: str) -> str | None:
    """Name the company in a language whose verbs are not known: what title and text both name, and no article stands before."""
    scores = {}
    for rank, word in enumerate(dict.fromkeys(_TITLE_WORD.findall(headline[:_LEAD]))):
        if word.lower() not in COMMON and not SHAPED.match(word):
            places = list(places_of(folded[:20_000], word))
            nouns = sum(_ARTICLE.search(folded, max(0, place - 25), place) is not None for place in places)
            scores[word] = (len(places) - 3 * nouns, -rank)
    best = max(scores, key=lambda word: scores[word], default=None)
    return best if best and scores[best][0] >= 2 else None


_EASTERN_LETTERS = regex.compile(r"[\p{Han}\p{Hangul}\p{Katakana}]{3}")
_EASTERN = regex.compile(
    r"(?:[\s【\[《〔][^】\]》〕]{0,12}[】\]》〕])?\s*+(?:[米独英仏](?=[\p{Katakana}A-Z]))?"
    r"(?P<name>[^\s、。,，「」『』()（）·…:：的]{2,20}?)(?:株式会社|홀딩스)?"
    r"(?:[(（][^()（）]{1,16}[)）])?(?:は|が|の|、|,|，|는|은|이 |가 |의|第|[0-9]|公布|上半年|全年|今|\s)"
)
_EASTERN_TAIL = regex.compile(r"[\p{Han}\p{Katakana}\p{Hangul}ー]{0,10}?(?=株式会社|は|が|の|는|은|[(（])")


def _eastern_name(headline: str, rest: str) -> str | None:
    """Name the subject that a Japanese, Chinese or Korean title opens with, as fully as the text does."""
    found = _EASTERN.match(headline)
    if found is None:
        return None
    place = rest.find(found["name"])
    tail = _EASTERN_TAIL.match(rest, place + len(found["name"])) if place >= 0 else None
    return found["name"] + (tail.group() if tail else "")


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


def _bullet_company(folded: str) -> Company:
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
