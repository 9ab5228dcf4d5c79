"""`python -m ht_newsgen` is the same as `ht-newsgen`."""

from ht_newsgen.cli import main

if __name__ == "__main__":
    main()
