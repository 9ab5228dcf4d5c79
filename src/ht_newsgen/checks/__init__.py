"""Rules over the site and over the written tree: what `check` tells beyond what a build insists on.

A rule is one small function; `table.py` lists them all. Nothing here reads a file or a clock.
"""
