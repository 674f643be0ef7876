"""
Outlooks: whose they are.

A preview tells what somebody reckons a company will report ("sales are expected to be $5 million", "he expects a loss"), in
words that a company's own outlook may have too.  Where nothing was reported, an outlook counts only if somebody answers for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.revisions import is_how_far
from earnsum.grammar.read import Reading
from earnsum.grammar.tokens import Cue, Token
from earnsum.model import Span
from earnsum.patterns import ABOUT, re, regex
from earnsum.text.firms import is_on_a_broker
from earnsum.text.moves import MOVE
from earnsum.text.sums import SUM
from earnsum.text.terms import EXPECTED, EXPECTS, ITS, OUTLOOK, PERIOD, RESULT

OUTLOOK_TAGS = "GfEN"

_NOBODY = re.compile(
    rf"(?:(?:is|are|was|were|be|been) )?(?:{EXPECTED}|put|likely)\b"
    r"|(?:will|should|could|may|might|probably)\b"
)
"""How words begin that tell what is expected, and not by whom."""

_IS_SEEN = re.compile(rf"(?:is|are|was|were) {EXPECTED}\b")
"""``Anvil is estimated to have sold 5 million lamps``: the same, of whoever is named before it"""
_SAYS = regex.compile(r"\b(?:said|says|saying|announced|told|warned|confirmed)\b")
_BROKER = regex.compile(
    r"\b(?<!with )(?<!to )(?<!told )(?:[Aa]nalysts?|[Bb]roker(?:age)?)\b(?!')(?:(?! and )[^.,;]){0,60}?"
    r"\b(?:said|says|wrote|writes|thinks?|believes?|sees|warned|downgraded|cut|lifted|lowered|raised|trimmed|upgraded)\b"
    r"|\b(?:[Ii]ndustry|[Tt]rade) (?:group|body|association|lobby|federation)\b(?!')(?:(?! and )[^.;]){0,60}?"
    r"\b(?:said|says|sees|expects|forecast|forecasts|projects|projected|predicts|predicted|estimates)\b"
)

_AUTHOR = regex.compile(r"K[_oBMtE^vUD~]{0,5}$")
_THAT_IT_WILL = regex.compile(r"[Gf][_KMB]{1,4}$")
"""``it now expects that it will earn``: the first word says who expects it"""
_OTHERS = frozenset({"he", "she", "they", "executives"})


def has_author(folded: str, tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether an outlook is a company's by its own words: the company expects it, said it, or calls it its guidance."""
    cue = next((i for i in range(at - 1, -1, -1) if tags[i] in OUTLOOK_TAGS), None)
    if cue is None or _SAYS.search(folded, tokens[0].start, tokens[-1].end):
        return True
    if "A" in tags[:cue] or (tags[cue] == "E" and tags[cue - 1 : cue] == "o" and _IS_SEEN.match(folded, tokens[cue - 1].start)):
        return False
    if tags[cue] == "G" and (expects := _THAT_IT_WILL.search(tags, 0, cue)) is not None:
        cue = expects.start()
    mark = tokens[cue].mark
    words = mark.words if isinstance(mark, Cue) else ""
    author = _AUTHOR.search(tags, 0, cue)
    named = author is not None and folded[tokens[author.start()].start : tokens[author.start()].end].lower() not in _OTHERS
    return named if tags[cue] != "G" or words in {"expect", "predict", "anticipate"} else not _NOBODY.match(words)


_AS_EXPECTED = re.compile(r"(?:G|K[_K]?E)[^s$%#d;/]*i[_oAK]{0,4}(?:N|Af)[_o]{0,3}$")
_OF_RANGE = regex.compile(r"\b(?:end|half|part|range|middle|mid-?point) of (?!its\b|their\b|our\b)[^.;,$€£¥0-9]{0,60}$")
"""``at the upper end of forecasts of``: it lies within these, and is not the whole of them"""
_AT_EASE = regex.compile(r"\b(?:comfortable|happy|at ease)\"? with (?:the |current |existing )?[^.;,$€£¥0-9]{0,50}$")


