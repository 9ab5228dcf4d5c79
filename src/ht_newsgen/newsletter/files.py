"""Mails on the disk: for each edition the HTML, the text and the message."""

import os
from collections.abc import Iterator
from pathlib import Path

from ht_newsgen.errors import OutputUnwritable
from ht_newsgen.newsletter.compose import Mail


def mail_files(mail: Mail) -> dict[str, bytes]:
    """The files of a mail, by extension."""
    return {
        ".html": mail.html.encode(),
        ".txt": mail.text.encode(),
        ".eml": mail.message.as_bytes(),
    }


def write_mail(mail: Mail, folder: Path) -> Iterator[Path]:
    """Write the files of a mail below the folder, each whole or not at all; gives their paths.

    Raises OutputUnwritable.
    """
    base = folder / mail.name
    for extension, data in mail_files(mail).items():
        file = base.with_name(base.name + extension)
        beside = file.with_name(f".{file.name}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            os.replace(beside, file)  # noqa: PTH105 - the one that says it is atomic
        except OSError as error:
            message = f"{file} cannot be written: {error.strerror or error}"
            raise OutputUnwritable(message) from error
        yield file
