"""
Subscribers: how many there are, how many were added, and which.

One phrase names both ("it added 2 million subscribers", "it has 2 million
subscribers"); the verb before the figure tells, and may say that they were lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.read import Reading
from earnsum.grammar.shape import FROM
from earnsum.model import Span
from earnsum.patterns import re, regex
from earnsum.text.marks import Quantity
from earnsum.text.moves import FALL_OR_FELL, MOVED, RISE_OR_ROSE
from earnsum.text.terms import PERIOD, UNIT

_HEDGES = (
    r"(?>(?:(?:a|an|about|around|approximately|roughly|nearly|almost|some|more|fewer|less|than|over|only|just|net|total|of|another|further|record|"
    r"additional|overall|combined|estimated|extra|astonishing|whopping|astounding|impressive|between|at|least|up|to)\ )*)"
)
_ADDED = regex.compile(
    r"(?i)\b(?:add(?:ed|ing|s)?|gain(?:ed|ing|s)?|sign(?:ed|ing|s)?\ up|"
    r"attract(?:ed|ing|s)?|w[io]n(?:ning|s)?|pick(?:ed|ing|s)?\ up|"
    r"br(?:ought|ing|inging)\ in|net(?:ted|ting)|drew|recruit(?:ed|ing|s)|(?:the|these)\ (?:additional|extra|added)|"
    r"additions?\ of|increase\ of|gain\ of|"
    r"(?P<lost>los(?:t|e|es|ing|s\ of)|cost(?:ing)?\ (?-i:it|[A-Z]\w+)|shed(?:ding|s)?|"
    r"(?:decline|drop|decrease|fall|losses)\ of))\ "
    + _HEDGES
    + r"(?:[0-9][0-9.,]*+(?:\ million)?\ (?!(?:than|from|for|to|in)\b)(?:(?:[\w&+/-]++\ ){1,4}?and"
    r"|(?:[\w&+/-]++\ ){0,3}[\w&+/-]++,(?:\ and)?"
    r"|[\w&+/\ -]{4,60}?,?\ (?:including|of\ (?:which|whom)))\ " + _HEDGES + ")*$"
)
_PHRASE = re.compile(
    r"(?i)\ (?P<which>(?:(?!(?:and|or|on|in|to|of|for|from|with|as|by|the|at|after|while|who|that)\b)"
    r"[\w&+/'-]++\ ){0,5}?)"
    r"(?P<noun>customers?|members?|clients?|subscribers?|subs|connections|subscriptions)"
    r"(?:(?P<lost>\ loss(?:es)?|\ (?:had\ |were\ )?(?:left|quit|lost|cancell?ed|departed))"
    r"|(?P<added>\ (?:were\ )?(?:added|gained|won)))?\b"
)
_PLAIN = frozenset(
    "new net paying total global worldwide more additional subscriber subscribers subscription subscriptions customer customers "
    "member members membership memberships client clients connections additions addition adds add gains growth base its nets a an "
    "record numbers people users of in ever highest were was".split()
)
_WORD = regex.compile(r"[\w+&'-]+")
_LOOK_BACK = 90


def is_added(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who came or went ("it added 23 million users")."""
    phrase = _PHRASE.match(folded, figure.span.end)
    return _before(folded, figure) is not None or (phrase is not None and (phrase["added"] or phrase["lost"]) is not None)


