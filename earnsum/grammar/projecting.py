"""
Projecting: words for what is expected, told from what stands around them.

"Now projecting sales of" is an outlook though nobody is named, "seen" behind a figure is what was expected, and "analysts are
looking, on average, for" is one verb.
"""

from __future__ import annotations

from earnsum.grammar.tokens import (
    ANALYSTS_TAG,
    ECONOMY_TAG,
    ESTIMATE_TAG,
    EXPECTED_TAG,
    GUIDANCE_TAG,
    NAME_TAG,
    OLD_TAG,
    OTHER_TAG,
    Cue,
    Token,
    first_word,
    is_called,
    says,
    tags_of,
)
from earnsum.patterns import re, regex

OUTLOOK_TAGS = "Gf"
"""Tags of the words for what a company expects; a forecast may be the analysts'."""

COMING = frozenset({"will", "would", "should"})
"""Words before a verb that beats, which is yet to come."""


def without_empty_asides(tokens: list[Token]) -> list[Token]:
    """Return tokens without the commas around words that say nothing ("the $5 million that analysts, on average, expected")."""
    tags = tags_of(tokens)
    aside = _EMPTY.search(tags)
    at = aside.start() if aside is not None else -1
    if at >= 0 and tags[at] == EXPECTED_TAG and first_word(tokens[at - 1]) in _WERE:
        tokens[at] = tokens[at]._replace(tag=FORESEEN_TAG)  # "revenue had been expected, on average, to grow 4%"
    if at < 0 and (at := _where_looking(tokens, tags)) >= 0:
        tokens[at] = tokens[at]._replace(tag=EXPECTED_TAG)
    return tokens if at < 0 else without_empty_asides([*tokens[: at + 1], *tokens[at + 3 :]])


_EMPTY = re.compile(r"[AN],,|(?<=A)[Ef],,(?=[_o])|(?<=M[_o])E,,(?=[UDt])")
_WERE = frozenset({"had", "was", "were"})
FORESEEN_TAG = "J"
_AROUND_NOTHING = re.compile("_,,[_o]")
_LOOKING = frozenset({"looking", "calling", "hoping"})


def _where_looking(tokens: list[Token], tags: str) -> int:
    """Return where a verb is parted from its preposition ("analysts are looking, on average, for $5 million"), -1 for nowhere."""
    parted = (found.span() for found in _AROUND_NOTHING.finditer(tags))
    return next((at for at, end in parted if first_word(tokens[at]) in _LOOKING and first_word(tokens[end - 1]) == "for"), -1)


_WHO_IS_EXPECTED = re.compile(
    r"A[^;s$%#d/UDGM]{0,8}?E(?P<who>(?:[_KAo&n!i0-9]|,[_K]|,[u/][^,;]{1,12},){2,24}?,?)t(?:[_e]{0,2}M[^;UD]{0,6}|e_?|_)[s$%#]"
)
_TARGET = re.compile(r"[bmqwi][_o]{0,2}(?P<target>G)o?[s$%#d],?A")
_AT_BEHIND = re.compile(r"[s$%#d][qw][_oA]{0,4}[Nf](?P<at>o)[s$%#d]")
_OF_THE_MARKET = re.compile(r"wA(?![_oA]{0,2}[ENfG])")
_MARKET = frozenset({"market", "the market"})
_EQUAL = re.compile(r"M(?P<equal>i)[_a]{0,2}[s$]")


def without_who_is_expected(tokens: list[Token]) -> list[Token]:
    """
    Return tokens without the words for who is expected to earn something, but for names, and without those for no more than "of".

    "Analysts expected the Springfield, Ohio-based bank and brokerage, with assets of $9 billion, to earn 25 cents a share",
    "a profit equal to 25 cents a share".
    """
    tags = tags_of(tokens)
    for found in _AT_BEHIND.finditer(tags):  # "came in 11 cents ahead of the average estimate at $1.07"
        at = found.start("at")
        tokens[at] = tokens[at]._replace(tag=",") if first_word(tokens[at]) == "at" else tokens[at]
    if ANALYSTS_TAG not in tags:
        return tokens
    for found in _OF_THE_MARKET.finditer(tags):  # "with a third of the market"
        if first_word(tokens[found.start()]) == "a" and first_word(tokens[found.end() - 1]) in _MARKET:
            for at in range(*found.span()):
                tokens[at] = tokens[at]._replace(tag=OTHER_TAG)
    gone = [at for found in _WHO_IS_EXPECTED.finditer(tags) for at in range(*found.span("who")) if tags[at] != NAME_TAG]
    for found in _EQUAL.finditer(tags):
        at = found.start("equal")
        tokens[at] = tokens[at]._replace(tag=OTHER_TAG) if first_word(tokens[at]) == "equal" else tokens[at]
    for found in _TARGET.finditer(tags):  # "better than the target of $5 billion, according to Anvil Estimates"
        at = found.start("target")
        tokens[at] = tokens[at]._replace(tag=ESTIMATE_TAG) if first_word(tokens[at]) == "target" else tokens[at]
    return [token for at, token in enumerate(tokens) if at not in gone] if gone else tokens


