"""
Others: companies that a sentence only mentions, and whose figures stand beside the company's.

"Unlike Globex, whose revenue fell 3%, Acme grew": figures in such an aside are
Globex's, though nothing else in the article tells that it is a company.
"""

from __future__ import annotations

from collections.abc import Iterator

from earnsum.grammar.told import Fact
from earnsum.names.companies import NameMark
from earnsum.patterns import ABOUT, regex
from earnsum.text.firms import FIRM
from earnsum.text.terms import POSTED

_NAME = r"(?P<name>[A-Z][\w&.-]*+)(?:\ (?:&\ )?[A-Z][\w&.-]*+){0,2}(?:\ \(\ ?[\w.: ]{1,14}\))?"
_TOLD = (
    r"(?:posted|reported|earned|made|said|lost|saw|had|booked|revenues?|sales|profits?|earnings|results|deliveries|"
    r"(?:same-store|comparable)\ sales)\b"
)
_ASIDE = regex.compile(
    rf"\b(?:[Uu]nlike|Like|[Tt]h(?:ose|at)\ (?:of|from|at|(?:{POSTED}|announced)\ (?:[\w.]++\ ){{0,3}}?by)|"
    r"(?:[Ff]ollow|[Jj]oin|[Ee]cho|[Mm]irror)(?:s|es|ed|ing)|"
    r"(?:contrast|[Cc]ompare[ds]?(?:\ (?:that|this|it))?)\ (?:with|to)|far\ cry\ from|[Nn]ot\ so\ at|"
    r"(?:results|reports?|figures|numbers|showing|performance|news|quarter|warning|sympathy)\ (?:of|from|by|at|with)|"
    rf"[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?),?\ {_NAME},\ (?:which|where|whose)\ (?:[a-z-]++\ ){{0,2}}?{_TOLD}(?:(?!,\ )[^;\n])*+"
)
"""``unlike Globex, whose revenue fell 3%``"""

_A_RIVAL_TOLD = regex.compile(
    r"(?<!\b(?:[Bb]ought|[Bb]uying|[Aa]cquired|[Aa]cquiring|[Oo]f|[Ww]ith|[Aa]gainst|[Ff]rom|[Tt]han|[Bb]y|[Tt]o|[Ii]ncluding)\ )"
    r"\b(?:(?:(?:[Rr]ivals|[Cc]ompetitors|[Pp]eers)\b[^;\n.$%0-9]{0,60}?,\ with"
    r"|(?:[Aa]n?|[Ii]ts|[Tt]he\ [\w-]++'s|[A-Z]\w++'s)\ (?:[\w-]++\ ){0,2}?(?:arch-?)?(?:rival|competitor|peer)"
    r"|(?:after|since|as|while|when)\ (?:[a-z-]++\ )?(?:rival|competitor|peer)"
    rf"(?:\ (?!of|to|with|for|from|in|and)[a-z-]++){{0,2}})|[Aa]nother\ (?:[\w-]++\ ){{0,2}}?(?:[a-z-]++\ )?{FIRM}),?\ {_NAME},?\ "
    r"(?:[a-z][^;\n.$%]{0,80}?\ )?"
    r"(?:posted|reported|earned|lost|said|posting|reporting|logging|making|recording|booking)\b"
    r"(?:(?!,\ (?:while|but|and)\ )[^;\n])*+"
)
"""``a week after a rival chip maker, Globex, defied predictions and posted a profit of $3 million``"""

_COMES_AFTER = regex.compile(
    r"\b(?:results?|reports?|figures|numbers|news|announcement|update|earnings|warning)\ [^;.\n$%0-9]{0,24}?"
    r"\b(?:com(?:es?|ing)|came|follow(?:s|ed|ing)?|arrive[sd]?)\ [^;.\n$%0-9]{0,30}?\b(?:after|as|when|that)\ "
    rf"(?:[a-z-]++\ ){{0,3}}?{_NAME}\ (?:[a-z][^;\n.$%]{{0,60}}?\ )?(?:{POSTED}|said|announced|disclosed|warned)\b"
    r"(?:(?!,\ (?:while|but)\ )[^;\n])*+"
)
"""``Its results come after Globex said that toys helped fuel a 23 percent rise in profit``"""

