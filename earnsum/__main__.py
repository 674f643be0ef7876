"""``python -m earnsum`` is the command."""

from earnsum.cli import main

main()
