"""
What a phrase shape is: a pattern over the tags of a clause, one character a mark.

Its groups name the roles of the figures that it catches.  The letters are the lexicon's; those of several tags
have a name here, to be put in braces.  The shapes that other modules ask for are named here, too.
"""

from typing import NamedTuple

from earnsum.patterns import regex

FIGURES = "s$%#d"
"""Tags of figures: per share, money, rate, count, bare number (points, ``p``, are only ever differences)."""

PARTS = {
    "FIG": "[s$%#d]",  # any figure
    "LEVEL": "[s$#d]",  # a figure that is no rate
    "GAP": "[s$#dp]",  # a difference
    "NP": "[MB_o(:nK]*",  # the words of a noun phrase before its figure
    "EXPECT": "[Ef]",
    "EST": "[Nf]",
    "GUIDE": "[Gf]",
    "BEAT": "[bmiqw]",
    # figures in a row that share a role: "1.79 a share on revenue of 27.8 billion"
    # … or with a gloss between: "and earnings, which exclude items, of 17.9p", or "of just over" before it
    "JOIN": r"(?! ,o[s$#%d] ) (?: [MB_oan&|,():e10] | ,/[_MB]{1,4},(?=o) | (?<=Mo)q )*",
}


class Shape(NamedTuple):
    """
    A phrase shape.

    `name` says it in words and is what ``--explain`` shows; `pattern` is a verbose pattern over tags, with its parts in
    braces; `example` is a sentence that it reads, giving `reads` (role → the figures' texts); in `never` it reads nothing.
    """

    name: str
    pattern: str
    example: str
    reads: dict[str, tuple[str, ...]]
    never: str

    def written_out(self) -> str:
        """Return the pattern with its parts put in."""
        pattern = self.pattern
        for part, meaning in PARTS.items():
            pattern = pattern.replace("{" + part + "}", meaning)
        return pattern

    def compiled(self) -> regex.Pattern[str]:
        """Return the pattern, compiled when it is used."""
        return regex.compile(self.written_out(), regex.VERBOSE)


FROM_TO = "expects from FIGURE to FIGURE"
"""The shape whose two figures are the ends of a range, or two ranges of which the second is the new one."""

FORETOLD_BY_ONE = "NAME had expected FIGURE"
"""The shape of what the company or somebody else had expected; which of them, only the names of a text tell."""

OF_ONE_TOLD = "the outlook until now beside one just told"
"""The shape of what a sentence compares an outlook with that is told in the sentence before."""

RISE_FIRST = "a rise of FIGURE, the figure first"
"""The shape of a change told as a noun ("a 5% increase in sales")."""

RECKONED_ABROAD = "a second rate, organic"
"""The shape of a rate told again; whether it is one of revenue, and so a change, its sentence says."""
A_YEAR_AGO = "FIGURE a year ago"
OF_ANOTHER_PERIOD = "it was FIGURE in another period"
"""The shape of a level of what the sentence before is on, of a longer or a shorter time ("Im Gesamtjahr waren es 5 Millionen")."""
IT_WAS_A_YEAR_AGO = "a year ago it was FIGURES"
MORE_THAN_A_YEAR_AGO = "FIGURE more than a year ago"
IN_BRACKETS = "FIGURE (FIGURE), a year ago in brackets"
FROM = "from FIGURE"
VERSUS = "versus FIGURE"
UP_FROM = "that is up from FIGURE"
"""Shapes of a year ago that words around them may make something else."""

UNDATED = frozenset({FROM, VERSUS})
"""Of those, which do not say when it was, nor "versus" with whom it is compared."""

BROKE_EVEN = "it broke even"
PRICE = "a price of FIGURE"
"""What came a share, though no metric is named."""

ABOVE_EXPECTED = "above the FIGURES expected"

EXPECTED_MORE = "METRIC of FIGURE, more was expected"
"""What was expected, not what came, is said to be more or less: the verdict is the other one."""

SIGNED_CHANGE = "FIGURE (+FIGURE)"
"""The shape that reads only percentages with a sign: in brackets, or right behind a metric."""
