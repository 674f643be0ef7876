"""
Whole names: scopes that were read from the company's own name, or a period's, and are no part of it.

"Acme's revenue", "building materials maker Acme", "GBX" for Globex Foods; but "the foods segment" of Acme Foods is one, as are
"Acme+" and "the Acme brand".
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.premodifiers import KIND_WORDS
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.names.scopewords import GOODS, NATIONAL, is_on_the_map
from earnsum.parts.ownnames import is_fuller, is_own_acronym, is_whole, words_of
from earnsum.parts.partnames import CALLED_ONE
from earnsum.patterns import regex
from earnsum.text.moves import MOVED
from earnsum.text.sums import SUM

_ONCE_AN_ARM = regex.compile(r"[Ff]ormer (?:[\w&.'-]+ ){0,4}?(?:unit|division|subsidiary|arm|affiliate)\b")
"""``The former Duff division``: what the company once was"""
_DATE = regex.compile(r"(?:q[1-4]|h[12]|fy|[1-4]q)[0-9]*(?:fy)?[0-9]+\b")
_OFTEN = regex.compile(r"(?P<who>[^,]+?) (?P<often>(?:monthly|daily|weekly|active)\b.*)")


def _of_own_users(fact: Fact, company: Company) -> Fact:
    """Return a fact on users, without the company's name where they are its own ("Acme's monthly active users")."""
    match = _OFTEN.fullmatch(fact.scope or "") if fact.metric == "users" else None
    return fact._replace(scope=match["often"]) if match is not None and is_whole(match["who"], company) else fact


_NAMESAKE = "namesake "


def _own_brand(folded: str, fact: Fact) -> str | None:
    """Return the brand of a fact's part that is called as somebody is ("the Acme brand", "its namesake Acme chain")."""
    scope = (fact.scope or "").removeprefix(_NAMESAKE)
    called = regex.search(
        rf"\b(?:the|its|their|namesake) {regex.escape(scope)} (?P<kind>brand|chain|banner|label|nameplate)\b",
        fact.sentence.of(folded).lower(),
    )
    return f"{scope} {called['kind']}" if scope and called is not None else None


def _of_own_brand(folded: str, fact: Fact, company: Company) -> Fact:
    """Return a fact on a brand that is called as the company is as one of the brand."""
    if fact.scope is None or not is_whole(fact.scope.removeprefix(_NAMESAKE), company):
        return fact
    if (called := _own_brand(folded, fact)) is not None:
        return fact._replace(scope=called)
    said = fact.sentence.of(folded).lower()
    shops = regex.search(rf" (?:at|in|from) (?:the |its )?{regex.escape(fact.scope)} {_SHOPS}\b", said) if "s " in said else None
    if shops is None or fact.metric not in _SOLD or not _is_beside_whole(folded, fact.sentence, company):
        return fact
    return fact._replace(scope=f"{fact.scope} {shops['shops']}")


_BEHIND = (
    r"[0-9] ?(?:%%|per ?cent)(?: [a-z]+)?,? (?:at|for|in) (?:the |its )?(?:namesake |eponymous |core )?%s\b(?!'s)"
    r"(?!,? (?:helped|driven|led|boosted|lifted|fuell?ed|despite|thanks|hurt|as|on|including|amid|in|after)\b)"
)


def _is_listed(folded: str, fact: Fact, beside: Sequence[Fact], company: Company) -> bool:
    """Tell the shops that are called as the company is in a list of some ("fell 3% at Acme and 10% at Duff")."""
    scope = fact.scope or ""
    others = any(f.scope and f.metric == fact.metric and not is_whole(f.scope, company) for f in beside)
    if not (others and fact.metric in _SHOPS_SOLD and is_whole(scope, company)):
        return False
    return regex.search(_BEHIND % regex.escape(scope), fact.sentence.of(folded).lower()) is not None


_SHOPS_SOLD = frozenset({"revenue", "same_store_sales"})
_SOLD = frozenset({"revenue", "operating_income"})
_SHOPS = r"(?P<shops>(?:super)?stores|shops|supermarkets|restaurants)"
_OTHER_SHOPS = regex.compile(
    rf"\b(?:[Aa]t|[Ii]n) (?:the |its )?(?P<name>[A-Z][\w.&'-]*+(?: (?:& )?[A-Z][\w.&'-]*+){{0,3}}) (?:{_SHOPS}|chain)\b"
)
_ALL_SALES = regex.compile(
    rf"\b(?:[Ss]ales|[Rr]evenues?) (?:(?:was|were|came to)|{MOVED})\b(?: [0-9.]+ ?(?:%|percent))?,?(?: to)? {SUM}"
)


def _is_beside_whole(folded: str, sentence: Span, company: Company) -> bool:
    """Tell whether a text elsewhere tells of all sales, or of shops of another name: those called as the company are a part."""
    if any(not sentence.start <= match.start() < sentence.end for match in _ALL_SALES.finditer(folded)):
        return True
    named = (match["name"] for match in _OTHER_SHOPS.finditer(folded))
    return any(words_of(name).isdisjoint(words_of(company.name)) and not is_on_the_map(name) for name in named)


