"""Every way in which an article arrives, and the one text that comes of it."""

from __future__ import annotations

import json
import sys
import types
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earnsum.errors import InputError
from earnsum.intake.article import article_of_text, read_article
from earnsum.intake.columns import join_cells, read_columns
from earnsum.intake.dates import find_published, iso_date
from earnsum.intake.encoding import decode_windows
from earnsum.intake.plain import clean
from earnsum.intake.wrapping import join_wrapped

ARTICLES = sorted((Path(__file__).parent / "pages" / "articles").glob("*.txt"))
TEXT = "Acme – “shares” rose\n\nAcme earned £1.42 a share; Globex’s €3.4m loss was wider."


def failure(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_article(data, source="f")
    return caught.value


# Encodings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert read_article(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (decode_windows(TEXT.encode()).encode(), None, TEXT),  # mojibake
        (decode_windows(decode_windows(TEXT.encode()).encode()).encode(), None, TEXT),  # twice
        ("Gewinn: 1,42 € je Aktie".encode("iso-8859-15"), "iso-8859-15", "Gewinn: 1,42 € je Aktie"),
        (b"Profit rose to \xa31.42 a share", "no-such-charset", "Profit rose to £1.42 a share"),
        ("営業利益は1兆円".encode("shift_jis"), "shift_jis", "営業利益は1兆円"),
        (
            "Umsatz fällt; Gewinn steigt – über Plan".encode() + b" \x96 sagt Acme",
            None,
            "Umsatz fällt; Gewinn steigt – über Plan – sagt Acme",
        ),
        (b"Profit\x81 rose \xff", None, "Profit rose ÿ"),
        ("Façade à « Paris », SÃO PAULO".encode(), None, "Façade à « Paris », SÃO PAULO"),
    ],
)
def test_decoding_never_fails(data: bytes, charset: str | None, text: str) -> None:
    assert read_article(data, charset=charset).text == text


def test_a_page_names_its_own_charset() -> None:
    sentence = "営業利益は1兆2000億円で、予想を上回った。" * 2
    page = f"<html><head><meta charset='shift_jis'></head><body><p>{sentence}</p></body></html>"
    assert read_article(page.encode("shift_jis")).text == sentence
    assert read_article(page.encode()).text == sentence, "a saved page is UTF-8, whatever it says"


# Cleaning -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_clean_text_comes_out_as_it_is(path: Path) -> None:
    text = path.read_text("utf-8").strip()
    assert read_article(path.read_bytes()).text == text
    assert article_of_text(text).text == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n \t\n\n\n\nb  \n", "a\n\nb"),
        ("pro\u00adfit\u200b of\ufeff \u202e$1\u2069 a\x00b\x07", "profit of $1 ab"),
        ("page one\fpage two", "page one\n\npage two"),
        ("\x1b[31mred\x1b[0m \x1b]8;;http://x.example\x07link\x1b]8;;\x07", "red link"),
        ("R&amp;D rose 5&nbsp;% &#8211; &ldquo;up&rdquo; &#x24;1 AT&amp;amp;T", "R&D rose 5\xa0% – “up” $1 AT&T"),
        ("AT&T; R&D;x &bogus; & co", "AT&T; R&D;x &bogus; & co"),
        ("it&#146;s \x93up\x94", "it’s “up”"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("two  spaces stay", "two  spaces stay"),
    ],
)
def test_cleaning(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("Acme said that its profit for the quarter was up by a fifth, to\n$1.2 million, or 12 cents.", True),
        ("Acme said that its profit for the third quarter had come to $1.2\nmillion, or 12 cents a share.", True),
        ("* q3 sales rose 4 percent to $45.6 million from last year\n* q3 earnings per share $1.20", False),
        ("EPS: $1.42 vs. $1.31 expected\nRevenue: $2.14 billion vs. $2.08 billion expected", False),
        ("Acme beats forecasts\nAcme said its profit rose to $1.2 million in the quarter that ended in June.", False),
    ],
)
def test_only_forced_breaks_are_undone(wrapped: str, joined: bool) -> None:  # noqa: FBT001
    assert join_wrapped(wrapped) == (wrapped.replace("\n", " ") if joined else wrapped)


