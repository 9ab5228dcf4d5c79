"""Licences: how a name or an address of one becomes a text with a link."""

import re

from ht_newsgen.kit.patterns import regex
from ht_newsgen.kit.urls import host, is_http_url

CREATIVE_COMMONS = regex(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)", re.IGNORECASE)
"""The SPDX identifiers of the Creative Commons licences that are in use for texts."""


def licence_parts(licence: str) -> tuple[str, str]:
    """The text and the address of what stands under `licence:`; the address may be "".

    An address is named by its host. Of SPDX identifiers those of Creative Commons are known; any
    other one, like a sentence, stands as it is.
    """
    if is_http_url(licence):
        return host(licence), licence
    creative = CREATIVE_COMMONS.fullmatch(licence)
    if creative:
        deed = f"{creative[1].lower()}/{creative[2]}/"
        return licence, f"https://creativecommons.org/licenses/{deed}"
    if licence.upper() == "CC0-1.0":
        return licence, "https://creativecommons.org/publicdomain/zero/1.0/"
    return licence, ""
