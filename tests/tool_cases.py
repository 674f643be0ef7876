"""
Print every case that is misread, with what is missing and what is too much: ``python tests/tool_cases.py [WORD]``.

WORD picks the cases in whose theme, label or text it stands.  With ``--promote``, the cases that were expected to fail and
are read rightly now lose that mark; the other way is never taken by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from compact import tidy
from test_cases import AFTER, BEFORE, CASES, FOLDER, Case, lines, named, page

from earnsum.intake.article import article_of_text
from earnsum.pipeline import summarize_article


def differences(text: str, case: Case) -> list[str]:
    """Return the lines that are missing (-) and those that are too much (+)."""
    summaries = summarize_article(article_of_text(text))
    results = [line for summary in summaries for line in lines(summary.results, case)]
    guidance = [f"guidance: {line}" for summary in summaries for line in lines(summary.guidance, case)]
    codes = (
        [f"warning: {warning.code}" for summary in summaries for warning in summary.warnings] if case.warnings is not None else []
    )
    wanted = [tidy(line) for line in case.rows]
    wanted += [f"guidance: {tidy(line)}" for line in case.guidance] + [f"warning: {code}" for code in case.warnings or ()]
    got = results + guidance + codes
    names = [f"company: {summary.company.name}" for summary in summaries if case.company not in (None, summary.company.name)]
    return [f"  - {line}" for line in wanted if line not in got] + [f"  + {line}" for line in [*got, *names] if line not in wanted]


def misread(case: Case) -> Iterator[str]:
    """Yield, for each way in which a case is misread, what is different."""
    ways = {"": case.text, " in a page": page(case.text), " among other sentences": f"{BEFORE}\n\n{case.text}\n\n{AFTER}\n"}
    for way, text in ways.items():
        if wrong := differences(text, case):
            yield "\n".join([f"{named(case)}{way}", f"  {case.text.strip()}", *wrong])


def report(word: str) -> str:
    """Return what is misread, and how many."""
    chosen = [case for case in CASES if word.lower() in f"{named(case)} {case.text}".lower()]
    out = [first for case in chosen if (first := next(misread(case), None))]
    return "\n\n".join([*out, f"{len(out)} of {len(chosen)} cases are misread"])


def promote() -> str:
    """Take the mark from the cases that are read rightly now, and say which."""
    moved = []
    for path in sorted(FOLDER.glob("*.toml")):
        head, *blocks = path.read_text("utf-8").split("[[case]]\n")
        for number, block in enumerate(blocks):
            [case] = (c for c in CASES if c.theme == path.stem and f'label = "{c.label}"\n' in block)
            if case.expect == "fail" and not any(misread(case)):
                kept = [line for line in block.splitlines(keepends=True) if not line.startswith(("expect = ", "comment = "))]
                blocks[number] = "".join(kept)
                moved.append(named(case))
        path.write_text("[[case]]\n".join([head, *blocks]), "utf-8")
    return "\n".join([*moved, f"{len(moved)} cases are read rightly now"])


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--promote"]
    sys.stdout.write((promote() if "--promote" in sys.argv else report(" ".join(words))) + "\n")
