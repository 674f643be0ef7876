"""
Tables: statements and outlooks that stand in cells.

`find` sees the tables, `cells` and `columns` what stands in them and of which period; `captions` names the metric of
a row, `rows` and `figures` read it; `statements` and `outlooks` are the two kinds, and `merging` joins them to what
the text says.
"""
