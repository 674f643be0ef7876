"""
Segments: the part that a clause calls one before its metric ("its cloud segment posted revenue of …").

It may have done something else first, or be explained, but it is neither one that was sold nor any ("a weak retail market").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earnsum.grammar.glosses import left_out_until
from earnsum.grammar.inorder import RESPECTIVELY
from earnsum.grammar.premodifiers import BUSINESS, KIND_WORDS
from earnsum.grammar.tokens import Cue, Token, first_word, tags_of
from earnsum.model import Span
from earnsum.names.scopewords import CALENDAR, NOT_A_SCOPE
from earnsum.parts.movers import only_moves
from earnsum.parts.partnames import BY_WHAT_IT_DOES, KINDS, OWNER, WORDS, trim
from earnsum.parts.places import IN_A_PLACE
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM
from earnsum.text.terms import ITS, POSTED

# "Its cloud segment posted …", "in the Legal division, …"
_SEGMENT = re.compile(rf"(?P<name>{WORDS})\"?(?:\ \([A-Z0-9&]+\))?\ {KINDS}\b(?!-)", re.VERBOSE)
_SEGMENT_WORD = re.compile(rf"\ {KINDS}\b")
"""What each of those has in it; few clauses have it, and to look for it takes a twentieth of the time."""
# "the sale of its cable operations", "the maker of Anvil and other apparel brands", "a supplier to the energy sector": not told of
_OF_ANOTHER = regex.compile(
    r"\b(?:sale|purchase|acquisition|disposal|spin-?off|share|maker|owner|operator|parent|seller|provider|creator)s?"
    r"\ of\ (?:(?:the\ )?(?:[A-Z][\w' &-]{0,30}+,\ ){1,4})?[^,;$]{0,40}$|"
    r"\b(?:acquired|bought|sold|buying|selling|acquiring|including)\ [^,;$]{0,40}$|"
    r"\b(?:known|famous)\ for\ [^;$]{0,60}$|"
    r"\b(?:it|they|we|which|who)\ (?:has\ |had\ |have\ )?[a-z]{3,}ed$|"
    r"\b(?:credit(?:s|ed|ing)|blam(?:es|ed|ing))\ [^,;$]{0,40}$|"
    r"\bone\ of\ the\ (?:[\w'-]++\ ){0,2}(?:largest|biggest|leading|oldest|top)\ [^,;$]{0,50}$|"
    r"\b(?:def(?:y|ied|ying)|buck(?:s|ed|ing)|shrug(?:ged|ging)\ off|weather(?:ed|ing)|[Dd]espite|[Aa]mid)\ [^,;$]{0,50}$|"
    r"\b(?:[Nn]o\.\ ?[1-9]|[Nn]umber\ (?:one|two|three)|leader|player|pioneer)\ in\ [^,;$]{0,50}$|"
    r"\b(?:supplier|manufacturer|provider|contractor|seller|lender)s?\ (?:[a-z-]++\ ){0,2}(?:to|for|in)\ [^,;$]{0,40}$|"
    r"\b(?:pressures?|competition|demand|weakness|softness|conditions|slowdown|downturn|recession|inflation)\ (?:in|on|at|across)"
    r"\ (?:the\ )?[^,;$]{0,40}$"
)
"""What stands before a part that is of a deal, a firm's trade or a cause: "price pressure in the cloud market cut profit"."""
_EXPLAINED = regex.compile(
    r"\b(?:which|that|who)\ (?:also\ )?(?:houses|holds|owns|includes|makes|sells|runs|operates|markets|covers)\b"
    r"(?:[^,;$]|,\ (?=[A-Z])){0,60}$"
    r"|\bhome\ (?:of|to)\ [^,;$]{0,60}$"
)
"""A clause on what a part has, which names no other part: "its luxury division, which houses brands such as Anvil"."""
_IN_A_CLAUSE = regex.compile(r",\ wh(?:ich|o)\ [^,;$]{2,120}$")
"""A clause on who earns, with what it has sold or is closing ("Acme, which is closing its retail arm, earned")."""
_SOLD = regex.compile(
    r"\ (?:(?:was|were|is|being|to\ be|that\ was)\ )?(?:sold|bought|acquired|spun\ off|hived\ off|closed\ down)\b"
)
"""A part that is the company's no longer ("its savings arm sold to Anvil")."""
_GLOSS = re.compile(
    rf"\ {KINDS}(?P<gloss>,\ (?:which|that|accounting\ for|home\ to|the\ [a-z]++est)\ [^,;$]{{3,80}}[0-9][^,;$]{{1,60}},)\ "
)
"""What is said of a part between its name and its verb, with figures that are none of its own ("which makes up 40% of sales")."""
_REPORTS = regex.compile(
    r"(?:,\ (?!which\b)[A-Za-z][^,;]{1,40}(?:,\ (?:which|that)\ [^,;$]{2,80})?,"
    r"|,\ which(?:\ [^,;$]{2,80}(?:,\ [^,;$]{2,40}){0,2},)?|"
    r",\ (?:by\ contrast|however|meanwhile|in\ turn|for\ its\ part|too|though),(?:\ which\b)?"
    r"|\ (?:that|which)\ (?:includes?|houses?|covers?|contains?|makes|sells|runs|operates)\ [^,;$]{2,80}?)?"
    r"(?:\ (?:alone|itself|also|again|has|have|had(?=\ [a-z]++ed\b)))*\ "
    r"(?:to\ an?(?=\ [$£€])|hit|topped|reached|posted|reported|saw|"
    r"recorded|had|booked|logged|clocked|delivered|registered|won|secured|bagged|received|garnered|witnessed|made|completed|sold|opened|built|added|shipped|"
    r"marked|managed|notched|achieved|maintained|sustained|enjoyed|experienced|suffered|generated|brought|chipped|contributed|provided|earned|produced|turned|took|racked|"
    r"posting|reporting|recording|registering|logging|notching|delivering|generating|seeing)\b"
)
"""A part that a change is told of ("the cloud arm posted a 24% jump in revenue")."""
_DOING = regex.compile(r",\ (?:posting|reporting|generating|bringing\ in|recording|delivering|earning)\ (?:an?\ )?$")
"""A part that did something else before ("the cloud arm was the surprise, posting $2 billion in revenue")."""
_GOES_ON = re.compile(
    rf"(?:\ [a-z-]++){{0,5}}?,?\ and\ (?:(?:{POSTED}|had)\b[^,;$%]*$"
    r"|its\ (?:[a-z-]++\ ){0,2}$)"
    r"|(?:\ [a-z-]++){0,4}?,\ (?P<doing>posting|reporting|recording|registering|generating|clocking)\ [^,;$%]*$"
)
"""What goes on about the same subject ("the housing arm completed 4,100 homes and made a profit of", "and its profit")."""
_PROPER = regex.compile(r",?\ (?P<the>(?<=,\ )the\ )?(?P<name>[A-Z][\w&-]++(?:\ (?:&\ |and\ )?[A-Z][\w&-]++){0,3})")
"""The name of a part behind what it is: "its British unit Anvil Motors", "its biggest segment, the Anvils & Tools Group"."""
_CALLED = regex.compile(
    rf",\ (?:{ITS}\ (?!(?:company|group|firm|bank)\b))?"
    r"(?P<name>(?!(?:which|that|who|where|with|including|and|but|the|its|an?|as|in|by|also|too|for|on)\b)"
    r"[a-z][\w&'-]*+(?:\ (?:and\ |&\ )?[\w&'-]++){0,3}),\ (?!(?:and|or)\b)"
)
"""The same in lower case, where nothing else names the part: "its next-largest unit, parks and resorts, saw"."""
_NAMED = regex.compile(r"\ [A-Z]")
_BRAND = re.compile(r"\b[Tt]he (?:UK |US |U\.S\. )?(?:[a-z&-]+ ){1,6}brand$")
"""``the sports equipment brand posted lower sales``: who a company is"""
_OF_A_FIRM = regex.compile(
    rf"(?<=\ business)(?:\ [a-z-]++){{0,3}}?\ (?:{FIRM}|specialist|consultancy)\b"
    rf"|(?:\ [a-z-]++){{0,2}}?\ (?:{FIRM}|specialist|consultancy|major|player|enterprise|undertaking|leader)s?\ [A-Z]"
)
_WHO_IT_IS = regex.compile(r"(?r)(?:^|[.:;)\n]\ ?|\ -+\ )$")
"""``Swiss private bank Anvil``, ``Private sector lender Anvil``, ``French tools business Anvil``: who a company is"""
_APPOSED = regex.compile(
    r"(?:^|(?<=[.!?]\ |\n|\b(?:from|at|and|but|while)\ ))(?:(?:In|At|For)\ (?:the\ )?)?+"
    r"(?P<name>[A-Z](?:[\w&]|-(?!wise\b))++(?:\ (?:and\ |&\ )?[A-Z][\w&-]++){0,3}),\ "
    rf"(?:the|its|their|[Tt]he\ [a-z]++'s|{OWNER})\ (?:(?:[a-z-]++|(?:[A-Z]\.?)+[a-z]*+)\ ?){{1,4}}+$"
)
"""The name of a part before what it is: "Anvil Cars, the luxury arm"."""
_WHEN = regex.compile(rf"(?:(?:During|Over|By)\ )?(?:{CALENDAR})\b|During\b")
"""``During Q4, the toys business reported``: when, and no part by its name"""
_FRONTED = regex.compile(
    rf"(?:(?:Meanwhile|However|But|Elsewhere),?\ )?"
    rf"(?:(?:[Ii]n|[Aa]t|[Ff]or|[Ff]rom|[Ww]ithin)\ (?:the|its|our|the\ [a-z]++'s|{OWNER})\ (?P<name>{WORDS})\ {KINDS}"
    r"|[Oo]n\ (?:the|its)\ (?!(?:profits?|earnings|costs?|revenue|sales|plus|upside|positive|negative|demand|supply|other)\ )"
    rf"(?P<name>{WORDS})\ (?:side|front)(?:\ of\ (?:the|its)\ business)?"
    rf"|[Ii]n\ (?P<name>{BUSINESS}(?:,?\ (?:and\ |&\ )?{BUSINESS}){{0,3}})(?<!\ news)),\ ",
    regex.VERBOSE,
)
"""
A part before everything else in its sentence: "In the beauty segment, volumes fell 1%, while sales rose".

"On the dairy side, earnings were $5 million"; "In food distribution, Acme's profit fell".
"""
_GENERIC = regex.compile(r"(?:^|\ )an?\ ")
"""A part is one of the company's, not any: "a weak retail market"."""
_OF_GROUP = regex.compile(
    r"(?r)\b(?:overall|group|group-wide|groupwide|companywide|company-wide|consolidated)\ $"
    r"|\b(?:to|of|for)\ the\ company's\ (?:(?:first|second|third|fourth)-quarter|quarterly|annual|full-year)\ $"
)
"""Words right before a metric by which it is of the whole company, whatever part is named before ("the group operating margin")."""
_ALL_OF_IT = regex.compile(
    rf"(?r)(?P<owner>(?:[,;]|\ (?:and|as|but|while|which|that))\ (?:[\w'-]++\ ){{0,4}}?"
    rf"the\ {FIRM}'s\ (?:(?:total|overall|net|whole)\ )?)$"
    r"|(?:[,;]\ (?:and|but|while|[a-z]++ing(?:\ (?:down|up))?)|\ which\ [a-z]++(?:\ (?:down|up))?)\ (?:the\ )?"
    r"(?P<total>total\ |overall\ )?$"
)
"""A clause on all of the company behind one on a part, by who owns the metric, or before "total revenue"."""
_TOTAL = ("total ", "overall ", "group ", "consolidated ")
_HAVING = frozenset({"with", "has", "have", "having", "runs", "whose"})
"""``Acme, with operations in North America and Europe, reported``: where it is at work, which tells of no part."""
_EVEN_SO = frozenset({"even though", "although", "though", "but", "however", "despite"})
"""How a clause on the whole may begin behind a part that only stands by ("growth in Asia helped even though profit fell")."""


