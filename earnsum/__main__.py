"""``earnsum``, and ``python -m earnsum``: an everyday command at once, any other through Typer."""

from __future__ import annotations

import sys

from earnsum.command import obey
from earnsum.everyday import everyday

INTERRUPTED = 130


def main() -> None:
    """Run the command."""
    request = everyday(sys.argv[1:])
    if request is None:
        from earnsum import cli  # noqa: PLC0415 - takes longer to load than most articles to read

        cli.main()
    else:
        try:
            sys.exit(obey(request))
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
