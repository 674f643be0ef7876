"""
Vetoes: numbers that are no quantities.

Years, dates, ages, index names, versions, addresses, footnote marks, the day's move of a ticker: all of them have digits and
none says what a company earned.  A number that should not have been read is struck out here; one that is wrongly struck out
is let through here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from earnsum.figures.amounts import Amount
from earnsum.patterns import ABOUT, re, regex

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)


_MONTHS_ABROAD = (
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|janvier|février|mars|avril|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)


# Dec. 31 · S&P 500 · Chapter 11 · No. 2 · fiscal 21 · aged 62 · page 3 · Q3 21
@cache
def _name_before() -> regex.Pattern[str]:
    """Return what makes the number after it part of a name, a date or a rank; matched backwards from the number."""
    return regex.compile(
        rf"""(?ri)(?<![\w])(?:
            {_MONTHS}
          | s&p|dow|ftse|nasdaq(?:-|\ )?|russell|nikkei|topix|cac|dax|mdax|stoxx|kospi
          | nifty|sensex|tsx|ibex|smi|asx|hang\ seng|msci|fortune|forbes|global|top|big
          | no\.?|nos\.|number|rank(?:ed)?|chapter|section|rule|form|title|level|phase|tier|stage
          | page|pp?\.|item|note|article|flight|route|highway
          | channel|covid|formula|version|windows|ios|android|web|class|series|type|room|suite|floor|group\ of|aged?|area|catch-
          | polls?\ of|surveys?\ of
          | fiscal|fiscal\ year|fy|year|years|since|q[1-4]|[1-4]q|h[12]|[12]h
        )(?:\ |-|(?<=[\ -]))$""",
        regex.VERBOSE,
    )


# 31 December · 10-K · 787 jets · 13 weeks · 30 analysts · 9 estimates · 8 a.m. · 1520 AEDT · 4-for-1 · 2.5x · 7203.T
@cache
def _name_after() -> re.Pattern[str]:
    """Return what makes the number before it a date, a time, a length of time or a part of a word."""
    return re.compile(
        rf"""
            [A-Za-z_à-ÿ]
          | [/:.][0-9] | \.[A-Z]{{1,2}}(?![\w.])
          | -(?!plus\b|to-|to\ )[A-Za-z]
          | ['°²³]
          | \ (?i:
                (?:of\ )?{_MONTHS}(?!\w)
              | [ap]\.?m\b|noon\b
              | (?<!,[0-9]{{3}}\ )(?:\w+\ )?
                (?:(?:analyst|economist|broker|brokerage|forecaster)s?|analyst(?:en|es)|analistas|experten)\b
              | houses\ (?:polled|surveyed)
              | (?<!\.[0-9]\ )(?<!\.[0-9]{2}\ )estimates\b
              | years?-old
              | (?:max|earthquake|quake|crisis|woes|debacle|grounding|jetliner)\b
              | (?:premi[eè]re?s?|derni[eè]re?s?|primer[oa]s?|últim[oa]s?|ersten|letzten)\b
              | (?:jahre|monate|mois|ans|jours|meses|años|mesi|anni|giorni|kuukau)
            )
          | \.?\ (?:de\ )?(?i:{_MONTHS_ABROAD})\b | \.\ (?i:quartal|halbjahr|jahresviertel)
          | [〜～~至-][0-9]{{1,2}}(?:月|분기) | 四半期|个?(?:财?季|季度|月)|\ ?(?:[·・/]4)?분기
          | 番目|번째|[年期]連続|[年期]ぶり|カ月|か月|[년기]\ ?연속|[년기]\ ?만에
          | \ ?[年月日期社次名代位歳株倍銭위명월년일차곳개배] | \ ?주당 | 股(?![份利息])
          | (?:\ (?:(?:to|or|and)\ [0-9]{{1,3}}[\ -])?|-[0-9]{{1,3}}[\ -])(?i:
                (?:(?:fiscal|full|straight|consecutive|calendar|trading|business|working|more|or\ so|successive|additional
                  |comparable|reporting|of\ the\ last\ \w+)\ )?+
                (?:day|week|weekend|month|year|quarter|hour|minute|second|decade|session|time|fold|semester|percentile)s?\b
            )
          | (?<=\b7[0-9]7)\ (?:
                Dreamliners?|[A-Za-z-]*jets?|planes?|aircraft|airplanes?|deliver(?:y|ies)|production|orders?|program(?:me)?s?|models?
            )\b
          | \ (?:AEDT|AEST|GMT|ET|EST|EDT|CET|CEST|BST|UTC|PT|PST|IST|JST|HKT|SGT)\b
          | \ (?:[A-Z]\w+\ ){{1,3}}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd|Drive|Lane|Square|Plaza)(?!\w)
        """,
        regex.VERBOSE,
    )


_THINGS = frozenset(
    """jobs people employees workers staff stores vehicles cars trucks units homes shops branches customers positions posts outlets
    aircraft rooms     redundancies barrels tonnes tons locations restaurants hotels flights patients""".split(),
)
_OPENERS = frozenset(
    (
        "A About After All Also And Another As At But By For From In Its Nearly Of On Only Or Over Some The Their These "
        "Those To With"
    ).split()
)
_NO_TICKER = frozenset("EPS EBIT EBITDA FFO AFFO NII NIM GAAP ARR GMV GMS AUM TPV DAU MAU YOY USD EUR GBP US UK EU GDP CPI".split())
# CLX, -0.99% shares fell · clx, -0.99% · undefined, +1.20%
_MOVE = regex.compile(r"(?r)(?<![\w$])(?P<ticker>[A-Z][A-Z.0-9]{0,6}|[a-z.]{1,6}|undefined)(?P<comma>,)?\ $")
_CAPITAL = regex.compile(r"(?r)(?<![\w])\w*[A-Z][\w&+-]*\ $")


_MOST_DIGITS = 18
_FINEST = -12


def is_quantity(amount: Amount, folded: str) -> bool:
    """Tell whether an amount measures something, judged before ranges are put together."""
    if not (amount.plain or _is_of_this_world(amount.value)) or _is_only_passed(amount, folded):
        return False
    after = "" if amount.per_share else folded[amount.end : amount.end + 1]
    if folded[amount.end - 1].isdigit() and (_LETTER.match(after) or _is_footnote(amount, folded)):
        return False
    if amount.kind == "money" and (_OF_ONE.match(folded, amount.end) or _is_year_before_a_word(amount, folded)):
        return False
    if amount.kind == "percent":
        return not (amount.signed and _is_ticker_move(amount, folded)) and _OF_WHOM.match(folded, amount.end) is None
    if amount.kind not in ("bare", "count") or amount.zero:
        return True
    named = amount.kind == "bare" and _OF_A_MODEL.search(folded, max(0, amount.start - 2), amount.end + 1) is not None
    return not named and _A_FRACTION.match(folded, amount.end) is None and _counts_something(amount, folded)


_OF_A_MODEL = re.compile("[ァ-ヶー][0-9]{1,2}[のはがをも」』、]")
"""``スイッチ2の販売台数``: what a model is called"""
_A_FRACTION = re.compile(r" [1-9]/[2-9]\b")
"""``2 1/2 times the orders of its rival``"""


_OF_ONE = regex.compile(
    r"-(?:a|per)-(?:year|month|week|day|unit|plate|barrel|ton|tonne)\b"
    r"|/(?:bbl|barrel|boe|tonne|ton|mt|t|oz|ounce|kg|lb|pound|mmbtu|mcf|lit(?:er|re)|l|gal(?:lon)?|[km]wh|day|hour|month|night|room|unit)\b"
)
"""What a price is for: ``oil at $115.09/barrel``, ``a $6.7 billion-a-year medicine``."""
_OF_WHOM = regex.compile(
    r"\ of\ (?:(?:the|all|those|its|[a-z]++)\ )?(?:retailers|companies|firms|respondents|executives|analysts|economists|investors"
    r"|consumers|shoppers|managers|households|those\ (?:surveyed|polled|asked))\b"
    r"|\ (?:have\ )?missed\ (?:forecasts|estimates|expectations)\b"
)
"""Behind a share of those who were asked, or reported: ``52 percent of retailers beat forecasts, 45 percent missed estimates``."""
_EASTERN = frozenset({"KRW", "JPY"})
_CLASS = regex.compile(r"대(?:를|에|의|로|\ )|の?大台|台(?:に|を|の|、|\ )")
"""Behind a sum that is only how large one is: "4조 원대를 넘기며", "1兆円の大台に乗った"."""
_MARK_NEXT = (" mark", "-mark")
_MARK = regex.compile(
    r"[ -]mark\b(?:(?! (?:and|as|while|with|on) )[^.;:\n]){0,60}?\ (?:to|at|reaching|touching|hitting|reach|touch|hit)\ "
    r"(?:(?:about|around|almost|nearly|just|over|a|record)\ ){0,3}[\p{Sc}A-Za-z.]{0,4}\ ?[0-9][0-9.,]*+\ ?(?:[mbt]|crore|lakh)"
)
"""Behind a sum that is only passed on the way to the level: "crossed the Rs 1,000-crore mark to reach Rs 1,043 crore"."""


def _is_only_passed(amount: Amount, folded: str) -> bool:
    """Tell a sum that is only how large one is, or a mark that it passed on the way to its level."""
    if amount.unit in _EASTERN and _CLASS.match(folded, amount.right):
        return True
    return folded.startswith(_MARK_NEXT, amount.end) and _MARK.match(folded, amount.end) is not None


def _is_of_this_world(value: Decimal) -> bool:
    """Tell whether a value has no more digits than money has anywhere, before the point and behind it."""
    exponent = value.as_tuple().exponent
    return value.adjusted() < _MOST_DIGITS and isinstance(exponent, int) and exponent >= _FINEST


def _counts_something(amount: Amount, folded: str) -> bool:
    """Tell whether a number without a unit is more than a year, a date or part of a name."""
    back = max(0, amount.left - 50), amount.left
    if _SHARES.match(folded, *back) or (amount.plain and _TEXTED.match(folded, *back)) or _is_quote(amount, folded):
        return False
    if amount.scaled:
        return not (amount.kind == "bare" and amount.number < 10 and folded[amount.start : amount.end] in _NAMES_WITH_M)
    if amount.kind == "bare" and amount.per_share:
        return True
    if _name_after().match(folded, amount.end) or (amount.plain and _is_year(amount)) or _is_cut_off(amount, folded):
        return False
    if not amount.plain and amount.number >= 100:
        return True
    return _name_before().match(folded, max(0, amount.left - 16), amount.left) is None


_SHARES = regex.compile(rf"(?ri)\bshares?\ (?:outstanding|count)\ (?:of|at|is|was)\ {ABOUT}$")
"""``assuming diluted shares outstanding of about 175 million``: what earnings are divided by."""

_QUOTE = regex.compile(r"(?r)(?:\((?P<ticker>[A-Z]{1,5}(?:\.[A-Z])?)\)|\((?P<ticker>[A-Z]{1,5}))\ (?P<price>[0-9.,]++\ )?$")
_ITS_MOVE = re.compile(r" [-+][0-9.]+[:;,) ]")


def _is_quote(amount: Amount, folded: str) -> bool:
    """Tell a share's price and its move of the day, printed behind a ticker: "(ACM) 44.01 -0.26 : Reports"."""
    found = _QUOTE.match(folded, max(0, amount.left - 24), amount.left)
    if found is None or found["ticker"] in _NO_TICKER:
        return False
    return amount.signed if found["price"] else _ITS_MOVE.match(folded, amount.end) is not None