def test_lines_that_words_were_taken_from_are_joined() -> None:
    story = (
        "Feb 6 Initech Corp on Thursday lowered its\n"
        "profit forecast for the fourth quarter after reporting a\n"
        "decline in comparable sales for the period as fewer shoppers\n"
        "came to its shops. Initech Corp, which rivals Hooli,\n"
        "said in the statement that it now expects a\n"
        "profit of $1.53 per share, down from its own forecast.\n"
        "Analysts were expecting a profit of $1.64 per share."
    )
    assert join_wrapped(story) == story.replace("\n", " ")


def test_lines_of_paragraphs_that_were_put_together_are_joined() -> None:
    story = (
        "SPRINGFIELD (Reuters) - Initech Corp on Thursday posted\n"
        "third-quarter earnings that fell by a tenth as sales\n"
        "of its anvils sank.  Net income was $189 million, or 23 cents per share, compared\n"
        "with $212 million, or 24 cents per share.  Analysts surveyed by the newspaper, on average, had looked, long before,\n"
        "for a profit of 22 cents per share, and they were\n"
        "wrong, as the chief said to whoever asked him."
    )
    assert join_wrapped(story) == story.replace("\n", " ")


@pytest.mark.parametrize(
    ("end", "start", "word"),
    [
        ("mil-", "lion", "million"),
        ("expec-", "tations", "expectations"),
        ("third-", "party", "third-party"),
        ("better-than-", "expected", "better-than-expected"),
        ("cloud-", "related", "cloud-related"),
        ("top-", "and bottom-line", "top- and bottom-line"),
        ("widg-", "ets", "widgets"),
    ],
)
def test_hyphens_at_the_end_of_a_line(end: str, start: str, word: str) -> None:
    before = "Acme, whose widgets are sold in forty countries, said that the"
    text = f"{before} {end}\n{start} was so."
    assert f"{before} {word} was" in join_wrapped(text)


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (["Net sales", "$", "1,234", "", "$", "1,100"], "Net sales | $1,234 | $1,100"),
        (["Net loss", "$", "(1.23", ")", "", "(0.9", ")%"], "Net loss | $(1.23) | (0.9)%"),
        (["Margin", "45.1", "%", "44.0", "%", "110", "bps"], "Margin | 45.1% | 44.0% | 110 bps"),
        (["", " ", "\xa0"], ""),
        (["Dividend", "$", "—"], "Dividend | $—"),
        (["Revenue", "RMB", "187,395"], "Revenue | RMB 187,395"),
    ],
)
def test_cells_are_joined_to_a_row(cells: list[str], row: str) -> None:
    assert join_cells(cells) == row


def test_columns_of_plain_text_are_rows_too() -> None:
    text = "Net sales.......  $ 1,234   $ (1,100)\nshares              12.5        12.6\n                 -------   ---------"
    assert read_columns(text) == "Net sales | $1,234 | $(1,100)\nshares | 12.5 | 12.6"


def test_prose_with_a_gap_somewhere_is_no_row_of_columns() -> None:
    told = "It sold more tools to its customers in towns. " * 6
    text = f"Acme earned 31 cents a share.  {told}The consensus of Globex    Data was 30 cents."
    assert read_columns(text) == text


