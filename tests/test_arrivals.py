"""What a summary has from around the text: whose it is, and that something is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from earnsum.intake.article import Article, article_of_text, read_article
from earnsum.model import Company, Summary
from earnsum.pipeline import summarize_article

STORY = "Acme Foods said it earned $1.58 a share in the third quarter. Acme shares rose after the report."


def only(article: Article) -> Summary:
    [summary] = summarize_article(article)
    return summary


def page(*, about: dict[str, str] | None = None, head: str = "", body: str = STORY) -> Article:
    data = {"@type": "NewsArticle", "about": {"@type": "Corporation", **about}} if about else {}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return read_article(
        f"<html><head>{script}{head}</head><body><h1>Acme Foods tops forecasts</h1><p>{body}</p></body></html>".encode()
    )


@pytest.mark.parametrize(
    ("about", "head", "company"),
    [
        ({"name": "Acme Foods Inc.", "tickerSymbol": "NYSE:ACM"}, "", Company(name="Acme Foods", ticker="ACM", exchange="NYSE")),
        ({"name": "Globex Corp.", "tickerSymbol": "GBX"}, "", Company(name="Acme Foods")),
        (None, "<meta name='ticker' content='ACM'>", Company(name="Acme Foods", ticker="ACM")),
        (None, "<meta name='tickers' content='ACM,GBX'>", Company(name="Acme Foods")),
    ],
)
def test_a_page_says_whose_ticker_it_is(about: dict[str, str] | None, head: str, company: Company) -> None:
    assert only(page(about=about, head=head)).company == company


def test_the_text_comes_before_its_page() -> None:
    article = page(
        about={"name": "Acme Foods", "tickerSymbol": "NYSE:XYZ"}, body=STORY.replace("Acme Foods", "Acme Foods (NASDAQ: ACM)")
    )
    assert only(article).company == Company(name="Acme Foods", ticker="ACM", exchange="NASDAQ")


def test_a_filing_names_the_company_where_its_release_does_not() -> None:
    source = (Path(__file__).parent / "pages" / "sec_submission.sgml").read_text("utf-8")
    release = source.replace("Initech Inc. said today that net income", "Net income").replace("INITECH REPORTS", "REPORT ON")
    assert only(article_of_text(release)).company.name == "Initech"


@pytest.mark.parametrize(
    ("ending", "is_cut"),
    [
        ("Revenue came to", False),
        ("Revenue came to $2 billion, and the company expects for the rest of the", True),
        ("Revenue came to $2 billion, and the company expects…", True),
        ("Revenue came to $2 billion, and the… [+1234 chars]", True),
        ('Revenue came to $2 billion. "We are pleased with the quarter and with what lies ahead," she said.', False),
        ("(Reporting by Jane Doe)", False),
    ],
)
def test_a_text_that_breaks_off_says_so(ending: str, is_cut: bool) -> None:  # noqa: FBT001
    summary = only(article_of_text(f"{STORY}\n\n{ending}"))
    cuts = [w.span for w in summary.warnings if w.code == "truncated-input"]
    assert [span.of(summary.text) for span in cuts if span] == [ending] * is_cut


def test_a_page_in_the_language_of_its_text_whatever_it_declares() -> None:
    article = read_article(
        f"<html lang='de'><head></head><body><h1>Acme Foods tops forecasts</h1><p>{STORY}</p></body></html>".encode()
    )
    assert only(article).language == "en"
    umsatz = "Der Umsatz der Acme AG stieg im dritten Quartal um 5 Prozent auf 1,2 Milliarden Euro."
    article = read_article(f"<html lang='en'><body><h1>Acme wächst</h1><p>{umsatz}</p></body></html>".encode())
    assert only(article).language == "de"
