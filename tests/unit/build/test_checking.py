"""A check looks at everything once, and after that only at what has changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ht_newsgen.build.checks import Checks
from ht_newsgen.build.options import Options
from ht_newsgen.build.start import check
from ht_newsgen.kit.problems import Place, Problem, Rule, problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.links import LinkRecord, LinkReport, LinkState
from ht_newsgen.model.page import Page, PageKind
from ht_newsgen.model.references import References
from ht_newsgen.model.site import Site
from ht_newsgen.reading.link_report import LINK_REPORT_FILE, link_report_text
from tests.support.sites import NOW, ROOT, build_site, make_site, tree

RULE = Rule("test/seen", "Everything is seen.")
FLOODS, RIVERS = "content/flash/2026/floods.md", "content/flash/2026/rivers.md"
CONFIGURATION = (
    "base_url: https://example.org/\nsections: [{id: flash, title: Flash, kind: flash}]\n"
)


FEEDS = ["flash/rss.xml", "rss.xml"]


def item(title: str, text: str = "Water came.") -> str:
    return f"---\ntitle: {title}\ndate: 2026-01-05\n---\n\n{text}\n"


class Eyes:
    """Checks that note what they are shown, and find fault with all of it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.outputs: dict[str, bytes] = {}
        self.sites = 0

    def of_site(self, site: Site) -> Iterator[Problem]:
        self.sites += 1
        yield problem(RULE, Place(""), say("{count} articles", count=len(site.articles)))

    def of_text(
        self, item: Item, source: bytes, html: str, config: Config, links: LinkReport
    ) -> tuple[tuple[Problem, ...], References]:
        del config, links
        self.texts.append(item.path)
        told = say("{size} bytes, {html}", size=len(source), html=html)
        found = problem(RULE, Place(item.path, 2), told)
        return (found,), References(anchors=(item.slug,))

    def of_links(
        self,
        site: Site,
        planned: Sequence[Page],
        references: Mapping[str, References],
        templates: Mapping[str, str],
    ) -> Iterator[Problem]:
        del site
        assert len({page.path for page in planned}) > len(references)
        for path, found in sorted(references.items()):
            told = say("{slug}, {templates}", slug=found.anchors[0], templates=str(templates))
            yield problem(RULE, Place(path, 3), told)

    def of_picture(self, path: str, data: bytes) -> Iterator[Problem]:
        self.texts.append(path)
        yield problem(RULE, Place(path), say("{size} bytes", size=len(data)))

    def of_output(self, page: Page, data: bytes, base_url: str) -> Iterator[Problem]:
        assert base_url == "https://example.org/"
        self.outputs[page.path] = data
        yield problem(
            RULE, Place(page.path, 1), say("{kind}, {size} bytes", kind=page.kind, size=len(data))
        )

    def looked(self) -> tuple[list[str], list[str]]:
        """What was seen since the last time one asked."""
        seen = sorted(self.texts), sorted(self.outputs)
        self.texts, self.outputs = [], {}
        return seen


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_site(
        tmp_path / "site",
        {"newsgen.yaml": CONFIGURATION, FLOODS: item("Floods"), RIVERS: item("Rivers")},
    )
    return tmp_path / "site"


def checked(root: Path, eyes: Eyes, **more: object) -> tuple[Problem, ...]:
    """What is found by these eyes; the site's own decisions change nothing."""

    def settled(found: Iterable[Problem], site: Site, complete: bool) -> tuple[Problem, ...]:
        del site, complete
        return tuple(found)

    options = Options(root=root, output=root.parent / "public", theme=ROOT, now=NOW)
    checks = Checks(
        of_site=eyes.of_site,
        of_text=eyes.of_text,
        of_links=eyes.of_links,
        of_picture=eyes.of_picture,
        of_sheets=lambda texts, own: [
            problem(RULE, Place(min(own)), say("{count}", count=len(texts)))
        ],
        of_output=eyes.of_output,
        kinds=frozenset((PageKind.ARTICLE, PageKind.RSS)),
        settled=settled,
    )
    return check(replace(options, **more), lambda: checks).problems


def test_everything_that_a_rule_looks_at_is_shown_to_it(root: Path) -> None:
    """The site, each text, and each output of the kinds that are wanted."""
    eyes = Eyes()

    found = checked(root, eyes)

    assert eyes.looked() == (
        [FLOODS, RIVERS],
        [
            "flash/2026/floods/index.html",
            "flash/2026/rivers/index.html",
            "flash/rss.xml",
            "rss.xml",
        ],
    )
    assert [(one.place.path, one.place.line) for one in found] == [
        ("", 0),
        (FLOODS, 2),
        (FLOODS, 2),
        (FLOODS, 3),
        (RIVERS, 2),
        (RIVERS, 2),
        (RIVERS, 3),
        ("flash/rss.xml", 1),
        ("rss.xml", 1),
    ]
    assert str(found[1].message) == "52 bytes, <p>Water came.</p>"
    assert str(found[3].message) == "floods, {}"


