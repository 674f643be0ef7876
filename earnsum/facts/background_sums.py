"""Clauses on sums that are nobody's result: of deals, of what a result holds, of goals, of customers and of shares."""

from __future__ import annotations

from earnsum.patterns import ABOUT, regex
from earnsum.text.moves import MOVE
from earnsum.text.sums import MONEY, SUM
from earnsum.text.terms import ITS, OUTLOOK, PERIOD, POSTED, RESULT, SALES

_SHOWN = (
    r"(?:\"[^\"\n]{2,60}\",?|\b(?:film|movie|picture|sequel|prequel|remake|blockbuster|reboot|thriller|comedy),?)"
    r" (?:(?:which|that|has|have|had|also|already|alone|so far) ){0,3}"
)
_TAKES = (
    r"(?:opened|debuted|earned|made|grossed|generated|collected|(?:brought|bringing|took|taken|raked|pulled) in|raked up|amassed)"
)
_ON_SCREEN = (
    r"(?:at the (?:[\w.-]++ ){0,2}?box office|in (?:its|the) (?:first|opening|debut) weekend|in (?:[\w.-]++ ){0,3}?ticket sales)"
)
_AT_THE_CINEMA = regex.compile(
    rf"{_SHOWN}{_TAKES}\b[^;$£€]{{0,40}}{MONEY}[^,;]*"
    rf"|\b(?:open|debut)ed (?:to|with|at) [^;,$£€]{{0,40}}{MONEY}[^,;]*|\b{_TAKES} {ABOUT}{MONEY}[^,;]{{2,24}} {_ON_SCREEN}"
)
_PAST_YEARS = r"(?:in|for) (?:19|20)[0-9]{2}"

