"""Options: what whoever runs the program says about an article that it need not say of itself."""

from decimal import Decimal
from typing import NamedTuple


class Options(NamedTuple):
    """
    How to read: the article's language, what a bare "$" means, how near counts as in line (percent).

    `timeout` is a net, in seconds of the processor: what has not been read by then is left unread, and a warning says so.
    """

    lang: str | None = None
    dollar: str | None = None
    tolerance: Decimal = Decimal(0)
    timeout: float | None = None


AS_IT_COMES = Options()
"""Everything as the article itself says it."""
