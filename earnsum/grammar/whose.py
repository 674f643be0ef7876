"""
Whose an expectation is: analysts', the company's, or the company's own until now.

One word serves all three: "its estimate" is no analyst's, analysts "project" as a company does, "the company's forecast" that
was beaten is the one until now, and "the $1 billion mark" is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.setagainst import MONTHS
from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    ESTIMATE_TAG,
    EXPECTED_TAG,
    FALL_TAG,
    GUIDANCE_TAG,
    NAME_TAG,
    OLD_TAG,
    OTHER_TAG,
    PREVIEW_TAG,
    RISE_TAG,
    WITH_TAG,
    Cue,
    Token,
    first_word,
    tags_of,
)
from earnsum.patterns import re

FIGURE_TAGS = frozenset("s$%#d")
BEATING = {"top": "b", "match": "i", "meet": "i"}
"""Verbs that beat or meet what is expected, and elsewhere are none or mean another thing, with their tags."""
OWN = frozenset({"its", "our"})
OWN_FORECASTS = frozenset(
    {"estimate", "estimates", "view", "views", "projection", "projections", "prediction", "expectation", "expectations"}
)
"""Words for what analysts expect, unless it is called the company's ("narrowed its EPS estimate")."""

_ONE_S = frozenset({"my", "his", "her"})
HELD = frozenset(
    "reaffirmed reaffirms reaffirming reiterated reiterates reiterating affirmed affirming maintained maintains maintaining"
    " confirmed".split()
)
PROJECTIONS = frozenset({"projection", "projections", "expectation", "expectations"})

_TAGS_BY_WHOSE = frozenset({OTHER_TAG, PREVIEW_TAG, OLD_TAG, GUIDANCE_TAG, EXPECTED_TAG, "f"})
_PHRASE_TAGS = frozenset("MB_")
_REVISING_TAGS = frozenset("^vG")
_ADDING_TAGS = frozenset("u&")
_COMPARING_TAGS = frozenset("bmiqwVjkA")
_MEASURING_TAGS = frozenset("bmiqwV")


def tag_by_whose(before: Sequence[Token], token: Token) -> str:
    """Return the tag of a token by whose expectation it tells behind those before it; its own where it tells of none."""
    tag = token.tag
    if tag == ESTIMATE_TAG:
        if _is_revised_abroad(before, token):
            return GUIDANCE_TAG
        held = before and before[-1].tag == GUIDANCE_TAG and first_word(before[-1]) in OWN  # "stuck to its prior view"
        one_s = bool(before) and first_word(before[-1]) in _ONE_S  # "topped his estimates": of one who watches the company
        own = held or (before and before[-1].tag == OLD_TAG and ANALYSTS_TAG not in tags_of(before))  # "its prior expectation of"
        other = OLD_TAG if one_s else OTHER_TAG
        return other if one_s or own or _is_milestone(before, token) else _tag_of_estimate(before, token)
    if tag == "o":
        return WITH_TAG if _says_where_it_came_in(before, token) else tag
    if not before or tag not in _TAGS_BY_WHOSE:
        return tag
    if tag == OTHER_TAG:
        return _plain_word(before, first_word(token)) or tag
    return _expected_by_whom(before, token) or (ESTIMATE_TAG if _are_forecasts_for(before, token) else tag)


def _are_forecasts_for(before: Sequence[Token], token: Token) -> bool:
    """Tell estimates: "ahead of forecasts for 95 cents", "analysts' forecasts for the quarter averaged 95 cents", "of eight"."""
    if not isinstance(token.mark, Cue) or token.mark.words != "forecasts for":
        return first_word(token) == "forecasts" and first_word(before[-1]) in _HOW_MANY
    return before[-1].tag == ANALYSTS_TAG or _BEATEN.search(tags_of(before[-5:])) is not None


_HOW_MANY = frozenset("two three four five six seven eight nine ten eleven twelve".split()) | {str(n) for n in range(2, 40)}


