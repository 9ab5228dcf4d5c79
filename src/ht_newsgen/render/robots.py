"""robots.txt (RFC 9309) and security.txt (RFC 9116)."""

from datetime import UTC

from ht_newsgen.kit.text import one_line
from ht_newsgen.model.config import Choice
from ht_newsgen.pages.views.machine import RobotsView, SecurityView

TRAINING = ("GPTBot", "ClaudeBot", "Google-Extended", "CCBot")
SEARCHING = ("OAI-SearchBot", "Claude-SearchBot")
FETCHING = ("ChatGPT-User", "Claude-User")
"""What machines call themselves that read for a model: to learn, to find, or because somebody
asks. Their makers let a site answer each separately."""


def render_robots(view: RobotsView) -> bytes:
    """Everybody may read everything, except as `ai:` says; and where the sitemaps are."""
    groups = [
        _group("Everybody", ("*",), Choice.ALLOW),
        _group("Collecting texts to train models", TRAINING, view.ai.train),
        _group("Searching with models", SEARCHING, view.ai.search),
        _group("Fetching a page because somebody asks for it", FETCHING, view.ai.user),
    ]
    sitemaps = "".join(f"Sitemap: {one_line(url)}\n" for url in view.sitemaps)
    return "\n".join(filter(None, (*groups, sitemaps))).encode()


def render_security(view: SecurityView) -> bytes:
    """Whom to tell of a hole in the site's security, and until when this holds."""
    security = view.security
    fields = (
        ("Contact", security.contact),
        ("Expires", view.expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("Preferred-Languages", ", ".join(view.languages)),
        ("Canonical", view.canonical),
        ("Policy", security.policy),
    )
    return "".join(f"{name}: {one_line(value)}\n" for name, value in fields if value).encode()


def _group(comment: str, agents: tuple[str, ...], choice: Choice) -> str:
    """One group of rules (RFC 9309, section 2.1)."""
    names = "".join(f"User-agent: {agent}\n" for agent in agents)
    rule = "Allow" if choice is Choice.ALLOW else "Disallow"
    return f"# {comment}\n{names}{rule}: /\n"
