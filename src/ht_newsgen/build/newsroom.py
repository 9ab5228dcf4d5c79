"""All that is read of a site, put together: the first half of a build, and all of a check."""

import msgspec
from msgspec import Struct

from ht_newsgen.build.options import Options
from ht_newsgen.errors import UsageError
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.site import Site
from ht_newsgen.reading.article import read_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.config import read_config
from ht_newsgen.reading.registers import read_registers
from ht_newsgen.reading.scan import scan


class Newsroom(Struct, frozen=True, kw_only=True):
    """A site with the texts of its items."""

    site: Site | None
    """None when `newsgen.yaml` cannot be used."""
    bodies: dict[str, str]
    """HTML by digest."""
    problems: tuple[Problem, ...]


def read_newsroom(options: Options) -> Newsroom:
    """Read everything below the site's folder and settle every reference.

    Raises `UsageError` when `base_url` is given and is not an address.
    """
    config, wrong = read_config(options.root)
    if config is None:
        return Newsroom(site=None, bodies={}, problems=wrong)
    if options.base_url:
        config = msgspec.structs.replace(config, base_url=given_base_url(options.base_url))

    registers, wrong_registers = read_registers(options.root, config)
    files, wrong_files = scan(options.root)
    press = make_press()
    readings = [read_item(options.root, file.path, config, press=press) for file in files]
    site, unsettled = assemble(
        [reading.item for reading in readings if reading.item is not None],
        registers,
        config,
        now=options.now,
        show=options.show,
    )
    wrong_items = tuple(found for reading in readings for found in reading.problems)
    return Newsroom(
        site=site,
        bodies={reading.body.digest: reading.body.html for reading in readings},
        problems=wrong + wrong_registers + wrong_files + wrong_items + unsettled,
    )


def given_base_url(text: str) -> str:
    """The address given on the command line, with a slash at its end."""
    if not is_http_url(text):
        raise UsageError(f"--base-url {text} is not an address such as https://example.org/")
    return text if text.endswith("/") else f"{text}/"
