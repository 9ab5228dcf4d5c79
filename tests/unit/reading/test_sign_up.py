"""`sign_up:` of a newsletter, provider by provider."""

import pytest
from msgspec.structs import replace

from ht_newsgen.model import sign_up
from ht_newsgen.model.article import StandingPage
from ht_newsgen.model.config import Section, SectionKind
from ht_newsgen.reading.article import Reading, parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.sign_up import PROVIDERS
from tests.unit.reading.sites import CONFIG
from tests.unit.reading.tables import Case, cases, told
from tests.unit.reading.test_mistakes import no_pictures

PRESS = make_press()
NEWSLETTER = Section(
    id="newsletter",
    title={"": "Newsletter"},
    kind=SectionKind.NEWSLETTER,
    permalink="/{section}/{year}/{slug}/",
)
WITH_NEWSLETTER = replace(CONFIG, sections=(*CONFIG.sections, NEWSLETTER))
UUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
MAILCHIMP = "https://example.us7.list-manage.com/subscribe/post?u=0a1b2c&id=3d4e5f"

GOOD = {
    "listmonk": (
        f"url: https://lists.example.org/mail, list: {UUID}",
        sign_up.Listmonk(url="https://lists.example.org/mail/", list=UUID),
    ),
    "mailchimp": (
        f'url: "{MAILCHIMP.replace("&", "&amp;")}"',
        sign_up.Mailchimp(url=MAILCHIMP, user="0a1b2c", audience="3d4e5f"),
    ),
    "brevo": (
        "url: https://0a1b.sibforms.com/serve/MUIFA-x_y=",
        sign_up.Brevo(url="https://0a1b.sibforms.com/serve/MUIFA-x_y="),
    ),
    "buttondown": ("user: newsroom", sign_up.Buttondown(user="newsroom")),
    "phplist": (
        "url: https://example.org/lists, page: 1, list: 2",
        sign_up.PhpList(url="https://example.org/lists/", page=1, list=2),
    ),
    "keila": (
        "url: https://keila.example.org, form: nfrm_x1",
        sign_up.Keila(url="https://keila.example.org/", form="nfrm_x1"),
    ),
    "mailman3": (
        "list: news@lists.example.org",
        sign_up.Mailman(list="news@lists.example.org"),
    ),
    "none": ("email: news@example.org", sign_up.ByHand(email="news@example.org")),
}


def front(text: str, path: str = "content/newsletter/index.md") -> Reading:
    """The front text of the newsletter, with these lines as front matter."""
    data = f"---\n{text}\n---\nText.\n".encode()
    return parse_item(data, path, WITH_NEWSLETTER, no_pictures, press=PRESS)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_provider_is_read_with_its_settings(provider: str) -> None:
    """What the provider shows can be copied as it is; slashes and entities are seen to."""
    settings, expected = GOOD[provider]

    reading = front(f"sign_up: {{provider: {provider}, {settings}}}")

    assert reading.problems == ()
    assert isinstance(reading.item, StandingPage)
    assert reading.item.sign_up == expected


@pytest.mark.parametrize("case", cases("sign_up.txt"), ids=lambda case: case.name)
def test_every_wrong_setting_is_told_at_its_place(case: Case) -> None:
    """Each of `sign_up.txt` earns what stands below it, and there is no item."""
    reading = front(case.text.removesuffix("\n"))

    assert told(sorted(reading.problems)) == case.earned
    assert reading.item is None


def test_elsewhere_a_sign_up_is_told_to_have_no_effect() -> None:
    """It belongs to the front of the newsletter alone."""
    reading = front("title: About\nsign_up: {provider: none}", "content/pages/about.md")

    assert [(found.rule, found.place.line) for found in reading.problems] == [
        ("front-matter/ignored", 3)
    ]
    assert isinstance(reading.item, StandingPage)
    assert reading.item.sign_up is None