_PROJECTING = frozenset({"projecting", "forecasting", "anticipating", "expecting", "predicting"})


def with_projections(tokens: list[Token]) -> list[Token]:
    """
    Return tokens, as an outlook what a bullet begins with: the company need not be named ("Now projecting sales of").

    So is what a company moved ("cut its expected sales"), what follows the word that it did ("It cut its forecast, predicting
    a loss"), and what it says that it will report ("Acme said it will post a profit of 9 cents a share"), which is no preview.
    """
    if tokens and tokens[0].tag == EXPECTED_TAG and first_word(tokens[0]) in _PROJECTING:
        tokens[0] = tokens[0]._replace(tag=GUIDANCE_TAG)
    if (found := _MOVED_OUTLOOK.search(tags_of(tokens))) and first_word(tokens[found.end() - 1]) in _PROJECTING:
        tokens[found.end() - 1] = tokens[found.end() - 1]._replace(tag=GUIDANCE_TAG)
    for found in _MOVED_ESTIMATE.finditer(tags_of(tokens)):
        at = found.end() - 1
        tokens[at] = tokens[at]._replace(tag=GUIDANCE_TAG)
    _mark_economists(tokens)
    _mark_expected_too(tokens)
    _mark_who_foresees(tokens)
    for found in _REVISED_BEFORE.finditer(tags_of(tokens)):  # "versus a lowered forecast for a loss of $5 million"
        tokens[found.start("old")] = tokens[found.start("old")]._replace(tag=OLD_TAG)
    for found in _IMPLIES.finditer(tags_of(tokens)):  # "that implies a fourth-quarter profit of 13 cents a share"
        at = found.start()
        tokens[at] = tokens[at]._replace(tag=GUIDANCE_TAG) if tokens[at].first in _IMPLYING else tokens[at]
    for found in _WILL_REPORT.finditer(tags_of(tokens)):
        at = found.start("will")
        told = tokens[found.start()]
        if first_word(tokens[at]) in COMING and (told.tag in _TELLING_TAGS or first_word(told) in _TELLING):
            tokens[at] = tokens[at]._replace(tag=GUIDANCE_TAG)
    return tokens


def _mark_who_foresees(tokens: list[Token]) -> None:
    """Mark as outlook what a company foresaw ("the company predicted it would post a profit", "we are forecasting growth")."""
    for foresees in _FORESEES.finditer(tags_of(tokens)):
        at = foresees.start("foresees")
        who = tokens[foresees.start() - 1]
        if first_word(tokens[at]) in _FORESEEING and (isinstance(who.mark, Cue) or who.tag != NAME_TAG):
            tokens[at] = tokens[at]._replace(tag=GUIDANCE_TAG)
    for found in _WE_FORESEE.finditer(tags_of(tokens)):
        at = found.start("view")
        tokens[at] = tokens[at]._replace(tag=OTHER_TAG) if first_word(tokens[found.end() - 2]) == "we" else tokens[at]


_OF_COMPANIES = frozenset({"ebitda", "operating_income", "net_income", "pretax_income", "eps"})


def _mark_economists(tokens: list[Token]) -> None:
    """Mark economists as analysts in a sentence on what only a company earns ("EBITDA rose, beating economists' expectations")."""
    for at, token in enumerate(tokens):
        economists = token.tag == ECONOMY_TAG and first_word(token).startswith("economists")
        if economists and any(is_called(other.mark, _OF_COMPANIES) for other in tokens):
            tokens[at] = token._replace(tag=ANALYSTS_TAG)


