"""
Name words: which words have a capital without being a name, and which end one.

English gives a capital to what opens a sentence, to months and places, and in titles to
every word.  The lists here say what such a word is; whether a name is a company's is told
by how it is used (nameuses).
"""

from __future__ import annotations

from functools import lru_cache

from earnsum.patterns import re


def words_in(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


# Countries that have no place in the lists below: what comes from them is called by their possessive ("Norway's Acme").
COUNTRIES = words_in(
    """
    argentina austria bahrain belarus belgium bulgaria chile colombia croatia czechia denmark dubai egypt estonia
    finland greece hungary iceland indonesia ireland israel italy kazakhstan kenya kuwait latvia lithuania luxembourg
    malaysia netherlands nigeria norway pakistan peru philippines poland portugal qatar romania scandinavia serbia slovakia slovenia
    spain sweden switzerland taiwan thailand turkey vietnam wales zealand
    """
)
CITIES = frozenset(
    (
        "Hong Kong", "Abu Dhabi", "New York", "New Zealand", "New Delhi", "Los Angeles", "San Francisco", "South Africa",
        "Latin America", "North America", "South America", "Asia Pacific", "South Korea", "Sri Lanka",
        "Middle East", "Eastern Europe", "Western Europe", "Central Europe", "Saudi Arabia",
    )
)  # fmt: skip
"""Places of two words, which are no company by themselves."""
NATIONALITIES = words_in(
    """
    american argentine asian australian austrian belgian brazilian british canadian chilean chinese colombian czech danish
    dutch egyptian european filipino finnish french german greek hungarian indian indonesian irish israeli italian japanese
    kenyan korean malaysian mexican nigerian nordic norwegian pakistani peruvian polish portuguese romanian russian saudi
    scottish spanish swedish swiss taiwanese thai turkish ukrainian vietnamese welsh
    """
)
"""Adjectives of countries and continents: no name by themselves, and a part of a company before a business."""

# What a capitalised word may be without being a name.
COMMON = NATIONALITIES | words_in(
    """
    healthy
    quiet loud busy bumpy rough brisk blowout lackluster lacklustre stellar dismal gloomy upbeat bleak stormy painful messy choppy
    lousy terrific muted mixed soft tepid sluggish solid steady stunning surprising bitter sour dull poor great bad worse cautious
    rosy grim turbulent tough difficult disappointing impressive season
    soaring surging slumping plunging robust sturdy bumper nights rooms rides trips tickets visits
    a about above according across ad adding additionally attributable adjusted adjusting aed africa after again against
    half-yearly yearly
    ahead airline airlines all also americas although america amid among an analyst analysts and annual another any april
    are as asia at august australia automaker average bank based basic be because board before behind below better both
    brazil britain but by can canada carmaker cash ceo cfo chairman chairwoman check chief china christmas city click co-founder
    coming commission company comparable compared competitor competitors composite congress consensus consumer coo costs
    could covid covid-19 currently dax december department despite director directors dividend dollar dow during each
    dividends payout payouts
    earlier earnings easter ebidta ebit ebit-margin ebitda economists elsewhere emirati eps estimate estimates estonian eur euro
    europe even ever every excluded excluding executive executives expectations expected falling rising soaring surging slumping
    sliding tumbling plunging sagging booming february fed federal finance
    financial first first-quarter fiscal fixed follow following for forecast forecasts former fourth fourth-quarter france friday
    from ftse full full-year fy gaap gbp germany get global good government governor gross group guidance half half-year
    have having he headquartered her here here's higher his house how however i icelandic if ifrs in including income index india
    individual industrial insurer interest investor investors is it it's its january japan july june kuwaiti last late
    latvian leaving lender let like like-for-like likewise lithuanian london looking loss lower maker management managing
    many march margin may meanwhile meeting mexico mining minister monday more moreover most mr mrs ms much my nasdaq
    national net new next nikkei nine no non-gaap non-ifrs nor north not november now nyse october of oil omicron on once
    one operating operations or other our outlook outside over overall owner parent parliament per philippine pre-tax president
    pretax previously prior profit profits provisions q1 q2 q3 q4 qatari quarter quarterly read refiner reit reits rental
    reported reserve results retail retailer revenue revenues rival rivals rmb rs russia s&p sales same same-store saturday
    second second-quarter secretary see sek senate senator separately september sequentially several shareholder shareholders shares
    she
    since singapore six so some south still stock stocks street strong stronger such sunday tech that that's the their then
    there there's these they third third-quarter this those though three thursday to today total traders trading treasury
    tuesday two u.k u.s uk than ukraine under underlying united unlike until up upgrade us usd versus vice vs wall was we
    we're weak wednesday were weaker western what when where whether which while white who why will with within without
    world worldwide year yes yesterday ai gpu gpus cpu cpus yet york you your views jan feb apr jun jul aug sept oct nov dec
    tv tvs pc pcs dram nand oled lcd ev evs suv suvs smartphone smartphones memory semiconductor semiconductors
    opec ecb imf iea eia commissioner treasurer spokesman spokeswoman spokesperson officials
    brewer builder conglomerate developer grocer peer peers tax telco
    collectively consequently crucially further furthermore given hence nevertheless nonetheless similarly simultaneously therefore
    thus leading lenders recall exceed exceeds regional fees finally positive negative
    """
)
# What opens a sentence with a capital and is a measure, or what a business is split by: no name by itself.
PLAIN = words_in(
    """
    actual advertising affo auto comps arpu arr aum backlog bookings brands brewers buyers capex catastrophe change checkup claims
    clothing cloud combined commercial consolidated continuing corporate cost customers dau dealers deliveries deposits
    detailed digital diluted dropped e-commerce employing equity exchange existing export exports external fertilisers ffo flat
    food freight fuel gmv grocery growth hardware health-care home hospitality hotel information initially interest
    international internet investment investments invoicing iot licensing life loan loans mall market markets mau maximum
    media membership men's mobile mobility modest motor nii nim noi dpu npi occupancy online opex order
    orders organic paints passenger payment payments pending
    performance pharma plunged premium private premiums product production products profitability property qoq r&d rate rates
    reit reits rent repair result roa roe rupee rupees security segment server service services sg&a shipments software
    statutory storage store storm subscriber subscribers subscription subscriptions supply surprise system systems tax
    tech technology telecom tenant tenants title trade transaction transport travel truck turnover underwriting unit
    decrease due incoming increase operational supplier
    publicly liquid headcount personnel staff gearing liquidity solvency traffic demand depreciation lending circulation passengers
    throughput assets liabilities foodservice fully
    lowers reaffirms affirms maintains updates reduces initiates provides introduces reiterates anticipates projects confirms issues
    revises backs targets tightens plans intends believes remains continues ends ended incurred recorded generated repurchased
    declared approves selects tightened reaffirmed maintained completed commenced appoints repeats keeps upgrades proposes
    issuing signs wins launches agrees completes authorizes
    avg bln cons cts div dlrs latest mln pct note oper opr pay payable period previous primary qtly qtr qtrly reuter revs
    share shr shrs actions construction major real
    units us user users vat gst volume volumes wealth website wholesale wireless women's y-o-y yen yoy yuan
    """
)
# These open a name where more follows ("General Foods").
OPENERS = words_in(
    """
    american argentine asian australian austrian baltic bank belgian brazilian british canadian central check chilean
    china chinese consumer czech danish dollar dutch eastern egyptian emirati estonian european federal first five france french
    general german global good greek hungarian india indian indonesian industrial international irish islamic israeli italian
    japan japanese kenyan korea korean kuwaiti latin latvian lithuanian london malaysian mexican national new nigerian
    north norwegian peruvian philippine polish portuguese royal russian saudi scandinavian scottish seven singapore six south
    spanish swedish swiss taiwanese tech thai treasury turkish two united vietnamese welsh western
    """
)
# These may stand within a name ("Acme Airlines").
_INNER = words_in(
    """
    africa airline airlines america american asia australia bank banks basic brazil britain canada capital check china chinese city
    commission companies company composite consumer danish dollar dutch energy europe european federal finance financial
    americas finnish france french gas germany global good group half house india indian industrial insurer international
    italian japan korean london mexico mining national north oil one operations overseas parent reit rental retail russia
    semiconductor services singapore south street swedish swiss tech trading treasury united western world worldwide york
    """
)
SHAPED = re.compile(
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*-"
    r"|(?![ABCDFKLSTV][0-9]{1,2}$)[A-Z]{1,3}[0-9]+(?:[.,][0-9]+)*[a-z]{0,2}$"
    r"|(?:[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]\.[NO])$"
    r"|(?:Q[1-4](?:-Q?[1-4])?|[1-4]Q|[12]H|H[12]|9M|FY)[0-9A-Z]*$|[A-Z]\$?$|[0-9]+(?:[AP]M)?$|[A-Z]{2,}-[a-z]{3}|Dow-|[A-Z][a-z]+-(?:[a-z]|to-|for-)"
)
"""
Words that a code of an exchange ("ACM.N"), a period, an amount or a compound has a capital in; firms are called "K7" too.
"""

NEWSROOMS = "Reuters|Bloomberg|AFP"
PROVIDERS = "Fact[Ss]et|LSEG|Refinitiv"
"""
Who tells news, and who gathers estimates: the only firms that a rule names, and here alone.

Nothing else tells them from a company that an article is about: they stand with a capital in titles, behind photographs and
beside figures. (What they are called where estimates are theirs is in the lexicon.)
"""

# Where titles write every word with a capital, these end the name.
_TITLE_WORDS = (
    r"reports?|posts?|says?|sees?|beats?|miss|misses|tops?|jumps?|falls?|rises?|drops?|gains?|surges?|slides?|soars?|sinks?|"
    r"tumbles?|plunges?|plummets?|craters?|skyrockets?|tanks|stumbles?|leaps?|spikes?|retreats?|rockets?|swings?|cuts?|raises?|hikes?|lifts?|warns?|expects?|forecasts?|earns?|loses|narrows|widens|doubles|"
    r"triples|climbs?|slips?|dips?|pops?|rallies|delivers?|smashes|crushes|turns?|logs?|books?|records?|unveils?|announces?|"
    r"hits?|returns?|nears|comes|declares?|boosts?|trims?|slashes|guides?|foresees|outdoes|turns|multiplies|gets|enjoys|profits?|"
    r"earnings|revenues?|sales|results|shares|stock|stocks|loss|losses|income|margins?|dividend|outlook|guidance|first|"
    r"second|third|fourth|half|full|annual|interim|quarterly|quarter|net|operating|pretax|pre-tax|core|strong|record|lags|slows?|"
    r"eases?|accelerates?|gdp|cpi|inflation|jobless|unemployment|prices|exports|imports|matches|trumps|eclipses|exceeds|"
    r"shows|sells?|slumps|increases|increased|declines?|decreases|decreased|grows|sticks|withdraws|suspends|estimates|projections|"
    r"expectations|million|billion|easily|sharply|narrowly|slightly|handily|nearly|barely|modestly|"
    r"pat|pbt|ebita?|ebitda|eps|nii|nim|aum|npas?|arpu|ppop|"
    r"slumped|crashed|plunged|soared|jumped|tumbled|popped|surged|dropped|skyrocketed|plummeted|rallied|sank"
)
_TITLE_LINKS = r"still|now|is|are|has|to|up|down|and|for|in|on|after|as|with|vs|over|by|from|at|amid"
_TITLE_STOP = re.compile(rf"(?i:{_TITLE_WORDS}|{_TITLE_LINKS}|q[1-4]|[1-4]q[0-9]*|fy[0-9]*|h[12]|ceo|cfo|preview)\Z")
TITLE_SUBJECT = re.compile(
    rf"(?:'s?)?,? (?i:{_TITLE_WORDS}|still|now|up|down|swings|gaap|non-gaap|adjusted|ebitda|q[1-4]|[1-4]q"
    r"|[a-z]{3,9}[- ](?:quarter|qtr)"
    rf"|(?-i:rose|fell|grew|slid|[a-z]{{2,}}(?:s|ed)))\b"
)
"""What follows the name that a title opens with, where it is the title's subject."""
SUFFIXES = (
    r"Inc|Corp|Corporation|Co|Cos|Company|Companies|Ltd|Limited|LLC|LP|L\.P|Plc|PLC|plc|AG|SE|SA|S\.A|N\.V|NV|AB|ASA|A/S|"
    r"Oyj|Oy|Abp|SpA|S\.p\.A|GmbH|KGaA|Bhd|Berhad|Tbk(?: PT)?|TBK|INC|CORP|LTD|COS?"
)
SUFFIX = rf"(?:{SUFFIXES}|AS|Group|Holdings?|KK|Trust|REIT|Bancorp|Partners|Industries)\b\.?"
_LEGAL_BEFORE = re.compile(r"^PT\.? (?=[A-Z])")
"""``PT Acme Tbk``: in Indonesia a legal form stands before a name, and one behind"""
_LEGAL = re.compile(rf"(?:(?: &| (?:and|AND)(?= C[Oo]))?,? (?:{SUFFIXES})\b\.?)+$")
BRANDED = re.compile(SUFFIX)


@lru_cache(maxsize=8192)
def is_suffix(word: str) -> bool:
    """Tell "Inc." and the like."""
    return _LEGAL.fullmatch(" " + word) is not None


_TRADERS = words_in(
    """
    bookseller brewer broadcaster carrier conglomerate contractor discounter distiller grocer hotelier jeweler
    jeweller lessor miner operator publisher railroad
    railway restaurateur streamer telco telecoms trucker videogame
    """
)
"""What companies are called by their trade, before their name ("Railroad Acme")."""


@lru_cache(maxsize=8192)
def is_common(word: str, *, first: bool) -> bool:
    """Tell a word that is capitalised for another reason than being (part of) a name."""
    low = word.lower()
    if low in OPENERS:
        return False
    if SHAPED.match(word) or _TITLE_STOP.match(word):
        return True
    base = low.removesuffix("'s").removesuffix("'")
    if first and (base in COUNTRIES or base in _TRADERS or base.endswith(("maker", "makers", "builder"))):  # "Drugmaker Acme"
        return True
    return (low in COMMON or base in COMMON or base.removesuffix("s") in NATIONALITIES) and (first or base not in _INNER)


RUBRIC = r"stocks?|shares|earnings|results|markets?|news|updates?|watch|focus|alert|movers|report|brief|recap|snapshot"
"""Words, as a pattern, of a rubric before a title ("Stock Watch | Acme plummets")."""


@lru_cache(maxsize=8192)
def without_suffix(name: str) -> str:
    """
    Drop "Inc.", "Oyj" and the like, which nobody says.

    >>> without_suffix("Acme Foods Co., Ltd.")
    'Acme Foods'
    """
    return _LEGAL.sub("", _LEGAL_BEFORE.sub("", name)).rstrip(" ,&") or name
