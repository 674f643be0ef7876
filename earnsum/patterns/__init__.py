"""
The pattern engines `re` and `regex`: the modules for a type checker, what stands for them (`engines`) for the program.

Patterns are declared where their rules are, by hundreds; from here, they are compiled only when used, and once for good: what
is compiled is `kept` for the next start.
A pattern made of an article's words is none of them: it would be kept for ever (use a search in the string).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["re", "regex"]

if TYPE_CHECKING:
    import re

    import regex
else:
    from earnsum.patterns.engines import re, regex
