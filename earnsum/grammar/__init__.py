"""
The grammar: what the marks of a sentence, in their order, say.

`tokens` are what shapes see of a sentence: `cues` finds its words, with `verbs` that tell and those of what is `coming`;
`tokenizing` puts them in a row with the figures, periods and names, and `settling` says what a word means beside others, without
what is said `inpassing`, `whose` an expectation is, with `projecting` that it is one and with `setagainst` that it is an old one;
`clauses_apart` says where another clause begins; `pronouns`, `pronouns_abroad` and `again` put in the metric that a sentence
leaves out.
By the shapes (`shapes`, `shapes_abroad`, `shapes_cjk` and their parts, chosen by `phrasing`) `roles` says which figure plays
which role, and `needs` which of them a sentence can have at all; `attach` (behind the figure in `attach_behind`, before it in
`attach_before`) and `inorder` say whose metric it is, within what `fitting` allows and past `glosses`; `premodifiers` names
the part that stands before it, and `verdicts` what is said in words, by the patterns of `says` past the `reasons` told and with
`sizes` turned round where less is better.
`metrics` are those of which several of these ask; `read` is the way in, and `told` what it hands on.
`python -m earnsum.grammar "sentence"` shows how a sentence is read.
"""
