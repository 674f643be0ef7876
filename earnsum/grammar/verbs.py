"""
Words that name a metric, by what stands around them: verbs by what is behind their figure, and "net".

"It delivered 308,600 cars" tells deliveries; "it delivered strong results" tells
nothing.  "It set aside $1 billion for bad loans" tells provisions, "it
repurchased $2 billion of shares" a buyback, and what a business "brought in"
is its revenue. "It had net of $3 million" and "third-quarter net rose" tell net income;
"net of tax" and "net new orders" tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.grammar.metrics import BRINGS
from earnsum.names.scopewords import CALENDAR
from earnsum.patterns import ABOUT, regex
from earnsum.text.firms import FIRM
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.sums import SUM
from earnsum.text.terms import ITS, PERIOD, SALES, UNIT

_HEDGES = (
    r"(?:(?:a|an|about|around|roughly|nearly|almost|some|more|than|over|only|just|total|of|another|record|between|as|many)\ )*+"
)
_THINGS = (
    r"(?:vehicles?|cars?|trucks?|suvs?|evs?|sedans|vans|buses|motorcycles|bikes|planes?|jets?|jetliners|airliners|airplanes?|"
    r"aeroplanes?|aircraft|helicopters?|ships|homes|houses|iphones|smartphones|phones|handsets|pcs|laptops|notebooks|computers|tablets|consoles|"
    r"tractors|scooters|two-wheelers|units(?!\ of\b))"
)
_SHOPS = (
    r"(?:stores|restaurants|shops|locations|outlets|clubs|hotels|properties|branches|theaters|centers|cafes|sites|supermarkets"
    r"|superstores|drugstores|pharmacies|warehouses|dealerships|salons|diners)"
)
_NUMBER = r"[0-9][0-9.,]*+(?:\ (?:million|thousand))?(?:\ (?:to|and|or)\ [0-9][0-9.,]*+(?:\ (?:million|thousand))?)?"
_EARNED_OR_LOST = r"(?:loss(?:es)?|profits?|gains?|charges?|income|ebitd?a?|earnings|savings|costs?|cash|proceeds|taxes|dividends?)"
_SOLD_ONCE = r"(?:(?:[a-z]++\ )?(?:asset|property|land|share|stock|home|plane|ship)\ sales?|the\ sale|disposals?|operations)"
_MONEY = (
    r"[\p{Sc}A-Za-z]{0,4}\ ?-?[0-9][0-9.,]*+\ ?(?:million|billion|trillion|crore|mln|bln|mn|bn|m|b)?"
    r"(?:\ (?!loss|profit)[a-z]{3,6})?"
)
_BAD_DEBTS = r"loans?|impairments?|bad|non-performing|npas|credit|loan\ losses|losses|debts|provisions|defaults"
_BROUGHT_IN = (
    r"(?<!\b(?:offering|sale|deal|film|movie|IPO|auction|round|divestiture|disposal|sell-off|issue|cash)\ )"
    r"(?:(?:brought|raked|pulled|took|(?<=\b(?:will|would|to|should)\ )(?:bring|rake|pull|take))\ in|turn(?:ed|s|ing)\ over"
    rf"|brought\ (?:it|the\ {FIRM}|(?-i:[A-Z])[\w&-]++)|{'|'.join(sorted(BRINGS))})"
)
_OF_THE_SALES = (
    rf"(?<!{SALES}\ )accounted\ for(?<=\b{SALES}\b"
    r"(?:(?!profit|income|earnings|ebitda|loss\b|orders|bookings)[^\n]){2,160})"
    rf"(?=\ {_HEDGES}(?>{_MONEY})(?:\ of\ (?:that|this|it|the\ total)\b|[,.;]))"
)
"""What a part's share of the sales is told with ("Revenue was $5 billion. Cloud accounted for $2 billion of that")."""
_REPORTED = (
    rf"(?<=\b(?:{UNIT}\ |(?:{UNIT},\ (?:which|home|including)"
    r"|(?-i:[A-Z])\w+,\ which\ (?:includes?|houses?|covers?|comprises?|contains?|spans?))\ [^$;]{3,90},\ ))"
    r"(?:posted|reported|recorded|delivered|booked|logged|registered|organic)"
)
_NOT_OF_PROFIT = (
    r"(?<!\b(?:profits?|earnings|income|loss(?:es)?|ebitd?a?)\b(?:[^.\n]|\.(?=[0-9])){0,160}"
    r"\b(?:while|whereas|and|but|as)\ [^.,;\n]{2,60})"
)
"""``Operating profit at the chemicals unit was $41 million, while the materials business posted $19 million``: of the same"""
_SAID_BARE = r"\ ?(?:[,;.]|\n|$|and\b|versus\b|vs\b|compared\b|up\b|down\b|in\ the\b|for\ the\b|\()"
"""What follows a sum that needs no name, of a part that reports it: its sales ("The cloud segment posted $17 billion, up 7%")."""
_NOT_PLANNED = r"(?<!\b(?:would|could|can|may|might)\ )"
_BY_RATE = (
    rf"(?:was\ |were\ )?(?:{MOVED}|off|up|down)\ (?:by\ )?(?:{_HEDGES})[0-9][0-9.]*+(?:%|\ ?per\ ?cent|\ pct)"
    r"(?:\ from\ a\ year\ (?:earlier|ago|before)|\ on\ the\ year)?,?\ to\ "
)
_TO = rf"(?:was\ |were\ )?(?:{MOVED}|up|down)\ (?:sharply\ |slightly\ )?(?:to|at)\ "
_VERB = regex.compile(
    rf"""(?i)\b(?:
        (?:(?P<deliveries>deliver(?:ed|ing|s)?|hand(?:ed|ing)\ over|closed(?:\ on)?|complet(?:ed|ing)|s(?:old|ell|elling)
              |ship(?:ped|ping)?(?:\ out)?|d[ei]spatch(?:ed|ing))
          | (?P<production>{_NOT_PLANNED}produc(?:ed?|ing)|buil[dt]|building|ma(?:de|ke|king)
              |manufactur(?:ed?|ing)|assembl(?:ed?|ing)))
        \ {_HEDGES}(?={_NUMBER}(?:-|\ )(?:(?!(?:in|for|of|on|and|to|from)\b)[\w-]++\ ){{0,2}}?{_THINGS}\b)
      | (?P<production>{_NOT_PLANNED}(?:produc(?:ed?|ing)|mined?|mining|pump(?:ed)?|smelt(?:ed)?|brew(?:ed)?))\ {_HEDGES}
        (?={_NUMBER}\ (?:metric\ )?(?:tonnes|tons|mt|barrels|bpd|boe(?:pd|/d)?|b/d|ounces|hectolit(?:re|er)s)\b
          (?!(?:\ of\ [\w-]++)?\ (?:a|per|each)\ (?:year|annum)))
      | (?P<deliveries>shipments)\ of\ {_HEDGES}
        (?={_NUMBER}(?:-|\ )(?:(?!(?:in|for|of|on|and|to|from)\b)[\w-]++\ ){{0,2}}?{_THINGS}\b)
      | (?<!\b(?:industry|market|global|worldwide|industry-?wide)\ (?:[\w-]++\ )?)(?P<deliveries>shipments)
        (?=(?:\ (?:of|in|to|at)\ (?:its\ |the\ )?[A-Za-z][\w.'-]*+(?:\ [A-Za-z][\w.'-]*+){{0,2}}?)?
          \ (?:{_TO}|{_BY_RATE}|of\ (?=[0-9.]++\ (?:million|thousand)|[0-9]++,[0-9])
            |were\ |was\ |totall?ed\ |reached\ |hit\ |topped\ |c[oa]mes?\ (?:to|in\ at)\ |stood\ at\ )
          {_HEDGES}{_NUMBER}(?!\ (?:billion|trillion)|%|\ per))
      | (?P<production>produced)\ (?=[0-9][0-9.]*+\ (?:million|thousand)(?:[.;,]?(?:\n|$)|[.;]\ |,\ (?![0-9])))
      | (?:(?P<deliveries>deliver(?:ed)?)|(?P<production>produced?))\ {_HEDGES}
        (?=[0-9]{{1,3}}(?:,[0-9]{{3}})?\ (?:in|during|for)\b|(?:[0-9]{{1,3}}(?:,[0-9]{{3}})?|(?:[0-9.]++\ )?million)
          (?:[.,;]?(?:\n|$)|[.;]\ |,\ (?![0-9])|\ (?:last|this|next|of\ them)\b))
      | (?P<provisions>(?:set(?:ting)?|put)\ aside|tucked\ away|earmarked|provided)\ {_HEDGES}
        (?={_MONEY}(?:\ in\ the\ (?:[\w-]++\ )?quarter)?
          \ (?:for|as|to\ cover|against|towards?)\ (?:[\w-]++\ ){{0,3}}?(?:{_BAD_DEBTS})\b)
      | (?P<provisions>releas(?:ed|ing))\ {_HEDGES}
        (?={_MONEY}\ (?:from|of|in)\ (?:its\ )?(?:(?:loan|credit)[- ]?(?:loss)?\ )?(?:loss\ )?(?:reserves|provisions|allowances)\b)
      | (?P<capex>spen[dt]|spending)\ {_HEDGES}
        (?={_MONEY}(?:\ (?:to|and)\ {_MONEY})?(?:\ (?:this|next)\ year|\ in\ 20[0-9]{{2}})?\ (?:on|in|as)\ (?:its\ )?
          (?:capex|capital\ (?:expenditures?|spending|projects|works)|drilling|exploration|new\ wells)\b)
      | (?<!\b(?:has|have)\ )(?P<buyback>repurchas(?:ed?|ing)|bought\ back|buying\ back)\ {_HEDGES}
        (?={_MONEY}\ (?:worth\ )?(?:of|in)\ (?:[\w'-]++\ ){{0,2}}?(?:shares|stock)\b)
      | (?P<buyback>spen[dt]|spending)\ {_HEDGES}
        (?={_MONEY}(?:\ (?:in|during)\ the\ (?:[\w-]++\ ){{0,2}}?{PERIOD}|\ last\ quarter)?
          \ (?:to\ (?:re-?purchase|buy\ back|retire)|(?:on\ )?(?:re-?purchasing|buying\ back))
          \ (?:[\w.,'-]++\ ){{0,5}}?(?:shares|stock)\b)
      | (?P<earnings>(?:brought|raked|pulled|took)\ in)\ {_HEDGES}
        (?=(?>{_MONEY}),?\ or\ (?:\p{{Sc}}[0-9.]++|[0-9.]++\ (?:cents?|pence))\ (?:an?|per)\ (?:[a-z]++\ )?share\b)
      | (?P<earnings>(?<=\b(?:to|after|from|by|despite|(?:will|would|should|could|may|might)(?:\ [a-z]++)?)\ )mak(?:e|ing))
        \ {_HEDGES}(?={_MONEY}(?:\ (?:to|and)\ {_MONEY})?(?:[.,;](?!\w)|\n|$|\ (?:an?\ (?:year|share)|per\ share|last\ year
          |this|next|after|before|that|or|but|over\ the|during|and\ [a-z]+ed|on\ sales|excluding
          |(?:in|for)\ (?:the|its|all|last|fiscal|20[0-9]{{2}}|{CALENDAR}))\b))
      | (?P<earnings>(?<!\bas\ an?\ )results?|(?<=\b(?:posted|reported|recorded|showed)\ a\ )gain)
        (?=,?\ (?:(?:were|was|of|came\ (?:to|in\ at)|totall?ed|amounted\ to)\ )?{_HEDGES}
          (?:\p{{Sc}}[0-9.]++|[0-9.]++\ (?:cents?|pence))\ (?:an?|per)\ (?:[a-z]++\ )?share\b)
      | (?<=\bthe\ (?:(?:company|group|firm|bank)'s\ |net\ )?)(?P<earnings>result)
        (?=(?:,\ which)?\ (?:was|totall?ed|amounted\ to|stood\ at|c[oa]mes?\ (?:to|in\ at)
              |(?:improved|weakened|fell|rose|decreased|increased|deteriorated)\ to)
          \ {_MONEY}\ ?(?:[,.;(](?!\w)|$|\n|(?:compared|down|up|from|and|in|for|while|against|negative|positive)\b))
      | (?P<revenue>{_BROUGHT_IN})\ {_HEDGES}(?!\p{{Sc}}?[0-9.,]++\ ?(?:%|per\ ?cent|(?:[a-z-]++\ ){{0,4}}?{_EARNED_OR_LOST}\b
          |(?:[a-z]++\ )?from\ {_SOLD_ONCE}\b))
        (?=(?>{_MONEY})(?!\ (?:of|in)\ (?!(?:the|its|{CALENDAR})\b)|\ worth|[-\w]
            |\ to(?:wards?)?\ (?!(?:(?:net\ |total\ |group\ )?(?:sales|revenues?|turnover)|the\ (?:total|top\ line)|date)\b)))
      | (?P<revenue>sold)\ {_HEDGES}(?={_MONEY}\ worth\ of\ (?!(?:[\w.-]++\ ){{0,4}}?
          (?:shares|stocks?|bonds|notes|debt|assets|loans|land|property|real\ estate|equity|securities|businesses|bitcoin
            |crypto\w*|tokens|treasuries|warrants|paper|stakes?)\b))
      | (?P<revenue>sold\ (?:goods|products|merchandise)\ worth)\ {_HEDGES}(?={_MONEY})
      | (?P<revenue>organic)(?=\ {MOVE}\ (?:in\ [\w\ ]{{3,32}}?\ )?(?:of|was|came|stood|reached)\b)
      | (?<![\w,;:%)]\ )(?<!\()(?P<revenue>organic)(?=\ {MOVE}\ (?:amounted|totall?ed|up|[0-9]))
      | (?P<deliveries>closings)(?=\ {_BY_RATE}[0-9][0-9,.]*+(?!\ (?:million|billion)))
      | (?<=\b(?:secured|won|booked|garnered|received|logged)\ (?:new\ )?)
        (?P<orders>(?:fresh\ )?orders\ (?:worth|valued\ at|totall?ing))\ {_HEDGES}
        (?=(?>{SUM})(?!\ (?:to|for|from|by)\ (?!the\ (?:quarter|year)\b)))
      | (?P<orders>value\ of\ (?:the\ |its\ )?(?:net\ )?(?:new\ )?orders)(?=\ {_BY_RATE})
      | (?P<stores>(?:ended|finished|closed)\ (?:{ITS}\ )?(?:[\w-]++\ ){{0,2}}?{PERIOD}\ with)\ {_HEDGES}
        (?={_NUMBER}\ (?:[\w-]++\ ){{0,2}}?{_SHOPS}\b)
      | (?P<stores>(?<=\bopened\ [^.;]{{3,70}},\ )(?:bringing|taking)\ {ITS}\ (?:store\ |restaurant\ )?(?:total|count)\ to)
        \ {_HEDGES}(?={_NUMBER}(?:[.,]?(?:\n|$|\ )))
      | (?P<stores>had|operat(?:ed|es|ing))\ {_HEDGES}
        (?={_NUMBER}\ (?:[\w.-]++\ ){{0,2}}?{_SHOPS}\ (?:[\w-]++\ ){{0,4}}?
          (?:at|by|as\ of)\ (?:the\ )?(?:end|close|(?-i:[A-Z][a-z]++)))
      | (?P<users>(?:people|customers|consumers)\ (?:who\ )?us(?:ed|e|ing))
        (?=\ (?:[\w'-]++\ ){{1,5}}?(?:(?:at\ least\ )?once\ a\ (?:day|week|month)|(?:every|each|a|per)\ (?:day|month|week)
          |daily|monthly|weekly)\b)
      | (?P<dividend>(?:takes|taking|brings|bringing|took)\ the\ total)
        (?=(?:\ for\ the\ (?:full\ |financial\ )?year)?\ to\ {_HEDGES}
          [$£€]?[0-9][0-9.]*+(?:p|c|\ cents?|\ pence)?\b(?!\ (?:million|billion|stores|shops)))
      | (?P<dividend>pay-?outs?)(?=\ (?:by\ [\w.%]{{2,8}}(?:\ [a-z]++)?,?\ )?(?:of|to|at|was|is)\ {_HEDGES}
          (?:\p{{Sc}}[0-9.]++|[0-9.]++(?:[pc]\b|\ (?:cents?|pence)))(?:\ (?:an?|per)\ (?:[a-z]++\ )?(?:share|unit)\b|(?<=[pc])\b))
      | (?P<revenue>{_OF_THE_SALES})
      | (?P<revenue>{_REPORTED}){_NOT_OF_PROFIT}\ {_HEDGES}(?=(?>{_MONEY}){_SAID_BARE})
    )""",
    regex.VERBOSE,
)
_OPEN_FOR_A_YEAR = (
    r"(?:(?:run|owned|operated)\ by\ [^,;.]{3,40},?\ (?:and\ )?)?(?:that\ (?:have|had)\ been\ )?(?:open(?:ed)?|trading)\ (?:for\ )?"
    r"(?:at\ least|more\ than|longer\ than|over)\ (?:a|one|two|1[2-8]|twelve|thirteen|fifteen|24)\ "
    r"(?:(?:full|straight|consecutive)\ )?(?:years?|months)\b"
)
_OPEN_SHOPS = regex.compile(
    rf"(?i)\b(?:at|in)\ (?:its\ |the\ )?(?:(?-i:[a-z]++)\ )?{_SHOPS}\ {_OPEN_FOR_A_YEAR}"
    r"(?:,\ (?:including|excluding|and|or)\ [^,;.]{3,80})?,?\ (?:net\ |its\ )?(?:sales|they)(?=\ )"
    rf"|\b(?:(?:net\ )?sales\ (?:at|in|from)\ (?:its\ )?(?:(?-i:[a-z]++)\ )?)?{_SHOPS}\ {_OPEN_FOR_A_YEAR}"
    rf"|\b(?:net\ )?sales(?=\ (?:at|in|from)\ (?:its\ |the\ )?(?:(?-i:[A-Z])[\w.'&-]*+\ ){{1,3}}{_SHOPS}\ {_OPEN_FOR_A_YEAR})"
    rf"|\b(?:net\ )?sales\ (?:at|in)\ (?:its\ |the\ )?(?:established|existing|mature|older)\ {_SHOPS}\b(?!\ and\ new)"
    rf"|\b(?:net\ )?sales(?=\ (?:(?:up|down|higher|lower)\ )?(?:at|in)\ (?:its\ |the\ )?(?:established|existing|mature|older)\ "
    rf"(?:(?-i:[A-Z])[\w.'&-]*+\ ){{0,2}}{_SHOPS}\b(?!\ and\ new))"
)
"""``Sales at stores open at least a year``: those of the same shops, told in many ways, also before the sales or by name"""
_OF_OLD_SHOPS = (" open", " trading for ", " trading at ", " trading more ", "established ", "existing ", "mature ", "older ")
SAME_SHOPS_BEHIND = regex.compile(
    r"(?i),?\ (?:at|in|from)\ (?:its\ |the\ |our\ |the\ company's\ )?(?:(?:company-owned|owned)\ )?"
    rf"(?:(?:established|existing|comparable|comparative|mature|older)\ (?:{_SHOPS}\b(?!\ and\ new))"
    rf"|(?:(?P<name>(?-i:[A-Z])[\w.'&-]*+(?:\ (?-i:[A-Z])[\w.'&-]*+){{0,2}})\ )?(?:(?-i:[a-z]++)\ )?{_SHOPS}\ {_OPEN_FOR_A_YEAR})"
)
"""``Sales fell 3% at established stores``: those of the same shops, told behind the rate, with the chain that they are of"""
_STEMS = (
    "accounted assembl bought brought buil buying closed complet contributed deliver despatch dispatch earmarked generated "
    "hand made mak manufactur brewed mined produc provided pulled pumped put releas smelted raked repurchas sell set ship "
    "sold spend spent took tucked posted reported recorded booked logged registered organic closings value ended finished "
    "bringing brings taking takes take bring rake pull turn had operat result people customers consumers yielded supplied "
    "shipments payout pay-out gain orders fresh"
).split()
"""How the verbs begin, in lower case: to look for them spares the long pattern most of the text."""


