"""Pictures in the repository that tell more than they show.

What is published is made of the pixels alone. But a repository is copied by many, and its history
keeps what was removed.
"""

from collections.abc import Iterator

from ht_newsgen.checks.kinds import Finding, PictureFile
from ht_newsgen.checks.privacy.metadata import told_by
from ht_newsgen.kit.sentences import say


def telling(picture: PictureFile) -> Iterator[Finding]:
    """What is noted in the file about places, cameras and people."""
    told = told_by(picture.data)
    strip = say(
        "Save it without its metadata before you commit it: exiftool -all= -overwrite_original"
        ' "{path}"\nA file that is committed already stays in the history',
        path=picture.path,
    )
    if told.position:
        yield Finding(
            say("this picture tells where it was taken: {position}", position=told.position), strip
        )
    if told.serials:
        yield Finding(
            say(
                "this picture tells which camera took it: serial number {serials}",
                serials=", ".join(told.serials),
            ),
            strip,
        )
    if told.people:
        yield Finding(
            say("this picture names people: {names}", names=", ".join(told.people)), strip
        )
    if told.whole:
        yield Finding(
            say("this picture still holds a small copy of all that was cut off it"), strip
        )
