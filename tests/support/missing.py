"""The one way in which a tool can be absent: loudly."""


class MissingToolError(Exception):
    """A tool of the test suite is not here; the message says how it comes here."""
