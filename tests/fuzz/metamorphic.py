"""
Changes to an article that change nothing of what it says: the same rows must come of it.

    PYTHONPATH=tests python tests/fuzz/metamorphic.py [CHANGE [NAME]]      # shares on the development set; what one article loses

`CHANGES` maps the name of a change to what makes it; `kept` says whether an article's rows outlast one.
"""

from __future__ import annotations

import html
import json
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import evalset

from earnsum.errors import InputError
from earnsum.intake.article import read_article
from earnsum.intake.plain import find_title
from earnsum.intake.wrapping import join_wrapped
from earnsum.model import Summary
from earnsum.pipeline import summarize_article
from earnsum.text.sentences import find_sentences, fold

FILLER = "The weather was fine in the town that day."
OTHERS = {
    "Initech": """\
Initech profit misses estimates as chip prices fall

Initech Corp (NYSE: INI) on Tuesday reported fourth-quarter net income of $412 million, or 88 cents a share, compared with $566 \
million, or $1.19 a share, a year earlier. Excluding items, Initech earned 97 cents a share. Revenue fell 8.5% to $3.44 billion.

Analysts had expected Initech to earn $1.02 a share on revenue of $3.51 billion, according to IBES.
""",
    "Umbrella": """\
Umbrella Holdings Plc said on Wednesday that its pretax profit fell to 45.2 million pounds in the six months to June, from \
60.7 million pounds a year before, and cut its interim dividend to 2.1 pence a share.

Sales were flat at 1.23 billion pounds, short of the 1.31 billion pounds that analysts were looking for. The company now expects \
a full-year profit of 80 million pounds to 85 million pounds.
""",
    "Hooli": """\
Hooli's loss narrows in third quarter

Hooli reported a net loss of 12.4 million euros for the third quarter, against a loss of 31.8 million euros a year ago.

Hooli said revenue rose 14% to 203.6 million euros. It expects revenue of 215 million euros in the fourth quarter.
""",
}
"""Reports on other companies, with and without a headline and a listing, in other currencies and of other periods."""
_OTHER_NAMES = [[name] for name in OTHERS]
_NAME = re.compile(r"\b[A-Z][a-z]\w+")
_PERIOD = re.compile(r"(?i)\b(?:quarter|half|(?<!over-)year(?!-over|-on)|months|q[1-4]|qtrly|fy)\b")
_METRIC = re.compile(r"(?i)\b(?:eps|earnings|sales|revenues?|income|profit|loss|ffo|margin|dividend)\b")
_FIGURE = re.compile(r"[$€£¥₹]|[0-9] (?:million|billion)|[0-9]%")
_STOP = re.compile(r"[.!?]['\"”)]*$")
_REFERS = re.compile(
    r"(?i).{0,60}?\b(?:analysts?|estimates?|(?:was|were|been) expected|expectations|consensus|wall street|views?)\b"
    r"|.{0,60}?\b(?:a year (?:ago|earlier)|he|she|they|that|this|these|those|also|however|but|such|compared)\b"
)
_ITEM = re.compile(r"[-*•]\s")


_GOES_ON = re.compile(r"\s*(?:That|This|It|They|These|Those|He|She|Both|But|However)\b")
"""How a sentence begins that goes on about the one before: what stands between them would be what it goes on about."""


def filled(text: str) -> str:
    """Put a sentence that says nothing behind each sentence of the prose, but where the next one goes on about it."""
    parts, at = [], 0
    for span in find_sentences(fold(text)):
        if text[span.end - 1] in ".!?" and "|" not in span.of(text) and not _GOES_ON.match(text, span.end):
            parts += [text[at : span.end], " ", FILLER]
            at = span.end
    return "".join([*parts, text[at:]])


def page(text: str) -> str:
    """Make a page of it."""
    title = find_title(text)
    parts = [line for line in text.removeprefix(title or "").split("\n") if line.strip()]
    body = "".join(
        f"<ul><li>{html.escape(line[2:])}</li></ul>\n" if _ITEM.match(line) else f"<p>{html.escape(line)}</p>\n" for line in parts
    )
    head = html.escape(title or "")
    top = f"<h1>{head}</h1>\n" if title else ""
    return f"<!doctype html><html><head><title>{head}</title></head><body><article>{top}{body}</article></body></html>"


def wrapped(text: str) -> str:
    """Break its lines at 72 columns, with blank lines between paragraphs."""
    parts: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            after_item = parts and _ITEM.match(line) and _ITEM.match(parts[-1])
            parts.append("\n" * (not after_item) + textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False))
    return "\n".join(parts)


def curled(text: str) -> str:
    """Curl its quotes, and tie figures to the word behind them."""
    text = re.sub(r'(?<![\w.,!?%])"', "“", text).replace('"', "”").replace("'", "’")
    return re.sub(r"(?<=[0-9]) (?=[A-Za-z])", "\u00a0", text)