def is_lost(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who went ("it lost 200,000 subscribers", "15,000 net customer losses")."""
    said = (_before(folded, figure), _by(folded, figure), _PHRASE.match(folded, figure.span.end))
    return any(match is not None and match["lost"] is not None for match in said)


def is_won(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who came, and of nobody who went ("a gain of 3,600 customers")."""
    came = is_added(folded, figure) or folded.endswith(("growth of ", "rise of "), 0, figure.span.start)
    return figure.kind in ("count", "bare") and came and not is_lost(folded, figure)


def counts_customers(folded: str, figure: Quantity) -> bool:
    """Tell whether customers who came or went are counted ("it won 1.1 million customers", "15,000 net customer losses")."""
    phrase = _PHRASE.match(folded, figure.span.end)
    return phrase is not None and (phrase["lost"] is not None or is_added(folded, figure))


def subscribers_of(folded: str, figure: Quantity, metric: Span | None) -> str | None:
    """
    Return which subscribers a phrase counts ("postpaid phone"): its words that say more than subscribers.

    The phrase is the one behind the figure, or the name of the metric.
    """
    phrase = _PHRASE.match(folded, figure.span.end)
    words = phrase["which"] if phrase is not None else ""
    if not words and metric is not None:
        words = metric.of(folded)
    return _narrowed(words)


def _narrowed(words: str) -> str | None:
    """Return the words that say which subscribers; None where there are none, or they only say that these pay."""
    narrowing = _narrowing(words)
    return None if narrowing in ("", "paid") else narrowing


def _narrowing(words: str) -> str:
    return " ".join(word for word in _WORD.findall(words.lower()) if word not in _PLAIN)


_LEAVING = regex.compile(
    r"(?i)\ (?:[\w-]++\ ){0,3}?(?:customers|members|subscribers|users)\ (?:\w++\ ){0,3}?(?:to\ )?(?:leave|quit|cancel|depart|go)\b"
)


def is_leaving(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who are yet to go ("another two million subscribers were likely to leave")."""
    return _LEAVING.match(folded, figure.span.end) is not None


_BRINGING = regex.compile(
    r"(?i)\b(?:br(?:ing|ought)|t(?:ak|ook)|lift|push|increas|rais|boost|gr[eo]w|expand|swell|cut|reduc|shr[ai]nk|lower|trim)"
    r"(?:m?ing|m?ed|es?)?\ (?:its|the|their|that|overall)\ (?:\w++\ ){0,3}?"
    r"(?:total|base|count|tally|number|figure|rolls?|membership|service|subscribers|customers|members)[\w ]{0,14}?\ to\ "
    + _HEDGES
    + r"$|\bleaving\ (?:it|the\ company|[A-Z]\w++)\ with\ "
    + _HEDGES
    + rf"$|\bending\ (?:the\ {PERIOD}|[A-Z][a-z]++)\ with\ "
    + _HEDGES
    + r"$|\b(?:for|to|to\ reach(?:\ to)?)\ a\ (?:\w++\ )?total\ (?:base\ )?of\ "
    + _HEDGES
    + r"$|\bgiving\ it\ "
    + _HEDGES
    + r"$|\bto\ (?:top|reach|hit|pass|surpass|exceed)\ "
    + _HEDGES
    + rf"$|\bend(?:ing|ed|s)?\ the\ {PERIOD}\ with\ "
    + _HEDGES
    + "$"
)


def is_total(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is what those who came bring the total to ("bringing its total to 130 million")."""
    return _BRINGING.search(folded, max(0, figure.span.start - _LOOK_BACK), figure.span.start) is not None


def ends_with(folded: str, figure: Quantity, sentence: Span) -> str | None:
    """Return which subscribers a bare total is of ("added 2 million 5G subscribers, ending June with 30 million"), "" for all."""
    if figure.noun is not None or figure.kind not in ("count", "bare") or not is_total(folded, figure):
        return None
    phrase = _OF_WHICH.search(folded, sentence.start, figure.span.start)
    if phrase is None:  # "It added 88,000 subscribers. It ended the quarter with 8.2 million."
        phrase = _last(_OF_WHICH, folded, max(0, sentence.start - _GOES_ON), sentence.start)
    return _narrowing(phrase["which"]) if phrase is not None else None


def which_expected(folded: str, figure: Quantity, sentence: Span) -> str | None:
    """Return which subscribers were told of before a bare count of those who came, in its own sentence."""
    phrase = _OF_WHICH.search(folded, sentence.start, figure.span.start) if figure.noun is None else None
    return _narrowed(phrase["which"]) if phrase is not None else None


_OF_WHICH = regex.compile(
    r"(?i)[0-9]\ ?(?:million|thousand|billion|m)?\ (?P<which>(?:[\w&+/'-]++\ ){0,4}?)"
    r"(?:subscribers?|customers?|members?|connections)\b"
)
_CAME_TO = regex.compile(
    rf"(?i)\b(?:{MOVED}\ to"
    rf"|(?:ended|finished|closed)\ (?:the\ {PERIOD}|(?-i:[A-Z][a-z]++))\ with)\ " + _HEDGES + "$"
)


def is_total_of_customers(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of all customers there are now ("the service grew to 41 million customers")."""
    phrase = _PHRASE.match(folded, figure.span.end)
    return phrase is not None and _CAME_TO.search(folded, max(0, figure.span.start - _LOOK_BACK), figure.span.start) is not None


_OF_THEM = regex.compile(
    r"(?i)\b(?:(?:net|subscriber|customer)\ (?:additions|adds)|subscribers?|subscriptions?|customers|members(?:hips)?)\b"
)
_GOES_ON = 240


_WOULD_HAVE = regex.compile(r"\b(?:would|could|might) have $")


def adds_to(folded: str, figure: Quantity, sentence: Span) -> bool:
    """Tell whether a number without a noun is of subscribers told of shortly before ("It added 2.4 million in the quarter")."""
    verb = _before(folded, figure)
    if figure.noun not in (None, "people") or figure.kind not in ("count", "bare") or verb is None:
        return False
    if _WOULD_HAVE.search(folded, max(0, verb.start() - 16), verb.start()):
        return False
    return _OF_THEM.search(folded, max(0, sentence.start - _GOES_ON), figure.span.start) is not None


_BY = re.compile(
    r"\b(?P<which>(?:(?!(?:its|the|their|of|in|and|that|as|said|while|with)\b)[\w&+/'-]++\ ){0,4})"
    r"(?i:subscribers?|subscribing|subscriptions|subscriber base|customers|members|memberships|connections|households)\b"
    r"[^,.;$0-9]{0,40}?(?:,\ (?:which|including)\ [^,]{3,60},)?\ "
    rf"(?:{RISE_OR_ROSE}|(?P<lost>{FALL_OR_FELL}))\ by\ " + _HEDGES + "$"
)


def changed_by(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is by how many the subscribers grew or shrank ("the number of subscribers fell by 200,000")."""
    return figure.kind in ("count", "bare") and _by(folded, figure) is not None


def as_added(folded: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return readings, by how many subscribers grew as reported; how many they were before is no number of those added."""
    added = [r.role == "skip" and changed_by(folded, r.figure) for r in readings]
    before = [r.shape == FROM and r.metric is None and was for r, was in zip(readings, [False, *added], strict=False)]
    return [
        r._replace(role="actual") if new else r._replace(role="skip") if old else r
        for r, new, old in zip(readings, added, before, strict=True)
    ]


def which_changed(folded: str, figure: Quantity) -> str | None:
    """Return which subscribers grew or shrank by a count ("pay-TV customers shrank by 427,000")."""
    by = _by(folded, figure)
    return _narrowed(by["which"]) if by is not None else None


def _by(folded: str, figure: Quantity) -> re.Match[str] | None:
    return _BY.search(folded, max(0, figure.span.start - 2 * _LOOK_BACK), figure.span.start)


_DOES = (
    r"(?:Sheds?|Adds?|Los(?:es|t)|Gains?|Hits?|Reach(?:es|ed)|Tops?|Pass(?:es|ed)|Sub(?:scriber)?s?|Ha[sd]|Now|Added|Gained|Surpass(?:es|ed)"
    r"|Grew|Grows?|Sees?|Saw|Users?|Members?|Climbs?|Jumps?|Rises?|Falls?|Drops?|Ends?|Posts?|Counts?|Total)"
)
_SERVICE = rf"(?P<name>[A-Z]\w*\+(?:\ (?!{_DOES}\b)[A-Z]\w+)?)"
_SERVICE_BEFORE = regex.compile(rf"(?<!\w){_SERVICE}[^$;%0-9]{{0,60}}$")
_SERVICE_HAD = regex.compile(
    rf"(?:(?<!\w )\b|(?<='s )|(?<=[Ii]ts )|(?<=\b(?:{UNIT}|service|brand) )|(?<=\bto )(?=[A-Z][\w ]*+, which))"
    r"(?!(?:The|It|We|Our|They|He|She|That|This|In|At|Analysts?|Street|Its|Total|Paid|Paying|Global|Net|New|Subscribers?|Customers?)\b)"
    r"(?P<name>[A-Z]\w*+\+?(?:\ [A-Z]\w++\+?){0,2})(?:\ (?:[a-z-]++\ ){0,2}(?:service|platform|app|arm|unit))?(?:,\ which)?\ "
    r"(?:now\ |also\ |alone\ )?"
    r"(?:had|has|ended|finished|reached|passed|topped|surpassed|crossed|hit|totaled|counted|counts|boasts|added|attracted|drew|lost|shed"
    rf"|{MOVED})\b"
)
_SERVICE_BEHIND = regex.compile(
    rf"\ (?:to|for|of|at|on)\ (?:(?:its|the)\ (?:[a-z]++\ )?)?{_SERVICE}|\ to\ (?:its\ )?(?P<name>[A-Z]\w++(?:\ [A-Z]\w++){{0,2}})"
)
_SUBSCRIBED_TO = regex.compile(r"\ (?:to|of|for)\ (?P<name>[A-Z]\w*+\+?)\b(?!')")


def service_of(folded: str, figure: Quantity, metric: Span, sentence: Span) -> str | None:
    """Return the service that subscribers are of ("Acme+ had 129 million subscribers"); the company itself: see `wholenames`."""
    found = _SERVICE_BEHIND.match(folded, max(figure.span.end, metric.end), sentence.end)
    found = found or (_SUBSCRIBED_TO.match(folded, metric.end, figure.span.start) if metric.end < figure.span.start else None)
    found = found or _SERVICE_BEFORE.search(folded, sentence.start, min(figure.span.start, metric.start))
    return found["name"].lower() if found is not None else None


def owner_of(folded: str, figure: Quantity, metric: Span, sentence: Span) -> str | None:
    """Return who has subscribers or won them ("Anvil ended the year with 7 million subscribers"), the last one named."""
    end = min(figure.span.start, metric.start)
    found = _last(_SERVICE_HAD, folded, sentence.start, end)
    return found["name"].lower() if found is not None else None


def _last(pattern: regex.Pattern[str], folded: str, start: int, end: int) -> regex.Match[str] | None:
    return next(reversed(list(pattern.finditer(folded, start, end))), None)


def _before(folded: str, figure: Quantity) -> regex.Match[str] | None:
    return _ADDED.search(folded, max(0, figure.span.start - _LOOK_BACK), figure.span.start)