def _expected_by_whom(before: Sequence[Token], token: Token) -> str | None:
    """Return the tag of an expectation by who has it: "it expected to report", "above the company's forecast"."""
    last, tag = before[-1], token.tag
    if tag == PREVIEW_TAG and last.tag == NAME_TAG and isinstance(last.mark, Cue) and first_word(token) == "expected":
        return GUIDANCE_TAG
    if tag == OLD_TAG:
        return (
            EXPECTED_TAG if last.tag == ANALYSTS_TAG and first_word(token) == "had" else GUIDANCE_TAG if is_held(before) else None
        )
    if tag == "f" and (
        (last.tag == NAME_TAG and _is_measured_by(before) and not _is_of_a_house(before))
        or _is_of_a_month(before)
        or _is_revised(before)
        or _OWN_BEATEN.search(tags_of(before))
    ):
        return OLD_TAG
    if tag == GUIDANCE_TAG and (first := first_word(token)) in _OF_ANALYSTS:
        behind, meant = _OF_ANALYSTS[first]
        if behind.search(tags_of(before)) is None:
            return None
        return _MOVES.get(token.mark.words if isinstance(token.mark, Cue) else "", meant)
    return _meant_by_expected(before, token) if tag == EXPECTED_TAG else None


def _meant_by_expected(before: Sequence[Token], token: Token) -> str | None:
    """Return the tag of "expected" where it is the company that did, or the word is an adjective."""
    last = before[-1]
    if token.start <= last.end + 1 and isinstance(last.mark, Cue) and last.mark.words in _FOR:
        return OTHER_TAG  # "a provision of $5 million for expected losses"
    if token.start > last.end + 1 and token.end - token.start <= len("anticipated") and first_word(last) in _CAME_WITH:
        return OTHER_TAG  # "posted an expected loss of $5 million"
    aside = last.tag == "n" or (last.tag == OTHER_TAG and first_word(last) == "itself")
    who = before[:-1] if aside else before  # "the company in December had forecast", "Acme itself had forecast"
    if tags_of(who[-1:]) == NAME_TAG and _is_past(token) and not _POLLED.search(tags_of(who)):
        return OLD_TAG
    if _IT_FORESAW.search(tags_of(who)) and isinstance(last.mark, Cue) and last.mark.words in _ITSELF:
        return OLD_TAG
    if first_word(token) == "had" and _SOMEBODY.search(tags_of(before)):
        return OLD_TAG
    return None


def is_held(before: Sequence[Token]) -> bool:
    """Tell that an outlook is held to: what it was until now it still is ("reiterated its earlier guidance")."""
    at = len(before) - 1
    while at >= 0 and before[at].tag == NAME_TAG:
        at -= 1
    if at >= 0 and before[at].tag in _REVISING_TAGS and first_word(before[at]) in HELD:
        return True
    held = next((token for token in reversed(before[-3:]) if first_word(token) not in _HELD_TO), None)
    return held is not None and first_word(held) in _STOOD_BY


_STOOD_BY = frozenset(
    "backed backs backing stood stands standing stuck sticks sticking kept keeps keeping left leaves leaving retained retains held"
    " repeated repeats endorsed".split()
)
_HELD_TO = frozenset("to by with at on unchanged in place its the their a".split())
"""``stood by its prior forecast``, ``left unchanged the earlier outlook``"""
_CAME_WITH = frozenset("posted reported recorded booked delivered logged notched suffered incurred".split())
_SOMEBODY = re.compile(r"^(?:[^ANf]*[;,/&])?_{1,3}$")
"""``The chairman had expected a profit of``, ``the state had budgeted for``: whoever it was, that is not what came."""
_FOR = frozenset({"for", "for the"})
_SET_AGAINST = frozenset("Vr")


def _is_of_a_month(before: Sequence[Token]) -> bool:
    """Tell a forecast of a month, which what is expected now is set against: "compared with a November forecast of"."""
    return before[-1].tag == OTHER_TAG and first_word(before[-1]) in MONTHS and tags_of(before[-2:-1]) in _SET_AGAINST


