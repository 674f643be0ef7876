"""
Amount forms: the patterns by which a number is seen, with what stands before and behind it.

The scan looks for digits (or a number word that a unit follows) and reads the unit onwards from them in the same pattern;
what stands before the digits is read backwards from them by a second one.  That keeps the scan on a rare character class:
a currency code may be any three letters, but a figure always has a digit.  A way of writing that is not seen is added here,
and with an example to the tests.
"""

from functools import cache

from earnsum.figures.currencies import AFTER, BEFORE, CENTS_BEFORE, SUBUNITS, THOUSANDS
from earnsum.figures.numerals import ARTICLES, NUMBER_WORDS, SCALES
from earnsum.patterns import any_of, re, regex

HEDGES: dict[str, str] = (
    dict.fromkeys(
        ("about", "approximately", "approx.", "approx", "around", "some", "roughly", "circa", "ca.", "ca", "close to", "~"), "about"
    )
    | dict.fromkeys(
        ("environ", "rund", "etwa", "cerca de", "unos", "unas", "alrededor de", "en torno a", "quelque", "ungefähr"), "about"
    )
    | dict.fromkeys(("knapp", "fast", "nahezu", "beinahe", "casi", "près de", "presque", "à peine"), "under")
    | dict.fromkeys(("gut", "mehr als", "más de", "plus de"), "over")
    | dict.fromkeys(("nearly", "almost", "just shy of", "just under", "just below", "a little under", "slightly under"), "under")
    | dict.fromkeys(
        ("over", "more than", "above", "just over", "well over", "a little over", "slightly over", "slightly more than"), "over"
    )
    | dict.fromkeys(
        (
            "just above",
            "in excess of",
            "north of",
            "upwards of",
            "upward of",
            "well above",
            "slightly above",
            "a little more than",
            "just more than",
        ),
        "over",
    )
    | dict.fromkeys(
        ("at least", "at the very least", "a minimum of", "minimum of", "at a minimum", "at minimum", "minimum"), "at least"
    )
    | dict.fromkeys(("no less than", "not less than", "no fewer than", "as little as", "as few as", "as low as"), "at least")
    | dict.fromkeys(("supérieur ou égal à", "supérieure ou égale à", "igual o superior a"), "at least")
    | dict.fromkeys(("mindestens", "au moins", "al menos", "como mínimo", "au minimum"), "at least")
    | dict.fromkeys(("höchstens", "maximal", "bis zu", "au plus", "au maximum", "como máximo"), "at most")
    | dict.fromkeys(("up to", "at most", "no more than", "not more than", "less than", "fewer than", "a maximum of"), "at most")
    | dict.fromkeys(("maximum of", "maximum", "as much as", "as many as", "as high as"), "at most")
)
"""What softens a figure before it → how: about, under, over (the figure all but holds), or a bound."""


