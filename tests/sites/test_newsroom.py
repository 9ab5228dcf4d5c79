"""The project's own site: the newsroom of the seed page, whole."""

from pathlib import Path

import feedparser
import msgspec
import pytest
from lxml import etree, html

from ht_newsgen.build.result import Result
from tests.support.sites import ROOT, build_site

FLASH = (
    "Cop accused of sex crimes against human trafficking victims",
    "Italian parents under house arrest for forcing 9-year-old into prostitution",
    "Let Europe face up to human trafficking in 2018",
    "Big hit against sexual exploitation: criminal group dismantled in Spain and Romania",
    "Safeguarding victims of human trafficking and smuggling priority for international experts",
    "INTERPOL-led operation rescues 500 victims of human trafficking, leads to 40 arrests",
    "The Association International Forum of Solidarity - EMMAUS …",
)
STORIES = (
    "Human trafficking: MEPs call on EU member states to protect victims better",
    "EU supports global action to address human trafficking",
    "Putting Human Trafficking Out of Business",
    "Glasgow police raids in human trafficking inquiry",
    "EU must be proactive about human smugglers: Dutch minister",
    "10,000 refugee children are missing, says Europol",
    "Safer Internet Day 2016 in Bosnia and Herzegovina",
    "Child labourers rescued from Rajasthan factory",
    "Human Rights Day 2015",
    "Winnipeg photo studio warns of potential human trafficking scam",
)
IRISH_TIMES = (
    "https://www.irishtimes.com/opinion/let-europe-face-up-to-human-trafficking-in-2018-1.3352251"
)
READ_MORE = {STORIES[5], STORIES[9]}
PLAIN_LINE = STORIES[8]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The site, and what the build said."""
    output = tmp_path_factory.mktemp("public")
    return output, build_site(ROOT, output, strict=True)


@pytest.fixture(scope="module")
def front(built: tuple[Path, Result]) -> html.HtmlElement:
    """The front page."""
    return html.fromstring((built[0] / "index.html").read_bytes())


def text(element: html.HtmlElement) -> str:
    """What is read."""
    return " ".join(element.text_content().split())


def headlines(front: html.HtmlElement, section: str) -> tuple[str, ...]:
    """The headlines below a section's heading."""
    column = front.xpath(f'//section[.//h2[normalize-space()="{section}"]]')[0]
    return tuple(text(heading) for heading in column.xpath(".//h3"))


def test_the_site_has_no_problem(built: tuple[Path, Result]) -> None:
    """Not even a warning."""
    assert built[1].problems == ()
    assert built[1].published


def test_the_front_page_has_the_seeds_headlines_in_the_seeds_order(
    front: html.HtmlElement,
) -> None:
    """Seven flash items and ten stories, newest first; the newest story leads."""
    lead = front.xpath('//section[@aria-label="Main story"]')[0]

    assert headlines(front, "News Flash") == FLASH
    assert text(lead.xpath(".//h2")[0]) == STORIES[0]
    assert headlines(front, "European Resource Center") == STORIES[1:]


def test_the_front_page_offers_the_newsletter(front: html.HtmlElement) -> None:
    """With the seed's words."""
    column = front.xpath('//section[.//h2[normalize-space()="Newsletter Subscription"]]')[0]
    assert "Subscribe to our newsletter." in text(column)


def test_the_flash_column_shows_cut_texts(front: html.HtmlElement) -> None:
    """Each ends in an ellipsis, as the seed's do."""
    column = front.xpath('//section[.//h2[normalize-space()="News Flash"]]')[0]
    cards = column.xpath(".//article")
    assert len(cards) == len(FLASH)
    for card in cards:
        assert any(text(paragraph).endswith(" …") for paragraph in card.xpath(".//p")), text(card)


def test_read_more_stands_where_the_seed_has_it(front: html.HtmlElement) -> None:
    """On the two stories of which only an excerpt may be shown."""
    found = {
        text(element).removeprefix("Read more: ").split(" (")[0]
        for element in front.xpath('//*[@class and contains(@class, "card__more")]')
    }
    assert {
        title for title in STORIES if any(line.startswith(title) for line in found)
    } == READ_MORE
    assert len(found) == len(READ_MORE)


def test_an_item_without_a_text_is_a_plain_line(front: html.HtmlElement) -> None:
    """A link would lead to an empty page."""
    heading = front.xpath(f'//h3[normalize-space()="{PLAIN_LINE}"]')[0]
    assert heading.xpath(".//a | ancestor::a") == []
    linked = [text(link) for link in front.xpath("//article//h2//a | //article//h3//a")]
    told = (STORIES[0], *FLASH, *STORIES[1:])
    assert linked == [title for title in told if title != PLAIN_LINE]


def test_every_link_inside_the_site_leads_somewhere(built: tuple[Path, Result]) -> None:
    """Pages, feeds, stylesheets, icons, and fragments too."""
    output = built[0]
    pages = {
        "/" + file.relative_to(output).as_posix().removesuffix("index.html"): html.fromstring(
            file.read_bytes()
        )
        for file in output.rglob("*.html")
    }
    dead = []
    for address, page in pages.items():
        for target in page.xpath("//@href | //@src"):
            path, _, fragment = str(target).partition("#")
            if not path.startswith("/") and path:
                continue
            there = path or address
            found = there in pages or (output / there.lstrip("/")).is_file()
            if not found or (fragment and not pages[there].xpath(f'//*[@id="{fragment}"]')):
                dead.append((address, target))
    assert dead == []


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "flash/rss.xml", "flash/atom.xml"])
def test_a_feed_of_the_newsroom_is_read_without_a_fault(
    built: tuple[Path, Result], name: str
) -> None:
    """And points to where things were reported first."""
    feed = feedparser.parse((built[0] / name).read_bytes())

    assert not feed.bozo
    entries = {entry.title: entry for entry in feed.entries}
    assert tuple(entries)[:7] == FLASH
    with_source = entries[FLASH[2]]
    assert with_source.link.startswith("https://newsroom.example.org/flash/2018/let-europe")
    if name.endswith("atom.xml"):
        via = [link.href for link in with_source.links if link.rel == "via"]
        assert via == [IRISH_TIMES]


def test_the_json_feed_names_external_addresses(built: tuple[Path, Result]) -> None:
    """JSON Feed 1.1, `external_url`."""
    feed = msgspec.json.decode((built[0] / "feed.json").read_bytes())
    items = {item["title"]: item for item in feed["items"]}

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert items[STORIES[5]]["external_url"] == (
        "https://www.theguardian.com/world/2016/jan/30/fears-for-missing-child-refugees"
    )
    assert set(items) == {*FLASH, *STORIES} - {PLAIN_LINE}


def test_every_feed_of_the_site_is_well_formed(built: tuple[Path, Result]) -> None:
    """Also those of topics and sections."""
    for file in built[0].rglob("*.xml"):
        etree.fromstring(file.read_bytes())
    for file in built[0].rglob("*.json"):
        msgspec.json.decode(file.read_bytes())
