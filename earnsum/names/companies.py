"""
Companies: whose results an article reports.

Apart from the names themselves, since here the article as a whole decides: its title, its
lead, how often and how a name is used.  Round-up items, bullets in lower case and texts in
languages whose verbs are not known each show their company in another way.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.model import Company
from earnsum.names.abroad import (
    foreign_name,
    is_english,
    is_foreign,
    is_no_name,
    lead_name,
    titled_name,
    told_of,
    untitled_name,
)
from earnsum.names.arms import is_called_arm
from earnsum.names.bullets import bullet_company, is_small
from earnsum.names.datelines import dateline_end
from earnsum.names.eastern import EASTERN_LETTERS, eastern_name
from earnsum.names.find import NameMark, Names, find_names, names_of
from earnsum.names.itemheads import find_item_head
from earnsum.names.scopewords import BUSINESSES
from earnsum.names.uses import BELONGS, Use, weigh
from earnsum.names.words import COMMON, NATIONALITIES, TITLE_SUBJECT, is_common
from earnsum.patterns import re
from earnsum.text.places import is_named, places_of
from earnsum.text.sentences import fold

__all__ = ["NameMark", "find_company", "find_item_head", "find_names"]

_SHORT = 400
"""A text of one or two sentences, where a name has no room to be used twice."""

_LEAD = 700
_OPENS = 60
_GLOSS = re.compile(r"\([^()]*\)?")
"""A name in its own letters behind the one that it goes by abroad: "Acme Corp (環球) yesterday reported"."""


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
    if EASTERN_LETTERS.search(_GLOSS.sub("", headline or folded[:_OPENS])):
        return Company(name=eastern_name(headline or folded, folded[len(headline) :]))
    if not headline and not _CAPITAL.match(folded, lead) and is_small(folded):
        return bullet_company(folded)
    is_western = is_foreign(folded)
    if not headline and is_western:
        return Company(name=lead_name(folded) or untitled_name(uses) or told_of(folded))
    if headline and (is_western or not is_english(folded)):
        foreign = foreign_name(folded, headline)
        opening = titled_name(headline) if is_western else None
        if opening is not None and (foreign is None or foreign in opening.split()):
            foreign = opening
        if foreign is not None:
            return Company(name=foreign)
    found = _most_used(names, uses, headline, lead)
    unnamed = is_western and (found.name is None or is_no_name(found.name))
    return Company(name=told_of(folded[len(headline) :].lstrip())) if unnamed else _without_nation(found, uses)


def _without_nation(company: Company, uses: Sequence[Use]) -> Company:
    """Return a company without the adjective of its country, where it goes by the rest too ("Dutch Globex … Globex said")."""
    nation, _, rest = (company.name or "").partition(" ")
    if nation.lower() not in NATIONALITIES or (BUSINESSES | COMMON).issuperset(rest.lower().split()):
        return company  # "Scottish Power", which is no "Power"
    return company._replace(name=rest) if any(f"{rest} ".startswith(f"{use.name} ") for use in uses) else company


_CAPITAL = re.compile("[a-z0-9]{0,2}[A-Z]")
"""How a text begins that is not all in small letters, be it with "eAnvil"."""


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
    opener = next((use for use in uses if use.weight >= 2 and not use.aside and lead <= use.span.start < lead + 130), None)
    scores = {name: _score(own, headline, lead) for name, own in groups.items()}
    if opener is not None:
        scores[names.fullest[opener.name]] += 3  # what the lead speaks of
    owner = names.fullest[opener.name] if opener is not None and opener.legal and opener.acting else None
    scores = {
        name: score / 2 if is_called_arm(names.folded, name) or _is_owned(name, owner, headline) else score
        for name, score in scores.items()
    }
    for best in sorted(scores, key=lambda name: -scores[name]):
        if _is_proved(groups[best], scores[best], names.folded, headline, lead):
            return named(best, groups[best])
    if _RESULTS.search(f"{headline}\n{names.folded[lead : lead + 250]}"):
        likely = _likely(groups, scores, headline, lead)
        return next((one for one in (likely, _headed(uses, headline)) if one.name), None) or _only_owner(names, groups)
    return Company()


def _is_owned(name: str, owner: str | None, headline: str) -> bool:
    """Tell a company called after the one that the lead is on ("Acme Land" behind "Acme Corp said"), unless the title is on it."""
    return owner is not None and name.startswith(f"{owner} ") and name not in headline


_OWN_RESULTS = re.compile(
    r"'s? (?:[a-z-]+ ){0,3}?(?:net|profits?|loss|earnings|revenues?|sales|income)\b"
    r"|(?: also)? (?:reported|posted|earned|booked)\b"
)


def _only_owner(names: Names, groups: dict[str, list[Use]]) -> Company:
    """Where a report on results is titled and begins without a name, take the one that alone owns results in it."""
    acting = [(name, use) for name, own in groups.items() for use in own if use.acting and use.weight >= 2]
    owners = {name for name, _ in acting}
    if len(owners) != 1 or not any(_OWN_RESULTS.match(names.folded, use.span.end) for _, use in acting):
        return Company()
    return named(owner := owners.pop(), groups[owner])


def _headed(uses: Sequence[Use], headline: str) -> Company:
    """Where nothing else is sure, take the name that a title begins with ("Acme Foods: ten figures from its first quarter")."""
    head = find_item_head(headline)
    named_so = head is not None and bool(uses) and uses[0].span.start == 0 and uses[0].name == head.name
    return head if head is not None and named_so else Company()


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
    total = sum((use.weight or 0.4) * (1.5 if use.span.start < lead_end else 0.5) for use in own if not use.aside)
    total += 1.5 if own[0].span.start < lead_end else 0
    places = [
        place
        for form in {use.name for use in own}
        for place in places_of(headline, form)
        if not headline.startswith(BELONGS, place + len(form))
    ]
    first = own[0].name.partition(" ")[0]
    if is_common(first, first=True) and headline.startswith(f"{first} ") and TITLE_SUBJECT.match(headline, len(first)):
        places.append(0)  # "Dax profit rises", of Dax Anvil Inc
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
        if proof < 2 and " " in own[0].name and BUSINESSES.issuperset(own[0].name.lower().split()):
            return False
        if not proof and " " not in own[0].name and not any(use.inside for use in own) and _NO_VERB.match(folded, own[0].span.end):
            return False
        return proof >= (0 if any(char.islower() for char in own[0].name) else 1)
    if headline and proof < 5 and not (_opens_lead(own, lead) or any(use.name in headline for use in own)):
        return False
    return score >= 3.5 and proof >= 2 and own[0].span.start < lead + _LEAD


_NO_VERB = re.compile(
    r" (?!(?!(?:its|this|his|us|as)\b)(?:[a-z]+(?:ed|[^s]s)"
    r"|is|had|rose|fell|grew|won|made|sold|will|to|saw|lost|cut|can|may|also|now|did"
    r"|left|built|bought|took|gave|held|set|began|went|came|paid|today|sank|shrank)\b)[a-z]"
)
"""How a sentence goes on behind a word that opens it and is no name: "Restating in line with …", "Circulation revenue rose"."""

_RESULTS = re.compile(r"(?i)\b(?:profits?|earnings|revenues?|results|loss(?:es)?|net income|eps|quarter|q[1-4])\b")
