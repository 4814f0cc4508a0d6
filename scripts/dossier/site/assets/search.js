// @ts-check
/* Search: names first, then full text. One implementation for the header's panel and the search page. */

import { loadRules } from "./dictionary.js";
import { takeAlong } from "./found.js";
import { FACETS, findTexts, isLoaded, narrowed, withoutLater } from "./fulltext.js";
import { gathered } from "./gathering.js";
import { chosenDay } from "./iso-days.js";
import { idAt, laterThan } from "./later-records.js";
import { outsideOf } from "./outside.js";
import { rarest, understood } from "./query.js";
import { answered, findTopics, unknownWords } from "./topics.js";
import { advice, facetChoice, kindChoices, made, nameRow, notes, said, textRow, topicRow } from "./results.js";

const FIRST = 8;
const PAGE = 10;
const MOST_NAMES = 3;
const PAUSE = 40;
// The texts are looked through once no key was pressed for so long, where there is something to read until then, or the
// engine is yet to be loaded: while one types the first query, each word on the way to it would fetch its own part.
const REST = 250;
// How many terms of a query that topics answer are looked for in the texts.
const MOST_TERMS = 2;
// Topics that are shown before the texts: how many, how much of the query they hold, and how near they are to the best.
const MOST_TOPICS = 3;
const ASKED_FOR = { coverage: 0.33, score: 0.95 };
const NEAR_BEST = 0.6;
// From what score on a name is met by a slip.
const SLIP = 0.5;

/* The names to show: those that hold the whole query, as long as they are about as good as the best. Where none does,
   one at most: a question asked in other words, a whole name of several words with more around it, or a name beside
   words that are unknown to the texts. */
function promoted(hits) {
  const [best] = hits;
  if (best?.full) return hits.filter((hit) => hit.full && hit.score <= best.score + 0.5).slice(0, MOST_NAMES);
  return hits.filter(near).slice(0, 1);
}

function near({ kind, asked, coverage, own, sure, used }) {
  if (!sure) return false;
  if (kind === "Question") return asked && coverage >= 0.5;
  return (own === 1 && used >= 3) || (own >= 0.5 && coverage >= 0.8);
}

/* Whether a query is a name and nothing more: as it is written, or with a slip in a word that no topic has. */
async function isName(hit, words, telling) {
  if (!hit?.full) return false;
  return hit.score < SLIP ? (hit.used ?? telling) >= telling : (await unknownWords(words)).length > 0;
}

/* What the query asks for in other words than names, and what of it neither the texts nor a topic has. No topic where
   the query is a name, or where words must stand as they are. */
async function askedFor({ hits, phrases, words, telling, missing, corrected, mended, isEnglish }, folding, query, exact, filters) {
  if (exact || phrases.length || Object.values(filters).some(Boolean)) return { topics: [], missing };
  const named = await isName(hits[0], words, telling);
  if (named && words.length <= telling) return { topics: [], missing };
  const found = await findTopics(folding, corrected ? mended.join(" ") : query, isEnglish);
  const unknown = (await unknownWords(missing)).filter((word) => !isEnglish(word));
  const sure = found.filter(({ coverage, score }) => coverage >= ASKED_FOR.coverage && score >= ASKED_FOR.score);
  const near = sure.filter((one) => (named ? one.isWhole && words.length > telling : one.score >= sure[0].score * NEAR_BEST));
  const topics = unknown.length * 2 > telling ? [] : near.slice(0, MOST_TOPICS);
  return { topics, missing: topics.length ? unknown : missing };
}

function chosenNames(hits, { kind, source, year }) {
  if (source || year) return [];
  return promoted(hits).filter((hit) => !kind || hit.kind === kind);
}

/* Searches, filtered and counted where there are filters, and tells of names as soon as they are known and of texts when
   they are found, as long as the search `isLatest`. A `brief` one is content with topics, and with names
   that hold all of the query. */
