"""The command line: one small file per command, on Click. `main` is the console script."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Load the program, run it, and end it."""
    # What is loaded is no garbage; to look for some meanwhile was a tenth of `--help`.
    gc.disable()
    from ht_newsgen.cli import app

    gc.freeze()
    gc.enable()
    app.main()
