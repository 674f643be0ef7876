"""
How a page of many articles behaves: its size, when it is first painted, and how long sorting, filtering and jumping take.

    python tests/tool_page.py 1000 [ARTICLE...]

Without articles it takes the samples, over and over.  It needs what the tests of the page need (see the README); no test,
since it is a matter of time.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from browser import DESKTOP, PHONE, launched

SAMPLES = sorted(map(str, (Path(__file__).parent.parent / "samples").iterdir()))
PAINTED = """() => Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime)"""
TIMES = """async () => {
  const timed = action => new Promise(done => {
    const start = performance.now();
    action();
    requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - start))));
  });
  const filter = document.getElementById("filter");
  const say = words => { filter.value = words; filter.dispatchEvent(new Event("input")); };
  return {
    sort: await timed(() => document.querySelectorAll(".board thead button")[3].click()),
    filter: await timed(() => say("miss")),
    all: await timed(() => say("")),
    hover: await timed(() => document.querySelector("tr[id]").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}))),
    jump: await timed(() => document.querySelector(".board tbody tr:last-child a").click()),
  };
}"""


def main() -> None:
    """Make the page, open it on both kinds of screen, and print what was measured, in milliseconds."""
    count, given = int(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        path = Path(folder) / "page.html"
        names = islice(cycle(given or SAMPLES), count)
        subprocess.run([sys.executable, "-m", "earnsum", "-f", "html", "-o", path, *names], check=False)
        print(f"{count} articles: {path.stat().st_size / 1e6:.1f} MB")  # noqa: T201
        for name, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
            page = browser.new_page(viewport=viewport)
            page.goto(path.as_uri())
            print(f"{name}: painted {page.evaluate(PAINTED)}", page.evaluate(TIMES))  # noqa: T201
            page.close()


if __name__ == "__main__":
    main()
