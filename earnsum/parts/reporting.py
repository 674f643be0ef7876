"""Reporting parts: the part of the company that is the subject of a verb of reporting ("Card services made a net loss of …")."""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.grammar.metrics import brings
from earnsum.grammar.premodifiers import BUSINESS, KIND_WORDS
from earnsum.grammar.shape import FIGURES
from earnsum.grammar.tokens import EXPECTED_TAG, NAME_TAG, Cue, Token
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Span
from earnsum.names.companies import NameMark
from earnsum.names.scopewords import NATIONAL, NOT_A_SCOPE, PLACES, is_on_the_map
from earnsum.names.words import COMMON, NATIONALITIES, NEWSROOMS
from earnsum.parts.beside import NO_GOODS
from earnsum.parts.partnames import CAPITALS, KINDS, MONTH, is_business, is_plain_part, trim
from earnsum.patterns import re, regex
from earnsum.text.firms import FIRM
from earnsum.text.terms import ITS, POSTED, UNIT

_PART_WORDS = (
    r"(?:[Ff]ixed[ -]income(?:\ trading)?|[A-Z][a-z]++\ (?:networks|services|products|brands|games|cloud)"
    r"|[A-Z][a-z]++\ and\ [a-z]{5,}(?:\ (?:goods|products|services|care|brands))?|[A-Z][a-z]++\ [0-9]{1,3}"
    rf"|(?i:{BUSINESS})(?:\ (?:and\ )?[a-z]{{3,}}){{0,3}}?\ (?!sales|group|other)(?:{BUSINESS}|operations|activities)(?=\ )"
    r"|[A-Z][\w.'&-]++(?:,?\ (?:and\ |&\ |of\ )?(?:[A-Z][\w.'&-]++|services|products|cloud|advertising|banking|sales|group)){1,4}"
    rf"|(?:[A-Z][a-z]++\ )?(?i:{BUSINESS}(?:\ (?:and\ )?{BUSINESS}){{0,3}})"
    r"|(?P<single>(?:[A-Z]\.){2}|(?:[A-Z]|i(?=[A-Z]))[\w&'-]++))"
)

_LEAD_IN = (
    r"(?:(?:But|And|Yet|So|However|Meanwhile|Still|Even|Only|Overall|Elsewhere|Likewise|[A-Z][a-z]{2,}ly|"
    r"Moreover|Furthermore|Instead|(?:By|In)\ contrast|At\ the\ same\ time),?\ (?:even\ |only\ )?"
    rf"|(?:In|During|For|Over)\ {ITS}\ [^,;$%]{{3,40}},\ |By\ [a-z ]{{4,20}},\ "
    r"|(?:Qtrly|Quarterly|Q[1-4]|(?:First|Second|Third|Fourth)[ -]quarter)\ )?"
)
"""What may stand before a subject at the beginning of a sentence."""

_DETERMINED = rf"(?:[*-]\ )?\"?{_LEAD_IN}(?:[Tt]he\ [a-z]++'s\ |The\ |Its\ |the\ |its\ |Our\ |(?P<owner>[A-Z][\w&-]++'s\ ))?"

_GLOSS = (
    r"(?:(?P<gloss>,\ (?:(?!\ -\ )[^$;]){3,150},"
    r"|\ (?:--?|—)\ (?:which|home\ to|including|made\ up\ of|the|an?|[a-z]++(?:\ [a-z]++){0,3},)\ [^$;]{3,150}\ (?:--?|—))|"
    r"\ \([^()]{2,60}\))?"
)
"""What explains a subject before its verb."""

_ADVERBS = r"(?:\ (?:as\ a\ whole|also|alone|itself|again|now|together|has|have|had))*"

_VERB = (
    r"(?:brought\ in|delivered|contributed|generated|recorded|posted|reported|had|produced|turned\ in|saw|seen|made|came\ to|"
    r"achieved|booked|garnered|earned|racked\ up|"
    r"pulled\ in|swung\ to|slipped\ to|suffered|notched(?:\ up)?|registered|clocked|logged|experienced|"
    r"raked\ in|chalked\ up|provided|eked\ out|managed|scraped|squeezed\ out|enjoyed|marked|accounted\ for|chipped\ in|"
    r"(?:more\ than\ )?(?:doubled|tripled|trebled|lifted|grew|improved|increased|raised|boosted|cut|narrowed|widened))"
)
_VERB_WORDS = frozenset(_VERB.replace("\\", "|").translate(str.maketrans("():? ", "|||||")).split("|")) | {"returned"}
_VERB_WORDS -= {"", "in", "up", "to", "out", "for", "more", "than"}
"""One word of each, and of `_DONE`, by which is soon seen that there is none."""