_TEXTED = regex.compile(r"(?ri)\b(?:(?:text|sms)\b[^.\n]{0,40}\ to|dial|text)\ $")
"""``text 'NEWS' to 22840``"""

_CUT = regex.compile(r"(?r)\b(?:period|quarter|half|months|year|million|billion|mn?|bn)\ (?:of|for|in)\ $")


def _is_cut_off(amount: Amount, folded: str) -> bool:
    """Tell the first digits of a year at which a line was cut off ("for the same period of 2")."""
    cut = amount.plain and amount.number < 1000 and folded[amount.end : amount.end + 1] in ("", "\n")
    return cut and _CUT.match(folded, max(0, amount.start - 24), amount.start) is not None


def _is_year(amount: Amount) -> bool:
    """Tell whether four digits are a year; only what is plainly counted makes them a number ("2000 jobs")."""
    counted = amount.noun is not None and amount.noun.rsplit(" ", 1)[-1] in _THINGS
    return 1900 <= amount.number < 2100 and amount.end - amount.start == 4 and not counted


_WORD_OF_A_YEAR = regex.compile(r"Euro (?:19|20)[0-9]{2}$|(?:19|20)[0-9]{2}(?:E| [a-z]++)$")
"""A tournament, "Euro 2004"; what is estimated of a year, "2020E"; another word than a currency: "in 2022 won praise"."""


