"""
Genres: news about a company, or about many, that reports nothing.

A title says what kind of news is below it: a report to come, a takeover, a lawsuit, a flotation, a new chief, what films took.
Figures of a company stand there as well, but they say by what it is known, not what is new; an economy and those who watch
one have none.  News that tells of results beside all this is news of results.
"""

from __future__ import annotations

from functools import lru_cache

from earnsum.model import Company
from earnsum.names.words import is_common
from earnsum.patterns import ABOUT, re, regex
from earnsum.stories.story import is_headline
from earnsum.text.firms import FIRM
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTS, ITS, OUTLOOK

_LONG = 400
"""Letters of a text long enough to name whom it is about; a brief or a list of bullets need not."""
_AT_LENGTH = 1200
"""Letters in which a report on a company has named it, or has spoken of "the company" in its lead."""
_OFTEN = 2
_LEAD = 300
_BULLET = re.compile(r"^[^\S\n]*[*•·–-]\s", re.MULTILINE)
_SOMEBODY = re.compile(
    rf"\b{ITS}\ {FIRM}\b(?! of (?:England|Japan|Canada|Korea|Italy|France|Spain|Israel|Mexico)\b)(?!\ industry)"
    r"|\bshares (?:in|of) (?-i:[A-Z])|\bit (?:said|reported|posted|earned|lost|expects)\b|(?-i:[A-Z][a-z]+'s) [a-z]+-quarter\b"
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
    r"|(?:said|reported|announced)\ (?:[a-z]+\ ){0,2}?its\ (?:net|operating|pre-?tax|profit|sales)))"
)
"""Not so where it tells of its own figures: "IT consultancy Acme posted a net profit"."""
_WATCHING = re.compile(
    rf"\b{_WATCHER},?\ (?P<named>[A-Z][\w&]*+){_OF_ITS_OWN}"
    rf"|\b(?P<naming>[A-Z][\w&]*+),\ (?:an?|the)\ (?:[\w-]++\ ){{0,2}}{_WATCHER}(?=[,.])"
    rf"|\b{_WATCHER}\ said\b"
)
_SAID_BY = re.compile(r",\ (?:the\ )?(?P<name>[A-Z][\w&]*+)(?:\ (?:data|survey|report))?\ (?:says?|said|shows?|finds?|estimates)\Z")
"""How a title ends on who says it: "Airlines to lose $9bn, Globex says"."""
_ECONOMY = re.compile(
    r"""(?ix) \b (?:
        (?:house|oil|food|fuel|consumer|producer)\ prices | retail\ sales | (?:factory|industrial|manufacturing)\ (?:orders|output)
      | industrial\ production | economic\ growth | central\ bank | (?:farm|agricultural|grain|oil|coal)\ output
      | (?:auto|car|home|vehicle)\ (?:sales|registrations) | durable(?:s|\ goods)\b
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
    r"|\A\s*[^\n]{0,80}? (?:--?|—) (?:U\.S\. |US |World |Global |European |Asian )?"
    r"(?:[Ss]tocks|[Ss]hares(?! (?:in|of)\b)|[Ee]quities|Wall Street|Investors)\b(?!')"
)
"""What tells of all companies of an index, or of a stock market: what one of them reported stands there as an example."""

_FISCAL = r"(?:q[1-4]|[1-4]q|h[12]|[12]h|9m)[ -]?fy[ '-]?[0-9]{2,4}"
"""``Q1FY26``, ``2QFY2019``: a quarter, and of which fiscal year."""

_REPORTING = re.compile(
    rf"\b(?:quarter(?:ly)?|[1-4]q|q[1-4]|{_FISCAL}|half|fiscal|financial year|"
    r"results|profits?|shares?|investors|shareholders|analysts|"
    r"year-on-year|full-year|(?:three|six|nine|12|twelve) months|ebitda?|eps|turnover|"
    r"net (?:sales|income|loss)|operating|losses (?:widen|narrow)|sales (?:f[ae]ll|r[io]se|grew|were|to increase|up|down))\b",
    re.IGNORECASE,
)
"""One of these words is in all that reports: the news of a club, a party or a film does without."""


def names_nobody(folded: str, company: Company, headline: str = "") -> bool:
    """Tell a report on an economy or many firms: prose, not in small letters, that neither names a company nor speaks of one."""
    if folded.islower() or (len(folded) > _LONG and _REPORTING.search(folded) is None):
        return not folded.islower()
    title, body = _title_of(folded, headline)
    on_results = _ON_RESULTS.search(title) is not None
    on_profits = _ON_PROFITS.search(title) or _A_STOCK.search(title) or _RESULTS_OF.search(body, 0, _LEAD)
    economy = None if on_profits else _ECONOMY.search(title)
    if company.name is not None:
        first = company.name.partition(" ")[0]
        watching = _BODY.search(company.name) is not None or _is_watcher(folded, title, first)
        as_example = title and _OF_ALL.search(body, 0, _AT_LENGTH) is not None and not _is_in(title, company.name)
        return bool(watching or as_example or (economy is not None and not _is_titled(title, company.name, economy)))
    in_prose = _BULLET.search(body or folded) is None
    if in_prose and len(body) > _AT_LENGTH and _SOMEBODY.search(body, 0, 3 * _LEAD) is None and not _is_on_it(title, body):
        return True
    if (on_results and not economy and len(folded) < _WHOLE) or (len(folded) <= _LONG and not title):
        return False
    somebody = [found.group().lower() for found in _SOMEBODY.finditer(folded)]
    return in_prose and all(economy and who.startswith(("it ", "the bank", "the group")) for who in somebody)


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


@lru_cache(maxsize=2)
def _title_of(folded: str, headline: str) -> tuple[str, str]:
    """Return the headline of a text, which may stand apart from it, and what is below it; none of both where it has no headline."""
    title, _, body = folded.strip().partition("\n")
    if headline and headline != title.strip():
        title, body = headline, folded.strip()
    title = title.strip()
    return (title, body) if body and is_headline(title.rstrip("?!")) else ("", "")


def _is_watcher(folded: str, title: str, name: str) -> bool:
    """Tell who only speaks of others' figures, a research firm or the body of a trade."""
    if not any(word in folded for word in _WATCHERS):
        return False
    said = _SAID_BY.search(title)
    by = said is not None and said["name"] == name
    return any(by or name in (found["named"], found["naming"]) for found in _WATCHING.finditer(folded))


_DEAL = re.compile(
    r"\b(?:to (?:acquire|buy(?! (?:from|at|rating|on|after|as)\b|[,.;\"']|$)|merge|take over|purchase)"
    r"|buys|acquires|agrees? to|takeover|merger|snaps up|bid for)\b",
    re.IGNORECASE,
)
_DEALS = (
    *("to acquire", "to buy", "to merge", "to take over", "to purchase", "buys", "acquires"),
    *("agree", "takeover", "merger", "snaps up", "bid for"),
)
_RATING = re.compile(
    r"\b(?:(?<!guidance )(?<!earnings )(?<!profit )(?<!profits )(?<!outlook )(?<!forecast )(?<!revenue )"
    r"(?:downgrad(?:e[sd]?|ing)|upgrades"
    r"|(?<!'s )(?<!such as )(?<!new )(?<!newly )(?<!latest )(?<!an )(?<!the )(?<!its )(?<!their )(?<!with )(?<!like )(?<!of )"
    r"(?<!and )(?<!or )upgraded"
    r"|(?<!to )(?<!will )(?<!customers )(?<!users )(?<!people )(?<!consumers )upgrad(?:e|ing))"
    rf"(?! (?:its|our|their|the|(?:to|of) (?:{ITS}|an?)|cycles?|plans?|programs?|"
    rf"(?:[\w-]+ ){{0,3}}(?:{OUTLOOK}|expectations))\b)"
    r"|price target|initiat(?:es|ed|ing) coverage"
    r"|(?:eps|earnings|profit|revenue|sales) estimates? (?:trimmed|cut|raised|lowered|slashed|boosted)"
    r"|(?:cut|lowered|raised) to (?:\w+ )?(?:sell|underperform|neutral|hold|buy|outperform|overweight|underweight|junk))\b",
    re.IGNORECASE,
)
_RATINGS = ("grad", "price target", "initiat", "estimate", "cut to ", "lowered to ", "raised to ")
"""What the words for a deal and for a rating have in them, which is sooner seen."""
_OF_A_PERIOD = (
    r"\b(?:quarter(?:ly)?|half(?:-year)?|full-year|interim)[- ](?:[a-z-]+ )?"
    r"(?:results|earnings|profits?|revenues?|sales|net|loss|income|operating|output|production|deliveries)"
    rf"|\b(?:q[1-4]|qtrly|h[12]|fy|{_FISCAL}) (?:[a-z-]+ ){{0,3}}(?:earnings|eps|ffo|revenues?|sales|profits?|loss|ebitda)\b"
    r"|\b(?:profits?|earnings|sales|turnover|revenues?|loss) (?:for|in) the "
    r"(?:year|(?:[a-z]+ )?quarter|(?:three|six|nine|12|twelve) months)\b"
)
_MOVED = (
    r"\b(?:profits?|earnings) (?:stall|slip|dip|surge|soar|slump|slide|climb|rise|fall|jump|drop|double|triple|plunge)s?\b"
    r"|\b(?:record (?:\w+ )?profits?|profits? (?:up|down|beats?|tops?))\b"
    rf"|\b{MOVE} in (?:[a-z0-9-]+ ){{0,3}}(?:profits?|earnings)\b"
    rf"|\b(?:posted|earned|(?:profits?|earnings|sales|revenues?|net income) {MOVED}"
    r"|net (?:loss|income) (?:narrowed|widened|declined|increased|surged|tumbled|doubled|was|of))\b"
)
_RESULTS_OF = re.compile(_OF_A_PERIOD, re.IGNORECASE)
_RESULTS_MOVED = re.compile(_MOVED, re.IGNORECASE)
_REPORTS = re.compile(f"{_OF_A_PERIOD}|{_MOVED}", re.IGNORECASE)
"""How a text tells of results of its own, beside whatever else it is about."""

_SET_AGAINST = regex.compile(
    r"\b(?:(?:(?:earned|lost|reported|posted|(?:eps|earnings|profit|revenue|sales) (?:was|were))\b[^.;\n]{0,60}?"
    r"(?:cents|\$[0-9.]+)(?! (?:price|target))"
    r"|(?<!\b(?:to|will|would|could|may|might|can|should|a) (?:\w+ )?)(?:beat|beats|topped|missed|exceeded|surpassed|came in"
    r"|fell short)\b)"
    r"[^;\n]{0,80}?\b(?:estimates?|consensus|expect(?:ed|ing|ations)|forecast(?:s|ing)?|anticipat(?:ed|ing)|projected"
    r"|(?:top|bottom)[- ]lines?)\b)",
    re.IGNORECASE,
)
"""How what a company earned is set against what was expected, in a brief that tells of a rating or a deal beside it."""

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)day"
_TITLES_ASIDE = re.compile(
    rf"""(?ix) \b (?:
        sue[sd]?\b | lawsuits? | jury | judge | court | antitrust | fined | probe | watchdog | recalls?\b | hackers? | data\ breach
      | is\ (?:\w+\ ){{1,4}}a\ buy | better\ buy | should\ you\ (?:buy|sell) | (?:dividend|growth|value)\ stocks?
      | stocks\ (?:to|that|for)
      | (?:cut|axe|shed|slash|lay\ off)s?\ {ABOUT}[0-9][0-9,]*\ (?:\w+\ )?(?:jobs|staff|workers|posts)
      | wins?\ (?:\S+\ ){{0,3}}(?:order|contract)s?\b | (?:order|contract)s?\ worth\b
      | declares?\ (?:\w+\ ){{0,3}}dividend | bond\ sale | borrows
      | takes?\ (?:\w+\ ){{0,2}}stake | merger | talks\ to | swoops | to\ sell\ its | broker\ (?:tips|views|ratings)
      | (?:cuts|raises|lifts|affirms)\ (?:\S+\ ){{1,4}}(?:ratings?|to\ junk)\b
      | (?:unveils|launches|debuts)\ (?:(?:{ITS}|a)\ )?(?:new|next)
      | strikes?\ (?:shuts|halts|hits) | opens?\ (?:\S+\ ){{0,3}}(?:plant|factory|store) )"""
)
"""Titles of news in which results are told, if at all, in so many words."""
_TITLES_APART = re.compile(
    r"""(?ix) \b (?:
        (?P<explains>\A (?:explainer | opinion | comment | q&a | profile | obituary)\b) | ipo\b | (?:goes|going|go)\ public
      | (?:market|trading|wall\ street)\ debut
      | (?:insider|stock|share)\ (?:stock\ |share\ )?(?:sales?|selling)\b | on\ debut | listing\b | flotation | prospectus
      | raises\ [$£€₹][0-9.]+\ ?(?:m|bn|b|million|billion|crore)\b | series\ [a-h]\b | funding\b | valuation
      | names\ (?:\w+\ ){0,3}(?:chief|ceo|cfo|chair(?:man|woman)?|boss|head|president)\b | appoints | steps\ down | resigns
      | (?:chief|boss|ceo)(?:'s)?\ pay\b | box\ office | opening\ weekend | rich\ list | highest[- ]paid | top\ earners? )"""
)
"""Titles of news that has no results, unless title or lead are on them."""
_TITLES_STRICT = re.compile(
    rf"""(?ix) \b (?:
        what\ to\ (?:expect|know|look) | what\ to\ watch\ (?:when|as|in|for)\b | here's\ what\ .{{0,40}}expects?
      | preview\b | on\ deck
      | (?<!kicks\ off\ )(?<!kicked\ off\ )(?<!opens\ )(?<!starts\ )earnings\ season
      | (?:earnings|results)\ (?:date|calendar|ahead|expectations\ for) | week\ ahead
      | (?:ahead\ of|before)\ (?:its\ |their\ )?(?:[\w-]+\ )?(?:results|earnings)
      | to\ report\ (?:its\ )?(?:[\w-]+\ )?(?:results|earnings)
      | (?:reports?|results|earnings)\ (?:(?:due|on|this|next)\ )*(?:{_WEEKDAY}|tomorrow|week) )
    | \bmarkets?\ wrap\b | \A stocks\ (?:close|end|fall|rise|slip) | \A(?:\w+\ )?close: | \A how\ (?:do|does|to|\w+\ became)\b
    | ,\ says?\ (?:\w+\ )?(?:group|body|report|study|survey|agency|researchers?|analysts?|economists?)\Z | \A analysts?:
    | \A what\ (?:is|are)\ (?:an?\ )?[\w&-]++(?:\ [\w&-]++){{0,2}}\??\Z"""
)
"""Titles of news that has no results, unless the title itself tells of them: what is to come, what is explained."""
_ON_RESULTS = re.compile(
    r"\b(?:profits?|losses|loss|earnings|revenues?|turnover|results|eps|ebitda|quarter(?:ly)?|q[1-4]|half-year|outlook|guidance|"
    rf"{_FISCAL}|"
    r"forecasts?|estimates|[1-9] months|(?:three|six|nine|twelve) months"
    r"|(?:jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?)(?: ?[-–—] ?| to )(?:mar(?:ch)?|june?|sep(?:t|tember)?|dec(?:ember)?))\b",
    re.IGNORECASE,
)
"""Words of a title that say that there are results below it, among them the months that they are of."""
_ON_PROFITS = re.compile(r"\b(?:profits?|losses|loss|earnings|revenues?|turnover|results|eps|ebitda)\b", re.IGNORECASE)
"""Of these, what an economy has none of: its output has quarters and is forecast too."""
_ON_BUSINESS = re.compile(
    r"(?i)\b(?:sales|growth|orders?|output|production|deliver(?:y|ies|s|ed)|subscribers?|users|customers|dividend|warn(?:s|ing)|sees|"
    r"expects|beats?|miss(?:es)?|tops?|trading|takings|bookings|margins?|income|net|earn(?:s|ed)|black|red|[1-4]q|h[12]|fy[0-9]*|half|"
    r"year|demand|shipments|targets?|numbers|figures|books|posts|reports?|update|cash|debt)\b|[0-9] ?(?:%|per ?cent)"
)
"""Words of a title that may be on what a company took and made, other than those of results."""
_TELLS = re.compile(
    r"(?i)\b(?:report(?:ed|s|ing) (?:a|an|its|net|revenues?|sales|record|on)\b|results? (?:holds?|for)|guidance|outlook"
    r"|(?:earnings|trading|results?) (?:report|release|update)|(?:lower|higher|better|worse|weaker|stronger)-than-expected"
    rf"|{ITS} (?:[a-z]+ )?(?:quarter|half|first half)\b|(?:three|six|nine|twelve) months"
    r"|(?:sales|profits?|revenues?|losses) (?:were|was|are|had|have)|seen (?:its )?(?:sales|profits?)"
    r"|(?:january|april|july|october)-(?:march|june|september|december)"
    r"|(?:swung|swings|returned|returns) to (?:an? )?(?:\w+ )?(?:profit|loss)"
    rf"|(?:made|lost) {SUM} before tax|(?:profits?|loss(?:es)?|earnings) before tax"
    r"|pre-?tax (?:profits?|loss(?:es)?)"
    r"|earnings per share (?:were|was|of|rose|fell|on)|[0-9]{1,2} weeks (?:to|ended|ending)"
    rf"|(?:{FIRM}|management|it) now {EXPECTS})"
)
"""How a text may tell of results under a title that says nothing of them."""


