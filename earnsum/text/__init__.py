"""
Text: the words as every later stage sees them.

`lookalikes` makes characters alike, `sentences` folds and cuts, `languages` tells which one it is, `moves` by which verbs
figures rise and fall, `endings` where the text breaks off, and `marks` is what was seen where.
"""
