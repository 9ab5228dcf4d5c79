"""What a build itself insists on."""

from ht_newsgen.kit.problems import Rule

OFF_SITE_REQUEST = Rule(
    id="privacy/off-site-request",
    summary="No page may load anything from another host: that would tell others who reads it.",
)
OFF_SITE_FORM = Rule(
    id="privacy/off-site-form",
    summary="No form sends what readers type to another host, but for the newsletter's sign-up.",
)

RULES = (OFF_SITE_REQUEST, OFF_SITE_FORM)
