"""
Genres: news about a company that reports nothing.

A title says what kind of news is below it: a report to come, a takeover, a lawsuit, a flotation, a new chief, what films took.
Figures of a company stand there as well, but they say by what it is known, not what is new.  News that tells of results beside
all this is news of results.
"""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import ABOUT, re, regex
from earnsum.stories.onresults import LEAD, ON_RESULTS, REPORTS, RESULTS_MOVED, RESULTS_OF, WHOLE, title_of
from earnsum.text.firms import FIRM
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTS, ITS, OUTLOOK, PERIOD, REVISES

_DEAL = re.compile(
    r"\b(?:to (?:acquire|buy(?! (?:back|from|at|rating|on|after|as)\b|[,.;\"']|$)|merge|take over|purchase)"
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
    rf"(?! (?:its|our|their|the(?! (?:stock|shares?|company|name)\b)|(?:to|of) (?:{ITS}|an?)|cycles?|plans?|programs?|"
    rf"(?:[\w-]+ ){{0,3}}(?:{OUTLOOK}|expectations))\b)"
    r"|price target|initiat(?:es|ed|ing) coverage"
    r"|(?:eps|earnings|profit|revenue|sales) estimates? (?:trimmed|cut|raised|lowered|slashed|boosted)"
    r"|(?:cut|lowered|raised) to (?:\w+ )?(?:sell|underperform|neutral|hold|buy|outperform|overweight|underweight|junk))\b",
    re.IGNORECASE,
)
_RATINGS = ("grad", "price target", "initiat", "estimate", "cut to ", "lowered to ", "raised to ")
"""What the words for a deal and for a rating have in them, which is sooner seen."""

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
      | previews?\b | on\ (?:deck|tap|queue) | (?:releases|reports|earnings|results)\ to\ watch | upcoming\ (?:earnings|results)
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


_SUM_OF_A_PERIOD = re.compile(
    rf"(?i)\b(?:reported|posted|recorded|booked|made|announced) an? (?:[\w-]+ ){{0,3}}(?:profit|loss) of {SUM}(?: \([^()]*\))? "
    rf"(?:for|in|during) the (?:[\w-]+ ){{0,2}}{PERIOD}\b|{REVISES} {ITS} (?:annual|full-year|profit|earnings) {OUTLOOK}"
)
"""``It recorded a net profit of $5 million in the third quarter``, below a title on a recall"""

_TO_KNOW = re.compile(r"(?i)(?:what to know|earnings season)\b")
"""How a title ends on reports to come, or on one that is out ("Acme Stock Sinks: What to Know", "… This Earnings Season")."""
_YET_TO_COME = re.compile(
    r"(?i)\b(?:(?:set|due|scheduled|slated|expected|poised|preparing|gearing up|about|going|plans?|ready|will|is|are) "
    r"(?:to )?(?:report(?:ing)?|post|release|releasing|announce|unveil|deliver)"
    r"|reports? (?:its )?(?:[\w-]+ ){0,3}(?:on|after|before)\b"
    r"|last (?:quarter|time)|ahead of)\b"
)


_HAS_REPORTED = re.compile(
    rf"\b(?:reported|posted|released|announced|delivered|unveiled) (?:{ITS} |an? |[A-Z]\w+'s )?"
    r"(?:[\w-]+ ){0,3}(?:results|earnings|profits?|loss|revenue)\b"
)
"""``Acme reported its Q2 earnings this morning``"""


def _has_reported(body: str) -> bool:
    """Tell a lead that sets what is out against what was expected, or calls it reported, and speaks of no report to come."""
    if _YET_TO_COME.search(body, 0, LEAD) is not None:
        return False
    return _SET_AGAINST.search(body, 0, LEAD) is not None or _HAS_REPORTED.search(body, 0, LEAD) is not None


