"""The configuration of a site as a build takes it."""

from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.errors import UsageError
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.urls import is_http_url
from ht_newsgen.model.config import Config
from ht_newsgen.reading.config import read_config


def configured(options: Options) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration, with what the command line says instead; None if it cannot be used.

    Raises `UsageError` when `base_url` is given and is not an address.
    """
    config, problems = read_config(options.root)
    if config is not None and options.base_url:
        config = replace(config, base_url=given_base_url(options.base_url))
    return config, problems


def given_base_url(text: str) -> str:
    """The address given on the command line, with a slash at its end."""
    if not is_http_url(text):
        raise UsageError(f"--base-url {text} is not an address such as https://example.org/")
    return text if text.endswith("/") else f"{text}/"
