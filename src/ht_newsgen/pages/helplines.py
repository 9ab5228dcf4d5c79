"""Numbers to call, in the order in which readers find them, and which of them every page shows.

Nothing is guessed about where a reader is: an address on the network says it badly, and to ask for
it would tell others who reads. The site's own country comes first.
"""

from collections.abc import Iterable

from ht_newsgen.i18n.formats import country_name
from ht_newsgen.model.locale import Locale
from ht_newsgen.model.registers import Helpline
from ht_newsgen.model.site import Site
from ht_newsgen.pages.refs import in_language
from ht_newsgen.pages.views.parts import HelplineLine

EMERGENCY = "emergency"
UNION = "EU"
"""The country of a number that works in the whole European Union."""
SHOWN_ANYWAY = 6
"""How many numbers every page shows of a register that has none of the site's own country."""


def nearest_helplines(site: Site, locale: Locale) -> tuple[HelplineLine, ...]:
    """Those of the site's own country and of the European Union, emergencies first."""
    everywhere = _ordered(site, locale, site.registers.helplines)
    near = tuple(one for one in everywhere if one.country in (site.config.country, UNION))
    shown = near or everywhere[:SHOWN_ANYWAY]
    return tuple(_line(site, locale, one) for one in shown)


def grouped_helplines(
    site: Site, locale: Locale
) -> tuple[tuple[str, tuple[HelplineLine, ...]], ...]:
    """All of them: emergencies of all countries (under ""), then the others, by country."""
    groups: dict[str, list[HelplineLine]] = {}
    for one in _ordered(site, locale, site.registers.helplines):
        name = "" if EMERGENCY in one.serves else one.country
        groups.setdefault(name, []).append(_line(site, locale, one))
    return tuple((name, tuple(lines)) for name, lines in groups.items())


def _ordered(site: Site, locale: Locale, helplines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    """Emergencies, own country, European Union, others by name; else as in the register."""
    first = (site.config.country, UNION)

    def rank(one: Helpline) -> tuple[bool, int, str]:
        near = first.index(one.country) if one.country in first else len(first)
        name = country_name(one.country, locale.tag).casefold() if near == len(first) else ""
        return EMERGENCY not in one.serves, near, name

    return tuple(sorted(helplines, key=rank))


def _line(site: Site, locale: Locale, helpline: Helpline) -> HelplineLine:
    default = site.config.language
    return HelplineLine(
        country=helpline.country,
        name=in_language(helpline.name, locale.tag, default),
        phone=helpline.phone,
        tel=_dialled(helpline.phone),
        languages=helpline.languages,
        hours=in_language(helpline.hours, locale.tag, default),
        free=helpline.free,
        serves=helpline.serves,
        verified_on=helpline.verified_on,
        source=helpline.source,
    )


def _dialled(phone: str) -> str:
    """A `tel:` URI (RFC 3966): what people put between digits to read them is no part of it.

    Nor is the zero of "+49 (0)30", which is dialled within the country alone (ITU-T E.123).
    """
    whole = phone.replace("(0)", "") if phone.startswith("+") else phone
    return "tel:" + "".join(char for char in whole if char in "+0123456789")
