"""
What pages call their parts, and the small talk that they put between paragraphs.

Data only: a box that slips into a summary is mended here by adding the word
that its site uses for it.  The words are those of many content systems; none is
the name of an outlet.  `body` decides what a name is worth.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from earnsum.patterns import regex

_OTHER_PARTS: Final = """
    ad ads adv advert adverts advertisement advertising adcontainer adslot dfp gpt sponsor sponsored sponsors outbrain taboola
    promo promos promotion promoted related relatedstories recirc recirculation recommend recommended recommendation
    recommendations readmore morefrom mostread mostpopular popular trending newsletter newsletters signup subscribe subscription
    share sharing sharebar sharetools social socialbar comment comments disqus livefyre cookie cookies consent gdpr onetrust cmp
    nav navigation navbar menu submenu breadcrumb breadcrumbs sidebar rail footer masthead caption captions credit credits
    byline bylines bio author authors contributor contributors tags taglist topics keywords teaser teasers toolbar tools
    stock stocks quotes ticker tickers tickerbar watchlist marketdata fundamentals chart charts skip hidden modal popup overlay
    lightbox gallery slideshow carousel player video videos audio podcast paywall regwall login signin register copyright
    pagination pager banner widget widgets upnext nextup toc print printonly feedback rating survey poll app download tooltip
    rollover hovercard popover
"""
_COMPOUNDS: Final = (
    "(?:stock|market|price)-?quote",
    "quote-?(?:box|widget|bar|card|list|table|lookup|page|strip)",
    "screen-?reader|visually-?hidden|sr-only",
    "(?:read|also)-?(?:more|next|also|read|like)",
    "more-?(?:from|stories|on|news)",
    "most-?(?:read|popular|viewed)",
    "you-?may",
)
OTHER_PART: Final = regex.compile(rf"(?i)(?<![a-z])(?:{'|'.join(_OTHER_PARTS.split())})(?![a-z])|{'|'.join(_COMPOUNDS)}")
"""Whole words of class and id (camelCase is split first) for what is not the article."""

NEVER_BODY: Final = regex.compile(
    r"(?i)(?<![a-z])(?:cookies?|consent|gdpr|onetrust|privacy|comments?|disqus|related|recommend(?:ed|ations?)?|next|teasers?)(?![a-z])"
)
"""Those of the names that no site gives to the part around its headline."""

BODY_PART: Final = regex.compile(
    r"""(?xi)
      (?:article|story|post|entry|news|release|content|page|main|text) [-_]*+ (?:body|content|text|copy|detail|main|inner|wrap)
    | (?:body|content) [-_]*+ (?:text|copy|main) | (?:caas|release) -? (?:body|story) | wire_text"""
)
"""What sites call the container of the article's text."""

_VARIANT: Final = regex.compile(
    r"(?i)(?<![\w-])(?:has|no|not|with|without)[-_][\w-]++|elementor-widget[\w-]*+|--(?:label|type|name|entity|view-mode|display)[\w-]*+"
)
"""Names that say how a part looks or what stands beside it ("has-sidebar", "field--label-hidden"), and not what it is."""

CAMEL: Final = regex.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_COMMENTS: Final = r"(?:[0-9,]++\ |(?:top|users?|readers?)[ -](?:rated\ )?|join\ the\ )?(?:comments?|conversation|discussion)"
COMMENTS: Final = regex.compile(rf"(?xi) {_COMMENTS} \b .{{0,20}} $")
"""The heading above readers' comments, which end every article."""

