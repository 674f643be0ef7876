"""Pages of every kind of site, and what of them is the article."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skeletons import PAGES, SKELETONS, fill

from earnsum.errors import InputError
from earnsum.intake.article import read_article
from earnsum.intake.page import read_page

ARTICLES = sorted((PAGES / "articles").glob("*.txt"))
WHOLE = sorted(path for path in PAGES.iterdir() if path.suffix in (".html", ".sgml"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("skeleton", SKELETONS, ids=lambda path: path.stem)
def test_every_site_gives_the_text_and_nothing_else(skeleton: Path, article: Path) -> None:
    text = article.read_text("utf-8").strip()
    title, body = text.split("\n\n", 1)
    got = read_article(fill(skeleton.read_text("utf-8"), title, body).encode())
    assert got.text == text
    assert got.title == title


@pytest.mark.parametrize("page", WHOLE, ids=lambda path: path.stem)
def test_whole_pages(page: Path) -> None:
    assert read_article(page.read_bytes()).text == page.with_suffix(".txt").read_text("utf-8").strip()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("forbidden.html", "403 Forbidden"),
        ("cookie_wall.html", "Before you continue"),
        ("captcha.html", "Just a moment"),
        ("index_page.html", "no article"),
        ("feed.xml", "a feed"),
    ],
)
def test_pages_without_an_article_say_so(name: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_article((PAGES / "walls" / name).read_bytes(), source=name)
    assert (caught.value.code, caught.value.source) == ("not-an-article", name)
    assert says in caught.value.message
    assert "\n" not in caught.value.message


PROSE = "Acme Corp. earned $1.58 a share in the quarter."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # inline: what the reader sees in a line stays in it
        ("<p>A<b>c</b>me earned <i>$1.58</i> a&nbsp;share.<script>x()</script></p>", "Acme earned $1.58 a share."),
        ("<p>Acme <a>ACM</a><span>-0.9%</span> earned $1.58 a share.</p>", "Acme ACM -0.9% earned $1.58 a share."),
        ("<p>Acme earned $1.58<sup>2</sup> on the 24<sup>th</sup> of May.</p>", "Acme earned $1.58 on the 24th of May."),
        ("<p>Acme<!-- note --> earned $1.58 a share.</p>", "Acme earned $1.58 a share."),
        ("<p>Acme <ix:nonfraction>1.58</ix:nonfraction> dollars a share, it said.</p>", "Acme 1.58 dollars a share, it said."),
        # line breaks
        (f"<p>{PROSE}<br>EPS: $1.58<br>Revenue: $2 billion</p>", f"{PROSE}\nEPS: $1.58\nRevenue: $2 billion"),
        ("<p>Acme Corp. earned $1.58<br>a share in the quarter.</p>", PROSE),
        (f"<div>{PROSE}<br><br>{PROSE}</div>", f"{PROSE}\n\n{PROSE}"),
        # lists
        ("<ul><li>EPS: $1.58 a share</li><li><p>Revenue: $2 billion</p></li></ul>", "- EPS: $1.58 a share\n- Revenue: $2 billion"),
        (f"<p>• {PROSE}</p><p>•&nbsp;{PROSE}</p>", f"- {PROSE}\n- {PROSE}"),
        (
            f"<p>{PROSE}</p><p>-5% was the change in sales, the company said.</p>",
            f"{PROSE}\n\n-5% was the change in sales, the company said.",
        ),
        ("<dl><dt>Earnings per share:</dt><dd>$1.58, up 5%</dd></dl>", "Earnings per share: $1.58, up 5%"),
        # tables
        (
            f"<p>{PROSE}</p><table><tr><td>EPS</td><td>$</td><td>(1.58</td><td>)</td><td></td></tr></table>",
            f"{PROSE}\n\nEPS | $(1.58)",
        ),
        (f"<table><tr><td><p>{PROSE}</p><p>{PROSE}</p></td><td><p>{PROSE}</p></td></tr></table>", f"{PROSE}\n\n{PROSE}\n\n{PROSE}"),
        (f"<p>{PROSE}</p><pre>Sales       5,100\nProfit        120</pre>", f"{PROSE}\n\nSales | 5,100\nProfit | 120"),
        # broken and odd markup
        (f"<p>{PROSE}<p>{PROSE}</div></td>", f"{PROSE}\n\n{PROSE}"),
        (f"<?xml version='1.0' encoding='utf-16'?><html xmlns='x'><body><p>{PROSE}</p></body></html>", PROSE),
        ("<div>" * 30_000 + f"<p>{PROSE}</p>", PROSE),
        (f"<p>{PROSE}</p><!-- never closed", PROSE),
        ('<script src="a.js" " type="text/javascript" async></script>' + '<i class="a"></i>' * 3000 + f"<p>{PROSE}</p>", PROSE),
        (f"<p hidden>secret $1</p><div style='display: none'>{PROSE}</div><p>{PROSE}</p>", PROSE),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert read_page(markup).text == text


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def corporation(name: str, symbol: str) -> dict[str, str]:
    return {"@type": "Corporation", "name": name, "tickerSymbol": symbol}


HEAD = "<html lang='de-AT'><head>@</head><body><h1>Acme rises on strong sales</h1><p>" + PROSE + "</p></body></html>"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Acme rises on strong sales - Globex Post</title>", "title", "Acme rises on strong sales"),
        ("<meta property='og:title' content='Acme: rises on strong sales!'>", "title", "Acme rises on strong sales"),
        ("<meta property='og:title' content='Something else entirely'>", "title", "Something else entirely"),
        ('<script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Other words"}</script>', "title", "Other words"),
        ("<meta name='date' content='2021-05-13'>", "published", "2021-05-13"),
        ("<meta property='article:published_time' content='2021-05-13T23:59:00-05:00'>", "published", "2021-05-13"),
        (json_ld(datePublished="2021-05-13").replace("{", '[{"@graph":[{', 1).replace("}<", "}]}]<"), "published", "2021-05-13"),
        ("<script type='application/ld+json'>{broken</script><meta name='pubdate' content='20210513'>", "published", "2021-05-13"),
        ("", "published", None),
        ("", "language", "de"),
        ("<link rel=canonical href='https://post.example/a'>", "url", "https://post.example/a"),
        ("<link rel=canonical href='javascript:alert(1)'>", "url", None),
        ("<meta property='og:site_name' content='Globex &amp; Post'>", "site", "Globex & Post"),
        ("<meta name='tickers' content='ACM'>", "ticker", "ACM"),
        ("<meta name='tickers' content='ACM,GBX'>", "ticker", None),
        (json_ld(about=[corporation("Acme", "NYSE:ACM")]), "exchange", "NYSE"),
        (json_ld(about=[corporation("Acme", "NYSE:ACM")]), "company", "Acme"),
        (json_ld(mentions=[corporation("Acme", "ACM"), corporation("Globex", "GBX")]), "company", None),
    ],
)
def test_metadata(head: str, field: str, value: str | None) -> None:
    assert getattr(read_page(HEAD.replace("@", head)).metadata, field) == value


@pytest.mark.parametrize(
    "box",
    [
        "<div class='related-stories'><p>{}</p></div>",
        "<div class='relatedContent'><p>{}</p></div>",
        "<aside><p>{}</p></aside>",
        "<div><h3>Related</h3><p>{}</p></div>",
        "<div><h3>More from Companies</h3><div><p>{}</p></div></div>",
        "<figure><figcaption>{}</figcaption></figure>",
        "<div id='comments'><p>{}</p></div>",
        "<div class='newsletter-signup'>{}</div>",
        "<p><a href='/x'>{}</a></p>",
        "<nav><ul><li>{}</li></ul></nav>",
        "<div class='author-bio'>{}</div>",
        "<div hidden>{}</div>",
    ],
)
def test_other_companies_results_stay_out(box: str) -> None:
    other = "Hooli earned $9.99 a share, above the $9.50 expected."
    page = f"<html><body><h1>Acme up</h1><div class='c1'><p>{PROSE}</p>{box.format(other)}<p>{PROSE}</p></div></body></html>"
    assert read_page(page).text == f"Acme up\n\n{PROSE}\n\n{PROSE}"


LONG = " ".join([PROSE] * 6)


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Acme up</h1><div class='field--label-hidden'><p>{}</p></div>",
        "<div class='site-wrapper has-sidebar has-ad-left'><h1>Acme up</h1><div><p>{}</p></div></div>",
        "<h1>Acme up</h1><div class='elementor-widget-container'><p>{}</p></div>",
        "<h1>Acme up</h1><article class='teaser--only-body'><p>{0}</p><p>{0}</p></article><p>Forty letters of something else.</p>",
        "<h1>Acme up</h1><section class='Report Report--Ads'><p>{}</p></section>",
        "<div style='display: none'><h1>Acme up</h1><p>{}</p></div>",
        "<h1>Acme up</h1><div><h3>More on the quarter</h3><p>{}</p></div>",
    ],
)
def test_names_that_mislead_lose_no_article(page: str) -> None:
    assert LONG in read_page(f"<html><body>{page.format(LONG)}</body></html>").text


def test_a_stub_above_other_stories_stays_a_stub() -> None:
    stub = f"<h1>Acme up</h1><p>{LONG[:96]}</p><div class='related-stories'><p>{LONG.replace('Acme', 'Globex') * 9}</p></div>"
    assert "Globex" not in read_page(f"<html><body>{stub}</body></html>").text


@pytest.mark.parametrize(
    "line",
    [
        "By improving its margins Acme earned $1.58 a share in the year.",
        "Also on Tuesday, rival Globex said that it would cut jobs.",
        "Latest figures from the company were better than feared.",
        "Watch sales were $12 million, half of what they had been.",
        "Related costs of $3 million weighed on the profit.",
    ],
)
def test_prose_that_begins_like_small_talk_stays(line: str) -> None:
    assert line in read_page(f"<h1>Acme up</h1><div><p>{PROSE}</p><p>{line}</p><p>{PROSE}</p></div>").text


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='ad'>",
                "</div>",
                "<table>",
                "<tr><td>",
                "<li>",
                "<br>",
                "<h1>",
                "a $1.2 b",
                "<!--",
                "&amp;",
                "<",
                ">",
                "</ul>",
                "<pre>",
                "\n",
            ]
        ),
        max_size=40,
    )
)
def test_any_markup_is_read(parts: list[str]) -> None:
    text = read_page("".join(parts)).text
    assert text == text.strip()
    assert "\n\n\n" not in text


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="&"), min_size=1, max_size=60))
def test_characters_of_a_paragraph_survive(word: str) -> None:
    assert f" x{word}x " in read_page(f"<p>Acme earned $1.58 x{escape(word)}x a share.</p>").text
