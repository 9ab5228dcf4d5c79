"""What proofs are made with."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from ht_newsgen.build.options import Options
from ht_newsgen.serve.texts import Reader


class Means(Struct, frozen=True, kw_only=True):
    """What proofs are made with, for as long as the server runs."""

    options: Options
    origin: str
    """Where the server listens: `http://127.0.0.1:1313`."""
    now: Callable[[], datetime]
    read: Reader
    recent: dict[str, str]
    """Texts read since the start, by digest; it grows."""
    bug: Callable[[Exception], str]
    """What to say of an exception that is our own fault."""