RELATED: Final = regex.compile(
    rf"""(?xi) ^ (?:
      related | recommended | (?:popular|trending|latest) (?:\ (?:now|news|stories|articles|headlines|videos?|on|in|from))? \W*+ $
    | more\ (?:on|from|about|like|news|stories|in|coverage|earnings|results)
    | also\ (?:on|read|see|in) | read\ (?:more|next|also)
    | most\ (?:read|popular|viewed|shared) | top\ (?:stories|news|reads) | up\ next
    | next\ (?:story|article|up) | what\ to\ (?:read|watch)
    | you\ (?:may|might) | don['’]?t\ miss | in\ case\ you\ missed | editors?['’]?\ picks?
    | must[- ]reads? | other\ (?:news|stories|results)
    | our\ (?:top|latest) | {_COMMENTS} \W*+ $ | share\ this | about\ the\ authors? $ | sign\ up | newsletters? $ | follow\ us
    | mehr\ (?:zum|von|aus) | lesen\ sie | auch\ interessant | das\ könnte | meistgelesen | verwandte
    | à\ lire | lire\ aussi | sur\ le\ même | te\ puede | más\ (?:sobre|noticias|leídas) | le[ea]\ (?:también|anche)
    ) (?<!\.) [^.]*+ $"""
)
"""A heading under which other stories stand."""

FIGURE: Final = regex.compile(r"[$€£¥%]|[0-9][.,][0-9]")

_NAME: Final = r"(?-i:\p{Lu}[\p{L}.'’-]++)"
CHATTER: Final = regex.compile(
    rf"""(?xi) ^ \W*+ (?:
      continue\ reading | advertise?ment\b | advertising\b | anzeige\b | werbung\b | sponsored\b
    | (?:story|article)\ continues | scroll\ (?:down|to)
    | sign\ up\ (?:for|to|here) | subscribe\ (?:to|now|for) | already\ a\ (?:subscriber|member) | log\ in\b | (?:click|tap)\ here
    | follow\ us
    | join\ (?:our|us\ on) | download\ (?:our|the)\ app | get\ the\ latest | read(?:\ more|\ next|\ also|:|\ the\ full)
    | see\ also | related:
    | watch(?:\ now|:) | listen(?:\ to\ this|:|\ now) | photo: | image(?:\ source|\ credit|:) | getty\ images | © | \(c\)\ [12]
    | copyright\b
    | all\ rights\ reserved | share\ (?:this|on)\b | print\ this | e-?mail\ this | copy\ link | skip\ (?:to|navigation)
    | back\ to\ top
    | view\ (?:all|more|comments) | (?:load|show)\ more | we\ use\ cookies | this\ (?:web)?site\ uses
    | accept\ (?:all|cookies)
    | by\ (?:continuing|clicking|signing)\b | enable\ javascript | [0-9]++\ min(?:ute)?s?\ read | our\ standards:
    | (?:additional\ )?(?:reporting|writing|editing|compiled|written)\ by\ {_NAME}
    | by\ {_NAME}\ {_NAME} (?:$|[,|]|\ (?:and|{_NAME}))
    )"""
)
"""What pages say between paragraphs: calls to read, subscribe, share; credits."""

QUOTE_LINE: Final = regex.compile(r"\$?[A-Z][A-Z.:]{0,9}+(?:\s++\$?[0-9][0-9,.]*+)?\s*+[(+\-−–▲▼]*+\s*+[0-9][0-9.]*+ ?%\)?")
"""A line that is nothing but a share's price: "ABC 214.10 +1.2%"."""

AROUND_DATE: Final = regex.compile(
    r"""(?xi) (?: [\W0-9_] | (?:
      first|last|published|publié|posted|updated|modified|veröffentlicht|aktualisiert|stand|on|at|le|am|um|pm|[ap]\.m\.|uhr|utc|gmt
    | [ecmp][sd]?t|ist|bst|cest|eastern|central|pacific|standard|daylight|summer|time
    | mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?
    | mins?|minutes?|read|ago|days?|hours?|by(?-i:(?:\ \p{Lu}[\p{L}.'’-]*+){1,4}) ) (?![a-z]) )*+"""
)
"""What may stand in a line beside the date, for the line to say only when it was published and by whom."""


@lru_cache(maxsize=1024)
def plain_names(names: str) -> str:
    """
    Return what a container is called, its words apart, without what only says how it looks.

    >>> plain_names("relatedStories has-sidebar field--label-hidden")
    'related-Stories  field'
    """
    return CAMEL.sub("-", _VARIANT.sub("", names))
