"""
Period phrases: every way in which a stretch of time is named, as patterns.

Data rather than doing: the parts, the families of phrases put together from them, and the
words that a phrase can open with.  What a phrase then says is read in `kinds`
and `find`; the phrases of other languages are in `phrases_abroad`, those of Chinese, Japanese and Korean in `eastern`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.moves import MOVE
from earnsum.text.terms import ITS

# The parts that the phrases are put together from.  Text is matched in lower case.
_PARTS = {
    "YEAR": r"(?:(?:19|20)[0-9]{2}(?:[-/](?:20)?[0-9]{2})?+(?![0-9]))",
    "SHORT": r"(?:'?[0-9]{2}(?![0-9]|-(?:analyst|broker|week|month|day)))",
    "MONTH": (r"(?:(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)(?:r?uary|ch|il|ust|t?ember|t|ober|[ey])?+\b\.?+)"),
    "ORDINAL": r"(?:first|second|third|fourth|1st|2nd|3rd|4th)",
    "FISCAL": r"(?:fiscal|financial|calendar)",
    "DAY": r"(?:[0-3]?[0-9](?:st|nd|rd|th)?+(?![0-9%.]*[0-9%]))",
    "NEAR": r"(?:most\ recent|recent|latest|last|past|(?<=\bthe\ )reported|this|holiday|christmas|summer|winter|spring|just-ended)",
    "LONG": r"(?:three|six|nine|twelve|3|6|9|12)",
    "UNEVEN": r"(?:two|four|five|seven|eight|ten|eleven|[24578]|1[01])",
    "DATE": r"(?:(?:{DAY}\ )?{MONTH}(?:\ {DAY})?(?:,?\ {YEAR})?)",
    "ITSYEAR": (
        r"(?:(?:,?\ (?:clos|clôturé|achevé|terminé)e?\ [^.;\n€$%]{3,18}?)?(?:,\ (?:le|soit\ le)\ \w++)?"
        r"\ (?:de\ (?:l'|son\ |cet\ |leur\ |su\ )|del?\ (?:su\ )?)(?:exercice|année|ejercicio|año)"
        r"(?:\ (?:décalé|fiscale?|comptable|en\ cours|en\ curso))?"
        r"(?!\ (?:écoulé|précéd|dernièr|pass|prochain|anterior|pasado|previo|d'avant))\b"
        r"(?:\ (?:de\ )?{YEAR})?|\ (?:del?\ )?{YEAR})?"
    ),
    "SEINJAHR": r"(?:\ (?:des|seines|ihres)\ (?:(?!vergangen|letzt|vorig|voran)[\w.]++\ ){{0,5}}?(?:geschäfts)?jahre?s\b)",
    "OWNWORD": r"(?:ums[aä]tz|erlös|gewinn|überschuss|ergebnis|verlust|fehlbetrag)",  # "Halbjahresumsatz": the metric's own part
    "ITSBASIS": (  # of a level: "On an annual basis, profit came to $5 million"
        r"(?<=(?:^|[.\n]\ ?)on\ an?\ )(?:annual|yearly)\ basis"
        r"(?=,\ [a-z ]{{2,30}}\ (?:came|was|were|stood|totall?ed|reached|amounted|posted|reported|earned|logged|made|booked)\b)"
    ),
    "SINCE": r"(?<=(?:from|since|compared\ (?:to|with)|against|versus)\ (?:[^,;.]|[.,](?=[0-9])){{0,40}})(?=start|beginning|turn)",
    "TAIL": r"""(?:
        (?:(?:,?\ (?:of|in|for)\ (?:the\ |its\ |their\ |this\ )?|[ /-])
            (?:(?:{FISCAL}\ )?(?:year\ )?{YEAR}|'[0-9]{{2}}|fy\ ?(?:{YEAR}|{SHORT})|{FISCAL}\ (?:year\b|{SHORT})
              |year\b(?!\ (?:to\ (?:{DAY}?\ ?{MONTH}|date|the)|before|earlier|e(?!nd(?:ed|ing)\ {DATE}))|-o)))?+
        (?:,?\ (?:(?:which|that)\ )?(?:period\ )?(?:ended|ending|closed|to|through|until)\ (?:on\ |in\ )?
            (?:the\ end\ of\ |end[ -])?{DATE}
          |(?:\ of|\ in)?\ (?:the\ )?(?:last|previous|prior|preceding)\ (?:(?:{FISCAL}\ )?year|fiscal)\b
          |\ (?:of|in)\ next\ (?:{FISCAL}\ )?year\b
          |\ (?:a|one)\ year\ (?:ago|earlier|before|prior)\b|(?:\ of|\ in)?\ the\ year\ (?:before|earlier)\b)?+
    )""",
}

# Family by family; the first that fits wins, so the longer reading stands first.

_FAMILIES = {
    "skip": rf"""
        (?:{{ORDINAL}}|[a-z]++th|last|past|next|[0-9]++|two|three|four|five|six|seven|eight)[ -]
            (?:consecutive|straight|successive|in\ a\ row|few)[ -](?:fiscal\ )?(?:quarter|year|month|half)s?+
      | (?:latest|current|just-ended|recent|{{ORDINAL}}|this\ year's)\ and\ (?:the\ )?
            (?:year-(?:ago|earlier)|prior-year)\ (?:quarter|
            period)s\b
      | annual\ (?:{MOVE}|expansion)\b | (?<=[0-9](?:%|\ per\ ?cent|\ pct)\ )(?:annual|yearly)\ (?:[a-z]++\ ){{1,3}}?{MOVE}\b
      | (?:late|early)\ last\ (?:year|quarter|month)\b
      | (?<=\b{{ORDINAL}}\ (?:quarter\ )?(?:in|of)\ (?:its|the|their|[\w.&-]++'s?)\ (?:{{YEAR}}\ )?){{FISCAL}}\ year\b
      | {{ORDINAL}}\ quarterly\ (?:net\ |operating\ )?(?:loss|profit|gain|rise|drop|fall|decline)s?\b
      | (?!{{SINCE}})
            (?:start|beginning|end|close|middle|rest|remainder|course|time|turn)\ of\ (?:the|this|last|next)
            \ (?:fiscal\ |calendar\ )?(?:year|quarter|half|month)\b
      | (?:quarter|year|half)(?:'s)?[- ]end\b(?!\ (?:report|results|accounts)\b) | (?:a|one|three)[- ]quarters?\ of\b
      | a\ quarter\b(?!\ (?:ago|earlier|before)|-o(?:n|ver)-quarter) | quarter[- ](?:point|century|mile)
      | (?:{{LONG}}|[0-9]++)-(?:month|week)\ (?:high|low|peak)s?\b
      | (?!{{ITSBASIS}}) (?:quarterly|annual|interim|half-yearly)\ (?:cash\ |general\ |shareholder\ |shareholders'\ |percentage\ )?
            (?:dividend|meeting|payout|payment|distribution|rate|basis|fee|salary|savings|conference)s?\b
      | (?:half|full)[-\ ]year\ (?:payout|payment)\b
      | (?:since|until|till|by|before|after|as\ of|at|on)\ (?:the\ )?(?:{{DATE}}|{{YEAR}})(?![- ]quarter)
      | (?:past|last|next|coming|over)\ (?:[0-9]++|two|three|four|five|six|nine|twelve|several|few|couple\ of)\ (?:quarter|
            month|year)s\b
            (?!\ (?:of|to|ended|through)\b)
      | {{DAY}}\ {{MONTH}}(?:,?\ {{YEAR}})?+(?!\ ?(?:-|to)\ ?{{DAY}}\ {{MONTH}},?\ {{YEAR}})
      | {{MONTH}}\ {{DAY}}(?:,?\ {{YEAR}})?+(?!\ ?(?:-|to)\ ?{{MONTH}}\ {{DAY}},?\ {{YEAR}})
    """,
    "previous": r"""
        {SINCE}(?:start|beginning|turn)\ of\ (?:the|this)\ (?:{FISCAL}\ )?(?:year|quarter|half|period)\b |
        (?:a|one)\ (?:quarter|month)\ (?:ago|earlier|before)\b |
        quarter[- ](?:on|over|to)[- ]quarter\b | month[- ](?:on|over)[- ]month\b | qoq\b | q/q\b | q-o-q\b | m/m\b
      | (?<!quarter[- ])on[- ]quarter\b(?!-) | (?<=(?:per\ ?cent|percent|pct|%|pc)\ )on\ the\ (?:quarter|half)\b
      | (?<=(?:per\ ?cent|percent|pct|%|pc)\ |(?:^|[.\n]\ ?))on\ a\ quarterly\ basis\b
      | sequential(?:ly)?+\b | (?<=[0-9]\ ?(?:%|per\ ?cent|percent|percentage\ points)\ )(?:quarter|month)ly\b
      | linked[ -]quarter(?:\ basis)?+\b(?!\ of\ {YEAR})
      | (?:previous|preceding|prior|immediately\ preceding)\ (?:{FISCAL}\ )?(?:quarter|three\ months|three-month\ period|half|
            month|period)\b(?!\ ended\ {MONTH})
      | quarter\ (?:before|earlier)\b
      | (?<=\bfrom\ (?:about\ |an?\ )?[$€£]?[0-9][0-9.,]{{0,9}}(?:%|\ (?:percent|per\ cent|cents|million|billion))?(?:\ in)?\ )
            last\ quarter\b
      | (?:(?:over|in|for)\ (?:the\ )?)?three\ months\ (?:immediately\ )?(?:before|earlier|ago)\b
    """,
    "to_date": r"""
        year[- ]to[- ]date\b | (?:(?:current|new)\ )?quarter[- ]to[- ]date\b | so\ far\ (?:this|in\ the\ (?:current|new))\ quarter\b
      | (?:first|opening)\ (?:[2-9]|10|11|two|three|four|five|six|seven|eight|nine|ten|eleven)\ weeks\ (?:of|in)
            \ (?:the|its|this)\ (?:(?:current|new|{ORDINAL})\ )?(?:{FISCAL}\ )?(?:quarter|half|year)\b
      | (?:(?:first|opening)\ {UNEVEN}\ months|{UNEVEN}[- ]months?(?:\ period)?(?=\ (?:to|ended|ending|through)\b)|{UNEVEN}-month)
            \b(?:\ (?:of|in)\ (?:(?:the|this|last)\ (?:{FISCAL}\ )?year|{YEAR})\b)?
    """,
    "other_year": r"""
        pre[- ](?:pandemic|covid(?:-19)?)\b | before\ (?:the\ pandemic|covid(?:-19)?)\b
      | (?:two|three|four|five|six|[0-9]{{1,2}})\ years\ (?:ago|earlier|before|prior)\b | decades?\ ago\b
    """,
    "next": rf"""
        (?:next|coming|upcoming|current|ongoing|following)[ -](?:{{FISCAL}}\ )?(?:{{ORDINAL}}\ |{{MONTH}}\ )?(?:quarter|year|half|
            month)s?\b(?:\ {{YEAR}})?
      | (?:year|quarter)\ ahead\b | this\ (?:{{FISCAL}}\ )?year\b(?!'s\ (?:{{ORDINAL}}|quarter))
      | (?:rest|remainder|balance)\ of\ (?:{{FISCAL}}\ )?(?:{{YEAR}}|{ITS}\ {{FISCAL}}\ year)
    """,
    "year_ago": r"""
        (?<=(?:(?:quarter|month|sequential)ly|quarter|month)\ (?:and|but)\ (?:[a-z]++\ )?[0-9.]{{1,6}}
            (?:%|\ per\ ?cent|\ percent|\ percentage\ points)\ )annually\b
      | (?<=[0-9](?:%|\ per\ ?cent|\ percent)\ )annually(?=\ (?:and|but)\ (?:[a-z]++\ )?[0-9.]{{1,6}}
            (?:%|\ per\ ?cent|\ percent)\ (?:(?:quarter|month|sequential)ly|quarter-|month-|from\ the\ p)) |
        (?:(?:a|one)\ year|(?:12|twelve)\ months)\ (?:ago|earlier|before|prior|previously)(?:\ (?:quarter|period|half|month))?\b
      | (?!(?<=\bat\ the\ )same\ time,)
        (?:same|corresponding|comparable|comparison|reference|equivalent|year-?\ ?ago|year-?\ ?earlier|year-before|prior-year|
            previous-year|(?:last|prior|previous)\ year's|like)[ -]
            (?:(?<=ing[ -])(?:previous|prior|preceding)\ )?(?:{FISCAL}\ )?(?:{YEAR}\ )?
            (?:(?:{ORDINAL}|{LONG})[- ])?(?:month[- ]|{MONTH}\ )?(?:period|quarter|half|stretch|time|months?|level|figure|
                span|weeks|number|result|stage|point)s?\b
      | (?<=\b(?:with|to|versus|against|from)\ [^.;]{{1,40}}\ (?:in|for)\ the\ )(?!2019){YEAR}\ (?:quarter|period|half)\b
      | (?:a\ )?year-(?:ago|earlier|before)\b | prior[- ]year(?:'s)?(?:\ (?:period|quarter|half|month))?\b
      | this\ time\ (?:last\ year|a\ year\ (?:ago|earlier|before))\b
      | yr\ (?:ago|earlier)\b | year\ (?:before|earlier|prior|previous)\b | year-?\ ?prior(?:\ (?:period|quarter|half|month))?\b
      | (?<=(?:(?:vs\.?|versus|from|than|to|with|;|,)\ |\())year\ ago\b(?<!,\ year\ ago(?!:))
      | (?:previous|preceding)\ (?:{FISCAL}\ )?year\b
      | prior\ {FISCAL}\ year\b | previous\ 12\ months\b
      | (?<=(?:per\ ?cent|percent|pct|%|pc)\ )on\ (?:the\ year|an?\ (?:annual|yearly)\ basis)\b
      | (?<=(?:higher|lower|up|down|fell|rose|flat|rise|fall)\ )on\ the\ year\b
      | pcp\b
      | (?<!\bthe\ )last\ time(?:\ (?:a)?round)?\b(?=[,.;)]|\ and\b|\ but\b|$)
    """,
    "on_year": r"""
        year[- ](?:on|over)[- ]year\b | (?<!year[- ])on[- ]year\b(?!-) | yoy\b | y/y\b | y-o-y\b
    """,
    "compact": r"""
        f?q[1-3]\ ?(?:-|through)\ ?f?q?[2-4](?:[- /]?(?:(?:fy[- ]?)?{YEAR}|(?<=[-/]){SHORT}|'[0-9]{{2}}))?+\b
      | [1-3]q?\ ?(?:-|through)\ ?[2-4]q(?:[- ]?(?:[fc]y)?(?:{YEAR}|{SHORT}))?+\b
      | (?:{FISCAL}\ (?:{YEAR}\ )?|fy\ ?(?:{YEAR}|{SHORT})\ )?f?q[1-4]
            (?:[- /]?(?:fy[- ]?(?:{YEAR}|{SHORT})|f{YEAR}|(?<=[-/]){SHORT}|'[0-9]{{2}}))?+\b
      | f?[1-4]q(?:[- ]?(?:[fc]y)?(?:{YEAR}|{SHORT}))?+\b
      | h[12y](?:[- ]?(?:[fc]y)?(?:{YEAR}|(?<=[12-]|[fc]y){SHORT}))?+\b | [12]h(?:\ ?(?:[fc]y)?(?:{YEAR}|{SHORT}))?+\b
      | 9m(?:[- ]?(?:[fc]y)?(?:{YEAR}|{SHORT}))?+\b
      | fy(?:[- ]?(?:{YEAR}|{SHORT}))?+\b
      | (?<=\(){YEAR}\ (?:q[1-4]|h[12])(?=:?\ )
    """,
    "quarter": r"""
        (?:{FISCAL}\ (?:year\ )?(?:{YEAR}(?:'s)?\ |'?[0-9]{{2}}\ )?|{FISCAL}-|{YEAR}(?:'s)?\ |{NEAR}[ -])?+
            (?:(?:{ORDINAL}|final|closing)[- ](?:{FISCAL}[- ])?|(?:[a-z]{{3,9}}[- ](?:to-|to\ |
                through\ )?)?{MONTH}[- ](?:ended[- ])?(?:{YEAR}\ )?|three-month[- ])?
            quarter(?:ly)?+\b(?!-)
      | (?<=quarter[^;\n]{{0,100}}\bin\ the\ ){ORDINAL}(?=[,.;)]|\ and\b|\ but\b|$)
      | previous\ quarter(?=\ ended) | qtrly\b | qtr\b
    """,
    "months": r"""
        (?:(?:first|last|final|opening|closing|past)[- ])?{LONG}[- ]months?\b(?:\ period)?(?=,?\ (?:of|in|to|ended|ending|
            through|that|which|until|last|{FISCAL}|{YEAR}))
      | (?:first|final|last|opening|cumulative)\ {LONG}[- ]months?\b | {LONG}-month\b
      | (?:those|over|in|for|same)\ (?:the\ )?(?:three|six|nine|9|6|3)\ months\b
      | (?<=\bafter\ )(?:the\ first\ )?(?:six|nine)\ months(?=,) | (?:six|nine)\ months\ into\ (?:the|its)\ (?:{FISCAL}\ )?year\b
      | (?:12|13|14|16|24|25|26|27|28|30|39|40|52|53)[- ]weeks?\b(?:\ period)?
      | {MONTH}(?:\ {YEAR})?(?:-|\ -\ |\ to\ |-to-|\ through\ |/){MONTH}(?:[- ](?:quarter|period))?
      | {DAY}\ {MONTH}(?:\ {YEAR})?\ ?(?:-|to)\ ?{DAY}\ {MONTH},?\ {YEAR}
      | {MONTH}\ {DAY}(?:,\ {YEAR})?\ ?(?:-|to)\ ?{MONTH}\ {DAY},?\ {YEAR}
      | first\ three\ quarters\b | (?:1-(?:3|6|9|12)|4-6|7-9|7-12|10-12)/{YEAR}
      | (?<=\bbetween\ ){MONTH}\ and\ {MONTH}(?!\ {DAY})
    """,
    "half": r"""
        (?:{FISCAL}[- ])?(?:{YEAR}\ )?(?:first|second|1st|2nd|opening)[- ](?:{FISCAL}[- ])?(?:half(?:[- ]year)?|semester)\b
            (?!\ of\ (?:the\ (?:month|season|decade|century|day|game)\b|{MONTH}))
      | half[- ]year(?:ly)?+\b | half-time\b(?=\ (?:[\w-]+\ ){{0,2}}(?:profit|loss|result|sales|revenue|dividend))
      | interim\ (?=(?:\w+\ ){{0,2}}(?:profit|result|earning|report|loss|revenue|sales))
            (?!report,?(?:\ for)?(?:\ the)?(?:\ period)?\ (?:{DAY}\ {MONTH}|{MONTH}\b|q[1-4]))
      | (?<=\b(?:the|strong|weak|record)\ )half\b(?!\ (?:of|a|the|million|billion|dozen|that))(?!-)
    """,
    "year": r"""
        (?:full|whole|entire)[- ](?:{FISCAL}[- ])?(?:{YEAR}[- ])?year\b | {YEAR}\ (?:full[- ]year|fiscal\ year|financial\ year)\b
      | {FISCAL}[- ](?:year[- ])?(?:{YEAR}|{SHORT})
      | (?:{NEAR}\ )?(?:{FISCAL}|business)[- ]year\b | year(?=\ (?:ended|ending|to\ {DAY}?\ ?{MONTH}|{YEAR}))
      | (?<=\b(?:the|its|for)\ )year\b(?!\ (?:since|after|when|that)\b|[-'])
      | (?<!\baverage\ )annual\b(?!\ (?:report|recurring|run|value|inflation)) | (?:(?:whole|all)\ of\ )?last\ year\b | 12-month\b
      | {ITSBASIS} | full\ (?:12|twelve)\ months\b
      | year-end\ (?:report|results|accounts)\b | financial\ statements?\ (?:bulletin|release)(?=\ {YEAR})
      | (?<![\w-])yearly(?=\ (?:revenue|sales|turnover|net|operating|profit|earnings|loss|ebit|income))
      | (?<=\bthe\ )(?:{MONTH}|latest|most\ recent|just-ended)\ year\b(?!\ (?:ago|before|earlier|end)\b|-)
    """,
    "plain": r"""
        (?<=\b(?:in|for|during|of|from|than|over|versus|vs\.?|with|to|against|sees|expects|and|through|its|whole|full|
            throughout|für|jahr|jahre|en|pour|année|exercice|año|para|de|von|seit|gegenüber|contre|sur)\ ){YEAR}\b(?!-)
      | (?<=\(){YEAR}(?=:\ |\ [$£€(]) | (?<=\b(?:end|finish|close)\ ){YEAR}(?=\ with\b)
      | {YEAR}(?=(?:\ [a-z&-]+){{0,5}}\ (?:revenue|sales|earnings|profit|results|guidance|outlook|eps|forecast|ebitda|income|
            loss)s?\b)
    """,
    "month": r"""
        (?<=\b(?:for|revenues?|sales|turnover|profits?|income|earnings|deliveries|shipments)\ )last\ month\b
      | last\ month(?=\ (?:rose|fell|grew|shrank|jumped|dropped|climbed|slid|surged|declined|increased|decreased|was|were)\b)
      | (?<=\b(?:in|for|during)\ )(?<!\b(?:end(?:ed|ing|s)|began|beginning|start(?:ed|ing|s))\ in\ ){MONTH}(?:\ (?:of\ )?{YEAR})?
      | {MONTH}(?:\ {YEAR})?(?=\ (?:revenue|sales|deliveries|traffic|same-store|comparable|production)\b) | {MONTH}\ {YEAR}
    """,
}

# These may be followed by a year, or a date of ending.
_TAILED = ("year_ago", "compact", "quarter", "months", "half", "year")
_EARLY = ("skip", "to_date", "previous", "other_year", "next", "on_year")
_LATE = ("plain", "month", "abroad")

# The words that a period can begin with ("_" is a blank): a cheap look at each word spares the long pattern most of the text.
_OPENINGS = r"""
    first second third fourth fifth sixth seventh eighth ninth tenth final closing opening last past next three six nine
    all_of_last cumulative so_far_(?:this|in_the_(?:current|new))_quarter
    twelve several (?:two|four|five|seven|eight|ten|eleven)[-_](?:con|str|suc|in_a|few|year|month) jan(?:uary)?\b feb(?:ruary)?\b
    mar(?:ch)?\b apr(?:il)?\b may\b june?\b july?\b aug(?:ust)?\b
    sep(?:t(?:ember)?)?\b oct(?:ober)?\b nov(?:ember)?\b dec(?:ember)?\b fiscal
    financial_statements?_(?:bulletin|release)
    (?:financial|calendar)[-_](?:year|half|quarter|f?q[1-4]|[0-9']|first|second|third|fourth|final|closing|opening|three|month)
    business[-_]year previous[-_] preceding prior immediately coming upcoming current ongoing following
    most_recent latest recent (?<=the_)reported just-ended same_ corresponding comparable_(?!sales|store) equivalent
    (?:holiday|christmas|summer|winter|spring)[-_]quarter
    (?:comparison|reference)_period
    year(?!s) (?<![\w-])yearly yr yoy y/y y-o-y pcp\b quarter qtr annual
    (?:start|beginning|end|close|middle|rest|remainder|course|time|turn|balance)_of_(?:th|last|next|our|its|fiscal|financial|calendar|19|20)
    interim half sequential month-o month_o monthly m/m q[1-4] qoq q/q q-o-q fq fy h[12y] full whole entire
    decade pre-pandemic pre_pandemic pre-covid pre_covid
    on[-_](?=(?:the_)?(?:quarter|half|year)\b|an?_(?:annual|yearly|quarterly)_basis\b)
    before_the_pandemic before_covid
    this_(?:fiscal|financial|calendar|year|quarter|time_last|time_a_year) (?:a|one)[-_](?:year|quarter|month)
    like_(?:period|quarter|half) (?:late|early)_last_ (?:those|over|in|for|same)(?=_(?:the_)?(?:three|six|nine|[369]_))
    linked[-_]quarter over_(?:two|three|four|five|several|[0-9]{1,3}_(?:quarter|month|year))
    (?:since|until|till|by|before|after|as_of|at|on)_(?:the_)?(?:(?:[0-3]?[0-9](?:st|nd|rd|th)?_)?[jfmasond][aepuco][nbrylgptvc]|19|20)
    (?:19|20)[0-9][0-9] (?:1|4|7|10)-(?=[0-9]{1,2}/(?:19|20)) [1-4]q [1-3]-[2-4]q [12]h 9m
    [0-9]{1,2}[-_](?:month|week|year|jan|feb|mar|apr|may|ju|aug|sep|oct|nov|dec|quarter|consecutive|straight)
    [1-4](?:st|nd|rd|th) [0-9]{1,2}(?:st|nd|rd|th)_[jfmasond]
"""


def find_phrases(low: str, *, abroad: bool) -> Iterator[tuple[str, str, Span]]:
    """Yield the phrases that name a period, and those that only look so (family "skip"), as (family, words, span)."""
    match_at = _phrases(abroad=abroad).match
    end = 0
    for opening in _openings(abroad=abroad).finditer(low):
        if opening.start() >= end and (match := match_at(low, opening.start())) is not None:
            yield match.lastgroup or "skip", match.group(), Span(*match.span())
            end = match.end()


def _expand(pattern: str) -> str:
    """Put the named parts into a pattern, and the parts' own parts into those."""
    while (filled := regex.sub(r"\{([A-Z]+)\}", lambda m: _PARTS[m[1]], pattern)) != pattern:
        pattern = filled
    return filled.replace("{{", "{").replace("}}", "}")


@cache
def _phrases(*, abroad: bool) -> regex.Pattern[str]:
    """Compile the one pattern of all families; those that may be followed by a year or a date share one tail."""
    families = dict(_FAMILIES)
    if abroad:
        from earnsum.periods.phrases_abroad import FAMILIES  # noqa: PLC0415

        families |= {name: f"{_FAMILIES[name]} | {more}" if name in _FAMILIES else more for name, more in FAMILIES.items()}
    group = {name: f"(?P<{name}>{pattern})" for name, pattern in families.items()}
    early, tailed, late = ("|".join(group[name] for name in names if name in group) for names in (_EARLY, _TAILED, _LATE))
    whole = f"{early}|(?:{tailed}){{TAIL}}|{late}"
    return regex.compile(_expand(whole), regex.VERBOSE)


@cache
def _openings(*, abroad: bool) -> re.Pattern[str]:
    """Compile the look at a word's beginning, by first letter."""
    openings = _OPENINGS
    if abroad:
        from earnsum.periods.phrases_abroad import OPENINGS  # noqa: PLC0415

        openings += OPENINGS
    words = sorted(each for word in openings.split() for each in _apart(word.replace("_", " ")))
    groups = (list(group) for _, group in groupby(words, key=lambda word: word[0] if word[0].isalpha() else word))
    choices = "|".join(
        f"{first[0]}(?:{'|'.join(word[1:] for word in (first, *more))})" if more else first for first, *more in groups
    )
    return re.compile(rf"(?<![\w$€£¥.])(?={choices})")


def _apart(word: str) -> list[str]:
    """Return the words that a choice at a word's beginning stands for, which can then be told by their first letters."""
    choice, closed, rest = word.removeprefix("(?:").partition(")")
    return [each + rest for each in choice.split("|")] if closed and word.startswith("(?:") else [word]
