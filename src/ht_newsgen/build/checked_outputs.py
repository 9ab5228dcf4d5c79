"""Single outputs, looked at by the rules; one that is what it was is not made for it."""

from collections.abc import Callable

from msgspec.structs import replace

from ht_newsgen.build.checks import Checks
from ht_newsgen.build.dirty import Dirty, find_dirty
from ht_newsgen.build.fingerprints import LENGTH
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import shared
from ht_newsgen.build.store import Findings, Store
from ht_newsgen.build.tools import renderer_digests
from ht_newsgen.kit.digest import digest
from ht_newsgen.kit.problems import Problem
from ht_newsgen.model.manifest import Manifest, Output
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.writing.folders import still_published
from ht_newsgen.writing.ledger import read_manifest


def in_outputs(
    planned: tuple[Page, ...],
    renderer: Callable[[], Callable[[Page], bytes]],
    checks: Checks,
    options: Options,
    store: Store,
) -> list[Problem]:
    """What is wrong with single outputs; told of the item that asks for one, where one does."""
    pages = [page for page in planned if page.kind in checks.kinds]
    known = store.findings("output")
    made_by = renderer_digests(options)
    judged_by = {
        kind: digest(f"{made_by[kind]} {options.base_url}".encode())[:LENGTH] for kind in made_by
    }
    before = Manifest(
        outputs={
            path: Output(fingerprint=one.fingerprint, key=one.key) for path, one in known.items()
        }
    )
    unknown, clean = find_dirty(pages, judged_by, before, lambda _, output: output)
    rekeyed = {
        path: replace(known[path], key=output.key)
        for path, output in clean.items()
        if output.key != known[path].key
    }
    if unknown:
        look = onlooker(unknown, renderer(), checks, options, made_by)
        with shared(look, len(unknown), options.jobs) as answers:
            rekeyed |= {one.path: one for one in answers}
    store.keep_findings("output", rekeyed.values(), known.keys() - {page.path for page in pages})
    now = known | rekeyed
    return [
        replace(found, place=page.claimant) if page.claimant else found
        for page in pages
        for found in now[page.path].found
    ]


def onlooker(
    unknown: tuple[Dirty, ...],
    render: Callable[[Page], bytes],
    checks: Checks,
    options: Options,
    made_by: dict[PageKind, str],
) -> Callable[[int], Findings]:
    """A function from the number of an output to what is wrong with it."""
    manifest, as_it_is = read_manifest(options.output), still_published(options.output)

    def data_of(one: Dirty) -> bytes:
        assert one.fingerprint is not None, "find_dirty was asked to make every view"
        path, described = one.page.path, manifest.outputs.get(one.page.path)
        made_of = f"{one.fingerprint.view}-{made_by[one.page.kind]}"
        if described and described.fingerprint == made_of and as_it_is(path, described):
            return (options.output / path).read_bytes()
        return render(one.page)

    def look(number: int) -> Findings:
        one = unknown[number]
        found = checks.of_output(one.page, data_of(one), options.base_url)
        return Findings(
            path=one.page.path,
            fingerprint=str(one.fingerprint),
            key=one.key,
            found=tuple(found),
        )

    return look
