"""
Stories: which stretches of an article tell of one company.

`split` is the way in; `story` cuts off what is around an article, `roundups` finds the items of one with many
companies, `inprose` those without heads, by `turnings` and `sharemoves`, `appended` another company's report glued on
behind; `genres` tells news that reports nothing, and `nobody` what is on no company, both by what is `onresults`.
"""