_MOVES = (
    r"(?:up|down|rises|rose|falls|fell|jump(?:s|ed)|tank(?:s|ed)|zooms|dips|slips|drop(?:s|ped)|climb(?:s|ed)|surge[sd]|plunge[sd]"
    r"|soar(?:s|ed)|slump(?:s|ed)|double[sd]|shrinks)"
)
_NET = regex.compile(
    rf"""(?i)\bnet(?:
        (?<=\b(?:had|posted|reported|recorded|showed|earned|made|a)\ net)(?=\ of\ {_MONEY})
      | (?=\ (?:for|in)\ the\ (?:[\w-]++\ ){{0,3}}?(?:quarter|months|half|year|period)\b)
      | (?=\ {_MOVES}\b)
      | (?<=\b(?:quarterly|annual|half-yearly|interim|{PERIOD}(?:'s)?)\ net)
        (?=\ (?:was|were|of|came\ (?:to|in\ at)|stood\ at|totall?ed|hit|reached)\ {_HEDGES}{_MONEY})
    )""",
    regex.VERBOSE,
)
"""``it had net of $3 million``, ``net for the nine months was``, ``Acme Q2 net slips 15%``"""


def _openings(lower: str) -> list[int]:
    """Return where words of a text in lower case begin as the verbs do."""
    places = set()
    for stem in _STEMS:
        at = lower.find(stem)
        while at >= 0:
            if not (lower[at - 1 : at].isalnum() or lower[at - 1 : at] == "_"):
                places.add(at)
            at = lower.find(stem, at + 1)
    return sorted(places)