def _is_year_before_a_word(amount: Amount, folded: str) -> bool:
    """Tell a year from money, by the word that would be its currency."""
    money = amount.scaled or amount.per_share or not amount.plain
    return not money and _WORD_OF_A_YEAR.match(folded, amount.start, amount.end) is not None


_LETTER = re.compile(r"[A-Za-z_]")
_FOOTNOTES = regex.compile(r"(?r)(?<=[A-Za-z])(?:\([0-9]{1,2}\)){0,4}\(")


def _is_footnote(amount: Amount, folded: str) -> bool:
    """Tell a note's mark: a number in round brackets that hangs on a word ("per diluted share(2)(3)"), or in square ones."""
    if not amount.plain or amount.end - amount.start > 2:
        return False
    if folded.startswith("]", amount.end):
        return folded.startswith("[", amount.start - 1)
    return folded.startswith(")", amount.end) and _FOOTNOTES.match(folded, max(0, amount.start - 24), amount.start) is not None


_NAMES_WITH_M = frozenset(f"{n}{letter}" for n in range(10) for letter in "MBKT")


def _is_ticker_move(amount: Amount, folded: str) -> bool:
    """Tell whether a signed percentage is a share's move of the day, printed behind its ticker."""
    found = _MOVE.match(folded, max(0, amount.left - 12), amount.left)
    if not found:
        return False
    ticker, precise = found["ticker"], -amount.number.as_tuple().exponent == 2  # type: ignore[operator]
    if ticker.isupper():
        return ticker not in _NO_TICKER and (precise or found["comma"] is not None)
    return precise and found["comma"] is not None


def stands_alone(amount: Amount, folded: str) -> bool:
    """Tell whether an amount that is in no range is a quantity by itself."""
    if amount.zero:
        return False
    if amount.kind not in ("bare", "count") or amount.scaled or amount.per_share:
        return True
    before, after = folded[max(0, amount.start - 2) : amount.start], folded[amount.end : amount.end + 2]
    if amount.plain:
        # A phone number, an aircraft, a score; an age between commas; the 12 of a product's name
        if (
            (after[:1] == "-" and after[1:].isdigit())
            or (before[-1:] == "-" and before[:1].isdigit())
            or (amount.signed and not amount.negative)
        ):
            return False
        if before == ", " and after[:1] == "," and 15 < amount.number < 100:
            return False
        capital = _CAPITAL.match(folded, max(0, amount.left - 24), amount.left)
        return capital is None or capital.group().strip() in _OPENERS
    return not (before[-1:] == "-" and before[:1].isdigit())