# 1.234,5 · 1,234.5 · 1,23,456 (Indian) · 1.234.567 · 10 000 · 5,20 (before a unit) · 1.79 · 28
_ENGLISH = r"""
    [0-9]{1,3}(?:\.[0-9]{3}){1,8}+,[0-9]{1,2}(?![0-9]|,[0-9])
  | [0-9]{1,3}(?:,[0-9]{3}){1,8}+(?![0-9])(?:\.[0-9]++)?+
  | [0-9]{1,2}(?:,[0-9]{2}(?=,)){1,6}+,[0-9]{3}(?![0-9])(?:\.[0-9]++)?+
  | [0-9]{1,3}(?:\.[0-9]{3}){2,8}+(?![0-9])
  | [0-9]{1,3}(?:\ [0-9]{3}){1,4}+(?![0-9,])(?:\.[0-9]++)?+
    (?=\ (?i:million|mln|mn|euros?|eur|sek|kronor|kr|cents|employees|people|persons|jobs|units|tonnes|stores|outlets)\b
       |[cm](?!\w)|(?<=\ 000)(?:\D|$))
  | [0-9]++,[0-9]{1,2}+(?=\ ?(?:[%€]|per\ ?cent\b|pct\b|[MmBb](?:io|rd|ln|n|illi|illiard)|eur|EUR))
  | [0-9]++(?:\.[0-9]++)?+
"""
# 1,234.5 · 1.234,5 · 1 234,5 · 1,79 · 28 · 2.5 (not three digits)
_CONTINENTAL = r"""
    [0-9]{1,3}(?:,[0-9]{3}){1,8}+\.[0-9]{1,2}(?![0-9]|\.[0-9])
  | [0-9]{1,3}(?:(?:\.[0-9]{3}){1,8}+|(?:\ [0-9]{3}){1,8}+|(?:'[0-9]{3}){1,8}+)(?![0-9])(?:,[0-9]++)?+
  | [0-9]++(?:,[0-9]++|\.[0-9]{1,2}(?![0-9]))?+
"""
# what a number in words stands before: three cents · two million · vingt pour cent
_WORD_UNITS = r"""
    (?:(?:euro|us|singapore|hong\ kong|canadian|australian|taiwan|south\ african)\ )?cents?\b
    |penn[yi]|dime|nickel|pence|(?:sen|fils|kobo|paise)\b
    |per[\ -]?cent|prozent\b|basis|million|milliard|mrd\b|mio\b|billion|trillion
    |thousand|lakh|crore|dollars?\b|euros\b|por\ ciento|pour\ cent|millones|centavos|céntimos
"""
# per share · a share · /share · per diluted ADS · apiece · par action · je Aktie, je Titel
_PER_SHARE = r"""
    (?!\ per-)(?:(?:[\ -]|(?<=[0-9])(?=per\ share))(?:per|par|je|pro|por|for\ each)[\ -]|\ ?/\ ?|[\ -]an?[\ -])
    (?:(?:fully|average|weighted|diluted|basic|common|ordinary|preferred|stapled|american|depositary|class\ [abc]
       |adjusted|core|limited|partner
       |outstanding|equity|stock)[\ -]){0,4}+
    (?:shares?|unit(?!s|ed|\ of)|ad[sr]|gd[sr]|security|action|titre|(?:stamm|vorzugs)?aktie
       |anteilsschein|papier|titel|título|papel|acción|ação|azione|receipt)(?![\w])
  | \ apiece\b
"""


_CODES = "EUR|USD|CHF|GBP|SEK|NOK|DKK|JPY|CAD|E"
"""Codes of money that stand right behind a scale ("5 MdsUSD", "3 MEUR")."""