def reordered(text: str) -> str:
    """
    Turn round the order of those paragraphs behind the lead, which is the first to tell a figure, that stand on their own.

    A paragraph does that begins with the company, or is an item of a list with a metric of its own, and neither sets something
    against what was told before nor leaves open of which period it is, where the article tells of several.  The others stay
    behind what they stood behind, and a heading stays above what it stands above.
    """
    first, *rest = [part for part in join_wrapped(text).split("\n") if part.strip()]
    names = Counter(_NAME.findall(text))
    name = max(_NAME.findall(" ".join([first, *rest[:1]])), key=lambda word: names[word], default=None)
    several = len({found.lower() for found in _PERIOD.findall(text)}) > 1
    is_list = sum(_STOP.search(part) is None or _ITEM.match(part) is not None for part in rest) > len(rest) / 2
    lead = next((place for place, part in enumerate(rest) if _FIGURE.search(part)), 0)
    blocks: list[list[str]] = [[first, *rest[: lead + 1]]]
    heading: list[str] = []
    for part in rest[lead + 1 :]:
        named = _METRIC.search(part[:60]) if is_list else name is not None and name in part[:60]
        dated = not several or _PERIOD.search(part) is not None or _FIGURE.search(part) is None
        if not is_list and _STOP.search(part) is None:
            heading.append(part)
        elif named and dated and _REFERS.match(part) is None:
            blocks.append([*heading, part])
            heading = []
        else:
            blocks[-1] += [*heading, part]
            heading = []
    blocks[-1] += heading
    return "\n\n".join(line for block in [blocks[0], *blocks[:0:-1]] for line in block)


def followed(text: str) -> str:
    """Put another company's article behind it."""
    other = list(OTHERS.values())[sum(map(ord, text)) % len(OTHERS)]
    return f"{text.rstrip()}\n\n{other}"


CHANGES: dict[str, Callable[[str], str]] = {
    "filled": filled,
    "page": page,
    "wrapped": wrapped,
    "curled": curled,
    "reordered": reordered,
    "followed": followed,
}


def read(text: str) -> list[Summary]:
    """Return what is read of a text; nothing where it is refused."""
    try:
        return summarize_article(read_article(text.encode()))
    except InputError:
        return []


def rows(summaries: list[Summary]) -> list[str]:
    """Return the rows without their places; of several stories, those that are not the other company's."""
    mine = [summary for summary in summaries if len(summaries) == 1 or (summary.company.name or "").split()[:1] not in _OTHER_NAMES]
    found = [row for summary in mine for row in [*summary.record()["results"], *summary.record()["guidance"]]]
    return sorted(json.dumps(_told(row), sort_keys=True) for row in found)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    figures = {
        role: row[role] and (row[role]["value"], row[role]["low"], row[role]["high"], row[role]["unit"])
        for role in ("actual", "estimate", "prior", "previous")
    }
    change = row["change"] and (row["change"]["pct"], row["change"]["kind"])
    names = ("metric", "basis", "scope", "period", "verdict", "revision")
    return figures | {"change": change} | {name: row[name] for name in names}


@cache
def before(path: Path) -> list[Summary]:
    """Return what is read of an article as it is."""
    return read(path.read_text("utf-8"))


def applies(path: Path, change: str) -> bool:
    """Tell whether there are rows to keep and the change is one; bullets of no company may well be of the one named behind them."""
    text = path.read_text("utf-8")
    moved = "".join(CHANGES[change](text).split()) != "".join(text.split()) or change in ("wrapped", "curled")
    return moved and bool(rows(before(path))) and (change != "followed" or before(path)[0].company.name is not None)


def both(path: Path, change: str) -> tuple[list[str], list[str]]:
    """Return the rows of an article before and after a change."""
    return rows(before(path)), rows(read(CHANGES[change](path.read_text("utf-8"))))


def kept(path: Path, change: str) -> float:
    """Return the share of an article's rows that outlast a change, less for rows that only then appear."""
    old, new = both(path, change)
    return len(_common(old, new)) / max(len(old), len(new))


def _common(old: list[str], new: list[str]) -> list[str]:
    left = list(new)
    return [row for row in old if row in left and (left.remove(row) or True)]  # type: ignore[func-returns-value]


def shares(paths: list[Path], change: str) -> tuple[float, float]:
    """Return which share of the articles keeps all rows, and which share of the rows is kept."""
    found = [kept(path, change) for path in paths if applies(path, change)]
    return sum(share == 1 for share in found) / len(found), sum(found) / len(found)


def main() -> None:
    """Print the shares, or what one article loses and gains."""
    paths = evalset.articles()
    if len(sys.argv) > 2:
        [path] = [path for path in paths if sys.argv[2] in path.name]
        old, new = both(path, sys.argv[1])
        common = _common(old, new)
        lines = [*(f"- {row}" for row in old if row not in common), *(f"+ {row}" for row in new if row not in common)]
        print("\n".join(lines))  # noqa: T201
        return
    for change in sys.argv[1:] or CHANGES:
        whole, part = shares(paths, change)
        print(f"{change:10} {whole:.3f} of the articles keep all rows, {part:.3f} of the rows are kept", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