def _mark_expected_too(tokens: list[Token]) -> None:
    """Mark what analysts expected of a second metric too ("profit at $4, with revenue expected to fall", "and sales to rise")."""
    for found in _ALSO_EXPECTED.finditer(tags_of(tokens)):
        if first_word(tokens[at := found.start("too")]) in _FORESEEN:
            tokens[at] = tokens[at]._replace(tag=EXPECTED_TAG)
    for found in reversed(list(_ALSO_TO_MOVE.finditer(tags_of(tokens)))):
        if first_word(move := tokens[found.start("too")]) == "to":
            tokens.insert(found.start("too"), Token(EXPECTED_TAG, move.start, move.start))


_HAD_SEEN = regex.compile(r"(?<=^[^AN]*)(?<![s$%#]_?K?)(?P<seen>E)(?=[_aonBK]{0,4}[MUD%$])")
_SEEN = re.compile(r"V[_A]?[s$%#](?P<seen>_)(?![_nKr]{0,2}[YQW])")


def with_seen(tokens: list[Token]) -> list[Token]:
    """
    Return tokens, as what is expected what is "seen" and set beside a figure ("$5 million vs. $4 million seen").

    What a company "had seen" it reports, and nobody expected it ("its shops had seen sales rise 5%").
    """
    if any(token.first == "seen" for token in tokens):
        for found in _SEEN.finditer(tags_of(tokens)):
            at = found.start("seen")
            if tokens[at].first == "seen" and is_one_word(tokens[at]):
                tokens[at] = tokens[at]._replace(tag=EXPECTED_TAG)
    for had in _HAD_SEEN.finditer(tags_of(tokens)):
        at = had.start("seen")
        tokens[at] = tokens[at]._replace(tag=OTHER_TAG) if says(tokens[at], {"had seen"}) else tokens[at]
    return tokens


_REVISED_BEFORE = re.compile(r"(?<=G)[^;]*[s$%#d],?V_?(?P<old>[\^v])(?=[fG][_oBM]{0,5}[s$%#d])")
_IMPLIES = re.compile(r"_(?=[_oBYn]{0,3}M[_o]{0,2}[s$%])")
_IMPLYING = frozenset({"imply", "implies", "implied", "implying"})
_FORESEES = regex.compile(
    r"(?<=K)[_o]?(?P<foresees>E)K?(?=G_?[_eBYo]{0,3}M)"
    r"|(?<=K(?:[^;AN]|(?<=[ru])A)*[,/&])(?P<foresees>E)(?=[_Bo]{0,3}(?:[$s]_?B?M|%[UD][_no]{1,3}B?M))"
)
"""The second: ``it posted a profit of $3 million and predicted a 5% rise in sales``"""
_WE_FORESEE = re.compile(r"(?P<view>N)o[_n]{1,2}KG")
"""``with a dim view of the economy we are forecasting growth of 5%``"""
_FORESEEING = frozenset("predicted projected anticipated estimated forecast".split())
_MOVED_OUTLOOK = re.compile(r"[\^v][_nMBYKoTZ.]{0,5}[Gfe]?[_nYoTZ.]{0,4},E(?=[_oBM])")
_MOVED_ESTIMATE = re.compile(r"K[_&]?[\^v]E(?=[_BTZ.]{0,4}M)")
"""``It lifted its projected revenue to $9 billion``: an outlook, whose else it might be is not said"""
_ALSO_EXPECTED = re.compile(r"A[^;G]*E[^;G]*[s$%#][^;GM]{0,3}[u&][_KBTZ.]{0,2}M(?P<too>[GJ])(?=[_onyTZ.]{0,3}[s$%#])")
_ALSO_TO_MOVE = re.compile(r"A[^;G]*E[^;G]*[s$%#][^;GM]{0,6}&[_KBTZ.]{0,2}M(?P<too>[UD])(?=[_oytTZ.]{0,3}[s$%#])")
_FORESEEN = frozenset({"expected", "seen", "forecast", "projected", "predicted", "estimated"})
_WILL_REPORT = re.compile(r"(?:(?<=K)_|(?<!A)[KGf])K(?P<will>P)[_YB]{0,4}M[^s$%#;]{0,8}[s$%#]")
_TELLING_TAGS = NAME_TAG + OUTLOOK_TAGS
_TELLING = frozenset({"said", "says", "warned", "announced", "cautioned", "predicted"})


def is_one_word(token: Token) -> bool:
    """Tell a word by itself among those that the lexicon does not know."""
    return token.end - token.start <= len(token.first) + 1  # and the space behind it