def test_a_second_check_looks_at_nothing_and_finds_the_same(root: Path) -> None:
    """Findings are kept where a build has made a cache, and a check never makes one."""
    eyes = Eyes()
    build_site(root, root.parent / "public", cache=True)
    before = checked(root, eyes)
    eyes.looked()

    assert checked(root, eyes) == before
    assert eyes.looked() == ([], [])


def test_what_is_new_of_a_link_is_told_of_the_texts_that_hold_it(root: Path) -> None:
    """They are the same, and yet looked at again; a link that works as before is no news."""
    eyes = Eyes()
    (root / FLOODS).write_text(item("Floods", "See <https://a.example/x#y>."))
    build_site(root, root.parent / "public", cache=True)
    checked(root, eyes)
    eyes.looked()
    works = {"https://a.example/x": LinkRecord(checked=date(2026, 6, 1), status="200")}
    fails = {"https://a.example/x": replace(works["https://a.example/x"], state=LinkState.FAILING)}
    looked = []
    for report in (works, fails, fails, {}):
        make_site(root, {"newsgen.yaml": CONFIGURATION, LINK_REPORT_FILE: link_report_text(report)})
        checked(root, eyes)
        looked.append(eyes.looked()[0])

    assert looked == [[], [FLOODS], [], [FLOODS]]


def test_every_picture_is_looked_at_once_shown_or_not(root: Path) -> None:
    """And again when it has changed."""
    eyes, picture = Eyes(), root / "content/media/a.JPG"
    picture.parent.mkdir()
    picture.write_bytes(b"a picture")
    build_site(root, root.parent / "public", cache=True)

    assert Place("content/media/a.JPG") in {one.place for one in checked(root, eyes)}
    eyes.looked()
    checked(root, eyes)
    assert eyes.looked() == ([], [])
    picture.write_bytes(b"another one")
    checked(root, eyes)
    assert eyes.looked() == (["content/media/a.JPG"], [])


def test_where_nothing_has_changed_no_rule_is_asked(root: Path) -> None:
    """Not even those over the whole site; at another moment or after an edit they are."""
    eyes = Eyes()
    build_site(root, root.parent / "public", cache=True)
    before = checked(root, eyes)

    assert (checked(root, eyes), eyes.sites) == (before, 1)
    checked(root, eyes, now=NOW + timedelta(days=1))
    assert eyes.sites == 2
    (root / FLOODS).write_text(item("Floods", "Water came, and went."))
    checked(root, eyes, now=NOW + timedelta(days=1))
    assert eyes.sites == 3


def test_only_what_has_changed_is_looked_at_again(root: Path) -> None:
    """A text, its page, and the feeds that carry it; what went away is forgotten."""
    eyes = Eyes()
    build_site(root, root.parent / "public", cache=True)
    checked(root, eyes)
    eyes.looked()
    (root / FLOODS).write_text(item("Floods", "Water came, and went."))

    checked(root, eyes)

    assert eyes.looked() == ([FLOODS], ["flash/2026/floods/index.html", "flash/rss.xml", "rss.xml"])
    (root / FLOODS).unlink()
    assert FLOODS not in {found.place.path for found in checked(root, eyes)}


def test_a_check_sees_the_bytes_that_are_published(root: Path) -> None:
    """Taken from the output folder or made anew, and an old output folder misleads nobody."""
    public = root.parent / "public"
    eyes = Eyes()
    checked(root, eyes)
    made = eyes.outputs
    build_site(root, public)
    from_disk = Eyes()
    checked(root, from_disk, cache=False)

    assert made == from_disk.outputs == {path: tree(public)[path] for path in made}
    (public / "rss.xml").write_text("not ours")
    again = Eyes()
    checked(root, again, cache=False)
    assert again.outputs == made


def test_outputs_are_not_looked_at_while_the_content_has_errors(root: Path) -> None:
    """What follows from a missing item would drown what is wrong with it."""
    (root / RIVERS).write_text("---\ntitle: Rivers\n---\n")
    eyes = Eyes()

    found = checked(root, eyes)

    assert eyes.looked() == ([FLOODS], [])
    assert "front-matter/missing" in {one.rule for one in found}


def test_a_check_writes_no_website(root: Path) -> None:
    """Nor a cache, where there is none."""
    checked(root, Eyes())

    assert not (root.parent / "public").exists()
    assert not (root / ".cache").exists()