_OF_A_RIVAL = regex.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\ (?:[a-z-]++\ ){0,3}(?:rival|competitor|peer)'?s?'?\ [^,;.]{0,60}$")
"""``the rival's cloud division grew 29%``"""
_A_RIVAL_EARNED = regex.compile(
    r"(?:Its|The\ company's)\ (?:[\w.-]++\ ){0,3}?(?:arch-?)?(?:rival|competitor|peer)\ (?:(?:also|has|had)\ ){0,2}"
    rf"(?:{POSTED}|said|saw|sold)\b"
)
"""``Its crosstown rival earned $3 million``"""
_GOES_ON = regex.compile(r",\ [a-z]")
"""``rival Globex, which earned $2 million, rose 3%``: the sentence is on the rival to its end"""

_OWN_FIGURE = regex.compile(rf"\b(?:ahead\ of|behind|than|above|below|against|versus|with|compared\ to)\ {_NAME}'s?\ {ABOUT}$")
"""``ahead of Globex's 298,000``, ``compared with Globex Bank's $11 billion``"""


def others_of(folded: str, fact: Fact, place: int) -> Iterator[str]:
    """
    Yield the first words of names whose figure a fact may be, if they are not the company's own or a part's.

    `place`: where a verdict without a figure is said ("in sympathy with rival Globex, whose revenue missed expectations").
    """
    if fact.figure is not None and fact.role not in ("actual", "change", "prior"):
        return
    at = fact.figure.span.start if fact.figure is not None else place
    named = any(folded.find(word, fact.sentence.start, at) >= 0 for word in ("rival", "competitor", "peer"))
    rival = _OF_A_RIVAL.search(folded, fact.sentence.start, at) if named else None
    if rival is not None and "'" in rival.group():
        yield rival.group()
    if named and (earned := _A_RIVAL_EARNED.match(folded, fact.sentence.start)) is not None:
        yield earned.group()
    asides = any(folded.find(words, *fact.sentence) >= 0 for words in (", which ", ", where ", ", whose "))
    for aside in _ASIDE.finditer(folded, *fact.sentence) if asides else ():
        end = fact.sentence.end if _GOES_ON.match(folded, aside.end()) and folded[aside.start()] in "rRcCpP" else aside.end()
        if aside.start() < at < end:
            yield aside["name"]
    told_apart = (_A_RIVAL_TOLD, _COMES_AFTER) if named or folded.find("nother ", *fact.sentence) >= 0 else (_COMES_AFTER,)
    for pattern in told_apart:
        yield from (told["name"] for told in pattern.finditer(folded, *fact.sentence) if told.start() < at < told.end())
    if fact.role in ("actual", "prior") and (own := _OWN_FIGURE.search(folded, fact.sentence.start, at)) is not None:
        yield own["name"]


_FAR = 120
_WITH_WHOM = regex.compile(
    r"(?r),\ (?:(?:which|that|whom|whose)\ [^,;$%]{3,70}"
    r"|(?:[^,;$%]{3,80}\ )?(?:behind|after|next\ to|(?:second|third)(?:\ only)?\ (?:to|behind)|trailing|ahead\ of)"
    r"|(?:along|together)\ with|alongside"
    r"|(?:a|the|an)\ [^,;$%]{0,40}(?:rival|competitor|supplier|customer|unit|bottler)\ (?:of|to))"
    r"\ (?:[A-Z][\w&.-]*+,?\ |and\ ){0,8}(?:[\w-]++\ ){0,2}?$"
)
_ENDS_CLAUSE = regex.compile(
    r"\.?(?:\ (?:&\ )?(?:Inc|Corp|Co|Ltd|Plc|plc|AG|SA|NV)\b\.?)?(?:\ \([^()]{2,16}\))?"
    r"(?:,?\ and\ (?:[A-Z][\w&.-]*+\ ?){1,3})?(?:,?\ (?:and|among)\ (?:(?:many|several|some)\ )?other[^,;.$%]{0,30})?,"
)


def is_only_with(folded: str, mark: NameMark) -> bool:
    """
    Tell who stands at the end of a clause on something else.

    "Anvil, which it sells together with Globex, rose 5%", "revenue at the second-largest bank, behind Globex, rose 5%"
    """
    ends = _ENDS_CLAUSE.match(folded, mark.span.end) is not None
    return ends and _WITH_WHOM.match(folded, max(0, mark.span.start - _FAR), mark.span.start) is not None