@cache
def _tail() -> str:
    """Build what may stand behind a number: its scale, its unit and "per share"."""
    coins = any_of(word for word in SUBUNITS if len(word) > 1)
    plain = {name for name in (*AFTER, *THOUSANDS) if name[0].isalpha() and max(name) < "ɐ"}
    signs = any_of(AFTER.keys() - plain - {"€", "£", "₽", "엔"})
    scales = any_of(word for word in SCALES if len(word) > 1 and word not in ("mm", "mt"))
    return rf"""
        (?: (?=[^.,;:()'"\n])(?!\ (?:and|as|by|from|in|of|on|to|was|were|while|with)\b)  # nothing else belongs to most numbers
        (?:(?P<plus>\+|-plus)(?=\ (?i:[mb]|tr)illion))?+  # 80-plus million
        (?:
            # 5 million · $1.5bn · $147-million · 2 lakh crore · 1,2 Mrd. · MdsE
            [\ -]?+(?P<scale>(?i:(?:(?:thousand|lakh|hundred|mil)[\ -](?={scales}))?+{scales}))(?=(?:{_CODES}|[€$])?(?![^\W_]))
            (?:\.(?=\ ?(?:[€$£]|(?i:eur|usd|us-|dollar|kr|pound|pfund|sek|nok|dkk|chf|s?fr\.|franken|yen|yuan|won|gbp))))?+
            # $3M · £676m · 28.6B · $5mm · 620 MEUR · 3.9m-4.3m; but not 9M-21
          | (?P<letter>M(?=(?:{_CODES})(?!\w)))
          | (?P<letter>(?:[KkMmBbTt]|MM|mm)
              (?!\w|'\w|-(?:(?!(?:to-|(?:plus|euro|pound|dollar|yen)\b))[^\W\d]|(?:20)?[0-9]{{2}}(?!\w|[.,][0-9]))))
            # 6.07 mt, of tonnes; but not 500 mt
          | (?<=[0-9]\.[0-9]{{1,3}})\ ?(?P<letter>[Mm][Tt])(?!\w)
            # USD 33.6 m
          | \ (?P<spaced>M(?=(?:{_CODES})(?!\w))|[mMbB](?![\w'&-]|\.\w))
        )?+
        (?:
            # percentage points · basis points · bps · %-points
            (?P<points>(?i:\ ?(?:%|per\ ?cent|pct)[\ -]points?
              |[\ -]?percentage[\ -]points?|[\ -]?(?P<basis>basis[\ -]points?|bps?)
              | \ ?(?:ppts?|pp|p\.p\.|(?:prozent)?punkten?|procentenheter|points?\ de\ pourcentage
              |puntos\ porcentuales|pontos\ percentuais)
              | \ (?P<basis>basispunkten?|points\ de\ base|puntos\ básicos|pontos-base))(?!\w)
              | \ ?%?\ ?(?:포인트|ポイント|个百分点)|%p(?!\w))
            # 5% · 5 % · 5 percent · 34-per-cent · 30 pct
          | (?P<percent>\ ?%(?![0-9])|[\ -]?(?i:per[\ -]?cents?|pct|prozent
              |pour\ cent|por\ cien(?:to)?|por\ cento|per\ cento|procent|prosenttia)(?!\w)|\ ?pc(?!\w))
            # 增长1.1倍, so many times what it was come on top
          | (?P<fold>(?<=[增升涨长加多][了近约逾超过达]{{0,2}}[0-9][0-9.]{{0,5}})倍(?:[0-9](?![0-9季月年]))?)
            # 2割増, 增长2成, so many tenths of what it was
          | (?P<tenths>(?<=[增升涨长加多跌降减滑少挫退落缩赚蚀][了近约逾超过达]{{0,2}}[0-9])成(?![为立功本员交都长])
                (?:[0-9](?![0-9季月年]))?
              |割(?:[強弱超]|近く|程度|ほど|前後)?(?=[のもほ]?ど?(?:[増減上下伸落縮拡低高多少]|プラス|マイナス)))
            # 12 cents · 8-cent · 12.3p · half a penny
          | [\ -]?+(?P<cent>(?i:{coins})(?!\w)|(?<=[0-9])(?:[pc](?!\w|\.m)|[¢銭]|港仙|美[分仙]|セント|\ ?센트)|(?<=[0-9]\ )¢
              | (?<=(?:每股|股息|期息|派)[^。;\n]{{0,30}}?[0-9])[分仙](?![钟鐘])
              | (?<=\b(?:EST\.?|EPS|VS\.?|TO|OF|LOSS|PROFIT|SHR)\ [0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)C(?!\w))
            # 5 million euros · 1.5 mln eur · 5€ · d'euros; but not the currency of the next figure
          | [\ -]?+(?i:d'|de\ |di\ )?+(?P<unit>(?i:{any_of(plain)})(?!\w)(?!\ ?[0-9])
              | E(?!\w)|[€£₽](?!\ ?[0-9])|{signs}
              | 엔(?=[은을이의으에로과화였]|[^가-힣]|$)
              | (?<=[0-9]|[0-9][.,][0-9]{{1,3}}\ |(?i:mrd|mio|mds?)\.?\ |(?i:milli(?:on|ard|one)s?)\ |\bM(?:ds?)?)\$(?!\ ?[0-9]))
        )?+
        (?P<per>(?i:{_PER_SHARE}))?+
        )?+
        """


_HAN = "(?:[几多余]?[十百백천千万萬만亿億억兆조])++"
"""Scales of East Asia, and what says that it is some more: ``3百多亿``."""


@cache
def digits_pattern(*, decimal_comma: bool) -> regex.Pattern[str]:
    """Return the scanner for figures in digits; it begins with a bare class of characters, which is what makes it fast."""
    return regex.compile(
        rf"""
        (?P<digits>{_CONTINENTAL if decimal_comma else _ENGLISH})
        (?: (?P<han>
            (?:{_HAN}|\ (?:[亿億兆]|[万萬](?=\ ?[元美港人股吨辆片部])))
            (?:\ ?[0-9][0-9,.]*+(?:{_HAN}|\ [亿億兆])){{0,6}}+
            (?:[0-9]{{1,4}}(?:(?=\ ?[原円元圆원달台人명대개건件個])|(?:\.[0-9]++)?+(?=%)))?+) )?+
        {_tail()}""",
        regex.VERBOSE,
    )


@cache
def tail_pattern() -> regex.Pattern[str]:
    """Return the pattern of what stands behind a number, for where a bracket parts it from the digits; it may match nothing."""
    return regex.compile(_tail(), regex.VERBOSE)


