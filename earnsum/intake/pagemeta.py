"""
What a page says about itself: title, date, language, site, address, and the company that it is about.

JSON-LD first, then OpenGraph and other ``<meta>``, then the markup.  Apart from
the body, because none of this is text of the article, and because each fact has
its own order of trust.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from earnsum.intake.dates import iso_date
from earnsum.intake.plain import clean
from earnsum.patterns import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The page's own statements; `body` and `description` quote the article, and are first of all evidence of where it stands."""

    title: str | None = None
    published: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    company: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    body: str = ""
    description: str = ""


_ARTICLE = regex.compile(r"(?i)article|report|blogposting|pressrelease|newsitem")
_COMPANY = frozenset({"Corporation", "Organization", "Company"})
_TICKER_META = frozenset(
    {"ticker", "tickers", "symbol", "symbols", "stock-symbol", "stocksymbol", "stock_symbol", "ticker-symbol", "ticker_symbol"}
)
_TICKER = regex.compile(
    r"(?:(?P<exchange>[A-Z][A-Za-z]{1,11}(?: [A-Z]{1,4})?)\s*+:\s*+)?(?P<ticker>[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3})?)"
)
_GENERIC = regex.compile(r"(?i)(?:document|untitled.*|exhibit.*|ex-?99.*|.*\.html?|press release|news|home|article|index)")
_SUFFIX = regex.compile(r"\s(?:[|–—·•]|-|::|»)\s(?!.*\s(?:[|–—·•]|-|::|»)\s)")
_DATE_META = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published", "published_time",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "release_date",
)  # fmt: skip
_MAX_LD = 2_000_000
_DEPTH = 8
_LINE = 2000


def read_metadata(root: etree._Element) -> Metadata:
    """Return what the page states about itself."""
    meta = dict(_metas(root))
    things = list(_linked_data(root))
    news = next((thing for thing in things if _ARTICLE.search(_type_of(thing))), {})
    company, exchange, ticker = _company(news, things, meta)
    return Metadata(
        title=_title(root, meta, news),
        published=_published(root, meta, news),
        language=_language(root, meta, news),
        site=_one_line(meta.get("og:site_name") or _name_of(news.get("publisher"))),
        url=_address(root, meta),
        company=company,
        ticker=ticker,
        exchange=exchange,
        body=_text(news.get("articleBody")) or "",
        description=meta.get("og:description") or meta.get("description") or "",
    )


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and content of each meta tag; the first of a name stands, so yield them last to first."""
    for tag in reversed(list(root.iter("meta"))):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content:
            yield name.lower(), content


# Titles -------------------------------------------------------------------------------------------------------------


def _title(root: etree._Element, meta: dict[str, str], news: dict[str, Any]) -> str | None:
    """
    Return the headline: the ``<h1>`` that one of the page's own titles confirms, else the best of those titles.

    A page has many headings and its titles carry the site's name; where the two agree, the heading is the headline.
    """
    raw = next(iter(root.iter("title")), None)
    stated = [
        _one_line(s)
        for s in (
            _text(news.get("headline")),
            meta.get("og:title"),
            meta.get("twitter:title"),
            raw.text if raw is not None else None,
        )
    ]
    titles = [title for title in stated if title and not _GENERIC.fullmatch(title)]
    headings = [text for h in _first(root.iter("h1"), 5) if (text := _one_line("".join(h.itertext()))) and len(text) > 3]
    for heading in headings:
        if any(_agree(heading, title) for title in titles):
            return heading
    if titles:
        return titles[0] if titles[0] != stated[-1] else _without_site(titles[0])
    return headings[0] if len(headings) == 1 else None


def _agree(heading: str, title: str) -> bool:
    """Tell whether two titles share most of their words."""
    ours, theirs = (set(regex.findall(r"\w+", text.casefold())) for text in (heading, title))
    return len(ours & theirs) * 2 > len(ours) and len(ours) > 1


def _without_site(title: str) -> str:
    """
    Cut the site's name off a window title.

    >>> _without_site("Acme tops forecasts - Globex Post")
    'Acme tops forecasts'
    """
    found = _SUFFIX.search(title)
    return title[: found.start()] if found and found.start() >= len(title) - found.end() else title


# Dates, language, address -------------------------------------------------------------------------------------------


def _published(root: etree._Element, meta: dict[str, str], news: dict[str, Any]) -> str | None:
    """Return the first date that says when the article appeared."""
    stated = [_text(news.get("datePublished")), *(meta.get(name) for name in _DATE_META)]
    stated += [el.get("content") or el.get("datetime") for el in _first(root.iterfind(".//*[@itemprop='datePublished']"), 3)]
    stated += [el.get("datetime") or "".join(el.itertext()) for el in _first(root.iter("time"), 3)]
    return next((day for text in stated if (day := iso_date(text))), None)


def _language(root: etree._Element, meta: dict[str, str], news: dict[str, Any]) -> str | None:
    stated = (
        _text(news.get("inLanguage")),
        *(root.get(key) for key in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")),
        *(meta.get(key) for key in ("og:locale", "content-language", "language", "dc.language")),
    )
    for value in stated:
        if value and (found := regex.match(r"([A-Za-z]{2})(?:[-_]|$)", value.strip())):
            return found[1].lower()
    return None


def _address(root: etree._Element, meta: dict[str, str]) -> str | None:
    for link in _first(root.iter("link"), 300):
        if (link.get("rel") or "").lower() == "canonical" and (href := _web_address(link.get("href"))):
            return href
    return _web_address(meta.get("og:url"))


def _web_address(href: str | None) -> str | None:
    address = _one_line(href)
    return address if address and address.startswith(("http://", "https://")) and len(address) < 2048 else None


# The company --------------------------------------------------------------------------------------------------------


def _company(news: dict[str, Any], things: list[dict[str, Any]], meta: dict[str, str]) -> tuple[str | None, str | None, str | None]:
    """Return name, exchange and ticker of the one company that the page says it is about; of several, none is it."""
    about = [thing for key in ("about", "mentions") for thing in _things(news.get(key))]
    firms = {
        symbol: thing
        for thing in [*about, *things]
        if _type_of(thing) in _COMPANY and (symbol := _text(thing.get("tickerSymbol"))) and _TICKER.fullmatch(symbol.strip())
    }
    if len(firms) == 1:
        [(symbol, thing)] = firms.items()
        exchange, ticker = _split_ticker(symbol)
        return _name_of(thing), exchange, ticker
    if not firms:
        for name in _TICKER_META:
            if (symbol := meta.get(name)) and _TICKER.fullmatch(symbol.strip()):
                return (None, *_split_ticker(symbol))
    return None, None, None


def _split_ticker(symbol: str) -> tuple[str | None, str | None]:
    found = _TICKER.fullmatch(symbol.strip())
    return (found["exchange"], found["ticker"]) if found else (None, None)


# JSON-LD ------------------------------------------------------------------------------------------------------------


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, lists and graphs unfolded; what is no JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = (script.text or "").strip()
        if not source or len(source) > _MAX_LD:
            continue
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _things(data)


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _things(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _things(data.get(key), depth + 1)


def _type_of(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _name_of(thing: Any) -> str | None:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return _one_line(_text(thing.get("name")) if isinstance(thing, dict) else _text(thing))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _one_line(text: str | None) -> str | None:
    return " ".join(clean(text[:_LINE]).split()) or None if text else None


def _first(elements: Any, count: int) -> Iterator[Any]:
    for _, element in zip(range(count), elements, strict=False):
        yield element
