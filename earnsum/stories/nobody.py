"""
Nobody: news of an economy, a market or many firms, which is on no company of its own.

An economy and those who watch one have no results: a title or the body of a trade tells; what one company of an index reported
stands there as an example.
"""

from __future__ import annotations

from earnsum.model import Company
from earnsum.names.words import is_common
from earnsum.patterns import re, regex
from earnsum.stories.onresults import FISCAL, LEAD, ON_RESULTS, RESULTS_OF, WHOLE, title_of
from earnsum.text.firms import FIRM
from earnsum.text.terms import ITS, OUTLOOK, REVISES

_LONG = 400
"""Letters of a text long enough to name whom it is about; a brief or a list of bullets need not."""
_AT_LENGTH = 1200
"""Letters in which a report on a company has named it, or has spoken of "the company" in its lead."""
_OFTEN = 2
_BULLET = re.compile(r"^[^\S\n]*[*•·–-]\s", re.MULTILINE)
_SOMEBODY = re.compile(
    rf"\b{ITS}\ {FIRM}\b(?! of (?:England|Japan|Canada|Korea|Italy|France|Spain|Israel|Mexico)\b)(?!\ industry)"
    rf"|(?-i:\b[Tt]he (?:[A-Z][\w.-]+ ){{1,2}}{FIRM}\b(?! of\b))"
    r"|\bshares (?:in|of) (?-i:[A-Z])|\bit (?:had )?(?:said|reported|posted|earned|lost|made|expects)\b"
    r"|(?-i:[A-Z][a-z]+'s) [a-z]+-quarter\b"
    r"|\b(?:EBITD?A?\b|(?:Q[1-4]|[1-4]Q) (?:[a-z-]+ ){0,2}(?:EPS|FFO)\b"
    r"|operating (?:profit|result) \(|profit before tax (?:came|was|amounted)"
    r"|net (?:interest[- ]bearing debt|result)\b)"
    r"|(?-i:[A-Z]\w+ Group's) (?:net |operating )?(?:sales|revenues?|profits?|turnover|results?|earnings|income)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Commission|Council|Association|Agency|Ministry|Court|Federation|Chamber|Department|Bureau|Committee|Parliament|"
    r"Survey|Organi[sz]ation|Treasury|Confederation)\b"
)
"""What is no company: who watches one, a trade or an economy."""
_WATCHER = (
    r"(?:(?:trade|industry|lobby)\ (?:body|group|association)|research\ (?:firm|house|company|group)|researchers?"
    r"|data\ (?:firm|provider|company)|consultancy|tracker)"
)
_WATCHERS = ("trade ", "industry ", "lobby ", "research", "data ", "consultancy", "tracker")
_OF_ITS_OWN = (
    r"(?![^.;\n]{0,60}?\b(?:posted|booked|swung"
    r"|(?:said|reported|announced)\ (?:[a-z]+\ ){0,2}?its\ (?:net|operating|pre-?tax|profit|sales)"
    rf"|{REVISES}\ its\ (?:[\w-]+\ ){{0,3}}?(?:revenue|sales|profit|earnings)\ (?:growth\ )?{OUTLOOK}))"
)
"""Not so where it tells of its own figures: "IT consultancy Acme posted a net profit"."""
_WATCHING = re.compile(
    rf"\b{_WATCHER},?\ (?P<named>[A-Z][\w&]*+){_OF_ITS_OWN}"
    rf"|\b(?P<naming>[A-Z][\w&]*+),\ (?:an?|the)\ (?:[\w-]++\ ){{0,2}}{_WATCHER}(?=[,.])"
    rf"|\b{_WATCHER}\ said\b"
)
_OFFICE = (
    r"(?:Statistics\ [A-Z]\w+|(?:official|government)\ (?:statistics|figures|data)|statistics|central\ bank"
    r"|(?:[A-Z]\w*+\ |[a-z]++'?\ ){0,4}?(?:[Aa]ssociation|[Ff]ederation|[Oo]rgani[sz]ation|[Cc]onfederation|[Mm]inistry"
    r"|[Ss]tatistics|[Cc]hamber)(?:\ (?:[Oo]ffice|[Dd]epartment|[Bb]ureau))?(?:\ (?:of|for)\ [\w ]{3,60}?)?)"
)
_BY_OFFICE = re.compile(
    rf"\b(?:according\ to|(?:citing|referring\ to|published\ by|compiled\ by|(?:data|figures)\ (?:from|by|of))"
    rf"(?:\ (?:data|figures)\ (?:from|by|of))?)\ (?:the\ )?{_OFFICE}(?=[.,;]|$)"
    rf"|,\ (?:the\ )?{_OFFICE}\ (?:said|says?|reported|reports|showed?|shows|announced|informed)\b"
)
"""``Retail sales grew by 4%, according to Statistics Finland``, ``…, the brewers' association said``: of a whole trade"""
_OF_A_TRADE = regex.compile(
    r"(?<![^\n])(?:In\ [\w ]{3,30},\ )?(?:(?:[Tt]he\ )?(?:combined\ |total\ |aggregate\ )?"
    r"(?:net\ )?(?:sales|turnover|revenues?|profits?|exports)"
    r"\ of\ (?:all\ )?(?!the\b|its\b|our\b)(?:[\w-]++\ ){0,4}?(?:enterprises|banks|retailers|insurers|companies|firms"
    r"|(?<=[A-Z][a-z]++(?:ish|n|ese)\ )(?:stores|shops|restaurants|hotels))"
    r"|(?:[Tt]he\ country|[A-Z][a-z]++)'s\ (?:total\ |overall\ |(?:[\w-]++\ ){1,3}(?=companies|banks|enterprises|firms|retailers)))"
)
"""``The turnover of Finnish restaurants fell``, ``The country's total oil production``, ``Lithuania's non-financial companies``"""
_SAID_BY = re.compile(r",\ (?:the\ )?(?P<name>[A-Z][\w&]*+)(?:\ (?:data|survey|report))?\ (?:says?|said|shows?|finds?|estimates)\Z")
"""How a title ends on who says it: "Airlines to lose $9bn, Globex says"."""
_ECONOMY = re.compile(
    r"""(?ix) \b (?:
        (?:house|oil|food|fuel|consumer|producer)\ prices | retail\ sales | (?:factory|industrial|manufacturing)\ (?:orders|output)
      | industrial\ production | economic\ growth | central\ bank | (?:farm|agricultural|grain|oil|coal)\ output
      | (?:auto|car|home|vehicle)\ (?:sales|registrations) | durable(?:s|\ goods)\b
      | opec\b | crude\ (?:oil|output|production|prices|futures|stocks|stockpiles|inventories)
      | inflation | gdp\b | budget\ (?:deficit|gap|surplus) | deficit | exports | imports | jobless | unemployment
      | job\ losses | payrolls
      | (?:market|shipments|spending|industry)\ (?:grow|shrink|fall|slip|rise|jump|slow)s?\b
      | (?:market|shipments|spending|industry)\ to\ (?:reach|hit|grow|fall|rise) )"""
)
"""Titles of news of an economy or a market, unless they name a company of its own."""

