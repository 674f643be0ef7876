"""
Facts: what one sentence says of a metric, with everything that its own words settle.

`find` is the way in, `sentence` what the others ask of it. `naming` says which metric of the closed list a figure measures
(`senses` in which sense a name is meant, `banks` what it means where the company lends, `unnamed` where no name stands
beside the figure, `referring` where the one spoken of before is meant, `counted` which users or goods are counted,
`othermatters` where the name measures nothing here), `figuremeant`, `whichperiod`, `qualifiers`, `revisions`, `signs`, `leftout`
and `changekinds` what the words around a figure add.
The other modules each know one thing that sentences do: verdicts in words (`claims`, `contrasts`), `answers` to an
expectation, outlooks (`outlooks`, `foreseen`, `untilnow`, `moods`, `spreads`), counts of customers (`additions`), sentences on the
consensus alone (`consensuses`), raised `buybacks`, changes told twice (`reckoned`), `headings` over a list; a year ago
(`openings`, `afterwards`, `thenornow`), the quarter before (`quarters`) and two periods at once (`bothperiods`); and figures
that are no fact (`asides`, `effects`, `within`, `onething`, `prices`, `elsewhere`, `targets`, and `background` by its clauses
on other `_times`, `_others` and `_sums`). `readings_abroad` puts in order what reads other languages (`abroad`, `foreseen_abroad`,
`untilnow_abroad`, `rates_abroad`, `fromto`, `yearends`, `chinese`, `japanese`), beside `qualifiers_abroad`.
"""
