"""
Facts: what one sentence says of a metric, with everything that its own words settle.

`find` is the way in. `naming` says which metric of the closed list it is (`unnamed` where no name stands beside the
figure, `referring` where the one spoken of before is meant), `qualifiers` and `signs` what the words around a figure
add; the other modules each know one thing that sentences do: verdicts in words (`claims`, `contrasts`), outlooks
(`outlooks`, `untilnow`, `spreads`), answers to an expectation, counts of customers (`additions`), levels of the quarter
before (`quarters`), and figures that are no fact (`asides`, `background`).
"""
