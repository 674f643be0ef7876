"""Pages: how many a second, beside their extraction alone and beside an extraction library."""

from __future__ import annotations

import argparse
import importlib.util
import logging
from collections.abc import Callable, Iterator
from statistics import median

import lxml.html
from articles import pages
from measure import in_turn, of_reading, ratio

from earnsum import summarize
from earnsum.intake.article import article_of_text


def measured(options: argparse.Namespace) -> Iterator[str]:
    """Yield pages a second."""
    found = pages(options.pages)
    ways: dict[str, Callable[[str], object]] = {
        "earnsum": summarize,
        "its extraction alone": article_of_text,
        "lxml, parsing alone": lambda page: lxml.html.fromstring(page.encode()),
    }
    if importlib.util.find_spec("trafilatura"):
        import trafilatura  # noqa: PLC0415 - a peer

        logging.disable()

        ways["trafilatura, extraction alone"] = lambda page: trafilatura.extract(page, fast=True)
    times = in_turn({name: of_reading(way, found) for name, way in ways.items()}, options.rounds)
    yield f"Pages, {len(found)} of {sum(map(len, found)) / 1000 / len(found):.0f} kB on average    pages/s   × its extraction"
    for name in ways:
        yield f"{name:38}{len(found) / median(times[name]):9,.0f}{ratio(times, name, 'its extraction alone'):14.2f}"