_A_STOCK = re.compile(r"(?i)\bstock\b(?! (?:market|futures|index|indices|exchange|prices)\b)")
"""``Inflation hits Acme, stock sinks``: that of one company"""

_OF_ALL = re.compile(
    r"\b(?:S&P|Standard & Poor's) 500 (?:companies|components|firms|earnings|profits|results|revenues?)\b"
    r"|\b(?:companies|components|firms|earnings|profits|results|revenues?) (?:in|for|of|from|on|at) (?:all )?(?:the )?"
    r"(?:S&P|Standard & Poor's) 500\b"
    r"|\b[Cc]orporate (?:earnings|profits) (?:are|were|have|is)\b"
)
"""What tells of all companies of an index: what one of them reported stands there as an example."""
_OF_A_MARKET = re.compile(
    r"\A\s*[^\n]{0,80}? (?:--?|—) (?:U\.S\. |US |World |Global |European |Asian )?"
    r"(?:[Ss]tocks|[Ss]hares(?! (?:in|of)\b)|[Ee]quities|Wall Street|Investors)\b(?!')"
)
"""``NEW YORK — Stocks rose``: how a report on a market begins, but the first item of a round-up as well ("Acme — Shares rose")"""

_INDEX = re.compile(
    r"^(?:[A-Z][\w. -]{0,40}(?:: | -+ | — ))?(?:[Tt]he )?(?:Dow Jones|S&P 500|N[Aa][Ss][Dd][Aa][Qq] (?:[Cc]omposite|index)"
    r"|FTSE (?:100|250)|Nikkei (?:225|average)|Wall Street (?:has |had )?(?:closed|opened|fell|rose|ended|slipped|edged)"
    r"|(?:Oil|Crude|Crude oil|Gold|Copper) (?:prices?|futures) "
    r"(?:(?:has|have|had|were|was) )?(?:[a-z]+ed|fell|rose|slid|fallen|risen)"
    r"|(?:US|U\.S\.|European|Asian) (?:stocks|shares|equities) "
    r"(?:closed|opened|were|fell|rose|ended|slipped|wrapped|kicked|edged))\b",
    re.MULTILINE,
)
"""How a paragraph at the top of a market's report begins; a report on a single company names it."""