def _parts_of_name(facts: Sequence[Fact], company: Company) -> set[str | None]:
    """Return the parts called after one half of the company's name each ("down 5% at Acme and 4% at Globex", of Acme Globex)."""
    told = [fact for fact in facts if fact.scope and is_whole(fact.scope, company)]
    return {
        one.scope
        for one in told
        if any(
            (one.metric, one.role) == (other.metric, other.role) and words_of(one.scope).isdisjoint(words_of(other.scope))
            for other in told
        )
    }


def _is_no_part(folded: str, fact: Fact, scope: str, company: Company) -> bool:
    """Tell the company's own name, or a period's, from a part's; a service with a plus behind the name is one ("Acme+")."""
    if _DATE.match(scope) is not None or is_own_acronym(folded, scope, company) or ", wh" in scope:
        return True
    once = _ONCE_AN_ARM.search(fact.sentence.of(folded))
    if (
        (once is not None and scope in once.group().lower())
        or is_fuller(scope, company)
        or _is_owned(folded, fact, scope)
        or _is_described(folded, fact, scope, (company.name or "").lower())
    ):
        return True
    if not words_of(scope) <= words_of(company.name) or "+" in scope:
        return False
    if (company.name or "").lower().startswith(scope):
        return True
    said = fact.sentence.of(folded)
    at = said.lower().find(scope)  # "the foods segment" of Acme Foods, and "a fall in foods sales"
    if scope in GOODS and f" {scope} " in said and f"the {scope} " not in said:
        return False
    return at < 0 or CALLED_ONE.match(folded, fact.sentence.start + at + len(scope)) is None


_OWNER_OF = regex.compile(
    r"\b(?:owner|maker|publisher|parent(?: company)?|operator) of (?:the )?(?:[\w', -]{0,60}(?:,| and)(?: other)? )?$"
)


def _is_owned(folded: str, fact: Fact, scope: str) -> bool:
    """Tell what the company is called the owner of ("net income at the owner of the Anvil Star")."""
    start, end = fact.sentence
    at = start + folded[start:end].lower().find(scope)
    return at >= start and _OWNER_OF.search(folded, max(0, at - 90), at) is not None


def _is_described(folded: str, fact: Fact, scope: str, name: str) -> bool:
    """Tell the company with what it is before its name ("building materials maker Acme", "Finnish Acme")."""
    said = fact.sentence.of(folded)
    at = said.lower().find(scope) if name and scope.endswith(f" {name}") else -1
    told = said[at : at + len(scope) - len(name)]
    opens = said[: max(at, 0)].rstrip()[-1:] in ("", "-")  # "Finnish Acme, a brewer, had"; "sales of U.S. Acme stores"
    return at >= 0 and (told.islower() or (opens and NATIONAL.issuperset(told.lower().split())))


_IN_TITLE_CASE = regex.compile(r"(?:(?:[^a-z\s]\S*+|an?|the|of|in|on|to|for|as|at|by|vs\.?|and|but|its?)(?:\s|$))++")
_RUN = 3


def _owns_itself(folded: str, fact: Fact, own: frozenset[str]) -> bool:
    """Tell a name whose own a figure is, and which may be the company's ("Acme India's revenue"), from a part's."""
    if (
        fact.scope is None
        or (own and own.isdisjoint(words_of(fact.scope)))
        or fact.scope.rpartition(" ")[2] in KIND_WORDS - {"bank"}
    ):
        return False
    sentence = fact.sentence.of(folded)
    at = sentence.lower().find(f"{fact.scope}'s ")
    return at >= 0 and sentence[at].isupper() and _own_brand(folded, fact) is None


def without_owners(folded: str, facts: Sequence[Fact], company: Company) -> list[Fact]:
    """Return facts, without a scope that is who owns the figure and may be the company ("Acme India's revenue")."""
    own = words_of(company.name)
    return [fact._replace(scope=None) if _owns_itself(folded, fact, own) else fact for fact in facts]


def without_whole_names(folded: str, facts: Sequence[Fact], company: Company) -> list[Fact]:
    """Return facts, without a scope that says no more than the company's name, but for a brand of that name."""
    told = [_of_own_brand(folded, fact, company) for fact in facts]
    own = _parts_of_name(told, company) | {fact.scope for fact in told if fact.scope and _is_listed(folded, fact, told, company)}
    whole = [fact.scope not in own and fact.scope is not None and _is_no_part(folded, fact, fact.scope, company) for fact in told]
    told = [fact._replace(scope=None) if no_part else fact for fact, no_part in zip(told, whole, strict=True)]
    return [_of_own_users(fact, company) for fact in told]


def without_runs_of_title(folded: str, facts: Sequence[Fact], title: Span) -> list[Fact]:
    """
    Return the facts of a title without a part that is only capitals running into a name, and that nothing below tells of.

    "Acme Cuts Outlook After Comp Sales Slump Offsets Profit Beat".
    """
    if _IN_TITLE_CASE.fullmatch(title.of(folded)) is None:
        return list(facts)
    below = folded[title.end :].lower()
    runs = {fact.scope for fact in facts if fact.scope and len(fact.scope.split()) >= _RUN and fact.scope not in below}
    return [fact._replace(scope=None) if fact.scope in runs else fact for fact in facts]
