"""
From bytes to an article: what kind of input it is, its characters, its clean text.

After this the text never changes, so that every span is a span of what
``--with-text`` shows.  The kinds are tried in order of how plainly they show;
each has its own module, loaded only when it is met.
"""

from typing import Any, NamedTuple

from earnsum.errors import Code, InputError
from earnsum.intake.columns import read_columns
from earnsum.intake.dates import find_published, iso_date
from earnsum.intake.encoding import decode
from earnsum.intake.kinds import begins_like_mail, has_markdown_signs, is_binary, is_feed, is_garbage, is_html, is_wall
from earnsum.intake.plain import clean, find_title
from earnsum.intake.wrapping import join_quotes, join_wrapped


class Article(NamedTuple):
    """An article's final text, and what its source states about it; company and ticker come from page metadata only."""

    text: str
    source: str = "-"
    title: str | None = None
    published: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    company: str | None = None
    ticker: str | None = None
    exchange: str | None = None


_HEAD = 2048
_PDF = b"%PDF-"
_TEXT_FIELDS = ("articleBody", "text", "body", "content", "article", "story")
_TITLE_FIELDS = ("headline", "title", "name")
_DATE_FIELDS = ("datePublished", "published", "published_at", "publishedAt", "date")


def read_article(data: bytes, *, source: str = "-", charset: str | None = None) -> Article:
    """
    Return the article that the bytes hold; InputError where they hold none.

    >>> read_article(b"<title>Acme up</title><p>Acme Corp. earned $1.58 a share in the quarter.</p>").title
    'Acme up'
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise InputError(source, "empty", "is empty")
    if data[:_HEAD].lstrip().startswith(_PDF):
        from earnsum.intake.pdf import read_pdf  # noqa: PLC0415

        return article_of_text(read_pdf(data, source), source)
    if is_binary(data):
        raise _binary(source)
    if begins_like_mail(data) and (article := _read_mail(data, source)):
        return article
    return _read_decoded(data, source, charset)


def article_of_text(text: str, source: str = "-") -> Article:
    r"""
    Return the article that characters hold: a page, a filing, Markdown or plain text.

    >>> article_of_text("Acme beats\n\nLONDON, Oct 6 2021 - Acme earned $1.58 a share.").published
    '2021-10-06'
    """
    if text.lstrip()[:1] in ("<", "-") and (filing := _read_filing(text, source)):
        article = filing
    elif text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        article = _read_json(text, source) or _read_plain(text, source)
    elif is_feed(text):
        raise InputError(source, "not-an-article", "is a feed, not an article; hand over the pages that it names")
    elif is_html(text):
        article = _read_html(text, source)
    else:
        article = _read_plain(text, source)
    return _checked(article)


def _read_decoded(data: bytes, source: str, charset: str | None) -> Article:
    text = decode(data, charset)
    if is_garbage(text):
        raise _binary(source)
    return article_of_text(text, source)


def _checked(article: Article) -> Article:
    """Refuse what holds no article: nothing, or a short text that says it is an error page or a wall."""
    if not article.text:
        raise InputError(article.source, "empty", "holds no text")
    if is_wall(article.text):
        first = article.text.split("\n", 1)[0][:60]
        raise InputError(article.source, "not-an-article", f"is an error page or a wall ({first}); save the page from a browser")
    return article


def _read_html(text: str, source: str) -> Article:
    from earnsum.intake.page import read_page  # noqa: PLC0415

    page = read_page(text)
    meta = page.metadata
    if not page.text:
        if meta.title and is_wall(meta.title):
            raise _none(source, f"is an error page or a wall ({meta.title[:60]}); save the page from a browser")
        raise _none(source, "is a page with no article in it; if scripts build it, save it from a browser")
    return Article(
        source=source,
        text=page.text,
        title=meta.title,
        published=meta.published or find_published(page.text),
        language=meta.language,
        site=meta.site,
        url=meta.url,
        company=meta.company,
        ticker=meta.ticker,
        exchange=meta.exchange,
    )


def _read_mail(data: bytes, source: str) -> Article | None:
    from earnsum.intake.mail import is_mail, read_mail  # noqa: PLC0415

    if not is_mail(data):
        return None
    part = read_mail(data)
    if part is None:
        raise _none(source, "is a message without a text part")
    body = _titled(_read_decoded(part.data, source, part.charset), part.title)
    return body._replace(published=body.published or part.published, url=body.url or part.url)


def _read_filing(text: str, source: str) -> Article | None:
    from earnsum.intake.sec import is_filing, read_filing, without_page_marks  # noqa: PLC0415

    if not is_filing(text):
        return None
    filing = read_filing(text)
    if not filing.body:
        raise _none(source, "is a filing without a readable document")
    body = filing.body
    article = _read_html(body, source) if is_html(body) else _read_plain(without_page_marks(body), source)
    return article._replace(company=article.company or filing.company, published=article.published or filing.published)


def _read_plain(text: str, source: str) -> Article:
    text = clean(text)
    fields: dict[str, str] = {}
    if has_markdown_signs(text):
        from earnsum.intake.markdown import is_markdown, read_markdown  # noqa: PLC0415

        if is_markdown(text):
            text, fields = read_markdown(text)
            text = clean(text)
    if (lines := read_columns(join_wrapped(join_quotes(text)))) != text:
        text = clean(lines)
    title = fields.get("title") or None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}".strip()
    return Article(
        source=source,
        text=text,
        title=title or find_title(text),
        published=iso_date(fields.get("date") or fields.get("published")) or find_published(text),
    )


def _read_json(text: str, source: str) -> Article | None:
    """Read one JSON object that holds an article in a field with a usual name; None where it is no JSON at all."""
    import json  # noqa: PLC0415

    try:
        record: Any = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        if text.count("\n{") and text.lstrip().startswith("{"):
            raise _none(source, "is a list of JSON records; name the text field with --field") from None
        return None
    body = _field(record, _TEXT_FIELDS)
    if body is None:
        raise _none(source, "is JSON with no article in it; for one record a line use --field")
    return article_of_record(record, body, source)


def article_of_record(record: Any, body: str, source: str = "-") -> Article:
    """
    Return the article that a field of a JSON object holds, with title and date from the fields beside it.

    >>> article_of_record({"title": "Acme up", "date": "2021-05-13"}, "Acme earned $1.58 a share.").title
    'Acme up'
    """
    title = " ".join(clean(_field(record, _TITLE_FIELDS) or "").split()) or None
    article = _titled(article_of_text(body, source), title)
    return article._replace(published=article.published or iso_date(_field(record, _DATE_FIELDS)))


def _titled(article: Article, title: str | None) -> Article:
    """Return an article under the title that is stated beside it, where it has none itself."""
    if title is None or article.title is not None:
        return article
    text = article.text if article.text.startswith(title) else f"{title}\n\n{article.text}"
    return article._replace(title=title, text=text)


def _field(record: Any, names: tuple[str, ...]) -> str | None:
    if not isinstance(record, dict):
        return None
    return next((value for name in names if isinstance(value := record.get(name), str) and value.strip()), None)


def _none(source: str, message: str) -> InputError:
    code: Code = "not-an-article"
    return InputError(source, code, message)


def _binary(source: str) -> InputError:
    return InputError(source, "binary", "is a binary file; hand over its text (HTML, text, e-mail)")