_REVISED = frozenset({"revised", "lowered", "raised", "reduced", "trimmed"})
_BESIDE = frozenset({"below", "above", "beyond"})


def _is_revised(before: Sequence[Token]) -> bool:
    """Tell a forecast that was changed before what came in is set against it: "below the revised forecast for a rise of"."""
    if before[-1].tag != OTHER_TAG or first_word(before[-1]) not in _REVISED or any(t.tag == ANALYSTS_TAG for t in before):
        return False
    return any(t.tag in _MEASURING_TAGS or (t.tag == OTHER_TAG and first_word(t) in _BESIDE) for t in before[-3:-1])


def _is_measured_by(before: Sequence[Token]) -> bool:
    """Tell a forecast of the company that ends these tokens: "above the company's forecast", "above the $5 billion it forecast"."""
    other = tags_of(before[-2:-1])
    return other in _MEASURING_TAGS or (other in FIGURE_TAGS and isinstance(before[-1].mark, Cue))


def _is_of_a_house(before: Sequence[Token]) -> bool:
    """Tell a name behind an article, which is no company's whose own forecast it is ("better than an Initech forecast of")."""
    return not isinstance(before[-1].mark, Cue) and len(before) > 1 and before[-1].start > before[-2].end + 1


_THEY_FORECAST = re.compile(r"A[^;/]*f[^;/s$%#d]*$|(?:A[^;/,]*E|N[_aAnoK]{0,4}o)[^;/,s$%#d]*$")
"""``analysts, who forecast Acme would earn 34 cents``, ``the consensus was that it would``: of the period that is told of"""
_OF_THINGS = re.compile(r"o_?$")
"""``the financer of construction projects said``: what is financed, and nothing that anybody expects"""
_BEFORE_A_CALL = re.compile(r"[bmiqw]_?A?$")
"""``topped analysts' call for 38 cents``, ``beating calls for $340 million``"""
_BEFORE_A_TARGET = re.compile(r"[bmiqwV][_o]{0,2}A[_MB]{0,2}$")
"""``beat analysts' average target of $120 million``"""
_OWN_BEATEN = re.compile(r"[bmi]K_v?$")
"""``topped its own lowered forecast``"""
_BEATEN_ITS_OWN = re.compile(r"^[K_]{1,2}[bmi]K(?=_|[BM]{0,2}_)[_BM]{1,3}$")
"""``Acme beat its own EPS guidance of``"""
_OF_ANALYSTS = {
    "would": (_THEY_FORECAST, "o"),
    "call": (_BEFORE_A_CALL, ESTIMATE_TAG),
    "calls": (_BEFORE_A_CALL, ESTIMATE_TAG),
    "guidance": (_BEATEN_ITS_OWN, OLD_TAG),
    "target": (_BEFORE_A_TARGET, ESTIMATE_TAG),
    "targets": (_BEFORE_A_TARGET, ESTIMATE_TAG),
    "projects": (_OF_THINGS, OTHER_TAG),
}
"""Words of an outlook that are analysts' behind others, and the tag of what they mean there."""
_MOVES = {
    **dict.fromkeys(("would rise", "would grow"), RISE_TAG),
    **dict.fromkeys(("would fall", "would drop", "would decline"), FALL_TAG),
}
"""``analysts had feared sales would fall 3%``: which way"""


_BEATEN = re.compile(r"[bmiqw](?:(?:_?K[_M]?&)?_?A)?[_MB]{0,3}$|V(?:_?A)?$")
"""``beat Wall Street's subscriber forecasts for``, ``beat both the company's and analysts' forecasts for``"""


_POLLED = re.compile(r"A(?:_?nN|[on](?:[_K]{1,2}[&,])*_?)?K$|N[_onM]{1,3}K$")
"""``analysts polled by the company``, ``… at two banks``, ``estimates for Acme had called for``: who expects is not the company."""


