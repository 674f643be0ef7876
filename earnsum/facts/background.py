"""
Background: figures that a report tells beside its results, of years long past, of what shares are worth or as an example.

"It went public in 2019, a year in which it lost $80 million", "a company with a
profit of $10 million and 5 million shares has an EPS of $2": nobody reports these.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from earnsum.facts.elsewhere import told_elsewhere
from earnsum.facts.targets import of_targets
from earnsum.model import Span
from earnsum.patterns import regex

_YEAR = r"(?:19|20)[0-9]{2}"

_EXAMPLE = regex.compile(
    r"(?i)\b(?:suppose|imagine|(?:let's|let us) say|for (?:example|instance),? (?:if )?an? )\b"
    r"|\b(?:if|when) an? (?:[\w-]++ ){0,2}?(?:company|firm|business|retailer|bank|stock)(?:'s)? "
    r"(?:has|had|earns|earned|makes|reports|posts)\b"
    r"|\ban? (?:company|firm|business) (?:with|that (?:has(?! been\b)|earns|makes|reports))\b"
    r"|\b(?:earnings per share|eps|ebitda|revenue|profit|margin) (?:is|are|means|equals) (?:[\w'-]++ ){0,5}?"
    r"(?:divided by|minus|multiplied by)\b"
)
"""A sentence that explains, whose figures are made up."""

_TIMES = r"[0-9.]++ times (?:[\w'-]++ ){0,4}?(?:earnings|profits?|sales|revenues?|ebitda)\b"
_VALUED = regex.compile(
    r"(?i)\b(?:stock|shares|valued|valuation|price|priced|trad(?:es|ed|ing)|multiple)\b[^;]*?"
    rf"\b(?:impl(?:y|ies|ied|ying)\b|pric(?:es|ing) in\b|{_TIMES})|\b{_TIMES}, (?:which )?impl"
)
"""A sentence on what shares cost, and what growth that implies."""

_BEGUN = r"(?:founded|founding|established|inception|creation)"
_UNTIL_JUDGED = r"(?:(?! and (?:topped|beat|exceeded|surpassed|outpaced|missed|came|fell)\b).)*"
"""``the highest since it was founded in 1968 and topped the forecast``: what is judged is of now"""
_OPENINGS = ("Founded", "Established", "Started", "Created", "Launched", "Born", "Set up")
_FIRMS = "airlines|carriers|banks|lenders|companies|firms|automakers|carmakers|retailers|insurers"
_STAFF = "employees?|workers?|drivers?|couriers?|nurses?|pilots?|mechanics?|teachers?|baristas?|cashiers?|households?|families"
_REVISED = "cut|raised|lowered|trimmed|lifted|boosted|slashed|reduced"
"""What analysts did to an estimate: "2020 EPS estimate cut to 85c from 93c"."""
_CLAUSES = (
    ("a year ", regex.compile(r"\ba year (?:in which|when|that saw)\b[^.;]*")),
    (
        " year ",
        regex.compile(
            rf"^(?:In|During|Back in) {_YEAR}, (?:the|its) (?:[\w-]++ )?year (?:of|in which|when|that|it|before|after)\b.*"
        ),
    ),
    *((begun, regex.compile(rf"^{begun} (?:in|by)\b.*")) for begun in _OPENINGS),
    ("ince ", regex.compile(rf"\b[Ss]ince (?:it was|they were|its|the company's|the company was) {_BEGUN}\b{_UNTIL_JUDGED}")),
    (
        "since ",
        regex.compile(
            rf"(?!.*\b(?:record|highest|best|most|biggest|largest)\b).*\bsince (?:it was|its|the company was) {_BEGUN}\b"
        ),
    ),
    (
        "hen ",
        regex.compile(
            r"\b[Ww]hen (?:it|the company|the business) was (?:bought|acquired|sold|taken private|founded|listed|floated)\b[^.;]*"
        ),
    ),
    (
        " for ",
        regex.compile(
            r"\b(?:since|when|after) (?:it|they|the company) (?:bought|acquired|purchased|sold) "
            r"[^.;,]*? for [^.;,]*(?:\.[0-9][^.;,]*)*"
        ),
    ),
    (
        "mates rang",
        regex.compile(
            r"\b(?:expect|forecast|predict|anticipat|look)(?:ed|ing)?\b[^;]*?"
            r"(?P<then>,? (?:though|although|but|while|with|and) (?:[a-z]++ ){0,2}?estimates rang(?:ed|ing) [^;]*)"
        ),
    ),
    (
        ", which ",
        regex.compile(
            rf", which (?:lost|earned|made|had|posted|reported|booked)\b[^,;]* in {_YEAR}\b[^,;]*,"
            r"(?= (?:reported|posted|said|earned|swung|made|booked)\b)"
        ),
    ),
    (
        ", which ",
        regex.compile(
            r", which (?:now |already )?(?:has|have|serves?|counts?|employs?|operates?|runs?|owns?) (?:[a-z]++ ){0,2}?"
            r"[0-9][0-9.,]*+ (?:million |thousand )?(?:[a-z-]++ ){0,2}?"
            r"(?:subscribers|customers|users|members|stores|shops|outlets|employees|staff|people)\b"
            r"(?:(?!compared|versus|up from)[^,;])*,"
            r"(?= (?:has |also )?(?:reported|posted|said|says|saw|swung|made|booked|warned)\b)"
        ),
    ),
    (
        "illion",
        regex.compile(
            r"\b(?:an?|the|few|those|other|first|more|all|two|three|four) [$£€][0-9.,]++[ -](?:[mb]|tr)illion"
            r"(?:[ -](?:a|per)[ -]year)? (?:(?!that\b)[a-z-]++ ){0,2}?"
            r"(?:compan(?:y|ies)|firms?|retailers?|corporations?|conglomerates?|giants?|industry|business(?:es)?|brands?|startups?|enterprises?)\b"
            r"(?!-| (?:[a-z]++ )?(?:record|sales|revenues?|profits?|earnings|income|loss)\b)"
        ),
    ),
    (
        " ago",
        regex.compile(r"^(?:It|They) (?:had )?(?:closed|traded|ended|opened|finished|(?:was|were) trading) [^;]* ago\b.*"),
    ),
    *(
        (
            then,
            regex.compile(
                r"\b(?:[Yy]ear[- ](?:ago|earlier)|[Ll]ast year|[Pp]rior[- ]year)(?:'s)?(?: (?:quarter|period|results?|quarter's"
                r"|profit|figures?|earnings))?,? (?:(?:[\w'-]++ ){0,4}?(?:results?|earnings|profits?|quarter|period|bottom line) )?"
                r"(?:had |also |was |were |had been ){0,2}(?:included|reflected|contained|benefit(?:t)?ed from|helped by|boosted by"
                r"|hurt by|hit by|weighed down by|lifted by|depressed by) (?:an? |the )?[^,;]*(?:, and [^,;]*)?"
            ),
        )
        for then in ("ear-", "ear ")
    ),
    (
        "between ",
        regex.compile(rf"(?:[^.,;]|[.,](?=[0-9]))*\bbetween (?:early |late |mid-)?{_YEAR} and (?:early |late |mid-)?{_YEAR}\b"),
    ),
    (
        "ear",
        regex.compile(
            r"\b[Yy]ear[- ](?:ago|earlier|before) [^.;$€£0-9]{0,40}? (?:was|were|has been|had been) "
            r"(?:lowered|raised|restated|revised|adjusted|changed|corrected|reduced|increased)\b.*"
        ),
    ),
    (
        "after ",
        regex.compile(
            r"\bafter (?:its |an? |initial |earlier )?(?:guidance|forecast|outlook|target)s? (?:of|for) (?:[^,;]|,(?=[0-9]))*"
        ),
    ),
    (
        " quarter ",
        regex.compile(
            r"\b(?:after|following|despite|compared with|from) an? (?:[a-z-]++ ){1,3}?quarter,?"
            r" (?:which|that|when|in which|where)\b[^;,]*"
        ),
    ),
    (
        " of ",
        regex.compile(
            r"\b(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?|tenth)) of (?:the|its|that|last year's) "
            r"(?:[A-Z]{0,3}[$£€₹]|[A-Z][A-Za-z]{0,2} ?)[0-9]"
            r"(?![^;]*\b(?:ago|earlier|before|same|last|analysts|expected|forecast|predicted|consensus|Street)\b)[^.;,]*(?:\.[0-9][^.;,]*)*"
        ),
    ),
    ("set ", regex.compile(r"\b(?:was|were|been) set (?:when|as|after) (?:it|they|the [a-z]++) [^.;]*(?:\.[0-9][^.;]*)*")),
    (
        "dividend",
        regex.compile(
            r"\b(?:suspend|scrapp?|axe?|eliminat|halt|omit|cancell?)(?:s|ed|ing|ting|ted)? (?:its|the) "
            r"(?:[$£€]?[0-9.]++[- ]?(?:cents?|pence|p)?|[a-z]++) (?:[a-z]+ )?(?:of [^.;,]{2,20} )?dividends?\b(?: of [^.;,]{2,30})?"
        ),
    ),
    (
        " would ",
        regex.compile(
            r"^(?:If|Had) [^,;$%]*\b(?:acquisition|deal|merger|purchase|takeover|sale|transaction|business|unit)s?\b[^,;$%]*,"
            r"[^;]*? would (?:have |be |still )[^;]*"
        ),
    ),
    (
        " which ",
        regex.compile(
            r"\b(?:portfolios?|holdings?|investments?|stakes?|funds?),? which (?:has |have |had |also )?"
            r"(?:lost|made|earned|gained)\b[^;]*"
        ),
    ),
    (" peak", regex.compile(rf"\b[Aa]t (?:its|their) peak\b(?:,? in {_YEAR}\b,?)?[^.;,]*(?:\.[0-9][^.;,]*)*")),
    ("n its ", regex.compile(r"(?:\bhad [^;,]{0,60})?\bin its (?:heyday|(?:first|early) years?)\b[^.;,]*")),
    ("at the height of", regex.compile(r"\bat the height of\b[^.;,]*")),
    ("-year ", regex.compile(r"[0-9.]++(?:%| per ?cent| pct) on an? (?:two|three|four)-year (?:stacked )?(?:basis|stack)\b")),
    ("Since ", regex.compile(rf"^Since [^,]* {_YEAR},.*")),
    (
        ", when ",
        regex.compile(
            rf"\bsince (?:the [a-z]++ (?:quarter|half) of )?{_YEAR}(?P<then>, when (?:it|they|the company) "
            r"(?:made|earned|lost|posted|reported|had|booked)\b[^;]*)"
        ),
    ),
    ("ack in ", regex.compile(rf"\b[Bb]ack in (?:the [a-z]++ (?:quarter|half) of )?{_YEAR}\b[^.;]*")),
    (
        " since ",
        regex.compile(
            r"\b(?:biggest|largest|highest|lowest|smallest|best|worst|first|most|steepest|deepest|[Ss]hares|[Ss]tock)\b"
            r"[^.;]*? since "
            r"(?P<then>(?:it|the company|[A-Z][\w.]*+(?: (?:& )?[A-Z][\w.]*+){0,2}"
            r"|the [$£€][0-9.]++[a-z ]*? (?:it|the company)) (?:last )?"
            r"(?:lost|earned|made|posted|reported|booked|notched|announced|released|unveiled)\b[^.;]*(?:\.[0-9][^.;]*)*)"
        ),
    ),
    (
        " loss on",
        regex.compile(
            r"\b(?:hurt|hit|dented|depressed|offset|dragged down|weighed down) by an? [$£€][0-9.]++[a-z ]* loss on\b[^.;,]*"
        ),
    ),
    (" at ", regex.compile(r"(?<!\b(?:of|to|for|at|is) )[$£€][0-9.,]++(?: [mb]illion)? at (?:the )?(?:middle|mid-?point)\b")),
    (
        " range",
        regex.compile(
            r"\bwithin (?:the|its) (?:previously |earlier )?(?:stated |guided |forecast )?range\b(?! (?:of|from|between)\b)[^.;]*"
        ),
    ),
    (" to ", regex.compile(r"\b(?:promise|pledge|vow)\b[^.;,]{0,40} to (?:hit|reach|earn)\b[^.;]*")),
    (" to ", regex.compile(r"\bon (?:pace|track|course) to (?:top|beat|exceed|surpass|match|break|eclipse)\b[^.;,]*")),
    ("annuali", regex.compile(r"\brepresent(?:s|ed|ing)? an? [$£€][0-9.,]++(?: [mb]illion)? annuali[sz]ed\b[^.;,]*")),
    (
        " quarter",
        regex.compile(r"\b(?:straight|consecutive) quarters? (?:of|with|above|over|in excess of) (?:more than )?[$£€][^.;,]*"),
    ),
    (
        " since ",
        regex.compile(
            r"[0-9][0-9.,]*+ (?:million |thousand )?(?:[a-z]++ ){0,2}?(?:customers|subscribers|members|users|stores|jobs) "
            r"since (?:(?:19|20)[0-9]{2}\b|the [a-z]++ (?:launched|was launched|came out)\b)"
        ),
    ),
    (
        " last ",
        regex.compile(
            r"\blast (?:went into|turned|made|posted|reported|earned|had|recorded|booked|lost|was in|fell into)\b[^.;]* in [^;]*"
        ),
    ),
    (
        " by the ",
        regex.compile(
            r"[$£€][0-9][^,;$£€]{3,40}\b(?:reported|posted|suffered|made|earned|lost|booked) by the (?:[\w.-]++ ){0,4}"
            rf"(?:{_FIRMS}|industry|sector)\b"
        ),
    ),
    (
        "driver",
        regex.compile(
            r"\bdrivers? (?:of|behind) the [^.,;$]{0,40}\b(?:revenue|sales|profit|earnings|income|margin) "
            r"(?:increase|growth|decline|decrease|improvement|gain)s? (?:was|were) [^;]*"
        ),
    ),
    (
        " market ",
        regex.compile(r"\b(?:lost|lose|loses|losing|shed|gained|added|wiped|erased)\b[^.;,]{0,60} market (?:value|cap)[^.;,]*"),
    ),
    (
        "or every ",
        regex.compile(r"(?:[0-9.]++ (?:cents|pence|p) (?:in|of) (?:[a-z-]++ ){1,3})?\b[Ff]or every (?:dollar|pound|euro)\b.*"),
    ),
    (
        " end",
        regex.compile(
            r"(?:[$€£]?[0-9.]++|\b[a-z]++)(?: cents| pence|p)? (?:more|less|higher|lower) at (?:either|each|both) ends?\b[^.;]*"
        ),
    ),
    (
        "nflation",
        regex.compile(
            r"\b[Ii]nflation,? (?:of|at|averag(?:ing|ed)(?: at)?|was|running at|stood at|came (?:in )?at|reached|hit) "
            r"(?:[a-z]++ ){0,2}?[0-9.]++ ?(?:%|per ?cent|pct)|\b[0-9.]++ ?(?:%|per ?cent|pct) (?:[a-z]++ ){0,2}?inflation\b"
        ),
    ),
    ("priced ", regex.compile(r"\bpriced (?:at|above|below|under|over|from)\b[^.;,]*")),
    (" estimate", regex.compile(rf"\bestimates? (?:{_REVISED}) to [^;]*")),
    (
        "s ",
        regex.compile(
            rf"^(?:(?:(?!The |Both |Two )[A-Z][\w.]*+ ){{1,2}}(?:{_FIRMS})|(?i:{_FIRMS}))"
            r"(?: (?:outside|in|from) (?:[\w'-]++ ){1,4}?)? ?(?:(?:have|had|also) )?"
            r"(?:lost|earned|made|raked in|took in|generated|collected|booked)\b.*"
        ),
    ),
    (
        "s ",
        regex.compile(
            r"\b[Tt]he (?:[a-z]++ )?(?:biggest|largest|major|big) (?:[A-Z][\w.]*+ |[a-z]++ )?"
            rf"(?:{_FIRMS})(?: in [^,;]{{3,30}})? (?:are|were|have|had|will)\b[^;]*"
        ),
    ),
    (
        "s' ",
        regex.compile(
            rf"\b(?i:{_FIRMS})' "
            r"(?:[a-z]++ ){0,3}?(?:income|profits?|earnings|revenues?|sales|losses)\b.*"
        ),
    ),
    (
        "ong-term earnings",
        regex.compile(r"\b[Ll]ong-term (?:earnings|eps|EPS|profit)(?: per share)? growth(?: rates?| expectations?)?\b[^;]*"),
    ),
    (
        "ing the ",
        regex.compile(
            r"\b(?:cross|pass|surpass|reach|hit|break|exceed|topp)ing the [^;,.]{1,24}(?:\.[0-9][^;,.]{0,16})? "
            r"(?:thresholds?|milestones?|barriers?|mark)\b"
        ),
    ),
    (
        "the first time",
        regex.compile(
            r"\b(?:represent|mark)(?:s|ed|ing) the first time\b[^.;]*"
            r"|(?<!\bfor )the first time (?:that )?[^.;,$£€]{2,40}? (?:has |have |had )?"
            r"(?:exceed|topp|pass|surpass|cross|reach)ed (?:more than )?[$£€][^;]*"
        ),
    ),
    (
        " to ",
        regex.compile(
            r"\b(?:increase|decrease|boost|addition|benefit|reduction|hit) to (?:net )?(?:income|earnings|profits?) of\b[^;]*"
        ),
    ),
    (" asset value", regex.compile(r"[$£€][0-9.]++ (?:per|a) share (?:net )?asset value\b")),
    (" raised ", regex.compile(r"\braised (?:about |some |nearly |more than )?[$£€][^,;]{2,20} (?:to|in|from|by|through)\b")),
    (" from selling ", regex.compile(r"\b(?:made|earned|gained) [^;,]{0,12}[$£€][^,;]{2,20}? from selling (?:its|an?|the|some)\b")),
    (
        "according to",
        regex.compile(
            r"^(?:(?!consensus|estimate|[Aa]nalyst|Wall Street)[^;])*?,? according to "
            r"(?:[a-z]++ (?:from|by|of) |a (?:[a-z]++ )?report (?:from|by) )?(?:the )?(?:[a-z-]++ ){0,2}"
            r"(?:consultanc(?:y|ies)|consultants?|research (?:firm|company|house)|researchers?"
            r"|(?:industry|market) (?:tracker|watcher))\b"
        ),
    ),
    (
        " quarter's ",
        regex.compile(
            r"^(?:That|This|It)(?:'s| is| was) (?:also |well |slightly |just )?"
            r"(?:above|below|(?:up|down) from|(?:more|less|higher|lower) than) "
            r"(?:last|(?:the )?(?:previous|prior|preceding)) quarter's .*"
        ),
    ),
    (" will produce ", regex.compile(r"\b(?:which|that) will produce [^;]*?\b(?:annually|a year|per year)\b.*")),
    (
        "ur ",
        regex.compile(
            r"\b[Oo]ur [^.;]*?\b(?:estimates|forecasts|projections) (?:decline|fall|rise|increase|drop|move|go|come|climb)s?\b[^;]*"
            r"|\b[Oo]ur [$£€][0-9.]++[a-z ]{0,9} (?:[\w-]++ ){0,2}?(?:estimate|forecast|projection)\b"
        ),
    ),
    (
        " annual ",
        regex.compile(
            r"(?:\b(?:which|and) has|,(?: an? [a-z -]{3,40})? with|\b(?:company|firm|group|business) with) annual (?:net )?"
            r"(?:sales|revenues?|turnover) of\b[^,;]*"
        ),
    ),
    (
        ", with ",
        regex.compile(
            r", with [$£€][^,;]{2,30} in (?:annual )?(?:net )?(?:sales|revenues?|turnover)"
            r"(?:(?<=annual [a-z ]*)| last (?:fiscal )?year| a year)(?= ?,)"
        ),
    ),
    (
        "ndustry",
        regex.compile(
            r"\b(?:sales|deliveries|shipments|registrations) (?:across|throughout|in) the (?:[a-z]++ )?(?:industry|sector)\b[^;]*"
            r"|\b[Ii]ndustry-?(?:wide)? (?:[a-z]++ )?(?:sales|deliveries|shipments|registrations|revenues?)\b[^;]*"
            r"|\b[Tt]he (?:[a-z-]++ ){0,2}industry (?:as a whole |globally |worldwide )?"
            r"(?:is|was|would|will|could|may|might|should|still|has|had|lost|made|earned|posted)\b[^,;]*"
        ),
    ),
    (
        "ull-year ",
        regex.compile(
            r"\b(?:[0-9.]++ ?(?:%|per ?cent) and )?[0-9.]++ ?(?:%|per ?cent) of (?:[\w'’-]++ ){0,6}?full-year "
            r"(?:[a-z]++ )?(?:estimates?|forecasts?|projections?|targets?|guidance)\b"
        ),
    ),
    (" across the ", regex.compile(r"\b(?:net )?(?:profits?|earnings) across the (?:[a-z]++ )?(?:industry|sector)\b[^;]*")),
    (
        " in the ",
        regex.compile(
            r"\b(?:an?|the|its) [0-9.]++[ -]?(?:%|per[ -]?cent|pct)[ -](?:[a-z]++ ){0,2}?"
            r"(?:rise|fall|drop|gain|decline|increase|decrease|climb|jump|slump|slide|growth)"
            r" (?:in|for|across|seen (?:in|across)) the (?:[\w-]++ ){0,2}(?:industry|sector|index)\b"
        ),
    ),
    (
        ", ",
        regex.compile(
            r"^(?:For (?:context|comparison|reference)|(?:In|By) (?:comparison|contrast)), "
            r"(?:in the (?:previous|prior|preceding) quarter\b"
            r"|(?-i:[A-Z][\w&'-]*+(?: [A-Z][\w&'-]*+){0,2}) (?:had|has|reported|posted|earned|made|lost|boasts|counts)\b).*"
        ),
    ),
    (
        " by ",
        regex.compile(
            r"\b(?:soar|balloon|ris|rose|gr[eo]w|climb|swell|swoll|mushroom|reach|shot up|jump)[a-z]* (?:up )?(?:to )?"
            rf"(?:about |more than )?[$£€]?[0-9.,]++ ?(?:bn|m|[mb]illion)?(?: (?:euros|dollars|pounds))? by {_YEAR}(?=[.,;]|$)"
        ),
    ),
    (
        "hares ",
        regex.compile(
            r"[$£€][0-9.,]++ ?(?:bn|m|[mb]illion)?\b (?:of|in|worth of) (?:its |the )?(?:own )?shares (?:every|each|a|per) "
            r"(?:quarter|year|month)\b"
        ),
    ),
    (
        "verage ",
        regex.compile(
            r"\b[Aa]verage (?:(?:annual|weekly|daily|monthly|net|unit) ){0,2}(?:sales|revenues?|turnover|profits?)"
            r"(?=(?: volumes?)?[^.;,]{0,60}\b(?:per|each|a) (?:store|shop|restaurant|location|site|outlet|branch|hotel)\b"
            r"| volumes?\b|[^.;$%]{0,12}\bat (?:its )?(?:stores|shops|restaurants|locations|sites|outlets|branches|hotels)\b)[^;]*"
        ),
    ),
    (
        "nalyst ",
        regex.compile(
            r"\b[Aa]nalyst (?:[A-Z][\w.'-]*+ ){1,3}(?:of [A-Z][^.;,$]{2,30} )?"
            r"(?:said|says|wrote|predict(?:s|ed)|estimated?s?|reckons)\b[^;]*?\b(?:would|will|could|should)\b[^;]*"
        ),
    ),
    (
        "earn",
        regex.compile(
            rf"\b(?i:{_STAFF})\b[^;$£€%]{{0,60}}?\b(?:earn(?:s|ed|ing)?|make|makes)\b[^;$£€%]{{0,24}}"
            r"[$£€][0-9.,]++(?! ?(?:[mb]n?\b|[mb]illion))[^;]*"
        ),
    ),
    (
        "bonus",
        regex.compile(
            r"\bbonus(?:es)?,? (?:(?:which|that) )?(?:(?:have|has|had|are|were|was|can|could) )?"
            r"(?:topped|exceed|reach|total|averag|worth|of)[^;]*"
        ),
    ),
    (
        "s ",
        regex.compile(
            r"\b(?:[Pp]eers|[Rr]ivals|[Cc]ompetitors) (?:have |had |also )?"
            r"(?:recorded|reported|posted|saw|seen|suffered|booked|notched|enjoyed)\b(?:(?!, (?:but|while|whereas|and) )[^;])*"
        ),
    ),
    (
        ", which ",
        regex.compile(
            r", which (?!now )(?:[a-z]++ ){0,2}?(?:offers?|has|have|boasts?|counts?|claims?|serves?|runs?|owns?|operates?|draws?)\b"
            r"[^;$%]*?[0-9][0-9.,]*+ (?:million|billion) (?:[a-z-]++ ){0,3}?"
            r"(?:users|subscribers|customers|members|merchants|shoppers)\b"
            r"(?! (?:at|in|as of|by) the (?:end|first|second|third|fourth))[^;,]*(?=[.,]|$)"
        ),
    ),
    (
        " notes",
        regex.compile(
            r"\b(?:redemption|redeem(?:ed|ing)|retire(?:d|ment)|repaid|repayment|repurchased?|issued?|offering|sold|sale) (?:of )?"
            r"(?:(?:its|up to|about) )?[$€£][0-9.]+ [mb]illion (?:of|in) [^.;,]{0,40}?(?:\.[0-9]+)?[^.;,]{0,30}?\bnotes\b"
        ),
    ),
    (" at rivals", regex.compile(r"\bat rivals(?:[:,][^;]*|(?: such as| like) [^;,]*(?:,(?: and)? [A-Z][^;,]*)*)")),
    ("t other ", regex.compile(rf"\b[Aa]t other (?:[a-z-]++ ){{0,3}}(?:{_FIRMS})\b[^;]*")),
    (" of ", regex.compile(r"\b(?:impact|effect|cost) of [^.;,]{3,40} (?:would|will|could) (?:be|total|reach)\b[^.;]*")),
    (" out ", regex.compile(rf"\b(?:laying|laid|setting|set) out (?:[\w'-]++ ){{1,6}}?to\b[^.;]*?\bby {_YEAR}\b[^.;,]*")),
)
"""
Clauses on years past, or far off, and on what is not earned.