async function search({ query, exact, filters, most, brief = false, isLatest }, report) {
  const tell = (told) => isLatest() && report(told);
  const { folding, covers, outside: listed } = await loadRules();
  const outside = outsideOf(folding, listed, query);
  const settled = () => new Promise((done) => setTimeout(() => done(isLatest()), REST));
  const meant = await understood(query, exact || outside !== null, settled);
  const day = chosenDay();
  const isLater = day ? (await laterThan(day)).isLater : () => false;
  const isOut = ({ address }) => !isLater(idAt(address));
  const { topics: every, missing } = outside
    ? { topics: Object.values(filters ?? {}).some(Boolean) ? [] : outside.near, missing: [] }
    : await askedFor(meant, folding, query, exact, filters ?? {});
  const topics = await Promise.all(every.filter(isOut).map(answered));
  const asked = new Set(topics.map((topic) => topic.address));
  const names = chosenNames(meant.hits, filters ?? {}).filter((name) => !asked.has(name.address) && isOut(name));
  tell({ ...meant, missing, outside, covers, topics, names, texts: null });
  const hasBest = topics.length > 0 || names.some(({ full }) => full);
  if ((hasBest || names.length || !isLoaded()) && !(await settled())) return;
  if (brief && hasBest) return tell({ ...meant, missing, outside, covers, topics, names, texts: [], isBrief: true });
  const terms = topics.length ? rarest(meant.terms, MOST_TERMS, meant) : meant.terms;
  const unfiltered = await findTexts({ ...meant, terms });
  const all = day ? await withoutLater(unfiltered, day, isLater) : unfiltered;
  const found = filters ? { ...all, ...(await narrowed(all, filters)) } : all;
  const addresses = new Set([...topics, ...names].map((one) => one.address));
  const first = await Promise.all(found.results.slice(0, most - addresses.size).map((result) => result.entry()));
  const texts = first.filter((text) => !addresses.has(text.address));
  const total = found.results.length + topics.length + names.length - (first.length - texts.length);
  const isAll = first.length === found.results.length;
  tell({ ...meant, ...found, missing, outside, covers, topics, names, texts, total, isAll });
}

/* Calls off what is under way at each key, and acts once no key was pressed for a moment. */
function afterPause(callOff, act) {
  let timer = 0;
  return () => {
    callOff();
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
}

function statusLine() {
  const status = made("p", "search-status");
  status.setAttribute("role", "status");
  return status;
}

function addressOf(form, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return `${form.action}?${new URLSearchParams(given)}`;
}

/* Draws what is told: names at once, the rest when it is there. */
function draw({ list, status, note }, form, query, told, extra = {}) {
  const { topics, names, texts, total, mended, later } = told;
  if (!texts && !names.length && !topics.length) return;
  note.replaceChildren(...notes(told, addressOf(form, { q: query, ...extra, exact: "1" })));
  const rows = [...withAddress(topics, topicRow, mended), ...withAddress(names, nameRow, mended), ...withAddress(texts ?? [], textRow)];
  replaced(list, gathered(rows));
  if (!texts) return;
  if (told.isBrief) {
    status.textContent = say("search.best_answers", { query });
    return;
  }
  status.textContent = said(names.length, total, query, later);
  if (!names.length && !total) {
    note.append(advice(Object.values(extra).some(Boolean) ? addressOf(form, { q: query }) : ""));
  }
}

/* A row for each result, after its address; what a topic or a name leads to has the words of the query marked. */
function withAddress(results, row, words = []) {
  return results.map((result) => {
    const item = row(result);
    if (words.length) item.querySelector("a").dataset.words = words.join(" ");
    return [result.address, item];
  });
}

/* New rows in place of the old; who stood on a result still stands on it. */
function replaced(list, rows) {
  const active = /** @type {HTMLAnchorElement | null} */ (document.activeElement);
  const held = list.contains(active) ? active.href : "";
  list.replaceChildren(...rows);
  if (held) [...list.querySelectorAll("a")].find(({ href }) => href === held)?.focus();
}

/* The panel under a search box: the first results, walked with the arrow keys. */
export function mountPanel(form) {
  const input = form.elements.q;
  const panel = made("div", "search-panel");
  const parts = { status: statusLine(), note: made("div"), list: made("ol", "search-results") };
  panel.append(parts.status, parts.note, parts.list);
  panel.hidden = true;
  form.append(panel);

  let latest = 0;
  const callOff = () => ++latest;
  const show = async () => {
    const query = input.value.trim();
    const mine = callOff();
    if (!query) {
      panel.hidden = true;
      return;
    }
    const isLatest = () => mine === latest;
    await search({ query, exact: false, filters: null, most: FIRST, brief: true, isLatest }, (told) => {
      draw(parts, form, query, told);
      if (told.isBrief || (told.texts && !told.isAll)) parts.list.append(more(form, query, told.total));
      if (told.texts || told.names.length || told.topics.length) panel.hidden = false;
    });
  };

  for (const kind of ["click", "auxclick"]) parts.list.addEventListener(kind, takeAlong);
  input.addEventListener("input", afterPause(callOff, show));
  input.addEventListener("focus", () => (panel.hidden = !input.value.trim() || !parts.list.children.length));
  form.addEventListener("keydown", (event) => walk(event, input, panel));
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) panel.hidden = true;
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
  });
  show();
}

