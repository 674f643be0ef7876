"""
The page in a real browser: what is linked, lit, sorted and shown, on a screen, a phone and paper.

It needs Playwright and Chromium, and is skipped where they are not.  `python tests/test_browser.py FOLDER` takes the
screenshots to look at.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browser import DESKTOP, PHONE, launched, missing
from made import ACME, EVIL, GLOBEX, NOTHING, shown
from pypdf import PdfReader

from earnsum.model import Summary
from earnsum.render import Format, View, renderer
from earnsum.selection import Only

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

Open = Callable[..., Any]
SEVERAL = (ACME, GLOBEX, EVIL, NOTHING)


def written(path: Path, *summaries: Summary, **view: Any) -> str:
    """Write a page, and return its address."""
    path.write_text(shown(renderer(Format.HTML, View(**view)), *summaries), "utf-8")
    return path.absolute().as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as started:
        yield started


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Return what opens the page of some summaries; whatever it asks for but itself, or complains of, fails the test."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def open_(*summaries: Summary, locale: str = "en_US", only: Only | None = None, **options: Any) -> Any:
        address = written(tmp_path / "page.html", *summaries, locale=locale, only=only)
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda request: trouble.extend({request.url} - {address}))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []


def in_view(page: Any, selector: str) -> bool:
    found = page.evaluate(
        """selector => { const {top, bottom} = document.querySelector(selector).getBoundingClientRect();
        return bottom > 0 && top < innerHeight; }""",
        selector,
    )
    return bool(found)


def lit(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".lit").all_text_contents()]


@pytest.mark.parametrize("summaries", [(ACME,), (EVIL,), SEVERAL], ids=len)
def test_nothing_hostile_runs_and_nothing_is_fetched(summaries: tuple[Summary, ...], opened: Open) -> None:
    page = opened(*summaries)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, [style], [onerror]").count() == 0


def test_the_policy_lets_no_other_script_run(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(written(tmp_path / "page.html", EVIL))
    assert page.evaluate(
        """async () => {
            const said = [];
            addEventListener("securitypolicyviolation", event => said.push(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.owned = 1";
            document.body.append(script);
            await new Promise(done => setTimeout(done, 50));
            return [window.owned ?? null, ...said];
        }"""
    ) == [None, "script-src-elem"]
    page.close()


def test_hovering_lights_the_row_and_its_figures(opened: Open) -> None:
    page = opened(ACME)
    page.hover("tbody tr:nth-child(2) th")
    assert lit(page)[0].startswith("Revenue$28.6 B$27.8 B")
    assert lit(page)[1:] == ["$28.6 billion", "64%", "$27.8 billion"]
    page.hover("h1")
    assert lit(page) == []
    page.hover("a.mark.estimate >> text=$1.79")
    assert [text[:14] for text in lit(page)] == ["EPS (non-GAAP)", "$1.79"]


def test_a_click_leads_from_a_row_to_its_figure_and_back_where_the_text_is_folded(opened: Open) -> None:
    page = opened(ACME, GLOBEX)
    assert not page.locator("details").first.evaluate("fold => fold.open")
    page.click("#a1-1-r1 td a >> text=$1.79")
    assert page.locator("details").first.evaluate("fold => fold.open")
    target = page.evaluate("document.querySelector(':target').textContent")
    assert target == "$1.79"
    assert in_view(page, ":target")
    page.click("a.mark.estimate >> text=$1.79")
    assert page.evaluate("document.querySelector(':target').id") == "a1-1-r1"
    assert in_view(page, ":target")


def test_a_click_anywhere_on_a_row_leads_to_its_sentence(opened: Open) -> None:
    page = opened(ACME, GLOBEX)
    page.locator("#a1-1-r6 th").click(position={"x": 100, "y": 5})
    assert "users reached" in page.evaluate("document.querySelector(':target').textContent")


def test_a_warning_leads_to_what_it_is_about(opened: Open) -> None:
    page = opened(ACME, GLOBEX)
    page.click("p.warn a")
    assert page.evaluate("document.querySelector(':target').textContent") == "$1.79"
    assert in_view(page, ":target")


def test_the_keyboard_does_what_the_mouse_does(opened: Open) -> None:
    page = opened(ACME)
    page.locator("#a1-1-r1 td a").first.focus()
    assert "$1.58" in lit(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').textContent") == "$1.58"
    page.locator("a.mark >> text=$1.58").focus()
    assert lit(page)[0].startswith("EPS (non-GAAP)")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "a1-1-r1"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def names(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("table.board tbody tr:not([hidden]) th").all_text_contents()]


def test_the_scoreboard_is_sorted_by_any_column_and_empty_cells_stay_last(opened: Open) -> None:
    page = opened(GLOBEX, NOTHING, ACME)
    button = page.locator("table.board thead button", has_text="Revenue").first
    button.click()
    assert names(page) == ["Globex", "Acme Corp", "plain.txt"]
    button.press("Enter")
    assert names(page) == ["Acme Corp", "Globex", "plain.txt"]
    assert page.locator("[aria-sort]").evaluate_all("all => all.map(th => th.ariaSort)") == ["descending"]
    page.locator("table.board thead button", has_text="Company").click()
    assert names(page) == ["Acme Corp", "Globex", "plain.txt"]


def test_the_filter_keeps_the_lines_and_articles_that_hold_all_words(opened: Open) -> None:
    page = opened(*SEVERAL)
    page.get_by_label("Filter").fill("miss ACME")
    assert names(page) == ["Acme Corp"]
    assert page.locator("#count").text_content() == "1 / 4"
    assert page.locator("article:visible").count() == 1
    page.get_by_label("Filter").fill("")
    assert len(names(page)) == 4


def test_a_scoreboard_alone_is_sorted_and_filtered_too_and_leads_nowhere(opened: Open) -> None:
    page = opened(*SEVERAL, only=Only.HEADLINE)
    page.get_by_label("Filter").fill("globex")
    assert names(page) == ["Globex"]
    assert page.locator("article, a").count() == 0


@pytest.mark.parametrize("summaries", [(ACME,), SEVERAL], ids=len)
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_width_scrolls_sideways_and_the_verdict_is_seen(summaries: tuple[Summary, ...], width: int, opened: Open) -> None:
    page = opened(*summaries, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first = page.locator("#a1-1 td.miss >> text=miss").bounding_box()
    assert first["x"] + first["width"] <= width or width < 390


CONTRAST = """() => {
  const numbers = color => color.match(/[0-9.]+/g).map(Number);
  const linear = part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const luminance = color => {
    const [red, green, blue] = numbers(color).map(part => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = element => {
    const color = getComputedStyle(element).backgroundColor;
    return (numbers(color)[3] ?? 1) > 0 ? color : ground(element.parentElement);
  };
  const says = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const low = [];
  for (const element of document.body.querySelectorAll("*:not(script, style, title)")) {
    if (!says(element)) continue;
    const style = getComputedStyle(element);
    const ink = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
    const [high, dark] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    if ((high + 0.05) / (dark + 0.05) < 4.5) low.push(element.outerHTML);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_on_what_it_stands_on(scheme: str, opened: Open) -> None:
    page = opened(*SEVERAL, color_scheme=scheme)
    page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
    page.hover("#a1-1-r1 th")
    assert page.evaluate(CONTRAST) == []
    assert (page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)") == (scheme == "light")


@pytest.mark.parametrize("summaries", [(ACME,), (NOTHING,), SEVERAL], ids=lambda s: s[0].source)
def test_headings_labels_and_landmarks(summaries: tuple[Summary, ...], opened: Open) -> None:
    page = opened(*summaries)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => Number(h.nodeName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(low - high <= 1 for high, low in pairwise(levels))
    assert page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    unnamed = "all => all.filter(e => !(e.textContent.trim() || e.labels?.length || e.ariaLabel)).length"
    assert page.locator("a, button, input, svg[role], th, [role=region]").evaluate_all(unnamed) == 0
    unscoped = "all => all.filter(e => !e.scope).length"
    assert page.locator("th").evaluate_all(unscoped) == 0


def test_it_works_without_its_script(opened: Open) -> None:
    page = opened(ACME, GLOBEX, java_script_enabled=False)
    assert page.locator("table.board tbody tr").count() == 2
    assert not page.get_by_label("Filter").is_visible()
    page.click("table.board a >> text=Globex")
    assert page.url.endswith("#a2-1")


def test_it_prints_its_tables_and_the_open_text(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(written(tmp_path / "page.html", ACME))
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    page.close()
    text = "\n".join(printed.extract_text() for printed in pages)
    assert len(pages) == 1
    assert all(said in text for said in ("Against estimates", "miss", "Analysts polled by FactSet"))


def test_a_page_of_another_language_says_so(opened: Open) -> None:
    assert opened(ACME, locale="de_DE").locator("html").get_attribute("lang") == "de"
    assert opened(ACME, locale="zh_TW").locator("html").get_attribute("lang") == "zh-Hant"
    assert opened(ACME, locale="th_TH").locator("html").get_attribute("lang") == "en"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with launched() as started:
        for name, summaries in (("one", (ACME,)), ("several", SEVERAL)):
            address = written(folder / f"{name}.html", *summaries)
            for device, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
                for scheme in ("light", "dark"):
                    taken = started.new_page(viewport=viewport, color_scheme=scheme)
                    taken.goto(address)
                    taken.screenshot(path=folder / f"{name}-{device}-{scheme}.png", full_page=True)
                    taken.close()
