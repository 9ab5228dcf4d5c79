// Pagefind searches (https://pagefind.app/docs/api/), this asks and shows.
// The index lies in volumes, some years of one language each, which are searched side by side.
// What is shown stands in the address: ?q=words&topic=…&sort=date.

const PAUSE = 60; // ms after the last key
const LONG_PAUSE = 600; // after a letter or two, which are in most texts and tell little
const PAGE = 10; // results at a time
const WORDS = 32; // of an excerpt
const LETTERS = 360; // of an excerpt without spaces
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const root = document.querySelector(".search");
const get = (selector) => root.querySelector(selector);
const [form, status, none, list, more, card] = [
  "form", "[role=status]", ".search__none", ".search__results", ".search__more", "template",
].map(get);
const says = root.dataset;
const foreign = get(".search__label [lang]"); // where the theme has no words in the language of the page
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);
const editions = says.volumes.split("|").map((edition) => edition.split(" ").slice(1));
const spelling = Object.fromEntries(says.spelling.trim().split("|").map((pair) => pair.split(" ")));
const selects = [...form.querySelectorAll("select:not([name=sort])")];
const names = {};
for (const { name, options } of selects) for (const { value, text } of options) names[name + ":" + value] = text;

// -- words

/** A word as it is typed in plain letters: `Đorđe` → `dorde`. */
function fold(text) {
  const plain = text.normalize("NFC").toLowerCase().replace(/./gu, (letter) => spelling[letter] ?? letter);
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Words as the index has them: of runs without spaces, pairs of neighbours. */
const indexed = (words) => words.replace(UNSPACED, (run) =>
  run.length < 3 ? run : [...run].map((letter, at, all) => letter + (all[at + 1] ?? "")).slice(0, -1).join(" "));

/** Which part of a word was searched for: [from, to], or nothing. */
function hit(word, searched) {
  const loose = (text) => text.replaceAll("dj", "d");
  for (const one of searched) {
    const at = fold(word).indexOf(one);
    if (at >= 0 && word.match(UNSPACED)) return [at, at + one.length];
    if (at === 0 || loose(fold(word)).startsWith(loose(one))) return [0, word.length];
  }
}

/** The text, into the element, with marks; `places` are words found by the index. */
function mark(element, text, searched, places = []) {
  let end = 0;
  [...text.matchAll(/\S+/gu)].forEach((token, place) => {
    for (const word of token[0].matchAll(WORD)) {
      const found = hit(word[0], searched) ?? (places.includes(place) && [0, word[0].length]);
      if (!found) continue;
      const [from, to] = found.map((at) => at + token.index + word.index);
      const marked = document.createElement("mark");
      marked.textContent = text.slice(from, to);
      element.append(text.slice(end, from), marked);
      end = to;
    }
  });
  element.append(text.slice(end));
}

/** The part of the text with the most hits, into the element. */
function excerpt(element, text, places, searched) {
  const words = text.split(" ");
  if (!places.length) places = [words.findIndex((word) => (word.match(WORD) ?? []).some((one) => hit(one, searched)))];
  const near = (place) => places.filter((other) => other >= place && other < place + WORDS - 8).length;
  const best = places.reduce((one, other) => (near(other) > near(one) ? other : one));
  let start = Math.max(0, Math.min(best - 6, words.length - WORDS));
  let part = words.slice(start, start + WORDS).join(" ");
  let rest = start + WORDS < words.length;
  if (part.length > LETTERS) {
    const at = Math.max(0, fold(part).indexOf(searched[0]) - 40);
    [start, rest] = [start + at, rest || at + LETTERS < part.length];
    part = part.slice(at, at + LETTERS);
  }
  element.append(start ? "… " : "");
  mark(element, part, searched, places.map((place) => place - start));
  element.append(rest ? " …" : "");
}

// -- the index

const opened = {};
const terms = new Map(); // of each page, by its name in the index: section:flash, year:2018

/** The index of the language of the page, or of all. */
const index = (all) => (opened[all] ??= open((all ? editions : editions.slice(0, 1)).flat()));

/** Many volumes stand on two shelves: Pagefind searches each in a thread of its own. */
function open(volumes) {
  const shelves = volumes.length < 4 ? [volumes] : [0, 1].map((side) => volumes.filter((_, at) => at % 2 === side));
  return Promise.all(shelves.map(shelve));
}

async function shelve([first, ...others]) {
  const { createInstance } = await import(first + "pagefind.js");
  const shelf = createInstance({ basePath: first, baseUrl: "/" });
  // A first search takes as long again, since a browser compiles what it runs: better now than for a word.
  shelf.search(null).catch(() => {});
  await Promise.all([
    ...others.map((other) => shelf.mergeIndex(other, { baseUrl: "/" })),
    ...[first, ...others].map(learn),
  ]);
  return shelf;
}

/** What the pages of a volume can be narrowed by. Pagefind would count it in the midst of each search. */
async function learn(volume) {
  const { terms: all, pages } = await (await fetch(volume + "terms.json", { cache: "no-cache" })).json();
  for (const page in pages) terms.set(page, pages[page].map((number) => all[number]));
}

/** What is asked for, taken from the form. */
function wish() {
  const { q, sort, ...chosen } = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  const all = (chosen.language ?? language) !== language;
  if (chosen.language === "all") delete chosen.language;
  return { words: q?.trim() ?? "", sort, all, chosen };
}

const preload = (shelves, words) => Promise.all(shelves.map((shelf) => shelf.preload(indexed(words))));

/** What is found for the words as they are typed; if there is nothing, for plain letters. */
async function find(shelves, words, chosen) {
  const ask = async (typed) =>
    narrowed(await Promise.all(shelves.map((shelf) => shelf.search(indexed(typed) || null))), chosen);
  const [found, plain] = [await ask(words), fold(words)];
  return found.results.length || plain === words ? found : ask(plain);
}

/** The results on all shelves that have what is chosen, the best first, and how many each term would leave. */
function narrowed(found, chosen) {
  const wanted = Object.entries(chosen).map((pair) => pair.join(":"));
  const counts = {};
  const results = found.flatMap(({ results }) => results).filter(({ id }) => {
    const own = terms.get(id) ?? [];
    const [missing, another] = wanted.filter((term) => !own.includes(term));
    // What lacks one thing would be there if another were chosen in the same list.
    const list = missing?.replace(/:.*/, ":") ?? "";
    if (!another) for (const term of own) if (term.startsWith(list)) counts[term] = (counts[term] ?? 0) + 1;
    return !missing;
  });
  return { results: results.sort((one, other) => other.score - one.score), counts };
}

// -- the page

let turn = 0;
let work = Promise.resolve();
let shown = {};

/** How long after the last key to search. */
const pauseAfter = (words) => (tells(words) ? PAUSE : LONG_PAUSE);

/** Whether few texts have these words, or their beginnings: three letters, or one that is a word. */
const tells = (words) => words.length > 2 || words.match(UNSPACED);

/** One search at a time, the last one that was asked for. */
function search() {
  const mine = ++turn;
  work = work.then(() => mine === turn && seek(mine));
}

async function seek(mine) {
  const { words, sort, all, chosen } = wish();
  try {
    if (!words && !Object.keys(chosen).length) return await show([], [], "");
    const shelves = await index(all);
    const { results, counts } = await find(shelves, words, chosen);
    if (mine !== turn) return;
    // The name of a result begins with the moment when it was posted.
    if (sort) results.sort((one, other) => (one.id < other.id ? 1 : -1));
    await show(results, (words.match(WORD) ?? []).map(fold));
    if (mine !== turn) return;
    for (const select of selects) label(select, counts);
  } catch (error) {
    console.error(error);
    await show([], [], says.failed);
  }
}

async function show(results, searched, sentence) {
  const mine = turn;
  const rest = { results, searched, number: 0 };
  let cards = 0;
  for await (const made of next(rest)) {
    if (mine !== turn) return;
    cards++ ? list.append(made) : list.replaceChildren(made);
  }
  if (!cards) list.replaceChildren();
  shown = rest;
  const category = plurals.select(results.length);
  const found = says["found" + category[0].toUpperCase() + category.slice(1)] ?? says.foundOther;
  const line = document.createElement("span");
  line.textContent =
    sentence ?? (results.length ? found.replace("%(count)s", numbers.format(results.length)) : says.none);
  status.replaceChildren(line.textContent && inWords(line));
  none.hidden = sentence !== undefined || results.length > 0;
  more.hidden = rest.number >= results.length;
  if (sentence !== undefined) for (const select of selects) label(select);
}

/** Cards of the next results, each as soon as it is there. */
async function* next(rest) {
  const some = rest.results.slice(rest.number, rest.number + PAGE);
  rest.number += some.length;
  const pages = some.map((result) => result.data());
  Promise.all(pages).catch(() => {}); // the loop below says what went wrong
  for (const [at, page] of pages.entries()) yield cardOf(await page, terms.get(some[at].id) ?? [], rest.searched);
}

/** Say in which language an element says the theme's words. */
const inWords = (element) => Object.assign(element, foreign && { lang: foreign.lang, dir: foreign.dir });

function cardOf({ raw_url, meta, content, locations }, own, searched) {
  const made = card.content.cloneNode(true);
  const part = (selector) => made.querySelector(selector);
  const [link, text] = [part("a"), part(".card__excerpt")];
  const other = meta.language !== language;
  const term = (kind) => names[own.find((one) => one.startsWith(kind + ":"))];
  link.href = raw_url;
  mark(link, meta.title, searched);
  excerpt(text, content, locations, searched);
  if (other) for (const element of [link, text]) Object.assign(element, { lang: meta.language, dir: "auto" });
  const tongue = other && term("language");
  inWords(part("[data-part=language]"));
  const parts = {
    ".card__source": meta.source,
    "[data-part=section]": term("section"),
    "[data-part=date]": meta.date,
    "[data-part=language]": tongue && says.language.replace("%(language)s", tongue),
    ".card__note": meta.notes,
  };
  for (const [selector, said] of Object.entries(parts)) said ? part(selector).append(said) : part(selector).remove();
  return made;
}

/** Say in a list how many there would be; what would find nothing cannot be chosen. */
function label({ name, options }, counts) {
  if (name === "language") return;
  for (const option of options) {
    const count = counts?.[name + ":" + option.value] ?? 0;
    const known = counts && option.value;
    const text = names[name + ":" + option.value] + (known ? ` (${numbers.format(count)})` : "");
    if (option.text !== text) option.text = text;
    option.hidden = option.disabled = Boolean(known && !count && !option.selected);
  }
}

// -- the address

function remember(method) {
  const query = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
  const address = location.pathname + (query && "?" + query);
  if (address !== location.pathname + location.search) history[method](null, "", address);
  search();
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("[name]")) {
    for (const option of field.options ?? []) option.disabled = option.hidden = false;
    field.value = query.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  // Lists in which something is chosen are not to be overlooked.
  if ([...form.querySelectorAll("select")].some((select) => select.value)) get("details").open = true;
  search();
}

let pause;
form.q.addEventListener("input", () => {
  const { words, all } = wish();
  if (tells(words)) index(all).then((shelves) => preload(shelves, words)).catch(() => {});
  clearTimeout(pause);
  pause = setTimeout(remember, pauseAfter(words), "replaceState");
});
form.q.addEventListener("focus", () => index(wish().all).catch(() => {}));
form.addEventListener("change", ({ target }) => target !== form.q && remember("pushState"));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  remember("pushState");
});
more.addEventListener("click", async () => {
  const before = list.children.length;
  for await (const made of next(shown)) list.append(made);
  const first = list.children[before].querySelector("a");
  more.hidden = shown.number >= shown.results.length;
  first.focus();
});
addEventListener("popstate", recall);
recall();
// Whoever comes here comes to search: the index is opened while they think of words.
if (!navigator.connection?.saveData) addEventListener("load", () => setTimeout(() => index(false).catch(() => {})));