_SOLD_ABROAD = regex.compile(
    r"(?<=\b(?:división|área|filial|rama|unidad)\ (?:de\ )?(?:la\ |los\ |las\ )?[^.;:,0-9]{3,40}\ )"
    r"(?P<verb>aportó|generó|ingresó|sumó)\ (?=[0-9][0-9.,]*+\ millones\b)"
    r"(?<!\b(?:beneficio|ganancias?|ebitda?|pérdidas?|resultado)\b(?:[^.\n]|\.(?=[0-9])){0,160})"
    r"|\b(?P<verb>setzten?)\ [^.;:!?\n0-9]{3,60}?\ [0-9][0-9.,]*+(?:\ \([0-9.,]+\))?\ "
    r"(?:Milliarden|Millionen|Mrd\.?|Mio\.?|Mill\.?)\ (?:Euro|(?:US-)?Dollar|Franken|CHF|Kronen|Yen|Pfund|€)\ "
    r"(?:\w+\ |\([^()\n]*\)\ ){0,3}?um\b(?!\ (?:[0-9]|\w+\ (?:Prozent|auf)))"
)
"""``setzte der Autobauer 5 Millionen Euro um``, ``la división de papel aportó 9 millones``: what a firm or a part of it sold"""


_BUYS_OWN = regex.compile(
    rf"\b(?P<own>(?:(?:re)?purchase|buy|buying|(?:re)?purchasing)(?: back)?) {ABOUT}{SUM} (?:worth )?(?:of|in) "
    r"(?:its|their|our|the company's|the group's) (?:own )?(?:[a-z]+ )?(?:shares|stock)\b"
    rf"|\b(?P<own>(?:re)?purchase) of {ABOUT}{SUM} (?:worth )?(?:of|in) (?:its |their )?(?:own )?(?:shares|stock)\b"
)
"""``to buy back up to $5 million of its own shares``, ``the repurchase of a further $1 billion in stock``"""