@cache
def words_pattern() -> regex.Pattern[str]:
    """Return the scanner for figures in words, which count only before a unit or a scale."""
    words = any_of(word for word in NUMBER_WORDS if word not in ("zero", "nil", *ARTICLES))
    return regex.compile(
        rf"""
        (?<!\w)(?i:
            # half a cent · half a million · a half-percent
            (?P<half>half[\ -](?:an?[\ -])?|a\ half[\ -])(?=cent|penn|per|million|billion|trillion|basis)
            # three-quarters of a billion
          | (?P<half>(?:three[\ -]quarters|two[\ -]thirds|(?:a|one)[\ -](?:quarter|third))\ of\ an?\ )(?=million|billion|trillion)
            # three cents · twenty-five cents · two to three percent
          | (?P<word>(?:(?:twenty|thirty|forty|fifty|sixty)[ -](?=(?:one|two|three|four|five|six|seven|eight|nine)\b))?+{words})
            (?=[\ -](?:(?:to|or|and|und|bis)\ (?:{words}|[0-9]{{1,3}})\ )?+(?:{_WORD_UNITS}))
            # nil cents
          | (?P<word>zero|nil)(?=[\ -](?:(?:euro\ )?cents?\b|penn|pence|(?:a|per)\ share\b))
            # a penny · a billion
          | (?P<one>an?)(?=\ (?:cent\b|penny|dime\b|nickel\b|(?:million|billion|trillion)\b|percentage\ point|dollar\ a\ share))
            # un milliard · eine Milliarde
          | (?P<one>einem)(?=\ prozent\b)
          | (?P<one>une?|eine[rn]?)(?=\ (?:milliarde?|million|billion|cent(?=\ (?:de|par|au)))\b)
            # between breakeven and 60 cents · zero to $2 billion
          | (?P<zero>break-?even|zero)(?=\ (?:and|to)\ )
        )
        {_tail()}""",
        regex.VERBOSE,
    )


@cache
def word_units_pattern() -> re.Pattern[str]:
    """Return a quick search for a space that may part a number word from its unit; few texts have more than a handful."""
    return re.compile(
        rf"""
        [\ -](?=[BCDEFHKLMNPSTUabcdefhklmnpstu])(?:
            (?<=[nN]il.)(?:a|per)\ share\b
          | (?<=[A-Za-z].)(?i:{_WORD_UNITS})
          | (?:(?<=[Bb]reakeven\ )|(?<=[Bb]reak-even\ )|(?<=[Zz]ero\ ))(?:and|to)\ )""",
        re.VERBOSE,
    )


# about $ · -$ · $( · US$ · (EURO) · minus EUR · more than a
@cache
def lead_pattern() -> regex.Pattern[str]:
    """Return the pattern of what belongs to a figure before its digits; it is matched backwards from them."""
    currencies = any_of(BEFORE, backwards=True)
    return regex.compile(
        rf"""(?r)
        (?:(?<![\w])(?P<hedge>(?i:{any_of(HEDGES, backwards=True)}))(?:"?,?\ |(?<=~))(?:an?\ (?:adjusted\ )?)?)?
        (?P<open>\()?
        (?P<sign>(?<![\w)%$£€/.])[-+]|(?<=[\u2e80-\ud7af])\+|(?<=[为達达至到是的比率润潤益利损損余餘入额額流收幅速])-|(?<!正)[負负]|[△▲]|マイナス
            |(?<!\w|plus\ or\ )(?:(?i:minus|negative|positive)|\((?i:minus|negative)\)
              |(?<=\b(?:von|auf|und|bis|mit|to|and)\ )plus)[\ -])?  # von minus 3 auf plus 2 Millionen
        (?:(?:(?<![A-Za-z$])|(?<=\b(?:to|of|at|from|and|by))(?=[$£€]))  # "98 cents to$1.03"
          (?:(?P<currency>{currencies})\ ?(?P<inner>[-+(])?|(?P<currency>{any_of(CENTS_BEFORE, backwards=True)})))?
        (?P<point>(?<![\w.])\.)?
        """,
        regex.VERBOSE,
    )


@cache
def per_share_pattern() -> regex.Pattern[str]:
    """Return the pattern of "per share" and its like, for where it follows a bracket."""
    return regex.compile(_PER_SHARE, regex.VERBOSE | regex.IGNORECASE)