_GUIDES = re.compile(
    r"(?i)\b(?:guid(?:es|ed|ing|ance)|(?:company|management|firm|group|chain|it) (?:also |now )?(?:said|says) (?:that )?it\b"
    r"|said it (?:now |also )?(?:expects|sees|anticipates)|(?:rais|lift|boost|cut|lower|trimm)(?:e?s|ed|ing)? its (?:[\w-]+ ){0,4}?"
    rf"(?:{OUTLOOK}|view))\b"
    rf"|(?-i:(?:\A|\n)(?P<own>[A-Z][\w&-]+).{{0,200}}? (?P=own)(?:'s? \w+)? (?:now |also )?{EXPECTS}\b)"
)
"""How a company tells of its own outlook, beside whoever rates it."""


@lru_cache(maxsize=2)
def tells_no_results(folded: str, headline: str = "", *, item: bool = False) -> bool:
    """
    Tell news that is of another kind by its title, or that of a takeover or of a broker's rating, also by its lead.

    News that tells of results beside it is none; the title of a round-up says nothing of an `item`.
    """
    title, body = ("", "") if item else title_of(folded, headline)
    if (strict := _TITLES_STRICT.search(title)) is not None:
        return RESULTS_MOVED.search(title) is None and not (_TO_KNOW.match(strict.group()) and _has_reported(body))
    if (apart := _TITLES_APART.search(title)) is not None:
        on_results = apart["explains"] is None and ON_RESULTS.search(title) is not None
        return not on_results and RESULTS_OF.search(body, 0, LEAD) is None
    aside = _TITLES_ASIDE.search(title) is not None
    if aside or _tells_a_deal(folded) or only_rates(folded, headline):
        return not (REPORTS.search(folded) or _SET_AGAINST.search(folded, 0, _TOP) or (aside and _SUM_OF_A_PERIOD.search(folded)))
    named = title and ON_RESULTS.search(title) is None and _ON_BUSINESS.search(title) is None
    return bool(named) and REPORTS.search(folded) is None and _TELLS.search(folded) is None


@lru_cache(maxsize=2)
def only_rates(folded: str, headline: str = "") -> bool:
    """
    Tell the news of a broker's rating, by its title and lead, which does not report.

    A brief with no title may tell of its own outlook too.
    """
    lead = folded[:LEAD].lower()
    rating = _RATING.search(folded, 0, LEAD) if any(words in lead for words in _RATINGS) else None
    if rating is None or REPORTS.search(folded, 0, rating.start()) is not None:
        return False  # "Acme posted a higher profit, and its shares rose as an analyst upgraded the stock"
    return title_of(folded, headline)[0] != "" or _GUIDES.search(folded) is None


def _tells_a_deal(folded: str) -> bool:
    lead = folded[:LEAD].lower()
    return any(words in lead for words in _DEALS) and _DEAL.search(folded, 0, LEAD) is not None


_TOP = 700
"""Letters of title and first paragraphs, where news of results tells of them."""


def buries_results(folded: str, headline: str, first: int) -> bool:
    """
    Tell a whole story whose title and first paragraphs say nothing of results, before the `first` that it tells.

    What stands below then is by what a company is known ("the buyer, which earned $318 million last year").
    """
    title, _ = title_of(folded, headline)
    if not title or len(folded) < WHOLE or first < _TOP:
        return False
    return ON_RESULTS.search(title) is None and REPORTS.search(folded, 0, _TOP) is None


_CALENDAR = re.compile(
    r"^[^\n]*\bwhat (?:[\w' ]{1,40} )?(?:expects?|expecting|forecasts?|look(?:s|ing)? for|predicts?|projects?)\b[^\n]*:[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_UPCOMING = re.compile(
    r"[^\n]*\b(?:on (?:deck|tap|queue)|upcoming (?:earnings|results)|(?:earnings|results) calendar|week ahead"
    r"|(?:releases|reports|earnings) to watch (?:next|this) week)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\b(?:compared|versus|vs\.?|against)", re.IGNORECASE)


@lru_cache(maxsize=2)
def lists_expectations(folded: str) -> bool:
    """Tell a list of companies yet to report, by its title or by the line above it: "Here is what Wall Street expects to see:"."""
    return _UPCOMING.match(folded) is not None or any(_COMPARES.search(line.group()) is None for line in _CALENDAR.finditer(folded))
