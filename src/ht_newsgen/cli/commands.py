"""Every command of the program: what the list of them says of each, and where it is."""

from importlib import import_module

import click

COMMANDS = {
    "init": "Begin a site.",
    "new": "Write a new item.",
    "serve": "Look at the site while you write.",
    "check": "Find the mistakes in a site.",
    "explain": "Explain a rule: why it is there, and what breaks it.",
    "build": "Build the website.",
    "list": "Tell which items are not shown, and why.",
    "schema": "Print a JSON Schema: which keys there are.",
    "ping": "Tell the hub that the feeds have news.",
    "newsletter": "Make mails of the newsletter's editions.",
}
"""In the order in which a newcomer needs them."""


def command_named(name: str) -> click.Command:
    """`build_command` of `cli/build.py`, and so on.

    Imported when it is to be run or explained: no command waits for the others.
    """
    command = getattr(import_module(f"ht_newsgen.cli.{name}"), f"{name}_command")
    assert isinstance(command, click.Command)
    return command
