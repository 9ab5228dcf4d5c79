"""What has changed on the disk, as the system tells it.

The folders of the site are watched with all that is in them. The site's own folder is watched for
its direct members only, so that `.venv`, `public` and their like cost nothing; that is enough to
notice `newsgen.yaml`, and a folder that comes, goes, or is another one after a switch of branches.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from watchfiles import awatch

from ht_newsgen.build.options import Options
from ht_newsgen.build.paths import CONFIG
from ht_newsgen.build.tools import static_folders, template_folders

STEP = 10
"""Milliseconds without a further change after which a save is taken to be complete: editors write
a file in several steps, and read in between it would be empty."""
LONGEST = 400
"""Milliseconds after which changes are told even though there is no end to them."""


def watched_folders(options: Options) -> tuple[Path, ...]:
    """The folders whose files make the site, whether they are there or not."""
    folders = (options.root / "content", *template_folders(options), *static_folders(options))
    return tuple(dict.fromkeys(folders))


async def changes(options: Options) -> AsyncGenerator[frozenset[Path]]:
    """What has changed, time after time, without an end; at first nothing, as the watch begins."""
    queue: asyncio.Queue[frozenset[Path]] = asyncio.Queue()
    around = asyncio.create_task(_watch((options.root,), queue, recursive=False))
    inside = None
    arm = True
    try:
        while True:
            if arm:
                if inside is not None:
                    inside.cancel()
                there = [folder for folder in watched_folders(options) if folder.is_dir()]
                inside = asyncio.create_task(_watch(there, queue)) if there else None
                yield frozenset()
            touched = await queue.get()
            relevant = frozenset(path for path in touched if is_relevant(options, path))
            arm = any(path in watched_folders(options) for path in relevant)
            if relevant:
                yield relevant
    finally:
        for task in filter(None, (around, inside)):
            task.cancel()


def is_relevant(options: Options, path: Path) -> bool:
    """Whether the site may depend on this path; the half-saved files of editors do not count."""
    if path == options.root / CONFIG:
        return True
    folder = next((one for one in watched_folders(options) if path.is_relative_to(one)), None)
    if folder is None:
        return False
    names = path.relative_to(folder).parts
    hidden = any(name.startswith(".") and name != ".well-known" for name in names)
    return not hidden and not (names and names[-1].endswith(("~", ".swp", ".tmp")))


async def _watch(
    folders: Sequence[Path],
    queue: "asyncio.Queue[frozenset[Path]]",
    *,
    recursive: bool = True,
    force_polling: bool | None = None,
) -> None:
    """Put what changes into the queue. Where the system has no watch to give, look ourselves."""
    try:
        async for found in awatch(
            *folders,
            watch_filter=None,
            step=STEP,
            debounce=LONGEST,
            recursive=recursive,
            force_polling=force_polling,
            ignore_permission_denied=True,
        ):
            queue.put_nowait(frozenset(Path(path) for _, path in found))
    except FileNotFoundError:
        return  # one was deleted just now; its parent is watched too
    except (OSError, RuntimeError):  # RuntimeError is what watchfiles makes of the others
        if force_polling:
            raise
        await _watch(folders, queue, recursive=recursive, force_polling=True)
