"""
Names: who and what a text names.

`find` collects the capitalised words, and those that are `unusual` names, and tells by `uses`, `words` and `forms` which are
a company's; `companies` chooses whose results they are and `identity` adds what the page knows; `datelines`, `itemheads`,
`bullets` and `abroad` are places where names stand differently; `arms` and `scopewords` are names of parts.
"""
