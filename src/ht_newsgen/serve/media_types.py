"""What a file is, told by its kind and its name; never by guessing from what is in it."""

from pathlib import PurePosixPath

from ht_newsgen.model.page import PageKind

HTML = "text/html; charset=utf-8"

_BY_KIND = {
    PageKind.RSS: "application/xml; charset=utf-8",
    PageKind.ATOM: "application/xml; charset=utf-8",
    PageKind.JSON_FEED: "application/feed+json; charset=utf-8",
    PageKind.OPML: "text/x-opml; charset=utf-8",
}
"""As `_headers` tells the hosts that read it."""

_BY_EXTENSION = {
    "": "text/plain; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


def media_type(path: str, kind: PageKind) -> str:
    """The Content-Type of a file of the site; bytes of no type for what nobody knows."""
    extension = PurePosixPath(path).suffix.lower()
    return _BY_KIND.get(kind) or _BY_EXTENSION.get(extension, "application/octet-stream")
