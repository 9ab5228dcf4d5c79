"""The same site as the other peers', by Pelican."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

REGISTERS = json.loads((HERE / "registers.json").read_text(encoding="utf-8"))
SITENAME = REGISTERS["site_title"]
SITEURL = REGISTERS["origin"]
TIMEZONE = "Europe/Sarajevo"
DEFAULT_LANG = "en"

PATH = "content"
ARTICLE_PATHS = ["flash", "resource-center"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["static"]
EXTRA_PATH_METADATA = {
    "static/favicon.svg": {"path": "favicon.svg"},
    "static/assets/site.css": {"path": "assets/site.css"},
}
THEME = str(HERE)
THEME_STATIC_DIR = ""
PLUGINS = ["lists"]
MARKDOWN = {"extensions": ["meta", "tables", "footnotes"], "output_format": "html5"}
# The summary is metadata here, so that no text has to be cut.
SUMMARY_MAX_LENGTH = 0
TYPOGRIFY = False

ARTICLE_URL = "{category}/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS = ARTICLE_URL, ARTICLE_SAVE_AS
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "authors/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
DIRECT_TEMPLATES = ["index", "404", "feeds", "newsletter", "sitemap", "opml", "robots"]
FEEDS_SAVE_AS = "feeds/index.html"
NEWSLETTER_SAVE_AS = "newsletter/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
OPML_SAVE_AS = "feeds.opml"
ROBOTS_SAVE_AS = "robots.txt"
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None, "list": None}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 40
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = None
FEED_ALL_RSS = "rss.xml"
FEED_ATOM = "atom.xml"
CATEGORY_FEED_ATOM = "{slug}/atom.xml"
CATEGORY_FEED_RSS = "{slug}/rss.xml"
TAG_FEED_ATOM = "topics/{slug}/atom.xml"
TAG_FEED_RSS = "topics/{slug}/rss.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# Its cache decides by what a file holds, since a fresh checkout has new times.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "md5"
CACHE_PATH = "cache"
