"""What a build itself insists on."""

from ht_newsgen.kit.problems import Rule

OFF_SITE_REQUEST = Rule(
    id="privacy/off-site-request",
    summary="No page may load anything from another host: that would tell others who reads it.",
)

RULES = (OFF_SITE_REQUEST,)
