"""
Verbs of what is to come, which make the figure behind them an outlook.

"Sales will probably climb as much as 6%", "it is likely to come in at $5 million", "it plans to open 30 stores": what is said to
be coming, and how surely, combine too freely for a list of phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.patterns import regex
from earnsum.text.terms import EXPECTED, PERIOD, RESULT

_HOW = (
    r"(?:(?:again|also|almost\ certainly|at\ (?:best|least|most|worst)|certainly|easily|either|eventually|in\ all\ likelihood"
    r"|instead|just(?:\ about)?|(?:more\ |most\ |very\ )?likely|merely|now|only|perhaps|possibly|probably|soon|still|surely|then"
    r"|therefore|thus|ultimately|well|yet)\ )*+"
)
_SURELY = rf"(?:could|may|might|should|will|would)\ {_HOW}(?:be\ (?:likely|set)\ to\ )?"
_TO = (
    r"(?:(?:(?:are|be|is|looks?|remains?|seems?|was|were)\ (?:now\ |still\ )?)?"
    rf"(?:{EXPECTED}|bound|due|likely|poised|set)|(?:is|are)(?:\ now|\ still)?)\ to\ "
)
_PLANNING = (
    r"(?:aims?|hopes?|intends?|plans?|pledged|pledges|vowed|vows|resolved|resolves|wants?|seeks?"
    r"|(?:is|are)\ (?:(?:still|now|also)\ )?(?:aiming|hoping|looking|planning|seeking)"
    r"|(?<=\b(?:wants|plans|aims|hopes|expects|intends)\ to\ [^.;]{3,60}\ )and)\ to\ "
)
_PLANS_TO = f"{_PLANNING}{_HOW}"
_WANTS = (
    r"(?:wants|seeks)\ (?=(?:[a-z-]+\ ){0,3}"
    rf"(?:{RESULT}|margins?|growth)\ of\ )"
    r"|faces\ (?=an?\ (?:[a-z-]+\ ){0,2}loss\ of\ )"
    r"|(?:plans?|budgets)\ (?=(?:[a-z-]+\ ){0,3}[\p{Sc}A-Z]{0,4}[0-9][^,;]{0,24}?\ (?:in|of|for|on)\ (?:capital|capex)\b)"
)
_COMES = (
    r"amount\ to|average|come\ (?:in|out)(?:\ at)?|come\ to|end\ up|exceed|finish|hit|land\ at|range|reach|settle|stand\ at|surpass"
    r"|stagnate|(?:stay|remain)\ (?:flat\ |steady\ |unchanged\ )?at"
    rf"|top|total|work\ out(?:\ at)?|(?:end|finish|close)(?=\ (?:the|this)\ (?:[a-z]++\ )?{PERIOD}\ with\b)"
    r"|be(?=\ (?:(?:about|almost|around|at\ (?:least|most)|(?:a\ (?:bit|little)\ |slightly\ |somewhat\ |well\ )?(?:above|below"
    r"|(?:high|low)er\ than|over|under)|close\ to|just|more\ (?:like|than)|near(?:er|ly)?(?:\ to)?|no\ more\ than|only"
    r"|roughly|some(?:thing\ like|where\ around)?)\ )*[\p{Sc}A-Z]{0,4}[0-9])"
)
_CHANGES = (
    r"advance|climb|contract|decline|decrease|dip|drop|expand|fall|gain|grow|improve|increase|jump|plunge|rise|shrink|sink|slide|"
    r"slip|slump|soar|surge|tumble|widen|narrow|double|triple|halve|ease|edge|moderate|recover|rebound|slow|weaken"
    r"|invest|spend|(?:boost|cut|lift|lower|raise|reduce|slash|trim)"
    r"(?=\ (?:its\ |the\ )?(?:capital\b|capex|output|production|spending)(?![^.,;\n]{0,40}\ by\ )[^.,;\n]{0,40}\ to\ )"
)
_EARNS = (
    r"take\ (?:an?\ )?(?:[a-z-]++\ ){0,2}charges?|rake\ in|(?:bring|pull|take)\ in(?=[^.;%]{0,20}\p{Sc})"
    r"|book|deliver|earn|generate|lose|make|post|produce|record|report|turn\ an?"
    r"|(?<!could\ )(?<!may\ )(?<!might\ )see"
)
_FIGURE = r"(?=[^.,;:()\n]{0,44}?(?<![\w.])[\p{Sc}A-Z]{0,4}[0-9])"
_COMING = regex.compile(
    rf"(?i)\b(?:(?:{_SURELY}|{_TO}|{_PLANS_TO})(?:(?:{_COMES})\b|(?=(?:{_CHANGES}|{_EARNS})\b)){_FIGURE}|{_WANTS})", regex.VERBOSE
)
_OPENING = regex.compile(
    rf"(?a)\b(?=[a-fhilmprstvw])(?:{_TO}"
    rf"|{_PLANNING}|{_WANTS}|(?:could|may|might|should|will|would)\ )"
)
"""How they begin, in lower case: a cheap look at each word spares the pattern most of the text."""
_COMING_WORDS = (" to ", "wants ", "plan", "budgets ", "faces ", "seeks ", "could ", "may ", "might ", "should ", "will ", "would ")

_PLANS = regex.compile(
    r"(?ri)\b(?:aim(?:s|ing)?|anticipates?|expect(?:s|ing)?|forecasts?|hop(?:es?|ing)|intend(?:s|ing)?|plan(?:s|ning)?|projects?|"
    r"target(?:s|ing)?|(?:due|going|likely|on\ course|on\ track|set)|will|would)\ (?:now\ |still\ |also\ |only\ )?"
    r"(?:to\ (?:now\ |also\ |only\ )?)?"
)
_LONGEST = 40
_GOES_OUT = regex.compile(
    r"\bgeh(?:t|en|e)\b(?=(?:[^.;\n]|(?<=[0-9])\.){0,90}?\b(?:da)?vo[nm]\b(?:[^.;\n]|(?<=[0-9])\.){0,160}?\baus\b)"
)
"""``geht für das Geschäftsjahr nun von einem Gewinn von 5 Millionen aus``: a German verb far from what it governs"""


def find_coming_verbs(folded: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the words in folded text by which the verb or figure behind them is to come."""
    lower = folded.lower()
    if "geh" in lower:
        yield from (found.span() for found in _GOES_OUT.finditer(lower))
    if not any(word in lower for word in _COMING_WORDS):
        return
    end = 0
    for opening in _OPENING.finditer(lower):
        if opening.start() >= end and (match := _COMING.match(folded, opening.start())) is not None:
            yield match.start(), len(folded[: match.end()].rstrip())
            end = match.end()


def plan_before(folded: str, at: int) -> tuple[int, int] | None:
    """Return where the words stand that make the verb at a place a plan ("plans to deliver 700 jets"), None without any."""
    match = _PLANS.match(folded, max(0, at - _LONGEST), at)
    if match is None or not match.group().endswith("to "):
        return None
    return match.start(), match.start() + len(match.group().rstrip())