_THEM = frozenset({"them"})
_GAVE = frozenset({"gave", "offered"})
_TARGETS = frozenset({"target", "targets", "bogey", "mark", "marks", "mean", "median"})
_PROJECT = frozenset({"project", "model", "see", "saw", "foresee", "foresaw", "envision", "thought", "figured", "want", "wants"})
_NOW = frozenset({"see", "want", "wants"})
_VERDICT_TAGS = frozenset("bmi")
_TELLING = frozenset({*_THEM, *_GAVE, *_TARGETS, *_PROJECT})


def _plain_word(before: Sequence[Token], word: str) -> str:
    """
    Return the tag of a plain word that means something only behind another; "" elsewhere.

    "Wall Street's target", what analysts "project" or "see" and, behind a verdict, "them" are of estimates; "the $5 billion it
    gave" is its outlook until now.
    """
    if word not in _TELLING:
        return ""
    last = before[-1].tag
    if word in _TARGETS and last == "A":
        return ESTIMATE_TAG
    if word in _PROJECT and last == "A":
        return GUIDANCE_TAG if word in _NOW else EXPECTED_TAG
    if word in _THEM and last in _VERDICT_TAGS and any(t.tag in "NfE" for t in before):
        return ESTIMATE_TAG
    if word in _GAVE and last == NAME_TAG and tags_of(before[-2:-1]) in FIGURE_TAGS:
        return OLD_TAG
    return ""