_WHAT = r"(?P<what>(?:(?!(?:on|in|of|for|at|by|to|group|company|adjusted|from)\ )[a-z][\w'-]*+\ ){1,4})"
"""What a named subject is ("The insulin Anvil")."""

# "Tools & Dies, which serves smiths, saw its revenue slip", "Card services made a net loss of", "while Anvil posted"
_RATE = r"[0-9]++(?:\.[0-9]++)?(?:%|\ per\ ?cent)"
_REPORTING = re.compile(
    rf"\ ?{_DETERMINED}(?:core\ |largest\ |{_WHAT}(?=[A-Z]))?"
    rf"(?P<name>{_PART_WORDS})(?:\ (?:{KINDS}|products?|locations|restaurants|stores|line|range|label))?"
    rf"{_GLOSS}{_ADVERBS}\ {_VERB}\ "
    r"(?:its\ |an?\ |the\ )?(?:(?:[0-9]++\.)?[\w%-]{0,16}(?:\ [\w%-]{1,16}){0,4}\ ?$"
    rf"|(?:[a-z-]++\ )?{_RATE}\ and\ (?:an?\ )?{_RATE}(?:\ [a-z]++){{1,5}}\ ?$)",
    re.VERBOSE,
)
"""``Broadcasting posted modest 4 percent and 2 percent increases in``: rates in turn are longer"""

_RIVALS = regex.compile(rf"\b(?:rival|competitor|peer|(?<!the ){FIRM}|world's)s?\b")
_GOODS = regex.compile(
    r"\b(?:label|brand|drug|medicine|treatment|vaccine|chain|service|app|site|platform|game|franchise|unit|arm)\ $"
)
"""What goods are called before their name."""
_SELLS = regex.compile(
    r"\ (?:saw|had|enjoyed|raked\ in|brought\ in|generated|racked\ up|notched\ up|recorded|pulled\ in)\ "
    r"(?:[\w%.-]++\ ){0,5}$"
)
"""What goods do whose sales are told, while a company reports."""
_RAKES_IN = regex.compile(r"\ (?:saw|raked\ in|brought\ in|racked\ up|pulled\ in)\ (?:[\w%.-]++\ ){0,5}$")
"""The same, of goods that nothing else tells from a company."""

_BROUGHT_IN = frozenset(
    {"lost", "earned", "brought in", "brings in", "took in", "pulled in", "raked in", "accounted for"}
    | {"posted", "reported", "recorded", "delivered", "booked", "logged", "registered"}  # a sum, and no metric behind it
)
"""Verbs that name the metric themselves."""

_WON_OR_LOST = frozenset({"lost", "earned"})
"""Of those, what any company does."""

_STATES = frozenset({"U.S.", "US", "U.K.", "UK"})
"""Places in capitals, which no company is called."""

_WHO = re.compile(
    rf"\ ?{_DETERMINED}(?:{_WHAT}(?=[A-Z]))?(?P<name>{_PART_WORDS})"
    rf"(?:\ (?:{KINDS}|products?))?{_GLOSS}{_ADVERBS}\ $",
    re.VERBOSE,
)

_DONE = (
    r"(?:delivered|achieved|reported|posted|recorded|generated|enjoyed|registered|saw|booked|notched\ up|chalked\ up|had|made|"
    r"experienced|suffered|produced|returned|earned|(?:brought|pulled|raked)\ in)"
)
_OWNS = (
    rf"\ ?{_LEAD_IN}(?P<whose>[Ii]ts|[Aa]nother|[Tt]he\ {FIRM}'s|"
    r"[A-Z][\w&-]++'s(?=\ [a-z])(?!\ (?:[a-z-]++\ )?(?:biggest|largest|leading|top|second-largest|third-largest|oldest)\ "
    r"(?!(?:[a-z-]++\ ){0,2}"
    rf"(?:{UNIT}|moneymaker|seller|drug|medicine|treatment|brand|product|franchise)\b)))\ "
    r"(?P<name>(?!(?:on|in|at|for|to|by|from|with|of|earlier|late|last|this|today|also|has|had|was|were|is|are|will|said|says)\ )"
    rf"[\w&'+-]++(?:,?\ (?:and\ |&\ )?[\w&'+-]++){{0,4}}?){_GLOSS}{_ADVERBS}\ "
)
"""What the text says is the company's, whatever it is called: "the company's pub restaurants delivered sales growth"; …"""
_OWNED = re.compile(
    rf"{_OWNS}(?:{_DONE}|(?P<raised>lifted|increased|raised|grew|boosted|improved|doubled|tripled))\ (?:[\w.%+-]++\ ){{0,6}}$",
    re.VERBOSE,
)
_OWNED_THAT = re.compile(rf"{_OWNS}$", re.VERBOSE)
"""… right before a verb that names the metric itself ("its movie studio brought in")."""

