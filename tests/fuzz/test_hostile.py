"""What an article's author might write to get at whoever reads its summary, in each format, on a terminal and in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import truths
from browser import DESKTOP, launched, missing
from made import ACME, EVIL, figure, shown
from seeds import HOSTILE
from test_cli import on_terminal, run

from earnsum.intake.article import read_article
from earnsum.model import Caveat, Company, Period, Row, Span, Summary
from earnsum.pipeline import summarize, summarize_article
from earnsum.render import Format, View, renderer

ARTICLE = """\
Globex {0} tops forecasts

Globex {0} Corp (NYSE: GBX) said its {0} adjusted earnings came to $1.58 {0} a share in the quarter, beating the $1.49 that {0} \
analysts polled by {0} FactSet {0} had expected.

{0} Cloud {0} services revenue rose 5% to {0} $3.1 million {0}.
"""


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_an_article_with_it_all_over(payload: str) -> None:
    summaries = truths.check(ARTICLE.format(payload).encode("utf-8", "surrogatepass"))
    assert summaries or payload.startswith(("%PDF", "<DOC", "From:", '{"', "\x1f"))


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_a_record_with_it_all_over(payload: str) -> None:
    text = f"{payload} Sales {payload} were $1 {payload}"
    said = figure("$1", "1", text=text, by=payload, analysts=3)
    row = Row(
        metric="revenue",
        scope=payload,
        period="year",
        period_label=payload,
        actual=said,
        estimate=said,
        prior=said,
        span=Span(0, len(text)),
        shapes=(payload,),
    )
    summary = Summary(
        source=payload,
        title=payload,
        published=payload,
        language=payload,
        company=Company(name=payload, ticker=payload, exchange=payload),
        period=Period(kind="quarter", label=payload, end="2021-03", fiscal_period=payload),
        results=(row, row._replace(metric=f"other:{payload.strip()}.", scope=None)),
        guidance=(row,),
        warnings=(Caveat(code=payload, message=payload),),
        text=text,
    )
    truths.check_formats([summary])


@pytest.mark.parametrize(
    "hidden", "\u200b \u200c \u200d \u2060 \ufeff \u00ad \u202e \u2066 \u061c \x07 \x1b[1m &#8203; &shy;".split(" ")
)
def test_what_is_unseen_inside_a_number_is_no_part_of_it(hidden: str) -> None:
    text = f"Acme earned $1{hidden}.5{hidden}8 a share, more than the $1.4{hidden}9 analysts had expected."
    [summary] = summarize(text)
    [row] = summary.results
    assert row.actual
    assert row.estimate
    assert (row.actual.text, row.estimate.text, row.verdict) == ("$1.58", "$1.49", "beat")


HOSTILE_NEWS = ARTICLE.format("\x1b[31m\x9b2J\x1b]0;owned\x07\x1b]8;;https://x.example\x1b\\[bold]link[/bold] :smile: \u202e")


@pytest.mark.parametrize("fmt", ["table", "markdown", "csv", "json", "jsonl", "html"])
def test_a_terminal_is_sent_text_and_colours_only(fmt: str, tmp_path: Path) -> None:
    name = "\x1b[2J\u202e[red]:smile:.txt"
    (tmp_path / name).write_text(HOSTILE_NEWS)
    more = ["-x"] if fmt in ("table", "markdown") else ["--with-text"] if fmt.startswith("json") else []
    ran = on_terminal("-f", fmt, *more, name, "nowhere\x1b[2J", cwd=tmp_path)
    truths.check_shown(re.sub(r"\x1b\[[0-9;]*m", "", ran.out).replace("\t", " "))
    truths.check_shown(ran.err)
    assert ran.status == 2
    assert "$1.58" in ran.out
    assert "owned" not in ran.out
    if fmt == "table":
        assert ":smile:" in ran.out
        assert "[bold]link[/bold]" in ran.out.replace("\n", "")


def test_complaints_hold_no_escapes() -> None:
    wall = "<title>403 Forbidden \x1b[2J\u202e</title>"
    for arguments in (
        (),
        ("-l", "\x1b[2J"),
        ("--lang", "\x1b]0;x\x07"),
        ("--dollar", "\x9b"),
        ("-f", "\x1b[1m"),
        ("-o", "/no/\x1b[2J"),
    ):
        ran = run(*arguments, data=wall)
        assert ran.status == 2
        truths.check_shown(ran.err)


# In a browser -------------------------------------------------------------------------------------------------------

ATTACKS = (
    "<script>owned=1</script>",
    "</script><script>owned=1</script>",
    "<img src=x onerror=owned=1>",
    '"><svg onload=owned=1>',
    "' autofocus onfocus=owned=1 x='",
    "<a href=javascript:owned=1>x</a>",
    "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<base href=https://x.example/><link rel=stylesheet href=https://x.example/x.css>",
    "<meta http-equiv=refresh content=0;url=https://x.example>",
    "<form action=https://x.example><input name=q><button>go",
    "&lt;script&gt;owned=1&lt;/script&gt;",
    "<!--",
    "]]><![CDATA[",
    "</title></style></textarea></noscript><script>owned=1</script>",
    "\u202eowned\u202c",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as started:
        yield started


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_a_page_runs_loads_and_hides_nothing(browser: Any, tmp_path: Path) -> None:
    pieces = [summarize_article(read_article(ARTICLE.format(attack).encode(), source=attack)) for attack in ATTACKS]
    records = [EVIL._replace(source=attack, title=attack, company=Company(name=attack, ticker=attack)) for attack in ATTACKS]
    page_file = tmp_path / "page.html"
    page_file.write_text(shown(renderer(Format.HTML, View()), *pieces, *records, ACME), "utf-8")
    trouble: list[str] = []
    page = browser.new_page(viewport=DESKTOP)
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: trouble.extend({request.url} - {page_file.as_uri()}))
    page.goto(page_file.as_uri())
    page.wait_for_timeout(200)
    assert trouble == []
    assert page.evaluate("typeof owned") == "undefined"
    assert page.evaluate("document.scripts.length") == 1
    assert (
        page.evaluate("document.querySelectorAll('img, iframe, svg[onload], form, base, link, object, embed, style').length") == 1
    )
    assert page.evaluate("document.querySelectorAll('main > article').length") == len(pieces) + len(records) + 1
    assert "<img src=x onerror=owned=1>" in page.inner_text("main")
    assert page.is_visible("main > article:last-of-type h2")
    page.close()
