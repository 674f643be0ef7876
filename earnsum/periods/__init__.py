"""
Periods: the stretches of time that a text names.

`find` marks them by `phrases`; `timeline` says which one is reported and how the others stand to it.
"""
