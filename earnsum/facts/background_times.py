"""Clauses on other times: years past or far off, what was bought or founded then, records, and what a result of then included."""

from __future__ import annotations

from earnsum.facts.targets import A_YEAR
from earnsum.patterns import ABOUT, regex
from earnsum.periods.kinds import MONTHS
from earnsum.text.sums import MONEY, SUM
from earnsum.text.terms import EXPECTS, ITS, POSTED, RESULT

_BEGUN = r"(?:founded|founding|established|inception|creation)"
_UNTIL_JUDGED = r"(?:(?! and (?:topped|beat|exceeded|surpassed|outpaced|missed|came|fell)\b).)*"
"""``the highest since it was founded in 1968 and topped the forecast``: what is judged is of now"""
_OPENINGS = ("Founded", "Established", "Started", "Created", "Launched", "Born", "Set up")

_SO_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]++|several|few|couple of|dozen)"

TIMES = (
    *(
        (
            many,
            regex.compile(
                r"^(?:(?:But|And|Yet|Still|Globally|Overall|Altogether),? )?"
                r"(?:[Oo]ver|[Dd]uring|[Ii]n|[Ff]or|[Aa]cross|[Ww]ithin) (?:just )?the (?:past|last|previous|preceding|prior) "
                rf"(?:{_SO_MANY} (?:[a-z]++ )?(?:years|quarters|decades)|(?:1[3-9]|[2-9][0-9]) months|(?:half-)?decade)\b"
                r"(?:(?!, (?:but|and|while|though|although) )[^;])*"
            ),
        )
        for many in (" years", " quarters", "decade", " months")
    ),
    ("a year ", regex.compile(r"\ba year (?:in which|when|that saw)\b[^.;]*")),
    (
        "ed ",
        regex.compile(
            rf"^(?:Back )?[Ii]n (?:early |late |mid-)?(?i:{'|'.join(MONTHS)})(?: {A_YEAR})?, "
            r"(?:it|they|the [a-z]++|[A-Z][\w.&'-]*+(?: [A-Z][\w.&'-]*+){0,2}) (?:had |also )?"
            r"(?:posted|reported|announced|unveiled)\b[^;]*"
            r"\b(?:first|second|third|fourth|full|nine)-(?:quarter|half|year|month)"
            rf" (?:[\w-]++ ){{0,3}}?{RESULT}\b.*"
        ),
    ),
    (
        " year ",
        regex.compile(rf"^(?:In|During|Back in) {A_YEAR}, {ITS} (?:[\w-]++ )?year (?:of|in which|when|that|it|before|after)\b.*"),
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
        ", when ",
        regex.compile(
            rf"\b(?:since (?:the )?(?:[a-z]++ ){{0,3}}(?:of )?|(?:boom|days|height|peak|heyday|crisis|depths) of ){A_YEAR},"
            r" when\b[^,;]*"
        ),
    ),
    (
        " ",
        regex.compile(
            rf"^(?:When|Before|Until) [^,;$£€]{{2,50}}\b(?:took (?:over|charge|the helm)|joined|arrived|became|came in|went public)"
            rf"[^,;$£€]{{0,40}}\bin {A_YEAR}, .*"
            r"|^(?:When|Before|Until|(?:Soon |Shortly |Not long )?[Aa]fter|Since) (?:he|she|[A-Z][\w.'-]*+(?: [A-Z][\w'-]*+)?) "
            r"(?:took (?:charge|the (?:helm|reins)|over(?= (?:as|from|in|last)\b|,))|joined|arrived|returned|became chief"
            r"|was (?:appointed|hired|brought in))\b[^;$£€]{0,40}?, .*"
        ),
    ),
    (
        " when ",
        regex.compile(rf"\bsince (?:last )?(?:{'|'.join(month.capitalize() for month in MONTHS)})(?: [0-9]{{1,2}})?,? when\b[^;]*"),
    ),
    (
        " for ",
        regex.compile(
            r"\b(?:since|when|after) (?:it|they|the company) (?:bought|acquired|purchased|sold) "
            r"[^.;,]*? for [^.;,]*(?:\.[0-9][^.;,]*)*"
        ),
    ),
    (
        ", which ",
        regex.compile(
            rf", which (?:{POSTED}|had)\b[^,;]* in {A_YEAR}\b[^,;]*,"
            rf"(?= (?:{POSTED}|said|swung)\b)"
        ),
    ),
    *(
        (
            then,
            regex.compile(
                r"\b(?:[Yy]ear[- ](?:ago|earlier)|[Ll]ast year|[Pp]rior[- ]year)(?:'s)?(?: (?:quarter|period|results?|quarter's"
                r"|profit|figures?|earnings))?(?!, (?:helped|boosted|hurt|hit|weighed|lifted|depressed)\b),? "
                r"(?:(?:[\w'-]++ ){0,4}?(?:results?|earnings|profits?|quarter|period|bottom line) )?"
                r"(?:had |also |was |were |had been ){0,2}(?:included|reflected|contained|benefit(?:t)?ed from|helped by|boosted by"
                r"|hurt by|hit by|weighed down by|lifted by|depressed by) (?:an? |the )?[^,;]*"
                r"(?:, and (?!(?:it|they|he|she|[A-Z][\w.&'-]*+(?: [A-Z][\w.&'-]*+)*|the [a-z]++) (?:[a-z]++ )?"
                rf"(?:said|{EXPECTS})\b)[^,;]*)?"
            ),
        )
        for then in ("ear-", "ear ")
    ),
    (
        "between ",
        regex.compile(rf"(?:[^.,;]|[.,](?=[0-9]))*\bbetween (?:early |late |mid-)?{A_YEAR} and (?:early |late |mid-)?{A_YEAR}\b"),
    ),
    (
        "ear",
        regex.compile(
            r"\b[Yy]ear[- ](?:ago|earlier|before) [^.;$€£0-9]{0,40}? (?:was|were|has been|had been) "
            r"(?:lowered|raised|restated|revised|adjusted|changed|corrected|reduced|increased)\b.*"
        ),
    ),
    (
        " quarter ",
        regex.compile(
            r"\b(?:after|following|despite|compared with|from) an? (?:[a-z-]++ ){1,3}?quarter,?"
            r" (?:which|that|when|in which|where)\b[^;,]*"
        ),
    ),
    ("set ", regex.compile(r"\b(?:was|were|been) set (?:when|as|after) (?:it|they|the [a-z]++) [^.;]*(?:\.[0-9][^.;]*)*")),
    (" peak", regex.compile(rf"\b[Aa]t (?:its|their) peak\b(?:,? in {A_YEAR}\b,?)?[^.;,]*(?:\.[0-9][^.;,]*)*")),
    ("n its ", regex.compile(r"(?:\bhad [^;,]{0,60})?\bin its (?:heyday|(?:first|early) years?)\b[^.;,]*")),
    ("at the height of", regex.compile(r"\bat the height of\b[^.;,]*")),
    ("-year ", regex.compile(r"[0-9.]++(?:%| per ?cent| pct) on an? (?:two|three|four)-year (?:stacked )?(?:basis|stack)\b")),
    ("Since ", regex.compile(rf"^Since [^,]* {A_YEAR},.*")),
    (
        ", when ",
        regex.compile(
            rf"\bsince (?:the [a-z]++ (?:quarter|half) of )?{A_YEAR}(?P<then>, when (?:it|they|the company) "
            rf"(?:{POSTED}|had)\b[^;]*)"
        ),
    ),
    ("ack in ", regex.compile(rf"\b[Bb]ack in (?:the [a-z]++ (?:quarter|half) of )?{A_YEAR}\b[^.;]*")),
    (
        " since ",
        regex.compile(
            r"\b(?:biggest|largest|highest|lowest|smallest|best|worst|first|most|steepest|deepest|[Ss]hares|[Ss]tock)\b"
            r"[^.;]*? since "
            r"(?P<then>(?:it|the company|[A-Z][\w.]*+(?: (?:& )?[A-Z][\w.]*+){0,2}"
            rf"|the {MONEY}[0-9.]++[a-z ]*? (?:it|the company)) (?:last )?"
            rf"(?:{POSTED}|announced|released|unveiled)\b(?:(?!, (?:and|but) )[^.;]|\.(?=[0-9]))*)"
        ),
    ),
    (
        " quarter",
        regex.compile(rf"\b(?:straight|consecutive) quarters? (?:of|with|above|over|in excess of) (?:more than )?{MONEY}[^.;,]*"),
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
            rf"(?:exceed|topp|pass|surpass|cross|reach)ed (?:more than )?{MONEY}(?:(?!, (?:and|but|while|whereas) )[^;])*"
        ),
    ),
    *(
        (
            quarter,
            regex.compile(
                r"^(?:That|This|It|The (?:result|figure|number|amount|sum|profit|performance))(?:'s| is| was) "
                r"(?:also |well |slightly |just |still |sharply )?"
                r"(?:above|below|(?:up|down) from|(?:more|less|higher|lower|better|worse) than) (?:the |its )?"
                r"(?:(?:last|previous|prior|preceding) quarter's\b"
                rf"|(?:first|second|third|fourth)[- ]quarter(?:'s)? (?:[a-z]++ )?{RESULT})(?!.*\b(?:ago|earlier|last year|same"
                r"|corresponding|(?:19|20)[0-9]{2}|expected|estimates?|forecasts?|consensus|analysts)\b).*"
            ),
        )
        for quarter in (" quarter's ", "-quarter ")
    ),
    *(
        (
            behind,
            regex.compile(
                r"\b(?:second|third|fourth|fifth)[- ](?:best|highest|largest|biggest|strongest|lowest|worst)\b[^;]*?"
                rf"(?P<then>,? (?:only |just |right )?(?:behind|after|next to|trailing) (?:the |its )?(?:[a-z-]++ )?{MONEY}"
                r"(?:[^,;]|,(?=[0-9]))*)"
            ),
        )
        for behind in (" behind ", " after ")
    ),
    (
        " of ",
        regex.compile(
            r"\b(?:short of|shy of|below|behind|beat(?:ing)?|topp(?:ed|ing)|surpass(?:ed|ing)|exceed(?:ed|ing)"
            r"|eclips(?:ed|ing)) (?:the|its) (?:all-time|previous|prior|earlier|old) (?:[a-z]++ )?(?:high|record|peak|best) of "
            rf"{MONEY}(?![^;]*\b(?:year (?:ago|earlier)|last year|same))(?:[^,;]|,(?=[0-9]))*"
        ),
    ),
    ("lose to ", regex.compile(rf"\bclose to (?:the )?{SUM} (?:[a-z]++ )?{RESULT} (?:it )?{POSTED} in\b[^;,]*")),
    (" will produce ", regex.compile(r"\b(?:which|that) will produce [^;]*?\b(?:annually|a year|per year)\b.*")),
    (
        " by ",
        regex.compile(
            r"\b(?:soar|balloon|ris|rose|gr[eo]w|climb|swell|swoll|mushroom|reach|shot up|jump)[a-z]* (?:up )?"
            rf"(?:from {ABOUT}{SUM} )?(?:to )?{ABOUT}(?:{SUM}|[0-9.,]++) by {A_YEAR}(?=[.,;]| [(–—-]|$)"
        ),
    ),
    *(
        (
            always,
            regex.compile(
                r"\b(?:lose|make|earn|generate|bring|take|turn|gross|rake|post|book|record)s?\b(?: (?:in|over))? "
                rf"{ABOUT}{SUM}(?: \([^()]*\))?(?: (?:in|of|from) (?:[a-z-]++ ){{0,3}}[a-z-]++)?,? {always}\b"
                r"(?! (?:ago|earlier|before|after|later|on)\b)[^;,]*"
            ),
        )
        for always in ("a year", "each year", "every year", "per year", "per annum", "annually", "yearly")
    ),
    (" out ", regex.compile(rf"\b(?:laying|laid|setting|set) out (?:[\w'-]++ ){{1,6}}?to\b[^.;]*?\bby {A_YEAR}\b[^.;,]*")),
)
"""Clauses on other times, each behind words that it has: to see that these are missing is ten times as fast."""
