"""
Story: what an article says of one company, and what around it is no part of any story.

Teasers, captions and what is said of the author stand between the paragraphs; which company
a paragraph begins with tells where one story ends and another begins.
"""

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from earnsum.model import Company, Span
from earnsum.names.datelines import dateline_end
from earnsum.names.find import Names
from earnsum.names.uses import Use
from earnsum.names.words import NEWSROOMS
from earnsum.patterns import re, regex
from earnsum.text.firms import ABOUT_IT, DESCRIBED, SUPPLIER
from earnsum.text.sentences import CROSSHEAD
from earnsum.text.terms import RESULT


class Story(NamedTuple):
    """
    What an article says of one company; `item` where the article is a round-up of several.

    `heading` is the title, or an item's "Acme (ACM)"; `body` is the rest, without it.
    """

    body: tuple[Span, ...]
    heading: Span | None
    item: bool
    company: Company


_PROMOTION = re.compile(
    r"""(?ix) \s*+ (?:
        click\ here | get\ \w++\ \w++\ on\ the\ go | here\ are\ your\b | here's\ what\ (?:the|you)\ | sign\ up\b | subscribe\b
      | read\ (?:more|also|next)\b | see\ also\b | related(?:\ (?:articles?|stories))?: | more\ from\b | don't\ miss\b
      | more\ on\ this\ (?:story|topic)\b | live\ ?:
      | watch\ (?:now|live|:) | listen\ to\b | send\ any\ friend | as\ a\ subscriber,\ you | download\ the\b | advertisement\b
      | follow\ (?:us|\w++\ (?:\w++\ )?on\ \w++\W*+$) | by\ [\w.'-]++(?:\ [\w.'-]++){1,3}\s*+$
      | (?:-\ )?(?:[\w.']++\ ){1,8}contributed\ (?:reporting|to\ this) | [-—]?\ ?[\w']++'s\ .{5,120}\ contributed\b
      | \(?reporting\ by\b | copyright\b | ©
    )"""
)
_TRADE = r"(?:reporter|correspondent|editor(?! del?\b)|columnist|writer|journalist|bureau chief)\b"
_BIOGRAPHY = re.compile(
    rf"(?:[A-Z][\w.'-]{{0,20}}+,? ){{2,4}}?"
    rf"(?:(?:is|was|has|covers|writes|joined) [^.]{{0,160}}?{_TRADE}|(?i:[^.]{{0,60}}?{_TRADE}))"
)
_CAPTION = re.compile(rf"\([^()]{{0,60}}(?:Images|Photo|(?:{NEWSROOMS})(?!\ (?:poll|est|consensus)))\b[^()]{{0,80}}\)\s*+$")
_LARGE = r"[$€£¥₹][0-9.,]+ ?(?:m|bn|million|billion|crore)\b"
_MONEY = re.compile(_LARGE)
"""``Revenue rose to $5 billion. - (Anvil News)`` is no caption"""
_OF_A_SHARE = re.compile(
    r"(?i)\b(?:market cap|p/e(?: ratio)?|\(?ttm\)?|52[- ]w(?:ee)?k|dividend yield|day(?:'s)? range|avg\.? vol|previous close)(?!\w)"
)
"""Words of what a page says of a share beside its story; two of them make a line that is no sentence of it."""
_PAPER = re.compile(
    r"[^.$%0-9]{0,60}?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+),?"
    r" (?:19|20)[0-9]{2}(?:[;,]? Page [A-Z]{0,2}-?[0-9]{1,3})?\W*\Z"
)
"""``- The Anvil Times - Friday, July 19, 2002``: where and when a story came out"""
_SUMS = re.compile(r"[$€£¥₹%]")
_CASELESS = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
"""A letter that is neither capital nor small: in "D램 매출은" all letters of a case are capitals."""
_CAPITAL_METRICS = re.compile(r"\b(?:EPS|REVENUES?|SALES|PROFITS?|EBITDA|INCOME)\b")
RESULT_SUM = re.compile(
    r"(?i)\b(?:profits?|income|earnings|earned|eps|pat|loss|lost|ebitda)\b(?:[^.\n]|\.(?=[0-9])){0,80}?(?:[$€£¥₹]|\bcents\b|"
    r"\b(?-i:Rs\.?|Dhs?|RM|SR|Rp|Tk|Bt|[A-Z]{3}) ?(?=[0-9])|"
    r"[0-9](?: (?:million|billion|crore)|(?:m|bn|tn)\b))"
    r"|[0-9] (?:cents? )?(?:a|per) (?:diluted )?share\b"
    rf"|{_LARGE} (?:[\w-]+ ){{0,2}}(?:profit|loss)\b"
)
RESULTS_OF_A_TITLE = re.compile(
    rf"(?i)\b(?:{RESULT}|net income)\b.{{0,40}}?[$€£¥₹]"
    r"|\b(?:profits?|loss)\b.{0,40}?[0-9]+(?: (?:crore|million|billion)|(?:m|bn|tn)\b)"
    r"|[$€£¥₹][0-9.]+ ?(?:m|bn|b|million|billion|crore)? (?:\w+ )?(?:profit|loss)\b"
)
_BEFORE_SUBJECT = re.compile(
    r"(?:[-*•]\ ?)?(?:[A-Z][A-Z &/-]{3,30}:\ )?"
    r"(?:[0-9]{1,2}(?:[:.][0-9]{2})?\ ?(?:[AaPp]\.?[Mm]\.?)?(?:\ [A-Z]{2,4})?(?::\ ?|\ -\ ))?"
    r"(?:[\w'.&-]{1,20},?\ ){0,8}"
)