_CALLED = regex.compile(
    r",\ (?:(?:which\ (?:is|are)\ )?made\ up\ of|comprising|(?:the\ |an?\ )?(?:[A-Z]{2,5}\ )?(?:[a-z-]++\ ){0,4}?)\ ?"
    r"(?P<name>[A-Z][\w+-]*+(?:(?:\ |\ and\ )[A-Z][\w+-]*+){0,2})(?:,.*)?,"
)
"""The name of what is explained by it ("its top seller, the painkiller Anvil, had sales of")."""

_NOT_OWNED = frozenset(
    "shares stock shareholders investors customers clients board management executives rivals competitors peers results brands "
    "businesses units divisions segments operations outlook forecast performance strategy stores shops sites estate portfolio "
    "boss chief chairman founder parent owner partners suppliers staff employees workers business company group".split()
)

_TRADING = frozenset(
    "supermarkets hypermarkets stores shops sites restaurants hotels pubs cafes pharmacies outlets resorts chain chains mines "
    "casinos parks theatres clinics hospitals schools airline airlines bank banks".split()
)
"""What may itself raise its sales, while anything lifts those of the whole ("Its price increases lifted sales")."""
_SHOPS = frozenset({"stores", "shops", "sites", "restaurants"})
"""What belongs to the whole where nothing says which ("its U.S. stores")."""

# "* acme - water & protection reported q4 net sales of"
_LISTED = re.compile(
    r"(?:[*-]\ )?[\w.&']++(?:\ [\w.&']++){0,3}?\ -\ (?P<name>[\w&']++(?:\ [\w&']++){0,4}?)(?:\ segment|\ business)?\ "
    rf"(?:{POSTED}|had)\ (?:[\w-]++\ ){{0,3}}?$",
    re.VERBOSE,
)

_NO_PART = re.compile(
    r"City$|[A-Z][\w.]*-based\ |"
    rf"(?:Chief|Officer|President|Wall|Street|Journal|Times|News|{NEWSROOMS}|Analysts|Executives|Shares|It|They|We|He|She|This|That|Both|"
    r"Others?(?!\ [A-Z])|Some|Many|Most|All|Investors|Economists|Management|Company|Companies|Firms|"
    r"Results|Last|Which|Who|GAAP|Non-GAAP|Adjusted|[A-Z][a-z]{2,}(?:ab|ing|nt|al|te|ve|us|ed|ar)ly)\b|.*\b(?:Officer|Street)\b"
)


def _end_of_subject(folded: str, tokens: Sequence[Token], metric_at: int) -> int:
    """Return where a metric begins with the figure before it that is of it."""
    last = metric_at - 1 - (metric_at > 1 and tokens[metric_at - 1].tag == NAME_TAG)  # "to the group's net profit"
    if last > 0 and tokens[last - 1].tag in "$#":
        link = tokens[last]
        if link.tag in "nt" or folded[link.start : link.end] == "of":
            return tokens[last - 1].start  # "delivered $1.3 billion in revenue", "of revenue", "contributed $5 million to profit"
    if metric_at and tokens[metric_at - 1].tag == "$":  # "eked out a $9 million profit"
        return tokens[metric_at - 1].start
    return tokens[metric_at].start


