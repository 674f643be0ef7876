"""
Resolution: facts of many sentences become the rows of the record.

`resolve` is the way in: `profits` says which profit is told of, `drafts` are rows in the making, `pools` says to which of
them a fact may belong; `changed`, `expectations` (with `inorder` by their place, `listed` in a row and `tocome` of a period
ahead), `yearago`, `onelevel` and `margins` give each its own; `finish` makes the row and `verdict` judges it.
"""
