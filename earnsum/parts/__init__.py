"""
Parts: the segment, product, region or brand that a figure is of.

`scopes` reads it around the metric's name, `behind` it or `furtheron`, with `segments` and `products` and without `movers`, by the
words of `partnames`; `places`, `reporting` and `relatives` where a sentence, a subject or a clause names it; `lists`, `inturn` and
`closings` where one metric is told of several parts, each `beside` its figure, `growing` where a part has no metric; `carried`,
`topics` and `titles` take it over from the figure, the paragraph or the line before, and `levels` where the company as a whole
made more, but not what the company is `called` or its `wholenames`; `subjects`, by who is `speaking`, `rivals`, `listed`, `others`
and `brokers` keep out the figures of other companies, and `ownnames` tells whose a name is.  `abroad` reads it in other languages
than English, by the names and subjects of `namedabroad`.
"""
