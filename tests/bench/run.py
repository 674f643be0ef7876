"""
The benchmarks, printed as ratios: start, throughput beside its peers, length, pages, many articles.

    python tests/bench/run.py [--articles FOLDER] [--pages FOLDER] [--long] [NAME …]

NAME is one of start, throughput, length, pages and batch.  `--long` goes on to 10 MB and to 100,000 articles.  The peers come with
``pip install -e '.[bench]'``; those that are missing are left out.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))

import batch
import length
import pages
import start
import throughput
from measure import machine

SUITE: dict[str, ModuleType] = {"start": start, "throughput": throughput, "length": length, "pages": pages, "batch": batch}


def lines(options: argparse.Namespace) -> Iterator[str]:
    """Yield what is measured, as it comes."""
    yield f"On {machine()}"
    for name in options.names or SUITE:
        yield ""
        yield from SUITE[name].measured(options)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().partition("\n")[0])
    parser.add_argument("--articles", metavar="FOLDER", help="*.txt to read; default: the cases of the tests")
    parser.add_argument("--pages", metavar="FOLDER", help="*.html to read; default: the samples")
    parser.add_argument("--long", action="store_true", help="go on to 10 MB and to 100,000 articles")
    parser.add_argument("--rounds", type=int, default=7, help="how often each thing is done")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SUITE))
    options = parser.parse_args()
    if unknown := set(options.names) - set(SUITE):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    gc.set_threshold(100_000)  # as the program does
    for line in lines(options):
        print(line, flush=True)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
