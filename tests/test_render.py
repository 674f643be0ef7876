"""What each format shows of summaries made by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import lxml.html
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from made import ACME, EVIL, GLOBEX, NOTHING, TEXT, shown
from rich.cells import cell_len

from earnsum import model
from earnsum.commandline.command import languages
from earnsum.model import Row, Summary
from earnsum.render import Format, View, renderer
from earnsum.render.htmltable import escape
from earnsum.render.jsonl import dump
from earnsum.render.names import row_name
from earnsum.render.report import Reporter
from earnsum.render.safe import plain
from earnsum.render.styles import STYLES
from earnsum.render.table import UNFOLDED
from earnsum.render.words import CHANGE_KINDS, METRIC_NAMES, PERIODS, ROLES, VERDICTS, WARNINGS
from earnsum.rows import COLUMN_NAMES, flat_rows
from earnsum.selection import Only, select

ROOT = Path(__file__).parent.parent
SNAPSHOTS = ROOT / "tests" / "snapshots"
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def render(fmt: str, *summaries: Summary, **view: Any) -> str:
    return shown(renderer(Format(fmt), View(**view)), *summaries)


CASES: dict[str, Callable[[], str]] = {
    "table.txt": lambda: render("table", ACME),
    "table-60.txt": lambda: render("table", ACME, width=60),
    "table-80.txt": lambda: render("table", ACME, width=80),
    "table-120.txt": lambda: render("table", ACME, width=120),
    "table-200.txt": lambda: render("table", ACME, width=200),
    "table-80-color.txt": lambda: render("table", ACME, width=80, colors="standard", escapes=True),
    "table-explain.txt": lambda: render("table", ACME, width=80, explain=True),
    "table-several.txt": lambda: render("table", ACME, GLOBEX, NOTHING, width=120),
    "table-headline.txt": lambda: render("table", ACME, GLOBEX, NOTHING, width=120, only=Only.HEADLINE),
    "table-german.txt": lambda: render("table", ACME, locale="de_DE"),
    "table-japanese.txt": lambda: render("table", ACME, locale="ja_JP"),
    "table-evil.txt": lambda: render("table", EVIL, width=120, explain=True),
    "markdown.md": lambda: render("markdown", ACME, GLOBEX),
    "markdown-explain.md": lambda: render("markdown", ACME, explain=True),
    "markdown-evil.md": lambda: render("markdown", EVIL, explain=True),
    "rows.csv": lambda: render("csv", ACME, EVIL),
    "record.json": lambda: render("json", ACME),
    "records.jsonl": lambda: render("jsonl", ACME, EVIL, with_text=True),
    "page.html": lambda: render("html", ACME),
    "pages.html": lambda: render("html", ACME, GLOBEX, EVIL),
}


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_reviewed(name: str) -> None:
    path, made = SNAPSHOTS / name, CASES[name]()
    assert made == path.read_bytes().decode(), "where the new output is right: python -m tests.test_render"


def test_headline_figures_stand_in_the_table() -> None:
    lines = [re.split(r" {2,}", line.strip()) for line in render("table", ACME).split("\n")]
    assert ["EPS (non-GAAP)", "$1.58", "$1.79", "−$0.21", "−11.7%", "▐██│", "FactSet", "▼ miss"] in lines
    assert ["Revenue", "$28.6 B", "$27.8 B", "+$0.8 B", "+2.9%", "│▌", "+64%", "FactSet", "▲ beat"] in lines


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_terminal_and_verdicts_stay(width: int, explain: bool) -> None:  # noqa: FBT001
    made = render("table", ACME, GLOBEX, width=width, explain=explain)
    assert max(cell_len(line) for line in made.split("\n")) <= width
    if width >= 60:
        assert all(figure in made for figure in ("$1.58", "$1.79", "−11.7%", "▼ miss", "$28.6 B", "▲ beat"))


def test_nothing_folds_where_there_is_no_terminal() -> None:
    long = Summary(source="x", title="word " * 100, text="")
    assert ("word " * 100).strip() in render("table", long)


def test_where_nothing_is_folded_lines_are_as_rich_draws_them() -> None:
    for summaries in ((ACME,), (EVIL,), (ACME, GLOBEX, NOTHING, EVIL)):
        for explain in (False, True):
            assert render("table", *summaries, explain=explain) == render("table", *summaries, explain=explain, width=UNFOLDED)


def test_without_colour_there_is_no_escape_and_with_colour_the_same_text() -> None:
    bare, coloured = render("table", ACME, width=80), render("table", ACME, width=80, colors="standard", escapes=True)
    assert "\x1b" not in bare
    assert "\x1b[31m▼ miss" in coloured
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n")]
    assert lines == bare.split("\n")


@pytest.mark.parametrize("fmt", ["table", "markdown", "csv", "html", "json", "jsonl"])
def test_hostile_text_stays_inert(fmt: str) -> None:
    made = render(fmt, EVIL, ACME, EVIL, explain=fmt in ("table", "markdown"), with_text=fmt.startswith("json"))
    assert not UNSEEN.search(made)
    assert "[bold]" in made.replace("\\[", "[").replace("\\]", "]")
    assert ":smile:" in made


def test_page_lets_nothing_in() -> None:
    made = render("html", EVIL, EVIL)
    page = parsed(made)
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //iframe | //link | //@style | //@*[starts-with(name(), 'on')]")
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_page_ties_rows_and_figures_both_ways() -> None:
    page = parsed(render("html", ACME, GLOBEX, ACME))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href.removeprefix("#") for href in page.xpath("//a/@href")}
    assert targets <= set(ids)
    rows = {row for marked in page.xpath("//@data-rows") for row in marked.split()}
    assert rows == set(page.xpath("//tr/@id"))
    assert page.xpath("//a[@class='mark estimate' and text()='$1.79']/@title") == ["estimate, EPS (non-GAAP)"] * 2


def test_page_explains_where_asked_to() -> None:
    page = parsed(render("html", ACME, GLOBEX, explain=True))
    assert page.xpath("//tr[@id='a1-1-r1']/th/small/text()") == ["read as: METRIC came to FIGURE; expecting METRIC of FIGURE"]
    assert len(page.xpath("//details[@open]")) == 2
    assert not parsed(render("html", ACME, GLOBEX)).xpath("//small | //details[@open]")


def test_page_holds_the_whole_text() -> None:
    page = parsed(render("html", ACME))
    assert "\n".join(p.text_content() for p in page.xpath("//div[@class='text']/p")) == TEXT.strip()


def parsed(page: str) -> Any:
    return lxml.html.fromstring(page)


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize(
    ("ground", "number"), [("#ffffff", 1), ("#f4f4f4", 1), ("#fff1a8", 1), ("#161616", 2), ("#242424", 2), ("#403908", 2)]
)
def test_colours_can_be_read(name: str, ground: str, number: int) -> None:
    if name != "quiet" or ground != "#403908":
        assert contrast(STYLES[name][number], ground) >= 4.5


def test_json_is_the_record_and_an_array_of_several() -> None:
    assert json.loads(render("json", ACME)) == ACME.record()
    assert json.loads(render("json", ACME, GLOBEX)) == [ACME.record(), GLOBEX.record()]
    made = renderer(Format.JSON, View())
    assert json.loads(shown(made, [ACME, GLOBEX])) == [ACME.record(), GLOBEX.record()]
    assert render("json") == ""


def test_json_lines_hold_text_as_asked() -> None:
    lines = [json.loads(line) for line in render("jsonl", ACME, EVIL, with_text=True).splitlines()]
    assert [line["text"] for line in lines] == [ACME.text, EVIL.text]
    assert "text" not in json.loads(render("jsonl", ACME))
    assert json.loads(renderer(Format.JSONL, View()).failure("a", "missing", "no such file").text) == {
        "schema": "earnsum/1",
        "source": "a",
        "error": {"code": "missing", "message": "no such file"},
    }


@given(st.text())
def test_json_of_any_text_is_one_line_of_seen_characters_that_reads_back(text: str) -> None:
    made = dump({"a": text})
    assert "\n" not in made
    assert not UNSEEN.search(made)
    assert json.loads(made) == {"a": text}


@given(st.text())
def test_any_text_made_plain_is_one_line_of_seen_characters(text: str) -> None:
    assert not UNSEEN.search(plain(text))
    assert not re.search(r"[\n\r\t\u2028]", plain(text))
    assert not re.search(r"[<>\x00]", escape(text))


def test_selection() -> None:
    def kept(only: Only) -> tuple[list[str], list[str]]:
        summary = select(ACME, only)
        return [f"{row.metric} {row.scope or ''}".strip() for row in summary.results], [row.metric for row in summary.guidance]

    assert kept(Only.HEADLINE) == (["eps", "revenue"], [])
    assert kept(Only.COMPARED) == (["eps", "revenue", "gross_margin", "eps robotics"], ["revenue"])
    assert kept(Only.GUIDANCE) == ([], ["revenue"])
    assert len(kept(Only.RESULTS)[0]) == 6
    assert select(ACME, None) is ACME


def test_flat_rows_have_all_columns_in_order() -> None:
    rows = flat_rows(ACME)
    assert [tuple(row) for row in rows] == [COLUMN_NAMES] * 7
    assert [row["section"] for row in rows] == ["results"] * 6 + ["guidance"]
    assert TEXT[rows[1]["actual_start"] : rows[1]["actual_end"]] == rows[1]["actual_text"] == "$28.6 billion"


def test_period_of_a_row_is_named_only_where_it_differs() -> None:
    words = Reporter("en_US").words
    assert [row_name(words, ACME, row) for row in ACME.results[:2]] == ["EPS (non-GAAP)", "Revenue"]
    assert (
        row_name(words, ACME, Row(metric="other:room_nights", period="half", shares="diluted", span=ACME.results[0].span))
        == "Room nights (diluted), half-year"
    )


def english() -> set[str]:
    """Return all words that the human formats say, as their modules call for them."""
    tables = (METRIC_NAMES, VERDICTS, ROLES, CHANGE_KINDS, PERIODS, WARNINGS)
    sources = (path.read_text("utf-8") for path in (ROOT / "earnsum" / "render").glob("*.py"))
    called = {word for source in sources for word in re.findall(r"""\bwords\(["']([^"']+)["']\)""", source)}
    values = {word for kind in (model.Shares, model.Revision) for word in get_args(kind)}
    called |= {"adjusted", "non-GAAP", "GAAP", "Results", "Other results", "Outlook"}
    return (called | values | {word for table in tables for word in table.values()}) - {"%"}


@pytest.mark.parametrize("language", ["de", "es", "fr", "ja", "ko", "zh", "zh_Hant"])
def test_catalogues_are_whole(language: str) -> None:
    with (ROOT / "earnsum" / "render" / "locale" / f"{language}.po").open("rb") as stream:
        messages = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    assert set(messages) == english()
    for word, said in messages.items():
        assert said
        assert re.findall(r"\{\w+\}", word) == re.findall(r"\{\w+\}", said)


def test_a_summary_gives_its_flat_rows() -> None:
    assert ACME.rows() == flat_rows(ACME)
    assert [tuple(row) for row in ACME.rows()] == [COLUMN_NAMES] * 7
    assert NOTHING.rows() == []


@pytest.mark.parametrize("summary", [ACME, GLOBEX, NOTHING, EVIL, Summary()], ids=lambda s: plain(s.source))
def test_a_summary_is_told_on_one_line(summary: Summary) -> None:
    told = repr(summary)
    assert told.startswith("<Summary ")
    assert f" {len(summary.results)} result" in told
    assert not UNSEEN.search(told)
    assert "\n" not in told


@pytest.mark.parametrize("summary", [ACME, GLOBEX, NOTHING, EVIL, Summary()], ids=lambda s: plain(s.source))
def test_a_notebook_shows_the_tables_of_the_page_without_its_links(summary: Summary) -> None:
    [shown] = lxml.html.fragments_fromstring(summary._repr_html_())
    [page] = lxml.html.fromstring(render("html", summary)).iter("article")
    shown_cells, page_cells = ([cell.xpath("string()") for cell in part.iter("th", "td")] for part in (shown, page))
    assert shown_cells == page_cells
    assert not list(shown.iter("script", "style", "a", "img"))
    assert not [element for element in shown.iter() if "id" in element.attrib]


def test_there_are_labels_in_every_language_that_articles_are_read_in() -> None:
    assert set(languages()) <= {"en", *(path.stem for path in (ROOT / "earnsum" / "render" / "locale").glob("*.po"))}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("zh_CN", "营收"), ("zh_TW", "營收"), ("zh_HK", "營收"), ("zh_Hans_HK", "营收"), ("ko_KR", "매출"), ("th_TH", "Revenue")],
)
def test_a_locale_finds_the_words_of_its_script(locale: str, expected: str) -> None:
    assert Reporter(locale).words("Revenue") == expected


if __name__ == "__main__":
    for name, make in CASES.items():
        (SNAPSHOTS / name).write_text(make(), "utf-8", newline="")