def _is_past(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words.startswith("had ")


def _says_where_it_came_in(before: Sequence[Token], token: Token) -> bool:
    """
    Tell that "at" leads to the result and not to what it is set against.

    "Met expectations at $1.59", of which none was told before, and "down 8% from the prior year at $2 billion".
    """
    at = isinstance(token.mark, Cue) and token.mark.words == "at"
    return at and _CAME_IN_BESIDE.search(tags_of(before)) is not None


_CAME_IN_BESIDE = re.compile(
    r"(?:^|[;/&])[^s$%#d;/&]*[bmi][_oA]{0,3}[NfE]$|(?:^|;)[^s$%#d;]*[qw][_oA]{0,3}[NfE]$|%_?[UD]?_?[rVqw]_?Y$"
)
"""Behind "but below the consensus", of a result told before, "at" leads to what was expected."""


def _is_milestone(before: Sequence[Token], token: Token) -> bool:
    """Tell a mark that is passed from one that analysts set ("sales crossed the $1 billion mark")."""
    mark = isinstance(token.mark, Cue) and token.mark.words == "mark"
    return mark and bool(before) and before[-1].tag in FIGURE_TAGS and all(t.tag != "A" for t in before)


_OWN_ABROAD = frozenset("estimación estimaciones expectativa expectativas pronóstico pronósticos estimation estimations".split())


def _is_revised_abroad(before: Sequence[Token], token: Token) -> bool:
    """Tell a company's own estimate by the verb that revises it ("la compañía recorta sus estimaciones")."""
    if not before or before[-1].tag not in "^v" or not isinstance(token.mark, Cue) or token.mark.words not in _OWN_ABROAD:
        return False
    return ANALYSTS_TAG not in tags_of(before)


def _tag_of_estimate(before: Sequence[Token], token: Token) -> str:
    """Return the tag of a word for an estimate: the company's own where "its" stands before, the old one where it is compared."""
    beaten = bool(before) and first_word(before[-1]) in BEATING  # "saw its earnings top estimates"
    said = token.mark.words if isinstance(token.mark, Cue) else ""
    words = said.partition(" for ")[0] if said.endswith(" to") else said  # "raised its expectations for the group to earn"
    if words not in OWN_FORECASTS or beaten or any(t.tag == "A" for t in before):
        return token.tag
    if said == "estimates" and _SUBJECT.search(tags_of(before)):
        return GUIDANCE_TAG  # a verb: "Acme estimates first-quarter revenue at $45 million"
    if said == "estimate" and _ACCORDING_TO.search(tags_of(before)) and _is_the_company(before[-1]):
        return GUIDANCE_TAG
    at = len(before) - 1
    while at > 0 and (before[at].tag in _PHRASE_TAGS or before[at].tag == "Q" or first_word(before[at]) == "group"):
        at -= 1  # "its second-quarter estimate"
    opens = at == 0 and before[0].tag in _PHRASE_TAGS
    if (
        (at >= 0 and _is_said_own(before, at, words))
        or any(first_word(t) in _GIVING for t in before[max(at, 0) :])
        or (opens and any(first_word(t) in _RENEWED for t in before))
    ):
        return GUIDANCE_TAG
    if at < 0 or not _is_owner(before, at, token):
        return token.tag
    compared = at > 0 and (before[at - 1].tag in _COMPARING_TAGS or before[at - 1].first in _TOPPING)
    theirs = isinstance(mark := before[at].mark, Cue) and mark.words in _THEIRS
    return GUIDANCE_TAG if not compared else OLD_TAG if theirs else token.tag


def _is_said_own(before: Sequence[Token], at: int, words: str) -> bool:
    """Tell a company's own estimate by the word before its phrase, at `at`, where that is not "its"."""
    said = before[at].mark
    if before[at].tag in _ADDING_TAGS:
        return _goes_on_with_outlook(before[:at], words)
    headline = before[at].tag in _REVISING_TAGS and isinstance(said, Cue) and (said.words[-1] in "sg" or said.words in HELD)
    return headline or (
        at > 0 and before[at].tag in _CUTTING_TAGS and _is_the_company(before[at - 1])
    )  # "Raises EPS view to $3.60"


def _is_owner(before: Sequence[Token], at: int, token: Token) -> bool:
    """Tell who has an estimate, by the word before its phrase: "its", "our", "the company's updated expectation"."""
    following = before[at + 1] if at + 1 < len(before) else token
    mark = before[at].mark
    own = isinstance(mark, Cue) and mark.words.rpartition(" ")[2] in OWN
    return own or (_is_the_company(before[at]) and following.start > before[at].end + 1)


_GIVING = frozenset("gave gives issued issues offered offers provided provides released reported".split())
"""``gave a fourth-quarter revenue view of $5 million``"""
_RENEWED = frozenset({"new", "revised", "updated", "reduced", "lowered"})
"""``The revised revenue estimate now stands at $5 million``"""
_ACCORDING_TO = re.compile(rf"(?:^|[,;])_?{NAME_TAG}$")
_SUBJECT = re.compile(rf"(?:^|,){NAME_TAG}$")
_CUTTING_TAGS = frozenset("^vUD")
_THE_COMPANY = frozenset({"the company", "the group", "the retailer", "the chipmaker", "the carmaker", "the airline"})
_IT_FORESAW = re.compile(r"V[s$%]K$")
_ITSELF = _THE_COMPANY | {"it", "they"}
"""``instead of the $4 billion it projected in May``: what the company foresaw until now"""
_TOPPING = frozenset({"top", "beat"})
"""Verbs by which an estimate is beaten that elsewhere are none ("managed to top its own lowered estimates")."""
_THEIRS = _THE_COMPANY | {"its"}


def _is_the_company(token: Token) -> bool:
    """Tell who cuts or raises estimates that can only be its own ("the company also cut earnings estimates to 30 cents")."""
    return token.tag == NAME_TAG and isinstance(token.mark, Cue) and token.mark.words in _THE_COMPANY


def _goes_on_with_outlook(before: Sequence[Token], words: str) -> bool:
    """Tell a projection that is told beside a company's outlook: "it now expects EPS of $4, with revenue projections of"."""
    tags = tags_of(before)
    return words in PROJECTIONS and GUIDANCE_TAG in tags and _COMPARING_TAGS.isdisjoint(tags)
