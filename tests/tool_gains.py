"""
Print what a change gains and loses over the development set.

    python tests/tool_gains.py HEAD             what stands in the checkout against a commit
    python tests/tool_gains.py HEAD~3 HEAD      a commit against another
    python tests/tool_gains.py old.jsonl new.jsonl

Rows are listed for the half that rules are learned from; of the half that nobody reads, only the figures are shown.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import evalset

_ROW = re.compile(r"(\w+) (missed|extra): ")


def output_of(what: str | None) -> str:
    """Return the JSON lines of a file, of a commit, or (None) of the checkout."""
    if what is None:
        return evalset.read(evalset.articles())
    if Path(what).is_file():
        return Path(what).read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", what, "earnsum"], cwd=evalset.ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        return evalset.read(evalset.articles(), Path(folder))


def wrong_rows(output: str) -> Counter[str]:
    """Return what the scorer lists for the first half: rows that are missed, and rows that are too much."""
    done = subprocess.run(
        [sys.executable, str(evalset.SHARED / "score.py"), str(evalset.SHARED / "gold"), "--half", "a", "--show", "1000000"],
        input=output,
        capture_output=True,
        text=True,
        check=True,
    )
    return Counter(line for line in done.stdout.splitlines() if _ROW.match(line))


def figures(old: str, new: str) -> list[str]:
    """Return a line a kind: F1 before and after, in each half."""
    lines = []
    for half in "ab":
        before, after = (evalset.score(output, evalset.SHARED / "gold", "--half", half) for output in (old, new))
        for kind, then in before.items():
            if isinstance(then, dict):
                difference = after[kind]["f1"] - then["f1"]
                lines.append(
                    f"{half} {kind:12}{then['f1']:8.3f}{after[kind]['f1']:8.3f}{difference:+8.3f}" + " *" * bool(difference)
                )
    return lines


def main(arguments: list[str]) -> int:
    """Compare two outputs, or one and the checkout."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write(__doc__ or "")
        return 2
    old, new = (output_of(what) for what in [*arguments, None][:2])
    before, after = wrong_rows(old), wrong_rows(new)
    lines = [f"+ {line}" for line in sorted((before - after).elements())]
    lines += [f"- {line}" for line in sorted((after - before).elements())]
    sys.stdout.write("\n".join([*lines, *figures(old, new), ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
