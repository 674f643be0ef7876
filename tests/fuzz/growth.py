"""
How reading time grows with hostile text: each shape of it at doubling sizes, through the whole program.

    python tests/fuzz/growth.py [WORD ...]      # shapes whose name holds one of the words; all without

Prints seconds for each size and the last ratio; what reads in linear time stays near 2.  No test, since it is a matter of
time: a person looks at the ratios after a change to patterns.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from backtracking import UNITS

from earnsum.errors import InputError
from earnsum.intake.article import read_article
from earnsum.pipeline import summarize_article

SIZES = (32_000, 64_000, 128_000, 256_000)
SLOW = 3.0
"""A ratio from which a shape is marked."""
PATIENCE = 8.0
"""Seconds after which larger sizes are left out."""


def repeated(unit: str, lead: str = "", end: str = "") -> Callable[[int], str]:
    """Return what makes a text of some size from a unit."""
    return lambda size: lead + unit * max(1, (size - len(lead) - len(end)) // len(unit)) + end


def named(unit: str, lead: str = "") -> Callable[[int], str]:
    """Return what makes a text of a unit with another company's name in place of each "Acme"."""
    parts = [f"{a}{b}{c}" for a in ("ba", "de", "fi", "go") for b in ("lla", "rre", "ssi", "tto") for c in ("k", "n", "x")]

    def name(n: int) -> str:
        return "".join(parts[n // 48**place % 48] for place in range(3)).title()

    def text(size: int) -> str:
        count = (size - len(lead)) // (len(unit) + 8)
        return lead + "".join(unit.replace("Acme", name(n)) for n in range(count))

    return text


NEWS = "Acme Corp. (NYSE: ACM) said first-quarter profit rose to $1.58 a share from $1.49.\n\n"
LINKED_DATA = '<script type="application/ld+json">'

TEXTS: dict[str, Callable[[int], str]] = {
    "plain news": repeated(NEWS),
    "digits": repeated("9"),
    "digits with commas": repeated("123,"),
    "digits with points": repeated("1."),
    "digits with hyphens": repeated("12-"),
    "digits with slashes": repeated("12/"),
    "digits with spaces": repeated("123 "),
    "zeros behind a point": repeated("0", "$0."),
    "signs of dollars": repeated("$"),
    "signs of per cent": repeated("%"),
    "signs of all kinds": repeated("$€£%-−+"),
    "open brackets": repeated("("),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "figures in nested brackets": lambda size: "($1 " * (size // 6) + ")" * (size // 3),
    "square brackets": repeated("[a"),
    "quotes": repeated('"'),
    "stops": repeated("."),
    "stops and capitals": repeated("A."),
    "ellipses": repeated("... "),
    "dashes": repeated("- "),
    "long dashes": repeated("—"),
    "spaces": repeated(" ", "Profit", "rose"),
    "no-break spaces": repeated("\u00a0", "Profit", "rose"),
    "line breaks": repeated("\n", "Profit", "rose"),
    "tabs": repeated("\t", "Profit", "rose"),
    "one letter": repeated("a"),
    "one capital": repeated("A"),
    "no space": repeated("profitrose"),
    "no space, capitals": repeated("Acme"),
    "hyphens": repeated("better-than-"),
    "apostrophes": repeated("Acme's"),
    "capitalized words": repeated("Acme "),
    "companies": repeated("Acme Corp. (NYSE: ACM) "),
    "companies and figures": repeated("Acme Inc. earned $1.58 a share, Globex Corp. lost 3 cents, "),
    "companies in lines": repeated("Acme Inc. (ACM)\n\n"),
    "bullets of companies": repeated("Acme Inc. (ACM) – The company earned $1.58 a share, above the $1.49 expected.\n\n"),
    "companies of many names": named("Acme Inc. "),
    "reports of many companies": named("Acme Inc. earned $5 million in the quarter.\n\n"),
    "reports of many companies, in one line": named("Acme Inc. earned $5 million in the quarter. "),
    "reports with headlines": named("Acme profit rises\n\nAcme said it earned $5 million in the quarter.\n\n"),
    "headings of many companies": named("Acme\n\nAcme said it earned $5 million in the quarter.\n\n"),
    "items of many companies": named("Acme (ACM) – Acme earned $5 million in the quarter.\n\n", "Biggest movers\n\n"),
    "items behind a deal": named("Acme (ACM) – Acme has 500 people.\n\n", "Globex agrees to buy Hooli\n\n"),
    "people": repeated("Mr. John Smith, chief executive of Acme, said "),
    "figures": repeated("$1.58 "),
    "figures with commas": repeated("$1.58, "),
    "figures in a sentence": repeated("revenue of $1.58 million and "),
    "figures that rise": repeated("rose 5% to $1.58 million from $1.49 million, "),
    "figures in cents": repeated("5 cents to "),
    "ranges": repeated("$1 to $2 to "),
    "ranges from to": repeated("from $1 to $2 from "),
    "ranges between": repeated("between 5% and 7% and "),
    "echoes": repeated("5 billion yuan ($700 million) ($800 million) "),
    "bare numbers": repeated("5 and "),
    "spelled numbers": repeated("twenty-five million "),
    "spelled cents": repeated("three cents "),
    "fractions": repeated("1/2 "),
    "years": repeated("2021 "),
    "dates": repeated("March 31, 2021 "),
    "quarters": repeated("first quarter "),
    "quarters ended": repeated("the quarter ended March "),
    "fiscal": repeated("fiscal 2021 fourth quarter of "),
    "months": repeated("March "),
    "metrics": repeated("revenue "),
    "metrics joined": repeated("revenue and earnings per share and "),
    "segments": repeated("cloud revenue in the Robotics segment of "),
    "scopes": repeated("in North America, "),
    "expectations": repeated("analysts expected "),
    "who expects": repeated("analysts polled by FactSet and "),
    "verdicts": repeated("beat estimates and missed estimates "),
    "verdicts of metrics": repeated("revenue beat estimates, earnings missed, "),
    "better than expected": repeated("better-than-expected "),
    "respectively": repeated("respectively, "),
    "pairs in turn": lambda size: f"sales and EPS were {'$1 and ' * (size // 14)} versus {'$2 and ' * (size // 14)} respectively",
    "outlook": repeated("it expects revenue of $1 to $2, up from $3, "),
    "outlook sentences": repeated("Acme expects full-year revenue of $5 billion to $6 billion. "),
    "result sentences": repeated("Acme earned $1.58 a share. "),
    "estimate sentences": repeated("Analysts had expected $1.49 a share. "),
    "verdict sentences": repeated("Revenue topped estimates. "),
    "change sentences": repeated("Revenue rose 5%. "),
    "year-ago sentences": repeated("A year ago it earned $1.20 a share. "),
    "gap sentences": repeated("That beat estimates by 3 cents. "),
    "rows of all kinds": repeated("Cloud revenue rose 5% to $5 million, beating the $4 million expected. A year ago it was $3. "),
    "other metrics": repeated("Store traffic was 5 million. "),
    "it said": repeated("It said, he said, "),
    "abbreviations": repeated("Inc. Corp. U.S. "),
    "columns": repeated("Net sales      $ 293     $ 303\n"),
    "cells": repeated("Net sales | $293 | $303\n"),
    "bars": repeated("|"),
    "leaders": repeated(". ", "Net sales ", " 5"),
    "rulers": repeated("=====  "),
    "wrapped lines": repeated("Acme Corp. said its profit for the third quarter rose\nto $1.2 million, or 12 cents a share,\n"),
    "bullets": repeated("- EPS: $1.58 vs. $1.49 expected\n"),
    "headings": repeated("# Acme\n\n"),
    "links": repeated("[a](https://x.example) ", "# A\n"),
    "open links": repeated("[a](", "# A\n"),
    "stars": repeated("*a ", "# A\n"),
    "double stars": repeated("**a ", "# A\n**b**"),
    "underscores": repeated("_a ", "# A\n"),
    "backticks": repeated("`a", "# A\n"),
    "open comments": repeated("<!-- ", "# A\n"),
    "front matter": repeated("title: a\n", "---\n"),
    "entities": repeated("&amp;"),
    "nested entities": repeated("amp;", "&"),
    "ampersands": repeated("&"),
    "mojibake": repeated("â€™"),
    "escapes": repeated("\x1b["),
    "open escapes": repeated("\x1b]0;"),
    "less-than": repeated("<"),
    "half a tag": repeated("<a "),
    "feeds": repeated("<?xml ?>"),
    "JSON lists": repeated("["),
    "JSON objects": repeated('{"a":'),
    "JSON records": repeated('{"a": 1}\n'),
    "deep tags": lambda size: "<div>" * (size // 5) + NEWS,
    "deep inline tags": lambda size: "<p>" + "<b>" * (size // 3) + NEWS,
    "deep lists": lambda size: "<ul><li>" * (size // 8) + NEWS,
    "deep tables": lambda size: "<table><tr><td>" * (size // 15) + NEWS,
    "closing tags": lambda size: f"<p>{NEWS}" + "</div>" * (size // 6),
    "many paragraphs": repeated("<p>Acme Corp. said its profit rose to $1.58 a share.</p>", "<html><body>"),
    "many divisions": repeated("<div class='story body'><p>Acme said profit rose to $1.58 a share.</p></div>", "<html><body>"),
    "many articles": repeated("<article><h2>Acme</h2><p>Acme said profit rose to $1.58 a share.</p></article>", "<html><body>"),
    "many rows": repeated("<tr><td>Sales</td><td>$5</td><td>(6</td><td>)</td></tr>", "<html><body><table>"),
    "many cells": repeated("<td>$5</td>", "<html><body><table><tr>"),
    "many breaks": repeated("EPS $1<br>", "<html><body><p>"),
    "many links": repeated("<a href=x>Acme</a> ", "<html><body><p>"),
    "many metas": repeated("<meta name=date content=2021-03-03>", "<html><head>"),
    "many headings": repeated("<h1>Acme beats</h1>", "<html><body>"),
    "many scripts": repeated("<script>x</script>", "<html><body>"),
    "open scripts": repeated("<script>", "<html><body><p>a"),
    "a long attribute": lambda size: f"<html><body><p class='{'a ' * (size // 2)}'>{NEWS}",
    "many attributes": lambda size: "<html><body><p " + "".join(f"a{n}=1 " for n in range(size // 8)) + f">{NEWS}",
    "a long style": lambda size: f"<html><body><p style='{'display ' * (size // 8)}'>{NEWS}",
    "a long title": lambda size: f"<title>{'Acme - ' * (size // 7)}</title><body><p>{NEWS}<p>{NEWS}",
    "base64": repeated("data:a;base64,", "<html><body><p>"),
    "linked data": lambda size: f"{LINKED_DATA}{'[' * size}</script><p>{NEWS}<p>{NEWS}",
    "stated body": lambda size: f'{LINKED_DATA}{{"@type":"NewsArticle","articleBody":"{"<" * size}"}}</script><p>{NEWS}',
    "preformatted": lambda size: f"<html><body><p>{NEWS}<pre>{'a  b ' * (size // 5)}</pre>",
    "mail headers": repeated("X-Header: value\n", "From: a@b.example\nSubject: x\n"),
    "mail parts": repeated("--b\nContent-Type: text/plain\n\nProfit rose.\n", "Content-Type: multipart/mixed; boundary=b\n\n"),
    "nested mail parts": lambda size: "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(size // 52)
    ) + "\nProfit rose.",
    "encoded words": repeated("=?utf-8?q?a?= ", "From: a@b.example\nSubject: "),
    "documents of a filing": repeated("<DOCUMENT>\n<TYPE>EX-1\n", ""),
    "page marks": repeated("<PAGE>", "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n"),
    "German": repeated("Der Umsatz stieg auf 1,2 Milliarden Euro von 1,1 Milliarden, Analysten hatten 1,3 erwartet. "),
    "German words": repeated("Umsatz und Gewinn und "),
    "French": repeated("Le chiffre d'affaires a progressé de 5 % à 1,2 milliard d'euros. "),
    "Spanish": repeated("Los ingresos subieron un 5% hasta 1.200 millones de euros. "),
    "Japanese": repeated("売上高は5%増の1兆2000億円。"),
    "Japanese, one sentence": repeated("売上高は5%増の1兆2000億円、"),
    "Japanese units": repeated("兆億万"),
    "Korean": repeated("영업이익은 1조2000억원으로 5% 증가했다. "),
    "Chinese": repeated("净利润同比增长5%至12亿元。"),
    "Chinese, one sentence": repeated("净利润同比增长5%至12亿元，"),
    "full-width": repeated("１２３，"),
    "combining marks": repeated("\u0301", "a"),
    "directions": repeated("\u202e"),
    "unknown letters": repeated("ߊߋ "),
}  # fmt: skip


TEXTS |= {f"{unit!r} in prose": repeated(unit, NEWS) for unit in UNITS}
TEXTS |= {f"{unit!r} in lines": repeated(f"{unit * 20}\n\n", NEWS) for unit in UNITS}
TEXTS |= {f"{unit!r} in a cell": repeated(unit, f"{NEWS}Net sales | $293 | ", " | $303") for unit in UNITS if unit.strip()}
TEXTS |= {f"{unit!r} in a page": repeated(unit, f"<html><body><p>{NEWS}</p><p>", f"</p><p>{NEWS}") for unit in UNITS}


def seconds(text: str) -> float:
    """Return the processor time of reading a text."""
    data = text.encode("utf-8", "surrogatepass")
    start = time.process_time()
    with contextlib.suppress(InputError):
        summarize_article(read_article(data))
    return time.process_time() - start


def measured(name: str) -> Iterator[float]:
    """Yield the times of a shape at the sizes, as far as patience reaches."""
    for size in SIZES:
        yield (taken := seconds(TEXTS[name](size)))
        if taken > PATIENCE:
            return


def main() -> None:
    """Measure, and print a line a shape, the slowest growth marked."""
    seconds(NEWS)
    for name in TEXTS:
        if len(sys.argv) > 1 and not any(word in name for word in sys.argv[1:]):
            continue
        times = list(measured(name))
        ratio = times[-1] / max(times[-2], 0.001)
        mark = "  <<<" if ratio > SLOW and times[-1] > 0.1 else ""
        print(f"{name:28}", *(f"{one:8.3f}" for one in times), f"  x{ratio:.1f}{mark}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