Each stands behind words that it has: to see that these are missing is ten times as fast.
"""

_IN_YEARS = regex.compile(rf"(?:[$£€]?[0-9][0-9.,]*+[a-z]*+(?: [mb]illion)? in (?P<year>{_YEAR})(?:,? and |, |$|[.;])){{3,}}")
"""``losses of £14m in 2015, £17m in 2016 and £5m in 2018``"""

_MADE_UP = (
    *("suppose", "imagine", " say", "example", "instance", "divided by", "minus", "multiplied by"),
    *("if a", "when a", "a company ", "a firm ", "a business "),
)
_IMPLYING = ("impl", "prices in", "pricing in", " times ")


@lru_cache(maxsize=2)
def _clauses_in(folded: str) -> list[tuple[str, regex.Pattern[str]]]:
    return [(words, pattern) for words, pattern in _CLAUSES if words in folded]


def background_of(folded: str, sentence: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence that no result is told in."""
    text = sentence.of(folded)
    low = text.lower()
    explains = any(words in low for words in _MADE_UP) and _EXAMPLE.search(text)
    if explains or (any(words in low for words in _IMPLYING) and _VALUED.search(text)):
        yield sentence
        return
    yield from of_targets(folded, sentence, text)
    yield from (Span(sentence.start + start, sentence.start + end) for start, end in told_elsewhere(text))
    if (listed := _IN_YEARS.search(text)) and listed.captures("year") == sorted(listed.captures("year")):
        yield Span(sentence.start + listed.start(), sentence.start + listed.end())
    for pattern in (pattern for words, pattern in _clauses_in(folded) if words in text):
        for match in pattern.finditer(text):
            start, end = match.span("then" if "then" in pattern.groupindex else 0)
            yield Span(sentence.start + start, sentence.start + end)
