"""
Brokers: what those who rate a stock, or hold it, think of its company, which is neither a result nor an outlook of its own.

"Initech cut its estimate of sales to $4 million": from there on to the end of the sentence, and in the next ones that "the firm"
or "its analyst" opens, figures are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from earnsum.grammar.tokens import Token
from earnsum.grammar.told import Fact
from earnsum.model import Company, Span
from earnsum.parts.ownnames import is_same
from earnsum.patterns import re, regex
from earnsum.text.terms import EXPECTED, EXPECTS, ITS, OUTLOOK, REVISED

_SIGNS = (
    *("grad", "price target", "target price", "rating", "estimate", "coverage", "analyst", "stake", "rates ", "list"),
    *("neutral", "perform", "weight"),
    *(" his ", " her "),
    *(
        " could ",
        " may ",
        " might ",
        " believes ",
        " thinks ",
        " reckons ",
        " predict",
        " in a report",
        " note ",
        " expects ",
        " forecasts ",
    ),
)
"""What the words of those who rate or suppose have in them, which is sooner seen."""

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_WHO = rf"(?!{_DAY})[A-Z][\w&.'-]*+(?:\ (?:of\ |at\ |from\ )?[A-Z&][\w&.'-]*+){{0,4}}"
_CHANGED = rf"(?:{REVISED}|cuts|lowers|raises)"
_REPORT = (
    r"\ in\ an?\ (?:[\w-]++\ ){0,2}?(?:report|note|memo)"
    r"(?:\ (?:yesterday|today|to\ clients|(?:on|last|this|dated)\ [\w.]++(?:\ [0-9]{1,2})?))?"
)
_WOULD = rf"[^;]{{0,80}}?\b(?:would|will|should|(?:is|are)\ (?:{EXPECTED}|likely|set)\ to)\b"
_OF_ITS = (
    r"(?:the\ (?:company|group|bank|firm|[a-z]+maker)|(?!The\b|It\b)[A-Z][\w&.-]*+(?:\ [A-Z][\w&.-]*+){0,3})'s?"
    r"\ (?:[\w-]++\ ){0,3}?(?:revenue|sales|profit|earnings|income|margin|eps|EPS)\b"
)
_RATES = re.compile(
    rf"""(?x)
    (?P<note>\b[Ii]n\ an?\ (?:[\w-]++\ ){{0,2}}?(?:report|note)\b[^,;.]{{0,40}},\ )?(?P<who>{_WHO})(?:'s)?(?:\ on\ {_DAY})?(?:
        ,\ (?:which|who)\ (?:rates|(?:covers|owns|holds)\ (?:[\w.%]++\ ){{0,3}}?(?:stock|shares|company))\b[^,;]*,
      | ,\ (?:which|who)\ has\ an?\ (?:[\w"'-]++\ ){{0,4}}?(?:price\ target|target\ price|rating)\b[^,;]{{0,50}}
            (?:,|\ and(?:\ who)?)\ (?:now\ )?{EXPECTS}\b
      | (?:,\ (?:which|who)\ [^,;]{{3,60}},|,)?(?:\ (?:analysts?|strategists?))?\ (?:also\ |has\ |have\ |recently\ )?(?:
            (?:double-)?(?:up|down)grad(?:ed|es)\b(?!\ (?:its|their)\ ) | rates\b
          | added\ {ITS}\ (?:stock|shares|company)\ to\b
          | (?:reiterated|maintained|reaffirmed|repeated|kept|keeps|{_CHANGED})\ (?:[\w.'-]++\ ){{0,6}}?
            (?:estimates?|price\ targets?|target\ price|ratings?)\b
          | {_CHANGED}\ (?:his|her)\ (?:[\w.'-]++\ ){{0,5}}?(?:estimates?|{OUTLOOK}|views?|models?|numbers)\b
          | (?:began|begins|initiated|initiates|resumed|assumed|started|launched)\ (?:\w++\ ){{0,2}}?coverage\b
          | (?:took|takes|disclosed|built|revealed)\ (?:[\w.%]++\ ){{0,3}}?stake\b
          | (?:believes|thinks|(?:said|says|warned|wrote|predicted)(?:{_REPORT}|\ in\ a\ \w++)?)\ (?:that\ )?
            (?:the\ \w+|its|{_WHO})[^,;]{{0,60}}?\ (?:could|may|might|can|will\ top|will\ miss)\b
          | (?:said|says|wrote|predicted|forecast|estimated)(?(note)|{_REPORT})\b{_WOULD}
          | {EXPECTS}\ (?:that\ )?{_OF_ITS} ))"""
)
"""Who rates the stock or holds it, and how; who supposes what the company could do."""
_RATED = regex.compile(
    r"\b(?:(?:double-)?(?:up|down)graded?\b|coverage\b|price target\b|rating\b"
    r"|(?:cut|raised|lifted|lowered|moved) to ['\"]?(?:buy|sell|hold|neutral|outperform|underperform|overweight|underweight)\b)"
)
_SAYING = re.compile(
    r"\b(?:saying|predicting|noting|arguing|forecasting|adding|warning|citing)\b"
    rf"|, which (?:thinks|believes|says|said|sees|expects|predicts|forecasts|also {_CHANGED}|{_CHANGED})\b"
)
"""What follows a rating told without who gives it ("it was upgraded at Initech, predicting")."""
_HAD_CUT = re.compile(
    r"\b(?:had|has|saw|with) (?:its|their) (?:[\w-]++ ){0,4}?(?:estimates?|price targets?|ratings?|forecasts?) "
    rf"{REVISED}\b"
)
"""How the company is told of whose stock is rated: "it had its profit estimate cut to 20 cents a share at Initech"."""
_COMPANY_AGAIN = regex.compile(
    r"\b(?:(?:after|following|since)\b|(?:when|as|and said)\ (?!the \w+ (?:could|should|might|may)\b)(?:it|its|the|[A-Z]))[^;]*"
)

_THINKS = (
    rf"(?:(?:{EXPECTS}|believes?|thinks?|models?)\b"
    r"|is\ (?:now\ )?(?:model+ing|looking\ for|forecasting|expecting|projecting|calling\ for)"
    rf"|(?:said|says|wrote|argues|noted)\b|{_CHANGED}\ (?:{ITS}|his|her)\ )"
)
_GOES_ON = re.compile(
    r"(?:(?:The|That|This) (?:(?:investment|research|Wall Street|hedge) )?(?:firm|bank|brokerage|broker|analysts?|fund|investor)"
    rf"|He|She|It|They|(?P<who>{_WHO})(?:'s)?(?: analysts?)?) (?:now |also |still |currently |however )*{_THINKS}"
)


def of_the_company(folded: str, sentence: Span, facts: list[Fact], tokens: Sequence[Token], company: Company) -> list[Fact]:
    """Return the facts of a sentence without those that a broker tells."""
    theirs = _told_by_broker(folded, sentence, company) if facts and company.name is not None else None
    if theirs is None:
        return facts
    places = [tokens[fact.at].start if fact.figure is None else fact.figure.span.start for fact in facts]
    return [fact for fact, place in zip(facts, places, strict=True) if not theirs.start <= place < theirs.end]


@lru_cache(maxsize=2)
def _signs_in(folded: str) -> list[str]:
    return [sign for sign in _SIGNS if sign in folded]


_HAD_EXPECTED = re.compile(
    rf"(?P<who>{_WHO})(?:'s)?(?: analysts?)? (?:had )?(?:been )?(?:expected|expecting|estimated|predicted|projected|forecast|"
    r"(?:was )?looking for)\b"
)
_MANY = frozenset({"Analysts", "Wall", "Street", "The", "It", "Management", "Investors", "Economists", "We", "Executives"})


def as_expected(folded: str, sentence: Span, facts: list[Fact], told: Sequence[Fact], company: Company) -> list[Fact]:
    """
    Return as estimates what somebody by name had expected of the figures told before in the paragraph.

    "It added 297,826 subscribers.  Globex & Co. expected 450,000 additions": no outlook of the company.
    """
    guided = {fact.metric for fact in facts if fact.role == "guide"}
    if not guided or company.name is None or guided.isdisjoint(fact.metric for fact in told if fact.role == "actual"):
        return facts
    found = _HAD_EXPECTED.match(folded, *sentence)
    if found is None or found["who"].split()[0] in _MANY or _is_own(found["who"], company):
        return facts
    return [fact._replace(role="estimate") if fact.role == "guide" else fact for fact in facts]


_NEAR = 600
"""Letters before a sentence in which "the firm" may have been named, in a paragraph that several were run into."""


def _told_by_broker(folded: str, sentence: Span, company: Company) -> Span | None:
    """Return the stretch of a sentence that a broker speaks in."""
    paragraph = folded.rfind("\n", 0, sentence.start) + 1
    if sentence.start == paragraph and _HE.match(folded, *sentence):
        paragraph = folded.rfind("\n", 0, max(0, folded.rfind("\n", 0, max(0, paragraph - 1)))) + 1
    if not any(folded.find(sign, paragraph, sentence.end) >= 0 for sign in _signs_in(folded)):
        return None
    if (rates := _rating(folded, sentence, company)) is not None:
        return rates
    before = Span(max(paragraph, sentence.start - _NEAR), sentence.start)
    goes_on = _GOES_ON.match(folded, *sentence)
    if goes_on is None or (goes_on["who"] and (goes_on["who"].split()[0] in _MANY or is_same(goes_on["who"], company))):
        return None
    if _HE.match(folded, *sentence) and _AN_ANALYST.search(folded, *before):
        return sentence
    return sentence if _rating(folded, before, company) is not None else None


_HE = re.compile(r"(?:He|She|The analyst)\b")
_AN_ANALYST = regex.compile(
    r"(?<!\b(?:to|told|tells|with|by) (?:an? )?)\b(?:an? (?:[\w&.'-]++ ){0,5}?|the |[A-Z][\w&.'-]*+ )(?:[a-z]++ )?analyst\b"
    r"(?![^\n]*\b(?:[Cc]hief|CEO|CFO|COO|[Pp]resident|[Cc]hair(?:man|woman)|[Ee]xecutive|[Dd]irector|spokes\w+)\b)"
)
"""``Jane Doe, an analyst at Initech, wrote``: who "he" or "she" is then, unless somebody of the company spoke after her"""


_AT_A_HOUSE = re.compile(
    rf"\b(?!{_DAY})(?P<who>[A-Z][\w.'-]++ [A-Z][\w'-]++) at (?P<house>[A-Z][\w&.'-]*+(?: [A-Z&][\w&.'-]*+){{0,3}}),? "
    rf"(?:now |also |still )?(?:thinks|believes|{EXPECTS}|predicted|estimated)\b"
)
"""``Jane Roe at Initech now thinks Acme will make``: who works for a house, and foresees for the company"""


def _rating(folded: str, stretch: Span, company: Company) -> Span | None:
    """Return what follows the words of somebody who rates the stock, up to where the company speaks again."""
    found = next((m for m in _RATES.finditer(folded, *stretch) if not _is_own(m["who"], company)), None)
    if found is None and (at_house := _AT_A_HOUSE.search(folded, *stretch)) and not is_same(at_house["house"], company):
        found = at_house
    found = found or _HAD_CUT.search(folded, *stretch)
    if found is None and (rated := _RATED.search(folded, *stretch)) is not None:
        found = _SAYING.search(folded, rated.end(), stretch.end)
    if found is None:
        return None
    again = _COMPANY_AGAIN.search(folded, found.end(), stretch.end)
    return Span(found.end(), again.start() if again is not None else stretch.end)


_OWN = frozenset({"It", "He", "She", "They", "Management", "Executives", "Officials"})


def _is_own(who: str, company: Company) -> bool:
    """Tell whether it is the company that raises its estimates."""
    return who in _OWN or is_same(who, company)
