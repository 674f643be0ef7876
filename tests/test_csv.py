"""CSV where it goes: files and streams, spreadsheets, databases and data frames."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from made import ACME, EVIL, shown

from earnsum.render import Format, View, renderer
from earnsum.render.csv import cell
from earnsum.rows import COLUMN_NAMES

ROOT = Path(__file__).parent.parent
MARK = "\ufeff"


def written(**view: bool) -> str:
    return shown(renderer(Format.CSV, View(**view)), ACME, EVIL)  # type: ignore[arg-type]


def test_text_is_guarded_and_numbers_never_are() -> None:
    [header, *rows] = csv.reader(io.StringIO(written()))
    assert header == list(COLUMN_NAMES)
    by_name = [dict(zip(header, row, strict=True)) for row in rows]
    assert by_name[3]["actual"] == "-0.12"
    assert by_name[0]["surprise"] == "-0.21"
    assert by_name[-1]["company"].startswith("'=cmd")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=A1", "'=A1"),
        ("+A1", "'+A1"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("-", "-"),
        ("-0.12", "-0.12"),
        ("+5", "+5"),
        (Decimal("-0.12"), "-0.12"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
    ],
)
def test_formula_cells(value: str | Decimal, expected: str) -> None:
    assert cell(value) == expected


def test_a_file_tells_its_encoding_and_what_is_added_to_one_does_not() -> None:
    assert written() == written(is_file=True).removeprefix(MARK) != written(is_file=True)
    assert not written(is_file=True, header=False).startswith(MARK)


def test_a_spreadsheet_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice is installed: apt-get install libreoffice-calc")
    (tmp_path / "out.csv").write_text(written(is_file=True), "utf-8")
    utf8 = "76"
    command = [office, f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless", f"--infilter=CSV:44,34,{utf8}"]
    subprocess.run([*command, "--convert-to", "fods", "--outdir", tmp_path, tmp_path / "out.csv"], capture_output=True, check=True)
    sheet = (tmp_path / "out.fods").read_text("utf-8")
    cells = re.findall(r'<table:table-cell[^>]*office:value-type="(\w+)"[^>]*>\s*<text:p>(.*?)</text:p>', sheet, re.DOTALL)
    assert ("string", "schema") in cells
    assert ("float", "-0.12") in cells
    assert ("string", "'=cmd|' /C calc'!A0 </title><script>") in [(kind, unescape(text)) for kind, text in cells]
    assert "table:formula" not in sheet


def test_the_readme_names_every_column() -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("\n## Columns of CSV\n")[2].partition("\n## ")[0]
    names = [name for line in table.splitlines() for name in re.findall(r"`([a-z_*]+)`", line.split("|")[1] if "|" in line else "")]
    roles = ("actual", "estimate", "prior", "previous")
    told = {name.replace("*", role) for name in names for role in roles}
    assert told == set(COLUMN_NAMES)
