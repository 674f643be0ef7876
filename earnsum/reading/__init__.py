"""
Reading: the facts of one story, sentence by sentence.

`scan` sees the marks of a whole text before anything is read (`options` says how), `sentences` reads a story's sentences
in turn, and `thread` is what each of them leaves to the next: whose figures these are, which period and heading go on.
"""
