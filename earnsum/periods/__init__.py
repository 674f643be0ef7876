"""
Periods: the stretches of time that a text names.

`find` marks them by `phrases`, `phrases_abroad` and `eastern` ones, of which `kinds` reads what they are, and `lastyear` says
which year "last year" is; `reported` says which may be the one reported, `told` of which a result is told and `main` which it
is; `timeline` how the others stand to it, `carried` what the next sentences go on about, and `beforeoutlook` what was made in the
period of an outlook a year before.
"""
