"""Languages: which one a text is in, where its sentences end, and stories of each read whole (``cases_lang/*.toml``)."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import walk
from compact import shown, tidy

from earnsum.model import Row, Span
from earnsum.pipeline import summarize
from earnsum.text.languages import detect_language, sentences_of

FOLDER = Path(__file__).parent / "cases_lang"

TEXTS = {
    "en": "The maker of jam said that revenue rose to $5 million from $4 million in the quarter.",
    "de": "Der Umsatz stieg um 5 Prozent auf 1,2 Milliarden Euro, wie die Firma am Montag mitteilte.",
    "fr": "Le chiffre d'affaires ressort à 4,8 milliards d'euros, en hausse de 10,5 % sur un an.",
    "es": "Los ingresos crecieron un 7,2%, hasta los 1.234 millones de euros en el trimestre.",
    "ja": "売上高は前年同期比5%増の1兆2000億円だった。",
    "ko": "영업이익은 전년 동기 대비 24.7% 증가한 5천억원이다.",
    "zh": "第三季度营收同比增长8%,高于市场预期。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_by_its_text(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Acme: EPS $1.20", "de-DE", "de"),
        ("Acme: EPS $1.20", None, "en"),
        ("Acme: EPS growth (Y-o-Y): 5%. Revenue growth (Y-o-Y): 7%", None, "en"),
        (TEXTS["ja"], "en", "ja"),
        (TEXTS["de"], "xx", "de"),
        ("O lucro líquido da empresa foi de R$ 5 milhões no trimestre, não mais do que um ano antes.", None, "en"),
    ],
)
def test_what_is_declared_counts_where_the_script_allows_it(text: str, declared: str | None, language: str) -> None:
    assert detect_language(text, declared) == language


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Im 3. Quartal wuchs Acme um ca. 5 Prozent. Am 31. Dezember war Schluss.", 2),
        ("fr", "Le titre cède 5%. Le groupe confirme ses objectifs.", 2),
        ("ja", "売上高は2兆円だった。営業利益は3億円だった。", 2),
        ("ja", "アクメの純利益　市場予想を上回る".replace("\u3000", " "), 2),
        ("ko", "매출은 5% 늘었다. 영업이익은 3% 줄었다.", 2),
    ],
)
def test_sentences_end_as_the_language_ends_them(language: str, text: str, sentences: int) -> None:
    spans = list(sentences_of(text, Span(0, len(text)), language))
    assert len(spans) == sentences
    assert all(a.end <= b.start for a, b in pairwise(spans))


def stories() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            marks = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case.get("expect") == "fail" else []
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['label']}", marks=marks))
    return found


@pytest.mark.parametrize(("language", "case"), stories())
def test_a_story_is_read(language: str, case: dict[str, Any]) -> None:
    [summary] = summarize(case["text"])
    walk.check(summary)
    assert summary.language == language
    assert lines(summary.results) == sorted(map(tidy, case.get("rows", ())))
    assert lines(summary.guidance) == sorted(map(tidy, case.get("guidance", ())))
    if "company" in case:
        assert summary.company.name == case["company"]
    if "periods" in case:
        assert [row.period for row in summary.results] == case["periods"]


def lines(rows: tuple[Row, ...]) -> list[str]:
    return sorted(shown(row) for row in rows)


@pytest.mark.parametrize(
    ("text", "by", "analysts"),
    [
        ("Der Umsatz lag bei 5,2 Millionen Euro. Die 14 von Vara befragten Analysten hatten 5,1 Millionen erwartet.", "Vara", 14),
        ("Le bénéfice net atteint 5 millions d'euros. Les douze analystes de FactSet attendaient 6 millions.", "FactSet", 12),
        ("純利益は300億円だった。QUICKがまとめたアナリスト15人の予想平均は290億円だった。", "QUICK", 15),
        ("영업이익은 5000억원이다. 에프앤가이드가 집계한 증권사 10곳의 평균 전망치는 4800억원이었다.", "에프앤가이드", 10),
    ],
)
def test_whose_an_estimate_is(text: str, by: str, analysts: int) -> None:
    [row] = summarize(text)[0].results
    assert row.estimate is not None
    assert (row.estimate.by, row.estimate.analysts) == (by, analysts)
