// JSON Feed 1.1, one for each list that has feeds.
export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: (data) => `/${data.feed.path}feed.json`,
};

export function render({ feed, site }) {
  const items = feed.items.map((item) => ({
    id: `tag:newsroom.example.org,2010:${item.fileSlug}`,
    url: site.origin + item.url,
    title: item.data.title,
    summary: item.data.standfirst,
    content_html: this.entry(item),
    date_published: item.date.toISOString(),
    language: item.data.tongue,
    tags: item.data.topics,
    external_url: item.data.source_url,
  }));
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title || site.site_title,
    home_page_url: site.site_url + feed.path,
    feed_url: `${site.site_url}${feed.path}feed.json`,
    language: "en",
    items,
  });
}
