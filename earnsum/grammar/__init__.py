"""
The grammar: what the marks of a sentence, in their order, say.

`tokens` are what shapes see of a sentence: `cues` finds its words, `tokenizing` puts them in a row with the figures,
periods and names, and `settling` says what a word means beside others.  By the shapes (`shapes`, `shapes_abroad`,
`shapes_cjk`, chosen by `phrasing`) `roles` says which figure plays which role; `attach` (behind the figure in
`attach_behind`, before it in `attach_before`) and `inorder` say whose metric it is, within what `fitting` allows and past
`glosses`, and `verdicts` what is said in words; `read` is the way in, and `told` what it hands on.
`python -m earnsum.grammar "sentence"` shows how a sentence is read.
"""
