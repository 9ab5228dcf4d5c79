"""The way to subscribe by e-mail: a form, or an address to write to."""

from msgspec import Struct


class SignUpForm(Struct, frozen=True, kw_only=True):
    """An HTML form that is posted to the provider as the provider's own form would be."""

    action: str
    """Absolute."""
    host: str
    """Of the provider, named to the reader before anything is sent there."""
    email: str
    """Name of the field for the address."""
    hidden: tuple[tuple[str, str], ...] = ()
    """Names and values of what is sent along."""
    honeypot: str = ""
    """Name of the field that people leave empty; empty when the provider has none."""


class SignUpView(Struct, frozen=True, kw_only=True):
    """Exactly one of `form` and `mailto`."""

    form: SignUpForm | None = None
    mailto: str = ""
    """Href of a mail that asks for a subscription."""
    address: str = ""
    """The address it goes to."""
    automatic: bool = False
    """Whether a program answers that mail."""
    privacy: str = ""
    """Href of the page that says what happens to an address; empty when the site has none."""
    organisation: str = ""
