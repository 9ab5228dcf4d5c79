"""What the last build made: where nothing has changed since, nothing needs to be decided again.

A build remembers what it saw, until when its result holds, and what was told of it. The next one
that sees the same knows the answer without reading one item, as long as the output folder is what
was published. What is trusted here is what every rebuild trusts: size and times of settled files.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import WorkerLostError, shared
from ht_newsgen.build.result import Result
from ht_newsgen.build.sealed_files import keep_bytes, kept_bytes
from ht_newsgen.build.sight import Sight, digests_of
from ht_newsgen.build.versions import program_digest, zone_digest
from ht_newsgen.i18n.messages import digest_of_all
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem, has_errors
from ht_newsgen.model.article import Article, StandingPage
from ht_newsgen.model.dates import Moment
from ht_newsgen.model.edition import Edition
from ht_newsgen.model.manifest import Manifest
from ht_newsgen.model.site import LeftOut, Reason
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import LEDGER, manifest_bytes
from ht_newsgen.writing.manifests import parse_manifest, seal

FILE = Path(".cache") / "last-build"
"""Below the site's folder; may be deleted at any time."""

LOOKS = 1000
"""Files that are looked at in one go."""
AS_A_PAGE = 400
"""Files that are looked at in about the time that a page takes."""


class Hidden(Struct, frozen=True, kw_only=True):
    """A `LeftOut` that can be written down."""

    item: Article | StandingPage | Edition
    reason: Reason
    moment: Moment | None = None


class Memory(Struct, frozen=True, kw_only=True):
    """A build that was published, what it was made of, and what was told of it."""

    wishes: str
    """Digest of the program and of what it was asked for."""
    timezone: str
    zone: str
    """Digest of the rules of the time zone."""
    tree: str
    rest: str
    doubtful: dict[str, str]
    """See `Sight`."""
    since: datetime
    until: datetime
    """By the site's clock: the result holds from the one to right before the other."""
    manifest: str
    """The seal of the manifest; empty for a check, which publishes nothing."""
    problems: tuple[Problem, ...]
    planned: int
    left_out: tuple[Hidden, ...]


def as_it_was(options: Options, sight: Sight) -> Result | None:
    """The result of building once more what was built last; None if that must be found out."""
    memory = recalled(options) if sight.tree and options.cache and not options.dry_run else None
    if (
        memory is None
        or not holds(memory, options, sight)
        or published_as(options.output, memory.manifest, options.jobs) is None
    ):
        return None
    if sight.doubtful != memory.doubtful:
        write(options, replace(memory, doubtful=sight.doubtful))
    return Result(
        problems=memory.problems,
        published=True,
        planned=memory.planned,
        unchanged=memory.planned,
        left_out=shown_again(memory.left_out),
    )


def holds(memory: Memory, options: Options, sight: Sight) -> bool:
    """Whether the same is asked of the same files, at a moment for which it was decided."""
    return (
        memory.tree == sight.tree
        and is_asked_again(memory, options)
        and digests_of(memory.doubtful) == memory.doubtful
    )


def is_asked_again(memory: Memory, options: Options) -> bool:
    """Whether the same is asked, at a moment for which it was decided."""
    return (
        memory.wishes == wishes_of(options)
        and memory.since <= options.now < memory.until
        and memory.zone == zone_digest(memory.timezone)
    )


def remember(
    options: Options, sight: Sight, result: Result, *, manifest: str, timezone: str, until: datetime
) -> None:
    """Remember a build that was published, with nothing odd about it."""
    odd = result.notes or has_errors(result.problems) or options.now.year == MAXYEAR
    if odd or not (sight.tree and options.cache and result.published):
        return
    memory = memory_of(options, sight, result, timezone=timezone, until=until)
    write(options, replace(memory, manifest=manifest))


def memory_of(
    options: Options, sight: Sight, result: Result, *, timezone: str, until: datetime
) -> Memory:
    """What to remember of this result, which holds to the end of the day at the longest."""
    return Memory(
        wishes=wishes_of(options),
        timezone=timezone,
        zone=zone_digest(timezone),
        tree=sight.tree,
        rest=sight.rest,
        doubtful=sight.doubtful,
        since=options.now,
        until=min(until, *days_after(options.now, timezone)),
        manifest="",
        problems=result.problems,
        planned=result.planned,
        left_out=tuple(hidden(result.left_out)),
    )


def wishes_of(options: Options) -> str:
    """What the result depends on beside the files and the clock."""
    asked = replace(options, now=datetime.min.replace(tzinfo=UTC), jobs=0, explain=False)
    return digest(f"{program_digest()} {digest_of_all()} {asked!r}".encode())


def days_after(now: datetime, timezone: str) -> tuple[datetime, datetime]:
    """When the next day begins for the site, and when for the machines that read it."""
    return tuple(  # type: ignore[return-value]
        (now.astimezone(zone) + timedelta(days=1)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        for zone in (ZoneInfo(timezone), UTC)
    )


def published_as(output: Path, manifest: str, jobs: int = 0) -> Manifest | None:
    """The manifest of this seal; None if the output folder does not hold what it describes."""
    described, same = parse_manifest(manifest_bytes(output)), still_published(output)
    if seal(described) != manifest or (output / LEDGER).is_symlink():
        return None
    outputs = tuple(described.outputs.items())

    def is_there(start: int) -> bool:
        return all(
            (there := same(path, one)) is not None and there.mtime_ns == one.mtime_ns
            for path, one in outputs[start * LOOKS : (start + 1) * LOOKS]
        )

    try:
        looks = -(-len(outputs) // LOOKS)
        with shared(is_there, looks, jobs, cost=len(outputs) // AS_A_PAGE) as answers:
            return described if all(answers) else None
    except WorkerLostError:
        return None  # a build that finds it out knows what to do without workers


def hidden(left_out: Iterable[LeftOut]) -> Iterable[Hidden]:
    """The same, to be written down."""
    for one in left_out:
        assert isinstance(one.item, (Article, StandingPage, Edition))
        yield Hidden(item=one.item, reason=one.reason, moment=one.moment)


def shown_again(written: Iterable[Hidden]) -> tuple[LeftOut, ...]:
    """What was written down, as it was."""
    return tuple(LeftOut(item=one.item, reason=one.reason, moment=one.moment) for one in written)


_encode = msgspec.json.Encoder().encode  # MessagePack forgets the offset of a time
_decode = msgspec.json.Decoder(Memory).decode


def recalled(options: Options, file: Path = FILE) -> Memory | None:
    """What was remembered; None if that is nothing, or damaged, or of another program."""
    data = kept_bytes(options.root / file)
    try:
        return _decode(data) if data else None
    except ValueError:
        return None


def write(options: Options, memory: Memory, file: Path = FILE) -> None:
    """Remember this instead of what was remembered before."""
    keep_bytes(options.root / file, _encode(memory))