_TO_KNOW = re.compile(r"(?i)(?:what to know|earnings season)\b")
"""How a title ends on reports to come, or on one that is out ("Acme Stock Sinks: What to Know", "… This Earnings Season")."""
_YET_TO_COME = re.compile(
    r"(?i)\b(?:(?:set|due|scheduled|slated|expected|poised|preparing|gearing up|about|going|plans?|ready|will|is|are) "
    r"(?:to )?(?:report(?:ing)?|post|release|releasing|announce|unveil|deliver)"
    r"|reports? (?:its )?(?:[\w-]+ ){0,3}(?:on|after|before)\b"
    r"|last (?:quarter|time)|ahead of)\b"
)


def _has_reported(body: str) -> bool:
    """Tell a lead that sets what is out against what was expected, or calls it reported, and speaks of no report to come."""
    if _YET_TO_COME.search(body, 0, _LEAD) is not None:
        return False
    return _SET_AGAINST.search(body, 0, _LEAD) is not None


_GUIDES = re.compile(
    r"(?i)\b(?:guid(?:es|ed|ing|ance)|(?:company|management|firm|group|chain|it) (?:also |now )?(?:said|says) (?:that )?it\b"
    r"|said it (?:now |also )?(?:expects|sees|anticipates)|(?:rais|lift|boost|cut|lower|trimm)(?:e?s|ed|ing)? its (?:[\w-]+ ){0,4}?"
    rf"(?:{OUTLOOK}|view))\b"
    rf"|(?-i:\A(?P<own>[A-Z][\w&-]+).{{0,200}}? (?P=own)(?:'s? \w+)? (?:now |also )?{EXPECTS}\b)"
)
"""How a company tells of its own outlook, beside whoever rates it."""