# Titles and dates ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme beats forecasts\n\nAcme said.", "Acme beats forecasts"),
        ("Acme beats forecasts.\n\nAcme said.", None),
        ("Acme beats forecasts\nAcme said.", None),
        ("- Acme beats\n\nAcme said.", None),
        ("x" * 400 + "\n\nAcme said.", None),
        ("Acme beats forecasts", None),
    ],
)
def test_a_title_is_a_short_first_line(text: str, title: str | None) -> None:
    assert article_of_text(text).title == title


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("date 2021-05-13 Acme posted a loss.", "2021-05-13"),
        ("LONDON, Oct 6 2021 - Acme said", "2021-10-06"),
        ("Acme up\n\nSPRINGFIELD, Ill.--(WIRE)--Jan. 31, 2008--Acme said", "2008-01-31"),
        ("(ABC News) - Feb 11, 2009 - Acme said", "2009-02-11"),
        ("Acme up\n\nMay 13, 2021\n\nAcme said", "2021-05-13"),
        ("Acme up\nUpdated: 2021-05-13", "2021-05-13"),
        ("Published 13 May 2021, 10:32", "2021-05-13"),
        ("For Immediate Release: November 22, 2024", "2024-11-22"),
        ("Frankfurt, 3. März 2020 - Acme", "2020-03-03"),
        ("Acme said its year ended on May 13, 2021, in profit.", None),
        ("Acme bought Globex on May 13, 2021.", None),
        ("LONDON, Oct 6 - Acme said", None),
        ("Stand: 05/06/2019", None),
        ("Stand: 31/12/2019", "2019-12-31"),
        ("LONDON, Feb 31 2021 - Acme", None),
    ],
)
def test_the_day_that_first_lines_state(lines: str, day: str | None) -> None:
    assert find_published(lines) == day
    assert article_of_text(lines).published == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-13T08:00Z", "2021-05-13"),
        ("Thu, 13 May 2021 10:00:00 GMT", "2021-05-13"),
        ("20210513T101500", "2021-05-13"),
        ("2021", None),
        ("", None),
    ],
)
def test_dates_of_metadata(value: str, day: str | None) -> None:
    assert iso_date(value) == day


# Kinds --------------------------------------------------------------------------------------------------------------

BODY = "Acme earned $1.42 a share, 11 cents more than expected.\n\nRevenue rose to €2.1 billion."