_PARAGRAPH = re.compile(r"[^\s][^\n]*+")
_OWNER = re.compile(
    r"\b(?:[Oo]wner|[Pp]arent|[Mm]aker|[Oo]perator|[Pp]arent company) of (?:the )?\Z"
    r"|, (?:which|that) (?:also )?(?:owns|runs|operates|makes|sells|controls|bought|acquired|includes)\b[^.;\n]{0,40}\Z"
)


_THE_COMPANY = regex.compile(
    rf"(?:(?:[A-Z][a-z-]+ (?:[a-z]+ ){{0,2}}(?:at|of|for) )?{DESCRIBED}|It\b)(?:{ABOUT_IT}| (?:said|says|has|is|was|had|also)\b)"
    r"|(?:Excluding|Including|Without|Before|Counting|Not counting|Not including|Adjusted for|Adjusting for|Apart from|Aside from"
    r"|Stripping out|Leaving out|Net of)\b"
)
"""``The company, which is in dispute with the Workers Union over pay, said``: whom the story was on before"""
_SITE = re.compile(r", [A-Z][\w.]{1,14}(?:'s|-(?:based|listed|headquartered)) (?=[A-Z])")
"""What stands behind a place, and before who is there: "Franklin, Ill.'s Acme", "Franklin, Ill.-based Acme"."""
_HEADLINE = 180


def is_headline(line: str) -> bool:
    """Tell a line that may be the headline of a report below it: short, without a full stop."""
    return len(line) <= _HEADLINE and not line.endswith((".", ":", "!", "?"))


@lru_cache(maxsize=2)
def paragraphs_of(folded: str) -> tuple[Span, ...]:
    """Return the lines of a text that hold something, without blanks at their ends."""
    return tuple(trimmed(folded, Span(*found.span())) for found in _PARAGRAPH.finditer(folded))


def forms_of(company: Company, fullest: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """
    Return the forms that a company may go by in its story, also by what the text has them short for (`fullest`).

    >>> forms_of(Company(name="Acme Foods (AF)", ticker="ACM"), {"Foods": "Acme Foods (AF)"})
    ('Acme', 'Acme Foods', 'AF', 'ACM', 'Foods')
    """
    name, _, short = (company.name or "").removesuffix(")").partition(" (")
    first = name.partition(" ")[0]
    forms = (first.removesuffix("'s") if len(first) > 3 else name, name, short, company.ticker or "")
    others = (form for form, full in fullest.items() if full == company.name and " " not in form)
    return tuple(form for form in dict.fromkeys((*forms, *others)) if form)


def trimmed(folded: str, span: Span) -> Span:
    """Leave out blanks at a span's end."""
    return Span(span.start, span.start + len(span.of(folded).rstrip()))


def is_aside(paragraph: str, *, first: bool) -> bool:
    """Tell promotion, captions, teasers in capitals and what is said of the author."""
    if _PROMOTION.match(paragraph):
        return True
    if len(paragraph) < 400 and not paragraph.endswith(".") and len(_OF_A_SHARE.findall(paragraph)) > 1:
        return True
    if len(paragraph) < 400 and paragraph.endswith(")") and _CAPTION.search(paragraph) and not _MONEY.search(paragraph):
        return True
    if len(paragraph) < 100 and _PAPER.match(paragraph):
        return True
    if _BIOGRAPHY.match(paragraph) and not _SUMS.search(paragraph):
        return True
    return (
        not first
        and len(paragraph.split()) > 4
        and paragraph.isupper()
        and not (paragraph[0] in "-*•" or _CAPITAL_METRICS.search(paragraph) or _CASELESS.search(paragraph))
    )


def data_of_a_share(folded: str, paragraphs: Sequence[Span]) -> frozenset[Span]:
    """Return the lines of cells in which a page says of a share what it costs, pays and earned."""
    cells = [paragraph for paragraph in paragraphs if " | " in paragraph.of(folded)] if " | " in folded else []
    shown = [paragraph for paragraph in cells if _OF_A_SHARE.search(folded, *paragraph)]
    return frozenset(cells if len(shown) > 1 and 2 * len(shown) >= len(cells) else shown)


def _behind_crosshead(folded: str, part: Span) -> int:
    """Return where a paragraph begins behind a heading in capitals that was run into it ("HIGHER OUTLOOK The company said")."""
    found = CROSSHEAD.match(folded[part.start : min(part.end, part.start + 80)])
    return part.start + (found.end() if found is not None else 0)


def subject_of(names: Names, part: Span, known: Container[str] = ()) -> Use | None:
    """
    Find the company that a paragraph begins with, if it does: "Meanwhile, Acme", "Shares of Acme", "9 AM ET: Acme (ACM)".

    Those `known` are companies however they are used here.
    """
    at = bisect_left(names.uses, part.start, key=lambda use: use.span.start)
    seat = 0
    bullet = part.start + 2 if names.folded.startswith(("- ", "* ", "• "), part.start) else -1
    while at < len(names.uses) and (use := names.uses[at]).span.start < min(part.end, part.start + 60):
        if (site := _SITE.match(names.folded, use.span.end)) is not None:
            seat = site.end()
        if use.span.start < seat:
            at += 1
            continue
        opens = use.span.start in {seat, part.start} or (use.span.start == bullet and " " in use.name)
        if use.weight > 0 or opens or names.fullest[use.name] in known:
            start = (
                part.start if use.span.start == part.start else dateline_end(names.folded, _behind_crosshead(names.folded, part))
            )
            if (
                _OWNER.search(names.folded, start, use.span.start)
                or _THE_COMPANY.match(names.folded, start, use.span.start)
                or SUPPLIER.match(names.folded, use.span.end)
            ):
                return None  # "the parent of Acme said": not Acme
            return use if use.weight >= 0 and _BEFORE_SUBJECT.fullmatch(names.folded, start, use.span.start) else None
        at += 1
    return None
