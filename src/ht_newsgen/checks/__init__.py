"""Rules over the site and over the written tree: what `check` tells beyond what a build insists on.

A rule is one small function; `table.py` lists them all. Nothing here reads a file of the site
or a clock; lists of words lie beside the rules that use them.
"""