@lru_cache(maxsize=2)
def tells_no_results(folded: str, headline: str = "", *, item: bool = False) -> bool:
    """
    Tell news that is of another kind by its title, or that of a takeover or of a broker's rating, also by its lead.

    News that tells of results beside it is none; the title of a round-up says nothing of an `item`.
    """
    title, body = ("", "") if item else _title_of(folded, headline)
    if (strict := _TITLES_STRICT.search(title)) is not None:
        return _RESULTS_MOVED.search(title) is None and not (_TO_KNOW.match(strict.group()) and _has_reported(body))
    if (apart := _TITLES_APART.search(title)) is not None:
        on_results = apart["explains"] is None and _ON_RESULTS.search(title) is not None
        return not on_results and _RESULTS_OF.search(body, 0, _LEAD) is None
    if _tells_a_deal(folded) or only_rates(folded, headline) or _TITLES_ASIDE.search(title) is not None:
        return _REPORTS.search(folded) is None and _SET_AGAINST.search(folded, 0, _TOP) is None
    named = title and _ON_RESULTS.search(title) is None and _ON_BUSINESS.search(title) is None
    return bool(named) and _REPORTS.search(folded) is None and _TELLS.search(folded) is None


@lru_cache(maxsize=2)
def only_rates(folded: str, headline: str = "") -> bool:
    """Tell the news of a broker's rating, by its title and lead; a brief with no title may tell of its own outlook too."""
    lead = folded[:_LEAD].lower()
    rates = any(words in lead for words in _RATINGS) and _RATING.search(folded, 0, _LEAD) is not None
    return rates and (_title_of(folded, headline)[0] != "" or _GUIDES.search(folded) is None)


