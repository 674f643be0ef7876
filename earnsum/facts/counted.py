"""
Counted: which users, subscribers, vehicles or tonnes a number is of, by the words of its phrase.

"Daily active users", "46,000 cars in the domestic market", "200,000 of its Slate tablets", "9.5 million tonnes of crude steel".
"""

from __future__ import annotations

from earnsum.facts.additions import owner_of, service_of, subscribers_of
from earnsum.facts.sentence import Sentence
from earnsum.grammar.read import Reading
from earnsum.model import Span
from earnsum.names.scopewords import CALENDAR
from earnsum.parts.partnames import WORD
from earnsum.patterns import regex
from earnsum.text.languages import ENGLISH, JAPANESE
from earnsum.text.terms import ITS

SUBSCRIBERS = frozenset({"subscribers", "subscriber_adds"})

_SOLD_IN = regex.compile(
    r"\ (?:[\w-]++\ ){0,2}?(?:vehicles|cars|trucks|units|motorcycles|phones|smartphones)\ (?:in|to\ customers\ in)\ (?:the\ )?"
    rf"(?P<part>(?!(?:{CALENDAR})\b)[A-Z][\w.]++(?:\ [A-Z][\w.]++){{0,2}}|(?:domestic|home|local|overseas|export)\ markets?)"
)
"""``46,000 cars in the domestic market``"""
_MODEL = regex.compile(
    rf"\ of\ {ITS}\ (?:[a-z-]++\ ){{0,2}}(?P<part>[A-Z]\w*+(?:\ [A-Z0-9]\w*+){{0,2}})\ "
    r"(?:vehicles|cars|trucks|suvs|pickups|phones|smartphones|tablets|consoles|headsets|computers|devices|jets)\b"
)
"""``about 200,000 of its Slate tablets``"""
_CUSTOMERS_IN = regex.compile(
    r"\ (?:[\w-]++\ ){0,3}?(?:customers|members|subscribers|users)\ (?:internationally|abroad|overseas|in\ (?:the\ )?"
    rf"(?P<where>(?!(?:{CALENDAR})\b)[A-Z][\w.]*\w(?:\ (?:and\ )?[A-Z][\w.]*\w){{0,2}}))"
)
_PRODUCED = regex.compile(
    r"\ (?:metric\ )?(?:tonnes|tons|mt|ounces)\ of\ (?P<part>(?!as\b)[\w-]++(?:\ (?!as\b)[a-z-]++){0,2}?)"
    r"(?=[,.;]|\ (?:in|for|during|last|this|next|per|from|and|as|while|up|down|compared|versus|against)\b|$)"
)
"""``9.5 million tonnes of crude steel``"""
_GOODS = {"production": (_PRODUCED, _SOLD_IN), "deliveries": (_MODEL, _SOLD_IN)}
"""How what was made or sold is told of a part: by what it is, or by where."""


def which_counted(sentence: Sentence, metric: str | None, reading: Reading, name: Span) -> str | None:
    """Return which users, subscribers or goods a name counts, and whose or where."""
    figure = reading.figure
    if sentence.language == JAPANESE and (metric == "users" or metric in SUBSCRIBERS):
        return _whose_in_japanese(sentence.folded, name)
    if metric == "users":
        often = users_of(sentence.folded, name)
        who = sentence.scope_of(reading.metric_at) if reading.metric_at is not None else None
        who = who or (owner_of(sentence.folded, figure, name, sentence.span) if reading.role == "actual" else None)
        return " ".join(filter(None, (who, often))) or None
    if goods := _GOODS.get(metric or ""):
        found = next((match for pattern in goods if (match := pattern.match(sentence.folded, figure.span.end))), None)
        return found["part"].lower() if found is not None else None
    if metric == "subscriber_adds" and sentence.language != ENGLISH:
        return None  # "neue Abonnenten" are of no kind
    if metric in SUBSCRIBERS and reading.role != "change":
        where = (sentence.folded, reading.figure, name)
        return service_of(*where, sentence.span) or subscribers_of(*where) or _people_in(sentence.folded, figure.span.end)
    return None


_WHOSE = regex.compile(
    r"(?r)(?:^|[、。\n(]|は|が)(?P<who>(?!同社|会社|月末|期末|世界|[0-9]{1,4}[年月])[\p{Han}\p{Katakana}A-Za-z0-9ー・]{2,14})の"
)
_SORT = regex.compile(r"月間|日次|有料|無料|総")


def _whose_in_japanese(folded: str, name: Span) -> str | None:
    """Return whose users they are, and which ("決済アプリの月間利用者数")."""
    whose = _WHOSE.match(folded, 0, name.start)
    sort = _SORT.match(folded, *name)
    return " ".join(filter(None, (whose and whose["who"].lower(), sort and sort.group()))) or None


def _people_in(folded: str, end: int) -> str | None:
    """Return where the customers behind a figure are ("2 million customers in Canada", "2 million subscribers internationally")."""
    place = _CUSTOMERS_IN.match(folded, end)
    return (place["where"] or "international").lower() if place is not None else None


_USERS = frozenset(
    (
        "users user consumers consumer customers customer accounts people clients buyers riders visitors base numbers maus "
        "daus used use using now logged log visit in to on who nutzer nutzern nutzerzahl kunden kundenzahl konten "
        "käufer aktive aktiven aktiver"
    ).split()
)

_HOW_OFTEN = regex.compile(r"(?i)(?:\b(?:monthly|daily|weekly|annual|yearly)[ -](?:average\ )?(?:active-)?)?$")


_HAN = regex.compile(r"\p{Han}")
_OFTEN_HAN = regex.compile(r"[月日年](?:均|度)?活跃?|[md]au")
"""How often users come, which in Chinese is a word of what they are: "月活跃用户数"."""


def users_of(folded: str, metric: Span) -> str | None:
    """Return which users a name counts ("daily active users"): the words of its phrase that say more than users."""
    often = _HOW_OFTEN.search(folded, max(0, metric.start - 16), metric.start)
    words = (often.group().replace("-", " ") if often else "") + metric.of(folded)
    if any("\uac00" <= letter <= "\ud7a3" for letter in words):  # the Latin of "월간활성이용자(MAU)" says the same again
        return None
    if _HAN.search(words):
        how = _OFTEN_HAN.search(words)
        return how.group() if how is not None else None
    narrowing = [word for word in WORD.findall(words.lower()) if word not in _USERS]
    return None if narrowing == ["active"] else " ".join(narrowing) or None
