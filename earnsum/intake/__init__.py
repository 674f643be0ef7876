"""
Intake: from the bytes of a file or a page to an article, its clean text and what is known about it.

`article` is the way in and asks `kinds` and `encoding` what the bytes are; `mail`, `sec`, `pdf` and `markdown`
unwrap; `page` reads HTML (`blocks` with `pagetables`, then `body` with `pagewords`, beside `pagemeta`); `dates`
reads the day of each, and `plain` is everybody's last step, with `wrapping` and `columns` where lines were laid out.
"""
