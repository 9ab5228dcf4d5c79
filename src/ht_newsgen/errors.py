"""The exceptions of ht-newsgen, one small tree.

What an editor can cause is never an exception: it is a `Problem` value (`kit/problems.py`).

    NewsgenError
    ├── UsageError         the command was called wrongly, or here makes no sense   exit 2
    ├── SiteNotFound       there is no newsgen.yaml here or above                   exit 2
    ├── OutputRefused      the output folder holds files that we did not write      exit 2
    ├── OutputUnwritable   the disk is full, read-only or not ours                  exit 2
    ├── MailNotSent        a mail server did not take a test copy                   exit 2
    └── ThemeBroken        a template or stylesheet of the site cannot be used      exit 1
"""


class NewsgenError(Exception):
    """Anything ht-newsgen stops for; its text is a sentence for the person at the keyboard."""

    exit_code = 2


class UsageError(NewsgenError):
    """The command was called wrongly, or makes no sense here."""


class SiteNotFound(NewsgenError):
    """There is no `newsgen.yaml` here or in a folder above."""


class OutputRefused(NewsgenError):
    """The output folder holds files that ht-newsgen did not write."""


class OutputUnwritable(NewsgenError):
    """The output cannot be written: the disk is full or read-only, or belongs to somebody else."""


class MailNotSent(NewsgenError):
    """A mail server was not reached, or did not take a test copy; says what it said."""


class ThemeBroken(NewsgenError):
    """A template or a stylesheet cannot be used; names the file and, where known, the line."""

    exit_code = 1