def mail(text: str, *, html: str | None = None) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "desk@globex.example", "me@acme.example"
    message["Subject"], message["Date"] = "Acme’s résults", "Thu, 13 May 2021 10:00:00 +0000"
    message.set_content(text, cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html")
        message.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    return bytes(message)


@pytest.mark.parametrize("html", [None, "<p>" + BODY.replace("\n\n", "</p><p>") + "</p>"])
def test_mail(html: str | None) -> None:
    article = read_article(mail(BODY, html=html))
    assert (article.text, article.title, article.published) == (f"Acme’s résults\n\n{BODY}", "Acme’s résults", "2021-05-13")


def test_headers_before_headers_and_broken_words_in_them() -> None:
    head = b"From: a@b.example\nTo: c@d.example\nSubject: =?utf-\x80?q?x?=\n\n"
    assert BODY in read_article(head * 2000 + BODY.encode()).text


def test_a_saved_page() -> None:
    page = "<html><head><title>Acme up</title></head><body><p>" + BODY.replace("\n\n", "</p><p>") + "</p></body></html>"
    message = EmailMessage(policy=SMTP)
    message["From"], message["Snapshot-Content-Location"] = "<Saved by a browser>", "https://post.example/acme"
    message.set_content(page, subtype="html", cte="base64")
    message.make_related()
    message.add_related(b"body{}", maintype="text", subtype="css")
    article = read_article(bytes(message))
    assert (article.text, article.url) == (f"Acme up\n\n{BODY}", "https://post.example/acme")


def test_markdown() -> None:
    source = (
        "---\ntitle: Acme up\ndate: 2021-05-13\n---\n\n## Key figures\n\n* **EPS:** [$1.42](https://x.example) vs. $1.31\n"
        "* Revenue: _€2.1 billion_\n\n| Item | 2021 |\n|------|-----:|\n| Sales | 5 |\n\n> Up.\n\n![chart](c.png)\n"
    )
    article = read_article(source.encode())
    wanted = "Acme up\n\nKey figures\n\n- EPS: $1.42 vs. $1.31\n- Revenue: €2.1 billion\n\nItem | 2021\nSales | 5\n\nUp."
    assert (article.text, article.title, article.published) == (wanted, "Acme up", "2021-05-13")


def test_lists_with_stars_alone_are_no_markdown() -> None:
    text = "* q3 sales $45 million\n* sees fy eps $1.20 to $1.30"
    assert read_article(text.encode()).text == text


def test_json_with_an_article_in_it() -> None:
    article = read_article(json.dumps({"title": "Acme up", "text": BODY, "date": "2021-05-13"}).encode())
    assert (article.text, article.title, article.published) == (f"Acme up\n\n{BODY}", "Acme up", "2021-05-13")


def test_a_filing_names_company_and_day() -> None:
    article = read_article((Path(__file__).parent / "pages" / "sec_submission.sgml").read_bytes())
    assert (article.company, article.published) == ("INITECH INC", "2004-07-29")


def test_pdf_uses_the_package_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    page = types.SimpleNamespace(extract_text=lambda extraction_mode="plain": BODY if extraction_mode == "plain" else "")
    monkeypatch.setitem(sys.modules, "pypdf", types.SimpleNamespace(PdfReader=lambda _: types.SimpleNamespace(pages=[page])))
    assert read_article(b"%PDF-1.7 ...").text == BODY


def test_a_pdf_is_read_where_the_extra_is_installed() -> None:
    pytest.importorskip("pypdf")
    article = read_article((Path(__file__).parent / "pages" / "story.pdf").read_bytes())
    assert article.text == "Acme earned $1.58 a share in the first quarter."


def test_a_release_in_pdf_keeps_its_sentences_whole_and_its_columns_apart() -> None:
    pytest.importorskip("pypdf")
    text = read_article((Path(__file__).parent / "pages" / "release.pdf").read_bytes()).text
    assert text.startswith("Umbrella Corp. Reports Second Quarter Results\n\nSPRINGFIELD, July 29, 2024 - Umbrella Corp. said")
    assert "quarter ended June 30, 2024 rose to $1.24 million, or 12 cents a share, from a loss of" in text
    assert "Operating income (loss) | 2,410 | (312) | 4,800 | 1,150" in text


def test_pdf_without_the_package_gives_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    error = failure(b"%PDF-1.7 ...")
    assert (error.code, "pdftotext" in error.message) == ("unsupported", True)
    assert "earnsum[pdf]" in error.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\0\0", "empty"),
        ("\u200b\u200b".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n....", "binary"),
        (b"PK\x03\x04 word/document.xml", "binary"),
        (bytes(range(32)) * 40, "binary"),
        (b"403 Forbidden", "not-an-article"),
        (b"404 Not Found\n\nThe page was not found.", "not-an-article"),
        (b"Please verify you are a human.", "not-an-article"),
        (b"<html><body></body></html>", "not-an-article"),
        (b'{"status": "ok", "items": []}', "not-an-article"),
        (b'[{"text": "a"}]', "not-an-article"),
        (b'{"text": "a"}\n{"text": "b"}', "not-an-article"),
        (b"<?xml version='1.0'?><feed><entry/></feed>", "not-an-article"),
        (b"<DOCUMENT><TYPE>GRAPHIC<TEXT>begin 644</TEXT></DOCUMENT>", "not-an-article"),
        (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: image/png\n\nx", "not-an-article"),
    ],
)
def test_what_holds_no_article_is_refused(data: bytes, code: str) -> None:
    error = failure(data)
    assert (error.code, error.source) == (code, "f")
    assert "\n" not in error.message


@pytest.mark.parametrize(
    "text",
    [
        "Acme earned $4.03 a share. 403 Forbidden was the page's answer.",
        "{Acme} earned $1.42 a share",
        "[Acme] earned $1.42 a share",
        "Profit < $1 and > $0",
        "Update: Acme earned $1.42 a share.\n\nMore later.",
    ],
)
def test_what_only_looks_like_another_kind_is_read(text: str) -> None:
    assert read_article(text.encode()).text == text


# Properties ---------------------------------------------------------------------------------------------------------

HEADS = [
    b"",
    b"<p>",
    b"From: a@b.example\nSubject: x\n\n",
    b"<DOCUMENT><TEXT>",
    b"# ",
    b"{",
    b"\xff\xfe",
    b"---\ntitle: x\n---\n",
    b"MIME-Version: 1.0\n",
]


def has_controls(text: str) -> bool:
    return any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in text)


@given(st.sampled_from(HEADS), st.binary(max_size=200))
def test_any_bytes_are_an_article_or_an_input_error(head: bytes, data: bytes) -> None:
    try:
        text = read_article(head + data).text
    except InputError:
        return
    assert text == text.strip()
    assert text
    assert not has_controls(text)


@given(st.text(alphabet=st.sampled_from("ab. -\n\r\t&;#39ampâ€™Ã©£\x00\u200b|*"), max_size=60))
def test_cleaning_is_idempotent(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.text(max_size=200))
def test_a_cleaned_text_holds_no_controls(text: str) -> None:
    assert not has_controls(clean(text))
