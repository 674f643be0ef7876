"""
Subscribers: how many there are, how many were added, and which.

One phrase names both ("it added 2 million subscribers", "it has 2 million
subscribers"); the verb before the figure tells, and may say that they were lost.
"""

from __future__ import annotations

import regex

from earnsum.marks import Quantity
from earnsum.model import Span

_HEDGES = (
    r"(?:(?:a|an|about|around|roughly|nearly|almost|some|more|fewer|less|than|over|only|just|net|total|of|another|further|record|"
    r"additional|astonishing|whopping|astounding|impressive)\ )*+"
)
_ADDED = regex.compile(
    r"(?i)\b(?:add(?:ed|ing|s)?|gain(?:ed|ing|s)?|sign(?:ed|ing|s)?\ up|"
    r"attract(?:ed|ing|s)?|w[io]n(?:ning|s)?|pick(?:ed|ing|s)?\ up|"
    r"br(?:ought|ing|inging)\ in|net(?:ted|ting)|drew|recruit(?:ed|ing|s)|additions?\ of|increase\ of|gain\ of|"
    r"(?P<lost>los(?:t|e|es|ing|s\ of)|shed(?:ding|s)?|(?:decline|drop|decrease|fall|losses)\ of))\ " + _HEDGES + "$"
)
_PHRASE = regex.compile(
    r"(?i)\ (?P<which>(?:(?!(?:and|or|on|in|to|of|for|from|with|as|by|the|at|after|while|who|that)\b)"
    r"[\w&+/'-]++\ ){0,5}?)"
    r"(?P<noun>customers?|members?|clients?|subscribers?|connections|subscriptions)"
    r"(?:(?P<lost>\ loss(?:es)?)|(?P<added>\ (?:added|gained|won)))?\b"
)
_PLAIN = frozenset(
    "new net paying total global worldwide more additional subscriber subscribers subscription subscriptions customer customers "
    "member members membership memberships client clients connections additions addition adds add gains growth base its nets a an "
    "record people users of in".split()
)
_WORD = regex.compile(r"[\w+&'-]+")
_LOOK_BACK = 60


def is_added(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who came or went ("it added 23 million users")."""
    phrase = _PHRASE.match(folded, figure.span.end)
    return _before(folded, figure) is not None or (phrase is not None and phrase["added"] is not None)


def is_lost(folded: str, figure: Quantity) -> bool:
    """Tell whether a count is of those who went ("it lost 200,000 subscribers", "15,000 net customer losses")."""
    before, phrase = _before(folded, figure), _PHRASE.match(folded, figure.span.end)
    return (before is not None and before["lost"] is not None) or (phrase is not None and phrase["lost"] is not None)


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
    words = phrase["which"] if phrase is not None else metric.of(folded) if metric is not None else ""
    narrowing = [word for word in _WORD.findall(words.lower()) if word not in _PLAIN]
    return None if narrowing in ([], ["paid"]) else " ".join(narrowing)


_SERVICE = r"(?P<name>[A-Z]\w*\+(?:\ [A-Z]\w+)?)"
_SERVICE_BEFORE = regex.compile(rf"(?<!\w){_SERVICE}[^$;%0-9]{{0,60}}$")
_SERVICE_BEHIND = regex.compile(rf"\ (?:to|for|of|at|on|on\ its|for\ its)\ {_SERVICE}")


def service_of(folded: str, figure: Quantity, metric: Span, sentence: Span) -> str | None:
    """Return the service whose name ends in a plus that subscribers are of ("Acme+ had 129 million subscribers")."""
    found = _SERVICE_BEHIND.match(folded, max(figure.span.end, metric.end), sentence.end)
    found = found or _SERVICE_BEFORE.search(folded, sentence.start, min(figure.span.start, metric.start))
    return found["name"].lower() if found is not None else None


def _before(folded: str, figure: Quantity) -> regex.Match[str] | None:
    return _ADDED.search(folded, max(0, figure.span.start - _LOOK_BACK), figure.span.start)
