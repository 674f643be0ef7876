"""
Eight processes that append to one file for a minute: only whole lines may come of it.

    python tests/fuzz/appending.py [SECONDS]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.49 a share.\n" + "The weather was fine.\n" * 500


def main() -> None:
    """Run them, and count what they wrote."""
    until = time.monotonic() + float(sys.argv[1] if len(sys.argv) > 1 else 60)
    with tempfile.TemporaryDirectory() as folder:
        article, out = Path(folder, "acme.txt"), Path(folder, "out.jsonl")
        article.write_text(ARTICLE)
        command = [sys.executable, "-m", "earnsum", "-f", "jsonl", "--with-text", *[str(article)] * 20]
        runs = 0
        with out.open("ab") as stream:
            running = [subprocess.Popen(command, stdout=stream) for _ in range(8)]
            while running:
                done = [process for process in running if process.poll() is not None]
                runs += len(done)
                running = [process for process in running if process not in done]
                if time.monotonic() < until:
                    running += [subprocess.Popen(command, stdout=stream) for _ in done]
                time.sleep(0.02)
        records = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(records) == 20 * runs
    assert {record["text"] for record in records} == {ARTICLE.strip()}
    print(f"{runs} processes, {len(records)} lines, all whole")  # noqa: T201


if __name__ == "__main__":
    main()
