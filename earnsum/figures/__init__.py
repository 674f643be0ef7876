"""
Figures: every quantity of an article, with its unit, scale, sign, range and span.

`find` is the way in: `forms` (how a number is written) with `numerals`, `currencies` (`currencies_abroad` in other
languages) and `nouns`, read by `amounts` under one of the `conventions`; then `pairs`, with `brackets`, `ranges` and
`settling`; `vetoes` takes out what only looks like a figure, `echoes` the same sum again, and `dollars` says which one is meant.
"""