_REPORTING = re.compile(
    rf"\b(?:quarter(?:ly)?|[1-4]q|q[1-4]|{FISCAL}|half|fiscal|financial year|"
    r"results|profits?|shares?|investors|shareholders|analysts|"
    r"year-on-year|full-year|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|1[012]|twelve) months|ebitda?|eps|turnover|"
    r"month-o(?:n|ver)-month|revenues? (?:for |in )?last month|"
    r"net (?:sales|income|loss)|operating|losses (?:widen|narrow)|sales (?:f[ae]ll|r[io]se|grew|were|to increase|up|down))\b",
    re.IGNORECASE,
)
"""One of these words is in all that reports: the news of a club, a party or a film does without."""


def names_nobody(folded: str, company: Company, headline: str = "", *, item: bool = False) -> bool:
    """Tell a report on an economy or many firms: prose, not in small letters, that neither names a company nor speaks of one."""
    title, body = title_of(folded, headline)
    of_a_trade = not title and not item and len(folded) <= _LONG and _is_of_a_trade(folded, company)
    if folded.islower() or of_a_trade or (len(folded) > _LONG and _REPORTING.search(folded) is None):
        return not folded.islower()
    on_results = ON_RESULTS.search(title) is not None
    on_profits = _ON_PROFITS.search(title) or _A_STOCK.search(title) or RESULTS_OF.search(body, 0, LEAD)
    economy = None if on_profits else _ECONOMY.search(title)
    if company.name is not None:
        first = company.name.partition(" ")[0]
        watching = _BODY.search(company.name) is not None or _is_watcher(folded, title, first)
        of_all = _OF_ALL.search(body, 0, _AT_LENGTH) or (not item and _OF_A_MARKET.match(body))
        as_example = title and of_all and not _is_in(title, company.name)
        return bool(watching or as_example or (economy is not None and not _is_titled(title, company.name, economy)))
    if _INDEX.search(folded, 0, 2 * LEAD) is not None:
        return True
    in_prose = _BULLET.search(body or folded) is None
    if in_prose and len(body) > _AT_LENGTH and _SOMEBODY.search(body, 0, 3 * LEAD) is None and not _is_on_it(title, body):
        return True
    if (on_results and not economy and len(folded) < WHOLE) or (len(folded) <= _LONG and not title):
        return False
    somebody = [found.group().lower() for found in _SOMEBODY.finditer(folded)]
    return in_prose and all(economy and who.startswith(("it ", "the bank", "the group")) for who in somebody)


def _is_of_a_trade(folded: str, company: Company) -> bool:
    """Tell a few sentences on a whole trade, by who says it or by whose the figures are, that are on no company beside it."""
    said = _BY_OFFICE.search(folded) or (_OF_A_TRADE.search(folded) if company.name is None else None)
    named = company.name is not None and (said is None or company.name not in said.group())
    return said is not None and not named and _SOMEBODY.search(folded) is None


def _is_titled(title: str, name: str, economy: re.Match[str]) -> bool:
    """Tell a title that names a company beside an economy's words, and not by them ("China Car Sales")."""
    at = title.find(name)
    within = 0 <= at < economy.end() and economy.start() < at + len(name)
    return not within and _named_in(f"{title[: economy.start()]} {title[economy.end() :]}", name.partition(" ")[0])


def _named_in(title: str, name: str) -> bool:
    """Tell a title that names a company, also one as a possessive ("Hooli's lifts guidance on stronger retail sales")."""
    words = (word.rstrip(",;:") for word in title.split())
    return any(name in (word, word.removesuffix("'s"), word.removesuffix("’s")) for word in words)


def _is_on_it(title: str, body: str) -> bool:
    """Tell a title that begins with what the text below names again and again."""
    first = title.partition(" ")[0].removesuffix("'s").strip(".,")
    return not is_common(first, first=True) and body.count(first) > _OFTEN


def _is_in(title: str, name: str) -> bool:
    """Tell a title that holds any word of a name."""
    return any(len(word) > 1 and _named_in(title, word) for word in re.findall(r"[\w&.'-]+", name))


def _is_watcher(folded: str, title: str, name: str) -> bool:
    """Tell who only speaks of others' figures, a research firm or the body of a trade."""
    if not any(word in folded for word in _WATCHERS):
        return False
    said = _SAID_BY.search(title)
    by = said is not None and said["name"] == name
    return any(by or name in (found["named"], found["naming"]) for found in _WATCHING.finditer(folded))


_ON_PROFITS = re.compile(r"\b(?:profits?|losses|loss|earnings|revenues?|turnover|results|eps|ebitda)\b", re.IGNORECASE)
"""Of these, what an economy has none of: its output has quarters and is forecast too."""
