"""``earnsum``, and ``python -m earnsum``: an everyday command at once, any other through Typer."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command."""
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
    finally:
        gc.freeze()  # or the interpreter would look through all that was made once more, on its way out


if __name__ == "__main__":
    main()
