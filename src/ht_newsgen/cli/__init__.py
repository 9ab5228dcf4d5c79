"""The command line: one small file per command, on Click. `main` is the console script."""

from ht_newsgen.cli.app import main

__all__ = ["main"]