SUMS = (
    *((takes, _AT_THE_CINEMA) for takes in ("ed ", " made ", " in $", "taken in ", "took in ", "brought in ")),
    *(
        (
            most,
            regex.compile(
                r"\b(?:below|off|from|of|than|(?:compar|relat)(?:ed|ive) to) (?:the|its|their|an?) (?:[\w-]++ ){0,3}?"
                rf"(?:peak|high|heights?) of {ABOUT}{SUM}"
                r"(?! (?:a year|last year|in the (?:year|same|prior)))"
            ),
        )
        for most in (" peak of ", " high of ", " height of ")
    ),
    *(
        (
            lost,
            regex.compile(
                rf"\b(?i:{SALES}|orders|bookings) (?:worth |of ){ABOUT}{SUM} [^;,$]{{0,20}}\bbe(?:en)? (?:lost|forgone|foregone"
                r"|wiped out|delayed|deferred|put off|held up)\b[^;]*"
            ),
        )
        for lost in (" lost", "gone", " out", "ed ", " up")
    ),
    *(
        (
            way,
            regex.compile(
                rf"\b(?:on|along) (?:our|its|the|their) (?:{way}) (?:to|towards?) [^;$]{{0,30}}{MONEY}[0-9][^;]*?"
                rf"\b(?:annual|yearly) (?:net )?{SALES}"
            ),
        )
        for way in ("way", "road", "path", "journey", "march")
    ),
    (
        " before the ",
        regex.compile(
            rf"{SUM} (?:that )?(?:it|they|the company) (?:had )?{POSTED}[^,;$]{{0,30}} before the "
            r"(?:pandemic|outbreak|crisis|recession)\b"
        ),
    ),
    (
        "than ",
        regex.compile(
            r"\b(?:would|will|could|may|might) (?:[a-z]++ ){0,2}be (?:slightly |well |much )?(?:less|lower|more|higher) than "
            rf"(?:[a-z]++ ){{0,3}}?{RESULT} of {ABOUT}{SUM} {POSTED} {_PAST_YEARS}\b"
        ),
    ),
    (
        "s rang",
        regex.compile(
            r"\b(?:expect|forecast|predict|anticipat|look)(?:ed|ing)?\b[^;]*?"
            r"(?P<then>,? (?:though|although|but|while|with|and) (?:[a-z]++ ){0,2}?"
            rf"(?:{OUTLOOK}|estimate)s rang(?:ed|ing) [^;]*)"
        ),
    ),
    (
        "which ",
        regex.compile(
            r", which (?:[a-z]++ ){0,2}?(?:account|generate|deliver|represent|contribute|provide|comprise|make|made|br)[a-z]*"
            r"(?: (?:for|up|in|about|some|nearly|roughly|more than|around|over|almost|up to))* "
            r"[0-9.]++ ?(?:%|per ?cent|pct) of [^,;]*"
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
        " ago",
        regex.compile(r"^(?:It|They) (?:had )?(?:closed|traded|ended|opened|finished|(?:was|were) trading) [^;]* ago\b.*"),
    ),
    (
        "after ",
        regex.compile(rf"\bafter (?:its |an? |initial |earlier )?{OUTLOOK} (?:of|for) (?:[^,;]|,(?=[0-9]))*"),
    ),
    (
        " of ",
        regex.compile(
            rf"\b(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?|tenth)) of (?:{ITS}|that|last year's) "
            r"(?:[A-Z]{0,3}[$£€₹]|[A-Z][A-Za-z]{0,2} ?)[0-9]"
            r"(?![^;]*\b(?:ago|earlier|before|same|last|analysts|expected|forecast|predicted|consensus|Street)\b)[^.;,]*(?:\.[0-9][^.;,]*)*"
        ),
    ),
    (
        "dividend",
        regex.compile(
            rf"\b(?:suspend|scrapp?|axe?|eliminat|halt|omit|cancell?)(?:s|ed|ing|ting|ted)? {ITS} "
            r"(?:[$£€]?[0-9.]++[- ]?(?:cents?|pence|p)?|[a-z]++) (?:[a-z]+ )?(?:of [^.;,]{2,20} )?dividends?\b(?: of [^.;,]{2,30})?"
        ),
    ),
    (
        " would ",
        regex.compile(
            r"^(?:(?:If|Had) [^,;$%]*\b(?:acquisition|deal|merger|purchase|takeover|sale|transaction|business|unit)s?\b[^,;$%]*,"
            r"[^;]*? would (?:have |be |still )"
            r"|(?:If|Should|Were) [^,;]{2,40}? (?:were|to|can|could|manages?|succeeds?|hits?|meets?|reach(?:es)?|achieves?)\b"
            rf"[^,;$%]{{0,40}}\b(?:{OUTLOOK}|range|mid-?point|target)\b[^,;$%]{{0,30}},[^;]*? would )[^;]*"
        ),
    ),
    (
        " which ",
        regex.compile(
            r"\b(?:portfolios?|holdings?|investments?|stakes?|funds?),? which (?:has |have |had |also )?"
            r"(?:lost|made|earned|gained)\b(?:(?!, (?:and|but|while|whereas) )[^;])*"
        ),
    ),
    (
        " loss on",
        regex.compile(
            rf"\b(?:hurt|hit|dented|depressed|offset|dragged down|weighed down) by an? {MONEY}[0-9.]++[a-z ]* loss on\b[^.;,]*"
        ),
    ),
    (" at ", regex.compile(rf"(?<!\b(?:of|to|for|at|is) ){SUM} at (?:the )?(?:middle|mid-?point)\b")),
    (
        " range",
        regex.compile(
            rf"\bwithin {ITS} (?:previously |earlier )?(?:stated |guided |forecast )?range\b(?! (?:of|from|between)\b)[^.;]*"
        ),
    ),
    (" to ", regex.compile(r"\b(?:promise|pledge|vow)\b[^.;,]{0,40} to (?:hit|reach|earn)\b[^.;]*")),
    (" to ", regex.compile(r"\bon (?:pace|track|course) to (?:top|beat|exceed|surpass|match|break|eclipse)\b[^.;,]*")),
    ("annuali", regex.compile(rf"\brepresent(?:s|ed|ing)? an? {SUM} annuali[sz]ed\b[^.;,]*")),
    (
        "driver",
        regex.compile(
            rf"\bdrivers? (?:of|behind) the [^.,;$]{{0,40}}\b(?:{RESULT}|margin) "
            rf"{MOVE} (?:was|were) [^;]*"
        ),
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
    (" exclude", regex.compile(rf"\bexclude[sd]? (?:an? )?{ABOUT}{SUM}[^.;,]*(?:,? (?:and )?(?:an? )?{ABOUT}{SUM}[^.;,]*)*")),
    ("priced ", regex.compile(r"\bpriced (?:at|above|below|under|over|from)\b[^.;,]*")),
    (
        "ong-term earnings",
        regex.compile(r"\b[Ll]ong-term (?:earnings|eps|EPS|profit)(?: per share)? growth(?: rates?| expectations?)?\b[^;]*"),
    ),
    (
        " to ",
        regex.compile(
            r"\b(?:increase|decrease|boost|addition|benefit|reduction|hit) to (?:net )?(?:income|earnings|profits?) of\b"
            r"(?![^;]{0,60} (?:from|compared|versus)\b)(?:[^,;]|,(?=[0-9]| or ))*"
        ),
    ),
    (
        "",
        regex.compile(
            r"(?<!\b(?:client|clients'|customer|managed|administered) )\b(?:assets|liabilities|reserves|net worth)"
            rf"(?: (?:of|in|excess|worth|valued|at|totall?ing|exceeding|topping|above|over|more|than|about|some|around|nearly"
            rf"|almost|just|well|under)){{1,5}} {SUM}"
        ),
    ),
    (
        "very ",
        regex.compile(
            r"\b[Ee]very (?:[\p{Sc}0-9.]++|one|[0-9.]+%|cent|dollar|penny|percentage)[\w\ -]*? "
            rf"(?:{MOVE}|change|move(?:ment)?)\b[^;]*"
        ),
    ),
    (
        "s included ",
        regex.compile(rf"\b(?:charges|costs|provisions|expenses) included (?P<then>{SUM} (?:for|of|from|in|on|related)\b[^;]*)"),
    ),
    (" value of ", regex.compile(rf"\b(?:face|par|nominal) value of {SUM}(?: each| apiece| (?:a|per) (?:\w+ )?share)?")),
    (" asset value", regex.compile(r"[$£€][0-9.]++ (?:per|a) share (?:net )?asset value\b")),
    (" raised ", regex.compile(rf"\braised {ABOUT}{MONEY}[^,;]{{2,20}} (?:to|in|from|by|through)\b")),
    (
        " from selling ",
        regex.compile(rf"\b(?:made|earned|gained) [^;,]{{0,12}}{MONEY}[^,;]{{2,20}}? from selling (?:{ITS}|an?|some)\b"),
    ),
    (" rate of ", regex.compile(rf"\b(?:dollar|euro|yen|pound|won|yuan|rupee)\b[^.;,$€£]{{0,40}}\brate of {ABOUT}[0-9][^,;]*")),
    ("change rate", regex.compile(rf"\bexchange rates? (?:of|at|averag(?:ing|ed)) {ABOUT}(?:\p{{Sc}}|[A-Z]{{3}} )?[0-9][^,;]*")),
    (
        "ing ",
        regex.compile(
            r"\b(?:would|will|could|may|might) (?:lift|boost|raise|take|make|create|give|double|help|catapult|transform)\b"
            r"[^;.$€£]{0,80}, (?:boosting|lifting|raising|taking|bringing|increasing|doubling)\b[^;]*"
        ),
    ),
    ("flows", regex.compile(rf"{SUM} (?:of|in) (?:[a-z]++ ){{0,2}}(?:out|in)flows\b")),
    (" in comparison ", regex.compile(r"\bpal(?:es?|ed|ing) in comparison (?:to|with)\b[^;]*")),
    ("ensitivity ", regex.compile(r"\b[Ss]ensitivity to\b[^;]*")),
    (
        " annual ",
        regex.compile(
            r"(?:\bhas|,(?: an? [a-z -]{3,40})? with|\b(?:company|firm|group|business) with) annual (?:net )?"
            rf"{SALES} of\b[^,;]*"
        ),
    ),
    (
        ", with ",
        regex.compile(
            rf", with {MONEY}[^,;]{{2,30}} in (?:annual )?(?:net )?{SALES}"
            r"(?:(?<=annual [a-z ]*)| last (?:fiscal )?year| a year)(?= ?,)"
        ),
    ),
    (
        "ull-year ",
        regex.compile(
            r"\b(?:[0-9.]++ ?(?:%|per ?cent) and )?[0-9.]++ ?(?:%|per ?cent) of (?:[\w'’-]++ ){0,6}?full-year "
            rf"(?:[a-z]++ )?(?:{OUTLOOK}|estimates?)\b"
        ),
    ),
    (
        "hares ",
        regex.compile(
            rf"{SUM} (?:of|in|worth of) (?:its |the )?(?:own )?shares (?:every|each|a|per) "
            rf"{PERIOD}\b"
        ),
    ),
    (
        "verage ",
        regex.compile(
            rf"\b[Aa]verage (?:(?:annual|weekly|daily|monthly|net|unit) ){{0,2}}{RESULT}"
            r"(?=(?: volumes?)?[^.;,]{0,60}\b(?:per|each|a) (?:store|shop|restaurant|location|site|outlet|branch|hotel)\b"
            r"| volumes?\b|[^.;$%]{0,12}\bat (?:its )?(?:stores|shops|restaurants|locations|sites|outlets|branches|hotels)\b)[^;]*"
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
            rf"(?:(?:its|up to|about) )?{SUM} (?:of|in) [^.;,]{{0,40}}?(?:\.[0-9]+)?[^.;,]{{0,30}}?\bnotes\b"
        ),
    ),
    (" of ", regex.compile(r"\b(?:impact|effect|cost) of [^.;,]{3,40} (?:would|will|could) (?:be|total|reach)\b[^.;]*")),
)
"""Clauses on sums that nobody reports, each behind words that it has."""
