"""Summaries made by hand, for the tests of what shows them; their figures are found in their texts, so that all spans hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from earnsum.model import Caveat, Change, Company, Figure, Period, Row, Span, Summary, Surprise

TEXT = """\
Acme beats on sales as cloud grows
Acme Corp (NYSE: ACME) said non-GAAP earnings for the quarter ending in March came to $1.58 per share on revenue of $28.6 billion, \
up 64% from a year earlier. Analysts polled by FactSet were expecting earnings of $1.79 per share on revenue of $27.8 billion.
Cloud computing revenue climbed 37% to $2.58 billion, and users reached 925 million. \
Margins [see note] beat: 41.5% against 40% expected.
A loss of 12 cents a share in Robotics, narrower by 3 cents than forecast.
For the full year Acme expects revenue of 187.4 billion yuan to 190 billion yuan, against a consensus of 185 billion yuan, \
up from at least 180 billion yuan.
"""


def span(words: str, text: str = TEXT) -> Span:
    """Return where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def figure(words: str, value: str, unit: str = "USD", *, text: str = TEXT, **more: Any) -> Figure:
    """Return a figure that stands in the text."""
    number = Decimal(value)
    low = number if more.get("low", number) == number else more["low"] and Decimal(more["low"])
    high = number if more.get("high", number) == number else more["high"] and Decimal(more["high"])
    return Figure(**{**more, "value": number, "low": low, "high": high, "unit": unit, "text": words, "span": span(words, text)})


def change(words: str, pct: str, **more: Any) -> Change:
    """Return a change that stands in the text."""
    return Change(pct=Decimal(pct), text=words, span=span(words), **more)


def surprise(amount: str, pct: str | None) -> Surprise:
    """Return a surprise."""
    return Surprise(amount=Decimal(amount), pct=None if pct is None else Decimal(pct))


def compared(beat: str, by: str, pct: str, **more: Any) -> dict[str, Any]:
    """Return the fields of a verdict that figures gave."""
    return {"verdict": beat, "verdict_from": "figures", "surprise": surprise(by, pct), **more}


_LINES = TEXT.split("\n")
_FIRST = span(_LINES[1].partition(". ")[0] + ".")

ACME = Summary(
    source="news/acme.txt",
    title="Acme beats on sales as cloud grows",
    published="2021-05-13",
    company=Company(name="Acme Corp", ticker="ACME", exchange="NYSE"),
    period=Period(kind="quarter", label="quarter ending in March", end="2021-03"),
    results=(
        Row(
            metric="eps",
            basis="adjusted",
            period="quarter",
            actual=figure("$1.58", "1.58"),
            estimate=figure("$1.79", "1.79", by="FactSet"),
            span=_FIRST,
            shapes=("METRIC came to FIGURE", "expecting METRIC of FIGURE"),
            **compared("miss", "-0.21", "-11.731843"),
        ),
        Row(
            metric="revenue",
            period="quarter",
            actual=figure("$28.6 billion", "28.6e9"),
            estimate=figure("$27.8 billion", "27.8e9", by="FactSet"),
            change=change("64%", "64"),
            span=_FIRST,
            shapes=("METRIC of FIGURE",),
            **compared("beat", "0.8e9", "2.877698"),
        ),
        Row(
            metric="gross_margin",
            period="quarter",
            actual=figure("41.5%", "41.5", "%"),
            estimate=figure("40%", "40", "%"),
            span=span("Margins [see note] beat: 41.5% against 40% expected."),
            **compared("beat", "1.5", "3.75"),
        ),
        Row(
            metric="eps",
            scope="robotics",
            period="quarter",
            actual=figure("12 cents", "-0.12"),
            estimate=figure("3 cents", "-0.15", derived=True),
            span=span(_LINES[3]),
            **compared("beat", "0.03", "20"),
        ),
        Row(
            metric="revenue",
            scope="cloud computing",
            period="quarter",
            actual=figure("$2.58 billion", "2.58e9"),
            change=change("37%", "37"),
            span=span("Cloud computing revenue climbed 37% to $2.58 billion, and users reached 925 million."),
        ),
        Row(
            metric="users",
            period="quarter",
            actual=figure("925 million", "925e6", "count"),
            span=span("Cloud computing revenue climbed 37% to $2.58 billion, and users reached 925 million."),
        ),
    ),
    guidance=(
        Row(
            metric="revenue",
            period="year",
            period_label="full year",
            actual=figure("187.4 billion yuan to 190 billion yuan", "188.7e9", "CNY", low="187.4e9", high="190e9"),
            estimate=figure("185 billion yuan", "185e9", "CNY"),
            previous=figure("at least 180 billion yuan", "180e9", "CNY", high=None),
            revision="raised",
            span=span(_LINES[4]),
            **compared("beat", "3.7e9", "2"),
        ),
    ),
    warnings=(Caveat(code="basis-mismatch", message="A GAAP figure is set against an adjusted consensus.", span=span("$1.79")),),
    text=TEXT,
)

_SHORT = "Globex lost 5 cents a share; sales were in line with the $3.1 million that analysts wanted."

GLOBEX = Summary(
    source="news/globex.txt",
    company=Company(name="Globex"),
    period=Period(kind="quarter", label="first quarter", fiscal_year=2022, fiscal_period="Q1"),
    results=(
        Row(metric="eps", actual=figure("5 cents", "-0.05", text=_SHORT), span=Span(0, len(_SHORT))),
        Row(
            metric="revenue",
            actual=figure("$3.1 million", "3100000", text=_SHORT),
            estimate=figure("$3.1 million", "3100000", text=_SHORT),
            span=Span(0, len(_SHORT)),
            **compared("in_line", "0", "0"),
        ),
    ),
    text=_SHORT,
)

_EVIL = (
    "\x1b]0;owned\x07\x1b[31m[bold]Evil[/bold] <script>alert(1)</script> "
    "\u202e=HYPERLINK(1) | earned \u200b$1 a share :smile: \x9b31m</mark>"
)

EVIL = Summary(
    source="evil\x1b[2J|<b>.txt",
    title=_EVIL,
    published="2021-13-99",
    company=Company(name="=cmd|' /C calc'!A0 \x1b[31m</title><script>", ticker="[/x]"),
    results=(
        Row(
            metric="eps",
            scope='"><img src=x onerror=alert(1)> [/bold]',
            actual=figure("$1", "1", text=_EVIL),
            verdict="beat",
            verdict_from="words",
            span=Span(0, len(_EVIL)),
            shapes=("<i>",),
        ),
    ),
    warnings=(Caveat(code="x", message="</script>\x1b[0m"),),
    text=_EVIL,
)

NOTHING = Summary(
    source="plain.txt", text="Nothing here.", warnings=(Caveat(code="no-results", message="No company results were found."),)
)


def shown(renderer: Any, *summaries: Summary | Iterable[Summary]) -> str:
    """Return all that a renderer makes of summaries, an article each."""
    articles = [[s] if isinstance(s, Summary) else list(s) for s in summaries]
    return "".join(renderer.pages(renderer.piece(article) for article in articles))