def _tells_a_deal(folded: str) -> bool:
    lead = folded[:_LEAD].lower()
    return any(words in lead for words in _DEALS) and _DEAL.search(folded, 0, _LEAD) is not None


_WHOLE = 1500
"""Letters of a whole story; a shorter text has no room for more than it is about."""
_TOP = 700
"""Letters of title and first paragraphs, where news of results tells of them."""


def buries_results(folded: str, headline: str, first: int) -> bool:
    """
    Tell a whole story whose title and first paragraphs say nothing of results, before the `first` that it tells.

    What stands below then is by what a company is known ("the buyer, which earned $318 million last year").
    """
    title, _ = _title_of(folded, headline)
    if not title or len(folded) < _WHOLE or first < _TOP:
        return False
    return _ON_RESULTS.search(title) is None and _REPORTS.search(folded, 0, _TOP) is None


_CALENDAR = re.compile(
    r"^[^\n]*\bwhat (?:[\w' ]{1,40} )?(?:expects?|expecting|forecasts?|look(?:s|ing)? for|predicts?|projects?)\b[^\n]*:[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_COMPARES = re.compile(r"\b(?:compared|versus|vs\.?|against)", re.IGNORECASE)


@lru_cache(maxsize=2)
def lists_expectations(folded: str) -> bool:
    """Tell a list of companies yet to report, by the line above it: "Here is what Wall Street expects to see:"."""
    return any(_COMPARES.search(line.group()) is None for line in _CALENDAR.finditer(folded))
