"""Length: the time a byte of a longer article, beside that of a short one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from statistics import median

from articles import texts
from measure import in_turn, of_reading

from earnsum import summarize

KB = 1000
FIGURES = "$1.58 9% 3.2 million 48 cents 1,204,000 € 7.5 bn 12 "


def measured(options: argparse.Namespace) -> Iterator[str]:
    """Yield the time a byte at each size, as a multiple of that at 10 kB."""
    sizes = (10, 100, 1000, 10_000) if options.long else (10, 100, 1000)
    block = (
        "\n\n".join(texts(options.articles))[: sizes[0] * KB - 2] + "\n\n"
    )  # the same again and again, to compare like with like
    yield "Length, time a byte, × that of 10 kB   " + "".join(f"{size:>8,} kB" for size in sizes)
    for name, again in (("articles, one behind another", block), ("nothing but figures", FIGURES)):
        text = again * (sizes[-1] * KB // len(again) + 1)
        costs = []
        for size in sizes:
            times = max(1, 100 // size)
            measures = in_turn({name: of_reading(summarize, [text[: size * KB]] * times)}, 1 if size > 100 else 3)
            costs.append(median(measures[name]) / size / times)
        yield f"{name:39}" + "".join(f"{cost / costs[0]:>11.2f}" for cost in costs)
