"""
Colours: the only place where they are chosen.

The terminal's are the sixteen that every terminal has, by name, so that the reader's own
palette decides; none is bright or white, since backgrounds are light as often as dark, none bold,
which many terminals draw as bright, and none blue, which is too dark on black.  The page's have
a contrast of at least 4.5 to 1 on its background, light and dark.  Green and red are kept for
verdicts, and a colour never says anything that a word beside it does not say.
"""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """A meaning's look: Rich's words for the terminal, CSS colours for light and dark pages."""

    terminal: str
    light: str
    dark: str


STYLES = {
    "beat": Style("green", "#0a6b2d", "#5fd38d"),
    "miss": Style("red", "#b3261e", "#ff8a80"),
    "in_line": Style("cyan", "#0b5f7a", "#7fd1ea"),
    "actual": Style("cyan", "#1f4fa3", "#9dbdfa"),
    "estimate": Style("magenta", "#8a2a8f", "#e29ae6"),
    "prior": Style("underline", "#44546a", "#b8c4d6"),
    "previous": Style("underline cyan", "#0b5f7a", "#7fd1ea"),
    "change": Style("yellow", "#7a5300", "#e8c06a"),
    "warning": Style("yellow", "#7a5300", "#e8c06a"),
    "company": Style("bold", "#111111", "#f2f2f2"),
    "heading": Style("bold", "#111111", "#f2f2f2"),
    "quiet": Style("dim", "#595959", "#a6a6a6"),
}

GROUNDS = {
    "page": ("#ffffff", "#161616"),
    "ink": ("#111111", "#f2f2f2"),
    "line": ("#d9d9d9", "#3a3a3a"),
    "tint": ("#f4f4f4", "#242424"),
    "lit": ("#fff1a8", "#403908"),
}
"""What the page's text stands on, and what it is without a meaning of its own: light, dark."""
