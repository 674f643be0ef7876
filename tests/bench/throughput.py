"""Throughput: text a second, warm, on one core, beside what else finds figures in text."""

from __future__ import annotations

import argparse
import importlib.util
import warnings
from collections.abc import Callable, Iterator
from statistics import median

import regex
from articles import texts
from measure import in_turn, of_reading, ratio

from earnsum import summarize

BARE = "one regex pattern"
FIGURE = regex.compile(
    r"(?P<currency>[$€£¥]|\b[A-Z]{3}\ )?(?P<sign>-)?(?P<digits>[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++(?:\.[0-9]++)?+)"
    r"(?:\ ?(?P<scale>million|billion|trillion|[mb]n)\b)?+(?:\ ?(?P<unit>%|percent|cents))?+(?P<per>\ (?:a|per)\ share)?+"
)
SAMPLES = 12


def readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Yield what reads figures, each by its name."""
    yield "earnsum", summarize
    yield BARE, lambda text: [found.groupdict() for found in FIGURE.finditer(text)]
    warnings.simplefilter("ignore")
    if importlib.util.find_spec("quantulum3"):
        from quantulum3 import parser  # noqa: PLC0415 - peers are optional

        yield "quantulum3", parser.parse
    if importlib.util.find_spec("recognizers_number"):
        from recognizers_number import Culture, recognize_number, recognize_percentage  # noqa: PLC0415
        from recognizers_number_with_unit import recognize_currency  # noqa: PLC0415

        yield "Recognizers, number", lambda text: recognize_number(text, Culture.English)
        yield "Recognizers, percentage", lambda text: recognize_percentage(text, Culture.English)
        yield "Recognizers, currency", lambda text: recognize_currency(text, Culture.English)


def measured(options: argparse.Namespace) -> Iterator[str]:
    """Yield articles and kilobytes a second: all read one sample in each round, the fast ones the whole."""
    articles = texts(options.articles)
    sample = articles[:: max(1, len(articles) // SAMPLES)]
    size, whole = sum(map(len, sample)) / 1000, sum(map(len, articles)) / 1000
    known = dict(readers())
    for reader in known.values():
        reader(sample[0])
    times = in_turn({name: of_reading(read, sample) for name, read in known.items()}, options.rounds)
    middle = median(in_turn({"": of_reading(summarize, articles)}, 3)[""])
    yield f"Throughput, {len(sample)} articles, {size:.0f} kB       kB/s  articles/s  earnsum is ×"
    for name in known:
        taken = median(times[name])
        yield f"{name:28}{size / taken:15,.0f}{len(sample) / taken:12,.0f}{ratio(times, name, 'earnsum'):14.2f}"
    yield f"earnsum, all {len(articles)} articles: {whole / middle:,.0f} kB/s, {len(articles) / middle:,.0f} articles/s"
