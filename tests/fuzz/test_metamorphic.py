"""What an article says outlasts filler, markup, wrapping, curly quotes, another order and another article behind it."""

from __future__ import annotations

import evalset
import metamorphic
import pytest

FLOORS = {"filled": 0.985, "page": 0.99, "wrapped": 0.985, "curled": 0.99, "reordered": 0.98, "followed": 0.99}
"""Which share of the rows of the development set is kept; `python tests/fuzz/metamorphic.py` measures it."""

NEWS = """\
Globex tops forecasts as cloud sales grow

Globex Corp (NYSE: GBX) said on Tuesday that third-quarter net income rose to $412 million, or $1.58 a share, from $366 million, \
or $1.31 a share, a year earlier. Analysts polled by FactSet had expected "about" $1.49 a share.

The company's revenue climbed 9% to $3.44 billion, against the $3.51 billion that analysts were looking for.

Globex said it expects fourth-quarter revenue of $3.5 billion to $3.6 billion.
"""


@pytest.mark.parametrize("change", metamorphic.CHANGES)
def test_an_article_keeps_its_rows(change: str) -> None:
    changed = metamorphic.CHANGES[change](NEWS)
    assert changed != NEWS
    assert metamorphic.rows(metamorphic.read(changed)) == metamorphic.rows(metamorphic.read(NEWS)) != []


@pytest.mark.skipif(not evalset.SHARED.is_dir(), reason=evalset.ABSENT)
@pytest.mark.parametrize("change", metamorphic.CHANGES)
def test_the_development_set_keeps_its_rows(change: str) -> None:
    paths = evalset.articles() if change == "reordered" else evalset.articles()[::2]  # few have paragraphs that can be moved
    _, part = metamorphic.shares(paths, change)
    assert part >= FLOORS[change]
