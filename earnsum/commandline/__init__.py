"""
The command line: arguments in, exit status out.

`everyday` answers the common calls, `cli` (Typer) every other; both fill `command`, which reads `sources`, runs the
`batch` under a `timelimit` with `progress`, in several processes where asked for (`parallel`), and writes by `output`.
"""
