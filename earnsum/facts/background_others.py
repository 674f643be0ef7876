"""Clauses on others: an industry, rivals, the market, who advises, and what staff earn."""

from __future__ import annotations

from earnsum.names.words import COUNTRIES
from earnsum.patterns import any_of, regex
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.sums import MONEY, SUM
from earnsum.text.terms import ITS, OUTLOOK, POSTED, RESULT, REVISED

_FIRMS = "airlines|carriers|banks|lenders|companies|firms|automakers|carmakers|retailers|insurers"
_MANY = r"(?:[0-9 ]m|bn|[mb]illion|crore)"
_STAFF = "employees?|workers?|drivers?|couriers?|nurses?|pilots?|mechanics?|teachers?|baristas?|cashiers?|households?|families"
_COUNTRY = any_of([*(country.capitalize() for country in sorted(COUNTRIES)), *"China Russia Iran Iraq India Brazil Japan".split()])
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_BOSS = "chief executives?|chief|CEO|CFO|boss|chairman|chairwoman|chair|president|(?:top )?executives?|directors"
"""What analysts did to an estimate: "2020 EPS estimate cut to 85c from 93c"."""

OTHERS = (
    (
        "illion",
        regex.compile(
            r"\b(?:an?|the|few|those|other|first|more|all|two|three|four) [$£€][0-9.,]++[ -](?:[mb]|tr)illion"
            r"(?:[ -](?:a|per)[ -]year)? (?:(?!that\b)[a-z-]++ ){0,2}?"
            r"(?:compan(?:y|ies)|firms?|retailers?|corporations?|conglomerates?|giants?|industry|business(?:es)?|brands?|startups?|enterprises?)\b"
            rf"(?!-| (?:[a-z]++ )?(?:{RESULT}|record)\b)"
        ),
    ),
    (
        " show",
        regex.compile(
            r"\b(?i:survey|(?:market(?:[- ]share)?|industry|sector|till(?:[- ]roll)?) (?:data|figures))\b[^;,.]{0,40}?"
            r" (?:show(?:s|ed)|had shown)\b[^;]*"
        ),
    ),
    (
        " by the ",
        regex.compile(
            rf"{MONEY}[0-9][^,;$£€]{{3,40}}\b{POSTED} by the (?:[\w.-]++ ){{0,4}}"
            rf"(?:{_FIRMS}|industry|sector)\b"
        ),
    ),
    (
        " market ",
        regex.compile(r"\b(?:lost|lose|loses|losing|shed|gained|added|wiped|erased)\b[^.;,]{0,60} market (?:value|cap)[^.;,]*"),
    ),
    (
        "nflation",
        regex.compile(
            r"\b[Ii]nflation,? (?:of|at|averag(?:ing|ed)(?: at)?|was|running at|stood at|came (?:in )?at|reached|hit) "
            r"(?:[a-z]++ ){0,2}?[0-9.]++ ?(?:%|per ?cent|pct)|\b[0-9.]++ ?(?:%|per ?cent|pct) (?:[a-z]++ ){0,2}?inflation\b"
        ),
    ),
    (" estimate", regex.compile(rf"\bestimates? {REVISED} to [^;]*")),
    (
        "s ",
        regex.compile(
            rf"^(?:(?:(?!The |Both |Two )[A-Z][\w.]*+ ){{1,2}}(?:{_FIRMS})|(?i:{_FIRMS}))"
            r"(?: (?:outside|in|from) (?:[\w'-]++ ){1,4}?)? ?(?:(?:have|had|also) )?"
            rf"(?:{POSTED}|raked in|took in|collected)\b.*"
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
            rf"(?:\b(?:{_FIRMS})|^(?i:{_FIRMS}))' "  # not "Acme Airlines'"
            rf"(?:[a-z]++ ){{0,3}}?{RESULT}\b.*"
        ),
    ),
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
        "ur ",
        regex.compile(
            rf"\b[Oo]ur [^.;]*?\b(?:{OUTLOOK}|estimates) (?:decline|fall|rise|increase|drop|move|go|come|climb)s?\b[^;]*"
            rf"|\b[Oo]ur {MONEY}[0-9.]++[a-z ]{{0,16}} (?:[\w-]++ ){{0,2}}?(?:{OUTLOOK}|estimate)\b"
        ),
    ),
    (
        "ndustry",
        regex.compile(
            r"\b(?:sales|deliveries|shipments|registrations) (?:across|throughout|in) the (?:[a-z]++ )?(?:industry|sector)\b[^;]*"
            r"|\b[Ii]ndustry-?(?:wide)? (?:[a-z]++ )?(?:sales|deliveries|shipments|registrations|revenues?)\b[^;]*"
            r"|\b[Tt]he (?:(?:[a-z-]++|[A-Z][a-z]++|U\.[SK]\.|[UE][SKU]) ){0,3}?industry (?:as a whole |globally |worldwide )?"
            r"(?:is|was|to|would|will|could|may|might|should|still|has|had|lost|made|earned|posted)\b(?:[^,;]|,(?=[0-9]))*"
            r"(?:(?:, [^,;0-9]{3,40})?, (?:up|down|against|compared|versus|from|while [a-z]+ing)\b[^,;]*)?"
        ),
    ),
    (
        "roduction",
        regex.compile(
            r"(?<!\b(?:[Ii]ts|[Tt]heir|[Oo]ur|\w's|s') )\b"
            r"(?:(?:[\w.-]++ ){0,2}?[Ii]ndustry|(?:[\w-]++ )?light(?:-| )(?:duty )?vehicle"
            r"|(?:(?-i:[A-Z][\w.]++|[Gg]lobal|[Ww]orld(?:wide)?) ){1,2}(?:auto|automotive|car)) production\b[^;]*"
            rf"|\b(?:{ITS}|an?) [0-9.]++[ -]?(?:%|per[ -]?cent)[ -](?:[a-z]++ ){{0,2}}?{MOVE} in (?:(?-i:[A-Z]\w++)|global|world) "
            r"(?:(?:auto|automotive|car|(?:light-)?vehicle) )?production\b[^;]*"
        ),
    ),
    *(
        (
            made,
            regex.compile(
                rf"(?:^|(?<=[,;] )|(?<=\b(?:while|and|but|as|that) ))(?:{_COUNTRY}'s|[Tt]he country's) (?:[a-z]++ ){{0,3}}"
                rf"(?:{made})\b(?: of [a-z ]{{3,24}})? {MOVED}\b[^;]*"
            ),
        )
        for made in ("production", "output", "exports")
    ),
    (" across the ", regex.compile(r"\b(?:net )?(?:profits?|earnings) across the (?:[a-z]++ )?(?:industry|sector)\b[^;]*")),
    (
        " in the ",
        regex.compile(
            rf"\b(?:{ITS}|an?) [0-9.]++[ -]?(?:%|per[ -]?cent|pct)[ -](?:[a-z]++ ){{0,2}}?"
            rf"{MOVE}"
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
    *(
        (
            who,
            regex.compile(
                rf"\b(?:{_BOSS})(?: officer)?,? (?:[A-Z][\w.'-]*+,? ){{0,3}}(?:who )?(?:(?:was|were|had|also) ){{0,2}}"
                r"(?:earned|paid|received|took home|collected|pocketed|awarded|got)\b"
                r"(?!(?: [a-z-]++)*? (?:dividend|distribution|as|after|when|while|because)\b)"
                r"[^;$£€%0-9]{0,30}[$£€][^;,]*(?:,[0-9][^;,]*)*"
                r"(?:, (?:up|down|compared)\b[^;,]*)?"
                rf"|\bpa(?:id|ys) (?:its|his|her|the|their) (?:former |new |outgoing )?(?:{_BOSS})\b[^;$£€]{{0,40}}{MONEY}[^;,]*"
            ),
        )
        for who in ("chief ", "CEO", "CFO", " boss", "chair", "president ", "executive", "director")
    ),
    (" salary", regex.compile(r"\bsalary\b[^;,$£€]{0,40}[$£€][^;,]*(?:,[0-9][^;,]*)*")),
    (
        "bonus",
        regex.compile(
            r"\bbonus(?:es)?,? (?:(?:which|that) )?(?:(?:have|has|had|are|were|was|can|could) )?"
            r"(?:topped|exceed|reach|total|averag|worth|of)[^;]*"
        ),
    ),
    (
        "dividend",
        regex.compile(
            r"(?<!\b(?:[a-z]*holders|[Ii]nvestors|[Oo]wners)\b[^;,]{0,24})"
            r"\b(?:receiv(?:e[sd]?|ing)|collect(?:s|ed|ing)?|pocket(?:s|ed|ing)?|(?:take|took) home|in line for|entitled to) "
            r"(?:(?:an?|the|about|some|more than|nearly|interim|final|annual|total|special|cash|his|her|their) )*"
            rf"(?:dividends? (?:[a-z]+ )?(?:of|worth|totall?ing) {SUM}(?<={_MANY})"
            rf"|{SUM}(?<={_MANY}) (?:(?:in|of|worth of|from) )?(?:[a-z-]++ ){{0,3}}dividends?)"
        ),
    ),
    (
        "s ",
        regex.compile(
            r"\b(?:[Pp]eers|[Rr]ivals|[Cc]ompetitors) (?:have |had |also )?"
            rf"(?:{POSTED}|saw|seen)\b(?:(?!, (?:but|while|whereas|and) )[^;])*"
        ),
    ),
    *(
        (
            who,
            regex.compile(
                rf"\b{who}s?\b(?!')[^;$£€%0-9]{{0,60}}?,? (?:which|who) "
                rf"(?:(?:also|has|have|had|last \w++|this \w++|on \w++) ){{0,2}}"
                rf"(?:{POSTED}|took|saw|booked|suffered|announced|{REVISED})\b[^;]*"
            ),
        )
        for who in ("rival", "peer", "competitor")
    ),
    (
        "hose ",
        regex.compile(r"\bwhose (?:[a-z]++ ){0,2}(?:sales|revenues?) [^;,$£€]{0,30}\banalysts\b[^;,]*"),
    ),
    (
        " last ",
        regex.compile(
            r"^(?:[A-Z][\w&.'-]*+ ){0,2}(?:[Cc]hief [Ee]xecutive|CEO|[Cc]hairman|[Bb]oss)(?: [Oo]fficer)? (?:[A-Z][\w.'-]*+ ){1,3}"
            r"(?:took home|earned|was paid|received|pocketed|made) .*"
        ),
    ),
    (
        ", wh",
        regex.compile(
            r"\b(?:part of|(?:owned|bought|acquired) by|sold to|belong(?:ed|s|ing)? to"
            r"|a (?:unit|subsidiary|division) of|merger with) (?-i:[A-Z])[^,;$]{2,40},"
            r" (?:which|whose)\b(?:(?!, (?:said|reported|posted|earned|made|lost))[^;])*"
        ),
    ),
    (
        "ith ",
        regex.compile(
            r"\b[Ww]ith (?:(?:some|several|many|most|all|other|a number of|its|the|big|larger|smaller) ){0,2}"
            rf"(?:{_FIRMS}|rivals|peers|competitors|countries|markets|nations|states|analysts)"
            r"(?: (?:in|across|around|outside) [^,;$%]{2,30}?)? "
            r"(?:posting|reporting|seeing|suffering|recording|showing|experiencing|registering) [^,;]*"
        ),
    ),
    (
        " of ",
        regex.compile(
            rf"\b(?:(?:{_FEW}|[0-9]{{1,2}}) (?:out )?of|(?:some|several|many|most|a few) of)"
            rf" (?:{ITS} )?(?:{_FEW}|[0-9]{{1,2}})?"
            r"(?: ?[a-z-]++ ){0,2}? ?(?:businesses|divisions|units|segments|regions|markets|countries|brands"
            r"|subsidiaries|categories)\b"
            rf"(?! (?:of|in)\b)[^,;]*|\b(?:{_FEW}) of (?:them|which|these|those)\b[^,;]*"
        ),
    ),
    *(
        (
            what,
            regex.compile(
                rf"\b(?:[Ii]ts|[Tt]he|[Tt]hose|[Tt]hese) (?:[a-z]++ ){{0,2}}?{what} (?:[a-z]++ )?"
                r"(?:produced|generated|suffered|posted|brought"
                r"(?: in)?|recorded|showed|led to|resulted in|lost|gained|made|had) [^;]*"
            ),
        )
        for what in ("stocks", "investments", "holdings", "stakes", "portfolio")
    ),
    (" at rivals", regex.compile(r"\bat rivals(?:[:,][^;]*|(?: such as| like) [^;,]*(?:,(?: and)? [A-Z][^;,]*)*)")),
    ("t other ", regex.compile(rf"\b[Aa]t other (?:[a-z-]++ ){{0,3}}(?:{_FIRMS})\b[^;]*")),
)
"""Clauses on what others earn or expect, each behind words that it has."""