def part_reporting(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that reports in a metric's clause, where no company does."""
    start, end = sentence.start, _end_of_subject(folded, tokens, metric_at)
    if folded.find(" - ", sentence.start, end) >= 0 and (listed := _LISTED.match(folded, sentence.start, end)) is not None:
        words = listed["name"].lower().split()
        # "ZURICH - Swiss drugmaker Anvil reported"
        dated = words[0] in NATIONALITIES and any(word[0].isupper() for word in listed["name"].split()[1:])
        return " ".join(words) if is_plain_part(words) and not dated else None
    told = max((token.end for token in tokens[:metric_at] if token.tag in FIGURES and token.end <= end), default=end)
    starts = [start, *(token.end for token in tokens[:metric_at] if token.tag in ";/&," and told <= token.start < end)]
    if any(token.tag == EXPECTED_TAG for token in tokens[:metric_at] if start <= token.start < end):
        return None  # "Initech Securities had estimated a profit of"
    mark = tokens[metric_at].mark
    bare = isinstance(mark, Cue) and (mark.words in _BROUGHT_IN or brings(mark.words))
    reporting = _WHO if bare else _REPORTING
    if isinstance(mark, Cue) and mark.words in _WON_OR_LOST and (place := _place_that_lost(folded, start, end)) is not None:
        return place
    if reporting is _REPORTING and _VERB_WORDS.isdisjoint(folded[start:end].split()):
        starts = []
    for start in reversed(starts):
        match = reporting.match(folded, start, end)
        if match is not None and not _NO_PART.match(match["name"]) and not _is_the_company(match):
            gloss = match["gloss"] or ""
            explained = (gloss.startswith(", which ") and not _is_a_firm(folded, match["name"])) or (
                (match["what"] is not None or bool(gloss))
                and _RIVALS.search(f"{match['what']}{gloss}") is None
                and (_SELLS.search(folded, match.end("name"), end) is not None or _GOODS.search(match["what"] or "") is not None)
            )
            named = not explained and any(
                isinstance(token.mark, NameMark) and not is_business(token.mark.name) and not is_on_the_map(match["name"])
                for token in tokens[:metric_at]
                if max(start, match.end("owner")) <= token.start < match.end("name")
            )
            alone = match["single"] and not match["owner"] and not match["what"] and not _is_proper(folded, match, start)
            alone = alone and not (match["single"].lower() in PLACES or match["single"] in _STATES)
            if alone and match["single"].lower() not in COMMON and _RAKES_IN.match(folded, match.end("name"), end):
                alone = f" {match['single'].lower()}" in folded
            alone = alone or (bool(match["single"]) and isinstance(mark, Cue) and mark.words in _WON_OR_LOST)
            alone = alone or KIND_WORDS.issuperset(match["name"].lower().split())  # "The business lost": the part just told of
            return (
                None
                if named or alone or MONTH.match(match["name"])
                else match["name"].lower().removesuffix(" group").removesuffix(" business")
            )
        owns = _OWNED_THAT if bare and isinstance(mark, Cue) and mark.words not in _WON_OR_LOST else _OWNED
        if (owned := _owned_part(folded, tokens[:metric_at], start, end, owns)) is not None:
            return owned
    return None


_NEXT = (
    r"(?P<name>(?!(?:the|its|it|they|which|who|that|this|then|also|has|have|had|still|only|even|while|whereas|but|and|though|although|as)\b)"
    rf"[a-z][\w'&-]*+(?:\ (?:and\ |&\ )?[a-z][\w'&-]*+){{0,2}}?)(?:\ {KINDS})?"
    r"(?:\ (?:alone|itself|also))?\ "
)
_ANOTHER = regex.compile(
    rf"(?:\b(?:while|whereas|but|and|though|although)|;|(?P<opens>[,:]))\ (?:the\ |its\ )?{_NEXT}$",
    regex.VERBOSE,
)
"""The next subject of what is won or lost, by any words ("the arms unit earned $3 million, while aircraft lost $1 billion")."""


def another_that_earned(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the part that a clause behind a figure says earned or lost something."""
    mark = tokens[metric_at].mark
    if not isinstance(mark, Cue) or mark.words not in _WON_OR_LOST | {"made"}:
        return None
    match = _ANOTHER.search(folded, sentence.start, tokens[metric_at].start)
    if match is None or not is_plain_part(match["name"].split()) or not trim(match["name"]):
        return None
    beside = match["opens"] is None and any(token.tag in FIGURES for token in tokens[:metric_at])
    return match["name"] if beside or is_business(match["name"]) else None


_ANOTHER_HAD = regex.compile(
    rf"(?:,\ (?:while|whereas|but|and|though|although|as)|;)\ (?:the\ |its\ )?{_NEXT}"
    rf"(?:{_VERB}|took)\ (?:its\ |an?\ )?(?:{_RATE}\ )?(?:[a-z-]++\ ){{0,2}}$",
    regex.VERBOSE,
)


def another_that_had(folded: str, sentence: Span, tokens: Sequence[Token], metric_at: int) -> str | None:
    """Return the next subject, by any words, in a sentence on a part ("tools had sales of $3 million, while rugs had sales of")."""
    end = _end_of_subject(folded, tokens, metric_at)
    if not any(token.tag in FIGURES and token.end <= end for token in tokens[:metric_at]):
        return None
    match = _ANOTHER_HAD.search(folded, sentence.start, end)
    words = match["name"].split() if match is not None else []
    return (
        match["name"] if match is not None and is_plain_part(words) and trim(match["name"]) and NO_GOODS.isdisjoint(words) else None
    )


_FIRMS = (" Inc", " Corp", " Co.", " Ltd", " (NYSE", " (NASDAQ", " (Nasdaq")
"""What stands behind a company's name."""


def _is_a_firm(folded: str, name: str) -> bool:
    """Tell a name that the text calls a company's somewhere."""
    return any(f"{name}{words}" in folded for words in _FIRMS)


_LOST_IN = regex.compile(
    rf"(?:(?:^|(?<=\n|\.\ ))|(?:,|;)\ |\b(?:while|and|but|as)\ )(?:(?:[Tt]hose|[Oo]perations|[Tt]he\ business)\ in\ )?"
    rf"(?:the\ )?(?P<name>{CAPITALS})(?:,\ which\ [^,;$%]{{3,80}},)?\ $",
    regex.VERBOSE,
)
"""``Europe lost $190 million``, ``Europe, which includes Turkey, lost``, ``those in Europe lost $190 million``"""


def _place_that_lost(folded: str, start: int, end: int) -> str | None:
    match = _LOST_IN.search(folded, start, end)
    return match["name"].lower() if match is not None and is_on_the_map(match["name"]) else None


def _owned_part(folded: str, before: Sequence[Token], start: int, end: int, owns: re.Pattern[str]) -> str | None:
    """Return what a clause says is the company's and reports, by any name ("its pub restaurants")."""
    match = owns.match(folded, start, end)
    owned = match["name"].lower().split() if match is not None else []
    if len(owned) > 1 and owned[-1] == "group":  # "the company's toys and games group"
        owned.pop()
    if match is None or (owned[-1] in _NOT_OWNED and not (owned[-1] in _SHOPS and owned[0] in NATIONAL)):
        return None
    if match.groupdict().get("raised") and owned[-1] not in _TRADING:
        return None
    inside = [token for token in before if token.start < match.end("name") and token.end > match.start("name")]
    if any(token.tag == METRIC_TAG or token.tag in FIGURES for token in inside):
        return None
    called = _CALLED.fullmatch(match["gloss"] or "")
    if called is not None:
        return called["name"].lower()
    words = match["name"].split()
    while words and words[-1].lower() in KIND_WORDS | _SHOPS | {"group"}:
        words.pop()
    return trim(" ".join(words)) if words else None


_THE_GROUP = re.compile(r"\ ?[Tt]he\ (?:[a-z&-]+\ )*group$")
_BASED = re.compile(r".*-(?:based|listed|headquartered|owned|backed|controlled)(?: (?:group|company|firm))?$")
_SEATED = re.compile(rf",\ (?:[A-Z][\w. ]+-based\b|{FIRM}\b)")


_BY_SALES = re.compile(r" (?:lifted|raised|boosted|cut|increased|improved|narrowed|widened|doubled) ")


def _is_the_company(match: re.Match[str]) -> bool:
    """Tell what a company is called for short from a part's name ("The technology group reported")."""
    said = match.group()[: match.end("name") - match.start()]
    *origin, last = match["name"].lower().split()
    if match["name"] in _STATES:
        return False
    if _BASED.match(match["name"]) or _SEATED.match(match["gloss"] or ""):
        return True  # "The Springfield, Ohio-based group, which makes film, posted"
    if last == "sales" and _BY_SALES.match(match.group(), match.end("name") - match.start()):
        return True  # "Higher sales lifted profit 14%"
    nations = "-".join(origin).split("-")  # "The French group made", "The Dutch-Belgian", "The French spirits group"
    called = last == "group" and (NATIONAL.issuperset(nations) or (nations[0] in NATIONALITIES and match["name"].endswith("group")))
    return (last in NOT_A_SCOPE and (called or not origin)) or _THE_GROUP.match(said) is not None


def _is_proper(folded: str, match: re.Match[str], start: int) -> bool:
    """Tell the name of a part from a word that only begins a sentence: it is explained, or stands inside another one too."""
    if match["gloss"] or folded[max(0, start - 2) : start].strip(' .\n"*-'):
        return True
    at = folded.find(f" {match['single']}")
    while at >= 0 and not (folded[at - 1].islower() or folded[at - 1] == ","):
        at = folded.find(f" {match['single']}", at + 1)
    return at >= 0
