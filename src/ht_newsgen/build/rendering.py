"""Rendering what is dirty, by all cores, into the staging folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter

import msgspec
from msgspec import Struct

from ht_newsgen.build.dirty import Dirty
from ht_newsgen.build.fingerprints import Encoder, Fingerprint, print_of
from ht_newsgen.build.kept_views import VIEWS
from ht_newsgen.build.mentions import KeptView, Mentions, kept_view
from ht_newsgen.build.options import Options
from ht_newsgen.build.pool import in_stretches, shared
from ht_newsgen.build.portions import cost_of, needed_first, portions
from ht_newsgen.build.rules import OFF_SITE_FORM, OFF_SITE_REQUEST
from ht_newsgen.kit.problems import Place, Problem, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.pages.deferred import resolved
from ht_newsgen.writing.staging import Staged, begin_staging, nothing_published, stage

BATCH = 400
"""Views that are kept in one go."""
FEW = 50
"""Pages of which it is not asked what is kept of them: to keep a view again costs less than that.
"""


class Rendered(Struct, frozen=True, kw_only=True):
    """One page, rendered and staged."""

    place: int
    """In the order of the answer."""
    staged: Staged
    problems: tuple[Problem, ...] = ()
    view: KeptView | None = None
    """Of a page that may show a text, if it is not kept yet."""
    frames: dict[str, bytes] = {}
    """Those that this worker has not seen before."""


pack = msgspec.msgpack.Encoder().encode
unpack = msgspec.msgpack.Decoder(list[Rendered]).decode
"""How answers cross the pipe: in a sixth of the time that `pickle` takes for structs."""


def render_all(
    dirty: Sequence[Dirty],
    renderers: Mapping[PageKind, str],
    renderer: Callable[[], Callable[[Page], bytes]],
    options: Options,
    mentions: Mentions,
) -> tuple[tuple[Staged, ...], tuple[Problem, ...]]:
    """Render and stage every dirty page; what pages need comes first in the answer.

    `renderers` has the second half of the fingerprint of each kind; `renderer` makes what renders a
    page, and is asked only if there is one. Views that are deferred are made by the workers; those
    that may show a text are kept in `mentions`. Raises ThemeBroken, OSError, WorkerLostError, and
    sqlite3.Error when the store cannot give a text or keep a view.
    """
    if not dirty:
        return (), ()
    begin_staging(options.output)
    render, encoder = renderer(), Encoder()
    known = mentions.known() if len(dirty) > FEW else frozenset()
    in_order = sorted(dirty, key=needed_first)
    new = nothing_published(options.output)
    tasks = portions(in_order)

    def work(number: int) -> bytes:
        return pack([rendered(one) for one in tasks[number]])

    def rendered(one: int) -> Rendered:
        page = resolved(in_order[one].page)
        frames = len(encoder.frames)
        encoded = encoder.encoded(page)
        fingerprint = Fingerprint(print_of(encoded), renderers[page.kind])
        is_news = page.kind in VIEWS and fingerprint.view not in known
        data = render(page)
        return Rendered(
            place=one,
            staged=stage(
                options.output,
                page.path if new else str(one),
                page.path,
                data,
                fingerprint=str(fingerprint),
                key=in_order[one].key,
            ),
            problems=tuple(off_site(page, data, options.base_url)),
            view=kept_view(encoded, fingerprint.view) if is_news else None,
            frames=dict(islice(encoder.frames.items(), frames, None)),
        )

    done: list[tuple[int, Staged, tuple[Problem, ...]]] = []
    cost = cost_of(in_order)
    with shared(work, len(tasks), options.jobs, cost=cost, divide=in_stretches) as answers:
        while batch := [one for several in islice(answers, BATCH) for one in unpack(several)]:
            keep_views_of(batch, mentions)
            done += [(one.place, one.staged, one.problems) for one in batch]
    done.sort(key=itemgetter(0))
    return (
        tuple(staged for _, staged, _ in done),
        tuple(found for _, _, problems in done for found in problems),
    )


def keep_views_of(batch: Iterable[Rendered], mentions: Mentions) -> None:
    """Keep what came with these pages, if there is anything."""
    views = [one.view for one in batch if one.view is not None]
    frames = {name: frame for one in batch for name, frame in one.frames.items()}
    if views or frames:
        mentions.keep(views, frames)


def off_site(page: Page, data: bytes, base_url: str) -> Iterator[Problem]:
    """A problem for each thing that this page would load from another host, or send to one."""
    sent, loaded = leads_elsewhere(page, data, base_url)
    for url in sent:
        yield problem(
            OFF_SITE_FORM,
            page.claimant or Place(page.path),
            say("`{path}` would send what readers type to `{url}`", path=page.path, url=url),
            say("Take the form out; a newsletter's is made from `sign_up` in its index.md"),
        )
    for url in loaded:
        yield problem(
            OFF_SITE_REQUEST,
            page.claimant or Place(page.path),
            say("`{path}` would load `{url}` from another host", path=page.path, url=url),
            say("Save it in the site and use it from there, or link to it"),
        )


def leads_elsewhere(
    page: Page, data: bytes, base_url: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the forms of a page lead, and what it, a stylesheet or a script would load elsewhere.

    The form that the page's view names may lead there.
    """
    from ht_newsgen.render.glance import may_lead_elsewhere

    is_html = page.path.endswith(".html")
    if is_html and not may_lead_elsewhere(data, base_url):
        return (), ()
    # Imported here, since for nearly every page a glance is enough.
    from ht_newsgen.render.forms import forms_elsewhere
    from ht_newsgen.render.requests import requests_elsewhere
    from ht_newsgen.render.script_requests import script_requests

    if is_html:
        text = data.decode(errors="replace")
        form = getattr(getattr(page.view, "sign_up", None), "form", None)
        sent = forms_elsewhere(text, base_url, form.action if form else "")
        return sent, requests_elsewhere(text, base_url)
    if page.path.endswith(".css"):
        return (), requests_elsewhere(data.decode(errors="replace"), base_url)
    if page.kind is PageKind.ASSET and page.path.endswith((".js", ".mjs")):
        return (), script_requests(data.decode(errors="replace"), base_url)
    return (), ()
