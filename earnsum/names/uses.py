"""
Name uses: how one capitalised name of a text is used, and how strongly that shows a company.

A company has a legal suffix or a ticker, owns shares or sales, reports and earns; a person
has a post and says things; a broker only gives estimates.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from earnsum.figures.currencies import BEFORE
from earnsum.model import Span
from earnsum.names.words import BRANDED, COMMON, COUNTRIES, NEWSROOMS, OPENERS, PLAIN, TITLE_SUBJECT, without_suffix, words_in
from earnsum.patterns import ABOUT, re, regex  # regex where a name stands twice in a pattern; re costs half as much a call
from earnsum.text.firms import FIRM
from earnsum.text.moves import MOVED
from earnsum.text.terms import ITS, UNIT


class Use(NamedTuple):
    """
    One use of a capitalised name: how strongly it shows a company (`weight`), or else a person.

    It is `listed` where a ticker follows, `legal` where a suffix does, `acting` where it reports or owns what is reported,
    `inside` where a sentence has begun before it, `aside` where it is somebody's rival, target or owner there.
    """

    span: Span
    name: str
    weight: float
    ticker: str | None = None
    exchange: str | None = None
    listed: bool = False
    legal: bool = False
    acting: bool = False
    inside: bool = False
    person: bool = False
    bracketed: bool = False
    aside: bool = False
    quoted: bool = False


TICKER = regex.compile(
    r"""
    (?:\ \([^()\n"]{0,30}"[^()\n]{1,60}\))?
    (?:(?:\ press\ release)?,?\ ?\(\ ?(?:(?P<exchange>[A-Za-z][\w\ .-]{1,18}?)\ ?:\ ?)?(?P<ticker>[A-Z0-9]{1,6}(?:[./-][A-Z]{1,3})?)
        (?:\ [A-Z]{2})?(?:(?:[,;/]|\ -|\ and\b)\ ?[^()\n]{0,40})?\ ?\)
      | \ ?\((?P<exchange>[A-Za-z]{2,10}):\ ?\) )
  | \ (?P<ticker>[A-Z]{1,5}(?:\.[A-Z])?|[a-z]{1,5}(?=,\ [-+]))(?:,\ [-+]?[0-9.]{1,7}%,?|\ (?=[-+][0-9.]{1,7}%))
  | \ (?P<exchange>[A-Z]{2,6}(?:\ [A-Z][a-z]{1,12})?):\ ?(?P<ticker>[A-Z0-9]{2,7})\b
  | \ (?:(?P<ticker>(?:[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]\.[NO])(?!\.?\w))|<(?P<ticker>[A-Z0-9]{1,6}(?:\.[A-Z]{1,2})?)>)
  | \ (?P<ticker>undefined)\b(?:,\ [-+][0-9.]{1,7}%,?)?
  | (?<=\b(?:Inc|Corp|Co|Ltd|Plc)\.?)\ (?!(?:also|both|debt|have|its?|net|sale|share|stock|that|then|unit|which|who)s?\b)
      (?P<ticker>[a-z]{1,5})(?=\ (?:was|were|shares|stock|rose|fell)\b)
  | (?<=\b(?:Inc|Corp|Co|Ltd|Plc|Corporation|Limited)\.?)\ (?P<ticker>[A-Z]{2,5})
      (?=\ (?:[-+]?[0-9.]{1,6}%\ )?(?:was|were|shares|stock|rose|fell|reported|posted|got|agreed)\b)
    """,
    regex.VERBOSE,
)
_NO_TICKERS = words_in("CEO CFO COO EPS FDA GAAP NYSE SEC US UK EU IPO AI")
DAY_MOVE = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?(?:, [-+]?[0-9.]{1,7}%| [-+][0-9.]{1,7}%)")
ON_A_DAY = (
    r"[0-9.]+ ?(?:%|percent|per cent|pct) "
    r"(?:premarket|(?:in|during) (?:[\w-]+ ){0,3}?(?:trading|premarket|after-hours|deals|session)"
    r"|before the (?:bell|open)|after (?:it|the company|(?:its|their) |post|report|beat|miss|rais|cut|warn))"
)
"""What a share did: "4% in premarket trading", "3 percent after it posted"."""
_REPORTS = re.compile(
    r"(?:,(?:[^,.;\n]|\b[A-Z]{1,4}\.[A-Z]{1,2}\b\.?){3,90}(?:,[^,.;\n]{3,40}){0,2},"
    r"|, (?:the )?[A-Za-z]++'s (?:[\w-]++ ){1,4}?[a-z-]++(?= (?:said|reported|posted|recorded|registered|on)\b)| group)? "
    r"(?:(?:on|earlier|last|this|in) (?:this |last )?(?:week|month|year|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: [0-9]{1,2})?) )?"
    r"(?:(?:also|has|had|on|late|said|today|yesterday|just|again|[a-z]{2,10}ly|[A-Z][a-z]{1,6}day|announced) ){0,4}"
    r"(?:reported|posted|said|says|earned|lost|beat|missed|reports?|posts?|recorded|announced|booked|made|saw|logged|swung|delivered|"
    r"generated|guided|seen|sold|shipped|expects?|forecasts?|raised|lifted|cut|topped|exceeded|surpassed|bested|outperformed|announces|sees|registered|turned|outdid|projects|"
    r"projected|warned|continues|issued|managed|did|disclosed|suffered|enjoyed|tops|beats|misses|notched|now|gave|unveiled|declared|slumped|"
    r"(?:put|turned) in(?= (?:an?|another)\b)|"
    r"estimated(?= its\b| (?:[a-z]+-quarter )?operating\b)|surprised|disappointed|stumbled|became the latest"
    r"|(?:is|are) (?:also |now )?(?:to (?!be\b)[a-z]+|(?:cutting|closing|shedding|selling|buying|paying|laying off|hiring|raising))"
    rf"|(?:{MOVED}|added|shed)(?= (?:by )?{ABOUT}{ON_A_DAY}))\b"
)
_SAYS = re.compile(r" (?:said|says|has|had|will)\b")
_OWNS = re.compile(
    r"(?P<owner>'s?'?)? (?!(?:had )?(?:estimated|expected|predicted|projected)\b|(?:deal|bid|takeover) )"
    r"(?:(?:GAAP|[a-z0-9Q+-][\w.%-]{0,24}+) ){0,3}?"
    r"(?:(?P<shares>(?<!per )(?<!\ba )shares?|stock)|earnings?|profits?|revenues?|sales|results|net|operating|quarterly|quarter|"
    r"loss|losses|income|report|dividend|[QH][1-4]|guidance|outlook|[Ee]bit(?:da)?|EBIT(?:DA)?|EPS|NII|PAT)\b"
)
_HOLDERS = words_in(
    "shares stock shareholders investors results sales saw revenue revenues profit profits earnings income loss losses turnover"
)
_OWNED = words_in("shares stock")
"""What is had in a company; sales are had in a market or a part ("net sales in Automation")."""
_TOLD = words_in("shares stock shareholders investors results earnings")
"""What may come from a company; sales come from a part, or from customers ("revenue from Animal Feeds")."""
_TRADES = words_in(
    "parent owner maker retailer giant group company bank insurer firm chain airline carrier lender brewer supplier broker "
    "operator miner specialist developer manufacturer producer provider conglomerate contractor distributor builder explorer"
)
_IS_A_FIRM = re.compile(rf" (?:[a-z-]++ ){{0,2}}?(?!group|chain){FIRM} (?!of\b)")
"""``The Dallas carrier reported``: where the company is from"""
_LINKS = words_in("of in at from for")
_HOUSE_BEFORE = re.compile(
    r"(?i)\b(?:according to|polled by|surveyed by|compiled by|provided by|heard by|gathered by|analysts? (?:at|from|with|of)|"
    r"economists? at|data from|estimates? from|survey (?:of|by)|poll by|told|by|per|via|research firm|investment bank|broker|"
    r"brokerage|note from|upgraded by|downgraded by|financial firm|fund manager|news (?:service|agency)) (?:the )?\Z"
)
_HOUSE_ENDS = words_in("to by at from with of told per via firm bank broker brokerage manager service agency")
_DONE_BY = words_in(
    "challenged made sold built launched owned caution warning move moves decision announcement posted led joined matched beaten "
    "overtaken hurt hit helped outsold dominated controlled followed acquired bought threatened squeezed"
)
"""What a company does, of which is told by whom: "the warning by Anvil", "lamps made by Anvil"."""
_HOUSE_AFTER = re.compile(
    r"(?:'s?)? (?:[A-Z]\w{1,15} )?(?:analysts?|consensus|economists?|polls?|surveys?|estimates?|data|strategists?|(?:re)?iterated|"
    r"upgraded|downgraded|initiated|rates|said in a note|wrote|held|pegs"
    r"|maintained(?! its (?:[\w-]+ ){0,3}(?:guidance|outlook|forecasts?|view|expectations|dividend))"
    r"|(?:& Co\.? )?(?:cut|raised|lowered|boosted|lifted|trimmed|hiked|reiterated) "
    rf"(?:{ITS} (?:(?:stock|shares?|company)(?:'s)? )?(?:price target|rating|recommendation)"
    r"|recommendations|its (?:stock|share) ))\b"
)
_NEWSROOM = re.compile(rf"(?:{NEWSROOMS}) (?:said|says|reported|reports|wrote)\b")
"""``Acme made $3 million, … reported``: who tells it"""
_POSTS = r"chief|CEO|CFO|analyst|officer|president|director|founder|chair|economist|strategist|reporter|editor|correspondent"
_TITLES = words_in(
    "mr mrs ms dr sir ceo cfo coo chief executive officer president chair chairman chairwoman chairperson director analyst founder "
    "minister senator governor boss strategist economist secretary rep representative sen manager by"
)
_PERSON_AFTER = re.compile(
    rf",? who (?:is|was|has|leads|runs|heads)\b|, (?:(?:the |an? |its )?(?:[\w'-]{{1,20}}+ ){{0,4}}?"
    rf"(?:{_POSTS})\b)|,? \(?(?:told(?! (?:its )?(?:investors|shareholders|employees|staff|customers|regulators)\b)|wrote)\b"
)
_ASIDE_BEFORE = re.compile(
    r"\b(?:rival|(?:to|will|would|could|may|of|for|by|after) (?:buy|buying|acquire|acquiring|take over|taking over)"
    r"|(?:bid|offer) for|merger with|(?:takeover|acquisition|purchase) of"
    rf"|(?<=, )(?:(?:which|who) is |[a-z-]+ )?(?:(?:[\w.'-]+ ){{0,3}}?(?:{UNIT}|part) of"
    r"|(?:owned|controlled) by|(?:(?:in|of|by|for) )?which))"
    r" (?:(?!(?:of|in|from|as|at|by|back|out|its|shares|stock)\b)"
    r"(?:[a-z&'-]+|[A-Z][a-z]+(?: [A-Z][a-z]+)?'s|U\.[SK]\.|[A-Z][a-z]+(?:ish|an|ese|ch)) ){0,4}\Z"
)
"""``which is to take over rival Acme``, ``the British arm of U.S. retailer Acme``: said of another, whose results these are"""
_INDICES = words_in("Index index ETF Composite Average Futures futures Fund Statistics Consortium")
_PARTS = words_in("Division Segment Unit Business")
_OF_A_PART = re.compile(
    r" (?P<more>(?:and|&) (?:[a-z-]++ ){1,3}?)?"
    r"(?:segment|division|wing|business(?: area| unit)?|trade(?! (?:in|at|on|for|under|with|near|above|below)\b)|(?P<unit>unit))\b"
)
"""What shows that a name is a part of a company's: "net sales of the Anvils segment", but not "Acme unit Anvils"."""
_CODES = frozenset(BEFORE)
_SUM = re.compile(r"(?:[0-9] ?|\b(?:m|mln|mn|million|bn|bln|billion|thousand) )\Z")
"""What stands before a code of money: "1,187 mln EEK"."""
_NO_RUN = re.compile(r" A/S(?![^\W_])| \(Persero\)(?:,? Tbk\b)?")
"""Legal forms whose stroke or brackets no run of capitals has."""
_SMALL_FORM = re.compile(r"(?: (?:[a-z]{3,}|&)){0,4},? (?:inc|corp|ltd|plc|llc|lp)\b")
"""How wires write the rest of a name in a bullet: "* Globex foods group, inc. Reports"."""
_LONG_FLAG = 30
_LONGEST_TITLE = len("secy.")
_PLACES = words_in("in across throughout near outside within to between")
_POSSESSIVE = re.compile(r"(?:'s|(?<=[sS])')$")
BELONGS = (
    " parent ",
    " owner ",
    " operator ",
    " maker ",
    "'s parent ",
    "'s owner ",
    " parent, ",
    "-parent ",
    "-owner ",
    "-maker ",
)
_ASIDE = (",", " who ", " told", " wrote", " (told", " (wrote")
_DESCRIBES = re.compile(
    r"(?<=[a-z]ing) (?:its|their|the|an?)\b"
    r"| (?:(?:[a-z-]++|&) ){0,4}(?:company|giant|firm|maker|retailer|chain|operator|developer|provider|producer|manufacturer"
    r"|startup|group|specialist|supplier|insurer|lender|distributor|conglomerate|business|miner|leader|explorer|contractor"
    r"|major|sector|behemoth|heavyweight|bellwether|powerhouse|player|brewer|carrier|bank|builder|exporter|refiner) [A-Z]"
)
"""How a sentence goes on that begins with what a company is or does: "Telecommunications company Acme", "Announcing its plan"."""
_ABBREVIATED = re.compile(r"\b(?:[Tt]he U\.[SKN]|[JS]r)\. \Z")
"""What a sentence does not end with: "radios for the U.S. Army", "the owner of Carl's Jr. and Anvil"."""
_OPENINGS = frozenset((". ", "! ", "? ", "- ", "* ", "• ", "· "))

_BULLETS = _OPENINGS - {". ", "! ", "? "}

_THEIR_FIRM = regex.compile(r" (?:company|firm|conglomerate|empire)\b(?!-| (?:said|reported|posted) its)")
"""``Jane Doe's company reported``: who owns it, and is none"""
Piece = tuple[int, int, str]
"""A word of a name: where it starts and ends, and its text."""


def use_of(folded: str, name: Sequence[Piece], *, known: bool = False) -> Use | None:
    """Say how one name is used, if it is one; `known`: the text has shown it to be, though it is another word too."""
    start = name[0][0]
    whole = folded[start : name[-1][1]].rstrip(".,!& ")
    stop = start + len(whole)
    owner = _POSSESSIVE.search(whole) if whole.endswith(("'s", "s'", "S'")) else None
    if owner is not None and (
        _SAYS.match(folded, stop) or (_REPORTS.match(folded, stop) and not _OWNS.match(folded, start + owner.start()))
    ):
        owner = None  # the possessive belongs to the name: "Baker's reported …"
    stated = whole[: owner.start()] if owner else whole
    if (
        len(stated) < 2
        or BRANDED.fullmatch(stated)
        or folded.startswith((" Minister ", " Minister's "), stop)
        or (stated.endswith("ed") and folded.startswith(" by ", stop) and _opens_sentence(folded, start))
        or (stated == "Exchange" and _words_before(folded, start)[-1] == "stock")
        or (stated.lower() in COMMON and not known)
        or (stated in _CODES and (folded[stop : stop + 2].strip().isdigit() or _SUM.search(folded, max(0, start - 9), start)))
    ):
        return None
    span = Span(start, start + len(stated))
    before = _words_before(folded, start)
    titled = before[-1] in _TITLES and (before[-1] != "by" or not before[0] or " " in stated)  # "is challenged by Anvil"
    if (
        titled
        or (owner is not None and _THEIR_FIRM.match(folded, stop))
        or (folded.startswith(_ASIDE, stop) and _PERSON_AFTER.match(folded, stop))
    ):
        return Use(span=span, name=without_suffix(stated), weight=-2, person=True)
    if " " in stated and stated.rpartition(" ")[2] in _PARTS:
        return None
    if not _INDICES.isdisjoint(stated.split(" ")) or folded.startswith((" index", " futures", " ETF"), stop):
        return None
    return _company_use(folded, span, stop, before, possessive=owner is not None)


def _company_use(folded: str, span: Span, stop: int, before: tuple[str, str], *, possessive: bool) -> Use | None:
    """Weigh what is said of a name, other than of a person."""
    start = span.start
    stated = span.of(folded)
    short = without_suffix(stated)
    legal = short != stated
    inside = not _opens_sentence(folded, start)
    held = inside and _is_held(before, apposed=folded[start - 2 : start] == ", ", closed=folded.startswith(",", stop))
    if (form := _NO_RUN.match(folded, stop)) is not None:
        legal, stop = True, form.end()
    if not (legal or inside) and folded[start - 2 : start] in _BULLETS and (small := _SMALL_FORM.match(folded, stop)):
        legal, stop = True, small.end()
    after = stop + (legal and folded.startswith(".", stop))
    after += 2 if folded.startswith("'s ", after) else 0
    ticker = _ticker_at(folded, after, stated=legal or held)
    listed = ticker is not None
    if not (legal or listed) and (short.lower() in PLAIN or (not possessive and _tells_what(folded, stop, before, inside=inside))):
        return None
    after = ticker.end() if ticker is not None else _behind_short(folded, after)
    weight = 2.0 * legal + 3 * listed + (1 if _is_of_sales(before) else 2.5) * held
    action = 0
    if folded.startswith(BELONGS, after) or (not possessive and not listed and _is_a_parts(folded, stop, before[-1])):
        weight = -1.0  # "Anvil parent Acme" speaks of Acme
    elif _is_house(folded, before, start, after):
        weight -= 3
    elif not _is_of_sales(before) and (action := _action(folded, start, after, span.end if possessive else after)):
        # "Acme's sales" tells more than "Anvil sales", which may be what a sentence begins with.
        weight += 2 if action > 1 or inside or weight or " " in short else 1
    elif possessive and folded[stop : stop + 2].strip().islower():
        weight += 1
    elif not (legal or listed) and (before[-1] in _PLACES or (before[-1] == "the" and before[0] in _PLACES)):
        weight -= 1
    return Use(
        span=span,
        name=short,
        weight=weight,
        ticker=ticker["ticker"] if ticker else None,
        exchange=ticker["exchange"] if ticker else None,
        quoted=ticker is not None and (ticker["exchange"] is not None or "Report" in ticker.group()),
        listed=listed,
        legal=legal,
        acting=action > 0,
        inside=inside,
        bracketed=folded.startswith("(", max(0, start - 1)),
        aside=inside and not possessive and _ASIDE_BEFORE.search(folded, max(0, start - 80), start) is not None,
    )


_SHORT_FOR = re.compile(r" \((?:[A-Z]&[A-Z]|[^()\n]{0,20}[\u3400-\u9fff\uac00-\ud7af][^()\n]{0,20})\)")
"""``Anvil and Anvil (A&A) reported``, ``Anvil Precision Co (鐵砧精密) posted``: what it is for short, or at home"""


def _behind_short(folded: str, at: int) -> int:
    """Return where what a name is for short ends, in brackets with its sign behind it."""
    found = _SHORT_FOR.match(folded, at)
    return found.end() if found is not None else at


def _tells_what(folded: str, stop: int, before: tuple[str, str], *, inside: bool) -> bool:
    """Tell a word of what a company is, or of where it is from ("the Dallas carrier reported")."""
    return bool(_DESCRIBES.match(folded, stop) if not inside else before[-1] == "the" and _IS_A_FIRM.match(folded, stop))


def _is_a_parts(folded: str, stop: int, before: str) -> bool:
    """Tell the name of a part, from what it is called behind it."""
    found = _OF_A_PART.match(folded, stop) if folded.startswith(" ", stop) else None
    return found is not None and ((found["unit"] is None and not found["more"]) or before == "the")


def _is_house(folded: str, before: tuple[str, str], start: int, after: int) -> bool:
    """Tell who only gives estimates: "analysts at Acme", "the Acme consensus"."""
    if folded.endswith(", ", 0, start) and _NEWSROOM.match(folded, start):
        return True
    if folded.startswith(" estimates ", after) and _opens_text(folded, start):
        return False  # "Acme estimates record profit": a title's verb
    if folded.startswith((" ", "'"), after) and _HOUSE_AFTER.match(folded, after):
        return True
    if before[-1] == "by" and before[0] in _DONE_BY:
        return False
    return before[-1] in _HOUSE_ENDS and _HOUSE_BEFORE.search(folded, max(0, start - 40), start) is not None


def _action(folded: str, start: int, after: int, owner: int) -> int:
    """Tell what reports or owns what is reported (2), or may be an adjective of it (1)."""
    if folded.startswith((" ", ","), after) and (
        _REPORTS.match(folded, after) or (_opens_text(folded, start) and TITLE_SUBJECT.match(folded, after))
    ):
        return 2
    owns = _OWNS.match(folded, owner) if folded.startswith((" ", "'", "s'"), owner) else None
    return 0 if owns is None else 2 if owns["owner"] or owns["shares"] else 1


def _opens_text(folded: str, start: int) -> bool:
    """Tell the beginning of a text, behind a flag, which is blanked out, and a country ("India's Acme profit up")."""
    before = folded[:start].strip().lower() if start < _LONG_FLAG else "-"
    return not before or (before.endswith("'s") and before.removesuffix("'s") in COUNTRIES | OPENERS)


def _words_before(folded: str, start: int) -> tuple[str, str]:
    """Give the two words before a place on its line, in lower case and without points."""
    if start == 0 or folded[start - 1] != " ":
        return "", ""
    words = folded[max(0, start - 28) : start].rpartition("\n")[2].lower().split()[-2:]
    if words and words[-1].endswith(".") and len(words[-1]) > _LONGEST_TITLE:
        return "", ""  # the end of a sentence
    return (words[-2].rstrip(".,") if len(words) > 1 else ""), (words[-1].rstrip(".,") if words else "")


def _is_held(before: tuple[str, str], *, apposed: bool, closed: bool) -> bool:
    """Tell what has shares, and what is named after its trade: "shares of Acme", "the brewer Acme", "the brewer, Acme, said"."""
    first, second = before
    if apposed:
        return closed and (second in _TRADES or second.endswith("maker"))
    linked = second in _LINKS and first in (_OWNED if second == "in" else _TOLD if second == "from" else _HOLDERS)
    return second in _HOLDERS or second in _TRADES or linked


def _is_of_sales(before: tuple[str, str]) -> bool:
    """Tell what has sales or results that are said to do something ("sales at Anvil beat estimates"): the verb is not its own."""
    return (before[0] == "sales" and before[1] in _LINKS) or before == ("results", "at")


def _opens_sentence(folded: str, start: int) -> bool:
    """Tell a place where any word has a capital: a line's, a bullet's or a sentence's beginning."""
    if start == 0 or folded[start - 1] in '\n"':
        return True
    return folded[max(0, start - 2) : start] in _OPENINGS and _ABBREVIATED.search(folded, max(0, start - 10), start) is None


def _ticker_at(folded: str, place: int, *, stated: bool) -> regex.Match[str] | None:
    """Read a ticker; the word "undefined" in its place counts where the name is `stated` to be a company's."""
    following = folded[place : place + 2]
    if not (following[:1] in ("(", ",") or following in (" (", " <", " p") or following[1:].isupper() or stated):
        return None
    found = TICKER.match(folded, place)
    if found is None or (found["ticker"] == "undefined" and not stated):
        return None
    return None if found["exchange"] is None and found["ticker"] in _NO_TICKERS else found


def weigh(uses: Iterable[Use]) -> float:
    """Add up how strongly uses show a company."""
    return sum(use.weight for use in uses)
