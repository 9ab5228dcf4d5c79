"""Ways to subscribe by e-mail: who sends the newsletter, and what its form needs to know.

One value for each provider; what a form is made of follows in `pages/sign_up.py`.
"""

from typing import TypeAlias

from msgspec import Struct


class Listmonk(Struct, frozen=True, kw_only=True, tag="listmonk"):
    """An installation of listmonk (listmonk.app)."""

    url: str
    """Where it is installed, with a `/` at its end."""
    list: str
    """UUID of a public list."""


class Mailchimp(Struct, frozen=True, kw_only=True, tag="mailchimp"):
    """An audience of Mailchimp."""

    url: str
    """The `action` of its embedded form, which names the account (`u`) and the audience (`id`)."""
    user: str
    audience: str


class Brevo(Struct, frozen=True, kw_only=True, tag="brevo"):
    """A form of Brevo."""

    url: str
    """The `action` of its form: `https://HEX.sibforms.com/serve/TOKEN`."""


class Buttondown(Struct, frozen=True, kw_only=True, tag="buttondown"):
    """A newsletter of Buttondown."""

    user: str
    """The name under which it is registered."""


class PhpList(Struct, frozen=True, kw_only=True, tag="phplist"):
    """An installation of phpList."""

    url: str
    """Where it answers, `https://example.org/lists/`, with a `/` at its end."""
    page: int
    """Number of the subscribe page."""
    list: int
    """Number of the list."""


class Keila(Struct, frozen=True, kw_only=True, tag="keila"):
    """A form of Keila, whose settings must allow it to be embedded."""

    url: str
    """Where it is installed, with a `/` at its end."""
    form: str
    """Id of the form."""


class Mailman(Struct, frozen=True, kw_only=True, tag="mailman3"):
    """A list of GNU Mailman 3, which takes no forms from other sites: one writes to it."""

    list: str
    """The address of the list."""


class ByHand(Struct, frozen=True, kw_only=True, tag="none"):
    """No provider; somebody may answer those who write."""

    email: str = ""


SignUp: TypeAlias = Listmonk | Mailchimp | Brevo | Buttondown | PhpList | Keila | Mailman | ByHand
