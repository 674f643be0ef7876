"""``earnsum``, and ``python -m earnsum``: an everyday command at once, any other through Typer."""

from __future__ import annotations

import atexit
import gc
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command; it ends in SystemExit."""
    # Objects are made by the ten thousand and none of them in circles: looking for those takes a tenth of a short run.
    gc.set_threshold(100_000)
    from earnsum.commandline.command import obey  # noqa: PLC0415
    from earnsum.commandline.everyday import everyday  # noqa: PLC0415

    request = everyday(sys.argv[1:])
    try:
        if request is None:
            from earnsum.commandline import cli  # noqa: PLC0415 - takes longer to load than most articles to read

            cli.main()
        else:
            sys.exit(obey(request))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def run() -> None:
    """
    Run the command as a process of its own, and end it at once.

    To take apart all that was made, object after object, takes the interpreter as long as to read two articles.
    """
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        try:
            atexit._run_exitfuncs()  # noqa: SLF001 - what is to be kept for the next start
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            raise end from None  # the interpreter says what cannot be written
        os._exit(end.code)


if __name__ == "__main__":
    run()