_OF_ITS_END = regex.compile(
    rf"\b(?:low|lower|bottom|top|upper|high|higher) end of {ITS} [^.;,$€£]{{0,60}}?"
    rf"\b(?:{OUTLOOK}|range|view|estimate)s?\b[^.;,$€£0-9]{{0,30}}(?:, which [^,;]{{3,40}})?,? (?:to|from) [^,;]{{0,30}}$"
)
"""``trimmed the top end of its full-year EPS range, to``: no result, whatever the outlook is now"""


def with_referred(folded: str, span: Span, tags: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, with as outlook what is said by the consensus alone ("sales should be in line with estimates of")."""
    if folded.find(" end of ", *span) >= 0:
        told = [r for r in readings if r.role in ("actual", "prior")]
        ends = [r for r in told if _OF_ITS_END.search(folded, span.start, r.figure.extent.start)]
        readings = [r for r in readings if r not in ends]
    if any(reading.role == "guide" for reading in readings):
        return list(readings)
    referred = [
        reading._replace(role="guide")
        for reading in readings
        if reading.role == "estimate"
        and (
            (_AS_EXPECTED.search(tags, 0, reading.at) and not _OF_RANGE.search(folded, span.start, reading.figure.extent.start))
            or _AT_EASE.search(folded, span.start, reading.figure.extent.start)
        )
    ]
    return [*readings, *referred]


_NOW_SEES = rf"(?:{EXPECTS}|guides|guided)\b"
"""``dropped its guidance and now expects earnings of $1``: the figure is of the new one"""
_GIVEN_UP = re.compile(
    r"\b(?:withdr[ae]w\w*|suspend\w*|scrap\w*|abandon\w*|rescind\w*|pull(?:ed|ing|s)|retract\w*|walk(?:ed|ing|s)? away from"
    rf"|back(?:ed|ing|s)? away from|(?:drop|ditch|jettison|discard)[a-z]*(?= (?:{ITS}|all)\b)"
    r"|(?:not|n't|(?:refus|declin)(?:ed|es|ing) to) (?:repeat|reiterate|reaffirm|confirm|renew|stand by))\b(?! and)[^.;,]{0,40}?"
    rf"\b(?:{OUTLOOK}|goal|view|dividend)s?\b(?:, which)?"
    rf"(?:(?! (?:and|but) (?:it )?(?:(?:now|instead) )?{_NOW_SEES})[^.;,]){{0,60}}$"
    r"|\bhad (?:earlier |previously |already )?(?:told|warned|advised|cautioned|led) [^.;]{0,60}$"
    rf"|\b(?:no longer|not|n't) {EXPECTS}\b[^.;,]{{0,60}}$"
)
_GOAL = regex.compile(
    r"\b(?:goals?|ambition|aspiration) (?:of|is|was|to) (?:[a-z]+ing |reach |hit |make |get to |grow )?(?:to )?[^.;,]{0,16}$"
)
_STAYS_A_GOAL = regex.compile(
    r"[^.;,]{0,30}?\b(?:remains?|remained|is|was) (?:still )?(?:its|our|their|the|a|[\w.&-]++'s) (?:[a-z'-]++ ){0,2}?"
    r"(?:goal|target|aim|ambition|objective)\b"
)
"""``earning $10 a share remains its goal``"""
_TARGET_OF = regex.compile(r"\btargets? (?:of|for) [^.;,]{0,12}$")
_BY_A_YEAR = re.compile(r"(?: (?:a|per) share| (?:in|of) [a-z ]{4,24})? by (?:the end of )?(?:fiscal )?20[0-9]{2}\b")
"""``its earnings target of $20 a share by 2015``"""
_CALLED_A_GOAL = re.compile(
    r"(?: (?:annual|net|group|total|full-year|long-term|mid-term|medium-term)){0,2}"
    r"(?: (?:sales|revenues?|turnover|profits?|earnings|ebitda?|EBITDA?|margin|cash flow|[a-z]+ (?:profit|margin|income)))? "
    r"(?:goal|target|objective|ambition)\b(?! price)"
)
_HIS = regex.compile(rf"\b(?:[Hh]is|[Hh]er) (?:[\w-]++ ){{0,5}}?(?:{OUTLOOK}|estimates?|views?)\b[^;]*$")
"""``West kept his 2009 outlook for earnings of $3 a share``: an analyst's"""
_PART_OF_IT = re.compile(
    rf"\b(?:(?:in|ex)clude[sd]?|assumes?|reflects?)\b(?:(?!\b{OUTLOOK}\b)[^,;])*$"
    r"|\b(?:half|double|twice|triple|(?:a third|a quarter|two-thirds) of) (?:of )?(?:the |that of )?$"
    r"|(?<!\bunchanged )(?<!\bflat )\bfrom (?:last|the (?:prior|previous)) year's (?:[a-z-]+ ){0,3}$"
    rf"|\b(?:ex|in)cluding (?:an? )?{ABOUT}$"
    r"|\bincluding (?:[a-z-]++ ){0,5}?"
    r"(?:costs?|charges?|expenses?|items?|gains?|benefits?|losses|contributions?|headwinds?|payments?|refunds?|proceeds|credits?)"
    rf" of [a-z ]{{0,15}}(?:{SUM}, or )?$"
    r"|\b(?:hurt|helped|hit|dented|impacted|affected|diluted|boosted) (?:by|in (?:the |a )?range of) "
    rf"{ABOUT}$"
    rf"|\bsave {ABOUT}$"
    r"|\b(?:cut|reduc|lower|trim|slash|sav|shav)[a-z]* (?:[a-z-]+ ){0,3}?(?:costs?|expenses|spending|overheads?)\b"
    rf"(?:(?!\b{EXPECTS}\b)[^;])*$"
)


_WIND = regex.compile(r" (?:[a-z-]++ ){0,3}?(?:head|tail)winds?\b")
"""``a 2% currency tailwind``: a part of the outlook that is no outlook itself"""
_GROWTH_OF = regex.compile(rf" {MOVE} in ")
"""``the guidance assumes a 2% increase in comparable sales``: an outlook of those"""
_MIDDLE_MOVED = regex.compile(
    r"(?i)\b(?:increas|rais|lift|boost|lower|reduc|cut|trim|rise|rising|higher|improv)[a-z]* (?:[a-z]++ ){0,4}?mid-?points?"
    rf"(?: [\w-]++){{0,9}}? (?:of|by) {ABOUT}$"
)
"""``an increase in the midpoint of $0.10``: by how much it was moved"""


_END_MOVED = re.compile(
    r"(?P<noun> (?:improvement|increase|rise|boost|cut|reduction))? (?:at|from|to|on) the (?:lower|low|upper|high|top|bottom) end\b"
)
_MOVED_BY = re.compile(rf"\b(?:increase|rise|improvement|boost|cut|reduction) of {ABOUT}$")
"""``a 10-cent improvement from the lower end of its guidance``, ``an increase of 15 cents at the lower end``"""


_UP = regex.compile(rf"(?<!\bto )\b(?:up|down|raised|lowered|increased|reduced|higher|lower) (?:by )?{ABOUT}$")
_FROM_ITS_FORECAST = re.compile(
    rf" (?:from|over|on) (?:{ITS}|an?)(?: [A-Za-z-]+){{0,3}} "
    rf"(?:{OUTLOOK}|estimates?|views?|range)\b"
)
"""``up 2 cents from a forecast that it gave in May``"""

_THAN_BEFORE = re.compile(
    r" (?:(?:[a-z]+ )?(?:more|less|fewer|higher|lower|better|worse) than|(?:above|below|over|under|short of|ahead of)"
    rf"(?= {ITS} (?:previous|prior|earlier|old|last|original|initial|former)\b(?! (?:{PERIOD}|fiscal|financial|three)\b))) "
    r"(?:before\b|previously|earlier|until now|hitherto|at first|first|originally|initially|planned|in (?:its|the|their|our|[A-Z])"
    r"|its\b|their\b|our\b"
    r"|the (?:company|group|bank|firm|previous|prior|earlier|old|last|original|initial|former)\b|(?:it|they|we|management) \w)"
)
"""``$500 million less than before``, ``two million more than it had thought``"""


def is_more_than_before(folded: str, figure: Span) -> bool:
    """Tell by how much a figure is more or less than what was expected until now."""
    return _moved_from_forecast(folded, figure) or _THAN_BEFORE.match(folded, figure.end) is not None


def _moved_from_forecast(folded: str, figure: Span) -> bool:
    """Tell by how far a figure says that something moved from a forecast."""
    return _FROM_ITS_FORECAST.match(folded, figure.end) is not None and _UP.search(folded, 0, figure.start) is not None


def _moves_an_end(folded: str, start: int, figure: Span) -> bool:
    if _moved_from_forecast(folded, figure):
        return True
    match = _END_MOVED.match(folded, figure.end)
    return match is not None and (match["noun"] is not None or _MOVED_BY.search(folded, start, figure.start) is not None)


_ON = r"(?:(?!\b(?:said|reported|posted|earned|made|but|while|was|were)\b)[^;])*?"
_EARNINGS = r"(?:earnings|profits?|income|EPS|bottom line)\b"
_ADDS = regex.compile(
    r"\b(?:to|will|would|should|could|may|might) (?:also )?(?:add|contribute|shave|knock|lop|subtract|cost(?: it)?|wipe)"
    rf" (?:between )?{ABOUT}$"
    r"|\b(?:to|will|would|should|could|may|might) (?:also )?"
    r"(?:hurt|reduce|lower|trim|cut|dent|depress|hit|crimp|shave|slice|pare|boost|weigh on|drag down"
    rf"|lift|increase|raise|help|improve|benefit) (?:(?:{ITS}|[a-z'-]++) ){{0,5}}?{RESULT}\b[^;$€£0-9]*? by (?:between )?{ABOUT}$"
    r"|(?<!\b(?:was|were|is) an? )\b(?:shortfall|adjustment|hit|headwind|tailwind|drag|impact|benefit|boost|dilution|accretion)s?"
    rf"(?: (?:in|to|on|for)(?: [\w-]++){{1,4}})? of (?:between |up to )?{ABOUT}$"
    rf"|\b(?:reduction|decrease) of {ABOUT}$"
    r"|\b(?:to|will|would|should|could|may|might) (?:also )?"
    rf"(?:(?:add|contribute)\b{_ON}{SUM}{_ON}\b{_EARNINGS}"
    rf"|(?:boost|lift|increase|raise|reduce|dilute)\b{_ON}\b{_EARNINGS}{_ON} by {ABOUT}{SUM})"
    rf"{_ON}(?:,| and|, and) (?:by )?{ABOUT}$"
)
"""
``the deal is to add 5 cents to earnings in 2016 and 20 cents in 2017``, ``these trends will hurt earnings by 5 cents``,
``a shortfall of $1 billion``: a part of them
"""


def is_added_to_it(folded: str, start: int, at: int) -> bool:
    """Tell a sum of money, at a place, by which something adds to what is expected or takes from it."""
    return _ADDS.search(folded, start, at) is not None


_LIKE = regex.compile(r"\b(?:in line|level|even|flat|on par) with |(?<!\brang\w+ )\bfrom |\bsimilar to ")
_OF_A_PAST_YEAR = re.compile(r"(?: (?:a|per) share)?(?:,? (?:in|for|of) (?:fiscal |the )?(?:year )?(?P<year>(?:19|20)[0-9]{2})\b)?")

_YEAR_IN_BRACKETS = re.compile(r"\b(?:last|prior|previous) year \((?:FY ?)?(?:19|20)?[0-9]{2}: $")
"""``an increase of 10% on the prior year (2017: £955m)``"""


def _is_of_before(folded: str, at: int, figure: Span) -> bool:
    """Tell the figure of a past year that an outlook is like, or starts from ("$2.20 this year, in line with $2.16 in 2010")."""
    like = any(match.end() == at for match in _LIKE.finditer(folded, max(0, at - 24), at))
    found = _OF_A_PAST_YEAR.match(folded, figure.end) if like else None
    return (found is not None and found["year"] is not None) or _YEAR_IN_BRACKETS.search(folded, max(0, at - 48), at) is not None


_COSTS = regex.compile(
    r"(?i)\b(?:costs?|expenses?|savings|synergies)\b[^.;]{0,80}?"
    rf"\b(?:(?:is|are) {EXPECTED}|(?:will|would|should|could|may|might) (?:amount|be|come|reach|total))\b[^.;,]{{0,30}}$"
)
"""``closing costs are expected to total 4 cents a share``"""


def is_given_up(folded: str, start: int, at: int) -> bool:
    """Tell a figure, at `at`, of an outlook that was withdrawn ("suspended its guidance, which called for sales of $9m")."""
    return _GIVEN_UP.search(folded, start, at) is not None


_STANDS_BY = regex.compile(
    r"\b(?:back|reaffirm|affirm|reiterat|confirm|maintain|st(?:ands|ood|icks|uck) (?:by|to)|k(?:eeps|ept))(?:s|es|ed|ing)?"
    rf" {ITS} [^.;,$]{{0,40}}?\bgoals? (?:of|for) [^.;,$0-9]{{0,30}}$"
)
_FOR_A_YEAR = regex.compile(
    r"(?<=%|percent|pct|per cent)[^.;,$0-9]{0,60}?\b(?:(?:(?:for|in) )?(?=this )|(?:for|in) )"
    r"(?:the )?(?:(?:this|full|current|fiscal|financial|year) ?)*+"
    r"(?:(?<=(?:this|full|current|the) year)\b|(?<=year )|(?:20[0-9]{2})\b)"
)


def is_stood_by(folded: str, figure: Span) -> bool:
    """Tell a goal of growth in one year that is an outlook ("backed its goal of 15 percent sales growth for fiscal 2008")."""
    at = figure.start
    return (
        folded.find("goal", max(0, at - 60), at) >= 0
        and _STANDS_BY.search(folded, max(0, at - 120), at) is not None
        and _FOR_A_YEAR.match(folded, figure.end) is not None
    )


def is_goal(folded: str, figure: Span) -> bool:
    """Tell a figure that is called a goal, of a year that nobody is held to ("its goal of $10 billion in sales")."""
    at = figure.start
    if is_stood_by(folded, figure):
        return False
    if _GOAL.search(folded, max(0, at - 60), at) or _STAYS_A_GOAL.match(folded, figure.end):
        return True
    return _BY_A_YEAR.match(folded, figure.end) is not None and _TARGET_OF.search(folded, max(0, at - 40), at) is not None


def is_called_a_goal(folded: str, figure: Span) -> bool:
    """Tell a figure behind which stands that it is one ("to exceed our $20 billion revenue target")."""
    return _CALLED_A_GOAL.match(folded, figure.end) is not None


_FAR = r"(?:long(?:er)?|medium|mid)[ -](?:term|run|range|haul)"
_FAR_OFF = regex.compile(
    r"(?i)(?<!\bwithin (?:its|our|the) )\b"
    rf"{_FAR} (?!(?:debt|loan|borrowing|contract|incentive|compensation|investment|receivable|care)s?\b)"
    r"[^.;,$£€%0-9]{0,60}$"
    rf"|\b(?:over|in|for) the {_FAR}\b(?! debt)[^.;$£€%0-9]{{0,80}}$"
)
"""``its long-term target of growth of``, ``Over the long term, it expects growth of``; one "within its long-term range" is none"""
_A_YEAR = r"(?:fiscal )?(?:19|20)[0-9]{2}"
_IN_ALL = regex.compile(rf" (?:[^.;,$£€%0-9]{{0,40}} )?(?:from|between) {_A_YEAR} (?:to|through|and|until) {_A_YEAR}\b")
"""``to spend $5 billion from 2007 to 2011``: a sum of years"""
_SOME_DAY = regex.compile(rf" (?:[^.;,$£€%0-9]{{0,30}} )?['\"]?(?:at some point|some ?day|one day|(?:over|in) the {_FAR})\b")


def _is_far_off(folded: str, start: int, figure: Span) -> bool:
    """Tell what is aimed at in the long run, or comes of several years together."""
    if _FAR_OFF.search(folded, start, figure.start) or _SOME_DAY.match(folded, figure.end):
        return True
    return folded.find("%", *figure) < 0 and folded.find("per", *figure) < 0 and _IN_ALL.match(folded, figure.end) is not None


def is_no_outlook(folded: str, start: int, named: int | None, figure: Span) -> bool:
    """
    Tell a figure that is no outlook by the words around it, from `start` on; `named` is where its metric's name ends.

    One that was withdrawn or is not expected any more, a goal, a part of the outlook's ("the forecast includes a gain of").
    """
    at = figure.start
    if (
        _is_of_before(folded, at, figure)
        or _WIND.match(folded, figure.end)
        or folded.startswith((" either side of", " on either side of", " fewer "), figure.end)
        or _MIDDLE_MOVED.search(folded, start, at)
        or _is_far_off(folded, start, figure)
        or _moves_an_end(folded, start, figure)
    ):
        return True
    if is_given_up(folded, start, at) or is_goal(folded, figure) or is_how_far(folded, start, figure):
        return True
    if _HIS.search(folded, start, at) is not None:
        return True
    if named is None and _COSTS.search(folded, start, at):
        return True
    if named is not None and named > at and _GROWTH_OF.match(folded, figure.end):
        return False
    return _PART_OF_IT.search(folded, start if named is None or named > at else named, at) is not None


_OWN_VERB = regex.compile(
    r"\b(?:expect|plan|aim|intend|hope|target|anticipate|forecast|project)(?:s|ed|ing)? to "
    r"(?!be\b|come\b|total|reach|hit|range|report|post|deliver|generate|see\b|grow|rise|fall|increase|decline|drop|earn|make|exceed|top\b|have"
    r"|average|record|achieve|show|bring|do\b|again|still|now|remain|stay|improve|decrease|lose)[a-z]+\b[^.;,]{0,60}$"
)
_OWN_NOUN = regex.compile(
    r" (?:of|in) (?!(?:the|its|our|this|next|that|each|all|total|fiscal|calendar|early|late|mid)\b)[a-z]{3,}"
    r"| (?:(?:19|20)[0-9]{2} )?(?:cost|expense|debt|capital|savings|restructuring|productivity|efficiency)[a-z-]*+ [a-z]{3,}"
)


def is_of_own_verb(folded: str, sentence: Span, figure: Span) -> bool:
    """Tell a figure that says itself what it is of, which is no metric ("expects to return $5 million", "$5 million cost plan")."""
    if _OWN_VERB.search(folded, sentence.start, figure.start):
        return True
    return _OWN_NOUN.match(folded, figure.end, sentence.end) is not None


def is_a_brokers(folded: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence gives what a broker says, which is no outlook ("a Big Bank analyst said EBITDA could fall")."""
    found = _BROKER.search(folded, tokens[0].start, tokens[-1].end)
    if found is None or not (found.group().startswith("broker") and folded.endswith("The ", 0, found.start())):
        return found is not None
    return not is_on_a_broker(folded)
