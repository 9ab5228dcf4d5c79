"""Which way of reading this is; apart, so that asking for it loads no Markdown."""

READING_VERSION = 2
"""Goes up whenever the same bytes are read differently; what was read before is then forgotten."""