_ELIDED = regex.compile(
    r"(?i)\b(?P<kind>gross|operating|pre-?tax|net)(?= and (?!(?P=kind))(?:gross|operating|pre-?tax|net) "
    r"(?P<what>margins?|profits?|income|earnings|results?)\b)"
)
"""``gross and operating margins were``: the first one too"""
_KINDS = {
    "gross": ("gross_margin", "gross_profit"), "operating": ("operating_margin", "operating_income"),
    "net": ("net_margin", "net_income"), "pretax": ("pretax_income", "pretax_income"),
}  # fmt: skip


def find_telling_words(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, metric) of the words in folded text that name a metric by what they are said of."""
    lower = folded.lower()
    end = 0
    for opening in _openings(lower):
        if opening >= end and (match := _VERB.match(folded, opening)) is not None:
            name = next(name for name, words in match.groupdict().items() if words)
            yield *match.span(name), name
            end = match.end()
    for net in _NET.finditer(folded) if "net" in lower else ():
        yield *net.span(), "net_income"
    for first in _ELIDED.finditer(folded) if " and " in lower else ():
        yield *first.span(), _KINDS[first["kind"].lower().replace("-", "")]["margin" not in first["what"].lower()]
    if "setzte" in lower or " millones" in lower:
        yield from ((*match.span("verb"), "revenue") for match in _SOLD_ABROAD.finditer(folded))
    if "shares" in lower or "stock" in lower:
        yield from ((*match.span("own"), "buyback") for match in _BUYS_OWN.finditer(folded))
    if any(word in lower for word in _OF_OLD_SHOPS):
        yield from ((*match.span(), "same_store_sales") for match in _OPEN_SHOPS.finditer(folded))
