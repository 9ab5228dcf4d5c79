"""Lists that Pelican does not make by itself: countries, sources, months; and JSON feeds.

Written as its manual says a generator is: it runs after Pelican has read all articles, and writes
through Pelican's own writer and paginator.
"""

import json
from collections import defaultdict
from pathlib import Path

from pelican import signals
from pelican.generators import Generator


class Lists(Generator):
    """Pages and feeds from the articles that are in the context already."""

    def generate_output(self, writer):
        """Write all lists, then their indexes, then the JSON feeds."""
        articles, names = self.context["articles"], self.settings["REGISTERS"]
        tags, authors = dict(self.context["tags"]), dict(self.context["authors"])
        countries, sources, months = defaultdict(list), defaultdict(list), defaultdict(list)
        for article in articles:
            for code in getattr(article, "countries", "").split():
                countries[code].append(article)
            if getattr(article, "source", ""):
                sources[article.source].append(article)
            months[f"{article.date:%Y/%m}"].append(article)

        for code, found in countries.items():
            self.write_list(writer, f"countries/{code.lower()}", names["countries"][code], found)
        for source, found in sources.items():
            self.write_list(writer, f"sources/{source}", names["sources"][source], found)
        for month, found in months.items():
            self.write_list(writer, f"archive/{month}", month.replace("/", "-"), found)

        self.write_terms(
            writer, "topics", {t.slug: (names["topics"][t.name], f) for t, f in tags.items()}
        )
        self.write_terms(
            writer, "authors", {a.slug: (names["authors"][a.name], f) for a, f in authors.items()}
        )
        self.write_terms(
            writer,
            "countries",
            {c.lower(): (names["countries"][c], f) for c, f in countries.items()},
        )
        self.write_terms(
            writer, "sources", {s: (names["sources"][s], f) for s, f in sources.items()}
        )
        years = defaultdict(dict)
        for month, found in sorted(months.items(), reverse=True):
            years[month[:4]][month] = len(found)
        self.write(writer, "archive/index.html", "years", title="Archive", years=years)
        for year, counts in years.items():
            self.write(
                writer, f"archive/{year}/index.html", "years", title=year, years={year: counts}
            )

        self.write_json_feed("", self.settings["SITENAME"], articles)
        for category, found in self.context["categories"]:
            self.write_json_feed(f"{category.slug}/", names["sections"][category.name], found)
        for tag, found in tags.items():
            self.write_json_feed(f"topics/{tag.slug}/", names["topics"][tag.name], found)

    def write_list(self, writer, path, title, articles):
        """A paginated list."""
        kind = path.partition("/")[0]
        self.write(
            writer,
            f"{path}/index.html",
            "list",
            title=title,
            kind=kind,
            articles=articles,
            url=f"{path}/",
        )

    def write_terms(self, writer, kind, terms):
        """The index of a kind of lists."""
        listed = sorted((title, slug, len(found)) for slug, (title, found) in terms.items())
        self.write(
            writer, f"{kind}/index.html", "terms", title=kind.title(), kind=kind, terms=listed
        )

    def write(self, writer, path, template, **values):
        """A page through Pelican's writer."""
        writer.write_file(
            path, self.get_template(template), self.context, template_name=template, **values
        )

    def write_json_feed(self, path, title, articles):
        """JSON Feed 1.1."""
        home = f"{self.settings['SITEURL']}/{path}"
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": home,
            "feed_url": f"{home}feed.json",
            "language": "en",
            "items": [
                self.entry(article) for article in articles[: self.settings["FEED_MAX_ITEMS"]]
            ],
        }
        target = Path(self.output_path, path, "feed.json")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(feed, ensure_ascii=False), encoding="utf-8")

    def entry(self, article):
        """One item of a JSON feed."""
        entry = {
            "id": f"tag:newsroom.example.org,2010:{article.slug}",
            "url": f"{self.settings['SITEURL']}/{article.url}",
            "title": article.title,
            "summary": article.standfirst,
            "content_html": article.content,
            "date_published": article.date.isoformat(),
            "language": article.tongue,
            "tags": [tag.name for tag in getattr(article, "tags", [])],
        }
        if getattr(article, "source_url", ""):
            entry["external_url"] = article.source_url
            name = self.settings["REGISTERS"]["sources"][article.source]
            entry["content_html"] += f'<p>Source: <a href="{article.source_url}">{name}</a></p>'
        return entry


def generators(_pelican):
    """The generators of this plugin."""
    return Lists


def register():
    """Called by Pelican."""
    signals.get_generators.connect(generators)
