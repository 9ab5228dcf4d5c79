"""Parameters of an address that tell who brought the reader, and nothing of what is read.

A newsletter, a social network or a feed adds them to the links it gives out. Without them the
address leads to the same page; with them its readers are counted as the followers of one link.
Only what is known to be such is taken away: the rest of the address stays as it was written.
"""

from urllib.parse import unquote, urlsplit

NAMES = frozenset(
    (
        # One for each reader, of networks and of sellers of advertisements.
        "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref",  # Facebook
        "igshid", "igsh",  # Instagram
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid",  # Google
        "srsltid",  # Google's shopping results
        "msclkid",  # Microsoft
        "twclid", "ttclid", "li_fat_id", "rdt_cid", "scclid", "sccid",  # X, TikTok … Snapchat
        "yclid", "ysclid", "ymclid", "_openstat",  # Yandex
        "irclickid", "irgwc", "zanpid", "ranmid", "raneaid", "ransiteid",  # partner programmes
        # One for each subscriber of a newsletter.
        "mc_cid", "mc_eid", "mc_tc",  # Mailchimp
        "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking",  # HubSpot
        "mkt_tok",  # Marketo
        "ml_subscriber", "ml_subscriber_hash", "ck_subscriber_id",  # MailerLite, Kit
        "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "bsft_clkid", "bsft_uid", "dm_i",
        "elqtrackid", "elqtrack", "spmailingid", "spuserid", "spjobid", "spreportid",
        "trk_contact", "trk_msg", "trk_module", "trk_sid",
        # Counters of publishers.
        "xtor", "xtref",  # AT Internet, of many European newspapers
        "at_campaign", "at_campaign_type", "at_medium", "at_format", "at_creation", "at_variant",
        "at_link_id", "at_link_type", "at_link_origin", "at_bbc_team", "at_ptr_name",
        "at_custom1", "at_custom2", "at_custom3", "at_custom4",  # its successor, as of the BBC
        "wt_mc", "wt.mc_id",  # Webtrekk
        "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee",  # Comscore
        "cmpid", "s_cid", "soc_src", "soc_trk", "guccounter", "guce_referrer", "guce_referrer_sig",
        "__twitter_impression", "ref_src", "ref_url", "amp_js_v", "usqp", "dicbo", "cxrecs_s",
    )
)  # fmt: skip
"""In lower case; publishers do not tell case apart."""
PREFIXES = ("utm_", "itm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "__cft__", "__tn__")
"""Families of them: Google Analytics, Matomo, HubSpot, Facebook."""
OF_HOSTS = {
    "theguardian.com": {"cmp"},
    "nytimes.com": {"smid", "smtyp"},
    "dw.com": {"maca"},
    "youtube.com": {"si", "feature", "pp"},
    "youtu.be": {"si", "feature"},
    "twitter.com": {"s", "t"},
    "x.com": {"s", "t"},
    "linkedin.com": {"trk", "trackingid", "lipi"},
}
"""Names that may mean something else elsewhere: only on these hosts and below them."""


def without_tracking(url: str) -> str:
    """The address without its tracking parameters; the very same text if it has none."""
    before, mark, fragment = url.partition("#")
    path, question, query = before.partition("?")
    theirs = _of_host(url)
    kept = _kept(query, theirs)
    end = mark + fragment
    if "=" in fragment:
        # Some counters read the fragment. It names no place in a page when all of it is theirs.
        end = end if _kept(fragment, theirs) else ""
    return f"{path}{question if kept or not query else ''}{kept}{end}"


def tracking_in(url: str) -> tuple[str, ...]:
    """The names of the tracking parameters in the address, in their order, each once."""
    if "=" not in url:
        return ()
    before, _, fragment = url.partition("#")
    query, theirs = before.partition("?")[2], _of_host(url)
    if "=" in fragment and not _kept(fragment, theirs):
        query += f"&{fragment}"
    return tuple(dict.fromkeys(_name(part) for part in query.split("&") if _tracks(part, theirs)))


def _kept(query: str, theirs: frozenset[str]) -> str:
    """The query without them; the others stay as they are written."""
    parts = query.split("&")
    kept = [part for part in parts if not _tracks(part, theirs)]
    # `&amp;` is how HTML writes the sign between two; nothing stands before the first.
    return query if len(kept) == len(parts) else "&".join(kept).removeprefix("amp;")


def _tracks(part: str, theirs: frozenset[str]) -> bool:
    """Whether this parameter tells only who brought the reader."""
    name = _name(part).lower()
    return name in NAMES or name in theirs or name.startswith(PREFIXES)


def _name(part: str) -> str:
    return unquote(part.partition("=")[0].removeprefix("amp;")).strip()


def _of_host(url: str) -> frozenset[str]:
    """The names that only this host uses so."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return frozenset()
    parents = [host, *(host[at + 1 :] for at, char in enumerate(host) if char == ".")]
    return frozenset(name for parent in parents for name in OF_HOSTS.get(parent, ()))