_GOODS = regex.compile(r"(?r)\b[A-Z][\w-]*\ $")
"""``On the car side, Anvil sales fell``: goods by their name"""


def _fronted(folded: str, start: int, metric: int) -> regex.Match[str] | None:
    """Find the part that a sentence opens with, where no goods are named right before the metric."""
    found = _FRONTED.match(folded, start, metric)
    return found if found is not None and (found.end() == metric or not _GOODS.match(folded, found.end(), metric)) else None


def segment_before(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the segment named before a metric in its clause ("its cloud segment posted revenue of …")."""
    if _OF_GROUP.match(folded, sentence.start, tokens[metric_at].start) or _is_on_all_of_it(folded, sentence, tokens[metric_at]):
        return None
    start, near = _own_stretch(folded, sentence, tokens, metric_at)
    last = _last_segment(folded, max(start, left_out_until(folded, sentence)), near, tokens[metric_at].start)
    does = BY_WHAT_IT_DOES.match(folded, start, tokens[metric_at].end)
    if last is None or (does is not None and (last.start() > does.start("name") or trim(last["name"]) is None)):
        found = does or _fronted(folded, sentence.start, tokens[metric_at].start)
        return trim(found["name"]) if found is not None else None
    if _is_back_to_the_company(folded, tokens[:metric_at], last.start(), tokens[metric_at].start) or (
        _AND_THEN.match(folded, last.end()) and _OF_WHICH.search(folded, sentence.start, last.start())
    ):
        return None
    apposed = _APPOSED.search(folded, start, last.end("name"))
    if apposed is not None and apposed["name"].lower() not in NOT_A_SCOPE and not _WHEN.match(apposed["name"]):
        return apposed["name"].lower()
    proper = _PROPER.match(folded, last.end(), tokens[metric_at].start)
    called = last.group().endswith(("unit", "arm", "subsidiary"))
    name = trim(last.group("name"))
    if name is not None and not (proper and (called or name in KIND_WORDS)):  # "its largest business segment, Cloud Media,"
        return name
    between = folded.startswith(",", last.end()) and proper is not None and folded.startswith(",", proper.end())
    told = proper if proper is not None and (called or proper["the"] or between) else None
    its = last.group("name").rpartition(" ")[2].lower() not in _HAVING
    there = told or _CALLED.match(folded, last.end()) or (IN_A_PLACE.match(folded, last.end()) if its else None)
    return there["name"].lower() if there is not None else None


def _is_on_all_of_it(folded: str, sentence: Span, metric: Token) -> bool:
    """Tell a metric of the whole in a clause of its own ("the toys unit cut prices, and the company's revenue fell")."""
    if _fronted(folded, sentence.start, metric.start) is not None:
        return False
    clause = _ALL_OF_IT.match(folded, sentence.start, metric.start)
    return clause is not None and (bool(clause["owner"] or clause["total"]) or folded.startswith(_TOTAL, metric.start))


_IT_THEN = regex.compile(r"\b(?:and|as|after|while|when|but|that)\ it\ (?:also\ |has\ |had\ )?[a-z]+(?:ed|ade|aw|d)\ ")


_AND_THEN = regex.compile(r",?\ (?:and|while|but|whereas)\ ")
_OF_WHICH = regex.compile(r"\b(?:of\ which|including|of\ that)\ (?:[^,;.]|[.,](?=[0-9]))*$")
"""``sales of $9 billion, of which $3 billion came from its cloud unit, and net income was``: the company's again"""


def _is_back_to_the_company(folded: str, before: Sequence[Token], part: int, metric: int) -> bool:
    """Tell whether the company, the subject before a part, is gone back to ("Acme set the sale of its tools unit as it posted")."""
    if folded.find(" it ", part, metric) < 0 or _IT_THEN.search(folded, part, metric) is None:
        return False
    subjects = (token for token in before if token.tag in "KH" and token.end <= part)
    return any(not folded[token.start : token.end].lower().endswith(("its", "it")) for token in subjects)


def _own_stretch(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> tuple[int, int]:
    """Return from where a part may be named for a metric, and where the clause nearest to the metric begins."""
    near = sentence.start
    for at in range(metric_at - 1, -1, -1):
        if tokens[at].tag == "/" and isinstance(mark := tokens[at].mark, Cue) and mark.words in _EVEN_SO:
            near = max(near, tokens[at].end)
        if tokens[at].tag in "s$%#d;" and not _is_in_gloss(folded, sentence.start, tokens[at].start, tokens[metric_at].start):
            own = _is_its_own(tokens, at, metric_at)
            near = near if own else max(near, tokens[at].end)
            goes_on = _GOES_ON.match(folded, tokens[at].end, tokens[metric_at].start)
            if not own and goes_on is None:
                return tokens[at].end, near
            if _DOING.search(folded, sentence.start, tokens[at].start) or (goes_on is not None and goes_on["doing"]):
                near = sentence.start
    return sentence.start, near


def _is_in_gloss(folded: str, start: int, figure: int, stop: int) -> bool:
    gloss = _GLOSS.search(folded, start, stop)
    return gloss is not None and gloss.start("gloss") < figure < gloss.end()


_SIZED = regex.compile(r"(?:[0-9]|illion|crore|\b[bt]n)[ -]$")
"""``a share of the $1.6 billion Indian market``: what is so large is nobody's part"""


def _last_segment(folded: str, start: int, near: int, stop: int) -> re.Match[str] | None:
    """Return the last segment that a stretch names as one of the company's; before `near` only one that reports."""
    last = None
    for match in _segments(folded, start, stop) if _SEGMENT_WORD.search(folded, start, stop) else ():
        if (
            _EXPLAINED.search(folded, start, match.end("name"))
            or (folded.find(", ", match.end(), stop) >= 0 and _IN_A_CLAUSE.search(folded, start, match.end("name")))
            or (match[0].endswith(" bank") and _NAMED.match(folded, match.end()))
            or _OF_A_FIRM.match(folded, match.end())
            or (match[0].endswith((" market", " sector")) and _SIZED.search(folded, max(0, start - 12), match.start("name")))
            or (match[0].endswith((" business", " brand")) and _is_who_it_is(folded, match))
            or (match[0].endswith(" brand") and _BRAND.search(folded, max(start, match.start() - len("the ")), match.end()))
        ):
            continue
        if last is not None and trim(match["name"]) is None:
            continue  # "the segment"
        generic = _GENERIC.search(match["name"]) is not None or (match.end() < near and not _REPORTS.match(folded, match.end()))
        other = generic or _SOLD.match(folded, match.end()) or _OF_ANOTHER.search(folded, start, match.end("name"))
        last = None if other or only_moves(folded, start, match, stop) else match
    return last


def _segments(folded: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield what is called a part, also one right before the word for what it is ("The toy unit, the division that …")."""
    for match in _SEGMENT.finditer(folded, start, stop):
        if "," in match["name"] and trim(match["name"]) is None:
            yield from _SEGMENT.finditer(folded, match.start(), match.end("name"))
        yield match


def _is_who_it_is(folded: str, match: re.Match[str]) -> bool:
    """Tell what a sentence calls the company right before its name ("French tools business Anvil reported")."""
    named = _NAMED.match(folded, match.end()) is not None and not match["name"].startswith(("The ", "Its ", "In ", "At "))
    return named and _WHO_IT_IS.match(folded, max(0, match.start() - 6), match.start()) is not None


_CLOSE = 5


def _is_its_own(tokens: Sequence[Token], at: int, metric_at: int) -> bool:
    """Tell a figure of the metric behind it: "the cloud arm posted a 24% jump in revenue", "had $5 billion of revenue"."""
    link = tokens[at + 1 : metric_at]
    linked = bool(link) and (link[0].tag == "n" or first_word(link[0]) == "of") and tags_of(link[1:]) in ("", "B")
    if tokens[at].tag in "$#" and (at == metric_at - 1 or linked):
        return True
    between = tokens[at + 1 : metric_at]
    if any(token.tag == RESPECTIVELY for token in tokens[metric_at:]) and {"%", "&"} & {*tags_of(between)}:
        return tokens[at].tag == "%" and all(token.tag in "UDnB_%&M," for token in between)  # "4% and 2% gains in sales and profit"
    return tokens[at].tag == "%" and all(token.tag in "UDnBYQ_" for token in between) and metric_at - at <= _CLOSE
