// The same site as the other peers', by Eleventy: lists are collections, each page of one is paginated.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const registers = JSON.parse(readFileSync("_data/registers.json", "utf8"));
const PAGE_SIZE = 20;
const FEED_SIZE = 40;

export default function (config) {
  // The peers' packages are installed beside Eleventy, not in the site's folder.
  const load = createRequire(process.argv[1]);
  const markdown = load("markdown-it")({ html: false }).use(load("markdown-it-footnote"));
  config.setLibrary("md", markdown);
  config.addPassthroughCopy({ static: "/" });
  config.addGlobalData("site", registers);

  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("day", (date) => dayFormat.format(date));
  config.addFilter("rfc822", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("json_ld", jsonLd);
  config.addFilter("host", (url) => new URL(url).host);
  config.addFilter("entry", entry);

  config.addCollection("news", news);
  config.addCollection("pages_of_lists", (api) => lists(news(api)).flatMap(paginate));
  config.addCollection("feeds", (api) => [whole(news(api)), ...lists(news(api)).filter((list) => list.feeds)].map(cut));
  config.addCollection("terms", (api) => indexes(news(api)));
  config.addCollection("years", (api) => years(news(api)));

  return {
    dir: { input: ".", includes: "_includes", data: "_data", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function jsonLd(page, headline, description, inLanguage, section) {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": section === "flash" ? "WebPage" : "NewsArticle",
    headline,
    description,
    datePublished: page.date.toISOString().slice(0, 10),
    inLanguage,
    url: registers.origin + page.url,
    publisher: { "@type": "Organization", name: registers.organisation },
  });
}

// The content of a feed's entry: the text with absolute links, and where it was reported first.
function entry(item) {
  const text = item.templateContent.replaceAll('href="/', `href="${registers.site_url}`);
  const url = item.data.source_url;
  return url ? `${text}<p>Source: <a href="${url}">${registers.sources[item.data.sources[0]]}</a></p>` : text;
}

let found;
function news(api) {
  found ??= api.getFilteredByGlob(["content/flash/**/*.md", "content/resource-center/**/*.md"]).reverse();
  return found;
}

function whole(items) {
  return { path: "", title: "", items, feeds: true };
}

let made;
function lists(items) {
  made ??= [
    ...group("", registers.sections, items, (item) => [item.page.filePathStem.split("/")[2]], true),
    ...group("topics/", registers.topics, items, (item) => item.data.topics, true),
    ...group("countries/", registers.countries, items, (item) => item.data.countries),
    ...group("sources/", registers.sources, items, (item) => item.data.sources),
    ...group("authors/", registers.authors, items, (item) => item.data.authors),
    ...group("archive/", {}, items, (item) => [item.date.toISOString().slice(0, 7).replace("-", "/")]),
  ];
  return made;
}

function group(prefix, titles, items, keysOf, feeds = false) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item) ?? []) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return [...groups].map(([key, items]) => ({
    kind: prefix.replace("/", ""),
    key,
    path: `${prefix}${key.toLowerCase()}/`,
    title: titles[key] ?? key.replace("/", "-"),
    items,
    feeds,
  }));
}

function paginate(list) {
  const count = Math.ceil(list.items.length / PAGE_SIZE);
  const at = (number) => (number === 1 ? list.path : `${list.path}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    ...list,
    number: index + 1,
    path: at(index + 1),
    total: list.items.length,
    items: list.items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    newer: index > 0 ? at(index) : "",
    older: index + 1 < count ? at(index + 2) : "",
    feedsPath: list.feeds ? list.path : "",
  }));
}

function cut(list) {
  return { ...list, items: list.items.slice(0, FEED_SIZE) };
}

function indexes(items) {
  return ["topics", "countries", "sources", "authors"].map((kind) => ({
    kind,
    terms: lists(items).filter((list) => list.kind === kind).sort((a, b) => (a.title < b.title ? -1 : 1)),
  }));
}

function years(items) {
  const months = lists(items).filter((list) => list.kind === "archive");
  const byYear = Map.groupBy(months, (list) => list.key.slice(0, 4));
  const each = [...byYear].map(([year, months]) => ({ year, months }));
  return [{ path: "archive/", title: "Archive", years: each }, ...each.map((one) => ({ path: `archive/${one.year}/`, title: one.year, years: [one] }))];
}