function more(form, query, total) {
  const item = made("li");
  const link = made("a", "search-more", total ? say("search.all_results", { total }) : say("search.all_with_texts"));
  link.href = addressOf(form, { q: query });
  link.dataset.more = "";
  item.append(link);
  return item;
}

/* Arrow keys go from the box through the results and back; Escape closes a panel. */
function walk(event, input, box) {
  const links = [...box.querySelectorAll("a[data-result], a[data-more]")];
  const place = links.indexOf(document.activeElement);
  if (event.key === "Escape" && box.matches(".search-panel")) {
    box.hidden = true;
    input.focus();
  } else if (event.key === "ArrowDown" && links.length && !box.hidden) {
    event.preventDefault();
    links[Math.min(place + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && place >= 0) {
    event.preventDefault();
    (place === 0 ? input : links[place - 1]).focus();
  }
}

function state() {
  const parameters = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, parameters.get(facet) ?? ""]));
  return { query: (parameters.get("q") ?? "").trim(), exact: parameters.get("exact") === "1", filters };
}

/* The search page: the address holds the query and the filters. */
export function mountPage(page) {
  const header = document.querySelector(".md-header [data-search]");
  const form = /** @type {HTMLFormElement & { elements: { q: HTMLInputElement } }} */ (header.cloneNode(true));
  form.querySelector(".search-panel")?.remove();
  const input = form.elements.q;
  const kinds = made("fieldset", "search-filters");
  const narrow = made("div", "search-narrows");
  const parts = { status: statusLine(), note: made("div"), list: made("ol", "search-results") };
  page.append(form, kinds, narrow, parts.status, parts.note, parts.list);

  let latest = 0;
  const callOff = () => ++latest;
  const show = async (most = PAGE) => {
    const { query, exact, filters } = state();
    const mine = callOff();
    if (!query) {
      for (const part of [kinds, narrow, parts.note, parts.list]) part.replaceChildren();
      parts.status.textContent = say("search.type_something");
      return;
    }
    const isLatest = () => mine === latest;
    await search({ query, exact, filters, most, isLatest }, (told) => {
      draw(parts, form, query, told, filters);
      if (!told.texts) return;
      if (!told.total && !Object.values(filters).some(Boolean)) {
        for (const part of [kinds, narrow]) part.replaceChildren();
        return;
      }
      kinds.replaceChildren(...kindChoices(told.counts.kind, filters.kind));
      narrow.replaceChildren(...["source", "year"].map((facet) => facetChoice(facet, told.counts[facet], filters[facet])));
      if (!told.isAll) parts.list.append(further(() => show(most + PAGE)));
    });
  };

  const go = (changes, replace) => {
    const parameters = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(changes)) value ? parameters.set(key, value) : parameters.delete(key);
    history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}?${parameters}`);
    show();
  };
  const choose = (event) => go({ [event.target.name]: event.target.value });

  for (const kind of ["click", "auxclick"]) parts.list.addEventListener(kind, takeAlong);
  input.value = state().query;
  input.addEventListener("input", afterPause(callOff, () => go({ q: input.value.trim(), exact: "" }, true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  kinds.addEventListener("change", choose);
  narrow.addEventListener("change", choose);
  page.addEventListener("keydown", (event) => walk(event, input, page));
  addEventListener("popstate", () => {
    input.value = state().query;
    show();
  });
  show();
}

function further(act) {
  const item = made("li");
  const button = made("button", "search-status", say("search.show_more"));
  button.type = "button";
  button.addEventListener("click", act);
  item.append(button);
  return item;
}
